//! What was dismissed stays dismissed, whatever changes elsewhere.

use ke_hoach::check::without_dismissed;

use crate::findings;

const SLIP: &str = "Thực hiện Kế hoạch số 427 - KH/TU ngày 05/3/2026 của Tỉnh ủy về công tác dân vận.";

#[test]
fn a_dismissed_finding_stays_so_after_edits_elsewhere() {
    let first = findings(SLIP);
    let key = first[0].key();
    let moved = findings(&format!("Một đoạn mới ở trên.\n\nMột đoạn nữa.\n\n{SLIP} Và một câu mới."));
    assert!(moved.iter().any(|found| found.key() == key), "{moved:?}");
    assert!(without_dismissed(moved, &[key]).iter().all(|found| found.rule.id != first[0].rule.id));
}

#[test]
fn another_slip_of_the_same_rule_is_another_finding() {
    let both =
        findings(&format!("{SLIP}\n\nTheo Kế hoạch số 155 - KH/TU ngày 06/3/2026 của Tỉnh ủy về dân vận."));
    let keys: Vec<_> = both
        .iter()
        .filter(|found| found.rule.id == "citation.symbol.space")
        .map(|found| found.key())
        .collect();
    assert_eq!(keys.len(), 2);
    assert_ne!(keys[0], keys[1]);
    let left = without_dismissed(both.clone(), &keys[..1]);
    assert_eq!(left.len(), both.len() - 1);
}

#[test]
fn a_rule_can_be_dismissed_as_a_whole() {
    let found = findings(SLIP);
    let rule = found[0].rule_key();
    assert!(without_dismissed(found, &[rule]).iter().all(|found| found.rule.id != "citation.symbol.space"));
}
