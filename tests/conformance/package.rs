//! A Word file as a reader sees it: plain structs whose properties are *effective*, resolved
//! through the document's defaults, the styles and what a paragraph or run says itself.

use std::collections::HashMap;

use crate::effective::{Letters, Measures, Styles};
use crate::xml::{Element, Entry, entries};

/// A Word file.
#[derive(Clone)]
pub struct Docx {
    pub entries: Vec<Entry>,
    pub sections: Vec<Section>,
    /// Core properties by their element: `dc:title`.
    pub core: HashMap<String, String>,
    pub settings: Element,
}

/// A section with the headers and footers that apply to it.
#[derive(Clone, Debug, Default)]
pub struct Section {
    pub blocks: Vec<Block>,
    pub page: Page,
    /// Blocks by "first", "default", "even"; one that is missing is the section's before.
    pub headers: HashMap<String, Vec<Block>>,
    pub footers: HashMap<String, Vec<Block>>,
}

/// A section's page, in twips.
#[derive(Clone, Debug, Default)]
pub struct Page {
    pub width: i32,
    pub height: i32,
    pub landscape: bool,
    pub top: i32,
    pub bottom: i32,
    pub left: i32,
    pub right: i32,
    pub header: i32,
    pub title_page: bool,
    pub first_number: Option<i32>,
    pub kind: String,
}

impl Page {
    /// Between the side margins.
    pub fn room(&self) -> i32 {
        self.width - self.left - self.right
    }
}

#[derive(Clone, Debug)]
pub enum Block {
    Paragraph(Paragraph),
    Table(Table),
}

#[derive(Clone, Debug, Default)]
pub struct Paragraph {
    pub style: String,
    /// The name by which people see the style; `None` where it is not defined.
    pub style_name: Option<String>,
    pub measures: Measures,
    pub runs: Vec<Run>,
    pub drawn: Vec<Drawn>,
    /// Instructions of its fields: `PAGE`.
    pub fields: Vec<String>,
    /// Sides on which the paragraph has a border.
    pub borders: Vec<String>,
}

#[derive(Clone, Debug)]
pub struct Run {
    /// Line breaks as `\n`, tabs as `\t`.
    pub text: String,
    pub letters: Letters,
}

/// A drawn shape; lengths in points.
#[derive(Clone, Debug)]
pub struct Drawn {
    pub length: f32,
    pub height: f32,
    pub shape: String,
    /// From the left edge of the column; `None` is in its middle.
    pub offset: Option<f32>,
    pub weight: f32,
    pub colour: String,
    /// Whether the line has gaps.
    pub dashed: bool,
    /// Length of the line that older programs draw.
    pub fallback: Option<f32>,
}

#[derive(Clone, Debug, Default)]
pub struct Table {
    pub grid: Vec<i32>,
    pub width: i32,
    pub fixed: bool,
    pub indent: i32,
    pub align: String,
    /// Sides that have a line.
    pub borders: Vec<String>,
    pub rows: Vec<Row>,
    pub padding: i32,
}

#[derive(Clone, Debug)]
pub struct Row {
    pub cant_split: bool,
    pub header: bool,
    /// Exact or least height in twips.
    pub height: Option<i32>,
    pub cells: Vec<Cell>,
}

#[derive(Clone, Debug)]
pub struct Cell {
    pub width: i32,
    pub blocks: Vec<Block>,
    pub borders: Vec<String>,
}

impl Paragraph {
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// Whether it prints nothing.
    pub fn is_blank(&self) -> bool {
        self.drawn.is_empty() && self.fields.is_empty() && self.text().trim().is_empty()
    }
}

/// Calls `visit` on every paragraph, tables in tables included.
pub fn each_paragraph<'a>(blocks: &'a [Block], visit: &mut dyn FnMut(&'a Paragraph)) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => visit(paragraph),
            Block::Table(table) => {
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    each_paragraph(&cell.blocks, visit);
                }
            }
        }
    }
}

/// All paragraphs, tables in tables included.
pub fn paragraphs(blocks: &[Block]) -> Vec<&Paragraph> {
    let mut all = Vec::new();
    each_paragraph(blocks, &mut |paragraph| all.push(paragraph));
    all
}

/// All tables, those in tables included.
pub fn tables(blocks: &[Block]) -> Vec<&Table> {
    let mut all = Vec::new();
    for block in blocks {
        if let Block::Table(table) = block {
            all.push(table);
            for cell in table.rows.iter().flat_map(|row| &row.cells) {
                all.extend(tables(&cell.blocks));
            }
        }
    }
    all
}

