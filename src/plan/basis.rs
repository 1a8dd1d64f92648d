//! What a plan rests on.

use reactive_stores::Store;

use super::{Extra, RowId};

/// One căn cứ: the sentence that names a document on which the plan rests. Its parts are read off
/// the sentence by [`crate::citation`].
#[derive(Clone, Debug, Default, PartialEq, Store)]
pub struct Basis {
    /// The row's identity.
    pub id: RowId,
    /// The text, with or without "Căn cứ" and its end mark.
    pub text: String,
    /// Whether it is a line of its own.
    pub shown: Shown,
    /// Fields of a later version of the app, kept as they came.
    pub extra: Extra,
}

/// Where the document of a căn cứ is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Shown {
    /// On a line of its own above the opening.
    #[default]
    Line,
    /// Only where the text mentions it.
    InText,
}
