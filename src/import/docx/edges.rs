//! Headers and footers of pages.

use super::document::{Block, Pages, Reading};
use super::looks;
use super::package::Package;
use super::plain_lines;
use super::relations::Relation;
use crate::import::lines::Source;
use crate::import::{ReadError, words};

/// Reads what stands at the edges of pages. Page numbers are dropped; the footer of first pages
/// is where a body prints its address; everything else has no place in a plan.
pub fn read(
    blocks: &[Block],
    package: &mut Package,
    relations: &[Relation],
    reading: &mut Reading,
    source: &mut Source,
) -> Result<(), ReadError> {
    reading.edge = true;
    let mut seen: Vec<&str> = Vec::new();
    let mut numbers = Vec::new();
    for (place, pages) in blocks.iter().filter_map(section).enumerate() {
        for (id, which, header) in &pages.edges {
            let Some(relation) = relations.iter().find(|relation| relation.id == *id) else { continue };
            if seen.contains(&relation.target.as_str()) || (which == "first" && !pages.first) {
                continue;
            }
            seen.push(&relation.target);
            let Some(text) = package.read(&relation.target)? else { continue };
            let part = reading.part(&text, &relation.target, &["hdr", "ftr"])?;
            numbers.push((id.clone(), looks::page_number(&part, *header)));
            let lines = plain_lines(&part);
            let lines = lines.into_iter().filter(|line| !counts_pages(line));
            if place == 0 && which == "first" && relation.kind == "footer" {
                source.foot.extend(lines);
            } else {
                for line in lines.filter(|line| line.contains(char::is_alphanumeric)) {
                    if !source.taken_out.contains(&line) {
                        source.taken_out.push(line);
                    }
                }
            }
        }
    }
    source.looks.pages = looks::pages(blocks, &numbers);
    Ok(())
}

fn section(block: &Block) -> Option<&Pages> {
    match block {
        Block::Section(pages) => Some(pages),
        _ => None,
    }
}

/// Whether a line is a page number, or what stands around one: `2`, `- 2 -`, `Trang 2/5`.
fn counts_pages(line: &str) -> bool {
    words::words(line).iter().all(|word| {
        word.plain.bytes().all(|b| b.is_ascii_digit())
            || ["trang", "page", "of"].contains(&word.plain.as_str())
    })
}
