//! A part of a plan, pasted where it belongs: an outline into a section, a list into Nơi nhận.

use super::ending::Ending;
use super::lines::{self, Source};
use super::marks::Mark;
use super::paragraphs::{Paragraph, join};
use super::role::Role;
use super::words::{begins, begins_capital};
use super::{body, details, html, levels};
use crate::plan::{Item, Level, Plan, Recipient, RowId, Section};

/// What was copied: text, and its look where the clipboard has it, as XHTML.
#[derive(Clone, Copy, Debug, Default)]
pub struct Part<'a> {
    /// The text.
    pub text: &'a str,
    /// The same as a page; blank where there is none.
    pub xhtml: &'a str,
}

impl Part<'_> {
    fn read(self) -> Source {
        let page = (!self.xhtml.is_empty()).then(|| html::source(self.xhtml, None).ok()).flatten();
        page.unwrap_or_else(|| lines::read(self.text))
    }
}

/// Puts an outline in the place of the item `row`, or of the title of the section `row`: a heading
/// becomes the section's, numbers, letters and dashes become levels, further sections go into those that
/// follow or stand behind, a closing paragraph goes to its own field. Gives back how many items it has.
///
/// `None`, and nothing is changed, where the paragraphs have no mark at all (the field takes them as they
/// are), or where a heading would stand over what the section holds already.
///
/// ```
/// use ke_hoach::{format::FormatKey, import::{Part, paste_outline}, plan::{Level, Plan}};
///
/// let mut plan = Plan::new(FormatKey::PARTY);
/// let row = plan.sections[0].items[0].id;
/// let text = "I. MỤC ĐÍCH\n1. Yêu cầu\n- Tuyên truyền.";
/// assert_eq!(paste_outline(&mut plan, row, Part { text, ..Part::default() }), Some(2));
/// let section = &plan.sections[0];
/// assert_eq!((section.title.as_str(), section.items[0].title.as_str()), ("MỤC ĐÍCH", "Yêu cầu"));
/// assert_eq!(section.items[1].level, Level::Dash);
/// ```
pub fn paste_outline(plan: &mut Plan, row: RowId, part: Part) -> Option<usize> {
    let at = plan
        .sections
        .iter()
        .position(|section| section.id == row || section.items.iter().any(|item| item.id == row))?;
    let mut piece = read_outline(part.read(), plan.last_row)?;
    let count = piece.sections.iter().map(|section| section.items.len()).sum();
    let mut sections = std::mem::take(&mut piece.sections).into_iter();
    put(sections.next()?, plan.sections.get_mut(at)?, row)?;
    for (after, section) in sections.enumerate() {
        match plan.sections.get_mut(at + 1 + after) {
            Some(next) if next.items.iter().all(Item::is_blank) => {
                *next = Section { id: next.id, extra: std::mem::take(&mut next.extra), ..section };
            }
            _ => plan.sections.insert(at + 1 + after, section),
        }
    }
    plan.last_row = piece.last_row;
    add(&mut plan.closing, &piece.closing);
    add(&mut plan.unplaced, &piece.unplaced);
    Some(count)
}

/// Puts a section as it was read into one of the plan. Nothing is changed where it has no place there.
fn put(read: Section, section: &mut Section, row: RowId) -> Option<()> {
    let Section { title, mut items, .. } = read;
    let others = section.items.iter().any(|item| item.id != row && !item.is_blank());
    if section.id == row && title.is_empty() || others && !title.is_empty() && !items.is_empty() {
        return None;
    }
    if !title.is_empty() {
        section.title = title;
    }
    if items.is_empty() {
        return Some(());
    }
    let Some(at) = section.items.iter().position(|item| item.id == row) else {
        // Under its title nothing stands.
        section.items = items;
        return Some(());
    };
    let own = section.items.get_mut(at)?;
    own.text.clear();
    if own.is_blank() {
        // The field in which one is stays.
        items.first_mut()?.id = row;
        section.items.splice(at..=at, items);
    } else {
        let plain = |item: &&Item| item.level == Level::Text && item.task.is_none() && item.table.is_none();
        let lead = items.iter().take_while(plain).count();
        own.text = items.drain(..lead).map(|item| item.text).collect::<Vec<_>>().join("\n");
        section.items.splice(at + 1..at + 1, items);
    }
    Some(())
}

