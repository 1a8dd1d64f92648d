//! The superior's plan: what the user wants of it, and what comes of that.

use std::collections::HashMap;

use crate::format::{Confidence, FormatKey};
use crate::plan::{Issuer, Plan, Task, one_line};
use crate::superior::{self, Chosen, Gap, Mapping, Offer, Part, Wishes};

/// What the user wants of the superior's plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wish {
    /// The user's own body.
    pub issuer: Issuer,
    /// This year.
    pub year: Option<u16>,
    /// What was decided about tasks; the others are chosen when they concern the user's body.
    pub tasks: Vec<Decision>,
    /// What was decided about names; the others are changed when that is sure.
    pub names: Vec<Decision>,
}

/// What the user decided about a [`Proposal`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decision {
    /// The [`Proposal::key`].
    pub key: String,
    /// Whether it is accepted.
    pub yes: bool,
    /// The user's own words: the deadline of a task, what a name becomes; blank for the proposed.
    pub own: String,
}

/// What the superior's plan offers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Offered {
    /// How it is cited.
    pub citation: String,
    /// What its head does not say, in words; blank when nothing is missing.
    pub gaps: String,
    /// Its tasks, those that concern the user's body first.
    pub tasks: Vec<Proposal>,
    /// The changes of names in the chosen tasks and the subject.
    pub names: Vec<Proposal>,
}

/// A task to take over, or a name to change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proposal {
    /// What it is called in a [`Decision`]: its text, which stays when lines get other roles.
    pub key: String,
    /// Where it stands, or in how many places.
    pub place: String,
    /// As the superior has it.
    pub before: String,
    /// As the new plan will have it; blank where that is the same.
    pub after: String,
    /// Who does a task and by when.
    pub details: String,
    /// Why a task concerns the user's body; where a name's counterpart stands.
    pub why: String,
    /// What is wrong with the user's deadline; blank when nothing is.
    pub late: String,
    /// The user's own words, see [`Decision::own`].
    pub own: String,
    /// Whether it is accepted.
    pub yes: bool,
}

/// What the plan of the superior offers, and the new plan of it in a family.
pub fn offered(source: &Plan, format: FormatKey, wish: &Wish) -> (Offered, Plan) {
    let issuer = wish.issuer.clone();
    let offers = superior::offers(source, &format.0, &issuer.commune);
    let keys = keys(offers.iter().map(said));
    let decisions: Vec<Decision> = keys
        .into_iter()
        .zip(&offers)
        .map(|(key, offer)| decided(&wish.tasks, key, offer.concerns_us.is_some()))
        .collect();
    let chosen = decisions.iter().zip(&offers).filter(|(decision, _)| decision.yes);
    let tasks = chosen.map(|(decision, offer)| Chosen { row: offer.row, deadline: decision.own.clone() });
    let mut wishes = Wishes { format, issuer, year: wish.year, tasks: tasks.collect(), mappings: Vec::new() };

    let names: Vec<(Mapping, Decision)> = superior::mappings(source, &wishes)
        .into_iter()
        .map(|mapping| {
            let decision = decided(&wish.names, mapping.from.clone(), is_sure(&mapping, wish));
            (mapping, decision)
        })
        .collect();
    let accepted = names.iter().filter(|(_, decision)| decision.yes);
    wishes.mappings = accepted.map(|(mapping, decision)| renamed(mapping, decision)).collect();
    let offered = Offered {
        citation: format!("{}.", superior::cite(source).0.full()),
        gaps: gaps(source),
        tasks: decisions
            .into_iter()
            .zip(&offers)
            .map(|(decision, offer)| task(offer, decision, &wishes))
            .collect(),
        names: names.into_iter().map(|(mapping, decision)| name(mapping, decision)).collect(),
    };
    (offered, superior::compose(source, &wishes))
}

/// What was decided about the proposal with this key, else whether it is proposed as accepted.
fn decided(decisions: &[Decision], key: String, proposed: bool) -> Decision {
    let found = decisions.iter().find(|decision| decision.key == key).cloned();
    found.unwrap_or(Decision { key, yes: proposed, own: String::new() })
}

