//! The number and the symbol of the plan itself.

use super::clauses::{PARTY, SYMBOL};
use super::header::STATE;
use super::words::Words;
use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Frame, Paragraph};
use crate::check::rule::{Report, Rule};
use crate::import::Role;
use crate::vietnamese::ascii;

pub(super) const RULES: &[Rule] = &[
    Rule::each(
        Error,
        "header.family.number-colon",
        PARTY,
        "Sau “Số” của văn bản Đảng có dấu hai chấm",
        party_colon,
    )
    .only(&["party"])
    .mends(),
    Rule::each(Error, "header.family.number-no-colon", SYMBOL, "Sau “Số” thiếu dấu hai chấm", no_colon)
        .only(STATE)
        .mends(),
    Rule::each(
        Error,
        "header.family.symbol",
        SYMBOL,
        "Ký hiệu viết theo kiểu của hệ thống khác",
        symbol_form,
    ),
    Rule::each(
        Error,
        "citation.symbol.own-space",
        SYMBOL,
        "Dấu cách trong số, ký hiệu của kế hoạch",
        own_space,
    )
    .mends(),
    Rule::each(Error, "citation.symbol.own-zero", SYMBOL, "Số của kế hoạch dưới 10 thiếu số 0", own_zero)
        .mends(),
    Rule::each(Warn, "citation.symbol.own-zeros", SYMBOL, "Số của kế hoạch thừa số 0 ở đầu", own_zeros)
        .mends(),
    Rule::each(Error, "citation.symbol.author", SYMBOL, "Ký hiệu thiếu cơ quan ban hành", symbol_author),
    Rule::each(Error, "header.family.symbol-kind", SYMBOL, "Ký hiệu không phải của kế hoạch", symbol_kind),
    Rule::each(
        Warn,
        "header.family.symbol-body",
        SYMBOL,
        "Ký hiệu không hợp với cơ quan ban hành",
        symbol_body,
    ),
];

/// Where "Số" stands in the line of number and symbol, and whether a colon follows.
fn number_word(paragraph: &Paragraph) -> Option<(std::ops::Range<usize>, bool)> {
    let word = paragraph.words.first().filter(|word| word.small == "số" && paragraph.role == Role::Number)?;
    let behind = paragraph.text.get(word.at.end..)?;
    let colon = behind.trim_start().starts_with(':');
    let end = if colon { word.at.end + behind.find(':')? + 1 } else { word.at.end };
    Some((word.at.start..end, colon))
}

fn party_colon(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    if let Some((range, true)) = number_word(paragraph).filter(|_| frame.is_source) {
        report.mend(paragraph, range, "Số", "Văn bản của Đảng ghi “Số 05-KH/ĐU”, không có dấu hai chấm.");
    }
}

fn no_colon(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    if let Some((range, false)) = number_word(paragraph).filter(|_| frame.is_source) {
        let typed = paragraph.slice(range.clone()).to_owned();
        report.mend(paragraph, range, format!("{typed}:"), "Sau từ “Số” có dấu hai chấm (:).");
    }
}

/// The number and symbol of the plan as they were typed: what stands behind "Số".
fn own_symbol(paragraph: &Paragraph) -> Option<std::ops::Range<usize>> {
    if paragraph.role != Role::Number {
        return None;
    }
    let start = number_word(paragraph).map_or(paragraph.whole().start, |(range, _)| range.end);
    let rest = paragraph.text.get(start..)?;
    let end = start + rest.find('\t').unwrap_or(rest.trim_end().len());
    let start = start + rest.len() - rest.trim_start().len();
    (start < end).then_some(start..end)
}

/// The number of the plan as it was typed, where one is.
fn own_number(paragraph: &Paragraph) -> Option<std::ops::Range<usize>> {
    let symbol = own_symbol(paragraph)?;
    let typed = paragraph.slice(symbol.clone());
    let digits = typed.len() - typed.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    (digits > 0).then_some(symbol.start..symbol.start + digits)
}

fn symbol_form(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let Some(range) = own_symbol(paragraph).filter(|_| frame.is_source) else { return };
    let symbol: String = paragraph.slice(range.clone()).split_whitespace().collect();
    let Some((number, body)) = symbol.split_once("KH") else { return };
    // The Youth Union and the Farmers' Union write their symbols as the Party does.
    if frame.family == "youth" || ["ĐTN", "TNCS", "HND"].iter().any(|body| symbol.says(body)) {
        return;
    }
    let (own, other) = if frame.is_party() { ('-', '/') } else { ('/', '-') };
    let is = |sign: char, wanted: char| sign == wanted || wanted == '-' && sign == '–';
    let wrong = number.ends_with(|sign| is(sign, other)) || body.starts_with(|sign| is(sign, own));
    if wrong {
        let message = if frame.is_party() {
            "Văn bản của Đảng ghi số-loại/cơ quan: 05-KH/ĐU."
        } else {
            "Văn bản của cơ quan này ghi số/loại-cơ quan: 15/KH-UBND."
        };
        report.tell(paragraph, range, message);
    }
}

