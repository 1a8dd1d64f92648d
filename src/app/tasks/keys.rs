//! The keys of the table.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement, KeyboardEvent};

use super::{Cell, Desk, menu};
use crate::app::platform;
use crate::grid::{self, Column};
use crate::plan::RowId;

/// What stands to the right of the columns: the two buttons of a row.
const BUTTONS: [&str; 2] = ["task-menu-", "task-remove-"];

/// A key was pressed in the table.
pub fn pressed(desk: Desk, event: &KeyboardEvent) {
    // 229: some input methods compose without saying so; their Enter only takes a word.
    if event.is_composing() || event.key_code() == 229 || event.meta_key() {
        return;
    }
    let target: Element = event_target(event);
    let Some((row, column)) = place_of(&target) else {
        if event.key() == "Escape" && menu::close() {
            event.prevent_default();
        }
        return;
    };
    let (ctrl, alt, shift) = (event.ctrl_key(), event.alt_key(), event.shift_key());
    let key = event.key();
    let cell = Cell::of(&target);
    if let Some(cell) = cell
        && desk.offers.pressed(desk, cell, &key, ctrl || alt || shift)
    {
        return event.prevent_default();
    }
    match (key.as_str(), ctrl, alt) {
        ("Escape", false, false) => {
            if menu::close() {
                event.prevent_default();
            }
            return;
        }
        ("Enter", true, false) => desk.add_below(row),
        ("Enter", false, false) if cell.is_some() && !shift => below(desk, row, column),
        ("ArrowUp" | "ArrowDown", false, true) => {
            desk.shift(Cell::new(row, column.min(Column::ALL.len() - 1)), key == "ArrowUp");
        }
        ("d" | "D", true, false) => match cell {
            Some(cell) => {
                desk.change("", &mut |plan| grid::copy_from_above(plan, row, cell.what()).then_some(cell));
            }
            None => return,
        },
        (_, false, false) if !shift && cell.is_some() && key.starts_with("Arrow") => {
            if let Ok(field) = target.dyn_into::<HtmlTextAreaElement>() {
                leave_at_the_edge(desk, field, row, column, key);
            }
            return;
        }
        (_, _, false) if !shift && key.starts_with("Arrow") => {
            go(desk, row, column, &key);
        }
        _ => return,
    }
    event.prevent_default();
}

/// The row and the column of a cell or a button of the table.
fn place_of(element: &Element) -> Option<(RowId, usize)> {
    if let Some(cell) = Cell::of(element) {
        return Some((cell.row, cell.column));
    }
    let id = element.id();
    let mut buttons = BUTTONS.iter().enumerate();
    buttons.find_map(|(at, name)| {
        let row = id.strip_prefix(name)?.parse().ok()?;
        Some((RowId(row), Column::ALL.len() + at))
    })
}

/// Goes to the cell below; under the last row there is a new one.
fn below(desk: Desk, row: RowId, column: usize) {
    let tasks = desk.tasks();
    let next = tasks.iter().position(|id| *id == row).and_then(|at| tasks.get(at + 1));
    match next {
        Some(next) => Cell::new(*next, column).focus(),
        None => desk.add_below(row),
    }
}

/// Goes to the next cell where the caret could go no further. Whether it could only the browser knows: a
/// text has as many lines as its column makes of it.
fn leave_at_the_edge(desk: Desk, field: HtmlTextAreaElement, row: RowId, column: usize, key: String) {
    let caret = move |field: &HtmlTextAreaElement| {
        let start = field.selection_start().ok().flatten();
        (start, start == field.selection_end().ok().flatten())
    };
    let before = caret(&field);
    if !before.1 {
        return;
    }
    // Some browsers take the caret to the end of the line first.
    let sideways = matches!(key.as_str(), "ArrowLeft" | "ArrowRight");
    if !sideways && is_one_line(&field) {
        return go(desk, row, column, &key);
    }
    set_timeout(
        move || {
            if caret(&field) == before && platform::focused() == Some(field.id()) {
                go(desk, row, column, &key);
            }
        },
        Duration::ZERO,
    );
}

/// The widest that a letter of the text is on average, in pixels.
const LETTER: usize = 10;

/// Whether the text of a field certainly stands on one line.
fn is_one_line(field: &HtmlTextAreaElement) -> bool {
    let text = field.value();
    let room = usize::try_from(field.client_width()).unwrap_or(0);
    !text.contains('\n') && text.chars().count() * LETTER < room
}

/// Goes to the neighbour on the side of an arrow, if there is one.
fn go(desk: Desk, row: RowId, column: usize, key: &str) {
    let tasks = desk.tasks();
    let Some(at) = tasks.iter().position(|id| *id == row) else { return };
    let to = match key {
        "ArrowUp" => at.checked_sub(1).map(|at| (at, column)),
        "ArrowDown" => Some((at + 1, column)),
        "ArrowLeft" => column.checked_sub(1).map(|column| (at, column)),
        _ => Some((at, column + 1)).filter(|(_, column)| *column < Column::ALL.len() + BUTTONS.len()),
    };
    let Some((row, column)) = to.and_then(|(at, column)| Some((tasks.get(at)?, column))) else { return };
    let id = match column.checked_sub(Column::ALL.len()) {
        None => Cell::new(*row, column).id(),
        Some(button) => format!("{}{}", BUTTONS.get(button).copied().unwrap_or_default(), row.0),
    };
    let Some(element) = platform::element(&id) else { return };
    // Refused nowhere.
    let _ = HtmlElement::focus(&element);
    if let Ok(field) = element.dyn_into::<HtmlTextAreaElement>() {
        // Where the caret comes from.
        let caret = if key == "ArrowRight" { 0 } else { field.value().encode_utf16().count() };
        let caret = u32::try_from(caret).unwrap_or(0);
        let _ = field.set_selection_range(caret, caret);
    }
}
