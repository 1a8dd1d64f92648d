//! What opening and closing say of the plan, against its trích yếu: one plan, one time, one name.

use std::hash::Hash;
use std::ops::Range;

use super::clauses::ITSELF;
use super::conflicts::mentions;
use super::reads;
use super::titles::{closings, subject};
use super::words::{Words, small};
use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph, Word};
use crate::check::mention::date_at;
use crate::check::rule::{Notes, Report, Rule};
use crate::check::spelling::{Lexicon, Use};
use crate::import::Role;
use crate::vietnamese::ascii;

pub(super) const RULES: &[Rule] = &[
    Rule::whole(Warn, "title.mismatch.closing", ITSELF, "Phần kết nêu văn bản khác trích yếu", closing)
        .reading(reads::frame_and_mentions),
    Rule::whole(Warn, "title.mismatch.year", ITSELF, "Phần mở đầu, phần kết ghi năm khác trích yếu", year)
        .reading(reads::frame),
    Rule::whole(Error, "title.mismatch.ordinal", ITSELF, "Phần kết ghi “lần thứ” khác trích yếu", ordinal)
        .reading(reads::frame),
    Rule::whole(Warn, "title.mismatch.words", ITSELF, "Phần kết gọi kế hoạch bằng tên khác trích yếu", words)
        .reading(reads::frame),
    Rule::whole(
        Warn,
        "title.mismatch.opening",
        ITSELF,
        "Phần mở đầu gọi kế hoạch bằng tên khác trích yếu",
        opened,
    )
    .reading(reads::frame),
    Rule::whole(
        Warn,
        "title.mismatch.joined",
        ITSELF,
        "Phần mở đầu, phần kết thừa hay thiếu một vế của trích yếu",
        joined,
    )
    .reading(reads::frame),
    Rule::whole(Warn, "title.mismatch.part", ITSELF, "Phần kết thiếu chữ hoặc ghi khác trích yếu", part)
        .reading(reads::frame),
    Rule::whole(
        Warn,
        "title.mismatch.span",
        ITSELF,
        "Phần mở đầu, phần kết ghi giai đoạn khác trích yếu",
        span,
    )
    .reading(reads::frame),
    Rule::whole(Warn, "title.mismatch.days", ITSELF, "Thời kỳ ghi khác trích yếu", days).reading(days_read),
    Rule::each(Warn, "title.mismatch.issue-year", ITSELF, "Năm trong trích yếu đã qua", issue_year),
];

/// "Trên đây là Kế hoạch …": two words side by side that stand neither in the subject nor in what leads to it.
fn words(manuscript: &Manuscript, report: &mut Report) {
    let lexicon = Lexicon::get();
    let leads = manuscript
        .paragraphs
        .iter()
        .filter(|own| matches!(own.role, Role::Subject | Role::Opening))
        .flat_map(|own| &own.words);
    let told: Vec<&str> = leads.map(|word| word.small.as_str()).collect();
    for paragraph in closings(manuscript).filter(|_| !told.is_empty()) {
        let Some(head) = paragraph.phrases("trên đây là kế hoạch").next() else { continue };
        let end = head.end + title(paragraph.behind(head.end)).len();
        let title = paragraph.words.iter().filter(|word| head.end <= word.at.start && word.at.end <= end);
        let title: Vec<&Word> = title.take(40).collect();
        let used = |word: &Word| Some(lexicon.syllable(word.id?)?.used);
        let other = |word: &Word| {
            word.is_syllable && used(word) != Some(Use::Joining) && !told.contains(&word.small.as_str())
        };
        let strange = title.windows(2).find(|pair| {
            let usual = USUAL.says(&format!(" {} {} ", pair[0].small, pair[1].small));
            !usual && !pair[0].is_capital && pair.iter().all(|word| other(word))
        });
        if let Some(pair) = strange {
            let message = "Cụm từ này không có trong trích yếu: kiểm tra tên kế hoạch.";
            report.tell(paragraph, pair[0].at.start..pair[1].at.end, message);
        }
    }
}

