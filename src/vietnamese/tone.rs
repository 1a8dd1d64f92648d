//! Where the tone mark of a syllable stands.

use super::compose::{VOWELS, place};
use super::{is_syllable, lower_letter, upper_letter};

/// The text with the tone mark on the second vowel of open oa, oe and uy: hoà, khoẻ, uỷ.
/// Closed syllables have it there anyway, and "quy" is not uy.
///
/// ```
/// use ke_hoach::vietnamese::second_vowel_tones;
/// assert_eq!(second_vowel_tones("ĐẢNG ỦY, Ủy ban, hòa, hoàn, quý"), "ĐẢNG UỶ, Uỷ ban, hoà, hoàn, quý");
/// ```
pub fn second_vowel_tones(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        let next = letters.get(at + 1).copied();
        let ends = !letters.get(at + 2).is_some_and(|letter| letter.is_alphabetic());
        match next.filter(|_| ends).and_then(|next| moved(letter, next)) {
            Some(pair) => {
                out.extend(pair);
                at += 2;
            }
            None => {
                out.push(letter);
                at += 1;
            }
        }
    }
    out
}

/// A syllable (lower-case, composed) with its tone mark where it belongs, if it stands over another vowel.
/// Of open oa, oe and uy either vowel may have it.
///
/// ```
/// use ke_hoach::vietnamese::tone_in_place;
/// assert_eq!(tone_in_place("lọai").as_deref(), Some("loại"));
/// assert_eq!(tone_in_place("tụê").as_deref(), Some("tuệ"));
/// assert_eq!(tone_in_place("qúa").as_deref(), Some("quá"));
/// assert_eq!([tone_in_place("hòa"), tone_in_place("hoà"), tone_in_place("xyz")], [None, None, None]);
/// ```
pub fn tone_in_place(word: &str) -> Option<String> {
    // No syllable is longer than "nghiêng".
    let mut letters = ['\0'; 7];
    let mut length = 0;
    // The vowel that has the tone: its place, its row and the tone.
    let mut toned = None;
    for letter in word.chars() {
        *letters.get_mut(length)? = letter;
        if let Some((row, tone)) = place(letter).filter(|(_, tone)| *tone > 0)
            && toned.replace((length, row, tone)).is_some()
        {
            return None;
        }
        length += 1;
    }
    let (at, row, tone) = toned?;
    let right = own_place(&letters[..length])?;
    let mut placed = letters;
    placed[at] = VOWELS[row][0];
    let (row, _) = place(placed[right])?;
    let open = right + 2 == length;
    let either = open && matches!([placed[right], placed[right + 1]], ['o', 'a' | 'e'] | ['u', 'y']);
    if at == right || either && at == right + 1 {
        return None;
    }
    placed[right] = VOWELS[row][tone];
    let placed: String = placed[..length].iter().collect();
    is_syllable(&placed).then_some(placed)
}

/// Which vowel of a syllable has the tone mark: the marked one, the last of several; else the last before a
/// consonant; else the first of two, the middle one of three. The vowel of "qu" and "gi" is none.
pub(super) fn own_place(letters: &[char]) -> Option<usize> {
    let is_vowel = |letter: &char| place(*letter).is_some();
    let plain = |at: usize| letters.get(at).and_then(|letter| place(*letter)).map(|(row, _)| VOWELS[row][0]);
    let start = letters.iter().position(is_vowel)?;
    let end = letters.iter().rposition(is_vowel)? + 1;
    let glide = match (start.checked_sub(1).map(|at| letters[at]), plain(start)) {
        (Some('q'), Some('u')) | (Some('g'), Some('i')) if start == 1 => end - start > 1,
        _ => false,
    };
    let start = start + usize::from(glide);
    let marked = (start..end).rfind(|at| plain(*at).is_some_and(|letter| !letter.is_ascii()));
    let last = match (end < letters.len(), end - start) {
        (true, _) => end - 1,
        (false, 3) => start + 1,
        (false, 1 | 2) => start,
        _ => return None,
    };
    Some(marked.unwrap_or(last))
}

/// Both vowels with the tone of the first on the second, where that is its place.
fn moved(first: char, second: char) -> Option<[char; 2]> {
    let (row, tone) = place(lower_letter(first))?;
    let (other, plain) = place(lower_letter(second))?;
    let pair = [VOWELS[row][0], VOWELS[other][0]];
    let moves = tone > 0 && plain == 0 && matches!(pair, ['o', 'a' | 'e'] | ['u', 'y']);
    let like = |source: char, letter: char| {
        if source == lower_letter(source) { letter } else { upper_letter(letter) }
    };
    moves.then(|| [like(first, pair[0]), like(second, VOWELS[other][tone])])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tone_that_stands_over_the_wrong_vowel_is_put_over_the_right_one() {
        for (typed, right) in [
            ("naị", "nại"),
            ("đòan", "đoàn"),
            ("ngòai", "ngoài"),
            ("ngừơi", "người"),
            ("trừơng", "trường"),
            ("lụât", "luật"),
            ("thủê", "thuể"),
            ("nứơc", "nước"),
            ("gía", "giá"),
            ("qúy", "quý"),
            ("hùynh", "huỳnh"),
            ("chíêu", "chiếu"),
            ("mùa", ""),
            ("muà", "mùa"),
            ("bíêt", "biết"),
            ("giừơng", "giường"),
        ] {
            assert_eq!(tone_in_place(typed).unwrap_or_default(), right, "{typed}");
        }
    }

    #[test]
    fn the_tones_of_syllables_as_they_are_written_stand_in_their_place() {
        let words = "kế hoạch thực hiện giữ gìn quý giếng khuỷu rượu quýt quỳnh ngoằn ngoèo thuở quốc hòa hoà khỏe \
            khoẻ ủy uỷ của mía giặc già gì nghiêng yếu ủa quở loại ngoáy khoái xoáy hươu tiếng quyết quyển giúp giỗ \
            khuya khuấy thuế huệ nguội muỗi cười người rượu hướng oách oẳn uống ương lão láo bảy máu";
        for word in words.split_whitespace() {
            assert_eq!(tone_in_place(word), None, "{word}");
        }
    }
}
