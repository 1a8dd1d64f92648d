//! Common nouns with a capital: “các Ban”, “mọi Cơ quan”.

use super::clauses::COMMON;
use super::reads;
use super::words::{Words, at, begins, is_capital, is_shouted, small};
use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Manuscript, Paragraph, Word};
use crate::check::rule::{Notes, Report, Rule};
use crate::vietnamese::lower;
use std::hash::Hash;
use std::ops::Range;

pub(super) const RULES: &[Rule] = &[
    Rule::whole(Error, "caps.org.common", COMMON, "Danh từ chung viết hoa", common)
        .reading(common_read)
        .mends(),
    Rule::whole(Warn, "caps.org.several", COMMON, "“các Ban”, “các Sở”: danh từ chung viết hoa", several)
        .reading(several_read)
        .mends(),
];

/// Nouns that are written small wherever they are no part of a name.
const NOUNS: [&str; 21] = [
    "khu phố",
    "tổ dân phố",
    "chính quyền",
    "cấp ủy",
    "cấp uỷ",
    "doanh nghiệp",
    "người dân",
    "cơ quan",
    "đơn vị",
    "địa phương",
    "cán bộ",
    "công chức",
    "viên chức",
    "đoàn viên",
    "đảng viên",
    "quần chúng",
    "hộ nghèo",
    "hội viên",
    "hộ gia đình",
    "đoàn thể",
    "khối đại đoàn kết",
];

/// Whether a word stands behind those who have joined: "Hiệp hội Doanh nghiệp tỉnh".
fn joined(paragraph: &Paragraph, at: usize) -> bool {
    let before = |back: usize| small(paragraph, at.checked_sub(back));
    before(1).is_of(&["hội", "đoàn", "minh"]) && before(2).is_of(&["hiệp", "liên"])
}

/// A common noun in capitals inside a sentence, where the same text writes it small elsewhere or nothing
/// else can be meant.
fn common(manuscript: &Manuscript, report: &mut Report) {
    for noun in NOUNS {
        let mut big: Vec<(&Paragraph, Range<usize>)> = Vec::new();
        let mut small_ones = 0;
        for paragraph in manuscript.paragraphs.iter().filter(|own| own.is_prose()) {
            for range in paragraph.phrases(noun) {
                let first = at(paragraph, &range);
                let count = noun.split(' ').count();
                let rest = (first + 1..first + count).any(|at| is_capital(paragraph, at));
                let named = is_capital(paragraph, first + count)
                    || (first > 0 && is_capital(paragraph, first - 1) && !begins(paragraph, first - 1))
                    || joined(paragraph, first);
                match is_capital(paragraph, first) {
                    false => small_ones += 1,
                    true if rest || named || begins(paragraph, first) => {}
                    // "Tổ dân phố 5" has a number for a name.
                    true if small(paragraph, Some(first + count))
                        .starts_with(|c: char| c.is_ascii_digit()) => {}
                    // “Đảng viên trẻ ở làng” is called so.
                    true if paragraph.before(range.start).ends_with(['“', '"']) => {}
                    // "Đơn vị chủ trì: …" begins a sentence, whatever stands before.
                    true if small(paragraph, Some(first + count)).is_of(&["chủ", "phối"]) => {}
                    true => big.push((paragraph, range)),
                }
            }
        }
        // "Chính quyền" is no name wherever it is as often small as not.
        let least = match noun {
            "khối đại đoàn kết" => 0,
            "chính quyền" => big.len(),
            _ => 2 * big.len(),
        };
        let one_way = big.is_empty() || small_ones < least;
        if one_way {
            continue;
        }
        for (paragraph, range) in big {
            let with = lower(paragraph.slice(range.clone()));
            report.mend(paragraph, range, with, "Danh từ chung viết thường.");
        }
    }
}

/// Words before several of a kind.
const SEVERAL: [&str; 4] = ["các", "những", "mỗi", "từng"];

/// The words of a paragraph behind "các" and such.
pub(in crate::check) fn of_several(paragraph: &Paragraph) -> Vec<usize> {
    let behind = |range| {
        let first = at(paragraph, &range);
        let close = paragraph.words.get(first + 1).is_some_and(|own| own.is_syllable && own.letters > 1);
        (close && !is_shouted(paragraph, range.start)).then_some(first + 1)
    };
    SEVERAL.into_iter().flat_map(|word| paragraph.phrases(word)).filter_map(behind).collect()
}

/// Bodies or persons of a kind, named together, in capitals where the same text writes them small elsewhere.
fn several(manuscript: &Manuscript, report: &mut Report) {
    let all = manuscript.paragraphs.iter().flat_map(|own| own.of_several().iter().map(move |at| (own, *at)));
    let (big, small_ones): (Vec<_>, Vec<_>) = all.partition(|(own, at)| is_capital(own, *at));
    // "các Ban, Văn phòng": what a comma parts from it is no part of its name.
    let named = |(paragraph, own): &(&Paragraph, usize)| {
        is_capital(paragraph, own + 1)
            && !paragraph.behind(paragraph.words[*own].at.end).starts_with([',', ':'])
    };
    // "các Hội đồng tư vấn" are no associations.
    let longer = |(paragraph, own): &(&Paragraph, usize)| {
        paragraph.words[*own].small == "hội" && small(paragraph, Some(own + 1)) == "đồng"
    };
    let wrong: Vec<_> = big.into_iter().filter(|several| !named(several) && !longer(several)).collect();
    let alike = |word: &Word| wrong.iter().filter(|(other, at)| other.words[*at].says_same(word)).count();
    for &(paragraph, own) in &wrong {
        let word = &paragraph.words[own];
        // What is small there is the end of a longer word, too: "các ban ngành".
        let kind = matches!(small(paragraph, Some(own + 1)), "chuyên" | "trực" | "liên")
            || paragraph.behind(word.at.end).starts_with(':')
            || is_listed_small(paragraph, own);
        let usual = small_ones.iter().filter(|(other, at)| other.words[*at].says_same(word)).count();
        if kind || usual > 0 && usual >= alike(word) {
            let range = paragraph.words[own - 1].at.start..word.at.end;
            let message = "Nói chung nhiều cơ quan: viết thường, như ở chỗ khác.";
            report.mend_part(paragraph, range, word.at.clone(), word.small.clone(), message);
        }
    }
}

/// "các Sở, ban, ngành", "các Ban ngành": what goes on small is a list of common nouns.
fn is_listed_small(paragraph: &Paragraph, own: usize) -> bool {
    let noun = |at: usize| small(paragraph, Some(at)).is_of(&["sở", "ban", "bộ", "ngành", "phòng", "đoàn"]);
    let next = paragraph.words.get(own + 1).filter(|next| !next.is_capital && noun(own + 1));
    let between = |next: &Word| paragraph.slice(paragraph.words[own].at.end..next.at.start);
    noun(own) && next.is_some_and(|next| matches!(between(next), ", " | " "))
}

fn common_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    reads::phrases(paragraph, NOUNS, notes);
    for (at, range) in NOUNS.iter().flat_map(|noun| paragraph.phrases(noun).with_word()) {
        (joined(paragraph, at), paragraph.before(range.start).ends_with(['“', '"'])).hash(notes);
    }
}

fn several_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    for &own in paragraph.of_several() {
        (is_capital(paragraph, own), is_capital(paragraph, own + 1)).hash(notes);
        paragraph.behind(paragraph.words[own].at.end).chars().next().hash(notes);
        [own.checked_sub(1), Some(own), Some(own + 1)].map(|at| small(paragraph, at)).hash(notes);
        is_listed_small(paragraph, own).hash(notes);
    }
}
