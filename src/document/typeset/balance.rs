//! Names and titles over several lines: broken where one would break them by hand, into
//! lines about equally long.

use super::text::{paragraph, room, wrap};
use crate::document::{Align, Paragraph, Role, Run};
use crate::format::{Twips, TypeRule};
use crate::vietnamese::{NBSP, break_costs};

/// Slack between the longest line and the indents, in points: a printer's own metrics may
/// differ by a hair.
const SLACK: f32 = 2.0;
/// What a line costs that differs from the average by the whole average.
const UNEVEN: f32 = 90.0;
/// What a line of one syllable costs.
const ALONE: f32 = 200.0;

/// What line breaks of our own cost: text that flows is easier to go on with in Word.
const FIXED: f32 = 20.0;

/// A centred paragraph whose lines, where it needs several in `width`, break at sensible
/// places and are about equally long. Where indents can do this, the text stays free to flow
/// when somebody edits it in Word; else the lines are broken.
pub fn balanced(role: Role, letters: &TypeRule, width: Twips, text: &str) -> Paragraph {
    let mut paragraph = paragraph(role, letters, Align::Center, text);
    let run = &mut paragraph.runs[0];
    let room = width.to_pt();
    let fewest = wrap(run, room).len();
    if run.text.contains('\n') || fewest < 2 {
        return paragraph;
    }
    let words = Words::of(run);
    let fixed = words.best(fewest, room);
    // Word processors do not agree how wide blanks in italics are.
    let sure = !(run.italic && run.text.contains(NBSP));
    let flowing = words.flowing(fewest, room).filter(|_| sure);
    let cost = |ends: &Vec<usize>| words.cost(ends, room);
    match (flowing, fixed) {
        (Some((measure, ends)), fixed)
            if fixed.as_ref().is_none_or(|fixed| cost(&ends) <= cost(fixed) + FIXED) =>
        {
            let indent = Twips::from_pt(((room - measure) / 2.0).max(0.0));
            (paragraph.indent_left, paragraph.indent_right) = (indent, indent);
        }
        (_, Some(ends)) => run.text = words.lines(&ends).join("\n"),
        (_, None) => {}
    }
    paragraph
}

/// The words of a text, measured. Lines are given by the number of words up to each line's end.
struct Words<'a> {
    words: Vec<&'a str>,
    /// Where each word ends, in points, if all stand on one line.
    ends: Vec<f32>,
    space: f32,
    /// What it costs to break behind each word but the last.
    breaks: Vec<u32>,
}

