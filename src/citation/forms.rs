//! How a document is written: as a căn cứ, at its first mention, at later ones.

use super::Citation;
use crate::vietnamese::lower_letter;

/// Documents that are cited by their name.
const STATUTES: [&str; 5] = ["Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Điều lệ"];

impl Citation {
    /// Whether the document is cited by its name: a law, or one that has no number.
    pub fn is_named(&self) -> bool {
        is_statute(&self.kind) || [&self.number, &self.date, &self.issuer].iter().all(|part| part.is_empty())
    }

    /// All that is known, as one sentence: what the căn cứ says after "Căn cứ".
    pub fn sentence(&self) -> String {
        self.written(&[self.own_number(), self.dated_on(), self.issued_by()])
    }

    /// The text of the căn cứ that says it, behind `lead` and before `rest`, words that are not the document's.
    pub fn basis(&self, lead: &str, rest: &str) -> String {
        let sentence = self.sentence();
        if sentence.is_empty() {
            return sentence;
        }
        let lead = if lead.is_empty() { "Căn cứ" } else { lead };
        let rest = if rest.contains(char::is_alphanumeric) { rest } else { "" };
        format!("{lead} {sentence}{rest}")
    }

    /// The first mention: type, number, date, issuer, subject; of a law its name alone (NĐ
    /// 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 6).
    pub fn full(&self) -> String {
        if is_statute(&self.kind) && !self.subject.is_empty() {
            return self.written(&[]);
        }
        self.sentence()
    }

    /// The full form without subject and short name: what a subject of its own can bear.
    pub fn dated(&self) -> String {
        if self.is_named() {
            return self.name();
        }
        Citation { subject: String::new(), short: String::new(), ..self.clone() }.sentence()
    }

    /// A later mention: the short name, else type and number.
    pub fn short(&self) -> String {
        if self.short.is_empty() { self.name() } else { self.short.clone() }
    }

    /// Type and number, or the name.
    fn name(&self) -> String {
        let behind = match () {
            () if self.is_named() && !self.subject.is_empty() => format!(" {}", self.subject),
            () if !self.number.is_empty() => self.own_number(),
            () if !self.date.is_empty() => self.dated_on(),
            () => self.issued_by(),
        };
        self.kind.clone() + &behind
    }

    fn written(&self, parts: &[String]) -> String {
        let parts = parts.concat();
        let subject = before(" ", &self.subject);
        let (first, second) = if self.is_named() { (&subject, &parts) } else { (&parts, &subject) };
        let short = match self.short.as_str() {
            "" => String::new(),
            short => format!(" (sau đây gọi tắt là {short})"),
        };
        [&self.kind, first, second, &short].map(String::as_str).concat().trim_start().to_owned()
    }

    fn own_number(&self) -> String {
        before(" số ", &self.number)
    }

    fn dated_on(&self) -> String {
        before(" ngày ", &self.date)
    }

    fn issued_by(&self) -> String {
        before(" của ", &self.issuer)
    }
}

fn before(words: &str, part: &str) -> String {
    if part.is_empty() { String::new() } else { format!("{words}{part}") }
}

/// Whether documents of this type are cited by their name.
pub fn is_statute(kind: &str) -> bool {
    STATUTES.contains(&kind)
}

/// Small at its beginning, unless that is a name or an abbreviation ("Đảng", "CCHC").
pub fn lower_start(text: &str) -> String {
    let first = text.split(' ').next().unwrap_or_default();
    let capitals = first.chars().skip(1).any(|letter| letter != lower_letter(letter));
    let name = capitals || matches!(first, "Đảng" | "Luật" | "Nghị" | "Đề" | "Quốc" | "Tết" | "Nhân");
    let mut letters = text.chars();
    match letters.next() {
        Some(letter) if !name => std::iter::once(lower_letter(letter)).chain(letters).collect(),
        _ => text.to_owned(),
    }
}
