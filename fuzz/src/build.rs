//! Word files built of bytes.

use crate::word::Word;

/// The parts beside the document, in order: what they are to it and their root element.
const PARTS: [(&str, &str); 5] = [
    ("numbering", "numbering"),
    ("styles", "styles"),
    ("footnotes", "footnotes"),
    ("header", "hdr"),
    ("footer", "ftr"),
];

const DRAFT: &str = "customXml/item1.xml";

/// A Word file of the XML of its parts: the document, those of [`PARTS`] without their root
/// element, the draft.
pub fn package<'a>(parts: impl Iterator<Item = &'a [u8]>) -> Vec<u8> {
    let mut parts = parts.map(String::from_utf8_lossy);
    let document = parts.next().unwrap_or_default();
    let whole = document.trim_start().starts_with("<?xml") || document.contains("<w:body");
    let mut word = if whole { Word::of_document(&document) } else { Word::new(&document) };
    for ((kind, root), content) in PARTS.into_iter().zip(&mut parts) {
        word = word.with(kind, root, &content);
    }
    if let Some(draft) = parts.next() {
        word = word.part(DRAFT, &draft);
    }
    word.bytes()
}

/// Elements that the reader knows, and some that it does not.
const ELEMENTS: [&str; 88] = [
    "p",
    "r",
    "t",
    "rPr",
    "pPr",
    "b",
    "i",
    "u",
    "caps",
    "vanish",
    "tab",
    "br",
    "cr",
    "sym",
    "noBreakHyphen",
    "softHyphen",
    "numPr",
    "numId",
    "ilvl",
    "pStyle",
    "rStyle",
    "jc",
    "ind",
    "spacing",
    "sz",
    "rFonts",
    "tbl",
    "tblPr",
    "tblGrid",
    "tr",
    "trPr",
    "tc",
    "tcPr",
    "gridSpan",
    "gridBefore",
    "vMerge",
    "tblPrEx",
    "sdt",
    "sdtPr",
    "sdtContent",
    "ins",
    "del",
    "delText",
    "moveFrom",
    "moveTo",
    "hyperlink",
    "smartTag",
    "fldSimple",
    "fldChar",
    "instrText",
    "footnoteReference",
    "endnoteReference",
    "sectPr",
    "pgSz",
    "pgMar",
    "titlePg",
    "headerReference",
    "footerReference",
    "abstractNum",
    "num",
    "abstractNumId",
    "lvl",
    "start",
    "numFmt",
    "lvlText",
    "lvlOverride",
    "startOverride",
    "lvlRestart",
    "isLgl",
    "numStyleLink",
    "styleLink",
    "style",
    "docDefaults",
    "basedOn",
    "name",
    "footnote",
    "mc:AlternateContent",
    "mc:Choice",
    "mc:Fallback",
    "wps:txbx",
    "txbxContent",
    "drawing",
    "v:shape",
    "pict",
    "bookmarkStart",
    "tblW",
    "altChunk",
    "object",
];

const ATTRIBUTES: [&str; 20] = [
    "w:val",
    "w:id",
    "r:id",
    "w:type",
    "w:ilvl",
    "w:numId",
    "w:abstractNumId",
    "w:styleId",
    "w:fldCharType",
    "w:instr",
    "w:font",
    "w:char",
    "w:ascii",
    "w:hAnsi",
    "w:orient",
    "w:default",
    "w:left",
    "w:firstLine",
    "w:w",
    "style",
];

const VALUES: [&str; 40] = [
    "0",
    "1",
    "2",
    "3",
    "8",
    "9",
    "-1",
    "240",
    "4294967295",
    "99999999999999999999",
    "false",
    "true",
    "none",
    "part2",
    "part5",
    "part6",
    "a",
    "b",
    "default",
    "first",
    "even",
    "begin",
    "separate",
    "end",
    "decimal",
    "lowerLetter",
    "upperRoman",
    "bullet",
    "decimalZero",
    "%1.",
    "%1.%2.",
    "-",
    "landscape",
    "restart",
    "center",
    "Wingdings",
    ".VnTime",
    "VNI-Times",
    "PAGE",
    "paragraph",
];

