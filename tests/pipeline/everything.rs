//! A document built by hand that uses everything a Word file can get.

use ke_hoach::document::{
    Align, Block, Document, Frame, PageSetup, Paragraph, Role, Row, Rule, Run, Section, Table, TableKind,
};
use ke_hoach::format::{HalfPt, LineRule, Twips};

/// Every role there is.
const ROLES: [Role; 33] = [
    Role::Emblem,
    Role::Motto,
    Role::Superior,
    Role::Issuing,
    Role::Number,
    Role::PlaceDate,
    Role::DraftMark,
    Role::Urgency,
    Role::Circulation,
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
    Role::Drafter,
    Role::Authority,
    Role::SignerTitle,
    Role::SignerName,
    Role::AppendixLabel,
    Role::AppendixTitle,
    Role::AppendixReference,
    Role::TableHead,
    Role::TableCell,
    Role::Address,
];

const LONG: &str = "Tuyên truyền, vận động các tầng lớp Nhân dân hưởng ứng Cuộc vận động \
    “Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh”, gắn với việc thực hiện nhiệm vụ \
    phát triển kinh tế - xã hội của địa phương năm 2026.";

/// A page lying or standing, with the margins of a plan.
fn page(landscape: bool) -> PageSetup {
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
fn run(text: &str, size: u16) -> Run {
    Run { text: text.into(), size: HalfPt::pt(size), bold: false, italic: false, underline: false }
}

/// A justified paragraph of the body.
fn paragraph(role: Role, text: &str) -> Paragraph {
    Paragraph {
        first_line: Twips::mm10(127),
        before: Twips::pt(6),
        ..Paragraph::solid(role, Align::Justify, vec![run(text, 14)])
    }
}

/// A centred bold paragraph.
fn centred(role: Role, text: &str, size: u16) -> Paragraph {
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

fn framed(paragraph: Paragraph, mm: i32) -> Paragraph {
    let frame = Frame { width: Twips::mm(mm), height: Twips::mm(8) };
    Paragraph { frame: Some(frame), before: Twips::pt(6), ..paragraph }
}

fn row(cells: Vec<Vec<Paragraph>>, header: bool) -> Row {
    Row::new(cells, header)
}

fn header() -> Table {
    let left = vec![
        centred(Role::Superior, "MTTQ VIỆT NAM TỈNH NGHỆ AN", 13),
        ruled(centred(Role::Issuing, "BAN THƯỜNG TRỰC\nỦY BAN MTTQ VIỆT NAM XÃ TAM HỢP", 13), 70),
        centred(Role::Number, "Số: 12/KH-MTTQ-BTT", 13),
        framed(centred(Role::Urgency, "HỎA TỐC", 13), 30),
        framed(centred(Role::Circulation, "LƯU HÀNH NỘI BỘ", 13), 50),
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
    Section { page: page(landscape), blocks, foot: Vec::new() }
}

/// Every role, every look, every kind of table, tables that touch, odd indents, frames, a foot,
/// a page on its side that ends in a table, a section with nothing in it.
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
    blocks.push(Block::Paragraph(framed(centred(Role::Urgency, "KHẨN", 13), 20)));
    let lying = vec![Block::Table(tasks(&page(true), 12))];
    let mut first = section(false, blocks);
    first.foot = vec![paragraph(Role::Address, LONG), paragraph(Role::Address, "ĐT: 0238 3 123 456")];
    document(vec![first, section(true, lying), section(false, vec![])])
}
