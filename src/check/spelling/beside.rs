//! Slips that what stands beside a word tells, over a comma, before a number, or in a word that joins others.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::near::{Slip, slip};
use super::slips::{Slipped, like};
use crate::check::manuscript::{Paragraph, Word};
use crate::check::rules::is_listed;
use crate::vietnamese::{is_syllable, is_vowel, telex};

/// All of them in a paragraph.
pub fn find(paragraph: &Paragraph, lexicon: &Lexicon) -> Vec<Slipped> {
    let [mut found, numbers, joined, keys, parted] = [
        before_comma(paragraph, lexicon),
        before_number(paragraph, lexicon),
        mistaken(paragraph, lexicon),
        keys(paragraph, lexicon),
        parted(paragraph, lexicon),
    ];
    found.extend(numbers.into_iter().chain(joined).chain(keys).chain(parted));
    found
}

/// What may be meant by the keys of Telex: what they write, what two of them write that changed places (`avf`), and
/// what is left without a key of a tone too many (`tham giaf`).
fn by_keys(word: &str) -> impl Iterator<Item = String> {
    let exchanged = (1..word.len()).filter_map(|at| {
        let (head, last) = word.split_at_checked(at)?.0.split_at_checked(at - 1)?;
        let (next, rest) = word.split_at_checked(at)?.1.split_at_checked(1)?;
        telex(&[head, next, last, rest].concat())
    });
    let without =
        word.strip_suffix(['f', 's', 'r', 'x', 'j']).filter(|rest| is_syllable(rest)).map(str::to_owned);
    telex(word).into_iter().chain(without).chain(exchanged)
}

/// Words in the keys of Telex, where what they would have written is a word with that beside it: `thiếu sots`,
/// `quá tair`; or one that joins others: `cuar`.
fn keys(paragraph: &Paragraph, lexicon: &Lexicon) -> Vec<Slipped> {
    let foreign = |word: &Word| word.letters > 2 && word.small.is_ascii() && !word.is_syllable;
    let words = paragraph.words.iter().enumerate().filter(|(_, word)| foreign(word) && !word.is_capital);
    let slipped = |(at, word): (usize, &Word)| {
        let id = |at: Option<usize>, gap: Range<usize>| {
            (paragraph.slice(gap) == " ").then_some(())?;
            paragraph.words.get(at?)?.id
        };
        let end = |at: usize| paragraph.words.get(at).map_or(0, |word| word.at.end);
        let start = |at: usize| paragraph.words.get(at).map_or(paragraph.text.len(), |word| word.at.start);
        let before = id(at.checked_sub(1), at.checked_sub(1).map_or(0, end)..word.at.start);
        let behind = id(Some(at + 1), word.at.end..start(at + 1));
        let known = |meant: &String| {
            lexicon.id(meant).is_some_and(|own| {
                lexicon.are_word(before, Some(own))
                    || lexicon.are_word(Some(own), behind)
                    || lexicon.usual().contains(&own)
            })
        };
        Some(whole(word.at.clone(), by_keys(&word.small).find(known)?))
    };
    words.filter_map(slipped).collect()
}

/// A slip that is all of what stands there.
fn whole(range: Range<usize>, meant: String) -> Slipped {
    Slipped { range: range.clone(), wrong: range, word: meant.clone(), meant, is_certain: true }
}

/// A syllable with a space inside, mostly behind its first consonant, where the whole is a word with what is beside it: `chi b ộ`.
fn parted(paragraph: &Paragraph, lexicon: &Lexicon) -> Vec<Slipped> {
    let words = &paragraph.words;
    let slipped = |(at, pair): (usize, &[Word])| {
        let [head, rest] = pair else { return None };
        let letters = head.letters < 5 && !head.is_capital && head.small.chars().all(char::is_alphabetic);
        // "nghề nghi ệp": what is left is no word.
        let alone = !head.small.contains(is_vowel) && head.letters < 4 || rest.id.is_none();
        let parted = letters && alone && !rest.is_capital && rest.small.starts_with(is_vowel);
        (parted && paragraph.slice(head.at.end..rest.at.start) == " ").then_some(())?;
        let meant = format!("{}{}", head.small, rest.small);
        let own = Some(lexicon.id(&meant)?);
        let before = at.checked_sub(1).and_then(|at| words.get(at)?.id);
        let behind = words.get(at + 2).and_then(|word| word.id);
        let known = lexicon.are_word(before, own) || lexicon.are_word(own, behind);
        let range = head.at.start..rest.at.end;
        known.then(|| whole(range, meant))
    };
    words.windows(2).enumerate().filter_map(slipped).collect()
}

