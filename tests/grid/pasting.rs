//! What is pasted, from Word, Excel and as text.

use ke_hoach::grid::{Cells, Column, Pasted, paste};
use ke_hoach::plan::{Detail, Plan};
use proptest::prelude::*;

use crate::{THREE, any_plan, id, item, plan, shown};

const LEAD: Column = Column::Detail(Detail::Lead);
const SUPPORT: Column = Column::Detail(Detail::Support);
const DEADLINE: Column = Column::Detail(Detail::Deadline);

/// Pastes into the row that begins with `start`.
fn pasted(plan: &mut Plan, start: &str, column: Column, cells: &Cells) -> Pasted {
    let at = id(plan, start);
    paste(plan, at, column, cells).expect("something to put in")
}

fn tabbed(text: &str) -> Cells {
    Cells::tabbed(text).expect("a table")
}

fn row(plan: &Plan, start: &str) -> Vec<String> {
    let item = item(plan, id(plan, start));
    Column::ALL.iter().map(|column| column.text(item).to_owned()).collect()
}

#[test]
fn cells_go_to_the_right_and_below_and_make_rows() {
    let mut plan = plan(&THREE);
    let cells = tabbed("Phát thanh\tVăn phòng\tCông an\nHọp thôn\tTrưởng thôn\t\n");
    let done = pasted(&mut plan, "Treo", Column::Content, &cells);
    assert_eq!((done.rows, done.columns, done.left_out), (2, 3, 0));
    assert_eq!(shown(&plan)[1..4], ["1 Viết tin, bài.", "2 Phát thanh", "3 Họp thôn"]);
    assert_eq!(row(&plan, "Họp thôn"), ["Họp thôn", "Trưởng thôn", "", "", ""]);
    assert_eq!(shown(&plan)[4..6], ["= II. NỘI DUNG, NHIỆM VỤ › 2. Tập huấn", "4 Mở lớp cho cán bộ."]);
}

#[test]
fn what_has_no_column_on_the_right_is_counted() {
    let mut plan = plan(&THREE);
    let done = pasted(&mut plan, "Viết", Column::Detail(Detail::Deliverable), &tabbed("Tin bài\tthừa\tthừa"));
    assert_eq!((done.rows, done.columns, done.left_out), (1, 1, 2));
}

#[test]
fn a_gap_leaves_the_row_that_stands_there() {
    let mut plan = plan(&THREE);
    pasted(&mut plan, "Viết", LEAD, &tabbed("A\tB\n\t\nC\tD\n\n"));
    assert_eq!(row(&plan, "Treo")[1..3], ["", ""]);
    assert_eq!(shown(&plan)[3], "3 ", "one row was made, not two");
}

#[test]
fn heads_say_which_column_is_what() {
    let mut plan = plan(&THREE);
    let text = "STT\tThời hạn hoàn thành\tNội dung công việc\tĐơn vị chủ trì\tGhi chú\n\
                1\tQuý III/2026\tPhát thanh\tVăn phòng\tkinh phí xã\n\
                2\t\tHọp thôn\tTrưởng thôn\t";
    let done = pasted(&mut plan, "Mở", SUPPORT, &tabbed(text));
    assert_eq!((done.rows, done.columns), (2, 3));
    assert_eq!(
        row(&plan, "Phát thanh"),
        ["Phát thanh\nGhi chú: kinh phí xã", "Văn phòng", "", "Quý III/2026", ""]
    );
    assert_eq!(row(&plan, "Họp thôn")[1], "Trưởng thôn");
}

#[test]
fn heads_without_a_content_are_heads_too() {
    let mut plan = plan(&THREE);
    let done =
        pasted(&mut plan, "Viết", Column::Content, &tabbed("Thời gian\tChủ trì\nThường xuyên\tVăn phòng"));
    assert_eq!((done.rows, done.columns), (1, 2));
    assert_eq!(row(&plan, "Viết"), ["Viết tin, bài.", "Văn phòng", "", "Thường xuyên", ""]);
}

#[test]
fn own_numbers_are_left_out() {
    let mut plan = plan(&THREE);
    pasted(&mut plan, "Viết", Column::Content, &tabbed("1\tPhát thanh\n2.\tHọp thôn"));
    assert_eq!(shown(&plan)[1..3], ["1 Phát thanh", "2 Họp thôn"]);
}

