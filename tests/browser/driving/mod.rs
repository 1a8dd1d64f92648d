//! The built app in Chromium, driven by what is on screen: roles and names as the browser's own
//! accessibility tree has them.

mod browser;
mod control;
mod place;
mod process;
mod webdriver;

pub use browser::{Browser, until};
pub use control::{Control, keys};
pub use place::Place;
