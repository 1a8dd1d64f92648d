//! A paragraph broken into lines.

use std::ops::Range;

use super::*;
use crate::document::metrics::{ASCENT_EM, DESCENT_EM, LINE_GAP_EM, char_width};

/// Rounding of sums of widths that must not push a word to the next line, in points.
const TOLERANCE: f32 = 0.01;
/// The size of an empty paragraph that has no run to take it from, in points.
const DEFAULT_SIZE: f32 = 14.0;

/// A line with its room: `line` measures from the column's left edge and the top of that room.
#[derive(Clone, Debug)]
pub(super) struct SetLine {
    pub room: Room,
    /// The letters; a line without any still takes its room.
    pub line: Line,
    /// The rule under the text, or the frame around it, on a paragraph's last line.
    pub rules: Vec<PlacedRule>,
}

/// The room a line takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// From the top of this line to the top of the next.
    pub height: f32,
    /// From the top of the line to the baseline.
    pub baseline: f32,
    /// The part of the height that may hang into the bottom margin: there is no text in it.
    pub hanging: f32,
}

/// The lines of `paragraph` in a column of `width` points: at least one.
pub(super) fn set_lines(paragraph: &Paragraph, width: f32) -> Vec<SetLine> {
    let glyphs = glyphs(paragraph);
    let measure = Measure::of(paragraph, width);
    let mut lines = Vec::new();
    let mut start = 0;
    loop {
        let (left, right) = measure.line(lines.is_empty());
        let cut = cut_line(&glyphs, start, right - left);
        lines.push(set_line(paragraph, &glyphs, start, cut, (left, right)));
        start = cut.next;
        if matches!(cut.end, End::Paragraph) {
            break;
        }
    }
    if let (Some(rule), Some(last)) = (paragraph.rule, lines.last_mut()) {
        let y = last.room.height + rule.gap.to_pt();
        let (middle, half) = ((measure.left + measure.right) / 2.0, rule.length.to_pt() / 2.0);
        last.rules.push(PlacedRule { x1: middle - half, y1: y, x2: middle + half, y2: y });
    }
    if let Some(frame) = paragraph.frame {
        draw_frame(&mut lines, &measure, frame.height.to_pt());
    }
    lines
}

/// Puts lines in the middle of a frame as wide as their measure.
fn draw_frame(lines: &mut [SetLine], measure: &Measure, height: f32) {
    let text: f32 = lines.iter().map(|line| line.room.height).sum();
    let space = ((height - text) / 2.0).max(0.0);
    if let Some(first) = lines.first_mut() {
        first.room.height += space;
        first.room.baseline += space;
        first.line.baseline += space;
    }
    let Some(last) = lines.last_mut() else { return };
    last.room.height += space;
    let bottom = last.room.height;
    let (left, right, top) = (measure.left, measure.right, bottom - text - 2.0 * space);
    last.rules = [
        (left, top, right, top),
        (left, bottom, right, bottom),
        (left, top, left, bottom),
        (right, top, right, bottom),
    ]
    .map(|(x1, y1, x2, y2)| PlacedRule { x1, y1, x2, y2 })
    .into();
}

/// The edges between which lines stand.
struct Measure {
    left: f32,
    right: f32,
    first_line: f32,
}

impl Measure {
    /// Between the indents of a paragraph, or inside its frame.
    fn of(paragraph: &Paragraph, width: f32) -> Measure {
        let (left, right) = (paragraph.indent_left.to_pt(), width - paragraph.indent_right.to_pt());
        match paragraph.frame {
            None => Measure { left, right, first_line: paragraph.first_line.to_pt() },
            Some(frame) => {
                let (middle, half) = ((left + right) / 2.0, frame.width.to_pt() / 2.0);
                Measure { left: middle - half, right: middle + half, first_line: 0.0 }
            }
        }
    }

    fn line(&self, first: bool) -> (f32, f32) {
        (if first { self.left + self.first_line } else { self.left }, self.right)
    }
}

/// One character, measured.
struct Glyph {
    letter: char,
    width: f32,
    /// Place of its run in the paragraph, and of its first byte in the run.
    run: usize,
    byte: usize,
}

fn glyphs(paragraph: &Paragraph) -> Vec<Glyph> {
    let mut glyphs = Vec::with_capacity(paragraph.runs.iter().map(|run| run.text.len()).sum());
    for (place, run) in paragraph.runs.iter().enumerate() {
        let (face, size) = (Face { bold: run.bold, italic: run.italic }, run.size.to_pt());
        glyphs.extend(run.text.char_indices().map(|(byte, letter)| Glyph {
            letter,
            width: char_width(letter, face) * size,
            run: place,
            byte,
        }));
    }
    glyphs
}

/// Where a line ends: its letters are `start..shown`, the next line begins at `next`.
#[derive(Clone, Copy)]
struct Cut {
    shown: usize,
    next: usize,
    end: End,
}

/// What ends a line.
#[derive(Clone, Copy)]
enum End {
    /// The next word does not fit.
    Full,
    /// A line break in the text.
    Break,
    Paragraph,
}

