//! What a plan still lacks: said in the list of steps and in the last step, from where each line leads to
//! the field in which it is filled in.

use ke_hoach::draft::Draft;
use ke_hoach::format::FormatKey;
use ke_hoach::plan::{
    Appendix, Basis, Issuer, Item, Level, Plan, Recipient, Section, SectionRole, Shown, Table, Task, TaskRow,
};
use serde_json::{Value, json};

use crate::driving::{Browser, STEPS, until};

/// Where one is: the step, the id of what has the focus, and what is selected in it.
const HERE: &str = "const field = document.activeElement;
    return [document.querySelector('h1').innerText, field.id, field.value?.slice(field.selectionStart, field.selectionEnd) ?? '']";

pub fn each_line_of_what_is_missing_leads_to_its_field(browser: &Browser) {
    open(browser, &Plan::new(FormatKey::ND30));
    lines_lead(
        browser,
        &[
            ("Chưa có tên cơ quan", 0, "issuing", ""),
            ("Chưa có ký hiệu", 0, "symbol", ""),
            ("Chưa có địa danh", 0, "place", ""),
            ("Chưa có năm ban hành", 0, "year", ""),
            ("Chưa có trích yếu", 1, "subject", ""),
            ("Chưa có căn cứ", 2, "opening", ""),
            ("Chưa có nội dung", 4, "item-", ""),
            ("Chưa có chức vụ", 6, "signer-title", ""),
            ("Chưa có họ và tên", 6, "signer-name", ""),
            ("Chưa có nơi nhận", 6, "recipient", ""),
        ],
    );

    open(browser, &with_places());
    lines_lead(
        browser,
        &[
            ("Có phụ lục", 4, "item-", ""),
            ("Viện dẫn “Luật Lâm nghiệp”", 3, "item-", "Luật Lâm nghiệp"),
            ("“Nghị quyết số 27-NQ/TW”", 2, "basis-", ""),
            ("Chưa điền: thực hiện [điền việc]", 1, "subject", "[điền việc]"),
            ("Chưa điền: Theo [[Luật Lâm nghiệp]], [điền lý do]", 3, "item-", "[điền lý do]"),
            ("Chưa điền: [điền tiêu đề]", 4, "item-title-", "[điền tiêu đề]"),
            ("Chưa điền: [điền tên]", 4, "lead-", "[điền tên]"),
            ("Chưa điền: [điền ô]", 4, "cell-", "[điền ô]"),
            ("Chưa điền: Báo cáo [điền số] lần và [điền nơi]", 5, "closing", "[điền số]"),
            ("Chưa điền: Báo cáo [điền số] lần và [điền nơi]", 5, "closing", "[điền nơi]"),
            ("Chưa điền: [điền nơi nhận]", 6, "recipient-", "[điền nơi nhận]"),
            ("Chưa điền: [điền chủ trì]", 4, "task-row-lead-", "[điền chủ trì]"),
        ],
    );
}

pub fn a_step_says_what_it_lacks_and_is_marked_once_it_is_done(browser: &Browser) {
    open(browser, &with_places());
    let page = browser.page();
    expect_steps(browser, &["✓ Đã đủ", "2 Còn thiếu 1 chỗ", "3 Còn thiếu 1 chỗ"]);
    page.go(STEPS[1]);
    page.field("Trích yếu").replace("bảo vệ rừng");
    expect_steps(browser, &["✓ Đã đủ", "✓ Đã đủ", "3 Còn thiếu 1 chỗ"]);
    page.field("Trích yếu").replace("bảo vệ [điền tên]");
    expect_steps(browser, &["✓ Đã đủ", "2 Còn thiếu 1 chỗ", "3 Còn thiếu 1 chỗ"]);
}

/// Of every field on the page but the cells of tables, which are named by row and column: what it lacks of a
/// line of help, the clause and, where one writes, an example or what a blank field prints.
const UNGUIDED: &str = "for (const group of document.querySelectorAll('details')) group.open = true;
    const fields = [...document.querySelectorAll('.fields :is(input[type=text], textarea, select):not([data-cell])')];
    const lacking = field => {
        const described = (field.getAttribute('aria-describedby') ?? '').split(' ');
        const help = described.map(id => document.getElementById(id)).find(it => it?.matches('.help'));
        const digits = field.inputMode === 'numeric';
        const said = {
            help: help?.firstChild?.textContent.trim(),
            clause: help?.querySelector('.clause')?.textContent,
            example: field.tagName === 'SELECT' || digits || field.placeholder,
        };
        return Object.keys(said).filter(key => !said[key]).map(key => `${field.labels[0]?.innerText}: ${key}`);
    };
    return { count: fields.length, lacking: fields.flatMap(lacking) }";

