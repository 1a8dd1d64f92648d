//! One browser with the app in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::control::{Control, keys};
use super::driver::{Driver, ElementId};
use super::ground::Ground;
use super::kind::{Kind, Start, Started};
use super::place::Place;
use super::process::Running;
use super::recorder::Recorder;

/// How long the app is waited for, at most.
const PATIENCE: Duration = Duration::from_secs(10);

/// A browser on the app. It ends with this, in the order of the fields.
pub struct Browser {
    kind: Kind,
    /// Whether the app is kept for when there is no network.
    offline: bool,
    driver: Box<dyn Driver>,
    _programs: Vec<Running>,
    ground: Rc<Ground>,
}

/// A tab of the browser.
pub struct Tab(Value);

impl Browser {
    /// Starts a browser of its own, with nothing kept from before, on the app in `dist`. It has no service
    /// workers: what a page asks for comes from the server, at the pace that a test or a measurement sets.
    pub fn start(dist: &Path) -> Browser {
        let ground = Rc::new(Ground::new(dist));
        let browser = Browser { offline: false, ..Browser::begun(Kind::Chromium, &ground, "profile") };
        browser.prepare_tab();
        browser.resize(1366, 768);
        browser.begin();
        browser
    }

    /// Starts a browser with what it keeps in the profile of this name, at home.
    pub fn on(kind: Kind, ground: &Rc<Ground>, profile: &str) -> Browser {
        let browser = Browser::begun(kind, ground, profile);
        browser.go_to_app();
        browser
    }

    /// Starts another browser beside this one.
    pub fn beside(&self, kind: Kind, profile: &str) -> Browser {
        Browser::on(kind, &self.ground, profile)
    }

    fn begun(kind: Kind, ground: &Rc<Ground>, profile: &str) -> Browser {
        let profile = ground.profile(profile);
        let proxy = ground.recorder().map(Recorder::port);
        let Started { driver, programs } =
            kind.start(&Start { profile, downloads: ground.downloads(), proxy });
        Browser { kind, offline: true, driver, _programs: programs, ground: ground.clone() }
    }

    /// Does what is to be done once in each tab.
    fn prepare_tab(&self) {
        if !self.offline {
            let source = "delete Navigator.prototype.serviceWorker";
            self.chromium("Page.addScriptToEvaluateOnNewDocument", json!({"source": source}));
        }
    }

    /// As on a first visit: no drafts, at home.
    pub fn begin(&self) {
        self.leave();
        let origin = self.ground.address().trim_end_matches('/');
        self.kind.forget(&*self.driver, origin).expect("the browser can forget");
        self.go_to_app();
        self.page().heading("Kế hoạch của tôi");
    }

    /// Opens the app at its address.
    pub fn go_to_app(&self) {
        self.go_to_place("");
    }

    /// Opens what is in this place of the server.
    pub fn go_to_place(&self, place: &str) {
        self.post("url", json!({"url": format!("{}{place}", self.ground.address())}));
    }

    /// Opens the app in a tab beside this one, does something there, and comes back.
    pub fn in_another_tab(&self, act: impl FnOnce()) {
        let this = self.tab();
        self.new_tab();
        act();
        self.go_to(&this);
    }

    /// The tab that is looked at.
    pub fn tab(&self) -> Tab {
        Tab(self.get("window"))
    }

    /// Opens the app in a tab beside this one and goes there.
    pub fn new_tab(&self) -> Tab {
        let new = self.post("window/new", json!({"type": "tab"}));
        let tab = Tab(new["handle"].clone());
        self.go_to(&tab);
        self.prepare_tab();
        self.go_to_app();
        tab
    }

    /// Goes to a tab that was opened before.
    pub fn go_to(&self, tab: &Tab) {
        self.post("window", json!({"handle": tab.0}));
        if self.kind.is_chromium() {
            // Commands go there by now, but what is seen is the other: no frame is drawn.
            self.chromium("Page.bringToFront", json!({}));
        }
    }

