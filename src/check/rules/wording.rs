//! Words that are missing where the sentence, or the name of a document, needs them.

use std::hash::Hash;
use std::ops::Range;

use super::words::Words;
use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph, Word};
use crate::check::rule::{DIGITS, Notes, Report, Rule};
use crate::vietnamese::{lower, sentence_case};

pub(super) const RULES: &[Rule] = &[
    Rule::each(Warn, "typo.missing-verb", "Câu phải đủ chủ ngữ, vị ngữ", "Vế “mà …” thiếu động từ", verb),
    Rule::whole(Warn, "typo.name-cut", super::clauses::AGREEMENT, "Tên văn bản thiếu chữ cuối", cut)
        .reading(cut_read),
    Rule::each(
        Error,
        "typo.articles-of",
        super::clauses::CITING,
        "“một số điều của” mà không nêu luật, nghị định",
        articles,
    ),
    Rule::each(
        Warn,
        "other.compared",
        "Câu phải đủ chủ ngữ, vị ngữ",
        "“so cùng kỳ” thiếu chữ “với”",
        compared,
    )
    .mends(),
    Rule::each(
        Warn,
        "other.digits",
        "Số lớn tách hàng nghìn bằng dấu chấm",
        "Số từ bốn chữ số viết liền",
        digits,
    )
    .mends(),
    Rule::each(
        Error,
        "other.digits.comma",
        "Số lớn tách hàng nghìn bằng dấu chấm",
        "Hàng nghìn tách bằng dấu phẩy",
        thousands,
    )
    .near(DIGITS)
    .mends(),
    Rule::each(
        Warn,
        "typo.ordinal",
        "Số La Mã của kỳ đại hội, hội nghị là số thứ tự",
        "“lần” thiếu chữ “thứ” trước số La Mã",
        ordinal,
    )
    .mends(),
    Rule::each(Error, "citation.incomplete.term", super::clauses::CITING, "“Quốc hội 13”", term)
        .near(DIGITS)
        .mends(),
    Rule::each(
        Warn,
        "citation.incomplete.year",
        super::clauses::CITING,
        "“Hiến pháp 2013” thiếu chữ “năm”",
        bare_year,
    )
    .near(DIGITS)
    .mends(),
    Rule::each(Warn, "other.redundant.besides", "Câu không thừa chữ", "“Ngoài ra, bên cạnh đó”", besides)
        .near(&[','])
        .mends(),
    Rule::each(Warn, "other.term", "Luật Người khuyết tật", "“người tàn tật”", term_of_law).mends(),
    Rule::each(
        Warn,
        "other.redundant",
        "Câu không thừa chữ",
        "“hoàn thành xong”, “ít nhất tối thiểu”",
        twice,
    )
    .mends(),
    Rule::each(Warn, "typo.which", "Câu phải đủ chủ ngữ, vị ngữ", "Hai từ không đi liền nhau", joined),
];

/// "Luật số 85/2015/QH13 của Quốc hội 13": its terms have Roman numbers.
fn term(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in paragraph.phrases("quốc hội") {
        let Some(number) = paragraph.words.get(super::words::at(paragraph, &range) + 2) else { continue };
        let roman = ["XII", "XIII", "XIV", "XV", "XVI"].into_iter().zip(12_u8..);
        let meant = roman.into_iter().find(|(_, own)| number.small.parse() == Ok(*own));
        let close = paragraph.slice(range.end..number.at.start) == " ";
        if let Some((roman, _)) = meant.filter(|_| close && paragraph.slice(range.clone()).begins_big()) {
            let with = format!("khóa {roman}");
            report.mend_part(
                paragraph,
                range.start..number.at.end,
                number.at.clone(),
                with,
                "Ghi “Quốc hội khóa …”.",
            );
        }
    }
}

/// "quy định của Hiến pháp 2013", "Luật Đất đai 2024": the year stands behind "năm".
fn bare_year(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, pair) in paragraph.words.windows(2).enumerate() {
        let [last, year] = pair else { continue };
        let passed = year.small.parse::<u16>().is_ok_and(|year| (1946..2100).contains(&year));
        if !passed || !last.is_syllable || paragraph.slice(last.at.end..year.at.start) != " " {
            continue;
        }
        let head = (at.saturating_sub(6)..=at).rev().find(|own| {
            let named = paragraph.phrase_at(*own, "hiến pháp").is_some() && own + 1 == at;
            let law =
                paragraph.words[*own].small == "luật" && paragraph.words[own + 1].is_capital && own < &at;
            (named || law) && paragraph.words[*own].is_capital
        });
        let Some(start) = head.map(|own| paragraph.words[own].at.start) else { continue };
        let name = paragraph.slice(start..last.at.end);
        let goes_on = paragraph.behind(year.at.end).starts_with(['/', '-']);
        let said = last.small.is_of(&["năm", "số", "ngày", "quý", "tháng", "đoạn", "từ", "đến"]);
        if !said && !goes_on && !name.contains([',', ';', '.', ':', '(', '“']) {
            let gap = last.at.end..year.at.start;
            report.mend_part(paragraph, start..year.at.end, gap, " năm ", "Trước năm ban hành có chữ “năm”.");
        }
    }
}

