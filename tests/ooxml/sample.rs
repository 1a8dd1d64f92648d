//! Documents built by hand that together use everything a Word file can get.

use ke_hoach::document::{
    Align, Block, Document, PageSetup, Paragraph, Role, Row, Rule, Run, Section, Table, TableKind,
};
use ke_hoach::format::{HalfPt, LineRule, Twips};

/// Every role there is.
pub const ROLES: [Role; 28] = [
    Role::Emblem,
    Role::Motto,
    Role::Superior,
    Role::Issuing,
    Role::Number,
    Role::PlaceDate,
    Role::Title,
    Role::TitleBody,
    Role::Subject,
    Role::Basis,
    Role::Opening,
    Role::SectionHeading,
    Role::ItemHeading(2),
    Role::ItemHeading(3),
    Role::ItemHeading(4),
    Role::Body,
    Role::Dash,
    Role::Closing,
    Role::RecipientsHeading,
    Role::Recipient,
    Role::Authority,
    Role::SignerTitle,
    Role::SignerName,
    Role::AppendixLabel,
    Role::AppendixTitle,
    Role::AppendixReference,
    Role::TableHead,
    Role::TableCell,
];

const LONG: &str = "Tuyên truyền, vận động các tầng lớp Nhân dân hưởng ứng Cuộc vận động \
    “Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh”, gắn với việc thực hiện nhiệm vụ \
    phát triển kinh tế - xã hội của địa phương năm 2026.";

/// A page lying or standing, with the margins of a plan.
pub fn page(landscape: bool) -> PageSetup {
    let (short, long) = (Twips::mm(210), Twips::mm(297));
    let (width, height) = if landscape { (long, short) } else { (short, long) };
    PageSetup {
        width,
        height,
        top: Twips::mm(20),
        bottom: Twips::mm(20),
        left: Twips::mm(30),
        right: Twips::mm(15),
        number_size: HalfPt::pt(if landscape { 13 } else { 14 }),
        number_distance: Twips::mm(10),
    }
}

/// Upright letters.
pub fn run(text: &str, size: u16) -> Run {
    Run { text: text.into(), size: HalfPt::pt(size), bold: false, italic: false, underline: false }
}

/// A justified paragraph of the body.
pub fn paragraph(role: Role, text: &str) -> Paragraph {
    Paragraph {
        role,
        runs: vec![run(text, 14)],
        align: Align::Justify,
        indent_left: Twips::ZERO,
        indent_right: Twips::ZERO,
        first_line: Twips::mm10(127),
        before: Twips::pt(6),
        after: Twips::ZERO,
        line: LineRule::Multiple(100),
        keep_next: false,
        keep_lines: false,
        rule: None,
    }
}

/// A centred bold paragraph.
pub fn centred(role: Role, text: &str, size: u16) -> Paragraph {
    Paragraph {
        runs: vec![Run { bold: true, ..run(text, size) }],
        align: Align::Center,
        first_line: Twips::ZERO,
        before: Twips::ZERO,
        ..paragraph(role, "")
    }
}

fn ruled(paragraph: Paragraph, points: i32) -> Paragraph {
    Paragraph {
        rule: Some(Rule { length: Twips::pt(points), gap: Twips::pt(2) }),
        after: Twips::pt(6),
        ..paragraph
    }
}

fn row(cells: Vec<Vec<Paragraph>>, header: bool) -> Row {
    Row { cells, header }
}

fn header() -> Table {
    let left = vec![
        centred(Role::Superior, "MTTQ VIỆT NAM TỈNH NGHỆ AN", 13),
        ruled(centred(Role::Issuing, "BAN THƯỜNG TRỰC\nỦY BAN MTTQ VIỆT NAM XÃ TAM HỢP", 13), 70),
        centred(Role::Number, "Số: 12/KH-MTTQ-BTT", 13),
    ];
    let right = vec![
        centred(Role::Emblem, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13),
        ruled(centred(Role::Motto, "Độc lập - Tự do - Hạnh phúc", 14), 176),
        Paragraph {
            runs: vec![Run { italic: true, ..run("Tam Hợp, ngày 21 tháng 11 năm 2026", 14) }],
            before: Twips::pt(4),
            ..centred(Role::PlaceDate, "", 14)
        },
    ];
    Table {
        kind: TableKind::Header,
        columns: vec![Twips(3655), Twips(5700)],
        rows: vec![row(vec![left, right], false)],
        padding: Twips(40),
    }
}

