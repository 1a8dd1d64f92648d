//! What was lost in all rounds, to be read by people.

use std::fmt;
use std::time::Duration;

use crate::desk::Outcome;
use crate::round::Round;

/// What the rounds of one browser came to.
pub struct Distribution {
    rounds: Vec<(Round, Outcome)>,
}

/// Where the lines of the histogram end, in milliseconds.
const ENDS: [u128; 12] = [250, 500, 750, 1_000, 1_250, 1_500, 1_750, 2_000, 4_000, 8_000, 16_000, u128::MAX];

/// More than this is counted apart.
const MUCH: Duration = Duration::from_secs(2);

impl Distribution {
    pub fn new() -> Distribution {
        Distribution { rounds: Vec::new() }
    }

    pub fn add(&mut self, round: &Round, outcome: Outcome) {
        self.rounds.push((round.clone(), outcome));
    }

    /// Whether every round found its draft again, with no more lost than this.
    pub fn all_within(&self, limit: Duration) -> bool {
        self.rounds
            .iter()
            .all(|(_, outcome)| matches!(outcome, Outcome::Found { lost, .. } if *lost <= limit))
    }

    /// What the rounds lost that found their draft again, the least first.
    fn lost(&self) -> Vec<Duration> {
        let lost = self.rounds.iter().filter_map(|(_, outcome)| match outcome {
            Outcome::Found { lost, .. } => Some(*lost),
            Outcome::Gone(_) => None,
        });
        let mut lost: Vec<Duration> = lost.collect();
        lost.sort();
        lost
    }
}

impl fmt::Display for Distribution {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lost = self.lost();
        let two_tabs = self.rounds.iter().filter(|(round, _)| round.two_tabs).count();
        writeln!(out, "  rounds: {}, of them with two tabs: {two_tabs}", self.rounds.len())?;
        if let Some(last) = lost.len().checked_sub(1) {
            let at = |share: usize| lost[(last * share).div_ceil(100)].as_millis();
            let [min, median, p90, max] = [0, 50, 90, 100].map(at);
            writeln!(out, "  lost typing, ms: min {min}, median {median}, p90 {p90}, max {max}")?;
        }
        let mut begin = 0;
        for end in ENDS {
            let count = lost.iter().filter(|lost| (begin..end).contains(&lost.as_millis())).count();
            let name = if end == u128::MAX { format!("{begin} –") } else { format!("{begin} – {end}") };
            writeln!(out, "  {name:>14} {count:>4} {}", "█".repeat(count))?;
            begin = end;
        }
        let much = lost.iter().filter(|lost| **lost > MUCH).count();
        writeln!(out, "  rounds that lost more than {} ms: {much}", MUCH.as_millis())?;
        let gone = self.rounds.len() - lost.len();
        writeln!(out, "  rounds whose draft was gone or could not be opened: {gone}")?;
        for (number, (round, outcome)) in self.rounds.iter().enumerate() {
            let what = match outcome {
                Outcome::Found { lost, .. } if *lost <= MUCH => continue,
                Outcome::Found { typed, survived, lost } => {
                    format!("lost {} ms, {survived} of {typed} keys are there", lost.as_millis())
                }
                Outcome::Gone(what) => what.clone(),
            };
            let (beginning, typing) = (round.beginning, round.typing.as_millis());
            let tabs = if round.two_tabs { ", two tabs" } else { "" };
            writeln!(out, "  round {number}: {beginning:?}{tabs}, killed after {typing} ms: {what}")?;
        }
        Ok(())
    }
}
