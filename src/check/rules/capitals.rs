//! Viết hoa (NĐ 30/2020/NĐ-CP, Phụ lục II): Nhân dân, Nhà nước, Đảng and what else is one of its kind.

use std::ops::Range;

use super::clauses::COMMON;
use super::words::{Words, at, begins, is_capital, is_shouted, small};
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Frame, Paragraph};
use crate::check::rule::{Report, Rule};
use crate::check::spelling::{Lexicon, Use};
use crate::vietnamese::{lower, sentence_case};

const SPECIAL: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 1";
const REVERED: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 4";

const NAME: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II: tên riêng viết hoa";

pub(super) const RULES: &[Rule] = &[
    Rule::each(Error, "caps.org.common-part", SPECIAL, "“người Dân”, “khối Đại đoàn kết”", common_part)
        .mends(),
    Rule::each(Error, "caps.nhan-dan", SPECIAL, "“nhân dân” viết thường", people).mends(),
    Rule::each(Error, "caps.nhan-dan.both", SPECIAL, "“Nhân Dân”, “Nhà Nước”, “Tổ Quốc”", people_twice)
        .mends(),
    Rule::each(
        Warn,
        "caps.org.country",
        REVERED,
        "“tổ quốc”, “quốc hội”, “chính phủ” viết thường",
        one_of_a_kind,
    )
    .mends(),
    Rule::each(Error, "caps.org.congress", SPECIAL, "“đại hội” có số thứ tự viết thường", congress).mends(),
    Rule::each(Warn, "caps.sentence.half", COMMON, "Chữ hoa ở giữa một từ", half).mends(),
    Rule::each(Error, "caps.org.state", SPECIAL, "“nhà nước” viết thường", state).mends(),
    Rule::each(Hint, "caps.org.state-like", SPECIAL, "“Nhà nước” dùng như tính từ", of_state).mends(),
    Rule::each(Error, "caps.org.party", REVERED, "“đảng” (Đảng Cộng sản Việt Nam) viết thường", party)
        .mends(),
    Rule::each(
        Warn,
        "caps.org.party-kind",
        REVERED,
        "“tổ chức Đảng”, “cấp ủy Đảng” trong văn bản của Đảng",
        kind_in_party,
    )
    .mends(),
    Rule::each(Hint, "caps.org.party-kind.state", REVERED, "“tổ chức Đảng”, “cấp ủy Đảng”", kind_elsewhere)
        .mends(),
    Rule::each(Error, "caps.org.centre", SPECIAL, "“của trung ương” viết thường", centre).mends(),
    Rule::each(Warn, "caps.org.brand", NAME, "Tên mạng xã hội viết thường", brand).mends(),
    Rule::each(Error, "caps.org.uncle", REVERED, "“Bác” (Chủ tịch Hồ Chí Minh) viết thường", uncle).mends(),
];

/// Words of which the second is written small, unless it begins a name.
const COMMON_PARTS: [&str; 5] = ["người dân", "khối đại", "tổ dân", "khu dân", "khu phố"];

/// "sự hài lòng của người Dân", "tăng cường khối Đại đoàn kết toàn dân tộc".
fn common_part(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, range) in COMMON_PARTS.iter().flat_map(|words| paragraph.phrases(words).with_word()) {
        let second = &paragraph.words[at + 1];
        let is_common = !is_capital(paragraph, at) && second.is_capital && !is_capital(paragraph, at + 2);
        // "khu Phố cổ Hà Nội"
        let old = small(paragraph, Some(at + 2)).is_of(&["cổ", "cũ"]);
        if is_common
            && !old
            && !second.is_loud
            && paragraph.slice(paragraph.words[at].at.end..second.at.start) == " "
        {
            report.mend_part(
                paragraph,
                range,
                second.at.clone(),
                second.small.clone(),
                "Danh từ chung viết thường.",
            );
        }
    }
}

/// Bodies and forces of which "nhân dân" is part of the name, by the words before it.
const OF_THE_PEOPLE: [&str; 22] = [
    "ủy ban",
    "uỷ ban",
    "hội đồng",
    "tòa án",
    "toà án",
    "kiểm sát",
    "quân đội",
    "công an",
    "an ninh",
    "vũ trang",
    "thanh tra",
    "hội thẩm",
    "tín dụng",
    "chiến tranh",
    "báo",
    "cảnh sát",
    "đối ngoại",
    "ngoại giao",
    "quốc phòng",
    "nhà giáo",
    "nghệ sĩ",
    "y tế",
];

