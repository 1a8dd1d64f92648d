//! Appendices behind the signature.

use super::lines::Line;
use super::marks;
use super::paragraphs::{Paragraph, join};
use super::placeholders::filled_in;
use super::words::{begins, count, is_caps, words};
use crate::format::numbering::roman;
use crate::plan::{Appendix, Plan, TableSource, TaskRow};

/// Where the first appendix begins.
pub fn start(lines: &[Line]) -> usize {
    lines.iter().position(|line| line.row.is_none() && label(&line.text).is_some()).unwrap_or(lines.len())
}

/// The title that stands behind "PHỤ LỤC" and its number on a line that begins an appendix.
fn label(line: &str) -> Option<&str> {
    if !begins(line, &["phu luc"]) || count(line) > 40 || !line.starts_with('P') {
        return None;
    }
    let words = words(line);
    let numbered = words.get(2).filter(|word| {
        let typed = &line[word.at.clone()];
        (typed.len() < 3 && typed.bytes().all(|b| b.is_ascii_digit())) || (1..=39).any(|n| roman(n) == typed)
    });
    let end = numbered.unwrap_or(&words[1]).at.end;
    let title = line[end..].trim_start_matches(['.', ':', '-', '–', ' ']);
    let caps = is_caps(&line[..words[1].at.end]);
    ((title.is_empty() && !line.ends_with([';', ','])) || (caps && is_caps(title))).then_some(title)
}

/// Reads the appendices: what stands in capitals under the label is the title.
/// The line "(Kèm theo Kế hoạch số …)" is printed anew by every plan and left over.
pub fn read(lines: &[Line], plan: &mut Plan, leftover: &mut Vec<String>) {
    let mut lines = lines;
    while let Some(first) = lines.first() {
        // Without a label its first line is one like the others.
        let (label, rest) = match label(&first.text).filter(|_| first.row.is_none()) {
            Some(label) => (Some(label), &lines[1..]),
            None => (None, lines),
        };
        let (own, next) = rest.split_at(start(rest));
        lines = next;
        let mut title: Vec<&str> = label.into_iter().filter(|title| !title.is_empty()).collect();
        let heads = own.iter().take_while(|line| heads(line)).count();
        title.extend(own[..heads].iter().map(|line| line.text.as_str()));
        let (reference, text) = own[heads..].split_at(reference(&own[heads..]));
        leftover.extend(reference.iter().map(|line| line.text.clone()));
        let (rows, text): (Vec<_>, Vec<_>) = join(text).into_iter().partition(|line| line.row.is_some());
        let text = text.iter().map(Paragraph::whole).collect::<Vec<_>>().join("\n");
        let id = plan.new_row();
        let rows: Vec<_> = rows.into_iter().filter_map(|line| line.row).collect();
        let rows: Vec<TaskRow> = rows.into_iter().map(|row| TaskRow { id: plan.new_row(), ..*row }).collect();
        plan.appendices.push(Appendix {
            id,
            title: filled_in(title.join("\n")),
            text,
            orientation: first.evidence.page,
            table: if rows.is_empty() { TableSource::None } else { TableSource::Rows },
            rows,
            ..Appendix::default()
        });
    }
}

/// Whether a line under the label belongs to the title.
fn heads(line: &Line) -> bool {
    let bold =
        line.evidence.bold == Some(true) && count(&line.text) <= 40 && marks::split(&line.text).is_none();
    line.row.is_none() && (is_caps(&line.text) || bold) && !is_reference(&line.text)
}

fn is_reference(line: &str) -> bool {
    line.starts_with('(') && begins(line, &["kem theo", "ban hanh kem theo"])
}

/// How many lines say which plan the appendix belongs to: up to the bracket that closes.
fn reference(lines: &[Line]) -> usize {
    if !lines.first().is_some_and(|line| is_reference(&line.text)) {
        return 0;
    }
    lines.iter().take(4).position(|line| line.text.ends_with(')')).map_or(1, |at| at + 1)
}
