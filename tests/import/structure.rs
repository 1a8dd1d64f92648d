//! What stands in paragraphs: runs, tracked changes, fields, text boxes, notes, edges of pages.

use ke_hoach::import::{self, Imported};

use crate::word::{Word, p, paragraph, r, run, zip};

/// The opening of a plan whose opening this is.
fn opening(runs: &str) -> String {
    read(&paragraph("", runs)).plan.opening
}

fn read(body: &str) -> Imported {
    Word::new(&plan_around(body)).read()
}

fn plan_around(opening: &str) -> String {
    p("KẾ HOẠCH")
        + &p("thực hiện công tác dân vận")
        + opening
        + &p("I. NỘI DUNG")
        + &p("1. Tuyên truyền; vận động.")
}

#[test]
fn runs_make_one_text_whatever_cuts_them() {
    let runs = r("Thực hi")
        + &run("<w:b/>", "ện Nghị")
        + "<w:proofErr/>"
        + &r(" quyết số 27")
        + "<w:bookmarkStart/>"
        + "<w:r><w:noBreakHyphen/><w:t>NQ</w:t><w:softHyphen/><w:t>/TW,</w:t><w:tab/><w:t>ngày</w:t><w:cr/><w:t>9/11/2022</w:t></w:r>";
    assert_eq!(opening(&runs), "Thực hiện Nghị quyết số 27-NQ/TW, ngày 9/11/2022");
}

#[test]
fn what_is_shown_in_capitals_is_read_in_capitals() {
    let styles = "<w:style w:type=\"character\" w:styleId=\"Big\"><w:rPr><w:caps/></w:rPr></w:style>";
    let runs = run("<w:caps/>", "Theo")
        + &run("<w:caps w:val=\"0\"/>", " đề nghị")
        + &run("<w:rStyle w:val=\"Big\"/>", " của đảng ủy");
    let plan = Word::new(&plan_around(&paragraph("", &runs))).with("styles", "styles", styles).read().plan;
    assert_eq!(plan.opening, "THEO đề nghị CỦA ĐẢNG ỦY");
}

#[test]
fn tracked_changes_count_as_accepted() {
    let runs = r("Thực hiện ")
        + "<w:del w:id=\"1\"><w:r><w:delText>Quyết định</w:delText><w:t>Kết luận</w:t></w:r></w:del>"
        + "<w:ins w:id=\"2\"><w:r><w:t>Nghị quyết</w:t></w:r></w:ins>"
        + "<w:moveFrom w:id=\"3\"><w:r><w:t> của Đảng</w:t></w:r></w:moveFrom>"
        + &r(" số 27")
        + "<w:moveTo w:id=\"4\"><w:r><w:t> của Đảng</w:t></w:r></w:moveTo>";
    assert_eq!(opening(&runs), "Thực hiện Nghị quyết số 27 của Đảng");
}

#[test]
fn a_paragraph_whose_end_was_deleted_goes_on_in_the_next() {
    let first = paragraph("<w:rPr><w:del w:id=\"1\"/></w:rPr>", &r("Thực hiện Nghị quyết "));
    let imported = read(&(first + &p("Đại hội Đảng bộ xã.")));
    assert_eq!(imported.plan.opening, "Thực hiện Nghị quyết Đại hội Đảng bộ xã.");
}

#[test]
fn properties_before_a_change_do_not_count() {
    let change = "<w:rPrChange w:id=\"1\"><w:rPr><w:caps/><w:vanish/></w:rPr></w:rPrChange>";
    assert_eq!(opening(&run(change, "Theo đề nghị.")), "Theo đề nghị.");
}

#[test]
fn fields_show_their_results() {
    let field = |instruction: &str, result: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{result}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    let link = field(" HYPERLINK \"http://example.vn\" ", &(r("Nghị ") + &field("REF x", &r("quyết"))));
    let simple = format!("<w:fldSimple w:instr=\" DATE \">{}</w:fldSimple>", r("năm 2026"));
    let imported = read(&paragraph("", &(r("Theo ") + &link + &r(" số 5 ") + &simple + &r("."))));
    assert_eq!(imported.plan.opening, "Theo Nghị quyết số 5 năm 2026.");
    assert_eq!(imported.leftover, Vec::<String>::new());
}

