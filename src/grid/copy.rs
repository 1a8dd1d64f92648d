//! The table as Word and Excel take it.

use super::{Column, Line, item, lines};
use crate::export::escape;
use crate::plan::Plan;

/// The table of tasks as HTML and as text with tabs, under its heads; [`Cells`](super::Cells) reads both.
pub fn copied(plan: &Plan) -> (String, String) {
    let mut html = "<table border=1>".to_owned();
    let mut text = Vec::new();
    let mut add = |tag: &str, cells: Vec<String>| {
        let cell = |cell: &String| format!("<{tag}>{}</{tag}>", escape(cell).replace('\n', "<br/>"));
        html.push_str(&format!("<tr>{}</tr>", cells.iter().map(cell).collect::<String>()));
        text.push(cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join("\t"));
    };
    let heads = ["TT"].into_iter().chain(Column::ALL.map(Column::name));
    add("th", heads.map(str::to_owned).collect());
    for line in lines(plan) {
        let Line::Task { id, number } = line else { continue };
        let Some(item) = item(plan, id) else { continue };
        let cells = Column::ALL.map(|column| column.text(item).to_owned());
        add("td", [number.to_string()].into_iter().chain(cells).collect());
    }
    (html + "</table>", text.join("\n"))
}

/// A cell as Excel copies it.
fn quoted(cell: &str) -> String {
    match cell.contains(['\n', '\t', '"']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.to_owned(),
    }
}
