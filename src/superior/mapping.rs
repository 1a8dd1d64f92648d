//! Names of the superior's level turned into the user's: proposals, each with its places.

use std::ops::Range;

use super::bodies::{self, Counterpart};
use super::words::{Token, begins, ends, phrase, tokens};
use crate::format::{Source, commune_noun};
use crate::order;
use crate::plan::{Issuer, RowId, one_line};
use crate::vietnamese::{lower, lower_letter, sentence_case, upper};

/// A proposal: wherever `places` says, `from` becomes `to`. Nothing changes until it is among
/// the accepted ones; places that the user refuses are taken out of it, and `to` may be edited.
#[derive(Clone, Debug, PartialEq)]
pub struct Mapping {
    /// The name as the text has it.
    pub from: String,
    /// What it becomes, in the same case.
    pub to: String,
    /// Where that counterpart stands and how sure it is.
    pub source: Source,
    /// Everywhere it would apply.
    pub places: Vec<Place>,
}

/// A place in the superior's plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The row; 0 for the subject.
    pub row: RowId,
    /// The field of that row.
    pub field: Field,
    /// The bytes of the name in the field.
    pub at: Range<usize>,
}

/// A field in which names are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // Named as the fields of a task.
pub enum Field {
    Subject,
    Title,
    Text,
    Lead,
    Support,
    Deliverable,
}

/// Finds names of the superior's level in texts.
pub struct Finder {
    rows: Vec<(Vec<String>, &'static Counterpart)>,
    /// Common noun and name of the province, as words.
    noun: Vec<String>,
    province: Vec<String>,
    commune: String,
    found: Vec<Mapping>,
}

impl Finder {
    /// For a body of a commune.
    pub fn new(issuer: &Issuer) -> Finder {
        let province = one_line(&issuer.province);
        let city = lower(&province).starts_with("thành phố");
        let (noun, committee) = if city { ("thành phố", "Thành") } else { ("tỉnh", "Tỉnh") };
        let name = Some(&province)
            .and_then(|full| full.get(noun.len()..))
            .filter(|_| lower(&province).starts_with(noun));
        let fill = |from: &str| phrase(&from.replace("{tỉnh}", noun).replace("{ủy}", committee));
        Finder {
            rows: bodies::ALL.iter().map(|row| (fill(row.from), row)).collect(),
            noun: phrase(noun),
            province: phrase(name.unwrap_or(&province)),
            commune: one_line(&issuer.commune),
            found: Vec::new(),
        }
    }

    /// Looks through a field.
    pub fn look(&mut self, row: RowId, field: Field, text: &str) {
        let tokens = tokens(text);
        let apart = apart(text, &tokens);
        let mut at = 0;
        while at < tokens.len() {
            let here = tokens.get(at..).unwrap_or_default();
            let fitting = self.rows.iter().filter(|(words, _)| begins(here, words));
            let Some((words, body)) = fitting.max_by_key(|(words, _)| words.len()) else {
                at += 1;
                continue;
            };
            let body = *body;
            let (end, tail) = self.tail(text, &tokens, at + words.len(), body.from.ends_with("{tỉnh}"));
            let free = !apart.get(at).is_some_and(|apart| *apart) && !issues_document(&tokens, at);
            let range = tokens.get(end - 1).map(|last| here[0].at.start..last.at.end);
            if let (true, Some(range)) = (free && tail != Tail::Other && !body.to.is_empty(), range) {
                self.propose(body, tail == Tail::Named, text, Place { row, field, at: range });
            }
            at = end;
        }
    }

    /// The proposals, in the order in which their names first stand.
    pub fn finish(self) -> Vec<Mapping> {
        self.found
    }

    /// What follows a name: the province's, nothing, or the name of another place.
    fn tail(&self, text: &str, tokens: &[Token], mut end: usize, has_noun: bool) -> (usize, Tail) {
        let rest = |end: usize| tokens.get(end..).unwrap_or_default();
        if !has_noun && begins(rest(end), &self.noun) {
            end += self.noun.len();
        }
        if !self.province.is_empty() && begins(rest(end), &self.province) {
            return (end + self.province.len(), Tail::Named);
        }
        let next = tokens.get(end).and_then(|next| text.get(next.at.clone())?.chars().next());
        let other = next.is_some_and(|first| first != lower_letter(first) || first.is_ascii_digit());
        (end, if other { Tail::Other } else { Tail::Bare })
    }

    fn propose(&mut self, body: &Counterpart, named: bool, text: &str, place: Place) {
        let Some(found) = text.get(place.at.clone()) else { return };
        let (from, to) = (one_line(found), self.target(body.to, named));
        let to = like(&from, &to);
        match self.found.iter_mut().find(|mapping| mapping.from == from && mapping.to == to) {
            Some(mapping) => mapping.places.push(place),
            None => self.found.push(Mapping { from, to, source: body.source, places: vec![place] }),
        }
    }

