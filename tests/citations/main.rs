//! Documents that a plan cites: taken apart, written out, mentioned in its texts.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "../any/plan.rs"]
mod any_plan;
mod composed;
mod forms;
mod mentions;
mod samples;
mod sentences;
