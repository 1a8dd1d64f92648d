//! What a finding is on the screen: made of the review beside the pages, written for the page, read there.

use std::collections::{HashMap, HashSet};

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

/// Writes what is found in a plan that changes, for [`Reviewed::read`]: what is told as before is not written
/// anew, for a long plan has much of it, and a letter changes little.
#[derive(Debug, Default)]
pub struct Writer {
    texts: Texts,
    rows: HashMap<Spot, Row>,
}

/// By what a finding is looked for among those before: its paragraph, where it begins there, its rule.
type Spot = (usize, usize, &'static str);

/// A finding as it is written, but for its id.
#[derive(Debug)]
struct Row {
    finding: Finding,
    key: String,
    json: String,
}

impl Writer {
    /// What is found in a plan.
    pub fn write(&mut self, plan: &Plan, findings: Vec<Finding>) -> String {
        let changed = self.texts.follow(plan);
        let mut before = std::mem::take(&mut self.rows);
        let mut counted = Counted::default();
        let mut rows = String::new();
        for finding in findings {
            let spot = (finding.paragraph, finding.range.start, finding.rule.id);
            let same = |row: &Row| row.finding == finding && !changed.contains(&field(&finding.place));
            let Some(row) = before.remove(&spot).filter(same).or_else(|| Row::of(&self.texts, finding))
            else {
                continue;
            };
            let comma = if rows.is_empty() { "" } else { "," };
            // Neither rules nor numbers need to be escaped.
            rows += &format!("{comma}[\"{}\",{}", counted.id(&row.key), row.json);
            self.rows.insert(spot, row);
        }
        format!("[[{rows}],{}]", json_text(&json!(plan.dismissed())))
    }
}

impl Row {
    fn of(texts: &Texts, finding: Finding) -> Option<Row> {
        let Place::Field { text, nth, .. } = &finding.place else { return None };
        let typed = texts.all.get(&field(&finding.place)).and_then(|texts| texts.get(*nth));
        let (at, before, after) = typed.and_then(|typed| around(typed, &finding)).unwrap_or_default();
        let key = finding.key();
        let becomes = finding.fix.as_ref().and_then(|fix| becomes(&finding, fix));
        let (rule, part, id) = (finding.rule.id, Part::of(text) as usize, field_of(text, *nth));
        let (quote, message, place) = (&finding.quote, &finding.message, finding.place.said());
        let json =
            json_text(&json!([key, rule, part, id, at, quote, before, after, becomes, message, place]));
        // Behind the id, which goes first.
        let json = json.strip_prefix('[').unwrap_or_default().to_owned();
        Some(Row { finding, key, json })
    }
}

/// The texts of a plan by their fields and rows.
#[derive(Debug, Default)]
struct Texts {
    all: HashMap<Field, Vec<String>>,
}

/// A field and its row.
type Field = (&'static str, u32);

impl Texts {
    /// Takes the texts as they now are; gives back the fields whose texts are others.
    fn follow(&mut self, plan: &Plan) -> HashSet<Field> {
        let mut changed = HashSet::new();
        let mut counted: HashMap<Field, usize> = HashMap::new();
        each_text(plan, &mut |place, text| {
            let field = (place.field, place.row.0);
            let count = counted.entry(field).or_default();
            let texts = self.all.entry(field).or_default();
            match texts.get_mut(*count) {
                Some(before) if before == text => {}
                Some(before) => {
                    before.clone_from(text);
                    changed.insert(field);
                }
                None => {
                    texts.push(text.clone());
                    changed.insert(field);
                }
            }
            *count += 1;
        });
        changed
    }
}

fn field(place: &Place) -> Field {
    match place {
        Place::Field { text, .. } => (text.field, text.row.0),
        _ => ("", 0),
    }
}

/// Numbers findings of the same key in their order.
#[derive(Debug, Default)]
pub struct Counted(HashMap<String, usize>);

impl Counted {
    /// By what the next finding of a key is told from all others.
    pub fn id(&mut self, key: &str) -> String {
        let count = match self.0.get_mut(key) {
            Some(count) => count,
            None => self.0.entry(key.to_owned()).or_default(),
        };
        *count += 1;
        format!("{key}.{count}")
    }
}

impl Reviewed {
    /// Reads what [`Writer::write`] wrote.
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
