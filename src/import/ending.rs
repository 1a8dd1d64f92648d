//! The end of a plan: recipients and signature, even where the two columns of the page
//! were taken over line by line, and closing paragraphs before them.

use std::collections::BTreeMap;

use super::lines::{Gap, Line};
use super::markings;
use super::marks::{self, Mark};
use super::placeholders::is_placeholder;
use super::role::{Guess, Role};
use super::words::{begins, begins_capital, begins_small, count, end_mark, is_caps, words};
use crate::plan::{Markings, Plan, Recipient, Signature};

/// What was read of the end.
#[derive(Debug, Default)]
pub struct Ending {
    /// Lines of the closing that stood before the recipients.
    pub closing: Vec<String>,
    /// Recipients as typed, without their dashes; the retention line among them.
    recipients: Vec<String>,
    /// Whether "Nơi nhận" was read.
    heading: bool,
    /// Whether recipients are marked with dashes.
    dashes: bool,
    /// Quyền hạn, line by line.
    pub authority: Vec<String>,
    title: Vec<String>,
    name: String,
    /// Who drafted the plan and how many copies there are.
    markings: Markings,
    /// Whether the line that is read stands in one paragraph with the one before it.
    within: bool,
    /// What was found on the line that is read.
    found: Vec<Role>,
    /// Lines that have no field.
    leftover: Vec<String>,
}

/// Codes of signing (the-thuc.md, section 2), longest first; the Party writes a slash.
const CODES: [&str; 15] =
    ["T/UQ", "TUQ", "TƯQ", "T/M", "K/T", "T/L", "T.M", "K.T", "T.L", "TM", "KT", "TL", "Q", "Đ/D", "TH"];

/// Whether the end of a plan begins with this line.
pub fn begins_ending(line: &Line) -> bool {
    if line.table.is_some() {
        return false;
    }
    let heading = begins(&line.text, &["noi nhan"]) && count(&line.text) <= 14 && begins_capital(&line.text);
    heading || line.cells.iter().any(|cell| is_authority(cell))
}

/// Whether a line is a signer's title without a code: `CHỦ TỊCH`.
pub fn is_bare_title(line: &str) -> bool {
    is_caps(line) && is_title(line) && marks::split(line).is_none()
}

/// Whether a line begins with a code of signing: `TM. BAN THƯỜNG TRỰC`.
fn is_authority(text: &str) -> bool {
    CODES.iter().any(|code| {
        text.strip_prefix(code).is_some_and(|rest| {
            let name = rest.trim_start_matches(['.', ' ', '/', ':']);
            let spaced = rest.starts_with(['.', ' ', '/', ':']);
            let sure = code.len() > 1 || rest.starts_with('.');
            spaced && sure && is_caps(name) && (1..=14).contains(&count(name)) && !marks_a_list(name)
        })
    })
}

fn marks_a_list(text: &str) -> bool {
    text.ends_with([';', ':'])
}

const TITLES: [&str; 30] = [
    "chi cuc truong",
    "p chu tich",
    "p bi thu",
    "p giam doc",
    "p hieu truong",
    "p truong",
    "chu tich",
    "pho chu tich",
    "bi thu",
    "pho bi thu",
    "truong",
    "pho truong",
    "pho",
    "chanh",
    "giam doc",
    "pho giam doc",
    "hieu truong",
    "pho hieu truong",
    "chu nhiem",
    "pho chu nhiem",
    "doi truong",
    "chi huy",
    "cuc truong",
    "vien truong",
    "tong",
    "uy vien",
    "thuong truc",
    "quyen",
    "phu trach",
    "tong bi thu",
];

fn is_title(text: &str) -> bool {
    begins(text, &TITLES) && count(text) <= 9 && begins_capital(text) && end_mark(text).is_none()
}

/// Whether a text can be a person's name: two to six capitalised words and nothing else.
pub fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').take(7).collect();
    let named = |word: &str| {
        let mut letters = word.trim_end_matches('.').chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.all(|c| c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c))
    };
    (2..=6).contains(&words.len()) && words.iter().all(|word| named(word)) && !begins(text, &["noi nhan"])
}

