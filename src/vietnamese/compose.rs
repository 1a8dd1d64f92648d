//! Vietnamese letters out of a base letter and combining marks.
//!
//! By rule for the vowels of Vietnamese alone: the tables of all of Unicode would be larger
//! than the rest of the reading. Marks on other letters stay as they are.

use super::{lower_letter, upper_letter};

/// The vowels without a tone and with huyền, sắc, hỏi, ngã, nặng.
pub(super) const VOWELS: [[char; 6]; 12] = [
    ['a', 'à', 'á', 'ả', 'ã', 'ạ'],
    ['ă', 'ằ', 'ắ', 'ẳ', 'ẵ', 'ặ'],
    ['â', 'ầ', 'ấ', 'ẩ', 'ẫ', 'ậ'],
    ['e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ'],
    ['ê', 'ề', 'ế', 'ể', 'ễ', 'ệ'],
    ['i', 'ì', 'í', 'ỉ', 'ĩ', 'ị'],
    ['o', 'ò', 'ó', 'ỏ', 'õ', 'ọ'],
    ['ô', 'ồ', 'ố', 'ổ', 'ỗ', 'ộ'],
    ['ơ', 'ờ', 'ớ', 'ở', 'ỡ', 'ợ'],
    ['u', 'ù', 'ú', 'ủ', 'ũ', 'ụ'],
    ['ư', 'ừ', 'ứ', 'ử', 'ữ', 'ự'],
    ['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'],
];

/// The text with its Vietnamese letters composed (NFC for these letters), whatever the order
/// in which the marks were typed.
///
/// ```
/// use ke_hoach::vietnamese::compose;
/// assert_eq!(compose("Lu\u{31b}o\u{31b}ng, Việ\u{323}t, a\u{323}\u{302}, Ty\u{309}"), "Lương, Việ\u{323}t, ậ, Tỷ");
/// ```
pub fn compose(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        let composed = out.chars().next_back().filter(|_| is_mark(letter)).and_then(|base| on(base, letter));
        match composed {
            Some(composed) => {
                out.pop();
                out.push(composed);
            }
            None => out.push(letter),
        }
    }
    out
}

/// Whether a character is one of the marks that Vietnamese letters carry.
pub(crate) fn is_mark(letter: char) -> bool {
    shaped('o', letter).is_some() || shaped('a', letter).is_some() || tone(letter).is_some()
}

/// Whether a letter is a vowel of Vietnamese, with or without marks.
pub(crate) fn is_vowel(letter: char) -> bool {
    place(lower_letter(letter)).is_some()
}

/// `mark` on a letter that does not carry one of its kind yet.
fn on(letter: char, mark: char) -> Option<char> {
    let small = lower_letter(letter);
    let (row, column) = place(small)?;
    let composed = match tone(mark) {
        Some(tone) if column == 0 => VOWELS[row][tone],
        Some(_) => return None,
        None => {
            let shaped = shaped(VOWELS[row][0], mark)?;
            VOWELS[place(shaped)?.0][column]
        }
    };
    Some(if small == letter { composed } else { upper_letter(composed) })
}

/// Where a small letter stands in the table.
pub(super) fn place(letter: char) -> Option<(usize, usize)> {
    VOWELS
        .iter()
        .enumerate()
        .find_map(|(row, letters)| Some((row, letters.iter().position(|one| *one == letter)?)))
}

fn tone(mark: char) -> Option<usize> {
    match mark {
        '\u{300}' | '\u{340}' => Some(1),
        '\u{301}' | '\u{341}' => Some(2),
        '\u{309}' => Some(3),
        '\u{303}' => Some(4),
        '\u{323}' => Some(5),
        _ => None,
    }
}

/// A plain vowel with circumflex, breve or horn.
fn shaped(vowel: char, mark: char) -> Option<char> {
    Some(match (vowel, mark) {
        ('a', '\u{302}') => 'â',
        ('e', '\u{302}') => 'ê',
        ('o', '\u{302}') => 'ô',
        ('a', '\u{306}') => 'ă',
        ('o', '\u{31b}') => 'ơ',
        ('u', '\u{31b}') => 'ư',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tone marks in the order of the table.
    const TONES: [&str; 6] = ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"];
    const SHAPES: [(char, &str); 12] = [
        ('a', ""),
        ('a', "\u{306}"),
        ('a', "\u{302}"),
        ('e', ""),
        ('e', "\u{302}"),
        ('i', ""),
        ('o', ""),
        ('o', "\u{302}"),
        ('o', "\u{31b}"),
        ('u', ""),
        ('u', "\u{31b}"),
        ('y', ""),
    ];

    #[test]
    fn every_vowel_is_composed_in_either_order_of_its_marks_small_and_capital() {
        for (row, (base, shape)) in VOWELS.iter().zip(SHAPES) {
            for (letter, tone) in row.iter().zip(TONES) {
                let capital = letter.to_uppercase().collect::<String>();
                for (base, composed) in [(base, letter.to_string()), (base.to_ascii_uppercase(), capital)] {
                    assert_eq!(compose(&format!("{base}{shape}{tone}")), composed);
                    assert_eq!(compose(&format!("{base}{tone}{shape}")), composed);
                }
            }
        }
    }

    #[test]
    fn marks_that_make_no_vietnamese_letter_stay() {
        for text in ["n\u{303}", "e\u{306}", "\u{301}a", "á\u{300}", "e\u{301}\u{31b}", "o\u{308}"] {
            assert_eq!(compose(text), if text.starts_with("e\u{301}") { "é\u{31b}" } else { text });
        }
    }
}
