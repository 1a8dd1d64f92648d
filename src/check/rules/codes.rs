//! The codes in the symbols of documents: types, bodies, ministries.

use super::clauses::{CITING, SYMBOL};
use super::words::{Words, at, small};
use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Frame, Paragraph};
use crate::check::rule::{Report, Rule};
use crate::vietnamese::upper;

pub(super) const RULES: &[Rule] = &[
    Rule::each(
        Error,
        "citation.symbol.plain-d",
        SYMBOL,
        "Chữ D thay chữ Đ, TƯ thay TW trong ký hiệu",
        plain_d,
    )
    .mends(),
    Rule::each(
        Error,
        "citation.symbol.ministry",
        SYMBOL,
        "Chữ viết tắt tên bộ trong ký hiệu gõ sai",
        ministry,
    )
    .mends(),
    Rule::each(Error, "citation.symbol.glued", SYMBOL, "Ký hiệu thiếu dấu nối giữa hai phần", glued).mends(),
    Rule::each(Error, "citation.symbol.apart", SYMBOL, "Ký hiệu cách số bằng dấu cách: “27 KH/ĐTN”", apart),
    Rule::each(Error, "citation.symbol.no-kind", SYMBOL, "Ký hiệu thiếu chữ viết tắt tên loại", no_kind),
    Rule::each(Error, "citation.conflict.issuer-code", SYMBOL, "Cơ quan ban hành khác với ký hiệu", issuer),
    Rule::each(Error, "citation.symbol.joint", SYMBOL, "Văn bản liên tịch mà ký hiệu của một cơ quan", joint),
    Rule::each(Error, "citation.symbol.order", SYMBOL, "Năm ban hành đứng sau ký hiệu", order).mends(),
    Rule::each(Warn, "citation.incomplete.type", CITING, "Tên loại văn bản viết tắt: “NQ số”", short_type)
        .mends(),
];

/// Types of documents by the codes that are written for them.
const TYPES: [(&str, &str); 9] = [
    ("nq", "Nghị quyết"),
    ("nđ", "Nghị định"),
    ("qđ", "Quyết định"),
    ("kh", "Kế hoạch"),
    ("ct", "Chỉ thị"),
    ("hd", "Hướng dẫn"),
    ("tb", "Thông báo"),
    ("kl", "Kết luận"),
    ("tt", "Thông tư"),
];

/// "Thực hiện NQ số 18-NQ/TW".
fn short_type(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in paragraph.phrases("số") {
        let own = at(paragraph, &range);
        let Some(code) = own.checked_sub(1).and_then(|at| paragraph.words.get(at)) else { continue };
        let meant = TYPES.iter().find(|(own, _)| *own == code.small).filter(|_| code.is_loud);
        let numbered = small(paragraph, Some(own + 1)).starts_with(|c: char| c.is_ascii_digit());
        let close = paragraph.slice(code.at.end..range.start) == " ";
        if let Some((_, meant)) = meant.filter(|_| numbered && close) {
            let message = format!("Viện dẫn ghi đủ tên loại: {meant}.");
            report.mend_part(paragraph, code.at.start..range.end, code.at.clone(), *meant, message);
        }
    }
}

/// "Số: 27 KH/ĐTN", "Chỉ thị 03 CT/TW": a sign is missing behind the number.
fn apart(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for pair in paragraph.words.windows(2) {
        let [number, code] = pair else { continue };
        let figures = number.small.len() < 5 && number.small.bytes().all(|byte| byte.is_ascii_digit());
        let kind = code.is_loud && TYPES.iter().any(|(own, _)| *own == code.small);
        let behind = paragraph.behind(code.at.end);
        let body = behind.strip_prefix('/').is_some_and(Words::begins_big);
        if figures && kind && body && paragraph.slice(number.at.end..code.at.start) == " " {
            let end = behind.find([' ', ',', ';', ')']).map_or(paragraph.text.len(), |at| code.at.end + at);
            let message = "Giữa số và tên loại có dấu nối: “/” của Nhà nước, “-” của Đảng, đoàn thể.";
            report.tell(paragraph, number.at.start..end, message);
        }
    }
}

/// Types of which those that several bodies issue together have a code of their own.
const JOINT: [(&str, &str); 2] = [("nghị quyết liên tịch số", "NQLT"), ("thông tư liên tịch số", "TTLT")];

