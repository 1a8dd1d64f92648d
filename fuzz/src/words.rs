//! No word of a source is lost.

use std::collections::HashMap;

use ke_hoach::draft::Draft;
use ke_hoach::format::{circulation, urgency};
use ke_hoach::import::Imported;
use ke_hoach::plan::Plan;
use ke_hoach::vietnamese::{ascii, compose};
use serde_json::Value;

/// The words of a text that are neither in the plan nor among what is left over.
pub fn lost(source: &str, imported: &Imported) -> Vec<String> {
    // What stands in the middle of a word and is no letter: the reading joins the word.
    let joins = |c: char| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    let source: String = source.replace("**", "").chars().filter(|c| !joins(*c)).collect();
    let source = compose(&source);
    let (mut left, mut around) = (HashMap::new(), HashMap::new());
    for word in words(&shown(imported)) {
        *left.entry(word).or_default() += 1;
    }
    for word in words(&printed(&imported.plan).join("\n")) {
        *around.entry(ascii(&word)).or_default() += 1;
    }
    let lost = words(&source).filter(|word| is_surely_a_word(word));
    // What the family prints by itself is known without its tone marks, and printed with the right ones.
    lost.filter(|word| !take(&mut left, word) && !take(&mut around, &ascii(word))).collect()
}

/// Takes one of as many words as there are.
fn take(words: &mut HashMap<String, usize>, word: &str) -> bool {
    match words.get_mut(word) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => false,
    }
}

/// Letters and digits are words of their own: "90KH-UBND" is a number and its symbol.
fn words(text: &str) -> impl Iterator<Item = String> {
    let joined = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    joined.flat_map(|word| {
        let letters: Vec<char> = word.to_lowercase().chars().collect();
        let parts = letters.chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit());
        parts.map(|part| part.iter().collect()).collect::<Vec<String>>()
    })
}

/// Words that no mark of the outline or blank date could be.
fn is_surely_a_word(word: &str) -> bool {
    let digits = word.chars().all(char::is_numeric);
    let numeral = word.chars().all(|c| "ivx".contains(c));
    word.chars().count() > if digits { 2 } else { 1 } && !numeral
}

/// Everything that the plan holds, whatever the field, and what is left over.
fn shown(imported: &Imported) -> String {
    let draft = Draft { plan: imported.plan.clone().into(), ..Draft::default() }.write();
    let draft: Value = serde_json::from_str(&draft).unwrap_or_default();
    let mut all = Vec::new();
    held(&draft["plan"], &mut all);
    all.extend(imported.leftover.iter().cloned());
    all.join("\n")
}

/// What the family prints by itself.
fn printed(plan: &Plan) -> Vec<String> {
    let emblem = &plan.format.format().emblem;
    let mut all = vec!["Số ngày tháng năm Nơi nhận".into(), emblem.title.into()];
    all.extend(emblem.motto.map(|(text, _)| text.to_owned()));
    if plan.title.is_empty() {
        all.push("KẾ HOẠCH".into());
    }
    all.extend(urgency(plan.markings.urgency).map(|mark| mark.text.to_owned()));
    all.extend(circulation(plan.markings.circulation).map(|mark| mark.text.to_owned()));
    all.extend(plan.markings.draft.map(|_| "Dự thảo lần".to_owned()));
    all.extend(plan.appendices.iter().map(|_| "Phụ lục".to_owned()));
    all
}

/// The texts and numbers of a value, not the names of its fields.
fn held(value: &Value, all: &mut Vec<String>) {
    match value {
        Value::String(text) => all.push(text.clone()),
        Value::Number(number) => all.push(number.to_string()),
        Value::Array(values) => values.iter().for_each(|value| held(value, all)),
        Value::Object(fields) => fields.values().for_each(|value| held(value, all)),
        Value::Null | Value::Bool(_) => {}
    }
}
