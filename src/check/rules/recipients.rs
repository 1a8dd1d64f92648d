//! Nơi nhận.

use std::ops::Range;

use super::clauses::{PARTY, RECIPIENTS};
use super::header::{STATE, is_youth};
use super::reads;
use super::words::Words;
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph};
use crate::check::rule::{Report, Rule};
use crate::import::Role;
use crate::vietnamese::{ascii, lower};

pub(super) const RULES: &[Rule] = &[
    Rule::whole(Error, "recipients.retention", RECIPIENTS, "Nơi nhận không có dòng Lưu", no_retention)
        .of_files(),
    Rule::whole(Error, "recipients.retention-vt", RECIPIENTS, "Dòng Lưu thiếu “VT”", no_archive)
        .reading(reads::issuer_and_recipients)
        .only(STATE),
    Rule::whole(Error, "recipients.retention-colon", RECIPIENTS, "Sau “Lưu” thiếu dấu hai chấm", no_colon)
        .reading(reads::issuer_and_recipients)
        .only(STATE)
        .mends(),
    Rule::whole(
        Error,
        "recipients.retention-party",
        PARTY,
        "Dòng Lưu của văn bản Đảng có “VT”",
        party_archive,
    )
    .reading(reads::recipients)
    .only(&["party"]),
    Rule::whole(Warn, "recipients.retention-comma", RECIPIENTS, "“Lưu: VT MTTQ.”", retention_comma)
        .reading(reads::recipients)
        .mends(),
    Rule::whole(
        Warn,
        "recipients.retention-party-colon",
        PARTY,
        "Sau “Lưu” của văn bản Đảng có dấu hai chấm",
        party_colon,
    )
    .reading(reads::recipients)
    .only(&["party"])
    .mends(),
    Rule::whole(
        Error,
        "recipients.retention-body",
        PARTY,
        "Dòng Lưu ghi văn phòng của cấp ủy khác",
        other_office,
    )
    .reading(reads::issuer_and_recipients)
    .only(&["party"]),
    Rule::whole(Warn, "recipients.retention-short", PARTY, "Dòng Lưu viết tắt", party_short)
        .reading(reads::recipients)
        .only(&["party"]),
    Rule::whole(Error, "recipients.retention-last", RECIPIENTS, "Dòng Lưu không ở cuối", not_last).of_files(),
    Rule::whole(Error, "recipients.end", RECIPIENTS, "Dòng nơi nhận thiếu dấu chấm phẩy", no_semicolon)
        .of_files()
        .only(STATE)
        .mends(),
    Rule::whole(Error, "recipients.end-bare", RECIPIENTS, "Một dòng nơi nhận thiếu dấu cuối", one_bare)
        .of_files()
        .mends(),
    Rule::whole(Error, "recipients.end-last", RECIPIENTS, "Dòng Lưu không kết thúc bằng dấu chấm", last_dot)
        .of_files()
        .mends(),
    Rule::whole(
        Error,
        "recipients.end-note",
        RECIPIENTS,
        "Dấu chấm phẩy đứng trước ghi chú trong ngoặc",
        before_note,
    )
    .of_files(),
    Rule::whole(
        Warn,
        "recipients.end-mixed",
        RECIPIENTS,
        "Dấu cuối các dòng nơi nhận không thống nhất",
        mixed_ends,
    )
    .of_files(),
    Rule::whole(Hint, "recipients.end-inside", RECIPIENTS, "Hai nơi nhận trên một dòng", two_in_one)
        .of_files(),
    Rule::whole(Hint, "recipients.dash", RECIPIENTS, "Dòng nơi nhận không có gạch đầu dòng", no_dash)
        .of_files(),
    Rule::whole(Error, "recipients.heading", RECIPIENTS, "Sau “Nơi nhận” thiếu dấu hai chấm", heading_colon)
        .of_files()
        .mends(),
    Rule::each(Error, "recipients.heading-word", RECIPIENTS, "“Nơi gửi” thay “Nơi nhận”", heading_word)
        .of_files()
        .mends(),
    Rule::whole(Warn, "recipients.heading-case", RECIPIENTS, "“Nơi nhận” viết chữ in hoa", heading_case)
        .of_files()
        .mends(),
    Rule::whole(
        Error,
        "recipients.as-above",
        RECIPIENTS,
        "“Như trên”, “Như Điều …” trong kế hoạch",
        as_above,
    )
    .of_files(),
    Rule::whole(Error, "doubled.recipient", RECIPIENTS, "Một nơi nhận ghi hai lần", doubled).of_files(),
    Rule::whole(Hint, "recipients.notes", RECIPIENTS, "Ghi chú nơi nhận viết nhiều kiểu", notes).of_files(),
];

