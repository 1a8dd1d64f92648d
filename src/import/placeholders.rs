//! What a page shows for a field that nobody has filled in yet: read back, it is blank again.

use crate::vietnamese::lower;

const PLACEHOLDERS: [&str; 8] = [
    "(cơ quan ban hành)",
    "(ký hiệu)",
    "(địa danh)",
    "(trích yếu)",
    "(nội dung)",
    "(chức vụ)",
    "(họ và tên)",
    "(tên phụ lục)",
];

/// Whether a text is a placeholder, whatever its case and what ends it.
pub fn is_placeholder(text: &str) -> bool {
    text.starts_with('(') && PLACEHOLDERS.contains(&lower(text.trim_end_matches(['.', '/', ';'])).as_str())
}

/// The text, blank where it is a placeholder.
pub fn filled_in(text: String) -> String {
    if is_placeholder(&text) { String::new() } else { text }
}
