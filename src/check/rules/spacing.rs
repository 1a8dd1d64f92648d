//! Dấu cách: where one is missing, and where one is too many.

use std::ops::Range;

use super::words::Words;
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Frame, Paragraph, Word};
use crate::check::rule::{Report, Rule};
use crate::import::Role;
use crate::vietnamese::{is_syllable, lower, lower_letter};

pub(super) const MARKS: &str = "Quy tắc đánh máy: dấu câu đứng liền sau chữ trước, cách chữ sau một dấu cách";

pub(super) const RULES: &[Rule] = &[
    Rule::each(Hint, "punctuation.space.double", MARKS, "Thừa dấu cách", double).mends(),
    Rule::each(Error, "punctuation.space.before", MARKS, "Dấu cách trước dấu câu", before_mark).mends(),
    Rule::each(Error, "punctuation.space.after", MARKS, "Thiếu dấu cách sau dấu câu", after_mark).mends(),
    Rule::each(Error, "punctuation.space.quote", MARKS, "Thiếu dấu cách sau ngoặc kép đóng", after_quote)
        .mends(),
    Rule::each(Warn, "punctuation.space.bracket", MARKS, "Dấu cách ở dấu ngoặc", bracket).mends(),
    Rule::each(Warn, "punctuation.space.open", MARKS, "Thiếu dấu cách trước dấu ngoặc", before_bracket)
        .near(&['(', '“'])
        .mends(),
    Rule::each(Error, "punctuation.space.year", MARKS, "Dấu cách trong năm của ngày tháng", broken_date)
        .mends(),
    Rule::each(Warn, "punctuation.space.head", MARKS, "Thiếu dấu cách sau gạch đầu dòng, số thứ tự", head)
        .mends(),
    Rule::each(Warn, "punctuation.space.percent", MARKS, "Dấu cách trước “%”", percent).near(&['%']).mends(),
    Rule::each(Hint, "punctuation.ampersand", "Trong câu viết “và”", "Dấu “&” thay chữ “và”", ampersand)
        .near(&['&'])
        .mends(),
    Rule::each(Error, "punctuation.space.counted", MARKS, "Thiếu dấu cách giữa hai số thứ tự", counted)
        .mends(),
    Rule::each(Error, "punctuation.space.and", MARKS, "Dấu cách ở một bên của “&”", and).near(&['&']).mends(),
    Rule::each(Warn, "punctuation.space.unit", MEASURES, "Số và đơn vị đo viết liền: “5ha”", unit).mends(),
    Rule::each(Error, "punctuation.space.number", MARKS, "Chữ và số viết liền", number).mends(),
];

/// Whether a byte stands where spaces mean nothing to the reader: a blank to fill in, a symbol.
pub(super) fn is_spared(paragraph: &Paragraph, range: &Range<usize>) -> bool {
    paragraph.is_in_brackets(range)
        || paragraph
            .mentions
            .iter()
            .any(|own| own.number_at.start <= range.start && range.end <= own.number_at.end)
}

pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

fn after(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Runs of spaces, with their bytes. A space that stands alone between two words is right, and none of them.
fn gaps(paragraph: &Paragraph) -> impl Iterator<Item = Range<usize>> + '_ {
    let (text, words) = (&paragraph.text, &paragraph.words);
    let head = 0..words.first().map_or(text.len(), |first| first.at.start);
    let inside = paragraph.breaks().map(|(_, [left, right], _)| left.at.end..right.at.start);
    let tail = words.last().map(|last| last.at.end..text.len());
    std::iter::once(head).chain(inside).chain(tail).flat_map(move |part| {
        let mut at = part.start;
        std::iter::from_fn(move || {
            let start = at + text.get(at..part.end)?.find(' ')?;
            let len = text[start..].len() - text[start..].trim_start_matches(' ').len();
            at = start + len;
            Some(start..at)
        })
    })
}

fn is_edge(c: Option<char>) -> bool {
    c.is_none_or(|c| c == '\n' || c == '\t')
}

fn double(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let text = &paragraph.text;
    for gap in gaps(paragraph).filter(|gap| gap.len() > 1) {
        let inside = !is_edge(before(text, gap.start)) && !is_edge(after(text, gap.end));
        // A blank for a number or a day is left wide.
        let blank = matches!(paragraph.role, Role::Number | Role::Head | Role::Ending | Role::Emblem)
            || gap.len() > 3
            || (paragraph.role == Role::PlaceDate && gap.len() > 2);
        if inside && !blank {
            report.mend(paragraph, gap, " ", "Thừa dấu cách: giữa hai chữ chỉ có một.");
        }
    }
}

