//! What a finding is on the screen: made of the review beside the pages, written for the page, read there.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::check::{Finding, Fix, Part, Place, Rule, all_rules};
use crate::plan::{Json, Plan, RowId, TextPlace, each_text, json_text};

/// So many words are shown on each side of those that are found.
const AROUND: usize = 6;

/// A finding on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// By what it is told from all others of its plan.
    pub id: String,
    /// By what it is dismissed.
    pub key: String,
    /// The rule that found it.
    pub rule: &'static Rule,
    /// The part of the plan in which it stands.
    pub part: usize,
    /// The id of its field …
    pub field: String,
    /// … and where in it the words begin, as the browser counts.
    pub at: usize,
    /// The words.
    pub quote: String,
    /// What stands before them in their line.
    pub before: String,
    /// What stands behind them.
    pub after: String,
    /// What stands there once it is mended, where that is safe.
    pub becomes: Option<String>,
    /// A sentence for the user.
    pub message: String,
    /// Its place, as one says it.
    pub place: String,
}

/// What a review found in a plan, and what of it the plan's drafter has dismissed.
#[derive(Debug, Default)]
pub struct Reviewed {
    /// All of it, in the order of the page.
    pub found: Vec<Found>,
    /// The keys that were dismissed.
    pub dismissed: Vec<String>,
}

/// What is found in a plan, for [`Reviewed::read`].
pub fn written(plan: &Plan, findings: Vec<Finding>) -> String {
    let found = all(plan, &findings).into_iter().map(|found| {
        let Found { id, key, rule, part, field, at, quote, before, after, becomes, message, place } = found;
        json!([id, key, rule.id, part, field, at, quote, before, after, becomes, message, place])
    });
    json_text(&json!([found.collect::<Vec<_>>(), plan.dismissed()]))
}

impl Reviewed {
    /// Reads what [`written`] wrote.
    pub fn read(text: &str) -> Reviewed {
        let value: Value = serde_json::from_str(text).unwrap_or_default();
        let found = value[0].as_array().into_iter().flatten().filter_map(|row| {
            let said = |at: usize| row[at].as_str().unwrap_or_default().to_owned();
            let number = |at: usize| row[at].as_u64().unwrap_or_default() as usize;
            Some(Found {
                id: said(0),
                key: said(1),
                rule: all_rules().find(|rule| Some(rule.id) == row[2].as_str())?,
                part: number(3),
                field: said(4),
                at: number(5),
                quote: said(6),
                before: said(7),
                after: said(8),
                becomes: row[9].as_str().map(str::to_owned),
                message: said(10),
                place: said(11),
            })
        });
        Reviewed { found: found.collect(), dismissed: Json::read(value[1].clone()).unwrap_or_default() }
    }
}

/// The ids of findings in their order: a key, and a number where several have the same.
pub fn ids(findings: &[Finding]) -> impl Iterator<Item = (String, String)> {
    let mut counted: HashMap<String, usize> = HashMap::new();
    findings.iter().map(move |finding| {
        let key = finding.key();
        let count = counted.entry(key.clone()).or_default();
        *count += 1;
        (format!("{key}.{count}"), key)
    })
}

fn all(plan: &Plan, findings: &[Finding]) -> Vec<Found> {
    let texts = texts(plan);
    let found = findings.iter().zip(ids(findings)).filter_map(|(finding, (id, key))| {
        let Place::Field { text, nth, .. } = &finding.place else { return None };
        let typed = texts.get(&(text.field, text.row.0)).and_then(|texts| texts.get(*nth));
        let (at, before, after) = typed.and_then(|typed| around(typed, finding)).unwrap_or_default();
        Some(Found {
            id,
            key,
            rule: finding.rule,
            part: Part::of(text) as usize,
            field: field_of(text, *nth),
            at,
            quote: finding.quote.clone(),
            before,
            after,
            becomes: finding.fix.as_ref().and_then(|fix| becomes(finding, fix)),
            message: finding.message.clone(),
            place: finding.place.said(),
        })
    });
    found.collect()
}

/// The texts of a plan by their fields and rows.
fn texts(plan: &Plan) -> HashMap<(&'static str, u32), Vec<String>> {
    let mut texts: HashMap<_, Vec<String>> = HashMap::new();
    each_text(plan, &mut |place, text| {
        texts.entry((place.field, place.row.0)).or_default().push(text.clone());
    });
    texts
}

/// The id of the form's field for a text.
fn field_of(text: &TextPlace, nth: usize) -> String {
    match (text.field, text.row) {
        (field, RowId(0)) => field.to_owned(),
        ("recipient", RowId(id)) if nth == 1 => format!("recipient-note-{id}"),
        (field, RowId(id)) => format!("{field}-{id}"),
    }
}

/// Where the words of a finding begin in the text of a field, and what stands around them in their line.
fn around(typed: &str, finding: &Finding) -> Option<(usize, String, String)> {
    let start = typed.as_ptr() as usize;
    let line = typed
        .split(['\n', '\r', '\u{b}', '\u{2028}', '\u{2029}'])
        .find(|line| line.get(finding.range.clone()) == Some(finding.quote.as_str()))?;
    let at = line.as_ptr() as usize - start + finding.range.start;
    let at = typed.get(..at)?.encode_utf16().count();
    let (before, after) = (line.get(..finding.range.start)?, line.get(finding.range.end..)?);
    Some((at, last_words(before), first_words(after)))
}

fn last_words(text: &str) -> String {
    match text.rmatch_indices(' ').nth(AROUND) {
        Some((cut, _)) => format!("…{}", &text[cut..]),
        None => text.to_owned(),
    }
}

fn first_words(text: &str) -> String {
    match text.match_indices(' ').nth(AROUND) {
        Some((cut, _)) => format!("{} …", &text[..cut]),
        None => text.to_owned(),
    }
}

/// The words of a finding after its fix; none where that changes others.
fn becomes(finding: &Finding, fix: &Fix) -> Option<String> {
    let from = fix.range.start.checked_sub(finding.range.start)?;
    let (before, after) = (finding.quote.get(..from)?, finding.quote.get(from + fix.range.len()..)?);
    Some(format!("{before}{}{after}", fix.replacement))
}
