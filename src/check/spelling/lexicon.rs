//! The words of official texts, out of `assets/words.txt`.

use std::sync::LazyLock;

use super::by_id::ById;
use super::holes::{self, Hole};
use super::phrases::Phrases;
use crate::order;
use crate::vietnamese::{lower, toneless};

const FILE: &str = include_str!("../../../assets/words.txt");

/// A syllable by its place in the lexicon.
pub type Id = u16;

/// How a syllable is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Use {
    /// Only inside of words of the lexicon: where it stands alone another syllable is missing.
    Part,
    /// Only inside of words.
    #[default]
    Bound,
    /// Also as a word of its own.
    Alone,
    /// Beside any other: và, của, các.
    Joining,
}

/// A syllable of the lexicon.
#[derive(Clone, Debug)]
pub struct Syllable {
    /// Its letters without the tone, i and y told apart by nothing but sound: `lí` is `lý`.
    pub plain: String,
    /// Its tone, 0 to 5.
    pub tone: usize,
    /// As it is written.
    pub written: &'static str,
    /// How it is used.
    pub used: Use,
    /// Whether it seldom stands alone in official texts, though it may.
    pub seldom: bool,
}

/// The words of official texts.
#[derive(Debug, Default)]
pub struct Lexicon {
    syllables: Vec<Syllable>,
    /// Words of two syllables.
    core: Words,
    /// Words of more syllables, each as one number.
    long: Vec<u64>,
    with_comma: Vec<(Id, Id)>,
    /// The words that join others which stand in nearly every sentence.
    usual: Vec<Id>,
    /// Syllables of everyday words that official texts hardly have.
    everyday: Vec<&'static str>,
    /// What is written for something else, each with what is meant.
    confusions: Vec<(&'static str, &'static str)>,
    /// Words of which plans are full: a slip in one is one, whatever else it may say.
    firm: Words,
    /// What is left of phrases that lost a syllable.
    holes: Vec<Hole>,
    /// Fixed phrases.
    phrases: Phrases,
}

/// Words of two syllables by either: the other, and whether the word is what a slip may be mended to.
#[derive(Debug, Default)]
pub struct Words {
    behind: ById<(Id, bool)>,
    before: ById<(Id, bool)>,
}

impl Words {
    fn new(all: &[(Id, Id, bool)], syllables: usize) -> Words {
        let before = all.iter().map(|(first, second, is_core)| (*second, (*first, *is_core))).collect();
        let behind = all.iter().map(|(first, second, is_core)| (*first, (*second, *is_core))).collect();
        Words { behind: ById::new(behind, syllables), before: ById::new(before, syllables) }
    }

    /// The words of which a slip may have been made, by their first syllable: their second ones.
    pub fn behind(&self, first: Id) -> impl Iterator<Item = Id> {
        aims(self.behind.of(first))
    }

    /// The same by their second syllable: their first ones.
    pub fn before(&self, second: Id) -> impl Iterator<Item = Id> {
        aims(self.before.of(second))
    }
}

/// Words that join others and stand in nearly every sentence.
const USUAL: [&str; 40] = [
    "của", "các", "được", "với", "trong", "trên", "những", "không", "này", "người", "nhằm", "trước", "giữa",
    "đang", "cũng", "nhưng", "đến", "phải", "cho", "theo", "và", "về", "xã", "tỉnh", "năm", "tháng", "ngày",
    "từng", "mỗi", "để", "tại", "đã", "nhiều", "hoặc", "ngoài", "việc", "nếu", "sự", "là", "số",
];

/// The lexicon of the file.
static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(FILE));

/// By what syllables are told apart: where the tone mark stands, and i or y alone, tells nothing.
pub fn key(small: &str) -> Option<(String, usize)> {
    let (mut plain, tone) = toneless(small)?;
    if plain.ends_with('y')
        && (plain == "quy" || matches!(plain.as_str(), "hy" | "ky" | "ly" | "my" | "sy" | "ty" | "vy"))
    {
        plain.pop();
        plain.push('i');
    }
    Some((plain, tone))
}

