//! The documents that a paragraph names by number, each with where its parts stand.

use std::ops::Range;

use crate::citation::{self, Citation};
use crate::plan::Day;
use crate::vietnamese::lower;

/// A document that is named by number: `Nghị quyết số 27-NQ/TW ngày 09/11/2022 của …`.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// From its type to the last of number and date.
    pub range: Range<usize>,
    /// Tên loại, as documents of that type are called: `Nghị quyết`. Blank where none stands there.
    pub kind: &'static str,
    /// Where the type stands.
    pub kind_at: Range<usize>,
    /// Số, ký hiệu without spaces: `27-NQ/TW`.
    pub number: String,
    /// The number as it was typed.
    pub number_at: Range<usize>,
    /// Whether "số" stands before the number.
    pub says_number: bool,
    /// Its date.
    pub date: Option<Dated>,
    /// From the comma between number and date to the word "ngày".
    pub comma: Option<Range<usize>>,
    /// All that is read of it.
    pub citation: Citation,
    /// Its subject in small words.
    pub about: String,
    /// Who issued it in small words, without the term: "(khóa XIII)".
    pub body: String,
    /// Whether it belongs to the subject of the document before it.
    pub is_inside: bool,
    /// Whether another document that is named with it stands behind it: the two share what follows.
    pub is_listed: bool,
}

/// A date in figures or words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// From "ngày" to the year.
    pub at: Range<usize>,
    /// Day, month and year as they stand there.
    pub parts: (u16, u16, u16),
}

impl Dated {
    /// The day, if the calendar has it.
    pub fn day(&self) -> Option<Day> {
        let (day, month, year) = self.parts;
        Day::new(year, month.try_into().ok()?, day.try_into().ok()?)
    }
}

impl Mention {
    /// The part before the type's code: `27` of `27-NQ/TW`, `30/2020` of `30/2020/NĐ-CP`.
    pub fn digits(&self) -> &str {
        let end = self.number.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.number.len());
        &self.number[..end]
    }

    /// The codes in the number: `NQ`, `TW`.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.number.split(['/', '-']).filter(|code| code.starts_with(|c: char| !c.is_ascii_digit()))
    }
}

/// Words before a document that make it another: "Thông báo Kết luận số …" is no Kết luận.
const STATUTES: [&str; 4] = ["luật", "bộ luật", "pháp lệnh", "hiến pháp"];

/// How far before its number the type of a statute may stand.
const NAME: usize = 16;

/// The documents that a text names by number, in order.
pub fn find(text: &str) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    while let Some(start) = next_number(text, at) {
        let Some((number, rest)) = citation::number(&text[start..]) else {
            at = start + text[start..].chars().next().map_or(1, char::len_utf8);
            continue;
        };
        let end = text.len() - rest.len();
        at = end.max(start + 1);
        let coded = number.contains(|c: char| c.is_alphabetic()) && number.contains(['/', '-']);
        if !coded {
            continue;
        }
        let before = text[..start].trim_end_matches([' ', '\n', ':', '[', '…']);
        let says_number = word_before(before).is_some_and(|(_, word)| lower(word) == "số");
        let named = if says_number { before[..before.len() - "số".len()].trim_end() } else { before };
        let Some((kind, kind_at)) = kind_before(named, says_number) else { continue };
        let (comma, dated) = date_after(text, end);
        let range = kind_at.start..dated.as_ref().map_or(end, |date| date.at.end);
        let citation = read(&text[range.start..]);
        let is_inside =
            found.last().is_some_and(|last| is_inside(&text[last.range.end.min(range.start)..range.start]));
        if let Some(last) = found.last_mut() {
            let between = text.get(last.range.end..range.start).unwrap_or_default().trim();
            last.is_listed = matches!(between, "và" | "," | "");
        }
        let number_at = start..end;
        found.push(Mention {
            range,
            kind,
            kind_at,
            number,
            number_at,
            says_number,
            date: dated,
            comma,
            about: plain(&citation.subject),
            body: plain(&citation.issuer).split(" khóa ").next().unwrap_or_default().trim().to_owned(),
            citation,
            is_inside,
            is_listed: false,
        });
    }
    found
}

