//! Words that stand twice.

use std::hash::{Hash, Hasher};

use super::details::told;
use super::words::Words;
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph};
use crate::check::rule::{Notes, Report, Rule};
use crate::check::spelling::Lexicon;
use crate::check::told::Counted;
use crate::import::Role;
use crate::vietnamese::lower;

const TWICE: &str = "Lỗi đánh máy: chữ đánh hai lần";

pub(super) const RULES: &[Rule] = &[
    Rule::each(Error, "doubled.word", TWICE, "Một chữ viết hai lần liền nhau", word).mends(),
    Rule::each(Error, "doubled.support", TWICE, "“phối hợp” hai lần trong một vế", support),
    Rule::each(Error, "doubled.number", TWICE, "“số” viết hai lần trước số văn bản", number).mends(),
    Rule::each(Error, "doubled.phrase", TWICE, "Một cụm từ viết hai lần liền nhau", phrase).mends(),
    Rule::each(Error, "doubled.around", TWICE, "“kỷ niệm 75 năm kỷ niệm”", around).mends(),
    Rule::each(Error, "doubled.listed", TWICE, "Một tên kể hai lần trong cùng một chuỗi", listed),
    Rule::each(Error, "doubled.item", TWICE, "Một ý kể hai lần liền nhau, cách dấu phẩy", item)
        .near(&[','])
        .mends(),
    Rule::each(Error, "doubled.item.around", TWICE, "“Đôn đốc, theo dõi, đôn đốc các đơn vị”", item_around)
        .near(&[',']),
    Rule::each(Warn, "doubled.item.again", TWICE, "Một ý kể hai lần trong một chuỗi", again).near(&[',']),
    Rule::each(Error, "doubled.manner", TWICE, "“kịp thời xử lý kịp thời”", manner),
    Rule::each(Hint, "doubled.kind", TWICE, "Tên loại văn bản nhắc lại trong trích yếu", kind),
    Rule::each(Warn, "doubled.sentence", TWICE, "Một câu có hai lần trong đoạn", sentence),
    Rule::whole(Warn, "doubled.paragraph", TWICE, "Một đoạn có hai lần", paragraph_twice).reading(twice_read),
];

/// "Kế hoạch số 15/KH-UBND ngày … về việc kế hoạch tổ chức": the type has been named.
fn kind(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, mention) in paragraph.mentions.iter().enumerate() {
        let kind = lower(paragraph.slice(mention.kind_at.clone()));
        let next = paragraph.mentions.get(at + 1).map_or(paragraph.text.len(), |next| next.range.start);
        let again = [format!("về {kind}"), format!("về việc {kind}")];
        let ranges = again.iter().flat_map(|words| paragraph.phrases(words));
        if let Some(range) = ranges
            .filter(|own| mention.range.start < own.start && own.start < next)
            .min_by_key(|own| own.start)
        {
            report.tell(paragraph, range, "Tên loại đã nêu ở trước: trích yếu không nhắc lại.");
        }
    }
}

/// Words that are said twice on purpose.
const REDUPLICATED: &str = " xa gần luôn dần ngày đêm năm tháng người nhà nơi ai đâu chung riêng từ mãi thường hay rất đều khác \
    song sâu cao thấp đời lần tầng lớp đàn bầy ngành giờ phút chốc nhanh chậm nho tưng mai chiều sáng trưa tối hàng nhè \
    rưng khe xinh đo vàng xanh hồng trăng dài vui buồn thân thiết nơi chốn đời lăm hằm rành rõ rối tới \
    muôn ngàn vạn mau đông ba chùm cánh lâu khít vừa ";

/// What something comes from, or begins with.
const FROM: &str = " nguồn ngân ngày tháng năm kinh các cơ nay đầu khi cấp xã thôn ";

/// Those of them that say "every": "Người người, nhà nhà thi đua". Inside a clause they are said once.
const EVERY: &str = " người nhà ngành tầng lớp tháng ngày ";

