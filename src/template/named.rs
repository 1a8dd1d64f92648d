//! What a plan carries out and what it is about, as its other sentences name them.

use crate::citation::{Citation, documents, found, lower_start, spoken};
use crate::plan::{Plan, lines};
use crate::superior::subject;
use crate::vietnamese::lower;

/// Documents that a plan rests on rather than carries out.
const RESTED_ON: [&str; 7] =
    ["Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Nghị định", "Thông tư", "Thông tư liên tịch"];

/// The document that the plan carries out, as later sentences name it (the-thuc.md, section 4): type
/// and number. The căn cứ name it, or the opening, or the subject; blank where none of them does.
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
    let plan = spoken(plan);
    let bases = plan.bases.iter().flat_map(|basis| lines(&basis.text)).flat_map(documents);
    let opening = lines(&plan.opening).flat_map(found);
    let all: Vec<Citation> = bases.chain(opening).chain(found(&subject(&plan))).collect();
    let carried_out = all.iter().find(|document| !RESTED_ON.contains(&document.kind.as_str()));
    carried_out.or(all.first()).map(Citation::short).unwrap_or_default()
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
    let subject = subject(&spoken(plan));
    let number =
        found(&subject).first().and_then(|cited| Some(subject.find(&cited.number)? + cited.number.len()));
    let work = &subject[..number.unwrap_or(subject.len())];
    let plain = lower(work);
    let link = ["về việc ", "v/v ", "về "].iter().find(|link| plain.starts_with(**link));
    lower_start(link.and_then(|link| work.get(link.len()..)).unwrap_or(work).trim())
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
    fn the_document_carried_out_is_found_in_the_bases_the_opening_or_the_subject() {
        for (subject, bases, opening, expected) in [
            (
                "thực hiện Nghị quyết số 27-NQ/TW ngày 09/11/2022",
                &["Căn cứ Chỉ thị số 5-CT/TU"][..],
                "Thực hiện Kế hoạch số 90-KH/TU",
                "Chỉ thị số 5-CT/TU",
            ),
            (
                "thực hiện Nghị quyết số 27-NQ/TW",
                &["Căn cứ Luật Phòng, chống thiên tai"],
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
