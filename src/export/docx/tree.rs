//! A document as a docx-rs tree.
//!
//! What docx-rs has no words for is marked in the tree and said by [`super::schema`]: a run
//! of the style [`RULE_MARK`] stands for a drawn line, a row of height "auto" is a header row.

use docx_rs::{
    BorderType, BreakType, Document as WordDocument, DocumentChild, HeaderReference, HeightRule, LineSpacing,
    LineSpacingType, PageMargin, PageNumType, PageOrientationType, PageSize, Paragraph as Para,
    ParagraphProperty, Run as WordRun, RunProperty, SectionProperty, SectionType, Table as WordTable,
    TableBorder, TableBorderPosition, TableBorders, TableCell, TableCellContent, TableCellMargins,
    TableChild, TableLayoutType, TableRow, TableRowChild, WidthType,
};

use super::parts::Headers;
use super::rule::DrawnRule;
use super::{styles, xml};
use crate::document::{
    Block, Document, PageSetup, Paragraph, Row, Run, Section, Table, TableKind, row_heights,
};
use crate::format::Twips;

/// Style of the runs that stand for a drawn line, in the order of [`Tree::rules`].
pub(super) const RULE_MARK: &str = "rule";

/// Height of a paragraph that has to be there and should not be seen: the least there is.
const LOWEST: Twips = Twips(1);
/// Borders of a table of tasks: 0.5 pt, in eighths of a point.
const BORDER: usize = 4;

/// Room that a row has to leave on a page not to be cut, in points: programs differ by as much
/// in the height of a page full of lines.
const SPARE: f32 = 12.0;

const SIDES: [TableBorderPosition; 6] = [
    TableBorderPosition::Top,
    TableBorderPosition::Left,
    TableBorderPosition::Bottom,
    TableBorderPosition::Right,
    TableBorderPosition::InsideH,
    TableBorderPosition::InsideV,
];

/// A document in docx-rs's terms, and the lines that its marked runs stand for.
pub(super) struct Tree {
    pub document: WordDocument,
    pub rules: Vec<DrawnRule>,
}

/// Builds the tree.
pub(super) fn build(document: &Document, headers: &Headers) -> Tree {
    let mut builder = Builder { rules: Vec::new() };
    let mut built = WordDocument::new();
    for (i, section) in document.sections.iter().enumerate() {
        let mut blocks = builder.blocks(section);
        let property = section_property(&section.page, headers);
        if i + 1 == document.sections.len() {
            built = built.default_section_property(property);
        } else if let Some(DocumentChild::Paragraph(last)) = blocks.last_mut() {
            // Every section but the last ends in its last paragraph.
            last.property.section_property = Some(property);
        }
        built.children.extend(blocks);
    }
    Tree { document: built, rules: builder.rules }
}

fn wide(length: Twips) -> usize {
    usize::try_from(length.0).unwrap_or(0)
}

struct Builder {
    rules: Vec<DrawnRule>,
}

impl Builder {
    /// The blocks of a section; the last is always a paragraph, because Word wants one
    /// behind a table and the section's end has to stand in one.
    fn blocks(&mut self, section: &Section) -> Vec<DocumentChild> {
        let mut pieces = Vec::new();
        for block in &section.blocks {
            match block {
                Block::Paragraph(paragraph) => {
                    let built = self.paragraph(paragraph, section.page.text_width());
                    pieces.extend(
                        built.into_iter().map(|paragraph| DocumentChild::Paragraph(Box::new(paragraph))),
                    );
                }
                Block::Table(table) if table.columns.is_empty() || table.rows.is_empty() => {}
                Block::Table(table) => {
                    // Word joins tables that touch.
                    if let Some(DocumentChild::Table(_)) = pieces.last() {
                        pieces.push(DocumentChild::Paragraph(Box::new(filler())));
                    }
                    pieces.push(DocumentChild::Table(Box::new(self.table(table, &section.page))));
                }
            }
        }
        if !matches!(pieces.last(), Some(DocumentChild::Paragraph(_))) {
            if let Some(DocumentChild::Table(table)) = pieces.last_mut() {
                keep_with_next(table);
            }
            pieces.push(DocumentChild::Paragraph(Box::new(filler())));
        }
        pieces
    }

    /// A paragraph `room` wide, and behind it the one that holds its drawn line, if any.
    fn paragraph(&mut self, paragraph: &Paragraph, room: Twips) -> Vec<Para> {
        let mut text = Para::new();
        text.property = styles::measures(paragraph)
            .style(&styles::id(paragraph.role))
            .keep_next(paragraph.keep_next)
            .keep_lines(paragraph.keep_lines)
            .widow_control(true);
        if let Some(last) = paragraph.runs.last() {
            // The paragraph's end mark counts for the height of its line.
            text.property.run_property = styles::letters(last);
        }
        let text = paragraph.runs.iter().fold(text, |text, run| text.add_run(word_run(run)));

        let Some(rule) = paragraph.rule else { return vec![text] };
        let between = room - paragraph.indent_left - paragraph.indent_right;
        let centred = paragraph.indent_left == paragraph.indent_right;
        self.rules.push(DrawnRule {
            length: Twips(rule.length.0.max(0)),
            gap: rule.gap,
            left: (!centred).then(|| paragraph.indent_left + (between - rule.length) / 2),
        });
        let mut line = low(styles::RULE, paragraph.after.max(LOWEST));
        line.property = line.property.keep_next(paragraph.keep_next);
        line = line.add_run(WordRun::new().style(RULE_MARK));
        vec![text.keep_next(true), line]
    }

