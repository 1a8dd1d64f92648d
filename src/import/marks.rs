//! Marks of the outline at the beginning of a line: `I.` `II-` `1.` `1)` `4.1` `a)` `(1)` `-` `+` `•`.

use super::words::{begins, begins_capital, count, is_caps};
use crate::format::numbering::roman;
use crate::vietnamese::{is_syllable, lower};

/// What a mark says of the line behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `PHẦN THỨ NHẤT`, `A.`: a part above sections. The plan has no such level.
    Part,
    /// `I.`
    Section,
    /// `1.` (depth 1), `1.1.` (2), `1.1.1.` (3).
    Number(usize, Style),
    /// `a)`
    Letter(Style),
    /// `-`, `–`, `•`
    Dash,
    /// `+`, `*`: a dash, under another dash where the text has both.
    InnerDash,
}

/// How the number or letter of a mark is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `1.`, `a.`, `1/`, `1-`
    Dot,
    /// `1)`, `a)`
    Bracket,
    /// `(1)`, `(a)`
    Brackets,
}

/// A line that begins with a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marked<'a> {
    /// The mark.
    pub mark: Mark,
    /// The mark as it was typed.
    pub typed: &'a str,
    /// The text behind it; blank where the text stands on the next line.
    pub rest: &'a str,
}

/// Takes the mark off a line that begins with one.
pub fn split(text: &str) -> Option<Marked<'_>> {
    let text = text.trim();
    let (mark, length) = dash(text)
        .or_else(|| section(text))
        .or_else(|| part(text))
        .or_else(|| number(text))
        .or_else(|| letter(text))
        .or_else(|| bracketed(text))?;
    let (typed, rest) = text.split_at(length);
    Some(Marked { mark, typed: typed.trim_end(), rest: rest.trim_start() })
}

const DASHES: [char; 17] =
    ['-', '–', '—', '−', '‑', '•', '●', '▪', '■', '○', '□', '◦', '·', '➢', '➤', '✓', '❖'];

fn dash(text: &str) -> Option<(Mark, usize)> {
    let mark = text.chars().next()?;
    match mark {
        '+' | '*' => Some((Mark::InnerDash, 1)),
        _ => DASHES.contains(&mark).then_some((Mark::Dash, mark.len_utf8())),
    }
}

fn section(text: &str) -> Option<(Mark, usize)> {
    let digits = text.len() - text.trim_start_matches(['I', 'V', 'X']).len();
    let (number, rest) = text.split_at(digits);
    if number.is_empty() || is_regarding(text) || !(1..=39).any(|n| roman(n) == number) {
        return None;
    }
    let behind = rest.trim_start_matches(['.', '-', '–', '—', ')', '/', ':', ' ']);
    let closed = rest[..rest.len() - behind.len()].contains(|c| c != ' ');
    let spaced = rest.starts_with(' ');
    if closed && let Some((Mark::Number(depth, style), length)) = self::number(behind) {
        // `I.1.` numbers a clause by its section.
        return Some((Mark::Number(depth, style), text.len() - behind.len() + length));
    }
    let initials = behind.chars().nth(1) == Some('.');
    let titled = behind.is_empty() || (begins_capital(behind) && !initials);
    ((closed && titled) || (spaced && is_caps(behind))).then(|| (Mark::Section, text.len() - behind.len()))
}

/// "V/v" stands for "về việc".
fn is_regarding(text: &str) -> bool {
    text.starts_with("V/V ") || text.starts_with("V/v ")
}

fn part(text: &str) -> Option<(Mark, usize)> {
    if begins(text, &["phan thu", "phan i", "phan ii", "phan iii", "phan iv", "phan v"])
        && text.starts_with('P')
        && count(text) <= 25
    {
        return Some((Mark::Part, 0));
    }
    let mut letters = text.chars();
    let lettered = letters.next().is_some_and(|c| c.is_ascii_uppercase())
        && letters.next().is_some_and(|c| ['.', ')', '/', '-'].contains(&c));
    // The letter is part of what is kept: the plan has no number for it.
    (lettered && !is_regarding(text) && is_caps(&text[2..])).then_some((Mark::Part, 0))
}

fn number(text: &str) -> Option<(Mark, usize)> {
    let mut depth = 0;
    let mut at = 0;
    loop {
        let digits = text[at..].len() - text[at..].trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if !(1..=2).contains(&digits) {
            return None;
        }
        (depth, at) = (depth + 1, at + digits);
        let next =
            text[at..].strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        if !next {
            break;
        }
        at += 1;
    }
    let rest = &text[at..];
    let (close, behind) = match rest.chars().next() {
        Some(close @ ('.' | ')' | '/' | '-' | '–' | ':' | ',')) => {
            (Some(close), closed_twice(&rest[close.len_utf8()..]))
        }
        _ => (None, rest),
    };
    let spaced = behind.is_empty() || behind.starts_with(' ');
    let capital = begins_capital(behind.trim_start());
    let (style, stands) = match close {
        Some(')') => (Style::Bracket, true),
        Some('.') => (Style::Dot, spaced || capital),
        Some(',') => (Style::Dot, behind.starts_with(' ') && capital),
        // `1-` may as well begin a symbol: `27-NQ/TW`, `27- KH/TU`.
        Some(_) => (Style::Dot, capital && !begins_symbol(behind)),
        None => (Style::Dot, spaced && capital && (depth > 1 || begins(behind, &TITLES))),
    };
    stands.then(|| (Mark::Number(depth, style), text.len() - behind.len()))
}

