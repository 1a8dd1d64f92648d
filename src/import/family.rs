//! Which format family a plan was written in.

use super::ending::Ending;
use super::header::Header;
use super::words::{begins, words};
use crate::format::{ALL, FormatKey};

/// The family, from the surest evidence to the weakest: how the plan is signed and headed,
/// then who speaks in its opening. Without any, the State's.
pub fn family(header: &Header, ending: &Ending, opening: &[&str]) -> FormatKey {
    let front = header.bodies.iter().any(|body| begins_anywhere(body, &FRONT)) || is_front(header.symbol());
    // A title that only one family prints says which it is.
    if let Some(title) = header.emblem {
        let mut printing = ALL.into_iter().filter(|format| format.emblem.title == title);
        if let (Some(only), None) = (printing.next(), printing.next()) {
            return FormatKey(only.key.into());
        }
    }
    let party = ending.signed_like_the_party()
        || header.numbers_like_the_party()
        || (header.emblem.is_none() && header.bodies.iter().any(|body| begins(body, &PARTY)));
    // The title of the State stands above plans of the Front, too: where no body is named, who
    // speaks says more.
    let speaker = opening.iter().rev().find_map(|text| speaker(text));
    let state = !header.bodies.is_empty() || (header.emblem.is_some() && speaker.is_none());
    match () {
        () if party => FormatKey::PARTY,
        () if front => FormatKey::FRONT,
        () if begins_anywhere(&ending.authority.join(" "), &["ban thuong truc", "ban thuong vu"]) => {
            FormatKey::FRONT
        }
        () if state => FormatKey::ND30,
        () => speaker.unwrap_or_default(),
    }
}

const FRONT: [&str; 12] = [
    "mttq",
    "ubmttq",
    "mat tran",
    "hoi lien hiep phu nu",
    "hoi nong dan",
    "hoi cuu chien binh",
    "hoi phu nu",
    "doan thanh nien",
    "doan tncs",
    "cong doan",
    "lien doan lao dong",
    "bch doan",
];

const PARTY: [&str; 10] = [
    "dang bo",
    "dang uy",
    "dang doan",
    "chi bo",
    "tinh uy",
    "thanh uy",
    "huyen uy",
    "quan uy",
    "thi uy",
    "ban can su",
];

/// Who issues a plan, by the name that stands nearest before "ban hành Kế hoạch".
const SPEAKERS: [(&str, FormatKey); 14] = [
    ("ban thuong truc uy ban", FormatKey::FRONT),
    ("mat tran to quoc", FormatKey::FRONT),
    ("mttq", FormatKey::FRONT),
    ("hoi lien hiep phu nu", FormatKey::FRONT),
    ("hoi nong dan", FormatKey::FRONT),
    ("hoi cuu chien binh", FormatKey::FRONT),
    ("dang uy", FormatKey::PARTY),
    ("tinh uy", FormatKey::PARTY),
    ("chi bo", FormatKey::PARTY),
    ("chi uy", FormatKey::PARTY),
    ("uy ban nhan dan", FormatKey::ND30),
    ("ubnd", FormatKey::ND30),
    ("hoi dong nhan dan", FormatKey::ND30),
    ("hdnd", FormatKey::ND30),
];

fn speaker(text: &str) -> Option<FormatKey> {
    let words = words(text);
    let says = words
        .windows(2)
        .rposition(|pair| {
            matches!(
                (pair[0].plain.as_str(), pair[1].plain.as_str()),
                ("ban", "hanh") | ("xay", "dung") | ("trien", "khai")
            )
        })
        .unwrap_or(words.len());
    // The name stands right before what it does; names further back are of cited documents.
    let before = &words[says.saturating_sub(20)..says];
    let named = |phrase: &str| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        before
            .windows(phrase.len())
            .rposition(|run| run.iter().zip(&phrase).all(|(word, plain)| word.plain == *plain))
    };
    SPEAKERS
        .iter()
        .filter_map(|(phrase, family)| Some((named(phrase)?, family)))
        .max_by_key(|(at, _)| *at)
        .map(|(_, family)| family.clone())
}

fn is_front(symbol: &str) -> bool {
    begins_anywhere(symbol, &["mttq", "mt", "btt", "hpn", "hnd", "ccb", "dtn", "ldld"])
}

fn begins_anywhere(text: &str, phrases: &[&str]) -> bool {
    let words = words(text);
    phrases.iter().any(|phrase| super::words::find(&words, phrase).is_some())
}