impl Ending {
    /// The end from the list of recipients on, with or without its heading.
    pub fn of_list(lines: &[Line]) -> Ending {
        let headed = lines.first().is_some_and(|line| begins(&line.text, &["noi nhan"]));
        let mut ending = Ending { heading: !headed, ..Ending::default() };
        lines.iter().for_each(|line| ending.take(line));
        ending
    }

    /// Takes the lines of the end apart, and says what each of them is.
    pub fn take_lines(&mut self, lines: &[Line], guesses: &mut [Guess], chosen: &BTreeMap<usize, Role>) {
        for line in lines {
            if let Some(role) = chosen.get(&line.at).filter(|role| **role != Role::Continued) {
                self.put(*role, &line.texts().join(" "));
                self.found.clear();
                continue;
            }
            self.take(line);
            let found = std::mem::take(&mut self.found);
            let sure = !found.contains(&Role::Unplaced);
            let role = match found.as_slice() {
                [role, others @ ..] if others.iter().all(|other| other == role) => *role,
                _ => Role::Ending,
            };
            guesses[line.at] = Guess { role, sure };
        }
    }

    /// Puts a text where the user says that it belongs.
    fn put(&mut self, role: Role, text: &str) {
        match role {
            Role::Recipient => {
                let marked =
                    marks::split(text).filter(|marked| matches!(marked.mark, Mark::Dash | Mark::InnerDash));
                self.recipients.push(marked.map_or(text, |marked| marked.rest).to_owned());
            }
            Role::Authority => self.authority.push(text.to_owned()),
            Role::SignerTitle => self.title.push(text.to_owned()),
            Role::SignerName if self.name.is_empty() => self.name = text.to_owned(),
            _ => self.take_cell(text),
        }
    }

    fn leave(&mut self, text: &str) {
        self.found.push(Role::Unplaced);
        self.leftover.push(text.to_owned());
    }

    /// Takes a line of the end apart.
    fn take(&mut self, line: &Line) {
        self.within = line.evidence.within && line.gap == Gap::None;
        if line.table.is_some() {
            return line.texts().into_iter().for_each(|text| self.leave(text));
        }
        // A sentence that was only widely spaced is no row of columns.
        let columns = line.cells.iter().any(|cell| {
            is_authority(cell)
                || is_title(cell)
                || is_name(cell)
                || starts_list(cell)
                || cell.starts_with('(')
        });
        if columns {
            line.cells.iter().for_each(|cell| self.take_cell(cell));
        } else {
            self.take_cell(&line.text);
        }
    }

    fn take_cell(&mut self, cell: &str) {
        let cell = cell.trim();
        if cell.is_empty() || is_placeholder(cell) {
            return;
        }
        let retained = self.recipients.last().is_some_and(|last| begins(last, &["luu"]) && closed(last));
        if retained && markings::take_drafter(cell, &mut self.markings) {
            return self.found.push(Role::Recipient);
        }
        if !self.heading && begins(cell, &["noi nhan"]) {
            self.heading = true;
            self.found.push(Role::Recipient);
            let end = words(cell).get(1).map_or(cell.len(), |word| word.at.end);
            return self.take_cell(cell[end..].trim_start_matches([':', ' ', '.']));
        }
        if let Some(marked) =
            marks::split(cell).filter(|marked| matches!(marked.mark, Mark::Dash | Mark::InnerDash))
        {
            self.dashes = true;
            return self.take_recipients(marked.rest);
        }
        if is_authority(cell) {
            let first = self.name.is_empty();
            if first {
                self.found.push(Role::Authority);
                self.authority.push(cell.to_owned());
            } else {
                // A second signer has no field.
                self.leave(cell);
            }
            return;
        }
        if cell.starts_with('(') && self.take_note(cell) {
            return;
        }
        if self.take_signer(cell) {
            return;
        }
        self.take_rest(cell);
    }

    /// A dash line; other recipients or the signer's column may have run into it.
    fn take_recipients(&mut self, text: &str) {
        let mut start = 0;
        for (at, dash) in text.match_indices(" - ") {
            if text[start..at].ends_with([';', '.', ',']) {
                self.take_recipient(&text[start..at]);
                start = at + dash.len();
            }
        }
        self.take_recipient(&text[start..]);
    }

