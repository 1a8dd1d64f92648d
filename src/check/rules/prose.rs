//! Tasks told in running text: "Mở lớp tập huấn. Phòng Kinh tế chủ trì, hoàn thành trước ngày 15/11/2026."

use std::ops::Range;

use super::clauses::TASKS;
use super::details::{is_labelled, told};
use super::words::Words;
use crate::check::finding::Severity::Warn;
use crate::check::manuscript::{Frame, Manuscript, Paragraph};
use crate::check::rule::{Report, Rule};
use crate::import::Role;
use crate::plan::SectionRole;
use crate::vietnamese::lower;

pub(super) const RULES: &[Rule] = &[
    Rule::whole(
        Warn,
        "task.no-owner.prose",
        TASKS,
        "Câu cuối của nhiệm vụ chỉ nói thời gian, các nhiệm vụ khác nói cả ai làm",
        no_owner,
    )
    .of_files(),
    Rule::whole(
        Warn,
        "task.no-deadline.prose",
        TASKS,
        "Câu cuối của nhiệm vụ chỉ nói ai làm, các nhiệm vụ khác nói cả thời gian",
        no_deadline,
    )
    .of_files(),
    Rule::each(Warn, "task.no-deadline.soon", TASKS, "“Hoàn thành sớm”: không rõ khi nào", soon),
];

/// What the last sentence of a task says of it.
struct Assigned<'a> {
    paragraph: &'a Paragraph,
    /// The sentence.
    at: Range<usize>,
    owned: bool,
    timed: bool,
}

/// The words of those who do something.
const OWNERS: [&str; 9] = [
    "chủ trì",
    "phụ trách",
    "phối hợp",
    "tham mưu",
    "chịu trách nhiệm",
    "đảm nhiệm",
    "đảm nhận",
    "giao ",
    "thực hiện:",
];

/// What the name of a body or of somebody begins with: "Chi bộ các trường học đưa nội dung này vào sinh hoạt."
const BODIES: [&str; 22] = [
    "ubnd",
    "hđnd",
    "mttq",
    "cấp ủy",
    "đảng",
    "ban ",
    "ủy ban",
    "hội ",
    "đoàn ",
    "công an",
    "phòng ",
    "các ",
    "trường ",
    "chi ",
    "văn phòng",
    "trung tâm",
    "trạm",
    "đồng chí",
    "tổ ",
    "mặt trận",
    "thường trực",
    "trưởng ",
];

/// The words of a time.
const TIMES: [&str; 16] = [
    "ngày",
    "tháng",
    "quý",
    "năm",
    "tuần",
    "thường xuyên",
    "hằng",
    "hàng",
    "định kỳ",
    "ngay",
    "trước",
    "sau khi",
    "đợt",
    "thời gian",
    "thời hạn",
    "xong",
];

/// What a task says in its last sentence: "… chủ trì, …" or "Thời gian thực hiện: …".
fn assigned(paragraph: &Paragraph) -> Option<Assigned<'_>> {
    let text =
        matches!(paragraph.role, Role::Clause | Role::Subclause | Role::Point | Role::Dash | Role::Text);
    if !text || is_labelled(paragraph) || paragraph.within.section == Some(SectionRole::Organisation) {
        return None;
    }
    let whole = paragraph.whole();
    let end = paragraph.text.trim_end_matches(['.', ';', ' ', '/']).len();
    let start = paragraph.before(end).rfind(". ").filter(|at| *at >= paragraph.body)? + ". ".len();
    let said = lower(paragraph.slice(start..end));
    let before = lower(paragraph.slice(whole.start..start));
    let labelled = said.starts_with("thời gian") && said.says(":");
    // Of dashes the last often speaks for all, but where a label leads.
    let does_it = ["bộ phận thực hiện:", "đơn vị thực hiện:", "cơ quan thực hiện:"]
        .iter()
        .any(|own| said.starts_with(own));
    let leads = does_it || said.says("chủ trì") && (paragraph.role != Role::Dash || said.says("chủ trì:"));
    let does = lower(paragraph.said());
    let does = BODIES.iter().any(|own| does.starts_with(own));
    let owned = leads || does || OWNERS.iter().any(|own| before.says(own));
    let timed = labelled || TIMES.iter().any(|own| before.says(own) || said.says(own));
    (leads || labelled).then_some(Assigned { paragraph, at: start..end, owned, timed })
}

/// So many tasks say both before one that does not stands out.
const BOTH: usize = 4;

/// Tells of the few tasks that lack what the others say.
fn lacking(manuscript: &Manuscript, lacks: impl Fn(&Assigned) -> bool, message: &str, report: &mut Report) {
    let all = &manuscript.paragraphs;
    // What the next paragraph says of it is said.
    let goes_on = |own: &Assigned| {
        let next = all.iter().find(|next| next.index == own.paragraph.index + 1);
        next.is_some_and(|next| !told(next).is_empty())
    };
    let tasks: Vec<Assigned> = all.iter().filter_map(assigned).collect();
    let both = tasks.iter().filter(|own| own.owned && own.timed).count();
    let bare: Vec<&Assigned> = tasks.iter().filter(|own| lacks(own) && !goes_on(own)).collect();
    if both >= BOTH && bare.len() * 3 <= both {
        for own in bare {
            report.tell(own.paragraph, own.at.clone(), message);
        }
    }
}

fn no_owner(manuscript: &Manuscript, report: &mut Report) {
    let message = "Nhiệm vụ này chưa nói ai làm, các nhiệm vụ khác có.";
    lacking(manuscript, |own| own.timed && !own.owned, message, report);
}

fn no_deadline(manuscript: &Manuscript, report: &mut Report) {
    let message = "Nhiệm vụ này chưa nói khi nào xong, các nhiệm vụ khác có.";
    lacking(manuscript, |own| own.owned && !own.timed, message, report);
}

/// "…, hoàn thành trong thời gian sớm nhất."
fn soon(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in paragraph.phrases("hoàn thành") {
        let behind = paragraph.behind(range.end);
        let clause = behind.split([',', ';', '.', '\n']).next().unwrap_or_default();
        let vague = clause.trim().is_of(&[
            "sớm",
            "sớm nhất",
            "kịp thời",
            "nhanh chóng",
            "đúng tiến độ",
            "trong thời gian sớm nhất",
            "trong thời gian tới",
        ]);
        if vague && paragraph.before(range.start).trim_end().ends_with(',') {
            report.tell(
                paragraph,
                range.start..range.end + clause.len(),
                "Nên ghi ngày, tháng, quý hoặc “thường xuyên”.",
            );
        }
    }
}
