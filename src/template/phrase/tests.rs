use std::collections::{HashMap, HashSet};

use super::data::DATA;
use super::*;
use crate::document::typeset;
use crate::export;
use crate::import;
use crate::plan::{Basis, FormatKey, Issuer, Item, Level, RowId};
use crate::template::{blanks, unknown_places};
use crate::vietnamese::compose;

const SPOTS: [Spot; 5] = [
    Spot::Opening,
    Spot::Section(SectionRole::Purpose),
    Spot::Section(SectionRole::Content),
    Spot::Section(SectionRole::Organisation),
    Spot::Closing,
];

/// A plan of a commune's body.
fn plan(kind: &str, subject: &str) -> Plan {
    let (format, _) = BodyKind::find(kind).unwrap();
    let issuer = Issuer {
        kind: kind.into(),
        province: "tỉnh Nghệ An".into(),
        commune: "xã Lương Minh".into(),
        ..Issuer::default()
    };
    let basis = Basis {
        text: "Kế hoạch số 90-KH/TU ngày 16/01/2026 của Tỉnh ủy Nghệ An".into(),
        ..Basis::default()
    };
    let format = FormatKey(format.key.into());
    let mut plan = Plan { format, issuer, subject: subject.into(), bases: vec![basis], ..Plan::default() };
    plan.date.year = Some(2026);
    plan
}

fn texts(groups: &[Group]) -> Vec<&str> {
    groups
        .iter()
        .flat_map(|group| &group.subjects)
        .flat_map(|subject| &subject.texts)
        .map(String::as_str)
        .collect()
}

fn words(text: &str) -> Vec<String> {
    padded(&lower(text)).split_whitespace().map(str::to_owned).collect()
}

/// Every phrase as each kind of body sees it, in a plan that says all and in one that says nothing.
fn filled() -> Vec<String> {
    let mut all = Vec::new();
    for (format, kind) in BodyKind::all() {
        let empty = Plan { format: FormatKey(format.key.into()), ..Plan::default() };
        let subjects = ["phòng, chống thiên tai năm 2026", "Tổ chức Ngày hội Đại đoàn kết toàn dân tộc"];
        for plan in subjects.map(|subject| plan(kind.key, subject)).iter().chain([&empty]) {
            for spot in SPOTS {
                all.extend(texts(&phrases(plan, spot, "")).into_iter().map(str::to_owned));
            }
        }
    }
    all
}

#[test]
fn there_are_more_than_a_hundred_and_thirty() {
    let count = entries().count();
    println!("{count} phrases, {} bytes", DATA.len());
    assert!(count >= 130, "{count}");
}

#[test]
fn every_line_of_the_data_is_understood() {
    for entry in entries() {
        assert!(!entry.spots.is_empty() && !entry.group.is_empty() && !entry.subject.is_empty(), "{entry:?}");
        for key in entry.families() {
            let known = BodyKind::find(key).is_some() || FormatKey(key.into()).find().is_some();
            assert!(known, "{key}: {}", entry.text);
        }
        assert_eq!(unknown_places(entry.text).collect::<Vec<_>>(), Vec::<&str>::new(), "{}", entry.text);
        assert!(blanks(entry.text).all(|blank| blank.starts_with("điền ")), "{}", entry.text);
    }
    assert!(DATA.lines().filter(|line| line.starts_with("== ")).all(|line| line.contains(": ")));
}

#[test]
fn every_body_has_at_least_ten_for_every_part() {
    for (_, kind) in BodyKind::all() {
        for spot in SPOTS {
            let count = count(&phrases(&plan(kind.key, ""), spot, ""));
            assert!(count >= 10, "{}, {spot:?}: {count}", kind.key);
        }
    }
}

#[test]
fn a_family_writes_its_own_phrases_and_none_of_another() {
    for (key, own, others) in [
        ("mttq", "Ban Công tác Mặt trận", ["chi đoàn", "Ban Xây dựng Đảng chủ trì", "Các chi hội"]),
        (
            "dang-uy",
            "Ban Xây dựng Đảng chủ trì",
            ["chi đoàn", "Văn phòng Hội đồng nhân dân và", "Các chi hội"],
        ),
        ("ubnd", "Văn phòng Hội đồng nhân dân và", ["chi đoàn", "Ban Xây dựng Đảng chủ trì", "Các chi hội"]),
        ("doan", "chi đoàn", ["Các chi hội", "Ban Xây dựng Đảng chủ trì", "Văn phòng Hội đồng nhân dân và"]),
        ("hoi", "Các chi hội", ["chi đoàn", "Ban Công tác Mặt trận", "Ban Xây dựng Đảng chủ trì"]),
    ] {
        let groups = phrases(&plan(key, ""), Spot::Section(SectionRole::Organisation), "");
        let texts = texts(&groups);
        assert!(texts.iter().any(|text| text.contains(own)), "{key} lacks “{own}”");
        for other in others {
            assert!(texts.iter().all(|text| !text.contains(other)), "{key} has “{other}”");
        }
    }
}

