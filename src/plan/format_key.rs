//! Which format family a plan is printed in.

use std::borrow::Cow;

/// The key of a format family as drafts hold it. A key that this version does not
/// know is kept, and printed in the State's family (see [`crate::format`]).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FormatKey(pub Cow<'static, str>);

impl FormatKey {
    /// Nhà nước: Nghị định 30/2020/NĐ-CP.
    pub const ND30: FormatKey = FormatKey(Cow::Borrowed("nd30"));
    /// Đảng: Hướng dẫn 05-HD/VPTW.
    pub const PARTY: FormatKey = FormatKey(Cow::Borrowed("party"));
    /// Mặt trận Tổ quốc Việt Nam: Quyết định 207/QĐ-MTTW-BTT.
    pub const FRONT: FormatKey = FormatKey(Cow::Borrowed("front"));
}

impl Default for FormatKey {
    fn default() -> Self {
        FormatKey::ND30
    }
}