    /// Opens another address.
    pub fn open(&self, address: &str) {
        self.post("url", json!({"url": address}));
    }

    /// Leaves the app in this tab, as closing the tab does.
    pub fn leave(&self) {
        self.post("url", json!({"url": "about:blank"}));
    }

    /// The browser's process, of which all its others come.
    pub fn process(&self) -> u32 {
        self.driver.process()
    }

    /// Sends a command of WebDriver; a refusal is a failure of the test.
    fn post(&self, command: &str, content: Value) -> Value {
        self.driver.send(command, Some(content)).unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Asks for something.
    fn get(&self, command: &str) -> Value {
        self.driver.send(command, None).unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Loads the page again.
    pub fn reload(&self) {
        self.post("refresh", json!({}));
    }

    /// Everything on screen.
    pub fn page(&self) -> Place<'_> {
        Place::page(self)
    }

    /// What a script gives.
    pub fn script(&self, script: &str, arguments: Value) -> Value {
        self.post("execute/sync", json!({"script": script, "args": arguments}))
    }

    /// What a script gives that looks at the page and changes nothing. It may ask for `nameOf(element)`
    /// and `roleOf(element)`.
    pub fn look(&self, script: &str, arguments: Value) -> Value {
        self.post("execute/sync", self.kind.looking(script, arguments))
    }

    /// The elements that such a script gives.
    pub fn elements(&self, script: &str, arguments: Value) -> Vec<ElementId> {
        let found = self.look(script, arguments);
        found.as_array().into_iter().flatten().filter_map(ElementId::from_script).collect()
    }

    /// Whether the browser's accessibility tree has the element under this role and name.
    pub fn confirms(&self, element: &ElementId, role: &str, name: Option<&str>) -> bool {
        self.kind.confirms(&*self.driver, element, role, name)
    }

    /// What a command of an element gives.
    pub fn ask(&self, element: &ElementId, command: &str) -> Value {
        self.get(&element.command(command))
    }

    /// Does something to an element.
    pub fn tell(&self, element: &ElementId, command: &str, what: Value) {
        self.post(&element.command(command), what);
    }

    /// Clicks on an element. Where something else covers it nothing is done, and false comes back.
    pub fn click(&self, element: &ElementId) -> bool {
        match self.driver.send(&element.command("click"), Some(json!({}))) {
            Ok(_) => true,
            Err(error) if error.contains("element click intercepted") => false,
            Err(error) => panic!("click: {error}"),
        }
    }

    /// What has the focus.
    pub fn focused(&self) -> Control<'_> {
        self.active().1
    }

    /// Role and name of what has the focus, and itself.
    fn active(&self) -> (String, Control<'_>) {
        let script = "const it = document.activeElement; return [it, roleOf(it), nameOf(it)]";
        let found = self.look(script, json!([]));
        let element = ElementId::from_script(&found[0]).expect("something always has the focus");
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        (text(&found[1]), Control::new(self, element, text(&found[2])))
    }

    /// Types keys into whatever has the focus.
    pub fn press(&self, keys: &str) {
        self.focused().press(keys);
    }

    /// Strikes one key, whatever has the focus.
    ///
    /// # Errors
    /// The browser is gone.
    pub fn strike(&self, key: char) -> Result<(), String> {
        let strokes = ["keyDown", "keyUp"].map(|stroke| json!({"type": stroke, "value": key}));
        let keyboard = json!({"type": "key", "id": "keyboard", "actions": strokes});
        self.driver.send("actions", Some(json!({"actions": [keyboard]}))).map(|_| ())
    }

