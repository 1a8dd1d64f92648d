//! The phrases as they are written.

use super::Spot;
use crate::plan::SectionRole;

/// The data; its head says how it is written.
pub const DATA: &str = include_str!("../../../assets/phrases.txt");

/// A phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The parts of a plan into which it goes.
    pub spots: Vec<Spot>,
    /// The heading under which it stands.
    pub group: &'static str,
    /// The place of that heading.
    pub group_at: usize,
    /// What it is about.
    pub subject: &'static str,
    families: &'static str,
    words: &'static str,
    /// The sentence with its places.
    pub text: &'static str,
}

impl Entry {
    /// The families and kinds of bodies that write it; none where all do.
    pub fn families(&self) -> impl Iterator<Item = &'static str> + use<> {
        list(self.families)
    }

    /// What plans about its subject say in theirs, in small letters.
    pub fn words(&self) -> impl Iterator<Item = &'static str> + use<> {
        list(self.words)
    }
}

/// Every phrase, in the order of the file.
pub fn entries() -> impl Iterator<Item = Entry> {
    let (mut spots, mut group, mut group_at) = (Vec::new(), "", 0);
    let (mut subject, mut families, mut words) = ("", "", "");
    DATA.lines().filter_map(move |line| {
        if line.is_empty() || line.starts_with('#') {
        } else if let Some(head) = line.strip_prefix("== ") {
            let (keys, name) = head.split_once(": ").unwrap_or((head, ""));
            (spots, group, group_at) = (list(keys).filter_map(spot).collect(), name, group_at + 1);
        } else if let Some(head) = line.strip_prefix("-- ") {
            let (name, said) = head.split_once(": ").unwrap_or((head, ""));
            let (name, keys) = name.split_once(" @").unwrap_or((name, ""));
            (subject, families, words) = (name, keys, said);
        } else {
            let spots = spots.clone();
            return Some(Entry { spots, group, group_at, subject, families, words, text: line });
        }
        None
    })
}

fn list(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.split(", ").filter(|part| !part.is_empty())
}

fn spot(key: &str) -> Option<Spot> {
    Some(match key {
        "opening" => Spot::Opening,
        "purpose" => Spot::Section(SectionRole::Purpose),
        "content" => Spot::Section(SectionRole::Content),
        "organisation" => Spot::Section(SectionRole::Organisation),
        "closing" => Spot::Closing,
        _ => return None,
    })
}
