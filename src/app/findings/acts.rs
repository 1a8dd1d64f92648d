//! What one does with findings: mends them, or does not want to be told of them. The editor is asked for
//! the plan and gets it back changed, as one step that can be undone.

use std::sync::Arc;

use leptos::prelude::*;

use super::{ALWAYS, Desk, kept};
use crate::app::files::give_sheet;
use crate::app::{asked, platform};
use crate::check::told::{Counted, Told};
use crate::check::{Finding, Manuscript, Place, ReviewSheet, mend, mend_all, review, without_dismissed};
use crate::draft::{Draft, file_stem};
use crate::plan::{Json, Plan, each_text, json_text};

impl Desk {
    /// Mends a finding.
    pub fn fix(self, found: &Told) {
        let Some(mut plan) = plan() else { return };
        let findings = review(&Manuscript::of_plan(&plan));
        let mut counted = Counted::default();
        let Some(own) = findings.into_iter().find(|own| counted.id(own) == found.id) else {
            return self.app.notices.say("Chỗ này vừa được thay đổi.");
        };
        let becomes = found.becomes.as_deref().unwrap_or_default();
        let said = match becomes.trim() {
            "" => format!("Đã bỏ “{}”.", found.quote.trim()),
            _ => format!("Đã sửa “{}” thành “{becomes}”.", found.quote),
        };
        let was = text_of(&plan, &own);
        mend(&mut plan, std::slice::from_ref(&own));
        // In a field that is shown it is typed: the form need not be drawn anew for it.
        match text_of(&plan, &own) {
            Some(is) if was.is_some() && platform::held(&found.field) == was => {
                self.app.notices.clear();
                platform::put(&found.field, &is);
                platform::annex::chosen(&said);
            }
            _ => self.give(&plan, &said),
        }
        self.foresee_without(std::slice::from_ref(&found.id), &plan);
    }

    /// Mends these findings.
    pub fn fix_all(self, found: &[Arc<Told>]) {
        let Some(mut plan) = plan() else { return };
        let ids: Vec<String> = found.iter().map(|found| found.id.clone()).collect();
        match mend_all(&mut plan, &ids) {
            0 => self.app.notices.say("Những chỗ này vừa được thay đổi."),
            count => {
                self.give(&plan, &format!("Đã sửa {count} chỗ."));
                self.foresee_without(&ids, &plan);
            }
        }
    }

    /// Shows what is left of the findings without those that were mended.
    fn foresee_without(self, ids: &[String], plan: &Plan) {
        let all = self.all.get_untracked().into_iter();
        self.foresee(all.filter(|found| !ids.contains(&found.id)).collect(), plan.dismissed());
    }

    /// Gives the user what is found and not dismissed as a sheet to hand on, as a Word file or as `plain` text.
    pub fn hand_on(self, plain: bool) {
        let Some(plan) = asked::plan() else { return };
        let manuscript = Manuscript::of_plan(&plan);
        let dismissed = [plan.dismissed(), self.always.get_untracked()].concat();
        let found = without_dismissed(review(&manuscript), &dismissed);
        let sheet = ReviewSheet::of(&plan, &manuscript, &found);
        let stem = file_stem(&Draft { plan: plan.into(), ..Draft::default() });
        give_sheet(self.app, &stem, &sheet, plain);
    }

    /// Tells no longer what has this key: a finding of the plan, or all of a rule.
    pub fn dismiss(self, key: &str, said: &str) {
        self.change_dismissed(said, |plan| plan.dismiss(key));
    }

    /// Tells it again.
    pub fn recall(self, key: &str) {
        self.change_dismissed("Đã hiện lại.", |plan| plan.recall(key));
    }

    fn change_dismissed(self, said: &str, change: impl FnOnce(&mut Plan)) {
        let Some(mut plan) = plan() else { return };
        change(&mut plan);
        self.give(&plan, said);
        self.foresee(self.all.get_untracked(), plan.dismissed());
    }

    /// Tells what a rule finds in no plan any more, or in all of them again.
    pub fn set_always(self, rule: &str, dismissed: bool) {
        // Another window may have changed it.
        let before = kept(self.app);
        let mut now = before.clone();
        now.retain(|id| id != rule);
        if dismissed {
            now.push(rule.to_owned());
        }
        self.keep(now);
        let said = if dismissed {
            "Từ nay luôn bỏ qua loại này, ở mọi kế hoạch."
        } else {
            "Từ nay lại nhắc loại này."
        };
        self.app.notices.say_undoable(said, move || self.keep(before.clone()));
    }

    fn keep(self, rules: Vec<String>) {
        self.app.remember(ALWAYS, &rules.join(","));
        self.always.set(rules);
        self.draw();
        self.mark();
    }

    /// Hands the plan to the editor.
    fn give(self, plan: &Plan, said: &str) {
        self.app.notices.clear();
        platform::annex::chosen(&format!("{said}\n{}", json_text(&plan.write())));
    }
}

/// The plan as it stands, where it may be changed here.
fn plan() -> Option<Plan> {
    asked::plan().filter(|_| !platform::findings::is_read_only())
}

/// The text of a plan in which something was found.
fn text_of(plan: &Plan, finding: &Finding) -> Option<String> {
    let Place::Field { text: own, nth, .. } = &finding.place else { return None };
    let mut texts = Vec::new();
    each_text(plan, &mut |place, text| {
        if place.field == own.field && place.row == own.row {
            texts.push(text.clone());
        }
    });
    (*nth < texts.len()).then(|| texts.swap_remove(*nth))
}
