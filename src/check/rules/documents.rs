//! Capitals in the names of documents, of their parts and of days.

use super::clauses::HOLIDAY;
use super::words::{Words, at, begins, is_capital, is_shouted, small};
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Frame, Paragraph};
use crate::check::rule::{Report, Rule};
use crate::citation::kind_at;
use crate::import::Role;
use crate::vietnamese::{lower, lower_letter, sentence_case};

const DOCUMENT: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 6";
const CLAUSES: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 7";

pub(super) const RULES: &[Rule] = &[
    Rule::each(Error, "caps.document.kind", DOCUMENT, "Tên loại của một văn bản cụ thể viết thường", kind)
        .mends(),
    Rule::each(Error, "caps.document.this", DOCUMENT, "“Kế hoạch này” viết thường", this).mends(),
    Rule::each(
        Warn,
        "caps.document.own",
        DOCUMENT,
        "Phần mở đầu gọi kế hoạch đang ban hành bằng chữ thường",
        own,
    )
    .mends(),
    Rule::each(
        Hint,
        "caps.document.own-made",
        DOCUMENT,
        "Phần mở đầu gọi kế hoạch đang xây dựng bằng chữ thường",
        own_made,
    )
    .mends(),
    Rule::each(Warn, "caps.document.based", DOCUMENT, "Văn bản làm căn cứ viết thường tên loại", based)
        .mends(),
    Rule::each(
        Error,
        "caps.document.conference",
        DOCUMENT,
        "“nghị quyết” của một hội nghị, đại hội viết thường",
        conference,
    )
    .mends(),
    Rule::each(Error, "caps.document.charter", DOCUMENT, "“Điều lệ” của một tổ chức viết thường", charter)
        .mends(),
    Rule::each(Hint, "caps.document.tet", HOLIDAY, "“Tết” trước tên gọi viết hoa", tet).mends(),
    Rule::each(
        Error,
        "caps.document.tet-alone",
        HOLIDAY,
        "“Tết” thay cho một tết cụ thể viết thường",
        tet_alone,
    )
    .mends(),
    Rule::each(Error, "caps.document.joint", DOCUMENT, "“Liên tịch” trong tên loại viết hoa", joint).mends(),
    Rule::each(Error, "caps.document.law", DOCUMENT, "Tên luật", law).mends(),
    Rule::each(Error, "caps.document.article", CLAUSES, "“Điều” viết thường khi viện dẫn", article).mends(),
    Rule::each(Warn, "caps.document.clause", CLAUSES, "“khoản”, “điểm” viết hoa khi viện dẫn", clause)
        .mends(),
    Rule::each(Error, "caps.document.holiday", HOLIDAY, "Tên ngày lễ, ngày tết", holiday).mends(),
];

