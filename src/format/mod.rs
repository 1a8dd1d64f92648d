//! Thể thức as data: every number of a format family with its clause and confidence.
//!
//! A [`Format`] says how each component of a plan looks; [`crate::document::typeset`]
//! reads it and nothing else decides. One family is one file of this folder and one
//! line of [`ALL`]; the file also lists the bodies that write in it.
//!
//! What a rule leaves open is a [`Span`] or a [`OneOf`] with a default; [`settings`] lets a
//! plan choose otherwise.

mod body;
mod defaults;
mod front;
mod marks;
mod nd30;
pub mod numbering;
mod party;
mod rules;
pub mod settings;
mod units;
mod usual;
mod youth;

use crate::plan::{Plan, Settings};

pub use crate::plan::FormatKey;
pub use body::BodyKind;
pub use defaults::{Defaults, commune_noun, place_name};
pub use marks::{FRAME_HEIGHT, Mark, circulation, urgency};
pub use rules::*;
pub use units::{Decimal, HalfPt, Twips};
pub use usual::usual_recipients;

/// Every family, in the order in which the form offers them.
pub const ALL: [&Format; 4] = [&nd30::FORMAT, &party::FORMAT, &front::FORMAT, &youth::FORMAT];

impl FormatKey {
    /// The family with this key, if this version knows it.
    pub fn find(&self) -> Option<&'static Format> {
        ALL.into_iter().find(|format| format.key == self.0)
    }

    /// The family in which a plan with this key is printed.
    pub fn format(&self) -> &'static Format {
        self.find().unwrap_or(&nd30::FORMAT)
    }
}

/// A format family: how every component of a plan looks.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// The key in drafts and on the command line.
    pub key: &'static str,
    /// The name on screen.
    pub name: &'static str,
    /// The document that sets the rules.
    pub authority: &'static str,
    /// Page and margins.
    pub page: PageRules,
    /// Right side of the header.
    pub emblem: Emblem,
    /// Cơ quan cấp trên.
    pub superior: TypeRule,
    /// Cơ quan ban hành, when it is the last line of the left header.
    pub issuing: TypeRule,
    /// What stands under the left header.
    pub under_issuing: Underscore,
    /// Số, ký hiệu.
    pub number: NumberRules,
    /// Địa danh, ngày tháng năm.
    pub place_date: TypeRule,
    /// Tên loại.
    pub title: TypeRule,
    /// Trích yếu.
    pub subject: TypeRule,
    /// What stands under the subject.
    pub under_subject: OneOf<Underscore>,
    /// Căn cứ.
    pub basis: BasisRules,
    /// Nội dung.
    pub body: BodyRules,
    /// Chữ ký.
    pub signature: SignatureRules,
    /// Nơi nhận.
    pub recipients: RecipientRules,
    /// Phụ lục.
    pub appendix: AppendixRules,
    /// Dấu chỉ, ký hiệu người soạn thảo, địa chỉ.
    pub markings: MarkingRules,
    /// Where tone marks stand in the words that the app writes.
    pub tone: OneOf<ToneStyle>,
    /// The bodies that write in this family, in the order in which the form offers them.
    pub bodies: &'static [BodyKind],
}

impl Format {
    /// The family in which a plan is printed, with the plan's own settings as defaults.
    pub fn of(plan: &Plan) -> Format {
        Format::with(&plan.format, &plan.settings)
    }

    /// A family with these settings as its defaults. A setting that the family does not
    /// leave open has no effect.
    pub fn with(key: &FormatKey, settings: &Settings) -> Format {
        let mut format = *key.format();
        settings::apply(&mut format, settings);
        format
    }
}

#[cfg(test)]
mod tests;
