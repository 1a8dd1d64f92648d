//! Viết hoa (NĐ 30/2020/NĐ-CP, Phụ lục II): Nhân dân, Nhà nước, Đảng, documents, sentences.

use std::ops::Range;

use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph};
use crate::check::rule::{Report, Rule};
use crate::check::spelling::slips::like;
use crate::check::spelling::{Lexicon, Use};
use crate::import::Role;
use crate::vietnamese::{is_syllable, lower, lower_letter, upper, upper_letter};

const SPECIAL: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 1";
const REVERED: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 4";
const DOCUMENT: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 6";
const CLAUSES: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 7";
const HOLIDAY: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 5 và điểm b khoản 8";
const SENTENCE: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II, mục I";
const COMMON: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II: danh từ chung viết thường";

pub(super) const RULES: &[Rule] = &[
    Rule::each(Error, "caps.nhan-dan", SPECIAL, "“nhân dân” viết thường", people).mends(),
    Rule::each(Error, "caps.nhan-dan.both", SPECIAL, "“Nhân Dân”, “Nhà Nước”, “Tổ Quốc”", people_twice)
        .mends(),
    Rule::each(
        Warn,
        "caps.org.country",
        REVERED,
        "“tổ quốc”, “quốc hội”, “hiến pháp” viết thường",
        one_of_a_kind,
    )
    .mends(),
    Rule::each(Warn, "caps.sentence.half", COMMON, "Chữ hoa ở giữa một từ", half).mends(),
    Rule::each(Error, "caps.org.state", SPECIAL, "“nhà nước” viết thường", state).mends(),
    Rule::each(Hint, "caps.org.state-like", SPECIAL, "“Nhà nước” dùng như tính từ", of_state).mends(),
    Rule::each(Error, "caps.org.party", REVERED, "“đảng” (Đảng Cộng sản Việt Nam) viết thường", party)
        .mends(),
    Rule::each(Error, "caps.org.uncle", REVERED, "“Bác” (Chủ tịch Hồ Chí Minh) viết thường", uncle).mends(),
    Rule::each(Error, "caps.document.kind", DOCUMENT, "Tên loại của một văn bản cụ thể viết thường", kind)
        .mends(),
    Rule::each(Error, "caps.document.this", DOCUMENT, "“Kế hoạch này” viết thường", this).mends(),
    Rule::each(Error, "caps.document.law", DOCUMENT, "Tên luật", law).mends(),
    Rule::each(Error, "caps.document.article", CLAUSES, "“Điều” viết thường khi viện dẫn", article).mends(),
    Rule::each(Warn, "caps.document.clause", CLAUSES, "“khoản”, “điểm” viết hoa khi viện dẫn", clause)
        .mends(),
    Rule::each(Error, "caps.document.holiday", HOLIDAY, "Tên ngày lễ, ngày tết", holiday).mends(),
    Rule::each(Error, "caps.sentence", SENTENCE, "Đầu câu viết thường", sentence).mends(),
    Rule::whole(Warn, "caps.sentence.line", SENTENCE, "Đầu đoạn viết thường", line)
        .only(&["nd30", "front"])
        .mends(),
    Rule::each(Warn, "caps.sentence.middle", SENTENCE, "Viết hoa giữa câu", middle).mends(),
    Rule::whole(Error, "caps.org.common", COMMON, "Danh từ chung viết hoa", common).mends(),
    Rule::whole(Warn, "caps.org.several", COMMON, "“các Ban”, “các Sở”: danh từ chung viết hoa", several)
        .mends(),
    Rule::each(
        Warn,
        "caps.org.abbreviation",
        "Chữ viết tắt viết hoa",
        "Chữ viết tắt viết thường",
        abbreviation,
    )
    .mends(),
    Rule::each(
        Error,
        "typo.case.line",
        "Lỗi đánh máy: chữ thường lẫn trong chữ in hoa",
        "Chữ thường lẫn trong chữ in hoa",
        case,
    )
    .mends(),
    Rule::each(
        Error,
        "typo.case.word",
        "Lỗi đánh máy: chữ hoa lẫn trong chữ thường",
        "Chữ hoa lẫn giữa một tiếng",
        case_inside,
    )
    .mends(),
];

