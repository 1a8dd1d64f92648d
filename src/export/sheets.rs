//! Pages as whoever draws them wants them: no arithmetic left, and what is as it was easily told.

use std::fmt::{Display, Write};

use serde_json::Value;

use crate::document::{Line, Page, PlacedRule};
use crate::format::Decimal;

/// From the top of a line's box to its baseline, in parts of its size: half of what single
/// spacing (1.149) leaves around the letters, and their ascent (0.891), of Times New Roman.
const BASELINE: f32 = 0.912;

/// A page as text: a row of JSON for each thing on it, lengths in points.
///
/// ```text
/// [width, height]                                  the paper
/// [left, top, size, [[look, size, gap, spacing, text], …]]     a line of text and its pieces
/// [left, top, width, height]                       a rule
/// ```
///
/// `look` adds up 1 for bold, 2 for italic and 4 for underlined; `gap` is what stands between the
/// piece before and this one, `spacing` what is added to each space.
///
/// ```
/// use ke_hoach::document::{paginate, typeset};
/// use ke_hoach::{export, plan::Plan};
///
/// let sheets: Vec<String> = paginate(&typeset(&Plan::default())).iter().map(export::sheet).collect();
/// assert_eq!(sheets[0].lines().next(), Some("[595.3,841.9]"));
/// ```
pub fn sheet(page: &Page) -> String {
    let mut sheet = row([page.width, page.height]);
    let lines = page.number.iter().chain(&page.lines).map(line);
    for row in lines.chain(page.rules.iter().map(rule)) {
        sheet.push('\n');
        sheet += &row;
    }
    sheet
}

fn line(line: &Line) -> String {
    let size = line.segments.iter().map(|segment| segment.run.size.to_pt()).fold(0.0, f32::max);
    let left = line.segments.first().map_or(0.0, |segment| segment.x);
    let mut end = left;
    let pieces = line.segments.iter().map(|segment| {
        let run = &segment.run;
        let look = u8::from(run.bold) + 2 * u8::from(run.italic) + 4 * u8::from(run.underline);
        let gap = segment.x - end;
        end = segment.x + segment.width;
        let lengths = [run.size.to_pt(), unless_small(gap, 0.05), unless_small(segment.word_spacing, 0.005)];
        format!("[{look},{},{}]", list(lengths.map(Decimal)), Value::from(run.text.as_str()))
    });
    let pieces = list(pieces);
    format!("[{},[{pieces}]]", list([left, line.baseline - BASELINE * size, size].map(Decimal)))
}

fn rule(rule: &PlacedRule) -> String {
    let PlacedRule { x1, y1, x2, y2 } = *rule;
    row([x1, y1, x2 - x1, y2 - y1])
}

fn row<const N: usize>(lengths: [f32; N]) -> String {
    format!("[{}]", list(lengths.map(Decimal)))
}

fn list<T: Display>(things: impl IntoIterator<Item = T>) -> String {
    let mut list = String::new();
    for thing in things {
        let comma = if list.is_empty() { "" } else { "," };
        // Writing to a string cannot fail.
        let _ = write!(list, "{comma}{thing}");
    }
    list
}

/// What nobody sees is left out: it would only make lines differ.
fn unless_small(length: f32, least: f32) -> f32 {
    if length.abs() > least { length } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{paginate, typeset};
    use crate::plan::{FormatKey, Plan};

    #[test]
    fn every_piece_of_a_page_is_a_row_that_holds_its_words() {
        let plan = Plan { subject: "phòng, chống \"hạn\"\\n".into(), ..Plan::new(FormatKey::PARTY) };
        for page in paginate(&typeset(&plan)) {
            let sheet = sheet(&page);
            let rows: Vec<Value> = sheet.lines().map(|row| serde_json::from_str(row).unwrap()).collect();
            let lines: Vec<&Line> = page.number.iter().chain(&page.lines).collect();
            assert_eq!(rows.len(), 1 + lines.len() + page.rules.len());
            for (row, line) in rows[1..].iter().zip(lines) {
                let words: String =
                    row[3].as_array().unwrap().iter().map(|piece| piece[4].as_str().unwrap()).collect();
                assert_eq!(words, line.text());
            }
        }
    }

    #[test]
    fn a_letter_typed_changes_the_rows_of_its_paragraph_only() {
        let plan = |subject: &str| Plan { subject: subject.into(), ..Plan::new(FormatKey::FRONT) };
        let rows = |subject| -> Vec<String> {
            let pages = paginate(&typeset(&plan(subject)));
            pages.iter().flat_map(|page| sheet(page).lines().map(str::to_owned).collect::<Vec<_>>()).collect()
        };
        let (before, after) = (rows("phòng, chống hạ"), rows("phòng, chống hạn"));
        assert_eq!(before.len(), after.len());
        let changed = before.iter().zip(&after).filter(|(before, after)| before != after).count();
        assert!((1..=2).contains(&changed), "the subject and the rule under it: {changed}");
    }
}
