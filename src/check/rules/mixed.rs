//! Một văn bản viết một cách: forms that are all right, and wrong side by side.

use std::ops::Range;

use super::words::is_capital;
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Manuscript, Paragraph};
use crate::check::rule::{Report, Rule};
use crate::check::spelling::slips::like;
use crate::vietnamese::{lower, second_vowel_tones};

const ONE_WAY: &str = "Một văn bản viết một cách";

pub(super) const RULES: &[Rule] = &[
    Rule::whole(Warn, "tone.mixed", ONE_WAY, "Đặt dấu thanh hai kiểu", tones).mends(),
    Rule::whole(Warn, "word.mixed", ONE_WAY, "Hai từ cùng nghĩa", words).mends(),
    Rule::whole(Warn, "word.mixed.i-y", ONE_WAY, "i và y viết hai kiểu", i_and_y).mends(),
    Rule::whole(
        Error,
        "caps.unit.mixed",
        "NĐ 30/2020/NĐ-CP, Phụ lục II, mục III",
        "Tên riêng của địa phương",
        own_unit,
    )
    .mends(),
    Rule::whole(Hint, "caps.org.mixed", ONE_WAY, "Một tên viết hoa hai kiểu", names),
];

type Found<'a> = Vec<(&'a Paragraph, Range<usize>)>;

/// Tells each place of the rarer of two forms, with what stands there in the other.
fn rarer(first: &Found, second: &Found, message: &str, other: &dyn Fn(&str) -> String, report: &mut Report) {
    if first.is_empty() || second.is_empty() {
        return;
    }
    let rare = if first.len() <= second.len() { first } else { second };
    for (paragraph, range) in rare {
        let with = other(paragraph.text.get(range.clone()).unwrap_or_default());
        report.mend(paragraph, range.clone(), with, message);
    }
}

/// All words with those that a test picks.
fn picked<'a>(manuscript: &'a Manuscript, pick: &dyn Fn(&str) -> bool) -> Found<'a> {
    let all = manuscript.paragraphs.iter();
    all.flat_map(|own| {
        own.words.iter().filter(|word| pick(&word.small)).map(move |word| (own, word.at.clone()))
    })
    .collect()
}

/// The word with its tone on the first vowel, where it stands on the second.
fn first_vowel_tone(small: &str) -> Option<String> {
    const MOVED: [(&str, &str); 15] = [
        ("oà", "òa"),
        ("oá", "óa"),
        ("oả", "ỏa"),
        ("oã", "õa"),
        ("oạ", "ọa"),
        ("oè", "òe"),
        ("oé", "óe"),
        ("oẻ", "ỏe"),
        ("oẽ", "õe"),
        ("oẹ", "ọe"),
        ("uỳ", "ùy"),
        ("uý", "úy"),
        ("uỷ", "ủy"),
        ("uỹ", "ũy"),
        ("uỵ", "ụy"),
    ];
    if small.starts_with("qu") {
        return None;
    }
    MOVED.iter().find_map(|(new, old)| Some(format!("{}{old}", small.strip_suffix(new)?)))
}

fn tones(manuscript: &Manuscript, report: &mut Report) {
    // Where the mark on the second vowel is all there may be (quý), the two ways do not differ.
    let on_first = |small: &str| !small.starts_with("qu") && second_vowel_tones(small) != small;
    let old = picked(manuscript, &on_first);
    let new = picked(manuscript, &|small| first_vowel_tone(small).is_some());
    let other = |typed: &str| {
        let small = lower(typed);
        let word = first_vowel_tone(&small).unwrap_or_else(|| second_vowel_tones(&small));
        like(typed, &word)
    };
    rarer(
        &old,
        &new,
        "Dấu thanh đặt hai kiểu trong cùng văn bản (ủy, uỷ): thống nhất một kiểu.",
        &other,
        report,
    );
}

/// Words of the same meaning, of which a text takes one; the preferred first.
const SYNONYMS: [(&str, &str); 7] = [
    ("bảo đảm", "đảm bảo"),
    ("hằng năm", "hàng năm"),
    ("hằng tháng", "hàng tháng"),
    ("hằng quý", "hàng quý"),
    ("hằng tuần", "hàng tuần"),
    ("hằng ngày", "hàng ngày"),
    ("trách nhiệm giải trình", "trách nhiệm giải thích"),
];

fn words(manuscript: &Manuscript, report: &mut Report) {
    for (one, two) in SYNONYMS {
        let of = |phrase| {
            manuscript
                .paragraphs
                .iter()
                .flat_map(move |own| own.phrases(phrase).map(move |range| (own, range)))
                .collect()
        };
        let (first, second): (Found, Found) = (of(one), of(two));
        let other = |typed: &str| {
            let word = if lower(typed) == one { two } else { one };
            like(&typed.chars().take(1).collect::<String>(), word)
        };
        let message = format!(
            "Văn bản dùng cả “{one}” {} chỗ và “{two}” {} chỗ khác: thống nhất một từ.",
            first.len(),
            second.len()
        );
        rarer(&first, &second, &message, &other, report);
    }
}