#[test]
fn links_content_controls_and_tags_are_looked_into() {
    let runs = format!(
        "<w:hyperlink w:anchor=\"x\">{}</w:hyperlink><w:sdt><w:sdtPr><w:alias w:val=\"z\"/></w:sdtPr><w:sdtContent>{}\
         </w:sdtContent></w:sdt><w:smartTag><w:smartTagPr/>{}</w:smartTag>",
        r("Theo "),
        r("đề nghị "),
        r("của xã.")
    );
    assert_eq!(opening(&runs), "Theo đề nghị của xã.");
}

#[test]
fn a_text_box_is_read_once_in_the_form_that_has_text() {
    let text = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", p(text));
    let both = format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{}</wps:txbx></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><v:textbox>{}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
        text("Đề nghị các ban lưu ý."),
        text("Đề nghị các ban lưu ý.")
    );
    let old = format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wpc\"><w:drawing/></mc:Choice><mc:Fallback><w:pict>{}</w:pict>\
         </mc:Fallback></mc:AlternateContent></w:r>",
        text("Kèm theo biểu mẫu.")
    );
    assert_eq!(
        opening(&(r("Theo chỉ đạo.") + &both + &old)),
        "Theo chỉ đạo.\nĐề nghị các ban lưu ý.\nKèm theo biểu mẫu."
    );
}

#[test]
fn notes_stand_where_they_are_referred_to() {
    let runs = r("Theo Nghị quyết Đại hội")
        + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"
        + "<w:r><w:endnoteReference w:id=\"2\"/></w:r>"
        + &r(".");
    let note = |kind: &str, text: &str| {
        format!(
            "<w:{kind} w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>\
             <w:{kind} w:id=\"2\"><w:p><w:r><w:{kind}Ref/></w:r>{}</w:p></w:{kind}>",
            r(text)
        )
    };
    let plan = Word::new(&plan_around(&paragraph("", &runs)))
        .with("footnotes", "footnotes", &note("footnote", " Đại hội lần thứ II"))
        .with("endnotes", "endnotes", &note("endnote", " ngày 10/8/2025"))
        .read()
        .plan;
    assert_eq!(plan.opening, "Theo Nghị quyết Đại hội (Đại hội lần thứ II) (ngày 10/8/2025).");
}

#[test]
fn page_numbers_are_dropped_and_other_edges_are_left_over() {
    let page = "<w:fldSimple w:instr=\"PAGE\"><w:r><w:t>7</w:t></w:r></w:fldSimple>";
    let section = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"part2\"/>\
                   <w:footerReference w:type=\"default\" r:id=\"part3\"/></w:sectPr>";
    let header = paragraph("", &(r("Trang ") + page)) + &p("- 3 -");
    let word = Word::new(&(plan_around(&p("Theo đề nghị.")) + section)).with("header", "hdr", &header).with(
        "footer",
        "ftr",
        &p("Kế hoạch dân vận năm 2026"),
    );
    assert_eq!(word.read().leftover, ["Kế hoạch dân vận năm 2026"]);
}

#[test]
fn the_foot_of_the_first_page_is_the_address() {
    let section = "<w:sectPr><w:titlePg/><w:footerReference w:type=\"first\" r:id=\"part2\"/></w:sectPr>";
    let foot = p("Địa chỉ: Bản Minh Phương, xã Lương Minh") + &p("Điện thoại: 0203 123 456");
    let imported =
        Word::new(&(plan_around(&p("Theo đề nghị.")) + section)).with("footer", "ftr", &foot).read();
    assert_eq!(
        imported.plan.markings.address,
        "Địa chỉ: Bản Minh Phương, xã Lương Minh\nĐiện thoại: 0203 123 456"
    );
    assert_eq!(imported.leftover, Vec::<String>::new());
}

