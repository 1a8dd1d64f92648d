//! Units that two-level local government does not know: districts, towns, provinces that were merged.

use std::ops::Range;

use super::clauses::TWO_LEVELS;
use super::words::{Words, is_capital};
use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Frame, Paragraph};
use crate::check::place_names::{GONE, PlaceName, comparable};
use crate::check::rule::{Report, Rule};
use crate::import::Role;
use crate::plan::Day;
use crate::vietnamese::lower;

pub(super) const RULES: &[Rule] = &[
    Rule::each(Error, "unit.district", TWO_LEVELS, "Cơ quan cấp huyện sau 01/7/2025", district_body),
    Rule::each(
        Error,
        "unit.district.city",
        TWO_LEVELS,
        "Cơ quan của thành phố thuộc tỉnh sau 01/7/2025",
        city_body,
    ),
    Rule::each(Warn, "unit.district.level", TWO_LEVELS, "Cấp huyện, tên huyện sau 01/7/2025", district),
    Rule::each(Warn, "unit.town", TWO_LEVELS, "Thị trấn sau 01/7/2025", town),
    Rule::each(Warn, "unit.city", TWO_LEVELS, "Thành phố thuộc tỉnh sau 01/7/2025", city),
    Rule::each(Warn, "unit.department", TWO_LEVELS, "Sở, phòng đã hợp nhất năm 2025", department),
    Rule::each(Warn, "unit.province", MERGED, "Tỉnh đã sáp nhập", merged),
];

const MERGED: &str = "Nghị quyết số 202/2025/QH15: 34 tỉnh, thành phố từ 12/6/2025";

/// Words that say that something is told of the past, or of what became of a unit.
const PAST: [&str; 12] = [
    " cũ",
    "trước đây",
    "trước sắp xếp",
    "trước khi sắp xếp",
    "sáp nhập",
    "giải thể",
    "kết thúc hoạt động",
    "tiếp nhận từ",
    "bàn giao",
    "chuyển giao",
    "(nay là",
    "trước ngày 01/7/2025",
];

/// So many bytes around a name may say so.
const NEAR: usize = 120;

