//! Plan templates, as data.

mod places;

pub use places::{PLACES, Place, Places, blanks, unknown_places};
