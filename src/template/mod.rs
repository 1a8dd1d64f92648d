//! Plan templates, as data.

mod named;
pub mod phrase;
mod places;

pub use named::{cited, work};
pub use places::{PLACES, Place, Places, blanks, unknown_places};
