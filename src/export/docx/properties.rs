//! Properties of paragraphs and letters, in the order in which CT_PPr and CT_RPr of
//! ISO/IEC 29500-1 (transitional) want them.
//!
//! docx-rs's own collections of properties, `ParagraphProperty` and `RunProperty`, can hold
//! tracked changes, and with those every drawing and comment it knows would come into the
//! program: each property is asked for by itself.

use docx_rs::{
    Bold, BoldCs, Color, Indent, Italic, ItalicCs, Justification, LineSpacing, LineSpacingType, RunFonts,
    SpecialIndentType, Sz, SzCs, Underline,
};

use super::xml::{Element, Node, property};
use crate::document::{Align, Paragraph, Run};
use crate::format::{LineRule, Twips};

/// The one font.
pub(super) const FONT: &str = "Times New Roman";
/// A single line in the units of a line rule "auto".
const SINGLE: i32 = 240;

/// What a paragraph measures: spacing, indents, alignment. Where a line is drawn, the space
/// below belongs to the paragraph that holds the line.
pub(super) fn measures(paragraph: &Paragraph) -> [Node<'static>; 3] {
    let first_line = match paragraph.first_line.0 {
        hanging @ ..0 => SpecialIndentType::Hanging(-hanging),
        further => SpecialIndentType::FirstLine(further),
    };
    let (left, right) = (paragraph.indent_left.0, paragraph.indent_right.0);
    let align = match paragraph.align {
        Align::Left => "left",
        Align::Center => "center",
        Align::Justify => "both",
    };
    [
        property(&spacing(paragraph)),
        property(&Indent::new(Some(left), Some(first_line), Some(right), None)),
        property(&Justification::new(align)),
    ]
}

fn spacing(paragraph: &Paragraph) -> LineSpacing {
    let after = if paragraph.rule.is_some() { Twips::ZERO } else { paragraph.after };
    let spacing = LineSpacing::new().before(unsigned(paragraph.before)).after(unsigned(after));
    match paragraph.line {
        LineRule::Multiple(hundredths) => {
            spacing.line_rule(LineSpacingType::Auto).line(i32::from(hundredths) * SINGLE / 100)
        }
        LineRule::Exactly(distance) => spacing.line_rule(LineSpacingType::Exact).line(distance.0.max(1)),
    }
}

/// The `w:rPr` that says how the letters of a run look.
pub(super) fn letters(run: &Run) -> Element<'static> {
    let mut letters = Element::new("w:rPr").holding([fonts()]);
    if run.bold {
        letters = letters.holding([property(&Bold::new()), property(&BoldCs::new())]);
    }
    if run.italic {
        letters = letters.holding([property(&Italic::new()), property(&ItalicCs::new())]);
    }
    letters.push(property(&Color::new("000000")));
    letters = letters.holding(size(usize::from(run.size.0.max(1))));
    if run.underline {
        letters.push(property(&Underline::new("single")));
    }
    letters
}

/// The font in all four slots.
pub(super) fn fonts() -> Node<'static> {
    property(&RunFonts::new().ascii(FONT).hi_ansi(FONT).cs(FONT).east_asia(FONT))
}

/// A size of letters, in half points.
pub(super) fn size(half_points: usize) -> [Node<'static>; 2] {
    [property(&Sz::new(half_points)), property(&SzCs::new(half_points))]
}

/// A length where Word takes no negative one.
pub(super) fn unsigned(length: Twips) -> u32 {
    u32::try_from(length.0).unwrap_or(0)
}
