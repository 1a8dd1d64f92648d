//! The head of the page: Quốc hiệu, tiêu ngữ, số và ký hiệu, địa danh, ngày.

use super::clauses::{DATE, EMBLEM, PARTY, SUBJECT, SYMBOL};
use super::places::province_said;
use super::words::{Words, at, small};
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph, YOUTH_BODIES};
use crate::check::place_names::{comparable, province_now};
use crate::check::rule::{Report, Rule};
use crate::format::place_name;
use crate::import::Role;
use crate::plan::IssueDate;
use crate::vietnamese::{ascii, lower, upper};

pub(super) const RULES: &[Rule] = &[
    Rule::each(Error, "header.family.motto", EMBLEM, "Tiêu ngữ sai chữ, gạch dài hoặc thiếu dấu cách", motto)
        .mends(),
    Rule::each(Error, "header.family.motto-case", EMBLEM, "Tiêu ngữ viết hoa sai", motto_case).mends(),
    Rule::whole(Error, "header.family.no-motto", EMBLEM, "Có Quốc hiệu mà không có tiêu ngữ", no_motto)
        .of_files()
        .only(STATE),
    Rule::each(Error, "header.family.emblem", EMBLEM, "Quốc hiệu, tiêu đề ghi sai chữ", emblem),
    Rule::whole(Error, "header.family.party-emblem", PARTY, "Văn bản của Đảng mang Quốc hiệu", party_emblem)
        .of_files(),
    Rule::whole(Warn, "header.family.party-body", PARTY, "Phần đầu ghi lẫn đảng bộ và đảng ủy", party_body)
        .of_files()
        .only(&["party"])
        .mends(),
    Rule::whole(
        Error,
        "header.family.state-emblem",
        EMBLEM,
        "Văn bản Nhà nước, Mặt trận mang tiêu đề của Đảng",
        state_emblem,
    )
    .of_files(),
    Rule::whole(Warn, "header.family.youth-emblem", YOUTH, "Văn bản của Đoàn mang Quốc hiệu", youth_emblem)
        .of_files(),
    Rule::each(
        Error,
        "header.family.number-colon",
        PARTY,
        "Sau “Số” của văn bản Đảng có dấu hai chấm",
        party_colon,
    )
    .only(&["party"])
    .mends(),
    Rule::each(Error, "header.family.number-no-colon", SYMBOL, "Sau “Số” thiếu dấu hai chấm", no_colon)
        .only(STATE)
        .mends(),
    Rule::each(
        Error,
        "header.family.symbol",
        SYMBOL,
        "Ký hiệu viết theo kiểu của hệ thống khác",
        symbol_form,
    ),
    Rule::each(
        Error,
        "citation.symbol.own-space",
        SYMBOL,
        "Dấu cách trong số, ký hiệu của kế hoạch",
        own_space,
    )
    .mends(),
    Rule::each(Error, "citation.symbol.own-zero", SYMBOL, "Số của kế hoạch dưới 10 thiếu số 0", own_zero)
        .mends(),
    Rule::each(Warn, "citation.symbol.own-zeros", SYMBOL, "Số của kế hoạch thừa số 0 ở đầu", own_zeros)
        .mends(),
    Rule::each(Error, "citation.symbol.author", SYMBOL, "Ký hiệu thiếu cơ quan ban hành", symbol_author),
    Rule::each(Error, "header.family.symbol-kind", SYMBOL, "Ký hiệu không phải của kế hoạch", symbol_kind),
    Rule::each(
        Warn,
        "header.family.symbol-body",
        SYMBOL,
        "Ký hiệu không hợp với cơ quan ban hành",
        symbol_body,
    ),
    Rule::each(
        Error,
        "punctuation.place-day",
        DATE,
        "Thiếu chữ “ngày” trong địa danh và ngày ban hành",
        place_day,
    ),
    Rule::each(Error, "header.family.date-form", DATE, "Ngày ban hành ghi bằng dấu gạch", date_form),
    Rule::each(Error, "punctuation.date-zero", DATE, "Ngày dưới 10, tháng 1, 2 thiếu số 0", date_zero)
        .mends(),
    Rule::each(Warn, "punctuation.date-zero.extra", DATE, "Tháng từ 3 trở đi thừa số 0", date_extra).mends(),
    Rule::each(
        Error,
        "deadline.impossible-date.issue",
        DATE,
        "Ngày ban hành không có trong lịch",
        date_impossible,
    ),
    Rule::each(Warn, "header.family.place-noun", DATE, "Địa danh ghi cả “xã”, “phường”, “tỉnh”", place_noun),
    Rule::each(Warn, "place.leftover.header", DATE, "Địa danh khác đơn vị ban hành", place_own),
    Rule::each(Warn, "punctuation.place-comma", DATE, "Sau địa danh thiếu dấu phẩy", place_comma),
    Rule::each(Hint, "header.family.subject-case", SUBJECT, "Chữ đầu trích yếu", subject_case).mends(),
    Rule::each(
        Error,
        "header.family.salutation",
        super::clauses::RECIPIENTS,
        "Kế hoạch có “Kính gửi”",
        salutation,
    ),
];

