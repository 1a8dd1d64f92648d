//! A template as text.

use serde_json::{Map, Value};

use super::{Template, TemplateError};
use crate::draft::LARGEST;
use crate::plan::{Extra, FormatKey, Json, Plan, json_text};
use crate::vietnamese::slug;

/// The ending of template files.
pub const TEMPLATE_ENDING: &str = ".kehoach-mau.json";

/// The format number that this version writes, and the newest that it reads.
const FORMAT: u32 = 1;

/// What the `type` of every template says.
const TYPE: &str = "ke-hoach-template";

/// Says of a row which formats have it.
pub(super) const ONLY: &str = "only";

/// Whether a file is a template, by its name and how it begins.
pub fn is_template(name: &str, begins: &[u8]) -> bool {
    name.ends_with(TEMPLATE_ENDING) || begins.windows(TYPE.len()).any(|part| part == TYPE.as_bytes())
}

impl Template {
    /// The name of its file: `tiep-cong-dan.kehoach-mau.json`.
    pub fn file_name(&self) -> String {
        let stem = slug(&self.name, 80);
        format!("{}{TEMPLATE_ENDING}", if stem.is_empty() { "mau-ke-hoach" } else { &stem })
    }

    /// The template as JSON text.
    pub fn write(&self) -> String {
        let mut head = Value::Object(self.extra.clone());
        head["format"] = FORMAT.into();
        head["app"] = env!("CARGO_PKG_VERSION").into();
        head["name"] = self.name.as_str().into();
        head["about"] = self.about.as_str().into();
        head["group"] = self.group.as_str().into();
        head["families"] = self.families.iter().map(|family| &*family.0).collect();
        head["words"] = Value::Object(self.words.clone());
        let head = json_text(&head);
        // The type comes first, so that the file is known by how it begins; the plan last.
        format!(r#"{{"type":"{TYPE}",{},"plan":{}}}"#, &head[1..head.len() - 1], self.plan.write())
    }

    /// Reads the JSON text of a template.
    ///
    /// # Errors
    /// A [`TemplateError`] whose text is one sentence for the user; nothing is half read.
    pub fn read(text: &str) -> Result<Template, TemplateError> {
        let envelope = envelope(text)?;
        let format = envelope.get("format").and_then(Value::as_u64).unwrap_or(0);
        if format > u64::from(FORMAT) {
            return Err(TemplateError::Newer { format });
        }
        open(migrate(envelope, format)?)
    }
}

/// The fields of a template file, whichever version wrote it.
fn envelope(text: &str) -> Result<Extra, TemplateError> {
    if text.len() > LARGEST {
        return Err(TemplateError::TooLarge { megabytes: text.len() / (1024 * 1024) });
    }
    let text = text.trim_start_matches('\u{feff}').trim();
    let value: Value = serde_json::from_str(text).map_err(|error| match text.contains(TYPE) {
        true => damaged(format!("dòng {}, cột {}", error.line(), error.column())),
        false => TemplateError::NotATemplate,
    })?;
    match value {
        Value::Object(envelope) if envelope.get("type").and_then(Value::as_str) == Some(TYPE) => Ok(envelope),
        _ => Err(TemplateError::NotATemplate),
    }
}

/// What is in an envelope of this version's format.
fn open(mut envelope: Extra) -> Result<Template, TemplateError> {
    let mut text = |name| read::<String>(&mut envelope, name).map(|text| text.trim().to_owned());
    let (name, about, group) = (text("name")?, text("about")?, text("group")?);
    if name.is_empty() {
        return Err(damaged("thiếu tên mẫu “name”"));
    }
    let families: Vec<FormatKey> = read(&mut envelope, "families")?;
    if families.is_empty() {
        return Err(damaged("thiếu danh sách thể thức “families”"));
    }
    let words = match envelope.remove("words") {
        None | Some(Value::Null) => Map::new(),
        Some(Value::Object(words)) if words.values().all(by_family) => words,
        Some(_) => return Err(damaged("“words” phải là chữ theo từng thể thức")),
    };
    if !envelope.contains_key("plan") {
        return Err(damaged("thiếu phần “plan”"));
    }
    let mut plan: Plan = read(&mut envelope, "plan")?;
    let mut known = true;
    plan.each_extra(&mut |extra| known &= extra.get(ONLY).is_none_or(is_list_of_families));
    if !known {
        return Err(damaged("“only” phải là danh sách thể thức"));
    }
    plan.repair_rows();
    // Written anew each time.
    for name in ["type", "format", "app"] {
        envelope.remove(name);
    }
    Ok(Template { name, about, group, families, words, plan, extra: envelope })
}

fn read<T: Json>(envelope: &mut Extra, name: &str) -> Result<T, TemplateError> {
    let value = envelope.remove(name).unwrap_or(Value::Null);
    if value.is_null() {
        return Ok(T::default());
    }
    T::read(value).map_err(|misfit| damaged(misfit.inside(name).to_string()))
}

fn by_family(words: &Value) -> bool {
    words.as_object().is_some_and(|words| words.values().all(Value::is_string))
}

fn is_list_of_families(only: &Value) -> bool {
    only.as_array().is_some_and(|only| only.iter().all(Value::is_string))
}

fn damaged(place: impl Into<String>) -> TemplateError {
    TemplateError::Damaged(place.into())
}

/// Brings an envelope of format `n` to format `n + 1`.
type Migration = fn(Extra) -> Extra;

/// The step from each format to the next, the first from format 1. A new [`FORMAT`] does not
/// compile without its step.
const MIGRATIONS: [Migration; FORMAT as usize - 1] = [];

/// Brings an envelope of an older format to [`FORMAT`], step by step.
fn migrate(envelope: Extra, format: u64) -> Result<Extra, TemplateError> {
    let first = usize::try_from(format).ok().and_then(|format| format.checked_sub(1));
    let steps = first.and_then(|first| MIGRATIONS.get(first..));
    let steps = steps.ok_or_else(|| damaged("thiếu số hiệu định dạng “format”"))?;
    Ok(steps.iter().fold(envelope, |envelope, step| step(envelope)))
}
