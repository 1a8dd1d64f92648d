//! The text of the plan: measures of its paragraphs, levels and their numbers.

use super::{Outcome, PARTY_GUIDE, Rule, capitals, decree, ensure, looks, quoted, small_letters};
use crate::anatomy::Case;
use crate::effective::Line;
use crate::families::{ALL, BY_DECREE, Family, PARTY};
use crate::measure::NBSP;
use crate::package::Paragraph;

pub const RULES: &[Rule] = &[
    Rule::new(decree!("mục II, khoản 6, điểm e"), "nội dung 13–14, đứng, in thường", BY_DECREE, look),
    Rule::new(PARTY_GUIDE, "nội dung 14–15, đứng, in thường", PARTY, look),
    Rule::new(
        decree!("mục II, khoản 6, điểm e"),
        "canh đều hai lề, đầu dòng lùi 10 hoặc 12,7 mm",
        ALL,
        justified,
    ),
    Rule::new(decree!("mục II, khoản 6, điểm e"), "các đoạn cách nhau tối thiểu 6 pt", ALL, space),
    Rule::new(decree!("mục II, khoản 6, điểm e"), "dòng cách dòng từ đơn đến 1,5", BY_DECREE, line),
    Rule::new(PARTY_GUIDE, "dòng cách dòng đúng 18–22 pt", PARTY, line),
    Rule::new(
        "the-thuc.md, mục 1 (nội dung)",
        "không đoạn nào để lẻ một dòng ở đầu, cuối trang",
        ALL,
        widows,
    ),
    Rule::new(
        decree!("mục II, khoản 6, điểm đ"),
        "mục: I. in hoa, đứng, đậm; cấp 1, đi với đoạn sau",
        ALL,
        section,
    ),
    Rule::new(
        decree!("mục II, khoản 6, điểm đ"),
        "khoản có tiêu đề: dòng riêng, đậm; không có: đứng",
        ALL,
        titled,
    ),
    Rule::new(
        decree!("mục II, khoản 6, điểm đ"),
        "số La Mã, số Ả Rập, chữ cái tiếng Việt liên tục",
        ALL,
        numbers,
    ),
    Rule::new("the-thuc.md, mục 9.3", "vị trí tên mục theo lựa chọn", ALL, place),
];

/// The number or dash at the head of a paragraph.
#[derive(Debug, PartialEq)]
pub enum Mark {
    Roman(usize, char),
    Clause(usize),
    Subclause(usize, usize),
    Letter(String),
    Dash,
}

/// The mark that a text begins with; a space follows it.
pub fn mark(text: &str) -> Option<Mark> {
    let (head, _) = text.split_once([' ', NBSP])?;
    if head == "-" {
        return Some(Mark::Dash);
    }
    let end = head.chars().last()?;
    let body = &head[..head.len() - end.len_utf8()];
    match end {
        ')' if body.chars().all(char::is_lowercase) && body.chars().count() <= 2 => {
            Some(Mark::Letter(body.into()))
        }
        '.' | '-' if !body.is_empty() && body.chars().all(|c| "IVXLC".contains(c)) => {
            Some(Mark::Roman(from_roman(body), end))
        }
        '.' => {
            let mut numbers = body.split('.').map(str::parse::<usize>);
            let first = numbers.next()?.ok()?;
            match (numbers.next(), numbers.next()) {
                (None, _) => Some(Mark::Clause(first)),
                (Some(second), None) => Some(Mark::Subclause(first, second.ok()?)),
                _ => None,
            }
        }
        _ => None,
    }
}

fn from_roman(text: &str) -> usize {
    let value = |c| match c {
        'I' => 1,
        'V' => 5,
        'X' => 10,
        'L' => 50,
        _ => 100,
    };
    let values: Vec<usize> = text.chars().map(value).collect();
    let minus: usize = values.windows(2).filter(|pair| pair[0] < pair[1]).map(|pair| pair[0]).sum();
    values.iter().sum::<usize>() - 2 * minus
}

