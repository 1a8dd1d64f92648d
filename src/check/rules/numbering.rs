//! Numbers of sections, clauses and points, as they stand in a file that was read.

use super::clauses::LEVELS;
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Manuscript, Paragraph};
use crate::check::rule::{Report, Rule};
use crate::format::numbering::{POINT_LETTERS, roman};
use crate::import::Role;
use crate::vietnamese::upper;

pub(super) const RULES: &[Rule] = &[
    Rule::whole(Error, "numbering.gap", LEVELS, "Số mục nhảy cóc", section_gap).of_files(),
    Rule::whole(Error, "numbering.duplicate", LEVELS, "Số mục trùng nhau", section_duplicate).of_files(),
    Rule::whole(Error, "numbering.gap.clause", LEVELS, "Số khoản nhảy cóc", clause_gap).of_files(),
    Rule::whole(Error, "numbering.duplicate.clause", LEVELS, "Số khoản trùng nhau", clause_duplicate)
        .of_files(),
    Rule::whole(
        Error,
        "numbering.gap.subclause",
        LEVELS,
        "Số tiểu khoản nhảy cóc hoặc không theo khoản",
        subclause,
    )
    .of_files(),
    Rule::whole(Error, "numbering.gap.point", LEVELS, "Thứ tự chữ của điểm nhảy cóc", point_gap).of_files(),
    Rule::whole(Error, "numbering.gap.point-dd", LEVELS, "Thứ tự các điểm thiếu chữ đ", point_dd).of_files(),
    Rule::whole(Error, "numbering.duplicate.point", LEVELS, "Chữ của điểm trùng nhau", point_duplicate)
        .of_files(),
    Rule::whole(Error, "numbering.duplicate.row", LEVELS, "Số thứ tự trong bảng trùng hoặc nhảy cóc", row)
        .of_files()
        .mends(),
    Rule::whole(Error, "numbering.gap.step", LEVELS, "Số bước trùng hoặc nhảy cóc", step).of_files(),
    Rule::whole(Error, "numbering.gap.part", LEVELS, "Số của phần trùng hoặc nhảy cóc", part).of_files(),
    Rule::whole(
        Warn,
        "numbering.style.subclause",
        LEVELS,
        "Số tiểu khoản có dấu chấm, có chỗ không",
        subclause_dot,
    )
    .of_files(),
    Rule::whole(Warn, "numbering.gap.level", LEVELS, "Bỏ qua một cấp", level).of_files(),
    Rule::whole(Warn, "numbering.gap.empty", LEVELS, "Mục không có nội dung", empty).of_files(),
    Rule::whole(Hint, "numbering.gap.single", LEVELS, "Chỉ có khoản 1, không có khoản 2", single).of_files(),
    Rule::whole(Warn, "caps.heading", LEVELS, "Tiêu đề mục viết nhiều kiểu chữ", heading_case).of_files(),
];

/// The paragraphs of one role that have a mark.
pub(super) fn marked(manuscript: &Manuscript, role: Role) -> Vec<&Paragraph> {
    let all = manuscript.paragraphs.iter();
    all.filter(|paragraph| paragraph.role == role && !paragraph.mark().is_empty()).collect()
}

/// "Bước 3. … Bước 5. …"
fn step(manuscript: &Manuscript, report: &mut Report) {
    let mut last = 0;
    for paragraph in manuscript.paragraphs.iter().filter(|_| manuscript.frame.is_source) {
        let number = paragraph.phrase_at(0, "bước").and_then(|_| paragraph.words.get(1));
        let Some(number) = number.filter(|word| word.small.len() < 3) else { continue };
        let Ok(this) = number.small.parse::<usize>() else { continue };
        if last > 0 && this != last + 1 && this != 1 {
            report.tell(paragraph, 0..number.at.end, format!("Ở đây phải là bước {}.", last + 1));
        }
        // What follows goes on from what had to stand there.
        last = if last > 0 && this != 1 { last + 1 } else { this };
    }
}

/// "Phần I. … Phần III. …"
fn part(manuscript: &Manuscript, report: &mut Report) {
    let mut last = 0;
    for paragraph in manuscript.paragraphs.iter().filter(|own| own.is_prose()) {
        let number = paragraph.phrase_at(0, "phần").and_then(|_| paragraph.words.get(1));
        let Some((number, this)) =
            number.and_then(|word| Some((word, roman_number(paragraph.word(1)).filter(|_| word.is_loud)?)))
        else {
            continue;
        };
        if this != last + 1 {
            report.tell(paragraph, 0..number.at.end, format!("Ở đây phải là phần {}.", roman(last + 1)));
        }
        // What follows goes on from what had to stand there.
        last += 1;
    }
}

