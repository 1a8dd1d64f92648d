//! Lines and what they are: guessed, and chosen by the user.

use std::collections::BTreeMap;

use crate::import::{Choices, Reading, Role, read};
use crate::plan::Level;

const SOURCE: &str = "ỦY BAN NHÂN DÂN\nXÃ LƯƠNG MINH\nSố: 15/KH-UBND\nKẾ HOẠCH\nPhòng, chống hạn\n\n\
    Căn cứ Luật Thủy lợi;\nỦy ban nhân dân xã xây dựng kế hoạch như sau:\nI. NỘI DUNG\n1. Nạo vét kênh\n\
    - Đào kênh nội đồng.\n- Thời gian hoàn thành: Quý III năm 2026.\nVề kinh phí\n3. Trực ban.\n\
    Trên đây là Kế hoạch của xã./.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nNguyễn Hữu Lộc";

fn reading(roles: &[(usize, Role)]) -> Reading {
    let choices = Choices { roles: BTreeMap::from_iter(roles.iter().copied()), encoding: None };
    read(SOURCE.as_bytes(), &choices).unwrap()
}

fn roles(reading: &Reading) -> Vec<Role> {
    reading.lines.iter().map(|line| line.role).collect()
}

#[test]
fn each_line_says_what_it_was_taken_for() {
    use Role::*;
    assert_eq!(
        roles(&reading(&[])),
        [
            Body,
            Body,
            Number,
            Title,
            Subject,
            Basis,
            Opening,
            Section,
            Clause,
            Dash,
            Detail,
            Text,
            Clause,
            Closing,
            Recipient,
            Recipient,
            Recipient,
            SignerTitle,
            SignerName
        ]
    );
}

#[test]
fn a_number_out_of_order_is_to_be_looked_at() {
    let unsure = reading(&[]).lines.into_iter().filter(|line| !line.sure).map(|line| line.text);
    assert_eq!(unsure.collect::<Vec<_>>(), ["3. Trực ban."]);
}

#[test]
fn a_letter_of_another_script_is_kept_and_to_be_looked_at() {
    // The first letter of "Минь" is Cyrillic.
    let source = SOURCE.replace("Nạo vét kênh", "Nạo vét kênh М\u{438}nh");
    let read = read(source.as_bytes(), &Choices::default()).unwrap();
    assert!(!read.lines[8].sure && read.lines[8].text.ends_with("М\u{438}nh"));
    assert!(read.lines[7].sure);
}

#[test]
fn a_line_becomes_what_the_user_chooses() {
    let plan = reading(&[(11, Role::Section), (9, Role::Clause)]).imported.plan;
    let titles: Vec<&str> = plan.sections.iter().map(|section| section.title.as_str()).collect();
    assert_eq!(titles, ["NỘI DUNG", "Về kinh phí"]);
    assert_eq!(plan.sections[0].items[1].level, Level::Clause);

    let plan = reading(&[(4, Role::Unplaced), (6, Role::Basis), (12, Role::Closing)]).imported.plan;
    assert_eq!((plan.subject.as_str(), plan.bases.len()), ("", 2));
    assert_eq!(plan.closing, "3. Trực ban.\nTrên đây là Kế hoạch của xã./.");

    let plan = reading(&[(11, Role::Continued), (18, Role::Recipient), (17, Role::SignerName)]).imported.plan;
    assert_eq!(plan.recipients.last().unwrap().name, "Nguyễn Hữu Lộc");
    assert_eq!(plan.signature.name, "CHỦ TỊCH");
}

#[test]
fn what_is_not_to_go_in_is_left_over_and_the_rest_stays_as_it_was() {
    let reading = reading(&[(10, Role::Unplaced)]);
    assert_eq!(reading.imported.leftover, ["- Thời gian hoàn thành: Quý III năm 2026."]);
    assert_eq!(reading.imported.plan.sections[0].items[0].task, None);
    assert_eq!(reading.imported.plan.sections[0].items.len(), 4);
}

#[test]
fn a_title_that_was_not_found_can_be_shown() {
    let source = "ỦY BAN NHÂN DÂN\nXÃ LƯƠNG MINH\nTỜ TRÌNH\nXin kinh phí\nI. NỘI DUNG\n1. Kính trình.";
    let choices = Choices { roles: BTreeMap::from([(2, Role::Title)]), encoding: None };
    let plan = read(source.as_bytes(), &choices).unwrap().imported.plan;
    assert_eq!((plan.title.as_str(), plan.subject.as_str()), ("TỜ TRÌNH", "Xin kinh phí"));
}

#[test]
fn details_are_said_of_the_number_above_and_print_where_they_stood() {
    let source = "I. NỘI DUNG\n1. Tập huấn\n- Mời giảng viên;\n- Thời hạn hoàn thành: trước 30/6/2026;\n- Chủ trì: Văn phòng.\n\
        2. Kiểm tra (hoàn thành trong quý III).\n3. Hội nghị\n- Thời gian: 7 giờ 30;\n- Địa điểm: hội trường.";
    let plan = read(source.as_bytes(), &Choices::default()).unwrap().imported.plan;
    let [first, dash, second, third, ..] = plan.sections[0].items.as_slice() else { panic!("{plan:#?}") };
    let said = |item: &crate::plan::Item| {
        let task = item.task.as_ref();
        task.map(|task| task.details().map(|(label, value)| (label.to_owned(), value)).collect::<Vec<_>>())
    };
    let pair = |label: &str, value: &str| (label.to_owned(), value.to_owned());
    assert_eq!(
        said(first),
        Some(vec![pair("Thời hạn hoàn thành", "trước 30/6/2026"), pair("Chủ trì", "Văn phòng")])
    );
    assert_eq!((dash.text.as_str(), said(dash)), ("Mời giảng viên;", None));
    assert_eq!(said(second), Some(vec![pair("(hoàn thành {}).", "trong quý III")]));
    assert_eq!((second.title.as_str(), second.text.as_str()), ("", "Kiểm tra"), "a sentence is no title");
    assert_eq!(said(third), None, "when a meeting takes place is no deadline");
    let printed = crate::export::text(&crate::document::typeset(&plan));
    let printed = printed.replace('\u{a0}', " ");
    let order = [
        "Mời giảng viên",
        "Thời hạn hoàn thành: trước 30/6/2026.",
        "Chủ trì: Văn phòng.",
        "(hoàn thành trong quý III).",
    ];
    let places: Vec<usize> =
        order.iter().map(|text| printed.find(text).unwrap_or_else(|| panic!("{text}: {printed}"))).collect();
    assert!(places.is_sorted(), "{printed}");
}
