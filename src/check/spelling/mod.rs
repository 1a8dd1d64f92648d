//! Words that are not written as they are spelt.
//!
//! [`Lexicon`] knows the words of several syllables that official texts are made of; [`slips`] reads a
//! paragraph as such words, and sees where one syllable away from what stands there a word would be;
//! [`shape`] sees what no syllable of Vietnamese can be.

mod lexicon;
mod near;
pub mod shape;
pub mod slips;

pub use lexicon::Lexicon;
