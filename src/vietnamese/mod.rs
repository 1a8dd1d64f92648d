//! What is particular to Vietnamese text.

mod ascii;
mod case;

pub use ascii::{ascii, slug};
pub use case::{lower, lower_letter, upper, upper_letter};
