//! Files made to take more time or memory than there is: each gives a plan or a sentence, soon.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, UNIX_EPOCH};

use ke_hoach::import;
use miniz_oxide::deflate::compress_to_vec;

use crate::word::{Word, close, p, pack, paragraph, r, zip};

const LONGEST: Duration = Duration::from_secs(2);
/// A program that is not optimised is some ten times slower: it is given a part of what is
/// repeated. `make fuzz` reads all of it.
const PART: usize = if cfg!(debug_assertions) { 8 } else { 1 };
/// Megabytes that a process which reads one file may take in all.
const MOST_MEMORY: usize = 200;

/// Where the files stand that the process for them reads.
const FOLDER: &str = "KE_HOACH_BOMBS";

const MB: usize = 1024 * 1024;

/// Packages that are more than they seem, or not what they say.
fn packages() -> Vec<(&'static str, Vec<u8>)> {
    let document = Word::new(&p("KẾ HOẠCH")).parts.swap_remove(1).1;
    let one = |name: &str, packed: &[u8], size: usize, crc: u32| {
        let (mut file, mut directory) = (Vec::new(), Vec::new());
        pack(&mut file, &mut directory, name, packed, size, 8, crc);
        close(file, &directory, 1)
    };
    let spaces = |size: usize| {
        let spaces = vec![b' '; size];
        (compress_to_vec(&spaces, 6), crc32fast::hash(&spaces))
    };
    let (small, small_crc) = spaces(7 * MB);
    let (big, big_crc) = spaces(300 * MB);
    let packed = compress_to_vec(&document, 6);
    let crc = crc32fast::hash(&document);
    let inner = zip(&[("word/document.xml".into(), document.clone())]);

    let many = |count: usize| {
        let parts: Vec<_> = (0..count).map(|i| (format!("word/media/{i}.png"), Vec::new())).collect();
        zip(&parts)
    };
    vec![
        ("blanks up to the limit", one("word/document.xml", &small, 7 * MB, small_crc)),
        ("blanks beyond it", one("word/document.xml", &big, 300 * MB, big_crc)),
        ("blanks that say they are a few", one("word/document.xml", &big, 100, big_crc)),
        ("less than it says", one("word/document.xml", &packed, 7 * MB, crc)),
        ("no size at all", one("word/document.xml", &packed, 0, crc)),
        ("65,535 entries", many(65_535)),
        ("a package in a package", zip(&[("word/document.xml".into(), zip(&[("x".into(), inner)]))])),
        ("entries that are the same bytes", overlapping()),
        ("a directory that says it goes on", {
            let mut file = one("word/document.xml", &packed, document.len(), crc);
            let end = file.len() - 22;
            file[end + 10] = 60;
            file
        }),
        ("a directory outside the file", {
            let mut file = one("word/document.xml", &packed, document.len(), crc);
            let end = file.len() - 22;
            file[end + 16..end + 20].copy_from_slice(&u32::MAX.to_le_bytes());
            file
        }),
        ("an entry outside the file", {
            let mut file = one("word/document.xml", &packed, document.len(), crc);
            let at = file.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
            file[at + 42..at + 46].copy_from_slice(&(u32::MAX - 3).to_le_bytes());
            file
        }),
    ]
}

