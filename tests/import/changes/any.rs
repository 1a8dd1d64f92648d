//! Any source, whatever plan is made of it.

use std::fmt::Write;
use std::time::{Duration, Instant};

use ke_hoach::changes::{Kind, changes};
use ke_hoach::format::numbering::roman;
use ke_hoach::import::{self, Choices};
use proptest::prelude::*;

use super::report;
use crate::any_plan;
use crate::word::{Word, p};

/// Lines that stand for any part, with their marks or without.
const LINES: [&str; 16] = [
    "ỦY BAN NHÂN DÂN",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Số: 12/KH-UBND",
    "KẾ HOẠCH",
    "thực hiện công tác dân vận",
    "Căn cứ Luật Mặt trận",
    "I. MỤC ĐÍCH",
    "II. NỘI DUNG",
    "1. Tuyên truyền",
    "a) Vận động",
    "- Phối hợp; - Tổ chức",
    "./.",
    "Nơi nhận: - Lưu: VT",
    "CHỦ TỊCH",
    "Phụ lục",
    "– – –",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_lines_can_be_held_against_any_plan(
        lines in prop::collection::vec(prop::sample::select(&LINES[..]), 1..40),
        plan in prop::option::of(any_plan::plan()),
    ) {
        let body: String = ["KẾ HOẠCH"].iter().chain(&lines).map(|line| p(line)).collect();
        let told = report(&Word::new(&body).bytes(), plan.as_ref());
        for change in told {
            prop_assert!(change.count > 0 && change.before != change.after && !change.clause.is_empty(), "{:?}", change);
        }
    }
}

/// A text of so many numbered paragraphs, none as the plan prints it.
fn long(paragraphs: usize) -> String {
    const SECTION: usize = 50;
    let mut text = String::from("KẾ HOẠCH\nthực hiện công tác dân vận\n");
    for n in 0..paragraphs {
        if n % SECTION == 0 {
            let _ = writeln!(text, "{}. NỘI DUNG PHẦN {}", roman(n / SECTION + 1), n / SECTION + 1);
        }
        let (number, place) = (n % SECTION + 1, n * 7);
        let _ = writeln!(
            text,
            "{number}) Thôn {n} tuyên truyền, vận động nhân dân trong thôn số {place} hưởng ứng."
        );
    }
    text
}

#[test]
fn a_long_report_takes_time_that_grows_with_its_length() {
    let time = |paragraphs: usize| {
        let reading = import::read(long(paragraphs).as_bytes(), &Choices::default()).unwrap();
        let plan = reading.imported.clone().into_plan();
        let start = Instant::now();
        let told = changes(&reading, &plan);
        let marks = told.iter().filter(|change| change.kind == Kind::Wording && change.what == "số thứ tự");
        assert_eq!(marks.map(|change| change.count).sum::<usize>(), paragraphs);
        start.elapsed()
    };
    let (short, long) = (time(400), time(4000));
    assert!(long < (short * 40).max(Duration::from_millis(400)), "{short:?}, then {long:?}");
}

#[test]
fn words_that_have_no_place_are_told() {
    let hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>chữ bị ẩn</w:t></w:r></w:p>";
    let body = p("KẾ HOẠCH") + &p("thực hiện công tác dân vận") + &p("I. NỘI DUNG") + hidden;
    let told = report(&Word::new(&body).bytes(), None);
    let left: Vec<_> = told.iter().filter(|change| change.part == "Chưa xếp vào đâu").collect();
    assert_eq!(left.len(), 1, "{told:?}");
    assert_eq!((left[0].before.as_str(), left[0].count), ("«chữ bị ẩn»", 1));
}
