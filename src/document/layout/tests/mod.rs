//! What the printer does with lines and pages, on documents built by hand.

mod any_document;

use super::*;

const SIZE: HalfPt = HalfPt::pt(14);

fn run(text: &str) -> Run {
    Run { text: text.into(), size: SIZE, bold: false, italic: false, underline: false }
}

fn paragraph(text: &str) -> Paragraph {
    Paragraph::solid(Role::Body, Align::Left, vec![run(text)])
}

/// `count` lines with a number each, in one paragraph.
fn lines(count: usize) -> Paragraph {
    let numbers: Vec<String> = (1..=count).map(|number| number.to_string()).collect();
    paragraph(&numbers.join("\n"))
}

/// Paper of `width` × `height` points between margins of 50 points.
fn setup(width: i32, height: i32) -> PageSetup {
    let margin = Twips::pt(50);
    PageSetup {
        width: Twips::pt(width + 100),
        height: Twips::pt(height + 100),
        top: margin,
        bottom: margin,
        left: margin,
        right: margin,
        number_size: SIZE,
        number_distance: Twips::pt(25),
    }
}

fn document(page: PageSetup, blocks: Vec<Block>) -> Document {
    Document {
        title: String::new(),
        author: String::new(),
        sections: vec![Section { page, blocks, foot: Vec::new() }],
    }
}

/// The lines of one paragraph between margins `width` points apart.
fn broken(width: i32, paragraph: Paragraph) -> Vec<Line> {
    let document = document(setup(width, 10_000), vec![Block::Paragraph(paragraph)]);
    paginate(&document).remove(0).lines
}

/// The texts of one paragraph's lines.
fn texts(width: i32, paragraph: Paragraph) -> Vec<String> {
    broken(width, paragraph).iter().map(Line::text).collect()
}

/// The texts of each page on paper that holds `rows` lines of 20 points.
fn paged(rows: i32, blocks: Vec<Block>) -> Vec<Vec<String>> {
    let mut document = document(setup(300, rows * 20), blocks);
    let exactly = |paragraph: &mut Paragraph| paragraph.line = LineRule::Exactly(Twips::pt(20));
    for block in &mut document.sections[0].blocks {
        match block {
            Block::Paragraph(paragraph) => exactly(paragraph),
            Block::Table(table) => {
                table.rows.iter_mut().flat_map(|row| &mut row.cells).flatten().for_each(exactly);
            }
        }
    }
    paginate(&document).iter().map(|page| page.lines.iter().map(Line::text).collect()).collect()
}

fn row(texts: &[&str], header: bool) -> Row {
    Row::new(texts.iter().map(|text| vec![paragraph(text)]).collect(), header)
}

fn table(kind: TableKind, columns: &[i32], rows: Vec<Row>) -> Table {
    Table {
        kind,
        columns: columns.iter().map(|&width| Twips::pt(width)).collect(),
        rows,
        padding: Twips::pt(5),
    }
}

mod lines_of_a_paragraph {
    use super::*;

    #[test]
    fn break_at_spaces_and_drop_the_space() {
        let width = text_width("một hai", Face::default(), 14.0).ceil() as i32;
        assert_eq!(texts(width, paragraph("một hai ba  bốn năm")), ["một hai", "ba  bốn", "năm"]);
    }

    #[test]
    fn break_behind_a_hyphen_but_not_behind_one_that_binds() {
        let width = text_width("Số: 12/KH-UB", Face::default(), 14.0).ceil() as i32;
        assert_eq!(texts(width, paragraph("Số: 12/KH-UBND")), ["Số: 12/KH-", "UBND"]);
        assert_eq!(texts(width, paragraph("Số: 12/KH\u{2011}UBND")), ["Số:", "12/KH\u{2011}UBND"]);
        let width = text_width("dưới -", Face::default(), 14.0).ceil() as i32;
        assert_eq!(texts(width, paragraph("dưới -5")), ["dưới -", "5"]);
    }

    #[test]
    fn do_not_break_at_a_binding_space() {
        let width = text_width("30 tháng", Face::default(), 14.0).ceil() as i32;
        assert_eq!(texts(width, paragraph("ngày 30\u{a0}tháng")), ["ngày", "30\u{a0}tháng"]);
    }

