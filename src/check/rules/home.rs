//! What a plan calls its own by the name of a place: "quê hương", a newspaper, a broadcaster.

use std::hash::Hash;
use std::ops::Range;

use super::clauses::OWN_PLACE;
use super::places::{self, Province, is_meant};
use super::words::{at, is_capital};
use crate::check::finding::Severity::Warn;
use crate::check::manuscript::{Manuscript, Paragraph};
use crate::check::place_names::{comparable, province_now};
use crate::check::rule::{Notes, Report, Rule};
use crate::format::place_name;
use crate::unit;

pub(super) const RULES: &[Rule] = &[
    Rule::whole(Warn, "place.leftover.home", OWN_PLACE, "“Quê hương” của nơi khác", home).reading(home_read),
    Rule::whole(Warn, "place.leftover.media", OWN_PLACE, "Báo, đài của tỉnh khác", media).reading(media_read),
];

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

/// What stands before the name of a province in that of what reports of it.
const MEDIA: [&str; 3] = ["báo", "truyền hình", "ptth"];

/// The names behind those: of two syllables, as most provinces have, and of three.
fn reporters(paragraph: &Paragraph) -> impl Iterator<Item = Range<usize>> {
    let heads = MEDIA.iter().flat_map(move |head| {
        let named = paragraph.phrases(head).map(|range| at(paragraph, &range));
        let named = named.filter(|own| is_capital(paragraph, *own));
        named.map(move |own| own + head.split(' ').count())
    });
    heads.flat_map(move |name| {
        let named = move |last: &usize| (name..=*last).all(|at| is_capital(paragraph, at));
        let ends = [name + 1, name + 2].into_iter().filter(named);
        ends.map(move |last| paragraph.words[name].at.start..paragraph.words[last].at.end)
    })
}

/// "Đài Phát thanh và Truyền hình Bình Định" in a plan of Phú Yên.
fn media(manuscript: &Manuscript, report: &mut Report) {
    let Some(own) = Province::of(manuscript) else { return };
    for paragraph in manuscript.paragraphs.iter().filter(|own| !is_meant(own)) {
        for range in reporters(paragraph).filter(|range| own.is_other(paragraph.slice(range.clone()))) {
            report.tell(paragraph, range, own.message());
        }
    }
}

fn media_read(paragraph: &Paragraph, manuscript: &Manuscript, notes: &mut Notes) {
    places::read(paragraph, manuscript, notes);
    reporters(paragraph).for_each(|range| paragraph.slice(range).hash(notes));
    if reporters(paragraph).next().is_some() {
        is_meant(paragraph).hash(notes);
    }
}
