//! Capitals inside sentences: common words that are part of no name.

use super::clauses::COMMON;
use super::details::is_label;
use super::sentences::{follows_comma, follows_small, is_common};
use super::words::{Words, at, begins, is_capital, is_listed, small};
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Frame, Paragraph};
use crate::check::rule::{DIGITS, Report, Rule};
use crate::check::spelling::{Lexicon, Use};
use crate::citation::kind_at;
use crate::import::Role;
use crate::vietnamese::{lower, sentence_case};

const FRONT: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II: tên cơ quan, tổ chức viết hoa";
const SENTENCE: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II, mục I: viết hoa chữ đầu câu";

pub(super) const RULES: &[Rule] = &[
    Rule::each(Hint, "caps.org.inside", COMMON, "Từ chung viết hoa giữa câu", inside).mends(),
    Rule::each(Warn, "caps.org.member", COMMON, "“Đoàn viên”, “Cán bộ” viết hoa giữa câu", member).mends(),
    Rule::each(Warn, "caps.org.second", COMMON, "Viết hoa cả hai tiếng của một từ", second).mends(),
    Rule::each(Warn, "caps.org.front", FRONT, "Mặt trận, Đoàn, Đội viết thường", front).mends(),
    Rule::each(Warn, "caps.org.youth", FRONT, "Đoàn (Thanh niên Cộng sản) viết thường", youth).mends(),
    Rule::each(Warn, "caps.org.association", FRONT, "“Hội” viết thường trong kế hoạch của Hội", association)
        .mends(),
    Rule::each(Error, "caps.org.economy", COMMON, "“phát triển Kinh tế - Xã hội”", economy).mends(),
    Rule::each(Hint, "caps.org.disease", COMMON, "Tên bệnh viết hoa", disease).mends(),
    Rule::each(Warn, "caps.org.several-cells", COMMON, "“các Chi bộ”, “các Chi hội”", several).mends(),
    Rule::each(Warn, "caps.org.counted", COMMON, "Danh từ chung sau số đếm viết hoa", counted)
        .near(DIGITS)
        .mends(),
    Rule::each(Error, "caps.org.youth-union", FRONT, "Đoàn Thanh niên viết thường", youth_union).mends(),
    Rule::each(Error, "caps.org.standing", FRONT, "“Thường trực” của một cơ quan viết thường", standing)
        .mends(),
    Rule::each(Warn, "caps.sentence.semicolon", SENTENCE, "Viết hoa sau dấu chấm phẩy", semicolon)
        .near(&[';'])
        .mends(),
];

/// Words behind which a name stands: ngành Giáo dục, bộ phận Văn phòng, mô hình Dân vận khéo.
const NAMERS: &str = " ngành huy đạo phòng ban sở bộ tổ đội khoa môn lớp nhóm khối cụm chức phận trào thi án đề trình hoạch động quỹ hội tháng \
    ngày tuần năm lễ mục tâm cục vụ viện trường trạm luật định quyết lệnh tư thị dẫn báo luận hình hiệu câu chi đảng đoàn ủy \
    nghị thanh tác sĩ trưởng trực ";

/// Words with which titles, festivals and names of the State and the Party begin that common words are like.
const TITLES: &str = " nguyên thủ trưởng phó chủ bí giám chánh tổng đại hiệu kế tỉnh huyện thành xã cộng cương chỉ danh biểu mẫu phụ \
    căn ";

/// Whether a word with a capital may be the head of a name: of a body, a person's office, a document.
fn may_name(paragraph: &Paragraph, own: usize) -> bool {
    let Some(word) = paragraph.words.get(own) else { return true };
    is_listed(TITLES, &word.small) || kind_at(paragraph.slice(word.at.start..paragraph.text.len())).is_some()
}

/// Within how many words before "và" or a comma a capital tells that a name goes on: Kinh tế, Hạ tầng và Đô thị.
const GOES_ON: usize = 6;

