//! Named styles: one for each role that a document uses, with the measures of its first
//! paragraph and the looks that all its paragraphs share.
//!
//! Every paragraph and run carries its own as well; the styles are for the one who goes on
//! writing in Word, and for its navigation pane. What paragraphs do not share stays out of
//! them, so that nobody has to take it back.

use std::borrow::Cow;
use std::collections::BTreeMap;

use docx_rs::{BasedOn, Name, OutlineLvl};

use super::properties::{fonts, letters, measures, size};
use super::xml::{self, Element, flag, property};
use crate::document::{Block, Document, Paragraph, Role, Run};
use crate::format::HalfPt;

/// Style of the paragraphs that hold a drawn line.
pub(super) const RULE: &str = "DuongKe";
/// Style of the lowest possible paragraph, where Word asks for one.
pub(super) const FILLER: &str = "SauBang";

/// The language of everything written.
const LANGUAGE: &str = "vi-VN";
/// Body size of a document that says nothing else.
const SIZE: HalfPt = HalfPt::pt(14);

/// Id of a role's style.
pub(super) fn id(role: Role) -> Cow<'static, str> {
    match outline_level(role) {
        Some(level) => Cow::Owned(format!("Heading{}", level + 1)),
        None => Cow::Borrowed(id_and_name(role).0),
    }
}

/// Zero-based outline level of a role, for those that have one.
fn outline_level(role: Role) -> Option<usize> {
    match role {
        Role::SectionHeading => Some(0),
        Role::ItemHeading(level) => Some(usize::from(level.clamp(1, 9)) - 1),
        _ => None,
    }
}

/// Ids are ASCII and never change; names are read by people. Word takes a comma in a name
/// for the start of an alias.
fn id_and_name(role: Role) -> (&'static str, &'static str) {
    match role {
        Role::Emblem => ("QuocHieu", "Quốc hiệu"),
        Role::Motto => ("TieuNgu", "Tiêu ngữ"),
        Role::Superior => ("CoQuanCapTren", "Cơ quan cấp trên"),
        Role::Issuing => ("CoQuanBanHanh", "Cơ quan ban hành"),
        Role::Number => ("SoKyHieu", "Số và ký hiệu"),
        Role::PlaceDate => ("DiaDanhThoiGian", "Địa danh và thời gian"),
        Role::DraftMark => ("DuThao", "Dự thảo"),
        Role::Urgency => ("DoKhan", "Mức độ khẩn"),
        Role::Circulation => ("LuuHanh", "Phạm vi lưu hành"),
        Role::Title => ("TenLoai", "Tên loại văn bản"),
        Role::TitleBody => ("TenCoQuan", "Tên cơ quan dưới tên loại"),
        Role::Subject => ("TrichYeu", "Trích yếu"),
        Role::Basis => ("CanCu", "Căn cứ"),
        Role::Opening => ("LoiDan", "Lời dẫn"),
        Role::SectionHeading | Role::ItemHeading(_) => ("Heading", "heading"),
        Role::Body => ("NoiDung", "Nội dung"),
        Role::Dash => ("GachDauDong", "Gạch đầu dòng"),
        Role::Closing => ("LoiKet", "Lời kết"),
        Role::RecipientsHeading => ("NoiNhan", "Nơi nhận"),
        Role::Recipient => ("DanhSachNoiNhan", "Danh sách nơi nhận"),
        Role::Drafter => ("NguoiSoanThao", "Người soạn thảo"),
        Role::Authority => ("QuyenHan", "Quyền hạn người ký"),
        Role::SignerTitle => ("ChucVu", "Chức vụ người ký"),
        Role::SignerName => ("HoTen", "Họ tên người ký"),
        Role::AppendixLabel => ("PhuLuc", "Phụ lục"),
        Role::AppendixTitle => ("TenPhuLuc", "Tên phụ lục"),
        Role::AppendixReference => ("KemTheo", "Kèm theo"),
        Role::TableHead => ("DauBang", "Đầu bảng"),
        Role::TableCell => ("OBang", "Ô bảng"),
        Role::Address => ("DiaChi", "Địa chỉ cơ quan"),
    }
}

