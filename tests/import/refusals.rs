//! What cannot be read is refused in one sentence that says what to do.

use ke_hoach::import::{self, Kind, ReadError, docx, is_html};
use miniz_oxide::deflate::compress_to_vec;

use crate::word::{Word, close, p, pack, zip};

/// The sentence with which a file is refused.
fn refused(bytes: &[u8]) -> (ReadError, String) {
    let error = docx(bytes).unwrap_err();
    let sentence = error.to_string();
    assert!(sentence.starts_with("Tệp") && sentence.ends_with('.'), "{sentence}");
    assert!(!sentence.contains(['\n', '{']) && sentence.contains("hãy"), "{sentence}");
    (error, sentence)
}

/// An old compound file that names these streams.
fn compound(stream: &str) -> Vec<u8> {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.resize(1024, 0);
    bytes.extend(stream.bytes().flat_map(|byte| [byte, 0]));
    bytes
}

#[test]
fn other_kinds_of_files_are_told_by_their_content() {
    let pictures: [&[u8]; 5] =
        [b"\x89PNG\r\n\x1a\n\0", b"\xff\xd8\xff\xe0\0", b"GIF89a\0", b"BM\x36\0", b"\0\0\0\x18ftypheic"];
    let mut lock = b"\x06Ngoc A".to_vec();
    lock.resize(162, 0);
    let other = |kind: Kind| ReadError::Other(kind);
    let cases = [
        (compound("WordDocument"), ReadError::OldWord, ".doc"),
        (compound("EncryptedPackage"), ReadError::Encrypted, "mật khẩu"),
        (compound("Workbook"), other(Kind::Excel), "Excel"),
        (compound("PowerPoint Document"), other(Kind::PowerPoint), "PowerPoint"),
        (b"%PDF-1.7 ...".to_vec(), ReadError::Pdf, "PDF"),
        (b"\r\n{\\rtf1\\ansi".to_vec(), ReadError::RichText, "RTF"),
        (b"L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0".to_vec(), other(Kind::Shortcut), "lối tắt"),
        (b"Rar!\x1a\x07".to_vec(), other(Kind::Archive), "giải nén"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related".to_vec(), other(Kind::WebArchive), ".mht"),
        (
            b"<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>".to_vec(),
            other(Kind::WordXml),
            "XML",
        ),
        (lock, other(Kind::Temporary), "~$"),
        (b"<html><body><p>x<br></body></html>".to_vec(), other(Kind::WebPage), "dán"),
        (Vec::new(), ReadError::Empty, "rỗng"),
        (b" \r\n".to_vec(), ReadError::Empty, "rỗng"),
    ];
    let pictures = pictures.map(|bytes| (bytes.to_vec(), other(Kind::Picture), "ảnh"));
    for (bytes, error, says) in cases.into_iter().chain(pictures) {
        let (refusal, sentence) = refused(&bytes);
        assert_eq!(refusal, error);
        assert!(sentence.contains(says), "{sentence}");
        assert_eq!(import::file(&bytes).unwrap_err(), error);
    }
    assert_eq!(refused("KẾ HOẠCH".as_bytes()).0, ReadError::NotWord);
}

#[test]
fn packages_of_other_programs_have_no_document() {
    let part = |name: &str| (name.to_owned(), b"<x/>".to_vec());
    for (name, error) in [
        ("xl/workbook.xml", ReadError::Other(Kind::Excel)),
        ("ppt/presentation.xml", ReadError::Other(Kind::PowerPoint)),
        ("content.xml", ReadError::Other(Kind::OpenDocument)),
        ("mimetype", ReadError::Other(Kind::OpenDocument)),
        ("Hồ sơ/Kế hoạch.DOCX", ReadError::Other(Kind::Archive)),
        ("x.xml", ReadError::NoDocument),
    ] {
        assert_eq!(refused(&zip(&[part(name)])).0, error);
    }
    let relations = b"<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    let parts = [("_rels/.rels".to_owned(), relations.to_vec()), part("xl/workbook.xml")];
    assert_eq!(refused(&zip(&parts)).0, ReadError::Other(Kind::Excel));
}

#[test]
fn a_page_of_the_web_is_read_where_its_elements_are_closed_whatever_its_name() {
    let page = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n<html><body><p>KẾ HOẠCH</p>\
                <p>thực hiện công tác dân vận</p></body></html>";
    assert!(is_html(page.as_bytes()));
    assert_eq!(import::file(page.as_bytes()).unwrap().plan.subject, "thực hiện công tác dân vận");
    let loose = page.replace("<p>KẾ HOẠCH</p>", "<meta charset=utf-8><p class=x>KẾ HOẠCH<br></p>");
    let archive = format!("MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n{loose}");
    for page in [loose, archive] {
        assert_eq!(import::file(page.as_bytes()).unwrap().plan.subject, "thực hiện công tác dân vận");
    }
    let wide: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(page.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert!(is_html(&wide));
    for start in ["<HTML xmlns:o=\"x\">", "<!-- x --><meta charset=utf-8>", " <table>", "<div>"] {
        assert!(is_html(start.as_bytes()), "{start}");
    }
    for start in ["", "<", "KẾ HOẠCH <p>", "<w:p>", "<pkg:package>", "<p:sld>", "<5%", "%PDF-"] {
        assert!(!is_html(start.as_bytes()), "{start}");
    }
}

#[test]
fn a_text_that_begins_as_a_picture_does_is_a_text() {
    for text in ["BM 01: Biểu mẫu", "GIF8 là một định dạng", "RIFF và các chuẩn khác"] {
        assert!(import::file(text.as_bytes()).is_ok(), "{text}");
    }
}

#[test]
fn a_file_without_a_letter_says_so() {
    assert_eq!(refused(&Word::new("<w:p><w:r><w:drawing/></w:r></w:p>").bytes()).0, ReadError::NoText);
    assert_eq!(refused(&Word::new("").bytes()).0, ReadError::NoText);
}

#[test]
fn a_damaged_part_is_named() {
    let whole = Word::new(&p("KẾ HOẠCH")).bytes();
    let at = whole.windows(3).position(|window| window == "HOẠ".as_bytes().get(..3).unwrap()).unwrap();
    let mut damaged = whole.clone();
    damaged[at] ^= 1;
    assert_eq!(refused(&damaged).0, ReadError::Damaged { part: "word/document.xml".into() });
    let cut = &whole[..whole.len() - 30];
    assert!(matches!(refused(cut).0, ReadError::Damaged { .. }));
    let broken = Word::of_document("<w:document><w:body><w:p></w:body>").bytes();
    assert_eq!(refused(&broken).0, ReadError::Damaged { part: "word/document.xml".into() });
}

#[test]
fn an_encrypted_entry_says_so() {
    let mut bytes = Word::new(&p("KẾ HOẠCH")).bytes();
    let at = bytes.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    bytes[at + 8] |= 1;
    assert_eq!(refused(&bytes).0, ReadError::Encrypted);
}

#[test]
fn files_beyond_the_limits_are_refused() {
    assert!(refused(&vec![b'P'; 5 * 1024 * 1024 + 1]).1.contains("5 MB"));
    let mut word = Word::new(&p("KẾ HOẠCH"));
    for i in 0..70 {
        word = word.part(&format!("word/media/{i}.png"), "x");
    }
    assert!(refused(&word.bytes()).1.contains("64 phần"));
    assert!(refused(&Word::new(&"<w:p/>".repeat(40_000)).bytes()).1.contains("30.000"));
    assert!(refused(&Word::new(&p(&"nhân dân ".repeat(200_000))).bytes()).1.contains("1 MB"));
}

/// A file whose document is `packed` and claims to hold `size` bytes.
fn bomb(packed: &[u8], size: usize) -> Vec<u8> {
    let (mut file, mut directory) = (Vec::new(), Vec::new());
    pack(&mut file, &mut directory, "word/document.xml", packed, size, 8, 0);
    close(file, &directory, 1)
}

#[test]
fn a_bomb_is_not_inflated() {
    let packed = compress_to_vec(&vec![b' '; 64 * 1024 * 1024], 6);
    assert!(matches!(refused(&bomb(&packed, 64 * 1024 * 1024)).0, ReadError::TooLarge { .. }));
    assert!(matches!(refused(&bomb(&packed, 100)).0, ReadError::Damaged { .. }), "it lies about its size");
}

#[test]
fn nesting_without_end_is_refused() {
    for (open, close) in [
        ("<w:sdt>", "</w:sdt>"),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:p><w:r>", "</w:r></w:p>"),
    ] {
        let body = open.repeat(10_000) + &close.repeat(10_000);
        let (error, sentence) = refused(&Word::new(&body).bytes());
        assert!(matches!(error, ReadError::TooDeep { most: 256, .. }), "{sentence}");
    }
    let deep = "<w:sdt>".repeat(200) + &p("KẾ HOẠCH") + &"</w:sdt>".repeat(200);
    assert_eq!(docx(&Word::new(&deep).bytes()).unwrap().leftover, Vec::<String>::new());
}
