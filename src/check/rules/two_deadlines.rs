//! A task that another place of the plan gives more time than its own deadline.

use std::hash::Hash;
use std::ops::Range;

use super::clauses::AGREEMENT;
use super::dates::dates;
use super::tasks::{groups, groups_read};
use super::words::Words;
use crate::check::finding::Severity::Warn;
use crate::check::manuscript::{Manuscript, Paragraph, Word};
use crate::check::mention::{Dated, date_at};
use crate::check::rule::{Notes, Report, Rule};
use crate::plan::Detail;

pub(super) const RULES: &[Rule] =
    &[Rule::whole(Warn, "deadline.conflict", AGREEMENT, "Một nhiệm vụ, hai thời hạn", later).reading(read)];

/// So many words before a deadline tell which task is meant.
const TELLING: usize = 4;

/// "… kiểm tra hồ chứa, đê, kè, cống trước ngày 31/8/2026" where that task has to be done before 31/7/2026. Of an
/// earlier day nothing is told: a part of the task may be asked for before the whole.
fn later(manuscript: &Manuscript, report: &mut Report) {
    let asked: Vec<(&Paragraph, &[Word], Dated)> = manuscript.paragraphs.iter().flat_map(asked).collect();
    if asked.is_empty() {
        return;
    }
    let groups = groups(manuscript);
    let tasks = groups.iter().filter_map(|group| {
        let told = group.says(Detail::Deadline)?;
        let mut dates = dates(told.paragraph).into_iter().filter(|date| told.at.contains(&date.at.start));
        let date = dates.next().filter(|_| dates.next().is_none())?;
        Some((group, told.paragraph, date.day()?))
    });
    let tasks: Vec<_> = tasks.collect();
    for (paragraph, words, date) in asked {
        let same = |own: &&[Word]| own.iter().zip(words).all(|(one, other)| one.small == other.small);
        let means = |head: &Paragraph| head.words.windows(TELLING).any(|run| same(&run));
        let mut meant =
            tasks.iter().filter(|(group, own, _)| own.index != paragraph.index && means(group.head()));
        let (Some((_, _, due)), None) = (meant.next(), meant.next()) else { continue };
        if date.day().is_some_and(|day| day > *due) {
            let message = format!("Nhiệm vụ này ở trên có thời hạn {due}.");
            report.tell(paragraph, date.at.clone(), message);
        }
    }
}

/// What a paragraph asks for by a day: the words before "trước ngày", and the day.
fn asked(paragraph: &Paragraph) -> Vec<(&Paragraph, &[Word], Dated)> {
    let of = |(at, range): (usize, Range<usize>)| {
        let done = |at: &usize| paragraph.words.get(*at).is_some_and(|word| word.small == "xong");
        let end = at.checked_sub(1).filter(done).unwrap_or(at);
        let words = paragraph.words.get(end.checked_sub(TELLING)?..end)?;
        let date = date_at(&paragraph.text, range.end - "ngày".len())?;
        let is_one = !paragraph.slice(words.first()?.at.start..range.start).contains(['.', ';', ':', '(']);
        // Capitals name a body, to which something is handed in by then.
        let says =
            !words.iter().any(|word| word.is_capital || word.small.is_of(&["báo", "cáo", "ngày", "năm"]));
        (is_one && says).then_some((paragraph, words, date))
    };
    let found = paragraph.phrases("trước ngày").with_word().filter(|_| paragraph.is_prose()).filter_map(of);
    found.collect()
}

fn read(paragraph: &Paragraph, manuscript: &Manuscript, notes: &mut Notes) {
    groups_read(paragraph, manuscript, notes);
    // What a task is about, and what is asked for elsewhere, may be any of its words.
    paragraph.text.hash(notes);
}