/// Whether the unit at a range is one that the text may name: in the citation of a document of that time,
/// or where it is told what became of it.
pub(super) fn is_past(paragraph: &Paragraph, range: &Range<usize>) -> bool {
    let text = &paragraph.text;
    let cut = |from: usize, to: usize| {
        let from = (0..=from).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let to = (to..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
        &text[from..to]
    };
    // What a semicolon parts from it tells of something else: "bàn giao cây; phối hợp với … huyện …".
    let before = cut(range.start.saturating_sub(NEAR), range.start).rsplit(';').next().unwrap_or_default();
    let behind = cut(range.end, (range.end + NEAR).min(text.len())).split(';').next().unwrap_or_default();
    let near = lower(&format!("{before}{}{behind}", paragraph.slice(range.clone())));
    PAST.iter().any(|past| near.says(past)) || in_old_citation(paragraph, range)
}

/// Whether a range belongs to what is said of a document of before 01/7/2025.
fn in_old_citation(paragraph: &Paragraph, range: &Range<usize>) -> bool {
    let before = paragraph.mentions.iter().rfind(|mention| mention.range.start <= range.start);
    let Some(mention) = before else { return false };
    let since = Day::new(2025, 7, 1);
    let old = mention
        .date
        .as_ref()
        .is_some_and(|date| date.day().zip(since).is_none_or(|(day, since)| day < since));
    let between = paragraph.slice(mention.range.end..range.start);
    old && !between.contains([';', '.'])
}

/// Whether a paragraph is read for units: not the head, nor a name.
fn is_read(paragraph: &Paragraph, frame: &Frame) -> bool {
    frame.is_two_level() && !matches!(paragraph.role, Role::SignerName | Role::Number | Role::Emblem)
}

/// Bodies of a level that is no more.
const BODIES: [&str; 18] = [
    "ủy ban nhân dân huyện",
    "ubnd huyện",
    "ubnd quận",
    "ubnd thị xã",
    "ubnd thị trấn",
    "hội đồng nhân dân huyện",
    "hđnd huyện",
    "mặt trận tổ quốc việt nam huyện",
    "mttq huyện",
    "mttq việt nam huyện",
    "huyện ủy",
    "quận ủy",
    "thị ủy",
    "công an huyện",
    "chỉ huy quân sự huyện",
    "ủy ban nhân dân quận",
    "ủy ban nhân dân thị xã",
    "đoàn thanh niên huyện",
];

/// The bodies of districts that a paragraph names.
fn bodies(paragraph: &Paragraph) -> Vec<Range<usize>> {
    BODIES.iter().flat_map(|body| paragraph.phrases(body)).collect()
}

fn district_body(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    if !is_read(paragraph, frame) {
        return;
    }
    for range in bodies(paragraph) {
        if !is_past(paragraph, &range) {
            report.tell(paragraph, range, "Từ 01/7/2025 không còn cơ quan cấp huyện.");
        }
    }
}

/// Names behind a noun: the words with capitals or figures that follow it at once.
pub(super) fn name_behind(paragraph: &Paragraph, at: usize) -> Option<Range<usize>> {
    let first = paragraph.words.get(at + 1)?;
    let mut end = at;
    for next in paragraph.words.iter().skip(at + 1).take(4) {
        let joint = paragraph.text.get(paragraph.words.get(end)?.at.end..next.at.start)?;
        let capital =
            paragraph.slice(next.at.clone()).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        if joint != " " || !capital {
            break;
        }
        end += 1;
    }
    (end > at).then(|| first.at.start..paragraph.words[end].at.end)
}

fn district(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    if !is_read(paragraph, frame) {
        return;
    }
    let bodies = bodies(paragraph);
    for (at, word) in paragraph.words.iter().enumerate() {
        let before =
            at.checked_sub(1).and_then(|at| paragraph.words.get(at)).map_or("", |word| word.small.as_str());
        let next = paragraph.words.get(at + 1).map_or("", |word| word.small.as_str());
        let named = name_behind(paragraph, at);
        let level = before.is_of(&["cấp", "các", "từng", "mỗi"]);
        let end = match word.small.as_str() {
            // Roads keep the name of their class.
            "huyện" if !before.is_of(&["đường", "liên", "tuyến"]) && next != "lộ" => {
                named.map_or(word.at.end, |name| name.end)
            }
            "quận" if named.is_some() => named.map_or(word.at.end, |name| name.end),
            "thị" if next == "xã" => match name_behind(paragraph, at + 1) {
                Some(name) => name.end,
                None => continue,
            },
            _ => continue,
        };
        let start = if level { paragraph.words[at - 1].at.start } else { word.at.start };
        let range = start..end;
        let told = bodies.iter().any(|body| body.start < range.end && range.start < body.end);
        if !told && !is_past(paragraph, &range) {
            report.tell(paragraph, range, "Từ 01/7/2025 không còn đơn vị hành chính cấp huyện.");
        }
    }
}

fn town(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    if !is_read(paragraph, frame) {
        return;
    }
    for range in paragraph.phrases("thị trấn") {
        let at = paragraph.words.iter().position(|word| word.at.end == range.end);
        let level = paragraph.before(range.start).trim_end().ends_with(['ã', ',']);
        let named = at.and_then(|at| name_behind(paragraph, at));
        if (named.is_some() || level) && !is_past(paragraph, &range) {
            let end = named.map_or(range.end, |name| name.end);
            report.tell(paragraph, range.start..end, "Từ 01/7/2025 cấp xã gồm xã, phường, đặc khu.");
        }
    }
}

/// The cities under the State.
pub(super) const CITIES: [&str; 6] = ["Hà Nội", "Huế", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ"];

/// What bodies of a city are called before its name.
const OF_CITIES: [&str; 8] = [
    "công an",
    "ubnd",
    "hđnd",
    "ủy ban nhân dân",
    "hội đồng nhân dân",
    "mttq",
    "mttq việt nam",
    "chỉ huy quân sự",
];

/// The cities of provinces that a paragraph names, each with the body of it that is meant.
fn cities<'a>(
    paragraph: &'a Paragraph,
    frame: &Frame,
) -> impl Iterator<Item = (&'a PlaceName, Option<Range<usize>>)> {
    let under_province = |place: &&PlaceName| {
        place.noun.is_of(&["thành phố", "thành ủy"])
            && CITIES.iter().all(|city| comparable(city) != comparable(&place.name))
    };
    let read = is_read(paragraph, frame);
    let cities = paragraph.places.iter().filter(move |place| read && under_province(place));
    cities.filter(|city| !is_past(paragraph, &city.at)).map(|city| {
        let of_city = |body: &Range<usize>| paragraph.slice(body.end..city.at.start.max(body.end)) == " ";
        let body = OF_CITIES.iter().find_map(|body| paragraph.phrases(body).find(of_city));
        let body = if city.noun == "thành ủy" { Some(city.at.start) } else { body.map(|body| body.start) };
        (city, body.map(|start| start..city.at.end))
    })
}

fn city_body(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    for body in cities(paragraph, frame).filter_map(|(_, body)| body) {
        report.tell(paragraph, body, "Từ 01/7/2025 không còn cơ quan của thành phố thuộc tỉnh.");
    }
}

fn city(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    for (city, _) in cities(paragraph, frame).filter(|(_, body)| body.is_none()) {
        report.tell(paragraph, city.at.clone(), "Từ 01/7/2025 không còn thành phố thuộc tỉnh.");
    }
}

/// Departments that were merged into others on 01/3/2025, or were of districts: their words, and what does their
/// work now.
const MERGED_BODIES: [(&str, &str); 11] = [
    ("sở lao động thương binh và xã hội", "Sở Nội vụ"),
    ("sở thông tin và truyền thông", "Sở Khoa học và Công nghệ"),
    ("sở kế hoạch và đầu tư", "Sở Tài chính"),
    ("sở tài nguyên và môi trường", "Sở Nông nghiệp và Môi trường"),
    ("sở nông nghiệp và phát triển nông thôn", "Sở Nông nghiệp và Môi trường"),
    ("sở giao thông vận tải", "Sở Xây dựng"),
    ("phòng lao động thương binh và xã hội", "Phòng Văn hóa - Xã hội"),
    ("phòng giáo dục và đào tạo", "Phòng Văn hóa - Xã hội"),
    ("phòng tài nguyên và môi trường", "Phòng Kinh tế"),
    ("phòng tài chính kế hoạch", "Phòng Kinh tế"),
    ("phòng văn hóa và thông tin", "Phòng Văn hóa - Xã hội"),
];

/// "Phòng Lao động - Thương binh và Xã hội" in a plan of 2026.
fn department(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    if !is_read(paragraph, frame) {
        return;
    }
    for (head, _) in ["sở", "phòng"].iter().flat_map(|noun| paragraph.phrases(noun).with_word()) {
        let words = || paragraph.words[head..].iter().map(|word| word.small.as_str());
        let own = MERGED_BODIES.iter().find(|(gone, _)| {
            let count = gone.split(' ').count();
            words().take(count).eq(gone.split(' '))
        });
        let Some((gone, now)) = own.filter(|_| is_capital(paragraph, head)) else { continue };
        let last = head + gone.split(' ').count() - 1;
        let range = paragraph.words[head].at.start..paragraph.words[last].at.end;
        if !is_past(paragraph, &range) {
            let message = format!("Cơ quan này không còn từ năm 2025; việc của nó nay thuộc {now}.");
            report.tell(paragraph, range, message);
        }
    }
}

fn merged(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    if !is_read(paragraph, frame) {
        return;
    }
    for place in paragraph.places.iter().filter(|place| place.noun.is_of(&["tỉnh", "tỉnh ủy"])) {
        let own = comparable(&place.name);
        if let Some((_, now)) = GONE.iter().find(|(gone, _)| comparable(gone) == own)
            && !is_past(paragraph, &place.at)
        {
            report.tell(paragraph, place.at.clone(), format!("Tỉnh này nay thuộc {now}."));
        }
    }
}