/// "1.2 Kinh tế số" beside "1.1. Chính quyền số".
fn subclause_dot(manuscript: &Manuscript, report: &mut Report) {
    let marks = manuscript.paragraphs.iter().filter(|own| manuscript.frame.is_source && own.is_prose());
    let marks = marks.filter_map(|own| {
        let mark = own.text.trim_start().split(' ').next()?;
        let digits = mark.trim_end_matches('.').split('.').collect::<Vec<_>>();
        let number =
            |part: &&str| !part.is_empty() && part.len() < 3 && part.bytes().all(|b| b.is_ascii_digit());
        let starts = own.words.get(digits.len()).is_some_and(|word| word.is_capital);
        (digits.len() == 2 && digits.iter().all(number) && starts).then_some((own, mark))
    });
    let all: Vec<(&Paragraph, &str)> = marks.collect();
    let dotted = all.iter().filter(|(_, mark)| mark.ends_with('.')).count();
    for (own, mark) in all.iter().filter(|(_, mark)| !mark.ends_with('.')) {
        if dotted * 2 > all.len() {
            let start = own.text.len() - own.text.trim_start().len();
            report.tell(own, start..start + mark.len(), "Sau số tiểu khoản có dấu chấm, như ở chỗ khác.");
        }
    }
}

/// Rows of a table, their cells a tab apart, that do not count on: one number that does not fit between two
/// that are two apart.
fn row(manuscript: &Manuscript, report: &mut Report) {
    let number =
        |own: &Paragraph| own.text.split_once('\t').and_then(|(first, _)| first.trim().parse::<usize>().ok());
    for run in manuscript.paragraphs.windows(3).filter(|_| manuscript.frame.is_source) {
        let [before, own, next] = run else { continue };
        if let (Some(before), Some(this), Some(next)) = (number(before), number(own), number(next))
            && let Some(right) = next.checked_sub(1)
            && right.checked_sub(1) == Some(before)
            && this != right
        {
            let end = own.text.find('\t').unwrap_or(0);
            let right = right.to_string();
            report.mend(own, 0..end, right.clone(), format!("Số thứ tự ở đây phải là {right}."));
        }
    }
}

/// The number in a mark, and the signs that close it: `II` and `-`.
pub(super) fn parts(mark: &str) -> (&str, &str) {
    let start = mark.find(char::is_alphanumeric).unwrap_or(0);
    let end = mark[start..]
        .rfind(char::is_alphanumeric)
        .map_or(mark.len(), |at| start + at + mark[start + at..].chars().next().map_or(1, char::len_utf8));
    mark.split_at(end)
}

/// The number with which a paragraph begins, without what closes it.
pub(super) fn mark_number(paragraph: &Paragraph) -> &str {
    parts(paragraph.mark()).0
}

/// A number in Roman figures.
pub(super) fn roman_number(text: &str) -> Option<usize> {
    (1..=39).find(|number| roman(*number) == text)
}

/// A numbered paragraph with what it should be numbered after.
struct Step<'a> {
    paragraph: &'a Paragraph,
    number: usize,
    /// The number of the one before it at the same level; 0 for the first.
    before: usize,
}

/// The paragraphs of a level, each with the number before it; what stands above begins them anew.
fn steps<'a>(
    manuscript: &'a Manuscript,
    role: Role,
    above: &[Role],
    number: impl Fn(&str) -> Option<usize>,
) -> Vec<Step<'a>> {
    let mut before = 0;
    let mut steps = Vec::new();
    for paragraph in &manuscript.paragraphs {
        let number = number(parts(paragraph.mark()).0);
        if let Some(number) = number.filter(|_| paragraph.role == role) {
            steps.push(Step { paragraph, number, before });
            before = number;
        } else if role == Role::Point && before > 0 && number == Some(before + 1) {
            // "b." among "a)" and "c)" is written in another way, and stands in its place. Of figures nobody knows:
            // below a clause a list may have its own.
            before += 1;
        } else if above.contains(&paragraph.role) {
            before = 0;
        }
    }
    steps
}

/// From the mark of a paragraph to its first words.
fn head(paragraph: &Paragraph) -> std::ops::Range<usize> {
    let whole = paragraph.whole();
    let shown = paragraph.words.get(5).map_or(whole.end, |word| word.at.end);
    whole.start..shown.min(whole.end)
}

