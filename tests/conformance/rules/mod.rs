//! The rules: one row of a table each, with its clause, the families that it binds and a function
//! that says what breaks it.

mod appendix;
mod body;
mod body_text;
mod ending;
mod extras;
mod header;
mod names;
mod package;
mod page;
mod title;

use crate::anatomy::{Case, Ruled};
use crate::families::{Family, Look};
use crate::measure::{lines, width_in};
use crate::package::Paragraph;

/// Nothing, or what breaks the rule and where.
pub type Outcome = Result<(), String>;

/// A rule of thể thức.
pub struct Rule {
    /// Where it stands.
    pub clause: &'static str,
    /// What it says, as a văn thư puts it.
    pub what: &'static str,
    pub families: &'static [Family],
    pub check: fn(&Case) -> Outcome,
}

impl Rule {
    const fn new(
        clause: &'static str,
        what: &'static str,
        families: &'static [Family],
        check: fn(&Case) -> Outcome,
    ) -> Rule {
        Rule { clause, what, families, check }
    }
}

/// Every rule.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    [
        page::RULES,
        header::RULES,
        names::RULES,
        title::RULES,
        body::RULES,
        body_text::RULES,
        ending::RULES,
        extras::RULES,
        appendix::RULES,
        package::RULES,
    ]
    .into_iter()
    .flatten()
}

/// Clauses of the decree that several topics cite.
macro_rules! decree {
    ($clause:literal) => {
        concat!("NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, ", $clause)
    };
}
use decree;

/// What the Party's rules are cited by; their text was not at hand (the-thuc.md, section 1).
const PARTY_GUIDE: &str = "Hướng dẫn 05-HD/VPTW (27/5/2026)";

fn ensure(holds: bool, otherwise: impl FnOnce() -> String) -> Outcome {
    if holds { Ok(()) } else { Err(otherwise()) }
}

/// A paragraph in a message.
fn quoted(paragraph: &Paragraph) -> String {
    format!("«{}»", paragraph.text().replace('\u{a0}', "°"))
}

/// Every run of the paragraph looks as it should.
fn looks(paragraph: &Paragraph, look: &Look) -> Outcome {
    match paragraph.runs.iter().find(|run| !look.fits(&run.letters)) {
        Some(run) => Err(format!("{}: {:?} is not {look:?}", quoted(paragraph), run.letters)),
        None => ensure(!paragraph.runs.is_empty(), || "a paragraph without text".into()),
    }
}

/// In the middle between margins or the cell's edges.
fn centred(paragraph: &Paragraph) -> Outcome {
    let measures = &paragraph.measures;
    let even = measures.left == measures.right && measures.first_line == 0;
    ensure(measures.align == "center" && even, || {
        format!("{} is not centred: {measures:?}", quoted(paragraph))
    })
}

fn capitals(paragraph: &Paragraph) -> Outcome {
    let text = paragraph.text();
    ensure(text == text.to_uppercase(), || format!("{} is not in capitals", quoted(paragraph)))
}

/// A text in small letters: capitals only where a name or sentence begins.
fn small_letters(paragraph: &Paragraph) -> Outcome {
    let text = paragraph.text();
    ensure(text != text.to_uppercase(), || format!("{} is in capitals", quoted(paragraph)))
}

fn single_spacing(paragraph: &Paragraph) -> Outcome {
    let single = crate::effective::Line::Multiple(1.0);
    ensure(paragraph.measures.line == single, || {
        format!("{}: {:?}", quoted(paragraph), paragraph.measures.line)
    })
}

/// First lines of cells side by side stand on one baseline.
fn level(one: &Paragraph, other: &Paragraph) -> Outcome {
    /// From the baseline to the top of the letters, in ems of Times New Roman.
    const ASCENT: f32 = 0.891;
    let baseline = |paragraph: &Paragraph| {
        let size = paragraph.runs.first().map_or(0.0, |run| run.letters.size);
        paragraph.measures.before as f32 / 20.0 + ASCENT * size
    };
    single_spacing(one)?;
    single_spacing(other)?;
    let apart = (baseline(one) - baseline(other)).abs();
    ensure(apart <= 0.5, || format!("{} and {} are {apart} pt apart", quoted(one), quoted(other)))
}

/// On one line between margins so many twips apart.
fn on_one_line(paragraph: &Paragraph, room: i32) -> Outcome {
    let lines = lines(paragraph, room);
    ensure(lines.len() == 1, || {
        format!("{} takes {} lines in {} pt", quoted(paragraph), lines.len(), room as f32 / 20.0)
    })
}

/// A solid straight black line, its middle in the middle of a column so many twips wide, as long
/// in old programs as in new ones.
fn drawn_well(ruled: &Ruled, room: i32) -> Outcome {
    let (line, measures) = (ruled.line, &ruled.host.measures);
    let told = |what: &str| format!("under {}: {what}: {line:?}", quoted(ruled.above));
    let straight = matches!(line.shape.as_str(), "line" | "straightConnector1") && line.height < 0.1;
    ensure(straight && !line.dashed, || told("not a solid straight line"))?;
    ensure((0.25..=1.5).contains(&line.weight), || told("its weight"))?;
    ensure(line.colour == "000000", || told("its colour"))?;
    if let Some(offset) = line.offset {
        let left = (measures.left + measures.first_line) as f32 / 20.0;
        let middle = left + offset + line.length / 2.0;
        ensure((middle - room as f32 / 40.0).abs() < 0.5, || told("not in the middle"))?;
    } else {
        ensure(measures.left == measures.right, || told("not in the middle"))?;
    }
    let same = line.fallback.is_some_and(|fallback| (fallback - line.length).abs() < 0.1);
    ensure(same, || told("its length in programs before 2010"))
}

/// As long as the text over it, to one part in a hundred.
fn as_long_as_its_text(ruled: &Ruled) -> Outcome {
    let width = width_in(ruled.above, &ruled.above.text());
    let off = (ruled.line.length / width - 1.0).abs();
    ensure(off <= 0.01, || {
        format!("under {}: {} pt long, the text {width} pt", quoted(ruled.above), ruled.line.length)
    })
}

/// Between a third and a half of the text's last or longest line.
fn a_part_of_its_text(ruled: &Ruled, texts: &[&Paragraph], room: i32) -> Outcome {
    let all: Vec<_> = texts.iter().flat_map(|text| lines(text, room)).collect();
    let longest = all.iter().map(|line| line.width).fold(0.0, f32::max);
    let last = all.last().map_or(0.0, |line| line.width);
    let fits = |width: f32| (0.33..=0.505).contains(&(ruled.line.length / width));
    ensure(fits(last) || fits(longest), || {
        let drawn = ruled.line.length;
        format!("under {}: {drawn} pt long, last line {last} pt, longest {longest} pt", quoted(ruled.above))
    })
}

/// No line of the text is a single syllable, unless the text is no more than that.
fn no_lonely_syllable(paragraph: &Paragraph, room: i32) -> Outcome {
    if paragraph.text().split_whitespace().count() < 2 {
        return Ok(());
    }
    let lonely = lines(paragraph, room).into_iter().find(|line| line.text.split_whitespace().count() < 2);
    lonely.map_or(Ok(()), |line| Err(format!("{} leaves «{}» alone on a line", quoted(paragraph), line.text)))
}
