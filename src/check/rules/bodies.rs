//! Viết hoa (NĐ 30/2020/NĐ-CP, Phụ lục II, mục IV): names of bodies, and who is at their heads.

use std::ops::Range;
use std::sync::LazyLock;

use super::words::{Words, at, begins, first_word, is_capital, is_shouted, small};
use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Frame, Paragraph};
use crate::check::rule::{Report, Rule};
use crate::order;
use crate::vietnamese::{lower, lower_letter, second_vowel_tones, sentence_case};

pub(super) const BODY: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II, mục IV, khoản 1";
const TITLE: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 3";

pub(super) const RULES: &[Rule] = &[
    Rule::each(Error, "caps.org.body", BODY, "Tên cơ quan viết hoa sai", body).mends(),
    Rule::each(Error, "caps.org.body-small", BODY, "Tên cơ quan viết thường", small_body).mends(),
    Rule::each(Warn, "caps.org.unit", BODY, "Tên cơ quan của xã, phường viết thường", unit_body).mends(),
    Rule::each(Warn, "caps.org.deputy", TITLE, "“Phó chủ tịch”, “phó Bí thư”", deputy).mends(),
    Rule::each(Error, "caps.org.party-body", BODY, "“Đảng Ủy”, “Đảng Bộ” viết hoa sai", party_body).mends(),
    Rule::each(Warn, "caps.org.person", TITLE, "Chức vụ đứng trước họ tên viết thường", person).mends(),
    Rule::each(
        Error,
        "caps.org.small-head",
        BODY,
        "“ủy ban”, “quỹ” của một tên riêng viết thường",
        small_head,
    )
    .mends(),
    Rule::each(Error, "caps.org.committee", BODY, "Tên cấp ủy viết thường", committee).mends(),
];

/// Names of bodies as they are written inside a sentence.
const BODIES: &[&str] = &[
    "Ủy ban nhân dân",
    "Hội đồng nhân dân",
    "Mặt trận Tổ quốc",
    "Ủy ban Kiểm tra",
    "Ban Thường trực",
    "Ban Thường vụ",
    "Ban Chấp hành",
    "Bộ Chính trị",
    "Ban Bí thư",
    "Đảng Cộng sản Việt Nam",
    "Thanh niên Cộng sản Hồ Chí Minh",
    "Hội Liên hiệp Phụ nữ",
    "Hội Cựu chiến binh",
    "Liên đoàn Lao động",
    "Thủ tướng Chính phủ",
    "Văn phòng Chính phủ",
    "Tòa án nhân dân",
    "Hội Chữ thập đỏ",
    "Hội Người cao tuổi",
    "Quân đội nhân dân",
    "Công an nhân dân",
    "Thường trực Đảng ủy",
    "Thường trực Hội đồng nhân dân",
    "Hội Nông dân",
    "Ủy ban Mặt trận",
    "Đoàn Thanh niên Cộng sản",
    "Trạm Y tế",
    "Ban Quản lý",
    "Ban Thanh tra nhân dân",
    "Quỹ Hỗ trợ nông dân",
    "Ủy ban Thường vụ Quốc hội",
    "Chủ tịch nước",
    "Ban Công tác Mặt trận",
    "Ban Công tác MT",
    "Ban Chỉ đạo",
    "Hội Khuyến học",
    "Hội Luật gia",
    "Hội Người mù",
    "Hội Cựu thanh niên xung phong",
    "Hội Liên hiệp Thanh niên",
    "Ngân hàng Chính sách xã hội",
    "Kho bạc Nhà nước",
    "Viện kiểm sát nhân dân",
    "Trung tâm Y tế",
    "Trung tâm Chính trị",
    "Đài Truyền thanh",
    "Đài Phát thanh và Truyền hình",
    "Đài Phát thanh - Truyền hình",
    "Thiếu niên Tiền phong Hồ Chí Minh",
    "Hội đồng Nghĩa vụ quân sự",
    "Bộ đội Biên phòng",
    "Liên minh Hợp tác xã",
    "Ban Điều hành",
    "Ban Chỉ huy",
    "Ban Giám hiệu",
    "Ban Vận động",
    "Văn phòng Điều phối",
    "Bộ Công an",
    "Bộ Công Thương",
    "Bộ Dân tộc và Tôn giáo",
    "Bộ Giao thông vận tải",
    "Bộ Giáo dục và Đào tạo",
    "Bộ Kế hoạch và Đầu tư",
    "Bộ Khoa học và Công nghệ",
    "Bộ Nông nghiệp và Môi trường",
    "Bộ Nông nghiệp và Phát triển nông thôn",
    "Bộ Nội vụ",
    "Bộ Quốc phòng",
    "Bộ Thông tin và Truyền thông",
    "Bộ Tài chính",
    "Bộ Tài nguyên và Môi trường",
    "Bộ Tư pháp",
    "Bộ Xây dựng",
    "Bộ Y tế",
    "Ban Chỉ huy Quân sự",
    "Ban Chỉ huy Phòng thủ dân sự",
    "Ban Xây dựng Đảng",
    "Đại hội đại biểu",
    "Trung tâm Phục vụ hành chính công",
    "Văn phòng Đảng ủy",
    "Văn phòng Tỉnh ủy",
    "Khối Dân vận",
    "mục tiêu quốc gia",
    "xã hội chủ nghĩa",
    "cải cách hành chính",
    "thủ tục hành chính",
    "hệ thống chính trị",
    "tổ chức chính trị",
    "nông thôn mới",
    "đô thị văn minh",
    "an sinh xã hội",
    "an ninh trật tự",
    "đại đoàn kết toàn dân tộc",
    "chính quyền địa phương",
    "thi đua yêu nước",
    "cấp ủy",
    "Hội đồng bầu cử quốc gia",
    "Bộ phận Một cửa",
    "Chi cục",
    "Cổng Dịch vụ công",
    "lực lượng vũ trang nhân dân",
];

