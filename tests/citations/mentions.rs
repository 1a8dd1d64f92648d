//! Mentions in the texts of a plan: the first in full, later ones short, none left as it was typed.

use ke_hoach::check::{Missing, missing};
use ke_hoach::citation::{cited, mention, rename, spoken, unknown, unmentioned};
use ke_hoach::document::{paginate, typeset};
use ke_hoach::export;
use ke_hoach::plan::{Basis, Item, Level, Plan, RowId, Section, Shown, each_text, each_text_mut};
use proptest::prelude::*;

use crate::any_plan;

const RESOLUTION: &str =
    "Nghị quyết số 27-NQ/TW ngày 09/11/2022 của Ban Chấp hành Trung ương Đảng về cải cách";
const LABEL: &str = "Nghị quyết số 27-NQ/TW";

fn plan(basis: &str, shown: Shown, items: &[&str]) -> Plan {
    let item = |(text, id): (&&str, u32)| Item {
        id: RowId(id),
        level: Level::Clause,
        text: (*text).to_owned(),
        ..Item::default()
    };
    let items = items.iter().zip(10..).map(item).collect();
    Plan {
        subject: "cải cách".into(),
        opening: "Như sau:".into(),
        bases: vec![Basis { id: RowId(1), text: basis.into(), shown, ..Basis::default() }],
        sections: vec![Section { id: RowId(2), items, ..Section::default() }],
        ..Plan::default()
    }
}

fn texts(plan: &Plan) -> Vec<String> {
    let plan = spoken(plan);
    plan.sections.iter().flat_map(|section| &section.items).map(|item| item.text.clone()).collect()
}

#[test]
fn the_first_mention_is_in_full_and_later_ones_short() {
    let mut plan = plan(
        RESOLUTION,
        Shown::InText,
        &["Theo [[Nghị quyết số 27-NQ/TW]].", "Như [[Nghị quyết số 27-NQ/TW]]."],
    );
    assert_eq!(texts(&plan), [format!("Theo {RESOLUTION}."), format!("Như {LABEL}.")]);
    plan.sections[0].items.swap(0, 1);
    assert_eq!(texts(&plan), [format!("Như {RESOLUTION}."), format!("Theo {LABEL}.")]);
}

#[test]
fn a_line_above_the_opening_is_the_first_mention() {
    let plan = plan(RESOLUTION, Shown::Line, &["Theo [[Nghị quyết số 27-NQ/TW]]."]);
    assert_eq!(texts(&plan), [format!("Theo {LABEL}.")]);
    let printed = export::text(&typeset(&plan));
    assert_eq!(printed.matches("Ban Chấp hành Trung ương Đảng").count(), 1);
}

#[test]
fn a_document_that_is_only_mentioned_has_no_line() {
    let plan = plan(RESOLUTION, Shown::InText, &["Tuyên truyền."]);
    assert!(!export::text(&typeset(&plan)).contains("27-NQ/TW"));
}

#[test]
fn a_heading_never_says_all() {
    let mut plan = plan(RESOLUTION, Shown::InText, &["Theo [[Nghị quyết số 27-NQ/TW]]."]);
    plan.sections[0].title = "Quán triệt [[nghị quyết 27-NQ/TW]]".into();
    plan.subject = "thực hiện [[Nghị quyết số 27-NQ/TW]]".into();
    let spoken = spoken(&plan);
    assert_eq!(spoken.sections[0].title, format!("Quán triệt {LABEL}"));
    assert_eq!(
        spoken.subject,
        "thực hiện Nghị quyết số 27-NQ/TW ngày 09/11/2022 của Ban Chấp hành Trung ương Đảng"
    );
    assert_eq!(spoken.sections[0].items[0].text, format!("Theo {RESOLUTION}."));
}

#[test]
fn a_short_name_is_defined_where_the_document_is_first_named() {
    let basis = format!("{RESOLUTION} (sau đây gọi tắt là Nghị quyết 27)");
    let plan = plan(&basis, Shown::InText, &["[[Nghị quyết 27]]", "[[Nghị quyết 27]]"]);
    assert_eq!(texts(&plan), [basis.as_str(), "Nghị quyết 27"]);
}

#[test]
fn changing_the_document_changes_every_mention() {
    let mut plan = plan(
        RESOLUTION,
        Shown::InText,
        &["Theo [[Nghị quyết số 27-NQ/TW]].", "Như [[Nghị quyết số 27-NQ/TW]]."],
    );
    let before = cited(&plan).remove(0).label;
    plan.bases[0].text = RESOLUTION.replace("27-NQ", "28-NQ");
    let after = cited(&plan).remove(0).label;
    assert!(rename(&mut plan, &before, &after));
    assert_eq!(texts(&plan)[1], "Như Nghị quyết số 28-NQ/TW.");
    assert_eq!(unknown(&plan), []);
}

