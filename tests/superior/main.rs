//! From the superior's plan to the commune's: real plans and made-up ones as sources.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod any;
mod citing;
mod composing;
mod names;
mod tasks;

use ke_hoach::format::FormatKey;
use ke_hoach::import;
use ke_hoach::plan::{Appendix, Issuer, Plan, RowId, TableSource, Task, TaskRow};
use ke_hoach::superior::{Chosen, Wishes};

const NAM_DINH: &str = include_str!("../plans/mttq-tinh-nam-dinh-nq27.txt");
const BINH_DINH: &str = include_str!("../plans/dang-uy-khoi-binh-dinh-nq27.txt");
const NINH_BINH: &str = include_str!("../plans/mttq-tinh-ninh-binh-de-an.txt");

/// A made-up plan of a province, as one pastes it.
const NGHE_AN: &str = "\
ỦY BAN NHÂN DÂN
TỈNH NGHỆ AN

Số: 152/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Nghệ An, ngày 05 tháng 02 năm 2026

KẾ HOẠCH
Chuyển đổi số trên địa bàn tỉnh Nghệ An năm 2026

Căn cứ Luật Giao dịch điện tử;
Ủy ban nhân dân tỉnh Nghệ An ban hành Kế hoạch như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Đưa dịch vụ số đến từng thôn bản; tạo chuyển biến rõ rệt.
II. NỘI DUNG, NHIỆM VỤ
1. Hạ tầng số
a) Sở Khoa học và Công nghệ xóa các điểm lõm sóng trên địa bàn tỉnh; hoàn thành trước ngày 30/7/2026.
b) Công an tỉnh phối hợp Công an tỉnh Thanh Hóa cấp định danh điện tử.
2. Kỹ năng số
- Các xã, phường lập tổ công nghệ số cộng đồng theo Kế hoạch số 12/KH-UBND ngày 03/01/2026 của Ủy ban nhân dân tỉnh Nghệ An.
- Thi đua “toàn tỉnh học số” trong tháng 10.
III. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ
- Theo dõi thi đua khen thưởng.
2. Ủy ban nhân dân các xã, phường
- Bố trí cán bộ trực hỗ trợ người dân; báo cáo Ủy ban nhân dân tỉnh chậm nhất ngày 15 tháng 12 năm 2026.
Trên đây là Kế hoạch chuyển đổi số./.
";

fn read(source: &str) -> Plan {
    import::text(source).plan
}

/// The plan of the province with a table of tasks as its appendix.
fn with_table() -> Plan {
    let mut plan = read(NGHE_AN);
    let row = |plan: &mut Plan, content: &str, lead: &str, support: &str, deadline: &str| {
        let (lead, support, deadline) = (lead.into(), support.into(), deadline.into());
        let task = Task { lead, support, deadline, ..Task::default() };
        TaskRow { id: plan.new_row(), content: content.into(), task, ..TaskRow::default() }
    };
    let rows = vec![
        row(&mut plan, "Hạ tầng", "", "", ""),
        row(
            &mut plan,
            "Lắp trạm phát sóng",
            "Sở Khoa học và Công nghệ",
            "Sở Nội vụ, Sở Y tế và UBND tỉnh",
            "Quý III/2026",
        ),
        row(&mut plan, "Mở lớp tập huấn", "UBND các xã, phường", "Sở Tài chính", "Thường xuyên"),
    ];
    let id = plan.new_row();
    plan.appendices.push(Appendix { id, table: TableSource::Rows, rows, ..Appendix::default() });
    plan
}

fn commune(format: &str, kind: &str, province: &str, commune: &str) -> Wishes {
    let issuer =
        Issuer { kind: kind.into(), province: province.into(), commune: commune.into(), ..Issuer::default() };
    Wishes { format: FormatKey(format.to_owned().into()), issuer, year: Some(2026), ..Wishes::default() }
}

fn state() -> Wishes {
    commune("nd30", "ubnd", "tỉnh Nghệ An", "xã Lương Minh")
}

fn offers(source: &Plan, wishes: &Wishes) -> Vec<ke_hoach::superior::Offer> {
    ke_hoach::superior::offers(source, &wishes.format.0, &wishes.issuer.commune)
}

fn choose(rows: impl IntoIterator<Item = RowId>) -> Vec<Chosen> {
    rows.into_iter().map(|row| Chosen { row, ..Chosen::default() }).collect()
}
