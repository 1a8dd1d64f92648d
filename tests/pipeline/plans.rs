//! The plans that the tests send through the pipeline.

use std::path::PathBuf;

use ke_hoach::document::{Document, typeset};
use ke_hoach::format::FormatKey;
use ke_hoach::import;
use ke_hoach::plan::{
    Appendix, Basis, Circulation, Item, Level, Markings, Orientation, Plan, Recipient, Section, Table,
    TableCell, TableSource, Task, TaskRow, Urgency,
};

use crate::oracles::checkout;

pub const FAMILIES: [FormatKey; 3] = [FormatKey::ND30, FormatKey::PARTY, FormatKey::FRONT];

pub const NAM_DINH: &str = "mttq-tinh-nam-dinh-nq27";
pub const BINH_DINH: &str = "dang-uy-khoi-binh-dinh-nq27";
pub const NINH_BINH: &str = "mttq-tinh-ninh-binh-de-an";
pub const REAL: [&str; 3] = [NAM_DINH, BINH_DINH, NINH_BINH];

/// Path of a real plan's text.
pub fn source(name: &str) -> PathBuf {
    checkout("tests/plans").join(name).with_extension("txt")
}

/// A real plan.
pub fn real(name: &str) -> Plan {
    import::text(&std::fs::read_to_string(source(name)).unwrap()).plan
}

/// Several plans in one document, one after the other: each program that judges takes
/// seconds to start and no longer for more pages.
pub fn joined(plans: impl IntoIterator<Item = Plan>) -> Document {
    let sections = plans.into_iter().flat_map(|plan| typeset(&plan).sections).collect();
    Document { title: "Kế hoạch".into(), author: "Ủy ban".into(), sections }
}

/// A plan in which every field holds what `text` gives, called once a field; two rows of
/// every kind, every level of item, every kind of table. All of it is to be printed.
pub fn filled(format: FormatKey, text: &mut dyn FnMut() -> String) -> Plan {
    let mut plan = Plan { format, ..Plan::default() };
    for field in [
        &mut plan.issuer.superior,
        &mut plan.issuer.issuing,
        &mut plan.issuer.standing,
        &mut plan.number,
        &mut plan.symbol,
        &mut plan.place,
        &mut plan.title,
        &mut plan.title_body,
        &mut plan.subject,
        &mut plan.opening,
        &mut plan.closing,
        &mut plan.retention,
        &mut plan.signature.authority,
        &mut plan.signature.title,
        &mut plan.signature.name,
    ] {
        *field = text();
    }
    for _ in 0..2 {
        plan.bases.push(Basis { text: text(), ..Basis::default() });
        plan.recipients.push(Recipient { name: text(), note: text(), ..Recipient::default() });
        let item = |level| Item {
            level,
            title: text(),
            text: text(),
            task: (level != Level::Text).then(|| task(text)),
            table: (level == Level::Text).then(|| table(text)),
            ..Item::default()
        };
        let items = Level::ALL.map(item).into();
        plan.sections.push(Section { title: text(), items, ..Section::default() });
    }
    for (orientation, table) in [
        (Orientation::Portrait, TableSource::Rows),
        (Orientation::Landscape, TableSource::Tasks),
        (Orientation::Portrait, TableSource::None),
    ] {
        let own = if table == TableSource::Rows { 2 } else { 0 };
        let row = |text: &mut dyn FnMut() -> String| TaskRow {
            content: text(),
            task: task(text),
            note: text(),
            ..TaskRow::default()
        };
        let (title, words) = (text(), text());
        let rows = (0..own).map(|_| row(text)).collect();
        let item = Item { text: text(), table: Some(self::table(text)), ..Item::default() };
        plan.appendices.push(Appendix {
            title,
            text: words,
            orientation,
            table,
            rows,
            items: vec![item],
            ..Appendix::default()
        });
    }
    plan.repair_rows();
    plan
}

fn task(text: &mut dyn FnMut() -> String) -> Task {
    Task { lead: text(), support: text(), deadline: text(), deliverable: text(), ..Task::default() }
}

/// Two rows of heads, a head over two columns, and cells that go on below.
fn table(text: &mut dyn FnMut() -> String) -> Table {
    let mut cell = |span| TableCell { text: text(), span, ..TableCell::default() };
    let heads = [vec![cell(1), cell(2)], vec![below(), cell(1), cell(1)]];
    let rows = [vec![cell(1), cell(1), cell(1)], vec![below(), cell(2)]];
    Table::new(2, heads.into_iter().chain(rows).collect())
}

fn below() -> TableCell {
    TableCell { merged: true, ..TableCell::default() }
}

