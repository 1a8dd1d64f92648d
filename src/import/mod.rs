//! Text into a plan.

mod text;

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
