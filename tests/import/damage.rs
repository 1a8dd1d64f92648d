//! Damaged files give a plan or a sentence, quickly, and never a panic.

use std::fs;
use std::time::{Duration, Instant};

use ke_hoach::document::typeset;
use ke_hoach::export::{self, DocxOptions};
use ke_hoach::import;

use crate::own::unzip;
use crate::samples::{SAMPLES, all, at};
use crate::word::zip;

/// Numbers that look random and are the same each time (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }
}

fn changed(bytes: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=numbers.below(8) {
        let at = numbers.below(bytes.len());
        bytes[at] = numbers.below(256) as u8;
    }
    bytes
}

/// Reads what may be damaged; a refusal is one sentence.
fn read(bytes: &[u8]) -> bool {
    let started = Instant::now();
    let read = import::docx(bytes);
    assert!(started.elapsed() < Duration::from_secs(2));
    if let Err(error) = &read {
        let sentence = error.to_string();
        assert!(
            sentence.starts_with("Tệp") && sentence.ends_with('.') && !sentence.contains('\n'),
            "{sentence}"
        );
    }
    read.is_ok()
}

/// Real files and our own.
fn files() -> Vec<Vec<u8>> {
    let real = SAMPLES.map(|name| fs::read(at(&format!("plans/{name}.docx"))).unwrap());
    let own =
        all().into_iter().map(|(_, plan)| export::docx(&typeset(&plan), &DocxOptions::default()).unwrap());
    real.into_iter().chain(own).collect()
}

#[test]
fn files_with_changed_bytes_give_a_plan_or_a_sentence() {
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    let files = files();
    let whole = (0..1_600).filter(|i| read(&changed(&files[i % files.len()], &mut numbers))).count();
    assert!(whole < 1_600, "the checksums find what was changed");
}

#[test]
fn parts_with_changed_bytes_give_a_plan_or_a_sentence() {
    let mut numbers = Numbers(0x2545_f491_4f6c_dd1d);
    let files: Vec<_> = files().iter().skip(SAMPLES.len()).map(|file| unzip(file)).collect();
    let mut read_all = 0;
    for i in 0..400 {
        let mut parts = files[i % files.len()].clone();
        let place = numbers.below(parts.len());
        parts[place].1 = changed(&parts[place].1, &mut numbers);
        read_all += usize::from(read(&zip(&parts)));
    }
    assert!(read_all > 0, "some damage is harmless");
}

#[test]
fn files_cut_short_are_refused() {
    for file in files() {
        for end in (0..file.len()).step_by(1024) {
            assert!(!read(&file[..end]), "{end}");
        }
    }
}
