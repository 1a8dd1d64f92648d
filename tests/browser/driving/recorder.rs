//! What browsers ask the network for: they are told to ask here for everything.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// A proxy that notes what it is asked for. What the app's server has it fetches there; nothing else is let
/// through, so that no test depends on what lies elsewhere. It listens until the program ends.
pub struct Recorder {
    port: u16,
    asked: Arc<Mutex<Asked>>,
}

/// What was asked for so far: method and address, in order.
struct Asked {
    requests: Vec<String>,
    last: Instant,
}

impl Recorder {
    /// Listens on a free port, for the app's server at `address`.
    pub fn new(address: &str) -> Recorder {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let port = listener.local_addr().expect("a listener has an address").port();
        let asked = Arc::new(Mutex::new(Asked { requests: Vec::new(), last: Instant::now() }));
        let (notes, host) = (asked.clone(), host(address).to_owned());
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let (notes, host) = (notes.clone(), host.clone());
                // A client that goes away while it is answered has what it wanted.
                thread::spawn(move || answer(client, &host, &notes));
            }
        });
        Recorder { port, asked }
    }

    /// Where it listens.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// All that was asked for so far.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.asked).requests.clone()
    }

    /// Waits until nothing was asked for during this time, from now on.
    pub fn wait_for_silence(&self, time: Duration) {
        let begin = Instant::now();
        loop {
            let silent = begin.max(lock(&self.asked).last).elapsed();
            let Some(rest) = time.checked_sub(silent) else { return };
            thread::sleep(rest);
        }
    }
}

fn lock(asked: &Mutex<Asked>) -> std::sync::MutexGuard<'_, Asked> {
    asked.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Host and port in an address.
fn host(address: &str) -> &str {
    let host = address.strip_prefix("http://").unwrap_or(address);
    host.split('/').next().unwrap_or_default()
}

/// Notes one request and answers it; the connection ends with that.
fn answer(mut client: TcpStream, own: &str, asked: &Mutex<Asked>) -> std::io::Result<()> {
    let mut lines = BufReader::new(client.try_clone()?);
    let mut first = String::new();
    lines.read_line(&mut first)?;
    let [method, address, _] = first.split_whitespace().collect::<Vec<_>>()[..] else { return Ok(()) };
    {
        let mut asked = lock(asked);
        asked.requests.push(format!("{method} {address}"));
        asked.last = Instant::now();
    }
    let mut head = String::new();
    let mut length = 0;
    loop {
        let mut line = String::new();
        lines.read_line(&mut line)?;
        let name = line.split(':').next().unwrap_or_default().to_ascii_lowercase();
        match name.as_str() {
            "connection" | "proxy-connection" | "keep-alive" => {}
            "content-length" => {
                length = line.rsplit(':').next().and_then(|number| number.trim().parse().ok()).unwrap_or(0);
                head += &line;
            }
            _ if line.trim().is_empty() => break,
            _ => head += &line,
        }
    }
    if method == "CONNECT" || host(address) != own {
        return client.write_all(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }
    let mut body = vec![0; length];
    lines.read_exact(&mut body)?;
    let mut server = TcpStream::connect(own)?;
    write!(server, "{method} {address} HTTP/1.1\r\n{head}Connection: close\r\n\r\n")?;
    server.write_all(&body)?;
    std::io::copy(&mut server, &mut client).map(|_| ())
}
