//! Adding, moving and taking away.

use std::collections::BTreeMap;

use ke_hoach::grid::{
    Column, Line, Place, add_below, add_to, carry, copy_from_above, lines, places, remove, shift,
};
use ke_hoach::plan::{Detail, Level, Plan, RowId};
use proptest::prelude::*;

use crate::{BINH_DINH, THREE, any_plan, id, item, plan, shown};

#[test]
fn a_task_moves_past_its_neighbours_and_on_into_the_next_group() {
    let mut plan = plan(&THREE);
    let treo = id(&plan, "Treo");
    assert!(shift(&mut plan, treo, true));
    assert_eq!(shown(&plan)[1..3], ["1 Treo băng rôn.", "2 Viết tin, bài."]);
    assert!(!shift(&mut plan, treo, true), "there is none above");
    assert!(shift(&mut plan, treo, false) && shift(&mut plan, treo, false));
    let tasks = [
        "1 Viết tin, bài.",
        "= II. NỘI DUNG, NHIỆM VỤ › 2. Tập huấn",
        "2 Treo băng rôn.",
        "3 Mở lớp cho cán bộ.",
    ];
    assert_eq!(shown(&plan)[1..5], tasks);
    assert!(shift(&mut plan, treo, true));
    assert_eq!(shown(&plan)[2], "2 Treo băng rôn.");
}

#[test]
fn a_task_with_what_stands_under_it_moves_as_one() {
    // Clauses 1 and 2 are tasks with dashes under them.
    let mut plan = plan(&["Tuyên truyền", "Tập huấn"]);
    let lesson = id(&plan, "Tập huấn");
    assert!(shift(&mut plan, lesson, true));
    let texts: Vec<&str> = plan.sections[1].items.iter().map(|item| Column::Content.text(item)).collect();
    assert_eq!(texts[..3], ["Tập huấn", "Mở lớp cho cán bộ.", "Tuyên truyền"]);
}

#[test]
fn a_task_is_carried_to_another_section_and_takes_its_level() {
    let mut plan = plan(&THREE);
    let (treo, office) = (id(&plan, "Treo"), id(&plan, "Văn phòng"));
    let (content, organisation) = (plan.sections[1].id, plan.sections[2].id);
    assert!(carry(&mut plan, treo, Place { section: organisation, under: Some(office) }));
    assert_eq!(shown(&plan).last().unwrap(), "3 Treo băng rôn.");
    assert_eq!(item(&plan, treo).level, Level::Dash);
    assert!(carry(&mut plan, treo, Place { section: content, under: None }));
    assert_eq!((item(&plan, treo).level, plan.sections[1].items.last().unwrap().id), (Level::Clause, treo));
    assert!(!carry(&mut plan, treo, Place { section: content, under: Some(treo) }), "not under itself");
    assert!(!carry(&mut plan, treo, Place { section: RowId(9_999), under: None }));
}

#[test]
fn new_tasks_stand_where_they_are_asked_for() {
    let mut plan = plan(&THREE);
    let first = id(&plan, "Viết");
    let below = add_below(&mut plan, first).unwrap();
    assert_eq!(shown(&plan)[2], "2 ");
    let office = plan.sections[2].id;
    let last = add_to(&mut plan, Place { section: office, under: None }).unwrap();
    assert_eq!(shown(&plan).last().unwrap(), "5 ");
    assert_eq!(item(&plan, last).level, Level::Clause);
    assert!(remove(&mut plan, below) && !remove(&mut plan, below));
}

#[test]
fn a_cell_takes_over_what_stands_above_it_even_in_another_group() {
    let mut plan = plan(&THREE);
    let (above, below) = (id(&plan, "Treo"), id(&plan, "Mở"));
    let lead = Column::Detail(Detail::Lead);
    lead.write(ke_hoach::grid::item_mut(&mut plan, above).unwrap(), "Văn phòng".into());
    assert!(copy_from_above(&mut plan, below, lead));
    assert_eq!(lead.text(item(&plan, below)), "Văn phòng");
    assert!(!copy_from_above(&mut plan, below, lead), "it says so already");
}

