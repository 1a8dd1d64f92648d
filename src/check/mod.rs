//! What a plan still lacks before the văn thư can accept it, and what they would send it back for.
//!
//! [`missing`] names parts that are not there; [`review()`] looks at the words, by the [rules](all_rules),
//! whether they stand in the form or in a file that was read:
//!
//! ```
//! use ke_hoach::check::{Manuscript, review};
//! use ke_hoach::plan::Plan;
//!
//! let plan = Plan { opening: "Thực hiện Kế hoạch số 427 - KH/TU ngày 05/3/2026 của Tỉnh ủy như sau:".into(), ..Plan::default() };
//! let findings = review(&Manuscript::of_plan(&plan));
//! assert!(findings.iter().any(|finding| finding.quote == "427 - KH/TU"));
//! ```

pub mod advice;
mod blank;
mod finding;
mod manuscript;
mod mending;
mod mention;
mod parts;
mod place_names;
mod reviewer;
mod rule;
mod rules;
mod sheet;
pub mod spelling;
pub mod told;

pub use blank::Blank;
pub use finding::{Finding, Fix, Found, Severity, is_dismissed, without_dismissed};
pub use manuscript::{Form, Frame, Manuscript, Numbered, Paragraph, Place, Within, Word, mend};
pub use mending::mend_all;
pub use mention::{Dated, Mention};
pub use parts::{PARTS, Part, Progress, progress, progress_of};
pub use place_names::PlaceName;
pub use reviewer::Reviewer;
pub use rule::{Report, Rule, Run};
pub use rules::all as all_rules;
pub use sheet::{Entry, Group, Proposal, ReviewSheet};

use std::rc::Rc;

use thiserror::Error;

use crate::citation::{Cited, Composed, Unknown, unknown, unmentioned};
use crate::format::Defaults;
use crate::plan::{Plan, Shown, TableSource};
use crate::vietnamese::lower;

/// A part without which a plan is sent back (NĐ 30/2020/NĐ-CP, Điều 8; the same parts in
/// the Party's and the Front's rules). Its text is one sentence for the user.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Missing {
    /// Tên cơ quan ban hành.
    #[error("Chưa có tên cơ quan ban hành.")]
    Issuer,
    /// Ký hiệu. The number itself comes from the văn thư.
    #[error("Chưa có ký hiệu văn bản.")]
    Symbol,
    /// Địa danh.
    #[error("Chưa có địa danh.")]
    Place,
    /// A date that cannot be, or a year that is blank.
    #[error("Chưa có năm ban hành, hoặc ngày, tháng không có trong lịch.")]
    Date,
    /// Trích yếu.
    #[error("Chưa có trích yếu.")]
    Subject,
    /// Neither căn cứ nor opening.
    #[error("Chưa có căn cứ hoặc phần mở đầu.")]
    Opening,
    /// A mention of a document that is not among the căn cứ.
    #[error("Viện dẫn “{}” không có trong các căn cứ.", .0.label)]
    Citation(Unknown),
    /// A document that is cited nowhere but in the form.
    #[error("“{}” chỉ nhắc trong lời văn nhưng chưa được viện dẫn ở chỗ nào.", .0.label)]
    Unmentioned(Cited),
    /// No text.
    #[error("Chưa có nội dung nào trong các mục.")]
    Body,
    /// Appendices of which the text says nothing (mục III, khoản 1, điểm a of Phụ lục I).
    #[error("Có phụ lục nhưng trong nội dung chưa có chỗ nào nhắc đến “phụ lục”.")]
    AppendixMention,
    /// Chức vụ.
    #[error("Chưa có chức vụ người ký.")]
    Signer,
    /// Họ và tên.
    #[error("Chưa có họ và tên người ký.")]
    SignerName,
    /// Nobody but the archive receives the plan.
    #[error("Chưa có nơi nhận nào ngoài dòng lưu.")]
    Recipients,
    /// A place in a text that only its writer can fill in.
    #[error("Chưa điền: {}", .0.around)]
    Blank(Blank),
}

/// What a careful văn thư would send back, in the order of the page.
pub fn review(manuscript: &Manuscript) -> Vec<Finding> {
    reviewer::in_order(manuscript, &reviewer::look_over(manuscript), 0..manuscript.paragraphs.len())
}

/// What one rule finds.
pub fn look(rule: &'static Rule, manuscript: &Manuscript) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut report = Report { rule, found: &mut found };
    match rule.run {
        Run::Paragraph(look) => {
            manuscript
                .paragraphs
                .iter()
                .for_each(|paragraph| look(paragraph, &manuscript.frame, &mut report));
        }
        Run::Document(look, _) => look(manuscript, &mut report),
    }
    let finding = |(at, found)| Some(Finding::new(Rc::new(found), manuscript.paragraphs.get(at)?));
    found.into_iter().filter_map(finding).collect()
}