fn kind(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for mention in &paragraph.mentions {
        let typed = paragraph.slice(mention.kind_at.clone());
        let first = typed.chars().next();
        // "các nghị quyết số 18-NQ/TW, số 19-NQ/TW" speaks of several.
        let before = small(paragraph, at(paragraph, &mention.kind_at).checked_sub(1));
        // "Thông báo kết luận số 15-TB/HU" is a notice.
        let several = matches!(before, "các" | "những" | "hai" | "ba" | "báo");
        if first.is_some_and(|c| c == lower_letter(c) && c.is_alphabetic()) && !several {
            report.mend(
                paragraph,
                mention.kind_at.clone(),
                sentence_case(typed),
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
            let with = sentence_case(paragraph.slice(kind.clone()));
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

/// "Ủy ban nhân dân xã ban hành kế hoạch … như sau:" means the plan that it opens.
fn own(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    called(paragraph, &["ban hành kế hoạch"], report);
}

/// "UBND xã xây dựng kế hoạch … như sau:" may tell of the work.
fn own_made(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    called(paragraph, &["xây dựng kế hoạch", "triển khai kế hoạch", "lập kế hoạch"], report);
}

/// The opening calls the plan itself so, in small letters.
fn called(paragraph: &Paragraph, phrases: &[&str], report: &mut Report) {
    let end = paragraph.text.trim_end().strip_suffix(':').unwrap_or_default().trim_end();
    if paragraph.role != Role::Opening || !end.ends_with(" sau") {
        return;
    }
    for phrase in phrases {
        let Some(range) = paragraph.phrases(phrase).last() else { continue };
        let own = at(paragraph, &range) + phrase.split(' ').count() - 2;
        // A document that is cited, and a plan that others are to make.
        let cited = paragraph.mentions.iter().any(|mention| mention.range.start >= range.start);
        let word = paragraph.words[own].at.clone();
        if paragraph.word(own) == "kế" && !cited && paragraph.before(range.start).ends_with(' ') {
            report.mend_part(paragraph, range, word, "Kế", "Nói đến chính văn bản này: “Kế hoạch” viết hoa.");
            return;
        }
    }
}

/// "Căn cứ điều lệ Đảng Cộng sản Việt Nam", "căn cứ nghị quyết đại hội chi bộ": a certain one is meant.
fn based(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if !matches!(paragraph.role, Role::Basis | Role::Opening) {
        return;
    }
    for lead in ["căn cứ", "căn cứ vào", "thực hiện", "thực hiện theo"] {
        for range in paragraph.phrases(lead) {
            let own = at(paragraph, &range) + lead.split(' ').count();
            let Some(word) = paragraph.words.get(own).filter(|word| !word.is_capital) else { continue };
            let Some((_, len)) = kind_at(paragraph.slice(word.at.start..paragraph.text.len())) else {
                continue;
            };
            let kind = word.at.start..word.at.start + len;
            let named = paragraph.words.iter().position(|word| word.at.start > kind.end);
            // "Căn cứ chương trình công tác năm 2026" is often written so.
            if small(paragraph, named) == "công" && word.small == "chương" {
                continue;
            }
            // What a plan rests on is a certain document wherever its issuer or its year follows.
            let rests = lead.starts_with("căn cứ")
                && own < 4
                && word.small != "văn"
                && paragraph.behind(kind.end).has_big();
            let certain = named.is_some_and(|next| {
                let whose = small(paragraph, Some(next)) == "của" && is_capital(paragraph, next + 1);
                whose || is_capital(paragraph, next) || paragraph.phrase_at(next, "đại hội").is_some()
            });
            let certain = certain || rests;
            let cited = paragraph.mentions.iter().any(|mention| mention.kind_at.start == kind.start);
            if certain && !cited {
                let with = sentence_case(paragraph.slice(kind.clone()));
                report.mend(paragraph, kind, with, "Tên loại của một văn bản cụ thể viết hoa.");
            }
        }
    }
}

/// "đúng điều lệ Đoàn": that of one body is meant.
fn charter(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in paragraph.phrases("điều lệ").filter(|_| paragraph.is_prose()) {
        let own = at(paragraph, &range);
        let body = small(paragraph, Some(own + 2)).is_of(&["đảng", "đoàn", "hội", "công", "mặt"]);
        if body
            && !is_capital(paragraph, own)
            && is_capital(paragraph, own + 2)
            && !begins(paragraph, own + 2)
        {
            let message = "Điều lệ của một tổ chức cụ thể viết hoa.";
            report.mend_part(paragraph, range, paragraph.words[own].at.clone(), "Điều", message);
        }
    }
}

/// "nghị quyết hội nghị lần thứ năm", "nghị quyết đại hội đại biểu": that of a certain one.
fn conference(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for phrase in ["nghị quyết hội nghị lần", "nghị quyết đại hội lần", "nghị quyết đại hội đại biểu"]
    {
        for range in paragraph.phrases(phrase).filter(|_| paragraph.is_prose()) {
            let own = at(paragraph, &range);
            let several = small(paragraph, own.checked_sub(1)).is_of(&["các", "những"]);
            if !is_capital(paragraph, own) && !several {
                let word = paragraph.words[own].at.clone();
                report.mend_part(paragraph, range, word, "Nghị", "Tên loại của một văn bản cụ thể viết hoa.");
            }
        }
    }
}

/// "tết Nguyên đán": the first word is part of no name.
fn tet(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for phrase in ["tết nguyên đán", "tết trung thu", "tết đoan ngọ"] {
        for range in paragraph.phrases(phrase) {
            let own = at(paragraph, &range);
            let typed = paragraph.slice(range.clone());
            if typed.starts_with("Tết ") && !begins(paragraph, own) {
                let word = paragraph.words[own].at.clone();
                report.mend_part(paragraph, range, word, "tết", "Chữ “tết” trước tên gọi viết thường.");
            }
        }
    }
}

/// What one does at Tết.
const AT_TET: [&str; 11] = ["có", "đón", "ăn", "vui", "quà", "thưởng", "chúc", "sắm", "nghỉ", "dịp", "chơi"];

/// "không có tết": alone the word stands for Tết Nguyên đán, and has its capital.
fn tet_alone(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in paragraph.phrases("tết").filter(|_| paragraph.is_prose()) {
        let own = at(paragraph, &range);
        let alone = paragraph.behind(range.end).chars().next().is_none_or(|c| !matches!(c, ' ' | '-'))
            || small(paragraph, Some(own + 1)).is_of(&["và", "cho", "cùng", "với", "của", "năm"]);
        let at_tet = small(paragraph, own.checked_sub(1)).is_of(&AT_TET)
            && paragraph.before(range.start).ends_with(' ');
        if alone && at_tet && !is_capital(paragraph, own) {
            report.mend(paragraph, range, "Tết", "“Tết” thay cho Tết Nguyên đán viết hoa.");
        }
    }
}

/// The first two words of the names of laws.
const LAWS: &str = "|đất đai|lâm nghiệp|bảo vệ|phòng chống|phòng cháy|tổ chức|ban hành|bầu cử|thi đua|tiếp công|khiếu nại|tố cáo|\
    thanh tra|ngân sách|đầu tư|đấu thầu|xây dựng|nhà ở|giáo dục|trẻ em|thanh niên|người cao|người khuyết|bảo hiểm|việc làm|hộ tịch|\
    cư trú|căn cước|an ninh|dân quân|thực hiện|thú y|thủy lợi|giao thông|trật tự|hôn nhân|bình đẳng|doanh nghiệp|hợp tác|khoa học|\
    công nghệ|giao dịch|viễn thông|an toàn|khám bệnh|chăn nuôi|trồng trọt|thủy sản|tài nguyên|khoáng sản|đê điều|di sản|thư viện|\
    báo chí|xuất bản|du lịch|thể dục|lao động|công đoàn|nghĩa vụ|quốc phòng|biên phòng|tiếp cận|trợ giúp|công chứng|hòa giải|\
    thi hành|xử lý|trách nhiệm|kế toán|quản lý|dân số|hoạt động|mặt trận|cán bộ|viên chức|tín ngưỡng|lưu trữ|phổ biến|điện lực|\
    đường bộ|quy hoạch|kinh doanh|quốc tịch|phòng thủ|dữ liệu|";

fn law(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let ordinances = paragraph.phrases("pháp lệnh").map(|range| (range.clone(), at(paragraph, &range) + 1));
    let laws = paragraph.phrases("luật").map(|range| (range.clone(), at(paragraph, &range)));
    for (range, own) in laws.chain(ordinances) {
        let first = at(paragraph, &range);
        // pháp luật, kỷ luật, bộ luật and such are other words.
        let before = small(paragraph, first.checked_sub(1));
        if before.is_of(&["pháp", "kỷ", "quy", "bộ", "hàng", "đúng", "trái", "các", "sau"]) {
            continue;
        }
        let two = format!("|{} {}|", small(paragraph, Some(own + 1)), small(paragraph, Some(own + 2)));
        let close = paragraph.words.get(own + 1).map_or(0, |next| next.at.start) == range.end + 1;
        let named = close && LAWS.says(&two);
        let (big, next) = (is_capital(paragraph, first), is_capital(paragraph, own + 1));
        if !named || big == next || is_shouted(paragraph, range.start) {
            continue;
        }
        let wrong = if big { own + 1 } else { first };
        let whole = range.start..paragraph.words.get(own + 1).map_or(range.end, |word| word.at.end);
        // A sentence may begin with the word, and "luật" alone be meant.
        if !(big && begins(paragraph, own)) {
            let with = sentence_case(paragraph.word(wrong));
            report.mend_part(
                paragraph,
                whole,
                paragraph.words[wrong].at.clone(),
                with,
                "Tên luật, pháp lệnh viết hoa chữ đầu và chữ đầu của tên gọi.",
            );
        }
    }
}

/// "Nghị quyết Liên tịch": one type of document, with one capital.
fn joint(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for phrase in ["nghị quyết liên tịch", "thông tư liên tịch", "kế hoạch liên tịch"] {
        for range in paragraph.phrases(phrase) {
            let own = at(paragraph, &range) + 2;
            let word = &paragraph.words[own];
            if word.is_capital && !word.is_loud && is_capital(paragraph, own - 2) {
                report.mend_part(
                    paragraph,
                    range,
                    word.at.clone(),
                    word.small.clone(),
                    "Tên loại chỉ viết hoa chữ đầu.",
                );
            }
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
            // "đối với Điểm c": of a letter alone another rule might tell if it were a word.
            "điểm" => {
                let letter = number.chars().count() == 1 && number.starts_with(|c: char| c.is_alphabetic());
                let of_clause = small(paragraph, Some(own + 2)) == "khoản";
                let joined = small(paragraph, own.checked_sub(1)).is_of(&["với", "tại", "theo", "và", "ở"]);
                letter && (of_clause || joined && !pair[1].is_capital)
            }
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
const DAYS: [(&str, &str); 19] = [
    ("sách và văn hóa đọc việt nam", "Sách và Văn hóa đọc Việt Nam"),
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
    ("gia đình việt nam", "Gia đình Việt Nam"),
    ("doanh nhân việt nam", "Doanh nhân Việt Nam"),
    ("báo chí cách mạng việt nam", "Báo chí Cách mạng Việt Nam"),
];

/// Words behind which such a name stands.
const BEFORE_DAYS: [&str; 6] = ["ngày", "tết", "lễ", "dịp", "hội", "niệm"];

fn holiday(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (plain, day) in DAYS {
        for range in paragraph.phrases(plain) {
            let first = at(paragraph, &range);
            let typed = paragraph.slice(range.clone());
            let said = small(paragraph, first.checked_sub(1)).is_of(&BEFORE_DAYS);
            let wrong = typed != day && lower(typed) == lower(day) && !is_shouted(paragraph, range.start);
            // "phụ nữ Việt Nam", "đại đoàn kết" are no days by themselves.
            let alone = matches!(plain, "nguyên đán" | "quốc tế lao động" | "giỗ tổ hùng vương");
            let all_big = typed.split(' ').all(str::begins_big);
            if wrong && (said || alone) && !(all_big && plain == "đại đoàn kết") {
                report.mend(paragraph, range, day, "Tên ngày lễ, ngày tết viết hoa theo mẫu.");
            }
        }
    }
}
