//! The programs that judge, and the converter, each run and checked.
#![allow(dead_code)] // Shared by several tests, each of which uses a part.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

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
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(env!("CARGO_CRATE_NAME")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Path of a file of the checkout.
pub fn checkout(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Runs the converter, which Cargo builds beside the tests.
pub fn convert<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> Output {
    let tests = std::env::current_exe().unwrap();
    let built = tests.ancestors().nth(2).unwrap().join("examples/convert");
    let program = built.with_extension(std::env::consts::EXE_EXTENSION);
    let hint = "the converter is built by `cargo build --example convert`";
    Command::new(program).args(args).output().expect(hint)
}

/// Converts; panics with what the converter says when it fails.
pub fn converted(input: &Path, output: &Path, options: &[&str]) {
    let args = [input, output].map(Path::as_os_str).into_iter().chain(options.iter().map(OsStr::new));
    let run = convert(args);
    assert!(run.status.success(), "{input:?}: {}", String::from_utf8_lossy(&run.stderr));
}

/// The Word file of a document, written into `folder`.
pub fn word_file(document: &Document, draft: Option<String>, folder: &Path, name: &str) -> PathBuf {
    let file = folder.join(name).with_extension("docx");
    fs::write(&file, docx(document, &DocxOptions { draft, created: None }).unwrap()).unwrap();
    file
}

/// Sections of several plans in one Word file: each program that judges takes a while to start.
pub fn joined_file(sections: Vec<Section>, folder: &Path, name: &str) -> PathBuf {
    let document = Document { title: "Kế hoạch".into(), author: "Ủy ban".into(), sections };
    word_file(&document, None, folder, name)
}

/// Runs one of the tools, or a program of the system; its standard output.
pub fn read<S: AsRef<OsStr>>(program: impl AsRef<OsStr>, args: impl IntoIterator<Item = S>) -> String {
    let run = Command::new(program.as_ref()).args(args).output().unwrap();
    let (said, complaint) = (String::from_utf8(run.stdout).unwrap(), String::from_utf8_lossy(&run.stderr));
    assert!(run.status.success(), "{:?}: {said}{complaint}", program.as_ref());
    said
}

/// The pages of a Word file as LibreOffice sets them, each as lines of text.
pub fn libreoffice_pages(file: &Path) -> Vec<Vec<String>> {
    let pdf = file.with_extension("pdf");
    read(checkout("tools/libreoffice-pdf"), [file, &pdf]);
    let text = read("pdftotext", [OsStr::new("-raw"), pdf.as_os_str(), OsStr::new("-")]);
    // Each page ends in a form feed.
    let pages = text.strip_suffix('\u{c}').unwrap_or(&text).split('\u{c}');
    pages.map(|page| page.lines().map(str::to_owned).collect()).collect()
}
