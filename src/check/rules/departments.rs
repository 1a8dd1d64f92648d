//! Viết hoa (NĐ 30/2020/NĐ-CP, Phụ lục II, mục IV): departments, blocs and schools.

use std::hash::Hash;
use std::ops::Range;

use super::bodies::BODY;
use super::words::{Words, at, begins, is_capital, is_shouted, small};
use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph};
use crate::check::rule::{Notes, Report, Rule};
use crate::check::spelling::Lexicon;
use crate::vietnamese::{lower, sentence_case, upper_letter};

pub(super) const RULES: &[Rule] = &[
    Rule::each(Warn, "caps.org.school", BODY, "Tên trường viết hoa sai", school).mends(),
    Rule::each(
        Error,
        "caps.org.short-department",
        BODY,
        "“phòng”, “sở” trước chữ viết tắt viết thường",
        short_department,
    )
    .mends(),
    Rule::each(Error, "caps.org.department", BODY, "Tên ban, phòng, sở viết hoa sai", department).mends(),
    Rule::whole(Warn, "caps.org.bloc", BODY, "“Đảng ủy khối” viết thường chữ “Khối”", bloc)
        .reading(bloc_read)
        .mends(),
];

/// Departments by the abbreviations of what they are for.
const SHORT_FIELDS: &str = "|gd&đt|gdđt|gd|lđtbxh|lđ|tn&mt|tnmt|nn&ptnt|nn|vh&tt|vhtt|ktht|tckh|tc|";

/// "phòng GD&ĐT Phước Long": with its field and its place.
fn short_department(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for head in ["phòng", "sở"] {
        for range in paragraph.phrases(head) {
            let own = at(paragraph, &range);
            let Some(field) = paragraph.words.get(own + 1) else { continue };
            let code =
                paragraph.behind(field.at.start).split([' ', ',', ';', '.']).next().unwrap_or_default();
            let is_field = SHORT_FIELDS.says(&format!("|{}|", lower(code)));
            let several = small(paragraph, own.checked_sub(1)).is_of(&["các", "những", "mỗi", "từng"]);
            if is_field && !several && !is_capital(paragraph, own) {
                let whole = range.start..field.at.start + code.len();
                report.mend_part(
                    paragraph,
                    whole,
                    range,
                    sentence_case(head),
                    "Tên cơ quan viết hoa chữ đầu.",
                );
            }
        }
    }
}

/// What schools are called behind the word, in small letters.
const SCHOOLS: &str =
    "|th|mn|cđ|đh|tc|thcs|thpt|ptdtbt|mầm non|mẫu giáo|tiểu học|trung học|cao đẳng|đại học|";

/// The same in more than two words.
const LEVELS: [&str; 4] =
    ["trung học phổ thông", "trung học cơ sở", "phổ thông dân tộc bán trú", "phổ thông dân tộc nội trú"];

/// "trường THCS Lương Yên": with its name a school is written like any body.
fn school(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in paragraph.phrases("trường") {
        let own = at(paragraph, &range);
        let [first, second] = [own + 1, own + 2].map(|at| small(paragraph, Some(at)));
        let short = SCHOOLS.says(&format!("|{first}|"));
        let longest = LEVELS.iter().find(|level| paragraph.phrase_at(own + 1, level).is_some());
        let long = longest.is_some() || SCHOOLS.says(&format!("|{first} {second}|"));
        let name = own + 1 + longest.map_or(if long { 2 } else { 1 }, |level| level.split(' ').count());
        // "các trường", "trường Tiểu học" of a kind: only before a name.
        let numbered = long && small(paragraph, Some(name)) == "số";
        let named =
            (short || long) && is_capital(paragraph, name) && is_capital(paragraph, name + 1) || numbered;
        let several = small(paragraph, own.checked_sub(1))
            .is_of(&["các", "những", "mỗi", "từng", "hai", "ba", "môi", "nhà"]);
        let behind = paragraph.words.get(name).map_or(range.end, |word| word.at.end);
        if named && !several && !is_capital(paragraph, own) {
            report.mend_part(paragraph, range.start..behind, range, "Trường", "Tên trường viết hoa chữ đầu.");
        } else if named && long && !several && !is_capital(paragraph, own + 1) {
            let level = paragraph.words[own + 1].at.clone();
            let with = sentence_case(paragraph.slice(level.clone()));
            let message = "Tên trường: cấp học viết hoa chữ đầu.";
            report.mend_part(paragraph, range.start..behind, level, with, message);
        }
    }
}

/// Heads of names of departments.
const HEADS: [&str; 3] = ["ban", "phòng", "sở"];

/// What departments are for.
const FIELDS: &str = "|tổ chức|tuyên giáo|tôn giáo|dân vận|nội chính|kiểm tra|dân chủ|pháp luật|phong trào|dân tộc|kinh tế|ngân sách|\
    văn hóa|văn hoá|xã hội|thông tin|thể thao|du lịch|giáo dục|đào tạo|tài chính|kế hoạch|nội vụ|tư pháp|công thương|xây dựng|\
    nông nghiệp|môi trường|tài nguyên|khoa học|công nghệ|lao động|đô thị|hạ tầng|đối ngoại|pháp chế|quản trị|tổng hợp|\
    phát triển|văn thư|lưu trữ|quy hoạch|kiến trúc|kỹ thuật|quản lý|hành chính|nghiệp vụ|đầu tư|";

/// Whether "và" stands before a word.
fn before_and(paragraph: &Paragraph, at: usize) -> bool {
    small(paragraph, at.checked_sub(1)) == "và"
}

