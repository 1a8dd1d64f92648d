//! Dashes and commas in what laws and documents of the Party list.

use std::sync::LazyLock;

use super::clauses::MARKS;
use super::words::{Words, at, begins, first_word, is_capital};
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Frame, Paragraph};
use crate::check::rule::{Report, Rule};
use crate::order;
use crate::vietnamese::{lower_letter, upper};

const TERMS: &str = "Tên gọi trong luật và văn kiện";

pub(super) const RULES: &[Rule] = &[
    Rule::each(Error, "punctuation.term.dash", TERMS, "Thiếu gạch nối trong tên gọi", term_dash).mends(),
    Rule::each(Warn, "punctuation.term.comma", TERMS, "Thiếu dấu phẩy trong chuỗi liệt kê", term_comma)
        .mends(),
    Rule::each(Hint, "punctuation.term.list", MARKS, "Có thể thiếu dấu phẩy trong chuỗi liệt kê", term_list)
        .mends(),
    Rule::each(Hint, "punctuation.connective", MARKS, "Thiếu dấu phẩy trước “qua đó”, “nhất là”", connective)
        .mends(),
];

/// What goes on with a clause behind a comma, and the words behind which it is part of it.
const CONNECTIVES: [(&str, &[&str]); 9] = [
    ("qua đó", &["thông", "trải", "và", "vượt"]),
    ("từ đó", &["kể", "và", "ngay", "bắt"]),
    ("trong đó", &["và", "mà", "nằm"]),
    ("do đó", &["và", "chính", "cũng"]),
    ("vì vậy", &["và", "chính", "cũng"]),
    ("nhất là", &["và", "tốt", "cao", "thứ"]),
    ("đặc biệt là", &["và"]),
    ("cụ thể là", &["và"]),
    ("đồng thời", &["và", "phải", "cần", "lại", "là", "được", "hiện", "cũng", "làm", "không"]),
];

/// "hoàn thành chỉ tiêu qua đó góp phần giảm nghèo".
fn connective(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (phrase, after) in CONNECTIVES {
        for range in paragraph.phrases(phrase) {
            let own = at(paragraph, &range);
            let Some(before) = own.checked_sub(1).and_then(|at| paragraph.words.get(at)) else { continue };
            let gap = before.at.end..range.start;
            let small = !is_capital(paragraph, own) && before.is_syllable && !before.small.is_of(after);
            if small && own > 2 && paragraph.slice(gap.clone()) == " " {
                let message = format!("Trước “{phrase}” thường có dấu phẩy.");
                report.mend_part(paragraph, before.at.start..range.end, gap, ", ", message);
            }
        }
    }
}

/// Words that are joined by dashes in their names, each with how many words stand before the dashes.
const DASHED: [(&str, &[usize]); 9] = [
    ("phòng kế hoạch tài chính", &[3]),
    ("phòng tài chính kế hoạch", &[3]),
    ("ngày thương binh liệt sĩ", &[3]),
    ("ngày thương binh liệt sỹ", &[3]),
    ("chính trị xã hội", &[2]),
    ("kinh tế xã hội", &[2]),
    ("lao động thương binh và xã hội", &[2]),
    ("dân số kế hoạch hóa", &[2]),
    ("chính trị xã hội nghề nghiệp", &[2, 4]),
];

fn term_dash(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (plain, dashes) in DASHED {
        for range in paragraph.phrases(plain) {
            let rest = paragraph.behind(range.end).trim_start();
            // "phát triển kinh tế xã hội chủ nghĩa" says something else.
            let longer = ["chủ nghĩa", "nghề nghiệp", "hóa", "hoá"].iter().any(|word| rest.starts_with(word));
            if !longer {
                let mut words: Vec<&str> = paragraph.slice(range.clone()).split(' ').collect();
                dashes.iter().rev().for_each(|at| words.insert(*at, "-"));
                report.mend(paragraph, range, words.join(" "), "Thiếu gạch nối.");
            }
        }
    }
}

