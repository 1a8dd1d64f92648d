//! Names of laws, and documents that are no longer in force.

use super::clauses::CITING;
use super::words::{at, is_capital};
use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Frame, Paragraph};
use crate::check::mention::date_at;
use crate::check::rule::{Report, Rule};
use crate::plan::Day;
use crate::vietnamese::lower;

pub(super) const RULES: &[Rule] = &[
    Rule::each(Error, "citation.law-name", "Tên luật do Quốc hội đặt", "Tên luật ghi không đúng", name)
        .mends(),
    Rule::each(
        Warn,
        "citation.law-name.word",
        "Tên luật do Quốc hội đặt",
        "Tên luật thiếu một chữ",
        word_lost,
    )
    .mends(),
    Rule::each(
        Error,
        "citation.conflict.law-year",
        "Năm Quốc hội thông qua luật",
        "Năm của luật ghi sai",
        year,
    ),
    Rule::each(Warn, "citation.expired", CITING, "Viện dẫn văn bản đã hết hiệu lực", expired),
    Rule::each(Warn, "citation.expired.law", CITING, "Viện dẫn luật đã được thay", old_law),
];

/// Names of laws in force, as the National Assembly gave them; the comma that they have is often left out.
const NAMES: [&str; 17] = [
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
    "Luật Cán bộ, công chức",
    "Luật An toàn, vệ sinh lao động",
    "Luật Phòng, chống tác hại của rượu, bia",
    "Luật Phòng, chống rửa tiền",
    "Luật Phòng, chống khủng bố",
    "Luật Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ",
];

fn name(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let starts = paragraph.phrases("luật").map(|range| at(paragraph, &range));
    let heads: Vec<usize> = starts.filter(|at| is_capital(paragraph, *at)).collect();
    if heads.is_empty() {
        return;
    }
    for law in NAMES {
        let phrase = lower(law).replace(',', "");
        let count = phrase.split(' ').count();
        for at in &heads {
            let Some(words) = paragraph.words.get(*at..at + count) else { break };
            if !words.iter().map(|word| word.small.as_str()).eq(phrase.split(' ')) {
                continue;
            }
            let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
            let range = first.at.start..last.at.end;
            let typed = paragraph.slice(range.clone());
            let one_line = typed.split_whitespace().collect::<Vec<_>>().join(" ");
            if lower(&one_line) != lower(law) && typed.starts_with('L') {
                report.mend(paragraph, range, law, format!("Tên đúng là {law}."));
            }
        }
    }
}

/// "Luật Hòa giải cơ sở": a word within the name of a law was lost.
fn word_lost(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in paragraph.phrases("luật") {
        let head = at(paragraph, &range);
        if !is_capital(paragraph, head) || !is_capital(paragraph, head + 1) {
            continue;
        }
        for (law, _) in PASSED.iter().filter(|(law, _)| named_at(paragraph, head + 1, law).is_none()) {
            let words: Vec<&str> = law.split(' ').collect();
            let without = |lost: &usize| [&words[..*lost], &words[lost + 1..]].concat().join(" ");
            let mut inner = (1..words.len() - 1).filter(|at| words.len() > 3 && words[*at] != "và");
            let found = inner.find_map(|lost| Some((lost, named_at(paragraph, head + 1, &without(&lost))?)));
            if let Some((lost, end)) = found
                && let Some(next) = paragraph.words.get(head + 1 + lost)
            {
                let with = format!("{} ", words[lost]);
                let message = format!("Tên luật thiếu chữ “{}”.", words[lost]);
                report.mend_part(paragraph, range.start..end, next.at.start..next.at.start, with, message);
            }
        }
    }
}

