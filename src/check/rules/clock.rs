//! Days of the week and hours of the day.

use std::ops::Range;

use super::clauses::CALENDAR;
use super::dates::dates;
use super::words::{Words, small};
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Frame, Paragraph, Word};
use crate::check::mention::Dated;
use crate::check::rule::{DIGITS, Report, Rule};
use crate::vietnamese::sentence_case;

const HOURS: &str = "Giờ trong văn bản hành chính ghi “08 giờ 30 phút”";
const DAYS: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II, mục V: viết hoa ngày trong tuần không ghi bằng chữ số";

pub(super) const RULES: &[Rule] = &[
    Rule::each(Error, "deadline.impossible-date.weekday", CALENDAR, "Thứ và ngày không khớp", weekday)
        .near(DIGITS),
    Rule::each(Warn, "caps.document.weekday", DAYS, "Tên ngày trong tuần viết thường: “thứ bảy”", small_day)
        .mends(),
    Rule::each(Error, "deadline.impossible-date.hour", CALENDAR, "Giờ, phút không có", hour).near(DIGITS),
    Rule::each(Error, "deadline.impossible-date.hours", CALENDAR, "Giờ kết thúc trước giờ bắt đầu", hours)
        .near(DIGITS),
    Rule::each(Warn, "punctuation.time", HOURS, "Giờ viết tắt “8h30”", time),
    Rule::each(
        Hint,
        "punctuation.time.several",
        HOURS,
        "Nhiều giờ viết tắt trong một đoạn: “8h30 - 10h”",
        times,
    ),
];

/// 0 for Sunday (Zeller).
fn weekday_of(date: &Dated) -> Option<usize> {
    date.day()?;
    let (day, month, year) = date.parts;
    let (month, year) = if month < 3 { (month + 12, year.checked_sub(1)?) } else { (month, year) };
    let (century, of_century) = (year / 100, year % 100);
    let sum = day + 13 * (month + 1) / 5 + of_century + of_century / 4 + century / 4 + 5 * century;
    Some(usize::from((sum + 6) % 7))
}

const WEEKDAYS: [&[&str]; 7] =
    [&["chủ nhật"], &["hai", "2"], &["ba", "3"], &["tư", "4"], &["năm", "5"], &["sáu", "6"], &["bảy", "7"]];

fn weekday(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for date in dates(paragraph) {
        let Some(real) = weekday_of(&date) else { continue };
        if let Some((_, range)) = weekday_at(paragraph, &date).filter(|(named, _)| *named != real) {
            let name =
                if real == 0 { "Chủ nhật".to_owned() } else { format!("thứ {}", WEEKDAYS[real][0]) };
            let whole = range.start.min(date.at.start)..range.end.max(date.at.end);
            report.tell(paragraph, whole, format!("Theo lịch, ngày này là {name}."));
        }
    }
}

/// The day of the week that stands before a date, or behind it, and where.
fn weekday_at(paragraph: &Paragraph, date: &Dated) -> Option<(usize, Range<usize>)> {
    let behind = paragraph.words.partition_point(|word| word.at.start < date.at.end);
    let before = paragraph.words.partition_point(|word| word.at.end <= date.at.start).checked_sub(2);
    let near = |gap: &str| gap.trim_matches([' ', ',', '(']).is_empty();
    let named = |at: usize| {
        let [one, two] = paragraph.words.get(at..at + 2)? else { return None };
        let named = match one.small.as_str() {
            "thứ" => WEEKDAYS.iter().position(|names| names.contains(&two.small.as_str())),
            "chủ" if two.small == "nhật" => Some(0),
            _ => None,
        };
        let close = match at < behind {
            true => near(paragraph.slice(two.at.end..date.at.start)) && !counts(paragraph, at + 1),
            // "ngày 12/2/2026, thứ hai là …": only within brackets it is surely that of the date.
            false => paragraph.slice(date.at.end..one.at.start).trim() == "(",
        };
        Some((named?, one.at.start..two.at.end)).filter(|_| close)
    };
    before.and_then(named).or_else(|| named(behind))
}

/// Words behind which a day of the week stands, and no number.
const PARTS_OF_DAYS: [&str; 6] = ["sáng", "chiều", "tối", "trưa", "nghỉ", "đêm"];

