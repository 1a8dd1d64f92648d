//! Texts and Word files into a plan: lines → paragraphs with their marks → [`Plan`].
//!
//! [`text`] reads plain text, [`docx`] a Word file; [`decode`] makes text of a `.txt` file.
//! Both come down to lines. The modules that recognise them follow the page: the head, the front matter
//! (title, subject, căn cứ, opening), the outline, the end, the appendices; each decides
//! by what stands there (marks, capitals, words), never by one source's wording.

mod appendix;
mod body;
mod details;
mod docx;
mod encoding;
mod ending;
mod error;
mod family;
mod front_matter;
mod header;
mod html;
mod kind;
mod levels;
mod lines;
pub mod look;
mod markings;
pub(crate) mod marks;
mod paragraphs;
mod part;
mod pasted;
mod placeholders;
mod reading;
mod recognise;
mod role;
mod roles;
mod text;
mod titles;
mod words;

pub use docx::{docx, read_docx};
pub use encoding::decode;
pub use error::ReadError;
pub use html::{html, read_html};
pub use kind::{Kind, is_html};
pub use part::{Part, paste_outline, paste_recipients};
pub use pasted::{PastedTable, table};
pub use reading::{Choices, ReadLine, Reading};
pub use role::Role;
pub use text::{read_text, text};

use crate::plan::{Plan, lines};

/// A plan read from a source, and what of the source found no place in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imported {
    /// The plan.
    pub plan: Plan,
    /// Lines that the plan does not hold ("Chưa xếp vào đâu"); nothing of a source is dropped silently.
    pub leftover: Vec<String>,
    /// Whether the source carried the plan itself.
    pub embedded: Embedded,
}

impl Imported {
    /// The plan, with what found no place in it behind what its [`Plan::unplaced`] holds
    /// already: a draft that came with the file may have lines of its own there.
    pub fn into_plan(self) -> Plan {
        let unplaced = lines(&self.plan.unplaced).chain(self.leftover.iter().map(String::as_str));
        Plan { unplaced: unplaced.collect::<Vec<_>>().join("\n"), ..self.plan }
    }
}

/// What the user is told of a Word file whose text is no longer that of its draft.
pub const CHANGED: &str =
    "Lưu ý: chữ trong Word đã bị sửa sau khi xuất, nên đọc theo Word chứ không theo bản nháp kèm.";

/// Reads a Word file, a text or a page of XHTML, told by its content. A page of HTML is to be
/// parsed by the browser first ([`is_html`], [`html()`]).
///
/// # Errors
/// As [`docx()`], [`decode`] and [`html()`].
pub fn file(bytes: &[u8]) -> Result<Imported, ReadError> {
    read(bytes, &Choices::default()).map(|reading| reading.imported)
}

/// The same, with every line and what it is. What the user decides about them goes in as
/// `choices`, with the same bytes once more: reading is quick, and nothing has to be kept.
///
/// # Errors
/// As [`docx()`] and [`decode`].
pub fn read(bytes: &[u8], choices: &Choices) -> Result<Reading, ReadError> {
    let web = |page: &str| {
        read_html(page, choices).map_err(|error| match error {
            ReadError::Unparsed => ReadError::Other(Kind::WebPage),
            error => error,
        })
    };
    match kind::refusal(bytes) {
        Some(refusal @ ReadError::Other(Kind::WebArchive)) => {
            let page = encoding::unicode(bytes).and_then(|archive| html::unpacked(&archive));
            return page.map_or(Err(refusal), |page| web(&page));
        }
        Some(refusal) => return Err(refusal),
        None if docx::is_package(bytes) => return docx::read(bytes, choices),
        None if is_html(bytes) => {
            return web(&encoding::unicode(bytes).ok_or(ReadError::Other(Kind::WebPage))?);
        }
        None => {}
    }
    let mut text = decode(bytes)?;
    if let Some(encoding) = choices.encoding {
        text = encoding.repair(&text);
    }
    if text.trim().is_empty() {
        Err(ReadError::NoText)
    } else {
        Ok(recognise::recognise(lines::read(&text), choices))
    }
}

/// What became of the draft that a Word file of our own carries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Embedded {
    /// There was none, or none that this version can read.
    #[default]
    None,
    /// The plan is the draft's: the text of the file says the same.
    Same,
    /// The text was changed since; the plan is read from the text as from any other file's.
    Changed,
}

#[cfg(test)]
mod tests;
