//! A plan in the form, as a text under review.

use std::collections::HashMap;

use super::paragraph::Offset;
use super::{Frame, Manuscript, Paragraph, Place, Within, replaced};
use crate::check::finding::Finding;
use crate::format::numbering::roman;
use crate::import::Role;
use crate::order;
use crate::plan::{Level, Plan, RowId, TextPlace, each_text, each_text_mut};

impl Manuscript {
    /// The texts of a plan, paragraph by paragraph. What the format writes by itself is not among them.
    pub fn of_plan(plan: &Plan) -> Manuscript {
        let mut manuscript = Manuscript::default();
        manuscript.follow(plan);
        manuscript
    }

    /// Becomes that of a plan, keeping all that is known of the paragraphs that stay.
    pub(in crate::check) fn follow(&mut self, plan: &Plan) -> Change {
        let frame = Frame::of(plan);
        if frame != self.frame {
            self.frame = frame;
            self.paragraphs.iter_mut().for_each(Paragraph::forget_found);
            self.arrange(plan);
            return Change::All;
        }
        match self.rewrite(plan) {
            Some(texts) => Change::Texts(texts),
            None => {
                self.arrange(plan);
                Change::All
            }
        }
    }

    /// Takes over the texts that have changed where paragraph stands for paragraph as before, and tells
    /// what these were; `None` where it does not.
    fn rewrite(&mut self, plan: &Plan) -> Option<Vec<Paragraph>> {
        let mut before = Vec::new();
        let (mut at, mut fits) = (0, true);
        each_field(plan, &mut |role, within, place, typed| {
            // Most fields stay, and have one line.
            let own = self.paragraphs.get_mut(at).filter(|own| is_same(own.typed(), typed));
            if let Some(own) = own.filter(|own| own.is_in(role, within, place)) {
                own.move_to(place, Offset::default());
                at += 1;
                return;
            }
            let mut rewrite = |offset: Offset, line: &str| {
                let own = self.paragraphs.get_mut(at).filter(|own| own.is_in(role, within, place));
                let Some(own) = own else { return false };
                if own.typed() != line {
                    let new = Paragraph::new(role, within, place, line);
                    before.push(std::mem::replace(own, new));
                    own.index = at;
                }
                own.move_to(place, offset);
                at += 1;
                true
            };
            fits = fits && lines(typed).all(|(offset, line)| rewrite(offset, line));
        });
        (fits && at == self.paragraphs.len()).then_some(before)
    }

    /// Puts the paragraphs of a plan in order, those that are there already and new ones.
    fn arrange(&mut self, plan: &Plan) {
        let mut there: HashMap<String, Vec<Paragraph>> = HashMap::new();
        for paragraph in std::mem::take(&mut self.paragraphs) {
            there.entry(paragraph.typed().to_owned()).or_default().push(paragraph);
        }
        let paragraphs = &mut self.paragraphs;
        each_field(plan, &mut |role, within, place, typed| {
            for (offset, line) in lines(typed) {
                let kept = there.get_mut(line).and_then(|same| {
                    let at = same.iter().position(|own| own.role == role && own.within == within)?;
                    Some(same.swap_remove(at))
                });
                let mut paragraph = kept.unwrap_or_else(|| Paragraph::new(role, within, place, line));
                paragraph.move_to(place, offset);
                paragraph.index = paragraphs.len();
                paragraphs.push(paragraph);
            }
        });
    }
}

/// How a manuscript differs from what it was.
pub(in crate::check) enum Change {
    /// Some texts have changed: the paragraphs as they were.
    Texts(Vec<Paragraph>),
    /// Paragraphs came, went or moved, or what holds for all of them has changed.
    All,
}

/// Shows each text of a plan that is reviewed, with what it is and where it stands, in the order of the page.
fn each_field(plan: &Plan, visit: &mut dyn FnMut(Role, Within, Place, &str)) {
    let mut ahead = rows(plan);
    let mut own: RowAt = (RowId(0), None, Row::None);
    let mut counted = Counted::default();
    each_text(plan, &mut |text, typed| {
        let nth = counted.nth(text);
        let Some((role, _)) = role(text.field) else { return };
        if text.row != own.0 {
            let mut behind = ahead.clone();
            own = (text.row, None, Row::None);
            if let Some(row) = behind.find(|(id, ..)| *id == text.row).filter(|_| text.row != RowId(0)) {
                (own, ahead) = (row, behind);
            }
        }
        let (_, level, row) = own;
        let role = match (role, level) {
            (Role::Text, Some(level)) => of_level(level),
            _ => role,
        };
        visit(role, Within { section: text.role, level }, Place::Field { text, nth, row }, typed);
    });
}

