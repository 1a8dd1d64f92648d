//! Paragraphs from text: letters by rule, even lines, lines under texts.

use crate::document::metrics::{ASCENT_EM, LINE_GAP_EM};
use crate::document::{Align, Face, Paragraph, Role, Rule, Run, text_width};
use crate::format::{Twips, TypeRule, Underscore};
use crate::vietnamese::{NBSP, upper};

/// Room to write by hand, `n` spaces wide.
pub fn blank(n: usize) -> String {
    NBSP.to_string().repeat(n)
}

/// A run of letters by rule, in capitals where the rule says so. Tabs and repeated spaces,
/// with which people move text by hand, are one space.
pub fn run(letters: &TypeRule, text: &str) -> Run {
    let text = single_spaced(text);
    Run {
        text: if letters.caps { upper(&text) } else { text },
        size: letters.size.default,
        bold: letters.bold,
        italic: letters.italic,
        underline: letters.underline,
    }
}

fn single_spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().map(|letter| if letter == '\t' { ' ' } else { letter }) {
        if !(letter == ' ' && out.ends_with(' ')) {
            out.push(letter);
        }
    }
    out
}

/// A paragraph of one run, set solid: no indents, no space, single lines.
pub fn paragraph(role: Role, letters: &TypeRule, align: Align, text: &str) -> Paragraph {
    Paragraph::solid(role, align, vec![run(letters, text)])
}

/// Closes off a centred paragraph by a line or by characters under it. `width` is the
/// room between the margins, or the cell's.
pub fn close_off(mut above: Paragraph, how: Underscore, letters: &TypeRule, width: Twips) -> Vec<Paragraph> {
    match how {
        Underscore::Line(part) => {
            let room = width - above.indent_left - above.indent_right;
            let length = rule_length(&wrap(&above.runs[0], room.to_pt()), part);
            above.rule = Some(Rule { length: Twips::from_pt(length), gap: Twips::pt(3) });
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

/// Length of the line under a text whose lines are so long: `part` of the longest, and between
/// a third and a half of both the longest and the last where the two allow it, because the
/// rule ("1/3 đến 1/2 độ dài của dòng chữ") does not say which of them it means.
fn rule_length(lines: &[f32], part: f32) -> f32 {
    let longest = lines.iter().copied().fold(0.0, f32::max);
    let last = lines.last().copied().unwrap_or(longest);
    let (least, most) = (longest / 3.0, last / 2.0);
    if least < most { (longest * part).min((least + most) / 2.0) } else { longest * part }
}

/// What LibreOffice adds to a no-break space in italics, in ems: it sets each by itself, with
/// room for a slant behind it.
const SLANT_EM: f32 = 0.1;

/// The room in points that `text` takes in the letters of `run`, in any word processor.
pub fn room(run: &Run, text: &str) -> f32 {
    let size = run.size.to_pt();
    let blanks = if run.italic { text.matches(NBSP).count() } else { 0 };
    let face = Face { bold: run.bold, italic: run.italic };
    text_width(text, face, size) + blanks as f32 * SLANT_EM * size
}

/// Puts the first lines of two paragraphs that stand side by side on one baseline: the one in
/// smaller letters goes down by what it is lower.
pub fn level(a: &mut Paragraph, b: &mut Paragraph) {
    let (low, high) = (first_baseline(a), first_baseline(b));
    let lowest = Twips(low.0.max(high.0));
    a.before = a.before + (lowest - low);
    b.before = b.before + (lowest - high);
}

/// From the top of a paragraph, the space above it included, to its first baseline.
fn first_baseline(paragraph: &Paragraph) -> Twips {
    let size = paragraph.runs.first().map_or(0.0, |run| run.size.to_pt());
    paragraph.before + Twips::from_pt(size * (ASCENT_EM + LINE_GAP_EM))
}

/// Whether the text of a paragraph is so short that it surely takes one line in `width`.
pub fn is_one_line(paragraph: &Paragraph, width: Twips) -> bool {
    let text: f32 = paragraph.runs.iter().map(|run| room(run, &run.text)).sum();
    paragraph.first_line.to_pt() + text <= width.to_pt()
}

/// Widths in points of the lines that a run takes between margins `width` points apart.
pub fn wrap(run: &Run, width: f32) -> Vec<f32> {
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
