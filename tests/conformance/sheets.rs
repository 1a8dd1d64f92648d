//! What is wrong on the pages as LibreOffice sets them.

use ke_hoach::document::Document;
use ke_hoach::plan::{Urgency, lines};

use crate::anatomy::Case;
use crate::families::Family;
use crate::geometry::{Page, Span, Stroke, Word, pages};
use crate::measure::plain;
use crate::oracles::{folder, joined_file};

/// A plan, its name in messages, and the document that is made of it.
pub struct Sheet {
    pub case: Case,
    pub document: Document,
}

/// What is wrong on the pages of a file, each with the plan and the clause.
struct Findings(Vec<String>);

impl Findings {
    fn check(&mut self, holds: bool, name: &str, clause: &str, why: impl FnOnce() -> String) {
        if !holds {
            self.0.push(format!("{name}: {clause}: {}", why()));
        }
    }
}

/// A plan and the pages of its sections, the first section being the plan itself.
struct Shown<'a> {
    name: &'a str,
    case: &'a Case,
    sections: Vec<&'a [Page]>,
}

/// Points in a twip.
const TWIP: f32 = 0.05;

/// Renders plans in one file and tells what is wrong with their pages.
pub fn findings(test: &str, sheets: &[Sheet]) -> Vec<String> {
    let sections = sheets.iter().flat_map(|sheet| sheet.document.sections.clone()).collect();
    let file = joined_file(sections, &folder(&format!("rendered-{test}")), "plans");
    let pages = pages(&file);
    let starts: Vec<usize> = (0..pages.len()).filter(|page| begins_a_section(&pages[*page])).collect();
    let count: usize = sheets.iter().map(|sheet| sheet.document.sections.len()).sum();
    assert_eq!(starts.len(), count, "{test}: sections begin on pages {starts:?}");
    let ends = starts.iter().skip(1).copied().chain([pages.len()]);
    let mut sections = starts.iter().zip(ends).map(|(start, end)| &pages[*start..end]);
    let mut found = Findings(Vec::new());
    for Sheet { case, document } in sheets {
        let sections = sections.by_ref().take(document.sections.len()).collect();
        let shown = Shown { name: &case.name, case, sections };
        page_numbers(&shown, &mut found);
        head(&shown, &mut found);
        under_texts(&shown, &mut found);
        frames(&shown, &mut found);
        address(&shown, &mut found);
        references(&shown, &mut found);
        ending(&shown, &mut found);
    }
    found.0
}

/// Whether a page begins a plan or an appendix.
fn begins_a_section(page: &Page) -> bool {
    let Some(first) = page.words.first() else { return false };
    let top: Vec<&str> = page
        .words
        .iter()
        .take_while(|word| word.baseline < first.baseline + 60.0)
        .map(|word| word.text.as_str())
        .collect();
    let top = top.join(" ");
    let titles = ["HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM", "ĐOÀN TNCS HỒ CHÍ MINH"];
    titles.iter().any(|title| top.contains(title)) || top.starts_with("Phụ lục")
}

fn page_numbers(shown: &Shown, found: &mut Findings) {
    let clause = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I, khoản 7";
    for (section, pages) in shown.case.docx.sections.iter().zip(&shown.sections) {
        let setup = &section.page;
        let (top, distance) = (setup.top as f32 * TWIP, setup.header as f32 * TWIP);
        for (i, page) in pages.iter().enumerate() {
            let over: Vec<&Word> = page.words.iter().filter(|word| word.baseline < top).collect();
            let told = || format!("page {} of {}: {over:?}", i + 1, pages.len());
            if i == 0 {
                found.check(over.is_empty(), shown.name, clause, told);
                continue;
            }
            let [number] = over[..] else {
                found.check(false, shown.name, clause, told);
                continue;
            };
            let middle = (setup.left as f32 * TWIP + page.width - setup.right as f32 * TWIP) / 2.0;
            let centred = ((number.x0 + number.x1) / 2.0 - middle).abs() < 1.0;
            // Its letters begin where the header does.
            let high = (number.baseline - distance - 0.9 * number.size).abs() < 1.5;
            let right = number.text == (i + 1).to_string() && centred && high;
            found.check(right, shown.name, clause, told);
        }
    }
}

/// The stroke next under a text.
fn under<'a>(page: &'a Page, text: &Span) -> Option<&'a Stroke> {
    let near = page.lines.iter().filter(|line| (line.middle() - text.middle()).abs() < 20.0);
    near.filter(|line| (0.0..15.0).contains(&(line.y - text.baseline))).min_by(|a, b| a.y.total_cmp(&b.y))
}

