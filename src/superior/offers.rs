//! The tasks of the superior's plan, offered to choose from.

use super::words::{Token, begins, ends, phrase, tokens};
use crate::format::numbering::{Counter, roman};
use crate::order;
use crate::plan::{Deadline, Item, Level, Plan, RowId, SectionRole, Task, one_line};

/// A task of the superior's plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Offer {
    /// The item or row of the superior's plan.
    pub row: RowId,
    /// Where it stands: `II.1.a`, `II.1, gạch đầu dòng 2`, `Phụ lục I, dòng 3`.
    pub place: String,
    /// The nearest heading above it; blank if there is none.
    pub heading: String,
    /// Its own title; blank where it begins with its text.
    pub title: String,
    /// Its text, one paragraph a line.
    pub text: String,
    /// Who does it and by when, as in the source.
    pub task: Task,
    /// The day by which it is due: by its details, else by its sentence, else by the task that it
    /// is a part of.
    pub due: Deadline,
    /// Why it concerns the user's body; `None` if nothing says so.
    pub concerns_us: Option<Concern>,
}

/// What says that a task concerns the user's body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concern {
    /// Where that is said.
    pub part: Part,
    /// The words that say it.
    pub words: String,
}

/// A part of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Đơn vị chủ trì.
    Lead,
    /// Đơn vị phối hợp.
    Support,
    /// A heading above it, or its own title.
    Heading,
    /// The beginning of its text.
    Text,
}

impl Offer {
    /// Whether `own`, the user's deadline for this task, is later than the superior's; `None`
    /// where one of them names no day. `year` is the year of the user's plan.
    pub fn is_late(&self, own: &str, year: Option<u16>) -> Option<bool> {
        Deadline::parse(own, year).later_than(&self.due)
    }
}

/// The tasks of a plan, those that concern the user's body first: items with details, rows of task
/// tables, the lowest items of sections of content, and the duties of communes under "Tổ chức
/// thực hiện". `family` is the key of the user's format family, `commune` the user's unit.
pub fn offers(source: &Plan, family: &str, commune: &str) -> Vec<Offer> {
    let mut offers = in_order(source, family, commune);
    order::sort_by_key(&mut offers, |offer| offer.concerns_us.is_none());
    offers
}

/// The tasks in the order of the plan.
pub fn in_order(source: &Plan, family: &str, commune: &str) -> Vec<Offer> {
    let us = Us::new(family, commune);
    let year = source.date.year;
    let mut offers = Vec::new();
    let mut number = 0;
    for section in &source.sections {
        let title = one_line(&section.title);
        number += usize::from(!title.is_empty());
        let place = if title.is_empty() { String::new() } else { roman(number) };
        if section.role != SectionRole::Purpose {
            let outline = Outline { place, title, role: Some(section.role), year, us: &us };
            outline.offer(&section.items, &mut offers);
        }
    }
    for (i, appendix) in source.appendices.iter().enumerate() {
        let place = match source.appendices.len() {
            1 => "Phụ lục".to_owned(),
            _ => format!("Phụ lục {}", roman(i + 1)),
        };
        let tasks = appendix.rows.iter().any(|row| has_details(&row.task));
        let mut heading = one_line(&appendix.title);
        for (i, row) in appendix.rows.iter().enumerate().filter(|(_, row)| !row.content.trim().is_empty()) {
            if tasks && !has_details(&row.task) {
                // The title of a group of tasks.
                heading = one_line(&row.content);
                continue;
            }
            offers.push(Offer {
                row: row.id,
                place: format!("{place}, dòng {}", i + 1),
                concerns_us: us.concern(&row.task, &[&heading], &row.content),
                heading: heading.clone(),
                text: row.content.clone(),
                due: due(&row.task, &row.content, year).unwrap_or_default(),
                task: row.task.clone(),
                ..Offer::default()
            });
        }
        let title = one_line(&appendix.title);
        Outline { place, title, role: None, year, us: &us }.offer(&appendix.items, &mut offers);
    }
    offers
}

/// A section, or the items of an appendix, which have no role.
struct Outline<'a> {
    place: String,
    title: String,
    role: Option<SectionRole>,
    year: Option<u16>,
    us: &'a Us,
}