/// Words that say what a document does.
const VERBS: [&str; 14] =
    ["đề", "đã", "nêu", "xác", "quy", "giao", "yêu", "đặt", "chỉ", "ban", "cho", "hướng", "có", "là"];

/// "mà Nghị quyết số 27-NQ/TW trên từng lĩnh vực": behind the document a preposition, and up to the end of
/// the clause nothing that the document does.
fn verb(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for mention in &paragraph.mentions {
        let before = paragraph.before(mention.range.start).trim_end();
        if !before.ends_with(" mà") {
            continue;
        }
        let rest = paragraph.behind(mention.range.end);
        let clause = rest.split([',', ';', '.', ':']).next().unwrap_or_default();
        let words: Vec<&str> = clause.split_whitespace().collect();
        let preposition = ["trên", "tại", "trong", "ở", "đối", "với"].contains(words.first().unwrap_or(&""));
        // What stands behind "được" is done by others.
        let does = words.iter().take_while(|word| **word != "được").any(|word| VERBS.contains(word));
        if preposition && !does {
            let start = before.len() - "mà".len();
            let end = mention.range.end + rest.find(words[0]).unwrap_or(0) + words[0].len();
            report.tell(paragraph, start..end, "Sau tên văn bản thiếu động từ: đề ra, nêu, giao …");
        }
    }
}

/// The fewest syllables by which the name of a document is known.
const KNOWN: usize = 10;

/// The names by which a paragraph calls documents, where they are long enough to be known again: their words.
pub(in crate::check) fn document_names(paragraph: &Paragraph) -> Vec<Vec<String>> {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(lower).collect()
    };
    let names = paragraph.mentions.iter().map(|own| words(own.citation.subject.trim_start_matches("về ")));
    let is_known = |name: &Vec<String>| {
        let ends_well =
            name.last().is_some_and(|last| last.chars().all(char::is_alphabetic) && !last.is_of(&UNITS));
        name.len() >= KNOWN && name.len() < 40 && ends_well
    };
    names.filter(is_known).collect()
}

/// The names of documents in a text.
fn names(manuscript: &Manuscript) -> Vec<&[String]> {
    let mut all: Vec<&[String]> = Vec::new();
    for name in manuscript.paragraphs.iter().flat_map(Paragraph::document_names) {
        if !all.contains(&name.as_slice()) {
            all.push(name);
        }
    }
    // What was read of a subject may hold more than it: of those that begin alike the shortest is it.
    let is_shortest =
        |name: &&[String]| !all.iter().any(|other| other.len() < name.len() && name.starts_with(other));
    all.iter().copied().filter(is_shortest).collect()
}

/// Where a paragraph says a name without its last syllable, and goes on.
fn cut_in(paragraph: &Paragraph, name: &[String]) -> Vec<Range<usize>> {
    let Some((last, known)) = name.split_last().filter(|_| paragraph.is_prose()) else { return Vec::new() };
    // The tail is enough: the head of a name is often said in other words.
    let tail = &known[known.len() - KNOWN.min(known.len())..];
    let starts = tail.first().into_iter().flat_map(|first| paragraph.phrases(first));
    let cut = |start: Range<usize>| {
        let at = super::words::at(paragraph, &start);
        let run = paragraph.words.get(at..at + tail.len())?;
        let rest = paragraph.words.get(at + tail.len()..)?;
        let next = rest.first()?;
        // "Đại hội đại biểu toàn quốc lần thứ XIII", called "Đại hội XIII" elsewhere: it comes later.
        if rest.iter().take(7).any(|word| word.small == *last) {
            return None;
        }
        let same = run.iter().zip(tail).all(|(word, own)| word.small == *own);
        let joint = paragraph.slice(run.last()?.at.end..next.at.start);
        let goes_on =
            joint.trim().is_empty() && paragraph.slice(next.at.clone()).starts_with(char::is_lowercase);
        (same && goes_on).then_some(run.get(tail.len().saturating_sub(3))?.at.start..next.at.end)
    };
    starts.filter_map(cut).collect()
}