/// "Nghị quyết liên tịch số 101/2025/UBTVQH15": issued by one body.
fn joint(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (phrase, code) in JOINT {
        for range in paragraph.phrases(phrase) {
            let mention =
                paragraph.mentions.iter().find(|own| own.says_number && own.number_at.start == range.end + 1);
            let other = mention
                .filter(|own| !own.codes().any(|own| own.contains("LT")) && own.codes().next().is_some());
            if let Some(own) = other {
                let message =
                    format!("Văn bản liên tịch có “{code}” trong ký hiệu: kiểm tra tên loại và ký hiệu.");
                report.tell(paragraph, range.start..own.number_at.end, message);
            }
        }
    }
}

/// Codes that are none, most of them for want of their đ, and what is meant.
const SLIPPED: [(&str, &str); 9] = [
    ("TƯ", "TW"),
    ("ND", "NĐ"),
    ("QD", "QĐ"),
    ("QyD", "QyĐ"),
    ("HDND", "HĐND"),
    ("LDLD", "LĐLĐ"),
    ("BGDDT", "BGDĐT"),
    ("BKHDT", "BKHĐT"),
    ("BLDTBXH", "BLĐTBXH"),
];

/// "Nghị định số 110/2018/ND-CP".
fn plain_d(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for mention in &paragraph.mentions {
        let slip = mention.codes().find_map(|code| SLIPPED.iter().find(|(typed, _)| *typed == code));
        // "KH/ND" may be that of the farmers.
        let farmers = |(typed, _): &&(&str, &str)| *typed == "ND" && mention.kind != "Nghị định";
        if let Some((typed, meant)) = slip.filter(|slip| !farmers(slip)) {
            let right = mention.number.replacen(typed, meant, 1);
            let message = format!("Ký hiệu viết “{meant}”, không viết “{typed}”.");
            report.mend(paragraph, mention.number_at.clone(), right, message);
        }
    }
}

/// Bodies that issue circulars, today and before, by the codes in their symbols.
const MINISTRIES: [&str; 33] = [
    "BCA", "BCT", "BDTTG", "BGDĐT", "BGTVT", "BKH", "BKHCN", "BKHĐT", "BLĐTBXH", "BNG", "BNN", "BNNMT",
    "BNNPTNT", "BNV", "BQP", "BTC", "BTNMT", "BTP", "BTTTT", "BTS", "BVHTT", "BVHTTDL", "BXD", "BYT", "KTNN",
    "NHNN", "TANDTC", "TTCP", "UBDT", "UBMTTQVN", "VKSNDTC", "VPCP", "BVH",
];

/// "Thông tư số 07/2016/TT-BNNPTTN": no ministry, and one letter from one.
fn ministry(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for mention in &paragraph.mentions {
        let mut codes = mention.codes();
        let circular = codes.next().is_some_and(|kind| kind.is_of(&["TT", "TTLT"]));
        for code in codes.filter(|code| circular && !code.is_of(&MINISTRIES)) {
            // Of three letters two that changed places tell which is meant: "TT-BTY".
            let exchanged =
                |own: &str| own.len() == code.len() && own.chars().all(|letter| code.contains(letter));
            let mut near =
                MINISTRIES.iter().filter(|own| is_near(own, code) && (own.len() > 3 || exchanged(own)));
            if let (Some(meant), None) = (near.next(), near.next()) {
                let right = mention.number.replacen(code, meant, 1);
                let message = format!("Không có cơ quan viết tắt là “{code}”; gần nhất là “{meant}”.");
                report.mend(paragraph, mention.number_at.clone(), right, message);
            }
        }
    }
}

/// Bodies other than ministries whose codes stand behind the type of a document.
const ISSUERS: [&str; 12] =
    ["CP", "TTg", "TW", "TU", "HU", "ĐU", "UBND", "HĐND", "MTTQ", "CTN", "UBTVQH", "VPCP"];

/// "Nghị định số 105/2021/NĐCP": a type and a body, and nothing between them.
fn glued(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for mention in &paragraph.mentions {
        let known = |code: &&str| !code.is_of(&MINISTRIES) && !code.is_of(&ISSUERS);
        let apart = mention.codes().filter(known).find_map(|code| {
            let (kind, body) = TYPES.iter().find_map(|(kind, _)| {
                let kind = upper(kind);
                Some((code.strip_prefix(kind.as_str())?, kind)).map(|(body, kind)| (kind, body))
            })?;
            let body = body.trim_end_matches(|c: char| c.is_ascii_digit());
            (body.is_of(&ISSUERS) || body.is_of(&MINISTRIES)).then_some((code, kind))
        });
        if let Some((code, kind)) = apart {
            // The Party writes 15-KH/ĐU, the State 15/KH-UBND.
            let joint = if mention.number.contains('/') { "-" } else { "/" };
            let right = code.replacen(&kind, &format!("{kind}{joint}"), 1);
            let message = format!("Ký hiệu viết “{right}”.");
            report.mend(
                paragraph,
                mention.number_at.clone(),
                mention.number.replacen(code, &right, 1),
                message,
            );
        }
    }
}

