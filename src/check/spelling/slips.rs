//! Words of which one syllable is written wrong.
//!
//! A run of syllables is read as the words that explain it best: words of the lexicon, syllables that
//! stand alone, names; or a word of the lexicon with one slip in it, which costs more than a word as it
//! is and less than syllables that mean nothing alone. A slip is told only where no other word is as near.

use std::ops::Range;

use super::beside;
use super::lexicon::{Id, Lexicon, Use, Words};
use super::near::{Slip, is_swapped, slip};
use super::phrases;
use crate::check::manuscript::{Form, Paragraph, Word};
use crate::order;
use crate::vietnamese::{is_vowel, lower_letter, upper, upper_letter};

/// A slip that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slipped {
    /// The word as it stands.
    pub range: Range<usize>,
    /// The syllable that is wrong.
    pub wrong: Range<usize>,
    /// What has to stand there instead of the wrong syllable.
    pub meant: String,
    /// The whole word as it was meant.
    pub word: String,
    /// Whether nothing else can have been meant.
    pub is_certain: bool,
}

/// What reading a syllable as this costs.
mod cost {
    pub const WORD: u32 = 10;
    pub const JOINING: u32 = 11;
    pub const ALONE: u32 = 14;
    /// Of a slip in a word of one syllable.
    pub const APART: u32 = 6;
    /// So much less costs a slip in a word of which plans are full.
    pub const FIRM: u32 = 9;
    pub const UNKNOWN: u32 = 28;
    pub const BOUND: u32 = 35;
    pub const IMPOSSIBLE: u32 = 45;
}

fn cost_of(slip: Slip) -> u32 {
    match slip {
        Slip::Hook => 6,
        Slip::Mark => 7,
        Slip::Marks | Slip::Sound => 10,
        Slip::Letter => 13,
    }
}

/// A word of the text as it is read.
struct Token<'a> {
    word: &'a Word,
    /// What it costs as a word of its own.
    alone: u32,
    /// How it may be touched.
    letters: Letters,
    /// Whether it and the next are a word.
    with_next: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Letters {
    /// In small letters, or at the head of a sentence, or in a line of capitals.
    Small,
    /// With a capital, the words beside it without.
    Capital,
    /// With a capital beside another: `Thường` of "Ban Thường vụ". What follows it in small letters is no name.
    Title,
    /// Part of a name, a symbol or a number.
    Name,
}

impl Token<'_> {
    /// The word that joins others for which it may have been written.
    fn joining(&self) -> Option<(Id, Slip)> {
        self.word.joining.filter(|_| self.letters == Letters::Small)
    }
}

/// A syllable that stands alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lone {
    /// Where.
    pub range: Range<usize>,
    /// Whether it may, and seldom does.
    pub seldom: bool,
}

/// What reading a paragraph finds.
#[derive(Debug, Default)]
pub struct Found {
    /// Words of which one syllable is wrong.
    pub slips: Vec<Slipped>,
    /// Words that mean something, and are one slip away from a word that means more.
    pub doubtful: Vec<Slipped>,
    /// The syllables beside which one is missing.
    pub lone: Vec<Lone>,
}

/// The slips in a paragraph, and the syllables of it beside which one is missing.
pub fn find(paragraph: &Paragraph) -> Found {
    let lexicon = Lexicon::get();
    // What is known to be written for something else is told before what is only near to a word.
    let mut found = Found { slips: confused(paragraph, lexicon), ..Found::default() };
    for run in runs(paragraph) {
        let tokens = tokens(paragraph, run, lexicon);
        read(&tokens, paragraph, lexicon, &mut found);
    }
    let Found { slips, doubtful, .. } = &mut found;
    slips.extend(beside::find(paragraph, lexicon));
    for found in [&mut *slips, &mut *doubtful] {
        found.retain(|slip| !paragraph.is_in_brackets(&slip.range));
    }
    order::sort_by_key(slips, |slip| slip.range.start);
    slips.dedup_by(|later, first| later.range.start < first.range.end);
    let apart = |one: &Slipped, other: &Slipped| {
        one.range.end <= other.range.start || other.range.end <= one.range.start
    };
    // What a fixed phrase tells, and nothing before it.
    let mut phrased = phrases::find(paragraph, lexicon);
    phrased.retain(|own| {
        let told = |slip: &Slipped| slip.wrong.start < own.wrong.end && own.wrong.start < slip.wrong.end;
        !paragraph.is_in_brackets(&own.range) && !slips.iter().any(told)
    });
    slips.extend(phrased);
    doubtful.retain(|own| slips.iter().all(|slip| apart(own, slip)));
    found
}

