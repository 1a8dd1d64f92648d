//! What is particular to Vietnamese text.

mod ascii;
mod case;
mod tone;

pub use ascii::{ascii, slug};
pub use case::{lower, lower_letter, upper, upper_letter};
pub use tone::second_vowel_tones;
