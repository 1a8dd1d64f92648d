//! What one does with findings: mends them, or does not want to be told of them. The editor is asked for
//! the plan and gets it back changed, as one step that can be undone.

use std::sync::Arc;

use leptos::prelude::*;

use super::{ALWAYS, Desk, kept};
use crate::app::files::give_sheet;
use crate::app::{asked, platform};
use crate::check::told::{Counted, Told};
use crate::check::{Finding, Manuscript, Place, ReviewSheet, mend, review, without_dismissed};
use crate::draft::{Draft, file_stem};
use crate::plan::{Json, Plan, each_text, json_text};

impl Desk {
    /// Mends a finding.
    pub fn fix(self, found: &Told) {
        let becomes = found.becomes.as_deref().unwrap_or_default();
        let said = match becomes.trim() {
            "" => format!("Đã bỏ “{}”.", found.quote.trim()),
            _ => format!("Đã sửa “{}” thành “{becomes}”.", found.quote),
        };
        self.fix_those(std::slice::from_ref(&found.id), |_| said);
    }

    /// Mends these findings.
    pub fn fix_all(self, found: &[Arc<Told>]) {
        let ids: Vec<String> = found.iter().map(|found| found.id.clone()).collect();
        self.fix_those(&ids, |count| format!("Đã sửa {count} chỗ."));
    }

    /// Reviews the plan as it stands and mends what has these ids.
    fn fix_those(self, wanted: &[String], said: impl FnOnce(usize) -> String) {
        let Some(mut plan) = plan() else { return };
        let findings = review(&Manuscript::of_plan(&plan));
        let (mut fixes, mut made) = (Vec::new(), Vec::new());
        let mut counted = Counted::default();
        for finding in &findings {
            let id = counted.id(finding);
            if wanted.contains(&id) && !overlaps(finding, &fixes) {
                fixes.push(finding.clone());
                made.push(id);
            }
        }
        if fixes.is_empty() {
            return self.app.notices.say("Chỗ này vừa được thay đổi.");
        }
        let all = self.all.get_untracked();
        let before = plan.clone();
        mend(&mut plan, &fixes);
        let said = said(made.len());
        let one = all.iter().find(|found| made == [found.id.as_str()]).zip(fixes.first());
        // In a field that is shown it is typed: the form need not be drawn anew for it.
        match one.and_then(|(found, fix)| Some((found, text_of(&before, fix)?, text_of(&plan, fix)?))) {
            Some((found, was, is)) if platform::held(&found.field).as_ref() == Some(&was) => {
                self.app.notices.clear();
                platform::put(&found.field, &is);
                platform::annex::chosen(&said);
            }
            _ => self.give(&plan, &said),
        }
        let left = all.into_iter().filter(|found| !made.contains(&found.id)).collect();
        self.foresee(left, plan.dismissed());
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

/// Whether a fix changes words that one of these changes.
fn overlaps(finding: &Finding, fixes: &[Finding]) -> bool {
    let Some(own) = &finding.fix else { return true };
    fixes.iter().filter(|other| other.paragraph == finding.paragraph).any(|other| {
        other
            .fix
            .as_ref()
            .is_some_and(|fix| fix.range.start < own.range.end && own.range.start < fix.range.end)
    })
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