fn people(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in paragraph.phrases("nhân dân") {
        let first = at(paragraph, &range);
        if is_capital(paragraph, first) {
            continue;
        }
        let before = [first.checked_sub(2), first.checked_sub(1)].map(|at| small(paragraph, at));
        let two = before.join(" ");
        let part = OF_THE_PEOPLE.iter().any(|body| two == *body || before[1] == *body);
        let next = small(paragraph, Some(first + 2));
        let money = next == "tệ";
        // "Ban nhân dân khóm", "Ban nhân dân các ấp".
        let part = part || before[1] == "ban" && next.is_of(&["khóm", "ấp", "thôn", "khu", "các"]);
        let joined = paragraph.before(range.start).ends_with([' ', '\n', '(', '“', '"']) || range.start == 0;
        // Behind a semicolon a sentence goes on.
        let inside = !begins(paragraph, first) || paragraph.before(range.start).trim_end().ends_with(';');
        if !part && !money && joined && inside {
            report.mend(paragraph, range, "Nhân dân", "Danh từ “Nhân dân” viết hoa.");
        }
    }
}

fn people_twice(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (phrase, right) in [("nhân dân", "Nhân dân"), ("nhà nước", "Nhà nước"), ("tổ quốc", "Tổ quốc")]
    {
        for range in paragraph.phrases(phrase) {
            let first = at(paragraph, &range);
            let both = is_capital(paragraph, first) && is_capital(paragraph, first + 1);
            // The newspaper has both.
            let paper = small(paragraph, first.checked_sub(1)) == "báo";
            if both && !paper && !is_shouted(paragraph, range.start) && !paragraph.words[first].is_loud {
                report.mend(paragraph, range, right, "Chỉ viết hoa chữ đầu.");
            }
        }
    }
}

/// Of each there is one, and it is written with a capital.
const ONE_OF_A_KIND: [(&str, &str); 14] = [
    ("cổng dịch vụ công quốc gia", "Cổng Dịch vụ công quốc gia"),
    ("du và miền núi phía bắc", "du và miền núi phía Bắc"),
    ("biển đông", "Biển Đông"),
    ("chủ tịch nước", "Chủ tịch nước"),
    ("quốc ca", "Quốc ca"),
    ("đại hội đại biểu toàn quốc", "Đại hội đại biểu toàn quốc"),
    ("chính phủ", "Chính phủ"),
    ("tổ quốc", "Tổ quốc"),
    ("quốc hội", "Quốc hội"),
    ("hiến pháp", "Hiến pháp"),
    ("bộ chính trị", "Bộ Chính trị"),
    ("ban bí thư", "Ban Bí thư"),
    ("thủ tướng chính phủ", "Thủ tướng Chính phủ"),
    ("trung ương đảng", "Trung ương Đảng"),
];

/// "Nghị quyết đại hội Đảng bộ xã lần thứ I": with its number it is one of a kind.
fn congress(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (own, range) in paragraph.phrases("đại hội").with_word() {
        let words = paragraph.words.get(own + 2..).unwrap_or_default();
        let end =
            words.windows(2).take(CONGRESS).find(|pair| pair[0].small == "lần" && pair[1].small == "thứ");
        let whole = end.and_then(|pair| paragraph.text.get(range.end..pair[0].at.start));
        let named = whole.is_some_and(|between| !between.contains([',', ';', '.', '(']) && between.has_big());
        if named && !is_capital(paragraph, own) {
            let first = paragraph.words[own].at.clone();
            report.mend_part(paragraph, range, first, "Đại", "Đại hội có số thứ tự: viết hoa chữ đầu.");
        }
    }
}

/// Within how many words behind "đại hội" its number stands.
const CONGRESS: usize = 9;

fn one_of_a_kind(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (phrase, right) in ONE_OF_A_KIND {
        for range in paragraph.phrases(phrase) {
            let first = at(paragraph, &range);
            // "mặt trận tổ quốc" is the name of a body, of which another rule tells.
            let body = small(paragraph, first.checked_sub(1)) == "trận";
            // "phi chính phủ", "thủ tướng chính phủ", "chính phủ điện tử".
            let common = phrase == "chính phủ"
                && (small(paragraph, first.checked_sub(1)).is_of(&["phi", "tướng", "các", "quan", "phiếu"])
                    || small(paragraph, Some(first + 2)).is_of(&["điện", "số"]));
            // "bãi biển đông người", "ven biển Đông Nam Bộ"
            let common = common || phrase == "biển đông" && is_capital(paragraph, first + 2);
            let wrong = if phrase == "biển đông" { "biển Đông" } else { phrase };
            if paragraph.slice(range.clone()) == wrong && !body && !common {
                report.mend(paragraph, range, right, "Danh từ này viết hoa.");
            }
        }
    }
}

