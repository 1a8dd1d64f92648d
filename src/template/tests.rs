use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::check::{Missing, missing};
use crate::document::{paginate, typeset};
use crate::format::BodyKind;
use crate::plan::{Deadline, Issuer, Recipient, SectionRole, Signature, lines};
use crate::vietnamese::lower;

/// A body that writes in a format.
fn issuer(family: &FormatKey, commune: &str) -> Issuer {
    let (_, kind) = BodyKind::all().find(|(format, _)| format.key == family.0).unwrap();
    Issuer {
        kind: kind.key.into(),
        province: "tỉnh Nghệ An".into(),
        commune: commune.into(),
        ..Issuer::default()
    }
}

/// Every plan that the app's templates make, with what it is made of.
fn plans() -> impl Iterator<Item = (String, Template, Plan)> {
    all().flat_map(|BuiltIn { key, template }| {
        let communes = ["xã Lương Minh", "phường Trường Vinh"];
        let families = template.families.clone();
        let plans =
            families.into_iter().flat_map(move |family| communes.map(|commune| (family.clone(), commune)));
        plans.collect::<Vec<_>>().into_iter().map(move |(family, commune)| {
            let plan = template.plan(&family, &issuer(&family, commune), Some(2026));
            (format!("{key}, {}, {commune}", family.0), template.clone(), plan)
        })
    })
}

/// Every text of a plan.
fn texts(plan: &Plan) -> Vec<String> {
    let mut texts = Vec::new();
    plan.clone().each_text(&mut |text, _| texts.push(text.clone()));
    texts.retain(|text| !text.is_empty());
    texts
}

#[test]
fn every_template_of_the_app_can_be_read_and_is_of_another_kind() {
    let names: BTreeSet<String> = all().map(|built_in| built_in.template.name).collect();
    assert!(names.len() >= 12 && names.len() == all().count() && all().count() == library::FILES.len());
    for BuiltIn { key, template } in all() {
        assert!(!template.about.is_empty() && !template.group.is_empty(), "{key}");
        assert!(template.families.iter().all(|family| family.find().is_some()), "{key}");
        assert!(template.extra.is_empty(), "{key}: {:?}", template.extra);
    }
}

#[test]
fn a_plan_from_a_template_lacks_only_who_signs_it() {
    for (name, _, plan) in plans() {
        let mut missing = missing(&plan);
        // What only its writer knows is left to fill in.
        missing.retain(|missing| !matches!(missing, Missing::Blank(_)));
        assert_eq!(missing, [Missing::SignerName], "{name}");
        let pages = paginate(&typeset(&plan));
        assert!((2..=7).contains(&pages.len()), "{name}: {} pages", pages.len());
    }
}

#[test]
fn no_place_stays_unfilled_where_the_body_is_known() {
    for (name, _, plan) in plans() {
        for text in texts(&plan) {
            assert_eq!(unknown_places(&text).next(), None, "{name}: {text}");
            assert!(!text.contains(['{', '}']), "{name}: {text}");
            // What is left to fill in is of the user alone.
            assert!(blanks(&text).all(|blank| blank.starts_with("điền ")), "{name}: {text}");
        }
    }
}

#[test]
fn without_a_body_every_place_shows_what_to_fill_in() {
    for BuiltIn { key, template } in all() {
        let plan = template.plan(&template.families[0], &Issuer::default(), None);
        assert!(texts(&plan).iter().all(|text| !text.contains(['{', '}'])), "{key}");
    }
}

#[test]
fn each_part_is_there_in_every_format() {
    for (name, _, plan) in plans() {
        let has = |role| plan.sections.iter().any(|section| section.role == role && section.items.len() > 1);
        assert!(
            has(SectionRole::Purpose) && has(SectionRole::Content) && has(SectionRole::Organisation),
            "{name}"
        );
        assert!(plan.tasks().count() >= 5, "{name}: {} tasks", plan.tasks().count());
        assert!(plan.recipients.len() >= 4 && plan.closing.starts_with("Trên đây là Kế hoạch"), "{name}");
        assert!(plan.sections.iter().all(|section| !section.items.is_empty()), "{name}");
    }
}

/// The bodies that a field names.
fn bodies(field: &str) -> impl Iterator<Item = &str> {
    field.split(';').map(str::trim)
}

