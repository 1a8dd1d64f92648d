//! Một văn bản viết một cách: forms that are all right, and wrong side by side.

use std::hash::Hash;
use std::ops::Range;

use super::bodies::is_known;
use super::clauses::ONE_WAY;
use super::reads;
use super::words::{Words, at, begins, is_capital, is_shouted, small};
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph};
use crate::check::rule::{Notes, Report, Rule};
use crate::check::spelling::slips::like;
use crate::check::spelling::{I_OR_Y, IOrY, Lexicon, Toned, first_vowel_tone};
use crate::import::Role;
use crate::order;
use crate::vietnamese::{lower, second_vowel_tones};

pub(super) const RULES: &[Rule] = &[
    Rule::whole(Warn, "tone.mixed", ONE_WAY, "Đặt dấu thanh hai kiểu", tones).reading(tones_read).mends(),
    Rule::whole(Warn, "word.mixed", ONE_WAY, "Hai từ cùng nghĩa", words).reading(words_read).mends(),
    Rule::whole(Warn, "word.mixed.i-y", ONE_WAY, "i và y viết hai kiểu", i_and_y)
        .reading(i_and_y_read)
        .mends(),
    Rule::each(
        Error,
        "caps.unit.mixed",
        "NĐ 30/2020/NĐ-CP, Phụ lục II, mục III",
        "Tên riêng của địa phương",
        own_unit,
    )
    .mends(),
    Rule::whole(Hint, "caps.org.mixed", ONE_WAY, "Một tên viết hoa hai kiểu", names).reading(names_read),
    Rule::whole(Warn, "caps.title.mixed", ONE_WAY, "Chức vụ chỗ viết hoa, chỗ viết thường", chief)
        .reading(chiefs_read)
        .mends(),
    Rule::whole(Warn, "caps.org.mixed.body", ONE_WAY, "Một cơ quan viết hoa hai kiểu", bodies)
        .reading(bodies_read)
        .mends(),
    Rule::whole(
        Warn,
        "caps.org.mixed.noun",
        ONE_WAY,
        "Một danh từ chung chỗ viết hoa, chỗ viết thường",
        nouns,
    )
    .reading(nouns_read)
    .mends(),
];

type Found<'a> = Vec<(&'a Paragraph, Range<usize>)>;

/// Tells each place of the rarer of two forms, with what stands there in the other.
fn rarer(first: &Found, second: &Found, message: &str, other: &dyn Fn(&str) -> String, report: &mut Report) {
    if first.is_empty() || second.is_empty() {
        return;
    }
    // Of as many of each the second is told: of words the first is the preferred one. "Hàng năm" is no rival of
    // "hằng năm".
    let is_plain =
        second.first().is_some_and(|(own, range)| lower(own.slice(range.clone())).starts_with("hàng "));
    // Laws say "bảo đảm": it does not give way to one more.
    let is_law = second.first().is_some_and(|(own, range)| lower(own.slice(range.clone())) == "đảm bảo");
    let most = second.len().saturating_sub(usize::from(is_law));
    let rare = if first.len() < most && !is_plain { first } else { second };
    for (paragraph, range) in rare {
        let with = other(paragraph.slice(range.clone()));
        report.mend(paragraph, range.clone(), with, message);
    }
}

fn tones_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    let toned = paragraph.words.iter().filter_map(|word| word.toned);
    toned.for_each(|toned| (toned == Toned::First).hash(notes));
}

fn tones(manuscript: &Manuscript, report: &mut Report) {
    let picked = |toned: Toned| -> Found {
        let all = manuscript.paragraphs.iter().flat_map(|own| own.words.iter().map(move |word| (own, word)));
        all.filter(|(_, word)| word.toned == Some(toned)).map(|(own, word)| (own, word.at.clone())).collect()
    };
    let (old, new) = (picked(Toned::First), picked(Toned::Second));
    let other = |typed: &str| {
        let small = lower(typed);
        let word = first_vowel_tone(&small).unwrap_or_else(|| second_vowel_tones(&small));
        like(typed, &word)
    };
    rarer(
        &old,
        &new,
        "Dấu thanh đặt hai kiểu trong cùng văn bản (ủy, uỷ): thống nhất một kiểu.",
        &other,
        report,
    );
}

