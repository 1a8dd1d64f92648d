//! Fixed phrases of which one syllable is another, or two are exchanged: `doanh nghiệp nhỏ và vữa`.

use std::ops::Range;

use super::by_id::ById;
use super::lexicon::{Id, Lexicon, Use};
use super::near::slip;
use super::slips::{Slipped, like};
use crate::check::manuscript::{Paragraph, Word};
use crate::order;

/// Phrases by their syllables.
#[derive(Debug, Default)]
pub struct Phrases {
    by_first: ById<Vec<Id>>,
    by_last: ById<Vec<Id>>,
}

/// So many syllables of a phrase tell what the one that differs was to be.
const LEAST: usize = 4;

impl Phrases {
    /// The phrases that are long enough, of syllables of a lexicon.
    pub fn new(phrases: &[&str], lexicon: &Lexicon) -> Phrases {
        let ids = |phrase: &&str| phrase.split(' ').map(|word| lexicon.id(word)).collect::<Option<Vec<Id>>>();
        let long: Vec<Vec<Id>> = phrases.iter().filter_map(ids).filter(|ids| ids.len() >= LEAST).collect();
        let by = |own: fn(&[Id]) -> Option<&Id>| {
            let with_own = long.iter().filter_map(|phrase| Some((*own(phrase)?, phrase.clone())));
            ById::new(with_own.collect(), lexicon.syllables().len())
        };
        Phrases { by_first: by(|phrase| phrase.first()), by_last: by(|phrase| phrase.last()) }
    }

    /// The phrases that begin or end as a word does, each with where it begins.
    fn around<'a>(&'a self, word: &Word, at: usize) -> impl Iterator<Item = (usize, &'a Vec<Id>)> + 'a {
        let of = |indexed: &'a ById<Vec<Id>>| word.id.map_or(&[][..], |own| indexed.of(own)).iter();
        let begun = of(&self.by_first).map(move |phrase| (at, phrase));
        let ended = of(&self.by_last).map(move |phrase| ((at + 1).checked_sub(phrase.len()), phrase));
        begun.chain(ended.filter_map(|(start, phrase)| Some((start?, phrase))))
    }

    /// Whether some words are one of them.
    fn has(&self, run: &[Word]) -> bool {
        let is_run = |phrase: &Vec<Id>| phrase.iter().map(|id| Some(*id)).eq(run.iter().map(|word| word.id));
        run.first().and_then(|first| first.id).is_some_and(|first| self.by_first.of(first).iter().any(is_run))
    }
}

/// The phrases of a paragraph with a syllable that is one slip away from their own, or with two exchanged.
pub fn find(paragraph: &Paragraph, lexicon: &Lexicon) -> Vec<Slipped> {
    let words = &paragraph.words;
    let mut found: Vec<Slipped> = Vec::new();
    let phrases = lexicon.phrases();
    let around = words.iter().enumerate().flat_map(|(at, word)| phrases.around(word, at));
    for (start, phrase) in around {
        let Some(run) = words.get(start..start + phrase.len()) else { continue };
        // "bảo đảm an ninh trật tự" is said as well as "đảm bảo …".
        found.extend(slipped_in(paragraph, run, phrase, lexicon).filter(|_| !phrases.has(run)));
    }
    order::sort_by_key(&mut found, |slip| (slip.wrong.start, usize::MAX - slip.range.len()));
    found.dedup_by(|later, first| later.wrong == first.wrong);
    found
}

/// Two syllables of a phrase in each other's place: `người việc tốt tốt`, `giảm kéo tai nạn giao thông`.
fn exchanged(paragraph: &Paragraph, run: &[Word], phrase: &[Id], lexicon: &Lexicon) -> Option<Slipped> {
    let same = |(word, id): &(&Word, &Id)| word.id == Some(**id);
    let ahead = run.iter().zip(phrase).take_while(same).count();
    let ([one, other, rest @ ..], [first, second, behind @ ..]) = (run.get(ahead..)?, phrase.get(ahead..)?)
    else {
        return None;
    };
    let swapped =
        one.id == Some(*second) && other.id == Some(*first) && rest.iter().zip(behind).all(|two| same(&two));
    // "đảm bảo" is a word as well as "bảo đảm".
    if !swapped || lexicon.are_word(one.id, other.id) && lexicon.are_word(other.id, one.id) {
        return None;
    }
    let range = bytes(run).filter(|range| is_one(paragraph, range))?;
    let text = |own: &Word| paragraph.slice(own.at.clone());
    let (head, tail) = (like(text(one), &other.small), like(text(other), &one.small));
    let gap = paragraph.slice(one.at.end..other.at.start);
    let slip = slipped(paragraph, range, one.at.start..other.at.end, format!("{head}{gap}{tail}"));
    Some(Slipped { is_certain: false, ..slip })
}

/// The bytes of some words.
fn bytes(words: &[Word]) -> Option<Range<usize>> {
    Some(words.first()?.at.start..words.last()?.at.end)
}

/// Whether nothing within some bytes parts one phrase from another.
fn is_one(paragraph: &Paragraph, range: &Range<usize>) -> bool {
    !paragraph.slice(range.clone()).contains(['.', ';', ':', '\n', '“', '”', '(', ')'])
}

/// The slip in some words that are those of a phrase but for one.
fn slipped_in(paragraph: &Paragraph, run: &[Word], phrase: &[Id], lexicon: &Lexicon) -> Option<Slipped> {
    let mut odd = run.iter().zip(phrase).filter(|(word, id)| word.id != Some(**id));
    let (word, id) = odd.next()?;
    if odd.next().is_some() {
        return exchanged(paragraph, run, phrase, lexicon);
    }
    let meant = lexicon.syllable(*id).filter(|meant| meant.used != Use::Joining)?;
    let range = bytes(run)?;
    // "sản xuất công nghiệp" is no slip in "sản xuất nông nghiệp".
    let at = paragraph.words.partition_point(|own| own.at.start < word.at.start);
    let id = |at: Option<usize>| at.and_then(|at| paragraph.words.get(at)).and_then(|own| own.id);
    if lexicon.are_word(id(at.checked_sub(1)), word.id) || lexicon.are_word(word.id, id(Some(at + 1))) {
        return None;
    }
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
        assert_eq!(mended("Phấn đấu giảm kéo tai nạn giao thông"), ["kéo giảm tai nạn giao thông"]);
        for right in [
            "Phát triển sản xuất công nghiệp, bảo đảm an ninh xã hội",
            "kịp thời tháo dỡ công trình, tăng cường cộng tác với các cơ quan báo chí",
            "để các tổ chức hoạt động hiệu quả, tổ chức hoạt động các câu lạc bộ",
        ] {
            assert_eq!(mended(right), [""; 0], "{right}");
        }
        assert_eq!(mended("doanh nghiệp nhỏ và vừa; tăng cường kiểm tra"), [""; 0]);
    }
}
