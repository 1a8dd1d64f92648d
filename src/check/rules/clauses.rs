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
/// Phụ lục.
pub const APPENDIX: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III, khoản 1";
/// The Party's form.
pub const PARTY: &str = "Quy định 399-QĐ/TW, Hướng dẫn 05-HD/VPTW (thể thức văn bản của Đảng)";
/// Two-level local government.
pub const TWO_LEVELS: &str =
    "Luật Tổ chức chính quyền địa phương số 72/2025/QH15 (chính quyền hai cấp từ 01/7/2025)";
/// What stands in one document has to agree.
pub const AGREEMENT: &str = "Một văn bản được viện dẫn chỉ có một số, một ngày, một cơ quan ban hành";
/// What one and the same text says of itself has to agree.
pub const ITSELF: &str = "Trích yếu, phần mở đầu và phần kết của một kế hoạch phải nói cùng một việc";
/// The calendar.
pub const CALENDAR: &str = "Ngày, tháng phải có trong lịch";
/// What plans say of each task.
pub const TASKS: &str = "Kế hoạch phải rõ người, rõ việc, rõ thời gian, rõ kết quả";
/// Names of other places.
pub const OWN_PLACE: &str = "Tên địa phương khác trong kế hoạch thường là chữ còn sót của bản được chép";
/// The list of units.
pub const LIST: &str = "Quyết định số 19/2025/QĐ-TTg: danh mục đơn vị hành chính";
/// Names of days.
pub const HOLIDAY: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 5 và điểm b khoản 8";
/// Common nouns.
pub const COMMON: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II: danh từ chung viết thường";
/// Punctuation.
pub const MARKS: &str = "Quy tắc dấu câu tiếng Việt";
/// Forms that are all right, and wrong side by side.
pub const ONE_WAY: &str = "Một văn bản viết một cách";
/// Figures of one text.
pub const FIGURES: &str = "Số liệu trong văn bản phải khớp nhau";