#[test]
fn a_cell_of_excel_may_hold_line_breaks_and_quotes() {
    let mut plan = plan(&THREE);
    pasted(
        &mut plan,
        "Viết",
        LEAD,
        &tabbed("\"Văn phòng\nCông an\"\t\"Hội \"\"Vì người nghèo\"\"\"\n\"Đoàn\" xã\tx"),
    );
    assert_eq!(row(&plan, "Viết")[1..3], ["Văn phòng\nCông an", "Hội \"Vì người nghèo\""]);
    assert_eq!(row(&plan, "Treo")[1], "\"Đoàn\" xã");
}

#[test]
fn a_table_of_word_brings_its_paragraphs_and_what_goes_over_rows() {
    let page = "<html><body><p>&#160;</p><table><tr><td><p>Phát thanh</p><p>hằng ngày</p></td><td rowspan='2'>Văn phòng</td></tr>\
                <tr><td>Họp thôn</td></tr></table><p></p></body></html>";
    let mut plan = plan(&THREE);
    let done = pasted(&mut plan, "Viết", Column::Content, &Cells::copied(page, "").unwrap());
    assert_eq!((done.rows, done.columns), (2, 2));
    assert_eq!(row(&plan, "Phát thanh")[..2], ["Phát thanh\nhằng ngày", "Văn phòng"]);
    assert_eq!(row(&plan, "Họp thôn")[1], "Văn phòng");
}

#[test]
fn a_column_alone_is_a_table_and_a_text_is_none() {
    let page = "<table><tr><td>Quý I/2026</td></tr><tr><td>Quý II/2026</td></tr></table>";
    let mut plan = plan(&THREE);
    let done =
        pasted(&mut plan, "Viết", DEADLINE, &Cells::copied(page, "Quý I/2026\r\nQuý II/2026\r\n").unwrap());
    assert_eq!((done.rows, done.columns), (2, 1));
    assert_eq!(row(&plan, "Treo")[3], "Quý II/2026");
    assert_eq!(Cells::copied("<p>Họp thôn</p><p>mỗi tháng</p>", "Họp thôn\nmỗi tháng"), None);
    assert_eq!(Cells::copied("<table><tr><td>một ô</td></tr></table>", "một ô"), None);
    assert_eq!(Cells::tabbed("một dòng"), None);
}

#[test]
fn a_copied_table_comes_back_as_it_was() {
    let mut from = plan(&THREE);
    let text = "Phát thanh\t\"Văn phòng\nCông an\"\t\"Hội \"\"Vì người nghèo\"\"\"\tHằng tháng\tTin, bài";
    pasted(&mut from, "Viết", Column::Content, &tabbed(text));
    let (html, text) = ke_hoach::grid::copied(&from);
    for cells in [Cells::copied(&html, "").unwrap(), tabbed(&text)] {
        let mut to = plan(&THREE);
        let done = pasted(&mut to, "Viết", Column::Content, &cells);
        assert_eq!((done.rows, row(&to, "Phát thanh")), (3, row(&from, "Phát thanh")));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_cell_of_a_pasted_table_is_in_the_plan_and_no_other_row_is_touched(
        plan in any_plan::plan(),
        at in 0..1_000_usize,
        rows in prop::collection::vec(prop::collection::vec("[a-zđêô]{1,6} [0-9a-z]{1,5}", 2..5), 1..6),
    ) {
        let mut plan = plan;
        plan.repair_rows();
        let all: Vec<_> = plan.tasks().map(|(item, _)| item.id).collect();
        prop_assume!(!all.is_empty());
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        let text: Vec<String> = rows.iter().map(|row| row.join("\t")).collect();
        let before = plan.clone();
        let done = paste(&mut plan, all[at % all.len()], Column::Content, &tabbed(&text.join("\n"))).unwrap();
        prop_assert_eq!((done.rows, done.columns, done.left_out), (rows.len(), width, 0));
        let now: Vec<String> = plan.tasks().flat_map(|(item, _)| Column::ALL.map(|column| column.text(item).to_owned())).collect();
        for cell in rows.iter().flatten() {
            prop_assert!(now.contains(cell), "{}", cell);
        }
        let changed = before.sections.iter().flat_map(|section| &section.items).filter(|old| {
            ke_hoach::grid::item(&plan, old.id) != Some(old)
        });
        prop_assert!(changed.count() <= rows.len());
    }

    #[test]
    fn any_text_is_read(text in "[a\"\t\n\r1 ]{0,40}", page in ".{0,40}") {
        let cells = Cells::tabbed(&text);
        let _ = Cells::copied(&page, &text);
        let mut plan = plan(&THREE);
        let at = id(&plan, "Treo");
        let _ = cells.and_then(|cells| paste(&mut plan, at, LEAD, &cells));
    }
}
