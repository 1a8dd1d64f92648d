//! A [`Document`](crate::document::Document) as a Word file, as text or as pages to be drawn.

mod docx;
mod sheets;
mod text;

use thiserror::Error;

pub use docx::{DRAFT_NAMESPACE, docx};
pub(crate) use docx::{crc32, escape};
pub use sheets::sheet;
pub use text::text;

/// What goes into a Word file beside the page.
#[derive(Clone, Debug, Default)]
pub struct DocxOptions {
    /// The draft file (JSON) that the Word file carries, so that the app can open it again.
    pub draft: Option<String>,
    /// When the file says it was made: `2026-11-21T08:00:00Z`. Blank: no date, so that the same
    /// plan always gives the same bytes.
    pub created: Option<String>,
}

/// Why a file could not be made.
#[derive(Debug, Error)]
pub enum ExportError {
    /// A part of the package is not well-formed: an error in the program, not in the plan.
    #[error("không dựng được phần {part} của tệp Word: {reason}")]
    Part {
        /// Name of the part in the package.
        part: String,
        /// What is wrong with it.
        reason: String,
    },
}
