//! Danh bạ: the bodies for which plans were made and who signs for each, so that nobody types them twice.
//!
//! Plain JSON, the last used first; what this version does not know is kept:
//!
//! ```text
//! {"bodies":[{"format":"nd30","issuer":{"kind":"ubnd","province":"…",…},"signers":[{"name":"…",…}]}]}
//! ```

use serde_json::Value;

use crate::plan::{Extra, FormatKey, Issuer, Json, Plan, Signature, json_text};
use crate::vietnamese::lower;

/// So many bodies are kept, and so many signers of each; the longest unused make room.
const MOST: usize = 40;

/// The bodies, the last used first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Directory {
    /// The bodies.
    pub bodies: Vec<Body>,
    /// Fields of a later version of the app, kept as they came.
    pub extra: Extra,
}

/// A body for which plans are made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Body {
    /// The family in which it writes.
    pub format: FormatKey,
    /// The body itself.
    pub issuer: Issuer,
    /// Who signs for it, the last first.
    pub signers: Vec<Signature>,
    /// Fields of a later version of the app, kept as they came.
    pub extra: Extra,
}

/// What a plan has added to a directory: when the plan says otherwise later, what it said first was a
/// slip or half typed, and goes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Added {
    body: Option<Issuer>,
    signer: Option<String>,
}

impl Directory {
    /// Reads what [`Directory::write`] wrote; `None` where it is something else.
    pub fn read(text: &str) -> Option<Directory> {
        Json::read(serde_json::from_str(text).ok()?).ok()
    }

    /// The directory as JSON text.
    pub fn write(&self) -> String {
        json_text(&Json::write(self))
    }

    /// The entry of a body.
    pub fn body(&self, issuer: &Issuer) -> Option<&Body> {
        self.bodies.iter().find(|body| is_same(&body.issuer, issuer))
    }

    /// Notes whose plan this is and who signs it, as the last used. `before` is what the same plan
    /// added before.
    pub fn remember(&mut self, plan: &Plan, before: &Added) -> Added {
        if !is_known(&plan.issuer) {
            return before.clone();
        }
        let mut added = Added::default();
        if let Some(slip) = &before.body {
            match is_same(slip, &plan.issuer) {
                true => added.body = Some(plan.issuer.clone()),
                false => self.bodies.retain(|body| !is_same(&body.issuer, slip)),
            }
        }
        let at = self.bodies.iter().position(|body| is_same(&body.issuer, &plan.issuer));
        let mut body = match at {
            Some(at) => self.bodies.remove(at),
            None => {
                added.body = Some(plan.issuer.clone());
                Body::default()
            }
        };
        (body.format, body.issuer) = (plan.format.clone(), plan.issuer.clone());
        added.signer = body.remember(&plan.signature, before);
        self.bodies.insert(0, body);
        self.bodies.truncate(MOST);
        added
    }

    /// Takes over what another directory knows and this one does not.
    pub fn merge(&mut self, other: &Directory) {
        for theirs in &other.bodies {
            match self.bodies.iter_mut().find(|body| is_same(&body.issuer, &theirs.issuer)) {
                None => self.bodies.push(theirs.clone()),
                Some(mine) => {
                    let missing = theirs.signers.iter().filter(|signer| mine.signer(&signer.name).is_none());
                    let missing: Vec<Signature> = missing.cloned().collect();
                    mine.signers.extend(missing);
                }
            }
        }
        for (name, value) in &other.extra {
            self.extra.entry(name).or_insert_with(|| value.clone());
        }
    }
}

impl Body {
    /// The place of the signer with a name.
    fn signer(&self, name: &str) -> Option<usize> {
        self.signers.iter().position(|signer| plain(&signer.name) == plain(name))
    }

