//! The State's family: Nghị định 30/2020/NĐ-CP, Phụ lục I, read in the original.

use super::*;

const fn clause(clause: &'static str) -> Source {
    Source { clause, confidence: Confidence::Original }
}

const fn pt(min: u16, max: u16, default: u16) -> Span<HalfPt> {
    Span::between(HalfPt::pt(min), HalfPt::pt(max), HalfPt::pt(default))
}

const GENERAL: Source = clause("NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I, khoản 3");
const PAGE_NUMBER: Source = clause("NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I, khoản 7");
const EMBLEM: Source = clause("NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 1");
const ISSUER: Source = clause("NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 2, điểm b");
const NUMBER: Source = clause("NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 3, điểm c");
const DATE: Source = clause("NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 4, điểm c");
const TITLE: Source = clause("NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 5, điểm b");
const BASIS: Source = clause("NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 6, điểm a");
const LEVELS: Source = clause("NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 6, điểm đ");
const BODY: Source = clause("NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 6, điểm e");
const SIGNATURE: Source = clause("NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 7, điểm đ");
const RECIPIENTS: Source = clause("NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 9, điểm d");
const APPENDIX: Source = clause("NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III, khoản 1");

const MARKS: Source = clause("NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III, khoản 2");
const DRAFTER: Source = clause("NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III, khoản 3");
const ADDRESS: Source = clause("NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III, khoản 4");
/// The rules say nothing of the letters in a table, nor of the mark of a draft.
const CELL: Source =
    Source { clause: "Cỡ chữ trong bảng: theo thực tế", confidence: Confidence::Unconfirmed };
const PRACTICE: Source =
    Source { clause: "Dấu dự thảo: theo thực tế", confidence: Confidence::Unconfirmed };

/// The text gives headings of sections no alignment (the-thuc.md, section 9).
pub(super) const HEADINGS: [HeadingPlace; 3] =
    [HeadingPlace::Indented, HeadingPlace::Left, HeadingPlace::Centred];

/// Both are written (the-thuc.md, section 9).
pub(super) const TONES: [ToneStyle; 2] = [ToneStyle::First, ToneStyle::Second];