/// Those of which there is one in each place, so that they are no common nouns either.
const ALWAYS: usize = 11;

/// Whether the capitals of a name in small letters are known, so that nothing is left to be compared.
pub(super) fn is_known(name: &str) -> bool {
    SPELT.iter().any(|(body, _)| name.starts_with(body) || body.starts_with(name))
}

/// A body in small letters, and its place among [`BODIES`].
pub(in crate::check) type Spelt = (String, usize);

/// The bodies that begin with a word in small letters.
pub(in crate::check) fn bodies_from(word: &str) -> &'static [Spelt] {
    order::run_of(&SPELT, |(body, _)| first_word(body).cmp(word))
}

/// The bodies in small letters, with their tone marks in both places, by their first words.
static SPELT: LazyLock<Vec<Spelt>> = LazyLock::new(|| {
    let mut spelt = Vec::new();
    for (at, body) in BODIES.iter().enumerate() {
        let (first, second) = (lower(body), second_vowel_tones(&lower(body)));
        if first != second {
            spelt.push((second, at));
        }
        spelt.push((first, at));
    }
    order::sort_by_key(&mut spelt, |(body, _)| first_word(body).to_owned());
    spelt
});

/// Words before several of a kind: "các ban xây dựng Đảng".
const SEVERAL: [&str; 5] = ["các", "những", "mỗi", "từng", "hai"];

/// A word with the capital of another.
fn cased(typed: &str, model: &str) -> String {
    let small = lower(typed);
    if model.begins_big() { sentence_case(&small) } else { small }
}

