//! What the drafter chose where the rules leave a choice.

use serde_json::{Map, Value};

/// The settings of a plan that differ from its family's defaults, by the keys of
/// [`crate::format::settings`]. A key or value that this version does not know is kept
/// and has no effect.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings(pub(super) Map<String, Value>);

impl Settings {
    /// The value chosen for `key`; `None` is the family's default.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key)?.as_str()
    }

    /// Chooses `value` for `key`; blank goes back to the family's default.
    pub fn set(&mut self, key: &str, value: &str) {
        if value.is_empty() {
            self.0.remove(key);
        } else {
            self.0.insert(key.into(), value.into());
        }
    }
}
