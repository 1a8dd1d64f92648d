//! Frames around marks.

use super::build::*;
use super::read::*;
use super::*;
use crate::document::{Align, Frame};

fn framed(text: &str) -> Paragraph {
    let frame = Frame { width: Twips(2000), height: Twips(450) };
    Paragraph { frame: Some(frame), before: Twips::pt(6), first_line: Twips(720), ..paragraph(text) }
}

#[test]
fn a_frame_is_a_table_of_one_cell_in_the_middle_of_the_column() {
    let xml = word(&paragraphs(vec![framed("KHẨN")]));
    let root = Element::parse(&xml).unwrap();
    let tables = all(&root, "w:tbl");
    assert_eq!((tables.len(), all(tables[0], "w:tc").len()), (1, 1));
    for name in ["w:tblW", "w:gridCol", "w:tcW"] {
        assert_eq!(all(tables[0], name)[0].attribute("w:w"), Some("2000"), "{name}");
    }
    assert_eq!(all(tables[0], "w:tblLayout")[0].attribute("w:type"), Some("fixed"));
    assert_eq!((value(tables[0], "w:jc"), value(tables[0], "w:vAlign")), (Some("center"), Some("center")));
    let height = all(tables[0], "w:trHeight")[0];
    assert_eq!((height.attribute("w:val"), height.attribute("w:hRule")), (Some("450"), Some("exact")));
    for border in all(tables[0], "w:tblBorders")[0].elements() {
        let look = ["w:val", "w:sz", "w:color"].map(|name| border.attribute(name).unwrap());
        assert_eq!(look, ["single", "6", "000000"], "{}", border.name);
    }
    for margin in all(tables[0], "w:tblCellMar")[0].elements() {
        assert_eq!(margin.attribute("w:w"), Some("0"), "{}", margin.name);
    }
}

#[test]
fn the_text_in_a_frame_is_centred_and_has_no_space_of_its_own() {
    let left = Paragraph { align: Align::Left, after: Twips::pt(3), ..framed("KHẨN") };
    let xml = word(&paragraphs(vec![left]));
    let root = Element::parse(&xml).unwrap();
    let text = all(all(&root, "w:tc")[0], "w:p")[0];
    assert_eq!(value(text, "w:jc"), Some("center"));
    let spacing = all(text, "w:spacing")[0];
    assert_eq!((spacing.attribute("w:before"), spacing.attribute("w:after")), (Some("0"), Some("0")));
    let indents = all(text, "w:ind")[0];
    for side in ["w:left", "w:right", "w:firstLine"] {
        assert_eq!(indents.attribute(side), Some("0"), "{side}");
    }
    assert_eq!(read_text(&xml), "¶KHẨN¶¶");
}

/// Height of line and space below of the paragraphs of a section.
fn spaces(blocks: Vec<Block>) -> Vec<[String; 2]> {
    let xml = word(&document(vec![section(blocks)]));
    let root = Element::parse(&xml).unwrap();
    let body = root.child("w:body").unwrap();
    let pieces = body.elements().filter(|piece| piece.name == "w:p");
    let spacing = pieces.map(|piece| all(piece, "w:spacing")[0]);
    spacing
        .map(|spacing| ["w:line", "w:after"].map(|name| spacing.attribute(name).unwrap().to_owned()))
        .collect()
}

#[test]
fn the_space_above_a_frame_less_its_line_is_that_below_what_stands_before_it() {
    let framed = || Block::Paragraph(Paragraph { after: Twips::pt(3), ..framed("KHẨN") });
    let before = Paragraph { after: Twips::pt(1), ..paragraph("trước") };
    let blocks = vec![Block::Paragraph(before), framed(), framed(), Block::Paragraph(paragraph("sau"))];
    assert_eq!(spaces(blocks), [["240", "125"], ["1", "165"], ["1", "60"], ["240", "0"]]);
    // Under a drawn line it is the height of what holds the line.
    assert_eq!(spaces(vec![Block::Paragraph(ruled("trên")), framed()])[1], ["225", "0"]);
    // Nothing stands before it, or a table.
    assert_eq!(spaces(vec![framed()])[0], ["1", "105"]);
    assert_eq!(spaces(vec![Block::Table(table(TableKind::Header)), framed()])[0], ["1", "105"]);
}

#[test]
fn a_frame_between_uneven_indents_stands_in_the_middle_between_them() {
    let xml = word(&paragraphs(vec![Paragraph { indent_left: Twips(1355), ..framed("KHẨN") }]));
    let root = Element::parse(&xml).unwrap();
    let table = all(&root, "w:tblPr")[0];
    // 9355 between the margins, 8000 behind the indent, 2000 of frame: 1355 + 3000.
    assert_eq!(all(table, "w:tblInd")[0].attribute("w:w"), Some("4355"));
    assert_eq!(value(table, "w:jc"), Some("left"));
}

#[test]
fn frames_touch_no_table_and_end_no_cell_and_no_section() {
    let mut header = table(TableKind::Header);
    header.rows[0] = Row::new(vec![vec![framed("một"), framed("hai")], vec![framed("ba")]], true);
    let blocks = vec![Block::Paragraph(framed("bốn")), Block::Table(header), Block::Paragraph(framed("năm"))];
    let xml = word(&document(vec![section(blocks.clone()), section(blocks)]));
    let root = Element::parse(&xml).unwrap();
    let names = |parent: &Element| parent.elements().map(|piece| piece.name.to_owned()).collect::<Vec<_>>();
    for parent in all(&root, "w:tc").into_iter().chain(root.child("w:body")) {
        let names = names(parent);
        assert!(names.windows(2).all(|pair| pair != ["w:tbl", "w:tbl"]), "{names:?}");
        let last = names.iter().rfind(|name| *name != "w:sectPr");
        assert_eq!(last.map(String::as_str), Some("w:p"));
    }
    let cell = all(&root, "w:tc")[1];
    assert_eq!(names(cell), ["w:tcPr", "w:p", "w:tbl", "w:p", "w:tbl", "w:p"]);
    assert_eq!(all(&root, "w:sectPr").len(), 2);
}

#[test]
fn a_frame_that_keeps_with_the_next_block_does_so_as_a_whole() {
    let kept = |keep_next| {
        let xml = word(&paragraphs(vec![Paragraph { keep_next, ..framed("KHẨN") }]));
        let root = Element::parse(&xml).unwrap();
        all(&root, "w:p").iter().map(|p| !all(p, "w:keepNext").is_empty()).collect::<Vec<_>>()
    };
    assert_eq!(kept(true), [true, true, true]);
    assert_eq!(kept(false), [true, false, false]);
}