/// Whether a word of a paragraph begins with a capital.
pub(super) fn is_capital(paragraph: &Paragraph, at: usize) -> bool {
    paragraph.word(at).starts_with(|c: char| c != lower_letter(c))
}

/// Whether a paragraph is set in capitals, at least the line around some bytes.
pub(super) fn is_shouted(paragraph: &Paragraph, at: usize) -> bool {
    let start = paragraph.text[..at].rfind('\n').map_or(0, |at| at + 1);
    let line = paragraph.text[start..].split('\n').next().unwrap_or_default();
    upper(line) == line && line.contains(' ')
}

/// Whether a sentence begins with a word.
pub(super) fn begins(paragraph: &Paragraph, at: usize) -> bool {
    let Some(word) = paragraph.words.get(at) else { return false };
    let before = paragraph.text[..word.at.start].trim_end_matches([' ', '“', '"', '(', '‘', '\'', '*', '[']);
    at == 0
        || word.at.start <= paragraph.body
        || before.ends_with(['.', '\n', '!', '?', ':', ';', '-', '+', '–', '•'])
        || before.ends_with(')') && paragraph.words.get(at - 1).is_some_and(|word| word.small.len() < 3)
}

/// The word at some bytes.
fn at(paragraph: &Paragraph, range: &Range<usize>) -> usize {
    paragraph.words.partition_point(|word| word.at.start < range.start)
}

fn small(paragraph: &Paragraph, at: Option<usize>) -> &str {
    at.and_then(|at| paragraph.words.get(at)).map_or("", |word| word.small.as_str())
}

fn text(paragraph: &Paragraph, range: Range<usize>) -> &str {
    paragraph.text.get(range).unwrap_or_default()
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
        let joined = paragraph.text[..range.start].ends_with([' ', '\n', '(', '“', '"']) || range.start == 0;
        if !part && !money && joined && !begins(paragraph, first) {
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
            if both
                && !paper
                && !is_shouted(paragraph, range.start)
                && upper(paragraph.word(first)) != paragraph.word(first)
            {
                report.mend(paragraph, range, right, "Chỉ viết hoa chữ đầu.");
            }
        }
    }
}

/// Of each there is one, and it is written with a capital.
const ONE_OF_A_KIND: [(&str, &str); 4] = [
    ("tổ quốc", "Tổ quốc"),
    ("quốc hội", "Quốc hội"),
    ("hiến pháp", "Hiến pháp"),
    ("bộ chính trị", "Bộ Chính trị"),
];

