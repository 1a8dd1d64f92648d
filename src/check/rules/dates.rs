//! Dates and spans of time: the calendar, the day of issue.

use std::ops::Range;

use super::clauses::{CALENDAR, COMMON, DATE};
use super::words::{Words, is_listed};
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Frame, Paragraph, Word};
use crate::check::mention::{Dated, date_at};
use crate::check::rule::{DIGITS, Report, Rule};
use crate::import::Role;
use crate::plan::{Day, Deadline};
use crate::vietnamese::{ascii, lower};

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
    Rule::each(Error, "deadline.before-issue", DEADLINE, "Thời hạn trước ngày ban hành", before_issue),
    Rule::each(Warn, "deadline.before-issue.start", DEADLINE, "Thời gian bắt đầu trước ngày ban hành", start)
        .near(DIGITS),
    Rule::each(Warn, "deadline.before-issue.year", DEADLINE, "Thời gian thực hiện ở năm đã qua", past_year),
    Rule::each(Hint, "punctuation.date-form", DATE, "Ngày ghi bằng dấu chấm hoặc gạch nối", form)
        .near(DIGITS),
    Rule::each(Error, "typo.missing-word.date", DATE, "Ngày, tháng, năm thiếu một chữ", lost_word)
        .near(DIGITS)
        .mends(),
    Rule::each(Hint, "typo.missing-word.day", DATE, "Thiếu chữ “ngày” trước ngày tháng", lost_day)
        .near(DIGITS)
        .mends(),
    Rule::each(Error, "caps.org.month", COMMON, "“Tháng”, “Năm” viết hoa trong ngày tháng", big_month)
        .near(DIGITS)
        .mends(),
    Rule::each(Warn, "punctuation.date-zero.cited", DATE, "Ngày dưới 10, tháng 1, 2 thiếu số 0", zero)
        .near(DIGITS),
];

