//! The tasks as one table, each of its cells a field that is always open. The plan stays the app's: what
//! is typed or moved here is told to it at once, and what it takes back is shown.
//!
//! A table and no grid in the sense of ARIA: in a grid a screen reader hands the arrow keys to the page
//! and reads cells as a whole, so the text of a field could not be read letter by letter. Here each field
//! is called by the head of its column and the number of its task, and arrows leave it only where the
//! text ends.

mod keys;
mod menu;
mod offers;
mod pasting;
mod rows;

use leptos::html::Div;
use leptos::prelude::*;
use serde_json::Value;
use web_sys::{CustomEvent, Element, Event, FocusEvent, MouseEvent};

use super::fields::{Choice, Opt, composed};
use super::platform;
use crate::grid::{self, Column, Printed};
use crate::plan::{Deadline, Detail, Json, Plan, RowId, json_text};
use offers::Offers;

/// Where an element says what a click on it does.
const ACT: &str = "data-act";

/// A cell of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cell {
    row: RowId,
    /// Its place in [`Column::ALL`].
    column: usize,
}

impl Cell {
    fn new(row: RowId, column: usize) -> Cell {
        Cell { row, column }
    }

    fn id(self) -> String {
        format!("task-{}-{}", self.row.0, self.column)
    }

    /// The cell whose field this is.
    fn of(field: &Element) -> Option<Cell> {
        let id = field.id();
        let (row, column) = id.strip_prefix("task-")?.split_once('-')?;
        let cell = Cell { row: RowId(row.parse().ok()?), column: column.parse().ok()? };
        (cell.column < Column::ALL.len()).then_some(cell)
    }

    fn what(self) -> Column {
        Column::ALL.get(self.column).copied().unwrap_or(Column::Content)
    }

    fn focus(self) {
        if let Some(field) = platform::element(&self.id()) {
            // Refused nowhere.
            let _ = field.focus();
        }
    }
}

/// What is shown here.
#[derive(Clone, Copy)]
struct Desk {
    plan: StoredValue<Plan>,
    place: NodeRef<Div>,
    printed: RwSignal<Printed>,
    offers: Offers,
    /// What is said of it in a few words.
    heard: RwSignal<String>,
}

impl Desk {
    fn new(plan: Plan) -> Desk {
        Desk {
            printed: RwSignal::new(grid::printed(&plan)),
            offers: Offers::new(grid::named(&plan)),
            plan: StoredValue::new(plan),
            place: NodeRef::new(),
            heard: RwSignal::new(String::new()),
        }
    }

    /// Changes rows; `edit` gives back the cell in which one goes on, or nothing where it changed nothing.
    /// What the app says of it may depend on that.
    fn change(self, said: &str, edit: &mut dyn FnMut(&mut Plan) -> Option<Cell>) -> bool {
        let mut plan = self.plan.get_value();
        let Some(cell) = edit(&mut plan) else { return false };
        self.show(plan);
        // Before the app draws breath: the next letter may be on its way.
        cell.focus();
        self.plan.with_value(|plan| platform::annex::change_tasks(said, &json_text(&plan.write())));
        true
    }

    /// Shows another state of the plan.
    fn show(self, plan: Plan) {
        self.offers.close();
        menu::close();
        if let Some(place) = self.place.get_untracked() {
            self.plan.with_value(|before| rows::redraw(&place, before, &plan));
        }
        self.printed.set(grid::printed(&plan));
        self.offers.know(grid::named(&plan));
        self.plan.set_value(plan);
    }

    /// Takes what the app says the plan is.
    fn told(self, json: &str) {
        let Some(plan) = read(json) else { return };
        if self.plan.with_value(|before| *before != plan) {
            self.show(plan);
        }
    }

    /// Takes what a cell now says.
    fn write(self, cell: Cell, text: String) {
        let item = self.plan.try_update_value(|plan| {
            let item = grid::item_mut(plan, cell.row)?;
            cell.what().write(item, text);
            Some(json_text(&item.write()))
        });
        if let Some(item) = item.flatten() {
            platform::annex::change_tasks("", &item);
        }
    }

