//! The right side of the head, and number and date.

use super::{
    Outcome, PARTY_GUIDE, Rule, as_long_as_its_text, capitals, centred, decree, drawn_well, ensure, level,
    looks, on_one_line, quoted, single_spacing,
};
use crate::anatomy::{Case, Head, direct, ruled};
use crate::families::{ALL, BY_DECREE, Family, Look, PARTY, UNDER_MOTTO, YOUTH, body};
use crate::measure::{NBSP, plain};
use crate::package::{Cell, Paragraph};

pub const RULES: &[Rule] = &[
    Rule::new(decree!("mục II, khoản 1, điểm a"), "Quốc hiệu 12–13, in hoa, đứng, đậm", UNDER_MOTTO, emblem),
    Rule::new(decree!("mục II, khoản 1, điểm b"), "Tiêu ngữ 13–14, in thường, đứng, đậm", UNDER_MOTTO, motto),
    Rule::new(decree!("mục II, khoản 1, điểm b"), "đường kẻ dài bằng dòng Tiêu ngữ", UNDER_MOTTO, line),
    Rule::new(
        decree!("mục II, khoản 1, điểm c"),
        "Quốc hiệu, Tiêu ngữ cách nhau dòng đơn",
        UNDER_MOTTO,
        single,
    ),
    Rule::new(
        decree!("mục V, ghi chú 1"),
        "Quốc hiệu 13 thì Tiêu ngữ, ngày 14; 12 thì 13",
        UNDER_MOTTO,
        pairing,
    ),
    Rule::new(PARTY_GUIDE, "tiêu đề ĐẢNG CỘNG SẢN VIỆT NAM 15, đứng, đậm", PARTY, party_title),
    Rule::new(PARTY_GUIDE, "đường kẻ dài bằng tiêu đề", PARTY, line),
    Rule::new("Hướng dẫn của Đoàn (2013)", "ĐOÀN TNCS HỒ CHÍ MINH 15, đậm", YOUTH, youth_title),
    Rule::new("Hướng dẫn của Đoàn (2013)", "đường kẻ dài bằng tiêu đề", YOUTH, line),
    Rule::new(decree!("mục II, khoản 3, điểm c"), "Số: 13 đứng, canh giữa", BY_DECREE, number_look),
    Rule::new(PARTY_GUIDE, "Số 14 đứng, canh giữa", PARTY, number_look),
    Rule::new(decree!("mục II, khoản 3, điểm c"), "viết số và ký hiệu, không cách chữ", ALL, number),
    Rule::new(
        decree!("mục II, khoản 4, điểm c"),
        "địa danh, ngày 13–14 nghiêng, canh giữa",
        BY_DECREE,
        date_look,
    ),
    Rule::new(PARTY_GUIDE, "địa danh, ngày 14 nghiêng, canh giữa", PARTY, date_look),
    Rule::new(decree!("mục II, khoản 4, điểm c"), "địa danh, ngày trên một dòng", ALL, date_line),
    Rule::new(decree!("mục II, khoản 4, điểm b"), "ngày nhỏ hơn 10 và tháng 1, 2 thêm số 0", ALL, date),
    Rule::new(
        decree!("mục II, khoản 4, điểm c"),
        "số, ký hiệu và địa danh, ngày cùng một dòng",
        ALL,
        same_row,
    ),
];

fn room(cell: &Cell, head: &Head) -> i32 {
    cell.width - 2 * head.table.padding
}

/// The title on the right: these words, this look, one line.
fn title(case: &Case, words: &str, look: Look) -> Outcome {
    let head = case.head()?;
    let text = head.emblem.text().replace("HOÀ", "HÒA");
    ensure(text == words, || quoted(head.emblem))?;
    looks(head.emblem, &look)?;
    centred(head.emblem)?;
    capitals(head.emblem)?;
    on_one_line(head.emblem, room(head.right, &head))
}

fn emblem(case: &Case) -> Outcome {
    title(case, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Look::upright(12.0, 13.0).bold())
}

fn party_title(case: &Case) -> Outcome {
    title(case, "ĐẢNG CỘNG SẢN VIỆT NAM", Look::upright(15.0, 15.0).bold())?;
    ensure(case.head()?.motto.is_none(), || "Tiêu ngữ in a document of the Party".into())
}

fn youth_title(case: &Case) -> Outcome {
    title(case, "ĐOÀN TNCS HỒ CHÍ MINH", Look::upright(15.0, 15.0).bold())
}

fn motto(case: &Case) -> Outcome {
    let head = case.head()?;
    let motto = head.motto.ok_or("no Tiêu ngữ")?;
    // Hyphen-minus with a space on either side.
    ensure(plain(&motto.text()) == "Độc lập - Tự do - Hạnh phúc", || quoted(motto))?;
    looks(motto, &Look::upright(13.0, 14.0).bold())?;
    centred(motto)?;
    on_one_line(motto, room(head.right, &head))
}

fn line(case: &Case) -> Outcome {
    let head = case.head()?;
    let all = ruled(&direct(&head.right.blocks));
    let [ruled] = all.as_slice() else { return Err(format!("{} lines", all.len())) };
    let last = head.motto.unwrap_or(head.emblem);
    ensure(std::ptr::eq(ruled.above, last), || format!("a line under {}", quoted(ruled.above)))?;
    drawn_well(ruled, room(head.right, &head))?;
    as_long_as_its_text(ruled)
}

