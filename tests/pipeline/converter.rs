//! The converter as one calls it.

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use ke_hoach::draft::Draft;
use ke_hoach::import;
use serde_json::Value;

use crate::oracles::{checkout, convert, converted, folder};
use crate::plans::{BINH_DINH, NAM_DINH, REAL, source};

/// Calls the converter for something that it must refuse: status 2, one sentence on standard
/// error, and `output` as it was. Gives back the sentence.
fn refused(args: &[&str], folder: &Path, output: &str) -> String {
    let output = folder.join(output);
    let before = fs::read(&output).ok();
    let args = args.iter().map(|arg| {
        let file = folder.join(arg);
        if arg.starts_with('-') || !arg.contains('.') { OsString::from(arg) } else { file.into_os_string() }
    });
    let run = convert(args);
    let said = String::from_utf8(run.stderr).unwrap();
    assert_eq!(run.status.code(), Some(2), "{said}");
    assert!(said.ends_with('\n') && said.trim_end().lines().count() == 1, "one sentence: {said:?}");
    assert!(run.stdout.is_empty());
    assert_eq!(fs::read(&output).ok(), before, "{said}");
    said
}

fn with_input(test: &str, name: &str, content: &[u8]) -> std::path::PathBuf {
    let folder = folder(test);
    fs::write(folder.join(name), content).unwrap();
    folder
}

#[test]
fn a_draft_made_of_a_text_gives_the_same_word_file_as_the_text() {
    let folder = folder("round_trip");
    for name in REAL {
        let at = |ending: &str| folder.join(format!("{name}.{ending}"));
        converted(&source(name), &at("docx"), &[]);
        converted(&source(name), &at("kehoach.json"), &[]);
        converted(&at("kehoach.json"), &at("again.docx"), &[]);
        converted(&at("kehoach.json"), &at("again.kehoach.json"), &[]);
        assert!(fs::read(at("docx")).unwrap() == fs::read(at("again.docx")).unwrap(), "{name}.docx");
        assert_eq!(
            fs::read_to_string(at("kehoach.json")).unwrap(),
            fs::read_to_string(at("again.kehoach.json")).unwrap()
        );
    }
}

#[test]
fn the_draft_file_holds_the_plan_that_was_read() {
    let folder = folder("draft");
    for name in REAL {
        let file = folder.join(name).with_extension("kehoach.json");
        converted(&source(name), &file, &[]);
        let opened = Draft::read(&fs::read_to_string(file).unwrap()).unwrap();
        let read = import::text(&fs::read_to_string(source(name)).unwrap());
        assert_eq!((opened.draft.plan, opened.altered), (read.into_plan().into(), false));
    }
}

