//! The text of a paragraph, put together of its runs.

use super::styles::Look;
use crate::vietnamese::{Legacy, upper};

/// A paragraph as it is read.
#[derive(Clone, Debug, Default)]
pub struct Paragraph {
    /// Its automatic number or dash.
    pub number: String,
    pieces: Vec<Piece>,
    /// Whether its end was deleted with tracked changes: the next paragraph goes on with it.
    pub open: bool,
}

/// Letters of one look.
#[derive(Clone, Debug, PartialEq)]
struct Piece {
    text: String,
    bold: bool,
    caps: bool,
    legacy: Option<Legacy>,
}

/// A line of a paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TextLine {
    /// The text.
    pub text: String,
    /// Whether all its letters are bold, or none; `None` where some are.
    pub bold: Option<bool>,
}

impl Paragraph {
    /// Adds letters of a run.
    pub fn push(&mut self, text: &str, look: &Look) {
        let legacy = look.font.as_deref().and_then(Legacy::of_font);
        self.add(Piece {
            text: text.to_owned(),
            bold: look.bold == Some(true),
            caps: look.caps == Some(true),
            legacy,
        });
    }

    /// Adds a character that is Unicode whatever the font.
    pub fn push_sign(&mut self, sign: char, look: &Look) {
        let (bold, caps) = (look.bold == Some(true), look.caps == Some(true));
        self.add(Piece { text: sign.into(), bold, caps, legacy: None });
    }

    fn add(&mut self, piece: Piece) {
        match self.pieces.last_mut() {
            // A letter and its mark may stand in two runs.
            Some(last) if (last.bold, last.caps, last.legacy) == (piece.bold, piece.caps, piece.legacy) => {
                last.text.push_str(&piece.text);
            }
            _ => self.pieces.push(piece),
        }
    }

    /// Puts the text of a paragraph whose end was deleted before this one's.
    pub fn go_on_from(&mut self, before: Paragraph) {
        let own = std::mem::replace(&mut self.pieces, before.pieces);
        own.into_iter().for_each(|piece| self.add(piece));
    }

    /// Whether it has no letter.
    pub fn is_blank(&self) -> bool {
        self.pieces.iter().all(|piece| piece.text.trim().is_empty())
    }

    /// How much text it has, in bytes.
    pub fn length(&self) -> usize {
        self.pieces.iter().map(|piece| piece.text.len()).sum()
    }

    /// The lines into which hard line breaks cut it, its number before the first.
    pub fn lines(&self) -> Vec<TextLine> {
        let unicode = self.pieces.iter().any(|piece| piece.legacy.is_some() && is_unicode(&piece.text));
        let mut lines = vec![Builder::default()];
        if !self.number.is_empty() && !self.is_blank() {
            lines[0].text = format!("{}\t", self.number);
        }
        for piece in &self.pieces {
            let text = match piece.legacy {
                Some(legacy) if !unicode => legacy.unicode(&piece.text),
                _ => piece.text.clone(),
            };
            let text = if piece.caps { upper(&text) } else { text };
            for (i, part) in text.split('\n').enumerate() {
                if i > 0 {
                    lines.push(Builder::default());
                }
                if let Some(line) = lines.last_mut() {
                    line.push(part, piece.bold);
                }
            }
        }
        lines.into_iter().map(Builder::finish).collect()
    }

    /// The text on one line.
    pub fn text(&self) -> String {
        self.lines().into_iter().map(|line| line.text).collect::<Vec<_>>().join(" ")
    }
}

/// A line as it grows.
#[derive(Default)]
struct Builder {
    text: String,
    bold: bool,
    plain: bool,
}

impl Builder {
    fn push(&mut self, text: &str, bold: bool) {
        self.text.push_str(text);
        if text.contains(char::is_alphanumeric) {
            self.bold |= bold;
            self.plain |= !bold;
        }
    }

    fn finish(self) -> TextLine {
        let bold = if self.bold == self.plain { None } else { Some(self.bold) };
        TextLine { text: self.text, bold }
    }
}

/// Whether text in the font of an old encoding is Unicode all the same: it has Vietnamese
/// letters that the old encodings do not have.
fn is_unicode(text: &str) -> bool {
    text.contains(|letter| matches!(letter, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | 'Ạ'..='ỹ'))
}
