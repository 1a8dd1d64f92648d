//! The marks of lists as the page shows them.

use super::css::Css;
use crate::import::docx::numbering::{bullet, number};
use crate::import::docx::xml::Tag;

/// A list and how far it is counted.
pub struct List {
    ordered: bool,
    next: u32,
    /// `list-style-type` or `type` of the list.
    style: Option<String>,
    /// What its bullets are.
    bullet: &'static str,
}

/// Kinds of marks as CSS and HTML name them, and as Word does.
const FORMATS: [(&str, &str); 17] = [
    ("none", NONE),
    ("disc", BULLET),
    ("circle", BULLET),
    ("square", BULLET),
    ("decimal", "decimal"),
    ("decimal-leading-zero", "decimalZero"),
    ("lower-alpha", "lowerLetter"),
    ("lower-latin", "lowerLetter"),
    ("upper-alpha", "upperLetter"),
    ("upper-latin", "upperLetter"),
    ("lower-roman", "lowerRoman"),
    ("upper-roman", "upperRoman"),
    ("1", "decimal"),
    ("a", "lowerLetter"),
    ("A", "upperLetter"),
    ("i", "lowerRoman"),
    ("I", "upperRoman"),
];
const NONE: &str = "none";
const BULLET: &str = "bullet";

impl List {
    /// A list inside the lists `around`.
    pub fn new(ordered: bool, tag: &Tag, css: &Css, around: &[List]) -> List {
        let start = tag.attribute("start").and_then(|start| start.trim().parse().ok());
        let inner = !ordered && around.iter().any(|list| !list.ordered);
        List {
            ordered,
            next: start.unwrap_or(1),
            style: css.list.clone().or_else(|| tag.attribute("type")),
            bullet: if inner { "+" } else { bullet("") },
        }
    }

    /// The mark of the next item.
    pub fn next(&mut self, item: &Tag, css: &Css) -> String {
        if let Some(value) = item.attribute("value").and_then(|value| value.trim().parse().ok()) {
            self.next = value;
        }
        let own = self.next;
        self.next = own.saturating_add(1);
        let item = css.list.clone().or_else(|| item.attribute("type"));
        let styles = [item.as_deref(), self.style.as_deref()];
        for style in styles.into_iter().flatten() {
            if let Some(text) = style.strip_prefix(['"', '\'']) {
                return shown(text.trim_end_matches(['"', '\'']));
            }
            let format = style
                .split_whitespace()
                .find_map(|word| FORMATS.iter().find(|(css, _)| *css == word).map(|(_, format)| *format));
            match format {
                Some(NONE) => return String::new(),
                Some(BULLET) => return self.bullet.into(),
                Some(format) => return format!("{}.", number(own, format)),
                None => {}
            }
        }
        if self.ordered { format!("{own}.") } else { self.bullet.into() }
    }
}

/// A mark that is given as it is shown: a number, or a bullet as the lines have it.
pub fn shown(mark: &str) -> String {
    let mark = mark.trim();
    // The hollow bullet of Word is a letter of a typewriter font.
    if mark != "o" && mark.contains(char::is_alphanumeric) { mark.into() } else { bullet(mark).into() }
}
