//! HTML into a plan, as the clipboard and web programs hold it: elements → the paragraphs and
//! tables of a Word file → the lines that are recognised as those of any text.
//!
//! The browser parses the HTML and gives it back as XHTML, so the reader of XML serves here, too.

mod css;
mod flow;
mod lists;
mod soup;

use super::docx::document::{Block, Cell, MOST_COLUMNS, MOST_LETTERS, MOST_PIECES, plain_text};
use super::docx::named::Named;
use super::docx::xml::{Node, Tag, Xml};
use super::docx::{self, numbering};
use super::lines::Source;
use super::recognise::recognise;
use super::{Choices, Imported, ReadError, Reading};
use crate::vietnamese::Legacy;
use css::{Css, Display, Rules, Word};
use flow::{Context, Flow};
use lists::List;
pub(super) use soup::unpacked;

#[cfg(test)]
mod tests;

/// The longest XHTML that is read, in bytes: pictures may stand in it.
const LONGEST: usize = 16 * 1024 * 1024;
/// Rows over which a cell goes at most.
const MOST_ROWS: usize = 1_000;

/// Elements that hold no text of the document.
const LEFT_OUT: [&str; 19] = [
    "script",
    "title",
    "template",
    "noscript",
    "del",
    "rt",
    "rp",
    "annotation",
    "annotation-xml",
    "svg",
    "iframe",
    "audio",
    "video",
    "canvas",
    "select",
    "datalist",
    "colgroup",
    "meta",
    "link",
];

/// Elements that stand on lines of their own and hold paragraphs.
const BLOCKS: [&str; 27] = [
    "html",
    "head",
    "body",
    "div",
    "ul",
    "ol",
    "dl",
    "blockquote",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "aside",
    "nav",
    "figure",
    "pre",
    "form",
    "fieldset",
    "center",
    "details",
    "summary",
    "tr",
    "tbody",
    "thead",
    "tfoot",
    "dir",
];
/// Elements that are paragraphs.
const PARAGRAPHS: [&str; 15] = [
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "dt",
    "dd",
    "td",
    "th",
    "figcaption",
    "address",
    "caption",
];

/// Reads pasted HTML, as the browser's parser hands it over: XHTML, with or without `<html>`.
///
/// The text is what a reader of the page sees: the marks of its lists, notes where they are
/// referred to, no deleted or hidden text. It is read as [`text`](super::text()) is.
///
/// ```
/// let html = "<ol type=\"I\"><li><b>MỤC ĐÍCH</b></li></ol><p>Nâng cao nhận thức<br/>của đảng viên.</p>";
/// let plan = ke_hoach::import::html(html)?.plan;
/// assert_eq!(plan.sections[0].title, "MỤC ĐÍCH");
/// assert_eq!(plan.sections[0].items[0].text, "Nâng cao nhận thức của đảng viên.");
/// # Ok::<(), ke_hoach::import::ReadError>(())
/// ```
///
/// # Errors
/// [`ReadError::Unparsed`] where it is no XHTML or too deep, [`ReadError::TooMuch`],
/// [`ReadError::NothingThere`] where it holds no letter.
pub fn html(xhtml: &str) -> Result<Imported, ReadError> {
    read_html(xhtml, &Choices::default()).map(|reading| reading.imported)
}

/// The same, with every line and what it is; what the user decides about them goes in as `choices`.
///
/// # Errors
/// As [`html()`].
pub fn read_html(xhtml: &str, choices: &Choices) -> Result<Reading, ReadError> {
    Ok(recognise(source(xhtml, choices.encoding)?, choices))
}

/// The lines of pasted HTML.
pub(super) fn source(xhtml: &str, encoding: Option<Legacy>) -> Result<Source, ReadError> {
    let (mut blocks, notes) = read(xhtml)?;
    if let Some(encoding) = encoding {
        docx::document::repair(&mut blocks, encoding);
    }
    let mut source = Source::default();
    docx::flow::lines(&blocks, &mut source);
    source.taken_out.extend(notes);
    if source.lines.is_empty() && source.taken_out.is_empty() {
        return Err(ReadError::NothingThere);
    }
    Ok(source)
}

