//! Where the tone mark stands in open syllables with oa, oe, uy.

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

/// The five tones on each vowel, in one order; the first of each row carries none.
const TONES: [[char; 6]; 10] = [
    ['o', 'ò', 'ó', 'ỏ', 'õ', 'ọ'],
    ['u', 'ù', 'ú', 'ủ', 'ũ', 'ụ'],
    ['a', 'à', 'á', 'ả', 'ã', 'ạ'],
    ['e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ'],
    ['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'],
    ['O', 'Ò', 'Ó', 'Ỏ', 'Õ', 'Ọ'],
    ['U', 'Ù', 'Ú', 'Ủ', 'Ũ', 'Ụ'],
    ['A', 'À', 'Á', 'Ả', 'Ã', 'Ạ'],
    ['E', 'È', 'É', 'Ẻ', 'Ẽ', 'Ẹ'],
    ['Y', 'Ỳ', 'Ý', 'Ỷ', 'Ỹ', 'Ỵ'],
];

fn moved(first: char, second: char) -> Option<[char; 2]> {
    let (row, tone) =
        TONES.iter().find_map(|row| Some((row, row.iter().position(|letter| *letter == first)?)))?;
    let other = TONES.iter().find(|row| row[0] == second)?;
    let pair = [row[0].to_ascii_lowercase(), second.to_ascii_lowercase()];
    let moves = tone > 0 && matches!(pair, ['o', 'a' | 'e'] | ['u', 'y']);
    moves.then(|| [row[0], other[tone]])
}