/// Words of the same meaning, of which a text takes one; the preferred first.
const SYNONYMS: [(&[&str], &[&str]); 6] = [
    (&["trùng lặp"], &["trùng lắp"]),
    (&["trang thông tin điện tử"], &["trang web"]),
    (&["bảo đảm"], &["đảm bảo"]),
    (&["bốn tại chỗ"], &["4 tại chỗ"]),
    (&["ba sẵn sàng"], &["3 sẵn sàng"]),
    (
        &["hằng năm", "hằng tháng", "hằng quý", "hằng tuần", "hằng ngày"],
        &["hàng năm", "hàng tháng", "hàng quý", "hàng tuần", "hàng ngày"],
    ),
];

/// Where a paragraph says one of some words. In "đảm bảo đảm bảo" nobody says "bảo đảm".
fn said<'a>(own: &'a Paragraph, words: &'static [&str]) -> impl Iterator<Item = Range<usize>> + 'a {
    let whole = |range: &Range<usize>| {
        let first = at(own, range);
        small(own, first.checked_sub(1)) != small(own, Some(first + 1))
    };
    words.iter().flat_map(|word| own.phrases(word)).filter(whole)
}

fn words_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    for (one, two) in SYNONYMS {
        (said(paragraph, one).count(), said(paragraph, two).count()).hash(notes);
    }
}

fn words(manuscript: &Manuscript, report: &mut Report) {
    for (one, two) in SYNONYMS {
        let of = |words| {
            let all = manuscript.paragraphs.iter();
            all.flat_map(move |own| said(own, words).map(move |range| (own, range))).collect()
        };
        let (first, second): (Found, Found) = (of(one), of(two));
        let other = |typed: &str| {
            let (small, pairs) = (lower(typed), one.iter().zip(two));
            let word = pairs.clone().find(|(one, _)| **one == small).map(|(_, two)| two);
            let word = word.or(pairs.clone().find(|(_, two)| **two == small).map(|(one, _)| one));
            like(&typed.chars().take(1).collect::<String>(), word.unwrap_or(&""))
        };
        let name =
            |found: &Found| found.first().map_or("", |(own, range)| own.slice(range.clone())).to_owned();
        let message = format!(
            "Văn bản dùng cả “{}” {} chỗ và “{}” {} chỗ khác: thống nhất một từ.",
            lower(&name(&first)),
            first.len(),
            lower(&name(&second)),
            second.len()
        );
        rarer(&first, &second, &message, &other, report);
    }
}

fn i_and_y_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    for (at, _) in paragraph.words.iter().enumerate().filter(|(_, word)| word.i_or_y.is_some()) {
        for at in [at.checked_sub(1), Some(at), Some(at + 1)] {
            at.and_then(|at| paragraph.words.get(at)).map(|word| (&word.small, word.is_capital)).hash(notes);
        }
    }
}

fn i_and_y(manuscript: &Manuscript, report: &mut Report) {
    let mut all: Vec<(&Paragraph, usize, IOrY)> = Vec::new();
    for own in &manuscript.paragraphs {
        let words = own.words.iter().enumerate();
        all.extend(words.filter_map(|(at, word)| Some((own, at, word.i_or_y?))));
    }
    // "tỉ mỉ", "li ti" are written so by everybody: there the same word behind or before tells.
    let is_same = |one: &str, other: &str| one == other && one.chars().nth(1).is_some();
    let is_shared = |own: &Paragraph, at: usize, i_or_y: IOrY| {
        let mut others =
            all.iter().filter(|(.., other)| other.pair == i_or_y.pair && other.is_y != i_or_y.is_y);
        let sure = |own: &Paragraph, at: usize| i_or_y.is_sure() && !is_capital(own, at);
        others.any(|(other, to, _)| {
            sure(own, at) && sure(other, *to)
                || is_same(small(own, Some(at + 1)), small(other, Some(to + 1)))
                || is_same(small(own, at.checked_sub(1)), small(other, to.checked_sub(1)))
        })
    };
    let is_named = |own: &Paragraph, at: usize| {
        is_capital(own, at) && (is_capital(own, at + 1) || (at > 0 && is_capital(own, at - 1)))
    };
    for (pair, ways) in I_OR_Y.iter().enumerate() {
        let told = |is_y: bool| -> Found {
            let own = all.iter().filter(|(own, at, word)| {
                word.pair == pair && word.is_y == is_y && !is_named(own, *at) && is_shared(own, *at, *word)
            });
            own.map(|(own, at, _)| (*own, own.words[*at].at.clone())).collect()
        };
        // Offices write y, and sĩ: that is what the other is mended to, however often it stands there.
        let usual = usize::from(ways[0] == "sỹ");
        let (right, wrong) = (told(usual == 0), told(usual == 1));
        for (own, range) in wrong.into_iter().filter(|_| !right.is_empty()) {
            let with = like(own.slice(range.clone()), ways[usual]);
            report.mend(own, range, with, "Cùng một từ viết lúc i, lúc y: thống nhất một kiểu.");
        }
    }
}

