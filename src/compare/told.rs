//! What changed in a plan, in a few words.

use std::collections::HashMap;

use serde_json::Value;

use crate::citation::plain;
use crate::format::numbering::{Counter, roman};
use crate::plan::{DISMISSED, Level, SectionRole, one_line};

/// As many changes are told; the others are counted.
const TOLD: usize = 3;
/// More words of a text than one wants to read in a list.
const WORDS: usize = 8;

/// Fields that hold keys of the program and no words.
const KEYS: [&str; 11] = [
    "format",
    "kind",
    "shown",
    "urgency",
    "circulation",
    "role",
    "level",
    "form",
    "orientation",
    "settings",
    DISMISSED,
];

/// How a field's change is told.
enum Kind {
    /// As filled in, changed or left blank.
    Field,
    /// As chosen otherwise.
    Choice,
    /// Row by row.
    Rows,
    /// The body, section by section.
    Sections,
    /// Findings that are told no longer, or again.
    Dismissed,
}

/// The fields of a plan in the order of its pages, each with what the form calls it.
const FIELDS: [(&str, Kind, &str); 21] = [
    ("format", Kind::Choice, "thể thức"),
    ("issuer", Kind::Field, "cơ quan ban hành"),
    ("markings", Kind::Field, "dấu chỉ, địa chỉ, người soạn thảo"),
    ("number", Kind::Field, "số"),
    ("symbol", Kind::Field, "ký hiệu"),
    ("place", Kind::Field, "địa danh"),
    ("date", Kind::Field, "ngày ban hành"),
    ("title", Kind::Field, "tên loại"),
    ("title_body", Kind::Field, "dòng cơ quan dưới tên loại"),
    ("subject", Kind::Field, "trích yếu"),
    ("bases", Kind::Rows, "căn cứ"),
    ("opening", Kind::Field, "lời mở đầu"),
    ("sections", Kind::Sections, "mục"),
    ("closing", Kind::Field, "lời kết"),
    ("recipients", Kind::Rows, "nơi nhận"),
    ("retention", Kind::Field, "dòng lưu"),
    ("signature", Kind::Field, "chữ ký"),
    ("appendices", Kind::Rows, "phụ lục"),
    ("settings", Kind::Choice, "tùy chọn trình bày"),
    ("unplaced", Kind::Field, "phần chưa xếp vào đâu"),
    (DISMISSED, Kind::Dismissed, "trong phần rà soát"),
];

/// What changed from one plan to another, both as JSON; blank where it is nothing that one sees.
///
/// ```
/// use ke_hoach::{compare::told, format::FormatKey, plan::Plan};
///
/// let before = Plan::new(FormatKey::FRONT);
/// let mut after = before.clone();
/// after.subject = "phòng, chống hạn".into();
/// let (before, after) = (serde_json::to_value(before)?, serde_json::to_value(after)?);
/// assert_eq!(told(&before, &after), "Điền trích yếu: “phòng, chống hạn”");
/// assert_eq!(told(&after, &before), "Xóa trích yếu: “phòng, chống hạn”");
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn told(before: &Value, after: &Value) -> String {
    let mut things = Vec::new();
    for (name, kind, called) in FIELDS {
        let (a, b) = (&before[name], &after[name]);
        if same(a, b) {
            continue;
        }
        match kind {
            Kind::Field if blank(a) => things.push(format!("điền {called}")),
            Kind::Field if blank(b) => things.push(format!("xóa {called}")),
            Kind::Field => things.push(format!("sửa {called}")),
            Kind::Choice => things.push(format!("đổi {called}")),
            Kind::Rows => Rows::between(a, b).tell(called, &mut things),
            Kind::Sections => sections(a, b, &mut things),
            Kind::Dismissed => {
                let verb = if rows_of(b).len() < rows_of(a).len() { "hiện lại" } else { "bỏ qua" };
                things.push(format!("{verb} một điều {called}"));
            }
        }
    }
    let mut told = match things.get(TOLD..) {
        Some(others @ [_, _, ..]) => {
            format!("{}; và {} chỗ khác", things[..TOLD].join("; "), others.len())
        }
        _ => things.join("; "),
    };
    if things.len() == 1 {
        told += &only_text(before, after).map_or(String::new(), |(a, b)| words(a, b));
    }
    let mut letters = told.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Whether a value says nothing. A field that an older version did not know is blank.
fn blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(rows) => rows.is_empty(),
        Value::Object(fields) => fields.values().all(blank),
        _ => false,
    }
}

fn same(a: &Value, b: &Value) -> bool {
    a == b || blank(a) && blank(b)
}

