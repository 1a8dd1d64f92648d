//! The tasks that are offered.

use ke_hoach::plan::Day;
use ke_hoach::superior::Part;

use crate::{BINH_DINH, NAM_DINH, NINH_BINH, commune, offers, read, state, with_table};

#[test]
fn every_task_is_offered_with_its_place_and_those_of_communes_come_first() {
    let offers = offers(&with_table(), &state());
    let places: Vec<_> =
        offers.iter().map(|offer| (offer.place.as_str(), offer.concerns_us.is_some())).collect();
    assert_eq!(
        places,
        [
            ("II.2, gạch đầu dòng 1", true),
            ("III.2, gạch đầu dòng 1", true),
            ("Phụ lục, dòng 3", true),
            ("II.1.a", false),
            ("II.1.b", false),
            ("II.2, gạch đầu dòng 2", false),
            ("Phụ lục, dòng 2", false),
        ]
    );
    let why: Vec<_> = offers.iter().filter_map(|offer| offer.concerns_us.clone()).collect();
    assert_eq!((why[0].part, why[0].words.as_str()), (Part::Text, "Các xã, phường"));
    assert_eq!((why[1].part, why[1].words.as_str()), (Part::Heading, "Ủy ban nhân dân các xã, phường"));
    assert_eq!((why[2].part, why[2].words.as_str()), (Part::Lead, "UBND các xã, phường"));
}

#[test]
fn a_task_has_the_day_by_which_it_is_due_and_an_own_deadline_can_be_late() {
    let offers = offers(&with_table(), &state());
    let at = |place: &str| offers.iter().find(|offer| offer.place == place).unwrap();
    assert_eq!(at("II.1.a").due.latest, Day::new(2026, 7, 29));
    assert_eq!(at("III.2, gạch đầu dòng 1").due.latest, Day::new(2026, 12, 15));
    assert!(at("Phụ lục, dòng 3").due.recurring);
    let station = at("Phụ lục, dòng 2");
    assert_eq!(station.heading, "Hạ tầng");
    assert_eq!(station.is_late("tháng 10", Some(2026)), Some(true));
    assert_eq!(station.is_late("ngày 30/9/2026", None), Some(false));
    assert_eq!(station.is_late("Thường xuyên", Some(2026)), None);
}

#[test]
fn the_duties_of_another_family_do_not_concern_the_body() {
    let offers = offers(&with_table(), &commune("front", "mttq", "tỉnh Nghệ An", "xã Lương Minh"));
    let ours: Vec<_> = offers.iter().filter(|offer| offer.concerns_us.is_some()).collect();
    assert_eq!(ours.len(), 1, "only the task of all communes: {ours:?}");
    assert!(ours[0].text.starts_with("Các xã, phường lập tổ"));
}

#[test]
fn the_tasks_of_real_plans_are_found() {
    let front = commune("front", "mttq", "tỉnh Nam Định", "xã Giao Thủy");
    let nam_dinh = offers(&read(NAM_DINH), &front);
    let titles =
        nam_dinh.iter().filter(|offer| !offer.title.is_empty() && offer.place.starts_with("II.")).count();
    assert_eq!(titles, 5, "the five groups have task details");
    assert!(nam_dinh.iter().filter(|offer| offer.place.starts_with("II.")).all(|offer| offer.due.recurring));
    assert!(!nam_dinh.iter().any(|offer| offer.place.starts_with("I.") || offer.place == "III.4.2"));

    let ninh_binh = offers(&read(NINH_BINH), &front);
    let models = ninh_binh.iter().find(|offer| offer.text.contains("mô hình tự quản phù hợp")).unwrap();
    assert_eq!(models.place, "III.2.2");
    assert!(models.concerns_us.is_some());
    assert_eq!(models.due.latest, Day::new(2022, 12, 31));

    let party = commune("party", "dang-uy", "tỉnh Bình Định", "xã Vân Canh");
    let binh_dinh = offers(&read(BINH_DINH), &party);
    let duty = binh_dinh.iter().find(|offer| offer.place == "III.2").unwrap();
    assert!(duty.concerns_us.is_some());
    assert_eq!(duty.due.latest, Day::new(2023, 7, 29));
    assert!(!binh_dinh.iter().any(|offer| offer.place == "III.1"), "the duty of another body");
}
