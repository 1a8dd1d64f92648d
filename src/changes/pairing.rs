//! Which line of a source is which paragraph of the page, and which word which.
//!
//! Paragraphs that say the same but for their number and their last mark are found first, in
//! their order, then those that stand elsewhere; what is left between them is compared word by
//! word. A header typed with tabs has two paragraphs of the page on one line: words that are
//! still without another are looked for beside each other at last.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use super::diff::{common, once_in_both, unique};
use super::printed::Printed;
use crate::document::Role;
use crate::import::ReadLine;
use crate::order;

/// The words of the source and of the page, each with the other that it is.
pub struct Pairing<'a> {
    /// Those of the source; a paragraph of it is one line.
    pub source: Words<'a>,
    /// Those of the page.
    pub page: Words<'a>,
    /// The paragraphs of the page.
    pub printed: &'a [Printed<'a>],
    /// Which paragraph of the page each line of the source is: that with most of its words.
    pub paragraphs: Vec<Option<usize>>,
}

/// Words in their order.
pub struct Words<'a> {
    /// The texts that they stand in.
    pub texts: Vec<&'a str>,
    /// Where the words of each text are among all.
    pub ranges: Vec<Range<usize>>,
    /// All of them.
    pub all: Vec<Word>,
}

/// A word, or the marks at its head or its end.
pub struct Word {
    /// What it is whatever its capitals.
    pub key: u64,
    /// The place of its text.
    pub text: usize,
    /// Where it stands there, in bytes.
    pub at: Range<usize>,
    /// The place of its other.
    pub other: Option<usize>,
}

impl<'a> Words<'a> {
    /// The words of some texts.
    pub fn of(texts: Vec<&'a str>) -> Words<'a> {
        let mut words = Words { texts, ranges: Vec::new(), all: Vec::new() };
        for (text, content) in words.texts.iter().enumerate() {
            let first = words.all.len();
            for at in cut(content) {
                let key = hash(&crate::vietnamese::lower(&content[at.clone()]));
                words.all.push(Word { key, text, at, other: None });
            }
            words.ranges.push(first..words.all.len());
        }
        words
    }

    /// A word as it is written.
    pub fn word(&self, place: usize) -> &'a str {
        self.all.get(place).map_or("", |word| &self.texts[word.text][word.at.clone()])
    }

    /// What a text says but for its number and the marks in it, if it says anything.
    fn core(&self, text: usize) -> Option<u64> {
        let range = self.ranges[text].clone();
        let marks = self.mark(text).len();
        let words = &self.all[range.start + marks..range.end];
        let mut hasher = DefaultHasher::new();
        let said = words.iter().filter(|word| is_said(&self.texts[text][word.at.clone()]));
        let count = said.map(|word| word.key.hash(&mut hasher)).count();
        (count > 0).then(|| hasher.finish())
    }

    /// The number or the dash at the head of a text, among its words.
    pub fn mark(&self, text: usize) -> Range<usize> {
        let range = self.ranges[text].clone();
        let word = |place: usize| if place < range.end { self.word(place) } else { "" };
        let (first, second) = (word(range.start), word(range.start + 1));
        let behind = matches!(second, "." | ")" | "-" | ":" | "/" | ".-");
        let count = match first {
            "" => 0,
            _ if !is_said(first) => usize::from(["-", "–", "—", "+", "•", "*"].contains(&first)),
            _ if behind && is_number(first) => 2,
            _ => 0,
        };
        range.start..range.start + count
    }

    fn keys(&self, words: &Range<usize>) -> Vec<u64> {
        self.all[words.clone()].iter().map(|word| word.key).collect()
    }
}

/// Whether a word is one of a paragraph's number: `1`, `1.1`, `II`, `a`.
pub fn is_number(word: &str) -> bool {
    let each = |allowed: fn(char) -> bool| word.chars().all(allowed);
    word.chars().count() == 1
        || each(|c| c.is_ascii_digit() || c == '.')
        || each(|c| matches!(c, 'I' | 'V' | 'X' | 'L'))
}

