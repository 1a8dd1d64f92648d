//! What stands in a Word file.

mod any;
mod build;
mod edges;
mod frames;
mod parse;
mod plans;
mod read;

use super::xml::{Element, Node, allowed};
use super::*;
use crate::document::{
    Block, Cell, PageSetup, Paragraph, Role, Row, Rule, Run, Section, Table, TableKind, typeset,
};
use crate::format::{FormatKey, HalfPt, LineRule, Twips};
use crate::plan::Plan;
use build::*;
use read::*;

#[test]
fn the_same_document_gives_the_same_bytes_and_the_types_come_first() {
    let document =
        document(vec![section(vec![Block::Paragraph(ruled("a")), Block::Table(table(TableKind::Tasks))])]);
    let options = DocxOptions { draft: Some("{}".into()), created: Some("2026-11-21T08:00:00Z".into()) };
    let first = docx(&document, &options).unwrap();
    assert_eq!(first, docx(&document, &options).unwrap());
    assert_eq!(&first[30..49], b"[Content_Types].xml");
}

#[test]
fn a_package_holds_only_what_a_document_needs() {
    let parts = parts(&paragraphs(vec![paragraph("a")]));
    let names: Vec<&str> = parts.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/header1.xml",
            "word/header2.xml",
            "word/settings.xml",
            "word/styles.xml",
        ]
    );
    parts.values().for_each(|part| assert_well_formed(part));
}

#[test]
fn spaces_marks_tabs_and_line_breaks_arrive_in_word() {
    let text = "  đầu\u{A0}<&>\"' \tgiữa\u{B}dòng\nmới\r\nnữa \u{A0}";
    let xml = word(&paragraphs(vec![paragraph(text)]));
    assert_eq!(read_text(&xml), "  đầu\u{A0}<&>\"' \tgiữa\ndòng\nmới\nnữa \u{A0}¶");
}

#[test]
fn what_xml_forbids_is_left_out() {
    let xml = word(&paragraphs(vec![paragraph("a\u{0}b\u{C}c\u{1F}d\u{FFFE}e\u{FFFF}f\u{1F600}")]));
    assert_eq!(read_text(&xml), "abcdef\u{1F600}¶");
}

#[test]
fn every_run_names_its_font_size_and_look_in_full() {
    let bold = Run { bold: true, ..run("đậm") };
    let slanted = Run { italic: true, underline: true, size: HalfPt(23), ..run("nghiêng") };
    let xml = word(&paragraphs(vec![Paragraph { runs: vec![bold, slanted], ..paragraph("") }]));
    let root = Element::parse(&xml).unwrap();
    let looks = all(&root, "w:r").into_iter().map(|run| run.child("w:rPr").unwrap()).collect::<Vec<_>>();
    for look in &looks {
        assert_times_new_roman(look);
        assert_eq!(look.child("w:color").unwrap().attribute("w:val"), Some("000000"));
    }
    let has = |i: usize, name: &str| looks[i].child(name).is_some();
    assert_eq!([has(0, "w:b"), has(0, "w:i"), has(0, "w:u")], [true, false, false]);
    assert_eq!([has(1, "w:b"), has(1, "w:i"), has(1, "w:u")], [false, true, true]);
    let size = |name: &str| looks[1].child(name).unwrap().attribute("w:val");
    assert_eq!((size("w:sz"), size("w:szCs")), (Some("23"), Some("23")));
}

#[test]
fn a_paragraph_keeps_all_its_measures() {
    let xml = word(&paragraphs(vec![Paragraph {
        indent_left: Twips(100),
        indent_right: Twips(200),
        first_line: Twips(-50),
        before: Twips(120),
        after: Twips(60),
        line: LineRule::Exactly(Twips(360)),
        keep_next: true,
        keep_lines: true,
        ..paragraph("a")
    }]));
    assert!(xml.contains(concat!(
        "<w:pStyle w:val=\"NoiDung\"/><w:keepNext/><w:keepLines/><w:widowControl w:val=\"1\"/>",
        "<w:spacing w:before=\"120\" w:after=\"60\" w:line=\"360\" w:lineRule=\"exact\"/>",
        "<w:ind w:left=\"100\" w:right=\"200\" w:hanging=\"50\"/><w:jc w:val=\"both\"/>",
    )));
}

