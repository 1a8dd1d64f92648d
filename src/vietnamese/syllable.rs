//! Which words can be syllables of Vietnamese.

use std::sync::LazyLock;

use super::compose::{VOWELS, place};
use crate::order;

/// How a syllable begins, beside those that begin with the vowel.
const ONSETS: &str = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x";

/// How it goes on, without its tone.
const RHYMES: &str = "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu \
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong \
    op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm \
    uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt \
    ưu y yêm yên yêng yêt yêu";

static SORTED_RHYMES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut rhymes: Vec<&str> = RHYMES.split_ascii_whitespace().collect();
    order::sort(&mut rhymes);
    rhymes
});

/// A word taken apart into its letters without tone, and the tone: 0 for none, then huyền, sắc, hỏi,
/// ngã, nặng. `None` where a letter is none of Vietnamese, or two carry a tone.
pub(crate) fn toneless(word: &str) -> Option<(String, usize)> {
    let mut plain = String::with_capacity(word.len());
    let mut tone = 0;
    for letter in word.chars() {
        // Most letters are consonants: they are told from vowels without the table.
        let vowel = !letter.is_ascii() || matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
        match place(letter).filter(|_| vowel) {
            Some((_, own)) if own > 0 && tone > 0 => return None,
            Some((row, own)) => {
                tone = tone.max(own);
                plain.push(VOWELS[row][0]);
            }
            None if letter.is_ascii_lowercase() || letter == 'đ' => plain.push(letter),
            None => return None,
        }
    }
    Some((plain, tone))
}

/// Whether a word (lower-case, composed) is built as the syllables of Vietnamese are: an onset,
/// a rhyme, one tone at most, and sắc or nặng before a final c, ch, p or t.
pub fn is_syllable(word: &str) -> bool {
    let Some((plain, tone)) = toneless(word) else { return false };
    is_spelt(&plain) && (!is_stopped(&plain) || matches!(tone, 2 | 5))
}

fn is_stopped(plain: &str) -> bool {
    plain.ends_with(['c', 'p', 't']) || plain.ends_with("ch")
}

/// Whether letters without tone are an onset and a rhyme that are spelt together.
fn is_spelt(plain: &str) -> bool {
    let rhymes = |onset: &str, rhyme: &str| {
        // The same sound is spelt by what follows it: nghe and nga, kê and ca.
        let before_e = rhyme.starts_with(['e', 'ê']);
        let spelt = match onset {
            "ngh" | "gh" | "k" => before_e || rhyme.starts_with(['i', 'y']),
            "ng" | "c" => !before_e && !rhyme.starts_with(['i', 'y']),
            "g" => !before_e,
            _ => true,
        };
        spelt && SORTED_RHYMES.binary_search(&rhyme).is_ok()
    };
    let vowel = |letter: char| !letter.is_ascii() && letter != 'đ' || "aeiouy".contains(letter);
    let at = plain.find(vowel).unwrap_or(plain.len());
    let (onset, rhyme) = plain.split_at(at);
    let known = onset.is_empty() || ONSETS.split(' ').any(|own| own == onset);
    // "gi" and "qu" end in a letter that may be a vowel: gì, già; "q" alone begins nothing.
    let with_vowel = || match onset {
        "g" | "q" => ["gi", "qu"].into_iter().find_map(|onset| Some((onset, plain.strip_prefix(onset)?))),
        _ => None,
    };
    // quýt, quỳnh: the u belongs to the rhyme as well.
    let twice = onset == "q" && rhyme.starts_with("uy") && rhymes("", rhyme);
    (known && rhymes(onset, rhyme))
        || twice
        || with_vowel().is_some_and(|(onset, rhyme)| rhymes(onset, rhyme))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_told_from_other_words() {
        for word in
            "kế hoạch thực hiện nghị quyết giữ gìn quý giếng khuya nghiêng uỷ ủy ý yêu đường thuở quốc \
                     khuỷu rượu loan a qui gì già giặc đỏ quýt quỳnh ngoằn ngoèo"
                .split_whitespace()
        {
            assert!(is_syllable(word), "{word}");
        }
        for word in
            "thùc ho¹ch nghò quyõt màc cafộ zô wả müller là̀ aïch été straße b ng ếế cưt hoặch kương ngiệp ghà qủ"
                .split_whitespace()
        {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
