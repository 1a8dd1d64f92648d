//! The little of CSS that says how text reads: what is shown, bold, in capitals, in which font.

use crate::import::docx::named::Named;
use crate::import::docx::styles::Look;

/// More rules than the style sheet of a document has.
const MOST_RULES: usize = 2_000;

/// What some declarations say; what they do not say follows from the elements around.
#[derive(Clone, Debug, Default)]
pub struct Css {
    /// How the letters look.
    pub look: Look,
    /// Whether spaces and line ends stay as they are typed.
    pub pre: Option<bool>,
    /// How the element stands among others.
    pub display: Option<Display>,
    /// The marks of a list, as `list-style-type` names them.
    pub list: Option<String>,
    /// What Word makes of the element.
    pub word: Option<Word>,
}

/// How an element stands among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Display {
    /// It is not shown.
    None,
    /// On lines of its own.
    Block,
    /// In the line.
    Inline,
}

/// What HTML has no element for, as Word says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// The number or bullet of a list, as it is shown.
    Mark,
    /// The width of tabs.
    Tab,
    /// A footnote or endnote.
    Note,
}

impl Css {
    /// Reads declarations: `font-weight: bold; color: red`.
    pub fn read(declarations: &str) -> Css {
        let mut css = Css::default();
        for declaration in split_outside_quotes(declarations, ';') {
            if let Some((property, value)) = declaration.split_once(':') {
                let value = value.trim().trim_end_matches("!important").trim_end();
                css.declare(&property.trim().to_ascii_lowercase(), value);
            }
        }
        css
    }

    fn declare(&mut self, property: &str, value: &str) {
        let typed = value;
        let value = value.to_ascii_lowercase();
        let value = value.as_str();
        if matches!(value, "inherit" | "initial" | "unset") {
            return;
        }
        match property {
            "font-weight" => self.look.bold = weight(value).or(self.look.bold),
            "font-family" => self.look.font = Some(family(typed)),
            "font" => {
                self.look.bold = Some(value.split_whitespace().any(|word| weight(word) == Some(true)));
                // The family stands behind the size, the first word that is a number with a unit.
                let size = typed.split_whitespace().find(|word| {
                    word.starts_with(|c: char| c.is_ascii_digit() || c == '.')
                        && word.ends_with(|c: char| !c.is_ascii_digit())
                });
                if let Some((_, family)) = size.and_then(|size| typed.split_once(size)) {
                    self.look.font = Some(self::family(family));
                }
            }
            "text-transform" => self.look.caps = Some(value == "uppercase"),
            "font-variant" | "font-variant-caps" if value.contains("-caps") => self.look.caps = Some(true),
            "white-space" => self.pre = Some(value.starts_with("pre") || value.starts_with("break-spaces")),
            "display" => {
                self.display = Some(match value {
                    "none" => Display::None,
                    _ if value.starts_with("inline") || value == "contents" => Display::Inline,
                    _ => Display::Block,
                });
            }
            "mso-hide" if value == "all" => self.display = Some(Display::None),
            "list-style-type" | "list-style" => self.list = Some(typed.to_owned()),
            "mso-list" if value == "ignore" => self.word = Some(Word::Mark),
            "mso-tab-count" => self.word = Some(Word::Tab),
            "mso-element" => match value {
                "footnote" | "endnote" => self.word = Some(Word::Note),
                // Comments are no text of the document.
                "comment-list" => self.display = Some(Display::None),
                _ => {}
            },
            _ => {}
        }
    }

    /// These declarations where they say something, else those below.
    pub fn over(self, below: &Css) -> Css {
        Css {
            look: self.look.over(&below.look),
            pre: self.pre.or(below.pre),
            display: self.display.or(below.display),
            list: self.list.or_else(|| below.list.clone()),
            word: self.word.or(below.word),
        }
    }
}

fn weight(value: &str) -> Option<bool> {
    match value {
        "bold" | "bolder" => Some(true),
        "normal" | "lighter" => Some(false),
        _ => value.parse::<u32>().ok().map(|weight| weight >= 600),
    }
}

/// The first of some fonts.
fn family(value: &str) -> String {
    value.split(',').next().unwrap_or_default().trim().trim_matches(['"', '\'']).to_owned()
}

