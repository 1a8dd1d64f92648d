//! Named styles: one for each role that a document uses, with the measures of its first
//! paragraph and the looks that all its paragraphs share.
//!
//! Every paragraph and run carries its own as well; the styles are for the one who goes on
//! writing in Word, and for its navigation pane. What paragraphs do not share stays out of
//! them, so that nobody has to take it back.

use std::borrow::Cow;
use std::collections::BTreeMap;

use docx_rs::{
    AlignmentType, LineSpacing, LineSpacingType, ParagraphProperty, RunFonts, RunProperty, SpecialIndentType,
    Style, StyleType, Styles,
};

use crate::document::{Align, Block, Document, Paragraph, Role, Run};
use crate::format::{LineRule, Twips};

/// Style of the paragraphs that hold a drawn line.
pub(super) const RULE: &str = "DuongKe";
/// Style of the lowest possible paragraph, where Word asks for one.
pub(super) const FILLER: &str = "SauBang";

const FONT: &str = "Times New Roman";
/// Body size of a document that says nothing else: 14 pt in half points.
const SIZE: usize = 28;
/// A single line in the units of a line rule "auto".
const SINGLE: i32 = 240;

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

/// The styles of a document, `Normal` and the two helpers included.
pub(super) fn build(document: &Document) -> Styles {
    let mut roles: BTreeMap<Cow<'static, str>, Vec<&Paragraph>> = BTreeMap::new();
    for paragraph in paragraphs(document) {
        roles.entry(id(paragraph.role)).or_default().push(paragraph);
    }
    let plain = Styles::new().default_fonts(fonts()).default_size(SIZE);
    let plain = plain.add_style(helper(RULE, "Đường kẻ")).add_style(helper(FILLER, "Sau bảng"));
    roles.into_iter().fold(plain, |styles, (id, paragraphs)| styles.add_style(style(&id, &paragraphs)))
}

fn paragraphs(document: &Document) -> impl Iterator<Item = &Paragraph> {
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    blocks.flat_map(|block| -> Box<dyn Iterator<Item = &Paragraph>> {
        match block {
            Block::Paragraph(paragraph) => Box::new(std::iter::once(paragraph)),
            Block::Table(table) => Box::new(table.rows.iter().flat_map(|row| row.cells.iter().flatten())),
        }
    })
}

fn style(id: &str, paragraphs: &[&Paragraph]) -> Style {
    let Some(model) = paragraphs.first() else { return Style::default() };
    let level = outline_level(model.role);
    let name = match level {
        Some(level) => format!("heading {}", level + 1),
        None => id_and_name(model.role).1.to_owned(),
    };
    let mut style = Style::new(id, StyleType::Paragraph).name(name).based_on("Normal");
    style.paragraph_property =
        measures(model).keep_next(paragraphs.iter().all(|paragraph| paragraph.keep_next));
    if let Some(level) = level {
        style.paragraph_property = style.paragraph_property.outline_lvl(level);
    }
    let runs = || paragraphs.iter().flat_map(|paragraph| &paragraph.runs);
    if let Some(first) = runs().next() {
        style.run_property = letters(&Run {
            text: String::new(),
            size: first.size,
            bold: runs().all(|run| run.bold),
            italic: runs().all(|run| run.italic),
            underline: runs().all(|run| run.underline),
        });
    }
    style
}

fn helper(id: &str, name: &str) -> Style {
    Style::new(id, StyleType::Paragraph).name(name).based_on("Normal").q_format(false).semi_hidden()
}

/// What a paragraph measures, as Word wants to hear it. Where a line is drawn, the space
/// below belongs to the paragraph that holds the line.
pub(super) fn measures(paragraph: &Paragraph) -> ParagraphProperty {
    let first_line = match paragraph.first_line.0 {
        hanging @ ..0 => SpecialIndentType::Hanging(-hanging),
        further => SpecialIndentType::FirstLine(further),
    };
    let (left, right) = (paragraph.indent_left.0, paragraph.indent_right.0);
    let align = match paragraph.align {
        Align::Left => AlignmentType::Left,
        Align::Center => AlignmentType::Center,
        Align::Justify => AlignmentType::Both,
    };
    ParagraphProperty::new()
        .align(align)
        .indent(Some(left), Some(first_line), Some(right), None)
        .line_spacing(spacing(paragraph))
}

fn spacing(paragraph: &Paragraph) -> LineSpacing {
    let after = if paragraph.rule.is_some() { Twips::ZERO } else { paragraph.after };
    let spacing = LineSpacing::new().before(unsigned(paragraph.before)).after(unsigned(after));
    match paragraph.line {
        LineRule::Multiple(hundredths) => {
            spacing.line_rule(LineSpacingType::Auto).line(i32::from(hundredths) * SINGLE / 100)
        }
        LineRule::Exactly(distance) => spacing.line_rule(LineSpacingType::Exact).line(distance.0.max(1)),
    }
}

/// How the letters of a run look.
pub(super) fn letters(run: &Run) -> RunProperty {
    let mut property = RunProperty::new().fonts(fonts()).size(usize::from(run.size.0.max(1))).color("000000");
    if run.bold {
        property = property.bold();
    }
    if run.italic {
        property = property.italic();
    }
    if run.underline {
        property = property.underline("single");
    }
    property
}

fn fonts() -> RunFonts {
    RunFonts::new().ascii(FONT).hi_ansi(FONT).cs(FONT).east_asia(FONT)
}

/// A length where Word takes no negative one.
pub(super) fn unsigned(length: Twips) -> u32 {
    u32::try_from(length.0).unwrap_or(0)
}