#[test]
fn the_first_task_of_a_new_plan_takes_the_blank_item_that_stands_there() {
    let mut plan = Plan::new(ke_hoach::format::FormatKey::FRONT);
    let place = Place { section: plan.sections[1].id, under: None };
    let first = plan.sections[1].items[0].id;
    assert_eq!(add_to(&mut plan, place), Some(first));
    assert_ne!(add_to(&mut plan, place), Some(first));
    assert_eq!(plan.sections[1].items.len(), 2);
}

/// Everything that the body says, by row, without level and place.
fn said(plan: &Plan) -> BTreeMap<RowId, String> {
    let items = plan.sections.iter().flat_map(|section| &section.items);
    let said =
        items.map(|item| (item.id, format!("{:?}", (&item.title, &item.text, &item.task, &item.table))));
    said.collect()
}

fn tasks(plan: &Plan) -> Vec<RowId> {
    plan.tasks().map(|(item, _)| item.id).collect()
}

#[derive(Clone, Debug)]
enum Move {
    Shift(usize, bool),
    Carry(usize, usize),
    AddBelow(usize),
    AddTo(usize),
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let at = || 0..1_000_usize;
    let one = prop_oneof![
        (at(), any::<bool>()).prop_map(|(task, up)| Move::Shift(task, up)),
        (at(), at()).prop_map(|(task, place)| Move::Carry(task, place)),
        at().prop_map(Move::AddBelow),
        at().prop_map(Move::AddTo),
    ];
    prop::collection::vec(one, 1..12)
}

fn expect_nothing_lost(mut plan: Plan, moves: &[Move]) -> Result<(), TestCaseError> {
    plan.repair_rows();
    for each in moves {
        let before = said(&plan);
        let numbers = lines(&plan).iter().filter(|line| matches!(line, Line::Task { .. })).count();
        let all = tasks(&plan);
        prop_assert_eq!(numbers, all.len());
        let task = |at: usize| all.get(at % all.len().max(1)).copied().unwrap_or_default();
        let places = places(&plan);
        let place = |at: usize| places.get(at % places.len().max(1)).map(|(place, _)| *place);
        let added = match *each {
            Move::Shift(at, up) => {
                shift(&mut plan, task(at), up);
                None
            }
            Move::Carry(at, to) => {
                place(to).map(|place| carry(&mut plan, task(at), place));
                None
            }
            Move::AddBelow(at) => add_below(&mut plan, task(at)),
            Move::AddTo(to) => place(to).and_then(|place| add_to(&mut plan, place)),
        };
        let mut after = said(&plan);
        if let Some(added) = added {
            prop_assert!(after.remove(&added).is_some() && !before.contains_key(&added));
        }
        prop_assert_eq!(&after, &before, "{:?}", each);
        let items: usize = plan.sections.iter().map(|section| section.items.len()).sum();
        prop_assert_eq!(items, said(&plan).len(), "an identity is given twice");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_task_and_no_text_is_lost_by_any_moves(plan in any_plan::plan(), moves in moves()) {
        expect_nothing_lost(plan, &moves)?;
    }

    #[test]
    fn nor_in_a_real_plan_all_of_whose_items_are_tasks(moves in moves()) {
        let mut plan = ke_hoach::import::text(BINH_DINH).plan;
        plan.sections.iter_mut().flat_map(|section| &mut section.items).for_each(|item| {
            item.task.get_or_insert_default();
        });
        expect_nothing_lost(plan, &moves)?;
    }

    #[test]
    fn a_carried_task_stands_where_it_was_carried(plan in any_plan::plan(), at in 0..1_000_usize, to in 0..1_000_usize) {
        let mut plan = plan;
        plan.repair_rows();
        let (all, places) = (tasks(&plan), places(&plan));
        prop_assume!(!all.is_empty());
        let (task, place) = (all[at % all.len()], places[to % places.len()].0);
        if carry(&mut plan, task, place) {
            let mut here = None;
            let found = lines(&plan).into_iter().find_map(|line| match line {
                Line::Group { place, .. } => { here = Some(place); None }
                Line::Task { id, .. } => (id == task).then_some(here),
            });
            prop_assert_eq!(found.flatten(), Some(place));
        }
    }
}