/// A line of the list, with the lines that go on from it.
struct Entry<'a> {
    lines: Vec<&'a Paragraph>,
}

impl<'a> Entry<'a> {
    fn first(&self) -> &'a Paragraph {
        self.lines[0]
    }

    fn last(&self) -> &'a Paragraph {
        self.lines[self.lines.len() - 1]
    }

    /// All that it says, without dash.
    fn said(&self) -> String {
        let said: Vec<&str> = self.lines.iter().map(|line| line.said()).collect();
        said.join(" ")
    }

    fn is_retention(&self) -> bool {
        self.first().words.first().is_some_and(|word| word.small == "lưu")
    }

    /// The last words of the list line.
    fn end(&self) -> (&'a Paragraph, Range<usize>) {
        (self.last(), self.last().tail(3))
    }
}

fn is_heading(paragraph: &Paragraph) -> bool {
    paragraph.phrase_at(0, "nơi nhận").is_some() && paragraph.words.len() == 2
}

/// The list of a file that was read; a plan has one that the format writes.
fn entries(manuscript: &Manuscript) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry> = Vec::new();
    if !manuscript.frame.is_source {
        return entries;
    }
    for paragraph in manuscript.paragraphs.iter().filter(|paragraph| paragraph.role == Role::Recipient) {
        if is_heading(paragraph) || paragraph.words.is_empty() {
            continue;
        }
        let open = entries.last().is_some_and(|entry| matches!(end_mark(&entry.said()), None | Some(',')));
        let small = paragraph.text.trim_start().starts_with(|c: char| c.is_lowercase() || c == '(');
        let retention = paragraph.words.first().is_some_and(|word| word.small == "lưu");
        let goes_on = paragraph.mark().is_empty() && !retention && (open || small);
        match entries.last_mut().filter(|_| goes_on) {
            Some(entry) => entry.lines.push(paragraph),
            None => entries.push(Entry { lines: vec![paragraph] }),
        }
    }
    entries
}

/// The line Lưu, with its text behind the dash.
fn retention(manuscript: &Manuscript) -> Option<(&Paragraph, String)> {
    let of_plan = || {
        let all = manuscript.paragraphs.iter().filter(|paragraph| paragraph.role == Role::Recipient);
        all.filter(|_| !manuscript.frame.is_source)
            .find(|paragraph| paragraph.words.first().is_some_and(|word| word.small == "lưu"))
    };
    let entry = entries(manuscript).into_iter().find(Entry::is_retention);
    let paragraph = entry.map(|entry| entry.first()).or_else(of_plan)?;
    Some((paragraph, paragraph.said().to_owned()))
}

fn no_retention(manuscript: &Manuscript, report: &mut Report) {
    let entries = entries(manuscript);
    // A list that lost its end in a converter has no last line.
    if let Some(last) = entries
        .last()
        .filter(|_| entries.len() > 1 && !entries.iter().any(|entry| ascii(&entry.said()).says("luu")))
    {
        let (paragraph, range) = last.end();
        report.tell(paragraph, range, "Dòng cuối của nơi nhận phải là dòng Lưu.");
    }
}

/// Where the line that says who keeps the plan has to be as the State writes it: the Youth Union writes "Lưu VP".
fn state_retention(manuscript: &Manuscript) -> Option<(&Paragraph, String)> {
    retention(manuscript).filter(|_| !is_youth(manuscript))
}

fn no_archive(manuscript: &Manuscript, report: &mut Report) {
    if let Some((paragraph, said)) = state_retention(manuscript)
        && !said.split(|c: char| !c.is_alphanumeric()).any(|word| word == "VT")
        && !ascii(&said).says("van thu")
    {
        report.tell(
            paragraph,
            paragraph.body..paragraph.whole().end,
            "Dòng Lưu phải có chữ viết tắt “VT” (văn thư).",
        );
    }
}

