//! Chính tả: words that are not written as they are spelt.

use super::words::{Words, begins, is_capital, is_listed};
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Frame, Paragraph};
use crate::check::place_names::province_now;
use crate::check::rule::{Report, Rule, Run};
use crate::check::spelling::slips::like;
use crate::check::spelling::{Lexicon, Spelling};
use crate::import::Role;
use std::ops::Range;

const SPELLING: &str = "NĐ 30/2020/NĐ-CP, Điều 8: nội dung dùng từ ngữ phổ thông, đúng chính tả tiếng Việt";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "typo.word",
        severity: Error,
        families: &[],
        clause: SPELLING,
        what: "Từ viết sai chính tả",
        mends: true,
        run: Run::Paragraph(certain),
        of_files: false,
        signs: &[],
    },
    Rule {
        id: "typo.likely",
        severity: Warn,
        families: &[],
        clause: SPELLING,
        what: "Từ có thể viết sai chính tả",
        mends: true,
        run: Run::Paragraph(likely),
        of_files: false,
        signs: &[],
    },
    Rule::each(Hint, "typo.doubtful", SPELLING, "Từ có nghĩa, giống một từ thường dùng hơn", doubtful)
        .mends(),
    Rule::each(Error, "typo.tone-place", SPELLING, "Dấu thanh đặt sai chữ", tone_place).mends(),
    Rule::each(Error, "typo.digit", SPELLING, "Chữ số thay chữ cái", digit).mends(),
    Rule::each(Error, "typo.digit.roman", SPELLING, "Số La Mã lẫn chữ khác: “IlI.”", roman).mends(),
    Rule::each(Error, "typo.digit.letter", SPELLING, "Chữ cái thay chữ số: “l00%”", letter).mends(),
    Rule::each(Hint, "typo.rare", SPELLING, "Tiếng hiếm gặp trong văn bản hành chính", rare),
    Rule::each(Hint, "typo.foreign", SPELLING, "Chữ không dấu không phải tiếng Việt", foreign),
    Rule::each(Warn, "typo.foreign.keys", SPELLING, "Chữ có phím dấu gõ sót: “luw”, “vieenGV”", keys),
    Rule::each(Warn, "typo.missing-word.phrase", SPELLING, "Cụm từ quen thuộc thiếu một tiếng", lost).mends(),
    Rule::each(Warn, "typo.missing-word.syllable", SPELLING, "Từ thiếu một tiếng", lone),
    Rule::each(Hint, "typo.missing-word.seldom", SPELLING, "Tiếng ít khi đứng một mình", seldom),
    Rule {
        id: "typo.syllable",
        severity: Error,
        families: &[],
        clause: SPELLING,
        what: "Chữ không có trong tiếng Việt",
        mends: false,
        run: Run::Paragraph(impossible),
        of_files: false,
        signs: &[],
    },
    Rule {
        id: "typo.joined",
        severity: Error,
        families: &[],
        clause: SPELLING,
        what: "Hai tiếng viết liền nhau",
        mends: true,
        run: Run::Paragraph(joined),
        of_files: false,
        signs: &[],
    },
];

/// Whether names alone stand in a paragraph, or nothing that is read.
fn is_spared(paragraph: &Paragraph) -> bool {
    matches!(paragraph.role, Role::SignerName | Role::Number)
}

fn certain(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    slipped(paragraph, true, report);
}

fn likely(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    slipped(paragraph, false, report);
}

/// "máy lấy lúa", "hợp tác xả": words that mean something, and are one slip away from what plans say.
fn doubtful(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for slip in paragraph.spelling().doubtful.iter().filter(|_| paragraph.is_prose()) {
        let message = format!("Xem có phải là “{}” không.", slip.word);
        report.mend_part(paragraph, slip.range.clone(), slip.wrong.clone(), slip.meant.clone(), message);
    }
}

