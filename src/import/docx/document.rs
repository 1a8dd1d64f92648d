//! The text of a part: paragraphs and tables, tracked changes accepted.
//!
//! What is not named here is looked into for what is: the text of links, content controls,
//! smart tags, equations and drawn shapes is text like any other.

use super::measures::{self, align, decimal, twips};
use super::named::Named;
use super::numbering::Numbering;
use super::styles::{ListPlace, Look, Styles};
use super::symbols::symbol;
use super::text::{Drawn, Paragraph};
use super::xml::{Tag, Xml};
use crate::format::Twips;
use crate::import::ReadError;
use crate::import::look::{Align, Measures, PageLook};
use crate::vietnamese::Legacy;

/// A piece of the text, top to bottom.
#[derive(Clone, Debug)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table, row by row.
    Table(Vec<Vec<Cell>>),
    /// The end of a run of pages of one shape.
    Section(Pages),
}

/// Reads the letters of some blocks as those of an old encoding.
pub fn repair(blocks: &mut [Block], encoding: Legacy) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => paragraph.repair(encoding),
            Block::Table(rows) => {
                rows.iter_mut().flatten().for_each(|cell| repair(&mut cell.blocks, encoding));
            }
            Block::Section(_) => {}
        }
    }
}

/// A cell of a table.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// The column at which it begins.
    pub column: usize,
    /// What stands in it.
    pub blocks: Vec<Block>,
    /// Whether the cell above goes on into it.
    pub merged: bool,
}

/// How the pages of a section look.
#[derive(Clone, Debug, Default)]
pub struct Pages {
    /// Whether they lie on their sides.
    pub landscape: bool,
    /// Whether the first page has edges of its own.
    pub first: bool,
    /// Headers and footers: relation, which pages have it, and whether it is a header.
    pub edges: Vec<(String, String, bool)>,
    /// Their paper and margins.
    pub look: PageLook,
}

/// Elements whose text is not printed, or stands elsewhere.
const LEFT_OUT: [&str; 14] = [
    "del",
    "moveFrom",
    "instrText",
    "delText",
    "delInstrText",
    "sdtPr",
    "sdtEndPr",
    "rPr",
    "pPr",
    "tblPr",
    "tblGrid",
    "sectPr",
    "rt",
    "annotationRef",
];

/// Paragraphs and cells that are read at most: a hundred times as many as a long plan has.
pub const MOST_PIECES: usize = 30_000;
/// Letters that are read at most, in bytes: some three hundred pages.
pub const MOST_LETTERS: usize = 1024 * 1024;

/// Reads parts of a file, one after the other.
pub struct Reading {
    /// The file's styles.
    pub styles: Styles,
    /// The file's lists, which are counted from part to part.
    pub numbering: Numbering,
    /// The text of footnotes and endnotes by the element that refers to them and their number.
    notes: Named<String>,
    /// The text of files inside the file, by the relations that name them.
    pub chunks: Named<Vec<Block>>,
    /// What the part holds beside what is printed: hidden text, and what stood where a field's
    /// instruction does.
    pub aside: Vec<String>,
    /// Whether page numbers are dropped, as at the edges of pages.
    pub edge: bool,
    fields: Vec<Field>,
    /// Paragraphs and cells that were read.
    pieces: usize,
    /// Letters that were read, in bytes.
    letters: usize,
}

/// A field that has begun.
#[derive(Default)]
struct Field {
    instruction: String,
    result: bool,
}

/// A paragraph being read, and the paragraphs of text boxes anchored in it.
#[derive(Default)]
struct Open {
    paragraph: Paragraph,
    boxes: Vec<Block>,
    /// How far below the top of the paragraph the shape stands that is read, in points.
    shape: f32,
}

impl Open {
    /// Grows with everything that is read.
    fn amount(&self) -> usize {
        self.paragraph.length() + self.boxes.len()
    }
}

impl Reading {
    /// Nothing read yet.
    pub fn new(styles: Styles, numbering: Numbering) -> Reading {
        let (notes, chunks) = (Named::default(), Named::default());
        let (aside, fields) = (Vec::new(), Vec::new());
        Reading { styles, numbering, notes, chunks, aside, edge: false, fields, pieces: 0, letters: 0 }
    }

