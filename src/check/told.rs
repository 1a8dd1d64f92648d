//! What a finding is on the screen: made of the review beside the pages, written for the page, read there.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;
use std::sync::Arc;

use serde_json::{Value, json};

use super::{Finding, Fix, Paragraph, Part, Place, Rule, all_rules};
use crate::plan::{Json, RowId, TextPlace, json_text};

/// So many words are shown on each side of those that are found.
const AROUND: usize = 6;

/// A finding on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
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
#[derive(Clone, Debug, Default)]
pub struct Reviewed {
    /// All of it, in the order of the page.
    pub found: Vec<Arc<Told>>,
    /// The keys that were dismissed.
    pub dismissed: Vec<String>,
}

/// Writes what is found in a plan that changes, for [`Reviewed::read`]. Of what is told as before only its place
/// among what was told before is written: a long plan has much of it, and a letter changes little.
#[derive(Debug, Default)]
pub struct Writer {
    before: Vec<Row>,
}

/// A finding that was written.
#[derive(Debug)]
struct Row {
    finding: Finding,
    /// The number of its key.
    key: u64,
    /// Which of that key it is.
    count: usize,
}

impl Writer {
    /// What is found in these paragraphs, and what of it is dismissed.
    pub fn write(&mut self, found: &[Finding], paragraphs: &[Paragraph], dismissed: &[String]) -> String {
        let all = self.before.len();
        let mut counted =
            Counted(HashMap::with_capacity_and_hasher(found.len(), BuildHasherDefault::default()));
        // What stands before all that has changed stays where it is.
        let same = self.before.iter().zip(found).take_while(|(row, finding)| row.finding.stays(finding));
        let ahead = same.map(|(row, _)| counted.next(row.key)).count();
        let mut before = self.before.split_off(ahead).into_iter();
        let mut written = Vec::new();
        // Which of those before stay, one behind the other, and are not written yet.
        let mut kept = 0..ahead;
        for finding in found.iter().skip(ahead) {
            let Place::Field { text, nth, .. } = finding.place else { continue };
            let passed = before.as_slice().iter().position(|row| row.finding.stays(finding));
            let same = passed.and_then(|passed| before.nth(passed));
            let key = same.as_ref().map_or_else(|| finding.key_number(), |row| row.key);
            let count = counted.next(key);
            let row = match same.filter(|row| row.count == count) {
                Some(row) => {
                    let at = all - before.len() - 1;
                    if at == kept.end {
                        kept.end += 1;
                    } else {
                        written.extend(keep(&mut kept, at..at + 1));
                    }
                    row
                }
                None => {
                    let end = kept.end;
                    written.extend(keep(&mut kept, end..end));
                    let line = paragraphs.get(finding.paragraph).map_or("", Paragraph::typed);
                    let field = field_of(&text, nth);
                    written.push(told(finding, &finding.key_of(key), line, Part::of(&text), &field, count));
                    Row { finding: finding.clone(), key, count }
                }
            };
            self.before.push(row);
        }
        written.extend(keep(&mut kept, 0..0));
        format!("[[{}],{}]", written.join(","), json_text(&json!(dismissed)))
    }
}

/// Writes which of those before stay, the first and how many, and begins with others.
fn keep(kept: &mut Range<usize>, others: Range<usize>) -> Option<String> {
    let done = std::mem::replace(kept, others);
    (!done.is_empty()).then(|| format!("[{},{}]", done.start, done.len()))
}

/// A finding as it is written, which stands in a line of a field.
fn told(finding: &Finding, key: &str, line: &str, part: Part, field: &str, count: usize) -> String {
    let (at, before, after) = around(line, finding).unwrap_or_default();
    let at = finding.offset + at;
    let becomes = finding.fix.as_ref().and_then(|fix| becomes(finding, fix));
    let (rule, part, place) = (finding.rule.id, part as usize, finding.place.said());
    let (id, quote, message) = (id(key, count), &finding.quote, &finding.message);
    json_text(&json!([id, key, rule, part, field, at, quote, before, after, becomes, message, place]))
}

/// Numbers findings of the same key in their order.
#[derive(Debug, Default)]
pub struct Counted(HashMap<u64, usize, BuildHasherDefault<Own>>);

/// A key is told from others as it is.
#[derive(Debug, Default)]
struct Own(u64);

impl Hasher for Own {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0 = (self.0 << 8) | u64::from(*byte));
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

impl Counted {
    /// By what the next finding is told from all others.
    pub fn id(&mut self, finding: &Finding) -> String {
        id(&finding.key(), self.next(finding.key_number()))
    }

    /// Which of its key the next finding is, counted from 1.
    pub(super) fn next(&mut self, key: u64) -> usize {
        let count = self.0.entry(key).or_default();
        *count += 1;
        *count
    }
}

fn id(key: &str, count: usize) -> String {
    format!("{key}.{count}")
}

impl Reviewed {
    /// Reads what [`Writer::write`] wrote after it had written what was read as `before`.
    pub fn read(text: &str, before: &[Arc<Told>]) -> Reviewed {
        let value: Value = serde_json::from_str(text).unwrap_or_default();
        let mut found = Vec::new();
        for piece in value[0].as_array().into_iter().flatten() {
            let number = |at: usize| piece[at].as_u64().map(|number| number as usize);
            match (number(0), number(1)) {
                (Some(from), Some(count)) => found.extend(before.iter().skip(from).take(count).cloned()),
                _ => found.extend(Told::read(piece).map(Arc::new)),
            }
        }
        Reviewed { found, dismissed: Json::read(value[1].clone()).unwrap_or_default() }
    }
}

impl Told {
    fn read(row: &Value) -> Option<Told> {
        let said = |at: usize| row[at].as_str().unwrap_or_default().to_owned();
        let number = |at: usize| row[at].as_u64().unwrap_or_default() as usize;
        Some(Told {
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

/// How much of their line stands before the words of a finding, as the browser counts, and what stands
/// around them.
fn around(line: &str, finding: &Finding) -> Option<(usize, String, String)> {
    line.get(finding.range.clone()).filter(|words| *words == finding.quote)?;
    let (before, after) = (line.get(..finding.range.start)?, line.get(finding.range.end..)?);
    Some((before.encode_utf16().count(), last_words(before), first_words(after)))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Reviewer;
    use crate::plan::Plan;

    #[test]
    fn a_finding_stands_where_the_browser_counts_it_in_a_field_of_several_lines() {
        let mut plan = Plan {
            opening: "Kính gửi 🏠\n\nThực hiện công tác tác dân vận".into(),
            ..Plan::default()
        };
        let (mut reviewer, mut writer) = (Reviewer::default(), Writer::default());
        let mut told = Vec::new();
        for line in ["", "các xã, phường\n", "tỉnh nhà\n"] {
            plan.opening.insert_str(0, line);
            let found = reviewer.review(&plan).to_vec();
            told = Reviewed::read(&writer.write(&found, reviewer.paragraphs(), &[]), &told).found;
            let twice = told.iter().find(|told| told.quote.contains("tác tác")).expect("a doubled word");
            let units: Vec<u16> = plan.opening.encode_utf16().skip(twice.at).collect();
            assert!(String::from_utf16_lossy(&units).starts_with(&twice.quote), "{twice:?}");
        }
    }
}
