//! The texts, and the slips that are put into them.

use std::fs;

use ke_hoach::check::{Manuscript, Numbered, Paragraph, Place, Within};
use ke_hoach::import::{self, Role};
use ke_hoach::vietnamese::{compose, is_syllable};

pub fn paragraph(text: &str) -> Paragraph {
    Paragraph::new(Role::Text, Within::default(), Place::Line(1), text)
}

/// Every text at hand, by name.
pub fn all() -> Vec<(String, Vec<Paragraph>)> {
    let root = env!("CARGO_MANIFEST_DIR");
    let mut texts = Vec::new();
    let mut files: Vec<_> = ["tests/plans", "assets/templates", "tests/check/cases"]
        .iter()
        .flat_map(|folder| {
            fs::read_dir(format!("{root}/{folder}")).unwrap().map(|entry| entry.unwrap().path())
        })
        .chain([format!("{root}/assets/phrases.txt").into()])
        .chain(std::env::var("KE_HOACH_TEXTS").ok().into_iter().flat_map(|folder| {
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>()
        }))
        .collect();
    files.sort();
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = fs::read(&file).unwrap();
        let paragraphs = match name.rsplit('.').next().unwrap_or_default() {
            "docx" => {
                Manuscript::of_source(&import::read_docx(&bytes).unwrap(), Numbered::Paragraphs).paragraphs
            }
            "txt" | "json" => {
                let text = String::from_utf8(bytes).unwrap();
                let text = text.replace("\\n", "\n").replace("\": ", "\n").replace(['"', '{', '}'], "\n");
                text.lines()
                    .filter(|line| !line.is_ascii() && !line.starts_with("--") && !line.starts_with("=="))
                    .map(paragraph)
                    .collect()
            }
            _ => continue,
        };
        texts.push((name, paragraphs));
    }
    texts
}

type Next<'a> = &'a mut dyn FnMut(usize) -> usize;
type Make = fn(&str, Next) -> Option<String>;

pub const SLIPS: [(&str, Make); 4] = [("tone", tone), ("mark", mark), ("letter", letter), ("sound", sound)];

const TONES: [&str; 6] = ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"];

/// The vowel that carries the tone, with another tone.
fn tone(word: &str, next: Next) -> Option<String> {
    let (plain, tone) = untoned(word)?;
    let other = (tone + 1 + next(5)) % 6;
    let at = plain.1;
    let mut out = String::new();
    for (place, letter) in plain.0.chars().enumerate() {
        out.push(letter);
        if place == at {
            out.push_str(TONES[other]);
        }
    }
    Some(compose(&out)).filter(|wrong| wrong != word)
}

/// The word without its tone and the place of the letter that had it, or could have it.
fn untoned(word: &str) -> Option<((String, usize), usize)> {
    let letters: Vec<char> = word.chars().collect();
    let mut tone = 0;
    let mut at = None;
    let mut plain = String::new();
    for (place, letter) in letters.iter().enumerate() {
        let mut own = *letter;
        for base in "aăâeêioôơuưy".chars() {
            for (number, mark) in TONES.iter().enumerate() {
                if compose(&format!("{base}{mark}")) == letter.to_string() {
                    own = base;
                    if number > 0 {
                        tone = number;
                        at = Some(place);
                    }
                }
            }
        }
        plain.push(own);
    }
    let last = plain.chars().enumerate().filter(|(_, c)| "ăâêôơư".contains(*c)).last();
    let any = plain.chars().enumerate().find(|(_, c)| "aeiouy".contains(*c));
    let at = at.or(last.map(|(at, _)| at)).or(any.map(|(at, _)| at))?;
    Some(((plain, at), tone))
}

/// One vowel with another mark, or đ for d.
fn mark(word: &str, next: Next) -> Option<String> {
    let ((plain, at), tone) = untoned(word)?;
    let families = ["aăâ", "eê", "oôơ", "uư", "dđ"];
    let places: Vec<usize> = plain
        .chars()
        .enumerate()
        .filter(|(_, c)| families.iter().any(|family| family.contains(*c)))
        .map(|(at, _)| at)
        .collect();
    let place = *places.get(next(places.len()))?;
    let mut out = String::new();
    for (own, letter) in plain.chars().enumerate() {
        let family: Vec<char> = families
            .iter()
            .find(|family| family.contains(letter))
            .map(|family| family.chars().collect())
            .unwrap_or_default();
        if own == place {
            let others: Vec<char> = family.into_iter().filter(|c| *c != letter).collect();
            out.push(*others.get(next(others.len()))?);
        } else {
            out.push(letter);
        }
        if own == at {
            out.push_str(TONES[tone]);
        }
    }
    Some(compose(&out))
}

/// A letter left out, twice or in the place of the one behind it.
fn letter(word: &str, next: Next) -> Option<String> {
    let mut letters: Vec<char> = word.chars().collect();
    if letters.len() < 3 {
        return None;
    }
    let at = next(letters.len());
    match next(3) {
        0 => {
            letters.remove(at);
        }
        1 => letters.insert(at, letters[at]),
        _ if at + 1 < letters.len() => letters.swap(at, at + 1),
        _ => return None,
    }
    Some(letters.into_iter().collect()).filter(|wrong| wrong != word)
}

/// What sounds alike where one speaks so.
fn sound(word: &str, next: Next) -> Option<String> {
    const PAIRS: [(&str, &str); 10] = [
        ("s", "x"),
        ("x", "s"),
        ("ch", "tr"),
        ("tr", "ch"),
        ("d", "gi"),
        ("gi", "d"),
        ("l", "n"),
        ("n", "l"),
        ("r", "d"),
        ("ng", "ngh"),
    ];
    let from = next(PAIRS.len());
    let (start, other) = (0..PAIRS.len())
        .map(|at| PAIRS[(at + from) % PAIRS.len()])
        .find(|(start, _)| word.starts_with(start))?;
    let wrong = format!("{other}{}", &word[start.len()..]);
    Some(wrong).filter(|wrong| is_syllable(wrong) || other == "ngh")
}