/// Makes the fixes of some findings in the plan in which they were found: nothing but what they replace
/// changes. Of fixes that overlap the first is made.
pub fn mend(plan: &mut Plan, findings: &[Finding]) {
    let manuscript = Manuscript::of_plan(plan);
    let mut fixes = Vec::new();
    for found in findings {
        let paragraph = manuscript.paragraphs.get(found.paragraph);
        let (Some(fix), Some(paragraph), Place::Field { text, nth, .. }) =
            (&found.fix, paragraph, found.place)
        else {
            continue;
        };
        let range = fix.range.start + paragraph.offset.bytes..fix.range.end + paragraph.offset.bytes;
        fixes.push((text, nth, range, fix.replacement.as_str()));
    }
    order::sort_by_key(&mut fixes, |(.., range, _)| range.start);
    let mut counted = Counted::default();
    each_text_mut(plan, &mut |text, typed| {
        let own_nth = counted.nth(text);
        let own = fixes.iter().filter(|(place, nth, ..)| *place == text && *nth == own_nth);
        let own: Vec<_> = own.map(|(.., range, with)| (range.clone(), *with)).collect();
        if !own.is_empty() {
            *typed = replaced(typed, &own);
        }
    });
}

/// Counts the texts of each field of a row: they stand together.
#[derive(Default)]
struct Counted {
    row: RowId,
    fields: Vec<(&'static str, usize)>,
}

impl Counted {
    /// Which of the texts of its field and row the next one is.
    fn nth(&mut self, text: TextPlace) -> usize {
        if self.row != text.row {
            self.row = text.row;
            self.fields.clear();
        }
        match self.fields.iter_mut().find(|(field, _)| *field == text.field) {
            Some((_, count)) => {
                *count += 1;
                *count
            }
            None => {
                self.fields.push((text.field, 0));
                0
            }
        }
    }
}

/// Whether two texts are the same. It compares eight bytes at a time: in WebAssembly `==` takes one after the
/// other, and this is asked of all of a plan at each key.
fn is_same(one: &str, other: &str) -> bool {
    let ((one, rest), (other, rest_of_other)) = (one.as_bytes().as_chunks(), other.as_bytes().as_chunks());
    one.len() == other.len()
        && rest == rest_of_other
        && one.iter().zip(other).all(|(one, other)| u64::from_le_bytes(*one) == u64::from_le_bytes(*other))
}

/// The lines of a field, each with where it begins.
fn lines(text: &str) -> impl Iterator<Item = (Offset, &str)> {
    let breaks = ['\n', '\r', '\u{b}', '\u{2028}', '\u{2029}'];
    let (mut at, mut rest) = (Offset::default(), text);
    text.split(breaks).filter(|line| !line.trim().is_empty()).map(move |line| {
        let bytes = line.as_ptr() as usize - text.as_ptr() as usize;
        let (before, from) = rest.split_at_checked(bytes - at.bytes).unwrap_or((rest, ""));
        at = Offset { bytes, units: at.units + before.encode_utf16().count() };
        rest = from;
        (at, line)
    })
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

/// A row of a plan as one counts it, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// None: a text of the plan's own.
    None,
    /// A căn cứ.
    Basis(usize),
    /// A section, by its number.
    Section(usize),
    /// A line of a section.
    Item(usize, usize),
    /// A recipient.
    Recipient(usize),
    /// An appendix, or a line of it.
    Appendix(usize),
    /// A task of an appendix.
    Task(usize, usize),
}

/// What one calls a field of a row: `Mục II, dòng thứ 1, chủ trì`.
pub(super) fn said(field: &str, row: Row) -> String {
    let row = match row {
        Row::None => String::new(),
        Row::Basis(at) => format!("Căn cứ {at}"),
        Row::Section(section) => format!("Mục {}", roman(section)),
        Row::Item(section, at) => format!("Mục {}, dòng thứ {at}", roman(section)),
        Row::Recipient(at) => format!("Nơi nhận {at}"),
        Row::Appendix(appendix) => format!("Phụ lục {appendix}"),
        Row::Task(appendix, at) => format!("Phụ lục {appendix}, hàng {at}"),
    };
    let name = role(field).map_or("", |(_, name)| name);
    [row.as_str(), name].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// A row, its level, and as one counts it.
type RowAt = (RowId, Option<Level>, Row);

/// The rows of a plan in the order of the page.
fn rows(plan: &Plan) -> impl Iterator<Item = RowAt> + Clone {
    let bases = (1..).zip(&plan.bases).map(|(at, basis)| (basis.id, None, Row::Basis(at)));
    // A section without a title has no number of its own.
    let titled = plan.sections.iter().scan(0, |titled, section| {
        *titled += usize::from(!section.title.trim().is_empty());
        Some(((*titled).max(1), section))
    });
    let sections = titled.flat_map(|(number, section)| {
        let items = (1..).zip(&section.items);
        let items = items.map(move |(at, item)| (item.id, Some(item.level), Row::Item(number, at)));
        std::iter::once((section.id, None, Row::Section(number))).chain(items)
    });
    let recipients = (1..).zip(&plan.recipients).map(|(at, row)| (row.id, None, Row::Recipient(at)));
    let appendices = (1..).zip(&plan.appendices).flat_map(|(number, appendix)| {
        let own = Row::Appendix(number);
        let tasks = (1..).zip(&appendix.rows).map(move |(at, row)| (row.id, None, Row::Task(number, at)));
        let items = appendix.items.iter().map(move |item| (item.id, Some(item.level), own));
        std::iter::once((appendix.id, None, own)).chain(tasks).chain(items)
    });
    bases.chain(sections).chain(recipients).chain(appendices)
}
