//! Chữ viết tắt: an abbreviation that the text explains nowhere.

use std::hash::Hash;

use super::words::{Words, is_shouted};
use crate::check::finding::Severity::Hint;
use crate::check::manuscript::{Manuscript, Paragraph, Word};
use crate::check::rule::{Notes, Report, Rule};
use crate::import::Role;

const WHOLE: &str =
    "NĐ 30/2020/NĐ-CP, Điều 8: từ viết tắt không thông dụng được giải thích ở lần dùng đầu tiên";

pub(super) const RULES: &[Rule] =
    &[Rule::whole(Hint, "other.abbreviation", WHOLE, "Chữ viết tắt chưa được giải thích", unexplained)
        .reading(unexplained_read)];

/// Those that everybody who reads such texts knows.
const KNOWN: &str = " UBND HĐND MTTQ MTTQVN TW BCH BTV BTT BTG ĐU HU TU TNCS TNCSHCM HCM CCB LHPN CTXH THCS THPT PTDTBT \
    BHYT BHXH BHTN CNH HĐH COVID HIV AIDS SARS CP TT TP TX QĐ NQ KH CT TTg NĐ CTr TTr HD BC TB KL CV QP AN XH VH KT GDP OCOP ISO IP \
    VNPT EVN SMS USB PDF WTO ASEAN UNESCO UNICEF WHO GPS CSDL CĐ ĐH GD ĐT NN PTNT TNMT LĐTBXH VHTT CMND CCCD QR ";

/// A word in capitals that is no syllable and no symbol of a document.
fn is_short(own: &Paragraph, at: usize, word: &Word) -> bool {
    // Most words are none: nothing more is asked of them.
    if !word.is_loud || word.is_syllable || word.letters < 3 {
        return false;
    }
    let typed = own.word(at);
    let beside = |c: Option<char>| c.is_some_and(|c| matches!(c, '/' | '-' | '.' | '_' | '@' | '&'));
    let joined = beside(own.before(word.at.start).chars().next_back())
        || beside(own.behind(word.at.end).chars().next().filter(|c| *c != '.'));
    let roman = word.small.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'l' | 'c'));
    word.small.chars().all(char::is_alphabetic)
        && !joined
        && !roman
        && !KNOWN.says(&format!(" {typed} "))
        && !own.mentions.iter().any(|own| own.range.contains(&word.at.start))
        && !own.is_in_brackets(&word.at)
}

/// Those of a paragraph: which word, and whether the text explains it there: "(PCCC)", "viết tắt là PCCC".
fn of(own: &Paragraph) -> impl Iterator<Item = (usize, bool)> + '_ {
    let prose = own.is_prose() && !matches!(own.role, Role::Subject | Role::Section | Role::Detail);
    let all = own.words.iter().enumerate().filter(move |(at, word)| prose && is_short(own, *at, word));
    all.filter(|(_, word)| !is_shouted(own, word.at.start)).map(|(at, word)| {
        let before = own.before(word.at.start).trim_end_matches(['“', '"', ' ']);
        let explains = before.ends_with(['(', ':']) || before.ends_with(" là") || before.ends_with("tắt");
        (at, explains || own.behind(word.at.end).trim_start().starts_with('('))
    })
}

fn unexplained(manuscript: &Manuscript, report: &mut Report) {
    let mut seen: Vec<&str> = Vec::new();
    let all = || manuscript.paragraphs.iter().flat_map(|own| of(own).map(move |found| (own, found)));
    let mut explained: Vec<&str> = Vec::new();
    explained.extend(all().filter(|(_, (_, explains))| *explains).map(|(own, (at, _))| own.word(at)));
    for (own, (at, _)) in all() {
        let typed = own.word(at);
        if !explained.contains(&typed) && !seen.contains(&typed) {
            seen.push(typed);
            let message = "Chữ viết tắt này chưa được giải thích ở lần dùng đầu tiên.";
            report.tell(own, own.words[at].at.clone(), message);
        }
    }
}

fn unexplained_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    of(paragraph).for_each(|(at, explains)| (paragraph.word(at), explains).hash(notes));
}
