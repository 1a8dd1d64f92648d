//! Texts in the encodings from before Unicode, without the fonts that would name them.

use std::fs;

use ke_hoach::import::{self, ReadError, decode};
use ke_hoach::vietnamese::{Legacy, compose, lower_letter, suspect, upper_letter};

use crate::samples::{SAMPLES, TEXTS, at};

/// The text of the real plans.
fn texts() -> Vec<String> {
    let texts = TEXTS.map(|name| format!("plans/{name}.txt"));
    let word = SAMPLES.map(|name| format!("import/texts/{name}.txt"));
    texts.iter().chain(&word).map(|name| compose(&fs::read_to_string(at(name)).unwrap())).collect()
}

/// Letters of Vietnamese beyond ASCII.
const LETTERS: &str = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";

/// A text in TCVN3 as Latin-1. Capitals with tones do not exist there: the small letter is typed.
fn tcvn3(text: &str) -> String {
    let codes: Vec<(String, char)> =
        ('\u{a1}'..='\u{fe}').map(|code| (Legacy::Tcvn3.unicode(&code.to_string()), code)).collect();
    let code = |letter: char| {
        let own = codes.iter().filter(|(own, _)| *own == letter.to_string());
        // A code without a letter stays what it is.
        let (_, code) = own.min_by_key(|(_, code)| *code == letter)?;
        Some(*code)
    };
    let letter = |letter: char| match code(letter).or_else(|| code(lower_letter(letter))) {
        Some(code) if !letter.is_ascii() => code,
        _ => letter,
    };
    text.chars().map(letter).collect()
}

/// A text in VNI-Windows as Latin-1.
fn vni(text: &str) -> String {
    let marks: Vec<char> = ('\u{c0}'..='\u{ff}').collect();
    let code = |small: char| {
        let alone = marks.iter().map(|mark| mark.to_string());
        let marked = "aeouyôö".chars().flat_map(|base| marks.iter().map(move |mark| format!("{base}{mark}")));
        marked.chain(alone).find(|typed| Legacy::Vni.unicode(typed) == small.to_string())
    };
    let codes: Vec<(char, String)> =
        LETTERS.chars().filter_map(|letter| Some((letter, code(letter)?))).collect();
    assert_eq!(codes.len(), LETTERS.chars().count());
    let letter = |letter: char| match codes.iter().find(|(own, _)| *own == lower_letter(letter)) {
        Some((own, code)) if *own == letter => code.clone(),
        Some((_, code)) => code.chars().map(upper_letter).collect(),
        None => letter.into(),
    };
    text.chars().map(letter).collect()
}

#[test]
fn the_encoders_of_these_tests_write_what_is_read_back() {
    for letter in LETTERS.chars() {
        assert_eq!(Legacy::Tcvn3.unicode(&tcvn3(&letter.to_string())), letter.to_string());
        assert_eq!(Legacy::Vni.unicode(&vni(&letter.to_string())), letter.to_string());
        let capital = upper_letter(letter).to_string();
        assert_eq!(Legacy::Vni.unicode(&vni(&capital)), capital);
    }
}

fn first_difference(a: &str, b: &str) -> Option<(String, String)> {
    let pairs = a.split('\n').zip(b.split('\n'));
    let differing = pairs.into_iter().find(|(a, b)| a != b);
    differing.map(|(a, b)| (a.into(), b.into()))
}

#[test]
fn a_real_plan_in_an_old_encoding_is_suspected_and_repaired() {
    for text in texts() {
        assert_eq!(suspect(&tcvn3(&text)), Some(Legacy::Tcvn3));
        assert_eq!(suspect(&vni(&text)), Some(Legacy::Vni));
        let lower = |text: &str| text.chars().map(lower_letter).collect::<String>();
        assert_eq!(first_difference(&lower(&Legacy::Tcvn3.repair(&tcvn3(&text))), &lower(&text)), None);
        assert_eq!(first_difference(&Legacy::Vni.repair(&vni(&text)), &text), None);
    }
}

#[test]
fn a_plan_of_which_a_part_is_in_an_old_encoding_is_suspected_and_the_rest_left_alone() {
    for text in texts() {
        let half = text.lines().count() / 2;
        for (encode, legacy) in [(tcvn3 as fn(&str) -> String, Legacy::Tcvn3), (vni, Legacy::Vni)] {
            {
                let line = |(i, line): (usize, &str)| if i < half { encode(line) } else { line.to_owned() };
                let mixed = text.split('\n').enumerate().map(line).collect::<Vec<_>>().join("\n");
                assert_eq!(suspect(&mixed), Some(legacy));
                let lower = |text: &str| text.chars().map(lower_letter).collect::<String>();
                assert_eq!(first_difference(&lower(&legacy.repair(&mixed)), &lower(&text)), None);
            }
        }
    }
}

