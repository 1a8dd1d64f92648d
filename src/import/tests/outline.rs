//! Outlines of real plans against what a reader of the paper writes down.

use super::{BINH_DINH, NAM_DINH, NINH_BINH, outline};
use crate::import::text;

#[test]
fn the_outline_of_the_front_plan() {
    assert_eq!(
        outline(&text(NAM_DINH).plan),
        [
            "# MỤC ĐÍCH, YÊU CẦU",
            "1. [Mục đích] Phát huy vai trò | Đổi mới phương thức",
            "1. [Yêu cầu] Đẩy mạnh tuyên truyền, | Việc tổ chức triển",
            "# NHIỆM VỤ TRỌNG TÂM",
            "1. [Tổ chức tuyên truyền, vận động nâng cao nhận thức của Mặt trận Tổ quốc và các tổ chức thành \
             viên, của cán bộ, đoàn viên, hội viên và nhân dân về vai trò, vị trí, nhiệm vụ tiếp tục xây dựng \
             và hoàn thiện Nhà nước pháp quyền xã hội chủ nghĩa Việt Nam trong giai đoạn mới.] <Thời gian thực hiện: Thường xuyên>",
            "- Đảng đoàn, tổ chức",
            "- Đảng đoàn, tổ chức",
            "- Hướng dẫn, chỉ đạo",
            "- Chú trọng tuyên truyền,",
            "1. [Tăng cường công tác xây dựng Đảng trong sạch vững mạnh; tham gia phối hợp giải quyết kịp thời, \
             có hiệu quả những vấn đề bức xúc trong nhân dân, làm cho nhân dân tin tưởng vào sự lãnh đạo của \
             Đảng, tăng cường mối quan hệ máu thịt giữa nhân dân với Đảng và Nhà nước.] <Thời gian thực hiện: Thường xuyên>",
            "- Đảng đoàn, tổ chức",
            "- Đảng đoàn, tổ chức",
            "- Phối hợp với các",
            "1. [Đổi mới nội dung, phương thức hoạt động của Mặt trận Tổ quốc Việt Nam] <Thời gian thực hiện: Thường xuyên>",
            "- Tiếp tục đổi mới",
            "- Đa dạng hóa các",
            "- Tăng cường phối hợp",
            "1. [Củng cố, kiện toàn tổ chức bộ máy, nâng cao chất lượng đội ngũ cán bộ trong hệ thống Mặt trận \
             Tổ quốc Việt Nam] <Thời gian thực hiện: Thường xuyên>",
            "- Củng cố Ủy ban",
            "- Đẩy mạnh cải cách",
            "- Đổi mới nội dung,",
            "1. [Tăng cường công tác lãnh đạo, chỉ đạo và kiểm tra, giám sát việc triển khai thực hiện Nghị \
             quyết.] Tăng cường kiểm tra, <Thời gian thực hiện: Thường xuyên>",
            "# TỔ CHỨC THỰC HIỆN",
            "1. [Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh] Tổ chức triển khai | Chủ trì, phối hợp",
            "1. [Các tổ chức chính trị xã hội tỉnh, các tổ chức thành viên của MTTQ tỉnh.] Xây dựng kế hoạch | \
             Phân công lãnh đạo,",
            "1. [Ủy ban MTTQ Việt Nam các huyện, thành phố] Trên cơ sở Kế | Hướng dẫn Ban Thường",
            "1. [Các ban chuyên môn cơ quan Ủy ban MTTQ Việt Nam tỉnh.]",
            "1.1. [Ban Dân chủ - Pháp luật] Là bộ phận thường | Phối hợp với ban",
            "1.1. [Văn phòng] Phối hợp chuẩn bị | Phối hợp với Ban",
            "1.1. [Ban Tổ chức Tuyên giáo và tôn giáo, Ban Phong trào] Căn cứ chức năng,",
        ]
    );
}

#[test]
fn the_outline_of_the_party_plan() {
    assert_eq!(
        outline(&text(BINH_DINH).plan),
        [
            "# MỤC ĐÍCH, YÊU CẦU",
            "1. Giúp các cấp ủy,",
            "1. Tập trung chỉ đạo",
            "# NỘI DUNG TRIỂN KHAI THỰC HIỆN",
            "1. [Tổ chức học tập, quán triệt, đẩy mạnh công tác thông tin tuyên truyền] Các cấp ủy cơ | Quán \
             triệt sâu sắc | Chú trọng quan tâm",
            "1. [Lãnh đạo, chỉ đạo thực hiện tốt công tác tham mưu xây dựng, hoàn thiện Nhà nước pháp quyền xã \
             hội chủ nghĩa Việt Nam] Các cấp ủy, tổ | Nghiên cứu, rà soát, | Đẩy mạnh cải cách | Tăng cường \
             cải cách | Tập trung xây dựng | Tiếp tục thực hiện",
            "1. [Tăng cường sự lãnh đạo của Đảng, phát huy vai trò của Mặt trận Tổ quốc Việt Nam và các tổ chức \
             chính trị - xã hội trong xây dựng, hoàn thiện Nhà nước pháp quyền xã hội chủ nghĩa Việt Nam] Các \
             cấp ủy cơ | Tiếp tục phát huy | Tiếp tục đổi mới",
            "1. [Tăng cường công tác kiểm tra, giám sát việc thực hiện Nghị quyết thực hiện Nghị quyết] Ủy ban \
             kiểm tra | Cấp ủy chi, đảng",
            "# TỔ CHỨC THỰC HIỆN",
            "1. Ban Tuyên giáo Đảng",
            "1. Các cấp ủy chi,",
        ]
    );
}

#[test]
fn a_paragraph_cut_at_the_end_of_a_page_is_one() {
    let plan = text(BINH_DINH).plan;
    let whole = plan.sections[1].items[1].text.lines().last().map(str::to_owned);
    assert!(whole.is_some_and(|text| text.contains("theo Hiến pháp và pháp luật. Thực hiện đầy đủ")));
}

#[test]
fn numbered_sentences_and_titles_stand_side_by_side() {
    let lines = outline(&text(NINH_BINH).plan);
    let organisation = lines.iter().position(|line| line == "# TỔ CHỨC THỰC HIỆN").unwrap();
    assert_eq!(
        lines[organisation + 1..],
        [
            "1. [Các Ban và Văn phòng cơ quan Ủy ban MTTQ Việt Nam tỉnh]",
            "1.1. [Ban Tổ chức-Tuyên giáo:]",
            "- Tuyên truyền về các",
            "- Hằng năm tham mưu",
            "- Hướng dẫn, theo dõi,",
            "1.1. [Ban Dân chủ-Pháp luật:]",
            "- Hằng năm, xây dựng",
            "- Hướng dẫn MTTQ các",
            "- Phối hợp với các",
            "1.1. [Ban Phong trào-Dân tộc và Tôn giáo:]",
            "- Tham mưu thực hiện",
            "- Hướng dẫn, đôn đốc",
            "- Tuyên truyền, vận động",
            "1.1. [Văn phòng:]",
            "- Tham mưu tốt việc",
            "- Phối hợp với các",
            "1. [Ban Thường trực Ủy ban MTTQ Việt Nam các huyện, thành phố]",
            "1.1. Phối hợp với Ban <(Hoàn thành {}).: trong quý III năm 2021>",
            "1.1. Chỉ đạo, hướng dẫn <(Hoàn thành {}).: trong năm 2022>",
            "1.1. Xây dựng kế hoạch",
            "1.1. Hằng năm, tổ chức",
            "1.1. Tổ chức sơ kết",
        ]
    );
}
