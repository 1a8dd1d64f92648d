//! No word of a Word file is lost, however its paragraphs and tables are jumbled.

use std::collections::HashMap;

use ke_hoach::document::typeset;
use ke_hoach::export;
use ke_hoach::format::numbering::roman;
use ke_hoach::import::Imported;
use proptest::prelude::*;

use crate::word::{Word, paragraph, run, table};

const LINES: [&str; 40] = [
    "KẾ HOẠCH",
    "thực hiện Nghị quyết của Đảng",
    "Căn cứ Luật Thủ đô;",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "II- TỔ CHỨC THỰC HIỆN",
    "1. Mục đích",
    "1.1. Tuyên truyền rộng rãi.",
    "1.1.1. Phát tờ rơi",
    "a) Mở hội nghị;",
    "- Báo cáo hằng quý;",
    "+ Vận động Nhân dân.",
    "Phân công như sau:",
    "Trên đây là Kế hoạch của xã./.",
    "Nơi nhận:",
    "- Như trên;",
    "- Lưu: VT.",
    "Lưu Văn phòng",
    "TM. ỦY BAN NHÂN DÂN",
    "T/M BAN THƯỜNG VỤ",
    "CHỦ TỊCH",
    "PHÓ BÍ THƯ",
    "Nguyễn Hữu Lộc",
    "PL.(300)",
    "ỦY BAN NHÂN DÂN",
    "XÃ LƯƠNG MINH",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 15/KH-UBND",
    "Lương Minh, ngày 05 tháng 01 năm 2026",
    "HỎA TỐC",
    "Dự thảo lần 3",
    "PHỤ LỤC I",
    "DANH MỤC CÔNG TRÌNH",
    "(Kèm theo Kế hoạch số 15/KH-UBND)",
    "Nội dung",
    "Đơn vị chủ trì",
    "Phối hợp",
    "Thời gian",
    "TT",
    "Kinh phí",
];

#[derive(Clone, Debug)]
enum Piece {
    Paragraph(Vec<(&'static str, bool)>),
    Table(Vec<Vec<Vec<&'static str>>>),
}

fn line() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&LINES[..])
}

fn piece() -> impl Strategy<Value = Piece> {
    let lines = prop::collection::vec((line(), any::<bool>()), 0..4);
    let cell = || prop::collection::vec(line(), 0..3);
    let rows = (1..5_usize)
        .prop_flat_map(move |columns| prop::collection::vec(prop::collection::vec(cell(), columns), 1..4));
    prop_oneof![5 => lines.prop_map(Piece::Paragraph), 1 => rows.prop_map(Piece::Table)]
}

fn xml(piece: &Piece) -> String {
    match piece {
        Piece::Paragraph(lines) => {
            let run = |(line, bold): &(&str, bool)| run(if *bold { "<w:b/>" } else { "" }, line);
            paragraph("", &lines.iter().map(run).collect::<Vec<_>>().join("<w:r><w:br/></w:r>"))
        }
        Piece::Table(rows) => {
            let cell = |lines: &Vec<&str>| lines.iter().map(|line| crate::word::p(line)).collect::<String>();
            let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
            let rows: Vec<Vec<&str>> =
                rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
            table(&rows.iter().map(Vec::as_slice).collect::<Vec<_>>())
        }
    }
}

fn typed(piece: &Piece) -> Vec<&'static str> {
    match piece {
        Piece::Paragraph(lines) => lines.iter().map(|(line, _)| *line).collect(),
        Piece::Table(rows) => rows.iter().flatten().flatten().copied().collect(),
    }
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// Words that are no numbers or letters of the outline, and no part of a date.
fn is_surely_a_word(word: &String) -> bool {
    word.chars().count() > 1
        && !word.chars().all(char::is_numeric)
        && !(1..=39).any(|n| roman(n).to_lowercase() == *word)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_word_of_a_jumbled_file_is_lost(pieces in prop::collection::vec(piece(), 1..25)) {
        let typed: Vec<&str> = pieces.iter().flat_map(typed).collect();
        prop_assume!(!typed.is_empty());
        let Imported { plan, leftover, .. } = Word::new(&pieces.iter().map(xml).collect::<String>()).read();
        let mut shown: HashMap<String, usize> = HashMap::new();
        for word in words(&(export::text(&typeset(&plan)) + &leftover.join("\n"))) {
            *shown.entry(word).or_default() += 1;
        }
        let lost: Vec<String> = words(&typed.join("\n"))
            .filter(is_surely_a_word)
            .filter(|word| match shown.get_mut(word) {
                Some(count) if *count > 0 => {
                    *count -= 1;
                    false
                }
                _ => true,
            })
            .collect();
        prop_assert_eq!(lost, Vec::<String>::new());
    }
}
