//! A plan in the form, as a text under review.

use std::collections::BTreeMap;

use super::{Frame, Manuscript, Paragraph, Place, Within, replaced};
use crate::check::finding::Finding;
use crate::format::numbering::roman;
use crate::import::Role;
use crate::plan::{Level, Plan, RowId, TextPlace, each_text, each_text_mut};

impl Manuscript {
    /// The texts of a plan, paragraph by paragraph. What the format writes by itself is not among them.
    pub fn of_plan(plan: &Plan) -> Manuscript {
        let rows = rows(plan);
        let mut paragraphs = Vec::new();
        let mut counted: Vec<(&'static str, RowId, usize)> = Vec::new();
        each_text(plan, &mut |text, typed| {
            let nth = nth(&mut counted, text);
            let Some((role, name)) = role(text.field) else { return };
            let (level, row) = rows.get(&text.row.0).map_or((None, ""), |(level, row)| (*level, row));
            let role = match (role, level) {
                (Role::Text, Some(level)) => of_level(level),
                _ => role,
            };
            let said = [row, name].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            let place = Place::Field { text, nth, said };
            let within = Within { section: text.role, level };
            for (offset, line) in lines(typed) {
                let mut paragraph = Paragraph::new(role, within, place.clone(), line);
                paragraph.offset = offset;
                paragraphs.push(paragraph);
            }
        });
        Manuscript::new(Frame::of(plan), paragraphs)
    }
}

/// Makes the fixes of some findings in the plan in which they were found: nothing but what they replace
/// changes. Of fixes that overlap the first is made.
pub fn mend(plan: &mut Plan, findings: &[Finding]) {
    let manuscript = Manuscript::of_plan(plan);
    let mut fixes = Vec::new();
    for found in findings {
        let paragraph = manuscript.paragraphs.get(found.paragraph);
        let (Some(fix), Some(paragraph), Place::Field { text, nth, .. }) =
            (&found.fix, paragraph, &found.place)
        else {
            continue;
        };
        let range = fix.range.start + paragraph.offset..fix.range.end + paragraph.offset;
        fixes.push((*text, *nth, range, fix.replacement.as_str()));
    }
    fixes.sort_by_key(|(.., range, _)| range.start);
    let mut counted: Vec<(&'static str, RowId, usize)> = Vec::new();
    each_text_mut(plan, &mut |text, typed| {
        let own_nth = nth(&mut counted, text);
        let own = fixes.iter().filter(|(place, nth, ..)| *place == text && *nth == own_nth);
        let own: Vec<_> = own.map(|(.., range, with)| (range.clone(), *with)).collect();
        if !own.is_empty() {
            *typed = replaced(typed, &own);
        }
    });
}

/// Which of the texts of a field and row this is.
fn nth(counted: &mut Vec<(&'static str, RowId, usize)>, text: TextPlace) -> usize {
    // Texts of one row stand together.
    match counted.iter_mut().find(|(field, row, _)| *field == text.field && *row == text.row) {
        Some((.., count)) => {
            *count += 1;
            *count
        }
        None => {
            counted.retain(|(_, row, _)| *row == text.row || *row == RowId(0));
            counted.push((text.field, text.row, 0));
            0
        }
    }
}

/// The lines of a field with the byte at which each begins.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let breaks = ['\n', '\r', '\u{b}', '\u{2028}', '\u{2029}'];
    let start = text.as_ptr() as usize;
    text.split(breaks)
        .filter(|line| !line.trim().is_empty())
        .map(move |line| (line.as_ptr() as usize - start, line))
}

/// What the text of a field is, and what the field is called.
fn role(field: &str) -> Option<(Role, &'static str)> {
    Some(match field {
        "superior" => (Role::Body, "Cơ quan cấp trên"),
        "issuing" => (Role::Body, "Cơ quan ban hành"),
        "standing" => (Role::Body, "Ban Thường trực"),
        "number" => (Role::Number, "Số"),
        "symbol" => (Role::Number, "Ký hiệu"),
        "place" => (Role::PlaceDate, "Địa danh"),
        "title" => (Role::Title, "Tên loại"),
        "title-body" => (Role::Title, "Cơ quan dưới tên loại"),
        "subject" => (Role::Subject, "Trích yếu"),
        "basis" => (Role::Basis, ""),
        "opening" => (Role::Opening, "Phần mở đầu"),
        "section" => (Role::Section, "tiêu đề"),
        "item-title" => (Role::Text, "tiêu đề"),
        "item" => (Role::Text, ""),
        "lead" => (Role::Detail, "chủ trì"),
        "support" => (Role::Detail, "phối hợp"),
        "deadline" => (Role::Detail, "thời gian"),
        "deliverable" => (Role::Detail, "sản phẩm"),
        "table" => (Role::Table, "bảng"),
        "closing" => (Role::Closing, "Phần kết"),
        "recipient" => (Role::Recipient, "Nơi nhận"),
        "retention" => (Role::Recipient, "Lưu"),
        "authority" => (Role::Authority, "Quyền hạn"),
        "signer-title" => (Role::SignerTitle, "Chức vụ"),
        "signer-name" => (Role::SignerName, "Họ và tên"),
        "appendix" => (Role::Appendix, "tên phụ lục"),
        "appendix-text" | "row" => (Role::Appendix, ""),
        _ => return None,
    })
}

fn of_level(level: Level) -> Role {
    match level {
        Level::Clause => Role::Clause,
        Level::Subclause => Role::Subclause,
        Level::Point => Role::Point,
        Level::Dash => Role::Dash,
        Level::Text => Role::Text,
    }
}

/// By row its level and what one calls it.
fn rows(plan: &Plan) -> BTreeMap<u32, (Option<Level>, String)> {
    let mut rows = BTreeMap::new();
    for (at, basis) in (1..).zip(&plan.bases) {
        rows.insert(basis.id.0, (None, format!("Căn cứ {at}")));
    }
    let mut titled = 0;
    for section in &plan.sections {
        titled += usize::from(!section.title.trim().is_empty());
        let name = format!("Mục {}", roman(titled.max(1)));
        rows.insert(section.id.0, (None, name.clone()));
        for (at, item) in (1..).zip(&section.items) {
            rows.insert(item.id.0, (Some(item.level), format!("{name}, dòng thứ {at}")));
        }
    }
    for (at, recipient) in (1..).zip(&plan.recipients) {
        rows.insert(recipient.id.0, (None, format!("Nơi nhận {at}")));
    }
    for (at, appendix) in (1..).zip(&plan.appendices) {
        let name = format!("Phụ lục {at}");
        rows.insert(appendix.id.0, (None, name.clone()));
        for (at, row) in (1..).zip(&appendix.rows) {
            rows.insert(row.id.0, (None, format!("{name}, hàng {at}")));
        }
        for item in &appendix.items {
            rows.insert(item.id.0, (Some(item.level), name.clone()));
        }
    }
    rows
}
