//! Between the head and section I: title, subject, căn cứ, opening.

use super::lines::{Gap, Line};
use super::marks::{self, Mark};
use super::paragraphs::Paragraph;
use super::placeholders::filled_in;
use super::words::{begins, begins_capital, begins_small, count, end_mark, find, is_caps, words};
use crate::plan::{Basis, Plan};

/// Finds the line that says what kind of document this is, before its first section.
pub fn find_title(lines: &[Line]) -> Option<usize> {
    lines
        .iter()
        .take_while(|line| marks::split(&line.text).is_none_or(|marked| marked.mark != Mark::Section))
        .take(60)
        .position(|line| line.row.is_none() && split_title(&line.text).is_some())
}

const KINDS: [&str; 4] = ["ke hoach", "chuong trinh", "phuong an", "de an"];

/// The title at the beginning of a line, and the subject that may stand behind it.
fn split_title(line: &str) -> Option<(&str, &str)> {
    if !begins(line, &KINDS) {
        return None;
    }
    let words = words(line);
    let (end, rest) = (words[1].at.end, line[words[1].at.end..].trim());
    let alone = rest.trim_matches([':', '.', '*', ' ']).is_empty();
    if !is_caps(&line[..end]) {
        return (alone && begins(line, &KINDS[..1])).then_some((line, ""));
    }
    match () {
        () if alone => Some((&line[..end], "")),
        () if begins(line, &KINDS[..1]) && is_caps(rest) && count(rest) <= 2 => Some((line, "")),
        () if begins(line, &KINDS[..1]) => Some((&line[..end], rest)),
        () => None,
    }
}

/// Reads title, issuing body and subject; gives back how many lines they take.
pub fn title_and_subject(lines: &[Line], plan: &mut Plan) -> usize {
    let Some((title, behind)) = lines.first().and_then(|line| split_title(&line.text)) else { return 0 };
    if count(title) > 2 || !begins(title, &KINDS[..1]) {
        plan.title = title.to_owned();
    }
    let mut subject = behind.to_owned();
    // Where the last line begins, if it is a paragraph of its own: in Word, or where lines are
    // longer than a page is wide.
    let mut last = None;
    let mut taken = 1;
    if let Some(line) = lines
        .get(taken)
        .filter(|line| line.row.is_none() && is_caps(&line.text) && begins(&line.text, &["cua"]))
    {
        plan.title_body = line.text.clone();
        taken += 1;
    }
    let first = taken;
    while let Some(line) = lines.get(taken) {
        let ended = line.gap == Gap::Rule && !subject.is_empty();
        if ended || !is_subject(&lines[first..], taken - first, &subject) {
            break;
        }
        if !subject.is_empty() {
            // A body that stands apart from the subject keeps its own line.
            let apart = line.gap == Gap::Blank && begins(&line.text, &["cua"]);
            subject.push(if apart { '\n' } else { ' ' });
        }
        let own = (line.evidence.bold.is_some() && !line.evidence.within)
            || lines[taken - 1].text.chars().count() > WIDEST;
        let own = own && !subject.is_empty();
        last = Some(subject.len()).filter(|_| own);
        subject.push_str(&line.text);
        taken += 1;
    }
    if let Some(at) = last.filter(|at| names_issuer(&subject[*at..])) {
        subject.replace_range(at - 1..at, "\n");
    }
    plan.subject = filled_in(subject);
    taken
}

/// Letters that stand side by side on a page at most.
const WIDEST: usize = 100;

/// Whether a line under the subject says whose plan it is.
fn names_issuer(line: &str) -> bool {
    let behind = words(line).get(1).map_or("", |word| &line[word.at.start..]);
    begins(line, &["cua"]) && begins(behind, &SPEAKERS) && count(line) <= 16
}

/// Whether the line at `i` of those under the title belongs to the subject.
fn is_subject(lines: &[Line], i: usize, subject: &str) -> bool {
    let line = &lines[i];
    if line.row.is_some() {
        return false;
    }
    let text = line.text.as_str();
    let marked = marks::split(text).is_some();
    let sentence =
        matches!(end_mark(text), Some(':' | ';')) || (end_mark(text) == Some('.') && count(text) > 25);
    if marked || sentence || is_basis(text) {
        return false;
    }
    if subject.is_empty() {
        return true;
    }
    if begins_small(text) {
        return end_mark(subject) != Some('.');
    }
    let opens = is_opener(text);
    line.gap == Gap::None && !opens && text.chars().count() < 130 && !ends_preamble(&lines[i..])
        || line.gap == Gap::Blank && !opens && text.starts_with('(') && text.ends_with(')')
}

