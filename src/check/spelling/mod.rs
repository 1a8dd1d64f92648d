//! Words that are not written as they are spelt.
//!
//! [`Lexicon`] knows the words of several syllables that official texts are made of; [`slips`] reads a
//! paragraph as such words, and sees where one syllable away from what stands there a word would be;
//! [`shape`] sees what no syllable of Vietnamese can be.

mod i_or_y;
mod lexicon;
mod near;
pub mod shape;
pub mod slips;
mod toned;

pub(in crate::check) use i_or_y::{I_OR_Y, IOrY};
pub(in crate::check) use lexicon::key;
pub use lexicon::{Id, Lexicon, Use};
pub(in crate::check) use near::Slip;
pub(in crate::check) use shape::names_apart;
pub(in crate::check) use slips::joining;
pub(in crate::check) use toned::{Toned, first_vowel_tone, retoned};

use std::ops::Range;

use crate::check::manuscript::Paragraph;

/// What is spelt wrong in a paragraph.
#[derive(Clone, Debug, Default)]
pub struct Spelling {
    /// Words of which a syllable is wrong.
    pub slips: Vec<slips::Slipped>,
    /// Syllables that are never alone, and stand alone.
    pub lone: Vec<Range<usize>>,
    /// Words that are none.
    pub odd: Vec<shape::Odd>,
}

impl Spelling {
    /// Reads a paragraph.
    pub fn of(paragraph: &Paragraph) -> Spelling {
        let (slips, lone) = slips::find(paragraph);
        Spelling { slips, lone, odd: shape::find(paragraph) }
    }
}
