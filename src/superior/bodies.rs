//! Bodies of the superior's level and what stands for them in a commune.
//!
//! `{tỉnh}` is the common noun of the superior's unit (tỉnh, thành phố), `{ủy}` the first word of
//! its Party committee (Tỉnh, Thành), `{xã}` the user's unit; a target in braces alone depends on
//! its kind. A body without a target has no counterpart and is left alone as a whole, so that no
//! part of its name is taken for another body.

use crate::format::{Confidence, Source};

/// A body, its counterpart and where that stands.
pub struct Counterpart {
    /// The name at the superior's level.
    pub from: &'static str,
    /// The name in the commune; blank for none.
    pub to: &'static str,
    /// Where the counterpart stands and how sure it is.
    pub source: Source,
}

const fn secondary(clause: &'static str) -> Source {
    Source { clause, confidence: Confidence::Secondary }
}

const fn proposal(clause: &'static str) -> Source {
    Source { clause, confidence: Confidence::Unconfirmed }
}

const LAW: Source =
    secondary("Luật Tổ chức chính quyền địa phương số 72/2025/QH15: chính quyền địa phương hai cấp");
const OFFICE: Source = secondary("Nghị định 150/2025/NĐ-CP: Văn phòng HĐND và UBND cấp xã");
/// Since 31/12/2025 the province settles number and names of the divisions.
const DIVISION: Source = proposal(
    "Nghị định 150/2025/NĐ-CP; tên phòng do UBND cấp tỉnh quyết định theo Nghị định 370/2025/NĐ-CP (đề xuất)",
);
const PARTY: Source = secondary("Quy định 298-QĐ/TW ngày 09/6/2025 (đảng ủy xã, phường, đặc khu)");
const PARTY_OFFICE: Source =
    secondary("Quy định 299-QĐ/TW ngày 09/6/2025 (cơ quan giúp việc đảng ủy xã, phường, đặc khu)");
const FRONT: Source = secondary("Luật Mặt trận Tổ quốc Việt Nam: Ủy ban MTTQ Việt Nam cấp xã");
const UNIONS: Source = proposal("Điều lệ của đoàn thể: tổ chức ở cấp xã (đề xuất)");
const POLICE: Source = proposal("Tổ chức công an, quân sự hai cấp địa phương (đề xuất)");
const TERRITORY: Source =
    secondary("Luật Tổ chức chính quyền địa phương số 72/2025/QH15: đơn vị hành chính cấp xã");
const NONE: Source = proposal("Không có cơ quan tương ứng ở cấp xã");

const fn row(from: &'static str, to: &'static str, source: Source) -> Counterpart {
    Counterpart { from, to, source }
}

