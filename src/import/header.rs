//! The head of the first page: issuing bodies, the State's or Party's title, number and
//! symbol, place and date, in whatever order and however run together they come.

use std::collections::BTreeMap;
use std::ops::Range;

use super::lines::{Gap, Line};
use super::markings;
use super::placeholders::{filled_in, is_placeholder};
use super::role::{Guess, Role};
use super::words::{Word, begins, count, find, is_caps, words};
use crate::format::ALL;
use crate::plan::{IssueDate, Issuer, Markings, Plan};
use crate::vietnamese::ascii;

/// What was read of the head.
#[derive(Debug, Default)]
pub struct Header {
    /// Lines of the left side, top to bottom.
    pub bodies: Vec<String>,
    /// The title of the right side, as the family that prints it has it.
    pub emblem: Option<&'static str>,
    motto: bool,
    /// The words of the emblem that must follow, where it was cut.
    cut: Vec<&'static str>,
    number: Option<Number>,
    issued: Option<Issued>,
    markings: Markings,
    /// Whether the line that is read stands in one paragraph with the one before it.
    within: bool,
    /// What was found on the line that is read.
    found: Vec<Role>,
    /// Lines of the head that have no field.
    pub leftover: Vec<String>,
}

/// Lines that are read as one.
#[derive(Default)]
struct Open {
    text: String,
    lines: Vec<usize>,
}

/// A line longer than this (bytes) is no part of a head.
const LONGEST: usize = 600;

/// Number and symbol.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Number {
    /// The number; blank before registration.
    pub number: String,
    /// The symbol behind it.
    pub symbol: String,
}

/// Place and date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Issued {
    place: String,
    date: IssueDate,
}

