//! Which letters are different, each kind of difference once with an example.

use std::collections::BTreeSet;
use std::ops::Range;

use super::diff::rising;
use super::pairing::{Pairing, Words, is_number, is_said};
use super::parts::{self, is_text, rule};
use super::{Change, Kind};
use crate::document::Role;
use crate::format::Format;
use crate::import::Reading;
use crate::order::gather;
use crate::plan::{Plan, lines};

/// What is written otherwise.
pub fn changes(pairing: &Pairing, format: &Format, unplaced: &[String]) -> Vec<Change> {
    let mut report = Report { pairing, format, found: Vec::new() };
    let mut taken = vec![false; pairing.source.all.len()];
    for paragraph in 0..pairing.printed.len() {
        report.paragraph(paragraph, &mut taken);
    }
    report.dropped(&taken, unplaced);
    report.moved();
    report.found.into_iter().map(|(_, change)| change).collect()
}

/// The lines that have no place in the plan, but for those that the page says by itself.
pub fn unplaced(reading: &Reading, plan: &Plan, pairing: &Pairing) -> Vec<String> {
    let Pairing { source, .. } = pairing;
    let on_page = |range: &Range<usize>| {
        range.clone().all(|place| source.all[place].other.is_some() || !is_said(source.word(place)))
    };
    let printed = source.texts.iter().zip(&source.ranges).filter(|(_, range)| on_page(range));
    let mut known: BTreeSet<&str> = gather(printed.map(|(text, _)| *text));
    let more = reading.imported.leftover.iter().map(String::as_str);
    lines(&plan.unplaced).chain(more).filter(|line| known.insert(line)).map(str::to_owned).collect()
}

/// What is told of them.
pub fn left_out(unplaced: &[String]) -> Option<Change> {
    let first = unplaced.first()?;
    Some(Change {
        part: parts::UNPLACED,
        what: "không in",
        before: quoted(first),
        after: String::new(),
        clause: "Không thuộc phần nào của kế hoạch".into(),
        count: unplaced.len(),
        kind: Kind::Wording,
    })
}

struct Report<'a> {
    pairing: &'a Pairing<'a>,
    format: &'a Format,
    /// What was found, by what makes two differences one of a kind.
    found: Vec<(String, Change)>,
}

/// Words that stand on one side instead of those on the other.
struct Hunk {
    /// Those of the source; where there are none, the place at which they would stand.
    gone: Range<usize>,
    /// The line with that place.
    line: usize,
    /// Those of the page.
    come: Range<usize>,
}

