//! Shapes that plans of other bodies come in.

use super::outline;
use crate::format::FormatKey;
use crate::import::text;

#[test]
fn the_title_on_the_right_tells_the_family_and_is_no_body() {
    for (title, number, family) in [
        ("ĐOÀN TNCS HỒ CHÍ MINH", "05-KH/ĐTN", "youth"),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", "05-KH/ĐTN", "party"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "05/KH-ĐTN", "front"),
    ] {
        let source = format!(
            "BCH ĐOÀN TNCS HỒ CHÍ MINH\nXÃ LƯƠNG MINH     {title}\n***\nSố: {number}\nKẾ HOẠCH\n\
             Ra quân năm 2026\n1. Trồng cây.\n"
        );
        let imported = text(&source);
        assert_eq!(imported.plan.format.0, family);
        assert_eq!(imported.plan.issuer.issuing, "BCH ĐOÀN TNCS HỒ CHÍ MINH\nXÃ LƯƠNG MINH");
        assert_eq!(imported.leftover, Vec::<String>::new());
    }
}

#[test]
fn a_text_taken_from_a_pdf_is_joined_and_its_page_numbers_left_over() {
    let filler = "- Phối hợp với các tổ chức thành viên tuyên truyền, vận động các tầng lớp\n\
                  nhân dân trên địa bàn xã thực hiện tốt chủ trương, chính sách của Nhà nước.\n"
        .repeat(6);
    let source = format!(
        "     ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\
         \u{20}    XÃ LƯƠNG MINH                 Độc lập - Tự do - Hạnh phúc\n\
         \u{20}  Số:     /KH-UBND            Lương Minh, ngày    tháng 02 năm 2026\n\n\
         KẾ HOẠCH\n\
         Triển khai công tác chuyển đổi số trên địa bàn xã\n\
         năm 2026\n\
         Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;\n\
         Căn cứ Kế hoạch số 12/KH-UBND ngày 10 tháng 01 năm 2026 của Ủy ban nhân\n\
         dân tỉnh về chuyển đổi số năm 2026.\n\
         Ủy ban nhân dân xã ban hành Kế hoạch chuyển đổi số trên địa bàn xã năm\n\
         2026 như sau:\n\
         I. NỘI DUNG THỰC HIỆN CÔNG TÁC CHUYỂN ĐỔI SỐ TRÊN ĐỊA\n\
         BÀN XÃ\n\
         {filler}\
         - Phát triển kinh tế\n\
         số của xã, bảo đảm mọi người dân được tiếp cận dịch vụ công trực tuyến và\n\n\
         2\n\n\
         được hướng dẫn sử dụng.\n"
    );
    let imported = text(&source);
    let plan = imported.plan;
    assert_eq!(plan.format, FormatKey::ND30);
    assert_eq!(plan.issuer.issuing, "ỦY BAN NHÂN DÂN\nXÃ LƯƠNG MINH");
    assert_eq!(plan.symbol, "KH-UBND");
    assert_eq!(plan.subject, "Triển khai công tác chuyển đổi số trên địa bàn xã năm 2026");
    let bases: Vec<&str> = plan.bases.iter().map(|basis| basis.text.as_str()).collect();
    assert_eq!(
        bases,
        [
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
            "Căn cứ Kế hoạch số 12/KH-UBND ngày 10 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh về chuyển đổi số năm 2026.",
        ]
    );
    assert!(plan.opening.ends_with("trên địa bàn xã năm 2026 như sau:"));
    assert_eq!(plan.sections[0].title, "NỘI DUNG THỰC HIỆN CÔNG TÁC CHUYỂN ĐỔI SỐ TRÊN ĐỊA BÀN XÃ");
    assert_eq!(plan.sections[0].items.len(), 7);
    assert!(plan.sections[0].items[6].text.ends_with("trực tuyến và được hướng dẫn sử dụng."));
    assert_eq!(imported.leftover, ["2"]);
}

#[test]
fn headings_whose_roman_numbers_were_lost_are_still_sections() {
    let plan = text("KẾ HOẠCH\nRa quân vệ sinh môi trường\n\nMỤC ĐÍCH, YÊU CẦU\n1. Mục đích\nGiữ gìn cảnh quan.\nTỔ CHỨC THỰC HIỆN\n- Giao các thôn thực hiện.").plan;
    assert_eq!(
        outline(&plan),
        [
            "# MỤC ĐÍCH, YÊU CẦU",
            "1. [Mục đích] Giữ gìn cảnh quan.",
            "# TỔ CHỨC THỰC HIỆN",
            "- Giao các thôn thực"
        ]
    );
}