/// "… ban hành Kế hoạch thu gom rác thải như sau:": words side by side of which the subject has none.
fn opened(manuscript: &Manuscript, report: &mut Report) {
    let lexicon = Lexicon::get();
    let Some(subject) = subject(manuscript) else { return };
    let used = |word: &Word| Some(lexicon.syllable(word.id?)?.used);
    let strange = |word: &Word| {
        let known = subject.words.iter().any(|own| own.small == word.small)
            || USUAL.says(&format!(" {} ", word.small));
        word.is_syllable && !word.is_capital && !known
    };
    let means = |word: &Word| used(word) != Some(Use::Joining);
    for paragraph in manuscript.paragraphs.iter().filter(|own| own.role == Role::Opening) {
        let Some(head) = paragraph.phrases("ban hành kế hoạch").last() else { continue };
        let Some((name, _)) = paragraph.behind(head.end).split_once(" như sau") else { continue };
        let end = head.end + title(name).len();
        let words = paragraph.words.iter().filter(|word| head.end <= word.at.start && word.at.end <= end);
        let words: Vec<&Word> = words.collect();
        // One of them may join others: "số" in "chuyển đổi số".
        let run = words.windows(STRANGE).find(|run| {
            let telling = run.iter().filter(|word| means(word)).count() + 1 >= STRANGE;
            telling && means(run[0]) && run.iter().all(|word| strange(word))
        });
        if let Some([first, .., last]) = run {
            let message = "Cụm từ này không có trong trích yếu: kiểm tra tên kế hoạch.";
            report.tell(paragraph, first.at.start..last.at.end, message);
        }
    }
}

/// So many words side by side that the subject does not have make another name.
const STRANGE: usize = 3;

/// The name of a plan at the beginning of a text: up to the first mark, or past commas up to its year.
fn title(text: &str) -> &str {
    let end = text.find([',', ';', '.', '(', ':', '[']).unwrap_or(text.len());
    let sentence = text.split([';', '.', '(', ':', '[']).next().unwrap_or_default();
    let asks =
        |part: &str| ["yêu cầu", "đề nghị", "giao ", " các ", "kết quả"].iter().any(|own| part.says(own));
    let year = sentence.rfind("năm ").map(|at| at + "năm 2026".len());
    let named = year.and_then(|end| sentence.get(..end)).filter(|named| !asks(named));
    named.filter(|named| named.len() > end).unwrap_or(&text[..end])
}

/// So many words have to be the same on either side of what differs.
const SIDE: usize = 3;

/// The most words that differ.
const GAP: usize = 5;

/// "Trên đây là Kế hoạch tuyên truyền bầu cử Quốc hội khóa XV và …", where the subject says "khóa XVI": a word
/// or two that stand between the same words are others, or fewer.
fn part(manuscript: &Manuscript, report: &mut Report) {
    let Some(subject) = subject(manuscript) else { return };
    let own = &subject.words;
    let same = |a: &[Word], b: &[Word]| a.iter().zip(b).all(|(a, b)| a.small == b.small);
    for paragraph in closings(manuscript) {
        for (at, side) in paragraph.words.windows(SIDE).enumerate() {
            let from = at + SIDE;
            let Some(start) = own.windows(SIDE).position(|other| same(side, other)) else { continue };
            let start = start + SIDE;
            let mut gaps = (0..GAP).flat_map(|kept| (1..=GAP).map(move |lost| (lost, kept)));
            let differs = |(lost, kept): &(usize, usize)| {
                let (theirs, ours) = (
                    own.get(start + lost..start + lost + SIDE),
                    paragraph.words.get(from + kept..from + kept + SIDE),
                );
                theirs.zip(ours).is_some_and(|(theirs, ours)| same(theirs, ours))
            };
            let next = own.get(start).zip(paragraph.words.get(from));
            if next.is_some_and(|(theirs, ours)| theirs.small == ours.small) {
                continue;
            }
            let Some((lost, kept)) = gaps.find(differs) else { continue };
            let gap = &own[start..start + lost];
            let typed = &paragraph.words[from..from + kept];
            // Abbreviations, dates and the year of another have rules of their own.
            let plain = |word: &Word| !word.is_loud && !word.small.contains(|c: char| c.is_ascii_digit());
            let is_roman = |word: &Word| word.small.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
            // A name may be left out: "trên địa bàn xã".
            let is_less = typed.is_empty() && gap.iter().any(|word| word.is_capital);
            if !is_less && gap.iter().chain(typed).all(|word| plain(word) || is_roman(word)) {
                let words: Vec<&str> = (start..start + lost).map(|at| subject.word(at)).collect();
                let range = paragraph.words[from - 1].at.start..paragraph.words[from + kept].at.end;
                report.tell(paragraph, range, format!("Trích yếu ghi “{}” ở chỗ này.", words.join(" ")));
            }
        }
    }
}

