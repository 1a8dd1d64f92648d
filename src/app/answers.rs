//! What the app asks the annex while one types, and gets at once: see [`answer`].

use serde_json::{Value, json};

use super::annex::pages;
use super::platform;
use crate::citation::{self, Citation, Parsed};
use crate::compare::told;
use crate::draft::Draft;
use crate::plan::{Json, Plan, json_text};
use crate::template::Places;

/// The answer to one of the questions below; none where there is nothing to say, or the argument is none.
pub fn answer(question: &str, argument: &str) -> Option<String> {
    let value = || serde_json::from_str::<Value>(argument).ok();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    match question {
        // [a plan, another]: what changed from one to the other.
        "told" => value().map(|plans| told(&plans[0], &plans[1])),
        // A căn cứ: the label of its mentions.
        "label" => Some(citation::label_of(argument)),
        // A căn cứ: its pieces.
        "pieces" => {
            let Citation { kind, number, date, issuer, subject, short } = citation::pieces(argument).citation;
            Some(json_text(&json!([kind, number, date, issuer, subject, short])))
        }
        // [a căn cứ, its pieces …]: the căn cứ with these pieces.
        "basis" => {
            let value = value()?;
            let piece = |at: usize| text(&value[at]).trim().to_owned();
            let Parsed { lead, rest, .. } = citation::pieces(&text(&value[0]));
            let citation = Citation {
                kind: piece(1),
                number: piece(2),
                date: piece(3),
                issuer: piece(4),
                subject: piece(5),
                short: piece(6),
            };
            Some(citation.basis(&lead, &rest))
        }
        // What was pasted into a căn cứ: [the căn cứ that it makes], [their labels].
        "rows" if !citation::documents(argument).is_empty() => {
            let rows = citation::rows(argument);
            let labels: Vec<String> = rows.iter().map(|row| citation::label_of(row)).collect();
            Some(json_text(&json!([rows, labels])))
        }
        // A plan: the labels of what it cites.
        "cited" => {
            let cited = citation::cited(&Plan::read(value()?).ok()?);
            Some(cited.iter().map(|cited| &*cited.label).collect::<Vec<_>>().join("\n"))
        }
        // [a plan, a label, another]: the plan with its mentions renamed.
        "rename" => {
            let mut value = value()?;
            let mut plan = Plan::read(value[0].take()).ok()?;
            let renamed = citation::rename(&mut plan, value[1].as_str()?, value[2].as_str()?);
            renamed.then(|| json_text(&plan.write()))
        }
        // A plan: the same with the names of its body where the text asks for them.
        "filled" => {
            let plan = Plan::read(value()?).ok()?;
            Places::filled(&plan).map(|plan| json_text(&plan.write()))
        }
        // A draft: prints its pages; answers where the browser cannot.
        "print" => {
            let Draft { plan, .. } = Draft::read(argument).ok()?.draft;
            (!platform::print(pages(&plan))).then(String::new)
        }
        _ => None,
    }
}