/// What laws and documents of the Party list with commas; the first words of each pair, the rest.
const LISTED: &[(&str, &str)] = &[
    ("phổ biến", "giáo dục"),
    ("thi đua", "khen thưởng"),
    ("khiếu nại", "tố cáo"),
    ("phòng", "chống"),
    ("trước", "trong và sau"),
    ("xanh", "sạch"),
    ("các cấp", "các ngành"),
    ("cán bộ", "đảng viên"),
    ("cán bộ", "công chức"),
    ("công chức", "viên chức"),
    ("cán bộ", "hội viên"),
    ("cán bộ", "đoàn viên"),
    ("đoàn viên", "hội viên"),
    ("công khai", "minh bạch"),
    ("mục đích", "yêu cầu"),
    ("mục đích", "ý nghĩa"),
    ("thương binh", "liệt sĩ"),
    ("thương binh", "liệt sỹ"),
    ("cấp ủy", "chính quyền"),
    ("cấp uỷ", "chính quyền"),
    ("thôn", "tổ dân phố"),
    ("thôn", "khu phố"),
    ("cơ quan", "đơn vị"),
    ("nhiệm vụ", "giải pháp"),
    ("ban", "ngành"),
    ("ngành", "đoàn thể"),
    ("kịp thời", "hiệu quả"),
    ("đơn vị", "địa phương"),
    ("cứu hộ", "cứu nạn"),
    ("sai trái", "thù địch"),
    ("gần dân", "trọng dân"),
    ("trọng dân", "hiểu dân"),
    ("dân biết", "dân bàn"),
    ("dân bàn", "dân làm"),
    ("nhiệm vụ", "quyền hạn"),
    ("đường lối", "chủ trương"),
    ("chủ trương", "chính sách"),
    ("tự lực", "tự cường"),
    ("tâm tư", "nguyện vọng"),
    ("hợp pháp", "chính đáng"),
    ("vật chất", "tinh thần"),
    ("cán bộ", "hội viên"),
    ("thiết thực", "hiệu quả"),
    ("nghiêm túc", "hiệu quả"),
    ("đồng bộ", "hiệu quả"),
    ("dân chủ", "công khai"),
    ("tham nhũng", "lãng phí"),
    ("lãng phí", "tiêu cực"),
    ("an toàn", "tiết kiệm"),
    ("thời gian", "địa điểm"),
    ("nội dung", "hình thức"),
    ("phương hướng", "nhiệm vụ"),
    ("âm mưu", "thủ đoạn"),
    ("phòng cháy", "chữa cháy"),
    ("phát hiện", "tố giác"),
    ("bồi thường", "hỗ trợ"),
    ("hỗ trợ", "tái định cư"),
    ("cứu nạn", "cứu hộ"),
    ("tổ chức", "cá nhân"),
    ("tập thể", "cá nhân"),
    ("gia súc", "gia cầm"),
    ("cây trồng", "vật nuôi"),
    ("thanh tra", "kiểm tra"),
    ("sơ kết", "tổng kết"),
    ("cán bộ", "chiến sĩ"),
    ("ưu điểm", "hạn chế"),
    ("hạn chế", "khuyết điểm"),
    ("tồn tại", "hạn chế"),
    ("phản ánh", "kiến nghị"),
    ("kiến nghị", "phản ánh"),
    ("rõ người", "rõ việc"),
    ("rõ việc", "rõ trách nhiệm"),
    ("đúng đối tượng", "đúng nội dung"),
    ("nguyên tắc", "quy trình"),
    ("đạo đức", "lối sống"),
    ("tư tưởng", "đạo đức"),
    ("tư tưởng", "dư luận"),
    ("công minh", "chính xác"),
    ("khen thưởng", "kỷ luật"),
    ("theo dõi", "đôn đốc"),
    ("theo dõi", "tổng hợp"),
    ("sửa đổi", "bổ sung"),
    ("chức năng", "nhiệm vụ"),
    ("khó khăn", "vướng mắc"),
    ("già làng", "trưởng bản"),
    ("từ sớm", "từ xa"),
    ("huyện", "thành phố"),
    ("huyện", "thị xã"),
    ("quận", "huyện"),
    ("thị xã", "thành phố"),
    ("thanh lịch", "văn minh"),
    ("tổng kết", "đánh giá"),
    ("sơ kết", "đánh giá"),
    ("thăm hỏi", "tặng quà"),
    ("thăm hỏi", "tặng hoa"),
    ("thăm hỏi", "động viên"),
    ("lãnh đạo", "quản lý"),
    ("quốc phòng", "an ninh"),
    ("xây dựng", "củng cố"),
    ("nội dung", "phương thức"),
    ("củng cố", "nâng cao"),
    ("tuyên truyền", "hướng dẫn"),
    ("phổ biến", "nhân rộng"),
    ("hỗ trợ", "giúp đỡ"),
    ("con ngoan", "trò giỏi"),
    ("bảo vệ", "chăm sóc"),
    ("chăm sóc", "giáo dục"),
    ("vui chơi", "giải trí"),
    ("văn hóa", "văn nghệ"),
    ("văn nghệ", "thể thao"),
    ("giao lưu", "học hỏi"),
    ("thăm hỏi", "chúc tết"),
    ("củng cố", "kiện toàn"),
    ("giữ gìn", "phát huy"),
    ("bảo tồn", "phát huy"),
    ("phòng ngừa", "ngăn chặn"),
    ("phòng ngừa", "đấu tranh"),
    ("tham mưu", "đề xuất"),
    ("đôn đốc", "nhắc nhở"),
    ("kiểm tra", "đôn đốc"),
    ("đôn đốc", "kiểm tra"),
    ("hướng dẫn", "đôn đốc"),
    ("động viên", "khích lệ"),
    ("biểu dương", "khen thưởng"),
    ("trang bị", "nâng cao"),
    ("bổ sung", "hoàn thiện"),
    ("vui tươi", "phấn khởi"),
    ("vui tươi", "lành mạnh"),
    ("an toàn", "lành mạnh"),
    ("trang trọng", "tiết kiệm"),
    ("trang trọng", "thiết thực"),
    ("thiết thực", "tiết kiệm"),
    ("kịp thời", "chính xác"),
    ("kịp thời", "đầy đủ"),
    ("đầy đủ", "kịp thời"),
    ("đầy đủ", "chính xác"),
    ("chính xác", "kịp thời"),
    ("nhanh chóng", "kịp thời"),
    ("chủ động", "kịp thời"),
    ("chủ động", "tích cực"),
    ("tích cực", "chủ động"),
    ("quyết liệt", "hiệu quả"),
    ("chặt chẽ", "hiệu quả"),
    ("tiết kiệm", "hiệu quả"),
    ("thường xuyên", "liên tục"),
    ("tập huấn", "bồi dưỡng"),
    ("quan điểm", "chủ trương"),
    ("kiểm tra", "giám sát"),
    ("lãnh đạo", "chỉ đạo"),
    ("quản lý", "điều hành"),
    ("quán triệt", "học tập"),
    ("học tập", "quán triệt"),
    ("tuyên truyền", "phổ biến"),
    ("tuyên truyền", "vận động"),
    ("đào tạo", "bồi dưỡng"),
    ("vận động", "thuyết phục"),
    ("rà soát", "thống kê"),
    ("chủ trương", "đường lối"),
    ("đôn đốc", "thúc đẩy"),
    ("ý nghĩa", "tác dụng"),
    ("tuyên truyền", "quảng bá"),
    ("tuyên truyền", "giáo dục"),
    ("giám sát", "phản biện"),
    ("quản lý", "sử dụng"),
    ("quán triệt", "tuyên truyền"),
    ("đánh giá", "xếp loại"),
    ("đánh giá", "phân loại"),
    ("nhận thức", "trách nhiệm"),
    ("mục tiêu", "nhiệm vụ"),
    ("trọng tâm", "trọng điểm"),
    ("cơ cấu", "thành phần"),
    ("thành phần", "số lượng"),
    ("cơ cấu", "số lượng"),
    ("đổi mới", "nâng cao"),
    ("chất lượng", "hiệu quả"),
    ("quán triệt", "triển khai"),
    ("hiệu lực", "hiệu quả"),
    ("tố cáo", "kiến nghị"),
    ("tiếp nhận", "giải quyết"),
    ("thanh toán", "quyết toán"),
    ("nghiên cứu", "học tập"),
    ("rà soát", "bổ sung"),
    ("chi hội", "chi đoàn"),
    ("vị trí", "vai trò"),
    ("củng cố", "xây dựng"),
    ("hồ sơ", "tài liệu"),
    ("trình tự", "thủ tục"),
    ("thu gom", "vận chuyển"),
    ("tu dưỡng", "rèn luyện"),
    ("nông nghiệp", "nông dân"),
    ("nông dân", "nông thôn"),
    ("kiến thức", "kỹ năng"),
    ("quan điểm", "mục tiêu"),
    ("tiếp nhận", "xử lý"),
    ("tuần tra", "kiểm soát"),
    ("kiểm tra", "đánh giá"),
    ("vai trò", "trách nhiệm"),
    ("đối tượng", "phạm vi"),
    ("chỉ đạo", "điều hành"),
    ("phát hiện", "xử lý"),
    ("mục tiêu", "chỉ tiêu"),
    ("địa phương", "đơn vị"),
    ("cơ chế", "chính sách"),
    ("chuyên trang", "chuyên mục"),
    ("kinh phí", "phương tiện"),
    ("công trình", "phần việc"),
    ("rà soát", "sắp xếp"),
    ("phồn vinh", "hạnh phúc"),
    ("tiếp thu", "giải trình"),
    ("lực lượng", "phương tiện"),
    ("khám bệnh", "chữa bệnh"),
    ("dân chủ", "khách quan"),
    ("khách quan", "dân chủ"),
    ("cán bộ", "giáo viên"),
    ("thẩm tra", "xác minh"),
    ("gia đình", "dòng họ"),
    ("vùng sâu", "vùng xa"),
    ("băng rôn", "khẩu hiệu"),
    ("xây dựng", "chỉnh đốn"),
    ("kỷ luật", "kỷ cương"),
    ("lựa chọn", "giới thiệu"),
    ("hướng dẫn", "theo dõi"),
    ("công khai", "dân chủ"),
    ("giáo viên", "nhân viên"),
    ("tiếp thu", "giải quyết"),
    ("phong tục", "tập quán"),
    ("phòng ngừa", "ứng phó"),
    ("chức sắc", "chức việc"),
    ("hồ sơ", "sổ sách"),
    ("mô hình", "điển hình"),
    ("tham nhũng", "tiêu cực"),
    ("rà soát", "sửa đổi"),
    ("tiên phong", "gương mẫu"),
    ("biểu dương", "nhân rộng"),
    ("khách quan", "công khai"),
    ("hương ước", "quy ước"),
    ("khuyến học", "khuyến tài"),
    ("phát hiện", "biểu dương"),
    ("tư vấn", "hỗ trợ"),
    ("năng lực", "uy tín"),
    ("thường xuyên", "lâu dài"),
    ("rà soát", "điều chỉnh"),
    ("hưởng ứng", "tham gia"),
    ("chăm lo", "bảo vệ"),
    ("phẩm chất", "năng lực"),
    ("đùn đẩy", "né tránh"),
    ("điều chỉnh", "bổ sung"),
    ("đầy đủ", "sâu sắc"),
    ("nghiêm túc", "thiết thực"),
    ("chuyên nghiệp", "hiện đại"),
    ("xuyên tạc", "phá hoại"),
    ("đề xuất", "kiến nghị"),
    ("kiểm tra", "xử lý"),
    ("chỉ đạo", "hướng dẫn"),
    ("chế độ", "chính sách"),
    ("tuyên truyền", "quán triệt"),
    ("xây dựng", "phát triển"),
    ("xem xét", "quyết định"),
    ("xem xét", "chỉ đạo"),
    ("tham mưu", "giúp việc"),
    ("đạo đức", "phong cách"),
    ("đôn đốc", "tổng hợp"),
    ("ý kiến", "kiến nghị"),
    ("người tốt", "việc tốt"),
    ("rõ việc", "rõ thời gian"),
    ("rõ thời gian", "rõ trách nhiệm"),
    ("rõ trách nhiệm", "rõ sản phẩm"),
    ("vật chất", "trang thiết bị"),
    ("phương tiện", "vật tư"),
    ("vật tư", "phương tiện"),
    ("tiếp nhận", "phân bổ"),
    ("dân làm", "dân kiểm tra"),
    ("dân kiểm tra", "dân giám sát"),
    ("dân giám sát", "dân thụ hưởng"),
    ("nể nang", "né tránh"),
    ("ngắn gọn", "dễ hiểu"),
    ("ngăn chặn", "đẩy lùi"),
    ("dám nghĩ", "dám làm"),
    ("tiềm năng", "lợi thế"),
    ("phô trương", "lãng phí"),
    ("thu gom", "xử lý"),
    ("sản xuất", "chế biến"),
    ("quy trình", "thủ tục"),
    ("nhận thức", "quyết tâm"),
    ("khách quan", "trung thực"),
    ("trung thực", "khách quan"),
    ("phân loại", "xử lý"),
    ("lòng đường", "vỉa hè"),
    ("hiến đất", "góp công"),
    ("thương binh", "bệnh binh"),
    ("nhà tạm", "nhà dột nát"),
    ("dự báo", "cảnh báo"),
    ("tiếp nhận", "phân loại"),
    ("tiêu cực", "trục lợi"),
    ("tiêu cực", "lợi ích nhóm"),
    ("tiêu cực", "lãng phí"),
    ("sách nhiễu", "phiền hà"),
    ("quan liêu", "xa dân"),
    ("quan liêu", "tham nhũng"),
    ("sởi", "bạch hầu"),
    ("bạch hầu", "ho gà"),
    ("ho gà", "uốn ván"),
    ("công khai", "công bằng"),
    ("công bằng", "minh bạch"),
    ("công bằng", "khách quan"),
    ("minh bạch", "khách quan"),
    ("minh bạch", "hiệu quả"),
    ("công khai", "đúng quy định"),
    ("nhanh chóng", "chính xác"),
    ("năng động", "sáng tạo"),
    ("chủ động", "sáng tạo"),
    ("linh hoạt", "sáng tạo"),
    ("chủ động", "linh hoạt"),
    ("sáng tạo", "hiệu quả"),
    ("gọn nhẹ", "hiệu quả"),
    ("thiết thực", "phù hợp"),
    ("phát hiện", "ngăn chặn"),
    ("phòng ngừa", "phát hiện"),
    ("phát hiện", "bồi dưỡng"),
    ("khảo sát", "đánh giá"),
    ("rà soát", "đánh giá"),
    ("rà soát", "lập danh sách"),
    ("khảo sát", "lập danh sách"),
    ("theo dõi", "kiểm tra"),
    ("thống kê", "đánh giá"),
    ("nền nếp", "kỷ cương"),
    ("kỷ cương", "nền nếp"),
    ("kỷ cương", "trách nhiệm"),
    ("mầm non", "tiểu học"),
    ("tiểu học", "trung học cơ sở"),
    ("hạn chế", "yếu kém"),
    ("tồn tại", "khuyết điểm"),
    ("yếu kém", "khuyết điểm"),
    ("đói nghèo", "lạc hậu"),
    ("an toàn", "đúng quy định"),
    ("an toàn", "trật tự"),
    ("vũ khí", "vật liệu nổ"),
    ("hội viên", "đoàn viên"),
    ("cán bộ", "viên chức"),
    ("nhũng nhiễu", "tiêu cực"),
    ("quan tâm", "chỉ đạo"),
    ("quan tâm", "giúp đỡ"),
    ("thân thiện", "trách nhiệm"),
    ("nghiêm minh", "kịp thời"),
    ("kịp thời", "nghiêm minh"),
    ("trang nghiêm", "tiết kiệm"),
    ("trang nghiêm", "trọng thể"),
    ("ấm cúng", "tiết kiệm"),
];

