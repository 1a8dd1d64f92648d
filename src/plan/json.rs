//! Plans as JSON, for serde.
//!
//! By way of [`serde_json::Value`], with one short function for each kind of field. Derived
//! code with flattened unknown fields does the same in five times the wasm, and brings
//! tables for floating point numbers that no plan holds.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};
use thiserror::Error;

use super::*;
use crate::directory::{Body, Directory};

/// A field that does not hold what it should; its text names the field and what was expected.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("“{path}” phải là {expected}")]
pub struct Misfit {
    path: String,
    expected: &'static str,
}

impl Misfit {
    fn new(expected: &'static str) -> Misfit {
        Misfit { path: String::new(), expected }
    }

    /// The same, seen from the field or row around it.
    pub(crate) fn inside(mut self, outer: &str) -> Misfit {
        let join = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        self.path = format!("{outer}{join}{}", self.path);
        self
    }
}

/// JSON as text. Not `to_string`: that goes through a formatter, letter by letter, at half the speed.
pub(crate) fn json_text(value: &Value) -> String {
    // Nothing in a `Value` can fail.
    serde_json::to_string(value).unwrap_or_default()
}

/// Told of each value that changes: the place (a JSON pointer), what stood there, what stands there now.
pub(crate) type Changed<'a> = dyn FnMut(&str, &Value, &Value) + 'a;

/// What a field of a plan can hold.
pub(crate) trait Json: Sized + Default + PartialEq {
    /// Reads what [`Json::write`] wrote; `null` is a blank field.
    fn read(value: Value) -> Result<Self, Misfit>;
    /// Writes the field.
    fn write(&self) -> Value;

    /// Tells what is written otherwise than `before` wrote it, as little of it as says all: a long plan
    /// in which a word changed is not written for it.
    fn changes(&self, before: &Self, at: &str, changed: &mut Changed) {
        if self != before {
            changed(at, &before.write(), &self.write());
        }
    }
}

impl Json for String {
    fn read(value: Value) -> Result<String, Misfit> {
        match value {
            Value::String(text) => Ok(text),
            Value::Null => Ok(String::new()),
            _ => Err(Misfit::new("chữ")),
        }
    }

    fn write(&self) -> Value {
        Value::from(self.as_str())
    }
}

impl Json for u32 {
    fn read(value: Value) -> Result<u32, Misfit> {
        let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
        number.ok_or(Misfit::new("số nguyên không âm"))
    }

    fn write(&self) -> Value {
        Value::from(*self)
    }
}

impl Json for bool {
    fn read(value: Value) -> Result<bool, Misfit> {
        value.as_bool().ok_or(Misfit::new("đúng hoặc sai"))
    }

    fn write(&self) -> Value {
        Value::from(*self)
    }
}

impl Json for RowId {
    fn read(value: Value) -> Result<RowId, Misfit> {
        u32::read(value).map(RowId)
    }

    fn write(&self) -> Value {
        self.0.write()
    }
}

/// Fields that hold a smaller number: a day, a month, a year.
macro_rules! small_number {
    ($($number:ty),*) => { $(impl Json for $number {
        fn read(value: Value) -> Result<$number, Misfit> {
            u32::read(value)?.try_into().map_err(|_| Misfit::new("số nhỏ hơn"))
        }

        fn write(&self) -> Value {
            Value::from(*self)
        }
    })* };
}
small_number!(u8, u16);

impl<T: Json> Json for Option<T> {
    fn read(value: Value) -> Result<Option<T>, Misfit> {
        if value.is_null() { Ok(None) } else { T::read(value).map(Some) }
    }

    fn write(&self) -> Value {
        self.as_ref().map_or(Value::Null, Json::write)
    }
}

/// Reads a list row by row. Not generic: there are many kinds of rows.
fn each_row(value: Value, take: &mut dyn FnMut(Value) -> Result<(), Misfit>) -> Result<(), Misfit> {
    let Value::Array(rows) = value else { return Err(Misfit::new("danh sách")) };
    for (i, row) in rows.into_iter().enumerate() {
        take(row).map_err(|misfit| misfit.inside(&format!("[{i}]")))?;
    }
    Ok(())
}

impl<T: Json> Json for Vec<T> {
    fn read(value: Value) -> Result<Vec<T>, Misfit> {
        let mut rows = Vec::new();
        each_row(value, &mut |row| {
            rows.push(T::read(row)?);
            Ok(())
        })?;
        Ok(rows)
    }

    fn write(&self) -> Value {
        self.iter().map(Json::write).collect()
    }

    fn changes(&self, before: &Vec<T>, at: &str, changed: &mut Changed) {
        if self.len() != before.len() {
            return changed(at, &before.write(), &self.write());
        }
        for (i, (row, before)) in self.iter().zip(before).enumerate() {
            row.changes(before, &format!("{at}/{i}"), changed);
        }
    }
}

