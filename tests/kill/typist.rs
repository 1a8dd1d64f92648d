//! Someone who types numbers, key by key, until the browser is gone.

use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::chance::Chance;
use crate::driving::Browser;

/// Five to ten keys a second.
const GAPS: [Duration; 2] = [Duration::from_millis(100), Duration::from_millis(200)];

/// How many words the texts of two drafts lie apart.
const APART: usize = 1_000;

/// What is typed into one draft, without end: words of five digits, each one more than the last. No two
/// drafts have a word in common, and what a text of so many keys is, is known.
#[derive(Clone, Copy, Debug)]
pub struct Text {
    /// Which draft of its browser it is, from 0.
    pub draft: usize,
}

impl Text {
    /// The key at this place, from 0.
    fn key(self, at: usize) -> char {
        let word = format!("{:05} ", self.draft * APART + at / 6 + 1);
        char::from(word.as_bytes()[at % 6])
    }

    /// What these many keys give.
    pub fn after(self, keys: usize) -> String {
        (0..keys).map(|at| self.key(at)).collect()
    }
}

/// Types on from the key at `from` until the browser takes no more: when each key was about to be struck,
/// and when the browser was found gone.
pub fn type_on(browser: &Browser, text: Text, from: usize, chance: &mut Chance) -> (Vec<Instant>, Instant) {
    let mut times = Vec::new();
    loop {
        let now = Instant::now();
        times.push(now);
        if browser.strike(text.key(from + times.len() - 1)).is_err() {
            return (times, Instant::now());
        }
        let next = now + chance.between(GAPS[0], GAPS[1]);
        sleep(next.saturating_duration_since(Instant::now()));
    }
}
