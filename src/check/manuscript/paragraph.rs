//! A paragraph, its words and the documents it names.

use std::cell::OnceCell;
use std::ops::Range;
use std::rc::Rc;

use super::word::{Index, Word, head, words};
use super::{Frame, Place, Within};
use crate::check::finding::Found;
use crate::check::mention::{self, Mention};
use crate::check::place_names::{self, PlaceName};
use crate::check::rule::{Report, Run};
use crate::check::rules::{self, CapitalNoun, CapitalRun, Doubles, Hyphened, NamedBody, ShortName};
use crate::check::spelling::Spelling;
use crate::import::Role;
use crate::import::marks::{self, Marked};
use crate::vietnamese::compose;

/// A paragraph of a text under review.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// Its place among the paragraphs of the manuscript.
    pub index: usize,
    /// What it is.
    pub role: Role,
    /// The section it stands in.
    pub within: Within,
    /// Its text, letters composed, no-break spaces as spaces; where it runs over several lines of a
    /// source, these with `\n` between.
    pub text: String,
    /// The text as it was typed, where that differs.
    pub typed: Option<String>,
    /// Where what follows the mark of the outline begins; 0 without a mark.
    pub body: usize,
    /// Its words.
    pub words: Vec<Word>,
    /// Where each of its words stands, so that a phrase is found by its first word.
    index_of_words: Index,
    /// The words behind which something else stands than one space and the next word.
    breaks: Vec<usize>,
    /// Which bytes its text has.
    bytes: [bool; 256],
    /// The documents that it names by number.
    pub mentions: Vec<Mention>,
    /// The communes and provinces that it names.
    pub places: Vec<PlaceName>,
    /// Where each of its lines begins, and where that stands.
    lines: Vec<(usize, Place)>,
    /// Where it begins in its field.
    pub(in crate::check) offset: Offset,
    /// What was found out of it.
    known: Known,
}

/// A place in the text of a field.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::check) struct Offset {
    /// Counted in bytes.
    pub bytes: usize,
    /// Counted as a browser does: in units of UTF-16.
    pub units: usize,
}

/// What was found out of a paragraph, once it was asked for.
#[derive(Clone, Debug, Default)]
struct Known {
    spelling: OnceCell<Spelling>,
    /// What the rules that look at one paragraph found, each with its place among the rules.
    found: OnceCell<Vec<(usize, Rc<Found>)>>,
    sense: OnceCell<Option<u64>>,
    short_names: OnceCell<Vec<ShortName>>,
    document_names: OnceCell<Vec<Vec<String>>>,
    capital_nouns: OnceCell<Vec<CapitalNoun>>,
    named_bodies: OnceCell<Vec<NamedBody>>,
    doubles: OnceCell<Doubles>,
    hyphened: OnceCell<Vec<Hyphened>>,
    of_several: OnceCell<Vec<usize>>,
    capital_runs: OnceCell<Vec<CapitalRun>>,
}

impl Paragraph {
    /// A paragraph of one line.
    pub fn new(role: Role, within: Within, place: Place, typed: &str) -> Paragraph {
        let text = readable(typed);
        let typed = (text != typed).then(|| typed.to_owned());
        Paragraph::made(role, within, text, typed, vec![(0, place)])
    }

    fn made(
        role: Role,
        within: Within,
        text: String,
        typed: Option<String>,
        lines: Vec<(usize, Place)>,
    ) -> Paragraph {
        let is_field = matches!(lines[..], [(_, Place::Field { .. }), ..]);
        // What a converter left behind is no mark of the outline.
        let marked =
            Some(text.as_str()).filter(|text| !is_field && !text.starts_with("**")).and_then(marks::split);
        let body = marked
            .map_or(0, |Marked { rest, .. }| text.trim_end().len().saturating_sub(rest.trim_end().len()));
        let words = words(&text);
        let pairs = words.windows(2).enumerate();
        let broken = |pair: &[Word]| text.get(pair[0].at.end..pair[1].at.start) != Some(" ");
        let breaks = pairs.filter(|(_, pair)| broken(pair)).map(|(at, _)| at).collect();
        let mut bytes = [false; 256];
        text.bytes().for_each(|byte| bytes[usize::from(byte)] = true);
        let mentions = mention::find(&text);
        let places = place_names::find(&text, &words);
        Paragraph {
            index: 0,
            role,
            within,
            text,
            typed,
            body,
            index_of_words: Index::new(&words),
            breaks,
            bytes,
            words,
            mentions,
            places,
            lines,
            offset: Offset::default(),
            known: Known::default(),
        }
    }

    /// The same paragraph with another text.
    pub(super) fn with_text(&self, text: &str) -> Paragraph {
        let lines = self.lines.clone();
        let made = Paragraph::made(self.role, self.within, text.to_owned(), None, lines);
        Paragraph { index: self.index, offset: self.offset, ..made }
    }

