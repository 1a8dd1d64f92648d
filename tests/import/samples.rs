//! The real plans against what one reads in them.

use std::fs;
use std::path::PathBuf;

use ke_hoach::document::typeset;
use ke_hoach::export::{self, DocxOptions};
use ke_hoach::import::{self, Imported};
use ke_hoach::plan::Plan;

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
    import::docx(&fs::read(at(&format!("plans/{name}.docx"))).unwrap()).unwrap()
}

pub fn sample(name: &str) -> Plan {
    imported(name).plan
}

/// The five real plans.
pub fn all() -> Vec<(&'static str, Plan)> {
    let text = |name: &str| import::text(&fs::read_to_string(at(&format!("plans/{name}.txt"))).unwrap()).plan;
    SAMPLES.map(|name| (name, sample(name))).into_iter().chain(TEXTS.map(|name| (name, text(name)))).collect()
}

/// A plan field by field, as the expectation files have it.
fn described(plan: &Plan) -> Vec<String> {
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
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

#[test]
fn every_part_of_a_real_plan_is_recognised() {
    for name in SAMPLES {
        let expected = fs::read_to_string(at(&format!("import/expected/{name}.txt"))).unwrap();
        let expected: Vec<&str> = expected.lines().filter(|line| !line.starts_with('#')).collect();
        let read = described(&sample(name));
        for (read, expected) in read.iter().zip(&expected) {
            assert_eq!(read, expected, "{name}");
        }
        assert_eq!(read.len(), expected.len(), "{name}");
    }
}

/// The words of a text without the numbers of its outline, which follow from the order.
fn words(text: &str) -> Vec<String> {
    let uncounted = text.lines().map(|line| {
        let line = line.trim_start();
        let mark = line.trim_start_matches(|c: char| c.is_ascii_digit() || "IVX.".contains(c));
        if line[..line.len() - mark.len()].ends_with('.') { mark } else { line }
    });
    let words = uncounted.flat_map(|line| line.split(|c: char| !c.is_alphanumeric()));
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
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

#[test]
fn the_words_of_a_real_plan_are_all_kept_and_in_order() {
    for name in SAMPLES {
        // As python-docx reads the file.
        let source = words(&fs::read_to_string(at(&format!("import/texts/{name}.txt"))).unwrap());
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
        assert_eq!(lost, Vec::<&String>::new(), "{name}");
        assert!(source.len() > 1000);
        let kept = in_order(&source, &printed) as f64 / source.len() as f64;
        assert!(kept >= 0.995, "{name}: {kept}");
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