fn one_of_a_kind(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (phrase, right) in ONE_OF_A_KIND {
        for range in paragraph.phrases(phrase) {
            let first = at(paragraph, &range);
            // "mặt trận tổ quốc" is the name of a body, of which another rule tells.
            let body = small(paragraph, first.checked_sub(1)) == "trận";
            if text(paragraph, range.clone()) == phrase && !body {
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
        if is_capital(paragraph, own) || !is_capital(paragraph, own + 1) {
            continue;
        }
        let typed = paragraph.word(own + 1);
        let is_word = |first: &str, second: &str| {
            let ids = (lexicon.id(first), lexicon.id(second));
            matches!(ids, (Some(first), Some(second)) if lexicon.is_word(first, second))
        };
        // The first may end a word, and the second begin a name: xây dựng Nhà nước, cán bộ Mặt trận.
        let word = is_word(&left.small, &right.small)
            && !is_word(small(paragraph, own.checked_sub(1)), &left.small)
            && !is_word(&right.small, small(paragraph, Some(own + 2)));
        // Of a common noun and a name a word may be made by chance: xã Hội Sơn, bác Hồ, xây dựng Đảng.
        let name = is_capital(paragraph, own + 2) || upper(typed) == typed;
        let noun = [
            "xã",
            "tỉnh",
            "phường",
            "huyện",
            "thôn",
            "bản",
            "núi",
            "sông",
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
            "miền",
            "phía",
            "vùng",
        ];
        let special =
            matches!(right.small.as_str(), "đảng" | "bác" | "tết" | "luật" | "đoàn" | "ban" | "hội");
        let close = text(paragraph, left.at.end..right.at.start) == " ";
        let joins = lexicon
            .id(&left.small)
            .and_then(|id| lexicon.syllable(id))
            .is_some_and(|own| own.used == Use::Joining);
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
        let comma = paragraph.text[..range.start].trim_end().ends_with(',');
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
    "quản lý",
    "cơ quan",
    "ngân sách",
    "quyền lực",
    "kho bạc",
    "doanh nghiệp",
    "công chức",
    "bí mật",
    "nguồn vốn",
];

fn of_state(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for kind in OF_THE_STATE {
        for range in paragraph.phrases(&format!("{kind} nhà nước")) {
            let first = at(paragraph, &range);
            let (own, noun) = (is_capital(paragraph, first + 2), range.end - "nhà nước".len());
            let named = is_capital(paragraph, first) && !begins(paragraph, first);
            if own && !named && !is_shouted(paragraph, range.start) {
                let with = format!("{}nhà nước", text(paragraph, range.start..noun));
                report.mend(paragraph, range, with, "Ở đây “nhà nước” là tính từ, viết thường.");
            }
        }
    }
}

/// Where "đảng" is the Communist Party of Việt Nam: the word with those around it.
const PARTY: [&str; 12] = [
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
            tell(range, first + own, report);
        }
    }
    for range in paragraph.phrases("đảng và nhà nước") {
        tell(range.clone(), at(paragraph, &range), report);
    }
}

fn uncle(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for phrase in ["bác hồ", "theo gương bác", "lời bác dạy"] {
        for range in paragraph.phrases(phrase) {
            let first = at(paragraph, &range);
            for (at, word) in (first..).zip(phrase.split(' ')) {
                if matches!(word, "bác" | "hồ") && !is_capital(paragraph, at) {
                    let own = paragraph.words[at].at.clone();
                    let with = capital(paragraph.word(at));
                    report.mend_part(paragraph, range.clone(), own, with, "Tên gọi trân trọng viết hoa.");
                }
            }
        }
    }
}

/// A word with a capital at its head.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map_or_else(String::new, |first| std::iter::once(upper_letter(first)).chain(letters).collect())
}

fn kind(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for mention in &paragraph.mentions {
        let typed = text(paragraph, mention.kind_at.clone());
        let first = typed.chars().next();
        // "các nghị quyết số 18-NQ/TW, số 19-NQ/TW" speaks of several.
        let before = small(paragraph, at(paragraph, &mention.kind_at).checked_sub(1));
        let several = matches!(before, "các" | "những" | "hai" | "ba");
        if first.is_some_and(|c| c == lower_letter(c) && c.is_alphabetic()) && !several {
            report.mend(
                paragraph,
                mention.kind_at.clone(),
                capital(typed),
                "Tên loại của một văn bản cụ thể viết hoa.",
            );
        }
    }
}

fn this(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in paragraph.phrases("kế hoạch này") {
        let first = at(paragraph, &range);
        let whole = !matches!(small(paragraph, first.checked_sub(1)), "các" | "những");
        if !is_capital(paragraph, first) && whole {
            let kind = range.start..range.end - " này".len();
            let with = capital(text(paragraph, kind.clone()));
            report.mend_part(paragraph, range, kind, with, "Nói đến chính văn bản này: “Kế hoạch” viết hoa.");
        }
    }
    for range in paragraph.phrases("trên đây là kế hoạch") {
        let own = at(paragraph, &range) + 3;
        if !is_capital(paragraph, own) {
            let word = paragraph.words[own].at.clone();
            report.mend_part(paragraph, range, word, "Kế", "Nói đến chính văn bản này: “Kế hoạch” viết hoa.");
        }
    }
}

/// The first words of the names of laws.
const LAWS: [&str; 30] = [
    "đất đai",
    "lâm nghiệp",
    "bảo vệ môi trường",
    "phòng, chống",
    "tổ chức",
    "ban hành",
    "bầu cử",
    "thi đua",
    "tiếp công dân",
    "khiếu nại",
    "tố cáo",
    "thanh tra",
    "ngân sách",
    "đầu tư",
    "đấu thầu",
    "xây dựng",
    "nhà ở",
    "giáo dục",
    "trẻ em",
    "thanh niên",
    "người cao tuổi",
    "người khuyết tật",
    "bảo hiểm",
    "việc làm",
    "hộ tịch",
    "cư trú",
    "căn cước",
    "an ninh mạng",
    "dân quân",
    "thực hiện dân chủ",
];