#[test]
fn line_spacing_is_counted_in_single_lines() {
    let xml = word(&paragraphs(vec![Paragraph { line: LineRule::Multiple(150), ..paragraph("a") }]));
    assert!(xml.contains("w:line=\"360\" w:lineRule=\"auto\""));
}

#[test]
fn a_rule_is_a_shape_of_its_length_in_the_room_below_the_text() {
    let xml = word(&paragraphs(vec![paragraph("trước"), ruled("chữ"), paragraph("sau")]));
    let root = Element::parse(&xml).unwrap();
    let all_paragraphs = all(&root, "w:p");
    let drawing = all(all_paragraphs[2], "w:drawing");
    assert_eq!((all_paragraphs.len(), drawing.len()), (4, 1));
    assert_eq!(all(drawing[0], "wp:extent")[0].attribute("cx"), Some("1270000"));
    assert_eq!(all(drawing[0], "wp:posOffset")[0].children, [Node::Raw("25400".into())]);
    let spacing = |i: usize| {
        let spacing = all(all_paragraphs[i], "w:spacing")[0];
        ["w:before", "w:after", "w:line", "w:lineRule"].map(|name| spacing.attribute(name).unwrap())
    };
    assert_eq!(spacing(1), ["0", "0", "240", "auto"]);
    assert_eq!(spacing(2), ["0", "0", "120", "exact"]);
    assert_eq!(all(all_paragraphs[1], "w:keepNext").len(), 1);
}

#[test]
fn rules_are_numbered_and_placed_between_uneven_indents() {
    let uneven = Paragraph { indent_left: Twips(1355), ..ruled("lệch") };
    let xml = word(&paragraphs(vec![ruled("giữa"), uneven]));
    let root = Element::parse(&xml).unwrap();
    let ids: Vec<_> = all(&root, "wp:docPr").iter().map(|shape| shape.attribute("id")).collect();
    assert_eq!(ids, [Some("1"), Some("2")]);
    let across: Vec<_> =
        all(&root, "wp:positionH").iter().map(|place| &place.elements().next().unwrap().children).collect();
    // 11906 - 1701 - 850 = 9355 between the margins, 8000 behind the indent, 2000 of rule: 1355 + 3000.
    assert_eq!(*across[0], [Node::Raw("center".into())]);
    assert_eq!(*across[1], [Node::Raw((4355 * 635).to_string().into())]);
}

#[test]
fn widths_of_a_table_agree_everywhere() {
    let xml = word(&document(vec![section(vec![Block::Table(table(TableKind::Tasks))])]));
    let root = Element::parse(&xml).unwrap();
    let widths =
        |name: &str| all(&root, name).iter().map(|e| e.attribute("w:w").unwrap()).collect::<Vec<_>>();
    assert_eq!(widths("w:tblW"), ["9355"]);
    assert_eq!(widths("w:gridCol"), ["3000", "6355"]);
    assert_eq!(widths("w:tcW"), ["3000", "6355", "3000", "6355"]);
    let margins = all(&root, "w:tblCellMar")[0];
    for (side, width) in [("w:left", "57"), ("w:right", "57"), ("w:top", "0"), ("w:bottom", "0")] {
        assert_eq!(margins.child(side).unwrap().attribute("w:w"), Some(width));
    }
    assert_eq!(all(&root, "w:tblLayout")[0].attribute("w:type"), Some("fixed"));
}

#[test]
fn only_tables_with_something_in_them_have_borders() {
    for (kind, border) in [
        (TableKind::Tasks, ("single", "4")),
        (TableKind::Content, ("single", "4")),
        (TableKind::Header, ("nil", "0")),
        (TableKind::Signing, ("nil", "0")),
    ] {
        let xml = word(&document(vec![section(vec![Block::Table(table(kind))])]));
        let root = Element::parse(&xml).unwrap();
        let borders = all(&root, "w:tblBorders")[0];
        assert_eq!(borders.elements().count(), 6);
        for side in borders.elements() {
            let is = (side.attribute("w:val").unwrap(), side.attribute("w:sz").unwrap());
            assert_eq!(is, border, "{kind:?}");
        }
    }
}