    /// Notes who signed last; gives back the name if it is new.
    fn remember(&mut self, signature: &Signature, before: &Added) -> Option<String> {
        if signature.name.trim().is_empty() {
            return before.signer.clone();
        }
        let slip = before.signer.as_ref().filter(|slip| plain(slip) != plain(&signature.name));
        if let Some(at) = slip.and_then(|slip| self.signer(slip)) {
            self.signers.remove(at);
        }
        let known = self.signer(&signature.name);
        if let Some(at) = known {
            self.signers.remove(at);
        }
        self.signers.insert(0, signature.clone());
        self.signers.truncate(MOST);
        let is_new = known.is_none() || before.signer.as_deref().map(plain) == Some(plain(&signature.name));
        is_new.then(|| signature.name.clone())
    }
}

/// Family and body of the last used entry, out of the text of a directory. Reads no more than that:
/// a new plan begins with it before the rest of the directory is needed.
pub fn last_body(text: &str) -> Option<(FormatKey, Issuer)> {
    let mut directory: Value = serde_json::from_str(text).ok()?;
    let body = directory.get_mut("bodies")?.get_mut(0)?;
    let mut field = |name| body.get_mut(name).map(Value::take);
    let (format, issuer) = (field("format")?, field("issuer")?);
    Some((FormatKey::read(format).ok()?, Issuer::read(issuer).ok()?))
}

/// Whether enough is said of a body to begin another plan with it.
fn is_known(issuer: &Issuer) -> bool {
    let said = [&issuer.province, &issuer.commune, &issuer.issuing];
    !issuer.kind.is_empty() && said.iter().any(|text| !text.trim().is_empty())
}

/// Whether two entries are of one body. Bodies of one kind in one commune differ in their names.
fn is_same(a: &Issuer, b: &Issuer) -> bool {
    let names =
        |issuer: &Issuer| [&issuer.province, &issuer.commune, &issuer.issuing].map(|text| plain(text));
    a.kind == b.kind && names(a) == names(b)
}

