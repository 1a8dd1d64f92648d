//! A plan that is reviewed again and again as it is written.
//!
//! What one paragraph says is looked at again only where it has changed, and a rule that looks at all of the
//! text only once something has changed that it reads: see [`Run`].

use std::hash::Hasher;
use std::ops::Range;
use std::ptr::fn_addr_eq;
use std::rc::Rc;

use super::finding::{Finding, Found};
use super::manuscript::{Change, Manuscript, Paragraph};
use super::rule::{Notes, Reads, Report, Rule, Run};
use super::rules;
use crate::order;
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
    /// All that was found, in the order of the page.
    findings: Vec<Finding>,
}

/// What a rule found that looks at all of the text.
#[derive(Debug)]
pub(super) struct Look {
    rule: &'static Rule,
    /// Its place among the rules.
    order: usize,
    reads: Reads,
    found: Vec<Placed>,
}

/// What was found, behind its paragraph.
type Placed = (usize, Rc<Found>);

impl Reviewer {
    /// What a careful văn thư would send back, in the order of the page: the same as [`review`] finds.
    ///
    /// [`review`]: super::review()
    pub fn review(&mut self, plan: &Plan) -> &[Finding] {
        match self.manuscript.follow(plan) {
            Change::All => {
                self.looks = look_over(&self.manuscript);
                self.findings = in_order(&self.manuscript, &self.looks, 0..self.manuscript.paragraphs.len());
            }
            Change::Texts { before, touched } => self.look_again(&before, touched),
        }
        &self.findings
    }

    /// Looks again where some paragraphs said something else before. Nothing else has changed in those that are
    /// touched, and nothing at all in others.
    fn look_again(&mut self, before: &[Paragraph], mut touched: Vec<usize>) {
        let changes = before.iter().filter_map(|before| {
            let now = self.manuscript.paragraphs.get(before.index)?;
            Some((before, now, settled(before, now)))
        });
        let changes: Vec<(&Paragraph, &Paragraph, usize)> = changes.collect();
        let elsewhere = |at: usize| changes.iter().all(|(before, ..)| before.index != at);
        // Some rules read the same.
        let mut asked: Vec<(Reads, bool)> = Vec::new();
        for look in &mut self.looks {
            let known =
                asked.iter().find(|(reads, _)| fn_addr_eq(*reads, look.reads)).map(|(_, others)| *others);
            let others = known.unwrap_or_else(|| {
                let read = |paragraph| read(look.reads, paragraph, &self.manuscript);
                changes.iter().any(|(before, now, _)| read(before) != read(now))
            });
            if known.is_none() {
                asked.push((look.reads, others));
            }
            if others || changes.iter().any(|(_, now, settled)| look.tells_behind(now.index, *settled)) {
                touched.extend(look.again(&self.manuscript, &elsewhere));
            }
        }
        for at in touched {
            let own = in_order(&self.manuscript, &self.looks, at..at + 1);
            let end = |at| self.findings.partition_point(|finding| finding.paragraph < at);
            self.findings.splice(end(at)..end(at + 1), own);
        }
    }

    /// What was found last.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The paragraphs of the plan that was reviewed last.
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.manuscript.paragraphs
    }
}

impl Look {
    /// Looks again, and tells in which paragraphs something else is found. What is found as before stays the same
    /// thing in paragraphs that stay.
    fn again(&mut self, manuscript: &Manuscript, stays: &dyn Fn(usize) -> bool) -> Vec<usize> {
        let before = std::mem::replace(&mut self.found, found(self.rule, manuscript));
        for (at, found) in self.found.iter_mut().filter(|(at, _)| stays(*at)) {
            if let Some((_, same)) = before.iter().find(|(own, same)| own == at && same == found) {
                *found = same.clone();
            }
        }
        let same = |(one, other): &(&Placed, &Placed)| Rc::ptr_eq(&one.1, &other.1);
        let ahead = before.iter().zip(&self.found).take_while(same).count();
        let (before, now) = (&before[ahead..], &self.found[ahead..]);
        let behind = before.iter().rev().zip(now.iter().rev()).take_while(same).count();
        let others = before.iter().rev().skip(behind).chain(now.iter().rev().skip(behind));
        others.map(|(at, _)| *at).collect()
    }

    /// Whether it found something in a paragraph behind some byte.
    fn tells_behind(&self, paragraph: usize, settled: usize) -> bool {
        self.found.iter().any(|(at, found)| *at == paragraph && found.range.end > settled)
    }
}

/// What is read of a paragraph, as a number.
fn read(reads: Reads, paragraph: &Paragraph, manuscript: &Manuscript) -> u64 {
    let mut notes = Notes::default();
    reads(paragraph, manuscript, &mut notes);
    notes.finish()
}

/// So many words before what has changed nothing is told otherwise: more than are shown around a finding.
const WORDS: usize = 8;

/// Up to where in a paragraph that has changed all that was found stands as before, and is told as before.
fn settled(before: &Paragraph, now: &Paragraph) -> usize {
    if !before.is_as_typed() || !now.is_as_typed() {
        return 0;
    }
    let (before, now) = (before.text.as_bytes(), now.text.as_bytes());
    let same = before.iter().zip(now).take_while(|(before, now)| before == now).count();
    let mut spaces = (0..same).rev().filter(|at| now[*at] == b' ');
    spaces.nth(WORDS).unwrap_or(0)
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
fn found(rule: &'static Rule, manuscript: &Manuscript) -> Vec<Placed> {
    let mut found = Vec::new();
    if let Run::Document(look, _) = rule.run {
        look(manuscript, &mut Report { rule, found: &mut found });
    }
    found.into_iter().map(|(paragraph, found)| (paragraph, Rc::new(found))).collect()
}

/// What was found in some paragraphs, in the order of the page; what begins at one place in the order of the rules.
pub(super) fn in_order(manuscript: &Manuscript, looks: &[Look], within: Range<usize>) -> Vec<Finding> {
    let paragraphs = manuscript.paragraphs.get(within.clone()).unwrap_or_default();
    let of_paragraphs = paragraphs.iter().flat_map(|paragraph| {
        paragraph.found(&manuscript.frame).iter().map(|(order, found)| (paragraph.index, *order, found))
    });
    let of_looks =
        looks.iter().flat_map(|look| look.found.iter().map(|(at, found)| (*at, look.order, found)));
    // As one number it is compared quickly.
    let rank = |(at, order, found): (usize, usize, &Rc<Found>)| {
        [at, found.range.start, found.rule.severity as usize, order]
            .into_iter()
            .fold(0_u128, |rank, next| rank << 32 | next as u128)
    };
    let of_looks = of_looks.filter(|(at, ..)| within.contains(at));
    let all = of_paragraphs.chain(of_looks).map(|found| (rank(found), found.0, found.2));
    let mut all: Vec<(u128, usize, &Rc<Found>)> = all.collect();
    order::sort_by_key(&mut all, |(rank, ..)| *rank);
    let finding = |(_, at, found): (u128, usize, &Rc<Found>)| {
        Some(Finding::new(found.clone(), manuscript.paragraphs.get(at)?))
    };
    all.into_iter().filter_map(finding).collect()
}
