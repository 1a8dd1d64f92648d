//! Recipients and signature, side by side.

use super::Sheet;
use super::balance::balanced;
use super::text::{level, paragraph, without_dash, without_end};
use crate::document::{Align, Paragraph, Role, Row, Table, TableKind};
use crate::format::Twips;
use crate::plan::{lines, one_line};
use crate::vietnamese::upper;

/// Room for the signature and the seal between title and name.
const SIGNING_ROOM: Twips = Twips::pt(70);

/// Where the recipients end and the signature begins, from the left margin.
const LEFT: Twips = Twips::mm(75);

/// The last table of the plan.
pub fn table(sheet: &Sheet) -> Table {
    let right = sheet.page.text_width() - LEFT;
    let (mut recipients, mut signature) = (recipients(sheet), signature(sheet, right));
    if let (Some(left), Some(right)) = (recipients.first_mut(), signature.first_mut()) {
        (left.before, right.before) = (Twips::pt(12), Twips::pt(12));
        // "ngang hàng với dòng chữ quyền hạn, chức vụ của người ký" (mục II, khoản 9, điểm d)
        level(left, right);
    }
    Table {
        kind: TableKind::Signing,
        columns: vec![LEFT, right],
        rows: vec![Row::new(vec![recipients, signature], false)],
        padding: Twips::ZERO,
    }
}

fn recipients(sheet: &Sheet) -> Vec<Paragraph> {
    let rules = &sheet.format.recipients;
    let mut paragraphs = vec![paragraph(Role::RecipientsHeading, &rules.heading, Align::Left, "Nơi nhận:")];
    let mut line = |text: String| {
        paragraphs.push(paragraph(Role::Recipient, &rules.list, Align::Left, &format!("- {text}")));
    };
    for recipient in &sheet.plan.recipients {
        let name = one_line(&recipient.name);
        let name = without_end(without_dash(&name));
        let note = recipient.note.trim().trim_matches(['(', ')']);
        let note = if note.is_empty() { String::new() } else { format!("({note})") };
        let parts: Vec<&str> = [name, &note].into_iter().filter(|part| !part.is_empty()).collect();
        if !parts.is_empty() {
            line(format!("{}{}", parts.join(" "), rules.end.default));
        }
    }
    let retention = one_line(&sheet.filled.retention);
    line(format!("{}.", without_end(without_dash(&retention))));
    paragraphs.extend(drafter(sheet));
    paragraphs
}

/// Who drafted the plan and how many copies there are: `PL.(300)`.
fn drafter(sheet: &Sheet) -> Option<Paragraph> {
    let markings = &sheet.plan.markings;
    let drafter = markings.drafter.trim().trim_end_matches('.');
    let text = match (drafter, markings.copies) {
        ("", None) => return None,
        (drafter, None) => drafter.to_owned(),
        ("", Some(copies)) => format!("({copies})"),
        (drafter, Some(copies)) => format!("{drafter}.({copies})"),
    };
    Some(paragraph(Role::Drafter, &sheet.format.markings.drafter, Align::Left, &upper(&text)))
}

/// The agency's address at the foot of page 1.
pub fn foot(sheet: &Sheet) -> Vec<Paragraph> {
    let rules = &sheet.format.markings.address;
    let mut foot: Vec<_> = lines(&sheet.plan.markings.address)
        .map(|line| paragraph(Role::Address, rules, Align::Left, line))
        .collect();
    if let Some(first) = foot.first_mut() {
        first.before = Twips::pt(3);
    }
    foot
}

fn signature(sheet: &Sheet, width: Twips) -> Vec<Paragraph> {
    let rules = &sheet.format.signature;
    let filled = &sheet.filled;
    let authority =
        lines(&filled.authority).map(|line| balanced(Role::Authority, &rules.authority, width, line));
    let title =
        lines(&filled.signer_title).map(|line| balanced(Role::SignerTitle, &rules.title, width, line));
    let name = one_line(&sheet.plan.signature.name);
    let name = if name.is_empty() { "(họ và tên)" } else { &name };
    let mut name = balanced(Role::SignerName, &rules.name, width, name);
    name.before = SIGNING_ROOM;
    authority.chain(title).chain([name]).collect()
}
