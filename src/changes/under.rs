//! What closes off issuing body, motto and subject: a line that is missing, typed or underlined.

use super::layout::Report;
use super::pairing::Pairing;
use super::parts::{self, rule};
use crate::document::Role;
use crate::format::Format;
use crate::import::look::{Look, Trait, Under};
use crate::import::{ReadLine, Reading};

/// The parts that are closed off below, and those among whose lines that may be drawn: a line in
/// Word hangs on any paragraph near by.
const CLOSED: [(&[Role], &[Role]); 4] = [
    (&[Role::Issuing], &[Role::Superior, Role::Issuing, Role::Number, Role::DraftMark]),
    (&[Role::Motto, Role::Emblem], &[Role::Emblem, Role::Motto, Role::PlaceDate]),
    (&[Role::Subject], &[Role::Title, Role::TitleBody, Role::Subject]),
    (&[Role::AppendixReference], &[Role::AppendixLabel, Role::AppendixTitle, Role::AppendixReference]),
];

/// Tells what is closed off otherwise than it will be.
pub fn changes(reading: &Reading, pairing: &Pairing, format: &Format, report: &mut Report) {
    // Of no line in particular.
    report.line = usize::MAX;
    let of_line = |(line, read): (usize, &ReadLine)| {
        let printed = &pairing.printed[pairing.paragraphs[line]?];
        Some((reading.looks.get(read.look?)?, printed.role))
    };
    let lines: Vec<_> = reading.lines.iter().enumerate().filter_map(of_line).collect();
    for (own, near) in CLOSED {
        let closed = |role: Role, under| own.contains(&role) && under != Under::Nothing;
        let Some(printed) = pairing.printed.iter().find(|printed| closed(printed.role, printed.under)) else {
            continue;
        };
        let in_table = lines.iter().any(|(look, role)| look.in_table && own.contains(role));
        // The sides of a header that is no table stand among each other.
        let side = |role: &Role| CLOSED[..2].iter().any(|(_, near)| near.contains(role));
        let is_near = |role: &Role| near.contains(role) || (printed.in_table && !in_table && side(role));
        let found = lines.iter().filter(|(_, role)| is_near(role)).map(|(look, _)| look.under);
        let Some(before) = found.max().filter(|before| *before != printed.under) else { continue };

        let underlined = |look: &Look| look.letters[Trait::Underline as usize].most == Some(1);
        let before = match before {
            Under::Nothing if lines.iter().any(|(look, role)| own.contains(role) && underlined(look)) => {
                "gạch chân chữ"
            }
            Under::Nothing => "",
            Under::Typed => "gõ bằng dấu",
            Under::Drawn => "nét kẻ",
        };
        let after = if printed.under == Under::Drawn { "nét kẻ" } else { "dấu gõ" };
        let states = (before.to_owned(), after.to_owned());
        let clause = rule(format, printed.role).source.clause;
        report.tell((parts::name(printed.role), "dưới dòng chữ"), states, clause, false);
    }
}
