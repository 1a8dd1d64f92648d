//! Names of official bodies: how they are written inside a sentence, and where they may break.

use super::{lower, lower_letter, upper, upper_letter};

/// Parts of names as they are written inside a sentence (NĐ 30/2020/NĐ-CP, Phụ lục II). What
/// stands together here is read together: a line does not break inside it.
const PHRASES: [&str; 84] = [
    "Ủy ban nhân dân",
    "Hội đồng nhân dân",
    "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "Ủy ban MTTQ Việt Nam",
    "Mặt trận Tổ quốc Việt Nam",
    "Mặt trận Tổ quốc",
    "MTTQ Việt Nam",
    "Ban Thường trực",
    "Ban Thường vụ",
    "Ban Chấp hành",
    "Ban Chỉ đạo",
    "Ban Chỉ huy",
    "Ban Tổ chức",
    "Ban Tuyên giáo",
    "Ban Xây dựng Đảng",
    "Ủy ban Kiểm tra",
    "Đảng Cộng sản Việt Nam",
    "Đảng ủy",
    "Đảng bộ",
    "Chi bộ",
    "Tỉnh ủy",
    "Thành ủy",
    "Huyện ủy",
    "Văn phòng",
    "Hội Liên hiệp Phụ nữ",
    "Hội Nông dân",
    "Hội Cựu chiến binh",
    "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
    "Đoàn TNCS Hồ Chí Minh",
    "Thanh niên",
    "Công đoàn",
    "Liên đoàn Lao động",
    "Trung tâm",
    "Trung tâm Phục vụ hành chính công",
    "Trạm Y tế",
    "Công an",
    "Quân sự",
    "Sở",
    "Phòng",
    "Trường",
    "Tiểu học",
    "Trung học cơ sở",
    "Trung học phổ thông",
    "Mầm non",
    "Kinh tế",
    "Văn hóa",
    "Xã hội",
    "Hạ tầng",
    "Đô thị",
    "Nội vụ",
    "Tài chính",
    "Giáo dục",
    "Đào tạo",
    "Nông nghiệp",
    "Môi trường",
    "Khoa học",
    "Công nghệ",
    "Tư pháp",
    "Thanh tra",
    "Việt Nam",
    "Hồ Chí Minh",
    "Nhân dân",
    "Trung ương",
    "Thành phố Hồ Chí Minh",
    "Thủ đô Hà Nội",
    "Chủ tịch",
    "Phó Chủ tịch",
    "Bí thư",
    "Phó Bí thư",
    "Chánh Văn phòng",
    "Phó Chánh Văn phòng",
    "Trưởng phòng",
    "Phó Trưởng phòng",
    "Trưởng ban",
    "Hiệu trưởng",
    "Kế hoạch",
    "Khối các cơ quan",
    "Nhà nước",
    "Trung ương Đảng",
    "Bộ Chính trị",
    "Ban Bí thư",
    "Nghị quyết",
    "Chỉ thị",
    "Kết luận",
];

/// Words of several syllables that subjects of plans are made of: a line does not break inside.
const COMPOUNDS: [&str; 60] = [
    "bầu cử",
    "xây dựng",
    "thực hiện",
    "tổ chức",
    "hội nghị",
    "tuyên truyền",
    "vận động",
    "triển khai",
    "kiểm tra",
    "giám sát",
    "công tác",
    "địa bàn",
    "giai đoạn",
    "nhiệm kỳ",
    "đại biểu",
    "chuyển đổi số",
    "cải cách",
    "an ninh",
    "trật tự",
    "phòng cháy",
    "chữa cháy",
    "quốc phòng",
    "bảo vệ",
    "phát triển",
    "nông thôn mới",
    "giảm nghèo",
    "bền vững",
    "dân chủ",
    "cơ sở",
    "toàn dân",
    "đoàn kết",
    "pháp luật",
    "pháp quyền",
    "xã hội chủ nghĩa",
    "hoàn thiện",
    "tiếp tục",
    "nâng cao",
    "chất lượng",
    "hiệu quả",
    "đẩy mạnh",
    "tăng cường",
    "học tập",
    "làm theo",
    "tư tưởng",
    "đạo đức",
    "phong cách",
    "tham nhũng",
    "tiêu cực",
    "thiên tai",
    "tìm kiếm",
    "cứu nạn",
    "dân tộc",
    "bán trú",
    "nội trú",
    "phổ thông",
    "trung học",
    "tiếp xúc",
    "cử tri",
    "hiệp thương",
    "thi đua",
];

