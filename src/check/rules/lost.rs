//! Words that were lost: a sentence that ends where a word has to follow, a name without its noun.

use super::words::{Words, is_shouted, small};
use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph};
use crate::check::rule::{DIGITS, Report, Rule};
use crate::check::spelling::Lexicon;
use crate::import::Role;
use crate::vietnamese::lower;

const WHOLE: &str = "Lỗi đánh máy: thiếu chữ";

pub(super) const RULES: &[Rule] = &[
    Rule::whole(Error, "typo.missing-word.end", WHOLE, "Câu dừng ở từ phải có từ đi sau", end).of_files(),
    Rule::each(Error, "typo.missing-word.middle", WHOLE, "Dấu câu đứng sau từ phải có từ đi sau", middle),
    Rule::each(Error, "typo.missing-word.name", WHOLE, "Tên gọi thiếu chữ cuối", cut).mends(),
    Rule::each(Error, "typo.missing-word.half", WHOLE, "“lãnh đạo, chỉ của cấp ủy”: mất nửa sau", half)
        .near(&[','])
        .mends(),
    Rule::each(Error, "typo.missing-word.upwards", WHOLE, "“từ 95% lên” thiếu chữ “trở”", upwards)
        .near(DIGITS)
        .mends(),
    Rule::each(Error, "typo.missing-word.police", WHOLE, "“Công an” thiếu chữ “an”", police).mends(),
    Rule::each(Warn, "typo.missing-word.says", WHOLE, "“mà Nghị quyết số …” thiếu động từ", says),
    Rule::each(Error, "typo.missing-word.party", WHOLE, "“Ban Thường vụ Đảng Khối”: thiếu chữ “ủy”", party)
        .mends(),
    Rule::each(Error, "typo.missing-word.inside", WHOLE, "“một số của Luật”: mất chữ ở giữa", inside).mends(),
    Rule::each(Error, "typo.missing-word.committee", WHOLE, "“Ủy ban” thiếu chữ “ban”", committee).mends(),
];

/// Words that are never the last of what they stand in.
const LEADING: [&str; 9] = ["các", "những", "của", "và", "với", "nhằm", "bởi", "hoặc", "mỗi"];

/// The words at the end of a paragraph that ends with a word that leads to another.
fn open_end(paragraph: &Paragraph) -> Option<std::ops::Range<usize>> {
    let last = paragraph.words.last()?;
    let behind = paragraph.text.get(last.at.end..)?.trim();
    let leads = last.small.is_of(&LEADING) && paragraph.word(paragraph.words.len() - 1) == last.small;
    // "…; và" joins the points of a list.
    let joins = paragraph.text.get(..last.at.start)?.trim_end().ends_with([';', ',', '/']);
    (leads && !joins && paragraph.words.len() > 3 && matches!(behind, "" | "." | ";" | "./."))
        .then(|| paragraph.tail(3))
}

fn end(manuscript: &Manuscript, report: &mut Report) {
    for paragraph in &manuscript.paragraphs {
        let read = paragraph.is_prose() && paragraph.role != Role::Detail;
        let next = manuscript.paragraphs.get(paragraph.index + 1);
        // A line that was broken goes on in the next; a list may stand behind "các" or "và".
        let goes_on = next.is_some_and(|next| {
            next.said().starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
                || next.role == paragraph.role && next.mark().is_empty()
                || next.role == Role::Table
        });
        let marked = paragraph.text.trim_end().ends_with(['.', ';']);
        if let Some(range) = open_end(paragraph).filter(|_| read && manuscript.frame.is_source)
            && (marked || !goes_on)
        {
            report.tell(paragraph, range, "Sau từ này còn thiếu chữ.");
        }
    }
}

fn middle(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if !paragraph.is_prose() || paragraph.role == Role::Detail {
        return;
    }
    for (own, [left, _], between) in paragraph.breaks() {
        let stops = matches!(between, ". " | "; " | ", ");
        let leads = left.small.is_of(&LEADING) && paragraph.word(own) == left.small;
        if stops && leads && own > 1 {
            let start = paragraph.words[own - 1].at.start;
            report.tell(paragraph, start..left.at.end + 1, "Sau từ này còn thiếu chữ.");
        }
    }
}

