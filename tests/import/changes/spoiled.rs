//! A file of ours with one thing spoiled: the report names just that.

use ke_hoach::document::typeset;
use ke_hoach::export::{self, DocxOptions};
use ke_hoach::plan::{
    Basis, IssueDate, Issuer, Item, Level, Plan, Recipient, Section, SectionRole, Signature,
};

use super::{line, report};
use crate::own::unzip;
use crate::word::zip;

fn item(level: Level, title: &str, text: &str) -> Item {
    Item { level, title: title.into(), text: text.into(), ..Item::default() }
}

const LONG: &str = "Tuyên truyền, vận động đoàn viên, hội viên và các tầng lớp nhân dân trên địa bàn xã hưởng ứng \
                    phong trào thi đua; kịp thời biểu dương gương người tốt, việc tốt.";

fn plan() -> Plan {
    let basis = |text: &str| Basis { text: text.into(), ..Basis::default() };
    let section = |title: &str, items| Section {
        title: title.into(),
        items,
        role: SectionRole::Content,
        ..Section::default()
    };
    let mut plan = Plan {
        issuer: Issuer { issuing: "ỦY BAN NHÂN DÂN\nXÃ LƯƠNG MINH".into(), ..Issuer::default() },
        number: "12".into(),
        symbol: "KH-UBND".into(),
        place: "Lương Minh".into(),
        date: IssueDate { day: Some(21), month: Some(11), year: Some(2026), ..IssueDate::default() },
        subject: "Tổ chức phong trào thi đua năm 2027".into(),
        bases: vec![
            basis("Căn cứ Luật Thi đua, khen thưởng"),
            basis("Căn cứ Kế hoạch số 30/KH-UBND của Ủy ban nhân dân tỉnh"),
        ],
        opening: "Ủy ban nhân dân xã ban hành Kế hoạch như sau:".into(),
        sections: vec![
            section(
                "MỤC ĐÍCH, YÊU CẦU",
                vec![
                    item(Level::Clause, "Mục đích", LONG),
                    item(Level::Clause, "Yêu cầu", "Bảo đảm thiết thực, hiệu quả."),
                ],
            ),
            section("NỘI DUNG", vec![item(Level::Clause, "Tuyên truyền", ""), item(Level::Dash, "", LONG)]),
        ],
        closing: "Trên đây là Kế hoạch tổ chức phong trào thi đua năm 2027".into(),
        recipients: vec![Recipient {
            name: "Các thôn".into(),
            note: "để thực hiện".into(),
            ..Recipient::default()
        }],
        retention: "Lưu: VT".into(),
        signature: Signature {
            authority: "TM. ỦY BAN NHÂN DÂN".into(),
            title: "CHỦ TỊCH".into(),
            name: "Nguyễn Hữu Lộc".into(),
            ..Signature::default()
        },
        ..Plan::default()
    };
    plan.repair_rows();
    plan
}

/// What the report says, without clause, of a file in which this is that in a part.
fn told(part: &str, from: &str, to: &str) -> Vec<String> {
    let plan = plan();
    let mut parts = unzip(&export::docx(&typeset(&plan), &DocxOptions::default()).unwrap());
    let (_, content) = parts.iter_mut().find(|(name, _)| name == part).unwrap();
    let text = String::from_utf8(content.clone()).unwrap();
    let spoiled = text.replace(from, to);
    assert!(spoiled != text, "{from} is not in {part}");
    *content = spoiled.into_bytes();
    let told = report(&zip(&parts), Some(&plan));
    told.iter().map(line).collect()
}

/// The paragraphs of a style with something in them put otherwise.
fn styled(style: &str, from: &str, to: &str) -> Vec<String> {
    let plan = plan();
    let mut parts = unzip(&export::docx(&typeset(&plan), &DocxOptions::default()).unwrap());
    let (_, content) = parts.iter_mut().find(|(name, _)| name == "word/document.xml").unwrap();
    let text = String::from_utf8(content.clone()).unwrap();
    let mark = format!("<w:pStyle w:val=\"{style}\"/>");
    let spoiled: Vec<String> = text
        .split_inclusive("</w:p>")
        .map(
            |paragraph| {
                if paragraph.contains(&mark) { paragraph.replace(from, to) } else { paragraph.to_owned() }
            },
        )
        .collect();
    let spoiled = spoiled.concat();
    assert!(spoiled != text, "{from} is not in {style}");
    *content = spoiled.into_bytes();
    let told = report(&zip(&parts), Some(&plan));
    told.iter().map(line).collect()
}

