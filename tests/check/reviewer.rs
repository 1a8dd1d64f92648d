//! A plan that is reviewed as it is written is reviewed as if it were read for the first time, and the form is
//! told the same.

use std::sync::Arc;

use ke_hoach::check::told::{Reviewed, Told, Writer};
use ke_hoach::check::{Finding, Manuscript, Reviewer, review};
use ke_hoach::format::FormatKey;
use ke_hoach::import;
use ke_hoach::plan::{Basis, IssueDate, Item, Level, Plan, Recipient, Task, each_text_mut};
use proptest::prelude::*;

use crate::cases;

/// Words about which rules have something to say.
const WORDS: &[&str] = &[
    "thực hiện ",
    "thực hiên ",
    "Nhân dân ",
    "nâng Chỉ số đánh giá cải cách ",
    "của chỉ số đánh giá cải cách ",
    "điều kiện ATTP ",
    "an toàn thực phẩm (ATTP) ",
    "chiến dịch “Mùa hè xanh 2026” ",
    "chiến dịch “Mùa xanh 2026” ",
    "tiêu chí, thành phần ",
    "tiêu chí thành phần ",
    "nhân dân ",
    "ủy ban ",
    "uỷ ban ",
    "Ủy ban nhân dân ",
    "hòa ",
    "hoà ",
    "bảo đảm ",
    "đảm bảo ",
    "hằng năm ",
    "hàng năm ",
    "kỹ thuật ",
    "kĩ thuật ",
    "lý luận ",
    "lí luận ",
    "2021-2025 ",
    "2021 - 2025 ",
    "năm 2026 ",
    "năm 2025 ",
    "Kế hoạch số 90-KH/TU ",
    "Kế hoạch số 90-KH/ĐU ",
    "kế hoạch số 91-KH/TU ",
    "Nghị quyết số 27-NQ/TW ngày 09/11/2022 ",
    "Nghị quyết số 27-NQ/TW, ngày 19/11/2022 ",
    "Nghị quyết số 27-NQ/TW ",
    "ngày 05/3/2026 ",
    ", ngày 06/3/2026 ",
    "của Tỉnh ủy ",
    "của Ban Chấp hành Trung ương ",
    "về tiếp tục xây dựng và hoàn thiện Nhà nước pháp quyền xã hội chủ nghĩa Việt Nam trong giai đoạn mới ",
    "tiếp tục xây dựng và hoàn thiện Nhà nước pháp quyền xã hội chủ nghĩa Việt Nam trong giai đoạn ",
    "(gọi tắt là Nghị quyết 27) ",
    "(sau đây gọi tắt là Kế hoạch 90) ",
    "Nghị quyết 27 ",
    "nghị quyết 27 ",
    "Kế hoạch 90 ",
    "Nghị quyết số 27 ",
    "quyết định này ",
    "Quyết định ",
    "báo cáo ",
    "báo cáo này ",
    "Cơ quan ",
    "cơ quan ",
    "các Ban ",
    "các ban ",
    "các Sở ",
    "các sở ",
    "Doanh nghiệp ",
    "doanh nghiệp ",
    "Phó Chủ tịch ",
    "Phó chủ tịch ",
    "Ban chỉ đạo ",
    "Ban Chỉ đạo ",
    "Tổ công tác liên ngành ",
    "Tổ công tác Liên ngành ",
    "xã Lương Minh ",
    "xã lương Minh ",
    "phường Lương Minh ",
    "xã Tam Hợp ",
    "tỉnh Nghệ An ",
    "tỉnh Hà Tĩnh ",
    "tỉnh Thanh Hóa ",
    "xã Kim Liên ",
    "./.",
    ". ",
    ", ",
    "; ",
    ": ",
    "như sau:",
    "như sau",
    ",",
    ".",
    ";",
    "\"",
    "“",
    "”",
    "- ",
    "– ",
    "(",
    ")",
    "[",
    "]",
    "\n",
    "a",
    "b",
    "ư",
    "trên đây là kế hoạch ",
    "ban hành kế hoạch ",
    "công tác tuyên truyền ",
    "công tác Tuyên truyền ",
    "trước ngày 30/6/2026 ",
    "tổ chức Hội nghị triển khai ",
    "tổ chức hội nghị triển khai ",
    "trong Giai đoạn tới ",
    "trong giai đoạn tới ",
];

