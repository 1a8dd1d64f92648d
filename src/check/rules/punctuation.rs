//! Dấu câu: marks that are doubled, not closed, missing at the end.

use std::hash::Hash;
use std::ops::Range;

use super::spacing::is_year;
use super::words::{begins, is_capital};
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph};
use crate::check::rule::{Notes, Report, Rule};
use crate::check::spelling::slips::like;
use crate::import::Role;
use crate::vietnamese::{lower_letter, upper};

const MARKS: &str = "Quy tắc dấu câu tiếng Việt";
const SENTENCE: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II, mục I: câu hoàn chỉnh kết thúc bằng dấu câu";
const ONE_WAY: &str = "Một văn bản viết một cách";
const TERMS: &str = "Tên gọi trong luật và văn kiện";

pub(super) const RULES: &[Rule] = &[
    Rule::each(Error, "punctuation.double", MARKS, "Hai dấu câu liền nhau", double).mends(),
    Rule::each(Warn, "punctuation.ellipsis", MARKS, "Dấu ba chấm", ellipsis).mends(),
    Rule::each(
        Hint,
        "punctuation.exclamation",
        "Văn bản hành chính không dùng dấu chấm than",
        "Dấu chấm than",
        exclamation,
    ),
    Rule::each(Error, "quotes.mixed.open", MARKS, "Ngoặc kép mở mà không đóng", open_quote),
    Rule::each(Error, "quotes.mixed.close", MARKS, "Ngoặc kép đóng mà không mở", close_quote),
    Rule::each(Warn, "quotes.mixed.apostrophes", MARKS, "Ngoặc kép gõ bằng hai dấu nháy đơn", apostrophes)
        .mends(),
    Rule::whole(Warn, "quotes.mixed", ONE_WAY, "Hai kiểu ngoặc kép", two_quotes)
        .reading(two_quotes_read)
        .mends(),
    Rule::whole(Warn, "punctuation.bullet", ONE_WAY, "Gạch đầu dòng hai kiểu", bullets)
        .reading(bullets_read)
        .mends(),
    Rule::each(Hint, "punctuation.so-on", MARKS, "“vv” viết sai", and_so_on).mends(),
    Rule::each(Error, "punctuation.bracket.open", MARKS, "Ngoặc đơn mở mà không đóng", open_bracket),
    Rule::each(Error, "punctuation.bracket.close", MARKS, "Ngoặc đơn đóng mà không mở", close_bracket),
    Rule::whole(Error, "punctuation.end.comma", SENTENCE, "Đoạn văn kết thúc bằng dấu phẩy", end_comma)
        .reading(end_comma_read),
    Rule::each(Error, "punctuation.term.dash", TERMS, "Thiếu gạch nối trong tên gọi", term_dash).mends(),
    Rule::each(Warn, "punctuation.term.comma", TERMS, "Thiếu dấu phẩy trong chuỗi liệt kê", term_comma)
        .mends(),
    Rule::each(Hint, "punctuation.term.list", MARKS, "Có thể thiếu dấu phẩy trong chuỗi liệt kê", term_list)
        .mends(),
    Rule::whole(Warn, "punctuation.years", ONE_WAY, "Hai cách viết gạch nối giữa hai năm", years)
        .reading(years_read)
        .mends(),
];

fn double(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let is_mark = |c: char| matches!(c, ',' | ';' | ':' | '.');
    let mut from = 0;
    while let Some(at) = paragraph.behind(from).find(is_mark).map(|at| from + at) {
        let len = paragraph.behind(at).len() - paragraph.behind(at).trim_start_matches(is_mark).len();
        let run = paragraph.slice(at..at + len);
        from = at + len;
        // "v.v.,", "Tr.;" and three dots are none; "./." ends the text.
        let short = paragraph.before(at).ends_with("v.v") || paragraph.before(at).ends_with("v,v");
        let dots = run.chars().all(|c| c == '.') || run.starts_with("...") || run.ends_with("...");
        let slash = paragraph.before(at).ends_with('/') || paragraph.behind(from).starts_with('/');
        if len < 2 || dots || short || slash || paragraph.is_in_brackets(&(at..from)) {
            continue;
        }
        let kept = run.chars().last().unwrap_or('.').to_string();
        report.mend(paragraph, at..from, kept, "Hai dấu câu liền nhau: chỉ giữ một.");
    }
}

