//! The official wording of a deadline: what was certainly meant, in the words that plans use.

use super::deadline::{Day, Deadline};
use super::{IssueDate, lines};
use crate::vietnamese::{ascii, sentence_case};

/// What is wrong with a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeadlineFault {
    /// It names a day, month or quarter that no year has.
    Impossible,
    /// It is over before the plan is issued.
    BeforeIssue,
}

impl Deadline {
    /// The words in their official form, where it is certain what they mean: `Ngày 30/7/2026` for
    /// "30.07.2026" (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 4, điểm b: a zero before days
    /// below 10 and months 1 and 2), `Quý III/2026`, `Tháng 9/2026`, `Năm 2026`, `Hằng năm`,
    /// `Thường xuyên`. `None` where nothing is to be changed.
    ///
    /// ```
    /// use ke_hoach::plan::Deadline;
    /// assert_eq!(Deadline::official("trước 5-1-2026").as_deref(), Some("trước ngày 05/01/2026"));
    /// assert_eq!(Deadline::official("q3/2026").as_deref(), Some("Quý III/2026"));
    /// assert_eq!(Deadline::official("sau khi có hướng dẫn"), None);
    /// ```
    pub fn official(text: &str) -> Option<String> {
        let changed: Vec<String> =
            lines(text).map(|line| official(line).unwrap_or_else(|| line.to_owned())).collect();
        let changed = changed.join("\n");
        (changed != text.trim()).then_some(changed)
    }

    /// What is certainly wrong with the words of a deadline of a plan that is issued on `issued`.
    ///
    /// ```
    /// use ke_hoach::plan::{Deadline, DeadlineFault, IssueDate};
    /// let issued = IssueDate { day: Some(5), month: Some(3), year: Some(2026), ..IssueDate::default() };
    /// assert_eq!(Deadline::fault("31/4/2026", &issued), Some(DeadlineFault::Impossible));
    /// assert_eq!(Deadline::fault("tháng 02/2026", &issued), Some(DeadlineFault::BeforeIssue));
    /// assert_eq!(Deadline::fault("quý I/2026", &issued), None);
    /// ```
    pub fn fault(text: &str, issued: &IssueDate) -> Option<DeadlineFault> {
        if text.split_whitespace().collect::<Vec<_>>().windows(2).any(|pair| is_impossible(pair[0], pair[1]))
            || text.split_whitespace().next().is_some_and(|first| is_impossible("", first))
        {
            return Some(DeadlineFault::Impossible);
        }
        let (year, month, day) = (issued.year?, issued.month?, issued.day?);
        let latest = Deadline::parse(text, None).latest?;
        (latest < Day::new(year, month, day)?).then_some(DeadlineFault::BeforeIssue)
    }
}

/// A word without the marks around it, and what stands behind it.
fn bare(word: &str) -> (&str, &str) {
    let bare = word.trim_end_matches([',', ';', '.', ')']);
    (bare, word.strip_prefix(bare).unwrap_or_default())
}

/// The numbers of a date: `30/7/2026`, `9/2026`.
fn numbers(word: &str) -> Option<(Vec<u16>, char)> {
    let sign = word
        .chars()
        .find(|letter| !letter.is_ascii_digit())
        .filter(|sign| matches!(sign, '/' | '-' | '.'))?;
    let parts: Vec<&str> = word.split(sign).collect();
    let digits =
        |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let numbers: Vec<u16> =
        parts.iter().filter(|part| digits(part)).filter_map(|part| part.parse().ok()).collect();
    (numbers.len() == parts.len()).then_some((numbers, sign))
}

fn is_year(year: u16) -> bool {
    (1900..=2200).contains(&year)
}

fn is_impossible(before: &str, word: &str) -> bool {
    let (word, _) = bare(word);
    let before = ascii(before);
    match (numbers(word), before.as_str()) {
        (Some((parts, _)), _) if parts.len() == 3 => match parts.as_slice() {
            [day, month, year] if is_year(*year) => date(*year, *month, *day).is_none(),
            _ => false,
        },
        // 2024 has every day that any year has.
        (Some((parts, '/')), "ngay") => {
            matches!(parts.as_slice(), [day, month] if !is_year(*month) && date(2024, *month, *day).is_none())
        }
        (Some((parts, '/')), "thang") => {
            matches!(parts.as_slice(), [month, year] if is_year(*year) && !(1..=12).contains(month))
        }
        (Some((parts, '/')), "quy") => {
            matches!(parts.as_slice(), [quarter, year] if is_year(*year) && !(1..=4).contains(quarter))
        }
        (None, "thang") => word.parse::<u16>().is_ok_and(|month| month == 0 || (13..1000).contains(&month)),
        (None, "quy") => {
            word.parse::<u16>().is_ok_and(|quarter| quarter == 0 || (5..1000).contains(&quarter))
        }
        _ => false,
    }
}

