//! Documents that are named more than once and not alike.

use super::citations::state_symbol;
use super::clauses::AGREEMENT;
use super::reads;
use super::words::Words;
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Manuscript, Paragraph};
use crate::check::mention::{Dated, Mention, date_at};
use crate::check::rule::{Notes, Report, Rule};
use crate::import::Role;
use crate::vietnamese::{upper, upper_letter};
use std::hash::Hash;
use std::ops::Range;

pub(super) const RULES: &[Rule] = &[
    Rule::whole(Error, "citation.conflict.date", AGREEMENT, "Một văn bản, hai ngày ban hành", date)
        .reading(reads::mentions),
    Rule::whole(Error, "citation.conflict.short", AGREEMENT, "Tên gọi tắt ghi ngày khác", short_date)
        .reading(short_dates_read),
    Rule::whole(Error, "citation.conflict.kind", AGREEMENT, "Một số, hai tên loại", kind)
        .reading(reads::mentions),
    Rule::whole(Error, "citation.conflict.symbol", AGREEMENT, "Một văn bản, hai ký hiệu", symbol)
        .reading(reads::mentions),
    Rule::whole(Error, "citation.conflict.number", AGREEMENT, "Một văn bản, hai số", number)
        .reading(reads::mentions),
    Rule::whole(Warn, "citation.conflict.issuer", AGREEMENT, "Một văn bản, hai cơ quan ban hành", issuer)
        .reading(reads::mentions),
    Rule::whole(
        Hint,
        "citation.conflict.issuer-name",
        AGREEMENT,
        "Một cơ quan ban hành, hai cách gọi",
        issuer_name,
    )
    .reading(reads::mentions),
    Rule::whole(Hint, "citation.conflict.subject", AGREEMENT, "Một văn bản, hai trích yếu", subject)
        .reading(reads::mentions),
    Rule::whole(
        Warn,
        "citation.conflict.subject-part",
        AGREEMENT,
        "Trích yếu của văn bản thiếu mấy chữ đầu so với chỗ khác",
        subject_part,
    )
    .reading(reads::mentions),
    Rule::whole(Error, "citation.conflict.own", AGREEMENT, "Phụ lục ghi số, ngày khác của kế hoạch", own)
        .reading(own_read),
    Rule::whole(Error, "doubled.basis", AGREEMENT, "Một văn bản ghi hai lần trong các căn cứ", basis)
        .reading(reads::mentions),
];

/// Every document that is named by number, in order.
pub(super) fn mentions(manuscript: &Manuscript) -> Vec<(&Paragraph, &Mention)> {
    let of = |paragraph| {
        let paragraph: &Paragraph = paragraph;
        paragraph.mentions.iter().map(move |mention| (paragraph, mention))
    };
    let all = manuscript.paragraphs.iter().flat_map(of);
    all.filter(|(_, mention)| !mention.number.starts_with('…')).collect()
}

fn same_number(one: &Mention, other: &Mention) -> bool {
    one.number.len() == other.number.len()
        && one.number.chars().map(upper_letter).eq(other.number.chars().map(upper_letter))
}

/// Whether two mentions of a number may be of two documents: both say who issued it, and these are two bodies.
fn of_two_bodies(one: &Mention, other: &Mention) -> bool {
    let (one, other) = (one.body.as_str(), other.body.as_str());
    !one.is_empty() && !other.is_empty() && !one.contains(other) && !other.contains(one)
}

/// Tells once of each mention that disagrees with most of the others, by `differs`.
fn disagreeing(
    manuscript: &Manuscript,
    report: &mut Report,
    differs: impl Fn(&Mention, &Mention) -> bool,
    place: impl Fn(&Mention) -> &Range<usize>,
    message: impl Fn(&Mention) -> String,
) {
    let all = mentions(manuscript);
    for (at, (paragraph, mention)) in all.iter().enumerate() {
        let against: Vec<&Mention> =
            all.iter().filter(|(_, other)| differs(mention, other)).map(|(_, other)| *other).collect();
        let Some(first) = against.first() else { continue };
        let like = all.iter().filter(|(_, other)| differs(first, other)).count();
        let before = all[..at].iter().any(|(_, other)| differs(mention, other));
        if like < against.len() || (like == against.len() && before) {
            report.tell(paragraph, place(mention).clone(), message(first));
        }
    }
}

