//! The sheet on paper. No official document: no clause says how it looks, so it is set as a văn thư would
//! set a table to hand on, in the type of the plans.

use super::{Entry, Group, ReviewSheet, TITLE};
use crate::document::{
    Align, Block, Cell, Document, PageSetup, Paragraph, Role, Row, Run, Section, Table, TableKind,
};
use crate::format::{HalfPt, Twips};
use crate::vietnamese::bind;

/// Size of the letters in the table, and of what stands around it.
const SMALL: HalfPt = HalfPt::pt(12);
const LARGE: HalfPt = HalfPt::pt(13);

/// A4; wider to the left, where it is filed.
const PAGE: PageSetup = PageSetup {
    width: Twips::mm(210),
    height: Twips::mm(297),
    top: Twips::mm(20),
    bottom: Twips::mm(20),
    left: Twips::mm(25),
    right: Twips::mm(15),
    number_size: LARGE,
    number_distance: Twips::mm(10),
};

/// The columns of the table, with their widths; together as wide as the text.
const COLUMNS: [(&str, Twips); 5] = [
    ("TT", Twips::mm(10)),
    ("Vị trí", Twips::mm(28)),
    ("Nội dung", Twips::mm(58)),
    ("Đề nghị sửa", Twips::mm(36)),
    ("Căn cứ", Twips::mm(38)),
];

impl ReviewSheet {
    /// The sheet as a document: for Word, and for the printer.
    pub fn document(&self) -> Document {
        let mut blocks = vec![
            line(Role::Title, Align::Center, text(TITLE, HalfPt::pt(14)).bold()),
            line(Role::Subject, Align::Center, text(&self.about, LARGE)),
            line(Role::Body, Align::Left, text(&format!("{}.", self.counted()), LARGE)),
        ];
        if !self.groups.is_empty() {
            blocks.push(Block::Table(self.table()));
        }
        blocks.push(Block::Table(signing()));
        let section = Section { page: PAGE, blocks, foot: Vec::new() };
        Document {
            title: format!("Phiếu rà soát: {}", self.about),
            author: String::new(),
            sections: vec![section],
        }
    }

    fn table(&self) -> Table {
        let heads =
            COLUMNS.map(|(head, _)| vec![cell(Role::TableHead, Align::Center, text(head, SMALL).bold())]);
        let mut rows = vec![Row::new(heads.into(), true)];
        let mut number = 0;
        for group in &self.groups {
            rows.push(heading(group));
            for entry in &group.entries {
                number += 1;
                rows.push(row(number, entry));
            }
        }
        Table {
            kind: TableKind::Content,
            columns: COLUMNS.map(|(_, width)| width).into(),
            rows,
            padding: Twips::pt(4),
        }
    }
}

/// The line over what was found of one severity.
fn heading(group: &Group) -> Row {
    let heading = cell(Role::TableCell, Align::Left, text(group.severity.heading(), SMALL).bold());
    let heading = Paragraph { keep_next: true, ..heading };
    Row { cells: vec![Cell { paragraphs: vec![heading], span: COLUMNS.len(), merged: false }], header: false }
}

fn row(number: usize, entry: &Entry) -> Row {
    let plain = |words: &str| vec![cell(Role::TableCell, Align::Left, text(words, SMALL))];
    let proposal = entry.proposal.as_ref().map(super::Proposal::said).unwrap_or_default();
    let number = vec![cell(Role::TableCell, Align::Center, text(&number.to_string(), SMALL))];
    let cells =
        vec![number, plain(&entry.placed()), plain(&entry.told()), plain(&proposal), plain(entry.clause)];
    Row::new(cells, false)
}

/// Room for a date and for the name of whoever looked through the text.
fn signing() -> Table {
    let half = Twips(PAGE.text_width().0 / 2);
    let place = |run: Run| Paragraph {
        keep_next: true,
        ..Paragraph::solid(Role::SignerTitle, Align::Center, vec![run])
    };
    let date = place(text("Ngày …… tháng …… năm ………", LARGE).italic());
    let signer = vec![
        Paragraph { before: Twips::pt(12), ..date },
        place(text("NGƯỜI RÀ SOÁT", LARGE).bold()),
        place(text("(Ký, ghi rõ họ tên)", LARGE).italic()),
    ];
    let row = Row::new(vec![vec![place(text("", LARGE))], signer], false);
    Table {
        kind: TableKind::Signing,
        columns: vec![PAGE.text_width() - half, half],
        rows: vec![row],
        padding: Twips::ZERO,
    }
}

fn line(role: Role, align: Align, run: Run) -> Block {
    Block::Paragraph(Paragraph { after: Twips::pt(6), ..Paragraph::solid(role, align, vec![run]) })
}

fn cell(role: Role, align: Align, run: Run) -> Paragraph {
    Paragraph { before: Twips::pt(2), after: Twips::pt(2), ..Paragraph::solid(role, align, vec![run]) }
}

fn text(text: &str, size: HalfPt) -> Run {
    Run { text: bind(text), size, bold: false, italic: false, underline: false }
}

impl Run {
    fn bold(self) -> Run {
        Run { bold: true, ..self }
    }

    fn italic(self) -> Run {
        Run { italic: true, ..self }
    }
}
