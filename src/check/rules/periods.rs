//! Quarters, months, stages and terms: days that lie outside of their month, stages outside of the plan's time.

use std::hash::Hash;
use std::ops::Range;

use super::agreement::spans;
use super::clauses::CALENDAR;
use super::numbering::roman_number;
use super::titles::subject;
use super::words::{Words, at};
use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph};
use crate::check::mention::date_at;
use crate::check::rule::{DIGITS, Notes, Report, Rule};
use crate::import::Role;

const TIME: &str = "Các mốc thời gian của một kế hoạch phải khớp nhau";

pub(super) const RULES: &[Rule] = &[
    Rule::each(Warn, "other.period", CALENDAR, "“trong quý III, chậm nhất ngày 20/10”", late).near(DIGITS),
    Rule::whole(Warn, "other.period.stage", TIME, "Giai đoạn kéo dài quá thời gian của kế hoạch", stage)
        .reading(stages_read),
    Rule::each(Error, "other.period.vision", TIME, "“đến năm 2045, tầm nhìn đến năm 2045”", vision)
        .near(DIGITS),
    Rule::each(Warn, "place.leftover.term", TIME, "Nhiệm kỳ đã qua từ lâu", past_term).near(DIGITS),
];

/// The last month of the quarter or the month with which a text ends, and its year: "trong quý III năm 2026".
fn last_period(text: &str) -> Option<(usize, u16)> {
    let words = text.split([' ', '/', ',']).filter(|word| !matches!(*word, "" | "năm"));
    let mut words = words.rev();
    let year = words.next()?.parse().ok().filter(|year| (2000..2100).contains(year))?;
    let number = words.next()?;
    let number = number.parse().ok().or_else(|| roman_number(number))?;
    let last = match (words.next()?, words.next()?) {
        ("quý", "trong") if number <= 4 => number * 3,
        ("tháng", "trong") if number <= 12 => number,
        _ => return None,
    };
    Some((last, year))
}

/// "trong quý III năm 2026, chậm nhất ngày 20/10/2026".
fn late(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in paragraph.phrases("chậm nhất") {
        let Some((month, year)) = last_period(paragraph.before(range.start)) else { continue };
        let behind = paragraph.behind(range.end).trim_start();
        let behind =
            ["là ", "trước "].iter().fold(behind, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
        let Some(dated) = date_at(&paragraph.text, paragraph.text.len() - behind.len()) else { continue };
        let (_, of_month, of_year) = dated.parts;
        if of_year > year || of_year == year && usize::from(of_month) > month {
            let message = "Ngày này ở sau quý, tháng đã ghi ngay trước.";
            report.tell(paragraph, range.start..dated.at.end, message);
        }
    }
}

/// The span of years of the stage with which a paragraph begins: "Giai đoạn 2028 - 2030: …".
fn own_stage(paragraph: &Paragraph) -> Option<(Range<usize>, [u16; 2])> {
    let head = paragraph.phrases("giai đoạn").next().filter(|head| head.start == paragraph.body)?;
    let first = at(paragraph, &head) + 2;
    let (from, to) = (paragraph.words.get(first)?, paragraph.words.get(first + 1)?);
    let dash = paragraph.slice(from.at.end..to.at.start).trim();
    let years = [from.small.parse().ok()?, to.small.parse().ok()?];
    matches!(dash, "-" | "–").then_some((head.start..to.at.end, years))
}

/// "b) Giai đoạn 2028 - 2031" in a plan of 2026 - 2030.
fn stage(manuscript: &Manuscript, report: &mut Report) {
    let own = subject(manuscript).map(spans).unwrap_or_default();
    let [(_, [first, last], _)] = own.as_slice() else { return };
    for paragraph in manuscript.paragraphs.iter().filter(|own| own.is_prose()) {
        if let Some((range, [from, to])) = own_stage(paragraph)
            && (first..=last).contains(&&from)
            && to > *last
        {
            report.tell(paragraph, range, format!("Trích yếu ghi {first} - {last}."));
        }
    }
}

fn stages_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    (paragraph.role == Role::Subject).hash(notes);
    if paragraph.role == Role::Subject {
        paragraph.text.hash(notes);
    }
    own_stage(paragraph).map(|(_, years)| years).hash(notes);
}

/// "đến năm 2045, tầm nhìn đến năm 2045": one looks further than one goes.
fn vision(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let year = |text: &str| text.split(' ').next().and_then(|year| year.get(..4)?.parse::<u16>().ok());
    for range in paragraph.phrases("tầm nhìn đến năm") {
        let before = paragraph.before(range.start).trim_end_matches([' ', ',']);
        let near = before.rfind("đến năm ").map(|at| at + "đến năm ".len());
        let goal = near.filter(|at| before.len() == at + 4).and_then(|at| year(&before[at..]));
        let seen = year(paragraph.behind(range.end).trim_start());
        if let (Some(at), Some(goal), Some(seen)) = (near, goal, seen)
            && seen <= goal
        {
            report.tell(paragraph, at..range.end + " 2045".len(), "Tầm nhìn phải xa hơn năm của mục tiêu.");
        }
    }
}

/// So many years after its end a term is not summed up any more.
const LONG_AGO: u16 = 2;

/// "Đại hội nhiệm kỳ 2014 - 2019" in a plan of 2024.
fn past_term(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let Some(issued) = frame.date.year.filter(|_| paragraph.is_prose()) else { return };
    let told = ["kết quả", "tổng kết", "khóa", "từ nhiệm kỳ", "nguyên"];
    if !paragraph.mentions.is_empty() || told.iter().any(|word| paragraph.text.says(word)) {
        return;
    }
    let terms = spans(paragraph).into_iter().filter(|(.., before)| before.ends_with(&["nhiệm", "kỳ"]));
    for (range, [_, to], _) in terms {
        if to + LONG_AGO < issued {
            report.tell(paragraph, range, format!("Kế hoạch ban hành năm {issued}: kiểm tra nhiệm kỳ này."));
        }
    }
}
