//! Mentions of documents in the texts of a plan: `[[label]]`, written out on the way to the page.

use std::borrow::Cow;

use super::{Citation, Composed, parse};
use crate::plan::{Plan, RowId, Shown, TextPlace, each_text, each_text_mut, one_line};
use crate::vietnamese::lower;

const OPEN: &str = "[[";
const CLOSE: &str = "]]";

/// A document that a plan cites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// The row of its căn cứ.
    pub row: RowId,
    /// The document.
    pub citation: Citation,
    /// What a mention says: the later form.
    pub label: String,
    /// Whether it stands on a line of its own above the opening.
    pub on_line: bool,
}

/// A mention of a document that the plan does not cite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// What it says.
    pub label: String,
    /// Where it stands.
    pub place: TextPlace,
}

/// The documents that a plan cites, in the order of its căn cứ.
pub fn cited(plan: &Plan) -> Vec<Cited> {
    let cited = plan.bases.iter().filter_map(|basis| {
        let citation = parse(&plain(&one_line(&basis.text)))?.citation;
        let label = label(&citation);
        Some(Cited { row: basis.id, citation, label, on_line: basis.shown == Shown::Line })
    });
    cited.collect()
}

/// What mentions of a document say.
fn label(citation: &Citation) -> String {
    citation.short().replace(['[', ']', '\n'], "")
}

/// What mentions of the document of a căn cứ say; blank where it names none.
pub fn label_of(basis: &str) -> String {
    parse(&plain(&one_line(basis))).map(|parsed| label(&parsed.citation)).unwrap_or_default()
}

/// A mention, as it stands in a text.
pub fn mention(label: &str) -> String {
    format!("{OPEN}{label}{CLOSE}")
}

/// The plan as it is printed: what follows from the documents it cites is filled in, and every
/// mention is written out. Nothing is copied of a plan that has neither.
pub fn spoken(plan: &Plan) -> Cow<'_, Plan> {
    let composed = Composed::of(plan);
    let mut plan = Cow::Borrowed(plan);
    for (field, composed) in [(Field::Subject, composed.subject), (Field::Opening, composed.opening)] {
        if !composed.is_empty() {
            let plan = plan.to_mut();
            *match field {
                Field::Subject => &mut plan.subject,
                Field::Opening => &mut plan.opening,
            } = composed;
        }
    }
    if mentions(&plan) {
        let mut speaker = Speaker::new(&plan);
        each_text_mut(plan.to_mut(), &mut |place, text| speaker.speak(place, text));
    }
    plan
}

enum Field {
    Subject,
    Opening,
}

/// Whether any text of the plan mentions a document.
fn mentions(plan: &Plan) -> bool {
    let mut found = false;
    each_text(plan, &mut |_, text| found = found || text.contains(OPEN));
    found
}

/// Writes mentions out, text by text in the order of the page.
struct Speaker {
    cited: Vec<Cited>,
    /// Which of them the reader knows.
    introduced: Vec<bool>,
}

impl Speaker {
    fn new(plan: &Plan) -> Speaker {
        let cited = cited(plan);
        let introduced = cited.iter().map(|cited| cited.on_line).collect();
        Speaker { cited, introduced }
    }

    fn speak(&mut self, place: TextPlace, text: &mut String) {
        if let Cow::Owned(spoken) = each_mention(text, |label| self.say(place, label)) {
            *text = spoken;
        }
    }

    fn say(&mut self, place: TextPlace, label: &str) -> String {
        let Some(at) = find(&self.cited, label) else { return label.to_owned() };
        let cited = &self.cited[at];
        match () {
            // A heading is no place to say all of it.
            () if place.field == "subject" => cited.citation.dated(),
            () if place.is_heading() || self.introduced[at] => cited.label.clone(),
            () => {
                self.introduced[at] = true;
                cited.citation.full()
            }
        }
    }
}

fn find(cited: &[Cited], label: &str) -> Option<usize> {
    let wanted = key(label);
    cited.iter().position(|cited| key(&cited.label) == wanted)
}

/// A label as it is compared: what people type by hand differs in spaces, capitals and "số".
fn key(label: &str) -> String {
    let words = label.split_whitespace().map(lower).filter(|word| word != "số");
    words.collect::<Vec<_>>().join(" ").replace('–', "-")
}

/// The text with what `say` makes of each label in the place of its mention. Marks without a pair
/// are left out: none of them reaches the page. Words that only marks keep apart stay apart.
fn each_mention(text: &str, mut say: impl FnMut(&str) -> String) -> Cow<'_, str> {
    if !text.contains(OPEN) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut parts = text.split(OPEN);
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        match part.split_once(CLOSE) {
            Some((label, rest)) => {
                append(&mut out, &say(label.trim()));
                append(&mut out, rest);
            }
            None => append(&mut out, part),
        }
    }
    Cow::Owned(out)
}

/// Sets a piece behind a text; a space comes between two words.
fn append(text: &mut String, piece: &str) {
    if text.ends_with(char::is_alphanumeric) && piece.starts_with(char::is_alphanumeric) {
        text.push(' ');
    }
    text.push_str(piece);
}

/// A text with the plain words of its mentions.
pub fn plain(text: &str) -> Cow<'_, str> {
    each_mention(text, str::to_owned)
}

/// The mentions of documents that the plan does not cite.
pub fn unknown(plan: &Plan) -> Vec<Unknown> {
    let mut unknown = Vec::new();
    if mentions(plan) {
        let cited = cited(plan);
        each_text(plan, &mut |place, text| {
            each_mention(text, |label| {
                if find(&cited, label).is_none() {
                    unknown.push(Unknown { label: label.to_owned(), place });
                }
                String::new()
            });
        });
    }
    unknown
}

/// The documents that have no line of their own and that no text mentions: they stand nowhere.
pub fn unmentioned(plan: &Plan) -> Vec<Cited> {
    let mut cited = cited(plan);
    cited.retain(|cited| !cited.on_line);
    if cited.is_empty() {
        return cited;
    }
    let mut strike = |text: &str| {
        each_mention(text, |label| {
            cited.retain(|cited| key(&cited.label) != key(label));
            String::new()
        });
    };
    strike(&Composed::of(plan).opening);
    each_text(plan, &mut |_, text| strike(text));
    cited
}

/// Makes every mention of one label a mention of another; gives back whether there was any. Nothing
/// is done where a căn cứ of the plan still has the first label.
pub fn rename(plan: &mut Plan, from: &str, to: &str) -> bool {
    let (wanted, mut renamed) = (key(from), false);
    if wanted.is_empty() || to.is_empty() || find(&cited(plan), from).is_some() {
        return false;
    }
    each_text_mut(plan, &mut |_, text| {
        let written = each_mention(text, |label| {
            let hit = key(label) == wanted;
            renamed |= hit;
            mention(if hit { to } else { label })
        });
        if let Cow::Owned(written) = written {
            *text = written;
        }
    });
    renamed
}
