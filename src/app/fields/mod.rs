//! Fields of the form. Text fields are uncontrolled: the browser owns what is being typed.

mod choice;
mod number;
mod row;
mod text;

pub use choice::Choice;
pub use number::NumberField;
pub use row::{RowList, RowTools, ViewFn, move_by_key};
pub use text::TextField;
