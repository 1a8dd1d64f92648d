//! The levels of the outline: what mark puts a paragraph where.
//!
//! The plan has one style of mark at each level. A mark for which it has no level
//! (`1.1.1.`, `(1)` under `a)`, `+` under `-`) stays in the text as it was typed.

use super::front_matter::is_heading;
use super::marks::{Mark, Style};
use super::paragraphs::Paragraph;
use super::role::{Guess, Role};
use crate::format::numbering::{point_letter, roman};

/// The role of each paragraph of the body.
pub fn levels(paragraphs: &[Paragraph], numbered: bool) -> Vec<Guess> {
    let dashes = paragraphs.iter().any(|paragraph| paragraph.mark == Some(Mark::Dash));
    let mut levels = Levels { dashes, ..Levels::default() };
    paragraphs.iter().map(|paragraph| levels.guess(paragraph, numbered)).collect()
}

/// The marks that are open at a place of the outline.
#[derive(Default)]
struct Levels {
    /// Whether the text has dashes, so that `+` stands under them.
    dashes: bool,
    /// The style of clauses in this section.
    clause: Option<Style>,
    /// The mark of points under this clause or subclause.
    point: Option<Mark>,
    /// How many sections, clauses, subclauses and points there are so far, each under the last
    /// of the level above.
    counts: [usize; 4],
}

impl Levels {
    fn guess(&mut self, paragraph: &Paragraph, numbered: bool) -> Guess {
        if paragraph.table.is_some() {
            return Guess { role: Role::Table, sure: true };
        }
        let Some(mark) = paragraph.mark else {
            let heading = is_heading(paragraph, numbered);
            if heading {
                self.open();
            }
            return Guess {
                role: if heading { Role::Section } else { Role::Text },
                sure: !heading || !numbered,
            };
        };
        let role = match mark {
            Mark::Section => {
                self.open();
                Role::Section
            }
            Mark::Part => {
                self.open();
                return Guess { role: Role::Text, sure: false };
            }
            mark => self.level(mark).unwrap_or(Role::Text),
        };
        Guess { role, sure: role != Role::Text && self.counts(role, &paragraph.typed) }
    }

    fn open(&mut self) {
        (self.clause, self.point) = (None, None);
    }

    /// The level at which a mark puts its line; `None` where the plan has none for it.
    fn level(&mut self, mark: Mark) -> Option<Role> {
        match mark {
            Mark::Number(1, style)
                if style != Style::Brackets && *self.clause.get_or_insert(style) == style =>
            {
                self.point = None;
                Some(Role::Clause)
            }
            Mark::Number(2, _) => {
                self.point = None;
                Some(Role::Subclause)
            }
            Mark::Number(1, _) | Mark::Letter(_) => {
                (*self.point.get_or_insert(mark) == mark).then_some(Role::Point)
            }
            Mark::Dash => Some(Role::Dash),
            Mark::InnerDash => (!self.dashes).then_some(Role::Dash),
            Mark::Number(..) | Mark::Part | Mark::Section => None,
        }
    }

    /// Whether a number follows the one before it. One that does not was misread, or miscounted
    /// in the source: either way somebody should look.
    fn counts(&mut self, role: Role, typed: &str) -> bool {
        let level = match role {
            Role::Section => 0,
            Role::Clause => 1,
            Role::Subclause => 2,
            Role::Point => 3,
            _ => return true,
        };
        self.counts[level] += 1;
        self.counts[level + 1..].fill(0);
        let number = self.counts[level];
        let last = typed.split(|c: char| !c.is_alphanumeric()).rfind(|part| !part.is_empty());
        let Some(last) = last else { return true };
        let spelt = if level == 0 { roman } else { point_letter };
        let read = last.parse().ok().or_else(|| (1..=39).find(|n| spelt(*n) == last));
        // From a wrong number on it is counted as the source does.
        self.counts[level] = read.unwrap_or(number);
        read == Some(number)
    }
}