const DEADLINE: &str = "Thời hạn của nhiệm vụ phải ở sau ngày ban hành kế hoạch";

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
fn is_lunar(paragraph: &Paragraph) -> bool {
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

/// Whether a sentence may say that something is due: most do not, and are told so at once.
pub(super) fn may_be_due(paragraph: &Paragraph) -> bool {
    let says =
        ["trước", "xong", "hạn", "hoàn", "chậm"].iter().any(|word| paragraph.phrases(word).next().is_some());
    says && paragraph.text.contains(|c: char| c.is_ascii_digit() || c == 'I' || c == 'V')
}

/// Whether a paragraph says nothing but by when: "Thời gian tiến hành: …", whatever the reader of files made of it.
fn is_span(paragraph: &Paragraph) -> bool {
    let first = paragraph.words.partition_point(|word| word.at.start < paragraph.body);
    paragraph.role == Role::Detail
        || paragraph.phrase_at(first, "thời gian").is_some() && paragraph.text.contains(':')
}

/// The words of a paragraph from which its deadline is read: behind the label of a detail, else all.
fn due(paragraph: &Paragraph, frame: &Frame) -> Option<(Range<usize>, Deadline)> {
    if !is_span(paragraph) && !may_be_due(paragraph) {
        return None;
    }
    let labelled = is_span(paragraph) && {
        let plain = ascii(paragraph.said());
        plain.starts_with("thoi ")
            || plain.starts_with("hoan thanh")
            || !frame.is_source && paragraph.within.section.is_some()
    };
    let deadline = if labelled {
        Some(Deadline::parse(paragraph.said(), frame.date.year))
    } else {
        Deadline::in_text(paragraph.said(), None)
    };
    let deadline = deadline.filter(|deadline| deadline.latest.is_some())?;
    Some((paragraph.body..paragraph.whole().end, deadline))
}

/// The words by which something is due.
const DUE: [&str; 7] =
    ["trước ngày", "trước tháng", "chậm nhất", "hoàn thành", "xong trước", "hạn", "thời gian"];

/// The bytes to quote of a deadline that stands in `range`: the last of these words and the few behind it.
fn around_due(paragraph: &Paragraph, range: &Range<usize>) -> Range<usize> {
    let within =
        |due: &str| paragraph.phrases(due).map(|due| due.start).filter(|at| range.contains(at)).last();
    let start = DUE.iter().filter_map(|due| within(due)).max().unwrap_or(range.start);
    let mut behind = paragraph.words.iter().filter(|word| word.at.start >= start && word.at.end <= range.end);
    start..behind.nth(6).map_or(range.end, |word| word.at.end)
}

/// The clauses of a paragraph: what stands between semicolons and full stops.
fn clauses(paragraph: &Paragraph) -> Vec<Range<usize>> {
    let whole = paragraph.body..paragraph.whole().end;
    let text = &paragraph.text;
    let ends = text.char_indices().filter(|(at, c)| {
        whole.contains(at) && (*c == ';' || *c == '.' && text[at + 1..].starts_with([' ', '\n']))
    });
    let mut start = whole.start;
    let mut clauses = Vec::new();
    for end in ends.map(|(at, _)| at).chain([whole.end]) {
        clauses.push(start..end.max(start));
        start = end + 1;
    }
    clauses
}

/// Whether what a range says is told of the past, and not ordered.
fn is_told(paragraph: &Paragraph, range: &Range<usize>) -> bool {
    let dated =
        |mention: &crate::check::Mention| mention.date.is_some() && range.contains(&mention.range.start);
    let text = paragraph.slice(range.clone());
    let past = ["đã ", "từ ngày", "ết quả đạt", "tính đến", "so với"].iter().any(|word| text.says(word));
    past || paragraph.mentions.iter().any(dated)
}

fn before_issue(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let Some(issued) = frame.issued_from() else { return };
    let text = matches!(
        paragraph.role,
        Role::Clause
            | Role::Subclause
            | Role::Point
            | Role::Dash
            | Role::Text
            | Role::Detail
            | Role::Table
            | Role::Appendix
    );
    let detail = is_span(paragraph);
    if !text || is_lunar(paragraph) {
        return;
    }
    let told_inside = before_issue_inside(paragraph, issued, frame, report);
    if !detail && !may_be_due(paragraph) {
        return;
    }
    let clauses = clauses(paragraph);
    let found: Vec<(Range<usize>, Deadline)> = if detail && clauses.len() < 2 {
        due(paragraph, frame).into_iter().collect()
    } else {
        let of = |range: Range<usize>| {
            let deadline = Deadline::in_text(paragraph.text.get(range.clone())?, None)?;
            Some((range, deadline))
        };
        clauses.iter().cloned().filter_map(of).collect()
    };
    let first = Day::new(frame.date.year.unwrap_or(0), 1, 1);
    // Of several days in one clause the last is its deadline; what has to be done before another is told, too.
    for (at, range) in paragraph.phrases("trước ngày").with_word() {
        let day = paragraph.words.get(at + 1).and_then(|word| date_at(&paragraph.text, word.at.start));
        // "hoàn thành trước ngày 31/12/2020" in a plan of 2021: the year was not changed.
        let year = frame.date.year.unwrap_or(0);
        let ends = paragraph.before(range.start).ends_with("hoàn thành ");
        let near = |dated: &Dated| dated.parts.2 == year || ends && dated.parts.2 + 1 == year;
        let Some(dated) = day.filter(near) else { continue };
        let clause = clauses.iter().find(|clause| clause.contains(&range.start));
        let told = clause.is_none_or(|clause| is_told(paragraph, clause));
        let other = found.iter().any(|(own, found)| {
            own.contains(&range.start) && found.latest.is_none_or(|latest| latest < issued)
        });
        let other = other && dated.parts.2 == year;
        if !told && !other && dated.day().is_some_and(|day| day < issued) {
            let range = range.start..dated.at.end;
            report.tell(paragraph, range, format!("Thời hạn này ở trước ngày ban hành kế hoạch ({issued})."));
        }
    }
    for (range, deadline) in found {
        let late = deadline.latest.is_some_and(|latest| latest < issued);
        let same_year = deadline.latest.zip(first).is_some_and(|(latest, first)| latest >= first);
        let is_told = is_told(paragraph, &range) || told_inside.iter().any(|at| range.contains(at));
        if late && same_year && !deadline.recurring && !is_told {
            report.tell(
                paragraph,
                around_due(paragraph, &range),
                format!("Thời hạn này ở trước ngày ban hành kế hoạch ({issued})."),
            );
        }
    }
}

/// "…. Thời gian tổ chức: tháng 01/2026.": a time that is told in the middle of a paragraph.
/// Tells where it does.
fn before_issue_inside(paragraph: &Paragraph, issued: Day, frame: &Frame, report: &mut Report) -> Vec<usize> {
    const OF: [&str; 5] = ["", "thực hiện", "tổ chức", "tiến hành", "hoàn thành"];
    let mut told = Vec::new();
    for range in paragraph.phrases("thời gian") {
        let behind = paragraph.behind(range.end);
        let label = behind.split_once(':').filter(|(label, _)| label.trim().is_of(&OF));
        let leads = paragraph.slice(range.clone()).begins_big()
            || paragraph.before(range.start).trim_end().ends_with(';');
        // At the head it is the label of a detail.
        let leads = leads && range.start > paragraph.body;
        let Some((label, value)) = label.filter(|_| leads) else { continue };
        let value = value.split([';', '\n']).next().unwrap_or_default();
        let value = value.split(". ").next().unwrap_or_default().trim_end_matches('.');
        let deadline = Deadline::parse(value, frame.date.year);
        let is_over = deadline.latest.is_some_and(|latest| latest < issued) && !value.says("tiếp theo");
        if is_over && !deadline.recurring {
            let end = range.end + label.len() + 1 + value.len();
            told.push(range.start);
            report.tell(
                paragraph,
                range.start..end,
                format!("Thời hạn này ở trước ngày ban hành kế hoạch ({issued})."),
            );
        }
    }
    told
}

/// So many days before the day of issue a span is that of the plan, and no reckoning of the past.
const LATE: u32 = 62;

/// The plan's own time begins before it is issued. What is looked into may have begun long ago.
fn start(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let Some(issued) = frame.issued() else { return };
    let own = ["đợt", "giai đoạn", "thời gian", "bước"].iter().any(|word| {
        let first = paragraph.words.iter().position(|word| word.at.start >= paragraph.body);
        first.is_some_and(|first| paragraph.phrase_at(first, word).is_some())
    });
    let past =
        ["mốc", "số liệu", "niên độ", "đã"].iter().any(|word| paragraph.phrases(word).next().is_some());
    if !own || past || !paragraph.is_prose() {
        return;
    }
    // Months of 31 days are near enough.
    let count =
        |day: u16, month: u16, year: u16| (u32::from(year) * 12 + u32::from(month)) * 31 + u32::from(day);
    let own = [frame.date.day, frame.date.month].map(|part| part.map_or(0, u16::from));
    let today = count(own[0], own[1], frame.date.year.unwrap_or(0));
    for range in paragraph.phrases("từ ngày") {
        let Some(date) = date_at(&paragraph.text, range.end - "ngày".len()) else { continue };
        let (day, month, year) = date.parts;
        let since = count(day, month, year);
        // "từ ngày 10/11/2024 đến ngày 18/11/2025": the year of the first day is that of the last plan.
        let rest = paragraph.behind(date.at.end).trim_start();
        let last = rest.strip_prefix("đến ").and_then(|rest| date_at(rest.trim_start_matches("hết "), 0));
        let year_ago = last.is_some_and(|last| (month, year + 1) == (last.parts.1, last.parts.2));
        let near = today.saturating_sub(since) <= LATE || year_ago;
        let early = date.day().is_some_and(|day| day < issued) && near;
        if early {
            let message = format!("Thời gian này bắt đầu trước ngày ban hành kế hoạch ({issued}).");
            report.tell(paragraph, range.start..date.at.end, message);
        }
    }
}

fn past_year(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    if !paragraph.is_prose() || paragraph.role.is_of_head() || paragraph.role == Role::Subject {
        return;
    }
    let Some(year) = frame.date.year else { return };
    if let Some(range) = past_beside_own(paragraph, year) {
        report.tell(paragraph, range, format!("Thời hạn này ở trước năm ban hành ({year})."));
        return;
    }
    let told = paragraph.mentions.iter().any(|mention| mention.date.is_some())
        || ["đã ", "kết quả", "từ ngày", "ban hành trước"].iter().any(|word| paragraph.text.says(word));
    if told {
        return;
    }
    let Some((range, deadline)) = due(paragraph, frame).or_else(|| behind_colon(paragraph)) else { return };
    let past = deadline.latest.zip(Day::new(year, 1, 1)).is_some_and(|(latest, first)| latest < first);
    if past {
        report.tell(
            paragraph,
            around_due(paragraph, &range),
            format!("Thời gian này ở trước năm ban hành ({year})."),
        );
    }
}

/// "Theo dõi việc thực hiện kiến nghị: quý III, quý IV năm 2025. Chủ trì: …": a time that a colon leads to.
fn behind_colon(paragraph: &Paragraph) -> Option<(Range<usize>, Deadline)> {
    let colon = paragraph.text.find(": ")? + ": ".len();
    let value = paragraph.behind(colon).split('.').next()?;
    let leads = ["quý ", "tháng ", "trong quý ", "trong tháng "].iter().any(|lead| value.starts_with(lead));
    let deadline = Some(Deadline::parse(value, None)).filter(|own| own.latest.is_some() && leads)?;
    Some((colon..colon + value.len(), deadline))
}

/// "6 tháng (trước ngày 10/6/2026) và năm (trước ngày 05/12/2025)": of two deadlines the one of the year before.
fn past_beside_own(paragraph: &Paragraph, year: u16) -> Option<Range<usize>> {
    let deadlines = paragraph.phrases("trước ngày").filter_map(|range| {
        let dated = date_at(&paragraph.text, range.end - "ngày".len())?;
        Some((range.start..dated.at.end, dated.parts.2))
    });
    let (own, others): (Vec<_>, Vec<_>) = deadlines.partition(|(_, of)| *of == year);
    let past = others.into_iter().find(|(_, of)| of + 1 == year);
    past.filter(|_| !own.is_empty()).map(|(range, _)| range)
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
