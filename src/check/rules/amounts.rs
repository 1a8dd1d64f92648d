//! Sums of money: totals that do not come out, words that say another number, thousands that a comma parts.

use std::ops::Range;

use super::clauses::FIGURES;
use super::counts::numbers;
use super::words::Words;
use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph};
use crate::check::rule::{DIGITS, Report, Rule};
use crate::vietnamese::number_in_words;

pub(super) const RULES: &[Rule] = &[
    Rule::each(Warn, "other.abbreviation.dong", FIGURES, "“đ” viết tắt cho “đồng”", dong)
        .near(DIGITS)
        .mends(),
    Rule::each(Warn, "other.sum", FIGURES, "Số tiền tổng cộng không khớp", sum).near(DIGITS),
    Rule::whole(Warn, "other.sum.items", FIGURES, "Số tiền tổng cộng không khớp các ý kể sau", items)
        .of_files(),
    Rule::whole(Warn, "other.sum.prizes", FIGURES, "Tổng tiền thưởng không bằng các giải cộng lại", prizes)
        .of_files(),
    Rule::each(Error, "other.sum.words", FIGURES, "Số bằng chữ khác số bằng số", in_words).near(&['(']),
    Rule::each(Warn, "other.thousands", FIGURES, "Dấu phẩy ngăn hàng nghìn", thousands).near(&[',']).mends(),
    Rule::each(Error, "other.decimal", FIGURES, "Dấu chấm ngăn phần thập phân", decimal).near(&['%']).mends(),
];

/// "80.5%": three figures behind the stop are thousands.
fn decimal(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (end, _) in paragraph.text.match_indices('%') {
        let before = paragraph.before(end).trim_end();
        let start = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len();
        let Some((whole, part)) = before[start..].split_once('.') else { continue };
        if !whole.is_empty() && matches!(part.len(), 1 | 2) && part.bytes().all(|byte| byte.is_ascii_digit())
        {
            let with = format!("{whole},{part}");
            report.mend(paragraph, start..before.len(), with, "Phần thập phân ngăn bằng dấu phẩy.");
        }
    }
}

/// What amounts are told in.
const SCALES: [(&str, u64); 3] = [("triệu", 1_000_000), ("tỷ", 1_000_000_000), ("nghìn", 1_000)];

/// The amounts of đồng in a paragraph.
pub(super) fn amounts(paragraph: &Paragraph) -> impl Iterator<Item = (Range<usize>, u64)> + '_ {
    paragraph.phrases("đồng").filter_map(|unit| {
        let before = paragraph.text.get(..unit.start)?.trim_end();
        let (figures, scale) = SCALES
            .iter()
            .find_map(|(word, scale)| Some((before.strip_suffix(word)?.trim_end(), *scale)))
            .unwrap_or((before, 1));
        let start = figures.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',')).len();
        let typed = figures.get(start..)?.trim_start_matches([',', '.']);
        let start = figures.len() - typed.len();
        // "4,85 tỷ" has a part behind the comma.
        let (whole, part) = typed.split_once(',').unwrap_or((typed, ""));
        let tenths = 10_u64.checked_pow(u32::try_from(part.len()).ok()?)?;
        let number: u64 = format!("{}{part}", whole.replace('.', "")).parse().ok()?;
        Some((start..unit.end, number.checked_mul(scale)? / tenths))
    })
}

/// The last whole number of a text.
fn last_number(text: &str) -> Option<u64> {
    let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    let start = text[..end].trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len();
    text[start..end].replace('.', "").parse().ok()
}

fn sum(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if paragraph.phrases("đồng").nth(1).is_none() {
        return;
    }
    let all: Vec<(Range<usize>, u64)> = amounts(paragraph).collect();
    parts(paragraph, &all, report);
    added(paragraph, &all, report);
    for pair in all.windows(2) {
        let [(price_at, price), (total_at, total)] = pair else { continue };
        let between = paragraph.slice(price_at.end..total_at.start);
        let head = paragraph.before(price_at.start);
        let start = head.rfind([';', ':']).max(head.rfind(". ")).map_or(0, |at| at + 1);
        let says_total = ["tổng cộng", "tổng số tiền", "tổng trị giá", "tổng kinh phí"];
        let is_total = says_total.iter().any(|own| between.says(own)) && !between.contains([';', ':']);
        let Some((count, each)) = head[start..].rsplit_once("mỗi ").filter(|_| is_total) else { continue };
        // One count, and one price of each: "2 đợt, mỗi đợt 30 phần, mỗi phần …" says more.
        let plain =
            !each.contains(|c: char| c.is_ascii_digit()) && !count.says("mỗi ") && !between.says(". ");
        if let Some(count) = last_number(count).filter(|_| plain)
            && count.checked_mul(*price).is_some_and(|right| right != *total)
        {
            report.tell(
                paragraph,
                total_at.clone(),
                "Số tiền này không bằng số lượng nhân với mức của mỗi phần.",
            );
        }
    }
}