/// Words that are written for others that sound or look alike.
fn confused(paragraph: &Paragraph, lexicon: &Lexicon) -> Vec<Slipped> {
    let mut found = Vec::new();
    for (at, word) in paragraph.words.iter().enumerate() {
        for (typed, meant) in word.confusions {
            let Some(range) = paragraph.phrase_at(at, typed) else { continue };
            if is_of_others(paragraph, at, typed, lexicon) {
                continue;
            }
            // What is put in begins small, and what stands behind it keeps its capital.
            let count = typed.split(' ').count();
            let is_put_in = count != meant.split(' ').count();
            let own = |word: &str| (at..at + count).find(|at| paragraph.words[*at].small == word);
            let words = meant.split(' ').zip(at..).map(|(word, at)| match is_put_in {
                true => own(word).map_or(word, |own| paragraph.word(own)).to_owned(),
                false => like(paragraph.word(at), word),
            });
            let word = words.collect::<Vec<_>>().join(" ");
            found.push(Slipped { wrong: range.clone(), range, meant: word.clone(), word, is_certain: true });
        }
    }
    found
}

/// Whether the first or the last syllable of some words makes a word with that beside it: học tập chung,
/// cũng cố gắng. Not where that one makes a word with the next: thực hiện hành năm.
fn is_of_others(paragraph: &Paragraph, at: usize, typed: &str, lexicon: &Lexicon) -> bool {
    let last = at + typed.split(' ').count() - 1;
    let is_word = |from: usize| {
        let (Some(left), Some(right)) = (paragraph.words.get(from), paragraph.words.get(from + 1)) else {
            return false;
        };
        let close = paragraph.text.get(left.at.end..right.at.start).is_some_and(|gap| gap.trim().is_empty());
        close && lexicon.are_word(left.id, right.id)
    };
    let before = at.checked_sub(1).is_some_and(is_word) && !at.checked_sub(2).is_some_and(is_word);
    before || is_word(last) && !is_word(last + 1)
}

/// Words with nothing but blanks between them.
fn runs(paragraph: &Paragraph) -> Vec<Range<usize>> {
    let parted = paragraph.breaks().filter(|(.., gap)| !gap.trim().is_empty()).map(|(at, ..)| at + 1);
    let mut start = 0;
    let run = |end| std::mem::replace(&mut start, end)..end;
    parted.chain([paragraph.words.len()]).map(run).collect()
}

fn tokens<'a>(paragraph: &'a Paragraph, run: Range<usize>, lexicon: &Lexicon) -> Vec<Token<'a>> {
    let text = &paragraph.text;
    let words = paragraph.words.get(run.clone()).unwrap_or_default();
    let is_capital = |at: usize| words.get(at).is_some_and(|word| word.is_capital);
    let is_loud = |word: &Word| word.is_loud && word.small.contains(char::is_alphabetic);
    let is_number = |word: &Word| !word.is_capital && word.small.starts_with(|c: char| c.is_ascii_digit());
    let all_loud = words.len() > 1 && words.iter().all(|word| is_loud(word) || is_number(word));
    let first = words.first().map_or(0, |word| word.at.start);
    let heads = begins_sentence(&text[..first], run.start == 0 || first == paragraph.body);
    let mut unit = 0;
    let mut tokens = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        let beside =
            |c: Option<char>| c.is_some_and(|c| matches!(c, '-' | '/' | '\'' | '’' | '_' | '@' | '&' | '–'));
        let is_joined =
            beside(text[..word.at.start].chars().next_back()) || beside(text[word.at.end..].chars().next());
        let is_symbol = word.key.is_none()
            || word.letters < 2
            || is_joined
            || (all_loud && !word.small.contains(is_vowel))
            || (!all_loud && word.letters > 1 && is_loud(word));
        let letters = match () {
            () if is_symbol || (all_loud && unit > 0) => Letters::Name,
            () if all_loud || !is_capital(at) || (at == 0 && heads && !is_capital(1)) => Letters::Small,
            () if at == 0 && heads => Letters::Name,
            () if is_capital(at + 1) => Letters::Name,
            () if is_capital(at.wrapping_sub(1)) => Letters::Title,
            () => Letters::Capital,
        };
        unit = if all_loud && UNITS.contains(&word.small.as_str()) { 4_u8 } else { unit.saturating_sub(1) };
        let alone = match word.id.and_then(|id| lexicon.syllable(id)).map(|own| own.used) {
            _ if letters == Letters::Name => cost::WORD,
            _ if letters == Letters::Title => cost::ALONE,
            Some(Use::Joining) => cost::JOINING,
            Some(Use::Alone) => cost::ALONE,
            _ if letters == Letters::Capital => cost::ALONE,
            Some(Use::Bound | Use::Part) => cost::BOUND,
            None if word.is_syllable || word.small.is_ascii() => cost::UNKNOWN,
            None => cost::IMPOSSIBLE,
        };
        let next = words.get(at + 1).and_then(|next| next.id);
        tokens.push(Token { word, alone, letters, with_next: lexicon.are_word(word.id, next) });
    }
    tokens
}

