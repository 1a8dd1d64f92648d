//! The programs that judge, run only where they are at hand.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use ke_hoach::document::{Document, Section};
use ke_hoach::export::{DocxOptions, docx};

/// Whether readers that are not ours may be used; says so of a test that goes without.
pub fn at_hand(test: &str) -> bool {
    let there = std::env::var_os("KE_HOACH_ORACLES").is_some_and(|set| set == "1");
    if !there {
        // Past the harness, which keeps what a passing test says to itself.
        let _ = writeln!(std::io::stderr(), "KE_HOACH_ORACLES is not 1: skipped {test}");
    }
    there
}

/// A folder of the test's own, empty.
pub fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("conformance").join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Path of a file of the checkout.
pub fn checkout(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Sections of several plans one after the other in one Word file, which is given back: each
/// program that judges takes a while to start.
pub fn word_file(sections: Vec<Section>, file: &Path) -> PathBuf {
    let document = Document { title: "Kế hoạch".into(), author: "Ủy ban".into(), sections };
    fs::write(file, docx(&document, &DocxOptions::default()).unwrap()).unwrap();
    file.to_owned()
}

/// Runs a tool; its standard output.
pub fn read<S: AsRef<OsStr>>(tool: &str, args: impl IntoIterator<Item = S>) -> String {
    let run = Command::new(checkout(tool)).args(args).output().unwrap();
    let (said, complaint) = (String::from_utf8(run.stdout).unwrap(), String::from_utf8_lossy(&run.stderr));
    assert!(run.status.success(), "{tool}: {said}{complaint}");
    said
}
