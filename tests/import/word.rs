//! Word files written by hand, part by part.

use ke_hoach::import::{self, Imported};

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A Word file before it is packed.
pub struct Word {
    pub parts: Vec<(String, Vec<u8>)>,
    relations: String,
}

impl Word {
    /// A file whose body holds this XML; its prefixes are the usual ones.
    pub fn new(body: &str) -> Word {
        let document = format!(
            "<w:document xmlns:w=\"{MAIN}\" xmlns:r=\"{OFFICE}\" \
             xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
             xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" \
             xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:body>{body}</w:body></w:document>"
        );
        Word::of_document(&document)
    }

    /// A file with this `document.xml`.
    pub fn of_document(document: &str) -> Word {
        let relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
             <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/\
             officeDocument\" Target=\"word/document.xml\"/></Relationships>";
        Word { parts: Vec::new(), relations: String::new() }
            .part("_rels/.rels", relations)
            .part("word/document.xml", document)
    }

    pub fn part(mut self, name: &str, content: &str) -> Word {
        self.parts.push((name.into(), content.into()));
        self
    }

    /// Adds a part to which the document refers; `w:` is declared on its root.
    pub fn with(mut self, kind: &str, root: &str, content: &str) -> Word {
        let id = self.parts.len();
        let name = format!("{kind}{id}.xml");
        self.relations +=
            &format!("<Relationship Id=\"part{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{name}\"/>");
        let content = format!("<w:{root} xmlns:w=\"{MAIN}\">{content}</w:{root}>");
        self.part(&format!("word/{name}"), &content)
    }

    pub fn bytes(mut self) -> Vec<u8> {
        let relations = format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}</Relationships>",
            self.relations
        );
        self.parts.push(("word/_rels/document.xml.rels".into(), relations.into()));
        zip(&self.parts)
    }

    pub fn read(self) -> Imported {
        import::docx(&self.bytes()).unwrap()
    }
}

/// A paragraph of one run.
pub fn p(text: &str) -> String {
    paragraph("", &r(text))
}

/// A paragraph of runs, with its properties.
pub fn paragraph(properties: &str, runs: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>")
}

/// A run.
pub fn r(text: &str) -> String {
    run("", text)
}

/// A run with its properties.
pub fn run(properties: &str, text: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

/// A table of cells that hold these blocks.
pub fn table(rows: &[&[&str]]) -> String {
    let cell = |cell: &&str| format!("<w:tc><w:tcPr/>{cell}</w:tc>");
    let row = |row: &&[&str]| format!("<w:tr>{}</w:tr>", row.iter().map(cell).collect::<String>());
    format!("<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

/// The parts in a zip without compression.
pub fn zip(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let (mut file, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in parts {
        pack(&mut file, &mut directory, name, content, content.len(), 0, crc32fast::hash(content));
    }
    close(file, &directory, parts.len())
}

/// Adds an entry as it is, whatever the sizes that it claims.
pub fn pack(
    file: &mut Vec<u8>,
    directory: &mut Vec<u8>,
    name: &str,
    packed: &[u8],
    size: usize,
    method: u16,
    crc: u32,
) {
    let offset = file.len() as u32;
    let mut shared = Vec::new();
    for field in [20, 0, method, 0, 33] {
        shared.extend(u16::to_le_bytes(field));
    }
    for field in [crc, packed.len() as u32, size as u32] {
        shared.extend(field.to_le_bytes());
    }
    shared.extend((name.len() as u16).to_le_bytes());
    shared.extend([0, 0]);
    file.extend(b"PK\x03\x04");
    file.extend(&shared);
    file.extend(name.as_bytes());
    file.extend(packed);
    directory.extend(b"PK\x01\x02\x14\0");
    directory.extend(&shared);
    directory.extend([0; 10]);
    directory.extend(offset.to_le_bytes());
    directory.extend(name.as_bytes());
}

/// The directory and the end of a zip.
pub fn close(mut file: Vec<u8>, directory: &[u8], count: usize) -> Vec<u8> {
    let offset = file.len() as u32;
    file.extend(directory);
    file.extend(b"PK\x05\x06\0\0\0\0");
    file.extend((count as u16).to_le_bytes());
    file.extend((count as u16).to_le_bytes());
    file.extend((directory.len() as u32).to_le_bytes());
    file.extend(offset.to_le_bytes());
    file.extend([0, 0]);
    file
}