    #[test]
    fn cut_a_word_longer_than_the_line_between_letters() {
        assert_eq!(texts(15, paragraph("0123456")), ["01", "23", "45", "6"]);
        assert_eq!(texts(1, paragraph("ab\u{301}c")), ["a", "b\u{301}", "c"], "a mark stays on its letter");
    }

    #[test]
    fn begin_at_the_indents_and_end_at_a_line_break() {
        let indented =
            Paragraph { indent_left: Twips::pt(20), first_line: Twips::pt(30), ..paragraph("một\nhai") };
        let lines = broken(300, indented);
        assert_eq!(lines.iter().map(|line| line.segments[0].x).collect::<Vec<_>>(), [100.0, 70.0]);
    }

    #[test]
    fn run_on_from_one_look_to_the_next() {
        let bold = Run { bold: true, ..run("hai") };
        let mixed = Paragraph { runs: vec![run("một "), run(""), bold, run(" ba")], ..paragraph("") };
        let lines = broken(300, mixed);
        let segments = &lines[0].segments;
        assert_eq!(lines[0].text(), "một hai ba");
        assert_eq!(segments.len(), 3, "a run without letters leaves nothing");
        for (left, right) in segments.iter().zip(&segments[1..]) {
            assert!((left.x + left.width - right.x).abs() < 0.001);
        }
    }

    #[test]
    fn are_stretched_to_both_edges_except_the_last_and_those_before_a_line_break() {
        let text = "Căn cứ tình hình thực tế tại địa phương, xã xây dựng kế hoạch như sau:\nMột.";
        let lines = broken(200, Paragraph { align: Align::Justify, ..paragraph(text) });
        let end = |line: &Line| line.segments.last().map_or(0.0, |segment| segment.x + segment.width);
        let stretched: Vec<bool> = lines.iter().map(|line| line.segments[0].word_spacing > 0.0).collect();
        assert_eq!(stretched, [true, true, false, false]);
        assert!(lines[..2].iter().all(|line| (end(line) - 250.0).abs() < 0.01));
    }

    #[test]
    fn stand_in_the_middle_between_the_indents_with_the_rule_under_the_last() {
        let centred = Paragraph {
            align: Align::Center,
            indent_right: Twips::pt(100),
            after: Twips::pt(6),
            rule: Some(Rule { length: Twips::pt(60), gap: Twips::pt(2) }),
            ..paragraph("KẾ HOẠCH\nVề việc")
        };
        let page = paginate(&document(setup(300, 500), vec![Block::Paragraph(centred)])).remove(0);
        let middle = |line: &Line| line.segments[0].x + line.segments[0].width / 2.0;
        assert!(page.lines.iter().all(|line| (middle(line) - 150.0).abs() < 0.01));
        let rule = page.rules[0];
        assert_eq!((rule.x1, rule.x2, rule.y1 == rule.y2), (120.0, 180.0, true));
        let bottom = 50.0 + 2.0 * 1.1499 * 14.0;
        assert!((rule.y1 - bottom - 2.0).abs() < 0.01);
    }

    #[test]
    fn stand_in_the_middle_of_their_frame() {
        let frame = Frame { width: Twips::pt(100), height: Twips::pt(30) };
        let framed = Paragraph { align: Align::Center, frame: Some(frame), ..paragraph("KHẨN") };
        let blocks = [framed, paragraph("sau")].map(Block::Paragraph).into();
        let page = paginate(&document(setup(300, 500), blocks)).remove(0);
        let edges = |get: fn(&PlacedRule) -> f32| {
            page.rules
                .iter()
                .map(get)
                .fold((f32::MAX, f32::MIN), |(low, high), at| (low.min(at), high.max(at)))
        };
        assert_eq!(
            (page.rules.len(), edges(|rule| rule.x1), edges(|rule| rule.y2)),
            (4, (150.0, 250.0), (50.0, 80.0))
        );
        let segment = &page.lines[0].segments[0];
        assert!((segment.x + segment.width / 2.0 - 200.0).abs() < 0.01);
        let single = 14.0 * 1.1499;
        assert!((page.lines[0].baseline - (65.0 + single / 2.0 - 14.0 * 0.2163)).abs() < 0.01);
        assert!((page.lines[1].baseline - (80.0 + single - 14.0 * 0.2163)).abs() < 0.01);
    }