/// A word of two syllables of which only the second has a capital.
fn half(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let lexicon = Lexicon::get();
    for (own, pair) in paragraph.words.windows(2).enumerate() {
        let [left, right] = pair else { continue };
        // "mừng Đảng, mừng Xuân, đón Tết" are usual.
        let season = right.small.is_of(&["xuân", "tết"]);
        if is_capital(paragraph, own) || !is_capital(paragraph, own + 1) || season {
            continue;
        }
        let id = |at: Option<usize>| paragraph.words.get(at?)?.id;
        // The first may end a word, and the second begin a name: xây dựng Nhà nước, cán bộ Mặt trận.
        let word = lexicon.are_word(left.id, right.id)
            && !lexicon.are_word(id(own.checked_sub(1)), left.id)
            && !lexicon.are_word(right.id, id(Some(own + 2)));
        // Of a common noun and a name a word may be made by chance: xã Hội Sơn, bác Hồ, xây dựng Đảng.
        let name = is_capital(paragraph, own + 2) || right.is_loud;
        let noun = [
            "xã",
            "tỉnh",
            "phường",
            "huyện",
            "thôn",
            "bản",
            "núi",
            "sông",
            "bệnh",
            "giải",
            "bác",
            "ông",
            "bà",
            "anh",
            "chị",
            "đồng",
            "chủ",
            "nước",
            "thành",
            "việt",
            "khu",
            "chùa",
            "cầu",
            "chợ",
            "biển",
            "hồ",
            "các",
            "của",
            "và",
            "người",
            "nhà",
            "tổ",
            "quỹ",
            "dân",
            "thứ",
            "tiếng",
            "miền",
            "phía",
            "vùng",
            "vụ",
        ];
        let special =
            matches!(right.small.as_str(), "đảng" | "bác" | "tết" | "luật" | "đoàn" | "ban" | "hội" | "quỹ");
        let close = paragraph.slice(left.at.end..right.at.start) == " ";
        let joins = left.id.and_then(|id| lexicon.syllable(id)).is_some_and(|own| own.used == Use::Joining);
        if word
            && !joins
            && close
            && !name
            && !special
            && !noun.contains(&left.small.as_str())
            && !begins(paragraph, own)
        {
            let range = left.at.start..right.at.end;
            report.mend_part(
                paragraph,
                range,
                right.at.clone(),
                right.small.clone(),
                "Chữ hoa ở giữa một từ.",
            );
        }
    }
}

fn state(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in paragraph.phrases("nhà nước") {
        let first = at(paragraph, &range);
        let before = small(paragraph, first.checked_sub(1));
        let comma = paragraph.before(range.start).trim_end().ends_with(',');
        let noun = match before {
            "của" | "do" => true,
            "và" | "đảng" => small(paragraph, first.checked_sub(2)) == "đảng" || before == "đảng",
            _ => false,
        };
        if noun && (!comma || before == "đảng") && !is_capital(paragraph, first) {
            report.mend(paragraph, range, "Nhà nước", "Danh từ “Nhà nước” viết hoa.");
        }
    }
}

/// What "nhà nước" says of what kind it is.
const OF_THE_STATE: [&str; 9] = [
    "quản lý nhà nước",
    "cơ quan nhà nước",
    "ngân sách nhà nước",
    "quyền lực nhà nước",
    "kho bạc nhà nước",
    "doanh nghiệp nhà nước",
    "công chức nhà nước",
    "bí mật nhà nước",
    "nguồn vốn nhà nước",
];

fn of_state(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for kind in OF_THE_STATE {
        for range in paragraph.phrases(kind) {
            let first = at(paragraph, &range);
            let (own, noun) = (is_capital(paragraph, first + 2), range.end - "nhà nước".len());
            let named = is_capital(paragraph, first) && !begins(paragraph, first);
            if own && !named && !is_shouted(paragraph, range.start) {
                let with = format!("{}nhà nước", paragraph.slice(range.start..noun));
                report.mend(paragraph, range, with, "Ở đây “nhà nước” là tính từ, viết thường.");
            }
        }
    }
}

/// Where "đảng" is the Communist Party of Việt Nam: the word with those around it.
const PARTY: [&str; 17] = [
    "ra khỏi đảng",
    "vào đảng",
    "kết nạp đảng",
    "ngoài đảng",
    "trong đảng",
    "lãnh đạo của đảng",
    "chủ trương của đảng",
    "đường lối của đảng",
    "nghị quyết của đảng",
    "chính sách của đảng",
    "văn kiện của đảng",
    "quan điểm của đảng",
    "xây dựng đảng",
    "đối với đảng",
    "thành lập đảng",
    "điều lệ đảng",
    "đảng ta",
];