/// A step of writing: in which text of the plan, or at which row, what.
#[derive(Clone, Debug)]
enum Edit {
    Type { text: usize, at: usize, word: usize },
    Delete { text: usize, at: usize, count: usize },
    Replace { text: usize, with: usize },
    Copy { from: usize, to: usize },
    AddItem { at: usize, with: usize },
    RemoveItem { at: usize },
    MoveItem { from: usize, to: usize },
    AddTask { at: usize, lead: usize },
    AddBasis { with: usize },
    RemoveBasis { at: usize },
    AddRecipient { with: usize },
    Family { key: usize },
    Date { day: u8, month: u8, year: u16 },
    Issuer { commune: usize },
}

fn edit() -> impl Strategy<Value = Edit> {
    let any = 0..usize::MAX;
    let typing =
        (any.clone(), any.clone(), 0..WORDS.len()).prop_map(|(text, at, word)| Edit::Type { text, at, word });
    let deleting =
        (any.clone(), any.clone(), 1..9_usize).prop_map(|(text, at, count)| Edit::Delete { text, at, count });
    let rare = prop_oneof![
        (any.clone(), 0..WORDS.len()).prop_map(|(text, with)| Edit::Replace { text, with }),
        (any.clone(), any.clone()).prop_map(|(from, to)| Edit::Copy { from, to }),
        (any.clone(), 0..WORDS.len()).prop_map(|(at, with)| Edit::AddItem { at, with }),
        any.clone().prop_map(|at| Edit::RemoveItem { at }),
        (any.clone(), any.clone()).prop_map(|(from, to)| Edit::MoveItem { from, to }),
        (any.clone(), 0..WORDS.len()).prop_map(|(at, lead)| Edit::AddTask { at, lead }),
        (0..WORDS.len()).prop_map(|with| Edit::AddBasis { with }),
        any.clone().prop_map(|at| Edit::RemoveBasis { at }),
        (0..WORDS.len()).prop_map(|with| Edit::AddRecipient { with }),
        (0..3_usize).prop_map(|key| Edit::Family { key }),
        (1..32_u8, 1..13_u8, 2024..2028_u16).prop_map(|(day, month, year)| Edit::Date { day, month, year }),
        (0..3_usize).prop_map(|commune| Edit::Issuer { commune }),
    ];
    prop_oneof![6 => typing, 2 => deleting, 2 => rare]
}

/// Changes one of the texts of a plan, which are counted round and round.
fn change(plan: &mut Plan, which: usize, change: impl Fn(&mut String)) {
    let mut count = 0_usize;
    each_text_mut(plan, &mut |_, _| count += 1);
    let mut at = 0;
    each_text_mut(plan, &mut |_, text| {
        if at == which % count {
            change(text);
        }
        at += 1;
    });
}

/// The byte of a text at which a letter begins, counted round and round.
fn letter(text: &str, at: usize) -> usize {
    let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let ends: Vec<usize> = ends.collect();
    ends[at % ends.len()]
}

fn make(plan: &mut Plan, edit: &Edit) {
    let id = plan.new_row();
    match *edit {
        Edit::Type { text, at, word } => {
            change(plan, text, |text| text.insert_str(letter(text, at), WORDS[word]))
        }
        Edit::Delete { text, at, count } => change(plan, text, |text| {
            let start = letter(text, at);
            let end = text[start..].char_indices().nth(count).map_or(text.len(), |(at, _)| start + at);
            text.replace_range(start..end, "");
        }),
        Edit::Replace { text, with } => change(plan, text, |text| *text = WORDS[with].trim().repeat(3)),
        Edit::Copy { from, to } => {
            let copied = std::cell::RefCell::new(String::new());
            change(plan, from, |text| copied.borrow_mut().push_str(text));
            change(plan, to, |text| text.push_str(&copied.borrow()[..letter(&copied.borrow(), 400)]));
        }
        Edit::AddItem { at, with } => {
            let level = [Level::Clause, Level::Subclause, Level::Point, Level::Dash, Level::Text][at % 5];
            let items = &mut plan.sections[at % 3].items;
            let item = Item { id, level, text: WORDS[with].into(), ..Item::default() };
            items.insert(at % (items.len() + 1), item);
        }
        Edit::RemoveItem { at } => {
            let items = &mut plan.sections[at % 3].items;
            if !items.is_empty() {
                items.remove(at % items.len());
            }
        }
        Edit::MoveItem { from, to } => {
            let items = &mut plan.sections[from % 3].items;
            if !items.is_empty() {
                let item = items.remove(from % items.len());
                items.insert(to % (items.len() + 1), item);
            }
        }
        Edit::AddTask { at, lead } => {
            let items = &mut plan.sections[at % 3].items;
            let count = items.len();
            if let Some(item) = items.get_mut(at % count.max(1)) {
                let deadline = "trước ngày 30/6/2026".into();
                item.task = Some(Task { lead: WORDS[lead].into(), deadline, ..Task::default() });
            }
        }
        Edit::AddBasis { with } => {
            plan.bases.push(Basis { id, text: format!("Căn cứ {}", WORDS[with]), ..Basis::default() })
        }
        Edit::RemoveBasis { at } => {
            if !plan.bases.is_empty() {
                plan.bases.remove(at % plan.bases.len());
            }
        }
        Edit::AddRecipient { with } => {
            plan.recipients.push(Recipient { id, name: WORDS[with].into(), ..Recipient::default() });
        }
        Edit::Family { key } => {
            plan.format = [FormatKey::ND30, FormatKey::PARTY, FormatKey::FRONT][key].clone()
        }
        Edit::Date { day, month, year } => {
            plan.date =
                IssueDate { day: Some(day), month: Some(month), year: Some(year), ..IssueDate::default() };
        }
        Edit::Issuer { commune } => {
            plan.issuer.commune = ["xã Lương Minh", "", "phường Vinh Tân"][commune].into()
        }
    }
}

