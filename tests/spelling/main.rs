//! How much of what is written wrong is found, and how much that is right: real plans, the texts of the
//! law and of the product, as they are and with slips put in.
//!
//! `cargo test --test spelling -- --nocapture` prints what was measured.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod texts;

use std::collections::BTreeMap;

use ke_hoach::check::Paragraph;
use ke_hoach::check::spelling::{shape, slips};
use ke_hoach::vietnamese::is_syllable;

/// What is told of a paragraph: the words that are wrong, each with what was meant.
fn told(paragraph: &Paragraph) -> Vec<(std::ops::Range<usize>, String)> {
    let found = slips::find(paragraph);
    let slips = found.slips.into_iter().chain(found.doubtful).map(|slip| (slip.range, slip.word));
    let odd = shape::find(paragraph).into_iter().map(|odd| (odd.range, String::new()));
    slips.chain(odd).collect()
}

#[test]
fn little_is_told_of_what_is_right() {
    for (name, paragraphs) in texts::all() {
        let words: usize = paragraphs.iter().map(|paragraph| paragraph.words.len()).sum();
        let mut seen: BTreeMap<(String, String), usize> = BTreeMap::new();
        for paragraph in &paragraphs {
            for (range, meant) in told(paragraph) {
                *seen.entry((paragraph.text[range].to_owned(), meant)).or_default() += 1;
            }
        }
        let own = ["json", "phrases.txt"].iter().any(|ending| name.ends_with(ending));
        assert!(!own || seen.is_empty(), "{name} is the product's own: {seen:?}");
        assert!(seen.values().sum::<usize>() * 400 <= words, "{name}: {seen:?}");
        println!("{name}: {words} words, {} told: {seen:?}", seen.values().sum::<usize>());
    }
}

#[test]
fn most_slips_are_found() {
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = |below: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        usize::try_from(random >> 33).unwrap() % below.max(1)
    };
    let mut counts: BTreeMap<&str, (usize, usize, usize)> = BTreeMap::new();
    for (_, paragraphs) in texts::all() {
        for paragraph in paragraphs.iter().filter(|paragraph| paragraph.words.len() > 6) {
            for (kind, make) in texts::SLIPS {
                let at = next(paragraph.words.len());
                let word = &paragraph.words[at];
                let written = &paragraph.text[word.at.clone()];
                if *written != word.small || word.small.chars().count() < 2 || !is_syllable(&word.small) {
                    continue;
                }
                let Some(wrong) = make(&word.small, &mut next) else { continue };
                let text =
                    [&paragraph.text[..word.at.start], &wrong, &paragraph.text[word.at.end..]].concat();
                let slipped = texts::paragraph(&text);
                let place = word.at.start..word.at.start + wrong.len();
                let hits: Vec<_> = told(&slipped)
                    .into_iter()
                    .filter(|(range, _)| range.start < place.end && place.start < range.end)
                    .collect();
                let count = counts.entry(kind).or_default();
                count.0 += 1;
                count.1 += usize::from(!hits.is_empty());
                count.2 +=
                    usize::from(hits.iter().any(|(_, meant)| meant.split(' ').any(|own| own == word.small)));
            }
        }
    }
    for (kind, (made, found, meant)) in &counts {
        let least = if *kind == "mark" { 75 } else { 55 };
        assert!(found * 100 >= made * least, "{kind}: {found} of {made}");
        println!(
            "{kind}: {made} made, {} % found, {} % with the word that was meant",
            found * 100 / made,
            meant * 100 / made
        );
    }
}
