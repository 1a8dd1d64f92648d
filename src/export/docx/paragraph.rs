//! A paragraph and its runs as Word wants them.

use docx_rs::{LineSpacing, LineSpacingType, ParagraphStyle};

use super::properties::{letters, measures, size, unsigned};
use super::rule::{DrawnRule, Shapes};
use super::xml::{Element, Node, escape, flag, property};
use super::{frame, styles};
use crate::document::{Paragraph, Run};
use crate::format::Twips;

/// Height of a paragraph that has to be there and should not be seen: the least there is.
pub(super) const LOWEST: Twips = Twips(1);

/// Paragraphs one under the other in a column `room` wide, all of them kept on one page with
/// what follows if `hold`. The last piece is a `w:p`, if there is any.
pub(super) fn stack<'p>(
    paragraphs: impl IntoIterator<Item = &'p Paragraph>,
    room: Twips,
    hold: bool,
    shapes: &mut Shapes,
) -> Vec<Element<'static>> {
    let mut paragraphs = paragraphs.into_iter().peekable();
    let mut stacked = Vec::new();
    if let Some(first) = paragraphs.peek().filter(|first| first.frame.is_some()) {
        // The table before it, if there is one, must not touch the frame.
        stacked.push(filler(frame::above(first), true));
    }
    while let Some(paragraph) = paragraphs.next() {
        let below = paragraphs.peek().map_or(Twips::ZERO, |next| frame::above(next));
        let spaced = Paragraph {
            after: paragraph.after + below,
            keep_next: paragraph.keep_next || hold,
            ..paragraph.clone()
        };
        stacked.extend(pieces(&spaced, room, shapes));
    }
    stacked
}

/// A paragraph with what belongs to it: the paragraph under it that holds its drawn line, or
/// the table around it that is its frame.
fn pieces(paragraph: &Paragraph, room: Twips, shapes: &mut Shapes) -> Vec<Element<'static>> {
    if let Some(frame) = paragraph.frame {
        return frame::pieces(paragraph, frame, room).into();
    }
    let Some(rule) = paragraph.rule else { return vec![text(paragraph)] };
    let between = room - paragraph.indent_left - paragraph.indent_right;
    let centred = paragraph.indent_left == paragraph.indent_right;
    let line = shapes.draw(&DrawnRule {
        length: Twips(rule.length.0.max(0)),
        gap: rule.gap,
        left: (!centred).then(|| paragraph.indent_left + (between - rule.length) / 2),
    });
    let held = Paragraph { keep_next: true, ..paragraph.clone() };
    let below = low(styles::RULE, paragraph.after.max(LOWEST), Twips::ZERO, paragraph.keep_next);
    vec![text(&held), below.holding([line])]
}

/// The paragraph itself.
pub(super) fn text(paragraph: &Paragraph) -> Element<'static> {
    let mut properties = Element::new("w:pPr").holding([style(&styles::id(paragraph.role))]);
    if paragraph.keep_next {
        properties.push(flag("w:keepNext"));
    }
    if paragraph.keep_lines {
        properties.push(flag("w:keepLines"));
    }
    properties.push(Element::new("w:widowControl").with("w:val", "1"));
    properties = properties.holding(measures(paragraph));
    if let Some(last) = paragraph.runs.last() {
        // The paragraph's end mark counts for the height of its line.
        properties.push(letters(last));
    }
    Element::new("w:p").holding([properties]).holding(paragraph.runs.iter().map(run))
}

/// The lowest possible paragraph, where Word asks for one and the page has none, with this
/// space below.
pub(super) fn filler(after: Twips, keep_next: bool) -> Element<'static> {
    low(styles::FILLER, LOWEST, after, keep_next)
}

/// A paragraph without letters, exactly as high as said, with this space below.
pub(super) fn low(id: &str, height: Twips, after: Twips, keep_next: bool) -> Element<'static> {
    let spacing = LineSpacing::new().before(0).after(unsigned(after));
    let spacing = spacing.line_rule(LineSpacingType::Exact).line(height.0);
    let mut properties = Element::new("w:pPr").holding([style(id)]);
    if keep_next {
        properties.push(flag("w:keepNext"));
    }
    properties.push(property(&spacing));
    properties.push(Element::new("w:rPr").holding(size(2)));
    Element::new("w:p").holding([properties])
}

fn style(id: &str) -> Node<'static> {
    property(&ParagraphStyle::new(Some(id)))
}

/// A run; line breaks and tabs inside its text become Word's own.
fn run(run: &Run) -> Element<'static> {
    let mut built = Element::new("w:r").holding([letters(run)]);
    let text = run.text.replace("\r\n", "\n");
    let mut rest = text.as_str();
    loop {
        let end = rest.find(['\n', '\r', '\u{B}', '\t']).unwrap_or(rest.len());
        let piece = escape(&rest[..end]);
        if !piece.is_empty() {
            let text = Element::new("w:t").with("xml:space", "preserve");
            built.push(text.holding([Node::Raw(piece.into())]));
        }
        let mut after = rest[end..].chars();
        match after.next() {
            None => return built,
            Some('\t') => built.push(flag("w:tab")),
            Some(_) => built.push(Element::new("w:br").with("w:type", "textWrapping")),
        }
        rest = after.as_str();
    }
}
