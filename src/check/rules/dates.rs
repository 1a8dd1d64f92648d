//! Dates and spans of time: the calendar, the day of issue.

use std::ops::Range;

use super::clauses::{CALENDAR, COMMON, DATE};
use super::words::{Words, is_listed};
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Frame, Paragraph, Word};
use crate::check::mention::{Dated, date_at};
use crate::check::rule::{DIGITS, Report, Rule};
use crate::import::Role;
use crate::plan::Day;
use crate::vietnamese::lower;

pub(super) const RULES: &[Rule] = &[
    Rule::each(Error, "deadline.impossible-date", CALENDAR, "Ngày không có trong lịch", impossible)
        .near(DIGITS),
    Rule::each(Error, "deadline.impossible-date.month", CALENDAR, "Tháng, quý không có trong năm", month),
    Rule::each(Error, "deadline.impossible-date.range", CALENDAR, "Ngày kết thúc trước ngày bắt đầu", range)
        .near(DIGITS),
    Rule::each(
        Error,
        "deadline.impossible-date.years",
        CALENDAR,
        "Giai đoạn, nhiệm kỳ kết thúc trước khi bắt đầu",
        years,
    )
    .near(DIGITS),
    Rule::each(Hint, "punctuation.date-form", DATE, "Ngày ghi bằng dấu chấm hoặc gạch nối", form)
        .near(DIGITS),
    Rule::each(Error, "punctuation.date-form.month", DATE, "“tháng 9.2026”", month_stop).near(DIGITS).mends(),
    Rule::each(Error, "typo.missing-word.month", DATE, "“ngày 18 tháng năm 2024”", lost_month).near(DIGITS),
    Rule::each(Error, "typo.missing-word.date", DATE, "Ngày, tháng, năm thiếu một chữ", lost_word)
        .near(DIGITS)
        .mends(),
    Rule::each(Hint, "typo.missing-word.day", DATE, "Thiếu chữ “ngày” trước ngày tháng", lost_day)
        .near(DIGITS)
        .mends(),
    Rule::each(Error, "caps.org.month", COMMON, "“Tháng”, “Năm” viết hoa trong ngày tháng", big_month)
        .near(DIGITS)
        .mends(),
    Rule::each(Warn, "other.yearly", DEADLINE_YEAR, "“ngày 15/12/2026 hằng năm”", yearly).near(DIGITS),
    Rule::each(
        Warn,
        "punctuation.date-year",
        DEADLINE_YEAR,
        "Thời hạn thiếu năm: “trước ngày 15/12.”",
        yearless,
    )
    .near(DIGITS),
    Rule::each(Warn, "punctuation.date-zero.cited", DATE, "Ngày dưới 10, tháng 1, 2 thiếu số 0", zero)
        .near(DIGITS),
];

/// Whether a word is a number of so many figures, all of it.
fn is_number(word: &Word, figures: std::ops::RangeInclusive<usize>) -> bool {
    figures.contains(&word.small.len()) && word.small.bytes().all(|byte| byte.is_ascii_digit())
}

/// "ngày 20 tháng 01 2026", "ngày 31 12 năm 2020", "Tân Tiến, 15 tháng 01 năm 2024".
fn lost_word(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let apart = |left: &Word, right: &Word| paragraph.slice(left.at.end..right.at.start) == " ";
    for (at, run) in paragraph.words.windows(4).enumerate() {
        let [first, second, third, fourth] = run else { continue };
        let is_month = |word: &Word| word.small.parse().is_ok_and(|month: u8| (1..=12).contains(&month));
        let close = run.windows(2).all(|pair| apart(&pair[0], &pair[1]));
        let no_day = paragraph.role == Role::PlaceDate
            && is_number(first, 1..=2)
            && second.small == "tháng"
            && fourth.small == "năm"
            && at.checked_sub(1).is_some_and(|before| paragraph.words[before].small != "ngày");
        let lost = if !close {
            continue;
        } else if second.small == "tháng"
            && is_number(first, 1..=2)
            && is_month(third)
            && is_number(fourth, 4..=4)
        {
            (fourth, "năm")
        } else if first.small == "ngày"
            && is_number(second, 1..=2)
            && is_month(third)
            && fourth.small == "năm"
        {
            (third, "tháng")
        } else if no_day {
            (first, "ngày")
        } else {
            continue;
        };
        let (before, word) = lost;
        let range = first.at.start..fourth.at.end;
        let message = format!("Thiếu chữ “{word}”.");
        report.mend_part(paragraph, range, before.at.start..before.at.start, format!("{word} "), message);
    }
}