fn law(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in paragraph.phrases("luật") {
        let own = at(paragraph, &range);
        let before = small(paragraph, own.checked_sub(1));
        // pháp luật, kỷ luật, bộ luật and such are other words.
        if ["pháp", "kỷ", "quy", "bộ", "hàng", "đúng", "trái", "dự", "các", "sau"].contains(&before)
            && before != "dự"
        {
            continue;
        }
        let rest = lower(text(paragraph, range.end..paragraph.text.len()).trim_start());
        let named = LAWS
            .iter()
            .any(|law| rest.strip_prefix(law).is_some_and(|rest| !rest.starts_with(char::is_alphabetic)));
        let (big, next) = (is_capital(paragraph, own), is_capital(paragraph, own + 1));
        if !named || big == next || is_shouted(paragraph, range.start) {
            continue;
        }
        let wrong = if big { own + 1 } else { own };
        let whole = range.start..paragraph.words.get(own + 1).map_or(range.end, |word| word.at.end);
        // A sentence may begin with the word, and "luật" alone be meant.
        if !(big && begins(paragraph, own)) {
            let with = capital(paragraph.word(wrong));
            report.mend_part(
                paragraph,
                whole,
                paragraph.words[wrong].at.clone(),
                with,
                "Tên luật viết hoa chữ “Luật” và chữ đầu của tên.",
            );
        }
    }
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_ascii_digit())
}

fn article(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (own, pair) in paragraph.words.windows(2).enumerate() {
        let (word, number) = (pair[0].small.as_str(), pair[1].small.as_str());
        if word != "điều" || !is_number(number) || is_capital(paragraph, own) {
            continue;
        }
        // "hai điều 1 và 2" is rare; a citation says khoản before or a law behind.
        let before = small(paragraph, own.checked_sub(2));
        let law = matches!(
            small(paragraph, Some(own + 2)),
            "luật" | "nghị" | "bộ" | "hiến" | "quyết" | "thông" | "của" | "pháp" | "quy" | "chương"
        );
        if before == "khoản" || law || small(paragraph, own.checked_sub(1)) == "tại" {
            let range = pair[0].at.start..pair[1].at.end;
            report.mend_part(paragraph, range, pair[0].at.clone(), "Điều", "Khi viện dẫn, “Điều” viết hoa.");
        }
    }
}

fn clause(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (own, pair) in paragraph.words.windows(2).enumerate() {
        let number = pair[1].small.as_str();
        let named = match pair[0].small.as_str() {
            "khoản" => is_number(number),
            "điểm" => number.chars().count() == 1 && small(paragraph, Some(own + 2)) == "khoản",
            _ => false,
        };
        if named
            && is_capital(paragraph, own)
            && !begins(paragraph, own)
            && !is_shouted(paragraph, pair[0].at.start)
        {
            let range = pair[0].at.start..pair[1].at.end;
            report.mend_part(
                paragraph,
                range,
                pair[0].at.clone(),
                pair[0].small.clone(),
                "Khi viện dẫn, “khoản”, “điểm” viết thường.",
            );
        }
    }
}

/// Names of days in small letters, and as they are written.
const DAYS: [(&str, &str); 15] = [
    ("nguyên đán", "Nguyên đán"),
    ("trung thu", "Trung thu"),
    ("đoan ngọ", "Đoan ngọ"),
    ("quốc khánh", "Quốc khánh"),
    ("quốc tế lao động", "Quốc tế Lao động"),
    ("quốc tế phụ nữ", "Quốc tế Phụ nữ"),
    ("quốc tế thiếu nhi", "Quốc tế Thiếu nhi"),
    ("phụ nữ việt nam", "Phụ nữ Việt Nam"),
    ("nhà giáo việt nam", "Nhà giáo Việt Nam"),
    ("thầy thuốc việt nam", "Thầy thuốc Việt Nam"),
    ("giải phóng miền nam", "Giải phóng miền Nam"),
    ("quốc tế người cao tuổi", "Quốc tế Người cao tuổi"),
    ("pháp luật việt nam", "Pháp luật Việt Nam"),
    ("giỗ tổ hùng vương", "Giỗ Tổ Hùng Vương"),
    ("đại đoàn kết", "Đại đoàn kết"),
];

