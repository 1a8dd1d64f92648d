use proptest::prelude::*;

use super::table::{ROWS, words};
use super::*;
use crate::vietnamese::{ascii, official_case, upper};

fn written(found: &[Unit]) -> Vec<String> {
    found.iter().map(Unit::written).collect()
}

#[test]
fn the_list_has_every_unit_once() {
    let provinces: Vec<Unit> =
        ROWS.iter().map(|row| row.unit).filter(|unit| unit.province.is_none()).collect();
    let communes: Vec<Unit> =
        ROWS.iter().map(|row| row.unit).filter(|unit| unit.province.is_some()).collect();
    assert_eq!((provinces.len(), communes.len()), (34, 3_321));
    let cities = provinces.iter().filter(|unit| ascii(&unit.written()).starts_with("thanh pho ")).count();
    assert_eq!(cities, 6, "six cities stand directly under the State");
    let islands = communes.iter().filter(|unit| unit.noun == "đặc khu").count();
    assert_eq!(islands, 13);
    let mut all: Vec<_> = communes.iter().map(|unit| (unit.province, unit.written())).collect();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 3_321, "two communes of a province have one name");
}

#[test]
fn names_are_composed_and_hold_nothing_but_letters_numbers_and_their_marks() {
    for Unit { name, .. } in ROWS.iter().map(|row| row.unit) {
        let odd = |c: char| !(c.is_alphanumeric() || matches!(c, ' ' | '-' | '–' | '\'' | '’'));
        assert!(!name.contains(odd) && !name.is_empty() && name.trim() == name, "“{name}”");
        assert!(!name.chars().any(|c| ('\u{300}'..='\u{36f}').contains(&c)), "“{name}” is decomposed");
    }
}

#[test]
fn a_commune_is_found_without_marks_and_capitals_and_says_its_province() {
    for (query, expected, province) in [
        ("luong minh", "xã Lương Minh", "tỉnh Quảng Ninh"),
        ("luong minh nghe", "xã Lượng Minh", "tỉnh Nghệ An"),
        ("ba dinh", "phường Ba Đình", "thành phố Hà Nội"),
        ("phu quoc", "đặc khu Phú Quốc", "tỉnh An Giang"),
        ("con dao", "đặc khu Côn Đảo", "Thành phố Hồ Chí Minh"),
        ("ea hleo", "xã Ea H’leo", "tỉnh Đắk Lắk"),
        ("quoc tu giam", "phường Văn Miếu - Quốc Tử Giám", "thành phố Hà Nội"),
        ("2 bao loc", "Phường 2 Bảo Lộc", "tỉnh Lâm Đồng"),
    ] {
        let found = communes(query, "");
        let first = found.first().map(|unit| (unit.written(), unit.province()));
        assert_eq!(first, Some((expected.to_owned(), Some(province))), "{query}");
    }
}

#[test]
fn luong_minh_is_found_however_it_is_typed() {
    for query in
        ["luong minh", "LƯƠNG MINH", "Lu\u{31b}o\u{31b}ng  Minh", "xa luong m", "Xã Lương Minh", "l m"]
    {
        let found = written(&communes(query, ""));
        assert!(found.contains(&"xã Lương Minh".to_owned()), "{query}: {found:?}");
    }
    let near = written(&communes("luong minh", "Nghệ An"));
    assert_eq!(near, ["xã Lượng Minh", "xã Lương Minh"], "that of the chosen province comes first");
    let marked = written(&communes("lương minh", ""));
    assert_eq!(marked.first().map(String::as_str), Some("xã Lương Minh"));
}

#[test]
fn a_province_is_found_by_its_name_or_its_noun() {
    for (query, expected) in [
        ("nghe an", "tỉnh Nghệ An"),
        ("tinh ngh", "tỉnh Nghệ An"),
        ("ho chi minh", "Thành phố Hồ Chí Minh"),
        ("thành phố hồ", "Thành phố Hồ Chí Minh"),
        ("hue", "thành phố Huế"),
        ("ha noi", "thành phố Hà Nội"),
    ] {
        assert_eq!(provinces(query).first().map(Unit::written).as_deref(), Some(expected), "{query}");
    }
    assert_eq!(written(&provinces("kien giang")), [""; 0], "a province that was joined to another is none");
}

