//! Mẫu câu: sentences of the kind that a part of a plan holds, with the plan's own names in them.
//!
//! They are data, `assets/phrases.txt`, whose head says how it is written.
//!
//! ```
//! use ke_hoach::plan::{Basis, Plan, SectionRole};
//! use ke_hoach::template::phrase::{Spot, phrases, search};
//!
//! let basis = Basis { text: "Kế hoạch số 90-KH/TU ngày 16/01/2026 của Tỉnh ủy".into(), ..Basis::default() };
//! let plan = Plan { bases: vec![basis], ..Plan::default() };
//! let groups = phrases(&plan, Spot::Section(SectionRole::Purpose), "MỤC ĐÍCH, YÊU CẦU");
//! assert_eq!(groups[0].name, "Mục đích");
//!
//! let found = search(&groups, "dun day ne tranh");
//! let text = &found[0].subjects[0].texts[0];
//! assert!(text.starts_with("Các cơ quan, đơn vị bám sát Kế hoạch số 90-KH/TU"), "{text}");
//! ```

mod data;
mod insert;

use super::{Places, cited, work};
use crate::format::BodyKind;
use crate::order;
use crate::plan::{Plan, SectionRole};
use crate::vietnamese::{ascii, lower};
use data::{Entry, entries};

pub use insert::insert;

/// A part of a plan into which a phrase goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// Phần mở đầu.
    Opening,
    /// A section of this role.
    Section(SectionRole),
    /// Lời kết.
    Closing,
}

/// Phrases under one heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The heading: `Mục đích`.
    pub name: &'static str,
    /// By what they are about, what is nearest to the plan first.
    pub subjects: Vec<Subject>,
}

/// Phrases about one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// What they are about: `Chuyển đổi số`.
    pub name: &'static str,
    /// The phrases, their places filled.
    pub texts: Vec<String>,
}

/// The phrases for a part of the plan, as its body writes them; `title` is that of the section, and groups
/// that it names come first.
pub fn phrases(plan: &Plan, spot: Spot, title: &str) -> Vec<Group> {
    let places = Places::of(plan);
    let (document, work) = (cited(plan), work(plan));
    let said = padded(&lower(&plan.subject));
    let mut groups: Vec<Group> = Vec::new();
    let mut near: Vec<(usize, Entry)> = entries()
        .filter(|entry| entry.spots.contains(&spot) && writes(plan, entry))
        .map(|entry| (distance(&entry, &said), entry))
        // An opening says what the whole plan is about.
        .filter(|(distance, _)| spot != Spot::Opening || *distance < FAR)
        .collect();
    order::sort_by_key(&mut near, |(distance, entry)| (entry.group_at, *distance));
    for (_, entry) in near {
        let text = places.fill(&named_once(entry.text, &document, &work));
        let group = or_push(
            &mut groups,
            |group| group.name == entry.group,
            || Group { name: entry.group, subjects: Vec::new() },
        );
        let Some(group) = group else { continue };
        let subject = or_push(
            &mut group.subjects,
            |subject| subject.name == entry.subject,
            || Subject { name: entry.subject, texts: Vec::new() },
        );
        if let Some(subject) = subject {
            subject.texts.push(text);
        }
    }
    let title = padded(&lower(title));
    order::sort_by_key(&mut groups, |group| !named_in(group.name, &title));
    groups
}

/// Those of the phrases in which each word of `query` begins a word, without marks or with them; the
/// best first.
pub fn search(groups: &[Group], query: &str) -> Vec<Group> {
    let query = Query::new(query);
    let mut found: Vec<(u32, Group)> = Vec::new();
    for group in groups {
        let mut subjects: Vec<(u32, Subject)> = Vec::new();
        for subject in &group.subjects {
            let about = format!("{} {}", subject.name, group.name);
            let mut texts: Vec<(u32, &String)> =
                subject.texts.iter().filter_map(|text| Some((query.score(text, &about)?, text))).collect();
            order::sort_by_key(&mut texts, |(score, _)| u32::MAX - score);
            let Some((best, _)) = texts.first().copied() else { continue };
            let texts = texts.into_iter().map(|(_, text)| text.clone()).collect();
            subjects.push((best, Subject { name: subject.name, texts }));
        }
        order::sort_by_key(&mut subjects, |(best, _)| u32::MAX - best);
        let Some((best, _)) = subjects.first() else { continue };
        let best = *best;
        let subjects = subjects.into_iter().map(|(_, subject)| subject).collect();
        found.push((best, Group { name: group.name, subjects }));
    }
    order::sort_by_key(&mut found, |(best, _)| u32::MAX - best);
    found.into_iter().map(|(_, group)| group).collect()
}

