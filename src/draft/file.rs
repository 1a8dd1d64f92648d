//! What files are called, and how a draft is told from others.

use crate::format::Defaults;
use crate::plan::Plan;
use crate::vietnamese::slug;

/// The ending of draft files.
pub const FILE_ENDING: &str = ".kehoach.json";

/// The name of a plan's files without ending: number, symbol and subject without
/// diacritics, or `ke-hoach` while all of these are blank.
pub fn file_stem(plan: &Plan) -> String {
    let symbol = match plan.symbol.trim() {
        "" => Defaults::for_plan(plan).symbol,
        symbol => symbol.to_owned(),
    };
    let stem = slug(&format!("{} {symbol} {}", plan.number, plan.name().unwrap_or_default()), 80);
    if stem.is_empty() { "ke-hoach".into() } else { stem }
}

/// The first character of a file that is text, past what may stand before it.
pub fn first_letter(bytes: &[u8]) -> Option<char> {
    let begins = String::from_utf8_lossy(bytes.get(..8).unwrap_or(bytes));
    begins.chars().find(|letter| !['\u{feff}', ' ', '\n', '\r'].contains(letter))
}

/// Whether a file is a draft by its content, whole or not.
pub fn is_draft(bytes: &[u8]) -> bool {
    first_letter(bytes) == Some('{')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_after_symbol_and_subject_without_diacritics() {
        let mut plan = Plan { symbol: "KH/ĐUK".into(), number: "80".into(), ..Plan::default() };
        plan.subject = "thực hiện Nghị quyết số 27-NQ/TW".into();
        assert_eq!(file_stem(&plan), "80-kh-duk-thuc-hien-nghi-quyet-so-27-nq-tw");
        assert_eq!(file_stem(&Plan::default()), "ke-hoach");
    }
}