fn date(year: u16, month: u16, day: u16) -> Option<Day> {
    Day::new(year, month.try_into().ok()?, day.try_into().ok()?)
}

/// Words after which a date may stand with "ngày" left out.
const BEFORE_DATES: [&str; 11] =
    ["truoc", "den", "tu", "nhat", "han", "xong", "thanh", "va", "sau", "trong", "het"];

fn official(line: &str) -> Option<String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let mut out: Vec<String> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let (word, tail) = bare(word);
        let before = at.checked_sub(1).and_then(|at| words.get(at)).map_or(String::new(), |word| ascii(word));
        let after = words.get(at + 1).map_or(String::new(), |word| ascii(bare(word).0));
        let plain = ascii(word);
        let may_begin = at == 0 || BEFORE_DATES.contains(&before.trim_matches([':', ',']));
        let named = |name: &str, bare: &str, value: String| match (before == bare, at) {
            (true, _) => Some(value),
            (false, 0) => Some(format!("{} {value}", sentence_case(name))),
            (false, _) => may_begin.then(|| format!("{name} {value}")),
        };
        let new = match numbers(word) {
            Some((parts, sign)) => match (parts.as_slice(), sign) {
                ([day, month, year], _) => {
                    let year = if *year < 100 && sign == '/' { *year + 2000 } else { *year };
                    let day = date(year, *month, *day).filter(|_| is_year(year));
                    day.and_then(|day| named("ngày", "ngay", day.to_string()))
                }
                ([quarter, year], '/') if before == "quy" && is_year(*year) => {
                    roman(*quarter).map(|quarter| format!("{quarter}/{year}"))
                }
                ([month @ 1..=12, year], '/') if is_year(*year) => {
                    named("tháng", "thang", month_of(*month, *year))
                }
                _ => None,
            },
            None => match (plain.as_str(), before.as_str()) {
                (number, "quy") => {
                    number.parse().ok().or_else(|| small_roman(number)).and_then(roman).map(str::to_owned)
                }
                ("hang", _)
                    if matches!(after.as_str(), "nam" | "quy" | "thang" | "tuan" | "ngay")
                        && word.chars().count() == 4 =>
                {
                    Some(if word.starts_with('H') { "Hằng".to_owned() } else { "hằng".to_owned() })
                }
                ("tx", "") if words.len() == 1 => Some("Thường xuyên".to_owned()),
                (year, "") if words.len() == 1 && year.len() == 4 && year.parse().is_ok_and(is_year) => {
                    Some(format!("Năm {year}"))
                }
                (short, _) => shortened(short).and_then(|(name, value)| {
                    (at == 0 || may_begin).then(|| {
                        format!("{} {value}", if at == 0 { sentence_case(name) } else { name.to_owned() })
                    })
                }),
            },
        };
        out.push(new.unwrap_or_else(|| word.to_owned()) + tail);
    }
    let out = out.join(" ");
    // What would be read otherwise than before was not certain.
    let (before, after) = (Deadline::parse(line, None), Deadline::parse(&out, None));
    let same = before.latest.is_none() || before.latest == after.latest;
    (out != line && same && before.recurring <= after.recurring).then_some(out)
}

/// `q3/2026`, `t9/2026`, `iii/2026`.
fn shortened(plain: &str) -> Option<(&'static str, String)> {
    let (first, year) = plain.split_once('/')?;
    let year: u16 = year.parse().ok().filter(|year| is_year(*year))?;
    if let Some(month) =
        first.strip_prefix('t').and_then(|month| month.parse().ok()).filter(|month| (1..=12).contains(month))
    {
        return Some(("tháng", month_of(month, year)));
    }
    let quarter = first.strip_prefix("quy").or_else(|| first.strip_prefix('q')).unwrap_or(first);
    let quarter =
        quarter.parse().ok().filter(|_| quarter.len() < first.len()).or_else(|| small_roman(quarter))?;
    Some(("quý", format!("{}/{year}", roman(quarter)?)))
}

