//! A plan that is reviewed again and again as it is written.
//!
//! What one paragraph says is looked at again only where it has changed, and a rule that looks at all of the
//! text only once something has changed that it reads: see [`Run`].

use std::hash::Hasher;
use std::rc::Rc;

use super::finding::{Finding, Found};
use super::manuscript::{Change, Manuscript, Paragraph};
use super::rule::{Notes, Reads, Report, Rule, Run};
use super::rules;
use crate::plan::Plan;

/// Reviews a plan as it is written.
///
/// ```
/// use ke_hoach::check::{Manuscript, Reviewer, review};
/// use ke_hoach::plan::Plan;
///
/// let mut reviewer = Reviewer::default();
/// let mut plan = Plan { closing: "Trên đây là kế kế hoạch".into(), ..Plan::default() };
/// assert_eq!(reviewer.review(&plan), review(&Manuscript::of_plan(&plan)));
/// plan.closing.push_str(" của Ủy ban.");
/// assert_eq!(reviewer.review(&plan), review(&Manuscript::of_plan(&plan)));
/// ```
#[derive(Debug, Default)]
pub struct Reviewer {
    manuscript: Manuscript,
    looks: Vec<Look>,
}

/// What a rule found that looks at all of the text.
#[derive(Debug)]
pub(super) struct Look {
    rule: &'static Rule,
    /// Its place among the rules.
    order: usize,
    reads: Reads,
    /// Each with its paragraph.
    found: Vec<(usize, Rc<Found>)>,
}

impl Reviewer {
    /// What a careful văn thư would send back, in the order of the page: the same as [`review`] finds.
    ///
    /// [`review`]: super::review()
    pub fn review(&mut self, plan: &Plan) -> Vec<Finding> {
        match self.manuscript.follow(plan) {
            Change::All => self.looks = look_over(&self.manuscript),
            Change::Texts(before) => {
                for look in &mut self.looks {
                    if before.iter().any(|before| look.has_read(before, &self.manuscript)) {
                        look.found = found(look.rule, &self.manuscript);
                    }
                }
            }
        }
        in_order(&self.manuscript, &self.looks)
    }
}

impl Look {
    /// Whether what it found rests on something of a paragraph that has changed.
    fn has_read(&self, before: &Paragraph, manuscript: &Manuscript) -> bool {
        let Some(now) = manuscript.paragraphs.get(before.index) else { return true };
        let read = |paragraph| {
            let mut notes = Notes::default();
            (self.reads)(paragraph, manuscript, &mut notes);
            notes.finish()
        };
        self.found.iter().any(|(paragraph, _)| *paragraph == before.index) || read(before) != read(now)
    }
}

/// What each of the rules finds that look at all of a text.
pub(super) fn look_over(manuscript: &Manuscript) -> Vec<Look> {
    let rules = rules::all().enumerate().filter(|(_, rule)| rule.looks_at(&manuscript.frame));
    let look = |(order, rule): (usize, &'static Rule)| match rule.run {
        Run::Document(_, reads) => Some(Look { rule, order, reads, found: found(rule, manuscript) }),
        Run::Paragraph(_) => None,
    };
    rules.filter_map(look).collect()
}

/// What one rule finds that looks at all of a text.
fn found(rule: &'static Rule, manuscript: &Manuscript) -> Vec<(usize, Rc<Found>)> {
    let mut found = Vec::new();
    if let Run::Document(look, _) = rule.run {
        look(manuscript, &mut Report { rule, found: &mut found });
    }
    found.into_iter().map(|(paragraph, found)| (paragraph, Rc::new(found))).collect()
}

/// All that was found, in the order of the page; what begins at one place in the order of the rules.
pub(super) fn in_order(manuscript: &Manuscript, looks: &[Look]) -> Vec<Finding> {
    let of_paragraphs = manuscript.paragraphs.iter().flat_map(|paragraph| {
        paragraph.found(&manuscript.frame).iter().map(|(order, found)| (*order, paragraph.index, found))
    });
    let of_looks =
        looks.iter().flat_map(|look| look.found.iter().map(|(at, found)| (look.order, *at, found)));
    let mut all: Vec<(usize, usize, &Rc<Found>)> = of_paragraphs.chain(of_looks).collect();
    all.sort_by_key(|(order, paragraph, found)| (*paragraph, found.range.start, found.rule.severity, *order));
    let finding = |(_, at, found): (usize, usize, &Rc<Found>)| {
        Some(Finding::new(found.clone(), manuscript.paragraphs.get(at)?))
    };
    all.into_iter().filter_map(finding).collect()
}
