//! What another tab did to a draft, by the keys that it wrote.

use super::keys;

/// What another tab did to a draft that is open in this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// It kept the draft.
    Kept,
    /// It removed the draft, or cleared everything away.
    Removed,
    /// It lives, left the draft or asks for it: time to [look](super::Heartbeat::look).
    Beat,
}

impl Elsewhere {
    /// What it means for the draft `id` that the text under `key` was changed, or `removed`; no key
    /// where everything was.
    pub fn of(id: &str, key: Option<&str>, removed: bool) -> Option<Elsewhere> {
        let Some(key) = key else { return Some(Elsewhere::Removed) };
        // The entry is written last: by then the draft is whole.
        if key == keys::entry(id) {
            return Some(if removed { Elsewhere::Removed } else { Elsewhere::Kept });
        }
        (keys::id_of(key, keys::OWNER) == Some(id)).then_some(Elsewhere::Beat)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::store::{Drafts, Memory, Storage, StorageError};

    /// Hears of every key that is written, as other tabs do.
    #[derive(Default)]
    struct Heard(Memory, std::cell::RefCell<Vec<Elsewhere>>);

    impl Heard {
        fn hear(&self, key: &str, removed: bool) {
            self.1.borrow_mut().extend(Elsewhere::of("a", Some(key), removed));
        }
    }

    impl Storage for Heard {
        fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
            self.0.get(key)
        }

        fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
            self.hear(key, false);
            self.0.set(key, text)
        }

        fn remove(&self, key: &str) -> Result<(), StorageError> {
            self.hear(key, true);
            self.0.remove(key)
        }

        fn keys(&self) -> Result<Vec<String>, StorageError> {
            self.0.keys()
        }
    }

    #[test]
    fn another_tab_is_heard_once_for_each_thing_that_it_does() {
        let drafts = Drafts::new(Heard::default());
        let heard = || drafts.storage.1.take();
        for id in ["a", "b"] {
            let mut draft = Draft { id: id.into(), ..Draft::default() };
            drafts.save(&mut draft, "2026-11-21T08:00:00.000Z").unwrap();
        }
        assert_eq!(heard(), [Elsewhere::Kept]);
        let removed = drafts.remove("a").unwrap();
        assert_eq!(heard(), [Elsewhere::Removed]);
        drafts.put_back(&removed).unwrap();
        assert_eq!(heard(), [Elsewhere::Kept]);
        assert_eq!(Elsewhere::of("a", None, true), Some(Elsewhere::Removed));
    }

    #[test]
    fn who_owns_a_draft_is_heard_by_those_who_have_it_open() {
        assert_eq!(Elsewhere::of("a", Some(&keys::beat("a")), false), Some(Elsewhere::Beat));
        assert_eq!(Elsewhere::of("a", Some(&keys::wish("a")), false), Some(Elsewhere::Beat));
        assert_eq!(Elsewhere::of("a", Some(&keys::beat("b")), false), None);
    }
}
