//! Fixed phrases that have lost a syllable: `tổ chức hiện` for `tổ chức thực hiện`.

use std::ops::Range;

use super::lexicon::{Lexicon, Use};
use crate::check::manuscript::{Paragraph, head};
use crate::order;

/// A phrase without one of its syllables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hole {
    /// What is left of it, in small letters.
    pub left: String,
    /// The head of the second word of that.
    second: u64,
    /// So many words stand before the syllable that was lost.
    pub at: usize,
    /// That syllable.
    pub lost: &'static str,
}

/// A phrase of a text that has lost a syllable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// What is left of it.
    pub range: Range<usize>,
    /// The word before which the syllable has to stand; none where it was the last.
    pub before: Option<Range<usize>>,
    /// The syllable.
    pub lost: &'static str,
}

/// The ways in which phrases lose a syllable so that what is left says nothing else, in order.
pub fn of(phrases: &[&'static str], lexicon: &Lexicon) -> Vec<Hole> {
    let mut holes: Vec<Hole> = phrases.iter().flat_map(|phrase| of_phrase(phrase, lexicon)).collect();
    // By the first two words before all else.
    fn place(hole: &Hole) -> (Option<&str>, u64, &str) {
        (hole.left.split(' ').next(), hole.second, &hole.left)
    }
    order::sort_by(&mut holes, |a, b| place(a).cmp(&place(b)));
    holes.dedup_by(|later, first| later.left == first.left);
    holes.retain(|hole| !phrases.contains(&hole.left.as_str()));
    holes
}

fn of_phrase(phrase: &'static str, lexicon: &Lexicon) -> Vec<Hole> {
    let words: Vec<&'static str> = phrase.split(' ').collect();
    let used = |at: usize| {
        let own = words.get(at).and_then(|word| lexicon.id(word)).and_then(|id| lexicon.syllable(id));
        own.map_or(Use::Bound, |own| own.used)
    };
    // What remains at an end has to be a syllable that seldom stands alone.
    let is_bound = |at: usize| matches!(used(at), Use::Part | Use::Bound);
    let loses = |at: &usize| {
        let (first, last) = (*at == 0, at + 1 == words.len());
        let joins = !first && !last && lexicon.are_word(lexicon.id(words[at - 1]), lexicon.id(words[at + 1]));
        words.len() > 3
            && used(*at) != Use::Joining
            && !joins
            && (!first || is_bound(1))
            && (!last || is_bound(at - 1))
    };
    let hole = |at: usize| {
        let left: Vec<&str> = [&words[..at], &words[at + 1..]].concat();
        Hole { left: left.join(" "), second: head(left[1]), at, lost: words[at] }
    };
    (0..words.len()).filter(loses).map(hole).collect()
}

/// Words behind which the first word of what is left stands for itself.
const SEVERAL: [&str; 6] = ["các", "những", "mỗi", "từng", "hai", "ba"];

/// The phrases of a paragraph that have lost a syllable. What is left at their ends may be part of another
/// word: `dân chủ xã hội` has not lost the second syllable of `chủ nghĩa`.
pub fn find(paragraph: &Paragraph) -> Vec<Lost> {
    let lexicon = Lexicon::get();
    let small =
        |at: Option<usize>| at.and_then(|at| paragraph.words.get(at)).map_or("", |word| word.small.as_str());
    let mut found: Vec<Lost> = Vec::new();
    for (at, word) in paragraph.words.iter().enumerate() {
        let next = paragraph.words.get(at + 1).map_or(0, |next| next.head);
        for hole in order::run_of(word.holes, |hole| hole.second.cmp(&next)) {
            let Some(range) = paragraph.phrase_at(at, &hole.left) else { continue };
            let count = hole.left.split(' ').count();
            let (before, behind) = (small(at.checked_sub(1)), small(Some(at + count)));
            let joined = |left: usize| {
                let [left, right] = [left, left + 1].map(|at| paragraph.words.get(at)?.id);
                lexicon.are_word(left, right)
            };
            // "các tổ thực hiện": these are groups.
            let several = hole.at == 1 && SEVERAL.contains(&before);
            let other = several
                || hole.at < 2 && (before == hole.lost || at.checked_sub(1).is_some_and(joined))
                || hole.at + 1 >= count && (behind == hole.lost || joined(at + count - 1));
            let told = found.last().is_some_and(|last| range.start < last.range.end);
            if !other && !told {
                let before = paragraph.words.get(at + hole.at).filter(|_| hole.at < count);
                found.push(Lost { range, before: before.map(|word| word.at.clone()), lost: hole.lost });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::manuscript::{Place, Within};
    use crate::import::Role;

    fn lost(text: &str) -> Vec<&'static str> {
        let paragraph = Paragraph::new(Role::Text, Within::default(), Place::Line(1), text);
        find(&paragraph).into_iter().map(|lost| lost.lost).collect()
    }

    #[test]
    fn a_phrase_without_one_of_its_syllables_is_told_with_it() {
        for (text, syllable) in [
            ("Phân công tổ chức hiện Kế hoạch.", "thực"),
            ("Ủy ban Mặt Tổ quốc Việt Nam xã", "trận"),
            ("hệ thống chính trị sở, hệ chính trị", "thống"),
        ] {
            assert_eq!(lost(text), [syllable], "{text}");
        }
    }

    #[test]
    fn no_phrase_of_the_list_lacks_a_syllable() {
        let lacking = Lexicon::get().written_phrases().into_iter().map(|phrase| (phrase, lost(phrase)));
        assert_eq!(lacking.filter(|(_, lost)| !lost.is_empty()).collect::<Vec<_>>(), []);
    }
}
