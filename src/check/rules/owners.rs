//! Whom the tasks name: doers that are vague, and those whom section III or Nơi nhận leaves out.

use super::clauses::TASKS;
use super::details::{Told, told};
use super::reads;
use super::tasks::groups;
use super::words::Words;
use crate::check::finding::Severity::{Hint, Warn};
use crate::check::manuscript::{Manuscript, Paragraph};
use crate::check::rule::{Notes, Report, Rule};
use crate::import::Role;
use crate::plan::{Deadline, Detail, SectionRole};
use crate::vietnamese::{ascii, lower};
use std::hash::Hash;

pub(super) const RULES: &[Rule] = &[
    Rule::whole(Warn, "task.no-owner.both", TASKS, "Một đơn vị vừa chủ trì vừa phối hợp", both)
        .reading(details_read),
    Rule::whole(Warn, "task.no-owner.vague", TASKS, "Đơn vị chủ trì không rõ", vague_owner)
        .reading(details_read),
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
        let (Some(lead), Some(support)) = (group.says(Detail::Lead), group.says(Detail::Support)) else {
            continue;
        };
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
            "theo ke hoach",
            "som nhat",
            "theo dieu kien thuc te",
            "theo tinh hinh thuc te",
            "theo thuc te",
            "khi co dieu kien",
            "khi can thiet",
            "theo yeu cau",
            "trong nam",
            "trong thoi gian som nhat",
            "trong thoi gian ngan nhat",
            "som nhat co the",
            "cang som cang tot",
            "thoi diem thich hop",
            "tung thoi diem thich hop",
            "thoi gian thich hop",
            "vao thoi diem thich hop",
            "thuong xuyen, khi co dieu kien",
        ]);
        // "Theo sự phân công của Ban Thường vụ": when, only that says.
        let vague = vague
            || ["theo su ", "theo phan cong", "theo tien do"]
                .iter()
                .any(|lead| plain.trim().starts_with(lead));
        let recurring = deadline.recurring && !plain.says("khi co dieu kien");
        if vague && deadline.latest.is_none() && !recurring {
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
pub(super) fn details_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
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
