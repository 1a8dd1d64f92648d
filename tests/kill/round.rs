//! What happens in each round, before any is played.

use std::time::Duration;

use crate::chance::Chance;

/// What is typed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// The first draft of a browser that was never used.
    NewProfile,
    /// A new draft beside those there.
    NewDraft,
    /// The draft of the round before, as it was found again.
    SameDraft,
}

/// One round.
#[derive(Clone, Debug)]
pub struct Round {
    pub beginning: Beginning,
    /// Whether the draft is open in a second tab too.
    pub two_tabs: bool,
    /// From the first key to the end of the browser.
    pub typing: Duration,
}

/// What a round begins with and whether a second tab is open, over and over.
const PATTERN: [(Beginning, bool); 8] = [
    (Beginning::NewProfile, false),
    (Beginning::SameDraft, true),
    (Beginning::NewDraft, false),
    (Beginning::SameDraft, false),
    (Beginning::SameDraft, true),
    (Beginning::SameDraft, false),
    (Beginning::SameDraft, true),
    (Beginning::SameDraft, false),
];

const SHORTEST: Duration = Duration::from_millis(200);

/// A new draft is killed within its first seconds.
const LONGEST_NEW: Duration = Duration::from_secs(3);

/// So many rounds, of which the longest type this long.
pub fn rounds(count: usize, longest: Duration, chance: &mut Chance) -> Vec<Round> {
    let pattern = || PATTERN.into_iter().cycle().take(count);
    let new = pattern().filter(|(beginning, _)| *beginning != Beginning::SameDraft).count();
    let mut of_new = moments(new, LONGEST_NEW, chance);
    let mut of_same = moments(count - new, longest, chance);
    let rounds = pattern().map(|(beginning, two_tabs)| {
        let moments = if beginning == Beginning::SameDraft { &mut of_same } else { &mut of_new };
        Round { beginning, two_tabs, typing: moments.pop().expect("a moment for each round") }
    });
    rounds.collect()
}

/// Moments by chance, one in each of `count` equal parts of the time, so that few rounds see all of it too.
fn moments(count: usize, longest: Duration, chance: &mut Chance) -> Vec<Duration> {
    let part = (longest - SHORTEST).div_f64(count.max(1) as f64);
    let begin = |at: usize| SHORTEST + part.mul_f64(at as f64);
    let mut moments: Vec<Duration> = (0..count).map(|at| chance.between(begin(at), begin(at + 1))).collect();
    chance.shuffle(&mut moments);
    moments
}
