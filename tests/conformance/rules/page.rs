//! Paper, margins, letters, page numbers, sections.

use ke_hoach::plan::Orientation;

use super::{Outcome, PARTY_GUIDE, Rule, centred, decree, ensure, quoted};
use crate::anatomy::Case;
use crate::families::{ALL, BY_DECREE, Look, PARTY};
use crate::measure::MM;
use crate::package::{Block, Paragraph, Section, paragraphs};

pub const RULES: &[Rule] = &[
    Rule::new(decree!("mục I, khoản 1 và 2"), "khổ A4, văn bản theo chiều dài", ALL, paper),
    Rule::new(
        decree!("mục I, khoản 3"),
        "lề trên, dưới 20–25, trái 30–35, phải 15–20 mm",
        BY_DECREE,
        margins,
    ),
    Rule::new(PARTY_GUIDE, "lề 20, 20, 30, 15 mm", PARTY, margins),
    Rule::new(decree!("mục I, khoản 3"), "lề theo lựa chọn của kế hoạch", ALL, chosen_margins),
    Rule::new(decree!("mục I, khoản 4"), "Times New Roman ở cả bốn nhóm chữ, màu đen", ALL, letters),
    Rule::new("the-thuc.md, mục 1 (ngôn ngữ văn bản)", "chữ ghi ngôn ngữ vi-VN", ALL, language),
    Rule::new(decree!("mục I, khoản 7"), "số trang 13–14 đứng, giữa lề trên", ALL, page_number),
    Rule::new(decree!("mục I, khoản 7"), "không hiển thị số trang thứ nhất", ALL, no_number_on_page_1),
    Rule::new(PARTY_GUIDE, "số trang cách mép trên 10 mm", PARTY, ten_millimetres),
    Rule::new(decree!("mục III, khoản 1, điểm đ"), "mỗi phụ lục một phần, số trang từ 1", ALL, sections),
];

fn each_section(case: &Case, check: impl Fn(&Section) -> Outcome) -> Outcome {
    let numbered = case.docx.sections.iter().enumerate();
    numbered
        .into_iter()
        .try_for_each(|(i, section)| check(section).map_err(|why| format!("section {}: {why}", i + 1)))
}

fn paper(case: &Case) -> Outcome {
    each_section(case, |section| {
        let page = &section.page;
        let (short, long) = (page.width.min(page.height), page.width.max(page.height));
        let a4 = (short - 11906).abs() <= 2 && (long - 16838).abs() <= 2;
        ensure(a4 && page.landscape == (page.width > page.height), || format!("{page:?}"))
    })?;
    ensure(!case.main().page.landscape, || "the plan itself lies".into())
}

/// Top, bottom, left, right in millimetres.
fn margins_of(section: &Section) -> [f32; 4] {
    let page = &section.page;
    [page.top, page.bottom, page.left, page.right].map(|twips| twips as f32 / MM)
}

fn margins(case: &Case) -> Outcome {
    let allowed = case.family.numbers().margins;
    each_section(case, |section| {
        let margins = margins_of(section);
        let inside = margins.iter().zip(allowed).all(|(mm, (least, most))| {
            // A twip is 0.02 mm.
            (least - 0.02..=most + 0.02).contains(mm)
        });
        ensure(inside, || format!("{margins:?} mm"))
    })
}

fn chosen_margins(case: &Case) -> Outcome {
    // What a family fixes cannot be chosen.
    let allowed = case.family.numbers().margins;
    each_section(case, |section| {
        let margins = margins_of(section);
        for (i, key) in ["margin-top", "margin-bottom", "margin-left", "margin-right"].iter().enumerate() {
            let chosen = case.setting(key).and_then(|mm| mm.parse::<f32>().ok());
            let Some(chosen) = chosen.filter(|_| allowed[i].0 < allowed[i].1) else { continue };
            ensure((margins[i] - chosen).abs() < 0.02, || format!("{key}: {} mm, not {chosen}", margins[i]))?;
        }
        Ok(())
    })
}