/// The name of the own commune and province in the capitals of its name.
fn own_unit(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    if !paragraph.is_prose() {
        return;
    }
    let units = [&frame.commune, &frame.province];
    for unit in units {
        let nouns = ["tỉnh ", "thành phố ", "Thành phố ", "xã ", "phường ", "Phường ", "đặc khu "];
        let Some(name) = nouns.iter().find_map(|noun| unit.strip_prefix(noun)) else { continue };
        let plain = lower(name);
        if plain.split(' ').count() < 2 || !name.chars().all(|c| c.is_alphabetic() || c == ' ') {
            continue;
        }
        for range in paragraph.phrases(&plain) {
            let typed = paragraph.slice(range.clone());
            // Of a space too many another rule tells.
            let typed = &typed.split_whitespace().collect::<Vec<_>>().join(" ");
            let noun = paragraph.before(range.start).trim_end();
            let said = nouns.iter().any(|own| lower(noun).ends_with(&lower(own.trim_end())));
            let half = typed.begins_big();
            if typed != name && crate::vietnamese::upper(typed) != *typed && (said || half) {
                report.mend(paragraph, range, name, "Tên riêng viết hoa mọi tiếng.");
            }
        }
    }
}

/// Names of bodies that a text writes with different capitals.
const NAMES: [&str; 10] = [
    "phó chủ tịch",
    "phó bí thư",
    "phó trưởng ban",
    "ban chỉ đạo",
    "ban giám sát",
    "tổ công tác",
    "trưởng ban công tác mặt trận",
    "trạm y tế",
    "ban công tác mặt trận",
    "ban thanh tra nhân dân",
];

fn names_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    reads::phrases(paragraph, NAMES, notes);
}

fn names(manuscript: &Manuscript, report: &mut Report) {
    for name in NAMES {
        let mut forms: Vec<(String, Found)> = Vec::new();
        for paragraph in manuscript.paragraphs.iter().filter(|own| own.is_prose()) {
            for range in paragraph.phrases(name) {
                let typed = paragraph.slice(range.clone());
                // At the head of a sentence the first letter tells nothing.
                let form: String = typed.chars().skip(1).collect();
                if crate::vietnamese::upper(typed) == typed {
                    continue;
                }
                match forms.iter_mut().find(|(own, _)| *own == form) {
                    Some((_, found)) => found.push((paragraph, range)),
                    None => forms.push((form, vec![(paragraph, range)])),
                }
            }
        }
        order::sort_by_key(&mut forms, |(_, found)| std::cmp::Reverse(found.len()));
        for (_, found) in forms.iter().skip(1) {
            for (paragraph, range) in found {
                report.tell(
                    paragraph,
                    range.clone(),
                    "Tên này ở chỗ khác viết hoa cách khác: thống nhất một cách.",
                );
            }
        }
    }
}

/// Heads of bodies by what stands before the body.
const CHIEFS: [&str; 7] = [
    "chủ tịch ubnd",
    "chủ tịch ủy ban",
    "chủ tịch uỷ ban",
    "chủ tịch hđnd",
    "chủ tịch hội đồng",
    "bí thư đảng ủy",
    "bí thư đảng uỷ",
];

/// Where a paragraph names the head of a body inside a sentence: the word of the title.
fn chiefs(paragraph: &Paragraph) -> impl Iterator<Item = usize> + '_ {
    let all = CHIEFS.iter().flat_map(|title| paragraph.phrases(title).with_word());
    let inside = all.filter(|(own, range)| {
        paragraph.is_prose()
            && !begins(paragraph, *own)
            && small(paragraph, own.checked_sub(1)) != "phó"
            && !is_shouted(paragraph, range.start)
    });
    inside.map(|(own, _)| own)
}

/// "chủ tịch UBND các xã", where the others are "Chủ tịch UBND".
fn chief(manuscript: &Manuscript, report: &mut Report) {
    let all = manuscript.paragraphs.iter().flat_map(|own| chiefs(own).map(move |at| (own, at)));
    let (big, small): (Vec<_>, Vec<_>) = all.partition(|(own, at)| is_capital(own, *at));
    for (own, at) in small.iter().filter(|_| big.len() >= small.len() || small.len() == 1) {
        let (title, body) = (own.words[*at].at.clone(), own.words[at + 2].at.end);
        let with = crate::vietnamese::sentence_case(own.word(*at));
        report.mend_part(
            own,
            title.start..body,
            title,
            with,
            "Chức vụ của người đứng đầu cơ quan viết hoa chữ đầu.",
        );
    }
}

