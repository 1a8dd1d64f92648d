//! The real plans against what one reads in them.

use std::fs;
use std::path::PathBuf;

use ke_hoach::document::typeset;
use ke_hoach::export::{self, DocxOptions};
use ke_hoach::import::{self, Imported};
use ke_hoach::plan::Plan;
use ke_hoach::vietnamese::compose;

use crate::outline;

/// Plans of a commune in Word.
pub const SAMPLES: [&str; 2] = ["mttq-xa-luong-minh-hiep-thuong-2", "mttq-xa-luong-minh-kiem-tra-giam-sat"];
/// Plans as texts.
pub const TEXTS: [&str; 3] =
    ["mttq-tinh-nam-dinh-nq27", "dang-uy-khoi-binh-dinh-nq27", "mttq-tinh-ninh-binh-de-an"];

pub fn at(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests").join(path)
}

fn imported(name: &str) -> Imported {
    if SAMPLES.contains(&name) {
        return import::docx(&fs::read(at(&format!("plans/{name}.docx"))).unwrap()).unwrap();
    }
    import::text(&fs::read_to_string(at(&format!("plans/{name}.txt"))).unwrap())
}

pub fn sample(name: &str) -> Plan {
    imported(name).plan
}

/// The five real plans.
pub fn all() -> Vec<(&'static str, Plan)> {
    SAMPLES.into_iter().chain(TEXTS).map(|name| (name, sample(name))).collect()
}

/// A plan field by field, and what found no place in it, as the expectation files have it.
fn described(imported: &Imported) -> Vec<String> {
    let plan = &imported.plan;
    let one = |text: &str| text.replace('\n', " / ");
    let number = |number: Option<u16>| number.map_or("…".to_owned(), |number| number.to_string());
    let date = &plan.date;
    let mut lines = vec![
        format!("thể thức: {}", plan.format.0),
        format!("cấp trên: {}", one(&plan.issuer.superior)),
        format!("cơ quan: {}", one(&plan.issuer.issuing)),
        format!("thường trực: {}", one(&plan.issuer.standing)),
        format!("số: {}", plan.number),
        format!("ký hiệu: {}", plan.symbol),
        format!("địa danh: {}", plan.place),
        format!(
            "ngày: {}/{}/{}",
            number(date.day.map(u16::from)),
            number(date.month.map(u16::from)),
            number(date.year)
        ),
        format!(
            "tên loại: {}",
            one(&format!("{}\n{}", plan.title, plan.title_body)).trim_matches([' ', '/'])
        ),
        format!("trích yếu: {}", one(&plan.subject)),
    ];
    lines.extend(plan.bases.iter().map(|basis| format!("căn cứ: {}", basis.text)));
    lines.push(format!("mở đầu: {}", one(&plan.opening)));
    lines.extend(outline(plan));
    lines.push(format!("kết: {}", one(&plan.closing)));
    lines.extend(
        plan.recipients.iter().map(|row| format!("nơi nhận: {} ({})", row.name, row.note).replace(" ()", "")),
    );
    lines.push(format!("lưu: {}", plan.retention));
    lines.push(format!("quyền hạn: {}", one(&plan.signature.authority)));
    lines.push(format!("chức vụ: {}", one(&plan.signature.title)));
    lines.push(format!("họ tên: {}", plan.signature.name));
    lines.extend(plan.appendices.iter().map(|appendix| format!("phụ lục: {}", one(&appendix.title))));
    lines.extend(imported.leftover.iter().map(|line| format!("chưa xếp: {line}")));
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

/// What is read of a real plan: the file itself, or our own export of what was read of it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    File,
    Text,
    Word,
}

/// A line that is not read as it is expected. One that is listed here and is read as it should
/// be fails the test: then it is to be struck out.
struct Known {
    sample: &'static str,
    ways: &'static [Way],
    /// The expected line ([`short`]); blank when what is read has no counterpart.
    expected: &'static str,
    /// What is read instead; blank when the line is missing.
    read: &'static str,
    why: &'static str,
}

const EXPORTS: &[Way] = &[Way::Text, Way::Word];

