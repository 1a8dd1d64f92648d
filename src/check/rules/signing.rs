//! Who signs: quyền hạn, chức vụ, họ tên.

use std::hash::Hash;

use super::clauses::{PARTY, SIGNING};
use super::header::STATE;
use super::reads;
use super::words::Words;
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph};
use crate::check::rule::{Notes, Report, Rule};
use crate::import::Role;
use crate::vietnamese::{ascii, lower, sentence_case, upper};

pub(super) const RULES: &[Rule] = &[
    Rule::each(Error, "header.family.signing", SIGNING, "Quyền hạn ký ghi theo kiểu của Đảng", party_code)
        .only(STATE)
        .mends(),
    Rule::each(
        Error,
        "header.family.signing-party",
        PARTY,
        "Quyền hạn ký ghi theo kiểu Nhà nước",
        state_code,
    )
    .only(&["party"])
    .mends(),
    Rule::each(Error, "header.family.signing-dot", SIGNING, "Chữ viết tắt quyền hạn sai dấu chấm", dot)
        .only(STATE)
        .mends(),
    Rule::each(
        Error,
        "header.family.signing-collective",
        SIGNING,
        "“TM.” đứng trước chức vụ của một người",
        collective,
    ),
    Rule::each(Error, "header.family.signing-person", SIGNING, "“KT.” đứng trước tên tập thể", for_person)
        .mends(),
    Rule::each(
        Error,
        "header.family.title-short",
        SIGNING,
        "Chức vụ người ký viết tắt: “P. BÍ THƯ”",
        short_title,
    )
    .mends(),
    Rule::each(Error, "header.family.signing-cell", PARTY, "Chi bộ ký thay mặt “Ban Thường vụ”", cell)
        .only(&["party"]),
    Rule::each(Error, "header.family.signing-short", SIGNING, "Tên cơ quan ở quyền hạn viết tắt", shortened),
    Rule::whole(
        Error,
        "header.family.signing-body",
        SIGNING,
        "Quyền hạn ký thay mặt tập thể khác với phần mở đầu",
        other_body,
    )
    .reading(issuers_read),
    Rule::whole(Error, "header.family.signing-deputy", SIGNING, "Ký thay mà không phải cấp phó", deputy)
        .reading(reads::signature),
    Rule::whole(
        Warn,
        "header.family.signing-no-deputy",
        SIGNING,
        "Cấp phó ký thay tập thể mà thiếu “KT.”",
        no_deputy,
    )
    .reading(reads::signature)
    .only(STATE),
    Rule::whole(
        Warn,
        "header.family.signing-alone",
        SIGNING,
        "Kế hoạch của tập thể mà thiếu “TM.” tên tập thể",
        alone,
    )
    .reading(reads::signature)
    .only(STATE)
    .of_files(),
    Rule::whole(Error, "header.family.signing-secretary", PARTY, "Phó bí thư ký thay bí thư", secretary)
        .reading(reads::signature)
        .only(&["party"]),
    Rule::whole(Error, "header.family.signing-title", SIGNING, "Chức vụ không có ở cơ quan ban hành", title)
        .reading(reads::signature),
    Rule::whole(Hint, "header.family.no-title", SIGNING, "Thiếu chức vụ người ký", no_title).of_files(),
    Rule::whole(
        Warn,
        "header.family.no-title.deputy",
        SIGNING,
        "Ký thay mà thiếu chức vụ người ký",
        no_own_title,
    )
    .of_files(),
    Rule::each(Error, "header.family.degree", SIGNING, "Học hàm, học vị trước họ tên người ký", degree),
    Rule::each(Warn, "header.family.name-case", SIGNING, "Họ tên người ký viết chữ in hoa", name_case),
    Rule::each(Error, "typo.case", SIGNING, "Chữ thường lẫn trong dòng in hoa", mixed_case).mends(),
];

fn signs(paragraph: &Paragraph) -> bool {
    matches!(paragraph.role, Role::Authority | Role::SignerTitle | Role::Ending)
}

