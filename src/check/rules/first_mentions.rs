//! What the first mention of a document has to say.

use super::clauses::CITING;
use super::conflicts::mentions;
use super::reads;
use super::short_names::given_read;
use super::words::{Words, begins, is_capital, small};
use crate::check::finding::Severity::{Hint, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph};
use crate::check::mention::Mention;
use crate::check::rule::{Notes, Report, Rule};
use crate::import::Role;
use crate::vietnamese::lower;
use std::hash::Hash;
use std::ops::Range;

pub(super) const RULES: &[Rule] = &[
    Rule::whole(Warn, "citation.incomplete.date", CITING, "Viện dẫn lần đầu thiếu ngày", date)
        .reading(reads::mentions),
    Rule::whole(
        Warn,
        "citation.incomplete.later",
        CITING,
        "Văn bản nhắc trong bài chưa được viện dẫn đầy đủ",
        later,
    )
    .reading(reads::mentions),
    Rule::whole(
        Warn,
        "citation.conflict.digits",
        super::clauses::AGREEMENT,
        "Số văn bản có thể gõ đảo chữ số",
        digits,
    )
    .reading(reads::mentions),
    Rule::whole(
        Warn,
        "citation.incomplete.issuer",
        CITING,
        "Viện dẫn lần đầu thiếu cơ quan ban hành",
        issuer,
    )
    .reading(reads::mentions),
    Rule::whole(Hint, "citation.incomplete.about", CITING, "Căn cứ không nói về việc gì", about)
        .reading(reads::mentions),
    Rule::whole(Warn, "citation.incomplete.symbol", CITING, "Viện dẫn có số, không có ký hiệu", symbol)
        .reading(symbol_read),
    Rule::whole(Warn, "citation.incomplete.word", CITING, "Viện dẫn thiếu chữ “số”", word)
        .reading(word_read)
        .mends(),
    Rule::each(Warn, "citation.incomplete.number", CITING, "Căn cứ gọi tên văn bản không có số", number),
    Rule::whole(
        Warn,
        "citation.incomplete.nameless",
        CITING,
        "Văn bản của Trung ương nhắc bằng trích yếu, không có số",
        nameless,
    )
    .reading(nameless_read),
    Rule::each(
        Hint,
        "citation.incomplete.conference",
        CITING,
        "Nghị quyết Trung ương gọi theo hội nghị",
        conference,
    ),
    Rule::whole(
        Warn,
        "citation.incomplete.subject",
        CITING,
        "Trích yếu gọi tên văn bản không có số",
        subject,
    )
    .reading(reads::frame_and_mentions),
];

/// Whether the document is cited by name, its number a help.
fn is_statute(mention: &Mention) -> bool {
    mention.kind.is_of(&["Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"]) || mention.number.says("/QH")
}

/// The first mention of each document that is more than a part of another's subject.
fn firsts(manuscript: &Manuscript) -> Vec<(&Paragraph, &Mention)> {
    let all = mentions(manuscript);
    let mut firsts: Vec<(&Paragraph, &Mention)> = Vec::new();
    for (paragraph, mention) in all {
        let known = firsts.iter().any(|(_, other)| other.number == mention.number);
        if !known && !is_statute(mention) && !paragraph.is_in_brackets(&mention.range) {
            firsts.push((paragraph, mention));
        }
    }
    // A subject is no place to say all of it: then the first in the text counts.
    firsts.retain(|(paragraph, mention)| !mention.is_inside && paragraph.is_prose());
    firsts
}

fn leads(paragraph: &Paragraph) -> bool {
    matches!(paragraph.role, Role::Basis | Role::Opening)
}

fn date(manuscript: &Manuscript, report: &mut Report) {
    for (paragraph, mention) in firsts(manuscript) {
        if leads(paragraph) && mention.date.is_none() && !says_date(paragraph, mention) {
            report.tell(
                paragraph,
                mention.range.clone(),
                "Viện dẫn lần đầu phải ghi ngày, tháng, năm ban hành.",
            );
        }
    }
}

/// Whether a date that cannot be read stands there: "ngày … tháng … năm 2026".
fn says_date(paragraph: &Paragraph, mention: &Mention) -> bool {
    let rest = paragraph.behind(mention.number_at.end);
    rest.trim_start_matches([' ', ',', '\n', ']', ')']).starts_with("ngày")
}

