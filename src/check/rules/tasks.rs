//! Tasks: who does them, by when, with what result.

use std::hash::Hash;
use std::ops::Range;

use super::clauses::TASKS;
use super::dates::may_be_due;
use super::details::{Told, is_labelled, told};
use super::reads;
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
    Rule::whole(Warn, "task.no-owner.both", TASKS, "Một đơn vị vừa chủ trì vừa phối hợp", both)
        .reading(details_read),
    Rule::each(Error, "task.no-owner.blank", TASKS, "Ghi “Chủ trì:” mà không có đơn vị nào", blank_owner),
    Rule::whole(Warn, "task.no-owner.cell", TASKS, "Ô chủ trì, thời gian trong bảng để trống", blank_cell)
        .of_files(),
    Rule::whole(Warn, "task.no-owner.vague", TASKS, "Đơn vị chủ trì không rõ", vague_owner)
        .reading(details_read),
    Rule::each(Warn, "task.no-deadline.open", TASKS, "Thời gian còn để trống", open_deadline),
    Rule::whole(Warn, "task.no-deadline.vague", TASKS, "Thời gian không rõ", vague_deadline)
        .reading(details_read),
    Rule::whole(
        Warn,
        "task.no-owner.not-listed",
        TASKS,
        "Đơn vị chủ trì không có ở phần tổ chức thực hiện, nơi nhận",
        |manuscript, report| not_listed(manuscript, Detail::Lead, report),
    )
    .reading(not_listed_read),
    Rule::whole(
        Hint,
        "task.no-owner.support",
        TASKS,
        "Đơn vị phối hợp không có ở phần tổ chức thực hiện, nơi nhận",
        |manuscript, report| not_listed(manuscript, Detail::Support, report),
    )
    .reading(not_listed_read),
];

/// A task with the paragraph at which it stands.
struct Group<'a> {
    head: &'a Paragraph,
    /// The one above it, where it is a point.
    above: &'a Paragraph,
    told: Vec<Told<'a>>,
    /// Whether a line of its text says when: "- Đợt 1: Từ ngày 01/3/2026 đến ngày 15/4/2026."
    is_dated: bool,
}

