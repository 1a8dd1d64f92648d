//! The head of page 1: who issues, the State's or Party's title, number, date, title, subject.

use super::balance::balanced;
use super::text::{close_off, level, paragraph, run};
use super::{Sheet, or};
use crate::document::{Align, Block, Face, Frame, Paragraph, Role, Row, Rule, Table, TableKind, text_width};
use crate::format::{FRAME_HEIGHT, Mark, Stamp, Twips, TypeRule, Underscore, circulation, urgency};
use crate::plan::lines;
use crate::vietnamese::bind;

/// The narrowest that the left column may become beside a long date line, and more where the
/// number needs more: both have to stay on one line.
const LEFT_AT_LEAST: Twips = Twips::mm(45);

/// Slack of the right column beyond its longest line: a blank day and month in italics are
/// eight no-break spaces, which LibreOffice sets 11 pt wider.
const SLACK: Twips = Twips::pt(12);

/// Header table, title and subject.
pub fn blocks(sheet: &Sheet) -> Vec<Block> {
    let mut blocks = vec![Block::Table(table(sheet))];
    blocks.extend(title(sheet).into_iter().map(Block::Paragraph));
    blocks
}

fn table(sheet: &Sheet) -> Table {
    let format = sheet.format;
    let width = sheet.page.text_width();
    let date = format!("{}, {}", sheet.filled.place.trim(), sheet.date());

    let motto = format.emblem.motto;
    let widest = [(format.emblem.title, &format.emblem.title_type), (&date, &format.place_date)]
        .into_iter()
        .chain(motto.as_ref().map(|(text, letters)| (*text, letters)))
        .map(|(text, letters)| width_of(letters, text))
        .fold(0.0, f32::max);
    let number = format!("{}{}", format.number.prefix, sheet.symbol());
    let for_number = Twips::from_pt(width_of(&format.number.letters, &number)) + Twips::pt(4);
    let left_at_least = Twips(for_number.0.max(LEFT_AT_LEAST.0)).min(width / 2);
    let right = (Twips::from_pt(widest) + SLACK).min(width - left_at_least);
    let left = width - right;

    let mut number = paragraph(Role::Number, &format.number.letters, Align::Center, &number);
    let mut date = paragraph(Role::PlaceDate, &format.place_date, Align::Center, &date);
    number.before = Twips::pt(6);
    date.before = Twips::pt(6);
    level(&mut number, &mut date);
    let under_issuer = [number].into_iter().chain(marks(sheet)).collect();
    Table {
        kind: TableKind::Header,
        columns: vec![left, right],
        rows: vec![
            Row::new(vec![issuer(sheet, left), emblem(sheet)], false),
            Row::new(vec![under_issuer, vec![date]], false),
        ],
        padding: Twips::ZERO,
    }
}

fn width_of(letters: &TypeRule, text: &str) -> f32 {
    let run = run(letters, text);
    text_width(&run.text, Face { bold: run.bold, italic: run.italic }, run.size.to_pt())
}

/// Left side. The last body that is named is the one that issues: it alone is bold and
/// closed off by the family's mark.
fn issuer(sheet: &Sheet, width: Twips) -> Vec<Paragraph> {
    let format = sheet.format;
    let filled = &sheet.filled;
    let (upper, last) = match filled.standing.trim() {
        "" => (vec![&filled.superior], &filled.issuing),
        _ => (vec![&filled.superior, &filled.issuing], &filled.standing),
    };
    let mut paragraphs: Vec<Paragraph> = upper
        .into_iter()
        .flat_map(|text| lines(text))
        .map(|line| balanced(Role::Superior, &format.superior, width, line))
        .collect();
    paragraphs.extend(lines(last).map(|line| balanced(Role::Issuing, &format.issuing, width, line)));
    if let Some(last) = paragraphs.pop() {
        paragraphs.extend(close_off(last, format.under_issuing, &format.issuing, width));
    }
    paragraphs
}

/// Right side: a line as long as its text stands under the last of title and motto.
fn emblem(sheet: &Sheet) -> Vec<Paragraph> {
    let emblem = &sheet.format.emblem;
    let mut paragraphs = vec![paragraph(Role::Emblem, &emblem.title_type, Align::Center, emblem.title)];
    let mut letters = emblem.title_type;
    let mut last = emblem.title;
    if let Some((motto, motto_type)) = emblem.motto {
        paragraphs.push(paragraph(Role::Motto, &motto_type, Align::Center, motto));
        (letters, last) = (motto_type, motto);
    }
    if let Some(paragraph) = paragraphs.last_mut() {
        let length = Twips::from_pt(width_of(&letters, last));
        paragraph.rule = Some(Rule { length, gap: Twips::pt(3) });
        paragraph.after = Twips::pt(6);
    }
    paragraphs
}

/// What stands under the number: draft, urgency, circulation.
fn marks(sheet: &Sheet) -> Vec<Paragraph> {
    let (rules, markings) = (&sheet.format.markings, &sheet.plan.markings);
    let draft = markings.draft.map(|round| {
        paragraph(Role::DraftMark, &rules.draft, Align::Center, &format!("Dự thảo lần {round}"))
    });
    let urgency = urgency(markings.urgency).map(|mark| stamp(Role::Urgency, &rules.urgency, mark));
    let circulation =
        circulation(markings.circulation).map(|mark| stamp(Role::Circulation, &rules.circulation, mark));
    let mut marks: Vec<Paragraph> = [draft, urgency, circulation].into_iter().flatten().collect();
    for mark in &mut marks {
        mark.before = Twips::pt(6);
    }
    marks
}

fn stamp(role: Role, rules: &Stamp, mark: Mark) -> Paragraph {
    let needed = Twips::from_pt(width_of(&rules.letters, mark.text)) + Twips::mm(6);
    let frame = Frame { width: mark.width.unwrap_or(needed), height: FRAME_HEIGHT };
    Paragraph {
        frame: rules.framed.then_some(frame),
        ..paragraph(role, &rules.letters, Align::Center, mark.text)
    }
}

fn title(sheet: &Sheet) -> Vec<Paragraph> {
    let format = sheet.format;
    let width = sheet.page.text_width();
    let mut paragraphs = Vec::new();
    for line in lines(&sheet.title()) {
        paragraphs.push(balanced(Role::Title, &format.title, width, line));
    }
    for line in lines(&sheet.plan.title_body) {
        paragraphs.push(balanced(Role::TitleBody, &format.title, width, line));
    }
    if let Some(first) = paragraphs.first_mut() {
        first.before = Twips::pt(14);
    }
    let subject = or(&sheet.plan.subject, "(trích yếu)");
    paragraphs
        .extend(lines(&subject).map(|line| balanced(Role::Subject, &format.subject, width, &bind(line))));
    for paragraph in &mut paragraphs {
        paragraph.keep_next = true;
    }
    if let Some(last) = paragraphs.pop() {
        let mut closed = close_off(last, format.under_subject.default, &format.subject, width);
        if let Some(end) = closed.last_mut() {
            // The line stands in this room; a mark of characters has its own line already.
            end.after = match format.under_subject.default {
                Underscore::Line(_) => Twips::pt(12),
                Underscore::Text(_) => Twips::pt(6),
            };
        }
        paragraphs.extend(closed);
    }
    paragraphs
}