/// The formats of the State and of those that write as it does.
pub(super) const STATE: &[&str] = &["nd30", "front"];

const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";

/// The words of the motto as they stand there, whatever is between them.
fn motto_at(paragraph: &Paragraph) -> Option<std::ops::Range<usize>> {
    if !matches!(paragraph.role, Role::Emblem | Role::Head) {
        return None;
    }
    let words = ["doc", "lap", "tu", "do", "hanh", "phuc"];
    let at =
        paragraph.words.windows(6).position(|run| run.iter().map(|word| ascii(&word.small)).eq(words))?;
    let (first, last) = (paragraph.words.get(at)?, paragraph.words.get(at + 5)?);
    Some(first.at.start..last.at.end)
}

fn motto(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if let Some(range) = motto_at(paragraph) {
        let typed = paragraph.slice(range.clone());
        if lower(typed) != lower(MOTTO) {
            report.mend(
                paragraph,
                range,
                MOTTO,
                "Tiêu ngữ là “Độc lập - Tự do - Hạnh phúc”, với gạch nối (-) có cách chữ.",
            );
        }
    }
}

fn motto_case(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if let Some(range) = motto_at(paragraph) {
        let typed = paragraph.slice(range.clone());
        if lower(typed) == lower(MOTTO) && typed != MOTTO {
            report.mend(paragraph, range, MOTTO, "Tiêu ngữ viết hoa chữ đầu mỗi cụm từ.");
        }
    }
}

fn is_state_emblem(paragraph: &Paragraph) -> bool {
    matches!(paragraph.role, Role::Emblem | Role::Head)
        && ascii(&paragraph.text).says("cong hoa xa hoi chu nghia")
}

fn is_party_emblem(paragraph: &Paragraph) -> bool {
    matches!(paragraph.role, Role::Emblem | Role::Head)
        && ascii(&paragraph.text).says("dang cong san viet nam")
}

fn no_motto(manuscript: &Manuscript, report: &mut Report) {
    let has = |is: &dyn Fn(&Paragraph) -> bool| manuscript.paragraphs.iter().find(|paragraph| is(paragraph));
    let says = |paragraph: &Paragraph| ascii(&paragraph.text).says("doc lap");
    if let Some(emblem) = has(&is_state_emblem).filter(|_| has(&says).is_none()) {
        report.tell(emblem, emblem.whole(), "Dưới Quốc hiệu phải có tiêu ngữ “Độc lập - Tự do - Hạnh phúc”.");
    }
}

fn emblem(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    const TITLES: [&str; 2] = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM"];
    let head = matches!(paragraph.role, Role::Emblem | Role::Body | Role::Head);
    if !head || motto_at(paragraph).is_some() {
        return;
    }
    let typed = paragraph
        .text
        .replace("**", "")
        .replace("HOÀ", "HÒA")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let near = TITLES.iter().find(|title| {
        let (own, words): (Vec<&str>, Vec<&str>) = (typed.split(' ').collect(), title.split(' ').collect());
        let is_shared = |word: &str| own.iter().any(|own| ascii(own) == ascii(word));
        let shared = words.iter().filter(|word| is_shared(word)).count();
        // A "CÔNG ĐOÀN GIÁO DỤC VIỆT NAM" is no Party.
        let same = is_shared(words[0]) || is_shared(words[2]);
        same && shared + 2 >= words.len() && own.len() <= words.len() + 1
    });
    if let Some(title) = near.filter(|title| **title != typed) {
        report.tell(paragraph, paragraph.whole(), format!("Phải ghi đúng là {title}."));
    }
}