    fn target(&self, to: &str, named: bool) -> String {
        let noun = commune_noun(&self.commune);
        let unit = if named && !self.commune.is_empty() { &self.commune } else { noun };
        let island = noun == "đặc khu";
        match to {
            "{kinh tế}" if noun == "phường" => "Phòng Kinh tế, Hạ tầng và Đô thị".into(),
            "{kinh tế}" => "Phòng Kinh tế".into(),
            "{tổ chức}" if island => "Ban Tổ chức Đảng ủy".into(),
            "{tuyên giáo}" if island => "Ban Tuyên giáo và Dân vận Đảng ủy".into(),
            "{tổ chức}" | "{tuyên giáo}" => "Ban Xây dựng Đảng".into(),
            _ => to.replace("{xã}", unit),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tail {
    Named,
    Bare,
    Other,
}

/// The bodies at the side of an issuer that stand for those of the superior's level.
pub(crate) fn bodies_of(issuer: &Issuer) -> Vec<String> {
    let finder = Finder { rows: Vec::new(), ..Finder::new(issuer) };
    let mut bodies: Vec<String> = Vec::new();
    for body in &bodies::ALL {
        let name = finder.target(body.to, false);
        // Others are words for the territory.
        if name.chars().next().is_some_and(char::is_uppercase) && !bodies.contains(&name) {
            bodies.push(name);
        }
    }
    bodies
}

/// `to` in the case of `from`.
fn like(from: &str, to: &str) -> String {
    if from == upper(from) {
        return upper(to);
    }
    let capital = from.chars().next().is_some_and(|first| first != lower_letter(first));
    if capital { sentence_case(to) } else { to.to_owned() }
}

/// Which words stand in quotes or belong to a cited document: from its number to the end of the
/// sentence or bracket, where its issuer and its subject stand.
fn apart(text: &str, tokens: &[Token]) -> Vec<bool> {
    let (mut quote, mut cited, mut depth, mut cited_at) = (None, false, 0_usize, 0_usize);
    let mut marks = Vec::with_capacity(tokens.len());
    for (i, token) in tokens.iter().enumerate() {
        let mark = token.plain.as_str();
        match (quote, mark) {
            (None, "“") => quote = Some("”"),
            (None, "«") => quote = Some("»"),
            (None, "\"") => quote = Some("\""),
            (Some(close), _) if mark == close || mark == "\n" => quote = None,
            _ => {}
        }
        match mark {
            "(" => depth += 1,
            ")" => {
                cited &= depth != cited_at || depth == 0;
                depth = depth.saturating_sub(1);
            }
            _ => {}
        }
        if cited && matches!(mark, "." | ";" | "\n") && quote.is_none() {
            cited = false;
        }
        if !cited && is_number(text, tokens, i) {
            (cited, cited_at) = (true, depth);
        }
        marks.push(cited || quote.is_some());
    }
    marks
}

/// Whether the number of a document begins here: `27-NQ/TW`, `30/2020/NĐ-CP`, `…/KH-UBND`.
fn is_number(text: &str, tokens: &[Token], at: usize) -> bool {
    let word = |i: usize| tokens.get(at + i).and_then(|token| text.get(token.at.clone())).unwrap_or_default();
    let number = |i: usize| !word(i).is_empty() && word(i).bytes().all(|b| b.is_ascii_digit());
    let letters = |i: usize| word(i).chars().next().is_some_and(|first| first != lower_letter(first));
    let joined = |i: usize| {
        let ends = tokens.get(at + i).zip(tokens.get(at + i + 1));
        ends.is_some_and(|(a, b)| a.at.end == b.at.start)
    };
    let sign = |i: usize| matches!(word(i), "/" | "-") && joined(i - 1) && joined(i);
    (number(0) || word(0) == "…") && sign(1) && (letters(2) || number(2) && sign(3) && letters(4))
}

/// Whether the body at `at` is the one that issued a document: "Kế hoạch của Ban Thường vụ …".
fn issues_document(tokens: &[Token], at: usize) -> bool {
    const KINDS: [(&str, &str); 13] = [
        ("kế", "hoạch"),
        ("nghị", "quyết"),
        ("chỉ", "thị"),
        ("kết", "luận"),
        ("quyết", "định"),
        ("chương", "trình"),
        ("hướng", "dẫn"),
        ("công", "văn"),
        ("công", "điện"),
        ("đề", "án"),
        ("thông", "báo"),
        ("quy", "chế"),
        ("quy", "định"),
    ];
    let before = tokens.get(..at).unwrap_or_default();
    let near = before.iter().rev().take(5).take_while(|token| !ends(token) && token.plain != ",");
    let Some(back) = near.into_iter().position(|token| token.plain == "của") else { return false };
    let before = before.get(..at - back - 1).unwrap_or_default();
    let near = before.get(before.len().saturating_sub(4)..).unwrap_or_default();
    near.windows(2).any(|pair| KINDS.contains(&(pair[0].plain.as_str(), pair[1].plain.as_str())))
}

/// A field with the accepted mappings applied. A place at which the text does not say `from` is
/// passed over. In a list of bodies a name that is there already is not put a second time.
pub fn apply(mappings: &[Mapping], row: RowId, field: Field, text: &str) -> String {
    let of_field =
        |mapping: &'_ Mapping| mapping.places.iter().any(|place| place.row == row && place.field == field);
    let mut changes: Vec<(&Mapping, Range<usize>)> = Vec::new();
    for mapping in mappings.iter().filter(|mapping| of_field(mapping)) {
        let here = mapping.places.iter().filter(|place| place.row == row && place.field == field);
        changes.extend(here.map(|place| (mapping, place.at.clone())));
    }
    order::sort_by_key(&mut changes, |(_, at)| at.start);
    let list = matches!(field, Field::Lead | Field::Support);
    let mut put: Vec<&str> = Vec::new();
    let (mut out, mut done) = (String::with_capacity(text.len()), 0);
    for (mapping, at) in changes {
        let says =
            at.start >= done && text.get(at.clone()).is_some_and(|found| one_line(found) == mapping.from);
        let Some(between) = text.get(done..at.start).filter(|_| says) else { continue };
        out.push_str(between);
        done = at.end;
        if list && put.contains(&mapping.to.as_str()) {
            let kept = out.trim_end_matches([' ', ',', ';', '\n']);
            let kept = kept.strip_suffix(" và").unwrap_or(kept).len();
            out.truncate(kept);
        } else {
            out.push_str(&mapping.to);
            put.push(&mapping.to);
        }
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}
