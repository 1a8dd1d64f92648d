//! Every citation of the real plans: each one read by hand, then by the app.

use ke_hoach::citation::{Citation, documents, found};
use ke_hoach::import;

/// What stands in the plans, in order, the parts between strokes: type, number, date, issuer,
/// subject, short name. Citations inside the subject of another are its subject's.
const BINH_DINH: &str = "\
Nghị quyết|27-NQ/TW|09/11/2022|Ban Chấp hành||
Kế hoạch|60-KH/TU|24/5/2023|Ban Thường vụ Tỉnh ủy|về thực hiện Nghị quyết số 27-NQ/TW ngày 09/11/2022 của Ban Chấp hành Trung ương Đảng khóa XIII về tiếp tục xây dựng và hoàn thiện Nhà nước pháp quyền xã hội chủ nghĩa Việt Nam trong giai đoạn mới (viết tắt là Nghị quyết số 27-NQ/TW)|
Nghị quyết|27-NQ/TW||||
Nghị quyết|27-NQ/TW||||
Nghị quyết|27-NQ/TW||||
Nghị quyết|27-NQ/TW||||
Kế hoạch|60-KH/TU|24/5/2023|Ban Thường vụ Tỉnh ủy|về thực hiện Nghị quyết số 27-NQ/TW|
Nghị quyết|27-NQ/TW||||
Nghị quyết|27-NQ/TW||||
Nghị quyết|27-NQ/TW||||
Nghị quyết|27-NQ/TW||||
Nghị quyết|27-NQ/TW||||";

const NAM_DINH: &str = "\
Nghị quyết|27-NQ/TW|09/11/2022|Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng|về tiếp tục xây dựng và hoàn thiện Nhà nước pháp quyền xã hội chủ nghĩa Việt Nam trong giai đoạn mới|Nghị quyết 27
Kế hoạch|90-KH/TU|16/01/2023|Tỉnh ủy Nam Định|về thực hiện Nghị quyết số 27-NQ/TW|
Nghị quyết|27-NQ/TW|09/11/2022|Ban Chấp hành Trung ương Đảng (khóa XIII)|về tiếp tục xây dựng và hoàn thiện Nhà nước pháp quyền xã hội chủ nghĩa Việt Nam trong giai đoạn mới|
Nghị quyết|27-NQ/TW|09/11/2022|Ban Chấp hành Trung ương Đảng (khóa XIII)|về tiếp tục xây dựng và hoàn thiện Nhà nước pháp quyền xã hội chủ nghĩa Việt Nam trong giai đoạn mới|
Nghị quyết|27||||
Nghị quyết|27-NQ/TW|09/11/2022|Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng|về tiếp tục xây dựng và hoàn thiện Nhà nước pháp quyền xã hội chủ nghĩa Việt Nam trong giai đoạn mới|
Nghị quyết|27-NQ/TW|09/11/2022|Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng|về tiếp tục xây dựng và hoàn thiện Nhà nước pháp quyền xã hội chủ nghĩa Việt Nam trong giai đoạn mới|
Kế hoạch|90-KH/TU|16/01/2023|Tỉnh uỷ||
Nghị quyết|27-NQ/TW||||
Nghị quyết|27-NQ/TW||||
Nghị quyết|27-NQ/TW||||
Nghị quyết|27-NQ/TW|09/11/2022|Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng|về tiếp tục xây dựng và hoàn thiện Nhà nước pháp quyền xã hội chủ nghĩa Việt Nam trong giai đoạn mới|";

const NINH_BINH: &str = "\
Quyết định|334-QĐ/TU|29/6/2021|Ban Thường vụ Tỉnh ủy Ninh Bình|về việc phê duyệt Đề án “Nâng cao chất lượng và hiệu quả công tác dân vận trên địa bàn tỉnh Ninh Bình, giai đoạn 2021-2025”|Đề án
Kết luận|01-KL/TW|18/5/2021|Bộ Chính trị|về tiếp tục thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị về đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh gắn với việc thực hiện Nghị quyết Trung ương 4 (khóa XI, XII)|
Chỉ thị|03-CT/TW|19/5/2021|Ban Bí thư|về tăng cường sự lãnh đạo của Đảng đối với Cuộc vận động “Người Việt Nam ưu tiên dùng hàng Việt Nam” trong tình hình mới|
Kế hoạch|101/KH-MTTQ-BTT|03/6/2021|Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh|về việc triển khai thực hiện Nghị quyết số 01-NQ/TU, ngày 20/4/2021 của Ban Chấp hành Đảng bộ tỉnh “Về xây dựng chính quyền điện tử, chuyển đổi số đến năm 2025, định hướng đến năm 2030”|
Quyết định|217-QĐ/TW|12/12/2013|||
Quyết định|218-QĐ/TW|12/12/2013|Bộ Chính trị||
Quy định|124-QĐ/TW|02/02/2018|Ban Bí thư|về giám sát của Mặt trận Tổ quốc Việt Nam, các tổ chức chính trị - xã hội và Nhân dân đối với việc tu dưỡng, rèn luyện đạo đức, lối sống của người đứng đầu, cán bộ chủ chốt và cán bộ, đảng viên|
Chương trình|06-Ctr/TU|31/5/2021|Ban Chấp hành Đảng bộ tỉnh|về công tác phòng, chống tham nhũng, nhiệm kỳ 2020-2025|
Nghị quyết|18-NQ/TW|25/10/2017|Ban Chấp hành Trung ương Đảng, khóa XII|về “Một số vấn đề tiếp tục đổi mới, sắp xếp bộ máy của hệ thống chính trị tinh gọn, hoạt động hiệu lực, hiệu quả”|
Quy định|212-QĐ/TW|30/12/2019|Ban Bí thư Trung ương Đảng|về chức năng, nhiệm vụ, tổ chức bộ máy, biên chế cơ quan chuyên trách của Ủy ban Mặt trận Tổ quốc và các tổ chức chính trị - xã hội cấp tỉnh, cấp huyện|
Thông báo|2122-TB/TU|25/3/2020|Ban Thường vụ Tỉnh ủy Ninh Bình|về việc sắp xếp lại tổ chức bộ máy và giao biên chế cho Ủy ban Mặt trận Tổ quốc và các tổ chức chính trị - xã hội của tỉnh|
Kế hoạch|38/KH-MT|16/4/2015||về việc cán bộ MTTQ các cấp nắm tình hình nhân dân, dự sinh hoạt Ban Công tác Mặt trận tại khu dân cư trên địa bàn tỉnh|
Quy định|124-QĐ/TW||||";