    fn take_recipient(&mut self, text: &str) {
        let mut ends = text.match_indices([';', ',']).map(|(at, end)| (at + 1, end));
        let column = ends.find(|(at, end)| {
            let rest = text[*at..].trim_start();
            let named = self.name.is_empty() && *end == ";" && is_name(rest);
            named || is_authority(rest) || is_bare_title(rest)
        });
        let (recipient, signer) = text.split_at(column.map_or(text.len(), |(at, _)| at));
        if !recipient.trim().is_empty() {
            self.found.push(Role::Recipient);
            self.recipients.push(recipient.trim().to_owned());
        }
        if !signer.is_empty() {
            self.take_cell(signer);
        }
    }

    /// `(để b/c)` in a column of its own belongs to the recipient before it.
    fn take_note(&mut self, note: &str) -> bool {
        match self.recipients.last_mut() {
            Some(recipient)
                if note.ends_with([')', ';', ',', '.']) && !recipient.contains('(') && !signed(note) =>
            {
                let end = recipient.trim_end_matches([';', ',', '.', ' ']).len();
                recipient.truncate(end);
                recipient.push(' ');
                recipient.push_str(note);
                self.found.push(Role::Recipient);
                true
            }
            _ => false,
        }
    }

    fn take_signer(&mut self, cell: &str) -> bool {
        if !self.name.is_empty() {
            return false;
        }
        let signs = !self.authority.is_empty() || !self.title.is_empty();
        if is_title(cell) && (is_caps(cell) || signs) {
            self.found.push(Role::SignerTitle);
            self.title.push(cell.to_owned());
        } else if (signs || self.recipients.last().is_some_and(|last| closed(last)))
            && is_name(cell)
            && (!is_caps(cell) || !self.title.is_empty())
        {
            self.found.push(Role::SignerName);
            self.name = cell.to_owned();
        } else if is_caps(cell) && signs && end_mark(cell).is_none() {
            // "TM. ỦY BAN NHÂN DÂN / XÃ LƯƠNG MINH"
            let (role, field) = match self.title.is_empty() {
                true => (Role::Authority, &mut self.authority),
                false => (Role::SignerTitle, &mut self.title),
            };
            self.found.push(role);
            match field.last_mut() {
                // A name that was broken to look even.
                Some(last) if self.within => {
                    last.push(' ');
                    last.push_str(cell);
                }
                _ => field.push(cell.to_owned()),
            }
        } else {
            return false;
        }
        true
    }

    fn take_rest(&mut self, cell: &str) {
        let list = self.heading || !self.recipients.is_empty();
        if !list && self.authority.is_empty() && self.title.is_empty() {
            self.found.push(Role::Closing);
            return self.closing.push(cell.to_owned());
        }
        let ends = end_mark(cell).is_some() || cell.ends_with(',');
        match self.recipients.last_mut() {
            // The number of the last page.
            _ if cell.bytes().all(|b| b.is_ascii_digit()) => self.leave(cell),
            Some(last)
                if self.dashes
                    && (ends || begins_small(cell) || starts_list(cell) || !closed(last))
                    && !signed(cell) =>
            {
                self.found.push(Role::Recipient);
                last.push(' ');
                last.push_str(cell);
            }
            _ if self.heading && !self.dashes && (ends || starts_list(cell)) => {
                self.found.push(Role::Recipient);
                self.recipients.push(cell.to_owned());
            }
            _ => self.leave(cell),
        }
    }

    /// Whether the signature is written as the Party writes it: `T/M`, `K/T`.
    pub fn signed_like_the_party(&self) -> bool {
        self.authority
            .iter()
            .any(|line| ["T/M", "K/T", "T/L", "T/UQ"].iter().any(|code| line.starts_with(code)))
    }

    /// Writes recipients and signature into the plan.
    pub fn write(self, plan: &mut Plan, leftover: &mut Vec<String>) {
        for text in self.recipients {
            let retention = begins(&text, &["luu"]) && plan.retention.is_empty();
            let text = text.trim_end_matches([';', ',', '.', ' ', '/']);
            if retention {
                plan.retention = text.to_owned();
            } else if !text.is_empty() {
                let (name, note) = note(text);
                let id = plan.new_row();
                plan.recipients.push(Recipient {
                    id,
                    name: name.into(),
                    note: note.into(),
                    ..Recipient::default()
                });
            }
        }
        (plan.markings.drafter, plan.markings.copies) = (self.markings.drafter, self.markings.copies);
        plan.signature = Signature {
            authority: self.authority.join("\n"),
            title: self.title.join("\n"),
            name: self.name,
            ..Signature::default()
        };
        leftover.extend(self.leftover);
    }
}

