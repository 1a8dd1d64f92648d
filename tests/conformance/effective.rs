//! Which of a property's values counts: the latest in the order of the document's defaults,
//! the styles from the base on, and what a paragraph or run says itself.

use std::collections::HashMap;

use crate::xml::Element;

/// The styles of a document.
pub struct Styles {
    run_defaults: Option<Element>,
    paragraph_defaults: Option<Element>,
    by_id: HashMap<String, Element>,
    default_paragraph: String,
}

/// Elements of properties (`w:pPr` or `w:rPr`), the strongest last.
pub struct Cascade<'a>(Vec<&'a Element>);

/// Measures of a paragraph in twips.
#[derive(Clone, Debug, Default)]
pub struct Measures {
    pub align: String,
    pub left: i32,
    pub right: i32,
    /// Negative when it hangs.
    pub first_line: i32,
    pub before: i32,
    pub after: i32,
    pub line: Line,
    pub keep_next: bool,
    pub widow_control: bool,
    /// Zero-based; `None` is body text.
    pub outline: Option<i32>,
    /// Whether it sets tab stops.
    pub tabs: bool,
}

/// How lines follow each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Line {
    /// Times single spacing.
    Multiple(f32),
    /// Points.
    Exactly(f32),
    /// Points.
    AtLeast(f32),
}

impl Default for Line {
    fn default() -> Line {
        Line::Multiple(1.0)
    }
}

/// How letters look.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Letters {
    /// ascii, hAnsi, cs, eastAsia; blank where nothing is said.
    pub fonts: [String; 4],
    /// Points; for complex scripts as well.
    pub size: f32,
    pub complex_size: f32,
    pub bold: bool,
    pub italic: bool,
    pub underline: bool,
    /// Set in capitals by a property rather than typed so.
    pub caps: bool,
    pub colour: String,
    pub language: String,
}

impl Styles {
    pub fn read(part: &Element) -> Styles {
        let defaults = part.child("w:docDefaults");
        let default = |outer: &str, inner: &str| defaults?.child(outer)?.child(inner).cloned();
        let styles = || part.all("w:style");
        let plain = styles().find(|style| {
            style.attribute("w:type") == Some("paragraph") && style.attribute("w:default") == Some("1")
        });
        Styles {
            run_defaults: default("w:rPrDefault", "w:rPr"),
            paragraph_defaults: default("w:pPrDefault", "w:pPr"),
            by_id: styles()
                .filter_map(|style| Some((style.attribute("w:styleId")?.to_owned(), style.clone())))
                .collect(),
            default_paragraph: plain
                .and_then(|style| style.attribute("w:styleId"))
                .unwrap_or("Normal")
                .to_owned(),
        }
    }

    /// The style of paragraphs that name none.
    pub fn default_paragraph(&self) -> &str {
        &self.default_paragraph
    }

    /// The name of a style.
    pub fn name(&self, id: &str) -> Option<String> {
        Some(self.by_id.get(id)?.child("w:name")?.attribute("w:val")?.to_owned())
    }

    /// A style and those that it is based on, the base first.
    fn line_of(&self, id: &str) -> Vec<&Element> {
        let mut line: Vec<&Element> = Vec::new();
        let mut next = self.by_id.get(id);
        while let Some(style) = next.filter(|_| line.len() < 20) {
            line.insert(0, style);
            let base = style.child("w:basedOn").and_then(|base| base.attribute("w:val"));
            next = base.and_then(|base| self.by_id.get(base));
        }
        line
    }

    /// What counts for a paragraph.
    pub fn paragraph<'a>(&'a self, style: &str, own: Option<&'a Element>) -> Cascade<'a> {
        let styles = self.line_of(style).into_iter().filter_map(|style| style.child("w:pPr"));
        Cascade(self.paragraph_defaults.iter().chain(styles).chain(own).collect())
    }

    /// What counts for a run in a paragraph of this style.
    pub fn run<'a>(&'a self, paragraph_style: &str, own: Option<&'a Element>) -> Cascade<'a> {
        let styles = self.line_of(paragraph_style);
        let character = own.and_then(|own| own.child("w:rStyle")).and_then(|style| style.attribute("w:val"));
        let character = character.map_or(Vec::new(), |id| self.line_of(id));
        let styles = styles.into_iter().chain(character).filter_map(|style| style.child("w:rPr"));
        Cascade(self.run_defaults.iter().chain(styles).chain(own).collect())
    }
}

impl<'a> Cascade<'a> {
    /// The latest element of this name.
    pub fn latest(&self, name: &str) -> Option<&'a Element> {
        self.0.iter().rev().find_map(|properties| properties.child(name))
    }

    /// The latest value of an attribute: those of `w:ind`, `w:spacing`, `w:rFonts` count one by one.
    fn value(&self, name: &str, attribute: &str) -> Option<&'a str> {
        self.0.iter().rev().find_map(|properties| properties.child(name)?.attribute(attribute))
    }

    fn number(&self, name: &str, attribute: &str) -> Option<i32> {
        self.value(name, attribute)?.parse().ok()
    }

    fn on(&self, name: &str, default: bool) -> bool {
        let switch = self.latest(name);
        switch.map_or(default, |switch| {
            !matches!(switch.attribute("w:val"), Some("0" | "false" | "off" | "none"))
        })
    }
}