#[test]
fn hidden_text_is_left_over() {
    let imported = read(&paragraph("", &(r("Theo đề nghị.") + &run("<w:vanish/>", "bản nháp cũ"))));
    assert_eq!(
        (imported.plan.opening.as_str(), imported.leftover.as_slice()),
        ("Theo đề nghị.", &["bản nháp cũ".to_owned()][..])
    );
}

#[test]
fn signs_of_symbol_fonts_are_those_that_they_show() {
    let sign = |font: &str, code: &str| format!("<w:r><w:sym w:font=\"{font}\" w:char=\"{code}\"/></w:r>");
    let runs =
        r("Theo số hộ ") + &sign("Symbol", "F0B3") + &r(" 90 % ") + &sign("Wingdings", "F0FC") + &r(" đạt");
    assert_eq!(opening(&runs), "Theo số hộ ≥ 90 % ✓ đạt");
}

#[test]
fn strict_files_and_any_prefix_are_read() {
    let body = plan_around(&p("Theo đề nghị.")).replace("w:", "x:");
    let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    for document in [
        format!("<x:document xmlns:x=\"{strict}\"><x:body>{body}</x:body></x:document>"),
        format!("<document xmlns=\"{strict}\"><body>{}</body></document>", body.replace("x:", "")),
    ] {
        assert_eq!(Word::of_document(&document).read().plan.opening, "Theo đề nghị.");
    }
}

#[test]
fn parts_in_utf_16_and_under_other_names_are_read() {
    let word = Word::new(&plan_around(&p("Theo đề nghị &amp; kết luận &#272;&#x1EA3;ng.")));
    let mut parts = word.parts;
    for (name, content) in &mut parts {
        let text =
            String::from_utf8(content.clone()).unwrap().replace("word/document.xml", "/word/document2.xml");
        *content = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        *name = name.replace("word/document.xml", "Word\\Document2.xml");
    }
    let imported = import::docx(&zip(&parts)).unwrap();
    assert_eq!(imported.plan.opening, "Theo đề nghị & kết luận Đảng.");
}

#[test]
fn line_breaks_inside_a_paragraph_are_joined_but_do_not_swallow_marks() {
    let lines = [
        "Thực hiện Nghị quyết của Ban Chấp hành",
        "Đảng bộ xã về công tác dân vận:",
        "- Tuyên truyền;",
        "- Vận động.",
    ];
    let runs = lines.map(r).join("<w:r><w:br/></w:r>");
    let plan = Word::new(
        &(p("KẾ HOẠCH") + &p("thực hiện công tác dân vận") + &p("I. NỘI DUNG") + &paragraph("", &runs)),
    )
    .read()
    .plan;
    assert_eq!(
        crate::outline(&plan),
        ["I. NỘI DUNG", "Thực hiện Nghị quyết của Ban", "- Tuyên truyền;", "- Vận động."]
    );
    assert!(plan.sections[0].items[0].text.ends_with("Chấp hành Đảng bộ xã về công tác dân vận:"));
}

#[test]
fn bold_letters_tell_titles_from_sentences() {
    let bold = |text: &str| paragraph("", &run("<w:b/>", text));
    let body = p("KẾ HOẠCH")
        + &p("thực hiện công tác dân vận")
        + &bold("I. NỘI DUNG")
        + &bold(
            "1. Giám sát trực tiếp thông qua việc tham dự các cuộc họp, hội nghị và các hoạt động khác sau đây của xã:",
        )
        + &p("- Họp tổ bầu cử;")
        + &p("2. Phối hợp với các ban")
        + &p("- Cử đại diện tham gia.");
    assert_eq!(
        crate::outline(&Word::new(&body).read().plan)[1..],
        [
            "1. [Giám sát trực tiếp thông qua việc tham dự các cuộc họp, hội nghị và các hoạt động khác sau đây của xã:]",
            "- Họp tổ bầu cử;",
            "2. Phối hợp với các ban",
            "- Cử đại diện tham gia.",
        ]
    );
}
