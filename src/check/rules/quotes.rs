//! Quotes and brackets: what is opened is closed, and in one way.

use std::hash::Hash;

use super::clauses::{MARKS, ONE_WAY};
use super::words::with_words;
use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph};
use crate::check::rule::{Notes, Report, Rule};

pub(super) const RULES: &[Rule] = &[
    Rule::each(Error, "quotes.mixed.open", MARKS, "Ngoặc kép mở mà không đóng", open_quote),
    Rule::each(Error, "quotes.mixed.close", MARKS, "Ngoặc kép đóng mà không mở", close_quote).near(&['”']),
    Rule::each(Error, "quotes.mixed.pair", MARKS, "Mở ngoặc kép kiểu này, đóng kiểu khác", unlike_quotes)
        .mends(),
    Rule::each(Warn, "quotes.mixed.apostrophes", MARKS, "Ngoặc kép gõ bằng hai dấu nháy đơn", apostrophes)
        .near(&['\'', '‘', '’'])
        .mends(),
    Rule::whole(Warn, "quotes.mixed", ONE_WAY, "Hai kiểu ngoặc kép", two_quotes)
        .reading(two_quotes_read)
        .mends(),
    Rule::each(Error, "punctuation.bracket.open", MARKS, "Ngoặc đơn mở mà không đóng", open_bracket)
        .near(&['(']),
    Rule::each(Error, "punctuation.bracket.close", MARKS, "Ngoặc đơn đóng mà không mở", close_bracket)
        .near(&[')']),
];

fn open_quote(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if !paragraph.may_have(&['“', '"']) {
        return;
    }
    let own = &paragraph.text;
    let (mut curly, mut straight) = (Vec::new(), None);
    for (at, c) in own.char_indices() {
        match c {
            '“' => curly.push(at),
            '”' => drop(curly.pop()),
            // An inch, or seconds of arc: 5", 30'15".
            '"' if paragraph.before(at).ends_with(|c: char| c.is_ascii_digit()) && straight.is_none() => {}
            '"' => straight = if straight.is_some() { None } else { Some(at) },
            _ => {}
        }
    }
    // A quote that was opened one way and closed the other is closed.
    let open = curly.first().copied();
    if open.is_some() != straight.is_some()
        && let Some(at) = open.or(straight)
    {
        let range = with_words(paragraph, at, 4);
        report.tell(paragraph, range, "Mở ngoặc kép mà không đóng.");
    }
}

/// "“Gia đình văn hóa"": opened with one mark and closed with the other, and no more of these in the paragraph.
fn unlike_quotes(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if !paragraph.may_have(&['“', '”']) || !paragraph.may_have(&['"']) {
        return;
    }
    let is_mark = |c: &char| matches!(c, '“' | '”' | '"');
    let marks: Vec<(usize, char)> = paragraph.text.char_indices().filter(|(_, c)| is_mark(c)).collect();
    for pair in marks.chunks_exact(2) {
        let &[(from, open), (to, close)] = pair else { continue };
        let (wrong, right) = match (open, close) {
            ('“', '"') => (to..to + 1, "”"),
            ('"', '”') => (from..from + 1, "“"),
            // Marks in another order were told as such.
            ('“', '”') | ('"', '"') => continue,
            _ => return,
        };
        report.mend_part(
            paragraph,
            from..to + close.len_utf8(),
            wrong,
            right,
            "Mở và đóng ngoặc kép cùng một kiểu.",
        );
    }
}

/// A quote that was opened in another way is closed: it is mixed, and told as such.
fn close_quote(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let mut from = 0;
    for (at, mark) in paragraph.text.match_indices('”') {
        let opened = ['“', '"', '„', '«', '‟'].iter().any(|open| paragraph.slice(from..at).contains(*open));
        let apostrophes = ["''", "‘‘", "’’"].iter().any(|open| paragraph.slice(from..at).contains(open));
        if !opened && !apostrophes {
            let end = at + mark.len();
            let first = paragraph.words.iter().filter(|word| word.at.end <= at).nth_back(2);
            let start = first.map_or(paragraph.body.min(at), |word| word.at.start.max(from));
            report.tell(paragraph, start..end, "Đóng ngoặc kép mà không mở.");
        }
        from = at + mark.len();
    }
}

