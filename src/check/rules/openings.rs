//! The opening of a plan: what it rests on and who issues it are one sentence.

use super::words::at;
use crate::check::finding::Severity::Warn;
use crate::check::manuscript::{Frame, Paragraph};
use crate::check::rule::{Report, Rule};
use crate::import::Role;

const OPENING: &str = "Phần mở đầu là một câu: căn cứ, cơ quan ban hành, “như sau:”";

pub(super) const RULES: &[Rule] = &[
    Rule::each(
        Warn,
        "punctuation.opening-stop",
        OPENING,
        "Dấu chấm tách căn cứ khỏi cơ quan ban hành",
        opening_stop,
    )
    .mends(),
    Rule::each(
        Warn,
        "punctuation.opening-semicolon",
        OPENING,
        "Dấu chấm phẩy giữa căn cứ và cơ quan ban hành",
        opening_semicolon,
    )
    .mends(),
];

/// Words with which a reason begins that is no sentence by itself.
const REASONS: [&str; 6] = ["thực hiện", "căn cứ", "để", "nhằm", "theo", "xét"];

/// Heads of the names of those who make a plan.
const MAKERS: [&str; 20] = [
    "ủy ban",
    "uỷ ban",
    "ubnd",
    "đảng ủy",
    "đảng uỷ",
    "ban",
    "bch",
    "btv",
    "hội",
    "đoàn",
    "công đoàn",
    "liên đoàn",
    "chi bộ",
    "trường",
    "công an",
    "hđnd",
    "mttq",
    "mặt trận",
    "thường trực",
    "nay",
];

/// What they do with it.
const ACTS: [&str; 6] = ["ban hành", "xây dựng", "triển khai", "lập", "lên", "tổ chức"];

/// Within how many words of its own a body says what it does.
const NEAR: usize = 24;

fn begins(paragraph: &Paragraph, at: usize, list: &[&str]) -> bool {
    list.iter().any(|own| paragraph.phrase_at(at, own).is_some())
}

/// What stands between a word and the next, without the marks that close a quote or a bracket.
fn gap(paragraph: &Paragraph, at: usize) -> Option<&str> {
    let (left, right) = (paragraph.words.get(at)?, paragraph.words.get(at + 1)?);
    let gap = paragraph.text.get(left.at.end..right.at.start)?;
    Some(gap.trim_start_matches(['”', '"', ')', '’']))
}

/// Whether a body begins with a word and makes something.
fn makes(paragraph: &Paragraph, at: usize) -> bool {
    let near = (at..paragraph.words.len()).take(NEAR);
    let end = near.take_while(|at| gap(paragraph, *at).is_none_or(|gap| gap == " ")).last();
    begins(paragraph, at, &MAKERS) && (at..=end.unwrap_or(at)).any(|at| begins(paragraph, at, &ACTS))
}

/// Whether a document that is cited by its number begins with a word.
fn cites(paragraph: &Paragraph, at: usize) -> bool {
    let start = paragraph.words.get(at).map(|word| word.at.start);
    paragraph.mentions.iter().any(|mention| Some(mention.range.start) == start)
}

/// Puts a comma in place of the mark behind a word.
fn join(paragraph: &Paragraph, stop: usize, message: &str, report: &mut Report) {
    let (Some(last), Some(next)) = (paragraph.words.get(stop), paragraph.words.get(stop + 1)) else { return };
    let mark = next.at.start - ". ".len()..next.at.start;
    report.mend_part(paragraph, last.at.start..next.at.end, mark, ", ", message);
}

/// "Thực hiện Kế hoạch số …. Ủy ban nhân dân xã ban hành …": the reason belongs to the sentence behind it.
fn opening_stop(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let first = paragraph.words.partition_point(|word| word.at.start < paragraph.body);
    // Elsewhere a task may stand between others: "Thực hiện tốt công tác thi đua. Hội Nông dân …".
    if !paragraph.is_prose() || paragraph.role != Role::Opening && !begins(paragraph, first, &REASONS) {
        return;
    }
    let plan = paragraph.phrases("kế hoạch").map(|range| at(paragraph, &range)).last();
    let goes_on = |at: usize| begins(paragraph, at, &REASONS) || begins(paragraph, at, &["với"]);
    let mut start = first;
    for stop in first..paragraph.words.len() {
        if gap(paragraph, stop) != Some(". ") {
            continue;
        }
        let told = (start..stop).any(|at| gap(paragraph, at) == Some(", ") && makes(paragraph, at + 1));
        let introduces = paragraph.text.trim_end().ends_with(':');
        let leads = makes(paragraph, stop + 1) && (introduces || plan.is_some_and(|plan| plan > stop))
            || cites(paragraph, stop + 1) && paragraph.role == Role::Opening;
        let reason = paragraph.role == Role::Opening && begins(paragraph, stop + 1, &REASONS);
        if reason && begins(paragraph, start, &REASONS) && !told {
            let (last, next) = (&paragraph.words[stop].at, &paragraph.words[stop + 1].at);
            report.tell(
                paragraph,
                last.start..next.end,
                "Phần căn cứ chưa thành câu: nối bằng dấu chấm phẩy.",
            );
        }
        if (start > first && goes_on(start) || begins(paragraph, start, &REASONS)) && leads && !told {
            join(paragraph, stop, "Phần căn cứ chưa thành câu: nối với câu sau bằng dấu phẩy.", report);
        }
        start = stop + 1;
        if paragraph.role != Role::Opening && !goes_on(start) {
            return;
        }
    }
}

/// "…; UBND xã xây dựng kế hoạch": what leads to who issues the plan ends with a comma.
fn opening_semicolon(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if paragraph.role != Role::Opening {
        return;
    }
    for stop in 0..paragraph.words.len() {
        if gap(paragraph, stop) == Some("; ") && makes(paragraph, stop + 1) {
            join(paragraph, stop, "Trước cơ quan ban hành dùng dấu phẩy.", report);
        }
    }
}