/// Whether a word goes on with a list that may be a name.
fn continues_name(paragraph: &Paragraph, own: usize) -> bool {
    let listed = follows_comma(paragraph, own) || small(paragraph, own.checked_sub(1)) == "và";
    let before = (own.saturating_sub(GOES_ON)..own).filter(|at| is_capital(paragraph, *at));
    listed && before.into_iter().any(|at| !begins(paragraph, at))
}

/// Persons by what they are and not by their office, and what else is no name before a name either.
const NEVER_NAMES: [&str; 7] =
    ["vắc xin", "phụ nữ", "thanh niên", "quốc gia", "kỷ niệm", "đoàn thể", "công chức"];

/// Who belongs to something: no part of a name, whatever stands before.
const MEMBERS: [&str; 4] = ["hội viên", "đoàn viên", "đảng viên", "thành viên"];

/// Persons by what they are, of whom laws and associations may be named.
const PERSONS: [&str; 9] = [
    "đại biểu",
    "đại diện",
    "lãnh đạo",
    "cán bộ",
    "viên chức",
    "sinh viên",
    "học sinh",
    "giáo viên",
    "giảng viên",
];

/// "thu hút đông đảo Đoàn viên tham gia".
fn member(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    common_words(paragraph, true, report);
}

/// "các hộ Cận nghèo", "sinh hoạt Kỷ niệm 95 năm".
fn inside(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    common_words(paragraph, false, report);
}

/// Common words with capitals within a sentence: those for persons, or all others.
fn common_words(paragraph: &Paragraph, persons: bool, report: &mut Report) {
    if !paragraph.is_prose() || matches!(paragraph.role, Role::Subject | Role::Section | Role::Detail) {
        return;
    }
    for (own, pair) in paragraph.words.windows(2).enumerate() {
        let [left, right] = pair else { continue };
        let follows = || follows_small(paragraph, own) || follows_comma(paragraph, own);
        if !left.is_capital || right.is_capital {
            continue;
        }
        let is_second = own.checked_sub(1).is_some_and(|before| begins(paragraph, before));
        if !is_second && !follows() {
            continue;
        }
        let before = small(paragraph, own.checked_sub(1));
        // A plan in small letters has no name: "xây dựng kế hoạch Tổ chức đại hội".
        let plans = own > 1 && before == "hoạch" && paragraph.word(own - 2) == "kế";
        let two = format!("{} {}", left.small, right.small);
        let member = two.is_of(&MEMBERS);
        let person = two.is_of(&PERSONS);
        if (member || person) != persons {
            continue;
        }
        let held = member
            || person
            || plans && left.small == "tổ" && right.small == "chức"
            || two.is_of(&NEVER_NAMES);
        // "Mỗi Đảng viên": behind the first word of a sentence, too.
        let second =
            member && is_second && paragraph.before(left.at.start).ends_with(' ') && !begins(paragraph, own);
        if (follows() || second)
            && (!is_listed(NAMERS, before) || plans || member || is_no_namer(paragraph, own))
            && (held || is_common(paragraph, own))
            && !continues_name(paragraph, own)
            && (person || !may_name(paragraph, own))
            && !is_label(paragraph, left.at.start)
        {
            let range = left.at.start..right.at.end;
            let message = "Từ chung giữa câu viết thường, trừ khi là tên riêng.";
            report.mend_part(paragraph, range, left.at.clone(), left.small.clone(), message);
        }
    }
}

/// Whether the word before is the end of one behind which no name stands: "vấn đề", "tiêm phòng".
fn is_no_namer(paragraph: &Paragraph, own: usize) -> bool {
    let two = [own.checked_sub(2), own.checked_sub(1)].map(|at| small(paragraph, at)).join(" ");
    two.is_of(&["vấn đề", "tiêm phòng", "dự phòng", "đề phòng"])
}