/// What issues is a committee (đảng ủy) or a cell; above a cell stands the body of all members (đảng bộ).
fn party_body(manuscript: &Manuscript, report: &mut Report) {
    let bodies: Vec<&Paragraph> =
        manuscript.paragraphs.iter().filter(|paragraph| paragraph.role == Role::Body).collect();
    let is = |own: &Paragraph, name: &str| ascii(own.text.trim_start_matches(['*', ' '])).starts_with(name);
    let Some((issuing, above)) = bodies.split_last() else { return };
    if is(issuing, "dang bo")
        && let Some(word) = issuing.words.get(1)
    {
        let message = "Cơ quan ban hành là đảng ủy: ghi “ĐẢNG ỦY …”.";
        report.mend_part(issuing, issuing.whole(), word.at.clone(), "ỦY", message);
    }
    if let Some(superior) = above.last().filter(|own| is(issuing, "chi bo") && is(own, "dang uy"))
        && let Some(word) = superior.words.get(1)
    {
        let message = "Trên tên chi bộ ghi “ĐẢNG BỘ …”.";
        report.mend_part(superior, superior.whole(), word.at.clone(), "BỘ", message);
    }
}

fn party_emblem(manuscript: &Manuscript, report: &mut Report) {
    // The family is read off the emblem: what contradicts it is the way in which it is signed and numbered.
    let party = manuscript.paragraphs.iter().any(|paragraph| match paragraph.role {
        Role::Authority => {
            manuscript.frame.is_party() && (paragraph.text.says("T/M") || paragraph.text.says("K/T"))
        }
        Role::Body => ["dang uy", "dang bo", "chi bo"]
            .iter()
            .any(|body| ascii(paragraph.text.trim_start_matches(['*', ' '])).starts_with(body)),
        _ => false,
    });
    if let Some(emblem) = manuscript.paragraphs.iter().find(|paragraph| party && is_state_emblem(paragraph)) {
        report.tell(
            emblem,
            emblem.whole(),
            "Văn bản của Đảng ghi tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM”, không ghi Quốc hiệu.",
        );
    }
}

fn state_emblem(manuscript: &Manuscript, report: &mut Report) {
    let state = manuscript.paragraphs.iter().any(|paragraph| {
        let names = ["uy ban nhan dan", "uy ban mttq", "uy ban mat tran", "hoi dong nhan dan"];
        let is_of = |plain: String| names.iter().any(|body| plain.trim().starts_with(body));
        paragraph.role == Role::Body && is_of(ascii(&paragraph.text))
    });
    if let Some(emblem) = manuscript.paragraphs.iter().find(|paragraph| state && is_party_emblem(paragraph)) {
        report.tell(
            emblem,
            emblem.whole(),
            "Văn bản của cơ quan này ghi Quốc hiệu và tiêu ngữ, không ghi tiêu đề của Đảng.",
        );
    }
}

const YOUTH: &str = "Hướng dẫn thể thức văn bản của Đoàn: tiêu đề “ĐOÀN TNCS HỒ CHÍ MINH”";

/// Whether the Youth Union issues a text.
pub(super) fn is_youth(manuscript: &Manuscript) -> bool {
    let issuing = manuscript.paragraphs.iter().rfind(|paragraph| paragraph.role == Role::Body);
    let named =
        issuing.is_some_and(|own| YOUTH_BODIES.iter().any(|name| ascii(own.text.trim()).starts_with(name)));
    named || manuscript.frame.family == "youth"
}

