//! Text into a plan: lines → paragraphs with their marks → [`Plan`].
//!
//! [`text`] reads plain text. Its modules follow the page: the head, the front matter
//! (title, subject, căn cứ, opening), the outline, the end, the appendices; each decides
//! by what stands there (marks, capitals, words), never by one source's wording.

mod appendix;
mod body;
mod ending;
mod family;
mod front_matter;
mod header;
mod lines;
mod marks;
mod paragraphs;
mod recognise;
mod text;
mod titles;
mod words;

pub use text::text;

use crate::plan::Plan;

/// A plan read from a source, and what of the source found no place in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imported {
    /// The plan.
    pub plan: Plan,
    /// Lines that the plan does not hold ("Chưa xếp vào đâu"); nothing of a source is dropped silently.
    pub leftover: Vec<String>,
}

#[cfg(test)]
mod tests;