fn slipped(paragraph: &Paragraph, is_certain: bool, report: &mut Report) {
    // In the names of those who issue it, in capitals, names cannot be told from words.
    if is_spared(paragraph) || !is_certain && paragraph.role == Role::Body {
        return;
    }
    for slip in paragraph.spelling().slips.iter().filter(|slip| slip.is_certain == is_certain) {
        // "TRƯỜNG CAO ĐẲNG QUẢNG TRỊ" has no "quản trị" in it.
        if province_now(paragraph.slice(slip.range.clone())).is_some() {
            continue;
        }
        let message = if is_certain {
            format!("Sai chính tả: viết “{}”.", slip.word)
        } else {
            format!("Có thể sai chính tả: nên là “{}”.", slip.word)
        };
        let (range, wrong) = (slip.range.clone(), slip.wrong.clone());
        report.mend_part(paragraph, range, wrong, slip.meant.clone(), message);
    }
}

/// A word that is no syllable, and of which no word beside it tells what was meant.
fn impossible(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if is_spared(paragraph) {
        return;
    }
    let Spelling { slips, odd, .. } = paragraph.spelling();
    for odd in odd.iter().filter(|odd| odd.apart.is_none()) {
        if slips.iter().all(|slip| slip.wrong.end <= odd.range.start || odd.range.end <= slip.wrong.start) {
            report.tell(paragraph, odd.range.clone(), "Chữ này không có trong tiếng Việt: hãy viết lại.");
        }
    }
}

fn tone_place(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, word) in paragraph.words.iter().enumerate() {
        if let Some(right) = &word.retoned {
            let right = like(paragraph.word(at), right);
            report.mend(paragraph, word.at.clone(), right, "Dấu thanh đặt sai chữ.");
        }
    }
}

/// Figures that are read for letters, and these.
const FIGURES: [(char, char); 4] = [('1', 'l'), ('0', 'o'), ('5', 's'), ('6', 'g')];

/// "Phần 1ễ", "c0ng an": a figure in a word that is one with the letter it is like, and none without it.
fn digit(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, word) in paragraph.words.iter().enumerate() {
        let count = word.small.bytes().filter(u8::is_ascii_digit).count();
        if count != 1 || word.letters < 2 || word.letters > 7 {
            continue;
        }
        let Some((figure, letter)) = FIGURES.iter().find(|(figure, _)| word.small.contains(*figure)) else {
            continue;
        };
        let meant = word.small.replace(*figure, letter.encode_utf8(&mut [0; 4]));
        let rest = word.small.replace(*figure, "");
        let lexicon = Lexicon::get();
        let marked =
            !word.small.is_ascii() || !word.small.starts_with(*figure) && !word.small.ends_with(*figure);
        if marked && lexicon.id(&meant).is_some() && lexicon.id(&rest).is_none() {
            let meant = like(paragraph.word(at), &meant);
            report.mend(paragraph, word.at.clone(), meant, "Chữ số đứng thay chữ cái.");
        }
    }
}

/// "l00%", "O6 nhà", "2O26": a letter in a number is one with the figure that it is like.
fn letter(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (at, word) in paragraph.words.iter().enumerate().filter(|(_, word)| !word.is_syllable) {
        let figures = word.small.bytes().filter(u8::is_ascii_digit).count();
        if figures == 0 || !word.small.contains(['l', 'o']) {
            continue;
        }
        let typed = paragraph.slice(word.at.clone());
        let meant = typed.replace('O', "0").replace('l', "1");
        // O2 and O3 are in the air.
        let is_number = meant.bytes().all(|byte| byte.is_ascii_digit()) && !typed.is_of(&["O2", "O3"]);
        let ends = [
            paragraph.before(word.at.start).chars().next_back(),
            paragraph.behind(word.at.end).chars().next(),
        ];
        let alone = ends.into_iter().flatten().all(|c| " /%,.;()".contains(c));
        let next = paragraph.words.get(at + 1);
        let counts = figures > 1
            || paragraph.behind(word.at.end).starts_with(['/', '%'])
            || next.is_some_and(|next| next.is_syllable && !next.is_capital);
        if is_number && alone && counts {
            report.mend(paragraph, word.at.clone(), meant, "Chữ cái đứng thay chữ số.");
        }
    }
}

