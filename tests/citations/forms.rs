//! How a document is written at its first mention and at later ones (the-thuc.md, section 4).

use ke_hoach::citation::parse;

fn forms(sentence: &str) -> [String; 3] {
    let citation = parse(sentence).unwrap().citation;
    [citation.full(), citation.dated(), citation.short()]
}

#[test]
fn the_first_mention_says_all_and_later_ones_type_and_number() {
    let resolution = "Nghị quyết số 27-NQ/TW ngày 09/11/2022 của Ban Chấp hành Trung ương Đảng về cải cách";
    assert_eq!(
        forms("Căn cứ Nghị quyết 27 - NQ/TW, ngày 9/11/2022 của Ban Chấp hành Trung ương Đảng về cải cách;"),
        [
            resolution,
            "Nghị quyết số 27-NQ/TW ngày 09/11/2022 của Ban Chấp hành Trung ương Đảng",
            "Nghị quyết số 27-NQ/TW"
        ]
    );
}

#[test]
fn a_short_name_is_defined_once_and_used_later() {
    let [full, dated, short] = forms(
        "Quyết định số 334-QĐ/TU ngày 29/6/2021 của Tỉnh ủy phê duyệt Đề án dân vận (viết tắt là Đề án)",
    );
    assert!(full.ends_with("phê duyệt Đề án dân vận (sau đây gọi tắt là Đề án)"), "{full}");
    assert_eq!(dated, "Quyết định số 334-QĐ/TU ngày 29/6/2021 của Tỉnh ủy");
    assert_eq!(short, "Đề án");
}

#[test]
fn a_law_is_mentioned_by_its_name_and_kept_with_all_that_is_known() {
    let sentence = "Luật Đất đai số 31/2024/QH15 ngày 18/01/2024 của Quốc hội";
    assert_eq!(forms(sentence), ["Luật Đất đai"; 3]);
    assert_eq!(parse(sentence).unwrap().citation.sentence(), sentence);
}

#[test]
fn what_is_not_known_is_not_written() {
    assert_eq!(forms("Kế hoạch số 38/KH-MT về dân vận")[0], "Kế hoạch số 38/KH-MT về dân vận");
    assert_eq!(
        forms("Quyết định ngày 05/01/2026 của Đảng ủy xã về dân vận")[2],
        "Quyết định ngày 05/01/2026"
    );
}
