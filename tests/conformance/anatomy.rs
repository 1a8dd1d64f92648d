//! Where the components of a plan stand in its Word file, found as a reader finds them: by what
//! they say and where, not by the names of styles.

use ke_hoach::plan::{Plan, lines};

use crate::families::Family;
use crate::measure::plain;
use crate::package::{Block, Cell, Docx, Drawn, Paragraph, Section, Table, paragraphs};

/// A plan and its Word file, as every rule gets them.
#[derive(Clone)]
pub struct Case {
    /// What plan it is, for messages.
    pub name: String,
    pub plan: Plan,
    pub family: Family,
    pub docx: Docx,
}

/// A drawn line, the paragraph that holds it, and the text over it.
pub struct Ruled<'a> {
    pub line: &'a Drawn,
    pub host: &'a Paragraph,
    pub above: &'a Paragraph,
}

/// The head of page 1.
pub struct Head<'a> {
    pub table: &'a Table,
    /// The cells of the names.
    pub left: &'a Cell,
    pub right: &'a Cell,
    pub superior: Vec<&'a Paragraph>,
    pub issuing: Vec<&'a Paragraph>,
    /// `*` or the like under the names.
    pub mark: Option<&'a Paragraph>,
    pub emblem: &'a Paragraph,
    pub motto: Option<&'a Paragraph>,
    /// The cells of number and date, which may be those of the names.
    pub number_cell: &'a Cell,
    pub date_cell: &'a Cell,
    pub number: &'a Paragraph,
    pub date: &'a Paragraph,
}

/// Tên loại and trích yếu.
pub struct Title<'a> {
    pub title: Vec<&'a Paragraph>,
    pub body: Vec<&'a Paragraph>,
    pub subject: Vec<&'a Paragraph>,
    /// `-----` under the subject.
    pub mark: Option<&'a Paragraph>,
    pub line: Option<Ruled<'a>>,
}

/// Recipients and signature.
pub struct Ending<'a> {
    pub table: &'a Table,
    pub left: Vec<&'a Paragraph>,
    pub right: Vec<&'a Paragraph>,
}

/// The paragraphs among blocks, without those in tables.
pub fn direct(blocks: &[Block]) -> Vec<&Paragraph> {
    let own = blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph),
        Block::Table(_) => None,
    });
    own.collect()
}

/// The drawn lines among paragraphs that follow each other.
pub fn ruled<'a>(paragraphs: &[&'a Paragraph]) -> Vec<Ruled<'a>> {
    let mut found = Vec::new();
    let mut above = None;
    for paragraph in paragraphs {
        if !paragraph.text().trim().is_empty() {
            above = Some(*paragraph);
        }
        if let Some(above) = above {
            found.extend(paragraph.drawn.iter().map(|line| Ruled { line, host: paragraph, above }));
        }
    }
    found
}

/// Whether a text is letters of a mark and nothing else: `*`, `***`, `-----`.
pub fn is_mark(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.chars().all(|c| matches!(c, '*' | '-' | '_'))
}

fn is_bold(paragraph: &Paragraph) -> bool {
    !paragraph.runs.is_empty() && paragraph.runs.iter().all(|run| run.letters.bold)
}

/// The first paragraph of a cell with these words in it.
fn saying<'a>(cell: &'a Cell, words: &str) -> Option<&'a Paragraph> {
    direct(&cell.blocks).into_iter().find(|paragraph| paragraph.text().contains(words))
}

impl Case {
    /// The section of the plan itself.
    pub fn main(&self) -> &Section {
        &self.docx.sections[0]
    }

    /// The sections of the appendices.
    pub fn appendices(&self) -> &[Section] {
        &self.docx.sections[1..]
    }

    /// What a setting of the plan says, where it is set.
    pub fn setting(&self, key: &str) -> Option<&str> {
        self.plan.settings.get(key)
    }

