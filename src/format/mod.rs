//! Thể thức as data: every number of a format family with its clause and confidence.
//!
//! A [`Format`] says how each component of a plan looks; [`crate::document::typeset`]
//! reads it and nothing else decides. One family is one file of this folder and one
//! line of [`ALL`].

pub mod body;
mod front;
mod nd30;
pub mod numbering;
mod party;
mod units;

pub use crate::plan::FormatKey;
pub use units::{HalfPt, Twips};

/// Every family, in the order in which the form offers them.
pub const ALL: [&Format; 3] = [&nd30::FORMAT, &party::FORMAT, &front::FORMAT];

impl FormatKey {
    /// The family with this key, if this version knows it.
    pub fn find(&self) -> Option<&'static Format> {
        ALL.into_iter().find(|format| format.key == self.0)
    }

    /// The family in which a plan with this key is printed.
    pub fn format(&self) -> &'static Format {
        self.find().unwrap_or(&nd30::FORMAT)
    }
}

/// How sure a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// Read in the text of the rule itself.
    Original,
    /// Secondary sources agree; the original was not read.
    Secondary,
    /// Taken over from a related rule or from practice.
    Unconfirmed,
}

/// Where a rule stands and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// The clause, as one cites it in Vietnamese.
    pub clause: &'static str,
    /// How sure the numbers beside it are.
    pub confidence: Confidence,
}

/// A number the rule leaves open between two bounds, and the value taken.
/// Type sizes are in half points, lengths in twips.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span<T> {
    /// The smallest value allowed.
    pub min: T,
    /// The largest value allowed.
    pub max: T,
    /// The value taken where the plan says nothing.
    pub default: T,
}

impl<T: Copy> Span<T> {
    /// A number the rule fixes.
    pub const fn exactly(value: T) -> Span<T> {
        Span { min: value, max: value, default: value }
    }

    /// A number between `min` and `max`.
    pub const fn between(min: T, max: T, default: T) -> Span<T> {
        Span { min, max, default }
    }
}

/// How the letters of a component look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypeRule {
    /// The size.
    pub size: Span<HalfPt>,
    /// Đậm.
    pub bold: bool,
    /// Nghiêng.
    pub italic: bool,
    /// Gạch chân.
    pub underline: bool,
    /// In hoa: the text is set in capitals however it was typed.
    pub caps: bool,
    /// Where this stands.
    pub source: Source,
}

impl TypeRule {
    /// Upright letters of `size`.
    pub const fn upright(size: Span<HalfPt>, source: Source) -> TypeRule {
        TypeRule { size, bold: false, italic: false, underline: false, caps: false, source }
    }

    /// The same in bold.
    pub const fn bold(self) -> TypeRule {
        TypeRule { bold: true, ..self }
    }

    /// The same in italics.
    pub const fn italic(self) -> TypeRule {
        TypeRule { italic: true, ..self }
    }

    /// The same in capitals.
    pub const fn caps(self) -> TypeRule {
        TypeRule { caps: true, ..self }
    }

    /// The same underlined.
    pub const fn underlined(self) -> TypeRule {
        TypeRule { underline: true, ..self }
    }
}

/// What stands under a text to close it off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Underscore {
    /// A solid line, centred, as long as this part of the text's last line.
    Line(f32),
    /// These characters on a line of their own, centred.
    Text(&'static str),
}

/// How the lines of a paragraph follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineRule {
    /// Single spacing times this many hundredths: 100 is single, 150 is 1.5 lines.
    Multiple(u16),
    /// Exactly this distance, whatever the letters.
    Exactly(Twips),
}

/// The page: margins and page number.
#[derive(Clone, Copy, Debug)]
pub struct PageRules {
    /// Top margin.
    pub top: Span<Twips>,
    /// Bottom margin.
    pub bottom: Span<Twips>,
    /// Left margin.
    pub left: Span<Twips>,
    /// Right margin.
    pub right: Span<Twips>,
    /// Where the margins stand.
    pub source: Source,
    /// The page number, centred in the top margin from page 2 on.
    pub number: TypeRule,
    /// From the top edge of the paper to the page number.
    pub number_distance: Twips,
}