/// The blocks of a page inside a Word file.
pub(super) fn blocks(html: &str) -> Result<Vec<Block>, ReadError> {
    Ok(read(html)?.0)
}

/// The same as [`read_xhtml`] of a page that need not be XHTML, as far as it can be read without
/// a browser.
fn read(html: &str) -> Result<(Vec<Block>, Vec<String>), ReadError> {
    let unparsed = |error: &ReadError| matches!(error, ReadError::Damaged { .. } | ReadError::TooDeep { .. });
    match read_xhtml(html) {
        Err(error) if unparsed(&error) => {
            let again = read_xhtml(&soup::closed(html));
            again.map_err(|error| if unparsed(&error) { ReadError::Unparsed } else { error })
        }
        read => read,
    }
}

/// The blocks of pasted HTML, and notes to which nothing in it refers.
fn read_xhtml(xhtml: &str) -> Result<(Vec<Block>, Vec<String>), ReadError> {
    if xhtml.len() > LONGEST {
        return Err(ReadError::TooMuch);
    }
    let mut reader = Reader::default();
    if ["mso-element", "sdfootnote", "sdendnote"].iter().any(|mark| xhtml.contains(mark)) {
        reader.notes(&mut Xml::new(xhtml, PART))?;
    }
    reader.body = true;
    let mut flow = Flow::default();
    let mut xml = Xml::new(xhtml, PART);
    reader.content(&mut xml, &Context::default(), &mut flow)?;
    let notes = reader.notes.all().iter().filter(|note| !note.is_empty()).cloned().collect();
    Ok((flow.finish(), notes))
}

/// What the reader of XML calls its source.
const PART: &str = "HTML";

#[derive(Default)]
struct Reader {
    rules: Rules,
    /// The text of footnotes and endnotes by their names.
    notes: Named<String>,
    /// Whether the text is read, and no longer its notes.
    body: bool,
    /// The lists around, the innermost last.
    lists: Vec<List>,
    /// Paragraphs and cells that were read.
    pieces: usize,
    /// Letters that were read, in bytes.
    letters: usize,
}

/// A table being read.
#[derive(Default)]
struct Grid {
    rows: Vec<Vec<Cell>>,
    /// Cells of rows above that go on: column, width, rows left.
    down: Vec<(usize, usize, usize)>,
}

impl Reader {
    /// Everything to the end of the element that was read last.
    fn content(&mut self, xml: &mut Xml, context: &Context, flow: &mut Flow) -> Result<(), ReadError> {
        while let Some(tag) = self.child(xml, context, flow)? {
            self.element(xml, &tag, context, flow)?;
        }
        Ok(())
    }