fn no_colon(manuscript: &Manuscript, report: &mut Report) {
    if let Some((paragraph, said)) = state_retention(manuscript)
        && let Some(word) = paragraph.words.first()
        && !said.trim_start_matches(|c: char| c.is_alphabetic()).trim_start().starts_with(':')
    {
        let typed = paragraph.slice(word.at.clone()).to_owned();
        report.mend(paragraph, word.at.clone(), format!("{typed}:"), "Sau chữ “Lưu” có dấu hai chấm (:).");
    }
}

fn party_archive(manuscript: &Manuscript, report: &mut Report) {
    if let Some((paragraph, said)) = retention(manuscript)
        && said.split(|c: char| !c.is_alphanumeric()).any(|word| word == "VT")
    {
        report.tell(
            paragraph,
            paragraph.body..paragraph.whole().end,
            "Văn bản của Đảng ghi “Lưu Văn phòng …”, không ghi VT.",
        );
    }
}

/// "- Lưu Văn phòng Tỉnh ủy." in the plan of a Huyện ủy.
fn other_office(manuscript: &Manuscript, report: &mut Report) {
    const COMMITTEES: [&str; 5] = ["tinh uy", "thanh uy", "huyen uy", "thi uy", "dang uy"];
    let bodies = ascii(&manuscript.frame.bodies);
    let Some((paragraph, said)) = retention(manuscript) else { return };
    let said = ascii(&said);
    let Some(own) = COMMITTEES.iter().find(|own| bodies.says(own)) else { return };
    if said.says("van phong") && !said.says(own) && COMMITTEES.iter().any(|other| said.says(other)) {
        report.tell(
            paragraph,
            paragraph.body..paragraph.whole().end,
            "Văn phòng này không phải của cấp ủy ban hành.",
        );
    }
}

fn party_colon(manuscript: &Manuscript, report: &mut Report) {
    if let Some((paragraph, _)) = retention(manuscript)
        && let Some(word) = paragraph.words.first()
        && let Some(colon) = paragraph.text.get(word.at.end..).and_then(|rest| rest.find(':'))
        && paragraph.slice(word.at.end..word.at.end + colon).trim().is_empty()
    {
        report.mend(
            paragraph,
            word.at.start..word.at.end + colon + 1,
            "Lưu",
            "Văn bản của Đảng ghi “Lưu Văn phòng …”, không có dấu hai chấm.",
        );
    }
}

fn party_short(manuscript: &Manuscript, report: &mut Report) {
    if let Some((paragraph, said)) = retention(manuscript)
        && !ascii(&said).says("van phong")
        && said.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with("VP"))
    {
        report.tell(
            paragraph,
            paragraph.body..paragraph.whole().end,
            "Mẫu của Đảng ghi đủ “Lưu Văn phòng …”.",
        );
    }
}

fn not_last(manuscript: &Manuscript, report: &mut Report) {
    let entries = entries(manuscript);
    if let Some(at) = entries.iter().position(Entry::is_retention)
        && entries.get(at + 1).is_some_and(|next| !next.first().mark().is_empty())
    {
        let paragraph = entries[at].first();
        report.tell(
            paragraph,
            paragraph.body..paragraph.whole().end,
            "Dòng Lưu đứng cuối cùng trong nơi nhận.",
        );
    }
}

fn end_mark(text: &str) -> Option<char> {
    text.trim_end().chars().next_back().filter(|mark| [';', ',', '.', ':'].contains(mark))
}

fn no_semicolon(manuscript: &Manuscript, report: &mut Report) {
    let entries = entries(manuscript);
    let listed = entries.iter().any(|entry| end_mark(&entry.said()) == Some(';'));
    for entry in entries.iter().filter(|entry| listed && !entry.is_retention()) {
        // A mark that stands before the note is told of by a rule of its own.
        if entry.lines.iter().any(|line| line.text.contains(';')) {
            continue;
        }
        if matches!(end_mark(&entry.said()), None | Some('.' | ',')) && !entry.said().ends_with(':') {
            let (paragraph, range) = entry.end();
            let kept = paragraph.slice(range.clone()).trim_end_matches(['.', ',']).to_owned();
            report.mend(paragraph, range, format!("{kept};"), "Cuối mỗi dòng nơi nhận là dấu chấm phẩy (;).");
        }
    }
}

