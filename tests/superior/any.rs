//! What holds for any plan as a source.

use std::sync::LazyLock;

use ke_hoach::plan::{Appendix, Item, Level, Plan, RowId, Section, SectionRole, TableSource, Task, TaskRow};
use ke_hoach::superior::{compose, mapped, mappings};
use proptest::prelude::*;

use crate::{BINH_DINH, NAM_DINH, NGHE_AN, NINH_BINH, choose, offers, read, state};

static OTHER: LazyLock<Plan> = LazyLock::new(|| read(NGHE_AN));

/// Pieces of which names, numbers and quotes can come about anywhere.
fn text() -> impl Strategy<Value = String> {
    let pieces = [
        "UBND",
        "tỉnh",
        "Nghệ An",
        "Tỉnh ủy",
        "Sở Y tế",
        "các xã",
        "phường",
        "số 5/KH-UBND",
        "của",
        "“",
        "”",
        "(",
        ")",
        "\"",
        ".",
        ";",
        "\n",
        "30/7/2026",
        "trước ngày",
        "Ủy ban nhân dân",
        "trên địa bàn",
        "xã",
        "à\u{301}",
        "…/",
        "-",
    ];
    prop_oneof![
        prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..14).prop_map(|words| words.join(" ")),
        ".{0,20}",
    ]
}

fn task() -> impl Strategy<Value = Task> {
    (text(), text(), text(), text()).prop_map(|(lead, support, deadline, deliverable)| Task {
        lead,
        support,
        deadline,
        deliverable,
        ..Task::default()
    })
}

fn item() -> impl Strategy<Value = Item> {
    (0_u32..9, prop::sample::select(Level::ALL.to_vec()), text(), text(), prop::option::of(task())).prop_map(
        |(id, level, title, text, task)| Item { id: RowId(id), level, title, text, task, ..Item::default() },
    )
}

fn plan() -> impl Strategy<Value = Plan> {
    let roles = vec![SectionRole::Purpose, SectionRole::Content, SectionRole::Organisation];
    let section = (prop::sample::select(roles), text(), prop::collection::vec(item(), 0..6))
        .prop_map(|(role, title, items)| Section { role, title, items, ..Section::default() });
    let row = (0_u32..9, text(), task()).prop_map(|(id, content, task)| TaskRow {
        id: RowId(id),
        content,
        task,
        ..TaskRow::default()
    });
    let head = (text(), text(), text(), text(), text());
    (head, prop::collection::vec(section, 0..4), prop::collection::vec(row, 0..4)).prop_map(
        |((number, symbol, title, subject, issuing), sections, rows)| {
            let mut plan = Plan { number, symbol, title, subject, sections, ..Plan::default() };
            plan.issuer.issuing = issuing;
            plan.appendices = vec![Appendix { table: TableSource::Rows, rows, ..Appendix::default() }];
            plan
        },
    )
}

proptest! {
    #[test]
    fn any_plan_is_composed_whatever_is_chosen(source in plan()) {
        let mut wishes = state();
        let offers = offers(&source, &wishes);
        wishes.tasks = choose(offers.iter().map(|offer| offer.row));
        wishes.mappings = mappings(&source, &wishes);
        let plan = compose(&source, &wishes);
        if !offers.is_empty() {
            prop_assert_eq!(plan.sections[1].items.len(), offers.len());
        }
        // Places of one plan do no harm to another.
        for offer in crate::offers(&OTHER, &wishes) {
            let _ = mapped(&offer, &wishes.mappings);
        }
        prop_assert!(!plan.subject.contains('\n'));
    }

    #[test]
    fn without_a_chosen_task_nothing_of_the_body_is_taken_over(words in prop::collection::vec("[a-z]{9,12}", 1..9)) {
        let mut source = OTHER.clone();
        source.opening = words.join(" ");
        source.closing = words.join(" ");
        for (item, word) in source.sections.iter_mut().flat_map(|section| &mut section.items).zip(words.iter().cycle()) {
            item.title = format!("{word} heading");
            item.text = format!("{word} text");
            item.task = Some(Task { lead: word.clone(), ..Task::default() });
        }
        let plan = serde_json::to_string(&compose(&source, &state())).unwrap();
        for word in &words {
            prop_assert!(!plan.contains(word.as_str()), "{word}");
        }
    }
}

#[test]
fn no_sentence_of_a_real_body_is_taken_over_unasked() {
    for source in [NAM_DINH, BINH_DINH, NINH_BINH] {
        let source = read(source);
        let plan = serde_json::to_string(&compose(&source, &state())).unwrap();
        let items = source.sections.iter().flat_map(|section| &section.items);
        // Shorter lines are headings that name the body, as the citation does.
        let texts = items.flat_map(|item| item.title.lines().chain(item.text.lines()));
        let long = texts.filter(|line| line.chars().count() > 60);
        assert!(long.clone().count() > 10);
        for line in long {
            let quoted = serde_json::to_string(line).unwrap();
            assert!(!plan.contains(quoted.trim_matches('"')), "{line}");
        }
    }
}
