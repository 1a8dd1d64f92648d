//! The plan that lines make by their roles.

use super::ending::Ending;
use super::family::family;
use super::header::Header;
use super::lines::{Line, Source};
use super::paragraphs::Paragraph;
use super::reading::{ReadLine, Reading};
use super::role::{Guess, Role};
use super::roles::roles;
use super::{Choices, Embedded, Imported, appendix, body, front_matter};
use crate::plan::Plan;
use crate::vietnamese::strange;

/// Builds a plan of the lines of a source; the roles of some may be chosen.
pub fn recognise(source: Source, choices: &Choices) -> Reading {
    let chosen = &choices.roles;
    let Source { lines, taken_out: mut leftover, foot, looks, .. } = source;
    let mut guesses = roles(&lines, chosen);
    let mut plan = Plan::default();
    plan.markings.address = foot.join("\n");

    let (mut header, mut ending) = (Header::default(), Ending::default());
    header.take_lines(&of(&lines, &guesses, Role::is_of_head), &mut guesses, chosen);
    ending.take_lines(&of(&lines, &guesses, Role::is_of_ending), &mut guesses, chosen);
    front_matter::title(&of(&lines, &guesses, |role| *role == Role::Title), &mut plan);
    front_matter::subject_of(&of(&lines, &guesses, |role| *role == Role::Subject), &mut plan);

    let paragraphs = paragraphs(&lines, &guesses);
    let wholes = |role: Role| {
        paragraphs.iter().filter(move |(own, _)| *own == role).map(|(_, paragraph)| paragraph.whole())
    };
    let bases = paragraphs.iter().filter(|(role, _)| *role == Role::Basis);
    bases.for_each(|(_, paragraph)| front_matter::add_bases(paragraph, &mut plan));
    plan.opening = wholes(Role::Opening).collect::<Vec<_>>().join("\n");
    plan.format = family(&header, &ending, &[&plan.subject, &plan.opening]);
    body::sections(&paragraphs, &mut plan);
    plan.closing = wholes(Role::Closing).chain(ending.closing.drain(..)).collect::<Vec<_>>().join("\n");
    header.write(&mut plan, &mut leftover);
    ending.write(&mut plan, &mut leftover);
    appendix::read(&of(&lines, &guesses, |role| *role == Role::Appendix), &mut plan, &mut leftover);
    let unplaced = lines.iter().filter(|line| chosen.get(&line.at) == Some(&Role::Unplaced));
    leftover.extend(unplaced.flat_map(|line| line.texts().into_iter().map(str::to_owned)));

    let line = |(line, guess): (&Line, &Guess)| {
        let text = line.texts().join(" · ");
        // What the user has decided is decided; a strange letter stays to be seen.
        let sure = guess.sure && strange(&text).is_none();
        let typed = match &line.table {
            None => vec![line.typed.clone()],
            Some(table) => table.texts().into_iter().map(str::to_owned).collect(),
        };
        ReadLine { text, role: guess.role, sure, look: line.evidence.look, typed, number: line.number }
    };
    Reading {
        looks,
        lines: lines.iter().zip(&guesses).map(line).collect(),
        imported: Imported { plan, leftover, embedded: Embedded::None },
    }
}

/// The lines that the plan has a place for.
fn placed<'a>(lines: &'a [Line], guesses: &'a [Guess]) -> impl Iterator<Item = (&'a Line, &'a Guess)> {
    lines.iter().zip(guesses).filter(|(_, guess)| guess.role != Role::Unplaced)
}

/// The lines of some roles. What goes on from such a line is one of them.
fn of(lines: &[Line], guesses: &[Guess], is: fn(&Role) -> bool) -> Vec<Line> {
    let mut within = false;
    let mut found = Vec::new();
    for (line, guess) in placed(lines, guesses) {
        within = is(&guess.role) || (within && guess.role == Role::Continued);
        if within {
            found.push(line.clone());
        }
    }
    found
}

/// The paragraphs of the text between subject and end, each with its role.
fn paragraphs(lines: &[Line], guesses: &[Guess]) -> Vec<(Role, Paragraph)> {
    let mut paragraphs: Vec<(Role, Paragraph)> = Vec::new();
    let mut within = true;
    for (line, guess) in placed(lines, guesses) {
        let role = match guess.role {
            Role::Continued if !within => continue,
            Role::Continued => match paragraphs.last_mut() {
                Some((_, paragraph)) => {
                    paragraph.go_on(&line.text);
                    continue;
                }
                None => Role::Opening,
            },
            role => role,
        };
        within = role.is_of_text();
        if within {
            paragraphs.push((role, Paragraph::of(line)));
        }
    }
    paragraphs
}