/// The subject of a document is repeated without its last syllable, and the sentence goes on.
fn cut(manuscript: &Manuscript, report: &mut Report) {
    for name in names(manuscript) {
        let missing = name.last().map_or("", String::as_str);
        for paragraph in &manuscript.paragraphs {
            for range in cut_in(paragraph, name) {
                let message = format!("Tên văn bản ở chỗ khác còn chữ “{missing}” sau cụm từ này.");
                report.tell(paragraph, range, message);
            }
        }
    }
}

fn cut_read(paragraph: &Paragraph, manuscript: &Manuscript, notes: &mut Notes) {
    paragraph.document_names().hash(notes);
    for name in manuscript.paragraphs.iter().flat_map(Paragraph::document_names) {
        let count = cut_in(paragraph, name).len();
        if count > 0 {
            (name, count).hash(notes);
        }
    }
}

/// Last words without which a name may well be said.
const UNITS: [&str; 9] = ["xã", "phường", "tỉnh", "này", "đó", "đảng", "nước", "dân", "ương"];

/// Words that never stand beside each other: one of them is too many, or between them one is lost.
const PAIRS: &[&str] = &[
    "của và",
    "và của và",
    "tại ở",
    "các và",
    "các về",
    "các theo",
    "các tại",
    "các nhằm",
    "các phải",
    "các đã",
    "những và",
    "những tại",
    "phải đối với",
    "phải của",
    "của về",
    "của theo",
    "của tại",
    "của nhằm",
    "của đã",
    "của phải",
    "của đối với",
    "nhằm và",
    "nhằm của",
    "nhằm về",
    "mỗi và",
    "mỗi của",
    "về của",
    "tại của",
    "trong của",
    "của trong",
    "tại về",
];

fn joined(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, range) in PAIRS.iter().flat_map(|pair| paragraph.phrases(pair).with_word()) {
        // "còn tồn tại ở một số nơi"
        if super::words::small(paragraph, at.checked_sub(1)) == "tồn" {
            continue;
        }
        report.tell(paragraph, range, "Hai từ này không đi liền nhau: thừa một từ, hoặc thiếu chữ ở giữa.");
    }
}

/// "Đại hội Đoàn trường lần IV".
fn ordinal(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in paragraph.phrases("lần") {
        let Some(number) = paragraph.words.get(super::words::at(paragraph, &range) + 1) else { continue };
        let is_roman = number.is_loud && number.small.bytes().all(|c| matches!(c, b'i' | b'v' | b'x'));
        if is_roman && paragraph.slice(range.end..number.at.start) == " " {
            let (whole, behind) = (range.start..number.at.end, range.end..range.end);
            report.mend_part(paragraph, whole, behind, " thứ", "Kỳ đại hội, hội nghị ghi “lần thứ …”.");
        }
    }
}

/// What has articles.
const WITH_ARTICLES: [&str; 16] = [
    "luật", "bộ", "nghị", "pháp", "thông", "quyết", "quy", "điều", "các", "hiến", "hướng", "chỉ", "văn",
    "bản", "kế", "nội",
];

/// "quy định chi tiết một số điều của Phòng, chống thiên tai": the law is not named.
fn articles(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in paragraph.phrases("một số điều của") {
        let next = super::words::at(paragraph, &range) + 4;
        let Some(word) = paragraph.words.get(next).filter(|word| word.is_capital) else { continue };
        if !word.small.is_of(&WITH_ARTICLES) {
            report.tell(paragraph, range.start..word.at.end, "Thiếu tên loại văn bản: Luật, Nghị định …");
        }
    }
}

/// What says the same twice, and once.
const TWICE_SAID: [(&str, &str); 13] = [
    ("hoàn thành xong", "hoàn thành"),
    ("tái diễn trở lại", "tái diễn"),
    ("tái diễn lại", "tái diễn"),
    ("tái phạm lại", "tái phạm"),
    ("ít nhất tối thiểu", "ít nhất"),
    ("tối thiểu ít nhất", "ít nhất"),
    ("tối thiểu là ít nhất", "ít nhất"),
    ("ngoài ra bên cạnh đó", "ngoài ra"),
    ("bên cạnh đó ngoài ra", "ngoài ra"),
    ("khoảng gần", "gần"),
    ("gần khoảng", "khoảng"),
    ("nhằm để", "để"),
    ("bắt đầu khai mạc", "khai mạc"),
];

