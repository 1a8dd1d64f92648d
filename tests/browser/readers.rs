//! Readers of Word files that are not ours, see README.md.

use std::path::{Path, PathBuf};
use std::process::Command;

/// What a reader in `tools/` says of a file; that it refuses the file is a failure of the test.
pub fn run(reader: &str, file: &Path) -> String {
    let program = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tools").join(reader);
    let output = Command::new(program).arg(file).output().unwrap_or_else(|error| panic!("{reader}: {error}"));
    let [said, complained] =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    assert!(output.status.success(), "{reader} refuses {}: {said}{complained}", file.display());
    said
}