fn rows_of(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn id(row: &Value) -> u64 {
    row["id"].as_u64().unwrap_or_default()
}

fn text<'a>(row: &'a Value, name: &str) -> &'a str {
    row[name].as_str().unwrap_or_default()
}

/// What became of the rows of a list.
struct Rows<'a> {
    /// Where each stands now.
    added: Vec<(usize, &'a Value)>,
    /// Where each stood.
    removed: Vec<(usize, &'a Value)>,
    /// The others that changed: where each stands, how it was and how it is.
    changed: Vec<(usize, &'a Value, &'a Value)>,
    moved: bool,
}

impl<'a> Rows<'a> {
    fn between(before: &'a Value, after: &'a Value) -> Rows<'a> {
        let (before, after) = (rows_of(before), rows_of(after));
        let places: HashMap<u64, usize> = before.iter().map(id).zip(0..).collect();
        let mut rows = Rows { added: Vec::new(), removed: Vec::new(), changed: Vec::new(), moved: false };
        let mut stayed = vec![false; before.len()];
        let mut last = 0;
        for (at, row) in after.iter().enumerate() {
            let place = places.get(&id(row)).copied().filter(|place| !stayed[*place]);
            let Some(place) = place else {
                rows.added.push((at, row));
                continue;
            };
            stayed[place] = true;
            rows.moved |= place < last;
            last = place;
            if !same(&before[place], row) {
                rows.changed.push((at, &before[place], row));
            }
        }
        let gone = before.iter().enumerate().filter(|(place, _)| !stayed[*place]);
        rows.removed = gone.collect();
        rows
    }

    /// Tells what became of rows of this name.
    fn tell(&self, called: &str, things: &mut Vec<String>) {
        let place = |at: usize, _: &Value| format!("{called} {}", at + 1);
        come_or_gone("thêm", &self.added, place, called, things);
        come_or_gone("xóa", &self.removed, place, called, things);
        match self.changed.as_slice() {
            [] => {}
            [(at, ..)] => things.push(format!("sửa {called} {}", at + 1)),
            many => things.push(format!("sửa {} {called}", many.len())),
        }
        self.order(called, "", things);
    }

    fn order(&self, called: &str, behind: &str, things: &mut Vec<String>) {
        if self.moved {
            things.push(format!("đổi thứ tự {called}{behind}"));
        }
    }
}

/// Tells of rows that came or went: a single one by its `name`, more are counted.
fn come_or_gone(
    verb: &str,
    rows: &[(usize, &Value)],
    name: impl FnOnce(usize, &Value) -> String,
    called: &str,
    things: &mut Vec<String>,
) {
    match rows {
        [] => {}
        [(at, row)] => things.push(format!("{verb} {}", name(*at, row))),
        many => things.push(format!("{verb} {} {called}", many.len())),
    }
}

fn sections(before: &Value, after: &Value, things: &mut Vec<String>) {
    let rows = Rows::between(before, after);
    let (was, is) = (names(before), names(after));
    let name = |names: &HashMap<u64, String>, row| names.get(&id(row)).cloned().unwrap_or_default();
    things.extend(rows.added.iter().map(|(_, row)| format!("thêm mục {}", name(&is, row))));
    things.extend(rows.removed.iter().map(|(_, row)| format!("xóa mục {}", name(&was, row))));
    let tasks = [tasks(before), tasks(after)];
    for (_, before, after) in &rows.changed {
        let name = name(&is, after);
        let told = things.len();
        if before["title"] != after["title"] {
            things.push(format!("sửa tên mục {name}"));
        }
        section(before, after, &format!(" trong {name}"), &tasks, things);
        if things.len() == told {
            things.push(format!("sửa mục {name}"));
        }
    }
    rows.order("các mục", "", things);
}

/// What the sections are called, with their numbers; one without a title by the step of the form.
fn names(sections: &Value) -> HashMap<u64, String> {
    let mut number = 0;
    let name = |section: &Value| {
        let title = one_line(text(section, "title"));
        if title.is_empty() {
            return match SectionRole::from_key(text(section, "role")) {
                SectionRole::Purpose => "“Mục đích, yêu cầu”",
                SectionRole::Content => "“Nội dung, nhiệm vụ”",
                SectionRole::Organisation => "“Tổ chức thực hiện”",
            }
            .to_owned();
        }
        number += 1;
        quoted(&format!("{}. {title}", roman(number)).split(' ').collect::<Vec<_>>())
    };
    let sections = rows_of(sections);
    sections.iter().map(id).zip(sections.iter().map(name)).collect()
}

fn items(sections: &Value) -> impl Iterator<Item = &Value> {
    rows_of(sections).iter().flat_map(|section| rows_of(&section["items"]))
}

