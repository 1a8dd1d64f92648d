//! Names that the text gives to documents: "(sau đây gọi tắt là …)".

use std::hash::Hash;
use std::ops::Range;

use super::clauses::CITING;
use super::conflicts::mentions;
use super::reads;
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph};
use crate::check::mention::Mention;
use crate::check::rule::{Notes, Report, Rule};
use crate::import::Role;
use crate::vietnamese::lower;

pub(super) const RULES: &[Rule] = &[
    Rule::whole(Error, "citation.short-twice", CITING, "Tên gọi tắt đặt hai lần", twice).reading(given_read),
    Rule::whole(Error, "citation.short-twice.names", CITING, "Một văn bản có hai tên gọi tắt", two_names)
        .reading(given_read),
    Rule::whole(Warn, "citation.short-undefined", CITING, "Tên gọi tắt chưa được đặt", undefined)
        .reading(undefined_read),
    Rule::each(Warn, "citation.short-name.code", CITING, "“KH 285”: văn bản gọi bằng ký hiệu và số", code),
    Rule::whole(Hint, "citation.short-early", CITING, "Tên gọi tắt dùng trước khi được đặt", early)
        .reading(uses_read),
    Rule::whole(Hint, "citation.short-unused", CITING, "Tên gọi tắt đặt rồi không dùng", unused)
        .reading(uses_read),
];

/// A name that is given to a document.
#[derive(Clone, Debug)]
pub(in crate::check) struct ShortName {
    name: String,
    /// From the bracket to the bracket.
    at: Range<usize>,
}

/// The names that a paragraph gives.
pub(in crate::check) fn short_names(paragraph: &Paragraph) -> Vec<ShortName> {
    let mut found = Vec::new();
    let text = paragraph.text.as_str();
    for (open, _) in text.match_indices('(') {
        let Some(close) = text[open..].find(')').map(|close| open + close) else { continue };
        let inside = &text[open + 1..close];
        let Some((says, name)) = inside.split_once(" là ").or_else(|| inside.split_once(": ")) else {
            continue;
        };
        let says = lower(says.trim());
        let gives = says.ends_with("tắt") || says.ends_with("sau đây gọi") || says.ends_with("gọi chung");
        let name =
            name.trim_matches([' ', '“', '”', '"', '.']).split_whitespace().collect::<Vec<_>>().join(" ");
        if gives && !name.is_empty() && says.split(' ').count() < 7 {
            found.push(ShortName { name, at: open..close + 1 });
        }
    }
    found
}

/// Codes of types with which documents are called in haste, and the types.
const CODES: [(&str, &str); 9] = [
    ("KH", "Kế hoạch"),
    ("NQ", "Nghị quyết"),
    ("CT", "Chỉ thị"),
    ("CTr", "Chương trình"),
    ("QĐ", "Quyết định"),
    ("KL", "Kết luận"),
    ("HD", "Hướng dẫn"),
    ("NĐ", "Nghị định"),
    ("TT", "Thông tư"),
];

/// "quán triệt NQ 43 và KH 285 đến cán bộ".
fn code(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, pair) in paragraph.words.windows(2).enumerate().filter(|_| paragraph.is_prose()) {
        let [code, number] = pair else { continue };
        let figures = !number.small.is_empty() && number.small.bytes().all(|byte| byte.is_ascii_digit());
        if !figures || code.is_syllable || paragraph.slice(code.at.end..number.at.start) != " " {
            continue;
        }
        let typed = paragraph.slice(code.at.clone());
        let known = CODES.iter().find(|(own, _)| *own == typed);
        let whole = !paragraph.behind(number.at.end).starts_with(['/', '-', '.', ','])
            && !paragraph.before(code.at.start).ends_with(['/', '-', '(', '“']);
        let cited = paragraph.mentions.iter().any(|mention| mention.range.contains(&code.at.start));
        if let Some((_, kind)) = known.filter(|_| whole && !cited && at > 0) {
            let message = format!("Ghi đủ tên loại: “{kind} số …”, hoặc tên gọi tắt đã đặt.");
            report.tell(paragraph, code.at.start..number.at.end, message);
        }
    }
}

/// A place where a name is given.
struct Definition<'a> {
    paragraph: &'a Paragraph,
    name: &'a str,
    at: Range<usize>,
}