fn single(case: &Case) -> Outcome {
    let head = case.head()?;
    let motto = head.motto.ok_or("no Tiêu ngữ")?;
    single_spacing(head.emblem)?;
    single_spacing(motto)?;
    let between = head.emblem.measures.after.max(motto.measures.before);
    ensure(between == 0, || format!("{between} twips between them"))
}

fn size(paragraph: &Paragraph) -> f32 {
    paragraph.runs.first().map_or(0.0, |run| run.letters.size)
}

fn pairing(case: &Case) -> Outcome {
    let head = case.head()?;
    let sizes = (size(head.emblem), head.motto.map_or(0.0, size), size(head.date));
    ensure(sizes == (13.0, 14.0, 14.0) || sizes == (12.0, 13.0, 13.0), || format!("{sizes:?}"))?;
    let chosen = case.setting("header-size").and_then(|size| size.parse::<f32>().ok());
    ensure(chosen.is_none_or(|size| size == sizes.0), || format!("{sizes:?}, chosen {chosen:?}"))
}

fn number_look(case: &Case) -> Outcome {
    let head = case.head()?;
    looks(head.number, &case.family.numbers().number)?;
    centred(head.number)?;
    on_one_line(head.number, room(head.number_cell, &head))
}

fn number(case: &Case) -> Outcome {
    let head = case.head()?;
    let text = head.number.text();
    let symbol = match (case.plan.symbol.trim(), body(&case.plan.issuer.kind)) {
        ("", Some(body)) => body.symbol.to_owned(),
        ("", None) => return Ok(()),
        (typed, _) => typed.to_owned(),
    };
    let word = if case.family == Family::Party { "Số" } else { "Số:" };
    // The Party and Đoàn put the kind of document behind a hyphen: 05-KH/ĐU.
    let link = if UNDER_MOTTO.contains(&case.family) { "/" } else { "-" };
    let rest = text.strip_prefix(word).ok_or_else(|| quoted(head.number))?;
    let rest = rest.strip_prefix([' ', NBSP]).ok_or_else(|| quoted(head.number))?;
    let written = rest.strip_suffix(&format!("{link}{symbol}"));
    let written = written.ok_or_else(|| format!("{}, not …{link}{symbol}", quoted(head.number)))?;
    let typed = case.plan.number.trim();
    if typed.is_empty() {
        // Three letters wide: room to write by hand.
        let blanks = written.chars().filter(|c| *c == NBSP).count();
        return ensure(blanks >= 4 && blanks == written.chars().count(), || quoted(head.number));
    }
    let expected = match typed.parse::<u32>() {
        Ok(small @ 0..=9) => format!("0{small}"),
        _ => typed.to_owned(),
    };
    ensure(written == expected, || format!("{}, not {expected}", quoted(head.number)))
}

fn date_look(case: &Case) -> Outcome {
    let head = case.head()?;
    looks(head.date, &case.family.numbers().date)?;
    centred(head.date)
}

fn date_line(case: &Case) -> Outcome {
    let head = case.head()?;
    on_one_line(head.date, room(head.date_cell, &head))
}

fn date(case: &Case) -> Outcome {
    let head = case.head()?;
    let text = head.date.text();
    let (place, date) =
        text.split_once(", ").or(text.split_once(",\u{a0}")).ok_or_else(|| quoted(head.date))?;
    let wrong = || quoted(head.date);
    ensure(place.chars().next().is_some_and(|first| first.is_uppercase() || first == '('), wrong)?;
    // Whatever parts the words may be a space that does not break.
    let words: Vec<&str> = date.split([' ', NBSP]).filter(|word| !word.is_empty()).collect();
    let part = |value: Option<u16>, small: u16| {
        value.map(|value| if value < small { format!("0{value}") } else { value.to_string() })
    };
    let planned = &case.plan.date;
    let expected: Vec<String> = [
        ("ngày", part(planned.day.map(u16::from), 10)),
        ("tháng", part(planned.month.map(u16::from), 3)),
        ("năm", part(planned.year, 0)),
    ]
    .into_iter()
    .flat_map(|(word, value)| std::iter::once(word.to_owned()).chain(value))
    .collect();
    ensure(words == expected, || format!("{}, not {expected:?}", quoted(head.date)))?;
    // What is blank keeps its room, which no line may end in.
    for (word, value) in [("ngày", planned.day), ("tháng", planned.month)] {
        if value.is_none() {
            let after = date.split(word).nth(1).unwrap_or_default();
            let room = after.chars().take_while(|c| [' ', NBSP].contains(c)).count();
            ensure(room >= 4, || format!("{}: no room after {word}", quoted(head.date)))?;
        }
    }
    Ok(())
}

/// First paragraphs of cells of one row: nothing over one can push it down alone.
fn same_row(case: &Case) -> Outcome {
    let head = case.head()?;
    for (cell, what) in [(head.number_cell, head.number), (head.date_cell, head.date)] {
        let first = direct(&cell.blocks).into_iter().next();
        ensure(first.is_some_and(|first| std::ptr::eq(first, what)), || {
            format!("{} is not first", quoted(what))
        })?;
    }
    level(head.number, head.date)
}
