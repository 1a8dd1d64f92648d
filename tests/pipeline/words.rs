//! Every word arrives, and none that nobody wrote.

use std::collections::BTreeMap;
use std::fs;

use ke_hoach::document::typeset;
use ke_hoach::export;
use ke_hoach::format::FormatKey;
use ke_hoach::plan::Plan;
use ke_hoach::vietnamese::compose;
use proptest::prelude::*;

use crate::oracles::{at_hand, checkout, converted, folder, read, word_file};
use crate::plans::{BINH_DINH, FAMILIES, NAM_DINH, NINH_BINH, REAL, filled, hostile, source};

/// The words of a text: sequences of letters and digits, in capitals, because some parts are
/// printed so; a number without the zeros before it, which days and months get.
fn words(text: &str) -> Vec<String> {
    let capitals = text.to_uppercase();
    let words = capitals.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| word.trim_start_matches('0').to_owned()).collect()
}

/// A line without the number or letter by which it is counted: `I -`, `II.`, `1.`, `4.1.`, `a)`.
fn uncounted(line: &str) -> &str {
    let line = line.trim_start().trim_start_matches('*');
    let mark = line.trim_start_matches(|c: char| c.is_ascii_digit() || "IVX.".contains(c));
    let number = &line[..line.len() - mark.len()];
    if number.is_empty() || !(number.ends_with('.') || mark.trim_start().starts_with('-')) {
        return line;
    }
    mark
}

fn uncounted_words(text: &str) -> Vec<String> {
    text.lines().flat_map(|line| words(uncounted(line))).collect()
}

/// Those of `words` that are not among `others`, each as often as it is missing.
fn without(words: &[String], others: &[String]) -> Vec<String> {
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    for word in others {
        *left.entry(word).or_default() += 1;
    }
    let missing = words.iter().filter(|word| match left.get_mut(word.as_str()) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    });
    missing.cloned().collect()
}

/// A real plan, its Word file as python-docx and as LibreOffice read it, and the text file.
struct Read {
    source: String,
    python: String,
    libreoffice: String,
    text: String,
}

fn read_back(name: &str) -> Read {
    let folder = folder(&format!("words_{name}"));
    let (word, text) = (folder.join("plan.docx"), folder.join("plan.txt"));
    converted(&source(name), &word, &[]);
    converted(&source(name), &text, &[]);
    Read {
        // Some letters of one come in pieces.
        source: compose(&fs::read_to_string(source(name)).unwrap()),
        python: plain(&read(checkout("tools/docx-text"), [&word])),
        libreoffice: plain(&read(checkout("tools/libreoffice-text"), [&word])),
        text: fs::read_to_string(text).unwrap(),
    }
}

/// The text with the spaces that do not break as any others.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn every_word_of_a_real_plan_is_in_its_word_file_and_no_other() {
    if !at_hand("words of real plans") {
        return;
    }
    // What a plan without head and signature is given: the family's own words and placeholders.
    let given = "(cơ quan ban hành) CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: /(ký hiệu) \
                 (địa danh), ngày tháng năm Nơi nhận: Lưu: VT (chức vụ) (họ và tên)";
    for (name, lost, added) in [
        // A signature whose title was lost, recipients without a heading.
        (NAM_DINH, "", "(chức vụ) Nơi nhận:"),
        (BINH_DINH, "", ""),
        // A mark that a converter left behind.
        (NINH_BINH, "bookmark Hlk71789350", given),
    ] {
        let read = read_back(name);
        assert_eq!(words(&read.python), words(&read.text), "{name}");
        assert_eq!(words(&read.libreoffice), words(&read.text), "{name}");
        let (typed, printed) = (uncounted_words(&read.source), uncounted_words(&read.python));
        let sorted = |mut words: Vec<String>| {
            words.sort();
            words
        };
        assert_eq!(sorted(without(&typed, &printed)), sorted(words(lost)), "{name}");
        assert_eq!(sorted(without(&printed, &typed)), sorted(words(added)), "{name}");
    }
}

