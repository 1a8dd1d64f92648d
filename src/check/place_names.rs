//! The communes and provinces that a paragraph names.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::{Deref, Range};
use std::rc::Rc;

use super::manuscript::Word;
use crate::format::place_name;
use crate::unit;
use crate::vietnamese::{lower, second_vowel_tones};

/// A unit that a text names behind its noun: `xã Lương Minh`, `Tỉnh ủy Quảng Ninh`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceName {
    /// The noun in small letters.
    pub noun: &'static str,
    /// The name as it stands there.
    pub name: String,
    /// Noun and name.
    pub at: Range<usize>,
    /// What units have this name.
    units: Rc<Units>,
}

/// What units have a name.
#[derive(Debug, PartialEq, Eq)]
pub struct Units {
    /// Whether a province has it, or had it before provinces were merged.
    pub is_province: bool,
    /// The provinces that have a commune of this name.
    pub communes_in: Vec<String>,
    /// The nouns that such communes have.
    pub communes_as: Vec<&'static str>,
}

impl Deref for PlaceName {
    type Target = Units;

    fn deref(&self) -> &Units {
        &self.units
    }
}

thread_local! {
    /// The names that were looked up: a text names the same places over and over.
    static SEEN: RefCell<BTreeMap<String, Rc<Units>>> = const { RefCell::new(BTreeMap::new()) };
}

/// So many names are remembered.
const MOST: usize = 2_000;

fn units_named(name: &str) -> Rc<Units> {
    SEEN.with_borrow_mut(|seen| {
        if let Some(units) = seen.get(name) {
            return units.clone();
        }
        if seen.len() >= MOST {
            seen.clear();
        }
        let own = comparable(name);
        let communes = unit::communes_named(name).filter(|unit| comparable(unit.name()) == own);
        let (communes_in, communes_as) =
            communes.map(|unit| (place_of(unit.province().unwrap_or_default()), unit.noun())).unzip();
        let units = Rc::new(Units { is_province: province_now(name).is_some(), communes_in, communes_as });
        seen.insert(name.to_owned(), units.clone());
        units
    })
}

/// The nouns of communes.
pub const COMMUNES: [&str; 3] = ["xã", "phường", "đặc khu"];
/// The nouns of provinces, and of what the Party has there.
const PROVINCES: [&str; 4] = ["tỉnh", "thành phố", "tỉnh ủy", "thành ủy"];

/// The most words of the name of a unit.
const LONGEST: usize = 5;

/// Provinces that were merged into another (Nghị quyết số 202/2025/QH15), and its name.
pub const GONE: [(&str, &str); 29] = [
    ("Hà Giang", "tỉnh Tuyên Quang"),
    ("Yên Bái", "tỉnh Lào Cai"),
    ("Bắc Kạn", "tỉnh Thái Nguyên"),
    ("Vĩnh Phúc", "tỉnh Phú Thọ"),
    ("Hòa Bình", "tỉnh Phú Thọ"),
    ("Bắc Giang", "tỉnh Bắc Ninh"),
    ("Thái Bình", "tỉnh Hưng Yên"),
    ("Hải Dương", "thành phố Hải Phòng"),
    ("Hà Nam", "tỉnh Ninh Bình"),
    ("Nam Định", "tỉnh Ninh Bình"),
    ("Quảng Bình", "tỉnh Quảng Trị"),
    ("Quảng Nam", "thành phố Đà Nẵng"),
    ("Kon Tum", "tỉnh Quảng Ngãi"),
    ("Bình Định", "tỉnh Gia Lai"),
    ("Ninh Thuận", "tỉnh Khánh Hòa"),
    ("Đắk Nông", "tỉnh Lâm Đồng"),
    ("Bình Thuận", "tỉnh Lâm Đồng"),
    ("Phú Yên", "tỉnh Đắk Lắk"),
    ("Bà Rịa - Vũng Tàu", "Thành phố Hồ Chí Minh"),
    ("Bình Dương", "Thành phố Hồ Chí Minh"),
    ("Bình Phước", "tỉnh Đồng Nai"),
    ("Long An", "tỉnh Tây Ninh"),
    ("Sóc Trăng", "thành phố Cần Thơ"),
    ("Hậu Giang", "thành phố Cần Thơ"),
    ("Bến Tre", "tỉnh Vĩnh Long"),
    ("Trà Vinh", "tỉnh Vĩnh Long"),
    ("Tiền Giang", "tỉnh Đồng Tháp"),
    ("Bạc Liêu", "tỉnh Cà Mau"),
    ("Kiên Giang", "tỉnh An Giang"),
];

