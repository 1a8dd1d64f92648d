//! Capitals in sentences: at their head, and inside them.

use std::hash::Hash;
use std::ops::Range;

use super::clauses::COMMON;
use super::reads;
use super::words::{Words, at, begins, is_capital, is_listed, is_shouted, small};
use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph, Word};
use crate::check::rule::{Notes, Report, Rule};
use crate::check::spelling::Lexicon;
use crate::check::spelling::slips::like;
use crate::import::Role;
use crate::vietnamese::{lower, lower_letter, sentence_case, upper};

const SENTENCE: &str = "NĐ 30/2020/NĐ-CP, Phụ lục II, mục I";

pub(super) const RULES: &[Rule] = &[
    Rule::each(Error, "caps.sentence", SENTENCE, "Đầu câu viết thường", sentence).mends(),
    Rule::whole(Warn, "caps.sentence.line", SENTENCE, "Đầu đoạn viết thường", line).of_files().mends(),
    Rule::each(Warn, "caps.sentence.middle", SENTENCE, "Viết hoa giữa câu", middle).mends(),
    Rule::each(
        Warn,
        "caps.sentence.reason",
        SENTENCE,
        "Viết hoa sau dấu chấm phẩy trong đoạn căn cứ",
        reason,
    )
    .mends(),
    Rule::whole(Error, "caps.org.common", COMMON, "Danh từ chung viết hoa", common)
        .reading(common_read)
        .mends(),
    Rule::whole(Warn, "caps.org.several", COMMON, "“các Ban”, “các Sở”: danh từ chung viết hoa", several)
        .reading(several_read)
        .mends(),
    Rule::each(
        Warn,
        "caps.org.abbreviation",
        "Chữ viết tắt viết hoa",
        "Chữ viết tắt viết thường",
        abbreviation,
    )
    .mends(),
    Rule::each(
        Error,
        "typo.case.line",
        "Lỗi đánh máy: chữ thường lẫn trong chữ in hoa",
        "Chữ thường lẫn trong chữ in hoa",
        case,
    )
    .mends(),
    Rule::each(
        Error,
        "typo.case.word",
        "Lỗi đánh máy: chữ hoa lẫn trong chữ thường",
        "Chữ hoa lẫn giữa một tiếng",
        case_inside,
    )
    .mends(),
];

/// Whether a paragraph is read as sentences, and not as a list of names.
fn is_read(paragraph: &Paragraph) -> bool {
    paragraph.is_prose() && !matches!(paragraph.role, Role::Subject | Role::Detail)
}

fn sentence(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if !is_read(paragraph) {
        return;
    }
    for (own, [left, right], between) in paragraph.breaks() {
        if right.is_capital {
            continue;
        }
        // "v.v. và", "TP. vinh", "1. mục": an abbreviation or a number ends no sentence.
        let ends = between.trim() == "." && between.ends_with(' ');
        let whole = left.is_syllable && left.letters > 2 && paragraph.word(own) == left.small;
        let starts = right.is_syllable && right.letters > 1;
        if ends && whole && starts {
            let range = left.at.start..right.at.end;
            report.mend_part(
                paragraph,
                range,
                right.at.clone(),
                sentence_case(paragraph.word(own + 1)),
                "Đầu câu viết hoa.",
            );
        }
    }
}

