//! A file that was read, as a text under review.

use super::{Frame, Manuscript, Paragraph, Place, Within};
use crate::import::{Reading, Role};
use crate::plan::{Plan, SectionRole, one_line};
use crate::vietnamese::{ascii, official_case, upper};

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
            let cells = (line.number..).zip(&line.typed).flat_map(|(at, typed)| {
                cells(typed, role).into_iter().map(move |(role, cell)| (at, role, cell))
            });
            for (at, role, typed) in cells {
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
        let family = family(&paragraphs).unwrap_or(plan.format.format().key).to_owned();
        Manuscript::new(Frame { is_source: true, family, ..Frame::of(plan) }, paragraphs)
    }
}

/// The parts of a line of head or ending whose two columns were written on one line, each with what it is.
fn cells(typed: &str, role: Role) -> Vec<(Role, &str)> {
    // A blank to be filled in is wide too: "Số:       /KH-UBND".
    let wide = |at: usize| {
        let rest = &typed[at..];
        let gap = rest.len() - rest.trim_start_matches([' ', '\t', '\u{a0}']).len();
        let column = rest[..gap].contains('\t') || rest[..gap].chars().count() > 4;
        let starts = rest[gap..].starts_with(char::is_uppercase) && !typed[..at].trim().is_empty();
        (column && starts).then_some((at, at + gap))
    };
    let columns = role.is_of_head() || role.is_of_ending();
    let Some((end, start)) =
        typed.match_indices([' ', '\t', '\u{a0}']).find_map(|(at, _)| wide(at)).filter(|_| columns)
    else {
        return vec![(role, typed)];
    };
    let own = |cell: &str| {
        let plain = ascii(cell.trim());
        let begins = |words: &[&str]| words.iter().any(|word| plain.starts_with(word));
        match () {
            () if begins(&["so:", "so ", "so\t"]) && cell.contains(['/', '-']) => Role::Number,
            () if plain.contains("ngay") && plain.contains("thang") => Role::PlaceDate,
            () if begins(&["cong hoa", "doc lap", "dang cong san"]) => Role::Emblem,
            () if begins(&["- ", "noi nhan", "luu"]) => Role::Recipient,
            () if begins(&["tm.", "kt.", "tl.", "tuq.", "t/m", "k/t", "t/l"]) => Role::Authority,
            () if !role.is_of_ending() => Role::Body,
            () if upper(cell) == *cell => Role::SignerTitle,
            () => Role::SignerName,
        }
    };
    let (left, right) = (&typed[..end], &typed[start..]);
    vec![(own(left), left), (own(right), right)]
}

/// How the names of bodies of the Youth Union begin, without their marks.
pub(in crate::check) const YOUTH_BODIES: [&str; 10] = [
    "doan tncs",
    "doan thanh nien",
    "bch doan",
    "ban chap hanh doan",
    "tinh doan",
    "huyen doan",
    "thanh doan",
    "doan xa",
    "doan truong",
    "chi doan",
];

/// In which format a file is written, by most of what says so: one slip in its head or its signature is
/// to be found, not to turn it into a file of another family. The bodies of the header say most.
fn family(paragraphs: &[Paragraph]) -> Option<&'static str> {
    const PARTY: [&str; 7] =
        ["dang bo", "dang uy", "chi bo", "tinh uy", "thanh uy", "dang doan", "ban can su dang"];
    const STATE: [&str; 5] = ["uy ban nhan dan", "ubnd", "hoi dong nhan dan", "hdnd", "so "];
    const FRONT: [&str; 6] =
        ["uy ban mttq", "uy ban mat tran", "mttq", "hoi ", "cong doan", "lien doan lao dong"];
    let mut votes = [("party", 0), ("nd30", 0), ("front", 0), ("youth", 0)];
    let mut vote = |family: &str, count: usize| {
        votes.iter_mut().filter(|(own, _)| *own == family).for_each(|(_, votes)| *votes += count);
    };
    for paragraph in paragraphs {
        let plain = ascii(paragraph.text.trim_matches(['*', ' ', '\t']));
        let begins = |list: &[&str]| list.iter().any(|body| plain.starts_with(body));
        let symbol = |codes: &[&str]| codes.iter().any(|code| paragraph.text.contains(code));
        match paragraph.role {
            Role::Body if begins(&PARTY) => vote("party", 3),
            Role::Body if begins(&STATE) => vote("nd30", 3),
            Role::Body if begins(&FRONT) => vote("front", 3),
            Role::Body | Role::Emblem if begins(&YOUTH_BODIES) => vote("youth", 3),
            Role::Emblem if plain.starts_with("dang cong san") => vote("party", 2),
            Role::Emblem if plain.starts_with("cong hoa") => {
                ["nd30", "front"].into_iter().for_each(|own| vote(own, 2))
            }
            Role::Number if symbol(&["UBND", "HĐND"]) => vote("nd30", 2),
            Role::Number if symbol(&["ĐTN", "TNCS"]) => vote("youth", 2),
            Role::Number if symbol(&["MT", "BTT", "HPN", "HND", "CCB"]) => vote("front", 2),
            Role::Number if symbol(&["/ĐU", "/TU", "/CB", "-ĐU"]) => vote("party", 2),
            Role::Authority if plain.starts_with("t/m") || plain.starts_with("k/t") => vote("party", 2),
            Role::Authority if plain.starts_with("tm") && plain.contains("uy ban nhan dan") => {
                vote("nd30", 2)
            }
            Role::Authority if plain.starts_with("tm") => vote("front", 1),
            Role::SignerTitle if plain.contains("bi thu") => vote("party", 1),
            _ => {}
        }
    }
    let most = votes.iter().map(|(_, count)| *count).max().filter(|count| *count > 2)?;
    let mut first = votes.iter().filter(|(_, count)| *count == most);
    // Where two are as likely the reader of files knows better.
    first.next().filter(|_| first.next().is_none()).map(|(family, _)| *family)
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
        }
    }
}

/// The unit that a line of the header names last, with its noun.
fn named(bodies: &str, nouns: &[&str]) -> String {
    let mut units = bodies.lines().filter_map(|line| {
        nouns.iter().find_map(|noun| {
            let at = line.rfind(&format!("{noun} "))?;
            // "thị xã Sơn Tây" is no commune.
            let whole = line[..at].chars().next_back().is_none_or(|before| !before.is_alphabetic())
                && !line[..at].ends_with("thị ");
            let named =
                line[at + noun.len() + 1..].starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
            (whole && named).then(|| line[at..].to_owned())
        })
    });
    units.next_back().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_town_of_a_province_is_no_commune() {
        let nouns = ["xã", "phường"];
        assert_eq!(named("Ủy ban nhân dân thị xã Sơn Tây", &nouns), "");
        assert_eq!(named("Ủy ban nhân dân xã Sơn Tây", &nouns), "xã Sơn Tây");
    }
}