/// What begins with a capital of its own, and is listed all the same.
const WITH_CAPITALS: [(&str, &str); 6] = [
    ("mừng đảng", "mừng xuân"),
    ("mừng xuân", "đón tết"),
    ("vui xuân", "đón tết"),
    ("mừng xuân", "vui tết"),
    ("đảng ủy", "chính quyền"),
    ("đảng uỷ", "chính quyền"),
];

/// What is usually listed with commas.
const USUALLY: [(&str, &str); 21] = [
    ("thông tin", "báo cáo"),
    ("hội viên", "nông dân"),
    ("an ninh", "trật tự"),
    ("an toàn", "an ninh"),
    ("xã", "phường"),
    ("phường", "thị trấn"),
    ("phường", "đặc khu"),
    ("thôn", "bản"),
    ("bản", "khu phố"),
    ("chính sách", "pháp luật"),
    ("thể dục", "thể thao"),
    ("thiếu niên", "nhi đồng"),
    ("gia đình", "nhà trường"),
    ("nhà trường", "gia đình"),
    ("thông tin", "tuyên truyền"),
    ("đào tạo", "tập huấn"),
    ("an ninh", "quốc phòng"),
    ("đoàn viên", "thanh niên"),
    ("khoa học", "công nghệ"),
    ("sản xuất", "kinh doanh"),
    ("học sinh", "sinh viên"),
];

