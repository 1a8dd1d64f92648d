//! The browsers that the app is tried in, and where they differ.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::devtools::DevTools;
use super::driver::{Driver, ElementId};
use super::marionette::{Marionette, PRIVILEGED};
use super::process::Running;
use super::webdriver::WebDriver;

/// A browser that the app is tried in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Chromium as Debian has it.
    Chromium,
    /// The last Chrome for Windows 7 and 8.1. `KE_HOACH_CHROME_109` names the program.
    Chrome109,
    /// Firefox with extended support.
    Firefox,
    /// WebKit in a window of its own, the closest to Safari here. It keeps nothing from one start to the next.
    WebKit,
}

/// What a browser is started with.
pub struct Start {
    /// Where it keeps what it keeps: an empty folder or one used before.
    pub profile: PathBuf,
    /// Where it puts files.
    pub downloads: PathBuf,
    /// The port of this machine through which all goes that it asks for, if not straight to the network.
    pub proxy: Option<u16>,
}

/// A browser that has just been started: its session, and the programs that end it, the first first.
pub struct Started {
    pub driver: Box<dyn Driver>,
    pub programs: Vec<Running>,
}

impl Kind {
    /// Starts the browser.
    pub fn start(self, start: &Start) -> Started {
        match self {
            Kind::Chromium => {
                let (program, port) = Running::chromedriver();
                let driver = WebDriver::connect(port, chromium(start), program.process());
                Started { driver: Box::new(driver), programs: vec![program] }
            }
            Kind::Chrome109 => {
                let (program, (port, path)) = Running::chrome_109(&chromium_arguments(start));
                let driver = DevTools::connect(port, &path, &start.downloads, program.process());
                Started { driver: Box::new(driver), programs: vec![program] }
            }
            Kind::Firefox => {
                let preferences = firefox(start);
                fs::write(start.profile.join("user.js"), preferences).expect("the profile can be written");
                let (program, port) = Running::firefox(&start.profile);
                Started { driver: Box::new(Marionette::connect(port)), programs: vec![program] }
            }
            Kind::WebKit => {
                let folders = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", start.downloads.display());
                fs::write(start.profile.join("user-dirs.dirs"), folders).expect("the profile can be written");
                let (screen, display) = Running::screen();
                let (program, port) = Running::webkit(&start.profile, &display);
                let driver = WebDriver::connect(port, webkit(start), program.process());
                Started { driver: Box::new(driver), programs: vec![program, screen] }
            }
        }
    }

    /// Whether it takes the commands of Chromium's own protocol.
    pub fn is_chromium(self) -> bool {
        matches!(self, Kind::Chromium | Kind::Chrome109)
    }

    /// Forgets all that the browser keeps for the app at `origin`.
    pub fn forget(self, driver: &dyn Driver, origin: &str) -> Result<Value, String> {
        match self {
            Kind::Chromium | Kind::Chrome109 => {
                let parameters = json!({"origin": origin, "storageTypes": "all"});
                let command = json!({"cmd": "Storage.clearDataForOrigin", "params": parameters});
                driver.send("goog/cdp/execute", Some(command))
            }
            Kind::Firefox => driver.send(PRIVILEGED, Some(json!({"script": FORGET, "args": [origin]}))),
            Kind::WebKit => Err("WebKit forgets when it ends".into()),
        }
    }

