//! Two histories of one draft as one.

use serde_json::Value;

use super::{History, State};
use crate::draft::{Delta, sum};
use crate::order;
use crate::plan::json_text;

impl History {
    /// Adds a plan as the last state where the last one is another.
    pub fn ensure(&mut self, rev: u64, saved_at: &str, plan: &Value) {
        if self.last_sum() != Some(&sum(&json_text(plan))) {
            self.push(rev, saved_at, plan);
        }
    }

    /// The checksum of the last state's plan.
    pub fn last_sum(&self) -> Option<&str> {
        self.states.last().map(|last| &*last.sum)
    }

    /// Whether each state of `other` is in this one, too, with its name.
    pub fn contains(&self, other: &History) -> bool {
        let holds = |state: &State| {
            let same = self.states.iter().filter(|own| own.is(state));
            same.clone().count() > 0
                && (state.name.is_empty() || same.into_iter().any(|own| !own.name.is_empty()))
        };
        other.states.iter().all(holds)
    }

    /// The states of both in the order of their times, each once. Revisions that two states have in
    /// common are counted on, so that they ascend.
    pub fn merged(&self, other: &History) -> Option<History> {
        let (own, others) = (self.states.iter().zip(self.plans()), other.states.iter().zip(other.plans()));
        let mut all: Vec<(State, Value)> = own.map(|(state, plan)| (state.clone(), plan)).collect();
        for (state, plan) in others {
            match all.iter_mut().find(|(own, _)| own.is(state)) {
                Some((own, _)) if own.name.is_empty() => own.name = state.name.clone(),
                Some(_) => {}
                None => all.push((state.clone(), plan)),
            }
        }
        order::sort_by(&mut all, |(a, _), (b, _)| a.saved_at.cmp(&b.saved_at));
        let mut all = all.into_iter();
        let (first, plan) = all.next()?;
        let (mut before, mut rev) = (plan.clone(), first.rev);
        let mut states = vec![State { delta: Delta::default(), ..first }];
        for (state, plan) in all {
            rev = state.rev.max(rev + 1);
            states.push(State { rev, delta: Delta::between(&before, &plan), ..state });
            before = plan;
        }
        Some(History { plan, states })
    }
}

impl State {
    /// Whether this is the same state of the same plan.
    fn is(&self, other: &State) -> bool {
        self.saved_at == other.saved_at && self.sum == other.sum
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn history(subjects: &[(u64, &str, &str)]) -> History {
        let plan = |subject: &str| json!({ "subject": subject });
        let (rev, at, subject) = subjects[0];
        let mut history = History::begin(rev, at, plan(subject));
        for (rev, at, subject) in &subjects[1..] {
            history.push(*rev, at, &plan(subject));
        }
        history
    }

    #[test]
    fn histories_that_parted_hold_the_states_of_both_in_order_and_each_once() {
        let mut here = history(&[(1, "08:00", "chung"), (2, "08:10", "ở đây"), (3, "08:30", "ở đây, sau")]);
        let mut there = history(&[(1, "08:00", "chung"), (2, "08:20", "trong tệp")]);
        there.name(1, "bản đầu");
        here.name(3, "bản trình");
        let merged = here.merged(&there).unwrap();
        let (base, steps) = merged.write();
        let read = History::read(&base, &steps).unwrap();
        assert_eq!(read, merged, "it is read as it was written");
        let subjects: Vec<_> =
            read.plans().map(|plan| plan["subject"].as_str().unwrap().to_owned()).collect();
        assert_eq!(subjects, ["chung", "ở đây", "trong tệp", "ở đây, sau"]);
        assert_eq!(read.states().iter().map(|state| state.rev).collect::<Vec<_>>(), [1, 2, 3, 4]);
        let names: Vec<_> = read.states().iter().map(|state| state.name.as_str()).collect();
        assert_eq!(names, ["bản đầu", "", "", "bản trình"]);
        assert!(merged.contains(&here) && merged.contains(&there));
        assert!(!here.contains(&there));
        assert_eq!(merged.merged(&there), Some(merged.clone()), "nothing is added twice");
    }
}
