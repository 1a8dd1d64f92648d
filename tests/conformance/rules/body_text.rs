//! What every text of the file keeps to: spaces, breaks, empty paragraphs, lines and ends.

use super::{Outcome, PARTY_GUIDE, Rule, decree, ensure, quoted};
use crate::anatomy::{Case, direct};
use crate::effective::Line;
use crate::families::{ALL, BY_DECREE, PARTY};
use crate::measure::{NBSP, plain};
use crate::package::{Block, Paragraph, paragraphs};
use crate::rules::body::{Mark, mark};

pub const RULES: &[Rule] = &[
    Rule::new(decree!("Mẫu 1.4"), "kết thúc bằng ./.", BY_DECREE, end_mark),
    Rule::new(PARTY_GUIDE, "kết thúc bằng dấu chấm", PARTY, end_mark),
    Rule::new("the-thuc.md, mục 6", "không tab, không nhiều dấu cách liền nhau", ALL, no_layout_by_hand),
    Rule::new(
        "the-thuc.md, mục 6",
        "không đoạn trống ngoài đoạn thấp nhất sau bảng",
        ALL,
        no_empty_paragraph,
    ),
    Rule::new("the-thuc.md, mục 6", "không gạch chân hay viền đoạn thay đường kẻ", ALL, no_false_lines),
    Rule::new("the-thuc.md, mục 4", "số, ngày, Điều không tách khỏi con số", ALL, bound),
    Rule::new("the-thuc.md, mục 4", "trong ô bảng cũng vậy", ALL, bound_in_cells),
    Rule::new("the-thuc.md, mục 1 (cấp)", "số thứ tự không tách khỏi chữ", ALL, marks_bound),
];

fn end_mark(case: &Case) -> Outcome {
    let text = case.text()?;
    let last = text.last().ok_or("no text")?;
    let words = last.text();
    let end = if case.family == crate::families::Family::Party { "." } else { "./." };
    let clean = words.strip_suffix(end).is_some_and(|rest| !rest.ends_with(['.', '/', ',', ';', ' ']));
    ensure(clean, || format!("{} does not end in {end}", quoted(last)))
}

/// How high a paragraph without text is, in points; `None` when its height is not fixed.
fn height(paragraph: &Paragraph) -> Option<f32> {
    let measures = &paragraph.measures;
    match measures.line {
        Line::Exactly(points) => Some(points + (measures.before + measures.after) as f32 / 20.0),
        _ => None,
    }
}

/// Word asks for a paragraph behind a table; between two of them it is the space that they have not.
fn empty(blocks: &[Block]) -> Outcome {
    for (i, block) in blocks.iter().enumerate() {
        match block {
            Block::Paragraph(paragraph) if paragraph.is_blank() => {
                let after_table = i > 0 && matches!(blocks[i - 1], Block::Table(_));
                let most = if matches!(blocks.get(i + 1), Some(Block::Table(_))) { 12.0 } else { 1.0 };
                let low = height(paragraph).is_some_and(|height| height <= most);
                ensure(after_table && low, || {
                    format!("an empty paragraph, block {i}: {:?}", paragraph.measures)
                })?;
            }
            Block::Paragraph(_) => {}
            Block::Table(table) => {
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    // A cell without text is one paragraph without text.
                    if !matches!(cell.blocks.as_slice(), [Block::Paragraph(only)] if only.is_blank()) {
                        empty(&cell.blocks)?;
                    }
                }
            }
        }
    }
    Ok(())
}

fn no_empty_paragraph(case: &Case) -> Outcome {
    case.docx.sections.iter().try_for_each(|section| empty(&section.blocks))
}

fn no_layout_by_hand(case: &Case) -> Outcome {
    for section in &case.docx.sections {
        for paragraph in paragraphs(&section.blocks) {
            let text = paragraph.text();
            let by_hand = text.contains('\t') || text.contains("  ") || text != text.trim_matches(' ');
            ensure(!by_hand && !paragraph.measures.tabs, || quoted(paragraph))?;
        }
    }
    Ok(())
}

fn no_false_lines(case: &Case) -> Outcome {
    let around = case.docx.sections.iter().flat_map(|section| paragraphs(&section.blocks));
    for paragraph in around {
        let text = plain(&paragraph.text());
        let underlined = paragraph.runs.iter().any(|run| run.letters.underline);
        let recipients = case.family == crate::families::Family::Party && text == "Nơi nhận:";
        ensure(!underlined || recipients, || format!("{} is underlined", quoted(paragraph)))?;
        ensure(!text.contains("__") && paragraph.borders.is_empty(), || quoted(paragraph))?;
    }
    Ok(())
}

/// Words that a number belongs to.
const BEFORE_NUMBERS: [&str; 3] = ["số", "ngày", "Điều"];

/// Whether a number of the text may part from the word that it belongs to.
fn parts(paragraph: &Paragraph) -> bool {
    let text = paragraph.text();
    let parts: Vec<&str> = text.split(' ').collect();
    parts.windows(2).any(|pair| {
        let word = pair[0].rsplit([NBSP, '(', '\n', '“']).next().unwrap_or_default();
        BEFORE_NUMBERS.contains(&word) && pair[1].starts_with(|c: char| c.is_ascii_digit())
    })
}

fn first_parted(paragraphs: &[&Paragraph]) -> Outcome {
    paragraphs.iter().find(|paragraph| parts(paragraph)).map_or(Ok(()), |paragraph| Err(quoted(paragraph)))
}

/// In whatever runs over several lines; number and date of the head stand on one.
fn bound(case: &Case) -> Outcome {
    case.docx.sections.iter().try_for_each(|section| first_parted(&direct(&section.blocks)))
}

fn bound_in_cells(case: &Case) -> Outcome {
    case.appendices().iter().try_for_each(|section| first_parted(&paragraphs(&section.blocks)))
}

fn marks_bound(case: &Case) -> Outcome {
    let (_, body) = case.bases_and_body()?;
    let parted = |paragraph: &&Paragraph| {
        let text = paragraph.text();
        let marked = !matches!(mark(&text), None | Some(Mark::Dash));
        marked && text.find(' ').is_some_and(|space| text.find(NBSP).is_none_or(|bound| space < bound))
    };
    body.into_iter().find(parted).map_or(Ok(()), |paragraph| Err(quoted(paragraph)))
}
