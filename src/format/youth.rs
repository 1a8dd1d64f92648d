//! The family of Đoàn TNCS Hồ Chí Minh: header and margins by its guide of 2013
//! (the-thuc.md, section 2), which was not read; everything else as the Front's.

use super::*;

const GUIDE: Source = Source {
    clause: "Hướng dẫn của Trung ương Đoàn, 2013 (chưa đối chiếu bản gốc)",
    confidence: Confidence::Unconfirmed,
};

const FRONT: Format = front::FORMAT;

/// The family `youth`.
pub const FORMAT: Format = Format {
    key: "youth",
    name: "Đoàn TNCS Hồ Chí Minh",
    authority: "Hướng dẫn thể thức văn bản của Đoàn (2013)",
    page: PageRules {
        top: Span::exactly(Twips::mm(20)),
        bottom: Span::exactly(Twips::mm(20)),
        left: Span::exactly(Twips::mm(30)),
        right: Span::exactly(Twips::mm(20)),
        source: GUIDE,
        ..FRONT.page
    },
    emblem: Emblem {
        title: "ĐOÀN TNCS HỒ CHÍ MINH",
        title_type: TypeRule::upright(Span::exactly(HalfPt::pt(15)), GUIDE).bold(),
        motto: None,
    },
    under_issuing: Underscore::Text("***"),
    number: NumberRules { separator: "-", ..FRONT.number },
    bodies: &[BodyKind {
        key: "doan",
        name: "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
        superior: "ĐOÀN {tỉnh}",
        issuing: "BAN CHẤP HÀNH ĐOÀN {xã}",
        symbol: "KH/ĐTN",
        in_text: "Ban Chấp hành Đoàn {xã}",
        collective: "BAN CHẤP HÀNH",
        head: "BÍ THƯ",
        deputy: "PHÓ BÍ THƯ",
        retention: "Lưu: VP",
        recipients: "Ban Thường vụ {Tỉnh} đoàn|để báo cáo
Thường trực Đảng ủy {cấp xã}|để báo cáo
Ban Thường trực Ủy ban MTTQ Việt Nam {cấp xã}|để phối hợp
Các chi đoàn|để thực hiện",
        ..BodyKind::NONE
    }],
    ..FRONT
};