    /// Adds a line that goes on from it.
    pub(super) fn go_on(&mut self, place: Place, typed: &str) {
        let more = readable(typed);
        let mut lines = std::mem::take(&mut self.lines);
        lines.push((self.text.len() + 1, place));
        let text = format!("{}\n{more}", self.text);
        let raw = self.typed.is_some() || more != typed;
        let typed = raw.then(|| format!("{}\n{typed}", self.typed.as_deref().unwrap_or(&self.text)));
        *self = Paragraph::made(self.role, self.within, text, typed, lines);
    }

    /// What is spelt wrong in it.
    pub fn spelling(&self) -> &Spelling {
        self.known.spelling.get_or_init(|| Spelling::of(self))
    }

    /// What the rules that look at one paragraph find, each with its place among the rules.
    pub(in crate::check) fn found(&self, frame: &Frame) -> &[(usize, Rc<Found>)] {
        self.known.found.get_or_init(|| {
            let mut all = Vec::new();
            let mut found = Vec::new();
            for (order, rule) in rules::all().enumerate() {
                if let Run::Paragraph(look) = rule.run
                    && (rule.signs.is_empty() || self.may_have(rule.signs))
                    && rule.looks_at(frame)
                {
                    look(self, frame, &mut Report { rule, found: &mut found });
                    all.extend(found.drain(..).map(|(_, found)| (order, Rc::new(found))));
                }
            }
            all
        })
    }

    /// By what it is told from paragraphs that say something else.
    pub(in crate::check) fn sense(&self) -> Option<u64> {
        *self.known.sense.get_or_init(|| rules::sense(self))
    }

    /// The names that it gives to documents.
    pub(in crate::check) fn short_names(&self) -> &[ShortName] {
        self.known.short_names.get_or_init(|| rules::short_names(self))
    }

    /// The long names by which it calls documents: their words.
    pub(in crate::check) fn document_names(&self) -> &[Vec<String>] {
        self.known.document_names.get_or_init(|| rules::document_names(self))
    }

    /// Its common nouns with a capital inside a sentence.
    pub(in crate::check) fn capital_nouns(&self) -> &[CapitalNoun] {
        self.known.capital_nouns.get_or_init(|| rules::capital_nouns(self))
    }

    /// The bodies that it names with a capital.
    pub(in crate::check) fn named_bodies(&self) -> &[NamedBody] {
        self.known.named_bodies.get_or_init(|| rules::named_bodies(self))
    }

    /// Its words of two syllables that stand beside such words.
    pub(in crate::check) fn doubles(&self) -> &Doubles {
        self.known.doubles.get_or_init(|| rules::doubles(self))
    }

    /// Its words that a hyphen joins.
    pub(in crate::check) fn hyphened(&self) -> &[Hyphened] {
        self.known.hyphened.get_or_init(|| rules::hyphened(self))
    }

    /// Its names of several words that begin with a capital inside a sentence.
    pub(in crate::check) fn capital_runs(&self) -> &[CapitalRun] {
        self.known.capital_runs.get_or_init(|| rules::capital_runs(self))
    }

    /// Its words that are said of several.
    pub(in crate::check) fn of_several(&self) -> &[usize] {
        self.known.of_several.get_or_init(|| rules::of_several(self))
    }

    /// What was found holds no longer: it was looked at in another frame.
    pub(super) fn forget_found(&mut self) {
        self.known.found.take();
    }

    /// Stands at another place of a plan.
    pub(super) fn move_to(&mut self, place: Place, offset: Offset) {
        self.lines.iter_mut().for_each(|(_, own)| *own = place);
        self.offset = offset;
    }

    /// The text as it was typed.
    pub fn typed(&self) -> &str {
        self.typed.as_deref().unwrap_or(&self.text)
    }

    /// Where a byte of it stands.
    pub fn place_of(&self, at: usize) -> Place {
        let line = self.lines.iter().rev().find(|(start, _)| *start <= at).or(self.lines.first());
        line.map_or(Place::Line(0), |(_, place)| *place)
    }

    /// Whether its text is what was typed, byte by byte, so that it can be mended there.
    pub fn is_as_typed(&self) -> bool {
        self.typed.is_none()
    }

    /// The mark of the outline at its head, as it was typed; blank without one.
    pub fn mark(&self) -> &str {
        self.text.get(..self.body).unwrap_or_default().trim()
    }

    /// What stands behind the mark.
    pub fn said(&self) -> &str {
        self.text.get(self.body..).unwrap_or_default().trim()
    }

    /// Its bytes without blanks at both ends.
    #[inline(never)]
    pub fn whole(&self) -> Range<usize> {
        let start = self.text.len() - self.text.trim_start().len();
        start..self.text.trim_end().len().max(start)
    }

    /// The bytes of its last words, at most so many.
    pub fn tail(&self, words: usize) -> Range<usize> {
        let end = self.text.trim_end().len();
        let start = self.words.len().checked_sub(words).and_then(|at| self.words.get(at));
        start.map_or(self.whole().start, |word| word.at.start)..end
    }

