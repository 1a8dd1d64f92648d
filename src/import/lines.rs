//! The lines of a source, cleaned of what is not text.
//!
//! Dropped: rulings (`-----`, `*`), stray `**`, invisible characters, tabs and multiple
//! spaces. What holds a word but is no text of the plan (page numbers, bookmarks left by a
//! converter) is handed back beside the lines.

use super::look::{LookId, Looks, Under};
use super::words::single_spaced;
use crate::plan::{Orientation, Table, TaskRow, lines};
use crate::vietnamese::compose;

/// A line of the source.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its place among the lines of the source, counted from 0.
    pub at: usize,
    /// The text, its words one space apart; never empty.
    pub text: String,
    /// The same cut at tabs and wide gaps: the columns of a table that ran together.
    pub cells: Vec<String>,
    /// How far in it begins, in spaces.
    pub indent: usize,
    /// What stands between the line and the one before it.
    pub gap: Gap,
    /// What else the source says of it.
    pub evidence: Evidence,
    /// What it is of a table; its text is then what stands there first.
    pub table: Option<Tabular>,
    /// The line as it was typed.
    pub typed: String,
    /// Its number in the source, counted from 1: of a text its line, of a Word file its paragraph among
    /// those that are not blank.
    pub number: usize,
}

/// What a line is of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Tabular {
    /// A row of a table of tasks.
    Row(Box<TaskRow>),
    /// The whole of any other table.
    Whole(Box<Table>),
}

impl Tabular {
    /// All that it says.
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Tabular::Row(row) => texts(row),
            Tabular::Whole(table) => table.texts().collect(),
        }
    }
}

impl Line {
    /// What it says: its text, or all that the table says of which it is.
    pub fn texts(&self) -> Vec<&str> {
        self.table.as_ref().map_or_else(|| vec![self.text.as_str()], Tabular::texts)
    }
}

/// All that a row of a table of tasks says.
fn texts(row: &TaskRow) -> Vec<&str> {
    let task = &row.task;
    let all = [&row.content, &task.lead, &task.support, &task.deadline, &task.deliverable, &row.note];
    all.into_iter().flat_map(|text| lines(text)).collect()
}

/// What a Word file says of a line beside its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// Whether all of it is bold, or none; `None` where that is not known or differs.
    pub bold: Option<bool>,
    /// Whether it stands in one paragraph with the line before it.
    pub within: bool,
    /// Which way its page lies.
    pub page: Orientation,
    /// How it looks, if that is known.
    pub look: Option<LookId>,
}

/// What stands between two lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing: the next line.
    #[default]
    None,
    /// A blank line.
    Blank,
    /// A ruling.
    Rule,
}

/// The cleaned lines, and what was taken out with words in it.
#[derive(Debug, Default)]
pub struct Source {
    /// The lines in order.
    pub lines: Vec<Line>,
    /// Page numbers, converters' marks, and what stands where nothing of a plan does.
    pub taken_out: Vec<String>,
    /// Lines at the foot of the first page.
    pub foot: Vec<String>,
    /// How lines and pages look.
    pub looks: Looks,
    /// What stands between the last line and the next.
    gap: Gap,
    /// The number of the line that is being read.
    number: usize,
}

impl Source {
    /// Counts a line of the source that holds something.
    pub fn count(&mut self, raw: &str) {
        self.number += usize::from(!raw.trim().is_empty());
    }

    /// Adds a line, if there is anything on it.
    pub fn push(&mut self, typed: &str, evidence: Evidence) {
        let raw = visible(typed);
        let text = single_spaced(&raw);
        if text.is_empty() {
            self.part(Gap::Blank);
        } else if is_rule(&text) {
            self.part(Gap::Rule);
            self.close_off(Under::Typed);
        } else {
            let (indent, cells) = (indent(&raw), cells(&raw));
            let gap = std::mem::take(&mut self.gap);
            let at = self.lines.len();
            let (typed, number) = (typed.to_owned(), self.number);
            self.lines.push(Line { at, text, cells, indent, gap, evidence, table: None, typed, number });
        }
    }

    /// Adds a table, or a row of one of tasks.
    pub fn push_table(&mut self, table: Tabular, page: Orientation) {
        let evidence = Evidence { page, ..Evidence::default() };
        let text = match &table {
            Tabular::Row(row) => single_spaced(&row.content),
            Tabular::Whole(table) => table.texts().next().map(single_spaced).unwrap_or_default(),
        };
        let gap = std::mem::take(&mut self.gap);
        let number = self.number + 1;
        table.texts().into_iter().for_each(|text| self.count(text));
        self.lines.push(Line {
            typed: text.clone(),
            number,
            at: self.lines.len(),
            cells: vec![text.clone()],
            text,
            indent: 0,
            gap,
            evidence,
            table: Some(table),
        });
    }