#[test]
fn whoever_has_a_task_is_told_of_it_under_organisation_or_receives_the_plan() {
    for (name, _, plan) in plans() {
        let organisation = plan.sections.iter().filter(|section| section.role == SectionRole::Organisation);
        let told = organisation.flat_map(|section| &section.items).flat_map(|item| [&item.title, &item.text]);
        let told = told.chain(plan.recipients.iter().map(|recipient| &recipient.name));
        let told = lower(&told.cloned().collect::<Vec<_>>().join("\n"));
        for (item, task) in plan.tasks() {
            for body in bodies(&task.lead).chain(bodies(&task.support)) {
                assert!(!body.is_empty() && told.contains(&lower(body)), "{name}, {}: {body}", item.title);
            }
            assert!(!task.deadline.is_empty() && !task.deliverable.is_empty(), "{name}, {}", item.title);
            assert_ne!(task.lead, task.support, "{name}, {}", item.title);
        }
    }
}

#[test]
fn no_deadline_is_before_the_year() {
    let first = crate::plan::Day::new(2026, 1, 1);
    for (name, _, plan) in plans() {
        for (item, task) in plan.tasks() {
            let deadline = Deadline::parse(&task.deadline, Some(2026));
            assert!(deadline.latest.is_none_or(|latest| Some(latest) > first), "{name}, {}", item.title);
        }
    }
}

#[test]
fn the_words_are_those_of_official_vietnamese() {
    const WRONG: [&str; 22] = [
        "đảm bảo",
        "uỷ",
        "hoà ",
        "hàng năm",
        "hàng tháng",
        "hàng quý",
        "huyện",
        "quận",
        "thị xã",
        "thị trấn",
        "UBND",
        "HĐND",
        "qui định",
        "sử lý",
        " ,",
        " .",
        " ;",
        " :",
        "  ",
        "...",
        "\"",
        "–",
    ];
    for (name, _, plan) in plans() {
        for text in texts(&plan) {
            for wrong in WRONG {
                assert!(!text.contains(wrong), "{name}: “{wrong}” in {text}");
            }
            assert_eq!(text, text.trim(), "{name}");
            // The people are written with a capital, but in the names of bodies.
            let people = text.replace("Ủy ban nhân dân", "").replace("Hội đồng nhân dân", "");
            assert!(!people.contains("nhân dân"), "{name}: {text}");
            assert!(doubled(&text).is_none(), "{name}: {:?} in {text}", doubled(&text));
        }
    }
}

/// A word that stands twice in a row.
fn doubled(text: &str) -> Option<&str> {
    let words: Vec<&str> = text.split(' ').collect();
    // Vietnamese doubles few syllables; none of the templates has them.
    words
        .windows(2)
        .find(|pair| pair[0] == pair[1] && pair[0].chars().all(char::is_alphabetic))
        .map(|pair| pair[0])
}

#[test]
fn sentences_end_and_names_of_bodies_do_not() {
    for (name, _, plan) in plans() {
        for section in &plan.sections {
            for item in &section.items {
                assert!(!item.title.ends_with(['.', ':', ';']), "{name}: {}", item.title);
                for line in lines(&item.text) {
                    assert!(line.ends_with(['.', '!', '?']) || line.ends_with("]."), "{name}: {line}");
                }
            }
        }
        for Recipient { name: recipient, .. } in &plan.recipients {
            assert!(!recipient.ends_with(['.', ';', ',']), "{name}: {recipient}");
        }
    }
}

#[test]
fn a_template_reads_back_as_it_was_written() {
    for BuiltIn { key, template } in all() {
        assert_eq!(Template::read(&template.write()).as_ref(), Ok(&template), "{key}");
    }
}

#[test]
fn filling_a_plan_keeps_who_issues_and_signs_it() {
    let mut before = Plan::new(FormatKey::FRONT);
    before.issuer = issuer(&FormatKey::FRONT, "xã Lương Minh");
    before.signature = Signature { name: "Lô Văn An".into(), ..Signature::default() };
    before.number = "15".into();
    before.place = "Tương Dương".into();
    before.settings.set("tone", "second");
    let template = all().find(|built_in| built_in.key == "phan-bien-xa-hoi").unwrap().template;
    let after = template.fill(before.clone());
    assert_eq!(
        (&after.issuer, &after.signature, &after.number),
        (&before.issuer, &before.signature, &before.number)
    );
    assert_eq!(
        (&after.place, &after.settings, &after.format),
        (&before.place, &before.settings, &before.format)
    );
    // The words follow the plan's place of tone marks.
    assert!(
        texts(&after).iter().any(|text| text.contains("Uỷ ban")) && !texts(&after).concat().contains("Ủy")
    );
    // No row takes the identity of one that was there.
    let rows = |plan: &Plan| plan.sections.iter().map(|section| section.id).collect::<BTreeSet<_>>();
    assert!(rows(&before).is_disjoint(&rows(&after)) && after.last_row > before.last_row);
}