/// "IlI. TỔ CHỨC THỰC HIỆN": a letter in a Roman number that is none of its figures.
fn roman(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let start = paragraph.text.len() - paragraph.text.trim_start().len();
    if !paragraph.behind(start).starts_with(['I', 'V', 'X', 'l', '1', '|']) {
        return;
    }
    let Some((mark, rest)) = paragraph.behind(start).split_once(". ") else { return };
    let is_number = mark.len() < 6 && mark.chars().all(|c| "IVXl1|".contains(c));
    if is_number && mark.contains(['I', 'V', 'X']) && mark.contains(['l', '1', '|']) && rest.begins_big() {
        let meant = mark.replace(['l', '1', '|'], "I");
        report.mend(paragraph, start..start + mark.len(), meant, "Số La Mã viết bằng chữ I, V, X.");
    }
}

/// A syllable that might be, but stands in no word that is known: "Chủ động phũng".
fn rare(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let told = |at: &Range<usize>| {
        paragraph.spelling().slips.iter().any(|slip| slip.wrong.start < at.end && at.start < slip.wrong.end)
    };
    for (at, word) in paragraph.words.iter().enumerate().filter(|(_, word)| word.id.is_none()) {
        let small = word.is_syllable && word.letters > 1 && !word.is_capital && !word.small.is_ascii();
        // Beside a name it may be part of one, or of a word of another language.
        let loud = |at: usize| paragraph.words.get(at).is_some_and(|word| word.is_loud);
        let name = |at: &usize| is_capital(paragraph, *at) && !loud(*at) && !begins(paragraph, *at);
        let named = [at.wrapping_sub(1), at + 1].iter().any(name);
        let close = paragraph.before(word.at.start).ends_with(' ');
        if small
            && close
            && !named
            && word.retoned.is_none()
            && !Lexicon::get().knows(&word.small)
            && !told(&word.at)
        {
            report.tell(paragraph, word.at.clone(), "Tiếng này hiếm gặp: kiểm tra xem có gõ nhầm không.");
        }
    }
}

/// Words of other languages that plans have, and units of measure.
const LOANS: &str = " internet website web wifi zalo facebook fanpage email mail file excel word powerpoint video clip logo banner poster \
    pano karaoke camera smartphone app online offline robot radio laptop blog link scan photo photocopy copy fax virus vitamin \
    gas container taxi bus hotline call chat marketing startup tour homestay resort golf sim data drone flycam led usb server \
    cloud code qr pin ocop logistic logistics biogas composite heroin cocain ketamin methadone morphin test kit clo km cm mm \
    ha kg mg ml kw kwh mw hp ppm gb mb kb tb hz khz mhz usd vnd eur vnpt viettel smart banking tivi form forum group slogan \
    show game livestream stream youtube tiktok messenger google meet zoom teams microsoft windows web portal login user \
    password chip credit card pos internet media digital stress style model cosplay dance hiphop aerobic yoga gym fitness \
    bolero jazz rock rap pop piano guitar organ violin bar pub club casino nilon nylon bazan basa tra trap pet dioxin ddt \
    maket npk vac gap vietgap globalgap haccp iso plastic silicon inox aluminium xenlulo album bikini jean vest sex hiv aids sars \
    covid omicron delta dna adn protein lipit glucose insulin oxy ozon axit nitrat photphat kali amoniac formol melamin sik \
    vnc ths ts pgs gs cn ks bs ds ths vv ";

/// "30 triu đồng", "đấu giá quyn sử dụng đất": a word alone among Vietnamese ones that is none of theirs, nor one
/// of another language that plans have.
fn foreign(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let told = strange(paragraph).into_iter().filter(|own| !is_keyed(paragraph.slice(own.clone())));
    told.for_each(|own| report.tell(paragraph, own, "Chữ này không phải tiếng Việt: xem có gõ nhầm không."));
}

/// "sao luw dữ liệu".
fn keys(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    let told = strange(paragraph).into_iter().filter(|own| is_keyed(paragraph.slice(own.clone())));
    told.for_each(|own| report.tell(paragraph, own, "Chữ này còn sót phím gõ dấu."));
}

