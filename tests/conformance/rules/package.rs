//! The file itself: its properties and how it is packed.

use ke_hoach::plan::lines;

use super::{Outcome, Rule, ensure, quoted};
use crate::anatomy::{Case, printed};
use crate::families::ALL;
use crate::measure::plain;

pub const RULES: &[Rule] = &[
    Rule::new(
        "the-thuc.md, mục 1 (tệp)",
        "tên tài liệu là trích yếu, ngôn ngữ vi-VN, tác giả là cơ quan",
        ALL,
        core,
    ),
    Rule::new("the-thuc.md, mục 1 (tệp)", "các phần trong tệp được nén, không ghi giờ", ALL, packed),
    Rule::new("the-thuc.md, mục 1 (tệp)", "mở bằng Word hiện hành, không ở chế độ tương thích", ALL, current),
    Rule::new("the-thuc.md, mục 1 (tệp)", "mỗi thành phần có kiểu đoạn mang tên riêng", ALL, styles),
];

fn core(case: &Case) -> Outcome {
    let core = |name: &str| case.docx.core.get(name).map(String::as_str).unwrap_or_default();
    let subject = plain(&lines(&case.plan.subject).collect::<Vec<_>>().join(" "));
    let titled = subject.is_empty() || plain(core("dc:title")) == subject;
    ensure(titled, || format!("title «{}»", core("dc:title")))?;
    ensure(core("dc:language") == "vi-VN", || format!("language «{}»", core("dc:language")))?;
    for author in ["dc:creator", "cp:lastModifiedBy"] {
        let name = core(author).trim().to_lowercase();
        ensure(!name.is_empty() && name != "unknown", || format!("{author} «{name}»"))?;
    }
    Ok(())
}

fn packed(case: &Case) -> Outcome {
    let first = case.docx.entries.first().ok_or("an empty package")?;
    ensure(first.name == "[Content_Types].xml", || format!("{} comes first", first.name))?;
    for entry in &case.docx.entries {
        ensure(entry.method == 8 && entry.stamp == first.stamp, || {
            format!("{}: method {}, {:?}", entry.name, entry.method, entry.stamp)
        })?;
    }
    Ok(())
}

fn current(case: &Case) -> Outcome {
    let mode = case.docx.settings.child("w:compat").and_then(|compat| {
        let mut settings = compat.all("w:compatSetting");
        let mode = settings.find(|setting| setting.attribute("w:name") == Some("compatibilityMode"))?;
        mode.attribute("w:val")?.parse::<u32>().ok()
    });
    ensure(mode.is_some_and(|mode| mode >= 15), || format!("{mode:?}"))
}

/// What each paragraph is can be seen, and changed in one place, by its style.
fn styles(case: &Case) -> Outcome {
    for paragraph in case.docx.sections.iter().flat_map(|section| printed(&section.blocks)) {
        let named = paragraph.style_name.as_deref().is_some_and(|name| name != "Normal");
        ensure(named, || format!("{}: style {}", quoted(paragraph), paragraph.style))?;
    }
    Ok(())
}
