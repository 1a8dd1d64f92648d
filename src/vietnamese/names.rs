//! Names of official bodies: how they are written inside a sentence, and where they may break.

use super::phrases::{Kind, phrase_at};
use super::{lower, lower_letter, sentence_case, upper};

/// Words that join others.
const JOINING: [&str; 8] = ["và", "của", "về", "trên", "trong", "cho", "với", "theo"];

/// A name set in capitals as it is written inside a sentence. Text that is not all in
/// capitals is taken to be right as it is.
///
/// ```
/// use ke_hoach::vietnamese::official_case;
/// assert_eq!(official_case("ỦY BAN NHÂN DÂN XÃ LƯƠNG MINH"), "Ủy ban nhân dân xã Lương Minh");
/// assert_eq!(official_case("PHÒNG VĂN HÓA - XÃ HỘI PHƯỜNG 1"), "Phòng Văn hóa - Xã hội Phường 1");
/// ```
pub fn official_case(name: &str) -> String {
    if name != upper(name) {
        return name.to_owned();
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let plain = Plain::of(&words);
    let mut out: Vec<String> = Vec::with_capacity(words.len());
    while let Some(word) = plain.words.get(out.len()) {
        let at = out.len();
        let written = match phrase_at(plain.from(at)) {
            Some(unit) if unit.kind == Kind::Unit => {
                let next = plain.words.get(at + unit.words);
                let numbered = next.is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
                if numbered { sentence_case(unit.written) } else { unit.written.to_owned() }
            }
            Some(phrase) => phrase.written.to_owned(),
            None if JOINING.contains(&word.as_str()) => word.clone(),
            None if is_abbreviation(word) => upper(word),
            None => sentence_case(word),
        };
        let sources = &words[at..];
        out.extend(written.split(' ').zip(sources).map(|(word, source)| with_marks(source, word)));
    }
    out.join(" ")
}

/// How badly a line of a name or a title breaks behind each of its words but the last: 0 is
/// best, 50 and more tears apart what is read together.
pub fn break_costs(words: &[&str]) -> Vec<u32> {
    let plain = Plain::of(words);
    let phrases: Vec<_> = (0..words.len()).map(|at| phrase_at(plain.from(at))).collect();
    let is_unit = |at: usize| phrases[at].is_some_and(|phrase| phrase.kind == Kind::Unit);
    // The phrases that begin shortly before a word, with the word behind them.
    let before = |at: usize| {
        let starts = at.saturating_sub(LONGEST)..at;
        starts.filter_map(|start| Some((start, start + phrases[start]?.words)))
    };
    let torn = |at: usize| before(at).any(|(_, end)| end > at);
    let unit_ends = |at: usize| before(at).any(|(start, end)| end == at && is_unit(start));
    let joins = |word: &str| matches!(word, "-" | "–") || JOINING.contains(&word);
    let is_capital = |word: &str| word.chars().next().is_some_and(|first| first != lower_letter(first));
    let all_capitals = words.iter().all(|word| *word == upper(word));
    let cost = |at: usize| match () {
        () if torn(at) => 120,
        // Between a unit and its name, and inside a name of two syllables.
        () if unit_ends(at) || unit_ends(at - 1) => 120,
        () if words[at - 1].ends_with([',', ';', ':']) => 0,
        () if is_unit(at) => 0,
        () if joins(&plain.words[at - 1]) => 50,
        () if joins(&plain.words[at]) => 4,
        () if phrases[at].is_some_and(|phrase| phrase.kind == Kind::Name) => 4,
        () if !all_capitals && is_capital(words[at - 1]) && is_capital(words[at]) => 16,
        () => 12,
    };
    (1..words.len()).map(cost).collect()
}

/// Words of the longest phrase.
const LONGEST: usize = 8;

/// Words in small letters without the marks around them, and all of them as one text.
struct Plain {
    words: Vec<String>,
    text: String,
    /// Where each word begins in the text.
    starts: Vec<usize>,
}

impl Plain {
    fn of(words: &[&str]) -> Plain {
        let words: Vec<String> = words.iter().map(|word| bare(word)).collect();
        let ends = words.iter().scan(0, |end, word| {
            *end += word.len() + 1;
            Some(*end)
        });
        let starts = std::iter::once(0).chain(ends).collect();
        Plain { text: words.join(" "), words, starts }
    }

    /// The text from a word on.
    fn from(&self, at: usize) -> &str {
        self.starts.get(at).and_then(|start| self.text.get(*start..)).unwrap_or_default()
    }
}

/// A word in small letters without the marks around it.
fn bare(word: &str) -> String {
    lower(word.trim_matches([',', ';', ':', '.', '(', ')', '“', '”', '"']))
}

/// `word` between the marks that stand around its source.
fn with_marks(source: &str, word: &str) -> String {
    let marks = |c: char| matches!(c, ',' | ';' | ':' | '.' | '(' | ')' | '“' | '”' | '"');
    let start = source.len() - source.trim_start_matches(marks).len();
    let end = source.trim_end_matches(marks).len();
    format!("{}{word}{}", &source[..start], &source[end.max(start)..])
}

/// Whether a word has no vowel: MTTQ, HĐND.
fn is_abbreviation(word: &str) -> bool {
    let known = ["ubnd", "ubmttq", "cđcs", "lđlđ", "thcs", "thpt", "bch"];
    let consonants = |c: char| "bcdđghklmnpqrstvx".contains(c);
    known.contains(&word) || word.chars().count() > 1 && word.chars().all(consonants)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_named_in_capitals_is_written_as_inside_a_sentence() {
        for (name, expected) in [
            (
                "BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM TỈNH NAM ĐỊNH",
                "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Nam Định",
            ),
            ("ĐẢNG ỦY KHỐI CÁC CƠ QUAN", "Đảng ủy Khối các cơ quan"),
            ("HĐND THÀNH PHỐ HỒ CHÍ MINH", "HĐND Thành phố Hồ Chí Minh"),
            ("Trường Tiểu học Lương Minh", "Trường Tiểu học Lương Minh"),
            ("", ""),
        ] {
            assert_eq!(official_case(name), expected);
        }
    }

    /// The place where one break costs least.
    fn best(name: &str) -> String {
        let words: Vec<&str> = name.split(' ').collect();
        let costs = break_costs(&words);
        let at = (0..costs.len()).min_by_key(|at| costs[*at]).unwrap();
        words[at + 1..].join(" ")
    }

    #[test]
    fn a_name_breaks_before_its_unit_and_never_inside_what_is_read_together() {
        assert_eq!(best("ỦY BAN MTTQ VIỆT NAM TỈNH NAM ĐỊNH"), "TỈNH NAM ĐỊNH");
        assert_eq!(best("ĐẢNG ỦY XÃ LƯƠNG MINH"), "XÃ LƯƠNG MINH");
        assert_eq!(best("PHÒNG VĂN HÓA - XÃ HỘI XÃ BA LÒNG"), "XÃ BA LÒNG");
        let words = ["ỦY", "BAN", "NHÂN", "DÂN", "XÃ", "LƯƠNG", "MINH"];
        let torn: Vec<bool> = break_costs(&words).iter().map(|cost| *cost >= 50).collect();
        assert_eq!(torn, [true, true, true, false, true, true]);
    }
}