fn before_mark(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let text = &paragraph.text;
    for gap in gaps(paragraph).filter(|gap| gap.len() == 1) {
        let (Some(left), Some(mark)) = (before(text, gap.start), after(text, gap.end)) else { continue };
        let next = after(text, gap.end + mark.len_utf8());
        // ".docx" begins small, and a sentence does not.
        let begins = |next: char| next.is_alphabetic() && next != lower_letter(next);
        let is_mark = matches!(mark, ',' | ';' | ':' | '?' | '!')
            || (mark == '.' && next.is_none_or(|next| next.is_whitespace() || next == '/' || begins(next)));
        if is_mark
            && (left.is_alphanumeric() || matches!(left, ')' | '”' | '"' | '.' | '%'))
            && !is_spared(paragraph, &gap)
        {
            let range = gap.start..gap.end + mark.len_utf8();
            let with = match mark {
                // Two full stops are one.
                '.' if left == '.' => String::new(),
                ',' | ';' if next.is_some_and(char::is_alphabetic) => format!("{mark} "),
                _ => mark.to_string(),
            };
            report.mend(paragraph, range, with, "Dấu câu viết liền với chữ đứng trước.");
        }
    }
}

fn after_mark(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let text = &paragraph.text;
    for (at, mark) in text.char_indices().filter(|(_, c)| matches!(c, ',' | ';' | ':' | '.')) {
        let end = at + mark.len_utf8();
        let (Some(left), Some(right)) = (before(text, at), after(text, end)) else { continue };
        let word = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default();
        let behind = paragraph.words.partition_point(|word| word.at.start < end);
        let right_word = paragraph.words.get(behind).filter(|word| word.at.start == end);
        let left_word = behind.checked_sub(1).and_then(|at| paragraph.words.get(at));
        let left_word = left_word.filter(|word| word.at.end == at);
        let apart = match (mark, left_word, right_word) {
            (_, _, None) => matches!(mark, ',' | ';') && matches!(right, '“' | '(') && left.is_alphanumeric(),
            // A sentence ends in a word and the next begins with a capital: 1.200, TP.HCM, www.xa.gov.vn do not.
            ('.', Some(left), Some(right)) => {
                let whole = |own: &Word| own.is_syllable && own.letters > 1;
                // "nông thôn mới.nâng cao": no address has such letters.
                let begins =
                    word(&right.at).begins_big() || !left.small.is_ascii() && !right.small.is_ascii();
                begins && whole(left) && whole(right) && word(&left.at) == left.small
            }
            (_, left_word, Some(right_word)) => {
                let letters = right_word.small.starts_with(char::is_alphabetic);
                let site =
                    left_word.is_some_and(|own| matches!(own.small.as_str(), "http" | "https" | "mailto"));
                let number = left.is_ascii_digit() && right.is_ascii_digit();
                // "6 tháng,1 năm"
                let figure = mark == ','
                    && left.is_alphabetic()
                    && left_word.is_some_and(|own| own.is_syllable && !own.is_loud);
                (letters || figure)
                    && !number
                    && !site
                    && (left.is_alphanumeric() || matches!(left, ')' | '”' | '"'))
            }
        };
        let range = at..end;
        if apart && !is_spared(paragraph, &range) && !is_address(text, at) {
            report.mend(paragraph, range, format!("{mark} "), "Sau dấu câu có một dấu cách.");
        }
    }
}

/// "nhiệm kỳ 2016 - 2021”với nội dung".
fn after_quote(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, mark) in paragraph.text.match_indices('”') {
        let end = at + mark.len();
        let joined = before(&paragraph.text, at).is_some_and(char::is_alphanumeric)
            && after(&paragraph.text, end).is_some_and(char::is_alphabetic);
        if joined {
            report.mend(paragraph, at..end, "” ", "Sau ngoặc kép đóng có một dấu cách.");
        }
    }
}

/// Whether a byte stands inside an address of the web or of post.
fn is_address(text: &str, at: usize) -> bool {
    let start = text[..at].rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let end = text[at..].find(char::is_whitespace).map_or(text.len(), |len| at + len);
    let word = text.get(start..end).unwrap_or_default();
    word.contains(['@', '\\']) || word.says("://") || word.says("www.") || word.says(".vn")
}

