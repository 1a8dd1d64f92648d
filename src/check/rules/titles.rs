//! Trích yếu: how it is written, and whether the body and the documents that it names are those of the rest.

use std::hash::Hash;

use super::clauses::{ITSELF, SUBJECT};
use super::reads;
use super::words::Words;
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph};
use crate::check::rule::{Notes, Report, Rule};
use crate::import::Role;
use crate::vietnamese::{ascii, lower, upper};

pub(super) const RULES: &[Rule] = &[
    Rule::each(Warn, "title.mismatch.issuer", ITSELF, "Trích yếu ghi cơ quan khác phần đầu", issuer),
    Rule::whole(Warn, "title.mismatch.speaker", ITSELF, "Phần mở đầu ghi cơ quan khác phần đầu", speaker)
        .reading(reads::frame),
    Rule::whole(
        Warn,
        "title.mismatch.citation",
        ITSELF,
        "Văn bản ở trích yếu không có trong căn cứ, mở đầu",
        citation,
    )
    .reading(reads::frame_and_mentions),
    Rule::each(Error, "title.mismatch.kind", ITSELF, "Phần kết gọi kế hoạch bằng tên loại khác", kind),
    Rule::whole(
        Warn,
        "place.leftover.kind",
        ITSELF,
        "“Quyết định này”, “Hướng dẫn này” trong kế hoạch",
        this_kind,
    )
    .reading(this_kind_read),
    Rule::each(Warn, "doubled.subject", SUBJECT, "Trích yếu ghi lại chữ “Kế hoạch”", repeated),
    Rule::each(Warn, "header.family.title-case", SUBJECT, "Tên loại văn bản viết chữ thường", title_case)
        .of_files()
        .mends(),
    Rule::each(Error, "header.family.regarding", SUBJECT, "“V/v” trong trích yếu", regarding),
    // A page of the web shows it so, whatever stood in the document: a matter of layout.
    Rule::each(Hint, "caps.subject", SUBJECT, "Trích yếu viết chữ in hoa", shouted),
    Rule::each(Hint, "title.long", SUBJECT, "Trích yếu dài", long),
];

/// A body as it is compared: whatever its abbreviation.
fn plain(text: &str) -> String {
    let text = ascii(text).split_whitespace().collect::<Vec<_>>().join(" ");
    text.replace("mat tran to quoc", "mttq")
        .replace("uy ban nhan dan", "ubnd")
        .replace("hoi dong nhan dan", "hdnd")
}

/// The subject of a body with a standing committee names the body without it.
fn issuer(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let header = plain(&frame.bodies);
    if paragraph.role != Role::Subject || !header.says("ban thuong truc") {
        return;
    }
    let unit = if frame.commune.is_empty() { &frame.province } else { &frame.commune };
    let Some(at) = paragraph.phrases("của").map(|range| range.start).last() else { return };
    let body = paragraph.behind(at);
    let said = plain(body);
    let own =
        said.starts_with("cua uy ban mttq") && !unit.is_empty() && said.trim_end().ends_with(&plain(unit));
    if own {
        report.tell(paragraph, at..paragraph.whole().end, "Cơ quan ban hành ở phần đầu là Ban Thường trực.");
    }
}

/// Bodies by the words that name them.
const BODIES: [(&str, &str); 9] = [
    ("ubnd", "ubnd"),
    ("thuong truc hdnd", "hdnd"),
    ("uy ban mttq", "mttq"),
    ("dang uy", "dang uy"),
    ("chi bo", "chi bo"),
    ("hoi nong dan", "hoi nong dan"),
    ("hoi lien hiep phu nu", "phu nu"),
    ("hoi cuu chien binh", "cuu chien binh"),
    ("doan thanh nien", "doan"),
];

fn speaker(manuscript: &Manuscript, report: &mut Report) {
    let header = plain(
        &manuscript.frame.bodies.lines().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join(" "),
    );
    let known = BODIES.iter().any(|(_, word)| header.says(word));
    let last = manuscript.paragraphs.iter().rfind(|paragraph| paragraph.role == Role::Opening);
    let Some(opening) = last.filter(|_| known) else { return };
    let issues = ["ban hành kế hoạch", "xây dựng kế hoạch", "ban hành"]
        .iter()
        .find_map(|phrase| opening.phrases(phrase).last());
    let Some(issues) = issues else { return };
    let before = opening.before(issues.start);
    // Who speaks stands behind the last comma or at the head.
    let start = before.trim_end_matches([',', ' ']).rfind([',', ';', ')']).map_or(0, |at| at + 1);
    let start = start + before[start..].len() - before[start..].trim_start().len();
    let said = plain(&before[start..]);
    // "… theo đề nghị của Công an xã, …": only what begins with the body speaks.
    let begins = BODIES.iter().find(|(body, _)| {
        said.strip_prefix("ban thuong vu ")
            .or(said.strip_prefix("ban thuong truc "))
            .or(said.strip_prefix("ban chap hanh "))
            .unwrap_or(&said)
            .starts_with(body)
    });
    // "Ủy ban MTTQ Việt Nam huyện" is more than its standing committee.
    let committee = header.says("ban thuong truc") && said.starts_with("uy ban mttq");
    if let Some((_, word)) = begins
        && (!header.says(word) || committee)
    {
        report.tell(opening, start..issues.start, "Cơ quan ban hành ở phần đầu là cơ quan khác.");
    }
}

