//! Where a plan lacks what: its parts as the steps of the form ask for them, and how far each is.

use super::{Missing, missing};
use crate::plan::{Plan, RowId, SectionRole, TextPlace, each_text};

/// A part of a plan, in the order of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Who issues it, number, place and date.
    Issuer,
    /// Its name.
    Title,
    /// Căn cứ and opening.
    Bases,
    /// What it is for.
    Purpose,
    /// What is to be done; appendices.
    Content,
    /// Who does it; the closing.
    Organisation,
    /// Recipients and signature.
    Recipients,
}

/// So many parts there are.
pub const PARTS: usize = 7;

/// How far a part is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Progress {
    /// Nothing is lacking, for nothing is there yet.
    #[default]
    Blank,
    /// So much is lacking.
    Lacking(usize),
    /// Nothing is lacking.
    Done,
}

/// How far each part of a plan is, in the order of [`Part`].
///
/// ```
/// use ke_hoach::check::{Part, Progress, progress};
/// use ke_hoach::plan::Plan;
///
/// let plan = Plan { subject: "phòng, chống thiên tai năm 2026".into(), ..Plan::default() };
/// let progress = progress(&plan);
/// assert_eq!(progress[Part::Title as usize], Progress::Done);
/// assert_eq!(progress[Part::Purpose as usize], Progress::Blank);
/// assert!(matches!(progress[Part::Recipients as usize], Progress::Lacking(_)));
/// ```
pub fn progress(plan: &Plan) -> [Progress; PARTS] {
    progress_of(plan, &missing(plan))
}

/// The same where it is known what is missing.
pub fn progress_of(plan: &Plan, missing: &[Missing]) -> [Progress; PARTS] {
    // What a part has to hold is missed where it is blank; sections may have no text, or no title.
    let mut progress = [Progress::Done; PARTS];
    for part in [Part::Purpose, Part::Content, Part::Organisation] {
        progress[part as usize] = Progress::Blank;
    }
    each_text(plan, &mut |place, text| {
        if place.field != "section" && !text.trim().is_empty() {
            progress[Part::of(&place) as usize] = Progress::Done;
        }
    });
    for missing in missing {
        let part = &mut progress[missing.place(plan).0 as usize];
        *part = match *part {
            Progress::Lacking(count) => Progress::Lacking(count + 1),
            _ => Progress::Lacking(1),
        };
    }
    progress
}

impl Part {
    /// The part to which a text belongs.
    pub fn of(place: &TextPlace) -> Part {
        match (place.field, place.role) {
            ("superior" | "issuing" | "standing" | "number" | "symbol" | "place" | "address", _) => {
                Part::Issuer
            }
            ("title" | "title-body" | "subject", _) => Part::Title,
            ("basis" | "opening", _) => Part::Bases,
            ("recipient" | "retention" | "drafter", _)
            | ("authority" | "signer-title" | "signer-name", _) => Part::Recipients,
            ("closing", _) | (_, Some(SectionRole::Organisation)) => Part::Organisation,
            (_, Some(SectionRole::Purpose)) => Part::Purpose,
            _ => Part::Content,
        }
    }
}

impl Missing {
    /// The part, and the field in it, in which it is filled in.
    pub fn place(&self, plan: &Plan) -> (Part, TextPlace) {
        let at = |field, row| TextPlace { field, row, role: None };
        let (part, field) = match self {
            Missing::Issuer => (Part::Issuer, "issuing"),
            Missing::Symbol => (Part::Issuer, "symbol"),
            Missing::Place => (Part::Issuer, "place"),
            Missing::Date if plan.date.year.is_none() => (Part::Issuer, "year"),
            Missing::Date => (Part::Issuer, "day"),
            Missing::Subject => (Part::Title, "subject"),
            Missing::Opening => (Part::Bases, "opening"),
            Missing::Body | Missing::AppendixMention => {
                let sections = plan.sections.iter().filter(|section| section.role == SectionRole::Content);
                let item = sections.flat_map(|section| &section.items).next();
                return (Part::Content, item.map_or(at("step-title", RowId(0)), |item| at("item", item.id)));
            }
            Missing::Signer => (Part::Recipients, "signer-title"),
            Missing::SignerName => (Part::Recipients, "signer-name"),
            Missing::Recipients => {
                let row = plan.recipients.first().map_or(RowId(0), |row| row.id);
                return (Part::Recipients, at("recipient", row));
            }
            Missing::Citation(unknown) => return (Part::of(&unknown.place), unknown.place),
            Missing::Unmentioned(cited) => return (Part::Bases, at("basis", cited.row)),
            Missing::Blank(blank) => return (Part::of(&blank.place), blank.place),
        };
        (part, at(field, RowId(0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::FormatKey;
    use crate::plan::{Appendix, Item, Recipient, TaskRow};

    fn at(plan: &Plan, part: Part) -> Progress {
        progress(plan)[part as usize]
    }

    #[test]
    fn a_new_plan_has_no_part_that_is_done() {
        assert!(!progress(&Plan::new(FormatKey::ND30)).contains(&Progress::Done));
    }

    #[test]
    fn a_part_with_sections_is_done_once_they_have_text_and_a_title_alone_is_none() {
        let mut plan = Plan::new(FormatKey::FRONT);
        let purpose = plan.sections.iter_mut().find(|section| section.role == SectionRole::Purpose);
        let purpose = purpose.expect("a new plan has its sections");
        purpose.title = "MỤC ĐÍCH, YÊU CẦU".into();
        purpose.items = vec![Item { text: " ".into(), ..Item::default() }];
        assert_eq!(at(&plan, Part::Purpose), Progress::Blank);
        for section in &mut plan.sections {
            section.items = vec![Item { text: "Bảo đảm thiết thực.".into(), ..Item::default() }];
        }
        for part in [Part::Purpose, Part::Content, Part::Organisation] {
            assert_eq!(at(&plan, part), Progress::Done);
        }
    }

    #[test]
    fn a_part_with_something_to_fill_in_is_not_done() {
        let mut plan = Plan::new(FormatKey::FRONT);
        plan.closing = "Báo cáo trước ngày [điền ngày] về [điền nơi].".into();
        assert_eq!(at(&plan, Part::Organisation), Progress::Lacking(2));
        plan.closing = "Báo cáo trước ngày 30/7.".into();
        assert_eq!(at(&plan, Part::Organisation), Progress::Done);
    }

    #[test]
    fn every_text_of_a_plan_belongs_to_the_step_that_asks_for_it() {
        let mut plan = Plan::new(FormatKey::ND30);
        plan.recipients.push(Recipient::default());
        plan.appendices.push(Appendix { rows: vec![TaskRow::default()], ..Appendix::default() });
        let mut order = Vec::new();
        each_text(&plan, &mut |place, _| order.push(Part::of(&place)));
        // In the order of the page, which differs from that of the form only at its end.
        order.dedup();
        use Part::*;
        assert_eq!(
            order,
            [Issuer, Title, Bases, Purpose, Content, Organisation, Recipients, Issuer, Content]
        );
    }
}
