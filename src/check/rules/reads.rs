//! What rules that look at all of the text read of a paragraph, where several read the same.
//!
//! Where in the paragraph it stands is never told: letters that are typed before it change nothing.

use std::hash::Hash;

use super::words::{Words, at, begins, is_capital, is_shouted, small};
use crate::check::manuscript::{Manuscript, Paragraph};
use crate::check::rule::Notes;
use crate::import::Role;
use crate::vietnamese::lower;

/// The documents that are named, with what stands around each.
pub(super) fn mentions(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    for own in &paragraph.mentions {
        let citation = &own.citation;
        (own.kind, &own.number, own.says_number, &own.about, &own.body).hash(notes);
        (own.date.as_ref().map(|date| date.parts), own.comma.is_some()).hash(notes);
        (&citation.issuer, &citation.subject, own.is_inside, own.is_listed).hash(notes);
        paragraph.slice(own.kind_at.start..own.number_at.end).hash(notes);
        paragraph.is_in_brackets(&own.range).hash(notes);
        for end in [own.range.end, own.number_at.end] {
            let rest = paragraph.behind(end);
            rest.trim_start_matches([' ', ',', '\n', ']', ')']).chars().take(4).for_each(|c| c.hash(notes));
        }
        let before = paragraph.before(own.range.start);
        (before.trim_end().ends_with("ban hành"), before.says("ban hành Kế hoạch")).hash(notes);
        of_several(before, own.kind).hash(notes);
    }
    if !paragraph.mentions.is_empty() {
        paragraph
            .phrase_at(0, "kèm theo")
            .or(paragraph.phrase_at(0, "ban hành kèm theo"))
            .is_some()
            .hash(notes);
    }
}

/// "các Quyết định của Thủ tướng Chính phủ: số …; Quyết định số …": who issued them was said of all.
pub(super) fn of_several(before: &str, kind: &str) -> bool {
    let Some((head, _)) = before.split_once(':').filter(|(head, _)| !head.contains(';')) else {
        return false;
    };
    lower(head).contains(&format!("các {} của", lower(kind)))
}

/// The texts in which a plan says what it is: trích yếu, căn cứ, opening and closing.
pub(super) fn frame(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    if matches!(paragraph.role, Role::Subject | Role::Basis | Role::Opening | Role::Closing) {
        paragraph.text.hash(notes);
    }
}

/// What a plan says it is, and the documents that are named anywhere.
pub(super) fn frame_and_mentions(paragraph: &Paragraph, manuscript: &Manuscript, notes: &mut Notes) {
    frame(paragraph, manuscript, notes);
    mentions(paragraph, manuscript, notes);
}

/// The list of recipients.
pub(super) fn recipients(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    if paragraph.role == Role::Recipient {
        paragraph.text.hash(notes);
    }
}

/// Who issues and who receives.
pub(super) fn issuer_and_recipients(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    if matches!(paragraph.role, Role::Body | Role::Recipient) {
        (paragraph.role as u8, &paragraph.text).hash(notes);
    }
}

/// Who signs.
pub(super) fn signature(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    if matches!(paragraph.role, Role::Authority | Role::SignerTitle | Role::Ending) {
        paragraph.text.hash(notes);
    }
}

/// Where phrases stand, as they are written, with the word behind and the capitals of those beside them.
pub(super) fn phrases<'a>(
    paragraph: &Paragraph,
    phrases: impl IntoIterator<Item = &'a str>,
    notes: &mut Notes,
) {
    for phrase in phrases {
        for range in paragraph.phrases(phrase) {
            let first = at(paragraph, &range);
            let behind = first + phrase.split(' ').count();
            (phrase, paragraph.slice(range.clone()), is_shouted(paragraph, range.start)).hash(notes);
            (begins(paragraph, first), is_capital(paragraph, behind), small(paragraph, Some(behind)))
                .hash(notes);
            let before = first.checked_sub(1);
            before.map(|at| (is_capital(paragraph, at), begins(paragraph, at))).hash(notes);
        }
    }
}
