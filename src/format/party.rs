//! The Party's family: Quy định 399-QĐ/TW (09/01/2026) and Hướng dẫn 05-HD/VPTW (27/5/2026).
//! Three independent secondary sources agree on the numbers; the original was not read.

use super::*;

const HD05: Source =
    Source { clause: "Hướng dẫn 05-HD/VPTW (27/5/2026)", confidence: Confidence::Secondary };
const PRACTICE: Source = Source {
    clause: "Hướng dẫn 05-HD/VPTW: chưa đối chiếu bản gốc",
    confidence: Confidence::Unconfirmed,
};

const fn pt(min: u16, max: u16, default: u16) -> Span<HalfPt> {
    Span::between(HalfPt::pt(min), HalfPt::pt(max), HalfPt::pt(default))
}

const fn fixed(size: u16) -> TypeRule {
    TypeRule::upright(Span::exactly(HalfPt::pt(size)), HD05)
}

/// The family `party`.
pub const FORMAT: Format = Format {
    key: "party",
    name: "Đảng",
    authority: "Hướng dẫn 05-HD/VPTW",
    page: PageRules {
        top: Span::exactly(Twips::mm(20)),
        bottom: Span::exactly(Twips::mm(20)),
        left: Span::exactly(Twips::mm(30)),
        right: Span::exactly(Twips::mm(15)),
        source: HD05,
        number: fixed(14),
        number_distance: Twips::mm(10),
    },
    emblem: Emblem { title: "ĐẢNG CỘNG SẢN VIỆT NAM", title_type: fixed(15).bold(), motto: None },
    superior: fixed(14).caps(),
    issuing: fixed(14).caps().bold(),
    under_issuing: Underscore::Text("*"),
    number: NumberRules { prefix: "Số ", separator: "-", letters: fixed(14) },
    place_date: fixed(14).italic(),
    title: TypeRule::upright(pt(15, 16, 16), HD05).bold().caps(),
    subject: TypeRule::upright(pt(14, 15, 14), HD05).bold(),
    under_subject: OneOf::first(&[Underscore::Text("-----")]),
    basis: BasisRules {
        mark: "- ",
        end: ';',
        // The sources do not agree (the-thuc.md, section 9).
        last_end: OneOf::first(&['.', ',']),
        letters: TypeRule::upright(pt(14, 15, 14), HD05),
    },
    body: BodyRules {
        letters: TypeRule::upright(pt(14, 15, 14), HD05),
        section: TypeRule::upright(pt(14, 15, 14), HD05).bold().caps(),
        item_title: TypeRule::upright(pt(14, 15, 14), HD05).bold(),
        first_line: OneOf::first(&[Twips::mm(10)]),
        section_mark: OneOf::first(&[".", "-"]),
        heading: OneOf::first(&nd30::HEADINGS),
        before: Span::between(Twips::pt(6), Twips::pt(12), Twips::pt(6)),
        line: Span::between(
            LineRule::Exactly(Twips::pt(18)),
            LineRule::Exactly(Twips::pt(22)),
            LineRule::Exactly(Twips::pt(18)),
        ),
        task_details: TaskDetails::OPEN,
        end_mark: ".",
        source: HD05,
    },
    signature: SignatureRules {
        authority: fixed(14).bold().caps(),
        title: fixed(14).caps(),
        name: fixed(14).bold(),
        // No K/T inside a cấp ủy: a phó bí thư signs T/M … / PHÓ BÍ THƯ.
        codes: SigningCodes {
            collective: "T/M ",
            deputy: "K/T ",
            deputy_for_collective: false,
            by_order: "T/L ",
            authorised: "",
            acting: "Q. ",
        },
    },
    recipients: RecipientRules {
        heading: fixed(14).underlined(),
        list: fixed(12),
        end: OneOf::first(&[';', ',']),
        retention: "Lưu Văn phòng Đảng ủy",
    },
    appendix: AppendixRules {
        label: TypeRule::upright(pt(14, 15, 14), PRACTICE).bold(),
        title: TypeRule::upright(pt(14, 15, 14), PRACTICE).bold().caps(),
        reference: TypeRule::upright(pt(13, 14, 14), PRACTICE).italic(),
        cell: TypeRule::upright(pt(12, 14, 12), PRACTICE),
    },
    markings: MarkingRules {
        draft: fixed(14).italic(),
        urgency: Stamp { letters: fixed(14).bold().caps(), framed: false },
        circulation: Stamp { letters: fixed(12).bold().caps(), framed: false },
        drafter: fixed(11),
        address: fixed(10),
    },
    tone: OneOf::first(&nd30::TONES),
    bodies: &[
        BodyKind {
            key: "dang-uy",
            name: "Đảng ủy",
            superior: "ĐẢNG BỘ {tỉnh}",
            issuing: "ĐẢNG ỦY {xã}",
            symbol: "KH/ĐU",
            in_text: "Ban Thường vụ Đảng ủy {xã}",
            collective: "BAN THƯỜNG VỤ",
            head: "BÍ THƯ",
            deputy: "PHÓ BÍ THƯ",
            by_order: "CHÁNH VĂN PHÒNG",
            recipients: "Ban Thường vụ {Tỉnh} ủy|để báo cáo
Thường trực Hội đồng nhân dân, Ủy ban nhân dân {cấp xã}
Ủy ban MTTQ Việt Nam {cấp xã}
Các ban, Văn phòng Đảng ủy|để thực hiện
Các chi bộ, đảng bộ trực thuộc|để thực hiện",
            ..BodyKind::NONE
        },
        BodyKind {
            key: "chi-bo",
            name: "Chi bộ",
            superior: "ĐẢNG BỘ {xã}",
            issuing: "CHI BỘ",
            symbol: "KH/CB",
            collective: "CHI BỘ",
            head: "BÍ THƯ",
            deputy: "PHÓ BÍ THƯ",
            retention: "Lưu Chi bộ",
            recipients: "Thường trực Đảng ủy {cấp xã}|để báo cáo
Đảng viên trong chi bộ|để thực hiện",
            ..BodyKind::NONE
        },
        BodyKind {
            key: "van-phong-dang-uy",
            name: "Văn phòng, ban của Đảng ủy",
            superior: "ĐẢNG ỦY {xã}",
            issuing: "VĂN PHÒNG",
            symbol: "KH/VPĐU",
            in_text: "Văn phòng Đảng ủy {xã}",
            head: "CHÁNH VĂN PHÒNG",
            deputy: "PHÓ CHÁNH VĂN PHÒNG",
            recipients: "Thường trực Đảng ủy {cấp xã}|để báo cáo
Các ban của Đảng ủy|để phối hợp
Các chi bộ, đảng bộ trực thuộc|để thực hiện",
            ..BodyKind::NONE
        },
    ],
};
