//! How the lines of a paragraph stand, as its properties say it.

use super::xml::Tag;
use crate::format::Twips;
use crate::import::look::{Align, Leading, Measures};

/// What holds where nothing is said (ISO/IEC 29500-1, 17.3.1).
pub const UNSAID: Measures = Measures {
    align: Some(Align::Left),
    left: Some(Twips::ZERO),
    first: Some(Twips::ZERO),
    before: Some(Twips::ZERO),
    after: Some(Twips::ZERO),
    close: Some(false),
    line: Some(Leading::Multiple(100)),
};

/// The space that a program makes by itself where it is asked to: 14 pt in Word.
const AUTOMATIC: Twips = Twips::pt(14);
/// A single line in the units of a line rule "auto".
const SINGLE: i32 = 240;

/// Takes what a property says of the measures.
pub fn read(tag: &Tag, measures: &mut Measures) {
    let length = |name: &str| tag.attribute(name).and_then(|length| twips(&length));
    match tag.name() {
        "jc" => measures.align = tag.val().and_then(|name| align(&name)),
        "contextualSpacing" => measures.close = Some(tag.on()),
        "ind" => {
            measures.left = length("left").or_else(|| length("start")).or(measures.left);
            let hanging = length("hanging").map(|hanging| -hanging);
            measures.first = hanging.or_else(|| length("firstLine")).or(measures.first);
        }
        "spacing" => {
            let automatic = |name| matches!(tag.attribute(name).as_deref(), Some("1" | "true" | "on"));
            let space = |name, auto| if automatic(auto) { Some(AUTOMATIC) } else { length(name) };
            measures.before = space("before", "beforeAutospacing").or(measures.before);
            measures.after = space("after", "afterAutospacing").or(measures.after);
            let leading = length("line").map(|line| match tag.attribute("lineRule").as_deref() {
                Some("exact") => Leading::Exactly(line),
                Some("atLeast") => Leading::AtLeast(line),
                _ => Leading::Multiple(u16::try_from((line.0 * 100 + SINGLE / 2) / SINGLE).unwrap_or(0)),
            });
            measures.line = leading.or(measures.line);
        }
        _ => {}
    }
}

/// An alignment by its name.
pub fn align(name: &str) -> Option<Align> {
    match name {
        "left" | "start" => Some(Align::Left),
        "center" => Some(Align::Center),
        "right" | "end" => Some(Align::Right),
        "both" | "distribute" => Some(Align::Justify),
        _ => None,
    }
}

/// The longest length that a file may name: longer than any paper, far from overflow.
const LONGEST: f32 = 100_000.0;

/// A number with a point, as files write lengths. That of the standard library reads any other, too, by tables of
/// ten kilobytes.
pub fn decimal(text: &str) -> Option<f32> {
    let text = text.trim();
    let figures = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = figures.split_once('.').unwrap_or((figures, ""));
    let read = |figures: &str| {
        let mut figures = figures.bytes();
        figures.try_fold(0.0_f64, |sum, own| own.is_ascii_digit().then(|| sum * 10.0 + f64::from(own - b'0')))
    };
    if whole.is_empty() && part.is_empty() {
        return None;
    }
    let size = read(whole)? + part.bytes().fold(read(part)?, |size, _| size / 10.0);
    Some(if figures.len() < text.len() { -size } else { size } as f32)
}

/// A length: a number of twips, or a number with its unit as strict files have it.
pub fn twips(text: &str) -> Option<Twips> {
    let unit = text.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (number, unit) = text.split_at(unit);
    let in_unit = match unit {
        "" => 1.0,
        "pt" => 20.0,
        "mm" => 1440.0 / 25.4,
        "cm" => 1440.0 / 2.54,
        "in" => 1440.0,
        "pc" => 240.0,
        _ => return None,
    };
    let length = decimal(number)? * in_unit;
    (length.abs() <= LONGEST).then(|| Twips(length.round() as i32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_as_files_write_them_and_nothing_else() {
        let read =
            ["20mm", "1.5cm", "-.5in", "14pt", "720", " 35.4 mm"].map(|text| twips(text).map(|own| own.0));
        assert_eq!(read, [Some(1134), Some(850), Some(-720), Some(280), Some(720), Some(2007)]);
        let odd = ["", "-", ".", "pt", "1.2.3", "1,5cm", "--2", "12km", "99999999999999999999999"].map(twips);
        assert!(odd.iter().all(Option::is_none), "{odd:?}");
        assert_eq!(decimal("0.1"), Some(0.1));
    }
}
