//! What the drafter does not want to be told again of this plan.

use serde_json::Value;

use super::Plan;

/// The field that holds it. It stands among [`Plan::extra`]: the form has no use for it, and what keeps,
/// compares and undoes a plan carries it along from there.
pub(crate) const DISMISSED: &str = "dismissed";

/// More is not kept: the oldest goes first.
const MOST: usize = 300;

impl Plan {
    /// The keys of what was dismissed, see [`Finding::key`](crate::check::Finding::key), the oldest first.
    ///
    /// ```
    /// use ke_hoach::plan::Plan;
    ///
    /// let mut plan = Plan::default();
    /// plan.dismiss("word.mixed");
    /// plan.dismiss("doubled.word");
    /// plan.recall("word.mixed");
    /// assert_eq!(plan.dismissed(), ["doubled.word"]);
    /// plan.recall("doubled.word");
    /// assert_eq!(plan, Plan::default());
    /// ```
    pub fn dismissed(&self) -> Vec<String> {
        let keys = self.extra.get(DISMISSED).and_then(Value::as_array);
        keys.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// Dismisses what has this key.
    pub fn dismiss(&mut self, key: &str) {
        self.change_dismissed(|keys| {
            keys.retain(|other| other != key);
            keys.push(key.to_owned());
        });
    }

    /// Wants to be told of it again.
    pub fn recall(&mut self, key: &str) {
        self.change_dismissed(|keys| keys.retain(|other| other != key));
    }

    fn change_dismissed(&mut self, change: impl FnOnce(&mut Vec<String>)) {
        let mut keys = self.dismissed();
        change(&mut keys);
        keys.drain(..keys.len().saturating_sub(MOST));
        if keys.is_empty() {
            self.extra.remove(DISMISSED);
        } else {
            self.extra.insert(DISMISSED.to_owned(), keys.into());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Json;

    #[test]
    fn what_was_dismissed_is_kept_with_the_plan_and_comes_back_with_it() {
        let mut plan = Plan::default();
        plan.dismiss("typo.word:00ff");
        let written = plan.write();
        assert_eq!(written[DISMISSED], serde_json::json!(["typo.word:00ff"]));
        assert_eq!(Plan::read(written).map(|plan| plan.dismissed()), Ok(vec!["typo.word:00ff".to_owned()]));
    }

    #[test]
    fn the_oldest_goes_where_there_are_too_many() {
        let mut plan = Plan::default();
        (0..=MOST).for_each(|at| plan.dismiss(&at.to_string()));
        let keys = plan.dismissed();
        assert_eq!((keys.len(), keys[0].as_str()), (MOST, "1"));
    }

    #[test]
    fn what_is_no_list_of_keys_is_none() {
        for value in [serde_json::json!("typo"), serde_json::json!([1, null]), Value::Null] {
            let mut plan = Plan::default();
            plan.extra.insert(DISMISSED.to_owned(), value);
            assert_eq!(plan.dismissed(), Vec::<String>::new());
            plan.dismiss("typo");
            assert_eq!(plan.dismissed(), ["typo"]);
        }
    }
}
