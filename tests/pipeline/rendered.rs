//! Pages beside those of a word processor.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use ke_hoach::document::{Block, Document, Page, Role, Section, paginate, typeset};
use ke_hoach::format::Twips;
use ke_hoach::plan::Plan;

use crate::oracles::{at_hand, converted, folder, libreoffice_pages, read, word_file};
use crate::plans::{
    BINH_DINH, FAMILIES, NAM_DINH, joined, real, source, with_appendices, with_markings, with_tables,
};

fn words(lines: &[String]) -> Vec<&str> {
    let words = lines.iter().flat_map(|line| line.split(|c: char| !c.is_alphanumeric()));
    words.filter(|word| !word.is_empty()).collect()
}

/// The pages as the library sets them, each as lines of text.
fn pages(document: &Document) -> Vec<Vec<String>> {
    let lines = |page: &Page| page.number.iter().chain(&page.lines).map(|line| line.text()).collect();
    paginate(document).iter().map(lines).collect()
}

fn assert_same_pages(ours: &[Vec<String>], theirs: &[Vec<String>], name: &str) {
    for (i, (ours, theirs)) in ours.iter().zip(theirs).enumerate() {
        assert_eq!(words(ours), words(theirs), "{name}, page {}", i + 1);
    }
    assert_eq!(ours.len(), theirs.len(), "{name}");
}

#[test]
fn the_converter_s_pages_are_those_of_libreoffice() {
    if !at_hand("pages of a real plan") {
        return;
    }
    let folder = folder("rendered");
    let (word, json) = (folder.join("plan.docx"), folder.join("plan.pages.json"));
    converted(&source(NAM_DINH), &word, &[]);
    converted(&source(NAM_DINH), &json, &[]);
    let ours: Vec<Vec<String>> = serde_json::from_slice(&fs::read(json).unwrap()).unwrap();
    assert_same_pages(&ours, &libreoffice_pages(&word), NAM_DINH);
}

#[test]
fn tables_of_a_plan_break_over_pages_as_in_libreoffice() {
    if !at_hand("pages of a plan with tables") {
        return;
    }
    let document = typeset(&with_tables());
    let file = word_file(&document, None, &folder("rendered_tables"), "tables");
    // Rows are read in another order where a cell runs through several.
    let sorted = |page: &Vec<String>| {
        let mut words: Vec<String> = words(page).into_iter().map(str::to_owned).collect();
        words.sort_unstable();
        words
    };
    let ours: Vec<_> = pages(&document).iter().map(sorted).collect();
    let theirs: Vec<_> = libreoffice_pages(&file).iter().map(sorted).collect();
    assert_eq!(ours, theirs);
}

#[test]
fn pages_of_all_families_are_those_of_libreoffice() {
    if !at_hand("pages of all families") {
        return;
    }
    let folder = folder("rendered_families");
    let plans = [real(BINH_DINH), with_appendices(), with_markings()];
    let empty = FAMILIES.map(Plan::new);
    // The longest line of the head.
    let place = |plan: Plan| Plan { place: "Phường Điện Biên Phủ".into(), ..plan };
    let document = joined(plans.into_iter().chain(empty.clone()).chain(empty.map(place)));
    let file = word_file(&document, None, &folder, "families");
    let (ours, theirs) = (pages(&document), libreoffice_pages(&file));
    assert_same_pages(&ours, &theirs, "families");
    for page in 0..ours.len() {
        assert_eq!(references(&ours[page]), references(&theirs[page]), "page {}", page + 1);
    }
    let ours = paginate(&document).iter().map(our_title).collect::<Vec<_>>();
    let theirs = libreoffice_titles(&file.with_extension("pdf"));
    assert_eq!(ours.iter().flatten().count(), 9);
    for (page, (ours, theirs)) in ours.iter().zip(&theirs).enumerate() {
        let far = (ours.unwrap_or_default() - theirs.unwrap_or_default()).abs();
        assert!(far < 2.0, "the title of page {}: {ours:?} {theirs:?}", page + 1);
    }
}

/// The lines in which an appendix says to which plan it belongs, blanks for its number and
/// date among them.
fn references(page: &[String]) -> Vec<Vec<&str>> {
    let first = page.iter().position(|line| line.starts_with("(Kèm theo"));
    let lines = first.map_or(&[][..], |first| &page[first..]);
    let length = lines.iter().position(|line| line.ends_with(')')).map_or(0, |last| last + 1);
    lines[..length].iter().map(|line| words(std::slice::from_ref(line))).collect()
}

/// From the first line of a page to the title of a plan, in points.
fn our_title(page: &Page) -> Option<f32> {
    let title = page.lines.iter().find(|line| line.role == Role::Title)?;
    Some(title.baseline - page.lines[0].baseline)
}

/// The same on each page of a PDF.
fn libreoffice_titles(pdf: &Path) -> Vec<Option<f32>> {
    let boxes = read("pdftotext", [OsStr::new("-bbox"), pdf.as_os_str(), OsStr::new("-")]);
    let bottom = |word: &str| word.split("yMax=\"").nth(1)?.split('"').next()?.parse::<f32>().ok();
    let title = |page: &str| {
        let words = || page.split("<word ").skip(1);
        let title = words().find(|word| word.contains(">HOẠCH<"))?;
        Some(bottom(title)? - words().filter_map(bottom).reduce(f32::min)?)
    };
    boxes.split("<page ").skip(1).map(title).collect()
}

/// The section, the last row of the table in which it ends so much lower.
fn lowered(section: &Section, by: i32) -> Section {
    let mut section = section.clone();
    let Some(Block::Table(table)) = section.blocks.last_mut() else { panic!("no table at the end") };
    for cell in &mut table.rows.last_mut().unwrap().cells {
        cell.paragraphs[0].before = Twips(by);
    }
    section
}

fn page_count(section: Section) -> usize {
    paginate(&Document { sections: vec![section], title: String::new(), author: String::new() }).len()
}

/// How much lower the last row can stand without a further page.
fn brim(section: &Section) -> i32 {
    let pages = page_count(lowered(section, 0));
    let (mut fits, mut over) = (0, section.page.height.0);
    while over - fits > 1 {
        let middle = (fits + over) / 2;
        if page_count(lowered(section, middle)) == pages { fits = middle } else { over = middle }
    }
    fits
}

#[test]
fn a_page_that_is_full_to_the_brim_has_no_empty_one_behind_it() {
    if !at_hand("full pages") {
        return;
    }
    let folder = folder("rendered_brim");
    let mut document = joined([real(BINH_DINH), with_appendices()]);
    let sections = std::mem::take(&mut document.sections);
    for section in &sections {
        let full = brim(section);
        // Word asks for a paragraph behind a table: it has to find room in half a point.
        document.sections.extend([400, 20, 15, 12].map(|less| lowered(section, full - less)));
    }
    let theirs = libreoffice_pages(&word_file(&document, None, &folder, "brim"));
    let empty = theirs.iter().filter(|page| words(page).len() < 2).count();
    assert_eq!((theirs.len(), empty), (pages(&document).len(), 0));
}
