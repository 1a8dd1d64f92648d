//! Components that only some plans carry (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III).

use reactive_stores::Store;

use super::Extra;

/// What a plan carries beside the components that every plan has.
#[derive(Clone, Debug, Default, PartialEq, Store)]
pub struct Markings {
    /// Which draft this is: `2` prints "Dự thảo lần 2".
    pub draft: Option<u8>,
    /// Mức độ khẩn.
    pub urgency: Urgency,
    /// Phạm vi lưu hành.
    pub circulation: Circulation,
    /// Ký hiệu người soạn thảo: `PL`.
    pub drafter: String,
    /// Số lượng bản phát hành.
    pub copies: Option<u16>,
    /// Địa chỉ cơ quan, thư điện tử, điện thoại at the foot of page 1; one or several lines.
    pub address: String,
    /// Fields of a later version of the app, kept as they came.
    pub extra: Extra,
}

/// How fast a plan is to be delivered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Urgency {
    /// Nothing is printed.
    #[default]
    Ordinary,
    /// KHẨN.
    Urgent,
    /// THƯỢNG KHẨN.
    VeryUrgent,
    /// HỎA TỐC.
    Immediate,
}

/// Who may see a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Circulation {
    /// Nothing is printed.
    #[default]
    Open,
    /// XEM XONG TRẢ LẠI.
    Return,
    /// LƯU HÀNH NỘI BỘ.
    Internal,
}
