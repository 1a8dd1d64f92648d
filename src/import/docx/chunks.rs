//! Files that a Word file holds as they are and shows among its text (`w:altChunk`): Word files,
//! pages of HTML, plain texts. Programs on the web write whole documents so.

use super::document::Block;
use super::named::Named;
use super::package::{Package, is_package};
use super::relations::Relation;
use super::styles::Look;
use super::text::Paragraph;
use crate::import::encoding::unicode;
use crate::import::kind::{is_html, refusal};
use crate::import::{Kind, ReadError, html};

/// More of them than a file has: each is read under the limits of a file of its own.
const MOST: usize = 8;

/// The blocks of every file inside a package, by the relation that names it. One that cannot be
/// read says so in the place of its text.
pub fn read(package: &mut Package, relations: &[Relation]) -> Result<Named<Vec<Block>>, ReadError> {
    let mut chunks = Named::default();
    let inner = relations.iter().filter(|relation| relation.kind.eq_ignore_ascii_case("aFChunk"));
    for (i, relation) in inner.enumerate() {
        let bytes = package.bytes(&relation.target)?.filter(|_| i < MOST);
        let blocks = bytes.and_then(|bytes| blocks(&bytes));
        let unread = || vec![paragraph(&format!("(Chưa đọc được tệp chèn “{}”)", relation.target))];
        chunks.insert(relation.id.clone(), blocks.unwrap_or_else(unread));
    }
    Ok(chunks)
}

fn blocks(bytes: &[u8]) -> Option<Vec<Block>> {
    let kind = refusal(bytes);
    if kind.is_none() && is_package(bytes) {
        return inner_word(bytes).ok();
    }
    let text = unicode(bytes)?;
    if kind == Some(ReadError::Other(Kind::WebArchive)) {
        return html::blocks(&html::unpacked(&text)?).ok();
    }
    if kind.is_some() {
        return None;
    }
    if is_html(bytes) { html::blocks(&text).ok() } else { Some(text.lines().map(paragraph).collect()) }
}

/// The text of a Word file inside another; what that one holds in turn is not looked for.
fn inner_word(bytes: &[u8]) -> Result<Vec<Block>, ReadError> {
    let mut package = Package::open(bytes)?;
    let main = super::main_part(&mut package)?;
    let relations = package.relations(&main)?;
    let mut reading = super::reading(&mut package, &relations)?;
    let text = package.read(&main)?.ok_or(ReadError::NoDocument)?;
    let mut blocks = reading.part(&text, &main, &["body"])?;
    // Its pages are those of the file around it.
    blocks.retain(|block| !matches!(block, Block::Section(_)));
    Ok(blocks)
}

fn paragraph(line: &str) -> Block {
    let mut paragraph = Paragraph::default();
    paragraph.push(line, &Look::default());
    Block::Paragraph(paragraph)
}
