//! A file that was read, as a text under review.

use super::{Frame, Manuscript, Paragraph, Place, Within};
use crate::import::{Reading, Role};
use crate::plan::{Plan, SectionRole, one_line};
use crate::vietnamese::{ascii, official_case};

/// Which lines a source counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbered {
    /// The lines of a text.
    Lines,
    /// The paragraphs of a Word file.
    Paragraphs,
}

impl Manuscript {
    /// What stood in a file, line by line.
    pub fn of_source(reading: &Reading, numbered: Numbered) -> Manuscript {
        let plan = &reading.imported.plan;
        let mut paragraphs: Vec<Paragraph> = Vec::new();
        let mut within = Within::default();
        let mut section = 0;
        for line in &reading.lines {
            if line.role == Role::Section {
                section += 1;
                within.section = Some(purpose(&line.text, section));
            }
            let role = line.role;
            for (at, typed) in (line.number..).zip(&line.typed) {
                let place = match numbered {
                    Numbered::Lines => Place::Line(at),
                    Numbered::Paragraphs => Place::Paragraph(at),
                };
                // Trích yếu is one paragraph however many lines it takes.
                let subject = |before: &&mut Paragraph| role == Role::Subject && before.role == role;
                match paragraphs.last_mut().filter(|before| role == Role::Continued || subject(before)) {
                    Some(before) => before.go_on(place, typed),
                    None => paragraphs.push(Paragraph::new(role, within, place, typed)),
                }
            }
        }
        Manuscript::new(Frame { is_source: true, ..Frame::of(plan) }, paragraphs)
    }
}

/// What a section is for, by its heading.
fn purpose(heading: &str, nth: usize) -> SectionRole {
    let plain = ascii(heading);
    match () {
        () if plain.contains("to chuc thuc hien") => SectionRole::Organisation,
        () if nth == 1 && (plain.contains("muc dich") || plain.contains("yeu cau")) => SectionRole::Purpose,
        () => SectionRole::Content,
    }
}

impl Frame {
    /// What a plan says of itself.
    pub(super) fn of(plan: &Plan) -> Frame {
        let issuer = &plan.issuer;
        let bodies = [&issuer.superior, &issuer.issuing, &issuer.standing];
        let bodies: Vec<String> = bodies.into_iter().map(|body| official_case(&one_line(body))).collect();
        let bodies = bodies.join("\n");
        let typed = |unit: &str, nouns: &[&str]| {
            if unit.trim().is_empty() { named(&bodies, nouns) } else { unit.trim().to_owned() }
        };
        Frame {
            family: plan.format.format().key.to_owned(),
            is_source: false,
            date: plan.date.clone(),
            province: typed(&issuer.province, &["tỉnh", "thành phố", "Thành phố"]),
            commune: typed(&issuer.commune, &["xã", "phường", "đặc khu", "Phường"]),
            bodies,
            subject: one_line(&plan.subject),
            number: plan.number.trim().to_owned(),
            symbol: plan.symbol.trim().to_owned(),
        }
    }
}

/// The unit that a line of the header names last, with its noun.
fn named(bodies: &str, nouns: &[&str]) -> String {
    let mut units = bodies.lines().filter_map(|line| {
        nouns.iter().find_map(|noun| {
            let at = line.rfind(&format!("{noun} "))?;
            let whole = line[..at].chars().next_back().is_none_or(|before| !before.is_alphabetic());
            whole.then(|| line[at..].to_owned())
        })
    });
    units.next_back().unwrap_or_default()
}
