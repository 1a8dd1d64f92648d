//! Steps 4 to 6: the sections of the body, their items and tasks.

use leptos::prelude::*;
use reactive_stores::{Field, OptionStoreExt};
use web_sys::KeyboardEvent;

use super::super::phrases::button;
use super::super::session::Session;
use super::mentions::{any, mentions};
use super::table::TableFields;
use crate::app::fields::{Choice, Opt, RowList, RowTools, TextField, ViewFn, When, move_by_key};
use crate::app::platform;
use crate::check::advice;
use crate::format::numbering::{Counter, roman};
use crate::plan::{
    Item, ItemStoreFields, Level, PlanStoreFields, RowEdit, RowId, Section, SectionRole, SectionStoreFields,
    Task, TaskStoreFields, insert_after,
};
use crate::template::phrase;

/// The numbers of rows, as they are printed.
type Marks = Memo<Vec<(RowId, String)>>;

fn mark(marks: Marks, id: RowId) -> String {
    let of_row =
        |marks: &Vec<(RowId, String)>| marks.iter().find(|mark| mark.0 == id).map(|mark| mark.1.clone());
    marks.with(of_row).unwrap_or_default()
}

/// The order in which the steps of the form follow each other.
fn rank(role: SectionRole) -> usize {
    match role {
        SectionRole::Purpose => 0,
        SectionRole::Content => 1,
        SectionRole::Organisation => 2,
    }
}

/// What sections are called, and what their items may be called and say, by their rank.
const NAMES: [&str; 3] = ["MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG, NHIỆM VỤ", "TỔ CHỨC THỰC HIỆN"];
const TITLES: [&str; 3] = ["Mục đích", "Tuyên truyền", "Ban Công tác Mặt trận thôn"];
const TEXTS: [&str; 3] = [
    "Nâng cao nhận thức của cán bộ, hội viên và Nhân dân về …",
    "Tuyên truyền trên hệ thống loa truyền thanh của xã về …",
    "Giao Văn phòng theo dõi, tổng hợp kết quả, báo cáo trước ngày 30/11/2026.",
];
const TASKS_HELP: &str = "Để trống nếu kế hoạch không chia mục I, II. Dán cả mục từ Word vào “Nội dung”: các khoản, điểm tự tách ra. Việc giao cho nhiều nơi thì ngăn tên bằng dấu chấm phẩy.";
const HELP: [&str; 3] = [
    "Để trống nếu kế hoạch không chia mục I, II. Dán cả mục từ Word vào “Nội dung”: các khoản, điểm tự tách ra.",
    TASKS_HELP,
    TASKS_HELP,
];

/// The sections that one step of the form edits.
#[component]
pub fn Sections(role: SectionRole) -> impl IntoView {
    let session = Session::get();
    let plan = session.plan_now();
    let rows = session.rows(move || {
        let sections = plan.sections();
        let sections = sections.read_untracked();
        sections.iter().filter(|section| section.role == role).map(|section| section.id).collect()
    });
    // Numbers run through the whole plan, past sections that have no title.
    let numbers = Memo::new(move |_| {
        session.shape();
        let mut number = 0;
        let titled =
            |row: Field<Section>| row.title().try_with(|title| !title.trim().is_empty()).unwrap_or_default();
        let sections = untrack(|| plan.sections().into_iter().collect::<Vec<_>>());
        let numbered = sections.into_iter().map(|row| {
            let id = row.key();
            let mark = titled(row.into()).then(|| {
                number += 1;
                format!("{}.", roman(number))
            });
            (id, mark.unwrap_or_default())
        });
        numbered.collect::<Vec<_>>()
    });
    let add = move |_| {
        let (id, first) = (session.new_row(), session.new_row());
        let items = vec![Item { id: first, level: Level::Clause, ..Item::default() }];
        let section = Section { id, role, items, ..Section::default() };
        // After the last section of this step, or of an earlier one.
        let insert = move |sections: &mut Vec<Section>| match sections
            .iter()
            .rfind(|other| rank(other.role) <= rank(role))
            .map(|other| other.id)
        {
            None => sections.insert(0, section),
            after => insert_after(sections, section, after),
        };
        session.reshape(|| plan.sections().update(insert));
        platform::focus(format!("section-{}", id.0));
    };
    let row = ViewFn::new(move |id| {
        view! { <SectionCard id section=plan.sections().at_key(id).into() numbers /> }.into_any()
    });
    view! {
        <RowList rows row />
        <button type="button" class="button" on:click=add>"Thêm mục"</button>
    }
}