#[test]
fn a_mark_and_its_text_on_two_lines_belong_together() {
    let plan = text("KẾ HOẠCH\nVề việc A\n\nI.\nMỤC ĐÍCH\n1.\nMục đích\n-\nGiữ gìn cảnh quan.").plan;
    assert_eq!(outline(&plan), ["# MỤC ĐÍCH", "1. [Mục đích]", "- Giữ gìn cảnh quan."]);
}

#[test]
fn marks_that_the_plan_has_no_level_for_stay_as_typed() {
    let source = "KẾ HOẠCH\nVề việc A\n\nI. NỘI DUNG\n1. Tuyên truyền\na) Hình thức\n(1) Trực tiếp.\n(2) Qua loa.\n\
                  - Trên mạng:\n+ Qua Zalo;\n+ Qua trang điện tử.\n1.1. Tập huấn\n1.1.1. Cho cán bộ thôn.";
    assert_eq!(
        outline(&text(source).plan),
        [
            "# NỘI DUNG",
            "1. [Tuyên truyền]",
            "a) [Hình thức]",
            "(1) Trực tiếp.",
            "(2) Qua loa.",
            "- Trên mạng:",
            "+ Qua Zalo;",
            "+ Qua trang điện",
            "1.1. [Tập huấn]",
            "1.1.1. Cho cán bộ",
        ]
    );
}

#[test]
fn numbers_in_brackets_are_points_where_no_letters_are() {
    let source = "KẾ HOẠCH\nVề việc A\n\nI. NỘI DUNG\n1. Tuyên truyền\n(1) Trực tiếp.\n(2) Qua loa.";
    assert_eq!(
        outline(&text(source).plan),
        ["# NỘI DUNG", "1. [Tuyên truyền]", "a) Trực tiếp.", "a) Qua loa."]
    );
}

#[test]
fn a_second_section_ii_is_one_more_section() {
    let plan = text("KẾ HOẠCH\nVề việc A\n\nI. A B\nx\nII. C D\ny\nII. E G\nz\nIV. H I\nt").plan;
    let titles: Vec<&str> = plan.sections.iter().map(|section| section.title.as_str()).collect();
    assert_eq!(titles, ["A B", "C D", "E G", "H I"]);
}

#[test]
fn bases_that_were_run_into_one_paragraph_are_parted() {
    let plan = text("KẾ HOẠCH\nVề việc A\n\nThực hiện Luật A;\nCăn cứ Luật B; Luật C; Căn cứ Kế hoạch D.\nỦy ban nhân dân xã xây dựng kế hoạch như sau:\nI. A B").plan;
    let bases: Vec<&str> = plan.bases.iter().map(|basis| basis.text.as_str()).collect();
    assert_eq!(bases, ["Thực hiện Luật A;", "Căn cứ Luật B; Luật C;", "Căn cứ Kế hoạch D."]);
    assert_eq!(plan.opening, "Ủy ban nhân dân xã xây dựng kế hoạch như sau:");
}

#[test]
fn reasons_of_a_list_between_two_bases_are_bases() {
    let plan = text(
        "KẾ HOẠCH\nVận động quỹ\n- Căn cứ Luật A;\n- Để có nguồn kinh phí giúp người nghèo.\n\
         - Căn cứ Nghị quyết B;\nỦy ban nhân dân xã xây dựng kế hoạch như sau:\nI. MỤC ĐÍCH",
    )
    .plan;
    let bases: Vec<&str> = plan.bases.iter().map(|basis| basis.text.as_str()).collect();
    assert_eq!(bases, ["Căn cứ Luật A;", "Để có nguồn kinh phí giúp người nghèo.", "Căn cứ Nghị quyết B;"]);
}

#[test]
fn a_party_plan_may_name_its_body_under_the_title() {
    let plan = text("KẾ HOẠCH\nCỦA BAN THƯỜNG VỤ ĐẢNG ỦY\nthực hiện Nghị quyết A\n-----\nThực hiện Nghị quyết A, Ban Thường vụ Đảng ủy xây dựng Kế hoạch như sau:\nI- MỤC ĐÍCH").plan;
    assert_eq!(plan.title_body, "CỦA BAN THƯỜNG VỤ ĐẢNG ỦY");
    assert_eq!(plan.subject, "thực hiện Nghị quyết A");
    assert_eq!(plan.format, FormatKey::PARTY);
}

