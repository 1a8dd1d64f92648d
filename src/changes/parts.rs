//! The parts of a plan as the report names them, and the rules for each.

use crate::document::Role;
use crate::format::{Format, TypeRule};

/// The paper, its margins and its number.
pub const PAPER: &str = "Khổ giấy";
/// The margins.
pub const MARGINS: &str = "Lề trang";
/// The page number.
pub const NUMBER: &str = "Số trang";
/// The head of the page as a whole.
pub const HEAD: &str = "Phần đầu trang";
/// Recipients and signature as a whole.
pub const ENDING: &str = "Nơi nhận và chữ ký";
/// The text of the plan.
pub const TEXT: &str = "Nội dung";
/// What has no place in the plan.
pub const UNPLACED: &str = "Chưa xếp vào đâu";

/// The parts in the order of the page.
const ORDER: [&str; 28] = [
    HEAD,
    "Cơ quan cấp trên",
    "Cơ quan ban hành",
    "Số, ký hiệu",
    "Dự thảo",
    "Mức độ khẩn",
    "Phạm vi lưu hành",
    "Quốc hiệu, tiêu đề",
    "Tiêu ngữ",
    "Địa danh, thời gian",
    "Tên loại",
    "Tên cơ quan dưới tên loại",
    "Trích yếu",
    "Căn cứ",
    "Tên mục",
    "Tên khoản, điểm",
    TEXT,
    ENDING,
    "Nơi nhận",
    "Danh sách nơi nhận",
    "Người soạn thảo",
    "Quyền hạn ký",
    "Chức vụ",
    "Họ và tên",
    "Phụ lục",
    "Tên phụ lục",
    "Kèm theo",
    "Bảng",
];

/// The place of a part on the page.
pub fn rank(part: &str) -> usize {
    ORDER.iter().position(|name| *name == part).unwrap_or(ORDER.len())
}

/// The name of the part that a paragraph belongs to.
pub fn name(role: Role) -> &'static str {
    match role {
        Role::Superior => "Cơ quan cấp trên",
        Role::Issuing => "Cơ quan ban hành",
        Role::Number => "Số, ký hiệu",
        Role::DraftMark => "Dự thảo",
        Role::Urgency => "Mức độ khẩn",
        Role::Circulation => "Phạm vi lưu hành",
        Role::Emblem => "Quốc hiệu, tiêu đề",
        Role::Motto => "Tiêu ngữ",
        Role::PlaceDate => "Địa danh, thời gian",
        Role::Title => "Tên loại",
        Role::TitleBody => "Tên cơ quan dưới tên loại",
        Role::Subject => "Trích yếu",
        Role::Basis => "Căn cứ",
        Role::SectionHeading => "Tên mục",
        Role::ItemHeading(_) => "Tên khoản, điểm",
        Role::Opening | Role::Body | Role::Dash | Role::Closing => TEXT,
        Role::RecipientsHeading => "Nơi nhận",
        Role::Recipient => "Danh sách nơi nhận",
        Role::Drafter | Role::Address => "Người soạn thảo",
        Role::Authority => "Quyền hạn ký",
        Role::SignerTitle => "Chức vụ",
        Role::SignerName => "Họ và tên",
        Role::AppendixLabel => "Phụ lục",
        Role::AppendixTitle => "Tên phụ lục",
        Role::AppendixReference => "Kèm theo",
        Role::TableHead | Role::TableCell => "Bảng",
    }
}

/// The rule for the letters of a part.
pub fn rule(format: &Format, role: Role) -> &TypeRule {
    match role {
        Role::Emblem => &format.emblem.title_type,
        Role::Motto => format.emblem.motto.as_ref().map_or(&format.emblem.title_type, |(_, rule)| rule),
        Role::Superior => &format.superior,
        Role::Issuing => &format.issuing,
        Role::Number => &format.number.letters,
        Role::PlaceDate => &format.place_date,
        Role::DraftMark => &format.markings.draft,
        Role::Urgency => &format.markings.urgency.letters,
        Role::Circulation => &format.markings.circulation.letters,
        Role::Title | Role::TitleBody => &format.title,
        Role::Subject => &format.subject,
        Role::Basis => &format.basis.letters,
        Role::SectionHeading => &format.body.section,
        Role::ItemHeading(_) => &format.body.item_title,
        Role::Opening | Role::Body | Role::Dash | Role::Closing => &format.body.letters,
        Role::RecipientsHeading => &format.recipients.heading,
        Role::Recipient => &format.recipients.list,
        Role::Drafter => &format.markings.drafter,
        Role::Address => &format.markings.address,
        Role::Authority => &format.signature.authority,
        Role::SignerTitle => &format.signature.title,
        Role::SignerName => &format.signature.name,
        Role::AppendixLabel => &format.appendix.label,
        Role::AppendixTitle => &format.appendix.title,
        Role::AppendixReference => &format.appendix.reference,
        Role::TableHead | Role::TableCell => &format.appendix.cell,
    }
}

/// Whether a paragraph is one of the text, whose spacing the rules measure.
pub fn is_text(role: Role) -> bool {
    matches!(
        role,
        Role::Basis
            | Role::Opening
            | Role::SectionHeading
            | Role::ItemHeading(_)
            | Role::Body
            | Role::Dash
            | Role::Closing
    )
}