fn bracket(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let text = &paragraph.text;
    for gap in gaps(paragraph) {
        let (left, right) = (before(text, gap.start), after(text, gap.end));
        let opens = matches!(left, Some('(' | '“')) && right.is_some_and(char::is_alphanumeric);
        let closes = matches!(right, Some(')' | '”'))
            && left.is_some_and(|left| left.is_alphanumeric() || matches!(left, '.' | '…'));
        if (opens || closes) && !is_spared(paragraph, &gap) && gap.len() < 4 {
            let (start, end) =
                (gap.start - left.map_or(0, char::len_utf8), gap.end + right.map_or(0, char::len_utf8));
            let kept = [left, right].into_iter().flatten().collect::<String>();
            report.mend(paragraph, start..end, kept, "Dấu ngoặc viết liền với chữ bên trong.");
        }
    }
}

fn before_bracket(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let text = &paragraph.text;
    for (at, mark) in text.char_indices().filter(|(_, c)| matches!(c, '(' | '“')) {
        let word = paragraph.words.iter().find(|word| word.at.end == at);
        // A symbol may have a bracket in it: 15(1)/KH, H(2).
        let whole = word.is_some_and(|word| word.is_syllable && word.letters > 1);
        let inside = after(text, at + mark.len_utf8()).is_some_and(char::is_alphabetic);
        if whole && inside && !is_spared(paragraph, &(at..at + 1)) {
            report.mend(
                paragraph,
                at..at + mark.len_utf8(),
                format!(" {mark}"),
                "Trước dấu mở ngoặc có một dấu cách.",
            );
        }
    }
}

/// Whether a word is a year.
pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.chars().all(|c| c.is_ascii_digit())
}

/// "ngày 16/7/20 21".
fn broken_date(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for run in paragraph.words.windows(3) {
        let [month, century, rest] = run else { continue };
        let joints =
            [&paragraph.text[month.at.end..century.at.start], &paragraph.text[century.at.end..rest.at.start]];
        let figures = |word: &Word| word.small.len() == 2 && word.small.bytes().all(|c| c.is_ascii_digit());
        let slash = paragraph.before(month.at.start).ends_with('/');
        if joints == ["/", " "] && slash && matches!(century.small.as_str(), "19" | "20") && figures(rest) {
            let gap = century.at.end..rest.at.start;
            report.mend_part(paragraph, month.at.start..rest.at.end, gap, "", "Thừa dấu cách trong năm.");
        }
    }
}

fn head(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let text = &paragraph.text;
    let start = paragraph.whole().start;
    let listed = paragraph.is_prose() || paragraph.role == Role::Recipient;
    let Some(first) = paragraph.words.first().filter(|_| frame.is_source && listed) else { return };
    let lead = text.get(start..first.at.start).unwrap_or_default();
    let letters = |at: usize| after(text, at).is_some_and(|c| c.is_alphabetic() && c != lower_letter(c));
    let end = match lead {
        "-" | "+" | "–" | "•" if letters(first.at.start) => first.at.start,
        // 1.Mục đích, but not 1.1 or 1.200.
        "" if first.small.len() < 3 && first.small.chars().all(|c| c.is_ascii_digit()) => {
            let mark = first.at.end;
            if text.get(mark..).is_some_and(|rest| rest.starts_with('.')) && letters(mark + 1) {
                mark + 1
            } else {
                return;
            }
        }
        // 2.1.Mục đích
        "" if first.small.len() < 6
            && first.small.contains('.')
            && first.small.chars().all(|c| c.is_ascii_digit() || c == '.') =>
        {
            let mark = first.at.end;
            if text.get(mark..).is_some_and(|rest| rest.starts_with('.')) && letters(mark + 1) {
                mark + 1
            } else {
                return;
            }
        }
        // a)Tại, I.Mục đích.
        "" if first.letters < 4
            && (first.letters == 1 || first.small.chars().all(|c| matches!(c, 'i' | 'v' | 'x'))) =>
        {
            let mark = first.at.end;
            let sign = text.get(mark..).is_some_and(|rest| rest.starts_with(['.', ')']));
            // "A.Kế hoạch"
            let part = first.is_capital
                && first.letters == 1
                && paragraph.words.get(1).is_some_and(|next| next.letters > 1);
            if sign && letters(mark + 1) && (paragraph.body > mark || part) { mark + 1 } else { return }
        }
        _ => return,
    };
    let mark = text.get(start..end).unwrap_or_default();
    report.mend(paragraph, start..end, format!("{mark} "), "Sau gạch đầu dòng, số thứ tự có một dấu cách.");
}

fn percent(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, _) in paragraph.text.match_indices(" %") {
        let number = paragraph.words.iter().rfind(|word| word.at.end == at);
        if let Some(number) = number.filter(|word| word.small.bytes().all(|byte| byte.is_ascii_digit())) {
            let range = number.at.start..at + " %".len();
            report.mend_part(paragraph, range, at..at + 1, "", "“%” viết liền với số.");
        }
    }
}

