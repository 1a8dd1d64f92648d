//! Where the tone mark stands in open syllables with oa, oe, uy.

use super::compose::{VOWELS, place};
use super::{lower_letter, upper_letter};

/// The text with the tone mark on the second vowel of open oa, oe and uy: hoà, khoẻ, uỷ.
/// Closed syllables have it there anyway, and "quy" is not uy.
///
/// ```
/// use ke_hoach::vietnamese::second_vowel_tones;
/// assert_eq!(second_vowel_tones("ĐẢNG ỦY, Ủy ban, hòa, hoàn, quý"), "ĐẢNG UỶ, Uỷ ban, hoà, hoàn, quý");
/// ```
pub fn second_vowel_tones(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        let next = letters.get(at + 1).copied();
        let ends = !letters.get(at + 2).is_some_and(|letter| letter.is_alphabetic());
        match next.filter(|_| ends).and_then(|next| moved(letter, next)) {
            Some(pair) => {
                out.extend(pair);
                at += 2;
            }
            None => {
                out.push(letter);
                at += 1;
            }
        }
    }
    out
}

/// Both vowels with the tone of the first on the second, where that is its place.
fn moved(first: char, second: char) -> Option<[char; 2]> {
    let (row, tone) = place(lower_letter(first))?;
    let (other, plain) = place(lower_letter(second))?;
    let pair = [VOWELS[row][0], VOWELS[other][0]];
    let moves = tone > 0 && plain == 0 && matches!(pair, ['o', 'a' | 'e'] | ['u', 'y']);
    let like = |source: char, letter: char| {
        if source == lower_letter(source) { letter } else { upper_letter(letter) }
    };
    moves.then(|| [like(first, pair[0]), like(second, VOWELS[other][tone])])
}
