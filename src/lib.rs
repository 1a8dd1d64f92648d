//! Soạn kế hoạch: from what a cadre types to a Word file that the văn thư accepts.
//!
//! The library is one pipeline. It knows nothing of the browser, so all of it runs and
//! is tested natively; the clock, the store and the user's files come in from outside.
//!
//! ```text
//! form   ─┐
//! import ─┴─► Plan ──typeset(format)──► Document ──┬─► docx
//!              │                                   ├─► pages (preview, print)
//!              └─► Draft ─► store, file            └─► text
//! ```
//!
//! Where to read on:
//!
//! - [`plan`]: what a plan is; plain data and its methods.
//! - [`format`]: thể thức as data, every number with its clause and confidence; what a plan
//!   may choose within it ([`format::settings`]).
//! - [`document`]: [`document::typeset`] turns a plan into what stands on the page;
//!   font metrics, lines and pages.
//! - [`export`]: a document as a Word file, as text or as pages to be drawn.
//! - [`import`]: a Word or text file into a plan, each of its lines with its role.
//! - [`changes`](mod@changes): what the official format changes in a source, before and after.
//! - [`compare`]: what is different between two states of a plan.
//! - [`superior`]: the superior's plan into one of the user's own body.
//! - [`grid`]: the tasks as one table that is edited quickly.
//! - [`intake`]: what the screen asks of a source that was read, and what it gets to show.
//! - [`template`]: plans of the usual kinds as data, with places filled from the plan in which they
//!   are used.
//! - [`citation`](mod@citation): documents that a plan cites, taken apart and written out.
//! - [`check`]: what a plan still lacks, and what a văn thư would send it back for: one table of rules.
//! - [`draft`]: the envelope in which a plan is kept and shared.
//! - [`store`]: drafts kept, over any storage behind a small trait.
//! - [`directory`]: the bodies that plans were made for, and who signs for them.
//! - [`unit`]: the provinces and communes, found by what one types of their names.
//! - [`vietnamese`]: capitals, tone marks, names of bodies, spaces that do not break.
//! - `app`: the interface (wasm32 only); it shows and decides nothing of the above.
//!
//! A Word file from a plan, in two steps:
//!
//! ```
//! use ke_hoach::{document::typeset, export, format::FormatKey, plan::Plan};
//!
//! let plan = Plan::new(FormatKey::FRONT);
//! let docx = export::docx(&typeset(&plan), &export::DocxOptions::default())?;
//! assert!(docx.starts_with(b"PK"));
//! # Ok::<(), ke_hoach::export::ExportError>(())
//! ```

#[cfg(target_arch = "wasm32")]
pub mod app;
pub mod changes;
pub mod check;
pub mod citation;
pub mod compare;
pub mod directory;
pub mod document;
pub mod draft;
pub mod export;
pub mod format;
pub mod grid;
pub mod import;
pub mod intake;
mod order;
pub mod plan;
pub mod store;
pub mod superior;
pub mod template;
pub mod unit;
pub mod vietnamese;