/// Whether a clause begins at a byte.
fn begins_clause(paragraph: &Paragraph, at: usize) -> bool {
    let before = paragraph.before(at).trim_end();
    at <= paragraph.body || !before.ends_with(char::is_alphanumeric)
}

/// Whether nothing but blanks stands between two words of a paragraph.
fn follows(paragraph: &Paragraph, at: usize) -> bool {
    let (Some(left), Some(right)) = (paragraph.words.get(at), paragraph.words.get(at + 1)) else {
        return false;
    };
    let gap = paragraph.text.get(left.at.end..right.at.start);
    // A tab parts the cells of a row.
    gap.is_some_and(|gap| !gap.is_empty() && gap.trim().is_empty() && !gap.contains('\t'))
}

fn word(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let lexicon = Lexicon::get();
    for (at, pair) in paragraph.words.windows(2).enumerate() {
        let [left, right] = pair else { continue };
        let own = left.small.as_str();
        if own != right.small || !left.is_syllable || left.letters < 2 || !follows(paragraph, at) {
            continue;
        }
        let small = |at: Option<usize>| Some(paragraph.words.get(at?)?.small.as_str());
        let is_of = |words: &str| words.contains(&format!(" {own} "));
        let counted = small(Some(at + 2)).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
        // "từ từ nguồn ngân sách": where it comes from.
        let from = own == "từ" && small(Some(at + 2)).is_some_and(|next| FROM.says(&format!(" {next} ")));
        let twice = is_of(REDUPLICATED) || left.id.is_some_and(|id| lexicon.is_word(id, id));
        let meant = twice && !from && !counted && (!is_of(EVERY) || begins_clause(paragraph, left.at.start));
        // The first may end a word and the second begin another: "công tác tác chiến".
        let id = |own: Option<&str>| lexicon.id(own.unwrap_or_default());
        let word = |a, b| lexicon.are_word(id(a), id(b));
        let two_words = word(small(at.checked_sub(1)), Some(own))
            && word(Some(own), small(Some(at + 2)))
            && follows(paragraph, at + 1)
            // Not where what follows is a word without it: "ký kết kết hợp đồng", though "vi phạm | pháp luật".
            && (!word(small(Some(at + 2)), small(Some(at + 3)))
                || word(small(Some(at + 3)), small(Some(at + 4))));
        // "Đại hội Hội Nông dân": the second begins a name.
        let named = right.is_capital && (left.is_capital || word(small(at.checked_sub(1)), Some(own)));
        // "Chủ tọa và thư ký ký biên bản", "trực tiếp tiếp công dân".
        let before = small(at.checked_sub(1));
        let signs = own == "ký" && before == Some("thư") || own == "tiếp" && before == Some("trực");
        if !meant && !two_words && !named && !signs {
            let range = left.at.start..right.at.end;
            report.mend(paragraph, range, paragraph.word(at).to_owned(), "Một chữ viết hai lần liền nhau.");
        }
    }
}

/// "Hội Nông dân xã chủ trì, phối hợp với Hội Chữ thập đỏ xã phối hợp, hoàn thành …"
fn support(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, range) in paragraph.phrases("phối hợp với").with_word() {
        let behind = paragraph.behind(range.end);
        let clause = &behind[..behind.find([',', ';', '.', ':']).unwrap_or(behind.len())];
        let again = clause.ends_with(" phối hợp") && clause.split(' ').count() < 12;
        if again && paragraph.words.get(at).is_some_and(|word| !word.is_loud) {
            report.tell(paragraph, range.start..range.end + clause.len(), "“phối hợp” viết hai lần.");
        }
    }
}

/// "Công văn số Số: 186/CV-GD&ĐT": with a colon between them, or none.
fn number(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in paragraph.phrases("số") {
        let Some(next) = paragraph.words.get(super::words::at(paragraph, &range) + 1) else { continue };
        let colon = paragraph.slice(range.end..next.at.start).trim_end() == ":";
        let named =
            !paragraph.slice(range.clone()).begins_big() && paragraph.slice(next.at.clone()).begins_big();
        let close = named && paragraph.slice(range.end..next.at.start) == " ";
        if next.small == "số" && (colon || close) {
            let kept = paragraph.slice(range.clone()).to_owned();
            report.mend(paragraph, range.start..next.at.end, kept, "Chữ “số” viết hai lần.");
        }
    }
}

