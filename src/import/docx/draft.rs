//! The draft that a Word file of our own carries.

use std::sync::Arc;

use super::document::{Block, paragraphs};
use super::package::Package;
use super::xml::Xml;
use crate::document::{Paragraph, typeset};
use crate::draft::Draft;
use crate::export::{self, DRAFT_NAMESPACE};
use crate::import::ReadError;
use crate::plan::Plan;

/// The plan of the draft in the file; `None` too where this version cannot read it.
pub fn find(package: &mut Package) -> Result<Option<Plan>, ReadError> {
    let is_item = |name: &&str| {
        let name = name.to_ascii_lowercase();
        name.strip_prefix("customxml/item").is_some_and(|rest| {
            rest.strip_suffix(".xml").is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit()))
        })
    };
    let items: Vec<String> = package.names().filter(is_item).map(str::to_owned).collect();
    for item in items {
        let Some(text) = package.read(&item)? else { continue };
        if !text.contains(DRAFT_NAMESPACE) {
            continue;
        }
        let mut xml = Xml::new(&text, &item);
        if let Some(root) = xml.child()?
            && root.name() == "draft"
            && root.is_of(DRAFT_NAMESPACE)
        {
            return Ok(Draft::read(&xml.text()?).ok().map(|opened| Arc::unwrap_or_clone(opened.draft.plan)));
        }
    }
    Ok(None)
}

/// Whether the text of the file is still the one that the plan prints, whatever its spaces.
pub fn says(plan: &Plan, blocks: &[Block], foot: &[String]) -> bool {
    let mut document = typeset(plan);
    let feet: Vec<Paragraph> =
        document.sections.iter_mut().flat_map(|section| section.foot.drain(..)).collect();
    let feet: String = feet.iter().flat_map(|line| &line.runs).map(|run| run.text.as_str()).collect();
    let printed = export::text(&document);
    let shown: String = paragraphs(blocks).into_iter().map(|paragraph| paragraph.text()).collect();
    letters(&printed).eq(letters(&shown)) && letters(&feet).eq(letters(&foot.concat()))
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    // Word files cannot hold the others.
    text.chars().filter(|letter| {
        !letter.is_whitespace()
            && !letter.is_control()
            && !matches!(letter, '\u{ad}' | '\u{fffe}' | '\u{ffff}')
    })
}
