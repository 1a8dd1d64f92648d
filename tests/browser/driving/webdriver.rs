//! WebDriver as JSON over HTTP, one command at a time, to a driver on this machine.
//!
//! The few commands that the tests need are few lines; a client from elsewhere would bring an
//! asynchronous runtime and some seventy crates for them.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};

use super::driver::Driver;

/// No command takes longer; a driver that says nothing for so long has failed.
const LONGEST: Duration = Duration::from_secs(60);

/// A session of a browser behind a driver. It ends with this, and the browser with it.
pub struct WebDriver {
    port: u16,
    session: String,
    process: u32,
}

impl WebDriver {
    /// Asks the driver on `port`, which is this process, for a browser with these capabilities.
    pub fn connect(port: u16, capabilities: Value, driver: u32) -> WebDriver {
        let body = json!({"capabilities": {"alwaysMatch": capabilities}});
        let answer = request(port, "POST", "session", Some(&body)).expect("the driver starts a browser");
        let session = answer["sessionId"].as_str().expect("a session has a name").to_owned();
        let process = answer["capabilities"]["goog:processID"].as_u64().and_then(|id| id.try_into().ok());
        // Where the browser's is not told, what belongs to it comes of the driver's.
        WebDriver { port, session, process: process.unwrap_or(driver) }
    }
}

impl Driver for WebDriver {
    fn send(&self, command: &str, content: Option<Value>) -> Result<Value, String> {
        let method = if content.is_some() { "POST" } else { "GET" };
        request(self.port, method, &format!("session/{}/{command}", self.session), content.as_ref())
    }

    fn process(&self) -> u32 {
        self.process
    }
}

impl Drop for WebDriver {
    fn drop(&mut self) {
        // A browser that is gone already is as good.
        let _ = request(self.port, "DELETE", &format!("session/{}", self.session), None);
    }
}

/// One HTTP request on a connection of its own, and the `value` of the answer.
fn request(port: u16, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
    let body = body.map(Value::to_string).unwrap_or_default();
    let head = format!(
        "{method} /{path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json; charset=utf-8\r\n\
         Content-Length: {}\r\n\r\n",
        body.len(),
    );
    let content = exchange(port, &(head + &body)).map_err(|error| error.to_string())?;
    let mut content: Value = serde_json::from_slice(&content).map_err(|error| error.to_string())?;
    let value = content["value"].take();
    match value.get("error") {
        Some(error) => Err(format!("{error}: {}", value["message"])),
        None => Ok(value),
    }
}

/// Sends a request and reads the content of the answer. The driver leaves the connection open:
/// the length that it names is where the answer ends.
fn exchange(port: u16, request: &str) -> std::io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(LONGEST))?;
    stream.write_all(request.as_bytes())?;
    let mut answer = BufReader::new(stream);
    let mut length = 0;
    loop {
        let mut line = String::new();
        answer.read_line(&mut line)?;
        match line.trim().split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                length = value.trim().parse().map_err(std::io::Error::other)?;
            }
            None if line.trim().is_empty() => break,
            _ => {}
        }
    }
    let mut content = vec![0; length];
    answer.read_exact(&mut content)?;
    Ok(content)
}
