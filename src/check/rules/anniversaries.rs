//! Days that are remembered: "kỷ niệm 60 năm Ngày … (19/5/1959 - 19/5/2019)".

use std::hash::Hash;
use std::ops::Range;

use super::clauses::{FIGURES, HOLIDAY, ITSELF, MARKS};
use super::words::{Words, at, is_capital, small};
use crate::check::finding::Severity::{Error, Hint};
use crate::check::manuscript::{Frame, Manuscript, Paragraph};
use crate::check::rule::{Notes, Report, Rule};
use crate::import::Role;

pub(super) const RULES: &[Rule] = &[
    Rule::each(Hint, "caps.document.anniversary", HOLIDAY, "“ngày” của một lễ kỷ niệm viết thường", day)
        .mends(),
    Rule::each(Error, "other.anniversary", FIGURES, "Số năm kỷ niệm không khớp với hai mốc", span),
    Rule::whole(Error, "title.mismatch.anniversary", ITSELF, "Số năm kỷ niệm khác trích yếu", told)
        .reading(told_read),
    Rule::each(Error, "punctuation.anniversary", MARKS, "Dấu phẩy giữa số năm và ngày kỷ niệm", comma)
        .mends(),
];

/// Where a paragraph says how many years are remembered: the word of the number, and the number.
fn counts(paragraph: &Paragraph) -> impl Iterator<Item = (usize, i32)> + '_ {
    paragraph.phrases("năm").filter_map(|range| {
        let count = at(paragraph, &range).checked_sub(1)?;
        let kept = small(paragraph, count.checked_sub(1)).is_of(&["niệm", "mừng", "thứ"]);
        let number = small(paragraph, Some(count)).parse::<i32>().ok()?;
        (kept && number > 0 && number < 300).then_some((count, number))
    })
}

/// "kỷ niệm 60 năm ngày mở đường Hồ Chí Minh": the day has that name.
fn day(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (count, _) in counts(paragraph) {
        let own = count + 2;
        let named = paragraph.words.get(own + 1).is_some_and(|next| next.is_syllable);
        if small(paragraph, Some(own)) == "ngày" && named && !is_capital(paragraph, own) {
            let (year, word) = (paragraph.words[count + 1].at.start, paragraph.words[own].at.clone());
            report.mend_part(
                paragraph,
                year..word.end,
                word,
                "Ngày",
                "Tên ngày kỷ niệm viết hoa chữ “Ngày”.",
            );
        }
    }
}

/// "kỷ niệm 49 năm, ngày giải phóng".
fn comma(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (count, _) in counts(paragraph) {
        let (Some(year), Some(day)) = (paragraph.words.get(count + 1), paragraph.words.get(count + 2)) else {
            continue;
        };
        let gap = year.at.end..day.at.start;
        let named = paragraph.words.get(count + 3).is_some_and(|next| next.is_syllable);
        if day.small == "ngày" && named && paragraph.slice(gap.clone()).trim() == "," {
            report.mend_part(paragraph, year.at.start..day.at.end, gap, " ", "Ở đây không có dấu phẩy.");
        }
    }
}

/// "kỷ niệm 76 năm Ngày Thương binh - Liệt sĩ", where the subject says 77 of the same day.
fn told(manuscript: &Manuscript, report: &mut Report) {
    let subject = manuscript.paragraphs.iter().find(|paragraph| paragraph.role == Role::Subject);
    let Some(subject) = subject else { return };
    let day = |paragraph: &Paragraph, count: usize| -> Vec<String> {
        // The day on which something was founded is told by what was.
        let founded = paragraph.phrase_at(count + 2, "ngày thành lập").is_some();
        let words = paragraph.words.get(count + 2..).unwrap_or_default().iter();
        let words = words.take(if founded { 6 } else { 3 });
        words.map(|word| word.small.clone()).collect()
    };
    let own: Vec<(Vec<String>, i32)> =
        counts(subject).map(|(count, years)| (day(subject, count), years)).collect();
    if own.is_empty() {
        return;
    }
    let is_told = |paragraph: &&Paragraph| paragraph.is_prose() && paragraph.index != subject.index;
    for paragraph in manuscript.paragraphs.iter().filter(is_told) {
        for (count, years) in counts(paragraph) {
            let Some((_, right)) = own.iter().find(|(own, _)| own.len() > 2 && *own == day(paragraph, count))
            else {
                continue;
            };
            if let Some(word) = paragraph.words.get(count).filter(|_| *right != years) {
                report.tell(paragraph, word.at.clone(), format!("Trích yếu ghi {right} năm."));
            }
        }
    }
}

/// What is remembered anywhere, and the subject.
fn told_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    if paragraph.role == Role::Subject || counts(paragraph).next().is_some() {
        paragraph.text.hash(notes);
    }
}

/// Within how many words the two days follow what they are days of.
const NEAR: usize = 24;

/// The years of "(19/5/1959 - 19/5/2019)" in brackets that stand behind a word, with their bytes.
fn days(paragraph: &Paragraph, from: usize) -> Option<(Range<usize>, i32, i32)> {
    let words = paragraph.words.get(from..)?;
    let near = words.get(NEAR).map_or(paragraph.text.len(), |word| word.at.start);
    let start = words.first()?.at.start;
    let text = paragraph.slice(start..near);
    let open = text.find('(')?;
    let inside = &text[open + 1..open + text[open..].find(')')?];
    let (first, second) = inside.split_once(['-', '–'])?;
    let year = |date: &str| {
        let parts: Vec<&str> = date.trim().split('/').collect();
        let year = parts.last().filter(|year| year.len() == 4 && parts.len() < 4)?;
        year.parse::<i32>().ok()
    };
    let range = start + open..start + open + inside.len() + 2;
    Some((range, year(first)?, year(second)?))
}

/// "Kỷ niệm 10 năm thành lập quận (01/4/2014 - 01/4/2023)": these are nine.
fn span(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let all: Vec<(usize, i32)> = counts(paragraph).collect();
    for (at, (count, years)) in all.iter().enumerate() {
        let Some((range, first, second)) = days(paragraph, count + 1) else { continue };
        // Those of the next one are its own.
        let next = all.get(at + 1).and_then(|(next, _)| paragraph.words.get(*next));
        let own = next.is_none_or(|next| range.end <= next.at.start);
        if own && second - first != *years && second > first {
            let message = format!("Từ năm {first} đến năm {second} là {} năm.", second - first);
            let start = paragraph.words.get(*count).map_or(range.start, |word| word.at.start);
            report.tell(paragraph, start..range.end, message);
        }
    }
}
