//! The states that a draft had.

mod merge;

use serde_json::{Value, json};

use crate::draft::{Delta, sum};
use crate::plan::json_text;

/// As many of the last states are kept whatever their age.
const LATEST: usize = 20;

/// Beyond these, states are kept further apart the older they are: how many letters of their
/// times have to differ (`2026-11-21T08:0`: ten minutes, an hour, a day, a month), and how many are kept
/// so. Times are not reckoned with, as clocks are set back and forth: states stand in the
/// order in which they were kept.
const APART: [(usize, usize); 4] = [(15, 24), (13, 24), (10, 60), (7, usize::MAX)];

/// The room for the further states beside the oldest, in bytes, or half of that one where it is
/// more. A browser holds 5 MB for all drafts.
const ROOM: usize = 30_000;

/// The states that a draft had, the oldest whole and each further one as what changed.
///
/// It stands on its own: while it can be read, so can every state, whatever became of the draft.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    plan: Value,
    states: Vec<State>,
}

/// A state that a draft had.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The revision of the draft.
    pub rev: u64,
    /// When it was kept, UTC.
    pub saved_at: String,
    /// The name that the user gave it, or none.
    pub name: String,
    sum: String,
    delta: Delta,
}

impl State {
    fn new(rev: u64, saved_at: &str, sum: String) -> State {
        State { rev, saved_at: saved_at.into(), name: String::new(), sum, delta: Delta::default() }
    }

    /// Makes the plan of the state out of that before it; gives back whether it is the one that
    /// was kept.
    fn follow(&self, plan: &mut Value) -> bool {
        self.delta.apply(plan).is_ok() && sum(&json_text(plan)) == self.sum
    }

    /// The state as one line of text.
    fn write(&self, with: (&str, Value)) -> String {
        let mut line = json!({"rev": self.rev, "at": self.saved_at, "sum": self.sum});
        if !self.name.is_empty() {
            line["name"] = self.name.as_str().into();
        }
        let (name, value) = with;
        line[name] = value;
        json_text(&line)
    }

    /// The checksum of the last state's plan, without reading the others.
    pub(super) fn last_sum(base: &str, steps: &str) -> Option<String> {
        let last = steps.lines().next_back().unwrap_or(base);
        State::read(last).map(|(state, _)| state.sum)
    }

    fn line(&self) -> String {
        self.write(("changes", self.delta.write()))
    }

    /// Reads a line; what it says besides is given, too.
    fn read(line: &str) -> Option<(State, Value)> {
        let mut line: Value = serde_json::from_str(line).ok()?;
        let text = |name: &str| line.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let state = State {
            rev: line.get("rev")?.as_u64()?,
            saved_at: text("at"),
            name: text("name"),
            sum: text("sum"),
            delta: Delta::read(line.get("changes").cloned().unwrap_or_else(|| json!([])))?,
        };
        Some((state, line.get_mut("plan").map(Value::take).unwrap_or_default()))
    }
}

/// The line of a state with what changed since the one before. `sum` is its plan's checksum.
pub(super) fn line(rev: u64, saved_at: &str, delta: Delta, sum: String) -> String {
    State { delta, ..State::new(rev, saved_at, sum) }.line()
}

impl History {
    /// A history that begins with this plan.
    pub fn begin(rev: u64, saved_at: &str, plan: Value) -> History {
        let states = vec![State::new(rev, saved_at, sum(&json_text(&plan)))];
        History { plan, states }
    }

    /// Reads what [`History::write`] wrote, as far as it can be read; nothing where even the oldest
    /// state cannot.
    pub fn read(base: &str, steps: &str) -> Option<History> {
        let mut history = History::read_unchecked(base, steps)?;
        // What does not lead to the plan that was kept is of another history.
        let mut plan = history.plan.clone();
        let sound = history.states.iter().take_while(|state| state.follow(&mut plan)).count();
        history.states.truncate(sound);
        (sound > 0).then_some(history)
    }

    /// The same for who knows what was kept: whether each state is what its checksum says is not
    /// looked at, which takes longer than all else.
    pub(super) fn read_unchecked(base: &str, steps: &str) -> Option<History> {
        let (first, plan) = State::read(base)?;
        if !plan.is_object() {
            return None;
        }
        let mut history = History { plan, states: vec![first] };
        for line in steps.lines() {
            let Some((state, _)) = State::read(line) else { break };
            // The oldest states are taken into the base first, and then out of the steps.
            if history.states.first().is_some_and(|first| state.rev > first.rev) {
                history.states.push(state);
            }
        }
        Some(history)
    }

