//! Counts of people and things: totals that their parts do not add up to.

use std::ops::Range;

use super::clauses::FIGURES;
use super::words::{Words, is_listed};
use crate::check::finding::Severity::Warn;
use crate::check::manuscript::{Frame, Manuscript, Paragraph};
use crate::check::rule::{DIGITS, Report, Rule};
use crate::import::Role;
use crate::vietnamese::lower;

pub(super) const RULES: &[Rule] = &[
    Rule::each(Warn, "other.count", FIGURES, "Tổng số không bằng các phần cộng lại", count).near(DIGITS),
    Rule::each(Warn, "other.count.near", FIGURES, "Các phần cộng lại gần bằng tổng số", near).near(DIGITS),
    Rule::each(Warn, "other.count.names", FIGURES, "Số lượng không bằng số tên kể sau", names).near(DIGITS),
    Rule::whole(Warn, "other.count.items", FIGURES, "Số lượng không bằng số ý liệt kê sau", items).of_files(),
];

/// Those of whom a list is one of persons, whatever each is called: "15 thành viên: 01 Trưởng ban và …"; or of
/// bodies: "08 tổ chức đảng, gồm 03 đảng bộ và 05 chi bộ".
const PERSONS: &str = " người thành đồng đại ủy uỷ cán công hội đoàn đảng ông vị học nhân giáo chiến tình cộng ứng tổ đơn điển ";

/// A number of a text and the word behind it.
pub(super) struct Number<'a> {
    pub at: Range<usize>,
    pub value: u64,
    pub unit: &'a str,
}

/// The whole numbers of a text that something is counted with: neither dates nor shares, nor bounds.
pub(super) fn numbers(text: &str) -> Vec<Number<'_>> {
    let mut found: Vec<Number> = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(|c: char| c.is_ascii_digit()).map(|at| from + at) {
        let behind = |at: usize| text[at..].chars().next();
        let figures =
            text[start..].find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len() - start);
        let end = start + text[start..start + figures].trim_end_matches('.').len();
        from = end;
        let alone = text[..start].chars().next_back().is_none_or(|c| matches!(c, ' ' | '(' | '“'));
        if !alone || behind(end) != Some(' ') {
            continue;
        }
        let unit = text[end..].trim_start().split([' ', ',', ';', '.', ':', ')']).next().unwrap_or_default();
        // What money is told in, the rules of amounts look at.
        if let Ok(value) = text[start..end].replace('.', "").parse()
            && unit.starts_with(char::is_alphabetic)
            && (!unit.is_of(&["triệu", "tỷ", "tỉ", "nghìn", "ngàn", "đồng"])
                || text[end..].trim_start().starts_with("đồng chí"))
        {
            found.push(Number { at: start..end, value, unit });
        }
    }
    found
}

/// A total that its parts do not add up to.
struct Total {
    at: Range<usize>,
    value: u64,
    sum: u64,
    /// Whether the parts are said to be all of it: "gồm", and not "trong đó".
    is_whole: bool,
}

/// "130 người đăng ký, gồm thôn Đông 45 người; trường học 30 người": what is said to be all of it, or more than it.
fn count(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for total in totals(paragraph).into_iter().filter(|total| total.is_whole || total.sum > total.value) {
        report.tell(paragraph, total.at, format!("Các phần kể sau cộng lại được {}.", total.sum));
    }
    if let Some(total) = added(paragraph) {
        report.tell(paragraph, total.at, format!("Các phần kể trước cộng lại được {}.", total.sum));
    }
}

/// "88 điểm bán, trong đó khu A 34 điểm, khu B 28 điểm, khu C 24 điểm": some may be left out, but hardly two of them.
fn near(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let is_near = |total: &Total| {
        !total.is_whole && total.sum < total.value && (total.value - total.sum) <= total.value / 10
    };
    for total in totals(paragraph).into_iter().filter(is_near).chain(bracketed(paragraph)) {
        report.tell(
            paragraph,
            total.at,
            format!("Các phần kể sau cộng lại được {}: xem có thiếu không.", total.sum),
        );
    }
}

