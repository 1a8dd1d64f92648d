//! What looks different, part by part.

use super::pairing::Pairing;
use super::parts::{self, is_text, rule};
use super::printed::Printed;
use super::{Change, Kind, under};
use crate::document::{self, Face, Paragraph, Role, text_width};
use crate::format::{Decimal, Format, HalfPt, HeadingPlace, LineRule, Twips};
use crate::import::Reading;
use crate::import::look::{Align, Leading, Look, Looks, Measures, Trait, Under};
use crate::order;

/// The font of every document.
const FONT: &str = "Times New Roman";

/// Lengths that are no more apart than this look the same: a third of a millimetre.
const HAIR: i32 = 20;

/// What looks different; nothing of a source without pages, as a text or what was pasted is.
pub fn changes(reading: &Reading, pairing: &Pairing, format: &Format) -> Vec<Change> {
    if reading.looks.pages.is_empty() {
        return Vec::new();
    }
    let mut report = Report::default();
    for (line, read) in reading.lines.iter().enumerate() {
        let Some(look) = read.look.and_then(|id| reading.looks.get(id)) else { continue };
        report.line = line;
        let paragraphs = pairing.on_line(line);
        let shared = paragraphs.len() > 1;
        if shared && paragraphs.iter().all(|place| is_text(pairing.printed[*place].role)) {
            let role = pairing.printed[paragraphs[0]].role;
            let states = ("một đoạn".into(), "nhiều đoạn".into());
            report.tell((parts::name(role), "tách đoạn"), states, format.body.source.clause, false);
        }
        for printed in paragraphs.into_iter().map(|place| &pairing.printed[place]) {
            let Some(paragraph) = printed.paragraph else { continue };
            let compared = Compared { look, looks: &reading.looks, printed, paragraph, format, shared };
            compared.letters(&mut report);
            compared.lines(&mut report);
            compared.place(&mut report);
        }
    }
    joined(pairing, format, &mut report);
    under::changes(reading, pairing, format, &mut report);
    report.entries.into_iter().map(Entry::change).collect()
}

/// What was found so far, one entry a part and property.
#[derive(Default)]
pub struct Report {
    entries: Vec<Entry>,
    /// The line that is compared: it counts once in each entry.
    pub line: usize,
}

struct Entry {
    part: &'static str,
    what: &'static str,
    /// Each state before, and how many lines have it.
    before: Vec<(String, usize)>,
    after: Vec<String>,
    /// The last line that was counted.
    line: Option<usize>,
    clause: &'static str,
    /// Whether the rule allows each state before.
    allowed: bool,
}

/// States that one entry names.
const STATES: usize = 5;

impl Report {
    /// Tells of a part and what of it is otherwise, how it was and how it will be, the clause, and
    /// whether that allows how it was.
    pub fn tell(
        &mut self,
        at: (&'static str, &'static str),
        states: (String, String),
        clause: &'static str,
        allowed: bool,
    ) {
        let (part, what) = at;
        let (before, after) = states;
        let known = self.entries.iter().position(|entry| (entry.part, entry.what) == (part, what));
        let place = known.unwrap_or_else(|| {
            let (before, after) = (Vec::new(), Vec::new());
            self.entries.push(Entry { part, what, before, after, line: None, clause, allowed: true });
            self.entries.len() - 1
        });
        let entry = &mut self.entries[place];
        // More than a few nobody wants to read.
        let known = entry.before.iter().any(|(known, _)| *known == before);
        let before = if known || entry.before.len() + 1 < STATES { before } else { "khác".to_owned() };
        let counts = usize::from(entry.line.replace(self.line) != Some(self.line));
        match entry.before.iter_mut().find(|(known, _)| *known == before) {
            Some((_, count)) => *count += counts,
            None => entry.before.push((before, counts)),
        }
        if entry.after.len() < STATES && !entry.after.contains(&after) {
            entry.after.push(after);
        }
        entry.allowed &= allowed;
    }
}

impl Entry {
    fn change(mut self) -> Change {
        order::sort_by_key(&mut self.before, |(_, count)| std::cmp::Reverse(*count));
        let count = self.before.iter().map(|(_, count)| count).sum();
        let before: Vec<String> = self.before.into_iter().map(|(before, _)| before).collect();
        Change {
            part: self.part,
            what: self.what,
            before: before.join("; "),
            after: self.after.join("; "),
            clause: by_the_form(self.clause, self.allowed),
            count,
            kind: Kind::Layout,
        }
    }
}

/// The clause, and that it allows what the source has as well, if it does.
pub fn by_the_form(clause: &str, allowed: bool) -> String {
    if allowed { format!("Theo mẫu chung; {clause} cho phép cả hai") } else { clause.to_owned() }
}

/// A line of the source beside the paragraph that is printed of it.
struct Compared<'a> {
    look: &'a Look,
    looks: &'a Looks,
    printed: &'a Printed<'a>,
    paragraph: &'a Paragraph,
    format: &'a Format,
    /// Whether other paragraphs of the page stand on the line.
    shared: bool,
}