    /// When the oldest state was kept, without reading the whole of it: the fields of JSON stand in
    /// the order of their names.
    pub(super) fn since(base: &str) -> Option<&str> {
        base.strip_prefix(r#"{"at":""#)?.split('"').next()
    }

    /// The history as text: the oldest state, and the others a line each.
    pub fn write(&self) -> (String, String) {
        let base = self.states.first().map(|first| first.write(("plan", self.plan.clone())));
        (base.unwrap_or_default(), self.steps())
    }

    /// The states beside the oldest, a line each.
    pub(super) fn steps(&self) -> String {
        self.states.iter().skip(1).map(|state| state.line() + "\n").collect()
    }

    /// The states, the oldest first.
    pub fn states(&self) -> &[State] {
        &self.states
    }

    /// The plans of the states, the oldest first.
    pub fn plans(&self) -> impl Iterator<Item = Value> {
        let mut plan = self.plan.clone();
        self.states.iter().map_while(move |state| state.follow(&mut plan).then(|| plan.clone()))
    }

    /// The last state and its plan.
    pub fn last(&self) -> Option<(&State, Value)> {
        let mut plan = self.plan.clone();
        self.states.iter().try_for_each(|state| state.delta.apply(&mut plan)).ok()?;
        Some((self.states.last()?, plan))
    }

    /// Adds a state with its plan.
    pub fn push(&mut self, rev: u64, saved_at: &str, plan: &Value) {
        let Some((_, before)) = self.last() else { return };
        let delta = Delta::between(&before, plan);
        self.states.push(State { delta, ..State::new(rev, saved_at, sum(&json_text(plan))) });
    }

    /// Names a state, or takes its name away.
    pub fn name(&mut self, rev: u64, name: &str) {
        for state in self.states.iter_mut().filter(|state| state.rev == rev) {
            state.name = name.trim().to_owned();
        }
    }

    /// Leaves out states: of the older ones those that are close together, and then the oldest while
    /// there are too many. Never the [`LATEST`], nor one with a name while there is another to go.
    pub fn thin(&mut self) {
        if self.states.len() <= LATEST {
            return;
        }
        self.thin_by_age();
        let room = ROOM.max(json_text(&self.plan).len() / 2);
        let mut over = self.steps().len().saturating_sub(room);
        while over > 0 && self.states.len() > LATEST {
            // Counted with what the next state alone took: the next thinning makes up for the rest.
            let gone = self.states.get(1).map_or(0, |state| state.line().len());
            if !self.drop_oldest() {
                return;
            }
            over = over.saturating_sub(gone);
        }
    }

    /// Leaves out the oldest state without a name, or the oldest if all have names, and never the
    /// last. Gives back whether there was one.
    pub fn drop_oldest(&mut self) -> bool {
        let older = self.states.len().saturating_sub(1);
        let unnamed = self.states.iter().take(older).position(|state| state.name.is_empty());
        older > 0 && self.leave_out(unnamed.unwrap_or(0))
    }

    fn thin_by_age(&mut self) {
        let Some(older) = self.states.len().checked_sub(LATEST) else { return };
        let mut next = self.states.get(older).map(|state| state.saved_at.clone()).unwrap_or_default();
        let mut tiers = APART.into_iter();
        let Some((mut letters, mut left)) = tiers.next() else { return };
        for i in (0..older).rev() {
            let Some(state) = self.states.get(i) else { return };
            if state.saved_at.get(..letters) != next.get(..letters) {
                next = state.saved_at.clone();
                left -= 1;
                if left == 0
                    && let Some(tier) = tiers.next()
                {
                    (letters, left) = tier;
                }
            } else if state.name.is_empty() {
                self.leave_out(i);
            }
        }
    }

    /// Leaves out a state; the next one tells of its changes, too.
    fn leave_out(&mut self, i: usize) -> bool {
        if i + 1 >= self.states.len() {
            return false;
        }
        let gone = self.states.remove(i);
        let Some(next) = self.states.get_mut(i) else { return false };
        if i == 0 {
            // Its changes are none, as it is the whole plan; the next one becomes that.
            let delta = std::mem::take(&mut next.delta);
            return delta.apply(&mut self.plan).is_ok();
        }
        next.delta = gone.delta.then(std::mem::take(&mut next.delta));
        true
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn history(plans: &[Value], at: impl Fn(usize) -> String) -> History {
        let mut history = History::begin(1, &at(0), plans[0].clone());
        for (i, plan) in plans.iter().enumerate().skip(1) {
            history.push(i as u64 + 1, &at(i), plan);
        }
        history
    }

    fn subjects(count: usize) -> Vec<Value> {
        (0..count).map(|i| json!({"subject": format!("lần {i}"), "rows": [i]})).collect()
    }

    fn every_minute(i: usize) -> String {
        let (day, hour, minute) = (1 + i / 60 / 24, i / 60 % 24, i % 60);
        format!("2026-11-{day:02}T{hour:02}:{minute:02}:00.000Z")
    }

    #[test]
    fn a_history_reads_back_as_it_was_written() {
        let plans = subjects(5);
        let mut history = history(&plans, every_minute);
        history.name(3, " bản trình lãnh đạo ");
        let (base, steps) = history.write();
        assert_eq!(History::since(&base), Some(every_minute(0).as_str()));
        let again = History::read(&base, &steps).unwrap();
        assert_eq!(again, history);
        assert_eq!(again.plans().collect::<Vec<_>>(), plans);
        assert_eq!(again.states()[2].name, "bản trình lãnh đạo");
    }

    #[test]
    fn a_damaged_line_costs_what_is_behind_it_and_nothing_before() {
        let plans = subjects(5);
        let (base, steps) = history(&plans, every_minute).write();
        let cut = &steps[..steps.floor_char_boundary(steps.len() / 2)];
        let read = History::read(&base, cut).unwrap();
        assert_eq!(read.plans().collect::<Vec<_>>(), plans[..read.states().len()]);
        assert!((2..5).contains(&read.states().len()));
        let forged = steps.replacen("lần 2", "lần 9", 1);
        assert_eq!(History::read(&base, &forged).unwrap().states().len(), 2);
        assert_eq!(History::read(&base[..base.len() / 2], &steps), None);
    }

    #[test]
    fn steps_that_the_base_already_holds_are_passed_over() {
        let plans = subjects(5);
        let mut history = history(&plans, every_minute);
        let (_, steps) = history.write();
        history.drop_oldest();
        history.drop_oldest();
        let (base, _) = history.write();
        let read = History::read(&base, &steps).unwrap();
        assert_eq!(read.plans().collect::<Vec<_>>(), plans[2..]);
    }

    #[test]
    fn the_last_twenty_are_kept_and_older_ones_further_apart() {
        let count = 3_000;
        let mut history = history(&subjects(1), every_minute);
        for (i, plan) in subjects(count).iter().enumerate().skip(1) {
            history.states.push(State {
                delta: Delta::between(&subjects(i).pop().unwrap(), plan),
                ..State::new(i as u64 + 1, &every_minute(i), sum(&json_text(plan)))
            });
        }
        history.name(100, "bản trình lãnh đạo");
        history.thin();
        let revs: Vec<u64> = history.states().iter().map(|state| state.rev).collect();
        assert!(revs.ends_with(&(count as u64 - 19..=count as u64).collect::<Vec<_>>()));
        assert!(revs.contains(&100), "one with a name stays: {revs:?}");
        assert!((40..90).contains(&revs.len()), "{revs:?}");
        let apart: Vec<u64> = revs.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert!(apart[0] >= 60 && apart[apart.len() - 25] >= 10, "{apart:?}");
        assert_eq!(history.plans().count(), revs.len(), "all can still be read");
    }

    #[test]
    fn a_clock_that_goes_back_changes_nothing_of_the_order() {
        let plans = subjects(60);
        let mut history = history(&plans, |i| every_minute(100 - i));
        history.thin();
        assert_eq!(history.last().unwrap().1, plans[59]);
        assert!(history.states().is_sorted_by_key(|state| state.rev));
        assert!(history.states().len() < 60);
    }

    proptest! {
        #[test]
        fn whatever_is_left_out_the_others_stay_what_they_were(
            texts in prop::collection::vec((".{0,8}", prop::collection::vec(0..3_u8, 0..4)), 2..12),
            out in prop::collection::vec(any::<prop::sample::Index>(), 0..10),
        ) {
            let plans: Vec<Value> =
                texts.iter().map(|(text, rows)| json!({"subject": text, "rows": rows})).collect();
            let mut history = history(&plans, every_minute);
            for index in out {
                history.leave_out(index.index(history.states.len()));
            }
            let expected: Vec<Value> =
                history.states().iter().map(|state| plans[state.rev as usize - 1].clone()).collect();
            prop_assert_eq!(history.plans().collect::<Vec<_>>(), expected);
        }
    }
}