/// What people fall ill with.
const DISEASES: [&str; 12] = [
    "dại",
    "cúm",
    "sởi",
    "lao",
    "bạch hầu",
    "sốt rét",
    "sốt xuất huyết",
    "tay chân miệng",
    "viêm gan",
    "viêm da",
    "lở mồm",
    "tai xanh",
];

/// "bệnh Dại", "mắc Cúm A": diseases have no capital.
fn disease(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for name in DISEASES.iter().filter(|_| paragraph.is_prose()) {
        for range in paragraph.phrases(name) {
            let own = at(paragraph, &range);
            let word = &paragraph.words[own];
            let before = small(paragraph, own.checked_sub(1))
                .is_of(&["bệnh", "dịch", "mắc", "chống", "xin", "virus", "vi-rút"]);
            if word.is_capital && !word.is_loud && before && !begins(paragraph, own) {
                let part = word.at.clone();
                report.mend_part(paragraph, range, part, word.small.clone(), "Tên bệnh viết thường.");
            }
        }
    }
}

/// Words of two syllables of which the second has no capital, whatever the first has.
const PAIRS: [&str; 17] = [
    "ngày hội",
    "chi đoàn",
    "chi bộ",
    "chi hội",
    "tỉnh đoàn",
    "thành đoàn",
    "huyện đoàn",
    "xã đoàn",
    "đoàn trường",
    "nhà trường",
    "đảng viên",
    "đoàn viên",
    "hội viên",
    "đảng bộ",
    "tỉnh ủy",
    "đảng ủy",
    "bế mạc",
];

/// "Chi Đoàn giáo viên", "trong Nhà Trường".
fn second(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    for pair in PAIRS.iter().filter(|_| paragraph.is_prose()) {
        for range in paragraph.phrases(pair) {
            let first = at(paragraph, &range);
            let both = is_capital(paragraph, first) && is_capital(paragraph, first + 1);
            let word = paragraph.words[first + 1].clone();
            // "Đoàn Trường THCS Chu Văn An" names the school; "CHI BỘ" is a line of capitals.
            let named = word.small == "trường" && is_capital(paragraph, first + 2);
            let organ = matches!(*pair, "tỉnh đoàn" | "thành đoàn" | "huyện đoàn" | "xã đoàn");
            let cell = matches!(*pair, "chi hội" | "chi đoàn" | "chi bộ");
            let first_small = !is_capital(paragraph, first) && is_capital(paragraph, first + 1);
            // "chi Hội, tổ Hội": so does the statute of the farmers write.
            let of_farmers = || lower(&frame.bodies).says("hội nông dân");
            let as_team = word.small == "hội" && (paragraph.text.says("tổ Hội") || of_farmers());
            if cell && first_small && !word.is_loud && !as_team {
                let message = "Viết “chi hội”, hoặc “Chi hội” khi là tên riêng.";
                report.mend_part(paragraph, range, word.at.clone(), word.small.clone(), message);
                continue;
            }
            // "trở thành Đoàn viên"
            let member = small(paragraph, Some(first + 2)) == "viên";
            if organ && first_small && !word.is_loud && !member {
                let with = sentence_case(pair);
                report.mend(paragraph, range, with, "Chỉ viết hoa chữ đầu của tên này.");
                continue;
            }
            if both && !named && !word.is_loud {
                let message = "Chỉ viết hoa chữ đầu của từ này.";
                report.mend_part(paragraph, range, word.at.clone(), word.small.clone(), message);
            }
        }
    }
}

/// Names of the Front and the Pioneers by the words around them, with the place of the word that has a capital.
const NAMED: &[(&str, usize)] = &[
    ("công tác mặt trận", 2),
    ("cán bộ mặt trận", 2),
    ("mặt trận các cấp", 0),
    ("mặt trận thôn", 0),
    ("mặt trận xã", 0),
    ("công tác đoàn", 2),
    ("đoàn tncs", 0),
    ("công tác đội", 2),
    ("sinh hoạt đội", 2),
    ("tổ chức đội", 2),
    ("đội tntp", 0),
    ("đội thiếu niên tiền phong", 0),
    ("bộ đội cụ hồ", 2),
    ("xây dựng đội vững mạnh", 2),
];