fn of(paragraph: &Paragraph) -> impl Iterator<Item = Definition<'_>> {
    paragraph.short_names().iter().map(|own| Definition { paragraph, name: &own.name, at: own.at.clone() })
}

fn definitions(manuscript: &Manuscript) -> Vec<Definition<'_>> {
    manuscript.paragraphs.iter().flat_map(of).collect()
}

/// The names that a text gives.
pub(super) fn names(manuscript: &Manuscript) -> Vec<&str> {
    definitions(manuscript).into_iter().map(|definition| definition.name).collect()
}

fn twice(manuscript: &Manuscript, report: &mut Report) {
    let all = definitions(manuscript);
    for (at, definition) in all.iter().enumerate() {
        if all[..at].iter().any(|before| lower(before.name) == lower(definition.name)) {
            let message = format!("Tên gọi tắt “{}” đã được đặt ở trên.", definition.name);
            report.tell(definition.paragraph, definition.at.clone(), message);
        }
    }
}

/// The number of the document to which a name is given: the last that stands before it.
fn named<'a>(definition: &Definition<'a>) -> Option<&'a str> {
    let mut before =
        definition.paragraph.mentions.iter().filter(|mention| mention.range.end <= definition.at.start);
    let between = |end: usize| definition.paragraph.slice(end..definition.at.start);
    before
        .rfind(|mention| !mention.is_inside)
        .filter(|mention| !between(mention.range.end).contains(';'))
        .map(|mention| mention.number.as_str())
}

/// Words with which the short names of bodies begin: "… Nghị quyết số 26-NQ/TW, Ban Thường vụ Đảng ủy Khối (sau đây
/// gọi tắt là Ban Thường vụ)".
const BODIES: [&str; 10] =
    ["Ban ", "Đảng ", "Ủy ban", "UBND", "Hội ", "Sở ", "Phòng ", "Đoàn ", "Thường trực", "MTTQ"];

fn is_body(name: &str) -> bool {
    BODIES.iter().any(|head| name.starts_with(head))
}

fn two_names(manuscript: &Manuscript, report: &mut Report) {
    let all = definitions(manuscript);
    for (at, definition) in all.iter().enumerate() {
        let Some(number) = named(definition).filter(|_| !is_body(definition.name)) else { continue };
        let other = all[..at]
            .iter()
            .find(|before| named(before) == Some(number) && lower(before.name) != lower(definition.name));
        if let Some(other) = other {
            let message = format!("Văn bản số {number} đã được gọi tắt là “{}” ở trên.", other.name);
            report.tell(definition.paragraph, definition.at.clone(), message);
        }
    }
}

/// The names that are given, and to what.
pub(super) fn given_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    of(paragraph).for_each(|definition| (definition.name, named(&definition)).hash(notes));
}

/// "Nghị quyết 27" where only 27-NQ/TW is cited.
fn undefined(manuscript: &Manuscript, report: &mut Report) {
    let definitions = definitions(manuscript);
    let defined: Vec<String> = definitions.iter().map(|definition| lower(definition.name)).collect();
    let given = definitions.iter().filter_map(|definition| Some((definition.name, named(definition)?)));
    let given: Vec<(&str, &str)> = given.collect();
    let all = mentions(manuscript);
    for paragraph in manuscript.paragraphs.iter().filter(|paragraph| paragraph.is_prose()) {
        for (at, word) in paragraph.words.iter().enumerate() {
            let is_number = !word.small.is_empty() && word.small.bytes().all(|byte| byte.is_ascii_digit());
            let behind = paragraph.behind(word.at.end);
            if !is_number
                || at < 2
                || behind.starts_with(['/', '-', '–', '%', '.'])
                || behind.trim_start().starts_with(['-', '/'])
            {
                continue;
            }
            let start = at - 2;
            let kind = format!("{} {}", paragraph.words[start].small, paragraph.words[start + 1].small);
            // "Đề án 182" where the Quyết định số 182/QĐ-TTg is called "Đề án".
            let is_called = |mention: &Mention| {
                given.iter().any(|(name, number)| *number == mention.number && lower(name) == kind)
            };
            let cited = all.iter().find(|(_, mention)| {
                mention.digits() == word.small && (lower(mention.kind) == kind || is_called(mention))
            });
            let name = format!("{kind} {}", word.small);
            if let Some((_, mention)) = cited
                && let Some(range) = paragraph.phrase_at(start, &name)
                && !defined.iter().any(|own| own.contains(&name))
            {
                let message = format!(
                    "Tên gọi tắt này chưa được đặt: ghi {} số {}, hoặc đặt tên gọi tắt ở lần viện dẫn đầu.",
                    mention.kind, mention.number
                );
                report.tell(paragraph, range, message);
            }
        }
    }
}