/// Whether a line can only be one of a list of recipients.
fn starts_list(text: &str) -> bool {
    begins(text, &["luu", "nhu tren"])
        || marks::split(text).is_some_and(|marked| matches!(marked.mark, Mark::Dash | Mark::InnerDash))
}

fn signed(text: &str) -> bool {
    begins(text, &["da ky", "da ki", "ky ten"])
}

fn closed(recipient: &str) -> bool {
    recipient.ends_with([';', '.'])
}

/// A recipient's name and the note in brackets behind it.
fn note(text: &str) -> (&str, &str) {
    let Some((name, note)) = text.strip_suffix(')').and_then(|text| text.rsplit_once('(')) else {
        return (text, "");
    };
    let name = name.trim_end_matches([';', ',', '.', ' ']);
    if name.is_empty() || note.contains(')') { (text, "") } else { (name, note.trim()) }
}

#[cfg(test)]
mod tests {
    use super::super::lines::read;
    use super::*;

    fn end(source: &str) -> (Plan, Vec<String>) {
        let mut ending = Ending::default();
        read(source).lines.iter().for_each(|line| ending.take(line));
        let (mut plan, mut leftover) = (Plan::default(), Vec::new());
        ending.write(&mut plan, &mut leftover);
        (plan, leftover)
    }

    fn names(plan: &Plan) -> Vec<(&str, &str)> {
        plan.recipients.iter().map(|row| (row.name.as_str(), row.note.as_str())).collect()
    }

    #[test]
    fn two_columns_on_the_same_lines_are_told_apart() {
        let (plan, leftover) = end("Nơi nhận:                          TM. ỦY BAN NHÂN DÂN\n\
             - Thường trực Đảng ủy (b/c);           KT. CHỦ TỊCH\n\
             - Như trên (để thực hiện);            PHÓ CHỦ TỊCH\n\
             - Lưu: VT.\n\
             \t\tNguyễn Hữu Lộc");
        assert_eq!(names(&plan), [("Thường trực Đảng ủy", "b/c"), ("Như trên", "để thực hiện")]);
        assert_eq!(plan.retention, "Lưu: VT");
        assert_eq!(plan.signature.authority, "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH");
        assert_eq!(plan.signature.title, "PHÓ CHỦ TỊCH");
        assert_eq!(plan.signature.name, "Nguyễn Hữu Lộc");
        assert_eq!(leftover, Vec::<String>::new());
    }

    #[test]
    fn a_recipient_broken_over_two_lines_is_one() {
        let (plan, _) = end("Nơi nhận:\n- Uỷ ban Kiểm tra, Ban xây dựng Đảng,\nVP Đảng uỷ;\n- Lưu: MTTQ");
        assert_eq!(names(&plan), [("Uỷ ban Kiểm tra, Ban xây dựng Đảng, VP Đảng uỷ", "")]);
        assert_eq!(plan.retention, "Lưu: MTTQ");
    }

    #[test]
    fn recipients_without_dashes_are_one_a_line() {
        let (plan, _) = end("Nơi nhận:\nNhư trên;\nThường trực HĐND xã;\nLưu: VT.");
        assert_eq!(names(&plan), [("Như trên", ""), ("Thường trực HĐND xã", "")]);
        assert_eq!(plan.retention, "Lưu: VT");
    }

    #[test]
    fn a_collective_whose_name_goes_over_two_lines_is_no_title() {
        let (plan, _) = end("TM. ỦY BAN NHÂN DÂN\nXÃ LƯƠNG MINH\nCHỦ TỊCH\n(Đã ký)\nLan Thị Vân");
        assert_eq!(plan.signature.authority, "TM. ỦY BAN NHÂN DÂN\nXÃ LƯƠNG MINH");
        assert_eq!(
            (plan.signature.title.as_str(), plan.signature.name.as_str()),
            ("CHỦ TỊCH", "Lan Thị Vân")
        );
    }
}
