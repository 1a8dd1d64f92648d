//! Word files as programs other than Word write them.

use ke_hoach::import::{self, Imported};
use miniz_oxide::deflate::compress_to_vec;

use crate::outline;
use crate::word::{Word, p, paragraph, r, zip};

const TRANSITIONAL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// A plan in Word's XML, its section's items left open.
fn body(items: &str) -> String {
    p("KẾ HOẠCH") + &p("thực hiện công tác dân vận") + &p("I. NỘI DUNG") + items
}

fn document(namespace: &str, body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document xmlns:w=\"{namespace}\"><w:body>{body}</w:body>\
         </w:document>"
    )
}

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

fn relations(kind: &str, rows: &[(&str, &str)]) -> String {
    let row = |(i, (name, target)): (usize, &(&str, &str))| {
        format!("<Relationship Id=\"rId{i}\" Type=\"{kind}/{name}\" Target=\"{target}\"/>")
    };
    let rows: String = rows.iter().enumerate().map(row).collect();
    format!("<?xml version=\"1.0\"?><Relationships xmlns=\"{PACKAGE}\">{rows}</Relationships>")
}

fn parts(list: &[(&str, &str)]) -> Vec<(String, Vec<u8>)> {
    list.iter().map(|(name, content)| ((*name).to_owned(), content.as_bytes().to_vec())).collect()
}

fn said(imported: &Imported) -> (&str, Vec<String>) {
    (imported.plan.subject.as_str(), outline(&imported.plan))
}

#[test]
fn a_file_with_its_parts_elsewhere_and_absolute_targets_is_read() {
    let styles = format!(
        "<w:styles xmlns:w=\"{MAIN}\"><w:style w:type=\"paragraph\" w:styleId=\"L\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr>\
         </w:pPr></w:style></w:styles>"
    );
    let numbering = format!(
        "<w:numbering xmlns:w=\"{MAIN}\"><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/>\
         <w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/>\
         </w:num></w:numbering>"
    );
    let items = paragraph("<w:pStyle w:val=\"L\"/>", &r("Tuyên truyền.")) + &p("- Ở thôn.");
    let list = [
        (
            "_rels/.rels",
            &*relations(
                TRANSITIONAL,
                &[("extended-properties", "/docProps/app.xml"), ("officeDocument", "/content/main.xml")],
            ),
        ),
        ("content/main.xml", &*document(MAIN, &body(&items))),
        (
            "content/_rels/main.xml.rels",
            &*relations(TRANSITIONAL, &[("styles", "/format/s.xml"), ("numbering", "../format/n.xml")]),
        ),
        ("format/s.xml", &*styles),
        ("format/n.xml", &*numbering),
    ];
    let imported = import::docx(&zip(&parts(&list))).unwrap();
    assert_eq!(
        said(&imported),
        (
            "thực hiện công tác dân vận",
            vec!["I. NỘI DUNG".into(), "1. [Tuyên truyền.]".into(), "- Ở thôn.".into()]
        )
    );
}

#[test]
fn strict_relations_and_wrong_ones_lead_to_the_text() {
    let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    for (relations, name) in [
        (relations(STRICT, &[("officeDocument", "word/document.xml")]), "word/document.xml"),
        (relations(TRANSITIONAL, &[("officeDocument", "word/lost.xml")]), "word/document.xml"),
        (relations(TRANSITIONAL, &[]), "WORD/Document.XML"),
    ] {
        let list = [("_rels/.rels", &*relations), (name, &*document(strict, &body(&p("1. Tuyên truyền."))))];
        assert_eq!(
            import::docx(&zip(&parts(&list))).unwrap().plan.subject,
            "thực hiện công tác dân vận",
            "{relations}"
        );
    }
}