    /// The blocks of a part whose text is inside `container`: `body`, `hdr`, `ftr`.
    pub fn part(&mut self, text: &str, part: &str, containers: &[&str]) -> Result<Vec<Block>, ReadError> {
        self.fields.clear();
        let mut xml = Xml::new(text, part);
        let mut blocks = Vec::new();
        // A part is its root element; the text of a document is one element further in.
        while let Some(root) = xml.child()? {
            if containers.contains(&root.name()) {
                self.blocks(&mut xml, &mut blocks)?;
                continue;
            }
            while let Some(tag) = xml.child()? {
                if containers.contains(&tag.name()) {
                    self.blocks(&mut xml, &mut blocks)?;
                } else {
                    xml.skip()?;
                }
            }
        }
        Ok(blocks)
    }

    /// Reads the footnotes or endnotes, whose elements are called `name`.
    pub fn notes(&mut self, text: &str, part: &str, name: &str) -> Result<(), ReadError> {
        let mut xml = Xml::new(text, part);
        while xml.child()?.is_some() {
            while let Some(tag) = xml.child()? {
                let id = tag.attribute("id").unwrap_or_default();
                let mut blocks = Vec::new();
                self.blocks(&mut xml, &mut blocks)?;
                let text = plain_text(&blocks);
                if !text.is_empty() {
                    self.notes.insert(format!("{name}Reference{id}"), text);
                }
            }
        }
        Ok(())
    }

