//! What the text says of itself: subject, opening and closing have to speak of one plan of one body.

use std::hash::Hash;
use std::ops::Range;

use super::clauses::{APPENDIX, ITSELF, SUBJECT};
use super::conflicts::mentions;
use super::reads;
use super::words::Words;
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph, Word};
use crate::check::mention::date_at;
use crate::check::rule::{Notes, Report, Rule};
use crate::check::spelling::{Lexicon, Use};
use crate::import::Role;
use crate::vietnamese::{ascii, lower, upper};

pub(super) const RULES: &[Rule] = &[
    Rule::each(Warn, "title.mismatch.issuer", ITSELF, "Trích yếu ghi cơ quan khác phần đầu", issuer),
    Rule::whole(Warn, "title.mismatch.speaker", ITSELF, "Phần mở đầu ghi cơ quan khác phần đầu", speaker)
        .reading(reads::frame),
    Rule::whole(
        Warn,
        "title.mismatch.citation",
        ITSELF,
        "Văn bản ở trích yếu không có trong căn cứ, mở đầu",
        citation,
    )
    .reading(reads::frame_and_mentions),
    Rule::whole(Warn, "title.mismatch.closing", ITSELF, "Phần kết nêu văn bản khác trích yếu", closing)
        .reading(reads::frame_and_mentions),
    Rule::whole(Warn, "title.mismatch.year", ITSELF, "Phần mở đầu, phần kết ghi năm khác trích yếu", year)
        .reading(reads::frame),
    Rule::whole(Error, "title.mismatch.ordinal", ITSELF, "Phần kết ghi “lần thứ” khác trích yếu", ordinal)
        .reading(reads::frame),
    Rule::whole(Warn, "title.mismatch.words", ITSELF, "Phần kết gọi kế hoạch bằng tên khác trích yếu", words)
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
    Rule::each(Error, "title.mismatch.kind", ITSELF, "Phần kết gọi kế hoạch bằng tên loại khác", kind),
    Rule::whole(
        Warn,
        "place.leftover.kind",
        ITSELF,
        "“Quyết định này”, “Hướng dẫn này” trong kế hoạch",
        this_kind,
    )
    .reading(this_kind_read),
    Rule::each(Warn, "doubled.subject", SUBJECT, "Trích yếu ghi lại chữ “Kế hoạch”", repeated),
    Rule::each(Warn, "header.family.title-case", SUBJECT, "Tên loại văn bản viết chữ thường", title_case)
        .of_files()
        .mends(),
    Rule::each(Error, "header.family.regarding", SUBJECT, "“V/v” trong trích yếu", regarding),
    // A page of the web shows it so, whatever stood in the document: a matter of layout.
    Rule::each(Hint, "caps.subject", SUBJECT, "Trích yếu viết chữ in hoa", shouted),
    Rule::each(Hint, "title.long", SUBJECT, "Trích yếu dài", long),
    Rule::whole(
        Error,
        "missing.appendix-mention",
        APPENDIX,
        "Có phụ lục mà bài không nhắc",
        appendix_mention,
    )
    .of_files(),
    Rule::whole(Hint, "missing.appendix", APPENDIX, "Bài nhắc phụ lục mà không có phụ lục", no_appendix)
        .of_files(),
    Rule::whole(
        Error,
        "numbering.style.appendix",
        APPENDIX,
        "Nhiều phụ lục không đánh số La Mã",
        appendix_number,
    )
    .of_files(),
    Rule::whole(
        Warn,
        "missing.recipients",
        "NĐ 30/2020/NĐ-CP, Điều 8: thể thức gồm nơi nhận",
        "Không có nơi nhận",
        no_recipients,
    )
    .of_files(),
    Rule::whole(
        Hint,
        "recipients.heading-missing",
        super::clauses::RECIPIENTS,
        "Danh sách nơi nhận không có chữ “Nơi nhận:”",
        no_heading,
    )
    .of_files(),
    Rule::whole(Warn, "missing.signer", super::clauses::SIGNING, "Không có họ tên người ký", no_signer)
        .of_files(),
    Rule::whole(
        Hint,
        "missing.organisation",
        "the-thuc.md, mục 5: kế hoạch có phần tổ chức thực hiện",
        "Không có phần tổ chức thực hiện",
        no_organisation,
    )
    .of_files(),
];

