//! How the lines and the pages of a source look.
//!
//! A look is what one sees, whichever of styles, lists or the paragraph itself says it. What
//! a file leaves to the program that opens it is unknown, never guessed.

use crate::format::Twips;

/// How a source looks; nothing is known of a plain text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Looks {
    /// How its pages look, section by section.
    pub pages: Vec<PageLook>,
    /// The names of its fonts. One that is unknown is blank.
    pub fonts: Vec<String>,
    /// Where the line stands that is read next.
    pub(super) place: Look,
    /// Each look of its lines, most of them once.
    all: Vec<Look>,
}

impl Looks {
    /// The look of a line.
    pub fn get(&self, id: LookId) -> Option<&Look> {
        self.all.get(id.0 as usize)
    }

    /// Takes up a look.
    pub fn add(&mut self, look: Look) -> LookId {
        /// A look further back is taken up once more: that costs less than looking for it.
        const NEAR: usize = 32;
        let near = self.all.len().saturating_sub(NEAR);
        let known = self.all[near..].iter().rposition(|known| *known == look);
        let place = known.map_or(self.all.len(), |place| near + place);
        if known.is_none() {
            self.all.push(look);
        }
        LookId(u32::try_from(place).unwrap_or(u32::MAX))
    }

    /// Says what closes off a line: a line that is drawn counts for more than characters.
    pub(super) fn close_off(&mut self, id: LookId, under: Under) -> LookId {
        match self.get(id) {
            Some(look) if look.under < under => self.add(Look { under, ..*look }),
            _ => id,
        }
    }

    /// The number of a font.
    pub(super) fn number(&mut self, font: &str) -> u16 {
        /// More fonts than any file uses; the others are one.
        const MOST: usize = 200;
        let known = self.fonts.iter().position(|name| name == font);
        let place = known.unwrap_or_else(|| {
            if self.fonts.len() < MOST {
                self.fonts.push(font.to_owned());
            }
            self.fonts.len() - 1
        });
        u16::try_from(place).unwrap_or(u16::MAX)
    }

    /// The name of a font, if it is known.
    pub fn font(&self, font: u16) -> Option<&str> {
        self.fonts.get(usize::from(font)).map(String::as_str).filter(|name| !name.is_empty())
    }
}

/// The look of a line among the [`Looks`] of its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LookId(u32);

/// How a line looks. Letters that are printed in capitals are capitals in the line's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Its letters, by [`Trait`].
    pub letters: [Spread; Trait::ALL.len()],
    /// Its paragraph.
    pub measures: Measures,
    /// Whether it stands in a cell of a table.
    pub in_table: bool,
    /// What closes it off below.
    pub under: Under,
    /// The section it stands in, from 0.
    pub section: u16,
}

/// What is seen of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trait {
    /// The place of the font's name in [`Looks::fonts`].
    Font,
    /// Half points.
    Size,
    /// 1 or 0.
    Bold,
    /// 1 or 0.
    Italic,
    /// 1 or 0.
    Underline,
}

impl Trait {
    /// All of them.
    pub const ALL: [Trait; 5] = [Trait::Font, Trait::Size, Trait::Bold, Trait::Italic, Trait::Underline];
}

/// One trait of the letters of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// That of most letters; `None` is unknown.
    pub most: Option<u16>,
    /// Another, that some letters have.
    pub other: Option<u16>,
}

/// How the lines of a paragraph stand. What is `None` is unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measures {
    /// How they stand between the margins.
    pub align: Option<Align>,
    /// From the left margin to all lines.
    pub left: Option<Twips>,
    /// How much further in the first line begins; negative hangs it out.
    pub first: Option<Twips>,
    /// Space above.
    pub before: Option<Twips>,
    /// Space below.
    pub after: Option<Twips>,
    /// Whether paragraphs of one style follow each other without that space.
    pub close: Option<bool>,
    /// How they follow each other.
    pub line: Option<Leading>,
}

impl Measures {
    /// These measures where they say something, else those below.
    #[must_use]
    pub fn over(self, below: Measures) -> Measures {
        Measures {
            align: self.align.or(below.align),
            left: self.left.or(below.left),
            first: self.first.or(below.first),
            before: self.before.or(below.before),
            after: self.after.or(below.after),
            close: self.close.or(below.close),
            line: self.line.or(below.line),
        }
    }
}

/// How lines stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Flush left.
    Left,
    /// Centred.
    Center,
    /// Flush right.
    Right,
    /// Flush on both sides.
    Justify,
}

/// How lines follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leading {
    /// Hundredths of a single line.
    Multiple(u16),
    /// Exactly this distance.
    Exactly(Twips),
    /// At least this distance.
    AtLeast(Twips),
}

/// What closes a text off below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Under {
    /// Nothing.
    #[default]
    Nothing,
    /// Characters: `-----`, `*`.
    Typed,
    /// A drawn line, or the border of a paragraph.
    Drawn,
}

/// How the pages of a section look. What is `None` is unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PageLook {
    /// Width of the paper as it lies.
    pub width: Option<Twips>,
    /// Height of the paper as it lies.
    pub height: Option<Twips>,
    /// Top, bottom, left and right margin.
    pub margins: [Option<Twips>; 4],
    /// The page number, if there is one.
    pub number: Option<PageNumber>,
    /// Whether the first page shows it, too.
    pub first_numbered: bool,
}

/// A page number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageNumber {
    /// Whether it stands in the top margin, not in the bottom one.
    pub top: bool,
    /// How it stands between the side margins; `None` is unknown.
    pub align: Option<Align>,
    /// Its size in half points.
    pub size: Option<u16>,
}
