//! Một văn bản viết một cách: a word with a hyphen and without one, a team under two names.

use std::hash::{Hash, Hasher};
use std::ops::Range;

use super::clauses::ONE_WAY;
use super::mixed::NAMING;
use super::words::{Words, at, begins};
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
        Warn,
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
    Rule::whole(
        Hint,
        "punctuation.term.apart",
        ONE_WAY,
        "Hai từ chỗ có dấu phẩy ở giữa, các chỗ khác không có",
        no_commas,
    )
    .reading(commas_read)
    .mends(),
    Rule::whole(Warn, "word.mixed.capital", ONE_WAY, "Một tên chỗ viết hoa, chỗ viết thường", capitals)
        .reading(capitals_read)
        .mends(),
    Rule::whole(Warn, "typo.name-cut.quoted", ONE_WAY, "Tên trong ngoặc kép thiếu một chữ", quoted)
        .reading(quoted_read),
    Rule::whole(Warn, "word.mixed.name", ONE_WAY, "Một đoàn, tổ gọi hai tên", teams).reading(teams_read),
];

/// Words that a hyphen joins, in small letters with a space, and their place: vắc-xin.
pub(in crate::check) type Hyphened = (String, Range<usize>);

/// Those of a paragraph.
pub(in crate::check) fn hyphened(own: &Paragraph) -> Vec<Hyphened> {
    let joined = |[first, second]: [&Word; 2]| {
        let is_plain = |word: &Word| word.is_syllable && word.letters > 1 && !word.is_capital;
        (is_plain(first) && is_plain(second))
            .then(|| (format!("{} {}", first.small, second.small), first.at.start..second.at.end))
    };
    own.breaks().filter(|(.., gap)| *gap == "-").filter_map(|(_, pair, _)| joined(pair)).collect()
}

/// Where a paragraph says two words with a space between them.
fn apart<'a>(own: &'a Paragraph, words: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    own.phrases(words).filter(|range| own.text.get(range.clone()).is_some_and(|typed| typed.contains(' ')))
}

