//! The line of the place and the day of issue.

use super::clauses::DATE;
use super::places::province_said;
use super::words::{at, small};
use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Frame, Paragraph};
use crate::check::place_names::{comparable, province_now};
use crate::check::rule::{Report, Rule};
use crate::format::place_name;
use crate::import::Role;
use crate::plan::IssueDate;
use crate::vietnamese::{ascii, lower};

pub(super) const RULES: &[Rule] = &[
    Rule::each(
        Error,
        "punctuation.place-day",
        DATE,
        "Thiếu chữ “ngày” trong địa danh và ngày ban hành",
        place_day,
    ),
    Rule::each(Error, "header.family.date-form", DATE, "Ngày ban hành ghi bằng dấu gạch", date_form),
    Rule::each(Error, "punctuation.date-zero", DATE, "Ngày dưới 10, tháng 1, 2 thiếu số 0", date_zero)
        .mends(),
    Rule::each(Warn, "punctuation.date-zero.extra", DATE, "Tháng từ 3 trở đi thừa số 0", date_extra).mends(),
    Rule::each(
        Error,
        "deadline.impossible-date.issue",
        DATE,
        "Ngày ban hành không có trong lịch",
        date_impossible,
    ),
    Rule::each(Warn, "header.family.place-noun", DATE, "Địa danh ghi cả “xã”, “phường”, “tỉnh”", place_noun),
    Rule::each(Warn, "place.leftover.header", DATE, "Địa danh khác đơn vị ban hành", place_own),
    Rule::each(Warn, "punctuation.place-comma", DATE, "Sau địa danh thiếu dấu phẩy", place_comma),
];

/// What stands behind the comma of place and date: "ngày 05 tháng 3 năm 2026".
fn issue_date(paragraph: &Paragraph) -> Option<usize> {
    // One that the calendar does not have is no date for the reader of files.
    let says = |wanted: &str| paragraph.phrases(wanted).next().is_some();
    // A law is dated, too, in a basis that was read as part of the head.
    let near = (paragraph.role.is_of_head() || paragraph.role == Role::Unplaced)
        && paragraph.phrase_at(0, "căn cứ").is_none();
    let head = paragraph.role == Role::PlaceDate || (near && says("tháng") && says("năm"));
    paragraph.words.iter().position(|word| head && word.small == "ngày")
}

/// The figure behind a word of the date, and where it stands.
fn figure<'a>(paragraph: &'a Paragraph, name: &str) -> Option<(std::ops::Range<usize>, &'a str)> {
    let start = issue_date(paragraph)?;
    let at = start + paragraph.words[start..].iter().position(|word| word.small == name)?;
    let word =
        paragraph.words.get(at + 1).filter(|word| word.small.bytes().all(|byte| byte.is_ascii_digit()))?;
    Some((word.at.clone(), paragraph.text.get(word.at.clone())?))
}

fn date_form(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let cites = paragraph.text.starts_with('(');
    let Some(at) = issue_date(paragraph).filter(|_| frame.is_source && !cites) else { return };
    let start = paragraph.words[at].at.start;
    if let Some(date) = crate::check::mention::date_at(&paragraph.text, start)
        && paragraph.slice(date.at.clone()).contains(['/', '-', '.'])
    {
        let (day, month, year) = date.parts;
        let month = if month < 3 { format!("{month:02}") } else { month.to_string() };
        report.tell(
            paragraph,
            date.at,
            format!("Ngày ban hành ghi bằng chữ: ngày {day:02} tháng {month} năm {year}."),
        );
    }
}

/// "Tân Quang 06 tháng 12 năm 2012".
fn place_day(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let near = paragraph.role.is_of_head() || paragraph.role == Role::Unplaced;
    if !near || !frame.is_source {
        return;
    }
    for range in paragraph.phrases("tháng") {
        let month = at(paragraph, &range);
        let day = month.checked_sub(1).and_then(|at| paragraph.words.get(at));
        let is_day = day.filter(|day| day.small.len() < 3 && day.small.parse::<u8>().is_ok());
        let year = small(paragraph, Some(month + 2)) == "năm";
        let said = month > 1 && small(paragraph, Some(month - 2)) == "ngày";
        if let Some(day) = is_day.filter(|_| year && !said) {
            report.tell(paragraph, day.at.start..range.end, "Trước ngày ban hành ghi “, ngày …”.");
        }
    }
}

