//! Paragraphs from text: letters by rule, even lines, lines under texts.

use crate::document::{Align, Face, Paragraph, Role, Rule, Run, text_width};
use crate::format::{LineRule, Twips, TypeRule, Underscore};
use crate::vietnamese::upper;

/// No-break space: keeps a number with what follows it, and holds blank room open.
pub const NBSP: char = '\u{a0}';

/// Room to write by hand, `n` spaces wide.
pub fn blank(n: usize) -> String {
    NBSP.to_string().repeat(n)
}

/// A run of letters by rule, in capitals where the rule says so.
pub fn run(letters: &TypeRule, text: &str) -> Run {
    Run {
        text: if letters.caps { upper(text) } else { text.to_owned() },
        size: letters.size.default,
        bold: letters.bold,
        italic: letters.italic,
        underline: letters.underline,
    }
}

/// A paragraph of one run, set solid: no indents, no space, single lines.
pub fn paragraph(role: Role, letters: &TypeRule, align: Align, text: &str) -> Paragraph {
    Paragraph {
        role,
        runs: vec![run(letters, text)],
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

/// A centred paragraph whose lines, where it needs several, are about equally long:
/// the indents leave just the width that the text needs on as many lines as it takes
/// in `width`. The text stays free to flow when somebody edits it in Word.
pub fn balanced(role: Role, letters: &TypeRule, width: Twips, text: &str) -> Paragraph {
    let mut paragraph = paragraph(role, letters, Align::Center, text);
    let run = &paragraph.runs[0];
    let fewest = wrap(run, width.to_pt()).len();
    if fewest > run.text.lines().count() {
        let (mut narrow, mut wide) = (0.0, width.to_pt());
        while wide - narrow > 0.5 {
            let middle = (narrow + wide) / 2.0;
            if wrap(run, middle).len() > fewest { narrow = middle } else { wide = middle }
        }
        // Two points of slack: a printer's own metrics may differ by a hair.
        let indent = ((width.to_pt() - wide - 2.0) / 2.0).max(0.0);
        paragraph.indent_left = Twips::from_pt(indent);
        paragraph.indent_right = Twips::from_pt(indent);
    }
    paragraph
}

/// Closes off a centred paragraph by a line or by characters under it. `width` is the
/// room between the margins, or the cell's; `factor` of the rule counts on the longest line.
pub fn close_off(mut above: Paragraph, how: Underscore, letters: &TypeRule, width: Twips) -> Vec<Paragraph> {
    match how {
        Underscore::Line(part) => {
            let room = width - above.indent_left - above.indent_right;
            let longest = wrap(&above.runs[0], room.to_pt()).into_iter().fold(0.0, f32::max);
            above.rule = Some(Rule { length: Twips::from_pt(longest * part), gap: Twips::pt(3) });
            above.after = Twips::pt(6);
            vec![above]
        }
        Underscore::Text(mark) => {
            let plain = TypeRule { bold: false, caps: false, ..*letters };
            let below = paragraph(above.role, &plain, Align::Center, mark);
            above.keep_next = true;
            vec![above, below]
        }
    }
}

/// What LibreOffice adds to a no-break space in italics, in ems: it sets each by itself, with
/// room for a slant behind it.
const SLANT_EM: f32 = 0.1;

/// The room in points that `text` takes in the letters of `run`, in any word processor.
fn room(run: &Run, text: &str) -> f32 {
    let size = run.size.to_pt();
    let blanks = if run.italic { text.matches(NBSP).count() } else { 0 };
    let face = Face { bold: run.bold, italic: run.italic };
    text_width(text, face, size) + blanks as f32 * SLANT_EM * size
}

/// Widths in points of the lines that a run takes between margins `width` points apart.
fn wrap(run: &Run, width: f32) -> Vec<f32> {
    let measure = |text: &str| room(run, text);
    let space = measure(" ");
    let mut lines = Vec::new();
    for line in run.text.lines() {
        let mut used: Option<f32> = None;
        for word in line.split(' ').filter(|word| !word.is_empty()).map(measure) {
            used = Some(match used {
                Some(before) if before + space + word > width => {
                    lines.push(before);
                    word
                }
                Some(before) => before + space + word,
                None => word,
            });
        }
        lines.extend(used);
    }
    lines
}

/// The text without the marks that end a line of a list, so that the family's can be put.
pub fn without_end(text: &str) -> &str {
    text.trim().trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ';' | ',' | '.' | '/'))
}

/// The text without a dash at its head.
pub fn without_dash(text: &str) -> &str {
    text.trim().trim_start_matches(['-', '–', '—', '+', '•']).trim_start()
}
