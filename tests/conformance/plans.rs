//! The plans of the matrix: what can be chosen, and a plan for each choice.

use ke_hoach::format::{BodyKind, FormatKey, settings};
use ke_hoach::plan::{
    Appendix, Basis, Circulation, IssueDate, Item, Level, Orientation, Plan, Recipient, Section, SigningForm,
    TableSource, Task, TaskRow, Urgency,
};

/// Kinds that have no words of their own: a plan types them.
const NAMELESS: [&str; 3] = ["phong", "khac-nha-nuoc", "hoi"];

/// Counts of what can be chosen: the fixed factors first, then one for each setting.
pub fn factors() -> Vec<usize> {
    let kinds = BodyKind::all().count();
    let mut factors = vec![kinds, 3, 4, 4, 5, SigningForm::ALL.len(), 5, 2, 4, 3, 3, 3, 2, 2];
    factors.extend(settings::ALL.iter().map(|setting| {
        let choices = ke_hoach::format::ALL.iter().filter_map(|family| setting.choices(family));
        choices.map(|choices| choices.all.len()).max().unwrap_or(1)
    }));
    factors
}

/// The plan of a row of choices, and what it is called in messages.
pub fn plan(row: &[usize]) -> (String, Plan) {
    let mut values = row.iter().copied();
    let mut next = || values.next().unwrap_or(0);
    let (family, kind) = BodyKind::all().nth(next()).unwrap();
    let mut plan = Plan { format: FormatKey(family.key.into()), ..Plan::default() };
    let mut told = vec![format!("{}, {}", family.key, kind.key)];

    let names = next();
    name_bodies(&mut plan, kind.key, names);
    told.push(["short names", "long units", "long names"][names].into());
    add_bases(&mut plan, next() + 1);
    plan.number = ["", "5", "15", "120"][next()].into();
    plan.date = date(next());
    plan.signature.form = SigningForm::ALL[next()];
    sign(&mut plan, kind.key, names);
    told.push(format!("{} căn cứ, số «{}», {:?}", plan.bases.len(), plan.number, plan.signature.form));
    let appendices = next();
    plan.appendices = self::appendices(appendices);
    told.push(format!("{} appendices ({appendices})", plan.appendices.len()));

    let markings = &mut plan.markings;
    markings.draft = [None, Some(2)][next()];
    markings.urgency = [Urgency::Ordinary, Urgency::Urgent, Urgency::VeryUrgent, Urgency::Immediate][next()];
    markings.circulation = [Circulation::Open, Circulation::Return, Circulation::Internal][next()];
    (markings.drafter, markings.copies) = [("", None), ("pl", None), ("PL", Some(300))][next()].into_tuple();
    markings.address = ["", "Số 1, bản Minh Phương, xã Lương Minh, tỉnh Nghệ An", ADDRESS][next()].into();
    told.push(format!("{:?}, {:?}, draft {:?}", markings.urgency, markings.circulation, markings.draft));
    let long = next() == 1;
    plan.title_body =
        if next() == 1 { "của Ban Thường vụ Đảng ủy".into() } else { String::new() };
    write_body(&mut plan, long, names);

    let format = plan.format.clone();
    for setting in &settings::ALL {
        let level = next();
        let Some(choices) = setting.choices(format.format()) else { continue };
        let (value, _) = &choices.all[level % choices.all.len()];
        plan.settings.set(setting.key, value);
        told.push(format!("{}={value}", setting.key));
    }
    plan.repair_rows();
    (told.join("; "), plan)
}

const ADDRESS: &str = "Địa chỉ: thôn 1, xã Lương Minh, tỉnh Nghệ An\nĐiện thoại: 0238.3888.888; thư điện tử: \
                       xaluongminh@nghean.gov.vn";

trait IntoTuple {
    fn into_tuple(self) -> (String, Option<u16>);
}

impl IntoTuple for (&str, Option<u16>) {
    fn into_tuple(self) -> (String, Option<u16>) {
        (self.0.to_owned(), self.1)
    }
}

fn date(choice: usize) -> IssueDate {
    let (day, month, year) = [
        (Some(5), Some(1), Some(2026)),
        (Some(29), Some(6), Some(2026)),
        (None, Some(11), Some(2026)),
        (None, None, Some(2026)),
        (None, None, None),
    ][choice];
    IssueDate { day, month, year, ..IssueDate::default() }
}

