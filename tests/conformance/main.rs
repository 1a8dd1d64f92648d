//! The Word files against the rules of thể thức, judged by a reader and by numbers of their own:
//! nothing here asks the library what it meant to print, except how wide letters are.
//!
//! A rule is a row of a table with its clause ([`rules`]); a failure names the clause, the plan
//! and the text. The plans are a covering selection over everything that can be chosen
//! ([`matrix`]).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod anatomy;
mod bite;
mod covering;
mod effective;
mod families;
mod matrix;
mod measure;
mod package;
mod plans;
mod rules;
mod verdict;
mod xml;
