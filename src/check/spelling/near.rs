//! How near two syllables are to each other.

use super::lexicon::Syllable;
use crate::vietnamese::is_vowel;

/// What was done to a syllable, the likeliest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slip {
    /// Hỏi for ngã or ngã for hỏi, which half of the country says alike.
    Hook,
    /// Another tone, or one mark of a vowel: `hiên` for `hiện`, `cương` for `cường`.
    Mark,
    /// Several marks, the letters under them the same: `nghiep` for `nghiệp`.
    Marks,
    /// A sound that is spelt in two ways: s and x, ch and tr, d, gi and r, l and n; n and ng, t and c at the end.
    Sound,
    /// One letter more, less or another, or two in each other's place.
    Letter,
}

/// What makes `typed` out of `meant`; `None` where more than one slip does, or none.
pub fn slip((typed, tone): (&str, usize), meant: &Syllable) -> Option<Slip> {
    let marked = typed != meant.plain;
    if !marked {
        let hooks = matches!((tone, meant.tone), (3, 4) | (4, 3));
        return (tone != meant.tone).then_some(if hooks { Slip::Hook } else { Slip::Mark });
    }
    // With its vowel a syllable has lost its tone, too.
    if typed.len() < 4 && !typed.contains(is_vowel) {
        return typed.chars().eq(meant.plain.chars().filter(|c| !is_vowel(*c))).then_some(Slip::Letter);
    }
    // Most syllables are far from each other: their lengths tell so.
    if typed.len().abs_diff(meant.plain.len()) > 3 {
        return None;
    }
    let same_base = typed.chars().map(base).eq(meant.plain.chars().map(base));
    if same_base {
        let marks = typed.chars().zip(meant.plain.chars()).filter(|(a, b)| a != b).count();
        return Some(if marks == 1 && tone == meant.tone { Slip::Mark } else { Slip::Marks });
    }
    if tone != meant.tone {
        return None;
    }
    // None of these changes both ends, but for two letters that change places.
    let far = typed.chars().next() != meant.plain.chars().next()
        && typed.chars().next_back() != meant.plain.chars().next_back();
    if far && typed.len().max(meant.plain.len()) > 4 {
        return None;
    }
    if is_sound(typed, &meant.plain) {
        return Some(Slip::Sound);
    }
    is_letter(typed, &meant.plain).then_some(Slip::Letter)
}

/// Whether two letters that stand beside each other changed places, and nothing else.
pub fn is_swapped((typed, tone): (&str, usize), meant: &Syllable) -> bool {
    let same = typed.len() == meant.plain.len() && tone == meant.tone;
    let mut other = typed.chars().zip(meant.plain.chars()).filter(|(a, b)| a != b);
    let (first, second, more) = (other.next(), other.next(), other.next());
    same && more.is_none()
        && matches!((first, second), (Some(one), Some(two)) if one.0 == two.1 && one.1 == two.0)
}

/// A letter without its mark.
fn base(letter: char) -> char {
    match letter {
        'ă' | 'â' => 'a',
        'ê' => 'e',
        'ô' | 'ơ' => 'o',
        'ư' => 'u',
        'đ' => 'd',
        _ => letter,
    }
}

fn is_sound(typed: &str, meant: &str) -> bool {
    const STARTS: [&[&str]; 5] =
        [&["s", "x"], &["ch", "tr"], &["gi", "d", "r", "v"], &["l", "n"], &["ngh", "ng", "gh", "g"]];
    const ENDS: [(&str, &str); 2] = [("n", "ng"), ("t", "c")];
    // Where the ends are alike the heads differ.
    let alike = typed.as_bytes().last() == meant.as_bytes().last();
    alike
        && STARTS.iter().any(|starts| {
            starts.iter().any(|one| {
                let Some(rest) = typed.strip_prefix(one).filter(|rest| begins_with_vowel(rest)) else {
                    return false;
                };
                starts.iter().any(|other| other != one && meant.strip_prefix(other) == Some(rest))
            })
        })
        || !alike
            && ENDS.iter().any(|(one, other)| {
                let is = |typed: &str, meant: &str| {
                    let heads = [typed.strip_suffix(one), meant.strip_suffix(other)];
                    matches!(heads, [Some(typed), Some(meant)] if typed == meant && typed.ends_with(is_vowel))
                };
                is(typed, meant) || is(meant, typed)
            })
}

fn begins_with_vowel(text: &str) -> bool {
    text.starts_with(is_vowel)
}

/// One letter inserted, left out, exchanged, or two that changed places.
fn is_letter(typed: &str, meant: &str) -> bool {
    let same = |(a, b): &(char, char)| a == b;
    let start = typed.chars().zip(meant.chars()).take_while(same).count();
    let behind =
        |text: &'_ str, count: usize| text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
    let mut a = typed[behind(typed, start)..].chars();
    let mut b = meant[behind(meant, start)..].chars();
    let end = a.clone().rev().zip(b.clone().rev()).take_while(same).count();
    // What is left between the letters that both begin and end with.
    let left = |letters: &std::str::Chars| letters.clone().count() - end;
    match (left(&a), left(&b)) {
        (0, 1) | (1, 0) | (1, 1) => true,
        (2, 2) => a.next() == b.clone().nth(1) && a.next() == b.next(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::spelling::Lexicon;
    use crate::check::spelling::lexicon::key;

    #[test]
    fn each_kind_of_slip_is_told() {
        let lexicon = Lexicon::get();
        for (typed, meant, expected) in [
            ("hiên", "hiện", Some(Slip::Mark)),
            ("hoặch", "hoạch", Some(Slip::Mark)),
            ("tich", "tịch", Some(Slip::Mark)),
            ("nghiep", "nghiệp", Some(Slip::Marks)),
            ("xung", "sung", Some(Slip::Sound)),
            ("chình", "trình", Some(Slip::Sound)),
            ("nổ", "nỗ", Some(Slip::Hook)),
            ("chỉ", "chủ", Some(Slip::Letter)),
            ("trinhf", "trình", None),
            ("hiệm", "nhiệm", Some(Slip::Letter)),
            ("hc", "học", Some(Slip::Letter)),
            ("nihệm", "nhiệm", Some(Slip::Letter)),
            ("nhiệm", "nhiệm", None),
            ("của", "nhiệm", None),
        ] {
            let (plain, tone) = key(typed).unwrap_or_default();
            let meant = lexicon.syllable(lexicon.id(meant).unwrap()).unwrap();
            assert_eq!(slip((&plain, tone), meant), expected, "{typed}");
        }
    }
}