fn name_bodies(plan: &mut Plan, kind: &str, names: usize) {
    let issuer = &mut plan.issuer;
    issuer.kind = kind.into();
    let (commune, province) = [
        ("xã Lương Minh", "tỉnh Nghệ An"),
        ("phường Buôn Ma Thuột", "tỉnh Bà Rịa - Vũng Tàu"),
        ("phường 1", "thành phố Hồ Chí Minh"),
    ][names];
    (issuer.commune, issuer.province) = (commune.into(), province.into());
    let (superior, issuing) = match (kind, names) {
        ("phong" | "khac-nha-nuoc", 0) => ("Ủy ban nhân dân xã Lương Minh", "Phòng Kinh tế"),
        ("phong" | "khac-nha-nuoc", 1) => (
            "ỦY BAN NHÂN DÂN\nPHƯỜNG BUÔN MA THUỘT",
            "Trung tâm Phục vụ hành chính công phường Buôn Ma Thuột",
        ),
        ("phong" | "khac-nha-nuoc", _) => (
            "ỦY BAN NHÂN DÂN PHƯỜNG SÀI GÒN THÀNH PHỐ HỒ CHÍ MINH",
            "TRƯỜNG TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ DÂN TỘC NỘI TRÚ NGUYỄN VIẾT XUÂN",
        ),
        ("hoi", 0) => ("Hội Nông dân tỉnh Nghệ An", "Ban Thường vụ Hội Nông dân xã Lương Minh"),
        ("hoi", _) => (
            "HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM TỈNH BÀ RỊA - VŨNG TÀU",
            "BAN THƯỜNG VỤ HỘI LIÊN HIỆP PHỤ NỮ PHƯỜNG BUÔN MA THUỘT",
        ),
        ("mttq", 2) => (
            "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM THÀNH PHỐ HỒ CHÍ MINH",
            "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM PHƯỜNG SÀI GÒN",
        ),
        ("dang-uy", 2) => ("ĐẢNG BỘ THÀNH PHỐ HỒ CHÍ MINH", "ĐẢNG ỦY PHƯỜNG BẢY HIỀN, THÀNH PHỐ HỒ CHÍ MINH"),
        ("chi-bo", 2) => ("ĐẢNG BỘ PHƯỜNG BUÔN MA THUỘT", "CHI BỘ TRƯỜNG TRUNG HỌC CƠ SỞ NGUYỄN TRƯỜNG TỘ"),
        _ => ("", ""),
    };
    (issuer.superior, issuer.issuing) = (superior.into(), issuing.into());
    if names == 2 {
        plan.place = "Thành phố Hồ Chí Minh".into();
    }
    if NAMELESS.contains(&kind) {
        plan.symbol = ["KH-PKT", "KH-TTHCC", "KH-THCSNVX"][names].into();
    }
}

fn sign(plan: &mut Plan, kind: &str, names: usize) {
    let form = plan.signature.form;
    let signature = &mut plan.signature;
    signature.name = ["Vi Thị Hoa", "Nguyễn Văn An", "Nguyễn Hoàng Phương Thảo Nguyên"][names].into();
    let (authority, title) = match form {
        _ if !matches!(kind, "phong" | "khac-nha-nuoc") => ("", ""),
        SigningForm::Head => ("", "Trưởng phòng"),
        SigningForm::Deputy => ("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"),
        SigningForm::ByOrder => ("TL. TRƯỞNG PHÒNG", "Phó Chánh Văn phòng"),
        SigningForm::Authorised => ("TUQ. TRƯỞNG PHÒNG", "CHUYÊN VIÊN"),
        SigningForm::Acting => ("", "Q. TRƯỞNG PHÒNG"),
    };
    (signature.authority, signature.title) = (authority.into(), title.into());
    let by_another = matches!(form, SigningForm::ByOrder | SigningForm::Authorised);
    if by_another && (names == 2 || !matches!(kind, "ubnd" | "hdnd" | "dang-uy")) {
        signature.title = "Phó Chánh Văn phòng\nkiêm Trưởng bộ phận Tổng hợp".into();
    }
}

fn add_bases(plan: &mut Plan, count: usize) {
    let texts = [
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
        "Căn cứ Nghị quyết số 27-NQ/TW ngày 09/11/2022 của Ban Chấp hành Trung ương Đảng khóa XIII về tiếp tục xây \
         dựng và hoàn thiện Nhà nước pháp quyền xã hội chủ nghĩa Việt Nam trong giai đoạn mới;",
        "- Căn cứ Điều 5 Quy chế làm việc;",
        "Căn cứ Kế hoạch số 155-KH/TU ngày 02/3/2026 của Tỉnh ủy,",
    ];
    plan.bases =
        texts[..count].iter().map(|text| Basis { text: (*text).into(), ..Basis::default() }).collect();
}

const TEXT: &str = "Tuyên truyền, phổ biến, quán triệt sâu rộng nội dung Nghị quyết số 27-NQ/TW ngày 09/11/2022 đến \
    cán bộ, đảng viên, công chức, viên chức và các tầng lớp Nhân dân trên địa bàn, gắn với Điều 5 của Quy chế.";

