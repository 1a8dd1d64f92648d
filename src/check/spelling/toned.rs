//! Where syllables have their tone marks: the two places in open syllables with oa, oe, uy, and wrong ones.

use super::key;
use crate::check::manuscript::Form;
use crate::vietnamese::{compose, is_vowel, second_vowel_tones};

/// Where a word has its tone that may have it in two places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Toned {
    /// hòa, ủy.
    First,
    /// hoà, uỷ.
    Second,
}

impl Toned {
    /// Where a word in small letters has it.
    pub(in crate::check) fn of(small: &str) -> Option<Toned> {
        if first_vowel_tone(small).is_some() {
            return Some(Toned::Second);
        }
        // Where the mark on the second vowel is all there may be (quý), the two ways do not differ.
        (!small.starts_with("qu") && second_vowel_tones(small) != small).then_some(Toned::First)
    }
}

/// The word with its tone on the first vowel, where it stands on the second.
pub(in crate::check) fn first_vowel_tone(small: &str) -> Option<String> {
    const MOVED: [(&str, &str); 15] = [
        ("oà", "òa"),
        ("oá", "óa"),
        ("oả", "ỏa"),
        ("oã", "õa"),
        ("oạ", "ọa"),
        ("oè", "òe"),
        ("oé", "óe"),
        ("oẻ", "ỏe"),
        ("oẽ", "õe"),
        ("oẹ", "ọe"),
        ("uỳ", "ùy"),
        ("uý", "úy"),
        ("uỷ", "ủy"),
        ("uỹ", "ũy"),
        ("uỵ", "ụy"),
    ];
    if small.starts_with("qu") {
        return None;
    }
    MOVED.iter().find_map(|(new, old)| Some(format!("{}{old}", small.strip_suffix(new)?)))
}

/// A syllable with its tone where that belongs, if it has it elsewhere: nại for naị, quá for qúa.
pub(in crate::check) fn retoned(own: &Form) -> Option<String> {
    let right = if own.is_syllable { toned_right(&own.small).or_else(|| closed(&own.small)) } else { None };
    right.or_else(|| glided(&own.small))
}

/// The marks of the tones behind a letter, in the order of [`key`].
const MARKS: [&str; 6] = ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"];

/// Before a consonant the last vowel has the tone: đoàn, not đòan.
fn closed(small: &str) -> Option<String> {
    let (last, vowel) = small.char_indices().rfind(|(_, c)| is_vowel(*c))?;
    let (head, end) = (&small[..last], &small[last + vowel.len_utf8()..]);
    let before = head.chars().next_back().filter(|c| is_vowel(*c) && !c.is_ascii())?;
    let (plain, tone) = key(before.encode_utf8(&mut [0; 4]))?;
    let mark = MARKS.get(tone).filter(|mark| !mark.is_empty() && !end.is_empty())?;
    let head = &head[..head.len() - before.len_utf8()];
    Some(compose(&format!("{head}{plain}{vowel}{mark}{end}")))
}

/// Two vowels at the end of a syllable of which the first has the tone: nại, not naị.
const OPEN: &str = " ai ao au ay âu ây eo êu iu oi ôi ơi ui ưi ưu ia ua ưa ";

/// A syllable as it is written, if its tone stands on the last of such vowels.
fn toned_right(small: &str) -> Option<String> {
    let mut letters = small.chars().rev();
    let last = letters.next().filter(|c| !c.is_ascii())?;
    let first = letters.next().filter(|c| is_vowel(*c))?;
    let (plain, tone) = key(last.encode_utf8(&mut [0; 4]))?;
    let open = OPEN.contains(&format!(" {first}{plain} "));
    let head = &small[..small.len() - last.len_utf8()];
    // Of "qu" and "gi" the vowel belongs to the consonant: qúa is quá, gía is giá.
    let glide = matches!(head, "qu" | "gi");
    let mark = MARKS.get(tone).filter(|mark| !mark.is_empty())?;
    (open && !glide).then(|| compose(&format!("{head}{mark}{plain}")))
}

/// The vowel of "qu" and "gi" has the tone that belongs to the one behind it: qúa, đánh gía.
fn glided(small: &str) -> Option<String> {
    const GLIDES: [(&str, &str, &str); 10] = [
        ("qú", "qu", "\u{301}"),
        ("qù", "qu", "\u{300}"),
        ("qủ", "qu", "\u{309}"),
        ("qũ", "qu", "\u{303}"),
        ("qụ", "qu", "\u{323}"),
        ("gí", "gi", "\u{301}"),
        ("gì", "gi", "\u{300}"),
        ("gỉ", "gi", "\u{309}"),
        ("gĩ", "gi", "\u{303}"),
        ("gị", "gi", "\u{323}"),
    ];
    let (head, plain, tone) = GLIDES.iter().find(|(head, ..)| small.starts_with(head))?;
    let rest = small.strip_prefix(head)?;
    let vowel = rest.chars().next().filter(|c| is_vowel(*c))?;
    Some(compose(&format!("{plain}{vowel}{tone}{}", &rest[vowel.len_utf8()..])))
}
