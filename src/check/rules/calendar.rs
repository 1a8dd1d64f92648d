//! Quarters and years that are none, or not those of their months.

use std::hash::Hash;
use std::ops::Range;

use super::clauses::{CALENDAR, ONE_WAY};
use super::words::Words;
use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph};
use crate::check::rule::{DIGITS, Notes, Report, Rule};

pub(super) const RULES: &[Rule] = &[
    Rule::each(
        Error,
        "deadline.impossible-date.figures",
        CALENDAR,
        "Năm của ngày tháng thiếu chữ số",
        figures,
    )
    .near(DIGITS),
    Rule::each(Error, "deadline.impossible-date.quarter", CALENDAR, "Tháng không thuộc quý đã ghi", months)
        .near(&['(']),
    Rule::whole(Warn, "word.mixed.quarter", ONE_WAY, "Quý ghi bằng số La Mã và số thường", quarters)
        .reading(quarters_read)
        .mends(),
];

/// "trước ngày 30/6/206".
fn figures(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let mut start = 0;
    for part in paragraph.text.split([' ', '\n', '\t', '(']) {
        let date = part.trim_end_matches(|c: char| !c.is_ascii_digit());
        let mut lengths = date.split('/').map(str::len);
        let [day, month, year, behind] = std::array::from_fn(|_| lengths.next());
        let is_date = matches!((day, month, year, behind), (Some(1 | 2), Some(1 | 2), Some(3 | 5), None))
            && date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'/');
        if is_date {
            report.tell(paragraph, start..start + date.len(), "Năm có bốn chữ số.");
        }
        start += part.len() + 1;
    }
}

const QUARTERS: [&str; 4] = ["i", "ii", "iii", "iv"];

/// A quarter that a text names.
struct Quarter {
    number: usize,
    is_roman: bool,
    /// From "quý" on.
    whole: Range<usize>,
    figures: Range<usize>,
}

/// Those of a paragraph.
fn named(paragraph: &Paragraph) -> impl Iterator<Item = Quarter> + '_ {
    paragraph.phrases("quý").with_word().filter_map(|(at, range)| {
        let word = paragraph.words.get(at + 1)?;
        let close = paragraph.slice(range.end..word.at.start) == " ";
        let roman = QUARTERS.iter().position(|own| *own == word.small);
        let plain = ["1", "2", "3", "4"].iter().position(|own| *own == word.small);
        let counts = plain.is_some() && {
            let next = paragraph.words.get(at + 2).filter(|_| paragraph.behind(word.at.end).starts_with(' '));
            next.is_some_and(|next| !next.small.is_of(&["năm", "và", "đến", "hằng", "hàng"]))
        };
        // "mỗi quý 4 cuộc"
        let number = 1 + roman.or(plain).filter(|_| close && !counts)?;
        let (whole, figures) = (range.start..word.at.end, word.at.clone());
        Some(Quarter { number, is_roman: roman.is_some(), whole, figures })
    })
}

/// "quý III/2026 (tháng 10)".
fn months(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for Quarter { number, figures, .. } in named(paragraph) {
        let Some((between, month)) = paragraph.behind(figures.end).split_once("(tháng ") else { continue };
        let year = between.trim().trim_start_matches(|c: char| c.is_ascii_digit() || c == '/');
        let month = &month[..month.find(|c: char| !c.is_ascii_digit()).unwrap_or(month.len())];
        let is_of = |month: usize| month.div_ceil(3) == number;
        if matches!(year, "" | "năm") && month.parse().is_ok_and(|month: usize| !is_of(month)) {
            let end = figures.end + between.len() + "(tháng ".len() + month.len();
            report.tell(paragraph, figures.start..end, "Tháng này không thuộc quý này.");
        }
    }
}

/// "quý II và quý 4".
fn quarters(manuscript: &Manuscript, report: &mut Report) {
    let all = manuscript.paragraphs.iter().flat_map(|own| named(own).map(move |named| (own, named)));
    let (roman, plain): (Vec<_>, Vec<_>) = all.partition(|(_, named)| named.is_roman);
    let rarer = if roman.len() < plain.len() { &roman } else { &plain };
    if roman.is_empty() || plain.is_empty() {
        return;
    }
    for (own, Quarter { number, is_roman, whole, figures }) in rarer {
        let with = if *is_roman { number.to_string() } else { QUARTERS[number - 1].to_uppercase() };
        let message = "Chỗ khác ghi quý bằng kiểu số kia: thống nhất một kiểu.";
        report.mend_part(own, whole.clone(), figures.clone(), with, message);
    }
}

fn quarters_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    named(paragraph).for_each(|own| (own.number, own.is_roman).hash(notes));
}
