//! Dấu câu: marks that are doubled, not closed, missing at the end.

use std::hash::Hash;
use std::ops::Range;

use super::clauses::{MARKS, ONE_WAY};
use super::spacing::is_year;
use super::words::with_words;
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph};
use crate::check::rule::{Notes, Report, Rule};
use crate::check::spelling::Lexicon;
use crate::import::Role;
use crate::vietnamese::{lower_letter, upper};

const SENTENCE: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II, mục I: câu hoàn chỉnh kết thúc bằng dấu câu";

pub(super) const RULES: &[Rule] = &[
    Rule::each(Warn, "punctuation.comma-inside", MARKS, "Dấu phẩy ở giữa một từ", comma_inside)
        .near(&[','])
        .mends(),
    Rule::each(Error, "punctuation.double", MARKS, "Hai dấu câu liền nhau", double).mends(),
    Rule::each(Warn, "punctuation.ellipsis", MARKS, "Dấu ba chấm", ellipsis).mends(),
    Rule::each(
        Hint,
        "punctuation.exclamation",
        "Văn bản hành chính không dùng dấu chấm than",
        "Dấu chấm than",
        exclamation,
    ),
    Rule::whole(Warn, "punctuation.bullet", ONE_WAY, "Gạch đầu dòng hai kiểu", bullets)
        .reading(bullets_read)
        .mends(),
    Rule::each(Warn, "punctuation.so-on", MARKS, "“vv” viết sai", and_so_on).mends(),
    Rule::whole(Error, "punctuation.end.comma", SENTENCE, "Đoạn văn kết thúc bằng dấu phẩy", end_comma)
        .reading(end_comma_read),
    Rule::each(Error, "punctuation.list", MARKS, "Thiếu dấu phẩy giữa hai cơ quan", unparted).mends(),
    Rule::whole(Warn, "punctuation.years", ONE_WAY, "Hai cách viết gạch nối giữa hai năm", years)
        .reading(years_read)
        .mends(),
];

fn double(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let is_mark = |c: char| matches!(c, ',' | ';' | ':' | '.');
    // Nearly everywhere one mark stands alone.
    let bytes = paragraph.text.as_bytes();
    let both = |one: u8, other: u8| is_mark(char::from(one)) && is_mark(char::from(other));
    let close = bytes.windows(2).any(|pair| matches!(*pair, [one, other] if both(one, other)));
    if !close && !bytes.windows(3).any(|run| matches!(*run, [one, b' ', other] if both(one, other))) {
        return;
    }
    let mut from = 0;
    while let Some(at) = paragraph.behind(from).find(is_mark).map(|at| from + at) {
        let marks =
            |at: usize| paragraph.behind(at).len() - paragraph.behind(at).trim_start_matches(is_mark).len();
        let mut len = marks(at);
        // "thành tích, .": the same with a space between.
        if matches!(paragraph.slice(at..at + len), "," | ";")
            && paragraph.slice(at + len..at + len + 1) == " "
            && marks(at + len + 1) == 1
        {
            len += 2;
        }
        let run = paragraph.slice(at..at + len);
        from = at + len;
        if len < 2 {
            continue;
        }
        // "v.v.,", "Tr.;" and three dots are none; "./." ends the text.
        let short = paragraph.before(at).ends_with("v.v") || paragraph.before(at).ends_with("v,v");
        let dots = run.chars().all(|c| c == '.') || run.starts_with("...") || run.ends_with("...");
        let slash = paragraph.before(at).ends_with('/') || paragraph.behind(from).starts_with('/');
        if dots || short || slash || paragraph.is_in_brackets(&(at..from)) {
            continue;
        }
        let kept = run.chars().last().unwrap_or('.').to_string();
        report.mend(paragraph, at..from, kept, "Hai dấu câu liền nhau: chỉ giữ một.");
    }
}

