//! The whole pipeline as a stranger sees it: the converter's own program, Word files in
//! readers that are not ours, pages beside those of a word processor.
//!
//! The files stay in the target folder's `tmp/pipeline`, to be looked at. `cargo test` builds
//! the converter; before `cargo test --test pipeline` alone, `cargo build --example convert`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod converter;
mod everything;
#[path = "../oracles/mod.rs"]
mod oracles;
mod plans;
mod rendered;
mod schema;
mod words;
