//! No word of a source is lost, whatever the source.

use std::collections::HashMap;

use proptest::prelude::*;

use super::{BINH_DINH, NAM_DINH, NINH_BINH};
use crate::document::{Block, Paragraph, Role, typeset};
use crate::format::numbering::roman;
use crate::format::{circulation, urgency};
use crate::import::recognise::recognise;
use crate::import::role::Role as LineRole;
use crate::import::{Choices, Imported, lines, marks, text};
use crate::plan::Plan;
use crate::vietnamese::{NBSP, compose};

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// The text of the sections as it is printed, without numbers and dashes.
fn body(plan: &Plan) -> Vec<String> {
    let mut sections = Vec::new();
    for section in &plan.sections {
        sections.push(section.title.clone());
        // Details stand behind all that is under a number: as they are printed.
        let alone = Plan { sections: vec![section.clone()], ..Plan::default() };
        let printed = typeset(&alone).sections;
        let paragraphs = printed.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph),
            Block::Table(_) => None,
        });
        let own = paragraphs
            .filter(|paragraph| matches!(paragraph.role, Role::Body | Role::Dash | Role::ItemHeading(_)));
        let text = |paragraph: &Paragraph| {
            let text: String = paragraph.runs.iter().map(|run| run.text.as_str()).collect();
            match text.split_once(NBSP) {
                Some((mark, rest))
                    if !mark.contains(' ') && marks::split(&format!("{mark} {rest}")).is_some() =>
                {
                    rest.to_owned()
                }
                _ => text,
            }
        };
        sections.extend(own.map(text));
    }
    sections
}

/// Everything the printed plan shows, and what is left over.
fn shown(imported: &Imported) -> String {
    let plan = &imported.plan;
    let emblem = &plan.format.format().emblem;
    let date = [plan.date.day.map(u16::from), plan.date.month.map(u16::from), plan.date.year];
    let mut all: Vec<String> = vec![emblem.title.into()];
    all.extend(emblem.motto.map(|(text, _)| text.to_owned()));
    all.extend(date.into_iter().flatten().map(|number| number.to_string()));
    let title = if plan.title.is_empty() { "KẾ HOẠCH" } else { &plan.title };
    let fields = [
        "Số ngày tháng năm Nơi nhận",
        title,
        &plan.title_body,
        &plan.subject,
        &plan.opening,
        &plan.closing,
        &plan.issuer.superior,
        &plan.issuer.issuing,
        &plan.issuer.standing,
        &plan.number,
        &plan.symbol,
        &plan.place,
        &plan.retention,
        &plan.signature.authority,
        &plan.signature.title,
        &plan.signature.name,
    ];
    all.extend(fields.map(str::to_owned));
    all.push(format!("{} ({})", plan.markings.drafter, plan.markings.copies.unwrap_or_default()));
    all.extend(urgency(plan.markings.urgency).map(|mark| mark.text.to_owned()));
    all.extend(circulation(plan.markings.circulation).map(|mark| mark.text.to_owned()));
    all.extend(plan.markings.draft.map(|round| format!("Dự thảo lần {round}")));
    all.extend(plan.bases.iter().map(|basis| basis.text.clone()));
    all.extend(body(plan));
    all.extend(plan.recipients.iter().map(|row| format!("{} {}", row.name, row.note)));
    all.extend(plan.appendices.iter().map(|row| format!("Phụ lục {} {}", row.title, row.text)));
    all.extend(imported.leftover.iter().cloned());
    all.join("\n")
}

/// Words that no mark of the outline or blank date could be.
fn is_surely_a_word(word: &str) -> bool {
    let digits = word.chars().all(char::is_numeric);
    let numeral = (1..=39).any(|n| roman(n).to_lowercase() == word);
    word.chars().count() > if digits { 2 } else { 1 } && !numeral
}

fn lost(source: &str) -> Vec<String> {
    lost_as(source, &Choices::default())
}

/// Words that are lost when the user chose what some lines are.
fn lost_as(source: &str, choices: &Choices) -> Vec<String> {
    // What stands in the middle of a word and is no letter: the reading joins the word.
    let source: String = source
        .replace("**", "")
        .chars()
        .filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'))
        .collect();
    let source = compose(&source);
    let mut left: HashMap<String, usize> = HashMap::new();
    for word in words(&shown(&recognise(lines::read(&source), choices).imported)) {
        *left.entry(word).or_default() += 1;
    }
    words(&source)
        .filter(|word| is_surely_a_word(word))
        .filter(|word| match left.get_mut(word) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        })
        .collect()
}

#[test]
fn a_title_that_a_mark_ties_to_its_next_word_loses_no_word_behind_it() {
    assert_eq!(lost("KẾ;HOẠCH CH"), Vec::<String>::new());
}

#[test]
fn no_word_of_a_real_plan_is_lost() {
    for source in [NAM_DINH, BINH_DINH, NINH_BINH] {
        assert_eq!(lost(source), Vec::<String>::new());
    }
}