/// An outline, its closing, and what was taken out of it, as a plan; rows are numbered from `last_row` on.
fn read_outline(source: Source, last_row: u32) -> Option<Plan> {
    let paragraphs = join(&source.lines);
    let numbered = paragraphs.iter().any(|paragraph| paragraph.mark == Some(Mark::Section));
    let closing = paragraphs.iter().rposition(closes).unwrap_or(paragraphs.len());
    let (body, closing) = paragraphs.split_at(closing);
    let mut guesses = levels::levels(body, numbered);
    details::find(body, &mut guesses);
    let plain = |role: Role| matches!(role, Role::Text | Role::Detail);
    if body.iter().zip(&guesses).all(|(paragraph, guess)| paragraph.mark.is_none() && plain(guess.role)) {
        return None;
    }
    let roles = guesses.iter().map(|guess| guess.role).zip(body.iter().cloned());
    let mut piece = Plan { last_row, ..Plan::default() };
    body::sections(&roles.collect::<Vec<_>>(), &mut piece);
    piece.closing = closing.iter().map(Paragraph::whole).collect::<Vec<_>>().join("\n");
    piece.unplaced = source.taken_out.join("\n");
    Some(piece)
}

fn closes(paragraph: &Paragraph) -> bool {
    paragraph.mark.is_none()
        && paragraph.table.is_none()
        && begins_capital(&paragraph.text)
        && begins(&paragraph.text, &["tren day la"])
}

/// Puts a list of recipients in the place of the row `row`, what is kept into its own field, and who
/// signs beside them into the signature, as far as that is blank. Gives back how many recipients there
/// are; `None`, and nothing is changed, where there are less than two.
///
/// ```
/// use ke_hoach::{import::{Part, paste_recipients}, plan::{Plan, Recipient, RowId}};
///
/// let row = Recipient { id: RowId(1), ..Recipient::default() };
/// let mut plan = Plan { recipients: vec![row], last_row: 1, ..Plan::default() };
/// let text = "- Thường trực Đảng ủy (b/c);\n- Các chi bộ;\n- Lưu: VT.";
/// assert_eq!(paste_recipients(&mut plan, RowId(1), Part { text, ..Part::default() }), Some(2));
/// assert_eq!((plan.recipients[0].note.as_str(), plan.recipients[1].name.as_str()), ("b/c", "Các chi bộ"));
/// assert_eq!(plan.retention, "Lưu: VT");
/// ```
pub fn paste_recipients(plan: &mut Plan, row: RowId, part: Part) -> Option<usize> {
    let at = plan.recipients.iter().position(|recipient| recipient.id == row)?;
    let source = part.read();
    let ending = Ending::of_list(&source.lines);
    let mut piece = Plan { last_row: plan.last_row, ..Plan::default() };
    let mut leftover = source.taken_out;
    ending.write(&mut piece, &mut leftover);
    let count = piece.recipients.len();
    if count < 2 {
        return None;
    }
    let mut recipients = std::mem::take(&mut piece.recipients);
    if let Some(first) = recipients.first_mut() {
        *first = Recipient { id: row, ..std::mem::take(first) };
    }
    plan.recipients.splice(at..=at, recipients);
    plan.last_row = piece.last_row;
    let (own, read) = (&mut plan.signature, piece.signature);
    let fields = [
        (&mut plan.retention, piece.retention),
        (&mut own.authority, read.authority),
        (&mut own.title, read.title),
        (&mut own.name, read.name),
    ];
    for (field, text) in fields {
        match field.trim().is_empty() {
            true => *field = text,
            false => leftover.extend(Some(text).filter(|text| text != field && !text.is_empty())),
        }
    }
    add(&mut plan.unplaced, &leftover.join("\n"));
    Some(count)
}

