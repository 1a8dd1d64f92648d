//! stub
use super::*;
use crate::plan::Plan;

/// Typesets a plan in its family.
pub fn typeset(plan: &Plan) -> Document {
    Document { title: plan.name().unwrap_or_default(), author: String::new(), sections: Vec::new() }
}
