//! Symbols and dates of the documents that the text names.

use super::clauses::{AGREEMENT, CITING, SYMBOL};
use super::reads;
use super::words::Words;
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph};
use crate::check::mention::Mention;
use crate::check::rule::{Report, Rule};
use crate::import::Role;
use crate::vietnamese::{lower, upper};

pub(super) const RULES: &[Rule] = &[
    Rule::each(Error, "citation.symbol.space", SYMBOL, "Dấu cách trong số, ký hiệu", space).mends(),
    Rule::each(Warn, "citation.symbol.colon", SYMBOL, "Dấu hai chấm sau “số” khi viện dẫn", colon).mends(),
    Rule::each(Error, "citation.symbol.dash", SYMBOL, "Gạch dài trong số, ký hiệu", dash).mends(),
    Rule::each(
        Error,
        "citation.symbol.state-form",
        SYMBOL,
        "Ký hiệu văn bản Nhà nước viết theo kiểu Đảng",
        state_form,
    )
    .mends(),
    Rule::each(
        Error,
        "citation.symbol.party-form",
        PARTY_FORM,
        "Ký hiệu văn bản Đảng viết theo kiểu Nhà nước",
        party_form,
    )
    .mends(),
    Rule::each(Warn, "citation.symbol.kind", SYMBOL, "Ký hiệu không hợp với tên loại", kind),
    Rule::each(Warn, "citation.symbol.case", SYMBOL, "Chữ thường trong ký hiệu", case).mends(),
    Rule::each(
        Error,
        "citation.symbol.assembly",
        SYMBOL,
        "Khóa Quốc hội không hợp với năm của luật",
        assembly,
    ),
    Rule::each(Error, "citation.symbol.dot", SYMBOL, "Dấu chấm trong ký hiệu", dot).mends(),
    Rule::each(Warn, "citation.symbol.year", SYMBOL, "Nghị định, thông tư thiếu năm trong số", year),
    Rule::each(Error, "citation.conflict.year", AGREEMENT, "Năm trong số khác năm ban hành", own_year),
    Rule::each(Hint, "citation.symbol.zero", SYMBOL, "Số dưới 10 thiếu số 0", zero).mends(),
    Rule::each(
        Error,
        "citation.conflict.after-issue",
        AGREEMENT,
        "Viện dẫn văn bản ban hành sau kế hoạch",
        after_issue,
    ),
    Rule::each(Warn, "citation.incomplete.blank", CITING, "Viện dẫn để trống số", blank),
    Rule::each(
        Warn,
        "punctuation.basis-list",
        CITING,
        "Dấu phẩy giữa hai văn bản, chỗ khác là chấm phẩy",
        list,
    )
    .mends(),
    Rule::whole(Warn, "citation.comma", CITING, "Chỗ có, chỗ không có dấu phẩy trước “ngày”", comma)
        .reading(reads::mentions)
        .mends(),
];

const PARTY_FORM: &str = "Hướng dẫn 05-HD/VPTW: số và ký hiệu văn bản của Đảng ghi 27-NQ/TW";

/// The number of a document as it was typed.
fn typed<'a>(paragraph: &'a Paragraph, mention: &Mention) -> &'a str {
    paragraph.slice(mention.number_at.clone())
}

fn space(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for mention in &paragraph.mentions {
        let typed = typed(paragraph, mention);
        if typed.contains(' ') && !typed.contains(['…', '[']) {
            let message = "Số, ký hiệu viết liền, không có dấu cách.";
            report.mend(paragraph, mention.number_at.clone(), typed.replace(' ', ""), message);
        }
    }
}

/// "Nghị định số: 02/2019/NĐ-CP": the colon belongs to the head of the document itself.
fn colon(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for mention in paragraph.mentions.iter().filter(|_| paragraph.is_prose()) {
        let between = mention.kind_at.end..mention.number_at.start;
        let said = paragraph.slice(between.clone());
        let at = said.find(':').filter(|at| said[..*at].trim().eq_ignore_ascii_case("số"));
        if let Some(at) = at {
            let colon = between.start + said[..at].trim_end().len()..between.start + at + 1;
            let range = mention.kind_at.start..mention.number_at.end;
            report.mend_part(
                paragraph,
                range,
                colon,
                "",
                "Khi viện dẫn, sau chữ “số” không có dấu hai chấm.",
            );
        }
    }
}

fn dash(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for mention in &paragraph.mentions {
        let typed = typed(paragraph, mention);
        if typed.contains(['–', '—']) {
            let mended = typed.replace(['–', '—'], "-");
            report.mend(
                paragraph,
                mention.number_at.clone(),
                mended,
                "Trong ký hiệu dùng gạch nối (-), không dùng gạch dài.",
            );
        }
    }
}