    /// Goes on by Tab until something of this role and name has the focus.
    pub fn tab_to(&self, role: &str, name: &str) -> Control<'_> {
        for _ in 0..120 {
            // To whatever has it by then: what had it may be gone.
            self.strike(keys::TAB).expect("the browser takes keys");
            let (is, now) = self.active();
            if is == role && now.name() == name {
                return now;
            }
        }
        panic!("{role} “{name}” is not reached by Tab");
    }

    /// Chooses a file as after "Mở tệp": the browser's own dialog cannot be driven.
    pub fn choose_file(&self, file: &Path) {
        let script = "return document.querySelectorAll('input[type=file]')";
        let inputs = self.elements(script, json!([]));
        let [input] = inputs.as_slice() else { panic!("{} fields for files", inputs.len()) };
        self.tell(input, "value", json!({"text": file}));
    }

    /// Makes the page this large, in CSS pixels.
    pub fn resize(&self, width: u32, height: u32) {
        self.kind.resize(&*self.driver, width, height).expect("the browser can be resized");
    }

    /// Writes what is on screen to a PNG.
    pub fn screenshot(&self, file: &Path) {
        self.write_data(file, &self.get("screenshot"));
    }

    /// Writes what the printer would get to a PDF: in Chromium on paper of the page's choice, in Firefox on A4
    /// without margins. WebKit's driver cannot.
    pub fn print(&self, file: &Path) {
        if self.kind.is_chromium() {
            let sheets = self.chromium("Page.printToPDF", json!({"preferCSSPageSize": true}));
            return self.write_data(file, &sheets["data"]);
        }
        let sheets = self.post(
            "print",
            json!({
                "page": {"width": 21.0, "height": 29.7},
                "margin": {"top": 0, "bottom": 0, "left": 0, "right": 0},
                "shrinkToFit": false,
            }),
        );
        self.write_data(file, &sheets);
    }

    fn write_data(&self, file: &Path, data: &Value) {
        let script = "return [...atob(arguments[0])].map(c => c.charCodeAt(0))";
        let bytes = self.script(script, json!([data]));
        let bytes: Vec<u8> = serde_json::from_value(bytes).expect("bytes");
        fs::write(file, bytes).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }

    /// Runs a command of Chromium's own protocol.
    pub fn chromium(&self, command: &str, parameters: Value) -> Value {
        self.post("goog/cdp/execute", json!({"cmd": command, "params": parameters}))
    }

    /// What the page has complained of since it was last asked: the console's errors,
    /// failures to load, breaches of the content security policy.
    pub fn complaints(&self) -> Vec<String> {
        let log = self.post("se/log", json!({"type": "browser"}));
        let severe = log.as_array().into_iter().flatten().filter(|entry| entry["level"] == "SEVERE");
        severe.map(|entry| entry["message"].to_string()).collect()
    }

    /// The file that is downloaded while `act` is done, taken out of the folder of downloads:
    /// the next of its name keeps that name.
    pub fn download(&self, ending: &str, act: impl FnOnce()) -> PathBuf {
        act();
        let downloads = || {
            let entries = fs::read_dir(self.ground.downloads()).expect("the folder is there");
            entries.flatten().map(|entry| entry.path()).collect::<Vec<_>>()
        };
        // Chromium holds a file's name with an empty file until the whole one is moved there.
        let whole = |file: &PathBuf| {
            file.to_string_lossy().ends_with(ending) && fs::metadata(file).is_ok_and(|about| about.len() > 0)
        };
        let file = until(|| downloads().into_iter().find(whole))
            .unwrap_or_else(|| panic!("no file *{ending} in {:?}", downloads()));
        let name = file.file_name().unwrap_or_default();
        let taken =
            (0..).map(|i| self.ground.folder().join(format!("taken-{i}"))).find(|folder| !folder.exists());
        let taken = taken.expect("a new folder");
        fs::create_dir(&taken).expect("the folder can be written");
        fs::rename(&file, taken.join(name)).expect("the file can be moved");
        taken.join(name)
    }

    /// A file to be opened in the app.
    pub fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        let file = self.ground.folder().join(name);
        fs::write(&file, content).expect("the folder can be written");
        file
    }
}

/// Asks again and again until there is an answer; `None` when patience ends.
pub fn until<T>(mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let end = Instant::now() + PATIENCE;
    loop {
        let answer = ask();
        if answer.is_some() || Instant::now() > end {
            return answer;
        }
        std::thread::sleep(Duration::from_millis(15));
    }
}
