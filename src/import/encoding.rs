//! The text of a file, whatever Unicode or Windows encoding it was saved in.

use super::ReadError;
use super::kind::refusal;
use crate::vietnamese::{suspect, windows_1252, windows_1258};

/// The text of a `.txt` file in UTF-8, UTF-16 with its mark, or Windows-1258, told by the
/// content alone. Text in TCVN3 or VNI comes as the letters of Latin-1 that its bytes are, for
/// [`suspect`] to find and the user to confirm.
///
/// ```
/// use ke_hoach::import::decode;
/// assert_eq!(decode("\u{feff}Kế hoạch".as_bytes())?, "Kế hoạch");
/// assert_eq!(decode(b"\xff\xfeK\0\xbf\x1e")?, "Kế");
/// assert_eq!(decode(b"K\xea\xec hoa\xf2ch")?, "Kế hoạch");
/// # Ok::<(), ke_hoach::import::ReadError>(())
/// ```
///
/// # Errors
/// [`ReadError::Encoding`] where the bytes are text in none of them; the kind of file where
/// they are no text at all.
pub fn decode(bytes: &[u8]) -> Result<String, ReadError> {
    if let Some(refusal) = refusal(bytes).filter(|refusal| *refusal != ReadError::Empty) {
        return Err(refusal);
    }
    let plain = || {
        if bytes.contains(&0) {
            return None;
        }
        let latin = windows_1252(bytes);
        if suspect(&latin).is_some() { Some(latin) } else { windows_1258(bytes) }
    };
    unicode(bytes).or_else(plain).ok_or(ReadError::Encoding)
}

/// The text of bytes in UTF-8, or in UTF-16 with its mark.
pub(super) fn unicode(bytes: &[u8]) -> Option<String> {
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        char::decode_utf16(units).collect::<Result<String, _>>().ok()
    };
    match bytes {
        [0xef, 0xbb, 0xbf, text @ ..] => String::from_utf8(text.to_vec()).ok(),
        [0xff, 0xfe, text @ ..] => wide(text, u16::from_le_bytes),
        [0xfe, 0xff, text @ ..] => wide(text, u16::from_be_bytes),
        _ => String::from_utf8(bytes.to_vec()).ok(),
    }
}
