//! Every text of a plan, in the order of the page.

use super::{Extra, Item, Plan, RowId, SectionRole, Task};

/// Where a text of a plan stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextPlace {
    /// What its field is called, in English: `opening`, `item`.
    pub field: &'static str,
    /// The row to which it belongs; 0 where it is the plan's own.
    pub row: RowId,
    /// What the section is for in which it stands.
    pub role: Option<SectionRole>,
}

impl TextPlace {
    fn own(field: &'static str) -> TextPlace {
        TextPlace { field, ..TextPlace::default() }
    }

    fn field(self, field: &'static str) -> TextPlace {
        TextPlace { field, ..self }
    }

    /// Whether the text is a heading.
    pub fn is_heading(&self) -> bool {
        ["subject", "title-body", "section", "item-title", "appendix"].contains(&self.field)
    }

    /// Whether the text says who issues and signs the plan, or stands in its margins.
    fn is_around(&self) -> bool {
        const AROUND: [&str; 12] = [
            "superior",
            "issuing",
            "standing",
            "number",
            "symbol",
            "place",
            "authority",
            "signer-title",
            "signer-name",
            "drafter",
            "address",
            "labels",
        ];
        AROUND.contains(&self.field)
    }
}

/// What kind of text it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// Names documents with their dates: căn cứ, opening.
    Citing,
    /// Says when something is to be done.
    When,
    /// Any other.
    Other,
}

/// Sees one text after the other and may change it.
pub type VisitText<'a> = dyn FnMut(&mut String, TextKind) + 'a;

impl Plan {
    /// Visits every text of the content, in reading order: what the plan is about, not who issues and
    /// signs it, nor what stands in its margins.
    pub fn each_text(&mut self, visit: &mut VisitText) {
        each_text_mut(self, &mut |place, text| match place.field {
            _ if place.is_around() => {}
            "basis" | "opening" => visit(text, TextKind::Citing),
            "deadline" => visit(text, TextKind::When),
            _ => visit(text, TextKind::Other),
        });
    }

    /// Visits the unknown fields of every row.
    pub(crate) fn each_extra(&mut self, visit: &mut dyn FnMut(&mut Extra)) {
        self.bases.iter_mut().for_each(|row| visit(&mut row.extra));
        for section in &mut self.sections {
            visit(&mut section.extra);
            section.items.iter_mut().for_each(|row| visit(&mut row.extra));
        }
        self.recipients.iter_mut().for_each(|row| visit(&mut row.extra));
        for appendix in &mut self.appendices {
            visit(&mut appendix.extra);
            appendix.rows.iter_mut().for_each(|row| visit(&mut row.extra));
            appendix.items.iter_mut().for_each(|row| visit(&mut row.extra));
        }
    }
}

/// The walk, for texts that are looked at and for texts that are changed.
macro_rules! walk {
    ($plan:ident, $task:ident, $items:ident, $iter:ident, $plan_type:ty, $text:ty, $task_type:ty, $items_type:ty, $($mutable:tt)?) => {
        fn $task(task: $task_type, at: TextPlace, visit: &mut dyn FnMut(TextPlace, $text)) {
            visit(at.field("lead"), & $($mutable)? task.lead);
            visit(at.field("support"), & $($mutable)? task.support);
            visit(at.field("deadline"), & $($mutable)? task.deadline);
            visit(at.field("deliverable"), & $($mutable)? task.deliverable);
            visit(at.field("labels"), & $($mutable)? task.labels);
        }

        fn $items(items: $items_type, role: Option<SectionRole>, visit: &mut dyn FnMut(TextPlace, $text)) {
            for item in items {
                let at = TextPlace { field: "item", row: item.id, role };
                visit(at.field("item-title"), & $($mutable)? item.title);
                visit(at, & $($mutable)? item.text);
                if let Some(task) = & $($mutable)? item.task {
                    $task(task, at, visit);
                }
                if let Some(table) = & $($mutable)? item.table {
                    // A cell that goes on from above has no text of its own.
                    for cell in table.rows.$iter().flatten().filter(|cell| !cell.merged) {
                        visit(at.field("table"), & $($mutable)? cell.text);
                    }
                }
            }
        }

        /// Shows each printed text of a plan to `visit`, in the order of the page.
        #[inline(never)] // Else the whole walk is written out for each visit.
        pub fn $plan(plan: $plan_type, visit: &mut dyn FnMut(TextPlace, $text)) {
            let mut own = |field, text: $text| visit(TextPlace::own(field), text);
            own("superior", & $($mutable)? plan.issuer.superior);
            own("issuing", & $($mutable)? plan.issuer.issuing);
            own("standing", & $($mutable)? plan.issuer.standing);
            own("number", & $($mutable)? plan.number);
            own("symbol", & $($mutable)? plan.symbol);
            own("place", & $($mutable)? plan.place);
            own("title", & $($mutable)? plan.title);
            own("title-body", & $($mutable)? plan.title_body);
            own("subject", & $($mutable)? plan.subject);
            for basis in plan.bases.$iter() {
                visit(TextPlace { row: basis.id, ..TextPlace::own("basis") }, & $($mutable)? basis.text);
            }
            visit(TextPlace::own("opening"), & $($mutable)? plan.opening);
            for section in plan.sections.$iter() {
                let role = Some(section.role);
                visit(TextPlace { field: "section", row: section.id, role }, & $($mutable)? section.title);
                $items(& $($mutable)? section.items, role, visit);
            }
            visit(TextPlace::own("closing"), & $($mutable)? plan.closing);
            for recipient in plan.recipients.$iter() {
                let at = TextPlace { row: recipient.id, ..TextPlace::own("recipient") };
                visit(at, & $($mutable)? recipient.name);
                visit(at, & $($mutable)? recipient.note);
            }
            let mut own = |field, text: $text| visit(TextPlace::own(field), text);
            own("retention", & $($mutable)? plan.retention);
            own("authority", & $($mutable)? plan.signature.authority);
            own("signer-title", & $($mutable)? plan.signature.title);
            own("signer-name", & $($mutable)? plan.signature.name);
            own("drafter", & $($mutable)? plan.markings.drafter);
            own("address", & $($mutable)? plan.markings.address);
            for appendix in plan.appendices.$iter() {
                let at = TextPlace { row: appendix.id, ..TextPlace::own("appendix") };
                visit(at, & $($mutable)? appendix.title);
                visit(at.field("appendix-text"), & $($mutable)? appendix.text);
                for row in appendix.rows.$iter() {
                    let at = TextPlace { row: row.id, ..TextPlace::own("row") };
                    visit(at, & $($mutable)? row.content);
                    $task(& $($mutable)? row.task, at, visit);
                    visit(at, & $($mutable)? row.note);
                }
                $items(& $($mutable)? appendix.items, None, visit);
            }
        }
    };
}
walk!(each_text, task, items, iter, &Plan, &String, &Task, &[Item],);
walk!(each_text_mut, task_mut, items_mut, iter_mut, &mut Plan, &mut String, &mut Task, &mut [Item], mut);
