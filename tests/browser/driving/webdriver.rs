//! WebDriver (W3C, 2018): commands as JSON over HTTP, one at a time, to a driver on this machine.
//!
//! The few commands that the tests need are few lines; a client from elsewhere would bring an
//! asynchronous runtime and some seventy crates for them.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};

/// Marks an element in what scripts take and give (WebDriver, section 11: web element identifier).
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// No command takes longer; a driver that says nothing for so long has failed.
const LONGEST: Duration = Duration::from_secs(60);

/// A session of a browser. It ends with this, and the browser with it.
pub struct WebDriver {
    port: u16,
    session: String,
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

impl WebDriver {
    /// Asks the driver on `port` for a browser with these capabilities.
    pub fn connect(port: u16, capabilities: Value) -> WebDriver {
        let body = json!({"capabilities": {"alwaysMatch": capabilities}});
        let answer = request(port, "POST", "session", Some(&body)).expect("the driver starts a browser");
        let session = answer["sessionId"].as_str().expect("a session has a name").to_owned();
        WebDriver { port, session }
    }

    /// Sends a command of the session; a refusal is a failure of the test.
    pub fn post(&self, command: &str, body: Value) -> Value {
        self.send("POST", command, Some(&body)).unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Asks for something of the session.
    pub fn get(&self, command: &str) -> Value {
        self.send("GET", command, None).unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    fn send(&self, method: &str, command: &str, body: Option<&Value>) -> Result<Value, String> {
        request(self.port, method, &format!("session/{}/{command}", self.session), body)
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
