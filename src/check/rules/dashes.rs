//! Spaces beside dashes and strokes.

use super::spacing::{MARKS, before, is_spared, is_year};
use super::words::Words;
use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph, Word};
use crate::check::rule::{Notes, Report, Rule};
use crate::check::spelling::Lexicon;
use crate::import::Role;
use std::hash::Hash;
use std::ops::Range;

const RANGE: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I: gạch nối giữa hai năm viết liền, hoặc cách đều hai bên";

pub(super) const RULES: &[Rule] = &[
    Rule::each(
        Error,
        "punctuation.space.range",
        RANGE,
        "Dấu cách quanh gạch nối giữa hai năm, hai ngày",
        range,
    )
    .mends(),
    Rule::each(Error, "punctuation.space.slash", MARKS, "Dấu cách một bên dấu gạch chéo", slash).mends(),
    Rule::each(Error, "punctuation.space.dash", MARKS, "Dấu cách một bên gạch nối", dash).mends(),
    Rule::each(
        Warn,
        "punctuation.space.dash-term",
        MARKS,
        "“kinh tế-xã hội” viết liền gạch nối",
        joined_term,
    )
    .mends(),
    Rule::whole(Warn, "punctuation.space.dash-none", MARKS, "Gạch nối giữa hai từ viết liền", joined_dash)
        .reading(joined_dash_read)
        .mends(),
    Rule::whole(Warn, "punctuation.dash-mixed", MARKS, "Gạch nối dài và ngắn lẫn nhau", long_dash)
        .reading(long_dash_read)
        .mends(),
    Rule::each(
        Warn,
        "punctuation.space.dash-number",
        MARKS,
        "Gạch nối viết liền giữa chữ và số",
        dash_number,
    )
    .mends(),
];

fn range(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (_, [from, to], between) in paragraph.breaks() {
        let dash = between.trim();
        let uneven = between.starts_with(' ') != between.ends_with(' ');
        // "(14/10/1930 -14/10/2019)"
        let to_day = to.letters < 3 && paragraph.behind(to.at.end).starts_with('/');
        let to_time = is_year(&to.small) || to_day && paragraph.before(from.at.start).ends_with('/');
        let figures = |word: &Word| word.small.bytes().all(|byte| byte.is_ascii_digit());
        // "72 -74 tạ/ha": not what the dash of a list stands before.
        let counts = figures(from) && figures(to) && from.at.start > paragraph.body;
        if (is_year(&from.small) && to_time || counts) && matches!(dash, "-" | "–") && uneven {
            let whole = from.at.start..to.at.end;
            let right = format!("{} {dash} {}", from.small, to.small);
            report.mend(paragraph, whole, right, "Gạch nối giữa hai năm, hai ngày, hai số cách đều hai bên.");
        }
    }
}

/// "quý III/ 2025", "30/ 6/2026".
fn slash(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let counts = |word: &Word| {
        let figures = word.small.len() <= 4 && word.small.bytes().all(|byte| byte.is_ascii_digit());
        figures || word.is_loud && word.small.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'))
    };
    // "02 lần/ tháng", "Trường/ Viện"
    let is_word = |word: &Word| word.is_syllable && word.letters > 1 && !word.is_loud;
    for (_, [left, right], _) in paragraph.breaks().filter(|(.., gap)| matches!(*gap, "/ " | " /")) {
        let gap = left.at.end..right.at.start;
        let both = counts(left) && counts(right) || is_word(left) && is_word(right);
        if both && !is_spared(paragraph, &gap) {
            report.mend_part(
                paragraph,
                left.at.start..right.at.end,
                gap,
                "/",
                "Dấu gạch chéo viết liền hai bên.",
            );
        }
    }
}

fn dash(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    // Of the motto a rule of its own tells.
    if paragraph.role == Role::Emblem {
        return;
    }
    for (at, [left, right], between) in paragraph.breaks() {
        if !matches!(between, "- " | " -" | "– " | " –") {
            continue;
        }
        let is_short = |word: &Word| {
            word.is_loud && word.letters > 2 && word.small.bytes().all(|byte| !byte.is_ascii_digit())
        };
        // The blank before a number that is to be filled in: "/KH- UBND".
        let symbol = before(&paragraph.text, left.at.start) == Some('/');
        // "Mác- Lênin"
        let is_name = |word: &Word| word.is_capital && word.small == "lênin";
        let is_whole =
            |word: &&Word| word.letters > 1 && (word.is_syllable || is_short(word) || is_name(word));
        let words = [left, right].iter().all(is_whole);
        let words = words && !symbol;
        let head = at == 0 && left.at.start <= paragraph.body && between.starts_with('-');
        if words && !head && !is_spared(paragraph, &(left.at.end..right.at.start)) {
            let range = left.at.start..right.at.end;
            let text = |range: &Range<usize>| paragraph.slice(range.clone());
            let right_form = format!("{} {} {}", text(&left.at), between.trim(), text(&right.at));
            report.mend(paragraph, range, right_form, "Gạch nối cách đều hai bên.");
        }
    }
}

