//! Phiếu rà soát: what was found in a text, for the one who sends it back.

mod page;

use super::finding::{Finding, Severity};
use super::manuscript::Manuscript;
use crate::citation::{Composed, plain};
use crate::format::Defaults;
use crate::plan::{Day, Plan};

/// What was found in a text, as one hands it on: like things told once, with every place where they stand.
///
/// ```
/// use ke_hoach::check::{Manuscript, ReviewSheet, review};
/// use ke_hoach::plan::Plan;
///
/// let plan = Plan { opening: "Phục vụ nhân dân, vì nhân dân.".into(), ..Plan::default() };
/// let manuscript = Manuscript::of_plan(&plan);
/// let sheet = ReviewSheet::of(&plan, &manuscript, &review(&manuscript));
/// assert!(sheet.text().contains("Đề nghị: “Nhân dân”"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewSheet {
    /// Which text it is about, on one line.
    pub about: String,
    /// What was found, the gravest first; no group is empty.
    pub groups: Vec<Group>,
}

/// What was found of one severity, in the order of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// How grave it is.
    pub severity: Severity,
    /// What was found.
    pub entries: Vec<Entry>,
}

/// Something that was found, in one place or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where it stands, place after place.
    pub places: Vec<String>,
    /// The words that it is about; blank where these are spaces.
    pub quote: String,
    /// What is wrong with them.
    pub message: String,
    /// The clause, or the reason.
    pub clause: &'static str,
    /// What should stand there, where that is known.
    pub proposal: Option<Proposal>,
}

/// What should stand where something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// What stands there.
    pub from: String,
    /// What should; blank where it only has to go.
    pub to: String,
    /// Whether what stands there is what the entry quotes.
    pub is_quoted: bool,
}

impl ReviewSheet {
    /// The sheet of what was found in the text of a plan: as it stands in the form, or as it stood in the file from
    /// which the plan was read.
    pub fn of(plan: &Plan, manuscript: &Manuscript, findings: &[Finding]) -> ReviewSheet {
        let mut groups: Vec<Group> =
            Severity::ALL.map(|severity| Group { severity, entries: Vec::new() }).into();
        for found in findings {
            let Some(group) = groups.iter_mut().find(|group| group.severity == found.rule.severity) else {
                continue;
            };
            let place = found.place.said();
            let entry = Entry::of(manuscript, found);
            match group.entries.iter_mut().find(|before| before.tells_like(&entry)) {
                Some(before) => before.places.push(place),
                None => group.entries.push(Entry { places: vec![place], ..entry }),
            }
        }
        groups.retain(|group| !group.entries.is_empty());
        ReviewSheet { about: about(plan, manuscript.frame.issued()), groups }
    }

    /// How much was found: `3 lỗi, 5 lưu ý`.
    pub fn counted(&self) -> String {
        if self.groups.is_empty() {
            return "Không thấy chỗ nào phải sửa".into();
        }
        let each = |group: &Group| {
            let places = group.entries.iter().map(|entry| entry.places.len()).sum();
            std::iter::repeat_n(group.severity, places)
        };
        Severity::counted(self.groups.iter().flat_map(each))
    }

    /// The sheet as plain text, a thing found each few lines.
    pub fn text(&self) -> String {
        let mut out = format!("{TITLE}\n{}\n\n{}.\n", self.about, self.counted());
        for group in &self.groups {
            out += &format!("\n{}\n", group.severity.heading());
            for (at, entry) in (1..).zip(&group.entries) {
                out += &format!("{at}. {}: {}\n", entry.placed(), entry.told());
                if let Some(proposal) = &entry.proposal {
                    out += &format!("   Đề nghị: {}\n", proposal.said());
                }
                out += &format!("   Căn cứ: {}\n", entry.clause);
            }
        }
        out
    }
}

/// What such a sheet is called.
const TITLE: &str = "PHIẾU RÀ SOÁT";