    fn table(&mut self, table: &Table, page: &PageSetup) -> WordTable {
        let width = table.columns.iter().copied().sum();
        let whole = whole_rows(table, page.text_height());
        let rows = table.rows.iter().zip(whole).map(|(row, whole)| self.row(table, row, whole)).collect();
        let borders = SIDES.into_iter().fold(TableBorders::with_empty(), |borders, position| {
            let border = TableBorder::new(position);
            borders.set(match table.kind {
                TableKind::Tasks => border.size(BORDER),
                TableKind::Header | TableKind::Signing => border.border_type(BorderType::Nil).size(0),
            })
        });
        let padding = wide(table.padding);
        WordTable::new(rows)
            .set_grid(table.columns.iter().copied().map(wide).collect())
            .width(wide(width), WidthType::Dxa)
            .indent(0)
            .layout(TableLayoutType::Fixed)
            .margins(TableCellMargins::new().margin(0, padding, 0, padding))
            .set_borders(borders)
    }

    fn row(&mut self, table: &Table, row: &Row, whole: bool) -> TableRow {
        let cells = table.columns.iter().enumerate().map(|(i, &width)| {
            let room = width - table.padding * 2;
            let mut paragraphs: Vec<Para> = Vec::new();
            for paragraph in row.cells.get(i).into_iter().flatten() {
                paragraphs.extend(self.paragraph(paragraph, room));
            }
            if paragraphs.is_empty() {
                paragraphs.push(filler());
            }
            let cell = TableCell::new().width(wide(width), WidthType::Dxa);
            paragraphs.into_iter().fold(cell, TableCell::add_paragraph)
        });
        let built = TableRow::new(cells.collect());
        let built = if whole { built.cant_split() } else { built };
        if row.header { built.row_height(0.0).height_rule(HeightRule::Auto) } else { built }
    }
}

/// Which rows of a table stay on one page: those for which a page of this text height has
/// room below the headers that it repeats. LibreOffice lets a row that must not be cut run over
/// the edge of the page.
fn whole_rows(table: &Table, room: Twips) -> Vec<bool> {
    let heights = row_heights(table);
    let headers = table.rows.iter().take_while(|row| row.header).count();
    let repeated: f32 = heights.iter().take(headers).sum();
    let above = |place: usize| if place < headers { 0.0 } else { repeated };
    let fits = |(place, height): (usize, f32)| above(place) + height <= room.to_pt() - SPARE;
    heights.into_iter().enumerate().map(fits).collect()
}

/// Holds the last row of a table to what follows: on a page that it fills to the brim, the
/// paragraph behind it would make an empty page of its own.
fn keep_with_next(table: &mut WordTable) {
    let Some(TableChild::TableRow(row)) = table.rows.last_mut() else { return };
    for TableRowChild::TableCell(cell) in &mut row.cells {
        for content in &mut cell.children {
            if let TableCellContent::Paragraph(paragraph) = content {
                paragraph.property.keep_next = Some(true);
            }
        }
    }
}

/// The lowest possible paragraph, where Word asks for one and the page has none.
fn filler() -> Para {
    low(styles::FILLER, LOWEST)
}

/// A paragraph without letters, exactly as high as said.
fn low(style: &str, height: Twips) -> Para {
    let mut paragraph = Para::new();
    let spacing = LineSpacing::new().before(0).after(0).line_rule(LineSpacingType::Exact).line(height.0);
    paragraph.property =
        ParagraphProperty::new().style(style).line_spacing(spacing).run_property(RunProperty::new().size(2));
    paragraph
}

/// A run; line breaks and tabs inside its text become Word's own.
fn word_run(run: &Run) -> WordRun {
    let mut built = WordRun::new();
    built.run_property = styles::letters(run);
    let text = run.text.replace("\r\n", "\n");
    let mut rest = text.as_str();
    loop {
        let end = rest.find(['\n', '\r', '\u{B}', '\t']).unwrap_or(rest.len());
        let piece: String = rest[..end].chars().filter(|&c| xml::allowed(c)).collect();
        if !piece.is_empty() {
            built = built.add_text(piece);
        }
        let mut after = rest[end..].chars();
        built = match after.next() {
            None => return built,
            Some('\t') => built.add_tab(),
            Some(_) => built.add_break(BreakType::TextWrapping),
        };
        rest = after.as_str();
    }
}

fn section_property(page: &PageSetup, headers: &Headers) -> SectionProperty {
    let landscape = page.width > page.height;
    let size = PageSize::new().size(styles::unsigned(page.width), styles::unsigned(page.height));
    let mut property = SectionProperty::new()
        .page_size(if landscape { size.orient(PageOrientationType::Landscape) } else { size })
        .page_margin(PageMargin {
            top: page.top.0,
            left: page.left.0,
            bottom: page.bottom.0,
            right: page.right.0,
            header: page.number_distance.0,
            footer: page.number_distance.0,
            gutter: 0,
        })
        .page_num_type(PageNumType::new().start(1))
        .title_pg();
    property.section_type = Some(SectionType::NextPage);
    property.first_header_reference = Some(HeaderReference::new("first", headers.first()));
    property.header_reference = Some(HeaderReference::new("default", headers.numbered(page.number_size)));
    property
}