/// A code at the head of a line of the signature.
fn code(paragraph: &Paragraph, typed: &str) -> Option<std::ops::Range<usize>> {
    let start = paragraph.words.first().filter(|_| signs(paragraph))?.at.start;
    let rest = paragraph.text.get(start..)?.strip_prefix(typed)?;
    (!rest.starts_with(char::is_alphanumeric)).then_some(start..start + typed.len())
}

fn party_code(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (typed, right) in [("T/M", "TM."), ("K/T", "KT."), ("T/L", "TL.")] {
        if let Some(range) = code(paragraph, typed) {
            report.mend(paragraph, range, right, format!("Văn bản của cơ quan này ghi “{right}”."));
        }
    }
}

fn state_code(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (typed, right) in [("TM.", "T/M"), ("KT.", "K/T"), ("TL.", "T/L")] {
        if let Some(range) = code(paragraph, typed) {
            report.mend(paragraph, range, right, format!("Văn bản của Đảng ghi “{right}”."));
        }
    }
}

fn dot(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for right in ["TM.", "KT.", "TL.", "TUQ."] {
        // "KT.CHỦ TỊCH"
        let start = paragraph.words.first().filter(|_| signs(paragraph)).map_or(0, |word| word.at.start);
        let rest = paragraph.behind(start).strip_prefix(right).filter(|_| signs(paragraph));
        if rest.is_some_and(|rest| rest.starts_with(char::is_alphabetic)) {
            let range = start..start + right.len();
            report.mend(paragraph, range, format!("{right} "), "Sau quyền hạn có một dấu cách.");
        }
        let bare = &right[..right.len() - 1];
        // "T.M ỦY BAN NHÂN DÂN"
        let (first, rest) = bare.split_at(1);
        for typed in [bare.to_owned(), format!("{first}.{rest}"), format!("{first}.{rest}.")] {
            if let Some(range) =
                code(paragraph, &typed).filter(|own| paragraph.behind(own.end).starts_with(' '))
            {
                report.mend(paragraph, range, right, format!("Ghi “{right}”."));
            }
        }
    }
}

/// "TM. UBND TỈNH": there the name stands in full.
fn shortened(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if code(paragraph, "TM.").is_none() {
        return;
    }
    let short = paragraph.words.iter().find(|word| word.small.is_of(&["ubnd", "hđnd"]));
    if let Some(word) = short {
        report.tell(paragraph, word.at.clone(), "Ở quyền hạn ký ghi đủ tên cơ quan, không viết tắt.");
    }
}

/// Who leads a body between its meetings, and the whole of that body.
const PARTS: [(&str, &str); 2] = [("ban thường vụ", "ban chấp hành"), ("ban thường trực", "ủy ban")];

/// Which of them a paragraph of the opening or the closing names as those who issue the plan.
fn issuers(paragraph: &Paragraph) -> Vec<&'static str> {
    if !matches!(paragraph.role, Role::Opening | Role::Closing) {
        return Vec::new();
    }
    let says = |body: &str| paragraph.phrases(body).next().is_some();
    let parts = PARTS.iter().filter(|(part, whole)| says(part) && (*whole == "ủy ban" || !says(whole)));
    parts.map(|(part, _)| *part).collect()
}

fn issuers_read(paragraph: &Paragraph, manuscript: &Manuscript, notes: &mut Notes) {
    reads::signature(paragraph, manuscript, notes);
    issuers(paragraph).hash(notes);
}

/// "T/M BAN CHẤP HÀNH" where "Ban Thường vụ" issues the plan and asks for it to be carried out.
fn other_body(manuscript: &Manuscript, report: &mut Report) {
    let authority = manuscript.paragraphs.iter().find(|own| own.role == Role::Authority);
    let Some((own, text)) = authority.map(|own| (own, lower(&own.text))) else { return };
    let said: Vec<&str> = manuscript.paragraphs.iter().flat_map(issuers).collect();
    for (part, whole) in PARTS {
        // Both say so, and nobody else.
        let signed = text.trim_end().ends_with(whole) || text.says(&format!("{whole} mttq"));
        if signed && !text.says(part) && said.iter().filter(|own| **own == part).count() > 1 {
            report.tell(own, own.whole(), format!("Phần mở đầu và phần kết ghi “{}”.", sentence_case(part)));
        }
    }
}