/// A document that shows fifty headers, all of them the same megabyte of the package.
fn overlapping() -> Vec<u8> {
    const HEADERS: usize = 50;
    let blanks = vec![b' '; MB];
    let packed = compress_to_vec(&blanks, 6);
    let references: String =
        (0..HEADERS).map(|i| format!("<w:headerReference w:type=\"default\" r:id=\"h{i}\"/>")).collect();
    let header = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header";
    let relations: String = (0..HEADERS)
        .map(|i| format!("<Relationship Id=\"h{i}\" Type=\"{header}\" Target=\"h{i}.xml\"/>"))
        .collect();
    let word = Word::new(&format!("{}<w:sectPr>{references}</w:sectPr>", p("KẾ HOẠCH")));
    let relations = format!("<Relationships>{relations}</Relationships>");
    let word = word.part("word/_rels/document.xml.rels", &relations);

    let (mut file, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in &word.parts {
        pack(&mut file, &mut directory, name, content, content.len(), 0, crc32fast::hash(content));
    }
    let (shared, crc) = (file.len() as u32, crc32fast::hash(&blanks));
    for i in 0..HEADERS {
        let (mut own, mut entry) = (Vec::new(), Vec::new());
        pack(&mut own, &mut entry, &format!("word/h{i}.xml"), &packed, MB, 8, crc);
        if i == 0 {
            file.extend(&own);
        }
        entry[42..46].copy_from_slice(&shared.to_le_bytes());
        directory.extend(entry);
    }
    close(file, &directory, word.parts.len() + HEADERS)
}

/// Documents that are whole, and more than any plan.
fn documents() -> Vec<(&'static str, Vec<u8>)> {
    let nested = |open: &str, close: &str, times: usize| {
        Word::new(&(open.repeat(times) + &p("KẾ HOẠCH") + &close.repeat(times))).bytes()
    };
    let lines = |line: &str, times: usize| Word::new(&p(line).repeat(times.div_ceil(PART))).bytes();
    let cell = |properties: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p("Văn phòng"));
    let list = "<w:numPr><w:ilvl w:val=\"8\"/><w:numId w:val=\"1\"/></w:numPr>";
    let styled = |based: &str| {
        let styles: String = (0..4_000 / PART)
            .map(|i| {
                format!(
                    "<w:style w:styleId=\"s{i}\"><w:basedOn w:val=\"{}\"/></w:style>",
                    based.replace('#', &(i + 1).to_string())
                )
            })
            .collect();
        let body = paragraph("<w:pStyle w:val=\"s0\"/>", &r("KẾ HOẠCH")).repeat(4_000 / PART);
        Word::new(&body).with("styles", "styles", &styles).bytes()
    };
    let lvl = (0..9).map(|i| format!("<w:lvl w:ilvl=\"{i}\"><w:start w:val=\"4294967295\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"{}\"/></w:lvl>", "%1.%2.%3.%4.%5.%6.%7.%8.%9.".repeat(40)));
    let numbering = format!(
        "<w:abstractNum w:abstractNumId=\"0\">{}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
        lvl.collect::<String>()
    );
    let note = format!("<w:footnote w:id=\"1\">{}</w:footnote>", p(&"ghi chú ".repeat(10_000)));
    vec![
        ("tables in tables", nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 80)),
        ("tables in tables without end", nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 100_000)),
        (
            "controls in controls without end",
            nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 100_000),
        ),
        ("runs in runs without end", nested("<w:p><w:r>", "</w:r></w:p>", 100_000)),
        ("elements that do not end", Word::of_document(&"<w:document><w:body><w:p>".repeat(100_000)).bytes()),
        ("a million letters in a line", lines(&"a".repeat((MB - 100) / PART), 1)),
        ("a hundred thousand words in a line", lines(&"nhân dân ".repeat(90_000 / PART), 1)),
        ("a line of marks", lines(&"1. a) - I. ".repeat(80_000 / PART), 1)),
        ("a line of brackets", lines(&"(((".repeat(300_000 / PART), 1)),
        ("twenty-nine thousand headings", lines("I. MỤC ĐÍCH, YÊU CẦU", 29_000)),
        ("twenty-nine thousand dashes", lines("- Văn phòng chủ trì;", 29_000)),
        ("twenty-nine thousand signers", lines("KT. CHỦ TỊCH", 29_000)),
        ("twenty-nine thousand căn cứ", lines("Căn cứ Luật Thủ đô;", 29_000)),
        ("twenty-nine thousand lines without a mark", lines("nhân dân trên địa bàn", 29_000)),
        ("twenty-nine thousand appendices", lines("PHỤ LỤC I", 29_000)),
        (
            "a row of fourteen thousand cells",
            Word::new(&format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell("").repeat(14_000 / PART))).bytes(),
        ),
        (
            "fourteen thousand rows",
            Word::new(&format!(
                "<w:tbl>{}</w:tbl>",
                format!("<w:tr>{}</w:tr>", cell("<w:vMerge/>")).repeat(14_000 / PART)
            ))
            .bytes(),
        ),
        (
            "cells wider than any page",
            Word::new(&format!(
                "<w:tbl>{}</w:tbl>",
                format!("<w:tr>{}</w:tr>", cell("<w:gridSpan w:val=\"4294967295\"/>").repeat(3))
                    .repeat(3_000 / PART)
            ))
            .bytes(),
        ),
        ("styles upon styles", styled("s#")),
        ("styles upon themselves", styled("s0")),
        (
            "numbers of numbers",
            Word::new(&paragraph(list, &r("Mục")).repeat(20_000 / PART))
                .with("numbering", "numbering", &numbering)
                .bytes(),
        ),
        (
            "one note a thousand times",
            Word::new(&format!(
                "<w:p>{}</w:p>",
                "<w:r><w:footnoteReference w:id=\"1\"/></w:r>".repeat(1_000)
            ))
            .with("footnotes", "footnotes", &note)
            .bytes(),
        ),
        (
            "fields in fields",
            Word::new(&format!(
                "<w:p>{}</w:p>",
                "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText></w:r>"
                    .repeat(60_000)
            ))
            .bytes(),
        ),
        (
            "an element of many attributes",
            Word::new(&format!(
                "<w:p {}/>",
                (0..100_000).map(|i| format!("a{i}=\"1\" ")).collect::<String>()
            ))
            .bytes(),
        ),
        (
            "words that stand for words",
            Word::of_document(&format!(
                "<!DOCTYPE x [<!ENTITY a \"ha\">{}]><w:document><w:body>{}</w:body></w:document>",
                (0..30).map(|i| format!("<!ENTITY a{} \"&a{i};&a{i};\">", i + 1)).collect::<String>(),
                p("&a30;")
            ))
            .bytes(),
        ),
    ]
}