/// Laws without the word "luật", each with the years in which it was passed, anew or amended.
///
/// The years are those in the numbers of the laws: 33/2013/QH13. Amendments from 2025 on are not in it.
const PASSED: [(&str, &[u16]); 46] = [
    ("an toàn thực phẩm", &[2010, 2018]),
    ("ban hành văn bản quy phạm pháp luật", &[1996, 2002, 2008, 2015, 2020]),
    ("bình đẳng giới", &[2006]),
    ("bảo hiểm xã hội", &[2006, 2014, 2024]),
    ("bảo hiểm y tế", &[2008, 2014, 2024]),
    ("bảo vệ môi trường", &[1993, 2005, 2014, 2020]),
    ("bầu cử đại biểu quốc hội và đại biểu hội đồng nhân dân", &[2015]),
    ("chăn nuôi", &[2018, 2024]),
    ("công đoàn", &[1957, 1990, 2012, 2024]),
    ("căn cước", &[2023]),
    ("căn cước công dân", &[2014]),
    ("cư trú", &[2006, 2013, 2020]),
    ("di sản văn hóa", &[2001, 2009, 2024]),
    ("dân quân tự vệ", &[2009, 2019]),
    ("giao dịch điện tử", &[2005, 2023]),
    ("hòa giải ở cơ sở", &[2013]),
    ("hộ tịch", &[2014]),
    ("hợp tác xã", &[1996, 2003, 2012, 2023]),
    ("khiếu nại", &[2011, 2013]),
    ("lâm nghiệp", &[2017]),
    ("lưu trữ", &[2011, 2024]),
    ("mặt trận tổ quốc việt nam", &[1999, 2015]),
    ("nghĩa vụ quân sự", &[1981, 1990, 1994, 2005, 2015]),
    ("ngân sách nhà nước", &[1996, 1998, 2002, 2015]),
    ("người cao tuổi", &[2009]),
    ("người khuyết tật", &[2010]),
    ("phòng cháy và chữa cháy", &[2001, 2013]),
    ("phòng cháy chữa cháy và cứu nạn cứu hộ", &[2024]),
    ("phòng chống bạo lực gia đình", &[2007, 2022]),
    ("phòng chống ma túy", &[2000, 2008, 2021]),
    ("phòng chống mua bán người", &[2011, 2024]),
    ("phòng chống tham nhũng", &[2005, 2007, 2012, 2018]),
    ("phòng chống thiên tai", &[2013, 2020]),
    ("phổ biến giáo dục pháp luật", &[2012]),
    ("thanh niên", &[2005, 2020]),
    ("thanh tra", &[2004, 2010, 2022]),
    ("thi đua khen thưởng", &[2003, 2005, 2013, 2022]),
    ("thú y", &[2015]),
    ("thực hiện dân chủ ở cơ sở", &[2022]),
    ("tiếp công dân", &[2013]),
    ("tiếp cận thông tin", &[2016]),
    ("trẻ em", &[2016]),
    ("trồng trọt", &[2018]),
    ("tín ngưỡng tôn giáo", &[2016]),
    ("tố cáo", &[2011, 2018, 2020]),
    ("tổ chức chính quyền địa phương", &[2015, 2019]),
];

/// "Luật Phòng cháy và chữa cháy ngày 29 tháng 6 năm 2011": it is of 2001.
fn year(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    for range in paragraph.phrases("luật") {
        let head = at(paragraph, &range);
        let of_law = |(law, years): &(&str, &'static [u16])| {
            let (end, year) = said_year(paragraph, named_at(paragraph, head + 1, law)?)?;
            Some((end, year, *years))
        };
        let Some((end, year, years)) = PASSED.iter().find_map(of_law) else { continue };
        // "thực hiện Luật … năm 2024" in a plan for that year: the year may be that of the work.
        let of_plan = Some(year) == frame.date.year && paragraph.slice(range.end..end).contains("năm ");
        if year < SINCE && !years.contains(&year) && !of_plan {
            let said: Vec<String> = years.iter().map(u16::to_string).collect();
            let message =
                format!("Luật này được Quốc hội thông qua hoặc sửa đổi vào năm {}.", said.join(", "));
            report.tell(paragraph, range.start..end, message);
        }
    }
}

