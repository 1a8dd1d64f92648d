//! Tasks: who does them, by when, with what result.

use super::owners::details_read;
use std::hash::Hash;
use std::ops::Range;

use super::clauses::TASKS;
use super::details::{Told, is_labelled, told};
use super::past_days::may_be_due;
use super::words::Words;
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph, Place};
use crate::check::mention::date_at;
use crate::check::rule::{Notes, Report, Rule};
use crate::import::Role;
use crate::plan::{Deadline, Detail, SectionRole};
use crate::vietnamese::{ascii, lower};

pub(super) const RULES: &[Rule] = &[
    Rule::whole(Hint, "task.no-deadline", TASKS, "Cả mục không nhiệm vụ nào có thời hạn", section_deadline)
        .of_files(),
    Rule::whole(Hint, "task.no-owner", TASKS, "Cả mục không nhiệm vụ nào có đơn vị chủ trì", section_owner)
        .of_files(),
    Rule::whole(
        Warn,
        "task.no-deadline.one",
        TASKS,
        "Nhiệm vụ thiếu thời gian mà các nhiệm vụ khác có",
        no_deadline,
    )
    .reading(groups_read),
    Rule::whole(Warn, "task.no-owner.one", TASKS, "Nhiệm vụ thiếu chủ trì mà các nhiệm vụ khác có", no_owner)
        .reading(groups_read),
    Rule::whole(
        Hint,
        "task.no-deadline.result",
        TASKS,
        "Nhiệm vụ thiếu sản phẩm mà các nhiệm vụ khác có",
        no_result,
    )
    .reading(groups_read),
    Rule::each(Error, "task.no-owner.blank", TASKS, "Ghi “Chủ trì:” mà không có đơn vị nào", blank_owner),
    Rule::whole(Warn, "task.no-owner.cell", TASKS, "Ô chủ trì, thời gian trong bảng để trống", blank_cell)
        .of_files(),
    Rule::each(Warn, "task.no-deadline.open", TASKS, "Thời gian còn để trống", open_deadline),
];

/// A task with the paragraph at which it stands.
pub(super) struct Group<'a> {
    head: &'a Paragraph,
    /// The one above it, where it is a point.
    above: &'a Paragraph,
    told: Vec<Told<'a>>,
    /// Whether a line of its text says when: "- Đợt 1: Từ ngày 01/3/2026 đến ngày 15/4/2026."
    is_dated: bool,
}

impl<'a> Group<'a> {
    /// What is to be done.
    pub(super) fn head(&self) -> &'a Paragraph {
        self.head
    }

    /// What it says of who does it, or by when.
    pub(super) fn says(&self, detail: Detail) -> Option<&Told<'a>> {
        self.told.iter().find(|told| told.detail == detail)
    }

    fn has(&self, detail: Detail) -> bool {
        self.says(detail).is_some() || detail == Detail::Deadline && self.is_dated
    }

    /// Where what it lacks would stand: before the details that it has or behind them; in the form, and where
    /// the details are points of the task, above them.
    fn place(&self, detail: Detail) -> &Paragraph {
        if self.told.first().is_some_and(|told| told.paragraph.role == Role::Point) {
            return self.above;
        }
        let beside = if detail == Detail::Lead { self.told.first() } else { self.told.last() };
        let beside = beside.map(|told| told.paragraph);
        beside.filter(|own| !matches!(own.place_of(0), Place::Field { .. })).unwrap_or(self.head)
    }
}

/// The tasks of the text that say who does them or by when, each with its details.
pub(super) fn groups(manuscript: &Manuscript) -> Vec<Group<'_>> {
    let mut groups: Vec<Group> = Vec::new();
    let (mut head, mut above): (Option<&Paragraph>, Option<&Paragraph>) = (None, None);
    let mut is_dated = false;
    let read = |own: &&Paragraph| own.role.is_of_text() || own.role == Role::Appendix;
    for paragraph in manuscript.paragraphs.iter().filter(read) {
        let row = |paragraph: &Paragraph| match paragraph.place_of(0) {
            Place::Field { text, .. } => Some(text.row),
            _ => None,
        };
        let told = told(paragraph);
        let heads = matches!(paragraph.role, Role::Section | Role::Clause | Role::Subclause | Role::Point);
        // "3. Đơn vị chủ trì: …" stands for the whole section.
        let of_all = matches!(paragraph.role, Role::Section | Role::Clause);
        if told.is_empty() || of_all {
            // "d) Số lượng: 150 cây" among "a) Thời gian: …" and "đ) Đơn vị chủ trì: …" is no task of its own.
            let beside = groups.last().is_some_and(|group| {
                group.told.last().is_some_and(|told| told.paragraph.role == Role::Point)
            });
            let is_detail = paragraph.role == Role::Point && beside && is_labelled(paragraph);
            if heads && !is_detail || row(paragraph).is_some() {
                (head, is_dated) = (Some(paragraph), false);
                above = above.filter(|_| paragraph.role == Role::Point).or(head);
            }
            is_dated |= is_span(paragraph) || heads && (says_day(paragraph) || is_due(paragraph));
            continue;
        }
        match groups.last_mut() {
            Some(group)
                if head.is_none_or(|head| head.index == group.head.index)
                    && row(group.head) == row(paragraph) =>
            {
                group.told.extend(told);
            }
            _ => {
                let head = head.unwrap_or(paragraph);
                groups.push(Group { head, above: above.unwrap_or(head), told, is_dated });
            }
        }
    }
    groups
}

