//! Capitals inside sentences: common words that are part of no name.

use super::sentences::{follows_comma, follows_small, is_common};
use super::words::{Words, at, begins, is_capital, small};
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Frame, Paragraph};
use crate::check::rule::{Report, Rule};
use crate::check::spelling::{Lexicon, Use};
use crate::citation::kind_at;
use crate::import::Role;
use crate::vietnamese::sentence_case;

const COMMON: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II: danh từ chung viết thường";
const FRONT: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II: tên cơ quan, tổ chức viết hoa";
const SENTENCE: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II, mục I: viết hoa chữ đầu câu";

pub(super) const RULES: &[Rule] = &[
    Rule::each(Hint, "caps.org.inside", COMMON, "Từ chung viết hoa giữa câu", inside).mends(),
    Rule::each(Warn, "caps.org.second", COMMON, "Viết hoa cả hai tiếng của một từ", second).mends(),
    Rule::each(Warn, "caps.org.front", FRONT, "“Mặt trận” viết thường", front).mends(),
    Rule::each(Error, "caps.org.standing", FRONT, "“Thường trực” của một cơ quan viết thường", standing)
        .mends(),
    Rule::each(Warn, "caps.sentence.semicolon", SENTENCE, "Viết hoa sau dấu chấm phẩy", semicolon).mends(),
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
    TITLES.split(' ').any(|title| title == word.small)
        || kind_at(paragraph.slice(word.at.start..paragraph.text.len())).is_some()
}

/// Within how many words before "và" or a comma a capital tells that a name goes on: Kinh tế, Hạ tầng và Đô thị.
const GOES_ON: usize = 6;

/// Whether a word goes on with a list that may be a name.
fn continues_name(paragraph: &Paragraph, own: usize) -> bool {
    let listed = follows_comma(paragraph, own) || small(paragraph, own.checked_sub(1)) == "và";
    let before = (own.saturating_sub(GOES_ON)..own).filter(|at| is_capital(paragraph, *at));
    listed && before.into_iter().any(|at| !begins(paragraph, at))
}

/// "các hộ Cận nghèo", "sinh hoạt Kỷ niệm 95 năm".
fn inside(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if !paragraph.is_prose() || matches!(paragraph.role, Role::Subject | Role::Section | Role::Detail) {
        return;
    }
    for (own, pair) in paragraph.words.windows(2).enumerate() {
        let [left, right] = pair else { continue };
        if !left.is_capital || right.is_capital {
            continue;
        }
        let before = small(paragraph, own.checked_sub(1));
        // A plan in small letters has no name: "xây dựng kế hoạch Tổ chức đại hội".
        let plans = own > 1 && before == "hoạch" && paragraph.word(own - 2) == "kế";
        let held = plans && left.small == "tổ" && right.small == "chức";
        if (follows_small(paragraph, own) || follows_comma(paragraph, own))
            && (!NAMERS.split(' ').any(|word| word == before) || plans)
            && (held || is_common(paragraph, own))
            && !continues_name(paragraph, own)
            && !may_name(paragraph, own)
        {
            let range = left.at.start..right.at.end;
            let message = "Từ chung giữa câu viết thường, trừ khi là tên riêng.";
            report.mend_part(paragraph, range, left.at.clone(), left.small.clone(), message);
        }
    }
}

/// Words of two syllables of which the second has no capital, whatever the first has.
const PAIRS: [&str; 16] = [
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
fn second(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for pair in PAIRS.iter().filter(|_| paragraph.is_prose()) {
        for range in paragraph.phrases(pair) {
            let first = at(paragraph, &range);
            let both = is_capital(paragraph, first) && is_capital(paragraph, first + 1);
            let word = paragraph.words[first + 1].clone();
            // "Đoàn Trường THCS Chu Văn An" names the school; "CHI BỘ" is a line of capitals.
            let named = word.small == "trường" && is_capital(paragraph, first + 2);
            let organ = matches!(*pair, "tỉnh đoàn" | "thành đoàn" | "huyện đoàn" | "xã đoàn");
            if organ && !is_capital(paragraph, first) && is_capital(paragraph, first + 1) && !word.is_loud {
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

/// "ban công tác mặt trận": the Front is meant.
fn front(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for phrase in ["công tác mặt trận", "cán bộ mặt trận", "mặt trận các cấp", "mặt trận thôn", "mặt trận xã"]
    {
        for range in paragraph.phrases(phrase).filter(|_| paragraph.is_prose()) {
            let own = at(paragraph, &range);
            let front = (own..paragraph.words.len()).find(|at| small(paragraph, Some(*at)) == "mặt");
            if let Some(front) = front.filter(|front| !is_capital(paragraph, *front)) {
                let word = paragraph.words[front].at.clone();
                report.mend_part(paragraph, range, word, "Mặt", "“Mặt trận” (tên tổ chức) viết hoa.");
            }
        }
    }
}

/// "của thường trực HĐND xã": a body.
fn standing(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for phrase in ["thường trực hđnd", "thường trực hội đồng nhân dân", "thường trực đảng ủy"]
    {
        for range in paragraph.phrases(phrase).filter(|_| paragraph.is_prose()) {
            let own = at(paragraph, &range);
            let of_person =
                small(paragraph, own.checked_sub(1)).is_of(&["ban", "viên", "phó", "tịch", "thư"]);
            if !is_capital(paragraph, own) && !of_person {
                let word = paragraph.words[own].at.clone();
                report.mend_part(paragraph, range, word, "Thường", "Tên cơ quan viết hoa chữ đầu.");
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
    for (at, words) in paragraph.words.windows(3).enumerate() {
        let [left, own, next] = words else { continue };
        let starts = own.is_capital && !next.is_capital && own.letters > 1;
        if !starts || paragraph.slice(left.at.end..own.at.start) != "; " {
            continue;
        }
        let (Some(first), Some(second)) = (own.id, next.id) else { continue };
        let ordinary = is_common(paragraph, at + 1) && lexicon.is_word(first, second)
            || joins(second) && !super::sentences::heads_name(&own.small);
        // Chi ủy, Chi bộ, Chi hội: bodies of the parts that a list names.
        let body = matches!(next.small.as_str(), "ủy" | "uỷ" | "bộ" | "đoàn" | "hội");
        let listed = paragraph.slice(paragraph.body..left.at.end).contains(':');
        if ordinary && !body && !listed && !may_name(paragraph, at + 1) {
            let range = own.at.start..next.at.end;
            let message = "Sau dấu chấm phẩy trong cùng một đoạn không viết hoa.";
            report.mend_part(paragraph, range, own.at.clone(), own.small.clone(), message);
        }
    }
}
