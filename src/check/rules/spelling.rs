//! Chính tả: words that are not written as they are spelt.

use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Frame, Paragraph};
use crate::check::rule::{Report, Rule, Run};
use crate::check::spelling::Spelling;
use crate::import::Role;

const SPELLING: &str = "NĐ 30/2020/NĐ-CP, Điều 8: nội dung dùng từ ngữ phổ thông, đúng chính tả tiếng Việt";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "typo.word",
        severity: Error,
        families: &[],
        clause: SPELLING,
        what: "Từ viết sai chính tả",
        mends: true,
        run: Run::Paragraph(certain),
        of_files: false,
    },
    Rule {
        id: "typo.likely",
        severity: Warn,
        families: &[],
        clause: SPELLING,
        what: "Từ có thể viết sai chính tả",
        mends: true,
        run: Run::Paragraph(likely),
        of_files: false,
    },
    Rule::each(Warn, "typo.missing-word.syllable", SPELLING, "Từ thiếu một tiếng", lone),
    Rule {
        id: "typo.syllable",
        severity: Error,
        families: &[],
        clause: SPELLING,
        what: "Chữ không có trong tiếng Việt",
        mends: false,
        run: Run::Paragraph(impossible),
        of_files: false,
    },
    Rule {
        id: "typo.joined",
        severity: Error,
        families: &[],
        clause: SPELLING,
        what: "Hai tiếng viết liền nhau",
        mends: true,
        run: Run::Paragraph(joined),
        of_files: false,
    },
];

/// Whether names alone stand in a paragraph, or nothing that is read.
fn is_spared(paragraph: &Paragraph) -> bool {
    matches!(paragraph.role, Role::SignerName | Role::Number)
}

fn certain(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    slipped(paragraph, true, report);
}

fn likely(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    slipped(paragraph, false, report);
}

fn slipped(paragraph: &Paragraph, is_certain: bool, report: &mut Report) {
    if is_spared(paragraph) {
        return;
    }
    for slip in paragraph.spelling().slips.iter().filter(|slip| slip.is_certain == is_certain) {
        let message = if is_certain {
            format!("Sai chính tả: viết “{}”.", slip.word)
        } else {
            format!("Có thể sai chính tả: nên là “{}”.", slip.word)
        };
        let (range, wrong) = (slip.range.clone(), slip.wrong.clone());
        report.mend_part(paragraph, range, wrong, slip.meant.clone(), message);
    }
}

/// A word that is no syllable, and of which no word beside it tells what was meant.
fn impossible(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if is_spared(paragraph) {
        return;
    }
    let Spelling { slips, odd, .. } = paragraph.spelling();
    for odd in odd.iter().filter(|odd| odd.apart.is_none()) {
        if slips.iter().all(|slip| slip.wrong.end <= odd.range.start || odd.range.end <= slip.wrong.start) {
            report.tell(paragraph, odd.range.clone(), "Chữ này không có trong tiếng Việt: hãy viết lại.");
        }
    }
}

/// A syllable without the one that makes a word of it: "tổ chức các hoạt tuyên truyền".
fn lone(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let Spelling { slips, lone, .. } = paragraph.spelling();
    for range in lone.iter().filter(|_| paragraph.is_prose()) {
        if slips.iter().all(|slip| slip.range.end <= range.start || range.end <= slip.range.start) {
            report.tell(
                paragraph,
                range.clone(),
                "Tiếng này không đứng một mình: có thể thiếu một chữ bên cạnh.",
            );
        }
    }
}

fn joined(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if is_spared(paragraph) {
        return;
    }
    for odd in &paragraph.spelling().odd {
        if let Some(at) = odd.apart {
            let text = |from, to| paragraph.text.get(from..to).unwrap_or_default();
            let apart = [text(odd.range.start, at), text(at, odd.range.end)].join(" ");
            report.mend(paragraph, odd.range.clone(), apart, "Hai tiếng viết rời nhau.");
        }
    }
}
