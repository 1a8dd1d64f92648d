//! Capitals in sentences: at their head, and inside them.

use super::words::{Words, at, is_capital, is_listed, small};
use crate::check::finding::Severity::{Error, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph};
use crate::check::rule::{Report, Rule};
use crate::check::spelling::Lexicon;
use crate::import::Role;
use crate::vietnamese::sentence_case;

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
        let whole = left.is_syllable && left.letters > 2 && paragraph.word(own) == left.small
            // "tại mục II. kịp thời"
            || left.is_loud && small(paragraph, own.checked_sub(1)).is_of(&["mục", "phần", "chương"]);
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
    let roles =
        [Role::Clause, Role::Subclause, Role::Point, Role::Dash, Role::Detail, Role::Opening, Role::Closing];
    for role in roles {
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
    sau trong mọi mỗi từng cuối ";

/// How a bracket begins that gives a short name.
const NAMED_SO: [&str; 4] = ["sau đây", "viết tắt", "gọi tắt", "gọi chung"];

/// Short names of bodies that do what stands behind them.
const BODIES: [&str; 4] = ["ubnd", "hđnd", "mttq", "ubmttq"];

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

/// Whether a task begins with a word.
pub(super) fn is_task(paragraph: &Paragraph, own: usize) -> bool {
    DOING.iter().any(|two| paragraph.phrase_at(own, two).is_some())
}

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
        // "của UBND xã Phố Bảng Về việc", "MTTQ Phối hợp với": names stand before them.
        let behind = own.checked_sub(1).and_then(|at| paragraph.words.get(at));
        let behind = behind.filter(|word| paragraph.slice(word.at.end..left.at.start) == " ");
        let about = behind.is_some_and(|word| word.is_syllable && !word.is_loud)
            && left.small == "về"
            && right.small == "việc";
        let by_body = behind.is_some_and(|word| word.is_loud && word.small.is_of(&BODIES));
        let in_sentence = behind_symbol || of_issuer || about || by_body;
        // Most capitals stand at the head of a sentence or in a name.
        if !in_sentence && !follows_small(paragraph, own) && !before.ends_with([',', '(']) {
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
            && (is_of(BRACKETED) || format!("{} {}", left.small, right.small).is_of(&NAMED_SO));
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
            || about
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
            && (follows_small(paragraph, own) || by_body)
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
        // "04 sở (Tài chính, Xây dựng, Tư pháp, Y tế)" names them.
        let listed = before.rfind('(').is_some_and(|open| !before[open..].contains(')'));
        if doing && inside && !named && !listed && !gap.contains('\n') && before.ends_with(',') {
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