/// Syllables that are written with i or with y.
const I_OR_Y: [(&str, &str); 12] = [
    ("kỹ", "kĩ"),
    ("kỳ", "kì"),
    ("kỷ", "kỉ"),
    ("lý", "lí"),
    ("mỹ", "mĩ"),
    ("sỹ", "sĩ"),
    ("tỷ", "tỉ"),
    ("hy", "hi"),
    ("ký", "kí"),
    ("ly", "li"),
    ("quý", "quí"),
    ("kỵ", "kị"),
];

fn i_and_y(manuscript: &Manuscript, report: &mut Report) {
    for (y, i) in I_OR_Y {
        // "tỉ mỉ", "li ti" are written so by everybody: the same word behind or before tells.
        let near = |at: usize, own: &Paragraph| -> [String; 2] {
            let small = |at: Option<usize>| {
                at.and_then(|at| own.words.get(at)).map_or(String::new(), |word| word.small.clone())
            };
            [small(at.checked_sub(1)), small(Some(at + 1))]
        };
        let mut with_y: Vec<(&Paragraph, usize)> = Vec::new();
        let mut with_i: Vec<(&Paragraph, usize)> = Vec::new();
        for own in &manuscript.paragraphs {
            for (at, word) in own.words.iter().enumerate() {
                if word.small == y {
                    with_y.push((own, at));
                } else if word.small == i {
                    with_i.push((own, at));
                }
            }
        }
        let named = |own: &Paragraph, at: usize| {
            is_capital(own, at) && (is_capital(own, at + 1) || (at > 0 && is_capital(own, at - 1)))
        };
        let shared = |(own, at): &&(&Paragraph, usize), others: &[(&Paragraph, usize)]| {
            let words = near(*at, own);
            let same = |other: &[String; 2]| {
                (words[1] == other[1] && words[1].chars().count() > 1)
                    || (words[0] == other[0] && words[0].chars().count() > 1)
            };
            !named(own, *at) && others.iter().any(|(own, at)| same(&near(*at, own)))
        };
        let place = |(own, at): &(&'_ Paragraph, usize)| own.words[*at].at.clone();
        let one: Vec<_> =
            with_y.iter().filter(|own| shared(own, &with_i)).map(|own| (own.0, place(own))).collect();
        let two: Vec<_> =
            with_i.iter().filter(|own| shared(own, &with_y)).map(|own| (own.0, place(own))).collect();
        let other = |typed: &str| like(typed, if lower(typed) == y { i } else { y });
        rarer(&one, &two, "Cùng một từ viết lúc i, lúc y: thống nhất một kiểu.", &other, report);
    }
}

/// The name of the own commune and province in the capitals of its name.
fn own_unit(manuscript: &Manuscript, report: &mut Report) {
    let units = [&manuscript.frame.commune, &manuscript.frame.province];
    for unit in units {
        let nouns = ["tỉnh ", "thành phố ", "Thành phố ", "xã ", "phường ", "Phường ", "đặc khu "];
        let Some(name) = nouns.iter().find_map(|noun| unit.strip_prefix(noun)) else { continue };
        let plain = lower(name);
        if plain.split(' ').count() < 2 || !name.chars().all(|c| c.is_alphabetic() || c == ' ') {
            continue;
        }
        for paragraph in manuscript.paragraphs.iter().filter(|own| own.is_prose()) {
            for range in paragraph.phrases(&plain) {
                let typed = paragraph.text.get(range.clone()).unwrap_or_default();
                let noun = paragraph.text[..range.start].trim_end();
                let said = nouns.iter().any(|own| lower(noun).ends_with(&lower(own.trim_end())));
                let half = typed.starts_with(|c: char| lower(&c.to_string()) != c.to_string());
                if typed != name && crate::vietnamese::upper(typed) != typed && (said || half) {
                    report.mend(paragraph, range, name, "Tên riêng viết hoa mọi tiếng.");
                }
            }
        }
    }
}

/// Names of bodies that a text writes with different capitals.
fn names(manuscript: &Manuscript, report: &mut Report) {
    const NAMES: [&str; 10] = [
        "phó chủ tịch",
        "phó bí thư",
        "phó trưởng ban",
        "ban chỉ đạo",
        "ban giám sát",
        "tổ công tác",
        "trưởng ban công tác mặt trận",
        "trạm y tế",
        "ban công tác mặt trận",
        "ban thanh tra nhân dân",
    ];
    for name in NAMES {
        let mut forms: Vec<(String, Found)> = Vec::new();
        for paragraph in manuscript.paragraphs.iter().filter(|own| own.is_prose()) {
            for range in paragraph.phrases(name) {
                let typed = paragraph.text.get(range.clone()).unwrap_or_default();
                // At the head of a sentence the first letter tells nothing.
                let form: String = typed.chars().skip(1).collect();
                if crate::vietnamese::upper(typed) == typed {
                    continue;
                }
                match forms.iter_mut().find(|(own, _)| *own == form) {
                    Some((_, found)) => found.push((paragraph, range)),
                    None => forms.push((form, vec![(paragraph, range)])),
                }
            }
        }
        forms.sort_by_key(|(_, found)| std::cmp::Reverse(found.len()));
        for (_, found) in forms.iter().skip(1) {
            for (paragraph, range) in found {
                report.tell(
                    paragraph,
                    range.clone(),
                    "Tên này ở chỗ khác viết hoa cách khác: thống nhất một cách.",
                );
            }
        }
    }
}
