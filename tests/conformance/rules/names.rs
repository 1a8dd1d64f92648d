//! The left side of the head: names of the bodies, and the table around it all.

use ke_hoach::plan::lines;

use super::{
    Outcome, PARTY_GUIDE, Rule, a_part_of_its_text, capitals, centred, decree, drawn_well, ensure, looks,
    no_lonely_syllable, quoted, single_spacing,
};
use crate::anatomy::{Case, direct, ruled};
use crate::families::{ALL, BY_DECREE, PARTY, UNDER_MOTTO, YOUTH, body};
use crate::measure::plain;
use crate::package::{Paragraph, tables};

pub const RULES: &[Rule] = &[
    Rule::new(
        "the-thuc.md, mục 1 (bảng đầu trang)",
        "bảng không viền, cố định, rộng bằng vùng chữ",
        ALL,
        table,
    ),
    Rule::new("the-thuc.md, mục 1 (bảng)", "tblGrid, tblW và tcW khớp nhau", ALL, widths),
    Rule::new(
        decree!("mục II, khoản 2, điểm b"),
        "cơ quan chủ quản 12–13, in hoa, đứng",
        BY_DECREE,
        superior,
    ),
    Rule::new(PARTY_GUIDE, "cơ quan cấp trên 14, in hoa, không đậm", PARTY, superior),
    Rule::new(decree!("mục II, khoản 2, điểm b"), "cơ quan ban hành 12–13, in hoa, đậm", BY_DECREE, issuing),
    Rule::new(PARTY_GUIDE, "cơ quan ban hành 14, in hoa, đậm", PARTY, issuing),
    Rule::new(decree!("mục II, khoản 2, điểm a"), "tên cơ quan đầy đủ, đúng thứ tự", ALL, texts),
    Rule::new(decree!("mục II, khoản 2, điểm b"), "đường kẻ 1/3–1/2 dòng chữ, cân đối", UNDER_MOTTO, line),
    Rule::new(PARTY_GUIDE, "dưới tên cơ quan là dấu *, không đường kẻ", PARTY, star),
    Rule::new("Hướng dẫn của Đoàn (2013)", "dưới tên cơ quan là ***", YOUTH, star),
    Rule::new(decree!("mục II, khoản 2, điểm b"), "tên cơ quan cách nhau dòng đơn", ALL, single),
    Rule::new("the-thuc.md, mục 1 (tên dài)", "tên xuống dòng không để lẻ một âm tiết", ALL, syllables),
];

fn table(case: &Case) -> Outcome {
    let head = case.head()?;
    let table = head.table;
    let cells = || table.rows.iter().flat_map(|row| &row.cells);
    ensure(table.borders.is_empty() && cells().all(|cell| cell.borders.is_empty()), || {
        "it has borders".into()
    })?;
    ensure(table.fixed && table.indent == 0, || format!("fixed: {}, indent {}", table.fixed, table.indent))?;
    let room = case.main().page.room();
    ensure((table.width - room).abs() <= 1, || format!("{} wide between margins {room} apart", table.width))
}

/// Every table of the file, nested ones included.
fn widths(case: &Case) -> Outcome {
    for section in &case.docx.sections {
        for table in tables(&section.blocks) {
            let sum: i32 = table.grid.iter().sum();
            ensure(sum == table.width && table.fixed, || {
                format!("grid {:?}, width {}", table.grid, table.width)
            })?;
            for row in &table.rows {
                let cells: Vec<i32> = row.cells.iter().map(|cell| cell.width).collect();
                ensure(cells == table.grid, || format!("cells {cells:?}, grid {:?}", table.grid))?;
            }
            ensure(table.width <= section.page.room() + 1, || format!("{} wide", table.width))?;
        }
    }
    Ok(())
}

fn superior(case: &Case) -> Outcome {
    let head = case.head()?;
    head.superior.iter().try_for_each(|name| {
        looks(name, &case.family.numbers().superior)?;
        capitals(name)?;
        centred(name)
    })
}

fn issuing(case: &Case) -> Outcome {
    let head = case.head()?;
    ensure(!head.issuing.is_empty(), || "no issuing body".into())?;
    head.issuing.iter().try_for_each(|name| {
        looks(name, &case.family.numbers().issuing)?;
        capitals(name)?;
        centred(name)
    })
}