/// Where a dash stands between two words, a space on each side.
fn spaced<'a>(own: &'a Paragraph, dash: &'static str) -> impl Iterator<Item = Range<usize>> + 'a {
    let plain = |word: &Word| word.is_syllable && word.letters > 1;
    let all = own.breaks().filter(move |(_, [left, right], gap)| *gap == dash && plain(left) && plain(right));
    all.map(|(_, [left, right], _)| left.at.start..right.at.end)
}

/// "chính trị – xã hội" in a text that has "-" between words.
fn long_dash(manuscript: &Manuscript, report: &mut Report) {
    let of = |dash: &'static str| {
        let all = manuscript.paragraphs.iter().filter(|own| own.is_prose());
        all.flat_map(move |own| spaced(own, dash).map(move |range| (own, range)))
    };
    let long: Vec<_> = of(" – ").collect();
    if long.is_empty() || of(" - ").count() < 3 * long.len() {
        return;
    }
    for (own, range) in long {
        let typed = own.slice(range.clone());
        let at = range.start + typed.find('–').unwrap_or_default();
        report.mend_part(own, range, at..at + '–'.len_utf8(), "-", "Chỗ khác dùng gạch nối ngắn (-).");
    }
}

fn long_dash_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    if paragraph.is_prose() {
        [" - ", " – "].map(|dash| spaced(paragraph, dash).count()).hash(notes);
    }
}

/// "300 triệu đồng-500 triệu đồng". Names may be written so: Covid-19.
fn dash_number(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (_, [left, right], between) in paragraph.breaks() {
        let dash = left.at.end..right.at.start;
        let joined = matches!(between, "-" | "–");
        let word = left.is_syllable && left.letters > 2 && !left.is_capital && !left.small.is_ascii();
        if joined
            && word
            && right.small.bytes().all(|byte| byte.is_ascii_digit())
            && !is_spared(paragraph, &dash)
        {
            let whole = left.at.start..right.at.end;
            report.mend_part(paragraph, whole, dash, " - ", "Gạch nối giữa hai phần có dấu cách hai bên.");
        }
    }
}

/// "kinh tế-xã hội" in a text that writes " - " between words elsewhere. Loans have none: Lê-nin, pa-nô.
fn joined_dash(manuscript: &Manuscript, report: &mut Report) {
    let prose = || manuscript.paragraphs.iter().filter(|own| own.is_prose());
    if !prose().any(|own| dashes(own, " - ").next().is_some()) {
        return;
    }
    for own in prose() {
        for at in dashes(own, "-") {
            let range = own.words[at].at.start..own.words[at + 3].at.end;
            let dash = own.words[at + 1].at.end..own.words[at + 2].at.start;
            report.mend_part(
                own,
                range,
                dash,
                " - ",
                "Gạch nối giữa hai từ có dấu cách hai bên, như ở chỗ khác.",
            );
        }
    }
}

/// The same in a text that has no other dash: one that everybody writes with spaces.
fn joined_term(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for at in dashes(paragraph, "-").filter(|_| paragraph.is_prose()) {
        let range = paragraph.words[at].at.start..paragraph.words[at + 3].at.end;
        let dash = paragraph.words[at + 1].at.end..paragraph.words[at + 2].at.start;
        let typed = paragraph.text.get(range.clone()).unwrap_or_default().to_lowercase();
        if typed.is_of(&["kinh tế-xã hội", "chính trị-xã hội", "văn hóa-xã hội", "quốc phòng-an ninh"])
        {
            report.mend_part(paragraph, range, dash, " - ", "Gạch nối giữa hai phần có dấu cách hai bên.");
        }
    }
}

/// Where two words of two syllables are joined by a dash.
fn dashes<'a>(own: &'a Paragraph, dash: &'static str) -> impl Iterator<Item = usize> + 'a {
    let lexicon = Lexicon::get();
    own.breaks().filter(move |(.., gap)| *gap == dash).filter_map(move |(at, ..)| {
        let from = at.checked_sub(1)?;
        let [one, two, three, four] = own.words.get(from..from + 4)? else { return None };
        let gap = |left: &Word, right: &Word| own.text.get(left.at.end..right.at.start);
        let close = gap(one, two) == Some(" ") && gap(three, four) == Some(" ");
        (close && lexicon.are_word(one.id, two.id) && lexicon.are_word(three.id, four.id)).then_some(from)
    })
}

fn joined_dash_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    (dashes(paragraph, " - ").next().is_some(), dashes(paragraph, "-").count()).hash(notes);
}