/// Lines of one kind that begin small where most begin with a capital: a text that begins all of them small
/// makes one list of them.
fn line(manuscript: &Manuscript, report: &mut Report) {
    if !manuscript.frame.is_source {
        return;
    }
    let first = |own: &Paragraph| {
        let first = own.words.iter().position(|word| word.at.start >= own.body)?;
        let lead = own.slice(own.body..own.words.get(first)?.at.start);
        lead.trim().is_empty().then_some(first)
    };
    for role in [Role::Clause, Role::Subclause, Role::Point, Role::Dash, Role::Opening, Role::Closing] {
        let marked = |own: &&Paragraph| {
            own.role == role && (!own.mark().is_empty() || matches!(role, Role::Opening | Role::Closing))
        };
        let all: Vec<&Paragraph> = manuscript.paragraphs.iter().filter(marked).collect();
        let is_small = |own: &&&Paragraph| first(own).is_some_and(|at| !is_capital(own, at));
        if all.iter().filter(is_small).count() * 3 > all.len() + 2 {
            continue;
        }
        for paragraph in all.iter().filter(is_small) {
            let Some(at) = first(paragraph) else { continue };
            let own = &paragraph.words[at];
            let starts = own.is_syllable && own.letters > 1;
            if starts && paragraph.words.len() > 4 {
                let with = sentence_case(paragraph.word(at));
                report.mend(paragraph, own.at.clone(), with, "Khi xuống dòng, chữ đầu viết hoa.");
            }
        }
    }
}

/// Words that join others, and those before a number: no name begins with one of them.
const JOINING: &str = " của các được với trên những không nhằm trước giữa đang cũng nhưng đến phải cho theo và về để tại từ là đã nếu khi \
    sau trong mọi mỗi từng ";
const BRACKETED: &str = " trong có gồm kể tính kèm theo nếu trừ tức bao từ do để cả tự ";
const COUNTING: &str = " năm tháng ngày quý số ";

/// Words with which a task begins, and no name.
const DOING: [&str; 42] = [
    "ứng phó",
    "phê duyệt",
    "thành lập",
    "tuyên truyền",
    "khắc phục",
    "giải quyết",
    "huy động",
    "bố trí",
    "lồng ghép",
    "quán triệt",
    "ban hành",
    "củng cố",
    "hoàn thiện",
    "chuẩn bị",
    "khẩn trương",
    "góp phần",
    "khuyến khích",
    "duy trì",
    "tổ chức thực",
    "thực hiện",
    "xây dựng",
    "phối hợp",
    "tăng cường",
    "nâng cao",
    "đẩy mạnh",
    "chỉ đạo",
    "hướng dẫn",
    "kiểm tra",
    "phát huy",
    "tiếp tục",
    "chủ động",
    "tập trung",
    "triển khai",
    "rà soát",
    "tham mưu",
    "báo cáo",
    "theo dõi",
    "đôn đốc",
    "vận động",
    "bảo đảm",
    "đảm bảo",
    "kịp thời",
];

/// Whether nothing but a space stands between a word and one in small letters before it.
pub(super) fn follows_small(paragraph: &Paragraph, own: usize) -> bool {
    let before = own.checked_sub(1).and_then(|at| paragraph.words.get(at));
    before.zip(paragraph.words.get(own)).is_some_and(|(before, own)| {
        !before.is_capital
            && before.is_syllable
            && paragraph.text.get(before.at.end..own.at.start) == Some(" ")
    })
}

/// Whether a word stands behind a comma in the same line, of which what stands before is no name.
pub(super) fn follows_comma(paragraph: &Paragraph, own: usize) -> bool {
    let before = own.checked_sub(1).and_then(|at| paragraph.words.get(at));
    before.zip(paragraph.words.get(own)).is_some_and(|(before, own)| {
        !before.is_capital
            && before.is_syllable
            && paragraph.text.get(before.at.end..own.at.start) == Some(", ")
    })
}

