//! Real plans and made-up ones through the whole reading.

mod outline;
mod roles;
mod samples;
mod shapes;
mod words_kept;

use crate::plan::{Item, Level, Plan, Section};

const NAM_DINH: &str = include_str!("../../../tests/plans/mttq-tinh-nam-dinh-nq27.txt");
const BINH_DINH: &str = include_str!("../../../tests/plans/dang-uy-khoi-binh-dinh-nq27.txt");
const NINH_BINH: &str = include_str!("../../../tests/plans/mttq-tinh-ninh-binh-de-an.txt");

/// The outline as one writes it by hand: `1. [title] text`, texts by their first four words.
fn outline(plan: &Plan) -> Vec<String> {
    plan.sections.iter().flat_map(section).collect()
}

fn section(section: &Section) -> Vec<String> {
    let heading = (!section.title.is_empty()).then(|| format!("# {}", section.title));
    heading.into_iter().chain(section.items.iter().map(item)).collect()
}

fn item(item: &Item) -> String {
    let mark = match item.level {
        Level::Clause => "1.",
        Level::Subclause => "1.1.",
        Level::Point => "a)",
        Level::Dash => "-",
        Level::Text => "",
    };
    let title = if item.title.is_empty() { String::new() } else { format!("[{}]", item.title) };
    let text: Vec<String> = item.text.lines().map(first_words).collect();
    let task =
        item.task.iter().flat_map(|task| task.details().map(|(label, value)| format!("<{label}: {value}>")));
    let task = task.collect::<Vec<_>>().join(" ");
    format!("{mark} {title} {} {task}", text.join(" | ")).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn first_words(text: &str) -> String {
    text.split(' ').take(4).collect::<Vec<_>>().join(" ")
}

#[test]
fn lines_without_a_place_are_added_to_those_that_an_embedded_draft_has() {
    use crate::plan::Plan;

    let unplaced = |own: &str, leftover: &[&str]| {
        let plan = Plan { unplaced: own.into(), ..Plan::default() };
        let leftover = leftover.iter().map(|line| (*line).to_owned()).collect();
        super::Imported { plan, leftover, ..Default::default() }.into_plan().unplaced
    };
    assert_eq!(unplaced("Mật", &[]), "Mật");
    assert_eq!(unplaced("", &["7"]), "7");
    assert_eq!(unplaced("Mật", &["7", "8"]), "Mật\n7\n8");
}