/// Titles of clauses that are known also behind a number that nothing closes: "1 Mục đích".
const TITLES: [&str; 8] =
    ["muc dich", "yeu cau", "noi dung", "thoi gian", "dia diem", "thanh phan", "doi tuong", "kinh phi"];

/// What stands behind the second sign that closes a mark: `1/.`, `a).`
fn closed_twice(text: &str) -> &str {
    let behind = text
        .strip_prefix(['.', ')', '/', '-'])
        .filter(|behind| behind.starts_with(' ') || begins_capital(behind));
    behind.unwrap_or(text)
}

fn begins_symbol(text: &str) -> bool {
    let word = text.trim_start().split(' ').next().unwrap_or_default();
    // "1/KHÓ KHĂN" has a word there.
    let said = || word.chars().nth(2).is_some() && !word.is_ascii() && is_syllable(&lower(word));
    word.contains('/') || (!text.starts_with(' ') && is_caps(word) && !said())
}

fn letter(text: &str) -> Option<(Mark, usize)> {
    let mut chars = text.chars();
    chars.next().filter(|c| point_letter(*c))?;
    let close = chars.next()?;
    let behind = closed_twice(chars.as_str());
    let spaced = behind.is_empty() || behind.starts_with(' ');
    let style = match close {
        ')' => Style::Bracket,
        '.' | '/' if spaced => Style::Dot,
        ',' if spaced && begins_capital(behind.trim_start()) => Style::Dot,
        _ => return None,
    };
    Some((Mark::Letter(style), text.len() - behind.len()))
}

fn point_letter(letter: char) -> bool {
    letter.is_ascii_lowercase() || letter == 'đ'
}

fn bracketed(text: &str) -> Option<(Mark, usize)> {
    let (inside, behind) = text.strip_prefix('(')?.split_once(')')?;
    let number = (1..=2).contains(&inside.len()) && inside.bytes().all(|b| b.is_ascii_digit());
    let letter = inside.chars().count() == 1 && inside.chars().all(point_letter);
    let mark = match (number, letter) {
        (true, _) => Mark::Number(1, Style::Brackets),
        (_, true) => Mark::Letter(Style::Brackets),
        _ => return None,
    };
    Some((mark, text.len() - behind.len()))
}

#[cfg(test)]
mod tests {
    use super::Style::{Bracket, Brackets, Dot};
    use super::*;

    fn read(text: &str) -> Option<(Mark, &str)> {
        split(text).map(|marked| (marked.mark, marked.rest))
    }

    #[test]
    fn sections_are_marked_in_every_way_that_offices_write_them() {
        for line in
            ["I. MỤC ĐÍCH", "I- MỤC ĐÍCH", "II - MỤC ĐÍCH", "II– MỤC ĐÍCH", "III/ MỤC ĐÍCH", "IV MỤC ĐÍCH"]
        {
            assert_eq!(read(line), Some((Mark::Section, "MỤC ĐÍCH")), "{line}");
        }
        assert_eq!(read("IX."), Some((Mark::Section, "")), "the title stands on the next line");
    }

    #[test]
    fn numbers_letters_and_dashes_are_told_apart() {
        let cases = [
            ("1. Mục đích", Mark::Number(1, Dot), "Mục đích"),
            ("1) Mục đích", Mark::Number(1, Bracket), "Mục đích"),
            ("1.1. Ban Tổ chức", Mark::Number(2, Dot), "Ban Tổ chức"),
            ("2.1- Ban Dân chủ", Mark::Number(2, Dot), "Ban Dân chủ"),
            ("4.1 Ban Dân chủ", Mark::Number(2, Dot), "Ban Dân chủ"),
            ("II.3. Kinh phí", Mark::Number(1, Dot), "Kinh phí"),
            ("2.1.3. Kinh phí", Mark::Number(3, Dot), "Kinh phí"),
            ("(1) Kinh phí", Mark::Number(1, Brackets), "Kinh phí"),
            ("1/. Kinh phí", Mark::Number(1, Dot), "Kinh phí"),
            ("1, Kinh phí", Mark::Number(1, Dot), "Kinh phí"),
            ("1/KHÓ KHĂN", Mark::Number(1, Dot), "KHÓ KHĂN"),
            ("a, Kinh phí", Mark::Letter(Dot), "Kinh phí"),
            ("a). Kinh phí", Mark::Letter(Bracket), "Kinh phí"),
            ("a) Kinh phí", Mark::Letter(Bracket), "Kinh phí"),
            ("đ. Kinh phí", Mark::Letter(Dot), "Kinh phí"),
            ("–  Kinh phí", Mark::Dash, "Kinh phí"),
            ("• Kinh phí", Mark::Dash, "Kinh phí"),
            ("+ Kinh phí", Mark::InnerDash, "Kinh phí"),
        ];
        for (line, mark, rest) in cases {
            assert_eq!(read(line), Some((mark, rest)), "{line}");
        }
    }

    #[test]
    fn amounts_dates_and_symbols_are_no_marks() {
        for line in [
            "1.000 đồng",
            "30/7/2026 của xã",
            "27-NQ/TW",
            "2026. Năm",
            "4.1 triệu",
            "1,5 triệu đồng",
            "8, 9 và 10",
            "Ví dụ",
            "V. I. Lênin",
            "60 người",
            "V/V TỔ CHỨC NGÀY HỘI",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn parts_keep_their_letter() {
        assert_eq!(read("A. TÌNH HÌNH"), Some((Mark::Part, "A. TÌNH HÌNH")));
        assert_eq!(read("PHẦN THỨ NHẤT"), Some((Mark::Part, "PHẦN THỨ NHẤT")));
    }
}
