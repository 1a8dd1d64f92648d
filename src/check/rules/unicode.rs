//! Mã chữ: characters that look right and are not, or that came with the text from elsewhere.

use std::ops::Range;

use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Frame, Paragraph};
use crate::check::rule::{Report, Rule};
use crate::vietnamese::{compose, lower_letter};

const CODES: &str =
    "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I, khoản 4: bộ mã ký tự Unicode theo TCVN 6909:2001";
const LEFT_OVER: &str = "Ký tự lẫn vào khi chép từ chương trình khác";

pub(super) const RULES: &[Rule] = &[
    Rule::each(Warn, "unicode.decomposed", CODES, "Chữ tổ hợp: dấu tách khỏi chữ", decomposed),
    Rule::each(Error, "unicode.stray", CODES, "Dấu thanh đứng riêng", stray),
    Rule::each(Error, "unicode.script", CODES, "Chữ cái của bộ chữ khác", script).mends(),
    Rule::each(Error, "unicode.private", CODES, "Ký tự hỏng", private),
    Rule::each(Hint, "unicode.hidden", LEFT_OVER, "Ký tự không nhìn thấy", hidden),
    Rule::each(Hint, "unicode.markdown", LEFT_OVER, "Dấu định dạng lẫn vào văn bản", markdown).mends(),
    Rule::each(Hint, "unicode.bullet", LEFT_OVER, "Ký tự đầu dòng của Word", bullet).mends(),
    Rule::each(Error, "unicode.legacy", CODES, "Chữ của bảng mã cũ (TCVN3, VNI)", legacy),
];

/// The word around a byte.
fn word_at(text: &str, at: usize) -> Range<usize> {
    let start = text[..at]
        .char_indices()
        .rev()
        .find(|(_, c)| c.is_whitespace())
        .map_or(0, |(own, c)| own + c.len_utf8());
    let end = text[at..].find(char::is_whitespace).map_or(text.len(), |len| at + len);
    start..end.max(start)
}

fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn decomposed(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let Some(typed) = &paragraph.typed else { return };
    let composed = typed.chars().filter(|c| is_mark(*c)).count()
        > paragraph.text.chars().filter(|c| is_mark(*c)).count();
    if composed {
        let first = typed.find(is_mark).unwrap_or(0);
        let before = compose(typed.get(..first).unwrap_or_default()).len();
        let word = paragraph.words.iter().find(|word| word.at.end >= before);
        let range = word.map_or(paragraph.whole(), |word| word.at.clone());
        report.tell(
            paragraph,
            range,
            "Đoạn này gõ bằng Unicode tổ hợp: máy khác có thể hiện sai. Hãy chuyển sang Unicode dựng sẵn.",
        );
    }
}

fn stray(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if !paragraph.may_have(&['\u{300}', '\u{340}']) {
        return;
    }
    if let Some((at, _)) = paragraph.text.char_indices().find(|(_, c)| is_mark(*c)) {
        report.tell(paragraph, word_at(&paragraph.text, at), "Dấu thanh đứng sai chỗ hoặc thừa.");
    }
}

/// Letters of other scripts, each with the Latin one that looks the same.
const LOOK_ALIKE: [(&str, &str); 2] = [
    ("аеорсухіјѕһӏԁԛԝАВЕКМНОРСТУХІЈЅ", "aeopcyxijshldqwABEKMHOPCTYXIJS"),
    ("οαινΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oaivABEZHIKMNOPTYX"),
];

fn latin(letter: char) -> Option<char> {
    LOOK_ALIKE.iter().find_map(|(others, latin)| {
        let at = others.chars().position(|own| own == letter)?;
        latin.chars().nth(at)
    })
}

fn is_foreign(letter: char) -> bool {
    ('\u{370}'..'\u{530}').contains(&letter)
}