/// Takes as much from `start` as `room` holds. Every cut moves on by one letter at least.
fn cut_line(glyphs: &[Glyph], start: usize, room: f32) -> Cut {
    let mut width = 0.0;
    let mut chance = None;
    for (place, glyph) in glyphs.iter().enumerate().skip(start) {
        if glyph.letter == '\n' {
            return Cut { shown: trimmed(glyphs, start, place), next: place + 1, end: End::Break };
        }
        width += glyph.width;
        if is_space(glyph.letter) {
            // Spaces hang over the edge; the word after them does not.
            chance = Some(place + 1);
        } else if width > room + TOLERANCE && glyph.width > 0.0 && place > start {
            let next = chance.unwrap_or(place);
            return Cut { shown: trimmed(glyphs, start, next), next, end: End::Full };
        } else if breaks_after(glyphs, place) {
            chance = Some(place + 1);
        }
    }
    Cut { shown: trimmed(glyphs, start, glyphs.len()), next: glyphs.len(), end: End::Paragraph }
}

/// A space at which a line may break: not the one that binds.
fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\t')
}

/// Whether a line may break behind this letter though no space follows: behind a dash, also
/// behind the minus of `-5`, as Word breaks it.
fn breaks_after(glyphs: &[Glyph], place: usize) -> bool {
    let is_dash = |letter| matches!(letter, '-' | '\u{2010}' | '–' | '—');
    let letter = glyphs[place].letter;
    let next = glyphs.get(place + 1).map(|glyph| glyph.letter);
    letter == '\u{200b}'
        || is_dash(letter) && next.is_some_and(|next| !is_dash(next) && !next.is_whitespace())
}

/// The end of `start..end` without the spaces at its end.
fn trimmed(glyphs: &[Glyph], start: usize, end: usize) -> usize {
    let spaces = glyphs[start..end].iter().rev().take_while(|glyph| is_space(glyph.letter)).count();
    end - spaces
}

fn set_line(
    paragraph: &Paragraph,
    glyphs: &[Glyph],
    start: usize,
    cut: Cut,
    (left, right): (f32, f32),
) -> SetLine {
    let shown = &glyphs[start..cut.shown];
    let natural: f32 = shown.iter().map(|glyph| glyph.width).sum();
    let spare = right - left - natural;
    let stretch = match (paragraph.align, cut.end) {
        (Align::Justify, End::Full) => {
            let spaces = shown.iter().filter(|glyph| stretches(glyph.letter)).count();
            if spaces > 0 { spare.max(0.0) / spaces as f32 } else { 0.0 }
        }
        _ => 0.0,
    };
    let mut x = match paragraph.align {
        Align::Center => left + spare / 2.0,
        Align::Left | Align::Justify => left,
    };
    let mut segments = Vec::new();
    for piece in shown.chunk_by(|a, b| a.run == b.run) {
        let run = &paragraph.runs[piece[0].run];
        let end = piece.last().map_or(0, |glyph| glyph.byte + glyph.letter.len_utf8());
        let width =
            piece.iter().map(|glyph| glyph.width + stretch * f32::from(stretches(glyph.letter))).sum();
        segments.push(Segment {
            x,
            width,
            run: Run { text: run.text[piece[0].byte..end].to_owned(), ..look(run) },
            word_spacing: stretch,
        });
        x += width;
    }
    let room = room(paragraph, glyphs, start..cut.next.max(cut.shown));
    SetLine {
        room,
        line: Line { baseline: room.baseline, role: paragraph.role, segments },
        rules: Vec::new(),
    }
}

/// The spaces that justification stretches: also the one that binds, as browsers do.
fn stretches(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}')
}

/// A run of the same look without text.
fn look(run: &Run) -> Run {
    Run { text: String::new(), size: run.size, bold: run.bold, italic: run.italic, underline: run.underline }
}

/// The room of a line of these letters.
fn room(paragraph: &Paragraph, glyphs: &[Glyph], line: Range<usize>) -> Room {
    let size_of = |run: usize| paragraph.runs.get(run).map(|run| run.size.to_pt());
    let letters = glyphs.get(line.clone()).unwrap_or_default();
    let largest = letters.iter().filter_map(|glyph| size_of(glyph.run)).reduce(f32::max);
    let behind = line.start.checked_sub(1).and_then(|place| size_of(glyphs.get(place)?.run));
    let size = largest.or(behind).or_else(|| size_of(0)).unwrap_or(DEFAULT_SIZE);
    line_room(paragraph.line, size)
}

/// The room of a line of letters of `size` points.
pub(super) fn line_room(rule: LineRule, size: f32) -> Room {
    match rule {
        LineRule::Multiple(hundredths) => {
            let single = (LINE_GAP_EM + ASCENT_EM + DESCENT_EM) * size;
            let height = single * f32::from(hundredths) / 100.0;
            // More than single spacing adds below the letters, less takes away above them.
            let baseline = height.min(single) - DESCENT_EM * size;
            Room { height, baseline, hanging: (height - single).max(0.0) }
        }
        LineRule::Exactly(height) => {
            let height = height.to_pt();
            Room { height, baseline: height * 0.8, hanging: 0.0 }
        }
    }
}