const PHRASES: [&str; 48] = [
    "KẾ HOẠCH",
    "ỦY BAN NHÂN DÂN",
    "XÃ LƯƠNG MINH",
    "ỦY BAN MTTQ VIỆT NAM",
    "BAN THƯỜNG TRỰC",
    "ĐẢNG BỘ TỈNH",
    "Số: 15/KH-UBND",
    "Số       -KH/ĐU",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Lương Minh, ngày 05 tháng 01 năm 2026",
    "thực hiện Nghị quyết số 27-NQ/TW",
    "Căn cứ Luật Thủ đô;",
    "Thực hiện Nghị quyết",
    "như sau:",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "II- NỘI DUNG",
    "III. TỔ CHỨC THỰC HIỆN",
    "1. ",
    "1.1. ",
    "1.1.1. ",
    "a) ",
    "đ) ",
    "(1) ",
    "- ",
    "+ ",
    "• ",
    "Mục đích",
    "Chủ trì: ",
    "Thời gian thực hiện: Thường xuyên.",
    "Nhiệm vụ",
    "TT",
    "Phối hợp",
    "Trên đây là Kế hoạch",
    "Nơi nhận:",
    "- Lưu: VT.",
    "(b/c)",
    "TM. ỦY BAN NHÂN DÂN",
    "KT. CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "Nguyễn Hữu Lộc",
    "PHỤ LỤC II",
    "(Kèm theo Kế hoạch số 15/KH-UBND)",
    "HỎA TỐC",
    "DỰ THẢO",
    "PL.(300)",
    "./.",
];

/// The XML of the parts, as the bytes say step by step: open an element, close it, give it an
/// attribute, write text, go on to the next part. Whatever the bytes are, it is well-formed.
pub fn parts(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut parts = Vec::new();
    let mut part = Part::default();
    let mut bytes = bytes.iter().map(|byte| usize::from(*byte));
    while let Some(step) = bytes.next() {
        match step {
            0..=95 => part.open(ELEMENTS[step % ELEMENTS.len()]),
            96..=143 => part.close(),
            144..=175 => {
                let (name, value) = (step % ATTRIBUTES.len(), bytes.next().unwrap_or_default());
                part.attribute(ATTRIBUTES[name], VALUES[value % VALUES.len()]);
            }
            176..=223 => part.run(PHRASES[step - 176]),
            224..=239 => part.text(PHRASES[bytes.next().unwrap_or_default() % PHRASES.len()]),
            240..=253 => {
                let letters: Vec<u8> = bytes.by_ref().take(step - 239).map(|byte| byte as u8).collect();
                part.text(&String::from_utf8_lossy(&letters));
            }
            _ => parts.push(std::mem::take(&mut part).end()),
        }
    }
    parts.push(part.end());
    parts
}

/// A part being written.
#[derive(Default)]
struct Part {
    xml: String,
    open: Vec<&'static str>,
    /// Whether the last start tag still takes attributes.
    tag: bool,
}

impl Part {
    fn end_tag(&mut self) {
        if std::mem::take(&mut self.tag) {
            self.xml.push('>');
        }
    }

    fn open(&mut self, name: &'static str) {
        self.end_tag();
        self.xml += "<";
        self.name(name);
        self.open.push(name);
        self.tag = true;
    }

    fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.end_tag();
            self.xml += "</";
            self.name(name);
            self.xml += ">";
        }
    }

    fn name(&mut self, name: &str) {
        if !name.contains(':') {
            self.xml += "w:";
        }
        self.xml += name;
    }

    fn attribute(&mut self, name: &str, value: &str) {
        if self.tag {
            self.xml += &format!(" {name}=\"{value}\"");
        }
    }

    fn text(&mut self, text: &str) {
        self.end_tag();
        let letters = text.chars().filter(|c| !c.is_control());
        letters.for_each(|letter| match letter {
            '<' => self.xml += "&lt;",
            '&' => self.xml += "&amp;",
            letter => self.xml.push(letter),
        });
    }

    fn run(&mut self, text: &str) {
        self.open("r");
        self.open("t");
        self.text(text);
        self.close();
        self.close();
    }

    fn end(mut self) -> Vec<u8> {
        while !self.open.is_empty() {
            self.close();
        }
        self.xml.into_bytes()
    }
}
