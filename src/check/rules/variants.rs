//! Một văn bản viết một cách: a word with a hyphen and without one, a team under two names.

use std::hash::Hash;
use std::ops::Range;

use super::mixed::ONE_WAY;
use super::words::at;
use crate::check::finding::Severity::{Hint, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph, Word};
use crate::check::rule::{Notes, Report, Rule};
use crate::check::spelling::{Id, Lexicon};
use crate::order;

pub(super) const RULES: &[Rule] = &[
    Rule::whole(Warn, "word.mixed.hyphen", ONE_WAY, "Một từ viết có và không có gạch nối", hyphens)
        .reading(hyphens_read)
        .mends(),
    Rule::whole(
        Hint,
        "punctuation.term.same",
        ONE_WAY,
        "Hai từ chỗ có, chỗ không có dấu phẩy ở giữa",
        commas,
    )
    .reading(commas_read)
    .mends(),
    Rule::each(
        Warn,
        "punctuation.comma-of",
        "Dấu phẩy không tách từ “của” khỏi danh từ",
        "Dấu phẩy trước “của”",
        of,
    )
    .mends(),
    Rule::whole(Warn, "word.mixed.name", ONE_WAY, "Một đoàn, tổ gọi hai tên", teams).reading(teams_read),
];

/// Words that a hyphen joins, in small letters with a space, and their place: vắc-xin.
pub(in crate::check) type Hyphened = (String, Range<usize>);

/// Those of a paragraph.
pub(in crate::check) fn hyphened(own: &Paragraph) -> Vec<Hyphened> {
    let joined = |pair: &[Word]| {
        let [first, second] = pair else { return None };
        let is_plain = |word: &Word| word.is_syllable && word.letters > 1 && !word.is_capital;
        let joined = own.text.get(first.at.end..second.at.start) == Some("-");
        (joined && is_plain(first) && is_plain(second))
            .then(|| (format!("{} {}", first.small, second.small), first.at.start..second.at.end))
    };
    own.words.windows(2).filter_map(joined).collect()
}

/// Where a paragraph says two words with a space between them.
fn apart<'a>(own: &'a Paragraph, words: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    own.phrases(words).filter(|range| own.text.get(range.clone()).is_some_and(|typed| typed.contains(' ')))
}

/// Each hyphen where the same words are joined by a space more often.
fn hyphens(manuscript: &Manuscript, report: &mut Report) {
    let all =
        || manuscript.paragraphs.iter().flat_map(|own| own.hyphened().iter().map(move |found| (own, found)));
    for (own, (words, range)) in all() {
        let with = all().filter(|(_, (other, _))| other == words).count();
        let without: usize = manuscript.paragraphs.iter().map(|own| apart(own, words).count()).sum();
        if without > with {
            let typed = own.text.get(range.clone()).unwrap_or_default().replace('-', " ");
            let message = "Chỗ khác viết từ này không có gạch nối: thống nhất một kiểu.";
            report.mend(own, range.clone(), typed, message);
        }
    }
}

fn hyphens_read(paragraph: &Paragraph, manuscript: &Manuscript, notes: &mut Notes) {
    paragraph.hyphened().iter().for_each(|(words, _)| words.hash(notes));
    for (words, _) in manuscript.paragraphs.iter().flat_map(Paragraph::hyphened) {
        let count = apart(paragraph, words).count();
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
    let all = manuscript.paragraphs.iter().flat_map(|own| teams_of(own).map(move |team| (own, team)));
    let all: Vec<_> = all.collect();
    for (own, (head, name, range)) in &all {
        let same = all.iter().filter(|(_, (_, of, _))| of == name);
        let (mine, others): (Vec<_>, Vec<_>) = same.partition(|(_, (other, ..))| other == head);
        if mine.len() == 1 && others.len() > 2 {
            let message = format!("Chỗ khác gọi là “{} {name}”: thống nhất một tên.", others[0].1.0);
            report.tell(own, range.clone(), message);
        }
    }
}

fn teams_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    teams_of(paragraph).for_each(|(head, name, _)| (head, name).hash(notes));
}