/// Three sections with every level, titled and not, tasks among them.
fn write_body(plan: &mut Plan, long: bool, names: usize) {
    plan.subject = [
        "tuyên truyền, triển khai thực hiện Nghị quyết số 27-NQ/TW",
        "thực hiện Cuộc vận động “Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh” trên địa bàn năm 2026",
        "tổ chức ngày hội",
    ][names]
        .into();
    if plan.format != FormatKey::PARTY {
        let mut letters = plan.subject.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        plan.subject = first.chain(letters).collect();
    }
    plan.opening =
        "Thực hiện Kế hoạch số 155-KH/TU ngày 02/3/2026 của Tỉnh ủy, cơ quan ban hành Kế hoạch như sau:"
            .into();
    plan.closing = if long {
        format!("Trên đây là Kế hoạch thực hiện; nhiệm vụ phân công tại Phụ lục kèm theo. {TEXT}")
    } else {
        "Trên đây là Kế hoạch, có phụ lục kèm theo.".into()
    };
    let task = || {
        let task = Task {
            lead: "Ban Xây dựng Đảng".into(),
            support: "Ủy ban MTTQ Việt Nam xã".into(),
            deadline: "trước ngày 30/7/2026".into(),
            deliverable: "Báo cáo".into(),
            ..Task::default()
        };
        Some(task)
    };
    let item = |level, title: &str, text: &str| Item {
        level,
        title: title.into(),
        text: text.into(),
        ..Item::default()
    };
    let points = (1..=6)
        .map(|i| item(Level::Point, "", &format!("Nội dung thứ {i}: thực hiện Điều {i} của Quy chế.")));
    let purpose = vec![item(Level::Clause, "Mục đích", TEXT), item(Level::Clause, "Yêu cầu", TEXT)];
    let mut content = vec![
        item(Level::Clause, "Công tác tuyên truyền", ""),
        item(Level::Subclause, "Hình thức", TEXT),
        item(Level::Subclause, "", "Qua hệ thống truyền thanh cơ sở."),
        item(Level::Point, "Tại thôn, bản", "Họp dân."),
        Item { task: task(), ..item(Level::Clause, "", TEXT) },
    ];
    content.extend(points);
    content.push(item(Level::Dash, "", "Thường xuyên kiểm tra, giám sát."));
    content.push(item(Level::Text, "", "Kinh phí bảo đảm theo quy định."));
    content.push(Item { task: task(), ..item(Level::Clause, "Giám sát, phản biện xã hội", "") });
    let organisation =
        vec![item(Level::Clause, "", TEXT), item(Level::Clause, "", "Báo cáo trước ngày 15/12/2026.")];
    for (title, items) in
        [("Mục đích, yêu cầu", purpose), ("NỘI DUNG, NHIỆM VỤ", content), ("TỔ CHỨC THỰC HIỆN", organisation)]
    {
        plan.sections.push(Section { title: title.into(), items, ..Section::default() });
    }
    for (name, note) in [
        ("Thường trực Đảng ủy xã", "để báo cáo"),
        ("Như trên;", ""),
        ("- Các ban, ngành, đoàn thể xã và các thôn, bản", ""),
    ] {
        plan.recipients.push(Recipient { name: name.into(), note: note.into(), ..Recipient::default() });
    }
}

fn appendices(choice: usize) -> Vec<Appendix> {
    use Orientation::{Landscape, Portrait};
    let rows = || {
        let row = |i: usize| TaskRow {
            content: format!("Nhiệm vụ thứ {i}. {TEXT}"),
            task: Task {
                lead: "Chi bộ bản Minh Phương".into(),
                support: if i == 2 {
                    "Mặt trận và các tổ chức chính trị - xã hội".into()
                } else {
                    String::new()
                },
                deadline: "trước ngày 30/7/2026".into(),
                ..Task::default()
            },
            note: if i == 3 { "Đã có kinh phí".into() } else { String::new() },
            ..TaskRow::default()
        };
        (1..=3).map(row).collect()
    };
    let appendix = |title: &str, orientation, table| Appendix {
        title: title.into(),
        text: if table == TableSource::Tasks { String::new() } else { TEXT.into() },
        orientation,
        table,
        rows: if table == TableSource::Rows { rows() } else { Vec::new() },
        ..Appendix::default()
    };
    let shares = "Phân công nhiệm vụ thực hiện Kế hoạch và thời hạn hoàn thành của từng cơ quan, đơn vị";
    match choice {
        0 => vec![],
        1 => vec![appendix("Danh mục công trình", Portrait, TableSource::Rows)],
        2 => vec![appendix(shares, Landscape, TableSource::Tasks)],
        3 => vec![
            appendix(shares, Landscape, TableSource::Tasks),
            appendix("Đề cương báo cáo", Portrait, TableSource::None),
        ],
        _ => vec![
            appendix("Danh mục công trình", Portrait, TableSource::Rows),
            appendix(shares, Landscape, TableSource::Rows),
        ],
    }
}
