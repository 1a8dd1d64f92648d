//! Part of step 8: what the family leaves open.

use leptos::prelude::*;

use super::super::session::Session;
use crate::app::fields::{Choice, Help, Opt, group};
use crate::app::{App, platform};
use crate::format::settings::{ALL, Choices};
use crate::plan::PlanStoreFields;

/// The line of help that all choices share.
const HELP: &str = "settings-help";

/// A list of choices for each point that the plan's family does not settle.
pub fn settings(session: Session) -> AnyView {
    let app = App::get();
    let settings = session.plan_now().settings();
    // The family is chosen in another step.
    let family = session.plan_now().format().get_untracked().format();
    let remember = move || {
        app.remember_settings(family.key, &session.plan_now().settings().read_untracked());
    };
    let mut values: Vec<Signal<String>> = Vec::new();
    let mut choices = Vec::new();
    for setting in &ALL {
        let Some(Choices { all, default }) = setting.choices(family) else { continue };
        let mut options: Vec<Opt> = all.into_iter().map(|(key, name)| Opt { key, name }).collect();
        if let Some(default) = options.get_mut(default) {
            default.key.clear();
            default.name.push_str(" (mặc định)");
        }
        let known = options.clone();
        let value = Signal::derive(move || {
            let chosen = settings.read().get(setting.key).unwrap_or_default().to_owned();
            // What the family does not offer has no effect.
            if known.iter().any(|option| option.key == chosen) { chosen } else { String::new() }
        });
        let set = move |value: String| {
            session.change(&|plan| plan.settings.set(setting.key, &value));
            remember();
        };
        values.push(value);
        choices.push(view! { <Choice id=setting.key label=setting.name options value set helped_by=HELP /> });
    }
    let said = Memo::new(move |_| match values.iter().filter(|value| !value.read().is_empty()).count() {
        0 => String::new(),
        count => format!("{count} chỗ khác mặc định"),
    });
    let clear = move |_| {
        session.step(|| {
            session.change(&|plan| ALL.iter().for_each(|setting| plan.settings.set(setting.key, "")));
        });
        remember();
        app.notices.say_undoable("Đã đưa trình bày về mặc định.", move || {
            session.undo();
            remember();
        });
        // The button goes away.
        platform::focus("settings".into());
    };
    let fields = view! {
        <Help
            id=HELP
            text="Chỉ những chỗ mà quy định để ngỏ. Kế hoạch mới cùng thể thức sẽ theo lựa chọn cuối cùng."
            clause=Some(session.authority())
        />
        <div class="settings">{choices}</div>
        <button type="button" class="button" hidden=move || said.read().is_empty() on:click=clear>
            "Về mặc định"
        </button>
    };
    group("settings", "Tùy chọn trình bày", said, fields.into_any())
}
