//! The lines of the table on the page: drawn as one text, for a view a field would be slow with many, and
//! changed where the plan did.

use std::collections::HashMap;
use std::fmt::Write as _;

use leptos::prelude::document;
use wasm_bindgen::JsValue;
use web_sys::Element;

use super::{ACT, Cell};
use crate::app::platform;
use crate::export::escape;
use crate::grid::{self, Column, Line, Place};
use crate::plan::{Deadline, DeadlineFault, Item, Plan, RowId};

/// Where the whole table has no task, what to do.
const NOTHING: &str = "Chưa có nhiệm vụ nào ở đây.";

/// All lines.
pub fn html(plan: &Plan) -> String {
    let items = items(plan);
    let mut out = String::new();
    let lines = grid::lines(plan);
    for (at, line) in lines.iter().enumerate() {
        write_line(&mut out, plan, &items, line, lines.get(at + 1));
    }
    out
}

fn items(plan: &Plan) -> HashMap<RowId, &Item> {
    plan.tasks().map(|(item, _)| (item.id, item)).collect()
}

/// What a line is called on the page. A group may come twice, each time before another task.
fn id(line: &Line, next: Option<&Line>) -> String {
    match (line, next) {
        (Line::Task { id, .. }, _) => format!("task-{}", id.0),
        (Line::Group { .. }, Some(Line::Task { id, .. })) => format!("tasks-before-{}", id.0),
        (Line::Group { place, .. }, _) => format!("tasks-of-{}", place.section.0),
    }
}

// Writing to a string cannot fail.
fn write_line(
    out: &mut String,
    plan: &Plan,
    items: &HashMap<RowId, &Item>,
    line: &Line,
    next: Option<&Line>,
) {
    let own = id(line, next);
    match line {
        Line::Group { place, name } => {
            let Place { section, under } = place;
            let under = under.map(|under| format!(" {}", under.0)).unwrap_or_default();
            let blank = if matches!(next, Some(Line::Task { .. })) { "" } else { NOTHING };
            let _ = write!(
                out,
                "<div role=row class=tasks-group id={own}><div role=cell aria-colspan=7><h2 id={own}-name>{}</h2><p class=help>{blank}</p>\
                 <button type=button class=\"button quiet\" aria-describedby={own}-name {ACT}=\"add {}{under}\">Thêm nhiệm vụ</button></div></div>",
                escape(name),
                section.0,
            );
        }
        Line::Task { id, number } => {
            let row = id.0;
            let _ = write!(
                out,
                "<div role=row class=tasks-row id={own}><div role=rowheader class=tasks-number id=tasks-number-{row}>{number}</div>"
            );
            let Some(item) = items.get(id) else { return };
            for (at, column) in Column::ALL.into_iter().enumerate() {
                let _ = write!(
                    out,
                    "<div role=cell class=field data-name=\"{}\"><textarea id={} aria-labelledby=\"tasks-head-{at} tasks-number-{row}\" \
                     lang=vi autocomplete=off spellcheck=false rows=1 aria-autocomplete={}>",
                    column.name(),
                    Cell::new(*id, at).id(),
                    if matches!(at, 1..=3) { "list" } else { "none" },
                );
                // What a browser drops; a line break of the text would be the one it drops.
                out.push('\n');
                out.push_str(&escape(column.text(item)));
                out.push_str("</textarea>");
                if at == DEADLINE {
                    out.push_str(&fault_html(plan, item));
                }
                out.push_str("</div>");
            }
            let _ = write!(
                out,
                "<div role=cell class=tasks-tools><button type=button class=row-tool tabindex=-1 id=task-menu-{row} aria-expanded=false \
                 aria-label=\"Chuyển, thêm ở dòng\" aria-labelledby=\"task-menu-{row} tasks-number-{row}\" title=\"Chuyển, thêm\" {ACT}=\"menu {row}\">⋯</button>\
                 <button type=button class=row-tool tabindex=-1 id=task-remove-{row} aria-label=\"Xóa nhiệm vụ\" \
                 aria-labelledby=\"task-remove-{row} tasks-number-{row}\" title=Xóa {ACT}=\"remove {row}\">✕</button></div></div>"
            );
        }
    }
}

/// The column of deadlines.
const DEADLINE: usize = 3;

fn fault_of(plan: &Plan, item: &Item) -> &'static str {
    let deadline = item.task.as_ref().map(|task| task.deadline.as_str()).unwrap_or_default();
    match Deadline::fault(deadline, &plan.date) {
        Some(DeadlineFault::Impossible) => "Lịch không có thời gian này.",
        Some(DeadlineFault::BeforeIssue) => "Trước ngày ban hành kế hoạch.",
        None => "",
    }
}

