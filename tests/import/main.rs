//! Word files and texts of every kind into plans, as a stranger hands them in.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "../any/plan.rs"]
mod any_plan;
mod bombs;
mod changes;
mod damage;
mod encodings;
mod html;
mod kept;
mod legacy;
mod looks;
mod numbering;
mod own;
mod programs;
mod refusals;
mod round_trip;
mod samples;
mod structure;
mod tables;
mod word;

use ke_hoach::format::numbering::{Counter, roman};
use ke_hoach::plan::{Item, Level, Plan, Task};

/// The outline as it is printed: number, title in brackets, the first words of each paragraph.
fn outline(plan: &Plan) -> Vec<String> {
    let mut lines = Vec::new();
    let mut sections = 0;
    for section in &plan.sections {
        if !section.title.is_empty() {
            sections += 1;
            lines.push(format!("{}. {}", roman(sections), section.title));
        }
        let mut counter = Counter::default();
        // Who does a numbered task and by when is said behind all that stands under its number.
        let mut open: Vec<(Level, Vec<String>)> = Vec::new();
        for item in &section.items {
            while let Some((_, details)) = open.pop_if(|(level, _)| *level >= item.level) {
                lines.extend(details);
            }
            lines.push(self::item(item, counter.mark(item.level)));
            let details = item.task.iter().flat_map(details).collect();
            if item.level < Level::Dash { open.push((item.level, details)) } else { lines.extend(details) }
        }
        lines.extend(open.into_iter().rev().flat_map(|(_, details)| details));
    }
    lines
}

/// The lines that say who does a task and by when; what stands in brackets in the text is no line.
fn details(task: &Task) -> Vec<String> {
    let lines = task.details().filter(|(label, _)| !label.starts_with('('));
    lines.map(|(label, value)| format!("- {label}: {value}.")).collect()
}

fn item(item: &Item, mark: Option<String>) -> String {
    let title = if item.title.is_empty() { String::new() } else { format!("[{}]", item.title) };
    let paragraphs: Vec<String> =
        item.text.lines().map(|line| line.split(' ').take(6).collect::<Vec<_>>().join(" ")).collect();
    let parts = [mark.unwrap_or_default(), title, paragraphs.join(" | ")];
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
}
