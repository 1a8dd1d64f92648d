//! Automatic numbers as they stand on the page.

use super::measures;
use super::named::Named;
use super::xml::Xml;
use crate::format::numbering::roman;
use crate::import::ReadError;
use crate::import::look::Measures;

/// The levels that a list has.
const LEVELS: usize = 9;
/// More than any list counts to.
const MOST: u32 = 10_000;
/// More lists than any file has.
const MOST_LISTS: usize = 4_000;
/// More letters than the text of any level has.
const LONGEST: usize = 60;

/// The lists of a file, and how far each has been counted.
#[derive(Debug, Default)]
pub struct Numbering {
    kinds: Named<Kind>,
    lists: Named<List>,
}

/// What Word calls an abstract numbering.
#[derive(Debug, Default)]
struct Kind {
    levels: [Level; LEVELS],
    /// The numbering style that holds the levels instead.
    link: Option<String>,
    /// The numbering style whose levels these are.
    style: Option<String>,
    /// How far each level has been counted: lists of one kind count on from each other.
    counted: [Option<u32>; LEVELS],
}

#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: String,
    /// The text with `%1` for the number of the first level.
    text: String,
    /// The paragraph style that belongs to the level.
    style: Option<String>,
    /// Whether numbers of outer levels are Arabic here, whatever they are there.
    legal: bool,
    /// The level, from 1, behind which this one begins again; 0 is never.
    restart: Option<usize>,
    /// How its paragraphs stand.
    measures: Measures,
}

impl Default for Level {
    fn default() -> Level {
        let (format, text) = ("decimal".into(), String::new());
        let measures = Measures::default();
        Level { start: 1, format, text, style: None, legal: false, restart: None, measures }
    }
}

/// What Word calls a numbering: a kind, with its own levels in places.
#[derive(Debug, Default)]
struct List {
    kind: String,
    levels: [Option<Box<Level>>; LEVELS],
    /// Levels that begin at a number of their own when the list first comes to them.
    starts: [Option<u32>; LEVELS],
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub fn read(text: &str, part: &str) -> Result<Numbering, ReadError> {
        let mut numbering = Numbering::default();
        let mut xml = Xml::new(text, part);
        while xml.child()?.is_some() {
            while let Some(tag) = xml.child()? {
                match tag.name() {
                    "abstractNum" if numbering.kinds.all().len() < MOST_LISTS => {
                        let id = tag.attribute("abstractNumId").unwrap_or_default();
                        numbering.kinds.insert(id, kind(&mut xml)?);
                    }
                    "num" if numbering.lists.all().len() < MOST_LISTS => {
                        let id = tag.attribute("numId").unwrap_or_default();
                        numbering.lists.insert(id, list(&mut xml)?);
                    }
                    _ => xml.skip()?,
                }
            }
        }
        Ok(numbering)
    }

    /// The level of a list to which a paragraph style belongs.
    pub fn level_of_style(&self, list: &str, style: &str) -> Option<usize> {
        let place = self.kind(&self.lists.get(list)?.kind)?;
        self.kinds.all()[place].levels.iter().position(|level| level.style.as_deref() == Some(style))
    }

    /// Counts a paragraph and gives its number or dash; blank where it shows none.
    pub fn next(&mut self, list: &str, level: usize) -> String {
        self.count(list, level).unwrap_or_default()
    }

    /// How the paragraphs of a level stand.
    pub fn measures(&self, list: &str, level: usize) -> Measures {
        let level = level.min(LEVELS - 1);
        let found = self.lists.get(list).and_then(|list| {
            let kind = &self.kinds.all()[self.kind(&list.kind)?];
            Some(list.levels[level].as_deref().unwrap_or(&kind.levels[level]).measures)
        });
        found.unwrap_or_default()
    }

    fn count(&mut self, id: &str, level: usize) -> Option<String> {
        let level = level.min(LEVELS - 1);
        let first = self.lists.get_mut(id)?.starts[level].take();
        let list = self.lists.get(id)?;
        let place = self.kind(&list.kind)?;
        let kind = &self.kinds.all()[place];
        let at = |i: usize| list.levels[i].as_deref().unwrap_or(&kind.levels[i]);

        let mut counted = kind.counted;
        counted[level] = Some(match (first, counted[level]) {
            (Some(start), _) => start,
            (None, Some(last)) => last.saturating_add(1),
            (None, None) => at(level).start,
        });
        for (i, number) in counted.iter_mut().enumerate() {
            if i < level {
                number.get_or_insert(at(i).start);
            } else if i > level && at(i).restart.is_none_or(|behind| behind > level) {
                *number = None;
            }
        }
        let own = at(level);
        let label = match own.format.as_str() {
            "none" => String::new(),
            "bullet" => bullet(&own.text).into(),
            _ => label(own, |i| {
                let outer = at(i);
                let format = if own.legal { "decimal" } else { outer.format.as_str() };
                number(counted[i].unwrap_or(outer.start).min(MOST), format)
            }),
        };
        self.kinds.at_mut(place)?.counted = counted;
        Some(label)
    }

