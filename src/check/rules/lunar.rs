//! Years by their names of the lunar calendar: Quý Mão, Giáp Thìn.

use std::hash::Hash;

use super::words::{is_capital, small};
use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph};
use crate::check::rule::{DIGITS, Notes, Report, Rule};
use crate::import::Role;

const NAME: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II, mục V: tên năm âm lịch viết hoa";
const YEAR: &str = "Tên năm âm lịch và năm dương lịch phải là một năm";

pub(super) const RULES: &[Rule] = &[
    Rule::each(Error, "caps.org.lunar-year", NAME, "Tên năm âm lịch viết thường", capitals).mends(),
    Rule::each(Error, "other.lunar-year", YEAR, "Tên năm âm lịch không phải của năm đi kèm", year)
        .near(DIGITS)
        .mends(),
    Rule::each(Warn, "other.lunar-year.past", YEAR, "Tết, mùa xuân của năm đã qua", past),
    Rule::whole(Warn, "other.lunar-year.mixed", YEAR, "Hai năm âm lịch trong một kế hoạch", mixed)
        .reading(mixed_read),
];

/// The ten stems, from the year 4 of our era on, in which both series began.
const STEMS: [&str; 10] = ["Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý"];
const BRANCHES: [&str; 12] =
    ["Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"];

/// The name of a year by its number in the cycle of sixty.
fn of_cycle(at: usize) -> String {
    format!("{} {}", STEMS[at % STEMS.len()], BRANCHES[at % BRANCHES.len()])
}

/// The name of the lunar year that begins in a year of our era.
fn name(year: usize) -> String {
    of_cycle(year + 60 - 4)
}

/// The same in small letters, each with the spelling that has i for y.
const SMALL_STEMS: [[&str; 2]; 10] = [
    ["giáp", ""],
    ["ất", ""],
    ["bính", ""],
    ["đinh", ""],
    ["mậu", ""],
    ["kỷ", "kỉ"],
    ["canh", ""],
    ["tân", ""],
    ["nhâm", ""],
    ["quý", "quí"],
];
const SMALL_BRANCHES: [[&str; 2]; 12] = [
    ["tý", "tí"],
    ["sửu", ""],
    ["dần", ""],
    ["mão", "mẹo"],
    ["thìn", ""],
    ["tỵ", "tị"],
    ["ngọ", ""],
    ["mùi", ""],
    ["thân", ""],
    ["dậu", ""],
    ["tuất", ""],
    ["hợi", ""],
];

/// The number of a stem and a branch in small letters in the cycle of sixty; other pairs name no year.
fn in_cycle(stem: &str, branch: &str) -> Option<usize> {
    let place = |names: &[[&str; 2]], typed: &str| names.iter().position(|name| name.contains(&typed));
    let branch = place(&SMALL_BRANCHES, branch)?;
    let stem = place(&SMALL_STEMS, stem)?;
    (0..60).find(|at| at % STEMS.len() == stem && at % BRANCHES.len() == branch)
}

/// The place of each pair of words that names a lunar year, with its number in the cycle and the year of our
/// era that stands behind it, if one does.
fn years(paragraph: &Paragraph) -> impl Iterator<Item = (usize, usize, Option<usize>)> + '_ {
    // By the branches, which few texts have.
    let branches = SMALL_BRANCHES.iter().flatten().filter(|name| !name.is_empty());
    branches.flat_map(|name| paragraph.phrases(name)).filter_map(|range| {
        let at = super::words::at(paragraph, &range).checked_sub(1)?;
        let (stem, branch) = (paragraph.words.get(at)?, paragraph.words.get(at + 1)?);
        let close = paragraph.slice(stem.at.end..branch.at.start) == " ";
        let cycle = in_cycle(&stem.small, &branch.small).filter(|_| close)?;
        let behind = if small(paragraph, Some(at + 2)) == "năm" { at + 3 } else { at + 2 };
        let year = paragraph.words.get(behind).filter(|word| word.letters == 4);
        let gap = year.map_or("", |year| paragraph.slice(branch.at.end..year.at.start));
        let joined = gap.chars().count() < 8 && !gap.contains([',', ';', '.']);
        Some((at, cycle, year.filter(|_| joined).and_then(|year| year.small.parse().ok())))
    })
}