#[test]
fn cells_take_several_columns_and_go_on_below() {
    let cell = |text: &str, span, merged| Cell {
        paragraphs: if text.is_empty() { vec![] } else { vec![paragraph(text)] },
        span,
        merged,
    };
    let row = |cells| Row { cells, header: false };
    let rows = vec![
        row(vec![cell("a", 1, false), cell("b", 2, false)]),
        row(vec![cell("", 1, true), cell("c", 1, false), cell("d", 1, false)]),
        row(vec![cell("e", 1, false)]),
    ];
    let columns = [1000, 2000, 3000].map(Twips).into();
    let xml = word(&document(vec![section(vec![Block::Table(Table {
        rows,
        columns,
        ..table(TableKind::Content)
    })])]));
    let root = Element::parse(&xml).unwrap();
    let said = |cell: &&Element| {
        let properties = cell.child("w:tcPr").unwrap().elements().map(|e| {
            let value = e.attribute("w:w").or(e.attribute("w:val"));
            format!("{}={}", e.name, value.unwrap_or_default())
        });
        properties.collect::<Vec<_>>().join(" ")
    };
    let cells: Vec<String> = all(&root, "w:tc").iter().map(said).collect();
    assert_eq!(
        cells,
        [
            "w:tcW=1000 w:vMerge=restart",
            "w:tcW=5000 w:gridSpan=2",
            "w:tcW=1000 w:vMerge=",
            "w:tcW=2000",
            "w:tcW=3000",
            "w:tcW=1000",
            "w:tcW=2000",
            "w:tcW=3000",
        ]
    );
}

#[test]
fn rows_stay_whole_and_header_rows_are_repeated() {
    let xml = word(&document(vec![section(vec![Block::Table(table(TableKind::Tasks))])]));
    let root = Element::parse(&xml).unwrap();
    let properties: Vec<Vec<&str>> =
        all(&root, "w:trPr").iter().map(|row| row.elements().map(|e| e.name).collect()).collect();
    assert_eq!(properties, [vec!["w:cantSplit", "w:tblHeader"], vec!["w:cantSplit"]]);
}

#[test]
fn a_row_that_no_page_has_room_for_may_be_cut() {
    let lines = |count: usize| vec![paragraph(vec!["dòng"; count].join("\n").as_str())];
    let cells = |count: usize| vec![lines(1), lines(count)];
    let row = |count, header| Row::new(cells(count), header);
    // A page has 257 mm = 728.5 pt for lines of 14.95 pt: 48, less the room that is kept.
    let rows = vec![row(8, true), row(38, false), row(41, false), row(47, false), row(49, false)];
    let cut = |rows| {
        let table = Table { rows, ..table(TableKind::Tasks) };
        let xml = word(&document(vec![section(vec![Block::Table(table)])]));
        let root = Element::parse(&xml).unwrap();
        all(&root, "w:tr").iter().map(|row| all(row, "w:cantSplit").is_empty()).collect::<Vec<_>>()
    };
    assert_eq!(cut(rows.clone()), [false, false, true, true, true]);
    assert_eq!(cut(rows[1..].to_vec()), [false, false, false, true]);
}

#[test]
fn tables_never_touch_and_never_end_a_section_or_a_cell() {
    let blocks = vec![Block::Table(table(TableKind::Header)), Block::Table(table(TableKind::Signing))];
    let xml = word(&document(vec![section(blocks.clone()), section(blocks), section(vec![])]));
    let root = Element::parse(&xml).unwrap();
    let body: Vec<&str> = root.child("w:body").unwrap().elements().map(|e| e.name).collect();
    let section = ["w:tbl", "w:p", "w:tbl", "w:p"];
    assert_eq!(body, [&section[..], &section, &["w:p", "w:sectPr"]].concat());
    for cell in all(&root, "w:tc") {
        assert_eq!(cell.elements().last().unwrap().name, "w:p");
    }
}

#[test]
fn the_last_row_of_a_section_holds_on_to_the_paragraph_behind_it() {
    let blocks = vec![Block::Table(table(TableKind::Header)), Block::Table(table(TableKind::Signing))];
    let xml = word(&document(vec![section(blocks)]));
    let root = Element::parse(&xml).unwrap();
    let held: Vec<bool> = all(&root, "w:tr").iter().map(|row| !all(row, "w:keepNext").is_empty()).collect();
    assert_eq!(held, [false, false, false, true]);
}

