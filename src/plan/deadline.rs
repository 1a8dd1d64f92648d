//! Thời gian thực hiện: the words of a deadline as days that can be compared.

use std::fmt;

use super::IssueDate;
use crate::vietnamese::ascii;

/// A day of the calendar; an earlier one is less. Printed as in citations: `30/7/2026`,
/// `05/01/2026` (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 4, điểm b: a zero before
/// days below 10 and months 1 and 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// The day, if the calendar has it.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Day> {
        let date = IssueDate { day: Some(day), month: Some(month), year: Some(year), ..IssueDate::default() };
        date.is_possible().then_some(Day { year, month, day })
    }

    /// The last day of a month.
    fn last_of(year: u16, month: u8) -> Option<Day> {
        (28..=31).rev().find_map(|day| Day::new(year, month, day))
    }

    fn before(self) -> Option<Day> {
        match (self.month, self.day) {
            (1, 1) => Day::new(self.year.checked_sub(1)?, 12, 31),
            (month, 1) => Day::last_of(self.year, month - 1),
            (month, day) => Day::new(self.year, month, day - 1),
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Day { year, month, day } = *self;
        if month <= 2 {
            write!(f, "{day:02}/{month:02}/{year}")
        } else {
            write!(f, "{day:02}/{month}/{year}")
        }
    }
}

/// When a task has to be done (the-thuc.md, section 5).
///
/// ```
/// use ke_hoach::plan::{Day, Deadline};
/// assert_eq!(Deadline::parse("Trong quý III năm 2026", None).latest, Day::new(2026, 9, 30));
/// assert_eq!(Deadline::parse("trước ngày 30/7", Some(2026)).latest, Day::new(2026, 7, 29));
/// assert!(Deadline::parse("Định kỳ 6 tháng", Some(2026)).recurring);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Deadline {
    /// The last day that is still in time; "trước ngày …" is the day before. `None` where the
    /// words name no day.
    pub latest: Option<Day>,
    /// Thường xuyên, hằng năm, định kỳ …
    pub recurring: bool,
}

impl Deadline {
    /// Reads the words of a deadline. A date without a year takes the year that stands elsewhere
    /// in the text, else `year`. Of several dates the last counts.
    pub fn parse(text: &str, year: Option<u16>) -> Deadline {
        read(&parts(text), year, |_, _| true)
    }

    /// The deadline inside a sentence ("…, gửi về Ban Thường vụ trước ngày 30/7/2023"): a date
    /// counts when the sentence says that something is due, not when it dates a document.
    pub fn in_text(text: &str, year: Option<u16>) -> Option<Deadline> {
        let deadline = read(&parts(text), year, is_due);
        deadline.latest.is_some().then_some(Deadline { recurring: false, ..deadline })
    }

    /// Whether this deadline is later than the superior's; `None` where one of them names no day.
    pub fn later_than(&self, superior: &Deadline) -> Option<bool> {
        Some(self.latest? > superior.latest?)
    }
}

/// A run of letters or digits without marks.
struct Part {
    plain: String,
    /// The sign that alone joins it to the run before it: `/`, `-`, `.`.
    joint: Option<char>,
    /// Whether a sentence ended before it.
    starts: bool,
}

impl Part {
    fn number(&self) -> Option<u16> {
        let digits = self.plain.len() <= 4 && self.plain.bytes().all(|b| b.is_ascii_digit());
        self.plain.parse().ok().filter(|_| digits)
    }

    fn year(&self) -> Option<u16> {
        self.number().filter(|year| (1900..=2200).contains(year))
    }
}

fn parts(text: &str) -> Vec<Part> {
    let plain = ascii(text);
    let mut parts: Vec<Part> = Vec::new();
    let mut gap = String::new();
    let mut inside = false;
    for letter in plain.chars() {
        if !letter.is_alphanumeric() {
            gap.push(letter);
            inside = false;
            continue;
        }
        if !inside {
            let joint = Some(&gap).filter(|gap| gap.len() == 1).and_then(|gap| gap.chars().next());
            parts.push(Part {
                plain: String::new(),
                joint: joint.filter(|joint| matches!(joint, '/' | '-' | '.')),
                starts: gap.contains([';', '\n']) || gap.contains(". "),
            });
            gap.clear();
            inside = true;
        }
        if let Some(part) = parts.last_mut() {
            part.plain.push(letter);
        }
    }
    parts
}