fn ellipsis(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let mut from = 0;
    while let Some(at) = paragraph.behind(from).find('.').map(|at| from + at) {
        let len = paragraph.behind(at).len() - paragraph.behind(at).trim_start_matches('.').len();
        from = at + len;
        let word = paragraph.before(at).chars().next_back().is_some_and(char::is_alphanumeric);
        // Longer runs are blanks to be filled in; "v.v.." is told as well.
        let slash = paragraph.behind(from).starts_with('/') || paragraph.before(at).ends_with('/');
        if len == 2 && word && !slash && !paragraph.is_in_brackets(&(at..from)) {
            let ends = paragraph.behind(from).trim().is_empty();
            let with = if ends && !paragraph.before(at).ends_with("v.v") { "." } else { "..." };
            report.mend(paragraph, at..from, with, "Dấu chấm lửng có ba chấm; cuối câu chỉ có một dấu chấm.");
        }
    }
}

fn exclamation(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if let Some(at) = paragraph.text.find('!').filter(|_| paragraph.is_prose()) {
        let quoted = paragraph.before(at).matches('“').count() > paragraph.before(at).matches('”').count();
        if !quoted && paragraph.before(at).matches('"').count().is_multiple_of(2) {
            report.tell(paragraph, at..at + 1, "Văn bản hành chính không dùng dấu chấm than.");
        }
    }
}

/// The words behind a mark, for a finding that quotes more than the mark.
fn with_words(paragraph: &Paragraph, at: usize, count: usize) -> Range<usize> {
    let behind = paragraph.words.iter().filter(|word| word.at.start >= at).take(count).last();
    at..behind.map_or(paragraph.whole().end, |word| word.at.end).max(at)
}

fn open_quote(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let own = &paragraph.text;
    let (mut open, mut straight) = (None, None);
    for (at, c) in own.char_indices() {
        match c {
            '“' => open = open.or(Some(at)),
            '”' => open = None,
            // An inch, or seconds of arc: 5", 30'15".
            '"' if paragraph.before(at).ends_with(|c: char| c.is_ascii_digit()) && straight.is_none() => {}
            '"' => straight = if straight.is_some() { None } else { Some(at) },
            _ => {}
        }
    }
    // A quote that was opened one way and closed the other is closed.
    if open.is_some() != straight.is_some()
        && let Some(at) = open.or(straight)
    {
        let range = with_words(paragraph, at, 4);
        report.tell(paragraph, range, "Mở ngoặc kép mà không đóng.");
    }
}

/// A quote that was opened in another way is closed: it is mixed, and told as such.
fn close_quote(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let mut from = 0;
    for (at, mark) in paragraph.text.match_indices('”') {
        let opened = ['“', '"', '„', '«', '‟'].iter().any(|open| paragraph.slice(from..at).contains(*open));
        let apostrophes = ["''", "‘‘", "’’"].iter().any(|open| paragraph.slice(from..at).contains(open));
        if !opened && !apostrophes {
            let end = at + mark.len();
            let first = paragraph.words.iter().filter(|word| word.at.end <= at).nth_back(2);
            let start = first.map_or(paragraph.body.min(at), |word| word.at.start.max(from));
            report.tell(paragraph, start..end, "Đóng ngoặc kép mà không mở.");
        }
        from = at + mark.len();
    }
}

fn apostrophes(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let marks: Vec<usize> = paragraph.text.match_indices("''").map(|(at, _)| at).collect();
    for pair in marks.chunks_exact(2) {
        let [from, to] = pair else { continue };
        let with = format!("“{}”", paragraph.slice(from + 2..*to).trim());
        report.mend(paragraph, *from..to + 2, with, "Ngoặc kép là “ ”, không phải hai dấu nháy đơn.");
    }
}

fn two_quotes(manuscript: &Manuscript, report: &mut Report) {
    let count =
        |mark: char| manuscript.paragraphs.iter().map(|own| own.text.matches(mark).count()).sum::<usize>();
    let (straight, curly) = (count('"'), count('“') + count('”'));
    if straight == 0 || curly == 0 {
        return;
    }
    for paragraph in &manuscript.paragraphs {
        let own = &paragraph.text;
        if curly >= straight {
            let marks: Vec<usize> = own.match_indices('"').map(|(at, _)| at).collect();
            for pair in marks.chunks_exact(2) {
                let [from, to] = pair else { continue };
                let with = format!("“{}”", paragraph.slice(from + 1..*to));
                report.mend(
                    paragraph,
                    *from..to + 1,
                    with,
                    "Văn bản dùng hai kiểu ngoặc kép: thống nhất “ ”.",
                );
            }
        } else {
            for (at, _) in own.match_indices('“') {
                let Some(len) = paragraph.behind(at).find('”') else { continue };
                let with = format!("\"{}\"", paragraph.slice(at + '“'.len_utf8()..at + len));
                let range = at..at + len + '”'.len_utf8();
                report.mend(paragraph, range, with, "Văn bản dùng hai kiểu ngoặc kép: thống nhất một kiểu.");
            }
        }
    }
}

