//! How paragraphs end: căn cứ, the opening, sentences, the end of the text.

use super::end_mark::{ends, last_of_text};
use super::words::is_shouted;
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph};
use crate::check::rule::{Report, Rule};
use crate::import::Role;
use crate::vietnamese::ascii;

pub(super) const RULES: &[Rule] = &[
    Rule::whole(Error, "punctuation.end", SENTENCE, "Đoạn văn thiếu dấu kết thúc", sentence)
        .of_files()
        .mends(),
    Rule::whole(
        Error,
        "punctuation.end.lead",
        SENTENCE,
        "Lời dẫn trước phần liệt kê thiếu dấu hai chấm",
        lead,
    )
    .of_files()
    .mends(),
    Rule::whole(Warn, "punctuation.end.list", SENTENCE, "Dấu cuối các dòng liệt kê không thống nhất", list)
        .of_files(),
    Rule::whole(Warn, "punctuation.end.colon", SENTENCE, "Dấu hai chấm mà không có gì đi sau", colon)
        .of_files(),
    Rule::whole(
        Hint,
        "punctuation.heading-end",
        "Tiêu đề không có dấu chấm cuối",
        "Tiêu đề có dấu ở cuối",
        heading,
    )
    .of_files()
    .mends(),
    Rule::each(
        Error,
        "punctuation.subject-end",
        super::clauses::SUBJECT,
        "Trích yếu có dấu ở cuối",
        subject_end,
    )
    .mends(),
    Rule::each(
        Hint,
        "punctuation.section-colon",
        super::clauses::LEVELS,
        "Tiêu đề mục có dấu hai chấm ở cuối",
        section_colon,
    )
    .mends(),
    Rule::each(
        Warn,
        "punctuation.section-end",
        super::clauses::LEVELS,
        "Tiêu đề mục có dấu ở cuối",
        section_end,
    )
    .mends(),
];

pub(super) const END: &str = "NĐ 30/2020/NĐ-CP, Phụ lục III: cuối nội dung văn bản có dấu “./.”";

pub(super) const SENTENCE: &str = "Chính tả tiếng Việt: hết câu có dấu chấm";

pub(super) fn last_mark(paragraph: &Paragraph) -> Option<char> {
    paragraph.text.trim_end().chars().next_back()
}

/// The last word with the marks behind it.
pub(super) fn ending(paragraph: &Paragraph) -> std::ops::Range<usize> {
    paragraph.tail(1)
}

/// The last word with another mark behind it.
pub(super) fn with_mark(paragraph: &Paragraph, mark: &str) -> String {
    let range = ending(paragraph);
    let typed = paragraph.slice(range);
    format!("{}{mark}", typed.trim_end_matches(['.', ';', ',', ':', '/', ' ']))
}

/// Whether the paragraph that opens the plan gives one more reason: "Căn cứ …, Ủy ban nhân dân xã …".
pub(super) fn leads_on(manuscript: &Manuscript, last: &Paragraph) -> bool {
    manuscript.paragraphs.get(last.index + 1).is_some_and(|next| ascii(next.said()).starts_with("can cu"))
}

/// Marks that end a sentence, a line of a list, or what leads to the next.
const ENDS: [char; 7] = ['.', ';', ':', '!', '?', '…', '/'];

/// Whether a paragraph is a heading or a cell: a few words without a mark.
fn is_title(paragraph: &Paragraph, manuscript: &Manuscript) -> bool {
    let next = manuscript.paragraphs.get(paragraph.index + 1);
    // A title stands above what it is the title of.
    let above = match paragraph.role {
        // "Bước 1. Họp dân" is one in a plan of steps; the text of the last clause may be taken for the closing.
        Role::Text => {
            let numbered =
                ["bước", "bảng", "biểu", "hình"].iter().any(|what| paragraph.phrase_at(0, what).is_some());
            let number = paragraph
                .words
                .get(1)
                .is_some_and(|word| word.small.starts_with(|c: char| c.is_ascii_digit()));
            numbered && number && paragraph.words.len() < 25
        }
        Role::Clause if next.is_some_and(|next| next.role == Role::Closing) => {
            paragraph.words.len() < 20
                && next.is_some_and(|next| !ascii(next.said()).starts_with("tren day la"))
        }
        Role::Clause => {
            next.is_some_and(|next| !matches!(next.role, Role::Clause | Role::Section | Role::Closing))
        }
        Role::Subclause => next.is_some_and(|next| {
            !matches!(next.role, Role::Clause | Role::Subclause | Role::Section | Role::Closing)
        }),
        Role::Point => next.is_some_and(|next| matches!(next.role, Role::Dash | Role::Text)),
        _ => false,
    };
    above && paragraph.words.len() < 60
}

pub(super) fn closes(paragraph: &Paragraph) -> bool {
    let text = paragraph.text.trim_end().trim_end_matches(['”', '"', ')', '’', ']', '*', '»']);
    text.trim_end().ends_with(ENDS) || paragraph.text.trim_end().ends_with(ENDS)
}