/// Words behind which a name stands also in a line of capitals.
const UNITS: [&str; 14] = [
    "xã",
    "phường",
    "tỉnh",
    "huyện",
    "quận",
    "thôn",
    "bản",
    "ấp",
    "khu",
    "phố",
    "trấn",
    "tổ",
    "khóm",
    "buôn",
];

/// Whether a sentence begins behind a text.
fn begins_sentence(before: &str, is_first: bool) -> bool {
    let mark = before.trim_end_matches([' ', '“', '"', '(']).chars().next_back();
    is_first || mark.is_none_or(|mark| matches!(mark, '.' | ':' | ';' | '-' | '+' | '\n' | '!' | '?' | ')'))
}

/// A way to read the tokens up to some place.
#[derive(Clone, Copy, Default)]
struct Way {
    cost: u32,
    /// How many tokens the last word has.
    length: usize,
    /// The slip in the last word: which token, and what was meant.
    slip: Option<(usize, Id, Slip)>,
}

fn read(tokens: &[Token], paragraph: &Paragraph, lexicon: &Lexicon, found: &mut Found) {
    let mut ways: Vec<Way> = vec![Way::default()];
    for end in 1..=tokens.len() {
        let mut best = Way { cost: ways[end - 1].cost + tokens[end - 1].alone, length: 1, slip: None };
        let cost = |length: usize, slip: Option<Slip>| {
            let worth = u32::try_from(length).unwrap_or(0) * cost::WORD;
            let apart = if length == 1 { cost::APART } else { 0 };
            ways[end - length].cost + worth + apart + slip.map_or(0, cost_of)
        };
        for length in 2..=end.min(4) {
            let cost = cost(length, None);
            if cost < best.cost && is_word(&tokens[end - length..end], lexicon) {
                best = Way { cost, length, slip: None };
            }
        }
        // What slipped is looked for only where the least of slips would explain more.
        if cost(1, Some(Slip::Mark)) < best.cost
            && let Some((id, slip)) = tokens[end - 1].joining()
        {
            best = Way { cost: cost(1, Some(slip)), length: 1, slip: Some((end - 1, id, slip)) };
        }
        if end > 1
            && cost(2, Some(Slip::Mark)) < best.cost
            && let Some((at, id, slip)) = nearest(tokens, end - 2, lexicon)
            && cost(2, Some(slip)) < best.cost
        {
            best = Way { cost: cost(2, Some(slip)), length: 2, slip: Some((at, id, slip)) };
        }
        if end > 1
            && let Some((at, id, slip)) = nearest_of(lexicon.firm(), tokens, end - 2, lexicon)
            && cost(2, Some(slip)) < best.cost + cost::FIRM
        {
            let cost = cost(2, Some(slip)) - cost::FIRM;
            best = Way { cost, length: 2, slip: Some((at, id, slip)) };
        }
        ways.push(best);
    }
    let mut end = tokens.len();
    let before = found.slips.len();
    // Where a syllable stands for itself that the words before it may tell to be another.
    let mut plain = usize::MAX;
    while end > 0 {
        let way = ways[end];
        end -= way.length;
        let own = &tokens[end];
        let is_plain = way.length == 1 && way.slip.is_none();
        let near = match way {
            Way { slip: None, length: 1, .. } if plain == end + 1 => {
                nearest_of(lexicon.core(), tokens, end, lexicon)
            }
            Way { slip: None, length: 2, .. } if plain == end + 2 => third(tokens, end, lexicon),
            _ => None,
        };
        if let Some((at, meant, slip)) = near {
            let word = end..end + way.length + 1;
            found.doubtful.extend(told(tokens, word, at, meant, slip, paragraph, lexicon));
        }
        plain = if is_plain && near.is_none() { end } else { usize::MAX };
        if is_plain && own.letters == Letters::Small && tokens.len() > 2 {
            let part = own.word.id.and_then(|id| lexicon.syllable(id));
            let part = part.filter(|part| part.used == Use::Part || part.seldom);
            found
                .lone
                .extend(part.map(|part| Lone { range: own.word.at.clone(), seldom: part.used != Use::Part }));
        }
        if let Some((at, meant, slip)) = way.slip {
            let word = end..end + way.length;
            // Of words that mean something only a slip of the ear or of a mark is likely, unless plans are full
            // of what it would be.
            let mean_something = tokens[word.clone()].iter().all(|own| own.alone < cost::UNKNOWN);
            let is_letter = mean_something && slip == Slip::Letter;
            // "Các trường họp phụ huynh": there they do something.
            let several = || {
                let before = end.checked_sub(1).and_then(|at| tokens.get(at));
                before.is_some_and(|own| ["các", "những", "mỗi", "từng"].contains(&own.word.small.as_str()))
            };
            if is_letter && !several() && is_firm(&tokens[word.clone()], at - end, meant, lexicon) {
                let told = told(tokens, word, at, meant, slip, paragraph, lexicon);
                found.slips.extend(told.map(|slip| Slipped { is_certain: false, ..slip }));
                continue;
            }
            let of =
                if is_letter || mean_something && several() { &mut found.doubtful } else { &mut found.slips };
            of.extend(told(tokens, word, at, meant, slip, paragraph, lexicon));
        }
    }
    found.slips[before..].reverse();
}