/// "nhân kỷ niệm 75 năm kỷ niệm Ngày Thương binh - Liệt sĩ", "đôn đốc thực hiện việc thực hiện Kế hoạch": two words
/// again behind so many years, or behind what makes a noun of them.
fn around(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let words = &paragraph.words;
    for (at, pair) in words.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        let Some(next) = words.get(at + 2).filter(|_| first.is_syllable) else { continue };
        let is_count = next.small.bytes().all(|byte| byte.is_ascii_digit());
        let between = match next.small.as_str() {
            "việc" => 1,
            _ if is_count && words.get(at + 3).is_some_and(|word| word.small == "năm") => 2,
            _ => continue,
        };
        let Some([again, last]) = words.get(at + 2 + between..at + 4 + between) else { continue };
        let same = first.says_same(again) && second.says_same(last);
        if same && (at..at + 3 + between).all(|at| follows(paragraph, at)) {
            // Behind years what stands before them is kept, of a noun its verb.
            let part =
                if between == 2 { words[at + 3].at.end..last.at.end } else { first.at.start..next.at.start };
            report.mend_part(
                paragraph,
                first.at.start..last.at.end,
                part,
                "",
                "Cụm từ này viết hai lần trong một vế.",
            );
        }
    }
}

/// The most words of a phrase that is looked for twice.
const LONGEST: usize = 8;

fn phrase(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let words = &paragraph.words;
    let mut at = 0;
    while at < words.len() {
        let own = &words[at];
        // Most words do not come again so soon.
        if !paragraph.may_repeat(at, LONGEST) {
            at += 1;
            continue;
        }
        let twice = (2..=LONGEST).rev().find(|length| {
            if words.get(at + length).is_none_or(|word| !word.says_same(own)) {
                return false;
            }
            let (first, second) = (at..at + length, at + length..at + 2 * length);
            let (Some(a), Some(b)) = (words.get(first), words.get(second)) else { return false };
            let same = a.iter().zip(b).all(|(a, b)| a.small == b.small);
            same && (at..at + 2 * length - 1).all(|at| follows(paragraph, at))
                && a.iter().any(|word| word.small.len() > 1)
                && !a.windows(2).all(|pair| pair[0].small == pair[1].small)
                && a.iter().all(|word| word.small.chars().all(char::is_alphabetic) || *length > 2)
        });
        match twice {
            Some(length) => {
                let (first, end) = (&words[at], &words[at + length - 1]);
                let range = first.at.start..words[at + 2 * length - 1].at.end;
                let kept = paragraph.slice(first.at.start..end.at.end);
                report.mend(paragraph, range, kept, "Cụm từ viết hai lần liền nhau.");
                at += 2 * length;
            }
            None => at += 1,
        }
    }
}

/// "Đôn đốc, theo dõi, đôn đốc các chi bộ": of two words each, with one between them.
fn item_around(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, run) in paragraph.words.windows(6).enumerate().filter(|_| paragraph.is_prose()) {
        let same = run[0].says_same(&run[4]) && run[1].says_same(&run[5]) && !run[0].says_same(&run[2]);
        let plain = run.iter().all(|word| word.is_syllable) && run[1..].iter().all(|word| !word.is_capital);
        let gap = |at: usize| paragraph.slice(run[at].at.end..run[at + 1].at.start);
        // "chăn nuôi, trồng trọt, chăn nuôi thủy sản" goes on in another way.
        let known = run.chunks(2).all(|pair| Lexicon::get().are_word(pair[0].id, pair[1].id));
        let doing = super::sentences::is_task(paragraph, at);
        if same
            && plain
            && known
            && doing
            && [gap(0), gap(1), gap(2), gap(3), gap(4)] == [" ", ", ", " ", ", ", " "]
        {
            report.tell(paragraph, run[0].at.start..run[5].at.end, "Một việc kể hai lần trong cùng một vế.");
        }
    }
}

