//! Programs that run beside the tests and end with them.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use super::until;

/// A program that is stopped when this goes away, by a panic too.
pub struct Running {
    child: Child,
    /// Held open: a program whose output nobody takes may stop at its next word.
    _output: Option<BufReader<ChildStdout>>,
}

impl Running {
    /// Starts a program and waits for the line in which it says where it can be reached:
    /// what `found` makes of it.
    fn start<T>(command: &mut Command, found: impl Fn(&str) -> Option<T>) -> (Running, T) {
        let begun = Running::begin(command, found);
        begun.unwrap_or_else(|| {
            panic!("{:?} has ended without saying where it can be reached", command.get_program())
        })
    }

    /// The same; nothing where the program ends without saying so.
    fn begin<T>(command: &mut Command, found: impl Fn(&str) -> Option<T>) -> Option<(Running, T)> {
        let mut child = spawn(command.stdout(Stdio::piped()));
        let mut output = BufReader::new(child.stdout.take().expect("its output was asked for"));
        let mut running = Running { child, _output: None };
        loop {
            let mut line = String::new();
            let length = output.read_line(&mut line).expect("its output is text");
            if length == 0 {
                return None;
            }
            if let Some(found) = found(&line) {
                running._output = Some(output);
                return Some((running, found));
            }
        }
    }

    /// The app on this port, or on a free one where that is 0: the address.
    pub fn server(dist: &Path, port: u16) -> (Running, String) {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tools/serve.mjs");
        Running::start(Command::new("node").arg(script).arg(port.to_string()).arg(dist), |line| {
            line.starts_with("http").then(|| line.trim().to_owned())
        })
    }

    /// The WebDriver of Chromium on a free port: the port. It looks for one that is free in one kind of address and
    /// ends where another program has it in the other: then it looks for one more.
    pub fn chromedriver() -> (Running, u16) {
        let port = |line: &str| {
            let port = line.split("started successfully on port ").nth(1)?;
            port.trim().trim_end_matches('.').parse().ok()
        };
        let started = (0..5).find_map(|_| Running::begin(Command::new("chromedriver").arg("--port=0"), port));
        started.expect("one of the free ports is free in both kinds of addresses")
    }

    /// Chrome 109, driven by its own protocol on a free port: the port, and where on it.
    pub fn chrome_109(arguments: &[String]) -> (Running, (u16, String)) {
        let program = std::env::var_os("KE_HOACH_CHROME_109").expect("KE_HOACH_CHROME_109 names Chrome 109");
        let place = |line: &str| {
            let (port, path) = line.split("ws://127.0.0.1:").nth(1)?.split_once('/')?;
            Some((port.parse().ok()?, format!("/{}", path.trim())))
        };
        let mut command = Command::new("sh");
        // It says so among its errors.
        command.args(["-c", "exec \"$0\" \"$@\" 2>&1"]).arg(program).args(arguments);
        Running::start(command.args(["--headless", "--no-zygote", "--remote-debugging-port=0"]), place)
    }

    /// A screen for a browser that has to have one, and nobody looks at: its name.
    pub fn screen() -> (Running, String) {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp"]);
        let name = |line: &str| line.trim().parse::<u32>().ok().map(|number| format!(":{number}"));
        Running::start(command.stderr(Stdio::null()), name)
    }

    /// The WebDriver of WebKit on a free port, and that port. What it starts keeps its own in this folder.
    pub fn webkit(folder: &Path, display: &str) -> (Running, u16) {
        // It takes no port of its own choice. This one was free just now.
        let free = TcpListener::bind(("127.0.0.1", 0)).and_then(|free| free.local_addr());
        let port = free.expect("a free port").port();
        let mut command = Command::new("WebKitWebDriver");
        command.arg(format!("--port={port}")).env("DISPLAY", display);
        command.env("XDG_CONFIG_HOME", folder).env("XDG_CACHE_HOME", folder).env("XDG_DATA_HOME", folder);
        let child = spawn(command.stdout(Stdio::null()).stderr(Stdio::null()));
        let running = Running { child, _output: None };
        let answers = until(|| TcpStream::connect(("127.0.0.1", port)).ok());
        answers.expect("the driver of WebKit answers");
        (running, port)
    }

    /// The process.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// Firefox on this profile, driven on a free port: the port, which it leaves in the profile.
    pub fn firefox(profile: &Path) -> (Running, u16) {
        let file = profile.join("MarionetteActivePort");
        let _ = fs::remove_file(&file);
        let mut command = Command::new("firefox-esr");
        command.args([
            "--headless",
            "--marionette",
            "--remote-allow-system-access",
            "--no-remote",
            "--profile",
        ]);
        // The preference of where the lists of its maker come from counts.
        command.env("MOZ_REMOTE_SETTINGS_DEVTOOLS", "1");
        let child = spawn(command.arg(profile).stdout(Stdio::null()).stderr(Stdio::null()));
        let running = Running { child, _output: None };
        let port = until(|| fs::read_to_string(&file).ok()?.trim().parse().ok());
        (running, port.expect("Firefox says where it can be reached"))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn spawn(command: &mut Command) -> Child {
    let started = command.stdin(Stdio::null()).spawn();
    started.unwrap_or_else(|error| panic!("{:?} cannot be started: {error}", command.get_program()))
}
