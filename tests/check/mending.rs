//! Fixes: they change what was quoted and nothing else, and what they mend is not found again.

use ke_hoach::check::told::Counted;
use ke_hoach::check::{Finding, Manuscript, all_rules, look, mend, mend_all, review};
use ke_hoach::plan::{Plan, each_text};
use proptest::prelude::*;

use crate::{cases, manuscript};

fn mendable(manuscript: &Manuscript, rule: &str) -> Vec<Finding> {
    let rule = all_rules().find(|own| own.id == rule && own.holds_for(&manuscript.frame.family));
    let found = rule.map(|rule| look(rule, manuscript)).unwrap_or_default();
    found.into_iter().filter(|found| found.fix.is_some()).collect()
}

#[test]
fn what_is_mended_is_not_found_again() {
    for case in cases::all().into_iter().filter(|case| case.must_be_found) {
        let before = manuscript(&case.text);
        let found = mendable(&before, &case.rule);
        let after = before.mended(&found);
        assert_eq!(mendable(&after, &case.rule), [], "{}", case.line);
        for (old, new) in before.paragraphs.iter().zip(&after.paragraphs) {
            if found.iter().all(|found| found.paragraph != old.index) {
                assert_eq!(old.text, new.text, "{}", case.line);
            }
        }
    }
}

#[test]
fn a_rule_that_says_it_mends_does_in_one_of_its_cases_and_no_other_does() {
    let cases = cases::all();
    for rule in all_rules() {
        let own = cases.iter().filter(|case| case.must_be_found && case.rule == rule.id);
        let mends = own.clone().any(|case| !mendable(&manuscript(&case.text), rule.id).is_empty());
        assert_eq!(mends, rule.mends, "{}", rule.id);
    }
}

/// The texts of a plan.
fn texts(plan: &Plan) -> Vec<String> {
    let mut texts = Vec::new();
    each_text(plan, &mut |_, text| texts.push(text.clone()));
    texts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Whatever stands around them: outside of what was quoted not a byte changes.
    #[test]
    fn all_fixes_of_a_plan_change_nothing_but_what_they_quote(
        parts in prop::collection::vec(prop::sample::select(vec![
            "Kế hoạch số 427 - KH/TU", "ngày 31/4/2026", "nhân dân", "  ", "uỷ ban", "Ủy ban", "đảm bảo", "\n", "2024 -2029",
            "của Tỉnh ủy", "thực hiện thực hiện", ", ", "./.", "“a", "Nghị quyết số 27–NQ/TW", "bảo đảm", "- Xã", "a\u{301}",
        ]), 0..14),
        lead in "[a-zđ ]{0,12}",
    ) {
        let text = format!("{lead}{}", parts.join(" "));
        let plan = Plan { opening: text.clone(), closing: text.clone(), subject: text, ..Plan::default() };
        let before = Manuscript::of_plan(&plan);
        let found = review(&before);
        let mut mended = plan.clone();
        mend(&mut mended, &found);
        let fixes: Vec<_> = found.iter().filter(|found| found.fix.is_some()).collect();
        for (old, new) in texts(&plan).iter().zip(&texts(&mended)) {
            if fixes.is_empty() {
                prop_assert_eq!(old, new);
            }
        }
        // The same by paragraphs: what stands before the first and behind the last fix of one stays.
        let after = before.mended(&found);
        for (old, new) in before.paragraphs.iter().zip(&after.paragraphs) {
            let own = fixes.iter().filter(|found| found.paragraph == old.index);
            let ranges: Vec<_> = own.filter_map(|found| found.fix.as_ref()).map(|fix| fix.range.clone()).collect();
            let first = ranges.iter().map(|range| range.start).min().unwrap_or(old.text.len());
            let last = ranges.iter().map(|range| range.end).max().unwrap_or(0);
            prop_assert!(new.text.starts_with(&old.text[..first]));
            prop_assert!(new.text.ends_with(&old.text[last.max(first)..]));
            prop_assert!(!ranges.is_empty() || old.text == new.text);
        }
        // All at once, also those that touch: no rule has to mend a second time.
        let mut at_once = plan.clone();
        let ids = mendable_ids(&plan);
        mend_all(&mut at_once, &ids);
        let rule = |id: &String| id.split(':').next().map(str::to_owned);
        let mut again = mendable_ids(&at_once);
        again.retain(|found| ids.iter().any(|id| rule(id) == rule(found)));
        // What could not be mended before the letters around it were put right was not asked for.
        let could_not = |id: &String| found.iter().any(|own| own.fix.is_none() && rule(id).as_deref() == Some(own.rule.id));
        again.retain(|found| !could_not(found));
        prop_assert_eq!(again, Vec::<String>::new(), "{}", at_once.opening);
    }
}

