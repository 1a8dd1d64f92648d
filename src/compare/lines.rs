//! What is printed otherwise, line by line.

use std::collections::HashMap;
use std::ops::Range;

use crate::changes::diff::{common, rising};
use crate::changes::pairing::{Pairing, Words, most};
use crate::document::typeset;
use crate::export;
use crate::plan::Plan;

/// A line of what is printed before or after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The same in both.
    Same(String),
    /// Only before, or only after, or in both with other words; never without pieces.
    Different(Vec<Piece>),
    /// So many lines that are the same, left out.
    Skipped(usize),
}

/// Some words of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where they stand.
    pub mark: Mark,
    /// The words, with the space before them.
    pub text: String,
}

/// Where words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Before and after.
    Both,
    /// Before only.
    Removed,
    /// After only.
    Added,
}

/// The lines that two plans print, in their order: of the lines between two that are the same, those
/// before come first but where one is a changed line of the other.
///
/// ```
/// use ke_hoach::{compare::{Line, lines}, format::FormatKey, plan::Plan};
///
/// let plan = Plan::new(FormatKey::ND30);
/// assert!(lines(&plan, &plan).iter().all(|line| matches!(line, Line::Same(_))));
/// ```
pub fn lines(before: &Plan, after: &Plan) -> Vec<Line> {
    let (before, after) = (export::text(&typeset(before)), export::text(&typeset(after)));
    of_texts(&lines_of(&before), &lines_of(&after))
}

fn lines_of(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.trim().is_empty()).collect()
}

/// The same with all lines left out that stand further than one from a difference.
pub fn excerpt(lines: Vec<Line>) -> Vec<Line> {
    let same =
        |at: Option<usize>| at.and_then(|at| lines.get(at)).is_none_or(|line| matches!(line, Line::Same(_)));
    let far: Vec<bool> =
        (0..lines.len()).map(|at| same(at.checked_sub(1)) && same(Some(at)) && same(Some(at + 1))).collect();
    let mut shown = Vec::new();
    for (line, far) in lines.into_iter().zip(far) {
        match shown.last_mut() {
            _ if !far => shown.push(line),
            Some(Line::Skipped(count)) => *count += 1,
            _ => shown.push(Line::Skipped(1)),
        }
    }
    shown
}

fn of_texts(before: &[&str], after: &[&str]) -> Vec<Line> {
    let mut keys = HashMap::new();
    let mut key = |line: &str| -> u64 {
        let next = keys.len() as u64;
        let words: Vec<&str> = line.split_whitespace().collect();
        *keys.entry(words.join(" ")).or_insert(next)
    };
    let a: Vec<u64> = before.iter().map(|line| key(line)).collect();
    let b: Vec<u64> = after.iter().map(|line| key(line)).collect();
    let mut lines = Vec::new();
    let (mut from_a, mut from_b) = (0, 0);
    for (to_a, to_b) in common(&a, &b).into_iter().chain([(a.len(), b.len())]) {
        between(&before[from_a..to_a], &after[from_b..to_b], &mut lines);
        lines.extend(after.get(to_b).map(|line| Line::Same((*line).to_owned())));
        (from_a, from_b) = (to_a + 1, to_b + 1);
    }
    lines
}

/// Lines between two that are the same.
fn between(before: &[&str], after: &[&str], lines: &mut Vec<Line>) {
    let pairing = Pairing::of_texts(before.to_vec(), after.to_vec());
    let (source, page) = (&pairing.source, &pairing.page);
    let of_source = |line: usize| most(others(source, line).map(|word| page.all[word].text));
    let of_page = |line: usize| most(others(page, line).map(|word| source.all[word].text));
    // Each the most like the other; what stands in another order is gone here and come there.
    let pairs: Vec<(usize, usize)> = (0..before.len())
        .filter_map(|line| Some((line, of_source(line)?)))
        .filter(|(line, other)| of_page(*other) == Some(*line))
        .collect();
    let (mut from_a, mut from_b) = (0, 0);
    for (to_a, to_b) in rising(&pairs).into_iter().chain([(before.len(), after.len())]) {
        let whole = |mark, text: &&str| Line::Different(vec![Piece { mark, text: (*text).to_owned() }]);
        lines.extend(before[from_a..to_a].iter().map(|text| whole(Mark::Removed, text)));
        lines.extend(after[from_b..to_b].iter().map(|text| whole(Mark::Added, text)));
        if to_a < before.len() {
            let pieces = pieces(&pairing, to_a, to_b);
            if pieces.iter().all(|piece| piece.mark == Mark::Both) {
                // Only the spaces between words and marks.
                lines.extend([whole(Mark::Removed, &before[to_a]), whole(Mark::Added, &after[to_b])]);
            } else {
                lines.push(Line::Different(pieces));
            }
        }
        (from_a, from_b) = (to_a + 1, to_b + 1);
    }
}

fn others(words: &Words, line: usize) -> impl Iterator<Item = usize> {
    words.all[words.ranges[line].clone()].iter().filter_map(|word| word.other)
}

