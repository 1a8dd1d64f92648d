//! A text under review: its paragraphs in order, each with what it is and where it stands.
//!
//! Rules see the same whether the text is a plan in the form or a file that was read: of a file, what
//! really stood there, marks and all.

mod paragraph;
mod plan;
mod source;
mod word;

use std::ops::Range;

pub use paragraph::Paragraph;
pub(super) use plan::Change;
use plan::{Field, RowAt, said};
pub use plan::{Row, mend};
pub use source::Numbered;
pub(in crate::check) use source::YOUTH_BODIES;
pub(in crate::check) use word::head;
pub use word::{Form, Word};

use super::finding::Finding;
use crate::order;
use crate::plan::{Day, IssueDate, Level, SectionRole, TextPlace};

/// A text under review.
#[derive(Clone, Debug, Default)]
pub struct Manuscript {
    /// What holds for all of it.
    pub frame: Frame,
    /// Its paragraphs in the order of the page.
    pub paragraphs: Vec<Paragraph>,
    /// The texts of the plan in which they stand.
    fields: Vec<Field>,
    /// The rows of the plan.
    rows: Vec<RowAt>,
}

/// What holds for all of a text: which body issues it, when, in which format.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frame {
    /// The key of the format.
    pub family: String,
    /// Whether it is a file that was read, with its marks, numbers and header as they stood there; of a
    /// plan these follow from the format.
    pub is_source: bool,
    /// The date of issue, as far as it is known.
    pub date: IssueDate,
    /// Tỉnh, thành phố of the body, with its common noun; blank where that is not known.
    pub province: String,
    /// Xã, phường, đặc khu of the body, with its common noun; blank where that is not known.
    pub commune: String,
    /// The bodies of the header, as a sentence names them, one a line.
    pub bodies: String,
}

impl Frame {
    /// The day of issue, where all of it is known.
    pub fn issued(&self) -> Option<Day> {
        Day::new(self.date.year?, self.date.month?, self.date.day?)
    }

    /// The day of issue, or the first that it can be where only its month is known.
    pub fn issued_from(&self) -> Option<Day> {
        Day::new(self.date.year?, self.date.month?, self.date.day.unwrap_or(1))
    }

    /// Whether the text is of the Party's family.
    pub fn is_party(&self) -> bool {
        self.family == "party"
    }

    /// Whether the text is surely of the time of two-level local government, from 01/7/2025 on.
    pub fn is_two_level(&self) -> bool {
        match (self.date.year, self.date.month) {
            (Some(2025), Some(month)) => month >= 7,
            (Some(year), _) => year > 2025,
            _ => false,
        }
    }
}

/// Where a paragraph stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A line of a text, counted from 1.
    Line(usize),
    /// A paragraph of a Word file, counted from 1 among those that are not blank.
    Paragraph(usize),
    /// A field of the form.
    Field {
        /// The field and its row.
        text: TextPlace,
        /// Which of the texts with that place, counted from 0.
        nth: usize,
        /// The row as one counts it.
        row: Row,
    },
}

impl Place {
    /// As one says it: `Mục II, dòng thứ 1`.
    pub fn said(&self) -> String {
        match self {
            Place::Line(number) => format!("dòng {number}"),
            Place::Paragraph(number) => format!("đoạn {number}"),
            Place::Field { text, row, .. } => said(text.field, *row),
        }
    }
}

impl Manuscript {
    /// A text of some paragraphs.
    pub(super) fn new(frame: Frame, mut paragraphs: Vec<Paragraph>) -> Manuscript {
        for (index, paragraph) in paragraphs.iter_mut().enumerate() {
            paragraph.index = index;
        }
        Manuscript { frame, paragraphs, ..Manuscript::default() }
    }

    /// The text after the fixes of some findings of it: nothing but what they replace has changed. Of
    /// fixes that overlap the first is made.
    pub fn mended(&self, findings: &[Finding]) -> Manuscript {
        let mut fixes: Vec<(usize, Range<usize>, &str)> = findings
            .iter()
            .filter_map(|found| {
                let fix = found.fix.as_ref()?;
                Some((found.paragraph, fix.range.clone(), fix.replacement.as_str()))
            })
            .collect();
        order::sort_by_key(&mut fixes, |(paragraph, range, _)| (*paragraph, range.start));
        let mut mended = self.clone();
        for (index, paragraph) in mended.paragraphs.iter_mut().enumerate() {
            let own =
                fixes.iter().filter(|(at, ..)| *at == index).map(|(_, range, with)| (range.clone(), *with));
            let own: Vec<(Range<usize>, &str)> = own.collect();
            if !own.is_empty() {
                *paragraph = paragraph.with_text(&replaced(&paragraph.text, &own));
            }
        }
        mended
    }
}

/// A text with some of its bytes replaced, in order; what overlaps what was replaced stays.
pub(super) fn replaced(text: &str, changes: &[(Range<usize>, &str)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (range, with) in changes {
        if let Some(kept) = text.get(at..range.start).filter(|_| text.is_char_boundary(range.end)) {
            out.push_str(kept);
            out.push_str(with);
            at = range.end;
        }
    }
    out + text.get(at..).unwrap_or_default()
}

/// What a paragraph is for, beside its role: which section it stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Within {
    /// What the section is for.
    pub section: Option<SectionRole>,
    /// The level of the item of a plan.
    pub level: Option<Level>,
}
