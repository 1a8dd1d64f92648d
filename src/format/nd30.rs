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
    under_subject: Underscore::Line(0.4),
    basis: BasisRules {
        mark: "",
        end: ';',
        last_end: '.',
        letters: TypeRule::upright(pt(13, 14, 14), BASIS).italic(),
    },
    body: BodyRules {
        letters: TypeRule::upright(pt(13, 14, 14), BODY),
        section: TypeRule::upright(pt(13, 14, 14), LEVELS).bold().caps(),
        item_title: TypeRule::upright(pt(13, 14, 14), LEVELS).bold(),
        first_line: Span::between(Twips::mm(10), Twips::mm10(127), Twips::mm10(127)),
        before: Span::between(Twips::pt(6), Twips::pt(12), Twips::pt(6)),
        line: LineRule::Multiple(100),
        end_mark: "./.",
        source: BODY,
    },
    signature: SignatureRules {
        authority: TypeRule::upright(pt(13, 14, 14), SIGNATURE).bold().caps(),
        title: TypeRule::upright(pt(13, 14, 14), SIGNATURE).bold().caps(),
        name: TypeRule::upright(pt(13, 14, 14), SIGNATURE).bold(),
    },
    recipients: RecipientRules {
        heading: TypeRule::upright(Span::exactly(HalfPt::pt(12)), RECIPIENTS).bold().italic(),
        list: TypeRule::upright(Span::exactly(HalfPt::pt(11)), RECIPIENTS),
        end: ';',
        retention: "Lưu: VT",
    },
    appendix: AppendixRules {
        label: TypeRule::upright(Span::exactly(HalfPt::pt(14)), APPENDIX).bold(),
        title: TypeRule::upright(pt(13, 14, 14), APPENDIX).bold().caps(),
        reference: TypeRule::upright(pt(13, 14, 14), APPENDIX).italic(),
        cell: TypeRule::upright(
            pt(11, 14, 12),
            Source {
                clause: "Cỡ chữ trong bảng: theo thực tế", confidence: Confidence::Unconfirmed
            },
        ),
    },
};