#[test]
fn what_stands_in_wrappers_of_any_kind_is_read_once_and_in_order() {
    let inner =
        |text: &str| format!("<w:customXml w:element=\"x\"><w:customXmlPr/>{}</w:customXml>", r(text));
    let runs = r("1. Theo ")
        + &inner("đề nghị ")
        + "<w:dir w:val=\"rtl\"><w:bdo w:val=\"ltr\"><w:r><w:t xml:space=\"preserve\">của các </w:t></w:r></w:bdo></w:dir>"
        + "<w:r><w:object><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:imagedata/></v:shape></w:object></w:r>"
        + "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>ban,</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        + "<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t> a=5</m:t></m:r></m:oMath>"
        + "<w:r><w:t>\u{200f}\u{200e}.</w:t></w:r>";
    let block = format!(
        "<w:customXml w:element=\"y\"><w:sdt><w:sdtPr><w:alias w:val=\"z\"/><w:placeholder/></w:sdtPr><w:sdtContent>{}</w:sdtContent>\
         </w:sdt></w:customXml>",
        paragraph("", &runs)
    );
    let imported = Word::new(&body(&block)).read();
    assert_eq!(imported.plan.sections[0].items[0].text, "Theo đề nghị của các ban, a=5.");
    assert_eq!(imported.leftover, Vec::<String>::new());
}

/// A file whose text is one that it holds whole.
fn around(name: &str, inner: &[u8]) -> Vec<u8> {
    let body = "<w:altChunk r:id=\"rId0\"/><w:sectPr/>";
    let document =
        document(MAIN, body).replace("<w:document ", &format!("<w:document xmlns:r=\"{TRANSITIONAL}\" "));
    let mut list = parts(&[
        ("word/document.xml", &document),
        ("word/_rels/document.xml.rels", &relations(TRANSITIONAL, &[("aFChunk", &format!("/word/{name}"))])),
    ]);
    list.push((format!("word/{name}"), inner.to_vec()));
    zip(&list)
}

#[test]
fn a_file_inside_a_file_is_read_in_its_place() {
    let page = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>x</title></head><body><p>KẾ HO&Acirc;\u{323}CH</p>\
                <p>thực hiện<br>công tác d&acirc;n vận</p><h2>I. NỘI DUNG</h2><ol><li>Tuyên truyền.</li></ol></body></html>";
    let archive = format!(
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"x\"\n\n--x\nContent-Type: text/html; charset=\"utf-8\"\n\
         Content-Transfer-Encoding: quoted-printable\n\n{}\n--x--",
        page.replace('=', "=3D")
    );
    let text = "KẾ HOẠCH\nthực hiện công tác dân vận\nI. NỘI DUNG\n1. Tuyên truyền.";
    let word = Word::new(&body(&p("1. Tuyên truyền."))).bytes();
    for (name, inner) in [
        ("a.htm", page.as_bytes()),
        ("a.mht", archive.as_bytes()),
        ("a.txt", text.as_bytes()),
        ("a.docx", &word),
    ] {
        let imported = import::docx(&around(name, inner)).unwrap();
        assert_eq!(
            said(&imported),
            ("thực hiện công tác dân vận", vec!["I. NỘI DUNG".into(), "1. Tuyên truyền.".into()]),
            "{name}"
        );
        assert_eq!(imported.leftover, Vec::<String>::new(), "{name}");
    }
}

#[test]
fn a_file_inside_a_file_that_cannot_be_read_says_so_and_none_is_read_without_end() {
    let says = |inner: &[u8]| {
        let imported = import::docx(&around("a.rtf", inner)).unwrap();
        format!("{:?}{:?}", imported.plan, imported.leftover).contains("Chưa đọc được tệp chèn")
    };
    for inner in [&b"{\\rtf1}"[..], b"<html><p>x</html>", b"\xff\x80", b"", b"PK\x03\x04"] {
        assert!(says(inner), "{inner:?}");
    }
    let twice = around("b.docx", &around("a.txt", b"x"));
    assert_eq!(import::docx(&twice).unwrap_err(), import::ReadError::NoText, "a file in a file in a file");
}

/// How an entry is written in a package.
#[derive(Clone, Copy, PartialEq)]
enum Shape {
    /// With the sizes behind the content.
    Streamed,
    /// With the sizes in the wide field.
    Wide,
    /// With a field that nobody knows.
    Extra,
}