/// The tasks of the plan in order.
fn tasks(sections: &Value) -> Vec<u64> {
    items(sections).filter(|item| is_task(item)).map(id).collect()
}

fn is_task(item: &Value) -> bool {
    item["task"].is_object()
}

/// What changed in a section; `tasks` are the tasks of the plan in order, before and after.
fn section(before: &Value, after: &Value, place: &str, tasks: &[Vec<u64>; 2], things: &mut Vec<String>) {
    let rows = Rows::between(&before["items"], &after["items"]);
    let [was, is] = tasks;
    let called = format!("ý{place}");
    come_or_gone("thêm", &rows.added, |at, item| named(after, at, item, place, is), &called, things);
    come_or_gone("xóa", &rows.removed, |at, item| named(before, at, item, place, was), &called, things);
    let (given, others): (Vec<_>, Vec<_>) = rows.changed.iter().partition(|(_, _, item)| is_task(item));
    match given.as_slice() {
        [] => {}
        [(at, before, item)] => {
            let verb = if is_task(before) { "sửa" } else { "giao" };
            things.push(format!("{verb} {}", named(after, *at, item, place, is)));
        }
        many => things.push(format!("sửa {} nhiệm vụ{place}", many.len())),
    }
    match others.as_slice() {
        [] => {}
        [(at, _, item)] => things.push(format!("sửa {}", named(after, *at, item, place, is))),
        many => things.push(format!("sửa {} ý{place}", many.len())),
    }
    rows.order("các ý", place, things);
}

/// What an item of a section is called: by its number among the tasks, or in the section.
fn named(section: &Value, at: usize, item: &Value, place: &str, tasks: &[u64]) -> String {
    if is_task(item) {
        let number = tasks.iter().position(|task| *task == id(item)).unwrap_or_default() + 1;
        return format!("nhiệm vụ {number}");
    }
    let mark = marks(section).nth(at).unwrap_or_default();
    match mark.trim_end_matches('.') {
        "" | "-" => format!("ý thứ {}{place}", at + 1),
        mark => format!("ý {mark}{place}"),
    }
}

/// The numbers of a section's items, as they are printed.
fn marks(section: &Value) -> impl Iterator<Item = String> {
    let mut counter = Counter::default();
    rows_of(&section["items"])
        .iter()
        .map(move |item| counter.mark(Level::from_key(text(item, "level"))).unwrap_or_default())
}

/// The text before and after, where the two differ in one text only.
fn only_text<'a>(before: &'a Value, after: &'a Value) -> Option<(&'a str, &'a str)> {
    /// The only pair of values that are not the same.
    fn only<'a>(mut pairs: impl Iterator<Item = (&'a Value, &'a Value)>) -> Option<(&'a str, &'a str)> {
        let (before, after) = pairs.find(|(a, b)| !same(a, b))?;
        pairs.all(|(a, b)| same(a, b)).then(|| only_text(before, after))?
    }
    match (before, after) {
        (Value::Object(a), Value::Object(b)) => {
            let gone = a.iter().filter(|(name, _)| !b.contains_key(*name)).map(|(_, a)| (a, &Value::Null));
            let here = b.iter().filter(|(name, _)| *name != "last_row");
            let key = |name: &&str| !same(&before[name], &after[name]);
            if KEYS.iter().any(key) {
                return None;
            }
            only(here.map(|(name, b)| (a.get(name).unwrap_or(&Value::Null), b)).chain(gone))
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => only(a.iter().zip(b)),
        (Value::String(a), Value::String(b)) => Some((a, b)),
        (Value::Null, Value::String(b)) => Some(("", b)),
        _ => None,
    }
}

/// The words in which a text changed, behind a colon.
fn words(before: &str, after: &str) -> String {
    let (before, after) = (plain(before), plain(after));
    let (a, b): (Vec<&str>, Vec<&str>) =
        (before.split_whitespace().collect(), after.split_whitespace().collect());
    let same = |(a, b): &(&&str, &&str)| a == b;
    let head = a.iter().zip(&b).take_while(same).count();
    let (a, b) = (&a[head..], &b[head..]);
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(same).count();
    let (a, b) = (&a[..a.len() - tail], &b[..b.len() - tail]);
    let around = head + tail > 0;
    match (a, b) {
        ([], []) => String::new(),
        ([], come) if around => format!(": thêm {}", quoted(come)),
        (gone, []) if around => format!(": bớt {}", quoted(gone)),
        ([], text) | (text, []) => format!(": {}", quoted(text)),
        (gone, come) => format!(": {} thành {}", quoted(gone), quoted(come)),
    }
}