/// The family `nd30`.
pub const FORMAT: Format = Format {
    key: "nd30",
    name: "Nhà nước",
    authority: "Nghị định 30/2020/NĐ-CP",
    page: PageRules {
        top: Span::between(Twips::mm(20), Twips::mm(25), Twips::mm(20)),
        bottom: Span::between(Twips::mm(20), Twips::mm(25), Twips::mm(20)),
        left: Span::between(Twips::mm(30), Twips::mm(35), Twips::mm(30)),
        right: Span::between(Twips::mm(15), Twips::mm(20), Twips::mm(15)),
        source: GENERAL,
        number: TypeRule::upright(pt(13, 14, 14), PAGE_NUMBER),
        number_distance: Twips::mm(10),
    },
    emblem: Emblem {
        title: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        title_type: TypeRule::upright(pt(12, 13, 13), EMBLEM).bold(),
        motto: Some(("Độc lập - Tự do - Hạnh phúc", TypeRule::upright(pt(13, 14, 14), EMBLEM).bold())),
    },
    superior: TypeRule::upright(pt(12, 13, 13), ISSUER).caps(),
    issuing: TypeRule::upright(pt(12, 13, 13), ISSUER).caps().bold(),
    under_issuing: Underscore::Line(0.4),
    number: NumberRules {
        prefix: "Số: ",
        separator: "/",
        letters: TypeRule::upright(Span::exactly(HalfPt::pt(13)), NUMBER),
    },
    place_date: TypeRule::upright(pt(13, 14, 14), DATE).italic(),
    title: TypeRule::upright(pt(13, 14, 14), TITLE).bold().caps(),
    subject: TypeRule::upright(pt(13, 14, 14), TITLE).bold(),
    under_subject: OneOf::first(&[Underscore::Line(0.4)]),
    basis: BasisRules {
        mark: "",
        end: ';',
        last_end: OneOf::first(&['.']),
        letters: TypeRule::upright(pt(13, 14, 14), BASIS).italic(),
    },
    body: BodyRules {
        letters: TypeRule::upright(pt(13, 14, 14), BODY),
        section: TypeRule::upright(pt(13, 14, 14), LEVELS).bold().caps(),
        item_title: TypeRule::upright(pt(13, 14, 14), LEVELS).bold(),
        first_line: OneOf::first(&[Twips::mm10(127), Twips::mm(10)]),
        section_mark: OneOf::first(&["."]),
        heading: OneOf::first(&HEADINGS),
        before: Span::between(Twips::pt(6), Twips::pt(12), Twips::pt(6)),
        line: Span::between(LineRule::Multiple(100), LineRule::Multiple(150), LineRule::Multiple(100)),
        task_details: TaskDetails::OPEN,
        end_mark: "./.",
        source: BODY,
    },
    signature: SignatureRules {
        authority: TypeRule::upright(pt(13, 14, 14), SIGNATURE).bold().caps(),
        title: TypeRule::upright(pt(13, 14, 14), SIGNATURE).bold().caps(),
        name: TypeRule::upright(pt(13, 14, 14), SIGNATURE).bold(),
        codes: SigningCodes {
            collective: "TM. ",
            deputy: "KT. ",
            deputy_for_collective: true,
            by_order: "TL. ",
            authorised: "TUQ. ",
            acting: "Q. ",
        },
    },
    recipients: RecipientRules {
        heading: TypeRule::upright(Span::exactly(HalfPt::pt(12)), RECIPIENTS).bold().italic(),
        list: TypeRule::upright(Span::exactly(HalfPt::pt(11)), RECIPIENTS),
        end: OneOf::first(&[';']),
        retention: "Lưu: VT",
    },
    appendix: AppendixRules {
        label: TypeRule::upright(Span::exactly(HalfPt::pt(14)), APPENDIX).bold(),
        title: TypeRule::upright(pt(13, 14, 14), APPENDIX).bold().caps(),
        reference: TypeRule::upright(pt(13, 14, 14), APPENDIX).italic(),
        cell: TypeRule::upright(pt(11, 14, 12), CELL),
    },
    markings: MarkingRules {
        draft: TypeRule::upright(pt(13, 14, 14), PRACTICE).italic(),
        urgency: Stamp { letters: TypeRule::upright(pt(13, 14, 13), MARKS).bold().caps(), framed: true },
        circulation: Stamp { letters: TypeRule::upright(pt(13, 14, 13), MARKS).bold().caps(), framed: true },
        drafter: TypeRule::upright(Span::exactly(HalfPt::pt(11)), DRAFTER),
        address: TypeRule::upright(pt(11, 12, 11), ADDRESS),
    },
    tone: OneOf::first(&TONES),
    bodies: &[
        BodyKind {
            key: "ubnd",
            name: "Ủy ban nhân dân",
            issuing: "ỦY BAN NHÂN DÂN
{xã}",
            symbol: "KH-UBND",
            in_text: "Ủy ban nhân dân {xã}",
            collective: "ỦY BAN NHÂN DÂN",
            head: "CHỦ TỊCH",
            deputy: "PHÓ CHỦ TỊCH",
            by_order: "CHÁNH VĂN PHÒNG",
            recipients: "Ủy ban nhân dân {cấp tỉnh}|để báo cáo
Thường trực Đảng ủy {cấp xã}|để báo cáo
Thường trực Hội đồng nhân dân {cấp xã}|để báo cáo
Ủy ban MTTQ Việt Nam {cấp xã}|để phối hợp
Các phòng, trung tâm thuộc Ủy ban nhân dân {cấp xã}|để thực hiện
Các thôn, tổ dân phố|để thực hiện",
            ..BodyKind::NONE
        },
        BodyKind {
            key: "hdnd",
            name: "Hội đồng nhân dân",
            issuing: "HỘI ĐỒNG NHÂN DÂN
{xã}",
            symbol: "KH-HĐND",
            in_text: "Hội đồng nhân dân {xã}",
            collective: "HỘI ĐỒNG NHÂN DÂN",
            head: "CHỦ TỊCH",
            deputy: "PHÓ CHỦ TỊCH",
            by_order: "CHÁNH VĂN PHÒNG",
            recipients: "Thường trực Hội đồng nhân dân {cấp tỉnh}|để báo cáo
Thường trực Đảng ủy {cấp xã}|để báo cáo
Ủy ban nhân dân {cấp xã}|để phối hợp
Ủy ban MTTQ Việt Nam {cấp xã}|để phối hợp
Các ban của Hội đồng nhân dân {cấp xã}|để thực hiện
Đại biểu Hội đồng nhân dân {cấp xã}|để thực hiện",
            ..BodyKind::NONE
        },
        BodyKind {
            key: "phong",
            name: "Phòng, trung tâm, trường thuộc xã",
            superior: "ỦY BAN NHÂN DÂN
{xã}",
            recipients: "Ủy ban nhân dân {cấp xã}|để báo cáo",
            ..BodyKind::NONE
        },
        BodyKind { key: "khac-nha-nuoc", name: "Cơ quan nhà nước khác", ..BodyKind::NONE },
    ],
};