    #[test]
    fn are_as_high_as_their_largest_letters_ask_or_exactly_as_told() {
        let large = Run { size: HalfPt::pt(20), ..run("hai") };
        let mixed = Paragraph { runs: vec![run("một "), large, run("\nba\nbốn")], ..paragraph("") };
        let tops = |paragraph| -> Vec<f32> {
            let lines = broken(300, paragraph);
            lines.iter().zip(&lines[1..]).map(|(a, b)| b.baseline - a.baseline).collect()
        };
        assert!((tops(mixed.clone())[1] - 14.0 * 1.1499).abs() < 0.01);
        assert!((broken(300, mixed.clone())[0].baseline - 50.0 - 20.0 * (1.1499 - 0.2163)).abs() < 0.01);
        let wide = Paragraph { line: LineRule::Multiple(150), ..mixed.clone() };
        assert!((tops(wide)[1] - 14.0 * 1.1499 * 1.5).abs() < 0.01);
        let exact = Paragraph { line: LineRule::Exactly(Twips::pt(18)), ..mixed };
        assert!(tops(exact).iter().all(|step| (step - 18.0).abs() < 0.001));
    }
}

mod pages_of_a_section {
    use super::*;

    fn blocks(paragraphs: impl IntoIterator<Item = Paragraph>) -> Vec<Block> {
        paragraphs.into_iter().map(Block::Paragraph).collect()
    }

    #[test]
    fn no_line_of_a_paragraph_stands_alone_on_a_page() {
        assert_eq!(paged(4, blocks([paragraph("x"), lines(4)])), [vec!["x", "1", "2"], vec!["3", "4"]]);
        assert_eq!(paged(4, blocks([lines(3), lines(4)])), [vec!["1", "2", "3"], vec!["1", "2", "3", "4"]]);
        assert_eq!(paged(4, blocks([paragraph("x"), paragraph("y"), lines(3)]))[0], ["x", "y"]);
    }

    #[test]
    fn a_heading_goes_over_with_the_text_it_stands_above() {
        let heading = Paragraph { keep_next: true, ..paragraph("I.") };
        let pages = paged(4, blocks([lines(2), heading.clone(), heading, lines(4)]));
        assert_eq!(pages, [vec!["1", "2"], vec!["I.", "I.", "1", "2"], vec!["3", "4"]]);
    }

    #[test]
    fn lines_kept_together_go_over_together_but_not_when_a_page_cannot_hold_them() {
        let kept = |count| Paragraph { keep_lines: true, ..lines(count) };
        assert_eq!(
            paged(5, blocks([paragraph("x"), kept(5)])).iter().map(Vec::len).collect::<Vec<_>>(),
            [1, 5]
        );
        assert_eq!(
            paged(5, blocks([paragraph("x"), kept(7)])).iter().map(Vec::len).collect::<Vec<_>>(),
            [5, 3]
        );
    }

    #[test]
    fn space_above_adds_to_the_space_below_and_is_dropped_where_text_goes_over_to_a_page() {
        let spaced = Paragraph { before: Twips::pt(10), after: Twips::pt(20), ..paragraph("x") };
        let pages = paginate(&document(setup(300, 100), blocks([spaced.clone(), spaced.clone(), spaced])));
        let baselines: Vec<f32> =
            pages.iter().flat_map(|page| &page.lines).map(|line| line.baseline).collect();
        assert_eq!(pages.iter().map(|page| page.lines.len()).collect::<Vec<_>>(), [2, 1]);
        assert!((baselines[1] - baselines[0] - 30.0 - 14.0 * 1.1499).abs() < 0.01);
        assert!((baselines[0] - baselines[2] - 10.0).abs() < 0.01, "the section's first page keeps it");
    }

    #[test]
    fn what_line_spacing_adds_below_the_last_line_may_hang_into_the_margin() {
        let line = 14.0 * 1.1499;
        let double = Paragraph { line: LineRule::Multiple(200), ..paragraph("a\nb\nc\nd") };
        let on_page_one = |height: f32| {
            let blocks = blocks([double.clone()]);
            paginate(&document(setup(300, height.ceil() as i32), blocks))[0].lines.len()
        };
        assert_eq!(on_page_one(7.0 * line), 4);
        assert_eq!(on_page_one(7.0 * line - 2.0), 2, "three would leave the last alone");
    }