/// A word that joins others, and what is typed for it that is another word.
#[derive(Debug, PartialEq, Eq)]
pub struct Mistaken {
    /// What was meant.
    meant: &'static str,
    /// What is typed, a blank on each side of each word.
    typed: &'static str,
    /// The words behind it that tell so …
    behind: &'static str,
    /// … and those before it.
    before: &'static str,
    /// The words before it that make it what it says.
    unless: &'static str,
}

static MISTAKEN: [Mistaken; 12] = [
    Mistaken {
        meant: "của",
        typed: " cua củ ca cùa cũa ",
        behind: " các những mỗi từng đảng nhà chính ủy uỷ ubnd hđnd mttq mặt ban bộ hội đoàn trung thủ cấp cán người nhân cơ tổ \
            đơn địa ngành dân chi tỉnh huyện xã phường thành pháp quốc ",
        before: "",
        unless: " con nuôi tôm bể bắt đánh mua bán thả rau quả lấy đào hợp bài đơn mỗi một hai ba trực đổi thay kíp tiếng dân ",
    },
    Mistaken {
        meant: "các",
        typed: " cát cá cạc cac xác ",
        behind: " cấp ngành cơ tổ đơn ban hội chi thôn xã huyện hộ hoạt nội hình mô nhiệm văn chương chỉ chức lực tầng trường phòng \
            đoàn quy biện giải điều nguồn chủ kế nghị địa khu vấn dự mục phong cuộc doanh đại đối ",
        before: "",
        unless: " nuôi con ao tôm đánh bắt loài thả mua bán ăn thịt chế bãi khai xi cồn mỏ hồ đất nghề ",
    },
    Mistaken {
        meant: "và",
        typed: " vá bà cà vã vạ ",
        behind: " triển tổ xây các thực hướng phát tuyên chỉ đề báo nâng hoàn phối giám kiểm đẩy tăng chính kế công cán văn môi đời ",
        before: "",
        unless: " ông hai tiêm đắp may cây quả các mỗi một những ",
    },
    Mistaken {
        meant: "với",
        typed: " vơi bới vời vói ",
        behind: " các những ủy uỷ ubnd cơ ban tổ công đơn mặt mttq hội đoàn chính nhân cán phòng mục nội tình đảng ",
        before: "",
        unless: "",
    },
    Mistaken {
        meant: "từ",
        typed: " tư tù tứ tử ",
        behind: " ngày tháng quý năm ",
        before: "",
        unless: " thứ lần năm quý đợt ",
    },
    Mistaken {
        meant: "tại",
        typed: " tái tạ tài tải ",
        behind: " các những xã thôn nhà trụ khu chỗ ủy trường cơ ",
        before: "",
        unless: " đề nhân hiền tiền thiên xe vận ",
    },
    Mistaken {
        meant: "xã",
        typed: " xa xá xả xạ sã ",
        behind: "",
        before: " cấp ubnd mttq hđnd nam ủy uỷ minh bàn dân ",
        unless: "",
    },
    Mistaken {
        meant: "tỉnh",
        typed: " tinh tĩnh tịnh ",
        behind: "",
        before: " ubnd mttq hđnd nam ủy uỷ bàn dân ",
        unless: "",
    },
    Mistaken {
        meant: "cho",
        typed: " tro chô chọ chò ",
        behind: " các những từng mỗi người trẻ nhân cán hội đảng đoàn học hộ ủy uỷ ubnd công thành phù vay ",
        before: "",
        unless: " than bếp xỉ lấy rải ",
    },
    Mistaken {
        meant: "hộ",
        typed: " hô hổ hỗ ",
        behind: " gia nghèo cận kinh dân chăn nuôi trồng sản có được đã chưa ",
        before: "",
        unless: "",
    },
    Mistaken {
        meant: "hộ", typed: " họ ", behind: " gia nghèo cận ", before: "", unless: " dòng cho giúp "
    },
    Mistaken {
        meant: "về",
        typed: " bề vê ",
        behind: " thực việc công phát tăng nâng triển quản an bảo chuyển phòng đổi giáo kết các những một xây ủy uỷ ubnd ",
        before: "",
        unless: " nhiều bốn tư hai một chiều mặt ",
    },
];

/// The word that joins others which may have been meant by a word in small letters.
pub(in crate::check) fn mistaken_for(small: &str) -> Option<&'static Mistaken> {
    let short = small.chars().count() < 4;
    MISTAKEN.iter().find(|row| short && is_listed(row.typed, small))
}

