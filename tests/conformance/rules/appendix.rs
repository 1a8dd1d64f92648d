//! Appendices and their tables of tasks.

use ke_hoach::plan::TableSource;

use super::{
    Outcome, PARTY_GUIDE, Rule, capitals, centred, decree, drawn_well, ensure, looks, no_lonely_syllable,
    quoted,
};
use crate::anatomy::{Case, direct, printed, ruled};
use crate::families::{ALL, BY_DECREE, PARTY};
use crate::measure::{lines, plain, width_in};
use crate::package::{Block, Cell, Row, Section, Table};

pub const RULES: &[Rule] = &[
    Rule::new(decree!("mục III, khoản 1, điểm b"), "“Phụ lục” 14, đứng, đậm, giữa", BY_DECREE, label),
    Rule::new(PARTY_GUIDE, "“Phụ lục” 14–15, đứng, đậm, giữa", PARTY, label),
    Rule::new(decree!("mục III, khoản 1, điểm a"), "từ hai phụ lục trở lên thì đánh số La Mã", ALL, numbers),
    Rule::new(decree!("mục III, khoản 1, điểm b"), "tên phụ lục 13–14, in hoa, đứng, đậm, giữa", ALL, title),
    Rule::new(decree!("mục III, khoản 1, điểm c"), "chỉ dẫn 13–14, in thường, nghiêng, giữa", ALL, reference),
    Rule::new(
        decree!("mục III, khoản 1, điểm c"),
        "chỉ dẫn ghi số, ngày, tên cơ quan đúng cách viết",
        ALL,
        refers,
    ),
    Rule::new(decree!("Mẫu 2.1"), "dưới chỉ dẫn có đường kẻ", ALL, line),
    Rule::new("the-thuc.md, mục 6", "dòng đầu bảng lặp lại ở mỗi trang, dòng không cắt trang", ALL, rows),
    Rule::new("the-thuc.md, mục 5.10", "bảng phân công có viền, cột vừa chữ, vừa trang", ALL, columns),
];

/// Each appendix: its place, its section, its table.
fn each(case: &Case, check: impl Fn(usize, &Section) -> Outcome) -> Outcome {
    let numbered = case.appendices().iter().enumerate();
    numbered
        .into_iter()
        .try_for_each(|(i, section)| check(i, section).map_err(|why| format!("appendix {}: {why}", i + 1)))
}

fn label(case: &Case) -> Outcome {
    each(case, |_, section| {
        let all = printed(&section.blocks);
        let label = all.first().ok_or("it is empty")?;
        ensure(label.text().starts_with("Phụ lục"), || quoted(label))?;
        looks(label, &case.family.numbers().appendix_label)?;
        centred(label)
    })
}

fn numbers(case: &Case) -> Outcome {
    let several = case.plan.appendices.len() > 1;
    each(case, |i, section| {
        let label = printed(&section.blocks).first().map(|label| plain(&label.text())).unwrap_or_default();
        let roman = ["I", "II", "III", "IV", "V"].get(i).copied().unwrap_or("VI");
        let expected = if several { format!("Phụ lục {roman}") } else { "Phụ lục".to_owned() };
        ensure(label == expected, || format!("«{label}», not «{expected}»"))
    })
}

/// The paragraphs between the label and the reference.
fn title(case: &Case) -> Outcome {
    each(case, |i, section| {
        let all = direct(&section.blocks);
        let texts: Vec<_> = all.into_iter().filter(|line| !line.text().trim().is_empty()).collect();
        let reference =
            texts.iter().position(|line| line.text().starts_with("(Kèm theo")).ok_or("no reference")?;
        let titles = texts.get(1..reference).unwrap_or_default();
        let planned = plain(&case.plan.appendices[i].title).to_uppercase();
        let shown = plain(&titles.iter().map(|line| line.text()).collect::<Vec<_>>().join(" "));
        ensure(planned.is_empty() || shown == planned, || format!("«{shown}», not {planned}"))?;
        titles.iter().try_for_each(|line| {
            looks(line, &case.family.numbers().appendix_title)?;
            capitals(line)?;
            centred(line)?;
            no_lonely_syllable(line, section.page.room())
        })
    })
}

fn reference(case: &Case) -> Outcome {
    each(case, |_, section| {
        let all = direct(&section.blocks);
        let line = all.into_iter().find(|line| line.text().starts_with("(Kèm theo")).ok_or("no reference")?;
        looks(line, &case.family.numbers().appendix_reference)?;
        centred(line)?;
        no_lonely_syllable(line, section.page.room())?;
        ensure(line.text().ends_with(')'), || quoted(line))
    })
}