fn body(case: &Case) -> Result<Vec<&Paragraph>, String> {
    let (_, body) = case.bases_and_body()?;
    ensure(!body.is_empty(), || "no text".into())?;
    Ok(body)
}

fn bold(paragraph: &Paragraph) -> bool {
    paragraph.runs.iter().all(|run| run.letters.bold)
}

fn is_section(paragraph: &Paragraph) -> bool {
    matches!(mark(&paragraph.text()), Some(Mark::Roman(..))) && bold(paragraph)
}

fn look(case: &Case) -> Outcome {
    let numbers = case.family.numbers();
    let chosen = case.setting("body-size").and_then(|size| size.parse::<f32>().ok());
    for paragraph in body(case)? {
        let heading = paragraph.measures.outline.is_some();
        looks(paragraph, &if heading { numbers.body.bold() } else { numbers.body })?;
        let whole = chosen.is_none_or(|size| paragraph.runs.iter().all(|run| run.letters.size == size));
        ensure(whole, || format!("{} is not {chosen:?} pt", quoted(paragraph)))?;
        if !is_section(paragraph) {
            small_letters(paragraph)?;
        }
    }
    Ok(())
}

/// All that have the measures of the text: căn cứ, and everything but headings elsewhere.
fn measured(case: &Case) -> Result<Vec<&Paragraph>, String> {
    let text = case.text()?;
    Ok(text.into_iter().filter(|paragraph| !is_section(paragraph)).collect())
}

fn justified(case: &Case) -> Outcome {
    let chosen = case.setting("first-line").and_then(|mm| mm.parse::<f32>().ok());
    let allowed = case.family.numbers().first_line;
    for paragraph in measured(case)? {
        let measures = &paragraph.measures;
        ensure(measures.align == "both", || format!("{}: {}", quoted(paragraph), measures.align))?;
        let indent = measures.first_line;
        let fits = allowed.contains(&indent) && (measures.left, measures.right) == (0, 0);
        ensure(fits, || format!("{}: {measures:?}", quoted(paragraph)))?;
        let as_chosen = chosen.is_none_or(|mm| (mm * crate::measure::MM - indent as f32).abs() < 1.0);
        ensure(as_chosen || allowed.len() == 1, || {
            format!("{}: {indent}, chosen {chosen:?} mm", quoted(paragraph))
        })?;
    }
    Ok(())
}

fn space(case: &Case) -> Outcome {
    let chosen = case.setting("paragraph-space").and_then(|points| points.parse::<i32>().ok());
    let text = case.text()?;
    for pair in text.windows(2) {
        let apart = pair[0].measures.after.max(pair[1].measures.before);
        ensure(apart >= 120, || format!("{apart} twips over {}", quoted(pair[1])))?;
        ensure(chosen.is_none_or(|points| apart == points * 20), || {
            format!("{apart} over {}", quoted(pair[1]))
        })?;
    }
    Ok(())
}

fn line(case: &Case) -> Outcome {
    let chosen = case.setting("line-spacing").and_then(|value| value.parse::<f32>().ok());
    for paragraph in case.text()? {
        let fits = match (case.family, paragraph.measures.line) {
            (Family::Party, Line::Exactly(points)) => {
                (18.0..=22.0).contains(&points) && chosen.is_none_or(|chosen| chosen == points)
            }
            (Family::Party, _) => false,
            (_, Line::Multiple(lines)) => {
                (1.0..=1.5).contains(&lines) && chosen.is_none_or(|chosen| (chosen - lines).abs() < 0.01)
            }
            _ => false,
        };
        let rule = paragraph.measures.line;
        ensure(fits, || format!("{}: {rule:?}, chosen {chosen:?}", quoted(paragraph)))?;
    }
    Ok(())
}

fn widows(case: &Case) -> Outcome {
    let alone = |paragraph: &&Paragraph| !paragraph.measures.widow_control;
    case.text()?.into_iter().find(alone).map_or(Ok(()), |paragraph| Err(quoted(paragraph)))
}

