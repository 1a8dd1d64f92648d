//! How numbers of sections, clauses and points are written, in a file that was read.

use super::clauses::LEVELS;
use super::numbering::{marked, parts, roman_number};
use crate::check::finding::Severity::{Error, Hint};
use crate::check::manuscript::{Frame, Manuscript, Paragraph};
use crate::check::rule::{Report, Rule};
use crate::format::numbering::POINT_LETTERS;
use crate::import::Role;

pub(super) const RULES: &[Rule] = &[
    Rule::whole(Error, "numbering.style", LEVELS, "Số mục viết nhiều kiểu (I. I - II-)", section_style)
        .of_files()
        .mends(),
    Rule::whole(Error, "numbering.style.clause", LEVELS, "Số khoản viết nhiều kiểu (1. 1) 1/)", clause_style)
        .of_files()
        .mends(),
    Rule::whole(Error, "numbering.style.point", LEVELS, "Chữ của điểm viết nhiều kiểu (a) a.)", point_style)
        .of_files()
        .mends(),
    Rule::whole(Hint, "numbering.style.dash", LEVELS, "Gạch đầu dòng viết nhiều kiểu (- –)", dash_style)
        .of_files(),
    Rule::each(Error, "numbering.style.letter", LEVELS, "Điểm mang chữ f, j, w, z", foreign_letter)
        .of_files(),
    Rule::each(Error, "numbering.style.closed", LEVELS, "Sau số mục không có dấu chấm (I/ 1) 1/ 1)", closed)
        .of_files()
        .only(&["nd30", "front", "youth"])
        .mends(),
    Rule::each(Error, "numbering.style.closed-twice", LEVELS, "Hai dấu sau số mục (1/. I.-)", closed_twice)
        .of_files()
        .mends(),
    Rule::each(Error, "numbering.style.comma", LEVELS, "Dấu phẩy sau số khoản, chữ của điểm (1, a,)", comma)
        .of_files()
        .mends(),
];

/// Tells of the marks that are closed in another way than most of their level.
fn style(paragraphs: &[&Paragraph], message: &str, report: &mut Report) {
    let close = |paragraph: &Paragraph| {
        let (number, close) = parts(paragraph.mark());
        let bracket = if number.starts_with('(') { "(" } else { "" };
        format!("{bracket}{}", close.trim_end())
    };
    let count = |wanted: &str| paragraphs.iter().filter(|paragraph| close(paragraph) == wanted).count();
    let Some(usual) =
        paragraphs.iter().map(|paragraph| close(paragraph)).rev().max_by_key(|close| count(close))
    else {
        return;
    };
    for paragraph in paragraphs.iter().filter(|paragraph| close(paragraph) != usual) {
        let start = paragraph.whole().start;
        let mark = paragraph.mark();
        let range = start..start + mark.len();
        let (number, _) = parts(mark);
        if usual.starts_with('(') || number.starts_with('(') {
            report.tell(paragraph, range, message);
        } else {
            report.mend(paragraph, range, format!("{number}{usual}"), message);
        }
    }
}

fn section_style(manuscript: &Manuscript, report: &mut Report) {
    style(
        &marked(manuscript, Role::Section),
        "Các mục khác viết số theo kiểu khác: dùng một kiểu cho cả văn bản.",
        report,
    );
}

fn clause_style(manuscript: &Manuscript, report: &mut Report) {
    let message = "Các khoản khác viết số theo kiểu khác: sau số khoản là dấu chấm.";
    running_style(manuscript, &|number| number.parse().ok(), message, report);
}

fn point_style(manuscript: &Manuscript, report: &mut Report) {
    let message = "Các điểm khác viết theo kiểu khác: sau chữ là dấu đóng ngoặc đơn.";
    running_style(
        manuscript,
        &|letter| POINT_LETTERS.iter().position(|own| *own == letter).map(|at| at + 1),
        message,
        report,
    );
}

