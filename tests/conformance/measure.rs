//! How wide texts are and where their lines break, by the advance widths of Times New Roman.

use ke_hoach::document::{Face, text_width};

use crate::package::Paragraph;

pub const NBSP: char = '\u{a0}';

/// A line of a paragraph as it is printed.
pub struct Line {
    pub text: String,
    /// Points, without the space at its end.
    pub width: f32,
}

/// Twips in a millimetre.
pub const MM: f32 = 1440.0 / 25.4;

/// A text for comparing: every space an ordinary one, never two in a row, none at the ends.
pub fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The width in points of a text in the letters of a paragraph's first run.
pub fn width_in(paragraph: &Paragraph, text: &str) -> f32 {
    let Some(run) = paragraph.runs.first() else { return 0.0 };
    let face = Face { bold: run.letters.bold, italic: run.letters.italic };
    text_width(text, face, run.letters.size)
}

/// The lines of a paragraph between margins so many twips apart, as they stand when each takes
/// as much as fits.
pub fn lines(paragraph: &Paragraph, room: i32) -> Vec<Line> {
    let measures = &paragraph.measures;
    let room = (room - measures.left - measures.right) as f32 / 20.0;
    let mut lines: Vec<Line> = Vec::new();
    for (i, piece) in paragraph.text().split('\n').enumerate() {
        let mut line = String::new();
        let first = i == 0;
        for part in breakable(piece) {
            let longer = format!("{line}{part}");
            let indent = if first && lines.is_empty() { measures.first_line as f32 / 20.0 } else { 0.0 };
            if !line.is_empty() && indent + width_in(paragraph, longer.trim_end_matches(' ')) > room {
                lines.push(finished(paragraph, &line));
                line = part.to_owned();
            } else {
                line = longer;
            }
        }
        lines.push(finished(paragraph, &line));
    }
    lines
}

fn finished(paragraph: &Paragraph, line: &str) -> Line {
    let text = line.trim_end_matches(' ');
    Line { text: text.to_owned(), width: width_in(paragraph, text) }
}

/// Cuts a text behind each space and hyphen: a line may end there.
fn breakable(text: &str) -> Vec<&str> {
    text.split_inclusive([' ', '-']).collect()
}