fn two_quotes_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    paragraph.text.chars().filter(|c| matches!(c, '"' | '“' | '”')).for_each(|mark| mark.hash(notes));
}

/// Where brackets that have no other half stand: open ones, then closing ones.
fn lone_brackets(paragraph: &Paragraph) -> (Vec<usize>, Vec<usize>) {
    let (mut open, mut lone) = (Vec::new(), Vec::new());
    if !paragraph.text.contains('(') && !paragraph.text.contains(')') {
        return (open, lone);
    }
    for (at, c) in paragraph.text.char_indices() {
        match c {
            '(' => open.push(at),
            ')' => {
                // a), 1) name a point.
                let line = paragraph.before(at).rfind('\n').map_or(0, |at| at + 1);
                let head = paragraph.slice(line..at).trim();
                let names = head.chars().count() <= 3 && head.chars().all(char::is_alphanumeric)
                    || paragraph
                        .slice(line..at)
                        .rsplit([' ', ';', ',', ':', '\t'])
                        .next()
                        .is_some_and(|word| word.chars().count() <= 2);
                if open.pop().is_none() && !names {
                    lone.push(at);
                }
            }
            _ => {}
        }
    }
    (open, lone)
}

fn open_bracket(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for at in lone_brackets(paragraph).0 {
        report.tell(paragraph, with_words(paragraph, at, 4), "Mở ngoặc đơn mà không đóng.");
    }
}

fn close_bracket(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    // What a machine read for a figure: "ngày 09 tháng 1]".
    for (at, _) in paragraph.text.match_indices(']') {
        let open = paragraph.before(at).rfind(['[', ']']);
        if !open.is_some_and(|open| paragraph.behind(open).starts_with('['))
            && !paragraph.before(at).ends_with(']')
        {
            let before = paragraph.words.iter().rev().filter(|word| word.at.end <= at).take(3).last();
            report.tell(
                paragraph,
                before.map_or(0, |word| word.at.start)..at + 1,
                "Đóng ngoặc vuông mà không mở.",
            );
        }
    }
    for at in lone_brackets(paragraph).1 {
        let before = paragraph.words.iter().rev().filter(|word| word.at.end <= at).take(3).last();
        let start = before.map_or(0, |word| word.at.start);
        report.tell(paragraph, start..at + 1, "Đóng ngoặc đơn mà không mở.");
    }
}

/// So many words make a sentence, and no heading.
const SENTENCE_WORDS: usize = 12;

/// Whether a paragraph is one of sentences, which end with a mark: no heading, no field of a task.
fn is_sentence(paragraph: &Paragraph) -> bool {
    matches!(paragraph.role, Role::Text | Role::Dash | Role::Point | Role::Clause | Role::Subclause)
        && paragraph.words.len() >= SENTENCE_WORDS
        && upper(&paragraph.text) != paragraph.text
        && !paragraph.is_in_brackets(&(paragraph.whole().end.saturating_sub(1)..paragraph.whole().end))
}

/// Whether the paragraph behind goes on in the middle of a sentence.
fn goes_on(next: Option<&Paragraph>) -> bool {
    next.is_some_and(|next| {
        let first = next.said().chars().next();
        next.role == Role::Text
            && next.mark().is_empty()
            && first.is_some_and(|c| c.is_alphabetic() && c == lower_letter(c))
    })
}

fn end_comma(manuscript: &Manuscript, report: &mut Report) {
    for (at, paragraph) in manuscript.paragraphs.iter().enumerate() {
        let ends = paragraph.text.trim_end().ends_with(',');
        let next = manuscript.paragraphs.get(at + 1);
        if ends && is_sentence(paragraph) && !goes_on(next) {
            report.tell(paragraph, paragraph.tail(3), "Đoạn văn kết thúc bằng dấu phẩy.");
        }
    }
}