    /// The place of a kind of list, or of the one that its numbering style stands for.
    fn kind(&self, id: &str) -> Option<usize> {
        let place = self.kinds.place(id)?;
        let link = self.kinds.all()[place].link.as_deref();
        let linked = link
            .and_then(|link| self.kinds.all().iter().position(|kind| kind.style.as_deref() == Some(link)));
        Some(linked.unwrap_or(place))
    }
}

/// The text of a level with its numbers put in.
fn label(level: &Level, number: impl Fn(usize) -> String) -> String {
    let mut label = String::new();
    let mut letters = level.text.chars().peekable();
    while let Some(letter) = letters.next() {
        let place = letters.peek().and_then(|digit| digit.to_digit(10)).filter(|place| *place > 0);
        match (letter, place) {
            ('%', Some(place)) => {
                letters.next();
                label.push_str(&number(place as usize - 1));
            }
            _ => label.push(letter),
        }
    }
    label
}

/// Every bullet is a dash, except those that stand under dashes.
pub fn bullet(text: &str) -> &'static str {
    if matches!(text.trim(), "+" | "*") { "+" } else { "-" }
}

/// A number in a format, by the name that Word has for it.
pub fn number(number: u32, format: &str) -> String {
    let letter = |first: u8| {
        // a … z, aa, bb …
        let (place, times) = ((number.max(1) - 1) % 26, (number.max(1) - 1) / 26 + 1);
        char::from(first + place as u8).to_string().repeat(times.min(8) as usize)
    };
    match format {
        "upperRoman" => roman(number as usize),
        "lowerRoman" => roman(number as usize).to_ascii_lowercase(),
        "upperLetter" => letter(b'A'),
        "lowerLetter" => letter(b'a'),
        "decimalZero" => format!("{number:02}"),
        "none" => String::new(),
        _ => number.to_string(),
    }
}

fn kind(xml: &mut Xml) -> Result<Kind, ReadError> {
    let mut kind = Kind::default();
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "lvl" => {
                let place = tag.attribute("ilvl").and_then(|place| place.parse::<usize>().ok());
                let level = level(xml)?;
                if let Some(own) = place.and_then(|place| kind.levels.get_mut(place)) {
                    *own = level;
                }
                continue;
            }
            "numStyleLink" => kind.link = tag.val(),
            "styleLink" => kind.style = tag.val(),
            _ => {}
        }
        xml.skip()?;
    }
    Ok(kind)
}

fn level(xml: &mut Xml) -> Result<Level, ReadError> {
    let mut level = Level::default();
    while let Some(tag) = xml.child()? {
        let number = || tag.val().and_then(|number| number.parse().ok());
        match tag.name() {
            "start" => level.start = number().unwrap_or(1),
            "numFmt" => level.format = tag.val().unwrap_or_default(),
            "lvlText" => level.text = tag.val().unwrap_or_default().chars().take(LONGEST).collect(),
            "pStyle" => level.style = tag.val(),
            "isLgl" => level.legal = tag.on(),
            "pPr" => {
                while let Some(tag) = xml.child()? {
                    measures::read(&tag, &mut level.measures);
                    xml.skip()?;
                }
                continue;
            }
            "lvlRestart" => level.restart = number().map(|level| level as usize),
            _ => {}
        }
        xml.skip()?;
    }
    Ok(level)
}

fn list(xml: &mut Xml) -> Result<List, ReadError> {
    let mut list = List::default();
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "abstractNumId" => list.kind = tag.val().unwrap_or_default(),
            "lvlOverride" => {
                let place =
                    tag.attribute("ilvl").and_then(|place| place.parse().ok()).unwrap_or(0).min(LEVELS - 1);
                while let Some(tag) = xml.child()? {
                    match tag.name() {
                        "startOverride" => {
                            let start = tag.val().and_then(|start| start.parse().ok()).unwrap_or(1);
                            list.starts[place] = Some(start);
                        }
                        "lvl" => {
                            list.levels[place] = Some(Box::new(level(xml)?));
                            continue;
                        }
                        _ => {}
                    }
                    xml.skip()?;
                }
                continue;
            }
            _ => {}
        }
        xml.skip()?;
    }
    Ok(list)
}