/// The most words of a part of a name that "và" joins to it.
const PART: usize = 7;

/// "Kế hoạch cải cách hành chính và chuyển đổi số phường …", where the subject has but one of the two; or the other
/// way round.
fn joined(manuscript: &Manuscript, report: &mut Report) {
    let Some(subject) = subject(manuscript) else { return };
    let theirs: Vec<&str> = subject.words.iter().map(|word| word.small.as_str()).collect();
    for paragraph in
        manuscript.paragraphs.iter().filter(|own| matches!(own.role, Role::Opening | Role::Closing))
    {
        // The plan itself, not the name of a document before it: "… về Kế hoạch tổng thể …".
        let own = |(at, _): &(usize, Range<usize>)| {
            small(paragraph, at.checked_sub(1)).is_of(&["hành", "dựng", "là", "lập", "khai"])
        };
        let Some((named, _)) = paragraph.phrases("kế hoạch").with_word().find(own) else { continue };
        let ours: Vec<&str> = paragraph.words.iter().map(|word| word.small.as_str()).collect();
        // Where what one has more begins, and how much it is: two words are the same on either side.
        let more = |long: &[&str], short: &[&str], at: usize, from: usize| {
            let around = |at: usize| at.checked_sub(2).and_then(|from| long.get(from..at));
            let before = from.checked_sub(2).and_then(|start| short.get(start..from))?;
            (long.get(at) == Some(&"và") && around(at) == Some(before)).then_some(())?;
            let count = (3..=PART).find(|more| {
                long.get(at + more..at + more + 2).is_some_and(|rest| short.get(from..from + 2) == Some(rest))
            })?;
            // "dân vận và phong trào Dân vận khéo": the words around it may come twice in both.
            let part = long.get(at..at + count)?;
            (!short.windows(count).any(|own| own == part)).then_some(count)
        };
        for at in named + 3..ours.len().min(named + 40) {
            let found = (2..theirs.len()).find_map(|own| {
                let kept = more(&ours, &theirs, at, own).map(|count| (count, None));
                kept.or_else(|| more(&theirs, &ours, own, at).map(|count| (0, Some(own..own + count))))
            });
            let Some((kept, lost)) = found else { continue };
            let message = match lost {
                Some(lost) => format!("Trích yếu ghi thêm “{}” ở chỗ này.", theirs[lost].join(" ")),
                None => "Trích yếu không có vế này.".to_owned(),
            };
            let range =
                paragraph.words[at - 1].at.start..paragraph.words[at + kept - usize::from(kept > 0)].at.end;
            report.tell(paragraph, range, message);
            break;
        }
    }
}

/// What may well be said of any plan in its closing.
const USUAL: &str = " toàn cụ thể tổ chức triển khai thực hiện công tác hoạt động nội dung nhiệm vụ địa bàn giai đoạn đề nghị yêu cầu cơ quan đơn vị \
    nhân dân mặt trận tổ quốc chỉ đạo các cấp ";

fn closing(manuscript: &Manuscript, report: &mut Report) {
    let Some(subject) = subject(manuscript).filter(|subject| !subject.mentions.is_empty()) else { return };
    let named = |number: &str| {
        mentions(manuscript)
            .iter()
            .any(|(paragraph, mention)| paragraph.role != Role::Closing && mention.number == number)
    };
    for closing in closings(manuscript) {
        let own = |number: &str| subject.mentions.iter().any(|mention| mention.number == number);
        if let Some(mention) =
            closing.mentions.first().filter(|mention| !own(&mention.number) && !named(&mention.number))
        {
            report.tell(
                closing,
                mention.range.clone(),
                format!("Trích yếu nêu văn bản số {}.", subject.mentions[0].number),
            );
        }
    }
}

/// Years that a paragraph names as those of a plan: "năm 2026", not "tháng 3 năm 2026" or the year of a law.
fn years(paragraph: &Paragraph) -> Vec<(Range<usize>, u16)> {
    let words = &paragraph.words;
    let mut years = Vec::new();
    for (at, word) in words.iter().enumerate().filter(|(_, word)| word.small == "năm") {
        let Some(year) = words.get(at + 1).filter(|next| next.small.len() == 4) else { continue };
        let before = at.checked_sub(2).and_then(|at| words.get(at..at + 2)).is_some_and(|pair| {
            pair[0].small.is_of(&["tháng", "quý"]) && pair[1].small != "cuối" && pair[1].small != "đầu"
        });
        let in_mention = paragraph.mentions.iter().any(|mention| mention.range.contains(&word.at.start));
        if let Ok(number) = year.small.parse::<u16>()
            && (1990..2100).contains(&number)
            && !before
            && !in_mention
        {
            years.push((word.at.start..year.at.end, number));
        }
    }
    years
}