fn later(manuscript: &Manuscript, report: &mut Report) {
    for (paragraph, mention) in firsts(manuscript) {
        let heading = matches!(paragraph.role, Role::Subject | Role::Section);
        if !leads(paragraph) && !heading && mention.date.is_none() && !says_date(paragraph, mention) {
            report.tell(
                paragraph,
                mention.range.clone(),
                "Văn bản này chưa được viện dẫn đầy đủ (số, ngày, cơ quan, trích yếu) ở trên.",
            );
        }
    }
}

/// A document without a day whose number has the figures of another, which is cited in full, in another order.
fn digits(manuscript: &Manuscript, report: &mut Report) {
    let all = firsts(manuscript);
    let code = |own: &Mention| own.number[own.digits().len()..].to_owned();
    let count = |own: &Mention, figure: char| own.digits().matches(figure).count();
    let day = |own: &Mention| own.date.as_ref().map(|date| date.parts);
    for (at, (paragraph, mention)) in all.iter().enumerate() {
        // Of two of one day and one body the first is believed.
        let meant = all.iter().enumerate().find(|(own, (_, other))| {
            other.date.is_some()
                && (mention.date.is_none()
                    || day(mention) == day(other)
                        && mention.body.split(' ').next_back() == other.body.split(' ').next_back()
                        && *own < at)
                && other.number != mention.number
                && other.kind == mention.kind
                && code(other) == code(mention)
                && ('0'..='9').all(|figure| count(other, figure) == count(mention, figure))
        });
        if let Some((_, (_, other))) = meant {
            let message = format!("Có phải {} số {} đã viện dẫn ở chỗ khác?", other.kind, other.number);
            report.tell(paragraph, mention.range.clone(), message);
        }
    }
}

/// How the names of those who issue documents begin.
const ISSUERS: [&str; 10] =
    ["UBND", "HĐND", "Ủy ban", "Hội đồng", "Ban ", "Bộ ", "Sở ", "Tỉnh ủy", "Huyện ủy", "Chính phủ"];

fn issuer(manuscript: &Manuscript, report: &mut Report) {
    for (paragraph, mention) in firsts(manuscript) {
        let rest = paragraph.behind(mention.range.end);
        let rest = rest.trim_start_matches([' ', ',', '\n', ']', ')']);
        // Who issued it may stand before it: "Ban Thường vụ Tỉnh ủy ban hành Kế hoạch số …".
        let before = paragraph.before(mention.range.start);
        let said = before.trim_end().ends_with("ban hành")
            || before.says("ban hành Kế hoạch")
            || before.trim_end().ends_with(" tại")
            || reads::of_several(before, mention.kind)
            || rest.starts_with("giữa ");
        // "Đề án số 12/ĐA-UBND ngày … về chuyển đổi số của UBND huyện"
        let subject = &mention.citation.subject;
        let later = subject
            .rsplit_once(" của ")
            .is_some_and(|(_, body)| ISSUERS.iter().any(|issuer| body.starts_with(issuer)));
        let said = said || later;
        let blank = rest.starts_with(['[', '…', '(']);
        if mention.date.is_some()
            && !mention.is_listed
            && !rest.starts_with("của")
            && !said
            && !blank
            && paragraph.role != Role::Subject
        {
            report.tell(
                paragraph,
                mention.range.clone(),
                "Viện dẫn lần đầu phải ghi tên cơ quan ban hành (“của …”).",
            );
        }
    }
}

fn about(manuscript: &Manuscript, report: &mut Report) {
    for (paragraph, mention) in firsts(manuscript) {
        let dated = mention.date.is_some() && !mention.citation.issuer.is_empty();
        if leads(paragraph) && dated && mention.citation.subject.is_empty() && !mention.is_listed {
            report.tell(paragraph, mention.range.clone(), "Viện dẫn lần đầu nên ghi trích yếu (“về …”).");
        }
    }
}

/// Types whose number is never without a symbol.
const CODED: &[&str] = &[
    "nghị quyết số",
    "kế hoạch số",
    "quyết định số",
    "chỉ thị số",
    "kết luận số",
    "nghị định số",
    "thông tư số",
    "hướng dẫn số",
    "thông báo số",
    "nghị quyết liên tịch số",
    "thông tư liên tịch số",
    "quy định số",
    "công văn số",
    "chương trình số",
    "đề án số",
];

