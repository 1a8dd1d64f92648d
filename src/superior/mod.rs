//! From the superior's plan to one of the user's own body.
//!
//! [`cite`] cites the plan that was read, [`offers`] lists its tasks, [`mappings`]
//! proposes names of the user's level for those of the superior's, and [`compose`] makes the new
//! plan of it. All are pure functions of the source and the user's [`Wishes`]: the screen can
//! show what would come of them before anything is kept.
//!
//! ```
//! use ke_hoach::plan::Plan;
//! use ke_hoach::superior::{Chosen, Wishes, compose, mappings, offers};
//!
//! let source = ke_hoach::import::text("KẾ HOẠCH\nvề chuyển đổi số\nI. NỘI DUNG\n1. Tập huấn cho cán bộ.").plan;
//! let first = &offers(&source, "nd30", "xã Lương Minh")[0];
//! let mut wishes = Wishes { tasks: vec![Chosen { row: first.row, ..Chosen::default() }], ..Wishes::default() };
//! wishes.mappings = mappings(&source, &wishes);
//! let plan: Plan = compose(&source, &wishes);
//! assert_eq!(plan.sections[1].items[0].text, "Tập huấn cho cán bộ.");
//! ```

mod bodies;
mod citation;
mod compose;
mod mapping;
mod offers;
mod words;

pub(crate) use citation::subject;
pub use citation::{Gap, cite};
pub use compose::{Chosen, Wishes, compose, mapped, mappings};
pub(crate) use mapping::bodies_of;
pub use mapping::{Field, Mapping, Place};
pub use offers::{Concern, Offer, Part, offers};