/// The style sheets of a document: rules of the shapes `p`, `.x` and `p.x`.
#[derive(Debug, Default)]
pub struct Rules(Named<Css>);

impl Rules {
    /// Reads a style sheet. Rules of other shapes are passed over.
    pub fn read(&mut self, sheet: &str) {
        let sheet = without_comments(sheet);
        let mut rest = sheet.as_str();
        while let Some((selectors, behind)) = rest.split_once('{') {
            let end = end_of_block(behind);
            let (declarations, behind) = behind.split_at(end);
            rest = behind.get(1..).unwrap_or_default();
            let selectors = selectors.trim();
            if selectors.starts_with('@') {
                continue;
            }
            let css = Css::read(declarations);
            for selector in selectors.split(',').map(str::trim) {
                if self.0.all().len() >= MOST_RULES {
                    return;
                }
                if selector.contains(|c: char| !(c.is_alphanumeric() || "._-".contains(c))) {
                    continue;
                }
                let (name, class) = selector.split_once('.').unwrap_or((selector, ""));
                let key = key(name, class);
                let css = self.0.get(&key).map_or_else(|| css.clone(), |before| css.clone().over(before));
                self.0.insert(key, css);
            }
        }
    }

    /// What the rules say of an element of some classes.
    pub fn of(&self, name: &str, classes: &str) -> Css {
        let mut css = self.0.get(name).cloned().unwrap_or_default();
        for name in ["", name] {
            for class in classes.split_whitespace().take(8) {
                if let Some(own) = self.0.get(&key(name, class)) {
                    css = own.clone().over(&css);
                }
            }
        }
        css
    }
}

fn key(name: &str, class: &str) -> String {
    let dot = if class.is_empty() { "" } else { "." };
    format!("{}{dot}{class}", name.to_ascii_lowercase())
}

/// Where the block ends whose `{` stands before the text.
fn end_of_block(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => return at,
            '}' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

fn without_comments(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((before, behind)) = rest.split_once("/*") {
        out.push_str(before);
        rest = behind.split_once("*/").map_or("", |(_, behind)| behind);
    }
    out.push_str(rest);
    // Sheets are wrapped in a comment of HTML for browsers that know none.
    out.replace("<!--", "").replace("-->", "")
}

/// The parts of a text between separators that stand in no quotes and no brackets.
fn split_outside_quotes(text: &str, separator: char) -> impl Iterator<Item = &str> {
    let (mut quote, mut brackets) = (None, 0_usize);
    text.split(move |letter| {
        match (quote, letter) {
            (Some(open), _) if letter == open => quote = None,
            (None, '"' | '\'') => quote = Some(letter),
            (None, '(') => brackets += 1,
            (None, ')') => brackets = brackets.saturating_sub(1),
            _ => {}
        }
        quote.is_none() && brackets == 0 && letter == separator
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_say_how_letters_look() {
        let css = Css::read(
            "FONT-WEIGHT: 700 !important; font-family: '.VnTimeH', serif; text-transform:uppercase",
        );
        assert_eq!((css.look.bold, css.look.caps), (Some(true), Some(true)));
        assert_eq!(css.look.font.as_deref(), Some(".VnTimeH"));
        let css = Css::read("font:7.0pt \"Times New Roman\";background:url(data:a;b);white-space:pre-wrap");
        assert_eq!((css.look.bold, css.pre), (Some(false), Some(true)));
        assert_eq!(css.look.font.as_deref(), Some("Times New Roman"));
        assert_eq!(Css::read("font: italic bold 12pt/14pt .VnTime").look.bold, Some(true));
    }

    #[test]
    fn rules_go_from_the_element_to_its_class() {
        let mut rules = Rules::default();
        rules.read(
            "<!-- /* x } */ @page { size: 1cm; margin { a } } @list l0:level1 {mso-level-text:\"%1\\)\";}
             p.MsoNormal, li.MsoNormal { font-family: .VnTime } P { font-weight: bold } .a > .b { display: none }
             .light { font-weight: 300 } -->",
        );
        assert_eq!(rules.of("p", "MsoNormal").look.font.as_deref(), Some(".VnTime"));
        assert_eq!(rules.of("p", "").look.bold, Some(true));
        assert_eq!(rules.of("p", "MsoNormal light").look.bold, Some(false));
        assert_eq!(rules.of("div", "b").display, None);
    }
}
