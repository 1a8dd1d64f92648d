//! What is different between two states of a plan.
//!
//! - [`told`]: in a few words, for a list.
//! - [`lines`]: line by line of what is printed, each changed line word by word.

mod lines;
mod told;

pub use lines::{Line, Mark, Piece, excerpt, lines};
pub use told::told;