/// "- Ủy ban Kiểm tra Tỉnh ủy," and one line without the comma, in a list that has commas; in one of the Party
/// a semicolon, too, which the State asks for everywhere.
fn one_bare(manuscript: &Manuscript, report: &mut Report) {
    let entries: Vec<Entry> = entries(manuscript).into_iter().filter(|entry| !entry.is_retention()).collect();
    let marks: &[char] = if manuscript.frame.is_party() { &[',', ';'] } else { &[','] };
    for mark in marks {
        let (with, without): (Vec<&Entry>, Vec<&Entry>) =
            entries.iter().partition(|entry| end_mark(&entry.said()) == Some(*mark));
        if let [odd] = without.as_slice()
            && with.len() > 2
            && end_mark(&odd.said()).is_none()
            && !odd.said().ends_with(')')
        {
            let (paragraph, range) = odd.end();
            let with = format!("{}{mark}", paragraph.slice(range.clone()));
            report.mend(paragraph, range, with, "Các dòng nơi nhận khác có dấu ở cuối dòng.");
        }
    }
}

fn last_dot(manuscript: &Manuscript, report: &mut Report) {
    let entries = entries(manuscript);
    if let Some(entry) = entries.iter().find(|entry| entry.is_retention())
        && end_mark(&entry.said()) != Some('.')
        && !entry.said().ends_with(')')
    {
        let (paragraph, range) = entry.end();
        let kept = paragraph.slice(range.clone()).trim_end_matches([';', ',', '/']).to_owned();
        report.mend(
            paragraph,
            range,
            format!("{kept}."),
            "Dòng cuối cùng của nơi nhận kết thúc bằng dấu chấm.",
        );
    }
}

fn before_note(manuscript: &Manuscript, report: &mut Report) {
    for entry in entries(manuscript) {
        for (at, line) in entry.lines.iter().enumerate() {
            let inside = line.text.find("; (").or_else(|| line.text.find(";("));
            let broken = entry.lines.get(at + 1).is_some_and(|next| next.text.trim_start().starts_with('('));
            let end = match inside {
                Some(end) => end + 1,
                None if broken && end_mark(&line.text) == Some(';') => line.whole().end,
                None => continue,
            };
            let start =
                line.words.iter().rfind(|word| word.at.end < end).map_or(line.body, |word| word.at.start);
            report.tell(line, start..end, "Dấu chấm phẩy đứng sau ghi chú trong ngoặc, không đứng trước.");
        }
    }
}

fn mixed_ends(manuscript: &Manuscript, report: &mut Report) {
    let entries = entries(manuscript);
    let ends: Vec<_> = entries
        .iter()
        .filter(|entry| !entry.is_retention())
        .map(|entry| (entry, end_mark(&entry.said())))
        .collect();
    let count = |mark| ends.iter().filter(|(_, end)| *end == Some(mark)).count();
    let (commas, semicolons) = (count(','), count(';'));
    // A full stop ends the list, not a line in it.
    for (entry, _) in ends.iter().filter(|(_, end)| *end == Some('.')) {
        if manuscript.frame.is_party() && commas + semicolons > 0 {
            let (paragraph, range) = entry.end();
            report.tell(paragraph, range, "Các dòng khác của nơi nhận kết thúc bằng dấu khác.");
        }
    }
    if commas == 0 || semicolons == 0 || !manuscript.frame.is_party() {
        return;
    }
    let rare = if commas < semicolons { ',' } else { ';' };
    for (entry, _) in ends.iter().filter(|(_, end)| *end == Some(rare)) {
        let (paragraph, range) = entry.end();
        report.tell(paragraph, range, "Các dòng khác của nơi nhận kết thúc bằng dấu khác.");
    }
}

/// A mark inside a line that ends every other line: two recipients stand on one.
fn two_in_one(manuscript: &Manuscript, report: &mut Report) {
    for entry in entries(manuscript).iter().filter(|entry| !entry.is_retention()) {
        for line in &entry.lines {
            if let Some(at) = line.text.trim_end().trim_end_matches(';').find("; ")
                && !line.behind(at + 1).trim_start().starts_with('(')
            {
                report.tell(
                    line,
                    line.body..line.whole().end,
                    "Mỗi nơi nhận, hoặc nhóm nơi nhận, ghi một dòng.",
                );
            }
        }
    }
}

fn no_dash(manuscript: &Manuscript, report: &mut Report) {
    let entries = entries(manuscript);
    let dashed = entries.iter().filter(|entry| !entry.first().mark().is_empty()).count();
    for entry in entries.iter().filter(|entry| entry.first().mark().is_empty() && dashed * 2 > entries.len())
    {
        report.tell(
            entry.first(),
            entry.first().whole(),
            "Mỗi dòng nơi nhận bắt đầu bằng gạch đầu dòng (-).",
        );
    }
}

