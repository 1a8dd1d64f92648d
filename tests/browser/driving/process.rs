//! Programs that run beside the tests and end with them.

use std::fs;
use std::io::{BufRead, BufReader};
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
        let name = format!("{:?}", command.get_program());
        let mut child = spawn(command.stdout(Stdio::piped()));
        let mut output = BufReader::new(child.stdout.take().expect("its output was asked for"));
        let mut running = Running { child, _output: None };
        loop {
            let mut line = String::new();
            let length = output.read_line(&mut line).expect("its output is text");
            assert!(length > 0, "{name} has ended without saying where it can be reached");
            if let Some(found) = found(&line) {
                running._output = Some(output);
                return (running, found);
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

    /// The WebDriver of Chromium on a free port: the port.
    pub fn chromedriver() -> (Running, u16) {
        let port = |line: &str| {
            let port = line.split("started successfully on port ").nth(1)?;
            port.trim().trim_end_matches('.').parse().ok()
        };
        Running::start(Command::new("chromedriver").arg("--port=0"), port)
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