#[test]
fn the_body_of_a_real_plan_is_in_its_word_file_word_by_word() {
    if !at_hand("order of words of real plans") {
        return;
    }
    for (name, first, behind) in [
        (NAM_DINH, "Thực hiện Nghị quyết số 27-NQ/TW ngày", "TM. BAN THƯỜNG TRỰC"),
        (BINH_DINH, "Thực hiện Kế hoạch số 60-KH/TU ngày", "Nơi nhận:"),
        (NINH_BINH, "Thực hiện Quyết định số 334-QĐ/TU", "\u{0}"),
    ] {
        let read = read_back(name);
        let body = |text: &str, behind: &str| {
            let start = text.find(first).unwrap();
            let end = text[start..].find(behind).map_or(text.len(), |length| start + length);
            uncounted_words(&text[start..end])
        };
        let typed = body(&read.source.replace("[bookmark: _Hlk71789350]", ""), behind);
        assert!(typed.len() > 1500, "{name}: {}", typed.len());
        assert_eq!(body(&read.python, "Nơi nhận:"), typed, "{name}");
    }
}

/// The lines of a text that have letters or digits, or are the Party's mark, before and
/// behind the body.
fn ends(text: &str, body: &str, behind: &str) -> (Vec<String>, Vec<String>) {
    let lines = |text: &str| {
        let lines = text.lines().map(|line| line.trim().to_owned());
        lines.filter(|line| !line.is_empty()).collect::<Vec<_>>()
    };
    let start = text.find(body).unwrap();
    let end = text.find(behind).unwrap();
    (lines(&text[..start]), lines(&text[end..]))
}

#[test]
fn head_recipients_and_signature_stand_cell_by_cell() {
    if !at_hand("head and end of real plans") {
        return;
    }
    let (head, end) = ends(&read_back(NAM_DINH).python, "Thực hiện Nghị quyết số", "Nơi nhận:");
    assert_eq!(
        head,
        [
            "ỦY BAN MTTQ VIỆT NAM",
            "TỈNH NAM ĐỊNH",
            "BAN THƯỜNG TRỰC",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Số: 90/KH-MT-BTT",
            "Nam Định, ngày 22 tháng 3 năm 2023",
            "KẾ HOẠCH",
            "thực hiện Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XIII về tiếp tục xây dựng \
             và hoàn thiện Nhà nước pháp quyền xã hội chủ nghĩa Việt Nam trong giai đoạn mới",
            "của Ủy ban MTTQ tỉnh Nam Định",
        ]
    );
    assert_eq!(
        end,
        [
            "Nơi nhận:",
            "- Ban TT UBTWMTTQVN (để b/c);",
            "- Thường trực Tỉnh ủy;",
            "- Ban Nội chính TU;",
            "- Các tổ chức chính trị - xã hội tỉnh;",
            "- Các tổ chức thành viên của MTTQ tỉnh;",
            "- Ban Thường trực UBMTTQVN tỉnh;",
            "- Ban TT UBMTTQVN các huyện, thành phố;",
            "- Các ban, Vp, Trang TTĐT của MTTQ tỉnh;",
            "- Lưu: VP, Ban DC-PL.",
            "TM. BAN THƯỜNG TRỰC",
            "(CHỨC VỤ)",
            "Đoàn Văn Hùng",
        ]
    );
    let (head, end) = ends(&read_back(BINH_DINH).python, "Thực hiện Kế hoạch số", "Nơi nhận:");
    assert_eq!(
        head,
        [
            "ĐẢNG BỘ TỈNH BÌNH ĐỊNH",
            "ĐẢNG ỦY KHỐI CÁC CƠ QUAN",
            "*",
            "ĐẢNG CỘNG SẢN VIỆT NAM",
            "Số 80-KH/ĐUK",
            "Bình Định, ngày 27 tháng 6 năm 2023",
            "KẾ HOẠCH",
            "thực hiện Nghị quyết số 27-NQ/TW ngày 09/11/2022 của Ban Chấp hành Trung ương Đảng khóa XIII về tiếp \
             tục xây dựng và hoàn thiện Nhà nước pháp quyền xã hội chủ nghĩa Việt Nam trong giai đoạn mới",
            "-----",
        ]
    );
    assert_eq!(
        end,
        [
            "Nơi nhận:",
            "- Ban Thường vụ Tỉnh ủy (b/c);",
            "- Ban Thường vụ Đảng ủy Khối;",
            "- Các ban ĐUK; Đoàn Khối;",
            "- Chi, đảng bộ cơ sở;",
            "- Website ĐUK;",
            "- Lưu VP, BTGĐUK.",
            "T/M BAN THƯỜNG VỤ",
            "PHÓ BÍ THƯ",
            "Nguyễn Hữu Lộc",
        ]
    );
}

