//! The Word files as Microsoft's Open XML SDK sees them.
//!
//! Needs the validator's program, `OOXML_VALIDATOR_CLI`, which takes a file and a version of
//! Office and prints JSON: `ok`, and `errors` with description, path and type. The files stay
//! in the target folder's `tmp/ooxml`, to be looked at.

mod sample;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

use ke_hoach::document::{Document, typeset};
use ke_hoach::export::{DocxOptions, docx};
use ke_hoach::format::FormatKey;
use ke_hoach::plan::Plan;
use serde_json::Value;

const VERSIONS: [&str; 7] =
    ["Office2007", "Office2010", "Office2013", "Office2016", "Office2019", "Office2021", "Microsoft365"];

/// Every document to be looked at, and whether it carries a draft.
fn samples() -> Vec<(&'static str, Document, bool)> {
    let families = ke_hoach::format::ALL;
    let blank = families.map(|family| (family.key, typeset(&Plan::new(FormatKey(family.key.into()))), true));
    let built = [
        ("plan", sample::plan(), false),
        ("carrying", sample::plan(), true),
        ("everything", sample::everything(), false),
        ("three_sections", sample::three_sections(), false),
        ("empty", sample::empty(), false),
    ];
    blank.into_iter().chain(built).collect()
}

fn write(name: &str, document: &Document, carrying: bool) -> Result<PathBuf, Box<dyn Error>> {
    let carried = DocxOptions {
        draft: Some("{\"type\":\"ke-hoach-draft\",\"plan\":\"<&>]]> \u{0}\u{FFFE}\"}".into()),
        created: Some("2026-11-21T08:00:00Z".into()),
    };
    let options = if carrying { carried } else { DocxOptions::default() };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ooxml");
    std::fs::create_dir_all(&folder)?;
    let file = folder.join(name).with_extension("docx");
    std::fs::write(&file, docx(document, &options)?)?;
    Ok(file)
}

#[test]
#[ignore = "needs the validator, named by OOXML_VALIDATOR_CLI"]
fn every_office_from_2007_on_finds_no_error() {
    let validator = std::env::var("OOXML_VALIDATOR_CLI").expect("OOXML_VALIDATOR_CLI names the validator");
    for (name, document, carrying) in samples() {
        let file = write(name, &document, carrying).unwrap();
        for version in VERSIONS {
            let output = Command::new(&validator).arg(&file).arg(version).output().unwrap();
            let said: Value = serde_json::from_slice(&output.stdout).unwrap();
            assert_eq!(said["ok"], true, "{name} in {version}: {:#}", said["errors"]);
        }
    }
}