/// A line without the number that a hand would strike out: `I -`, `II-`, `1.`, `4.1.`.
fn without_number(line: &str) -> &str {
    let line = line.trim_start();
    let number =
        line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit() || "IVX.".contains(c)).len();
    let closed = line[..number].ends_with('.') || line[number..].trim_start().starts_with('-');
    if number > 0 && closed { &line[number..] } else { line }
}

#[test]
fn the_body_of_a_real_plan_keeps_its_order() {
    for (source, end) in
        [(NAM_DINH, "Trên đây là Kế hoạch"), (BINH_DINH, "Nơi nhận:"), (NINH_BINH, "Trên đây là Kế hoạch")]
    {
        let source = compose(&source.replace("[bookmark: _Hlk71789350]", ""));
        let start = source.find("I. MỤC ĐÍCH").or_else(|| source.find("I - MỤC ĐÍCH")).unwrap();
        let stop = source.find(end).unwrap();
        let typed: Vec<String> =
            source[start..stop].lines().flat_map(|line| words(without_number(line))).collect();
        let read: Vec<String> = body(&text(&source).plan).iter().flat_map(|text| words(text)).collect();
        assert!(typed.len() > 1000);
        assert_eq!(typed, read);
    }
}

const MARKS: [&str; 22] = [
    "", "", "", "", "I. ", "II- ", "III – ", "1. ", "2) ", "1.1. ", "4.1 ", "1.2.3. ", "a) ", "đ. ", "(1) ",
    "- ", "+ ", "• ", "* ", "A. ", "\t", "     ",
];

const PHRASES: [&str; 42] = [
    "KẾ HOẠCH",
    "Căn cứ Luật Thủ đô",
    "Thực hiện Nghị quyết",
    "MỤC ĐÍCH, YÊU CẦU",
    "TỔ CHỨC THỰC HIỆN",
    "Mục đích",
    "ban hành kế hoạch như sau:",
    "Trên đây là Kế hoạch",
    "Nơi nhận:",
    "TM. ỦY BAN NHÂN DÂN",
    "T/M BAN THƯỜNG VỤ",
    "KT. CHỦ TỊCH",
    "CHỦ TỊCH",
    "Phó Chủ tịch",
    "Nguyễn Hữu Lộc",
    "Lưu: VT.",
    "Thường trực Đảng ủy (b/c);",
    "(để b/c)",
    "Như trên;",
    "ỦY BAN NHÂN DÂN",
    "XÃ LƯƠNG MINH",
    "ĐẢNG BỘ TỈNH",
    "BAN THƯỜNG TRỰC",
    "Số: 15/KH-UBND",
    "Số       -KH/ĐU",
    "Lương Minh, ngày 05 tháng 01 năm 2026",
    "Hà Nội, ngày 31 tháng 02 năm 2026",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "Độc lập – Tự do – Hạnh phúc",
    "PHỤ LỤC II",
    "(Kèm theo Kế hoạch số 15/KH-UBND)",
    "của Ủy ban MTTQ tỉnh",
    "CỦA BAN THƯỜNG VỤ",
    "nhân dân trên địa bàn xã.",
    "vận động Nhân dân;",
    "kinh phí 2.500.000 đồng",
    "**Yêu cầu**",
    "PL.(300)",
    "HỎA TỐC",
    "-----",
    "2",
];

fn line() -> impl Strategy<Value = String> {
    let phrases = prop::collection::vec(prop::sample::select(&PHRASES[..]), 1..4);
    let gap = prop::sample::select(&[" ", "   ", "\t", "; ", ". ", ", "][..]);
    (prop::sample::select(&MARKS[..]), phrases, gap)
        .prop_map(|(mark, phrases, gap)| format!("{mark}{}", phrases.join(gap)))
}

fn plan() -> impl Strategy<Value = String> {
    let ends = prop::sample::select(&["\n", "\n", "\n\n", "\r\n", "\u{c}"][..]);
    prop::collection::vec((line(), ends), 0..40)
        .prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect())
}

proptest! {
    #[test]
    fn no_word_of_a_jumbled_plan_is_lost(source in plan()) {
        prop_assert_eq!(lost(&source), Vec::<String>::new());
    }

    #[test]
    fn no_word_is_lost_whatever_the_user_takes_lines_for(
        source in plan(),
        chosen in prop::collection::btree_map(0..40_usize, prop::sample::select(&LineRole::ALL[..]), 0..8),
    ) {
        let choices = Choices { roles: chosen, encoding: None };
        prop_assert_eq!(lost_as(&source, &choices), Vec::<String>::new());
    }

    #[test]
    fn no_word_of_any_text_is_lost(source in any::<String>()) {
        prop_assert_eq!(lost(&source), Vec::<String>::new());
    }

    #[test]
    fn a_plan_printed_on_one_line_does_not_break_the_reading(source in plan()) {
        let source = source.replace(['\n', '\r', '\u{c}'], " ");
        prop_assert_eq!(lost(&source), Vec::<String>::new());
    }
}
