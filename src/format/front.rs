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

const STATE: Format = nd30::FORMAT;

/// The family `front`.
pub const FORMAT: Format = Format {
    key: "front",
    name: "Mặt trận, đoàn thể",
    authority: "Quyết định 207/QĐ-MTTW-BTT",
    superior: unconfirmed(STATE.superior),
    issuing: unconfirmed(STATE.issuing),
    place_date: unconfirmed(STATE.place_date),
    title: unconfirmed(STATE.title),
    subject: unconfirmed(STATE.subject),
    ..STATE
};