/// Where a body of a list is named in other capitals than it has: the word behind it, the bytes, what has to
/// stand there.
fn miscased(paragraph: &Paragraph, count: usize) -> Vec<(usize, Range<usize>, String)> {
    let mut found = Vec::new();
    for (first, word) in paragraph.words.iter().enumerate() {
        for (phrase, body) in word.bodies.iter().filter(|(_, at)| *at < count) {
            let Some(body) = BODIES.get(*body) else { continue };
            let Some(range) = paragraph.phrase_at(first, phrase) else { continue };
            let typed = paragraph.slice(range.clone());
            // Most names are written as they have to be.
            if typed == *body {
                continue;
            }
            let words: Vec<String> =
                typed.split(' ').zip(body.split(' ')).map(|(typed, model)| cased(typed, model)).collect();
            let right = words.join(" ");
            // "Cải cách Hành chính" at the head of a sentence keeps its first capital.
            let right =
                if begins(paragraph, first) && typed.begins_big() { sentence_case(&right) } else { right };
            // Ủy ban Thường vụ Quốc hội is no Ban Thường vụ.
            let inside = body.starts_with("Ban ")
                && matches!(small(paragraph, first.checked_sub(1)), "ủy" | "uỷ")
                && first
                    .checked_sub(1)
                    .and_then(|at| paragraph.words.get(at))
                    .is_some_and(|before| paragraph.slice(before.at.end..range.start) == " ");
            // So is "chi hội Nông dân" no Hội.
            let before = small(paragraph, first.checked_sub(1));
            let several = body.starts_with(char::is_uppercase)
                && (!is_capital(paragraph, first) && before.is_of(&SEVERAL) || before == "chi");
            // "Ban quản lý 04 thôn", "Ban quản lý các thôn" are no Ban of a name.
            let behind = small(paragraph, Some(first + words.len()));
            let of_hamlets = matches!(*body, "Ban Quản lý" | "Ban Điều hành")
                && (behind.is_of(&[
                    "các", "thôn", "xóm", "ấp", "khu", "bản", "tiểu", "buôn", "khóm", "tổ", "khối",
                ]) || behind.starts_with(|c: char| c.is_ascii_digit()));
            // A common noun has a capital where a sentence or a longer name begins.
            let common = body.starts_with(char::is_lowercase)
                && (*body != "xã hội chủ nghĩa" || begins(paragraph, first))
                && right.split_once(' ').map(|right| right.1) == typed.split_once(' ').map(|typed| typed.1);
            // "cán bộ Y tế" is no Bộ.
            let cadre = body.starts_with("Bộ ") && small(paragraph, first.checked_sub(1)) == "cán";
            if inside || several || common || cadre || of_hamlets {
                continue;
            }
            if typed != right
                && typed.split(' ').count() == words.len()
                && !is_shouted(paragraph, range.start)
            {
                found.push((first + words.len(), range, right));
            }
        }
    }
    found
}

fn body(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (_, range, right) in miscased(paragraph, BODIES.len()) {
        let typed = paragraph.slice(range.clone());
        let some = typed.has_big();
        // "Phó Ban Thường trực", "Chấp hành" of another word: the head tells that a body is meant.
        let loud = typed.chars().filter(|c| c.is_alphabetic()).all(|c| c != lower_letter(c));
        // "Trưởng ban Công tác Mặt trận" is a title: its second word is no name.
        let head = small(paragraph, at(paragraph, &range).checked_sub(1)).is_of(&["trưởng", "phó"]);
        let titled = head && typed.starts_with("ban ") && typed.get(1..) == right.get(1..);
        if some && !loud && !titled {
            report.mend(paragraph, range, right, "Tên cơ quan viết hoa sai.");
        }
    }
}

/// Nouns of units, in small letters.
const NOUNS: [&str; 12] =
    ["tỉnh", "xã", "phường", "huyện", "quận", "thành", "đặc", "thị", "trung", "việt", "mặt", "đảng"];

fn small_body(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (behind, range, right) in miscased(paragraph, ALWAYS) {
        let typed = paragraph.slice(range.clone());
        let none = !typed.has_big();
        let next = paragraph.words.get(behind);
        let close = next.is_some_and(|next| paragraph.slice(range.end..next.at.start).trim().is_empty());
        let named = close && (is_capital(paragraph, behind) || small(paragraph, Some(behind)).is_of(&NOUNS));
        let member = small(paragraph, at(paragraph, &range).checked_sub(1)).is_of(&["viên", "biểu"]);
        // "hướng dẫn ủy ban kiểm tra đảng ủy cơ sở": those of all of them.
        let several = next.is_some_and(|next| {
            let behind = paragraph.behind(next.at.start);
            ["đảng ủy cơ sở", "đảng ủy các", "đảng ủy trực thuộc"].iter().any(|kind| behind.starts_with(kind))
        });
        if none && (named && !several || member) {
            report.mend(paragraph, range, right, "Tên cơ quan viết hoa.");
        }
    }
}