/// Common nouns of units: small before a name, capital before a number (Phụ lục II, mục III).
const UNITS: [&str; 10] =
    ["tỉnh", "thành phố", "xã", "phường", "đặc khu", "huyện", "quận", "thị xã", "thị trấn", "thôn"];

/// Words that join others.
const JOINING: [&str; 8] = ["và", "của", "về", "trên", "trong", "cho", "với", "theo"];

/// A name set in capitals as it is written inside a sentence. Text that is not all in
/// capitals is taken to be right as it is.
///
/// ```
/// use ke_hoach::vietnamese::official_case;
/// assert_eq!(official_case("ỦY BAN NHÂN DÂN XÃ LƯƠNG MINH"), "Ủy ban nhân dân xã Lương Minh");
/// assert_eq!(official_case("PHÒNG VĂN HÓA - XÃ HỘI PHƯỜNG 1"), "Phòng Văn hóa - Xã hội Phường 1");
/// ```
pub fn official_case(name: &str) -> String {
    if name != upper(name) {
        return name.to_owned();
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let plain: Vec<String> = words.iter().map(|word| bare(word)).collect();
    let mut out: Vec<String> = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let taken = match (phrase_at(&plain[at..]), unit_at(&plain[at..])) {
            (Some(phrase), _) => phrase.split(' ').map(str::to_owned).collect(),
            (None, Some(unit)) => {
                let numbered = plain.get(at + unit.split(' ').count());
                let numbered = numbered.is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
                let unit = if numbered { capital(unit) } else { unit.to_owned() };
                unit.split(' ').map(str::to_owned).collect()
            }
            (None, None) if JOINING.contains(&plain[at].as_str()) => vec![plain[at].clone()],
            (None, None) if is_abbreviation(&plain[at]) => vec![words[at].to_owned()],
            (None, None) => vec![capital(&plain[at])],
        };
        for (word, source) in taken.into_iter().zip(&words[at..]) {
            out.push(with_marks(source, word));
            at += 1;
        }
    }
    out.join(" ")
}

/// How badly a line of a name or a title breaks behind each of its words but the last: 0 is
/// best, 50 and more tears apart what is read together.
pub fn break_costs(words: &[&str]) -> Vec<u32> {
    let plain: Vec<String> = words.iter().map(|word| bare(word)).collect();
    let length = |part: Option<&str>| part.map_or(0, |part| part.split(' ').count());
    let phrases: Vec<usize> = (0..plain.len()).map(|at| length(phrase_at(&plain[at..]))).collect();
    let compound_at = |at: usize| COMPOUNDS.into_iter().find(|compound| starts_with(&plain[at..], compound));
    let compounds: Vec<usize> = (0..plain.len()).map(|at| length(compound_at(at))).collect();
    let units: Vec<usize> = (0..plain.len()).map(|at| length(unit_at(&plain[at..]))).collect();
    let torn = |at: usize| {
        (at.saturating_sub(LONGEST)..at).any(|start| start + phrases[start].max(compounds[start]) > at)
    };
    let unit_ends =
        |at: usize| (at.saturating_sub(2)..at).any(|start| units[start] > 0 && start + units[start] == at);
    let joins = |word: &str| matches!(word, "-" | "–") || JOINING.contains(&word);
    let is_capital = |word: &str| word.chars().next().is_some_and(|first| first != lower_letter(first));
    let all_capitals = words.iter().all(|word| *word == upper(word));
    let cost = |at: usize| match () {
        () if torn(at) => 120,
        // Between a unit and its name, and inside a name of two syllables.
        () if unit_ends(at) || unit_ends(at - 1) => 120,
        () if words[at - 1].ends_with([',', ';', ':']) => 0,
        () if units[at] > 0 => 0,
        () if joins(&plain[at - 1]) => 50,
        () if joins(&plain[at]) => 4,
        () if phrases[at] > 0 => 4,
        () if !all_capitals && is_capital(words[at - 1]) && is_capital(words[at]) => 16,
        () => 12,
    };
    (1..words.len()).map(cost).collect()
}