fn read(parts: &[Part], year: Option<u16>, counts: impl Fn(&[Part], usize) -> bool) -> Deadline {
    let recurring = parts.windows(2).any(|pair| is_recurring(&pair[0].plain, &pair[1].plain));
    let mut latest = None;
    let mut at = 0;
    while at < parts.len() {
        let Some(found) = time_at(parts, at) else {
            at += 1;
            continue;
        };
        // "Trước ngày 15/12 hằng năm" names no day.
        let other = || year_near(parts, at).or(year).filter(|_| !recurring);
        if counts(parts, at) {
            let strict = at > 0 && parts[at - 1].plain == "truoc";
            let day = found.year.or_else(other).and_then(|year| found.latest(year, strict));
            latest = latest.max(day);
        }
        at += found.parts.max(1);
    }
    Deadline { latest, recurring }
}

fn is_recurring(word: &str, next: &str) -> bool {
    matches!(
        (word, next),
        ("thuong", "xuyen" | "nien")
            | ("hang" | "moi", "nam" | "quy" | "thang" | "tuan" | "ngay")
            | ("dinh", "ky")
            | ("lien", "tuc")
    )
}

/// Whether the words before a date say that something is due by it.
fn is_due(parts: &[Part], at: usize) -> bool {
    let mut before = parts.get(at.saturating_sub(6)..at).unwrap_or_default();
    if let Some(start) = parts.get(..=at).and_then(|parts| parts.iter().rposition(|part| part.starts)) {
        before = parts.get(start.max(at.saturating_sub(6))..at).unwrap_or_default();
    }
    let due = |part: &Part| matches!(part.plain.as_str(), "truoc" | "xong" | "han");
    let marker = before.iter().rposition(due).max(before.windows(2).rposition(|pair| {
        matches!((pair[0].plain.as_str(), pair[1].plain.as_str()), ("hoan", "thanh") | ("cham", "nhat"))
    }));
    // "hoàn thành Nghị quyết số 5 ngày …" dates a document.
    marker.is_some_and(|marker| before[marker..].iter().all(|part| part.plain != "so"))
}

/// A year that stands behind a date without one, or before it.
fn year_near(parts: &[Part], at: usize) -> Option<u16> {
    let year = |part: &Part| part.year();
    parts[at..].iter().find_map(year).or_else(|| parts[..at].iter().rev().find_map(year))
}

/// A stretch of time that the words name, its year perhaps left out.
struct Time {
    /// First and last month, counted from 1.
    months: (u8, u8),
    day: Option<u8>,
    year: Option<u16>,
    /// How many parts name it.
    parts: usize,
}

impl Time {
    fn latest(&self, year: u16, strict: bool) -> Option<Day> {
        let (first, last) = self.months;
        match (self.day, strict) {
            (Some(day), false) => Day::new(year, first, day),
            (None, false) => Day::last_of(year, last),
            (day, true) => Day::new(year, first, day.unwrap_or(1))?.before(),
        }
    }
}

