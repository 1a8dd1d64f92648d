//! Spaces at which a line should not break: "số 27-NQ/TW", "ngày 09/11/2022", "Điều 5".

use super::lower;

/// No-break space: keeps what stands on its two sides on one line.
pub const NBSP: char = '\u{a0}';

/// Words that are read together with the number behind them.
const BEFORE_NUMBERS: [&str; 29] = [
    "số",
    "ngày",
    "tháng",
    "năm",
    "quý",
    "tuần",
    "điều",
    "khoản",
    "mục",
    "chương",
    "phần",
    "tập",
    "lục",
    "bảng",
    "biểu",
    "trang",
    "lần",
    "thứ",
    "khóa",
    "khoá",
    "kỳ",
    "đợt",
    "cấp",
    "quận",
    "phường",
    "thôn",
    "tổ",
    "khu",
    "giờ",
];

/// Units that are read together with the number before them.
const AFTER_NUMBERS: [&str; 7] = ["%", "mm", "cm", "m", "km", "kg", "ha"];

/// The text with no-break spaces between a number, in figures or Roman, and the word that it
/// belongs to, and between "điểm" and its letter.
///
/// ```
/// use ke_hoach::vietnamese::bind;
/// let bound = bind("Nghị quyết số 27-NQ/TW ngày 09/11/2022; điểm a khoản 2 Điều 5");
/// assert_eq!(bound.replace('\u{a0}', "_"), "Nghị quyết số_27-NQ/TW ngày_09/11/2022; điểm_a khoản_2 Điều_5");
/// ```
pub fn bind(text: &str) -> String {
    let mut words = text.split(' ').peekable();
    let mut out = String::with_capacity(text.len());
    while let Some(word) = words.next() {
        out.push_str(word);
        if let Some(next) = words.peek() {
            out.push(if belong_together(word, next) { NBSP } else { ' ' });
        }
    }
    out
}

fn belong_together(word: &str, next: &str) -> bool {
    // Most words are neither a number nor a unit nor a letter alone: they are told so at once.
    let starts = |c: char| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | '%');
    if next.len() > 4 && !next.starts_with(starts) {
        return false;
    }
    let word = word.trim_start_matches(['(', '“', '"', '[']);
    let next = next.trim_end_matches([',', ';', '.', ':', ')', '”', '"', ']']);
    let is_number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    match next {
        _ if is_number(next) || is_roman(next) => BEFORE_NUMBERS.contains(&lower(word).as_str()),
        _ if is_number(word) => AFTER_NUMBERS.contains(&next),
        _ => is_letter(next) && lower(word) == "điểm",
    }
}

fn is_letter(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

fn is_roman(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bound(text: &str) -> String {
        bind(text).replace(NBSP, "_")
    }

    #[test]
    fn a_number_stays_with_the_word_that_it_belongs_to() {
        for (text, expected) in [
            ("ngày 05 tháng 01 năm 2026", "ngày_05 tháng_01 năm_2026"),
            ("(khóa XIII), quý III năm 2021", "(khóa_XIII), quý_III năm_2021"),
            ("Mục I Phụ lục II", "Mục_I Phụ lục_II"),
            ("đạt 100 % và 20 ha", "đạt 100_% và 20_ha"),
        ] {
            assert_eq!(bound(text), expected);
        }
    }

    #[test]
    fn other_spaces_stay_open() {
        for text in [
            "số lượng",
            "năm nay",
            "một số nội dung",
            "điểm cầu",
            "quý Vị",
            "điểm là",
            "tổ Lan",
            " ",
            "",
            "27 xã",
        ] {
            assert_eq!(bound(text), text);
        }
    }
}
