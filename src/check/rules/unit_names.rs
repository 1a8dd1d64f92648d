//! Viết hoa (NĐ 30/2020/NĐ-CP, Phụ lục II, mục III): names of units, of regions and of the country.

use std::hash::Hash;
use std::ops::Range;
use std::sync::LazyLock;

use super::codes::is_near;
use super::reads;
use super::sentences::follows_small;
use super::words::{Words, at, begins, is_capital, is_shouted, small};
use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph};
use crate::check::place_names::{GONE, PlaceName, comparable, province_now};
use crate::check::rule::{Notes, Report, Rule};
use crate::check::spelling::Lexicon;
use crate::format::place_name;
use crate::import::Role;
use crate::unit;
use crate::vietnamese::{lower, lower_letter, sentence_case};

const UNIT: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II, mục III, khoản 1, điểm a";
const NUMBERED: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II, mục III, khoản 1, điểm b";
const SPECIAL: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II, mục III, khoản 1, điểm c";

pub(super) const RULES: &[Rule] = &[
    Rule::each(Error, "caps.unit.inside", UNIT, "Danh từ chung chỉ đơn vị hành chính viết hoa", inside)
        .mends(),
    Rule::each(Warn, "caps.unit.alone", UNIT, "“Xã”, “Tỉnh” viết hoa khi đứng một mình", alone).mends(),
    Rule::whole(Warn, "caps.unit.hamlet", UNIT, "“Thôn”, “Ấp” trước tên riêng viết hoa", hamlet)
        .reading(hamlets_read)
        .mends(),
    Rule::each(Error, "caps.unit.special", SPECIAL, "Thành phố Hồ Chí Minh, Thủ đô Hà Nội", special).mends(),
    Rule::each(Error, "caps.unit.numbered", NUMBERED, "Đơn vị hành chính mang số", numbered).mends(),
    Rule::each(Error, "caps.unit.province", UNIT, "Tên tỉnh viết hoa một tiếng", province).mends(),
    Rule::each(Error, "caps.unit.issued", UNIT, "Địa danh nơi ban hành viết hoa thiếu", issued).mends(),
    Rule::each(Error, "typo.unit", SLIP, "Chữ “tỉnh” gõ sai trước tên tỉnh", slipped).mends(),
    Rule::each(Warn, "typo.unit.own", SLIP, "Tên tỉnh, xã của cơ quan ban hành gõ sai", misspelt).mends(),
    Rule::each(Error, "caps.unit.region", UNIT, "“Miền Trung”, “Miền nam”", region).mends(),
    Rule::each(Error, "caps.unit.country", UNIT, "Tên nước, tên vùng", country).mends(),
];

/// Common nouns of units, with the words of each.
const UNITS: [(&str, usize); 9] = [
    ("tỉnh", 1),
    ("xã", 1),
    ("phường", 1),
    ("huyện", 1),
    ("quận", 1),
    ("thị xã", 2),
    ("thị trấn", 2),
    ("đặc khu", 2),
    ("thành phố", 2),
];

/// Parts of communes.
const HAMLETS: [&str; 5] = ["thôn", "ấp", "xóm", "khóm", "tổ dân phố"];

/// "Lựa chọn Thôn Bồng Lai và thôn Phú Hội": in capitals in the middle of a sentence, and not elsewhere.
fn hamlet(manuscript: &Manuscript, report: &mut Report) {
    for noun in HAMLETS {
        let count = noun.split(' ').count();
        let all = manuscript.paragraphs.iter().filter(|own| own.is_prose()).flat_map(|own| {
            let named = move |(first, _): &(usize, Range<usize>)| is_capital(own, first + count);
            own.phrases(noun).with_word().filter(named).map(move |(first, range)| (own, first, range))
        });
        let (big, small): (Vec<_>, Vec<_>) = all.partition(|(own, first, _)| is_capital(own, *first));
        let inside = big.into_iter().filter(|(own, first, _)| {
            follows_small(own, *first) && !begins(own, *first) && !is_shouted(own, own.words[*first].at.start)
        });
        let inside: Vec<_> = inside.collect();
        if small.len() < inside.len() {
            continue;
        }
        for (own, first, range) in inside {
            let Some(name) = own.words.get(first + count) else { continue };
            let (whole, head) = (range.start..name.at.end, own.words[first].at.clone());
            let right = lower(own.slice(head.clone()));
            report.mend_part(own, whole, head, right, "Danh từ chung trước tên riêng viết thường.");
        }
    }
}

fn hamlets_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    reads::phrases(paragraph, HAMLETS, notes);
    for (first, _) in HAMLETS.iter().flat_map(|noun| paragraph.phrases(noun).with_word()) {
        (is_capital(paragraph, first), follows_small(paragraph, first)).hash(notes);
    }
}

