use super::{BINH_DINH, NAM_DINH, NINH_BINH};
use crate::format::FormatKey;
use crate::import::text;
use crate::plan::{IssueDate, Plan, SectionRole};

fn recipients(plan: &Plan) -> Vec<(&str, &str)> {
    plan.recipients.iter().map(|row| (row.name.as_str(), row.note.as_str())).collect()
}

fn roles(plan: &Plan) -> Vec<SectionRole> {
    plan.sections.iter().map(|section| section.role).collect()
}

#[test]
fn the_head_of_a_front_plan_is_read() {
    let plan = text(NAM_DINH).plan;
    assert_eq!(plan.format, FormatKey::FRONT);
    assert_eq!(plan.issuer.superior, "");
    assert_eq!(plan.issuer.issuing, "ỦY BAN MTTQ VIỆT NAM\nTỈNH NAM ĐỊNH");
    assert_eq!(plan.issuer.standing, "BAN THƯỜNG TRỰC");
    assert_eq!((plan.number.as_str(), plan.symbol.as_str()), ("90", "KH-MT-BTT"));
    assert_eq!(plan.place, "Nam Định");
    assert_eq!(
        plan.date,
        IssueDate { day: Some(22), month: Some(3), year: Some(2023), ..IssueDate::default() }
    );
    assert_eq!((plan.title.as_str(), plan.title_body.as_str()), ("", ""));
    assert_eq!(
        plan.subject,
        "thực hiện Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XIII về tiếp tục xây \
         dựng và hoàn thiện Nhà nước pháp quyền xã hội chủ nghĩa Việt Nam trong giai đoạn mới\n\
         của Ủy ban MTTQ tỉnh Nam Định"
    );
    assert!(plan.bases.is_empty());
    assert!(
        plan.opening.starts_with("Thực hiện Nghị quyết số 27-NQ/TW") && plan.opening.ends_with("như sau:")
    );
}

#[test]
fn the_head_of_a_party_plan_is_read() {
    let plan = text(BINH_DINH).plan;
    assert_eq!(plan.format, FormatKey::PARTY);
    assert_eq!(plan.issuer.superior, "ĐẢNG BỘ TỈNH BÌNH ĐỊNH");
    assert_eq!(plan.issuer.issuing, "ĐẢNG ỦY KHỐI CÁC CƠ QUAN");
    assert_eq!(plan.issuer.standing, "");
    assert_eq!((plan.number.as_str(), plan.symbol.as_str()), ("80", "KH/ĐUK"));
    assert_eq!(plan.place, "Bình Định");
    assert_eq!(
        plan.date,
        IssueDate { day: Some(27), month: Some(6), year: Some(2023), ..IssueDate::default() }
    );
    assert_eq!(
        plan.subject,
        "thực hiện Nghị quyết số 27-NQ/TW ngày 09/11/2022 của Ban Chấp hành Trung ương Đảng khóa XIII về tiếp \
         tục xây dựng và hoàn thiện Nhà nước pháp quyền xã hội chủ nghĩa Việt Nam trong giai đoạn mới"
    );
}

#[test]
fn a_plan_without_head_and_signature_keeps_those_blank() {
    let plan = text(NINH_BINH).plan;
    assert_eq!(plan.format, FormatKey::FRONT, "by who speaks in the opening");
    assert_eq!(plan.issuer, Default::default());
    assert_eq!((plan.number.as_str(), plan.place.as_str()), ("", ""));
    assert_eq!(plan.date, IssueDate::default());
    assert_eq!(
        plan.subject,
        "Triển khai thực hiện Đề án “Nâng cao chất lượng và hiệu quả công tác dân vận trên địa bàn tỉnh Ninh \
         Bình, giai đoạn 2021-2025”"
    );
    assert_eq!(plan.signature, Default::default());
    assert!(plan.recipients.is_empty());
    assert!(plan.closing.starts_with("Trên đây là Kế hoạch") && plan.closing.ends_with("thực hiện./."));
}

#[test]
fn recipients_that_ran_into_the_signature_are_parted_from_it() {
    let plan = text(NAM_DINH).plan;
    assert_eq!(
        recipients(&plan),
        [
            ("Ban TT UBTWMTTQVN", "để b/c"),
            ("Thường trực Tỉnh ủy", ""),
            ("Ban Nội chính TU", ""),
            ("Các tổ chức chính trị - xã hội tỉnh", ""),
            ("Các tổ chức thành viên của MTTQ tỉnh", ""),
            ("Ban Thường trực UBMTTQVN tỉnh", ""),
            ("Ban TT UBMTTQVN các huyện, thành phố", ""),
            ("Các ban, Vp, Trang TTĐT của MTTQ tỉnh", ""),
        ]
    );
    assert_eq!(plan.retention, "Lưu: VP, Ban DC-PL");
    assert_eq!(plan.signature.authority, "TM. BAN THƯỜNG TRỰC");
    assert_eq!((plan.signature.title.as_str(), plan.signature.name.as_str()), ("", "Đoàn Văn Hùng"));
    assert!(plan.closing.starts_with("Trên đây là Kế hoạch triển khai"));
}

#[test]
fn recipients_and_signature_of_a_party_plan_are_read_as_they_are_written() {
    let plan = text(BINH_DINH).plan;
    assert_eq!(
        recipients(&plan),
        [
            ("Ban Thường vụ Tỉnh ủy", "b/c"),
            ("Ban Thường vụ Đảng ủy Khối", ""),
            ("Các ban ĐUK; Đoàn Khối", ""),
            ("Chi, đảng bộ cơ sở", ""),
            ("Website ĐUK", ""),
        ]
    );
    assert_eq!(plan.retention, "Lưu VP, BTGĐUK");
    assert_eq!(plan.signature.authority, "T/M BAN THƯỜNG VỤ");
    assert_eq!(plan.signature.title, "PHÓ Bí THƯ", "a slip of the source is not put right here");
    assert_eq!(plan.signature.name, "Nguyễn Hữu Lộc");
    assert_eq!(plan.closing, "");
}

#[test]
fn nothing_but_a_converters_mark_is_left_over() {
    assert_eq!(text(NAM_DINH).leftover, Vec::<String>::new());
    assert_eq!(text(BINH_DINH).leftover, Vec::<String>::new());
    assert_eq!(text(NINH_BINH).leftover, ["[bookmark: _Hlk71789350]"]);
}

#[test]
fn sections_know_what_they_are_for() {
    for source in [NAM_DINH, BINH_DINH, NINH_BINH] {
        assert_eq!(
            roles(&text(source).plan),
            [SectionRole::Purpose, SectionRole::Content, SectionRole::Organisation]
        );
    }
}

#[test]
fn every_row_has_an_identity_of_its_own() {
    let plan = text(NAM_DINH).plan;
    let mut repaired = plan.clone();
    repaired.repair_rows();
    assert_eq!(plan, repaired);
}
