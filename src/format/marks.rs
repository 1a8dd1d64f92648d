//! Words and frames of the marks under the number (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I,
//! mục III, khoản 2).

use super::Twips;
use crate::plan::{Circulation, Urgency};

/// Height of a frame: "30 mm x 8 mm, 40 mm x 8 mm và 20 mm x 8 mm".
pub const FRAME_HEIGHT: Twips = Twips::mm(8);

/// A mark and the width of its frame; `None` leaves as much room as the words need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What is printed.
    pub text: &'static str,
    /// Width of the frame, where the rule gives one.
    pub width: Option<Twips>,
}

/// The mark of a degree of urgency (điểm b).
pub fn urgency(urgency: Urgency) -> Option<Mark> {
    let (text, mm) = match urgency {
        Urgency::Ordinary => return None,
        Urgency::Urgent => ("KHẨN", 20),
        Urgency::VeryUrgent => ("THƯỢNG KHẨN", 40),
        Urgency::Immediate => ("HỎA TỐC", 30),
    };
    Some(Mark { text, width: Some(Twips::mm(mm)) })
}

/// The mark of a limited circulation (điểm c).
pub fn circulation(circulation: Circulation) -> Option<Mark> {
    let text = match circulation {
        Circulation::Open => return None,
        Circulation::Return => "XEM XONG TRẢ LẠI",
        Circulation::Internal => "LƯU HÀNH NỘI BỘ",
    };
    Some(Mark { text, width: None })
}
