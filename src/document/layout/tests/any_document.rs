//! What holds of every document, however odd.

use proptest::prelude::*;

use super::*;

fn any_run() -> impl Strategy<Value = Run> {
    ("[a-zđấ \\n\u{a0}0-9/-]{0,80}", 1u16..80, any::<bool>(), any::<bool>()).prop_map(
        |(text, size, bold, italic)| Run { text, size: HalfPt(size), bold, italic, underline: false },
    )
}

fn any_paragraph() -> impl Strategy<Value = Paragraph> {
    let align = prop_oneof![Just(Align::Left), Just(Align::Center), Just(Align::Justify)];
    let line = prop_oneof![
        (50u16..300).prop_map(LineRule::Multiple),
        (0..800i32).prop_map(|height| LineRule::Exactly(Twips(height)))
    ];
    let lengths = (-500..3000i32, -500..3000i32, -1000..1000i32, 0..400i32, 0..400i32);
    (prop::collection::vec(any_run(), 0..4), align, line, lengths, any::<[bool; 2]>()).prop_map(
        |(runs, align, line, (left, right, first, before, after), [keep_next, keep_lines])| Paragraph {
            runs,
            align,
            line,
            indent_left: Twips(left),
            indent_right: Twips(right),
            first_line: Twips(first),
            before: Twips(before),
            after: Twips(after),
            keep_next,
            keep_lines,
            ..paragraph("")
        },
    )
}

fn any_table() -> impl Strategy<Value = Table> {
    let kind = prop_oneof![Just(TableKind::Tasks), Just(TableKind::Content), Just(TableKind::Signing)];
    let cell = (prop::collection::vec(any_paragraph(), 0..3), 0..4usize, prop::bool::weighted(0.3))
        .prop_map(|(paragraphs, span, merged)| Cell { paragraphs, span, merged });
    let row = (prop::collection::vec(cell, 0..4), prop::bool::weighted(0.2))
        .prop_map(|(cells, header)| Row { cells, header });
    (kind, prop::collection::vec(0..4000i32, 0..4), prop::collection::vec(row, 0..5), 0..400i32).prop_map(
        |(kind, columns, rows, padding)| Table {
            kind,
            columns: columns.into_iter().map(Twips).collect(),
            rows,
            padding: Twips(padding),
        },
    )
}

fn any_block() -> impl Strategy<Value = Block> {
    prop_oneof![
        3 => any_paragraph().prop_map(Block::Paragraph),
        1 => any_table().prop_map(Block::Table),
    ]
}

fn any_document(blocks: impl Strategy<Value = Block>) -> impl Strategy<Value = Document> {
    (prop::collection::vec(blocks, 0..8), 0..600i32, 0..400i32)
        .prop_map(|(blocks, width, height)| document(setup(width, height), blocks))
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| !letter.is_whitespace())
}

fn paragraphs(document: &Document) -> impl Iterator<Item = &Paragraph> {
    document.sections.iter().flat_map(|section| &section.blocks).flat_map(|block| match block {
        Block::Paragraph(paragraph) => vec![paragraph],
        Block::Table(table) => table.rows.iter().flat_map(|row| &row.cells).flatten().collect(),
    })
}

fn paragraphs_mut(document: &mut Document) -> impl Iterator<Item = &mut Paragraph> {
    document.sections.iter_mut().flat_map(|section| &mut section.blocks).flat_map(|block| match block {
        Block::Paragraph(paragraph) => vec![paragraph],
        Block::Table(table) => table.rows.iter_mut().flat_map(|row| &mut row.cells).flatten().collect(),
    })
}

fn written(document: &Document) -> Vec<char> {
    paragraphs(document).flat_map(|paragraph| &paragraph.runs).flat_map(|run| letters(&run.text)).collect()
}

fn printed(pages: &[Page]) -> Vec<char> {
    pages
        .iter()
        .flat_map(|page| &page.lines)
        .map(Line::text)
        .flat_map(|text| letters(&text).collect::<Vec<_>>())
        .collect()
}

proptest! {
    #[test]
    fn paragraphs_lose_no_letter(document in any_document(any_paragraph().prop_map(Block::Paragraph))) {
        prop_assert_eq!(printed(&paginate(&document)), written(&document));
    }

    #[test]
    fn tables_lose_no_letter(mut document in any_document(any_block())) {
        for block in &mut document.sections[0].blocks {
            if let Block::Table(table) = block {
                table.rows.iter_mut().for_each(|row| row.header = false);
            }
        }
        // A row higher than a page is read page by page: same letters, another order.
        let (mut printed, mut written) = (printed(&paginate(&document)), written(&document));
        printed.sort_unstable();
        written.sort_unstable();
        prop_assert_eq!(printed, written);
    }

    #[test]
    fn lines_stay_above_the_bottom_margin(mut document in any_document(any_block()), size in 1u16..400) {
        for paragraph in paragraphs_mut(&mut document) {
            paragraph.line = LineRule::Multiple(100);
            paragraph.runs.iter_mut().for_each(|run| run.size = HalfPt(size));
        }
        let setup = document.sections[0].page;
        let bottom = (setup.height - setup.bottom).to_pt();
        let higher_than_a_page = HalfPt(size).to_pt() * 1.15 > setup.text_height().to_pt();
        for line in paginate(&document).iter().flat_map(|page| &page.lines) {
            prop_assert!(line.baseline < bottom || higher_than_a_page, "{line:?}");
        }
    }

    #[test]
    fn lines_are_no_wider_than_their_column(paragraph in any_paragraph(), width in 0..600i32) {
        let room = width as f32 - (paragraph.indent_left + paragraph.indent_right).to_pt();
        let mut first = paragraph.first_line.to_pt();
        for set in lines::set_lines(&paragraph, width as f32) {
            let wide: f32 = set.line.segments.iter().map(|segment| segment.width).sum();
            let one_letter = letters(&set.line.text()).count() <= 1;
            prop_assert!(wide <= room - first + 0.1 || one_letter, "{:?}", set.line);
            first = 0.0;
        }
    }
}

#[test]
fn ten_thousand_words_in_one_paragraph_are_set_in_a_blink() {
    let text = "nhiệm vụ ".repeat(5_000);
    let begun = std::time::Instant::now();
    let pages = paginate(&document(setup(470, 730), vec![Block::Paragraph(paragraph(&text))]));
    assert!(pages.len() > 10);
    assert!(begun.elapsed().as_millis() < 500, "{:?}", begun.elapsed());
}
