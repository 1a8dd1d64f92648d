//! Which tab owns a draft, where the browser has no locks: the owner's heart beats in the storage.
//!
//! ```text
//! ke-hoach/owner/<draft>/beat   <tab> <count>     the owner, and that it lives
//! ke-hoach/owner/<draft>/wish   <tab>             a tab that asks for the draft
//! ```
//!
//! The owner counts on. Who wants the draft looks whether the count stands still while it ticks
//! itself: times on a clock are compared nowhere, so a clock set back or forward changes nothing.

use super::{Drafts, Storage, keys};

/// An owner that was silent for so many ticks of another tab lives no more.
const SILENCE: u8 = 3;

/// Whose a draft is, as one tab sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// This tab's.
    Mine,
    /// This tab's, and another asks for it: keep what is typed, then [`Heartbeat::hand_over`].
    Asked,
    /// Another tab's.
    Theirs,
    /// Nobody's. This tab has put its name down; another may have done so at the same moment, so it
    /// is to look again soon.
    Free,
}

/// One tab's share in who owns a draft. It [ticks](Heartbeat::tick) about once a second, and
/// [looks](Heartbeat::look) whenever another tab wrote the draft's keys.
#[derive(Clone, Debug)]
pub struct Heartbeat {
    id: String,
    me: String,
    count: u64,
    /// What was found last of another owner, and for how many ticks.
    seen: (String, u8),
}

impl Heartbeat {
    /// The heartbeat of the tab `me`, an identity of its own without spaces, for a draft.
    pub fn new(id: &str, me: &str) -> Heartbeat {
        Heartbeat { id: id.to_owned(), me: me.to_owned(), count: 0, seen: Default::default() }
    }

    /// A second has gone by: the owner's heart beats, who waits listens. Says whose the draft is.
    pub fn tick<S: Storage>(&mut self, drafts: &Drafts<S>) -> Owner {
        let owner = self.look(drafts);
        match owner {
            Owner::Mine | Owner::Asked => {
                self.beat(drafts);
            }
            Owner::Theirs if self.seen.1 == SILENCE => return self.seize(drafts),
            Owner::Theirs => self.seen.1 += 1,
            Owner::Free => {}
        }
        owner
    }

    /// Whose the draft is now.
    pub fn look<S: Storage>(&mut self, drafts: &Drafts<S>) -> Owner {
        let text = |key: String| drafts.storage.get(&key).ok().flatten();
        let Some(beat) = text(keys::beat(&self.id)) else { return self.seize(drafts) };
        if beat.split(' ').next() == Some(&self.me) {
            let wish = text(keys::wish(&self.id));
            return if wish.is_some_and(|wish| wish != self.me) { Owner::Asked } else { Owner::Mine };
        }
        if self.seen.0 != beat {
            self.seen = (beat, 0);
        }
        Owner::Theirs
    }

    /// Asks the owner for the draft.
    pub fn wish<S: Storage>(&self, drafts: &Drafts<S>) {
        // An owner that cannot be asked does not answer either.
        let _ = drafts.storage.set(&keys::wish(&self.id), &self.me);
    }

    /// Gives the draft to the tab that asks for it.
    pub fn hand_over<S: Storage>(&self, drafts: &Drafts<S>) {
        if let Ok(Some(wish)) = drafts.storage.get(&keys::wish(&self.id)) {
            let _ = drafts.storage.set(&keys::beat(&self.id), &format!("{wish} 0"));
            let _ = drafts.storage.remove(&keys::wish(&self.id));
        }
    }

    /// Takes the draft that is nobody's, or whose owner does not answer.
    pub fn seize<S: Storage>(&mut self, drafts: &Drafts<S>) -> Owner {
        let _ = drafts.storage.remove(&keys::wish(&self.id));
        // Where nothing can be written no tab can know of another: then the draft is this one's, and
        // what two of them keep is told apart by its revision.
        if self.beat(drafts) { Owner::Free } else { Owner::Mine }
    }

    /// Lets go of the draft, if it is this tab's: the next one need not wait for silence.
    pub fn leave<S: Storage>(&mut self, drafts: &Drafts<S>) {
        if matches!(self.look(drafts), Owner::Mine | Owner::Asked | Owner::Free) {
            let _ = drafts.storage.remove(&keys::beat(&self.id));
        }
    }