const DOCUMENT: &str = "word/document.xml";

#[test]
fn nothing_spoiled_is_nothing_told() {
    let plan = plan();
    let bytes = export::docx(&typeset(&plan), &DocxOptions::default()).unwrap();
    assert_eq!(report(&bytes, Some(&plan)), []);
    assert_eq!(report(&bytes, None), [], "and what was read is what was printed");
}

#[test]
fn paper_and_margins() {
    assert_eq!(
        told(DOCUMENT, "w:left=\"1701\"", "w:left=\"1417\""),
        ["Lề trang | lề trái | 25 mm → 30 mm | 1 | trình bày"]
    );
    assert_eq!(
        told(DOCUMENT, "w:top=\"1134\"", "w:top=\"1417\""),
        ["Lề trang | lề trên | 25 mm → 20 mm | 1 | trình bày"]
    );
    assert_eq!(
        told(DOCUMENT, "w:w=\"11906\" w:h=\"16838\"", "w:w=\"12240\" w:h=\"15840\""),
        ["Khổ giấy | khổ giấy | Letter → A4 | 1 | trình bày"]
    );
}

#[test]
fn page_numbers() {
    let part = "word/header2.xml";
    assert_eq!(told(part, " PAGE ", " DATE "), ["Số trang | số trang |  → có, từ trang 2 | 1 | trình bày"]);
    assert_eq!(
        told(part, "<w:jc w:val=\"center\"/>", "<w:jc w:val=\"right\"/>"),
        ["Số trang | vị trí | bên phải lề trên → giữa lề trên | 1 | trình bày"]
    );
    assert_eq!(
        told(part, "<w:sz w:val=\"28\"/>", "<w:sz w:val=\"24\"/>"),
        ["Số trang | cỡ chữ | 12 → 14 | 1 | trình bày"]
    );
    assert_eq!(
        told(DOCUMENT, "<w:titlePg/>", ""),
        ["Số trang | trang đầu | có số → không có số | 1 | trình bày"]
    );
}

#[test]
fn letters() {
    assert_eq!(
        styled("TrichYeu", "w:sz w:val=\"28\"", "w:sz w:val=\"26\""),
        ["Trích yếu | cỡ chữ | 13 → 14 | 1 | trình bày"]
    );
    assert_eq!(
        styled("TenLoai", "<w:b/>", "<w:b w:val=\"0\"/>"),
        ["Tên loại | chữ đậm | không đậm → đậm | 1 | trình bày"]
    );
    assert_eq!(
        styled("CanCu", "<w:i/>", "<w:i w:val=\"0\"/>"),
        ["Căn cứ | chữ nghiêng | đứng → nghiêng | 2 | trình bày"]
    );
    assert_eq!(
        styled("HoTen", "w:hAnsi=\"Times New Roman\"", "w:hAnsi=\"Arial\""),
        ["Họ và tên | phông chữ | Arial → Times New Roman | 1 | trình bày"]
    );
    assert_eq!(
        styled(
            "QuocHieu",
            "<w:color w:val=\"000000\"/>",
            "<w:color w:val=\"000000\"/><w:u w:val=\"single\"/>"
        ),
        ["Quốc hiệu, tiêu đề | gạch chân | gạch chân → không gạch chân | 1 | trình bày"]
    );
    assert_eq!(
        styled("Heading1", "MỤC ĐÍCH", "Mục đích"),
        ["Tên mục | chữ hoa, chữ thường | «I. Mục đích, YÊU CẦU» → «I. MỤC ĐÍCH, YÊU CẦU» | 1 | trình bày"]
    );
}

