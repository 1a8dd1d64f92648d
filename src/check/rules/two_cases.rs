//! Một văn bản viết một cách: names that have capitals in one place and none, or others, in another.

use std::hash::Hash;
use std::ops::Range;

use super::capitals::is_brand;
use super::clauses::ONE_WAY;
use super::words::{Words, at, begins, is_shouted};
use crate::check::finding::Severity::{Hint, Warn};
use crate::check::manuscript::{Manuscript, Paragraph};
use crate::check::rule::{Notes, Report, Rule};
use crate::import::Role;
use crate::order;
use crate::vietnamese::lower_letter;

pub(super) const RULES: &[Rule] = &[
    Rule::whole(Warn, "word.mixed.case", ONE_WAY, "Một tên viết hoa hai cách", cases)
        .reading(cases_read)
        .mends(),
    Rule::whole(Warn, "word.mixed.title", ONE_WAY, "Một chức vụ, một vụ mùa viết hoa hai cách", titles)
        .reading(titles_read)
        .mends(),
    Rule::whole(Warn, "word.mixed.team", ONE_WAY, "Tên đoàn, lễ chỗ viết hoa, chỗ viết thường", teams)
        .reading(teams_read)
        .mends(),
    Rule::whole(Hint, "word.mixed.head", ONE_WAY, "Tên phong trào, quỹ chỗ viết hoa, chỗ viết thường", heads)
        .reading(heads_read)
        .mends(),
];

/// A name in one place: what it is known again by, and the word that is written in several ways.
struct Named<'a> {
    own: &'a Paragraph,
    name: String,
    word: Range<usize>,
}

impl Named<'_> {
    fn written(&self) -> &str {
        self.own.slice(self.word.clone())
    }
}

/// Tells each place of a name that is not written as in most of its places, or with the most capitals where
/// two ways are as frequent.
fn tell(mut all: Vec<Named>, message: &str, report: &mut Report) {
    order::sort_by_key(&mut all, |named| named.name.clone());
    for same in all.chunk_by(|one, other| one.name == other.name) {
        let count = |written: &str| same.iter().filter(|named| named.written() == written).count();
        let capitals = |written: &str| written.chars().filter(|c| *c != lower_letter(*c)).count();
        let ways = same.iter().map(Named::written);
        let Some(usual) = ways.max_by_key(|written| (count(written), capitals(written))) else { continue };
        for named in same.iter().filter(|named| named.written() != usual) {
            report.mend(named.own, named.word.clone(), usual, message);
        }
    }
}

/// The fewest letters of a name that is no syllable: Covid, Zalo.
const LETTERS: usize = 4;

/// Names that are no syllables of Vietnamese, inside of sentences.
fn foreign(own: &Paragraph) -> impl Iterator<Item = Named<'_>> {
    let prose = own.is_prose();
    let words = own.words.iter().enumerate().filter(move |_| prose);
    let is_name = move |at: usize| {
        let word = &own.words[at];
        let latin = word.small.bytes().all(|c| c.is_ascii_lowercase());
        latin
            && !word.is_syllable
            && !is_brand(&word.small)
            && word.letters >= LETTERS
            && !begins(own, at)
            && !is_shouted(own, word.at.start)
    };
    words.filter(move |(at, _)| is_name(*at)).map(move |(_, word)| Named {
        own,
        name: word.small.clone(),
        word: word.at.clone(),
    })
}

fn cases(manuscript: &Manuscript, report: &mut Report) {
    let all: Vec<Named> = manuscript.paragraphs.iter().flat_map(foreign).collect();
    tell(all, "Tên này ở chỗ khác viết hoa cách khác: thống nhất một cách.", report);
}

fn cases_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    foreign(paragraph).for_each(|named| named.written().hash(notes));
}

/// Whom a body or a village has at its head, and what farmers call their crops, in small letters.
const TITLES: [&str; 11] = [
    "trưởng đoàn",
    "trưởng ban",
    "trưởng phòng",
    "trưởng thôn",
    "trưởng xóm",
    "trưởng khu",
    "trưởng bản",
    "tổ trưởng",
    "đông xuân",
    "hè thu",
    "thu đông",
];

