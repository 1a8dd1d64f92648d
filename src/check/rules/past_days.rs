//! Days and years that lie before the day of issue.

use super::dates::is_lunar;
use super::words::Words;
use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Frame, Paragraph};
use crate::check::mention::{Dated, date_at};
use crate::check::rule::{DIGITS, Report, Rule};
use crate::import::Role;
use crate::plan::{Day, Deadline};
use crate::vietnamese::ascii;
use std::ops::Range;

pub(super) const RULES: &[Rule] = &[
    Rule::each(Error, "deadline.before-issue", DEADLINE, "Thời hạn trước ngày ban hành", before_issue),
    Rule::each(Warn, "deadline.before-issue.start", DEADLINE, "Thời gian bắt đầu trước ngày ban hành", start)
        .near(DIGITS),
    Rule::each(Warn, "deadline.before-issue.year", DEADLINE, "Thời gian thực hiện ở năm đã qua", past_year),
];

const DEADLINE: &str = "Thời hạn của nhiệm vụ phải ở sau ngày ban hành kế hoạch";

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
        || ["đã ", "từ ngày", "ban hành trước"].iter().any(|word| paragraph.text.says(word))
        || paragraph.text.says("kết quả") && !paragraph.text.says("báo cáo");
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