    /// Takes what was typed in a cell.
    fn typed(self, event: &Event) {
        let field: Element = event_target(event);
        if let Some(cell) = Cell::of(&field) {
            self.write(cell, event_target_value(event));
            self.offers.open(self, cell);
        }
    }

    /// Puts a cell that is left in order: its letters composed, a deadline in the official words.
    fn left(self, event: &FocusEvent) {
        let field: Element = event_target(event);
        let Some(cell) = Cell::of(&field) else { return };
        self.offers.close();
        if let Some(text) = composed(event) {
            self.write(cell, text);
        }
        if cell.what() == Column::Detail(Detail::Deadline) {
            let said = self.text(cell);
            if let Some(official) = Deadline::official(&said) {
                rows::set_text(&field, &official);
                self.write(cell, official);
            }
            self.plan.with_value(|plan| rows::say_fault(plan, cell.row));
        }
    }

    /// What stands in a cell.
    fn text(self, cell: Cell) -> String {
        let text = |plan: &Plan| grid::item(plan, cell.row).map(|item| cell.what().text(item).to_owned());
        self.plan.with_value(text).unwrap_or_default()
    }

    /// The tasks from top to bottom.
    fn tasks(self) -> Vec<RowId> {
        self.plan.with_value(|plan| plan.tasks().map(|(item, _)| item.id).collect())
    }

    /// The number that a task has in the table.
    fn number(self, row: RowId) -> usize {
        self.tasks().iter().position(|id| *id == row).map_or(0, |at| at + 1)
    }

    fn add_below(self, row: RowId) {
        self.change("", &mut |plan| Some(Cell::new(grid::add_below(plan, row)?, 0)));
    }

    fn shift(self, cell: Cell, up: bool) {
        let moved = self.change("", &mut |plan| grid::shift(plan, cell.row, up).then_some(cell));
        self.heard.set(match (moved, up) {
            (true, _) => format!("Nay là nhiệm vụ {}.", self.number(cell.row)),
            (false, true) => "Đã ở trên cùng.".to_owned(),
            (false, false) => "Đã ở dưới cùng.".to_owned(),
        });
    }

    fn remove(self, row: RowId) {
        let tasks = self.tasks();
        let at = tasks.iter().position(|id| *id == row).unwrap_or(0);
        let next = tasks.get(at + 1).or_else(|| tasks.get(at.checked_sub(1)?)).copied();
        let said = format!("Đã xóa nhiệm vụ {}.", at + 1);
        // Without tasks the focus goes to no cell.
        let heir = Cell::new(next.unwrap_or_default(), 0);
        self.change(&said, &mut |plan| grid::remove(plan, row).then_some(heir));
        if next.is_none() {
            platform::focus("tasks-title".into());
        }
    }

    fn click(self, event: &MouseEvent) {
        let target: Element = event_target(event);
        if Cell::of(&target).is_some() {
            return self.offers.open_by_hand(self, &target);
        }
        let Ok(Some(button)) = target.closest(&format!("[{ACT}]")) else { return };
        let act = button.get_attribute(ACT).unwrap_or_default();
        let mut words = act.split(' ');
        let act = words.next().unwrap_or_default();
        let numbers: Vec<RowId> = words.filter_map(|word| word.parse().ok().map(RowId)).collect();
        let Some(row) = numbers.first().copied() else { return };
        match act {
            "add" => {
                let place = grid::Place { section: row, under: numbers.get(1).copied() };
                self.change("", &mut |plan| Some(Cell::new(grid::add_to(plan, place)?, 0)));
            }
            "remove" => self.remove(row),
            "menu" => menu::toggle(self, row),
            "up" | "down" => self.shift(Cell::new(row, 0), act == "up"),
            "below" => self.add_below(row),
            _ => {}
        }
    }
}

fn read(json: &str) -> Option<Plan> {
    let mut plan = Plan::read(serde_json::from_str::<Value>(json).ok()?).ok()?;
    plan.repair_rows();
    Some(plan)
}