/// The first of these words.
fn quoted(words: &[&str]) -> String {
    match words.get(..WORDS) {
        Some(first) if words.len() > WORDS => format!("“{} …”", first.join(" ")),
        _ => format!("“{}”", words.join(" ")),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::format::FormatKey;
    use crate::plan::{Basis, Item, Json, Plan, Recipient, Section, Task};

    /// What is told of a change of a plan that has something everywhere.
    fn change(change: impl FnOnce(&mut Plan)) -> String {
        let before = filled();
        let mut after = before.clone();
        change(&mut after);
        told(&before.write(), &after.write())
    }

    fn filled() -> Plan {
        let mut plan = Plan::new(FormatKey::FRONT);
        plan.subject = "phòng, chống hạn năm 2026".into();
        for text in ["Luật Đê điều", "Nghị quyết số 1"] {
            let id = plan.new_row();
            plan.bases.push(Basis { id, text: text.into(), ..Basis::default() });
        }
        for text in ["Tuyên truyền", "Tập huấn", "Kiểm tra"] {
            let task = Some(Task { lead: "Ban công tác Mặt trận".into(), ..Task::default() });
            let item =
                Item { id: plan.new_row(), level: Level::Clause, text: text.into(), task, ..Item::default() };
            plan.sections[1].items.push(item);
        }
        let id = plan.new_row();
        plan.recipients.push(Recipient { id, name: "Như trên".into(), ..Recipient::default() });
        plan
    }

    #[test]
    fn a_field_is_told_with_the_words_that_changed() {
        assert_eq!(change(|plan| plan.number = "12".into()), "Điền số: “12”");
        assert_eq!(change(|plan| plan.subject.clear()), "Xóa trích yếu: “phòng, chống hạn năm 2026”");
        let subject = |text: &str| change(|plan| plan.subject = text.into());
        assert_eq!(subject("phòng, chống hạn năm 2027"), "Sửa trích yếu: “2026” thành “2027”");
        assert_eq!(subject("phòng, chống hạn mặn năm 2026"), "Sửa trích yếu: thêm “mặn”");
        assert_eq!(subject("phòng, chống hạn"), "Sửa trích yếu: bớt “năm 2026”");
        assert_eq!(subject("phòng, chống\nhạn năm 2026"), "Sửa trích yếu");
        assert_eq!(
            subject("một hai ba bốn năm sáu bảy tám chín"),
            "Sửa trích yếu: “phòng, chống hạn năm 2026” thành “một hai ba bốn năm sáu bảy tám …”"
        );
    }

    #[test]
    fn what_is_dismissed_is_told_without_its_key() {
        let told_of = |before: &[&str], after: &[&str]| {
            let of = |keys: &[&str]| {
                let mut plan = filled();
                keys.iter().for_each(|key| plan.dismiss(key));
                plan.write()
            };
            told(&of(before), &of(after))
        };
        assert_eq!(told_of(&[], &["typo:00ff"]), "Bỏ qua một điều trong phần rà soát");
        assert_eq!(told_of(&["typo:00ff"], &[]), "Hiện lại một điều trong phần rà soát");
        assert_eq!(told_of(&["typo:00ff"], &["typo:00ff", "case"]), "Bỏ qua một điều trong phần rà soát");
    }

    #[test]
    fn several_changes_are_told_in_the_order_of_the_page_and_past_three_counted() {
        let some = change(|plan| {
            plan.recipients.clear();
            plan.sections[1].items.truncate(1);
            plan.subject.clear();
        });
        assert_eq!(some, "Xóa trích yếu; xóa 3 ý trong “II. NỘI DUNG, NHIỆM VỤ”; xóa nơi nhận 1");
        let four = change(|plan| {
            plan.recipients.clear();
            plan.closing = "Trên đây là Kế hoạch.".into();
            plan.subject.clear();
            plan.format = FormatKey::PARTY;
        });
        assert_eq!(four, "Đổi thể thức; xóa trích yếu; điền lời kết; xóa nơi nhận 1");
        let many = change(|plan| {
            plan.number = "1".into();
            plan.symbol = "KH-UBND".into();
            plan.recipients.clear();
            plan.closing = "Trên đây là Kế hoạch.".into();
            plan.subject.clear();
        });
        assert_eq!(many, "Điền số; điền ký hiệu; xóa trích yếu; và 2 chỗ khác");
    }

    #[test]
    fn rows_are_counted_and_a_single_one_is_told_by_its_place() {
        assert_eq!(change(|plan| plan.bases.swap(0, 1)), "Đổi thứ tự căn cứ");
        assert_eq!(change(|plan| plan.bases[1].text += ", khóa I"), "Sửa căn cứ 2: “1” thành “1, khóa I”");
        let other = change(|plan| {
            let id = plan.new_row();
            plan.bases.remove(0);
            plan.bases.push(Basis { id, ..Basis::default() });
        });
        assert_eq!(other, "Thêm căn cứ 2; xóa căn cứ 1");
    }

    #[test]
    fn the_body_is_told_by_section_item_and_task() {
        let content = "trong “II. NỘI DUNG, NHIỆM VỤ”";
        let task = |change: fn(&mut Task)| {
            self::change(|plan| {
                plan.sections[1]
                    .items
                    .iter_mut()
                    .skip(3)
                    .filter_map(|item| item.task.as_mut())
                    .for_each(change);
            })
        };
        assert_eq!(task(|task| task.deadline = "Tháng 7".into()), "Sửa nhiệm vụ 3: “Tháng 7”");
        let give = change(|plan| plan.sections[0].items[0].task = Some(Task::default()));
        assert_eq!(give, "Giao nhiệm vụ 1");
        let take = change(|plan| plan.sections[1].items[1].task = None);
        assert_eq!(take, format!("Sửa ý 2 {content}"));
        let first = change(|plan| plan.sections[1].items[0].text = "Thông tin".into());
        assert_eq!(first, format!("Sửa ý 1 {content}: “Thông tin”"));
        let dash = change(|plan| plan.sections[1].items[0].level = Level::Dash);
        assert_eq!(dash, format!("Sửa ý thứ 1 {content}"));
        let gone = change(|plan| drop(plan.sections[1].items.remove(3)));
        assert_eq!(gone, "Xóa nhiệm vụ 3");
        let more = change(|plan| {
            let id = plan.new_row();
            plan.sections[1].items.push(Item { id, ..Item::default() });
        });
        assert_eq!(more, format!("Thêm ý thứ 5 {content}"));
        let all = change(|plan| plan.sections[1].items.iter_mut().for_each(|item| item.text += " 1"));
        assert_eq!(all, format!("Sửa 3 nhiệm vụ {content}; sửa ý 1 {content}"));
        assert_eq!(change(|plan| plan.sections[1].items.swap(1, 2)), format!("Đổi thứ tự các ý {content}"));
    }

    #[test]
    fn sections_are_told_by_number_and_title() {
        let added = change(|plan| {
            let id = plan.new_row();
            plan.sections.insert(1, Section { id, title: "Chỉ tiêu".into(), ..Section::default() });
        });
        assert_eq!(added, "Thêm mục “II. Chỉ tiêu”");
        assert_eq!(change(|plan| drop(plan.sections.remove(2))), "Xóa mục “III. TỔ CHỨC THỰC HIỆN”");
        let title = change(|plan| plan.sections[1].title = "Nội dung".into());
        assert_eq!(title, "Sửa tên mục “II. Nội dung”: “NỘI DUNG, NHIỆM VỤ” thành “Nội dung”");
        let untitled = change(|plan| plan.sections[1].title.clear());
        assert_eq!(untitled, "Sửa tên mục “Nội dung, nhiệm vụ”: “NỘI DUNG, NHIỆM VỤ”");
        let role = change(|plan| plan.sections[1].role = SectionRole::Purpose);
        assert_eq!(role, "Sửa mục “II. NỘI DUNG, NHIỆM VỤ”");
    }

    #[test]
    fn every_field_of_a_plan_is_told() {
        let plan = Plan::default().write();
        let known = |name: &String| FIELDS.iter().any(|(field, ..)| field == name) || name == "last_row";
        let fields: Vec<&String> = plan.as_object().unwrap().keys().collect();
        assert!(fields.iter().all(|name| known(name)), "{fields:?}");
    }

    #[test]
    fn what_an_older_version_did_not_know_is_no_change() {
        let after = filled().write();
        let mut before = after.clone();
        for name in ["unplaced", "markings", "closing", "last_row"] {
            before.as_object_mut().unwrap().remove(name);
        }
        assert_eq!(told(&before, &filled().write()), "");
    }

    fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<u8>().prop_map(Value::from),
            "[aI ]{0,3}".prop_map(Value::from)
        ];
        leaf.prop_recursive(5, 60, 4, |inner| {
            let names = prop_oneof!["id|title|items|task|level", "sections|bases|subject|issuer"];
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map(names, inner, 0..5)
                    .prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn of_the_same_plan_nothing_is_told_and_of_no_value_is_there_a_panic(a in any_value(), b in any_value()) {
            prop_assert_eq!(told(&a, &a), "");
            told(&a, &b);
        }
    }
}
