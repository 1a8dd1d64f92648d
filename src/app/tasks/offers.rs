//! What is offered for a cell: bodies for lead and support, ways to say a deadline. A list under the field
//! that never takes the focus.

use leptos::prelude::*;
use web_sys::{Element, HtmlElement, MouseEvent};

use super::{Cell, Desk, rows};
use crate::app::platform;
use crate::grid::{self, Column};
use crate::plan::Detail;

const LIST: &str = "tasks-offers";

/// What is offered, and for which cell.
#[derive(Clone, Copy)]
pub struct Offers {
    bodies: StoredValue<Vec<String>>,
    cell: StoredValue<Option<Cell>>,
    shown: RwSignal<Vec<String>>,
    /// The one that Enter takes.
    chosen: RwSignal<Option<usize>>,
}

impl Offers {
    pub fn new(bodies: Vec<String>) -> Offers {
        Offers {
            bodies: StoredValue::new(bodies),
            cell: StoredValue::new(None),
            shown: RwSignal::new(Vec::new()),
            chosen: RwSignal::new(None),
        }
    }

    /// Takes the bodies that the plan names now.
    pub fn know(self, bodies: Vec<String>) {
        self.bodies.set_value(bodies);
    }

    /// Offers what goes on from the text of a cell, if anything does.
    pub fn open(self, desk: Desk, cell: Cell) {
        let text = desk.text(cell);
        let shown: Vec<String> = match cell.what() {
            Column::Detail(Detail::Lead | Detail::Support) => self
                .bodies
                .with_value(|bodies| grid::offered(bodies, &text).into_iter().map(str::to_owned).collect()),
            Column::Detail(Detail::Deadline) => {
                let year = desk.plan.with_value(|plan| plan.date.year).unwrap_or_else(platform::year);
                grid::deadlines(&text, year)
            }
            _ => Vec::new(),
        };
        if shown.is_empty() {
            return self.close();
        }
        if self.cell.get_value() != Some(cell) {
            desk.heard.set("Có gợi ý: bấm ↓ để chọn.".into());
        }
        self.cell.set_value(Some(cell));
        self.chosen.set(None);
        self.shown.set(shown);
        place(cell);
        tell(cell, "aria-controls", Some(LIST));
    }

    /// The same, by a click into a cell that is blank.
    pub fn open_by_hand(self, desk: Desk, field: &Element) {
        if let Some(cell) = Cell::of(field).filter(|cell| desk.text(*cell).trim().is_empty()) {
            self.open(desk, cell);
        }
    }

    /// Offers nothing any more.
    pub fn close(self) {
        if let Some(cell) = self.cell.get_value() {
            self.cell.set_value(None);
            self.shown.set(Vec::new());
            self.chosen.set(None);
            tell(cell, "aria-controls", None);
            tell(cell, "aria-activedescendant", None);
        }
    }

    /// A key in a cell; says whether it was meant for the list.
    pub fn pressed(self, desk: Desk, cell: Cell, key: &str, held: bool) -> bool {
        if held {
            return false;
        }
        let count = self.shown.with_untracked(Vec::len);
        match (key, count, self.chosen.get_untracked()) {
            ("F4", 0, _) => self.open(desk, cell),
            ("F4" | "Escape", 1.., _) => self.close(),
            ("ArrowDown", 1.., chosen) => self.choose(cell, chosen.map_or(0, |at| (at + 1) % count)),
            ("ArrowUp", 1.., Some(at)) => self.choose(cell, (at + count - 1) % count),
            ("Enter", 1.., Some(at)) => self.take(desk, at),
            // Tab takes it, too, and goes on.
            ("Tab", 1.., Some(at)) => {
                self.take(desk, at);
                return false;
            }
            _ => return false,
        }
        true
    }

    fn choose(self, cell: Cell, at: usize) {
        self.chosen.set(Some(at));
        tell(cell, "aria-activedescendant", Some(&format!("{LIST}-{at}")));
    }

    /// Puts what is offered at a place into its cell.
    fn take(self, desk: Desk, at: usize) {
        let offered = self.shown.with_untracked(|shown| shown.get(at).cloned());
        let (Some(cell), Some(offered)) = (self.cell.get_value(), offered) else { return };
        let text = match cell.what() {
            Column::Detail(Detail::Deadline) => offered.trim_end_matches('…').to_owned(),
            _ => grid::ended_by(&desk.text(cell), &offered),
        };
        self.close();
        if let Some(field) = document().get_element_by_id(&cell.id()) {
            rows::set_text(&field, &text);
        }
        desk.write(cell, text);
        if offered.ends_with('…') {
            // What is to follow.
            self.open(desk, cell);
        }
    }
}

fn tell(cell: Cell, name: &str, value: Option<&str>) {
    if let Some(field) = document().get_element_by_id(&cell.id()) {
        // Refused nowhere.
        let _ = match value {
            Some(value) => field.set_attribute(name, value),
            None => field.remove_attribute(name),
        };
    }
}

/// Puts the list under a cell.
fn place(cell: Cell) {
    let (Some(field), Some(list)) = (platform::element(&cell.id()), platform::element(LIST)) else { return };
    let Some(around) = list.parent_element() else { return };
    let (field, around) = (field.get_bounding_client_rect(), around.get_bounding_client_rect());
    let left = field.left() - around.left();
    let width = field.width();
    let style = format!(
        "top:{:.0}px;left:min({left:.0}px,100% - max({width:.0}px,280px));min-width:max({width:.0}px,280px)",
        field.bottom() - around.top()
    );
    platform::style(&list, &style);
}

/// The list.
#[component]
pub fn List(desk: Desk) -> impl IntoView {
    let offers = desk.offers;
    let option = move |(at, text): (usize, String)| {
        view! {
            <li
                role="option"
                id=format!("{LIST}-{at}")
                data-at=at.to_string()
                aria-selected=move || (offers.chosen.get() == Some(at)).to_string()
            >
                {text}
            </li>
        }
    };
    // The focus stays in the field.
    let hold = move |event: MouseEvent| event.prevent_default();
    let take = move |event: MouseEvent| {
        event.stop_propagation();
        let element: HtmlElement = event_target(&event);
        let at = element
            .closest("[data-at]")
            .ok()
            .flatten()
            .and_then(|option| option.get_attribute("data-at")?.parse().ok());
        at.into_iter().for_each(|at| offers.take(desk, at));
    };
    view! {
        <ul
            id=LIST
            role="listbox"
            aria-label="Gợi ý"
            hidden=move || offers.shown.with(Vec::is_empty)
            on:mousedown=hold
            on:click=take
        >
            {move || offers.shown.get().into_iter().enumerate().map(option).collect_view()}
        </ul>
    }
}