fn signing() -> Table {
    let left = vec![
        Paragraph { align: Align::Left, ..centred(Role::RecipientsHeading, "Nơi nhận:", 12) },
        Paragraph {
            align: Align::Left,
            runs: vec![run("- Như trên;", 11)],
            ..centred(Role::Recipient, "", 11)
        },
        Paragraph {
            align: Align::Left,
            runs: vec![run("- Lưu: VT.", 11)],
            ..centred(Role::Recipient, "", 11)
        },
    ];
    let right = vec![
        centred(Role::Authority, "TM. BAN THƯỜNG TRỰC", 14),
        centred(Role::SignerTitle, "CHỦ TỊCH", 14),
        Paragraph { before: Twips::pt(70), ..centred(Role::SignerName, "Nguyễn Văn An", 14) },
    ];
    Table {
        kind: TableKind::Signing,
        columns: vec![Twips(4600), Twips(4755)],
        rows: vec![row(vec![left, right], false)],
        padding: Twips(108),
    }
}

fn tasks(page: &PageSetup, rows: usize) -> Table {
    let first = Twips(700);
    let rest = (page.text_width() - first) / 3;
    let cell = |text: &str| {
        vec![Paragraph {
            runs: vec![run(text, 12)],
            first_line: Twips::ZERO,
            ..paragraph(Role::TableCell, "")
        }]
    };
    let head =
        ["TT", "Nội dung", "Chủ trì", "Thời gian"].map(|text| vec![centred(Role::TableHead, text, 12)]);
    let body =
        (1..=rows).map(|i| row(vec![cell(&i.to_string()), cell(LONG), cell("Ban công tác"), vec![]], false));
    Table {
        kind: TableKind::Tasks,
        columns: vec![first, rest, rest, page.text_width() - first - rest * 2],
        rows: std::iter::once(row(head.to_vec(), true)).chain(body).collect(),
        padding: Twips(85),
    }
}

fn document(sections: Vec<Section>) -> Document {
    Document {
        title: "Kế hoạch <tuyên truyền> & “vận động”".into(),
        author: "Ban Thường trực Ủy ban MTTQ Việt Nam xã Tam Hợp".into(),
        sections,
    }
}

fn section(landscape: bool, blocks: Vec<Block>) -> Section {
    Section { page: page(landscape), blocks }
}

/// A plan of a few pages with header, body, table and signature.
pub fn plan() -> Document {
    let mut blocks = vec![
        Block::Table(header()),
        Block::Paragraph(Paragraph { before: Twips::pt(14), ..centred(Role::Title, "KẾ HOẠCH", 14) }),
        Block::Paragraph(Paragraph {
            keep_next: true,
            ..ruled(
                centred(
                    Role::Subject,
                    "Tuyên truyền, vận động Nhân dân tham gia bảo vệ môi trường, \
                xây dựng nông thôn mới, đô thị văn minh năm 2026 và những năm tiếp theo",
                    14,
                ),
                140,
            )
        }),
    ];
    for i in 1..5 {
        let heading = Paragraph { keep_next: true, ..paragraph(Role::SectionHeading, "") };
        let bold = Run { bold: true, ..run(&format!("{i}. MỤC ĐÍCH, YÊU CẦU"), 14) };
        blocks.push(Block::Paragraph(Paragraph { runs: vec![bold], ..heading }));
        blocks.extend((0..4).map(|_| Block::Paragraph(paragraph(Role::Body, LONG))));
    }
    blocks.push(Block::Table(tasks(&page(false), 4)));
    blocks.push(Block::Paragraph(paragraph(Role::Closing, "Trên đây là Kế hoạch./.")));
    blocks.push(Block::Table(signing()));
    document(vec![section(false, blocks)])
}

/// Every role, every look, every kind of table, two tables that touch, odd indents.
pub fn everything() -> Document {
    let mut blocks: Vec<Block> = ROLES.iter().map(|role| Block::Paragraph(paragraph(*role, LONG))).collect();
    blocks.extend([header(), signing(), tasks(&page(false), 1)].map(Block::Table));
    let looks = [(true, false, false), (false, true, false), (false, false, true), (true, true, true)];
    let runs = looks.map(|(bold, italic, underline)| Run {
        bold,
        italic,
        underline,
        ..run(" chữ\u{A0}có <dấu> & \tcách \nxuống\u{B}dòng ", 13)
    });
    blocks.push(Block::Paragraph(Paragraph {
        runs: runs.to_vec(),
        indent_left: Twips::mm(40),
        first_line: -Twips::mm(10),
        line: LineRule::Exactly(Twips::pt(18)),
        keep_lines: true,
        ..ruled(centred(Role::Body, "", 13), 100)
    }));
    document(vec![section(false, blocks)])
}

/// A plan with an appendix lying on its side and one that is nothing but a title.
pub fn three_sections() -> Document {
    let mut document = plan();
    let title = Block::Paragraph(centred(Role::AppendixTitle, "DANH MỤC NHIỆM VỤ", 14));
    document.sections.push(section(true, vec![title.clone(), Block::Table(tasks(&page(true), 12))]));
    document.sections.push(section(false, vec![title]));
    document
}

/// Nothing at all.
pub fn empty() -> Document {
    document(vec![])
}
