//! A plan onto the page: [`typeset`] turns a [`Plan`] into a [`Document`] by the rules of
//! its [`Format`]. Nothing else decides what an official document looks like.

mod appendix;
mod balance;
mod body;
mod ending;
mod header;
mod table;
mod text;

use super::{Block, Document, PageSetup, Section};
use crate::citation::spoken;
use crate::format::{Defaults, Format, PageRules, TaskDetails, Twips};
use crate::plan::{Orientation, Plan, TableSource, lines};

/// Typesets a plan in its family.
///
/// Blank fields take what follows from the kind of body and from the documents cited; what cannot be known shows as a
/// placeholder in brackets, so that a half-written plan can be looked at and exported.
pub fn typeset(plan: &Plan) -> Document {
    let plan = &*spoken(plan);
    let format = &Format::of(plan);
    let sheet = Sheet {
        plan,
        format,
        filled: Filled::of(plan, format),
        page: page(&format.page, Orientation::Portrait),
    };
    let mut blocks = header::blocks(&sheet);
    blocks.extend(body::blocks(&sheet));
    blocks.push(Block::Table(ending::table(&sheet)));

    let mut sections = vec![Section { page: sheet.page, blocks, foot: ending::foot(&sheet) }];
    sections.extend(appendix::sections(&sheet));
    Document {
        title: plan.name().unwrap_or_else(|| sheet.title()),
        author: lines(&sheet.filled.issuing)
            .chain(lines(&sheet.filled.standing))
            .collect::<Vec<_>>()
            .join(" "),
        sections,
    }
}

/// What the parts of a page are made from.
struct Sheet<'a> {
    plan: &'a Plan,
    format: &'a Format,
    filled: Filled,
    page: PageSetup,
}

impl Sheet<'_> {
    /// Tên loại.
    fn title(&self) -> String {
        or(&self.plan.title, "KẾ HOẠCH")
    }

    /// The number as printed: two digits below 10, room to write while it is blank.
    fn number(&self) -> String {
        let number = self.plan.number.trim();
        match number.parse::<u32>() {
            Ok(small @ 0..10) => format!("0{small}"),
            _ if number.is_empty() => text::blank(6),
            _ => number.to_owned(),
        }
    }

    /// Number and symbol as the family writes them, without the word "Số".
    fn symbol(&self) -> String {
        format!("{}{}{}", self.number(), self.format.number.separator, self.filled.symbol)
    }

    /// The appendix in which alone it is printed who does the tasks of the body and by when.
    fn task_table(&self) -> Option<String> {
        let all = &self.plan.appendices;
        let at = all.iter().position(|appendix| appendix.table == TableSource::Tasks)?;
        let alone = self.format.body.task_details.default == TaskDetails::Table;
        alone.then(|| appendix::label(at, all.len()))
    }

    /// `ngày 05 tháng 01 năm 2026`, with room for what is blank.
    fn date(&self) -> String {
        let date = &self.plan.date;
        // "đối với những số thể hiện ngày nhỏ hơn 10 và tháng 1, 2 phải ghi thêm số 0 phía trước"
        let day = date.day.map_or_else(|| text::blank(4), |day| format!("{day:02}"));
        let month = match date.month {
            Some(month @ ..=2) => format!("{month:02}"),
            Some(month) => month.to_string(),
            None => text::blank(4),
        };
        let year = date.year.map_or_else(|| text::blank(6), |year| year.to_string());
        format!("ngày {day} tháng {month} năm {year}")
    }
}

/// The plan's fields with blanks filled: by what follows from the body, else by a placeholder.
struct Filled {
    superior: String,
    issuing: String,
    standing: String,
    symbol: String,
    place: String,
    authority: String,
    signer_title: String,
    retention: String,
    in_text: String,
}

impl Filled {
    fn of(plan: &Plan, format: &Format) -> Filled {
        let defaults = Defaults::of(&plan.issuer, plan.signature.form, format);
        let issuing = or(&or(&plan.issuer.issuing, &defaults.issuing), "");
        let standing = or(&plan.issuer.standing, &defaults.standing);
        let in_text = defaults.body_in_text(&plan.issuer);
        let nobody = issuing.is_empty() && standing.is_empty();
        Filled {
            superior: or(&plan.issuer.superior, &defaults.superior),
            issuing: if nobody { "(cơ quan ban hành)".into() } else { issuing },
            standing,
            symbol: or(&or(&plan.symbol, &defaults.symbol), "(ký hiệu)"),
            place: or(&or(&plan.place, &defaults.place), "(địa danh)"),
            authority: or(&plan.signature.authority, &defaults.authority),
            signer_title: or(&or(&plan.signature.title, &defaults.signer_title), "(chức vụ)"),
            retention: or(&plan.retention, &defaults.retention),
            in_text,
        }
    }
}

/// `text`, or `other` where it is blank.
fn or(text: &str, other: &str) -> String {
    if text.trim().is_empty() { other.to_owned() } else { text.to_owned() }
}

/// A4, lying as `orientation` says.
fn page(rules: &PageRules, orientation: Orientation) -> PageSetup {
    let (short, long) = (Twips::mm(210), Twips::mm(297));
    let (width, height) = match orientation {
        Orientation::Portrait => (short, long),
        Orientation::Landscape => (long, short),
    };
    PageSetup {
        width,
        height,
        top: rules.top.default,
        bottom: rules.bottom.default,
        left: rules.left.default,
        right: rules.right.default,
        number_size: rules.number.size.default,
        number_distance: rules.number_distance,
    }
}

#[cfg(test)]
mod tests;