    /// Makes the page this large, in CSS pixels. Firefox and WebKit make no window as narrow as a phone.
    pub fn resize(self, driver: &dyn Driver, width: u32, height: u32) -> Result<Value, String> {
        match self {
            Kind::Chromium | Kind::Chrome109 => {
                let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
                let command = json!({"cmd": "Emulation.setDeviceMetricsOverride", "params": size});
                driver.send("goog/cdp/execute", Some(command))
            }
            Kind::Firefox | Kind::WebKit => {
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
            Kind::Chromium | Kind::Chrome109 => {
                json!({"script": format!("{CHROMIUM_NAMES}{script}"), "args": arguments})
            }
            // Pages are not told of the tree. Beside the page's own scripts there is one place that is.
            Kind::Firefox => {
                json!({"script": format!("{FIREFOX_NAMES}{script}"), "args": arguments, "sandbox": "system"})
            }
            Kind::WebKit => json!({"script": format!("{WEBKIT_NAMES}{script}"), "args": arguments}),
        }
    }

    /// Whether its accessibility tree has the element under this role and name. What the script went by is
    /// the tree itself, but in WebKit, which tells of its own only here and of one element at a time.
    pub fn confirms(self, driver: &dyn Driver, element: &ElementId, role: &str, name: Option<&str>) -> bool {
        let told = |what| {
            let told = driver.send(&element.command(what), None).unwrap_or_default();
            told.as_str().unwrap_or_default().trim().to_owned()
        };
        let is_called = || name.is_none_or(|name| role == "listitem" || told("computedlabel") == name);
        let is = || match told("computedrole").as_str() {
            // A text field with suggestions is a text field; a list to choose from is a button to WebKit.
            "combobox" => matches!(role, "combobox" | "textbox"),
            "button" => matches!(role, "combobox" | "button"),
            told => told == role,
        };
        self != Kind::WebKit || is_called() && is()
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

/// By the rules that most elements need, and no more: each that is found this way is asked for in the tree.
const WEBKIT_NAMES: &str = "
    const ROLES = {
        A: 'link', BUTTON: 'button', FIELDSET: 'group', H1: 'heading', H2: 'heading', H3: 'heading', LI: 'listitem',
        MAIN: 'main', NAV: 'navigation', SECTION: 'region', SELECT: 'combobox', TEXTAREA: 'textbox',
    };
    const KINDS = { search: 'searchbox', checkbox: 'checkbox', radio: 'radio' };
    const roleOf = it => it.getAttribute('role') ?? (it.tagName === 'INPUT' ? KINDS[it.type] ?? 'textbox' : ROLES[it.tagName] ?? '');
    const read = it => it.nodeType === Node.TEXT_NODE ? it.data
        : it.ariaHidden === 'true' || it.hidden ? ''
        : it.ariaLabel ?? [...it.childNodes].map(read).join(' ');
    const line = text => text.replace(/\\s+/g, ' ').trim();
    const nameOf = it => {
        const others = (it.getAttribute('aria-labelledby') ?? '').split(' ').map(id => document.getElementById(id)).filter(Boolean);
        const labels = [...others.length ? others : it.ariaLabel ? [] : it.labels ?? []];
        const said = /^(A|BUTTON|H\\d|SUMMARY|OPTION)$/.test(it.tagName) ? read(it) : it.querySelector(':scope > legend')?.innerText;
        return line(labels.length ? labels.map(read).join(' ') : it.ariaLabel ?? (said || it.title) ?? '');
    };";

fn chromium(start: &Start) -> Value {
    let mut arguments = chromium_arguments(start);
    arguments.push("--headless=new".into());
    json!({
        "goog:loggingPrefs": {"browser": "ALL"},
        "goog:chromeOptions": {
            "args": arguments,
            "prefs": {
                "download.default_directory": start.downloads,
                "download.prompt_for_download": false,
                // Nobody is signed in, and nobody is asked whether somebody is.
                "signin.allowed": false,
                "signin.allowed_on_next_startup": false,
            },
        },
    })
}

fn chromium_arguments(start: &Start) -> Vec<String> {
    let mut arguments = vec![
        "--no-sandbox".to_owned(),
        "--disable-gpu".into(),
        "--disable-background-networking".into(),
        "--disable-component-update".into(),
        "--disable-sync".into(),
        "--no-first-run".into(),
        "--window-size=1366,768".into(),
        // Lets scripts read roles and names off the accessibility tree.
        "--enable-blink-features=ComputedAccessibilityInfo".into(),
        format!("--user-data-dir={}", start.profile.display()),
    ];
    if let Some(port) = start.proxy {
        // What the browser asks for of itself: what forms are like, hints.
        arguments.push("--disable-features=AutofillServerCommunication,OptimizationHints,MediaRouter".into());
        // For this machine, too.
        arguments
            .extend([format!("--proxy-server=127.0.0.1:{port}"), "--proxy-bypass-list=<-loopback>".into()]);
    }
    arguments
}

fn webkit(start: &Start) -> Value {
    let mut arguments = vec!["--automation".to_owned()];
    if let Some(port) = start.proxy {
        arguments.push(format!("--proxy=http://127.0.0.1:{port}"));
    }
    json!({"webkitgtk:browserOptions": {"binary": MINI_BROWSER, "args": arguments}})
}

/// Where Debian has the browser that comes with WebKit.
const MINI_BROWSER: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/// Preferences of Firefox. None is of what it keeps, or when.
fn firefox(start: &Start) -> String {
    let mut preferences = vec![
        ("marionette.port", json!(0)),
        // After a crash neither the pages from before nor a question about safe mode.
        ("browser.sessionstore.resume_from_crash", json!(false)),
        ("toolkit.startup.max_resumed_crashes", json!(-1)),
        // Nothing of its own to look at first: it starts sooner.
        ("browser.startup.page", json!(0)),
        ("browser.aboutwelcome.enabled", json!(false)),
        ("browser.download.folderList", json!(2)),
        ("browser.download.dir", json!(start.downloads)),
    ];
    if let Some(port) = start.proxy {
        preferences.extend([
            ("network.proxy.type", json!(1)),
            ("network.proxy.http", json!("127.0.0.1")),
            ("network.proxy.http_port", json!(port)),
            ("network.proxy.ssl", json!("127.0.0.1")),
            ("network.proxy.ssl_port", json!(port)),
            // What the browser asks for of itself: lists that its maker sends, and parts that play films.
            ("media.gmp-manager.updateEnabled", json!(false)),
            ("services.settings.server", json!("data:,#remote-settings-dummy/v1")),
            // For this machine, too.
            ("network.proxy.allow_hijacking_localhost", json!(true)),
            ("network.proxy.no_proxies_on", json!("")),
        ]);
    }
    preferences.iter().map(|(name, value)| format!("user_pref(\"{name}\", {value});\n")).collect()
}
