use super::*;
use crate::import::lines::{Gap, Line};

fn read_lines(body: &str) -> Vec<Line> {
    let html = format!("<html xmlns=\"http://www.w3.org/1999/xhtml\"><head/><body>{body}</body></html>");
    source(&html, None).unwrap().lines
}

fn lines(body: &str) -> Vec<String> {
    read_lines(body).iter().map(|line| line.texts().join(" | ")).collect()
}

#[test]
fn white_space_is_collapsed_as_the_page_shows_it() {
    let html = "<p>\n  Thực hiện\n  <b> Nghị</b> <i>quyết</i>\tsố&#160;27&nbsp;-NQ<b> </b>\n của<span> </span>Đảng\n</p> ";
    assert_eq!(lines(html), ["Thực hiện Nghị quyết số 27 -NQ của Đảng"]);
    assert_eq!(lines("<p>nhân<b>dân</b><span/>xã</p>"), ["nhândânxã"], "elements are no spaces");
    let kept = "<p style=\"white-space:pre-wrap\">Nơi nhận:\t<span>TM. ỦY BAN</span></p>";
    assert_eq!(read_lines(kept)[0].cells, ["Nơi nhận:", "TM. ỦY BAN"]);
}

#[test]
fn blocks_part_paragraphs_and_so_do_line_breaks_outside_of_paragraphs() {
    let typed = ["I. NỘI DUNG", "1. Tuyên truyền", "2. Vận động"];
    for html in [
        typed.map(|line| format!("<div><span>{line}</span></div>")).concat(),
        format!("<div>{}<br/></div>", typed.join("<br/>")),
        format!("<div>{}</div>", typed.join("<br/><br/>")),
        format!("<pre>{}</pre>", typed.join("\r\n")),
        format!("<h2>{}</h2>{}<article>{}</article>", typed[0], typed[1], typed[2]),
        typed.map(|line| format!("<span style=\"display:block\">{line}</span>")).concat(),
    ] {
        let read = read_lines(&html);
        assert_eq!(read.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), typed, "{html}");
        assert!(read.iter().all(|line| !line.evidence.within), "{html}");
    }
}

#[test]
fn a_line_break_in_a_paragraph_is_within_it_and_two_part_it() {
    let read = read_lines("<p>Ban Chấp hành<br/>Đảng bộ xã<br/></p><p>Theo đề nghị<br/><br/>của các ban</p>");
    let within: Vec<(bool, Gap)> = read.iter().map(|line| (line.evidence.within, line.gap)).collect();
    assert_eq!(within, [(false, Gap::None), (true, Gap::None), (false, Gap::None), (false, Gap::Blank)]);
}

#[test]
fn empty_paragraphs_that_show_are_blank_lines() {
    for blank in ["<p>&nbsp;</p>", "<p><br/></p>", "<p><o:p>\u{a0}</o:p></p>", "<hr/>"] {
        assert_eq!(read_lines(&format!("<p>a</p>{blank}<p>b</p>"))[1].gap, Gap::Blank, "{blank}");
    }
    assert_eq!(read_lines("<p>a</p><p></p>\n<div> </div><p>b</p>")[1].gap, Gap::None);
}

#[test]
fn lists_have_the_marks_that_the_page_shows() {
    let html = "<ol type=\"I\" start=\"2\"><li><p>NỘI DUNG</p><p>Gồm có</p><ol><li>Tuyên truyền</li>\
                <li value=\"5\">Vận động<ul><li>Ở thôn<ul><li>Nhà dân</li></ul></li></ul></li></ol></li></ol>\
                <ol style=\"list-style-type: lower-alpha\"><li>Mở hội nghị</li><li style=\"list-style-type:'b) '\">Họp</li></ol>\
                <ul style=\"list-style-type:none\"><li>c) Phát tờ rơi</li></ul><li>Không danh sách</li>";
    let shown = [
        "II. NỘI DUNG",
        "Gồm có",
        "1. Tuyên truyền",
        "5. Vận động",
        "- Ở thôn",
        "+ Nhà dân",
        "a. Mở hội nghị",
        "b) Họp",
        "c) Phát tờ rơi",
        "- Không danh sách",
    ];
    assert_eq!(lines(html), shown);
}

#[test]
fn letters_are_bold_or_capitals_as_elements_and_styles_say() {
    let bold = |html: &str| read_lines(html)[0].evidence.bold;
    for html in [
        "<p><b>Mục</b></p>",
        "<h3>Mục</h3>",
        "<p style=\"font-weight:600\">Mục</p>",
        "<style>.x{font:bold 12pt Arial}</style><p class=\"x\">Mục</p>",
    ] {
        assert_eq!(bold(html), Some(true), "{html}");
    }
    for html in [
        "<b style=\"font-weight:normal;\"><p>Mục</p></b>",
        "<h3><span style=\"font-weight:400\">Mục</span></h3>",
        "<p>Mục</p>",
    ] {
        assert_eq!(bold(html), Some(false), "{html}");
    }
    let caps = "<p style=\"text-transform:uppercase\">Kế hoạch <i style=\"text-transform:none\">số</i></p>";
    assert_eq!(lines(caps), ["KẾ HOẠCH số"]);
}

#[test]
fn old_fonts_become_unicode_by_attribute_style_and_style_sheet() {
    for html in [
        "<p><font face=\".VnTime, serif\">NghÞ quyÕt</font></p>",
        "<p style='font-family:\".VnTime\",sans-serif'>NghÞ quyÕt</p>",
        "<style>p.MsoNormal, li.MsoNormal {font-family:\".VnTime\";}</style><p class=\"MsoNormal\"><span style=\"font-size:14.0pt\">NghÞ quyÕt</span></p>",
        "<p><span style='font-family:\"VNI-Times\"'>Nghò quy<b>eát</b></span></p>",
    ] {
        assert_eq!(lines(html), ["Nghị quyết"], "{html}");
    }
}

