//! Any plan of what plans consist of, in any number and order, for tests of any kind.

use ke_hoach::format::{ALL, FormatKey};
use ke_hoach::plan::{
    Appendix, Basis, Circulation, IssueDate, Issuer, Item, Level, Markings, Orientation, Plan, Recipient,
    Section, SectionRole, Signature, Table, TableCell, TableSource, Task, TaskRow, Urgency,
};
use proptest::prelude::*;

const WORDS: [&str; 44] = [
    "tuyên",
    "truyền",
    "vận",
    "động",
    "nhân",
    "dân",
    "xây",
    "dựng",
    "nông",
    "thôn",
    "mới",
    "bảo",
    "vệ",
    "môi",
    "trường",
    "hộ",
    "nghèo",
    "hiệu",
    "quả",
    "công",
    "tác",
    "các",
    "và",
    "của",
    "được",
    "nâng",
    "cao",
    "chất",
    "lượng",
    "cuộc",
    "thi",
    "đua",
    "yêu",
    "nước",
    "phát",
    "huy",
    "vai",
    "trò",
    "ở",
    "cơ",
    "sở",
    "27-NQ/TW",
    "30/7/2026",
    "“Đoàn kết”",
];

const NAMES: [&str; 10] = ["Lương", "Minh", "Tam", "Hợp", "Vân", "Đức", "Khuê", "Ái", "Quỳnh", "Ổn"];

fn words(count: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&WORDS[..]), count).prop_map(|words| words.join(" "))
}

/// A text that begins with a capital word: a mark, a number or a quote at its head would be one
/// of the outline's.
fn text(count: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    let first = prop::sample::select(&["Tổ chức", "Đẩy mạnh", "Phối hợp", "Rà soát", "Mở"][..]);
    (first, words(count)).prop_map(|(first, rest)| format!("{first} {rest}"))
}

fn sentence() -> impl Strategy<Value = String> {
    (text(4..30), prop::sample::select(&[".", ";", " (nếu có)."][..])).prop_map(|(text, end)| text + end)
}

/// A sentence with something under it, which could be a title but for its end.
fn head() -> impl Strategy<Value = String> {
    text(4..30).prop_map(|text| text + ";")
}

fn name() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&NAMES[..]), 2..4).prop_map(|names| names.join(" "))
}

fn task() -> impl Strategy<Value = Task> {
    (text(1..4), text(1..4), prop::sample::select(&["Quý III năm 2026", "Thường xuyên"][..]), text(1..4))
        .prop_map(|(lead, support, deadline, deliverable)| Task {
            lead,
            support,
            deadline: deadline.into(),
            deliverable,
            ..Task::default()
        })
}

/// A table with a row of heads, a cell over two columns and one that goes on below.
fn table() -> impl Strategy<Value = Table> {
    let cell = || prop::collection::vec(text(1..5), 1..3).prop_map(|lines| lines.join("\n"));
    (2..5_usize, 1..5_usize, any::<[bool; 2]>()).prop_flat_map(move |(columns, rows, [wide, goes_on])| {
        prop::collection::vec(prop::collection::vec(cell(), columns), rows).prop_map(move |texts| {
            let cell = |text: String| TableCell { text, span: 1, ..TableCell::default() };
            let heads = (1..=columns).map(|n| cell(format!("Chỉ số thứ {n}"))).collect();
            let mut rows: Vec<Vec<TableCell>> =
                texts.into_iter().map(|row| row.into_iter().map(cell).collect()).collect();
            if let Some(last) = rows.get_mut(1).filter(|_| goes_on) {
                last[0] = TableCell { merged: true, ..cell(String::new()) };
            }
            if wide && columns > 2 {
                rows[0].pop();
                rows[0][columns - 2].span = 2;
            }
            rows.insert(0, heads);
            Table::new(1, rows)
        })
    })
}