/// "Nông nghiệp & Phát triển nông thôn". In the short names of bodies it stands between capitals: GD&ĐT.
fn ampersand(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, _) in paragraph.text.match_indices(" & ").filter(|_| paragraph.is_prose()) {
        let start = paragraph.words.iter().rfind(|word| word.at.end <= at).map_or(at, |word| word.at.start);
        let end = paragraph.words.iter().find(|word| word.at.start > at).map_or(at + 3, |word| word.at.end);
        report.mend_part(paragraph, start..end, at + 1..at + 2, "và", "Trong câu viết “và”, không viết “&”.");
    }
}

fn number(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for word in &paragraph.words {
        // Most words are syllables.
        if word.is_syllable {
            continue;
        }
        let Some(split) = word.small.find(|c: char| c.is_ascii_digit()) else { continue };
        let typed = paragraph.slice(word.at.clone());
        // 2021của: units of measure have no marks, and are no words.
        let behind = typed.trim_start_matches(|c: char| c.is_ascii_digit());
        let followed = split == 0
            && behind.chars().count() > 1
            && !behind.is_ascii()
            && is_syllable(behind)
            && behind == lower(behind);
        if followed {
            let apart = [&typed[..typed.len() - behind.len()], behind].join(" ");
            report.mend(paragraph, word.at.clone(), apart, "Giữa số và chữ có một dấu cách.");
        }
        let (letters, digits) = word.small.split_at(split);
        let whole =
            letters.chars().count() > 2 && is_syllable(letters) && digits.chars().all(|c| c.is_ascii_digit());
        // Covid19 and such are names; a syllable in small letters is none.
        if whole && typed.starts_with(letters) {
            let apart = format!("{letters} {digits}");
            report.mend(paragraph, word.at.clone(), apart, "Giữa chữ và số có một dấu cách.");
        }
    }
}

/// "Phòng GD& ĐT"
fn and(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (_, [left, right], between) in paragraph.breaks() {
        if matches!(between, "& " | " &") && left.is_loud && right.is_loud {
            let joined =
                format!("{}&{}", paragraph.slice(left.at.clone()), paragraph.slice(right.at.clone()));
            let message = "Trong tên viết tắt dấu “&” viết liền hai bên.";
            report.mend(paragraph, left.at.start..right.at.end, joined, message);
        }
    }
}

const MEASURES: &str = "Pháp luật về đo lường: giữa trị số và đơn vị đo có một dấu cách";

/// "diện tích 5,0ha"
fn unit(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for word in paragraph.words.iter().filter(|word| word.small.starts_with(|c: char| c.is_ascii_digit())) {
        let (figures, unit) =
            word.small.split_at(word.small.find(|c: char| !c.is_ascii_digit()).unwrap_or(0));
        if matches!(unit, "ha" | "km" | "kg" | "tấn" | "lít" | "tạ") && !figures.is_empty() {
            let apart = format!("{figures} {unit}");
            report.mend(paragraph, word.at.clone(), apart, "Giữa số và đơn vị đo có một dấu cách.");
        }
    }
}

/// What is counted behind it: two numbers there are no fraction.
const COUNTED: [&str; 9] = ["năm", "lớp", "thôn", "ấp", "khoản", "mục", "quý", "đợt", "tháng"];

/// "năm 2,3": two years of a school.
fn counted(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, words) in paragraph.words.windows(3).enumerate().filter(|_| paragraph.is_prose()) {
        let [noun, left, right] = words else { continue };
        if !left.small.starts_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let number = |word: &Word| word.small.parse::<u8>().ok();
        // "năm 5,93%", "quý 2,5 tỷ": a fraction.
        let fraction = paragraph.behind(right.at.end).trim_start().starts_with('%')
            || super::words::small(paragraph, Some(at + 3))
                .is_of(&["lần", "tỷ", "triệu", "nghìn", "ha", "điểm", "tấn", "km", "m"]);
        let both = number(left).zip(number(right)).is_some_and(|(left, right)| left < right && right <= 12);
        let comma = left.at.end..right.at.start;
        if noun.small.is_of(&COUNTED) && both && !fraction && paragraph.slice(comma.clone()) == "," {
            let range = noun.at.start..right.at.end;
            report.mend_part(paragraph, range, comma, ", ", "Giữa hai số thứ tự có dấu cách sau dấu phẩy.");
        }
    }
}