/// The two codes of a number of two codes, and the signs before them: `27`, `-`, `NQ`, `/`, `TW`.
fn parts(number: &str) -> Option<(&str, char, &str, char, &str)> {
    let first = number.find(['-', '/'])?;
    let second = first + 1 + number[first + 1..].find(['-', '/'])?;
    let (digits, kind, body) = (&number[..first], &number[first + 1..second], &number[second + 1..]);
    let sign = |at: usize| number[at..].chars().next();
    let plain = !body.contains(['-', '/']) && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then_some((digits, sign(first)?, kind, sign(second)?, body))
}

/// Bodies of the State by the last code of their symbols.
const STATE: [&str; 5] = ["UBND", "HĐND", "CP", "TTg", "BNV"];

/// How the symbol of a body of the State has to be where its signs are others: "64-KH/UBND", "82/2020/NĐ/CP".
pub(super) fn state_symbol(number: &str) -> Option<String> {
    // "36-TTr/PVHXH": a phòng is one of the State.
    let of_state = |body: &str| body.is_of(&STATE) || body.len() > 2 && body.starts_with('P');
    let (head, body) = number.rsplit_once('/').filter(|(_, body)| of_state(body))?;
    if let Some((digits, '-', kind, '/', _)) = parts(number) {
        return Some(format!("{digits}/{kind}-{body}"));
    }
    let (figures, kind) = head.rsplit_once('/')?;
    let plain = figures.bytes().all(|byte| byte.is_ascii_digit() || byte == b'/');
    let is_kind = !kind.is_empty() && kind.chars().all(char::is_alphabetic);
    (plain && is_kind).then(|| format!("{head}-{body}"))
}

fn state_form(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for mention in &paragraph.mentions {
        if let Some(right) = state_symbol(&mention.number) {
            let message = "Văn bản của cơ quan nhà nước ghi số/loại-cơ quan.";
            report.mend(paragraph, mention.number_at.clone(), right, message);
        }
    }
}

fn party_form(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    const DIGITAL: &str = "chuyển đổi số";
    const PARTY: [&str; 6] = ["TW", "TU", "ĐU", "HU", "VPTW", "BTGTW"];
    for mention in &paragraph.mentions {
        if let Some((digits, '/', kind, '-' | '/', body)) = parts(&mention.number)
            // Most steering committees are of the State; that for digital transformation is of the Party.
            && (body.is_of(&PARTY) || body == "BCĐTW" && (mention.body.says(DIGITAL) || mention.about.says(DIGITAL)))
        {
            let mended = format!("{digits}-{kind}/{body}");
            report.mend(
                paragraph,
                mention.number_at.clone(),
                mended,
                "Văn bản của Đảng ghi số-loại/cơ quan.",
            );
        }
    }
}

/// Codes of types (NĐ 30/2020/NĐ-CP, Phụ lục III, phần I; Hướng dẫn 05-HD/VPTW).
const CODES: [(&str, &[&str]); 17] = [
    ("NQ", &["Nghị quyết"]),
    ("NĐ", &["Nghị định"]),
    ("QĐ", &["Quyết định", "Quy định", "Quy chế"]),
    ("QyĐ", &["Quy định"]),
    ("QC", &["Quy chế", "Quy chế phối hợp"]),
    ("KH", &["Kế hoạch"]),
    ("CT", &["Chỉ thị", "Chương trình"]),
    ("KL", &["Kết luận"]),
    ("TB", &["Thông báo"]),
    ("HD", &["Hướng dẫn"]),
    ("BC", &["Báo cáo"]),
    ("TTr", &["Tờ trình"]),
    ("CTr", &["Chương trình"]),
    ("ĐA", &["Đề án"]),
    ("CĐ", &["Công điện"]),
    ("PA", &["Phương án"]),
    ("CV", &["Công văn"]),
];

fn kind(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for mention in &paragraph.mentions {
        let named = |code: &str| CODES.iter().find(|(own, _)| *own == code).map(|(_, kinds)| *kinds);
        let Some((code, kinds)) = mention.codes().find_map(|code| Some((code, named(code)?))) else {
            continue;
        };
        let known = CODES.iter().any(|(_, kinds)| kinds.contains(&mention.kind));
        // "Quyết định phê duyệt Đề án số …": the number may be that of the document before.
        let direct = paragraph.slice(mention.kind_at.end..mention.number_at.start);
        let direct = matches!(direct.trim(), "" | "số" | "số:");
        // "Thông báo kết luận số 15-TB/HU"
        let before = lower(paragraph.before(mention.kind_at.start));
        let within = kinds.iter().any(|kind| before.trim_end().ends_with(&lower(kind)));
        if known && direct && !within && !kinds.contains(&mention.kind) {
            let message = format!(
                "Ký hiệu “{code}” là của {}, không phải {}.",
                kinds[0].to_lowercase(),
                mention.kind.to_lowercase()
            );
            report.tell(paragraph, mention.kind_at.start..mention.number_at.end, message);
        }
    }
}