/// An item with what stands under it.
fn item(level: Level) -> BoxedStrategy<Vec<Item>> {
    let one = move |title: String, text: String, task: Option<Task>| Item {
        level,
        title,
        text,
        task,
        ..Item::default()
    };
    if matches!(level, Level::Dash | Level::Text) {
        return (sentence(), prop::option::weighted(0.1, task()), prop::option::weighted(0.2, table()))
            .prop_map(move |(text, task, table)| {
                let task = task.filter(|_| level == Level::Dash);
                vec![Item { table: table.filter(|_| task.is_none()), ..one(String::new(), text, task) }]
            })
            .boxed();
    }
    let titled = (text(1..7), prop::collection::vec(sentence(), 0..3), prop::option::weighted(0.2, task()))
        .prop_map(move |(title, text, task)| one(title, text.join("\n"), task));
    let plain = (head(), prop::collection::vec(sentence(), 0..2))
        .prop_map(move |(head, more)| one(String::new(), [vec![head], more].concat().join("\n"), None));
    let inner: &[Level] = match level {
        Level::Clause => &[Level::Subclause, Level::Point, Level::Dash],
        Level::Subclause => &[Level::Point, Level::Dash],
        _ => &[Level::Dash],
    };
    let inner = prop::sample::select(inner).prop_flat_map(|level| prop::collection::vec(item(level), 0..3));
    (prop_oneof![titled, plain], inner)
        .prop_map(|(item, inner)| std::iter::once(item).chain(inner.concat()).collect())
        .boxed()
}

fn section() -> impl Strategy<Value = Section> {
    let items = prop::sample::select(&[Level::Clause, Level::Clause, Level::Dash, Level::Text][..])
        .prop_flat_map(|level| prop::collection::vec(item(level), 1..4));
    (words(2..7), prop::collection::vec(item(Level::Text), 0..2), items).prop_map(|(title, texts, items)| {
        Section {
            title: format!("NỘI DUNG {}", title.to_uppercase()),
            items: texts.into_iter().chain(items).flatten().collect(),
            role: SectionRole::Content,
            ..Section::default()
        }
    })
}