/// "(thứ năm)", "tối thứ bảy": what tells the day has a capital.
fn small_day(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (first, range) in paragraph.phrases("thứ").with_word() {
        let Some(own) = paragraph.words.get(first + 1).filter(|own| !own.is_capital) else { continue };
        let is_day = WEEKDAYS[1..].iter().any(|names| names[0] == own.small);
        let open = paragraph.before(range.start).ends_with('(')
            && paragraph.behind(own.at.end).starts_with([')', ',']);
        let part = small(paragraph, first.checked_sub(1)).is_of(&PARTS_OF_DAYS);
        if is_day && (open || part) && paragraph.slice(range.end..own.at.start) == " " {
            let (whole, with) = (range.start..own.at.end, sentence_case(&own.small));
            let message = "Tên ngày trong tuần viết hoa: thứ Hai, thứ Bảy.";
            report.mend_part(paragraph, whole, own.at.clone(), with, message);
        }
    }
}

/// "lớp thứ nhất ngày 28/4/2026, lớp thứ hai ngày 29/4/2026": whether such words count what has a first.
fn counts(paragraph: &Paragraph, at: usize) -> bool {
    let what = at.checked_sub(2).map_or("", |at| paragraph.words[at].small.as_str());
    !what.is_empty() && paragraph.phrases(&format!("{what} thứ nhất")).next().is_some()
}

fn number(text: &str) -> Option<u16> {
    text.parse().ok().filter(|_| text.len() <= 2)
}

/// An hour of the day at the head of a text, in minutes, and what stands behind it: "7 giờ 30 phút", "7h30".
fn hour_at(text: &str) -> Option<(u32, &str)> {
    let figures = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()).min(2);
    let (hours, rest) = text.split_at(figures(text));
    let rest = rest.trim_start().strip_prefix("giờ").or(rest.strip_prefix('h'))?;
    let behind = rest.trim_start();
    let (minutes, tail) = behind.split_at(figures(behind));
    let hours = hours.parse::<u32>().ok()? * 60;
    let tail =
        if minutes.is_empty() { rest } else { tail.trim_start().strip_prefix("phút").unwrap_or(tail) };
    Some((hours + minutes.parse::<u32>().unwrap_or(0), tail))
}

/// So late something may well go on until the next day.
const EVENING: u32 = 17 * 60;

/// "từ 7 giờ 30 phút đến 6 giờ 30 phút ngày 16/5/2026".
fn hours(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in paragraph.phrases("từ") {
        let text = paragraph.behind(range.end).trim_start();
        let Some((from, rest)) = hour_at(text) else { continue };
        let last = rest.trim_start().strip_prefix("đến").and_then(|rest| hour_at(rest.trim_start()));
        let Some((to, behind)) = last else { continue };
        let next_day = ["hôm sau", "ngày sau", "sáng", "ngày hôm"]
            .iter()
            .any(|day| behind.trim_start().starts_with(day));
        if to < from && from < EVENING && !next_day {
            let end = paragraph.text.len() - behind.len();
            report.tell(paragraph, range.start..end, "Giờ kết thúc ở trước giờ bắt đầu.");
        }
    }
}

fn hour(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, word) in paragraph.words.iter().enumerate() {
        let next = |by: usize| paragraph.words.get(at + by).map_or("", |word| word.small.as_str());
        let Some(hours) = number(&word.small) else { continue };
        // "48 giờ" is how long; an hour of the day has its minutes, or the day, behind it.
        let of_day = next(1) == "giờ" && next(3).is_of(&["phút"]) || (next(1) == "giờ" && next(2) == "ngày");
        let wrong = of_day
            && (hours > 24 || (next(3) == "phút" && number(next(2)).is_some_and(|minutes| minutes > 59)));
        if wrong {
            let last = if next(3) == "phút" { at + 3 } else { at + 1 };
            let end = paragraph.words.get(last).map_or(word.at.end, |word| word.at.end);
            report.tell(
                paragraph,
                word.at.start..end,
                "Không có giờ này: một ngày có 24 giờ, một giờ có 60 phút.",
            );
        }
    }
}

fn time(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    short_times(paragraph, false, report);
}

/// "13h00 - 14h30": lines of a program are nearly always written so.
fn times(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    short_times(paragraph, true, report);
}

/// Hours as "8h30": the only one of a paragraph, or several.
fn short_times(paragraph: &Paragraph, several: bool, report: &mut Report) {
    let is_short = |word: &&Word| {
        let (hours, rest) = word.small.split_at(word.small.find('h').unwrap_or(0));
        let minutes = rest.trim_start_matches('h');
        number(hours).is_some_and(|hours| hours < 25)
            && rest.starts_with('h')
            && minutes.bytes().all(|byte| byte.is_ascii_digit())
            && minutes.len() != 1
    };
    let figures = paragraph.words.iter().filter(|word| word.small.starts_with(|c: char| c.is_ascii_digit()));
    let short: Vec<&Word> = figures.filter(is_short).collect();
    for word in short.iter().filter(|_| (short.len() > 1) == several) {
        report.tell(paragraph, word.at.clone(), "Giờ ghi bằng chữ: 08 giờ 30 phút.");
    }
}