impl Docx {
    /// Reads a file; the error says what it lacks.
    pub fn read(file: &[u8]) -> Result<Docx, String> {
        let entries = entries(file)?;
        let part = |name: &str| -> Result<Element, String> {
            let entry = entries.iter().find(|entry| entry.name == name).ok_or(format!("no part {name}"))?;
            let source = std::str::from_utf8(&entry.content).map_err(|error| error.to_string())?;
            Element::parse(source).map_err(|error| format!("{name}: {error}"))
        };
        let styles = Styles::read(&part("word/styles.xml")?);
        let relations = part("word/_rels/document.xml.rels")?;
        let target = |id: &str| -> Result<Vec<Block>, String> {
            let relation = relations.elements().find(|relation| relation.attribute("Id") == Some(id));
            let target = relation
                .and_then(|relation| relation.attribute("Target"))
                .ok_or(format!("no relation {id}"))?;
            Ok(blocks(&part(&format!("word/{target}"))?, &styles))
        };
        let document = part("word/document.xml")?;
        let body = document.child("w:body").ok_or("no body")?;
        let mut sections: Vec<Section> = Vec::new();
        let mut open: Vec<Block> = Vec::new();
        for child in body.elements() {
            if child.name != "w:sectPr" {
                open.extend(block(child, &styles));
            }
            let ends = child.child("w:pPr").and_then(|own| own.child("w:sectPr"));
            if let Some(end) = ends.or((child.name == "w:sectPr").then_some(child)) {
                let before = sections.last().cloned().unwrap_or_default();
                let mut section = Section {
                    blocks: std::mem::take(&mut open),
                    page: page(end),
                    headers: before.headers,
                    footers: before.footers,
                };
                for reference in end.elements() {
                    let kind = reference.attribute("w:type").unwrap_or("default").to_owned();
                    let id = reference.attribute("r:id").unwrap_or_default();
                    match reference.name.as_str() {
                        "w:headerReference" => section.headers.insert(kind, target(id)?),
                        "w:footerReference" => section.footers.insert(kind, target(id)?),
                        _ => None,
                    };
                }
                sections.push(section);
            }
        }
        let core = part("docProps/core.xml")?;
        let core = core.elements().map(|element| (element.name.clone(), element.text())).collect();
        let settings = part("word/settings.xml")?;
        Ok(Docx { entries, sections, core, settings })
    }
}

fn number(element: Option<&Element>, attribute: &str) -> Option<i32> {
    element?.attribute(attribute)?.parse().ok()
}

/// Whether a switch such as `w:titlePg` is there and on.
fn on(parent: Option<&Element>, name: &str) -> bool {
    let switch = parent.and_then(|parent| parent.child(name));
    switch.is_some_and(|switch| !matches!(switch.attribute("w:val"), Some("0" | "false" | "off")))
}

fn page(end: &Element) -> Page {
    let (size, margins) = (end.child("w:pgSz"), end.child("w:pgMar"));
    let margin = |side: &str| number(margins, &format!("w:{side}")).unwrap_or(0);
    Page {
        width: number(size, "w:w").unwrap_or(0),
        height: number(size, "w:h").unwrap_or(0),
        landscape: size.and_then(|size| size.attribute("w:orient")) == Some("landscape"),
        top: margin("top"),
        bottom: margin("bottom"),
        left: margin("left") + margin("gutter"),
        right: margin("right"),
        header: margin("header"),
        title_page: on(Some(end), "w:titlePg"),
        first_number: number(end.child("w:pgNumType"), "w:start"),
        kind: end.child("w:type").and_then(|kind| kind.attribute("w:val")).unwrap_or("nextPage").to_owned(),
    }
}

fn blocks(parent: &Element, styles: &Styles) -> Vec<Block> {
    parent.elements().flat_map(|child| block(child, styles)).collect()
}

fn block(element: &Element, styles: &Styles) -> Vec<Block> {
    match element.name.as_str() {
        "w:p" => vec![Block::Paragraph(paragraph(element, styles))],
        "w:tbl" => vec![Block::Table(table(element, styles))],
        "w:sdt" => element.child("w:sdtContent").map_or(Vec::new(), |content| blocks(content, styles)),
        _ => Vec::new(),
    }
}

fn paragraph(element: &Element, styles: &Styles) -> Paragraph {
    let own = element.child("w:pPr");
    let style = own.and_then(|own| own.child("w:pStyle")).and_then(|style| style.attribute("w:val"));
    let style = style.unwrap_or_else(|| styles.default_paragraph()).to_owned();
    let measured = styles.paragraph(&style, own);
    let mut paragraph = Paragraph {
        measures: Measures::of(&measured),
        borders: measured.latest("w:pBdr").map_or(Vec::new(), lines_of),
        style_name: styles.name(&style),
        style,
        ..Paragraph::default()
    };
    runs(element, styles, &mut paragraph);
    paragraph
}

/// Gathers what stands in a paragraph: runs, also those in hyperlinks and the like.
fn runs(parent: &Element, styles: &Styles, paragraph: &mut Paragraph) {
    for child in parent.elements() {
        match child.name.as_str() {
            "w:r" => run(child, styles, paragraph),
            "w:fldSimple" => {
                let instruction = child.attribute("w:instr").unwrap_or_default();
                paragraph.fields.push(instruction.trim().to_owned());
                runs(child, styles, paragraph);
            }
            "w:hyperlink" | "w:ins" | "w:smartTag" => runs(child, styles, paragraph),
            _ => {}
        }
    }
}