#[test]
fn what_is_not_shown_is_left_out() {
    let html = "<title>x</title><script>x</script><style>p { x }</style><!-- x -->\
                <p>Theo <del>đề nghị</del><ins>kết luận</ins><span style=\"display:none\">x</span>\
                <span style=\"mso-hide:all\">x</span><img alt=\"x\" src=\"x\"/><w:sdt><o:p> của Đảng</o:p></w:sdt>\
                <span class=\"MsoCommentReference\"><a class=\"msocomanchor\">[A1]</a></span></p>\
                <div style=\"mso-element:comment-list\"><p>x</p></div>";
    assert_eq!(lines(html), ["Theo kết luận của Đảng"]);
}

#[test]
fn signs_of_symbol_fonts_are_those_that_they_show() {
    let html = "<p>Đạt <span style=\"font-family:Symbol\">\u{b3}</span> 90 % <font face=\"Wingdings\">\u{fc}</font> \
                <font face=\"Wingdings\">đã xong</font></p>";
    assert_eq!(lines(html), ["Đạt ≥ 90 % ✓ đã xong"]);
}

/// The text of each cell with its column, merged cells as `^`.
fn grid(html: &str) -> Vec<Vec<String>> {
    let blocks = read(html).unwrap().0;
    let Some(Block::Table(rows)) = blocks.into_iter().find(|block| matches!(block, Block::Table(_))) else {
        return Vec::new();
    };
    let cell = |cell: &Cell| {
        let text = if cell.merged { "^".into() } else { plain_text(&cell.blocks) };
        format!("{}{text}", cell.column)
    };
    rows.iter().map(|row| row.iter().map(cell).collect()).collect()
}

#[test]
fn cells_over_columns_and_rows_keep_the_others_in_their_columns() {
    let html = "<table><caption>x</caption><colgroup><col/></colgroup><thead><tr><th rowspan=\"2\">TT</th>\
                <th colspan=\"2\">Ai</th><th rowspan=\"2\">Khi</th></tr><tr><th>A</th><th>B</th></tr></thead>\
                <tbody><tr><td>1</td><td>b</td><td rowspan=\"0\">c</td><td>d</td></tr><tr><td colspan=\"2\">e</td><td>f</td></tr>\
                <tr><td/></tr></tbody></table>";
    assert_eq!(
        grid(html),
        [
            vec!["0TT", "1Ai", "3Khi"],
            vec!["0^", "1A", "2B", "3^"],
            vec!["01", "1b", "2c", "3d"],
            vec!["0e", "2^", "3f"],
            vec!["0", "2^"],
        ]
    );
}

#[test]
fn a_table_in_a_cell_and_a_table_of_one_column_are_read() {
    let inner = "<table><tr><td>a</td><td>b</td></tr></table>";
    assert_eq!(
        lines(&format!("<table><tr><td>c{inner}d</td><td>e</td></tr></table>")),
        ["c", "a", "b", "d", "e"]
    );
    let frame = format!("<table><tr><td><p>x</p>{inner}</td></tr></table>");
    assert_eq!(grid(&frame), [["0a", "1b"]], "only the inner one is a table");
}

#[test]
fn notes_of_word_and_libreoffice_stand_where_they_are_referred_to() {
    let word = "<p>Theo Nghị quyết<a style='mso-footnote-id:ftn1' href=\"#_ftn1\" name=\"_ftnref1\"><sup>[1]</sup></a>.</p>\
                <div style=\"mso-element:footnote-list\"><hr/><div style=\"mso-element:footnote\" id=\"ftn1\">\
                <p><a href=\"#_ftnref1\" name=\"_ftn1\">[1]</a> Đại hội <b>II</b></p></div></div>";
    let office = "<p>Theo Nghị quyết<a class=\"sdfootnoteanc\" name=\"sdfootnote1anc\" href=\"#sdfootnote1sym\"><sup>1</sup></a>.</p>\
                  <div id=\"sdfootnote1\"><p><a class=\"sdfootnotesym\" name=\"sdfootnote1sym\" href=\"#sdfootnote1anc\">1</a>Đại hội II</p></div>";
    for html in [word, office] {
        assert_eq!(lines(html), ["Theo Nghị quyết (Đại hội II)."]);
    }
    let alone = word.replace("#_ftn1\"", "#\"");
    let source = source(&alone, None).unwrap();
    assert_eq!(source.lines[0].text, "Theo Nghị quyết[1].");
    assert_eq!(source.taken_out, ["Đại hội II"], "a note without a reference is not lost");
}

#[test]
fn what_cannot_be_read_is_refused_in_a_sentence() {
    let refused = |html: &str| source(html, None).unwrap_err();
    assert_eq!(refused("<p>a<b></p>"), ReadError::Unparsed);
    assert_eq!(refused(&format!("{}a{}", "<div>".repeat(300), "</div>".repeat(300))), ReadError::Unparsed);
    assert_eq!(refused("<p><img src=\"x\"/> </p>"), ReadError::NothingThere);
    assert_eq!(refused(&format!("<p>{}</p>", "a ".repeat(600_000))), ReadError::TooMuch);
    assert_eq!(refused(&"<p>a</p>".repeat(40_000)), ReadError::TooMuch);
    assert_eq!(refused(&"<br/>".repeat(40_000)), ReadError::TooMuch);
    let cells = "<tr><td rowspan=\"1000\">a</td></tr>".repeat(1_000);
    assert_eq!(refused(&format!("<table>{cells}</table>")), ReadError::TooMuch);
}
