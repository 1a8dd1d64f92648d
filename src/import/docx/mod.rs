//! A Word file into a plan: package → parts → paragraphs and tables → the lines that are
//! recognised as those of any text.

mod chunks;
pub(super) mod document;
mod draft;
mod edges;
pub(super) mod flow;
mod looks;
mod measures;
pub(super) mod named;
pub(super) mod numbering;
mod package;
mod relations;
pub(super) mod styles;
pub(super) mod symbols;
mod tables;
pub(super) mod tasks;
pub(super) mod text;
pub(super) mod xml;

use super::Kind;
use super::lines::Source;
use super::recognise::recognise;
use super::{Choices, Embedded, Imported, ReadError, Reading};
use document::Block;
use numbering::Numbering;
use package::Package;
pub use package::is_package;
use relations::Relation;
use styles::Styles;

/// Reads a Word file (`.docx`, from Word 2007 on, LibreOffice, WPS, Google Docs).
///
/// A file of our own that carries its draft gives the plan of that draft, as long as the text
/// in Word still says the same; [`Imported::embedded`] tells. Any other file is read as
/// [`text`](super::text()) is: every word that is printed is in the plan or left over. Tracked
/// changes count as accepted; hidden text, and text at the edges of pages, is left over.
///
/// # Errors
/// A [`ReadError`] whose text is one sentence for the user.
pub fn docx(bytes: &[u8]) -> Result<Imported, ReadError> {
    read(bytes, &Choices::default()).map(|reading| reading.imported)
}

/// The same, with every line and what it is.
///
/// # Errors
/// As [`docx`].
pub fn read_docx(bytes: &[u8]) -> Result<Reading, ReadError> {
    read(bytes, &Choices::default())
}

/// The same, with what the user decided about the lines.
pub fn read(bytes: &[u8], choices: &Choices) -> Result<Reading, ReadError> {
    let mut package = Package::open(bytes)?;
    let main = main_part(&mut package)?;
    let relations = package.relations(&main)?;
    let mut reading = reading(&mut package, &relations)?;
    reading.chunks = chunks::read(&mut package, &relations)?;
    let text = package.read(&main)?.ok_or(ReadError::NoDocument)?;
    let mut blocks = reading.part(&text, &main, &["body"])?;
    drop(text);
    if let Some(encoding) = choices.encoding {
        document::repair(&mut blocks, encoding);
    }

    let mut source = Source::default();
    flow::lines(&blocks, &mut source);
    edges::read(&blocks, &mut package, &relations, &mut reading, &mut source)?;
    source.taken_out.append(&mut reading.aside);
    if looks::names_theme(&source.looks) {
        let theme = relations.iter().find(|relation| relation.kind == "theme");
        let theme = theme.and_then(|theme| package.read(&theme.target).ok()?);
        looks::name_fonts(&mut source.looks, &theme.unwrap_or_default());
    }

    let embedded = match draft::find(&mut package)? {
        None => Embedded::None,
        Some(plan) if draft::says(&plan, &blocks, &source.foot) => {
            let imported = Imported { plan, leftover: Vec::new(), embedded: Embedded::Same };
            return Ok(Reading { imported, ..Reading::default() });
        }
        Some(_) => Embedded::Changed,
    };
    if source.lines.is_empty() && source.taken_out.is_empty() {
        return Err(ReadError::NoText);
    }
    let mut read = recognise(source, choices);
    read.imported.embedded = embedded;
    Ok(read)
}

/// The name of the part with the text.
fn main_part(package: &mut Package) -> Result<String, ReadError> {
    let relations = package.relations("")?;
    let main = relations.into_iter().find(|relation| relation.kind == "officeDocument");
    // A package whose relations are wrong has its text where all have it.
    let names = main.map(|relation| relation.target).into_iter().chain(["word/document.xml".to_owned()]);
    for main in names {
        // Excel and PowerPoint have main parts of their own.
        let other = main.starts_with("xl/") || main.starts_with("ppt/");
        if !other && package.names().any(|name| name.eq_ignore_ascii_case(&main)) {
            return Ok(main);
        }
    }
    let of = |names: &[&str]| package.names().any(|own| names.iter().any(|name| own.starts_with(name)));
    let packed = |name: &str| {
        [".docx", ".doc", ".pdf"].iter().any(|ending| name.to_ascii_lowercase().ends_with(ending))
    };
    Err(match () {
        () if of(&["xl/"]) => ReadError::Other(Kind::Excel),
        () if of(&["ppt/"]) => ReadError::Other(Kind::PowerPoint),
        () if of(&["mimetype", "content.xml"]) => ReadError::Other(Kind::OpenDocument),
        () if package.names().any(packed) => ReadError::Other(Kind::Archive),
        () => ReadError::NoDocument,
    })
}

/// What the text needs to be read: styles, lists, notes.
fn reading(package: &mut Package, relations: &[Relation]) -> Result<document::Reading, ReadError> {
    let mut read = |kind: &str| {
        let Some(relation) = relations.iter().find(|relation| relation.kind == kind) else { return Ok(None) };
        Ok(package.read(&relation.target)?.map(|text| (relation.target.as_str(), text)))
    };
    let styles = match read("styles")? {
        Some((name, text)) => Styles::read(&text, name)?,
        None => Styles::default(),
    };
    let numbering = match read("numbering")? {
        Some((name, text)) => Numbering::read(&text, name)?,
        None => Numbering::default(),
    };
    let mut reading = document::Reading::new(styles, numbering);
    for (kind, name) in [("footnotes", "footnote"), ("endnotes", "endnote")] {
        if let Some((part, text)) = read(kind)? {
            reading.notes(&text, part, name)?;
        }
    }
    Ok(reading)
}

/// The paragraphs of a part in which nothing is to be recognised.
fn plain_lines(blocks: &[Block]) -> Vec<String> {
    let lines = document::paragraphs(blocks).into_iter().flat_map(|paragraph| paragraph.lines());
    lines.map(|line| super::words::single_spaced(&line.text)).filter(|line| !line.is_empty()).collect()
}