/// Bodies of which each unit has one, in small letters and as they are written.
const OF_UNITS: [(&str, &str); 7] = [
    ("đoàn thanh niên", "Đoàn Thanh niên"),
    ("công an", "Công an"),
    ("trạm y tế", "Trạm Y tế"),
    ("ủy ban nhân dân", "Ủy ban nhân dân"),
    ("đảng ủy", "Đảng ủy"),
    ("hội nông dân", "Hội Nông dân"),
    ("hội phụ nữ", "Hội Phụ nữ"),
];

/// Words behind which these are no names: "lực lượng công an xã", "cấp ủy, đảng ủy xã".
const COMMON: [&str; 12] =
    ["các", "những", "mỗi", "từng", "lượng", "bộ", "chí", "viên", "sĩ", "hai", "chi", "cấp"];

/// "công an xã", all in small letters.
fn unit_body(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    // To a province "trạm y tế xã" is any of many.
    if frame.commune.is_empty() && !frame.province.is_empty() {
        return;
    }
    for (name, right) in OF_UNITS {
        for range in paragraph.phrases(name) {
            let first = at(paragraph, &range);
            let behind = small(paragraph, Some(first + name.split(' ').count()));
            let unit = matches!(behind, "xã" | "phường" | "tỉnh" | "đặc")
                || name.starts_with('đ') && matches!(behind, "khối" | "trường");
            let before = small(paragraph, first.checked_sub(1));
            // "124 đảng ủy xã, phường"
            let common = before.is_of(&COMMON) || before.starts_with(|c: char| c.is_ascii_digit());
            let typed = paragraph.slice(range.clone());
            // "Hội phụ nữ phường": the second half is no name of its own, either.
            let half = name.starts_with(['h', 'đ'])
                && right.matches(char::is_uppercase).count() > 1
                && typed == sentence_case(name);
            if unit && (typed == name && !common && !begins(paragraph, first) || half) {
                report.mend(paragraph, range, right, "Tên cơ quan viết hoa chữ đầu.");
            }
        }
    }
}

/// Whom a deputy stands in for.
const CHIEFS: [&str; 3] = ["chủ tịch", "bí thư", "giám đốc"];

/// "Phó chủ tịch", "phó Bí thư": both are written with a capital, or none is.
fn deputy(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in paragraph.phrases("phó") {
        let own = at(paragraph, &range);
        let Some([chief, last]) = paragraph.words.get(own + 1..own + 3) else { continue };
        let is_chief = format!("{} {}", chief.small, last.small).is_of(&CHIEFS);
        // "Ông Nguyễn Văn An – Phó bí thư": behind a name a dash begins no sentence.
        let before = paragraph.before(range.start).trim_end_matches([' ', '-', '–']);
        let titles = own > 0 && before.ends_with(paragraph.word(own - 1)) && is_capital(paragraph, own - 1);
        let heads = begins(paragraph, own) && !titles;
        if !is_chief || is_capital(paragraph, own) == chief.is_capital || heads {
            continue;
        }
        let wrong = if chief.is_capital { range.clone() } else { chief.at.clone() };
        let with = sentence_case(paragraph.slice(wrong.clone()));
        let message = "Chức vụ này viết hoa cả hai chữ đầu: Phó Chủ tịch, Phó Bí thư, Phó Giám đốc.";
        report.mend_part(paragraph, range.start..last.at.end, wrong, with, message);
    }
}