/// Whether a word is a syllable but for one key of an input method that is no letter of Vietnamese.
fn is_keyed(word: &str) -> bool {
    let keys = ['f', 'j', 'w', 'z'];
    let rest: String =
        crate::vietnamese::lower(word).chars().filter(|letter| !keys.contains(letter)).collect();
    rest.len() + 1 == word.len() && crate::vietnamese::is_syllable(&rest)
}

/// The words of a paragraph that are none of Vietnamese, nor of the others that plans have.
fn strange(paragraph: &Paragraph) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if is_spared(paragraph) || !paragraph.is_prose() {
        return found;
    }
    let Spelling { slips, odd, .. } = paragraph.spelling();
    let is_foreign = |at: usize| {
        let word = paragraph.words.get(at).filter(|word| word.letters > 1 && !word.is_syllable);
        word.is_some_and(|word| word.small.bytes().all(|byte| byte.is_ascii_lowercase()))
    };
    for (at, word) in paragraph.words.iter().enumerate().filter(|(at, _)| is_foreign(*at)) {
        let beside =
            |c: Option<char>| c.is_some_and(|c| !matches!(c, ' ' | ',' | ';' | '.' | ':' | ')' | '('));
        let joined = beside(paragraph.before(word.at.start).chars().next_back())
            || beside(paragraph.behind(word.at.end).chars().next());
        let phrase = at.checked_sub(1).is_some_and(is_foreign) || is_foreign(at + 1);
        let told = slips.iter().map(|slip| &slip.wrong).chain(odd.iter().map(|odd| &odd.range));
        let apart = |other: &Range<usize>| other.end <= word.at.start || word.at.end <= other.start;
        if !word.is_capital
            && !joined
            && !phrase
            && !is_listed(LOANS, &word.small)
            && told.into_iter().all(apart)
        {
            found.push(word.at.clone());
        }
    }
    found
}

/// "tổ chức hiện", "Mặt Tổ quốc Việt Nam".
fn lost(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for lost in paragraph.spelling().lost.iter().filter(|_| paragraph.is_prose()) {
        let beside = lost.before.clone().unwrap_or(lost.range.start..lost.range.start);
        let word = like(paragraph.slice(beside.clone()), lost.lost);
        let message = format!("Cụm từ này thường có thêm tiếng “{}”.", lost.lost);
        let (at, with) = match &lost.before {
            Some(before) => (before.start..before.start, format!("{word} ")),
            None => (lost.range.end..lost.range.end, format!(" {}", lost.lost)),
        };
        report.mend_part(paragraph, lost.range.clone(), at, with, message);
    }
}

/// A syllable without the one that makes a word of it: "tổ chức các hoạt tuyên truyền".
fn lone(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in alone(paragraph, false) {
        report.tell(paragraph, range, "Tiếng này không đứng một mình: có thể thiếu một chữ bên cạnh.");
    }
}

/// "Xây dựng kế giám sát".
fn seldom(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for range in alone(paragraph, true) {
        report.tell(paragraph, range, "Tiếng này ít khi đứng một mình: xem có thiếu một chữ bên cạnh không.");
    }
}

/// The syllables that stand alone and seldom do, or never, of which nothing else is told.
fn alone(paragraph: &Paragraph, seldom: bool) -> impl Iterator<Item = Range<usize>> {
    let Spelling { slips, doubtful, lone, lost, .. } = paragraph.spelling();
    let apart = |one: &Range<usize>, other: &Range<usize>| one.end <= other.start || other.end <= one.start;
    let own = lone.iter().filter(move |own| own.seldom == seldom && paragraph.is_prose());
    own.map(|own| own.range.clone()).filter(move |own| {
        slips.iter().chain(doubtful).all(|slip| apart(&slip.range, own))
            && lost.iter().all(|lost| apart(&lost.range, own))
    })
}

fn joined(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if is_spared(paragraph) {
        return;
    }
    for odd in &paragraph.spelling().odd {
        if let Some(at) = odd.apart {
            let text = |from, to| paragraph.slice(from..to);
            let apart = [text(odd.range.start, at), text(at, odd.range.end)].join(" ");
            report.mend(paragraph, odd.range.clone(), apart, "Hai tiếng viết rời nhau.");
        }
    }
}
