//! Lines and rows put on pages.

use super::lines::{SetLine, line_room, set_lines};
use super::table::{SetRow, SetTable, set_table, stack};
use super::*;

/// Rounding of sums of heights that must not push a line to the next page, in points.
const TOLERANCE: f32 = 0.05;

/// The pages of a section: at least one.
pub(super) fn pages(section: &Section) -> Vec<Page> {
    let tables: Vec<SetTable> = section
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(set_table(table)),
            Block::Paragraph(_) => None,
        })
        .collect();
    let chunks = chunks(section, &tables);
    let foot = Foot::of(section);
    let mut flow = Flow::new(&section.page, foot.height);
    flow.put(&chunks, Bond::Keep);
    if let Some(first) = flow.pages.first_mut() {
        foot.draw(&section.page, first);
    }
    flow.pages
}

/// What stands at the foot of a section's first page.
struct Foot {
    lines: Vec<(f32, SetLine)>,
    height: f32,
}

impl Foot {
    fn of(section: &Section) -> Foot {
        let (lines, height) = stack(&section.foot, section.page.text_width().to_pt(), 0.0);
        Foot { lines, height }
    }

    /// Draws the foot as far from the bottom edge as the page number is from the top edge.
    fn draw(self, setup: &PageSetup, page: &mut Page) {
        if self.lines.is_empty() {
            return;
        }
        let (left, top) = (setup.left.to_pt(), (setup.height - setup.number_distance).to_pt() - self.height);
        let right = left + setup.text_width().to_pt();
        page.rules.push(PlacedRule { x1: left, y1: top, x2: right, y2: top });
        page.lines.extend(self.lines.into_iter().map(|(y, set)| set.line.moved(left, top + y)));
    }
}

/// What is never cut over two pages: a line, or a row of a table.
struct Chunk<'a> {
    /// Space before it, unless it goes over to the top of a page.
    above: f32,
    height: f32,
    /// The part of the height that need not fit on the page; negative where more has to.
    hanging: f32,
    /// How it holds on to the next chunk.
    bond: Bond,
    body: Body<'a>,
}

enum Body<'a> {
    Line(SetLine),
    Row(&'a SetTable, usize),
}

/// How a chunk holds on to the next, weakest first. A bond gives way where what it
/// holds together is longer than a page.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Bond {
    Free,
    /// The writer asked for it: keep with next, keep lines together.
    Keep,
    /// No line of a paragraph stands alone at the top or bottom of a page.
    Widow,
}

fn chunks<'a>(section: &Section, tables: &'a [SetTable]) -> Vec<Chunk<'a>> {
    let width = section.page.text_width().to_pt();
    let mut tables = tables.iter();
    let mut chunks = Vec::new();
    let mut after = 0.0;
    for block in &section.blocks {
        match block {
            Block::Paragraph(paragraph) => {
                let above = after + paragraph.before.to_pt();
                push_paragraph(&mut chunks, paragraph, set_lines(paragraph, width), above);
                after = paragraph.after.to_pt();
            }
            Block::Table(_) => {
                let Some(table) = tables.next() else { continue };
                chunks.extend(table.rows.iter().enumerate().map(|(place, row)| Chunk {
                    above: if place == 0 { after } else { 0.0 },
                    height: row.height,
                    hanging: -row.overhang,
                    bond: if row.keep_next || place < table.headers { Bond::Keep } else { Bond::Free },
                    body: Body::Row(table, place),
                }));
                if !table.rows.is_empty() {
                    after = 0.0;
                }
            }
        }
    }
    chunks
}

fn push_paragraph(chunks: &mut Vec<Chunk>, paragraph: &Paragraph, lines: Vec<SetLine>, above: f32) {
    let count = lines.len();
    chunks.extend(lines.into_iter().enumerate().map(|(place, line)| {
        let last = place + 1 == count;
        let bond = match place {
            _ if last && paragraph.keep_next => Bond::Keep,
            _ if last => Bond::Free,
            _ if place == 0 || place + 2 == count => Bond::Widow,
            _ if paragraph.keep_lines => Bond::Keep,
            _ => Bond::Free,
        };
        Chunk {
            above: if place == 0 { above } else { 0.0 },
            height: line.room.height,
            hanging: line.room.hanging,
            bond,
            body: Body::Line(line),
        }
    }));
}

