//! The Front's family: Quyết định 207/QĐ-MTTW-BTT (29/8/2025). Its table of sizes was
//! not available: these are the State's, as commune documents of 2025–2026 use them.

use super::*;

const MTTW_207: Source = Source {
    clause: "QĐ 207/QĐ-MTTW-BTT (cỡ chữ theo NĐ 30/2020/NĐ-CP, chưa đối chiếu bản gốc)",
    confidence: Confidence::Unconfirmed,
};

const fn unconfirmed(rule: TypeRule) -> TypeRule {
    TypeRule { source: MTTW_207, ..rule }
}

const fn stamp(stamp: Stamp) -> Stamp {
    Stamp { letters: unconfirmed(stamp.letters), ..stamp }
}

const STATE: Format = nd30::FORMAT;

/// The family `front`.
pub const FORMAT: Format = Format {
    key: "front",
    name: "Mặt trận, đoàn thể",
    authority: "Quyết định 207/QĐ-MTTW-BTT",
    page: PageRules { source: MTTW_207, number: unconfirmed(STATE.page.number), ..STATE.page },
    superior: unconfirmed(STATE.superior),
    issuing: unconfirmed(STATE.issuing),
    number: NumberRules { letters: unconfirmed(STATE.number.letters), ..STATE.number },
    place_date: unconfirmed(STATE.place_date),
    title: unconfirmed(STATE.title),
    subject: unconfirmed(STATE.subject),
    // The sources do not agree (the-thuc.md, section 9).
    under_subject: OneOf::first(&[Underscore::Line(0.4), Underscore::Text("-----")]),
    basis: BasisRules { letters: unconfirmed(STATE.basis.letters), ..STATE.basis },
    body: BodyRules {
        letters: unconfirmed(STATE.body.letters),
        section: unconfirmed(STATE.body.section),
        item_title: unconfirmed(STATE.body.item_title),
        source: MTTW_207,
        ..STATE.body
    },
    signature: SignatureRules {
        authority: unconfirmed(STATE.signature.authority),
        title: unconfirmed(STATE.signature.title),
        name: unconfirmed(STATE.signature.name),
        ..STATE.signature
    },
    recipients: RecipientRules {
        heading: unconfirmed(STATE.recipients.heading),
        list: unconfirmed(STATE.recipients.list),
        ..STATE.recipients
    },
    appendix: AppendixRules {
        label: unconfirmed(STATE.appendix.label),
        title: unconfirmed(STATE.appendix.title),
        reference: unconfirmed(STATE.appendix.reference),
        ..STATE.appendix
    },
    markings: MarkingRules {
        urgency: stamp(STATE.markings.urgency),
        circulation: stamp(STATE.markings.circulation),
        drafter: unconfirmed(STATE.markings.drafter),
        address: unconfirmed(STATE.markings.address),
        ..STATE.markings
    },
    bodies: &[
        BodyKind {
            key: "mttq",
            name: "Ủy ban Mặt trận Tổ quốc Việt Nam",
            issuing: "ỦY BAN MTTQ VIỆT NAM\n{xã}",
            standing: "BAN THƯỜNG TRỰC",
            symbol: "KH-MTTQ-BTT",
            in_text: "Ban Thường trực Ủy ban MTTQ Việt Nam {xã}",
            collective: "BAN THƯỜNG TRỰC",
            head: "CHỦ TỊCH",
            deputy: "PHÓ CHỦ TỊCH",
            recipients: "Ban Thường trực Ủy ban MTTQ Việt Nam {cấp tỉnh}|để báo cáo
Thường trực Đảng ủy {cấp xã}|để báo cáo
Thường trực Hội đồng nhân dân, Ủy ban nhân dân {cấp xã}|để phối hợp
Các tổ chức thành viên của Mặt trận {cấp xã}|để thực hiện
Các ban công tác Mặt trận|để thực hiện",
            ..BodyKind::NONE
        },
        BodyKind {
            key: "hoi",
            name: "Hội, đoàn thể (Phụ nữ, Nông dân, Cựu chiến binh …)",
            collective: "BAN THƯỜNG VỤ",
            head: "CHỦ TỊCH",
            deputy: "PHÓ CHỦ TỊCH",
            recipients: "Thường trực Đảng ủy {cấp xã}|để báo cáo
Ban Thường trực Ủy ban MTTQ Việt Nam {cấp xã}|để báo cáo
Các chi hội|để thực hiện",
            ..BodyKind::NONE
        },
    ],
    ..STATE
};
