//! A sentence that names a document, taken apart.

use super::forms::is_statute;
use super::{BLANK, Citation};
use crate::plan::{Day, lines};
use crate::vietnamese::{lower_letter, sentence_case, upper};

/// The first document of a sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// What stands before it: `Căn cứ`, `Thực hiện`.
    pub lead: String,
    /// The document.
    pub citation: Citation,
    /// What the sentence says after it: another document, or the rest of an opening.
    pub rest: String,
}

/// Takes apart a căn cứ, or a sentence that begins with the document it rests on; `None` where it
/// names no document.
pub fn parse(sentence: &str) -> Option<Parsed> {
    Some(pieces(sentence)).filter(|pieces| !pieces.citation.kind.is_empty())
}

/// Takes apart a căn cứ to be edited piece by piece: what names no document stands as its subject.
pub fn pieces(sentence: &str) -> Parsed {
    let text = single_spaced(sentence);
    let begins = without_lead(&text);
    let lead = text[..text.len() - begins.len()].trim_matches([' ', '-', '–', '—', '+', '•']);
    let (citation, rest) = document(begins, true)
        .unwrap_or_else(|| (Citation { subject: tidy(begins), ..Citation::default() }, ""));
    Parsed { lead: lead.to_owned(), citation, rest: rest.to_owned() }
}

/// A text that was pasted as căn cứ, one document each: what names none stays a line of its own.
///
/// ```
/// let pasted = "Căn cứ Luật Đất đai; Luật Mặt trận Tổ quốc Việt Nam;\nCăn cứ tình hình thực tế.";
/// let rows = ["Căn cứ Luật Đất đai", "Căn cứ Luật Mặt trận Tổ quốc Việt Nam", "Căn cứ tình hình thực tế"];
/// assert_eq!(ke_hoach::citation::rows(pasted), rows);
/// ```
pub fn rows(text: &str) -> Vec<String> {
    let mut rows = Vec::new();
    for line in lines(text) {
        let text = single_spaced(line);
        let Parsed { lead, .. } = pieces(line);
        let lead = sentence_case(&lead);
        let mut rest = text.as_str();
        while rest.contains(char::is_alphanumeric) {
            match document(without_lead(rest), true) {
                Some((citation, after)) => {
                    rows.push(citation.basis(&lead, ""));
                    rest = after;
                }
                // Who issues the plan is the opening's.
                None if ends_opening(rest.trim_start_matches([',', ' '])) => break,
                None => {
                    let rest_of = rest.trim_start_matches([',', ';', '.', ' ']);
                    let (row, after) = rest_of.split_once(';').unwrap_or((rest_of, ""));
                    rows.push(tidy(row));
                    rest = after;
                }
            }
        }
    }
    rows
}

/// All documents of a sentence, in order, each as a sentence of its own.
pub fn documents(sentence: &str) -> Vec<Citation> {
    let text = single_spaced(sentence);
    let mut rest = text.as_str();
    let mut found = Vec::new();
    while let Some((citation, after)) = document(without_lead(rest), true) {
        found.push(citation);
        rest = after;
    }
    found
}

/// The documents that a running text cites by number, in order, without those inside a subject.
pub fn found(text: &str) -> Vec<Citation> {
    let text = single_spaced(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let cited = names_document(rest).and_then(|_| document(rest, false));
        match cited.filter(|(citation, _)| !citation.number.is_empty()) {
            Some((citation, after)) => {
                found.push(citation);
                at = text.len() - after.len();
            }
            None => match rest.find([' ', '(', '“', '"']) {
                Some(end) => at += end + rest[end..].chars().next().map_or(1, char::len_utf8),
                None => break,
            },
        }
    }
    found
}

/// Tên loại (NĐ 30/2020/NĐ-CP, Điều 7; the Party's: Quy định 66-QĐ/TW, Điều 4).
const KINDS: [&str; 33] = [
    "Hiến pháp",
    "Bộ luật",
    "Luật",
    "Pháp lệnh",
    "Lệnh",
    "Điều lệ",
    "Nghị quyết",
    "Nghị định",
    "Quyết định",
    "Quy định",
    "Quy chế",
    "Quy trình",
    "Chỉ thị",
    "Thông tư",
    "Thông báo",
    "Thông tri",
    "Kết luận",
    "Hướng dẫn",
    "Kế hoạch",
    "Chương trình",
    "Đề án",
    "Dự án",
    "Phương án",
    "Chiến lược",
    "Công văn",
    "Công điện",
    "Báo cáo",
    "Tờ trình",
    "Giấy mời",
    "Biên bản",
    "Hợp đồng",
    "Tuyên bố",
    "Văn bản",
];