#[test]
fn a_body_that_was_not_chosen_yet_may_be_any_of_its_family() {
    let front = Plan { format: FormatKey::FRONT, ..Plan::default() };
    let groups = phrases(&front, Spot::Section(SectionRole::Organisation), "");
    let texts = texts(&groups).join("\n");
    assert!(
        texts.contains("Ban Công tác Mặt trận")
            && texts.contains("Các chi hội")
            && !texts.contains("chi đoàn")
    );
}

#[test]
fn places_are_filled_from_the_plan() {
    let groups = phrases(&plan("mttq", "Tuyên truyền bầu cử năm 2026"), Spot::Opening, "");
    assert!(texts(&groups).contains(
        &"Thực hiện Kế hoạch số 90-KH/TU, Ban Thường trực Ủy ban MTTQ Việt Nam xã Lương Minh ban hành Kế hoạch \
          tuyên truyền bầu cử năm 2026 như sau:"
    ));
}

#[test]
fn a_document_is_named_once_in_a_sentence() {
    let mut plan = plan("dang-uy", "thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị");
    plan.bases[0].text = "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị".into();
    for spot in SPOTS {
        let groups = phrases(&plan, spot, "");
        for text in texts(&groups) {
            assert!(text.matches("57-NQ/TW").count() < 2, "{text}");
        }
    }
    let groups = phrases(&plan, Spot::Opening, "");
    assert!(texts(&groups).contains(
        &"Thực hiện Nghị quyết số 57-NQ/TW, Ban Thường vụ Đảng ủy xã Lương Minh ban hành Kế hoạch thực hiện như sau:"
    ));
    for entry in entries() {
        let (document, work) = (entry.text.find("{văn bản}"), entry.text.find("{việc}"));
        assert!(document.zip(work).is_none_or(|(document, work)| document < work), "{}", entry.text);
    }
}

#[test]
fn an_opening_is_about_what_the_plan_is_about() {
    let opens = |subject| {
        let groups = phrases(&plan("ubnd", subject), Spot::Opening, "");
        texts(&groups).iter().any(|text| text.contains("ứng phó với thiên tai"))
    };
    assert!(opens("Phòng, chống thiên tai năm 2026") && !opens("Chuyển đổi số năm 2026"));
}

#[test]
fn what_the_subject_names_stands_before_all_else() {
    let groups = phrases(
        &plan("ubnd", "Phòng, chống bão, lũ năm 2026"),
        Spot::Section(SectionRole::Content),
        "KINH PHÍ",
    );
    assert_eq!(groups[0].name, "Kinh phí", "the section is called so");
    let tasks = groups.iter().find(|group| group.name == "Nhiệm vụ, giải pháp").unwrap();
    let subjects: Vec<&str> = tasks.subjects.iter().map(|subject| subject.name).collect();
    assert_eq!(subjects[..3], ["Thiên tai", "Chính quyền", "Chung"]);
}

#[test]
fn phrases_are_found_without_marks_by_the_beginnings_of_words_and_the_best_first() {
    let groups = phrases(&plan("ubnd", ""), Spot::Section(SectionRole::Content), "");
    for (query, first) in [
        ("hien dat", "Vận động Nhân dân hiến đất"),
        ("HIẾN ĐẤT", "Vận động Nhân dân hiến đất"),
        ("so tan chi tiet", "Rà soát khu vực có nguy cơ ngập sâu"),
        ("an sinh thăm hỏi", "Thăm hỏi, tặng quà"),
        ("quyet toan kinh phi", "Việc quản lý, sử dụng và quyết toán kinh phí"),
    ] {
        let found = search(&groups, query);
        let text = texts(&found).first().map(|text| (*text).to_owned()).unwrap_or_default();
        assert!(text.starts_with(first), "“{query}” finds “{text}”");
    }
    assert_eq!(search(&groups, "phát hành cổ phiếu"), []);
    assert_eq!(count(&search(&groups, "  ")), count(&groups), "nothing is looked for");
    // "bão" before "bảo": the marks were typed.
    let storm = search(&groups, "bão");
    assert!(texts(&storm)[0].contains("bão"), "{:?}", texts(&storm)[0]);
}

#[test]
fn all_are_written_as_official_text_is() {
    for text in filled() {
        assert_eq!(compose(&text), text, "NFC");
        assert!(text.ends_with(['.', ':']) && !text.ends_with(".."), "{text}");
        assert_eq!(text.trim(), text);
        let first = text.chars().next().unwrap();
        assert!(first.is_uppercase() || first == '[', "{text}");
        for wrong in [
            "  ",
            " ,",
            " .",
            " ;",
            " :",
            ",,",
            ";;",
            "( ",
            " )",
            "–",
            "—",
            "...",
            "…",
            "\"",
            "{",
            "}",
            "!",
            "đảm bảo",
            "cấp huyện",
        ] {
            assert!(!text.contains(wrong), "“{wrong}” in: {text}");
        }
        assert_eq!(text.matches('[').count(), text.matches(']').count(), "{text}");
        assert_eq!(text.matches('“').count(), text.matches('”').count(), "{text}");
        // Nhân dân: small only inside the names of bodies (Phụ lục II, mục IV, khoản 2).
        for (at, _) in text.match_indices("nhân dân") {
            let before = ["Ủy ban ", "Hội đồng ", "Công an ", "Quân đội "];
            assert!(before.iter().any(|body| text[..at].ends_with(body)), "{text}");
        }
        let words = words(&text);
        for wrong in ["uỷ", "hoà", "hoá", "thuỷ", "huyện", "quận", "khoẻ"] {
            assert!(words.iter().all(|word| word != wrong), "“{wrong}” in: {text}");
        }
        for part in text.split(['[', ']', ',', ';', ':', '.', '(', ')', '“', '”']) {
            // Not "Đảng ủy Ủy ban nhân dân".
            let words: Vec<&str> = part.split_whitespace().collect();
            let doubled = words.windows(2).find(|pair| pair[0] == pair[1]);
            assert_eq!(doubled, None, "{text}");
        }
    }
}

