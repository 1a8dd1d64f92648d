//! What each line of a source is: cuts the lines into head, front matter, body, end and
//! appendices, and tells paragraphs from the lines that go on with them.

use std::collections::BTreeMap;

use super::appendix;
use super::details;
use super::ending::{self, begins_ending, is_bare_title};
use super::front_matter::{bases, body_start, find_title, subject};
use super::header::is_head;
use super::levels::levels;
use super::lines::{Gap, Line};
use super::marks::{self, Mark};
use super::paragraphs::{Paragraph, join};
use super::role::{Guess, Role};
use super::words::{begins, begins_capital, end_mark, is_caps};

/// The roles of all lines: the chosen ones, and for all others what stands there. Where several
/// parts of the head or the end share a line, its role is [`Role::Head`] or [`Role::Ending`].
pub fn roles(lines: &[Line], chosen: &BTreeMap<usize, Role>) -> Vec<Guess> {
    let mut roles = Roles { guesses: vec![Guess { role: Role::Continued, sure: true }; lines.len()] };
    let free = free(lines, chosen);
    let chosen_at = |of: fn(&Role) -> bool| {
        let at = chosen.iter().find(|(_, role)| of(role)).map(|(at, _)| *at)?;
        Some(free.partition_point(|line| line.at < at))
    };

    let chosen_title = chosen_at(|role| *role == Role::Title);
    let title = chosen_title.or_else(|| find_title(&free));
    let head = title.unwrap_or_else(|| free.iter().take_while(|line| opens_a_page(line)).count());
    roles.set(&free[..head], Role::Head, true);
    let appendix = head + appendix::start(&free[head..]);
    let appendix = chosen_at(|role| *role == Role::Appendix).map_or(appendix, |at| at.clamp(head, appendix));
    roles.set(&free[appendix..], Role::Appendix, true);
    let rest = &free[head..appendix];
    let mut end = ending_start(rest);
    if end == rest.len() {
        end = chosen_at(Role::is_of_ending).map_or(end, |at| at.saturating_sub(head).min(end));
    }
    roles.set(&rest[end..], Role::Ending, true);

    let text = roles.without_head(&rest[..end]);
    let taken = if title.is_some() { roles.title_and_subject(&text, chosen_title.is_some()) } else { 0 };
    roles.text(&text[taken..]);
    for (at, role) in chosen {
        if let Some(guess) = roles.guesses.get_mut(*at) {
            *guess = Guess { role: *role, sure: true };
        }
    }
    roles.guesses
}

/// The lines whose role is not chosen. Over one that is part of the text, no sentence goes on.
fn free(lines: &[Line], chosen: &BTreeMap<usize, Role>) -> Vec<Line> {
    let mut gap = Gap::None;
    let mut free = Vec::with_capacity(lines.len());
    for line in lines {
        match chosen.get(&line.at) {
            None => free.push(Line { gap: std::mem::take(&mut gap).max(line.gap), ..line.clone() }),
            Some(Role::Unplaced) => {}
            Some(_) => gap = Gap::Rule,
        }
    }
    free
}

struct Roles {
    guesses: Vec<Guess>,
}

impl Roles {
    fn set(&mut self, lines: &[Line], role: Role, sure: bool) {
        for line in lines {
            self.guesses[line.at] = Guess { role, sure };
        }
    }

    /// Takes out lines of the head that a converter put under the title.
    fn without_head(&mut self, lines: &[Line]) -> Vec<Line> {
        let before = lines.iter().take_while(|line| marks::split(&line.text).is_none()).take(20).count();
        let mut kept = Vec::with_capacity(lines.len());
        let mut gap = Gap::None;
        for (i, line) in lines.iter().enumerate() {
            if i > 0 && i < before && line.table.is_none() && is_head(&line.text) {
                self.set(std::slice::from_ref(line), Role::Head, true);
                gap = gap.max(line.gap).max(Gap::Blank);
            } else {
                kept.push(Line { gap: std::mem::take(&mut gap).max(line.gap), ..line.clone() });
            }
        }
        kept
    }

    /// Title, issuing body and subject; gives back how many lines they take.
    fn title_and_subject(&mut self, lines: &[Line], titled: bool) -> usize {
        let (title, subject) = subject(lines, titled);
        self.set(&lines[..title], Role::Title, true);
        for (i, line) in lines[title..subject].iter().enumerate() {
            let sure = i == 0 || is_caps(&line.text) || !begins_capital(&line.text) || line.evidence.within;
            self.set(std::slice::from_ref(line), Role::Subject, sure);
        }
        subject
    }

    /// Everything between the subject and the end.
    fn text(&mut self, lines: &[Line]) {
        for pair in lines.windows(2) {
            // Over the end of a sentence it is the width of the page that speaks.
            let sure = end_mark(&pair[0].text).is_none();
            self.set(&pair[1..], Role::Continued, sure);
        }
        let paragraphs = join(lines);
        let numbered = paragraphs.iter().any(|paragraph| paragraph.mark == Some(Mark::Section));
        let (front, body) = paragraphs.split_at(body_start(&paragraphs, numbered));
        let (body, closing) = body.split_at(closing_start(body));
        let bases = bases(front);
        for (i, paragraph) in front.iter().enumerate() {
            let role = if i < bases { Role::Basis } else { Role::Opening };
            self.guesses[paragraph.at] = Guess { role, sure: true };
        }
        let mut guesses = levels(body, numbered);
        details::find(body, &mut guesses);
        for (paragraph, guess) in body.iter().zip(guesses) {
            self.guesses[paragraph.at] = guess;
        }
        for paragraph in closing {
            self.guesses[paragraph.at] =
                Guess { role: Role::Closing, sure: begins(&paragraph.text, &CLOSINGS) };
        }
    }
}

/// Whether a line at the top of a text without a title belongs to the head.
fn opens_a_page(line: &Line) -> bool {
    is_head(&line.text) || (is_caps(&line.text) && marks::split(&line.text).is_none())
}

/// Where recipients and signature begin: at "Nơi nhận" or a code of signing; else, behind
/// the closing paragraph, at the first list line or signer; else at a signer's title near
/// the end.
fn ending_start(lines: &[Line]) -> usize {
    let anchor = lines.iter().skip(1).position(begins_ending).map_or(lines.len(), |at| at + 1);
    let closing = lines[..anchor].iter().rposition(is_closing_line);
    if let Some(closing) = closing {
        let listed = |line: &Line| {
            let mark = marks::split(&line.text).map(|m| m.mark);
            line.table.is_none()
                && (matches!(mark, Some(Mark::Dash | Mark::InnerDash)) || is_bare_title(&line.text))
        };
        let last = lines[..anchor].iter().rposition(|line| {
            let mark = marks::split(&line.text).map(|m| m.mark);
            line.table.is_none() && matches!(mark, Some(Mark::Section | Mark::Number(..) | Mark::Letter(_)))
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
    line.table.is_none() && begins(&line.text, &["tren day la"]) && begins_capital(&line.text)
}

/// Where the closing begins among the paragraphs of the body: at the first of the last
/// paragraphs without a mark that speaks of the plan as a whole.
fn closing_start(body: &[Paragraph]) -> usize {
    let free = body.len()
        - body
            .iter()
            .rev()
            .take_while(|paragraph| {
                paragraph.mark.is_none() && paragraph.table.is_none() && !is_caps(&paragraph.text)
            })
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
