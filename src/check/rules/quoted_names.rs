//! Names in quotes: that of the trích yếu, and others that stand in its place.

use std::hash::Hash;
use std::ops::Range;

use super::clauses::ITSELF;
use super::titles::subject;
use super::words::small;
use crate::check::finding::Severity::Warn;
use crate::check::manuscript::{Manuscript, Paragraph};
use crate::check::rule::{Notes, Report, Rule};
use crate::import::Role;
use crate::vietnamese::lower;

pub(super) const RULES: &[Rule] =
    &[Rule::whole(Warn, "title.mismatch.name", ITSELF, "Tên trong ngoặc kép khác trích yếu", name)
        .reading(read)];

/// So many bytes a name has at most.
const LONGEST: usize = 80;

/// A name in quotes, and what it names: Hội thi “Hòa giải viên giỏi”.
struct Quoted<'a> {
    /// The two words before it.
    what: [&'a str; 2],
    words: Vec<String>,
    at: Range<usize>,
}

fn quoted(paragraph: &Paragraph) -> Vec<Quoted<'_>> {
    let text = paragraph.text.as_str();
    let mut found: Vec<Quoted> = Vec::new();
    for (open, mark) in text.match_indices(['“', '"']) {
        if found.last().is_some_and(|last| open < last.at.end) {
            continue;
        }
        let from = open + mark.len();
        let Some(close) = text[from..].find(['”', '"']).filter(|length| *length <= LONGEST) else {
            continue;
        };
        let words: Vec<String> = text[from..from + close].split_whitespace().map(lower).collect();
        let next = paragraph.words.partition_point(|word| word.at.start < open);
        let what = [next.checked_sub(2), next.checked_sub(1)].map(|at| small(paragraph, at));
        let end = from + close + text[from + close..].chars().next().map_or(0, char::len_utf8);
        if words.len() > 1 && !what.contains(&"") {
            found.push(Quoted { what, words, at: open..end });
        }
    }
    found
}

/// "mô hình “Ngôi nhà sạch”", where the subject is of the mô hình “Ngôi nhà xanh”.
fn name(manuscript: &Manuscript, report: &mut Report) {
    let Some(subject) = subject(manuscript) else { return };
    let own = quoted(subject);
    let [own] = own.as_slice() else { return };
    for paragraph in manuscript.paragraphs.iter().filter(|other| other.index != subject.index) {
        let leads = matches!(paragraph.role, Role::Opening | Role::Closing);
        for other in quoted(paragraph).into_iter().filter(|other| other.what == own.what) {
            let differ = own.words.iter().zip(&other.words).filter(|(own, other)| own != other).count();
            let like = own.words.len() == other.words.len() && differ == 1;
            // One that only goes on is the same.
            if differ > 0 && (leads || like) {
                let message = format!("Trích yếu ghi {}.", subject.slice(own.at.clone()));
                report.tell(paragraph, other.at, message);
            }
        }
    }
}

fn read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    for Quoted { what, words, .. } in quoted(paragraph) {
        (what, words, paragraph.role as u8).hash(notes);
    }
    (paragraph.role == Role::Subject).hash(notes);
}