const HIEP_THUONG: &str = "\
Luật||25 tháng 6 năm 2015||Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân|
Luật||24 tháng 6 năm 2025||sửa đổi, bổ sung một số điều của Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân|
Nghị quyết liên tịch|102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN|26 tháng 9 năm 2025|Ủy ban Thường vụ Quốc hội, Chính phủ và Đoàn Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam|hướng dẫn quy trình hiệp thương, giới thiệu người ứng cử đại biểu Quốc hội khóa XVI, đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031|
Hướng dẫn|01/HD-MTTQ-BTT|28/11/2025|Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Quảng Ninh|về quy trình hiệp thương, giới thiệu người ứng cử đại biểu Quốc hội khóa XVI, đại biểu Hội đồng Nhân dân các cấp nhiệm kỳ 2026 – 2031 của Ủy ban Mặt trận Tổ quốc Việt Nam các cấp tỉnh Quảng Ninh|
Kế hoạch|16/KH-MTTQ-BTT|18/11/2025|Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã|về thực hiện công tác bầu cử đại biểu Quốc hội khóa XVI, đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031|";

const KIEM_TRA: &str = "\
Luật||||Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân|
Luật||||Mặt trận Tổ quốc Việt Nam|
Kế hoạch|04/KH-MTTQ-BTT|04/12/2025|Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Quảng Ninh|về kiểm tra, giám sát công tác bầu cử đại biểu Quốc hội khóa XVI và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031|
Hướng dẫn|13/HD-MTTQ-BTT|17/11/2025|Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Quảng Ninh|về công tác kiểm tra, giám sát bầu cử|";

fn expected(table: &str) -> Vec<Citation> {
    let citation = |line: &str| {
        let parts: Vec<String> = line.split('|').map(str::to_owned).collect();
        let [kind, number, date, issuer, subject, short] = parts.try_into().unwrap();
        Citation { kind, number, date, issuer, subject, short }
    };
    table.lines().map(citation).collect()
}

fn in_text(name: &str) -> Vec<Citation> {
    let text = std::fs::read_to_string(format!("tests/plans/{name}.txt")).unwrap();
    text.lines().flat_map(found).collect()
}

fn in_bases(name: &str) -> Vec<Citation> {
    let bytes = std::fs::read(format!("tests/plans/{name}.docx")).unwrap();
    let plan = import::file(&bytes).unwrap().into_plan();
    plan.bases.iter().flat_map(|basis| documents(&basis.text)).collect()
}

#[test]
fn nearly_all_citations_of_the_real_plans_are_taken_apart_completely() {
    let plans = [
        (BINH_DINH, in_text("dang-uy-khoi-binh-dinh-nq27")),
        (NAM_DINH, in_text("mttq-tinh-nam-dinh-nq27")),
        (NINH_BINH, in_text("mttq-tinh-ninh-binh-de-an")),
        (HIEP_THUONG, in_bases("mttq-xa-luong-minh-hiep-thuong-2")),
        (KIEM_TRA, in_bases("mttq-xa-luong-minh-kiem-tra-giam-sat")),
    ];
    let (mut right, mut all) = (0, 0);
    for (table, found) in plans {
        let expected = expected(table);
        assert_eq!(
            found.iter().map(|citation| (&citation.kind, &citation.number)).collect::<Vec<_>>(),
            expected.iter().map(|citation| (&citation.kind, &citation.number)).collect::<Vec<_>>(),
            "every document is found, and nothing else"
        );
        for (found, expected) in found.iter().zip(&expected) {
            all += 1;
            if found == expected {
                right += 1;
            } else {
                println!("read as {found:#?}");
            }
        }
    }
    println!("taken apart completely: {right} of {all} citations ({} %)", right * 100 / all);
    assert!(right * 100 >= all * 93, "{right} of {all}");
}