fn own_space(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let Some(range) = own_symbol(paragraph).filter(|_| frame.is_source) else { return };
    let typed = paragraph.slice(range.clone());
    // Room for the number before registration is no slip.
    let signs = typed.find(['/', '-', '–']).unwrap_or(typed.len());
    let (number, symbol) = typed.split_at(signs);
    let spaced =
        symbol.contains(' ') || (number.ends_with(' ') && number.contains(|c: char| c.is_ascii_digit()));
    if spaced && typed.split_whitespace().count() < 6 {
        let mended: String = typed.split_whitespace().collect();
        report.mend(paragraph, range, mended, "Số, ký hiệu viết liền, không có dấu cách.");
    }
}

fn own_zero(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let Some(range) = own_number(paragraph).filter(|_| frame.is_source) else { return };
    let typed = paragraph.slice(range.clone());
    let is_alone = paragraph.behind(range.end).starts_with(['/', '-']);
    if typed.len() == 1 && typed != "0" && is_alone {
        report.mend(paragraph, range, format!("0{typed}"), "Số dưới 10 ghi thêm số 0 ở trước.");
    }
}

/// "Số: 0130/KH-UBND": a zero stands before 1 to 9 alone.
fn own_zeros(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let Some(range) = own_number(paragraph).filter(|_| frame.is_source) else { return };
    let typed = paragraph.slice(range.clone());
    let own = typed.trim_start_matches('0');
    if typed.len() > 2 && own.len() < typed.len() && !own.is_empty() {
        report.mend(paragraph, range, format!("{own:0>2}"), "Số từ 10 trở lên không ghi số 0 ở trước.");
    }
}

fn symbol_kind(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    const OTHERS: [&str; 12] = ["QĐ", "NQ", "BC", "TB", "HD", "CTr", "TTr", "CT", "KL", "CV", "PA", "ĐA"];
    let Some(range) = own_symbol(paragraph).filter(|_| frame.is_source) else { return };
    let typed = paragraph.slice(range.clone());
    let mut codes = typed.split(['/', '-', '–', ' ']).filter(|code| code.starts_with(char::is_alphabetic));
    let first = codes.next().unwrap_or_default();
    if first.is_of(&OTHERS) && !typed.says("KH") {
        report.tell(paragraph, range, "Ký hiệu của kế hoạch có chữ viết tắt “KH”.");
    }
}

/// "01/KH": of which body the number is says nothing.
fn symbol_author(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let Some(range) = own_symbol(paragraph).filter(|_| frame.is_source) else { return };
    let typed = paragraph.slice(range.clone());
    let codes =
        typed.split(['/', '-', '–', ' ', '.', '…']).filter(|code| code.starts_with(char::is_alphabetic));
    if codes.eq(["KH"]) {
        report.tell(paragraph, range, "Sau “KH” còn thiếu chữ viết tắt tên cơ quan ban hành.");
    }
}

fn symbol_body(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    /// By what the header names the body, the code that its symbol has.
    const BODIES: [(&str, &[&str]); 7] = [
        ("tinh uy", &["TU"]),
        ("thanh uy", &["TU"]),
        ("huyen uy", &["HU"]),
        ("uy ban nhan dan", &["UBND"]),
        ("hoi dong nhan dan", &["HĐND"]),
        ("uy ban mttq", &["MT", "BTT"]),
        ("dang uy", &["ĐU"]),
    ];
    let Some(range) = own_symbol(paragraph).filter(|_| frame.is_source) else { return };
    let typed = paragraph.slice(range.clone());
    let lines: Vec<&str> = frame.bodies.lines().filter(|line| line.contains(char::is_alphabetic)).collect();
    let issuing = ascii(lines.get(usize::from(frame.is_party() && lines.len() > 1)).unwrap_or(&""));
    // What a department under the body issues has a code of its own.
    let alone = lines.len() <= 1 + usize::from(frame.is_party());
    let found = BODIES.iter().find(|(body, _)| issuing.starts_with(body) && alone);
    if let Some((_, codes)) = found
        && typed.says("KH")
        && !codes.iter().any(|code| typed.says(code))
    {
        report.tell(paragraph, range, format!("Ký hiệu của cơ quan này thường có “{}”.", codes[0]));
    }
}