impl Report<'_> {
    /// Compares a paragraph of the page with the words of the source that it is made of.
    fn paragraph(&mut self, paragraph: usize, taken: &mut [bool]) {
        let Pairing { source, page, .. } = self.pairing;
        let range = page.ranges[paragraph].clone();
        let free = |place: usize, taken: &[bool]| source.all[place].other.is_none() && !taken[place];
        let mut last: Option<usize> = None;
        let mut from = range.start;
        let mut hunks = Vec::new();
        for place in range.clone().filter(|place| page.all[*place].other.is_some()) {
            let Some(other) = page.all[place].other else { continue };
            let gone = match last {
                Some(last) if last < other && (last + 1..other).all(|place| free(place, taken)) => {
                    last + 1..other
                }
                Some(_) => other..other,
                None => {
                    let line = source.all[other].text;
                    let back =
                        (source.ranges[line].start..other).rev().take_while(|place| free(*place, taken));
                    other - back.count()..other
                }
            };
            hunks.push(Hunk { gone, line: source.all[other].text, come: from..place });
            (last, from) = (Some(other), place + 1);
        }
        if let Some(last) = last {
            let line = source.all[last].text;
            let on = (last + 1..source.ranges[line].end).take_while(|place| free(*place, taken));
            let gone = last + 1..last + 1 + on.count();
            hunks.push(Hunk { gone, line, come: from..range.end });
        } else if !range.is_empty() {
            self.added(paragraph);
        }
        hunks.retain(|hunk| !hunk.gone.is_empty() || !hunk.come.is_empty());
        for hunk in hunks {
            taken[hunk.gone.clone()].fill(true);
            self.hunk(paragraph, &hunk);
        }
        self.case(paragraph);
    }

    fn hunk(&mut self, paragraph: usize, hunk: &Hunk) {
        let Pairing { source, page, .. } = self.pairing;
        let role = self.pairing.printed[paragraph].role;
        let range = page.ranges[paragraph].clone();
        let mark = page.mark(paragraph);
        let said =
            |words: &Words, range: &Range<usize>| range.clone().any(|place| is_said(words.word(place)));
        let in_mark = hunk.come.end <= mark.end.max(range.start)
            && hunk.gone.clone().all(|place| source.mark(source.all[place].text).contains(&place));
        let at_end = hunk.come.end == range.end || (hunk.come.is_empty() && hunk.come.start == range.end);
        let what = match () {
            () if in_mark => "số thứ tự",
            () if at_end && !said(source, &hunk.gone) && !said(page, &hunk.come) => "dấu cuối",
            () if hunk.gone.is_empty() => "thêm chữ",
            () if hunk.come.is_empty() => "bỏ chữ",
            () => "sửa chữ",
        };
        if self.pairing.printed[paragraph].paragraph.is_none()
            && !said(source, &hunk.gone)
            && !said(page, &hunk.come)
        {
            // What parts the cells of a row.
            return;
        }
        let clause = match is_text(role) && in_mark && role != Role::Basis {
            true => self.format.body.section.source.clause,
            false => rule(self.format, role).source.clause,
        };
        let mut sides = (around(source, hunk.line, &hunk.gone), around(page, paragraph, &hunk.come));
        if sides.0 == sides.1 {
            // What is said twice here stands there once, for another paragraph.
            let once = if hunk.gone.is_empty() { &mut sides.0 } else { &mut sides.1 };
            once.clear();
        }
        let kind = |words: &Words, range: &Range<usize>| {
            let each = |place: usize| match words.word(place) {
                word if in_mark && is_said(word) && is_number(word) => "#".to_owned(),
                word => crate::vietnamese::lower(word),
            };
            range.clone().map(each).collect::<Vec<_>>().join(" ")
        };
        let key = format!("{}\u{0}{}", kind(source, &hunk.gone), kind(page, &hunk.come));
        self.tell(role, what, sides, clause, &key, Kind::Wording);
    }

    /// A paragraph that the source does not have.
    fn added(&mut self, paragraph: usize) {
        let printed = &self.pairing.printed[paragraph];
        let clause = rule(self.format, printed.role).source.clause;
        self.tell(
            printed.role,
            "thêm dòng",
            (String::new(), quoted(&printed.text)),
            clause,
            "",
            Kind::Wording,
        );
    }

    /// Words of the source that are nowhere on the page, and not among the unplaced either.
    fn dropped(&mut self, taken: &[bool], unplaced: &[String]) {
        let Pairing { source, .. } = self.pairing;
        let left = Words::of(unplaced.iter().map(String::as_str).collect());
        let left: BTreeSet<u64> = gather(left.all.iter().map(|word| word.key));
        let mut role = Role::Body;
        for (line, range) in source.ranges.iter().enumerate() {
            if let Some(paragraph) = self.pairing.paragraphs[line] {
                role = self.pairing.printed[paragraph].role;
            }
            let gone = |place: &usize| source.all[*place].other.is_none() && !taken[*place];
            let words: Vec<usize> = range.clone().filter(gone).collect();
            let said = || words.iter().filter(|place| is_said(source.word(**place)));
            if said().all(|place| left.contains(&source.all[*place].key)) {
                continue;
            }
            let text = words.iter().map(|place| source.word(*place)).collect::<Vec<_>>().join(" ");
            let whole = words.len() == range.len();
            let text = if whole { source.texts[line] } else { &text };
            let what = if whole { "bỏ dòng" } else { "bỏ chữ" };
            let clause = rule(self.format, role).source.clause;
            self.tell(role, what, (quoted(text), String::new()), clause, "", Kind::Wording);
        }
    }

    /// Capitals where there were none, or the other way round.
    fn case(&mut self, paragraph: usize) {
        let Pairing { source, page, printed, .. } = self.pairing;
        let other = |place: usize| {
            let own = page.all[place].other?;
            (source.word(own) != page.word(place)).then_some((own, place))
        };
        let Some((own, place)) = page.ranges[paragraph].clone().find_map(other) else { return };
        let role = printed[paragraph].role;
        let rule = rule(self.format, role);
        let line = source.all[own].text;
        let sides = (around(source, line, &(own..own + 1)), around(page, paragraph, &(place..place + 1)));
        // Capitals that the rule asks for are a matter of look.
        let kind = if rule.caps { Kind::Layout } else { Kind::Wording };
        self.tell(role, "chữ hoa, chữ thường", sides, rule.source.clause, "", kind);
    }

    /// Paragraphs of the text that stand in another order.
    fn moved(&mut self) {
        let Pairing { source, page, printed, .. } = self.pairing;
        let first = |paragraph: usize| page.ranges[paragraph].clone().find_map(|place| page.all[place].other);
        let texts = (0..printed.len()).filter(|paragraph| is_text(printed[*paragraph].role));
        let places: Vec<(usize, usize)> =
            texts.filter_map(|paragraph| Some((paragraph, first(paragraph)?))).collect();
        let kept = rising(&places);
        for (paragraph, place) in places.iter().filter(|pair| kept.binary_search(pair).is_err()) {
            let role = printed[*paragraph].role;
            let line = source.all[*place].text;
            let before = |texts: &[&str], at: usize| match at.checked_sub(1) {
                Some(above) => format!("sau {}", quoted(texts[above])),
                None => "đứng đầu".to_owned(),
            };
            let sides = (before(&source.texts, line), before(&page.texts, *paragraph));
            let clause = rule(self.format, role).source.clause;
            if sides.0 != sides.1 {
                self.tell(role, "thứ tự", sides, clause, "", Kind::Layout);
            }
        }
    }

    fn tell(
        &mut self,
        role: Role,
        what: &'static str,
        sides: (String, String),
        clause: &str,
        key: &str,
        kind: Kind,
    ) {
        let part = parts::name(role);
        let key = format!("{part}\u{0}{what}\u{0}{key}");
        let like = |(_, change): &&mut (String, Change)| (change.part, change.what) == (part, what);
        let known = self.found.iter().position(|(known, _)| *known == key);
        let many = self.found.iter_mut().filter(like).count() >= EXAMPLES;
        match known {
            Some(place) => self.found[place].1.count += 1,
            None if many => {
                self.found.iter_mut().rfind(like).into_iter().for_each(|(_, change)| change.count += 1)
            }
            None => {
                let ((before, after), clause) = (sides, clause.to_owned());
                let change = Change { part, what, before, after, clause, count: 1, kind };
                self.found.push((key, change));
            }
        }
    }
}

