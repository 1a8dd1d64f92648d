//! A word of a text, and what is known of it wherever it stands.

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::{Deref, Range};
use std::rc::Rc;

use crate::check::rules::{Listed, Spelt, bodies_from, listed_from};
use crate::check::spelling::{self, Hole, IOrY, Id, Lexicon, Mistaken, Slip, Toned, key};
use crate::vietnamese::{is_syllable, lower, lower_letter, tone_in_place, upper};

/// A word: a run of letters and digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its bytes in the paragraph.
    pub at: Range<usize>,
    form: Rc<Form>,
}

/// A word as it is written, wherever it stands. A text says the same words over and over: what is asked
/// of them is found out once.
#[derive(Debug, PartialEq, Eq)]
pub struct Form {
    /// In small letters.
    pub small: String,
    /// How many letters it has.
    pub letters: usize,
    /// Whether it begins with a capital.
    pub is_capital: bool,
    /// Whether it has no small letter.
    pub is_loud: bool,
    /// Whether it can be a syllable of Vietnamese.
    pub is_syllable: bool,
    /// Where it has its tone, if it may have it in two places: ủy, uỷ.
    pub(in crate::check) toned: Option<Toned>,
    /// How it is written, if it is with i or with y.
    pub(in crate::check) i_or_y: Option<IOrY>,
    /// Its letters without the tone, and the tone, where it has no more than one.
    pub(in crate::check) key: Option<(String, usize)>,
    /// Its place in the lexicon.
    pub(in crate::check) id: Option<Id>,
    /// What is written for something else and begins with it, each with what is meant.
    pub(in crate::check) confusions: &'static [(&'static str, &'static str)],
    /// The names of bodies that begin with it.
    pub(in crate::check) bodies: &'static [Spelt],
    /// The words that are listed with a comma and begin with it.
    pub(in crate::check) listed: &'static [Listed],
    /// What begins with it and is left of phrases that lost a syllable.
    pub(in crate::check) holes: &'static [Hole],
    /// The word that joins others for which it may have been written, though it is one itself.
    pub(in crate::check) mistaken: Option<&'static Mistaken>,
    /// The word that joins others for which it may have been written, if it stands alone in small letters.
    pub(in crate::check) joining: Option<(Id, Slip)>,
    /// It with its tone where that belongs, if it has it elsewhere.
    pub(in crate::check) retoned: Option<String>,
    /// Where two syllables were written together of which the second begins with a capital.
    pub(in crate::check) apart: Option<usize>,
    /// The head of its small letters.
    pub(in crate::check) head: u64,
}

impl Deref for Word {
    type Target = Form;

    #[inline(always)]
    fn deref(&self) -> &Form {
        &self.form
    }
}

impl Form {
    /// Whether it is the same word, in capitals or not. Most are told apart at once.
    pub(in crate::check) fn says_same(&self, other: &Form) -> bool {
        self.head == other.head && self.small == other.small
    }

    /// Its letters without the tone, and the tone.
    pub(in crate::check) fn sounds(&self) -> (&str, usize) {
        self.key.as_ref().map_or(("", 0), |(plain, tone)| (plain, *tone))
    }

    fn new(typed: &str) -> Form {
        let small = lower(typed);
        let mut form = Form {
            letters: small.chars().count(),
            is_capital: typed.starts_with(|c: char| c != lower_letter(c)),
            is_loud: upper(typed) == typed,
            is_syllable: is_syllable(&small),
            toned: Toned::of(&small),
            i_or_y: IOrY::of(&small),
            key: key(&small),
            id: Lexicon::get().id(&small),
            confusions: Lexicon::get().confusions_of(&small),
            bodies: bodies_from(&small),
            listed: listed_from(&small),
            holes: Lexicon::get().holes_of(&small),
            mistaken: spelling::mistaken_for(&small),
            joining: None,
            retoned: tone_in_place(&small),
            apart: spelling::names_apart(typed),
            head: head(&small),
            small,
        };
        form.joining = spelling::joining(&form);
        form
    }
}

