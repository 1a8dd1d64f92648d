//! What is different in paper, margins and page numbers.

use super::layout::{by_the_form, millimetres, points};
use super::pairing::{Pairing, most};
use super::{Change, Kind, parts};
use crate::document::{Document, PageSetup};
use crate::format::{Format, Span, Twips};
use crate::import::look::{Align, PageLook, PageNumber};
use crate::import::{ReadLine, Reading};
use crate::order;

/// Lengths that are no more apart than this look the same: a third of a millimetre.
const HAIR: i32 = 20;

/// What is different in the pages, each once, however many sections it concerns.
pub fn changes(reading: &Reading, document: &Document, pairing: &Pairing, format: &Format) -> Vec<Change> {
    let mut found: Vec<Change> = Vec::new();
    let sections = sections(reading, pairing);
    for (place, look) in reading.looks.pages.iter().enumerate() {
        let known = sections.binary_search_by_key(&place, |(own, _)| *own).ok();
        let Some(section) = known.map(|known| sections[known].1).or((place == 0).then_some(0)) else {
            continue;
        };
        let Some(printed) = document.sections.get(section) else { continue };
        for change in of_section(look, &printed.page, format) {
            let same = |other: &&mut Change| {
                (other.part, other.what, &other.before, &other.after)
                    == (change.part, change.what, &change.before, &change.after)
            };
            match found.iter_mut().find(same) {
                Some(known) => known.count += 1,
                None => found.push(change),
            }
        }
    }
    found
}

/// Sections of the source, and which section of the document is printed from each.
fn sections(reading: &Reading, pairing: &Pairing) -> Vec<(usize, usize)> {
    let of_line = |(line, read): (usize, &ReadLine)| {
        let look = reading.looks.get(read.look?)?;
        let paragraph = pairing.paragraphs[line]?;
        Some((usize::from(look.section), pairing.printed[paragraph].section))
    };
    let mut all: Vec<_> = reading.lines.iter().enumerate().filter_map(of_line).collect();
    order::sort(&mut all);
    let of_section = |same: &[(usize, usize)]| Some((same.first()?.0, most(same.iter().map(|pair| pair.1))?));
    all.chunk_by(|a, b| a.0 == b.0).filter_map(of_section).collect()
}

fn of_section(look: &PageLook, printed: &PageSetup, format: &Format) -> Vec<Change> {
    let rules = &format.page;
    let mut found = Vec::new();
    let mut tell = |part, what, before: String, after: String, clause: &str| {
        let (clause, kind) = (clause.to_owned(), Kind::Layout);
        found.push(Change { part, what, before, after, clause, count: 1, kind });
    };
    if let (Some(width), Some(height)) = (look.width, look.height)
        && (differ(width, printed.width) || differ(height, printed.height))
    {
        let after = paper(printed.width, printed.height);
        tell(parts::PAPER, "khổ giấy", paper(width, height), after, rules.source.clause);
    }
    let margins: [(&'static str, Twips, Span<Twips>); 4] = [
        ("lề trên", printed.top, rules.top),
        ("lề dưới", printed.bottom, rules.bottom),
        ("lề trái", printed.left, rules.left),
        ("lề phải", printed.right, rules.right),
    ];
    for (own, (what, printed, rule)) in look.margins.iter().zip(margins) {
        let Some(own) = own.filter(|own| differ(*own, printed)) else { continue };
        let allowed = (rule.min.0 - HAIR..=rule.max.0 + HAIR).contains(&own.0);
        let clause = by_the_form(rules.source.clause, allowed);
        tell(parts::MARGINS, what, millimetres(own), millimetres(printed), &clause);
    }

    let clause = rules.number.source.clause;
    let Some(number) = look.number else {
        tell(parts::NUMBER, "số trang", String::new(), "có, từ trang 2".into(), clause);
        return found;
    };
    let place = place(&number);
    if place != "giữa lề trên" {
        tell(parts::NUMBER, "vị trí", place, "giữa lề trên".into(), clause);
    }
    if let Some(size) = number.size.filter(|size| *size != printed.number_size.0) {
        let allowed = (rules.number.size.min.0..=rules.number.size.max.0).contains(&size);
        let clause = by_the_form(clause, allowed);
        tell(parts::NUMBER, "cỡ chữ", points(size), points(printed.number_size.0), &clause);
    }
    if look.first_numbered {
        tell(parts::NUMBER, "trang đầu", "có số".into(), "không có số".into(), clause);
    }
    found
}

fn place(number: &PageNumber) -> String {
    let margin = if number.top { "lề trên" } else { "lề dưới" };
    match number.align {
        Some(Align::Left) => format!("bên trái {margin}"),
        Some(Align::Right) => format!("bên phải {margin}"),
        // Where it stands in the line is not known: it is not said to be wrong.
        Some(Align::Center | Align::Justify) | None => format!("giữa {margin}"),
    }
}

fn differ(a: Twips, b: Twips) -> bool {
    (a - b).0.abs() > HAIR
}

/// The sizes of paper that one meets, in millimetres.
const PAPERS: [(&str, i32, i32); 5] =
    [("A4", 210, 297), ("Letter", 216, 279), ("Legal", 216, 356), ("A3", 297, 420), ("A5", 148, 210)];

fn paper(width: Twips, height: Twips) -> String {
    let (short, long) = if width.0 <= height.0 { (width, height) } else { (height, width) };
    let same = |a: Twips, mm: i32| (a - Twips::mm(mm)).0.abs() <= Twips::mm(1).0;
    let name = PAPERS.iter().find(|(_, w, h)| same(short, *w) && same(long, *h));
    let lies = if width.0 > height.0 { " nằm ngang" } else { "" };
    match name {
        Some((name, ..)) => format!("{name}{lies}"),
        None => format!("{} × {}{lies}", millimetres(width), millimetres(height)),
    }
}