/// A department: its head and the words of its fields, each the first of two.
fn fields(paragraph: &Paragraph, head: usize) -> Vec<usize> {
    let mut fields = Vec::new();
    let mut next = head + 1;
    loop {
        let two = format!("|{} {}|", small(paragraph, Some(next)), small(paragraph, Some(next + 1)));
        if !FIELDS.says(&two) {
            break;
        }
        let words = [head, next, next + 1]
            .map(|at| paragraph.words.get(at).map(|word| word.at.clone()).unwrap_or_default());
        let before = paragraph.words.get(next - 1).map_or(0, |word| word.at.end);
        let gap = paragraph.slice(before..words[1].start);
        // "Phòng Kinh tế xây dựng tin, bài": what begins small behind a field is what the body does.
        let does = !fields.is_empty() && gap.trim().is_empty() && !is_capital(paragraph, next);
        let joined = matches!(gap.trim(), "" | "-" | "–") && (!does || before_and(paragraph, next))
            || (gap.trim() == "," && !fields.is_empty());
        if !joined || gap.contains('\n') || paragraph.slice(words[1].end..words[2].start) != " " {
            break;
        }
        fields.push(next);
        next += 2;
        if small(paragraph, Some(next)) == "và" {
            next += 1;
        }
    }
    fields
}

fn department(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let mut head = 0;
    while head < paragraph.words.len() {
        let own = head;
        head += 1;
        if !small(paragraph, Some(own)).is_of(&HEADS) || is_shouted(paragraph, paragraph.words[own].at.start)
        {
            continue;
        }
        // The end of another word: cơ sở, văn phòng, Ủy ban.
        let lexicon = Lexicon::get();
        let before = own.checked_sub(1).and_then(|at| paragraph.words.get(at));
        let close = before.is_some_and(|before| {
            paragraph.slice(before.at.end..paragraph.words[own].at.start).trim().is_empty()
        });
        // "Giao ban Phong trào": it is given to a body.
        let given = before.is_some_and(|before| before.small == "giao" && before.is_capital)
            && is_capital(paragraph, own + 1);
        let is_word = lexicon.are_word(before.and_then(|before| before.id), paragraph.words[own].id);
        if is_word && close && !given {
            continue;
        }
        let fields = fields(paragraph, own);
        let Some(last) = fields.last().copied() else { continue };
        let big: Vec<bool> =
            std::iter::once(own).chain(fields.iter().copied()).map(|at| is_capital(paragraph, at)).collect();
        let begins = begins(paragraph, own);
        let (head_big, any_big, all_big) = (big[0], big[1..].contains(&true), !big[1..].contains(&false));
        let behind = small(paragraph, Some(last + 2));
        let owned = is_capital(paragraph, last + 2)
            && behind.is_of(&[
                "tỉnh", "đảng", "huyện", "thành", "thị", "trung", "ủy", "uỷ", "mặt", "hội", "hđnd", "ubnd",
            ]);
        // "Ban tổ chức hội nghị", "các ban xây dựng Đảng": common nouns, whatever begins the sentence.
        let wrong = match fields.len() {
            1 if any_big => !head_big && small(paragraph, own.checked_sub(1)) != "các",
            1 => head_big && owned,
            _ if any_big => !all_big || !head_big,
            _ => head_big && !begins && small(paragraph, own.checked_sub(1)) != "các",
        };
        // A verb behind a body: "phòng Tổ chức".
        if wrong {
            let range = paragraph.words[own].at.start..paragraph.words[last + 1].at.end;
            let mut right = paragraph.slice(range.clone()).to_owned();
            for at in std::iter::once(own).chain(fields).rev() {
                let word = &paragraph.words[at];
                let from = word.at.start - range.start;
                let first = paragraph.slice(word.at.clone()).chars().next().unwrap_or_default();
                right.replace_range(
                    from..from + first.len_utf8(),
                    upper_letter(first).encode_utf8(&mut [0; 4]),
                );
            }
            report.mend(paragraph, range, right, "Tên ban, phòng, sở: viết hoa chữ đầu và chữ chỉ lĩnh vực.");
        }
    }
}

/// Bodies of a bloc, which have it in their names.
const OF_BLOCS: [&str; 3] = ["đảng ủy khối", "đảng bộ khối", "đoàn khối"];

/// Where bodies of blocs are named, and whether with a capital.
fn blocs(paragraph: &Paragraph) -> impl Iterator<Item = (Range<usize>, bool)> {
    let all = OF_BLOCS.iter().flat_map(|name| {
        let last = name.split(' ').count() - 1;
        paragraph.phrases(name).with_word().map(move |(first, _)| (first, first + last))
    });
    all.filter(|(first, _)| is_capital(paragraph, *first))
        .map(|(_, last)| (paragraph.words[last].at.clone(), is_capital(paragraph, last)))
}

/// "Cấp ủy viên Đảng ủy khối", where the others say "Đảng ủy Khối".
fn bloc(manuscript: &Manuscript, report: &mut Report) {
    let all = manuscript.paragraphs.iter().filter(|own| own.is_prose());
    let all = all.flat_map(|own| blocs(own).map(move |(at, big)| (own, at, big)));
    let (big, small): (Vec<_>, Vec<_>) = all.partition(|(.., big)| *big);
    for (own, at, _) in small.iter().filter(|_| big.len() >= 2 * small.len()) {
        report.mend(own, at.clone(), "Khối", "Chỗ khác viết “Khối”: tên cơ quan viết hoa.");
    }
}

fn bloc_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    blocs(paragraph).for_each(|(_, big)| big.hash(notes));
}
