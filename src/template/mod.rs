//! Plan templates, as data.

mod named;
mod places;

pub use named::{cited, work};
pub use places::{PLACES, Place, Places, blanks, unknown_places};