/// "185 bí thư, phó bí thư chi bộ (lớp thứ nhất 90 người, lớp thứ hai 85 người)": parts that nearly come to the
/// number before their brackets.
fn bracketed(paragraph: &Paragraph) -> impl Iterator<Item = Total> + '_ {
    paragraph.text.match_indices(" (").filter_map(|(open, _)| {
        let list = paragraph.behind(open + " (".len()).split(')').next()?;
        let before = paragraph.before(open);
        let clause = before.rfind([';', ':']).max(before.rfind(". ")).map_or(0, |at| at + 1);
        let total = numbers(&before[clause..]).pop()?;
        let parts = numbers(list);
        let (first, rest) = parts.split_first()?;
        let between = &before[clause + total.at.end..];
        // "19 xã, thị trấn (17 xã, 02 thị trấn)" names both.
        let alike = rest.iter().all(|own| own.unit == first.unit)
            || parts.iter().all(|own| between.split([' ', ',']).any(|word| word == own.unit));
        let alike = alike && !rest.is_empty();
        let sum = parts.iter().try_fold(0_u64, |sum, own| sum.checked_add(own.value))?;
        // "Tổng số có 08 cuộc giám sát (03 cuộc …, 06 cuộc …)": of the same things there are no more than in all.
        let is_more = sum > total.value && parts.iter().all(|own| own.unit == total.unit);
        let is_near = is_more || sum != total.value && sum.abs_diff(total.value) <= total.value / 10;
        let at = clause + total.at.start..clause + total.at.end;
        (alike && is_near).then_some(Total { at, value: total.value, sum, is_whole: false })
    })
}

/// "Hạ Lang 240 hộ, Phú Lễ 185 hộ; tổng cộng 425 hộ": parts before the number that they come to.
fn added(paragraph: &Paragraph) -> Option<Total> {
    let lead = paragraph.phrases("tổng cộng").next()?;
    let before = paragraph.before(lead.start);
    let sentence = &before[before.rfind(". ").map_or(0, |at| at + 1)..];
    let total = numbers(paragraph.behind(lead.end)).into_iter().next()?;
    let between = &paragraph.behind(lead.end)[..total.at.start];
    let direct = between.trim_matches([' ', ':']).is_empty() || between.trim() == "là";
    let parts = numbers(sentence);
    let alike = parts.len() > 1 && parts.iter().all(|own| own.unit == total.unit);
    let sum = parts.iter().try_fold(0_u64, |sum, own| sum.checked_add(own.value))?;
    let at = lead.end + total.at.start..lead.end + total.at.end;
    let wrong = direct && alike && sum != total.value && !sentence.says("mỗi ");
    wrong.then_some(Total { at, value: total.value, sum, is_whole: true })
}

fn totals(paragraph: &Paragraph) -> Vec<Total> {
    let lead = |lead: &'static str| paragraph.phrases(lead).map(move |at| (at, lead != "trong đó"));
    let colons = paragraph.text.match_indices(": ").map(|(at, mark)| (at..at + mark.len(), true));
    let colons = colons.filter(|(at, _)| paragraph.behind(at.end).starts_with(|c: char| c.is_ascii_digit()));
    let leads = lead("gồm").chain(lead("chia theo")).chain(lead("trong đó")).chain(colons);
    leads
        .filter_map(|(at, is_whole)| {
            let before = paragraph.before(at.start).trim_end_matches([' ', ',', ':']);
            let before = before.strip_suffix(" bao").unwrap_or(before).trim_end_matches([' ', ',']);
            let list = paragraph.behind(at.end).trim_start_matches([' ', ':']);
            let list = list.strip_prefix("có ").unwrap_or(list);
            // Behind the semicolon something else is told than what is in it.
            let is_whole = is_whole || parts_all(before, list) || ends_alike(before, list);
            let list = if is_whole || are_alike(list) { list } else { list.split(';').next()? };
            let (at, value, sum) = total(before, list)?;
            // "07 đợt thiên tai, gồm 03 đợt mưa lớn, 02 trận lốc, 02 đợt rét": whatever each is called.
            (sum != value && counted(list) != value).then_some(Total { at, value, sum, is_whole })
        })
        .collect()
}

/// The items of a list.
fn items_of(list: &str) -> impl Iterator<Item = &str> {
    list.split(", ").flat_map(|item| item.split(" và ")).map(str::trim)
}

/// The number that an item begins with.
fn count_of(item: &str) -> Option<u64> {
    numbers(item).first().filter(|own| own.at.start == 0).map(|own| own.value)
}

/// What the items of a list that begin with a number add up to.
fn counted(list: &str) -> u64 {
    let list = list.split([';', '.']).next().unwrap_or_default();
    items_of(list).filter_map(count_of).fold(0, u64::saturating_add)
}

/// So many parts of a list are hardly some of them.
const MANY: usize = 3;

/// Whether a list parts what was counted: "1.500 suất quà, trong đó: 600 suất …; 500 suất …; 300 suất …".
fn parts_all(before: &str, list: &str) -> bool {
    let Some(unit) = numbers(before).pop().map(|own| own.unit) else { return false };
    let sentence = list.split(". ").next().unwrap_or_default();
    let begins = |part: &str| {
        numbers(part.trim_start()).first().is_some_and(|own| own.at.start == 0 && own.unit == unit)
    };
    sentence.split(';').count() >= MANY && sentence.split(';').all(begins)
}