fn year(manuscript: &Manuscript, report: &mut Report) {
    let Some(subject) = subject(manuscript) else { return };
    // What stands in quotes has years of its own: "Hỗ trợ phụ nữ khởi nghiệp giai đoạn 2017 - 2025".
    let is_quoted =
        |at: usize| subject.before(at).matches('“').count() > subject.before(at).matches('”').count();
    let mut own = years(subject);
    own.retain(|(range, _)| !is_quoted(range.start));
    let [(_, own_year)] = own.as_slice() else { return };
    let mut unquoted = subject.text.split(['“', '”']).step_by(2);
    let spans = unquoted.any(|own| own.contains(['-', '–']) || own.says("đến năm"));
    if spans {
        return;
    }
    // The words of the subject before its year, by which its name is known again.
    let name: Vec<String> = subject
        .words
        .iter()
        .rev()
        .skip_while(|word| word.small != "năm")
        .skip(1)
        .filter(|word| word.small != "của")
        .take(3)
        .map(|word| word.small.clone())
        .collect();
    let about = |paragraph: &Paragraph, range: &Range<usize>| {
        let before = paragraph.words.iter().rev().skip_while(|word| word.at.start >= range.start);
        let before = before.map(|word| word.small.as_str()).filter(|word| *word != "của").take(3);
        name.len() == 3 && before.eq(name.iter().map(String::as_str))
    };
    let leads = manuscript
        .paragraphs
        .iter()
        .filter(|paragraph| matches!(paragraph.role, Role::Opening | Role::Closing));
    for paragraph in leads {
        for (range, year) in years(paragraph) {
            // "… các đảng bộ trực thuộc trong năm 2025 như sau:"
            let behind = paragraph.behind(range.end).trim_start();
            let named = paragraph.phrases("trên đây là kế hoạch").next().filter(|head| {
                let title = title(paragraph.behind(head.end));
                paragraph.role == Role::Closing
                    && range.end <= head.end + title.len()
                    && !title.says(&own_year.to_string())
            });
            let leads = year < *own_year && (behind.starts_with("như sau") || named.is_some());
            // Where the subject has the year of last time, of which another rule tells, this one is right.
            let issued = manuscript.frame.date.year == Some(year) && *own_year < year;
            if year != *own_year && !issued && (leads || about(paragraph, &range)) {
                report.tell(paragraph, range, format!("Trích yếu ghi năm {own_year}."));
            }
        }
    }
}

/// The spans of days that a paragraph names, "từ ngày … đến (hết) ngày …": its bytes, first and last day.
fn spans_of_days(paragraph: &Paragraph) -> impl Iterator<Item = (Range<usize>, Parts, Parts)> + '_ {
    paragraph.phrases("từ ngày").filter_map(|range| {
        let first = date_at(&paragraph.text, range.end - "ngày".len())?;
        let behind = paragraph.behind(first.at.end).trim_start().strip_prefix("đến")?.trim_start();
        let behind = behind.strip_prefix("hết").unwrap_or(behind).trim_start();
        let last = date_at(&paragraph.text, paragraph.text.len() - behind.len())?;
        Some((range.start..last.at.end, first.parts, last.parts))
    })
}

/// Day, month, year.
type Parts = (u16, u16, u16);

/// "giám sát từ ngày 01/7/2025 đến ngày 30/10/2025", where the subject has the same first day and another last.
fn days(manuscript: &Manuscript, report: &mut Report) {
    let Some(subject) = subject(manuscript) else { return };
    let own: Vec<(Parts, Parts)> = spans_of_days(subject).map(|(_, first, last)| (first, last)).collect();
    let [(first, last)] = own.as_slice() else { return };
    for paragraph in manuscript.paragraphs.iter().filter(|other| other.index != subject.index) {
        for (range, from, to) in spans_of_days(paragraph) {
            if from == *first && to != *last {
                let (day, month, year) = last;
                report.tell(paragraph, range, format!("Trích yếu ghi đến ngày {day:02}/{month}/{year}."));
            }
        }
    }
}

