//! What files are called.

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
    let stem = slug(&format!("{} {symbol} {}", plan.number, plan.subject), 80);
    if stem.is_empty() { "ke-hoach".into() } else { stem }
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