#[test]
fn paragraphs() {
    assert_eq!(
        styled("NoiDung", "<w:jc w:val=\"both\"/>", "<w:jc w:val=\"left\"/>"),
        ["Nội dung | căn lề | căn trái → căn đều hai bên | 1 | trình bày"]
    );
    assert_eq!(
        styled("TrichYeu", "<w:jc w:val=\"center\"/>", "<w:jc w:val=\"left\"/>"),
        ["Trích yếu | căn lề | căn trái → căn giữa | 1 | trình bày"]
    );
    assert_eq!(
        styled("GachDauDong", "w:firstLine=\"720\"", "w:firstLine=\"0\""),
        ["Nội dung | lùi đầu dòng | 0 mm → 12,7 mm | 1 | trình bày"]
    );
    assert_eq!(
        styled("GachDauDong", "w:left=\"0\"", "w:left=\"567\""),
        [
            "Nội dung | lùi đầu dòng | 22,7 mm → 12,7 mm | 1 | trình bày",
            "Nội dung | lùi cả đoạn | 10 mm → 0 mm | 1 | trình bày"
        ]
    );
    assert_eq!(
        styled("CanCu", "w:before=\"120\"", "w:before=\"0\""),
        ["Căn cứ | cách đoạn | 0 pt → 6 pt | 2 | trình bày"]
    );
    assert_eq!(
        styled("NoiDung", "w:line=\"240\"", "w:line=\"312\""),
        ["Nội dung | cách dòng | 1,3 dòng → đơn | 2 | trình bày"]
    );
}

#[test]
fn lines_that_are_drawn() {
    let plan = plan();
    let mut parts = unzip(&export::docx(&typeset(&plan), &DocxOptions::default()).unwrap());
    let (_, content) = parts.iter_mut().find(|(name, _)| name == DOCUMENT).unwrap();
    let text = String::from_utf8(content.clone()).unwrap();
    *content = text
        .replace("prst=\"line\"", "prst=\"rect\"")
        .replace("<v:line", "<v:rect")
        .replace("</v:line", "</v:rect")
        .into_bytes();
    let told: Vec<String> = report(&zip(&parts), Some(&plan))
        .iter()
        .map(|change| format!("{} | {} | {} → {}", change.part, change.what, change.before, change.after))
        .collect();
    let missing = ["Cơ quan ban hành", "Tiêu ngữ", "Trích yếu"]
        .map(|part| format!("{part} | dưới dòng chữ |  → nét kẻ"));
    assert_eq!(told, missing);
}

#[test]
fn numbers_and_marks() {
    assert_eq!(
        told(DOCUMENT, "1.\u{a0}Mục đích", "1)\u{a0}Mục đích"),
        ["Tên khoản, điểm | số thứ tự | «1) Mục đích» → «1. Mục đích» | 1 | chữ"]
    );
    assert_eq!(
        told(DOCUMENT, "II.\u{a0}NỘI", "III.\u{a0}NỘI"),
        ["Tên mục | số thứ tự | «III. NỘI DUNG» → «II. NỘI DUNG» | 1 | chữ"]
    );
    assert_eq!(
        told(DOCUMENT, "2027./.", "2027"),
        ["Nội dung | dấu cuối | «… đua năm 2027» → «… đua năm 2027./.» | 1 | chữ"]
    );
    assert_eq!(
        told(DOCUMENT, "khen thưởng;", "khen thưởng."),
        ["Căn cứ | dấu cuối | «… đua, khen thưởng.» → «… đua, khen thưởng;» | 1 | chữ"]
    );
    assert_eq!(
        told(DOCUMENT, "-\u{a0}Tuyên", "+\u{a0}Tuyên"),
        ["Nội dung | số thứ tự | «+ Tuyên truyền, vận …» → «- Tuyên truyền, vận …» | 1 | chữ"]
    );
}

#[test]
fn words() {
    assert_eq!(
        told(DOCUMENT, "CỘNG HÒA", "CỘNG HOÀ"),
        ["Quốc hiệu, tiêu đề | sửa chữ | «CỘNG HOÀ XÃ HỘI CHỦ …» → «CỘNG HÒA XÃ HỘI CHỦ …» | 1 | chữ"]
    );
    assert_eq!(
        told(DOCUMENT, "Căn cứ Luật", "Luật"),
        ["Căn cứ | thêm chữ | «Luật Thi đua …» → «Căn cứ Luật Thi đua …» | 1 | chữ"]
    );
    assert_eq!(
        told(DOCUMENT, "gương người tốt, ", ""),
        [
            "Nội dung | thêm chữ | «… thời biểu dương việc tốt.» → «… thời biểu dương gương người tốt, việc tốt.» | 2 | chữ"
        ]
    );
}
