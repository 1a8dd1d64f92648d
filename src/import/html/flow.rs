//! Text as it runs into paragraphs: white space as CSS has it, line breaks, marks of lists.

use super::css::Css;
use super::{BLOCKS, PARAGRAPHS};
use crate::import::docx::document::Block;
use crate::import::docx::styles::Look;
use crate::import::docx::symbols::symbol;
use crate::import::docx::text::Paragraph;
use crate::import::docx::xml::Tag;

/// What the elements around some text say of it.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// How its letters look.
    look: Look,
    /// Whether spaces and line ends stay as they are typed.
    pre: bool,
    /// Whether it stands in an element that is a paragraph. Elsewhere line breaks part paragraphs,
    /// since nothing else does.
    paragraph: bool,
}

impl Context {
    /// What holds inside an element.
    pub fn inside(&self, name: &str, tag: &Tag, css: &Css) -> Context {
        let mut html = Look::default();
        match name {
            "b" | "strong" | "th" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => html.bold = Some(true),
            "font" => html.font = tag.attribute("face"),
            _ => {}
        }
        let paragraph = PARAGRAPHS.contains(&name) || (self.paragraph && !BLOCKS.contains(&name));
        let pre = css.pre.unwrap_or(self.pre || name == "pre");
        Context { look: css.look.clone().over(&html).over(&self.look), pre, paragraph }
    }
}

/// Paragraphs and tables as they come, and the paragraph that is being filled.
#[derive(Default)]
pub struct Flow {
    /// What is complete.
    pub blocks: Vec<Block>,
    /// The mark of the next paragraph in a list.
    pub mark: String,
    paragraph: Paragraph,
    /// Whether the paragraph has anything.
    begun: bool,
    /// Whether white space stands behind the last letter.
    space: bool,
    /// Whether a line break does: one at the end of a paragraph shows nothing.
    broken: bool,
    /// Whether a picture does.
    picture: bool,
}

impl Flow {
    /// Adds text.
    pub fn text(&mut self, text: &str, context: &Context) {
        let mut out = String::with_capacity(text.len());
        for letter in text.chars() {
            // LibreOffice ends the line behind a picture, even inside the word in which it is anchored.
            if std::mem::take(&mut self.picture) && letter == '\n' {
                continue;
            }
            match letter {
                '\n' if context.pre => {
                    self.add(&std::mem::take(&mut out), context);
                    self.line_break(context);
                }
                '\r' if context.pre => {}
                // What HTML calls white space; others, as the no-break space, are text.
                ' ' | '\t' | '\n' | '\r' | '\u{c}' if !context.pre => self.space = true,
                _ => {
                    let inside = !out.is_empty() || (self.begun && !self.broken);
                    if std::mem::take(&mut self.space) && inside {
                        out.push(' ');
                    }
                    out.push(letter);
                }
            }
        }
        self.add(&out, context);
    }

    fn add(&mut self, text: &str, context: &Context) {
        if text.is_empty() {
            return;
        }
        let look = &context.look;
        if std::mem::take(&mut self.broken) {
            self.paragraph.push("\n", look);
        }
        self.begun = true;
        match look.font.as_deref().and_then(|font| sign(text, font)) {
            Some(sign) => {
                if text.starts_with(' ') {
                    self.paragraph.push(" ", look);
                }
                self.paragraph.push_sign(sign, look);
            }
            None => self.paragraph.push(text, look),
        }
    }

    /// A picture, which parts no words.
    pub fn picture(&mut self) {
        self.picture = !self.space;
    }

    /// Adds the text of a note where it is referred to.
    pub fn note(&mut self, note: &str, context: &Context) {
        let look = Look { font: None, ..context.look.clone() };
        self.add(&format!(" ({note})"), &Context { look, ..context.clone() });
    }

    /// Adds the width of a tab.
    pub fn tab(&mut self, context: &Context) {
        self.add("\t", context);
        self.space = false;
    }

    /// A line break: two of them part paragraphs wherever they stand.
    pub fn line_break(&mut self, context: &Context) {
        self.space = false;
        if self.begun && context.paragraph && !self.broken {
            self.broken = true;
        } else if self.begun && !self.broken {
            self.end();
        } else {
            self.rule();
        }
    }

    /// What parts paragraphs as a blank line does.
    pub fn rule(&mut self) {
        self.end();
        self.blocks.push(Block::Paragraph(Paragraph::default()));
    }

    /// Ends the paragraph, if there is anything in it.
    pub fn end(&mut self) {
        (self.space, self.broken, self.picture) = (false, false, false);
        if std::mem::take(&mut self.begun) {
            let mut paragraph = std::mem::take(&mut self.paragraph);
            if !paragraph.is_blank() {
                paragraph.number = std::mem::take(&mut self.mark);
            }
            self.blocks.push(Block::Paragraph(paragraph));
        }
    }

    /// All that came.
    pub fn finish(mut self) -> Vec<Block> {
        self.end();
        self.blocks
    }
}

/// The sign that a symbol font shows for a letter that stands alone. Longer text in such a font
/// is text that no symbol font can show.
fn sign(text: &str, font: &str) -> Option<char> {
    let mut letters = text.trim().chars();
    let (letter, more) = (letters.next()?, letters.next());
    let font = font.to_ascii_lowercase();
    let (code, is_symbol) = (u32::from(letter), font == "symbol");
    let shows = is_symbol || font.starts_with("wingdings") || font.starts_with("webdings");
    let coded = code < 0x100 || (0xf000..0xf100).contains(&code);
    let plain = is_symbol && letter.is_ascii_alphanumeric();
    (more.is_none() && shows && coded && !plain).then(|| symbol(&font, code))
}
