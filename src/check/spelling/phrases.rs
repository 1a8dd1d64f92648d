//! Fixed phrases of which one syllable is another: `doanh nghiệp nhỏ và vữa`.

use std::ops::Range;

use super::lexicon::{Id, Lexicon, Use};
use super::near::slip;
use super::slips::{Slipped, like};
use crate::check::manuscript::{Paragraph, Word};
use crate::order;

/// Phrases by their syllables.
#[derive(Debug, Default)]
pub struct Phrases {
    /// In order of their first two syllables.
    by_head: Vec<Vec<Id>>,
    /// In order of their last two.
    by_tail: Vec<Vec<Id>>,
}

/// So many syllables of a phrase tell what the one that differs was to be.
const LEAST: usize = 4;

fn head(phrase: &[Id]) -> Option<[Id; 2]> {
    phrase.first_chunk().copied()
}

fn tail(phrase: &[Id]) -> Option<[Id; 2]> {
    phrase.last_chunk().copied()
}

impl Phrases {
    /// The phrases that are long enough, of syllables of a lexicon.
    pub fn new(phrases: &[&str], lexicon: &Lexicon) -> Phrases {
        let ids = |phrase: &&str| phrase.split(' ').map(|word| lexicon.id(word)).collect::<Option<Vec<Id>>>();
        let long = phrases.iter().filter_map(ids).filter(|ids| ids.len() >= LEAST);
        let mut by_head: Vec<Vec<Id>> = long.collect();
        let mut by_tail = by_head.clone();
        order::sort_by(&mut by_head, |a, b| head(a).cmp(&head(b)));
        order::sort_by(&mut by_tail, |a, b| tail(a).cmp(&tail(b)));
        Phrases { by_head, by_tail }
    }

    fn begin(&self, two: [Id; 2]) -> &[Vec<Id>] {
        order::run_of(&self.by_head, |phrase| head(phrase).cmp(&Some(two)))
    }

    fn has(&self, run: &[Word]) -> bool {
        let two = |run: &[Word]| run.first_chunk().and_then(|[first, second]| Some([first.id?, second.id?]));
        let is_run = |phrase: &Vec<Id>| phrase.iter().eq(run.iter().filter_map(|word| word.id.as_ref()));
        two(run).is_some_and(|two| self.begin(two).iter().any(is_run))
    }

    fn end(&self, two: [Id; 2]) -> &[Vec<Id>] {
        order::run_of(&self.by_tail, |phrase| tail(phrase).cmp(&Some(two)))
    }
}

/// The phrases of a paragraph with a syllable that is one slip away from their own.
pub fn find(paragraph: &Paragraph, lexicon: &Lexicon) -> Vec<Slipped> {
    let words = &paragraph.words;
    let mut found: Vec<Slipped> = Vec::new();
    let phrases = lexicon.phrases();
    for at in 1..words.len() {
        let [Some(first), Some(second)] = [words[at - 1].id, words[at].id] else { continue };
        let third = words.get(at + 1).and_then(|third| third.id);
        // Where the second and the third, or the first two, stand in each other's place.
        let swapped = third.map_or(&[][..], |third| phrases.begin([first, third]));
        let begun = [phrases.begin([first, second]), phrases.begin([second, first]), swapped];
        let begun = begun.into_iter().flatten().map(|phrase| (at - 1, phrase));
        // What differs in its first two syllables is known by the last ones.
        let ended = phrases.end([first, second]).iter();
        let ended = ended.filter_map(|phrase| Some(((at + 1).checked_sub(phrase.len())?, phrase)));
        for (start, phrase) in begun.chain(ended) {
            let Some(run) = words.get(start..start + phrase.len()) else { continue };
            // "bảo đảm an ninh trật tự" is said as well as "đảm bảo …".
            if !phrases.has(run) {
                found.extend(slipped_in(paragraph, run, phrase, lexicon));
            }
        }
    }
    order::sort_by_key(&mut found, |slip| (slip.wrong.start, usize::MAX - slip.range.len()));
    found.dedup_by(|later, first| later.wrong == first.wrong);
    found
}

/// Two syllables of a phrase in each other's place: `người việc tốt tốt`.
fn exchanged(
    paragraph: &Paragraph,
    run: &[Word],
    (one, first): (&Word, &Id),
    (other, second): (&Word, &Id),
    lexicon: &Lexicon,
) -> Option<Slipped> {
    let range = run.first()?.at.start..run.last()?.at.end;
    // "đảm bảo" is a word as well as "bảo đảm".
    let swapped = one.id == Some(*second)
        && other.id == Some(*first)
        && one.at.end + 1 >= other.at.start
        && !(lexicon.are_word(one.id, other.id) && lexicon.are_word(other.id, one.id));
    let text = |own: &Word| paragraph.slice(own.at.clone());
    let meant = format!("{} {}", like(text(one), &other.small), like(text(other), &one.small));
    let wrong = one.at.start..other.at.end;
    (swapped && is_one(paragraph, &range)).then(|| slipped(paragraph, range, wrong, meant))
}

/// Whether nothing within some bytes parts one phrase from another.
fn is_one(paragraph: &Paragraph, range: &Range<usize>) -> bool {
    !paragraph.slice(range.clone()).contains(['.', ';', ':', '\n', '“', '”', '(', ')'])
}

/// The slip in some words that are those of a phrase but for one.
fn slipped_in(paragraph: &Paragraph, run: &[Word], phrase: &[Id], lexicon: &Lexicon) -> Option<Slipped> {
    let mut odd = run.iter().zip(phrase).filter(|(word, id)| word.id != Some(**id));
    let (word, id) = match (odd.next()?, odd.next(), odd.next()) {
        (odd, None, None) => odd,
        (one, Some(other), None) => return exchanged(paragraph, run, one, other, lexicon),
        _ => return None,
    };
    let meant = lexicon.syllable(*id).filter(|meant| meant.used != Use::Joining)?;
    let range = run.first()?.at.start..run.last()?.at.end;
    let is_slip = word.key.is_some() && !word.is_loud && slip(word.sounds(), meant).is_some();
    let with = like(paragraph.slice(word.at.clone()), meant.written);
    (is_slip && is_one(paragraph, &range)).then(|| slipped(paragraph, range, word.at.clone(), with))
}

/// A slip with the phrase as it was meant.
fn slipped(paragraph: &Paragraph, range: Range<usize>, wrong: Range<usize>, meant: String) -> Slipped {
    let [before, behind] = [range.start..wrong.start, wrong.end..range.end].map(|at| paragraph.slice(at));
    let word = format!("{before}{meant}{behind}");
    Slipped { range, wrong, meant, word, is_certain: true }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::manuscript::{Place, Within};
    use crate::import::Role;

    fn mended(text: &str) -> Vec<String> {
        let paragraph = Paragraph::new(Role::Text, Within::default(), Place::Line(1), text);
        find(&paragraph, Lexicon::get()).into_iter().map(|slip| slip.word).collect()
    }

    #[test]
    fn a_word_of_its_own_is_a_slip_in_a_phrase() {
        assert_eq!(mended("hỗ trợ doanh nghiệp nhỏ và vữa, hợp tác xã"), ["doanh nghiệp nhỏ và vừa"]);
        assert_eq!(mended("Tăng cương phối hợp với các ngành"), ["Tăng cường phối hợp"]);
        assert_eq!(mended("gương người việc tốt tốt"), ["người tốt việc tốt"]);
        assert_eq!(mended("doanh nghiệp nhỏ và vừa; tăng cường kiểm tra"), [""; 0]);
    }
}