fn head(shown: &Shown, found: &mut Findings) {
    let page = &shown.sections[0][0];
    let last = match shown.case.family {
        Family::State | Family::Front => "Độc lập - Tự do - Hạnh phúc",
        Family::Party => "ĐẢNG CỘNG SẢN VIỆT NAM",
        Family::Youth => "ĐOÀN TNCS HỒ CHÍ MINH",
    };
    let clause = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 1, điểm b";
    let text = page.find(last).unwrap();
    let line = under(page, &text);
    let exact = line.is_some_and(|line| {
        (line.length() / text.width() - 1.0).abs() < 0.03 && (line.middle() - text.middle()).abs() < 1.0
    });
    found.check(exact, shown.name, clause, || format!("{text:?}, {line:?}"));

    let clause = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 4, điểm c";
    let number = page.words.iter().find(|word| word.text.starts_with("Số"));
    let date = page.words.iter().find(|word| word.text == "ngày" && word.font.contains("Italic"));
    let level = number.zip(date).is_some_and(|(number, date)| (number.baseline - date.baseline).abs() <= 0.5);
    found.check(level, shown.name, clause, || format!("{number:?}, {date:?}"));
}

/// Lines under the names and the subject: a third to a half of the last or longest line.
fn under_texts(shown: &Shown, found: &mut Findings) {
    let page = &shown.sections[0][0];
    let case = shown.case;
    let number = page.words.iter().find(|word| word.text.starts_with("Số")).map_or(0.0, |word| word.baseline);
    let left = case.head().unwrap().left.width as f32 * TWIP + case.main().page.left as f32 * TWIP;
    let names = |line: &&Stroke| line.y < number && line.x1 < left + 1.0;
    if matches!(case.family, Family::State | Family::Front) {
        let clause = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 2, điểm b";
        part_of(page, page.lines.iter().find(names), clause, shown.name, found);
    }
    if case.title().unwrap().line.is_some() {
        let clause = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 5, điểm b";
        let title = page.find("KẾ HOẠCH").map_or(0.0, |title| title.baseline);
        let subject = page.lines.iter().find(|line| line.y > title);
        part_of(page, subject, clause, shown.name, found);
    }
}

fn part_of(page: &Page, line: Option<&Stroke>, clause: &str, name: &str, found: &mut Findings) {
    let Some((line, last)) = line.and_then(|line| Some((line, page.above(line)?))) else {
        return found.check(false, name, clause, || "no line".into());
    };
    // The lines of the text over it: as near to each other as single lines, in bold.
    let mut widths = vec![last.width()];
    let mut baseline = last.baseline;
    while let Some(word) = page.words.iter().rev().find(|word| {
        let over = baseline - word.baseline;
        (1.0..18.0).contains(&over) && word.font.contains("Bold") && word.x0 < line.x1 && word.x1 > line.x0
    }) {
        baseline = word.baseline;
        widths.push(page.around(baseline, line.middle()).width());
    }
    let longest = widths.iter().copied().fold(0.0, f32::max);
    // Three parts in a hundred for the renderer's own widths.
    let fits = |width: f32| (0.323..=0.515).contains(&(line.length() / width));
    let centred = (line.middle() - last.middle()).abs() < 1.0;
    found.check((fits(last.width()) || fits(longest)) && centred, name, clause, || {
        format!("{line:?} under {last:?}")
    });
}

/// The frame of a degree of urgency, line to line.
fn frames(shown: &Shown, found: &mut Findings) {
    let (words, wide) = match shown.case.plan.markings.urgency {
        _ if shown.case.family == Family::Party => return,
        Urgency::Ordinary => return,
        Urgency::Urgent => ("KHẨN", 20.0),
        Urgency::VeryUrgent => ("THƯỢNG KHẨN", 40.0),
        Urgency::Immediate => ("HỎA TỐC", 30.0),
    };
    let clause = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III, khoản 2, điểm b";
    let page = &shown.sections[0][0];
    let text = page.find(words).unwrap();
    let around: Vec<&Stroke> =
        page.lines.iter().filter(|line| (line.middle() - text.middle()).abs() < 1.0).collect();
    let over = around.iter().rev().find(|line| line.y < text.baseline);
    let below = around.iter().find(|line| line.y > text.baseline);
    let millimetres = |points: f32| points * 25.4 / 72.0;
    let right = over.zip(below).is_some_and(|(over, below)| {
        let widths = [over, below].map(|line| (millimetres(line.length()) - wide).abs() < 0.5);
        widths == [true, true] && (millimetres(below.y - over.y) - 8.0).abs() < 0.5
    });
    found.check(right, shown.name, clause, || format!("{text:?} between {over:?} and {below:?}"));
}

