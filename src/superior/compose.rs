//! The user's new plan, out of the superior's and what the user chose of it.

use super::citation::{cite, subject};
use super::mapping::{Field, Finder, Mapping, apply};
use super::offers::{Offer, in_order};
use crate::citation::{self, BLANK, Citation, carries_out, mention, opening};
use crate::format::{Defaults, FormatKey};
use crate::plan::{Basis, IssueDate, Issuer, Item, Level, Plan, RowId, SectionRole, SigningForm, Task};

/// What the user wants of the superior's plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wishes {
    /// The family of the new plan.
    pub format: FormatKey,
    /// The user's own body.
    pub issuer: Issuer,
    /// This year.
    pub year: Option<u16>,
    /// The tasks to take over.
    pub tasks: Vec<Chosen>,
    /// The changes of names that the user accepted.
    pub mappings: Vec<Mapping>,
}

/// A task to take over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// The [`Offer::row`].
    pub row: RowId,
    /// The user's own deadline; blank keeps the superior's.
    pub deadline: String,
}

/// The changes of names to propose for the chosen tasks and the subject.
pub fn mappings(source: &Plan, wishes: &Wishes) -> Vec<Mapping> {
    let mut finder = Finder::new(&wishes.issuer);
    if carries_out(&subject(source)) {
        finder.look(SUBJECT, Field::Subject, &subject(source));
    }
    for (offer, _) in chosen(source, wishes) {
        for (field, text) in fields(&offer) {
            finder.look(offer.row, field, text);
        }
    }
    finder.finish()
}

/// The offer with the accepted changes made: what the new plan will say.
pub fn mapped(offer: &Offer, mappings: &[Mapping]) -> Offer {
    let text = |field, text: &str| apply(mappings, offer.row, field, text);
    Offer {
        title: text(Field::Title, &offer.title),
        text: text(Field::Text, &offer.text),
        task: Task {
            lead: text(Field::Lead, &offer.task.lead),
            support: text(Field::Support, &offer.task.support),
            deliverable: text(Field::Deliverable, &offer.task.deliverable),
            ..offer.task.clone()
        },
        ..offer.clone()
    }
}

/// The new plan: the superior's as its first căn cứ, subject and opening made of that, the three
/// usual sections, the chosen tasks. Nothing else of the superior's text is in it.
pub fn compose(source: &Plan, wishes: &Wishes) -> Plan {
    let (citation, _) = cite(source);
    let opening =
        opening(&[mention(&citation.short())], &own_body(wishes), &wishes.format, &wishes.issuer.commune);
    let mut plan = Plan {
        issuer: wishes.issuer.clone(),
        date: IssueDate { year: wishes.year, ..IssueDate::default() },
        subject: new_subject(source, &citation, wishes),
        opening,
        ..Plan::new(wishes.format.clone())
    };
    let basis = plan.new_row();
    plan.bases
        .push(Basis { id: basis, text: format!("Căn cứ {}", citation.sentence()), ..Basis::default() });
    let items: Vec<Item> = chosen(source, wishes)
        .map(|(offer, deadline)| {
            let Offer { title, text, mut task, .. } = mapped(&offer, &wishes.mappings);
            if !deadline.trim().is_empty() {
                deadline.clone_into(&mut task.deadline);
            }
            let task = Some(task).filter(|task| *task != Task::default());
            Item { id: plan.new_row(), level: Level::Clause, title, text, task, ..Item::default() }
        })
        .collect();
    let content = plan.sections.iter_mut().find(|section| section.role == SectionRole::Content);
    if let Some(content) = content.filter(|_| !items.is_empty()) {
        content.items = items;
    }
    plan
}

/// The row of a place in the subject.
const SUBJECT: RowId = RowId(0);

/// The chosen tasks in the order of the superior's plan, with the user's deadlines.
fn chosen<'a>(source: &Plan, wishes: &'a Wishes) -> impl Iterator<Item = (Offer, &'a str)> {
    let offers = if wishes.tasks.is_empty() {
        Vec::new()
    } else {
        in_order(source, &wishes.format.0, &wishes.issuer.commune)
    };
    offers.into_iter().filter_map(|offer| {
        let chosen = wishes.tasks.iter().find(|chosen| chosen.row == offer.row)?;
        Some((offer, chosen.deadline.as_str()))
    })
}

fn fields(offer: &Offer) -> [(Field, &str); 5] {
    [
        (Field::Title, &offer.title),
        (Field::Text, &offer.text),
        (Field::Lead, &offer.task.lead),
        (Field::Support, &offer.task.support),
        (Field::Deliverable, &offer.task.deliverable),
    ]
    .map(|(field, text)| (field, text.as_str()))
}

/// The subject of the new plan, the names in it mapped.
fn new_subject(source: &Plan, citation: &Citation, wishes: &Wishes) -> String {
    let own = subject(source);
    let subject = match carries_out(&own) {
        true => apply(&wishes.mappings, SUBJECT, Field::Subject, &own),
        false => citation.subject.clone(),
    };
    citation::subject(&Citation { subject, ..citation.clone() }, &wishes.format)
}

/// The user's body inside a sentence.
fn own_body(wishes: &Wishes) -> String {
    let defaults = Defaults::of(&wishes.issuer, SigningForm::Head, wishes.format.format());
    match defaults.body_in_text(&wishes.issuer) {
        body if body.is_empty() => BLANK.to_owned(),
        body => body,
    }
}
