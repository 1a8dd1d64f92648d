//! What a format is made of: numbers with their clauses, grouped by component.

use super::{HalfPt, Twips};

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

/// A point that the rule, or practice, leaves open between a few alternatives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OneOf<T: 'static> {
    /// All that are in use.
    pub all: &'static [T],
    /// The one taken where the plan says nothing.
    pub default: T,
}

impl<T: Copy> OneOf<T> {
    /// The first of these, unless the plan says otherwise.
    pub const fn first(all: &'static [T]) -> OneOf<T> {
        OneOf { all, default: all[0] }
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

/// Where headings of sections stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadingPlace {
    /// With the first line of the paragraphs.
    Indented,
    /// At the left margin.
    Left,
    /// Centred.
    Centred,
}

/// Where it is printed who does a task and by when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskDetails {
    /// Under the task, wherever else it stands.
    Everywhere,
    /// Only in the table of tasks of an appendix, where there is one.
    Table,
}

impl TaskDetails {
    /// The two, by default as real plans do.
    pub const OPEN: OneOf<TaskDetails> = OneOf::first(&[TaskDetails::Everywhere, TaskDetails::Table]);
    /// What the choice is called in [`Settings`](crate::plan::Settings).
    pub const KEY: &str = "task-details";
    /// What [`TaskDetails::Table`] is called there.
    pub const TABLE: &str = "table";
}

/// Where a tone mark stands in open syllables with oa, oe, uy. Only words that the app itself
/// writes follow it; what was typed stays as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToneStyle {
    /// On the first vowel: hòa, ủy.
    First,
    /// On the second vowel: hoà, uỷ.
    Second,
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
    pub last_end: OneOf<char>,
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
    pub first_line: OneOf<Twips>,
    /// Between the Roman number of a section and its heading.
    pub section_mark: OneOf<&'static str>,
    /// Where headings of sections stand.
    pub heading: OneOf<HeadingPlace>,
    /// Space before each paragraph, at least.
    pub before: Span<Twips>,
    /// How lines follow each other.
    pub line: Span<LineRule>,
    /// Where it is printed who does a task and by when; the rules say nothing of it.
    pub task_details: OneOf<TaskDetails>,
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
    /// What is put before an authority.
    pub codes: SigningCodes,
}

/// The abbreviations before an authority, with the space behind them. One that is blank is not
/// used in the family.
#[derive(Clone, Copy, Debug)]
pub struct SigningCodes {
    /// For a collective.
    pub collective: &'static str,
    /// A deputy for the head.
    pub deputy: &'static str,
    /// Whether a deputy who signs for a collective names the head as well: TM. … / KT. ….
    pub deputy_for_collective: bool,
    /// By order.
    pub by_order: &'static str,
    /// By written authority.
    pub authorised: &'static str,
    /// Acting head.
    pub acting: &'static str,
}

/// How the recipients are set.
#[derive(Clone, Copy, Debug)]
pub struct RecipientRules {
    /// The words "Nơi nhận:".
    pub heading: TypeRule,
    /// The list.
    pub list: TypeRule,
    /// At the end of each line but the last; the last ends with a full stop.
    pub end: OneOf<char>,
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

/// How the components are set that only some plans carry.
#[derive(Clone, Copy, Debug)]
pub struct MarkingRules {
    /// "Dự thảo lần n".
    pub draft: TypeRule,
    /// Mức độ khẩn.
    pub urgency: Stamp,
    /// Phạm vi lưu hành.
    pub circulation: Stamp,
    /// Ký hiệu người soạn thảo, số bản.
    pub drafter: TypeRule,
    /// Địa chỉ cơ quan at the foot of page 1, under a line from margin to margin.
    pub address: TypeRule,
}

/// How a mark under the number is set.
#[derive(Clone, Copy, Debug)]
pub struct Stamp {
    /// Its letters.
    pub letters: TypeRule,
    /// Whether it stands in a frame.
    pub framed: bool,
}