fn script(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    // One of each run of them that begins with the same byte.
    if !paragraph.may_have(&['Ͱ', 'Α', 'π', 'А', 'р', 'Ҁ', 'Ӏ', 'Ԁ']) {
        return;
    }
    for word in &paragraph.words {
        let typed = paragraph.slice(word.at.clone());
        let foreign = typed.chars().filter(|c| is_foreign(*c)).count();
        // A sign alone is one of mathematics or physics.
        if foreign == 0 || (foreign == typed.chars().count() && foreign == 1) {
            continue;
        }
        let message = "Có chữ cái của bộ chữ khác, nhìn giống chữ La-tinh.";
        let mended: Option<String> =
            typed.chars().map(|c| if is_foreign(c) { latin(c) } else { Some(c) }).collect();
        match mended {
            Some(mended) => report.mend(paragraph, word.at.clone(), mended, message),
            None => report.tell(paragraph, word.at.clone(), message),
        }
    }
}

fn private(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if !paragraph.may_have(&['\u{e000}', '\u{f000}']) {
        return;
    }
    let broken = |c: char| c == '\u{fffd}' || ('\u{e000}'..='\u{f8ff}').contains(&c);
    let first = paragraph.text.trim_start().chars().next();
    for (at, own) in paragraph.text.char_indices().filter(|(_, c)| broken(*c)) {
        // At the head of a line it is the bullet of a font of signs.
        if first != Some(own) {
            report.tell(paragraph, word_at(&paragraph.text, at), "Ký tự hỏng: hãy gõ lại chữ này.");
            return;
        }
    }
}

fn hidden(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let Some(typed) = &paragraph.typed else { return };
    let is_hidden = |c: char| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    let inside = typed.trim_matches(|c: char| is_hidden(c) || c.is_whitespace());
    if inside.contains(is_hidden) {
        report.tell(paragraph, paragraph.whole(), "Đoạn này có ký tự không nhìn thấy, lẫn vào khi chép.");
    }
}

fn markdown(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if !paragraph.may_have(&['*', '_', '`', '~', '#']) {
        return;
    }
    for mark in ["**", "__", "```", "~~"] {
        for (at, _) in paragraph.text.match_indices(mark) {
            let blank = paragraph.behind(at).trim_start_matches('_').is_empty()
                || paragraph.behind(at).starts_with("___");
            let beside = paragraph.before(at).ends_with(['_', '*'])
                || paragraph.behind(at + mark.len()).starts_with(['_', '*']);
            if !blank && !beside {
                report.mend(
                    paragraph,
                    at..at + mark.len(),
                    "",
                    "Dấu định dạng của chương trình khác lẫn vào văn bản.",
                );
            }
        }
    }
    let start = paragraph.whole().start;
    let hashes = paragraph.behind(start).len() - paragraph.behind(start).trim_start_matches('#').len();
    if hashes > 0 && paragraph.behind(start + hashes).starts_with(' ') {
        report.mend(
            paragraph,
            start..start + hashes + 1,
            "",
            "Dấu định dạng của chương trình khác lẫn vào văn bản.",
        );
    }
}

fn bullet(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let start = paragraph.whole().start;
    let first = paragraph.text.get(start..).and_then(|text| text.chars().next());
    let sign = first.filter(|c| {
        matches!(c, '•' | '●' | '○' | '■' | '▪' | '➢' | '✓' | '\u{f0b7}' | '\u{f0d8}' | '\u{f02d}' | '*')
    });
    let alone = paragraph.words.is_empty() || paragraph.text.trim_start().starts_with("**");
    if let Some(sign) = sign.filter(|_| frame.is_source && !alone) {
        report.mend(paragraph, start..start + sign.len_utf8(), "-", "Đầu dòng dùng gạch ngang (-).");
    }
}

fn legacy(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    // Signs of Latin-1 that Vietnamese does not have: without them there is nothing to suspect.
    let own = |c: char| {
        matches!(c, '°' | '²' | '³' | '·' | '½')
            || matches!(lower_letter(c), 'à'..='ã' | 'è'..='ê' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý')
    };
    let coded = |c: char| ('\u{a1}'..='\u{ff}').contains(&c) && !own(c);
    if paragraph.text.contains(coded) && crate::vietnamese::suspect(&paragraph.text).is_some() {
        report.tell(paragraph, paragraph.whole(), "Đoạn này là chữ của bảng mã cũ: hãy chuyển sang Unicode.");
    }
}
