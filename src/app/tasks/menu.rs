//! What else can be done with a row, in a line under it: one at a time.

use std::fmt::Write as _;

use leptos::prelude::*;
use web_sys::{Element, Event};

use super::{ACT, Cell, Desk};
use crate::app::platform;
use crate::export::escape;
use crate::grid::{self, Place};
use crate::plan::RowId;

const MENU: &str = "tasks-menu";
const PLACES: &str = "tasks-places";

/// Opens the line of a row, or closes it.
pub fn toggle(desk: Desk, row: RowId) {
    let own =
        platform::element(MENU).is_some_and(|menu| menu.get_attribute("data-row") == Some(row.0.to_string()));
    close();
    let Some(line) = platform::element(&format!("task-{}", row.0)).filter(|_| !own) else { return };
    let (number, row) = (desk.number(row), row.0);
    let mut html = format!(
        "<div role=row class=tasks-menu id={MENU} data-row={row}><div role=cell aria-colspan=7>\
         <div role=group aria-label=\"Nhiệm vụ {number}\">\
         <button type=button class=button {ACT}=\"up {row}\">Chuyển lên</button>\
         <button type=button class=button {ACT}=\"down {row}\">Chuyển xuống</button>\
         <button type=button class=button {ACT}=\"below {row}\">Thêm nhiệm vụ bên dưới</button>\
         <div class=field><label for={PLACES}>Chuyển đến mục</label><select id={PLACES}><option value=\"\">Chọn mục hoặc khoản</option>"
    );
    let places = desk.plan.with_value(grid::places);
    for (at, (_, name)) in places.iter().enumerate() {
        // Writing to a string cannot fail.
        let _ = write!(html, "<option value={at}>{}</option>", escape(name));
    }
    html.push_str("</select></div></div></div></div>");
    // Refused only where there is no such place.
    let _ = line.insert_adjacent_html("afterend", &html);
    expand(row, true);
    if let Some(Ok(Some(first))) = platform::element(MENU).map(|menu| menu.query_selector("button")) {
        first.set_id("tasks-menu-first");
        platform::focus("tasks-menu-first".into());
    }
}

/// Closes the line, if one is open; the focus in it goes to its row.
pub fn close() -> bool {
    let Some(menu) = platform::element(MENU) else { return false };
    let row = menu.get_attribute("data-row").and_then(|row| row.parse().ok());
    let inside = document().active_element().is_some_and(|focused| menu.contains(Some(&focused)));
    menu.remove();
    if let Some(row) = row {
        expand(row, false);
        if inside && let Some(button) = platform::element(&format!("task-menu-{row}")) {
            // Refused nowhere.
            let _ = button.focus();
        }
    }
    true
}

fn expand(row: u32, open: bool) {
    if let Some(button) = platform::element(&format!("task-menu-{row}")) {
        // Refused nowhere.
        let _ = button.set_attribute("aria-expanded", if open { "true" } else { "false" });
    }
}

/// A place was chosen for the row to go to.
pub fn chosen(desk: Desk, event: &Event) {
    let list: Element = event_target(event);
    if list.id() != PLACES {
        return;
    }
    let row =
        platform::element(MENU).and_then(|menu| menu.get_attribute("data-row")?.parse().ok()).map(RowId);
    let places: Vec<(Place, String)> = desk.plan.with_value(grid::places);
    let at = event_target_value(event).parse::<usize>().ok();
    let (Some(row), Some((place, name))) = (row, at.and_then(|at| places.get(at))) else { return };
    let number = desk.number(row);
    let said = format!("Đã chuyển nhiệm vụ {number} đến “{}”.", name.trim());
    let moved = desk.change(&said, &mut |plan| grid::carry(plan, row, *place).then_some(Cell::new(row, 0)));
    if !moved {
        desk.heard.set("Không chuyển được đến chỗ này.".into());
    }
}