/// Whether a line is one of a list of times: "- Đợt 1: Từ ngày 01/3/2026 đến ngày 15/4/2026."
fn is_span(paragraph: &Paragraph) -> bool {
    if paragraph.role != Role::Dash || paragraph.phrases("từ ngày").next().is_none() {
        return false;
    }
    let said = paragraph.said();
    let behind = said.split_once(':').map_or(said, |(_, behind)| behind.trim_start());
    behind.says(" đến ") && lower(behind).starts_with("từ ngày ")
}

/// Whether a line names a day that is no document's: "Tập huấn: 01 buổi, ngày 17/3/2026".
fn says_day(paragraph: &Paragraph) -> bool {
    paragraph.phrases("ngày").any(|range| {
        let cited = paragraph.mentions.iter().any(|mention| mention.range.contains(&range.start));
        !cited && date_at(&paragraph.text, range.start).is_some()
    })
}

/// Whether a line says by when something is done: "hoàn thành trong tháng 9 hằng năm".
fn is_due(paragraph: &Paragraph) -> bool {
    let each = ["hằng năm", "hàng năm", "hằng tháng", "hằng quý"];
    may_be_due(paragraph)
        && (Deadline::in_text(&paragraph.text, None).is_some()
            || each.iter().any(|word| paragraph.phrases(word).next().is_some()))
}

/// What the tasks of a text are told by.
pub(super) fn groups_read(paragraph: &Paragraph, manuscript: &Manuscript, notes: &mut Notes) {
    details_read(paragraph, manuscript, notes);
    (is_span(paragraph), is_labelled(paragraph), says_day(paragraph), is_due(paragraph)).hash(notes);
}

/// The first words of a paragraph.
fn head(paragraph: &Paragraph) -> Range<usize> {
    let whole = paragraph.whole();
    whole.start..paragraph.words.get(9).map_or(whole.end, |word| word.at.end)
}

/// The sections of a file in which tasks stand, with their paragraphs.
fn sections(manuscript: &Manuscript) -> Vec<(&Paragraph, &[Paragraph])> {
    let all = &manuscript.paragraphs;
    let starts: Vec<usize> = (0..all.len()).filter(|at| all[*at].role == Role::Section).collect();
    let end = |at: usize| {
        let next = starts.get(at + 1).copied().unwrap_or(all.len());
        (starts[at] + 1..next)
            .find(|at| all[*at].role.is_of_ending() || all[*at].role == Role::Closing)
            .unwrap_or(next)
    };
    let sections = starts.iter().enumerate().map(|(at, start)| (&all[*start], &all[start + 1..end(at)]));
    sections
        .filter(|(section, inside)| {
            let title = ascii(&section.text);
            let tasks = title.says("nhiem vu") || title.says("noi dung") || title.says("giai phap");
            manuscript.frame.is_source
                && tasks
                && section.within.section == Some(SectionRole::Content)
                && inside.iter().filter(|paragraph| paragraph.role == Role::Clause).count() > 1
        })
        .collect()
}

fn section_deadline(manuscript: &Manuscript, report: &mut Report) {
    for (section, inside) in sections(manuscript) {
        let dated = inside.iter().any(|paragraph| {
            let words = [
                "hằng năm",
                "hàng năm",
                "hằng tháng",
                "hằng quý",
                "thường xuyên",
                "định kỳ",
                "thời gian",
                "trước ngày",
                "hoàn thành",
            ];
            words.iter().any(|phrase| paragraph.phrases(phrase).next().is_some()) || is_due(paragraph)
        });
        if !dated {
            report.tell(section, section.whole(), "Các nhiệm vụ trong mục này chưa có thời hạn.");
        }
    }
}