/// Bodies and titles of a committee of the Party.
const OF_PARTY: [&str; 4] = ["ban thường vụ đảng", "bí thư đảng", "thường trực đảng", "văn phòng đảng"];

/// What a committee of the Party is called after.
const CALLED: [&str; 8] = ["khối", "xã", "phường", "bộ", "quân", "công", "cơ", "ubnd"];

/// "Ban Thường vụ Đảng Khối các cơ quan tỉnh".
fn party(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (own, range) in OF_PARTY.iter().flat_map(|body| paragraph.phrases(body).with_word()) {
        let behind = own + paragraph.slice(range.clone()).split(' ').count();
        let Some(next) = paragraph.words.get(behind) else { continue };
        let close = paragraph.slice(range.end..next.at.start) == " ";
        // "Bí thư Đảng bộ".
        let called = next.small.is_of(&CALLED) && (next.small != "bộ" || next.is_capital);
        if close && called && !is_shouted(paragraph, range.start) {
            let end = range.end..range.end;
            report.mend_part(
                paragraph,
                range.start..next.at.end,
                end,
                " ủy",
                "Thiếu chữ “ủy” trong “Đảng ủy”.",
            );
        }
    }
}

/// What is never said so: the words around the gap, the one that was lost, and behind how many words.
const INSIDE: [(&str, &str, usize); 6] = [
    ("một số của luật", "điều", 2),
    ("một số của nghị định", "điều", 2),
    ("một số của pháp lệnh", "điều", 2),
    ("thương binh xã hội", "và", 2),
    ("nông nghiệp phát triển nông thôn", "và", 2),
    ("ngân hàng chính sách hội", "xã", 4),
];

/// "quy định chi tiết một số của Luật Đất đai".
fn inside(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (phrase, lost, behind) in INSIDE {
        for (own, range) in paragraph.phrases(phrase).with_word() {
            let Some(word) = paragraph.words.get(own + behind - 1) else { continue };
            // "về nông nghiệp, phát triển nông thôn".
            let named = !paragraph.slice(range.clone()).contains(',') && is_named(paragraph, own, phrase);
            if named && !is_shouted(paragraph, range.start) {
                let gap = word.at.end..word.at.end;
                report.mend_part(paragraph, range, gap, format!(" {lost}"), format!("Thiếu chữ “{lost}”."));
            }
        }
    }
}

/// Whether a phrase that names a body when it has capitals has them; of the others nothing is asked.
fn is_named(paragraph: &Paragraph, own: usize, phrase: &str) -> bool {
    phrase.starts_with("một") || paragraph.words.get(own).is_some_and(|word| word.is_capital)
}

/// What stands behind "Ủy ban".
const COMMITTEES: [&str; 5] = ["mttq", "mttqvn", "nhân", "mặt", "kiểm"];

fn committee(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (own, pair) in paragraph.words.windows(2).enumerate() {
        let [left, right] = pair else { continue };
        if !left.is_capital || !matches!(left.small.as_str(), "ủy" | "uỷ") {
            continue;
        }
        let close = paragraph.text.get(left.at.end..right.at.start) == Some(" ");
        // Đảng ủy kiểm tra: there it is the end of another word.
        let whole =
            !matches!(small(paragraph, own.checked_sub(1)), "đảng" | "tỉnh" | "thành" | "cấp" | "huyện");
        if close && whole && right.small.is_of(&COMMITTEES) && !is_shouted(paragraph, left.at.start) {
            let with = format!("{} ban", paragraph.word(own));
            let range = left.at.start..right.at.end;
            report.mend_part(paragraph, range, left.at.clone(), with, "Thiếu chữ “ban” trong “Ủy ban”.");
        }
    }
}

