//! Title or sentence: what the first line of an item is.

use super::words::{begins_capital, count, is_caps};

/// How a line reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// "Mục đích", "Ban Dân chủ - Pháp luật".
    Title,
    /// One sentence with its full stop: other items of the level decide.
    Either,
    /// Text.
    Sentence,
}

/// A title has at most so many words …
pub const LONGEST: usize = 60;
/// … and at most so many when a full stop does not make it doubtful …
const SHORT: usize = 12;
/// … and at most so many when a colon leads on from it.
const LEADING: usize = 20;

/// Reads the first line of an item that has something under it.
pub fn reading(line: &str) -> Reading {
    let words = count(line);
    let colon_inside = line.contains(": ") && words > LEADING;
    if words > LONGEST || colon_inside || has_sentence_end_inside(line) {
        return Reading::Sentence;
    }
    match line.trim_end_matches('.').chars().next_back() {
        Some(';' | ',' | '!' | '?') => Reading::Sentence,
        Some(':') if words > LEADING => Reading::Sentence,
        _ if line.ends_with('.') && words > SHORT => Reading::Either,
        _ => Reading::Title,
    }
}

/// Whether a sentence ends before the end of the line: "… thực hiện. Các …".
fn has_sentence_end_inside(line: &str) -> bool {
    line.match_indices(". ").any(|(at, _)| {
        // "TP. Hồ Chí Minh", "V. I. Lênin": the full stop of a short form.
        let word = line[..at].rsplit(' ').next().unwrap_or_default();
        word.contains(char::is_lowercase) && begins_capital(&line[at + 2..])
    })
}

/// A section's heading and the text that ran on behind it: "V. KINH PHÍ: Từ ngân sách …".
pub fn split_heading(heading: &str) -> (&str, &str) {
    for (at, sign) in heading.match_indices([':', '.']) {
        let (title, text) = (&heading[..at], heading[at + sign.len()..].trim_start());
        let caps = is_caps(title) && !is_caps(text) && count(title) > 1;
        let long = sign == ":" && count(text) > LEADING;
        if (caps || long) && begins_capital(text) && heading[at + sign.len()..].starts_with(' ') {
            return (title.trim_end(), text);
        }
    }
    (heading, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_lines_are_titles_and_sentences_are_not() {
        assert_eq!(reading("Mục đích"), Reading::Title);
        assert_eq!(reading("Các ban chuyên môn cơ quan Ủy ban MTTQ tỉnh."), Reading::Title);
        assert_eq!(reading("Đại biểu khách mời:"), Reading::Title);
        assert_eq!(reading("Nắm tình hình. Báo cáo kịp thời"), Reading::Sentence);
        assert_eq!(
            reading("Nắm bắt kịp thời tình hình, kết quả tổ chức triển khai công tác bầu cử tại xã."),
            Reading::Either
        );
        assert_eq!(reading("Hỗ trợ các thôn;"), Reading::Sentence);
    }

    #[test]
    fn text_that_ran_on_behind_a_heading_is_parted_from_it() {
        assert_eq!(
            split_heading("KINH PHÍ THỰC HIỆN: Từ ngân sách xã."),
            ("KINH PHÍ THỰC HIỆN", "Từ ngân sách xã.")
        );
        assert_eq!(split_heading("MỤC ĐÍCH, YÊU CẦU"), ("MỤC ĐÍCH, YÊU CẦU", ""));
        assert_eq!(split_heading("CÁC BAN TP. HỒ CHÍ MINH"), ("CÁC BAN TP. HỒ CHÍ MINH", ""));
    }
}
