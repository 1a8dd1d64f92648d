//! What changed between two states of a plan, as little of it as says all.

use serde_json::{Map, Value};
use thiserror::Error;

use crate::plan::{Json, Plan};

/// The changes that lead from one JSON value to another, in order.
///
/// As JSON each is a short list that begins with the place ([RFC 6901]): `["/place"]` takes a
/// field away, `["/place", value]` puts a value there, and `["/place", 3, 1, [rows]]` replaces one
/// row, the fourth, by others.
///
/// [RFC 6901]: https://www.rfc-editor.org/rfc/rfc6901
///
/// ```
/// use ke_hoach::draft::Delta;
/// use serde_json::json;
///
/// let (before, after) = (json!({"a": 1, "rows": [1, 2, 3]}), json!({"a": 2, "rows": [1, 9, 9, 3]}));
/// let delta = Delta::between(&before, &after);
/// assert_eq!(delta.write(), json!([["/a", 2], ["/rows", 1, 1, [9, 9]]]));
/// let mut value = before;
/// delta.apply(&mut value)?;
/// assert_eq!(value, after);
/// # Ok::<(), ke_hoach::draft::Misplaced>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Delta(Vec<Change>);

#[derive(Clone, Debug, PartialEq)]
struct Change {
    at: String,
    what: What,
}

#[derive(Clone, Debug, PartialEq)]
enum What {
    Remove,
    Set(Value),
    Rows { from: usize, removed: usize, rows: Vec<Value> },
}

/// A change of something that is not there: the delta does not belong to the value.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("không có “{0}”")]
pub struct Misplaced(String);

impl Delta {
    /// What leads from `before` to `after`.
    pub fn between(before: &Value, after: &Value) -> Delta {
        let mut delta = Delta::default();
        delta.compare("", before, after);
        delta
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The places that changed, as JSON pointers.
    pub fn places(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|change| &*change.at)
    }

    /// Makes the changes.
    ///
    /// # Errors
    /// The place that the value does not have; it is half changed then.
    pub fn apply(&self, value: &mut Value) -> Result<(), Misplaced> {
        self.0.iter().try_for_each(|change| change.apply(value))
    }

    /// These changes and then those of `next`, without what `next` writes over.
    pub fn then(mut self, next: Delta) -> Delta {
        for change in next.0 {
            if let Some(place) = self.written_over_by(&change) {
                self.0.remove(place);
            }
            self.0.push(change);
        }
        self
    }

    /// As JSON.
    pub fn write(&self) -> Value {
        self.0.iter().map(Change::write).collect()
    }

    /// Reads what [`Delta::write`] wrote.
    pub fn read(value: Value) -> Option<Delta> {
        let Value::Array(changes) = value else { return None };
        changes.into_iter().map(Change::read).collect::<Option<_>>().map(Delta)
    }

    /// The same between what two plans are written as, without writing them whole.
    pub fn between_plans(before: &Plan, after: &Plan) -> Delta {
        let mut delta = Delta::default();
        after.changes(before, "", &mut |at, before, after| delta.compare(at, before, after));
        delta
    }

    fn compare(&mut self, at: &str, before: &Value, after: &Value) {
        match (before, after) {
            _ if before == after => {}
            (Value::Object(before), Value::Object(after)) => self.compare_fields(at, before, after),
            (Value::Array(before), Value::Array(after)) => self.compare_rows(at, before, after),
            _ => self.push(at, What::Set(after.clone())),
        }
    }

    fn compare_fields(&mut self, at: &str, before: &Map<String, Value>, after: &Map<String, Value>) {
        let place = |name: &str| format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
        for name in before.keys().filter(|name| !after.contains_key(*name)) {
            self.push(&place(name), What::Remove);
        }
        for (name, value) in after {
            match before.get(name) {
                Some(was) => self.compare(&place(name), was, value),
                None => self.push(&place(name), What::Set(value.clone())),
            }
        }
    }

    fn compare_rows(&mut self, at: &str, before: &[Value], after: &[Value]) {
        let same = |(a, b): &(&Value, &Value)| a == b;
        let from = before.iter().zip(after).take_while(same).count();
        let (before, after) = (&before[from..], &after[from..]);
        let behind = before.iter().rev().zip(after.iter().rev()).take_while(same).count();
        let (before, after) = (&before[..before.len() - behind], &after[..after.len() - behind]);
        if before.len() == after.len() {
            for (i, (before, after)) in before.iter().zip(after).enumerate() {
                self.compare(&format!("{at}/{}", from + i), before, after);
            }
        } else {
            self.push(at, What::Rows { from, removed: before.len(), rows: after.to_vec() });
        }
    }

    fn push(&mut self, at: &str, what: What) {
        self.0.push(Change { at: at.to_owned(), what });
    }