/// What a document does with what it says.
const SAYS: [&str; 13] = [
    "đề ra",
    "nêu",
    "quy định",
    "xác định",
    "yêu cầu",
    "đặt ra",
    "chỉ ra",
    "giao",
    "đã",
    "nhấn mạnh",
    "khẳng định",
    "cấm",
    "cũng",
];

/// "nguyên tắc mà Nghị quyết số 68-NQ/TW về bảo đảm quyền": which it laid down.
fn says(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for mention in &paragraph.mentions {
        let before = paragraph.before(mention.range.start);
        let behind = paragraph.behind(mention.range.end);
        let sentence = lower(behind.split([';', '.']).next().unwrap_or_default());
        let said = SAYS.iter().any(|verb| sentence.says(verb));
        // What it is about, or what it says, stands behind it at once.
        let open =
            [" về ", " là ", " trên ", " thành ", " trong "].iter().any(|word| sentence.starts_with(word));
        if before.ends_with(" mà ") && open && !said && paragraph.is_prose() {
            let start = mention.range.start - " mà".len();
            let message = "Sau văn bản này thiếu động từ: đề ra, nêu, quy định …";
            report.tell(paragraph, start..mention.number_at.end, message);
        }
    }
}

/// What one does in a plan, before another such word.
const DOING: [&str; 12] = [
    "lãnh đạo",
    "chỉ đạo",
    "kiểm tra",
    "giám sát",
    "hướng dẫn",
    "tuyên truyền",
    "theo dõi",
    "tổng hợp",
    "quán triệt",
    "đôn đốc",
    "triển khai",
    "thanh tra",
];

/// The halves of such words.
const HALVES: [(&str, &str); 9] = [
    ("chỉ", "đạo"),
    ("giám", "sát"),
    ("đôn", "đốc"),
    ("vận", "động"),
    ("phổ", "biến"),
    ("phản", "biện"),
    ("hướng", "dẫn"),
    ("triển", "khai"),
    ("quán", "triệt"),
];

/// What goes on behind the whole word, and never behind half of it.
const BEHIND: [&str; 9] = ["của", "việc", "công", "về", "các", "và", "đối", "thực", "tổ"];

/// "tăng cường sự lãnh đạo, chỉ của cấp ủy".
fn half(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, [_, word], _) in paragraph.breaks().filter(|(.., gap)| *gap == ", ") {
        let Some((_, rest)) = HALVES.iter().find(|(half, _)| *half == word.small) else { continue };
        let first = at.checked_sub(1);
        let doing =
            first.is_some_and(|first| DOING.iter().any(|own| paragraph.phrase_at(first, own).is_some()));
        let next = paragraph.words.get(at + 2);
        let goes_on = next.is_none_or(|next| {
            paragraph.slice(word.at.end..next.at.start) != " " || next.small.is_of(&BEHIND)
        });
        if let Some(first) = first.filter(|_| doing && goes_on) {
            let range = paragraph.words[first].at.start..word.at.end;
            let end = word.at.end..word.at.end;
            report.mend_part(paragraph, range, end, format!(" {rest}"), format!("Thiếu chữ “{rest}”."));
        }
    }
}

/// "tỷ lệ sống từ 95% lên.": "trở lên".
fn upwards(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in paragraph.phrases("từ") {
        let behind = paragraph.behind(range.end);
        let Some(figures) = behind.strip_prefix(' ') else { continue };
        let end = figures.find(|c: char| !c.is_ascii_digit() && !",.%".contains(c)).unwrap_or(figures.len());
        let rest = &figures[end..];
        let stops = rest.strip_prefix(" lên").is_some_and(|rest| rest.starts_with(['.', ';', ',']));
        if end > 0 && stops {
            let at = range.end + 1 + end + 1;
            report.mend_part(paragraph, range.start..at + "lên".len(), at..at, "trở ", "Thiếu chữ “trở”.");
        }
    }
}