fn section_owner(manuscript: &Manuscript, report: &mut Report) {
    for (section, inside) in sections(manuscript) {
        let mut details = inside.iter().flat_map(told).peekable();
        if details.peek().is_some() && !details.any(|told| told.detail == Detail::Lead) {
            report.tell(section, section.whole(), "Các nhiệm vụ trong mục này chưa ghi đơn vị chủ trì.");
        }
    }
}

/// Tells of the tasks that lack what most of the others have.
fn lacking(manuscript: &Manuscript, detail: Detail, message: &str, report: &mut Report) {
    let groups = groups(manuscript);
    let having = groups.iter().filter(|group| group.has(detail)).count();
    if having < 2 || having * 3 < groups.len() * 2 {
        return;
    }
    for place in groups.iter().filter(|group| !group.has(detail)).map(|group| group.place(detail)) {
        report.tell(place, head(place), message);
    }
}

fn no_deadline(manuscript: &Manuscript, report: &mut Report) {
    lacking(manuscript, Detail::Deadline, "Nhiệm vụ này chưa có thời gian, các nhiệm vụ khác có.", report);
}

fn no_owner(manuscript: &Manuscript, report: &mut Report) {
    lacking(manuscript, Detail::Lead, "Nhiệm vụ này chưa có đơn vị chủ trì, các nhiệm vụ khác có.", report);
}

fn no_result(manuscript: &Manuscript, report: &mut Report) {
    lacking(manuscript, Detail::Deliverable, "Nhiệm vụ này chưa có sản phẩm, các nhiệm vụ khác có.", report);
}

/// "Chủ trì: Phối hợp: …": nothing stands before the next label, or at all.
fn blank_owner(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let first = paragraph.words.partition_point(|word| word.at.start < paragraph.body);
    let owner = ["chủ trì", "đơn vị chủ trì", "cơ quan chủ trì"];
    let label = owner.iter().find_map(|label| paragraph.phrase_at(first, label));
    let Some(label) = label.filter(|_| paragraph.is_prose()) else { return };
    let rest = paragraph.behind(label.end).trim_start();
    let value = rest.strip_prefix(':').map(|value| ascii(value.trim_start_matches([' ', '.', ';'])));
    if value.is_some_and(|value| {
        value.is_empty() && !rest.ends_with(':')
            || value.starts_with("phoi hop:")
            || value.starts_with("thoi gian:")
    }) {
        report.tell(paragraph, label.start..label.end + 1, "Chưa ghi đơn vị chủ trì.");
    }
}

/// "Thời gian hoàn thành: trước ngày …."
fn open_deadline(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let open =
        |value: &str| (value.says("…") || value.says("..")) && !value.contains(|c: char| c.is_ascii_digit());
    for own in told(paragraph).into_iter().filter(|own| own.detail == Detail::Deadline) {
        if open(paragraph.slice(own.at.clone())) {
            report.tell(paragraph, own.at.clone(), "Chưa ghi thời gian.");
        }
    }
}

/// Rows of a table whose cells stand a tab apart: where most say who and by when, one that does not.
fn blank_cell(manuscript: &Manuscript, report: &mut Report) {
    let (mut columns, mut last): (Vec<usize>, usize) = (Vec::new(), 0);
    for paragraph in manuscript.paragraphs.iter().filter(|_| manuscript.frame.is_source) {
        let cells: Vec<&str> = paragraph.text.split('\t').collect();
        if cells.len() < 2 {
            columns.clear();
            continue;
        }
        let heads = cells.iter().enumerate().filter(|(_, cell)| {
            let plain = ascii(cell.trim());
            plain.ends_with("chu tri")
                || plain.ends_with("thuc hien") && plain.len() < 20
                || plain.starts_with("thoi gian")
                || plain.starts_with("thoi han")
        });
        let heads: Vec<usize> = heads.map(|(at, _)| at).collect();
        if !heads.is_empty() && columns.is_empty() {
            (columns, last) = (heads, cells.len());
        } else if columns.iter().any(|at| cells.get(*at).is_none_or(|cell| cell.trim().is_empty()))
            && cells.iter().filter(|cell| !cell.trim().is_empty()).count() >= last.saturating_sub(1).max(2)
        {
            report.tell(paragraph, head(paragraph), "Dòng này còn ô chủ trì hoặc thời gian để trống.");
        }
    }
}