/// The time that is named from a part on.
fn time_at(parts: &[Part], at: usize) -> Option<Time> {
    let plain = |i: usize| parts.get(at + i).map_or("", |part| part.plain.as_str());
    let number = |i: usize| parts.get(at + i)?.number();
    let small =
        |i: usize, most: u16| number(i).filter(|n| (1..=most).contains(n)).and_then(|n| n.try_into().ok());
    let joint = |i: usize| parts.get(at + i).and_then(|part| part.joint);
    // "/2026", "năm 2026" from a part on, and how many parts that takes.
    let year = |i: usize| match parts.get(at + i) {
        Some(part) if part.joint == Some('/') && part.year().is_some() => (part.year(), 1),
        Some(part) if part.plain == "nam" => {
            let year = parts.get(at + i + 1).and_then(Part::year);
            (year, if year.is_some() { 2 } else { 0 })
        }
        _ => (None, 0),
    };
    let time =
        |months, day, (year, more), parts: usize| Some(Time { months, day, year, parts: parts + more });
    match plain(0) {
        "ngay" => {
            let inner = time_at(parts, at + 1).filter(|time| time.day.is_some())?;
            Some(Time { parts: inner.parts + 1, ..inner })
        }
        "thang" => small(1, 12).and_then(|month| time((month, month), None, year(2), 2)),
        "quy" => {
            let count = (1..).take_while(|i| quarter(plain(*i)).is_some()).count();
            let (first, last) = (quarter(plain(1))?, quarter(plain(count))?);
            time((first * 3 - 2, last * 3), None, year(1 + count), 1 + count)
        }
        "nam" => match number(1) {
            Some(_) => {
                let later = parts.get(at + 2).filter(|part| part.joint == Some('-')).and_then(Part::year);
                let first = parts.get(at + 1)?.year()?;
                time((1, 12), None, (later.or(Some(first)), usize::from(later.is_some())), 2)
            }
            None => {
                let before = at.checked_sub(1).and_then(|i| parts.get(i)).map_or("", |part| &part.plain);
                let whole = matches!(before, "trong" | "het" | "cuoi") || plain(1) == "nay";
                whole.then_some(()).and_then(|()| time((1, 12), None, (None, 0), 1))
            }
        },
        "doan" => {
            let (first, last) = (parts.get(at + 1)?.year()?, parts.get(at + 2).and_then(Part::year));
            time((1, 12), None, (last.or(Some(first)), 0), 3)
        }
        _ if joint(0) == Some('/') => None,
        _ => {
            let day: u8 = small(0, 31)?;
            let month = small(1, 12);
            match (joint(1), month, plain(1)) {
                (Some('/'), Some(_), _) if joint(2) == Some('/') && number(2).is_none() => None,
                (Some('/'), Some(month), _) => {
                    let short = || number(2).filter(|n| *n < 100).map(|n| n + 2000);
                    let year = Some(2)
                        .filter(|_| joint(2) == Some('/'))
                        .and_then(|i| number(i).filter(|n| *n >= 1900).or_else(short));
                    // "30/7 năm 2026"
                    let (year, more) =
                        if year.is_some() { (year, 1) } else { self::worded_year(parts, at + 2) };
                    time((month, month), Some(day), (year, more), 2)
                }
                (Some(sign), Some(month), _) if joint(2) == Some(sign) => {
                    time((month, month), Some(day), (Some(number(2).filter(|n| *n >= 1900)?), 0), 3)
                }
                // "9/2026", but not "5/2026/NQ-HĐND".
                (Some('/'), None, _) if joint(2) != Some('/') => {
                    let year = parts.get(at + 1)?.year()?;
                    Some(day)
                        .filter(|month| *month <= 12)
                        .and_then(|month| time((month, month), None, (Some(year), 0), 2))
                }
                (_, _, "thang") => match plain(2) {
                    "dau" | "cuoi" if day <= 12 => {
                        let months = if plain(2) == "dau" { (1, day) } else { (13 - day, 12) };
                        let named =
                            if plain(3) == "nam" && number(4).is_none() { (None, 1) } else { year(3) };
                        time(months, None, named, 3)
                    }
                    _ => small(2, 12).and_then(|month| time((month, month), Some(day), year(3), 3)),
                },
                _ => None,
            }
        }
    }
}

fn worded_year(parts: &[Part], at: usize) -> (Option<u16>, usize) {
    let named = parts.get(at).is_some_and(|part| part.plain == "nam");
    let year = parts.get(at + 1).filter(|_| named).and_then(Part::year);
    (year, if year.is_some() { 2 } else { 0 })
}

