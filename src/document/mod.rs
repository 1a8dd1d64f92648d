//! The hinge: what stands on the page, measured, with nothing of Word or HTML in it.
//!
//! [`typeset`] makes a [`Document`] of a plan; Word export, preview, print and text are
//! all made from that one value, so they cannot disagree.

mod layout;
mod metrics;
mod typeset;

pub use layout::{Line, Page, PlacedRule, Segment, paginate};
pub(crate) use layout::{RowRoom, row_rooms};
pub use metrics::{Face, text_width};
pub use typeset::typeset;

use crate::format::{HalfPt, LineRule, Twips};

/// A typeset document.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The subject on one line: the title in the file's properties.
    pub title: String,
    /// The issuing body on one line: the author in the file's properties.
    pub author: String,
    /// The plan itself, then one section for each appendix. Each begins a new page.
    pub sections: Vec<Section>,
}

/// A run of pages of one shape, numbered from 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The paper and its margins.
    pub page: PageSetup,
    /// What stands on the pages, top to bottom.
    pub blocks: Vec<Block>,
    /// What stands at the foot of the first page, under a line from margin to margin; its last
    /// line ends as far from the bottom edge as the page number begins from the top edge.
    pub foot: Vec<Paragraph>,
}

/// Paper, margins and page number. The number is centred in the top margin from the
/// section's second page on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageSetup {
    /// Width of the paper as it lies.
    pub width: Twips,
    /// Height of the paper as it lies.
    pub height: Twips,
    /// Top margin.
    pub top: Twips,
    /// Bottom margin.
    pub bottom: Twips,
    /// Left margin.
    pub left: Twips,
    /// Right margin.
    pub right: Twips,
    /// Size of the page number.
    pub number_size: HalfPt,
    /// From the top edge of the paper to the page number.
    pub number_distance: Twips,
}

impl PageSetup {
    /// The width between the side margins.
    pub fn text_width(&self) -> Twips {
        self.width - self.left - self.right
    }

    /// The height between the top and bottom margins.
    pub fn text_height(&self) -> Twips {
        self.height - self.top - self.bottom
    }
}

/// One thing under another on the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
}

/// A paragraph and all its measures.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// What the paragraph is in the plan; names its style in Word.
    pub role: Role,
    /// Its text. A `\n` inside a run breaks the line.
    pub runs: Vec<Run>,
    /// How lines stand between the indents.
    pub align: Align,
    /// From the left margin (or the cell's edge) to the lines.
    pub indent_left: Twips,
    /// From the lines to the right margin (or the cell's edge).
    pub indent_right: Twips,
    /// How much further in the first line begins; negative hangs it out.
    pub first_line: Twips,
    /// Space above; none where the text runs over to a new page.
    pub before: Twips,
    /// Space below.
    pub after: Twips,
    /// How lines follow each other.
    pub line: LineRule,
    /// Stays on one page with the next block.
    pub keep_next: bool,
    /// All lines stay on one page.
    pub keep_lines: bool,
    /// A solid line centred under the last line of the text.
    pub rule: Option<Rule>,
    /// A frame around the text, which then is one centred line.
    pub frame: Option<Frame>,
}

impl Paragraph {
    /// A paragraph set solid: single lines, no indents, no space around it, nothing kept.
    pub fn solid(role: Role, align: Align, runs: Vec<Run>) -> Paragraph {
        Paragraph {
            role,
            runs,
            align,
            indent_left: Twips::ZERO,
            indent_right: Twips::ZERO,
            first_line: Twips::ZERO,
            before: Twips::ZERO,
            after: Twips::ZERO,
            line: LineRule::Multiple(100),
            keep_next: false,
            keep_lines: false,
            rule: None,
            frame: None,
        }
    }
}

/// A solid horizontal line, 0.75 pt thick, centred under the last line of its paragraph.
/// The paragraph's `after` holds the room in which it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// How long it is.
    pub length: Twips,
    /// From the bottom of the paragraph's last line to the rule.
    pub gap: Twips,
}

/// A frame of lines 0.75 pt thick, centred between the paragraph's indents, with the text in
/// its middle. It stands in place of the paragraph's line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// From the middle of its left line to that of its right one.
    pub width: Twips,
    /// From the middle of its upper line to that of its lower one.
    pub height: Twips,
}