fn date(manuscript: &Manuscript, report: &mut Report) {
    let differs = |one: &Mention, other: &Mention| match (&one.date, &other.date) {
        (Some(own), Some(date)) => {
            // One province has one Tỉnh ủy, whatever a sentence calls it.
            let same_body = one.number.ends_with("/TU") || !of_two_bodies(one, other);
            own.parts != date.parts
                && same_number(one, other)
                && same_body
                && (own.parts.2 == date.parts.2
                    || own.parts.0 == date.parts.0 && own.parts.1 == date.parts.1
                    || one.number.says("TW")
                    || one.body == other.body)
        }
        _ => false,
    };
    let message = |other: &Mention| {
        let (day, month, year) = other.date.as_ref().map_or((0, 0, 0), |date| date.parts);
        format!("Chỗ khác ghi văn bản số {} ngày {day:02}/{month:02}/{year}.", other.number)
    };
    disagreeing(manuscript, report, differs, |own| &own.range, message);
}

/// Documents that are called by type and bare number, with a date: "Chỉ thị 18 ngày 26/10/2023".
fn short_dates(paragraph: &Paragraph) -> impl Iterator<Item = (Range<usize>, &str, &str, Dated)> {
    paragraph.phrases("ngày").with_word().filter_map(|(at, range)| {
        let start = at.checked_sub(3)?;
        let number = paragraph.word(at - 1);
        let figures = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        let words = paragraph.words[start].at.start..paragraph.words[at - 2].at.end;
        let close = paragraph.slice(words.end..range.start) == format!(" {number} ");
        let dated = date_at(&paragraph.text, range.start).filter(|_| figures && close)?;
        Some((words.start..dated.at.end, paragraph.slice(words), number, dated))
    })
}

/// "Chỉ thị 18 ngày 26/10/2023" where the Chỉ thị số 18-CT/TW is of 26/10/2022, and no other has that number.
fn short_date(manuscript: &Manuscript, report: &mut Report) {
    let all = mentions(manuscript);
    for paragraph in &manuscript.paragraphs {
        for (range, kind, number, dated) in short_dates(paragraph) {
            let mut own =
                all.iter().filter(|(_, mention)| mention.kind == kind && mention.digits() == number);
            let mut dates = own.by_ref().filter_map(|(_, mention)| mention.date.as_ref());
            if let Some(first) = dates.next().filter(|first| first.parts != dated.parts)
                && dates.all(|date| date.parts == first.parts)
            {
                let (day, month, year) = first.parts;
                let message = format!("Chỗ khác ghi văn bản này ngày {day:02}/{month}/{year}.");
                report.tell(paragraph, range, message);
            }
        }
    }
}

fn short_dates_read(paragraph: &Paragraph, manuscript: &Manuscript, notes: &mut Notes) {
    reads::mentions(paragraph, manuscript, notes);
    short_dates(paragraph).for_each(|(_, kind, number, dated)| (kind, number, dated.parts).hash(notes));
}

fn kind(manuscript: &Manuscript, report: &mut Report) {
    let differs = |one: &Mention, other: &Mention| {
        let dates = one.date.is_none()
            || other.date.is_none()
            || one.date.as_ref().map(|date| date.parts) == other.date.as_ref().map(|date| date.parts);
        let direct = |mention: &Mention| mention.kind_at.end + 8 >= mention.number_at.start;
        one.kind != other.kind
            && dates
            && direct(one)
            && direct(other)
            && same_number(one, other)
            && !of_two_bodies(one, other)
    };
    let message = |other: &Mention| format!("Chỗ khác ghi {} số {}.", other.kind, other.number);
    disagreeing(manuscript, report, differs, |own| &own.range, message);
}

