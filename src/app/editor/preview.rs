//! The page from the printer beside the form: the same [`Document`](crate::document::Document)
//! that Word gets, broken into the same lines.

use std::fmt::Write;

use leptos::prelude::*;

use super::session::Session;
use crate::app::platform::{self, Debounce};
use crate::document::{Line, Page, PlacedRule, paginate, typeset};
use crate::format::Decimal;
use crate::plan::Plan;

/// The page follows this long after the last key, in milliseconds …
const PAUSE: u64 = 120;
/// … and at the latest this long after the first.
const LATEST: u64 = 800;

/// From the top of a line's box to its baseline, in parts of its size: half of what single
/// spacing (1.149) leaves around the letters, and their ascent (0.891), of Times New Roman.
const BASELINE: f32 = 0.912;

/// A page and how often it has changed: what has not changed is not drawn again.
type Versioned = (u32, Page);

#[component]
pub fn Preview() -> impl IntoView {
    let session = Session::get();
    let pages = RwSignal::new(draw(Vec::new(), &session.plan_now().read_untracked()));
    let soon = Debounce::new(PAUSE, LATEST, move || {
        let watch = platform::Stopwatch::start("preview");
        let drawn = draw(pages.get_untracked(), &session.plan_now().get_untracked());
        drop(watch);
        pages.set(drawn);
    });
    Effect::new(move |before: Option<()>| {
        session.plan().track();
        if before.is_some() {
            soon.call();
        }
    });
    view! { <Sheets pages /> }
}

/// The pages of a plan that changes only as a whole.
#[component]
pub fn Pages(plan: Signal<Plan>) -> impl IntoView {
    let pages = RwSignal::new(Vec::new());
    Effect::new(move |_| pages.set(plan.with(|plan| draw(pages.get_untracked(), plan))));
    view! { <Sheets pages /> }
}

#[component]
fn Sheets(pages: RwSignal<Vec<Versioned>>) -> impl IntoView {
    let numbered = move || pages.get().into_iter().enumerate();
    view! {
        <section class="preview" aria-label="Xem trước" tabindex="0">
            <For each=numbered key=|(i, (version, _))| (*i, *version) let((i, (_, page)))>
                <Sheet number=i + 1 page />
            </For>
        </section>
    }
}

/// The plan's pages; those that are as they were before keep their version.
fn draw(before: Vec<Versioned>, plan: &Plan) -> Vec<Versioned> {
    let mut before = before.into_iter();
    paginate(&typeset(plan))
        .into_iter()
        .map(|page| match before.next() {
            Some((version, old)) if old == page => (version, page),
            Some((version, _)) => (version + 1, page),
            None => (0, page),
        })
        .collect()
}

#[component]
fn Sheet(number: usize, page: Page) -> impl IntoView {
    let style = format!("--paper-width:{};--paper-height:{}", Decimal(page.width), Decimal(page.height));
    let lines = page.number.iter().chain(&page.lines).map(line).collect_view();
    let rules = page.rules.iter().map(rule).collect_view();
    view! {
        <div class="sheet" role="group" aria-label=format!("Trang {number}") style=style>
            <div class="paper">{lines} {rules}</div>
        </div>
    }
}

fn line(line: &Line) -> impl IntoView + use<> {
    let size = line.segments.iter().map(|segment| segment.run.size.to_pt()).fold(0.0, f32::max);
    let left = line.segments.first().map_or(0.0, |segment| segment.x);
    let mut end = left;
    let segments = line.segments.iter().map(|segment| {
        let mut style = String::new();
        let gap = segment.x - end;
        end = segment.x + segment.width;
        // Writing to a string cannot fail.
        let _ = write!(style, "font-size:calc(var(--pt)*{})", Decimal(segment.run.size.to_pt()));
        if gap.abs() > 0.05 {
            let _ = write!(style, ";margin-left:calc(var(--pt)*{})", Decimal(gap));
        }
        if segment.word_spacing.abs() > 0.005 {
            let _ = write!(style, ";word-spacing:calc(var(--pt)*{})", Decimal(segment.word_spacing));
        }
        let run = segment.run.clone();
        view! {
            <span style=style class:bold=run.bold class:italic=run.italic class:underline=run.underline>
                {run.text}
            </span>
        }
    });
    let segments = segments.collect_view();
    let top = line.baseline - BASELINE * size;
    let style = format!(
        "left:calc(var(--pt)*{});top:calc(var(--pt)*{});font-size:calc(var(--pt)*{})",
        Decimal(left),
        Decimal(top),
        Decimal(size)
    );
    view! { <div class="line" style=style>{segments}</div> }
}

fn rule(rule: &PlacedRule) -> impl IntoView + use<> {
    let PlacedRule { x1, y1, x2, y2 } = *rule;
    let style = format!(
        "left:calc(var(--pt)*{});top:calc(var(--pt)*{});width:calc(var(--pt)*{});height:calc(var(--pt)*{})",
        Decimal(x1),
        Decimal(y1),
        Decimal(x2 - x1),
        Decimal(y2 - y1),
    );
    view! { <div class="rule" class:upright=x1 == x2 style=style></div> }
}