/// Tells of a mark that goes on from the one before it and is closed in another way; one that begins a
/// list of its own is of another level.
fn running_style(
    manuscript: &Manuscript,
    number: &dyn Fn(&str) -> Option<usize>,
    message: &str,
    report: &mut Report,
) {
    let numbered = |paragraph: &Paragraph| number(parts(paragraph.mark()).0).filter(|_| is_closed(paragraph));
    let mut tell = |paragraph: &Paragraph, usual: &str| {
        let (start, figure) = (paragraph.whole().start, parts(paragraph.mark()).0);
        report.mend(paragraph, start..start + paragraph.mark().len(), format!("{figure}{usual}"), message);
    };
    // The number before, how numbers are closed, and, where that one begins its list, its paragraph.
    let mut last: Option<(usize, &str, Option<&Paragraph>)> = None;
    for (at, paragraph) in manuscript.paragraphs.iter().enumerate() {
        if matches!(paragraph.role, Role::Section | Role::Appendix) {
            last = None;
        }
        let Some(own) = numbered(paragraph) else { continue };
        let close = parts(paragraph.mark()).1;
        last = match last {
            Some((before, usual, first)) if own == before + 1 && usual != close => {
                // Where the third goes on as the second does, the first is the odd one.
                let mut list =
                    manuscript.paragraphs[at + 1..].iter().take_while(|next| next.role != Role::Section);
                let next = list.find(|next| numbered(next) == Some(own + 1));
                let (odd, usual) =
                    match first.filter(|_| next.is_some_and(|next| parts(next.mark()).1 == close)) {
                        Some(first) => (first, close),
                        None => (paragraph, usual),
                    };
                tell(odd, usual);
                Some((own, usual, None))
            }
            Some((before, usual, _)) if own != before + 1 && own != 1 && usual != close => last,
            _ => Some((own, close, (own == 1).then_some(paragraph))),
        };
    }
}

/// Whether something closes the number of a paragraph of text. Of commas another rule tells.
fn is_closed(paragraph: &Paragraph) -> bool {
    paragraph.is_prose() && !matches!(parts(paragraph.mark()).1, "" | ",")
}

fn dash_style(manuscript: &Manuscript, report: &mut Report) {
    let dashes = marked(manuscript, Role::Dash);
    let count = |mark: &str| dashes.iter().filter(|paragraph| paragraph.mark() == mark).count();
    for paragraph in &dashes {
        let mark = paragraph.mark();
        if mark != "-" && count(mark) < count("-") && mark != "+" && mark != "*" {
            let start = paragraph.whole().start;
            report.tell(paragraph, start..start + mark.len(), "Các dòng khác dùng gạch nối (-).");
        }
    }
}

/// "f) Triển khai": the letters of points are those of the Vietnamese alphabet.
fn foreign_letter(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let start = paragraph.whole().start;
    let mut text = paragraph.behind(start).chars();
    let letter = text.next().filter(|letter| matches!(letter, 'f' | 'j' | 'w' | 'z'));
    if letter.is_some() && matches!(text.next(), Some(')' | '.')) && text.next() == Some(' ') {
        let message = "Chữ của điểm theo bảng chữ cái tiếng Việt: a, b, c, d, đ, e, g …";
        report.tell(paragraph, start..start + 2, message);
    }
}

/// "I/ MỤC ĐÍCH", "1) Mục đích": behind numbers of sections and clauses stands a stop.
fn closed(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let mark = paragraph.mark();
    let (number, close) = parts(mark);
    let is_number = roman_number(number).is_some() || number.parse::<usize>().is_ok();
    let levels = matches!(paragraph.role, Role::Section | Role::Clause);
    if levels && is_number && matches!(close.trim(), ")" | "/" | ":" | "") {
        let start = paragraph.whole().start;
        let message = "Sau số thứ tự của mục, khoản là dấu chấm.";
        report.mend(paragraph, start..start + mark.len(), format!("{number}."), message);
    }
}

fn closed_twice(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let mark = paragraph.mark();
    let (number, close) = parts(mark);
    if close.trim().chars().count() > 1 && number.starts_with(char::is_alphanumeric) {
        let start = paragraph.whole().start;
        let right = if close.contains(')') { ")" } else { "." };
        let message = "Sau số hoặc chữ đánh thứ tự chỉ có một dấu.";
        report.mend(paragraph, start..start + mark.len(), format!("{number}{right}"), message);
    }
    // "1. - Tiếp tục duy trì"
    let behind = paragraph.behind(paragraph.body);
    let dash = behind.len() - behind.trim_start_matches(['-', '–', ' ']).len();
    if number.starts_with(char::is_alphanumeric) && behind.trim_start().starts_with(['-', '–']) {
        let start = paragraph.whole().start;
        let whole = start..paragraph.body + dash;
        report.mend(
            paragraph,
            whole,
            format!("{} ", mark.trim_end()),
            "Sau số hoặc chữ đánh thứ tự không có gạch đầu dòng.",
        );
    }
}

/// "1, Mục đích", "a, Đối với cán bộ".
fn comma(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let (mark, start) = (paragraph.mark(), paragraph.whole().start);
    if let Some(number) = mark.strip_suffix(',') {
        let right = if number.ends_with(|c: char| c.is_ascii_digit()) { "." } else { ")" };
        let message = "Sau số khoản là dấu chấm, sau chữ của điểm là dấu đóng ngoặc đơn.";
        report.mend(paragraph, start..start + mark.len(), format!("{number}{right}"), message);
    }
}