/// Whether a list of offices ends with the others: "09 thành viên, trong đó có 01 trưởng đoàn, 01 thư ký và 06
/// thành viên".
fn ends_alike(before: &str, list: &str) -> bool {
    let Some(unit) = numbers(before).pop().map(|own| own.unit) else { return false };
    let items: Vec<&str> = items_of(list.split([';', '.']).next().unwrap_or_default()).collect();
    let last = items.last().and_then(|item| numbers(item).pop());
    items.len() >= MANY
        && items.iter().all(|item| count_of(item).is_some())
        && last.is_some_and(|last| last.unit == unit)
}

/// Whether the parts of a list that semicolons part tell the same things: "… 04 lớp, 120 em; … 04 lớp, 120 em".
fn are_alike(list: &str) -> bool {
    let sentence = list.split(". ").next().unwrap_or_default();
    let mut parts =
        sentence.split(';').map(|part| numbers(part).iter().map(|own| own.unit).collect::<Vec<_>>());
    let first = parts.next().unwrap_or_default();
    first.len() > 1 && parts.all(|part| part == first)
}

/// The last number of what stands before a list, where, and what the parts in the list add up to.
fn total(before: &str, list: &str) -> Option<(Range<usize>, u64, u64)> {
    let sentence = list.split(". ").next()?.trim_end_matches('.');
    // What is told of another total is no part of this one.
    let list = match sentence.find(" gồm ").or_else(|| sentence.find(" trong đó ")) {
        Some(other) => sentence[..other].rsplit_once(';')?.0,
        None => sentence,
    };
    let clause = before.rfind([';', ':']).max(before.rfind(". ")).map_or(0, |at| at + 1);
    let total = numbers(&before[clause..]).pop()?;
    let between = &before[clause + total.at.end..];
    if between.split_whitespace().count() > 6 || between.contains(',') || list.says("mỗi ") {
        return None;
    }
    let alike = numbers(list).into_iter().filter(|own| own.unit == total.unit).map(|own| own.value);
    let persons: Option<Vec<u64>> = items_of(list.split(';').next()?).map(count_of).collect();
    // "06 tổ chức đảng, gồm 03 chi bộ: …, … và 02 đảng bộ: …": of each kind their names.
    let kinds = numbers(list).into_iter().filter(|own| leads_names(&list[own.at.end..]).is_some());
    let kinds: Vec<u64> = kinds.map(|own| own.value).collect();
    let parts = match persons {
        Some(parts) if parts.len() > 1 && is_listed(PERSONS, total.unit) => parts,
        _ if kinds.len() > 1 && list.starts_with(|c: char| c.is_ascii_digit()) => kinds,
        _ => alike.collect(),
    };
    let sum = parts.iter().try_fold(0_u64, |sum, own| sum.checked_add(*own))?;
    (parts.len() > 1).then_some((clause + total.at.start..clause + total.at.end, total.value, sum))
}

/// The most words of what is counted before its names.
const KIND: usize = 5;

/// The most words of a name.
const NAME: usize = 7;

/// What is named by short names.
const UNITS: &str = " thôn xóm ấp khóm buôn xã phường huyện quận tỉnh ";

/// What no name says.
const JOINING: [&str; 12] =
    ["do", "là", "gồm", "có", "tại", "để", "theo", "của", "từ", "đến", "được", "trong"];

/// What stands behind the name of a person.
const OFFICES: [&str; 8] =
    ["Phó ", "Trưởng ", "Chủ tịch", "Bí thư", "Ủy viên", "Giám đốc", "Chánh ", "Hiệu trưởng"];

/// Where the names begin, in the text behind a number: " huyện: Hoằng Hóa, …", " chi bộ, gồm Chi bộ thôn Đông, …".
fn leads_names(behind: &str) -> Option<usize> {
    let ends = [":", " gồm "].into_iter().filter_map(|lead| Some((behind.find(lead)?, lead.len())));
    let (kind, lead) = ends.min()?;
    let words = &behind[..kind];
    let words = [" gồm", " bao"].iter().fold(words, |words, own| words.strip_suffix(own).unwrap_or(words));
    let words = words.trim_end_matches(',');
    let plain = !words.contains(|c: char| c.is_ascii_digit() || matches!(c, ',' | ';' | '.' | '('));
    let rest = &behind[kind + lead..];
    let names = rest.trim_start();
    let leads = rest.starts_with(' ') || behind[..kind + lead].ends_with(' ');
    (plain && (1..=KIND).contains(&words.split_whitespace().count()) && leads && names.begins_big())
        .then_some(behind.len() - names.len())
}