/// Words behind which such a name stands.
const BEFORE_DAYS: [&str; 6] = ["ngày", "tết", "lễ", "dịp", "hội", "niệm"];

fn holiday(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (plain, day) in DAYS {
        for range in paragraph.phrases(plain) {
            let first = at(paragraph, &range);
            let typed = text(paragraph, range.clone());
            let said = BEFORE_DAYS.contains(&small(paragraph, first.checked_sub(1)));
            let wrong = typed != day && lower(typed) == lower(day) && !is_shouted(paragraph, range.start);
            // "phụ nữ Việt Nam", "đại đoàn kết" are no days by themselves.
            let alone = matches!(plain, "nguyên đán" | "quốc tế lao động" | "giỗ tổ hùng vương");
            let all_big = typed.split(' ').all(|word| word.starts_with(|c: char| c != lower_letter(c)));
            if wrong && (said || alone) && !(all_big && plain == "đại đoàn kết") {
                report.mend(paragraph, range, day, "Tên ngày lễ, ngày tết viết hoa theo mẫu.");
            }
        }
    }
}

/// Whether a paragraph is read as sentences, and not as a list of names.
fn is_read(paragraph: &Paragraph) -> bool {
    paragraph.is_prose() && !matches!(paragraph.role, Role::Subject | Role::Detail)
}

fn sentence(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if !is_read(paragraph) {
        return;
    }
    for (own, pair) in paragraph.words.windows(2).enumerate() {
        let [left, right] = pair else { continue };
        let between = text(paragraph, left.at.end..right.at.start);
        // "v.v. và", "TP. vinh", "1. mục": an abbreviation or a number ends no sentence.
        let ends = between.trim() == "." && between.ends_with(' ');
        let whole =
            is_syllable(&left.small) && left.small.chars().count() > 2 && paragraph.word(own) == left.small;
        let starts =
            is_syllable(&right.small) && !is_capital(paragraph, own + 1) && right.small.chars().count() > 1;
        if ends && whole && starts {
            let range = left.at.start..right.at.end;
            report.mend_part(
                paragraph,
                range,
                right.at.clone(),
                capital(paragraph.word(own + 1)),
                "Đầu câu viết hoa.",
            );
        }
    }
}

/// Lines of one kind that begin small where most begin with a capital: a text that begins all of them small
/// makes one list of them.
fn line(manuscript: &Manuscript, report: &mut Report) {
    if !manuscript.frame.is_source {
        return;
    }
    let first = |own: &Paragraph| {
        let first = own.words.iter().position(|word| word.at.start >= own.body)?;
        let lead = text(own, own.body..own.words.get(first)?.at.start);
        lead.trim().is_empty().then_some(first)
    };
    for role in [Role::Clause, Role::Subclause, Role::Dash, Role::Opening, Role::Closing] {
        let marked = |own: &&Paragraph| {
            own.role == role && (!own.mark().is_empty() || matches!(role, Role::Opening | Role::Closing))
        };
        let all: Vec<&Paragraph> = manuscript.paragraphs.iter().filter(marked).collect();
        let is_small = |own: &&&Paragraph| first(own).is_some_and(|at| !is_capital(own, at));
        if all.iter().filter(is_small).count() * 3 > all.len() + 2 {
            continue;
        }
        for paragraph in all.iter().filter(is_small) {
            let Some(at) = first(paragraph) else { continue };
            let own = &paragraph.words[at];
            let starts = is_syllable(&own.small) && own.small.chars().count() > 1;
            if starts && paragraph.words.len() > 4 {
                let with = capital(paragraph.word(at));
                report.mend(paragraph, own.at.clone(), with, "Khi xuống dòng, chữ đầu viết hoa.");
            }
        }
    }
}