/// A line from margin to margin over the address, at the foot of page 1 alone.
fn address(shown: &Shown, found: &mut Findings) {
    let Some(first) = lines(&shown.case.plan.markings.address).next() else { return };
    let clause = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III, khoản 4";
    let pages: Vec<&Page> = shown.sections.iter().flat_map(|pages| pages.iter()).collect();
    let there: Vec<usize> = (0..pages.len()).filter(|page| pages[*page].find(first).is_some()).collect();
    found.check(there == [0], shown.name, clause, || format!("the address on pages {there:?}"));
    let Some(text) = pages[0].find(first) else { return };
    let setup = &shown.case.main().page;
    let (left, right) = (setup.left as f32 * TWIP, pages[0].width - setup.right as f32 * TWIP);
    let full = |line: &&Stroke| (line.x0 - left).abs() < 1.5 && (line.x1 - right).abs() < 1.5;
    let over =
        pages[0].lines.iter().filter(full).find(|line| (5.0..25.0).contains(&(text.baseline - line.y)));
    found.check(over.is_some(), shown.name, clause, || format!("no line over {text:?}"));
}

/// A line under the reference of each appendix, its middle under the middle of the text.
fn references(shown: &Shown, found: &mut Findings) {
    let clause = "NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 2.1";
    for pages in &shown.sections[1..] {
        let page = &pages[0];
        let last = page.words.iter().find(|word| word.text.ends_with(')') && word.font.contains("Italic"));
        let text = last.map(|last| page.around(last.baseline, (last.x0 + last.x1) / 2.0));
        let line = text.and_then(|text| under(page, &text));
        let centred = text.zip(line).is_some_and(|(text, line)| (line.middle() - text.middle()).abs() < 1.0);
        found.check(centred, shown.name, clause, || format!("{line:?} under {text:?}"));
    }
}

fn ending(shown: &Shown, found: &mut Findings) {
    let pages = shown.sections[0];
    let case = shown.case;
    let page_of = |text: &str| pages.iter().rposition(|page| page.find(text).is_some());
    let (Some(at), name) =
        (page_of("Nơi nhận:"), plain(&case.ending().unwrap().right.last().unwrap().text()))
    else {
        return found.check(false, shown.name, "mục II, khoản 9, điểm d", || "no recipients".into());
    };
    let retention = case
        .ending()
        .unwrap()
        .left
        .iter()
        .rev()
        .map(|line| plain(&line.text()))
        .find(|line| line.starts_with("- Lưu"));
    let retention: Option<String> =
        retention.map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" "));
    let clause = "the-thuc.md, mục 6 (khối chữ ký không tách trang)";
    let together = page_of(&name) == Some(at) && retention.is_none_or(|line| page_of(&line) == Some(at));
    found.check(together, shown.name, clause, || format!("recipients on page {}, «{name}» not", at + 1));

    let page = &pages[at];
    let recipients = page.find("Nơi nhận:").unwrap();
    let clause = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 9, điểm d";
    let column = (case.main().page.left + case.ending().unwrap().table.grid[0]) as f32 * TWIP;
    let right =
        page.words.iter().filter(|word| word.x0 > column - 1.0 && word.baseline > recipients.baseline - 8.0);
    let first = right.map(|word| word.baseline).reduce(f32::min);
    let level = first.is_some_and(|first| (first - recipients.baseline).abs() <= 0.5);
    found.check(level, shown.name, clause, || format!("{recipients:?}, signature {first:?}"));

    let clause = "the-thuc.md, mục 6 (ít nhất hai dòng nội dung đi cùng chữ ký)";
    let top = case.main().page.top as f32 * TWIP;
    let mut baselines: Vec<f32> = page.words.iter().map(|word| word.baseline).collect();
    baselines.retain(|baseline| *baseline > top && *baseline < recipients.baseline - 1.0);
    baselines.dedup_by(|one, other| (*one - *other).abs() < 1.0);
    found.check(baselines.len() >= 2, shown.name, clause, || format!("page {}: {baselines:?}", at + 1));
}