fn capitals(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, cycle, year) in years(paragraph) {
        // "Quý thân hữu" is none.
        let told =
            year.is_some() || matches!(small(paragraph, at.checked_sub(1)), "xuân" | "tết" | "năm" | "đán");
        if told && !(is_capital(paragraph, at) && is_capital(paragraph, at + 1)) {
            let range = paragraph.words[at].at.start..paragraph.words[at + 1].at.end;
            report.mend(paragraph, range, of_cycle(cycle), "Tên năm âm lịch viết hoa cả hai chữ.");
        }
    }
}

fn year(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, cycle, year) in years(paragraph) {
        if let Some(year) = year.filter(|year| (1900..2100).contains(year) && (year + 56) % 60 != cycle) {
            let range = paragraph.words[at].at.start..paragraph.words[at + 1].at.end;
            let message = format!("Năm {year} là năm {}.", name(year));
            report.mend(paragraph, range, name(year), message);
        }
    }
}

/// The lunar years that are named without one of our era, in sentences and in the title.
fn bare(paragraph: &Paragraph) -> impl Iterator<Item = (usize, usize)> + '_ {
    let read = paragraph.is_prose() && paragraph.mentions.is_empty();
    let years =
        years(paragraph).filter(move |(at, _, year)| read && year.is_none() && is_capital(paragraph, *at));
    years.map(|(at, cycle, _)| (at, cycle))
}

/// "mừng Xuân Giáp Thìn" in a plan of 2025.
fn past(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let Some(year) = frame.date.year.map(usize::from) else { return };
    for (at, cycle) in bare(paragraph) {
        let spring = matches!(small(paragraph, at.checked_sub(1)), "xuân" | "tết" | "đán");
        if spring && (year + 55) % 60 == cycle {
            let range = paragraph.words[at].at.start..paragraph.words[at + 1].at.end;
            let message = format!("Năm {year} là năm {}: xem có sót tên năm cũ không.", name(year));
            report.tell(paragraph, range, message);
        }
    }
}

/// The lunar years that a plan speaks of as its own, with whether one of our era stands behind: those of what
/// it rests on are told before its name.
fn own_years(paragraph: &Paragraph) -> impl Iterator<Item = (usize, usize, bool)> + '_ {
    let is_own = move |at: usize| {
        let named = paragraph.text.rfind("ế hoạch").unwrap_or(0);
        let cited = paragraph.mentions.last().is_some_and(|mention| mention.range.end > named);
        let from = if paragraph.role == Role::Opening { named } else { 0 };
        is_capital(paragraph, at)
            && paragraph.words[at].at.start >= from
            && (!cited || paragraph.role == Role::Subject)
    };
    years(paragraph)
        .filter(move |(at, ..)| paragraph.is_prose() && is_own(*at))
        .map(|(at, cycle, year)| (at, cycle, year.is_some()))
}

/// "ngày 25 tháng Chạp năm Ất Tỵ" is a day of the year before.
fn is_day(paragraph: &Paragraph, at: usize) -> bool {
    small(paragraph, at.checked_sub(1)) == "năm"
}

/// "Tết Ất Tỵ" once in a plan that speaks of Bính Ngọ elsewhere: left over from last year's.
fn mixed(manuscript: &Manuscript, report: &mut Report) {
    let all = manuscript
        .paragraphs
        .iter()
        .flat_map(|own| own_years(own).map(move |(at, cycle, dated)| (own, at, cycle, dated)));
    let all: Vec<_> = all.collect();
    for (own, at, cycle, _) in all.iter().filter(|(own, at, _, dated)| !dated && !is_day(own, *at)) {
        let mine = all.iter().filter(|(_, _, other, _)| other == cycle).count();
        // The year before ends where the next begins: what is named more often is meant.
        if let Some((_, _, other, _)) = all.iter().find(|(_, _, other, _)| (*cycle + 1) % 60 == *other)
            && mine < all.len() - mine
        {
            let range = own.words[*at].at.start..own.words[*at + 1].at.end;
            report.tell(
                own,
                range,
                format!("Chỗ khác ghi {}: xem có sót tên năm cũ không.", of_cycle(*other)),
            );
        }
    }
}

fn mixed_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    own_years(paragraph).for_each(|(at, cycle, dated)| (cycle, dated, is_day(paragraph, at)).hash(notes));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_have_the_names_of_the_calendar() {
        for (year, expected) in
            [(2016, "Bính Thân"), (2021, "Tân Sửu"), (2023, "Quý Mão"), (2026, "Bính Ngọ")]
        {
            assert_eq!(name(year), expected);
        }
        assert_eq!(in_cycle("quí", "mão"), in_cycle("quý", "mão"));
        assert_eq!(in_cycle("giáp", "sửu"), None);
    }
}