/// How many names a list holds that begins a text, at least and at most: what "và" joins may be one name.
/// `None` where it is not clear that there are names and nothing else.
fn named(list: &str) -> Option<(u64, u64)> {
    let sentence = list.split(". ").next()?.trim_end_matches(['.', '/']);
    let end = sentence.find([';', ':', '(', '“']).unwrap_or(sentence.len());
    // Behind a semicolon the next name may follow: "Nguyễn Văn An, Bí thư; …".
    let goes_on = sentence[end..].strip_prefix("; ").is_some_and(|rest| rest.begins_big());
    if goes_on || sentence[end..].starts_with(['(', '“']) {
        return None;
    }
    let sentence = &sentence[..end];
    // What begins the next count is no name: "và 02 đảng bộ: …".
    let (mut least, mut joined) = (0, 0);
    let kind = sentence.split(' ').next()?;
    for item in sentence.split(", ") {
        let mut parts = item.split(" và ");
        let first = parts.next()?;
        let mut words = first.split(' ');
        let is_office = OFFICES.iter().any(|office| first.starts_with(office));
        if !first.begins_big()
            || is_office
            || words.clone().count() > NAME
            || words.any(|word| word.is_of(&JOINING))
        {
            return None;
        }
        least += 1;
        for part in parts {
            // "và ấp Tư" names one, too; "và mỗi huyện chọn …" says something else.
            if !part.begins_big() {
                joined += u64::from(part.split(' ').nth(1).is_some_and(|word| word.begins_big()));
                return (least > 1).then_some((least, least + joined));
            }
            // "Chi bộ thôn Đông và Chi bộ thôn Tây" are two names.
            if part.split(' ').next() == Some(kind) {
                least += 1;
            } else {
                joined += 1;
            }
        }
    }
    (least > 1).then_some((least, least + joined))
}

/// So many items no list has.
const MOST: u64 = 100;

/// How deep a paragraph stands in the outline.
fn depth(role: Role) -> Option<usize> {
    [Role::Section, Role::Clause, Role::Subclause, Role::Point, Role::Dash]
        .iter()
        .position(|own| *own == role)
}

/// Whether the items below a paragraph begin with a word, those of the level of the first.
fn each_begins(behind: &[Paragraph], word: &str) -> bool {
    let Some(first) = behind.first() else { return false };
    let mut items = behind
        .iter()
        .take_while(|next| next.role.is_of_text() && depth(next.role) >= depth(first.role))
        .filter(|next| next.role == first.role);
    items.all(|item| item.said().split(' ').next().is_some_and(|own| lower(own) == word))
}

/// "phản biện 05 dự thảo văn bản sau:", and four items follow.
fn items(manuscript: &Manuscript, report: &mut Report) {
    for (at, paragraph) in manuscript.paragraphs.iter().enumerate() {
        let said = paragraph.text.trim_end();
        let Some(head) = said.strip_suffix(':') else { continue };
        let behind = &manuscript.paragraphs[at + 1..];
        let (head, own) = match head.strip_suffix(" sau").or(head.strip_suffix(" sau đây")) {
            Some(head) => (head, numbers(head).pop()),
            // "Thành lập 04 đoàn:", and each item begins with "Đoàn".
            None => (head, numbers(head).into_iter().rev().find(|own| each_begins(behind, own.unit))),
        };
        let Some(own) = own else { continue };
        let kind = head[own.at.end..].trim_end_matches(" gồm").trim_end_matches(',');
        let Some(level) = behind.first().and_then(|first| depth(first.role)) else { continue };
        let inside = behind.iter().take_while(|next| match depth(next.role) {
            Some(depth) => depth >= level,
            // Text may belong to an item that has a number; dashes it ends.
            None => next.role.is_of_text() && behind[0].role != Role::Dash,
        });
        let count = inside.filter(|next| next.role == behind[0].role).count();
        // "… năm 2026 như sau:" and "tháng 5 như sau:" count nothing.
        let listed = kind.contains([';', '(']) || kind.contains(',') && !each_begins(behind, own.unit);
        let plain = !listed && !kind.says("như") && own.value < MOST;
        let long = if each_begins(behind, own.unit) { 2 * KIND } else { KIND };
        let plain = plain && kind.split_whitespace().count() <= long;
        let below = depth(paragraph.role).is_none_or(|depth| depth < level);
        if plain && below && own.value > 1 && count > 1 && own.value != count as u64 {
            report.tell(paragraph, own.at.start..said.len(), format!("Sau đây có {count} ý."));
        }
    }
}

/// "Ủy ban nhân dân 03 huyện: Hoằng Hóa, Thọ Xuân, Như Thanh, Quan Sơn": these are four.
fn names(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for own in numbers(&paragraph.text) {
        let behind = paragraph.behind(own.at.end);
        let Some(start) = leads_names(behind) else { continue };
        let Some((least, most)) = named(&behind[start..]) else { continue };
        // Of units "Tân Phú và Tân Hiệp" are two.
        let least = if is_listed(UNITS, own.unit) { most } else { least };
        if own.value > 1 && !(least..=most).contains(&own.value) {
            report.tell(paragraph, own.at, format!("Kể sau là {least} tên."));
        }
    }
}