fn party(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let tell = |range: Range<usize>, at: usize, report: &mut Report| {
        let words = ["viên", "bộ", "ủy", "uỷ", "đoàn", "phí", "phái", "cầm", "tịch"];
        let longer = words.contains(&small(paragraph, Some(at + 1)));
        if paragraph.word(at).starts_with('đ') && !longer {
            let own = paragraph.words[at].at.clone();
            report.mend_part(paragraph, range, own, "Đảng", "“Đảng” (Đảng Cộng sản Việt Nam) viết hoa.");
        }
    };
    for phrase in PARTY {
        for range in paragraph.phrases(phrase) {
            let first = at(paragraph, &range);
            let own = phrase.split(' ').position(|word| word == "đảng").unwrap_or(0);
            // "các ban xây dựng đảng": so the Party calls its own departments, too.
            let departments = phrase == "xây dựng đảng" && small(paragraph, first.checked_sub(1)) == "ban";
            if !departments {
                tell(range, first + own, report);
            }
        }
    }
    for range in paragraph.phrases("đảng và nhà nước") {
        tell(range.clone(), at(paragraph, &range), report);
    }
}

/// What bodies of the Party are called in general.
const PARTY_KINDS: [&str; 4] = ["tổ chức đảng", "cấp ủy đảng", "cấp uỷ đảng", "ban cán sự đảng"];

fn kind_in_party(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    if frame.is_party() {
        party_kind(paragraph, report);
    }
}

/// Other bodies often write it so.
fn kind_elsewhere(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    if !frame.is_party() {
        party_kind(paragraph, report);
    }
}

/// "các cấp ủy, tổ chức Đảng": a kind of bodies, and not the Party.
fn party_kind(paragraph: &Paragraph, report: &mut Report) {
    for (first, range) in PARTY_KINDS.iter().flat_map(|kind| paragraph.phrases(kind).with_word()) {
        let last = paragraph.words.partition_point(|word| word.at.start < range.end) - 1;
        let own = &paragraph.words[last];
        // "Ban Tổ chức Đảng ủy", "Đảng Cộng sản Việt Nam".
        let goes_on =
            small(paragraph, Some(last + 1)).is_of(&["ủy", "uỷ", "bộ", "đoàn", "viên", "cộng", "ta"]);
        let heads = is_capital(paragraph, first) && !begins(paragraph, first);
        if own.is_capital && !own.is_loud && !goes_on && !heads {
            report.mend_part(paragraph, range, own.at.clone(), "đảng", "Nói chung các tổ chức: viết thường.");
        }
    }
}

fn uncle(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for phrase in ["bác hồ", "theo gương bác", "lời bác dạy"] {
        for range in paragraph.phrases(phrase) {
            let first = at(paragraph, &range);
            for (at, word) in (first..).zip(phrase.split(' ')) {
                if matches!(word, "bác" | "hồ") && !is_capital(paragraph, at) {
                    let own = paragraph.words[at].at.clone();
                    let with = sentence_case(paragraph.word(at));
                    report.mend_part(paragraph, range.clone(), own, with, "Tên gọi trân trọng viết hoa.");
                }
            }
        }
    }
}

/// "nghị quyết, kết luận của trung ương, của Tỉnh ủy": its body is meant.
fn centre(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in paragraph.phrases("của trung ương").filter(|_| paragraph.is_prose()) {
        let own = at(paragraph, &range) + 1;
        let behind = paragraph.behind(range.end);
        let ends = behind.is_empty() || behind.starts_with([',', '.', ';']);
        let before = lower(paragraph.before(range.start));
        let guides =
            ["nghị quyết", "chỉ thị", "chủ trương", "kết luận"].iter().any(|kind| before.contains(kind));
        if ends && guides && !is_capital(paragraph, own) {
            let word = paragraph.words[own].at.clone();
            report.mend_part(paragraph, range, word, "Trung", "“Trung ương” (cơ quan) viết hoa.");
        }
    }
}

/// Names of services on the net.
const BRANDS: [(&str, &str); 8] = [
    ("zalo", "Zalo"),
    ("facebook", "Facebook"),
    ("youtube", "YouTube"),
    ("tiktok", "TikTok"),
    ("google", "Google"),
    ("messenger", "Messenger"),
    ("viber", "Viber"),
    ("instagram", "Instagram"),
];

/// Whether a word in small letters is one of them.
pub(super) fn is_brand(word: &str) -> bool {
    BRANDS.iter().any(|(brand, _)| *brand == word)
}

/// "qua các nhóm zalo, facebook", but not in an address.
fn brand(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for word in paragraph.words.iter().filter(|word| !word.is_syllable && !word.is_capital) {
        let Some((_, brand)) = BRANDS.iter().find(|(brand, _)| *brand == word.small) else { continue };
        let address = paragraph.before(word.at.start).ends_with(['.', '/', '@', '-', '_'])
            || paragraph.behind(word.at.end).starts_with(['@', '/', '_', '-'])
            || paragraph.behind(word.at.end).starts_with('.')
                && paragraph.behind(word.at.end + 1).starts_with(|c: char| c.is_ascii_lowercase());
        if !address && paragraph.is_prose() {
            report.mend(paragraph, word.at.clone(), *brand, "Tên riêng viết hoa.");
        }
    }
}