const SLIP: &str = "Lỗi đánh máy: sai dấu của chữ “tỉnh”";

/// "thiên tai tình Gia Lai".
fn slipped(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, word) in paragraph.words.iter().enumerate() {
        if !word.small.is_of(&["tình", "tinh", "tính", "tĩnh", "tịnh"]) || word.is_capital {
            continue;
        }
        let Some([first, second]) = paragraph.words.get(at + 1..at + 3) else { continue };
        let close = paragraph.slice(word.at.end..first.at.start) == " ";
        // "nghĩa tình Quảng Ninh"
        let before = at.checked_sub(1).and_then(|at| paragraph.words.get(at)?.id);
        let ends_word = Lexicon::get().are_word(before, word.id);
        let named = || province_now(paragraph.slice(first.at.start..second.at.end)).is_some();
        if close && !ends_word && first.is_capital && second.is_capital && named() {
            let range = word.at.start..second.at.end;
            report.mend_part(paragraph, range, word.at.clone(), "tỉnh", "Viết “tỉnh” trước tên tỉnh.");
        }
    }
}

/// Names of persons and events, with which the noun is written in capitals too.
const REMEMBERED: &str = " điện biên phủ hai bà trưng trần hưng đạo lê lợi quang trung nguyễn trãi lê hồng phong nguyễn du trần phú lê lai \
    quốc tử giám nguyễn huệ lê duẩn phan bội châu hùng vương hồ chí ";

fn inside(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if !paragraph.is_prose() && paragraph.role != Role::Recipient {
        return;
    }
    for (noun, count) in UNITS {
        for (first, range) in paragraph.phrases(noun).with_word() {
            if !is_capital(paragraph, first) {
                continue;
            }
            let name = first + count;
            let two = format!("{} {}", small(paragraph, Some(name)), small(paragraph, Some(name + 1)));
            let own = [name, name + 1].map(|at| is_capital(paragraph, at));
            let close = paragraph
                .words
                .get(name)
                .is_some_and(|word| paragraph.slice(range.end..word.at.start) == " ");
            let word = paragraph.word(name);
            // "Xã Hội", "Tỉnh Đoàn", "Huyện Ủy" are other words.
            let body = small(paragraph, Some(name)).is_of(&["đoàn", "hội", "ủy", "uỷ", "đội", "hội"]);
            let short = word.chars().nth(1).is_none_or(|c| c != lower_letter(c));
            let after_name = first > 0
                && is_capital(paragraph, first - 1)
                && !begins(paragraph, first - 1)
                && paragraph.slice(paragraph.words[first - 1].at.end..range.start) == " "
                && !paragraph.words[first - 1].is_loud
                && !small(paragraph, first.checked_sub(1)).is_of(&BODY_ENDS);
            let wrong = own[0] && own[1] && close && !begins(paragraph, first) && !body && !short;
            if wrong
                && !after_name
                && !REMEMBERED.says(&format!(" {two} "))
                && !is_shouted(paragraph, range.start)
            {
                let whole = range.start..paragraph.words[name + 1].at.end;
                let head = paragraph.words[first].at.clone();
                report.mend_part(
                    paragraph,
                    whole,
                    head,
                    small(paragraph, Some(first)).to_owned(),
                    "Danh từ chung trước tên riêng viết thường.",
                );
            }
        }
    }
}

/// Words with which names of bodies end.
const BODY_ENDS: [&str; 6] = ["nam", "quốc", "đảng", "trận", "vụ", "trực"];

/// "trên địa bàn tỉnh Bến Te": no place of that name, and one letter away from the body's own.
fn misspelt(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let unknown = |place: &&PlaceName| !place.is_province && place.communes_in.is_empty();
    let mut unknown = paragraph.places.iter().filter(unknown).peekable();
    // A place of former times may be called nearly so.
    if unknown.peek().is_none()
        || ["cũ", "trước đây", "sáp nhập"].iter().any(|word| paragraph.text.says(word))
    {
        return;
    }
    let own = [&frame.province, &frame.commune].map(|unit| place_name(unit));
    for place in unknown {
        let meant = own.iter().find(|own| !own.is_empty() && is_near(&lower(own), &lower(&place.name)));
        if let Some(meant) = meant.filter(|meant| comparable(meant) != comparable(&place.name)) {
            let name = place.at.end - place.name.len()..place.at.end;
            if paragraph.slice(name.clone()) == place.name && !is_shouted(paragraph, name.start) {
                report.mend_part(paragraph, place.at.clone(), name, meant.clone(), "Tên này gõ sai.");
            }
        }
    }
}

