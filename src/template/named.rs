//! What a plan carries out and what it is about, as its other sentences name them.

use crate::plan::{Plan, lines};
use crate::citation::lower_start;
use crate::superior::subject;
use crate::vietnamese::{lower, upper_letter};

/// Names of documents that one carries out, a longer one before its end.
const CARRIED_OUT: [&str; 17] = [
    "chương trình hành động",
    "nghị quyết liên tịch",
    "công điện",
    "công văn",
    "chỉ thị",
    "chương trình",
    "đề án",
    "hướng dẫn",
    "kế hoạch",
    "kết luận",
    "nghị quyết",
    "quy chế",
    "quy định",
    "quyết định",
    "thông báo",
    "thông tri",
    "thư",
];

/// Names of documents that one rests on.
const RESTED_ON: [&str; 7] =
    ["thông tư liên tịch", "nghị định", "thông tư", "pháp lệnh", "hiến pháp", "bộ luật", "luật"];

/// The document that the plan carries out, as later sentences name it (the-thuc.md, section 4): type
/// and number. The subject names it, or the căn cứ, or the opening; blank where none of them does.
///
/// ```
/// use ke_hoach::plan::{Basis, Plan};
/// let bases = [
///     "Căn cứ Luật Mặt trận Tổ quốc Việt Nam ngày 09/6/2015",
///     "Căn cứ Kế hoạch số 90-KH/TU, ngày 16/01/2026 của Tỉnh ủy Nghệ An",
/// ];
/// let bases = bases.map(|text| Basis { text: text.into(), ..Basis::default() });
/// assert_eq!(ke_hoach::template::cited(&Plan { bases: bases.into(), ..Plan::default() }), "Kế hoạch số 90-KH/TU");
/// ```
pub fn cited(plan: &Plan) -> String {
    let subject = subject(plan);
    let texts = || {
        let bases = plan.bases.iter().flat_map(|basis| lines(&basis.text));
        [subject.as_str()].into_iter().chain(bases).chain(lines(&plan.opening))
    };
    let by_number = |kinds: &[&str]| texts().find_map(|text| numbered(text, kinds)).map(|(name, _)| name);
    by_number(&CARRIED_OUT)
        .or_else(|| by_number(&RESTED_ON))
        .or_else(|| texts().find_map(law))
        .unwrap_or_default()
}

/// What the plan is about, as it stands behind "Kế hoạch" or "nhiệm vụ": the subject, a document in it by
/// its type and number alone.
///
/// ```
/// use ke_hoach::plan::Plan;
/// let subject = "Về thực hiện Nghị quyết số 27-NQ/TW ngày 09/11/2022 của Ban Chấp hành Trung ương Đảng";
/// let plan = Plan { subject: subject.into(), ..Plan::default() };
/// assert_eq!(ke_hoach::template::work(&plan), "thực hiện Nghị quyết số 27-NQ/TW");
/// ```
pub fn work(plan: &Plan) -> String {
    let subject = subject(plan);
    let known = [&CARRIED_OUT[..], &RESTED_ON].concat();
    let work = match numbered(&subject, &known) {
        Some((_, end)) => &subject[..end],
        None => subject.as_str(),
    };
    let plain = lower(work);
    let link = ["về việc ", "v/v ", "về "].iter().find(|link| plain.starts_with(**link));
    lower_start(link.and_then(|link| work.get(link.len()..)).unwrap_or(work).trim())
}

/// The first document of one of these kinds that a text names by its number, and where its name ends.
fn numbered(text: &str, kinds: &[&str]) -> Option<(String, usize)> {
    let plain = lower(text);
    if plain.len() != text.len() {
        return None;
    }
    plain.match_indices(" số").find_map(|(at, word)| {
        let kind = kinds.iter().find(|kind| {
            plain[..at].strip_suffix(**kind).is_some_and(|before| !before.ends_with(char::is_alphabetic))
        })?;
        let rest = &text[at + word.len()..];
        let number =
            rest.trim_start_matches([':', ' ', '\u{a0}']).split([' ', '\u{a0}', ',', ';', '(']).next()?;
        let number = number.trim_end_matches(['.', ':']);
        let end = at + word.len() + rest.find(number)? + number.len();
        let is_number =
            rest.starts_with([':', ' ', '\u{a0}']) && number.contains(|c: char| c.is_ascii_digit());
        is_number.then(|| (format!("{} số {number}", capital(kind)), end))
    })
}