/// What stands before the document on which a plan rests.
const LEADS: [&str; 11] = [
    "căn cứ vào",
    "trên cơ sở",
    "căn cứ",
    "triển khai thực hiện",
    "tiếp tục thực hiện",
    "triển khai",
    "thực hiện",
    "thi hành",
    "theo",
    "và",
    "xét",
];

/// How a subject begins.
const LINKS: [&str; 33] = [
    "về",
    "v/v",
    "quy định",
    "hướng dẫn",
    "phê duyệt",
    "ban hành",
    "sửa đổi",
    "bổ sung",
    "thành lập",
    "triển khai",
    "thực hiện",
    "giao",
    "tổng kết",
    "sơ kết",
    "công nhận",
    "công bố",
    "điều chỉnh",
    "phân công",
    "tổ chức",
    "tăng cường",
    "đẩy mạnh",
    "tiếp tục",
    "kiện toàn",
    "thông qua",
    "kiểm tra",
    "giám sát",
    "phát động",
    "xây dựng",
    "nâng cao",
    "phát triển",
    "tuyên truyền",
    "phối hợp",
    "rà soát",
];

/// Words behind which a verb belongs to the name of a body: "Ban Chỉ đạo thực hiện …".
const BODIES: [&str; 5] = ["Ban", "đạo", "tác", "động", "đồng"];

/// Who begins the rest of an opening: "…, Ban Thường trực … ban hành Kế hoạch … như sau:".
const SPEAKERS: [&str; 25] = [
    "Ban",
    "BCH",
    "BTV",
    "Ủy ban",
    "Uỷ ban",
    "UBND",
    "MTTQ",
    "HĐND",
    "Hội",
    "Hội đồng",
    "Đảng ủy",
    "Đảng uỷ",
    "Chi bộ",
    "Đoàn",
    "Liên đoàn",
    "LĐLĐ",
    "Công đoàn",
    "Thường trực",
    "Văn phòng",
    "Phòng",
    "Sở",
    "Công an",
    "Trường",
    "Trạm",
    "Trung tâm",
];

/// How the sentence of an opening ends.
const SAYS: [&str; 3] = [" như sau", " dung sau", " thể sau"];

/// Words with which a running text goes on behind a body.
const ON: [&str; 12] =
    ["trong", "tại", "trên", "để", "đã", "được", "gắn", "nhằm", "cho", "đến", "là", "theo"];

/// The document at the head of a text and what follows it. `whole`: the text is a căn cứ, in which
/// all up to its end belongs to the document.
fn document(text: &str, whole: bool) -> Option<(Citation, &str)> {
    let (kind, behind) = kind(text)?;
    let mut citation = Citation { kind, ..Citation::default() };
    let end = end(behind, whole);
    let (region, _) = behind.split_at(end);
    // A short name of a document inside the subject stays there.
    let own = |(_, _, short): &(usize, usize, String)| {
        let other = known(short).map(|(kind, _)| kind).filter(|kind| !citation.kind.starts_with(kind));
        !other.is_some_and(|kind| region.contains(&format!(" {kind} số ")))
    };
    let used = match short_name(region).filter(own) {
        None => end - citation.take(region, whole).len(),
        Some((at, to, short)) => {
            citation.short = short;
            let (before, after) = (&region[..at], &region[to..]);
            if ["ngày", "của", "về"].iter().any(|word| word_at(after, word).is_some()) {
                citation.take(&format!("{}{after}", before.trim_end()), true);
                end
            } else {
                citation.take(before, true);
                to
            }
        }
    };
    Some((citation, &behind[used..]))
}

impl Citation {
    /// Reads what stands behind the type; gives back what is not of the document.
    fn take<'a>(&mut self, region: &'a str, whole: bool) -> &'a str {
        let mut rest = region;
        let statute = is_statute(&self.kind);
        if let Some((number, after)) = numbered(rest) {
            (self.number, rest) = (number, after);
        } else if statute || !["của", "ngày"].iter().any(|word| word_at(rest, word).is_some()) {
            let (name, after) = rest.split_at(if statute { name_end(rest) } else { rest.len() });
            (self.subject, rest) = (tidy(name), after);
            if let Some((number, after)) = numbered(past_comma(rest)) {
                (self.number, rest) = (number, after);
            }
        }
        if let Some((date, after)) = date(past_comma(rest)) {
            (self.date, rest) = (date, after);
        }
        if let Some(after) = word_at(past_comma(rest), "của").or_else(|| issuer_alone(rest).filter(|_| whole))
        {
            let (issuer, after) = after.split_at(issuer_end(after, whole));
            (self.issuer, rest) = (tidy(issuer), after);
        }
        if self.subject.is_empty() && (whole || begins_subject(past_comma(rest))) {
            self.subject = tidy(std::mem::take(&mut rest));
        }
        rest
    }
}