fn quarter(word: &str) -> Option<u8> {
    let quarter = ["i", "ii", "iii", "iv"].iter().position(|roman| *roman == word);
    let quarter = quarter.or_else(|| ["1", "2", "3", "4"].iter().position(|digit| *digit == word))?;
    u8::try_from(quarter + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn latest(text: &str) -> Option<String> {
        Deadline::parse(text, Some(2026)).latest.map(|day| day.to_string())
    }

    #[test]
    fn every_usual_way_to_write_a_deadline_is_read() {
        for (text, expected) in [
            ("ngày 30/7/2026", "30/7/2026"),
            ("trước ngày 30/7/2026", "29/7/2026"),
            ("hoàn thành trước 01/3/2026", "28/02/2026"),
            ("Chậm nhất ngày 15 tháng 8 năm 2026", "15/8/2026"),
            ("trước ngày 15 tháng 8", "14/8/2026"),
            ("tháng 9/2027", "30/9/2027"),
            ("tháng 02 năm 2028", "29/02/2028"),
            ("trong tháng 10", "31/10/2026"),
            ("Tháng 9, tháng 10 năm 2025", "31/10/2025"),
            ("quý III năm 2027", "30/9/2027"),
            ("Quý I, II/2027", "30/6/2027"),
            ("quý 4", "31/12/2026"),
            ("trước quý IV/2026", "30/9/2026"),
            ("năm 2030", "31/12/2030"),
            ("Giai đoạn 2026 - 2030", "31/12/2030"),
            ("6 tháng đầu năm", "30/6/2026"),
            ("6 tháng cuối năm 2027", "31/12/2027"),
            ("9 tháng đầu năm 2027", "30/9/2027"),
            ("hết năm", "31/12/2026"),
            ("Từ ngày 05/12/2025 đến ngày 20/02/2026", "20/02/2026"),
            ("30.7.2026", "30/7/2026"),
            ("15/9", "15/9/2026"),
            ("15/9 năm 2027", "15/9/2027"),
            ("Thường xuyên, trong năm 2027", "31/12/2027"),
        ] {
            assert_eq!(latest(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_comes_back_regularly_or_names_no_day_has_no_date() {
        for text in ["Thường xuyên", "hằng năm", "Hàng quý", "định kỳ 6 tháng", "trước ngày 15/12 hằng năm"]
        {
            assert_eq!(
                Deadline::parse(text, Some(2026)),
                Deadline { latest: None, recurring: true },
                "{text}"
            );
        }
        for text in [
            "",
            "Theo kế hoạch",
            "trong 15 ngày kể từ ngày ban hành",
            "31/02/2026",
            "Nghị định số 30/2020/NĐ-CP",
            "05/2026/NQ-HĐND",
        ] {
            assert_eq!(Deadline::parse(text, None), Deadline::default(), "{text}");
        }
    }

    #[test]
    fn a_sentence_gives_its_deadline_and_not_the_dates_of_documents() {
        let due = |text| Deadline::in_text(text, Some(2023)).and_then(|deadline| deadline.latest);
        assert_eq!(
            due("gửi về Ban Thường vụ (qua Ban Tuyên giáo) trước ngày 30/7/2023."),
            Day::new(2023, 7, 29)
        );
        assert_eq!(due("Xây dựng kế hoạch (Hoàn thành trong quý III)"), Day::new(2023, 9, 30));
        assert_eq!(due("Triển khai Nghị quyết số 27-NQ/TW ngày 09/11/2022 của Trung ương"), None);
        assert_eq!(due("hoàn thành chỉ tiêu của Kế hoạch số 5/KH-UBND ngày 09/11/2022"), None);
        assert_eq!(due("Xong việc. Ngày 09/11/2022 họp."), None);
    }

    #[test]
    fn an_own_deadline_is_later_only_where_both_name_a_day() {
        let later = |own, superior| Deadline::parse(own, None).later_than(&Deadline::parse(superior, None));
        assert_eq!(later("ngày 30/7/2026", "trước ngày 30/7/2026"), Some(true));
        assert_eq!(later("tháng 7/2026", "quý III năm 2026"), Some(false));
        assert_eq!(later("thường xuyên", "quý III năm 2026"), None);
    }

    proptest! {
        #[test]
        fn a_day_comes_back_from_every_way_to_write_it(year in 1990_u16..2150, month in 1_u8..=12, day in 1_u8..=31) {
            let Some(written) = Day::new(year, month, day) else { return Ok(()) };
            for text in [
                format!("{written}"),
                format!("ngày {written}"),
                format!("chậm nhất ngày {day} tháng {month} năm {year}"),
                format!("{day:02}-{month:02}-{year}"),
            ] {
                prop_assert_eq!(Deadline::parse(&text, None).latest, Some(written), "{}", text);
            }
            let strict = Deadline::parse(&format!("trước ngày {written}"), None).latest;
            prop_assert!(strict < Some(written) && strict.is_some());
        }

        #[test]
        fn any_text_is_read(text in ".{0,60}", numbers in "((ngày|tháng|quý|năm|trước|giai đoạn|[0-9]{1,5}|IV)[ /.-]){0,12}") {
            let _ = (Deadline::parse(&text, Some(2026)), Deadline::parse(&numbers, None), Deadline::in_text(&numbers, Some(9)));
        }
    }
}