fn middle(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for (own, pair) in paragraph.words.windows(2).enumerate() {
        let [left, right] = pair else { continue };
        if !left.is_capital || left.is_loud && left.letters > 1 || right.is_capital && left.small != "của" {
            continue;
        }
        let before = paragraph.before(left.at.start).trim_end();
        // "Quyết định số 590/TTg Ngày 04/12/1993".
        let behind_symbol = own > 0
            && left.small == "ngày"
            && paragraph.slice(paragraph.words[own - 1].at.end..left.at.start) == " "
            && right.small.starts_with(|c: char| c.is_ascii_digit())
            && paragraph.words[own - 1].is_loud;
        // "… ngày 06/9/2023 Của Ban Thường vụ Tỉnh ủy".
        let before_it = own.checked_sub(1).and_then(|at| paragraph.words.get(at));
        let behind_figure = before_it.filter(|word| word.small.ends_with(|c: char| c.is_ascii_digit()));
        let of_issuer = behind_figure.is_some_and(|word| match paragraph.slice(word.at.end..left.at.start) {
            " " => is_listed(JOINING, &left.small),
            gap => gap.trim().is_empty() && left.small == "của",
        });
        // Most capitals stand at the head of a sentence or in a name.
        if !behind_symbol && !of_issuer && !follows_small(paragraph, own) && !before.ends_with([',', '(']) {
            continue;
        }
        // "Ban Chỉ đạo Vận động hiến máu tình nguyện" is called so.
        let of_board = own.checked_sub(3).is_some_and(|at| {
            let board = paragraph.words[at..own].iter().map(|word| word.small.as_str());
            paragraph.words[at].is_capital && board.eq(["ban", "chỉ", "đạo"])
        });
        // "Thực hiện Thực hiện Chỉ thị": written twice, of which another rule tells.
        let again = own.checked_sub(2).is_some_and(|at| {
            paragraph.words[at].says_same(left) && paragraph.words[at + 1].says_same(right)
        });
        if of_board || again {
            continue;
        }
        let counted = right.small.starts_with(|c: char| c.is_ascii_digit()) || right.is_loud;
        let is_of = |words: &str| is_listed(words, &left.small);
        // "(Trong đó có 20 xã)": what a bracket adds to a sentence begins small.
        let bracketed = own > 0
            && paragraph.slice(paragraph.words[own - 1].at.end..left.at.start) == " ("
            && !paragraph.words[own - 1].is_capital
            && is_of(BRACKETED);
        if bracketed {
            report.mend(
                paragraph,
                left.at.clone(),
                left.small.clone(),
                "Trong ngoặc giữa câu không viết hoa.",
            );
            continue;
        }
        // "Chương trình Mỗi xã một sản phẩm" is called so.
        let product = left.small == "mỗi" && matches!(right.small.as_str(), "xã" | "làng");
        let joins =
            is_of(JOINING) && !product && (follows_small(paragraph, own) || follows_comma(paragraph, own));
        if joins
            || of_issuer
            || (behind_symbol || follows_small(paragraph, own)) && counted && is_of(COUNTING)
        {
            let message = "Giữa câu không viết hoa.";
            report.mend(paragraph, left.at.clone(), left.small.clone(), message);
            continue;
        }
        let two = format!("{} {}", left.small, right.small);
        let doing = two.is_of(&DOING);
        // "Báo cáo", "Hướng dẫn" may be documents; they stand behind a word, the others behind a comma too.
        let named = matches!(left.small.as_str(), "báo" | "hướng" | "chỉ" | "kiểm");
        // A heading runs into its text: "1. Mục đích Nâng cao nhận thức …". What a document is called may begin so.
        let naming = [
            "hoạch", "quyết", "trình", "án", "định", "thị", "dẫn", "báo", "luận", "đề", "trào", "động",
            "tài", "ban", "phòng", "tổ", "đội", "quỹ", "tâm", "hội", "viện", "khối", "cục", "giải",
        ];
        if doing
            && !named
            && follows_small(paragraph, own)
            && !naming.contains(&small(paragraph, own.checked_sub(1)))
            && !of_department(paragraph, own)
        {
            let range = left.at.start..right.at.end;
            report.tell(
                paragraph,
                range,
                "Chữ hoa giữa câu: thiếu dấu ngắt câu ở trước, hoặc phải viết thường.",
            );
            continue;
        }
        let of_document = || {
            // "Luật số 85/2015/QH13 về Bầu cử đại biểu Quốc hội": that is how a law is called.
            let mut mentions = paragraph.mentions.iter().filter(|mention| mention.kind != "Luật");
            mentions.any(|mention| leads_to(paragraph, mention.range.end, left.at.start))
        };
        // "Kế hoạch … của Phòng Giáo dục về Phương hướng, nhiệm vụ": what a document is about begins small.
        let regards = own > 1 && paragraph.phrase_at(own - 2, "về việc").is_some();
        let cites = regards || small(paragraph, own.checked_sub(1)).is_of(&["về", "việc"]) && of_document();
        // A Phòng Công tác Sinh viên is called so.
        let works =
            own > 1 && paragraph.phrase_at(own - 2, "công tác").is_some() && !is_capital(paragraph, own - 2);
        // "Tổ chức" begins names of bodies, but not of works: về việc Tổ chức đại hội.
        let common = || cites && two == "tổ chức" || is_common(paragraph, own);
        // "quy định về Cơ sở dữ liệu hộ tịch điện tử" names it.
        let database = paragraph.phrase_at(own, "cơ sở dữ liệu").is_some();
        let named_so = (cites || works) && follows_small(paragraph, own) && !database && common();
        // "về Phòng, chống dịch".
        let fights = cites && two == "phòng chống" && follows_small(paragraph, own);
        // "… của Chính phủ Quy định chi tiết": so does what it does.
        // "của Bộ Chính trị ban hành Quy định về …": that is a document.
        let issued = small(paragraph, own.checked_sub(1)) == "hành";
        let does = two.is_of(&DOES) && !issued && small(paragraph, Some(own + 2)) != "số" && of_document();
        let about = named_so || fights || does;
        if about {
            let range = left.at.start..right.at.end;
            let message = "Giữa câu không viết hoa.";
            report.mend_part(paragraph, range, left.at.clone(), left.small.clone(), message);
            continue;
        }
        let inside = before.ends_with(',')
            || own > 0
                && before.ends_with(char::is_alphabetic)
                && before.ends_with(small(paragraph, own.checked_sub(1)));
        let gap = paragraph.slice(before.len()..left.at.start);
        if doing && inside && !named && !gap.contains('\n') && before.ends_with(',') {
            let range = left.at.start..right.at.end;
            report.mend_part(
                paragraph,
                range,
                left.at.clone(),
                left.small.clone(),
                "Giữa câu không viết hoa.",
            );
        }
    }
}