#[component]
fn SectionCard(id: RowId, section: Field<Section>, numbers: Marks) -> impl IntoView {
    let session = Session::get();
    let plan = session.plan_now();
    let role = section.role().get_untracked();
    let number = Memo::new(move |_| mark(numbers, id));
    let name = Signal::derive(move || format!("mục {}", number.get()));
    let edit = Callback::new(move |edit: RowEdit| {
        session.edit_row(edit, &name.get_untracked(), || {
            plan.sections().update(|rows| edit.apply(rows, id, |other| other.role == role));
        });
    });
    let rows = session.rows(move || {
        let ids = section.items().try_with_untracked(|items| items.iter().map(|item| item.id).collect());
        ids.unwrap_or_default()
    });
    let marks = Memo::new(move |_| {
        session.shape();
        let mut counter = Counter::default();
        let items = untrack(|| section.items().into_iter().collect::<Vec<_>>());
        let marked =
            items.into_iter().map(|row| (row.key(), counter.mark(level(row.into())).unwrap_or_default()));
        marked.collect::<Vec<_>>()
    });
    let add = Callback::new(move |after: Option<RowId>| insert(session, section, after, String::new()));
    let row = ViewFn::new(move |id| {
        view! { <ItemRow id item=section.items().at_key(id).into() section marks add /> }.into_any()
    });
    view! {
        <section class="card" aria-label=move || format!("Mục {}", number.get()) on:keydown=move |event| move_by_key(&event, edit)>
            <div class="card-head">
                <span class="mark" aria-hidden="true">{number}</span>
                <TextField
                    id=format!("section-{}", id.0)
                    label="Tên mục"
                    value=section.title()
                    rows=1
                    example=NAMES[rank(role)]
                    help=HELP[rank(role)]
                    clause=session.clause(|format| &format.body.section)
                />
                <RowTools id=format!("section-{}", id.0) name edit />
            </div>
            <div class="rows">
                <RowList rows row in_parts=true />
            </div>
            <div class="actions">
                <button type="button" class="button" on:click=move |_| add.run(None)>"Thêm ý"</button>
                {button(format!("section-{}", id.0))}
            </div>
        </section>
    }
}

/// Puts an item with this text into a section, see [`phrase::insert`], and goes there.
pub fn insert(session: Session, section: Field<Section>, after: Option<RowId>, text: String) {
    let mut id = session.new_row();
    session.reshape(|| section.items().update(|items| id = phrase::insert(items, after, id, text)));
    platform::focus(format!("item-{}", id.0));
}

const LEVELS: [(&str, &str); 5] = [
    ("clause", "1. Khoản"),
    ("subclause", "1.1. Khoản con"),
    ("point", "a) Điểm"),
    ("dash", "- Gạch đầu dòng"),
    ("text", "Đoạn văn"),
];

/// The level of a row. A row that is being taken away still asks once: it is then nothing any more.
fn level(item: Field<Item>) -> Level {
    item.level().try_get().unwrap_or_default()
}

