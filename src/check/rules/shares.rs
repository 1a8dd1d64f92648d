//! Shares and rates: parts above their whole, percents and products that do not come out.

use std::ops::Range;

use super::amounts::amounts;
use super::clauses::FIGURES;
use super::counts::{Number, numbers};
use super::words::{Words, is_listed};
use crate::check::finding::Severity::Warn;
use crate::check::manuscript::{Frame, Paragraph};
use crate::check::rule::{DIGITS, Report, Rule};

pub(super) const RULES: &[Rule] = &[
    Rule::each(Warn, "other.count.share", FIGURES, "Phần lớn hơn tổng: “11/10 thôn”", share).near(&['/']),
    Rule::each(Warn, "other.count.percent", FIGURES, "Tỷ lệ phần trăm không khớp với số lượng", percent)
        .near(&['%']),
    Rule::each(Warn, "other.count.rate", FIGURES, "Số lượng không bằng số phần nhân với mỗi phần", rate)
        .near(DIGITS),
    Rule::each(Warn, "other.sum.rate", FIGURES, "Số tiền không bằng đơn giá nhân với số lượng", price)
        .near(DIGITS),
    Rule::each(Warn, "other.sum.each", FIGURES, "Tổng số tiền không bằng mỗi phần nhân với số lượng", each)
        .near(DIGITS),
];

/// What a share is told of.
const SHARED: &str =
    " thôn xã phường ấp bản khu khóm xóm buôn làng tổ hộ trường chi đơn đảng cơ tiêu chỉ đồng cán ";

/// "Có 11/10 thôn đạt chuẩn": more than there are.
fn share(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (slash, _) in paragraph.text.match_indices('/') {
        let (before, behind) = (paragraph.before(slash), paragraph.behind(slash + 1));
        let start = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let figures = behind.find(|c: char| !c.is_ascii_digit()).unwrap_or(behind.len());
        let kind =
            behind[figures..].strip_prefix(' ').and_then(|rest| rest.split([' ', ',', '.', ';']).next());
        let alone = before[..start].is_empty() || before[..start].ends_with([' ', '(']);
        // A day may stand before what is done on it: "ngày 15/3 chi bộ họp", and not "từ 11/10 thôn trở lên".
        let dated = ["ngày", "từ", "đến", "sáng", "chiều", "và"];
        let dated = before[..start].split_whitespace().next_back().is_some_and(|word| word.is_of(&dated))
            && !behind.says(" trở lên");
        if let (Ok(part), Ok(all)) = (before[start..].parse::<u32>(), behind[..figures].parse::<u32>())
            && part > all
            && alone
            && !(dated && all <= 12)
            && kind.is_some_and(|kind| is_listed(SHARED, kind))
        {
            report.tell(paragraph, start..slash + 1 + figures, "Phần này lớn hơn tổng số ghi sau dấu gạch.");
        }
    }
}

/// A part of something and its percents: "12 người (65%)".
struct Part<'a> {
    at: Range<usize>,
    value: u64,
    unit: &'a str,
    /// Counted in its last figure: 315 for "31,5%".
    percents: u64,
    /// So much of these is all of it.
    all: u64,
}

impl Part<'_> {
    /// Whether it is that of a whole, rounded to the last figure.
    fn is_of(&self, whole: u64) -> bool {
        let right = self.value.checked_mul(self.all).and_then(|own| own.checked_mul(2));
        let said = self.percents.checked_mul(whole).and_then(|own| own.checked_mul(2));
        right.zip(said).is_some_and(|(right, said)| right.abs_diff(said) <= whole)
    }
}

/// What may stand before the figures of a percentage.
const SAID: [&str; 4] = ["đạt ", "chiếm ", "bằng ", "tỷ lệ "];

fn parts(paragraph: &Paragraph) -> Vec<Part<'_>> {
    let text = paragraph.text.as_str();
    let of = |(close, _): (usize, &str)| {
        let open = text[..close].rfind('(')?;
        let typed = &text[open + 1..close];
        let typed = SAID.iter().find_map(|said| typed.strip_prefix(said)).unwrap_or(typed);
        let (whole, tenths) = typed.split_once(',').unwrap_or((typed, ""));
        let percents = format!("{whole}{tenths}").parse().ok()?;
        let all = 10_u64.checked_pow(u32::try_from(tenths.len()).ok()?)?.checked_mul(100)?;
        let before = &text[..open];
        let start = before.rfind([',', ';', ':', '(']).map_or(0, |at| at + 1);
        let number = numbers(&before[start..]).pop()?;
        let at = start + number.at.start..close + "%)".len();
        Some(Part { at, value: number.value, unit: number.unit, percents, all })
    };
    text.match_indices("%)").filter_map(of).collect()
}