/// Differences of one kind that are shown one by one; the last of them counts the others, too.
const EXAMPLES: usize = 20;
/// Words on each side of those that one wants to see.
const AROUND: usize = 3;
/// More words than one wants to see.
const LONG: usize = 12;

/// Some words as they stand, with those around them; if there are none, those around the place of
/// a text at which they would stand.
fn around(words: &Words, text: usize, range: &Range<usize>) -> String {
    let text_of = |place: usize| if range.is_empty() { text } else { words.all[place].text };
    let own =
        words.ranges[text_of(range.start)].start..words.ranges[text_of(range.end.saturating_sub(1))].end;
    let said = |place: usize| is_said(words.word(place));
    let from =
        (own.start..range.start).rev().filter(|place| said(*place)).nth(AROUND - 1).unwrap_or(own.start);
    let end = range.end.min(range.start + LONG);
    let to = (end..own.end).filter(|place| said(*place)).nth(AROUND - 1).map_or(own.end, |place| place + 1);
    let mut shown = String::new();
    for place in from..to {
        let (word, before) = (&words.all[place], place.checked_sub(1).map(|before| &words.all[before]));
        let joined = before.is_none_or(|before| before.text == word.text && before.at.end == word.at.start);
        if !joined && !shown.is_empty() {
            shown.push(' ');
        }
        shown.push_str(words.word(place));
    }
    if shown.is_empty() {
        return shown;
    }
    let (head, tail) = (if from > own.start { "… " } else { "" }, if to < own.end { " …" } else { "" });
    format!("«{head}{shown}{tail}»")
}

/// The first words of a text.
fn quoted(text: &str) -> String {
    let mut words = text.split_whitespace();
    let first: Vec<&str> = words.by_ref().take(LONG).collect();
    let tail = if words.next().is_some() { " …" } else { "" };
    format!("«{}{tail}»", first.join(" "))
}