/// Where the two words before a byte begin.
fn two_before(own: &Paragraph, end: usize) -> usize {
    let words = own.words.iter().filter(|word| word.at.end <= end);
    words.rev().take(2).last().map_or(end, |word| word.at.start)
}

/// "tâm tư, nguyện vọng, của người dân": a comma before the only "của" of its clause. "Của Đảng, của Nhà nước" is a list.
fn of(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in paragraph.phrases("của").filter(|_| paragraph.is_prose()) {
        let before = paragraph.text.get(..range.start).unwrap_or_default();
        let Some(head) = before.strip_suffix(", ") else { continue };
        let clause = head.rsplit([';', '.', ':', '(']).next().unwrap_or_default();
        let behind = paragraph.text.get(range.end..).unwrap_or_default();
        let behind = behind.split([';', '.', ':']).next().unwrap_or_default();
        if !clause.contains("của ") && !behind.contains(" của ") && clause.contains(", ") {
            let gap = head.len()..head.len() + 2;
            let start = two_before(paragraph, gap.start);
            report.mend_part(paragraph, start..range.end, gap, " ", "Không có dấu phẩy trước “của”.");
        }
    }
}

/// Two words of two syllables beside each other.
#[derive(Clone, Debug)]
pub(in crate::check) struct Double {
    /// Their syllables.
    ids: [Id; 4],
    /// Whether a comma stands between them.
    comma: bool,
    /// What stands between them.
    gap: Range<usize>,
}

/// Those of a paragraph.
pub(in crate::check) fn doubles(own: &Paragraph) -> Vec<Double> {
    let lexicon = Lexicon::get();
    let double = |run: &[Word]| {
        let [one, two, three, four] = run else { return None };
        let gap = |left: &Word, right: &Word| own.text.get(left.at.end..right.at.start);
        let comma = match gap(two, three)? {
            ", " => true,
            " " => false,
            _ => return None,
        };
        let close = gap(one, two) == Some(" ") && gap(three, four) == Some(" ") && !three.is_capital;
        let ids = [one.id?, two.id?, three.id?, four.id?];
        // "triển khai thực hiện", "tổ chức thực hiện" are said with and without.
        let close = close && (three.small != "thực" || four.small != "hiện");
        let words = close && lexicon.is_word(ids[0], ids[1]) && lexicon.is_word(ids[2], ids[3]);
        words.then_some(Double { ids, comma, gap: two.at.end..three.at.start })
    };
    own.words.windows(4).filter_map(double).collect()
}

/// "phòng cháy chữa cháy" in a text that writes "phòng cháy, chữa cháy" more than once.
fn commas(manuscript: &Manuscript, report: &mut Report) {
    let prose = || manuscript.paragraphs.iter().filter(|own| own.is_prose());
    let with = prose().flat_map(Paragraph::doubles).filter(|double| double.comma);
    let mut with: Vec<[Id; 4]> = with.map(|double| double.ids).collect();
    order::sort(&mut with);
    for own in prose() {
        for Double { ids, gap, .. } in own.doubles().iter().filter(|double| !double.comma) {
            let first = with.partition_point(|other| other < ids);
            if with.get(first + 1) == Some(ids) {
                let start = two_before(own, gap.start);
                let behind = own.words.iter().filter(|word| gap.end <= word.at.start).nth(1);
                let whole = start..behind.map_or(gap.end, |word| word.at.end);
                report.mend_part(own, whole, gap.clone(), ", ", "Chỗ khác có dấu phẩy giữa hai từ này.");
            }
        }
    }
}

fn commas_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    paragraph.doubles().iter().for_each(|double| (double.ids, double.comma).hash(notes));
}