/// Every paragraph of the file, those of headers and footers included.
fn everywhere(case: &Case) -> Vec<&Paragraph> {
    let parts = case.docx.sections.iter().flat_map(|section| {
        let around = section.headers.values().chain(section.footers.values());
        std::iter::once(&section.blocks).chain(around)
    });
    parts.flat_map(|blocks| paragraphs(blocks)).collect()
}

fn letters(case: &Case) -> Outcome {
    for paragraph in everywhere(case) {
        for run in &paragraph.runs {
            let letters = &run.letters;
            let times = letters.fonts.iter().all(|font| font == "Times New Roman");
            let black = matches!(letters.colour.as_str(), "000000" | "auto");
            let whole = letters.size == letters.complex_size && !letters.caps;
            ensure(times && black && whole, || format!("{}: {letters:?}", quoted(paragraph)))?;
        }
    }
    Ok(())
}

fn language(case: &Case) -> Outcome {
    let foreign = |paragraph: &&Paragraph| paragraph.runs.iter().any(|run| run.letters.language != "vi-VN");
    everywhere(case).into_iter().find(foreign).map_or(Ok(()), |paragraph| Err(quoted(paragraph)))
}

fn fields(blocks: Option<&Vec<Block>>) -> Vec<&Paragraph> {
    let all = blocks.map_or(Vec::new(), |blocks| paragraphs(blocks));
    all.into_iter().filter(|paragraph| !paragraph.fields.is_empty()).collect()
}

fn page_number(case: &Case) -> Outcome {
    let (least, most) = case.family.numbers().page_number;
    let look = Look::upright(least, most);
    each_section(case, |section| {
        let [number] = fields(section.headers.get("default"))[..] else { return Err("not one field".into()) };
        let page = number.fields.iter().all(|field| field.split_whitespace().next() == Some("PAGE"));
        ensure(page && number.fields.len() == 1, || format!("{:?}", number.fields))?;
        centred(number)?;
        super::looks(number, &look)?;
        // Numbers stand inside the top margin, with all of their height.
        let height = number.runs[0].letters.size * 1.15 * 20.0;
        let page = &section.page;
        let above = page.header > 0 && page.header as f32 + height <= page.top as f32 + 1.0;
        ensure(above, || {
            format!("{} twips from the edge, {} high, margin {}", page.header, height, page.top)
        })?;
        let below = section.footers.values().any(|footer| !fields(Some(footer)).is_empty());
        ensure(!below, || "a field at the foot".into())
    })
}

fn no_number_on_page_1(case: &Case) -> Outcome {
    each_section(case, |section| {
        ensure(section.page.title_page, || "no different first page".into())?;
        let shown = section.headers.get("first").map_or(Vec::new(), |blocks| paragraphs(blocks));
        ensure(shown.iter().all(|paragraph| paragraph.is_blank()), || "something stands over page 1".into())
    })
}

fn ten_millimetres(case: &Case) -> Outcome {
    each_section(case, |section| {
        let distance = section.page.header as f32 / MM;
        ensure((distance - 10.0).abs() < 0.05, || format!("{distance} mm"))
    })
}

fn sections(case: &Case) -> Outcome {
    let (there, planned) = (case.appendices(), &case.plan.appendices);
    ensure(there.len() == planned.len(), || format!("{} sections for {}", there.len(), planned.len()))?;
    each_section(case, |section| {
        let page = &section.page;
        ensure(page.first_number == Some(1) && page.kind == "nextPage", || format!("{page:?}"))
    })?;
    for (section, appendix) in there.iter().zip(planned) {
        let lies = appendix.orientation == Orientation::Landscape;
        ensure(section.page.landscape == lies, || format!("«{}» lies: {}", appendix.title, !lies))?;
    }
    Ok(())
}