/// The same of the Youth Union, which itself writes them small now and then.
const YOUTH: &[(&str, usize)] =
    &[("cán bộ đoàn", 2), ("đại hội đoàn", 2), ("sinh hoạt đoàn", 2), ("tổ chức đoàn", 2)];

/// What follows the name of the Union or the Pioneers where it is no part of a longer word: đoàn thể, đội ngũ.
const GOES_ON_BEHIND: [&str; 13] =
    ["và", "các", "năm", "trong", "tại", "của", "cấp", "xã", "trường", "tntp", "tncs", "toàn", "là"];

/// "ban công tác mặt trận": the Front is meant.
fn front(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    named(paragraph, NAMED, report);
}

fn youth(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    named(paragraph, YOUTH, report);
}

fn named(paragraph: &Paragraph, names: &[(&str, usize)], report: &mut Report) {
    let mut told = Vec::new();
    for &(phrase, place) in names {
        for range in paragraph.phrases(phrase).filter(|_| paragraph.is_prose()) {
            let own = at(paragraph, &range) + place;
            let small_one = paragraph.words.get(own).filter(|word| !word.is_capital && !told.contains(&own));
            let Some(word) = small_one else { continue };
            let next = paragraph.words.get(own + 1);
            let ends = next.is_none_or(|next| paragraph.slice(word.at.end..next.at.start) != " ");
            // "nâng cấp hội trường"
            let hall = word.small == "hội" && small(paragraph, Some(own + 1)) == "trường";
            let alone = ends || !hall && small(paragraph, Some(own + 1)).is_of(&GOES_ON_BEHIND);
            let short = place > 0 && matches!(word.small.as_str(), "đoàn" | "đội" | "hội");
            if alone || !short {
                let (part, with) = (word.at.clone(), sentence_case(&word.small));
                let message = format!("“{with}” (tên tổ chức) viết hoa.");
                report.mend_part(paragraph, range, part, with, message);
                told.push(own);
            }
        }
    }
}

/// What is of the association that issues a plan, with the place of its name.
const OF_ASSOCIATION: &[(&str, usize)] = &[
    ("cán bộ hội", 2),
    ("cấp hội", 1),
    ("công tác hội", 2),
    ("tổ chức hội", 2),
    ("điều lệ hội", 2),
    ("phong trào hội", 2),
    ("trung ương hội", 2),
];

/// "Cán bộ hội các cấp" in the plan of the Women's Union.
fn association(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let bodies = lower(&frame.bodies);
    let is_own = |line: &str| line.starts_with("hội ") && !line.starts_with("hội đồng");
    if bodies.lines().any(|line| is_own(line.trim_start())) {
        named(paragraph, OF_ASSOCIATION, report);
    }
}

/// "phát triển Kinh tế - Xã hội": what grows is no body.
fn economy(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in paragraph.phrases("phát triển kinh tế").filter(|_| paragraph.is_prose()) {
        let own = at(paragraph, &range) + 2;
        let society = own + 2;
        let both = small(paragraph, Some(society)) == "xã" && small(paragraph, Some(society + 1)) == "hội";
        let last = if both { society + 1 } else { own + 1 };
        let whole = paragraph.words[own].at.start..paragraph.words[last].at.end;
        let named = is_capital(paragraph, own - 2) && !begins(paragraph, own - 2);
        let loud = paragraph.words[own].is_loud;
        if is_capital(paragraph, own) && !named && !loud {
            let with = lower(paragraph.slice(whole.clone()));
            report.mend(paragraph, whole, with, "Danh từ chung viết thường.");
        }
    }
}

