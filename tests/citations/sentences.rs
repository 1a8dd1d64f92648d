//! Sentences as people type and paste them.

use ke_hoach::citation::{Citation, documents, parse};
use proptest::prelude::*;

fn citation(parts: [&str; 6]) -> Citation {
    let [kind, number, date, issuer, subject, short] = parts.map(str::to_owned);
    Citation { kind, number, date, issuer, subject, short }
}

fn read(sentence: &str) -> Citation {
    parse(sentence).unwrap_or_else(|| panic!("no document in “{sentence}”")).citation
}

#[test]
fn a_sentence_is_taken_apart_however_it_is_written() {
    let resolution =
        ["Nghị quyết", "27-NQ/TW", "09/11/2022", "Ban Chấp hành Trung ương Đảng", "về cải cách", ""];
    for sentence in [
        "Nghị quyết số 27-NQ/TW ngày 09/11/2022 của Ban Chấp hành Trung ương Đảng về cải cách",
        "Căn cứ Nghị quyết số 27-NQ/TW, ngày 9/11/2022 của Ban Chấp hành Trung ương Đảng về cải cách;",
        "- căn cứ Nghị quyết 27-NQ/TW ngày 09-11-2022 của Ban Chấp hành Trung ương Đảng, về cải cách.",
        "Thực hiện Nghị quyết số 27 - NQ/TW ngày 09.11.2022 của Ban Chấp hành Trung ương Đảng về cải cách,",
        "Triển khai thực hiện nghị quyết số: 27–NQ/TW  ngày 09/11/2022, của Ban Chấp hành Trung ương Đảng về cải cách",
    ] {
        assert_eq!(read(sentence), citation(resolution), "{sentence}");
    }
}

#[test]
fn documents_of_each_family_are_known() {
    for (sentence, parts) in [
        (
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
            ["Nghị định", "30/2020/NĐ-CP", "05 tháng 3 năm 2020", "Chính phủ", "về công tác văn thư", ""],
        ),
        (
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;",
            ["Luật", "", "16/6/2025", "", "Tổ chức chính quyền địa phương", ""],
        ),
        (
            "Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025 của Quốc hội",
            ["Luật", "72/2025/QH15", "16 tháng 6 năm 2025", "Quốc hội", "Tổ chức chính quyền địa phương", ""],
        ),
        ("Căn cứ Luật Mặt trận Tổ quốc Việt Nam", ["Luật", "", "", "", "Mặt trận Tổ quốc Việt Nam", ""]),
        (
            "Chỉ thị 05-CT/TU của Ban Thường vụ Tỉnh ủy đẩy mạnh học tập và làm theo Bác",
            ["Chỉ thị", "05-CT/TU", "", "Ban Thường vụ Tỉnh ủy", "đẩy mạnh học tập và làm theo Bác", ""],
        ),
        (
            "Quyết định số 749/QĐ-TTg ngày 3/6/2020 của Thủ tướng Chính phủ phê duyệt “Chương trình Chuyển đổi số \
             quốc gia; định hướng đến năm 2030”",
            [
                "Quyết định",
                "749/QĐ-TTg",
                "03/6/2020",
                "Thủ tướng Chính phủ",
                "phê duyệt “Chương trình Chuyển đổi số quốc gia; định hướng đến năm 2030”",
                "",
            ],
        ),
        (
            "Kế hoạch số 12-KH/BCĐ ngày 03/02/2026 của Ban Chỉ đạo phòng, chống tham nhũng tỉnh về kê khai tài sản",
            [
                "Kế hoạch",
                "12-KH/BCĐ",
                "03/02/2026",
                "Ban Chỉ đạo phòng, chống tham nhũng tỉnh",
                "về kê khai tài sản",
                "",
            ],
        ),
        (
            "Kế hoạch số      /KH-UBND ngày    tháng 3 năm 2026 của Ủy ban nhân dân tỉnh về nông thôn mới",
            ["Kế hoạch", "…/KH-UBND", "… tháng 3 năm 2026", "Ủy ban nhân dân tỉnh", "về nông thôn mới", ""],
        ),
        (
            "Kế hoạch số …/KH-UBND ngày … tháng 3 năm 2026 của Ủy ban nhân dân tỉnh về nông thôn mới",
            ["Kế hoạch", "…/KH-UBND", "… tháng 3 năm 2026", "Ủy ban nhân dân tỉnh", "về nông thôn mới", ""],
        ),
        (
            "Chương trình phối hợp số 03/CTPH-MTTQ-UBND ngày 12/01/2026 về bảo vệ môi trường",
            ["Chương trình phối hợp", "03/CTPH-MTTQ-UBND", "12/01/2026", "", "về bảo vệ môi trường", ""],
        ),
        (
            "Nghị quyết Đại hội Đảng bộ xã lần thứ I, nhiệm kỳ 2025 - 2030",
            ["Nghị quyết", "", "", "", "Đại hội Đảng bộ xã lần thứ I, nhiệm kỳ 2025 - 2030", ""],
        ),
        (
            "Quyết định của Ủy ban nhân dân xã về thành lập Tổ công nghệ số cộng đồng",
            ["Quyết định", "", "", "Ủy ban nhân dân xã", "về thành lập Tổ công nghệ số cộng đồng", ""],
        ),
        (
            "Nghị quyết số 57-NQ/TW (sau đây gọi tắt là “Nghị quyết 57”) ngày 22/12/2024 của Bộ Chính trị",
            ["Nghị quyết", "57-NQ/TW", "22/12/2024", "Bộ Chính trị", "", "Nghị quyết 57"],
        ),
        (
            "Căn cứ Công văn số1320/SGD&ĐT-VP ngày 25/9/2025 của Sở GD&ĐT về tuyển sinh;",
            ["Công văn", "1320/SGD&ĐT-VP", "25/9/2025", "Sở GD&ĐT", "về tuyển sinh", ""],
        ),
        (
            "Kế hoạch số 15/KH-UBND ngày 03/02/2026 Ủy ban nhân dân tỉnh về giảm nghèo",
            ["Kế hoạch", "15/KH-UBND", "03/02/2026", "Ủy ban nhân dân tỉnh", "về giảm nghèo", ""],
        ),
        (
            "Kế hoạch số 15/KH-UBND ngày 03/02/2026 của UBND tỉnh Cà Mau, rà soát hộ nghèo, hộ cận nghèo",
            [
                "Kế hoạch",
                "15/KH-UBND",
                "03/02/2026",
                "UBND tỉnh Cà Mau",
                "rà soát hộ nghèo, hộ cận nghèo",
                "",
            ],
        ),
        (
            "Quyết định số 16/QĐ-TTg ngày 02/01/2026 của Thủ tướng Chính phủ phê duyệt Chương trình Sức khỏe học \
             đường, Ủy ban nhân dân xã An Phú ban hành Kế hoạch thực hiện với những nội dung sau:",
            [
                "Quyết định",
                "16/QĐ-TTg",
                "02/01/2026",
                "Thủ tướng Chính phủ",
                "phê duyệt Chương trình Sức khỏe học đường",
                "",
            ],
        ),
    ] {
        assert_eq!(read(sentence), citation(parts), "{sentence}");
    }
}

