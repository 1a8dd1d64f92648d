//! Places in a text that are filled from the plan in which it is used: `{cơ quan}`, `{xã}`, `{năm}`.
//!
//! In capitals, `{XÃ}`, it is filled in capitals. What the plan does not say yet shows as something to fill in: `[tên cơ quan]`. A text may hold such
//! fill-in places itself, for what only its writer knows: `[điền số, ngày của nghị quyết]`.
//!
//! ```
//! use ke_hoach::plan::{Issuer, Plan};
//! use ke_hoach::template::Places;
//!
//! let mut plan = Plan { issuer: Issuer { kind: "ubnd".into(), ..Issuer::default() }, ..Plan::default() };
//! let text = "{cơ quan} giao Công an {loại xã} tham mưu, hoàn thành trước ngày 30/11/{năm}.";
//! assert_eq!(
//!     Places::of(&plan).fill(text),
//!     "Ủy ban nhân dân [tên xã, phường, đặc khu] giao Công an [xã, phường, đặc khu] tham mưu, \
//!      hoàn thành trước ngày 30/11/[năm].",
//! );
//! plan.issuer.commune = "xã Lương Minh".into();
//! plan.date.year = Some(2026);
//! assert_eq!(
//!     Places::of(&plan).fill(text),
//!     "Ủy ban nhân dân xã Lương Minh giao Công an xã tham mưu, hoàn thành trước ngày 30/11/2026.",
//! );
//! ```

use std::ops::Range;

use super::{cited, work};
use crate::format::{BodyKind, Defaults, Format, ToneStyle};
use crate::plan::{Plan, each_text, one_line};
use crate::vietnamese::{lower, official_case, second_vowel_tones, upper, upper_letter};

/// A place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// What stands between the braces.
    pub name: &'static str,
    /// What one fills in where the plan does not say it.
    pub blank: &'static str,
    /// What it stands for, for whoever writes a template.
    pub about: &'static str,
}

const fn place(name: &'static str, blank: &'static str, about: &'static str) -> Place {
    Place { name, blank, about }
}

/// Every place that there is.
pub const PLACES: [Place; 12] = [
    place("cơ quan", "tên cơ quan", "cơ quan ban hành, gọi đủ: Ủy ban nhân dân xã Lương Minh"),
    place("cơ quan gọn", "tên gọn của cơ quan", "cơ quan ban hành, gọi gọn: Ủy ban nhân dân xã"),
    place("xã", "tên xã, phường, đặc khu", "xã Lương Minh"),
    place("tên xã", "tên riêng của xã, phường, đặc khu", "Lương Minh"),
    place("loại xã", "xã, phường, đặc khu", "xã, phường hoặc đặc khu"),
    place("tỉnh", "tên tỉnh, thành phố", "tỉnh Nghệ An"),
    place("tên tỉnh", "tên riêng của tỉnh, thành phố", "Nghệ An"),
    place("tỉnh ủy", "Tỉnh ủy, Thành ủy", "Tỉnh ủy Nghệ An, Thành ủy Huế"),
    place("văn bản", "văn bản cấp trên", "văn bản mà kế hoạch thực hiện, gọi gọn: Kế hoạch số 90-KH/TU"),
    place(
        "việc",
        "nội dung kế hoạch",
        "kế hoạch về việc gì, theo trích yếu: phòng, chống thiên tai năm 2026",
    ),
    place(
        "phòng kinh tế",
        "Phòng Kinh tế",
        "Phòng Kinh tế của xã; Phòng Kinh tế, Hạ tầng và Đô thị của phường, đặc khu",
    ),
    place("năm", "năm", "năm ban hành kế hoạch"),
];

/// The places of a plan, with what it says for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// In the order of [`PLACES`]; blank where the plan does not say it.
    values: [String; PLACES.len()],
    tone: ToneStyle,
}