/// Whether plans are full of what two tokens are with another syllable in the place of one.
fn is_firm(tokens: &[Token], at: usize, meant: Id, lexicon: &Lexicon) -> bool {
    let [first, second] = tokens else { return false };
    let (first, second) = if at == 0 { (Some(meant), second.word.id) } else { (first.word.id, Some(meant)) };
    first.zip(second).is_some_and(|(first, second)| lexicon.firm().behind(first).any(|own| own == second))
}

fn is_word(tokens: &[Token], lexicon: &Lexicon) -> bool {
    if let [first, _] = tokens {
        return first.with_next;
    }
    let mut ids = [0; 4];
    let Some(ids) = ids.get_mut(..tokens.len()) else { return false };
    for (id, token) in ids.iter_mut().zip(tokens) {
        match token.word.id {
            Some(own) => *id = own,
            None => return false,
        }
    }
    lexicon.is_long_word(ids)
}

/// The word that joins others which is nearest to a syllable that means nothing alone, if it stands alone in
/// small letters.
pub(in crate::check) fn joining(own: &Form) -> Option<(Id, Slip)> {
    let lexicon = Lexicon::get();
    // A syllable of other words is less likely to be a slip than one of none.
    let (least, most) = match own.id.and_then(|id| lexicon.syllable(id)).map(|own| own.used) {
        Some(Use::Alone | Use::Joining) => return None,
        Some(Use::Bound | Use::Part) => (2, Slip::Mark),
        None => (2, Slip::Sound),
    };
    if own.letters < least {
        return None;
    }
    // Half of the country says them alike: what is no syllable of any word is that of the other tone.
    if let (None, Some(hooked)) = (own.id, lexicon.hooked(own.sounds())) {
        return Some((hooked, Slip::Hook));
    }
    let near = |id: &Id| {
        let meant = lexicon.syllable(*id)?;
        let slip = slip(own.sounds(), meant)?;
        // Of what is no word at all two letters may have changed places: cảu.
        let slip = if own.id.is_none() && is_swapped(own.sounds(), meant) { Slip::Sound } else { slip };
        (slip <= most).then_some((*id, slip))
    };
    let near: Vec<(Id, Slip)> = lexicon.usual().iter().filter_map(near).collect();
    let best = near.iter().map(|(_, slip)| *slip).min()?;
    let mut nearest = near.into_iter().filter(|(_, slip)| *slip == best);
    nearest.next().filter(|_| nearest.next().is_none())
}