fn symbol(manuscript: &Manuscript, report: &mut Report) {
    let defined = super::short_names::names(manuscript);
    for paragraph in manuscript.paragraphs.iter().filter(|paragraph| paragraph.is_prose()) {
        for phrase in CODED {
            for range in paragraph.phrases(phrase) {
                let rest = paragraph.behind(range.end).trim_start();
                let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
                let behind = &rest[digits..];
                let coded = behind.trim_start().starts_with(['/', '-', '–'])
                    || behind.starts_with(char::is_alphanumeric);
                let end = paragraph.text.len() - behind.len();
                let whole = range.start..end;
                let named =
                    defined.iter().any(|name| paragraph.slice(whole.clone()).eq_ignore_ascii_case(name));
                if digits > 0 && !coded && !named && !behind.starts_with(')') {
                    report.tell(
                        paragraph,
                        whole,
                        "Số của văn bản phải có ký hiệu đi kèm, hoặc dùng đúng tên gọi tắt đã nêu.",
                    );
                }
            }
        }
    }
}

/// "Hướng dẫn 13/HD-MTTQ-BTT" where the other documents are named with "số".
fn word(manuscript: &Manuscript, report: &mut Report) {
    let all: Vec<_> = mentions(manuscript)
        .into_iter()
        .filter(|(own, mention)| {
            own.is_prose() && !own.is_in_brackets(&mention.range) && !is_statute(mention)
        })
        .collect();
    let defined = super::short_names::names(manuscript);
    let (with, without): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, mention)| mention.says_number);
    let usual = with.len() >= 2 * without.len();
    let said: Vec<&str> = with.iter().map(|(_, mention)| mention.number.as_str()).collect();
    let is_first = |own: &Paragraph, mention: &Mention| {
        (leads(own) || mention.date.is_some()) && !said.contains(&mention.number.as_str())
    };
    for (paragraph, mention) in without.into_iter().filter(|(own, mention)| usual || is_first(own, mention)) {
        let typed = paragraph.slice(mention.kind_at.start..mention.number_at.end);
        let between = paragraph.slice(mention.kind_at.end..mention.number_at.start);
        let defined = defined.iter().any(|name| lower(name) == lower(typed));
        if between == " " && !defined {
            let whole = mention.kind_at.start..mention.number_at.end;
            let at = mention.number_at.start..mention.number_at.start;
            report.mend_part(paragraph, whole, at, "số ", "Trước số của văn bản có chữ “số”.");
        }
    }
}

fn symbol_read(paragraph: &Paragraph, manuscript: &Manuscript, notes: &mut Notes) {
    given_read(paragraph, manuscript, notes);
    for phrase in CODED {
        for range in paragraph.phrases(phrase) {
            paragraph.behind(range.start).chars().take(60).for_each(|c| c.hash(notes));
        }
    }
}

fn word_read(paragraph: &Paragraph, manuscript: &Manuscript, notes: &mut Notes) {
    reads::mentions(paragraph, manuscript, notes);
    given_read(paragraph, manuscript, notes);
}

fn conference(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in paragraph.phrases("nghị quyết trung ương") {
        let rest = paragraph.behind(range.end);
        let number = rest.trim_start();
        let digits = number.len() - number.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if digits > 0 {
            let end = paragraph.text.len() - number.len() + digits;
            report.tell(paragraph, range.start..end, "Viện dẫn lần đầu nên ghi số, ngày của nghị quyết.");
        }
    }
}

/// Who issues what all carry out.
const CENTRAL: [&str; 5] =
    ["bộ chính trị", "ban bí thư", "ban chấp hành trung ương", "thủ tướng chính phủ", "chính phủ"];

/// Documents that are called by type, body and subject: "Kết luận của Bộ Chính trị về …".
fn unnumbered(paragraph: &Paragraph) -> impl Iterator<Item = (Range<usize>, &'static str)> {
    let kinds = NUMBERED.iter().chain(&["kết luận", "quy định"]).filter(|_| paragraph.is_prose());
    kinds.flat_map(move |kind| {
        paragraph.phrases(kind).with_word().filter_map(move |(at, range)| {
            let one =
                is_capital(paragraph, at) && !small(paragraph, at.checked_sub(1)).is_of(&["các", "những"]);
            // At the head of a line "Quy định của Chính phủ về …" is a common noun.
            let one = one && !(*kind == "quy định" && begins(paragraph, at));
            let of = small(paragraph, Some(at + 2)) == "của";
            let body =
                CENTRAL.iter().find_map(|body| paragraph.phrase_at(at + 3, body)).filter(|_| one && of)?;
            let about = paragraph.behind(body.end).starts_with(" về ");
            (about && paragraph.slice(range.end..body.start) == " của ")
                .then_some((range.start..body.end, *kind))
        })
    })
}

