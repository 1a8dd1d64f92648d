//! What is particular to Vietnamese text.

mod ascii;

pub use ascii::{ascii, slug};
