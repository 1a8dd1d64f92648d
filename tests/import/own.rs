//! Word files of our own, with their draft and without.

use ke_hoach::document::typeset;
use ke_hoach::draft::Draft;
use ke_hoach::export::{self, DocxOptions};
use ke_hoach::import::{self, Embedded};
use ke_hoach::plan::{Markings, Plan};
use miniz_oxide::inflate::decompress_to_vec;

use crate::samples::{SAMPLES, sample};
use crate::word::zip;

fn with_draft(plan: &Plan, draft: Option<String>) -> Vec<u8> {
    export::docx(&typeset(plan), &DocxOptions { draft, created: None }).unwrap()
}

/// The file with its text changed as a word processor would: other bytes around the same parts.
fn edited(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let mut parts = unzip(bytes);
    let (_, document) = parts.iter_mut().find(|(name, _)| name == "word/document.xml").unwrap();
    let text = String::from_utf8(document.clone()).unwrap();
    assert!(text.contains(from));
    *document = text.replacen(from, to, 1).into_bytes();
    zip(&parts)
}

/// The parts of a file of ours, which has no comments and no extra fields.
pub fn unzip(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let u16_at = |at: usize| usize::from(u16::from_le_bytes([bytes[at], bytes[at + 1]]));
    let u32_at = |at: usize| u16_at(at) | u16_at(at + 2) << 16;
    let mut parts = Vec::new();
    let mut at = 0;
    while bytes[at..].starts_with(b"PK\x03\x04") {
        let (packed, name) = (u32_at(at + 18), u16_at(at + 26));
        let start = at + 30 + name + u16_at(at + 28);
        let content = &bytes[start..start + packed];
        let content =
            if u16_at(at + 8) == 8 { decompress_to_vec(content).unwrap() } else { content.to_vec() };
        parts.push((String::from_utf8(bytes[at + 30..at + 30 + name].to_vec()).unwrap(), content));
        at = start + packed;
    }
    parts
}

/// A plan with what only a draft can hold beside what is printed.
fn plan() -> Plan {
    let mut plan = sample(SAMPLES[0]);
    plan.issuer.kind = "front-commune".into();
    plan.issuer.province = "tỉnh Quảng Ninh".into();
    plan.markings =
        Markings { address: "Bản Minh Phương, xã Lương Minh".into(), ..Markings::default() };
    plan
}

#[test]
fn the_draft_in_the_file_is_the_plan_as_long_as_the_text_says_the_same() {
    let plan = plan();
    let bytes = with_draft(&plan, Some(Draft { plan: plan.clone().into(), ..Draft::default() }.write()));
    for bytes in [bytes.clone(), edited(&bytes, "<w:body>", "<w:body><w:p><w:r><w:t> </w:t></w:r></w:p>")] {
        let imported = import::docx(&bytes).unwrap();
        assert_eq!(imported.embedded, Embedded::Same);
        assert_eq!(imported.plan, plan);
        assert_eq!(imported.leftover, Vec::<String>::new());
    }
}

#[test]
fn a_text_that_was_changed_in_word_is_read_and_told() {
    let plan = plan();
    let bytes = with_draft(&plan, Some(Draft { plan: plan.clone().into(), ..Draft::default() }.write()));
    let imported = import::docx(&edited(&bytes, "Lan Thị Vân", "Lan Thị Hồng Vân")).unwrap();
    assert_eq!(imported.embedded, Embedded::Changed);
    assert_eq!(imported.plan.signature.name, "Lan Thị Hồng Vân");
    assert_eq!(imported.plan.issuer.kind, "", "nothing is taken from the draft");
}

#[test]
fn a_draft_that_cannot_be_read_is_none() {
    let plan = plan();
    for draft in [None, Some("{}".into()), Some("{\"type\":\"ke-hoach-draft\",\"format\":99}".into())] {
        let imported = import::docx(&with_draft(&plan, draft)).unwrap();
        assert_eq!(imported.embedded, Embedded::None);
        assert_eq!(imported.plan.subject, plan.subject);
    }
}
