//! Kinds of issuing bodies as data, and what follows from them: header lines, symbol,
//! place, signature and retention line (the-thuc.md, section 2).
//!
//! A field of the plan that is left blank takes what [`Defaults`] derives; typing
//! overrides it, clearing it brings the derived text back.

use super::{Format, FormatKey, front, nd30, party};
use crate::plan::{Issuer, Plan, lines};
use crate::vietnamese::{lower, upper, upper_letter};

/// A kind of body that issues plans. In its texts `{tỉnh}` and `{xã}` stand for the
/// province and the commune of the issuer; a line whose unit is blank is left out.
#[derive(Clone, Copy, Debug)]
pub struct BodyKind {
    /// Key in drafts.
    pub key: &'static str,
    /// Name on screen.
    pub name: &'static str,
    /// The family in which the body writes.
    pub format: &'static Format,
    /// Lines of the superior body.
    pub superior: &'static str,
    /// Lines of the issuing body.
    pub issuing: &'static str,
    /// The standing body.
    pub standing: &'static str,
    /// The symbol after the number.
    pub symbol: &'static str,
    /// Quyền hạn.
    pub authority: &'static str,
    /// Chức vụ.
    pub title: &'static str,
    /// The retention line; blank takes the family's.
    pub retention: &'static str,
    /// The body inside a sentence.
    pub in_text: &'static str,
}

const NONE: BodyKind = BodyKind {
    key: "",
    name: "",
    format: &nd30::FORMAT,
    superior: "",
    issuing: "",
    standing: "",
    symbol: "",
    authority: "",
    title: "",
    retention: "",
    in_text: "",
};

/// The kinds that the form offers, in its order.
pub const KINDS: [BodyKind; 9] = [
    BodyKind {
        key: "mttq",
        name: "Ủy ban Mặt trận Tổ quốc Việt Nam",
        format: &front::FORMAT,
        issuing: "ỦY BAN MTTQ VIỆT NAM\n{xã}",
        standing: "BAN THƯỜNG TRỰC",
        symbol: "KH-MTTQ-BTT",
        in_text: "Ban Thường trực Ủy ban MTTQ Việt Nam {xã}",
        authority: "TM. BAN THƯỜNG TRỰC",
        title: "CHỦ TỊCH",
        ..NONE
    },
    BodyKind {
        key: "hoi",
        name: "Hội, đoàn thể (Phụ nữ, Nông dân, Cựu chiến binh …)",
        format: &front::FORMAT,
        authority: "TM. BAN THƯỜNG VỤ",
        title: "CHỦ TỊCH",
        ..NONE
    },
    BodyKind {
        key: "dang-uy",
        name: "Đảng ủy",
        format: &party::FORMAT,
        superior: "ĐẢNG BỘ {tỉnh}",
        issuing: "ĐẢNG ỦY {xã}",
        symbol: "KH/ĐU",
        in_text: "Ban Thường vụ Đảng ủy {xã}",
        authority: "T/M BAN THƯỜNG VỤ",
        title: "BÍ THƯ",
        ..NONE
    },
    BodyKind {
        key: "chi-bo",
        name: "Chi bộ",
        format: &party::FORMAT,
        superior: "ĐẢNG BỘ {xã}",
        issuing: "CHI BỘ",
        symbol: "KH/CB",
        authority: "T/M CHI BỘ",
        title: "BÍ THƯ",
        retention: "Lưu Chi bộ",
        ..NONE
    },
    BodyKind {
        key: "van-phong-dang-uy",
        name: "Văn phòng, ban của Đảng ủy",
        format: &party::FORMAT,
        superior: "ĐẢNG ỦY {xã}",
        issuing: "VĂN PHÒNG",
        symbol: "KH/VPĐU",
        in_text: "Văn phòng Đảng ủy {xã}",
        title: "CHÁNH VĂN PHÒNG",
        ..NONE
    },
    BodyKind {
        key: "ubnd",
        name: "Ủy ban nhân dân",
        format: &nd30::FORMAT,
        issuing: "ỦY BAN NHÂN DÂN\n{xã}",
        symbol: "KH-UBND",
        in_text: "Ủy ban nhân dân {xã}",
        authority: "TM. ỦY BAN NHÂN DÂN",
        title: "CHỦ TỊCH",
        ..NONE
    },
    BodyKind {
        key: "hdnd",
        name: "Hội đồng nhân dân",
        format: &nd30::FORMAT,
        issuing: "HỘI ĐỒNG NHÂN DÂN\n{xã}",
        symbol: "KH-HĐND",
        in_text: "Hội đồng nhân dân {xã}",
        authority: "TM. HỘI ĐỒNG NHÂN DÂN",
        title: "CHỦ TỊCH",
        ..NONE
    },
    BodyKind {
        key: "phong",
        name: "Phòng, trung tâm, trường thuộc xã",
        format: &nd30::FORMAT,
        superior: "ỦY BAN NHÂN DÂN\n{xã}",
        ..NONE
    },
    BodyKind { key: "khac-nha-nuoc", name: "Cơ quan nhà nước khác", format: &nd30::FORMAT, ..NONE },
];