/// Adds lines behind those of a field.
fn add(field: &mut String, text: &str) {
    if !field.is_empty() && !text.is_empty() {
        field.push('\n');
    }
    field.push_str(text);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Block, typeset};
    use crate::format::FormatKey;
    use crate::import::text;
    use proptest::prelude::*;

    const NAM_DINH: &str = include_str!("../../tests/plans/mttq-tinh-nam-dinh-nq27.txt");

    fn plain(text: &str) -> Part<'_> {
        Part { text, xhtml: "" }
    }

    /// Pastes into the first item of a section of a new plan.
    fn pasted(section: usize, text: &str) -> (Plan, Option<usize>) {
        let mut plan = Plan::new(FormatKey::FRONT);
        let row = plan.sections[section].items[0].id;
        let count = paste_outline(&mut plan, row, plain(text));
        (plan, count)
    }

    /// What is read of the outline, whatever the rows are called.
    fn told(sections: &[Section]) -> Vec<(String, Vec<Item>)> {
        let bare = |item: &Item| Item { id: RowId(0), ..item.clone() };
        sections
            .iter()
            .map(|section| (section.title.clone(), section.items.iter().map(bare).collect()))
            .collect()
    }

    fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
        let rest = &text[text.find(from).expect("it is there")..];
        &rest[..rest.find(to).expect("it is there")]
    }

    #[test]
    fn sections_pasted_one_by_one_are_those_of_the_whole_file() {
        let whole = text(NAM_DINH).plan;
        let mut plan = Plan::new(FormatKey::FRONT);
        let cuts = [("I. MỤC", "II.  NHI"), ("II.  NHI", "III. TỔ"), ("III. TỔ", "\tTM. BAN")];
        for (at, (from, to)) in cuts.into_iter().enumerate() {
            let row = plan.sections[at].items[0].id;
            assert!(paste_outline(&mut plan, row, plain(between(NAM_DINH, from, to))).is_some());
            assert_eq!(plan.sections[at].items[0].id, row, "the field in which one is stays");
        }
        assert_eq!(told(&plan.sections), told(&whole.sections));
        assert_eq!(
            plan.closing.trim_end_matches(['.', '/', ' ']),
            whole.closing.trim_end_matches(['.', '/', ' '])
        );
        assert_eq!(plan.unplaced, "");
    }

    #[test]
    fn all_sections_pasted_at_once_go_into_those_that_follow() {
        let whole = text(NAM_DINH).plan;
        let (plan, _) = pasted(0, between(NAM_DINH, "I. MỤC", "\tTM. BAN"));
        assert_eq!(told(&plan.sections), told(&whole.sections));
        let (more, _) =
            pasted(1, "II. NHIỆM VỤ\n1. Một.\nIII. KINH PHÍ\n1. Hai.\nIV. TỔ CHỨC THỰC HIỆN\n1. Ba.");
        let titles: Vec<&str> = more.sections.iter().map(|section| section.title.as_str()).collect();
        assert_eq!(titles, ["MỤC ĐÍCH, YÊU CẦU", "NHIỆM VỤ", "KINH PHÍ", "TỔ CHỨC THỰC HIỆN"]);
    }

    #[test]
    fn paragraphs_without_marks_are_left_to_the_field() {
        let (plan, count) = pasted(0, "Nâng cao nhận thức.\nTăng cường trách nhiệm.");
        assert_eq!((plan, count), (Plan::new(FormatKey::FRONT), None));
    }

    #[test]
    fn one_line_gives_up_its_mark() {
        let (plan, count) = pasted(0, "a) Tuyên truyền.");
        let item = &plan.sections[0].items[0];
        assert_eq!((count, item.level, item.text.as_str()), (Some(1), Level::Point, "Tuyên truyền."));
        let mut plan = Plan::new(FormatKey::FRONT);
        let id = plan.sections[1].id;
        assert_eq!(paste_outline(&mut plan, id, plain("II. NHIỆM VỤ TRỌNG TÂM")), Some(0));
        assert_eq!(plan.sections[1].title, "NHIỆM VỤ TRỌNG TÂM");
    }

    #[test]
    fn under_a_title_stand_its_paragraphs_and_then_the_rest() {
        let mut plan = Plan::new(FormatKey::FRONT);
        plan.sections[0].items[0].title = "Mục đích".into();
        let row = plan.sections[0].items[0].id;
        paste_outline(&mut plan, row, plain("Nhằm:\n- Một;\n- Hai."));
        let items = &plan.sections[0].items;
        assert_eq!((items.len(), items[0].title.as_str(), items[0].text.as_str()), (3, "Mục đích", "Nhằm:"));
    }

    #[test]
    fn a_heading_does_not_stand_over_what_is_there_already() {
        let (mut plan, _) = pasted(0, "1. Một.\n2. Hai.");
        let row = plan.sections[0].items[1].id;
        let before = plan.clone();
        assert_eq!(paste_outline(&mut plan, row, plain("II. KHÁC\n1. Ba.")), None);
        assert_eq!(plan, before);
        assert_eq!(paste_outline(&mut plan, row, plain("- Ba.\n- Bốn.")), Some(2));
        assert_eq!(plan.sections[0].items.len(), 3);
    }

    #[test]
    fn a_list_of_recipients_becomes_rows_with_the_signer_beside_it() {
        let mut plan = Plan { last_row: 1, ..Plan::default() };
        plan.recipients.push(Recipient { id: RowId(1), ..Recipient::default() });
        let end = &NAM_DINH[NAM_DINH.find("\tTM. BAN").expect("it is there")..];
        assert!(paste_recipients(&mut plan, RowId(1), plain(end)).is_some());
        let whole = text(NAM_DINH).plan;
        let names = |plan: &Plan| {
            plan.recipients.iter().map(|row| (row.name.clone(), row.note.clone())).collect::<Vec<_>>()
        };
        assert_eq!(names(&plan), names(&whole));
        assert_eq!((&plan.retention, &plan.signature), (&whole.retention, &whole.signature));
    }

    proptest! {
        /// Every word is somewhere, and rows are told apart.
        #[test]
        fn nothing_pasted_is_lost(lines in prop::collection::vec("(I\\. |1\\. |1\\.1\\. |a\\) |- |\\+ |)[A-ZĐa-zđ]{1,9}( [a-zđ]{1,9}){0,5}[.;:]?", 1..12)) {
            let source = lines.join("\n");
            let (plan, count) = pasted(1, &source);
            let mut ids: Vec<u32> = plan.sections.iter().flat_map(|section| &section.items).map(|item| item.id.0)
                .chain(plan.sections.iter().map(|section| section.id.0)).collect();
            ids.sort_unstable();
            let all = ids.len();
            ids.dedup();
            prop_assert_eq!(ids.len(), all);
            if count.is_some() {
                let printed: String = typeset(&plan).sections.iter().flat_map(|section| &section.blocks)
                    .filter_map(|block| match block { Block::Paragraph(paragraph) => Some(paragraph), Block::Table(_) => None })
                    .map(|paragraph| paragraph.runs.iter().map(|run| run.text.as_str()).collect::<String>() + " ").collect();
                let printed = (printed + &plan.unplaced).to_lowercase();
                let words = source.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 2);
                for word in words {
                    prop_assert!(printed.contains(&word.to_lowercase()), "{} is not in {}", word, printed);
                }
            }
        }
    }
}