fn days_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    (paragraph.role == Role::Subject).hash(notes);
    spans_of_days(paragraph).for_each(|(_, first, last)| (first, last).hash(notes));
}

/// The spans of years that a paragraph names, with the three words before each.
pub(super) fn spans(paragraph: &Paragraph) -> Vec<(Range<usize>, [u16; 2], Vec<&str>)> {
    let words = &paragraph.words;
    let year = |at: usize| words.get(at).filter(|word| word.small.len() == 4)?.small.parse::<u16>().ok();
    let mut spans = Vec::new();
    for at in 3..words.len() {
        let (Some(from), Some(to)) = (year(at), year(at + 1)) else { continue };
        let dash = paragraph.text.get(words[at].at.end..words[at + 1].at.start).map(str::trim);
        if matches!(dash, Some("-" | "–")) {
            let before = words[at - 3..at].iter().map(|word| word.small.as_str()).collect();
            spans.push((words[at].at.start..words[at + 1].at.end, [from, to], before));
        }
    }
    spans
}

fn span(manuscript: &Manuscript, report: &mut Report) {
    let Some(subject) = subject(manuscript) else { return };
    let own = spans(subject);
    let [(_, [from, to], name)] = own.as_slice() else { return };
    let opening = manuscript.paragraphs.iter().rfind(|own| own.role == Role::Opening);
    // The last span of the opening is that of the plan: those before are of what it rests on.
    let leads = manuscript.paragraphs.iter().filter(|own| matches!(own.role, Role::Basis | Role::Opening));
    let told: Vec<[u16; 2]> = leads.flat_map(spans).map(|(_, years, _)| years).collect();
    let opened = opening.filter(|own| ascii(own.text.trim_end()).ends_with("sau:"));
    let opened = opened.and_then(|own| Some((own, spans(own).pop()?)));
    // Said twice, it is that of a document.
    let opened = opened.filter(|(_, (_, years, _))| told.iter().filter(|other| *other == years).count() == 1);
    let closings = manuscript.paragraphs.iter().filter(|own| own.role == Role::Closing);
    let closed = closings.flat_map(|own| spans(own).into_iter().map(move |span| (own, span)));
    for (own, (range, years, before)) in opened.into_iter().chain(closed) {
        // A school year is the plan's, whatever stands before.
        let same = before == *name || [&before, name].iter().all(|before| before.ends_with(&["năm", "học"]));
        if years != [*from, *to] && same {
            report.tell(own, range, format!("Trích yếu ghi {from} - {to}."));
        }
    }
}

/// What stands behind "lần thứ", and where.
fn ordinals(paragraph: &Paragraph) -> Vec<(Range<usize>, &str)> {
    let of = |range: Range<usize>| {
        let at = super::words::at(paragraph, &range) + 2;
        let word = paragraph.words.get(at)?;
        Some((range.start..word.at.end, paragraph.word(at)))
    };
    paragraph.phrases("lần thứ").filter_map(of).collect()
}

/// "lần thứ XVII" in the closing, where the subject has "lần thứ XVIII" alone.
fn ordinal(manuscript: &Manuscript, report: &mut Report) {
    let Some(own) = subject(manuscript).map(ordinals) else { return };
    let [(_, own)] = own.as_slice() else { return };
    for closing in closings(manuscript) {
        for (range, _) in ordinals(closing).into_iter().filter(|(_, typed)| typed != own) {
            report.tell(closing, range, format!("Trích yếu ghi lần thứ {own}."));
        }
    }
}

fn issue_year(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let Some(issued) = frame.date.year.filter(|_| paragraph.role == Role::Subject) else { return };
    let text = ascii(&paragraph.text);
    // What sums up or carries on a year speaks of one that is over.
    let past = ["tong ket", "so ket", "bao cao", "cong bo", "giai doan", "ket qua", "nghi quyet", "tiep tuc"]
        .iter()
        .any(|word| text.says(word));
    let years = years(paragraph);
    let last = years.iter().map(|(_, year)| *year).max();
    if let (Some((range, year)), false) = (years.first(), past)
        && last.is_some_and(|last| last < issued)
    {
        report.tell(
            paragraph,
            range.clone(),
            format!("Kế hoạch ban hành năm {issued} mà trích yếu ghi năm {year}."),
        );
    }
}
