//! What only some plans carry: marks under the number, who drafted it, the address.

use ke_hoach::plan::{Circulation, Urgency, lines};

use super::{Outcome, PARTY_GUIDE, Rule, capitals, centred, decree, ensure, looks, quoted};
use crate::anatomy::{Case, printed};
use crate::families::{ALL, BY_DECREE, Look, PARTY};
use crate::measure::{MM, plain};
use crate::package::{Block, Cell, Paragraph, Table, tables};

pub const RULES: &[Rule] = &[
    Rule::new("the-thuc.md, mục 1 (dự thảo)", "“Dự thảo lần n” nghiêng", BY_DECREE, draft),
    Rule::new(PARTY_GUIDE, "“Dự thảo lần n” 14 nghiêng", PARTY, draft),
    Rule::new(
        decree!("mục III, khoản 2, điểm b"),
        "KHẨN 20×8, THƯỢNG KHẨN 40×8, HỎA TỐC 30×8 mm",
        BY_DECREE,
        urgency,
    ),
    Rule::new(PARTY_GUIDE, "mức độ khẩn 14 in hoa, đậm, dưới số, không khung", PARTY, urgency),
    Rule::new(
        decree!("mục III, khoản 2, điểm c"),
        "phạm vi lưu hành 13–14 in hoa, đậm, có khung",
        BY_DECREE,
        circulation,
    ),
    Rule::new(PARTY_GUIDE, "phạm vi lưu hành 12 in hoa, đậm", PARTY, circulation),
    Rule::new(decree!("mục III, khoản 2"), "không có dấu thì không in dấu", ALL, no_other_marks),
    Rule::new(
        decree!("mục III, khoản 3"),
        "ký hiệu người soạn thảo 11 in hoa, dòng cuối nơi nhận",
        ALL,
        drafter,
    ),
    Rule::new(
        decree!("mục III, khoản 4"),
        "địa chỉ 11–12 ở chân trang 1, dưới đường kẻ hết chiều ngang",
        BY_DECREE,
        address,
    ),
    Rule::new(PARTY_GUIDE, "địa chỉ 10 ở chân trang 1, dưới đường kẻ hết chiều ngang", PARTY, address),
];

/// What stands under the number.
fn under_number(case: &Case) -> Result<(&Cell, Vec<&Paragraph>), String> {
    let head = case.head()?;
    let all = printed(&head.number_cell.blocks);
    let number = all.iter().position(|paragraph| std::ptr::eq(*paragraph, head.number));
    let below = all.into_iter().skip(number.map_or(0, |at| at + 1)).collect();
    Ok((head.number_cell, below))
}

fn draft(case: &Case) -> Outcome {
    let Some(round) = case.plan.markings.draft else { return Ok(()) };
    let (_, below) = under_number(case)?;
    let text = format!("Dự thảo lần {round}");
    let mark = below.into_iter().find(|paragraph| plain(&paragraph.text()) == text);
    let mark = mark.ok_or_else(|| format!("no «{text}»"))?;
    looks(mark, &case.family.numbers().draft)?;
    centred(mark)
}

const URGENT: &str = "KHẨN";
const VERY_URGENT: &str = "THƯỢNG KHẨN";
const IMMEDIATE: &str = "HỎA TỐC";

fn urgency(case: &Case) -> Outcome {
    let (text, width) = match case.plan.markings.urgency {
        Urgency::Ordinary => return Ok(()),
        Urgency::Urgent => (URGENT, 20.0),
        Urgency::VeryUrgent => (VERY_URGENT, 40.0),
        Urgency::Immediate => (IMMEDIATE, 30.0),
    };
    stamp(case, text, Some(width), &case.family.numbers().urgency)
}

fn circulation(case: &Case) -> Outcome {
    let text = match case.plan.markings.circulation {
        Circulation::Open => return Ok(()),
        Circulation::Return => "XEM XONG TRẢ LẠI",
        Circulation::Internal => "LƯU HÀNH NỘI BỘ",
    };
    stamp(case, text, None, &case.family.numbers().circulation)
}

fn is_stamp(text: &str, words: &str) -> bool {
    plain(text).replace("HOẢ", "HỎA") == words
}