/// The word that is nearest to two tokens: which of them is wrong, and what was meant. `None` where both
/// mean something as they stand, or where two words are as near.
fn nearest(tokens: &[Token], from: usize, lexicon: &Lexicon) -> Option<(usize, Id, Slip)> {
    let pair = tokens.get(from..from + 2)?;
    let [first, second] = pair else { return None };
    let touchable = second.letters == Letters::Small && first.letters != Letters::Name;
    let mean_something = first.alone.max(second.alone) < cost::UNKNOWN;
    if !touchable || first.alone + second.alone < 2 * cost::ALONE || is_word(pair, lexicon) {
        return None;
    }
    let mut best: Option<(usize, Id, Slip)> = None;
    let mut rivals = 0;
    let mut take = |at: usize, typed: &Token, meant: Id| {
        let Some(slip) = lexicon.syllable(meant).and_then(|meant| slip(typed.word.sounds(), meant)) else {
            return;
        };
        if !is_likely(typed, slip) || mean_something && slip > Slip::Mark {
            return;
        }
        match best {
            Some((.., own)) if own < slip => {}
            Some((.., own)) if own == slip => rivals += 1,
            _ => {
                best = Some((at, meant, slip));
                rivals = 0;
            }
        }
    };
    if let Some(second) = second.word.id.filter(|_| first.letters != Letters::Title) {
        lexicon.core().before(second).for_each(|meant| take(from, first, meant));
    }
    if let Some(first) = first.word.id {
        lexicon.core().behind(first).for_each(|meant| take(from + 1, second, meant));
    }
    best.filter(|_| rivals == 0)
}

/// The word of some that is nearest to two tokens, though both may mean something: `lãng đạo`, `đổi mớ`.
/// `None` where two are as near.
fn nearest_of(words: &Words, tokens: &[Token], from: usize, lexicon: &Lexicon) -> Option<(usize, Id, Slip)> {
    let pair = tokens.get(from..from + 2)?;
    let [first, second] = pair else { return None };
    let touchable = second.letters == Letters::Small && first.letters != Letters::Name;
    let joins = first.alone == cost::JOINING && second.alone == cost::JOINING;
    if !touchable || joins || is_word(pair, lexicon) {
        return None;
    }
    // What makes a word with the token on its other side is no part of this one, nor a slip: thăm gia đình,
    // giải vật tự do.
    let is_taken = |at: usize| tokens.get(at..at + 2).is_some_and(|pair| is_word(pair, lexicon));
    if from.checked_sub(1).is_some_and(is_taken) || is_taken(from + 1) {
        return None;
    }
    let (first_id, second_id) = (first.word.id, second.word.id.filter(|_| first.letters != Letters::Title));
    let slip_of = |typed: &Token, meant: Id| {
        let slip = slip(typed.word.sounds(), lexicon.syllable(meant)?)?;
        // A word that joins others stands anywhere.
        let usual = || typed.word.id.is_some_and(|id| lexicon.usual().contains(&id));
        if typed.alone == cost::JOINING && (slip > Slip::Mark || usual()) {
            return None;
        }
        (is_likely(typed, slip) || slip == Slip::Letter && typed.word.is_syllable).then_some(slip)
    };
    let of_first = second_id.into_iter().flat_map(|id| words.before(id));
    let of_first = of_first.filter_map(|own| Some((from, own, slip_of(first, own)?)));
    let of_second = first_id.into_iter().flat_map(|id| words.behind(id));
    let of_second = of_second.filter_map(|own| Some((from + 1, own, slip_of(second, own)?)));
    let near: Vec<(usize, Id, Slip)> = of_first.chain(of_second).collect();
    let least = near.iter().map(|(.., slip)| *slip).min()?;
    let mut nearest = near.into_iter().filter(|(.., slip)| *slip == least);
    nearest.next().filter(|_| nearest.next().is_none())
}

/// The third syllable that was meant behind a word of two: `hợp tác xả`.
fn third(tokens: &[Token], from: usize, lexicon: &Lexicon) -> Option<(usize, Id, Slip)> {
    let [first, second, typed] = tokens.get(from..from + 3)? else { return None };
    let meant = lexicon.third(first.word.id?, second.word.id?);
    let slip_of =
        |id: Id| slip(typed.word.sounds(), lexicon.syllable(id)?).filter(|slip| *slip <= Slip::Mark);
    let touchable = typed.letters == Letters::Small && typed.alone != cost::JOINING;
    meant.filter(|_| touchable).find_map(|id| Some((from + 2, id, slip_of(id)?)))
}

