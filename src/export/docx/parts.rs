//! The small parts around text and styles, written whole.

use super::Part;
use super::edges::{Edge, Edges};
use super::xml::{DECLARATION, NAMESPACES, allowed, escape};
use crate::document::Document;
use crate::export::DocxOptions;

/// Namespace of the element `draft` whose text is the draft file (JSON), in the custom XML
/// part of a Word file that carries its draft.
pub const DRAFT_NAMESPACE: &str = "urn:ke-hoach:draft";

/// Names the custom XML part to Word; any constant will do.
const DRAFT_ITEM: &str = "{6B1F0D52-6A3E-4E0B-9C55-0E5A2B7C9D31}";

const MAIN: &str = NAMESPACES[0].1;
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CORE: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The list of parts and their types, which readers look for at the very beginning.
pub(super) fn types(edges: &Edges, options: &DocxOptions) -> Part {
    Part::new("[Content_Types].xml", content_types(edges, options))
}

/// Everything else in the package beside `document.xml` and `styles.xml`.
pub(super) fn around(document: &Document, options: &DocxOptions, edges: Edges) -> Vec<Part> {
    let mut parts = vec![
        Part::new("word/settings.xml", settings()),
        Part::new("docProps/core.xml", core(document, options)),
        Part::new("_rels/.rels", package_relations()),
    ];
    parts.extend(options.draft.as_deref().into_iter().flat_map(draft));
    parts.push(Part::new("word/_rels/document.xml.rels", document_relations(&edges, options)));
    let file = |edge: Edge| Part::new(format!("word/{}.xml", edge.id), edge.content);
    parts.extend(edges.all.into_iter().map(file));
    parts
}

/// Spacing adds up between paragraphs, and a line before a line break is not stretched:
/// so the document was measured.
fn settings() -> String {
    format!(
        "{DECLARATION}<w:settings xmlns:w=\"{MAIN}\"><w:zoom w:percent=\"100\"/>\
         <w:defaultTabStop w:val=\"720\"/><w:characterSpacingControl w:val=\"doNotCompress\"/>\
         <w:compat><w:doNotExpandShiftReturn/><w:doNotUseHTMLParagraphAutoSpacing/>\
         <w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" \
         w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"vi-VN\"/>\
         <w:decimalSymbol w:val=\",\"/><w:listSeparator w:val=\";\"/></w:settings>"
    )
}

fn core(document: &Document, options: &DocxOptions) -> String {
    let (title, author) = (escape(&document.title), escape(&document.author));
    let dates = options.created.as_deref().map(|date| {
        let date = escape(date);
        format!(
            "<dcterms:created xsi:type=\"dcterms:W3CDTF\">{date}</dcterms:created>\
             <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{date}</dcterms:modified>"
        )
    });
    format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"{CORE}\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><dc:language>vi-VN</dc:language>\
         <cp:lastModifiedBy>{author}</cp:lastModifiedBy>{}</cp:coreProperties>",
        dates.unwrap_or_default()
    )
}

fn relation(id: &str, kind: &str, target: &str) -> String {
    format!("<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"/>")
}

fn relations(all: &str) -> String {
    format!("{DECLARATION}<Relationships xmlns=\"{RELATIONSHIPS}\">{all}</Relationships>")
}

fn package_relations() -> String {
    let metadata = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    relations(
        &[
            relation("rId1", &format!("{OFFICE}/officeDocument"), "word/document.xml"),
            relation("rId2", metadata, "docProps/core.xml"),
        ]
        .concat(),
    )
}

fn document_relations(edges: &Edges, options: &DocxOptions) -> String {
    let mut all = vec![
        relation("styles", &format!("{OFFICE}/styles"), "styles.xml"),
        relation("settings", &format!("{OFFICE}/settings"), "settings.xml"),
    ];
    for Edge { kind, id, .. } in &edges.all {
        all.push(relation(id, &format!("{OFFICE}/{}", kind.name()), &format!("{id}.xml")));
    }
    if options.draft.is_some() {
        all.push(relation("draft", &format!("{OFFICE}/customXml"), "../customXml/item1.xml"));
    }
    relations(&all.concat())
}

fn content_types(edges: &Edges, options: &DocxOptions) -> String {
    let part =
        |name: &str, kind: &str| format!("<Override PartName=\"/{name}\" ContentType=\"{kind}+xml\"/>");
    let mut all = vec![
        part("word/document.xml", &format!("{WORD_TYPE}.document.main")),
        part("word/styles.xml", &format!("{WORD_TYPE}.styles")),
        part("word/settings.xml", &format!("{WORD_TYPE}.settings")),
        part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties"),
    ];
    for Edge { kind, id, .. } in &edges.all {
        all.push(part(&format!("word/{id}.xml"), &format!("{WORD_TYPE}.{}", kind.name())));
    }
    if options.draft.is_some() {
        let kind = "application/vnd.openxmlformats-officedocument.customXmlProperties";
        all.push(part("customXml/itemProps1.xml", kind));
    }
    format!(
        "{DECLARATION}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{}</Types>",
        all.concat()
    )
}

/// The draft as a custom XML part with its properties. Characters that XML forbids are
/// written as JSON writes them, `\u` and four digits: to JSON that is the same text.
fn draft(json: &str) -> [Part; 3] {
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        if allowed(c) { safe.push(c) } else { safe.push_str(&format!("\\u{:04x}", u32::from(c))) }
    }
    let item = format!("{DECLARATION}<draft xmlns=\"{DRAFT_NAMESPACE}\">{}</draft>", escape(&safe));
    let properties = format!(
        "{DECLARATION}<ds:datastoreItem ds:itemID=\"{DRAFT_ITEM}\" \
         xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\"><ds:schemaRefs>\
         <ds:schemaRef ds:uri=\"{DRAFT_NAMESPACE}\"/></ds:schemaRefs></ds:datastoreItem>"
    );
    let relation = relation("rId1", &format!("{OFFICE}/customXmlProps"), "itemProps1.xml");
    [
        Part::new("customXml/item1.xml", item),
        Part::new("customXml/itemProps1.xml", properties),
        Part::new("customXml/_rels/item1.xml.rels", relations(&relation)),
    ]
}