/// The second words of titles that no name follows: in "Trưởng Ban Dân vận" the capital is that of the name.
fn titled(own: &Paragraph) -> impl Iterator<Item = Named<'_>> {
    let titles = TITLES.into_iter().filter(|_| own.is_prose());
    titles.flat_map(move |title| {
        let named = move |range: Range<usize>| {
            let first = at(own, &range);
            let [head, second] = own.words.get(first..first + 2)? else { return None };
            let behind =
                own.words.get(first + 2).filter(|next| own.slice(second.at.end..next.at.start) == " ");
            let plain = head.is_capital && !second.is_loud && !behind.is_some_and(|next| next.is_capital);
            plain.then(|| Named { own, name: title.to_owned(), word: second.at.clone() })
        };
        own.phrases(title).filter_map(named)
    })
}

fn titles(manuscript: &Manuscript, report: &mut Report) {
    let all: Vec<Named> = manuscript.paragraphs.iter().flat_map(titled).collect();
    tell(all, "Tên gọi này ở chỗ khác viết hoa cách khác: thống nhất một cách.", report);
}

fn titles_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    titled(paragraph).for_each(|named| (&named.name, named.written()).hash(notes));
}

/// Teams and ceremonies of which a plan has one, in small letters.
const TEAMS: [&str; 8] = [
    "đoàn giám sát",
    "đoàn kiểm tra",
    "đoàn công tác",
    "đoàn khảo sát",
    "lễ phát động",
    "lễ ra quân",
    "lễ giao nhận quân",
    "ngày hội",
];

/// The first words of teams inside of sentences, where one is meant and not any of them.
fn one_team(own: &Paragraph) -> impl Iterator<Item = Named<'_>> {
    const SEVERAL: [&str; 10] = ["các", "những", "mỗi", "từng", "một", "hai", "ba", "lập", "trưởng", "viên"];
    let teams = TEAMS.into_iter().filter(|_| own.is_prose() && own.role != Role::Section);
    teams.flat_map(move |team| {
        let named = move |range: Range<usize>| {
            let first = at(own, &range);
            let before = own.words.get(first.checked_sub(1)?)?;
            let is_one =
                !before.small.is_of(&SEVERAL) && !before.small.starts_with(|c: char| c.is_ascii_digit());
            let word = own.words.get(first)?;
            (is_one && !word.is_loud && !begins(own, first)).then(|| Named {
                own,
                name: team.to_owned(),
                word: word.at.clone(),
            })
        };
        own.phrases(team).filter_map(named)
    })
}

fn teams(manuscript: &Manuscript, report: &mut Report) {
    let all: Vec<Named> = manuscript.paragraphs.iter().flat_map(one_team).collect();
    tell(all, "Tên này ở chỗ khác viết hoa cách khác: thống nhất một cách.", report);
}

fn teams_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    one_team(paragraph).for_each(|named| (&named.name, named.written()).hash(notes));
}

/// What is called by a name, mostly in quotes: quỹ “Vì người nghèo”.
const HEADS: [&str; 13] = [
    "quỹ",
    "tháng cao điểm",
    "cuộc vận động",
    "phong trào",
    "ngày hội",
    "chiến dịch",
    "chương trình",
    "đề án",
    "dự án",
    "mô hình",
    "cuộc thi",
    "hội thi",
    "câu lạc bộ",
];

/// How many words of a name tell it.
const TELLING: usize = 2;

/// The nouns of a paragraph before names, in quotes or not.
fn called(own: &Paragraph) -> impl Iterator<Item = Named<'_>> {
    let prose = own.is_prose() || own.role == Role::Subject;
    let named = move |head: &str, range: Range<usize>| {
        let at = at(own, &range);
        let first = at + head.split(' ').count();
        let (before, name) = (own.words.get(first - 1)?, own.words.get(first..first + TELLING)?);
        let gap = own.slice(range.end..name[0].at.start).trim();
        if !matches!(gap, "" | "“" | "\"" | "''") || begins(own, at) || is_shouted(own, before.at.start) {
            return None;
        }
        let name = name.iter().map(|word| word.small.as_str());
        let name = std::iter::once(head).chain(name).collect::<Vec<_>>().join(" ");
        Some(Named { own, name, word: own.words.get(at)?.at.clone() })
    };
    let heads = HEADS.iter().filter(move |_| prose);
    heads.flat_map(move |head| own.phrases(head).filter_map(move |range| named(head, range)))
}

fn heads(manuscript: &Manuscript, report: &mut Report) {
    let all: Vec<Named> = manuscript.paragraphs.iter().flat_map(called).collect();
    tell(all, "Chỗ khác viết hoa cách khác trước tên này: thống nhất một cách.", report);
}

fn heads_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    called(paragraph).for_each(|named| (&named.name, named.written()).hash(notes));
}
