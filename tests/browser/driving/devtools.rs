//! Chromium's own protocol, without a driver between: for a Chrome that today's driver cannot drive any more. What
//! WebDriver asks for is said in that protocol, as far as tests ask.

use std::cell::RefCell;
use std::path::Path;

use serde_json::{Value, json};

use super::driver::Driver;
use super::until;
use super::websocket::WebSocket;

/// A session of Chromium. It ends with the process.
pub struct DevTools {
    connection: RefCell<Connection>,
    /// The tab that is looked at.
    tab: RefCell<Tab>,
    process: u32,
}

struct Connection {
    socket: WebSocket,
    /// How many commands were sent: each is numbered, and so is its answer.
    sent: u64,
    /// What the page has complained of, in the words of the driver of Chromium.
    complaints: Vec<Value>,
}

#[derive(Clone)]
struct Tab {
    target: String,
    session: String,
}

impl DevTools {
    /// Begins a session with the browser of this process, which listens there, and has it put files in that folder.
    pub fn connect(port: u16, path: &str, downloads: &Path, process: u32) -> DevTools {
        let socket = WebSocket::connect(port, path).expect("the browser listens");
        let connection = Connection { socket, sent: 0, complaints: Vec::new() };
        let none = Tab { target: String::new(), session: String::new() };
        let session = DevTools { connection: RefCell::new(connection), tab: RefCell::new(none), process };
        let downloading = json!({"behavior": "allow", "downloadPath": downloads});
        session.whole("Browser.setDownloadBehavior", downloading).expect("files are put there");
        let target = session.new_tab().expect("a tab");
        session.go_to(&target).expect("a tab that was just opened");
        session
    }
}

impl Driver for DevTools {
    fn send(&self, command: &str, content: Option<Value>) -> Result<Value, String> {
        let parts: Vec<&str> = command.split('/').collect();
        let asks = content.is_none();
        let content = content.unwrap_or_default();
        let text = |name: &str| content[name].as_str().unwrap_or_default();
        match parts[..] {
            ["url"] => {
                self.protocol("Page.navigate", json!({"url": text("url")}))?;
                self.wait_for_page()
            }
            ["refresh"] => {
                self.run("window.left = true", &json!([]))?;
                self.protocol("Page.reload", json!({}))?;
                self.wait_for_page()
            }
            ["execute", "sync"] => self.run(text("script"), &content["args"]),
            ["screenshot"] => Ok(self.protocol("Page.captureScreenshot", json!({}))?["data"].take()),
            ["window"] if asks => Ok(json!(self.tab.borrow().target)),
            ["window"] => self.go_to(text("handle")),
            ["window", "new"] => Ok(json!({"handle": self.new_tab()?})),
            ["goog", "cdp", "execute"] => self.protocol(text("cmd"), content["params"].clone()),
            ["se", "log"] => Ok(json!(std::mem::take(&mut self.connection.borrow_mut().complaints))),
            ["element", id, "property", name] => {
                self.run(&format!("return {ELEMENT}['{name}']"), &element(id))
            }
            ["element", id, "click"] => self.click(id),
            ["element", id, "value"] => self.put_in(id, text("text")),
            _ => Err(format!("{command}: not known for Chrome 109 yet")),
        }
    }

    fn process(&self) -> u32 {
        self.process
    }
}

impl Connection {
    fn call(&mut self, session: Option<&str>, command: &str, parameters: Value) -> Result<Value, String> {
        self.sent += 1;
        let mut message = json!({"id": self.sent, "method": command, "params": parameters});
        if let Some(session) = session {
            message["sessionId"] = json!(session);
        }
        self.socket.send(&message.to_string()).map_err(|error| error.to_string())?;
        loop {
            let text = self.socket.read().map_err(|error| error.to_string())?;
            let mut answer: Value = serde_json::from_slice(&text).map_err(|error| error.to_string())?;
            if answer["id"] == self.sent {
                return match answer.get("error") {
                    Some(error) => Err(format!("{command}: {error}")),
                    None => Ok(answer["result"].take()),
                };
            }
            self.complaints.extend(complaint(&answer));
        }
    }
}

/// What an event of the browser complains of.
fn complaint(event: &Value) -> Option<Value> {
    let event = match event["method"].as_str()? {
        "Log.entryAdded" if event["params"]["entry"]["level"] == "error" => &event["params"]["entry"],
        "Runtime.exceptionThrown" => &event["params"]["exceptionDetails"],
        _ => return None,
    };
    Some(json!({"level": "SEVERE", "message": event.to_string()}))
}

/// The element in a script that is given nothing else.
const ELEMENT: &str = "arguments[0]";

/// Runs a script, with elements in what it takes and gives by their numbers in a list that the page keeps.
const RUN: &str = "(async (run, given) => {
    const MARK = 'element-6066-11e4-a52e-4f735466cecf';
    const known = (window[Symbol.for('driven elements')] ??= []);
    const take = (it) => {
        if (Array.isArray(it)) return it.map(take);
        if (!it || typeof it !== 'object') return it;
        if (!(MARK in it)) return Object.fromEntries(Object.entries(it).map(([key, value]) => [key, take(value)]));
        const element = known[it[MARK]];
        if (!element?.isConnected) throw new Error('stale element reference');
        return element;
    };
    const give = (it) => {
        if (it instanceof Element) {
            if (!known.includes(it)) known.push(it);
            return { [MARK]: `${known.indexOf(it)}` };
        }
        if (it && typeof it === 'object' && Symbol.iterator in it) return [...it].map(give);
        if (!it || typeof it !== 'object') return it ?? null;
        return Object.fromEntries(Object.entries(it).map(([key, value]) => [key, give(value)]));
    };
    return give(await run(...take(given)));
})";

