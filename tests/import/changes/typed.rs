//! A plan typed as many are: a header of tabs, numbers of its own, letters here and there.

use super::{line, report};
use crate::word::{Word, p, paragraph, run, table};

const PLAIN: &str = "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\"/><w:sz w:val=\"28\"/>";

fn text(words: &str) -> String {
    paragraph(
        "<w:spacing w:before=\"120\"/><w:ind w:firstLine=\"720\"/><w:jc w:val=\"both\"/>",
        &run(PLAIN, words),
    )
}

#[test]
fn a_plan_that_was_typed_with_tabs_is_told_part_by_part() {
    let tab = "<w:r><w:tab/></w:r>";
    let head = [
        paragraph(
            "",
            &(run(&format!("{PLAIN}<w:b/>"), "UBND XÃ TAM HỢP")
                + tab
                + &run(&format!("{PLAIN}<w:b/>"), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
        ),
        paragraph(
            "",
            &(run(PLAIN, "Số: 15/KH-UBND")
                + tab
                + &run(&format!("{PLAIN}<w:b/><w:u w:val=\"single\"/>"), "Độc lập – Tự do – Hạnh phúc")),
        ),
        paragraph(
            "<w:jc w:val=\"right\"/>",
            &run(&format!("{PLAIN}<w:i/>"), "Tam Hợp, ngày 5 tháng 1 năm 2026"),
        ),
        paragraph("<w:jc w:val=\"center\"/>", &run(&format!("{PLAIN}<w:b/>"), "Kế hoạch")),
        paragraph(
            "<w:jc w:val=\"center\"/>",
            &run(&format!("{PLAIN}<w:b/>"), "V/v thực hiện công tác giảm nghèo năm 2026"),
        ),
        paragraph("<w:jc w:val=\"center\"/>", &run(PLAIN, "-------")),
    ];
    let body = [
        "Căn cứ Luật Tổ chức chính quyền địa phương.",
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân huyện.",
        "Ủy ban nhân dân xã ban hành kế hoạch như sau:",
        "I/ MỤC ĐÍCH",
        "1) Mục đích",
        "Nâng cao nhận thức của nhân dân về công tác giảm nghèo.",
        "2) Yêu cầu",
        "Việc triển khai phải kịp thời, đúng đối tượng",
        "II/ NỘI DUNG",
        "1) Công tác tuyên truyền",
        "* Tuyên truyền trên loa của thôn.",
        "* Tuyên truyền qua hội nghị.",
        "III/ TỔ CHỨC THỰC HIỆN",
        "1) Văn phòng: chủ trì, phối hợp với các thôn tổ chức thực hiện.",
        "Trên đây là kế hoạch thực hiện công tác giảm nghèo năm 2026.",
    ]
    .map(text);
    let signing = table(&[&[
        &[p("Nơi nhận"), p("- Như trên"), p("- Lưu VP")].concat(),
        &[p("TM. ỦY BAN NHÂN DÂN"), p("CHỦ TỊCH"), p(""), p("Nguyễn Hữu Lộc")].concat(),
    ]]);
    let section = "<w:sectPr><w:pgSz w:w=\"12240\" w:h=\"15840\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1417\"/></w:sectPr>";
    let told: Vec<String> =
        report(&Word::new(&[head.concat(), body.concat(), signing, section.into()].concat()).bytes(), None)
            .iter()
            .map(line)
            .collect();
    let expected = std::fs::read_to_string("tests/import/changes/typed.txt").unwrap();
    assert_eq!(told, expected.lines().collect::<Vec<_>>());
}