/// "Tổng kinh phí 4,85 tỷ đồng, gồm … 2,9 tỷ đồng; … 1,25 tỷ đồng; … 0,6 tỷ đồng."
fn parts(paragraph: &Paragraph, all: &[(Range<usize>, u64)], report: &mut Report) {
    for (at, (total_at, total)) in all.iter().enumerate() {
        let behind = paragraph.behind(total_at.end);
        let behind = behind.split_once(". ").map_or(behind, |(sentence, _)| sentence);
        let head = paragraph.before(total_at.start).rsplit(['.', ';']).next().unwrap_or_default();
        let end = total_at.end + behind.len();
        // "… từ 450 triệu đồng trở lên, trong đó: …"
        let behind = behind.strip_prefix(" trở lên").unwrap_or(behind);
        let leads = |lead: &str| {
            behind.split(',').nth(1).is_some_and(|next| next.trim_start().starts_with(lead))
                || behind.trim_start_matches([' ', ',', ':']).starts_with(lead)
        };
        let (all_of_it, some_of_it) = (leads("gồm"), leads("trong đó"));
        let parts: Vec<&(Range<usize>, u64)> =
            all[at + 1..].iter().filter(|(own, _)| own.end <= end).collect();
        let sum = parts.iter().try_fold(0_u64, |sum, (_, own)| sum.checked_add(*own));
        let at_once = behind.trim_start_matches([' ', ',']).starts_with("trong đó");
        let plain = (head.says("ổng ") || at_once) && !behind.says("mỗi ");
        if let Some((last, _)) = parts.last().filter(|_| plain && parts.len() > 1)
            && sum.is_some_and(|sum| all_of_it && sum != *total || some_of_it && sum > *total)
        {
            report.tell(paragraph, last.clone(), "Các khoản cộng lại không bằng tổng số đã ghi.");
        }
    }
}

/// So many items, each with an amount, are all of what they are a part of.
const MANY: usize = 3;

/// "Tổng số phải thu là 368 triệu đồng, trong đó:", and the items below, each with one amount, are more than
/// that, or many and less.
fn items(manuscript: &Manuscript, report: &mut Report) {
    for (at, paragraph) in manuscript.paragraphs.iter().enumerate() {
        let said = paragraph.text.trim_end();
        let Some(head) = said.strip_suffix(':').filter(|head| head.says("ổng ")) else { continue };
        let all_of_it = ["gồm", "như sau", "cụ thể"].iter().any(|lead| head.ends_with(lead));
        let behind = &manuscript.paragraphs[at + 1..];
        let [first, ..] = behind else { continue };
        if !all_of_it && !head.ends_with("trong đó") || first.role == paragraph.role {
            continue;
        }
        let parts = behind.iter().take_while(|next| next.role == first.role).map(|item| {
            let mut all = amounts(item).map(|(_, amount)| amount);
            all.next().filter(|_| all.next().is_none() && !item.text.says("mỗi "))
        });
        let Some(parts) = parts.collect::<Option<Vec<u64>>>().filter(|parts| parts.len() > 1) else {
            continue;
        };
        let sum = parts.iter().try_fold(0_u64, |sum, own| sum.checked_add(*own));
        let all_of_it = all_of_it || parts.len() >= MANY;
        if let Some((total_at, total)) = amounts(paragraph).last()
            && sum.is_some_and(|sum| all_of_it && sum != total || sum > total)
        {
            report.tell(paragraph, total_at, "Các khoản kể sau cộng lại không bằng số này.");
        }
    }
}

/// What the prizes of a paragraph come to: "01 giải Nhất: 3.000.000 đồng; 02 giải Nhì, mỗi giải 2.000.000 đồng".
fn prizes_of(paragraph: &Paragraph) -> Option<u64> {
    let mut start = 0;
    let mut sum = 0_u64;
    for (at, amount) in amounts(paragraph) {
        let own = paragraph.slice(start..at.start);
        let (before, each) = own.rsplit_once("mỗi giải").map_or((own, false), |(before, _)| (before, true));
        let count = numbers(before).into_iter().find(|number| number.unit == "giải")?.value;
        // "02 giải Nhì: 4.000.000 đồng" may be that of each or of both.
        let plain = each || count == 1;
        sum = sum.checked_add(count.checked_mul(amount).filter(|_| plain)?)?;
        start = at.end;
    }
    Some(sum).filter(|sum| *sum > 0)
}

