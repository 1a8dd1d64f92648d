//! Counts of people and things: totals that their parts do not add up to.

use std::ops::Range;

use super::clauses::FIGURES;
use super::words::{Words, is_listed};
use crate::check::finding::Severity::{Hint, Warn};
use crate::check::manuscript::{Frame, Paragraph};
use crate::check::rule::{Report, Rule};

pub(super) const RULES: &[Rule] = &[
    Rule::each(Warn, "other.count", FIGURES, "Tổng số không bằng các phần cộng lại", count),
    Rule::each(Hint, "other.count.near", FIGURES, "Các phần cộng lại gần bằng tổng số", near),
];

/// Those of whom a list is a list of persons, whatever each is called: "15 thành viên: 01 Trưởng ban và …".
const PERSONS: &str =
    " người thành đồng đại ủy uỷ cán công hội đoàn đảng ông vị học nhân giáo chiến tình cộng ứng ";

/// A number of a text and the word behind it.
struct Number<'a> {
    at: Range<usize>,
    value: u64,
    unit: &'a str,
}

/// The whole numbers of a text that something is counted with: neither dates nor shares, nor bounds.
fn numbers(text: &str) -> Vec<Number<'_>> {
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
}

/// "88 điểm bán, trong đó khu A 34 điểm, khu B 28 điểm, khu C 24 điểm": some may be left out, but hardly two of them.
fn near(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let is_near = |total: &Total| {
        !total.is_whole && total.sum < total.value && (total.value - total.sum) <= total.value / 10
    };
    for total in totals(paragraph).into_iter().filter(is_near) {
        report.tell(
            paragraph,
            total.at,
            format!("Các phần kể sau cộng lại được {}: xem có thiếu không.", total.sum),
        );
    }
}

fn totals(paragraph: &Paragraph) -> Vec<Total> {
    let lead = |lead: &'static str| paragraph.phrases(lead).map(move |at| (at, lead == "gồm"));
    let colons = paragraph.text.match_indices(": ").map(|(at, mark)| (at..at + mark.len(), true));
    let colons = colons.filter(|(at, _)| paragraph.behind(at.end).starts_with(|c: char| c.is_ascii_digit()));
    let leads = lead("gồm").chain(lead("trong đó")).chain(colons);
    leads
        .filter_map(|(at, is_whole)| {
            let before = paragraph.before(at.start).trim_end_matches([' ', ',', ':']);
            let before = before.strip_suffix(" bao").unwrap_or(before).trim_end_matches([' ', ',']);
            let list = paragraph.behind(at.end).trim_start_matches([' ', ':']);
            let list = list.strip_prefix("có ").unwrap_or(list);
            // Behind the semicolon something else is told than what is in it.
            let list = if is_whole { list } else { list.split(';').next()? };
            let (at, value, sum) = total(before, list)?;
            (sum != value).then_some(Total { at, value, sum, is_whole })
        })
        .collect()
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
    let items = list.split(';').next()?.split(", ").flat_map(|item| item.split(" và "));
    let counted = |item: &str| numbers(item).first().filter(|own| own.at.start == 0).map(|own| own.value);
    let persons: Option<Vec<u64>> = items.map(|item| counted(item.trim())).collect();
    let parts = match persons {
        Some(parts) if parts.len() > 1 && is_listed(PERSONS, total.unit) => parts,
        _ => alike.collect(),
    };
    let sum = parts.iter().try_fold(0_u64, |sum, own| sum.checked_add(*own))?;
    (parts.len() > 1).then_some((clause + total.at.start..clause + total.at.end, total.value, sum))
}