fn ellipsis(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let mut from = 0;
    while let Some(at) = paragraph.behind(from).find('.').map(|at| from + at) {
        let len = paragraph.behind(at).len() - paragraph.behind(at).trim_start_matches('.').len();
        from = at + len;
        let word = paragraph.before(at).chars().next_back().is_some_and(char::is_alphanumeric);
        // Longer runs are blanks to be filled in; "v.v.." is told as well.
        let slash = paragraph.behind(from).starts_with('/') || paragraph.before(at).ends_with('/');
        if len == 2 && word && !slash && !paragraph.is_in_brackets(&(at..from)) {
            let ends = paragraph.behind(from).trim().is_empty();
            let with = if ends && !paragraph.before(at).ends_with("v.v") { "." } else { "..." };
            report.mend(paragraph, at..from, with, "Dấu chấm lửng có ba chấm; cuối câu chỉ có một dấu chấm.");
        }
    }
}

fn exclamation(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if let Some(at) = paragraph.text.find('!').filter(|_| paragraph.is_prose()) {
        let quoted = paragraph.before(at).matches('“').count() > paragraph.before(at).matches('”').count();
        if !quoted && paragraph.before(at).matches('"').count().is_multiple_of(2) {
            report.tell(paragraph, at..at + 1, "Văn bản hành chính không dùng dấu chấm than.");
        }
    }
}

/// So many words make a sentence, and no heading.
const SENTENCE_WORDS: usize = 12;

/// Whether a paragraph is one of sentences, which end with a mark: no heading, no field of a task.
fn is_sentence(paragraph: &Paragraph) -> bool {
    matches!(paragraph.role, Role::Text | Role::Dash | Role::Point | Role::Clause | Role::Subclause)
        && paragraph.words.len() >= SENTENCE_WORDS
        && upper(&paragraph.text) != paragraph.text
        && !paragraph.is_in_brackets(&(paragraph.whole().end.saturating_sub(1)..paragraph.whole().end))
}

/// Whether the paragraph behind goes on in the middle of a sentence.
fn goes_on(next: Option<&Paragraph>) -> bool {
    next.is_some_and(|next| {
        let first = next.said().chars().next();
        next.role == Role::Text
            && next.mark().is_empty()
            && first.is_some_and(|c| c.is_alphabetic() && c == lower_letter(c))
    })
}

fn end_comma(manuscript: &Manuscript, report: &mut Report) {
    for (at, paragraph) in manuscript.paragraphs.iter().enumerate() {
        let ends = paragraph.text.trim_end().ends_with(',');
        let next = manuscript.paragraphs.get(at + 1);
        if ends && is_sentence(paragraph) && !goes_on(next) {
            report.tell(paragraph, paragraph.tail(3), "Đoạn văn kết thúc bằng dấu phẩy.");
        }
    }
}

fn end_comma_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    if paragraph.text.trim_end().ends_with(',') {
        paragraph.text.hash(notes);
    }
    goes_on(Some(paragraph)).hash(notes);
}

/// Two years joined in one way in some places and in another way in others: the rarer way.
fn years(manuscript: &Manuscript, report: &mut Report) {
    let mut found: Vec<(&Paragraph, Range<usize>, &str)> = Vec::new();
    for paragraph in &manuscript.paragraphs {
        for (_, [from, to], between) in paragraph.breaks() {
            if is_year(&from.small) && is_year(&to.small) && matches!(between, "-" | " - " | "–" | " – ")
            {
                found.push((paragraph, from.at.start..to.at.end, between));
            }
        }
    }
    let count = |way: &str| found.iter().filter(|(.., own)| *own == way).count();
    let Some(usual) = [" – ", "–", "-", " - "].into_iter().max_by_key(|way| count(way)) else { return };
    for (paragraph, range, way) in &found {
        if *way != usual {
            let with = paragraph.slice(range.clone()).replace(way, usual);
            let message = format!("Chỗ khác viết “năm{usual}năm”: thống nhất một cách.");
            report.mend(paragraph, range.clone(), with, message);
        }
    }
}

/// "Thanh tra huyện UBND các xã": a body begins where the unit of another ends.
fn unparted(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, range) in ["ubnd", "hđnd"].iter().flat_map(|body| paragraph.phrases(body).with_word()) {
        let Some(unit) = at.checked_sub(1).and_then(|at| paragraph.words.get(at)) else { continue };
        let before = paragraph.words.get(at.saturating_sub(4)..at - 1).unwrap_or_default();
        let Some(head) = before.iter().find(|word| word.is_capital && !word.is_loud) else { continue };
        let is_unit = matches!(unit.small.as_str(), "xã" | "phường" | "huyện" | "tỉnh") && !unit.is_capital;
        let close = paragraph.slice(unit.at.end..range.start) == " ";
        let one = !paragraph.slice(head.at.start..unit.at.end).contains([',', ';', ':', '.']);
        if is_unit && close && one && paragraph.is_prose() {
            let gap = unit.at.end..unit.at.end;
            report.mend_part(paragraph, unit.at.start..range.end, gap, ",", "Giữa hai cơ quan có dấu phẩy.");
        }
    }
}