/// "Tổng tiền thưởng: 14.500.000 đồng." below prizes that come to something else.
fn prizes(manuscript: &Manuscript, report: &mut Report) {
    let mut sum = 0_u64;
    for paragraph in &manuscript.paragraphs {
        if let Some(own) = prizes_of(paragraph) {
            sum = sum.saturating_add(own);
            continue;
        }
        let said = paragraph.said();
        let is_total = said.starts_with("Tổng") && ["thưởng", "giải"].iter().any(|what| said.says(what));
        let mut all = amounts(paragraph);
        if let (true, Some((at, total)), None) = (is_total, all.next(), all.next())
            && sum > 0
            && sum != total
        {
            report.tell(paragraph, at, "Các giải ở trên cộng lại không bằng số này.");
        }
        sum = 0;
    }
}

/// "Hội viên góp 14 triệu đồng, quỹ trích 9 triệu đồng; cộng 46 triệu đồng."
fn added(paragraph: &Paragraph, all: &[(Range<usize>, u64)], report: &mut Report) {
    for (at, (total_at, total)) in all.iter().enumerate() {
        let before = paragraph.before(total_at.start);
        let start = before.rfind(". ").max(before.rfind(':')).map_or(0, |at| at + 1);
        let parts = all[..at].iter().filter(|(own, _)| own.start >= start);
        let last = parts.clone().next_back().map_or(start, |(own, _)| own.end);
        let is_added = paragraph.slice(last..total_at.start).says("cộng ");
        let sum = parts.clone().try_fold(0_u64, |sum, (_, own)| sum.checked_add(*own));
        if is_added
            && parts.count() > 1
            && !before[start..].says("mỗi ")
            && sum.is_some_and(|sum| sum != *total)
        {
            report.tell(paragraph, total_at.clone(), "Các khoản kể trước cộng lại không bằng số này.");
        }
    }
}

/// "80.000.000 đồng (Sáu mươi triệu đồng)", "03 (hai) bộ": one of the two is wrong.
fn in_words(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (open, _) in paragraph.text.match_indices(" (") {
        let inside = paragraph.behind(open + " (".len());
        let Some(close) = inside.find(')') else { continue };
        let said = inside[..close].rsplit(':').next().unwrap_or_default().trim_matches([' ', '.', '/', ',']);
        let said = said.strip_suffix("chẵn").map_or(said, str::trim_end);
        let (said, is_money) = said.strip_suffix("đồng").map_or((said, false), |said| (said, true));
        let Some(said) = number_in_words(said) else { continue };
        let before = paragraph.before(open);
        let figures = if is_money {
            amounts(paragraph).find(|(at, _)| at.end == open)
        } else {
            let start = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len();
            let alone = before[..start].chars().next_back().is_none_or(|c| matches!(c, ' ' | '“'));
            last_number(&before[start..]).filter(|_| alone).map(|number| (start..open, number))
        };
        if let Some((at, _)) = figures.filter(|(_, number)| *number != said) {
            let end = open + " (".len() + close + 1;
            report.tell(paragraph, at.start..end, "Số bằng chữ không khớp số bằng số.");
        }
    }
}

/// "2,000,000 đồng", "10,800 tỷ đồng": thousands are parted by full stops, and a comma stands before decimals.
fn thousands(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in paragraph.phrases("đồng") {
        let before = paragraph.before(range.start).trim_end();
        let scaled = SCALES.iter().find_map(|(scale, _)| before.strip_suffix(scale));
        let before = scaled.unwrap_or(before).trim_end();
        let start = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',').len();
        let figures = &before[start..];
        let mut groups = figures.split(',');
        let head = groups.next().is_some_and(|first| (1..=3).contains(&first.len()));
        let commas = groups.clone().count();
        // One comma may stand before decimals, of which the last is no zero.
        let many = commas > 1 || commas == 1 && figures.ends_with('0') && !figures.starts_with('0');
        if head && many && groups.all(|group| group.len() == 3) {
            let right = figures.replace(',', ".");
            report.mend(paragraph, start..before.len(), right, "Hàng nghìn ngăn bằng dấu chấm: 2.000.000.");
        }
    }
}

/// "60.000.000đ": outside of tables the unit is written out.
fn dong(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for word in paragraph.words.iter().filter(|_| paragraph.is_prose()) {
        let figures = word.small.strip_suffix('đ').filter(|figures| !figures.is_empty());
        if let Some(figures) = figures.filter(|own| own.bytes().all(|byte| byte.is_ascii_digit())) {
            let message = "Trong câu viết “đồng”, không viết tắt.";
            report.mend(paragraph, word.at.clone(), format!("{figures} đồng"), message);
        }
    }
}