impl Compared<'_> {
    fn letters(&self, report: &mut Report) {
        let Some(run) = self.paragraph.runs.first() else { return };
        let rule = rule(self.format, self.printed.role);
        let part = parts::name(self.printed.role);
        for (of, spread) in Trait::ALL.into_iter().zip(self.look.letters) {
            let after = match of {
                Trait::Font => None,
                Trait::Size => Some(run.size.0),
                Trait::Bold => Some(u16::from(run.bold)),
                Trait::Italic => Some(u16::from(run.italic)),
                Trait::Underline => Some(u16::from(run.underline)),
            };
            // A line is drawn where the source underlines. Which letters of a shared line are those
            // of the paragraph is not known.
            let drawn = of == Trait::Underline && self.printed.under == Under::Drawn;
            if drawn || (self.shared && spread.other.is_some()) {
                continue;
            }
            let is_after = |value: u16| match of {
                Trait::Font => self.looks.font(value).is_none_or(|name| name.eq_ignore_ascii_case(FONT)),
                _ => Some(value) == after,
            };
            let most = spread.most.filter(|value| !is_after(*value));
            let some = spread.other.filter(|value| !is_after(*value));
            let (value, in_part) = match (most, some) {
                (Some(value), _) => (value, false),
                (None, Some(value)) => (value, true),
                (None, None) => continue,
            };
            let says = |value: u16| match of {
                Trait::Font => self.looks.font(value).unwrap_or(FONT).to_owned(),
                Trait::Size => points(value),
                Trait::Bold => on(value, "đậm", "không đậm"),
                Trait::Italic => on(value, "nghiêng", "đứng"),
                Trait::Underline => on(value, "gạch chân", "không gạch chân"),
            };
            let what = match of {
                Trait::Font => "phông chữ",
                Trait::Size => "cỡ chữ",
                Trait::Bold => "chữ đậm",
                Trait::Italic => "chữ nghiêng",
                Trait::Underline => "gạch chân",
            };
            let before = if in_part { format!("một phần {}", says(value)) } else { says(value) };
            let after = after.map_or_else(|| FONT.to_owned(), says);
            let size = rule.size;
            let allowed = of == Trait::Size && (size.min..=size.max).contains(&HalfPt(value));
            let clause = if of == Trait::Font { self.format.page.source.clause } else { rule.source.clause };
            report.tell((part, what), (before, after), clause, allowed);
        }
    }

    fn lines(&self, report: &mut Report) {
        if self.shared {
            return;
        }
        let part = parts::name(self.printed.role);
        let clause = rule(self.format, self.printed.role).source.clause;
        let measures = self.look.measures;
        let mut tell =
            |what, before, after, allowed| report.tell((part, what), (before, after), clause, allowed);

        let after = align(self.paragraph.align);
        if let Some(own) = measures.align.filter(|own| *own != after && !self.shows_the_same(*own, after)) {
            let allowed = self.printed.role == Role::SectionHeading
                && self.format.body.heading.all.iter().any(|place| own == heading(*place));
            tell("căn lề", aligned(own), aligned(after), allowed);
        }
        if !is_text(self.printed.role) {
            return;
        }
        // Where lines begin is seen only of those that begin at a margin.
        let flush = |align| matches!(align, Align::Left | Align::Justify);
        if measures.align.is_none_or(flush)
            && flush(after)
            && let (Some(left), Some(first)) = (measures.left, measures.first)
        {
            let (own, printed) = (left + first, self.paragraph.indent_left + self.paragraph.first_line);
            let allowed = self.format.body.first_line.all.iter().any(|each| !differ(*each, own));
            if differ(own, printed) {
                tell("lùi đầu dòng", millimetres(own), millimetres(printed), allowed);
            }
            if differ(left, self.paragraph.indent_left) && !self.is_short(left) {
                tell("lùi cả đoạn", millimetres(left), millimetres(self.paragraph.indent_left), false);
            }
        }
        if let Some(own) = space(&measures) {
            let printed = Twips(self.paragraph.before.0.max(self.paragraph.after.0));
            let rule = self.format.body.before;
            if own != printed {
                let allowed = (rule.min..=rule.max).contains(&own);
                tell("cách đoạn", length(own), length(printed), allowed);
            }
        }
        let printed = leading(self.paragraph.line);
        if let Some(own) = measures.line.map(|own| self.seen(own)).filter(|own| *own != printed) {
            tell("cách dòng", spaced(own), spaced(printed), self.allows(own));
        }
    }

    /// How lines stand that are at least so far apart: singly, where their letters need more.
    fn seen(&self, own: Leading) -> Leading {
        /// Height of a single line of Times New Roman, in ems.
        const SINGLE: f32 = 1.15;
        let size = self.look.letters[Trait::Size as usize].most.map_or(0.0, |size| f32::from(size) / 2.0);
        match own {
            Leading::AtLeast(distance) if distance.to_pt() <= size * SINGLE => Leading::Multiple(100),
            own => own,
        }
    }

    fn allows(&self, own: Leading) -> bool {
        let rule = self.format.body.line;
        match (own, rule.min, rule.max) {
            (Leading::Multiple(own), LineRule::Multiple(min), LineRule::Multiple(max)) => {
                (min..=max).contains(&own)
            }
            (Leading::Exactly(own), LineRule::Exactly(min), LineRule::Exactly(max)) => {
                (min..=max).contains(&own)
            }
            _ => false,
        }
    }

    /// Whether two alignments look the same: of a single line, left and justified do.
    fn shows_the_same(&self, a: Align, b: Align) -> bool {
        let flush = |align| matches!(align, Align::Left | Align::Justify);
        flush(a) && flush(b) && (self.is_short(self.paragraph.first_line) || !is_text(self.printed.role))
    }

    /// Whether the text takes one line that begins so far in.
    fn is_short(&self, from: Twips) -> bool {
        let width = |run: &document::Run| {
            let face = Face { bold: run.bold, italic: run.italic };
            text_width(&run.text, face, run.size.to_pt())
        };
        let text: f32 = self.paragraph.runs.iter().map(width).sum();
        from.to_pt() + text <= self.printed.room.to_pt()
    }

    fn place(&self, report: &mut Report) {
        if self.look.in_table == self.printed.in_table {
            return;
        }
        let part = match self.printed.role {
            Role::RecipientsHeading
            | Role::Recipient
            | Role::Drafter
            | Role::Authority
            | Role::SignerTitle
            | Role::SignerName => parts::ENDING,
            _ if self.printed.in_table => parts::HEAD,
            role => parts::name(role),
        };
        let (before, after) = match self.printed.in_table {
            true => ("gõ bằng dấu cách, dấu tab", "hai bên trong bảng không kẻ"),
            false => ("trong bảng", "đoạn văn"),
        };
        let clause = rule(self.format, self.printed.role).source.clause;
        report.tell((part, "cách đặt"), (before.into(), after.into()), clause, false);
    }
}

