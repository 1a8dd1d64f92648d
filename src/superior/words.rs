//! Words and marks of a text, to find phrases as whole words whatever their case.

use std::ops::Range;

use crate::vietnamese::{lower, second_vowel_tones};

/// A word, or one mark or end of a line between words.
#[derive(Clone, Debug)]
pub struct Token {
    /// Its bytes in the text.
    pub at: Range<usize>,
    /// In small letters, the tone of oa, oe, uy on one place.
    pub plain: String,
}

/// The words and marks of a text.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut word = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        if letter.is_alphanumeric() {
            word.get_or_insert(at);
            continue;
        }
        if let Some(start) = word.take() {
            tokens.push(Token { at: start..at, plain: plain(&text[start..at]) });
        }
        if at < text.len() && (letter == '\n' || !letter.is_whitespace()) {
            tokens.push(Token { at: at..at + letter.len_utf8(), plain: letter.into() });
        }
    }
    tokens
}

/// The words and marks of a phrase of ours.
pub fn phrase(text: &str) -> Vec<String> {
    tokens(text).into_iter().map(|token| token.plain).collect()
}

/// Whether the tokens begin with a phrase.
pub fn begins(tokens: &[Token], phrase: &[String]) -> bool {
    tokens.len() >= phrase.len() && tokens.iter().zip(phrase).all(|(token, word)| token.plain == *word)
}

/// Whether a sentence or a part of it ends at this mark.
pub fn ends(token: &Token) -> bool {
    matches!(token.plain.as_str(), "." | ";" | ":" | "\n")
}

fn plain(word: &str) -> String {
    second_vowel_tones(&lower(word))
}
