//! Clauses that several rules rest on.

/// Số, ký hiệu.
pub const SYMBOL: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 3";
/// Căn cứ and viện dẫn.
pub const CITING: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 6, điểm a và điểm c";
/// Địa danh, thời gian.
pub const DATE: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 4";
/// Quốc hiệu, tiêu ngữ.
pub const EMBLEM: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 1";
/// Tên loại, trích yếu.
pub const SUBJECT: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 5";
/// Phần, chương, mục, điều, khoản, điểm.
pub const LEVELS: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 6, điểm d và điểm đ";
/// Chức vụ, họ tên, chữ ký.
pub const SIGNING: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 7";
/// Nơi nhận.
pub const RECIPIENTS: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 9";
/// The Party's form.
pub const PARTY: &str = "Quy định 399-QĐ/TW, Hướng dẫn 05-HD/VPTW (thể thức văn bản của Đảng)";
/// What stands in one document has to agree.
pub const AGREEMENT: &str = "Một văn bản được viện dẫn chỉ có một số, một ngày, một cơ quan ban hành";
/// The calendar.
pub const CALENDAR: &str = "Ngày, tháng phải có trong lịch";