/// A code with capitals where they belong.
fn cased(code: &str) -> String {
    const MIXED: [&str; 6] = ["CTr", "TTr", "TTg", "QyĐ", "QĐi", "ThU"];
    // A programme of several bodies: CTrPH.
    if let Some(rest) = code.strip_prefix("CTr").filter(|rest| upper(rest) == *rest) {
        return format!("CTr{rest}");
    }
    let capitals = upper(code);
    MIXED.iter().find(|mixed| upper(mixed) == capitals).map_or(capitals, |mixed| (*mixed).to_owned())
}

fn case(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for mention in &paragraph.mentions {
        let typed = typed(paragraph, mention);
        let mended: String = typed
            .split_inclusive(['/', '-'])
            .map(|part| {
                if part.starts_with(|c: char| c.is_ascii_digit()) {
                    part.to_owned()
                } else {
                    cased(part.trim_end_matches(['/', '-']))
                        + &part[part.trim_end_matches(['/', '-']).len()..]
                }
            })
            .collect();
        // Codes of communes may end in a small letter; a word in small letters is none.
        let slip = typed.split(['/', '-']).any(|part| {
            let letters = part.chars().filter(|c| c.is_lowercase()).count();
            letters > 0 && part.chars().count() <= 6
        });
        let slip = slip || typed.split(['/', '-']).any(|part| part == "TTG");
        if slip && mended != typed && !typed.contains(' ') {
            report.mend(paragraph, mention.number_at.clone(), mended, "Ký hiệu viết bằng chữ in hoa.");
        }
    }
}

/// The National Assemblies since the tenth, with the first and the last year of each.
const ASSEMBLIES: [(&str, u32, u32); 7] = [
    ("QH10", 1997, 2002),
    ("QH11", 2002, 2007),
    ("QH12", 2007, 2011),
    ("QH13", 2011, 2016),
    ("QH14", 2016, 2021),
    ("QH15", 2021, 2026),
    ("QH16", 2026, 2031),
];

/// "Luật Phòng, chống thiên tai số 33/2013/QH11": in 2013 it was the thirteenth.
fn assembly(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for mention in &paragraph.mentions {
        let parts: Vec<&str> = typed(paragraph, mention).split('/').collect();
        let [_, year, code] = parts.as_slice() else { continue };
        // Its standing committee writes "UBTVQH14".
        let known = ASSEMBLIES.iter().find(|(own, ..)| *own == code.trim_start_matches("UBTV"));
        if let (Ok(year), Some((_, from, to))) = (year.trim().parse::<u32>(), known)
            && !(*from..=*to).contains(&year)
        {
            let message = format!("Năm {year} không thuộc nhiệm kỳ của {code}: kiểm tra lại ký hiệu.");
            report.tell(paragraph, mention.number_at.clone(), message);
        }
    }
}

/// "Hướng dẫn số 624/HD.PGDĐT ngày …".
fn dot(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for mention in &paragraph.mentions {
        let behind = paragraph.behind(mention.number_at.end);
        let code = behind.strip_prefix('.').unwrap_or_default();
        let letters = code.len() - code.trim_start_matches(char::is_uppercase).len();
        if letters > 1 && typed(paragraph, mention).ends_with(char::is_uppercase) {
            let dot = mention.number_at.end..mention.number_at.end + 1;
            let whole = mention.number_at.start..dot.end + letters;
            report.mend_part(
                paragraph,
                whole,
                dot,
                "-",
                "Trong ký hiệu dùng gạch nối (-) giữa các chữ viết tắt.",
            );
        }
    }
}

fn year(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for mention in &paragraph.mentions {
        let statute = mention.kind.is_of(&["Nghị định", "Thông tư"]);
        let recent = mention.date.as_ref().is_none_or(|date| date.parts.2 > 1996);
        let years =
            mention.number.split(['/', '-']).filter(|part| part.len() == 4 && part.starts_with(['1', '2']));
        if statute && recent && mention.number.starts_with(|c: char| c.is_ascii_digit()) && years.count() == 0
        {
            let message = "Số của nghị định, thông tư có năm ban hành: số/năm/loại-cơ quan.";
            report.tell(paragraph, mention.number_at.clone(), message);
        }
    }
}

