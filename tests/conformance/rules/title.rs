//! Tên loại, trích yếu and căn cứ.

use ke_hoach::plan::lines;

use super::{
    Outcome, PARTY_GUIDE, Rule, a_part_of_its_text, capitals, centred, decree, drawn_well, ensure, looks,
    no_lonely_syllable, quoted, small_letters,
};
use crate::anatomy::Case;
use crate::families::{ALL, BY_DECREE, Family, PARTY};
use crate::measure::plain;
use crate::package::Paragraph;

pub const RULES: &[Rule] = &[
    Rule::new(
        decree!("mục II, khoản 5, điểm b"),
        "tên loại 13–14, in hoa, đứng, đậm, giữa",
        BY_DECREE,
        title,
    ),
    Rule::new(PARTY_GUIDE, "tên loại 15–16, in hoa, đứng, đậm, giữa", PARTY, title),
    Rule::new(decree!("mục II, khoản 5, điểm b"), "trích yếu 13–14, đứng, đậm, giữa", BY_DECREE, subject),
    Rule::new(PARTY_GUIDE, "trích yếu 14–15, đứng, đậm, giữa", PARTY, subject),
    Rule::new(PARTY_GUIDE, "trích yếu bắt đầu bằng chữ thường", PARTY, small_first),
    Rule::new(
        decree!("mục II, khoản 5, điểm b"),
        "đường kẻ 1/3–1/2 dòng trích yếu, cân đối",
        ALL,
        under_subject,
    ),
    Rule::new(
        decree!("mục II, khoản 5, điểm b"),
        "tên loại, trích yếu liền nhau trên một trang",
        ALL,
        together,
    ),
    Rule::new("the-thuc.md, mục 1 (trích yếu dài)", "trích yếu không để lẻ một âm tiết", ALL, syllables),
    Rule::new(decree!("mục II, khoản 6, điểm a"), "căn cứ 13–14, in thường, nghiêng", BY_DECREE, basis_look),
    Rule::new(PARTY_GUIDE, "căn cứ 14–15, đứng, có gạch đầu dòng", PARTY, basis_look),
    Rule::new(decree!("mục II, khoản 6, điểm a"), "mỗi căn cứ một đoạn, cuối ; dòng cuối .", ALL, basis_ends),
];

fn title(case: &Case) -> Outcome {
    let found = case.title()?;
    let planned = plain(&lines(&case.plan.title).collect::<Vec<_>>().join(" "));
    let expected = if planned.is_empty() { "KẾ HOẠCH".to_owned() } else { planned.to_uppercase() };
    let shown = plain(&found.title.iter().map(|line| line.text()).collect::<Vec<_>>().join(" "));
    ensure(shown == expected, || format!("«{shown}», not {expected}"))?;
    found.title.iter().chain(&found.body).try_for_each(|line| {
        looks(line, &case.family.numbers().title)?;
        capitals(line)?;
        centred(line)
    })
}

fn words(paragraphs: &[&Paragraph]) -> String {
    plain(&paragraphs.iter().map(|paragraph| paragraph.text()).collect::<Vec<_>>().join(" "))
}

fn subject(case: &Case) -> Outcome {
    let subject = case.title()?.subject;
    let planned = plain(&case.plan.subject);
    ensure(planned.is_empty() || words(&subject) == planned, || format!("«{}»", words(&subject)))?;
    ensure(!subject.is_empty(), || "no subject".into())?;
    subject.iter().try_for_each(|line| {
        looks(line, &case.family.numbers().subject)?;
        small_letters(line)?;
        centred(line)
    })
}

fn small_first(case: &Case) -> Outcome {
    let words = words(&case.title()?.subject);
    // A name keeps its capital: what was typed with one is not looked at.
    let typed_small = case.plan.subject.chars().next().is_some_and(char::is_lowercase);
    ensure(!typed_small || words.starts_with(char::is_lowercase), || words.clone())
}

fn under_subject(case: &Case) -> Outcome {
    let found = case.title()?;
    let by_text = case.family == Family::Party || case.setting("subject-mark") == Some("text");
    // Only the Front leaves the choice.
    if by_text && matches!(case.family, Family::Party | Family::Front | Family::Youth) {
        let mark = found.mark.ok_or("no ----- under the subject")?;
        ensure(mark.text() == "-----" && found.line.is_none(), || quoted(mark))?;
        return centred(mark);
    }
    let ruled = found.line.ok_or("no line under the subject")?;
    let last = found.subject.last().ok_or("no subject")?;
    ensure(std::ptr::eq(ruled.above, *last) && found.mark.is_none(), || quoted(ruled.above))?;
    let room = case.main().page.room();
    drawn_well(&ruled, room)?;
    a_part_of_its_text(&ruled, &found.subject, room)
}

fn together(case: &Case) -> Outcome {
    let found = case.title()?;
    let all = found.title.iter().chain(&found.body).chain(&found.subject);
    let loose = all.into_iter().find(|line| !line.measures.keep_next);
    // The last of them has only the mark or line under it to hold on to.
    loose.map_or(Ok(()), |line| Err(format!("{} may part from the next line", quoted(line))))
}

fn syllables(case: &Case) -> Outcome {
    let (found, room) = (case.title()?, case.main().page.room());
    found
        .title
        .iter()
        .chain(&found.body)
        .chain(&found.subject)
        .try_for_each(|line| no_lonely_syllable(line, room))
}

fn basis_look(case: &Case) -> Outcome {
    let (bases, _) = case.bases_and_body()?;
    bases.iter().try_for_each(|basis| {
        looks(basis, &case.family.numbers().basis)?;
        small_letters(basis)?;
        let dash = plain(&basis.text()).starts_with("- ");
        ensure(dash == (case.family == Family::Party), || format!("{}: its dash", quoted(basis)))
    })
}

fn basis_ends(case: &Case) -> Outcome {
    let (bases, _) = case.bases_and_body()?;
    let planned = case.plan.bases.iter().flat_map(|basis| lines(&basis.text)).count();
    let real =
        case.plan.bases.iter().all(|basis| basis.text.trim_start_matches(['-', ' ']).starts_with("Căn cứ"));
    ensure(!real || bases.len() == planned, || format!("{} paragraphs for {planned}", bases.len()))?;
    let last_end = match case.setting("basis-end") {
        Some(",") if case.family == Family::Party => ',',
        _ => '.',
    };
    for (i, basis) in bases.iter().enumerate() {
        let end = if i + 1 == bases.len() { last_end } else { ';' };
        let text = basis.text();
        let clean = text
            .strip_suffix(end)
            .is_some_and(|rest| rest.ends_with(|c: char| c.is_alphanumeric() || c == ')' || c == '”'));
        ensure(clean, || format!("{} does not end in one {end:?}", quoted(basis)))?;
    }
    Ok(())
}
