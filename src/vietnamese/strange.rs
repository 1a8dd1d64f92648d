//! Characters that no Vietnamese text has.

use super::compose::is_mark;

/// The first character of a composed text that does not belong there: a mark without its letter, or
/// a letter of another script, which may look like one of ours (`а` of Cyrillic).
///
/// ```
/// use ke_hoach::vietnamese::strange;
/// assert_eq!(strange("Kế hoạch số 15/KH-UBND, 20 m², Đoàn “Lê Lợi”"), None);
/// assert_eq!(strange("Kế hoạch xã Lương Минь"), Some('М'));
/// assert_eq!(strange("Kế hoạch\u{323} ̣ "), Some('\u{323}'));
/// ```
pub fn strange(text: &str) -> Option<char> {
    text.chars().find(|letter| is_mark(*letter) || (letter.is_alphabetic() && !is_latin(*letter)))
}

fn is_latin(letter: char) -> bool {
    matches!(letter, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}