#[component]
fn ItemRow(
    id: RowId,
    item: Field<Item>,
    section: Field<Section>,
    marks: Marks,
    add: Callback<Option<RowId>>,
) -> impl IntoView {
    let session = Session::get();
    let rank = rank(section.role().get_untracked());
    let help = format!("section-{}-help", section.id().get_untracked().0);
    let (of_title, of_task) = (help.clone(), help.clone());
    let mark = Memo::new(move |_| self::mark(marks, id));
    let name = Signal::derive(move || match mark.get().as_str() {
        "" | "-" => {
            let at = marks.with(|marks| marks.iter().position(|mark| mark.0 == id)).unwrap_or(0);
            format!("ý thứ {}", at + 1)
        }
        mark => format!("ý {mark}"),
    });
    let edit = Callback::new(move |edit: RowEdit| {
        session.edit_row(edit, &name.get_untracked(), || {
            section.items().update(|rows| edit.apply(rows, id, |_| true));
        });
    });
    let titled = Memo::new(move |_| {
        let numbered = matches!(level(item), Level::Clause | Level::Subclause | Level::Point);
        numbered || item.title().try_with(|title| !title.trim().is_empty()).unwrap_or_default()
    });
    let is_task = Memo::new(move |_| item.task().try_with(Option::is_some).unwrap_or_default());
    let toggle = move |_| {
        let task = if is_task.get_untracked() { None } else { Some(Task::default()) };
        session.step(|| item.task().set(task));
    };
    let keys = move |event: KeyboardEvent| {
        if event.key() == "Enter" && event.ctrl_key() && !event.is_composing() {
            event.prevent_default();
            add.run(Some(id));
        }
        move_by_key(&event, edit);
    };
    view! {
        <div class="row item" role="group" aria-label=move || name.get() on:keydown=keys>
            <div class="item-head">
                <span class="mark" aria-hidden="true">{mark}</span>
                <Choice
                    id=format!("level-{}", id.0)
                    label="Cấp"
                    options=LEVELS.iter().map(Opt::from).collect()
                    value=Signal::derive(move || level(item).key().to_owned())
                    set=move |key: String| item.level().set(Level::from_key(&key))
                    helped_by=help.clone()
                />
                <RowTools id=format!("item-{}", id.0) name edit />
            </div>
            <When holds=titled>
                <div class="item-title">
                    <TextField
                        id=format!("item-title-{}", id.0)
                        label="Tiêu đề (nếu có)"
                        value=item.title()
                        rows=1
                        example=TITLES[rank]
                        helped_by=of_title.clone()
                    />
                </div>
            </When>
            <TextField
                id=format!("item-{}", id.0)
                label="Nội dung"
                value=item.text()
                rows=2
                example=TEXTS[rank]
                helped_by=help.clone()
            />
            <div class="item-foot">
                <label class="check">
                    <input type="checkbox" id=format!("task-{}", id.0) prop:checked=move || is_task.get() on:change=toggle />
                    "Giao nhiệm vụ"
                </label>
                {mentions(format!("item-{}", id.0), any())}
                <button type="button" class="button quiet" on:click=move |_| add.run(Some(id)) title="Ctrl+Enter">
                    "Thêm ý bên dưới"
                </button>
            </div>
            <TableFields id item />
            <When holds=is_task>
                <div class="task">{task_fields("", id, item.task().unwrap().into(), &of_task)}</div>
            </When>
        </div>
    }
}

/// Who does a task, with whom, when and with what result. `row` begins the fields' ids, `help` is the id of
/// the line of help that they share.
pub fn task_fields(row: &str, id: RowId, task: Field<Task>, help: &str) -> AnyView {
    let parts: [(&str, &str, Field<String>, &str); 4] = [
        ("lead", "Chủ trì", task.lead().into(), "Ban Công tác Mặt trận thôn"),
        ("support", "Phối hợp", task.support().into(), "Công an xã; Đoàn Thanh niên xã"),
        ("deadline", "Thời gian", task.deadline().into(), "trước ngày 30/7/2026"),
        ("deliverable", "Sản phẩm", task.deliverable().into(), "Báo cáo"),
    ];
    let field = |(part, label, value, example)| {
        let id = format!("{row}{part}-{}", id.0);
        view! { <TextField id label value rows=1 example helped_by=help /> }
    };
    parts.map(field).into_any()
}

/// The closing paragraph.
#[component]
pub fn Closing() -> impl IntoView {
    let session = Session::get();
    let plan = session.plan_now();
    view! {
        <TextField
            id="closing"
            label="Lời kết"
            value=plan.closing()
            rows=3
            example="Trên đây là Kế hoạch … Đề nghị các đơn vị triển khai thực hiện."
            help="Có thể để trống. Dấu kết thúc văn bản (./. hoặc dấu chấm) do ứng dụng ghi."
            clause=session.clause(|format| &format.body.letters)
            advice=advice::closing
        />
        <div class="actions">{button("closing".into())} {mentions("closing".into(), any())}</div>
    }
}