impl Group<'_> {
    fn has(&self, detail: Detail) -> bool {
        self.told.iter().any(|told| told.detail == detail) || detail == Detail::Deadline && self.is_dated
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
fn groups(manuscript: &Manuscript) -> Vec<Group<'_>> {
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
fn groups_read(paragraph: &Paragraph, manuscript: &Manuscript, notes: &mut Notes) {
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

/// What a body does, behind its name.
const DOES: [&str; 11] = [
    " chủ trì",
    " phối hợp",
    " lãnh đạo",
    " chỉ đạo",
    " tham mưu",
    " phụ trách",
    " theo dõi",
    " hướng dẫn",
    " thực hiện",
    " đối với ",
    " theo ",
];

/// Heads of bodies whose names go on with what they do: "Ban Chỉ đạo", "Hội đồng phối hợp phổ biến".
const HEADS: [&str; 8] = ["ban", "các ban", "hội đồng", "tổ", "bộ phận", "cơ quan", "các cơ quan", "phòng"];

/// What the names of bodies begin with.
const BODIES: [&str; 9] =
    ["công an", "ban ", "phòng ", "hội ", "đoàn ", "trạm ", "trung tâm", "ủy ban", "văn phòng"];

/// What stands before the names of several places, which commas part.
const SEVERAL: [&str; 5] = ["các huyện ", "các xã ", "các phường ", "các thôn ", "các ấp "];

/// The bodies that a detail names.
fn names(value: &str) -> Vec<String> {
    let value = value.split(['(', '.', ':']).next().unwrap_or_default();
    let is_head = |name: &str| {
        ["trưởng đoàn", "phó trưởng đoàn", "tổ trưởng", "đồng chí ", "các đồng chí "]
            .iter()
            .any(|head| name.starts_with(head))
    };
    let mut names: Vec<String> = Vec::new();
    for name in value.split([',', ';']).map(|name| lower(name.trim())) {
        // "Phòng Kinh tế chủ trì"; "phối hợp với các trường" is no name.
        let does = format!(" {name}");
        let cut = |verb: &&str| does.find(*verb).filter(|at| !does[..*at].trim().is_of(&HEADS));
        let end = DOES.iter().filter_map(cut).min().unwrap_or(does.len());
        let name = does[..end].trim();
        // "Hội LHPN các huyện Ba Tri, Mỏ Cày Nam"
        let is_body = BODIES.iter().any(|head| name.starts_with(head));
        let of_several =
            !is_body && names.last().is_some_and(|last| SEVERAL.iter().any(|noun| last.says(noun)));
        let of_all = name.ends_with(" các cấp");
        if name.contains(' ') && !is_head(name) && !of_several && !of_all {
            names.push(name.to_owned());
        }
    }
    names
}

fn both(manuscript: &Manuscript, report: &mut Report) {
    for group in groups(manuscript) {
        let of = |detail| group.told.iter().find(|told| told.detail == detail);
        let (Some(lead), Some(support)) = (of(Detail::Lead), of(Detail::Support)) else { continue };
        let leads = names(lead.value());
        if let Some(name) = names(support.value()).into_iter().find(|name| leads.contains(name)) {
            let start = lower(support.value()).find(&name).unwrap_or(0);
            let range = support.at.start + start..(support.at.start + start + name.len()).min(support.at.end);
            let range =
                if support.paragraph.text.is_char_boundary(range.end) { range } else { support.at.clone() };
            report.tell(support.paragraph, range, "Đơn vị này đã chủ trì nhiệm vụ.");
        }
    }
}

fn details(manuscript: &Manuscript, detail: Detail) -> impl Iterator<Item = Told<'_>> {
    manuscript.paragraphs.iter().flat_map(told).filter(move |told| told.detail == detail)
}

fn vague_owner(manuscript: &Manuscript, report: &mut Report) {
    for told in details(manuscript, Detail::Lead) {
        let plain = ascii(told.value());
        if plain.trim().is_of(&[
            "cac don vi",
            "cac don vi lien quan",
            "cac co quan lien quan",
            "cac co quan, don vi lien quan",
            "cac ban, nganh",
            "cac bo phan lien quan",
        ]) {
            report.tell(told.paragraph, told.at.clone(), "Nên ghi rõ một đơn vị chủ trì.");
        }
    }
}

fn vague_deadline(manuscript: &Manuscript, report: &mut Report) {
    for told in details(manuscript, Detail::Deadline) {
        let plain = ascii(told.value());
        let deadline = Deadline::parse(told.value(), None);
        let vague = plain.trim().is_of(&[
            "som",
            "hoan thanh som",
            "kip thoi",
            "nhanh chong",
            "thoi gian toi",
            "trong thoi gian toi",
            "theo quy dinh",
            "som nhat",
            "theo dieu kien thuc te",
            "theo tinh hinh thuc te",
            "theo thuc te",
            "khi co dieu kien",
            "khi can thiet",
            "theo yeu cau",
        ]);
        // "Theo sự phân công của Ban Thường vụ": when, only that says.
        let vague = vague
            || ["theo su ", "theo phan cong", "theo tien do"]
                .iter()
                .any(|lead| plain.trim().starts_with(lead));
        if vague && deadline.latest.is_none() && !deadline.recurring {
            report.tell(told.paragraph, told.at.clone(), "Nên ghi ngày, tháng, quý hoặc “thường xuyên”.");
        }
    }
}

/// Words of a body that say little of which it is.
const COMMON: [&str; 16] = [
    "xã",
    "phường",
    "tỉnh",
    "đặc",
    "khu",
    "cơ",
    "quan",
    "đơn",
    "vị",
    "các",
    "ban",
    "và",
    "của",
    "ủy",
    "uỷ",
    "bộ",
];

/// Abbreviations of bodies, written out.
const SHORT: [(&str, &str); 7] = [
    ("ubnd", "ủy ban nhân dân"),
    ("hđnd", "hội đồng nhân dân"),
    ("mttq", "mặt trận tổ quốc"),
    ("vhxh", "văn hóa xã hội"),
    ("vp", "văn phòng"),
    ("lhpn", "liên hiệp phụ nữ"),
    ("tncs", "thanh niên cộng sản"),
];

/// The words of a body that tell which it is, abbreviations written out.
fn telling(name: &str) -> Vec<String> {
    let small = lower(name);
    let words = small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let spelt = words.flat_map(|word| {
        SHORT.iter().find(|(short, _)| *short == word).map_or(word, |(_, long)| *long).split(' ')
    });
    spelt.filter(|word| !COMMON.contains(word)).map(str::to_owned).collect()
}

/// Whether a paragraph says a word, if only in an abbreviation.
fn says(paragraph: &Paragraph, word: &str) -> bool {
    let has = |word| paragraph.phrases(word).next().is_some();
    has(word) || SHORT.iter().any(|(short, long)| long.split(' ').any(|own| own == word) && has(short))
}

fn not_listed(manuscript: &Manuscript, detail: Detail, report: &mut Report) {
    if details(manuscript, detail).next().is_none() {
        return;
    }
    let organisation: Vec<&Paragraph> = manuscript
        .paragraphs
        .iter()
        .filter(|paragraph| paragraph.role == Role::Recipient || is_organisation(paragraph))
        .collect();
    let organised = manuscript.paragraphs.iter().any(|paragraph| {
        paragraph.within.section == Some(SectionRole::Organisation) && paragraph.role == Role::Clause
    });
    // "Các tổ chức chính trị - xã hội" are these.
    let says_social = |own: &&Paragraph| ["tổ chức chính trị", "đoàn thể"].iter().any(|kind| says(own, kind));
    let social = organisation.iter().any(says_social);
    let issuing = telling(&manuscript.frame.bodies);
    let listed = |name: &str| {
        // "Các trường tiểu học, …" are "Các trường"; "Hội LHPN các huyện Ba Tri, …" those of "các huyện".
        let group = name.strip_prefix("các ").and_then(|group| group.split(' ').next());
        let several = SEVERAL.iter().find_map(|noun| Some(name.find(noun)? + noun.len()));
        let mut words = match (group, several) {
            (Some(group), _) => vec![group.to_owned()],
            (None, several) => telling(&name[..several.unwrap_or(name.len())]),
        };
        // "Ban Phong trào Ủy ban MTTQ tỉnh" is called "Ban Phong trào" by that committee.
        if words.iter().any(|word| !issuing.contains(word)) {
            words.retain(|word| !issuing.contains(word));
        }
        let of_them = ["đoàn ", "hội ", "công đoàn"].iter().any(|head| name.starts_with(head));
        social && of_them && !name.starts_with("hội đồng")
            || organisation.iter().any(|own| words.iter().all(|word| says(own, word)))
    };
    let named: Vec<(Told, String)> = details(manuscript, detail)
        .flat_map(|told| {
            names(told.value()).into_iter().map(move |name| (Told { at: told.at.clone(), ..told }, name))
        })
        .filter(|(_, name)| telling(name).len() > 1)
        .collect();
    // Some must be there: else it is not by bodies that the plan is organised.
    if !organised || !named.iter().any(|(_, name)| listed(name)) {
        return;
    }
    let mut last = None;
    for (told, name) in named.iter().filter(|(_, name)| !listed(name)) {
        // A plan is not sent to the body that issues it.
        let own = telling(name).iter().all(|word| issuing.contains(word));
        if !own && last.replace(told.paragraph.index) != Some(told.paragraph.index) {
            report.tell(
                told.paragraph,
                told.at.clone(),
                "Đơn vị này không có trong phần tổ chức thực hiện và nơi nhận.",
            );
        }
    }
}

/// Who does a task, by when, with what result.
fn details_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    if !told(paragraph).is_empty() {
        paragraph.text.hash(notes);
    }
}

fn not_listed_read(paragraph: &Paragraph, manuscript: &Manuscript, notes: &mut Notes) {
    details_read(paragraph, manuscript, notes);
    reads::recipients(paragraph, manuscript, notes);
    if is_organisation(paragraph) {
        paragraph.text.hash(notes);
    }
}

/// Whether a paragraph says who does what in the end.
fn is_organisation(paragraph: &Paragraph) -> bool {
    paragraph.within.section == Some(SectionRole::Organisation) && paragraph.role.is_of_text()
}
