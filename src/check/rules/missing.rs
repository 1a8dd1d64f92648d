//! Parts that a plan lacks, and appendices that it has or speaks of.

use std::ops::Range;

use super::clauses::APPENDIX;
use super::words::Words;
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Manuscript, Paragraph};
use crate::check::rule::{Report, Rule};
use crate::import::Role;
use crate::vietnamese::ascii;

pub(super) const RULES: &[Rule] = &[
    Rule::whole(
        Error,
        "missing.appendix-mention",
        APPENDIX,
        "Có phụ lục mà bài không nhắc",
        appendix_mention,
    )
    .of_files(),
    Rule::whole(Hint, "missing.appendix", APPENDIX, "Bài nhắc phụ lục mà không có phụ lục", no_appendix)
        .of_files(),
    Rule::whole(
        Warn,
        "missing.appendix.number",
        APPENDIX,
        "Bài dẫn đến phụ lục mang số không có",
        no_such_appendix,
    )
    .of_files(),
    Rule::whole(
        Error,
        "numbering.style.appendix",
        APPENDIX,
        "Nhiều phụ lục không đánh số La Mã",
        appendix_number,
    )
    .of_files(),
    Rule::whole(
        Warn,
        "missing.recipients",
        "NĐ 30/2020/NĐ-CP, Điều 8: thể thức gồm nơi nhận",
        "Không có nơi nhận",
        no_recipients,
    )
    .of_files(),
    Rule::whole(
        Hint,
        "recipients.heading-missing",
        super::clauses::RECIPIENTS,
        "Danh sách nơi nhận không có chữ “Nơi nhận:”",
        no_heading,
    )
    .of_files(),
    Rule::whole(Warn, "missing.signer", super::clauses::SIGNING, "Không có họ tên người ký", no_signer)
        .of_files(),
    Rule::whole(
        Hint,
        "missing.organisation",
        "the-thuc.md, mục 5: kế hoạch có phần tổ chức thực hiện",
        "Không có phần tổ chức thực hiện",
        no_organisation,
    )
    .of_files(),
];

/// The headings of appendices: "Phụ lục", "PHỤ LỤC II".
fn appendices(manuscript: &Manuscript) -> Vec<&Paragraph> {
    let own = |paragraph: &&Paragraph| {
        paragraph.role == Role::Appendix
            && paragraph.phrase_at(0, "phụ lục").is_some()
            && paragraph.words.len() < 5
    };
    manuscript.paragraphs.iter().filter(|_| manuscript.frame.is_source).filter(own).collect()
}

/// Where the body speaks of an appendix.
fn appendix_spoken(manuscript: &Manuscript) -> Option<(&Paragraph, Range<usize>)> {
    let body = manuscript.paragraphs.iter().filter(|paragraph| paragraph.role != Role::Appendix);
    body.filter_map(|paragraph| {
        let words = ["phụ lục", "biểu mẫu", "đính kèm", "gửi kèm", "kèm theo"];
        let range = words.iter().find_map(|phrase| paragraph.phrases(phrase).next())?;
        Some((paragraph, range))
    })
    .next()
}

fn appendix_mention(manuscript: &Manuscript, report: &mut Report) {
    if let (Some(first), None) = (appendices(manuscript).first(), appendix_spoken(manuscript)) {
        report.tell(first, first.whole(), "Trong bài phải có chỗ chỉ dẫn đến phụ lục.");
    }
}

fn no_appendix(manuscript: &Manuscript, report: &mut Report) {
    let any = manuscript.paragraphs.iter().any(|paragraph| paragraph.role == Role::Appendix);
    for paragraph in manuscript
        .paragraphs
        .iter()
        .filter(|paragraph| paragraph.is_prose() && manuscript.frame.is_source && !any)
    {
        if let Some(range) = ["phụ lục kèm theo", "phụ lục đính kèm", "phụ lục gửi kèm", "theo phụ lục"]
            .iter()
            .find_map(|phrase| paragraph.phrases(phrase).next())
        {
            report.tell(paragraph, range, "Không thấy phụ lục ở cuối văn bản.");
        }
    }
}

/// The number that an appendix is given: "II".
fn number_of(paragraph: &Paragraph, at: usize) -> Option<&str> {
    let typed = paragraph.words.get(at).map(|word| paragraph.slice(word.at.clone()))?;
    let is_number = typed.chars().all(|c| matches!(c, 'I' | 'V' | 'X') || c.is_ascii_digit());
    Some(typed).filter(|_| is_number)
}