fn symbol(manuscript: &Manuscript, report: &mut Report) {
    let differs = |one: &Mention, other: &Mention| {
        let dated = match (&one.date, &other.date) {
            (Some(own), Some(date)) => own.parts == date.parts,
            // Without a date on both sides the same type, number and body are enough.
            _ => one.kind == other.kind,
        };
        // UBTVQH14 and UBTVQH15 are one body.
        let of_term = |code: &str| upper(code.trim_end_matches(|c: char| c.is_ascii_digit()));
        let last = |mention: &Mention| mention.codes().last().map(of_term);
        // What lacks the year is told for that, not what has it.
        let parts = |mention: &Mention| mention.number.split('/').count();
        one.kind == other.kind
            && parts(one) <= parts(other)
            && one.digits() == other.digits()
            && dated
            && !same_number(one, other)
            && last(one).is_some()
            && (last(one) == last(other) || one.date.is_some() && other.date.is_some())
            && !of_two_bodies(one, other)
            // "296-QĐ/TW" is as it should be, "296/QĐ-TW" is not.
            && !(one.number.ends_with("/TW") && other.number.ends_with("-TW"))
            // Of "64-KH/UBND" another rule tells.
            && [one, other].iter().all(|own| state_symbol(&own.number).is_none())
    };
    let message = |other: &Mention| format!("Chỗ khác ghi ký hiệu {}.", other.number);
    disagreeing(manuscript, report, differs, |own| &own.number_at, message);
}

fn number(manuscript: &Manuscript, report: &mut Report) {
    let differs = |one: &Mention, other: &Mention| {
        let dated = matches!((&one.date, &other.date), (Some(own), Some(date)) if own.parts == date.parts);
        if one.digits() == other.digits() || one.kind != other.kind || !dated || one.body != other.body {
            return false;
        }
        let (own, name) = (one.about.as_str(), other.about.as_str());
        let long = |about: &str| about.split(' ').count() > 3;
        long(own) && long(name) && (own.starts_with(name) || name.starts_with(own))
    };
    let message = |other: &Mention| {
        format!("Chỗ khác ghi văn bản cùng ngày, cùng trích yếu này mang số {}.", other.number)
    };
    disagreeing(manuscript, report, differs, |own| &own.number_at, message);
}

/// Two mentions of one document: number and date agree.
fn same_document(one: &Mention, other: &Mention) -> bool {
    let dated = matches!((&one.date, &other.date), (Some(own), Some(date)) if own.parts == date.parts);
    dated && same_number(one, other)
}

fn issuer(manuscript: &Manuscript, report: &mut Report) {
    let differs = |one: &Mention, other: &Mention| {
        // "Ban Thường vụ" and "Tỉnh ủy" name one body.
        let last = |mention: &Mention| mention.body.split(' ').next_back().map(str::to_owned);
        // "Nghị quyết số 71-NQ/TW của Ban Bí thư", without its day.
        let undated = one.date.is_none() || other.date.is_none();
        let central = undated && one.kind == other.kind && one.number.says("TW") && same_number(one, other);
        (central || same_document(one, other)) && of_two_bodies(one, other) && last(one) != last(other) && {
            let (own, name) = (one.body.as_str(), other.body.as_str());
            let shared = own.split(' ').filter(|word| name.split(' ').any(|own| own == *word)).count();
            shared * 2 < own.split(' ').count().min(name.split(' ').count())
        }
    };
    let message = |other: &Mention| format!("Chỗ khác ghi cơ quan ban hành là {}.", other.citation.issuer);
    disagreeing(manuscript, report, differs, |own| &own.range, message);
}

fn issuer_name(manuscript: &Manuscript, report: &mut Report) {
    let all = mentions(manuscript);
    for (at, (paragraph, mention)) in all.iter().enumerate() {
        let own = mention.body.as_str();
        let seen = all[..at].iter().any(|(_, other)| same_number(mention, other));
        let other = all.iter().map(|(_, other)| *other).find(|other| {
            let name = other.body.as_str();
            let one_in_other = own.ends_with(name) || name.ends_with(own);
            same_document(mention, other)
                && !own.is_empty()
                && !name.is_empty()
                && own != name
                && one_in_other
        });
        if let Some(other) = other.filter(|_| !seen) {
            let message = format!("Chỗ khác ghi cơ quan ban hành là {}.", other.citation.issuer);
            report.tell(paragraph, mention.range.clone(), message);
        }
    }
}