/// What the Youth Union writes has its name where others have that of the State.
fn youth_emblem(manuscript: &Manuscript, report: &mut Report) {
    // Beside the title of the Union that of the State has no place, and was left over.
    let is_emblem =
        |own: &&Paragraph| is_state_emblem(own) || own.role == Role::Unplaced && own.words.len() < 9;
    let state = |own: &Paragraph| ascii(&own.text).says("cong hoa xa hoi chu nghia");
    let mut emblems = manuscript.paragraphs.iter().filter(is_emblem);
    let youth = is_youth(manuscript);
    if let Some(emblem) = emblems.find(|own| youth && state(own)) {
        let message = "Văn bản của Đoàn ghi tiêu đề “ĐOÀN TNCS HỒ CHÍ MINH”, không ghi Quốc hiệu.";
        report.tell(emblem, emblem.whole(), message);
    }
}

/// Where "Số" stands in the line of number and symbol, and whether a colon follows.
fn number_word(paragraph: &Paragraph) -> Option<(std::ops::Range<usize>, bool)> {
    let word = paragraph.words.first().filter(|word| word.small == "số" && paragraph.role == Role::Number)?;
    let behind = paragraph.text.get(word.at.end..)?;
    let colon = behind.trim_start().starts_with(':');
    let end = if colon { word.at.end + behind.find(':')? + 1 } else { word.at.end };
    Some((word.at.start..end, colon))
}

fn party_colon(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    if let Some((range, true)) = number_word(paragraph).filter(|_| frame.is_source) {
        report.mend(paragraph, range, "Số", "Văn bản của Đảng ghi “Số 05-KH/ĐU”, không có dấu hai chấm.");
    }
}

fn no_colon(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    if let Some((range, false)) = number_word(paragraph).filter(|_| frame.is_source) {
        let typed = paragraph.slice(range.clone()).to_owned();
        report.mend(paragraph, range, format!("{typed}:"), "Sau từ “Số” có dấu hai chấm (:).");
    }
}

/// The number and symbol of the plan as they were typed: what stands behind "Số".
fn own_symbol(paragraph: &Paragraph) -> Option<std::ops::Range<usize>> {
    if paragraph.role != Role::Number {
        return None;
    }
    let start = number_word(paragraph).map_or(paragraph.whole().start, |(range, _)| range.end);
    let rest = paragraph.text.get(start..)?;
    let end = start + rest.find('\t').unwrap_or(rest.trim_end().len());
    let start = start + rest.len() - rest.trim_start().len();
    (start < end).then_some(start..end)
}

/// The number of the plan as it was typed, where one is.
fn own_number(paragraph: &Paragraph) -> Option<std::ops::Range<usize>> {
    let symbol = own_symbol(paragraph)?;
    let typed = paragraph.slice(symbol.clone());
    let digits = typed.len() - typed.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    (digits > 0).then_some(symbol.start..symbol.start + digits)
}

fn symbol_form(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let Some(range) = own_symbol(paragraph).filter(|_| frame.is_source) else { return };
    let symbol: String = paragraph.slice(range.clone()).split_whitespace().collect();
    let Some((number, body)) = symbol.split_once("KH") else { return };
    // The Youth Union and the Farmers' Union write their symbols as the Party does.
    if frame.family == "youth" || ["ĐTN", "TNCS", "HND"].iter().any(|body| symbol.says(body)) {
        return;
    }
    let (own, other) = if frame.is_party() { ('-', '/') } else { ('/', '-') };
    let is = |sign: char, wanted: char| sign == wanted || wanted == '-' && sign == '–';
    let wrong = number.ends_with(|sign| is(sign, other)) || body.starts_with(|sign| is(sign, own));
    if wrong {
        let message = if frame.is_party() {
            "Văn bản của Đảng ghi số-loại/cơ quan: 05-KH/ĐU."
        } else {
            "Văn bản của cơ quan này ghi số/loại-cơ quan: 15/KH-UBND."
        };
        report.tell(paragraph, range, message);
    }
}