fn joined(paragraphs: &[&Paragraph]) -> String {
    plain(&paragraphs.iter().map(|paragraph| paragraph.text()).collect::<Vec<_>>().join(" "))
}

/// Without regard to where tone marks stand: ủy and uỷ are the same word.
pub fn same_words(one: &str, other: &str) -> bool {
    let neutral = |text: &str| {
        let pairs = [("ỦY", "UỶ"), ("HÒA", "HOÀ"), ("HÓA", "HOÁ"), ("KHÓA", "KHOÁ"), ("TÒA", "TOÀ")];
        pairs
            .into_iter()
            .fold(plain(text).to_uppercase(), |text, (first, second)| text.replace(first, second))
    };
    neutral(one) == neutral(other)
}

fn texts(case: &Case) -> Outcome {
    let issuer = &case.plan.issuer;
    let known = body(&issuer.kind);
    let typed_or = |typed: &str, pattern: &str| {
        let typed = lines(typed).collect::<Vec<_>>().join(" ");
        let filled = pattern.replace("{xã}", issuer.commune.trim()).replace("{tỉnh}", issuer.province.trim());
        if typed.is_empty() { filled } else { typed }
    };
    let (superior, issuing) = match (&known, issuer.kind.as_str()) {
        // The Front's standing body issues under the name of the committee.
        (Some(known), "mttq") => {
            let committee = typed_or(&issuer.issuing, known.superior);
            (
                format!("{} {committee}", typed_or(&issuer.superior, "")),
                typed_or(&issuer.standing, known.issuing),
            )
        }
        (Some(known), _) => {
            (typed_or(&issuer.superior, known.superior), typed_or(&issuer.issuing, known.issuing))
        }
        (None, _) if issuer.issuing.trim().is_empty() => return Ok(()),
        (None, _) if !issuer.standing.trim().is_empty() => (
            format!("{} {}", typed_or(&issuer.superior, ""), typed_or(&issuer.issuing, "")),
            typed_or(&issuer.standing, ""),
        ),
        (None, _) => return check_issuing_only(case, &typed_or(&issuer.issuing, "")),
    };
    let head = case.head()?;
    let shown = (joined(&head.superior), joined(&head.issuing));
    let same = same_words(&shown.0, &superior) && same_words(&shown.1, &issuing);
    ensure(same, || format!("{shown:?}, not {:?}", (superior, issuing)))
}

/// What follows for the superior of a kind without words of its own is not settled.
fn check_issuing_only(case: &Case, issuing: &str) -> Outcome {
    let shown = joined(&case.head()?.issuing);
    ensure(same_words(&shown, issuing), || format!("{shown:?}, not {issuing:?}"))
}

fn line(case: &Case) -> Outcome {
    let head = case.head()?;
    let all = ruled(&direct(&head.left.blocks));
    let [ruled] = all.as_slice() else { return Err(format!("{} lines", all.len())) };
    let last = head.issuing.last().ok_or("no issuing body")?;
    ensure(std::ptr::eq(ruled.above, *last), || format!("a line under {}", quoted(ruled.above)))?;
    let room = head.left.width - 2 * head.table.padding;
    drawn_well(ruled, room)?;
    a_part_of_its_text(ruled, &head.issuing, room)
}

fn star(case: &Case) -> Outcome {
    let head = case.head()?;
    ensure(ruled(&direct(&head.left.blocks)).is_empty(), || "a line under the name".into())?;
    let mark = head.mark.ok_or("no mark under the name")?;
    let expected = if case.family == crate::families::Family::Youth { "***" } else { "*" };
    ensure(mark.text().trim() == expected, || quoted(mark))?;
    centred(mark)
}

fn single(case: &Case) -> Outcome {
    let head = case.head()?;
    let names: Vec<_> = head.superior.iter().chain(&head.issuing).collect();
    names.iter().try_for_each(|name| single_spacing(name))?;
    let apart = names.windows(2).find(|pair| pair[0].measures.after.max(pair[1].measures.before) > 0);
    apart.map_or(Ok(()), |pair| Err(format!("space over {}", quoted(pair[1]))))
}

fn syllables(case: &Case) -> Outcome {
    let head = case.head()?;
    let room = head.left.width - 2 * head.table.padding;
    head.superior.iter().chain(&head.issuing).try_for_each(|name| no_lonely_syllable(name, room))
}
