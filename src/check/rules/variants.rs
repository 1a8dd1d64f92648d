//! Một văn bản viết một cách: a word with a hyphen and without one, a team under two names.

use std::hash::Hash;
use std::ops::Range;

use super::mixed::ONE_WAY;
use super::words::at;
use crate::check::finding::Severity::Warn;
use crate::check::manuscript::{Manuscript, Paragraph, Word};
use crate::check::rule::{Notes, Report, Rule};
use crate::check::spelling::Lexicon;

pub(super) const RULES: &[Rule] = &[
    Rule::whole(Warn, "word.mixed.hyphen", ONE_WAY, "Một từ viết có và không có gạch nối", hyphens)
        .reading(hyphens_read)
        .mends(),
    Rule::whole(Warn, "word.mixed.name", ONE_WAY, "Một đoàn, tổ gọi hai tên", teams).reading(teams_read),
];

/// Words in small letters that a hyphen joins, with their places: vắc-xin.
fn hyphened(own: &Paragraph) -> impl Iterator<Item = (String, Range<usize>)> + '_ {
    own.words.windows(2).filter_map(|pair| {
        let [first, second] = pair else { return None };
        let is_plain = |word: &Word| word.is_syllable && word.letters > 1 && !word.is_capital;
        let joined = own.text.get(first.at.end..second.at.start) == Some("-");
        (joined && is_plain(first) && is_plain(second))
            .then(|| (format!("{} {}", first.small, second.small), first.at.start..second.at.end))
    })
}

/// Where a paragraph says two words with a space between them.
fn apart<'a>(own: &'a Paragraph, words: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    own.phrases(words).filter(|range| own.text.get(range.clone()).is_some_and(|typed| typed.contains(' ')))
}

/// Each hyphen where the same words are joined by a space more often.
fn hyphens(manuscript: &Manuscript, report: &mut Report) {
    let all = || manuscript.paragraphs.iter().flat_map(|own| hyphened(own).map(move |found| (own, found)));
    for (own, (words, range)) in all() {
        let with = all().filter(|(_, (other, _))| *other == words).count();
        let without: usize = manuscript.paragraphs.iter().map(|own| apart(own, &words).count()).sum();
        if without > with {
            let typed = own.text.get(range.clone()).unwrap_or_default().replace('-', " ");
            let message = "Chỗ khác viết từ này không có gạch nối: thống nhất một kiểu.";
            report.mend(own, range, typed, message);
        }
    }
}

fn hyphens_read(paragraph: &Paragraph, manuscript: &Manuscript, notes: &mut Notes) {
    hyphened(paragraph).for_each(|(words, _)| words.hash(notes));
    for (words, _) in manuscript.paragraphs.iter().flat_map(hyphened) {
        let count = apart(paragraph, &words).count();
        if count > 0 {
            (words, count).hash(notes);
        }
    }
}

/// Heads of the names of those who are sent out together.
const TEAMS: [&str; 3] = ["đoàn", "tổ", "đội"];

/// Those that a paragraph names: head, the two words behind it, place.
fn teams_of(own: &Paragraph) -> impl Iterator<Item = (&'static str, String, Range<usize>)> + '_ {
    let of = move |head: &'static str, range: Range<usize>| {
        let first = at(own, &range);
        let [first, second, third] = own.words.get(first..first + 3)? else { return None };
        let is_word = Lexicon::get().is_word(second.id?, third.id?);
        let plain = first.is_capital && !second.is_capital && !third.is_capital;
        (plain && is_word)
            .then(|| (head, format!("{} {}", second.small, third.small), range.start..third.at.end))
    };
    TEAMS.into_iter().flat_map(move |head| own.phrases(head).filter_map(move |range| of(head, range)))
}

/// "Tổ giám sát" once where the text speaks of "Đoàn giám sát" everywhere.
fn teams(manuscript: &Manuscript, report: &mut Report) {
    let all = || manuscript.paragraphs.iter().flat_map(|own| teams_of(own).map(move |team| (own, team)));
    for (own, (head, name, range)) in all() {
        let same = all().filter(|(_, (_, of, _))| *of == name);
        let (mine, others): (Vec<_>, Vec<_>) = same.partition(|(_, (other, ..))| *other == head);
        if mine.len() == 1 && others.len() > 2 {
            report.tell(
                own,
                range,
                format!("Chỗ khác gọi là “{} {name}”: thống nhất một tên.", others[0].1.0),
            );
        }
    }
}

fn teams_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    teams_of(paragraph).for_each(|(head, name, _)| (head, name).hash(notes));
}
