//! Chính tả: words that are not written as they are spelt.

use super::words::Words;
use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Frame, Paragraph};
use crate::check::rule::{Report, Rule, Run};
use crate::check::spelling::slips::like;
use crate::check::spelling::{Spelling, key};
use crate::import::Role;
use crate::vietnamese::{compose, is_vowel};

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
    Rule::each(Error, "typo.tone-place", SPELLING, "Dấu thanh đặt sai chữ", tone_place).mends(),
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
    // In the names of those who issue it, in capitals, names cannot be told from words.
    if is_spared(paragraph) || !is_certain && paragraph.role == Role::Body {
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

/// Two vowels at the end of a syllable of which the first has the tone: nại, not naị.
const OPEN: &str = " ai ao au ay âu ây eo êu iu oi ôi ơi ui ưi ưu ia ua ưa ";

/// A syllable as it is written, if its tone stands on the last of such vowels.
fn toned_right(small: &str) -> Option<String> {
    const MARKS: [&str; 6] = ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"];
    let mut letters = small.chars().rev();
    let last = letters.next().filter(|c| !c.is_ascii())?;
    let first = letters.next().filter(|c| is_vowel(*c))?;
    let (plain, tone) = key(last.encode_utf8(&mut [0; 4]))?;
    let open = OPEN.says(&format!(" {first}{plain} "));
    let head = &small[..small.len() - last.len_utf8()];
    // Of "qu" and "gi" the vowel belongs to the consonant: qúa is quá, gía is giá.
    let glide = matches!(head, "qu" | "gi");
    let mark = MARKS.get(tone).filter(|mark| !mark.is_empty())?;
    (open && !glide).then(|| compose(&format!("{head}{mark}{plain}")))
}

/// The vowel of "qu" and "gi" has the tone that belongs to the one behind it: qúa, đánh gía.
fn glided(small: &str) -> Option<String> {
    const GLIDES: [(&str, &str, &str); 10] = [
        ("qú", "qu", "\u{301}"),
        ("qù", "qu", "\u{300}"),
        ("qủ", "qu", "\u{309}"),
        ("qũ", "qu", "\u{303}"),
        ("qụ", "qu", "\u{323}"),
        ("gí", "gi", "\u{301}"),
        ("gì", "gi", "\u{300}"),
        ("gỉ", "gi", "\u{309}"),
        ("gĩ", "gi", "\u{303}"),
        ("gị", "gi", "\u{323}"),
    ];
    let (head, plain, tone) = GLIDES.iter().find(|(head, ..)| small.starts_with(head))?;
    let rest = small.strip_prefix(head)?;
    let vowel = rest.chars().next().filter(|c| is_vowel(*c))?;
    Some(compose(&format!("{plain}{vowel}{tone}{}", &rest[vowel.len_utf8()..])))
}

fn tone_place(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, word) in paragraph.words.iter().enumerate() {
        let right = if word.is_syllable { toned_right(&word.small) } else { None };
        if let Some(right) = right.or_else(|| glided(&word.small)) {
            let right = like(paragraph.word(at), &right);
            report.mend(paragraph, word.at.clone(), right, "Dấu thanh đặt ở nguyên âm đứng trước.");
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
            let text = |from, to| paragraph.slice(from..to);
            let apart = [text(odd.range.start, at), text(at, odd.range.end)].join(" ");
            report.mend(paragraph, odd.range.clone(), apart, "Hai tiếng viết rời nhau.");
        }
    }
}