/// Words in small letters, one space apart, tone marks as on "ủy".
fn plain(text: &str) -> String {
    let text = lower(text).replace("uỷ", "ủy").replace("hoá", "hóa");
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Where the next run of digits begins that no letter or digit stands before; or the room for one.
fn next_number(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let begins = |(_, letter): &(usize, char)| letter.is_ascii_digit() || *letter == '…';
    rest.char_indices().filter(begins).find_map(|(at, letter)| {
        let before = text[..from + at].chars().next_back();
        let starts =
            before.is_none_or(|before| !before.is_alphanumeric() && !matches!(before, '/' | '-' | '.'))
            // A space is missing there, of which another rule tells.
            || text[..from + at].ends_with(" số");
        let room = letter == '…' && rest[at..].trim_start_matches(['…', '.', ' ']).starts_with(['/', '-']);
        (starts && (letter.is_ascii_digit() || room)).then_some(from + at)
    })
}

fn word_before(text: &str) -> Option<(usize, &str)> {
    let at = text.rfind(|c: char| !c.is_alphanumeric());
    let start = at.map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let word = &text[start..];
    (!word.is_empty()).then_some((start, word))
}

/// The type of the document whose number follows.
fn kind_before(text: &str, says_number: bool) -> Option<(&'static str, Range<usize>)> {
    // Up to the longest type, and up to the name of a law.
    let mut start = text.len();
    let mut seen = Vec::new();
    for _ in 0..NAME {
        // Laws have commas in their names: Luật Cán bộ, công chức.
        let head = text[..start].trim_end_matches([' ', '\n', ',']);
        let Some((at, word)) = word_before(head) else { break };
        if !seen.is_empty() && text[at + word.len()..start].contains([';', '.', ':', '(', ')']) {
            break;
        }
        start = at;
        seen.push(at);
    }
    let own = |at: usize, most: usize| {
        citation::kind_at(&text[at..]).filter(|(kind, length)| {
            let behind = &text[at + length..];
            let statute = STATUTES.contains(&lower(kind).as_str());
            // "Luật Căn cước số 26/2023/QH15", but not "Luật Căn cước và Nghị định số …".
            let named = statute && says_number && !ends_with_type(behind);
            behind.split_whitespace().count() <= most && !behind.contains(',') || named
        })
    };
    // The longest type that ends nearest to the number.
    let found = seen.iter().rev().find_map(|at| own(*at, 0).map(|(kind, length)| (kind, *at..*at + length)));
    found.or_else(|| {
        let near = |at: &&usize| text[**at..].split_whitespace().count() <= 6 || says_number;
        seen.iter().filter(near).find_map(|at| {
            let most = if says_number { 3 } else { 0 };
            own(*at, most).map(|(kind, length)| (kind, *at..*at + length))
        })
    })
}

/// Whether the last words of a text are a type of document.
fn ends_with_type(text: &str) -> bool {
    let starts = text.match_indices(' ').map(|(at, _)| &text[at + 1..]);
    let mut last = starts.filter(|rest| rest.split(' ').count() <= 3);
    last.any(|rest| citation::kind_at(rest).is_some_and(|(_, length)| length == rest.len()))
}

/// A date right behind a number, and what stands before it where that is a comma.
fn date_after(text: &str, end: usize) -> (Option<Range<usize>>, Option<Dated>) {
    let rest = &text[end..];
    let behind = rest.trim_start_matches([' ', '\n']);
    let (has_comma, behind) = match behind.strip_prefix(',') {
        Some(behind) => (true, behind.trim_start_matches([' ', '\n'])),
        None => (false, behind),
    };
    let at = text.len() - behind.len();
    let says = behind.strip_prefix("ngày").is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    if !says {
        return (None, None);
    }
    let comma = has_comma.then_some(end..at + "ngày".len());
    (comma, date_at(text, at))
}

/// The date that begins with the word "ngày" at a byte.
pub fn date_at(text: &str, at: usize) -> Option<Dated> {
    let rest = text.get(at..)?.strip_prefix("ngày").or_else(|| text.get(at..)?.strip_prefix("Ngày"))?;
    let (day, rest) = digits(rest.trim_start())?;
    let (month, year, rest) = match rest.strip_prefix(['/', '-', '.']) {
        Some(rest) => {
            let (month, rest) = digits(rest)?;
            let (year, rest) = digits(rest.strip_prefix(['/', '-', '.'])?)?;
            (month, year, rest)
        }
        None => {
            let (month, rest) = digits(rest.trim_start().strip_prefix("tháng")?.trim_start())?;
            let (year, rest) = digits(rest.trim_start().strip_prefix("năm")?.trim_start())?;
            (month, year, rest)
        }
    };
    (year > 999).then(|| Dated { at: at..text.len() - rest.len(), parts: (day, month, year) })
}

fn digits(text: &str) -> Option<(u16, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    Some((text.get(..end).filter(|digits| digits.len() <= 4)?.parse().ok()?, &text[end..]))
}

/// So much of a text is read of one document.
const LONGEST: usize = 900;

fn read(text: &str) -> Citation {
    let end =
        (LONGEST.min(text.len())..=text.len()).find(|end| text.is_char_boundary(*end)).unwrap_or(text.len());
    citation::at_head(&text[..end]).unwrap_or_default()
}

/// Whether what stands between two documents says that the second is what the first is about.
fn is_inside(between: &str) -> bool {
    const LINKS: [&str; 9] = [
        "về ",
        "thực hiện",
        "triển khai",
        "sửa đổi",
        "phê duyệt",
        "ban hành",
        "quy định",
        "hướng dẫn",
        "cụ thể hóa",
    ];
    let between = between.trim_end();
    let apart =
        between.contains([';', '.', ':', '”']) || between.ends_with([',', ')']) || between.ends_with(" và");
    !apart && LINKS.iter().any(|link| between.contains(link))
}