/// Each hyphen where the same words are joined by a space as often, or more.
fn hyphens(manuscript: &Manuscript, report: &mut Report) {
    let all =
        || manuscript.paragraphs.iter().flat_map(|own| own.hyphened().iter().map(move |found| (own, found)));
    for (own, (words, range)) in all() {
        let with = all().filter(|(_, (other, _))| other == words).count();
        let without: usize = manuscript.paragraphs.iter().map(|own| apart(own, words).count()).sum();
        if without >= with {
            let typed = own.slice(range.clone()).replace('-', " ");
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
        let before = paragraph.before(range.start);
        let Some(head) = before.strip_suffix(", ") else { continue };
        let clause = head.rsplit([';', '.', ':', '(']).next().unwrap_or_default();
        let behind = paragraph.behind(range.end);
        let behind = behind.split([';', '.', ':']).next().unwrap_or_default();
        if !clause.says("của ") && !behind.says(" của ") && clause.says(", ") {
            let gap = head.len()..head.len() + 2;
            let start = two_before(paragraph, gap.start);
            report.mend_part(paragraph, start..range.end, gap, " ", "Không có dấu phẩy trước “của”.");
        }
    }
}

/// Two words of two syllables beside each other.
#[derive(Clone, Debug)]
pub(in crate::check) struct Double {
    /// Their syllables, as one number: it is compared quickly.
    words: u64,
    /// What stands between them.
    gap: Range<usize>,
}

/// Those of a paragraph.
#[derive(Clone, Debug, Default)]
pub(in crate::check) struct Doubles {
    /// With a comma between them.
    with: Vec<Double>,
    /// Without one.
    without: Vec<Double>,
}

/// Those of a paragraph.
pub(in crate::check) fn doubles(own: &Paragraph) -> Doubles {
    let lexicon = Lexicon::get();
    let mut doubles = Doubles::default();
    for run in own.words.windows(4).filter(|_| own.is_prose()) {
        let [one, two, three, four] = run else { continue };
        let (Some(a), Some(b), Some(c), Some(d)) = (one.id, two.id, three.id, four.id) else { continue };
        // "triển khai thực hiện", "tổ chức thực hiện" are said with and without.
        if three.is_capital || three.small == "thực" && four.small == "hiện" {
            continue;
        }
        let gap = |left: &Word, right: &Word| own.text.get(left.at.end..right.at.start);
        if gap(one, two) != Some(" ") || gap(three, four) != Some(" ") {
            continue;
        }
        let found = match gap(two, three) {
            Some(", ") => &mut doubles.with,
            Some(" ") => &mut doubles.without,
            _ => continue,
        };
        if lexicon.is_word(a, b) && lexicon.is_word(c, d) {
            let words = [a, b, c, d].into_iter().fold(0, |words, id| words << 16 | u64::from(id));
            found.push(Double { words, gap: two.at.end..three.at.start });
        }
    }
    doubles
}

/// Those of a text that have a comma, in the order of their words.
fn all_with(manuscript: &Manuscript) -> Vec<u64> {
    let all = manuscript.paragraphs.iter().flat_map(|own| &own.doubles().with);
    let mut all: Vec<u64> = all.map(|double| double.words).collect();
    order::sort(&mut all);
    all
}

/// How often such words are among those.
fn count(all: &[u64], words: u64) -> usize {
    let first = all.partition_point(|other| *other < words);
    all.iter().skip(first).take_while(|other| **other == words).count()
}

/// "phòng cháy chữa cháy" in a text that writes "phòng cháy, chữa cháy" more than once.
fn commas(manuscript: &Manuscript, report: &mut Report) {
    let with = all_with(manuscript);
    for own in &manuscript.paragraphs {
        for Double { words, gap } in &own.doubles().without {
            if count(&with, *words) > 1 {
                let start = two_before(own, gap.start);
                let behind = own.words.iter().filter(|word| gap.end <= word.at.start).nth(1);
                let whole = start..behind.map_or(gap.end, |word| word.at.end);
                report.mend_part(own, whole, gap.clone(), ", ", "Chỗ khác có dấu phẩy giữa hai từ này.");
            }
        }
    }
}

/// "tiêu chí, thành phần" once in a text that writes "tiêu chí thành phần" more than once.
fn no_commas(manuscript: &Manuscript, report: &mut Report) {
    let with = all_with(manuscript);
    let without = manuscript.paragraphs.iter().flat_map(|own| &own.doubles().without);
    let mut without: Vec<u64> =
        without.map(|double| double.words).filter(|words| count(&with, *words) == 1).collect();
    order::sort(&mut without);
    for own in &manuscript.paragraphs {
        for Double { words, gap } in &own.doubles().with {
            if count(&with, *words) == 1 && count(&without, *words) > 1 && !is_listed(*words) {
                let start = two_before(own, gap.start);
                let behind = own.words.iter().filter(|word| gap.end <= word.at.start).nth(1);
                let whole = start..behind.map_or(gap.end, |word| word.at.end);
                report.mend_part(own, whole, gap.clone(), " ", "Chỗ khác không có dấu phẩy giữa hai từ này.");
            }
        }
    }
}

/// Whether such words are usually listed with a comma.
fn is_listed(words: u64) -> bool {
    let ids = [48, 32, 16, 0].map(|from| (words >> from) as Id);
    let words = ids.map(|id| Lexicon::get().syllable(id).map_or("", |own| own.written));
    super::terms::is_listed(&words[..2].join(" "), &words[2..].join(" "))
}

/// How many words tell that the same is named.
const NAME: usize = 4;

/// A name that begins with a capital inside a sentence: its words in small letters.
pub(in crate::check) type CapitalRun = String;

/// Those of a paragraph.
pub(in crate::check) fn capital_runs(own: &Paragraph) -> Vec<CapitalRun> {
    let run = |(at, words): (usize, &[Word])| {
        let [first, second, ..] = words else { return None };
        if !first.is_capital || second.is_capital {
            return None;
        }
        let plain = words.iter().all(|word| word.is_syllable && !word.is_loud && word.letters > 1);
        let naming = || NAMING.says(&format!(" {} {} ", first.small, second.small));
        let inside = at > 0
            && !own.words[at - 1].is_capital
            && own.words[at - 1].is_syllable
            // Of a longer name it may be the end: Ngày hội Đại đoàn kết.
            && at.checked_sub(2).is_none_or(|at| !own.words[at].is_capital || begins(own, at))
            && own.text.get(own.words[at - 1].at.end..first.at.start) == Some(" ");
        let phrase = || words.iter().map(|word| word.small.as_str()).collect::<Vec<_>>().join(" ");
        let whole = plain && inside && !begins(own, at) && !naming();
        whole.then(phrase).filter(|phrase| own.phrase_at(at, phrase).is_some())
    };
    let prose = own.is_prose() && own.text.contains(' ');
    own.words.windows(NAME).enumerate().filter(|_| prose).filter_map(run).collect()
}

/// Where a paragraph says a name with a small letter, behind a word that does not speak of several.
fn small_runs<'a>(own: &'a Paragraph, phrase: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    own.phrases(phrase).filter(move |range| {
        let first = at(own, range);
        let several = ["các", "những", "mỗi", "từng", "một", "theo"];
        let before = first.checked_sub(1).map_or("", |at| own.words[at].small.as_str());
        own.is_prose()
            && own.slice(range.clone()).starts_with(char::is_lowercase)
            && !several.contains(&before)
    })
}