/// "ngày 18 tháng năm 2024".
fn lost_month(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for run in paragraph.words.windows(5) {
        let [day, number, month, noun, year] = run else { continue };
        let said = day.small == "ngày" && month.small == "tháng" && noun.small == "năm";
        let close = paragraph.slice(month.at.end..noun.at.start) == " ";
        if said && close && is_number(number, 1..=2) && is_number(year, 4..=4) && !noun.is_capital {
            report.tell(paragraph, day.at.start..year.at.end, "Thiếu số của tháng.");
        }
    }
}

/// "từ tháng 3/2026 đến tháng 9.2026".
fn month_stop(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for run in paragraph.words.windows(3) {
        let [noun, month, year] = run else { continue };
        let dated = noun.small == "tháng" && is_number(month, 1..=2) && super::spacing::is_year(&year.small);
        let stop = month.at.end..year.at.start;
        if dated && paragraph.slice(stop.clone()) == "." {
            let message = "Giữa tháng và năm là dấu gạch chéo (/).";
            report.mend_part(paragraph, noun.at.start..year.at.end, stop, "/", message);
        }
    }
}

/// "trước 05/3/2026".
fn lost_day(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, pair) in paragraph.words.windows(2).enumerate() {
        let [before, day] = pair else { continue };
        let leads = before.small.is_of(&["trước", "từ", "vào", "sau"]);
        let dated =
            leads && paragraph.slice(before.at.end..day.at.start) == " " && bare(paragraph, at + 1).is_some();
        if dated {
            let range = before.at.start..day.at.end;
            let message = "Trước ngày, tháng viết bằng số có chữ “ngày”.";
            report.mend_part(paragraph, range, day.at.start..day.at.start, "ngày ", message);
        }
    }
}

/// "ngày 15 Tháng 6 Năm 2025".
/// What is named after a day.
const STREETS: &str = " đường phố lộ trường viên quảng xã cầu chợ ";

fn big_month(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, run) in paragraph.words.windows(3).enumerate() {
        let [before, word, behind] = run else { continue };
        if !word.is_capital || !word.small.is_of(&["tháng", "năm"]) {
            continue;
        }
        let said = paragraph.slice(word.at.clone());
        let beside = paragraph.slice(before.at.end..behind.at.start).len() == said.len() + 2;
        // "đường 30 Tháng 4" has that name.
        let named = at
            .checked_sub(1)
            .and_then(|at| paragraph.words.get(at))
            .is_some_and(|word| is_listed(STREETS, &word.small));
        if !named
            && said.is_of(&["Tháng", "Năm"])
            && beside
            && is_number(before, 1..=4)
            && is_number(behind, 1..=4)
        {
            let range = before.at.start..behind.at.end;
            report.mend_part(paragraph, range, word.at.clone(), lower(said), "Trong ngày tháng viết thường.");
        }
    }
}

/// Every date of three parts with the word "ngày" before it, and those in figures without.
pub(super) fn dates(paragraph: &Paragraph) -> Vec<Dated> {
    let mut dates: Vec<Dated> = Vec::new();
    for (at, word) in paragraph.words.iter().enumerate() {
        if word.small.starts_with(|c: char| c.is_ascii_digit()) {
            let behind = at.checked_sub(1).is_some_and(|at| paragraph.words[at].small == "ngày");
            dates.extend(bare(paragraph, at).filter(|_| !behind));
        } else if word.small == "ngày" {
            dates.extend(date_at(&paragraph.text, word.at.start));
        }
    }
    dates
}

