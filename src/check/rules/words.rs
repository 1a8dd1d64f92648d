//! The words of a paragraph by their place among them: their capitals, and where sentences begin.

use std::ops::Range;

use crate::check::manuscript::Paragraph;
use crate::vietnamese::{lower_letter, upper_letter};

/// Whether a word of a paragraph begins with a capital.
pub(super) fn is_capital(paragraph: &Paragraph, at: usize) -> bool {
    paragraph.words.get(at).is_some_and(|word| word.is_capital)
}

/// Whether a paragraph is set in capitals, at least the line around some bytes.
pub(super) fn is_shouted(paragraph: &Paragraph, at: usize) -> bool {
    let start = paragraph.before(at).rfind('\n').map_or(0, |at| at + 1);
    let line = paragraph.behind(start).split('\n').next().unwrap_or_default();
    line.contains(' ') && line.chars().all(|c| c == upper_letter(c))
}

/// Whether a sentence begins with a word.
pub(super) fn begins(paragraph: &Paragraph, at: usize) -> bool {
    let Some(word) = paragraph.words.get(at) else { return false };
    let before = paragraph.before(word.at.start).trim_end_matches([' ', '“', '"', '(', '‘', '\'', '*', '[']);
    at == 0
        || word.at.start <= paragraph.body
        || before.ends_with(['.', '\n', '!', '?', ':', ';', '-', '+', '–', '•', '\t', '|'])
        || before.ends_with(')') && paragraph.words.get(at - 1).is_some_and(|word| word.small.len() < 3)
}

/// The word at some bytes.
pub(super) fn at(paragraph: &Paragraph, range: &Range<usize>) -> usize {
    paragraph.words.partition_point(|word| word.at.start < range.start)
}

/// The first word of a phrase.
pub(super) fn first_word(phrase: &str) -> &str {
    phrase.split(' ').next().unwrap_or_default()
}

/// A word in small letters; blank where there is none.
pub(super) fn small(paragraph: &Paragraph, at: Option<usize>) -> &str {
    at.and_then(|at| paragraph.words.get(at)).map_or("", |word| word.small.as_str())
}

/// The words behind a mark, for a finding that quotes more than the mark.
pub(super) fn with_words(paragraph: &Paragraph, at: usize, count: usize) -> Range<usize> {
    let behind = paragraph.words.iter().filter(|word| word.at.start >= at).take(count).last();
    at..behind.map_or(paragraph.whole().end, |word| word.at.end).max(at)
}

/// Whether a word stands in a list of words, a blank on each side of each.
pub(in crate::check) fn is_listed(list: &str, word: &str) -> bool {
    let (list, word) = (list.as_bytes(), word.as_bytes());
    list.windows(word.len() + 2).any(|part| matches!(part, [b' ', own @ .., b' '] if own == word))
}

/// What rules ask of words everywhere.
pub(super) trait Words {
    /// Whether these words stand in it.
    fn says(&self, words: &str) -> bool;
    /// Whether it is one of these.
    fn is_of(&self, words: &[&str]) -> bool;
    /// Whether it begins with a capital.
    fn begins_big(&self) -> bool;
    /// Whether it has a capital.
    fn has_big(&self) -> bool;
}

// All of it is else written out at each place, a hundred bytes and more.
impl Words for str {
    #[inline(never)]
    fn says(&self, words: &str) -> bool {
        self.contains(words)
    }

    #[inline(never)]
    fn is_of(&self, words: &[&str]) -> bool {
        words.contains(&self)
    }

    #[inline(never)]
    fn begins_big(&self) -> bool {
        self.starts_with(|c: char| c != lower_letter(c))
    }

    #[inline(never)]
    fn has_big(&self) -> bool {
        self.contains(|c: char| c != lower_letter(c))
    }
}
