//! Word files read by the app's annex and by mammoth.js, in the same page.

use std::fs;

use ke_hoach::document::{paginate, typeset};
use ke_hoach::export::{self, DocxOptions};
use serde_json::json;

use super::driving::Browser;
use super::{line, median, plans};

/// How many times faster than mammoth.js a file of ten pages is read.
const GOAL: f64 = 8.0;

/// How often each reads a file, turn about; before, each warms up.
const TIMES: usize = 21;
const WARMING: usize = 5;

/// Reads a file in both, and gives their times in milliseconds and what they read.
///
/// The annex gives the whole plan, recognised; mammoth.js the bare text: the easiest that it does.
const READ: &str = "
    const [content, times, warming] = arguments;
    const bytes = Uint8Array.from(atob(content), letter => letter.charCodeAt(0));
    const address = document.querySelector('meta[name=annex]').content;
    return import(new URL(address, document.baseURI)).then(async (annex) => {
        await annex.default();
        const [ours, theirs, first] = [[], [], []];
        let plan, text;
        for (let time = 0; time < warming + times; time++) {
            const began = performance.now();
            plan = annex.read(bytes);
            const between = performance.now();
            text = await mammoth.extractRawText({ arrayBuffer: bytes.buffer });
            const ended = performance.now();
            if (time === 0) first.push(between - began, ended - between);
            if (time < warming) continue;
            ours.push(between - began);
            theirs.push(ended - between);
        }
        return { ours, theirs, first, plan, text: text.value };
    });";

/// Prints how long both take for a file of ten pages, and for one that Word wrote.
pub fn bench(browser: &Browser) {
    let Some(mammoth) = std::env::var_os("KE_HOACH_MAMMOTH") else {
        eprintln!("reading of Word files: skipped, KE_HOACH_MAMMOTH is not set");
        return;
    };
    let mammoth = fs::read_to_string(mammoth).expect("mammoth.js is installed");
    browser.chromium("Runtime.evaluate", json!({"expression": mammoth}));

    let (pages, joined) = ten_pages();
    let what =
        format!("{pages} pages: our export of the sections of five real plans, {} KB", joined.len() / 1000);
    let faster = compared(browser, "reading.ten_pages", &joined, "Trưởng đoàn", &what);
    let met = if faster >= GOAL { "met" } else { "NOT met" };
    println!(
        "reading.ten_pages.faster\t{faster:.1}\ttimes\tgoal: at least {GOAL} times as fast as mammoth.js ({met})"
    );

    let real = fs::read(plans::file("mttq-xa-luong-minh-kiem-tra-giam-sat.docx")).expect("the plan is there");
    let what = format!("a commune's plan as Word saved it, {} KB", real.len() / 1000);
    let faster = compared(browser, "reading.real", &real, "Trưởng đoàn", &what);
    println!("reading.real.faster\t{faster:.1}\ttimes\tas fast as mammoth.js; no goal");
}

/// Prints the times of both for a file, in which both must find `phrase`; gives back how many
/// times faster the annex is.
fn compared(browser: &Browser, name: &str, file: &[u8], phrase: &str, what: &str) -> f64 {
    let read = browser.script(READ, json!([base64(file), TIMES, WARMING]));
    for text in ["plan", "text"] {
        assert!(read[text].as_str().is_some_and(|text| text.contains(phrase)), "{name}: {text}");
    }
    let times = |whose: &str| median(serde_json::from_value(read[whose].clone()).expect("times"));
    let (ours, theirs) = (times("ours"), times("theirs"));
    line(name, ours, &format!("median of {TIMES}; {what}"));
    line(&format!("{name}.mammoth"), theirs, "the same bytes, the bare text alone by mammoth.js, turn about");
    let first = |which: usize| read["first"][which].as_f64().expect("a time");
    let compared = format!("the first reading, part of no median; mammoth.js {:.1}", first(1));
    line(&format!("{name}.first"), first(0), &compared);
    theirs / ours
}

/// A Word file of at least ten pages and how many it has.
fn ten_pages() -> (usize, Vec<u8>) {
    let joined = plans::of_pages(10);
    let document = typeset(&joined);
    let bytes = export::docx(&document, &DocxOptions::default()).expect("it exports");
    (paginate(&document).len(), bytes)
}

/// Bytes in the letters that the page reads.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let bits = group
            .iter()
            .chain([0; 3].iter())
            .take(3)
            .fold(0_usize, |bits, byte| bits << 8 | usize::from(*byte));
        for letter in 0..4 {
            let known = letter <= group.len();
            text.push(if known { LETTERS[bits >> (18 - 6 * letter) & 63].into() } else { '=' });
        }
    }
    text
}