    /// The next element inside the one that is read; text before it goes where `around` says.
    fn child<'a>(
        &mut self,
        xml: &mut Xml<'a>,
        around: &Context,
        flow: &mut Flow,
    ) -> Result<Option<Tag<'a>>, ReadError> {
        loop {
            match xml.node()? {
                Node::Start(tag) => return Ok(Some(tag)),
                Node::Text(text) => self.text(&text, around, flow)?,
                Node::End | Node::Eof => return Ok(None),
            }
        }
    }

    fn text(&mut self, text: &str, context: &Context, flow: &mut Flow) -> Result<(), ReadError> {
        self.letters += text.trim().len();
        if self.letters > MOST_LETTERS {
            return Err(ReadError::TooMuch);
        }
        flow.text(text, context);
        Ok(())
    }

    /// Counts a paragraph or a cell.
    fn count(&mut self) -> Result<(), ReadError> {
        self.pieces += 1;
        if self.pieces > MOST_PIECES { Err(ReadError::TooMuch) } else { Ok(()) }
    }

    /// What style sheets and the element itself say of it.
    fn css(&self, tag: &Tag, name: &str) -> Css {
        let classes = tag.attribute("class").unwrap_or_default();
        let own = tag.attribute("style").map(|style| Css::read(&style)).unwrap_or_default();
        own.over(&self.rules.of(name, &classes))
    }

    fn element(
        &mut self,
        xml: &mut Xml,
        tag: &Tag,
        around: &Context,
        flow: &mut Flow,
    ) -> Result<(), ReadError> {
        let name = tag.full_name().to_ascii_lowercase();
        let name = name.as_str();
        if name == "style" {
            self.rules.read(&xml.text()?);
            return Ok(());
        }
        let css = self.css(tag, name);
        if LEFT_OUT.contains(&name) || css.display == Some(Display::None) || is_beside_text(tag) {
            return xml.skip();
        }
        let context = around.inside(name, tag, &css);
        match css.word {
            Some(Word::Mark) => {
                let mark = self.plain(xml, &context)?;
                flow.mark = lists::shown(&mark);
                return Ok(());
            }
            Some(Word::Tab) => {
                flow.tab(&context);
                return xml.skip();
            }
            Some(Word::Note) | None => {}
        }
        match name {
            "br" => {
                self.count()?;
                flow.line_break(&context);
                return xml.skip();
            }
            "img" => {
                flow.picture();
                return xml.skip();
            }
            "hr" => {
                flow.rule();
                return xml.skip();
            }
            "table" => return self.table(xml, &context, flow),
            "a" if self.is_note(tag, &context, flow) => return xml.skip(),
            "div" if self.body && tag.attribute("id").is_some_and(|id| self.notes.get(&id).is_some()) => {
                return xml.skip();
            }
            "ol" | "ul" | "dir" => {
                self.lists.push(List::new(name == "ol", tag, &css, &self.lists));
                self.block(xml, &context, flow)?;
                self.lists.pop();
                return Ok(());
            }
            "li" => {
                flow.end();
                flow.mark = match self.lists.last_mut() {
                    Some(list) => list.next(tag, &css),
                    None => numbering::bullet("").into(),
                };
                self.block(xml, &context, flow)?;
                flow.mark.clear();
                return Ok(());
            }
            _ => {}
        }
        let block = BLOCKS.contains(&name) || PARAGRAPHS.contains(&name);
        match (css.display, block) {
            (Some(Display::Block), _) | (None, true) => self.block(xml, &context, flow),
            _ => self.content(xml, &context, flow),
        }
    }

    fn block(&mut self, xml: &mut Xml, context: &Context, flow: &mut Flow) -> Result<(), ReadError> {
        self.count()?;
        flow.end();
        self.content(xml, context, flow)?;
        flow.end();
        Ok(())
    }

    /// The text of an element on one line.
    fn plain(&mut self, xml: &mut Xml, context: &Context) -> Result<String, ReadError> {
        let mut inner = Flow::default();
        self.content(xml, context, &mut inner)?;
        Ok(plain_text(&inner.finish()))
    }

    fn table(&mut self, xml: &mut Xml, context: &Context, flow: &mut Flow) -> Result<(), ReadError> {
        flow.end();
        let mut grid = Grid::default();
        self.rows(xml, context, &mut grid, flow)?;
        flow.end();
        // A table of one column only puts its text into a frame.
        if grid.rows.iter().all(|row| row.len() < 2) {
            flow.blocks.extend(grid.rows.into_iter().flatten().flat_map(|cell| cell.blocks));
        } else {
            flow.blocks.push(Block::Table(grid.rows));
        }
        Ok(())
    }

    fn rows(
        &mut self,
        xml: &mut Xml,
        around: &Context,
        grid: &mut Grid,
        flow: &mut Flow,
    ) -> Result<(), ReadError> {
        while let Some(tag) = self.child(xml, around, flow)? {
            let name = tag.full_name().to_ascii_lowercase();
            let css = self.css(&tag, &name);
            let context = around.inside(&name, &tag, &css);
            match name.as_str() {
                _ if css.display == Some(Display::None) => xml.skip()?,
                "tr" => self.row(xml, &context, grid, flow)?,
                "thead" | "tbody" | "tfoot" => self.rows(xml, &context, grid, flow)?,
                _ => self.element(xml, &tag, around, flow)?,
            }
        }
        Ok(())
    }

    fn row(
        &mut self,
        xml: &mut Xml,
        around: &Context,
        grid: &mut Grid,
        flow: &mut Flow,
    ) -> Result<(), ReadError> {
        let mut row = Vec::new();
        let mut column = 0;
        let mut begun = Vec::new();
        while let Some(tag) = self.child(xml, around, flow)? {
            let name = tag.full_name().to_ascii_lowercase();
            if name != "td" && name != "th" {
                self.element(xml, &tag, around, flow)?;
                continue;
            }
            let css = self.css(&tag, &name);
            if css.display == Some(Display::None) {
                xml.skip()?;
                continue;
            }
            self.go_down(grid, &mut row, &mut column, false)?;
            self.count()?;
            let mut inner = Flow::default();
            self.content(xml, &around.inside(&name, &tag, &css), &mut inner)?;
            let number =
                |name: &str| tag.attribute(name).and_then(|number| number.trim().parse::<usize>().ok());
            let width = number("colspan").unwrap_or(1).clamp(1, MOST_COLUMNS);
            match number("rowspan") {
                None | Some(1) => {}
                // To the end of the table.
                Some(0) => begun.push((column, width, MOST_ROWS)),
                Some(rows) => begun.push((column, width, rows.min(MOST_ROWS) - 1)),
            }
            row.push(Cell { column, blocks: inner.finish(), merged: false });
            column += width;
        }
        self.go_down(grid, &mut row, &mut column, true)?;
        grid.down.retain(|(_, _, rows)| *rows > 0);
        grid.down.extend(begun);
        grid.rows.push(row);
        Ok(())
    }

    /// Puts the cells of rows above into a row, where they stand next or, at its `end`, all.
    fn go_down(
        &mut self,
        grid: &mut Grid,
        row: &mut Vec<Cell>,
        column: &mut usize,
        end: bool,
    ) -> Result<(), ReadError> {
        loop {
            let next = grid.down.iter_mut().filter(|(at, _, rows)| *at >= *column && *rows > 0);
            let Some((at, width, rows)) = next.min_by_key(|(at, _, _)| *at) else { return Ok(()) };
            if *at > *column && !end {
                return Ok(());
            }
            row.push(Cell { column: *at, blocks: Vec::new(), merged: true });
            *column = *at + *width;
            // Those that are done are dropped behind the row, so that none is met twice in it.
            *rows -= 1;
            self.count()?;
        }
    }

    /// Reads the notes at the end of a document, wherever in it they are.
    fn notes(&mut self, xml: &mut Xml) -> Result<(), ReadError> {
        while let Some(tag) = xml.child()? {
            let name = tag.full_name().to_ascii_lowercase();
            if name == "style" {
                self.rules.read(&xml.text()?);
                continue;
            }
            let id = tag.attribute("id").filter(|id| {
                let by_word =
                    tag.attribute("style").is_some_and(|style| Css::read(&style).word == Some(Word::Note));
                by_word || ["sdfootnote", "sdendnote"].iter().any(|kind| is_numbered(id, kind))
            });
            match id {
                Some(id) => {
                    let css = self.css(&tag, &name);
                    let text = self.plain(xml, &Context::default().inside(&name, &tag, &css))?;
                    self.notes.insert(id, text);
                }
                None => self.notes(xml)?,
            }
        }
        Ok(())
    }

    /// Whether a link only leads to a note, which then takes its place, or back from one.
    fn is_note(&mut self, tag: &Tag, context: &Context, flow: &mut Flow) -> bool {
        let Some(target) = tag.attribute("href").and_then(|href| Some(href.strip_prefix('#')?.to_owned()))
        else {
            return false;
        };
        if !self.body {
            return target.starts_with("_ftnref") || target.starts_with("_ednref") || target.ends_with("anc");
        }
        let name = target.trim_start_matches('_').trim_end_matches("sym");
        let Some(note) = self.notes.get_mut(name).map(std::mem::take) else { return false };
        // Each note is printed once.
        if !note.is_empty() {
            flow.note(&note, context);
        }
        true
    }
}

/// Whether an element is no text of the document: a page number of LibreOffice, or the mark of
/// a comment of Word.
fn is_beside_text(tag: &Tag) -> bool {
    if tag.full_name() == "sdfield" {
        return tag.attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("PAGE"));
    }
    tag.attribute("class").is_some_and(|class| {
        class.eq_ignore_ascii_case("MsoCommentReference") || class.eq_ignore_ascii_case("msocomanchor")
    })
}

/// Whether a name is this one with a number behind it.
fn is_numbered(name: &str, kind: &str) -> bool {
    name.strip_prefix(kind)
        .is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}
