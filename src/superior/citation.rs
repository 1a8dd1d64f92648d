//! How the superior's document is cited (the-thuc.md, section 4).

use crate::citation::{BLANK, Citation, lower_start};
use crate::format::Format;
use crate::plan::{Day, Plan, lines, one_line};
use crate::vietnamese::{lower, official_case, sentence_case};

/// A part of a citation that the head of the document did not give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Số.
    Number,
    /// Ký hiệu.
    Symbol,
    /// Ngày, tháng, năm.
    Date,
    /// Cơ quan ban hành.
    Issuer,
    /// Trích yếu.
    Subject,
}

/// The citation of a plan that was read, and what its head did not say, in the order of the citation.
pub fn cite(plan: &Plan) -> (Citation, Vec<Gap>) {
    let mut gaps = Vec::new();
    let mut or_gap = |text: String, gap: Gap| {
        if text.is_empty() {
            gaps.push(gap);
            return BLANK.to_owned();
        }
        text
    };
    let number = or_gap(number(plan), Gap::Number);
    let symbol = one_line(&plan.symbol);
    let number = match symbol.as_str() {
        "" => {
            or_gap(symbol, Gap::Symbol);
            number
        }
        symbol => format!("{number}{}{symbol}", Format::of(plan).number.separator),
    };
    let date = &plan.date;
    let whole = date.year.zip(date.month).zip(date.day);
    let day = whole.and_then(|((year, month), day)| Day::new(year, month, day));
    let part = |part: Option<u16>| part.map_or(BLANK.to_owned(), |part| part.to_string());
    let date = match or_gap(day.map(|day| day.to_string()).unwrap_or_default(), Gap::Date) {
        blank if blank == BLANK => format!(
            "{} tháng {} năm {}",
            part(date.day.map(u16::from)),
            part(date.month.map(u16::from)),
            part(date.year)
        ),
        day => day,
    };
    let issuer = or_gap(issuer(plan), Gap::Issuer);
    let subject = subject(plan);
    if subject.is_empty() {
        gaps.push(Gap::Subject);
    }
    let kind = sentence_case(&lower(&one_line(&plan.title)));
    let kind = if kind.is_empty() { "Kế hoạch".into() } else { kind };
    (Citation { kind, number, date, issuer, subject: linked(&subject), short: String::new() }, gaps)
}

/// The number as it is printed: two digits below 10.
fn number(plan: &Plan) -> String {
    let number = one_line(&plan.number);
    match number.parse::<u32>() {
        Ok(small @ 0..10) => format!("0{small}"),
        _ => number,
    }
}

/// The body in running case, with the standing body for which its head signs ("T/M BAN THƯỜNG
/// VỤ") and, where its name says no unit, the unit of the body above it.
fn issuer(plan: &Plan) -> String {
    let case = |text: &str| official_case(&first_vowel_tones(&one_line(text)));
    let (standing, mut issuing) = (case(&plan.issuer.standing), case(&plan.issuer.issuing));
    if issuing.is_empty() && standing.is_empty() {
        return of_body(&plan.title_body)
            .or_else(|| of_body(lines(&plan.subject).last()?))
            .unwrap_or_default();
    }
    let above = case(&plan.issuer.superior);
    if !UNITS.iter().any(|unit| lower(&issuing).contains(unit)) {
        let unit = [" tỉnh ", " thành phố ", " Thành phố "].iter().find_map(|unit| above.find(unit));
        issuing.push_str(unit.map_or("", |at| &above[at..]));
    }
    let signed = lines(&plan.signature.authority).next().unwrap_or_default();
    let collective = case(signed.trim_start_matches(['T', 'M', '.', '/', ' ']));
    let named = |body: &str| [&standing, &issuing].iter().any(|name| lower(name).contains(&lower(body)));
    let standing = match STANDING.iter().find(|body| lower(&collective) == lower(body)) {
        Some(body) if !named(body) && standing.is_empty() => (*body).to_owned(),
        _ => standing,
    };
    if standing.is_empty() { issuing } else { format!("{standing} {issuing}").trim_end().to_owned() }
}

const UNITS: [&str; 8] =
    ["tỉnh", "thành phố", "thành ủy", "thành đoàn", "xã ", "phường", "đặc khu", "trung ương"];

/// Bodies that speak for another one.
const STANDING: [&str; 4] = ["Ban Thường vụ", "Ban Thường trực", "Ban Chấp hành", "Thường trực"];

/// The body of a line "của …" under the title or the subject.
fn of_body(line: &str) -> Option<String> {
    let line = one_line(line);
    let (of, body) = line.split_once(' ')?;
    (lower(of) == "của").then(|| official_case(&first_vowel_tones(body)))
}

/// The subject on one line, without the line under it that names the body.
pub fn subject(plan: &Plan) -> String {
    let mut all: Vec<&str> = lines(&plan.subject).collect();
    if all.len() > 1 && all.last().is_some_and(|line| of_body(line).is_some()) {
        all.pop();
    }
    all.join(" ").trim_end_matches(['.', ';', ',', ' ']).to_owned()
}

/// The subject behind "Kế hoạch số … của …": "về thực hiện …", as real plans cite one another.
fn linked(subject: &str) -> String {
    let subject = lower_start(subject);
    match subject.split(' ').next() {
        None | Some("") => String::new(),
        Some("về" | "v/v") => subject,
        _ => format!("về {subject}"),
    }
}

/// Names in capitals with the tone on the first vowel, as the app's own lists have them.
fn first_vowel_tones(name: &str) -> String {
    const PAIRS: [(&str, &str); 4] = [("UỶ", "ỦY"), ("OÁ", "ÓA"), ("OÀ", "ÒA"), ("Uỷ", "Ủy")];
    let word = |word: &str| {
        let found = PAIRS.iter().find_map(|(from, to)| Some(format!("{}{to}", word.strip_suffix(from)?)));
        found.unwrap_or_else(|| word.to_owned())
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
