//! What a plan says of its own parts: "quy định tại mục IV" where there are three.

use std::hash::Hash;
use std::ops::Range;

use super::clauses::LEVELS;
use super::numbering::{mark_number, roman_number};
use crate::check::finding::Severity::Warn;
use crate::check::manuscript::{Manuscript, Paragraph};
use crate::check::rule::{Notes, Report, Rule};
use crate::import::Role;

pub(super) const RULES: &[Rule] =
    &[Rule::whole(Warn, "missing.section", LEVELS, "Bài dẫn đến mục không có", no_such_section)
        .reading(references_read)];

/// What has sections of its own.
const OTHERS: [&str; 8] =
    ["phụ lục", "hướng dẫn", "đề án", "chương trình", "quy chế", "thông tư", "kế hoạch số", "đề cương"];

/// The sections of the plan itself that a paragraph names: "tại mục IV.", "khoản 4 mục II Kế hoạch này".
fn references(paragraph: &Paragraph) -> impl Iterator<Item = (Range<usize>, usize)> {
    let sections = paragraph.phrases("mục").with_word().filter(|_| paragraph.is_prose());
    sections.filter_map(|(at, range)| {
        let number = paragraph.words.get(at + 1)?;
        let roman = roman_number(paragraph.slice(number.at.clone()))?;
        let behind = paragraph.behind(number.at.end);
        let of_this = [" kế hoạch này", " của kế hoạch này", " nêu trên"]
            .iter()
            .any(|own| behind.get(..own.len()).is_some_and(|start| crate::vietnamese::lower(start) == *own));
        let other = || {
            !paragraph.mentions.is_empty() || OTHERS.iter().any(|own| paragraph.phrases(own).next().is_some())
        };
        let ends = matches!(behind, "" | "." | ";" | ")") || behind.starts_with("; ");
        let close = paragraph.slice(range.end..number.at.start) == " ";
        (close && (of_this || ends && !other())).then_some((range.start..number.at.end, roman))
    })
}

fn no_such_section(manuscript: &Manuscript, report: &mut Report) {
    let sections = manuscript.paragraphs.iter().filter(|own| own.role == Role::Section);
    let Some(last) = sections.filter_map(|own| roman_number(mark_number(own))).max() else { return };
    for paragraph in &manuscript.paragraphs {
        for (range, _) in references(paragraph).filter(|(_, number)| *number > last) {
            report.tell(paragraph, range, "Kế hoạch không có mục mang số này.");
        }
    }
}

fn references_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    if paragraph.role == Role::Section {
        mark_number(paragraph).hash(notes);
    }
    references(paragraph).for_each(|(_, number)| number.hash(notes));
}
