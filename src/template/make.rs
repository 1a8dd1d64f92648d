//! A plan out of a template, and a template out of a plan.

use serde_json::Value;

use super::file::ONLY;
use super::{Places, Template};
use crate::citation::lower_start;
use crate::plan::{Extra, FormatKey, Issuer, Plan, RowId, TextKind};

impl Template {
    /// A new plan for an issuer that writes in the format `family`, in the year `year`.
    pub fn plan(&self, family: &FormatKey, issuer: &Issuer, year: Option<u16>) -> Plan {
        let mut plan = Plan { format: family.clone(), issuer: issuer.clone(), ..Plan::default() };
        plan.date.year = year;
        self.fill(plan)
    }

    /// The same plan with the template's content in the place of its own: title, subject, căn cứ,
    /// text, recipients, appendices. Who issues and signs it, and when, stays.
    ///
    /// ```
    /// use ke_hoach::{plan::{FormatKey, Issuer}, template};
    ///
    /// let issuer = Issuer { kind: "ubnd".into(), commune: "xã Lương Minh".into(), ..Issuer::default() };
    /// for built_in in template::all() {
    ///     let plan = built_in.template.plan(&FormatKey::ND30, &issuer, Some(2026));
    ///     assert!(plan.name().is_some() && plan.tasks().count() >= 5);
    /// }
    /// ```
    pub fn fill(&self, mut plan: Plan) -> Plan {
        let family = self.family(&plan.format);
        let places = Places::of(&plan);
        let mut content = self.plan.clone();
        keep_only(&mut content, &family);
        content.each_extra(&mut |extra| {
            extra.remove(ONLY);
        });
        content.each_text(&mut |text, _| *text = places.fill(&self.say(text, &family)));
        plan.title = content.title;
        plan.title_body = content.title_body;
        // The Party's subjects begin with a small letter (the-thuc.md, section 1).
        plan.subject = match family == FormatKey::PARTY {
            true => lower_start(&content.subject),
            false => content.subject,
        };
        plan.bases = content.bases;
        plan.opening = content.opening;
        plan.sections = content.sections;
        plan.closing = content.closing;
        plan.recipients = content.recipients;
        plan.retention = content.retention;
        plan.appendices = content.appendices;
        // What was given out before is of rows that an undo brings back.
        plan.each_row(&mut |id| *id = RowId::default());
        plan.repair_rows();
        plan
    }

    /// The text with the template's own words for a format in their places.
    fn say(&self, text: &str, family: &FormatKey) -> String {
        let mut text = text.to_owned();
        for (name, words) in &self.words {
            if let Some(words) = words.get(&*family.0).and_then(Value::as_str) {
                text = text.replace(&format!("{{{name}}}"), words);
            }
        }
        text
    }

    /// A template of a plan: its content, with the names of its issuer and its year turned back into
    /// places and its signer's name taken out.
    pub fn of(plan: &Plan) -> Template {
        let places = Places::of(plan);
        let signer = plan.signature.name.trim();
        let mut content = Plan {
            title: plan.title.clone(),
            title_body: plan.title_body.clone(),
            subject: plan.subject.clone(),
            bases: plan.bases.clone(),
            opening: plan.opening.clone(),
            sections: plan.sections.clone(),
            closing: plan.closing.clone(),
            recipients: plan.recipients.clone(),
            retention: plan.retention.clone(),
            appendices: plan.appendices.clone(),
            last_row: plan.last_row,
            ..Plan::default()
        };
        content.each_text(&mut |text, kind| {
            let unsigned = if signer.is_empty() { text.clone() } else { text.replace(signer, SIGNER) };
            *text = match kind {
                TextKind::Citing => places.lift(&unsigned),
                TextKind::When => places.lift_year(&unsigned),
                TextKind::Other => places.lift_said_year(&unsigned),
            };
        });
        // What it is called says nothing of its year: it is for others.
        let name = places.fill(&content.name().unwrap_or_default().replace(" năm {năm}", ""));
        Template { name, families: vec![plan.format.clone()], plan: content, ..Template::default() }
    }
}

/// Stands for the name of whoever signed.
const SIGNER: &str = "[họ và tên]";

/// Takes away the parts that only other formats have.
fn keep_only(plan: &mut Plan, family: &FormatKey) {
    let has = |extra: &Extra| {
        let only = extra.get(ONLY).and_then(Value::as_array);
        only.is_none_or(|only| only.iter().any(|key| key.as_str() == Some(&family.0)))
    };
    plan.bases.retain(|row| has(&row.extra));
    plan.sections.retain(|row| has(&row.extra));
    plan.recipients.retain(|row| has(&row.extra));
    plan.appendices.retain(|row| has(&row.extra));
    plan.appendices.iter_mut().for_each(|appendix| appendix.rows.retain(|row| has(&row.extra)));
    let sections = plan.sections.iter_mut().map(|section| &mut section.items);
    let appendices = plan.appendices.iter_mut().map(|appendix| &mut appendix.items);
    sections.chain(appendices).for_each(|items| items.retain(|row| has(&row.extra)));
}
