//! The browsers that the app is tried in, and where they differ.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::driver::Driver;
use super::marionette::{Marionette, PRIVILEGED};
use super::process::Running;
use super::webdriver::WebDriver;

/// A browser that the app is tried in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Chromium,
    Firefox,
}

/// A browser that has just been started: its session, and the program that ends it.
pub struct Started {
    pub driver: Box<dyn Driver>,
    pub program: Running,
}

impl Kind {
    /// Starts the browser on the profile in `profile`, which may be an empty folder or one used before.
    pub fn start(self, profile: &Path, downloads: &Path) -> Started {
        match self {
            Kind::Chromium => {
                let (program, port) = Running::chromedriver();
                let driver = WebDriver::connect(port, chromium(profile, downloads));
                Started { driver: Box::new(driver), program }
            }
            Kind::Firefox => {
                fs::write(profile.join("user.js"), firefox(downloads)).expect("the profile can be written");
                let (program, port) = Running::firefox(profile);
                Started { driver: Box::new(Marionette::connect(port)), program }
            }
        }
    }

    /// Forgets all that the browser keeps for the app at `origin`.
    pub fn forget(self, driver: &dyn Driver, origin: &str) -> Result<Value, String> {
        match self {
            Kind::Chromium => {
                let parameters = json!({"origin": origin, "storageTypes": "all"});
                let command = json!({"cmd": "Storage.clearDataForOrigin", "params": parameters});
                driver.send("goog/cdp/execute", Some(command))
            }
            Kind::Firefox => driver.send(PRIVILEGED, Some(json!({"script": FORGET, "args": [origin]}))),
        }
    }

    /// Makes the page this large, in CSS pixels. Firefox makes no window as narrow as a phone.
    pub fn resize(self, driver: &dyn Driver, width: u32, height: u32) -> Result<Value, String> {
        match self {
            Kind::Chromium => {
                let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
                let command = json!({"cmd": "Emulation.setDeviceMetricsOverride", "params": size});
                driver.send("goog/cdp/execute", Some(command))
            }
            Kind::Firefox => {
                let script = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
                let frame = driver.send("execute/sync", Some(json!({"script": script, "args": []})))?;
                let [wide, high] = [0, 1].map(|at| frame[at].as_u64().unwrap_or_default());
                let size = json!({"width": wide + u64::from(width), "height": high + u64::from(height)});
                driver.send("window/rect", Some(size))
            }
        }
    }

    /// What a script is to be sent with that asks `nameOf` and `roleOf` an element, as the browser's
    /// own accessibility tree has them.
    pub fn looking(self, script: &str, arguments: Value) -> Value {
        match self {
            Kind::Chromium => json!({"script": format!("{CHROMIUM_NAMES}{script}"), "args": arguments}),
            // Pages are not told of the tree. Beside the page's own scripts there is one place that is.
            Kind::Firefox => {
                json!({"script": format!("{FIREFOX_NAMES}{script}"), "args": arguments, "sandbox": "system"})
            }
        }
    }
}

const CHROMIUM_NAMES: &str = "
    const nameOf = it => it.computedName.trim(), roleOf = it => it.computedRole;";

/// The tree is made when it is first asked for: until then nothing has a name.
const FIREFOX_NAMES: &str = "
    const tree = Components.classes['@mozilla.org/accessibilityService;1']
        .getService(Components.interfaces.nsIAccessibilityService);
    const nameOf = it => tree.getAccessibleFor(it)?.name?.trim() ?? '';
    const roleOf = it => tree.getAccessibleFor(it)?.computedARIARole ?? '';";

const FORGET: &str = "
    const [origin, done] = arguments;
    const principal = Services.scriptSecurityManager.createContentPrincipalFromOrigin(origin);
    Services.qms.clearStoragesForPrincipal(principal).callback = () => done(null);";

fn chromium(profile: &Path, downloads: &Path) -> Value {
    let profile = format!("--user-data-dir={}", profile.display());
    json!({
        "goog:loggingPrefs": {"browser": "ALL"},
        "goog:chromeOptions": {
            "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--no-first-run", "--window-size=1366,768",
                // Lets scripts read roles and names off the accessibility tree.
                "--enable-blink-features=ComputedAccessibilityInfo",
                profile,
            ],
            "prefs": {
                "download.default_directory": downloads,
                "download.prompt_for_download": false,
            },
        },
    })
}

/// Preferences of Firefox. None is of what it keeps, or when.
fn firefox(downloads: &Path) -> String {
    let preferences = [
        ("marionette.port", json!(0)),
        // After a crash neither the pages from before nor a question about safe mode.
        ("browser.sessionstore.resume_from_crash", json!(false)),
        ("toolkit.startup.max_resumed_crashes", json!(-1)),
        // Nothing of its own to look at first: it starts sooner.
        ("browser.startup.page", json!(0)),
        ("browser.aboutwelcome.enabled", json!(false)),
        ("browser.download.folderList", json!(2)),
        ("browser.download.dir", json!(downloads)),
    ];
    preferences.iter().map(|(name, value)| format!("user_pref(\"{name}\", {value});\n")).collect()
}
