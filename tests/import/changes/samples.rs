//! Real plans, whose report was held against what Word shows of them.

use super::{line, report};

#[test]
fn the_report_of_a_real_plan_is_what_one_sees() {
    for name in ["mttq-xa-luong-minh-hiep-thuong-2", "mttq-xa-luong-minh-kiem-tra-giam-sat"] {
        let bytes = std::fs::read(format!("tests/plans/{name}.docx")).unwrap();
        let told: Vec<String> = report(&bytes, None).iter().map(line).collect();
        let expected = std::fs::read_to_string(format!("tests/import/changes/{name}.txt")).unwrap();
        assert_eq!(told, expected.lines().collect::<Vec<_>>(), "{name}");
    }
}