/// A name as it is compared: whatever its case and where its tone marks stand.
pub fn comparable(name: &str) -> String {
    let plain = second_vowel_tones(&lower(name)).replace(['\'', '’', '-'], " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The province of today that a province, of today or before, is or belongs to; without its noun.
pub fn province_now(name: &str) -> Option<String> {
    let wanted = comparable(name);
    let gone = GONE.iter().find(|(gone, _)| comparable(gone) == wanted).map(|(_, now)| place_of(now));
    gone.or_else(|| {
        let today = unit::province(name).or_else(|| unit::province(&format!("Thành phố {name}")))?;
        Some(place_of(&today.written())).filter(|own| comparable(own) == wanted)
    })
}

/// A unit without its noun.
fn place_of(unit: &str) -> String {
    unit.strip_prefix("Thành phố ").map_or_else(|| place_name(unit), str::to_owned)
}

/// Every unit that a text names behind its noun, in order.
pub fn find(text: &str, words: &[Word]) -> Vec<PlaceName> {
    let mut found = Vec::new();
    let is_first = |word: &Word| matches!(word.small.as_str(), "xã" | "phường" | "đặc" | "tỉnh" | "thành");
    for at in (0..words.len()).filter(|at| is_first(&words[*at])) {
        // "thị xã" and "thành phố thuộc tỉnh" are other nouns.
        let before = at.checked_sub(1).and_then(|at| words.get(at)).map_or("", |word| word.small.as_str());
        let Some((noun, count)) = noun_at(words, at).filter(|_| before != "thị") else { continue };
        let names = names(text, words, at + count);
        let Some(longest) = names.last() else { continue };
        // Of the capitals as many as make a name, else all of them.
        let read = |end: &usize| {
            let name =
                text.get(words[at + count].at.start..*end)?.split_whitespace().collect::<Vec<_>>().join(" ");
            Some(PlaceName { noun, at: words[at].at.start..*end, units: units_named(&name), name })
        };
        let known = |unit: &PlaceName| {
            if COMMUNES.contains(&noun) {
                !unit.communes_in.is_empty()
            } else {
                unit.is_province || !unit.communes_in.is_empty()
            }
        };
        let unit = names.iter().rev().filter_map(read).find(known).or_else(|| read(longest));
        found.extend(unit);
    }
    found
}

fn noun_at(words: &[Word], at: usize) -> Option<(&'static str, usize)> {
    let all = COMMUNES.into_iter().chain(PROVINCES);
    let fits = |noun: &&str| {
        noun.split(' ')
            .enumerate()
            .all(|(by, part)| words.get(at + by).is_some_and(|word| word.small == part))
    };
    all.filter(fits).map(|noun| (noun, noun.split(' ').count())).max_by_key(|(_, count)| *count)
}

/// Where names that begin with a word may end: behind each of the capitals that follow each other.
fn names(text: &str, words: &[Word], start: usize) -> Vec<usize> {
    let mut ends = Vec::new();
    for at in start..(start + LONGEST).min(words.len()) {
        let word = &words[at];
        let Some(before) = at.checked_sub(1).and_then(|at| words.get(at)) else { break };
        let joint = text.get(before.at.end..word.at.start).unwrap_or_default();
        let joined = joint == " " || (at > start && matches!(joint, " - " | "-" | "'" | "’"));
        if !joined || !text[word.at.clone()].starts_with(char::is_uppercase) {
            break;
        }
        ends.push(word.at.end);
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn provinces_that_are_gone_are_none_of_today_and_became_one_of_today() {
        for (gone, now) in GONE {
            assert_eq!(unit::province(gone), None, "{gone}");
            assert_eq!(unit::province(now).map(|unit| unit.written()).as_deref(), Some(now));
        }
    }
}