/// "Thực hiện có hiệu quả Kết luận của Bộ Chính trị về chủ trương …", of which the plan gives no number.
fn nameless(manuscript: &Manuscript, report: &mut Report) {
    let all = mentions(manuscript);
    for paragraph in &manuscript.paragraphs {
        for (range, kind) in unnumbered(paragraph) {
            let body = lower(paragraph.slice(range.clone()));
            let cited = all.iter().any(|(_, mention)| {
                let whose = mention.body.split(" đảng").next().unwrap_or_default();
                lower(mention.kind) == kind && (body.ends_with(whose) || mention.number.says("TW"))
            });
            if !cited {
                report.tell(paragraph, range, "Viện dẫn phải ghi số, ký hiệu, ngày, tháng, năm ban hành.");
            }
        }
    }
}

fn nameless_read(paragraph: &Paragraph, manuscript: &Manuscript, notes: &mut Notes) {
    reads::mentions(paragraph, manuscript, notes);
    unnumbered(paragraph).for_each(|(range, _)| paragraph.slice(range).hash(notes));
}

/// Types of documents that are cited by number and date.
const NUMBERED: [&str; 9] = [
    "nghị quyết",
    "quyết định",
    "kế hoạch",
    "công văn",
    "hướng dẫn",
    "chỉ thị",
    "thông báo",
    "nghị định",
    "thông tư",
];

/// "Căn cứ Nghị quyết Hội nghị …": a basis that names one document, and neither its number nor its day. Of a
/// congress everybody knows which it was.
fn number(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let last = paragraph.role == Role::Opening
        && ["căn cứ", "thực hiện"].iter().any(|lead| paragraph.phrase_at(0, lead).is_some());
    if paragraph.role != Role::Basis && !last || !paragraph.mentions.is_empty() {
        return;
    }
    let lead = ["căn cứ vào", "căn cứ", "thực hiện theo", "thực hiện", "theo"];
    let first = paragraph.words.partition_point(|word| word.at.start < paragraph.body);
    let Some(lead) = lead.iter().find(|lead| paragraph.phrase_at(first, lead).is_some()) else { return };
    let own = first + lead.split(' ').count();
    let kind = NUMBERED.iter().find_map(|kind| paragraph.phrase_at(own, kind));
    let issued = |kind: &Range<usize>| {
        let rest = paragraph.behind(kind.end);
        rest.starts_with(" của ") || rest.strip_prefix(' ').is_some_and(Words::begins_big)
    };
    let Some(kind) = kind.filter(|kind| super::words::is_capital(paragraph, own) || issued(kind)) else {
        return;
    };
    let said = lower(paragraph.behind(kind.end));
    if !["đại hội", " ngày ", " số ", "[", "…", "..."].iter().any(|own| said.says(own)) {
        report.tell(paragraph, kind, "Viện dẫn lần đầu phải ghi số, ký hiệu, ngày, tháng, năm ban hành.");
    }
}

/// The subject names the document that it carries out by its subject alone.
fn subject(manuscript: &Manuscript, report: &mut Report) {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(lower).collect()
    };
    for paragraph in manuscript.paragraphs.iter().filter(|paragraph| paragraph.role == Role::Subject) {
        if !paragraph.mentions.is_empty() || paragraph.text.says("[[") {
            continue;
        }
        let own = words(&paragraph.text);
        for (_, mention) in
            mentions(manuscript).into_iter().filter(|(other, mention)| leads(other) && !mention.is_inside)
        {
            let about = words(mention.citation.subject.trim_start_matches("về "));
            let shared = about.len() > 5 && own.windows(about.len().max(1)).any(|run| run == about);
            let kind = words(mention.kind).join(" ");
            if let Some(range) = paragraph.phrases(&kind).next().filter(|_| shared) {
                let end = paragraph
                    .words
                    .iter()
                    .filter(|word| word.at.start >= range.start)
                    .nth(7)
                    .map_or(range.end, |word| word.at.end);
                let message = format!("Trích yếu nên gọi đủ tên: {} số {}.", mention.kind, mention.number);
                report.tell(paragraph, range.start..end, message);
                return;
            }
        }
    }
}
