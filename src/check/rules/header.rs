//! The head of the page: Quốc hiệu, tiêu ngữ, số và ký hiệu, địa danh, ngày.

use super::clauses::{EMBLEM, PARTY, SUBJECT};
use super::words::Words;
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph, YOUTH_BODIES};
use crate::check::rule::{Report, Rule};
use crate::import::Role;
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