fn date_zero(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (name, below) in [("ngày", 10), ("tháng", 3)] {
        if let Some((range, typed)) = figure(paragraph, name)
            && typed.len() == 1
            && typed.parse::<u8>().is_ok_and(|number| (1..below).contains(&number))
        {
            // The word before it is told, too: a figure alone says little.
            let told = paragraph.before(range.start).rfind(name).unwrap_or(range.start)..range.end;
            report.mend_part(
                paragraph,
                told,
                range,
                format!("0{typed}"),
                "Ngày dưới 10 và tháng 1, 2 phải ghi thêm số 0 ở trước.",
            );
        }
    }
}

fn date_extra(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if let Some((range, typed)) = figure(paragraph, "tháng")
        && typed.len() == 2
        && typed.starts_with('0')
        && typed.parse::<u8>().is_ok_and(|month| month > 2)
    {
        let told = paragraph.before(range.start).rfind("tháng").unwrap_or(range.start)..range.end;
        let message = "Chỉ tháng 1 và tháng 2 ghi thêm số 0 ở trước.";
        report.mend_part(paragraph, told, range, &typed[1..], message);
    }
}

fn date_impossible(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let part = |name| figure(paragraph, name).map(|(_, typed)| typed.parse::<u16>().unwrap_or(u16::MAX));
    let small = |part: Option<u16>| part.map(|number| u8::try_from(number).unwrap_or(u8::MAX));
    let date = IssueDate {
        day: small(part("ngày")),
        month: small(part("tháng")),
        year: part("năm"),
        ..IssueDate::default()
    };
    if let Some(at) = issue_date(paragraph)
        && !date.is_possible()
    {
        let start = paragraph.words[at].at.start;
        report.tell(paragraph, start..paragraph.whole().end, "Ngày này không có trong lịch.");
    }
}

/// The place before the date, and where it stands.
fn place(paragraph: &Paragraph) -> Option<(std::ops::Range<usize>, &str)> {
    // "(Ban hành kèm theo Quyết định số … ngày …)"
    let end = match issue_date(paragraph).filter(|_| !paragraph.text.starts_with('(')) {
        Some(at) => paragraph.words.get(at)?.at.start,
        None if paragraph.role == Role::PlaceDate => paragraph.text.len(),
        None => return None,
    };
    let typed = paragraph.text.get(..end)?;
    let place = typed.trim().trim_end_matches(',').trim();
    let start = typed.find(place)?;
    (!place.is_empty()).then(|| (start..start + place.len(), place))
}

fn place_noun(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if let Some((range, place)) = place(paragraph)
        && place_name(place) != place
        && ["xã ", "phường ", "tỉnh ", "đặc khu ", "thị trấn "]
            .iter()
            .any(|noun| lower(place).starts_with(noun))
    {
        report.tell(paragraph, range, "Địa danh chỉ ghi tên riêng, không ghi “xã”, “phường”, “tỉnh”.");
    }
}

fn place_own(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let Some((range, place)) = place(paragraph) else { return };
    let own = place_name(&frame.commune);
    let province = province_said(frame).filter(|_| own.is_empty());
    if let Some(province) =
        province.filter(|own| province_now(place).is_some() && comparable(own) != comparable(place))
    {
        report.tell(paragraph, range, format!("Cơ quan ban hành ở {province}."));
        return;
    }
    // A body of the province stands in its capital, whose name may be another.
    // Of a body with a long name the commune is not told from what follows it.
    let same = ascii(&own).starts_with(&ascii(&place_name(place)));
    if !own.is_empty() && !same && place.split(' ').count() < 6 {
        report.tell(
            paragraph,
            range,
            format!("Cơ quan ban hành ở {}: địa danh phải là {own}.", frame.commune),
        );
    }
}

fn place_comma(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let Some((range, _)) = place(paragraph).filter(|_| frame.is_source) else { return };
    if let Some(at) = issue_date(paragraph) {
        let between = paragraph.slice(range.end..paragraph.words[at].at.start);
        if !between.contains(',') {
            report.tell(paragraph, range.start..paragraph.words[at].at.end, "Sau địa danh có dấu phẩy.");
        }
    }
}
