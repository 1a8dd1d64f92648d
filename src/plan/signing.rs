//! Recipients and signature.

use reactive_stores::Store;

use super::{Extra, RowId};

/// One line of "Nơi nhận".
#[derive(Clone, Debug, Default, PartialEq, Store)]
pub struct Recipient {
    /// The row's identity.
    pub id: RowId,
    /// Who receives the plan, without dash and end mark.
    pub name: String,
    /// The note that is printed in brackets after the name: `b/c`, `để thực hiện`.
    pub note: String,
    /// Fields of a later version of the app, kept as they came.
    pub extra: Extra,
}

/// The signature block (the-thuc.md, section 2).
#[derive(Clone, Debug, Default, PartialEq, Store)]
pub struct Signature {
    /// On what ground the signer signs; blank lines below follow from it.
    pub form: SigningForm,
    /// Quyền hạn, one or two lines: `TM. ỦY BAN NHÂN DÂN` / `KT. CHỦ TỊCH`.
    pub authority: String,
    /// Chức vụ, one or two lines: `CHỦ TỊCH`.
    pub title: String,
    /// Họ và tên.
    pub name: String,
    /// Fields of a later version of the app, kept as they came.
    pub extra: Extra,
}

/// On what ground the signer signs (the-thuc.md, section 2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SigningForm {
    /// The head signs, for the collective where there is one (TM.).
    #[default]
    Head,
    /// A deputy signs for the head (KT.).
    Deputy,
    /// Somebody signs by order of the head (TL.).
    ByOrder,
    /// Somebody signs by written authority of the head (TUQ.).
    Authorised,
    /// The acting head signs (Q.).
    Acting,
}

impl SigningForm {
    /// Every form, the usual one first.
    pub const ALL: [SigningForm; 5] = [
        SigningForm::Head,
        SigningForm::Deputy,
        SigningForm::ByOrder,
        SigningForm::Authorised,
        SigningForm::Acting,
    ];
}