/// The ids of all that can be mended in a plan.
fn mendable_ids(plan: &Plan) -> Vec<String> {
    let mut counted = Counted::default();
    let all = review(&Manuscript::of_plan(plan)).into_iter().map(|found| (counted.id(&found), found));
    all.filter(|(_, found)| found.fix.is_some()).map(|(id, _)| id).collect()
}

#[test]
fn fixes_that_touch_are_made_one_after_the_other() {
    for (text, mended) in [
        ("Kế hoạch số 14 – HD/TU", "Kế hoạch số 14-HD/TU"),
        ("nêu cao tinh thần đổi mới ,phấn đấu", "nêu cao tinh thần đổi mới, phấn đấu"),
    ] {
        let mut plan = Plan { opening: format!("{text} như sau:"), ..Plan::default() };
        let ids = mendable_ids(&plan);
        assert!(mend_all(&mut plan, &ids) > 0, "{text}");
        assert_eq!(plan.opening, format!("{mended} như sau:"));
        assert_eq!(mendable_ids(&plan), Vec::<String>::new());
    }
}

#[test]
fn what_was_not_asked_for_stays_though_others_of_its_kind_are_mended() {
    let mut plan =
        Plan { opening: "Công tác tác dân vận và và các đoàn thể.".into(), ..Plan::default() };
    let ids = mendable_ids(&plan);
    let [first, ..] = ids.as_slice() else { panic!("nothing found") };
    assert_eq!(mend_all(&mut plan, std::slice::from_ref(first)), 1);
    assert_eq!(plan.opening, "Công tác dân vận và và các đoàn thể.");
}

/// Numbers that no figure of a computer holds, in a table and in a sum.
#[test]
fn numbers_too_large_to_reckon_with_are_passed_over() {
    let most = u64::MAX;
    let rows = ["1", &most.to_string(), &most.to_string(), "3"].map(|number| format!("{number}\tViệc\n"));
    let sum = format!("Tổng kinh phí 5 đồng, gồm mua giống {most} đồng; mua phân {most} đồng.");
    let read = ["KẾ HOẠCH\nI. KINH PHÍ\n", &sum, "\n", &rows.concat()].concat();
    let reading = ke_hoach::import::read_text(read.as_bytes()).unwrap();
    let manuscript = Manuscript::of_source(&reading, ke_hoach::check::Numbered::Lines);
    let ids: Vec<&str> = review(&manuscript).iter().map(|found| found.rule.id).collect();
    assert!(!ids.contains(&"other.sum") && !ids.contains(&"numbering.duplicate.row"), "{ids:?}");
}

proptest! {
    /// Whatever was typed or read: no rule stumbles over it, and what is mended stays text of its field.
    #[test]
    fn any_text_is_looked_over(
        text in "\\PC{0,60}",
        marks in "([a-zđA-ZĐàáảãạăâêôơưĂÂÊÔƠƯ0-9]{0,4}[ .,;:()“”\"'*_#–/\u{300}\u{301}\u{323}\u{200b}\n-]{0,3}){0,14}",
        words in prop::collection::vec(prop::sample::select(vec![
            "Nhân dân", "nhân", "dân", "các", "Ban", "Tổ chức", "và", "tuyên", "giáo", "luật", "Đất đai", "điều", "5", "xã", "Hồ Chí Minh",
            "nhà nước", "đảng", "v.v", "kế hoạch này", "“", "”", "(", ")", "phong,", "chống", "2021-2025", "2026 – 2030", "- ", "–", "UBND", "Vp",
        ]), 0..24),
    ) {
        let mixed = words.join(" ");
        for text in [text, marks, mixed] {
            let plan = Plan { opening: text.clone(), closing: text.clone(), subject: text.clone(), ..Plan::default() };
            let found = review(&Manuscript::of_plan(&plan));
            mend(&mut plan.clone(), &found);
            let read = ["KẾ HOẠCH\n", &text, "\n1. ", &text, "\n- ", &text].concat();
            if let Ok(reading) = ke_hoach::import::read_text(read.as_bytes()) {
                let source = Manuscript::of_source(&reading, ke_hoach::check::Numbered::Lines);
                let _ = source.mended(&review(&source));
            }
        }
    }
}