fn sections(manuscript: &Manuscript) -> Vec<Step<'_>> {
    steps(manuscript, Role::Section, &[], roman_number)
}

const ABOVE_CLAUSES: [Role; 2] = [Role::Section, Role::Appendix];

fn clauses(manuscript: &Manuscript) -> Vec<Step<'_>> {
    steps(manuscript, Role::Clause, &ABOVE_CLAUSES, |number| number.parse().ok())
}

fn gaps(steps: &[Step], what: &str, shown: impl Fn(usize) -> String, report: &mut Report) {
    let mut doubled = 0;
    // What a number that was told of should have been.
    let mut meant = None;
    for step in steps {
        // Behind a number that came twice the next one may count it.
        if step.number == step.before {
            doubled += 1;
            continue;
        }
        let is_next = (step.before + 1..=step.before + 1 + doubled).contains(&step.number);
        doubled = 0;
        // "IV., VI., V.": the last goes on from what was meant.
        let goes_on = meant.take().is_some_and(|meant| step.number == meant + 1 && step.before != 0);
        if is_next || goes_on {
            continue;
        }
        meant = Some(step.before + 1).filter(|_| step.before != 0);
        let message = match step.before {
            0 => format!("{what} đầu tiên phải là {}.", shown(1)),
            before if step.number < before => format!("{what} này đứng sau {}.", shown(before)),
            before => format!("Sau {} phải là {}.", shown(before), shown(before + 1)),
        };
        report.tell(step.paragraph, head(step.paragraph), message);
    }
}

fn duplicates(steps: &[Step], what: &str, shown: impl Fn(usize) -> String, report: &mut Report) {
    for (at, step) in steps.iter().enumerate().filter(|(_, step)| step.number == step.before) {
        // "2., 4., 4., 5.": the first of the two skips one, and is told for that.
        if at.checked_sub(1).is_some_and(|at| steps[at].before + 2 == step.number) {
            continue;
        }
        let message = format!("{what} {} đã có ở trên.", shown(step.number));
        report.tell(step.paragraph, head(step.paragraph), message);
    }
}

fn section_gap(manuscript: &Manuscript, report: &mut Report) {
    gaps(&sections(manuscript), "Mục", roman, report);
}

fn section_duplicate(manuscript: &Manuscript, report: &mut Report) {
    duplicates(&sections(manuscript), "Mục", roman, report);
}

fn clause_gap(manuscript: &Manuscript, report: &mut Report) {
    // A list that begins anew under a paragraph of its own is no gap.
    let steps = clauses(manuscript).into_iter().filter(|step| step.number != 1);
    let steps: Vec<Step> = steps.filter(|step| !stands_otherwise(manuscript, step)).collect();
    gaps(&steps, "Khoản", |number| number.to_string(), report);
}

/// Whether the number that lacks before a step stands there in another style: "2)" before "3.".
fn stands_otherwise(manuscript: &Manuscript, step: &Step) -> bool {
    let above = manuscript.paragraphs[..step.paragraph.index].iter().rev();
    let mut between = above.take_while(|own| !matches!(own.role, Role::Clause | Role::Section));
    step.number == step.before + 2 && between.any(|own| parts(own.mark()).0.parse() == Ok(step.number - 1))
}

fn clause_duplicate(manuscript: &Manuscript, report: &mut Report) {
    let steps: Vec<Step> = clauses(manuscript)
        .into_iter()
        .filter(|step| step.number != 1 || is_next(manuscript, step))
        .collect();
    duplicates(&steps, "Khoản", |number| number.to_string(), report);
}

/// Whether nothing but text of its own stands between a step and the one before it.
fn is_next(manuscript: &Manuscript, step: &Step) -> bool {
    let above = manuscript.paragraphs[..step.paragraph.index].iter().rev();
    above
        .take_while(|paragraph| paragraph.role != Role::Clause)
        .all(|paragraph| matches!(paragraph.role, Role::Text | Role::Dash))
}

