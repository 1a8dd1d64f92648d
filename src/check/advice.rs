//! What is said beside a field once the user pauses: one thing at a time, and only what is certain.

use crate::plan::one_line;
use crate::vietnamese::{lower, upper};

/// Looks at what a field holds; gives back what is to be said of it, if anything.
pub type Advice = fn(&str) -> Option<&'static str>;

/// More words than a subject has that is "một câu ngắn gọn hoặc một cụm từ".
const LONG_SUBJECT: usize = 70;

/// Of the subject (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 5, điểm a).
///
/// ```
/// use ke_hoach::check::advice;
/// assert!(advice::subject("Kế hoạch phòng, chống hạn").is_some());
/// assert_eq!(advice::subject("phòng, chống hạn năm 2026"), None);
/// ```
pub fn subject(text: &str) -> Option<&'static str> {
    let text = one_line(text);
    let begins = |words: &str| lower(&text).starts_with(words);
    if begins("kế hoạch ") && !begins("kế hoạch hóa") && !begins("kế hoạch hoá") {
        Some("“KẾ HOẠCH” đã in ở dòng trên: trích yếu không ghi lại.")
    } else if begins("v/v") {
        Some("“V/v” chỉ dùng cho công văn: hãy bỏ đi.")
    } else if text.ends_with(['.', ';', ':']) {
        Some("Cuối trích yếu không có dấu.")
    } else if is_shouted(&text) {
        Some("Trích yếu viết chữ thường; chỉ viết hoa đầu câu và tên riêng.")
    } else if text.split(' ').count() > LONG_SUBJECT {
        Some("Trích yếu dài: hãy rút lại thành một câu ngắn gọn.")
    } else {
        None
    }
}

/// Of the number (khoản 3, điểm a: Arabic numerals).
pub fn number(text: &str) -> Option<&'static str> {
    let is_number = text.trim().chars().all(|letter| letter.is_ascii_digit());
    (!is_number).then_some("Chỉ ghi chữ số; ký hiệu ghi ở ô bên cạnh.")
}

/// Of the symbol (khoản 3, điểm b: nothing stands between its parts but their marks).
pub fn symbol(text: &str) -> Option<&'static str> {
    let text = text.trim();
    if text.contains(char::is_whitespace) {
        Some("Ký hiệu viết liền, không có dấu cách.")
    } else if text.starts_with(|letter: char| letter.is_ascii_digit()) {
        Some("Ô này chỉ ghi ký hiệu; số ghi ở ô bên cạnh.")
    } else {
        None
    }
}

/// Of the place (khoản 4, điểm a: the unit's own name).
pub fn place(text: &str) -> Option<&'static str> {
    let text = lower(text.trim());
    let noun = ["xã ", "tỉnh ", "phường ", "đặc khu "].into_iter().find_map(|noun| text.strip_prefix(noun));
    let named = noun.is_some_and(|name| !name.starts_with(|letter: char| letter.is_ascii_digit()));
    named.then_some("Địa danh chỉ ghi tên riêng, không ghi “xã”, “phường”, “tỉnh”.")
}

/// Of the name of who signs (khoản 7, điểm c: no academic titles; điểm đ: running case).
pub fn signer(text: &str) -> Option<&'static str> {
    let words = lower(text);
    let titled = ["ts.", "ths.", "pgs.", "gs.", "cn.", "ks.", "bs.", "thạc sĩ", "tiến sĩ"];
    if titled.iter().any(|title| words.trim_start().starts_with(title)) {
        Some("Trước họ tên không ghi học hàm, học vị.")
    } else if is_shouted(text) {
        Some("Họ và tên viết chữ thường, hoa chữ đầu mỗi tiếng.")
    } else {
        None
    }
}

/// Of a recipient (khoản 9): its mark is the app's.
pub fn recipient(text: &str) -> Option<&'static str> {
    let text = text.trim();
    let marked = text.ends_with([';', ',', '.']) || text.starts_with(['-', '–']);
    marked.then_some("Gạch đầu dòng và dấu cuối dòng do ứng dụng ghi.")
}

/// Of the opening: it leads over to the sections.
pub fn opening(text: &str) -> Option<&'static str> {
    let text = text.trim_end();
    (!text.is_empty() && !text.ends_with(':')).then_some("Phần mở đầu thường kết thúc bằng “như sau:”.")
}

/// Of the closing: the mark after it is the app's.
pub fn closing(text: &str) -> Option<&'static str> {
    text.trim_end().ends_with("./.").then_some("Dấu “./.” do ứng dụng ghi: hãy xóa ở đây.")
}

/// Whether a text of several words is written in capitals alone.
fn is_shouted(text: &str) -> bool {
    text.trim().contains(' ') && text == upper(text) && text != lower(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of a text, and what is not of one that looks like it.
    fn tells(advice: Advice, of: &str, not_of: &str) {
        assert!(advice(of).is_some(), "{of}");
        assert_eq!(advice(not_of), None, "{not_of}");
    }

    #[test]
    fn nothing_is_said_of_a_blank_field() {
        for advice in [subject, number, symbol, place, signer, recipient, opening, closing] {
            assert_eq!(advice(""), None);
        }
    }

    #[test]
    fn of_a_subject_what_the_vietnamese_clerk_strikes_out() {
        tells(subject, "Kế hoạch phòng, chống hạn", "kế hoạch hóa gia đình năm 2026");
        tells(subject, "V/v phòng, chống hạn", "về việc phòng, chống hạn");
        tells(subject, "phòng, chống hạn.", "thực hiện Nghị quyết số 27-NQ/TW");
        tells(subject, "PHÒNG, CHỐNG HẠN NĂM 2026", "HIV");
        let long = "phòng, chống hạn ".repeat(30);
        tells(subject, long.trim_end(), "phòng, chống hạn,\nxâm nhập mặn");
    }

    #[test]
    fn of_what_stands_around_the_text() {
        tells(number, "15/KH", "15");
        tells(symbol, "KH - UBND", "KH-MTTQ-BTT");
        tells(symbol, "15/KH-UBND", "KH/ĐU");
        tells(place, "xã Lương Minh", "Lương Minh");
        tells(place, "Phường Ba Đình", "phường 1");
        tells(signer, "ThS. Nguyễn Văn An", "Ths Bảo An");
        tells(signer, "NGUYỄN VĂN AN", "Nguyễn Văn An");
        tells(recipient, "- Công an xã;", "Công an xã");
        tells(opening, "ban hành Kế hoạch như sau.", "ban hành Kế hoạch như sau: ");
        tells(closing, "Trên đây là Kế hoạch./.", "Trên đây là Kế hoạch.");
    }
}
