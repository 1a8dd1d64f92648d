//! Kinds of issuing bodies as data (the-thuc.md, section 2). Each family lists its own.

use super::{ALL, Format};

/// A kind of body that issues plans. In its texts `{tỉnh}` and `{xã}` stand for the
/// province and the commune of the issuer; a line whose unit is blank is left out.
/// A text that is blank has no default.
#[derive(Clone, Copy, Debug)]
pub struct BodyKind {
    /// Key in drafts.
    pub key: &'static str,
    /// Name on screen.
    pub name: &'static str,
    /// Lines of the superior body.
    pub superior: &'static str,
    /// Lines of the issuing body.
    pub issuing: &'static str,
    /// The standing body.
    pub standing: &'static str,
    /// The symbol after the number.
    pub symbol: &'static str,
    /// The collective for which its head signs.
    pub collective: &'static str,
    /// The head's title.
    pub head: &'static str,
    /// The deputy's title.
    pub deputy: &'static str,
    /// The title of the one who signs by order.
    pub by_order: &'static str,
    /// The retention line; blank takes the family's.
    pub retention: &'static str,
    /// The body inside a sentence.
    pub in_text: &'static str,
    /// Whom its plans usually go to, a line each, the note behind `|`: first those above, then those who
    /// work together with it, then those who carry it out (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II,
    /// khoản 9, điểm a); the names are those of commune plans of 2025–2026. `{cấp tỉnh}` and `{cấp xã}` stand
    /// for the common nouns of the units, `{Tỉnh}` for the first word of Tỉnh ủy or Thành ủy.
    pub recipients: &'static str,
}

impl BodyKind {
    /// A kind of which nothing is known.
    pub const NONE: BodyKind = BodyKind {
        key: "",
        name: "",
        superior: "",
        issuing: "",
        standing: "",
        symbol: "",
        collective: "",
        head: "",
        deputy: "",
        by_order: "",
        retention: "",
        in_text: "",
        recipients: "",
    };

    /// Every kind with the family in which it writes, in the order of the families.
    pub fn all() -> impl Iterator<Item = (&'static Format, &'static BodyKind)> {
        ALL.into_iter().flat_map(|format| format.bodies.iter().map(move |kind| (format, kind)))
    }

    /// The kind with this key, and its family.
    pub fn find(key: &str) -> Option<(&'static Format, &'static BodyKind)> {
        BodyKind::all().find(|(_, kind)| kind.key == key)
    }
}