fn month_of(month: u16, year: u16) -> String {
    if month <= 2 { format!("{month:02}/{year}") } else { format!("{month}/{year}") }
}

fn roman(quarter: u16) -> Option<&'static str> {
    ["I", "II", "III", "IV"].get(usize::from(quarter.checked_sub(1)?)).copied()
}

fn small_roman(plain: &str) -> Option<u16> {
    let at = ["i", "ii", "iii", "iv"].iter().position(|roman| *roman == plain)?;
    u16::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_certain_gets_the_official_words() {
        for (text, expected) in [
            ("30/7/2026", "Ngày 30/7/2026"),
            ("5.1.2026", "Ngày 05/01/2026"),
            ("05/03/2026", "Ngày 05/3/2026"),
            ("30-07-2026.", "Ngày 30/7/2026."),
            ("30/7/26", "Ngày 30/7/2026"),
            ("trước 30/07/2026", "trước ngày 30/7/2026"),
            ("Từ 05/12/2025 đến 20/2/2026", "Từ ngày 05/12/2025 đến ngày 20/02/2026"),
            ("9/2026", "Tháng 9/2026"),
            ("tháng 2/2026", "tháng 02/2026"),
            ("T9/2026", "Tháng 9/2026"),
            ("trong t10/2026", "trong tháng 10/2026"),
            ("quý 3/2026", "quý III/2026"),
            ("Quý 3 năm 2026", "Quý III năm 2026"),
            ("quý iii", "quý III"),
            ("Q4/2026", "Quý IV/2026"),
            ("IV/2026", "Quý IV/2026"),
            ("2026", "Năm 2026"),
            ("Hàng năm", "Hằng năm"),
            ("báo cáo hàng quý", "báo cáo hằng quý"),
            ("tx", "Thường xuyên"),
            ("30/7/2026\nhàng tháng", "Ngày 30/7/2026\nhằng tháng"),
        ] {
            assert_eq!(Deadline::official(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_official_or_uncertain_stays() {
        for text in [
            "",
            "Thường xuyên",
            "Ngày 30/7/2026",
            "trước ngày 15 tháng 8 năm 2026",
            "31/02/2026",
            "30/7",
            "05-10/7/2026",
            "Theo Kế hoạch số 12/2026",
            "Công văn 5/2026",
            "6 tháng đầu năm 2026",
            "hàng hóa",
            "Giai đoạn 2026-2030",
        ] {
            assert_eq!(Deadline::official(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_that_cannot_be_is_found_and_others_are_not() {
        let issued = IssueDate { day: Some(5), month: Some(3), year: Some(2026), ..IssueDate::default() };
        let fault = |text| Deadline::fault(text, &issued);
        for text in
            ["31/4/2026", "ngày 30/02/2026", "ngày 31/6", "tháng 13", "tháng 13/2026", "quý 5", "quý 5/2026"]
        {
            assert_eq!(fault(text), Some(DeadlineFault::Impossible), "{text}");
        }
        for text in ["04/3/2026", "năm 2025", "quý IV/2025", "trước ngày 05/3/2026"] {
            assert_eq!(fault(text), Some(DeadlineFault::BeforeIssue), "{text}");
        }
        for text in
            ["", "Thường xuyên", "05/3/2026", "ngày 29/02", "quý I/2026", "ngày 15 hằng tháng", "ngày 5/2026"]
        {
            assert_eq!(fault(text), None, "{text}");
        }
        assert_eq!(Deadline::fault("01/01/1999", &IssueDate::default()), None);
    }

    proptest! {
        #[test]
        fn the_official_words_mean_the_same_and_stay(
            text in "((trước|đến|từ|ngày|tháng|quý|năm|hàng|hằng|Q|T|III|tx|[0-9]{1,4}|[0-9]{1,2}/[0-9]{1,2}/20[0-9]{2}|[0-9]{1,2}[/.-]20[0-9]{2})( |, |/|\n)?){0,6}",
        ) {
            if let Some(official) = Deadline::official(&text) {
                let (before, after) = (Deadline::parse(&text, None), Deadline::parse(&official, None));
                // Of several lines each is read by itself.
                prop_assert!(before.latest.is_none() || before.latest == after.latest || text.contains('\n'));
                prop_assert_eq!(Deadline::official(&official), None);
            }
        }

        #[test]
        fn any_text_can_be_asked_about(text in ".{0,60}") {
            let _ = (Deadline::official(&text), Deadline::fault(&text, &IssueDate::default()));
        }
    }
}
