//! Firefox's own protocol, without a driver between: each message is JSON after its length, and the
//! commands are WebDriver's under names of their own.

use std::cell::RefCell;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};

use super::driver::Driver;

/// No command takes longer; a browser that says nothing for so long has failed.
const LONGEST: Duration = Duration::from_secs(60);

/// What a script gives through its last argument, run with the rights of the browser's own windows.
/// WebDriver has no address for it.
pub const PRIVILEGED: &str = "moz/privileged";

/// A session of Firefox. It ends with the connection.
pub struct Marionette {
    connection: RefCell<Connection>,
    process: u32,
}

struct Connection {
    stream: BufReader<TcpStream>,
    /// How many commands were sent: each is numbered, and so is its answer.
    sent: u64,
}

impl Marionette {
    /// Begins a session in the browser that listens on `port`.
    pub fn connect(port: u16) -> Marionette {
        let stream = TcpStream::connect(("127.0.0.1", port)).expect("the browser listens");
        stream.set_read_timeout(Some(LONGEST)).expect("a time can be set");
        let mut connection = Connection { stream: BufReader::new(stream), sent: 0 };
        connection.read().expect("the browser greets");
        let answer =
            connection.call("WebDriver:NewSession", json!({})).expect("the browser begins a session");
        let process = answer["capabilities"]["moz:processID"].as_u64().and_then(|id| id.try_into().ok());
        let process = process.expect("the browser has a process");
        Marionette { connection: RefCell::new(connection), process }
    }
}

impl Driver for Marionette {
    fn send(&self, command: &str, content: Option<Value>) -> Result<Value, String> {
        let (name, content) = named(command, content)?;
        let mut connection = self.connection.borrow_mut();
        if command != PRIVILEGED {
            return connection.call(name, content);
        }
        connection.call("Marionette:SetContext", json!({"value": "chrome"}))?;
        let answer = connection.call(name, content);
        connection.call("Marionette:SetContext", json!({"value": "content"}))?;
        answer
    }

    fn process(&self) -> u32 {
        self.process
    }
}

impl Connection {
    fn call(&mut self, name: &str, content: Value) -> Result<Value, String> {
        self.sent += 1;
        let message = json!([0, self.sent, name, content]).to_string();
        let message = format!("{}:{message}", message.len());
        self.stream.get_mut().write_all(message.as_bytes()).map_err(|error| error.to_string())?;
        let mut answer = self.read()?;
        assert_eq!(answer[1], self.sent, "answers come in the order of the commands");
        if !answer[2].is_null() {
            return Err(format!("{}: {}", answer[2]["error"], answer[2]["message"]));
        }
        let mut value = answer[3].take();
        // What is no object of its own comes in one.
        Ok(value.get_mut("value").map(Value::take).unwrap_or(value))
    }

    fn read(&mut self) -> Result<Value, String> {
        let mut length = Vec::new();
        self.stream.read_until(b':', &mut length).map_err(|error| error.to_string())?;
        let length =
            length.strip_suffix(b":").and_then(|digits| std::str::from_utf8(digits).ok()?.parse().ok());
        let mut message = vec![0; length.ok_or("the browser is gone")?];
        self.stream.read_exact(&mut message).map_err(|error| error.to_string())?;
        serde_json::from_slice(&message).map_err(|error| error.to_string())
    }
}

/// Marionette's name and content of a command of WebDriver.
fn named(command: &str, content: Option<Value>) -> Result<(&'static str, Value), String> {
    let asks = content.is_none();
    let mut content = content.unwrap_or_else(|| json!({}));
    let parts: Vec<&str> = command.split('/').collect();
    if let ["element", id, ..] = parts[..] {
        content["id"] = json!(id);
    }
    if let ["element", _, "property", name] = parts[..] {
        content["name"] = json!(name);
    }
    let name = match parts[..] {
        ["url"] => "WebDriver:Navigate",
        ["refresh"] => "WebDriver:Refresh",
        ["execute", "sync"] => "WebDriver:ExecuteScript",
        ["moz", "privileged"] => "WebDriver:ExecuteAsyncScript",
        ["screenshot"] => "WebDriver:TakeScreenshot",
        ["print"] => "WebDriver:Print",
        ["actions"] => "WebDriver:PerformActions",
        ["window", "new"] => "WebDriver:NewWindow",
        ["window"] if asks => "WebDriver:GetWindowHandle",
        ["window"] => "WebDriver:SwitchToWindow",
        ["window", "rect"] => "WebDriver:SetWindowRect",
        ["element", _, "click"] => "WebDriver:ElementClick",
        ["element", _, "value"] => "WebDriver:ElementSendKeys",
        ["element", _, "property", _] => "WebDriver:GetElementProperty",
        _ => return Err(format!("{command}: not known for Firefox yet")),
    };
    Ok((name, content))
}