/// The right side of the header: the State's or the Party's title.
#[derive(Clone, Copy, Debug)]
pub struct Emblem {
    /// Quốc hiệu, or the Party's title.
    pub title: &'static str,
    /// How the title looks.
    pub title_type: TypeRule,
    /// Tiêu ngữ and how it looks; a line as long as its text stands under the last of the two.
    pub motto: Option<(&'static str, TypeRule)>,
}

/// How number and symbol are written.
#[derive(Clone, Copy, Debug)]
pub struct NumberRules {
    /// Before the number: `Số: ` or `Số `.
    pub prefix: &'static str,
    /// Between number and symbol: `/` or `-`.
    pub separator: &'static str,
    /// How it looks.
    pub letters: TypeRule,
}

/// How căn cứ lines are written.
#[derive(Clone, Copy, Debug)]
pub struct BasisRules {
    /// Before each line: nothing, or `- `.
    pub mark: &'static str,
    /// At the end of each line but the last.
    pub end: char,
    /// At the end of the last line.
    pub last_end: char,
    /// How it looks.
    pub letters: TypeRule,
}

/// How the body is set.
#[derive(Clone, Copy, Debug)]
pub struct BodyRules {
    /// Body text.
    pub letters: TypeRule,
    /// Headings of sections: `I. MỤC ĐÍCH, YÊU CẦU`.
    pub section: TypeRule,
    /// Titles of items under a section: `1. Mục đích`.
    pub item_title: TypeRule,
    /// How far the first line goes in.
    pub first_line: Span<Twips>,
    /// Space before each paragraph, at least.
    pub before: Span<Twips>,
    /// How lines follow each other.
    pub line: LineRule,
    /// What ends the document: `./.` or `.`.
    pub end_mark: &'static str,
    /// Where the spacing stands.
    pub source: Source,
}

/// How the signature is set.
#[derive(Clone, Copy, Debug)]
pub struct SignatureRules {
    /// Quyền hạn.
    pub authority: TypeRule,
    /// Chức vụ.
    pub title: TypeRule,
    /// Họ và tên.
    pub name: TypeRule,
}

/// How the recipients are set.
#[derive(Clone, Copy, Debug)]
pub struct RecipientRules {
    /// The words "Nơi nhận:".
    pub heading: TypeRule,
    /// The list.
    pub list: TypeRule,
    /// At the end of each line but the last; the last ends with a full stop.
    pub end: char,
    /// The retention line of a plan that has none of its own, without dash and end mark.
    pub retention: &'static str,
}

/// How appendices are set.
#[derive(Clone, Copy, Debug)]
pub struct AppendixRules {
    /// "Phụ lục" and its number.
    pub label: TypeRule,
    /// The appendix's title.
    pub title: TypeRule,
    /// "(Kèm theo Kế hoạch số … )".
    pub reference: TypeRule,
    /// Text in the cells of a table.
    pub cell: TypeRule,
}

/// A format family: how every component of a plan looks.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// The key in drafts and on the command line.
    pub key: &'static str,
    /// The name on screen.
    pub name: &'static str,
    /// The document that sets the rules.
    pub authority: &'static str,
    /// Page and margins.
    pub page: PageRules,
    /// Right side of the header.
    pub emblem: Emblem,
    /// Cơ quan cấp trên.
    pub superior: TypeRule,
    /// Cơ quan ban hành, when it is the last line of the left header.
    pub issuing: TypeRule,
    /// What stands under the left header.
    pub under_issuing: Underscore,
    /// Số, ký hiệu.
    pub number: NumberRules,
    /// Địa danh, ngày tháng năm.
    pub place_date: TypeRule,
    /// Tên loại.
    pub title: TypeRule,
    /// Trích yếu.
    pub subject: TypeRule,
    /// What stands under the subject.
    pub under_subject: Underscore,
    /// Căn cứ.
    pub basis: BasisRules,
    /// Nội dung.
    pub body: BodyRules,
    /// Chữ ký.
    pub signature: SignatureRules,
    /// Nơi nhận.
    pub recipients: RecipientRules,
    /// Phụ lục.
    pub appendix: AppendixRules,
}

#[cfg(test)]
mod tests;
