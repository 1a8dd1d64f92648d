//! Plan templates (mẫu kế hoạch), as data: plans of the usual kinds, ready to be filled in.
//!
//! A template is a file of JSON, `*.kehoach-mau.json`; those of the app stand in `assets/templates/`, one
//! file each, and docs/mau-ke-hoach.md says in the users' words how to write one.
//!
//! ```text
//! {"type":"ke-hoach-template","format":1,
//!  "name":"Tiếp công dân",                 what the list calls it
//!  "about":"Lịch tiếp, người tiếp …",      in a sentence, for whom and for what it is
//!  "group":"Chính quyền",                  under what the list shows it
//!  "families":["nd30","party"],            in which formats it can be used
//!  "words":{"đầu mối":{"nd30":"Văn phòng …","party":"Văn phòng Đảng ủy"}},
//!  "plan":{…}}                             as in a draft
//! ```
//!
//! - The plan has no issuer, number, date or signature; all else is as in a [draft](crate::draft).
//! - A căn cứ, section, item, recipient or appendix that only some formats have says which:
//!   `"only":["front"]`.
//! - Texts may hold [places](Places): `{cơ quan}`, `{xã}`, `{năm}`, or one of the template's own
//!   `words`, which differ by format and may hold places themselves. And `[điền …]` for what only the
//!   user knows.
//! - Only `type`, `format`, `name`, `families` and `plan` have to be there. Fields that this version does
//!   not know are kept and written back.
//!
//! Reading goes as for drafts: parse → type → format → migrate → fill defaults → repair.
//!
//! And sentences to begin with, for each part of a plan: [`phrase`].

mod error;
mod file;
mod library;
mod make;
mod named;
pub mod phrase;
mod places;

use serde_json::{Map, Value};

pub use error::TemplateError;
pub use file::{TEMPLATE_ENDING, is_template};
pub use library::{BuiltIn, all, example};
pub use named::{cited, work};
pub use places::{PLACES, Place, Places, blank_ranges, blanks, unknown_places};

use crate::plan::{Extra, FormatKey, Plan};

/// A plan to begin with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Template {
    /// What it is called.
    pub name: String,
    /// In a sentence, for whom and for what it is.
    pub about: String,
    /// Under what lists show it; may be blank.
    pub group: String,
    /// The formats in which it can be used, the usual one first.
    pub families: Vec<FormatKey>,
    /// Places of its own: by name and format what stands for them.
    pub words: Map<String, Value>,
    /// The plan, with places in its texts.
    pub plan: Plan,
    /// Fields of a later version of the app, kept as they came.
    pub extra: Extra,
}

impl Template {
    /// Whether it can be used in a format.
    pub fn serves(&self, family: &FormatKey) -> bool {
        self.families.contains(family)
    }

    /// The format whose parts and words a plan of `family` gets: that one, or the one that is nearest.
    fn family(&self, family: &FormatKey) -> FormatKey {
        let nearest = [family, &FormatKey::FRONT].into_iter().find(|family| self.serves(family));
        nearest.or(self.families.first()).cloned().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