impl Entry {
    fn of(manuscript: &Manuscript, found: &Finding) -> Entry {
        let paragraph = manuscript.paragraphs.get(found.paragraph);
        let proposal = found.fix.as_ref().and_then(|fix| {
            let from = paragraph?.text.get(fix.range.clone())?.to_owned();
            // Of spaces alone nobody can read what is to stand there: the message says it.
            let read = !from.trim().is_empty() || !fix.replacement.trim().is_empty();
            read.then(|| Proposal { is_quoted: from == found.quote, from, to: fix.replacement.clone() })
        });
        Entry {
            places: Vec::new(),
            quote: found.quote.split_whitespace().collect::<Vec<_>>().join(" "),
            message: found.message.clone(),
            clause: found.rule.clause,
            proposal,
        }
    }

    fn tells_like(&self, other: &Entry) -> bool {
        (&self.quote, &self.message, &self.proposal) == (&other.quote, &other.message, &other.proposal)
            && self.clause == other.clause
    }

    /// Where it stands: `dòng 38 (2 chỗ), 40`.
    pub fn placed(&self) -> String {
        let mut told: Vec<(&str, usize)> = Vec::new();
        for place in &self.places {
            match told.iter_mut().find(|(before, _)| before == place) {
                Some((_, count)) => *count += 1,
                None => told.push((place, 1)),
            }
        }
        // Lines and paragraphs are counted: what they are is said of the first.
        let counted = |place: &str| {
            ["dòng ", "đoạn "].into_iter().find(|counted| place.starts_with(counted)).unwrap_or_default()
        };
        let mut out = String::new();
        let mut before = "";
        for (place, count) in told {
            let kind = counted(place);
            let shown = if kind == before { &place[kind.len()..] } else { place };
            if !out.is_empty() {
                out += if kind.is_empty() { "; " } else { ", " };
            }
            out += shown;
            if count > 1 {
                out += &format!(" ({count} chỗ)");
            }
            before = kind;
        }
        out
    }

    /// What is wrong, with the words that it is about.
    pub fn told(&self) -> String {
        match self.quote.as_str() {
            "" => self.message.clone(),
            quote => format!("“{quote}”: {}", self.message),
        }
    }
}

impl Proposal {
    /// As one proposes it.
    pub fn said(&self) -> String {
        match self.to.trim() {
            "" => format!("bỏ “{}”", self.from.trim()),
            _ if self.is_quoted => format!("“{}”", self.to),
            _ => format!("“{}” → “{}”", self.from, self.to),
        }
    }
}

impl Severity {
    /// What stands over all of this severity.
    pub fn heading(self) -> &'static str {
        match self {
            Severity::Error => "Lỗi: phải sửa",
            Severity::Warn => "Lưu ý: nên sửa, hoặc xem lại",
            Severity::Hint => "Gợi ý: tùy người soạn",
        }
    }
}

