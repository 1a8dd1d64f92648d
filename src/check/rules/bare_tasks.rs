//! Tasks under which neither who nor when stands, among tasks that all say both in lines of their own.

use super::clauses::TASKS;
use super::details::{is_labelled, told};
use crate::check::finding::Severity::Warn;
use crate::check::manuscript::{Manuscript, Paragraph};
use crate::check::rule::{Report, Rule};
use crate::import::Role;
use crate::plan::SectionRole;

pub(super) const RULES: &[Rule] = &[Rule::whole(
    Warn,
    "task.no-owner.none",
    TASKS,
    "Nhiệm vụ không ghi ai làm, khi nào xong, các nhiệm vụ khác có",
    none,
)
.of_files()];

/// A line that is a task of its own: nothing but its details stands under it.
struct Task<'a> {
    paragraph: &'a Paragraph,
    /// The index of the heading above it.
    above: usize,
    is_detailed: bool,
}

/// Words of who does something and by when.
const SAYS: [&str; 6] = ["chủ trì", "hoàn thành", "trước ngày", "thời gian", "phụ trách", "xong"];

/// How deep a line of the text stands.
fn depth(role: Role) -> Option<usize> {
    [Role::Section, Role::Clause, Role::Subclause, Role::Point, Role::Dash]
        .iter()
        .position(|own| *own == role)
}

/// The tasks of a text that stand in lines of one depth.
fn tasks(manuscript: &Manuscript, role: Role) -> Vec<Task<'_>> {
    let own = depth(role);
    let mut above = 0;
    let mut tasks = Vec::new();
    let all = &manuscript.paragraphs;
    for (at, paragraph) in all.iter().enumerate() {
        if depth(paragraph.role).is_some_and(|depth| Some(depth) < own) {
            above = paragraph.index;
        }
        let is_detail = !told(paragraph).is_empty() || is_labelled(paragraph);
        // What a sentence says of who and when is said.
        let says = SAYS.iter().any(|word| paragraph.phrases(word).next().is_some());
        if is_detail || says || paragraph.within.section != Some(SectionRole::Content) {
            continue;
        }
        if paragraph.role == role {
            let next = all.get(at + 1);
            let is_detailed = next.is_some_and(|next| !told(next).is_empty());
            let ends = next.is_none_or(|next| depth(next.role).is_some_and(|depth| Some(depth) <= own));
            if is_detailed || ends {
                tasks.push(Task { paragraph, above, is_detailed });
            }
        }
    }
    tasks
}

/// Under so many headings all tasks have their details before one that has none stands out.
const FULL: usize = 2;

fn none(manuscript: &Manuscript, report: &mut Report) {
    for role in [Role::Subclause, Role::Point, Role::Dash] {
        let tasks = tasks(manuscript, role);
        let groups = || tasks.chunk_by(|one, other| one.above == other.above).filter(|group| group.len() > 1);
        let full = groups().filter(|group| group.iter().all(|task| task.is_detailed)).count();
        for group in groups().filter(|_| full >= FULL) {
            let mut bare = group.iter().filter(|task| !task.is_detailed);
            if let (Some(task), None) = (bare.next(), bare.next()) {
                let message = "Nhiệm vụ này chưa ghi ai làm, khi nào xong; các nhiệm vụ khác có.";
                report.tell(task.paragraph, task.paragraph.whole(), message);
            }
        }
    }
}