/// "Ngoài ra, bên cạnh đó, …".
fn besides(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in paragraph.phrases("ngoài ra") {
        let rest = paragraph.behind(range.end);
        if rest.starts_with(", bên cạnh đó") {
            let (whole, part) = (
                range.start..range.end + ", bên cạnh đó".len(),
                range.end..range.end + ", bên cạnh đó".len(),
            );
            report.mend_part(paragraph, whole, part, "", "Hai từ nói cùng một ý: bỏ một.");
        }
    }
}

/// "người tàn tật": the law of 2010 calls them otherwise.
fn term_of_law(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (own, range) in paragraph.phrases("tàn tật").with_word() {
        let person = super::words::small(paragraph, own.checked_sub(1)).is_of(&["người", "em"]);
        if person && paragraph.is_prose() {
            let word = paragraph.words[own].at.clone();
            report.mend_part(paragraph, range, word, "khuyết", "Luật gọi là “người khuyết tật”.");
        }
    }
}

/// "tối thiểu ít nhất 05 điểm".
fn twice(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (phrase, once) in TWICE_SAID {
        for range in paragraph.phrases(phrase).filter(|_| paragraph.is_prose()) {
            let big = paragraph.slice(range.clone()).begins_big();
            let with = if big { sentence_case(once) } else { once.to_owned() };
            report.mend(paragraph, range, with, "Hai từ nói cùng một ý: bỏ một.");
        }
    }
}

/// "tăng 11,7% so cùng kỳ".
fn compared(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for phrase in ["so cùng kỳ", "so cùng kì"] {
        for range in paragraph.phrases(phrase) {
            let gap = range.start + 2..range.start + 2;
            report.mend_part(paragraph, range, gap, " với", "Ghi “so với cùng kỳ”.");
        }
    }
}

/// "Tổng đàn 22205 con": what is counted, by what stands behind it.
const COUNTED: [&str; 28] = [
    "con",
    "người",
    "hộ",
    "đồng",
    "ha",
    "tấn",
    "kg",
    "khẩu",
    "cây",
    "suất",
    "lượt",
    "m2",
    "triệu",
    "liều",
    "cuốn",
    "phiếu",
    "đoàn",
    "hội",
    "học",
    "đảng",
    "cán",
    "lao",
    "tờ",
    "bộ",
    "trường",
    "trẻ",
    "hồ",
    "bài",
];

/// What is counted one by one: of it there are no fractions.
const WHOLE: [&str; 8] = ["người", "hộ", "con", "cây", "suất", "lượt", "học", "đoàn"];

/// "đưa 4,500 người đi làm việc": a stop parts the thousands.
fn thousands(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for run in paragraph.words.windows(3) {
        let [head, tail, noun] = run else { continue };
        let figures = |word: &Word| word.small.bytes().all(|byte| byte.is_ascii_digit());
        let grouped = figures(head) && figures(tail) && tail.small.len() == 3 && head.small.len() < 4;
        let comma = head.at.end..tail.at.start;
        let close =
            paragraph.slice(comma.clone()) == "," && paragraph.slice(tail.at.end..noun.at.start) == " ";
        let alone = !paragraph.before(head.at.start).ends_with(['.', ',', '/', '-']);
        if grouped && close && alone && noun.small.is_of(&WHOLE) {
            let message = "Hàng nghìn tách bằng dấu chấm (.).";
            report.mend_part(paragraph, head.at.start..noun.at.end, comma, ".", message);
        }
    }
}

fn digits(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, pair) in paragraph.words.windows(2).enumerate() {
        let [number, noun] = pair else { continue };
        let year =
            number.small.len() == 4 && ["19", "20"].iter().any(|century| number.small.starts_with(century));
        let figures = number.small.len() > 3
            && number.small.len() < 13
            && !year
            && number.small.bytes().all(|c| c.is_ascii_digit());
        let alone = !paragraph.before(number.at.start).ends_with(['.', ',', '/', '-']);
        let close = paragraph.slice(number.at.end..noun.at.start) == " ";
        if figures && alone && close && noun.small.is_of(&COUNTED) {
            let digits = paragraph.word(at);
            let groups: Vec<&str> =
                digits.as_bytes().rchunks(3).rev().filter_map(|group| str::from_utf8(group).ok()).collect();
            let (whole, own) = (number.at.start..noun.at.end, number.at.clone());
            report.mend_part(
                paragraph,
                whole,
                own,
                groups.join("."),
                "Số lớn tách từng nhóm ba chữ số bằng dấu chấm.",
            );
        }
    }
}