impl Places {
    /// The places of `plan`.
    pub fn of(plan: &Plan) -> Places {
        let (noun, name) = parts(&plan.issuer.commune, &["xã", "phường", "đặc khu", "thị trấn"]);
        let (province_noun, province_name) = parts(&plan.issuer.province, &["tỉnh", "thành phố"]);
        let commune = in_sentence(&noun, &name);
        let province = in_sentence(&province_noun, &province_name);
        let committee = match (province_noun.as_str(), province_name.as_str()) {
            (_, "") => String::new(),
            ("thành phố", "Hồ Chí Minh") => "Thành ủy Thành phố Hồ Chí Minh".to_owned(),
            ("thành phố", name) => format!("Thành ủy {name}"),
            (_, name) => format!("Tỉnh ủy {name}"),
        };
        let (body, short) = body(plan, &commune, &province, &noun);
        // Nghị định 150/2025/NĐ-CP (12/6/2025) names the offices of a commune.
        let economy = match noun.as_str() {
            "phường" | "đặc khu" => "Phòng Kinh tế, Hạ tầng và Đô thị",
            "xã" => "Phòng Kinh tế",
            _ => "",
        };
        let year = plan.date.year.map_or_else(String::new, |year| year.to_string());
        let (document, work) = (cited(plan), work(plan));
        let values = [
            body,
            short,
            commune,
            name,
            noun,
            province,
            province_name,
            committee,
            document,
            work,
            economy.into(),
            year,
        ];
        Places { values, tone: Format::of(plan).tone.default }
    }

    /// The text with its places filled. A place that there is not stays as it is.
    pub fn fill(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut end = 0;
        for (at, name) in braces(text) {
            let Some((place, value)) = PLACES.iter().zip(&self.values).find(|(place, _)| is(place, name))
            else {
                continue;
            };
            out.push_str(&text[end..at.start]);
            match value.as_str() {
                "" => out.extend(["[", place.blank, "]"]),
                value if name == place.name => out.push_str(value),
                value => out.push_str(&upper(value)),
            }
            end = at.end;
        }
        out.push_str(&text[end..]);
        match self.tone {
            ToneStyle::First => out,
            ToneStyle::Second => second_vowel_tones(&out),
        }
    }

    /// The plan with its names where its texts still ask for them; `None` where none does, or the plan does
    /// not say them yet.
    ///
    /// ```
    /// use ke_hoach::plan::Plan;
    /// use ke_hoach::template::Places;
    ///
    /// let mut plan = Plan { closing: "Trên đây là Kế hoạch của [tên cơ quan].".into(), ..Plan::default() };
    /// assert_eq!(Places::filled(&plan), None);
    /// plan.issuer.issuing = "ỦY BAN NHÂN DÂN\nXÃ LƯƠNG MINH".into();
    /// let filled = Places::filled(&plan).map(|plan| plan.closing);
    /// assert_eq!(filled.as_deref(), Some("Trên đây là Kế hoạch của Ủy ban nhân dân xã Lương Minh."));
    /// ```
    pub fn filled(plan: &Plan) -> Option<Plan> {
        let mut asks = false;
        each_text(plan, &mut |_, text| asks |= text.contains('['));
        if !asks {
            return None;
        }
        let places = Places::of(plan);
        let mut filled = plan.clone();
        let mut changed = false;
        filled.each_text(&mut |text, _| {
            for (place, value) in PLACES.iter().zip(&places.values).filter(|(_, value)| !value.is_empty()) {
                let blank = format!("[{}]", place.blank);
                // What the plan says of a body whose unit it does not say asks for that in its turn.
                if text.contains(&blank) && !value.contains(&blank) {
                    *text = text.replace(&blank, value);
                    changed = true;
                }
            }
        });
        changed.then_some(filled)
    }

    /// The text with the names that the plan says turned back into places.
    ///
    /// ```
    /// # use ke_hoach::plan::{Issuer, Plan};
    /// # use ke_hoach::template::Places;
    /// let issuer = Issuer { commune: "xã Lương Minh".into(), ..Issuer::default() };
    /// let places = Places::of(&Plan { issuer, ..Plan::default() });
    /// assert_eq!(places.lift("Công an xã Lương Minh, Trường Tiểu học Lương Minh 2"), "Công an {xã}, Trường Tiểu học {tên xã} 2");
    /// ```
    pub fn lift(&self, text: &str) -> String {
        let mut out = text.to_owned();
        for (place, value) in
            PLACES.iter().zip(&self.values).filter(|(place, _)| LIFTED.contains(&place.name))
        {
            // A name that is a number or a letter stands for much else.
            if value.chars().count() > 2 {
                out = replace_words(&out, value, &format!("{{{}}}", place.name));
                out = replace_words(&out, &upper(value), &format!("{{{}}}", upper(place.name)));
            }
        }
        out
    }

    /// The same of a text that says when something is to be done: its year, too, becomes a place.
    pub fn lift_year(&self, text: &str) -> String {
        let text = self.lift(text);
        self.year().map_or_else(|| text.clone(), |year| replace_words(&text, year, "{năm}"))
    }