#[test]
fn headings_are_words_own_with_their_outline_levels() {
    let roles = [Role::SectionHeading, Role::ItemHeading(2), Role::ItemHeading(4)];
    let parts = parts(&paragraphs(roles.map(|role| Paragraph { role, ..paragraph("a") }).to_vec()));
    let root = Element::parse(&parts["word/styles.xml"]).unwrap();
    for (id, name, level) in
        [("Heading1", "heading 1", "0"), ("Heading2", "heading 2", "1"), ("Heading4", "heading 4", "3")]
    {
        let styles = all(&root, "w:style");
        let style = styles.iter().find(|style| style.attribute("w:styleId") == Some(id)).unwrap();
        assert_eq!(style.child("w:name").unwrap().attribute("w:val"), Some(name));
        assert_eq!(style.child("w:basedOn").unwrap().attribute("w:val"), Some("Normal"));
        assert_eq!(style.attribute("w:customStyle"), None);
        assert_eq!(all(style, "w:outlineLvl")[0].attribute("w:val"), Some(level));
        assert!(parts["word/document.xml"].contains(&format!("<w:pStyle w:val=\"{id}\"/>")));
    }
}

#[test]
fn who_goes_on_writing_writes_times_new_roman_14_in_vietnamese() {
    let parts = parts(&paragraphs(vec![paragraph("a")]));
    let root = Element::parse(&parts["word/styles.xml"]).unwrap();
    let styles = all(&root, "w:style");
    let normal: Vec<_> =
        styles.iter().filter(|style| style.attribute("w:default") == Some("1")).copied().collect();
    assert_eq!(normal.len(), 1);
    assert_eq!(normal[0].attribute("w:styleId"), Some("Normal"));
    for letters in [normal[0].child("w:rPr").unwrap(), all(&root, "w:rPrDefault")[0].child("w:rPr").unwrap()]
    {
        assert_times_new_roman(letters);
        assert_eq!(letters.child("w:sz").unwrap().attribute("w:val"), Some("28"));
    }
    let language = all(&root, "w:lang");
    assert_eq!(language.len(), 1);
    assert_eq!(language[0].attribute("w:val"), Some("vi-VN"));
    for style in styles.iter().filter(|style| style.attribute("w:styleId") != Some("Normal")) {
        assert_eq!(style.child("w:basedOn").unwrap().attribute("w:val"), Some("Normal"));
    }
}

#[test]
fn a_style_has_only_the_looks_that_all_its_paragraphs_share() {
    let bold = |text: &str| Run { bold: true, italic: true, ..run(text) };
    let mixed = Paragraph { runs: vec![bold("a"), Run { italic: true, ..run("b") }], ..paragraph("") };
    let parts = parts(&paragraphs(vec![mixed]));
    let root = Element::parse(&parts["word/styles.xml"]).unwrap();
    let styles = all(&root, "w:style");
    let body = styles.iter().find(|style| style.attribute("w:styleId") == Some("NoiDung")).unwrap();
    let letters = body.child("w:rPr").unwrap();
    assert_eq!((letters.child("w:b").is_some(), letters.child("w:i").is_some()), (false, true));
}

#[test]
fn the_file_says_its_language_title_and_author_and_no_date_of_its_own() {
    let parts = parts(&Document { title: "A & B".into(), ..paragraphs(vec![]) });
    assert!(parts["word/styles.xml"].contains("<w:lang w:val=\"vi-VN\""));
    assert!(parts["word/styles.xml"].contains("w:default=\"1\""));
    let core = &parts["docProps/core.xml"];
    assert!(core.contains("<dc:title>A &amp; B</dc:title><dc:creator>Ủy ban</dc:creator>"));
    assert!(!core.contains("dcterms:created") && !core.contains("unknown"));
}

#[test]
fn a_date_that_is_given_is_in_the_file() {
    let options = DocxOptions { created: Some("2026-11-21T08:00:00Z".into()), draft: None };
    let parts = unzip(&docx(&paragraphs(vec![]), &options).unwrap());
    for name in ["created", "modified"] {
        let date = format!("<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">2026-11-21T08:00:00Z<");
        assert!(parts["docProps/core.xml"].contains(&date));
    }
}