fn on(value: u16, yes: &str, no: &str) -> String {
    if value == 0 { no } else { yes }.to_owned()
}

/// The space between two paragraphs of these measures: Word takes the larger of the two.
fn space(measures: &Measures) -> Option<Twips> {
    let (before, after) = (measures.before?, measures.after?);
    Some(if measures.close == Some(true) { Twips::ZERO } else { before.max(after) })
}

fn differ(a: Twips, b: Twips) -> bool {
    (a - b).0.abs() > HAIR
}

fn align(align: document::Align) -> Align {
    match align {
        document::Align::Left => Align::Left,
        document::Align::Center => Align::Center,
        document::Align::Justify => Align::Justify,
    }
}

fn heading(place: HeadingPlace) -> Align {
    match place {
        HeadingPlace::Indented => Align::Justify,
        HeadingPlace::Left => Align::Left,
        HeadingPlace::Centred => Align::Center,
    }
}

fn aligned(align: Align) -> String {
    let says = match align {
        Align::Left => "căn trái",
        Align::Center => "căn giữa",
        Align::Right => "căn phải",
        Align::Justify => "căn đều hai bên",
    };
    says.to_owned()
}

fn leading(line: LineRule) -> Leading {
    match line {
        LineRule::Multiple(hundredths) => Leading::Multiple(hundredths),
        LineRule::Exactly(distance) => Leading::Exactly(distance),
    }
}

fn spaced(line: Leading) -> String {
    match line {
        Leading::Multiple(100) => "đơn".into(),
        Leading::Multiple(hundredths) => format!("{} dòng", decimal(f32::from(hundredths) / 100.0)),
        Leading::Exactly(distance) => format!("đúng {}", length(distance)),
        Leading::AtLeast(distance) => format!("ít nhất {}", length(distance)),
    }
}

/// A size of letters in half points.
pub fn points(size: u16) -> String {
    decimal(f32::from(size) / 2.0)
}

fn length(length: Twips) -> String {
    format!("{} pt", decimal((length.to_pt() * 10.0).round() / 10.0))
}

/// A length in millimetres, tenths where it has some.
pub fn millimetres(length: Twips) -> String {
    format!("{} mm", decimal((length.to_pt() * 254.0 / 72.0).round() / 10.0))
}

fn decimal(number: f32) -> String {
    Decimal(number).to_string().replace('.', ",")
}

/// Paragraphs of the text that stand on several lines of the source, each a paragraph or a line
/// that was broken by hand.
fn joined(pairing: &Pairing, format: &Format, report: &mut Report) {
    let mut before = None;
    for (line, paragraph) in pairing.paragraphs.iter().enumerate() {
        let Some(place) = *paragraph else { continue };
        let role = pairing.printed[place].role;
        if before == Some(place) && is_text(role) {
            report.line = line;
            let states = ("nhiều dòng".into(), "một đoạn".into());
            report.tell((parts::name(role), "nối dòng"), states, format.body.source.clause, false);
        }
        before = Some(place);
    }
}