/// The process for them: reads each file, and prints its name, seconds, megabytes and answer.
#[test]
#[ignore = "run by the test below, in a process of its own"]
fn reads_what_it_is_given() {
    let mut files: Vec<PathBuf> =
        fs::read_dir(std::env::var_os(FOLDER).unwrap()).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    for file in files {
        let bytes = fs::read(&file).unwrap();
        // The largest size until now is forgotten.
        let _ = fs::write("/proc/self/clear_refs", "5");
        let started = busy();
        let read = import::docx(&bytes);
        let took = (busy() - started).as_secs_f64();
        let answer = read
            .map_or_else(|error| error.to_string(), |read| format!("{} sections", read.plan.sections.len()));
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        println!("\n#\t{name}\t{took}\t{}\t{answer}", most_memory().unwrap_or_default());
    }
}

/// How long this thread has been at work, whatever else the machine does; else the time of day.
fn busy() -> Duration {
    let said = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = said.split(' ').next().and_then(|nanoseconds| nanoseconds.parse().ok());
    nanoseconds.map_or_else(|| UNIX_EPOCH.elapsed().unwrap_or_default(), Duration::from_nanos)
}

/// The most memory that this process has taken, in kilobytes; only Linux tells.
fn most_memory() -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

#[test]
fn what_is_made_to_take_all_time_and_memory_takes_little() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bombs");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let files: Vec<_> = packages().into_iter().chain(documents()).collect();
    for (name, bytes) in &files {
        fs::write(folder.join(name), bytes).unwrap();
    }
    let run = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "bombs::reads_what_it_is_given", "--ignored", "--nocapture"])
        .env(FOLDER, &folder)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stdout);
    let read: Vec<Vec<&str>> = said
        .lines()
        .filter_map(|line| line.strip_prefix("#\t"))
        .map(|line| line.split('\t').collect())
        .collect();
    assert_eq!(read.len(), files.len(), "{said}{}", String::from_utf8_lossy(&run.stderr));
    for line in &read {
        let (seconds, kilobytes): (f64, usize) = (line[1].parse().unwrap(), line[2].parse().unwrap());
        println!("{seconds:6.2} s {:4} MB  {}: {}", kilobytes / 1024, line[0], line[3]);
    }
    for line in &read {
        let (seconds, kilobytes): (f64, usize) = (line[1].parse().unwrap(), line[2].parse().unwrap());
        assert!(seconds < LONGEST.as_secs_f64() && kilobytes < MOST_MEMORY * 1024, "{line:?}");
        let sentence = line[3].starts_with("Tệp") && line[3].ends_with('.');
        assert!(sentence || line[3].ends_with("sections"), "{line:?}");
    }
}
