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
        self.rewrite(plan).unwrap_or_else(|| {
            self.arrange(plan);
            Change::All
        })
    }

    /// Takes over the texts that have changed where paragraph stands for paragraph as before, and tells
    /// which these are; `None` where it does not.
    fn rewrite(&mut self, plan: &Plan) -> Option<Change> {
        if rows(plan) != self.rows {
            return None;
        }
        let (mut fields, mut paragraphs) = (self.fields.iter_mut(), self.paragraphs.as_mut_slice());
        let (mut before, mut touched) = (Vec::new(), Vec::new());
        let mut fits = true;
        each_text(plan, &mut |text, typed| {
            let Some(field) = fields.next() else { return fits = false };
            let parts = std::mem::take(&mut paragraphs).split_at_mut_checked(field.paragraphs);
            let Some((own, behind)) = parts else { return fits = false };
            paragraphs = behind;
            let print = print(text, typed);
            // Most stay.
            if field.print != print {
                touched.extend(own.iter().map(|own| own.index));
                fits = fits && field.text == text && field.rewrite(typed, own, &mut before);
                field.print = print;
            }
        });
        (fits && fields.next().is_none()).then_some(Change::Texts { before, touched })
    }

    /// Puts the paragraphs of a plan in order, those that are there already and new ones.
    fn arrange(&mut self, plan: &Plan) {
        let mut there: HashMap<String, Vec<Paragraph>> = HashMap::new();
        for paragraph in std::mem::take(&mut self.paragraphs) {
            there.entry(paragraph.typed().to_owned()).or_default().push(paragraph);
        }
        self.rows = rows(plan);
        self.fields.clear();
        let (fields, paragraphs) = (&mut self.fields, &mut self.paragraphs);
        each_field(plan, &self.rows, &mut |text, stands, typed| {
            let from = paragraphs.len();
            if let Some(stands @ Stands { role, within, place }) = stands {
                for (offset, line) in lines(typed) {
                    let kept = there.get_mut(line).and_then(|same| {
                        let at = same.iter().position(|own| own.role == role && own.within == within)?;
                        Some(same.swap_remove(at))
                    });
                    let mut paragraph = kept.unwrap_or_else(|| stands.paragraph(line));
                    paragraph.move_to(place, offset);
                    paragraph.index = paragraphs.len();
                    paragraphs.push(paragraph);
                }
            }
            let print = print(text, typed);
            fields.push(Field { text, print, stands, paragraphs: paragraphs.len() - from });
        });
    }
}

/// How a manuscript differs from what it was.
pub(in crate::check) enum Change {
    /// Some texts have changed.
    Texts {
        /// The paragraphs that say something else now, as they were.
        before: Vec<Paragraph>,
        /// All paragraphs of those texts.
        touched: Vec<usize>,
    },
    /// Paragraphs came, went or moved, or what holds for all of them has changed.
    All,
}

/// A text of a plan as it was last seen. Kept beside the paragraphs, for at each key all of them are asked whether
/// they are still the same.
#[derive(Clone, Debug)]
pub(super) struct Field {
    text: TextPlace,
    print: u64,
    /// None if it is not reviewed.
    stands: Option<Stands>,
    /// How many paragraphs it has.
    paragraphs: usize,
}

impl Field {
    /// Takes over another text where it has as many paragraphs, and keeps what these were; gives back whether it has.
    fn rewrite(&self, typed: &str, paragraphs: &mut [Paragraph], before: &mut Vec<Paragraph>) -> bool {
        let Some(stands) = self.stands else { return true };
        let mut paragraphs = paragraphs.iter_mut();
        let fits = lines(typed).all(|(offset, line)| {
            let Some(own) = paragraphs.next() else { return false };
            if own.typed() != line {
                let was = std::mem::replace(own, stands.paragraph(line));
                own.index = was.index;
                before.push(was);
            }
            own.move_to(stands.place, offset);
            true
        });
        fits && paragraphs.next().is_none()
    }
}

/// What the paragraphs of a text are, and where they stand.
#[derive(Clone, Copy, Debug)]
struct Stands {
    role: Role,
    within: Within,
    place: Place,
}