/// Letters of one look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The text as printed, capitals already applied; `\n` breaks the line.
    pub text: String,
    /// Size of the letters.
    pub size: HalfPt,
    /// Đậm.
    pub bold: bool,
    /// Nghiêng.
    pub italic: bool,
    /// Gạch chân.
    pub underline: bool,
}

/// How the lines of a paragraph stand between its indents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Align {
    /// Flush left.
    Left,
    /// Centred.
    Center,
    /// Flush on both sides, the last line left.
    Justify,
}

/// What a paragraph is in the plan. Each has its own named style in Word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)] // The names are those of the plan's fields.
pub enum Role {
    Emblem,
    Motto,
    Superior,
    Issuing,
    Number,
    PlaceDate,
    /// "Dự thảo lần n".
    DraftMark,
    Urgency,
    Circulation,
    Title,
    TitleBody,
    Subject,
    Basis,
    Opening,
    /// Heading of a section: outline level 1.
    SectionHeading,
    /// Title of an item at an outline level, 2–4.
    ItemHeading(u8),
    /// A paragraph of the body.
    Body,
    /// A gạch đầu dòng paragraph.
    Dash,
    Closing,
    RecipientsHeading,
    Recipient,
    /// Ký hiệu người soạn thảo, số bản.
    Drafter,
    Authority,
    SignerTitle,
    SignerName,
    AppendixLabel,
    AppendixTitle,
    AppendixReference,
    TableHead,
    TableCell,
    /// The agency's address at the foot of page 1.
    Address,
}

/// A table of fixed column widths.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What the table is for.
    pub kind: TableKind,
    /// Widths of the columns; they add up to the table's width.
    pub columns: Vec<Twips>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Space at the left and right of each cell's text.
    pub padding: Twips,
}

/// What a table is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableKind {
    /// Left and right side of the header; no borders.
    Header,
    /// Recipients and signature; no borders.
    Signing,
    /// A table of tasks, with borders.
    Tasks,
    /// Any other table that the plan holds, with borders.
    Content,
}

impl TableKind {
    /// Whether its borders are drawn.
    pub fn has_borders(self) -> bool {
        matches!(self, TableKind::Tasks | TableKind::Content)
    }
}

/// A row of a table; only one that is higher than a page is cut over several.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its cells, left to right.
    pub cells: Vec<Cell>,
    /// Repeated at the top of each page that the table goes over to.
    pub header: bool,
}

/// A cell of a table. Its paragraphs are what it iterates over.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What stands in it.
    pub paragraphs: Vec<Paragraph>,
    /// How many columns it takes, 1 at least.
    pub span: usize,
    /// Whether the cell above that begins at the same column goes on into it, as long as nothing
    /// of its own stands in it.
    pub merged: bool,
}

impl Row {
    /// A row of one cell a column.
    pub fn new(cells: Vec<Vec<Paragraph>>, header: bool) -> Row {
        let cell = |paragraphs| Cell { paragraphs, span: 1, merged: false };
        Row { cells: cells.into_iter().map(cell).collect(), header }
    }

    /// Its cells, each with the column at which it begins.
    pub(crate) fn placed(&self) -> impl Iterator<Item = (usize, &Cell)> {
        self.cells.iter().scan(0_usize, |next, cell| {
            let start = *next;
            *next = next.saturating_add(cell.span.max(1));
            Some((start, cell))
        })
    }

    /// Whether the cell that begins at this column goes on from the row above.
    pub(crate) fn goes_on_at(&self, column: usize) -> bool {
        self.placed().any(|(start, cell)| start == column && cell.goes_on())
    }
}

impl Cell {
    /// Whether it is part of the cell above.
    pub(crate) fn goes_on(&self) -> bool {
        self.merged && self.paragraphs.is_empty()
    }
}

impl<'a> IntoIterator for &'a Cell {
    type Item = &'a Paragraph;
    type IntoIter = std::slice::Iter<'a, Paragraph>;

    fn into_iter(self) -> Self::IntoIter {
        self.paragraphs.iter()
    }
}

impl<'a> IntoIterator for &'a mut Cell {
    type Item = &'a mut Paragraph;
    type IntoIter = std::slice::IterMut<'a, Paragraph>;

    fn into_iter(self) -> Self::IntoIter {
        self.paragraphs.iter_mut()
    }
}
