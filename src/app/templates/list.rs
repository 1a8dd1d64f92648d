//! The list of templates: by subject, searched without diacritics, by format.

use leptos::prelude::*;
use web_sys::File;

use super::{Desk, Listed};
use crate::app::App;
use crate::app::fields::{Choice, Opt, Taking, file_button};
use crate::app::files::give_template;
use crate::app::open::begin;
use crate::draft::LARGEST;
use crate::format::ALL;
use crate::plan::FormatKey;
use crate::vietnamese::ascii;

/// What has the focus when one comes here.
pub const TITLE: &str = "templates-title";

/// The name of the chosen format in the store.
const FAMILY: &str = "template-family";

/// Under what the user's own stand.
const OWN: &str = "Mẫu của tôi";

/// The list.
pub fn list(desk: Desk) -> AnyView {
    let query = RwSignal::new(String::new());
    let family = RwSignal::new(family_at_first(desk));
    let choose_family = move |key: String| {
        if desk.is_new() {
            desk.app.remember(FAMILY, &key);
        }
        family.set(key);
    };
    let mut families = vec![Opt::from(&("", "Mọi thể thức"))];
    families.extend(ALL.iter().map(|format| Opt::from(&(format.key, format.name))));
    let groups = Memo::new(move |_| {
        let words = ascii(query.get().trim());
        let family = family.get();
        let found =
            desk.all.with(|all| all.iter().filter(|listed| fits(listed, &words, &family)).cloned().collect());
        grouped(found)
    });
    let shown = move || {
        groups.with(|groups| groups.iter().map(|(name, listed)| group(desk, name, listed)).collect_view())
    };
    let none = move || groups.with(Vec::is_empty);
    let lead = match desk.is_new() {
        true => "Chọn mẫu gần với việc cần làm, xem trước rồi dùng. Mọi chữ trong mẫu đều sửa được.",
        false => "Nội dung của mẫu vào kế hoạch đang soạn; cơ quan ban hành, số, ngày và chữ ký giữ nguyên.",
    };
    view! {
        <main>
            <h1 id=TITLE tabindex="-1">"Mẫu kế hoạch"</h1>
            <p class="lead">{lead}</p>
            <div class="finding-tools">
                <div class="search">
                    <label for="template-search">"Tìm mẫu"</label>
                    <input
                        id="template-search"
                        type="search"
                        lang="vi"
                        autocomplete="off"
                        on:input:target=move |event| query.set(event.target().value())
                    />
                </div>
                <Choice id="template-family" label="Thể thức" options=families value=family set=choose_family />
                {desk.is_new().then(|| file_button("Mở tệp mẫu", take_file))}
            </div>
            {shown}
            {move || none().then(|| view! { <p class="empty">"Không có mẫu nào khớp với từ cần tìm."</p> })}
        </main>
    }
    .into_any()
}

/// The format of the draft that takes the content, or what was chosen last.
pub fn family_at_first(desk: Desk) -> String {
    let into = desk.into.with_value(|into| into.as_ref().map(|draft| draft.plan.format.0.to_string()));
    into.or_else(|| desk.app.drafts.with_value(|drafts| drafts.choice(FAMILY))).unwrap_or_default()
}

fn fits(listed: &Listed, words: &str, family: &str) -> bool {
    let Ok(template) = &listed.template else { return words.is_empty() };
    let text = ascii(&format!("{} {}", template.name, template.about));
    let served = family.is_empty() || template.serves(&FormatKey(family.to_owned().into()));
    served && words.split(' ').all(|word| text.contains(word))
}

/// The templates under their headings, in their order.
fn grouped(found: Vec<Listed>) -> Vec<(String, Vec<Listed>)> {
    let mut groups: Vec<(String, Vec<Listed>)> = Vec::new();
    for listed in found {
        let name = match (&listed.own, &listed.template) {
            (None, Ok(template)) => template.group.clone(),
            _ => OWN.to_owned(),
        };
        match groups.iter_mut().find(|(there, _)| *there == name) {
            Some((_, group)) => group.push(listed),
            None => groups.push((name, vec![listed])),
        }
    }
    groups
}

fn group(desk: Desk, name: &str, listed: &[Listed]) -> impl IntoView + use<> {
    let rows = listed.iter().map(|listed| row(desk, listed)).collect_view();
    view! {
        <section>
            <h2>{name.to_owned()}</h2>
            <ul class="drafts">{rows}</ul>
        </section>
    }
}

/// One template of the list.
fn row(desk: Desk, listed: &Listed) -> impl IntoView + use<> {
    let (key, name, own) = (listed.key.clone(), listed.name(), listed.own.clone());
    let label = format!("template-{key}");
    let (about, families) = match &listed.template {
        Ok(template) => (template.about.clone(), names(&template.families)),
        Err(error) => (error.to_string(), String::new()),
    };
    let look = listed.template.is_ok().then(|| {
        let (key, label) = (key.clone(), label.clone());
        view! {
            <button
                type="button"
                class="button"
                aria-describedby=label
                on:click=move |_| desk.choose(Some(key.clone()))
            >
                "Xem mẫu"
            </button>
        }
    });
    let own = own.map(|text| {
        let (on_give, on_remove) = (label.clone(), label.clone());
        let file = match &listed.template {
            Ok(template) => template.file_name(),
            Err(_) => format!("mau{}", crate::template::TEMPLATE_ENDING),
        };
        let (given, called) = (text.clone(), name.clone());
        let remove = move |_| {
            if desk.app.ask(|drafts| drafts.forget_template(&key)).is_none() {
                return;
            }
            desk.read();
            let (key, text) = (key.clone(), text.clone());
            desk.app.notices.say_undoable(format!("Đã xóa mẫu “{called}”."), move || {
                desk.app.ask(|drafts| drafts.keep_template(&key, &text));
                desk.read();
            });
        };
        view! {
            <button
                type="button"
                class="button quiet"
                aria-describedby=on_give
                on:click=move |_| give_template(desk.app, &file, &given)
            >
                "Tải về"
            </button>
            <button type="button" class="button quiet" aria-describedby=on_remove on:click=remove>
                "Xóa"
            </button>
        }
    });
    view! {
        <li class="draft" class:damaged=listed.template.is_err()>
            <div>
                <h3 id=label>{name}</h3>
                <p>{about}</p>
                <p class="families">{families}</p>
            </div>
            <div class="actions">{look} {own}</div>
        </li>
    }
}

/// The formats in words.
pub fn names(families: &[FormatKey]) -> String {
    let names: Vec<&str> = families.iter().filter_map(FormatKey::find).map(|format| format.name).collect();
    names.join(" · ")
}

/// Takes a template that was chosen.
fn take_file(app: App, file: File) -> Taking {
    Box::pin(async move { super::take(app, &begin(&file, LARGEST + 1).await?) })
}
