//! What holds for any text and any measures.

use proptest::prelude::*;

use super::build::*;
use super::read::*;
use super::*;
use crate::document::{Frame, paginate};
use crate::plan::{Appendix, Item, TableCell};

/// Text of every kind: letters of many scripts, controls, marks of XML.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "\\PC{0,40}",
        proptest::collection::vec(
            prop_oneof![
                Just('\u{0}'),
                Just('\u{B}'),
                Just('\r'),
                Just('\n'),
                Just('\t'),
                Just('<'),
                Just('&'),
                Just(']'),
                Just('>'),
                Just('\u{FFFE}'),
                Just('\u{202E}'),
                Just('ع'),
                Just('\u{1F469}'),
                any::<char>(),
            ],
            0..60
        )
        .prop_map(String::from_iter),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_gives_a_readable_file_with_that_text(texts in proptest::collection::vec(any_text(), 1..4), title in any_text()) {
        let runs = texts.iter().map(|text| run(text)).collect();
        let mut document = paragraphs(vec![Paragraph { runs, ..ruled("") }]);
        document.title = title.clone();
        document.author = title;
        let parts = parts(&document);
        parts.values().for_each(|part| assert_well_formed(part));
        // The runs do not join: a carriage return at the end of one stays a line break.
        let expected: String = texts
            .iter()
            .map(|text| text.replace("\r\n", "\n").replace(['\r', '\u{B}'], "\n"))
            .flat_map(|text| text.chars().filter(|&c| allowed(c)).collect::<Vec<_>>())
            .collect();
        prop_assert_eq!(read_text(&parts["word/document.xml"]), expected + "¶¶");
    }

    #[test]
    fn a_draft_comes_out_of_the_file_as_it_went_in(text in any_text()) {
        let value = serde_json::json!({ "plan": text });
        let options = DocxOptions { draft: Some(value.to_string()), created: None };
        let parts = unzip(&docx(&paragraphs(vec![]), &options).unwrap());
        parts.values().for_each(|part| assert_well_formed(part));
        let read: serde_json::Value = serde_json::from_str(&embedded(&parts)).unwrap();
        prop_assert_eq!(read, value);
    }

    #[test]
    fn any_measures_give_a_readable_file(
        numbers in proptest::collection::vec(prop_oneof![any::<i32>().prop_map(|n| n / 8), -3000..3000], 12),
        spacing in any::<u16>(),
        size in any::<u16>(),
    ) {
        let twips = |i: usize| Twips(numbers[i]);
        let odd = Paragraph {
            runs: vec![Run { size: HalfPt(size), ..run("a") }],
            indent_left: twips(0),
            indent_right: twips(1),
            first_line: twips(2),
            before: twips(3),
            after: twips(4),
            line: if size % 2 == 0 { LineRule::Multiple(spacing) } else { LineRule::Exactly(twips(5)) },
            rule: Some(Rule { length: twips(6), gap: twips(7) }),
            ..paragraph("")
        };
        let frame = Some(Frame { width: twips(6), height: twips(7) });
        let framed = Paragraph { frame, ..odd.clone() };
        let mut grid = table(TableKind::Tasks);
        grid.columns = vec![twips(8), twips(9)];
        grid.padding = twips(10);
        grid.rows[0] = Row::new(vec![vec![odd.clone(), framed.clone()]], true);
        let page = PageSetup { width: twips(11), left: twips(3), ..PAGE };
        let foot = vec![odd.clone(), framed.clone()];
        let blocks = vec![Block::Paragraph(odd), Block::Paragraph(framed), Block::Table(grid)];
        let parts = parts(&document(vec![Section { page, blocks, foot }]));
        parts.values().for_each(|part| assert_well_formed(part));
    }
}

/// Spans, merges and words of the cells of a table, ragged and contradicting each other.
fn any_cells() -> impl Strategy<Value = Vec<Vec<(u32, bool, usize)>>> {
    let span = prop_oneof![8 => 0..4_u32, 1 => any::<u32>()];
    let cell = (span, prop::bool::weighted(0.3), 0..30_usize);
    proptest::collection::vec(proptest::collection::vec(cell, 0..9), 0..9)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn any_table_of_a_plan_is_printed_with_all_its_words(
        cells in any_cells(),
        heads in 0..4_u32,
        shares in proptest::collection::vec(any::<u32>(), 0..5),
        lying in any::<bool>(),
    ) {
        let mut number = 0;
        let mut word = || {
            number += 1;
            format!("từ{number}x")
        };
        let mut cell = |(span, merged, words): (u32, bool, usize)| {
            let text = (0..words).map(|_| word()).collect::<Vec<_>>().join("\n");
            TableCell { text, span, merged, ..TableCell::default() }
        };
        let rows = cells.into_iter().map(|row| row.into_iter().map(&mut cell).collect()).collect();
        let table = crate::plan::Table::new(heads, rows);
        let mut json = serde_json::to_value(Plan {
            appendices: vec![Appendix {
                items: vec![Item { table: Some(table.clone()), ..Item::default() }; 2],
                orientation: if lying { crate::plan::Orientation::Landscape } else { Default::default() },
                ..Appendix::default()
            }],
            ..Plan::default()
        }).unwrap();
        json["appendices"][0]["items"][0]["table"]["shares"] = shares.into();
        let mut plan: Plan = serde_json::from_value(json).unwrap();
        prop_assert_eq!(plan.appendices[0].items[1].table.as_ref(), Some(&table));
        plan.sections = vec![crate::plan::Section { items: plan.appendices[0].items.clone(), ..Default::default() }];

        let document = typeset(&plan);
        let pages = paginate(&document);
        let printed: Vec<String> =
            pages.iter().flat_map(|page| &page.lines).map(|line| line.text()).collect();
        let (printed, text) = (printed.join("\n"), crate::export::text(&document));
        let parts = parts(&document);
        assert_well_formed(&parts["word/document.xml"]);
        let word = read_text(&parts["word/document.xml"]);
        for each in (1..=number).map(|n| format!("từ{n}x")) {
            for (place, times) in [(&text, 4), (&word, 4)] {
                prop_assert_eq!(place.matches(&each).count(), times, "{}", each);
            }
            // Heads are repeated on each page, and long words are broken in narrow columns.
            prop_assert!(printed.matches(&each).count() >= 4 || table.columns() > 5, "{}", each);
        }
        let root = Element::parse(&parts["word/document.xml"]).unwrap();
        for grid in all(&root, "w:tbl") {
            let wide = |name: &str, in_row: &Element| -> Vec<i64> {
                all(in_row, name).iter().map(|e| e.attribute("w:w").unwrap().parse().unwrap()).collect()
            };
            let columns: i64 = wide("w:gridCol", grid).iter().sum();
            for row in all(grid, "w:tr") {
                prop_assert_eq!(wide("w:tcW", row).iter().sum::<i64>(), columns);
            }
        }
    }
}

#[test]
fn ten_thousand_words_are_one_paragraph() {
    let words = "từ & ngữ ".repeat(10_000);
    assert_eq!(read_text(&word(&paragraphs(vec![paragraph(&words)]))), words + "¶");
}
