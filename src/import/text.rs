//! Plain text into a plan.

use super::lines::read;
use super::recognise::recognise;
use super::{Choices, Imported, ReadError, Reading, decode};

/// Reads the text of a plan, as it was typed, copied out of Word or taken from a PDF.
///
/// Every word of the source is in the plan or in what is left over. Numbers of sections and
/// items are not kept, since they follow from the order; the same holds for what the family
/// prints by itself (Quốc hiệu, "KẾ HOẠCH", "Nơi nhận").
///
/// ```
/// use ke_hoach::{format::FormatKey, import};
/// let source = "ĐẢNG ỦY XÃ LƯƠNG MINH\nSố 05-KH/ĐU\nKẾ HOẠCH\nthực hiện Nghị quyết số 27-NQ/TW";
/// let plan = import::text(source).plan;
/// assert_eq!(plan.format, FormatKey::PARTY);
/// assert_eq!((plan.number.as_str(), plan.symbol.as_str()), ("05", "KH/ĐU"));
/// assert_eq!(plan.subject, "thực hiện Nghị quyết số 27-NQ/TW");
/// ```
pub fn text(source: &str) -> Imported {
    recognise(read(source), &Choices::default()).imported
}

/// The same of the bytes of a file, with every line and what it is.
///
/// # Errors
/// As [`decode`].
pub fn read_text(bytes: &[u8]) -> Result<Reading, ReadError> {
    Ok(recognise(read(&decode(bytes)?), &Choices::default()))
}
