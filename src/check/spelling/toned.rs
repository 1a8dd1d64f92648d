//! The two places in which open syllables with oa, oe, uy have their tone marks.

use crate::vietnamese::second_vowel_tones;

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
