//! Pages of a PDF: words and level lines, in points from the upper left corner.

use std::path::Path;

use serde_json::Value;

use crate::oracles::{checkout, read};

pub struct Page {
    pub width: f32,
    /// Line by line, left to right.
    pub words: Vec<Word>,
    pub lines: Vec<Stroke>,
}

#[derive(Clone, Debug)]
pub struct Word {
    pub text: String,
    pub x0: f32,
    pub x1: f32,
    pub baseline: f32,
    pub size: f32,
    pub font: String,
}

#[derive(Clone, Copy, Debug)]
pub struct Stroke {
    pub x0: f32,
    pub x1: f32,
    pub y: f32,
}

/// From the left end of a text to its right end.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    pub x0: f32,
    pub x1: f32,
    pub baseline: f32,
}

impl Span {
    pub fn width(&self) -> f32 {
        self.x1 - self.x0
    }

    pub fn middle(&self) -> f32 {
        (self.x0 + self.x1) / 2.0
    }
}

impl Stroke {
    pub fn length(&self) -> f32 {
        self.x1 - self.x0
    }

    pub fn middle(&self) -> f32 {
        (self.x0 + self.x1) / 2.0
    }
}

/// The pages of a Word file as LibreOffice sets them.
pub fn pages(word_file: &Path) -> Vec<Page> {
    let pdf = word_file.with_extension("pdf");
    read(checkout("tools/libreoffice-pdf"), [word_file, &pdf]);
    let geometry: Value = serde_json::from_str(&read(checkout("tools/pdf-geometry"), [&pdf])).unwrap();
    geometry["pages"].as_array().unwrap().iter().map(page).collect()
}

fn number(value: &Value, name: &str) -> f32 {
    value[name].as_f64().unwrap() as f32
}

fn page(page: &Value) -> Page {
    let all = |name: &str| page[name].as_array().unwrap().iter();
    let text = |word: &Value, name: &str| word[name].as_str().unwrap().to_owned();
    let words = all("words").map(|word| Word {
        text: text(word, "text"),
        x0: number(word, "x0"),
        x1: number(word, "x1"),
        baseline: number(word, "baseline"),
        size: number(word, "size"),
        font: text(word, "font"),
    });
    let lines = all("lines").map(|line| Stroke {
        x0: number(line, "x0"),
        x1: number(line, "x1"),
        y: number(line, "y"),
    });
    Page { width: number(page, "width"), words: words.collect(), lines: lines.collect() }
}

/// Baselines nearer than that belong to one line.
const LEVEL: f32 = 0.6;

impl Page {
    /// Where a text of one line stands first.
    pub fn find(&self, text: &str) -> Option<Span> {
        let wanted: Vec<&str> = text.split_whitespace().collect();
        let found = self.words.windows(wanted.len()).find(|words| {
            let same = words.iter().zip(&wanted).all(|(word, wanted)| word.text == *wanted);
            same && words.iter().all(|word| (word.baseline - words[0].baseline).abs() < LEVEL)
        })?;
        Some(span(found))
    }

    /// The line of text right over a stroke, as far as its words stand together.
    pub fn above(&self, stroke: &Stroke) -> Option<Span> {
        let lower = |word: &&Word| word.baseline < stroke.y + 0.5 && word.baseline > stroke.y - 30.0;
        let near = |word: &&Word| word.x0 < stroke.x1 + 5.0 && word.x1 > stroke.x0 - 5.0;
        let nearest =
            self.words.iter().filter(lower).filter(near).map(|word| word.baseline).reduce(f32::max)?;
        Some(self.around(nearest, stroke.middle()))
    }

    /// The words of one baseline that stand together around a place.
    pub fn around(&self, baseline: f32, place: f32) -> Span {
        let mut line: Vec<&Word> =
            self.words.iter().filter(|word| (word.baseline - baseline).abs() < LEVEL).collect();
        line.sort_by(|one, other| one.x0.total_cmp(&other.x0));
        // Words of centred text stand a space apart; columns stand further.
        let mut groups: Vec<Vec<Word>> = Vec::new();
        for word in line {
            match groups
                .last_mut()
                .filter(|group| group.last().is_some_and(|last| word.x0 - last.x1 < last.size * 0.6))
            {
                Some(group) => group.push(word.clone()),
                None => groups.push(vec![word.clone()]),
            }
        }
        let distance = |span: &Span| (span.middle() - place).abs();
        let spans = groups.iter().map(|group| span(group));
        spans.min_by(|one, other| distance(one).total_cmp(&distance(other))).unwrap()
    }
}

fn span(words: &[Word]) -> Span {
    let (x0, x1) = words.iter().fold((f32::MAX, 0.0f32), |(x0, x1), word| (x0.min(word.x0), x1.max(word.x1)));
    Span { x0, x1, baseline: words[0].baseline }
}