fn undefined_read(paragraph: &Paragraph, manuscript: &Manuscript, notes: &mut Notes) {
    reads::mentions(paragraph, manuscript, notes);
    given_read(paragraph, manuscript, notes);
    for trio in paragraph.words.windows(3) {
        let [one, other, number] = trio else { continue };
        if number.small.starts_with(|c: char| c.is_ascii_digit()) {
            (&one.small, &other.small, &number.small).hash(notes);
            let behind = paragraph.behind(one.at.end);
            let gaps = behind.len().min(number.at.end - one.at.end + 8);
            behind.char_indices().take_while(|(at, _)| *at < gaps).for_each(|(_, c)| c.hash(notes));
        }
    }
}

/// Names of one word, or that are a common word of plans, are used as words, too.
fn is_telling(name: &str) -> bool {
    name.contains(|c: char| c.is_ascii_digit()) || name.split(' ').count() > 2
}

/// Where a paragraph uses a name but where it is given.
fn uses_in(paragraph: &Paragraph, definition: &Definition) -> Vec<Range<usize>> {
    let mut uses = Vec::new();
    for (at, _) in paragraph.text.match_indices(definition.name) {
        let range = at..at + definition.name.len();
        let own = definition.paragraph.index == paragraph.index && definition.at.contains(&at);
        let behind = paragraph.behind(range.end).chars().next();
        if !own && behind.is_none_or(|behind| !behind.is_alphanumeric()) {
            uses.push(range);
        }
    }
    uses
}

fn uses<'a>(
    manuscript: &'a Manuscript,
    definition: &'a Definition,
) -> impl Iterator<Item = (&'a Paragraph, Range<usize>)> {
    let of = |own| uses_in(own, definition).into_iter().map(move |range| (own, range));
    manuscript.paragraphs.iter().flat_map(of)
}

fn uses_read(paragraph: &Paragraph, manuscript: &Manuscript, notes: &mut Notes) {
    // Where a name is given it matters which of its uses come before.
    if !paragraph.short_names().is_empty() {
        paragraph.text.hash(notes);
        return;
    }
    let mut seen: Vec<&str> = Vec::new();
    for definition in manuscript.paragraphs.iter().flat_map(of) {
        if !seen.contains(&definition.name) {
            seen.push(definition.name);
            for range in uses_in(paragraph, &definition) {
                (definition.name, is_full(paragraph, &range)).hash(notes);
            }
        }
    }
}

/// Whether the document itself is named in full, which is no use of its short name.
fn is_full(paragraph: &Paragraph, range: &Range<usize>) -> bool {
    paragraph.mentions.iter().any(|mention| mention.range.start == range.start)
}

fn early(manuscript: &Manuscript, report: &mut Report) {
    for definition in definitions(manuscript).iter().filter(|definition| is_telling(definition.name)) {
        let before = uses(manuscript, definition).find(|(paragraph, range)| {
            let earlier = paragraph.index < definition.paragraph.index
                || (paragraph.index == definition.paragraph.index && range.end < definition.at.start);
            earlier && !is_full(paragraph, range) && paragraph.role != Role::Subject
        });
        if let Some((paragraph, range)) = before {
            report.tell(paragraph, range, "Tên gọi tắt này đến đoạn sau mới được đặt.");
        }
    }
}

fn unused(manuscript: &Manuscript, report: &mut Report) {
    for definition in definitions(manuscript) {
        if uses(manuscript, &definition).next().is_none() {
            let message = "Tên gọi tắt này không được dùng ở chỗ nào khác.";
            report.tell(definition.paragraph, definition.at.clone(), message);
        }
    }
}