impl Json for FormatKey {
    fn read(value: Value) -> Result<FormatKey, Misfit> {
        String::read(value).map(|key| FormatKey(key.into()))
    }

    fn write(&self) -> Value {
        Value::from(&*self.0)
    }
}

impl Json for Settings {
    fn read(value: Value) -> Result<Settings, Misfit> {
        match value {
            Value::Object(settings) => Ok(Settings(settings)),
            Value::Null => Ok(Settings::default()),
            _ => Err(Misfit::new("một nhóm trường")),
        }
    }

    fn write(&self) -> Value {
        Value::Object(self.0.clone())
    }
}

/// Takes a field out of an object; one that is missing is blank.
fn take<T: Json>(object: &mut Map<String, Value>, name: &str) -> Result<T, Misfit> {
    object.remove(name).map_or_else(|| Ok(T::default()), T::read).map_err(|misfit| misfit.inside(name))
}

/// A struct whose fields carry the names they have in JSON; all others go to `extra`. What has
/// to be put right about what was read follows behind a dot. What holds most of a plan is
/// compared field by field.
macro_rules! record {
    ($record:ident { $($field:ident),* } $(. $then:ident())?) => {
        record!(@json $record { $($field),* } [$(.$then())?] {});
    };
    ($record:ident { $($field:ident),* } field by field) => {
        record!(@json $record { $($field),* } [] {
            fn changes(&self, before: &$record, at: &str, changed: &mut Changed) {
                if self.extra != before.extra {
                    return changed(at, &before.write(), &self.write());
                }
                $(if self.$field != before.$field {
                    self.$field.changes(&before.$field, &format!("{at}/{}", stringify!($field)), changed);
                })*
            }
        });
    };
    (@json $record:ident { $($field:ident),* } [$($then:tt)*] { $($changes:item)? }) => {
        impl Json for $record {
            fn read(value: Value) -> Result<$record, Misfit> {
                let Value::Object(mut object) = value else { return Err(Misfit::new("một nhóm trường")) };
                Ok($record { $($field: take(&mut object, stringify!($field))?,)* extra: object }$($then)*)
            }

            fn write(&self) -> Value {
                let mut object = self.extra.clone();
                $(object.insert(stringify!($field).into(), self.$field.write());)*
                Value::Object(object)
            }

            $($changes)?
        }
    };
}
record!(Plan {
    format,
    issuer,
    number,
    symbol,
    place,
    date,
    title,
    title_body,
    subject,
    bases,
    opening,
    sections,
    closing,
    recipients,
    retention,
    signature,
    appendices,
    markings,
    settings,
    unplaced,
    last_row
} field by field);
record!(Issuer { kind, province, commune, superior, issuing, standing });
record!(IssueDate { day, month, year });
record!(Basis { id, text, shown });
record!(Section { id, role, title, items } field by field);
record!(Item { id, level, title, text, task, table });
record!(Task { lead, support, deadline, deliverable, labels });
record!(Recipient { id, name, note });
record!(Signature { form, authority, title, name });
record!(Markings { draft, urgency, circulation, drafter, copies, address });
record!(Appendix { id, title, text, orientation, table, rows, items });
record!(TaskRow { id, content, task, note });
record!(Table { heads, shares, rows }.tidied());
record!(TableCell { text, span, merged });
record!(Directory { bodies });
record!(Body { format, issuer, signers });

/// An enum by its keys; a key of a later version reads as the default.
macro_rules! choice {
    ($choice:ident { $($variant:ident = $key:literal),* }) => {
        impl $choice {
            /// The key in drafts.
            pub fn key(self) -> &'static str {
                match self { $($choice::$variant => $key),* }
            }

            /// The one with this key, or the default.
            pub fn from_key(key: &str) -> $choice {
                match key { $($key => $choice::$variant,)* _ => $choice::default() }
            }
        }

        impl Json for $choice {
            fn read(value: Value) -> Result<$choice, Misfit> {
                String::read(value).map(|key| $choice::from_key(&key))
            }

            fn write(&self) -> Value {
                Value::from(self.key())
            }
        }
    };
}
choice!(SectionRole { Purpose = "purpose", Content = "content", Organisation = "organisation" });
choice!(Shown { Line = "", InText = "text" });
choice!(Level { Clause = "clause", Subclause = "subclause", Point = "point", Dash = "dash", Text = "text" });
choice!(Orientation { Portrait = "portrait", Landscape = "landscape" });
choice!(SigningForm {
    Head = "head",
    Deputy = "deputy",
    ByOrder = "by-order",
    Authorised = "authorised",
    Acting = "acting"
});
choice!(Urgency { Ordinary = "", Urgent = "urgent", VeryUrgent = "very-urgent", Immediate = "immediate" });
choice!(Circulation { Open = "", Return = "return", Internal = "internal" });
choice!(TableSource { None = "none", Tasks = "tasks", Rows = "rows" });

impl Serialize for Plan {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.write().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Plan {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Plan, D::Error> {
        Plan::read(Value::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}
