//! How lines and pages look, put together of what the parts of the file say.

use super::document::{Block, Pages, paragraphs};
use super::styles;
use super::text::{Paragraph, TextLine};
use super::xml::Xml;
use crate::import::ReadError;
use crate::import::look::{Look, LookId, Looks, PageLook, PageNumber, Spread, Trait};
use crate::order;

/// Takes up the look of a line.
pub fn line(paragraph: &Paragraph, line: &TextLine, looks: &mut Looks) -> LookId {
    let look = Look {
        letters: Trait::ALL.map(|each| spread(each, line, looks)),
        measures: paragraph.measures,
        ..looks.place
    };
    looks.add(look)
}

/// How a trait is spread over the letters of a line.
fn spread(of: Trait, line: &TextLine, looks: &mut Looks) -> Spread {
    let mut counts: Vec<(u16, usize)> = Vec::new();
    let mut unknown = 0;
    for (letters, count) in &line.shares {
        let on = |trait_: Option<bool>| Some(u16::from(trait_ == Some(true)));
        let value = match of {
            Trait::Font => letters.font.as_deref().map(|name| looks.number(name)),
            Trait::Size => letters.size,
            Trait::Bold => on(letters.bold),
            Trait::Italic => on(letters.italic),
            Trait::Underline => on(letters.underline),
        };
        match (value, counts.iter_mut().find(|(known, _)| Some(*known) == value)) {
            (None, _) => unknown += count,
            (_, Some((_, known))) => *known += count,
            (Some(value), None) => counts.push((value, *count)),
        }
    }
    order::sort_by_key(&mut counts, |(_, count)| std::cmp::Reverse(*count));
    let mut values = counts.iter().map(|(value, _)| *value);
    match counts.first() {
        Some((_, count)) if *count >= unknown => Spread { most: values.next(), other: values.next() },
        _ => Spread { most: None, other: values.next() },
    }
}

/// The page number in a header or a footer, if there is one.
pub fn page_number(blocks: &[Block], top: bool) -> Option<PageNumber> {
    paragraphs(blocks).into_iter().find_map(|paragraph| {
        let letters = paragraph.page_number.as_ref()?;
        // Where it stands in a line is known as long as no tab moves it.
        let moved = paragraph.lines().iter().any(|line| line.text.contains('\t'));
        let align = paragraph.frame.or(paragraph.measures.align).filter(|_| !moved);
        Some(PageNumber { top, align, size: letters.size })
    })
}

/// How the pages of each section look; `numbers` are the headers and footers by their relations,
/// with the page number in each.
pub fn pages(blocks: &[Block], numbers: &[(String, Option<PageNumber>)]) -> Vec<PageLook> {
    // Header and footer, of first pages and of the others: a section has those of the one before
    // it where it names none.
    let mut edges: [Option<PageNumber>; 4] = [None; 4];
    let sections = blocks.iter().filter_map(|block| match block {
        Block::Section(pages) => Some(pages),
        _ => None,
    });
    let look = |pages: &Pages| {
        for (id, which, top) in &pages.edges {
            let place = usize::from(!top) + if which == "first" { 2 } else { 0 };
            if which != "even" {
                edges[place] = numbers.iter().find(|(own, _)| own == id).and_then(|(_, number)| *number);
            }
        }
        let number = edges[0].or(edges[1]);
        let first = if pages.first { edges[2].or(edges[3]) } else { number };
        PageLook { number, first_numbered: first.is_some(), ..pages.look }
    };
    sections.map(look).collect()
}

/// Whether a font is known only as one of the theme's.
pub fn names_theme(looks: &Looks) -> bool {
    looks.fonts.iter().any(|font| [styles::MAJOR, styles::MINOR].contains(&font.as_str()))
}

/// Gives the theme's fonts their names, read of `theme1.xml`; none where that cannot be read.
pub fn name_fonts(looks: &mut Looks, theme: &str) {
    let mut names = [String::new(), String::new()];
    if theme_fonts(&mut Xml::new(theme, ""), &mut names, None).is_err() {
        names = Default::default();
    }
    for (theme, name) in [styles::MAJOR, styles::MINOR].into_iter().zip(names) {
        looks.fonts.iter_mut().filter(|font| *font == theme).for_each(|font| font.clone_from(&name));
    }
}

/// Reads the names of the fonts for headings and for text; `of` is which of the two.
fn theme_fonts(xml: &mut Xml, names: &mut [String; 2], of: Option<usize>) -> Result<(), ReadError> {
    while let Some(tag) = xml.child()? {
        let inner = match tag.name() {
            "theme" | "themeElements" | "fontScheme" => None,
            "majorFont" => Some(0),
            "minorFont" => Some(1),
            name => {
                if let ("latin", Some(place)) = (name, of) {
                    names[place] = tag.attribute("typeface").unwrap_or_default();
                }
                xml.skip()?;
                continue;
            }
        };
        theme_fonts(xml, names, inner)?;
    }
    Ok(())
}