/// The part `word/styles.xml`: `Normal`, two helpers and the styles that a document uses.
pub(super) fn part(document: &Document) -> String {
    let mut roles: BTreeMap<Cow<'static, str>, Vec<&Paragraph>> = BTreeMap::new();
    for paragraph in paragraphs(document) {
        roles.entry(id(paragraph.role)).or_default().push(paragraph);
    }
    let plain = Run { text: String::new(), size: SIZE, bold: false, italic: false, underline: false };
    let normal = named("Normal", "Normal").with("w:default", "1");
    let normal = normal.holding([flag("w:qFormat"), letters(&plain).into()]);
    let styles = [defaults(), normal, helper(RULE, "Đường kẻ"), helper(FILLER, "Sau bảng")].into_iter();
    let styles = styles.chain(roles.iter().filter_map(|(id, paragraphs)| style(id, paragraphs)));
    xml::part("w:styles", &xml::NAMESPACES[..1], styles)
}

fn paragraphs(document: &Document) -> impl Iterator<Item = &Paragraph> {
    document.sections.iter().flat_map(|section| {
        let blocks = section.blocks.iter().flat_map(|block| -> Box<dyn Iterator<Item = &Paragraph>> {
            match block {
                Block::Paragraph(paragraph) => Box::new(std::iter::once(paragraph)),
                Block::Table(table) => Box::new(table.rows.iter().flat_map(|row| row.cells.iter().flatten())),
            }
        });
        blocks.chain(&section.foot)
    })
}

/// What holds where no style says anything.
fn defaults() -> Element<'static> {
    let language =
        Element::new("w:lang").with("w:val", LANGUAGE).with("w:eastAsia", LANGUAGE).with("w:bidi", "ar-SA");
    let mut letters = Element::new("w:rPr").holding([fonts()]).holding(size(usize::from(SIZE.0)));
    letters.push(language);
    Element::new("w:docDefaults")
        .holding([Element::new("w:rPrDefault").holding([letters]), Element::new("w:pPrDefault")])
}

fn style(id: &str, paragraphs: &[&Paragraph]) -> Option<Element<'static>> {
    let model = paragraphs.first()?;
    let level = outline_level(model.role);
    let mut style = match level {
        Some(level) => named(id, &format!("heading {}", level + 1)),
        None => named(id, id_and_name(model.role).1).with("w:customStyle", "1"),
    };
    style = style.holding([property(&BasedOn::new("Normal")), flag("w:qFormat")]);

    let mut properties = Element::new("w:pPr");
    if paragraphs.iter().all(|paragraph| paragraph.keep_next) {
        properties.push(flag("w:keepNext"));
    }
    properties = properties.holding(measures(model));
    if let Some(level) = level {
        properties.push(property(&OutlineLvl::new(level)));
    }
    style.push(properties);

    let runs = || paragraphs.iter().flat_map(|paragraph| &paragraph.runs);
    if let Some(first) = runs().next() {
        style.push(letters(&Run {
            text: String::new(),
            size: first.size,
            bold: runs().all(|run| run.bold),
            italic: runs().all(|run| run.italic),
            underline: runs().all(|run| run.underline),
        }));
    }
    Some(style)
}

fn helper(id: &str, name: &str) -> Element<'static> {
    let style = named(id, name).with("w:customStyle", "1");
    style.holding([property(&BasedOn::new("Normal")), flag("w:semiHidden")])
}

/// A paragraph style with nothing but its names.
fn named(id: &str, name: &str) -> Element<'static> {
    let style = Element::new("w:style").with("w:type", "paragraph").with("w:styleId", id.to_owned());
    style.holding([property(&Name::new(name))])
}
