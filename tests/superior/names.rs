//! Names of the superior's level into the user's.

use ke_hoach::plan::{Item, Level, Plan, RowId, Section};
use ke_hoach::superior::{Mapping, Wishes, compose, mappings};

use crate::{NAM_DINH, choose, commune, offers, read, state};

/// What a sentence of a task becomes when every proposal is accepted.
fn mapped(wishes: &Wishes, text: &str) -> String {
    let (source, mut wishes) = (task(text), wishes.clone());
    wishes.tasks = choose([RowId(1)]);
    wishes.mappings = mappings(&source, &wishes);
    compose(&source, &wishes).sections[1].items[0].text.clone()
}

fn task(text: &str) -> Plan {
    let item = Item { id: RowId(1), level: Level::Clause, text: text.into(), ..Item::default() };
    Plan { sections: vec![Section { items: vec![item], ..Section::default() }], ..Plan::default() }
}

#[test]
fn bodies_become_those_of_the_commune_named_where_they_were_named() {
    let wishes = state();
    for (text, expected) in [
        ("Ủy ban nhân dân tỉnh chỉ đạo", "Ủy ban nhân dân xã chỉ đạo"),
        ("Uỷ ban nhân dân tỉnh Nghệ An chỉ đạo", "Ủy ban nhân dân xã Lương Minh chỉ đạo"),
        ("Văn phòng UBND tỉnh và HĐND tỉnh", "Văn phòng HĐND và UBND xã và HĐND xã"),
        ("Sở Tài chính, Sở Văn hóa, Thể thao và Du lịch", "Phòng Kinh tế, Phòng Văn hóa - Xã hội"),
        ("Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh", "Ban Thường trực Ủy ban MTTQ Việt Nam xã"),
        ("Ban Tuyên giáo và Dân vận Tỉnh ủy báo cáo Tỉnh ủy", "Ban Xây dựng Đảng báo cáo Đảng ủy xã"),
        ("Trên địa bàn tỉnh, toàn tỉnh", "Trên địa bàn xã, toàn xã"),
        ("CÔNG AN TỈNH", "CÔNG AN XÃ"),
    ] {
        assert_eq!(mapped(&wishes, text), expected);
    }
}

#[test]
fn wards_special_zones_and_cities_have_their_own_names() {
    let ward = commune("nd30", "ubnd", "thành phố Đà Nẵng", "phường Hải Châu");
    assert_eq!(mapped(&ward, "Sở Tài chính, Thành ủy"), "Phòng Kinh tế, Hạ tầng và Đô thị, Đảng ủy phường");
    assert_eq!(mapped(&ward, "UBND thành phố Đà Nẵng"), "UBND phường Hải Châu");
    let zone = commune("party", "dang-uy", "tỉnh Kiên Giang", "đặc khu Phú Quốc");
    assert_eq!(mapped(&zone, "Ban Tổ chức Tỉnh ủy"), "Ban Tổ chức Đảng ủy");
}

#[test]
fn quotes_citations_other_provinces_and_parts_of_words_stay() {
    let wishes = state();
    for text in [
        "Thi đua “Công an tỉnh vì dân phục vụ”",
        "Kế hoạch số 12/KH-UBND ngày 03/01/2026 của Ủy ban nhân dân tỉnh Nghệ An về bảo vệ rừng trên địa bàn tỉnh",
        "Quy định số 212-QĐ/TU, ngày 30/12/2019 của Tỉnh ủy",
        "theo Kế hoạch của Ban Thường vụ Tỉnh ủy",
        "phối hợp Công an tỉnh Thanh Hóa",
        "Sở Nội vụ tỉnh Thanh Hóa",
        "Ban Nội chính Tỉnh ủy",
        "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XXII",
        "Ủy ban nhân dân các tỉnh",
        "Công an tỉnhnhà",
    ] {
        assert_eq!(mapped(&wishes, text), text);
    }
    assert_eq!(
        mapped(&wishes, "Theo (Kế hoạch số 5/KH-UBND của UBND tỉnh), UBND tỉnh họp. UBND tỉnh báo cáo"),
        "Theo (Kế hoạch số 5/KH-UBND của UBND tỉnh), UBND xã họp. UBND xã báo cáo"
    );
}

#[test]
fn each_proposal_lists_its_places_and_only_accepted_ones_are_touched() {
    let source = task("UBND tỉnh giao Sở Y tế; UBND tỉnh kiểm tra.");
    let mut wishes = state();
    wishes.tasks = choose([RowId(1)]);
    let all = mappings(&source, &wishes);
    let named: Vec<_> =
        all.iter().map(|one| (one.from.as_str(), one.to.as_str(), one.places.len())).collect();
    assert_eq!(named, [("UBND tỉnh", "UBND xã", 2), ("Sở Y tế", "Phòng Văn hóa - Xã hội", 1)]);
    assert!(all.iter().all(|mapping| !mapping.source.clause.is_empty()));

    let first =
        Mapping { places: all[0].places[..1].to_vec(), to: "Chủ tịch UBND xã".into(), ..all[0].clone() };
    wishes.mappings = vec![first];
    let text = &compose(&source, &wishes).sections[1].items[0].text;
    assert_eq!(text, "Chủ tịch UBND xã giao Sở Y tế; UBND tỉnh kiểm tra.");
}

#[test]
fn a_place_that_no_longer_says_the_name_is_passed_over() {
    let mut wishes = state();
    wishes.tasks = choose([RowId(1)]);
    wishes.mappings = mappings(&task("UBND tỉnh giao"), &wishes);
    for text in ["ÂÂÂ", "", "UBND huyện giao việc"] {
        let source = task(text);
        let items = compose(&source, &wishes).sections[1].items.clone();
        assert!(items.iter().all(|item| item.text == text));
    }
}

#[test]
fn a_real_plan_gives_proposals_for_the_chosen_tasks_alone() {
    let source = read(NAM_DINH);
    let mut wishes = commune("front", "mttq", "tỉnh Nam Định", "xã Giao Thủy");
    assert_eq!(mappings(&source, &wishes), []);
    wishes.tasks = choose(offers(&source, &wishes).iter().map(|offer| offer.row));
    let proposals = mappings(&source, &wishes);
    assert!(proposals.iter().all(|proposal| !proposal.from.contains("Trung ương")), "{proposals:?}");
}
