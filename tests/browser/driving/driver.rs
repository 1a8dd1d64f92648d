//! What the drivers of all browsers offer: the commands of WebDriver (W3C, 2018), by address and content.

use serde_json::{Value, json};

/// Marks an element in what scripts take and give (WebDriver, section 11: web element identifier).
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Commands to one session of a browser, one at a time. The session ends with this.
pub trait Driver {
    /// Sends a command under its address in WebDriver; without content it only asks.
    ///
    /// # Errors
    /// The refusal, or that nobody answers any more.
    fn send(&self, command: &str, content: Option<Value>) -> Result<Value, String>;

    /// The process of the browser, of which all its others come.
    fn process(&self) -> u32;
}

/// The identity of an element of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElementId(String);

impl ElementId {
    /// The element that a script gave.
    pub fn from_script(value: &Value) -> Option<ElementId> {
        value.get(ELEMENT)?.as_str().map(|id| ElementId(id.to_owned()))
    }

    /// The element as a script takes it.
    pub fn to_script(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }

    /// The address of one of the element's commands.
    pub fn command(&self, name: &str) -> String {
        format!("element/{}/{name}", self.0)
    }
}
