//! Tables: sides of headers and signatures, tasks, and the rest.

use ke_hoach::plan::{Orientation, Plan, Table, TableCell, TableSource};

use crate::outline;
use crate::word::{Word, p, table};

const HEAD: [&str; 2] = ["KẾ HOẠCH", "thực hiện công tác dân vận năm 2026"];

fn lines(lines: &[&str]) -> String {
    lines.iter().map(|line| p(line)).collect()
}

fn read(parts: &[String]) -> Plan {
    Word::new(&parts.concat()).read().plan
}

#[test]
fn the_sides_of_header_and_signature_do_not_mix() {
    let header = table(&[
        &[&lines(&["ĐẢNG BỘ TỈNH NGHỆ AN"]), &lines(&["ĐẢNG CỘNG SẢN VIỆT NAM"])],
        &[&lines(&["ĐẢNG ỦY XÃ TAM HỢP", "*"]), ""],
        &[&lines(&["Số 12-KH/ĐU"]), &lines(&["Tam Hợp, ngày 21 tháng 11 năm 2026"])],
    ]);
    let signature = table(&[&[
        &lines(&["Nơi nhận:", "- Tỉnh ủy (để báo cáo),", "- Các chi bộ,", "- Lưu Văn phòng Đảng ủy."]),
        &lines(&["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "", "Nguyễn Hữu Lộc"]),
    ]]);
    let body = lines(&["I. MỤC ĐÍCH", "1. Nâng cao nhận thức; tạo sự thống nhất."]);
    let plan = read(&[header, lines(&HEAD), body, signature]);
    assert_eq!(plan.issuer.superior, "ĐẢNG BỘ TỈNH NGHỆ AN");
    assert_eq!(plan.issuer.issuing, "ĐẢNG ỦY XÃ TAM HỢP");
    assert_eq!((plan.number.as_str(), plan.symbol.as_str(), plan.place.as_str()), ("12", "KH/ĐU", "Tam Hợp"));
    assert_eq!((plan.date.day, plan.date.month, plan.date.year), (Some(21), Some(11), Some(2026)));
    let recipients: Vec<_> =
        plan.recipients.iter().map(|row| (row.name.as_str(), row.note.as_str())).collect();
    assert_eq!(recipients, [("Tỉnh ủy", "để báo cáo"), ("Các chi bộ", "")]);
    assert_eq!(plan.retention, "Lưu Văn phòng Đảng ủy");
    assert_eq!(plan.signature.authority, "T/M BAN THƯỜNG VỤ");
    assert_eq!(
        (plan.signature.title.as_str(), plan.signature.name.as_str()),
        ("PHÓ BÍ THƯ", "Nguyễn Hữu Lộc")
    );
}

fn tasks(heads: [&str; 5]) -> String {
    let row = |cells: [&str; 5]| cells.map(p);
    let rows = [
        row(heads),
        row(["1", "Ban hành kế hoạch", "Ban Thường trực", "Văn phòng", "Trước 30/7/2026"]),
        row(["2", "Tổ chức hội nghị", "Ban Thường trực", "", "Quý III năm 2026"]),
    ];
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    table(&rows.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

#[test]
fn a_table_of_tasks_in_an_appendix_becomes_its_rows() {
    let body = lines(&["I. NỘI DUNG", "1. Thực hiện theo phụ lục; báo cáo hằng quý."]);
    let page = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>".to_owned();
    let appendix = lines(&["PHỤ LỤC", "PHÂN CÔNG NHIỆM VỤ"])
        + &tasks(["STT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn"])
        + "<w:sectPr><w:pgSz w:w=\"16840\" w:h=\"11907\" w:orient=\"landscape\"/></w:sectPr>";
    let imported = Word::new(&[lines(&HEAD), body, page, appendix].concat()).read();
    let appendix = &imported.plan.appendices[0];
    assert_eq!(
        (appendix.title.as_str(), appendix.orientation),
        ("PHÂN CÔNG NHIỆM VỤ", Orientation::Landscape)
    );
    assert_eq!(appendix.table, TableSource::Rows);
    let rows: Vec<_> = appendix
        .rows
        .iter()
        .map(|row| [&row.content, &row.task.lead, &row.task.support, &row.task.deadline].map(String::as_str))
        .collect();
    assert_eq!(
        rows,
        [
            ["Ban hành kế hoạch", "Ban Thường trực", "Văn phòng", "Trước 30/7/2026"],
            ["Tổ chức hội nghị", "Ban Thường trực", "", "Quý III năm 2026"],
        ]
    );
    assert_eq!(
        imported.leftover,
        ["STT | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn"],
        "the plan prints heads of its own"
    );
}

#[test]
fn a_table_of_tasks_in_the_body_becomes_tasks() {
    let body = lines(&["I. NỘI DUNG", "1. Công tác tuyên truyền", "Phân công cụ thể như sau:"]);
    let behind = lines(&["2. Công tác vận động; kiểm tra."]);
    let plan =
        read(&[lines(&HEAD), body, tasks(["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian"]), behind]);
    assert_eq!(
        outline(&plan)[1..],
        [
            "1. [Công tác tuyên truyền] Phân công cụ thể như sau:",
            "1.1. Ban hành kế hoạch",
            "- Đơn vị chủ trì: Ban Thường trực.",
            "- Đơn vị phối hợp: Văn phòng.",
            "- Thời gian thực hiện: Trước 30/7/2026.",
            "1.2. Tổ chức hội nghị",
            "- Đơn vị chủ trì: Ban Thường trực.",
            "- Thời gian thực hiện: Quý III năm 2026.",
            "2. Công tác vận động; kiểm tra.",
        ]
    );
    let task = plan.sections[0].items[1].task.as_ref().unwrap();
    assert_eq!(
        [&task.lead, &task.support, &task.deadline],
        ["Ban Thường trực", "Văn phòng", "Trước 30/7/2026"]
    );
}

#[test]
fn columns_without_a_field_and_numbers_of_their_own_are_kept() {
    let cell = |text: &str| p(text);
    let rows = [
        ["TT", "Nội dung", "Chủ trì", "Kinh phí"].map(cell),
        ["II.3", "Tập huấn", "Văn phòng", "5 triệu đồng"].map(cell),
    ];
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let table = table(&rows.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let plan = read(&[lines(&HEAD), lines(&["I. NỘI DUNG", "1. Theo phụ lục; kèm theo.", "PHỤ LỤC"]), table]);
    let row = &plan.appendices[0].rows[0];
    assert_eq!((row.content.as_str(), row.note.as_str()), ("II.3 Tập huấn", "Kinh phí: 5 triệu đồng"));
}

#[test]
fn a_cell_merged_with_the_one_above_says_the_same() {
    let merged = |val: &str, text: &str| format!("<w:tc><w:tcPr><w:vMerge{val}/></w:tcPr>{}</w:tc>", p(text));
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", p(text));
    let rows = [
        cell("Nội dung") + &cell("Chủ trì"),
        cell("Tuyên truyền") + &merged(" w:val=\"restart\"", "Ban Tuyên giáo"),
        cell("Vận động") + &merged("", ""),
    ];
    let table = format!("<w:tbl>{}</w:tbl>", rows.map(|row| format!("<w:tr>{row}</w:tr>")).concat());
    let plan = read(&[lines(&HEAD), lines(&["I. NỘI DUNG", "1. Theo phụ lục; kèm theo.", "PHỤ LỤC"]), table]);
    let leads: Vec<&str> = plan.appendices[0].rows.iter().map(|row| row.task.lead.as_str()).collect();
    assert_eq!(leads, ["Ban Tuyên giáo", "Ban Tuyên giáo"]);
}

/// A table as text: a row a line, `^` where a cell goes on, `*2` behind one over two columns.
fn drawn(table: &Table) -> Vec<String> {
    let cell = |cell: &TableCell| match (cell.merged, cell.span) {
        (true, _) => "^".to_owned(),
        (false, 1) => cell.text.replace('\n', " / "),
        (false, span) => format!("{}*{span}", cell.text),
    };
    table.rows().iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(" | ")).collect()
}

/// A cell with these properties and lines.
fn cell(properties: &str, text: &[&str]) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", lines(text))
}

fn rows(rows: &[&[String]]) -> String {
    let row = |row: &&[String]| format!("<w:tr>{}</w:tr>", row.concat());
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

/// Heads in two rows, a row over all columns, a cell of two lines, one that goes on below.
fn targets() -> String {
    let (first, on) = ("<w:vMerge w:val=\"restart\"/>", "<w:vMerge/>");
    rows(&[
        &[cell(first, &["STT"]), cell(first, &["Chỉ tiêu"]), cell("<w:gridSpan w:val=\"2\"/>", &["Năm"])],
        &[cell(on, &[""]), cell(on, &[""]), cell("", &["2025"]), cell("", &["2026"])],
        &[cell("<w:gridSpan w:val=\"4\"/>", &["I. Về kinh tế"])],
        &[cell("", &["1"]), cell(first, &["Hộ nghèo", "(cuối năm)"]), cell("", &["12"]), cell("", &["9"])],
        &[cell("", &["2"]), cell(on, &[""]), cell("", &["14"]), cell("", &[""])],
    ])
}

const TARGETS: [&str; 5] = [
    "STT | Chỉ tiêu | Năm*2",
    "^ | ^ | 2025 | 2026",
    "I. Về kinh tế*4",
    "1 | Hộ nghèo / (cuối năm) | 12 | 9",
    "2 | ^ | 14 | ",
];

#[test]
fn any_other_table_keeps_its_shape_under_the_text_above_it() {
    let body = lines(&["I. CHỈ TIÊU", "1. Kinh tế - xã hội", "Phấn đấu đạt các chỉ tiêu:"]);
    let behind = lines(&["Trên cơ sở đó giao cho từng thôn.", "2. Quốc phòng; an ninh."]);
    let plan = read(&[lines(&HEAD), body, targets(), behind]);
    assert_eq!(
        outline(&plan)[1..],
        [
            "1. [Kinh tế - xã hội] Phấn đấu đạt các chỉ tiêu:",
            "Trên cơ sở đó giao cho",
            "2. Quốc phòng; an ninh."
        ]
    );
    let table = plan.sections[0].items[0].table.as_ref().unwrap();
    assert_eq!((drawn(table), table.heads()), (TARGETS.map(str::to_owned).to_vec(), 2));
}

#[test]
fn tables_and_text_of_an_appendix_stay_in_their_order() {
    let own = [
        lines(&["PHỤ LỤC", "CÁC BIỂU KÈM THEO", "Gồm ba biểu."]),
        tasks(["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian"]),
        lines(&["Biểu số 2"]),
        targets(),
        lines(&["Biểu số 3"]),
        tasks(["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian"]),
        lines(&["Hết."]),
    ];
    let plan = read(&[lines(&HEAD), lines(&["I. NỘI DUNG", "1. Theo phụ lục; kèm theo."]), own.concat()]);
    let appendix = &plan.appendices[0];
    assert_eq!((appendix.text.as_str(), appendix.rows.len()), ("Gồm ba biểu.", 2));
    let texts: Vec<&str> = appendix.items.iter().map(|item| item.text.as_str()).collect();
    assert_eq!(texts, ["Biểu số 2", "Biểu số 3", "Hết."]);
    let tables: Vec<Option<Vec<String>>> =
        appendix.items.iter().map(|item| item.table.as_ref().map(drawn)).collect();
    assert_eq!(tables[0], Some(TARGETS.map(str::to_owned).to_vec()));
    assert_eq!(
        tables[1].as_ref().unwrap()[..2],
        [
            "TT | Nội dung nhiệm vụ | Chủ trì | Phối hợp | Thời gian",
            "1 | Ban hành kế hoạch | Ban Thường trực | Văn phòng | Trước 30/7/2026"
        ]
    );
    assert_eq!(tables[2], None);
}

#[test]
fn bold_rows_over_others_are_heads() {
    let bold = |text: &str| {
        format!("<w:tc><w:tcPr/>{}</w:tc>", crate::word::paragraph("", &crate::word::run("<w:b/>", text)))
    };
    let table = rows(&[
        &[bold("Thôn"), bold("Số hộ")],
        &[cell("", &["Minh Tiến"]), cell("", &["112"])],
        &[bold("Cộng"), bold("112")],
    ]);
    let plan = read(&[lines(&HEAD), lines(&["I. NỘI DUNG", "Danh sách các thôn:"]), table]);
    assert_eq!(plan.sections[0].items[0].table.as_ref().unwrap().heads(), 1);
}

#[test]
fn bodies_and_titles_in_a_counted_table_do_not_make_it_a_signature() {
    let table = rows(&[
        &[cell("", &["TT"]), cell("", &["Họ và tên"]), cell("", &["Chức vụ"])],
        &[cell("", &["1"]), cell("", &["Nguyễn Hữu Lộc"]), cell("", &["CHỦ TỊCH"])],
        &[cell("", &["2"]), cell("", &["Lô Văn Thanh"]), cell("", &["ỦY BAN NHÂN DÂN XÃ"])],
    ]);
    let body = lines(&["I. NỘI DUNG", "Thành phần Ban Chỉ đạo:"]);
    let plan = read(&[lines(&HEAD), body, table, lines(&["Ban Chỉ đạo họp hằng quý."])]);
    assert_eq!(drawn(plan.sections[0].items[0].table.as_ref().unwrap()).len(), 3);
}

#[test]
fn text_that_only_stands_in_boxes_or_columns_stays_text() {
    let framed = rows(&[&[cell("", &["Một khung chữ; trong đó có hai dòng.", "Dòng thứ hai."])]]);
    let columns = rows(&[&[cell("", &["Cột bên trái; có chữ."]), cell("", &["Cột bên phải; cũng có chữ."])]]);
    let list = rows(&[
        &[cell("", &["-"]), cell("", &["Việc thứ nhất; làm ngay."])],
        &[cell("", &["-"]), cell("", &["Việc thứ hai; làm sau."])],
    ]);
    let plan = read(&[lines(&HEAD), lines(&["I. NỘI DUNG"]), framed, columns, list]);
    assert!(plan.sections[0].items.iter().all(|item| item.table.is_none()));
    assert_eq!(
        outline(&plan)[1..],
        [
            "Một khung chữ; trong đó có",
            "Dòng thứ hai.",
            "Cột bên trái; có chữ.",
            "Cột bên phải; cũng có chữ.",
            "- Việc thứ nhất; làm ngay.",
            "- Việc thứ hai; làm sau."
        ]
    );
}

#[test]
fn a_plan_whose_text_stands_in_a_table_is_read_as_text() {
    let table = rows(&[
        &[cell("", &["Căn cứ Luật Đất đai;", "Căn cứ Nghị quyết số 12;"]), cell("", &["Ghi chú"])],
        &[cell("", &["I. NỘI DUNG", "1. Tuyên truyền; vận động."]), cell("", &["x"])],
    ]);
    let plan = read(&[lines(&HEAD), table]);
    assert_eq!(plan.bases.len(), 2);
    assert_eq!(outline(&plan), ["I. NỘI DUNG", "1. [Tuyên truyền; vận động.] x"]);
}

#[test]
fn deleted_rows_are_gone() {
    let table = format!(
        "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr><w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc>{}</w:tc></w:tr></w:tbl>",
        p("Giữ lại"),
        p("Đã xóa")
    );
    let plan = read(&[lines(&HEAD), lines(&["I. NỘI DUNG"]), table]);
    assert_eq!(outline(&plan)[1..], ["Giữ lại"]);
}