    /// The same of any text: the year becomes a place where it says when something is, "năm 2026",
    /// "trước ngày 05/12/2026", and not where it dates a document.
    pub fn lift_said_year(&self, text: &str) -> String {
        let text = self.lift(text);
        self.year().map_or_else(|| text.clone(), |year| replace_words_where(&text, year, "{năm}", says_when))
    }

    fn year(&self) -> Option<&str> {
        self.values.last().map(String::as_str).filter(|year| !year.is_empty())
    }
}

/// The places into which names turn back, a name before its parts.
const LIFTED: [&str; 7] = ["cơ quan", "cơ quan gọn", "xã", "tên xã", "tỉnh", "tên tỉnh", "tỉnh ủy"];

/// The names of the places in a text that there are not.
///
/// ```
/// let unknown: Vec<_> = ke_hoach::template::unknown_places("{xã} và {huyện}").collect();
/// assert_eq!(unknown, ["huyện"]);
/// ```
pub fn unknown_places(text: &str) -> impl Iterator<Item = &str> {
    braces(text).map(|(_, name)| name).filter(|name| PLACES.iter().all(|place| !is(place, name)))
}

/// Whether a place has this name, in small letters or in capitals.
fn is(place: &Place, name: &str) -> bool {
    name == place.name || name == upper(place.name)
}

/// What a text still asks one to fill in, without its brackets. A number in brackets is a reference, and
/// what stands in two pairs of them mentions a document.
///
/// ```
/// let text = "Nghị quyết số [điền số] của [tên cơ quan] [1], theo [[Luật Lâm nghiệp]]";
/// let blanks: Vec<_> = ke_hoach::template::blanks(text).collect();
/// assert_eq!(blanks, ["điền số", "tên cơ quan"]);
/// ```
pub fn blanks(text: &str) -> impl Iterator<Item = &str> {
    blank_ranges(text).map(|range| &text[range.start + 1..range.end - 1])
}

/// Where those stand, with their brackets.
pub fn blank_ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_blank = move |at: &Range<usize>, blank: &str| {
        blank.starts_with(char::is_alphabetic)
            && !(text[..at.start].ends_with('[') && text[at.end..].starts_with(']'))
    };
    between(text, '[', ']').filter(move |(at, blank)| is_blank(at, blank)).map(|(at, _)| at)
}

fn braces(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    between(text, '{', '}')
}

/// What stands between two marks, and where with them. An opening mark within is no part of it.
fn between(text: &str, open: char, close: char) -> impl Iterator<Item = (Range<usize>, &str)> {
    text.match_indices(close)
        .scan(0, move |from, (end, _)| {
            let start = text[*from..end].rfind(open).map(|at| *from + at);
            *from = end + 1;
            Some(start.map(|start| (start..end + 1, &text[start + 1..end])))
        })
        .flatten()
}

/// The body as a sentence names it, in full and with the common noun of its unit alone.
fn body(plan: &Plan, commune: &str, province: &str, noun: &str) -> (String, String) {
    let issuer = &plan.issuer;
    let kind = BodyKind::find(&issuer.kind).map_or(&BodyKind::NONE, |(_, kind)| kind);
    let typed = one_line(&format!("{}\n{}", issuer.standing, issuer.issuing));
    let full = if !typed.is_empty() {
        official_case(&typed)
    } else if kind.in_text.is_empty() {
        let defaults = Defaults::for_plan(plan);
        official_case(&one_line(&format!("{}\n{}", defaults.standing, defaults.issuing)))
    } else {
        let or_blank = |unit: &str, name: &str| match PLACES.iter().find(|place| place.name == name) {
            Some(place) if unit.is_empty() => format!("[{}]", place.blank),
            _ => unit.to_owned(),
        };
        kind.in_text.replace("{xã}", &or_blank(commune, "xã")).replace("{tỉnh}", &or_blank(province, "tỉnh"))
    };
    let short = if commune.is_empty() { full.clone() } else { replace_words(&full, commune, noun) };
    (full, short)
}