/// What is counted, in small letters: each with the word behind it where that belongs to it.
const COUNTED: [&str; 26] = [
    "chi bộ",
    "chi hội",
    "chi đoàn",
    "đảng viên",
    "hội viên",
    "đoàn viên",
    "thôn",
    "xóm",
    "buôn",
    "bản",
    "ấp",
    "hộ",
    "khu",
    "tổ",
    "trường",
    "đơn vị",
    "mô hình",
    "công trình",
    "gia đình",
    "cán bộ",
    "xã",
    "phường",
    "đồng chí",
    "hội nghị",
    "lớp",
    "tuyến",
];

/// Words behind which a number says which one it is: "ngày 15 Hội nghị khai mạc".
const NUMBERED: [&str; 12] =
    ["số", "ngày", "tháng", "năm", "quý", "khoản", "điều", "mục", "tổ", "thôn", "khu", "lần"];

/// "ít nhất 05 Chi bộ", "50% Thôn": where a number says how many there are, they are no name.
fn counted(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, pair) in paragraph.words.windows(2).enumerate().filter(|_| paragraph.is_prose()) {
        let [number, word] = pair else { continue };
        let figures =
            word.is_capital && !word.is_loud && number.small.bytes().all(|byte| byte.is_ascii_digit());
        let counts = figures
            && matches!(paragraph.slice(number.at.end..word.at.start), " " | "% ")
            && paragraph.before(number.at.start).ends_with(' ')
            && !begins(paragraph, at)
            && !small(paragraph, at.checked_sub(1)).is_of(&NUMBERED);
        let nouns = COUNTED.iter().filter(|_| counts);
        let Some(noun) = nouns.filter_map(|noun| paragraph.phrase_at(at + 1, noun)).next() else { continue };
        let behind = paragraph.words.partition_point(|word| word.at.start < noun.end);
        // "18 Tổ công nghệ số cộng đồng" may be counted by their name, "01 Tổ trưởng" is an office.
        let is_named = small(paragraph, Some(at + 1)) == "tổ"
            && small(paragraph, Some(at + 2)).is_of(&["công", "trưởng", "phó"]);
        if !is_named && (at + 2..=behind).all(|at| !is_capital(paragraph, at)) {
            let (whole, part) = (number.at.start..noun.end, word.at.clone());
            let message = "Sau số đếm, danh từ chung viết thường.";
            report.mend_part(paragraph, whole, part, word.small.clone(), message);
        }
    }
}

/// "lấy đoàn thanh niên làm xung kích": the Union has a name, volunteers on their way have none.
fn youth_union(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in paragraph.phrases("đoàn thanh niên").filter(|_| paragraph.is_prose()) {
        let own = at(paragraph, &range);
        // What a comma parts from it stands in another item of the list.
        let close = paragraph.before(range.start).trim_end().ends_with(char::is_alphabetic);
        let before = if close { small(paragraph, own.checked_sub(1)) } else { "" };
        let behind = small(paragraph, Some(own + 3));
        let several =
            before.is_of(&["các", "những", "mỗi", "từng", "hai", "ba", "chi", "công", "binh", "quân"]);
        let other = behind.is_of(&["tình", "xung", "cứu", "kiều", "cộng", "tiên", "ưu"]);
        let typed = paragraph.slice(range.clone());
        // "Đoàn thanh niên" with what it is of: "Đoàn thanh niên xã".
        let half = typed == "Đoàn thanh niên" && behind.is_of(&["xã", "phường", "tỉnh", "huyện", "trường"]);
        // "Lãnh đạo công đoàn, đoàn thanh niên, hội cựu chiến binh": those of any place.
        let listed = paragraph.before(range.start).ends_with("công đoàn, ")
            || paragraph.behind(range.end).starts_with(", hội ");
        let small_head =
            typed == "đoàn Thanh niên" && behind.is_of(&["", "trong", "và", "các", "xã", "phường", "tham"]);
        if (typed == "đoàn thanh niên" || half || small_head) && !several && !other && !listed {
            report.mend(paragraph, range, "Đoàn Thanh niên", "Tên tổ chức viết hoa.");
        }
    }
}