fn plain(text: &str) -> String {
    lower(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::plan::SigningForm;

    fn plan(kind: &str, commune: &str, signer: &str) -> Plan {
        let mut plan = Plan::default();
        plan.issuer.kind = kind.into();
        plan.issuer.commune = commune.into();
        plan.signature.name = signer.into();
        plan
    }

    /// A directory after these plans, each finished before the next.
    fn after(plans: &[Plan]) -> Directory {
        let mut directory = Directory::default();
        for plan in plans {
            directory.remember(plan, &Added::default());
        }
        directory
    }

    fn communes(directory: &Directory) -> Vec<&str> {
        directory.bodies.iter().map(|body| body.issuer.commune.as_str()).collect()
    }

    fn signers(directory: &Directory) -> Vec<&str> {
        directory.bodies.iter().flat_map(|body| &body.signers).map(|signer| signer.name.as_str()).collect()
    }

    #[test]
    fn the_body_used_last_comes_first_and_stands_there_once() {
        let directory = after(&[
            plan("ubnd", "xã Lương Minh", "An"),
            plan("mttq", "xã Lương Minh", "Bình"),
            plan("ubnd", "Xã  lương minh ", "Chi"),
        ]);
        assert_eq!(communes(&directory), ["Xã  lương minh ", "xã Lương Minh"]);
        assert_eq!(signers(&directory), ["Chi", "An", "Bình"]);
        assert_eq!(last_body(&directory.write()).unwrap().1, directory.bodies[0].issuer);
    }

    #[test]
    fn bodies_of_one_kind_in_one_commune_are_told_apart_by_their_names() {
        let named = |name: &str| {
            let mut plan = plan("phong", "xã Lương Minh", "");
            plan.issuer.issuing = name.into();
            plan
        };
        let directory =
            after(&[named("PHÒNG KINH TẾ"), named("PHÒNG VĂN HÓA - XÃ HỘI"), named("Phòng Kinh tế")]);
        assert_eq!(directory.bodies.len(), 2);
    }

    #[test]
    fn what_is_put_right_in_the_same_plan_takes_the_place_of_the_slip() {
        let mut directory = after(&[plan("ubnd", "xã Lương Minh", "An")]);
        let mut added = Added::default();
        for (commune, signer) in
            [("xã Đồng", ""), ("xã Đồng Văn", "Ng"), ("xã Đồng Văn", "Nguyễn Văn An"), ("xã Đồng Văn", "")]
        {
            added = directory.remember(&plan("ubnd", commune, signer), &added);
        }
        assert_eq!(communes(&directory), ["xã Đồng Văn", "xã Lương Minh"]);
        assert_eq!(signers(&directory), ["Nguyễn Văn An", "An"]);
    }

    #[test]
    fn a_body_that_was_there_before_stays_when_a_plan_turns_to_another() {
        let mut directory = after(&[plan("ubnd", "xã Lương Minh", "An")]);
        let added = directory.remember(&plan("ubnd", "xã Lương Minh", "An"), &Added::default());
        assert_eq!(added, Added::default());
        directory.remember(&plan("ubnd", "xã Đồng Văn", "An"), &added);
        assert_eq!(communes(&directory), ["xã Đồng Văn", "xã Lương Minh"]);
    }

    #[test]
    fn a_plan_that_does_not_say_whose_it_is_teaches_nothing() {
        for nobodys in [Plan::default(), plan("ubnd", "", "An"), plan("", "xã Lương Minh", "An")] {
            assert_eq!(after(&[nobodys]), Directory::default());
        }
    }

    #[test]
    fn how_somebody_signs_is_kept_with_the_name() {
        let mut deputy = plan("ubnd", "xã Lương Minh", "An");
        deputy.signature.form = SigningForm::Deputy;
        let directory = after(&[plan("ubnd", "xã Lương Minh", "An"), deputy]);
        let read = Directory::read(&directory.write()).unwrap();
        assert_eq!(read, directory);
        assert_eq!(read.bodies[0].signers.len(), 1);
        assert_eq!(read.bodies[0].signers[0].form, SigningForm::Deputy);
    }

    #[test]
    fn fields_of_a_later_version_are_written_back() {
        let text =
            r#"{"bodies":[{"format":"nd30","issuer":{"kind":"ubnd","fax":"1"},"phone":"2"}],"later":[3]}"#;
        let written = Directory::read(text).unwrap().write();
        for kept in [r#""fax":"1""#, r#""phone":"2""#, r#""later":[3]"#] {
            assert!(written.contains(kept), "{written}");
        }
    }

    #[test]
    fn what_is_no_directory_is_not_read() {
        for text in ["", "[]", "{", r#"{"bodies":1}"#, r#"{"bodies":[1]}"#] {
            assert_eq!(Directory::read(text), None, "{text}");
            assert_eq!(last_body(text), None, "{text}");
        }
    }

    #[test]
    fn two_directories_become_one_without_losing_anybody() {
        let mut mine = after(&[plan("ubnd", "xã Lương Minh", "An")]);
        mine.merge(&after(&[plan("ubnd", "xã Lương Minh", "Bình"), plan("mttq", "xã Đồng Văn", "Chi")]));
        assert_eq!(communes(&mine), ["xã Lương Minh", "xã Đồng Văn"]);
        assert_eq!(signers(&mine), ["An", "Bình", "Chi"]);
    }

    proptest! {
        #[test]
        fn after_any_plans_the_last_is_first_and_no_body_stands_there_twice(
            plans in prop::collection::vec(("ubnd|mttq", "xã [AB]", "|An|Bình"), 1..30)
        ) {
            let plans: Vec<Plan> =
                plans.iter().map(|(kind, commune, signer)| plan(kind, commune, signer)).collect();
            let directory = after(&plans);
            prop_assert_eq!(&directory.bodies[0].issuer, &plans.last().unwrap().issuer);
            for (i, body) in directory.bodies.iter().enumerate() {
                prop_assert!(directory.bodies[..i].iter().all(|other| !is_same(&other.issuer, &body.issuer)));
            }
            let merged = |a: &Directory, b: &Directory| { let mut a = a.clone(); a.merge(b); a };
            prop_assert_eq!(merged(&directory, &directory), directory.clone());
        }
    }
}