/// The common noun and the name of a unit.
fn parts(unit: &str, nouns: &[&str]) -> (String, String) {
    let unit = one_line(unit);
    let plain = lower(&unit);
    let noun = nouns.iter().find(|noun| plain.strip_prefix(**noun).is_some_and(|rest| rest.starts_with(' ')));
    let name = noun.and_then(|noun| unit.get(noun.len()..)).map(|name| name.trim().to_owned());
    match (noun, name) {
        (Some(noun), Some(name)) => ((*noun).to_owned(), name),
        _ => (String::new(), unit),
    }
}

/// A unit as a sentence names it: NĐ 30/2020/NĐ-CP, Phụ lục II, mục III, khoản 1.
fn in_sentence(noun: &str, name: &str) -> String {
    let numbered = name.starts_with(|first: char| first.is_ascii_digit());
    let mut letters = noun.chars();
    let noun = match letters.next() {
        Some(first) if numbered || lower(name) == "hồ chí minh" => {
            std::iter::once(upper_letter(first)).chain(letters).collect()
        }
        _ => noun.to_owned(),
    };
    format!("{noun} {name}").trim().to_owned()
}

/// What stands before a day on which something is, or is due.
const DUE: [&str; 6] = ["trước ngày ", "trước ", "từ ngày ", "đến ngày ", "vào ngày ", "chậm nhất ngày "];

/// Whether a year behind these words says when something is.
fn says_when(before: &str) -> bool {
    let number = |text: &str| {
        let rest = text.trim_end().trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '/');
        (rest.len() < text.trim_end().len()).then(|| rest.to_owned())
    };
    // "năm 2026", "tháng 11 năm 2026", "ngày 03 tháng 11 năm 2026"; "ngày 03/11/2026".
    let day = match before.strip_suffix("năm ") {
        Some(before) => {
            let month = number(before).and_then(|rest| rest.strip_suffix("tháng ").map(str::to_owned));
            match month.as_deref().and_then(number) {
                Some(day) => Some(day),
                None => return true,
            }
        }
        None => number(before),
    };
    day.is_some_and(|day| DUE.iter().any(|due| lower(&day).ends_with(due)))
}

/// The text with every `from` that stands by itself replaced.
fn replace_words(text: &str, from: &str, to: &str) -> String {
    replace_words_where(text, from, to, |_| true)
}