/// Which plan it is, as far as that is known: `Kế hoạch số 12/KH-UBND ngày 05/3/2026 của … về …`.
fn about(plan: &Plan, issued: Option<Day>) -> String {
    let defaults = Defaults::for_plan(plan);
    let or = |typed: &str, other: &str| if typed.trim().is_empty() { other } else { typed.trim() }.to_owned();
    let (number, symbol) = (or(&plan.number, "…"), or(&plan.symbol, &defaults.symbol));
    let parts = [
        (
            "số ",
            if symbol.is_empty() { symbol } else { number + plan.format.format().number.separator + &symbol },
        ),
        ("ngày ", issued.map(|day| day.to_string()).unwrap_or_default()),
        ("của ", defaults.body_in_text(&plan.issuer)),
        ("", or(&plan.name().unwrap_or_default(), &plain(&Composed::of(plan).subject))),
    ];
    let said =
        parts.iter().filter(|(_, part)| !part.is_empty()).map(|(before, part)| format!(" {before}{part}"));
    format!("Kế hoạch{}", said.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::review;
    use crate::document::Block;
    use crate::plan::{Issuer, Section, SectionRole};

    fn sheet(opening: &str) -> ReviewSheet {
        let plan = Plan { opening: opening.into(), ..Plan::default() };
        let manuscript = Manuscript::of_plan(&plan);
        let found = review(&manuscript);
        ReviewSheet::of(&plan, &manuscript, &found)
    }

    #[test]
    fn what_is_found_in_several_places_is_told_once_with_all_of_them() {
        let sheet = sheet("Phục vụ nhân dân, vì nhân dân.\nLấy ý kiến nhân dân.");
        let errors = &sheet.groups[0];
        assert_eq!(errors.severity, Severity::Error);
        let entry = errors.entries.iter().find(|entry| entry.quote == "nhân dân").unwrap();
        assert_eq!(entry.placed(), "Phần mở đầu (3 chỗ)");
        assert_eq!(
            entry.proposal,
            Some(Proposal { from: "nhân dân".into(), to: "Nhân dân".into(), is_quoted: true })
        );
    }

    #[test]
    fn lines_are_named_once_and_fields_each() {
        let placed = |places: &[&str]| {
            let places = places.iter().map(|place| place.to_string()).collect();
            let entry = Entry { places, quote: "".into(), message: "".into(), clause: "", proposal: None };
            entry.placed()
        };
        assert_eq!(placed(&["dòng 3", "dòng 8", "dòng 8", "dòng 9"]), "dòng 3, 8 (2 chỗ), 9");
        assert_eq!(placed(&["Trích yếu", "Căn cứ 1"]), "Trích yếu; Căn cứ 1");
    }

    #[test]
    fn every_finding_is_counted_and_none_is_left_out() {
        let section = Section {
            role: SectionRole::Content,
            title: "NHIỆM  VỤ".into(),
            items: ["Phục vụ nhân dân nhân dân", "Các các bộ phận  phối hợp.."]
                .map(|text| crate::plan::Item { text: text.into(), ..Default::default() })
                .into(),
            ..Section::default()
        };
        let plan = Plan { sections: vec![section], ..Plan::default() };
        let manuscript = Manuscript::of_plan(&plan);
        let found = review(&manuscript);
        let sheet = ReviewSheet::of(&plan, &manuscript, &found);
        let told: usize =
            sheet.groups.iter().flat_map(|group| &group.entries).map(|entry| entry.places.len()).sum();
        assert!(found.len() > 3);
        assert_eq!(told, found.len());
    }

    #[test]
    fn a_text_in_which_nothing_was_found_has_a_sheet_that_says_so() {
        let nothing = ReviewSheet::of(&Plan::default(), &Manuscript::of_plan(&Plan::default()), &[]);
        assert!(nothing.text().contains("Không thấy chỗ nào phải sửa."));
        assert!(!nothing.document().sections[0].blocks.iter().any(
            |block| matches!(block, Block::Table(table) if table.kind == crate::document::TableKind::Content)
        ));
    }

    #[test]
    fn text_and_word_file_say_the_same_of_each_thing_found() {
        let sheet = sheet("Thực hiện  chỉ thị của cấp trên, phục vụ nhân dân.");
        let page = crate::export::text(&sheet.document()).replace('\u{a0}', " ");
        for entry in sheet.groups.iter().flat_map(|group| &group.entries) {
            for words in [&entry.told(), &entry.placed(), entry.clause] {
                assert!(sheet.text().contains(words), "{words}");
                assert!(page.contains(words), "{words}");
            }
        }
    }

    #[test]
    fn the_sheet_names_the_text_as_far_as_it_is_known() {
        let issuer = Issuer { kind: "ubnd".into(), commune: "xã Lương Minh".into(), ..Issuer::default() };
        let plan =
            Plan {
                number: "12".into(), issuer, subject: "phòng, chống thiên tai".into(), ..Plan::default()
            };
        assert_eq!(
            about(&plan, Day::new(2026, 3, 5)),
            "Kế hoạch số 12/KH-UBND ngày 05/3/2026 của Ủy ban nhân dân xã Lương Minh phòng, chống thiên tai"
        );
        assert_eq!(about(&Plan::default(), None), "Kế hoạch");
    }
}