/// What bodies are for, of which both words had a capital: Tổng cục Thủy Lợi.
const FIELDS_BIG: &str = "|thủy lợi|thuỷ lợi|nông nghiệp|nông thôn|giáo dục|đào tạo|kinh tế|tài chính|y tế|phụ nữ|nông dân|tài nguyên|\
    môi trường|xây dựng|văn hóa|thể thao|du lịch|tư pháp|khoa học|công nghệ|thông tin|truyền thông|thương binh|xã hội|lao động|\
    liên hiệp|cựu chiến|thanh niên|công đoàn|tổ chức|tuyên giáo|dân vận|kiểm tra|mặt trận|thường trực|thường vụ|chấp hành|chỉ đạo|chỉ huy|";

fn party_body(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (own, pair) in paragraph.words.windows(2).enumerate() {
        if !pair.iter().all(|word| word.is_capital) {
            continue;
        }
        let kind = [
            "đảng ủy",
            "đảng uỷ",
            "đảng bộ",
            "chi bộ",
            "tỉnh ủy",
            "tỉnh uỷ",
            "thành ủy",
            "huyện ủy",
            "đảng viên",
            "tổ trưởng",
            "cấp ủy",
            "công an",
            "mặt trận",
            "chính phủ",
            "quốc hội",
            "chủ tịch",
            "bí thư",
            "yêu cầu",
            "mục đích",
            "mục tiêu",
            "nhiệm vụ",
            "giải pháp",
            "nội dung",
            "thời gian",
            "địa điểm",
            "thành phần",
            "đối tượng",
            "kinh phí",
            "trung ương",
            "văn phòng",
            "giám đốc",
            "hiệu trưởng",
            "kế hoạch",
            "nghị quyết",
            "hội nghị",
            "đại hội",
            "cán bộ",
            "ban hành",
        ];
        let second = paragraph.word(own + 1);
        let loud = second.chars().skip(1).any(|c| c != lower_letter(c));
        let close = paragraph.slice(pair[0].at.end..pair[1].at.start) == " ";
        if loud || !close || second.chars().count() < 2 {
            continue;
        }
        let two = format!("{} {}", pair[0].small, pair[1].small);
        // Ông Hoàng Công An has such a name.
        let person = own > 0 && FAMILIES.says(&format!(" {} ", paragraph.word(own - 1)));
        // A newspaper is called Lao Động.
        let paper = small(paragraph, own.checked_sub(1)) == "báo";
        // "Hiệp Thành, Liên Hiệp, Tân Phú" are hamlets.
        let behind = paragraph.behind(pair[1].at.end);
        let listed = paragraph.before(pair[0].at.start).ends_with(", ")
            && behind.strip_prefix(", ").is_some_and(Words::begins_big)
            && own > 1
            && is_capital(paragraph, own - 1)
            && is_capital(paragraph, own - 2);
        let field = !paper && !listed && FIELDS_BIG.says(&format!("|{two}|"));
        if (field || kind.contains(&two.as_str())) && !person {
            let range = pair[0].at.start..pair[1].at.end;
            report.mend_part(
                paragraph,
                range,
                pair[1].at.clone(),
                pair[1].small.clone(),
                "Chữ sau viết thường.",
            );
        }
    }
}

/// Funds that everybody knows by name, in small letters and as they are written.
const FUNDS: [(&str, &str); 7] = [
    ("quỹ hỗ trợ nông dân", "Quỹ Hỗ trợ nông dân"),
    ("quỹ vì người nghèo", "Quỹ Vì người nghèo"),
    ("quỹ đền ơn đáp nghĩa", "Quỹ Đền ơn đáp nghĩa"),
    ("quỹ bảo trợ trẻ em", "Quỹ Bảo trợ trẻ em"),
    ("quỹ bảo hiểm xã hội", "Quỹ Bảo hiểm xã hội"),
    ("quỹ phòng, chống thiên tai", "Quỹ Phòng, chống thiên tai"),
    ("quỹ quốc gia về việc làm", "Quỹ quốc gia về việc làm"),
];