/// An item above the one that is looked at.
struct Above {
    rank: u8,
    place: String,
    title: String,
    due: Option<Deadline>,
}

impl Outline<'_> {
    fn offer(&self, items: &[Item], offers: &mut Vec<Offer>) {
        let mut counter = Counter::default();
        let mut above: Vec<Above> = Vec::new();
        let mut unnumbered = 0;
        for (i, item) in items.iter().enumerate() {
            let rank = rank(item.level);
            above.retain(|other| other.rank < rank);
            let mark = counter.mark(item.level).unwrap_or_default();
            let base = above.last().map_or(&self.place, |item| &item.place);
            let join = |base: &str, own: &str| {
                if base.is_empty() { own.to_owned() } else { format!("{base}.{own}") }
            };
            unnumbered = if rank == LOWEST { unnumbered + 1 } else { 0 };
            let place = match item.level {
                Level::Clause | Level::Subclause => join(&self.place, mark.trim_end_matches('.')),
                Level::Point => join(base, mark.trim_end_matches(')')),
                Level::Dash if base.is_empty() => format!("gạch đầu dòng {unnumbered}"),
                Level::Dash => format!("{base}, gạch đầu dòng {unnumbered}"),
                Level::Text => format!("{base}, đoạn {unnumbered}").trim_start_matches(", ").to_owned(),
            };
            let headings: Vec<&str> = std::iter::once(self.title.as_str())
                .chain(above.iter().map(|item| item.title.as_str()))
                .filter(|title| !title.is_empty())
                .collect();
            let title = one_line(&item.title);
            let due = item.task.as_ref().map_or_else(
                || due(&Task::default(), &item.text, self.year),
                |task| due(task, &item.text, self.year),
            );
            let lowest = items.get(i + 1).is_none_or(|next| self::rank(next.level) <= rank);
            let task = item.task.clone().unwrap_or_default();
            let mut own = headings.clone();
            own.push(&title);
            let concern = self.us.concern(&task, &own, &item.text);
            let offered = has_details(&task)
                || lowest
                    && match self.role {
                        Some(SectionRole::Content) => true,
                        Some(SectionRole::Organisation) => concern.is_some(),
                        _ => false,
                    };
            let blank = title.is_empty() && item.text.trim().is_empty();
            if offered && !blank {
                offers.push(Offer {
                    row: item.id,
                    place: place.clone(),
                    heading: headings.last().map(|&title| title.to_owned()).unwrap_or_default(),
                    title: title.clone(),
                    text: item.text.clone(),
                    task,
                    due: due.or_else(|| above.iter().rev().find_map(|item| item.due)).unwrap_or_default(),
                    concerns_us: concern,
                });
            }
            let first = one_line(item.text.lines().next().unwrap_or_default());
            above.push(Above { rank, place, title: if title.is_empty() { first } else { title }, due });
        }
    }
}

const LOWEST: u8 = 3;

/// How far in an item stands: a paragraph stands beside the dashes.
fn rank(level: Level) -> u8 {
    match level {
        Level::Clause => 0,
        Level::Subclause => 1,
        Level::Point => 2,
        Level::Dash | Level::Text => LOWEST,
    }
}

fn has_details(task: &Task) -> bool {
    [&task.lead, &task.support, &task.deadline, &task.deliverable].iter().any(|text| !text.trim().is_empty())
}

fn due(task: &Task, text: &str, year: Option<u16>) -> Option<Deadline> {
    if task.deadline.trim().is_empty() {
        return Deadline::in_text(text, year);
    }
    Some(Deadline::parse(&task.deadline, year))
}

/// Words that address communes. A body named before them has to be of the user's family ("UBND
/// các xã" is not the Front); with `true` there has to be one.
const ADDRESSED: [(&str, &str, bool); 24] = [
    ("các xã, phường, đặc khu", "", false),
    ("các xã, phường", "", false),
    ("xã, phường, đặc khu", "", false),
    ("xã, phường", "", false),
    ("các xã", "", false),
    ("các phường", "", false),
    ("các đặc khu", "", false),
    ("cấp xã", "", false),
    ("các địa phương", "", false),
    ("cấp cơ sở", "", false),
    ("ở cơ sở", "", false),
    ("cơ sở", "", true),
    ("các cấp", "", true),
    ("xã", "", true),
    ("phường", "", true),
    ("đặc khu", "", true),
    ("các đảng ủy", "party", false),
    ("đảng ủy trực thuộc", "party", false),
    ("cấp ủy trực thuộc", "party", false),
    ("cấp ủy cơ sở", "party", false),
    ("đảng bộ cơ sở", "party", false),
    ("cơ sở đảng", "party", false),
    ("đoàn cơ sở", "youth", false),
    ("cơ sở đoàn", "youth", false),
];

