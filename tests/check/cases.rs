//! Every case of every rule.

use std::collections::BTreeMap;
use std::fs;

use ke_hoach::check::{Rule, all_rules, look, review};

use crate::{findings, manuscript};

/// A plan of each format in which nothing is wrong.
const PLANS: [(&str, &str); 3] = [
    ("nd30", include_str!("cases/ke-hoach-nd30.txt")),
    ("party", include_str!("cases/ke-hoach-party.txt")),
    ("front", include_str!("cases/ke-hoach-front.txt")),
];

/// Where the paragraphs of a case stand in it.
const SLOT: &str = "{}";

pub struct Case {
    pub rule: String,
    pub must_be_found: bool,
    pub line: String,
    pub text: String,
}

/// The text of a case.
fn text(case: &str) -> String {
    let case = case.trim();
    let (family, case) = match case.strip_prefix('<').and_then(|case| case.split_once('>')) {
        Some((family, case)) => (family, case.trim()),
        None => ("nd30", case),
    };
    let lines = |text: &str| text.split('¶').map(str::trim).collect::<Vec<_>>().join("\n");
    if family == "bare" {
        return lines(case);
    }
    let plan = PLANS.iter().find(|(key, _)| *key == family).expect(family).1;
    let mut plan = plan.to_owned();
    let mut rest = case;
    while let Some(change) = rest.strip_prefix('{') {
        let (change, behind) = change.split_once('}').expect(case);
        let (from, to) = change.split_once("=>").expect(case);
        let from = &from.replace('¶', "\n");
        assert!(plan.contains(from.as_str()), "“{from}” does not stand in the plan of {family}: {case}");
        plan = plan.replacen(from.as_str(), &to.replace('¶', "\n"), 1);
        rest = behind.trim_start();
    }
    plan.replace(SLOT, &lines(if rest.is_empty() { "Thực hiện đúng quy định." } else { rest }))
}

/// All cases, file by file.
pub fn all() -> Vec<Case> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/check/cases");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "cases"));
    files.sort();
    let mut cases = Vec::new();
    for file in files {
        let mut rule = String::new();
        for line in fs::read_to_string(&file).unwrap().lines() {
            match line.split_at_checked(2) {
                Some(("==", id)) => rule = id.trim().to_owned(),
                Some((sign @ ("+ " | "- "), case)) => {
                    let must_be_found = sign == "+ ";
                    cases.push(Case {
                        rule: rule.clone(),
                        must_be_found,
                        line: line.into(),
                        text: text(case),
                    });
                }
                _ => assert!(line.is_empty() || line.starts_with('#'), "{}: {line}", file.display()),
            }
        }
    }
    cases
}

#[test]
fn each_rule_finds_what_its_clause_forbids_and_not_what_looks_like_it() {
    let rules: BTreeMap<&str, &'static Rule> = all_rules().map(|rule| (rule.id, rule)).collect();
    let mut wrong = Vec::new();
    for case in all() {
        let Some(rule) = rules.get(case.rule.as_str()) else {
            wrong.push(format!("no rule {}", case.rule));
            continue;
        };
        let manuscript = manuscript(&case.text);
        let holds = rule.holds_for(&manuscript.frame.family);
        if (holds && !look(rule, &manuscript).is_empty()) != case.must_be_found {
            let others: Vec<_> =
                review(&manuscript).iter().map(|found| (found.rule.id, found.quote.clone())).collect();
            wrong.push(format!("{} ({})\n    {}\n    {others:?}", rule.id, rule.clause, case.line));
        }
    }
    assert!(wrong.is_empty(), "{} of the cases:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_rule_has_a_case_that_is_found_and_a_look_alike_that_is_not() {
    let cases = all();
    let lacks: Vec<_> = all_rules()
        .flat_map(|rule| [true, false].map(|found| (rule.id, found)))
        .filter(|(id, found)| !cases.iter().any(|case| case.rule == *id && case.must_be_found == *found))
        .collect();
    assert!(lacks.is_empty(), "rules without a case (true: found, false: look-alike): {lacks:?}");
}

#[test]
fn rules_are_told_apart_and_say_why() {
    let mut ids: Vec<_> = all_rules().map(|rule| rule.id).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "two rules have one name");
    for rule in all_rules() {
        assert!(!rule.clause.is_empty() && !rule.what.is_empty(), "{}", rule.id);
    }
}

#[test]
fn nothing_is_found_in_the_plans_around_the_cases() {
    for (family, _) in PLANS {
        let found: Vec<_> = findings(&text(&format!("<{family}>")))
            .into_iter()
            .map(|found| (found.rule.id, found.place.said(), found.quote.clone()))
            .collect();
        assert!(found.is_empty(), "{family}: {found:#?}");
    }
}
