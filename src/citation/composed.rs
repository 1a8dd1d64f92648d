//! Subject and opening of a plan, composed from the documents that it cites.

use super::forms::lower_start;
use super::{Citation, Cited, cited, mention, plain};
use crate::format::{Defaults, Format, FormatKey, commune_noun};
use crate::plan::{Plan, one_line};
use crate::vietnamese::{lower, sentence_case};

/// What a plan's blank subject and opening take. Only a plan of the form has any, where the kind of
/// body was chosen: to a file that was put right nothing is added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Composed {
    /// Trích yếu; blank where the plan has its own, or cites nothing that it could carry out.
    pub subject: String,
    /// The opening; blank where the plan has its own, or cites nothing.
    pub opening: String,
}

impl Composed {
    /// What follows for a plan where it says nothing itself.
    pub fn of(plan: &Plan) -> Composed {
        let blank = |text: &str| text.trim().is_empty();
        if blank(&plan.issuer.kind) || !(blank(&plan.subject) || blank(&plan.opening)) {
            return Composed::default();
        }
        let cited = cited(plan);
        let mut composed = Composed::default();
        if blank(&plan.subject) {
            let carried = cited.iter().find(|cited| is_carried_out(&cited.citation));
            composed.subject =
                carried.map(|cited| self::subject(&cited.citation, &plan.format)).unwrap_or_default();
        }
        if blank(&plan.opening) && !cited.is_empty() {
            let carried = cited.iter().find(|cited| is_carried_out(&cited.citation));
            let subject = match carried {
                // The căn cứ above have said it in full.
                Some(cited)
                    if blank(&plan.subject) && !carries_out(without_link(&cited.citation.subject)) =>
                {
                    format!("thực hiện {}", mention(&cited.label))
                }
                _ => plain(&one_line(if blank(&plan.subject) { &composed.subject } else { &plan.subject }))
                    .into(),
            };
            composed.opening = opening_of(plan, &cited, &subject);
        }
        composed
    }

    /// The plan's own subject, or the one that follows.
    pub fn subject_of(plan: &Plan) -> String {
        match plan.subject.trim() {
            "" => Composed::of(plan).subject,
            _ => plan.subject.clone(),
        }
    }
}

/// Documents that a plan is made to carry out; others say what the law is.
const CARRIED_OUT: [&str; 10] = [
    "Nghị quyết",
    "Chỉ thị",
    "Kết luận",
    "Kế hoạch",
    "Chương trình",
    "Đề án",
    "Hướng dẫn",
    "Quyết định",
    "Chiến lược",
    "Công văn",
];

fn is_carried_out(citation: &Citation) -> bool {
    CARRIED_OUT.iter().any(|kind| citation.kind.starts_with(kind))
}

/// Words that a subject can bear; a longer one cites without the cited subject.
const LONGEST: usize = 60;

/// The subject of a plan that carries out a document: its own, where that in turn carries out
/// another, as real plans do, so that no word is doubled.
pub fn subject(citation: &Citation, family: &FormatKey) -> String {
    let own = without_link(&citation.subject);
    let subject = if carries_out(own) {
        own.to_owned()
    } else {
        let unnamed = Citation { short: String::new(), ..citation.clone() };
        let full = format!("thực hiện {}", unnamed.full());
        let words = full.split_whitespace().count();
        if words > LONGEST { format!("thực hiện {}", unnamed.dated()) } else { full }
    };
    // The Party's subjects begin with a small letter (the-thuc.md, section 1).
    if *family == FormatKey::PARTY { lower_start(&subject) } else { sentence_case(&subject) }
}

/// Whether a subject says that a document is carried out.
pub fn carries_out(subject: &str) -> bool {
    let subject = lower(subject);
    ["thực hiện ", "triển khai "].iter().any(|start| subject.starts_with(start))
}

fn without_link(subject: &str) -> &str {
    let links = ["về việc ", "về ", "v/v "];
    links.iter().find_map(|link| subject.strip_prefix(link)).unwrap_or(subject)
}

/// "Thực hiện …, Ủy ban nhân dân xã … ban hành Kế hoạch thực hiện … như sau:". `documents` are the
/// mentions, `body` is who issues the plan, `commune` its unit.
pub fn opening(documents: &[String], body: &str, family: &FormatKey, commune: &str) -> String {
    let documents = match documents {
        [] => return String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} và {last}", all.join(", ")),
    };
    let plan = format!("Kế hoạch thực hiện{}", territory(family, commune));
    format!("Thực hiện {documents}, {body} {} {plan} như sau:", verb(family))
}

fn verb(family: &FormatKey) -> &'static str {
    if family.format().key == "nd30" { "ban hành" } else { "xây dựng" }
}

fn territory(family: &FormatKey, commune: &str) -> String {
    match family.format().key {
        "nd30" | "front" if !commune.trim().is_empty() => format!(" trên địa bàn {}", commune_noun(commune)),
        _ => String::new(),
    }
}

/// Words of a subject that an opening can repeat.
const REPEATED: usize = 30;

fn opening_of(plan: &Plan, cited: &[Cited], subject: &str) -> String {
    let defaults = Defaults::of(&plan.issuer, plan.signature.form, &Format::of(plan));
    let body = defaults.body_in_text(&plan.issuer);
    if body.is_empty() {
        return String::new();
    }
    let documents: Vec<String> =
        cited.iter().filter(|cited| !cited.on_line).map(|cited| mention(&cited.label)).collect();
    if !documents.is_empty() {
        return opening(&documents, &body, &plan.format, &plan.issuer.commune);
    }
    // The căn cứ above have said what is carried out.
    let words = subject.split_whitespace().count();
    let of = match words {
        1..=REPEATED => format!(" {}", lower_start(subject)),
        _ => String::new(),
    };
    format!("{} {} Kế hoạch{of} như sau:", sentence_case(&body), verb(&plan.format))
}
