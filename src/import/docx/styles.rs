//! What styles say of the letters, the measures and the numbers of their paragraphs.

use super::measures;
use super::named::Named;
use super::xml::{Tag, Xml};
use crate::import::ReadError;
use crate::import::look::Measures;

/// What is known of some letters; what is not said here follows from a style below.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Look {
    /// Bold.
    pub bold: Option<bool>,
    /// Printed in capitals, however typed.
    pub caps: Option<bool>,
    /// Italic.
    pub italic: Option<bool>,
    /// Underlined.
    pub underline: Option<bool>,
    /// Size in half points.
    pub size: Option<u16>,
    /// Not printed.
    pub hidden: Option<bool>,
    /// The font; one of the theme's is [`MINOR`] or [`MAJOR`].
    pub font: Option<String>,
    /// The style of these letters.
    pub style: Option<String>,
    /// Deleted with tracked changes: of a paragraph's mark, which parts it from the next.
    pub deleted: bool,
}

/// The theme's font for text.
pub const MINOR: &str = "+minor";
/// The theme's font for headings.
pub const MAJOR: &str = "+major";

impl Look {
    /// This look where it says something, else the one below.
    pub fn over(self, below: &Look) -> Look {
        Look {
            bold: self.bold.or(below.bold),
            caps: self.caps.or(below.caps),
            italic: self.italic.or(below.italic),
            underline: self.underline.or(below.underline),
            size: self.size.or(below.size),
            hidden: self.hidden.or(below.hidden),
            font: self.font.or_else(|| below.font.clone()),
            ..self
        }
    }

    /// Reads `w:rPr`.
    pub fn read(xml: &mut Xml) -> Result<Look, ReadError> {
        let mut look = Look::default();
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "b" => look.bold = Some(tag.on()),
                "caps" => look.caps = Some(tag.on()),
                "i" => look.italic = Some(tag.on()),
                "u" => look.underline = Some(tag.on()),
                "sz" => look.size = tag.val().and_then(|size| size.parse().ok()),
                "vanish" => look.hidden = Some(tag.on()),
                "rStyle" => look.style = tag.val(),
                "del" | "moveFrom" => look.deleted = true,
                "rFonts" => look.font = font(&tag),
                _ => {}
            }
            xml.skip()?;
        }
        Ok(look)
    }
}

/// The font that an element names.
fn font(tag: &Tag) -> Option<String> {
    // Letters beyond ASCII, which are those that matter, are in the first.
    let any = |names: [&str; 2]| names.into_iter().find_map(|name| tag.attribute(name));
    match any(["hAnsiTheme", "asciiTheme"]) {
        Some(theme) => Some(if theme.starts_with("major") { MAJOR } else { MINOR }.into()),
        None => any(["hAnsi", "ascii"]),
    }
}

/// A paragraph's place in a list.
#[derive(Clone, Debug, Default)]
pub struct ListPlace {
    /// Which list; "0" is none.
    pub list: Option<String>,
    /// The level, from 0.
    pub level: Option<usize>,
}

impl ListPlace {
    /// Reads `w:numPr`.
    pub fn read(xml: &mut Xml) -> Result<ListPlace, ReadError> {
        let mut place = ListPlace::default();
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "numId" => place.list = tag.val(),
                "ilvl" => place.level = tag.val().and_then(|level| level.parse().ok()),
                _ => {}
            }
            xml.skip()?;
        }
        Ok(place)
    }
}

#[derive(Debug, Default)]
struct Style {
    below: Option<String>,
    look: Look,
    measures: Measures,
    place: ListPlace,
}

/// The styles of a file.
#[derive(Debug)]
pub struct Styles {
    all: Named<Style>,
    /// The style of paragraphs that name none.
    paragraph: Option<String>,
    /// Below all styles.
    defaults: Look,
    /// Below the measures of all styles.
    measures: Measures,
}

/// The size of letters, in half points, where nothing is said (ISO/IEC 29500-1, 17.3.2.38).
const UNSAID: u16 = 20;
/// Styles on styles deeper than this are a circle.
const DEEPEST: usize = 20;