impl Stands {
    fn paragraph(self, line: &str) -> Paragraph {
        Paragraph::new(self.role, self.within, self.place, line)
    }
}

/// Shows each text of a plan, with what it is and where it stands if it is reviewed, in the order of the page.
fn each_field(plan: &Plan, mut ahead: &[RowAt], visit: &mut dyn FnMut(TextPlace, Option<Stands>, &str)) {
    let mut own: RowAt = (RowId(0), None, Row::None);
    let mut counted = Counted::default();
    each_text(plan, &mut |text, typed| {
        let nth = counted.nth(text);
        let Some((role, _)) = role(text.field) else { return visit(text, None, typed) };
        if text.row != own.0 {
            own = (text.row, None, Row::None);
            let mut behind = ahead.iter();
            if let Some(row) = behind.find(|(id, ..)| *id == text.row).filter(|_| text.row != RowId(0)) {
                (own, ahead) = (*row, behind.as_slice());
            }
        }
        let (_, level, row) = own;
        let role = match (role, level) {
            (Role::Text, Some(level)) => of_level(level),
            _ => role,
        };
        let within = Within { section: text.role, level };
        visit(text, Some(Stands { role, within, place: Place::Field { text, nth, row } }), typed);
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

/// By what a text and its place are told from others: a hash, which takes 32 bytes at a time, for all of a plan is
/// asked for it at each key.
fn print(place: TextPlace, text: &str) -> u64 {
    const FACTORS: [u64; 4] =
        [0x517c_c1b7_2722_0a95, 0x9e37_79b9_7f4a_7c15, 0xc2b2_ae3d_27d4_eb4f, 0x1656_67b1_9e37_79f9];
    let mix = |print: u64, next: [u64; 4]| {
        // No factor waits for the others.
        let [a, b, c, d] = next;
        let [one, two, three, four] = FACTORS;
        let sum = a.wrapping_mul(one).wrapping_add(b.wrapping_mul(two));
        let sum = sum.wrapping_add(c.wrapping_mul(three)).wrapping_add(d.wrapping_mul(four));
        (print.rotate_left(5) ^ sum).wrapping_mul(one)
    };
    let eight = |bytes: &[u8; 8]| u64::from_le_bytes(*bytes);
    let TextPlace { field, row, role } = place;
    let role = role.map_or(0, |role| 1 + role as u64);
    let mut print = mix(text.len() as u64, [field.as_ptr() as u64, u64::from(row.0), role, 0]);
    let (eights, rest) = text.as_bytes().as_chunks();
    let (fours, few) = eights.as_chunks();
    for [a, b, c, d] in fours {
        print = mix(print, [eight(a), eight(b), eight(c), eight(d)]);
    }
    few.iter().for_each(|own| print = mix(print, [eight(own), 0, 0, 0]));
    mix(print, [rest.iter().fold(0, |last, byte| (last << 8) | u64::from(*byte)), 0, 0, 0])
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
pub(super) type RowAt = (RowId, Option<Level>, Row);

/// The rows of a plan in the order of the page.
fn rows(plan: &Plan) -> Vec<RowAt> {
    let mut rows = Vec::new();
    for (at, basis) in (1..).zip(&plan.bases) {
        rows.push((basis.id, None, Row::Basis(at)));
    }
    let mut titled = 0;
    for section in &plan.sections {
        // A section without a title has no number of its own.
        titled += usize::from(!section.title.trim().is_empty());
        let number = titled.max(1);
        rows.push((section.id, None, Row::Section(number)));
        for (at, item) in (1..).zip(&section.items) {
            rows.push((item.id, Some(item.level), Row::Item(number, at)));
        }
    }
    for (at, recipient) in (1..).zip(&plan.recipients) {
        rows.push((recipient.id, None, Row::Recipient(at)));
    }
    for (number, appendix) in (1..).zip(&plan.appendices) {
        rows.push((appendix.id, None, Row::Appendix(number)));
        for (at, row) in (1..).zip(&appendix.rows) {
            rows.push((row.id, None, Row::Task(number, at)));
        }
        for item in &appendix.items {
            rows.push((item.id, Some(item.level), Row::Appendix(number)));
        }
    }
    rows
}
