//! What the keys of Telex would have written.

use super::compose::{VOWELS, place};
use super::tone::own_place;
use super::{compose, is_syllable};

/// The keys of the tones, each with its place in a row of vowels.
const TONES: [(char, usize); 5] = [('f', 1), ('s', 2), ('r', 3), ('x', 4), ('j', 5)];

/// The syllable that the letters of a word (lower-case, without marks) would be if an input method had taken
/// them. `None` where that is no syllable, or where the letters ask for no mark.
///
/// ```
/// use ke_hoach::vietnamese::telex;
/// assert_eq!(telex("sots").as_deref(), Some("sót"));
/// assert_eq!(telex("dduowngf").as_deref(), Some("đường"));
/// assert_eq!([telex("logo"), telex("email"), telex("files")], [None, None, None]);
/// ```
pub fn telex(word: &str) -> Option<String> {
    let mut plain = String::new();
    let mut tone = None;
    for key in word.chars() {
        let last = plain.chars().next_back();
        let has_vowel = plain.contains(|letter| place(letter).is_some());
        let own_tone = TONES.iter().find(|(own, _)| *own == key).filter(|_| has_vowel);
        match (key, last) {
            _ if own_tone.is_some() => {
                if tone.replace(own_tone?.1).is_some() {
                    return None;
                }
            }
            ('d', Some('d')) if plain == "d" => plain = "đ".to_owned(),
            ('a' | 'e' | 'o', Some(own)) if own == key => plain.push('\u{302}'),
            ('w', Some('a')) => plain.push('\u{306}'),
            ('w', Some('o')) if plain.ends_with("uo") => {
                plain.truncate(plain.len() - 2);
                plain.push_str("ươ");
            }
            ('w', Some('o' | 'u')) => plain.push('\u{31b}'),
            ('a'..='z', _) if key != 'w' && key != 'z' => plain.push(key),
            _ => return None,
        }
    }
    let mut letters: Vec<char> = compose(&plain).chars().collect();
    if let Some(tone) = tone {
        let at = own_place(&letters)?;
        letters[at] = VOWELS[place(letters[at])?.0][tone];
    }
    let written: String = letters.into_iter().collect();
    (written != word && is_syllable(&written)).then_some(written)
}