/// The words of a changed line.
fn pieces(pairing: &Pairing, line: usize, other: usize) -> Vec<Piece> {
    let (source, page) = (&pairing.source, &pairing.page);
    let (a, b) = (source.ranges[line].clone(), page.ranges[other].clone());
    let same = |place: usize| {
        let other = source.all[place].other.filter(|other| b.contains(other))?;
        (source.word(place) == page.word(other)).then_some((place, other))
    };
    let pairs: Vec<(usize, usize)> = a.clone().filter_map(same).collect();
    let mut pieces: Vec<Piece> = Vec::new();
    let mut push = |mark, text: &str| match pieces.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.mark == mark => last.text += text,
        _ => pieces.push(Piece { mark, text: text.to_owned() }),
    };
    let (mut from_a, mut from_b) = (a.start, b.start);
    for (to_a, to_b) in rising(&pairs).into_iter().chain([(a.end, b.end)]) {
        push(Mark::Removed, spelt(source, line, from_a..to_a));
        push(Mark::Added, spelt(page, other, from_b..to_b));
        if to_a < a.end {
            push(Mark::Both, spelt(page, other, to_b..to_b + 1));
        }
        (from_a, from_b) = (to_a + 1, to_b + 1);
    }
    pieces
}

/// Words of a line with the space before each.
fn spelt<'a>(words: &Words<'a>, line: usize, range: Range<usize>) -> &'a str {
    let own = words.ranges[line].clone();
    let end = |place: usize| if place > own.start { words.all[place - 1].at.end } else { 0 };
    if range.is_empty() { "" } else { &words.texts[line][end(range.start)..end(range.end)] }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::plan::{Recipient, RowId};

    /// As `[-gone-]`, `{+come+}` and a line of dots.
    fn shown(lines: &[Line]) -> Vec<String> {
        let piece = |piece: &Piece| match piece.mark {
            Mark::Both => piece.text.clone(),
            Mark::Removed => format!("[-{}-]", piece.text),
            Mark::Added => format!("{{+{}+}}", piece.text),
        };
        let line = |line: &Line| match line {
            Line::Same(text) => text.clone(),
            Line::Different(pieces) => pieces.iter().map(piece).collect(),
            Line::Skipped(count) => format!("… {count}"),
        };
        lines.iter().map(line).collect()
    }

    #[test]
    fn a_changed_line_is_told_word_by_word_and_others_whole() {
        let before = ["I. MỤC ĐÍCH", "Nâng cao nhận thức của cán bộ.", "Bảo đảm kịp thời.", "Hết."];
        let after = ["I. MỤC ĐÍCH", "Nâng cao rõ rệt nhận thức của cán bộ, hội viên.", "Hết.", "Nơi nhận:"];
        assert_eq!(
            shown(&of_texts(&before, &after)),
            [
                "I. MỤC ĐÍCH",
                "Nâng cao{+ rõ rệt+} nhận thức của cán bộ[-.-]{+, hội viên.+}",
                "[-Bảo đảm kịp thời.-]",
                "Hết.",
                "{+Nơi nhận:+}"
            ]
        );
    }

    #[test]
    fn a_line_with_another_number_stays_that_line() {
        let (before, after) = (["1. Tuyên truyền", "2. Tập huấn"], ["1. Tập huấn"]);
        assert_eq!(shown(&of_texts(&before, &after)), ["[-1. Tuyên truyền-]", "[-2-]{+1+}. Tập huấn"]);
    }

    #[test]
    fn an_excerpt_keeps_the_lines_beside_a_difference_and_counts_the_others() {
        let before = ["a", "b", "c", "d", "e", "g"];
        let after = ["a", "b", "c", "d", "h", "g"];
        assert_eq!(shown(&excerpt(of_texts(&before, &after))), ["… 3", "d", "[-e-]", "{+h+}", "g"]);
        assert_eq!(shown(&excerpt(of_texts(&before, &before))), ["… 6"]);
    }

    #[test]
    fn a_recipient_more_is_the_only_difference_on_the_page() {
        let before = crate::plan::Plan::new(crate::format::FormatKey::ND30);
        let mut after = before.clone();
        after.recipients.push(Recipient { id: RowId(90), name: "Như trên".into(), ..Recipient::default() });
        let lines = lines(&before, &after);
        let different: Vec<Line> =
            lines.into_iter().filter(|line| matches!(line, Line::Different(_))).collect();
        assert_eq!(shown(&different), ["{+- Như trên;+}"]);
    }

    /// The words of one side.
    fn side(lines: &[Line], mark: Mark) -> Vec<String> {
        let text = |line: &Line| match line {
            Line::Same(text) => text.clone(),
            Line::Different(pieces) => {
                let own = pieces.iter().filter(|piece| piece.mark == mark || piece.mark == Mark::Both);
                own.map(|piece| piece.text.as_str()).collect()
            }
            Line::Skipped(_) => String::new(),
        };
        let words = |text: String| text.split_whitespace().collect::<String>();
        lines.iter().map(text).map(words).filter(|text| !text.is_empty()).collect()
    }

    fn any_lines() -> impl Strategy<Value = Vec<String>> {
        let word =
            prop_oneof![Just("một"), Just("Một"), Just("hai"), Just("ba,"), Just("1."), Just("-"), Just("…")];
        let line = prop::collection::vec(word, 1..7).prop_map(|words| words.join(" "));
        prop::collection::vec(line, 0..8)
    }

    proptest! {
        #[test]
        fn every_line_of_both_sides_is_there_in_order(before in any_lines(), after in any_lines()) {
            let texts = |lines: &[String]| -> Vec<String> {
                lines.iter().map(|line| line.split_whitespace().collect()).collect()
            };
            let (a, b): (Vec<&str>, Vec<&str>) =
                (before.iter().map(String::as_str).collect(), after.iter().map(String::as_str).collect());
            let found = of_texts(&a, &b);
            prop_assert_eq!(side(&found, Mark::Removed), texts(&before));
            prop_assert_eq!(side(&found, Mark::Added), texts(&after));
            let same = found.iter().all(|line| matches!(line, Line::Same(_)));
            prop_assert_eq!(same, before == after);
        }
    }
}
