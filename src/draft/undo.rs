//! Steps that can be taken back while a draft is open.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::plan::Plan;

/// How many steps can be taken back.
const MOST: usize = 200;

/// States of the plan: those before, the one that stands, and those that were undone.
pub struct Undo {
    past: VecDeque<Arc<Plan>>,
    now: Arc<Plan>,
    future: Vec<Arc<Plan>>,
}

impl Undo {
    /// Nothing to take back yet; this plan stands.
    pub fn new(plan: Arc<Plan>) -> Undo {
        Undo { past: VecDeque::new(), now: plan, future: Vec::new() }
    }

    /// Notes a state of the plan, unless it is the one that stands.
    pub fn note(&mut self, plan: &Arc<Plan>) {
        if self.now == *plan {
            return;
        }
        self.past.push_back(std::mem::replace(&mut self.now, Arc::clone(plan)));
        self.future.clear();
        if self.past.len() > MOST {
            self.past.pop_front();
        }
    }

    /// Puts a state in the place of the one that stands: it belongs to the same step.
    pub fn amend(&mut self, plan: &Plan) {
        self.now = Arc::new(plan.clone());
    }

    /// Whether there is a state before.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a state that was undone.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// The step that would be taken back: the state before it and that after.
    pub fn last(&self) -> Option<[&Plan; 2]> {
        self.past.back().map(|before| [&**before, &*self.now])
    }

    /// The step that would be taken again: the state before it and that after.
    pub fn next(&self) -> Option<[&Plan; 2]> {
        self.future.last().map(|after| [&*self.now, &**after])
    }

    /// Goes to the state before.
    pub fn undo(&mut self) -> Option<Arc<Plan>> {
        let before = self.past.pop_back()?;
        self.future.push(std::mem::replace(&mut self.now, before));
        Some(Arc::clone(&self.now))
    }

    /// Goes to the state that was undone last.
    pub fn redo(&mut self) -> Option<Arc<Plan>> {
        let after = self.future.pop()?;
        self.past.push_back(std::mem::replace(&mut self.now, after));
        Some(Arc::clone(&self.now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(subject: &str) -> Arc<Plan> {
        Arc::new(Plan { subject: subject.into(), ..Plan::default() })
    }

    #[test]
    fn steps_are_taken_back_and_taken_again_in_order() {
        let mut undo = Undo::new(plan("a"));
        undo.note(&plan("b"));
        undo.note(&plan("b"));
        undo.note(&plan("c"));
        assert_eq!(undo.undo(), Some(plan("b")));
        assert_eq!(undo.undo(), Some(plan("a")), "a state noted twice is one step");
        assert_eq!(undo.undo(), None);
        assert_eq!(undo.next(), Some([&*plan("a"), &*plan("b")]));
        assert_eq!(undo.redo(), Some(plan("b")));
        undo.note(&plan("d"));
        assert!(!undo.can_redo(), "a new step forgets what was undone");
    }

    #[test]
    fn what_follows_from_a_step_is_taken_back_with_it() {
        let mut undo = Undo::new(plan("a"));
        undo.note(&plan("b"));
        undo.amend(&plan("b and more"));
        assert_eq!(undo.undo(), Some(plan("a")));
        assert_eq!(undo.redo(), Some(plan("b and more")));
    }

    #[test]
    fn at_least_two_hundred_steps_can_be_taken_back() {
        let mut undo = Undo::new(plan("0"));
        (1..=300).for_each(|step| undo.note(&plan(&step.to_string())));
        let back = std::iter::from_fn(|| undo.undo()).count();
        assert_eq!(back, 200);
    }
}