#[derive(Clone, Copy)]
enum Part {
    Emblem(&'static str),
    Cut(&'static str),
    Motto,
}

/// The first phrase of the right side among these words: a family's title, the motto, or one
/// of them cut off before its last words.
fn emblem_phrase(words: &[Word]) -> Option<(Range<usize>, Part)> {
    let titles = || ALL.into_iter().map(|format| format.emblem.title);
    let whole = titles().find_map(|title| {
        let at = find(words, &ascii(title))?;
        let before = words.iter().rfind(|word| word.at.end <= at.start);
        // "Ban Chấp hành Đoàn TNCS Hồ Chí Minh …" names a body.
        let names_body = before.is_some_and(|word| ["hanh", "bch", "cua"].contains(&word.plain.as_str()));
        (!names_body).then_some((at, Part::Emblem(title)))
    });
    let motto = || {
        Some((find(words, "doc lap tu do hanh phuc").or_else(|| find(words, "doc lap tu do"))?, Part::Motto))
    };
    let cut = || {
        titles().find_map(|title| {
            let plain = ascii(title);
            Some((find(words, plain.strip_suffix(" viet nam")?)?, Part::Cut(title)))
        })
    };
    whole.or_else(motto).or_else(cut)
}

impl Header {
    /// Takes the lines of the head apart, and says what each of them is. A blank to be filled
    /// in by hand may have cut "Số:" from its symbol and "ngày" from "tháng".
    pub fn take_lines(&mut self, lines: &[Line], guesses: &mut [Guess], chosen: &BTreeMap<usize, Role>) {
        let mut open = Open::default();
        for line in lines {
            self.within = line.evidence.within && line.gap == Gap::None;
            let chosen = chosen.get(&line.at).filter(|role| **role != Role::Continued);
            let cells = !self.cut.is_empty() && open.text.is_empty() && line.cells.len() > 1;
            if line.table.is_some() || chosen.is_some() || cells {
                self.close(&mut open, guesses);
                open.lines.push(line.at);
                match chosen {
                    Some(role) => self.put(*role, &line.texts().join(" ")),
                    None if line.table.is_some() => {
                        line.texts().into_iter().for_each(|text| self.leave(text))
                    }
                    None => line.cells.iter().for_each(|cell| self.take(cell)),
                }
                if chosen.is_some() {
                    open.lines.clear();
                }
                self.close(&mut open, guesses);
                continue;
            }
            let text = line.text.as_str();
            let goes_on = text.starts_with(|c: char| c.is_ascii_digit() || ['/', '-', '–'].contains(&c))
                || begins(text, &["thang", "nam"]);
            if !open.text.is_empty() && !goes_on {
                self.close(&mut open, guesses);
            }
            open.lines.push(line.at);
            if !open.text.is_empty() {
                open.text.push(' ');
            }
            open.text.push_str(text);
            if !is_left_open(&open.text) {
                self.close(&mut open, guesses);
            }
        }
        self.close(&mut open, guesses);
    }

    /// Takes what is open, and says of its lines what was found on them.
    fn close(&mut self, open: &mut Open, guesses: &mut [Guess]) {
        let Open { text, lines } = std::mem::take(open);
        self.take(&text);
        let found = std::mem::take(&mut self.found);
        let guess = match found.as_slice() {
            [role, others @ ..] if others.iter().all(|other| other == role) => Some(*role),
            found => found.contains(&Role::Unplaced).then_some(Role::Head),
        };
        for at in lines {
            let sure = !found.contains(&Role::Unplaced);
            guesses[at] = Guess { role: guess.unwrap_or(Role::Head), sure };
        }
    }

    /// Puts a text where the user says that it belongs.
    fn put(&mut self, role: Role, text: &str) {
        match role {
            Role::Body => self.bodies.push(text.to_owned()),
            Role::Number if self.number.is_none() => {
                let typed = format!("Số: {text}");
                let symbol = || (Number { symbol: text.to_owned(), ..Number::default() }, "");
                let (number, behind) = number(text).or_else(|| number(&typed)).unwrap_or_else(symbol);
                self.number = Some(number);
                self.take(behind);
            }
            Role::PlaceDate if self.issued.is_none() => {
                let place = || Issued { place: text.to_owned(), ..Issued::default() };
                self.issued = Some(issued(text, &words(text)).unwrap_or_else(place));
            }
            _ => self.take(text),
        }
    }

    fn leave(&mut self, text: &str) {
        self.found.push(Role::Unplaced);
        self.leftover.push(text.to_owned());
    }

    /// Takes a line of the head apart.
    pub fn take(&mut self, line: &str) {
        if line.len() > LONGEST {
            return self.leave(line);
        }
        let mut rest = line;
        loop {
            rest = rest.trim_matches(|c: char| {
                c.is_whitespace() || ['/', '|', '\\', '*', ',', '-', '–', '_', '='].contains(&c)
            });
            if rest.is_empty() {
                return;
            }
            let words = words(rest);
            if !words.is_empty()
                && words.iter().map(|word| word.plain.as_str()).eq(self.cut.iter().copied().take(words.len()))
            {
                self.cut.drain(..words.len());
                return self.found.push(Role::Emblem);
            }
            if let Some((at, part)) = emblem_phrase(&words) {
                self.take(&rest[..at.start]);
                if self.take_part(part) {
                    self.found.push(Role::Emblem);
                } else {
                    self.leave(&rest[at.clone()]);
                }
                rest = &rest[at.end..];
                continue;
            }
            if self.number.is_none()
                && let Some((number, behind)) = number(rest)
            {
                self.number = Some(number);
                self.found.push(Role::Number);
                rest = behind;
                continue;
            }
            if self.issued.is_none()
                && let Some(issued) = issued(rest, &words)
            {
                self.issued = Some(issued);
                return self.found.push(Role::PlaceDate);
            }
            return self.take_body(rest);
        }
    }

    fn take_part(&mut self, part: Part) -> bool {
        match part {
            Part::Emblem(emblem) | Part::Cut(emblem) => {
                if matches!(part, Part::Cut(_)) && self.emblem.is_none() {
                    self.cut = vec!["viet", "nam"];
                }
                self.emblem.is_none() && self.emblem.replace(emblem).is_none()
            }
            Part::Motto => !std::mem::replace(&mut self.motto, true),
        }
    }

    fn take_body(&mut self, line: &str) {
        if is_placeholder(line) || markings::take(line, &mut self.markings) {
            return;
        }
        let marked = begins(line, &MARKINGS);
        let names = is_caps(line) || (begins(line, &BODIES) && count(line) <= 12);
        if names && !marked && count(line) <= 25 {
            self.found.push(Role::Body);
            match self.bodies.last_mut() {
                // A name that was broken to look even.
                Some(last) if self.within && (!begins(line, &BODIES) || cut_before(last, line)) => {
                    last.push(' ');
                    last.push_str(line);
                }
                _ => self.bodies.push(line.to_owned()),
            }
        } else {
            self.leave(line);
        }
    }

    /// The symbol, where one was read.
    pub fn symbol(&self) -> &str {
        self.number.as_ref().map_or("", |number| &number.symbol)
    }

    /// Whether the number is written as the Party writes it: `80-KH/ĐUK`.
    pub fn numbers_like_the_party(&self) -> bool {
        self.symbol().to_uppercase().starts_with("KH/")
    }

    /// Writes what was read into the plan.
    pub fn write(self, plan: &mut Plan, leftover: &mut Vec<String>) {
        plan.issuer = issuer(&self.bodies);
        let number = self.number.unwrap_or_default();
        (plan.number, plan.symbol) = (number.number, number.symbol);
        let issued = self.issued.unwrap_or_default();
        (plan.place, plan.date) = (filled_in(issued.place), issued.date);
        // The plan prints the title and the motto of its own family only.
        let printed = &plan.format.format().emblem;
        leftover.extend(self.emblem.filter(|title| *title != printed.title).map(str::to_owned));
        if self.motto && printed.motto.is_none() {
            leftover.push("Độc lập - Tự do - Hạnh phúc".into());
        }
        plan.markings = Markings { address: std::mem::take(&mut plan.markings.address), ..self.markings };
        leftover.extend(self.leftover);
    }
}

/// Whether a line can only belong to the head, wherever it stands.
pub fn is_head(line: &str) -> bool {
    if line.len() > LONGEST {
        return false;
    }
    let words = words(line);
    words.len() <= 20
        && (emblem_phrase(&words)
            .is_some_and(|(at, part)| !matches!(part, Part::Cut(_)) && is_head_phrase(line, at))
            || number(line).is_some_and(|(number, rest)| {
                !number.symbol.is_empty() && (rest.is_empty() || is_head(rest))
            })
            || issued(line, &words).is_some())
}

/// The titles stand in capitals, the motto begins its line: sentences quote them otherwise.
fn is_head_phrase(line: &str, at: Range<usize>) -> bool {
    is_caps(&line[at.clone()]) || at.start == 0
}

/// Urgency, circulation and draft marks: printed beside the head, no part of it.
const MARKINGS: [&str; 9] =
    ["khan", "thuong khan", "hoa toc", "mat", "toi mat", "tuyet mat", "du thao", "luu hanh", "xem xong"];

/// The words with which the name of a body begins; other lines go on with the one above.
const BODIES: [&str; 48] = [
    "dang bo",
    "dang uy",
    "dang doan",
    "chi bo",
    "chi uy",
    "tinh uy",
    "thanh uy",
    "huyen uy",
    "quan uy",
    "thi uy",
    "ban",
    "van phong",
    "uy ban",
    "ubnd",
    "ubmttq",
    "ub",
    "hdnd",
    "mttq",
    "mat tran",
    "hoi",
    "hoi dong",
    "doan",
    "lien doan",
    "cong doan",
    "lien hiep",
    "bch",
    "so",
    "phong",
    "trung tam",
    "truong",
    "tram",
    "to",
    "cong an",
    "cong ty",
    "quan su",
    "bo",
    "tong",
    "cuc",
    "chi cuc",
    "toa an",
    "vien",
    "kho bac",
    "bao hiem",
    "quy",
    "thuong truc",
    "khoi",
    "hop tac xa",
    "bql",
];

/// Which of the bodies is superior, which issues, which stands under it.
fn issuer(lines: &[String]) -> Issuer {
    let mut bodies: Vec<String> = Vec::new();
    for line in lines {
        match bodies.last_mut() {
            Some(body) if !begins(line, &BODIES) || cut_before(body, line) => {
                body.push('\n');
                body.push_str(line);
            }
            _ => bodies.push(line.clone()),
        }
    }
    let standing = match bodies.as_slice() {
        [_, .., last] if begins(last, &["ban thuong truc"]) => bodies.pop(),
        _ => None,
    };
    let issuing = bodies.pop().unwrap_or_default();
    Issuer {
        superior: bodies.join("\n"),
        issuing,
        standing: standing.unwrap_or_default(),
        ..Issuer::default()
    }
}

/// Whether a name was cut in the middle: "ỦY BAN / MẶT TRẬN TỔ QUỐC …", "BAN CHẤP HÀNH / ĐOÀN …".
fn cut_before(body: &str, line: &str) -> bool {
    let last = body.lines().last().unwrap_or_default();
    match words(last).iter().map(|word| word.plain.as_str()).collect::<Vec<_>>().join(" ").as_str() {
        "uy ban" => begins(line, &["mat tran", "mttq", "kiem tra"]),
        "ban chap hanh" | "bch" => true,
        _ => false,
    }
}

/// Whether a line breaks off where a number or a part of a date must follow.
fn is_left_open(line: &str) -> bool {
    let words = words(line);
    match words.last() {
        Some(word) if words.len() == 1 => word.plain == "so",
        Some(word) => words.len() <= 14 && ["ngay", "thang", "nam"].contains(&word.plain.as_str()),
        None => false,
    }
}

/// Reads `Số: 90/KH-MT-BTT`, `Số 80-KH/ĐUK`, `Số:      /KH-MTTQ-BTT`; gives back what follows.
fn number(line: &str) -> Option<(Number, &str)> {
    let end = words(line).first().filter(|word| word.at.start == 0 && word.plain == "so")?.at.end;
    let rest = &line[end..];
    let colon = rest.trim_start().starts_with(':');
    let blank = |c: char| c.is_whitespace() || [':', '.', '…', '_'].contains(&c);
    let rest = rest.trim_start_matches(blank);
    let end = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = rest.split_at(end);
    let behind = rest.trim_start_matches(blank);
    let separator = behind.chars().next().filter(|c| ['/', '-', '–'].contains(c));
    let behind = separator.map_or(rest, |c| behind[c.len_utf8()..].trim_start());
    let (symbol, behind) = match separator {
        Some(_) => symbol(behind),
        None if colon && number.is_empty() => symbol(behind.trim_start_matches(blank)),
        None => ("", behind),
    };
    let found = separator.is_some() || (colon && !(number.is_empty() && symbol.is_empty()));
    found.then(|| (Number { number: number.to_owned(), symbol: symbol.to_owned() }, behind))
}

/// The symbol at the beginning of a text: one word, or several around hyphens.
fn symbol(text: &str) -> (&str, &str) {
    if let Some(end) = text.find(')').filter(|end| is_placeholder(&text[..=*end])) {
        return ("", &text[end + 1..]);
    }
    let mut end = text.find(' ').unwrap_or(text.len());
    loop {
        let rest = &text[end..];
        let glued =
            text[..end].ends_with(['-', '/']) || [" -", " –", " /"].iter().any(|sign| rest.starts_with(sign));
        let word = rest.trim_start_matches([' ', '-', '–', '/']);
        let length = word.find(' ').unwrap_or(word.len());
        // A symbol is short and in capitals; a place that follows it is not.
        if !glued || length == 0 || word[..length].contains(char::is_lowercase) {
            // A blank inside the last code, and nothing else on the line: `KH-THCS PL`.
            let code = rest.trim();
            let alone = (1..=4).contains(&code.len()) && code.chars().all(|c| c.is_ascii_uppercase());
            return if alone && end > 0 { (text, "") } else { text.split_at(end) };
        }
        end = text.len() - word.len() + length;
    }
}

/// Reads `Nam Định, ngày 22 tháng 3 năm 2023`; day, month and year may be blank.
fn issued(line: &str, words: &[Word]) -> Option<Issued> {
    let day = words.iter().position(|word| word.plain == "ngay")?;
    let place = line[..words[day].at.start].trim().trim_end_matches([',', ' ', '.', '…']);
    // "Căn cứ Luật Hộ tịch ngày 20 tháng 11 năm 2014;" names a law, "Thời gian: ngày …" a day.
    if line.trim_end().ends_with(';') || place.contains(':') || begins(place, &["can cu"]) {
        return None;
    }
    let rest: Vec<&str> = words[day + 1..].iter().map(|word| word.plain.as_str()).collect();
    let (day, month, year) = match rest.as_slice() {
        [day, "thang", month, "nam", year] => (*day, *month, *year),
        ["thang", month, "nam", year] => ("", *month, *year),
        [day, "thang", "nam", year] => (*day, "", *year),
        ["thang", "nam", year] => ("", "", *year),
        ["thang", "nam"] => ("", "", ""),
        [day, "thang", month, "nam"] => (*day, *month, ""),
        ["thang", month, "nam"] => ("", *month, ""),
        [day, "thang", "nam"] => (*day, "", ""),
        [day, month, year] if year.len() == 4 => (*day, *month, *year),
        _ => return None,
    };
    let date = IssueDate { day: part(day)?, month: part(month)?, year: part(year)?, ..IssueDate::default() };
    let whole = date.year.is_none_or(|year| year >= 1000);
    let short =
        (1..=8).contains(&count(place)) || (place.is_empty() && day.len() + month.len() + year.len() > 0);
    (short && whole && date.is_possible()).then(|| Issued { place: place.to_owned(), date })
}

/// A number of a date; `Some(None)` when it is blank, `None` when it is no number.
fn part<T: std::str::FromStr>(text: &str) -> Option<Option<T>> {
    if text.is_empty() { Some(None) } else { text.parse().ok().map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str]) -> (Plan, Vec<String>) {
        let mut header = Header::default();
        lines.iter().for_each(|line| header.take(line));
        let (mut plan, mut leftover) = (Plan::default(), Vec::new());
        header.write(&mut plan, &mut leftover);
        (plan, leftover)
    }

    #[test]
    fn columns_that_ran_together_are_taken_apart() {
        let (plan, leftover) = read(&[
            "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "XÃ LƯƠNG MINH Độc lập - Tự do - Hạnh phúc",
            "Số: 15/KH-UBND Lương Minh, ngày 05 tháng 01 năm 2026",
        ]);
        assert_eq!(plan.issuer.issuing, "ỦY BAN NHÂN DÂN\nXÃ LƯƠNG MINH");
        assert_eq!((plan.number.as_str(), plan.symbol.as_str()), ("15", "KH-UBND"));
        assert_eq!(plan.place, "Lương Minh");
        assert_eq!(
            plan.date,
            IssueDate { day: Some(5), month: Some(1), year: Some(2026), ..IssueDate::default() }
        );
        assert_eq!(leftover, Vec::<String>::new());
    }

    #[test]
    fn a_blank_number_and_day_stay_blank() {
        let (plan, leftover) = read(&["Số: /KH-MTTQ-BTT", "Lương Minh, ngày … tháng 01 năm 2026"]);
        assert_eq!((plan.number.as_str(), plan.symbol.as_str()), ("", "KH-MTTQ-BTT"));
        assert_eq!(
            plan.date,
            IssueDate { day: None, month: Some(1), year: Some(2026), ..IssueDate::default() }
        );
        assert_eq!(leftover, Vec::<String>::new());
    }

    #[test]
    fn numbers_are_read_however_they_are_spaced() {
        for (line, number, symbol) in [
            ("Số 80-KH/ĐUK", "80", "KH/ĐUK"),
            ("Số: 427 - KH/TU", "427", "KH/TU"),
            ("Số:....../KH-UBND", "", "KH-UBND"),
            ("Số -KH/ĐU", "", "KH/ĐU"),
            ("Số: 07/KH - UBND", "07", "KH - UBND"),
            ("Số: 140 /KH-THCS PL", "140", "KH-THCS PL"),
        ] {
            let (plan, leftover) = read(&[line]);
            assert_eq!((plan.number.as_str(), plan.symbol.as_str()), (number, symbol), "{line}");
            assert_eq!(leftover, Vec::<String>::new(), "{line}");
        }
    }

    #[test]
    fn a_body_over_the_issuing_one_is_superior() {
        let (plan, _) = read(&["ỦY BAN NHÂN DÂN", "XÃ LƯƠNG MINH", "PHÒNG VĂN HÓA - XÃ HỘI"]);
        assert_eq!(plan.issuer.superior, "ỦY BAN NHÂN DÂN\nXÃ LƯƠNG MINH");
        assert_eq!(plan.issuer.issuing, "PHÒNG VĂN HÓA - XÃ HỘI");
    }

    #[test]
    fn an_impossible_date_is_left_over_not_changed() {
        let (plan, leftover) = read(&["Lương Minh, ngày 31 tháng 02 năm 2026"]);
        assert_eq!(plan.date, IssueDate::default());
        assert_eq!(leftover, ["Lương Minh, ngày 31 tháng 02 năm 2026"]);
    }
}