/// `30/7/2026` without "ngày".
fn bare(paragraph: &Paragraph, at: usize) -> Option<Dated> {
    let [day, month, year] = paragraph.words.get(at..at + 3)? else { return None };
    let figures =
        |word: &str, most: usize| word.len() <= most && word.bytes().all(|byte| byte.is_ascii_digit());
    if !(figures(&day.small, 2)
        && figures(&month.small, 2)
        && year.small.len() == 4
        && figures(&year.small, 4))
    {
        return None;
    }
    let joint = |one: &Range<usize>, other: &Range<usize>| paragraph.text.get(one.end..other.start);
    let joined = joint(&day.at, &month.at) == Some("/") && joint(&month.at, &year.at) == Some("/");
    // "30/2020/NĐ-CP" and "12/30/2026/…" are numbers of documents.
    let before = paragraph.before(day.at.start).ends_with(['/', '-']);
    let behind = paragraph.behind(year.at.end).starts_with(['/', '-']);
    if !joined || before || behind {
        return None;
    }
    let parts = (day.small.parse().ok()?, month.small.parse().ok()?, year.small.parse().ok()?);
    Some(Dated { at: day.at.start..year.at.end, parts })
}

/// Whether a paragraph counts days by the moon, of which this calendar knows nothing.
pub(super) fn is_lunar(paragraph: &Paragraph) -> bool {
    paragraph.phrases("âm lịch").next().is_some()
}

fn impossible(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if paragraph.role.is_of_head() || is_lunar(paragraph) {
        return;
    }
    for date in dates(paragraph) {
        if date.day().is_none() && (1900..2200).contains(&date.parts.2) {
            report.tell(paragraph, date.at, "Ngày này không có trong lịch.");
        }
    }
    // "ngày 31/4" without its year.
    for (at, word) in paragraph.words.iter().enumerate().filter(|(_, word)| word.small == "ngày") {
        let (Some(day), Some(month)) = (paragraph.words.get(at + 1), paragraph.words.get(at + 2)) else {
            continue;
        };
        let joined = paragraph.text.get(day.at.end..month.at.start) == Some("/");
        let behind = paragraph.behind(month.at.end).strip_prefix(['/', '-', '.']);
        let ends = behind.is_none_or(|behind| !behind.starts_with(|c: char| c.is_ascii_digit()));
        if let (true, Ok(number), Ok(of)) =
            (joined && ends, day.small.parse::<u8>(), month.small.parse::<u8>())
            && Day::new(2024, of, number).is_none()
        {
            report.tell(paragraph, word.at.start..month.at.end, "Ngày này không có trong lịch.");
        }
    }
}

fn month(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, word) in paragraph.words.iter().enumerate() {
        if !matches!(word.small.as_str(), "tháng" | "quý") {
            continue;
        }
        let Some(next) = paragraph.words.get(at + 1) else { continue };
        if paragraph.text.get(word.at.end..next.at.start) != Some(" ") {
            continue;
        }
        let behind = paragraph.behind(next.at.end);
        let year = behind.starts_with('/') || behind.trim_start().starts_with("năm ");
        let wrong = match word.small.as_str() {
            "tháng" => {
                year && next.small.parse::<u16>().is_ok_and(|month| month == 0 || (13..100).contains(&month))
            }
            "quý" => {
                let figure = next
                    .small
                    .parse::<u16>()
                    .is_ok_and(|quarter| year && (quarter == 0 || (5..100).contains(&quarter)));
                figure
                    || (next.small.is_of(&["v", "vi", "vii"])
                        && paragraph.word(at + 1).starts_with('V')
                        && year)
            }
            _ => false,
        };
        if wrong {
            report.tell(paragraph, word.at.start..next.at.end, "Tháng có từ 1 đến 12, quý có từ I đến IV.");
        }
    }
}

fn range(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let dates = dates(paragraph);
    for pair in dates.windows(2) {
        let [from, to] = pair else { continue };
        let between = paragraph.slice(from.at.end..to.at.start);
        let joined = between.trim().is_of(&["đến", "đến hết", "-", "–", "tới"]);
        // "đến hết ngày": the word before the date is a part of what stands between.
        if let (Some(first), Some(last)) = (from.day(), to.day())
            && joined
            && first > last
        {
            report.tell(paragraph, from.at.start..to.at.end, "Ngày kết thúc ở trước ngày bắt đầu.");
        }
    }
}

