//! Which words can be syllables of Vietnamese.

use super::compose::{VOWELS, place};

/// How a syllable begins, beside those that begin with the vowel.
const ONSETS: &str = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x";

/// How it goes on, without its tone.
const RHYMES: &str = "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu \
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong \
    op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm \
    uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt \
    ưu y yêm yên yêng yêt yêu";

/// Whether a word (lower-case, composed) is built as the syllables of Vietnamese are: an onset,
/// a rhyme, one tone at most, and sắc or nặng before a final c, ch, p or t.
pub fn is_syllable(word: &str) -> bool {
    let mut plain = String::with_capacity(word.len());
    let mut tone = 0;
    for letter in word.chars() {
        match place(letter) {
            Some((_, own)) if own > 0 && tone > 0 => return false,
            Some((row, own)) => {
                tone = tone.max(own);
                plain.push(VOWELS[row][0]);
            }
            None if letter.is_ascii_lowercase() || letter == 'đ' => plain.push(letter),
            None => return false,
        }
    }
    let rhymes = |onset: &str, rhyme: &str| {
        // The same sound is spelt by what follows it: nghe and nga, kê and ca.
        let before_e = rhyme.starts_with(['e', 'ê']);
        let spelt = match onset {
            "ngh" | "gh" | "k" => before_e || rhyme.starts_with(['i', 'y']),
            "ng" | "c" => !before_e && !rhyme.starts_with(['i', 'y']),
            "g" => !before_e,
            _ => true,
        };
        let stopped = rhyme.ends_with(['c', 'p', 't']) || rhyme.ends_with("ch");
        spelt && (!stopped || matches!(tone, 2 | 5)) && RHYMES.split(' ').any(|known| known == rhyme)
    };
    let begins = |onset: &str| plain.strip_prefix(onset).is_some_and(|rhyme| rhymes(onset, rhyme));
    begins("") || ONSETS.split(' ').any(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_told_from_other_words() {
        for word in
            "kế hoạch thực hiện nghị quyết giữ gìn quý giếng khuya nghiêng uỷ ủy ý yêu đường thuở quốc \
                     khuỷu rượu loan a"
                .split_whitespace()
        {
            assert!(is_syllable(word), "{word}");
        }
        for word in
            "thùc ho¹ch nghò quyõt màc cafộ zô wả müller là̀ aïch été straße b ng ếế".split_whitespace()
        {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