    pub fn head(&self) -> Result<Head<'_>, String> {
        let table = match self.main().blocks.first() {
            Some(Block::Table(table)) if table.rows.iter().all(|row| row.cells.len() == 2) => table,
            _ => return Err("page 1 does not begin with a table of two columns".into()),
        };
        let cells = |row: usize| table.rows.get(row).map(|row| (&row.cells[0], &row.cells[1]));
        let (left, right) = cells(0).ok_or("a table without rows")?;
        let names: Vec<&Paragraph> = direct(&left.blocks)
            .into_iter()
            .filter(|paragraph| !paragraph.text().trim().is_empty())
            .collect();
        let names: Vec<&Paragraph> =
            names.into_iter().take_while(|paragraph| !paragraph.text().starts_with("Số")).collect();
        let (marks, names): (Vec<_>, Vec<_>) = names.into_iter().partition(|name| is_mark(&name.text()));
        let (issuing, superior) = names.into_iter().partition(|name| is_bold(name));
        let titles = direct(&right.blocks);
        let mut titles = titles.into_iter().filter(|title| !title.text().trim().is_empty());
        let emblem = titles.next().ok_or("the right cell is empty")?;
        let motto = titles.next().filter(|next| next.text().contains(" - "));
        for row in &table.rows {
            let (number_cell, date_cell) = (&row.cells[0], &row.cells[1]);
            if let Some(number) = saying(number_cell, "Số") {
                let date =
                    saying(date_cell, "ngày").ok_or("place and date are not in the row of the number")?;
                return Ok(Head {
                    table,
                    left,
                    right,
                    superior,
                    issuing,
                    mark: marks.first().copied(),
                    emblem,
                    motto,
                    number_cell,
                    date_cell,
                    number,
                    date,
                });
            }
        }
        Err("no number".into())
    }

    /// Where the title begins, where it ends and where the last table stands among the blocks.
    fn bounds(&self) -> Result<(usize, usize, usize), String> {
        let blocks = &self.main().blocks;
        let last = blocks.iter().rposition(|block| matches!(block, Block::Table(_))).unwrap_or(0);
        if last == 0 {
            return Err("no table of recipients and signature".into());
        }
        let end = blocks.iter().position(|block| match block {
            Block::Paragraph(paragraph) => !paragraph.drawn.is_empty() || is_mark(&paragraph.text()),
            Block::Table(_) => false,
        });
        Ok((1, end.ok_or("nothing under the subject")?, last))
    }

    pub fn title(&self) -> Result<Title<'_>, String> {
        let (start, end, _) = self.bounds()?;
        let all = direct(&self.main().blocks[start..=end]);
        let line = ruled(&all).pop();
        let mut texts = all.into_iter().filter(|paragraph| !paragraph.text().trim().is_empty());
        let title = texts.by_ref().take(lines(&self.plan.title).count().max(1)).collect();
        let body = texts.by_ref().take(lines(&self.plan.title_body).count()).collect();
        let (mark, subject): (Vec<_>, Vec<_>) = texts.partition(|paragraph| is_mark(&paragraph.text()));
        Ok(Title { title, body, subject, mark: mark.first().copied(), line })
    }

    /// The paragraphs between the subject and the signature, as they stand.
    pub fn text(&self) -> Result<Vec<&Paragraph>, String> {
        let (_, end, last) = self.bounds()?;
        Ok(direct(&self.main().blocks[end + 1..last]))
    }

    /// Căn cứ, and the rest of the text.
    pub fn bases_and_body(&self) -> Result<(Vec<&Paragraph>, Vec<&Paragraph>), String> {
        let text = self.text()?;
        // Before the opening; some begin with "Thực hiện" or "Xét đề nghị".
        let is_basis = |paragraph: &&&Paragraph| {
            let text = plain(&paragraph.text());
            text.trim_start_matches("- ").starts_with("Căn cứ") || text.ends_with(';')
        };
        let bases = text.iter().take_while(is_basis).count();
        Ok((text[..bases].to_vec(), text[bases..].to_vec()))
    }

    pub fn ending(&self) -> Result<Ending<'_>, String> {
        let (_, _, last) = self.bounds()?;
        let Block::Table(table) = &self.main().blocks[last] else { return Err("no signature".into()) };
        let [row] = table.rows.as_slice() else { return Err("the signature table has not one row".into()) };
        let [left, right] = row.cells.as_slice() else {
            return Err("the signature table has not two columns".into());
        };
        Ok(Ending { table, left: printed(&left.blocks), right: printed(&right.blocks) })
    }
}

/// The paragraphs that print text.
pub fn printed(blocks: &[Block]) -> Vec<&Paragraph> {
    paragraphs(blocks).into_iter().filter(|paragraph| !paragraph.text().trim().is_empty()).collect()
}