/// From this year on laws were amended by many others.
const SINCE: u16 = 2025;

/// The year of a law right behind its name, in a date or alone, and where it ends.
fn said_year(paragraph: &Paragraph, from: usize) -> Option<(usize, u16)> {
    let behind = paragraph.behind(from);
    let rest = behind.trim_start_matches([',', ' ']);
    let start = from + behind.len() - rest.len();
    if let Some(dated) = date_at(&paragraph.text, start) {
        return Some((dated.at.end, dated.parts.2));
    }
    let rest = rest.strip_prefix("năm ")?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let year = rest.get(..digits).filter(|year| year.len() == 4)?;
    Some((start + "năm ".len() + digits, year.parse().ok()?))
}

/// A document that was replaced: its number, the year of issue where others have had that number, the day
/// from which it is no longer in force, what took its place.
type Replaced = (&'static str, Option<u16>, (u16, u8, u8), &'static str);

/// Documents that plans still cite.
///
/// Sources: NĐ 30/2020/NĐ-CP, Điều 37 (the first three; the circular explained what it ended); of the laws
/// the National Database on Legal Documents (vbpl.vn) and texts that cite it, for the day from which the law
/// that took their place is in force; Quy định 399-QĐ/TW and 296-QĐ/TW as published, the latter with the list
/// of what it replaces; the-thuc.md for Hướng dẫn 05-HD/VPTW.
const EXPIRED: [Replaced; 20] = [
    ("110/2004/NĐ-CP", None, (2020, 3, 5), "Nghị định số 30/2020/NĐ-CP"),
    ("09/2010/NĐ-CP", None, (2020, 3, 5), "Nghị định số 30/2020/NĐ-CP"),
    ("01/2011/TT-BNV", None, (2020, 3, 5), "Nghị định số 30/2020/NĐ-CP"),
    ("61/2018/NĐ-CP", None, (2025, 7, 1), "Nghị định số 118/2025/NĐ-CP"),
    ("77/2015/QH13", None, (2025, 3, 1), "Luật Tổ chức chính quyền địa phương số 72/2025/QH15"),
    ("65/2025/QH15", None, (2025, 6, 16), "Luật Tổ chức chính quyền địa phương số 72/2025/QH15"),
    ("80/2015/QH13", None, (2025, 4, 1), "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15"),
    ("22/2008/QH12", None, (2025, 7, 1), "Luật Cán bộ, công chức số 80/2025/QH15"),
    ("11/2022/QH15", None, (2025, 7, 1), "Luật Thanh tra số 84/2025/QH15"),
    ("27/2001/QH10", None, (2025, 7, 1), "Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ số 55/2024/QH15"),
    ("66/2011/QH12", None, (2025, 7, 1), "Luật Phòng, chống mua bán người số 53/2024/QH15"),
    ("58/2014/QH13", None, (2025, 7, 1), "Luật Bảo hiểm xã hội số 41/2024/QH15"),
    ("83/2015/QH13", None, (2026, 1, 1), "Luật Ngân sách nhà nước số 89/2025/QH15"),
    ("45/2013/QH13", None, (2024, 8, 1), "Luật Đất đai số 31/2024/QH15"),
    ("15/2003/QH11", None, (2024, 1, 1), "Luật Thi đua, khen thưởng số 06/2022/QH15"),
    ("66-QĐ/TW", Some(2017), (2026, 1, 9), "Quy định số 399-QĐ/TW"),
    ("36-HD/VPTW", Some(2018), (2026, 5, 27), "Hướng dẫn số 05-HD/VPTW"),
    ("22-QĐ/TW", Some(2021), (2025, 5, 30), "Quy định số 296-QĐ/TW"),
    ("30-QĐ/TW", Some(2016), (2021, 7, 28), "Quy định số 296-QĐ/TW"),
    ("86-QĐ/TW", Some(2017), (2025, 5, 30), "Quy định số 296-QĐ/TW"),
];

