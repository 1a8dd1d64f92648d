//! What is printed comes back: a plan, its Word file without the draft, and the plan read of it.
//!
//! What is made here is what plans consist of, in any number and order. Not made, because the
//! page does not say it: a title under which nothing could tell it from text (of a dash, of a
//! paragraph), several paragraphs under one dash, an empty item, sections without a title,
//! choices of look, a subject of several lines other than the issuing body.

use ke_hoach::document::typeset;
use ke_hoach::export::{self, DocxOptions};
use ke_hoach::import::{self, Embedded};
use proptest::prelude::*;

use crate::any_plan::plan;

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_comes_back_from_its_word_file_as_it_was_printed(plan in plan()) {
        let document = typeset(&plan);
        let bytes = export::docx(&document, &DocxOptions::default()).unwrap();
        let back = import::docx(&bytes).unwrap();
        prop_assert_eq!(back.embedded, Embedded::None);
        let (printed, read) = (export::text(&document), export::text(&typeset(&back.plan)));
        prop_assert_eq!(read.lines().collect::<Vec<_>>(), printed.lines().collect::<Vec<_>>());
        let read = typeset(&back.plan);
        for (read, printed) in read.sections.iter().zip(&document.sections) {
            prop_assert_eq!(read.page, printed.page);
            for (read, printed) in read.blocks.iter().zip(&printed.blocks) {
                prop_assert_eq!(read, printed, "the same letters look the same");
            }
        }
        prop_assert!(read == document);
    }
}