/// "Công phường", where no "hành chính" stands before.
fn police(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let units = ["công xã", "công phường", "công tỉnh"].into_iter();
    for (own, range) in units.flat_map(|unit| paragraph.phrases(unit).with_word()) {
        let (left, right) = (&paragraph.words[own], &paragraph.words[own + 1]);
        let close = paragraph.slice(left.at.end..right.at.start) == " ";
        if close && paragraph.word(own) == "Công" && !right.is_capital {
            report.mend_part(paragraph, range, left.at.clone(), "Công an", "Thiếu chữ “an” trong “Công an”.");
        }
    }
}

/// Where a name that ends there has lost its last syllable.
#[derive(PartialEq)]
enum Cut {
    Anywhere,
    AtEnd,
    Before,
}

/// "…, kinh tế nông thôn và xây dựng nông thôn.": what may go on in another way, but does not end so.
const CUT_AT_END: [(&str, &str); 1] = [("xây dựng nông thôn", "mới")];

/// "Ủy ban nhân tỉnh", "thẻ bảo hiểm y; …": names, and the syllable that ends each.
const CUT: [(&str, &str); 18] = [
    ("ủy ban kiểm", "tra"),
    ("uỷ ban kiểm", "tra"),
    ("ngân hàng chính sách xã", "hội"),
    ("hồ chí", "Minh"),
    ("an toàn thực", "phẩm"),
    ("trí tuệ nhân", "tạo"),
    ("thủ tục hành", "chính"),
    ("ủy ban trung", "ương"),
    ("ủy ban nhân", "dân"),
    ("uỷ ban nhân", "dân"),
    ("hội đồng nhân", "dân"),
    ("hội chữ thập", "đỏ"),
    ("bảo hiểm y", "tế"),
    ("trạm y", "tế"),
    ("trung tâm y", "tế"),
    ("ngành y", "tế"),
    ("chất độc da", "cam"),
    ("đạt chuẩn nông thôn", "mới"),
];

/// "tạo sự chuyển mạnh mẽ về nhận thức", "Trưởng Ban Công tác 24 thôn": what is cut before these, and may go on in
/// other ways.
const CUT_BEFORE: [(&str, &str); 3] =
    [("sự chuyển", "biến"), ("bước chuyển", "biến"), ("trưởng ban công tác", "Mặt trận")];
const BEFORE: [&str; 10] = [
    "mạnh mẽ",
    "rõ nét",
    "rõ rệt",
    "tích cực",
    "căn bản",
    "sâu sắc",
    "toàn diện",
    "thôn",
    "khu dân cư",
    "các thôn",
];

fn cut(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let all = [(&CUT[..], Cut::Anywhere), (&CUT_AT_END, Cut::AtEnd), (&CUT_BEFORE, Cut::Before)];
    for (name, last, kind) in
        all.iter().flat_map(|(cuts, kind)| cuts.iter().map(move |(name, last)| (name, last, kind)))
    {
        for (own, range) in paragraph.phrases(name).with_word() {
            let behind = own + name.split(' ').count();
            let close = paragraph
                .words
                .get(behind)
                .filter(|next| paragraph.slice(range.end..next.at.start).trim().is_empty());
            // At an end the name of a unit may have been broken off: a line of capitals.
            let is_cut = match (close, kind) {
                (None, kind) => *kind != Cut::Before,
                // "bảo đảm an toàn | thực hiện nhiệm vụ"
                (Some(next), Cut::Anywhere) => {
                    let cut = paragraph.words.get(behind - 1).and_then(|word| word.id);
                    next.small.as_str() != lower(last) && !Lexicon::get().are_word(cut, next.id)
                }
                (Some(_), Cut::Before) => {
                    BEFORE.iter().any(|words| paragraph.phrase_at(behind, words).is_some())
                }
                (Some(_), Cut::AtEnd) => false,
            };
            if is_cut && !is_shouted(paragraph, range.start) {
                let (whole, end) =
                    (range.start..close.map_or(range.end, |next| next.at.end), range.end..range.end);
                report.mend_part(paragraph, whole, end, format!(" {last}"), format!("Thiếu chữ “{last}”."));
            }
        }
    }
}