/// What a body's name says of its family.
const FAMILIES: [(&str, &str); 14] = [
    ("ủy ban nhân dân", "nd30"),
    ("ubnd", "nd30"),
    ("hội đồng nhân dân", "nd30"),
    ("hđnd", "nd30"),
    ("đảng ủy", "party"),
    ("cấp ủy", "party"),
    ("tổ chức đảng", "party"),
    ("mặt trận", "front"),
    ("mttq", "front"),
    ("ubmttq", "front"),
    ("đoàn thanh niên", "youth"),
    ("đoàn tncs", "youth"),
    ("ban chấp hành đoàn", "youth"),
    ("tổ chức đoàn", "youth"),
];

/// Words of a text that say whom it addresses.
const BEGINNING: usize = 14;

/// The words that address the user's body.
struct Us {
    family: String,
    /// Phrase, family, whether a body has to stand before it.
    phrases: Vec<(Vec<String>, &'static str, bool)>,
    bodies: Vec<(Vec<String>, &'static str)>,
}

impl Us {
    fn new(family: &str, commune: &str) -> Us {
        let own = Some(phrase(commune)).filter(|own| !own.is_empty()).map(|own| (own, "", false));
        let phrases = ADDRESSED.iter().map(|(words, family, body)| (phrase(words), *family, *body));
        Us {
            family: family.to_owned(),
            phrases: own.into_iter().chain(phrases).collect(),
            bodies: FAMILIES.iter().map(|(words, family)| (phrase(words), *family)).collect(),
        }
    }

    fn concern(&self, task: &Task, headings: &[&str], text: &str) -> Option<Concern> {
        let found = |part, text: &str, most| Some(Concern { part, words: self.addressed(text, most)? });
        found(Part::Lead, &task.lead, usize::MAX)
            .or_else(|| headings.iter().rev().find_map(|title| found(Part::Heading, title, usize::MAX)))
            .or_else(|| found(Part::Text, text, BEGINNING))
            .or_else(|| found(Part::Support, &task.support, usize::MAX))
    }

    /// The words among the first `most` that address the user's body.
    fn addressed(&self, text: &str, most: usize) -> Option<String> {
        let tokens = tokens(text);
        (0..tokens.len().min(most)).find_map(|at| {
            let (words, start) = self.phrases.iter().find_map(|(words, family, needs_body)| {
                if !begins(&tokens[at..], words) {
                    return None;
                }
                let body = self.body_before(&tokens, at);
                let ours = match (body, *family) {
                    (_, family) if !family.is_empty() => family == self.family,
                    (Some((family, _)), _) => family == self.family,
                    (None, _) => !needs_body,
                };
                let start = body.filter(|_| family.is_empty()).map_or(at, |(_, start)| start);
                // "phản biện xã hội", "cơ sở vật chất", "cơ sở dữ liệu" address nobody.
                let next = tokens.get(at + words.len()).map_or("", |token| token.plain.as_str());
                let other = matches!(next, "hội" | "vật" | "dữ");
                (ours && !other).then_some((words, start))
            })?;
            let last = tokens.get(at + words.len() - 1)?;
            Some(one_line(text.get(tokens.get(start)?.at.start..last.at.end)?))
        })
    }

    /// The nearest body named before a word of the same sentence, and where its name begins.
    fn body_before(&self, tokens: &[Token], at: usize) -> Option<(&'static str, usize)> {
        let near = (at.saturating_sub(10)..at).rev().take_while(|i| !ends(&tokens[*i]));
        near.into_iter().find_map(|i| {
            let body =
                self.bodies.iter().find(|(words, _)| i + words.len() <= at && begins(&tokens[i..], words));
            body.map(|(_, family)| (*family, i))
        })
    }
}