    fn blocks(&mut self, xml: &mut Xml, blocks: &mut Vec<Block>) -> Result<(), ReadError> {
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "p" => self.paragraph(xml, blocks)?,
                "tbl" => {
                    let mut rows = Vec::new();
                    self.rows(xml, &mut rows)?;
                    blocks.push(Block::Table(rows));
                }
                "sectPr" => blocks.push(Block::Section(pages(xml)?)),
                "altChunk" => {
                    let id = tag.attribute("id").unwrap_or_default();
                    blocks.extend(self.chunks.get_mut(&id).map(std::mem::take).unwrap_or_default());
                    xml.skip()?;
                }
                "AlternateContent" => self.alternatives(xml, blocks, Vec::len, Reading::blocks)?,
                name if LEFT_OUT.contains(&name) => xml.skip()?,
                _ => self.blocks(xml, blocks)?,
            }
        }
        Ok(())
    }

    /// The first of several forms of the same that holds anything.
    fn alternatives<T>(
        &mut self,
        xml: &mut Xml,
        out: &mut T,
        amount: fn(&T) -> usize,
        read: fn(&mut Reading, &mut Xml, &mut T) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let before = amount(out);
        while let Some(tag) = xml.child()? {
            let wanted = matches!(tag.name(), "Choice" | "Fallback") && amount(out) == before;
            if wanted { read(self, xml, out)? } else { xml.skip()? }
        }
        Ok(())
    }

    fn rows(&mut self, xml: &mut Xml, rows: &mut Vec<Vec<Cell>>) -> Result<(), ReadError> {
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "tr" => {
                    let mut row = Row::default();
                    self.cells(xml, &mut row)?;
                    if !row.deleted {
                        rows.push(row.cells);
                    }
                }
                name if LEFT_OUT.contains(&name) => xml.skip()?,
                _ => self.rows(xml, rows)?,
            }
        }
        Ok(())
    }

    fn cells(&mut self, xml: &mut Xml, row: &mut Row) -> Result<(), ReadError> {
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "trPr" => {
                    while let Some(tag) = xml.child()? {
                        match tag.name() {
                            "del" => row.deleted = true,
                            "gridBefore" => row.column += count(&tag),
                            _ => {}
                        }
                        xml.skip()?;
                    }
                }
                "tc" => {
                    let cell = self.cell(xml, row)?;
                    row.cells.push(cell);
                }
                "tblPrEx" => xml.skip()?,
                name if LEFT_OUT.contains(&name) => xml.skip()?,
                _ => self.cells(xml, row)?,
            }
        }
        Ok(())
    }

    fn cell(&mut self, xml: &mut Xml, row: &mut Row) -> Result<Cell, ReadError> {
        self.count()?;
        let mut cell = Cell { column: row.column, ..Cell::default() };
        let mut span = 1;
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "tcPr" => {
                    while let Some(tag) = xml.child()? {
                        match tag.name() {
                            "gridSpan" => span = count(&tag).max(1),
                            "vMerge" => cell.merged = tag.val().is_none_or(|val| val != "restart"),
                            _ => {}
                        }
                        xml.skip()?;
                    }
                }
                "p" => self.paragraph(xml, &mut cell.blocks)?,
                "tbl" => {
                    let mut rows = Vec::new();
                    self.rows(xml, &mut rows)?;
                    cell.blocks.push(Block::Table(rows));
                }
                name if LEFT_OUT.contains(&name) => xml.skip()?,
                _ => self.blocks(xml, &mut cell.blocks)?,
            }
        }
        row.column += span;
        Ok(cell)
    }

    /// Counts a paragraph or a cell.
    fn count(&mut self) -> Result<(), ReadError> {
        self.pieces += 1;
        if self.pieces > MOST_PIECES {
            let what = "quá nhiều đoạn và ô bảng".into();
            return Err(ReadError::TooLarge { what, most: "30.000" });
        }
        Ok(())
    }

    /// Counts letters that are read or, as a number of a list, made.
    fn count_letters(&mut self, text: &str) -> Result<(), ReadError> {
        self.letters += text.len();
        if self.letters > MOST_LETTERS {
            return Err(ReadError::TooLarge { what: "phần chữ quá dài".into(), most: "1 MB" });
        }
        Ok(())
    }

    fn paragraph(&mut self, xml: &mut Xml, blocks: &mut Vec<Block>) -> Result<(), ReadError> {
        self.count()?;
        let mut open = Open::default();
        let mut properties = Properties::default();
        let mut look = self.styles.paragraph(None);
        while let Some(tag) = xml.child()? {
            if tag.name() == "pPr" {
                properties = paragraph_properties(xml)?;
                look = self.styles.paragraph(properties.style.as_deref());
            } else {
                self.element(xml, &tag, &look, &mut open)?;
            }
        }
        let Open { mut paragraph, boxes, .. } = open;
        paragraph.open = properties.mark_deleted;
        if !paragraph.open {
            paragraph.number = self.number(&properties);
            self.count_letters(&paragraph.number)?;
        }
        paragraph.frame = properties.frame;
        paragraph.drawn = paragraph.drawn.or(properties.border);
        paragraph.measures = self.measures(&properties);
        if let Some(Block::Paragraph(before)) =
            blocks.pop_if(|last| matches!(last, Block::Paragraph(p) if p.open))
        {
            paragraph.go_on_from(before);
        }
        blocks.push(Block::Paragraph(paragraph));
        blocks.extend(boxes);
        blocks.extend(properties.section.map(Block::Section));
        Ok(())
    }

    fn number(&mut self, properties: &Properties) -> String {
        let place = self.list(properties).map(|(list, level)| (list.to_owned(), level));
        place.map_or_else(String::new, |(list, level)| self.numbering.next(&list, level))
    }

    /// The list that a paragraph is in, and its level there.
    fn list<'a>(&'a self, properties: &'a Properties) -> Option<(&'a str, usize)> {
        let own = &properties.place;
        let styled = self.styles.place(properties.style.as_deref());
        let list = own.list.as_ref().or_else(|| styled.as_ref()?.1.list.as_ref())?;
        let by_style = || {
            let (style, place) = styled.as_ref().filter(|_| own.list.is_none())?;
            place.level.or_else(|| self.numbering.level_of_style(list, style))
        };
        Some((list, own.level.or_else(by_style).unwrap_or(0)))
    }

    /// How the lines of a paragraph stand.
    fn measures(&self, properties: &Properties) -> Measures {
        let styled = self.styles.measures(properties.style.as_deref());
        let listed = self.list(properties).map(|(list, level)| self.numbering.measures(list, level));
        let listed = listed.unwrap_or_default();
        // A list that the paragraph itself names counts for more than its style.
        let own_list = properties.place.list.is_some();
        let both = if own_list { listed.over(styled) } else { styled.over(listed) };
        properties.measures.over(both).over(self.styles.below())
    }

    fn content(&mut self, xml: &mut Xml, look: &Look, open: &mut Open) -> Result<(), ReadError> {
        while let Some(tag) = xml.child()? {
            self.element(xml, &tag, look, open)?;
        }
        Ok(())
    }

    /// An element inside a paragraph.
    fn element(&mut self, xml: &mut Xml, tag: &Tag, look: &Look, open: &mut Open) -> Result<(), ReadError> {
        match tag.name() {
            "r" => return self.run(xml, look, open),
            "t" => {
                let text = xml.text()?;
                self.count_letters(&text)?;
                self.put(&text, look, open);
                return Ok(());
            }
            "p" => return self.paragraph(xml, &mut open.boxes),
            "tbl" => {
                let mut rows = Vec::new();
                self.rows(xml, &mut rows)?;
                open.boxes.push(Block::Table(rows));
                return Ok(());
            }
            "AlternateContent" => {
                let mut out = (look.clone(), std::mem::take(open));
                self.alternatives(
                    xml,
                    &mut out,
                    |out| out.1.amount(),
                    |reading, xml, out| {
                        let (look, open) = out;
                        reading.content(xml, look, open)
                    },
                )?;
                *open = out.1;
                return Ok(());
            }
            "fldSimple" => {
                let instruction = tag.attribute("instr").unwrap_or_default();
                self.fields.push(Field { instruction, result: true });
                self.content(xml, look, open)?;
                let field = self.fields.pop();
                note_page_number(field.as_ref(), look, open);
                return Ok(());
            }
            "instrText" => {
                let text = xml.text()?;
                if let Some(field) = self.fields.last_mut() {
                    field.instruction.push_str(&text);
                }
                return Ok(());
            }
            name if LEFT_OUT.contains(&name) => return xml.skip(),
            "fldChar" => match tag.attribute("fldCharType").as_deref() {
                Some("begin") => self.fields.push(Field::default()),
                Some("separate") => self.fields.last_mut().into_iter().for_each(|field| field.result = true),
                _ => {
                    let field = self.fields.pop();
                    note_page_number(field.as_ref(), look, open);
                }
            },
            "positionV" => {
                open.shape = f32::INFINITY;
                while let Some(tag) = xml.child()? {
                    if tag.name() == "posOffset" {
                        open.shape = decimal(&xml.text()?).map_or(f32::INFINITY, |emu| emu / EMU);
                    } else {
                        xml.skip()?;
                    }
                }
                return Ok(());
            }
            "prstGeom" if matches!(tag.attribute("prst").as_deref(), Some("line" | "straightConnector1")) => {
                open.paragraph.drawn.get_or_insert(Drawn::at(open.shape));
            }
            "line" | "shape" => {
                if let Some(top) = vml_line(tag) {
                    open.paragraph.drawn.get_or_insert(Drawn::at(top));
                }
                return self.content(xml, look, open);
            }
            "tab" | "ptab" => self.put("\t", look, open),
            "br" | "cr" => self.put("\n", look, open),
            "noBreakHyphen" => self.put("-", look, open),
            // In the letters of TCVN3 this is ư; elsewhere the reading of lines drops it.
            "softHyphen" => self.put("\u{ad}", look, open),
            "sym" => {
                let font = tag.attribute("font").unwrap_or_default();
                let code = tag.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                if let Some(code) = code {
                    open.paragraph.push_sign(symbol(&font, code), look);
                }
            }
            "footnoteReference" | "endnoteReference" => {
                let id = tag.attribute("id").unwrap_or_default();
                // Each note is printed once.
                let note = self.notes.get_mut(&format!("{}{id}", tag.name())).map(std::mem::take);
                if let Some(note) = note.filter(|note| !note.is_empty()) {
                    let note = format!(" ({note})");
                    open.paragraph.push(&note, &Look { font: None, ..look.clone() });
                }
            }
            _ => return self.content(xml, look, open),
        }
        xml.skip()
    }

    fn run(&mut self, xml: &mut Xml, below: &Look, open: &mut Open) -> Result<(), ReadError> {
        let mut look = below.clone();
        while let Some(tag) = xml.child()? {
            if tag.name() == "rPr" {
                let own = Look::read(xml)?;
                let styled = self.styles.letters(own.style.as_deref()).over(below);
                look = own.over(&styled);
            } else {
                self.element(xml, &tag, &look, open)?;
            }
        }
        Ok(())
    }

    /// Puts text where it belongs: into the paragraph, aside, or nowhere.
    fn put(&mut self, text: &str, look: &Look, open: &mut Open) {
        if text.is_empty() || (self.edge && self.fields.iter().any(Field::is_page_number)) {
            return;
        }
        if look.hidden == Some(true) || self.fields.iter().any(|field| !field.result) {
            if !text.trim().is_empty() {
                self.aside.push(text.trim().to_owned());
            }
            return;
        }
        open.paragraph.push(text, look);
    }
}