/// Whether a slip is what happens to a word like this, and not another word.
fn is_likely(typed: &Token, slip: Slip) -> bool {
    let word = typed.word;
    match slip {
        Slip::Hook | Slip::Mark => true,
        // A word without marks that is no syllable may be of another language.
        _ if word.small.contains(['f', 'j', 'w', 'z']) => false,
        Slip::Letter if !word.small.contains(is_vowel) => true,
        _ if word.small.is_ascii() && !word.is_syllable => slip != Slip::Sound,
        Slip::Marks => typed.alone >= cost::UNKNOWN,
        Slip::Sound => true,
        Slip::Letter => word.letters > 2,
    }
}

fn told(
    tokens: &[Token],
    word: Range<usize>,
    at: usize,
    meant: Id,
    slip: Slip,
    paragraph: &Paragraph,
    lexicon: &Lexicon,
) -> Option<Slipped> {
    let typed = tokens.get(at)?;
    let stands = |token: &Token| paragraph.slice(token.word.at.clone()).to_owned();
    let meant = like(&stands(typed), lexicon.syllable(meant)?.written);
    let whole: Vec<String> = word
        .clone()
        .filter_map(|own| Some(if own == at { meant.clone() } else { stands(tokens.get(own)?) }))
        .collect();
    let unexplained = typed.alone >= cost::UNKNOWN && (word.len() > 1 || typed.word.id.is_none());
    let is_certain = unexplained && slip < Slip::Letter || typed.alone == cost::IMPOSSIBLE;
    Some(Slipped {
        range: tokens.get(word.start)?.word.at.start..tokens.get(word.end.checked_sub(1)?)?.word.at.end,
        wrong: typed.word.at.clone(),
        meant,
        word: whole.join(" "),
        is_certain,
    })
}

/// A word with the capitals of another.
pub fn like(typed: &str, word: &str) -> String {
    let first = typed.chars().next().is_some_and(|c| c != lower_letter(c));
    if first && typed.chars().count() > 1 && upper(typed) == typed {
        return upper(word);
    }
    let mut letters = word.chars();
    match letters.next().filter(|_| first) {
        Some(head) => std::iter::once(upper_letter(head)).chain(letters).collect(),
        None => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::manuscript::{Place, Within};
    use crate::import::Role;

    fn slips(text: &str) -> Vec<(String, String)> {
        let paragraph = Paragraph::new(Role::Text, Within::default(), Place::Line(1), text);
        let found = find(&paragraph);
        let mut all = [found.slips, found.doubtful].concat();
        all.sort_by_key(|slip| slip.range.start);
        all.into_iter().map(|slip| (paragraph.text[slip.range].to_owned(), slip.word)).collect()
    }

    #[test]
    fn a_syllable_that_is_wrong_in_its_word_is_told_with_the_word_that_was_meant() {
        for (text, typed, meant) in [
            ("Đồng chí chỉ tịch xã chủ trì.", "chỉ tịch", "chủ tịch"),
            ("công tác bẩu cử năm nay", "bẩu cử", "bầu cử"),
            ("thực hiên tốt nhiệm vụ", "thực hiên", "thực hiện"),
            ("giao nhiêm vụ cho từng người", "nhiêm vụ", "nhiệm vụ"),
            ("Công hòa xã hội chủ nghĩa", "Công hòa", "Cộng hòa"),
            ("xây dựng kế hoặch của xã", "kế hoặch", "kế hoạch"),
            ("Chủ tich xã", "Chủ tich", "Chủ tịch"),
            ("ỦY BẠN NHÂN DÂN", "ỦY BẠN", "ỦY BAN"),
            ("đỉnh kỳ báo cáo", "đỉnh kỳ", "định kỳ"),
        ] {
            assert_eq!(slips(text), [(typed.to_owned(), meant.to_owned())], "{text}");
        }
    }

    #[test]
    fn names_foreign_words_and_words_that_look_alike_stay() {
        for text in [
            "Đồng chí Lô Văn Chỉ, Bùi Thị Hiên chủ trì.",
            "xã Ea H’leo, K’Bang, tỉnh Đắk Lắk",
            "gửi file excel qua email, Zalo, website và fanpage",
            "Kế hoạch số 27-NQ/TW của UBND, HĐND, MTTQ",
            "các hộ có mức sống khá",
            "XÃ LƯƠNG MINH",
        ] {
            assert_eq!(slips(text), [], "{text}");
        }
    }
}
