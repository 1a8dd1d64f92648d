//! What no syllable of Vietnamese can be.

use std::ops::Range;

use super::lexicon::Lexicon;
use crate::check::manuscript::{Paragraph, Word};
use crate::check::rules::is_listed;
use crate::vietnamese::{is_syllable, is_vowel, lower, lower_letter, toneless};

/// A word that is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Odd {
    /// Where it stands.
    pub range: Range<usize>,
    /// Where a space is missing, if it is two words.
    pub apart: Option<usize>,
}

/// Words of peoples and loans that are written with Vietnamese letters all the same.
const LOANS: [&str; 9] = ["gươl", "tơrưng", "prôtêin", "crôm", "clo", "brôm", "tuýp", "ngoằm", "glucô"];

/// The words of a paragraph that can be no syllables. Names may be spelt as they like, and words without
/// any mark may be of another language.
pub fn find(paragraph: &Paragraph) -> Vec<Odd> {
    let odd = |word: &&Word| {
        let written = paragraph.slice(word.at.clone());
        let small = written.starts_with(|c: char| c == lower_letter(c) && c.is_alphabetic());
        let beside = |c: Option<char>| c.is_some_and(|c| matches!(c, '-' | '/' | '\'' | '’' | '_' | '@'));
        let joined = beside(paragraph.before(word.at.start).chars().next_back())
            || beside(paragraph.behind(word.at.end).chars().next());
        let strange = word
            .small
            .chars()
            .any(|c| !c.is_alphabetic() || c > '\u{1eff}' || ('\u{250}'..'\u{1e00}').contains(&c));
        small && !joined && !strange
    };
    // Most words are written in one case, and are syllables.
    let names =
        paragraph.words.iter().filter(|word| !word.is_loud).filter_map(|word| {
            Some(Odd { range: word.at.clone(), apart: Some(word.at.start + word.apart?) })
        });
    let other = |word: &&Word| {
        !word.is_syllable && word.letters > 1 && (!word.small.is_ascii() || is_mute(&word.small))
    };
    let strange = paragraph.words.iter().filter(other).filter(odd);
    let small = strange.filter(|word| !LOANS.contains(&word.small.as_str())).filter_map(|word| {
        let apart = apart(&word.small);
        let is_loan = apart.is_none() && is_joined(&word.small, 3);
        (!is_loan).then(|| Odd { range: word.at.clone(), apart: apart.map(|at| word.at.start + at) })
    });
    // In a line of capitals names are joined as well: BÀTRƯNG.
    let loud = paragraph.words.iter().filter(other).filter(|word| word.is_loud).filter_map(|word| {
        let at = loud_apart(&word.small).filter(|_| stands_alone(paragraph, word))?;
        Some(Odd { range: word.at.clone(), apart: Some(word.at.start + at) })
    });
    names.chain(small).chain(loud).collect()
}

/// What is written in small letters without a vowel, and is no slip: units, and abbreviations of everyday.
const MUTE: &str = " kwh vnd vnđ stt bch bcđ ths nxb sms www http https html pdf xls xlsx doc docx ppt jpg png mp mttq ubnd hđnd tncs \
    ccb lhpn thcs thpt gdđt vhtt pccc cnch pctt tkcn cchc qpan ktxh nsnn bhxh bhyt tdtt ttđt đktt hndn nvqs ";

/// Whether a word of three letters and more has no vowel: `trng`, `hnh`. Shorter ones may be units.
fn is_mute(small: &str) -> bool {
    small.chars().count() > 2 && !small.contains(is_vowel) && !is_listed(MUTE, small)
}

/// Whether nothing but blanks and marks stands beside a word: no part of a symbol.
fn stands_alone(paragraph: &Paragraph, word: &Word) -> bool {
    let part = |c: Option<char>| c.is_some_and(|c| matches!(c, '-' | '/' | '&' | '.' | '_'));
    !part(paragraph.text[..word.at.start].chars().next_back())
        && !part(paragraph.text[word.at.end..].chars().next())
}

/// Where two syllables in capitals were written together: the only way to read them, each with a mark or a
/// tone of its own, so that no abbreviation is one of them.
fn loud_apart(small: &str) -> Option<usize> {
    let marked = |part: &str| !part.is_ascii() && part.chars().count() > 1 && is_syllable(part);
    let mut cuts = small.char_indices().skip(1).filter(|(at, _)| {
        let (first, second) = small.split_at(*at);
        marked(first) && marked(second)
    });
    let cut = cuts.next()?;
    cuts.next().is_none().then_some(cut.0)
}

