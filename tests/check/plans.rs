//! What the product itself writes: nothing of it is found.

use ke_hoach::check::{Manuscript, review};
use ke_hoach::format::BodyKind;
use ke_hoach::plan::{Issuer, Plan, SectionRole};
use ke_hoach::template::phrase::{Spot, phrases};
use ke_hoach::template::{all, example};

/// What is found in a plan, a line each.
fn found(name: &str, plan: &Plan) -> Vec<String> {
    let findings = review(&Manuscript::of_plan(plan));
    let line = |found: &ke_hoach::check::Finding| {
        format!("{name}: {} {} «{}»: {}", found.rule.id, found.place.said(), found.quote, found.message)
    };
    findings.iter().map(line).collect()
}

fn issuer(kind: &BodyKind) -> Issuer {
    Issuer {
        kind: kind.key.into(),
        province: "tỉnh Nghệ An".into(),
        commune: "xã Lương Minh".into(),
        ..Issuer::default()
    }
}

#[test]
fn nothing_is_found_in_the_example() {
    let found = found("example", &example());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn nothing_is_found_in_the_templates() {
    let mut all_found = Vec::new();
    for built_in in all() {
        for family in &built_in.template.families {
            let (_, kind) = BodyKind::all().find(|(format, _)| format.key == family.0).unwrap();
            let plan = built_in.template.plan(family, &issuer(kind), Some(2026));
            all_found.extend(found(&format!("{}, {}", built_in.key, family.0), &plan));
        }
    }
    assert!(all_found.is_empty(), "{}", all_found.join("\n"));
}

#[test]
fn nothing_is_found_in_the_phrases() {
    let mut all_found = Vec::new();
    for (format, kind) in BodyKind::all() {
        let plan = Plan { issuer: issuer(kind), ..Plan::new(ke_hoach::format::FormatKey(format.key.into())) };
        let sections =
            [SectionRole::Purpose, SectionRole::Content, SectionRole::Organisation].map(Spot::Section);
        for spot in [Spot::Opening, Spot::Closing].into_iter().chain(sections) {
            let subjects = phrases(&plan, spot, "").into_iter().flat_map(|group| group.subjects);
            for phrase in subjects.flat_map(|subject| subject.texts) {
                let mut plan = plan.clone();
                match spot {
                    Spot::Opening => plan.opening = phrase.clone(),
                    Spot::Closing => plan.closing = phrase.clone(),
                    _ => plan.sections[0].items[0].text = phrase.clone(),
                }
                all_found.extend(found(kind.key, &plan));
            }
        }
    }
    all_found.sort();
    all_found.dedup();
    assert!(all_found.is_empty(), "{}", all_found.join("\n"));
}
