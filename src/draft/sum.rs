//! The checksum that tells whether a draft is the one that was written.

/// FNV-1a, 64 bits, of the plan's JSON text as 16 hexadecimal digits. serde_json keeps the keys
/// of objects sorted, so equal plans have equal text. It guards against accidents, not against
/// forgery.
pub fn sum(plan: &str) -> String {
    let hash = plan.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}