    /// The last change of the same place, if `next` writes over it and nothing between them
    /// concerns what is around the place or in it.
    fn written_over_by(&self, next: &Change) -> Option<usize> {
        let within =
            |inner: &str, outer: &str| inner.strip_prefix(outer).is_some_and(|rest| rest.starts_with('/'));
        let concerns = |change: &Change| {
            change.at == next.at || within(&next.at, &change.at) || within(&change.at, &next.at)
        };
        let last = self.0.iter().rposition(concerns)?;
        let change = self.0.get(last)?;
        let same = change.at == next.at && !matches!(change.what, What::Rows { .. });
        (same && matches!(next.what, What::Set(_))).then_some(last)
    }
}

impl Change {
    fn apply(&self, value: &mut Value) -> Result<(), Misplaced> {
        let misplaced = || Misplaced(self.at.clone());
        if let What::Rows { from, removed, rows } = &self.what {
            let Some(Value::Array(array)) = value.pointer_mut(&self.at) else { return Err(misplaced()) };
            let to = from.checked_add(*removed).filter(|to| *to <= array.len()).ok_or_else(misplaced)?;
            array.splice(*from..to, rows.iter().cloned());
            return Ok(());
        }
        let new = match &self.what {
            What::Set(new) => Some(new.clone()),
            _ => None,
        };
        let Some((around, name)) = self.at.rsplit_once('/') else {
            *value = new.ok_or_else(misplaced)?;
            return Ok(());
        };
        match (value.pointer_mut(around).ok_or_else(misplaced)?, new) {
            (Value::Object(fields), Some(new)) => {
                fields.insert(name.replace("~1", "/").replace("~0", "~"), new);
            }
            (Value::Object(fields), None) => {
                let name = name.replace("~1", "/").replace("~0", "~");
                fields.remove(&name).ok_or_else(misplaced)?;
            }
            (Value::Array(rows), Some(new)) => {
                let row = name.parse().ok().and_then(|row: usize| rows.get_mut(row));
                *row.ok_or_else(misplaced)? = new;
            }
            _ => return Err(misplaced()),
        }
        Ok(())
    }

    fn write(&self) -> Value {
        let at = Value::from(&*self.at);
        Value::Array(match &self.what {
            What::Remove => vec![at],
            What::Set(value) => vec![at, value.clone()],
            What::Rows { from, removed, rows } => {
                vec![at, (*from).into(), (*removed).into(), Value::Array(rows.clone())]
            }
        })
    }

    fn read(value: Value) -> Option<Change> {
        let Value::Array(parts) = value else { return None };
        let mut parts = parts.into_iter();
        let Value::String(at) = parts.next()? else { return None };
        let number = |value: Value| value.as_u64().and_then(|number| usize::try_from(number).ok());
        let what = match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (None, ..) => What::Remove,
            (Some(value), None, ..) => What::Set(value),
            (Some(from), Some(removed), Some(Value::Array(rows)), None) => {
                What::Rows { from: number(from)?, removed: number(removed)?, rows }
            }
            _ => return None,
        };
        Some(Change { at, what })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            (0..4_u32).prop_map(Value::from),
            "[a/~0]{0,2}".prop_map(Value::from)
        ];
        leaf.prop_recursive(4, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map("[ab/~]{0,2}", inner, 0..4)
                    .prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn a_delta_leads_from_any_value_to_any_other(before in any_value(), after in any_value()) {
            let delta = Delta::between(&before, &after);
            prop_assert_eq!(Delta::read(delta.write()), Some(delta.clone()));
            let mut value = before;
            delta.apply(&mut value).unwrap();
            prop_assert_eq!(value, after);
        }

        #[test]
        fn two_deltas_joined_lead_as_far_as_one_after_the_other(a in any_value(), b in any_value(), c in any_value()) {
            let joined = Delta::between(&a, &b).then(Delta::between(&b, &c));
            let mut value = a;
            joined.apply(&mut value).unwrap();
            prop_assert_eq!(value, c);
        }

        #[test]
        fn a_delta_of_another_value_is_refused_or_applied_and_nothing_worse(a in any_value(), b in any_value(), mut c in any_value()) {
            let _ = Delta::between(&a, &b).apply(&mut c);
        }
    }

    #[test]
    fn a_letter_typed_is_one_change_and_a_field_typed_on_stays_one() {
        let plan = |text: &str| json!({"rows": [{"id": 1, "text": "a"}, {"id": 2, "text": text}]});
        let first = Delta::between(&plan("b"), &plan("bc"));
        assert_eq!(first.write(), json!([["/rows/1/text", "bc"]]));
        let both = first.then(Delta::between(&plan("bc"), &plan("bcd")));
        assert_eq!(both.write(), json!([["/rows/1/text", "bcd"]]));
    }

    #[test]
    fn what_was_written_before_rows_moved_is_not_taken_for_the_same_place() {
        let (a, b) = (json!({"rows": ["x", "y"]}), json!({"rows": ["x1", "y"]}));
        let (c, d) = (json!({"rows": ["z", "x1", "y"]}), json!({"rows": ["z2", "x1", "y"]}));
        let joined = Delta::between(&a, &b).then(Delta::between(&b, &c)).then(Delta::between(&c, &d));
        let mut value = a;
        joined.apply(&mut value).unwrap();
        assert_eq!(value, d);
    }
}