fn own_year(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for mention in &paragraph.mentions {
        let mut parts = mention.number.split('/').skip(1);
        let year = parts.next().filter(|part| part.len() == 4).and_then(|part| part.parse::<u16>().ok());
        let (Some(year), Some(date)) = (year, &mention.date) else { continue };
        if (1945..2200).contains(&year) && date.parts.2 != year {
            let message = format!("Số ghi năm {year} nhưng ngày ban hành ở năm {}.", date.parts.2);
            report.tell(paragraph, mention.number_at.start..date.at.end, message);
        }
    }
}

fn zero(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for mention in &paragraph.mentions {
        let typed = typed(paragraph, mention);
        let own = mention.number.split('/').nth(1).is_none_or(|part| part.len() != 4);
        if mention.digits().len() == 1 && own {
            report.mend(
                paragraph,
                mention.number_at.clone(),
                format!("0{typed}"),
                "Số dưới 10 ghi thêm số 0 ở trước.",
            );
        }
    }
}

fn after_issue(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let Some(issued) = frame.issued() else { return };
    for mention in &paragraph.mentions {
        if let Some(date) = &mention.date
            && date.day().is_some_and(|day| day > issued)
        {
            let message = format!("Văn bản này có ngày sau ngày ban hành kế hoạch ({issued}).");
            report.tell(paragraph, mention.range.clone(), message);
        }
    }
}

fn blank(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for mention in &paragraph.mentions {
        if mention.number.starts_with('…') && !paragraph.is_in_brackets(&mention.number_at) {
            report.tell(paragraph, mention.range.clone(), "Viện dẫn còn để trống số của văn bản.");
        }
    }
}

/// Documents that are cited one behind the other: between most stands a semicolon, here a comma.
fn list(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if !matches!(paragraph.role, Role::Basis | Role::Opening) {
        return;
    }
    let between = |at: usize| {
        let own = paragraph.mentions.get(at).filter(|own| own.date.is_some() && !own.kind.is_empty())?;
        let capital = paragraph.text.get(own.kind_at.clone())?.starts_with(char::is_uppercase);
        let before = paragraph.text.get(..own.kind_at.start)?;
        (capital && at > 0)
            .then(|| before.trim_end().chars().next_back().map(|mark| (before.trim_end().len(), mark)))?
    };
    let marks: Vec<(usize, (usize, char))> =
        (1..paragraph.mentions.len()).filter_map(|at| Some((at, between(at)?))).collect();
    if !marks.iter().any(|(_, (_, mark))| *mark == ';') {
        return;
    }
    for (at, (end, _)) in marks.into_iter().filter(|(_, (_, mark))| *mark == ',') {
        let (last, own) = (&paragraph.mentions[at - 1], &paragraph.mentions[at]);
        // "Nghị quyết số …, Nghị quyết số … của Bộ Chính trị": two of one body.
        let said = paragraph.slice(last.range.end..end - 1);
        if said.split_whitespace().count() > 3 && !last.is_listed {
            let comma = end - 1..end;
            let whole = comma.start - said.chars().next_back().map_or(0, char::len_utf8)..own.kind_at.end;
            let start = paragraph.words.iter().rfind(|word| word.at.end <= comma.start);
            let whole = start.map_or(whole.start, |word| word.at.start)..whole.end;
            report.mend_part(
                paragraph,
                whole,
                comma,
                ";",
                "Giữa hai văn bản viện dẫn là dấu chấm phẩy, như ở trên.",
            );
        }
    }
}

/// Says of the fewer of the two habits that they are the fewer; where both are as many, of the comma.
fn comma(manuscript: &Manuscript, report: &mut Report) {
    let dated = || {
        let all = manuscript
            .paragraphs
            .iter()
            .flat_map(|paragraph| paragraph.mentions.iter().map(move |mention| (paragraph, mention)));
        all.filter(|(_, mention)| mention.date.is_some() && !mention.number.starts_with('…'))
    };
    let with = dated().filter(|(_, mention)| mention.comma.is_some()).count();
    let without = dated().count() - with;
    if with == 0 || without == 0 {
        return;
    }
    let has_comma = with <= without;
    for (paragraph, mention) in dated().filter(|(_, mention)| mention.comma.is_some() == has_comma) {
        let Some(date) = &mention.date else { continue };
        let range = mention.number_at.start..date.at.end;
        let message = if has_comma {
            "Các viện dẫn khác trong văn bản không có dấu phẩy trước “ngày”."
        } else {
            "Các viện dẫn khác trong văn bản có dấu phẩy trước “ngày”: nên viết thống nhất, không có dấu phẩy."
        };
        match &mention.comma {
            Some(comma) => {
                let kept = [typed(paragraph, mention), " ", paragraph.slice(date.at.clone())].concat();
                debug_assert!(comma.start >= range.start);
                report.mend(paragraph, range, kept, message);
            }
            None => report.tell(paragraph, range, message),
        }
    }
}
