use super::*;
use crate::plan::Plan;

#[test]
fn every_key_finds_its_own_family() {
    for format in ALL {
        let key = FormatKey(format.key.into());
        assert_eq!(key.find().map(|found| found.name), Some(format.name));
    }
}

#[test]
fn an_unknown_key_is_kept_and_prints_in_the_state_family() {
    let plan: Plan = serde_json::from_str(r#"{"format":"quân-đội"}"#).unwrap();
    assert!(plan.format.find().is_none());
    assert_eq!(plan.format.format().key, "nd30");
    assert_eq!(serde_json::to_value(&plan).unwrap()["format"], "quân-đội");
}

#[test]
fn every_default_lies_inside_its_range() {
    for format in ALL {
        for (what, rule) in [
            ("page number", format.page.number),
            ("emblem", format.emblem.title_type),
            ("superior", format.superior),
            ("issuing", format.issuing),
            ("number", format.number.letters),
            ("place and date", format.place_date),
            ("title", format.title),
            ("subject", format.subject),
            ("basis", format.basis.letters),
            ("body", format.body.letters),
            ("section", format.body.section),
            ("authority", format.signature.authority),
            ("recipients", format.recipients.list),
            ("appendix", format.appendix.label),
        ] {
            let Span { min, max, default } = rule.size;
            assert!(min <= default && default <= max, "{}: {what} ({})", format.key, rule.source.clause);
        }
        for margin in [format.page.top, format.page.bottom, format.page.left, format.page.right] {
            assert!(margin.min <= margin.default && margin.default <= margin.max, "{}", format.key);
        }
    }
}