/// "các Chi bộ trực thuộc": several of a kind. The Youth Union writes Chi đoàn.
fn several(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for &own in paragraph.of_several() {
        let kind =
            small(paragraph, Some(own)) == "chi" && small(paragraph, Some(own + 1)).is_of(&["bộ", "hội"]);
        let big = is_capital(paragraph, own) && !is_capital(paragraph, own + 1);
        if let Some(word) = paragraph.words.get(own).filter(|_| kind && big && own > 0) {
            let range = paragraph.words[own - 1].at.start..word.at.end;
            let message = "Nói chung nhiều chi bộ, chi hội: viết thường.";
            report.mend_part(paragraph, range, word.at.clone(), word.small.clone(), message);
        }
    }
}

/// Bodies that a commune has one of, by their heads.
const STANDING: [&str; 7] = [
    "thường trực hđnd",
    "thường trực hội đồng nhân dân",
    "thường trực đảng ủy",
    "văn phòng hđnd",
    "văn phòng hội đồng nhân dân",
    "văn phòng ubnd",
    "văn phòng đảng ủy",
];

/// "của thường trực HĐND xã", "đơn vị chủ trì: văn phòng HĐND và UBND": a body.
fn standing(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for phrase in STANDING {
        for range in paragraph.phrases(phrase).filter(|_| paragraph.is_prose()) {
            let own = at(paragraph, &range);
            let of_person =
                small(paragraph, own.checked_sub(1)).is_of(&["ban", "viên", "phó", "tịch", "thư"]);
            if !is_capital(paragraph, own) && !of_person {
                let word = &paragraph.words[own];
                let with = sentence_case(&word.small);
                report.mend_part(paragraph, range, word.at.clone(), with, "Tên cơ quan viết hoa chữ đầu.");
            }
        }
    }
}

/// "…; Gắn với sự kiện": the sentence goes on. Where a colon leads in a list its points may begin so.
fn semicolon(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if !paragraph.is_prose() || paragraph.role == Role::Detail {
        return;
    }
    let lexicon = Lexicon::get();
    let joins = |id| lexicon.syllable(id).is_some_and(|own| own.used == Use::Joining);
    for (at, [left, own], _) in
        paragraph.breaks().filter(|(.., gap)| gap.trim_start_matches(['”', '"', ')']) == "; ")
    {
        let Some(next) = paragraph.words.get(at + 2) else { continue };
        if !own.is_capital || next.is_capital || own.is_loud || own.letters < 2 {
            continue;
        }
        let (Some(first), Some(second)) = (own.id, next.id) else { continue };
        let ordinary = is_common(paragraph, at + 1) && lexicon.is_word(first, second)
            || joins(second) && !super::sentences::heads_name(&own.small);
        // Chi ủy, Chi bộ, Chi hội: bodies of the parts that a list names.
        let body = matches!(next.small.as_str(), "ủy" | "uỷ" | "bộ" | "đoàn" | "hội")
            || own.small == "tiểu" && next.small == "ban";
        let listed = paragraph.slice(paragraph.body..left.at.end).contains(':');
        // "Thư viện tỉnh"
        let of_unit = small(paragraph, Some(at + 3)).is_of(&["tỉnh", "huyện", "xã", "phường"]);
        // A list of tasks is a sentence, too. "Hướng dẫn", "Báo cáo" may be documents.
        let named = matches!(own.small.as_str(), "báo" | "hướng" | "chỉ" | "kiểm");
        let task = !named
            && (paragraph.phrase_at(at + 1, "hỗ trợ").is_some()
                || super::sentences::is_task(paragraph, at + 1));
        let plain = ordinary && !may_name(paragraph, at + 1);
        if (plain || task) && !body && !of_unit && (!listed || task) {
            let range = own.at.start..next.at.end;
            let message = "Sau dấu chấm phẩy trong cùng một đoạn không viết hoa.";
            report.mend_part(paragraph, range, own.at.clone(), own.small.clone(), message);
        }
    }
}
