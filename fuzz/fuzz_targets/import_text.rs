//! Any bytes as a text file.

#![no_main]

use ke_hoach::import;
use ke_hoach_fuzz::{checks, words};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    match import::decode(bytes) {
        Ok(text) => {
            let imported = checks::in_time(|| import::text(&text));
            assert_eq!(words::lost(&text, &imported), Vec::<String>::new());
            checks::prints(&imported.plan);
        }
        Err(error) => checks::says_what_is_wrong(&error),
    }
});
