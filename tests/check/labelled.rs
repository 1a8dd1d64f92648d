//! Plans as such bodies write them, with slips of every kind put in by hand and labelled: how many are
//! found, and how much is told of what is right.
//!
//! A label stands in the text: `[[as typed=>as it should be;kind;severity]]`.

use std::fs;
use std::ops::Range;

use ke_hoach::check::{Place, Severity, review};

use crate::manuscript;

/// A slip that was put in.
struct Label {
    /// The line, counted from 1, and the bytes of it.
    line: usize,
    range: Range<usize>,
    kind: String,
    severity: String,
    found: bool,
}

/// A plan without its labels, and these.
fn read(source: &str) -> (String, Vec<Label>) {
    let (mut text, mut labels) = (String::new(), Vec::new());
    let mut rest = source;
    while let Some((before, behind)) = rest.split_once("[[") {
        text.push_str(before);
        let (label, behind) = behind.split_once("]]").expect("a label ends");
        let (typed, about) = label.split_once("=>").expect("a label says what was meant");
        let start = text.len() - text.rfind('\n').map_or(0, |at| at + 1);
        let line = text.matches('\n').count() + 1;
        text.push_str(typed);
        let parts: Vec<&str> = about.split(';').collect();
        let at = parts.iter().rposition(|part| ["error", "warn", "hint"].contains(part)).expect(label);
        labels.push(Label {
            line,
            range: start..start + typed.len(),
            kind: parts[at - 1].to_owned(),
            severity: parts[at].to_owned(),
            found: false,
        });
        rest = behind;
    }
    text.push_str(rest);
    (text, labels)
}

/// Whether two names of kinds speak of the same: `caps.org.body` and `caps.org`, or both of marks.
fn is_alike(rule: &str, kind: &str) -> bool {
    const GROUPS: [&[&str]; 6] = [
        &["caps", "typo"],
        &["typo", "doubled", "unicode"],
        &["punctuation", "quotes", "end", "recipients"],
        &["citation", "title", "place", "unit", "district"],
        &["header", "recipients", "other", "punctuation"],
        &["deadline", "citation", "task"],
    ];
    let family = |name: &str| name.split('.').next().unwrap_or_default().to_owned();
    let (rule, kind) = (family(rule), family(kind));
    rule == kind || GROUPS.iter().any(|group| group.contains(&&*rule) && group.contains(&&*kind))
}

/// So many words fill a page of a plan.
const PAGE: usize = 450;

#[test]
fn nearly_all_that_a_reviewer_marks_is_found_and_hardly_anything_else() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/check/labelled");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    let (mut labels, mut wrong, mut words) = (Vec::new(), Vec::new(), 0);
    let mut missed = Vec::new();
    for file in files {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        let (text, mut own) = read(&fs::read_to_string(&file).unwrap());
        let lines: Vec<&str> = text.split('\n').collect();
        words += text.split_whitespace().count();
        // A hint tells, too, and costs nothing where a reviewer has nothing to say.
        for found in review(&manuscript(&text)) {
            let Place::Line(line) = found.place else { panic!("a text has lines") };
            let quote = found.quote.split('\n').next().unwrap_or_default();
            let spans: Vec<_> =
                lines[line - 1].match_indices(quote).map(|(at, _)| at..at + quote.len()).collect();
            let touches = |label: &Label| {
                let close = |span: &Range<usize>| {
                    span.start <= label.range.end + 1 && label.range.start <= span.end + 1
                };
                label.line == line && (spans.iter().any(close) || is_alike(found.rule.id, &label.kind))
            };
            let mut any = false;
            for label in own.iter_mut().filter(|label| touches(label)) {
                label.found = true;
                any = true;
            }
            if !any && found.rule.severity != Severity::Hint {
                wrong.push(format!("{name}, {line}: {} «{}»", found.rule.id, found.quote));
            }
        }
        missed.extend(own.iter().filter(|label| !label.found && label.severity != "hint").map(|label| {
            format!(
                "{name}, {}: {} «{}»",
                label.line,
                label.kind,
                &lines[label.line - 1][label.range.clone()]
            )
        }));
        labels.extend(own);
    }
    let share = |severity: &str| {
        let all = labels.iter().filter(|label| label.severity == severity);
        (all.clone().filter(|label| label.found).count(), all.count())
    };
    let ((errors, of), (warns, of_warns)) = (share("error"), share("warn"));
    let pages = words / PAGE;
    let told = format!(
        "errors {errors}/{of}, warnings {warns}/{of_warns}, {} told of what is right on {pages} pages\nmissed: {missed:#?}\nwrong: {wrong:#?}",
        wrong.len()
    );
    println!("{told}");
    assert!(of > 100 && of_warns > 15 && pages > 15, "{told}");
    assert!(errors * 100 >= of * 95, "{told}");
    assert!(warns * 100 >= of_warns * 80, "{told}");
    assert!(wrong.len() * 3 <= pages, "{told}");
}