/// Every body, in no order: the longest name that fits is taken.
pub const ALL: [Counterpart; 65] = [
    row("Ủy ban nhân dân {tỉnh}", "Ủy ban nhân dân {xã}", LAW),
    row("UBND {tỉnh}", "UBND {xã}", LAW),
    row("Hội đồng nhân dân {tỉnh}", "Hội đồng nhân dân {xã}", LAW),
    row("HĐND {tỉnh}", "HĐND {xã}", LAW),
    row("Văn phòng Ủy ban nhân dân {tỉnh}", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {xã}", OFFICE),
    row("Văn phòng UBND {tỉnh}", "Văn phòng HĐND và UBND {xã}", OFFICE),
    row("Văn phòng Đoàn ĐBQH và HĐND {tỉnh}", "Văn phòng HĐND và UBND {xã}", OFFICE),
    row("Sở Tư pháp", "Văn phòng HĐND và UBND {xã}", DIVISION),
    row("Sở Ngoại vụ", "Văn phòng HĐND và UBND {xã}", DIVISION),
    row("Sở Nội vụ", "Phòng Văn hóa - Xã hội", DIVISION),
    row("Sở Giáo dục và Đào tạo", "Phòng Văn hóa - Xã hội", DIVISION),
    row("Sở Y tế", "Phòng Văn hóa - Xã hội", DIVISION),
    row("Sở Văn hóa, Thể thao và Du lịch", "Phòng Văn hóa - Xã hội", DIVISION),
    row("Sở Văn hóa và Thể thao", "Phòng Văn hóa - Xã hội", DIVISION),
    row("Sở Khoa học và Công nghệ", "Phòng Văn hóa - Xã hội", DIVISION),
    row("Sở Dân tộc và Tôn giáo", "Phòng Văn hóa - Xã hội", DIVISION),
    row("Sở Tài chính", "{kinh tế}", DIVISION),
    row("Sở Nông nghiệp và Môi trường", "{kinh tế}", DIVISION),
    row("Sở Công Thương", "{kinh tế}", DIVISION),
    row("Sở Xây dựng", "{kinh tế}", DIVISION),
    row("Trung tâm Phục vụ hành chính công {tỉnh}", "Trung tâm Phục vụ hành chính công {xã}", OFFICE),
    row("Công an {tỉnh}", "Công an {xã}", POLICE),
    row("Bộ Chỉ huy Quân sự {tỉnh}", "Ban Chỉ huy Quân sự {xã}", POLICE),
    row("Bộ CHQS {tỉnh}", "Ban CHQS {xã}", POLICE),
    row("{ủy} ủy", "Đảng ủy {xã}", PARTY),
    row("Đảng bộ {tỉnh}", "Đảng bộ {xã}", PARTY),
    row("Đại hội Đảng bộ {tỉnh}", "", NONE),
    row("Đại hội đại biểu Đảng bộ {tỉnh}", "", NONE),
    row("Đảng ủy Ủy ban nhân dân {tỉnh}", "", NONE),
    row("Đảng ủy UBND {tỉnh}", "", NONE),
    row("Đảng ủy các cơ quan Đảng {tỉnh}", "", NONE),
    row("Đảng ủy Công an {tỉnh}", "", NONE),
    row("Văn phòng {ủy} ủy", "Văn phòng Đảng ủy", PARTY_OFFICE),
    row("Ủy ban Kiểm tra {ủy} ủy", "Ủy ban Kiểm tra Đảng ủy", PARTY_OFFICE),
    row("Ban Tổ chức {ủy} ủy", "{tổ chức}", PARTY_OFFICE),
    row("Ban Tuyên giáo và Dân vận {ủy} ủy", "{tuyên giáo}", PARTY_OFFICE),
    row("Ban Nội chính {ủy} ủy", "", NONE),
    row("Ban Tuyên giáo {ủy} ủy", "", NONE),
    row("Ban Dân vận {ủy} ủy", "", NONE),
    row("Ủy ban Mặt trận Tổ quốc Việt Nam {tỉnh}", "Ủy ban Mặt trận Tổ quốc Việt Nam {xã}", FRONT),
    row("Ủy ban MTTQ Việt Nam {tỉnh}", "Ủy ban MTTQ Việt Nam {xã}", FRONT),
    row("Ủy ban Mặt trận Tổ quốc {tỉnh}", "Ủy ban Mặt trận Tổ quốc {xã}", FRONT),
    row("Ủy ban MTTQ {tỉnh}", "Ủy ban MTTQ {xã}", FRONT),
    row("Mặt trận Tổ quốc Việt Nam {tỉnh}", "Mặt trận Tổ quốc Việt Nam {xã}", FRONT),
    row("MTTQ Việt Nam {tỉnh}", "MTTQ Việt Nam {xã}", FRONT),
    row("Mặt trận Tổ quốc {tỉnh}", "Mặt trận Tổ quốc {xã}", FRONT),
    row("MTTQ {tỉnh}", "MTTQ {xã}", FRONT),
    row("Đại hội MTTQ Việt Nam {tỉnh}", "", NONE),
    row("Hội Liên hiệp Phụ nữ {tỉnh}", "Hội Liên hiệp Phụ nữ {xã}", UNIONS),
    row("Hội Liên hiệp Phụ nữ Việt Nam {tỉnh}", "Hội Liên hiệp Phụ nữ Việt Nam {xã}", UNIONS),
    row("Hội LHPN {tỉnh}", "Hội LHPN {xã}", UNIONS),
    row("Hội Nông dân {tỉnh}", "Hội Nông dân {xã}", UNIONS),
    row("Hội Nông dân Việt Nam {tỉnh}", "Hội Nông dân Việt Nam {xã}", UNIONS),
    row("Hội Cựu chiến binh {tỉnh}", "Hội Cựu chiến binh {xã}", UNIONS),
    row("Hội Cựu chiến binh Việt Nam {tỉnh}", "Hội Cựu chiến binh Việt Nam {xã}", UNIONS),
    row("{ủy} đoàn", "Đoàn {xã}", UNIONS),
    row("Đoàn Thanh niên {tỉnh}", "Đoàn Thanh niên {xã}", UNIONS),
    row("Đoàn TNCS Hồ Chí Minh {tỉnh}", "Đoàn TNCS Hồ Chí Minh {xã}", UNIONS),
    row("Đoàn Thanh niên Cộng sản Hồ Chí Minh {tỉnh}", "Đoàn Thanh niên Cộng sản Hồ Chí Minh {xã}", UNIONS),
    row("Liên đoàn Lao động {tỉnh}", "Công đoàn {xã}", UNIONS),
    row("trên địa bàn {tỉnh}", "trên địa bàn {xã}", TERRITORY),
    row("trên địa bàn toàn {tỉnh}", "trên địa bàn toàn {xã}", TERRITORY),
    row("trên phạm vi toàn {tỉnh}", "trên phạm vi toàn {xã}", TERRITORY),
    row("toàn {tỉnh}", "toàn {xã}", TERRITORY),
    row("trong {tỉnh}", "trong {xã}", TERRITORY),
];