/// "Mường than, ngày 12 tháng 6 năm 2026": every syllable of a name has its capital.
fn issued(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let Some((place, _)) = paragraph.text.split_once(',').filter(|_| paragraph.role == Role::PlaceDate)
    else {
        return;
    };
    let words = paragraph.words.iter().filter(|word| word.at.end <= place.len());
    let words = words.take_while(|word| word.small != "ngày");
    let noun = lower(place).starts_with("th") || lower(place).starts_with("đặc");
    for word in words.filter(|word| word.is_syllable && !word.is_capital) {
        // "Thành phố", "Thị xã", "Đặc khu" are no names.
        if !(noun && word.small.is_of(&["phố", "xã", "trấn", "khu"])) {
            let with = sentence_case(&word.small);
            report.mend_part(
                paragraph,
                0..place.len(),
                word.at.clone(),
                with,
                "Tên riêng viết hoa mọi tiếng.",
            );
        }
    }
}

fn alone(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    for (own, word) in paragraph.words.iter().enumerate().skip(1).filter(|(_, word)| word.is_capital) {
        let zone = word.small == "đặc" && small(paragraph, Some(own + 1)) == "khu";
        // A city is one under the State since 01/7/2025, which is called so itself.
        let second = small(paragraph, Some(own + 1));
        let city = word.small == "thành"
            && second == "phố"
            && !frame.is_two_level()
            && !lower(&frame.province).starts_with("thành phố");
        let quarter = quarter(paragraph, own);
        let two = zone || city || word.small == "thị" && matches!(second, "xã" | "trấn");
        let village = matches!(word.small.as_str(), "thôn" | "xóm" | "ấp") || quarter.is_some();
        let unit =
            two || village || matches!(word.small.as_str(), "xã" | "tỉnh" | "phường" | "huyện" | "quận");
        let name = own + quarter.unwrap_or(1 + usize::from(two));
        let last = small(paragraph, own.checked_sub(1));
        let before = last.is_of(&[
            "bàn", "của", "toàn", "trong", "các", "cấp", "ở", "tại", "dân", "ubnd", "hđnd", "mttq", "ủy",
            "uỷ", "an", "sự", "tế", "nữ", "xuất", "nghị", "cáo", "lên", "bộ", "từ", "đến",
        ]) || village && is_headed(paragraph, own - 1)
            || last.bytes().all(|byte| byte.is_ascii_digit())
                && !last.is_empty()
                && (two || quarter.is_some());
        // "Phòng Kinh tế, Hạ tầng và Đô thị Phường"
        let town = last == "thị" && own.checked_sub(2).is_some_and(|at| small(paragraph, Some(at)) == "đô");
        // "UBND các xã, Phường"
        let beside = last.is_of(&["xã", "phường", "huyện", "trấn"])
            && !is_capital(paragraph, own - 1)
            && paragraph.slice(paragraph.words[own - 1].at.end..word.at.start) == ", ";
        let before = before || town || beside || last.is_of(&["tầng", "niên", "binh"]);
        let behind = paragraph.words.get(name);
        let free = behind.is_none_or(|next| {
            let apart = paragraph.slice(paragraph.words[name - 1].at.end..next.at.start) != " ";
            apart
                || !is_capital(paragraph, name)
                    && !next.small.starts_with(|c: char| c.is_ascii_digit())
                    && !matches!(next.small.as_str(), "ủy" | "uỷ" | "đoàn" | "hội" | "đội" | "số")
        });
        if unit && before && free && !begins(paragraph, own) && !is_shouted(paragraph, word.at.start) {
            let range = paragraph.words[own - 1].at.start..paragraph.words[name - 1].at.end;
            report.mend_part(
                paragraph,
                range,
                word.at.start..paragraph.words[name - 1].at.end,
                lower(paragraph.slice(word.at.start..paragraph.words[name - 1].at.end)),
                "Danh từ chung viết thường.",
            );
        }
    }
}

/// How many syllables the part of a ward or commune has that stands at a word.
fn quarter(paragraph: &Paragraph, at: usize) -> Option<usize> {
    let quarters = [("khu phố", 2), ("khu dân cư", 3), ("tổ dân phố", 3)];
    quarters.into_iter().find(|(name, _)| paragraph.phrase_at(at, name).is_some()).map(|(_, count)| count)
}

/// Whether a word heads what villages have: Trưởng thôn, Ban điều hành thôn.
fn is_headed(paragraph: &Paragraph, at: usize) -> bool {
    let head = small(paragraph, Some(at));
    head.is_of(&["trưởng", "phó", "bđh", "trận", "hành", "đội", "hội", "mỗi", "từng", "đoàn", "bộ"])
}