/// What breaks programs: marks of XML, tabs and line ends, a right-to-left word and an
/// override, joined and composed signs, and every character that XML forbids.
fn odd(number: usize) -> String {
    let forbidden: String = ('\0'..' ').chain(['\u{fffe}', '\u{ffff}']).collect();
    let signs = "\u{1f469}\u{200d}\u{1f469}\u{200d}\u{1f467}\u{200d}\u{1f466} \u{1f1fb}\u{1f1f3} e\u{323}\u{302}\u{301}";
    let back = "שלום \u{202e}nghịch\u{202c} السلام";
    format!("trường{number} <&>\"' ]]> \u{a0}\ta \nb{number} \r\n{back} {signs} {forbidden} cuối{number}")
}

/// A plan in which every field is filled with what breaks programs, and everything is long:
/// a paragraph of 10,000 words, 60 recipients, a signature of several lines, a cell with a
/// word of 500 letters.
pub fn hostile(format: FormatKey) -> Plan {
    let mut number = 0;
    let mut plan = filled(format, &mut || {
        number += 1;
        odd(number)
    });
    plan.sections[1].items[4].text = "từ & ngữ ".repeat(5_000);
    let recipient = |i| Recipient { name: format!("Nơi thứ {i}"), ..Recipient::default() };
    plan.recipients.extend((2..60).map(recipient));
    plan.signature.authority = "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH".into();
    plan.signature.title = "PHÓ CHỦ TỊCH\nKIÊM TRƯỞNG BAN".into();
    plan.appendices[0].rows[1].task.lead = "w".repeat(500);
    plan.repair_rows();
    plan
}

/// A Front plan of two pages with every mark under its number and an address so long that it
/// takes from the room of page 1.
pub fn with_markings() -> Plan {
    let mut plan = Plan::new(FormatKey::FRONT);
    plan.issuer.kind = "mttq".into();
    plan.issuer.commune = "xã Lương Minh".into();
    plan.subject =
        "hiệp thương giới thiệu người ứng cử đại biểu Hội đồng nhân dân xã nhiệm kỳ 2026 - 2031".into();
    plan.opening = "Thực hiện Luật Bầu cử, Ban Thường trực ban hành Kế hoạch như sau:".into();
    let step = |i: usize| {
        format!("Bước {i}: lập danh sách, lấy ý kiến cử tri nơi cư trú và tổng hợp kết quả gửi về xã.")
    };
    plan.sections[1].items[0].text = (1..=25).map(step).collect::<Vec<_>>().join("\n");
    plan.markings = Markings {
        draft: Some(3),
        urgency: Urgency::VeryUrgent,
        circulation: Circulation::Return,
        drafter: "lva".into(),
        copies: Some(12),
        address: "Thôn Minh Tiến, xã Lương Minh\nĐiện thoại: 0238 3 123 456\nThư điện tử: mttq@luongminh.vn"
            .into(),
        ..Markings::default()
    };
    plan
}

/// A Party plan with tasks, a derived table lying on its side and one of its own rows.
pub fn with_appendices() -> Plan {
    let mut plan = Plan::new(FormatKey::PARTY);
    plan.issuer.kind = "dang-uy".into();
    plan.issuer.province = "tỉnh Nghệ An".into();
    plan.issuer.commune = "xã Lương Minh".into();
    plan.subject = "thực hiện Nghị quyết số 27-NQ/TW trên địa bàn xã".into();
    plan.opening =
        "Thực hiện Nghị quyết số 27-NQ/TW, Ban Thường vụ Đảng ủy xây dựng Kế hoạch như sau:".into();
    plan.closing = "Giao Văn phòng Đảng ủy theo dõi, đôn đốc việc thực hiện Kế hoạch này".into();
    plan.signature.name = "Lô Văn Thanh".into();
    let long = "Tuyên truyền, phổ biến nội dung Nghị quyết đến cán bộ, đảng viên, công chức, viên chức và các tầng \
                lớp Nhân dân trên địa bàn xã bằng các hình thức phù hợp với từng thôn, bản, từng đối tượng.";
    plan.sections[0].items[0].text = long.into();
    let item = |i: usize| Item {
        level: if i % 4 == 3 { Level::Dash } else { Level::Clause },
        title: if i % 2 == 1 { format!("Nhiệm vụ trọng tâm thứ {i}") } else { String::new() },
        text: long.into(),
        task: Some(Task {
            lead: "Ban Xây dựng Đảng".into(),
            support: "Ủy ban MTTQ Việt Nam xã, các chi bộ trực thuộc".into(),
            deadline: format!("trước ngày {:02}/10/2026", i + 1),
            deliverable: if i == 2 { "Báo cáo".into() } else { String::new() },
            ..Task::default()
        }),
        ..Item::default()
    };
    plan.sections[1].items = (0..9).map(item).collect();
    plan.sections[2].items[0].text = long.into();
    let row = |i: usize| TaskRow {
        content: format!("{i}. {long}"),
        task: Task { lead: "Chi bộ bản Minh Phương".into(), ..Task::default() },
        note: if i == 3 { "Đã có kinh phí".into() } else { String::new() },
        ..TaskRow::default()
    };
    let derived = Appendix {
        title: "Phân công nhiệm vụ".into(),
        orientation: Orientation::Landscape,
        table: TableSource::Tasks,
        ..Appendix::default()
    };
    let own = Appendix {
        title: "Danh mục công trình".into(),
        text: long.into(),
        table: TableSource::Rows,
        rows: (1..13).map(row).collect(),
        ..Appendix::default()
    };
    plan.appendices = vec![derived, own];
    plan.repair_rows();
    plan
}