fn years(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (_, [one, other], sign) in paragraph.breaks() {
        let span = sign.trim().is_of(&["-", "–"]);
        let year = |text: &str| {
            text.parse::<u16>().ok().filter(|year| text.len() == 4 && (1900..2200).contains(year))
        };
        let before = paragraph.before(one.at.start).ends_with(['/', '-', '.']);
        if let (Some(from), Some(to)) = (year(&one.small), year(&other.small))
            && span
            && from > to
            && !before
        {
            report.tell(paragraph, one.at.start..other.at.end, "Năm cuối ở trước năm đầu.");
        }
    }
}

fn form(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for word in paragraph.words.iter().filter(|word| word.small == "ngày") {
        let Some(date) = date_at(&paragraph.text, word.at.start) else { continue };
        let typed = paragraph.slice(date.at.clone());
        if typed.contains(['-', '.']) && !typed.says("tháng") {
            let (day, month, year) = date.parts;
            report.tell(
                paragraph,
                date.at,
                format!("Ngày ghi thống nhất bằng dấu gạch chéo: {day:02}/{month}/{year}."),
            );
        }
    }
}

const DEADLINE_YEAR: &str = "Thời hạn ghi đủ ngày, tháng, năm";

/// What says that a day comes round each year.
const YEARLY: [&str; 6] = ["hằng năm", "hàng năm", "mỗi năm", "các năm", "định kỳ", "6 tháng"];

/// "trước ngày 15/6/2026 và trước ngày 15/12."
fn yearless(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if !paragraph.is_prose() || YEARLY.iter().any(|word| paragraph.phrases(word).next().is_some()) {
        return;
    }
    for (at, range) in paragraph.phrases("trước ngày").with_word() {
        let Some([day, month]) = paragraph.words.get(at + 2..at + 4) else { continue };
        let is_date = is_number(day, 1..=2)
            && is_number(month, 1..=2)
            && paragraph.slice(range.end..day.at.start) == " "
            && paragraph.slice(day.at.end..month.at.start) == "/";
        let behind = paragraph.behind(month.at.end);
        let ends = behind.is_empty() || behind.starts_with(['.', ';', ',', ')']);
        if is_date && ends {
            report.tell(paragraph, range.start..month.at.end, "Thời hạn này thiếu năm.");
        }
    }
}

/// "trước ngày 15/6 và 15/12/2026 hằng năm": a day of one year does not come round.
fn yearly(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in ["hằng năm", "hàng năm"].iter().flat_map(|word| paragraph.phrases(word)) {
        let before = paragraph.before(range.start).trim_end();
        let date = &before[before.rfind(' ').map_or(0, |at| at + 1)..];
        let parts: Vec<&str> = date.split('/').collect();
        let is_date = parts.len() == 3 && parts.iter().all(|part| part.parse::<u16>().is_ok());
        if is_date && parts[2].len() == 4 {
            report.tell(
                paragraph,
                before.len() - date.len()..range.end,
                "Đã ghi năm thì không ghi “hằng năm”.",
            );
        }
    }
}

fn zero(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if paragraph.role.is_of_head() {
        return;
    }
    for word in paragraph.words.iter().filter(|word| word.small == "ngày") {
        let Some(date) = date_at(&paragraph.text, word.at.start) else { continue };
        let typed = paragraph.slice(date.at.clone());
        let figures: Vec<&str> =
            typed.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
        let lacks = |at: usize, below: u16| {
            figures
                .get(at)
                .is_some_and(|part| part.len() == 1 && part.parse::<u16>().is_ok_and(|part| part < below))
        };
        if lacks(0, 10) || lacks(1, 3) {
            report.tell(paragraph, date.at, "Ngày dưới 10 và tháng 1, 2 ghi thêm số 0 ở trước.");
        }
    }
}
