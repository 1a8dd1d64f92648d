//! Fields of the form. Text fields are uncontrolled: the browser owns what is being typed.

mod choice;
mod file;
mod group;
mod line;
mod number;
mod row;
mod text;
mod when;

pub use choice::{Choice, Opt};
pub use file::{Taking, file_button};
pub use group::group;
pub use line::line;
pub use number::{NumberField, small};
pub use row::{RowList, RowTools, ViewFn, move_by_key};
pub use text::{Help, TextField, composed, write};
pub use when::When;