fn own_space(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let Some(range) = own_symbol(paragraph).filter(|_| frame.is_source) else { return };
    let typed = paragraph.slice(range.clone());
    // Room for the number before registration is no slip.
    let signs = typed.find(['/', '-', '–']).unwrap_or(typed.len());
    let (number, symbol) = typed.split_at(signs);
    let spaced =
        symbol.contains(' ') || (number.ends_with(' ') && number.contains(|c: char| c.is_ascii_digit()));
    if spaced && typed.split_whitespace().count() < 6 {
        let mended: String = typed.split_whitespace().collect();
        report.mend(paragraph, range, mended, "Số, ký hiệu viết liền, không có dấu cách.");
    }
}

fn own_zero(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let Some(range) = own_number(paragraph).filter(|_| frame.is_source) else { return };
    let typed = paragraph.slice(range.clone());
    let is_alone = paragraph.behind(range.end).starts_with(['/', '-']);
    if typed.len() == 1 && typed != "0" && is_alone {
        report.mend(paragraph, range, format!("0{typed}"), "Số dưới 10 ghi thêm số 0 ở trước.");
    }
}

/// "Số: 0130/KH-UBND": a zero stands before 1 to 9 alone.
fn own_zeros(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let Some(range) = own_number(paragraph).filter(|_| frame.is_source) else { return };
    let typed = paragraph.slice(range.clone());
    let own = typed.trim_start_matches('0');
    if typed.len() > 2 && own.len() < typed.len() && !own.is_empty() {
        report.mend(paragraph, range, format!("{own:0>2}"), "Số từ 10 trở lên không ghi số 0 ở trước.");
    }
}

fn symbol_kind(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    const OTHERS: [&str; 12] = ["QĐ", "NQ", "BC", "TB", "HD", "CTr", "TTr", "CT", "KL", "CV", "PA", "ĐA"];
    let Some(range) = own_symbol(paragraph).filter(|_| frame.is_source) else { return };
    let typed = paragraph.slice(range.clone());
    let mut codes = typed.split(['/', '-', '–', ' ']).filter(|code| code.starts_with(char::is_alphabetic));
    let first = codes.next().unwrap_or_default();
    if first.is_of(&OTHERS) && !typed.says("KH") {
        report.tell(paragraph, range, "Ký hiệu của kế hoạch có chữ viết tắt “KH”.");
    }
}

/// "01/KH": of which body the number is says nothing.
fn symbol_author(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let Some(range) = own_symbol(paragraph).filter(|_| frame.is_source) else { return };
    let typed = paragraph.slice(range.clone());
    let codes =
        typed.split(['/', '-', '–', ' ', '.', '…']).filter(|code| code.starts_with(char::is_alphabetic));
    if codes.eq(["KH"]) {
        report.tell(paragraph, range, "Sau “KH” còn thiếu chữ viết tắt tên cơ quan ban hành.");
    }
}

fn symbol_body(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    /// By what the header names the body, the code that its symbol has.
    const BODIES: [(&str, &[&str]); 7] = [
        ("tinh uy", &["TU"]),
        ("thanh uy", &["TU"]),
        ("huyen uy", &["HU"]),
        ("uy ban nhan dan", &["UBND"]),
        ("hoi dong nhan dan", &["HĐND"]),
        ("uy ban mttq", &["MT", "BTT"]),
        ("dang uy", &["ĐU"]),
    ];
    let Some(range) = own_symbol(paragraph).filter(|_| frame.is_source) else { return };
    let typed = paragraph.slice(range.clone());
    let lines: Vec<&str> = frame.bodies.lines().filter(|line| line.contains(char::is_alphabetic)).collect();
    let issuing = ascii(lines.get(usize::from(frame.is_party() && lines.len() > 1)).unwrap_or(&""));
    // What a department under the body issues has a code of its own.
    let alone = lines.len() <= 1 + usize::from(frame.is_party());
    let found = BODIES.iter().find(|(body, _)| issuing.starts_with(body) && alone);
    if let Some((_, codes)) = found
        && typed.says("KH")
        && !codes.iter().any(|code| typed.says(code))
    {
        report.tell(paragraph, range, format!("Ký hiệu của cơ quan này thường có “{}”.", codes[0]));
    }
}