/// "Ban Tuyên huấn và Xây dựng Hội": whether the name of a department goes on with a word behind "và".
fn of_department(paragraph: &Paragraph, own: usize) -> bool {
    let head =
        |at: usize| is_capital(paragraph, at) && small(paragraph, Some(at)).is_of(&["ban", "phòng", "sở"]);
    small(paragraph, own.checked_sub(1)) == "và" && (own.saturating_sub(5)..own).any(head)
}

/// Words that say what a document does.
const DOES: [&str; 7] =
    ["quy định", "hướng dẫn", "ban hành", "phê duyệt", "sửa đổi", "triển khai", "tăng cường"];

/// Whether nothing but who issued it stands between a document and a byte.
fn leads_to(paragraph: &Paragraph, from: usize, to: usize) -> bool {
    let between = if from < to { paragraph.slice(from..to) } else { "." };
    // "của Ban Chỉ đạo liên ngành về Vệ sinh an toàn thực phẩm" is its name.
    !between.says("Ban Chỉ đạo")
        && !between.says("Ban chỉ đạo")
        && !between.contains([',', ';', '.', ':', '(', '-'])
        && between.split(' ').count() < 16
}

/// Whether a word with a capital and the next are one common word, and no name of a document or a body.
pub(super) fn is_common(paragraph: &Paragraph, own: usize) -> bool {
    let ids = [own, own + 1].map(|at| paragraph.words.get(at).and_then(|word| word.id));
    if !matches!(ids, [Some(first), Some(second)] if Lexicon::get().is_word(first, second)) {
        return false;
    }
    let two = format!(" {} {} ", small(paragraph, Some(own)), small(paragraph, Some(own + 1)));
    let close = paragraph
        .words
        .get(own + 1)
        .is_some_and(|next| paragraph.slice(paragraph.words[own].at.end..next.at.start) == " ");
    let body = heads_name(small(paragraph, Some(own)));
    close
        && !body
        && (two == " tổ chức " || !super::mixed::NAMING.contains(&two))
        && !is_capital(paragraph, own + 2)
}