#[test]
fn communes_of_one_name_are_told_apart_and_that_of_the_chosen_province_comes_first() {
    let mut everywhere = communes("xã Bình Minh", "");
    everywhere.retain(|unit| unit.written() == "xã Bình Minh");
    assert!(everywhere.len() > 1, "{everywhere:?}");
    for unit in everywhere {
        let first = communes("binh minh", unit.province().unwrap())[0];
        assert_eq!(first, unit);
    }
    let near = communes("minh", "nghệ an");
    assert_eq!(near.first().and_then(Unit::province), Some("tỉnh Nghệ An"));
}

#[test]
fn who_types_marks_means_them() {
    let found = communes("hoà", "");
    assert!(found.iter().all(|unit| ascii(&unit.written()).contains("hoa")));
    assert_eq!(communes("xã Hòa An", "")[0].written(), "xã Hòa An");
    assert!(communes("Lăng", "").first().is_some_and(|unit| unit.name.contains("Lăng")));
}

#[test]
fn who_asks_for_nothing_is_offered_all_there_is_by_name() {
    assert_eq!(provinces(" ").len(), 34);
    assert_eq!(communes("", "").len(), 0, "3,321 communes are no offer");
    let all = communes("…", "tỉnh Lai Châu");
    assert_eq!(all.len(), 38);
    assert!(all.is_sorted_by_key(|unit| words(unit.name)));
}

#[test]
fn what_no_unit_is_called_finds_nothing() {
    for query in ["huyện Tương Dương", "tỉnh Nghệ An", "xyz"] {
        assert_eq!(written(&communes(query, "")), [""; 0], "{query}");
    }
}

#[test]
fn the_unit_that_a_field_names_is_known() {
    for text in ["tỉnh Nghệ An", "Nghệ An", "TỈNH NGHỆ AN", "nghe an"] {
        assert_eq!(province(text).map(|unit| unit.written()).as_deref(), Some("tỉnh Nghệ An"), "{text}");
    }
    assert_eq!(province("Nghệ"), None);
    assert!(commune("Xã Lương Minh", "nghệ an").is_some());
    assert_eq!(commune("xã Lương Minh", "tỉnh Thanh Hóa"), None);
}

/// Units are written as [`official_case`] writes them out of a heading in capitals.
#[test]
fn the_common_noun_is_written_by_the_rules_of_capitals() {
    for unit in ROWS.iter().map(|row| row.unit) {
        let plain = unit
            .name
            .split(' ')
            .all(|word| word.chars().count() > 1 && word.chars().all(char::is_alphabetic));
        // The phrase "xã hội" is no commune.
        let social = unit.name.starts_with("Hội ");
        if plain && !social && unit.noun != "đặc khu" {
            let (ours, theirs) = (unit.written(), official_case(&upper(&unit.written())));
            let nouns = |text: &str| text.split(' ').next().map(str::to_owned);
            assert_eq!(nouns(&ours), nouns(&theirs), "{ours}");
        }
    }
}

proptest! {
    #[test]
    fn every_unit_is_found_by_the_beginnings_of_its_words(at in 0..3_355_usize, longest in 2..9_usize) {
        let row = &ROWS[at];
        let query: Vec<String> = row.words.iter().map(|word| word.chars().take(longest).collect()).collect();
        let query = query.join(" ");
        let asked = words(&query);
        let found = match row.unit.province() {
            None => provinces(&query),
            Some(province) => communes(&query, province),
        };
        // More may begin like this than are shown; then each that is shown does.
        let fits = |unit: &Unit| {
            let of = words(&unit.written());
            let behind = unit.province().map(words).unwrap_or_default();
            let mut left = of.iter().chain(&behind);
            asked.iter().all(|word| left.any(|own| own.starts_with(word.as_str())))
        };
        prop_assert!(found.contains(&row.unit) || found.len() == 8, "{query}: {found:?}");
        prop_assert!(found.iter().all(fits), "{query}: {found:?}");
    }

    #[test]
    fn a_whole_name_in_its_province_comes_first(at in 34..3_355_usize) {
        let unit = ROWS[at].unit;
        let found = communes(&unit.written(), unit.province().unwrap_or_default());
        prop_assert_eq!(found.first(), Some(&unit));
    }

    #[test]
    fn any_text_can_be_asked_for(query in ".{0,40}", province in ".{0,20}") {
        let most = if words(&query).is_empty() { 168 } else { 8 };
        prop_assert!(communes(&query, &province).len() <= most);
        provinces(&query);
    }
}
