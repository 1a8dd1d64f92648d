//! Recipients and signature.

use ke_hoach::plan::{SigningForm, lines};

use super::names::same_words;
use super::{
    Outcome, PARTY_GUIDE, Rule, capitals, centred, decree, ensure, level, looks, no_lonely_syllable, quoted,
};
use crate::anatomy::Case;
use crate::families::{ALL, BY_DECREE, Family, PARTY, UNDER_MOTTO, body, signing};
use crate::measure::{self, plain};
use crate::package::{Paragraph, paragraphs};

pub const RULES: &[Rule] = &[
    Rule::new(
        "the-thuc.md, mục 1 (bảng ký)",
        "nơi nhận và chữ ký trong một dòng không cắt trang",
        ALL,
        one_row,
    ),
    Rule::new("the-thuc.md, mục 6", "ít nhất hai dòng nội dung đi cùng chữ ký", ALL, two_lines),
    Rule::new(
        decree!("mục II, khoản 7, điểm đ"),
        "quyền hạn, chức vụ, họ tên 13–14, đứng, đậm",
        BY_DECREE,
        signer,
    ),
    Rule::new(PARTY_GUIDE, "quyền hạn đậm 14, chức vụ không đậm 14, họ tên đậm 14", PARTY, signer),
    Rule::new(decree!("mục II, khoản 7, điểm b"), "TM., KT., TL., TUQ., Q. theo hình thức ký", ALL, codes),
    Rule::new(PARTY_GUIDE, "T/M, K/T, T/L; không lẫn TM., KT., TL.", ALL, own_codes),
    Rule::new(decree!("mục II, khoản 7, điểm c"), "họ tên chữ thường, có chỗ ký", ALL, name),
    Rule::new(
        decree!("mục II, khoản 9, điểm d"),
        "“Nơi nhận:” 12 nghiêng, đậm, sát lề trái",
        BY_DECREE,
        recipients,
    ),
    Rule::new(PARTY_GUIDE, "“Nơi nhận:” 14 gạch chân, sát lề trái", PARTY, recipients),
    Rule::new(decree!("mục II, khoản 9, điểm d"), "mỗi nơi một dòng, có -, cuối ; dòng cuối .", ALL, list),
    Rule::new(decree!("mục II, khoản 9, điểm d"), "dòng cuối - Lưu: VT, …", UNDER_MOTTO, retention),
    Rule::new(PARTY_GUIDE, "dòng cuối - Lưu …, không dấu hai chấm, không VT", PARTY, retention),
];

fn one_row(case: &Case) -> Outcome {
    let ending = case.ending()?;
    let table = ending.table;
    ensure(table.rows[0].cant_split, || "its row may be cut".into())?;
    ensure(table.borders.is_empty() && table.indent == 0, || {
        format!("{:?}, {}", table.borders, table.indent)
    })?;
    let room = case.main().page.room();
    ensure((table.width - room).abs() <= 1, || format!("{} wide, not {room}", table.width))
}

/// From the end of the text back, paragraphs hold on to what follows until two lines are together.
fn two_lines(case: &Case) -> Outcome {
    let room = case.main().page.room();
    let mut held = 0;
    for paragraph in case.text()?.into_iter().rev() {
        if held >= 2 {
            break;
        }
        ensure(paragraph.measures.keep_next, || {
            format!("{held} lines go with the signature, then {}", quoted(paragraph))
        })?;
        held += measure::lines(paragraph, room).len();
    }
    Ok(())
}

/// Lines of the signature over the name; the name.
fn lines_and_name(case: &Case) -> Result<(Vec<&Paragraph>, &Paragraph), String> {
    let mut right = case.ending()?.right;
    let name = right.pop().ok_or("nobody signs")?;
    Ok((right, name))
}

fn is_authority(text: &str, family: Family) -> bool {
    // The code of an acting head stands before a title.
    let codes = &family.numbers().codes[..4];
    codes.iter().any(|code| !code.is_empty() && text.starts_with(code))
}

fn signer(case: &Case) -> Outcome {
    let numbers = case.family.numbers();
    let (lines, name) = lines_and_name(case)?;
    looks(name, &numbers.signer_name)?;
    centred(name)?;
    let room = case.ending()?.table.grid.last().copied().unwrap_or(0);
    // A long authority goes on in further paragraphs: everything down to the last code is authority.
    let last_code =
        lines.iter().rposition(|line| is_authority(&line.text().replace('\u{a0}', " "), case.family));
    for (i, line) in lines.iter().enumerate() {
        let authority = last_code.is_some_and(|last| i <= last);
        looks(line, if authority { &numbers.authority } else { &numbers.signer_title })?;
        capitals(line)?;
        centred(line)?;
        no_lonely_syllable(line, room)?;
    }
    ensure(!lines.is_empty(), || "no title over the name".into())
}

