//! Documents that a plan cites (the-thuc.md, section 4).
//!
//! The sentence of a căn cứ is the only record of the document it names: [`parse()`] takes it apart
//! into a [`Citation`], [`Citation::sentence`] puts it together again. Nothing is kept twice, so
//! that the two cannot disagree, and the căn cứ of old drafts, of templates and of files that were
//! read are as good as those entered piece by piece.
//!
//! Texts of the plan mention a document as `[[its label]]`; [`spoken`] writes those out on the way
//! to the page, the first in full and the later ones short.
//!
//! ```
//! use ke_hoach::citation::parse;
//!
//! let cited = parse("Căn cứ Kế hoạch số 90-KH/TU, ngày 16/01/2023 của Tỉnh ủy Nam Định về chuyển đổi số;");
//! let cited = cited.ok_or("no document")?.citation;
//! assert_eq!(cited.short(), "Kế hoạch số 90-KH/TU");
//! assert_eq!(cited.issuer, "Tỉnh ủy Nam Định");
//! # Ok::<(), &str>(())
//! ```

mod composed;
mod forms;
mod mentions;
mod parse;

pub use composed::{Composed, carries_out, opening, subject};
pub use forms::lower_start;
pub use mentions::{Cited, Unknown, cited, label_of, mention, plain, rename, spoken, unknown, unmentioned};
pub use parse::{Parsed, documents, found, parse, pieces, rows};
pub(crate) use parse::{at_head, kind_at, number};

/// A document as it is cited. A part that is not known is blank, or `…` where its room is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// Tên loại: `Nghị quyết`, `Kế hoạch`, `Luật`.
    pub kind: String,
    /// Số, ký hiệu as written, without spaces: `27-NQ/TW`, `30/2020/NĐ-CP`.
    pub number: String,
    /// The date without the word "ngày": `09/11/2022`, `05 tháng 3 năm 2020`.
    pub date: String,
    /// Cơ quan ban hành.
    pub issuer: String,
    /// Trích yếu with its link word (`về công tác văn thư`), or the name of a document that has one
    /// in place of a number (a law, a programme).
    pub subject: String,
    /// Tên gọi tắt.
    pub short: String,
}

/// What stands for a part that is missing.
pub const BLANK: &str = "…";
