//! The list, out of the file that `tools/pack-units.mjs` writes.
//!
//! A line without a colon is a province as it is written inside a sentence; the lines below it
//! are its communes, a common noun each: `xã:Lương Minh,Tam Quang`.

use std::sync::LazyLock;

use super::Unit;
use crate::vietnamese::ascii;

const FILE: &str = include_str!("../../assets/units.txt");

/// A unit with its words as a search compares them.
pub(super) struct Row {
    pub unit: Unit,
    /// Noun and name, of letters and digits only.
    pub words: Vec<String>,
    /// How many of these are of the noun.
    pub noun: usize,
    /// The place of its province among the provinces; its own if it is one.
    pub province: usize,
}

/// All units, the provinces first.
pub(super) static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let (mut provinces, mut communes) = (Vec::new(), Vec::new());
    let mut province = "";
    for line in FILE.lines() {
        match line.split_once(':') {
            None => {
                province = line;
                let noun = ["tỉnh ", "thành phố "].into_iter().find(|noun| line.starts_with(noun));
                let name = line.strip_prefix(noun.unwrap_or_default()).unwrap_or(line);
                let unit = Unit { noun: noun.unwrap_or_default().trim_end(), name, province: None };
                provinces.push(row(unit, provinces.len()));
            }
            Some((noun, names)) => {
                let at = provinces.len().saturating_sub(1);
                let unit = |name| Unit { noun, name, province: Some(province) };
                communes.extend(names.split(',').map(|name| row(unit(name), at)));
            }
        }
    }
    provinces.append(&mut communes);
    provinces
});

fn row(unit: Unit, province: usize) -> Row {
    let noun = words(unit.noun);
    let count = noun.len();
    Row { unit, words: noun.into_iter().chain(words(unit.name)).collect(), noun: count, province }
}

/// The words of a text as a search compares them. An apostrophe joins: Ea H’leo is found by `hleo`.
pub(super) fn words(text: &str) -> Vec<String> {
    let plain = ascii(text).replace(['\'', '’', '‘'], "");
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
