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
        .position(|line| line.table.is_none() && split_title(&line.text).is_some())
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

/// How many lines the title takes, with the body under it, and where the subject ends. With
/// `titled` the title stands above these lines.
pub fn subject(lines: &[Line], titled: bool) -> (usize, usize) {
    let first = lines.first().filter(|_| !titled).and_then(|line| split_title(&line.text));
    let mut subject = first.map_or("", |(_, behind)| behind);
    let mut title = usize::from(first.is_some());
    title += usize::from(lines.get(title).is_some_and(is_title_body));
    let mut end = title;
    while let Some(line) = lines.get(end) {
        let ended = line.gap == Gap::Rule && !subject.is_empty();
        if ended || !is_subject(&lines[title..], end - title, subject) {
            break;
        }
        subject = &line.text;
        end += 1;
    }
    (title, end)
}

fn is_title_body(line: &Line) -> bool {
    line.table.is_none() && is_caps(&line.text) && begins(&line.text, &["cua"])
}

/// Reads the title and the body under it; what stands behind the title on its line is the
/// beginning of the subject.
pub fn title(lines: &[Line], plan: &mut Plan) {
    let Some((first, others)) = lines.split_first() else { return };
    let (title, behind) = split_title(&first.text).unwrap_or((&first.text, ""));
    // By words as `begins` has them: "KẾ;HOẠCH" are two.
    if words(title).len() > 2 || !begins(title, &KINDS[..1]) {
        plan.title = title.to_owned();
    }
    plan.subject = behind.to_owned();
    plan.title_body = others.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n");
}

/// Reads the subject.
pub fn subject_of(lines: &[Line], plan: &mut Plan) {
    let mut subject = std::mem::take(&mut plan.subject);
    // Where the last line begins, if it is a paragraph of its own: in Word, or where lines are
    // longer than a page is wide.
    let mut last = None;
    for (i, line) in lines.iter().enumerate() {
        if !subject.is_empty() {
            // A body that stands apart from the subject keeps its own line.
            let apart = line.gap == Gap::Blank && begins(&line.text, &["cua"]);
            subject.push(if apart { '\n' } else { ' ' });
        }
        let above = i.checked_sub(1).map(|above| lines[above].text.chars().count());
        let own = (line.evidence.bold.is_some() && !line.evidence.within)
            || above.is_some_and(|length| length > WIDEST);
        last = Some(subject.len()).filter(|_| own && !subject.is_empty());
        subject.push_str(&line.texts().join(" "));
    }
    if let Some(at) = last.filter(|at| names_issuer(&subject[*at..])) {
        subject.replace_range(at - 1..at, "\n");
    }
    plan.subject = filled_in(subject);
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
    if line.table.is_some() {
        return false;
    }
    let text = line.text.as_str();
    let marked = marks::split(text).is_some();
    let sentence =
        matches!(end_mark(text), Some(':' | ';')) || (end_mark(text) == Some('.') && count(text) > 25);
    if marked || sentence || is_basis(text) || begins(text, &["kinh gui"]) {
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

/// How many of the paragraphs before the first section are căn cứ.
///
/// A căn cứ is a paragraph that begins with these words, one that ends in `;`, or one of a
/// list with dashes that gives a reason in other words ("- Thực hiện Luật …") above another
/// căn cứ. Once the opening has begun, everything up to the first section belongs to it, so
/// that the order of the source is kept.
pub fn bases(paragraphs: &[Paragraph]) -> usize {
    let Some(last) = paragraphs.iter().rposition(is_basis_paragraph) else { return 0 };
    let is_list = |(at, paragraph): &(usize, &Paragraph)| {
        let ended = end_mark(&paragraph.text);
        let reason = *at < last && paragraph.mark == Some(Mark::Dash) && ended != Some(':');
        let listed = ended == Some(';') || (reason && is_opener(&paragraph.text));
        is_basis_paragraph(paragraph) || (listed && paragraph.table.is_none())
    };
    paragraphs.iter().enumerate().take_while(is_list).count()
}

/// Adds the căn cứ of a paragraph.
pub fn add_bases(paragraph: &Paragraph, plan: &mut Plan) {
    let text = if paragraph.table.is_some() { paragraph.whole() } else { paragraph.text.clone() };
    for text in each_basis(&text) {
        let id = plan.new_row();
        plan.bases.push(Basis { id, text: text.to_owned(), ..Basis::default() });
    }
}

fn is_basis_paragraph(paragraph: &Paragraph) -> bool {
    paragraph.table.is_none() && is_basis(&paragraph.text) && end_mark(&paragraph.text) != Some(':')
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
        && paragraph.table.is_none()
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
