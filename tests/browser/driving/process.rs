//! Programs that run beside the tests and end with them.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

/// A program that is stopped when this goes away, by a panic too.
pub struct Running {
    child: Child,
    /// Held open: a program whose output nobody takes may stop at its next word.
    _output: BufReader<ChildStdout>,
}

impl Running {
    /// Starts a program and waits for the line in which it says where it can be reached:
    /// what `found` makes of it.
    fn start<T>(command: &mut Command, found: impl Fn(&str) -> Option<T>) -> (Running, T) {
        let name = format!("{:?}", command.get_program());
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{name} cannot be started: {error}"));
        let output = BufReader::new(child.stdout.take().expect("its output was asked for"));
        let mut running = Running { child, _output: output };
        loop {
            let mut line = String::new();
            let length = running._output.read_line(&mut line).expect("its output is text");
            assert!(length > 0, "{name} has ended without saying where it can be reached");
            if let Some(found) = found(&line) {
                return (running, found);
            }
        }
    }

    /// The app on a free port: the address.
    pub fn server(dist: &Path) -> (Running, String) {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tools/serve.mjs");
        Running::start(Command::new("node").arg(script).arg("0").arg(dist), |line| {
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
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
