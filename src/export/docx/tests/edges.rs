//! Page numbers, and the foot of first pages.

use std::collections::BTreeMap;

use super::build::*;
use super::read::*;
use super::*;

fn blocks(text: &str) -> Vec<Block> {
    vec![Block::Paragraph(paragraph(text))]
}

fn with_foot(foot: &[&str]) -> Section {
    Section { foot: foot.iter().map(|line| paragraph(line)).collect(), ..section(blocks("có chân")) }
}

/// What stands in the header or footer of this kind and type, for each section.
fn edges<'p>(parts: &'p BTreeMap<String, String>, kind: &str, on: &str) -> Vec<Option<&'p str>> {
    let root = Element::parse(&parts["word/document.xml"]).unwrap();
    let relations = Element::parse(&parts["word/_rels/document.xml.rels"]).unwrap();
    let target = |id: &str| {
        let found = relations.elements().find(|relation| relation.attribute("Id") == Some(id)).unwrap();
        assert!(found.attribute("Type").unwrap().ends_with(&format!("/{kind}")));
        let name = format!("word/{}", found.attribute("Target").unwrap());
        let typed = format!(
            "PartName=\"/{name}\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml\""
        );
        assert!(parts["[Content_Types].xml"].contains(&typed));
        parts[&name].as_str()
    };
    let reference = |section: &Element| {
        let mut all = section.elements().filter(|e| e.name == format!("w:{kind}Reference"));
        let found = all.find(|reference| reference.attribute("w:type") == Some(on))?;
        Some(target(found.attribute("r:id").unwrap()))
    };
    all(&root, "w:sectPr").into_iter().map(reference).collect()
}

#[test]
fn each_section_has_its_own_page_and_counts_from_one() {
    let lying = PageSetup { width: PAGE.height, height: PAGE.width, number_size: HalfPt::pt(13), ..PAGE };
    let appendix =
        Section { page: lying, blocks: vec![Block::Paragraph(paragraph("phụ lục"))], foot: Vec::new() };
    let parts = parts(&document(vec![section(vec![Block::Paragraph(paragraph("kế hoạch"))]), appendix]));
    let root = Element::parse(&parts["word/document.xml"]).unwrap();
    let sections = all(&root, "w:sectPr");
    let orientations: Vec<_> =
        sections.iter().map(|section| section.child("w:pgSz").unwrap().attribute("w:orient")).collect();
    assert_eq!(orientations, [None, Some("landscape")]);
    for (section, size) in sections.iter().zip(["28", "26"]) {
        assert_eq!(section.child("w:pgNumType").unwrap().attribute("w:start"), Some("1"));
        assert_eq!(section.child("w:pgMar").unwrap().attribute("w:header"), Some("567"));
        assert!(section.child("w:titlePg").is_some());
        let header = |kind| {
            let reference = section.elements().find(|e| e.attribute("w:type") == Some(kind)).unwrap();
            &parts[&format!("word/{}.xml", reference.attribute("r:id").unwrap())]
        };
        assert!(!header("first").contains("<w:t"));
        assert!(header("default").contains(" PAGE "));
        assert!(header("default").contains(&format!("<w:sz w:val=\"{size}\"/>")));
    }
}

#[test]
fn the_foot_of_the_first_page_stands_under_a_line_from_margin_to_margin() {
    let parts = parts(&document(vec![with_foot(&["Địa chỉ", "Điện thoại", "Thư điện tử"])]));
    parts.values().for_each(|part| assert_well_formed(part));
    let foot = edges(&parts, "footer", "first")[0].unwrap();
    assert_eq!(read_text(foot), "¶Địa chỉ¶Điện thoại¶Thư điện tử¶");
    assert_eq!(edges(&parts, "footer", "default"), [None]);

    let root = Element::parse(foot).unwrap();
    let extent = all(&root, "wp:extent");
    // 210 - 30 - 15 mm, in twentieths of a point of 635 English metric units.
    assert_eq!(extent.len(), 1);
    assert_eq!(extent[0].attribute("cx"), Some((9355 * 635).to_string().as_str()));
    assert!(all(&root, "w:p")[0].elements().any(|run| !all(run, "wp:extent").is_empty()));

    let root = Element::parse(&parts["word/document.xml"]).unwrap();
    let section = all(&root, "w:sectPr")[0];
    assert_eq!(section.child("w:pgMar").unwrap().attribute("w:footer"), Some("567"));
    let order: Vec<&str> = section.elements().map(|e| e.name).collect();
    assert_eq!(order[..4], ["w:headerReference", "w:headerReference", "w:footerReference", "w:type"]);
    assert!(parts["word/styles.xml"].contains("w:styleId=\"NoiDung\""));
}

#[test]
fn a_foot_is_not_handed_down_to_the_sections_behind_it() {
    let bare = || section(blocks("không chân"));
    let parts = parts(&document(vec![bare(), with_foot(&["một"]), bare(), with_foot(&["hai"]), bare()]));
    let feet: Vec<Option<String>> =
        edges(&parts, "footer", "first").into_iter().map(|foot| foot.map(read_text)).collect();
    let texts: Vec<Option<&str>> = feet.iter().map(Option::as_deref).collect();
    assert_eq!(texts, [None, Some("¶một¶"), Some("¶"), Some("¶hai¶"), Some("¶")]);
    assert_eq!(parts.keys().filter(|name| name.contains("footer")).count(), 3);
}

#[test]
fn no_two_drawn_lines_of_a_file_have_one_number() {
    let ruled = Section { blocks: vec![Block::Paragraph(ruled("tên"))], ..with_foot(&["một"]) };
    let parts = parts(&document(vec![ruled.clone(), ruled]));
    let mut ids = Vec::new();
    for part in parts.values() {
        let root = Element::parse(part).unwrap();
        ids.extend(all(&root, "wp:docPr").iter().map(|shape| shape.attribute("id").unwrap().to_owned()));
    }
    ids.sort();
    assert_eq!(ids, ["1", "2", "3", "4"]);
}