/// The most words of what stands between two items of one list.
const ITEM: usize = 3;

/// "công khai, kịp thời, đúng đối tượng, dân chủ, kịp thời, …": of two words, again in the same list.
fn again(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    // Two items and what stands around them.
    let commas = paragraph.breaks().filter(|(.., gap)| gap.starts_with(", "));
    if !paragraph.is_prose() || commas.count() < 3 {
        return;
    }
    let mut start = 0;
    for part in paragraph.text.split_inclusive(['.', ';', ':', '(', ')', '\n', '“', '”', '"']) {
        let items: Vec<&str> = part.split(", ").collect();
        let is_plain =
            |own: &str| own.split(' ').count() == 2 && own.chars().all(|c| c == ' ' || c.is_lowercase());
        let mut at = start;
        for (nth, item) in items.iter().enumerate() {
            // Before the last comma, or the list may go on in another way behind it.
            let told = nth > 0 && nth + 1 < items.len() && is_plain(item);
            let list = items[..nth].iter().rev().take_while(|own| own.split(' ').count() <= ITEM);
            if told && list.into_iter().any(|own| own == item) {
                report.tell(paragraph, at..at + item.len(), "Ý này đã kể ở trên trong cùng một chuỗi.");
            }
            at += item.len() + ", ".len();
        }
        start += part.len();
    }
}

/// How something is done, said before the verb or behind it.
const MANNERS: [&str; 10] = [
    "kịp thời",
    "thường xuyên",
    "nghiêm túc",
    "tích cực",
    "chủ động",
    "đồng bộ",
    "quyết liệt",
    "cụ thể",
    "hiệu quả",
    "chặt chẽ",
];

/// "kịp thời giải quyết kịp thời".
fn manner(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for manner in MANNERS {
        for (at, range) in paragraph.phrases(manner).with_word() {
            let again = paragraph.phrase_at(at + 4, manner);
            if let Some(again) = again.filter(|_| (at..at + 5).all(|at| follows(paragraph, at))) {
                report.tell(paragraph, range.start..again.end, "Từ này viết hai lần, trước và sau động từ.");
            }
        }
    }
}

/// The parts of a list: `A và B và A`.
fn listed(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let words = &paragraph.words;
    let joins = |at: usize| words[at].small == "và";
    for at in 1..words.len() {
        if !joins(at) {
            continue;
        }
        // What stands behind "và" stood in the same words before another "và" just now.
        for length in (3..=LONGEST).rev() {
            let Some(second) = words.get(at + 1..at + 1 + length) else { continue };
            let before = (at.saturating_sub(3 * LONGEST)..at.saturating_sub(length)).rev().find(|from| {
                let first = &words[*from..from + length];
                first.iter().zip(second).all(|(a, b)| a.small == b.small)
                    && words.get(from + length).is_some_and(|word| word.small == "và")
            });
            let Some(from) = before else { continue };
            let between = words[from].at.start..second[length - 1].at.end;
            let whole = paragraph.slice(between.clone());
            let names = second[0].at.start;
            let is_name = paragraph.behind(names).begins_big();
            let joined = (from..at + length).all(|at| follows(paragraph, at));
            if is_name && joined && !whole.contains(['.', ';', ',']) {
                report.tell(paragraph, between, "Một tên được kể hai lần.");
                return;
            }
        }
    }
}

