//! What a file is that is no Word file, told by its first bytes.

use super::ReadError;

/// A kind of file that is taken for a Word file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A sheet of Excel.
    Excel,
    /// Slides of PowerPoint.
    PowerPoint,
    /// A text of LibreOffice.
    OpenDocument,
    /// A picture.
    Picture,
    /// A shortcut of Windows.
    Shortcut,
    /// HTML that is no XHTML.
    WebPage,
    /// A web page with its pictures in one file.
    WebArchive,
    /// Files packed together.
    Archive,
    /// What Word keeps beside a file that is open.
    Temporary,
    /// The text of Word as one XML file.
    WordXml,
}

impl Kind {
    /// What the user is told that it is.
    pub(super) fn name(self) -> &'static str {
        match self {
            Kind::Excel => "bảng tính Excel",
            Kind::PowerPoint => "bài trình chiếu PowerPoint",
            Kind::OpenDocument => "văn bản OpenDocument (.odt)",
            Kind::Picture => "ảnh",
            Kind::Shortcut => "lối tắt (shortcut), không có nội dung bên trong",
            Kind::WebPage => "trang web (HTML), dù tên có thể mang đuôi .doc",
            Kind::WebArchive => "trang web lưu trữ (.mht)",
            Kind::Archive => "gói nén (.zip, .rar, .7z)",
            Kind::Temporary => "bản tạm mà Word giữ khi đang mở tệp (tên bắt đầu bằng ~$)",
            Kind::WordXml => "văn bản Word dạng XML",
        }
    }

    /// What the user can do.
    pub(super) fn advice(self) -> &'static str {
        match self {
            Kind::Excel | Kind::PowerPoint => {
                "chép phần cần dùng sang một tệp Word, lưu dạng .docx rồi đưa lại tệp đó"
            }
            Kind::OpenDocument | Kind::WordXml => {
                "mở tệp bằng Word hoặc LibreOffice, chọn “Lưu thành” (Save As) dạng .docx rồi đưa lại tệp mới"
            }
            Kind::Picture => "dùng tệp Word đã gõ, hoặc gõ lại nội dung",
            Kind::Shortcut => {
                "nhấn chuột phải vào tệp, chọn “Mở vị trí tệp” (Open file location) rồi đưa tệp Word ở đó"
            }
            Kind::WebPage | Kind::WebArchive => {
                "mở tệp bằng Word, lưu lại dạng .docx, hoặc mở bằng trình duyệt, chép tất cả rồi dán vào đây"
            }
            Kind::Archive => "giải nén rồi đưa tệp Word ở bên trong",
            Kind::Temporary => "đưa tệp cùng tên không có ~$ ở đầu",
        }
    }
}

/// Beginnings of files.
const BEGINNINGS: [(&[u8], Kind); 12] = [
    (b"\x89PNG", Kind::Picture),
    (b"\xff\xd8\xff", Kind::Picture),
    (b"GIF8", Kind::Picture),
    (b"II*\0", Kind::Picture),
    (b"MM\0*", Kind::Picture),
    (b"BM", Kind::Picture),
    (b"RIFF", Kind::Picture),
    (b"L\0\0\0\x01\x14\x02\0", Kind::Shortcut),
    (b"Rar!", Kind::Archive),
    (b"7z\xbc\xaf", Kind::Archive),
    (b"MIME-Version:", Kind::WebArchive),
    (b"From: <Saved by", Kind::WebArchive),
];

/// How a compound file of Office names the stream with its content.
const STREAMS: [(&str, ReadError); 5] = [
    ("EncryptedPackage", ReadError::Encrypted),
    ("WordDocument", ReadError::OldWord),
    ("Workbook", ReadError::Other(Kind::Excel)),
    ("Book", ReadError::Other(Kind::Excel)),
    ("PowerPoint Document", ReadError::Other(Kind::PowerPoint)),
];

/// Why a file is refused whatever else it holds; `None` for a package, and for what may be text.
pub fn refusal(bytes: &[u8]) -> Option<ReadError> {
    // What stands before a header, as some mail programs leave it.
    let text = bytes.trim_ascii_start();
    if text.is_empty() {
        return Some(ReadError::Empty);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        let has = |name: &str| {
            let wide: Vec<u8> = name.bytes().flat_map(|byte| [byte, 0]).collect();
            bytes.windows(wide.len()).any(|window| window == wide)
        };
        let found = STREAMS.into_iter().find(|(name, _)| has(name));
        return Some(found.map_or(ReadError::OldWord, |(_, error)| error));
    }
    if text.starts_with(b"%PDF-") {
        return Some(ReadError::Pdf);
    }
    if text.starts_with(b"{\\rtf") {
        return Some(ReadError::RichText);
    }
    let known = BEGINNINGS.iter().find(|(start, kind)| {
        // Words of a text may begin as pictures do; a picture is never text.
        bytes.starts_with(start) && (bytes.contains(&0) || matches!(kind, Kind::WebArchive | Kind::Archive))
    });
    let heic = bytes.get(4..8) == Some(b"ftyp");
    let kind = match known {
        Some((_, kind)) => *kind,
        None if heic => Kind::Picture,
        None if is_temporary(bytes) => Kind::Temporary,
        None if is_word_xml(text) => Kind::WordXml,
        None => return None,
    };
    Some(ReadError::Other(kind))
}

/// Whether bytes are a page of HTML, whatever the name of their file.
///
/// ```
/// use ke_hoach::import::is_html;
/// assert!(is_html(b"\xef\xbb\xbf<!DOCTYPE html>\n<html><body>"));
/// assert!(!is_html("KẾ HOẠCH".as_bytes()) && !is_html(b"<?xml version=\"1.0\"?><w:document>"));
/// ```
pub fn is_html(bytes: &[u8]) -> bool {
    const ELEMENTS: [&str; 12] =
        ["html", "head", "body", "meta", "style", "title", "div", "table", "p", "span", "h1", "b"];
    let start = &bytes[..bytes.len().min(1024)];
    // Of UTF-16 every other byte is enough: markup is ASCII.
    let start: String = start.iter().filter(|byte| **byte != 0).map(|byte| char::from(*byte)).collect();
    let mut rest = start.trim_start_matches(['\u{ef}', '\u{bb}', '\u{bf}', '\u{ff}', '\u{fe}']).trim_start();
    while let Some(behind) = rest.strip_prefix("<!--").or_else(|| rest.strip_prefix("<?")) {
        let Some((_, behind)) = behind.split_once('>') else { return false };
        rest = behind.trim_start();
    }
    let Some(tag) = rest.strip_prefix('<') else { return false };
    let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).collect();
    let name = name.to_ascii_lowercase();
    (ELEMENTS.contains(&name.as_str()) && !tag[name.len()..].starts_with(':'))
        || tag.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("!doctype"))
}

/// The owner's file of Word: the user's name, twice, in a fixed length.
fn is_temporary(bytes: &[u8]) -> bool {
    bytes.len() == 162 && bytes.first().is_some_and(|length| (1..=54).contains(length)) && bytes.contains(&0)
}

fn is_word_xml(text: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&text[..text.len().min(2048)]);
    start.contains("<?mso-application progid=\"Word.Document\"") || start.contains("<pkg:package")
}
