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

/// Changes 1–8 bytes: to any, or to one that means something in XML, so that the text stays text.
fn changed(bytes: &[u8], numbers: &mut Numbers, to: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=numbers.below(8) {
        let at = numbers.below(bytes.len());
        bytes[at] = match to.len() {
            0 => numbers.below(256) as u8,
            count => to[numbers.below(count)],
        };
    }
    bytes
}

const IN_XML: &[u8] = b"<>/\"'=&;: -019azAZpt";

/// Copies with changed bytes, and copies with changed parts.
const COPIES: [usize; 2] = [2_000, 3_000];

/// Longer takes only what a file drives up.
const LONGEST: Duration = Duration::from_secs(2);

/// Reads what may be damaged; a refusal is one sentence.
fn read(bytes: &[u8]) -> bool {
    let timed = || {
        let started = Instant::now();
        (import::docx(bytes), started.elapsed())
    };
    let (read, took) = timed();
    // The machine may have been busy with something else: what is slow is so twice.
    assert!(took < LONGEST || timed().1 < LONGEST);
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
    let (files, copies) = (files(), COPIES[0]);
    let damaged = |i: usize| changed(&files[i % files.len()], &mut numbers, &[]);
    let whole = (0..copies).map(damaged).filter(|bytes| read(bytes)).count();
    println!("{copies} files with changed bytes: {whole} read, {} refused", copies - whole);
    assert!(whole < copies, "the checksums find what was changed");
}

/// What the checksums would find does not get far: here they are put right.
#[test]
fn parts_with_changed_bytes_give_a_plan_or_a_sentence() {
    const READ: [&str; 6] = ["document.xml", "numbering.xml", "styles.xml", ".rels", "notes.xml", "r1.xml"];
    let mut numbers = Numbers(0x2545_f491_4f6c_dd1d);
    let files: Vec<_> = files().iter().map(|file| unzip(file)).collect();
    let copies = COPIES[1];
    let mut whole = 0;
    for i in 0..copies {
        let mut parts = files[i % files.len()].clone();
        // Half of them in the text, the others in what is read with it.
        let read_parts: Vec<usize> = (0..parts.len())
            .filter(|at| READ[..if i % 2 == 0 { 1 } else { 6 }].iter().any(|end| parts[*at].0.ends_with(end)))
            .collect();
        let place = read_parts[numbers.below(read_parts.len())];
        parts[place].1 = changed(&parts[place].1, &mut numbers, if i % 4 < 2 { IN_XML } else { &[] });
        whole += usize::from(read(&zip(&parts)));
    }
    println!("{copies} files with changed parts: {whole} read, {} refused", copies - whole);
    assert!(whole > 0 && whole < copies, "some damage is harmless");
}

#[test]
fn files_cut_short_are_refused() {
    for file in files() {
        for end in (0..file.len()).step_by(1024) {
            assert!(!read(&file[..end]), "{end}");
        }
    }
}

#[test]
fn other_kinds_of_files_under_a_name_of_word_are_refused() {
    let text = "KẾ HOẠCH\nI. MỤC ĐÍCH".as_bytes();
    let wide: Vec<u8> = "KẾ HOẠCH".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let part = |name: &str| zip(&[(name.to_owned(), text.to_vec())]);
    for (kind, bytes) in [
        ("nothing", Vec::new()),
        ("a text", text.to_vec()),
        ("a wide text", [&b"\xff\xfe"[..], &wide].concat()),
        ("a draft", br#"{"type":"ke-hoach-draft","format":1}"#.to_vec()),
        ("a web page", b"<!DOCTYPE html><html><body>x</body></html>".to_vec()),
        ("Word's own XML", b"<?xml version=\"1.0\"?><w:wordDocument/>".to_vec()),
        ("Word 97", [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &[0; 4096]].concat()),
        ("a PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec()),
        ("rich text", b"{\\rtf1\\ansi K}".to_vec()),
        ("a photo", b"\xff\xd8\xff\xe0\0\x10JFIF\0".to_vec()),
        ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
        ("a program", b"MZ\x90\0\x03\0\0\0".to_vec()),
        ("gzip", b"\x1f\x8b\x08\0\0\0\0\0".to_vec()),
        ("RAR", b"Rar!\x1a\x07\x01\0".to_vec()),
        ("an empty zip", zip(&[])),
        ("OpenDocument", part("content.xml")),
        ("Excel", part("xl/workbook.xml")),
        ("PowerPoint", part("ppt/presentation.xml")),
        ("a zip of a text", part("ke-hoach.txt")),
        ("a zip of a Word file", zip(&[("a.docx".to_owned(), part("word/document.xml"))])),
    ] {
        assert!(!read(&bytes), "{kind}");
    }
}