#[test]
fn a_basis_that_ends_in_a_comma_stands_above_the_body_that_issues() {
    let plan = text(
        "KẾ HOẠCH\ntổ chức Đại hội\n-----\n- Căn cứ Điều lệ Đảng;\n- Căn cứ Chỉ thị số 45-CT/TW,\n\
         Ban Chấp hành Đảng bộ xã xây dựng Kế hoạch, cụ thể như sau:\nI- MỤC ĐÍCH\n1- Mục đích\nA.\n2- Yêu cầu\n2.1- B.\n2.2- C.",
    )
    .plan;
    assert_eq!(plan.bases.len(), 2);
    assert_eq!(plan.opening, "Ban Chấp hành Đảng bộ xã xây dựng Kế hoạch, cụ thể như sau:");
    assert_eq!(outline(&plan), ["# MỤC ĐÍCH", "1. [Mục đích] A.", "1. [Yêu cầu]", "1.1. B.", "1.1. C."]);
}

#[test]
fn a_request_after_the_last_item_closes_the_plan() {
    let plan = text(
        "KẾ HOẠCH\nVề việc A\n\nI. TỔ CHỨC THỰC HIỆN\n1. Các thôn\n- Tuyên truyền.\n\
         Căn cứ Kế hoạch này, đề nghị các thôn thực hiện.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.",
    )
    .plan;
    assert_eq!(plan.closing, "Căn cứ Kế hoạch này, đề nghị các thôn thực hiện.");
    assert_eq!(outline(&plan), ["# TỔ CHỨC THỰC HIỆN", "1. [Các thôn]", "- Tuyên truyền."]);
    assert_eq!(plan.retention, "Lưu: VT");
}

#[test]
fn an_appendix_behind_the_signature_is_one() {
    let imported = text(
        "KẾ HOẠCH\nVề việc A\n\nI. NỘI DUNG\n1. Làm B.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn An\n\
         PHỤ LỤC I\nPHÂN CÔNG NHIỆM VỤ\n(Kèm theo Kế hoạch số 15/KH-UBND ngày 05/01/2026)\n1. Ban A làm B.",
    );
    assert_eq!(imported.plan.signature.name, "Nguyễn Văn An");
    assert_eq!(imported.plan.appendices.len(), 1);
    assert_eq!(imported.plan.appendices[0].title, "PHÂN CÔNG NHIỆM VỤ");
    assert_eq!(imported.plan.appendices[0].text, "1. Ban A làm B.");
    assert_eq!(imported.leftover, ["(Kèm theo Kế hoạch số 15/KH-UBND ngày 05/01/2026)"]);
}

#[test]
fn parts_above_sections_are_kept_in_place() {
    let plan =
        text("KẾ HOẠCH\nVề việc A\n\nA. TÌNH HÌNH\nI. KẾT QUẢ\nTốt.\nB. NHIỆM VỤ\nI. MỤC TIÊU\nCao.").plan;
    assert_eq!(outline(&plan), ["A. TÌNH HÌNH", "# KẾT QUẢ", "Tốt.", "B. NHIỆM VỤ", "# MỤC TIÊU", "Cao."]);
}

#[test]
fn a_long_text_is_read_in_time_that_grows_with_its_length() {
    // Each tempts a reading to go over the same text again for every line or mark of it:
    // then it takes minutes.
    let temptations = [
        "; A. TÌNH HÌNH",
        "[bookmark: a]",
        "- A, - B",
        "dân ",
        "Căn cứ Luật; ",
        "I. A: b\n",
        "số\n12. a\n",
        "nhân\ndân\n",
    ];
    for line in temptations {
        let long = line.repeat(20_000);
        for start in ["Nơi nhận:\n", "Về A\n\nI. ", "Căn cứ "] {
            let begun = std::time::Instant::now();
            text(&format!("KẾ HOẠCH\n{start}{long}"));
            assert!(begun.elapsed().as_secs() < 20, "{start:?} {line:?}");
        }
    }
}

/// It was taken for a second line of place and date, and left over.
#[test]
fn a_law_with_its_day_is_a_basis() {
    for law in
        ["Căn cứ Luật Hộ tịch ngày 20 tháng 11 năm 2014;", "Căn cứ Luật Đất đai ngày 29 tháng 11 năm 2013"]
    {
        let plan = text(&format!(
            "UBND XÃ LƯƠNG MINH\nSố: 36/KH-UBND\nLương Minh, ngày 05 tháng 3 năm 2026\nKẾ HOẠCH\nCông tác hộ tịch\n\
             {law}\nThực hiện chỉ đạo của tỉnh, Ủy ban nhân dân xã ban hành Kế hoạch như sau:\nI. MỤC ĐÍCH\n1. Phục vụ."
        ))
        .plan;
        assert_eq!(plan.unplaced, "", "{law}");
        assert_eq!(plan.bases.iter().map(|basis| basis.text.as_str()).collect::<Vec<_>>(), [law]);
    }
}