/// What stands behind the comma of place and date: "ngày 05 tháng 3 năm 2026".
fn issue_date(paragraph: &Paragraph) -> Option<usize> {
    // One that the calendar does not have is no date for the reader of files.
    let says = |wanted: &str| paragraph.phrases(wanted).next().is_some();
    // A law is dated, too, in a basis that was read as part of the head.
    let near = (paragraph.role.is_of_head() || paragraph.role == Role::Unplaced)
        && paragraph.phrase_at(0, "căn cứ").is_none();
    let head = paragraph.role == Role::PlaceDate || (near && says("tháng") && says("năm"));
    paragraph.words.iter().position(|word| head && word.small == "ngày")
}

/// The figure behind a word of the date, and where it stands.
fn figure<'a>(paragraph: &'a Paragraph, name: &str) -> Option<(std::ops::Range<usize>, &'a str)> {
    let start = issue_date(paragraph)?;
    let at = start + paragraph.words[start..].iter().position(|word| word.small == name)?;
    let word =
        paragraph.words.get(at + 1).filter(|word| word.small.bytes().all(|byte| byte.is_ascii_digit()))?;
    Some((word.at.clone(), paragraph.text.get(word.at.clone())?))
}

fn date_form(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let cites = paragraph.text.starts_with('(');
    let Some(at) = issue_date(paragraph).filter(|_| frame.is_source && !cites) else { return };
    let start = paragraph.words[at].at.start;
    if let Some(date) = crate::check::mention::date_at(&paragraph.text, start)
        && paragraph.slice(date.at.clone()).contains(['/', '-', '.'])
    {
        let (day, month, year) = date.parts;
        let month = if month < 3 { format!("{month:02}") } else { month.to_string() };
        report.tell(
            paragraph,
            date.at,
            format!("Ngày ban hành ghi bằng chữ: ngày {day:02} tháng {month} năm {year}."),
        );
    }
}

/// "Tân Quang 06 tháng 12 năm 2012".
fn place_day(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let near = paragraph.role.is_of_head() || paragraph.role == Role::Unplaced;
    if !near || !frame.is_source {
        return;
    }
    for range in paragraph.phrases("tháng") {
        let month = at(paragraph, &range);
        let day = month.checked_sub(1).and_then(|at| paragraph.words.get(at));
        let is_day = day.filter(|day| day.small.len() < 3 && day.small.parse::<u8>().is_ok());
        let year = small(paragraph, Some(month + 2)) == "năm";
        let said = month > 1 && small(paragraph, Some(month - 2)) == "ngày";
        if let Some(day) = is_day.filter(|_| year && !said) {
            report.tell(paragraph, day.at.start..range.end, "Trước ngày ban hành ghi “, ngày …”.");
        }
    }
}

fn date_zero(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (name, below) in [("ngày", 10), ("tháng", 3)] {
        if let Some((range, typed)) = figure(paragraph, name)
            && typed.len() == 1
            && typed.parse::<u8>().is_ok_and(|number| (1..below).contains(&number))
        {
            // The word before it is told, too: a figure alone says little.
            let told = paragraph.before(range.start).rfind(name).unwrap_or(range.start)..range.end;
            report.mend_part(
                paragraph,
                told,
                range,
                format!("0{typed}"),
                "Ngày dưới 10 và tháng 1, 2 phải ghi thêm số 0 ở trước.",
            );
        }
    }
}

fn date_extra(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if let Some((range, typed)) = figure(paragraph, "tháng")
        && typed.len() == 2
        && typed.starts_with('0')
        && typed.parse::<u8>().is_ok_and(|month| month > 2)
    {
        let told = paragraph.before(range.start).rfind("tháng").unwrap_or(range.start)..range.end;
        let message = "Chỉ tháng 1 và tháng 2 ghi thêm số 0 ở trước.";
        report.mend_part(paragraph, told, range, &typed[1..], message);
    }
}