fn codes(case: &Case) -> Outcome {
    let signature = &case.plan.signature;
    let Some(known) = body(&case.plan.issuer.kind).filter(|_| signature.authority.trim().is_empty()) else {
        return Ok(());
    };
    let Some(expected) = signing(&known, signature.form, case.family) else { return Ok(()) };
    let (shown, _) = lines_and_name(case)?;
    let shown = shown.iter().map(|line| plain(&line.text())).collect::<Vec<_>>().join("/");
    // A typed title stands in the place of the last line; where one signs by order it is unknown else.
    let typed = lines(&signature.title).collect::<Vec<_>>().join("/").to_uppercase();
    let (authority, title) = expected.rsplit_once('/').unwrap_or(("", &expected));
    let title = if typed.is_empty() { title } else { &typed };
    let expected = if authority.is_empty() { title.to_owned() } else { format!("{authority}/{title}") };
    let fits = match signature.form {
        // An acting head may sign for the collective as well.
        SigningForm::Acting => shown.ends_with(&expected),
        _ if title.is_empty() => shown.starts_with(&expected),
        // A long title may go on in a second paragraph.
        _ => same_words(&shown.replace('/', " "), &expected.replace('/', " ")),
    };
    ensure(fits, || format!("{:?}: {shown}, not {expected}", signature.form))
}

fn own_codes(case: &Case) -> Outcome {
    let foreign: &[&str] = match case.family {
        Family::Party => &["TM. ", "KT. ", "TL. ", "TUQ. "],
        _ => &["T/M ", "K/T ", "T/L "],
    };
    let (lines, _) = lines_and_name(case)?;
    for line in lines {
        let text = line.text().replace('\u{a0}', " ");
        ensure(!foreign.iter().any(|code| text.contains(code)), || quoted(line))?;
    }
    Ok(())
}

fn name(case: &Case) -> Outcome {
    let (_, name) = lines_and_name(case)?;
    let planned = plain(&case.plan.signature.name);
    ensure(planned.is_empty() || plain(&name.text()) == planned, || quoted(name))?;
    super::small_letters(name)?;
    // A signature takes three lines at least.
    ensure(name.measures.before >= 800, || format!("{} twips to sign in", name.measures.before))
}

fn recipients(case: &Case) -> Outcome {
    let ending = case.ending()?;
    let first = ending.left.first().ok_or("no recipients")?;
    ensure(plain(&first.text()) == "Nơi nhận:", || quoted(first))?;
    looks(first, &case.family.numbers().recipients)?;
    flush_left(first)?;
    // The first lines of both sides are those of their cells.
    for cell in &ending.table.rows[0].cells {
        let all = paragraphs(&cell.blocks);
        ensure(all.first().is_some_and(|first| !first.is_blank()), || {
            "something over the first line".into()
        })?;
    }
    let signature = ending.right.first().ok_or("nobody signs")?;
    level(first, signature)
}

fn flush_left(paragraph: &Paragraph) -> Outcome {
    let measures = &paragraph.measures;
    let edge = measures.left + measures.first_line.min(0);
    ensure(measures.align == "left" && edge == 0, || format!("{}: {measures:?}", quoted(paragraph)))
}

/// The list of recipients, without who drafted the plan.
fn listed(case: &Case) -> Result<Vec<&Paragraph>, String> {
    let left = case.ending()?.left;
    Ok(left.into_iter().skip(1).filter(|line| plain(&line.text()).starts_with('-')).collect())
}

fn list(case: &Case) -> Outcome {
    let all = listed(case)?;
    let planned = case.plan.recipients.iter().filter(|row| !row.name.trim().is_empty()).count();
    ensure(all.len() == planned + 1, || format!("{} lines for {planned} recipients", all.len()))?;
    let chosen = match case.setting("recipient-end") {
        Some(",") if case.family == Family::Party => ',',
        _ => ';',
    };
    for (i, line) in all.iter().enumerate() {
        looks(line, &case.family.numbers().recipient_list)?;
        flush_left(line)?;
        let end = if i + 1 == all.len() { '.' } else { chosen };
        let text = plain(&line.text());
        let rest = text.strip_prefix("- ").and_then(|rest| rest.strip_suffix(end));
        let clean = rest.is_some_and(|rest| !rest.ends_with([';', ',', '.', ' ']));
        ensure(clean, || format!("{} does not end in one {end:?}", quoted(line)))?;
    }
    Ok(())
}

fn retention(case: &Case) -> Outcome {
    let all = listed(case)?;
    let last = all.last().ok_or("no recipients")?;
    let text = plain(&last.text());
    // What a plan types is its own.
    if lines(&case.plan.retention).next().is_some() {
        return ensure(text.starts_with("- Lưu"), || quoted(last));
    }
    let fits = match case.family {
        Family::Party => text.starts_with("- Lưu ") && !text.contains(':') && !text.contains("VT"),
        _ => text.starts_with("- Lưu: VT"),
    };
    ensure(fits && text.ends_with('.'), || quoted(last))
}
