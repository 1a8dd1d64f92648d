//! Small documents built by hand.

use crate::document::{
    Align, Block, Document, PageSetup, Paragraph, Role, Row, Rule, Run, Section, Table, TableKind,
};
use crate::format::{HalfPt, Twips};

pub fn run(text: &str) -> Run {
    Run { text: text.into(), size: HalfPt::pt(13), bold: false, italic: false, underline: false }
}

pub fn paragraph(text: &str) -> Paragraph {
    Paragraph::solid(Role::Body, Align::Justify, vec![run(text)])
}

pub fn ruled(text: &str) -> Paragraph {
    let rule = Rule { length: Twips::pt(100), gap: Twips::pt(2) };
    Paragraph { align: Align::Center, rule: Some(rule), after: Twips::pt(6), ..paragraph(text) }
}

pub fn table(kind: TableKind) -> Table {
    let row = |header| Row::new(vec![vec![paragraph("một")], vec![]], header);
    Table {
        kind,
        columns: vec![Twips(3000), Twips(6355)],
        rows: vec![row(true), row(false)],
        padding: Twips(57),
    }
}

pub const PAGE: PageSetup = PageSetup {
    width: Twips::mm(210),
    height: Twips::mm(297),
    top: Twips::mm(20),
    bottom: Twips::mm(20),
    left: Twips::mm(30),
    right: Twips::mm(15),
    number_size: HalfPt::pt(14),
    number_distance: Twips::mm(10),
};

pub fn section(blocks: Vec<Block>) -> Section {
    Section { page: PAGE, blocks, foot: Vec::new() }
}

pub fn document(sections: Vec<Section>) -> Document {
    Document { title: "Kế hoạch".into(), author: "Ủy ban".into(), sections }
}

/// A document of one section with these paragraphs.
pub fn paragraphs(all: Vec<Paragraph>) -> Document {
    document(vec![section(all.into_iter().map(Block::Paragraph).collect())])
}