pub fn each_field_has_a_line_of_help_an_example_and_its_clause(browser: &Browser) {
    open(browser, &with_places());
    let page = browser.page();
    let mut count = 0;
    for step in STEPS {
        page.go(step);
        if step == STEPS[2] {
            page.all("button", Some("Sửa từng phần"))[0].click();
            page.field("Cơ quan ban hành");
        }
        let found = browser.script(UNGUIDED, json!([]));
        assert_eq!(found["lacking"], json!([]), "{step}");
        count += found["count"].as_u64().unwrap_or_default();
    }
    assert!(count > 60, "{count} fields were looked at");
}

/// Waits until the first steps show this: their mark, and how they are described.
fn expect_steps(browser: &Browser, expected: &[&str]) {
    let script = "return [...document.querySelectorAll('.step')].slice(0, arguments[0])
        .map(it => (it.querySelector('.step-number').innerText + ' ' + it.title).trim())";
    let mut steps = Value::Null;
    let shown = until(|| {
        steps = browser.script(script, json!([expected.len()]));
        (steps == json!(expected)).then_some(())
    });
    assert!(shown.is_some(), "the steps show {steps}, not {expected:?}");
}

fn open(browser: &Browser, plan: &Plan) {
    browser.script("location.hash = '#/'", json!([]));
    browser.page().heading("Kế hoạch của tôi");
    let draft = Draft { plan: plan.clone().into(), ..Draft::default() };
    browser.choose_file(&browser.file("a.kehoach.json", draft.write().as_bytes()));
    browser.page().heading(STEPS[0]);
}

/// Each line begins with these words, and leads to this step and to the field whose id begins so, where
/// these words are selected.
fn lines_lead(browser: &Browser, expected: &[(&str, usize, &str, &str)]) {
    let page = browser.page();
    page.go(STEPS[7]);
    let mut lines = Vec::new();
    let shown = until(|| {
        lines = page.inside("Còn thiếu").texts("button");
        (lines.len() == expected.len()).then_some(())
    });
    assert!(shown.is_some(), "{lines:#?}");
    for (at, (words, step, field, selected)) in expected.iter().enumerate() {
        assert!(lines[at].1.starts_with(words), "{:?} does not begin with “{words}”", lines[at]);
        page.go(STEPS[7]);
        let all = until(|| {
            let all = page.inside("Còn thiếu").all("button", None);
            (all.len() == expected.len()).then_some(all)
        });
        all.expect("the lines are there again")[at].click();
        let mut here = Value::Null;
        let arrived = until(|| {
            here = browser.script(HERE, json!([]));
            let text = |at: usize| here[at].as_str().unwrap_or_default();
            let is_there = text(0) == STEPS[*step] && text(1).starts_with(field);
            (is_there && (selected.is_empty() || text(2) == *selected)).then_some(())
        });
        assert!(arrived.is_some(), "“{words}” leads to {here}");
    }
}

/// A plan in whose texts of every kind something is to be filled in.
fn with_places() -> Plan {
    let mut table = Table::blank(2, 2);
    table.set_text(1, 1, "[điền ô]".into());
    let text = |text: &str| Item { text: text.into(), ..Item::default() };
    let titled = Item {
        level: Level::Clause,
        title: "[điền tiêu đề]".into(),
        text: "Tuần tra.".into(),
        task: Some(Task { lead: "[điền tên]".into(), ..Task::default() }),
        table: Some(table),
        ..Item::default()
    };
    let section = |role, items| Section { role, title: "MỤC".into(), items, ..Section::default() };
    let row = TaskRow {
        content: "Tuần tra".into(),
        task: Task { lead: "[điền chủ trì]".into(), ..Task::default() },
        ..TaskRow::default()
    };
    let mut plan = Plan {
        issuer: Issuer { kind: "ubnd".into(), commune: "xã Lương Minh".into(), ..Issuer::default() },
        subject: "thực hiện [điền việc]".into(),
        bases: vec![
            Basis {
                text: "Căn cứ Luật Tổ chức chính quyền địa phương".into(), ..Basis::default()
            },
            Basis { text: "Nghị quyết số 27-NQ/TW".into(), shown: Shown::InText, ..Basis::default() },
        ],
        sections: vec![
            section(SectionRole::Purpose, vec![text("Theo [[Luật Lâm nghiệp]], [điền lý do].")]),
            section(SectionRole::Content, vec![titled]),
        ],
        opening: "Ủy ban nhân dân xã xây dựng kế hoạch như sau:".into(),
        closing: "Báo cáo [điền số] lần và [điền nơi].".into(),
        recipients: vec![Recipient { name: "[điền nơi nhận]".into(), ..Recipient::default() }],
        appendices: vec![Appendix {
            title: "Bảng".into(),
            table: ke_hoach::plan::TableSource::Rows,
            rows: vec![row],
            ..Appendix::default()
        }],
        ..Plan::default()
    };
    plan.date.year = Some(2026);
    plan.signature.name = "Lô Văn An".into();
    plan.repair_rows();
    plan
}