#[test]
fn a_hostile_plan_reads_in_word_as_it_was_typeset() {
    if !at_hand("words of hostile plans") {
        return;
    }
    let folder = folder("hostile_words");
    for format in FAMILIES {
        let document = typeset(&hostile(format.clone()));
        let file = word_file(&document, None, &folder, &format.0);
        let readable = |c: &char| matches!(c, '\t' | '\n' | ' '..='\u{fffd}' | '\u{10000}'..);
        let text: String = export::text(&document).chars().filter(readable).collect();
        assert_eq!(words(&read(checkout("tools/docx-text"), [&file])), words(&text), "{}", format.0);
    }
}

#[test]
fn each_real_plan_prints_the_same_words_of_its_own_in_every_family() {
    let folder = folder("words_of_families");
    for name in REAL {
        let body = |family: &str| {
            let file = folder.join(format!("{name}.{family}.txt"));
            converted(&source(name), &file, &["--format", family]);
            let text = fs::read_to_string(file).unwrap();
            let start = text.find("Thực hiện").unwrap();
            uncounted_words(&text[start..text.find("Nơi nhận:").unwrap()])
        };
        let state = body("nd30");
        assert!(state.len() > 1500);
        assert_eq!(body("party"), state, "{name}");
        assert_eq!(body("front"), state, "{name}");
    }
}

/// What is typed into a field: nothing, a few words, or anything.
fn field() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => Just(String::new()),
        4 => "[ \n\t./;:,()*+-]{0,3}([a-zđăâêôơưếệỷ0-9]{1,7}[ \n./;,()-]{1,2}){0,6}",
        2 => any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_word_of_every_field_is_printed(
        texts in prop::collection::vec(field(), 1..160),
        family in 0..FAMILIES.len(),
        day in prop::option::of(1..=31_u8),
        month in prop::option::of(1..=12_u8),
        year in prop::option::of(2000..=2100_u16),
    ) {
        let mut given = texts.iter().cycle();
        let mut typed = Vec::new();
        let mut plan = filled(FAMILIES[family].clone(), &mut || {
            let text = given.next().cloned().unwrap_or_default();
            typed.extend(words(&text));
            text
        });
        (plan.date.day, plan.date.month, plan.date.year) = (day, month, year);
        typed.extend([day.map(u16::from), month.map(u16::from), year].into_iter().flatten().map(|n| n.to_string()));
        let printed = words(&export::text(&typeset(&plan)));
        prop_assert_eq!(without(&typed, &printed), Vec::<String>::new());
    }
}

#[test]
fn an_empty_plan_says_what_is_missing() {
    for format in FAMILIES {
        let text = export::text(&typeset(&Plan::new(format.clone())));
        for placeholder in [
            "(CƠ QUAN BAN HÀNH)",
            "(ký hiệu)",
            "(địa danh)",
            "(trích yếu)",
            "(nội dung)",
            "(CHỨC VỤ)",
            "(họ và tên)",
        ] {
            assert!(text.contains(placeholder), "{placeholder}: {text}");
        }
        assert_eq!(text.contains("ĐẢNG CỘNG SẢN VIỆT NAM"), format == FormatKey::PARTY);
    }
}