/// What `--check` prints of a file, a finding a line, cut at the tabs.
fn checked(file: &Path) -> Vec<Vec<String>> {
    let run = convert([file.as_os_str().to_owned(), "--check".into()]);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let printed = String::from_utf8(run.stdout).unwrap();
    printed.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

#[test]
fn a_check_prints_severity_rule_place_and_message_with_the_words_concerned() {
    let folder = folder("check");
    let draft = folder.join("plan.kehoach.json");
    converted(&source(NAM_DINH), &draft, &[]);
    let word = checkout("tests/plans").join(WORD);
    for (file, place) in [(source(NAM_DINH), "dòng "), (word, "đoạn "), (draft, "")] {
        let found = checked(&file);
        assert!(!found.is_empty(), "{}", file.display());
        for line in &found {
            let [severity, rule, at, message] = &line[..] else { panic!("four columns: {line:?}") };
            assert!(["error", "warn", "hint"].contains(&severity.as_str()), "{line:?}");
            assert!(rule.contains('.') && at.starts_with(place) && !at.is_empty(), "{line:?}");
            assert!(message.starts_with('«') && message.contains("»: "), "{line:?}");
        }
    }
    let motto = |line: &Vec<String>| line[1] == "header.family.motto" && line[2] == "dòng 9";
    assert!(checked(&source(NAM_DINH)).iter().any(motto));
}

/// A plan of a commune in Word.
const WORD: &str = "mttq-xa-luong-minh-kiem-tra-giam-sat.docx";

#[test]
fn a_word_file_is_put_right_and_converted_to_every_other_kind() {
    let folder = folder("word");
    let source = checkout("tests/plans").join(WORD);
    for ending in ["docx", "txt", "kehoach.json", "pages.json"] {
        converted(&source, &folder.join(format!("plan.{ending}")), &[]);
    }
    let plan = |name: &str| Draft::read(&fs::read_to_string(folder.join(name)).unwrap()).unwrap().draft.plan;
    assert_eq!(
        plan("plan.kehoach.json"),
        import::docx(&fs::read(source).unwrap()).unwrap().into_plan().into()
    );
    // The file that was put right carries its draft.
    converted(&folder.join("plan.docx"), &folder.join("again.kehoach.json"), &[]);
    assert_eq!(plan("again.kehoach.json"), plan("plan.kehoach.json"));
    converted(&folder.join("plan.docx"), &folder.join("party.txt"), &["--format", "party"]);
    assert!(fs::read_to_string(folder.join("party.txt")).unwrap().contains("ĐẢNG CỘNG SẢN VIỆT NAM"));
}

#[test]
fn other_kinds_of_files_under_a_name_of_word_are_refused() {
    let word = fs::read(checkout("tests/plans").join(WORD)).unwrap();
    let old = [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &[0; 4096]].concat();
    for (i, content) in
        [&b"%PDF-1.7"[..], &old, b"{\\rtf1}", "KẾ HOẠCH".as_bytes(), b"", &word[..20_000]].iter().enumerate()
    {
        let folder = with_input(&format!("renamed_{i}"), "in.docx", content);
        assert!(refused(&["in.docx", "out.docx"], &folder, "out.docx").contains("in.docx"));
    }
}

#[test]
fn a_damaged_word_file_is_refused_wherever_the_damage_is() {
    let word = fs::read(checkout("tests/plans").join(WORD)).unwrap();
    // Behind the name of the part with the text stand its packed bytes.
    let at = word.windows(17).position(|window| window == b"word/document.xml").unwrap() + 17;
    let cut = (1..=6).map(|sixth| word[..word.len() * sixth / 7].to_vec());
    let changed = (0..6).map(|step| {
        let mut word = word.clone();
        word[at + 100 + step * 1000] ^= 0x10;
        word
    });
    for (i, content) in cut.chain(changed).enumerate() {
        let folder = with_input(&format!("damaged_{i}"), "in.docx", &content);
        fs::write(folder.join("out.docx"), "what was there").unwrap();
        assert!(refused(&["in.docx", "out.docx"], &folder, "out.docx").contains("in.docx"));
    }
}

#[test]
fn a_text_is_the_same_in_every_encoding() {
    let text = fs::read_to_string(source(BINH_DINH)).unwrap();
    let wide: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let folder = with_input("encodings", "wide.txt", &wide);
    fs::write(folder.join("marked.txt"), format!("\u{feff}{text}")).unwrap();
    converted(&source(BINH_DINH), &folder.join("plan.docx"), &[]);
    for name in ["wide", "marked"] {
        let file = folder.join(name).with_extension("docx");
        converted(&folder.join(name).with_extension("txt"), &file, &[]);
        assert!(fs::read(file).unwrap() == fs::read(folder.join("plan.docx")).unwrap(), "{name}");
    }
}

#[test]
fn a_family_that_is_asked_for_is_taken_and_else_the_one_that_is_recognised() {
    let folder = folder("family");
    let file = folder.join("plan.txt");
    let first_lines = |options: &[&str]| {
        converted(&source(BINH_DINH), &file, options);
        fs::read_to_string(&file).unwrap().lines().take(8).map(str::to_owned).collect::<Vec<_>>()
    };
    let party = "ĐẢNG CỘNG SẢN VIỆT NAM".to_owned();
    assert!(first_lines(&[]).contains(&party));
    assert!(first_lines(&["--format", "party"]).contains(&party));
    for other in ["nd30", "front"] {
        let lines = first_lines(&["--format", other]);
        assert!(!lines.contains(&party) && lines.contains(&"Số: 80/KH/ĐUK".to_owned()), "{lines:?}");
    }
}

#[test]
fn pages_are_lists_of_the_lines_that_stand_on_them() {
    let folder = folder("pages");
    let (pages, text) = (folder.join("plan.pages.json"), folder.join("plan.txt"));
    converted(&source(NAM_DINH), &pages, &[]);
    converted(&source(NAM_DINH), &text, &[]);
    let pages: Vec<Vec<String>> = serde_json::from_slice(&fs::read(pages).unwrap()).unwrap();
    assert!(pages.len() > 3);
    assert_eq!(pages[1][0], "2", "the page number stands first");
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let printed: Vec<String> = pages
        .iter()
        .enumerate()
        .flat_map(|(i, page)| page.iter().skip(usize::from(i > 0)))
        .flat_map(|line| words(line))
        .collect();
    // A word may be parted behind a hyphen at the end of a line.
    assert_eq!(printed.concat(), words(&fs::read_to_string(text).unwrap()).concat());
}

/// A draft file as the converter writes it.
fn draft_of_a_real_plan(test: &str) -> String {
    let file = folder(test).join("plan.kehoach.json");
    converted(&source(BINH_DINH), &file, &[]);
    fs::read_to_string(file).unwrap()
}

#[test]
fn a_missing_file_is_refused() {
    let folder = folder("missing");
    let said = refused(&["none.txt", "out.docx"], &folder, "out.docx");
    assert!(said.contains("none.txt"));
    refused(&["none.kehoach.json", "out.docx"], &folder, "out.docx");
}

#[test]
fn a_file_in_another_encoding_is_refused() {
    let folder = with_input("encoding", "tcvn.txt", b"K\xd5 ho\xb9ch");
    assert!(refused(&["tcvn.txt", "out.docx"], &folder, "out.docx").contains("Unicode"));
}

#[test]
fn a_file_that_is_no_draft_is_refused() {
    for (i, content) in ["KẾ HOẠCH", "", "[]", "{\"type\":\"excalidraw\",\"format\":1}"].iter().enumerate()
    {
        let folder = with_input(&format!("no_draft_{i}"), "in.kehoach.json", content.as_bytes());
        refused(&["in.kehoach.json", "out.docx"], &folder, "out.docx");
    }
}

#[test]
fn a_damaged_draft_is_refused_wherever_it_breaks_off() {
    let whole = draft_of_a_real_plan("damaged");
    let characters = whole.chars().count();
    for part in [1, 30, 60, 99] {
        let cut: String = whole.chars().take(characters * part / 100).collect();
        let folder = with_input(&format!("damaged_{part}"), "in.kehoach.json", cut.as_bytes());
        refused(&["in.kehoach.json", "out.txt"], &folder, "out.txt");
    }
}

#[test]
fn a_draft_of_a_later_version_is_refused_by_its_number() {
    let whole = draft_of_a_real_plan("later_whole");
    let mut value: Value = serde_json::from_str(&whole).unwrap();
    value["format"] = 99.into();
    let folder = with_input("later", "in.kehoach.json", value.to_string().as_bytes());
    assert!(refused(&["in.kehoach.json", "out.docx"], &folder, "out.docx").contains("99"));
}

#[test]
fn what_is_not_known_or_not_built_is_refused_and_what_was_there_is_kept() {
    let folder = folder("unknown");
    for name in REAL {
        fs::copy(source(name), folder.join(name).with_extension("txt")).unwrap();
    }
    fs::write(folder.join("in.docx"), b"PK").unwrap();
    fs::write(folder.join("out.docx"), b"before").unwrap();
    fs::write(folder.join("out.pdf"), b"before").unwrap();
    for name in REAL {
        let input = format!("{name}.txt");
        refused(&[&input, "out.pdf"], &folder, "out.pdf");
        refused(&[&input, "out"], &folder, "out");
        refused(&[&input, "missing/out.docx"], &folder, "missing/out.docx");
        assert!(refused(&[&input, "out.docx", "--format", "đoàn"], &folder, "out.docx").contains("nd30"));
        refused(&[&input, "out.docx", "--format"], &folder, "out.docx");
        assert!(refused(&[&input, "out.docx", "--fast"], &folder, "out.docx").contains("--fast"));
        assert!(refused(&[&input, "out.docx", "-v"], &folder, "out.docx").contains("-v"));
        assert!(refused(&[&input, "out.docx", "--chek"], &folder, "out.docx").contains("--chek"));
        refused(&[&input], &folder, "out.docx");
        refused(&[&input, "out.docx", "more.txt"], &folder, "out.docx");
    }
    refused(&[], &folder, "out.docx");
    refused(&["in.docx", "out.docx"], &folder, "out.docx");
    refused(&["in.xyz", "out.docx"], &folder, "out.docx");
}
