//! Paragraphs out of lines: joins what a hard line break or the end of a page cut apart.

use super::lines::{Gap, Line, Tabular};
use super::marks::{self, Mark};
use super::words::{begins, begins_capital, begins_digit, begins_small, count, end_mark, is_caps, words};
use crate::order;

/// A paragraph, its mark taken off.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// The place of its first line in the source.
    pub at: usize,
    /// The mark it begins with.
    pub mark: Option<Mark>,
    /// The mark as it was typed; blank without one.
    pub typed: String,
    /// The text behind the mark.
    pub text: String,
    /// Whether all of its first line is bold, or none; `None` where that is not known or differs.
    pub bold: Option<bool>,
    /// What it is of a table.
    pub table: Option<Tabular>,
}

impl Paragraph {
    /// The paragraph that begins with a line.
    pub fn of(line: &Line) -> Paragraph {
        let (at, bold, table) = (line.at, line.evidence.bold, line.table.clone());
        match marks::split(&line.text).filter(|_| table.is_none()) {
            Some(marked) => {
                let (typed, text) = (marked.typed.to_owned(), marked.rest.to_owned());
                Paragraph { at, mark: Some(marked.mark), typed, text, bold, table }
            }
            None => Paragraph { at, mark: None, typed: String::new(), text: line.text.clone(), bold, table },
        }
    }

    /// Adds the line with which it goes on.
    pub fn go_on(&mut self, line: &str) {
        if !self.text.is_empty() && !is_cut_at_a_hyphen(&self.text) {
            self.text.push(' ');
        }
        self.text.push_str(line);
    }

    /// The paragraph as it stands in the source, mark included; of a table, all that it says.
    pub fn whole(&self) -> String {
        if let Some(table) = &self.table {
            return table.texts().join("\n");
        }
        match self.typed.as_str() {
            "" => self.text.clone(),
            typed => format!("{typed} {}", self.text).trim_end().to_owned(),
        }
    }
}

/// The paragraphs of some lines.
pub fn join(lines: &[Line]) -> Vec<Paragraph> {
    let wrap = Wrap::of(lines);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let before = i.checked_sub(1).map(|i| &lines[i]);
        match (paragraphs.last_mut(), before) {
            (Some(paragraph), Some(before)) if goes_on(paragraph, before, line, wrap) => {
                paragraph.go_on(&line.text);
            }
            _ => paragraphs.push(Paragraph::of(line)),
        }
    }
    paragraphs
}

/// The shape of a text that was wrapped line by line, as text taken from a PDF is.
#[derive(Clone, Copy)]
struct Wrap {
    /// The length of a nearly full line, in letters.
    full: usize,
    /// The length of a full line.
    width: usize,
    /// The indent from which a line begins a paragraph, where the text has indents.
    indent: Option<usize>,
}

impl Wrap {
    /// `None` for a text whose lines are whole paragraphs.
    fn of(lines: &[Line]) -> Option<Wrap> {
        let cut = lines.windows(2).filter(|pair| {
            end_mark(&pair[0].text).is_none() && begins_small(&pair[1].text) && pair[1].gap == Gap::None
        });
        let lengths = sorted(lines.iter().map(|line| line.text.chars().count()));
        if *lengths.last()? > 150 || cut.count() < 3.max(lines.len() / 12) {
            return None;
        }
        let width = lengths[lengths.len() * 9 / 10];
        let indents = sorted(lines.iter().map(|line| line.indent));
        let (inner, outer) = (indents[indents.len() / 5], indents[indents.len() * 4 / 5]);
        let indent = (outer >= inner + 3).then_some(inner + 3);
        Some(Wrap { full: width * 4 / 5, width, indent })
    }

    /// Whether `line` goes on with the sentence or paragraph of the line right before it.
    fn joins(self, paragraph: &Paragraph, before: &Line, line: &Line) -> bool {
        let length = before.text.chars().count();
        let ended = end_mark(&before.text);
        if let Some(indent) = self.indent {
            return line.indent < indent && (ended.is_none() || length >= self.full) && ended != Some(':');
        }
        let next = line.text.split(' ').next().unwrap_or_default().chars().count();
        length >= self.full
            && match ended {
                None => true,
                Some(';' | '/') => begins_small(&line.text),
                // The next word had no room on the line before: it was wrapped, not begun anew.
                Some('.') => !is_basis(&paragraph.text) && length + 1 + next > self.width,
                Some(_) => false,
            }
    }
}

fn sorted(numbers: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut numbers: Vec<usize> = numbers.collect();
    order::sort(&mut numbers);
    numbers
}

fn is_basis(text: &str) -> bool {
    begins(text, &["can cu"]) && begins_capital(text)
}

/// Whether `line` goes on with `paragraph`, whose last line is `before`.
fn goes_on(paragraph: &Paragraph, before: &Line, line: &Line, wrap: Option<Wrap>) -> bool {
    if line.table.is_some() || before.table.is_some() {
        return false;
    }
    let ended = end_mark(&before.text);
    if let Some(marked) = marks::split(&line.text) {
        // "kinh tế / - xã hội", "ngày / 12. …": a mark in the middle of a sentence.
        let full = wrap.is_some_and(|wrap| before.text.chars().count() >= wrap.full);
        let inside = begins_small(marked.rest) || (marked.mark != Mark::Dash && expects_number(&before.text));
        return full && ended.is_none() && line.gap == Gap::None && inside;
    }
    if paragraph.text.is_empty() {
        return true;
    }
    if line.gap == Gap::Rule || begins(&line.text, &["tren day la"]) {
        return false;
    }
    let heading = matches!(paragraph.mark, Some(Mark::Section | Mark::Part));
    if is_caps(&line.text) && count(&line.text) > 1 {
        return heading && is_caps(&paragraph.text) && line.gap == Gap::None;
    }
    if is_caps(&paragraph.text) && (heading || paragraph.mark.is_none()) {
        return false;
    }
    if ended.is_none() && begins_small(&line.text) {
        return true;
    }
    if line.evidence.within && ended.is_none() && line.gap == Gap::None {
        // A title may stand over its text in one paragraph.
        let (above, own) = (before.evidence.bold, line.evidence.bold);
        return above == own || above.is_none() || own.is_none();
    }
    if line.gap != Gap::None || is_basis(&line.text) {
        return false;
    }
    match wrap {
        Some(wrap) => wrap.joins(paragraph, before, line),
        // A căn cứ may end in a comma above the body that issues the plan.
        None if is_basis(&paragraph.text) => false,
        None => before.text.ends_with([',', '-']) || (ended.is_none() && splits_a_sentence(before, line)),
    }
}

/// Whether a line that begins with a number can only be the rest of a sentence.
fn splits_a_sentence(before: &Line, line: &Line) -> bool {
    begins_digit(&line.text) && count(&line.text) > 1 && count(&before.text) > 8
}

/// Whether a text breaks off behind a hyphen inside a symbol: "102/2025/NQLT-CP-".
fn is_cut_at_a_hyphen(text: &str) -> bool {
    text.strip_suffix('-').is_some_and(|text| text.ends_with(char::is_alphanumeric))
}

/// Whether a text breaks off where a number must follow.
fn expects_number(text: &str) -> bool {
    const BEFORE: [&str; 12] =
        ["so", "ngay", "thang", "nam", "dieu", "khoan", "diem", "muc", "phan", "chuong", "khoa", "lan"];
    words(text).last().is_some_and(|word| BEFORE.contains(&word.plain.as_str()) && word.at.end == text.len())
}
