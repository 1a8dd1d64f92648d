//! The bodies that can lead or support a task: those that the plan names already, and the usual ones.

use crate::format::Defaults;
use crate::order;
use crate::plan::{Plan, SectionRole, one_line};
use crate::superior::bodies_of;
use crate::vietnamese::ascii;

/// What stands between bodies.
const BETWEEN: [char; 3] = [',', ';', '\n'];
/// Letters of a name at most; more is a sentence.
const LONGEST: usize = 90;
/// How many are offered at once.
const MOST: usize = 8;

/// Who else takes part in the plans of a family: proposals of this project.
const USUAL: [(&str, &[&str]); 4] = [
    ("nd30", &["Trưởng các thôn", "Các trường học trên địa bàn", "Trạm Y tế"]),
    ("party", &["Các chi bộ trực thuộc", "Cấp ủy các chi bộ", "Thường trực Đảng ủy"]),
    (
        "front",
        &[
            "Ban Thường trực Ủy ban MTTQ Việt Nam",
            "Các tổ chức chính trị - xã hội",
            "Các tổ chức thành viên",
            "Ban Công tác Mặt trận các thôn",
            "Ban Thanh tra nhân dân",
        ],
    ),
    ("youth", &["Các chi đoàn trực thuộc", "Hội Liên hiệp Thanh niên Việt Nam", "Các liên đội"]),
];

/// The bodies, those of the plan first: its issuer, who has tasks, whose tasks a section lists, who
/// receives it; then the usual ones of its commune and family.
pub fn named(plan: &Plan) -> Vec<String> {
    let mut bodies: Vec<String> = Vec::new();
    let mut plain: Vec<String> = Vec::new();
    let mut add = |name: &str| {
        let name = one_line(name.trim().trim_end_matches(['.', ',', ';', ':']));
        let key = ascii(&name);
        let is_name = name.chars().next().is_some_and(char::is_uppercase) && name.chars().count() <= LONGEST;
        if is_name && !plain.contains(&key) {
            plain.push(key);
            bodies.push(name);
        }
    };
    add(&Defaults::for_plan(plan).in_text);
    for (_, task) in plan.tasks() {
        // A comma may be part of a name where others are parted by semicolons.
        for text in [&task.lead, &task.support] {
            let separators = if text.contains(';') { &BETWEEN[1..] } else { &BETWEEN[..] };
            text.split(separators).for_each(&mut add);
        }
    }
    let listed = plan.sections.iter().filter(|section| section.role == SectionRole::Organisation);
    for item in listed.flat_map(|section| &section.items) {
        let named = match item.title.trim() {
            "" => item.text.split_once(':').map_or("", |(before, _)| before),
            title => title,
        };
        add(named);
    }
    for recipient in &plan.recipients {
        let name = recipient.name.split('(').next().unwrap_or_default();
        if !ascii(name).trim().starts_with("nhu ") {
            add(name);
        }
    }
    bodies_of(&plan.issuer).iter().for_each(|body| add(body));
    let family = plan.format.format().key;
    let usual = USUAL.iter().filter(|(key, _)| *key == family).flat_map(|(_, bodies)| *bodies);
    usual.for_each(|body| add(body));
    bodies
}

/// The name that is being typed at the end of a text.
fn last(text: &str) -> &str {
    text.rsplit(BETWEEN).next().unwrap_or_default()
}

/// The bodies that begin as the last name in `text` does, or have its words in them, whatever case and
/// marks; none once it is one of them.
pub fn offered<'a>(bodies: &'a [String], text: &str) -> Vec<&'a str> {
    let typed = ascii(last(text).trim());
    let words: Vec<&str> = typed.split_whitespace().collect();
    let mut found: Vec<(usize, &str)> = Vec::new();
    for body in bodies {
        let plain = ascii(body);
        if plain == typed && !typed.is_empty() {
            return Vec::new();
        }
        let begins = |word: &&str| plain.split_whitespace().any(|part| part.starts_with(word));
        if plain.starts_with(&typed) {
            found.push((0, body));
        } else if words.iter().all(begins) {
            found.push((1, body));
        }
    }
    order::sort_by_key(&mut found, |(rank, _)| *rank);
    found.into_iter().take(MOST).map(|(_, body)| body).collect()
}

/// The text with `body` in place of the last name.
///
/// ```
/// assert_eq!(ke_hoach::grid::ended_by("Công an xã, hoi nong", "Hội Nông dân xã"), "Công an xã, Hội Nông dân xã");
/// ```
pub fn ended_by(text: &str, body: &str) -> String {
    let before = text.strip_suffix(last(text)).unwrap_or_default();
    let gap = if before.is_empty() || before.ends_with('\n') { "" } else { " " };
    format!("{before}{gap}{body}")
}