/// Texts as keys: one that stands more than once is told apart by how often it stood before.
fn keys(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut times: HashMap<String, usize> = HashMap::new();
    texts
        .map(|text| {
            let before = times.entry(text.clone()).or_default();
            *before += 1;
            if *before == 1 { text } else { format!("{text} ({before})") }
        })
        .collect()
}

/// A name is changed unasked only where the law has its counterpart and the user's unit is known;
/// it is shown all the same, with what it becomes.
fn is_sure(mapping: &Mapping, wish: &Wish) -> bool {
    mapping.source.confidence != Confidence::Unconfirmed && !wish.issuer.commune.trim().is_empty()
}

fn renamed(mapping: &Mapping, decision: &Decision) -> Mapping {
    let to = one_line(&decision.own);
    Mapping { to: if to.is_empty() { mapping.to.clone() } else { to }, ..mapping.clone() }
}

/// What a task says, its title first.
fn said(offer: &Offer) -> String {
    let parts = [&offer.title, &offer.text].map(|part| one_line(part));
    let parts: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [title, text] if !title.ends_with(['.', ':', ';']) => format!("{title}. {text}"),
        parts => parts.join(" "),
    }
}

fn task(offer: &Offer, decision: Decision, wishes: &Wishes) -> Proposal {
    let new = if decision.yes { superior::mapped(offer, &wishes.mappings) } else { offer.clone() };
    let (before, after) = (said(offer), said(&new));
    let day = offer.due.latest.map(|day| day.to_string());
    let is_late = decision.yes && offer.is_late(&decision.own, wishes.year) == Some(true);
    let late = day.as_ref().filter(|_| is_late);
    Proposal {
        place: match offer.heading.as_str() {
            "" => offer.place.clone(),
            heading => format!("{}: {heading}", offer.place),
        },
        after: if after == before { String::new() } else { after },
        before,
        details: details(&new.task, day.as_deref()),
        why: offer.concerns_us.as_ref().map_or_else(String::new, |concern| {
            let part = match concern.part {
                Part::Lead => "Đơn vị chủ trì",
                Part::Support => "Đơn vị phối hợp",
                Part::Heading => "Đề mục",
                Part::Text => "Nội dung",
            };
            format!("Liên quan đến cơ quan mình. {part} nêu: “{}”", concern.words)
        }),
        late: late.map_or_else(String::new, |day| format!("Muộn hơn thời hạn của cấp trên ({day})")),
        own: decision.own,
        yes: decision.yes,
        key: decision.key,
    }
}

/// Who does a task and by when, on one line; `day` where only its sentence says by when.
fn details(task: &Task, day: Option<&str>) -> String {
    let due = if task.deadline.trim().is_empty() { day.unwrap_or_default() } else { "" };
    let all = [
        ("Chủ trì", task.lead.as_str()),
        ("Phối hợp", &task.support),
        ("Thời gian", &task.deadline),
        ("Hạn của cấp trên", due),
        ("Sản phẩm", &task.deliverable),
    ];
    let said = all.map(|(label, text)| (label, one_line(text)));
    let said = said.iter().filter(|(_, text)| !text.is_empty());
    said.map(|(label, text)| format!("{label}: {}", text.trim_end_matches('.')))
        .collect::<Vec<_>>()
        .join(" · ")
}

fn name(mapping: Mapping, decision: Decision) -> Proposal {
    Proposal {
        place: format!("{} chỗ", mapping.places.len()),
        after: renamed(&mapping, &decision).to,
        before: mapping.from,
        why: mapping.source.clause.to_owned(),
        own: decision.own,
        yes: decision.yes,
        key: decision.key,
        ..Proposal::default()
    }
}