/// A package as programs that stream it write it, behind some bytes.
fn package(list: &[(&str, &str)], shape: Shape, prefix: &[u8]) -> Vec<u8> {
    let (mut file, mut directory) = (prefix.to_vec(), Vec::new());
    for (name, content) in list {
        let (packed, crc) = (compress_to_vec(content.as_bytes(), 6), crc32fast::hash(content.as_bytes()));
        let (size, length) = (content.len() as u64, packed.len() as u64);
        let offset = (file.len() - prefix.len()) as u64;
        let flags: u16 = if shape == Shape::Streamed { 8 } else { 0 };
        let short = |number: u64| if shape == Shape::Wide { u32::MAX } else { number as u32 };
        let extra: Vec<u8> = match shape {
            Shape::Streamed => Vec::new(),
            Shape::Wide => {
                [&[1, 0, 24, 0][..], &size.to_le_bytes(), &length.to_le_bytes(), &offset.to_le_bytes()]
                    .concat()
            }
            Shape::Extra => b"\x99\x99\x02\0ab\x55\x54\x05\0abcde".to_vec(),
        };
        let head = |sizes: [u32; 3]| {
            let mut head = [[45, 0], flags.to_le_bytes(), [8, 0], [0, 0], [33, 0]].concat();
            sizes.iter().for_each(|size| head.extend(size.to_le_bytes()));
            head.extend((name.len() as u16).to_le_bytes());
            head.extend((extra.len() as u16).to_le_bytes());
            head
        };
        let known = if shape == Shape::Streamed { [0; 3] } else { [crc, short(length), short(size)] };
        file.extend(b"PK\x03\x04");
        file.extend(head(known));
        file.extend([name.as_bytes(), &extra, &packed].concat());
        if shape == Shape::Streamed {
            file.extend(b"PK\x07\x08");
            [crc, length as u32, size as u32].iter().for_each(|field| file.extend(field.to_le_bytes()));
        }
        directory.extend(b"PK\x01\x02\x2d\0");
        directory.extend(head([crc, short(length), short(size)]));
        directory.extend([0; 10]);
        directory.extend(short(offset).to_le_bytes());
        directory.extend([name.as_bytes(), &extra].concat());
    }
    let (start, count) = ((file.len() - prefix.len()) as u64, list.len() as u64);
    file.extend(&directory);
    let length = directory.len() as u64;
    if shape == Shape::Wide {
        let record = file.len() as u64;
        file.extend(b"PK\x06\x06");
        file.extend(44_u64.to_le_bytes());
        file.extend([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        [count, count, length, start].iter().for_each(|field| file.extend(field.to_le_bytes()));
        file.extend(b"PK\x06\x07\0\0\0\0");
        file.extend(record.to_le_bytes());
        file.extend([1, 0, 0, 0]);
    }
    file.extend(b"PK\x05\x06\0\0\0\0");
    let count = if shape == Shape::Wide { u16::MAX } else { count as u16 };
    [count, count].iter().for_each(|field| file.extend(field.to_le_bytes()));
    [length as u32, if shape == Shape::Wide { u32::MAX } else { start as u32 }]
        .iter()
        .for_each(|field| file.extend(field.to_le_bytes()));
    file.extend([7, 0]);
    file.extend(b"comment");
    file
}

#[test]
fn packages_are_read_however_they_were_written() {
    let document = document(MAIN, &body(&p("1. Tuyên truyền.")));
    let list = [("[Content_Types].xml", "<Types/>"), ("word/document.xml", &*document)];
    for shape in [Shape::Streamed, Shape::Wide, Shape::Extra] {
        let imported = import::file(&package(&list, shape, b"")).unwrap();
        assert_eq!(outline(&imported.plan), ["I. NỘI DUNG", "1. Tuyên truyền."]);
    }
    for prefix in [&b"\r\n"[..], b"Content-Type: application/octet-stream\r\n\r\n"] {
        let imported = import::file(&package(&list, Shape::Streamed, prefix)).unwrap();
        assert_eq!(outline(&imported.plan), ["I. NỘI DUNG", "1. Tuyên truyền."]);
    }
}

#[test]
fn a_wide_package_that_lies_is_refused() {
    let document = document(MAIN, &body(""));
    let list = [("word/document.xml", &*document)];
    let whole = package(&list, Shape::Wide, b"");
    for at in 0..whole.len() {
        for value in [0, 0xff] {
            let mut damaged = whole.clone();
            damaged[at] = value;
            // A plan or a sentence; never a panic.
            let _ = import::docx(&damaged).map_err(|error| assert!(error.to_string().ends_with('.')));
        }
    }
}