/// A law by its name alone, at the beginning of a căn cứ.
fn law(text: &str) -> Option<String> {
    let text = text.trim_start_matches(['-', ' ']);
    let name = text.strip_prefix("Căn cứ ").unwrap_or(text);
    RESTED_ON.iter().find(|kind| lower(name).starts_with(*kind))?;
    let marks = [", ngày ", ";", "(", " ngày ", " số "].iter().filter_map(|mark| name.find(mark));
    // A comma stands in a name, too, but no capital behind it: "Luật Phòng, chống thiên tai".
    let commas = name.match_indices(", ").map(|(at, _)| at);
    let next = |at: &usize| name[at + 2..].starts_with(char::is_uppercase);
    let end = marks.chain(commas.filter(next)).min();
    let name = name[..end.unwrap_or(name.len())].trim_end_matches(['.', ' ']);
    Some(name.to_owned())
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(upper_letter).into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Basis;

    fn plan(subject: &str, bases: &[&str], opening: &str) -> Plan {
        let basis = |text: &&str| Basis { text: (*text).to_owned(), ..Basis::default() };
        let bases = bases.iter().map(basis).collect();
        Plan { subject: subject.into(), bases, opening: opening.into(), ..Plan::default() }
    }

    #[test]
    fn the_document_carried_out_is_found_in_the_subject_the_bases_or_the_opening() {
        for (subject, bases, opening, expected) in [
            (
                "thực hiện Nghị quyết số 27-NQ/TW ngày 09/11/2022",
                &["Căn cứ Chỉ thị số 5-CT/TU"][..],
                "",
                "Nghị quyết số 27-NQ/TW",
            ),
            (
                "chuyển đổi số năm 2026",
                &[
                    "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
                    "- Căn cứ Quyết định số: 749/QĐ-TTg ngày 03/6/2020",
                ],
                "",
                "Quyết định số 749/QĐ-TTg",
            ),
            (
                "",
                &[],
                "Thực hiện Công văn số 12/UBND-VX, ngày 02/02/2026 của Ủy ban nhân dân tỉnh",
                "Công văn số 12/UBND-VX",
            ),
            ("", &["Căn cứ Nghị định số 30/2020/NĐ-CP."], "", "Nghị định số 30/2020/NĐ-CP"),
            (
                "",
                &["Căn cứ Luật Phòng, chống thiên tai, Luật Đê điều, ngày 29/11/2006"],
                "",
                "Luật Phòng, chống thiên tai",
            ),
            ("", &["Căn cứ Luật Tiếp công dân ngày 25/11/2013;"], "", "Luật Tiếp công dân"),
            ("bảo đảm số lượng trâu, bò", &["Căn cứ tình hình thực tế"], "Theo kế hoạch số người", ""),
        ] {
            assert_eq!(cited(&plan(subject, bases, opening)), expected, "{subject} {bases:?} {opening}");
        }
    }

    #[test]
    fn what_a_plan_is_about_is_its_subject_inside_a_sentence() {
        for (subject, expected) in [
            (
                "Phòng, chống thiên tai và tìm kiếm cứu nạn\nnăm 2026.",
                "phòng, chống thiên tai và tìm kiếm cứu nạn năm 2026",
            ),
            ("V/v tuyên truyền bầu cử", "tuyên truyền bầu cử"),
            ("thực hiện đề án\ncủa Ủy ban MTTQ xã", "thực hiện đề án"),
            ("", ""),
        ] {
            assert_eq!(work(&plan(subject, &[], "")), expected);
        }
    }
}