/// "20 đảng viên; trong đó nữ 09 người (45%), đoàn viên 14 người (70%), dân tộc thiểu số 12 người (65%)".
fn percent(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let parts = parts(paragraph);
    if let [part] = parts.as_slice() {
        // "9.240 hộ, trong đó 8.316 hộ (90%)": the same things, and a part of them.
        let before = paragraph.before(part.at.start);
        let Some((head, _)) = before.rsplit_once("trong đó").filter(|(_, lead)| !lead.contains([';', '.']))
        else {
            return;
        };
        let sentence = head.rsplit(['.', ';']).next().unwrap_or_default();
        let whole = numbers(head).pop().filter(|whole| whole.unit == part.unit && sentence.says(part.unit));
        if whole.is_some_and(|whole| !part.is_of(whole.value)) {
            report.tell(paragraph, part.at.clone(), "Tỷ lệ này không khớp với số lượng và tổng số.");
        }
    }
    if parts.len() < 3 {
        return;
    }
    let wholes = numbers(&paragraph.text);
    let mut odd = wholes.iter().filter_map(|whole| {
        let (own, others): (Vec<&Part>, Vec<&Part>) = parts.iter().partition(|part| part.is_of(whole.value));
        let [other] = others.as_slice() else { return None };
        (own.len() > 1).then_some(*other)
    });
    if let Some(part) = odd.next() {
        report.tell(paragraph, part.at.clone(), "Tỷ lệ này không khớp với số lượng và tổng số.");
    }
}

/// The next two words of a text.
fn two_words(text: &str) -> Option<(&str, &str)> {
    let mut words = text.split([' ', '/', ',', ';', '.', ')']).filter(|word| !word.is_empty());
    words.next().zip(words.next())
}

/// "mỗi thành viên nhập 120 trường hợp/ngày, 06 thành viên nhập 960 trường hợp/ngày".
fn rate(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for each in paragraph.phrases("mỗi") {
        let behind = paragraph.behind(each.end);
        let sentence = behind.split(['.', ';', ':']).next().unwrap_or_default();
        let all = numbers(sentence);
        let [first, count, last, ..] = all.as_slice() else { continue };
        let (Some(of), what) = (two_words(sentence), |number: &Number| two_words(&sentence[number.at.end..]))
        else {
            continue;
        };
        let alike = what(first).is_some() && what(first) == what(last) && what(count) == Some(of);
        let right = first.value.checked_mul(count.value);
        if alike && right.is_some_and(|right| right != last.value) {
            let at = each.end + last.at.start..each.end + last.at.end;
            let message = format!("{} x {} không bằng số này.", first.value, count.value);
            report.tell(paragraph, at, message);
        }
    }
}

/// "90 suất quà, gồm: 40 suất …, 50 suất …; mỗi suất trị giá 500.000 đồng, tổng trị giá 54.000.000 đồng": none of the
/// counts comes to that.
fn each(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let all: Vec<(Range<usize>, u64)> = amounts(paragraph).collect();
    for pair in all.windows(2) {
        let [(price_at, price), (total_at, total)] = pair else { continue };
        let between = paragraph.slice(price_at.end..total_at.start);
        let in_all = between.says("tổng ") && !between.contains(['.', '(']) && !between.says("mỗi ");
        let before = paragraph.before(price_at.start);
        let sentence = &before[before.rfind(". ").map_or(0, |at| at + 1)..];
        let Some((counted, of)) = sentence.rsplit_once("mỗi ").filter(|(_, of)| !of.contains([',', ';']))
        else {
            continue;
        };
        let unit = of.split(' ').next().unwrap_or_default();
        let counts: Vec<u64> =
            numbers(counted).iter().filter(|own| own.unit == unit).map(|own| own.value).collect();
        let sum = counts.iter().fold(0_u64, |sum, own| sum.saturating_add(*own));
        let comes_to = |count: &u64| count.checked_mul(*price) == Some(*total);
        if in_all && !counts.is_empty() && !counts.iter().chain([&sum]).any(comes_to) {
            report.tell(paragraph, total_at.clone(), "Số tiền này không bằng đơn giá nhân với số lượng.");
        }
    }
}

/// What stands before an amount that is all of it.
const IN_ALL: [&str; 6] = [" là", "=", "cộng", "thành tiền", "tổng số tiền", "bằng"];

/// "06 trẻ: 300.000 đồng/trẻ/tháng x 09 tháng, cộng là 13.500.000 đồng".
fn price(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let all: Vec<(Range<usize>, u64)> = amounts(paragraph).collect();
    for pair in all.windows(2) {
        let [(price_at, price), (total_at, total)] = pair else { continue };
        let between = paragraph.slice(price_at.end..total_at.start);
        let Some(units) = between.strip_prefix('/') else { continue };
        let units = units.split([' ', ',', ';', '.', ')', ':']).next().unwrap_or_default();
        let head = paragraph.before(price_at.start);
        let head = &head[head.rfind(['.', ';']).map_or(0, |at| at + 1)..];
        let count = |unit: &str| {
            let counts = [numbers(between), numbers(head)];
            let mut counts = counts.iter().map(|counts| counts.iter().filter(|own| own.unit == unit));
            counts.find_map(|mut own| Some((own.next()?.value, own.next().is_none())))
        };
        // "300.000 đồng/phiếu cho 1.000 đoàn viên": one of it for each of them.
        let given = between[1 + units.len()..].strip_prefix(" cho ").filter(|_| !units.contains('/'));
        let each = given.map(numbers).filter(|all| all.len() == 1 && all[0].at.start == 0);
        let right = units.split('/').try_fold(*price, |right, unit| {
            let counted = count(unit).or_else(|| Some((each.as_ref()?.first()?.value, true)));
            let (count, alone) = counted?;
            right.checked_mul(count).filter(|_| alone)
        });
        let leads = between.trim_end_matches([' ', ':']);
        let in_all = IN_ALL.iter().any(|word| leads.ends_with(word)) && !leads.contains(';');
        if in_all && right.is_some_and(|right| right != *total) {
            report.tell(paragraph, total_at.clone(), "Số tiền này không bằng đơn giá nhân với số lượng.");
        }
    }
}