impl BodyKind {
    /// The kind with this key.
    pub fn find(key: &str) -> Option<&'static BodyKind> {
        KINDS.iter().find(|kind| kind.key == key)
    }
}

/// What follows from the kind of body, its unit and the family, for fields left blank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)] // Each field is the default of the plan's field of that name; `in_text` is the body inside a sentence.
pub struct Defaults {
    pub superior: String,
    pub issuing: String,
    pub standing: String,
    pub symbol: String,
    pub place: String,
    pub authority: String,
    pub signer_title: String,
    pub retention: String,
    pub in_text: String,
}

impl Defaults {
    /// What follows for an issuer that writes in the family `format`.
    pub fn of(issuer: &Issuer, format: &FormatKey) -> Defaults {
        let kind = BodyKind::find(&issuer.kind).unwrap_or(&NONE);
        let fill = |pattern: &str| fill(pattern, issuer);
        let or_family = |own: &str, family: &str| if own.is_empty() { family } else { own }.to_owned();
        Defaults {
            superior: fill(kind.superior),
            issuing: fill(kind.issuing),
            standing: fill(kind.standing),
            symbol: kind.symbol.to_owned(),
            in_text: fill_units(kind.in_text, issuer, str::to_owned),
            place: place_name(if issuer.commune.trim().is_empty() {
                &issuer.province
            } else {
                &issuer.commune
            }),
            authority: fill(kind.authority),
            signer_title: fill(kind.title),
            retention: or_family(kind.retention, format.format().recipients.retention),
        }
    }

    /// What follows for a plan.
    pub fn for_plan(plan: &Plan) -> Defaults {
        Defaults::of(&plan.issuer, &plan.format)
    }
}

/// The pattern with the issuer's units in capitals, as the header has them.
fn fill(pattern: &str, issuer: &Issuer) -> String {
    fill_units(pattern, issuer, upper)
}

fn fill_units(pattern: &str, issuer: &Issuer, case: fn(&str) -> String) -> String {
    let filled = lines(pattern).filter_map(|line| {
        let mut line = line.to_owned();
        for (mark, unit) in [("{tỉnh}", issuer.province.trim()), ("{xã}", issuer.commune.trim())] {
            if line.contains(mark) {
                if unit.is_empty() {
                    return None;
                }
                line = line.replace(mark, &case(unit));
            }
        }
        Some(line)
    });
    filled.collect::<Vec<_>>().join("\n")
}

/// The name by which a unit stands in "…, ngày … tháng … năm …": without its common noun,
/// unless the name is a number (the-thuc.md, section 3).
///
/// ```
/// use ke_hoach::format::body::place_name;
/// assert_eq!(place_name("xã Lương Minh"), "Lương Minh");
/// assert_eq!(place_name("phường 1"), "Phường 1");
/// ```
pub fn place_name(unit: &str) -> String {
    let unit = unit.trim();
    let name = ["xã", "phường", "đặc khu", "thị trấn", "tỉnh", "thành phố"].iter().find_map(|noun| {
        let (head, rest) = unit.split_at_checked(noun.len())?;
        (lower(head) == *noun && rest.starts_with(char::is_whitespace)).then(|| rest.trim_start())
    });
    match name {
        Some(name) if !name.starts_with(|c: char| c.is_ascii_digit()) => name.to_owned(),
        _ => {
            let mut letters = unit.chars();
            letters.next().map_or_else(String::new, |first| {
                std::iter::once(upper_letter(first)).chain(letters).collect()
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn issuer(kind: &str) -> Issuer {
        Issuer {
            kind: kind.into(),
            province: "tỉnh Nghệ An".into(),
            commune: "xã Lương Minh".into(),
            ..Issuer::default()
        }
    }

    #[test]
    fn a_commune_front_writes_under_its_standing_committee() {
        let defaults = Defaults::of(&issuer("mttq"), &FormatKey::FRONT);
        assert_eq!(defaults.issuing, "ỦY BAN MTTQ VIỆT NAM\nXÃ LƯƠNG MINH");
        assert_eq!(defaults.standing, "BAN THƯỜNG TRỰC");
        assert_eq!(defaults.symbol, "KH-MTTQ-BTT");
        assert_eq!(defaults.place, "Lương Minh");
        assert_eq!(defaults.retention, "Lưu: VT");
    }

    #[test]
    fn a_commune_party_committee_stands_under_the_party_of_the_province() {
        let defaults = Defaults::of(&issuer("dang-uy"), &FormatKey::PARTY);
        assert_eq!(defaults.superior, "ĐẢNG BỘ TỈNH NGHỆ AN");
        assert_eq!(defaults.issuing, "ĐẢNG ỦY XÃ LƯƠNG MINH");
        assert_eq!(defaults.retention, "Lưu Văn phòng Đảng ủy");
    }

    #[test]
    fn a_line_whose_unit_is_not_known_is_left_out() {
        let defaults = Defaults::of(&Issuer { kind: "ubnd".into(), ..Issuer::default() }, &FormatKey::ND30);
        assert_eq!(defaults.issuing, "ỦY BAN NHÂN DÂN");
        assert_eq!(defaults.place, "");
    }
}