#[test]
fn a_plan_in_a_format_that_a_template_does_not_serve_gets_the_nearest() {
    let youth = FormatKey("youth".into());
    for BuiltIn { key, template } in all() {
        let plan = template.plan(&youth, &issuer(&youth, "xã Lương Minh"), Some(2026));
        assert_eq!(plan.format, youth);
        assert!(
            plan.tasks().count() >= 5 && texts(&plan).iter().all(|text| !text.contains(['{', '}'])),
            "{key}"
        );
    }
}

#[test]
fn a_plan_saved_as_a_template_fits_another_commune() {
    let front = FormatKey::FRONT;
    for (name, template, mut plan) in plans().filter(|(_, _, plan)| plan.format == FormatKey::FRONT) {
        plan.signature.name = "Lô Văn An".into();
        plan.number = "15".into();
        plan.date.day = Some(3);
        plan.sections[0].items[0].text = "Giao đồng chí Lô Văn An phụ trách.".into();
        let saved = Template::of(&plan);
        assert_eq!(saved.families, std::slice::from_ref(&front));
        assert_eq!((&saved.plan.signature, &saved.plan.issuer), (&Signature::default(), &Issuer::default()));
        assert_eq!((saved.plan.number.as_str(), &saved.plan.date), ("", &Default::default()));
        assert!(plan.subject.starts_with(&saved.name) && !saved.name.contains(['{', '}']), "{}", saved.name);
        let written = Template { name: "Mẫu".into(), ..saved }.write();
        for own in ["Lương Minh", "Trường Vinh", "Nghệ An", "Lô Văn An"] {
            assert!(!written.contains(own), "{name}: {own}");
        }
        let other = Template::read(&written).unwrap().plan(&front, &issuer(&front, "xã Nậm Cắn"), Some(2027));
        let expected = template.plan(&front, &issuer(&front, "xã Nậm Cắn"), Some(2027));
        // What was named by its common noun alone stays so.
        if plan.issuer.commune.starts_with("xã") {
            assert_eq!(other.subject, expected.subject, "{name}");
            assert_eq!(other.opening.replace("2026", "2027"), expected.opening, "{name}");
            assert_eq!(other.sections[1..], expected.sections[1..], "{name}");
        }
    }
}

#[test]
fn a_date_of_a_document_keeps_its_year_in_a_template() {
    let mut plan = Plan { issuer: issuer(&FormatKey::ND30, "xã Lương Minh"), ..Plan::default() };
    plan.date.year = Some(2026);
    plan.opening = "Thực hiện Kế hoạch số 5/KH-UBND ngày 09/01/2026, năm 2026".into();
    plan.closing =
        "Kế hoạch năm 2026, theo Công văn ngày 03 tháng 01 năm 2026, xong trước ngày 05/12/2026".into();
    let saved = Template::of(&plan);
    assert_eq!(saved.plan.opening, plan.opening);
    assert_eq!(
        saved.plan.closing,
        "Kế hoạch năm {năm}, theo Công văn ngày 03 tháng 01 năm 2026, xong trước ngày 05/12/{năm}"
    );
}

#[test]
fn the_example_lacks_nothing_and_leaves_nothing_to_fill_in() {
    let plan = example();
    assert_eq!(missing(&plan), []);
    assert!(plan.tasks().count() >= 5 && !plan.appendices.is_empty());
    for text in texts(&plan) {
        assert!(!text.contains(['[', ']', '{', '}']), "{text}");
    }
    // Its commune is made up.
    assert_eq!(crate::unit::commune(&plan.issuer.commune, &plan.issuer.province), None);
    assert!(crate::unit::commune("xã Lương Minh", "tỉnh Nghệ An").is_some());
}

#[test]
fn a_partys_subject_begins_with_a_small_letter() {
    for (name, _, plan) in plans() {
        let first = plan.subject.chars().next().unwrap();
        assert_eq!(first.is_lowercase(), plan.format == FormatKey::PARTY, "{name}: {}", plan.subject);
    }
}

/// The text of a small template with this in its envelope.
fn with(field: &str, value: Value) -> String {
    let mut template = json!({
        "type": "ke-hoach-template", "format": 1, "name": "Một", "families": ["nd30"], "plan": {"subject": "Một"}
    });
    template[field] = value;
    template.to_string()
}