fn special(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (phrase, head) in [("thành phố hồ chí minh", "Thành"), ("thủ đô hà nội", "Thủ")] {
        for range in paragraph.phrases(phrase) {
            let first = at(paragraph, &range);
            if !is_capital(paragraph, first) && is_capital(paragraph, first + 2) {
                report.mend_part(
                    paragraph,
                    range,
                    paragraph.words[first].at.clone(),
                    head,
                    "Trường hợp viết hoa đặc biệt.",
                );
            }
        }
    }
}

fn numbered(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (own, pair) in paragraph.words.windows(2).enumerate() {
        let unit = matches!(pair[0].small.as_str(), "phường" | "quận");
        let number = pair[1].small.len() < 3 && pair[1].small.chars().all(|c| c.is_ascii_digit());
        if !unit || !number {
            continue;
        }
        let close = paragraph.slice(pair[0].at.end..pair[1].at.start) == " ";
        // "mỗi phường 2 người" counts; a name stands behind a preposition and before no noun.
        let before = small(paragraph, own.checked_sub(1))
            .is_of(&["tại", "ubnd", "dân", "trên", "bàn", "ủy", "uỷ", "bộ", "ở", "của"]);
        let ends = paragraph.behind(pair[1].at.end).trim_start().starts_with([',', '.', ';', '(']);
        if close && before && ends && !is_capital(paragraph, own) {
            let range = pair[0].at.start..pair[1].at.end;
            let with = sentence_case(&pair[0].small);
            report.mend_part(
                paragraph,
                range,
                pair[0].at.clone(),
                with,
                "Đơn vị hành chính mang số viết hoa danh từ chung.",
            );
        }
    }
}

/// Names of the country and of its parts.
const COUNTRY: [(&str, &str); 6] = [
    ("việt nam", "Việt Nam"),
    ("hồ chí minh", "Hồ Chí Minh"),
    ("tây nguyên", "Tây Nguyên"),
    ("bắc bộ", "Bắc Bộ"),
    ("nam bộ", "Nam Bộ"),
    ("trung bộ", "Trung Bộ"),
];

/// Names of provinces of two words, today's and those that were merged: in small letters, and as they are written.
static PROVINCES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let today = unit::provinces("").into_iter().map(|unit| unit.name().to_owned());
    let names = today.chain(GONE.iter().map(|(gone, _)| (*gone).to_owned()));
    let plain = |name: &String| name.chars().all(|c| c.is_alphabetic() || c == ' ') && name.contains(' ');
    names.filter(plain).map(|name| (lower(&name), name)).collect()
});

/// A province of which only the first word has a capital. At the head of a sentence it may be another word:
/// "Hòa bình, ổn định".
fn province(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (phrase, name) in PROVINCES.iter() {
        for range in paragraph.phrases(phrase) {
            let first = at(paragraph, &range);
            let half = is_capital(paragraph, first) && !is_capital(paragraph, first + 1);
            let named = UNITS.iter().any(|(noun, _)| *noun == small(paragraph, first.checked_sub(1)));
            // Of a longer name it is a part: Hòa Bình Thạnh.
            if half && (named || !begins(paragraph, first)) && !is_capital(paragraph, first + 2) {
                report.mend(paragraph, range, name.clone(), "Tên riêng viết hoa mọi tiếng.");
            }
        }
    }
}

/// "các tỉnh Miền Trung", "Miền nam".
fn region(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (phrase, name) in [("miền bắc", "miền Bắc"), ("miền trung", "miền Trung"), ("miền nam", "miền Nam")]
    {
        for range in paragraph.phrases(phrase) {
            let first = at(paragraph, &range);
            let typed = paragraph.slice(range.clone());
            let head = begins(paragraph, first) && typed.ends_with(&name[name.len() - 2..]);
            let right = if begins(paragraph, first) { sentence_case(name) } else { name.to_owned() };
            if is_capital(paragraph, first) && !head && typed != right && !is_shouted(paragraph, range.start)
            {
                report.mend(paragraph, range, right, "Tên vùng viết “miền Bắc”, “miền Trung”, “miền Nam”.");
            }
        }
    }
}

fn country(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (phrase, name) in COUNTRY {
        for range in paragraph.phrases(phrase) {
            let typed = paragraph.slice(range.clone());
            let half = typed.begins_big() || matches!(name, "Việt Nam" | "Hồ Chí Minh");
            let spaced = typed.split(' ').count() == name.split(' ').count();
            // An address of the web, a tag: vietnam, #vietnam are one word.
            if typed != name
                && half
                && spaced
                && !is_shouted(paragraph, range.start)
                && crate::vietnamese::upper(typed) != typed
            {
                report.mend(paragraph, range, name, "Tên riêng viết hoa mọi tiếng.");
            }
        }
    }
}