/// Whether the lines from here on are one sentence of the issuing body that ends in a
/// colon: the opening.
fn ends_preamble(lines: &[Line]) -> bool {
    let goes_on = |(i, line): &(usize, &Line)| *i == 0 || (line.gap == Gap::None && !is_opener(&line.text));
    let mut sentence =
        lines.iter().enumerate().take_while(goes_on).take(12).map(|(_, line)| end_mark(&line.text));
    begins(&lines[0].text, &SPEAKERS) && sentence.find(Option::is_some).flatten() == Some(':')
}

fn is_opener(text: &str) -> bool {
    begins(text, &OPENERS) && begins_capital(text)
}

/// How an opening begins after the subject.
const OPENERS: [&str; 14] = [
    "can cu",
    "thuc hien",
    "thi hanh",
    "theo",
    "nham",
    "de",
    "tren co so",
    "tiep tuc",
    "trien khai",
    "huong ung",
    "xet",
    "phat huy",
    "chao mung",
    "thiet thuc",
];

/// Who begins an opening.
const SPEAKERS: [&str; 12] = [
    "ban",
    "uy ban",
    "ubnd",
    "dang uy",
    "chi bo",
    "mttq",
    "hoi",
    "doan",
    "hoi dong",
    "phong",
    "truong",
    "thuong truc",
];

/// Whether a line cites what the plan rests on.
fn is_basis(text: &str) -> bool {
    let text =
        marks::split(text).filter(|marked| marked.mark == Mark::Dash).map_or(text, |marked| marked.rest);
    begins(text, &["can cu"]) && begins_capital(text)
}

/// Reads căn cứ and opening out of the paragraphs before the first section.
///
/// A căn cứ is a paragraph that begins with these words, or one that ends in `;` above
/// another căn cứ ("Thực hiện Luật …;"). Once the opening has begun, everything up to the
/// first section belongs to it, so that the order of the source is kept.
pub fn bases_and_opening(paragraphs: &[Paragraph], plan: &mut Plan) {
    let is_list = |paragraph: &Paragraph| {
        let ended = end_mark(&paragraph.text);
        let cites = is_basis(&paragraph.text) && paragraph.row.is_none();
        (cites && ended != Some(':')) || (ended == Some(';') && !cites && paragraph.row.is_none())
    };
    let last = paragraphs.iter().rposition(is_basis_paragraph);
    let listed = paragraphs.iter().take_while(|paragraph| is_list(paragraph)).count();
    let bases = if last.is_some() { listed } else { 0 };
    for paragraph in &paragraphs[..bases] {
        for text in each_basis(&paragraph.text) {
            let id = plan.new_row();
            plan.bases.push(Basis { id, text: text.to_owned(), ..Basis::default() });
        }
    }
    plan.opening = paragraphs[bases..].iter().map(Paragraph::whole).collect::<Vec<_>>().join("\n");
}

fn is_basis_paragraph(paragraph: &Paragraph) -> bool {
    paragraph.row.is_none() && is_basis(&paragraph.text) && end_mark(&paragraph.text) != Some(':')
}

/// Several căn cứ that were run into one paragraph, one by one.
fn each_basis(text: &str) -> Vec<&str> {
    let mut rest = text;
    let mut bases = Vec::new();
    while let Some(at) = rest.match_indices("; ").map(|(at, _)| at + 2).find(|at| is_basis(&rest[*at..])) {
        bases.push(rest[..at].trim_end());
        rest = &rest[at..];
    }
    bases.push(rest);
    bases
}

/// Whether a paragraph without a mark is the heading of a section all the same: in
/// capitals, in a text whose Roman numbers were lost, or by a title that plans always have.
pub fn is_heading(paragraph: &Paragraph, numbered: bool) -> bool {
    paragraph.mark.is_none()
        && paragraph.row.is_none()
        && is_caps(&paragraph.text)
        && (2..=40).contains(&count(&paragraph.text))
        && (!numbered || begins(&paragraph.text, &["muc dich", "to chuc thuc hien", "noi dung", "nhiem vu"]))
}

/// Where the body begins among the paragraphs after the subject.
pub fn body_start(paragraphs: &[Paragraph], numbered: bool) -> usize {
    let marked = |paragraph: &Paragraph| {
        is_heading(paragraph, numbered)
            || !matches!(paragraph.mark, None | Some(Mark::Dash | Mark::InnerDash))
    };
    let opening = |paragraph: &Paragraph| {
        find(&words(&paragraph.text), "nhu sau").is_some() && end_mark(&paragraph.text) == Some(':')
    };
    paragraphs.iter().position(marked).unwrap_or_else(|| {
        // No outline at all: the opening is what leads to the rest.
        let colon = paragraphs
            .iter()
            .position(opening)
            .or_else(|| paragraphs.iter().position(|p| end_mark(&p.text) == Some(':')));
        let first = paragraphs.iter().position(|paragraph| !is_basis_paragraph(paragraph));
        colon.or(first).map_or(paragraphs.len(), |at| at + 1)
    })
}