impl Default for Styles {
    fn default() -> Styles {
        let defaults = Look { size: Some(UNSAID), ..Look::default() };
        Styles { all: Named::default(), paragraph: None, defaults, measures: measures::UNSAID }
    }
}

impl Styles {
    /// Reads `styles.xml`.
    pub fn read(text: &str, part: &str) -> Result<Styles, ReadError> {
        let mut styles = Styles::default();
        let mut xml = Xml::new(text, part);
        while xml.child()?.is_some() {
            while let Some(tag) = xml.child()? {
                match tag.name() {
                    "docDefaults" => defaults(&mut xml, &mut styles)?,
                    "style" => {
                        let id = tag.attribute("styleId").unwrap_or_default();
                        let default = tag.attribute("default").is_some_and(|on| on == "1" || on == "true");
                        if default && tag.attribute("type").as_deref() == Some("paragraph") {
                            styles.paragraph = Some(id.clone());
                        }
                        styles.all.insert(id, style(&mut xml)?);
                    }
                    _ => xml.skip()?,
                }
            }
        }
        Ok(styles)
    }

    /// How the letters of a paragraph look by its style alone.
    pub fn paragraph(&self, style: Option<&str>) -> Look {
        let style = style.filter(|id| self.all.get(id).is_some()).or(self.paragraph.as_deref());
        self.look(style).over(&self.defaults)
    }

    /// How the lines of a paragraph stand by its style alone.
    pub fn measures(&self, style: Option<&str>) -> Measures {
        let style = style.filter(|id| self.all.get(id).is_some()).or(self.paragraph.as_deref());
        self.chain(style).fold(Measures::default(), |all, (_, style)| all.over(style.measures))
    }

    /// How the lines of paragraphs stand where neither style nor paragraph says it.
    pub fn below(&self) -> Measures {
        self.measures
    }

    /// How letters look by their own style alone.
    pub fn letters(&self, style: Option<&str>) -> Look {
        self.look(style)
    }

    /// Where a paragraph's style puts it in a list, and the style that says so.
    pub fn place<'a>(&'a self, style: Option<&'a str>) -> Option<(&'a str, &'a ListPlace)> {
        self.chain(style).find(|(_, style)| style.place.list.is_some()).map(|(id, style)| (id, &style.place))
    }

    fn look(&self, style: Option<&str>) -> Look {
        self.chain(style).fold(Look::default(), |look, (_, style)| look.over(&style.look))
    }

    /// A style and those below it.
    fn chain<'a>(&'a self, style: Option<&'a str>) -> impl Iterator<Item = (&'a str, &'a Style)> {
        let mut next = style;
        std::iter::from_fn(move || {
            let id = next?;
            let style = self.all.get(id)?;
            next = style.below.as_deref();
            Some((id, style))
        })
        .take(DEEPEST)
    }
}

fn defaults(xml: &mut Xml, styles: &mut Styles) -> Result<(), ReadError> {
    while let Some(part) = xml.child()? {
        while let Some(tag) = xml.child()? {
            match (part.name(), tag.name()) {
                ("rPrDefault", "rPr") => styles.defaults = Look::read(xml)?.over(&styles.defaults),
                ("pPrDefault", "pPr") => {
                    while let Some(tag) = xml.child()? {
                        measures::read(&tag, &mut styles.measures);
                        xml.skip()?;
                    }
                }
                _ => xml.skip()?,
            }
        }
    }
    Ok(())
}

fn style(xml: &mut Xml) -> Result<Style, ReadError> {
    let mut style = Style::default();
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "basedOn" => {
                style.below = tag.val();
                xml.skip()?;
            }
            "rPr" => style.look = Look::read(xml)?,
            "pPr" => {
                while let Some(tag) = xml.child()? {
                    if tag.name() == "numPr" {
                        style.place = ListPlace::read(xml)?;
                    } else {
                        measures::read(&tag, &mut style.measures);
                        xml.skip()?;
                    }
                }
            }
            _ => xml.skip()?,
        }
    }
    Ok(style)
}
