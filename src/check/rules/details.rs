//! Details of tasks as a text tells them: `Đơn vị chủ trì: …; hoàn thành trước ngày …`.

use std::ops::Range;

use super::clauses::MARKS;
use super::ends::closes;
use super::words::Words;
use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph, Place};
use crate::check::rule::{Report, Rule};
use crate::plan::Detail;
use crate::vietnamese::ascii;

pub(super) const RULES: &[Rule] = &[
    Rule::each(
        Error,
        "punctuation.end.detail",
        MARKS,
        "Thiếu dấu chấm trước “Đơn vị chủ trì:”",
        before_label,
    )
    .mends(),
    Rule::whole(Warn, "punctuation.end.entry", MARKS, "Dòng “Đơn vị chủ trì: …” thiếu dấu ở cuối", open_end)
        .of_files()
        .mends(),
];

/// A detail of a task: `Đơn vị chủ trì: …`.
pub(super) struct Told<'a> {
    pub detail: Detail,
    pub paragraph: &'a Paragraph,
    /// Its value.
    pub at: Range<usize>,
}

impl Told<'_> {
    pub fn value(&self) -> &str {
        self.paragraph.slice(self.at.clone()).trim_end_matches(['.', ';', ',', ' '])
    }
}

/// The details that a paragraph tells, from the one at its head on: a line may hold several, one behind a
/// semicolon or a full stop after another.
pub(super) fn told(paragraph: &Paragraph) -> Vec<Told<'_>> {
    let whole = paragraph.whole();
    let (detail, start) = match paragraph.place_of(0) {
        Place::Field { text, .. } => {
            let detail = match text.field {
                "lead" => Detail::Lead,
                "support" => Detail::Support,
                "deadline" => Detail::Deadline,
                "deliverable" => Detail::Deliverable,
                _ => return Vec::new(),
            };
            (detail, whole.start)
        }
        _ => match labelled(paragraph.behind(paragraph.body)) {
            Some((Some(detail), value)) => (detail, paragraph.body + value),
            _ => return Vec::new(),
        },
    };
    let mut all = vec![Told { detail, paragraph, at: start..whole.end.max(start) }];
    let ends = paragraph.behind(start).match_indices([';', '.']).map(|(at, _)| start + at);
    for end in ends {
        let rest = paragraph.behind(end + 1);
        let from = end + 1 + rest.len() - rest.trim_start().len();
        let next = match labelled(paragraph.behind(from)) {
            Some((detail, value)) => Some((detail, from + value)),
            None if due(paragraph.behind(from)) => Some((Some(Detail::Deadline), from)),
            None => None,
        };
        let Some((detail, value)) = next.filter(|_| rest.starts_with(' ')) else { continue };
        if let Some(last) = all.last_mut().filter(|last| last.at.end > end) {
            last.at.end = end;
        }
        all.extend(detail.map(|detail| Told { detail, paragraph, at: value..whole.end.max(value) }));
    }
    all
}

/// So many bytes a label has at most.
const LONGEST: usize = 90;

/// What the words before the first colon of a text name, and where what is said of it begins; `None` where
/// they are no label.
fn labelled(text: &str) -> Option<(Option<Detail>, usize)> {
    let colon = text.find([':', ';', '.']).filter(|at| *at < LONGEST && text[*at..].starts_with(':'))?;
    let (label, value) = (&text[..colon], &text[colon + 1..]);
    let plain = ascii(label);
    // "Thời gian hoàn thành việc rà soát: …"
    let timed = ["thoi gian hoan thanh ", "thoi gian thuc hien "].iter().any(|head| plain.starts_with(head));
    let detail = Detail::of(label).or(timed.then_some(Detail::Deadline));
    let is_label = detail.is_some() || label.split(' ').count() < 4;
    is_label.then(|| (detail, colon + 1 + value.len() - value.trim_start().len()))
}

/// Whether a text says by when something is done: "hoàn thành trước ngày 31/5/2026".
fn due(text: &str) -> bool {
    let part = text.split([';', '.']).next().unwrap_or_default();
    let plain = ascii(part);
    ["hoan thanh ", "xong ", "truoc ngay ", "trong thang ", "trong quy ", "thoi gian "]
        .iter()
        .any(|head| plain.starts_with(head))
        && part.contains(|c: char| c.is_ascii_digit())
}

/// Lines of details without a mark at the end, where most of them have one.
fn open_end(manuscript: &Manuscript, report: &mut Report) {
    let is_line = |own: &&Paragraph| manuscript.frame.is_source && own.is_prose() && !told(own).is_empty();
    let lines = manuscript.paragraphs.iter().filter(is_line);
    let (closed, open): (Vec<&Paragraph>, Vec<&Paragraph>) = lines.partition(|own| closes(own));
    for paragraph in open.iter().filter(|_| open.len() * 2 <= closed.len()) {
        // Of long ones, which are read as sentences, another rule tells.
        let tail = paragraph.tail(3);
        let with = format!("{}.", paragraph.slice(tail.clone()));
        report.mend(paragraph, tail, with, "Các dòng khác như dòng này có dấu ở cuối.");
    }
}

/// The most words of a label.
const LABEL: usize = 4;

/// "lập sổ theo dõi từng số nhà Đơn vị chủ trì: …": a detail begins in the middle of a sentence.
fn before_label(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if !paragraph.is_prose() {
        return;
    }
    for (colon, _) in paragraph.text.match_indices(": ") {
        let end = paragraph.words.partition_point(|word| word.at.end <= colon);
        let first = (end.saturating_sub(LABEL)..end.saturating_sub(1)).find(|at| {
            let word = &paragraph.words[*at];
            word.is_capital && Detail::of(paragraph.slice(word.at.start..colon)).is_some()
        });
        let Some(label) = first.and_then(|at| paragraph.words.get(at)) else { continue };
        let Some(before) = first.and_then(|at| at.checked_sub(1)).and_then(|at| paragraph.words.get(at))
        else {
            continue;
        };
        let goes_on = paragraph.slice(before.at.end..label.at.start) == " ";
        if goes_on
            && before.at.start >= paragraph.body
            && !before.is_capital
            && !before.small.is_of(&["và", "là", "ghi", "có"])
        {
            let range = before.at.start..colon;
            report.mend_part(
                paragraph,
                range,
                before.at.end..before.at.end,
                ".",
                "Thiếu dấu chấm trước phần này.",
            );
        }
    }
}

/// Whether a paragraph begins with a label, of a detail or of something else: "d) Số lượng: …".
pub(super) fn is_labelled(paragraph: &Paragraph) -> bool {
    labelled(paragraph.behind(paragraph.body)).is_some()
}

/// Whether a detail is named from a byte on: "Đơn vị chủ trì: Công an xã".
pub(super) fn is_label(paragraph: &Paragraph, start: usize) -> bool {
    matches!(labelled(paragraph.behind(start)), Some((Some(_), _)))
}