/// A mark under the number: in a frame of lines 8 mm high, in the Party's family without one.
fn stamp(case: &Case, words: &str, width: Option<f32>, look: &Look) -> Outcome {
    let (cell, below) = under_number(case)?;
    let mark = below.into_iter().find(|paragraph| is_stamp(&paragraph.text(), words));
    let mark = mark.ok_or_else(|| format!("no «{words}»"))?;
    looks(mark, look)?;
    capitals(mark)?;
    centred(mark)?;
    let framed = tables(&cell.blocks);
    let framed =
        framed.into_iter().find(|table| printed_in(table).iter().any(|one| std::ptr::eq(*one, mark)));
    if PARTY.contains(&case.family) {
        return ensure(framed.is_none(), || format!("{} is framed", quoted(mark)));
    }
    let frame = framed.ok_or_else(|| format!("{} has no frame", quoted(mark)))?;
    let [row] = frame.rows.as_slice() else { return Err("a frame of several rows".into()) };
    let [inside] = row.cells.as_slice() else { return Err("a frame of several cells".into()) };
    let sides = ["top", "left", "bottom", "right"];
    let closed = |lines: &[String]| sides.iter().all(|side| lines.iter().any(|line| line == side));
    ensure(closed(&frame.borders) || closed(&inside.borders), || format!("{:?}", frame.borders))?;
    let millimetres = frame.width as f32 / MM;
    ensure(width.is_none_or(|width| (millimetres - width).abs() < 0.2), || format!("{millimetres} mm wide"))?;
    let height = row.height.map(|height| height as f32 / MM);
    ensure(height.is_some_and(|height| (height - 8.0).abs() < 0.2), || format!("{height:?} mm high"))?;
    ensure(frame.align == "center", || format!("the frame stands {}", frame.align))
}

fn printed_in(table: &Table) -> Vec<&Paragraph> {
    table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| printed(&cell.blocks)).collect()
}

fn no_other_marks(case: &Case) -> Outcome {
    let markings = &case.plan.markings;
    let planned = usize::from(markings.draft.is_some())
        + usize::from(markings.urgency != Urgency::Ordinary)
        + usize::from(markings.circulation != Circulation::Open);
    let (_, below) = under_number(case)?;
    ensure(below.len() == planned, || format!("{planned} marks, {} paragraphs", below.len()))
}

fn drafter(case: &Case) -> Outcome {
    let markings = &case.plan.markings;
    let code = markings.drafter.trim().trim_end_matches('.').to_uppercase();
    let expected = match (code.as_str(), markings.copies) {
        ("", None) => return Ok(()),
        (code, None) => code.to_owned(),
        ("", Some(copies)) => format!("({copies})"),
        (code, Some(copies)) => format!("{code}.({copies})"),
    };
    let left = case.ending()?.left;
    let last = left.last().ok_or("no recipients")?;
    ensure(plain(&last.text()) == expected, || format!("{}, not {expected}", quoted(last)))?;
    looks(last, &Look::upright(11.0, 11.0))
}

fn address(case: &Case) -> Outcome {
    let planned: Vec<&str> = lines(&case.plan.markings.address).collect();
    for (i, section) in case.docx.sections.iter().enumerate() {
        for (kind, blocks) in &section.footers {
            let expected: &[&str] = if i == 0 && kind == "first" { &planned } else { &[] };
            let shown: Vec<String> = printed(blocks).iter().map(|line| plain(&line.text())).collect();
            ensure(shown == expected, || format!("foot of section {}, {kind}: {shown:?}", i + 1))?;
        }
    }
    if planned.is_empty() {
        return Ok(());
    }
    let foot = case.main().footers.get("first").ok_or("no foot of page 1")?;
    for line in printed(foot) {
        looks(line, &case.family.numbers().address)?;
    }
    under_a_full_line(foot, case.main().page.room())
}

/// A line from margin to margin over the text: a border, or drawn.
fn under_a_full_line(foot: &[Block], room: i32) -> Outcome {
    for block in foot {
        let (bordered, text, full) = match block {
            Block::Paragraph(paragraph) => {
                let measures = &paragraph.measures;
                let drawn = paragraph.drawn.iter().any(|line| (line.length - room as f32 / 20.0).abs() < 0.5);
                let bordered = paragraph.borders.iter().any(|side| side == "top");
                (
                    bordered || drawn,
                    !paragraph.text().trim().is_empty(),
                    measures.left == 0 && measures.right == 0,
                )
            }
            Block::Table(table) => {
                (table.borders.iter().any(|side| side == "top"), true, (table.width - room).abs() <= 1)
            }
        };
        if bordered {
            return ensure(full, || "the line is not as wide as the text".into());
        }
        if text {
            break;
        }
    }
    Err("no line over the address".into())
}
