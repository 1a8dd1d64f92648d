//! Converts plans between formats, for batch work and tests:
//!
//! ```text
//! cargo run --release --example convert -- INPUT OUTPUT [--format nd30|party|front]
//! cargo run --release --example convert -- INPUT --check [--format nd30|party|front]
//! ```
//!
//! INPUT: `.txt`, `.docx`, `.kehoach.json`. OUTPUT: `.docx`, `.txt`, `.kehoach.json`, `.pages.json`.
//! `--check` prints what a văn thư would send back, one finding a line: severity, rule, place, message.
//! On bad input: one sentence on standard error, exit status 2, nothing written.

use std::io::ErrorKind;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use ke_hoach::check::{Finding, Manuscript, Numbered, review};
use ke_hoach::document::{paginate, typeset};
use ke_hoach::draft::{Draft, FILE_ENDING};
use ke_hoach::export::{self, DocxOptions};
use ke_hoach::format::{ALL, FormatKey};
use ke_hoach::import::{self, Embedded, Reading};

fn main() -> ExitCode {
    match run(std::env::args().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(2)
        }
    }
}

const USAGE: &str =
    "Cách dùng: convert TỆP_VÀO TỆP_RA [--format nd30|party|front], hoặc convert TỆP_VÀO --check";

fn run(args: Vec<String>) -> Result<(), String> {
    let mut files = Vec::new();
    let mut format = None;
    let mut checks = false;
    let mut args = args.into_iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--format" => format = Some(family(&args.next().ok_or(format!("{USAGE}."))?)?),
            "--check" => checks = true,
            option if option.starts_with('-') => return Err(format!("Không có tùy chọn {option}. {USAGE}")),
            _ => files.push(arg),
        }
    }
    let (input, output) = match files.as_slice() {
        [input, output] => (input, Some(output)),
        [input] if checks => (input, None),
        _ => return Err(format!("{USAGE}.")),
    };
    let Input { mut draft, lines, notes } = read(input)?;
    if let Some(format) = &format {
        Arc::make_mut(&mut draft.plan).format = format.clone();
    }
    if let Some(output) = output {
        let bytes = write(output, &draft)?;
        std::fs::write(output, bytes).map_err(|error| format!("Không ghi được tệp {output}: {error}."))?;
        notes.iter().for_each(|note| eprintln!("{note}"));
    }
    if checks {
        let manuscript = match lines {
            Some((reading, numbered)) => {
                let mut manuscript = Manuscript::of_source(&reading, numbered);
                if let Some(format) = format {
                    manuscript.frame.family = format.format().key.to_owned();
                }
                manuscript
            }
            None => Manuscript::of_plan(&draft.plan),
        };
        review(&manuscript).iter().for_each(|found| println!("{}", told(found)));
    }
    Ok(())
}

/// A finding as one line: severity, rule, place, message with the words concerned.
fn told(found: &Finding) -> String {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let quote = if found.quote.trim().is_empty() { found.quote.clone() } else { one_line(&found.quote) };
    let message = format!("«{quote}»: {}", one_line(&found.message));
    [found.rule.severity.key(), found.rule.id, &found.place.said(), &message].join("\t")
}

/// What was read, and what the one who converts should know about it.
struct Input {
    draft: Draft,
    /// The lines of a source; a draft has none.
    lines: Option<(Reading, Numbered)>,
    notes: Vec<String>,
}

fn family(key: &str) -> Result<FormatKey, String> {
    let format = FormatKey(key.to_owned().into());
    let keys = || ALL.map(|format| format.key).join(", ");
    format
        .find()
        .map(|_| format.clone())
        .ok_or_else(|| format!("Không có thể thức “{key}”: hãy chọn {}.", keys()))
}

fn read(input: &str) -> Result<Input, String> {
    let at_input = |sentence: String| format!("{input}: {sentence}");
    let bytes = || {
        std::fs::read(input).map_err(|error| match error.kind() {
            ErrorKind::NotFound => format!("Không có tệp {input}."),
            _ => format!("Không đọc được tệp {input}: {error}."),
        })
    };
    if input.ends_with(FILE_ENDING) {
        let text = String::from_utf8(bytes()?)
            .map_err(|_| at_input("Tệp không phải văn bản UTF-8: hãy lưu lại dưới dạng UTF-8.".into()))?;
        let opened = Draft::read(&text).map_err(|error| at_input(error.to_string()))?;
        let note = opened.altered.then(|| at_input("Lưu ý: nội dung đã bị sửa ngoài ứng dụng.".into()));
        return Ok(Input { draft: opened.draft, lines: None, notes: note.into_iter().collect() });
    }
    let (reading, numbered) = match ending(input).to_ascii_lowercase().as_str() {
        "txt" => (import::read_text(&bytes()?), Numbered::Lines),
        "docx" => (import::read_docx(&bytes()?), Numbered::Paragraphs),
        _ => {
            return Err(at_input(format!(
                "Không đọc loại tệp này: hãy đưa tệp .docx, .txt hoặc {FILE_ENDING}."
            )));
        }
    };
    let reading = reading.map_err(|error| at_input(error.to_string()))?;
    let imported = reading.imported.clone();
    let changed = (imported.embedded == Embedded::Changed).then(|| at_input(import::CHANGED.into()));
    let notes = imported.leftover.iter().map(|line| format!("Chưa xếp vào đâu: {line}"));
    let notes = changed.into_iter().chain(notes).collect();
    // A file of our own that says what its draft says is that draft.
    let lines = (imported.embedded != Embedded::Same).then_some((reading, numbered));
    Ok(Input { draft: Draft { plan: imported.into_plan().into(), ..Draft::default() }, lines, notes })
}

fn write(output: &str, draft: &Draft) -> Result<Vec<u8>, String> {
    let document = || typeset(&draft.plan);
    if output.ends_with(FILE_ENDING) {
        return Ok(draft.write().into_bytes());
    }
    if output.ends_with(".pages.json") {
        let pages: Vec<Vec<String>> = paginate(&document())
            .iter()
            .map(|page| page.number.iter().chain(&page.lines).map(|line| line.text()).collect())
            .collect();
        return serde_json::to_vec_pretty(&pages).map_err(|error| error.to_string());
    }
    match ending(output) {
        "docx" => {
            let options = DocxOptions { draft: Some(draft.write()), created: None };
            export::docx(&document(), &options).map_err(|error| error.to_string())
        }
        "txt" => Ok(export::text(&document()).into_bytes()),
        _ => Err(format!(
            "{output}: Chưa ghi được loại tệp này: hãy chọn .docx, .txt, .pages.json hoặc {FILE_ENDING}."
        )),
    }
}

fn ending(path: &str) -> &str {
    Path::new(path).extension().and_then(|ending| ending.to_str()).unwrap_or_default()
}
