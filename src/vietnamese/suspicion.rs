//! Old encodings without the fonts that would name them: text whose letters are Latin-1, and
//! which reads as Vietnamese only once they are taken for codes of TCVN3 or VNI.

use crate::order::gather;
use std::collections::BTreeSet;

use super::legacy::Legacy;
use super::syllable::is_syllable;
use super::{compose, lower};

/// Different words that must become Vietnamese before anything is said of a text.
const ENOUGH: usize = 4;

/// The encoding from before Unicode in which a text seems to be, by its words: many that are no
/// syllables of Vietnamese as they stand, and are once they are converted. Only part of the text
/// may be so. A [`Legacy::Tcvn3Capitals`] is never told: its font alone makes it one.
///
/// ```
/// use ke_hoach::vietnamese::{Legacy, suspect};
/// assert_eq!(suspect("KÕ ho¹ch thùc hiÖn NghÞ quyÕt cña §¶ng bé"), Some(Legacy::Tcvn3));
/// assert_eq!(suspect("Keá hoaïch thöïc hieän Nghò quyeát cuûa Ñaûng"), Some(Legacy::Vni));
/// assert_eq!(suspect("Kế hoạch thực hiện Nghị quyết của Đảng bộ"), None);
/// ```
pub fn suspect(text: &str) -> Option<Legacy> {
    let text = compose(text);
    let mut broken: BTreeSet<&str> = gather(words(&text).filter(|word| is_latin(word)));
    broken.retain(|word| !is_syllable(&lower(word)));
    let healed = |legacy: Legacy| broken.iter().filter(|word| heals(legacy, word)).count();
    let counts = [(healed(Legacy::Tcvn3), Legacy::Tcvn3), (healed(Legacy::Vni), Legacy::Vni)];
    let (most, legacy) = counts.into_iter().max_by_key(|(count, _)| *count)?;
    // Abbreviations and names stay what they are in any encoding.
    (most >= ENOUGH && 3 * most >= 2 * broken.len()).then_some(legacy)
}

impl Legacy {
    /// The text in Unicode, where its lines are in this encoding: a line that reads better as it
    /// stands is left alone, one that reads either way goes with the lines around it, and of a
    /// line that has both only the words of the encoding change.
    ///
    /// To be used before invisible characters are dropped: the ư of TCVN3 is a soft hyphen.
    ///
    /// ```
    /// use ke_hoach::vietnamese::Legacy;
    /// let mixed = "Uû ban nh©n d©n\nĐoàn thanh niên xã\nCăn cứ NghÞ quyÕt";
    /// assert_eq!(Legacy::Tcvn3.repair(mixed), "Uỷ ban nhân dân\nĐoàn thanh niên xã\nCăn cứ Nghị quyết");
    /// ```
    pub fn repair(self, text: &str) -> String {
        let lines: Vec<String> = text.split('\n').map(compose).collect();
        let sure: Vec<Option<bool>> = lines.iter().map(|line| self.is_of(line)).collect();
        let mut last = sure.iter().flatten().next().copied().unwrap_or(true);
        let repair = |(line, sure): (&String, &Option<bool>)| {
            last = sure.unwrap_or(last);
            if last { self.unicode(line) } else { self.repair_words(line) }
        };
        lines.iter().zip(&sure).map(repair).collect::<Vec<_>>().join("\n")
    }

    /// Whether all of a line is in this encoding; `None` where nothing tells.
    fn is_of(self, line: &str) -> Option<bool> {
        if words(line).any(|word| !is_latin(word) && !word.is_ascii()) {
            return Some(false);
        }
        let count = |is: &dyn Fn(&str) -> bool| words(line).filter(|word| is_latin(word) && is(word)).count();
        let right = count(&|word| is_syllable(&lower(word)));
        let converted = count(&|word| is_syllable(&lower(&self.unicode(word))));
        (right != converted).then_some(converted > right)
    }

    /// A line with those of its words in Unicode that are none of Vietnamese as they stand.
    fn repair_words(self, line: &str) -> String {
        let mut out = String::with_capacity(line.len());
        let mut rest = line;
        for word in words(line).filter(|word| is_latin(word) && heals(self, word)) {
            if let Some((before, behind)) = rest.split_once(word) {
                out.push_str(before);
                out.push_str(&self.unicode(word));
                rest = behind;
            }
        }
        out + rest
    }
}

/// Whether a word is no syllable as it stands, and is one in this encoding.
fn heals(legacy: Legacy, word: &str) -> bool {
    !is_syllable(&lower(word)) && is_syllable(&lower(&legacy.unicode(word)))
}

/// Runs of letters. Signs of Latin-1 may be letters in an old encoding.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphabetic() && !is_coded(letter)).filter(|word| !word.is_empty())
}

/// Whether a word has letters of Latin-1 beyond ASCII, and none that Latin-1 does not have.
fn is_latin(word: &str) -> bool {
    !word.is_ascii() && word.chars().all(|letter| letter.is_ascii() || is_coded(letter))
}

/// Whether a character may stand for a letter of an old encoding.
fn is_coded(letter: char) -> bool {
    ('\u{a1}'..='\u{ff}').contains(&letter)
}
