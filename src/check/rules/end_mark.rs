//! The end of the text: “./.” or what the family has.

use super::clauses::PARTY;
use super::ends::END;
use super::header::STATE;
use super::words::Words;
use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Manuscript, Paragraph};
use crate::check::rule::{Notes, Report, Rule};
use crate::import::Role;
use std::hash::Hash;

pub(super) const RULES: &[Rule] = &[
    Rule::whole(Error, "end.mark", END, "Dấu kết thúc văn bản viết sai", broken).of_files().mends(),
    Rule::whole(Error, "end.mark.missing", END, "Thiếu dấu kết thúc văn bản", missing).of_files().only(STATE),
    Rule::whole(Warn, "end.mark.party", PARTY, "Văn bản của Đảng kết thúc bằng “./.”", party)
        .of_files()
        .only(&["party"])
        .mends(),
    Rule::whole(Error, "end.mark.early", END, "Dấu kết thúc văn bản đứng giữa bài", early)
        .reading(early_read),
];

/// The paragraph that ends the text: the closing, else the last before recipients and signature.
pub(super) fn last_of_text(manuscript: &Manuscript) -> Option<&Paragraph> {
    let text = |paragraph: &&Paragraph| {
        paragraph.is_prose() && !matches!(paragraph.role, Role::Subject | Role::Section)
    };
    manuscript.paragraphs.iter().rfind(text)
}

/// The marks at the end of a paragraph, and where they stand.
fn marks(paragraph: &Paragraph) -> (std::ops::Range<usize>, String) {
    let end = paragraph.text.trim_end().len();
    let start = paragraph.before(end).trim_end_matches(['.', '/', '\\', ' ', '·', ';', ',']).len();
    (start..end, paragraph.slice(start..end).to_owned())
}

fn broken(manuscript: &Manuscript, report: &mut Report) {
    let Some(last) = last_of_text(manuscript).filter(|_| manuscript.frame.is_source) else { return };
    let (range, marks) = marks(last);
    let marks = marks.trim();
    // One mark too many or too few, or in another order.
    if marks.contains(['/', '\\']) && marks != "./." {
        let right = if manuscript.frame.is_party() { "." } else { "./." };
        let word = last.words.last().map_or(range.start, |word| word.at.start);
        let kept = last.slice(word..range.start).to_owned();
        report.mend(last, word..range.end, format!("{kept}{right}"), "Dấu kết thúc văn bản là “./.”.");
    }
}

/// Whether recipients or signature follow. Where these are lost, nothing says where the text ends.
pub(super) fn ends(manuscript: &Manuscript) -> bool {
    let last = last_of_text(manuscript).map_or(0, |last| last.index + 1);
    manuscript.paragraphs.iter().skip(last).any(|paragraph| paragraph.role.is_of_ending())
}

fn missing(manuscript: &Manuscript, report: &mut Report) {
    let Some(last) = last_of_text(manuscript).filter(|_| manuscript.frame.is_source) else { return };
    let (_, marks) = marks(last);
    if ends(manuscript) && !marks.contains(['/', '\\']) && last.role != Role::Detail {
        report.tell(last, last.tail(3), "Cuối nội dung văn bản có dấu “./.”.");
    }
}

fn party(manuscript: &Manuscript, report: &mut Report) {
    let Some(last) = last_of_text(manuscript).filter(|_| manuscript.frame.is_source) else { return };
    let (_, marks) = marks(last);
    if marks.trim() == "./." {
        let end = last.text.trim_end().len();
        let word = last.words.last().map_or(end, |word| word.at.start);
        let kept = last.slice(word..end).trim_end_matches(['.', '/', ' ']).to_owned();
        report.mend(last, word..end, format!("{kept}."), "Văn bản của Đảng kết thúc bằng dấu chấm.");
    }
}

fn early(manuscript: &Manuscript, report: &mut Report) {
    let last = last_of_text(manuscript).map_or(0, |last| last.index);
    for paragraph in manuscript.paragraphs.iter().filter(|paragraph| paragraph.is_prose()) {
        for (at, _) in paragraph.text.match_indices("./.") {
            let behind = paragraph.behind(at).trim_end_matches(['.', '/', ' ', '\n']);
            if paragraph.index < last || !behind.is_empty() {
                let start =
                    paragraph.words.iter().rfind(|word| word.at.end <= at).map_or(at, |word| word.at.start);
                report.tell(paragraph, start..at + 3, "Dấu “./.” chỉ đứng ở cuối văn bản.");
            }
        }
    }
}

fn early_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    if paragraph.text.says("./.") {
        paragraph.text.hash(notes);
    }
}
