//! Words marked on the paper, by the highlights that a browser draws over a text without changing it; where it
//! knows none, nothing is marked.

use std::cell::RefCell;

use js_sys::{Map, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, MouseEvent, Node, Range};

use crate::vietnamese::lower_letter;

#[wasm_bindgen]
extern "C" {
    /// Some words that look alike.
    type Highlight;
    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<Highlight, JsValue>;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &Range);
}

/// The preview of the draft that is open.
const PREVIEW: &str = ".desk > .preview";

/// What is marked.
#[derive(Default)]
pub struct Marks {
    marks: Vec<Mark>,
}

struct Mark {
    id: String,
    kind: &'static str,
    at: usize,
    range: Range,
}

/// Words to be marked.
pub struct Words<'a> {
    /// By what the mark is told from others.
    pub id: &'a str,
    /// The name of its look.
    pub kind: &'static str,
    /// What stands before them, …
    pub before: &'a str,
    /// … they themselves, …
    pub quote: &'a str,
    /// … and what stands behind them.
    pub after: &'a str,
}

/// The text on the paper: small letters, all spaces one space.
#[derive(Default)]
struct Paper {
    lines: Vec<Element>,
    text: String,
    /// Of each letter of the text where it begins in it, its line, and where it stands there, as the browser
    /// counts.
    letters: Vec<(usize, usize, u32)>,
}

thread_local! {
    static MARKS: RefCell<Marks> = RefCell::default();
}

impl Marks {
    /// Calls `chosen` with the id of a mark that is clicked.
    pub fn follow(chosen: impl Fn(&str) + Copy + 'static) {
        window_event_listener(leptos::ev::click, move |event| {
            let selects = window().get_selection().ok().flatten().is_some_and(|it| !it.is_collapsed());
            let id = MARKS.with_borrow(|marks| marks.under(&event).map(|mark| mark.id.clone()));
            if let Some(id) = id.filter(|_| !selects) {
                // Not in the midst of the click: what follows may be one, too.
                request_animation_frame(move || chosen(&id));
            }
        });
        window_event_listener(leptos::ev::pointermove, |event| {
            if let Some(preview) = preview_of(&event) {
                let is_mark = MARKS.with_borrow(|marks| marks.under(&event).is_some());
                let _ = preview.class_list().toggle_with_force("over-mark", is_mark);
            }
        });
    }

    /// Marks these words on the paper, and no others.
    pub fn show(words: &[Words]) {
        let Some(registry) = registry() else { return };
        registry.clear();
        let mut marks = Marks::default();
        if !words.is_empty() {
            let paper = Paper::read();
            for words in words {
                marks.marks.extend(paper.find(words, &marks.marks));
            }
        }
        for mark in &marks.marks {
            let name = JsValue::from(format!("found-{}", mark.kind));
            if !registry.has(&name)
                && let Ok(highlight) = Highlight::new()
            {
                registry.set(&name, &highlight);
            }
            registry.get(&name).unchecked_into::<Highlight>().add(&mark.range);
        }
        MARKS.set(marks);
    }

    /// The mark at which the pointer is.
    fn under(&self, event: &MouseEvent) -> Option<&Mark> {
        if self.marks.is_empty() {
            return None;
        }
        preview_of(event)?;
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        self.marks.iter().find(|mark| {
            let boxes = mark.range.get_client_rects();
            let mut boxes =
                boxes.iter().flat_map(|boxes| (0..boxes.length()).filter_map(|at| boxes.item(at)));
            boxes.any(|it| (it.left()..=it.right()).contains(&x) && (it.top()..=it.bottom()).contains(&y))
        })
    }
}

/// What the browser marks, by name.
fn registry() -> Option<Map> {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok().filter(JsValue::is_object);
    let global: JsValue = js_sys::global().into();
    // `CSS` is an object or a function, by the browser.
    let css = Reflect::get(&global, &"CSS".into()).ok()?;
    get(&css, "highlights").map(JsCast::unchecked_into)
}

