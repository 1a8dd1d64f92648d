//! One body of the directory, with those who sign for it.

use leptos::prelude::*;

use super::Desk;
use crate::app::fields::{Choice, Opt, line};
use crate::directory::Body;
use crate::format::{BodyKind, Defaults, Format, FormatKey};
use crate::plan::{Issuer, Settings, Signature, SigningForm, one_line};
use crate::vietnamese::official_case;

/// What a body is called.
fn name(body: &Body) -> String {
    let format = Format::with(&body.format, &Settings::default());
    let defaults = Defaults::of(&body.issuer, SigningForm::Head, &format);
    let issuing = one_line(&body.issuer.issuing);
    match (issuing.is_empty(), defaults.in_text.is_empty()) {
        (false, _) => official_case(&issuing),
        (true, false) => defaults.in_text,
        (true, true) => {
            let kind = BodyKind::find(&body.issuer.kind).map_or("Cơ quan", |(_, kind)| kind.name);
            format!("{kind} {}", body.issuer.commune).trim_end().to_owned()
        }
    }
}

/// Takes a row out.
fn take<T>(rows: &mut Vec<T>, at: usize) -> Option<T> {
    (at < rows.len()).then(|| rows.remove(at))
}

/// The body at a place of the directory.
pub fn entry(desk: Desk, at: usize) -> AnyView {
    let body = Memo::new(move |_| {
        desk.directory.with(|directory| directory.bodies.get(at).cloned().unwrap_or_default())
    });
    let change = move |change: &dyn Fn(&mut Body)| {
        desk.change(|directory| directory.bodies.get_mut(at).into_iter().for_each(change));
    };
    type Part = fn(&mut Issuer) -> &mut String;
    let field = move |id: &str, label, hint, suggests, part: Part| {
        let value = Signal::derive(move || part(&mut body.get().issuer).clone());
        let set = move |text: String| change(&|body| part(&mut body.issuer).clone_from(&text));
        line(format!("{id}-{at}"), label, hint, value, Callback::new(set), suggests)
    };
    let kinds = BodyKind::all().map(|(_, kind)| Opt::from(&(kind.key, kind.name))).collect();
    let set_kind = move |key: String| {
        change(&|body| {
            if let Some((format, _)) = BodyKind::find(&key) {
                body.format = FormatKey(format.key.into());
            }
            body.issuer.kind.clone_from(&key);
        });
    };
    let title = format!("body-{at}");
    let (labelled, heading, on_prefer) = (title.clone(), title.clone(), title.clone());
    let remove = move |_| {
        let said = format!("Đã xóa “{}” khỏi danh bạ.", name(&body.get_untracked()));
        desk.remove(said, |directory| drop(take(&mut directory.bodies, at)));
    };
    let prefer = move |_| {
        let said = format!("Kế hoạch mới sẽ bắt đầu với “{}”.", name(&body.get_untracked()));
        desk.change(|directory| {
            let body = take(&mut directory.bodies, at);
            directory.bodies.splice(..0, body);
        });
        desk.redraw();
        desk.app.notices.say(said);
    };
    let count = body.with_untracked(|body| body.signers.len());
    let signers = (0..count).map(|who| signer(desk, at, who)).collect_view();
    let about = if at == 0 { "Kế hoạch mới bắt đầu với cơ quan này." } else { "" };
    view! {
        <section class="card" aria-labelledby=labelled>
            <h2 id=heading>{move || name(&body.get())}</h2>
            <p class="help">{about}</p>
            <Choice
                id=format!("kind-{at}")
                label="Loại cơ quan"
                options=kinds
                value=Signal::derive(move || body.get().issuer.kind)
                set=set_kind
            />
            <div class="pair">
                {field("province", "Tỉnh, thành phố", "", true, |issuer| &mut issuer.province)}
                {field("commune", "Xã, phường, đặc khu", "", true, |issuer| &mut issuer.commune)}
            </div>
            <h3>"Người ký"</h3>
            {if count > 0 {
                view! { <ul class="signers rows">{signers}</ul> }.into_any()
            } else {
                view! { <p class="help">"Chưa có ai."</p> }.into_any()
            }}
            <div class="actions">
                {(at > 0)
                    .then(|| {
                        view! {
                            <button type="button" class="button" aria-describedby=on_prefer on:click=prefer>
                                "Dùng cho kế hoạch mới"
                            </button>
                        }
                    })}
                <button type="button" class="button quiet" aria-describedby=title on:click=remove>
                    "Xóa cơ quan"
                </button>
            </div>
        </section>
    }
    .into_any()
}

/// One who signs for the body at a place of the directory.
fn signer(desk: Desk, at: usize, who: usize) -> AnyView {
    let body = Memo::new(move |_| {
        desk.directory.with(|directory| directory.bodies.get(at).cloned().unwrap_or_default())
    });
    let signature = move || body.get().signers.get(who).cloned().unwrap_or_default();
    let change = move |change: &dyn Fn(&mut Signature)| {
        desk.change(|directory| {
            let signers = directory.bodies.get_mut(at).map(|body| &mut body.signers);
            signers.and_then(|signers| signers.get_mut(who)).into_iter().for_each(change);
        });
    };
    type Part = fn(&mut Signature) -> &mut String;
    let field = move |id: &str, label, part: Part| {
        let value = Signal::derive(move || part(&mut signature()).clone());
        let set = move |text: String| change(&|signature| part(signature).clone_from(&text));
        line(format!("{id}-{at}-{who}"), label, "", value, Callback::new(set), false)
    };
    // What follows from the form of signing.
    let usual = move || {
        let format = Format::with(&body.get().format, &Settings::default());
        one_line(&Defaults::of(&body.get().issuer, signature().form, &format).signer_title)
    };
    let hint = move || {
        let title = signature().title;
        if title.trim().is_empty() {
            format!("Chức vụ in theo hình thức ký: {}", usual())
        } else {
            String::new()
        }
    };
    let remove = move |_| {
        let name = signature().name;
        desk.remove(format!("Đã xóa “{name}” khỏi danh bạ."), |directory| {
            directory.bodies.get_mut(at).into_iter().for_each(|body| drop(take(&mut body.signers, who)));
        });
    };
    view! {
        <li class="row">
            <div class="pair">
                {field("name", "Họ và tên", |signature| &mut signature.name)}
                {field("title", "Chức vụ", |signature| &mut signature.title)}
            </div>
            <div class="row-tools">
                <button
                    type="button"
                    class="row-tool"
                    title="Xóa"
                    aria-label=move || format!("Xóa {}", signature().name)
                    on:click=remove
                >
                    "✕"
                </button>
            </div>
            <p class="help">{hint}</p>
        </li>
    }
    .into_any()
}