/// Where the document ends in the text behind its type.
fn end(text: &str, whole: bool) -> usize {
    let mut depth = 0_usize;
    // The type of a document that is named inside the subject.
    let mut inside = None;
    for (at, letter) in text.char_indices() {
        let (before, rest) = text.split_at(at);
        let after = &rest[letter.len_utf8()..];
        match letter {
            '(' if after.contains(')') => depth += 1,
            '“' if after.contains('”') => depth += 1,
            ')' | '”' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            ';' => return at,
            ':' if !before.ends_with(['ố', 'Ố']) => return at,
            '.' if after.is_empty() || after.starts_with(' ') && !before.ends_with("TP") => return at,
            ',' if ends_opening(after) => return at,
            ' ' => {
                let joined = ["và ", "trên cơ sở "].iter().find_map(|words| after.strip_prefix(words));
                let Some(kind) = names_document(joined.unwrap_or(after)) else {
                    continue;
                };
                let listed = match inside {
                    None => before.ends_with(',') || joined.is_some(),
                    Some(inside) => before.ends_with(',') && inside != kind,
                };
                if listed {
                    return at;
                }
                let own_end = goes_on(after).filter(|_| !whole);
                if let Some(behind) = own_end {
                    return text.len() - behind.len();
                }
                inside = Some(kind);
            }
            _ => {}
        }
    }
    text.len()
}

/// The text behind a document that a running text names without more, where its sentence goes on there.
fn goes_on(text: &str) -> Option<&str> {
    let (_, behind) = numbered(known(text)?.1)?;
    GOING_ON.iter().any(|words| word_at(behind, words).is_some()).then_some(behind)
}

/// Words with which a sentence goes on behind what it began with.
const GOING_ON: [&str; 7] = ["phối hợp với", "chủ động", "có trách nhiệm", "tham mưu", "đã", "phải", "cần"];

/// Whether what stands behind a comma is the sentence of an opening: who issues the plan.
fn ends_opening(after: &str) -> bool {
    SPEAKERS.iter().any(|speaker| word_at(after, speaker).is_some())
        && SAYS.iter().any(|says| after.contains(says))
}

/// The type of the document that a text begins with.
fn names_document(text: &str) -> Option<&'static str> {
    let (kind, rest) = Some(text).filter(|text| text.starts_with(capital)).and_then(known)?;
    let named = is_statute(kind) || numbered(rest).is_some() || word_at(rest, "của").is_some();
    named.then_some(kind)
}

/// The document with which a running text begins.
pub(crate) fn at_head(text: &str) -> Option<Citation> {
    Some(document(&single_spaced(text), false)?.0)
}

/// The type of document that a text begins with, and its length in bytes.
pub(crate) fn kind_at(text: &str) -> Option<(&'static str, usize)> {
    let (kind, rest) = known(text)?;
    Some((kind, text.len() - rest.len()))
}

fn kind(text: &str) -> Option<(String, &str)> {
    let (kind, rest) = match known(text) {
        Some((kind, rest)) => (kind, rest),
        // An unusual one, told by what follows.
        None if text.starts_with(capital) => ("", text),
        None => return None,
    };
    // "Nghị quyết liên tịch số …", but "Luật Đất đai số …"
    let belong = |words: &str| {
        let more = !is_statute(kind) && !words.contains([',', ';', '.', '(']);
        more && (kind.is_empty() || !words.contains(capital))
    };
    let ends = rest.char_indices().filter(|(_, letter)| *letter == ' ').map(|(at, _)| at).take(MOST_WORDS);
    let more = ends.take_while(|at| belong(&rest[..*at])).find(|at| {
        let behind = &rest[*at..];
        numero(behind).is_some() && numbered(behind).is_some()
    });
    match more {
        Some(at) => Some((format!("{kind}{}", &rest[..at]), &rest[at..])),
        None if kind.is_empty() => None,
        None => Some((kind.to_owned(), rest)),
    }
}

/// Words of the longest type.
const MOST_WORDS: usize = 5;

/// The type that a text begins with, with a capital or not; the longest that fits.
fn known(text: &str) -> Option<(&'static str, &str)> {
    let head = |text: &str| text.chars().next().map(lower_letter);
    let first = head(text.trim_start())?;
    let kind = KINDS
        .into_iter()
        .filter(|kind| head(kind) == Some(first))
        .filter(|kind| word_at(text, kind).is_some() || cased_word_at(text, kind).is_some())
        .max_by_key(|kind| kind.len())?;
    Some((kind, text.trim_start().get(kind.len()..)?))
}