fn run(element: &Element, styles: &Styles, paragraph: &mut Paragraph) {
    let letters = Letters::of(&styles.run(&paragraph.style, element.child("w:rPr")));
    let mut text = String::new();
    for piece in element.elements() {
        match piece.name.as_str() {
            "w:t" => text += &piece.text(),
            "w:tab" | "w:ptab" => text.push('\t'),
            "w:br" | "w:cr" => text.push('\n'),
            "w:noBreakHyphen" => text.push('\u{2011}'),
            "w:instrText" => paragraph.fields.push(piece.text().trim().to_owned()),
            // What one program draws another draws from the fallback: it is one line.
            "mc:AlternateContent" => {
                let choice = piece.child("mc:Choice").and_then(|choice| choice.child("w:drawing"));
                paragraph.drawn.extend(choice.and_then(|drawing| drawn(drawing, piece.child("mc:Fallback"))));
            }
            "w:drawing" => paragraph.drawn.extend(drawn(piece, None)),
            _ => {}
        }
    }
    if !text.is_empty() {
        paragraph.runs.push(Run { text, letters });
    }
}

fn drawn(drawing: &Element, fallback: Option<&Element>) -> Option<Drawn> {
    /// English metric units in a point.
    const EMU: f32 = 12_700.0;
    let anchor = drawing.elements().next()?;
    let emu = |element: Option<&Element>, name: &str| number(element, name).map(|emu| emu as f32 / EMU);
    let extent = anchor.child("wp:extent");
    let across = anchor.child("wp:positionH");
    let line = anchor.inside("a:ln");
    let offset = match across.and_then(|across| across.child("wp:align")).map(Element::text).as_deref() {
        Some("center") => None,
        _ => {
            let offset = across.and_then(|across| across.child("wp:posOffset"));
            Some(offset.and_then(|offset| offset.text().parse::<f32>().ok()).unwrap_or(0.0) / EMU)
        }
    };
    Some(Drawn {
        length: emu(extent, "cx")?,
        height: emu(extent, "cy")?,
        shape: anchor.inside("a:prstGeom")?.attribute("prst")?.to_owned(),
        offset,
        weight: emu(line, "w").unwrap_or(0.0),
        colour: line.and_then(|line| line.inside("a:srgbClr")?.attribute("val")).unwrap_or("").to_owned(),
        dashed: line.is_some_and(|line| {
            line.child("a:prstDash").is_some_and(|dash| dash.attribute("val") != Some("solid"))
        }),
        fallback: fallback.and_then(|fallback| fallback.inside("v:line")).and_then(vml_length),
    })
}

/// Length of a VML line: `from="0pt,3pt" to="52.2pt,3pt"`.
fn vml_length(line: &Element) -> Option<f32> {
    let x = |name: &str| line.attribute(name)?.split("pt").next()?.parse::<f32>().ok();
    Some(x("to")? - x("from")?)
}

fn table(element: &Element, styles: &Styles) -> Table {
    let own = element.child("w:tblPr");
    let of = |name: &str| own.and_then(|own| own.child(name));
    let grid = element.child("w:tblGrid");
    let grid = grid.map_or(Vec::new(), |grid| {
        grid.elements().filter_map(|column| number(Some(column), "w:w")).collect()
    });
    Table {
        grid,
        width: number(of("w:tblW"), "w:w").unwrap_or(0),
        fixed: of("w:tblLayout").and_then(|layout| layout.attribute("w:type")) == Some("fixed"),
        indent: number(of("w:tblInd"), "w:w").unwrap_or(0),
        align: of("w:jc").and_then(|align| align.attribute("w:val")).unwrap_or("left").to_owned(),
        borders: of("w:tblBorders").map_or(Vec::new(), lines_of),
        rows: element.all("w:tr").map(|row| self::row(row, styles)).collect(),
        padding: number(of("w:tblCellMar").and_then(|margins| margins.child("w:left")), "w:w").unwrap_or(108),
    }
}

fn row(element: &Element, styles: &Styles) -> Row {
    let own = element.child("w:trPr");
    let cells = element.all("w:tc").map(|cell| {
        let own = cell.child("w:tcPr");
        Cell {
            width: number(own.and_then(|own| own.child("w:tcW")), "w:w").unwrap_or(0),
            blocks: blocks(cell, styles),
            borders: own.and_then(|own| own.child("w:tcBorders")).map_or(Vec::new(), lines_of),
        }
    });
    Row {
        cant_split: on(own, "w:cantSplit"),
        header: on(own, "w:tblHeader"),
        height: number(own.and_then(|own| own.child("w:trHeight")), "w:val"),
        cells: cells.collect(),
    }
}

/// Sides on which an element of borders draws a line: "top", "insideH".
fn lines_of(borders: &Element) -> Vec<String> {
    let seen =
        borders.elements().filter(|side| !matches!(side.attribute("w:val"), None | Some("nil" | "none")));
    seen.map(|side| side.name.trim_start_matches("w:").to_owned()).collect()
}