/// Paragraphs of the body that are to end with a mark.
fn sentences(manuscript: &Manuscript) -> impl Iterator<Item = &Paragraph> {
    let body = |paragraph: &&Paragraph| {
        matches!(
            paragraph.role,
            Role::Clause | Role::Subclause | Role::Point | Role::Dash | Role::Text | Role::Closing
        )
    };
    let all = manuscript.paragraphs.iter().filter(body);
    // The cells of a row of a table stand a tab apart, or have strokes between them.
    let row = |paragraph: &Paragraph| {
        paragraph.text.contains('\t') || paragraph.text.matches(" | ").nth(1).is_some()
    };
    all.filter(move |own| manuscript.frame.is_source && !is_title(own, manuscript) && !row(own))
}

/// The fewest words of what is surely a sentence.
pub(super) const SENTENCE_WORDS: usize = 9;

/// What stands behind the colon of an entry has fewer words.
const ENTRY: usize = 9;

fn sentence(manuscript: &Manuscript, report: &mut Report) {
    let all: Vec<&Paragraph> = sentences(manuscript).collect();
    let closed = all.iter().filter(|paragraph| closes(paragraph)).count();
    // Of a text whose marks were lost nothing is said; where the writer ends few lines with one, long ones count.
    let fewest = match closed * 2 < all.len() {
        true if closed == 0 => return,
        true => 2 * SENTENCE_WORDS,
        false => 4,
    };
    // Of the end of the text a rule of its own tells; where the end is lost, the last line may be cut.
    let last = last_of_text(manuscript).filter(|_| !manuscript.frame.is_party() || !ends(manuscript));
    let last = last.map(|last| last.index);
    let open = all.into_iter().filter(|paragraph| !closes(paragraph) && Some(paragraph.index) != last);
    for paragraph in open {
        let next = manuscript.paragraphs.get(paragraph.index + 1);
        let torn =
            next.is_some_and(|next| next.role == Role::Text && next.said().starts_with(char::is_lowercase));
        let listed = paragraph.role == Role::Text && paragraph.words.len() < SENTENCE_WORDS;
        let marked = last_mark(paragraph).is_some_and(|mark| mark == ',');
        // A title without a mark of its own above a list or paragraphs.
        let heads = paragraph.mark().is_empty()
            && next.is_some_and(|next| matches!(next.role, Role::Clause | Role::Dash | Role::Point))
            && paragraph.words.len() < 15;
        let shouted = is_shouted(paragraph, paragraph.body);
        // "- Đại diện nhà trường: 02": an entry, and no sentence.
        let entry =
            paragraph.said().rsplit_once(": ").is_some_and(|(_, what)| what.split(' ').count() < ENTRY);
        if paragraph.words.len() >= fewest && !shouted && !torn && !entry && !listed && !marked && !heads {
            report.mend(
                paragraph,
                paragraph.tail(6),
                format!("{}.", paragraph.slice(paragraph.tail(6))),
                "Đoạn văn thiếu dấu chấm ở cuối.",
            );
        }
    }
}

/// "… các nội dung sau" above what it leads to, without its colon.
fn lead(manuscript: &Manuscript, report: &mut Report) {
    for pair in manuscript.paragraphs.windows(2).filter(|_| manuscript.frame.is_source) {
        let [own, next] = pair else { continue };
        let lists = next.role != own.role
            && matches!(next.role, Role::Clause | Role::Subclause | Role::Point | Role::Dash);
        let leads = |paragraph: &Paragraph| {
            let last = paragraph.words.len().checked_sub(2)?;
            let word = |at: usize| paragraph.words.get(at).map_or("", |word| word.small.as_str());
            let nouns = ["như", "dung", "vụ", "pháp", "việc", "cầu", "chí", "tiêu", "phần", "mục", "thể"];
            (word(last + 1) == "sau" && nouns.contains(&word(last))
                || word(last) == "sau" && word(last + 1) == "đây")
                .then_some(())
        };
        if lists
            && own.is_prose()
            && !matches!(own.role, Role::Opening | Role::Basis | Role::Subject)
            && leads(own).is_some()
            && last_mark(own) != Some(':')
        {
            report.mend(
                own,
                ending(own),
                with_mark(own, ":"),
                "Lời dẫn vào phần liệt kê kết thúc bằng dấu hai chấm (:).",
            );
        }
    }
}