#[test]
fn a_mention_of_nothing_is_printed_as_its_words_and_told() {
    let plan = plan(RESOLUTION, Shown::Line, &["Theo [[Nghị quyết số 5]].", "[[", "dở [[dang", "]] [[]]"]);
    assert_eq!(texts(&plan), ["Theo Nghị quyết số 5.", "", "dở dang", "]] "]);
    let unknown = unknown(&plan);
    assert_eq!(unknown[0].label, "Nghị quyết số 5");
    assert_eq!((unknown[0].place.field, unknown[0].place.row), ("item", RowId(10)));
}

#[test]
fn words_that_only_marks_keep_apart_stay_apart() {
    let texts = texts(&plan(
        RESOLUTION,
        Shown::Line,
        &["theo[[Nghị quyết số 27-NQ/TW]]của", "theo [[Nghị quyết", "một[[hai", "một[[hai]]ba[[[[bốn"],
    ));
    assert_eq!(texts, [&format!("theo {LABEL} của"), "theo Nghị quyết", "một hai", "một hai ba bốn"]);
}

#[test]
fn a_document_that_would_stand_nowhere_is_told() {
    let labels = |plan: &Plan| unmentioned(plan).into_iter().map(|cited| cited.label).collect::<Vec<_>>();
    let mut plan = plan(RESOLUTION, Shown::InText, &["Tuyên truyền."]);
    assert_eq!(labels(&plan), [LABEL]);
    assert!(missing(&plan).iter().any(|missing| matches!(missing, Missing::Unmentioned(_))));
    plan.sections[0].items[0].text = "Theo [[nghị quyết 27-NQ/TW]].".into();
    assert_eq!(labels(&plan), [""; 0]);
    plan.sections[0].items[0].text.clear();
    // The opening that follows mentions it.
    (plan.opening, plan.issuer.kind) = (String::new(), "ubnd".into());
    assert_eq!(labels(&plan), [""; 0]);
    plan.issuer.kind.clear();
    plan.bases[0].shown = Shown::Line;
    assert_eq!(labels(&plan), [""; 0]);
}

#[test]
fn drafts_keep_mentions_and_where_documents_are_shown() {
    let plan = plan(RESOLUTION, Shown::InText, &["Theo [[Nghị quyết số 27-NQ/TW]]."]);
    let json = serde_json::to_value(&plan).unwrap();
    assert_eq!(json["bases"][0]["shown"], "text");
    assert_eq!(serde_json::from_value::<Plan>(json).unwrap(), plan);
    let old = serde_json::json!({ "bases": [{ "id": 1, "text": RESOLUTION }] });
    assert_eq!(serde_json::from_value::<Plan>(old).unwrap().bases[0].shown, Shown::Line);
}

#[test]
fn a_plan_without_mentions_is_not_copied() {
    let plan = plan(RESOLUTION, Shown::Line, &["Tuyên truyền."]);
    assert!(matches!(spoken(&plan), std::borrow::Cow::Borrowed(_)));
}

/// A plan with mentions anywhere, of documents that it cites and of others.
fn with_mentions() -> impl Strategy<Value = Plan> {
    let places =
        prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..4_u8), 1..12);
    (any_plan::plan(), places, any::<bool>()).prop_map(|(mut plan, places, shown)| {
        if shown {
            plan.bases.iter_mut().for_each(|basis| basis.shown = Shown::InText);
        }
        let labels: Vec<String> = cited(&plan).into_iter().map(|cited| cited.label).collect();
        let mut count = 0;
        each_text(&plan, &mut |_, _| count += 1);
        for (text_at, label, kind) in places {
            let wanted = text_at.index(count);
            let label = match labels.as_slice() {
                [] => "Luật Đất đai",
                labels => &labels[label.index(labels.len())],
            };
            let mut at = 0;
            each_text_mut(&mut plan, &mut |_, text| {
                if at == wanted {
                    text.push_str(&match kind {
                        0 => " [[".to_owned(),
                        1 => format!(" {} {}", mention(label), mention("Kế hoạch số 99")),
                        _ => format!(" {}", mention(label)),
                    });
                }
                at += 1;
            });
        }
        plan
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_mark_of_a_mention_reaches_any_output(plan in with_mentions()) {
        let document = typeset(&plan);
        let text = export::text(&document);
        prop_assert!(!text.contains("[["), "{text}");
        let pages = format!("{:?}", paginate(&document));
        prop_assert!(!pages.contains("[["));
        let measured = format!("{document:?}");
        prop_assert!(!measured.contains("[["));
        let again = spoken(&plan).into_owned();
        prop_assert_eq!(typeset(&again), document);
    }
}