const FRENCH: &str = "Le comité a été créé à l'été où la forêt brûlait déjà: né à Orléans, l'élève très zélé a dû prendre \
    le thé près du château. Ça m'a coûté cher, là-bas, où les bêtes dînaient côte à côte; fidèle, il gênait sa mère.";
const GERMAN: &str = "Für die Übung müssen die Schüler früh aufstehen; die größte Tür führt über den Flur zu den Ämtern. Es \
    wäre schön, wenn Frau Müller die Grüße höflich übermitteln würde: heiß, süß, Öl, König, Bär, Rücken, Stück, Gefühl.";
const OTHERS: &str = "São Paulo, coração, mañana, señor, año, português, não, ação, Ærø, smørrebrød, på, Malmö, Åsa, però, città, \
    così, può, è, perché, § 5, 25 °C, 5 m², ½, «così», naïve, café, résumé, fiancée, Zoë";

#[test]
fn right_text_in_any_language_is_not_suspected() {
    for text in texts() {
        assert_eq!(suspect(&text), None);
        assert_eq!(suspect(&format!("{text}\nông Jürgen Müller, bà Renée Hélène, São Paulo, café")), None);
        let decomposed: String = text.chars().flat_map(decompose).collect();
        assert_ne!(decomposed, text);
        assert_eq!(suspect(&decomposed), None);
        let windows: String = windows_1258(&text).into_iter().map(char::from).collect();
        assert_eq!(suspect(&windows), None, "Windows-1258, each byte taken for Latin-1");
        text.lines().for_each(|line| assert_eq!(suspect(line), None, "{line}"));
    }
    for text in [FRENCH, GERMAN, OTHERS, "English text only", "", "KÕ ho¹ch", "Keá hoaïch"] {
        assert_eq!(suspect(text), None, "{text}");
        assert_eq!(suspect(&text.to_uppercase()), None, "{text}");
    }
}

/// A letter as Windows-1258 has it: the tone is a mark behind the letter.
fn decompose(letter: char) -> Vec<char> {
    const ROWS: &str = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ";
    const TONES: [char; 6] = [' ', '\u{300}', '\u{301}', '\u{309}', '\u{303}', '\u{323}'];
    let rows: Vec<char> = ROWS.chars().collect();
    let small = lower_letter(letter);
    match rows.iter().position(|own| *own == small) {
        Some(at) if at % 6 > 0 => {
            let base = rows[at - at % 6];
            vec![if small == letter { base } else { upper_letter(base) }, TONES[at % 6]]
        }
        _ => vec![letter],
    }
}

fn windows_1258(text: &str) -> Vec<u8> {
    let byte = |letter: char| match letter {
        'Ă' => 0xc3,
        'Đ' => 0xd0,
        'Ơ' => 0xd5,
        'Ư' => 0xdd,
        'ă' => 0xe3,
        'đ' => 0xf0,
        'ơ' => 0xf5,
        'ư' => 0xfd,
        '\u{300}' => 0xcc,
        '\u{309}' => 0xd2,
        '\u{303}' => 0xde,
        '\u{301}' => 0xec,
        '\u{323}' => 0xf2,
        '–' => 0x96,
        '“' => 0x93,
        '”' => 0x94,
        '…' => 0x85,
        letter => u8::try_from(u32::from(letter)).unwrap_or(b'?'),
    };
    text.chars().flat_map(decompose).map(byte).collect()
}

#[test]
fn text_files_in_old_encodings_are_read_and_others_refused() {
    let latin =
        |text: &str| text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect::<Vec<u8>>();
    for text in texts() {
        for encoded in [tcvn3(&text), vni(&text)] {
            let decoded = decode(&latin(&encoded)).unwrap();
            assert_eq!(suspect(&decoded), suspect(&encoded));
            assert!(!import::text(&decoded).plan.sections.is_empty());
        }
        let decoded = decode(&windows_1258(&text)).unwrap();
        assert_eq!(suspect(&decoded), None);
        assert!(
            decoded.contains("Nghị quyết") || decoded.contains("Kế hoạch") || decoded.contains("kế hoạch")
        );
    }
    assert_eq!(decode(&latin("KÕ ho¹ch n¨m")), Err(ReadError::Encoding), "too short to tell");
    let noise: Vec<u8> = (0..4_000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8 | 1).collect();
    assert_eq!(decode(&noise), Err(ReadError::Encoding));
}