fn refers(case: &Case) -> Outcome {
    let head = case.head()?;
    let number = plain(head.number.text().trim_start_matches("Số").trim_start_matches(':'));
    let date = plain(head.date.text().rsplit_once("ngày").map_or("", |(_, date)| date));
    each(case, |_, section| {
        let all = direct(&section.blocks);
        let line = all.into_iter().find(|line| line.text().starts_with("(Kèm theo")).ok_or("no reference")?;
        let text = plain(&line.text());
        let expected = format!("(Kèm theo Kế hoạch số {number} ngày {date} của ");
        let body =
            text.strip_prefix(&expected).ok_or_else(|| format!("{}, not {expected}…", quoted(line)))?;
        let body = body.trim_end_matches(')');
        // A name inside a sentence has capitals where Phụ lục II wants them, not everywhere. A name
        // of one or two short words may be an abbreviation.
        let shouted =
            body.split(' ').filter(|word| word.chars().count() > 1 && *word == word.to_uppercase()).count();
        ensure(!body.is_empty() && shouted < 3, || format!("the body in {}", quoted(line)))
    })
}

fn line(case: &Case) -> Outcome {
    each(case, |_, section| {
        let all = ruled(&direct(&section.blocks));
        let [ruled] = all.as_slice() else { return Err(format!("{} lines", all.len())) };
        ensure(ruled.above.text().starts_with("(Kèm theo"), || quoted(ruled.above))?;
        drawn_well(ruled, section.page.room())
    })
}

/// The tables of an appendix.
fn tables_of(section: &Section) -> Vec<&Table> {
    let tables = section.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        Block::Paragraph(_) => None,
    });
    tables.collect()
}

fn rows(case: &Case) -> Outcome {
    each(case, |i, section| {
        let tables = tables_of(section);
        let planned = usize::from(case.plan.appendices[i].table != TableSource::None);
        ensure(tables.len() == planned, || format!("{} tables", tables.len()))?;
        for table in tables {
            let heads: Vec<bool> = table.rows.iter().map(|row| row.header).collect();
            let first_only = heads.iter().enumerate().all(|(at, head)| *head == (at == 0));
            ensure(first_only, || format!("heads: {heads:?}"))?;
            let cut = table.rows.iter().position(|row| !row.cant_split && fits_a_page(row, table, section));
            ensure(cut.is_none(), || format!("row {cut:?} may be cut"))?;
        }
        Ok(())
    })
}

/// Whether a page has room for a row; one that is higher has to be cut.
fn fits_a_page(row: &Row, table: &Table, section: &Section) -> bool {
    let height = |cell: &Cell| -> f32 {
        let room = cell.width - 2 * table.padding;
        let each = printed(&cell.blocks).into_iter().map(|paragraph| {
            let size = paragraph.runs.first().map_or(0.0, |run| run.letters.size);
            let around = paragraph.measures.before + paragraph.measures.after;
            lines(paragraph, room).len() as f32 * size * 1.15 + around as f32 / 20.0
        });
        each.sum()
    };
    let page = (section.page.height - section.page.top - section.page.bottom) as f32 / 20.0;
    row.cells.iter().map(height).fold(0.0, f32::max) < page * 0.9
}

fn columns(case: &Case) -> Outcome {
    each(case, |_, section| {
        for table in tables_of(section) {
            let all = ["top", "left", "bottom", "right", "insideH", "insideV"];
            let lines = all.iter().all(|side| table.borders.iter().any(|line| line == side));
            ensure(lines, || format!("borders {:?}", table.borders))?;
            let room = section.page.room();
            ensure((table.width - room).abs() <= 1, || {
                format!("{} wide between margins {room} apart", table.width)
            })?;
            for cell in table.rows.iter().flat_map(|row| &row.cells) {
                let inside = (cell.width - 2 * table.padding) as f32 / 20.0;
                for paragraph in printed(&cell.blocks) {
                    let text = paragraph.text();
                    let wide = text.split(' ').find(|word| width_in(paragraph, word) > inside);
                    ensure(wide.is_none(), || format!("{wide:?} does not fit into {inside} pt"))?;
                }
            }
            for paragraph in table.rows[0].cells.iter().flat_map(|cell| printed(&cell.blocks)) {
                let bold = paragraph.runs.iter().all(|run| run.letters.bold);
                ensure(bold && paragraph.measures.align == "center", || quoted(paragraph))?;
            }
        }
        Ok(())
    })
}
