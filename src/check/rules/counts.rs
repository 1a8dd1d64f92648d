//! Counts of people and things: totals that their parts do not add up to.

use std::ops::Range;

use super::clauses::FIGURES;
use super::words::{Words, is_listed};
use crate::check::finding::Severity::Warn;
use crate::check::manuscript::{Frame, Paragraph};
use crate::check::rule::{Report, Rule};

pub(super) const RULES: &[Rule] =
    &[Rule::each(Warn, "other.count", FIGURES, "Tổng số không bằng các phần cộng lại", count)];

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
        if let Ok(value) = text[start..end].replace('.', "").parse()
            && unit.starts_with(char::is_alphabetic)
        {
            found.push(Number { at: start..end, value, unit });
        }
    }
    found
}

/// "130 người đăng ký, gồm thôn Đông 45 người; trường học 30 người": what is said to be all of it.
fn count(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for lead in paragraph.phrases("gồm") {
        let before = paragraph.before(lead.start).trim_end_matches([' ', ',', ':']);
        let list = paragraph.behind(lead.end).trim_start_matches([' ', ':']);
        tell(paragraph, before, list.strip_prefix("có ").unwrap_or(list), report);
    }
    for (at, _) in paragraph.text.match_indices(": ") {
        let list = paragraph.behind(at + 2);
        if list.starts_with(|c: char| c.is_ascii_digit()) {
            tell(paragraph, paragraph.before(at), list, report);
        }
    }
}

fn tell(paragraph: &Paragraph, before: &str, list: &str, report: &mut Report) {
    let sentence = list.split(". ").next().unwrap_or_default().trim_end_matches('.');
    // What is told of another total is no part of this one.
    let other = sentence.find(" gồm ").map_or(sentence, |at| &sentence[..at]);
    let list =
        if other.len() < sentence.len() { other.rsplit_once(';').map_or("", |(own, _)| own) } else { other };
    let clause = before.rfind([';', ':']).max(before.rfind(". ")).map_or(0, |at| at + 1);
    let Some(total) = numbers(&before[clause..]).pop() else { return };
    let between = &before[clause + total.at.end..];
    if between.split_whitespace().count() > 6 || between.contains(',') || list.says("mỗi ") {
        return;
    }
    let alike: Vec<u64> =
        numbers(list).iter().filter(|own| own.unit == total.unit).map(|own| own.value).collect();
    let items = list.split(';').next().unwrap_or_default().split(", ").flat_map(|item| item.split(" và "));
    let counted = |item: &str| numbers(item).first().filter(|own| own.at.start == 0).map(|own| own.value);
    let persons: Option<Vec<u64>> = items.map(|item| counted(item.trim())).collect();
    let parts = match persons {
        Some(parts) if parts.len() > 1 && is_listed(PERSONS, total.unit) => parts,
        _ => alike,
    };
    let sum = parts.iter().try_fold(0_u64, |sum, own| sum.checked_add(*own));
    if parts.len() > 1 && sum.is_some_and(|sum| sum != total.value) {
        let at = clause + total.at.start..clause + total.at.end;
        report.tell(paragraph, at, "Các phần kể sau cộng lại không bằng số này.");
    }
}