/// The same where `holds` of what stands before it.
fn replace_words_where(text: &str, from: &str, to: &str, holds: impl Fn(&str) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut end = 0;
    for (at, _) in text.match_indices(from) {
        let before = text[..at].chars().next_back();
        let after = text[at + from.len()..].chars().next();
        if [before, after].into_iter().flatten().any(char::is_alphanumeric) || !holds(&text[..at]) {
            continue;
        }
        out.push_str(&text[end..at]);
        out.push_str(to);
        end = at + from.len();
    }
    out.push_str(&text[end..]);
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::plan::Issuer;

    fn plan(kind: &str, commune: &str, province: &str) -> Plan {
        let issuer = Issuer {
            kind: kind.into(),
            commune: commune.into(),
            province: province.into(),
            ..Issuer::default()
        };
        let (format, _) = BodyKind::find(kind).unwrap();
        let mut plan = Plan { issuer, format: crate::plan::FormatKey(format.key.into()), ..Plan::default() };
        plan.date.year = Some(2026);
        plan
    }

    #[test]
    fn each_kind_of_body_is_named_as_a_sentence_names_it() {
        for (kind, full, short) in [
            ("ubnd", "Ủy ban nhân dân phường Trường Vinh", "Ủy ban nhân dân phường"),
            ("dang-uy", "Ban Thường vụ Đảng ủy phường Trường Vinh", "Ban Thường vụ Đảng ủy phường"),
            (
                "mttq",
                "Ban Thường trực Ủy ban MTTQ Việt Nam phường Trường Vinh",
                "Ban Thường trực Ủy ban MTTQ Việt Nam phường",
            ),
            ("phong", "[tên cơ quan]", "[tên gọn của cơ quan]"),
        ] {
            let places = Places::of(&plan(kind, "phường Trường Vinh", "tỉnh Nghệ An"));
            assert_eq!(places.fill("{cơ quan}"), full);
            assert_eq!(places.fill("{cơ quan gọn}"), short);
        }
    }

    #[test]
    fn a_body_that_was_typed_is_named_by_what_was_typed() {
        let mut plan = plan("phong", "xã Lương Minh", "tỉnh Nghệ An");
        plan.issuer.issuing = "PHÒNG VĂN HÓA - XÃ HỘI\nXÃ LƯƠNG MINH".into();
        let places = Places::of(&plan);
        assert_eq!(places.fill("{cơ quan}"), "Phòng Văn hóa - Xã hội xã Lương Minh");
        assert_eq!(places.fill("{cơ quan gọn}"), "Phòng Văn hóa - Xã hội xã");
    }

    #[test]
    fn units_have_the_capitals_of_their_rule() {
        for (commune, province, filled) in [
            ("xã Lương Minh", "tỉnh Nghệ An", "xã Lương Minh, tỉnh Nghệ An, Tỉnh ủy Nghệ An"),
            ("phường 1", "thành phố Huế", "Phường 1, thành phố Huế, Thành ủy Huế"),
            (
                "đặc khu Côn Đảo",
                "thành phố Hồ Chí Minh",
                "đặc khu Côn Đảo, Thành phố Hồ Chí Minh, Thành ủy Thành phố Hồ Chí Minh",
            ),
        ] {
            let places = Places::of(&plan("ubnd", commune, province));
            assert_eq!(places.fill("{xã}, {tỉnh}, {tỉnh ủy}"), filled);
        }
    }

    #[test]
    fn a_place_in_capitals_is_filled_in_capitals() {
        let places = Places::of(&plan("dang-uy", "xã Lương Minh", "tỉnh Nghệ An"));
        let title = "CỦA BAN THƯỜNG VỤ ĐẢNG ỦY XÃ LƯƠNG MINH";
        assert_eq!(places.lift(title), "CỦA {CƠ QUAN}");
        assert_eq!(places.fill("CỦA {CƠ QUAN}"), title);
    }

    #[test]
    fn names_that_were_not_known_are_filled_in_once_they_are() {
        for built_in in crate::template::all() {
            let template = built_in.template;
            let family = template.families[0].clone();
            let known = plan(
                BodyKind::all().find(|(it, _)| it.key == family.0).unwrap().1.key,
                "xã Lương Minh",
                "tỉnh Nghệ An",
            );
            let mut late = template.plan(&family, &Issuer::default(), None);
            assert_eq!(Places::filled(&late), None);
            (late.issuer, late.date) = (known.issuer.clone(), known.date.clone());
            let filled = Places::filled(&late).unwrap();
            assert_eq!(filled, template.plan(&family, &known.issuer, Some(2026)), "{}", built_in.key);
            assert_eq!(Places::filled(&filled), None);
        }
    }

    #[test]
    fn what_there_is_not_stays_as_it_is() {
        let places = Places::of(&plan("ubnd", "xã Lương Minh", ""));
        assert_eq!(places.fill("{huyện} {xã {tỉnh}} }{"), "{huyện} {xã [tên tỉnh, thành phố]} }{");
    }

    #[test]
    fn the_words_follow_the_chosen_place_of_tone_marks() {
        let mut plan = plan("ubnd", "xã Hòa Bình", "");
        plan.settings.set("tone", "second");
        assert_eq!(Places::of(&plan).fill("{cơ quan} bảo vệ"), "Uỷ ban nhân dân xã Hoà Bình bảo vệ");
    }

    #[test]
    fn a_number_that_names_a_unit_is_not_taken_for_its_name_elsewhere() {
        let places = Places::of(&plan("ubnd", "phường 1", "tỉnh Nghệ An"));
        assert_eq!(places.lift("Phường 1 có 1 đội"), "{xã} có 1 đội");
        assert_eq!(places.lift_year("trước ngày 01/12/2026, số 20262"), "trước ngày 01/12/{năm}, số 20262");
    }

    proptest! {
        #[test]
        fn what_was_turned_into_places_is_filled_with_the_same(
            words in prop::collection::vec(
                prop::sample::select(vec![
                    "Ủy ban nhân dân", "xã", "Lương Minh", "tỉnh Nghệ An", "Nghệ An", "2026", "Tỉnh ủy", ",", " ", "Minh",
                ]),
                0..12,
            ),
        ) {
            let text = words.join(" ");
            let places = Places::of(&plan("ubnd", "xã Lương Minh", "tỉnh Nghệ An"));
            prop_assert_eq!(places.fill(&places.lift_year(&text)), text);
        }

        #[test]
        fn any_text_can_be_filled(text in "[{}\\[\\]a-zảnăm ]{0,40}") {
            let places = Places::of(&Plan::default());
            let _ = (places.fill(&text), places.lift(&text), unknown_places(&text).count(), blanks(&text).count());
        }
    }
}
