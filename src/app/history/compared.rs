//! What is printed otherwise in the present state than in the one looked at.

use leptos::prelude::*;

use super::Past;
use crate::compare::{Line, Mark, Piece, excerpt, lines, told};
use crate::plan::{Json, Plan};

/// The comparison of the state that is looked at with the present one.
#[component]
pub fn Compared(past: Past, plan: Memo<Plan>) -> impl IntoView {
    let now = Memo::new(move |_| {
        let now = past.entries.with(|entries| entries.first().map(|entry| entry.rev));
        now.and_then(|rev| past.plan(rev)).unwrap_or_default()
    });
    let said = move || match (plan.get().write(), now.get().write()) {
        (before, after) if before == after => "Bản này giống hệt bản hiện tại.".to_owned(),
        (before, after) => format!("Từ bản này đến bản hiện tại: {}.", told(&before, &after)),
    };
    let shown = move || {
        let lines = lines(&plan.get(), &now.get());
        match lines.iter().any(|line| matches!(line, Line::Different(_))) {
            true => excerpt(lines).into_iter().map(line).collect_view().into_any(),
            false => view! { <p class="skipped">"Chữ in trên các trang không có gì khác."</p> }.into_any(),
        }
    };
    view! {
        <section class="compared" tabindex="0" aria-label="So sánh với bản hiện tại">
            <p class="said">{said}</p>
            <p class="legend">
                <del>"Chữ gạch ngang"</del> " chỉ có ở bản này; " <ins>"chữ gạch chân"</ins>
                " chỉ có ở bản hiện tại."
            </p>
            <div class="paper-text" lang="vi">{shown}</div>
        </section>
    }
}

fn line(line: Line) -> AnyView {
    match line {
        Line::Same(text) => view! { <p>{text}</p> }.into_any(),
        Line::Skipped(count) => {
            view! { <p class="skipped">{format!("… {count} dòng giống nhau")}</p> }.into_any()
        }
        Line::Different(pieces) => {
            let pieces = pieces.into_iter().map(piece).collect_view();
            view! { <p class="different">{pieces}</p> }.into_any()
        }
    }
}

/// Some words; what they are is heard, too.
fn piece(piece: Piece) -> AnyView {
    let Piece { mark, text } = piece;
    let heard = |word: &'static str| view! { <span class="visually-hidden">{word}</span> };
    match mark {
        Mark::Both => text.into_any(),
        Mark::Removed => view! { <del>{heard(" (bỏ:) ")} {text}</del> }.into_any(),
        Mark::Added => view! { <ins>{heard(" (thêm:) ")} {text}</ins> }.into_any(),
    }
}