/// A number, with or without the word before it.
fn numbered(text: &str) -> Option<(String, &str)> {
    match numero(text) {
        Some(after) => number(after.strip_prefix(':').unwrap_or(after)),
        None => {
            let written = text.trim_start().starts_with(|first: char| first.is_ascii_digit());
            let found = written.then(|| number(text)).flatten();
            found.filter(|(number, _)| number.contains(['/', '-']) && number.contains(capital))
        }
    }
}

/// The text behind the word "số", which may stand close to its number: số79/KH-UBND.
fn numero(text: &str) -> Option<&str> {
    let after = text.trim_start().strip_prefix(['s', 'S'])?.strip_prefix('ố')?;
    (!after.starts_with(char::is_alphabetic)).then_some(after)
}

/// `27-NQ/TW`, `427 - KH/TU`, `…/KH-UBND`.
pub(crate) fn number(text: &str) -> Option<(String, &str)> {
    let text = text.trim_start();
    let digits = text.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(text.len());
    let (mut number, mut rest) = match text.starts_with(|first: char| first.is_ascii_digit()) {
        true => (text[..digits].to_owned(), &text[digits..]),
        false => (BLANK.to_owned(), room(text)),
    };
    while let Some((sign, part, after)) = part(rest) {
        number.push(sign);
        number.push_str(part);
        rest = after;
    }
    (rest.len() < text.len()).then_some((number, rest))
}

/// A stroke or a hyphen and the letters behind it. Spaces around it count for nothing where these
/// are surely no words.
fn part(text: &str) -> Option<(char, &str, &str)> {
    let sign = text.trim_start();
    let (first, behind) = match sign.chars().next()? {
        '/' => ('/', &sign[1..]),
        first @ ('-' | '–') => ('-', &sign[first.len_utf8()..]),
        _ => return None,
    };
    let part = behind.trim_start();
    // "&" joins two bodies: SGD&ĐT.
    let ends = |letter: char| !letter.is_alphanumeric() && letter != '&';
    let (part, after) = part.split_at(part.find(ends).unwrap_or(part.len()));
    let spaced = !text.starts_with(['/', '-', '–']) || behind.starts_with(' ');
    let surely = part.chars().count() > 1 && upper(part) == part && part.contains(capital);
    let written = part.starts_with(|first: char| capital(first) || first.is_ascii_digit());
    (written && (surely || !spaced)).then_some((first, part, after))
}

/// The text behind room that was left to write by hand.
fn room(text: &str) -> &str {
    let behind = text.trim_start_matches(['…', '.', '_']);
    if text.starts_with('.') && text.len() - behind.len() < 2 { text } else { behind }
}

/// `ngày 09/11/2022`, `ngày 05 tháng 3 năm 2020`, each number or room for it.
fn date(text: &str) -> Option<(String, &str)> {
    let text = word_at(text, "ngày")?;
    figures(text).or_else(|| {
        let (day, rest) = figure_before(text, "tháng")?;
        let (month, rest) = figure_before(rest, "năm")?;
        let (year, rest) = figure(rest)?;
        // "đối với những số thể hiện ngày nhỏ hơn 10 và tháng 1, 2 phải ghi thêm số 0 phía trước"
        let padded = |figure: &str, below: u16| match figure.parse::<u16>() {
            Ok(number) if number < below => format!("{number:02}"),
            Ok(number) => number.to_string(),
            Err(_) => BLANK.to_owned(),
        };
        let date = format!("{} tháng {} năm {}", padded(day, 10), padded(month, 3), padded(year, 1));
        Some((date, rest))
    })
}

fn figures(text: &str) -> Option<(String, &str)> {
    let mut rest = text.trim_start();
    let mut parts = [0_u16; 3];
    for (at, part) in parts.iter_mut().enumerate() {
        if at > 0 {
            rest = rest.strip_prefix(['/', '-', '.'])?;
        }
        let digits = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
        *part = rest[..digits].parse().ok()?;
        rest = &rest[digits..];
    }
    let [day, month, year] = parts;
    let day = Day::new(year, month.try_into().ok()?, day.try_into().ok()?).filter(|_| year > 999)?;
    Some((day.to_string(), rest))
}

/// A number or room for it, the word behind it, and the text behind that. Of room that was left with spaces
/// nothing is there.
fn figure_before<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let (figure, rest) = figure(text).unwrap_or(("", text));
    Some((figure, word_at(rest, word)?))
}