/// The middle of an element, where a click would meet it; nothing when it is a choice of a list, which is taken here.
const MIDDLE: &str = "
    const it = arguments[0];
    if (it.tagName === 'OPTION') {
        it.selected = true;
        for (const name of ['input', 'change']) it.closest('select').dispatchEvent(new Event(name, { bubbles: true }));
        return null;
    }
    it.scrollIntoView({ block: 'nearest' });
    const { x, y, width, height } = it.getClientRects()[0];
    const [left, top] = [x + width / 2, y + height / 2];
    const met = document.elementFromPoint(left, top);
    if (!it.contains(met)) throw new Error(`${met?.outerHTML.slice(0, 80)} would get the click`);
    return [left, top]";

/// Puts the caret behind what the element holds, unless it has the focus already; once what was done before has
/// come to the screen, for that may move the focus.
const FOCUS: &str = "
    const it = arguments[0];
    const focus = () => {
        if (document.activeElement === it) return;
        it.focus();
        if (/^(text|search|tel)/.test(it.type)) it.setSelectionRange(it.value.length, it.value.length);
    };
    return new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20))).then(focus)";

fn element(id: &str) -> Value {
    json!([{"element-6066-11e4-a52e-4f735466cecf": id}])
}

impl DevTools {
    /// A command to the browser as a whole.
    fn whole(&self, command: &str, parameters: Value) -> Result<Value, String> {
        self.connection.borrow_mut().call(None, command, parameters)
    }

    /// A command to the tab.
    fn protocol(&self, command: &str, parameters: Value) -> Result<Value, String> {
        let session = self.tab.borrow().session.clone();
        self.connection.borrow_mut().call(Some(&session), command, parameters)
    }

    fn new_tab(&self) -> Result<String, String> {
        let made = self.whole("Target.createTarget", json!({"url": "about:blank"}))?;
        made["targetId"].as_str().map(str::to_owned).ok_or("a tab without a name".into())
    }

    fn go_to(&self, target: &str) -> Result<Value, String> {
        let attached = self.whole("Target.attachToTarget", json!({"targetId": target, "flatten": true}))?;
        let session = attached["sessionId"].as_str().unwrap_or_default().to_owned();
        self.tab.replace(Tab { target: target.to_owned(), session });
        for domain in ["Page", "Log", "Runtime"] {
            self.protocol(&format!("{domain}.enable"), json!({}))?;
        }
        Ok(Value::Null)
    }

    fn wait_for_page(&self) -> Result<Value, String> {
        let script = "return document.readyState === 'complete' && !window.left";
        // While one page goes and the next comes there is none to ask.
        let stands = || (self.run(script, &json!([])) == Ok(json!(true))).then_some(Value::Null);
        until(stands).ok_or("the page does not load".into())
    }

    fn run(&self, script: &str, given: &Value) -> Result<Value, String> {
        let expression = format!("{RUN}(function () {{ {script} }}, {given})");
        let parameters = json!({"expression": expression, "awaitPromise": true, "returnByValue": true});
        let mut answer = self.protocol("Runtime.evaluate", parameters)?;
        match answer.get("exceptionDetails") {
            Some(thrown) => Err(format!("{}: {}", thrown["text"], thrown["exception"]["description"])),
            None => Ok(answer["result"]["value"].take()),
        }
    }

    fn click(&self, id: &str) -> Result<Value, String> {
        let middle = self.run(MIDDLE, &element(id))?;
        if middle.is_null() {
            return Ok(middle);
        }
        for (kind, button, buttons) in
            [("mouseMoved", "none", 0), ("mousePressed", "left", 1), ("mouseReleased", "left", 0)]
        {
            self.protocol(
                "Input.dispatchMouseEvent",
                json!({"type": kind, "x": middle[0], "y": middle[1], "button": button, "buttons": buttons, "clickCount": 1}),
            )?;
        }
        Ok(Value::Null)
    }

    /// Types into a field, or chooses a file.
    fn put_in(&self, id: &str, text: &str) -> Result<Value, String> {
        if self.run(&format!("return {ELEMENT}.type === 'file'"), &element(id))? == json!(true) {
            let expression = format!("{RUN}(function () {{ window.driven = {ELEMENT} }}, {})", element(id));
            self.protocol("Runtime.evaluate", json!({"expression": expression, "awaitPromise": true}))?;
            let found = self.protocol("Runtime.evaluate", json!({"expression": "window.driven"}))?;
            let parameters = json!({"files": [text], "objectId": found["result"]["objectId"]});
            return self.protocol("DOM.setFileInputFiles", parameters);
        }
        self.run(FOCUS, &element(id))?;
        for letter in text.chars() {
            if ('\u{E000}'..='\u{F8FF}').contains(&letter) {
                return Err(format!("key {letter:?}: not known for Chrome 109 yet"));
            }
            for (kind, typed) in [("keyDown", letter.to_string()), ("keyUp", String::new())] {
                let key = letter.to_string();
                self.protocol("Input.dispatchKeyEvent", json!({"type": kind, "key": key, "text": typed}))?;
            }
        }
        Ok(Value::Null)
    }
}