/// A family, a body that belongs to it, its symbol and how it signs.
fn issuing() -> impl Strategy<Value = (FormatKey, Issuer, &'static str, Signature)> {
    let bodies = [
        (
            "nd30",
            "",
            "ỦY BAN NHÂN DÂN\nXÃ",
            "",
            "KH-UBND",
            "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH",
            "PHÓ CHỦ TỊCH",
        ),
        (
            "nd30",
            "ỦY BAN NHÂN DÂN\nXÃ TAM HỢP",
            "PHÒNG VĂN HÓA - XÃ HỘI",
            "",
            "KH-VHXH",
            "KT. TRƯỞNG PHÒNG",
            "PHÓ TRƯỞNG PHÒNG",
        ),
        ("party", "ĐẢNG BỘ TỈNH NGHỆ AN", "ĐẢNG ỦY XÃ", "", "KH/ĐU", "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),
        (
            "front",
            "",
            "ỦY BAN MTTQ VIỆT NAM\nXÃ",
            "BAN THƯỜNG TRỰC",
            "KH-MTTQ-BTT",
            "TM. BAN THƯỜNG TRỰC",
            "CHỦ TỊCH",
        ),
        (
            "youth",
            "BAN CHẤP HÀNH ĐOÀN TỈNH NGHỆ AN",
            "BAN CHẤP HÀNH ĐOÀN XÃ",
            "",
            "KH/ĐTN",
            "TM. BAN THƯỜNG VỤ",
            "BÍ THƯ",
        ),
    ];
    let known =
        bodies.into_iter().filter(|body| ALL.iter().any(|format| format.key == body.0)).collect::<Vec<_>>();
    (prop::sample::select(known), name(), name()).prop_map(|(body, place, signer)| {
        let (family, superior, issuing, standing, symbol, authority, title) = body;
        let own = if issuing.ends_with("XÃ") { format!(" {}", place.to_uppercase()) } else { String::new() };
        let issuer = Issuer {
            superior: superior.into(),
            issuing: issuing.to_owned() + &own,
            standing: standing.into(),
            ..Issuer::default()
        };
        let (authority, title) = (authority.into(), title.into());
        let signature = Signature { authority, title, name: signer, ..Signature::default() };
        (FormatKey(family.into()), issuer, symbol, signature)
    })
}

fn appendix() -> impl Strategy<Value = Appendix> {
    let row = (text(2..8), task(), prop::option::of(text(1..4))).prop_map(|(content, task, note)| TaskRow {
        content,
        task,
        note: note.unwrap_or_default(),
        ..TaskRow::default()
    });
    let rows = prop::collection::vec(row, 0..4);
    let item =
        (sentence(), table()).prop_map(|(text, table)| Item { text, table: Some(table), ..Item::default() });
    let items = prop::collection::vec(item, 0..3);
    (words(2..7), prop::collection::vec(sentence(), 0..3), rows, any::<bool>(), items).prop_map(
        |(title, text, rows, lying, mut items)| {
            if let Some(first) = items.first_mut().filter(|_| rows.is_empty()) {
                // Text above the first table is the appendix's own.
                first.text.clear();
            }
            Appendix {
                title: format!("DANH MỤC {}", title.to_uppercase()),
                text: text.join("\n"),
                orientation: if lying { Orientation::Landscape } else { Orientation::Portrait },
                table: if rows.is_empty() { TableSource::None } else { TableSource::Rows },
                rows,
                items,
                ..Appendix::default()
            }
        },
    )
}

fn markings() -> impl Strategy<Value = Markings> {
    let urgency = prop::sample::select(
        &[Urgency::Ordinary, Urgency::Urgent, Urgency::VeryUrgent, Urgency::Immediate][..],
    );
    let circulation =
        prop::sample::select(&[Circulation::Open, Circulation::Return, Circulation::Internal][..]);
    let drafter = prop::sample::select(&["", "PL", "NVA"][..]);
    let address = prop::sample::select(&["", "Địa chỉ: Bản Khe, xã Tam Hợp\nĐiện thoại: 0238 3 123 456"][..]);
    (prop::option::of(1_u8..9), urgency, circulation, drafter, prop::option::of(1_u16..500), address)
        .prop_map(|(draft, urgency, circulation, drafter, copies, address)| Markings {
            draft,
            urgency,
            circulation,
            drafter: drafter.into(),
            copies,
            address: address.into(),
            ..Markings::default()
        })
}

fn basis() -> impl Strategy<Value = Basis> {
    (prop::sample::select(&["Luật", "Nghị quyết số 12/NQ-HĐND ngày 09/12/2025 của"][..]), words(2..9))
        .prop_map(|(document, rest)| Basis {
            text: format!("Căn cứ {document} {rest}"), ..Basis::default()
        })
}

fn recipient() -> impl Strategy<Value = Recipient> {
    (text(1..5), prop::sample::select(&["", "để b/c", "để thực hiện"][..]))
        .prop_map(|(name, note)| Recipient { name, note: note.into(), ..Recipient::default() })
}

fn date() -> impl Strategy<Value = IssueDate> {
    let day = (prop::option::of(1_u8..=28), prop::option::of(1_u8..=12), prop::option::of(2020_u16..2035));
    day.prop_map(|(day, month, year)| IssueDate { day, month, year, ..IssueDate::default() })
}

/// Any plan of which everything stands on the page, and can be read off it.
pub fn plan() -> impl Strategy<Value = Plan> {
    let front = (
        issuing(),
        prop_oneof![Just(String::new()), (1..2000_u32).prop_map(|number| number.to_string())],
        name(),
        date(),
        words(3..25),
        prop::collection::vec(basis(), 0..4),
        prop::option::of(text(5..40)),
    );
    let rest = (
        prop::collection::vec(section(), 1..4),
        prop::option::of(words(4..30)),
        prop::collection::vec(recipient(), 0..5),
        prop::collection::vec(appendix(), 0..3),
        markings(),
        prop::collection::vec(prop::bool::weighted(0.1), 6),
        any::<bool>(),
    );
    (front, rest).prop_map(|(front, (sections, closing, recipients, appendices, markings, blank, whose))| {
        let ((format, issuer, symbol, signature), number, place, date, subject, bases, opening) = front;
        let mut plan = Plan {
            format,
            issuer,
            number,
            symbol: symbol.into(),
            place,
            date,
            subject: format!("thực hiện {subject}"),
            bases,
            opening: opening.map(|text| format!("{text} ban hành Kế hoạch như sau:")).unwrap_or_default(),
            sections,
            closing: closing.map(|text| format!("Trên đây là Kế hoạch {text}")).unwrap_or_default(),
            recipients,
            retention: "Lưu: VT".into(),
            signature,
            appendices,
            markings,
            ..Plan::default()
        };
        if whose {
            plan.subject += &format!("\ncủa Ủy ban MTTQ Việt Nam xã {}", plan.place);
        }
        let fields = [
            &mut plan.symbol,
            &mut plan.place,
            &mut plan.subject,
            &mut plan.retention,
            &mut plan.signature.title,
            &mut plan.signature.name,
        ];
        fields.into_iter().zip(blank).filter(|(_, blank)| *blank).for_each(|(field, _)| field.clear());
        plan.repair_rows();
        plan
    })
}