/// "vai trò cua các cấp", "phối hợp bới các cơ quan".
fn mistaken(paragraph: &Paragraph, lexicon: &Lexicon) -> Vec<Slipped> {
    let is_word = |left: &Word, right: &Word| lexicon.are_word(left.id, right.id);
    let told = |words: &[Word]| {
        let [before, own, behind] = words else { return None };
        let row = own.mistaken.filter(|_| !own.is_capital)?;
        let is_close = |left: &Word, right: &Word| paragraph.slice(left.at.end..right.at.start) == " ";
        let (ahead, on) = (is_close(before, own), is_close(own, behind));
        let told = on && is_listed(row.behind, &behind.small) || is_listed(row.before, &before.small);
        let meant = ahead && told && !is_listed(row.unless, &before.small);
        (meant && !is_word(before, own) && !(on && is_word(own, behind))).then(|| Slipped {
            range: own.at.start..behind.at.end,
            wrong: own.at.clone(),
            meant: row.meant.to_owned(),
            word: format!("{} {}", row.meant, paragraph.slice(behind.at.clone())),
            is_certain: false,
        })
    };
    paragraph.words.windows(3).filter_map(told).collect()
}

/// Words that belong together over a comma, one of them wrong: `phong, chống`.
fn before_comma(paragraph: &Paragraph, lexicon: &Lexicon) -> Vec<Slipped> {
    let mut found = Vec::new();
    for (at, pair, _) in paragraph.breaks().filter(|(.., gap)| gap.trim() == ",") {
        let ids = [pair[0].id, pair[1].id];
        for &(first, second) in lexicon.with_comma() {
            let wrong = match ids {
                [own, Some(id)] if id == second && own != Some(first) => (0, first),
                [Some(id), own] if id == first && own != Some(second) => (1, second),
                _ => continue,
            };
            let Some(meant) = lexicon.syllable(wrong.1) else { continue };
            let own = pair[wrong.0];
            let Some((plain, tone)) = &own.key else { continue };
            if slip((plain, *tone), meant) == Some(Slip::Mark) {
                let meant = like(paragraph.word(at + wrong.0), meant.written);
                let kept = paragraph.word(at + 1 - wrong.0).to_owned();
                let words = if wrong.0 == 0 { [meant.clone(), kept] } else { [kept, meant.clone()] };
                let range = pair[0].at.start..pair[1].at.end;
                found.push(Slipped {
                    range,
                    wrong: own.at.clone(),
                    meant,
                    word: words.join(", "),
                    is_certain: true,
                });
            }
        }
    }
    found
}

/// A word before a number that tells what it has to be: `nam 2026`, `này 11/5/2026`, `quỹ II năm`.
fn before_number(paragraph: &Paragraph, lexicon: &Lexicon) -> Vec<Slipped> {
    let slipped = |pair: &[Word]| {
        let [word, number] = pair else { return None };
        let behind = paragraph.text.get(number.at.end..)?;
        let figures = number.small.bytes().take_while(u8::is_ascii_digit).count();
        let meant = match (number.small.as_str(), figures) {
            ("i" | "ii" | "iii" | "iv", _)
                if behind.starts_with(['/', ',']) || behind.starts_with(" năm ") =>
            {
                "quý"
            }
            (year, 4) if year.len() == 4 && (year.starts_with("20") || year.starts_with("19")) => "năm",
            (_, 1 | 2) if behind.trim_start().starts_with("tháng ") => "ngày",
            (_, 1 | 2) if behind.starts_with(" năm 2") => "tháng",
            (_, 1 | 2) => match behind.strip_prefix('/')?.find(|c: char| !c.is_ascii_digit()) {
                Some(4) => "tháng",
                Some(1 | 2) => "ngày",
                _ => return None,
            },
            _ => return None,
        };
        let (plain, tone) = word.key.as_ref().filter(|_| word.letters > 1 && !word.is_capital)?;
        let close = paragraph.text.get(word.at.end..number.at.start) == Some(" ");
        slip((plain, *tone), lexicon.syllable(lexicon.id(meant)?)?).filter(|_| close)?;
        let (range, word) =
            (word.at.start..number.at.end, format!("{meant} {}", paragraph.text.get(number.at.clone())?));
        let wrong = range.start..number.at.start - 1;
        Some(Slipped { range, wrong, meant: meant.to_owned(), word, is_certain: true })
    };
    paragraph.words.windows(2).filter_map(slipped).collect()
}
