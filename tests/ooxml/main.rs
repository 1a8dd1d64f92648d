//! The Word files as Microsoft's Open XML SDK sees them.
//!
//! Needs the validator's program, `OOXML_VALIDATOR_CLI`, which takes a file and a version of
//! Office and prints JSON: `ok`, and `errors` with description, path and type. The files stay
//! in the target folder's `tmp/ooxml`, to be looked at.

mod sample;

use std::path::{Path, PathBuf};
use std::process::Command;

use ke_hoach::document::Document;
use ke_hoach::export::{DocxOptions, docx};
use serde_json::Value;

const VERSIONS: [&str; 7] =
    ["Office2007", "Office2010", "Office2013", "Office2016", "Office2019", "Office2021", "Microsoft365"];

fn write(name: &str, document: &Document, options: &DocxOptions) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ooxml");
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join(name).with_extension("docx");
    std::fs::write(&file, docx(document, options).unwrap()).unwrap();
    file
}

fn samples() -> Vec<PathBuf> {
    let plain = DocxOptions::default();
    let carrying = DocxOptions {
        draft: Some("{\"type\":\"ke-hoach-draft\",\"plan\":\"<&>]]> \u{0}\u{FFFE}\"}".into()),
        created: Some("2026-11-21T08:00:00Z".into()),
    };
    vec![
        write("plan", &sample::plan(), &plain),
        write("carrying", &sample::plan(), &carrying),
        write("everything", &sample::everything(), &plain),
        write("three_sections", &sample::three_sections(), &plain),
        write("empty", &sample::empty(), &plain),
    ]
}

#[test]
#[ignore = "needs the validator, named by OOXML_VALIDATOR_CLI"]
fn every_office_from_2007_on_finds_no_error() {
    let validator = std::env::var("OOXML_VALIDATOR_CLI").expect("OOXML_VALIDATOR_CLI names the validator");
    for file in samples() {
        for version in VERSIONS {
            let output = Command::new(&validator).arg(&file).arg(version).output().unwrap();
            let said: Value = serde_json::from_slice(&output.stdout).unwrap();
            assert_eq!(said["ok"], true, "{} in {version}: {:#}", file.display(), said["errors"]);
        }
    }
}