#[test]
fn no_two_say_nearly_the_same() {
    let shingles =
        |text: &str| -> HashSet<Vec<String>> { words(text).windows(3).map(<[String]>::to_vec).collect() };
    let all: Vec<(&str, HashSet<_>)> = entries().map(|entry| (entry.text, shingles(entry.text))).collect();
    for (at, (text, own)) in all.iter().enumerate() {
        for (other, others) in &all[..at] {
            assert_ne!(text, other);
            let (both, either) = (own.intersection(others).count(), own.union(others).count());
            assert!(both * 2 < either, "nearly the same:\n{text}\n{other}");
        }
    }
}

/// The longest run of words that both have.
fn longest_run(text: &[String], starts: &HashMap<&str, Vec<usize>>, other: &[String]) -> usize {
    let run =
        |at: usize, from: usize| text[at..].iter().zip(&other[from..]).take_while(|(a, b)| a == b).count();
    let runs = (0..text.len())
        .flat_map(|at| starts.get(text[at].as_str()).into_iter().flatten().map(move |from| run(at, *from)));
    runs.max().unwrap_or(0)
}

#[test]
fn none_is_taken_from_a_real_plan() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plans");
    let mut plans = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        let real = words(&export::text(&typeset(&import::file(&bytes).unwrap().into_plan())));
        plans += 1;
        let mut starts: HashMap<&str, Vec<usize>> = HashMap::new();
        real.iter().enumerate().for_each(|(at, word)| starts.entry(word).or_default().push(at));
        for entry in entries() {
            // What stands in quotation marks is a name.
            let own = entry.text.split('“').map(|part| part.split_once('”').map_or(part, |(_, rest)| rest));
            for part in own {
                let run = longest_run(&words(part), &starts, &real);
                // Names of bodies and fixed turns of speech are that long.
                assert!(run < 12, "{run} words of a real plan: {}", entry.text);
            }
        }
    }
    assert!(plans >= 5, "{plans}");
}

fn item(id: u32, level: Level, title: &str, text: &str) -> Item {
    Item { id: RowId(id), level, title: title.into(), text: text.into(), ..Item::default() }
}

#[test]
fn a_phrase_goes_behind_the_item_at_its_level_or_into_a_blank_one() {
    let items = || {
        vec![
            item(1, Level::Clause, "Mục đích", ""),
            item(2, Level::Dash, "", "Một."),
            item(3, Level::Clause, "", " "),
            item(4, Level::Clause, "", "Hai."),
        ]
    };
    for (after, expected, at, level) in [
        (Some(RowId(2)), RowId(9), 2, Level::Dash),
        (Some(RowId(1)), RowId(9), 1, Level::Dash),
        (Some(RowId(3)), RowId(3), 2, Level::Clause),
        (None, RowId(9), 4, Level::Clause),
        // A row of another section.
        (Some(RowId(77)), RowId(9), 4, Level::Clause),
    ] {
        let mut rows = items();
        assert_eq!(insert(&mut rows, after, RowId(9), "Câu.".into()), expected, "{after:?}");
        let Item { id, level: found, text, .. } = &rows[at];
        assert_eq!((*id, *found, text.as_str()), (expected, level, "Câu."), "{after:?}");
    }
    let mut none = Vec::new();
    insert(&mut none, None, RowId(1), "Câu.".into());
    assert_eq!(none, [item(1, Level::Clause, "", "Câu.")]);
}

#[test]
fn a_new_blank_item_never_goes_into_another() {
    let mut rows = vec![item(1, Level::Point, "", "")];
    assert_eq!(insert(&mut rows, Some(RowId(1)), RowId(2), String::new()), RowId(2));
    assert_eq!(rows, [item(1, Level::Point, "", ""), item(2, Level::Point, "", "")]);
}

proptest::proptest! {
    #[test]
    fn whatever_is_looked_for_only_takes_phrases_away(query in "[a-zđăâ ,.\\-]{0,12}") {
        let groups = phrases(&plan("ubnd", "chuyển đổi số"), Spot::Section(SectionRole::Content), "");
        let found = search(&groups, &query);
        let all: HashSet<&str> = texts(&groups).into_iter().collect();
        proptest::prop_assert!(texts(&found).iter().all(|text| all.contains(text)));
    }
}