impl Lexicon {
    /// The lexicon of the product.
    pub fn get() -> &'static Lexicon {
        &LEXICON
    }

    /// Reads a list of words.
    pub fn read(file: &'static str) -> Lexicon {
        let mut lexicon = Lexicon::default();
        let mut words: Vec<(Vec<&'static str>, bool)> = Vec::new();
        let mut single: Vec<(&'static str, Use)> = Vec::new();
        let mut parts: Vec<&'static str> = Vec::new();
        let (mut seldom, mut firm) = (Vec::new(), Vec::new());
        let (mut phrases, mut whole) = (Vec::new(), Vec::new());
        let mut section = "";
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            match (line.strip_prefix("== "), section) {
                (Some(name), _) => section = name,
                (None, "riêng") => single.extend(line.split(' ').map(|word| (word, Use::Alone))),
                (None, "ghép") => parts.extend(line.split(' ')),
                (None, "hiếm") => seldom.extend(line.split(' ')),
                (None, "nối") => single.extend(line.split(' ').map(|word| (word, Use::Joining))),
                (None, "ngoài") => lexicon.everyday.extend(line.split(' ')),
                (None, "chắc") => firm.extend(line.split(", ")),
                (None, "cụm") => phrases.push(line),
                (None, "câu") => whole.push(line),
                (None, "lẫn") => lexicon.confusions.extend(line.split_once('=')),
                (None, _) => {
                    let Some((head, tails)) = line.split_once(": ") else { continue };
                    let word = |tail: &'static str| std::iter::once(head).chain(tail.split('_')).collect();
                    words.extend(tails.split(' ').map(|tail| (word(tail), section == "từ")));
                }
            }
        }
        lexicon.take_syllables(words.iter().flat_map(|(word, _)| word).copied(), &single);
        for id in parts.into_iter().filter_map(|part| lexicon.id(part)).collect::<Vec<Id>>() {
            lexicon.syllables.get_mut(usize::from(id)).into_iter().for_each(|own| own.used = Use::Part);
        }
        for id in seldom.into_iter().filter_map(|word| lexicon.id(word)).collect::<Vec<Id>>() {
            lexicon.syllables.get_mut(usize::from(id)).into_iter().for_each(|own| own.seldom = true);
        }
        let mut pairs = Vec::new();
        for (word, is_core) in words {
            let ids: Vec<Id> = word.iter().filter_map(|syllable| lexicon.id(&lower(syllable))).collect();
            match ids[..] {
                _ if ids.len() != word.len() => {}
                [first, mark, second] if Some(mark) == lexicon.id(",") => {
                    lexicon.with_comma.push((first, second))
                }
                [first, second] => pairs.push((first, second, is_core)),
                _ => lexicon.long.extend(number(&ids)),
            }
        }
        let is_usual = |id: &Id| {
            let own = lexicon.syllable(*id).filter(|own| own.used == Use::Joining);
            own.is_some_and(|own| USUAL.contains(&own.written))
        };
        lexicon.usual = (0..).take(lexicon.syllables.len()).filter(is_usual).collect();
        lexicon.core = Words::new(&pairs, lexicon.syllables.len());
        order::sort(&mut lexicon.long);
        order::sort(&mut lexicon.everyday);
        order::sort_by(&mut lexicon.confusions, |a, b| a.0.split(' ').next().cmp(&b.0.split(' ').next()));
        let pair =
            |word: &str| word.split_once(' ').and_then(|(a, b)| Some((lexicon.id(a)?, lexicon.id(b)?)));
        let firm = firm.into_iter().filter_map(pair).map(|(first, second)| (first, second, true));
        lexicon.firm = Words::new(&firm.collect::<Vec<_>>(), lexicon.syllables.len());
        lexicon.holes = holes::of(&phrases, &lexicon);
        lexicon.phrases = Phrases::new(&[phrases, whole].concat(), &lexicon);
        lexicon
    }

    fn take_syllables(&mut self, words: impl Iterator<Item = &'static str>, single: &[(&'static str, Use)]) {
        let all = words.map(|word| (word, Use::Bound)).chain(single.iter().copied());
        let mut all: Vec<Syllable> = all
            .filter_map(|(written, used)| {
                let (plain, tone) = if written == "," { (",".into(), 0) } else { key(&lower(written))? };
                Some(Syllable { plain, tone, written, used, seldom: false })
            })
            .collect();
        // The freest use of each comes first and stays; the rest of equals are dropped.
        order::sort_by(&mut all, |a, b| (&a.plain, a.tone, b.used).cmp(&(&b.plain, b.tone, a.used)));
        all.dedup_by(|later, first| later.plain == first.plain && later.tone == first.tone);
        self.syllables = all;
    }

    /// The place of a syllable in small letters.
    pub fn id(&self, small: &str) -> Option<Id> {
        let (plain, tone) = if small == "," { (",".into(), 0) } else { key(small)? };
        self.id_of(&plain, tone)
    }

    /// Whether a syllable in small letters stands in some word that is known, be it no word of offices.
    pub fn knows(&self, small: &str) -> bool {
        self.id(small).is_some() || self.everyday.binary_search(&small).is_ok()
    }

    fn id_of(&self, plain: &str, tone: usize) -> Option<Id> {
        let at = self.syllables.binary_search_by(|own| (own.plain.as_str(), own.tone).cmp(&(plain, tone)));
        Id::try_from(at.ok()?).ok()
    }

    /// The syllable with ngã for hỏi or hỏi for ngã.
    pub fn hooked(&self, (plain, tone): (&str, usize)) -> Option<Id> {
        self.id_of(plain, [4, 3].get(tone.checked_sub(3)?).copied()?)
    }

    /// The syllable at a place.
    pub fn syllable(&self, id: Id) -> Option<&Syllable> {
        self.syllables.get(usize::from(id))
    }

    /// Whether two syllables are a word.
    pub fn is_word(&self, first: Id, second: Id) -> bool {
        self.core.behind.of(first).binary_search_by_key(&second, |other| other.0).is_ok()
    }

    /// The same of syllables of which one may be none of the lexicon.
    pub fn are_word(&self, first: Option<Id>, second: Option<Id>) -> bool {
        first.zip(second).is_some_and(|(first, second)| self.is_word(first, second))
    }

    /// The words of two syllables.
    pub fn core(&self) -> &Words {
        &self.core
    }

    /// Those of which plans are full.
    pub fn firm(&self) -> &Words {
        &self.firm
    }

    /// Whether some more syllables are a word.
    pub fn is_long_word(&self, syllables: &[Id]) -> bool {
        number(syllables).is_some_and(|word| self.long.binary_search(&word).is_ok())
    }

    /// The third syllables of words of three that begin with two.
    pub fn third(&self, first: Id, second: Id) -> impl Iterator<Item = Id> {
        let head = number(&[first, second]).unwrap_or(0) << 16;
        let start = self.long.partition_point(|word| *word <= head);
        let of_three = self
            .long
            .get(start..)
            .unwrap_or_default()
            .iter()
            .take_while(move |word| **word >> 16 == head >> 16);
        of_three.filter_map(|word| Id::try_from((word & 0xFFFF).checked_sub(1)?).ok())
    }

    /// The words that join others which stand in nearly every sentence.
    pub fn usual(&self) -> &[Id] {
        &self.usual
    }

    /// Two syllables that belong together over a comma: phòng, chống.
    pub fn with_comma(&self) -> &[(Id, Id)] {
        &self.with_comma
    }

    /// What is written for something else beginning with a word, each with what is meant.
    pub fn confusions_of(&self, first: &str) -> &[(&'static str, &'static str)] {
        order::run_of(&self.confusions, |(typed, _)| typed.split(' ').next().unwrap_or_default().cmp(first))
    }

    /// What is left of phrases that lost a syllable and begins with a word.
    pub fn holes_of(&self, first: &str) -> &[Hole] {
        order::run_of(&self.holes, |hole| hole.left.split(' ').next().unwrap_or_default().cmp(first))
    }

    /// The fixed phrases, by their syllables.
    pub fn phrases(&self) -> &Phrases {
        &self.phrases
    }

    /// The fixed phrases as they are written.
    #[cfg(test)]
    pub fn written_phrases(&self) -> Vec<&'static str> {
        let section = FILE.lines().skip_while(|line| *line != "== cụm").skip(1);
        section.take_while(|line| !line.starts_with("== ")).collect()
    }

    /// All syllables.
    pub fn syllables(&self) -> &[Syllable] {
        &self.syllables
    }
}