fn fault_html(plan: &Plan, item: &Item) -> String {
    format!("<p class=tasks-fault id=task-fault-{}>{}</p>", item.id.0, fault_of(plan, item))
}

/// Says under the deadline of a task what is wrong with it.
pub fn say_fault(plan: &Plan, row: RowId) {
    let (Some(item), Some(line)) =
        (grid::item(plan, row), platform::element(&format!("task-fault-{}", row.0)))
    else {
        return;
    };
    let fault = fault_of(plan, item);
    if line.text_content().unwrap_or_default() != fault {
        line.set_text_content(Some(fault));
    }
    if let Some(field) = platform::element(&Cell::new(row, DEADLINE).id()) {
        // Refused nowhere.
        let _ = match fault {
            "" => field.remove_attribute("aria-describedby"),
            _ => field.set_attribute("aria-describedby", &line.id()),
        };
    }
}

/// Makes the lines on the page those of `plan`, which were those of `before`. What is typed in stays as it
/// is unless the plan says otherwise.
pub fn redraw(place: &Element, before: &Plan, plan: &Plan) {
    let (old, new) = (items(before), items(plan));
    let old_lines = grid::lines(before);
    let mut numbers: HashMap<RowId, usize> = HashMap::new();
    let mut names: HashMap<String, &str> = HashMap::new();
    for (at, line) in old_lines.iter().enumerate() {
        match line {
            Line::Task { id, number } => drop(numbers.insert(*id, *number)),
            Line::Group { name, .. } => drop(names.insert(id(line, old_lines.get(at + 1)), name)),
        }
    }
    let mut there: HashMap<String, Element> = HashMap::new();
    let mut child = place.first_element_child();
    while let Some(element) = child {
        child = element.next_element_sibling();
        there.insert(element.id(), element);
    }
    let lines = grid::lines(plan);
    let mut at = place.first_element_child();
    for (i, line) in lines.iter().enumerate() {
        let next = lines.get(i + 1);
        let own = id(line, next);
        let same = match line {
            Line::Group { name, .. } => names.get(&own) == Some(&name.as_str()),
            Line::Task { .. } => true,
        };
        let element = match there.remove(&own).filter(|_| same) {
            Some(element) => {
                update(plan, line, &old, &new, &numbers);
                element
            }
            None => {
                let mut html = String::new();
                write_line(&mut html, plan, &new, line, next);
                // Refused only where there is no such place.
                let _ = place.insert_adjacent_html("beforeend", &html);
                let Some(element) = place.last_element_child() else { return };
                element
            }
        };
        if at.as_ref() == Some(&element) {
            at = element.next_element_sibling();
        } else {
            let _ = place.insert_before(&element, at.as_deref());
        }
    }
    // What stands behind the last line, and what a line of the same name took the place of.
    while let Some(element) = at {
        at = element.next_element_sibling();
        element.remove();
    }
    there.into_values().for_each(|element| element.remove());
}

fn update(
    plan: &Plan,
    line: &Line,
    old: &HashMap<RowId, &Item>,
    new: &HashMap<RowId, &Item>,
    numbers: &HashMap<RowId, usize>,
) {
    let Line::Task { id, number } = line else { return };
    if numbers.get(id) != Some(number)
        && let Some(place) = platform::element(&format!("tasks-number-{}", id.0))
    {
        place.set_text_content(Some(&number.to_string()));
    }
    let (Some(before), Some(item)) = (old.get(id), new.get(id)) else { return };
    if before == item {
        return;
    }
    for (at, column) in Column::ALL.into_iter().enumerate() {
        if let Some(field) = document().get_element_by_id(&Cell::new(*id, at).id()) {
            let text = column.text(item);
            if text_of(&field) != text {
                set_text(&field, text);
            }
        }
    }
    say_fault(plan, *id);
}

/// What stands in a field.
pub fn text_of(field: &Element) -> String {
    let text = js_sys::Reflect::get(field, &JsValue::from("value"));
    text.ok().and_then(|text| text.as_string()).unwrap_or_default()
}

/// Writes into a field.
pub fn set_text(field: &Element, text: &str) {
    // Refused only where there is no such property, and then there is nothing to write in.
    let _ = js_sys::Reflect::set(field, &JsValue::from("value"), &JsValue::from(text));
}