fn chiefs_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    chiefs(paragraph).for_each(|at| (at, is_capital(paragraph, at)).hash(notes));
}

/// Heads of names of bodies, in small letters. Of an event there is a "Ban tổ chức" beside that of the Party.
const HEADS: [&str; 15] = [
    "đại hội",
    "hội thi",
    "ủy ban",
    "hội đồng",
    "ban",
    "tổ",
    "đội",
    "trung tâm",
    "trạm",
    "quỹ",
    "câu lạc bộ",
    "chi hội",
    "phòng",
    "sở",
    "hội",
];

/// A body that is named with a capital.
#[derive(Clone, Debug)]
pub(in crate::check) struct NamedBody {
    /// Its name in small letters.
    key: String,
    /// Which of the two words behind the head have a capital.
    form: [bool; 2],
    /// Where it stands.
    at: Range<usize>,
}

/// The bodies that a paragraph names with a capital.
pub(in crate::check) fn named_bodies(paragraph: &Paragraph) -> Vec<NamedBody> {
    let mut found = Vec::new();
    for head in HEADS.iter().filter(|_| paragraph.is_prose() || paragraph.role == Role::Recipient) {
        for range in paragraph.phrases(head) {
            let first = super::words::at(paragraph, &range);
            let behind = first + head.split(' ').count();
            let last = paragraph.words.get(behind + 1).filter(|_| is_capital(paragraph, first));
            let Some(last) = last else { continue };
            let at = range.start..last.at.end;
            let key = lower(paragraph.slice(at.clone()));
            let plain = key.split(' ').count() == head.split(' ').count() + 2
                && key.chars().all(|c| c.is_alphabetic() || c == ' ');
            if plain
                && !is_shouted(paragraph, range.start)
                && key != "ban tổ chức"
                && !key.starts_with("ban hành")
                && !key.starts_with("tổ chức")
                && !is_known(&key)
            {
                let form = [is_capital(paragraph, behind), is_capital(paragraph, behind + 1)];
                found.push(NamedBody { key, form, at });
            }
        }
    }
    found
}

fn bodies_read(paragraph: &Paragraph, manuscript: &Manuscript, notes: &mut Notes) {
    for own in paragraph.named_bodies() {
        // A body that is named nowhere else is written in one way.
        let others = manuscript.paragraphs.iter().filter(|other| other.index != paragraph.index);
        if others.flat_map(Paragraph::named_bodies).any(|other| other.key == own.key) {
            (&own.key, own.form, paragraph.slice(own.at.clone())).hash(notes);
        }
    }
}

/// A body whose head has a capital, and of which the two words behind the head have them here and not there.
fn bodies(manuscript: &Manuscript, report: &mut Report) {
    let of = |own| {
        let own: &Paragraph = own;
        own.named_bodies().iter().map(move |body| (own, body))
    };
    let mut all: Vec<(&Paragraph, &NamedBody)> = manuscript.paragraphs.iter().flat_map(of).collect();
    order::sort_by(&mut all, |(_, a), (_, b)| a.key.cmp(&b.key));
    for found in all.chunk_by(|(_, a), (_, b)| a.key == b.key) {
        let count = |form: [bool; 2]| found.iter().filter(|(_, body)| body.form == form).count();
        for (paragraph, body) in found {
            let usual = found
                .iter()
                .filter(|(_, other)| other.form != body.form)
                .max_by_key(|(_, other)| count(other.form));
            let Some((other, usual)) = usual else { continue };
            let (own, others) = (count(body.form), count(usual.form));
            // Of a society the word behind "Hội" has a capital, however often it is written without.
            let right = body.key.starts_with("hội ") && body.form > usual.form;
            let wrong = body.key.starts_with("hội ") && body.form < usual.form;
            if wrong || !right && (own < others || (own == others && body.form < usual.form)) {
                let with = other.slice(usual.at.clone());
                let message = format!("Chỗ khác viết “{with}”: thống nhất một cách.");
                report.mend(paragraph, body.at.clone(), with, message);
            }
        }
    }
}