/// What stands between two commas and stood before the first of them in the same words: `A, A, B`.
fn item(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let words = &paragraph.words;
    let gap = |at: usize| match (words.get(at), words.get(at + 1)) {
        (Some(left), Some(right)) => paragraph.slice(left.at.end..right.at.start),
        (Some(last), None) => paragraph.behind(last.at.end),
        _ => "",
    };
    let commas = paragraph.breaks().filter(|(.., gap)| gap.trim() == ",");
    for at in commas.map(|(at, ..)| at) {
        let Some(length) =
            (2..=LONGEST).find(|length| gap(at + length).trim() != "" || at + length + 1 == words.len())
        else {
            continue;
        };
        let ends = gap(at + length).trim_start().starts_with([',', ';', '.']);
        let (Some(first), Some(second)) = (
            (at + 1).checked_sub(length).and_then(|from| words.get(from..at + 1)),
            words.get(at + 1..at + 1 + length),
        ) else {
            continue;
        };
        let same = first.iter().zip(second).all(|(a, b)| a.small == b.small);
        let letters = first.iter().all(|word| word.small.chars().all(char::is_alphabetic));
        if ends && same && letters && (at + 1 - length..at).all(|at| follows(paragraph, at)) {
            let range = first[0].at.start..second[length - 1].at.end;
            let kept = paragraph.slice(first[0].at.start..words[at].at.end);
            report.mend(paragraph, range, kept, "Một ý viết hai lần liền nhau.");
        }
    }
}

/// The sentences of a text with their bytes.
fn sentences(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
    let mut start = 0;
    text.char_indices().map(|(at, c)| (at + c.len_utf8(), c)).chain([(text.len(), '.')]).filter_map(
        move |(end, c)| {
            let ends = matches!(c, '.' | ';') && text[end..].chars().next().is_none_or(char::is_whitespace);
            ends.then(|| std::mem::replace(&mut start, end)..end).filter(|range| !range.is_empty())
        },
    )
}

fn sentence(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    // Of few words there are no two sentences.
    if paragraph.words.len() < 12 || !paragraph.may_have(&['.', ';']) {
        return;
    }
    let mut seen: Vec<Vec<&str>> = Vec::new();
    for range in sentences(&paragraph.text) {
        let first = paragraph.words.partition_point(|word| word.at.start < range.start);
        let own = paragraph.words.iter().skip(first).take_while(|word| word.at.start < range.end);
        let own: Vec<&str> = own.map(|word| word.small.as_str()).collect();
        if own.len() < 6 {
            continue;
        }
        if seen.contains(&own) {
            let said = paragraph.slice(range.clone()).trim_start();
            let start = range.end - said.len();
            report.tell(paragraph, start..range.end, "Câu này đã có ở trên, trong cùng đoạn.");
        } else {
            seen.push(own);
        }
    }
}

/// So many words make a paragraph that is not said twice.
const LONG: usize = 12;

fn paragraph_twice(manuscript: &Manuscript, report: &mut Report) {
    let mut seen = Counted::default();
    for paragraph in &manuscript.paragraphs {
        let Some(sense) = paragraph.sense() else { continue };
        if seen.next(sense) > 1 && count(manuscript, sense) < OFTEN {
            report.tell(paragraph, paragraph.whole(), "Đoạn này đã có ở trên, cùng lời.");
        }
    }
}

/// What is said so often is said on purpose: the last task of each of several people.
const OFTEN: usize = 4;

/// How many paragraphs say the same.
fn count(manuscript: &Manuscript, sense: u64) -> usize {
    manuscript.paragraphs.iter().filter(|own| own.sense() == Some(sense)).count()
}

/// By what a paragraph is told from others that say something else; `None` for one that may well be said twice.
pub(in crate::check) fn sense(paragraph: &Paragraph) -> Option<u64> {
    let ends = paragraph.text.trim_end().ends_with(['.', ';']);
    // A body that has several tasks is named at each of them, and so is a place that is to be filled in.
    let is_long = paragraph.is_prose()
        && paragraph.role != Role::Detail
        && told(paragraph).is_empty()
        && ends
        && paragraph.words.len() >= LONG
        && !paragraph.text.contains('[');
    is_long.then(|| {
        let mut hash = Notes::default();
        lower(paragraph.said()).hash(&mut hash);
        hash.finish()
    })
}

/// What is said elsewhere, too.
fn twice_read(paragraph: &Paragraph, manuscript: &Manuscript, notes: &mut Notes) {
    let all = paragraph.sense().map(|sense| (sense, count(manuscript, sense)));
    if let Some((sense, count)) = all.filter(|(_, count)| *count > 1) {
        (sense, count.min(OFTEN)).hash(notes);
    }
}