    #[test]
    fn each_section_begins_a_page_and_counts_its_pages_from_one() {
        let mut document = document(setup(300, 20), blocks([paragraph("a"), paragraph("b")]));
        document.sections.push(document.sections[0].clone());
        let pages = paginate(&document);
        let numbers: Vec<Option<String>> =
            pages.iter().map(|page| page.number.as_ref().map(Line::text)).collect();
        assert_eq!(numbers, [None, Some("2".into()), None, Some("2".into())]);
        let number = pages[1].number.as_ref().unwrap();
        assert_eq!(number.segments[0].x + number.segments[0].width / 2.0, 200.0);
        assert!(number.baseline < 50.0, "it stands in the top margin");
    }

    #[test]
    fn an_empty_section_is_an_empty_page() {
        let pages = paginate(&document(setup(300, 100), vec![]));
        assert_eq!((pages.len(), pages[0].lines.len()), (1, 0));
    }
}

mod tables {
    use super::*;

    #[test]
    fn are_read_row_by_row_and_cell_by_cell() {
        let rows = vec![row(&["a\nb", "c"], false), row(&["d", "e"], false)];
        let pages = paged(10, vec![Block::Table(table(TableKind::Header, &[100, 100], rows))]);
        assert_eq!(pages, [vec!["a", "b", "c", "d", "e"]]);
    }

    #[test]
    fn have_rows_as_high_as_the_tallest_cell_and_text_inside_the_padding() {
        let rows = vec![row(&["a\nb\nc", "d"], false), row(&["e", "f"], false)];
        let page = paginate(&document(
            setup(300, 500),
            vec![Block::Table(table(TableKind::Header, &[100, 100], rows))],
        ))
        .remove(0);
        let at = |text: &str| {
            let line = page.lines.iter().find(|line| line.text() == text).unwrap();
            (line.segments[0].x, line.baseline)
        };
        assert_eq!((at("a").0, at("d").0), (55.0, 155.0));
        assert_eq!(at("a").1, at("d").1);
        assert_eq!(at("e").1, at("f").1);
        assert!((at("e").1 - at("a").1 - 3.0 * 14.0 * 1.1499).abs() < 0.6);
        assert!(page.rules.is_empty(), "a header table has no borders");
    }

    #[test]
    fn repeat_their_header_rows_and_never_cut_a_row() {
        let rows = vec![row(&["TT"], true), row(&["1\n2"], false), row(&["3\n4"], false), row(&["5"], false)];
        let pages = paged(4, vec![Block::Table(table(TableKind::Signing, &[100], rows))]);
        assert_eq!(pages, [vec!["TT", "1", "2"], vec!["TT", "3", "4", "5"]]);
    }

    #[test]
    fn draw_the_borders_of_tasks_on_each_page() {
        let rows = vec![row(&["TT", "Việc"], true), row(&["1", "a"], false), row(&["2", "b"], false)];
        let pages = paginate(&document(
            setup(300, 45),
            vec![Block::Table(table(TableKind::Tasks, &[50, 150], rows))],
        ));
        assert_eq!(pages.len(), 2);
        for page in &pages {
            let (across, upright): (Vec<PlacedRule>, Vec<PlacedRule>) =
                page.rules.iter().partition(|rule| rule.y1 == rule.y2);
            assert_eq!((across.len(), upright.len()), (3, 6), "two rows of two cells");
            assert!(across.iter().all(|rule| (rule.x1, rule.x2) == (50.0, 250.0)));
        }
    }

    #[test]
    fn kept_with_the_next_block_go_over_with_it() {
        let mut sides = row(&["a"], false);
        sides.cells[0].paragraphs[0].keep_next = true;
        let blocks = vec![
            Block::Paragraph(lines(2)),
            Block::Table(table(TableKind::Signing, &[100], vec![sides])),
            Block::Paragraph(lines(2)),
        ];
        assert_eq!(paged(4, blocks), [vec!["1", "2"], vec!["a", "1", "2"]]);
    }

    #[test]
    fn spread_a_row_higher_than_a_page_and_lose_nothing() {
        let rows = vec![row(&["TT"], true), row(&["1\n2\n3\n4\n5"], false), row(&["6"], false)];
        let pages = paged(2, vec![Block::Table(table(TableKind::Signing, &[100], rows))]);
        assert_eq!(pages, [vec!["TT"], vec!["1", "2"], vec!["3", "4"], vec!["5", "6"]]);
    }
}
