//! What is there before a browser starts and when it has ended.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::process::Running;
use super::recorder::Recorder;

/// The server of the app, and a folder of this run's own: profiles, downloads, files to open.
pub struct Ground {
    address: String,
    folder: PathBuf,
    server: RefCell<Option<Running>>,
    recorder: Option<Recorder>,
}

impl Ground {
    /// Serves the app in `dist`, and records what browsers ask for, there and anywhere.
    pub fn recorded(dist: &Path) -> Ground {
        let mut ground = Ground::new(dist);
        ground.recorder = Some(Recorder::new(ground.address()));
        ground
    }

    /// Serves the app in `dist`.
    pub fn new(dist: &Path) -> Ground {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("browser-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let (server, address) = Running::server(dist, 0);
        let ground = Ground { address, folder, server: RefCell::new(Some(server)), recorder: None };
        fs::create_dir_all(ground.downloads()).expect("the target folder can be written");
        ground
    }

    /// Where the app is.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// What browsers asked for, where it is recorded.
    pub fn recorder(&self) -> Option<&Recorder> {
        self.recorder.as_ref()
    }

    /// Stops the server: nobody answers at the address.
    pub fn close(&self) {
        self.server.replace(None);
    }

    /// Serves the app in `dist` at the address from now on.
    pub fn serve(&self, dist: &Path) {
        self.close();
        let port = self.address.trim_end_matches('/').rsplit(':').next().and_then(|port| port.parse().ok());
        let (server, _) = Running::server(dist, port.expect("the address has a port"));
        self.server.replace(Some(server));
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The folder of downloads in it.
    pub fn downloads(&self) -> PathBuf {
        self.folder.join("downloads")
    }

    /// The folder of a browser's profile in it.
    pub fn profile(&self, name: &str) -> PathBuf {
        let profile = self.folder.join(name);
        fs::create_dir_all(&profile).expect("the target folder can be written");
        profile
    }
}

impl Drop for Ground {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}
