//! What a line of a source is in the plan.

/// What a line of a source is in the plan. The first of several lines that make one paragraph
/// has the paragraph's role, the others are [`Role::Continued`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Several parts of the head on one line, or one that the head has no field for.
    Head,
    /// Quốc hiệu, tiêu ngữ, tiêu đề.
    Emblem,
    /// A body of the left header.
    Body,
    /// Số, ký hiệu.
    Number,
    /// Địa danh, ngày tháng năm.
    PlaceDate,
    /// Tên loại, and the body under it.
    Title,
    /// Trích yếu.
    Subject,
    /// Căn cứ.
    Basis,
    /// The paragraph that leads to the body.
    Opening,
    /// `I.`
    Section,
    /// `1.`
    Clause,
    /// `1.1.`
    Subclause,
    /// `a)`
    Point,
    /// `-`
    Dash,
    /// A paragraph without a number.
    Text,
    /// Who does the task above, or by when.
    Detail,
    /// A table, or a row of a table of tasks.
    Table,
    /// The paragraph that ends the plan.
    Closing,
    /// Recipients and signature on one line, or what the end has no field for.
    Ending,
    /// Nơi nhận.
    Recipient,
    /// Quyền hạn ký.
    Authority,
    /// Chức vụ.
    SignerTitle,
    /// Họ và tên.
    SignerName,
    /// A line of an appendix.
    Appendix,
    /// The rest of the paragraph that the line before it belongs to.
    Continued,
    /// No part of the plan: it goes to "Chưa xếp vào đâu".
    Unplaced,
}

/// A role, and whether nothing speaks against it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The role.
    pub role: Role,
    /// Whether it is sure.
    pub sure: bool,
}

impl Role {
    /// Every role, in the order of the page.
    pub const ALL: [Role; 26] = [
        Role::Head,
        Role::Emblem,
        Role::Body,
        Role::Number,
        Role::PlaceDate,
        Role::Title,
        Role::Subject,
        Role::Basis,
        Role::Opening,
        Role::Section,
        Role::Clause,
        Role::Subclause,
        Role::Point,
        Role::Dash,
        Role::Text,
        Role::Detail,
        Role::Table,
        Role::Closing,
        Role::Ending,
        Role::Recipient,
        Role::Authority,
        Role::SignerTitle,
        Role::SignerName,
        Role::Appendix,
        Role::Continued,
        Role::Unplaced,
    ];

    /// Whether it is part of the head of the first page.
    pub fn is_of_head(&self) -> bool {
        matches!(self, Role::Head | Role::Emblem | Role::Body | Role::Number | Role::PlaceDate)
    }

    /// Whether it is part of the text between the subject and the end.
    pub fn is_of_text(&self) -> bool {
        !self.is_of_head()
            && !self.is_of_ending()
            && !matches!(self, Role::Title | Role::Subject | Role::Appendix | Role::Unplaced)
    }

    /// Whether it is a recipient or part of the signature.
    pub fn is_of_ending(&self) -> bool {
        matches!(
            self,
            Role::Ending | Role::Recipient | Role::Authority | Role::SignerTitle | Role::SignerName
        )
    }
}