/// What the plan lacks, in the order of its parts.
pub fn missing(plan: &Plan) -> Vec<Missing> {
    let defaults = Defaults::for_plan(plan);
    let blank = |text: &str| text.trim().is_empty();
    let neither = |typed: &str, derived: &str| blank(typed) && blank(derived);
    let issuer = &plan.issuer;
    let nobody = neither(&issuer.issuing, &defaults.issuing) && neither(&issuer.standing, &defaults.standing);
    let composed = Composed::of(plan);
    let no_basis = plan.bases.iter().all(|basis| basis.shown == Shown::InText || blank(&basis.text));
    let no_text = plan.sections.iter().all(|section| {
        section.items.iter().all(|item| {
            blank(&item.title) && blank(&item.text) && item.task.is_none() && item.table.is_none()
        })
    });
    let no_appendix = plan.appendices.iter().all(|appendix| {
        appendix.table == TableSource::None && blank(&appendix.text) && appendix.items.is_empty()
    });
    let mut missing: Vec<Missing> = [
        (nobody, Missing::Issuer),
        (neither(&plan.symbol, &defaults.symbol), Missing::Symbol),
        (neither(&plan.place, &defaults.place), Missing::Place),
        (plan.date.year.is_none() || !plan.date.is_possible(), Missing::Date),
        (neither(&plan.subject, &composed.subject), Missing::Subject),
        (neither(&plan.opening, &composed.opening) && no_basis, Missing::Opening),
        (no_text && no_appendix, Missing::Body),
        (!plan.appendices.is_empty() && !mentions_appendix(plan), Missing::AppendixMention),
        (neither(&plan.signature.title, &defaults.signer_title), Missing::Signer),
        (blank(&plan.signature.name), Missing::SignerName),
        (plan.recipients.iter().all(|recipient| blank(&recipient.name)), Missing::Recipients),
    ]
    .into_iter()
    .filter_map(|(lacks, missing)| lacks.then_some(missing))
    .collect();
    missing.extend(unknown(plan).into_iter().map(Missing::Citation));
    missing.extend(unmentioned(plan).into_iter().map(Missing::Unmentioned));
    missing.extend(blank::find(plan).into_iter().map(Missing::Blank));
    missing
}

fn mentions_appendix(plan: &Plan) -> bool {
    let items = plan.sections.iter().flat_map(|section| &section.items);
    let texts = items.flat_map(|item| [&item.title, &item.text]).chain([&plan.opening, &plan.closing]);
    texts.into_iter().any(|text| lower(text).contains("phụ lục"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::FormatKey;
    use crate::plan::{Basis, Issuer, Item, Recipient, Section};

    fn full() -> Plan {
        let issuer = Issuer { kind: "ubnd".into(), commune: "xã Lương Minh".into(), ..Issuer::default() };
        let item = Item { text: "Tuần tra.".into(), ..Item::default() };
        let mut plan = Plan {
            issuer,
            subject: "bảo vệ rừng".into(),
            bases: vec![Basis { text: "Căn cứ Luật Lâm nghiệp".into(), ..Basis::default() }],
            sections: vec![Section { items: vec![item], ..Section::default() }],
            recipients: vec![Recipient { name: "Công an xã".into(), ..Recipient::default() }],
            ..Plan::default()
        };
        plan.date.year = Some(2026);
        plan.signature.name = "Lô Văn An".into();
        plan
    }

    #[test]
    fn a_plan_whose_blanks_follow_from_its_body_lacks_nothing() {
        assert_eq!(missing(&full()), []);
    }

    #[test]
    fn a_new_plan_lacks_every_part_but_those_that_follow_from_the_family() {
        let found = missing(&Plan::new(FormatKey::ND30));
        assert_eq!(found.len(), 10, "{found:?}");
    }

    #[test]
    fn an_appendix_has_to_be_mentioned_in_the_text() {
        let mut plan = full();
        plan.appendices.push(crate::plan::Appendix { text: "Bảng".into(), ..Default::default() });
        assert_eq!(missing(&plan), [Missing::AppendixMention]);
        plan.sections[0].items[0].text = "Tuần tra (theo Phụ lục kèm theo).".into();
        assert_eq!(missing(&plan), []);
    }

    #[test]
    fn each_part_is_named_when_it_alone_is_taken_away() {
        type Taken = fn(&mut Plan);
        let parts: [(Taken, Missing); 6] = [
            (|plan| plan.subject = " ".into(), Missing::Subject),
            (|plan| plan.bases.clear(), Missing::Opening),
            (|plan| plan.date.month = Some(13), Missing::Date),
            (|plan| plan.sections[0].items.clear(), Missing::Body),
            (|plan| plan.signature.name.clear(), Missing::SignerName),
            (|plan| plan.recipients.clear(), Missing::Recipients),
        ];
        for (take, expected) in parts {
            let mut plan = full();
            take(&mut plan);
            assert_eq!(missing(&plan), [expected]);
        }
    }
}
