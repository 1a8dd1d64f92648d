//! What follows from the kind of body, its unit and the family, for fields left blank:
//! header lines, symbol, place, signature and retention line.
//!
//! Typing overrides what is derived; clearing the field brings it back.

use super::{BodyKind, Format, ToneStyle};
use crate::plan::{Issuer, Plan, SigningForm, lines, one_line};
use crate::vietnamese::{lower, official_case, second_vowel_tones, upper, upper_letter};

/// What a plan's blank fields take.
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
    /// What follows for an issuer that writes in the family `format` and signs by `form`.
    pub fn of(issuer: &Issuer, form: SigningForm, format: &Format) -> Defaults {
        let kind = BodyKind::find(&issuer.kind).map_or(&BodyKind::NONE, |(_, kind)| kind);
        let tone = |text: String| match format.tone.default {
            ToneStyle::First => text,
            ToneStyle::Second => second_vowel_tones(&text),
        };
        let fill = |pattern: &str| tone(fill_units(pattern, issuer, upper));
        let (authority, signer_title) = signing(kind, form, format);
        let retention = if kind.retention.is_empty() { format.recipients.retention } else { kind.retention };
        let unit = if issuer.commune.trim().is_empty() { &issuer.province } else { &issuer.commune };
        Defaults {
            superior: fill(kind.superior),
            issuing: fill(kind.issuing),
            standing: fill(kind.standing),
            symbol: kind.symbol.to_owned(),
            place: place_name(unit),
            authority: tone(authority),
            signer_title: tone(signer_title),
            retention: tone(retention.to_owned()),
            in_text: tone(fill_units(kind.in_text, issuer, str::to_owned)),
        }
    }

    /// The issuing body as a sentence names it: as its kind says, else by what the header says.
    pub fn body_in_text(&self, issuer: &Issuer) -> String {
        let typed = [&issuer.issuing, &issuer.standing].iter().any(|text| !text.trim().is_empty());
        if !typed && !self.in_text.is_empty() {
            return self.in_text.clone();
        }
        let names = [(&issuer.standing, &self.standing), (&issuer.issuing, &self.issuing)];
        let names = names.map(|(typed, derived)| {
            official_case(&one_line(if typed.trim().is_empty() { derived } else { typed }))
        });
        names.join(" ").trim().to_owned()
    }

    /// What follows for a plan.
    pub fn for_plan(plan: &Plan) -> Defaults {
        Defaults::of(&plan.issuer, plan.signature.form, &Format::of(plan))
    }
}

