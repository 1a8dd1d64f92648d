//! The pass that builds the plan: cuts the lines into head, front matter, body, end and
//! appendices, and has each read by its module.

use super::appendix;
use super::body;
use super::ending::{self, Ending, begins_ending, is_bare_title};
use super::family::family;
use super::front_matter::{bases_and_opening, body_start, find_title, title_and_subject};
use super::header::{Header, is_head};
use super::lines::{Gap, Line, Source};
use super::marks::{self, Mark};
use super::paragraphs::{Paragraph, join};
use super::words::{begins, begins_capital, end_mark, is_caps};
use super::{Embedded, Imported};
use crate::plan::Plan;

/// Builds a plan of the lines of a source.
pub fn recognise(source: Source) -> Imported {
    let Source { lines, taken_out: mut leftover, foot, .. } = source;
    let mut plan = Plan::default();
    plan.markings.address = foot.join("\n");
    let mut header = Header::default();

    let title = find_title(&lines);
    let head = title.unwrap_or_else(|| lines.iter().take_while(|line| opens_a_page(line)).count());
    header.take_lines(&lines[..head]);
    let (rest, appendices) = lines[head..].split_at(appendix::start(&lines[head..]));
    let (text, end) = rest.split_at(ending_start(rest));

    let text = without_head(text, &mut header);
    let taken = title_and_subject(&text, &mut plan);
    let paragraphs = join(&text[taken..]);
    let numbered = paragraphs.iter().any(|paragraph| paragraph.mark == Some(Mark::Section));
    let (front, body) = paragraphs.split_at(body_start(&paragraphs, numbered));
    let (body, closing) = body.split_at(closing_start(body));

    let mut ending = Ending::default();
    end.iter().for_each(|line| ending.take(line));

    bases_and_opening(front, &mut plan);
    plan.format = family(&header, &ending, &[&plan.subject, &plan.opening]);
    body::sections(body, numbered, &mut plan);
    let closing = closing.iter().map(Paragraph::whole).chain(ending.closing.drain(..));
    plan.closing = closing.collect::<Vec<_>>().join("\n");
    header.write(&mut plan, &mut leftover);
    ending.write(&mut plan, &mut leftover);
    appendix::read(appendices, &mut plan, &mut leftover);
    Imported { plan, leftover, embedded: Embedded::None }
}

/// Whether a line at the top of a text without a title belongs to the head.
fn opens_a_page(line: &Line) -> bool {
    is_head(&line.text) || (is_caps(&line.text) && marks::split(&line.text).is_none())
}

/// Takes out lines of the head that a converter put under the title.
fn without_head(lines: &[Line], header: &mut Header) -> Vec<Line> {
    let before = lines.iter().take_while(|line| marks::split(&line.text).is_none()).take(20).count();
    let mut kept = Vec::with_capacity(lines.len());
    let mut gap = Gap::None;
    for (i, line) in lines.iter().enumerate() {
        if i > 0 && i < before && line.row.is_none() && is_head(&line.text) {
            header.take(&line.text);
            gap = gap.max(line.gap).max(Gap::Blank);
        } else {
            kept.push(Line { gap: std::mem::replace(&mut gap, Gap::None).max(line.gap), ..line.clone() });
        }
    }
    kept
}

/// Where recipients and signature begin: at "Nơi nhận" or a code of signing; else, behind
/// the closing paragraph, at the first list line or signer; else at a signer's title near
/// the end.
fn ending_start(lines: &[Line]) -> usize {
    let anchor = lines.iter().skip(1).position(begins_ending).map_or(lines.len(), |at| at + 1);
    let closing = lines[..anchor].iter().rposition(is_closing_line);
    if let Some(closing) = closing {
        let listed = |line: &Line| {
            matches!(marks::split(&line.text).map(|m| m.mark), Some(Mark::Dash | Mark::InnerDash))
                || is_bare_title(&line.text)
        };
        let last = lines[..anchor].iter().rposition(|line| {
            matches!(
                marks::split(&line.text).map(|m| m.mark),
                Some(Mark::Section | Mark::Number(..) | Mark::Letter(_))
            )
        });
        if last.is_none_or(|last| last < closing) {
            return (closing + 1..anchor).find(|at| listed(&lines[*at])).unwrap_or(anchor);
        }
    }
    if anchor < lines.len() {
        return anchor;
    }
    let tail = lines.len().saturating_sub(12).max(1);
    (tail..lines.len())
        .find(|at| is_bare_title(&lines[*at].text) && signs(&lines[*at..]))
        .unwrap_or(lines.len())
}

/// Whether a name stands under a signer's title.
fn signs(lines: &[Line]) -> bool {
    lines.iter().skip(1).take(4).any(|line| ending::is_name(&line.text))
}

fn is_closing_line(line: &Line) -> bool {
    begins(&line.text, &["tren day la"]) && begins_capital(&line.text)
}

/// Where the closing begins among the paragraphs of the body: at the first of the last
/// paragraphs without a mark that speaks of the plan as a whole.
fn closing_start(body: &[Paragraph]) -> usize {
    let free = body.len()
        - body
            .iter()
            .rev()
            .take_while(|paragraph| paragraph.mark.is_none() && !is_caps(&paragraph.text))
            .count();
    // The first paragraph under a title is what the title is about.
    let headed =
        free > 0 && end_mark(&body[free - 1].text).is_none() && body[free - 1].mark != Some(Mark::Dash);
    let tail = (free..body.len()).find(|at| {
        let text = &body[*at].text;
        let own = begins(text, &CLOSINGS);
        let last = begins(text, &REQUESTS) && !(headed && *at == free);
        begins_capital(text) && (own || last)
    });
    tail.unwrap_or(body.len())
}

/// How a closing begins.
const CLOSINGS: [&str; 8] = [
    "tren day la",
    "tren day",
    "can cu ke hoach nay",
    "can cu noi dung ke hoach",
    "ke hoach nay",
    "nhan duoc ke hoach",
    "trong qua trinh",
    "qua trinh",
];

/// How the last paragraph may begin when it asks those concerned to carry out the plan.
const REQUESTS: [&str; 5] = ["yeu cau", "de nghi", "can cu", "giao", "dinh ky"];