#[test]
fn what_is_no_template_is_told_apart_from_a_damaged_one() {
    let damaged = |place: &str| Err(TemplateError::Damaged(place.into()));
    for (text, expected) in [
        (String::new(), Err(TemplateError::NotATemplate)),
        ("[1]".into(), Err(TemplateError::NotATemplate)),
        (with("type", json!("ke-hoach-draft")), Err(TemplateError::NotATemplate)),
        (with("format", json!(2)), Err(TemplateError::Newer { format: 2 })),
        (with("format", json!("1")), damaged("thiếu số hiệu định dạng “format”")),
        (with("name", json!(" ")), damaged("thiếu tên mẫu “name”")),
        (with("name", json!(1)), damaged("“name” phải là chữ")),
        (with("families", json!([])), damaged("thiếu danh sách thể thức “families”")),
        (with("families", json!([1])), damaged("“families[0]” phải là chữ")),
        (with("words", json!({"đầu mối": "Văn phòng"})), damaged("“words” phải là chữ theo từng thể thức")),
        (with("plan", json!({"subject": 1})), damaged("“plan.subject” phải là chữ")),
        (with("plan", json!({"bases": [{"only": "nd30"}]})), damaged("“only” phải là danh sách thể thức")),
        (r#"{"type":"ke-hoach-template","#.into(), damaged("dòng 1, cột 28")),
    ] {
        assert_eq!(Template::read(&text), expected, "{text}");
    }
    let large = with("name", json!("a".repeat(6 * 1024 * 1024)));
    assert_eq!(Template::read(&large), Err(TemplateError::TooLarge { megabytes: 6 }));
}

#[test]
fn fields_of_a_later_version_are_written_back() {
    let mut text = with("colour", json!("blue"));
    text =
        text.replace(r#""subject":"#, r#""mood":"calm","bases":[{"text":"Luật","kind":"law"}],"subject":"#);
    let again: Value = serde_json::from_str(&Template::read(&text).unwrap().write()).unwrap();
    assert_eq!((&again["colour"], &again["plan"]["mood"]), (&json!("blue"), &json!("calm")));
    assert_eq!(again["plan"]["bases"][0]["kind"], "law");
}

#[test]
fn a_template_is_known_by_how_it_begins_and_by_its_name() {
    let template = all().next().unwrap().template;
    assert!(is_template("tep.json", &template.write().as_bytes()[..64]));
    assert!(is_template(&template.file_name(), b""));
    assert!(!is_template("ke-hoach.kehoach.json", br#"{"type":"ke-hoach-draft""#));
    assert_eq!(template.file_name(), "thuc-hien-nghi-quyet.kehoach-mau.json");
    for (key, text) in library::FILES {
        assert!(is_template("", &text.as_bytes()[..64]), "{key}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused_with_a_sentence(text in ".{0,80}", at in 0_usize..8000, byte in any::<u8>()) {
        if let Err(error) = Template::read(&text) {
            prop_assert!(error.to_string().ends_with('.'));
        }
        let mut bytes = library::FILES[0].1.as_bytes().to_vec();
        if let Some(there) = bytes.get_mut(at) {
            *there = byte;
        }
        if let Err(error) = Template::read(&String::from_utf8_lossy(&bytes)) {
            prop_assert!(error.to_string().ends_with('.'));
        }
    }

    #[test]
    fn any_plan_becomes_a_template_that_reads_back(
        subject in ".{0,40}", commune in "(xã |phường )?.{0,12}", text in "(xã|Lương Minh|năm 2026|\\{|\\}| ){0,8}",
    ) {
        let mut plan = Plan::new(FormatKey::ND30);
        plan.issuer.commune = commune;
        plan.subject = subject;
        plan.sections[0].items[0].text = text;
        let template = Template { name: "Mẫu".into(), ..Template::of(&plan) };
        prop_assert_eq!(Template::read(&template.write()).unwrap(), template);
    }
}

#[test]
fn the_template_that_the_guide_shows_can_be_read_and_names_every_place() {
    let guide = include_str!("../../docs/mau-ke-hoach.md");
    let json = guide.split("```json").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let template = Template::read(json).unwrap();
    for family in &template.families {
        let plan = template.plan(family, &issuer(family, "xã Lương Minh"), Some(2026));
        assert!(texts(&plan).iter().all(|text| !text.contains(['{', '}'])), "{}", family.0);
        assert!(plan.recipients.len() == if family.0 == "nd30" { 2 } else { 1 });
    }
    for place in PLACES {
        assert!(guide.contains(&format!("| `{{{}}}` |", place.name)), "{}", place.name);
    }
}
