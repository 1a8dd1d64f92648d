//! How căn cứ and the opening end.

use super::clauses::CITING;
use super::ends::{SENTENCE, SENTENCE_WORDS, closes, ending, last_mark, leads_on, with_mark};
use super::header::STATE;
use super::reads;
use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Manuscript, Paragraph};
use crate::check::rule::{Report, Rule};
use crate::import::Role;
use crate::vietnamese::ascii;

pub(super) const RULES: &[Rule] = &[
    Rule::whole(
        Error,
        "punctuation.basis-end",
        CITING,
        "Căn cứ không kết thúc bằng dấu chấm phẩy",
        basis_end,
    )
    .of_files()
    .mends(),
    Rule::whole(
        Error,
        "punctuation.basis-end.last",
        CITING,
        "Căn cứ cuối cùng không kết thúc bằng dấu chấm",
        basis_last,
    )
    .of_files()
    .only(STATE)
    .mends(),
    Rule::whole(
        Warn,
        "punctuation.basis-end.stop",
        CITING,
        "Căn cứ cuối cùng kết thúc bằng dấu chấm phẩy",
        basis_stop,
    )
    .of_files()
    .only(STATE)
    .mends(),
    Rule::whole(Warn, "punctuation.basis-joined", CITING, "Nhiều căn cứ trong một đoạn", basis_joined)
        .of_files(),
    Rule::whole(
        Warn,
        "punctuation.opening-end",
        OPENING,
        "Phần mở đầu không kết thúc bằng dấu hai chấm",
        opening_end,
    )
    .reading(reads::frame)
    .mends(),
    Rule::whole(Error, "punctuation.end.opening", SENTENCE, "Đoạn mở đầu thiếu dấu kết thúc", opening_open)
        .of_files()
        .reading(reads::frame),
];

const OPENING: &str = "Phần mở đầu dẫn vào các mục bằng “như sau:”";

fn bases(manuscript: &Manuscript) -> Vec<&Paragraph> {
    manuscript.paragraphs.iter().filter(|paragraph| paragraph.role == Role::Basis).collect()
}

fn basis_end(manuscript: &Manuscript, report: &mut Report) {
    let bases = bases(manuscript);
    let last = bases.last().is_some_and(|last| !leads_on(manuscript, last));
    for paragraph in bases.iter().rev().skip(usize::from(last)).filter(|_| manuscript.frame.is_source) {
        if last_mark(paragraph) != Some(';') {
            report.mend(
                paragraph,
                ending(paragraph),
                with_mark(paragraph, ";"),
                "Sau mỗi căn cứ là dấu chấm phẩy (;).",
            );
        }
    }
}

fn basis_last(manuscript: &Manuscript, report: &mut Report) {
    last_basis(manuscript, false, report);
}

/// Nearly everybody lets the semicolon lead from the last basis to who issues the plan.
fn basis_stop(manuscript: &Manuscript, report: &mut Report) {
    last_basis(manuscript, true, report);
}

fn last_basis(manuscript: &Manuscript, has_semicolon: bool, report: &mut Report) {
    let bases = bases(manuscript);
    let Some(last) = bases.last().filter(|_| manuscript.frame.is_source) else { return };
    if leads_on(manuscript, last) {
        return;
    }
    if (last_mark(last) == Some(';')) != has_semicolon {
        return;
    }
    // "…, Ủy ban nhân dân xã ban hành Kế hoạch như sau:" goes on from it.
    let next = manuscript.paragraphs.get(last.index + 1);
    // So does another basis, "Thực hiện Kế hoạch số …".
    let basis = |next: &Paragraph| matches!(last_mark(next), Some(';' | '.')) && last_mark(last) == Some(';');
    let goes_on =
        last_mark(last) == Some(':') || next.is_none_or(|next| next.role != Role::Opening || basis(next));
    if !goes_on && last_mark(last) != Some('.') {
        report.mend(last, ending(last), with_mark(last, "."), "Căn cứ cuối cùng kết thúc bằng dấu chấm (.).");
    }
}

fn basis_joined(manuscript: &Manuscript, report: &mut Report) {
    for paragraph in bases(manuscript).into_iter().filter(|_| manuscript.frame.is_source) {
        for range in paragraph.phrases("căn cứ").skip(1) {
            let before = paragraph.before(range.start).trim_end();
            if before.ends_with(';') && paragraph.slice(range.clone()).starts_with(['C', 'c']) {
                report.tell(paragraph, range, "Mỗi căn cứ trình bày thành một đoạn riêng.");
            }
        }
    }
}

fn opening_end(manuscript: &Manuscript, report: &mut Report) {
    let opening = manuscript.paragraphs.iter().rfind(|paragraph| paragraph.role == Role::Opening);
    let Some(opening) = opening else { return };
    let plain = ascii(&opening.text);
    let leads = ["nhu sau", "sau day", "cu the", "noi dung sau"]
        .iter()
        .any(|words| plain.trim_end_matches(['.', ';', ',', ' ']).ends_with(words));
    if leads && last_mark(opening) != Some(':') {
        report.mend(
            opening,
            ending(opening),
            with_mark(opening, ":"),
            "Phần mở đầu dẫn vào các mục kết thúc bằng dấu hai chấm (:).",
        );
    }
}

/// "Thực hiện Kế hoạch số … năm 2026" above the paragraph that says who issues the plan, without any mark.
fn opening_open(manuscript: &Manuscript, report: &mut Report) {
    // Of a text without its header the first lines may be the subject.
    let subject = manuscript.paragraphs.iter().position(|own| own.role == Role::Subject);
    let behind = subject.map_or(usize::MAX, |at| at + 1);
    let pairs = manuscript.paragraphs.windows(2).skip(behind);
    for pair in pairs.filter(|_| manuscript.frame.is_source) {
        let [own, next] = pair else { continue };
        let both = own.role == Role::Opening && next.role == Role::Opening;
        let goes_on = next.said().starts_with(char::is_lowercase) || addressed(manuscript, own);
        if both && !goes_on && !closes(own) && last_mark(own) != Some(',') && own.words.len() > SENTENCE_WORDS
        {
            report.tell(own, own.tail(4), "Đoạn này thiếu dấu ở cuối.");
        }
    }
}

/// Whether a paragraph tells, behind "Kính gửi", to whom the plan goes.
fn addressed(manuscript: &Manuscript, own: &Paragraph) -> bool {
    let above = own.index.checked_sub(1).and_then(|at| manuscript.paragraphs.get(at));
    [Some(own), above].into_iter().flatten().any(|own| own.phrase_at(0, "kính gửi").is_some())
}