fn preview_of(event: &MouseEvent) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(PREVIEW).ok()?
}

impl Paper {
    fn read() -> Paper {
        let mut paper = Paper::default();
        let Ok(sheets) = document().query_selector_all(&format!("{PREVIEW} > .sheet > .paper")) else {
            return paper;
        };
        for sheet in (0..sheets.length()).filter_map(|at| sheets.get(at)) {
            let lines = sheet.child_nodes();
            let lines = (0..lines.length()).filter_map(|at| lines.get(at)?.dyn_into::<Element>().ok());
            for (at, line) in lines.filter(|line| line.class_name() == "line").enumerate() {
                let text = line.text_content().unwrap_or_default();
                // The number of the page stands between the lines of a paragraph.
                if at > 0 || !text.trim().chars().all(|letter| letter.is_ascii_digit()) {
                    paper.put(line, &text);
                }
            }
        }
        paper
    }

    fn put(&mut self, line: Element, text: &str) {
        let mut place = 0;
        for letter in text.chars().chain([' ']) {
            let is_space = letter.is_whitespace();
            if !is_space || !self.text.ends_with(' ') {
                self.letters.push((self.text.len(), self.lines.len(), place));
                self.text.push(if is_space { ' ' } else { lower_letter(letter) });
            }
            place += letter.len_utf16() as u32;
        }
        self.lines.push(line);
    }

    /// Where these words stand that nothing marks yet: where most of what is around them does.
    fn find(&self, words: &Words, marked: &[Mark]) -> Option<Mark> {
        let quote = plain(words.quote);
        let quote = quote.trim();
        let before = plain(words.before.trim_start_matches('…'));
        let after = plain(words.after.trim_end_matches('…'));
        let alike = |at: usize| {
            let (left, right) = (&self.text[..at], &self.text[at + quote.len()..]);
            common(left.trim_end().chars().rev(), before.trim_end().chars().rev())
                + common(right.trim_start().chars(), after.trim_start().chars())
        };
        let is_free = |at: &usize| !marked.iter().any(|mark| mark.at == *at && mark.kind == words.kind);
        let places = self.text.match_indices(quote).map(|(at, _)| at).filter(is_free);
        // Of those that are alike the first.
        let mut best = None;
        for at in places.filter(|_| !quote.is_empty()) {
            let alike = alike(at);
            if best.is_none_or(|(_, most)| alike > most) {
                best = Some((at, alike));
            }
        }
        let (at, _) = best?;
        let letter = |at: usize| {
            let (_, line, place) = self.letters.get(self.letters.partition_point(|letter| letter.0 < at))?;
            self.node(*line, *place)
        };
        let last = quote.chars().next_back()?;
        let (from, to) = (letter(at)?, letter(at + quote.len() - last.len_utf8())?);
        let range = document().create_range().ok()?;
        range.set_start(&from.0, from.1).ok()?;
        range.set_end(&to.0, to.1 + 1).ok()?;
        Some(Mark { id: words.id.to_owned(), kind: words.kind, at, range })
    }

    /// The piece of a line in which a letter stands, and where.
    fn node(&self, line: usize, place: u32) -> Option<(Node, u32)> {
        let pieces = self.lines.get(line)?.child_nodes();
        let mut before = 0;
        for piece in (0..pieces.length()).filter_map(|at| pieces.get(at)?.first_child()) {
            let length = piece.text_content().unwrap_or_default().encode_utf16().count() as u32;
            if place < before + length {
                return Some((piece, place - before));
            }
            before += length;
        }
        None
    }
}

/// Small letters, all spaces one space.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter.is_whitespace() {
            true if out.ends_with(' ') => {}
            true => out.push(' '),
            false => out.push(lower_letter(letter)),
        }
    }
    out
}

/// How many letters two texts have in common at their beginnings.
fn common(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).count()
}