/// How many phrases there are in these groups.
pub fn count(groups: &[Group]) -> usize {
    groups.iter().flat_map(|group| &group.subjects).map(|subject| subject.texts.len()).sum()
}

/// Whether the body of the plan writes such a phrase: one of any family or of its own, or of its kind. A
/// body that was not chosen yet may be of any kind of the family.
fn writes(plan: &Plan, entry: &Entry) -> bool {
    let family = plan.format.format().key;
    let of_kind = |key: &str| match BodyKind::find(key) {
        Some((format, kind)) => {
            let chosen = BodyKind::find(&plan.issuer.kind).filter(|(format, _)| format.key == family);
            format.key == family && chosen.is_none_or(|(_, chosen)| chosen.key == kind.key)
        }
        None => false,
    };
    let mut families = entry.families().peekable();
    families.peek().is_none() || families.any(|key| key == family || of_kind(key))
}

/// How far a phrase is from what the plan is about: what its subject names, what its family writes, what
/// everybody writes, all else.
fn distance(entry: &Entry, said: &str) -> usize {
    let mut words = entry.words().peekable();
    match (words.peek().is_some(), entry.families().next().is_some()) {
        (true, _) if words.any(|word| said.contains(&padded(word))) => 0,
        (false, true) => 1,
        (false, false) => 2,
        (true, _) => FAR,
    }
}

/// The distance of what a plan is not about.
const FAR: usize = 3;

/// The text in which the document is not named again by what the plan is about: "Thực hiện Nghị quyết số
/// 57-NQ/TW, … ban hành Kế hoạch thực hiện như sau:".
fn named_once(text: &str, document: &str, work: &str) -> String {
    let what = work.strip_suffix(document).unwrap_or_default().trim();
    match what.is_empty() || document.is_empty() || !text.contains("{văn bản}") {
        true => text.to_owned(),
        false => text.replace("{việc}", what),
    }
}

/// Whether a title names a group, or one of the things that it is called by.
fn named_in(group: &str, title: &str) -> bool {
    lower(group).split(", ").any(|name| title.contains(&padded(name)))
}

/// Words alone, with a space before and behind each.
fn padded(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(" ".to_owned(), |all, word| all + word + " ")
}

fn or_push<T>(rows: &mut Vec<T>, is: impl Fn(&T) -> bool, new: impl FnOnce() -> T) -> Option<&mut T> {
    let at = rows.iter().position(is).unwrap_or(rows.len());
    if at == rows.len() {
        rows.push(new());
    }
    rows.get_mut(at)
}

/// What is looked for, as it was typed and without its marks.
struct Query {
    typed: String,
    plain: String,
}

impl Query {
    fn new(query: &str) -> Query {
        let typed = padded(&lower(query));
        Query { plain: ascii(&typed), typed: typed.trim_end().to_owned() }
    }

    /// How well a phrase answers; `None` where a word is missing. Whole words count more than
    /// beginnings, the words in their order more than apart, the marks as they were typed most.
    fn score(&self, text: &str, about: &str) -> Option<u32> {
        let whole = padded(&lower(&format!("{text} {about}")));
        let plain = ascii(&whole);
        let mut score = 0;
        for word in self.plain.split_whitespace() {
            let begins = format!(" {word}");
            if !plain.contains(&begins) {
                return None;
            }
            score += 1 + u32::from(plain.contains(&format!("{begins} ")));
        }
        let in_order = plain.contains(self.plain.trim_end());
        let as_typed = whole.contains(&self.typed);
        Some(score + 8 * u32::from(in_order) + 16 * u32::from(as_typed))
    }
}

#[cfg(test)]
mod tests;