/// Two words that are listed with a comma.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::check) struct Listed {
    first: &'static str,
    second: &'static str,
    /// Whether they stand without it as well.
    usually: bool,
    /// Whether they have capitals of their own.
    is_free: bool,
}

/// All of them, by the first word of the first.
static PAIRS: LazyLock<Vec<Listed>> = LazyLock::new(|| {
    let pair = |usually, is_free| {
        move |&(first, second): &(&'static str, &'static str)| Listed { first, second, usually, is_free }
    };
    let certain = LISTED.iter().map(pair(false, false)).chain(WITH_CAPITALS.iter().map(pair(false, true)));
    let mut pairs: Vec<Listed> = certain.chain(USUALLY.iter().map(pair(true, false))).collect();
    order::sort_by_key(&mut pairs, |pair| first_word(pair.first));
    pairs
});

/// The pairs that begin with a word in small letters.
pub(in crate::check) fn listed_from(word: &str) -> &'static [Listed] {
    order::run_of(&PAIRS, |pair| first_word(pair.first).cmp(word))
}

/// Whether two words are listed with a comma.
pub(super) fn is_listed(first: &str, second: &str) -> bool {
    LISTED.iter().chain(&USUALLY).any(|pair| *pair == (first, second))
}

fn with_comma(usually: bool, message: &str, paragraph: &Paragraph, report: &mut Report) {
    for (own, word) in paragraph.words.iter().enumerate() {
        for pair in word.listed.iter().filter(|pair| pair.usually == usually) {
            let Some(head) = paragraph.phrase_at(own, pair.first) else { continue };
            let count = pair.first.split(' ').count();
            let behind = paragraph.phrase_at(own + count, pair.second);
            let Some(behind) = behind.filter(|own| paragraph.slice(head.end..own.start).trim().is_empty())
            else {
                continue;
            };
            // A room that keeps noise out is none of them: văn phòng chống ồn.
            let room = ["văn", "căn", "quốc", "hải", "biên"];
            let before = own.checked_sub(1).map_or("", |at| paragraph.words[at].small.as_str());
            if pair.first == "phòng" && room.contains(&before) {
                continue;
            }
            // Inside the name of a body these words stand without a comma.
            let range = head.start..behind.end;
            let typed = paragraph.slice(range.clone());
            let gap: usize = typed.split_inclusive(' ').take(count).map(str::len).sum();
            let (head, tail) = typed.split_at_checked(gap).unwrap_or((typed, ""));
            let inner = typed.chars().skip(1).any(|c| c != lower_letter(c));
            let loud = upper(typed) == typed;
            let named = !pair.is_free && (inner || is_capital(paragraph, own) && !begins(paragraph, own));
            if !named || loud {
                let with = format!("{}, {}", head.trim_end(), tail.trim_start());
                report.mend(paragraph, range, with, message);
            }
        }
    }
}

fn term_comma(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    with_comma(false, "Thiếu dấu phẩy giữa hai việc.", paragraph, report);
}

fn term_list(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    with_comma(true, "Có thể thiếu dấu phẩy giữa hai việc.", paragraph, report);
}