pub(super) fn subject(manuscript: &Manuscript) -> Option<&Paragraph> {
    manuscript.paragraphs.iter().find(|paragraph| paragraph.role == Role::Subject)
}

fn citation(manuscript: &Manuscript, report: &mut Report) {
    let Some(subject) = subject(manuscript) else { return };
    let leads = manuscript
        .paragraphs
        .iter()
        .filter(|paragraph| matches!(paragraph.role, Role::Basis | Role::Opening));
    let told: Vec<&str> = leads
        .clone()
        .flat_map(|paragraph| &paragraph.mentions)
        .map(|mention| mention.number.as_str())
        .collect();
    for mention in subject
        .mentions
        .iter()
        .filter(|mention| !mention.is_inside && !subject.is_in_brackets(&mention.range))
    {
        if !told.is_empty() && !told.contains(&mention.number.as_str()) && !mention.number.starts_with('…')
        {
            report.tell(
                subject,
                mention.range.clone(),
                "Văn bản nêu ở trích yếu không có trong căn cứ và phần mở đầu.",
            );
        }
    }
}

pub(super) fn closings(manuscript: &Manuscript) -> impl Iterator<Item = &Paragraph> {
    manuscript.paragraphs.iter().filter(|paragraph| {
        paragraph.role == Role::Closing && ascii(paragraph.said()).starts_with("tren day la")
    })
}

/// Other kinds of documents, each with how it calls itself.
const OTHERS: [(&str, &str); 10] = [
    ("báo cáo", "báo cáo này"),
    ("chương trình", "chương trình này"),
    ("hướng dẫn", "hướng dẫn này"),
    ("quyết định", "quyết định này"),
    ("thông báo", "thông báo này"),
    ("phương án", "phương án này"),
    ("đề án", "đề án này"),
    ("công văn", "công văn này"),
    ("tờ trình", "tờ trình này"),
    ("nghị quyết", "nghị quyết này"),
];

fn kind(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if paragraph.role != Role::Closing || paragraph.phrase_at(0, "trên đây là").is_none() {
        return;
    }
    for (other, _) in OTHERS {
        if let Some(range) = paragraph.phrase_at(3, other) {
            report.tell(paragraph, range, "Văn bản này là kế hoạch.");
        }
    }
}

fn this_kind(manuscript: &Manuscript, report: &mut Report) {
    for paragraph in manuscript.paragraphs.iter().filter(|paragraph| paragraph.is_prose()) {
        for (other, this) in OTHERS {
            for range in paragraph.phrases(this) {
                // One that was named before may be meant.
                let before = &manuscript.paragraphs[..=paragraph.index];
                let named = before.iter().any(|above| {
                    above.phrases(other).any(|at| above.index < paragraph.index || at.start < range.start)
                });
                if !named {
                    report.tell(paragraph, range, "Kế hoạch tự gọi mình là “Kế hoạch này”.");
                }
            }
        }
    }
}

fn this_kind_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    for (other, this) in OTHERS {
        for range in paragraph.phrases(other) {
            let own = super::words::at(paragraph, &range);
            (other, paragraph.phrase_at(own, this).is_some()).hash(notes);
        }
    }
}

fn repeated(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let Some(range) = paragraph.phrase_at(0, "kế hoạch").filter(|_| paragraph.role == Role::Subject)
    else {
        return;
    };
    let next = paragraph.words.get(2).map_or("", |word| word.small.as_str());
    if !next.is_of(&["hóa", "hoá", "số", "đầu", "tài"]) {
        report.tell(paragraph, range, "“KẾ HOẠCH” đã in ở dòng trên: trích yếu không ghi lại.");
    }
}

fn title_case(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let small = paragraph.slice(paragraph.whole()) != upper(paragraph.slice(paragraph.whole()));
    if paragraph.role == Role::Title && small && paragraph.words.len() < 4 {
        let right = upper(paragraph.slice(paragraph.whole()));
        report.mend(paragraph, paragraph.whole(), right, "Tên loại văn bản viết chữ in hoa.");
    }
}

fn regarding(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let text = paragraph.text.trim_start();
    if paragraph.role == Role::Subject && lower(text).starts_with("v/v") {
        let start = paragraph.text.len() - text.len();
        report.tell(paragraph, start..start + 3, "“V/v” chỉ dùng cho công văn.");
    }
}

fn shouted(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let text = paragraph.text.trim();
    if paragraph.role == Role::Subject && paragraph.words.len() > 3 && text == upper(text) {
        report.tell(
            paragraph,
            paragraph.tail(8),
            "Trích yếu viết chữ in thường, chỉ viết hoa đầu câu và tên riêng.",
        );
    }
}

fn long(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if paragraph.role == Role::Subject && paragraph.words.len() > 80 {
        report.tell(paragraph, paragraph.tail(8), "Trích yếu là một câu hoặc một cụm từ ngắn gọn.");
    }
}
