//! Capitals and small letters.
//!
//! By rule for the Latin letters up to U+017F and the Vietnamese ones; letters of other
//! scripts stay as they are. The tables of the standard library know every script and
//! cost 9 KB of the compressed wasm.

/// The text in capitals, as headings and header lines print it.
///
/// ```
/// assert_eq!(ke_hoach::vietnamese::upper("Đảng ủy xã Lương Minh"), "ĐẢNG ỦY XÃ LƯƠNG MINH");
/// ```
pub fn upper(text: &str) -> String {
    text.chars().map(upper_letter).collect()
}

/// The text in small letters.
///
/// ```
/// assert_eq!(ke_hoach::vietnamese::lower("ĐẶNG VĂN ỚT"), "đặng văn ớt");
/// ```
pub fn lower(text: &str) -> String {
    text.chars().map(lower_letter).collect()
}

/// The text with a capital at its beginning.
///
/// ```
/// assert_eq!(ke_hoach::vietnamese::sentence_case("ủy ban nhân dân xã"), "Ủy ban nhân dân xã");
/// ```
pub fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(upper_letter).into_iter().chain(letters).collect()
}

/// A letter as a capital.
pub fn upper_letter(letter: char) -> char {
    match letter {
        '\0'..='\x7f' => letter.to_ascii_uppercase(),
        '÷' => letter,
        'à'..='þ' => step(letter, -0x20),
        'ÿ' => 'Ÿ',
        'ı' => 'I',
        'ư' => 'Ư',
        _ => match pair(letter) {
            Some(Half::Small) => step(letter, -1),
            _ => letter,
        },
    }
}

/// A letter as a small one.
pub fn lower_letter(letter: char) -> char {
    match letter {
        '\0'..='\x7f' => letter.to_ascii_lowercase(),
        '×' => letter,
        'À'..='Þ' => step(letter, 0x20),
        'Ÿ' => 'ÿ',
        'İ' => 'i',
        'Ư' => 'ư',
        _ => match pair(letter) {
            Some(Half::Capital) => step(letter, 1),
            _ => letter,
        },
    }
}

enum Half {
    Capital,
    Small,
}

/// Which half of a pair a letter is, where Unicode puts each small letter behind its capital.
fn pair(letter: char) -> Option<Half> {
    let even = u32::from(letter) % 2 == 0;
    let capital = match letter {
        'Ạ'..='ỹ' => even,
        'ı' | 'ĸ' | 'ŉ' | 'ſ' | 'İ' | 'Ÿ' => return None,
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ơ'..='ơ' | 'Ḁ'..='ẕ' => even,
        'Ĺ'..='ň' | 'Ź'..='ž' => !even,
        _ => return None,
    };
    Some(if capital { Half::Capital } else { Half::Small })
}

fn step(letter: char, by: i32) -> char {
    u32::from(letter).checked_add_signed(by).and_then(char::from_u32).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_of_the_latin_blocks_agrees_with_unicode() {
        let latin = ('\0'..='\u{17f}')
            .chain("ơƠưƯ".chars())
            .chain('\u{1e00}'..='\u{1e95}')
            .chain('\u{1ea0}'..='\u{1ef9}');
        // Letters that change into two, or into a letter of another block, stay as they are.
        let apart = |letter: &char| !matches!(letter, 'ß' | 'µ' | 'ŉ' | 'ſ' | 'İ');
        for letter in latin.filter(apart) {
            assert_eq!(upper_letter(letter).to_string(), letter.to_uppercase().to_string(), "{letter}");
            assert_eq!(lower_letter(letter).to_string(), letter.to_lowercase().to_string(), "{letter}");
        }
    }

    #[test]
    fn combining_marks_and_other_scripts_stay() {
        assert_eq!(upper("ti\u{ea}\u{301}ng Ж ж 国"), "TI\u{ca}\u{301}NG Ж ж 国");
    }
}