/// Whether a word in small letters begins names of bodies, laws, days or movements.
pub(super) fn heads_name(small: &str) -> bool {
    is_listed(HEADS_OF_NAMES, small)
}

/// Words with which names of bodies, laws, days and movements begin.
const HEADS_OF_NAMES: &str = " nhà đảng nhân ủy uỷ hội ban bộ sở mặt đoàn luật ngày tháng năm tuần tết \
    cuộc quỹ cổng trang hệ tòa viện trường trạm đài chiến đội câu cụm khối liên khu làng giải kỳ lễ ";

/// Reasons that a sentence gives one behind the other: the next begins small, or in a paragraph of its own.
fn reason(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    if !matches!(paragraph.role, Role::Basis | Role::Opening) {
        return;
    }
    for lead in ["căn cứ", "thực hiện", "theo", "xét"] {
        for range in paragraph.phrases(lead) {
            let own = at(paragraph, &range);
            let before = paragraph.before(range.start);
            if own > 0 && is_capital(paragraph, own) && before.ends_with("; ") {
                let word = paragraph.words[own].at.clone();
                let with = paragraph.words[own].small.clone();
                let message = "Sau dấu chấm phẩy trong cùng một đoạn không viết hoa.";
                report.mend_part(paragraph, range, word, with, message);
            }
        }
    }
}

/// Nouns that are written small wherever they are no part of a name.
const NOUNS: [&str; 21] = [
    "khu phố",
    "tổ dân phố",
    "chính quyền",
    "cấp ủy",
    "cấp uỷ",
    "doanh nghiệp",
    "người dân",
    "cơ quan",
    "đơn vị",
    "địa phương",
    "cán bộ",
    "công chức",
    "viên chức",
    "đoàn viên",
    "đảng viên",
    "quần chúng",
    "hộ nghèo",
    "hội viên",
    "hộ gia đình",
    "đoàn thể",
    "khối đại đoàn kết",
];

/// Whether a word stands behind those who have joined: "Hiệp hội Doanh nghiệp tỉnh".
fn joined(paragraph: &Paragraph, at: usize) -> bool {
    let before = |back: usize| small(paragraph, at.checked_sub(back));
    before(1).is_of(&["hội", "đoàn", "minh"]) && before(2).is_of(&["hiệp", "liên"])
}

/// A common noun in capitals inside a sentence, where the same text writes it small elsewhere or nothing
/// else can be meant.
fn common(manuscript: &Manuscript, report: &mut Report) {
    for noun in NOUNS {
        let mut big: Vec<(&Paragraph, Range<usize>)> = Vec::new();
        let mut small_ones = 0;
        for paragraph in manuscript.paragraphs.iter().filter(|own| own.is_prose()) {
            for range in paragraph.phrases(noun) {
                let first = at(paragraph, &range);
                let count = noun.split(' ').count();
                let rest = (first + 1..first + count).any(|at| is_capital(paragraph, at));
                let named = is_capital(paragraph, first + count)
                    || (first > 0 && is_capital(paragraph, first - 1) && !begins(paragraph, first - 1))
                    || joined(paragraph, first);
                match is_capital(paragraph, first) {
                    false => small_ones += 1,
                    true if rest || named || begins(paragraph, first) => {}
                    // "Tổ dân phố 5" has a number for a name.
                    true if small(paragraph, Some(first + count))
                        .starts_with(|c: char| c.is_ascii_digit()) => {}
                    // “Đảng viên trẻ ở làng” is called so.
                    true if paragraph.before(range.start).ends_with(['“', '"']) => {}
                    // "Đơn vị chủ trì: …" begins a sentence, whatever stands before.
                    true if small(paragraph, Some(first + count)).is_of(&["chủ", "phối"]) => {}
                    true => big.push((paragraph, range)),
                }
            }
        }
        // "Chính quyền" is no name wherever it is as often small as not.
        let least = match noun {
            "khối đại đoàn kết" => 0,
            "chính quyền" => big.len(),
            _ => 2 * big.len(),
        };
        let one_way = big.is_empty() || small_ones < least;
        if one_way {
            continue;
        }
        for (paragraph, range) in big {
            let with = lower(paragraph.slice(range.clone()));
            report.mend(paragraph, range, with, "Danh từ chung viết thường.");
        }
    }
}