/// In the order of the lines.
const KNOWN: [Known; 7] = [
    Known {
        sample: SAMPLES[0],
        ways: EXPORTS,
        expected: "căn cứ: Căn cứ Hướng dẫn số 01/HD-MTTQ-B … ổ quốc Việt Nam các cấp tỉnh Quảng Ninh.",
        read: "căn cứ: Căn cứ Hướng dẫn số 01/HD-MTTQ-B … ổ quốc Việt Nam các cấp tỉnh Quảng Ninh;",
        why: "each căn cứ but the last is printed with a semicolon, as the rule has it",
    },
    Known {
        sample: SAMPLES[0],
        ways: EXPORTS,
        expected: "kết: Đề nghị Văn phòng Đảng ủy, Văn phòn … hân dân xã khóa II, nhiệm kỳ 2026 - 2031",
        read: "kết: Đề nghị Văn phòng Đảng ủy, Văn phòn …  dân xã khóa II, nhiệm kỳ 2026 - 2031./.",
        why: "the end of a plan is printed with ./. as the rule has it",
    },
    Known {
        sample: SAMPLES[1],
        ways: &[Way::Text],
        expected: "1. [Giám sát trực tiếp Ban Thường trực Ủ … ông qua việc tham dự các hoạt động sau:]",
        read: "1. Giám sát trực tiếp Ban Thường",
        why: "a title of 27 words, which nothing but its bold letters tells from a sentence",
    },
    Known {
        sample: TEXTS[0],
        ways: EXPORTS,
        expected: "kết: Trên đây là Kế hoạch triển khai thự … h triển khai Kế hoạch bảo đảm hiệu quả./",
        read: "kết: Trên đây là Kế hoạch triển khai thự …  triển khai Kế hoạch bảo đảm hiệu quả./.",
        why: "the end of a plan is printed with ./. as the rule has it",
    },
    Known {
        sample: TEXTS[1],
        ways: EXPORTS,
        expected: "chức vụ: PHÓ Bí THƯ",
        read: "chức vụ: PHÓ BÍ THƯ",
        why: "the title of the signer is printed in capitals",
    },
    Known {
        sample: TEXTS[2],
        ways: EXPORTS,
        expected: "lưu:",
        read: "lưu: Lưu: VT",
        why: "a blank line of retention is printed as the family's",
    },
    Known {
        sample: TEXTS[2],
        ways: EXPORTS,
        expected: "chưa xếp: [bookmark: _Hlk71789350]",
        read: "",
        why: "what found no place is not printed",
    },
];

/// A line in so many letters as a page of this file can show.
fn short(line: &str) -> String {
    let letters: Vec<char> = line.chars().collect();
    match letters.len() {
        0..=80 => line.to_owned(),
        length => {
            let part = |range: std::ops::Range<usize>| letters[range].iter().collect::<String>();
            format!("{} … {}", part(0..40), part(length - 40..length))
        }
    }
}

