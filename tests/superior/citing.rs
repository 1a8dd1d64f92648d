//! How the superior's plan is cited.

use ke_hoach::format::FormatKey;
use ke_hoach::plan::{IssueDate, Issuer, Plan, Signature};
use ke_hoach::superior::{Gap, cite};

use crate::{BINH_DINH, NAM_DINH, NGHE_AN, NINH_BINH, read};

#[test]
fn a_front_plan_is_cited_with_its_standing_body_and_without_the_line_under_its_subject() {
    let (citation, gaps) = cite(&read(NAM_DINH));
    assert_eq!(
        citation.full(),
        "Kế hoạch số 90/KH-MT-BTT ngày 22/3/2023 của Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Nam Định về thực \
         hiện Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XIII về tiếp tục xây dựng và \
         hoàn thiện Nhà nước pháp quyền xã hội chủ nghĩa Việt Nam trong giai đoạn mới"
    );
    assert_eq!(gaps, []);
}

#[test]
fn a_party_plan_is_cited_with_the_body_for_which_it_was_signed() {
    let (citation, _) = cite(&read(BINH_DINH));
    assert_eq!(
        citation.dated(),
        "Kế hoạch số 80-KH/ĐUK ngày 27/6/2023 của Ban Thường vụ Đảng ủy Khối các cơ quan tỉnh Bình Định"
    );
    assert!(citation.subject.starts_with("về thực hiện Nghị quyết số 27-NQ/TW ngày 09/11/2022"));
}

#[test]
fn a_state_plan_is_cited_in_running_case() {
    assert_eq!(
        cite(&read(NGHE_AN)).0.full(),
        "Kế hoạch số 152/KH-UBND ngày 05/02/2026 của Ủy ban nhân dân tỉnh Nghệ An về chuyển đổi số trên địa bàn \
         tỉnh Nghệ An năm 2026"
    );
}

#[test]
fn what_the_head_does_not_say_shows_as_a_gap_and_is_told() {
    let (citation, gaps) = cite(&read(NINH_BINH));
    assert_eq!(citation.dated(), "Kế hoạch số … ngày … tháng … năm … của …");
    assert!(citation.subject.starts_with("về triển khai thực hiện Đề án “Nâng cao"));
    assert_eq!(gaps, [Gap::Number, Gap::Symbol, Gap::Date, Gap::Issuer]);

    let unregistered = Plan {
        symbol: "KH-UBND".into(),
        date: IssueDate { month: Some(3), year: Some(2026), ..IssueDate::default() },
        issuer: Issuer { issuing: "UỶ BAN NHÂN DÂN\nTỈNH NGHỆ AN".into(), ..Issuer::default() },
        ..Plan::default()
    };
    let (citation, gaps) = cite(&unregistered);
    assert_eq!(
        citation.full(),
        "Kế hoạch số …/KH-UBND ngày … tháng 3 năm 2026 của Ủy ban nhân dân tỉnh Nghệ An"
    );
    assert_eq!(gaps, [Gap::Number, Gap::Date, Gap::Subject]);
}

#[test]
fn a_provincial_committee_and_a_department_have_their_full_names() {
    let issued = |superior: &str, issuing: &str, authority: &str| {
        let issuer = Issuer { superior: superior.into(), issuing: issuing.into(), ..Issuer::default() };
        let signature = Signature { authority: authority.into(), ..Signature::default() };
        cite(&Plan { format: FormatKey::PARTY, issuer, signature, ..Plan::default() }).0.issuer
    };
    assert_eq!(issued("", "TỈNH ỦY NGHỆ AN", "T/M BAN THƯỜNG VỤ"), "Ban Thường vụ Tỉnh ủy Nghệ An");
    assert_eq!(issued("ỦY BAN NHÂN DÂN TỈNH NGHỆ AN", "SỞ NỘI VỤ", "KT. GIÁM ĐỐC"), "Sở Nội vụ tỉnh Nghệ An");
    assert_eq!(
        issued("", "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ ĐÀ NẴNG", "TM. ỦY BAN NHÂN DÂN"),
        "Ủy ban nhân dân thành phố Đà Nẵng"
    );
}