/// Words with which a task begins, and no name.
const DOING: [&str; 24] = [
    "tổ chức thực",
    "thực hiện",
    "xây dựng",
    "phối hợp",
    "tăng cường",
    "nâng cao",
    "đẩy mạnh",
    "chỉ đạo",
    "hướng dẫn",
    "kiểm tra",
    "phát huy",
    "tiếp tục",
    "chủ động",
    "tập trung",
    "triển khai",
    "rà soát",
    "tham mưu",
    "báo cáo",
    "theo dõi",
    "đôn đốc",
    "vận động",
    "bảo đảm",
    "đảm bảo",
    "kịp thời",
];

fn middle(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (own, pair) in paragraph.words.windows(2).enumerate() {
        let [left, right] = pair else { continue };
        let doing = DOING.contains(&format!("{} {}", left.small, right.small).as_str());
        let before = paragraph.text[..left.at.start].trim_end();
        let inside = before.ends_with(',')
            || own > 0
                && before.ends_with(char::is_alphabetic)
                && before.ends_with(small(paragraph, own.checked_sub(1)));
        let gap = &paragraph.text[before.len()..left.at.start];
        let next = is_capital(paragraph, own + 1);
        // "Báo cáo", "Hướng dẫn" may be documents; they stand behind a word, the others behind a comma too.
        let named = matches!(left.small.as_str(), "báo" | "hướng" | "chỉ" | "kiểm");
        if doing
            && inside
            && !named
            && !gap.contains('\n')
            && is_capital(paragraph, own)
            && !next
            && before.ends_with(',')
        {
            let range = left.at.start..right.at.end;
            report.mend_part(
                paragraph,
                range,
                left.at.clone(),
                left.small.clone(),
                "Giữa câu không viết hoa.",
            );
        }
    }
}

/// Nouns that are written small wherever they are no part of a name.
const NOUNS: [&str; 19] = [
    "chính quyền",
    "cấp ủy",
    "cấp uỷ",
    "doanh nghiệp",
    "người dân",
    "cơ quan",
    "đơn vị",
    "địa phương",
    "cán bộ",
    "công chức",
    "viên chức",
    "đoàn viên",
    "đảng viên",
    "quần chúng",
    "hộ nghèo",
    "hội viên",
    "hộ gia đình",
    "đoàn thể",
    "khối đại đoàn kết",
];

/// A common noun in capitals inside a sentence, where the same text writes it small elsewhere or nothing
/// else can be meant.
fn common(manuscript: &Manuscript, report: &mut Report) {
    for noun in NOUNS {
        let mut big: Vec<(&Paragraph, Range<usize>)> = Vec::new();
        let mut small_ones = 0;
        for paragraph in manuscript.paragraphs.iter().filter(|own| own.is_prose()) {
            for range in paragraph.phrases(noun) {
                let first = at(paragraph, &range);
                let count = noun.split(' ').count();
                let rest = (first + 1..first + count).any(|at| is_capital(paragraph, at));
                let named = is_capital(paragraph, first + count)
                    || (first > 0 && is_capital(paragraph, first - 1) && !begins(paragraph, first - 1));
                match is_capital(paragraph, first) {
                    false => small_ones += 1,
                    true if rest || named || begins(paragraph, first) => {}
                    true => big.push((paragraph, range)),
                }
            }
        }
        let one_way = big.is_empty() || (small_ones < 2 * big.len() && noun != "khối đại đoàn kết");
        if one_way {
            continue;
        }
        for (paragraph, range) in big {
            let with = lower(text(paragraph, range.clone()));
            report.mend(paragraph, range, with, "Danh từ chung viết thường.");
        }
    }
}

/// Bodies of a kind, named together, in capitals where the same text writes them small elsewhere.
fn several(manuscript: &Manuscript, report: &mut Report) {
    for kind in ["ban", "sở", "ngành", "phòng", "chi bộ", "đoàn thể", "cơ quan", "địa phương"]
    {
        let phrase = format!("các {kind}");
        let mut big: Vec<(&Paragraph, Range<usize>, usize)> = Vec::new();
        let mut is_small = false;
        for paragraph in &manuscript.paragraphs {
            for range in paragraph.phrases(&phrase) {
                let own = at(paragraph, &range) + 1;
                // At the end of a longer word the kind is none: các ban ngành.
                let named = is_capital(paragraph, own + kind.split(' ').count());
                match is_capital(paragraph, own) {
                    false => is_small = true,
                    true if named || is_shouted(paragraph, range.start) => {}
                    true => big.push((paragraph, range, own)),
                }
            }
        }
        for (paragraph, range, own) in big.into_iter().filter(|_| is_small) {
            let word = &paragraph.words[own];
            let message = "Nói chung nhiều cơ quan: viết thường, như ở chỗ khác.";
            report.mend_part(paragraph, range, word.at.clone(), word.small.clone(), message);
        }
    }
}