    /// Says that this tab is the owner, and lives.
    fn beat<S: Storage>(&mut self, drafts: &Drafts<S>) -> bool {
        self.count += 1;
        drafts.storage.set(&keys::beat(&self.id), &format!("{} {}", self.me, self.count)).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Memory;

    fn tabs() -> (Drafts<Memory>, Heartbeat, Heartbeat) {
        (Drafts::new(Memory::default()), Heartbeat::new("a", "một"), Heartbeat::new("a", "hai"))
    }

    /// Both tabs, the first of which owns the draft.
    fn owned() -> (Drafts<Memory>, Heartbeat, Heartbeat) {
        let (drafts, mut one, two) = tabs();
        assert_eq!(one.look(&drafts), Owner::Free);
        assert_eq!(one.look(&drafts), Owner::Mine);
        (drafts, one, two)
    }

    #[test]
    fn the_first_tab_owns_the_draft_as_long_as_its_heart_beats() {
        let (drafts, mut one, mut two) = owned();
        for _ in 0..10 * SILENCE {
            assert_eq!(two.tick(&drafts), Owner::Theirs);
            assert_eq!(one.tick(&drafts), Owner::Mine);
        }
    }

    #[test]
    fn of_two_tabs_that_come_at_once_one_owns_the_draft() {
        let (drafts, mut one, mut two) = tabs();
        assert_eq!(one.look(&drafts), Owner::Free);
        // The other has not seen that yet, and writes over it.
        assert_eq!(two.seize(&drafts), Owner::Free);
        assert_eq!((one.look(&drafts), two.look(&drafts)), (Owner::Theirs, Owner::Mine));
    }

    #[test]
    fn an_owner_that_died_is_followed_by_who_listened_long_enough() {
        let (drafts, _dead, mut two) = owned();
        let said: Vec<Owner> = (0..5).map(|_| two.tick(&drafts)).collect();
        use Owner::*;
        assert_eq!(said, [Theirs, Theirs, Theirs, Free, Mine]);
    }

    #[test]
    fn an_owner_that_is_slow_stays_the_owner() {
        let (drafts, mut one, mut two) = owned();
        for _ in 0..4 {
            for _ in 0..SILENCE {
                assert_eq!(two.tick(&drafts), Owner::Theirs);
            }
            assert_eq!(one.tick(&drafts), Owner::Mine);
        }
    }

    #[test]
    fn an_owner_that_is_asked_hands_the_draft_over_once_it_has_kept_everything() {
        let (drafts, mut one, mut two) = owned();
        assert_eq!(two.look(&drafts), Owner::Theirs);
        two.wish(&drafts);
        assert_eq!(one.look(&drafts), Owner::Asked);
        assert_eq!(two.tick(&drafts), Owner::Theirs, "not handed over yet");
        one.hand_over(&drafts);
        assert_eq!((one.look(&drafts), two.look(&drafts)), (Owner::Theirs, Owner::Mine));
        one.wish(&drafts);
        assert_eq!(two.tick(&drafts), Owner::Asked);
        two.hand_over(&drafts);
        assert_eq!((one.tick(&drafts), two.tick(&drafts)), (Owner::Mine, Owner::Theirs));
    }

    #[test]
    fn an_owner_that_does_not_answer_finds_that_it_is_none_anymore() {
        let (drafts, mut one, mut two) = owned();
        two.wish(&drafts);
        assert_eq!(two.seize(&drafts), Owner::Free);
        assert_eq!(one.tick(&drafts), Owner::Theirs);
        assert_eq!(two.look(&drafts), Owner::Mine);
    }

    #[test]
    fn a_draft_that_was_left_is_free_at_once() {
        let (drafts, mut one, mut two) = owned();
        assert_eq!(two.look(&drafts), Owner::Theirs);
        two.leave(&drafts);
        assert_eq!(one.look(&drafts), Owner::Mine, "who does not own it takes nothing away");
        one.leave(&drafts);
        assert_eq!(two.look(&drafts), Owner::Free);
        assert_eq!(two.look(&drafts), Owner::Mine);
    }

    #[test]
    fn an_owner_whose_keys_were_cleared_stays_the_owner() {
        let (drafts, mut one, mut two) = owned();
        drafts.storage.remove(&keys::beat("a")).unwrap();
        assert_eq!(one.tick(&drafts), Owner::Free);
        assert_eq!((one.tick(&drafts), two.tick(&drafts)), (Owner::Mine, Owner::Theirs));
    }

    #[test]
    fn where_nothing_can_be_written_each_tab_owns_what_it_has() {
        let drafts = Drafts::new(Memory::with_room(0));
        let mut tab = Heartbeat::new("a", "một");
        assert_eq!((tab.look(&drafts), tab.tick(&drafts)), (Owner::Mine, Owner::Mine));
    }

    #[test]
    fn what_a_tab_left_behind_as_it_asked_is_not_handed_over_to_later() {
        let (drafts, mut one, two) = owned();
        two.wish(&drafts);
        one.leave(&drafts);
        let mut three = Heartbeat::new("a", "ba");
        assert_eq!((three.look(&drafts), three.tick(&drafts)), (Owner::Free, Owner::Mine));
    }
}