/// "đại diện ủy ban Bầu cử xã", "vận động quỹ hỗ trợ nông dân".
fn small_head(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for head in ["ủy ban", "uỷ ban"].iter().filter(|_| paragraph.is_prose()) {
        for range in paragraph.phrases(head) {
            let own = at(paragraph, &range);
            let name = paragraph.words.get(own + 2).filter(|name| name.is_capital && !name.is_loud);
            let small_one = paragraph.slice(range.clone()) == *head;
            let several = small(paragraph, own.checked_sub(1)).is_of(&SEVERAL);
            if let Some(name) = name.filter(|name| paragraph.slice(range.end..name.at.start) == " ")
                && small_one
                && !several
                // Whole names of the list are told of as such.
                && !BODIES.iter().any(|body| paragraph.phrase_at(own, &lower(body)).is_some())
            {
                let part = paragraph.words[own].at.clone();
                let with = sentence_case(paragraph.word(own));
                report.mend_part(
                    paragraph,
                    range.start..name.at.end,
                    part,
                    with,
                    "Tên cơ quan viết hoa chữ đầu.",
                );
            }
        }
    }
    let says_fund = paragraph.is_prose() && paragraph.phrases("quỹ").next().is_some();
    for (fund, right) in FUNDS.iter().filter(|_| says_fund) {
        for (start, typed) in paragraph.text.match_indices(fund) {
            let several = paragraph.before(start).trim_end().ends_with("các");
            if !several {
                report.mend(paragraph, start..start + typed.len(), *right, "Tên quỹ viết hoa chữ đầu.");
            }
        }
    }
}

/// A committee of the Party behind the body of it that acts, or before the name of its province.
fn committee(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (own, pair) in paragraph.words.windows(2).enumerate() {
        if !matches!(pair[1].small.as_str(), "ủy" | "uỷ") {
            continue;
        }
        let two = format!("{} {}", pair[0].small, pair[1].small);
        let close = paragraph.slice(pair[0].at.end..pair[1].at.start) == " ";
        let kind = ["tỉnh", "thành", "huyện", "quận", "thị", "đảng"];
        if !close || !pair[0].small.is_of(&kind) || paragraph.word(own) != pair[0].small {
            continue;
        }
        let before = [own.checked_sub(2), own.checked_sub(1)].map(|at| small(paragraph, at)).join(" ");
        let office = own.checked_sub(2).filter(|at| is_capital(paragraph, *at));
        // "1. Kiểm tra đảng ủy xã" is what one does.
        let acts = office.is_some_and(|at| {
            before.is_of(&["thường vụ", "thường trực", "chấp hành"])
                || before.is_of(&["kiểm tra", "văn phòng", "tuyên giáo", "dân vận", "nội chính"])
                    && !begins(paragraph, at)
        });
        // "Các huyện ủy, Thành ủy Tuyên Quang": what a comma parts from it is no name of it.
        let next = paragraph.words.get(own + 2).filter(|next| next.is_capital);
        let joined = next.is_some_and(|next| paragraph.slice(pair[1].at.end..next.at.start) == " ");
        let named = !two.starts_with("đảng") && joined;
        if acts || named {
            let with = cased(paragraph.word(own), "A");
            let range = pair[0].at.start..pair[1].at.end;
            report.mend_part(paragraph, range, pair[0].at.clone(), with, "Tên cấp ủy viết hoa chữ đầu.");
        }
    }
}

/// Titles before names of persons.
const TITLES: [&str; 6] = ["chủ tịch", "phó chủ tịch", "bí thư", "phó bí thư", "trưởng ban", "trưởng phòng"];

/// Family names of nearly everybody.
const FAMILIES: &str = " Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Lò Lô Vi Vàng Giàng Quàng Lường ";

fn person(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for title in TITLES {
        for range in paragraph.phrases(title) {
            let first = at(paragraph, &range);
            let behind = first + title.split(' ').count();
            let family = FAMILIES.says(&format!(" {} ", paragraph.word(behind)));
            let close = paragraph.slice(range.end..range.end + 1) == " ";
            if !is_capital(paragraph, first) && family && close && is_capital(paragraph, behind + 1) {
                let with = cased(paragraph.word(first), "A");
                report.mend_part(
                    paragraph,
                    range,
                    paragraph.words[first].at.clone(),
                    with,
                    "Chức vụ đi liền với họ tên viết hoa.",
                );
            }
        }
    }
}
