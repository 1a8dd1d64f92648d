//! A part of the page by its name, and what is in it.

use serde_json::{Value, json};

use super::browser::{Browser, until};
use super::control::Control;

/// A part of the page: a region, group, navigation or list item, inside of others.
#[derive(Clone)]
pub struct Place<'a> {
    browser: &'a Browser,
    path: Vec<String>,
}

/// Everything in a place that can be seen, of a role and, if given, of a name. A list item is
/// called by the heading in it. The browser takes milliseconds to work out one name, so only what
/// has the name somewhere in its own text or labels is asked for it.
const FIND: &str = "
    const [path, role, name] = arguments;
    const others = it => (it.getAttribute('aria-labelledby') ?? '').split(' ').map(id => document.getElementById(id))
        .map(other => other?.ariaLabel ?? other?.textContent).join(' ');
    const says = (it, name) =>
        [it.ariaLabel, it.textContent, others(it), ...[...it.labels ?? []].map(label => label.textContent)]
        .some(text => text?.includes(name));
    // A text field with suggestions is a text field.
    const is = it => roleOf(it) === role || role === 'textbox' && it.matches('input[role=combobox]');
    const title = it => it.tagName === 'LI' ? it.querySelector('h2') ?? it : it;
    const called = name => it => says(it, name) && nameOf(title(it)) === name;
    const places = path.reduce((outer, name) => outer.flatMap(place =>
        [...place.querySelectorAll('section, fieldset, nav, li, [role]')]
            .filter(it => it.role === name || called(name)(it))), [document.body]);
    const kinds = {
        button: 'button', textbox: 'input, textarea', searchbox: 'input', checkbox: 'input', combobox: 'select',
        link: 'a', heading: 'h1, h2, h3', main: 'main', region: 'section', listitem: 'li',
    };
    return places.flatMap(place => [...place.querySelectorAll(`${kinds[role] ?? 'nothing'}, [role=${role}]`)])
        .filter(it => it.checkVisibility() && (name === null || called(name)(it)) && is(it))";

impl<'a> Place<'a> {
    /// The whole page.
    pub fn page(browser: &'a Browser) -> Place<'a> {
        Place { browser, path: Vec::new() }
    }

    /// The part of this place with a name; what has none, as an alert, goes by its role.
    pub fn inside(&self, name: &str) -> Place<'a> {
        let path = self.path.iter().cloned().chain([name.to_owned()]).collect();
        Place { browser: self.browser, path }
    }

    /// What is here now, in reading order, by role and, if given, by name.
    pub fn all(&self, role: &str, name: Option<&str>) -> Vec<Control<'a>> {
        let found = self.browser.elements(FIND, json!([self.path, role, name]));
        let called = name.unwrap_or(role);
        let found = found.into_iter().filter(|element| self.browser.confirms(element, role, name));
        found.map(|element| Control::new(self.browser, element, called.to_owned())).collect()
    }

    /// The one thing of this role and name, once it is there.
    pub fn one(&self, role: &str, name: &str) -> Control<'a> {
        self.nth(role, name, 1, 0)
    }

    /// The `at`-th thing of this role and name (from 0), once there are `count`.
    pub fn nth(&self, role: &str, name: &str, count: usize, at: usize) -> Control<'a> {
        let mut seen = 0;
        let found = until(|| {
            let mut all = self.all(role, Some(name));
            seen = all.len();
            (seen == count).then(|| all.swap_remove(at))
        });
        found.unwrap_or_else(|| panic!("{seen} of {role} “{name}” in {:?}, not {count}", self.path))
    }

    /// A text field.
    pub fn field(&self, name: &str) -> Control<'a> {
        self.one("textbox", name)
    }

    /// The last of `count` text fields of one name.
    pub fn last_field(&self, name: &str, count: usize) -> Control<'a> {
        self.nth("textbox", name, count, count - 1)
    }

    /// Chooses from a list by the name of the choice.
    pub fn choose(&self, name: &str, choice: &str) {
        self.one("combobox", name).choose(choice);
    }

    /// Clicks on a button.
    pub fn click(&self, name: &str) {
        self.one("button", name).click();
    }

    /// Opens or closes the fields under a line that begins with these words. Chromium has no role for it.
    pub fn fold(&self, title: &str) {
        let script = "return [...document.querySelectorAll('summary')]
            .filter(it => it.checkVisibility() && it.innerText.startsWith(arguments[0]))";
        let line = until(|| self.browser.elements(script, json!([title])).pop());
        let line = line.unwrap_or_else(|| panic!("no line “{title}” that opens"));
        let line = Control::new(self.browser, line, title.to_owned());
        line.scroll_to();
        line.click();
    }

    /// Waits for a heading.
    pub fn heading(&self, name: &str) {
        self.one("heading", name);
    }

    /// Name and text of what is here of this role, in reading order.
    pub fn texts(&self, role: &str) -> Vec<(String, String)> {
        let script = format!(
            "const find = function() {{ {FIND} }};
            return find(...arguments).map(it => [nameOf(it), it.matches('input, textarea') ? it.value : it.innerText.trim()])"
        );
        let found = self.browser.look(&script, json!([self.path, role, Value::Null]));
        serde_json::from_value(found).expect("pairs of texts")
    }

    /// Waits until what is here of this role reads as wanted, and gives it.
    pub fn text(&self, role: &str, wanted: impl Fn(&str) -> bool) -> String {
        let mut text = String::new();
        let read = until(|| {
            text = self.texts(role).into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("\n");
            wanted(&text).then_some(())
        });
        assert!(read.is_some(), "the {role} of {:?} reads “{text}”", self.path);
        text
    }

    /// Waits until the text fields of one name hold this, in reading order.
    pub fn expect_values(&self, name: &str, expected: &[&str]) {
        let mut values = Vec::new();
        let held = until(|| {
            let fields = self.texts("textbox").into_iter().filter(|(field, _)| field == name);
            values = fields.map(|(_, value)| value).collect();
            (values == expected).then_some(())
        });
        assert!(held.is_some(), "the fields “{name}” hold {values:?}, not {expected:?}");
    }

    /// What the headings here say, in reading order.
    pub fn headings(&self) -> Vec<String> {
        self.texts("heading").into_iter().map(|(_, text)| text).collect()
    }

    /// Goes to the list of drafts.
    pub fn go_home(&self) {
        let place = || self.texts("link").iter().position(|(name, _)| name == "Kế hoạch của tôi");
        // The page may change between the two.
        let link = until(|| self.all("link", None).into_iter().nth(place()?));
        link.expect("a link home").click();
        self.one("button", "Mở tệp");
    }

    /// Goes to a step of the form.
    pub fn go(&self, step: &str) {
        self.inside("Các bước").click(step);
        self.heading(step);
    }

    /// Name and content of every field on the form, in reading order.
    pub fn contents(&self) -> Vec<(String, String)> {
        let script = "return [...document.querySelectorAll('main :is(input, select, textarea)')]
            .filter(it => it.checkVisibility())
            .map(it => [nameOf(it), it.type === 'checkbox' ? `${it.checked}` : it.value])";
        let contents: Value = self.browser.look(script, json!([]));
        serde_json::from_value(contents).expect("pairs of texts")
    }
}