    /// Says what closes off the last line.
    pub fn close_off(&mut self, under: Under) {
        if let Some(Line { evidence: Evidence { look: Some(look), .. }, .. }) = self.lines.last_mut() {
            *look = self.looks.close_off(*look, under);
        }
    }

    /// Puts something between the last line and the next.
    pub fn part(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }
}

/// Reads the lines of a text.
pub fn read(source: &str) -> Source {
    let mut read = Source { gap: Gap::Blank, ..Source::default() };
    let mut pages = PageNumbers::default();
    let breaks = ['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    let numbered = source.split('\n').zip(1..);
    for (typed, number) in numbered.flat_map(|(line, at)| line.split(breaks).map(move |typed| (typed, at))) {
        read.number = number;
        let raw = unmarked(typed, &mut read.taken_out);
        let text = clean(&raw);
        if text.is_empty() && pages.just_turned() {
            continue;
        } else if !text.is_empty() && !is_rule(&text) && pages.takes(&text) {
            read.taken_out.push(text);
            // The sentence may go on over the page.
            read.gap = Gap::None;
        } else {
            let before = read.lines.len();
            read.push(&raw, Evidence::default());
            if let Some(line) = read.lines.get_mut(before) {
                line.typed = typed.to_owned();
            }
        }
    }
    read
}

/// A text as a line of it reads: what is visible, its words one space apart.
pub fn clean(raw: &str) -> String {
    single_spaced(&visible(raw))
}

/// A line without invisible characters, its letters composed.
fn visible(raw: &str) -> String {
    let line: String = raw
        .chars()
        .filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'))
        .map(|c| match c {
            '\t' => c,
            // Symbol fonts put their hyphen and bullets here.
            '\u{f02d}' => '-',
            '\u{f000}'..='\u{f0ff}' => '•',
            c if c.is_whitespace() || c.is_control() => ' ',
            c => c,
        })
        .collect();
    compose(&line)
}

/// A line without Markdown marks and converters' marks.
fn unmarked(raw: &str, taken_out: &mut Vec<String>) -> String {
    let mut line = raw.replace("**", "");
    if line.contains(BOOKMARK) {
        line = without_bookmarks(&line, taken_out);
    }
    let hashes = line.len() - line.trim_start_matches('#').len();
    if hashes > 0 && line[hashes..].starts_with(' ') {
        line.drain(..hashes);
    }
    line
}

/// How some converters write a bookmark of Word.
const BOOKMARK: &str = "[bookmark:";

fn without_bookmarks(line: &str, taken_out: &mut Vec<String>) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some(start) = rest.find(BOOKMARK)
        && let Some(length) = rest[start..].find(']')
    {
        text.push_str(&rest[..start]);
        let (bookmark, behind) = rest[start..].split_at(length + 1);
        taken_out.push(bookmark.to_owned());
        rest = behind;
    }
    text + rest
}

/// Whether a line is drawn, not written. A lone dash is the mark of the line after it.
fn is_rule(text: &str) -> bool {
    !text.contains(char::is_alphanumeric) && !["-", "–", "+", "•"].contains(&text)
}

fn indent(raw: &str) -> usize {
    raw.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\t' { 4 } else { 1 }).sum()
}

fn cells(raw: &str) -> Vec<String> {
    raw.split('\t')
        .flat_map(|part| part.split("   "))
        .map(single_spaced)
        .filter(|cell| !cell.is_empty())
        .collect()
}

/// Letters that a page holds at least: numbers that follow each other more closely
/// are those of a list or a table.
const PAGE: usize = 600;

/// Finds the page numbers of a text taken from pages: 2, 3, 4 …, a page apart.
#[derive(Default)]
struct PageNumbers {
    last: usize,
    letters: usize,
}

impl PageNumbers {
    /// Whether nothing stands between here and the last page number.
    fn just_turned(&self) -> bool {
        self.last > 0 && self.letters == 0
    }

    fn takes(&mut self, text: &str) -> bool {
        let number = text.trim_matches(['-', '–', ' ']).parse::<usize>().ok();
        let found = number.is_some_and(|number| {
            let next = if self.last == 0 { number == 2 } else { number == self.last + 1 };
            (next && self.letters >= PAGE) || (number == 1 && self.last == 0 && self.letters == 0)
        });
        match number {
            Some(number) if found => *self = PageNumbers { last: number, letters: 0 },
            _ => self.letters += text.chars().count(),
        }
        found
    }
}
