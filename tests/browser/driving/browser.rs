//! One browser with the app in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::control::{Control, keys};
use super::place::Place;
use super::process::Running;
use super::webdriver::{ElementId, WebDriver};

/// How long the app is waited for, at most.
const PATIENCE: Duration = Duration::from_secs(10);

/// A browser, the server of the app, and a folder for what is downloaded; all end with it,
/// in the order of the fields.
pub struct Browser {
    driver: WebDriver,
    address: String,
    folder: Folder,
    _chromedriver: Running,
    _server: Running,
}

impl Browser {
    /// Starts a browser of its own, with nothing kept from before, on the app in `dist`.
    pub fn start(dist: &Path) -> Browser {
        let folder = Folder::new();
        let (server, address) = Running::server(dist);
        let (chromedriver, port) = Running::chromedriver();
        let driver = WebDriver::connect(port, capabilities(&folder.0));
        let browser = Browser { driver, address, folder, _chromedriver: chromedriver, _server: server };
        browser.resize(1366, 768);
        browser.begin();
        browser
    }

    /// As on a first visit: no drafts, at home.
    pub fn begin(&self) {
        self.driver.post("url", json!({"url": "about:blank"}));
        let origin = self.address.trim_end_matches('/');
        self.chromium("Storage.clearDataForOrigin", json!({"origin": origin, "storageTypes": "all"}));
        self.driver.post("url", json!({"url": self.address}));
        self.page().heading("Kế hoạch của tôi");
    }

    /// Loads the page again.
    pub fn reload(&self) {
        self.driver.post("refresh", json!({}));
    }

    /// Everything on screen.
    pub fn page(&self) -> Place<'_> {
        Place::page(self)
    }

    /// What a script gives.
    pub fn script(&self, script: &str, arguments: Value) -> Value {
        self.driver.post("execute/sync", json!({"script": script, "args": arguments}))
    }

    /// The elements that a script gives.
    pub fn elements(&self, script: &str, arguments: Value) -> Vec<ElementId> {
        let found = self.script(script, arguments);
        found.as_array().into_iter().flatten().filter_map(ElementId::from_script).collect()
    }

    /// What a command of an element gives.
    pub fn ask(&self, element: &ElementId, command: &str) -> Value {
        self.driver.get(&element.command(command))
    }

    /// Does something to an element.
    pub fn tell(&self, element: &ElementId, command: &str, what: Value) {
        self.driver.post(&element.command(command), what);
    }

    /// What has the focus.
    pub fn focused(&self) -> Control<'_> {
        self.active().1
    }

    /// Role and name of what has the focus, and itself.
    fn active(&self) -> (String, Control<'_>) {
        let script =
            "const it = document.activeElement; return [it, it.computedRole, it.computedName.trim()]";
        let found = self.script(script, json!([]));
        let element = ElementId::from_script(&found[0]).expect("something always has the focus");
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        (text(&found[1]), Control::new(self, element, text(&found[2])))
    }

    /// Types keys into whatever has the focus.
    pub fn press(&self, keys: &str) {
        self.focused().press(keys);
    }

    /// Goes on by Tab until something of this role and name has the focus.
    pub fn tab_to(&self, role: &str, name: &str) -> Control<'_> {
        let mut focused = self.focused();
        for _ in 0..120 {
            focused.press(&keys::TAB.to_string());
            let (is, now) = self.active();
            if is == role && now.name() == name {
                return now;
            }
            focused = now;
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
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.chromium("Emulation.setDeviceMetricsOverride", size);
    }

    /// Writes what is on screen to a PNG.
    pub fn screenshot(&self, file: &Path) {
        let shot = self.chromium("Page.captureScreenshot", json!({"format": "png"}));
        let script = "return [...atob(arguments[0])].map(c => c.charCodeAt(0))";
        let bytes = self.script(script, json!([shot["data"]]));
        let bytes: Vec<u8> = serde_json::from_value(bytes).expect("bytes");
        fs::write(file, bytes).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }

    /// Runs a command of Chromium's own protocol.
    pub fn chromium(&self, command: &str, parameters: Value) -> Value {
        self.driver.post("goog/cdp/execute", json!({"cmd": command, "params": parameters}))
    }

    /// What the page has complained of since it was last asked: the console's errors,
    /// failures to load, breaches of the content security policy.
    pub fn complaints(&self) -> Vec<String> {
        let log = self.driver.post("se/log", json!({"type": "browser"}));
        let severe = log.as_array().into_iter().flatten().filter(|entry| entry["level"] == "SEVERE");
        severe.map(|entry| entry["message"].to_string()).collect()
    }

    /// The file that is downloaded while `act` is done, taken out of the folder of downloads:
    /// the next of its name keeps that name.
    pub fn download(&self, ending: &str, act: impl FnOnce()) -> PathBuf {
        act();
        // Chromium holds a file's name with an empty file until the whole one is moved there.
        let whole = |file: &PathBuf| {
            file.to_string_lossy().ends_with(ending) && fs::metadata(file).is_ok_and(|about| about.len() > 0)
        };
        let file = until(|| self.folder.downloads().into_iter().find(whole))
            .unwrap_or_else(|| panic!("no file *{ending} in {:?}", self.folder.downloads()));
        let name = file.file_name().unwrap_or_default();
        let taken = (0..).map(|i| self.folder.0.join(format!("taken-{i}"))).find(|folder| !folder.exists());
        let taken = taken.expect("a new folder");
        fs::create_dir(&taken).expect("the folder can be written");
        fs::rename(&file, taken.join(name)).expect("the file can be moved");
        taken.join(name)
    }

    /// A file to be opened in the app.
    pub fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        let file = self.folder.0.join(name);
        fs::write(&file, content).expect("the folder can be written");
        file
    }
}

/// A folder of this run's own: profile, downloads, files to open.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Folder {
        let name = format!("browser-{}", std::process::id());
        let folder = Folder(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name));
        fs::create_dir_all(folder.0.join("downloads")).expect("the target folder can be written");
        folder
    }

    fn downloads(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.0.join("downloads")).expect("the folder is there");
        entries.flatten().map(|entry| entry.path()).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
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

fn capabilities(folder: &Path) -> Value {
    let profile = format!("--user-data-dir={}", folder.join("profile").display());
    json!({
        "goog:loggingPrefs": {"browser": "ALL"},
        "goog:chromeOptions": {
            "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--no-first-run",
                // Lets scripts read roles and names off the accessibility tree.
                "--enable-blink-features=ComputedAccessibilityInfo",
                profile,
            ],
            "prefs": {
                "download.default_directory": folder.join("downloads"),
                "download.prompt_for_download": false,
            },
        },
    })
}
