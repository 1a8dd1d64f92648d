//! Short, medium and 40-page plans of each family on their pages, and plans whose signature comes
//! to stand anywhere on a page.

use ke_hoach::document::{Block, Document, Paragraph, paginate, typeset};
use ke_hoach::format::{BodyKind, FormatKey, Twips};
use ke_hoach::import;
use ke_hoach::plan::{Item, Level, Plan};

use crate::oracles::{at_hand, checkout};
use crate::plans::{factors, plan};
use crate::sheets::{Sheet, findings};
use crate::verdict::case;

fn sheet(name: &str, plan: &Plan) -> Sheet {
    Sheet { case: case(name, plan), document: typeset(plan) }
}

/// A plan of the matrix: the kind, then the fixed choices, then all first settings.
fn chosen(kind: &str, choices: &[usize]) -> Plan {
    let place = BodyKind::all().position(|(_, body)| body.key == kind).unwrap();
    let mut row: Vec<usize> = std::iter::once(place).chain(choices.iter().copied()).collect();
    row.resize(factors().len(), 0);
    plan(&row).1
}

fn real(name: &str, format: FormatKey) -> Plan {
    let text = std::fs::read_to_string(checkout("tests/plans").join(name).with_extension("txt")).unwrap();
    Plan { format, ..import::text(&text).plan }
}

/// The plan, its middle section again and again until it has so many pages.
fn lengthened(plan: &Plan, pages: usize) -> Plan {
    let mut long = plan.clone();
    let more: Vec<Item> = plan.sections.iter().flat_map(|section| section.items.clone()).collect();
    while paginate(&typeset(&long)).len() < pages {
        let last = long.sections.len() - 1;
        long.sections[last].items.extend(more.iter().cloned());
    }
    long.repair_rows();
    long
}

fn family(kind: &str, format: FormatKey, medium: &str) {
    if !at_hand(&format!("pages of {kind}")) {
        return;
    }
    let medium = real(medium, format);
    let sheets = [
        sheet("short", &chosen(kind, &[0, 1, 1, 0, 0, 3, 1, 2, 1, 2, 2])),
        sheet("short, blank number and day", &chosen(kind, &[0, 2, 0, 2, 1, 1])),
        sheet("long names", &chosen(kind, &[2, 3, 3, 1, 0, 0, 0, 0, 0, 0, 0, 1])),
        sheet("40 pages", &lengthened(&medium, 40)),
        sheet("medium", &medium),
    ];
    let found = findings(kind, &sheets);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn pages_of_the_state_are_right() {
    family("ubnd", FormatKey::ND30, "mttq-tinh-ninh-binh-de-an");
}

#[test]
fn pages_of_the_party_are_right() {
    family("dang-uy", FormatKey::PARTY, "dang-uy-khoi-binh-dinh-nq27");
}

#[test]
fn pages_of_the_front_are_right() {
    family("mttq", FormatKey::FRONT, "mttq-tinh-nam-dinh-nq27");
}

#[test]
fn pages_of_doan_are_right() {
    family("doan", FormatKey("youth".into()), "mttq-tinh-nam-dinh-nq27");
}

/// Plans with lines of text more and more, over the height of a signature; their last paragraph
/// takes one line or several.
fn near_the_end(kind: &str) -> Vec<Sheet> {
    let plans = (0..24).map(|more| {
        let mut plan = chosen(kind, &[0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, more % 2]);
        let item = Item { level: Level::Text, text: "Một dòng.".into(), ..Item::default() };
        plan.sections[1].items.extend(std::iter::repeat_n(item, more));
        plan.repair_rows();
        sheet(&format!("{kind}, {more} lines more"), &plan)
    });
    plans.collect()
}

#[test]
fn a_signature_near_the_end_of_a_page_takes_text_along() {
    if !at_hand("signatures near the end of a page") {
        return;
    }
    let sheets: Vec<Sheet> = ["ubnd", "dang-uy"].into_iter().flat_map(near_the_end).collect();
    let found = findings("near-the-end", &sheets);
    assert!(found.is_empty(), "{found:#?}");
}

fn each_paragraph(document: &mut Document, change: impl Fn(&mut Paragraph)) {
    for block in document.sections.iter_mut().flat_map(|section| &mut section.blocks) {
        match block {
            Block::Paragraph(paragraph) => change(paragraph),
            Block::Table(table) => {
                table.rows.iter_mut().flat_map(|row| row.cells.iter_mut().flatten()).for_each(&change);
            }
        }
    }
}

#[test]
fn what_is_wrong_on_a_page_is_seen() {
    if !at_hand("pages that are wrong") {
        return;
    }
    let right = || sheet("spoilt", &chosen("ubnd", &[0, 1, 1, 0, 0, 3]));
    let spoilt = |spoil: fn(&mut Document)| {
        let mut sheet = right();
        spoil(&mut sheet.document);
        sheet
    };
    let lower = |text: &'static str| {
        move |paragraph: &mut Paragraph| {
            if paragraph.runs[0].text.starts_with(text) {
                paragraph.before = paragraph.before + Twips::pt(2);
            }
        }
    };
    let mut date = right();
    each_paragraph(&mut date.document, lower("Lương Minh,"));
    let mut authority = right();
    each_paragraph(&mut authority.document, lower("TM."));
    let mut sheets = vec![
        spoilt(|document| {
            each_paragraph(document, |paragraph| {
                if let Some(rule) = &mut paragraph.rule {
                    rule.length = rule.length * 2;
                }
            });
        }),
        spoilt(|document| {
            document.sections.iter_mut().for_each(|section| section.page.number_distance = Twips::mm(6));
        }),
        date,
        authority,
    ];
    for mut parting in near_the_end("ubnd").into_iter().step_by(2) {
        each_paragraph(&mut parting.document, |paragraph| {
            (paragraph.keep_next, paragraph.keep_lines) = (false, false);
        });
        sheets.push(parting);
    }
    let found = findings("spoilt", &sheets).join("\n");
    for clause in [
        "mục I, khoản 7",
        "mục II, khoản 1, điểm b",
        "mục II, khoản 2, điểm b",
        "mục II, khoản 4, điểm c",
        "mục II, khoản 5, điểm b",
        "mục II, khoản 9, điểm d",
        "ít nhất hai dòng",
    ] {
        assert!(found.contains(clause), "nothing about {clause}: {found}");
    }
}