#[test]
fn of_several_documents_the_first_is_taken_and_the_rest_is_said() {
    let sentence = "Thực hiện Nghị quyết số 27-NQ/TW ngày 09/11/2022 của Ban Chấp hành Trung ương Đảng về tiếp tục \
                    hoàn thiện Nhà nước pháp quyền (sau đây viết tắt là Nghị quyết 27), Kế hoạch số 90-KH/TU, ngày \
                    16/01/2023 của Tỉnh ủy Nam Định về thực hiện Nghị quyết số 27-NQ/TW, Ban Thường trực Ủy ban MTTQ \
                    tỉnh ban hành Kế hoạch như sau:";
    let parsed = parse(sentence).unwrap();
    assert_eq!(parsed.citation.short, "Nghị quyết 27");
    assert!(parsed.rest.starts_with(", Kế hoạch số 90-KH/TU"), "{}", parsed.rest);
    let numbers: Vec<String> = documents(sentence).into_iter().map(|citation| citation.number).collect();
    assert_eq!(numbers, ["27-NQ/TW", "90-KH/TU"]);
    let joined = "Luật Đất đai; Luật Mặt trận Tổ quốc Việt Nam; Căn cứ Kế hoạch số 04/KH-MTTQ-BTT ngày 04/12/2025 của \
                  Ban Thường trực về giám sát bầu cử và Hướng dẫn số 13/HD-MTTQ-BTT về kiểm tra.";
    assert_eq!(documents(joined).len(), 4);
    let resting = "Kế hoạch số 68/KH-LĐLĐ ngày 03/12/2025 của LĐLĐ tỉnh Thanh Hóa, trên cơ sở Kế hoạch số 31/KH-LĐLĐ \
                   ngày 12/11/2025 của LĐLĐ huyện về chăm lo Tết";
    assert_eq!(documents(resting).len(), 2);
}

#[test]
fn a_document_that_carries_out_others_is_one_document() {
    for sentence in [
        "Kế hoạch số 60-KH/TU ngày 24/5/2023 của Tỉnh ủy về thực hiện Nghị quyết số 27-NQ/TW và Nghị quyết số 28-NQ/TW",
        "Luật sửa đổi, bổ sung một số điều của Luật Bầu cử ngày 24/6/2025",
    ] {
        assert_eq!(documents(sentence).len(), 1, "{sentence}");
    }
}