const HELP: [(&str, &str); 10] = [
    ("Tab, Shift + Tab", "sang ô sau, ô trước"),
    ("Enter", "xuống ô dưới; ở dòng cuối: thêm nhiệm vụ"),
    ("Ctrl + Enter", "thêm nhiệm vụ ngay bên dưới"),
    ("Shift + Enter", "xuống dòng trong ô"),
    ("← → ↑ ↓", "sang ô bên cạnh khi con trỏ ở đầu hoặc cuối chữ; giữ Ctrl: sang ngay"),
    ("→ ở cuối ô Sản phẩm", "đến hai nút của dòng: ⋯ (chuyển, thêm) và ✕ (xóa)"),
    ("Alt + ↑, Alt + ↓", "chuyển nhiệm vụ lên, xuống"),
    ("Ctrl + D", "chép ô bên trên"),
    ("F4", "mở gợi ý của ô"),
    ("Ctrl + V", "dán bảng chép từ Excel hoặc Word, tự thêm dòng"),
];

/// The screen.
#[component]
pub fn Tasks(argument: String) -> impl IntoView {
    let desk = Desk::new(read(&argument).unwrap_or_default());
    let told =
        window_event_listener(leptos::ev::Custom::<CustomEvent>::new(platform::annex::PLAN), move |event| {
            desk.told(&event.detail().as_string().unwrap_or_default())
        });
    on_cleanup(move || told.remove());
    let watch = platform::Stopwatch::start("draw-tasks");
    let html = desk.plan.with_value(rows::html);
    request_animation_frame(move || drop(watch));
    let printed = Printed::ALL.map(|(printed, name)| Opt { key: format!("{printed:?}"), name: name.into() });
    let print = move |key: String| {
        let chosen = Printed::ALL.into_iter().find(|(printed, _)| format!("{printed:?}") == key);
        let Some((printed, name)) = chosen else { return };
        let said = format!("In nhiệm vụ: {}.", crate::vietnamese::lower(name));
        let mut plan = desk.plan.get_value();
        grid::print_tasks(&mut plan, printed);
        desk.show(plan);
        desk.plan.with_value(|plan| platform::annex::change_tasks(&said, &json_text(&plan.write())));
    };
    let copy = move |_| {
        let (html, text) = desk.plan.with_value(grid::copied);
        let done = platform::copy_table(&html, &text);
        let said = if done {
            "Đã chép bảng: dán được vào Word, Excel."
        } else {
            "Trình duyệt không cho chép."
        };
        desk.heard.set(said.into());
    };
    let heads = Column::ALL.iter().enumerate().map(|(at, column)| {
        view! { <div role="columnheader" id=format!("tasks-head-{at}")>{column.name()}</div> }
    });
    let heads = heads.collect_view();
    let keys = HELP.map(|(key, what)| view! { <dt>{key}</dt> <dd>{what}</dd> });
    view! {
        <div
            class="tasks-screen"
            on:input=move |event| desk.typed(&event)
            on:keydown=move |event| keys::pressed(desk, &event)
            on:focusout=move |event| desk.left(&event)
            on:paste=move |event| pasting::pasted(desk, &event)
            on:click=move |event| desk.click(&event)
            on:change=move |event| menu::chosen(desk, &event)
        >
            <div class="tasks-bar">
                <Choice
                    id="print-tasks"
                    label="In nhiệm vụ"
                    options=printed.to_vec()
                    value=Signal::derive(move || format!("{:?}", desk.printed.get()))
                    set=print
                />
                <button type="button" class="button" on:click=copy>"Chép bảng"</button>
                <p class="help tasks-heard" role="status">{desk.heard}</p>
                <details class="group tasks-keys">
                    <summary>"Phím tắt và cách dán từ Excel, Word"</summary>
                    <dl class="group-fields">{keys}</dl>
                </details>
            </div>
            <div class="tasks-table">
                <div role="table" aria-label="Bảng nhiệm vụ">
                    <div role="rowgroup">
                        <div role="row" class="tasks-heads">
                            <div role="columnheader">"TT"</div>
                            {heads}
                            <div role="columnheader"><span class="visually-hidden">"Việc với dòng"</span></div>
                        </div>
                    </div>
                    <div role="rowgroup" class="tasks-rows" node_ref=desk.place inner_html=html></div>
                </div>
                <offers::List desk />
            </div>
        </div>
    }
}
