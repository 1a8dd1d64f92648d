//! What holds for the Word file of every plan, whatever its family and appendices.

use super::read::*;
use super::*;
use crate::format::ALL;
use crate::plan::{Appendix, Orientation, TableSource, TaskRow, Urgency};

/// Plans of every family without, with one and with two appendices, upright and lying, with
/// marks and an address at the foot or without.
fn plans() -> Vec<Plan> {
    let (standing, lying) = (Orientation::Portrait, Orientation::Landscape);
    let appendices = [
        vec![],
        vec![standing],
        vec![lying],
        vec![standing, lying],
        vec![lying, standing],
        vec![lying, lying],
    ];
    let mut plans = Vec::new();
    for key in ALL.map(|format| FormatKey(format.key.into())) {
        for (i, orientations) in appendices.iter().enumerate() {
            let mut plan = Plan::new(key.clone());
            plan.issuer.issuing = "Ủy ban nhân dân xã Tam Hợp".into();
            if i % 2 == 0 {
                plan.markings.urgency = Urgency::Urgent;
                plan.markings.draft = Some(1);
                plan.markings.address = "Xã Tam Hợp\nĐiện thoại: 0238".into();
            }
            plan.appendices = orientations.iter().map(|&orientation| appendix(orientation)).collect();
            plans.push(plan);
        }
    }
    plans
}

fn appendix(orientation: Orientation) -> Appendix {
    let rows = vec![TaskRow { content: "Tuyên truyền".into(), ..TaskRow::default() }];
    Appendix {
        title: "Phân công".into(), orientation, table: TableSource::Rows, rows, ..Appendix::default()
    }
}

#[test]
fn every_family_of_a_real_plan_becomes_a_file_with_its_text() {
    for key in [FormatKey::ND30, FormatKey::PARTY, FormatKey::FRONT] {
        let document = typeset(&Plan::new(key));
        let parts = parts(&document);
        parts.values().for_each(|part| assert_well_formed(part));
        let read: String = read_text(&parts["word/document.xml"]).replace('¶', "\n").replace("\n\n", "\n");
        for line in crate::export::text(&document).lines() {
            assert!(read.contains(line), "{line}");
        }
    }
}

#[test]
fn every_letter_of_every_part_is_black_times_new_roman() {
    for plan in plans() {
        let parts = parts(&typeset(&plan));
        for (name, part) in parts.iter().filter(|(name, _)| name.starts_with("word/")) {
            let root = Element::parse(part).unwrap();
            for run in all(&root, "w:r") {
                let letters = run.child("w:rPr").unwrap();
                assert_times_new_roman(letters);
                if ["w:t", "w:instrText"].iter().any(|name| run.child(name).is_some()) {
                    assert_eq!(value(letters, "w:color"), Some("000000"), "{name}");
                }
            }
        }
    }
}

#[test]
fn no_paragraph_with_letters_leaves_one_of_its_lines_alone() {
    for plan in plans() {
        let parts = parts(&typeset(&plan));
        for part in parts.iter().filter(|(name, _)| name.contains("document.xml") || name.contains("footer"))
        {
            let root = Element::parse(part.1).unwrap();
            let written = all(&root, "w:p").into_iter();
            for paragraph in written.filter(|p| p.elements().any(|run| run.child("w:t").is_some())) {
                assert_eq!(value(paragraph, "w:widowControl"), Some("1"));
            }
        }
    }
}

#[test]
fn the_plan_and_each_appendix_are_sections_with_their_own_paper_margins_and_numbers() {
    for plan in plans() {
        let document = typeset(&plan);
        let parts = parts(&document);
        let root = Element::parse(&parts["word/document.xml"]).unwrap();
        let sections = all(&root, "w:sectPr");
        assert_eq!(sections.len(), 1 + plan.appendices.len());
        let lying = plan.appendices.iter().map(|appendix| appendix.orientation == Orientation::Landscape);
        for ((section, lying), typeset) in
            sections.iter().zip([false].into_iter().chain(lying)).zip(&document.sections)
        {
            let size = section.child("w:pgSz").unwrap();
            let paper = if lying { ["16838", "11906"] } else { ["11906", "16838"] };
            assert_eq!(["w:w", "w:h"].map(|name| size.attribute(name).unwrap()), paper);
            assert_eq!(size.attribute("w:orient"), lying.then_some("landscape"));
            let page = typeset.page;
            let margins = [
                ("w:top", page.top),
                ("w:bottom", page.bottom),
                ("w:left", page.left),
                ("w:right", page.right),
                ("w:header", page.number_distance),
                ("w:footer", page.number_distance),
            ];
            for (side, width) in margins {
                let said = section.child("w:pgMar").unwrap().attribute(side);
                assert_eq!(said, Some(width.0.to_string().as_str()), "{side}");
            }
            assert_eq!(section.child("w:pgNumType").unwrap().attribute("w:start"), Some("1"));
            assert!(section.child("w:titlePg").is_some());
            let edge = |kind: &str, on: &str| {
                let name = format!("w:{kind}Reference");
                let mut references = section.elements().filter(|e| e.name == name);
                let reference = references.find(|e| e.attribute("w:type") == Some(on))?;
                Some(parts[&format!("word/{}.xml", reference.attribute("r:id")?)].as_str())
            };
            assert!(!edge("header", "first").unwrap().contains("<w:r>"));
            assert_eq!(edge("header", "default").unwrap().matches(" PAGE ").count(), 1);
            assert_eq!(
                value(&Element::parse(edge("header", "default").unwrap()).unwrap(), "w:jc"),
                Some("center")
            );
            let foot = edge("footer", "first").map(read_text).unwrap_or_default();
            assert_eq!(foot.contains("Điện thoại"), !typeset.foot.is_empty());
        }
    }
}

#[test]
fn the_properties_name_the_issuing_body_and_the_language() {
    for plan in plans() {
        let document = typeset(&plan);
        let core = &parts(&document)["docProps/core.xml"];
        assert!(core.contains(&format!("<dc:creator>{}</dc:creator>", document.author)));
        assert!(!document.author.is_empty() && !core.to_lowercase().contains("unknown"));
        assert!(core.contains("<dc:language>vi-VN</dc:language>"));
    }
}