#[test]
fn what_names_no_document_is_left_alone() {
    for text in ["", "Căn cứ tình hình thực tế tại địa phương", "Căn cứ đề nghị của Văn phòng", "số 27-NQ/TW"]
    {
        assert_eq!(parse(text), None, "{text}");
    }
}

fn any_citation() -> impl Strategy<Value = Citation> {
    let some = |options: &'static [&'static str]| prop::sample::select(options).prop_map(str::to_owned);
    let numbered = (
        some(&[
            "Nghị quyết",
            "Kế hoạch",
            "Chỉ thị",
            "Nghị quyết liên tịch",
            "Nghị định",
            "Thông tri",
            "Chương trình hành động",
        ]),
        some(&["27-NQ/TW", "30/2020/NĐ-CP", "05/KH-MTTQ-BTT", "80-KH/ĐUK", "…/KH-UBND", "12"]),
        some(&["", "09/11/2022", "05 tháng 3 năm 2020", "… tháng … năm …"]),
        some(&[
            "",
            "Chính phủ",
            "Ban Chấp hành Trung ương Đảng (khóa XIII)",
            "Ủy ban Thường vụ Quốc hội, Chính phủ",
        ]),
        some(&[
            "",
            "về công tác văn thư",
            "phê duyệt Đề án “Một; hai”",
            "về thực hiện Luật Đất đai, năm 2026",
            "hướng dẫn thi hành",
        ]),
        some(&["", "Nghị quyết 27", "Đề án", "KH"]),
    );
    let numbered = numbered.prop_map(|(kind, number, date, issuer, subject, short)| Citation {
        kind,
        number,
        date,
        issuer,
        subject,
        short,
    });
    let law = (
        some(&["Luật", "Bộ luật", "Pháp lệnh"]),
        some(&["", "72/2025/QH15"]),
        some(&["", "16/6/2025", "16 tháng 6 năm 2025"]),
        some(&["Đất đai", "Tổ chức chính quyền địa phương", "sửa đổi, bổ sung một số điều của Luật Bầu cử"]),
        some(&["", "Luật Đất đai"]),
    );
    let law = law.prop_map(|(kind, number, date, subject, short)| Citation {
        kind,
        number,
        date,
        subject,
        short,
        ..Citation::default()
    });
    let named = some(&["Đại hội Đảng bộ xã lần thứ I", "Đại hội XIII của Đảng về văn hóa", "27"])
        .prop_map(|subject| Citation { kind: "Nghị quyết".into(), subject, ..Citation::default() });
    prop_oneof![4 => numbered, 2 => law, 1 => named]
}

/// Words of which sentences are made that are nearly citations.
const WORDS: [&str; 34] = [
    "Căn cứ",
    "Nghị quyết",
    "Luật",
    "Kế hoạch",
    "số",
    "27-NQ/TW",
    "-",
    "/",
    "90",
    "KH",
    "ngày",
    "09/11/2022",
    "05",
    "tháng",
    "3",
    "năm",
    "2020",
    "của",
    "Tỉnh ủy",
    "về",
    "và",
    ",",
    ";",
    "(",
    ")",
    "“",
    "”",
    "\"",
    ".",
    ":",
    "…",
    "(sau đây gọi tắt là",
    "phê duyệt",
    "xã",
];

proptest! {
    #[test]
    fn a_citation_reads_as_it_is_written(citation in any_citation()) {
        prop_assert_eq!(parse(&citation.sentence()).map(|parsed| parsed.citation), Some(citation.clone()));
        prop_assert_eq!(parse(&format!("- Căn cứ {};", citation.sentence())).map(|parsed| parsed.citation), Some(citation.clone()));
        let law = citation.is_named() && !citation.subject.is_empty();
        if !law {
            prop_assert_eq!(parse(&citation.full()).map(|parsed| parsed.citation), Some(citation));
        }
    }

    #[test]
    fn two_citations_in_one_sentence_are_two(a in any_citation(), b in any_citation()) {
        let sentence = format!("Căn cứ {}; {}.", a.sentence(), b.sentence());
        prop_assert_eq!(documents(&sentence), [a, b]);
    }

    #[test]
    fn no_text_is_too_odd(words in prop::collection::vec(prop::sample::select(&WORDS[..]), 0..14)) {
        let text = words.join(" ");
        if let Some(parsed) = parse(&text) {
            let again = parse(&parsed.citation.sentence());
            prop_assert!(again.is_some(), "{} out of {text}", parsed.citation.sentence());
        }
        documents(&text);
        ke_hoach::citation::found(&text);
    }

    #[test]
    fn no_letters_are_too_odd(text in "\\PC{0,40}") {
        documents(&text);
        ke_hoach::citation::found(&text);
    }
}