/// "T/M BAN THƯỜNG VỤ" in the plan of a cell, which has none.
fn cell(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let issuer = frame.bodies.lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default();
    let committee = ascii(&paragraph.text).says("ban thuong vu");
    if paragraph.role == Role::Authority && committee && ascii(issuer.trim()).starts_with("chi bo ") {
        let message = "Chi bộ không có ban thường vụ: ghi “T/M CHI BỘ” hoặc “T/M CHI ỦY”.";
        report.tell(paragraph, paragraph.whole(), message);
    }
}

/// "P. BÍ THƯ": the title of a deputy stands in full.
fn short_title(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let start =
        paragraph.words.first().filter(|_| paragraph.role == Role::SignerTitle).map(|word| word.at.start);
    if let Some(start) = start.filter(|start| paragraph.behind(*start).starts_with("P. ")) {
        report.mend(paragraph, start..start + "P.".len(), "PHÓ", "Chức vụ người ký ghi đủ: “PHÓ …”.");
    }
}

/// "K/T BAN THƯỜNG VỤ": one signs in the place of a person, and on behalf of a collective.
fn for_person(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let range = code(paragraph, "KT.")
        .map(|range| (range, "TM."))
        .or(code(paragraph, "K/T").map(|range| (range, "T/M")));
    let Some((range, right)) = range else { return };
    let whom = ascii(paragraph.behind(range.end));
    let collectives =
        ["ban thuong vu", "ban thuong truc", "ban chap hanh", "uy ban", "hoi dong", "chi uy", "dang uy"];
    if collectives.iter().any(|one| whom.trim().starts_with(one)) {
        report.mend(paragraph, range, right, format!("Ký thay mặt tập thể ghi “{right}”."));
    }
}

fn collective(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let range = code(paragraph, "TM.").or_else(|| code(paragraph, "T/M"));
    let Some(range) = range else { return };
    let whom = ascii(paragraph.behind(range.end));
    let people = ["chu tich", "bi thu", "truong", "giam doc", "chanh van phong", "hieu truong"];
    if people.iter().any(|one| whom.trim().starts_with(one)) {
        report.tell(
            paragraph,
            paragraph.whole(),
            "“TM.” đứng trước tên tập thể; ký cho một người ghi “KT.” hoặc “TL.”.",
        );
    }
}

/// The lines of the signature with the word that they begin with.
fn lines(manuscript: &Manuscript) -> Vec<(&Paragraph, String)> {
    let all = manuscript.paragraphs.iter().filter(|paragraph| signs(paragraph));
    all.map(|paragraph| (paragraph, ascii(paragraph.text.trim_matches(['*', ' ', '\t', '\n'])))).collect()
}

fn deputy(manuscript: &Manuscript, report: &mut Report) {
    let lines = lines(manuscript);
    let deputises = lines.iter().any(|(_, line)| line.starts_with("kt. ") || line.starts_with("k/t "));
    let Some((paragraph, title)) = lines.iter().find(|(paragraph, _)| paragraph.role == Role::SignerTitle)
    else {
        return;
    };
    if deputises && !title.says("pho") && !title.is_empty() {
        report.tell(paragraph, paragraph.whole(), "Ký thay (KT.) phải là cấp phó của người đứng đầu.");
    }
}

/// Whether a line is the title of the deputy of the one above: "CHI CỤC TRƯỞNG" and "PHÓ CHI CỤC TRƯỞNG".
fn is_deputy_of(line: &str, above: &str) -> bool {
    line.strip_prefix("pho ").is_some_and(|chief| chief.trim() == above.trim())
}

