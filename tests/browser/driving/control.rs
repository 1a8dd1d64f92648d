//! Something on the page that a person clicks on or types into.

use std::time::Duration;

use serde_json::{Value, json};

use super::browser::{Browser, until};
use super::driver::ElementId;

/// Keys that are no letters (WebDriver, section 17.4.2).
pub mod keys {
    /// Lets go of the keys held down before.
    pub const RELEASE: char = '\u{E000}';
    pub const BACKSPACE: char = '\u{E003}';
    pub const TAB: char = '\u{E004}';
    pub const ENTER: char = '\u{E007}';
    pub const ESCAPE: char = '\u{E00C}';
    /// Held down from here on, as `ALT`.
    pub const CONTROL: char = '\u{E009}';
    pub const ALT: char = '\u{E00A}';
    pub const END: char = '\u{E010}';
    pub const LEFT: char = '\u{E012}';
    pub const UP: char = '\u{E013}';
    pub const DOWN: char = '\u{E015}';

    /// A key while others are held down.
    pub fn with(held: &[char], key: char) -> String {
        held.iter().chain([&key, &RELEASE]).collect()
    }
}

/// What a click struck.
enum Struck {
    It,
    /// No control at all.
    Nothing,
    /// Another control, as it is written.
    Another(String),
}

/// Something on the page.
pub struct Control<'a> {
    browser: &'a Browser,
    element: ElementId,
    name: String,
}

impl<'a> Control<'a> {
    pub(super) fn new(browser: &'a Browser, element: ElementId, name: String) -> Control<'a> {
        Control { browser, element, name }
    }

    /// Its name on screen.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Clicks on it, where nothing covers it. What is told under a field may push it below a notice after it came
    /// to sight, or from under the pointer: then one scrolls and clicks once more, as a person does. A click that
    /// strikes another control is a failure: it did what nobody wanted.
    pub fn click(&self) {
        let done = until(|| {
            self.to_sight();
            self.watch();
            if !self.browser.click(&self.element) {
                return None;
            }
            match self.struck() {
                Struck::It => Some(()),
                Struck::Nothing => None,
                Struck::Another(what) => panic!("a click on “{}” struck {what}", self.name),
            }
        });
        assert!(done.is_some(), "“{}” stays covered", self.name);
    }

    /// Notes what the next click strikes.
    fn watch(&self) {
        let script = "const wanted = arguments[0];
            const note = event => {
                const control = event.target.closest('a, button, input, label, select, summary, textarea');
                const own = wanted.contains(event.target) || control?.contains(wanted);
                window.struck = own ? 'it' : control ? control.outerHTML.slice(0, 200) : 'nothing';
            };
            window.struck = 'nothing';
            addEventListener('click', note, { capture: true, once: true })";
        self.browser.script(script, json!([self.element.to_script()]));
    }

    /// What the click since then has struck. A page that was left knows nothing more: there it did its work.
    fn struck(&self) -> Struck {
        match self.browser.script("return window.struck ?? 'it'", json!([])).as_str() {
            None | Some("it") => Struck::It,
            Some("nothing") => Struck::Nothing,
            Some(another) => Struck::Another(another.to_owned()),
        }
    }

    /// Scrolls the page to it, out from under what covers it, and waits until it stays in its place.
    pub fn scroll_to(&self) {
        let mut before = self.to_sight();
        let stays = until(|| {
            std::thread::sleep(Duration::from_millis(100));
            let now = self.to_sight();
            (std::mem::replace(&mut before, now.clone()) == now).then_some(())
        });
        assert!(stays.is_some(), "“{}” does not stay in its place", self.name);
    }

    /// Scrolls the page to it; gives back where it then is.
    fn to_sight(&self) -> Value {
        let script = "arguments[0].scrollIntoView({ block: 'nearest' });
            return arguments[0].getBoundingClientRect().top";
        self.browser.script(script, json!([self.element.to_script()]))
    }

    /// Types keys into it, one after another.
    pub fn press(&self, keys: &str) {
        self.browser.tell(&self.element, "value", json!({"text": keys}));
    }

    /// Types keys into it, in place of what it holds.
    pub fn replace(&self, text: &str) {
        self.press(&format!("{}{text}", keys::with(&[keys::CONTROL], 'a')));
    }

    /// Puts text in at once, where the caret is, as pasting does.
    pub fn paste(&self, text: &str) {
        self.press("");
        self.expect_focus();
        self.browser.chromium("Input.insertText", json!({"text": text}));
    }

    /// What it holds.
    pub fn value(&self) -> String {
        text(self.browser.ask(&self.element, "property/value"))
    }

    /// What it shows while it holds nothing.
    pub fn placeholder(&self) -> String {
        text(self.browser.ask(&self.element, "property/placeholder"))
    }

    /// The names of what it offers.
    pub fn offers(&self) -> Vec<String> {
        let script = "return [...arguments[0].options].map(it => it.text.trim())";
        let names = self.browser.look(script, json!([self.element.to_script()]));
        names.as_array().into_iter().flatten().map(|name| text(name.clone())).collect()
    }

    /// Chooses from a list by the name of the choice.
    pub fn choose(&self, choice: &str) {
        let script = "return [...arguments[0].options].filter(it => it.text.trim() === arguments[1])";
        let options = self.browser.elements(script, json!([self.element.to_script(), choice]));
        let [option] = options.as_slice() else { panic!("{} of “{choice}”", options.len()) };
        self.browser.tell(option, "click", json!({}));
    }

    /// Waits until it has the focus.
    pub fn expect_focus(&self) {
        let focused = until(|| (self.browser.focused() == *self).then_some(()));
        assert!(focused.is_some(), "“{}” has the focus, not “{}”", self.browser.focused().name, self.name);
    }
}

impl PartialEq for Control<'_> {
    fn eq(&self, other: &Control<'_>) -> bool {
        self.element == other.element
    }
}

fn text(value: Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