fn years_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    for (_, [from, to], _) in paragraph.breaks() {
        if is_year(&from.small) && is_year(&to.small) {
            paragraph.slice(from.at.start..to.at.end).hash(notes);
        }
    }
}

/// Lines of a list that begin with a hyphen in some places and with a dash in others: the rarer way.
fn bullets(manuscript: &Manuscript, report: &mut Report) {
    let begins = |own: &&Paragraph, mark: char| own.text.trim_start().starts_with(mark);
    let with = |mark: char| manuscript.paragraphs.iter().filter(|own| begins(own, mark)).collect::<Vec<_>>();
    let (hyphens, dashes) = (with('-'), with('–'));
    let (rare, right) = if dashes.len() <= hyphens.len() { (&dashes, "-") } else { (&hyphens, "–") };
    if hyphens.is_empty() || dashes.is_empty() {
        return;
    }
    for paragraph in rare {
        let start = paragraph.whole().start;
        let mark = paragraph.behind(start).chars().next().map_or(0, char::len_utf8);
        let whole = with_words(paragraph, start, 3);
        report.mend_part(
            paragraph,
            whole,
            start..start + mark,
            right,
            "Gạch đầu dòng hai kiểu: thống nhất một kiểu.",
        );
    }
}

fn bullets_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    paragraph.text.trim_start().chars().next().filter(|c| matches!(c, '-' | '–')).hash(notes);
}

/// "vv", "v.v" for "v.v.".
fn and_so_on(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (own, word) in paragraph.words.iter().enumerate() {
        let range = match word.small.as_str() {
            "vv" => word.at.clone(),
            "v" if paragraph.word(own + 1) == "v" => match paragraph.words.get(own + 1) {
                Some(next) => word.at.start..next.at.end,
                None => continue,
            },
            _ => continue,
        };
        let end = paragraph.behind(range.end).trim_start_matches(' ');
        let typed = paragraph.slice(range.clone());
        if typed != "v.v" || !end.starts_with(['.', '…']) {
            let dots = paragraph.behind(range.end).len()
                - paragraph.behind(range.end).trim_start_matches(['.', '…']).len();
            report.mend(paragraph, range.start..range.end + dots, "v.v.", "Viết tắt “vân vân” là “v.v.”.");
        }
    }
}

/// Words of two syllables that each say something, and may be listed.
const APART: [(&str, &str); 6] = [
    ("phòng", "chống"),
    ("ban", "ngành"),
    ("cháy", "nổ"),
    ("kênh", "rạch"),
    ("đơn", "thư"),
    ("lấn", "chiếm"),
];

/// "suy thoái về đạo đức lối, sống": between two syllables of one word.
fn comma_inside(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let lexicon = Lexicon::get();
    let id = |at: Option<usize>| paragraph.words.get(at?).filter(|word| !word.is_capital)?.id;
    for (at, [left, right], _) in paragraph.breaks().filter(|(.., gap)| *gap == ", ") {
        let (Some(first), Some(second)) = (id(Some(at)), id(Some(at + 1))) else { continue };
        // Of words that every plan has: "trâu, bò" are two.
        if APART.contains(&(left.small.as_str(), right.small.as_str())) {
            continue;
        }
        let one = lexicon.firm().behind(first).any(|own| own == second);
        let others = lexicon.are_word(id(at.checked_sub(1)), Some(first))
            || lexicon.are_word(Some(second), id(Some(at + 2)));
        if one && !others && paragraph.is_prose() {
            let comma = left.at.end..right.at.start;
            report.mend_part(
                paragraph,
                left.at.start..right.at.end,
                comma,
                " ",
                "Hai tiếng này là một từ: bỏ dấu phẩy.",
            );
        }
    }
}