/// What `a` and `b` have not in common, line by line in their order: of `a` with `-`, of `b` with `+`.
fn differences(a: &[String], b: &[String]) -> Vec<String> {
    let mut common = vec![vec![0; b.len() + 1]; a.len() + 1];
    for (i, one) in a.iter().enumerate().rev() {
        for (j, other) in b.iter().enumerate().rev() {
            common[i][j] =
                if one == other { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut found = Vec::new();
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == b.len() || (i < a.len() && common[i + 1][j] >= common[i][j + 1]) {
            found.push(format!("- {}", short(&a[i])));
            i += 1;
        } else {
            found.push(format!("+ {}", short(&b[j])));
            j += 1;
        }
    }
    found
}

/// The expectation of a sample without its comments.
fn expected(name: &str) -> Vec<String> {
    let expected = fs::read_to_string(at(&format!("import/expected/{name}.txt"))).unwrap();
    expected.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

/// Reads a sample, or our own export of it; the Word file carries no draft.
fn read(name: &str, way: Way) -> Imported {
    let file = imported(name);
    match way {
        Way::File => file,
        Way::Text => import::text(&export::text(&typeset(&file.plan))),
        Way::Word => {
            let bytes = export::docx(&typeset(&file.plan), &DocxOptions::default()).unwrap();
            import::docx(&bytes).unwrap()
        }
    }
}

#[test]
fn every_part_of_a_real_plan_is_recognised_in_the_file_and_in_our_exports_of_it() {
    for name in SAMPLES.into_iter().chain(TEXTS) {
        for way in [Way::File, Way::Text, Way::Word] {
            let known = KNOWN.iter().filter(|known| known.sample == name && known.ways.contains(&way));
            let known = known.inspect(|known| println!("{name}, {way:?}: {}", known.why));
            let sides = known.flat_map(|known| [("- ", known.expected), ("+ ", known.read)]);
            let known: Vec<String> = sides
                .filter(|(_, line)| !line.is_empty())
                .map(|(sign, line)| format!("{sign}{line}"))
                .collect();
            assert_eq!(
                differences(&expected(name), &described(&read(name, way))),
                known,
                "{name}, {way:?}: lines expected (-) and read instead (+)"
            );
        }
    }
}

/// The words of a text without the numbers of its outline, which follow from the order.
fn words(text: &str) -> Vec<String> {
    let words = text.lines().flat_map(|line| uncounted(line).split(|c: char| !c.is_alphanumeric()));
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// A line without the number by which it is counted: `I -`, `II.`, `1.`, `4.1.`.
fn uncounted(line: &str) -> &str {
    let line = line.trim_start();
    let mark = line.trim_start_matches(|c: char| c.is_ascii_digit() || "IVX.".contains(c));
    let number = &line[..line.len() - mark.len()];
    if number.ends_with('.') || (!number.is_empty() && mark.trim_start().starts_with('-')) {
        mark
    } else {
        line
    }
}

/// How many words of `a` stand in `b` in the same order.
fn in_order(a: &[String], b: &[String]) -> usize {
    let mut longest = vec![0; b.len() + 1];
    for word in a {
        let mut diagonal = 0;
        for (j, other) in b.iter().enumerate() {
            let above = longest[j + 1];
            longest[j + 1] = if word == other { diagonal + 1 } else { above.max(longest[j]) };
            diagonal = above;
        }
    }
    longest[b.len()]
}

/// The text of a sample as others read it: a Word file by python-docx, a text as it is.
fn source(name: &str) -> String {
    let folder = if SAMPLES.contains(&name) { "import/texts" } else { "plans" };
    let text = fs::read_to_string(at(&format!("{folder}/{name}.txt"))).unwrap();
    // Some letters of one text come in pieces.
    compose(&text)
}

#[test]
fn the_words_of_a_real_plan_are_all_kept_and_in_order() {
    for name in SAMPLES.into_iter().chain(TEXTS) {
        let source = words(&source(name));
        let Imported { plan, leftover, .. } = imported(name);
        let printed = words(&(export::text(&typeset(&plan)) + &leftover.join("\n")));
        let mut left = printed.clone();
        // The tone mark of the State's title is the official one, whatever was typed.
        let lost: Vec<&String> = source
            .iter()
            .filter(|word| match left.iter().position(|other| other == *word) {
                Some(at) => {
                    left.swap_remove(at);
                    false
                }
                None => *word != "hoà",
            })
            .collect();
        assert!(source.len() > 1000);
        let kept = in_order(&source, &printed);
        let share = kept as f64 / source.len() as f64;
        println!("{name}: {} lost, {kept} of {} in order, {:.2} %", lost.len(), source.len(), share * 100.0);
        assert_eq!(lost, Vec::<&String>::new(), "{name}");
        assert!(share >= 0.995, "{name}: {share}");
    }
}

#[test]
fn the_word_files_of_real_plans_read_back_as_they_were_written() {
    for (name, plan) in all() {
        let document = typeset(&plan);
        let bytes = export::docx(&document, &DocxOptions::default()).unwrap();
        let back = import::docx(&bytes).unwrap();
        assert_eq!(outline(&back.plan), outline(&plan), "{name}");
        let (read, printed) = (export::text(&typeset(&back.plan)), export::text(&document));
        for (read, printed) in read.lines().zip(printed.lines()) {
            assert_eq!(read, printed, "{name}");
        }
        assert!(typeset(&back.plan) == document, "{name}: the same letters look the same");
    }
}

#[test]
fn the_texts_of_real_plans_read_back_as_they_were_written() {
    for (name, plan) in all() {
        let printed = export::text(&typeset(&plan));
        let back = import::text(&printed);
        let read = export::text(&typeset(&back.plan));
        for (read, printed) in read.lines().zip(printed.lines()) {
            assert_eq!(read, printed, "{name}");
        }
        assert_eq!(back.leftover, Vec::<String>::new(), "{name}");
    }
}