impl<'a> Words<'a> {
    fn of(run: &'a Run) -> Words<'a> {
        let words: Vec<&str> = run.text.split(' ').filter(|word| !word.is_empty()).collect();
        let space = room(run, " ");
        let mut end = -space;
        let ends = words
            .iter()
            .map(|word| {
                end += space + room(run, word);
                end
            })
            .collect();
        let breaks = break_costs(&words);
        Words { words, ends, space, breaks }
    }

    /// Width of the words `from..to` on one line; there is one at least.
    fn length(&self, from: usize, to: usize) -> f32 {
        self.ends[to - 1] - if from > 0 { self.ends[from - 1] + self.space } else { 0.0 }
    }

    /// What the words `from..to` cost as one of `count` lines; infinite where they do not fit.
    fn line_cost(&self, from: usize, to: usize, count: usize, width: f32) -> f32 {
        let length = self.length(from, to);
        // A word that is wider than the room stands on a line of its own.
        if length > width && to - from > 1 {
            return f32::INFINITY;
        }
        let average = self.length(0, self.words.len()) / count as f32;
        let uneven = (length - average) / average;
        let alone = if to - from == 1 && !self.words[from].contains(NBSP) { ALONE } else { 0.0 };
        let torn = self.breaks.get(to - 1).map_or(0.0, |cost| *cost as f32);
        UNEVEN * uneven * uneven + alone + torn
    }

    fn cost(&self, ends: &[usize], width: f32) -> f32 {
        let starts = std::iter::once(&0).chain(ends);
        starts.zip(ends).map(|(from, to)| self.line_cost(*from, *to, ends.len(), width)).sum()
    }

    /// The `count` lines that cost least in `width`.
    fn best(&self, count: usize, width: f32) -> Option<Vec<usize>> {
        // The least cost of the first `to` words in so many lines, and where these end.
        let mut best: Vec<Option<(f32, Vec<usize>)>> = vec![None; self.words.len() + 1];
        best[0] = Some((0.0, Vec::new()));
        for _ in 0..count {
            let ending_at = |to: usize| {
                let sum = |from: usize| Some(best[from].as_ref()?.0 + self.line_cost(from, to, count, width));
                let sums = (0..to).filter_map(|from| Some((sum(from)?, from)));
                let (sum, from) = sums.min_by(|(a, _), (b, _)| a.total_cmp(b))?;
                let (_, before) = best[from].as_ref()?;
                let ends = before.iter().copied().chain([to]).collect();
                sum.is_finite().then_some((sum, ends))
            };
            best = (0..=self.words.len()).map(ending_at).collect();
        }
        best.pop().flatten().map(|(_, ends)| ends)
    }

    /// The best of the ways in which `count` lines come about by themselves between margins not
    /// more than `width` apart, with that measure. Only those that a hair more or less does not
    /// change.
    fn flowing(&self, count: usize, width: f32) -> Option<(f32, Vec<usize>)> {
        let mut best: Option<(f32, f32, Vec<usize>)> = None;
        let mut measure = width;
        // From which measure on the lines break otherwise again.
        let mut wider = width + 2.0 * SLACK;
        loop {
            let ends = self.filled(measure);
            if ends.len() != count {
                break;
            }
            let starts = std::iter::once(&0).chain(&ends);
            let longest = starts.zip(&ends).map(|(from, to)| self.length(*from, *to)).fold(0.0, f32::max);
            let cost = self.cost(&ends, width);
            // A word wider than the measure: no narrower one breaks otherwise.
            if longest > measure {
                break;
            }
            let robust = wider - longest >= 2.0 * SLACK;
            wider = longest;
            if robust && cost.is_finite() && best.as_ref().is_none_or(|(least, ..)| cost < *least) {
                best = Some((cost, longest + SLACK, ends));
            }
            // The next narrower measure that breaks otherwise.
            measure = longest - 0.1;
        }
        best.map(|(_, measure, ends)| (measure, ends))
    }

    /// Where lines end when each takes as many words as `measure` holds.
    fn filled(&self, measure: f32) -> Vec<usize> {
        let mut ends = Vec::new();
        let mut from = 0;
        while from < self.words.len() {
            let fits = |to: &usize| self.length(from, *to) <= measure;
            from = (from + 1..=self.words.len()).take_while(fits).last().unwrap_or(from + 1);
            ends.push(from);
        }
        ends
    }

    fn lines(&self, ends: &[usize]) -> Vec<String> {
        let starts = std::iter::once(&0).chain(ends);
        starts.zip(ends).map(|(from, to)| self.words[*from..*to].join(" ")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::FormatKey;

    fn lines(text: &str, mm: i32) -> Vec<String> {
        let rule = FormatKey::ND30.format().issuing;
        let balanced = balanced(Role::Issuing, &rule, Twips::mm(mm), text);
        let inside = Twips::mm(mm) - balanced.indent_left - balanced.indent_right;
        // As the indents or the breaks leave it.
        let run = &balanced.runs[0];
        let mut lines: Vec<String> = Vec::new();
        for part in run.text.split('\n') {
            let mut line = String::new();
            for word in part.split(' ') {
                let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
                if room(run, &longer) > inside.to_pt() && !line.is_empty() {
                    lines.push(std::mem::replace(&mut line, word.to_owned()));
                } else {
                    line = longer;
                }
            }
            lines.push(line);
        }
        lines
    }

    #[test]
    fn a_long_name_breaks_before_its_unit() {
        assert_eq!(
            lines("ỦY BAN MTTQ VIỆT NAM TỈNH NAM ĐỊNH", 70),
            ["ỦY BAN MTTQ VIỆT NAM", "TỈNH NAM ĐỊNH"]
        );
        assert_eq!(lines("ĐẢNG ỦY XÃ LƯƠNG MINH", 40), ["ĐẢNG ỦY", "XÃ LƯƠNG MINH"]);
        let hcm = "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM THÀNH PHỐ HỒ CHÍ MINH";
        assert_eq!(lines(hcm, 75), ["ỦY BAN MẶT TRẬN", "TỔ QUỐC VIỆT NAM", "THÀNH PHỐ HỒ CHÍ MINH"]);
    }

    #[test]
    fn a_name_that_fits_stays_on_one_line_and_keeps_its_room() {
        let rule = FormatKey::ND30.format().issuing;
        let balanced = balanced(Role::Issuing, &rule, Twips::mm(70), "ỦY BAN NHÂN DÂN");
        assert_eq!((balanced.indent_left, balanced.runs[0].text.as_str()), (Twips::ZERO, "ỦY BAN NHÂN DÂN"));
    }

    #[test]
    fn indents_leave_just_the_lines_that_were_chosen() {
        let rule = FormatKey::ND30.format().subject;
        let subject = "Kiểm tra, giám sát việc thực hiện công tác bầu cử trên địa bàn xã Lương Minh";
        let paragraph = balanced(Role::Subject, &rule, Twips::mm(165), subject);
        let inside = Twips::mm(165) - paragraph.indent_left - paragraph.indent_right;
        let widths = wrap(&paragraph.runs[0], inside.to_pt());
        let expected = ["Kiểm tra, giám sát việc thực hiện công tác", "bầu cử trên địa bàn xã Lương Minh"];
        let expected = expected.map(|line| room(&paragraph.runs[0], line));
        assert!(widths.iter().zip(expected).all(|(width, line)| (width - line).abs() < 0.01), "{widths:?}");
    }

    #[test]
    fn a_word_wider_than_the_column_has_a_line_of_its_own() {
        let long = "W".repeat(60);
        assert_eq!(lines(&format!("ỦY BAN {long} XÃ"), 50), ["ỦY BAN", long.as_str(), "XÃ"]);
    }

    proptest::proptest! {
        #[test]
        fn no_word_is_lost_and_no_syllable_left_alone_where_two_lines_are_enough(
            words in proptest::collection::vec("[A-ZĐ]{2,6}", 4..12), mm in 50..90i32,
        ) {
            let text = words.join(" ");
            let lines = lines(&text, mm);
            proptest::prop_assert_eq!(lines.join(" "), text);
            if lines.len() == 2 {
                proptest::prop_assert!(lines.iter().all(|line| line.contains(' ')), "{:?}", lines);
            }
        }
    }
}
