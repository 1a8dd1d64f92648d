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

/// Everything in a place that can be seen and has a role, with its name. A list item is called
/// by the heading in it.
const FIND: &str = "
    const [path, role, name] = arguments;
    const heading = place => place.querySelector('h2')?.computedName;
    const called = place => place.computedRole === 'listitem' ? heading(place) : place.computedName;
    const places = path.reduce((outer, name) => outer.flatMap(place =>
        [...place.querySelectorAll('section, fieldset, nav, li, [role]')]
            .filter(inner => called(inner)?.trim() === name)), [document.body]);
    const kinds = 'a, button, input, select, textarea, h1, h2, main, section, nav, li, [role]';
    return places.flatMap(place => [...place.querySelectorAll(kinds)])
        .filter(it => it.checkVisibility() && it.computedRole === role
            && (name === null || it.computedName.trim() === name))";

impl<'a> Place<'a> {
    /// The whole page.
    pub fn page(browser: &'a Browser) -> Place<'a> {
        Place { browser, path: Vec::new() }
    }

    /// The part of this place with a name.
    pub fn inside(&self, name: &str) -> Place<'a> {
        let path = self.path.iter().cloned().chain([name.to_owned()]).collect();
        Place { browser: self.browser, path }
    }

    /// What is here now, in reading order, by role and, if given, by name.
    pub fn all(&self, role: &str, name: Option<&str>) -> Vec<Control<'a>> {
        let found = self.browser.elements(FIND, json!([self.path, role, name]));
        let called = name.unwrap_or(role);
        found.into_iter().map(|element| Control::new(self.browser, element, called.to_owned())).collect()
    }

    /// The one thing of this role and name, once it is there.
    pub fn one(&self, role: &str, name: &str) -> Control<'a> {
        self.nth(role, name, 1, 0)
    }

    /// The `at`-th thing of this role and name (from 0), once there are `count`.
    fn nth(&self, role: &str, name: &str, count: usize, at: usize) -> Control<'a> {
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

    /// What the text fields of one name hold, in reading order.
    pub fn values(&self, name: &str) -> Vec<String> {
        self.all("textbox", Some(name)).iter().map(Control::value).collect()
    }

    /// Chooses from a list by the name of the choice.
    pub fn choose(&self, name: &str, choice: &str) {
        self.one("combobox", name).choose(choice);
    }

    /// Clicks on a button.
    pub fn click(&self, name: &str) {
        self.one("button", name).click();
    }

    /// Waits for a heading.
    pub fn heading(&self, name: &str) {
        self.one("heading", name);
    }

    /// Waits until the text of the one thing of this role is as wanted, and gives it.
    pub fn text(&self, role: &str, wanted: impl Fn(&str) -> bool) -> String {
        let mut text = String::new();
        until(|| {
            text = self.all(role, None).iter().map(Control::text).collect::<Vec<_>>().join("\n");
            wanted(&text).then_some(())
        })
        .unwrap_or_else(|| panic!("the {role} of {:?} reads “{text}”", self.path));
        text
    }

    /// Name and content of every field on the form, in reading order.
    pub fn contents(&self) -> Vec<(String, String)> {
        let script = "return [...document.querySelectorAll('main :is(input, select, textarea)')]
            .filter(it => it.checkVisibility())
            .map(it => [it.computedName.trim(), it.type === 'checkbox' ? `${it.checked}` : it.value])";
        let contents: Value = self.browser.script(script, json!([]));
        serde_json::from_value(contents).expect("pairs of texts")
    }
}
