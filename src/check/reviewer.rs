//! A plan that is reviewed again and again as it is written.

use super::finding::Finding;
use super::manuscript::Manuscript;
use super::review;
use crate::plan::Plan;

/// Reviews a plan as it is written.
///
/// ```
/// use ke_hoach::check::{Manuscript, Reviewer, review};
/// use ke_hoach::plan::Plan;
///
/// let mut reviewer = Reviewer::default();
/// let mut plan = Plan { closing: "Trên đây là kế kế hoạch".into(), ..Plan::default() };
/// assert_eq!(reviewer.review(&plan), review(&Manuscript::of_plan(&plan)));
/// plan.closing.push_str(" của Ủy ban.");
/// assert_eq!(reviewer.review(&plan), review(&Manuscript::of_plan(&plan)));
/// ```
#[derive(Debug, Default)]
pub struct Reviewer {}

impl Reviewer {
    /// What a careful văn thư would send back, in the order of the page: the same as [`review`] finds.
    pub fn review(&mut self, plan: &Plan) -> Vec<Finding> {
        review(&Manuscript::of_plan(plan))
    }
}