    /// Whether it is text that a reader reads as sentences.
    pub fn is_prose(&self) -> bool {
        matches!(
            self.role,
            Role::Subject
                | Role::Basis
                | Role::Opening
                | Role::Section
                | Role::Clause
                | Role::Subclause
                | Role::Point
                | Role::Dash
                | Role::Text
                | Role::Detail
                | Role::Closing
        )
    }

    /// Where a phrase (small letters, its words one space apart) stands, whatever stands between the
    /// words but the end of a sentence or a comma.
    pub fn phrases<'a>(&'a self, phrase: &'a str) -> Phrases<'a> {
        let head = head(phrase);
        Phrases { paragraph: self, phrase, head, at: self.index_of_words.first(head) }
    }

    /// Where something else stands between two words than one space: the place of the first, both, and what.
    pub fn breaks(&self) -> impl Iterator<Item = (usize, [&Word; 2], &str)> {
        self.breaks.iter().filter_map(|at| {
            let [left, right] = self.words.get(*at..at + 2)? else { return None };
            Some((*at, [left, right], self.text.get(left.at.end..right.at.start)?))
        })
    }

    /// Whether one of some letters and signs may stand in it: of those without marks it is known.
    pub fn may_have(&self, signs: &[char]) -> bool {
        signs.iter().any(|sign| {
            let first = sign.encode_utf8(&mut [0; 4]).bytes().next().unwrap_or_default();
            self.bytes[usize::from(first)]
        })
    }

    /// Whether a word may stand again among the next few.
    pub fn may_repeat(&self, at: usize, within: usize) -> bool {
        self.index_of_words.next(at).is_some_and(|next| next - at <= within)
    }

    /// The bytes of a phrase that begins with a word.
    pub fn phrase_at(&self, at: usize, phrase: &str) -> Option<Range<usize>> {
        let words = self.words.get(at..)?;
        let (mut range, mut rest) = (words.first()?.at.clone(), phrase);
        for word in words {
            rest = rest.strip_prefix(word.small.as_str())?;
            if word.at.start > range.end && !self.text.get(range.end..word.at.start)?.trim().is_empty() {
                return None;
            }
            range.end = word.at.end;
            if rest.is_empty() {
                return Some(range);
            }
            rest = rest.strip_prefix(' ')?;
        }
        None
    }

    /// Some bytes of its text; blank where they are none.
    #[inline(never)]
    pub fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    /// Its text before a byte.
    pub fn before(&self, at: usize) -> &str {
        self.slice(0..at)
    }

    /// Its text from a byte on.
    pub fn behind(&self, at: usize) -> &str {
        self.slice(at..self.text.len())
    }

    /// The text of a word as it stands.
    pub fn word(&self, at: usize) -> &str {
        self.words.get(at).and_then(|word| self.text.get(word.at.clone())).unwrap_or_default()
    }

    /// Whether some bytes stand inside a mention of a document of the form: `[[Kế hoạch số 90-KH/TU]]`.
    pub fn is_in_brackets(&self, range: &Range<usize>) -> bool {
        let (before, after) = (self.before(range.start), self.behind(range.end));
        let open = before.rfind('[').is_some_and(|open| !before[open..].contains(']'));
        open && after.find(']').is_some_and(|close| !after[..close].contains('['))
    }
}

/// Where a phrase stands in a paragraph, one place after the other.
#[derive(Debug)]
pub struct Phrases<'a> {
    paragraph: &'a Paragraph,
    phrase: &'a str,
    /// The head of its first word.
    head: u64,
    /// The next word that may begin it.
    at: Option<usize>,
}

impl Phrases<'_> {
    /// The same places, each with the word that begins it.
    pub fn with_word(mut self) -> impl Iterator<Item = (usize, Range<usize>)> {
        std::iter::from_fn(move || self.next_place())
    }

    // Rules look for phrases everywhere.
    #[inline(never)]
    fn next_place(&mut self) -> Option<(usize, Range<usize>)> {
        while let Some(at) = self.at {
            self.at = self.paragraph.index_of_words.next(at);
            // Most words that may begin it do not.
            if self.paragraph.words.get(at).is_some_and(|word| word.head == self.head)
                && let Some(found) = self.paragraph.phrase_at(at, self.phrase)
            {
                return Some((at, found));
            }
        }
        None
    }
}

impl Iterator for Phrases<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        self.next_place().map(|(_, range)| range)
    }
}

/// What is visible of a text, its letters composed; byte for byte the same wherever that is possible.
fn readable(typed: &str) -> String {
    // Of most texts nothing is to be changed, as their characters tell.
    let plain = |c| matches!(c, ' '..='~' | '\t' | '\n' | 'À'..='ɏ' | 'Ạ'..='ỹ' | '–' | '“' | '”' | '…');
    if typed.chars().all(plain) {
        return typed.to_owned();
    }
    let visible =
        typed.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'));
    let spaced = visible.map(|c| match c {
        '\t' | '\n' => c,
        '\r' => '\n',
        c if c.is_whitespace() || c.is_control() => ' ',
        c => c,
    });
    compose(&spaced.collect::<String>())
}
