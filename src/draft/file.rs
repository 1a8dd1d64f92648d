//! What files are called, and how a draft is told from others.

use super::Draft;
use crate::format::Defaults;
use crate::vietnamese::slug;

/// The ending of draft files.
pub const FILE_ENDING: &str = ".kehoach.json";

/// The longest name, in bytes.
const LONGEST: usize = 80;

/// The name of a draft's files without ending: number and symbol as they are printed and the subject, all
/// without diacritics (`15-KH-UBND-trong-rung-nam-2026`), or `ke-hoach` while all of these are blank.
pub fn file_stem(draft: &Draft) -> String {
    let plan = &draft.plan;
    let symbol = match plan.symbol.trim() {
        "" => Defaults::for_plan(plan).symbol,
        symbol => symbol.to_owned(),
    };
    let mut stem = slug(&format!("{} {symbol}", plan.number), LONGEST).to_ascii_uppercase();
    let subject = slug(&draft.name().unwrap_or_default(), LONGEST.saturating_sub(stem.len() + 1));
    if !stem.is_empty() && !subject.is_empty() {
        stem.push('-');
    }
    stem.push_str(&subject);
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
    use std::sync::Arc;

    use super::*;
    use crate::plan::Plan;

    fn draft(number: &str, symbol: &str, subject: &str) -> Draft {
        let plan =
            Plan { number: number.into(), symbol: symbol.into(), subject: subject.into(), ..Plan::default() };
        Draft { plan: plan.into(), ..Draft::default() }
    }

    #[test]
    fn files_are_named_after_number_symbol_and_subject_without_diacritics() {
        for (number, symbol, subject, expected) in [
            (
                "80",
                "KH/ĐUK",
                "thực hiện Nghị quyết số 27-NQ/TW",
                "80-KH-DUK-thuc-hien-nghi-quyet-so-27-nq-tw",
            ),
            ("", "KH-UBND", "Trồng rừng năm 2026", "KH-UBND-trong-rung-nam-2026"),
            ("05", "KH-MTTQ-BTT", "", "05-KH-MTTQ-BTT"),
            ("", "", "Trồng rừng\nnăm 2026", "trong-rung-nam-2026"),
            ("", "", " … ", "ke-hoach"),
        ] {
            assert_eq!(file_stem(&draft(number, symbol, subject)), expected);
        }
    }

    #[test]
    fn a_blank_symbol_is_that_of_the_body_in_the_name_as_on_the_page() {
        let mut draft = draft("", "", "Trồng rừng");
        Arc::make_mut(&mut draft.plan).issuer.kind = "ubnd".into();
        assert_eq!(file_stem(&draft), "KH-UBND-trong-rung");
    }

    #[test]
    fn a_draft_without_a_subject_has_the_name_that_it_is_called_by() {
        let called = Draft { called: "thực hiện Nghị quyết 27".into(), ..draft("5", "", "") };
        assert_eq!(file_stem(&called), "5-thuc-hien-nghi-quyet-27");
        assert_eq!(Draft::read(&called.write()).unwrap().draft, called);
    }

    #[test]
    fn a_long_subject_is_cut_between_words() {
        let stem = file_stem(&draft("15", "KH-UBND", &"trồng rừng ".repeat(20)));
        assert!(stem.len() <= LONGEST && stem.len() > LONGEST - 6, "{stem}");
        assert!(stem.ends_with("-rung") || stem.ends_with("-trong"), "{stem}");
    }
}