/// Quyền hạn and chức vụ of whoever signs for a body (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I,
/// mục II, khoản 7, điểm b; the Party's codes and its deputies: the-thuc.md, sections 1 and 2).
fn signing(kind: &BodyKind, form: SigningForm, format: &Format) -> (String, String) {
    let codes = &format.signature.codes;
    // A code or a title that is not known makes no line.
    let with = |code: &str, whom: &str| match (code, whom) {
        ("", _) | (_, "") => String::new(),
        _ => format!("{code}{whom}"),
    };
    let collective = with(codes.collective, kind.collective);
    let under_collective = |line: String| match (collective.as_str(), line.as_str()) {
        ("", _) => line,
        (_, "") => collective.clone(),
        _ => format!("{collective}\n{line}"),
    };
    match form {
        SigningForm::Head => (collective, kind.head.into()),
        SigningForm::Acting => (collective, with(codes.acting, kind.head)),
        SigningForm::Deputy if collective.is_empty() || codes.deputy_for_collective => {
            (under_collective(with(codes.deputy, kind.head)), kind.deputy.into())
        }
        SigningForm::Deputy => (collective, kind.deputy.into()),
        SigningForm::ByOrder => (with(codes.by_order, kind.head), kind.by_order.into()),
        SigningForm::Authorised => (with(codes.authorised, kind.head), String::new()),
    }
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
/// use ke_hoach::format::place_name;
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

/// The common noun of a commune; xã while it is not known.
pub fn commune_noun(commune: &str) -> &'static str {
    let commune = lower(commune);
    ["phường", "đặc khu"].into_iter().find(|noun| commune.starts_with(noun)).unwrap_or("xã")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::FormatKey;
    use crate::plan::Settings;

    fn issuer(kind: &str) -> Issuer {
        Issuer {
            kind: kind.into(),
            province: "tỉnh Nghệ An".into(),
            commune: "xã Lương Minh".into(),
            ..Issuer::default()
        }
    }

    /// The defaults of a kind of body in its own family.
    fn defaults(issuer: &Issuer, form: SigningForm) -> Defaults {
        let (format, _) = BodyKind::find(&issuer.kind).unwrap();
        Defaults::of(issuer, form, format)
    }

    #[test]
    fn a_commune_front_writes_under_its_standing_committee() {
        let defaults = defaults(&issuer("mttq"), SigningForm::Head);
        assert_eq!(defaults.issuing, "ỦY BAN MTTQ VIỆT NAM\nXÃ LƯƠNG MINH");
        assert_eq!(defaults.standing, "BAN THƯỜNG TRỰC");
        assert_eq!(defaults.symbol, "KH-MTTQ-BTT");
        assert_eq!(defaults.place, "Lương Minh");
        assert_eq!(defaults.retention, "Lưu: VT");
    }

    #[test]
    fn a_commune_party_committee_stands_under_the_party_of_the_province() {
        let defaults = defaults(&issuer("dang-uy"), SigningForm::Head);
        assert_eq!(defaults.superior, "ĐẢNG BỘ TỈNH NGHỆ AN");
        assert_eq!(defaults.issuing, "ĐẢNG ỦY XÃ LƯƠNG MINH");
        assert_eq!(defaults.retention, "Lưu Văn phòng Đảng ủy");
    }

    #[test]
    fn a_line_whose_unit_is_not_known_is_left_out() {
        let nowhere = Issuer { kind: "ubnd".into(), ..Issuer::default() };
        let defaults = defaults(&nowhere, SigningForm::Head);
        assert_eq!(defaults.issuing, "ỦY BAN NHÂN DÂN");
        assert_eq!(defaults.place, "");
    }

    #[test]
    fn each_form_of_signing_has_the_lines_of_its_family() {
        use SigningForm::*;
        for (kind, form, authority, title) in [
            ("ubnd", Head, "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
            ("ubnd", Deputy, "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            ("ubnd", ByOrder, "TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
            ("ubnd", Authorised, "TUQ. CHỦ TỊCH", ""),
            ("ubnd", Acting, "TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"),
            ("mttq", Deputy, "TM. BAN THƯỜNG TRỰC\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            ("dang-uy", Head, "T/M BAN THƯỜNG VỤ", "BÍ THƯ"),
            ("dang-uy", Deputy, "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),
            ("van-phong-dang-uy", Head, "", "CHÁNH VĂN PHÒNG"),
            ("van-phong-dang-uy", Deputy, "K/T CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
            ("phong", Deputy, "", ""),
        ] {
            let defaults = defaults(&issuer(kind), form);
            let lines = (defaults.authority.as_str(), defaults.signer_title.as_str());
            assert_eq!(lines, (authority, title), "{kind}, {form:?}");
        }
    }

    #[test]
    fn the_words_of_the_app_follow_the_chosen_place_of_tone_marks() {
        let mut settings = Settings::default();
        settings.set("tone", "second");
        let format = Format::with(&FormatKey::PARTY, &settings);
        let defaults = Defaults::of(&issuer("dang-uy"), SigningForm::Head, &format);
        assert_eq!(defaults.issuing, "ĐẢNG UỶ XÃ LƯƠNG MINH");
        assert_eq!(defaults.retention, "Lưu Văn phòng Đảng uỷ");
    }
}