/// A body as it is compared: whatever its abbreviation.
fn plain(text: &str) -> String {
    let text = ascii(text).split_whitespace().collect::<Vec<_>>().join(" ");
    text.replace("mat tran to quoc", "mttq")
        .replace("uy ban nhan dan", "ubnd")
        .replace("hoi dong nhan dan", "hdnd")
}

/// The subject of a body with a standing committee names the body without it.
fn issuer(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let header = plain(&frame.bodies);
    if paragraph.role != Role::Subject || !header.says("ban thuong truc") {
        return;
    }
    let unit = if frame.commune.is_empty() { &frame.province } else { &frame.commune };
    let Some(at) = paragraph.phrases("của").map(|range| range.start).last() else { return };
    let body = paragraph.behind(at);
    let said = plain(body);
    let own =
        said.starts_with("cua uy ban mttq") && !unit.is_empty() && said.trim_end().ends_with(&plain(unit));
    if own {
        report.tell(paragraph, at..paragraph.whole().end, "Cơ quan ban hành ở phần đầu là Ban Thường trực.");
    }
}

/// Bodies by the words that name them.
const BODIES: [(&str, &str); 9] = [
    ("ubnd", "ubnd"),
    ("thuong truc hdnd", "hdnd"),
    ("uy ban mttq", "mttq"),
    ("dang uy", "dang uy"),
    ("chi bo", "chi bo"),
    ("hoi nong dan", "hoi nong dan"),
    ("hoi lien hiep phu nu", "phu nu"),
    ("hoi cuu chien binh", "cuu chien binh"),
    ("doan thanh nien", "doan"),
];

fn speaker(manuscript: &Manuscript, report: &mut Report) {
    let header = plain(
        &manuscript.frame.bodies.lines().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join(" "),
    );
    let known = BODIES.iter().any(|(_, word)| header.says(word));
    let last = manuscript.paragraphs.iter().rfind(|paragraph| paragraph.role == Role::Opening);
    let Some(opening) = last.filter(|_| known) else { return };
    let issues = ["ban hành kế hoạch", "xây dựng kế hoạch", "ban hành"]
        .iter()
        .find_map(|phrase| opening.phrases(phrase).last());
    let Some(issues) = issues else { return };
    let before = opening.before(issues.start);
    // Who speaks stands behind the last comma or at the head.
    let start = before.trim_end_matches([',', ' ']).rfind([',', ';', ')']).map_or(0, |at| at + 1);
    let start = start + before[start..].len() - before[start..].trim_start().len();
    let said = plain(&before[start..]);
    // "… theo đề nghị của Công an xã, …": only what begins with the body speaks.
    let begins = BODIES.iter().find(|(body, _)| {
        said.strip_prefix("ban thuong vu ")
            .or(said.strip_prefix("ban thuong truc "))
            .or(said.strip_prefix("ban chap hanh "))
            .unwrap_or(&said)
            .starts_with(body)
    });
    if let Some((_, word)) = begins
        && !header.says(word)
    {
        report.tell(opening, start..issues.start, "Cơ quan ban hành ở phần đầu là cơ quan khác.");
    }
}

fn subject(manuscript: &Manuscript) -> Option<&Paragraph> {
    manuscript.paragraphs.iter().find(|paragraph| paragraph.role == Role::Subject)
}

fn citation(manuscript: &Manuscript, report: &mut Report) {
    let Some(subject) = subject(manuscript) else { return };
    let leads = manuscript
        .paragraphs
        .iter()
        .filter(|paragraph| matches!(paragraph.role, Role::Basis | Role::Opening));
    let told: Vec<&str> = leads
        .clone()
        .flat_map(|paragraph| &paragraph.mentions)
        .map(|mention| mention.number.as_str())
        .collect();
    for mention in subject
        .mentions
        .iter()
        .filter(|mention| !mention.is_inside && !subject.is_in_brackets(&mention.range))
    {
        if !told.is_empty() && !told.contains(&mention.number.as_str()) && !mention.number.starts_with('…')
        {
            report.tell(
                subject,
                mention.range.clone(),
                "Văn bản nêu ở trích yếu không có trong căn cứ và phần mở đầu.",
            );
        }
    }
}

