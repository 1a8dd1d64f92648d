//! Whom a plan gives something to do, against whom it is sent to.

use std::hash::Hash;

use super::clauses::RECIPIENTS;
use super::reads;
use super::words::small;
use crate::check::finding::Severity::Warn;
use crate::check::manuscript::{Manuscript, Paragraph};
use crate::check::rule::{Notes, Report, Rule};
use crate::import::Role;
use crate::plan::SectionRole;

pub(super) const RULES: &[Rule] = &[
    Rule::whole(
        Warn,
        "recipients.hamlets",
        RECIPIENTS,
        "Nơi nhận ghi tổ dân phố, cả bài chỉ có thôn, ấp",
        hamlets,
    )
    .reading(hamlets_read),
    Rule::whole(
        Warn,
        "recipients.missing",
        RECIPIENTS,
        "Nơi được giao việc không có trong nơi nhận",
        missing,
    )
    .of_files(),
];

/// The parts of communes in the country and in towns.
const OF_COUNTRY: [&str; 3] = ["thôn", "ấp", "xóm"];
const OF_TOWN: [&str; 2] = ["tổ dân phố", "khu phố"];

/// In so many paragraphs parts of the country are named before one of a town is left over.
const OFTEN: usize = 3;

/// Whether a paragraph names parts of a commune: "thôn", but not "nông thôn".
fn names_any(paragraph: &Paragraph, parts: &[&str]) -> bool {
    let is_part = |at: usize| small(paragraph, at.checked_sub(1)) != "nông";
    parts.iter().any(|part| paragraph.phrases(part).with_word().any(|(at, _)| is_part(at)))
}

/// "Trưởng các tổ dân phố" among the recipients in a plan that speaks of ấp alone.
fn hamlets(manuscript: &Manuscript, report: &mut Report) {
    let naming = |parts: &'static [&str]| manuscript.paragraphs.iter().filter(|own| names_any(own, parts));
    let mut of_town = naming(&OF_TOWN);
    let (Some(own), None) = (of_town.next(), of_town.next()) else { return };
    let lone = own.role == Role::Recipient && !names_any(own, &OF_COUNTRY);
    if lone && naming(&OF_COUNTRY).nth(OFTEN - 1).is_some() {
        report.tell(own, own.whole(), "Cả kế hoạch chỉ nói đến thôn, ấp: kiểm tra nơi nhận này.");
    }
}

fn hamlets_read(paragraph: &Paragraph, manuscript: &Manuscript, notes: &mut Notes) {
    reads::recipients(paragraph, manuscript, notes);
    (names_any(paragraph, &OF_COUNTRY), names_any(paragraph, &OF_TOWN)).hash(notes);
}

/// Those who are given something to do, and how recipients name them or what they are part of.
const GIVEN: [(&[&str], &[&str]); 3] = [
    (
        &["các thôn", "các ấp", "các tổ dân phố", "các khu phố", "các xóm", "các khu dân cư"],
        &[
            "thôn",
            "ấp",
            "tổ dân phố",
            "khu phố",
            "xóm",
            "khu dân cư",
            "chi bộ",
            "cơ sở",
            "trưởng",
            "trực thuộc",
        ],
    ),
    (
        &["các huyện", "cấp huyện", "các thành phố", "các xã", "cấp xã", "các phường"],
        &["huyện", "các xã", "cấp xã", "các phường", "địa phương", "cơ sở", "trực thuộc", "các cấp"],
    ),
    (
        &[
            "mttq việt nam xã",
            "mttq việt nam phường",
            "mặt trận tổ quốc việt nam xã",
            "mặt trận tổ quốc việt nam phường",
        ],
        &[
            "mttq",
            "ubmttq",
            "ubmttqvn",
            "mặt trận",
            "đoàn thể",
            "tổ chức chính trị",
            "cơ quan",
            "ban ngành",
            "ban, ngành",
        ],
    ),
];

/// Recipients who are all of those who were named.
const ALL: [&str; 5] = ["như trên", "như điều", "như mục", "như phần", "như kính gửi"];

fn says_any(paragraph: &Paragraph, words: &[&str]) -> bool {
    words.iter().any(|word| paragraph.phrases(word).next().is_some())
}

/// Whether a paragraph gives those something to do whom it names: "5. Các tổ dân phố".
fn gives(paragraph: &Paragraph) -> bool {
    paragraph.role == Role::Clause
        && paragraph.within.section == Some(SectionRole::Organisation)
        && paragraph.words.len() < 25
}

/// "5. Các tổ dân phố" have something to do, and none of the recipients is one of them.
fn missing(manuscript: &Manuscript, report: &mut Report) {
    let all = &manuscript.paragraphs;
    let recipients: Vec<&Paragraph> = all.iter().filter(|own| own.role == Role::Recipient).collect();
    let heading = all.iter().find(|own| own.role.is_of_ending() && own.phrase_at(0, "nơi nhận").is_some());
    let Some((heading, at)) = heading.and_then(|own| Some((own, own.phrase_at(0, "nơi nhận")?))) else {
        return;
    };
    if recipients.len() < 3 || recipients.iter().any(|own| says_any(own, &ALL)) {
        return;
    }
    for (given, named) in GIVEN {
        let given = all.iter().filter(|own| gives(own)).find(|own| says_any(own, given));
        if let Some(given) = given.filter(|_| !recipients.iter().any(|own| says_any(own, named))) {
            let message = format!(
                "Nơi nhận chưa có “{}”, là nơi được giao việc.",
                given.said().trim_end_matches(['.', ':'])
            );
            report.tell(heading, at.clone(), message);
        }
    }
}
