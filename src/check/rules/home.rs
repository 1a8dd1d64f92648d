//! "Quê hương" with a name: of another place than the body's own.

use std::hash::Hash;
use std::ops::Range;

use super::clauses::OWN_PLACE;
use super::words::{at, is_capital};
use crate::check::finding::Severity::Warn;
use crate::check::manuscript::{Manuscript, Paragraph};
use crate::check::place_names::{comparable, province_now};
use crate::check::rule::{Notes, Report, Rule};
use crate::format::place_name;
use crate::unit;

pub(super) const RULES: &[Rule] =
    &[Rule::whole(Warn, "place.leftover.home", OWN_PLACE, "“Quê hương” của nơi khác", home)
        .reading(home_read)];

/// The names of two syllables that stand behind "quê hương".
fn homes(paragraph: &Paragraph) -> impl Iterator<Item = Range<usize>> {
    paragraph.phrases("quê hương").filter_map(|range| {
        let name = at(paragraph, &range) + 2;
        let named = [name, name + 1].iter().all(|at| is_capital(paragraph, *at));
        let at = named.then(|| paragraph.words[name].at.start..paragraph.words[name + 1].at.end)?;
        (paragraph.slice(range.end..at.start) == " ").then_some(at)
    })
}

/// "con em quê hương Quỳnh Lưu" in a plan of Diễn Châu.
fn home(manuscript: &Manuscript, report: &mut Report) {
    let [own, province] =
        [&manuscript.frame.commune, &manuscript.frame.province].map(|unit| comparable(&place_name(unit)));
    for paragraph in manuscript.paragraphs.iter().filter(|_| !own.is_empty()) {
        for range in homes(paragraph) {
            let name = comparable(paragraph.slice(range.clone()));
            let mut communes = unit::communes_named(&name).filter(|unit| comparable(unit.name()) == name);
            let is_province = province_now(&name).is_some();
            if name != own && name != province && !is_province && communes.next().is_some() {
                let message = format!("Cơ quan ban hành ở {}.", manuscript.frame.commune);
                report.tell(paragraph, range, message);
            }
        }
    }
}

fn home_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    homes(paragraph).for_each(|range| paragraph.slice(range).hash(notes));
}