fn apostrophes(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let kinds = ["''", "‘‘", "’’"].into_iter().flat_map(|mark| paragraph.text.match_indices(mark));
    let mut marks: Vec<_> = kinds.map(|(at, mark)| at..at + mark.len()).collect();
    crate::order::sort_by_key(&mut marks, |mark| mark.start);
    for pair in marks.chunks_exact(2) {
        let [open, close] = pair else { continue };
        let with = format!("“{}”", paragraph.slice(open.end..close.start).trim());
        report.mend(paragraph, open.start..close.end, with, "Ngoặc kép là “ ”, không phải hai dấu nháy đơn.");
    }
}

fn two_quotes(manuscript: &Manuscript, report: &mut Report) {
    let count =
        |mark: char| manuscript.paragraphs.iter().map(|own| own.text.matches(mark).count()).sum::<usize>();
    let (straight, curly) = (count('"'), count('“') + count('”'));
    if straight == 0 || curly == 0 {
        return;
    }
    for paragraph in &manuscript.paragraphs {
        let own = &paragraph.text;
        if curly >= straight {
            let marks: Vec<usize> = own.match_indices('"').map(|(at, _)| at).collect();
            for pair in marks.chunks_exact(2) {
                let [from, to] = pair else { continue };
                let with = format!("“{}”", paragraph.slice(from + 1..*to));
                report.mend(
                    paragraph,
                    *from..to + 1,
                    with,
                    "Văn bản dùng hai kiểu ngoặc kép: thống nhất “ ”.",
                );
            }
        } else {
            for (at, _) in own.match_indices('“') {
                let Some(len) = paragraph.behind(at).find('”') else { continue };
                let with = format!("\"{}\"", paragraph.slice(at + '“'.len_utf8()..at + len));
                let range = at..at + len + '”'.len_utf8();
                report.mend(paragraph, range, with, "Văn bản dùng hai kiểu ngoặc kép: thống nhất một kiểu.");
            }
        }
    }
}

fn two_quotes_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    paragraph.text.chars().filter(|c| matches!(c, '"' | '“' | '”')).for_each(|mark| mark.hash(notes));
}

/// Where brackets that have no other half stand: open ones, then closing ones.
fn lone_brackets(paragraph: &Paragraph) -> (Vec<usize>, Vec<usize>) {
    let (mut open, mut lone) = (Vec::new(), Vec::new());
    if !paragraph.may_have(&['(', ')']) {
        return (open, lone);
    }
    for (at, c) in paragraph.text.char_indices() {
        match c {
            '(' => open.push(at),
            ')' => {
                // a), 1) name a point.
                let line = paragraph.before(at).rfind('\n').map_or(0, |at| at + 1);
                let head = paragraph.slice(line..at).trim();
                let names = head.chars().count() <= 3 && head.chars().all(char::is_alphanumeric)
                    || paragraph
                        .slice(line..at)
                        .rsplit([' ', ';', ',', ':', '\t', '“', '"'])
                        .next()
                        .is_some_and(|word| word.chars().count() == 1 || word.parse::<u8>().is_ok());
                if open.pop().is_none() && !names {
                    lone.push(at);
                }
            }
            _ => {}
        }
    }
    (open, lone)
}

fn open_bracket(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    // "(Kèm theo Kế hoạch số …" above a line of its own that closes it.
    let above = paragraph.text.starts_with('(') && paragraph.phrases("kèm theo").next().is_some();
    for at in lone_brackets(paragraph).0.into_iter().filter(|at| !above || *at > 0) {
        report.tell(paragraph, with_words(paragraph, at, 4), "Mở ngoặc đơn mà không đóng.");
    }
}

fn close_bracket(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    // What a machine read for a figure: "ngày 09 tháng 1]".
    for (at, _) in paragraph.text.match_indices(']') {
        let open = paragraph.before(at).rfind(['[', ']']);
        if !open.is_some_and(|open| paragraph.behind(open).starts_with('['))
            && !paragraph.before(at).ends_with(']')
        {
            let before = paragraph.words.iter().rev().filter(|word| word.at.end <= at).take(3).last();
            report.tell(
                paragraph,
                before.map_or(0, |word| word.at.start)..at + 1,
                "Đóng ngoặc vuông mà không mở.",
            );
        }
    }
    let below = paragraph.text.starts_with(char::is_lowercase) && paragraph.text.trim_end().ends_with(')');
    for at in
        lone_brackets(paragraph).1.into_iter().filter(|at| !below || !paragraph.behind(at + 1).is_empty())
    {
        let before = paragraph.words.iter().rev().filter(|word| word.at.end <= at).take(3).last();
        let start = before.map_or(0, |word| word.at.start);
        report.tell(paragraph, start..at + 1, "Đóng ngoặc đơn mà không mở.");
    }
}