fn no_deputy(manuscript: &Manuscript, report: &mut Report) {
    let lines = lines(manuscript);
    // Below "TM." of a collective the two stand so, too.
    let mut pairs = lines.iter().zip(lines.iter().skip(1));
    if let Some(((chief, _), _)) = pairs.find(|((_, above), (_, line))| is_deputy_of(line, above)) {
        let message = "Cấp phó ký thay người đứng đầu: thêm “KT.” trước chức vụ này.";
        report.tell(chief, chief.whole(), message);
        return;
    }
    let begins = |code: &str| lines.iter().any(|(_, line)| line.starts_with(code));
    let title = lines
        .iter()
        .find(|(paragraph, line)| paragraph.role == Role::SignerTitle && line.starts_with("pho chu tich"));
    if let Some((paragraph, _)) = title
        && begins("tm. ")
        && !begins("kt")
    {
        report.tell(paragraph, paragraph.whole(), "Cấp phó ký thì ghi thêm “KT. CHỦ TỊCH” ở trên.");
    }
}

/// How lines of the header begin that name the unit of the body in the line above.
const PLACES: [&str; 9] =
    ["xa ", "phuong ", "tinh ", "thanh pho ", "huyen ", "dac khu ", "thi xa ", "thi tran ", "quan "];

/// Who issues a plan, of the bodies of its header: the last of them, whose unit may stand in a line of its own.
fn issuer(bodies: &str) -> &str {
    let is_unit = |line: &&str| PLACES.iter().any(|noun| line.starts_with(noun));
    let mut last = bodies.lines().rev().map(str::trim).filter(|line| !line.is_empty());
    last.find(|line| !is_unit(line)).unwrap_or_default()
}

/// Bodies for all of whom one signs.
const COLLECTIVES: [&str; 5] =
    ["uy ban nhan dan", "hoi dong nhan dan", "ban thuong truc", "ban thuong vu", "ban chap hanh"];

/// "KT. CHỦ TỊCH" without "TM. ỦY BAN NHÂN DÂN" above it.
fn alone(manuscript: &Manuscript, report: &mut Report) {
    let bodies = ascii(&manuscript.frame.bodies);
    let issuer = issuer(&bodies);
    let of_all = COLLECTIVES.iter().any(|body| issuer.starts_with(body));
    let lines = lines(manuscript);
    let for_all =
        lines.iter().any(|(_, line)| ["tm", "t/m", "t.m"].iter().any(|code| line.starts_with(code)));
    let chief = lines.iter().find(|(_, line)| line.starts_with("kt. chu tich"));
    if let Some((paragraph, _)) = chief.filter(|_| of_all && !for_all) {
        report.tell(paragraph, paragraph.whole(), "Ở trên thiếu dòng “TM.” với tên tập thể ban hành.");
    }
}

/// Bodies by how their names begin, and titles that nobody has there.
const NOT_THERE: [(&[&str], &[&str]); 3] = [
    (&["so ", "chi cuc "], &["chu tich", "bi thu"]),
    (&["uy ban nhan dan", "ubnd"], &["bi thu", "giam doc", "truong ban"]),
    (
        &["dang uy", "tinh uy", "thanh uy", "huyen uy", "quan uy", "thi uy", "chi bo"],
        &["chu tich", "giam doc"],
    ),
];

/// "PHÓ CHỦ TỊCH" below the plan of a department, whose head is its director; "PHÓ BAN" for "PHÓ TRƯỞNG BAN".
fn title(manuscript: &Manuscript, report: &mut Report) {
    let bodies = ascii(&manuscript.frame.bodies);
    let issuer = issuer(&bodies);
    let lines = lines(manuscript);
    // "TL. CHỦ TỊCH": there somebody else signs, for the body.
    if lines.iter().any(|(_, line)| ["tl", "t/l", "tuq"].iter().any(|code| line.starts_with(code))) {
        return;
    }
    // Where two bodies sign, each has its own titles.
    let titled: Vec<_> = lines.iter().filter(|(paragraph, _)| paragraph.role == Role::SignerTitle).collect();
    let not_there = NOT_THERE.iter().filter(|(heads, _)| heads.iter().any(|head| issuer.starts_with(head)));
    let not_there: Vec<&str> = not_there.flat_map(|(_, titles)| titles.iter().copied()).collect();
    let [(paragraph, line)] = titled.as_slice() else { return };
    let own = line.strip_prefix("pho ").unwrap_or(line);
    if not_there.iter().any(|title| own.starts_with(title)) {
        report.tell(paragraph, paragraph.whole(), "Cơ quan ban hành không có chức vụ này.");
    } else if line.trim() == "pho ban" {
        report.tell(paragraph, paragraph.whole(), "Ghi đủ chức vụ: Phó Trưởng ban.");
    }
}