fn step(hash: u32, byte: u8) -> u32 {
    (hash.rotate_left(5) ^ u32::from(byte)).wrapping_mul(0x9e37_79b9)
}

/// The first letters of the first word of a phrase, as far as eight bytes hold them: by them most words are told
/// apart, and they are read at once.
pub(in crate::check) fn head(phrase: &str) -> u64 {
    const EACH: u64 = u64::from_ne_bytes([1; 8]);
    const BLANKS: u64 = u64::from_ne_bytes([b' '; 8]);
    const HIGHEST: u64 = u64::from_ne_bytes([0x80; 8]);
    let Some(eight) = phrase.as_bytes().first_chunk() else {
        let letters = phrase.bytes().take_while(|byte| *byte != b' ').zip((0..).step_by(8));
        return letters.fold(0, |head, (byte, at)| head | u64::from(byte) << at);
    };
    let eight = u64::from_le_bytes(*eight);
    // The first byte that is a blank, marked at its highest bit.
    let other = eight ^ BLANKS;
    let blanks = other.wrapping_sub(EACH) & !other & HIGHEST;
    let first = blanks & blanks.wrapping_neg();
    eight & (first >> 7).wrapping_sub(1)
}

/// Tells the words that were seen apart.
#[derive(Default)]
struct Hashing(u32);

impl Hasher for Hashing {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().copied().fold(self.0, step);
    }

    fn finish(&self) -> u64 {
        // The table takes its groups from the upper bits.
        u64::from(self.0) | u64::from(self.0) << 32
    }
}

type Forms = HashMap<Box<str>, Rc<Form>, BuildHasherDefault<Hashing>>;

thread_local! {
    /// The words that were seen.
    static SEEN: RefCell<Forms> = RefCell::default();
}

/// So many are remembered: more than a long plan has, with all that was ever typed of them.
const MOST: usize = 20_000;

fn form(typed: &str) -> Rc<Form> {
    SEEN.with_borrow_mut(|seen| {
        if let Some(form) = seen.get(typed) {
            return form.clone();
        }
        if seen.len() >= MOST {
            seen.clear();
        }
        let form = Rc::new(Form::new(typed));
        seen.insert(typed.into(), form.clone());
        form
    })
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / 6 + 1);
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_of_word(letter), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push(Word { at: from..at, form: form(&text[from..at]) });
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// Whether a character is a letter or a digit; those of Vietnamese are told without the tables of all scripts.
fn is_of_word(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | 'Ạ'..='ỹ' => true,
        '\0'..='\x7f' => false,
        'À'..='ɏ' => !matches!(c, '×' | '÷'),
        _ => c.is_alphanumeric(),
    }
}

/// The places of words by what they are.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// For each remainder of a head the first word that has it, from 1; 0 for none.
    first: Vec<u32>,
    /// For each word the next one with the same remainder.
    next: Vec<u32>,
}

impl Index {
    pub(super) fn new(words: &[Word]) -> Index {
        let mut index =
            Index { first: vec![0; words.len().next_power_of_two() * 2], next: vec![0; words.len()] };
        for (at, word) in words.iter().enumerate().rev() {
            let Ok(number) = u32::try_from(at + 1) else { continue };
            let bucket = index.bucket(word.head);
            if let (Some(first), Some(next)) = (index.first.get_mut(bucket), index.next.get_mut(at)) {
                *next = std::mem::replace(first, number);
            }
        }
        index
    }

    fn bucket(&self, head: u64) -> usize {
        (head.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize & self.first.len().wrapping_sub(1)
    }

    /// The first word that may have a head.
    pub(super) fn first(&self, head: u64) -> Option<usize> {
        number(self.first.get(self.bucket(head)))
    }

    /// The one behind a word.
    pub(super) fn next(&self, at: usize) -> Option<usize> {
        number(self.next.get(at))
    }
}

/// A place in a list, counted from 1 there.
fn number(at: Option<&u32>) -> Option<usize> {
    (*at? as usize).checked_sub(1)
}