/// A colon behind which the next paragraph of the same level stands, or one above it.
fn colon(manuscript: &Manuscript, report: &mut Report) {
    let rank = |paragraph: &Paragraph| {
        let order = [Role::Section, Role::Clause, Role::Subclause, Role::Point, Role::Dash];
        order.iter().position(|role| *role == paragraph.role).filter(|_| !paragraph.mark().is_empty())
    };
    for pair in manuscript.paragraphs.windows(2) {
        let [own, next] = pair else { continue };
        let (Some(level), Some(below)) = (rank(own), rank(next)) else { continue };
        let numbers = own.role != Role::Dash && level > 0;
        let alike = own.mark().chars().filter(char::is_ascii_digit).count()
            == next.mark().chars().filter(char::is_ascii_digit).count();
        if manuscript.frame.is_source
            && numbers
            && below <= level
            && (below < level || alike)
            && last_mark(own) == Some(':')
            && own.words.len() >= SENTENCE_WORDS
        {
            report.tell(own, own.tail(4), "Sau dấu hai chấm không có nội dung.");
        }
    }
}

/// Dashes under one heading of which most end with a semicolon and one in the middle with nothing of the kind.
fn list(manuscript: &Manuscript, report: &mut Report) {
    let mut run: Vec<&Paragraph> = Vec::new();
    for paragraph in manuscript.paragraphs.iter().map(Some).chain([None]) {
        match paragraph.filter(|paragraph| paragraph.role == Role::Dash && manuscript.frame.is_source) {
            Some(paragraph) => run.push(paragraph),
            None => {
                list_of(&run, report);
                run.clear();
            }
        }
    }
}

fn list_of(run: &[&Paragraph], report: &mut Report) {
    let Some((last, middle)) = run.split_last() else { return };
    let count = |mark| middle.iter().filter(|paragraph| last_mark(paragraph) == Some(mark)).count();
    let commas = middle.iter().filter(|paragraph| last_mark(paragraph) == Some(','));
    if count(';') >= 2 && count(';') * 3 >= middle.len() * 2 {
        for paragraph in middle.iter().filter(|paragraph| last_mark(paragraph) == Some(',')) {
            report.tell(paragraph, paragraph.tail(3), "Các dòng khác kết thúc bằng dấu chấm phẩy (;).");
        }
        if last_mark(last) == Some(';') {
            report.tell(last, last.tail(3), "Dòng cuối của phần liệt kê kết thúc bằng dấu chấm (.).");
        }
    } else if commas.clone().count() > 0 && count('.') > commas.clone().count() {
        for paragraph in commas {
            report.tell(paragraph, paragraph.tail(3), "Các dòng khác kết thúc bằng dấu chấm (.).");
        }
    }
}

/// A title with a dot beside titles of the same level without one.
fn heading(manuscript: &Manuscript, report: &mut Report) {
    for role in [Role::Clause, Role::Subclause] {
        let titles: Vec<&Paragraph> = manuscript
            .paragraphs
            .iter()
            .filter(|paragraph| {
                paragraph.role == role && is_title(paragraph, manuscript) && manuscript.frame.is_source
            })
            .collect();
        let section = |paragraph: &Paragraph| {
            manuscript.paragraphs[..paragraph.index].iter().rposition(|above| above.role == Role::Section)
        };
        for paragraph in
            titles.iter().filter(|paragraph| last_mark(paragraph) == Some('.') && paragraph.words.len() < 25)
        {
            let beside = titles.iter().filter(|other| section(other) == section(paragraph));
            let (plain, dotted): (Vec<&&Paragraph>, Vec<&&Paragraph>) =
                beside.partition(|other| !closes(other));
            let short = paragraph.words.len() < 5 && !plain.is_empty();
            if short || plain.len() > dotted.len() {
                report.mend(
                    paragraph,
                    ending(paragraph),
                    with_mark(paragraph, ""),
                    "Các tiêu đề khác cùng mục không có dấu chấm cuối.",
                );
            }
        }
    }
}

fn subject_end(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let text = paragraph.text.trim_end().trim_end_matches('*');
    if paragraph.role == Role::Subject && text.ends_with(['.', ';', ':', ',']) && !text.ends_with("...") {
        let range = ending(paragraph);
        report.mend(paragraph, range, with_mark(paragraph, ""), "Cuối trích yếu không có dấu.");
    }
}

/// "II. NỘI DUNG:" in capitals: what stands in lines of its own leads to nothing by a mark.
fn section_colon(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let loud = paragraph.words.iter().all(|word| word.is_loud);
    let title = paragraph.role == Role::Section && loud && paragraph.words.len() > 1;
    if title && paragraph.text.trim_end().ends_with(':') {
        report.mend(
            paragraph,
            ending(paragraph),
            with_mark(paragraph, ""),
            "Cuối tiêu đề của mục không có dấu.",
        );
    }
}

fn section_end(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let title = paragraph.role == Role::Section && paragraph.words.len() < 25;
    if title && paragraph.text.trim_end().ends_with(['.', ';', ',']) && paragraph.words.len() > 1 {
        report.mend(
            paragraph,
            ending(paragraph),
            with_mark(paragraph, ""),
            "Cuối tiêu đề của mục không có dấu.",
        );
    }
}
