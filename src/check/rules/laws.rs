//! Names of laws, and documents that are no longer in force.

use super::clauses::CITING;
use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Frame, Paragraph};
use crate::check::rule::{Report, Rule};
use crate::plan::Day;
use crate::vietnamese::lower;

pub(super) const RULES: &[Rule] = &[
    Rule::each(Error, "citation.law-name", "Tên luật do Quốc hội đặt", "Tên luật ghi không đúng", name)
        .mends(),
    Rule::each(Warn, "citation.expired", CITING, "Viện dẫn văn bản đã hết hiệu lực", expired),
    Rule::each(Warn, "citation.expired.law", CITING, "Viện dẫn luật đã được thay", old_law),
];

/// Names of laws in force, as the National Assembly gave them; the comma that they have is often left out.
const NAMES: [&str; 11] = [
    "Luật Phòng, chống tham nhũng",
    "Luật Phòng, chống thiên tai",
    "Luật Phòng, chống ma túy",
    "Luật Phòng, chống bạo lực gia đình",
    "Luật Phòng, chống mua bán người",
    "Luật Phổ biến, giáo dục pháp luật",
    "Luật Thực hành tiết kiệm, chống lãng phí",
    "Luật Thi đua, khen thưởng",
    "Luật Tín ngưỡng, tôn giáo",
    "Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ",
    "Luật Quản lý, sử dụng tài sản công",
];

fn name(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if paragraph.phrases("luật").next().is_none() {
        return;
    }
    let heads = paragraph.words.iter().enumerate().filter(|(_, word)| word.small == "luật");
    for law in NAMES {
        let phrase = lower(law).replace(',', "");
        let count = phrase.split(' ').count();
        for (at, _) in heads.clone() {
            let Some(words) = paragraph.words.get(at..at + count) else { break };
            if !words.iter().map(|word| word.small.as_str()).eq(phrase.split(' ')) {
                continue;
            }
            let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
            let range = first.at.start..last.at.end;
            let typed = &paragraph.text[range.clone()];
            let one_line = typed.split_whitespace().collect::<Vec<_>>().join(" ");
            if lower(&one_line) != lower(law) && typed.starts_with('L') {
                report.mend(paragraph, range, law, format!("Tên đúng là {law}."));
            }
        }
    }
}

/// Documents that plans still cite, by number; the day from which they are no longer in force; what
/// took their place.
const EXPIRED: [(&str, (u16, u8, u8), &str); 9] = [
    ("110/2004/NĐ-CP", (2020, 3, 5), "Nghị định số 30/2020/NĐ-CP"),
    ("09/2010/NĐ-CP", (2020, 3, 5), "Nghị định số 30/2020/NĐ-CP"),
    ("01/2011/TT-BNV", (2020, 3, 5), "Nghị định số 30/2020/NĐ-CP"),
    ("77/2015/QH13", (2025, 3, 1), "Luật Tổ chức chính quyền địa phương số 72/2025/QH15"),
    ("65/2025/QH15", (2025, 6, 16), "Luật Tổ chức chính quyền địa phương số 72/2025/QH15"),
    ("66-QĐ/TW", (2026, 1, 9), "Quy định số 399-QĐ/TW"),
    ("36-HD/VPTW", (2026, 5, 27), "Hướng dẫn số 05-HD/VPTW"),
    ("45/2013/QH13", (2024, 8, 1), "Luật Đất đai số 31/2024/QH15"),
    ("15/2003/QH11", (2024, 1, 1), "Luật Thi đua, khen thưởng số 06/2022/QH15"),
];

fn expired(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let Some(issued) = issued(frame) else { return };
    for mention in &paragraph.mentions {
        let found = EXPIRED.iter().find(|(number, ..)| *number == mention.number);
        let of_that_time =
            |(year, month, day): (u16, u8, u8)| Day::new(year, month, day).is_some_and(|day| issued >= day);
        if let Some((_, since, instead)) = found
            && of_that_time(*since)
        {
            report.tell(
                paragraph,
                mention.range.clone(),
                format!("Văn bản này đã hết hiệu lực; nay là {instead}."),
            );
        }
    }
}

/// The day of issue; the last day of the month before, where only the month is known, and so on.
fn issued(frame: &Frame) -> Option<Day> {
    Day::new(frame.date.year?, frame.date.month.unwrap_or(1), frame.date.day.unwrap_or(1))
}

/// Laws by name and year: what plans of today still call "Luật … năm 2015".
const OLD: [(&str, &str, u16); 3] = [
    ("luật tổ chức chính quyền địa phương năm 2015", "Luật Tổ chức chính quyền địa phương năm 2025", 2026),
    ("luật đất đai năm 2013", "Luật Đất đai năm 2024", 2025),
    ("luật thi đua khen thưởng năm 2003", "Luật Thi đua, khen thưởng năm 2022", 2024),
];

fn old_law(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    for (phrase, instead, since) in OLD {
        for range in paragraph.phrases(phrase) {
            if frame.date.year.is_some_and(|year| year >= since) {
                report.tell(paragraph, range, format!("Luật này đã được thay; nay là {instead}."));
            }
        }
    }
}