fn subclause(manuscript: &Manuscript, report: &mut Report) {
    let (mut clause, mut before, mut next) = (None, 0, 1);
    for paragraph in &manuscript.paragraphs {
        let number = parts(paragraph.mark()).0;
        match paragraph.role {
            Role::Section => (clause, before, next) = (None, 0, 1),
            Role::Clause => (clause, before, next) = (number.parse::<usize>().ok(), 0, 1),
            Role::Subclause => {
                let mut figures = number.split('.').map(str::parse::<usize>);
                let (Some(Ok(own)), Some(Ok(at)), None) = (figures.next(), figures.next(), figures.next())
                else {
                    continue;
                };
                if let Some(clause) = clause.filter(|clause| *clause != own) {
                    report.tell(
                        paragraph,
                        head(paragraph),
                        format!("Đứng dưới khoản {clause} nên phải đánh số {clause}.{}.", before + 1),
                    );
                } else if at != before + 1 && at != next && clause.is_some() {
                    report.tell(paragraph, head(paragraph), format!("Ở đây phải là {own}.{}.", before + 1));
                }
                // Behind a number that was told of the next one may count on from what was right.
                next = if at == before + 1 { at + 1 } else { before + 2 };
                before = at;
            }
            _ => {}
        }
    }
}

const ABOVE_POINTS: [Role; 4] = [Role::Section, Role::Clause, Role::Subclause, Role::Appendix];

fn points(manuscript: &Manuscript) -> Vec<Step<'_>> {
    let number = |letter: &str| {
        POINT_LETTERS.iter().position(|own| *own == letter.trim_start_matches('(')).map(|at| at + 1)
    };
    steps(manuscript, Role::Point, &ABOVE_POINTS, number)
}

fn letter(number: usize) -> String {
    POINT_LETTERS.get(number.saturating_sub(1)).map_or(String::new(), |letter| format!("điểm {letter}"))
}

/// Whether a point is e behind d: the most usual slip has a rule of its own.
fn skips_dd(step: &Step) -> bool {
    POINT_LETTERS.get(step.before) == Some(&"đ") && POINT_LETTERS.get(step.number - 1) == Some(&"e")
}

fn point_gap(manuscript: &Manuscript, report: &mut Report) {
    let steps: Vec<Step> =
        points(manuscript).into_iter().filter(|step| step.number != 1 && !skips_dd(step)).collect();
    gaps(&steps, "Điểm", letter, report);
}

fn point_dd(manuscript: &Manuscript, report: &mut Report) {
    for step in points(manuscript).iter().filter(|step| skips_dd(step)) {
        report.tell(step.paragraph, head(step.paragraph), "Sau điểm d là điểm đ, rồi mới đến điểm e.");
    }
}

fn point_duplicate(manuscript: &Manuscript, report: &mut Report) {
    let steps: Vec<Step> = points(manuscript).into_iter().filter(|step| step.number != 1).collect();
    duplicates(&steps, "Đã có", letter, report);
}

fn level(manuscript: &Manuscript, report: &mut Report) {
    let mut clause = true;
    for paragraph in &manuscript.paragraphs {
        match paragraph.role {
            Role::Section => clause = false,
            Role::Clause => clause = true,
            Role::Subclause if !clause && parts(paragraph.mark()).0.contains('.') => {
                report.tell(paragraph, head(paragraph), "Dưới mục là khoản (1.), dưới khoản mới đến 1.1.");
                clause = true;
            }
            _ => {}
        }
    }
}

fn empty(manuscript: &Manuscript, report: &mut Report) {
    for pair in manuscript.paragraphs.windows(2) {
        let [one, next] = pair else { continue };
        let ends = matches!(next.role, Role::Section | Role::Closing | Role::Recipient | Role::Authority);
        let title = || upper(one.said()) == one.said();
        if one.role == Role::Section && ends && !one.mark().is_empty() && title() {
            report.tell(one, head(one), "Dưới tiêu đề mục này không có nội dung.");
        }
    }
}

fn single(manuscript: &Manuscript, report: &mut Report) {
    let steps = clauses(manuscript);
    for (at, step) in steps.iter().enumerate() {
        let alone = steps.get(at + 1).is_none_or(|next| next.before == 0);
        if step.number == 1 && step.before == 0 && alone {
            report.tell(step.paragraph, head(step.paragraph), "Chỉ có một khoản thì không cần đánh số.");
        }
    }
}

fn heading_case(manuscript: &Manuscript, report: &mut Report) {
    let sections: Vec<&Paragraph> = marked(manuscript, Role::Section);
    let capitals = |paragraph: &Paragraph| paragraph.said() == upper(paragraph.said());
    let count = sections.iter().filter(|paragraph| capitals(paragraph)).count();
    if count * 2 <= sections.len() {
        return;
    }
    for paragraph in sections.iter().filter(|paragraph| !capitals(paragraph) && paragraph.words.len() < 20) {
        report.tell(
            paragraph,
            paragraph.body..paragraph.whole().end,
            "Tiêu đề các mục khác viết chữ in hoa.",
        );
    }
}
