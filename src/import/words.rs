//! What words look like: the small questions that every pass of the reading asks.

use std::ops::Range;

use crate::vietnamese::ascii;

/// A word of a text: where it stands, and how it reads without marks and case.
pub struct Word {
    /// Its bytes in the text.
    pub at: Range<usize>,
    /// Lower-case, without Vietnamese marks.
    pub plain: String,
}

/// The words of a text: runs of letters and digits.
pub fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_word(letter), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push(Word { at: from..at, plain: ascii(&text[from..at]) });
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// Letters, digits, and the marks that stand on a letter in text that is not composed.
fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&letter)
}

/// Where the words of `phrase` (plain, lower-case) first stand one after the other.
pub fn find(words: &[Word], phrase: &str) -> Option<Range<usize>> {
    (0..words.len()).find_map(|at| Some(words[at].at.start..start_with(&words[at..], phrase)?))
}

/// Whether the text begins with one of these phrases (plain, lower-case, whole words).
pub fn begins(text: &str, phrases: &[&str]) -> bool {
    let end = text.char_indices().nth(BEGINNING).map_or(text.len(), |(at, _)| at);
    let words = words(&text[..end]);
    phrases.iter().any(|phrase| start_with(&words, phrase).is_some())
}

/// Letters that hold the longest phrase with which anything here begins.
const BEGINNING: usize = 80;

/// Where `phrase` ends, when the words start with it.
fn start_with(words: &[Word], phrase: &str) -> Option<usize> {
    let mut words = words.iter();
    let mut end = 0;
    for plain in phrase.split(' ') {
        end = words.next().filter(|word| word.plain == plain)?.at.end;
    }
    Some(end)
}

/// How many words a text has, counted to [`MANY`].
pub fn count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(is_word)).take(MANY).count()
}

/// More words than any title or signature has.
const MANY: usize = 100;

/// Letters by which a text is judged to be in capitals.
const JUDGED: usize = 400;

/// Whether a text is set in capitals; a slip of a letter or two ("PHÓ Bí THƯ") is forgiven.
pub fn is_caps(text: &str) -> bool {
    let (mut upper, mut lower) = (0_usize, 0_usize);
    for letter in text.chars().take(JUDGED) {
        upper += usize::from(letter.is_uppercase());
        lower += usize::from(letter.is_lowercase());
    }
    upper >= 2 && upper >= 4 * lower
}

/// The first letter or digit, past quotes and brackets.
fn first(text: &str) -> Option<char> {
    text.chars().find(|letter| !OPENING.contains(letter))
}

const OPENING: [char; 8] = ['"', '“', '”', '‘', '\'', '(', '[', '«'];
const CLOSING: [char; 8] = ['"', '”', '“', '’', '\'', ')', ']', '»'];

/// Whether a text goes on from what stands before it: it begins with a small letter.
pub fn begins_small(text: &str) -> bool {
    first(text).is_some_and(char::is_lowercase)
}

/// Whether a text begins with a capital letter.
pub fn begins_capital(text: &str) -> bool {
    first(text).is_some_and(char::is_uppercase)
}

/// Whether a text begins with a digit.
pub fn begins_digit(text: &str) -> bool {
    first(text).is_some_and(|letter| letter.is_ascii_digit())
}

/// The mark that ends a sentence or a list line, past closing quotes and brackets.
pub fn end_mark(text: &str) -> Option<char> {
    let text = text.trim_end().trim_end_matches(CLOSING).trim_end();
    text.chars().next_back().filter(|mark| ['.', ';', ':', '!', '?', '…', '/'].contains(mark))
}

/// The words of `text` one space apart.
pub fn single_spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
