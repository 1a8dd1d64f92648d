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
const UNEVEN: f32 = 60.0;
/// What a line of one syllable costs.
const ALONE: f32 = 200.0;

/// A centred paragraph whose lines, where it needs several in `width`, break at sensible
/// places and are about equally long. Where it can, it leaves this to indents, and the text
/// stays free to flow when somebody edits it in Word; else it breaks the lines itself.
pub fn balanced(role: Role, letters: &TypeRule, width: Twips, text: &str) -> Paragraph {
    let mut paragraph = paragraph(role, letters, Align::Center, text);
    let run = &mut paragraph.runs[0];
    if run.text.contains('\n') || wrap(run, width.to_pt()).len() < 2 {
        return paragraph;
    }
    let lines = best_lines(run, width.to_pt());
    let widths: Vec<f32> = lines.iter().map(|line| room(run, line)).collect();
    let longest = widths.iter().copied().fold(0.0, f32::max);
    let flowing = wrap(run, longest + SLACK / 2.0);
    let alike = |(a, b): (&f32, &f32)| (a - b).abs() < 0.1;
    if flowing.len() == widths.len() && flowing.iter().zip(&widths).all(alike) {
        let indent = ((width.to_pt() - longest - SLACK) / 2.0).max(0.0);
        paragraph.indent_left = Twips::from_pt(indent);
        paragraph.indent_right = Twips::from_pt(indent);
    } else {
        run.text = lines.join("\n");
    }
    paragraph
}

/// The text in as few lines as it takes in `width` points, at the least cost.
fn best_lines(run: &Run, width: f32) -> Vec<String> {
    let words: Vec<&str> = run.text.split(' ').filter(|word| !word.is_empty()).collect();
    let fewest = wrap(run, width).len();
    let space = room(run, " ");
    // ends[i]: where the i-th word ends if all stand on one line.
    let ends: Vec<f32> = words
        .iter()
        .scan(-space, |end, word| {
            *end += space + room(run, word);
            Some(*end)
        })
        .collect();
    let length = |from: usize, to: usize| match from {
        0 => ends[to - 1],
        from => ends[to - 1] - ends[from - 1] - space,
    };
    let average = length(0, words.len()) / fewest as f32;
    let breaks = break_costs(&words);
    let cost = |from: usize, to: usize| {
        let length = length(from, to);
        // A word that is wider than the room stands on a line of its own.
        if length > width && to - from > 1 {
            return None;
        }
        let uneven = (length - average) / average;
        let alone = if to - from == 1 && !words[from].contains(NBSP) { ALONE } else { 0.0 };
        let torn = breaks.get(to - 1).map_or(0.0, |cost| *cost as f32);
        Some(UNEVEN * uneven * uneven + alone + torn)
    };
    // The least cost of the first `to` words in so many lines, and where its lines end.
    let mut best: Vec<Option<(f32, Vec<usize>)>> = vec![None; words.len() + 1];
    best[0] = Some((0.0, Vec::new()));
    for _ in 0..fewest {
        let ending_at = |to: usize| {
            let sums = (0..to).filter_map(|from| Some((best[from].as_ref()?.0 + cost(from, to)?, from)));
            let (sum, from) = sums.min_by(|(a, _), (b, _)| a.total_cmp(b))?;
            let (_, before) = best[from].as_ref()?;
            Some((sum, before.iter().copied().chain([to]).collect()))
        };
        best = (0..=words.len()).map(ending_at).collect();
    }
    let ends = best.pop().flatten().map_or_else(|| vec![words.len()], |(_, ends)| ends);
    let starts = std::iter::once(0).chain(ends.iter().copied());
    starts.zip(&ends).map(|(from, &to)| words[from..to].join(" ")).collect()
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