impl Field {
    fn name(&self) -> String {
        self.instruction.split_whitespace().next().unwrap_or_default().to_ascii_uppercase()
    }

    fn is_page_number(&self) -> bool {
        ["PAGE", "NUMPAGES", "SECTIONPAGES"].contains(&self.name().as_str())
    }
}

/// Notes the letters of a field that numbers pages.
fn note_page_number(field: Option<&Field>, look: &Look, open: &mut Open) {
    if field.is_some_and(|field| field.name() == "PAGE") {
        open.paragraph.page_number.get_or_insert_with(|| look.clone());
    }
}

/// English metric units in a point.
const EMU: f32 = 12_700.0;

/// How far below the top of its paragraph a line is drawn in VML, in points; `None` of any other
/// shape.
fn vml_line(tag: &Tag) -> Option<f32> {
    let points = |length: &str| Some(twips(length.trim())?.to_pt());
    if tag.name() == "line" {
        let from = tag.attribute("from")?;
        return Some(points(from.split_once(',')?.1).unwrap_or(f32::INFINITY));
    }
    // The connector of old versions of Word.
    tag.attribute("type").filter(|kind| kind.ends_with("_t32"))?;
    let style = tag.attribute("style")?;
    let top = style.split(';').find_map(|property| property.strip_prefix("margin-top:"));
    Some(top.and_then(points).unwrap_or(f32::INFINITY))
}