/// Abbreviations of bodies and titles that no word is written like.
const ABBREVIATIONS: &str = " ubnd hđnd mttq ubmttq ubmttqvn thcs thpt bhxh bhyt tdtt ubkt tncs ccb lhpn qlnn ktxh qpan cntt ttđt vhxh đktt ";

fn abbreviation(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for word in &paragraph.words {
        let typed = text(paragraph, word.at.clone());
        let known = ABBREVIATIONS.split(' ').any(|own| own == word.small) || typed == "Vp";
        if !known {
            continue;
        }
        let joined = paragraph.text[..word.at.start].ends_with(['/', '.', '@', '-'])
            || paragraph.text[word.at.end..].starts_with(['@', '-', '/']);
        let dotted = paragraph.text[word.at.end..].starts_with('.')
            && paragraph.text[word.at.end + 1..].starts_with(char::is_alphanumeric);
        if upper(typed) != typed && !joined && !dotted {
            report.mend(paragraph, word.at.clone(), upper(typed), "Chữ viết tắt viết hoa.");
        }
    }
}

/// A word in small letters in a line of capitals.
fn case(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    // Of who signs another rule tells.
    if matches!(paragraph.role, Role::Authority | Role::SignerTitle | Role::Ending | Role::SignerName) {
        return;
    }
    let mut start = 0;
    for line in paragraph.text.split('\n') {
        let own = start..start + line.len();
        start = own.end + 1;
        let words: Vec<usize> = (0..paragraph.words.len())
            .filter(|at| {
                let word = &paragraph.words[*at];
                own.contains(&word.at.start) && word.small.starts_with(char::is_alphabetic)
            })
            .collect();
        let loud = |at: &&usize| upper(paragraph.word(**at)) == paragraph.word(**at);
        let shouted =
            words.iter().filter(loud).filter(|at| is_syllable(&paragraph.words[**at].small)).count();
        let quiet: Vec<&usize> = words.iter().filter(|at| !loud(at)).collect();
        if quiet.is_empty() || shouted < 2 || shouted < 2 * quiet.len() {
            continue;
        }
        for at in quiet {
            let word = &paragraph.words[*at];
            let typed = paragraph.word(*at);
            // A word in small letters alone may be meant: "số", "của"; one that is half and half is a slip.
            let capitals = typed.chars().any(|c| c != lower_letter(c));
            if is_syllable(&word.small) && (capitals || quiet_between(paragraph, *at)) {
                report.mend(paragraph, word.at.clone(), upper(typed), "Chữ thường lẫn trong dòng in hoa.");
            }
        }
    }
}

/// Whether both words beside a small one are in capitals.
fn quiet_between(paragraph: &Paragraph, at: usize) -> bool {
    let loud = |at: usize| {
        let word = paragraph.word(at);
        word.chars().count() > 1 && upper(word) == word && is_syllable(&lower(word))
    };
    at > 0 && loud(at - 1) && loud(at + 1)
}

/// Capitals inside a word of small letters.
fn case_inside(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for word in &paragraph.words {
        let typed = text(paragraph, word.at.clone());
        let mut letters = typed.chars();
        let first = letters.next().unwrap_or_default();
        let rest: String = letters.collect();
        let big = rest.chars().filter(|c| *c != lower_letter(*c)).count();
        let little = rest.chars().filter(|c| c.is_alphabetic() && *c == lower_letter(*c)).count();
        let slip = big > 0
            && little > 0
            && is_syllable(&word.small)
            && !word.small.is_ascii()
            && !is_shouted(paragraph, word.at.start);
        if slip {
            let mostly = big > little;
            let with = if mostly { upper(typed) } else { like(&first.to_string(), &word.small) };
            report.mend(paragraph, word.at.clone(), with, "Chữ hoa và chữ thường lẫn trong một tiếng.");
        }
    }
}