/// Whether a word is more than marks.
pub fn is_said(word: &str) -> bool {
    word.contains(char::is_alphanumeric)
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// The words of a text; marks before and behind a word are words of their own.
fn cut(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut from = 0;
    for piece in text.split(char::is_whitespace) {
        let at = from..from + piece.len();
        from = at.end + text[at.end..].chars().next().map_or(0, char::len_utf8);
        if piece.is_empty() {
            continue;
        }
        let head = piece.find(char::is_alphanumeric).unwrap_or(piece.len());
        let body = piece.trim_end_matches(|c: char| !c.is_alphanumeric()).len().max(head);
        for part in [0..head, head..body, body..piece.len()] {
            if !part.is_empty() {
                words.push(at.start + part.start..at.start + part.end);
            }
        }
    }
    words
}

impl<'a> Pairing<'a> {
    /// Pairs the words of the lines with those of the page.
    pub fn of(lines: &'a [ReadLine], printed: &'a [Printed<'a>]) -> Pairing<'a> {
        let source = lines.iter().map(|line| line.text.as_str()).collect();
        let page = printed.iter().map(|paragraph| paragraph.text.as_str()).collect();
        let mut pairing = Pairing { printed, ..Pairing::of_texts(source, page) };
        pairing.pair_sides();
        let paragraph_of = |words: &Range<usize>| {
            let others = words.clone().filter_map(|place| pairing.source.all[place].other);
            most(others.map(|place| pairing.page.all[place].text))
        };
        pairing.paragraphs = pairing.source.ranges.iter().map(paragraph_of).collect();
        pairing
    }

    /// Pairs the words of some texts with those of others.
    pub fn of_texts(source: Vec<&'a str>, page: Vec<&'a str>) -> Pairing<'a> {
        let (source, page) = (Words::of(source), Words::of(page));
        let mut pairing = Pairing { source, page, printed: &[], paragraphs: Vec::new() };
        pairing.pair_texts();
        pairing
    }

    fn pair_texts(&mut self) {
        let cores = |words: &Words| -> Vec<u64> {
            // What says nothing is found by its place.
            (0..words.texts.len()).map(|text| words.core(text).unwrap_or(0)).collect()
        };
        let (source, page) = (cores(&self.source), cores(&self.page));
        let anchors = unique(&source, &page);
        let all = once_in_both(&source, &page);
        let moved =
            all.into_iter().filter(|pair| source[pair.0] != 0 && anchors.binary_search(pair).is_err());
        for (line, paragraph) in moved {
            self.pair(self.source.ranges[line].clone(), self.page.ranges[paragraph].clone());
        }
        let (mut line, mut paragraph) = (0, 0);
        for anchor in anchors.into_iter().chain([(source.len(), page.len())]) {
            self.pair_between(line..anchor.0, paragraph..anchor.1);
            if anchor.0 < source.len() {
                self.pair(self.source.ranges[anchor.0].clone(), self.page.ranges[anchor.1].clone());
            }
            (line, paragraph) = (anchor.0 + 1, anchor.1 + 1);
        }
    }

    /// Pairs what is left of some lines with what is left of some paragraphs.
    fn pair_between(&mut self, lines: Range<usize>, paragraphs: Range<usize>) {
        let words = |words: &Words, texts: Range<usize>| -> Vec<usize> {
            let ranges = words.ranges[texts].iter().cloned();
            ranges.flatten().filter(|place| words.all[*place].other.is_none()).collect()
        };
        let (a, b) = (words(&self.source, lines), words(&self.page, paragraphs));
        let key = |words: &Words, places: &[usize]| -> Vec<u64> {
            places.iter().map(|place| words.all[*place].key).collect()
        };
        let pairs = common(&key(&self.source, &a), &key(&self.page, &b));
        let pairs: Vec<_> = pairs.into_iter().map(|(i, j)| (a[i], b[j])).collect();
        // A few words in common do not make two texts the same.
        let texts = |pair: &(usize, usize)| (self.source.all[pair.0].text, self.page.all[pair.1].text);
        let said = |words: &Words, text: usize| {
            words.ranges[text].clone().filter(|place| is_said(words.word(*place))).count()
        };
        let alike = |same: &&[(usize, usize)]| {
            let (line, paragraph) = texts(&same[0]);
            let least = said(&self.source, line).min(said(&self.page, paragraph));
            let both = same.iter().filter(|pair| is_said(self.source.word(pair.0))).count();
            both > 0 && both * 3 >= least
        };
        let alike = pairs.chunk_by(|p, q| texts(p) == texts(q)).filter(alike);
        let alike: Vec<_> = alike.flatten().copied().collect();
        self.link(&alike);
    }

    fn link(&mut self, pairs: &[(usize, usize)]) {
        for (own, other) in pairs {
            (self.source.all[*own].other, self.page.all[*other].other) = (Some(*other), Some(*own));
        }
    }

    /// Pairs the words of two texts that are the same.
    fn pair(&mut self, a: Range<usize>, b: Range<usize>) {
        let pairs = common(&self.source.keys(&a), &self.page.keys(&b));
        self.link(&pairs.into_iter().map(|(i, j)| (a.start + i, b.start + j)).collect::<Vec<_>>());
    }

    /// Pairs paragraphs of header and ending that stand beside each other on a line of the source,
    /// or in another order.
    fn pair_sides(&mut self) {
        for paragraph in 0..self.printed.len() {
            let range = self.page.ranges[paragraph].clone();
            let alone = |words: &Words, range: &Range<usize>| -> Vec<usize> {
                range.clone().filter(|place| words.all[*place].other.is_none()).collect()
            };
            let page = alone(&self.page, &range);
            if !self.printed[paragraph].stands_beside() || page.len() * 2 < range.len() {
                continue;
            }
            let mut best = Vec::new();
            for line in self.edges() {
                let source = alone(&self.source, &self.source.ranges[line]);
                let key = |words: &Words, places: &[usize]| -> Vec<u64> {
                    places.iter().map(|place| words.all[*place].key).collect()
                };
                let pairs = common(&key(&self.source, &source), &key(&self.page, &page));
                if pairs.len() > best.len() {
                    best = pairs.into_iter().map(|(i, j)| (source[i], page[j])).collect();
                }
            }
            let said = |place: &usize| is_said(self.page.word(*place));
            let both = best.iter().filter(|(_, place)| said(place)).count();
            if both > 0 && both * 2 >= page.iter().filter(|place| said(place)).count() {
                self.link(&best);
            }
        }
    }

    /// The lines among which the header and the ending are.
    fn edges(&self) -> Vec<usize> {
        /// More lines than either has.
        const EDGE: usize = 40;
        let count = self.source.texts.len();
        (0..count).filter(|line| *line < EDGE || line + EDGE >= count).collect()
    }
}

impl Pairing<'_> {
    /// The paragraphs of the page that stand on a line of the source: the one that it is, and those of
    /// which it has half of the words at least.
    pub fn on_line(&self, line: usize) -> Vec<usize> {
        let others = self.source.ranges[line].clone().filter_map(|place| self.source.all[place].other);
        let mut all: Vec<usize> = others.map(|place| self.page.all[place].text).collect();
        order::sort(&mut all);
        let whole = |same: &&[usize]| {
            Some(same[0]) == self.paragraphs[line] || same.len() * 2 >= self.page.ranges[same[0]].len()
        };
        all.chunk_by(|a, b| a == b).filter(whole).map(|same| same[0]).collect()
    }
}

/// The one that comes most often; of several, the first.
pub fn most(values: impl Iterator<Item = usize>) -> Option<usize> {
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for value in values {
        match counts.iter_mut().find(|(known, _)| *known == value) {
            Some((_, count)) => *count += 1,
            None => counts.push((value, 1)),
        }
    }
    counts.iter().rev().max_by_key(|(_, count)| *count).map(|(value, _)| *value)
}

impl Printed<'_> {
    /// Whether it is a part of the header or the ending, whose sides stand beside each other.
    fn stands_beside(&self) -> bool {
        self.paragraph.is_some() && self.in_table && !matches!(self.role, Role::TableHead | Role::TableCell)
    }
}