/// Pages being filled.
struct Flow<'a> {
    setup: &'a PageSetup,
    /// Height of the foot of the first page.
    foot: f32,
    pages: Vec<Page>,
    /// How far down from the top margin the last page is filled.
    y: f32,
    /// Nothing stands on the last page yet.
    at_top: bool,
    /// What closes the cells of the last row that go on below, if the page ends here.
    open: Vec<PlacedRule>,
}

impl<'a> Flow<'a> {
    fn new(setup: &'a PageSetup, foot: f32) -> Flow<'a> {
        let mut flow = Flow { setup, foot, pages: Vec::new(), y: 0.0, at_top: true, open: Vec::new() };
        flow.new_page();
        flow
    }

    /// The height of a page that is not the first.
    fn room(&self) -> f32 {
        self.setup.text_height().to_pt()
    }

    /// The height of the last page: a foot that is higher than the bottom margin takes from it.
    fn room_here(&self) -> f32 {
        let over_foot = (self.setup.height - self.setup.top - self.setup.number_distance).to_pt() - self.foot;
        if self.pages.len() == 1 { self.room().min(over_foot) } else { self.room() }
    }

    /// Puts chunks on pages, those together that bonds of `strength` or more hold.
    fn put(&mut self, chunks: &[Chunk], strength: Bond) {
        for group in chunks.chunk_by(|chunk, _| chunk.bond >= strength) {
            self.put_group(group, strength);
        }
    }

    fn put_group(&mut self, group: &[Chunk], strength: Bond) {
        let [first, rest @ ..] = group else { return };
        let inside: f32 = rest.iter().map(|chunk| chunk.above + chunk.height).sum();
        let inside = inside - group.last().map_or(0.0, |last| last.hanging);
        let above = if self.drops_space() { 0.0 } else { first.above };
        if self.fits(above + first.height + inside) {
            self.put_all(group);
        } else if first.height + inside + repeated_height(first) <= self.room() + TOLERANCE {
            self.new_page();
            self.repeat_headers(first);
            self.put_all(group);
        } else {
            match (strength, group) {
                (Bond::Keep, [_, _, ..]) => self.put(group, Bond::Widow),
                (_, [chunk]) => self.put_alone(chunk),
                _ => group.iter().for_each(|chunk| self.put_group(std::slice::from_ref(chunk), Bond::Widow)),
            }
        }
    }

    /// A chunk that is higher than a page with the headers it repeats.
    fn put_alone(&mut self, chunk: &Chunk) {
        if !self.at_top {
            self.new_page();
        }
        match &chunk.body {
            Body::Row(table, place) if chunk.height - chunk.hanging > self.room() + TOLERANCE => {
                self.cut_row(table, &table.rows[*place]);
            }
            _ => self.put_all(std::slice::from_ref(chunk)),
        }
    }

    /// Space above is dropped where the text runs over to a page, not where a section begins.
    fn drops_space(&self) -> bool {
        self.at_top && self.pages.len() > 1
    }

    fn fits(&self, height: f32) -> bool {
        self.y + height <= self.room_here() + TOLERANCE
    }

    fn put_all(&mut self, chunks: &[Chunk]) {
        for chunk in chunks {
            if !self.drops_space() {
                self.y += chunk.above;
            }
            match &chunk.body {
                Body::Line(line) => self.put_line(line, 0.0, 0.0),
                Body::Row(table, place) => {
                    self.put_row(table, &table.rows[*place], *place == 0 || self.at_top)
                }
            }
            self.y += chunk.height;
            self.at_top = false;
        }
    }

    fn put_line(&mut self, set: &SetLine, x: f32, y: f32) {
        let dx = self.setup.left.to_pt() + x;
        let dy = self.setup.top.to_pt() + self.y + y;
        let Some(page) = self.pages.last_mut() else { return };
        if !set.line.segments.is_empty() {
            page.lines.push(set.line.clone().moved(dx, dy));
        }
        page.rules.extend(set.rules.iter().map(|rule| rule.moved(dx, dy)));
    }

    fn put_row(&mut self, table: &SetTable, row: &SetRow, first: bool) {
        for cell in &row.cells {
            for (y, line) in &cell.lines {
                self.put_line(line, cell.x, *y);
            }
        }
        self.draw_borders(table, row, row.height, first);
    }

    /// Draws the borders of a row whose top is where the page is filled to; the top border
    /// only of the `first` row on a page, as the others stand under a bottom border.
    fn draw_borders(&mut self, table: &SetTable, row: &SetRow, height: f32, first: bool) {
        let Some(right) = table.borders else { return };
        let (dx, dy) = (self.setup.left.to_pt(), self.setup.top.to_pt() + self.y);
        let Some(page) = self.pages.last_mut() else { return };
        let across = |x1, x2, y| PlacedRule { x1, y1: y, x2, y2: y }.moved(dx, dy);
        let upright = |&x: &f32| PlacedRule { x1: x, y1: 0.0, x2: x, y2: height }.moved(dx, dy);
        page.rules.extend(first.then(|| across(0.0, right, 0.0)));
        page.rules.extend(row.edges.iter().map(upright));
        let mut closed = 0.0;
        for &(from, to) in &row.open {
            page.rules.extend((from > closed).then(|| across(closed, from, height)));
            closed = to;
        }
        page.rules.extend((right > closed || row.open.is_empty()).then(|| across(closed, right, height)));
        self.open = row.open.iter().map(|&(from, to)| across(from, to, height)).collect();
    }

    /// Repeats the headers of the table that goes over to a new page with this chunk.
    fn repeat_headers(&mut self, chunk: &Chunk) {
        let Body::Row(table, place) = chunk.body else { return };
        if place < table.headers {
            return;
        }
        for row in &table.rows[..table.headers] {
            self.put_row(table, row, self.at_top);
            self.y += row.height;
            self.at_top = false;
        }
    }

    /// Spreads a row that is higher than a page over as many as it takes.
    fn cut_row(&mut self, table: &SetTable, row: &SetRow) {
        let mut rest: Vec<_> = row.cells.iter().map(|cell| (cell.x, cell.lines.as_slice())).collect();
        loop {
            let mut height = 0.0_f32;
            for (x, lines) in &mut rest {
                let Some(top) = lines.first().map(|(top, _)| *top) else { continue };
                let fitting = lines
                    .partition_point(|(y, line)| y + line.room.height - top <= self.room_here() + TOLERANCE);
                let (here, later) = lines.split_at(fitting.max(1));
                for (y, line) in here {
                    self.put_line(line, *x, y - top);
                    height = height.max(y + line.room.height - top);
                }
                *lines = later;
            }
            self.draw_borders(table, row, height, true);
            self.y += height;
            self.at_top = false;
            if rest.iter().all(|(_, lines)| lines.is_empty()) {
                break;
            }
            self.new_page();
        }
    }

    fn new_page(&mut self) {
        if let Some(page) = self.pages.last_mut() {
            page.rules.append(&mut self.open);
        }
        let number = self.pages.len() + 1;
        self.pages.push(Page {
            width: self.setup.width.to_pt(),
            height: self.setup.height.to_pt(),
            number: (number > 1).then(|| number_line(self.setup, number)),
            lines: Vec::new(),
            rules: Vec::new(),
        });
        self.y = 0.0;
        self.at_top = true;
    }
}

/// The height of the headers that are repeated where this chunk begins a page.
fn repeated_height(chunk: &Chunk) -> f32 {
    match chunk.body {
        Body::Row(table, place) if place >= table.headers => {
            table.rows[..table.headers].iter().map(|row| row.height).sum()
        }
        _ => 0.0,
    }
}

fn number_line(setup: &PageSetup, number: usize) -> Line {
    let run = Run {
        text: number.to_string(),
        size: setup.number_size,
        bold: false,
        italic: false,
        underline: false,
    };
    let width = text_width(&run.text, Face::default(), run.size.to_pt());
    let room = line_room(LineRule::Multiple(100), run.size.to_pt());
    Line {
        baseline: setup.number_distance.to_pt() + room.baseline,
        role: Role::Body,
        segments: vec![Segment {
            x: setup.left.to_pt() + (setup.text_width().to_pt() - width) / 2.0,
            width,
            run,
            word_spacing: 0.0,
        }],
    }
}
