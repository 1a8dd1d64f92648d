//! What putting a source into the official format changes: before → after, with the clause.
//!
//! [`changes`] compares a source as it was read with the pages that its plan prints: how each
//! line looked with how it is printed, page by page setup, and word by word what it says. Only
//! what will be different in the file is told, and all of it that one sees. A look that the rule
//! allows as well is told, too, if the file will have the other one; its clause then says so.
//!
//! Not compared is what no file says for sure (a font or a size that it leaves to the program),
//! what does not show (the space around a line of the head, the alignment of a paragraph of one
//! line as left or justified), and the cells of tables of tasks beyond their words.

pub(crate) mod diff;
mod layout;
mod page;
pub(crate) mod pairing;
mod parts;
mod printed;
mod under;
mod wording;

use crate::document::typeset;
use crate::format::Format;
use crate::import::Reading;
use crate::order;
use crate::plan::Plan;
use pairing::Pairing;

/// Something that is different in the file that is made of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Of what: "Trích yếu", "Khổ giấy".
    pub part: &'static str,
    /// What of it: "cỡ chữ", "dấu cuối".
    pub what: &'static str,
    /// How it is in the source; blank where the source has nothing.
    pub before: String,
    /// How it will be; blank where it will be gone.
    pub after: String,
    /// The clause that asks for it.
    pub clause: String,
    /// How many lines of the source, or of the page where the source has none, it concerns.
    pub count: usize,
    /// Of which kind it is.
    pub kind: Kind,
}

/// Whether a change concerns the look or the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// How something looks or where it stands.
    Layout,
    /// Which letters are there.
    Wording,
}

/// What is different between a source and the pages of `plan`, in the order of the page:
/// the paper, then part by part first the look, then the words.
///
/// A file of our own whose draft was taken as it is has no lines that were read: nothing changes.
pub fn changes(reading: &Reading, plan: &Plan) -> Vec<Change> {
    if reading.lines.is_empty() {
        return Vec::new();
    }
    let format = &Format::of(plan);
    let document = typeset(plan);
    let printed = printed::paragraphs(&document);
    let pairing = Pairing::of(&reading.lines, &printed);

    let mut found = page::changes(reading, &document, &pairing, format);
    let mut parts = layout::changes(reading, &pairing, format);
    let unplaced = wording::unplaced(reading, plan, &pairing);
    parts.extend(wording::changes(&pairing, format, &unplaced));
    order::sort_by_key(&mut parts, |change| parts::rank(change.part));
    found.extend(parts);
    found.extend(wording::left_out(&unplaced));
    found
}