/// Words before several of a kind.
const SEVERAL: [&str; 4] = ["các", "những", "mỗi", "từng"];

/// The words of a paragraph behind "các" and such.
pub(in crate::check) fn of_several(paragraph: &Paragraph) -> Vec<usize> {
    let behind = |range| {
        let first = at(paragraph, &range);
        let close = paragraph.words.get(first + 1).is_some_and(|own| own.is_syllable && own.letters > 1);
        (close && !is_shouted(paragraph, range.start)).then_some(first + 1)
    };
    SEVERAL.into_iter().flat_map(|word| paragraph.phrases(word)).filter_map(behind).collect()
}

/// Bodies or persons of a kind, named together, in capitals where the same text writes them small elsewhere.
fn several(manuscript: &Manuscript, report: &mut Report) {
    let all = manuscript.paragraphs.iter().flat_map(|own| own.of_several().iter().map(move |at| (own, *at)));
    let (big, small_ones): (Vec<_>, Vec<_>) = all.partition(|(own, at)| is_capital(own, *at));
    // "các Ban, Văn phòng": what a comma parts from it is no part of its name.
    let named = |(paragraph, own): &(&Paragraph, usize)| {
        is_capital(paragraph, own + 1) && !paragraph.behind(paragraph.words[*own].at.end).starts_with(',')
    };
    // "các Hội đồng tư vấn" are no associations.
    let longer = |(paragraph, own): &(&Paragraph, usize)| {
        paragraph.words[*own].small == "hội" && small(paragraph, Some(own + 1)) == "đồng"
    };
    for (paragraph, own) in big.into_iter().filter(|several| !named(several) && !longer(several)) {
        let word = &paragraph.words[own];
        // What is small there is the end of a longer word, too: "các ban ngành".
        let kind = matches!(small(paragraph, Some(own + 1)), "chuyên" | "trực" | "liên")
            || is_listed_small(paragraph, own);
        if kind || small_ones.iter().any(|(other, at)| other.words[*at].says_same(word)) {
            let range = paragraph.words[own - 1].at.start..word.at.end;
            let message = "Nói chung nhiều cơ quan: viết thường, như ở chỗ khác.";
            report.mend_part(paragraph, range, word.at.clone(), word.small.clone(), message);
        }
    }
}

/// "các Sở, ban, ngành", "các Ban ngành": what goes on small is a list of common nouns.
fn is_listed_small(paragraph: &Paragraph, own: usize) -> bool {
    let noun = |at: usize| small(paragraph, Some(at)).is_of(&["sở", "ban", "bộ", "ngành", "phòng", "đoàn"]);
    let next = paragraph.words.get(own + 1).filter(|next| !next.is_capital && noun(own + 1));
    let between = |next: &Word| paragraph.slice(paragraph.words[own].at.end..next.at.start);
    noun(own) && next.is_some_and(|next| matches!(between(next), ", " | " "))
}

fn common_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    reads::phrases(paragraph, NOUNS, notes);
    for (at, range) in NOUNS.iter().flat_map(|noun| paragraph.phrases(noun).with_word()) {
        (joined(paragraph, at), paragraph.before(range.start).ends_with(['“', '"'])).hash(notes);
    }
}

fn several_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    for &own in paragraph.of_several() {
        (is_capital(paragraph, own), is_capital(paragraph, own + 1)).hash(notes);
        paragraph.behind(paragraph.words[own].at.end).starts_with(',').hash(notes);
        [own.checked_sub(1), Some(own), Some(own + 1)].map(|at| small(paragraph, at)).hash(notes);
        is_listed_small(paragraph, own).hash(notes);
    }
}