/// Heading of a level for Word's navigation pane, on one page with what follows.
fn heading(paragraph: &Paragraph, level: i32) -> Outcome {
    let measures = &paragraph.measures;
    let named = paragraph.style == format!("Heading{}", level + 1);
    let right = measures.outline == Some(level) && named && measures.keep_next;
    ensure(right, || format!("{}: style {}, {measures:?}", quoted(paragraph), paragraph.style))
}

fn section(case: &Case) -> Outcome {
    let mut marks = Vec::new();
    for paragraph in body(case)? {
        if paragraph.measures.outline == Some(0) {
            ensure(is_section(paragraph), || format!("{} is no section", quoted(paragraph)))?;
        }
        let Some(Mark::Roman(_, end)) = mark(&paragraph.text()).filter(|_| is_section(paragraph)) else {
            continue;
        };
        heading(paragraph, 0)?;
        capitals(paragraph)?;
        marks.push(end);
    }
    // One style a document; only the Party knows the hyphen.
    let chosen = match case.setting("section-mark") {
        Some("-") if case.family == Family::Party => '-',
        _ => '.',
    };
    ensure(marks.iter().all(|mark| *mark == chosen), || format!("{marks:?}, not {chosen}"))
}

fn titled(case: &Case) -> Outcome {
    for paragraph in body(case)? {
        let level = match mark(&paragraph.text()) {
            Some(Mark::Clause(_)) => Some(1),
            Some(Mark::Subclause(..)) => Some(2),
            Some(Mark::Letter(_)) => Some(3),
            _ => None,
        };
        let outline = paragraph.measures.outline;
        match level {
            // Text that begins with a number of its own has no level in the plan either.
            Some(level) if bold(paragraph) => heading(paragraph, level)?,
            Some(_) => ensure(outline.is_none(), || format!("{} is a heading", quoted(paragraph)))?,
            None => ensure(outline.is_none_or(|level| level == 0), || {
                format!("{}: {outline:?}", quoted(paragraph))
            })?,
        }
    }
    Ok(())
}

/// Letters of points, in the order of the Vietnamese alphabet.
const LETTERS: &str = "a b c d đ e g h i k l m n o p q r s t u v x y";

fn numbers(case: &Case) -> Outcome {
    let (mut roman, mut clause, mut subclause, mut letter) = (0, 0, 0, 0);
    for paragraph in body(case)? {
        let counted = match mark(&paragraph.text()) {
            Some(Mark::Roman(number, _)) if bold(paragraph) => {
                roman += 1;
                (clause, subclause, letter) = (0, 0, 0);
                number == roman
            }
            Some(Mark::Clause(number)) => {
                clause += 1;
                (subclause, letter) = (0, 0);
                number == clause
            }
            Some(Mark::Subclause(outer, number)) => {
                subclause += 1;
                letter = 0;
                (outer, number) == (clause, subclause)
            }
            Some(Mark::Letter(found)) => {
                letter += 1;
                LETTERS.split(' ').nth(letter - 1).is_none_or(|expected| found == expected)
            }
            _ => true,
        };
        ensure(counted, || format!("{} is out of order", quoted(paragraph)))?;
    }
    Ok(())
}

fn place(case: &Case) -> Outcome {
    let text = body(case)?;
    let indent =
        text.iter().find(|paragraph| !is_section(paragraph)).map_or(0, |first| first.measures.first_line);
    for paragraph in text.iter().filter(|paragraph| is_section(paragraph)) {
        let measures = &paragraph.measures;
        let right = match case.setting("heading") {
            Some("centred") => measures.align == "center" && measures.first_line == 0,
            Some("left") => measures.align != "center" && measures.first_line == 0,
            _ => measures.align != "center" && measures.first_line == indent,
        };
        ensure(right && measures.left == 0, || format!("{}: {measures:?}", quoted(paragraph)))?;
    }
    Ok(())
}
