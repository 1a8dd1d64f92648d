//! The checksum that tells whether a draft is the one that was written.

use serde_json::Value;

/// FNV-1a, 64 bits, of the plan's JSON with its keys in order, as 16 hexadecimal digits.
/// It guards against accidents, not against forgery.
pub fn of(plan: &Value) -> String {
    // serde_json keeps the keys of objects sorted, so equal plans give equal text.
    let text = plan.to_string();
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}