/// Abbreviations of bodies and titles that no word is written like.
const ABBREVIATIONS: &str = " ubnd hđnd mttq ubmttq ubmttqvn thcs thpt bhxh bhyt tdtt ubkt tncs ccb lhpn qlnn ktxh qpan cntt ttđt vhxh đktt ";

fn abbreviation(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for word in &paragraph.words {
        // Most words are no abbreviations, or are written as they should.
        if word.is_syllable || word.is_loud {
            continue;
        }
        let typed = paragraph.slice(word.at.clone());
        let known = ABBREVIATIONS.split(' ').any(|own| own == word.small) || typed == "Vp";
        if !known {
            continue;
        }
        let joined = paragraph.before(word.at.start).ends_with(['/', '.', '@', '-'])
            || paragraph.behind(word.at.end).starts_with(['@', '-', '/']);
        let dotted = paragraph.behind(word.at.end).starts_with('.')
            && paragraph.behind(word.at.end + 1).starts_with(char::is_alphanumeric);
        if !joined && !dotted {
            report.mend(paragraph, word.at.clone(), upper(typed), "Chữ viết tắt viết hoa.");
        }
    }
}

/// A word in small letters in a line of capitals.
fn case(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    // Of who signs another rule tells.
    if matches!(paragraph.role, Role::Authority | Role::SignerTitle | Role::Ending | Role::SignerName) {
        return;
    }
    let mut start = 0;
    for line in paragraph.text.split('\n') {
        let own = start..start + line.len();
        start = own.end + 1;
        let from = paragraph.words.partition_point(|word| word.at.start < own.start);
        let to = paragraph.words.partition_point(|word| word.at.start < own.end);
        let words = (from..to).zip(paragraph.words.get(from..to).unwrap_or_default());
        let words = words.filter(|(_, word)| word.small.starts_with(char::is_alphabetic));
        let shouted = words.clone().filter(|(_, word)| word.is_loud && word.is_syllable).count();
        let quiet = words.filter(|(_, word)| !word.is_loud);
        if shouted < 2 || shouted < 2 * quiet.clone().count() {
            continue;
        }
        for (at, word) in quiet {
            let typed = paragraph.word(at);
            // A word in small letters alone may be meant: "số", "của"; one that is half and half is a slip.
            let capitals = typed.has_big();
            if word.is_syllable && (capitals || quiet_between(paragraph, at)) {
                report.mend(paragraph, word.at.clone(), upper(typed), "Chữ thường lẫn trong dòng in hoa.");
            }
        }
    }
}

/// Whether both words beside a small one are in capitals.
fn quiet_between(paragraph: &Paragraph, at: usize) -> bool {
    let loud = |at: usize| {
        paragraph.words.get(at).is_some_and(|word| word.letters > 1 && word.is_loud && word.is_syllable)
    };
    at > 0 && loud(at - 1) && loud(at + 1)
}

/// Capitals inside a word of small letters.
fn case_inside(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for word in &paragraph.words {
        if word.is_loud || !word.is_syllable || word.small.is_ascii() {
            continue;
        }
        let typed = paragraph.slice(word.at.clone());
        let mut letters = typed.chars();
        let first = letters.next().unwrap_or_default();
        let rest = letters.as_str();
        // Most words end with the letters that they have in small ones.
        if word.small.ends_with(rest) {
            continue;
        }
        let big = rest.chars().filter(|c| *c != lower_letter(*c)).count();
        let little = rest.chars().filter(|c| c.is_alphabetic() && *c == lower_letter(*c)).count();
        let slip = big > 0 && little > 0 && !is_shouted(paragraph, word.at.start);
        if slip {
            let mostly = big > little;
            let with = if mostly { upper(typed) } else { like(&first.to_string(), &word.small) };
            report.mend(paragraph, word.at.clone(), with, "Chữ hoa và chữ thường lẫn trong một tiếng.");
        }
    }
}