/// "chỉ số đánh giá cải cách" once in a text that writes "Chỉ số đánh giá cải cách" everywhere else.
fn capitals(manuscript: &Manuscript, report: &mut Report) {
    let mut runs: Vec<&CapitalRun> = manuscript.paragraphs.iter().flat_map(Paragraph::capital_runs).collect();
    order::sort(&mut runs);
    for same in runs.chunk_by(|one, other| one == other).filter(|same| same.len() > 1) {
        let small =
            || manuscript.paragraphs.iter().flat_map(|own| small_runs(own, same[0]).map(move |at| (own, at)));
        if small().count() * 2 > same.len() {
            continue;
        }
        for (own, range) in small() {
            let word = range.start..range.start + own.slice(range.clone()).find(' ').unwrap_or(range.len());
            let with = crate::vietnamese::sentence_case(own.slice(word.clone()));
            report.mend_part(
                own,
                range,
                word,
                with,
                "Chỗ khác viết hoa chữ đầu của tên này: thống nhất một cách.",
            );
        }
    }
}

fn capitals_read(paragraph: &Paragraph, manuscript: &Manuscript, notes: &mut Notes) {
    paragraph.capital_runs().hash(notes);
    for phrase in manuscript.paragraphs.iter().flat_map(Paragraph::capital_runs) {
        let count = small_runs(paragraph, phrase).count();
        if count > 0 {
            (phrase, count).hash(notes);
        }
    }
}

/// The fewest words of a name in quotes that is known again without one of them.
const QUOTED: usize = 3;

/// What a paragraph has in quotes: the words, and where.
fn quotes(own: &Paragraph) -> impl Iterator<Item = (Vec<&str>, Range<usize>)> + '_ {
    own.text.match_indices('“').filter_map(move |(open, mark)| {
        let start = open + mark.len();
        let end = start + own.behind(start).find('”')?;
        let words = own.words.iter().filter(|word| start <= word.at.start && word.at.end <= end);
        let words: Vec<&str> = words.map(|word| word.small.as_str()).collect();
        (words.len() >= QUOTED && words.len() < 30).then_some((words, start..end))
    })
}

/// Whether some words are others without one of them.
fn lacks_one(less: &[&str], more: &[&str]) -> bool {
    let head = less.iter().zip(more).take_while(|(one, other)| one == other).count();
    less.len() + 1 == more.len() && less.get(head..) == more.get(head + 1..)
}

/// “Mùa xanh 2020” in a text that calls it “Mùa hè xanh 2020” more often.
fn quoted(manuscript: &Manuscript, report: &mut Report) {
    let all: Vec<_> =
        manuscript.paragraphs.iter().flat_map(|own| quotes(own).map(move |found| (own, found))).collect();
    let count = |words: &Vec<&str>| all.iter().filter(|(_, (other, _))| other == words).count();
    for (own, (words, range)) in &all {
        let whole = all.iter().find(|(_, (other, _))| lacks_one(words, other) && count(other) > count(words));
        if let Some((other, (_, full))) = whole {
            let message = format!("Chỗ khác ghi tên đầy đủ: {}.", other.slice(full.clone()));
            report.tell(own, range.clone(), message);
        }
    }
}

fn quoted_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    quotes(paragraph).for_each(|(words, range)| (words, paragraph.slice(range)).hash(notes));
}

fn commas_read(paragraph: &Paragraph, manuscript: &Manuscript, notes: &mut Notes) {
    let Doubles { with, without } = paragraph.doubles();
    with.iter().for_each(|double| double.words.hash(notes));
    notes.write_u8(0);
    // Most words have a comma nowhere, as their last syllables tell.
    let bit = |double: &Double| 1_u64 << (double.words % 64);
    let bits = without.iter().map(bit).fold(0, |bits, bit| bits | bit);
    let all = manuscript.paragraphs.iter().flat_map(|own| &own.doubles().with);
    let mut apart: Vec<u64> = without.iter().map(|double| double.words).collect();
    order::sort(&mut apart);
    for other in all.filter(|other| bits & bit(other) != 0) {
        let count = order::run_of(&apart, |own| own.cmp(&other.words)).len();
        if count > 0 {
            (other.words, count).hash(notes);
        }
    }
}