fn date_impossible(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let part = |name| figure(paragraph, name).map(|(_, typed)| typed.parse::<u16>().unwrap_or(u16::MAX));
    let small = |part: Option<u16>| part.map(|number| u8::try_from(number).unwrap_or(u8::MAX));
    let date = IssueDate {
        day: small(part("ngày")),
        month: small(part("tháng")),
        year: part("năm"),
        ..IssueDate::default()
    };
    if let Some(at) = issue_date(paragraph)
        && !date.is_possible()
    {
        let start = paragraph.words[at].at.start;
        report.tell(paragraph, start..paragraph.whole().end, "Ngày này không có trong lịch.");
    }
}

/// The place before the date, and where it stands.
fn place(paragraph: &Paragraph) -> Option<(std::ops::Range<usize>, &str)> {
    // "(Ban hành kèm theo Quyết định số … ngày …)"
    let end = match issue_date(paragraph).filter(|_| !paragraph.text.starts_with('(')) {
        Some(at) => paragraph.words.get(at)?.at.start,
        None if paragraph.role == Role::PlaceDate => paragraph.text.len(),
        None => return None,
    };
    let typed = paragraph.text.get(..end)?;
    let place = typed.trim().trim_end_matches(',').trim();
    let start = typed.find(place)?;
    (!place.is_empty()).then(|| (start..start + place.len(), place))
}

fn place_noun(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if let Some((range, place)) = place(paragraph)
        && place_name(place) != place
        && ["xã ", "phường ", "tỉnh ", "đặc khu ", "thị trấn "]
            .iter()
            .any(|noun| lower(place).starts_with(noun))
    {
        report.tell(paragraph, range, "Địa danh chỉ ghi tên riêng, không ghi “xã”, “phường”, “tỉnh”.");
    }
}

fn place_own(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let Some((range, place)) = place(paragraph) else { return };
    let own = place_name(&frame.commune);
    let province = province_said(frame).filter(|_| own.is_empty());
    if let Some(province) =
        province.filter(|own| province_now(place).is_some() && comparable(own) != comparable(place))
    {
        report.tell(paragraph, range, format!("Cơ quan ban hành ở {province}."));
        return;
    }
    // A body of the province stands in its capital, whose name may be another.
    // Of a body with a long name the commune is not told from what follows it.
    let same = ascii(&own).starts_with(&ascii(&place_name(place)));
    if !own.is_empty() && !same && place.split(' ').count() < 6 {
        report.tell(
            paragraph,
            range,
            format!("Cơ quan ban hành ở {}: địa danh phải là {own}.", frame.commune),
        );
    }
}

fn place_comma(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let Some((range, _)) = place(paragraph).filter(|_| frame.is_source) else { return };
    if let Some(at) = issue_date(paragraph) {
        let between = paragraph.slice(range.end..paragraph.words[at].at.start);
        if !between.contains(',') {
            report.tell(paragraph, range.start..paragraph.words[at].at.end, "Sau địa danh có dấu phẩy.");
        }
    }
}

fn subject_case(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    if paragraph.role != Role::Subject || !frame.is_source {
        return;
    }
    let Some(word) = paragraph.words.first() else { return };
    let Some(first) = paragraph.text.get(word.at.start..).and_then(|text| text.chars().next()) else {
        return;
    };
    let range = word.at.start..word.at.start + first.len_utf8();
    if frame.is_party() {
        let usual = ["thực", "triển", "tổ", "tuyên", "về", "học", "kiểm", "giám", "sơ", "tổng", "phát"];
        if first.is_uppercase() && usual.contains(&word.small.as_str()) {
            let small = lower(paragraph.slice(range.clone()));
            report.mend(
                paragraph,
                range,
                small,
                "Trích yếu văn bản của Đảng thường bắt đầu bằng chữ thường.",
            );
        }
    } else if first.is_lowercase() {
        let capital = upper(paragraph.slice(range.clone()));
        report.mend(paragraph, range, capital, "Trích yếu viết hoa chữ đầu.");
    }
}

fn salutation(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let head = !matches!(paragraph.role, Role::Recipient | Role::Table);
    if let Some(range) = paragraph.phrase_at(0, "kính gửi").filter(|_| head && frame.is_source) {
        report.tell(paragraph, range, "Kế hoạch không có “Kính gửi”: nơi nhận ghi ở cuối văn bản.");
    }
}