impl Measures {
    pub fn of(cascade: &Cascade) -> Measures {
        let twips = |name, attribute| cascade.number(name, attribute).unwrap_or(0);
        let line = cascade.number("w:spacing", "w:line").unwrap_or(240) as f32;
        // Hanging and first line are one property: the later of the two counts, and hanging wins.
        let indent = cascade.0.iter().rev().find_map(|properties| {
            let indent = properties.child("w:ind")?;
            let of = |name: &str| indent.attribute(name)?.parse::<i32>().ok();
            of("w:hanging").map(|hanging| -hanging).or_else(|| of("w:firstLine"))
        });
        Measures {
            align: cascade.value("w:jc", "w:val").unwrap_or("left").to_owned(),
            left: cascade.number("w:ind", "w:left").unwrap_or_else(|| twips("w:ind", "w:start")),
            right: cascade.number("w:ind", "w:right").unwrap_or_else(|| twips("w:ind", "w:end")),
            first_line: indent.unwrap_or(0),
            before: twips("w:spacing", "w:before"),
            after: twips("w:spacing", "w:after"),
            line: match cascade.value("w:spacing", "w:lineRule") {
                Some("exact") => Line::Exactly(line / 20.0),
                Some("atLeast") => Line::AtLeast(line / 20.0),
                _ => Line::Multiple(line / 240.0),
            },
            keep_next: cascade.on("w:keepNext", false),
            // Word's own default is on.
            widow_control: cascade.on("w:widowControl", true),
            outline: cascade.number("w:outlineLvl", "w:val").filter(|level| *level < 9),
            tabs: cascade.latest("w:tabs").is_some(),
        }
    }
}

impl Letters {
    pub fn of(cascade: &Cascade) -> Letters {
        let points = |name| cascade.number(name, "w:val").unwrap_or(20) as f32 / 2.0;
        let font = |slot: &str| {
            // A theme's font stands before a named one in the same element.
            let theme =
                cascade.latest("w:rFonts").and_then(|fonts| fonts.attribute(&format!("w:{slot}Theme")));
            let named = cascade.value("w:rFonts", &format!("w:{slot}"));
            theme.or(named).unwrap_or_default().to_owned()
        };
        Letters {
            fonts: ["ascii", "hAnsi", "cs", "eastAsia"].map(font),
            size: points("w:sz"),
            complex_size: points("w:szCs"),
            bold: cascade.on("w:b", false),
            italic: cascade.on("w:i", false),
            underline: cascade.on("w:u", false),
            caps: cascade.on("w:caps", false) || cascade.on("w:smallCaps", false),
            colour: cascade.value("w:color", "w:val").unwrap_or("auto").to_owned(),
            language: cascade.value("w:lang", "w:val").unwrap_or_default().to_owned(),
        }
    }
}

#[test]
fn what_is_said_last_counts_from_the_defaults_to_the_paragraph_itself() {
    let styles = r#"<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="28"/>
        <w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/></w:rPr></w:rPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Base"><w:name w:val="Base"/>
          <w:pPr><w:spacing w:before="120" w:after="60"/><w:ind w:firstLine="720"/><w:keepNext/></w:pPr>
          <w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Derived"><w:basedOn w:val="Base"/>
          <w:pPr><w:spacing w:after="0" w:line="360" w:lineRule="exact"/></w:pPr><w:rPr><w:i/></w:rPr></w:style>
        </w:styles>"#;
    let styles = Styles::read(&Element::parse(styles).unwrap());
    let own = |source| Element::parse(source).unwrap();

    let paragraph = own(r#"<w:pPr><w:ind w:hanging="284"/><w:keepNext w:val="0"/></w:pPr>"#);
    let measures = Measures::of(&styles.paragraph("Derived", Some(&paragraph)));
    assert_eq!((measures.before, measures.after, measures.first_line), (120, 0, -284));
    assert_eq!((measures.line, measures.keep_next), (Line::Exactly(18.0), false));

    let run = own(r#"<w:rPr><w:b w:val="false"/><w:rFonts w:ascii="Arial"/></w:rPr>"#);
    let letters = Letters::of(&styles.run("Derived", Some(&run)));
    assert_eq!((letters.bold, letters.italic, letters.size), (false, true, 14.0));
    assert_eq!(letters.fonts, ["Arial", "Times New Roman", "", ""]);
    assert_eq!((letters.colour.as_str(), styles.default_paragraph()), ("FF0000", "Base"));
}