fn aims(others: &[(Id, bool)]) -> impl Iterator<Item = Id> {
    others.iter().filter(|other| other.1).map(|other| other.0)
}

/// Up to four syllables as one number: it is compared quickly.
fn number(syllables: &[Id]) -> Option<u64> {
    let next = |number: u64, id: &Id| (number << 16) | (u64::from(*id) + 1);
    (syllables.len() <= 4).then(|| syllables.iter().fold(0, next))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vietnamese::is_syllable;

    #[test]
    fn every_entry_is_spelt_as_syllables_are() {
        let odd: Vec<&str> = Lexicon::get()
            .syllables()
            .iter()
            .map(|own| own.written)
            .filter(|written| *written != "," && !is_syllable(&lower(written)))
            .collect();
        assert_eq!(odd, [""; 0]);
    }

    #[test]
    fn what_plans_are_full_of_is_made_of_known_words() {
        let lexicon = Lexicon::get();
        let section = |name: &str| {
            let lines = FILE.lines().skip_while(move |line| line.strip_prefix("== ") != Some(name)).skip(1);
            lines.take_while(|line| !line.starts_with("== ")).collect::<Vec<_>>()
        };
        for word in section("chắc").iter().flat_map(|line| line.split(", ")) {
            let ids: Vec<Id> = word.split(' ').filter_map(|own| lexicon.id(own)).collect();
            assert!(matches!(ids[..], [first, second] if lexicon.is_word(first, second)), "{word}");
        }
        for phrase in lexicon.written_phrases().into_iter().chain(section("câu")) {
            assert!(phrase.split(' ').all(|word| lexicon.id(word).is_some()), "{phrase}");
        }
    }

    #[test]
    fn words_are_found_whatever_the_place_of_their_tone_marks() {
        let lexicon = Lexicon::get();
        for (first, second) in
            [("ủy", "ban"), ("uỷ", "ban"), ("cộng", "hoà"), ("lí", "luận"), ("quy", "định")]
        {
            let (first, second) = (lexicon.id(first).unwrap(), lexicon.id(second).unwrap());
            assert!(lexicon.is_word(first, second));
        }
    }
}
