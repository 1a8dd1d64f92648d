//! Any bytes as a Word file, and as the parts of one.
//!
//! Damage to a zip is nearly always found by its checksums, so most inputs are made into
//! packages here: what begins with `<` is taken for the XML of the parts, anything else for
//! the steps by which [`ke_hoach_fuzz::build`] writes XML that is well-formed.

#![no_main]

use ke_hoach::import;
use ke_hoach_fuzz::{build, checks};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let made = match bytes {
        [b'P', ..] => None,
        [b'<', ..] => Some(build::package(bytes.split(|byte| *byte == 0))),
        _ => Some(build::package(build::parts(bytes).iter().map(Vec::as_slice))),
    };
    let read = checks::in_time(|| import::file(made.as_deref().unwrap_or(bytes)));
    match read {
        Ok(imported) => checks::prints(&imported.plan),
        Err(error) => checks::says_what_is_wrong(&error),
    }
});
