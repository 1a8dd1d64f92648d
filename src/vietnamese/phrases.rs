//! What is read together in names of bodies and in subjects of plans.

use std::sync::LazyLock;

use super::lower;

/// Parts of names as they are written inside a sentence (NĐ 30/2020/NĐ-CP, Phụ lục II).
const NAMES: &str = "Ủy ban nhân dân|Hội đồng nhân dân|Ủy ban Mặt trận Tổ quốc Việt Nam|Ủy ban MTTQ Việt Nam|\
    Mặt trận Tổ quốc Việt Nam|Mặt trận Tổ quốc|MTTQ Việt Nam|Ban Thường trực|Ban Thường vụ|\
    Ban Chấp hành|Ban Chỉ đạo|Ban Chỉ huy|Ban Tổ chức|Ban Tuyên giáo|Ban Xây dựng Đảng|Ủy ban Kiểm tra|\
    Đảng Cộng sản Việt Nam|Đảng ủy|Đảng bộ|Chi bộ|Tỉnh ủy|Thành ủy|Huyện ủy|Văn phòng|\
    Hội Liên hiệp Phụ nữ|Hội Nông dân|Hội Cựu chiến binh|Đoàn Thanh niên Cộng sản Hồ Chí Minh|\
    Đoàn TNCS Hồ Chí Minh|Thanh niên|Công đoàn|Liên đoàn Lao động|Trung tâm|\
    Trung tâm Phục vụ hành chính công|Trạm Y tế|Công an|Quân sự|Sở|Phòng|Trường|Tiểu học|\
    Trung học cơ sở|Trung học phổ thông|Mầm non|Kinh tế|Văn hóa|Xã hội|Hạ tầng|Đô thị|Nội vụ|Tài chính|\
    Giáo dục|Đào tạo|Nông nghiệp|Môi trường|Khoa học|Công nghệ|Tư pháp|Thanh tra|Việt Nam|Hồ Chí Minh|\
    Nhân dân|Trung ương|Thành phố Hồ Chí Minh|Thủ đô Hà Nội|Chủ tịch|Phó Chủ tịch|Bí thư|Phó Bí thư|\
    Chánh Văn phòng|Phó Chánh Văn phòng|Trưởng phòng|Phó Trưởng phòng|Trưởng ban|Hiệu trưởng|Kế hoạch|\
    Khối các cơ quan|Nhà nước|Trung ương Đảng|Bộ Chính trị|Ban Bí thư|Nghị quyết|Chỉ thị|Kết luận";

/// Common nouns of units: small before a name, capital before a number (Phụ lục II, mục III).
const UNITS: &str = "tỉnh|thành phố|xã|phường|đặc khu|huyện|quận|thị xã|thị trấn|thôn";

/// Words of several syllables that subjects of plans are made of.
const COMPOUNDS: &str = "bầu cử|xây dựng|thực hiện|tổ chức|hội nghị|tuyên truyền|vận động|triển khai|kiểm tra|giám sát|\
    công tác|địa bàn|giai đoạn|nhiệm kỳ|đại biểu|chuyển đổi số|cải cách|an ninh|trật tự|phòng cháy|\
    chữa cháy|quốc phòng|bảo vệ|phát triển|nông thôn mới|giảm nghèo|bền vững|dân chủ|cơ sở|toàn dân|\
    đoàn kết|pháp luật|pháp quyền|xã hội chủ nghĩa|hoàn thiện|tiếp tục|nâng cao|chất lượng|hiệu quả|\
    đẩy mạnh|tăng cường|học tập|làm theo|tư tưởng|đạo đức|phong cách|tham nhũng|tiêu cực|thiên tai|\
    tìm kiếm|cứu nạn|dân tộc|bán trú|nội trú|phổ thông|trung học|tiếp xúc|cử tri|hiệp thương|thi đua";

/// What a phrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Name,
    Unit,
    Compound,
}

/// A phrase of one or several words.
pub(super) struct Phrase {
    pub kind: Kind,
    /// As it is written inside a sentence.
    pub written: &'static str,
    /// How many words it has.
    pub words: usize,
    plain: String,
}

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let of = |(kind, list): (Kind, &'static str)| {
        list.split('|').map(move |written| Phrase {
            kind,
            written,
            words: written.split(' ').count(),
            plain: lower(written),
        })
    };
    [(Kind::Name, NAMES), (Kind::Unit, UNITS), (Kind::Compound, COMPOUNDS)].into_iter().flat_map(of).collect()
});

/// The longest phrase with which a text in small letters begins, its words one space apart.
pub(super) fn phrase_at(text: &str) -> Option<&'static Phrase> {
    let begins = |phrase: &&Phrase| {
        let rest = text.strip_prefix(phrase.plain.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    PHRASES.iter().filter(begins).max_by_key(|phrase| phrase.words)
}