fn gaps(source: &Plan) -> String {
    let name = |gap: &Gap| match gap {
        Gap::Number => "số",
        Gap::Symbol => "ký hiệu",
        Gap::Date => "ngày, tháng, năm",
        Gap::Issuer => "cơ quan ban hành",
        Gap::Subject => "trích yếu",
    };
    superior::cite(source).1.iter().map(name).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::super::{Answer, AskError, Request, answer};
    use super::*;
    use crate::draft::Draft;

    const NAM_DINH: &str = include_str!("../../tests/plans/mttq-tinh-nam-dinh-nq27.txt");

    const NGHE_AN: &str = "ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN\nSố: 152/KH-UBND\nNghệ An, ngày 05 tháng 02 năm 2026\n\
        KẾ HOẠCH\nChuyển đổi số\nI. NỘI DUNG\n\
        1. Ủy ban nhân dân cấp xã xóa điểm lõm sóng trên địa bàn tỉnh; xong trước ngày 30/7/2026.\n\
        2. Sở Nội vụ tập huấn cho cán bộ.\n3. Sở Nội vụ tập huấn cho cán bộ.";

    fn wish(kind: &str, province: &str, commune: &str) -> Wish {
        let issuer = Issuer {
            kind: kind.into(),
            province: province.into(),
            commune: commune.into(),
            ..Issuer::default()
        };
        Wish { issuer, year: Some(2026), ..Wish::default() }
    }

    fn ask(source: &str, format: FormatKey, wish: &Wish) -> Answer {
        let request = Request { superior: Some(wish.clone()), format: Some(format), ..Request::default() };
        answer(source.as_bytes(), &request).unwrap()
    }

    fn decide(all: &[Proposal], yes: bool) -> Vec<Decision> {
        all.iter().map(|one| Decision { key: one.key.clone(), yes, own: String::new() }).collect()
    }

    fn contents(plan: &Plan) -> Vec<&str> {
        let items = plan.sections.iter().flat_map(|section| &section.items);
        items.map(|item| item.text.as_str()).filter(|text| !text.is_empty()).collect()
    }

    #[test]
    fn a_real_plan_is_cited_and_what_concerns_the_commune_is_chosen_at_first() {
        let wish = wish("mttq", "tỉnh Nam Định", "xã Giao Thủy");
        let answer = ask(NAM_DINH, FormatKey::FRONT, &wish);
        let offered = answer.superior.unwrap();
        assert!(
            offered.citation.starts_with("Kế hoạch số 90/KH-MT-BTT ngày 22/3/2023 của "),
            "{}",
            offered.citation
        );
        assert!(answer.plan.bases[0].text.contains(offered.citation.trim_end_matches('.')));
        assert!(!answer.lines.is_empty(), "its lines can be corrected");
        assert!(offered.tasks.len() > 5);
        assert!(offered.tasks.iter().all(|task| task.yes != task.why.is_empty()));
        let chosen = offered.tasks.iter().filter(|task| task.yes).count();
        assert!(chosen > 0);
        assert_eq!(contents(&answer.plan).len(), chosen);
        assert!(answer.changes.is_empty() && answer.plan.unplaced.is_empty());
    }

    #[test]
    fn nothing_of_its_body_goes_in_when_nothing_is_chosen() {
        let mut wish = wish("mttq", "tỉnh Nam Định", "xã Giao Thủy");
        let first = ask(NAM_DINH, FormatKey::FRONT, &wish).superior.unwrap();
        wish.tasks = decide(&first.tasks, false);
        let answer = ask(NAM_DINH, FormatKey::FRONT, &wish);
        assert_eq!(contents(&answer.plan), [""; 0]);
        assert_eq!(answer.plan.bases.len(), 1);
        assert!(answer.plan.appendices.is_empty() && answer.plan.recipients.is_empty());
    }

    #[test]
    fn a_sure_name_is_changed_and_shown_a_doubtful_one_only_when_accepted_and_a_refused_one_never() {
        let mut wish = wish("ubnd", "tỉnh Nghệ An", "xã Lương Minh");
        let first = ask(NGHE_AN, FormatKey::ND30, &wish).superior.unwrap();
        wish.tasks = decide(&first.tasks, true);
        let answer = ask(NGHE_AN, FormatKey::ND30, &wish);
        let offered = answer.superior.unwrap();
        let names: Vec<_> = offered
            .names
            .iter()
            .map(|n| (n.before.as_str(), n.after.as_str(), n.place.as_str(), n.yes))
            .collect();
        assert_eq!(
            names,
            [
                ("trên địa bàn tỉnh", "trên địa bàn xã", "1 chỗ", true),
                ("Sở Nội vụ", "Phòng Văn hóa - Xã hội", "2 chỗ", false),
            ]
        );
        assert!(contents(&answer.plan)[0].contains("trên địa bàn xã;"));
        assert_eq!(contents(&answer.plan)[1], "Sở Nội vụ tập huấn cho cán bộ.");
        assert!(offered.tasks[0].after.contains("trên địa bàn xã;"), "the task shows it, too");

        wish.names = vec![
            Decision { key: "trên địa bàn tỉnh".into(), ..Decision::default() },
            Decision { key: "Sở Nội vụ".into(), yes: true, own: "Phòng Nội vụ".into() },
        ];
        let answer = ask(NGHE_AN, FormatKey::ND30, &wish);
        assert!(contents(&answer.plan)[0].contains("trên địa bàn tỉnh;"));
        assert_eq!(contents(&answer.plan)[1], "Phòng Nội vụ tập huấn cho cán bộ.");
    }

    #[test]
    fn a_deadline_later_than_the_superiors_is_said_and_kept_while_its_task_is_not_chosen() {
        let mut wish = wish("ubnd", "tỉnh Nghệ An", "xã Lương Minh");
        let key = ask(NGHE_AN, FormatKey::ND30, &wish).superior.unwrap().tasks[0].key.clone();
        let mut task = |yes, own: &str| {
            wish.tasks = vec![Decision { key: key.clone(), yes, own: own.into() }];
            ask(NGHE_AN, FormatKey::ND30, &wish).superior.unwrap().tasks.swap_remove(0)
        };
        assert_eq!(task(true, "tháng 9/2026").late, "Muộn hơn thời hạn của cấp trên (29/7/2026)");
        assert_eq!(task(true, "ngày 15/7/2026").late, "");
        let away = task(false, "tháng 9/2026");
        assert_eq!((away.late.as_str(), away.own.as_str()), ("", "tháng 9/2026"));
    }

    #[test]
    fn tasks_of_one_text_are_chosen_one_by_one_and_stay_chosen_when_a_line_gets_another_role() {
        let mut wish = wish("ubnd", "tỉnh Nghệ An", "xã Lương Minh");
        let keys = |offered: &Offered| offered.tasks.iter().map(|task| task.key.clone()).collect::<Vec<_>>();
        let before = ask(NGHE_AN, FormatKey::ND30, &wish).superior.unwrap();
        wish.tasks = vec![Decision { key: keys(&before)[2].clone(), yes: true, own: String::new() }];
        let request = Request { superior: Some(wish), ..Request::default() };
        let roles = [(6, super::super::Role::Clause)].into();
        let after = answer(NGHE_AN.as_bytes(), &Request { roles, ..request }).unwrap().superior.unwrap();
        let chosen: Vec<_> = after.tasks.iter().filter(|task| task.yes).map(|task| &task.key).collect();
        assert_eq!(chosen.last(), keys(&before).last().as_ref());
        assert!(!chosen.contains(&&keys(&before)[1]));
    }

    #[test]
    fn a_draft_file_is_a_source_too_and_a_damaged_one_says_so() {
        let plan = crate::import::text(NGHE_AN).plan;
        let draft = Draft { plan: plan.into(), ..Draft::default() }.write();
        let wish = wish("ubnd", "tỉnh Nghệ An", "xã Lương Minh");
        let answered = ask(&draft, FormatKey::ND30, &wish);
        assert_eq!(answered.superior, ask(NGHE_AN, FormatKey::ND30, &wish).superior);
        let request = Request { superior: Some(wish), ..Request::default() };
        let damaged = answer(&draft.as_bytes()[..draft.len() / 2], &request);
        assert!(matches!(damaged, Err(AskError::Draft(_))));
    }

    #[test]
    fn what_the_head_does_not_say_is_told() {
        let offered = ask("KẾ HOẠCH\nvề việc khác\nI. NỘI DUNG\n1. Họp.", FormatKey::ND30, &Wish::default());
        let offered = offered.superior.unwrap();
        assert_eq!(offered.gaps, "số; ký hiệu; ngày, tháng, năm; cơ quan ban hành");
    }
}
