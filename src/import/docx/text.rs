//! The text of a paragraph, put together of its runs.

use super::styles::Look;
use crate::import::look::{Align, Measures};
use crate::vietnamese::{Legacy, upper};

/// A paragraph as it is read.
#[derive(Clone, Debug, Default)]
pub struct Paragraph {
    /// Its automatic number or dash.
    pub number: String,
    pieces: Vec<Piece>,
    /// Whether its end was deleted with tracked changes: the next paragraph goes on with it.
    pub open: bool,
    /// How its lines stand.
    pub measures: Measures,
    /// The line that is drawn at it, if there is one.
    pub drawn: Option<Drawn>,
    /// The letters of the page number in it, if there is one.
    pub page_number: Option<Look>,
    /// Where the frame stands that it is in.
    pub frame: Option<Align>,
}

/// Where a line is drawn whose place hangs on a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// At its top: under what stands before it.
    Above,
    /// Below its text.
    Below,
}

impl Drawn {
    /// What the line closes off that is drawn so many points below the top of the paragraph on
    /// which its place hangs: less than half a line is above the text.
    pub fn at(points: f32) -> Drawn {
        if points < 8.0 { Drawn::Above } else { Drawn::Below }
    }
}

/// Letters of one look.
#[derive(Clone, Debug, PartialEq)]
struct Piece {
    text: String,
    look: Look,
    legacy: Option<Legacy>,
}

impl Piece {
    /// Whether letters of the next piece may belong to the last of this one.
    fn goes_on_with(&self, next: &Piece) -> bool {
        let same = |a: &Look, b: &Look| (a.bold, a.caps) == (b.bold, b.caps);
        self.legacy == next.legacy
            && (self.look == next.look || (self.legacy.is_some() && same(&self.look, &next.look)))
    }
}

/// A line of a paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TextLine<'a> {
    /// The text.
    pub text: String,
    /// Whether all its letters are bold, or none; `None` where some are.
    pub bold: Option<bool>,
    /// How its letters look, and how many do.
    pub shares: Vec<(&'a Look, usize)>,
}

impl Paragraph {
    /// Adds letters of a run.
    pub fn push(&mut self, text: &str, look: &Look) {
        let legacy = look.font.as_deref().and_then(Legacy::of_font);
        self.add(Piece { text: text.to_owned(), look: look.clone(), legacy });
    }

    /// Adds a character that is Unicode whatever the font.
    pub fn push_sign(&mut self, sign: char, look: &Look) {
        self.add(Piece { text: sign.into(), look: Look { font: None, ..look.clone() }, legacy: None });
    }

    fn add(&mut self, piece: Piece) {
        match self.pieces.last_mut() {
            // A letter and its mark may stand in two runs.
            Some(last) if last.goes_on_with(&piece) => last.text.push_str(&piece.text),
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

    /// Reads the letters whose font does not say of what encoding they are as those of `encoding`.
    pub fn repair(&mut self, encoding: Legacy) {
        for piece in self.pieces.iter_mut().filter(|piece| piece.legacy.is_none()) {
            piece.text = encoding.repair(&piece.text);
        }
    }

    /// The lines into which hard line breaks cut it, its number before the first.
    pub fn lines(&self) -> Vec<TextLine<'_>> {
        let unicode = self.pieces.iter().any(|piece| piece.legacy.is_some() && is_unicode(&piece.text));
        let mut lines = vec![TextLine::default()];
        if !self.number.is_empty() && !self.is_blank() {
            lines[0].text = format!("{}\t", self.number);
        }
        for piece in &self.pieces {
            let text = match piece.legacy {
                Some(legacy) if !unicode => legacy.unicode(&piece.text),
                _ => piece.text.clone(),
            };
            let text = if piece.look.caps == Some(true) { upper(&text) } else { text };
            for (i, part) in text.split('\n').enumerate() {
                if i > 0 {
                    lines.push(TextLine::default());
                }
                if let Some(line) = lines.last_mut() {
                    line.push(part, &piece.look);
                }
            }
        }
        lines
    }

    /// The text on one line.
    pub fn text(&self) -> String {
        self.lines().into_iter().map(|line| line.text).collect::<Vec<_>>().join(" ")
    }
}

impl<'a> TextLine<'a> {
    fn push(&mut self, text: &str, look: &'a Look) {
        self.text.push_str(text);
        let letters = text.chars().filter(|letter| letter.is_alphanumeric()).count();
        if letters > 0 {
            let bold = Some(look.bold == Some(true));
            self.bold = if self.shares.is_empty() || self.bold == bold { bold } else { None };
            self.shares.push((look, letters));
        }
    }
}

/// Whether text in the font of an old encoding is Unicode all the same: it has Vietnamese
/// letters that the old encodings do not have.
fn is_unicode(text: &str) -> bool {
    text.contains(|letter| matches!(letter, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | 'Ạ'..='ỹ'))
}
