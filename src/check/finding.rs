//! What a rule found: where, in which words, and what would mend it.

use std::ops::{Deref, Range};
use std::rc::Rc;

use super::Rule;
use super::manuscript::{Paragraph, Place};
use crate::vietnamese::lower;

/// How sure it is, and how much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Against a clause, or a plain slip: certain.
    Error,
    /// Inconsistent, or what a reviewer normally changes.
    Warn,
    /// Cosmetic, or a matter of taste.
    Hint,
}

impl Severity {
    /// All of them, the gravest first.
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warn, Severity::Hint];

    /// How many there are of each, in words: `2 lỗi, 3 lưu ý`.
    pub fn counted(all: impl Iterator<Item = Severity>) -> String {
        let mut counts = Severity::ALL.map(|severity| (0, severity));
        all.for_each(|severity| counts[severity as usize].0 += 1);
        let some = counts.into_iter().filter(|(count, _)| *count > 0);
        some.map(|(count, severity)| format!("{count} {}", severity.said())).collect::<Vec<_>>().join(", ")
    }

    /// As one calls it.
    pub fn said(self) -> &'static str {
        match self {
            Severity::Error => "lỗi",
            Severity::Warn => "lưu ý",
            Severity::Hint => "gợi ý",
        }
    }

    /// As the converter prints it.
    pub fn key(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warn => "warn",
            Severity::Hint => "hint",
        }
    }
}

/// Something that a careful văn thư would send back: what a rule found, and where. What was found is
/// shared, so that a finding is handed on at no cost.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Where it stands: the paragraph among those of the manuscript.
    pub paragraph: usize,
    /// The same as one tells it to the user.
    pub place: Place,
    /// How much of the text of its field stands before the paragraph, in units of UTF-16.
    pub offset: usize,
    found: Rc<Found>,
}

/// What a rule found in a paragraph, wherever that stands.
#[derive(Debug, PartialEq)]
pub struct Found {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// The bytes of the paragraph that it is about.
    pub range: Range<usize>,
    /// The words in that range.
    pub quote: String,
    /// The words before it and behind it, by which it is known again.
    around: [String; 2],
    /// A sentence for the user.
    pub message: String,
    /// What mends it, where that is safe.
    pub fix: Option<Fix>,
}

impl Deref for Finding {
    type Target = Found;

    fn deref(&self) -> &Found {
        &self.found
    }
}

/// A change of some bytes of the paragraph in which something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What is replaced: inside the range of the finding.
    pub range: Range<usize>,
    /// What then stands there.
    pub replacement: String,
}

/// How many words on each side tell a finding from others of the same words.
const AROUND: usize = 4;

impl Found {
    /// What was found in some bytes of a text.
    pub(super) fn new(rule: &'static Rule, text: &str, range: Range<usize>, message: String) -> Found {
        let cut = |range: Range<usize>| text.get(range).unwrap_or_default();
        let mut before: Vec<&str> = cut(0..range.start).split_whitespace().rev().take(AROUND).collect();
        before.reverse();
        let after: Vec<&str> = cut(range.end..text.len()).split_whitespace().take(AROUND).collect();
        let around = [before, after].map(|words| lower(&words.join(" ")));
        Found { rule, quote: cut(range.clone()).to_owned(), around, range, message, fix: None }
    }
}

impl Finding {
    /// What was found, in a paragraph.
    pub(super) fn new(found: Rc<Found>, paragraph: &Paragraph) -> Finding {
        let place = paragraph.place_of(found.range.start);
        Finding { paragraph: paragraph.index, place, offset: paragraph.offset.units, found }
    }

    /// Whether it is the same finding of a paragraph in which nothing has changed, at the same place.
    pub(super) fn stays(&self, now: &Finding) -> bool {
        Rc::ptr_eq(&self.found, &now.found) && self.place == now.place && self.offset == now.offset
    }

    /// By what the finding is known again after edits elsewhere: rule, quoted words and the words around
    /// them, not the place. What a draft keeps of the findings that were dismissed.
    pub fn key(&self) -> String {
        self.key_of(self.key_number())
    }

    /// The same with the number that it has.
    pub(super) fn key_of(&self, number: u64) -> String {
        format!("{}:{number:016x}", self.rule.id)
    }

    /// The number in its key, by which alone keys are told apart too.
    pub(super) fn key_number(&self) -> u64 {
        let [before, after] = &self.around;
        let text = [self.rule.id, before, &self.quote, after].join("\u{1f}");
        text.bytes()
            .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    }

    /// By what all findings of one rule are dismissed, for good or for this plan.
    pub fn rule_key(&self) -> String {
        self.rule.id.to_owned()
    }
}

/// The findings that are not dismissed: neither they nor their rule stand among the keys.
pub fn without_dismissed(findings: Vec<Finding>, dismissed: &[String]) -> Vec<Finding> {
    findings
        .into_iter()
        .filter(|finding| !is_dismissed(&finding.key(), &finding.rule_key(), dismissed))
        .collect()
}

/// Whether a finding is dismissed: by its own key, or by that of its rule.
pub fn is_dismissed(key: &str, rule_key: &str, dismissed: &[String]) -> bool {
    dismissed.iter().any(|dismissed| dismissed == key || dismissed == rule_key)
}
