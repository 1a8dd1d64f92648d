//! Automatic numbers stand in the text as they stand on the page.

use crate::outline;
use crate::word::{Word, p, paragraph, r};

fn level(i: usize, format: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{i}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>"
    )
}

fn kind(id: usize, levels: &[String]) -> String {
    format!("<w:abstractNum w:abstractNumId=\"{id}\">{}</w:abstractNum>", levels.concat())
}

fn list(id: usize, kind: usize, more: &str) -> String {
    format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{kind}\"/>{more}</w:num>")
}

/// A paragraph in a list.
fn n(list: usize, level: usize, text: &str) -> String {
    let place = format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");
    paragraph(&place, &r(text))
}

#[test]
fn sections_clauses_points_and_dashes_of_one_list_become_the_outline() {
    let levels = [
        level(0, "upperRoman", "%1.", ""),
        level(1, "decimal", "%2.", ""),
        level(2, "decimal", "%2.%3.", ""),
        level(3, "lowerLetter", "%4)", ""),
        level(4, "bullet", "\u{f0b7}", ""),
    ];
    let body = [
        p("KẾ HOẠCH"),
        p("thực hiện công tác dân vận năm 2026"),
        n(1, 0, "MỤC ĐÍCH"),
        n(1, 1, "Nâng cao nhận thức của cán bộ, đảng viên; tạo sự thống nhất."),
        n(1, 1, "Bảo đảm thiết thực, hiệu quả; tránh hình thức."),
        n(1, 0, "NỘI DUNG"),
        n(1, 1, "Công tác tuyên truyền"),
        n(1, 2, "Tuyên truyền miệng"),
        n(1, 3, "Mở hội nghị; phát tài liệu."),
        n(1, 3, "Nói chuyện chuyên đề; sinh hoạt chi bộ;"),
        n(1, 4, "Mỗi quý một lần; có báo cáo."),
        n(1, 2, "Trên loa truyền thanh"),
        n(1, 3, "Phát hằng ngày; đổi tin."),
    ];
    let plan = Word::new(&body.concat())
        .with("numbering", "numbering", &(kind(0, &levels) + &list(1, 0, "")))
        .read()
        .plan;
    assert_eq!(
        outline(&plan),
        [
            "I. MỤC ĐÍCH",
            "1. Nâng cao nhận thức của cán",
            "2. Bảo đảm thiết thực, hiệu quả;",
            "II. NỘI DUNG",
            "1. [Công tác tuyên truyền]",
            "1.1. [Tuyên truyền miệng]",
            "a) Mở hội nghị; phát tài liệu.",
            "b) Nói chuyện chuyên đề; sinh hoạt",
            "- Mỗi quý một lần; có báo",
            "1.2. [Trên loa truyền thanh]",
            "a) Phát hằng ngày; đổi tin.",
        ]
    );
}

/// The paragraphs of the body; marks for which the plan has no level stay in their text.
fn body(numbering: &str, styles: &str, paragraphs: &[String]) -> Vec<String> {
    let text = p("KẾ HOẠCH") + &p("thực hiện công tác dân vận") + &p("I. NỘI DUNG") + &paragraphs.concat();
    let plan = Word::new(&text)
        .with("numbering", "numbering", numbering)
        .with("styles", "styles", styles)
        .read()
        .plan;
    plan.sections[0].items.iter().flat_map(|item| item.text.lines().map(str::to_owned)).collect()
}

#[test]
fn numbers_are_written_in_the_format_of_their_level() {
    for (format, second) in [
        ("decimal", "2"),
        ("upperRoman", "II"),
        ("lowerRoman", "ii"),
        ("upperLetter", "B"),
        ("lowerLetter", "b"),
        ("decimalZero", "02"),
    ] {
        let levels = [level(0, format, "Bước %1 là", "")];
        let numbering = kind(0, &levels) + &list(7, 0, "");
        let read = body(&numbering, "", &[n(7, 0, "thống nhất."), n(7, 0, "tổng kết.")]);
        assert_eq!(read[1], format!("Bước {second} là tổng kết."));
    }
}

#[test]
fn outer_levels_count_on_and_inner_ones_begin_again() {
    let levels = [
        level(0, "decimal", "%1.", ""),
        level(1, "decimal", "%1.%2.", ""),
        level(2, "decimal", "%1.%2.%3.", ""),
    ];
    let numbering = kind(0, &levels) + &list(1, 0, "");
    let deep = |text: &str| n(1, 2, text);
    let read = body(
        &numbering,
        "",
        &[n(1, 0, "Một"), n(1, 1, "Hai"), deep("Ba."), deep("Bốn."), n(1, 1, "Năm"), deep("Sáu.")],
    );
    let deepest: Vec<&String> = read.iter().filter(|line| line.matches('.').count() > 3).collect();
    assert_eq!(deepest, ["1.1.1. Ba.", "1.1.2. Bốn.", "1.2.1. Sáu."]);
}

#[test]
fn a_list_that_begins_anew_and_one_that_counts_on_are_told_apart() {
    let levels = [level(0, "decimal", "Bước %1 là", "")];
    let restart = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>";
    let numbering = kind(0, &levels) + &list(1, 0, "") + &list(2, 0, "") + &list(3, 0, restart);
    let read = body(&numbering, "", &[n(1, 0, "a."), n(2, 0, "b."), n(3, 0, "c."), n(3, 0, "d.")]);
    assert_eq!(read, ["Bước 1 là a.", "Bước 2 là b.", "Bước 5 là c.", "Bước 6 là d."]);
}

#[test]
fn a_style_puts_its_paragraphs_into_a_list() {
    let levels = [
        level(0, "decimal", "Phần %1 là", "<w:pStyle w:val=\"Outer\"/>"),
        level(1, "decimal", "Bước %1.%2 là", "<w:pStyle w:val=\"Inner\"/>"),
    ];
    let numbering = kind(0, &levels) + &list(4, 0, "");
    let number = "<w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr></w:pPr>";
    let styles = format!(
        "<w:style w:type=\"paragraph\" w:styleId=\"Outer\">{number}</w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Inner\"><w:basedOn w:val=\"Other\"/>{number}</w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Below\"><w:basedOn w:val=\"Inner\"/></w:style>"
    );
    let styled = |style: &str, text: &str| paragraph(&format!("<w:pStyle w:val=\"{style}\"/>"), &r(text));
    let unnumbered =
        paragraph("<w:pStyle w:val=\"Outer\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>", &r("Hết."));
    let read = body(
        &numbering,
        &styles,
        &[styled("Outer", "a."), styled("Inner", "b."), styled("Below", "c."), unnumbered],
    );
    assert_eq!(read, ["Phần 1 là a.", "Bước 1.1 là b.", "Bước 1.2 là c.", "Hết."]);
}