/// A plan that is reviewed as it is written, and what the form has been told of it.
#[derive(Default)]
struct Followed {
    reviewer: Reviewer,
    writer: Writer,
    told: Vec<Arc<Told>>,
}

impl Followed {
    fn assert_same(&mut self, plan: &Plan, edit: &dyn std::fmt::Debug) {
        let found = self.reviewer.review(plan).to_vec();
        let fresh = review(&Manuscript::of_plan(plan));
        assert_eq!(lines(&found), lines(&fresh), "after {edit:?}");
        assert!(found == fresh, "after {edit:?}");
        let written = self.writer.write(&found, self.reviewer.paragraphs(), &[]);
        self.told = Reviewed::read(&written, &self.told).found;
        let paragraphs = Manuscript::of_plan(plan).paragraphs;
        let at_once = Writer::default().write(&fresh, &paragraphs, &[]);
        assert_eq!(self.told, Reviewed::read(&at_once, &[]).found, "after {edit:?}");
    }
}

fn lines(found: &[Finding]) -> Vec<String> {
    let line = |found: &Finding| {
        format!("{} {} «{}» {}", found.rule.id, found.place.said(), found.quote, found.message)
    };
    found.iter().map(line).collect()
}

fn real(name: &str) -> Plan {
    let text = std::fs::read_to_string(format!("{}/tests/plans/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    import::text(&text).plan
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn whatever_is_written_it_finds_what_a_first_look_finds(edits in prop::collection::vec(edit(), 1..40)) {
        let mut plan = ke_hoach::template::example();
        plan.sections.resize_with(plan.sections.len().max(3), Default::default);
        let mut followed = Followed::default();
        for edit in &edits {
            make(&mut plan, edit);
            followed.assert_same(&plan, edit);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3))]

    #[test]
    fn the_same_in_a_real_plan(edits in prop::collection::vec(edit(), 12)) {
        let mut plan = real("mttq-tinh-nam-dinh-nq27.txt");
        let mut followed = Followed::default();
        for edit in &edits {
            make(&mut plan, edit);
            followed.assert_same(&plan, edit);
        }
    }
}

/// Each rule's own cases, one after another in the place of the last: no paragraph comes or goes, and what
/// each rule reads of one changes. Every third: a look at all of a plan takes its time here.
#[test]
fn the_same_where_the_cases_of_all_rules_take_the_place_of_each_other() {
    let mut followed = Followed::default();
    let mut plan = ke_hoach::template::example();
    for case in cases::all().into_iter().step_by(3) {
        let mut texts = case.line.split('¶').map(|text| text.trim().to_owned()).cycle();
        for text in [&mut plan.opening, &mut plan.closing, &mut plan.subject] {
            *text = texts.next().unwrap();
        }
        for section in &mut plan.sections {
            section.items.iter_mut().take(2).for_each(|item| item.text = texts.next().unwrap());
        }
        followed.assert_same(&plan, &case.line);
    }
}