/// Nouns that name a document, a meeting or an office as well, which have a capital then.
pub(super) const NAMING: &str = " kế hoạch hội nghị đại hội ngày hội chương trình đề án nghị quyết báo cáo quyết định hướng dẫn thông báo \
    chỉ thị kết luận tờ trình công văn quy chế quy định điều lệ dự án phong trào cuộc vận động phương án phụ lục trưởng ban \
    phó ban chủ tịch bí thư chi bộ đảng bộ đảng ủy đảng uỷ cấp ủy hội đồng ủy ban thường trực thường vụ nhà nước nhân dân tổ quốc \
    mặt trận quốc hội chính phủ công đoàn phụ nữ thanh niên nông dân đoàn viên hội viên công an quân sự văn phòng trung ương \
    thành viên chủ đề đồng chí giám đốc hiệu trưởng trưởng phòng trưởng thôn tổ trưởng khu phố ban ngành hội thi hội thao \
    thủ tướng bộ trưởng hiến pháp cách mạng tháng tám quốc khánh thành phố thị xã thị trấn đặc khu thủ đô tổ chức ";

/// A common noun with a capital behind a word in small letters.
#[derive(Clone, Debug)]
pub(in crate::check) struct CapitalNoun {
    /// The first of the three words.
    at: usize,
    /// The three in small letters.
    phrase: String,
}

/// The common nouns of a paragraph that have a capital behind a word in small letters.
pub(in crate::check) fn capital_nouns(paragraph: &Paragraph) -> Vec<CapitalNoun> {
    let lexicon = Lexicon::get();
    let mut nouns = Vec::new();
    for (own, trio) in paragraph.words.windows(3).enumerate().filter(|_| paragraph.is_prose()) {
        let [before, first, second] = trio else { continue };
        if !first.is_capital || before.is_capital || second.is_capital {
            continue;
        }
        let gaps =
            [paragraph.slice(before.at.end..first.at.start), paragraph.slice(first.at.end..second.at.start)];
        let close = gaps == [" ", " "];
        let word = lexicon.are_word(first.id, second.id);
        let naming = || NAMING.says(&format!(" {} {} ", first.small, second.small));
        // Nước sạch và Vệ sinh môi trường: the second half of a name of two.
        let named = |back: usize| own.checked_sub(back).is_some_and(|at| is_capital(paragraph, at));
        let joins = before.small == "và" && (1..4).any(named);
        // Đại hội Thể dục Thể thao: the word before ends one of the same name.
        let joins = joins || named(1) && !begins(paragraph, own - 1);
        // A name may follow, or a number: Hội nghị lần thứ, Tổ số 5.
        let follows = is_capital(paragraph, own + 3)
            || small(paragraph, Some(own + 3)).starts_with(|c: char| c.is_ascii_digit());
        if close && word && !joins && !follows && !begins(paragraph, own + 1) && !naming() {
            let phrase = [before, first, second].map(|word| word.small.as_str()).join(" ");
            nouns.push(CapitalNoun { at: own, phrase });
        }
    }
    nouns
}

/// In how many places of a text a noun has a capital, and in how many it has none.
fn written<'a>(paragraphs: impl Iterator<Item = &'a Paragraph>, phrase: &str) -> [usize; 2] {
    let mut written = [0; 2];
    for own in paragraphs.filter(|own| own.is_prose()) {
        for range in own.phrases(phrase) {
            let is_small = !is_capital(own, super::words::at(own, &range) + 1);
            written[usize::from(is_small)] += 1;
        }
    }
    written
}

/// Common nouns with a capital where the same words stand in small letters several times.
fn nouns(manuscript: &Manuscript, report: &mut Report) {
    for paragraph in &manuscript.paragraphs {
        for CapitalNoun { at, phrase } in paragraph.capital_nouns() {
            let [capitals, small] = written(manuscript.paragraphs.iter(), phrase);
            let Some([before, first, second]) = paragraph.words.get(*at..at + 3) else { continue };
            // "Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn": the name goes on behind "và".
            let goes_on =
                before.small == "và" && paragraph.words[..*at].iter().rev().take(6).any(|own| own.is_capital);
            if small >= 2 * capitals && !goes_on {
                let range = before.at.start..second.at.end;
                let message = "Danh từ chung: chỗ khác viết thường.";
                report.mend_part(paragraph, range, first.at.clone(), first.small.clone(), message);
            }
        }
    }
}

fn nouns_read(paragraph: &Paragraph, manuscript: &Manuscript, notes: &mut Notes) {
    paragraph.capital_nouns().iter().for_each(|noun| noun.phrase.hash(notes));
    for noun in manuscript.paragraphs.iter().flat_map(Paragraph::capital_nouns) {
        let written = written(std::iter::once(paragraph), &noun.phrase);
        if written != [0, 0] {
            (&noun.phrase, written).hash(notes);
        }
    }
}
