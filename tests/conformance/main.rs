//! The Word files against the rules of thể thức, judged by a reader and by numbers of their own:
//! nothing here asks the library what it meant to print, except how wide letters are.
//!
//! A rule is a row of a table with its clause ([`rules`]); a failure names the clause, the plan
//! and the text. The plans are a covering selection over everything that can be chosen
//! ([`matrix`]), and real ones ([`samples`]). The files of the rendered checks stay in the target
//! folder's `tmp/conformance`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod anatomy;
mod bite;
mod covering;
mod effective;
mod families;
mod geometry;
mod matrix;
mod measure;
#[path = "../oracles/mod.rs"]
mod oracles;
mod package;
mod plans;
mod rendered;
mod rules;
mod samples;
mod schema;
mod sheets;
mod verdict;
mod xml;