/// "Nghị định số 110/2018/-CP", "Quyết định số 3694/UBND": whose, and not what.
fn no_kind(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, _) in paragraph.text.match_indices("/-") {
        let figures = paragraph.before(at).ends_with(|c: char| c.is_ascii_digit());
        let code = paragraph.behind(at + 2);
        let letters = code.len() - code.trim_start_matches(char::is_uppercase).len();
        // A number that is to be filled in has none before the stroke.
        let start = paragraph.before(at).trim_end_matches(|c: char| c.is_ascii_digit() || c == '/').len();
        if figures && letters > 1 && paragraph.is_prose() {
            report.tell(
                paragraph,
                start..at + 2 + letters,
                "Thiếu chữ viết tắt tên loại văn bản sau dấu gạch chéo.",
            );
        }
    }
    for mention in &paragraph.mentions {
        // A letter has no type in its symbol.
        let typed = TYPES.iter().any(|(_, kind)| *kind == mention.kind);
        let bodies = mention.number.contains('/') && mention.codes().all(|code| code.is_of(&ISSUERS));
        // The State's decrees had no type in their symbols then: 64/CP of 1993.
        let old = mention.date.as_ref().is_some_and(|date| date.parts.2 < 1997);
        if typed && bodies && !old && mention.codes().next().is_some() {
            let message =
                format!("Thiếu chữ viết tắt tên loại ({}) trong ký hiệu.", mention.kind.to_lowercase());
            report.tell(paragraph, mention.number_at.clone(), message);
        }
    }
}

/// Who issues what by the last code of the symbol, and who does not.
const BY_CODE: [(&str, &str, &[&str]); 2] = [
    ("CP", "Chính phủ", &["quốc hội", "thủ tướng", "bộ ", "ủy ban"]),
    ("TTg", "Thủ tướng Chính phủ", &["quốc hội", "chính phủ", "bộ ", "ủy ban"]),
];

/// "Nghị định số 15/2018/NĐ-CP ngày 02/02/2018 của Quốc hội".
fn issuer(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for mention in &paragraph.mentions {
        let own = BY_CODE.iter().find(|(code, ..)| mention.codes().last() == Some(code));
        let Some((_, issuer, _)) =
            own.filter(|(.., others)| others.iter().any(|other| mention.body.starts_with(other)))
        else {
            continue;
        };
        report.tell(
            paragraph,
            mention.number_at.clone(),
            format!("Văn bản có ký hiệu này do {issuer} ban hành."),
        );
    }
}

/// "Nghị định số 168/NĐ-CP/2024": the year stands before the symbol.
fn order(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for mention in &paragraph.mentions {
        let [number, code, year] = *mention.number.split('/').collect::<Vec<_>>() else { continue };
        let is_year =
            year.len() == 4 && year.starts_with("20") && year.bytes().all(|byte| byte.is_ascii_digit());
        if is_year && code.contains(char::is_alphabetic) {
            let right = format!("{number}/{year}/{code}");
            let message = "Năm ban hành đứng trước ký hiệu.";
            report.mend(paragraph, mention.number_at.clone(), right, message);
        }
    }
}

/// Whether one letter more, less or another, or two that changed places, tell two codes apart.
pub(super) fn is_near(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let alike = |count: usize, pairs: &mut dyn Iterator<Item = (&char, &char)>| {
        pairs.take(count).take_while(|(a, b)| a == b).count()
    };
    let least = one.len().min(other.len());
    let head = alike(least, &mut one.iter().zip(&other));
    let tail = alike(least - head, &mut one.iter().rev().zip(other.iter().rev()));
    match (&one[head..one.len() - tail], &other[head..other.len() - tail]) {
        ([], [_]) | ([_], []) | ([_], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_near;

    #[test]
    fn codes_are_near_by_one_letter_or_two_that_changed_places() {
        for near in ["BNNPTTN", "BNNPTN", "BNNPTNTT", "BNNPTMT"] {
            assert!(is_near("BNNPTNT", near), "{near}");
        }
        for far in ["BNNMT", "BNNPTNT", "TNNPTNB", "B"] {
            assert!(!is_near("BNNPTNT", far), "{far}");
        }
    }
}