/// A row being read.
#[derive(Default)]
struct Row {
    cells: Vec<Cell>,
    column: usize,
    deleted: bool,
}

/// More columns than a table can have.
pub const MOST_COLUMNS: usize = 100;

fn count(tag: &Tag) -> usize {
    tag.val().and_then(|count| count.parse::<usize>().ok()).unwrap_or(0).min(MOST_COLUMNS)
}

#[derive(Default)]
struct Properties {
    style: Option<String>,
    place: ListPlace,
    mark_deleted: bool,
    section: Option<Pages>,
    measures: Measures,
    frame: Option<Align>,
    border: Option<Drawn>,
}

fn paragraph_properties(xml: &mut Xml) -> Result<Properties, ReadError> {
    let mut properties = Properties::default();
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "pStyle" => {
                properties.style = tag.val();
                xml.skip()?;
            }
            "numPr" => properties.place = ListPlace::read(xml)?,
            "rPr" => properties.mark_deleted = Look::read(xml)?.deleted,
            "sectPr" => properties.section = Some(pages(xml)?),
            "pBdr" => {
                while let Some(tag) = xml.child()? {
                    if tag.on() && tag.val().as_deref() != Some("nil") {
                        match tag.name() {
                            "bottom" => properties.border = Some(Drawn::Below),
                            "top" => properties.border = properties.border.or(Some(Drawn::Above)),
                            _ => {}
                        }
                    }
                    xml.skip()?;
                }
            }
            "framePr" => {
                properties.frame = tag.attribute("xAlign").and_then(|name| align(&name));
                xml.skip()?;
            }
            _ => {
                measures::read(&tag, &mut properties.measures);
                xml.skip()?;
            }
        }
    }
    Ok(properties)
}

fn pages(xml: &mut Xml) -> Result<Pages, ReadError> {
    let mut pages = Pages::default();
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "pgSz" => {
                pages.landscape = tag.attribute("orient").as_deref() == Some("landscape");
                (pages.look.width, pages.look.height) = (length(&tag, "w"), length(&tag, "h"));
            }
            "pgMar" => {
                let gutter = length(&tag, "gutter").unwrap_or_default();
                let margins = ["top", "bottom", "left", "right"].map(|side| length(&tag, side));
                pages.look.margins = margins;
                pages.look.margins[2] = margins[2].map(|left| left + gutter);
            }
            "titlePg" => pages.first = tag.on(),
            "headerReference" | "footerReference" => {
                let which = tag.attribute("type").unwrap_or_default();
                let header = tag.name() == "headerReference";
                pages.edges.extend(tag.attribute("id").map(|id| (id, which, header)));
            }
            _ => {}
        }
        xml.skip()?;
    }
    Ok(pages)
}

fn length(tag: &Tag, name: &str) -> Option<Twips> {
    tag.attribute(name).and_then(|length| twips(&length))
}

/// The paragraphs of some blocks in order, those in tables row by row and cell by cell.
pub fn paragraphs(blocks: &[Block]) -> Vec<&Paragraph> {
    let mut all = Vec::new();
    collect(blocks, &mut all);
    all
}

fn collect<'a>(blocks: &'a [Block], all: &mut Vec<&'a Paragraph>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => all.push(paragraph),
            Block::Table(rows) => rows.iter().flatten().for_each(|cell| collect(&cell.blocks, all)),
            Block::Section(_) => {}
        }
    }
}

/// The text of some blocks on one line.
pub fn plain_text(blocks: &[Block]) -> String {
    let lines = paragraphs(blocks).into_iter().map(|paragraph| paragraph.text().trim().to_owned());
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}