/// A number of at most four digits, or room for it.
fn figure(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let behind = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let behind = if behind.len() == text.len() { room(text) } else { behind };
    let figure = &text[..text.len() - behind.len()];
    (1..=4).contains(&figure.chars().count()).then_some((figure, behind))
}

/// Where the name of a law ends: before its number or date.
fn name_end(text: &str) -> usize {
    let spaces = text.char_indices().filter(|(_, letter)| *letter == ' ').map(|(at, _)| at);
    let told = |at: &usize| {
        let rest = &text[*at..];
        date(rest).is_some() || numero(rest).is_some() && numbered(rest).is_some()
    };
    spaces.into_iter().find(told).unwrap_or(text.len())
}

/// A body right behind the date, with a subject behind it: the word "của" was left out.
fn issuer_alone(text: &str) -> Option<&str> {
    let text = text.strip_prefix(' ').filter(|text| text.starts_with(capital))?;
    let end = issuer_end(text, true);
    (end < text.len() && !text[..end].contains([',', ';'])).then_some(text)
}

fn issuer_end(text: &str, whole: bool) -> usize {
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        let (before, rest) = text.split_at(at);
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '“' | '"' => return at,
            ',' if depth == 0 && leaves_name(before, &rest[1..]) => return at,
            ' ' if depth == 0 => {
                let in_name =
                    BODIES.iter().any(|body| before.ends_with(body)) && word_at(rest, "về").is_none();
                let goes_on = !whole && ON.iter().any(|word| word_at(rest, word).is_some());
                if goes_on || begins_subject(rest) && !in_name {
                    return at;
                }
            }
            _ => {}
        }
    }
    text.len()
}

/// Whether a comma ends the name of a body: "… tỉnh Kiên Giang, rà soát …", but "Phòng, chống thiên tai".
fn leaves_name(before: &str, after: &str) -> bool {
    let last = before.rsplit(' ').next().unwrap_or_default();
    let next = after.trim_start();
    last.starts_with(capital)
        && next.starts_with(|first: char| first.is_alphabetic() && !capital(first))
        && !["chống", "cháy", "và", "khóa", "khoá"].iter().any(|word| word_at(next, word).is_some())
}

fn begins_subject(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with(['“', '"']) || LINKS.iter().any(|link| word_at(text, link).is_some())
}

/// `(sau đây gọi tắt là …)`: where it stands and the short name.
fn short_name(text: &str) -> Option<(usize, usize, String)> {
    text.match_indices('(').find_map(|(at, _)| {
        let inside = &text[at + 1..];
        let inside = &inside[..inside.find(')')?];
        let (says, name) = inside.split_once(" là ")?;
        let says = says.trim();
        let defines = says.ends_with("tắt") || says.starts_with("sau đây") || says.starts_with("Sau đây");
        let name = tidy(name.trim_matches([' ', '“', '”', '"']));
        (defines && !name.is_empty()).then(|| (at, at + inside.len() + 2, name))
    })
}

/// The text behind a word at its head.
fn word_at<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let rest = text.trim_start().strip_prefix(word)?;
    (!rest.starts_with(char::is_alphanumeric)).then_some(rest)
}

/// The same where the word may begin with a capital or not, right at the head of the text.
fn cased_word_at<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (mut own, mut wanted) = (text.chars(), word.chars());
    let (first, head) = (own.next()?, wanted.next()?);
    let rest = own.as_str().strip_prefix(wanted.as_str())?;
    (lower_letter(first) == lower_letter(head) && !rest.starts_with(char::is_alphanumeric)).then_some(rest)
}

fn past_comma(text: &str) -> &str {
    text.trim_start().trim_start_matches(',')
}

/// The text from the first document on.
fn without_lead(text: &str) -> &str {
    let mut text = text;
    loop {
        text = text.trim_start_matches([' ', ';', ',', '.', ':', '-', '–', '—', '+', '•']);
        let behind = LEADS.iter().find_map(|lead| cased_word_at(text, lead));
        match behind {
            Some(behind) => text = behind,
            None => return text,
        }
    }
}

/// Without the marks around a part of a sentence.
fn tidy(text: &str) -> String {
    let text = text.trim_start_matches([' ', ',', ';', ':']).trim_end_matches([' ', ',', ';', ':', '.', '/']);
    // A quote that is never closed is a slip.
    text.strip_prefix('"').filter(|rest| !rest.contains('"')).unwrap_or(text).trim_start().to_owned()
}

fn capital(letter: char) -> bool {
    letter != lower_letter(letter)
}

/// On one line with single spaces.
fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