fn subject(manuscript: &Manuscript, report: &mut Report) {
    let words = |mention: &Mention| mention.about.split(' ').take(12).map(str::to_owned).collect::<Vec<_>>();
    let differs = |one: &Mention, other: &Mention| {
        if !same_document(one, other) {
            return false;
        }
        let (own, name) = (words(one), words(other));
        let shared = own.iter().filter(|word| name.contains(word)).count();
        let begins = |mention: &Mention| mention.citation.subject.starts_with("về ");
        begins(one)
            && begins(other)
            && own.len().min(name.len()) > 4
            && shared * 2 < own.len().min(name.len())
    };
    let message = |other: &Mention| format!("Chỗ khác ghi trích yếu là “{}”.", other.citation.subject);
    disagreeing(manuscript, report, differs, |own| &own.range, message);
}

/// So many words of a subject tell that it is the same, and so many may be lost before them.
const SAME: usize = 6;
const LOST: usize = 4;

/// "về khuyến khích và bảo vệ cán bộ …", where it is "về chủ trương khuyến khích …" elsewhere.
fn subject_part(manuscript: &Manuscript, report: &mut Report) {
    let words = |mention: &Mention| -> Vec<String> {
        let about = mention.about.trim_start_matches("về ").trim_start_matches("việc ");
        let acts = ["phê duyệt ", "ban hành ", "thông qua "];
        let about = acts.iter().fold(about, |about, act| about.strip_prefix(act).unwrap_or(about));
        about.split(' ').take(SAME + LOST).map(str::to_owned).collect()
    };
    let all: Vec<(&Paragraph, &Mention, Vec<String>)> =
        mentions(manuscript).into_iter().map(|(own, mention)| (own, mention, words(mention))).collect();
    for (paragraph, mention, own) in all.iter().filter(|(.., own)| own.len() >= SAME) {
        let whole = all.iter().find(|(_, other, name)| {
            same_document(mention, other)
                && (1..=LOST).any(|lost| {
                    name.get(lost..lost + SAME).is_some_and(|part| part.iter().eq(own.iter().take(SAME)))
                })
        });
        if let Some((_, other, _)) = whole {
            let message = format!("Chỗ khác ghi trích yếu là “{}”.", other.citation.subject);
            report.tell(paragraph, mention.range.clone(), message);
        }
    }
}

/// "(Kèm theo Kế hoạch số …)" has to name the plan that it stands in.
fn own(manuscript: &Manuscript, report: &mut Report) {
    let digits = |number: &str| -> String {
        let own = number.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '/' && c != '-');
        own.trim_start_matches('0').chars().take_while(char::is_ascii_digit).collect()
    };
    let number = manuscript.paragraphs.iter().find(|paragraph| paragraph.role == Role::Number);
    let number = number.map(|paragraph| digits(&paragraph.text)).unwrap_or_default();
    let attached = |paragraph: &&Paragraph| {
        ["kèm theo kế hoạch", "ban hành kèm theo kế hoạch"]
            .iter()
            .any(|phrase| paragraph.phrase_at(0, phrase).is_some())
    };
    for paragraph in manuscript.paragraphs.iter().filter(attached) {
        let Some(mention) = paragraph.mentions.first().filter(|mention| mention.kind == "Kế hoạch")
        else {
            continue;
        };
        let numbers = !number.is_empty() && digits(&mention.number) != number;
        let dated = mention.date.as_ref().and_then(|date| date.day()).zip(manuscript.frame.issued());
        if numbers || dated.is_some_and(|(own, issued)| own != issued) {
            let message = "Số, ngày ở đây khác số, ngày của kế hoạch ở phần đầu.";
            report.tell(paragraph, mention.range.clone(), message);
        }
    }
}

fn own_read(paragraph: &Paragraph, manuscript: &Manuscript, notes: &mut Notes) {
    reads::mentions(paragraph, manuscript, notes);
    if paragraph.role == Role::Number {
        paragraph.text.hash(notes);
    }
}

fn basis(manuscript: &Manuscript, report: &mut Report) {
    let all = mentions(manuscript);
    let bases: Vec<_> = all
        .iter()
        .filter(|(paragraph, mention)| paragraph.role == Role::Basis && !mention.is_inside)
        .collect();
    for (at, (paragraph, mention)) in bases.iter().enumerate() {
        let same = |(before, other): &&&(&Paragraph, &Mention)| {
            before.index != paragraph.index && same_document(mention, other) && !of_two_bodies(mention, other)
        };
        if bases[..at].iter().any(|other| same(&other)) {
            report.tell(paragraph, mention.range.clone(), "Văn bản này đã ghi ở một căn cứ ở trên.");
        }
    }
}