fn end_comma_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    if paragraph.text.trim_end().ends_with(',') {
        paragraph.text.hash(notes);
    }
    goes_on(Some(paragraph)).hash(notes);
}

/// Words that are joined by a dash in their names, without it and with it.
const DASHED: [(&str, &str); 3] = [
    ("chính trị xã hội", "chính trị - xã hội"),
    ("kinh tế xã hội", "kinh tế - xã hội"),
    ("chính trị xã hội nghề nghiệp", "chính trị - xã hội - nghề nghiệp"),
];

fn term_dash(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (plain, dashed) in DASHED {
        for range in paragraph.phrases(plain) {
            let rest = paragraph.behind(range.end).trim_start();
            // "phát triển kinh tế xã hội chủ nghĩa" says something else.
            let longer = rest.starts_with("chủ nghĩa")
                || rest.starts_with("nghề nghiệp")
                || rest.starts_with("hóa")
                || rest.starts_with("hoá");
            if !longer {
                let with = like(paragraph.slice(range.clone()), dashed);
                report.mend(paragraph, range, with, "Thiếu gạch nối.");
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
    ("hội viên", "nông dân"),
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
    ("khen thưởng", "kỷ luật"),
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
const USUALLY: [(&str, &str); 73] = [
    ("chính sách", "pháp luật"),
    ("hỗ trợ", "giúp đỡ"),
    ("thể dục", "thể thao"),
    ("thiếu niên", "nhi đồng"),
    ("con ngoan", "trò giỏi"),
    ("bảo vệ", "chăm sóc"),
    ("chăm sóc", "giáo dục"),
    ("vui chơi", "giải trí"),
    ("văn hóa", "văn nghệ"),
    ("văn nghệ", "thể thao"),
    ("giao lưu", "học hỏi"),
    ("gia đình", "nhà trường"),
    ("nhà trường", "gia đình"),
    ("thăm hỏi", "chúc tết"),
    ("củng cố", "nâng cao"),
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
    ("thăm hỏi", "tặng quà"),
    ("thăm hỏi", "động viên"),
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
    ("thông tin", "tuyên truyền"),
    ("đào tạo", "tập huấn"),
    ("tập huấn", "bồi dưỡng"),
    ("quan điểm", "chủ trương"),
    ("an ninh", "quốc phòng"),
    ("kiểm tra", "giám sát"),
    ("lãnh đạo", "chỉ đạo"),
    ("quản lý", "điều hành"),
    ("quán triệt", "học tập"),
    ("học tập", "quán triệt"),
    ("tuyên truyền", "phổ biến"),
    ("tuyên truyền", "vận động"),
    ("theo dõi", "đôn đốc"),
    ("sửa đổi", "bổ sung"),
    ("đào tạo", "bồi dưỡng"),
    ("chức năng", "nhiệm vụ"),
    ("khó khăn", "vướng mắc"),
    ("đoàn viên", "thanh niên"),
    ("khoa học", "công nghệ"),
    ("sản xuất", "kinh doanh"),
    ("học sinh", "sinh viên"),
    ("vận động", "thuyết phục"),
    ("rà soát", "thống kê"),
];

/// Whether two words are listed with a comma.
pub(super) fn is_listed(first: &str, second: &str) -> bool {
    LISTED.iter().chain(&USUALLY).any(|pair| *pair == (first, second))
}

fn with_comma(list: &[(&str, &str)], message: &str, paragraph: &Paragraph, report: &mut Report) {
    for (first, second) in list {
        for head in paragraph.phrases(first) {
            let own = paragraph.words.partition_point(|word| word.at.start < head.start);
            let count = first.split(' ').count();
            let behind = paragraph.phrase_at(own + count, second);
            let Some(behind) = behind.filter(|own| paragraph.slice(head.end..own.start).trim().is_empty())
            else {
                continue;
            };
            // A room that keeps noise out is none of them: văn phòng chống ồn.
            let room = ["văn", "căn", "quốc", "hải", "biên"];
            let before = own.checked_sub(1).map_or("", |at| paragraph.words[at].small.as_str());
            if *first == "phòng" && room.contains(&before) {
                continue;
            }
            // Inside the name of a body these words stand without a comma.
            let range = head.start..behind.end;
            let typed = paragraph.slice(range.clone());
            let gap: usize = typed.split_inclusive(' ').take(count).map(str::len).sum();
            let (head, tail) = typed.split_at_checked(gap).unwrap_or((typed, ""));
            let inner = typed.chars().skip(1).any(|c| c != lower_letter(c));
            let loud = upper(typed) == typed;
            let is_free = WITH_CAPITALS.contains(&(*first, *second));
            let named = !is_free && (inner || is_capital(paragraph, own) && !begins(paragraph, own));
            if !named || loud {
                let with = format!("{}, {}", head.trim_end(), tail.trim_start());
                report.mend(paragraph, range, with, message);
            }
        }
    }
}

fn term_comma(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    with_comma(LISTED, "Thiếu dấu phẩy giữa hai việc.", paragraph, report);
    with_comma(&WITH_CAPITALS, "Thiếu dấu phẩy giữa hai việc.", paragraph, report);
}

fn term_list(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    with_comma(&USUALLY, "Có thể thiếu dấu phẩy giữa hai việc.", paragraph, report);
}

/// Two years joined in one way in some places and in another way in others: the rarer way.
fn years(manuscript: &Manuscript, report: &mut Report) {
    let mut found: Vec<(&Paragraph, Range<usize>, &str)> = Vec::new();
    for paragraph in &manuscript.paragraphs {
        for pair in paragraph.words.windows(2) {
            let [from, to] = pair else { continue };
            let between = paragraph.slice(from.at.end..to.at.start);
            if is_year(&from.small) && is_year(&to.small) && matches!(between, "-" | " - " | "–" | " – ")
            {
                found.push((paragraph, from.at.start..to.at.end, between));
            }
        }
    }
    let count = |way: &str| found.iter().filter(|(.., own)| *own == way).count();
    let Some(usual) = ["-", " - ", "–", " – "].into_iter().max_by_key(|way| count(way)) else { return };
    for (paragraph, range, way) in &found {
        if *way != usual {
            let with = paragraph.slice(range.clone()).replace(way, usual);
            let message = format!("Chỗ khác viết “năm{usual}năm”: thống nhất một cách.");
            report.mend(paragraph, range.clone(), with, message);
        }
    }
}

fn years_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    for pair in paragraph.words.windows(2) {
        let [from, to] = pair else { continue };
        if is_year(&from.small) && is_year(&to.small) {
            paragraph.slice(from.at.start..to.at.end).hash(notes);
        }
    }
}

/// Lines of a list that begin with a hyphen in some places and with a dash in others: the rarer way.
fn bullets(manuscript: &Manuscript, report: &mut Report) {
    let begins = |own: &&Paragraph, mark: char| own.text.trim_start().starts_with(mark);
    let with = |mark: char| manuscript.paragraphs.iter().filter(|own| begins(own, mark)).collect::<Vec<_>>();
    let (hyphens, dashes) = (with('-'), with('–'));
    let (rare, right) = if dashes.len() <= hyphens.len() { (&dashes, "-") } else { (&hyphens, "–") };
    if hyphens.is_empty() || dashes.is_empty() {
        return;
    }
    for paragraph in rare {
        let start = paragraph.whole().start;
        let mark = paragraph.behind(start).chars().next().map_or(0, char::len_utf8);
        let whole = with_words(paragraph, start, 3);
        report.mend_part(
            paragraph,
            whole,
            start..start + mark,
            right,
            "Gạch đầu dòng hai kiểu: thống nhất một kiểu.",
        );
    }
}

fn bullets_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    paragraph.text.trim_start().chars().next().filter(|c| matches!(c, '-' | '–')).hash(notes);
}

/// "vv", "v.v" for "v.v.".
fn and_so_on(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (own, word) in paragraph.words.iter().enumerate() {
        let range = match word.small.as_str() {
            "vv" => word.at.clone(),
            "v" if paragraph.word(own + 1) == "v" => match paragraph.words.get(own + 1) {
                Some(next) => word.at.start..next.at.end,
                None => continue,
            },
            _ => continue,
        };
        let end = paragraph.behind(range.end).trim_start_matches(' ');
        let typed = paragraph.slice(range.clone());
        if typed != "v.v" || !end.starts_with(['.', '…']) {
            let dots = paragraph.behind(range.end).len()
                - paragraph.behind(range.end).trim_start_matches(['.', '…']).len();
            report.mend(paragraph, range.start..range.end + dots, "v.v.", "Viết tắt “vân vân” là “v.v.”.");
        }
    }
}
