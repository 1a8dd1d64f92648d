//! As much of WebSocket (RFC 6455) as a browser on this machine needs to be spoken to.

use std::io::{BufRead, BufReader, Error, Read, Result, Write};
use std::net::TcpStream;
use std::time::Duration;

/// Nothing takes longer; who says nothing for so long has failed.
const LONGEST: Duration = Duration::from_secs(60);

/// A connection on which texts go to and fro.
pub struct WebSocket(BufReader<TcpStream>);

impl WebSocket {
    /// Connects to a path on a port of this machine.
    pub fn connect(port: u16, path: &str) -> Result<WebSocket> {
        let mut stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_read_timeout(Some(LONGEST))?;
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
             Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n\r\n",
        )?;
        let mut reader = BufReader::new(stream);
        let mut line = String::new();
        reader.read_line(&mut line)?;
        if !line.contains(" 101 ") {
            return Err(Error::other(line));
        }
        while line.trim() != "" {
            line.clear();
            reader.read_line(&mut line)?;
        }
        Ok(WebSocket(reader))
    }

    /// Sends a text.
    pub fn send(&mut self, text: &str) -> Result<()> {
        let length = text.len() as u64;
        // A whole text, masked, its length in eight bytes; the mask is nothing.
        let mut frame = vec![0x81, 0x80 | 127];
        frame.extend(length.to_be_bytes());
        frame.extend([0; 4]);
        frame.extend(text.as_bytes());
        self.0.get_mut().write_all(&frame)
    }

    /// The next text that is sent here.
    pub fn read(&mut self) -> Result<Vec<u8>> {
        let mut text = Vec::new();
        loop {
            let [begin, short] = self.bytes::<2>()?;
            let length = match short & 0x7F {
                126 => u16::from_be_bytes(self.bytes()?).into(),
                127 => u64::from_be_bytes(self.bytes()?),
                short => short.into(),
            };
            let before = text.len();
            self.0.by_ref().take(length).read_to_end(&mut text)?;
            // Neither a question whether somebody is there, nor the end.
            match begin & 0x0F {
                0..=2 if begin & 0x80 != 0 => return Ok(text),
                0..=2 => {}
                8 => return Err(Error::other("the browser is gone")),
                _ => text.truncate(before),
            }
        }
    }

    fn bytes<const N: usize>(&mut self) -> Result<[u8; N]> {
        let mut bytes = [0; N];
        self.0.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}