/// "Trên đây là Kế hoạch …": two words side by side that stand neither in the subject nor in what leads to it.
fn words(manuscript: &Manuscript, report: &mut Report) {
    let lexicon = Lexicon::get();
    let leads = manuscript
        .paragraphs
        .iter()
        .filter(|own| matches!(own.role, Role::Subject | Role::Basis | Role::Opening))
        .flat_map(|own| &own.words);
    let told: Vec<&str> = leads.map(|word| word.small.as_str()).collect();
    for paragraph in closings(manuscript).filter(|_| !told.is_empty()) {
        let Some(head) = paragraph.phrases("trên đây là kế hoạch").next() else { continue };
        let rest = paragraph.behind(head.end);
        let end = head.end + rest.find([',', ';', '.', '(', ':', '[']).unwrap_or(rest.len());
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

/// So many words have to be the same on either side of what differs.
const SIDE: usize = 3;

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
            let gaps = (0..SIDE).flat_map(|kept| (1..=SIDE).map(move |lost| (lost, kept)));
            let differs = |(lost, kept): &(usize, usize)| {
                let (theirs, ours) = (
                    own.get(start + lost..start + lost + SIDE),
                    paragraph.words.get(from + kept..from + kept + SIDE),
                );
                theirs.zip(ours).is_some_and(|(theirs, ours)| same(theirs, ours))
            };
            let Some((lost, kept)) =
                gaps.filter(|_| !same_word(own, start, &paragraph.words, from)).find(differs)
            else {
                continue;
            };
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

/// Whether two texts say the same word at two places.
fn same_word(own: &[Word], at: usize, others: &[Word], there: usize) -> bool {
    own.get(at).zip(others.get(there)).is_some_and(|(own, other)| own.small == other.small)
}

/// What may well be said of any plan in its closing.
const USUAL: &str = " tổ chức triển khai thực hiện công tác hoạt động nội dung nhiệm vụ địa bàn giai đoạn đề nghị yêu cầu cơ quan đơn vị \
    nhân dân mặt trận tổ quốc chỉ đạo các cấp ";

fn closings(manuscript: &Manuscript) -> impl Iterator<Item = &Paragraph> {
    manuscript.paragraphs.iter().filter(|paragraph| {
        paragraph.role == Role::Closing && ascii(paragraph.said()).starts_with("tren day la")
    })
}

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
    let own = years(subject);
    let [(_, own_year)] = own.as_slice() else { return };
    let spans = subject.text.contains('-') || subject.text.contains('–') || subject.text.says("đến năm");
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
            let leads = year < *own_year && behind.starts_with("như sau");
            if year != *own_year && (leads || about(paragraph, &range)) {
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
fn spans(paragraph: &Paragraph) -> Vec<(Range<usize>, [u16; 2], Vec<&str>)> {
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
    let closed = closings(manuscript).flat_map(|own| spans(own).into_iter().map(move |span| (own, span)));
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

/// Other kinds of documents, each with how it calls itself.
const OTHERS: [(&str, &str); 10] = [
    ("báo cáo", "báo cáo này"),
    ("chương trình", "chương trình này"),
    ("hướng dẫn", "hướng dẫn này"),
    ("quyết định", "quyết định này"),
    ("thông báo", "thông báo này"),
    ("phương án", "phương án này"),
    ("đề án", "đề án này"),
    ("công văn", "công văn này"),
    ("tờ trình", "tờ trình này"),
    ("nghị quyết", "nghị quyết này"),
];

fn kind(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if paragraph.role != Role::Closing || paragraph.phrase_at(0, "trên đây là").is_none() {
        return;
    }
    for (other, _) in OTHERS {
        if let Some(range) = paragraph.phrase_at(3, other) {
            report.tell(paragraph, range, "Văn bản này là kế hoạch.");
        }
    }
}

fn this_kind(manuscript: &Manuscript, report: &mut Report) {
    for paragraph in manuscript.paragraphs.iter().filter(|paragraph| paragraph.is_prose()) {
        for (other, this) in OTHERS {
            for range in paragraph.phrases(this) {
                // One that was named before may be meant.
                let before = &manuscript.paragraphs[..=paragraph.index];
                let named = before.iter().any(|above| {
                    above.phrases(other).any(|at| above.index < paragraph.index || at.start < range.start)
                });
                if !named {
                    report.tell(paragraph, range, "Kế hoạch tự gọi mình là “Kế hoạch này”.");
                }
            }
        }
    }
}

fn this_kind_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    for (other, this) in OTHERS {
        for range in paragraph.phrases(other) {
            let own = super::words::at(paragraph, &range);
            (other, paragraph.phrase_at(own, this).is_some()).hash(notes);
        }
    }
}

fn repeated(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let Some(range) = paragraph.phrase_at(0, "kế hoạch").filter(|_| paragraph.role == Role::Subject)
    else {
        return;
    };
    let next = paragraph.words.get(2).map_or("", |word| word.small.as_str());
    if !next.is_of(&["hóa", "hoá", "số", "đầu", "tài"]) {
        report.tell(paragraph, range, "“KẾ HOẠCH” đã in ở dòng trên: trích yếu không ghi lại.");
    }
}

fn title_case(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let small = paragraph.slice(paragraph.whole()) != upper(paragraph.slice(paragraph.whole()));
    if paragraph.role == Role::Title && small && paragraph.words.len() < 4 {
        let right = upper(paragraph.slice(paragraph.whole()));
        report.mend(paragraph, paragraph.whole(), right, "Tên loại văn bản viết chữ in hoa.");
    }
}

fn regarding(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let text = paragraph.text.trim_start();
    if paragraph.role == Role::Subject && lower(text).starts_with("v/v") {
        let start = paragraph.text.len() - text.len();
        report.tell(paragraph, start..start + 3, "“V/v” chỉ dùng cho công văn.");
    }
}

fn shouted(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let text = paragraph.text.trim();
    if paragraph.role == Role::Subject && paragraph.words.len() > 3 && text == upper(text) {
        report.tell(
            paragraph,
            paragraph.tail(8),
            "Trích yếu viết chữ in thường, chỉ viết hoa đầu câu và tên riêng.",
        );
    }
}

fn long(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if paragraph.role == Role::Subject && paragraph.words.len() > 80 {
        report.tell(paragraph, paragraph.tail(8), "Trích yếu là một câu hoặc một cụm từ ngắn gọn.");
    }
}

/// The headings of appendices: "Phụ lục", "PHỤ LỤC II".
fn appendices(manuscript: &Manuscript) -> Vec<&Paragraph> {
    let own = |paragraph: &&Paragraph| {
        paragraph.role == Role::Appendix
            && paragraph.phrase_at(0, "phụ lục").is_some()
            && paragraph.words.len() < 5
    };
    manuscript.paragraphs.iter().filter(|_| manuscript.frame.is_source).filter(own).collect()
}

/// Where the body speaks of an appendix.
fn appendix_spoken(manuscript: &Manuscript) -> Option<(&Paragraph, Range<usize>)> {
    let body = manuscript.paragraphs.iter().filter(|paragraph| paragraph.role != Role::Appendix);
    body.filter_map(|paragraph| {
        let words = ["phụ lục", "biểu mẫu", "đính kèm", "gửi kèm", "kèm theo"];
        let range = words.iter().find_map(|phrase| paragraph.phrases(phrase).next())?;
        Some((paragraph, range))
    })
    .next()
}

fn appendix_mention(manuscript: &Manuscript, report: &mut Report) {
    if let (Some(first), None) = (appendices(manuscript).first(), appendix_spoken(manuscript)) {
        report.tell(first, first.whole(), "Trong bài phải có chỗ chỉ dẫn đến phụ lục.");
    }
}

fn no_appendix(manuscript: &Manuscript, report: &mut Report) {
    let any = manuscript.paragraphs.iter().any(|paragraph| paragraph.role == Role::Appendix);
    for paragraph in manuscript
        .paragraphs
        .iter()
        .filter(|paragraph| paragraph.is_prose() && manuscript.frame.is_source && !any)
    {
        if let Some(range) = ["phụ lục kèm theo", "phụ lục đính kèm", "phụ lục gửi kèm", "theo phụ lục"]
            .iter()
            .find_map(|phrase| paragraph.phrases(phrase).next())
        {
            report.tell(paragraph, range, "Không thấy phụ lục ở cuối văn bản.");
        }
    }
}

fn appendix_number(manuscript: &Manuscript, report: &mut Report) {
    let all = appendices(manuscript);
    for paragraph in all.iter().filter(|_| all.len() > 1) {
        let numbered = paragraph.words.get(2).is_some_and(|word| {
            paragraph.slice(word.at.clone()).chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
        });
        if !numbered {
            report.tell(
                paragraph,
                paragraph.whole(),
                "Từ hai phụ lục trở lên phải đánh số bằng chữ số La Mã.",
            );
        }
    }
}

fn has(manuscript: &Manuscript, role: Role) -> bool {
    manuscript.paragraphs.iter().any(|paragraph| paragraph.role == role)
}

/// The last paragraph of one of some roles of a file.
fn last<'a>(manuscript: &'a Manuscript, roles: &[Role]) -> Option<&'a Paragraph> {
    manuscript
        .paragraphs
        .iter()
        .rfind(|paragraph| manuscript.frame.is_source && roles.contains(&paragraph.role))
}

fn no_recipients(manuscript: &Manuscript, report: &mut Report) {
    let signed = last(manuscript, &[Role::Authority, Role::SignerTitle]);
    if let Some(paragraph) =
        signed.filter(|_| !has(manuscript, Role::Recipient) && !has(manuscript, Role::Ending))
    {
        report.tell(paragraph, paragraph.whole(), "Văn bản không có phần “Nơi nhận”.");
    }
}

fn no_heading(manuscript: &Manuscript, report: &mut Report) {
    let mut listed = manuscript.paragraphs.iter().filter(|paragraph| paragraph.role == Role::Recipient);
    let headed = manuscript
        .paragraphs
        .iter()
        .any(|paragraph| paragraph.role.is_of_ending() && ascii(&paragraph.text).says("noi nhan"));
    if let Some(first) = listed.next().filter(|_| !headed && manuscript.frame.is_source) {
        report.tell(first, first.whole(), "Trên danh sách phải có từ “Nơi nhận:”.");
    }
}

fn no_signer(manuscript: &Manuscript, report: &mut Report) {
    let signed = last(manuscript, &[Role::SignerTitle]);
    if let Some(paragraph) =
        signed.filter(|_| !has(manuscript, Role::SignerName) && !has(manuscript, Role::Ending))
    {
        report.tell(paragraph, paragraph.whole(), "Dưới chức vụ phải có họ và tên người ký.");
    }
}

fn no_organisation(manuscript: &Manuscript, report: &mut Report) {
    let words = ["tổ chức thực hiện", "phân công", "phân công nhiệm vụ", "trách nhiệm"];
    let organised = manuscript.paragraphs.iter().any(|paragraph| {
        (paragraph.role == Role::Section || (paragraph.role == Role::Clause && paragraph.words.len() < 8))
            && words.iter().any(|phrase| paragraph.phrases(phrase).next().is_some())
    });
    let sections = manuscript.paragraphs.iter().filter(|paragraph| paragraph.role == Role::Section).count();
    if let Some(section) = last(manuscript, &[Role::Section]).filter(|_| !organised && sections > 1) {
        report.tell(section, section.whole(), "Kế hoạch thường có mục “Tổ chức thực hiện”.");
    }
}