fn expired(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let Some(issued) = issued(frame) else { return };
    for mention in &paragraph.mentions {
        // Each congress of the Party begins its numbers anew: without the year nothing is sure.
        let own = mention.date.as_ref().map(|date| date.parts.2);
        let found = EXPIRED
            .iter()
            .find(|(number, year, ..)| *number == mention.number && (year.is_none() || *year == own));
        let of_that_time =
            |(year, month, day): (u16, u8, u8)| Day::new(year, month, day).is_some_and(|day| issued >= day);
        if let Some((.., since, instead)) = found
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

/// A law that took the place of one of the same name, in small letters and without commas: its year, the day
/// from which it is in force, its number.
type Renewed = (&'static str, u16, (u16, u8, u8), &'static str);

/// Laws that plans still cite by the day of the one before.
///
/// The day stands in the last articles of each law.
const RENEWED: [Renewed; 17] = [
    ("ban hành văn bản quy phạm pháp luật", 2025, (2025, 4, 1), "64/2025/QH15"),
    ("bảo hiểm xã hội", 2024, (2025, 7, 1), "41/2024/QH15"),
    ("bảo vệ môi trường", 2020, (2022, 1, 1), "72/2020/QH14"),
    ("cán bộ công chức", 2025, (2025, 7, 1), "80/2025/QH15"),
    ("công đoàn", 2024, (2025, 7, 1), "50/2024/QH15"),
    ("cư trú", 2020, (2021, 7, 1), "68/2020/QH14"),
    ("di sản văn hóa", 2024, (2025, 7, 1), "45/2024/QH15"),
    ("giao dịch điện tử", 2023, (2024, 7, 1), "20/2023/QH15"),
    ("hợp tác xã", 2023, (2024, 7, 1), "17/2023/QH15"),
    ("lưu trữ", 2024, (2025, 7, 1), "33/2024/QH15"),
    ("ngân sách nhà nước", 2025, (2026, 1, 1), "89/2025/QH15"),
    ("phòng chống bạo lực gia đình", 2022, (2023, 7, 1), "13/2022/QH15"),
    ("phòng chống ma túy", 2021, (2022, 1, 1), "73/2021/QH14"),
    ("phòng chống mua bán người", 2024, (2025, 7, 1), "53/2024/QH15"),
    ("thi đua khen thưởng", 2022, (2024, 1, 1), "06/2022/QH15"),
    ("tổ chức chính quyền địa phương", 2025, (2025, 6, 16), "72/2025/QH15"),
    ("đất đai", 2024, (2024, 8, 1), "31/2024/QH15"),
];

/// "Luật Tổ chức chính quyền địa phương ngày 19/6/2015" in a plan of 2026.
fn old_law(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let Some(issued) = issued(frame) else { return };
    for range in paragraph.phrases("luật") {
        let head = at(paragraph, &range);
        let of_law = |law: &'static Renewed| Some((law, named_at(paragraph, head + 1, law.0)?));
        let Some(((_, since, from, number), end)) = RENEWED.iter().find_map(of_law) else { continue };
        let in_force = Day::new(from.0, from.1, from.2).is_some_and(|day| issued >= day);
        if let Some((end, _)) = said_year(paragraph, end).filter(|(_, year)| year < since && in_force) {
            let message = format!("Luật này đã được thay; nay là Luật số {number}.");
            report.tell(paragraph, range.start..end, message);
        }
    }
}

/// Where the name of a law ends, if it stands from a word on.
fn named_at(paragraph: &Paragraph, from: usize, law: &str) -> Option<usize> {
    let words = paragraph.words.get(from..from + law.split(' ').count())?;
    let same = words.iter().map(|word| word.small.as_str()).eq(law.split(' '));
    Some(words.last().filter(|_| same)?.at.end)
}
