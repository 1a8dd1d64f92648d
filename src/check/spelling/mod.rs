//! Words that are not written as they are spelt.
//!
//! [`Lexicon`] knows the words of several syllables that official texts are made of; [`slips`] reads a
//! paragraph as such words, and sees where one syllable away from what stands there a word would be;
//! [`shape`] sees what no syllable of Vietnamese can be, [`holes`] where a fixed phrase has lost
//! one and [`phrases`] where it has another.

mod beside;
mod by_id;
mod holes;
mod i_or_y;
mod lexicon;
mod near;
mod phrases;
pub mod shape;
pub mod slips;
mod toned;

pub(in crate::check) use beside::{Mistaken, mistaken_for};
pub(in crate::check) use holes::Hole;
pub(in crate::check) use i_or_y::{I_OR_Y, IOrY};
pub(in crate::check) use lexicon::key;
pub use lexicon::{Id, Lexicon, Use};
pub(in crate::check) use near::Slip;
pub(in crate::check) use shape::names_apart;
pub(in crate::check) use slips::joining;
pub(in crate::check) use toned::{Toned, first_vowel_tone};

use crate::check::manuscript::Paragraph;

/// What is spelt wrong in a paragraph.
#[derive(Clone, Debug, Default)]
pub struct Spelling {
    /// Words of which a syllable is wrong.
    pub slips: Vec<slips::Slipped>,
    /// Words that mean something, and are one slip away from a word that means more.
    pub doubtful: Vec<slips::Slipped>,
    /// Syllables that are never or seldom alone, and stand alone.
    pub lone: Vec<slips::Lone>,
    /// Fixed phrases that lost a syllable.
    pub lost: Vec<holes::Lost>,
    /// Words that are none.
    pub odd: Vec<shape::Odd>,
}

impl Spelling {
    /// Reads a paragraph.
    pub fn of(paragraph: &Paragraph) -> Spelling {
        let slips::Found { slips, doubtful, lone } = slips::find(paragraph);
        Spelling { slips, doubtful, lone, lost: holes::find(paragraph), odd: shape::find(paragraph) }
    }
}
