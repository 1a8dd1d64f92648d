//! Capitals inside of words, abbreviations without them.

use super::codes::is_near;
use super::words::{Words, is_shouted};
use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Frame, Paragraph};
use crate::check::rule::{Report, Rule};
use crate::check::spelling::slips::like;
use crate::import::Role;
use crate::vietnamese::{lower_letter, upper};

pub(super) const RULES: &[Rule] = &[
    Rule::each(Error, "typo.abbreviation", "Chữ viết tắt tên cơ quan", "“UBDN”, “HDDND”", slipped).mends(),
    Rule::each(
        Warn,
        "caps.org.abbreviation",
        "Chữ viết tắt viết hoa",
        "Chữ viết tắt viết thường",
        abbreviation,
    )
    .mends(),
    Rule::each(
        Error,
        "typo.case.line",
        "Lỗi đánh máy: chữ thường lẫn trong chữ in hoa",
        "Chữ thường lẫn trong chữ in hoa",
        case,
    )
    .mends(),
    Rule::each(
        Error,
        "typo.case.word",
        "Lỗi đánh máy: chữ hoa lẫn trong chữ thường",
        "Chữ hoa lẫn giữa một tiếng",
        case_inside,
    )
    .mends(),
];

/// Abbreviations of bodies and titles that no word is written like.
const ABBREVIATIONS: &str = " ubnd hđnd mttq ubmttq ubmttqvn thcs thpt bhxh bhyt tdtt ubkt tncs ccb lhpn qlnn ktxh qpan cntt ttđt vhxh đktt ";

/// Bodies by their abbreviations.
const BODIES: [&str; 4] = ["UBND", "HĐND", "MTTQ", "TNCS"];

/// "UBDN", "HDDND": letters that changed places, or the keys of one that were taken as they are.
fn slipped(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, word) in paragraph.words.iter().enumerate() {
        if !word.is_loud || word.is_syllable || !(4..=5).contains(&word.letters) {
            continue;
        }
        let typed = paragraph.word(at);
        let sorted = |text: &str| {
            let mut letters: Vec<char> = text.chars().collect();
            letters.sort_unstable();
            letters
        };
        let meant = BODIES.iter().find(|body| {
            let exchanged = is_near(body, typed) && sorted(body) == sorted(typed);
            **body != typed && (exchanged || typed.replace("DD", "Đ") == **body)
        });
        let symbol = paragraph.mentions.iter().any(|own| own.range.contains(&word.at.start));
        if let Some(body) = meant.filter(|_| !symbol) {
            report.mend(paragraph, word.at.clone(), *body, format!("Chữ viết tắt đúng là {body}."));
        }
    }
}

fn abbreviation(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for word in &paragraph.words {
        // Most words are no abbreviations, or are written as they should.
        if word.is_syllable || word.is_loud {
            continue;
        }
        let typed = paragraph.slice(word.at.clone());
        let known = ABBREVIATIONS.split(' ').any(|own| own == word.small) || typed == "Vp";
        if !known {
            continue;
        }
        let joined = paragraph.before(word.at.start).ends_with(['/', '.', '@', '-'])
            || paragraph.behind(word.at.end).starts_with(['@', '-', '/']);
        let dotted = paragraph.behind(word.at.end).starts_with('.')
            && paragraph.behind(word.at.end + 1).starts_with(char::is_alphanumeric);
        if !joined && !dotted {
            report.mend(paragraph, word.at.clone(), upper(typed), "Chữ viết tắt viết hoa.");
        }
    }
}

/// A word in small letters in a line of capitals.
fn case(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    // Of who signs another rule tells.
    if matches!(paragraph.role, Role::Authority | Role::SignerTitle | Role::Ending | Role::SignerName) {
        return;
    }
    let mut start = 0;
    for line in paragraph.text.split('\n') {
        let own = start..start + line.len();
        start = own.end + 1;
        let from = paragraph.words.partition_point(|word| word.at.start < own.start);
        let to = paragraph.words.partition_point(|word| word.at.start < own.end);
        let words = (from..to).zip(paragraph.words.get(from..to).unwrap_or_default());
        let words = words.filter(|(_, word)| word.small.starts_with(char::is_alphabetic));
        let shouted = words.clone().filter(|(_, word)| word.is_loud && word.is_syllable).count();
        let quiet = words.filter(|(_, word)| !word.is_loud);
        if shouted < 2 || shouted < 2 * quiet.clone().count() {
            continue;
        }
        for (at, word) in quiet {
            let typed = paragraph.word(at);
            // A word in small letters alone may be meant: "số", "của"; one that is half and half is a slip.
            let capitals = typed.has_big();
            if word.is_syllable && (capitals || quiet_between(paragraph, at)) {
                report.mend(paragraph, word.at.clone(), upper(typed), "Chữ thường lẫn trong dòng in hoa.");
            }
        }
    }
}

/// Whether both words beside a small one are in capitals.
fn quiet_between(paragraph: &Paragraph, at: usize) -> bool {
    let loud = |at: usize| {
        paragraph.words.get(at).is_some_and(|word| word.letters > 1 && word.is_loud && word.is_syllable)
    };
    at > 0 && loud(at - 1) && loud(at + 1)
}

/// Capitals inside a word of small letters.
fn case_inside(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for word in &paragraph.words {
        if word.is_loud || !word.is_syllable || word.small.is_ascii() {
            continue;
        }
        let typed = paragraph.slice(word.at.clone());
        let mut letters = typed.chars();
        let first = letters.next().unwrap_or_default();
        let rest = letters.as_str();
        // Most words end with the letters that they have in small ones.
        if word.small.ends_with(rest) {
            continue;
        }
        let big = rest.chars().filter(|c| *c != lower_letter(*c)).count();
        let little = rest.chars().filter(|c| c.is_alphabetic() && *c == lower_letter(*c)).count();
        let slip = big > 0 && little > 0 && !is_shouted(paragraph, word.at.start);
        if slip {
            let mostly = big > little;
            let with = if mostly { upper(typed) } else { like(&first.to_string(), &word.small) };
            report.mend(paragraph, word.at.clone(), with, "Chữ hoa và chữ thường lẫn trong một tiếng.");
        }
    }
}