/// Where two syllables were written together of which the second begins with a capital: ĐứcMạnh, xãYên. Names
/// of goods and programs without any mark are spelt so on purpose.
pub(in crate::check) fn names_apart(written: &str) -> Option<usize> {
    let big = |c: char| c != lower_letter(c) && c.is_alphabetic();
    let mut letters = written.char_indices().skip(1).filter(|(_, c)| big(*c));
    let whole = |part: &str| part.chars().count() > 1 && is_syllable(&lower(part));
    // "UBNDxã", "TWphối hợp"
    let small = written.find(|c: char| !big(c)).unwrap_or_default();
    let (short, rest) = written.split_at(small);
    if short.chars().nth(1).is_some() && !rest.is_ascii() && !rest.contains(big) && whole(rest) {
        return Some(small);
    }
    let (at, _) = letters.next().filter(|_| !written.is_ascii())?;
    let (first, second) = written.split_at(at);
    (letters.next().is_none() && whole(first) && whole(second)).then_some(at)
}

/// Where two syllables of the lexicon were written together: such as are one word of it, or such as can be
/// read in no other way and have a tone.
fn apart(small: &str) -> Option<usize> {
    let lexicon = Lexicon::get();
    let known = |part: &str| lexicon.id(part).filter(|_| is_syllable(part));
    let cut = |(at, _)| {
        let (first, second) = small.split_at(at);
        Some((at, lexicon.is_word(known(first)?, known(second)?)))
    };
    let cuts: Vec<(usize, bool)> = small.char_indices().filter_map(cut).collect();
    let word = cuts.iter().find(|(_, is_word)| *is_word);
    // Syllables of loans are short.
    let long = |at: usize| small[..at].chars().count().min(small[at..].chars().count()) > 2;
    let only = cuts.first().filter(|(at, _)| cuts.len() == 1 && (is_toned(small) || long(*at)));
    // "theo", "trong", "và" beside anything.
    let usual = |part: &str| known(part).is_some_and(|id| lexicon.usual().contains(&id));
    let mut joints = cuts.iter().filter(|(at, _)| usual(&small[..*at]) || usual(&small[*at..]));
    let joint = joints.next().filter(|_| joints.next().is_none());
    word.or(only).or(joint).map(|(at, _)| *at)
}

/// Whether a word is some syllables written together.
fn is_joined(small: &str, most: usize) -> bool {
    let toned = |part: &str| toneless(part).is_some_and(|(_, tone)| tone > 0);
    is_syllable(small)
        || most > 1
            && small.char_indices().skip(1).any(|(at, letter)| {
                let (first, rest) = small.split_at(at);
                // Of a loan no more than one syllable has a tone, and each begins with a consonant.
                !is_vowel(letter)
                    && is_syllable(first)
                    && is_joined(rest, most - 1)
                    && !(toned(first) && is_toned(rest))
            })
}

/// Whether a letter of a word carries a tone.
fn is_toned(word: &str) -> bool {
    word.chars().any(|letter| toneless(letter.encode_utf8(&mut [0; 4])).is_some_and(|(_, tone)| tone > 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::manuscript::{Place, Within};
    use crate::import::Role;

    fn odd(text: &str) -> Vec<String> {
        let paragraph = Paragraph::new(Role::Text, Within::default(), Place::Line(1), text);
        find(&paragraph).into_iter().map(|odd| paragraph.text[odd.range].to_owned()).collect()
    }

    #[test]
    fn words_that_no_syllable_can_be_are_told() {
        for (text, word) in [
            ("quyết cưỡnng chế", "cưỡnng"),
            ("nghành giáo dục", ""),
            ("các nghànhh", "nghànhh"),
            ("thựchiện nhiệm vụ", "thựchiện"),
            ("phát triễnn", "triễnn"),
            ("tổ chưc họp", "chưc"),
        ] {
            let found = odd(text);
            if !word.is_empty() {
                assert_eq!(found, [word], "{text}");
            }
        }
        assert_eq!(odd("các nghành"), ["nghành"]);
    }

    #[test]
    fn names_loans_and_other_languages_stay() {
        for text in
            ["xã Đắk Pơ, nhà gươl, ôxy, cácbon", "Mát-xcơ-va, xcơ-ti", "website, file", "ngoằn ngoèo, khuỷu"]
        {
            assert_eq!(odd(text), [""; 0], "{text}");
        }
    }
}