fn headings(manuscript: &Manuscript) -> impl Iterator<Item = &Paragraph> {
    let source = manuscript.frame.is_source;
    manuscript
        .paragraphs
        .iter()
        .filter(move |paragraph| source && paragraph.role == Role::Recipient && is_heading(paragraph))
}

fn heading_colon(manuscript: &Manuscript, report: &mut Report) {
    for paragraph in headings(manuscript).filter(|paragraph| !paragraph.text.contains(':')) {
        let whole = paragraph.phrase_at(0, "nơi nhận").unwrap_or_else(|| paragraph.whole());
        let typed = paragraph.slice(whole.clone()).to_owned();
        report.mend(paragraph, whole, format!("{typed}:"), "Sau từ “Nơi nhận” có dấu hai chấm (:).");
    }
}

/// "Lưu: VT MTTQ.": two places without a comma.
fn retention_comma(manuscript: &Manuscript, report: &mut Report) {
    let Some((own, _)) = retention(manuscript) else { return };
    for pair in own.words.windows(2) {
        let [left, right] = pair else { continue };
        let gap = left.at.end..right.at.start;
        if left.small == "vt" && right.is_loud && own.slice(gap.clone()) == " " {
            report.mend_part(own, left.at.start..right.at.end, gap, ", ", "Giữa hai nơi lưu có dấu phẩy.");
        }
    }
}

/// "Nơi gửi:", alone in its line.
fn heading_word(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let own = paragraph.phrase_at(0, "nơi gửi").filter(|_| paragraph.words.len() == 2);
    if let Some(range) = own.filter(|own| paragraph.behind(own.end).trim() == ":") {
        report.mend(paragraph, range, "Nơi nhận", "Phần này có tên là “Nơi nhận”.");
    }
}

fn heading_case(manuscript: &Manuscript, report: &mut Report) {
    for paragraph in headings(manuscript) {
        if let Some(range) =
            paragraph.phrase_at(0, "nơi nhận").filter(|range| paragraph.slice(range.clone()) == "NƠI NHẬN")
        {
            report.mend(paragraph, range, "Nơi nhận", "“Nơi nhận” viết chữ in thường.");
        }
    }
}

fn as_above(manuscript: &Manuscript, report: &mut Report) {
    for entry in entries(manuscript) {
        let plain = ascii(&entry.said());
        if plain.starts_with("nhu tren") || plain.starts_with("nhu dieu") || plain.starts_with("nhu kinh gui")
        {
            let line = entry.first();
            report.tell(
                line,
                line.body..line.whole().end,
                "Kế hoạch không có phần Kính gửi hay điều khoản thi hành: ghi rõ tên nơi nhận.",
            );
        }
    }
}

/// The recipient without its note, as it is compared.
fn name(said: &str) -> String {
    let said = said.split('(').next().unwrap_or_default();
    lower(said.trim_matches([' ', ';', ',', '.'])).replace("uỷ", "ủy")
}

fn doubled(manuscript: &Manuscript, report: &mut Report) {
    let entries = entries(manuscript);
    for (at, entry) in entries.iter().enumerate() {
        let own = name(&entry.said());
        if !own.is_empty() && entries[..at].iter().any(|before| name(&before.said()) == own) {
            report.tell(
                entry.first(),
                entry.first().body..entry.first().whole().end,
                "Nơi nhận này đã ghi ở trên.",
            );
        }
    }
}

/// "(b/c)" beside "(để báo cáo)".
fn notes(manuscript: &Manuscript, report: &mut Report) {
    let entries = entries(manuscript);
    let has = |note: &str| entries.iter().find(|entry| entry.said().says(note));
    let full = entries.iter().any(|entry| {
        ["(để báo cáo)", "(để phối hợp)", "(để thực hiện)"].iter().any(|note| entry.said().says(note))
    });
    for short in ["(b/c)", "(để b/c)", "(t/h)", "(để t/h)"] {
        if let Some(entry) = has(short).filter(|_| full)
            && let Some(line) = entry.lines.iter().find(|line| line.text.says(short))
            && let Some(start) = line.text.find(short)
        {
            report.tell(
                line,
                start..start + short.len(),
                "Ghi chú ở dòng khác viết đủ chữ: viết thống nhất.",
            );
        }
    }
}