fn secretary(manuscript: &Manuscript, report: &mut Report) {
    if let Some((paragraph, _)) = lines(manuscript).iter().find(|(_, line)| line.starts_with("k/t bi thu")) {
        report.tell(
            paragraph,
            paragraph.whole(),
            "Trong cấp ủy không ký thay bí thư: phó bí thư ký T/M tập thể.",
        );
    }
}

fn no_title(manuscript: &Manuscript, report: &mut Report) {
    untitled(manuscript, &["tm.", "t/m", "tl."], report);
}

/// "KT. CHỦ TỊCH", and right below it the name of whoever signs.
fn no_own_title(manuscript: &Manuscript, report: &mut Report) {
    untitled(manuscript, &["kt."], report);
}

/// Tells of an authority that begins with one of these where no title follows.
fn untitled(manuscript: &Manuscript, codes: &[&str], report: &mut Report) {
    let lines = lines(manuscript);
    let all = ["tm.", "t/m", "kt.", "tl."];
    let authority = lines.iter().rfind(|(_, line)| all.iter().any(|code| line.starts_with(code)));
    let own = authority.filter(|(_, line)| codes.iter().any(|code| line.starts_with(code)));
    let titled = lines.iter().any(|(paragraph, _)| paragraph.role == Role::SignerTitle);
    if let Some((paragraph, line)) = own.filter(|_| !titled && manuscript.frame.is_source)
        && (line.starts_with("kt.")
            || !["chu tich", "bi thu", "truong ban"].iter().any(|title| line.says(title)))
    {
        report.tell(paragraph, paragraph.whole(), "Dưới quyền hạn phải có chức vụ của người ký.");
    }
}

fn degree(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let titles = [
        "ts.",
        "ths.",
        "pgs.",
        "gs.",
        "cn.",
        "ks.",
        "bs.",
        "thạc sĩ",
        "tiến sĩ",
        "bác sĩ",
        "kỹ sư",
        "cử nhân",
    ];
    if paragraph.role != Role::SignerName {
        return;
    }
    let name = lower(paragraph.text.trim());
    if titles.iter().any(|title| name.starts_with(title)) {
        report.tell(paragraph, paragraph.whole(), "Trước họ tên người ký không ghi học hàm, học vị.");
    }
}

fn name_case(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let name = paragraph.text.trim();
    if paragraph.role == Role::SignerName && name.contains(' ') && name == upper(name) && name != lower(name)
    {
        report.tell(paragraph, paragraph.whole(), "Họ và tên viết chữ thường, hoa chữ đầu mỗi tiếng.");
    }
}

/// A word in capitals but for a letter or two: "PHÓ Bí THƯ".
fn mixed_case(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let heads = matches!(
        paragraph.role,
        Role::Body | Role::Emblem | Role::Title | Role::Section | Role::Authority | Role::SignerTitle
    );
    if !heads {
        return;
    }
    let (capitals, small) = paragraph.said().chars().fold((0_usize, 0_usize), |(capitals, small), letter| {
        (capitals + usize::from(letter.is_uppercase()), small + usize::from(letter.is_lowercase()))
    });
    if small == 0 || capitals < 5 * small {
        return;
    }
    for word in &paragraph.words {
        let typed = paragraph.slice(word.at.clone());
        let is_slip = typed.contains(char::is_lowercase) && word.at.start >= paragraph.body;
        if is_slip {
            report.mend(paragraph, word.at.clone(), upper(typed), "Dòng này viết chữ in hoa.");
        }
    }
}