/// "Phụ lục III kèm theo Kế hoạch này" where there are two.
fn no_such_appendix(manuscript: &Manuscript, report: &mut Report) {
    let all = appendices(manuscript);
    let own: Vec<&str> = all.iter().map(|heading| number_of(heading, 2).unwrap_or("I")).collect();
    let body = manuscript.paragraphs.iter().filter(|own| own.is_prose() && !all.is_empty());
    for paragraph in body {
        for (at, range) in paragraph.phrases("phụ lục").with_word() {
            let (Some(number), Some(word)) = (number_of(paragraph, at + 2), paragraph.words.get(at + 2))
            else {
                continue;
            };
            let behind = paragraph.behind(word.at.end).trim_start();
            let of_this = behind.starts_with("kèm theo") && !behind.starts_with("kèm theo Nghị")
                || behind.starts_with([')', ';', '.']);
            if of_this && !own.contains(&number) {
                let range = range.start..word.at.end;
                report.tell(paragraph, range, "Không có phụ lục mang số này ở cuối văn bản.");
            }
        }
    }
}

fn appendix_number(manuscript: &Manuscript, report: &mut Report) {
    let all = appendices(manuscript);
    for paragraph in all.iter().filter(|_| all.len() > 1) {
        let numbered = paragraph.words.get(2).is_some_and(|word| {
            paragraph.slice(word.at.clone()).chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
        });
        if !numbered {
            report.tell(
                paragraph,
                paragraph.whole(),
                "Từ hai phụ lục trở lên phải đánh số bằng chữ số La Mã.",
            );
        }
    }
}

fn has(manuscript: &Manuscript, role: Role) -> bool {
    manuscript.paragraphs.iter().any(|paragraph| paragraph.role == role)
}

/// The last paragraph of one of some roles of a file.
fn last<'a>(manuscript: &'a Manuscript, roles: &[Role]) -> Option<&'a Paragraph> {
    manuscript
        .paragraphs
        .iter()
        .rfind(|paragraph| manuscript.frame.is_source && roles.contains(&paragraph.role))
}

fn no_recipients(manuscript: &Manuscript, report: &mut Report) {
    let signed = last(manuscript, &[Role::Authority, Role::SignerTitle]);
    if let Some(paragraph) =
        signed.filter(|_| !has(manuscript, Role::Recipient) && !has(manuscript, Role::Ending))
    {
        report.tell(paragraph, paragraph.whole(), "Văn bản không có phần “Nơi nhận”.");
    }
}

fn no_heading(manuscript: &Manuscript, report: &mut Report) {
    let mut listed = manuscript.paragraphs.iter().filter(|paragraph| paragraph.role == Role::Recipient);
    let headed = manuscript
        .paragraphs
        .iter()
        .any(|paragraph| paragraph.role.is_of_ending() && ascii(&paragraph.text).says("noi nhan"));
    if let Some(first) = listed.next().filter(|_| !headed && manuscript.frame.is_source) {
        report.tell(first, first.whole(), "Trên danh sách phải có từ “Nơi nhận:”.");
    }
}

fn no_signer(manuscript: &Manuscript, report: &mut Report) {
    let signed = last(manuscript, &[Role::SignerTitle]);
    if let Some(paragraph) =
        signed.filter(|_| !has(manuscript, Role::SignerName) && !has(manuscript, Role::Ending))
    {
        report.tell(paragraph, paragraph.whole(), "Dưới chức vụ phải có họ và tên người ký.");
    }
}

fn no_organisation(manuscript: &Manuscript, report: &mut Report) {
    let words = ["tổ chức thực hiện", "phân công", "phân công nhiệm vụ", "trách nhiệm"];
    let organised = manuscript.paragraphs.iter().any(|paragraph| {
        (paragraph.role == Role::Section || (paragraph.role == Role::Clause && paragraph.words.len() < 8))
            && words.iter().any(|phrase| paragraph.phrases(phrase).next().is_some())
    });
    let sections = manuscript.paragraphs.iter().filter(|paragraph| paragraph.role == Role::Section).count();
    if let Some(section) = last(manuscript, &[Role::Section]).filter(|_| !organised && sections > 1) {
        report.tell(section, section.whole(), "Kế hoạch thường có mục “Tổ chức thực hiện”.");
    }
}