/// Words of the longest phrase.
const LONGEST: usize = 8;

/// The longest phrase with which the words begin.
fn phrase_at(words: &[String]) -> Option<&'static str> {
    PHRASES.into_iter().filter(|phrase| starts_with(words, phrase)).max_by_key(|phrase| phrase.len())
}

/// The unit noun with which the words begin, unless they begin a phrase ("xã hội").
fn unit_at(words: &[String]) -> Option<&'static str> {
    UNITS.into_iter().find(|unit| starts_with(words, unit)).filter(|_| phrase_at(words).is_none())
}

fn starts_with(words: &[String], phrase: &str) -> bool {
    let mut words = words.iter();
    let is = |word: &String, part: &str| word.chars().eq(part.chars().map(lower_letter));
    phrase.split(' ').all(|part| words.next().is_some_and(|word| is(word, part)))
}

/// A word in small letters without the marks around it.
fn bare(word: &str) -> String {
    lower(word.trim_matches([',', ';', ':', '.', '(', ')', '“', '”', '"']))
}

/// `word` between the marks that stand around its source.
fn with_marks(source: &str, word: String) -> String {
    let marks = |c: char| matches!(c, ',' | ';' | ':' | '.' | '(' | ')' | '“' | '”' | '"');
    let start = source.len() - source.trim_start_matches(marks).len();
    let end = source.trim_end_matches(marks).len();
    format!("{}{word}{}", &source[..start], &source[end.max(start)..])
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map_or_else(String::new, |first| std::iter::once(upper_letter(first)).chain(letters).collect())
}

/// Whether a word has no vowel: MTTQ, HĐND.
fn is_abbreviation(word: &str) -> bool {
    let known = ["ubnd", "ubmttq", "cđcs", "lđlđ", "thcs", "thpt", "bch"];
    let consonants = |c: char| "bcdđghklmnpqrstvx".contains(c);
    known.contains(&word) || word.chars().count() > 1 && word.chars().all(consonants)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_named_in_capitals_is_written_as_inside_a_sentence() {
        for (name, expected) in [
            (
                "BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM TỈNH NAM ĐỊNH",
                "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Nam Định",
            ),
            ("ĐẢNG ỦY KHỐI CÁC CƠ QUAN", "Đảng ủy Khối các cơ quan"),
            ("HĐND THÀNH PHỐ HỒ CHÍ MINH", "HĐND Thành phố Hồ Chí Minh"),
            ("Trường Tiểu học Lương Minh", "Trường Tiểu học Lương Minh"),
            ("", ""),
        ] {
            assert_eq!(official_case(name), expected);
        }
    }

    /// The place where one break costs least.
    fn best(name: &str) -> String {
        let words: Vec<&str> = name.split(' ').collect();
        let costs = break_costs(&words);
        let at = (0..costs.len()).min_by_key(|at| costs[*at]).unwrap();
        words[at + 1..].join(" ")
    }

    #[test]
    fn a_name_breaks_before_its_unit_and_never_inside_what_is_read_together() {
        assert_eq!(best("ỦY BAN MTTQ VIỆT NAM TỈNH NAM ĐỊNH"), "TỈNH NAM ĐỊNH");
        assert_eq!(best("ĐẢNG ỦY XÃ LƯƠNG MINH"), "XÃ LƯƠNG MINH");
        assert_eq!(best("PHÒNG VĂN HÓA - XÃ HỘI XÃ BA LÒNG"), "XÃ BA LÒNG");
        let words = ["ỦY", "BAN", "NHÂN", "DÂN", "XÃ", "LƯƠNG", "MINH"];
        let torn: Vec<bool> = break_costs(&words).iter().map(|cost| *cost >= 50).collect();
        assert_eq!(torn, [true, true, true, false, true, true]);
    }
}