/// A plan of the state with tables in its text and an appendix with several, over several pages:
/// heads in two rows, groups of rows, a cell that runs through rows, many narrow columns.
pub fn with_tables() -> Plan {
    let cell = |text: &str| TableCell { text: text.into(), ..TableCell::default() };
    let wide = |text: &str, span| TableCell { span, ..cell(text) };
    let long =
        "Rà soát, lập danh sách hộ nghèo, hộ cận nghèo, hộ có hoàn cảnh khó khăn trên địa bàn từng thôn, bản";

    let mut plan = Plan::new(FormatKey::ND30);
    plan.issuer.kind = "ubnd".into();
    plan.issuer.commune = "xã Lương Minh".into();
    plan.subject = "Giảm nghèo bền vững năm 2026".into();
    plan.opening = "Căn cứ tình hình thực tế, Ủy ban nhân dân xã ban hành Kế hoạch như sau:".into();
    plan.closing = "Trên đây là Kế hoạch giảm nghèo bền vững, có phụ lục kèm theo.".into();

    let mut targets = vec![
        vec![cell("TT"), cell("Thôn, bản"), wide("Số hộ nghèo", 2), cell("Tỷ lệ giảm")],
        vec![below(), below(), cell("Đầu năm"), cell("Cuối năm"), below()],
        vec![wide("I. VÙNG THUẬN LỢI", 5)],
    ];
    targets.extend((1..=30).map(|i| {
        let group = if i % 5 == 1 { cell(&format!("Cụm thôn số {}", i / 5 + 1)) } else { below() };
        vec![cell(&i.to_string()), group, cell(&(i + 20).to_string()), cell(&i.to_string()), cell("3,5%")]
    }));
    let target = Item {
        level: Level::Text,
        text: "Chỉ tiêu giao cho từng thôn như sau:".into(),
        table: Some(Table::new(2, targets)),
        ..Item::default()
    };
    let paid = Item {
        level: Level::Text,
        text: "Kinh phí thực hiện:".into(),
        table: Some(Table::new(
            1,
            vec![
                vec![cell("Nguồn"), cell("Nội dung chi"), cell("Số tiền (đồng)")],
                vec![
                    cell("Ngân sách xã"),
                    cell(&format!("{long}.\nTập huấn cho cán bộ thôn.")),
                    cell("15.000.000"),
                ],
                vec![below(), cell("In tài liệu"), cell("2.500.000")],
                vec![wide("Cộng", 2), cell("17.500.000")],
            ],
        )),
        ..Item::default()
    };
    plan.sections[1].items = vec![target, paid];

    let many = (0..9).map(|i| cell(&format!("Chỉ số thứ {i}"))).collect();
    let figures = (0..9).map(|i| cell(&(i * 1_000).to_string())).collect();
    let tall = vec![
        vec![cell("Đơn vị"), cell("Việc"), cell("Hạn")],
        vec![cell(&[long; 3].join("\n")), cell("Lập danh sách"), cell("30/3/2026")],
        vec![below(), cell("Thẩm tra"), cell("30/4/2026")],
        vec![below(), cell("Công bố"), cell("30/5/2026")],
    ];
    let item = |text: &str, table| Item { text: text.into(), table: Some(table), ..Item::default() };
    plan.appendices = vec![Appendix {
        title: "Các biểu kèm theo".into(),
        text: "Phụ lục gồm ba biểu.".into(),
        items: vec![
            item("Biểu số 1", Table::new(1, vec![many, figures])),
            item("Biểu số 2", Table::new(1, tall)),
            item("", Table::new(0, vec![vec![cell("Người lập biểu"), cell("Người duyệt")]])),
        ],
        ..Appendix::default()
    }];
    plan.repair_rows();
    plan
}
