//! The frame around a mark: a table of one cell, which every program draws and centres alike.
//! A paragraph with borders would be as wide as its column, and a text box a shape without a
//! place of its own in the text.

use super::grid::{self, Look};
use super::paragraph;
use super::properties::unsigned;
use super::xml::{Element, flag};
use crate::document::{Align, Frame, Paragraph};
use crate::format::Twips;

/// 0.75 pt in eighths of a point.
const BORDER: u8 = 6;
/// 0.75 pt: the row is as high as said between the middles of its lines, and half of each line
/// comes on top of that.
const LINE: Twips = Twips(15);

/// The space above a paragraph's frame, if it has one: in Word the space below what stands
/// before it, for a table has none of its own.
pub(super) fn above(paragraph: &Paragraph) -> Twips {
    match paragraph.frame {
        Some(_) => (paragraph.before - LINE).max(Twips::ZERO),
        None => Twips::ZERO,
    }
}

/// A framed paragraph in a column `room` wide: the frame, and the paragraph that Word wants
/// behind a table, with the space below.
pub(super) fn pieces(framed: &Paragraph, frame: Frame, room: Twips) -> [Element<'static>; 2] {
    let (left, right) = (framed.indent_left, framed.indent_right);
    let look = Look {
        align: if left == right { "center" } else { "left" },
        indent: if left == right { Twips::ZERO } else { left + (room - left - right - frame.width) / 2 },
        border: BORDER,
        padding: Twips::ZERO,
    };
    let text = Paragraph {
        align: Align::Center,
        indent_left: Twips::ZERO,
        indent_right: Twips::ZERO,
        first_line: Twips::ZERO,
        before: Twips::ZERO,
        after: Twips::ZERO,
        ..framed.clone()
    };
    let middle = Element::new("w:vAlign").with("w:val", "center");
    let cell = grid::cell(frame.width, [middle], vec![paragraph::text(&text)]);
    let height = unsigned(frame.height).max(1).to_string();
    let height = Element::new("w:trHeight").with("w:val", height).with("w:hRule", "exact");
    let row = grid::row(vec![flag("w:cantSplit"), height.into()], vec![cell]);

    [grid::table(&[frame.width], &look).holding([row]), paragraph::filler(framed.after, framed.keep_next)]
}
