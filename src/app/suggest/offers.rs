//! What is suggested in which field.

use leptos::prelude::*;

use crate::app::{App, Route, platform};
use crate::format::{Defaults, Format};
use crate::plan::{Signature, one_line};
use crate::unit::{self, Unit};
use crate::vietnamese::{ascii, lower};

/// The ids of the fields of the form.
const PROVINCE: &str = "province";
const COMMUNE: &str = "commune";
const SIGNER: &str = "signer-name";

/// Something to choose.
#[derive(Clone, Debug, Default)]
pub struct Offer {
    /// What it is.
    pub title: String,
    /// What tells it apart.
    pub note: String,
    /// The fields that it fills, by their ids, and with what.
    pub fills: Vec<(String, String)>,
    /// The other field that it changes, by its name, if it is not to be changed in silence.
    changes: Option<&'static str>,
}

impl Offer {
    /// Whether all that it fills in stands there.
    pub fn is_taken(&self) -> bool {
        self.fills.iter().all(|(id, text)| platform::held(id).as_ref() == Some(text))
    }

    /// Whether one who has typed this surely means it: marks that are typed are right.
    pub fn is_meant(&self, typed: &str) -> bool {
        let typed = lower(typed.trim());
        typed == ascii(&typed) || lower(&self.title).contains(&typed)
    }

    /// What is said once it is chosen; blank where nothing is.
    pub fn said(&self) -> String {
        let changed =
            self.changes.map(|name| format!("Đã chọn {}, {}: “{name}” đổi theo.", self.title, self.note));
        changed.unwrap_or_default()
    }
}

/// What a field can be filled with that holds `typed`. Where a page has several of a kind, their ids
/// end in a number: `province-2`.
pub fn of(app: App, field: &str, typed: &str) -> Vec<Offer> {
    let number = field.rsplit_once('-').map(|(_, number)| number).filter(|end| end.parse::<u32>().is_ok());
    let end = number.map(|number| format!("-{number}")).unwrap_or_default();
    match field.strip_suffix(end.as_str()).unwrap_or_default() {
        PROVINCE => unit::provinces(typed).iter().map(|unit| province(unit, &end)).collect(),
        COMMUNE => unit::communes(typed, &home(&end)).iter().map(|unit| commune(unit, &end)).collect(),
        SIGNER => signers(app, typed),
        _ => Vec::new(),
    }
}

/// What stands in the province's field.
fn home(end: &str) -> String {
    platform::held(&format!("{PROVINCE}{end}")).unwrap_or_default()
}

fn province(unit: &Unit, end: &str) -> Offer {
    let written = unit.written();
    Offer { title: written.clone(), fills: vec![(format!("{PROVINCE}{end}"), written)], ..Offer::default() }
}

/// A commune brings its province along.
fn commune(unit: &Unit, end: &str) -> Offer {
    let (title, note) = (unit.written(), unit.province().unwrap_or_default().to_owned());
    let mut fills = vec![(format!("{COMMUNE}{end}"), title.clone())];
    let home = home(end);
    let is_home = unit::province(&home).is_some_and(|home| home.written() == note);
    if !is_home {
        fills.push((format!("{PROVINCE}{end}"), note.clone()));
    }
    let changes = (!is_home && !home.trim().is_empty()).then_some("Tỉnh, thành phố");
    Offer { title, note, fills, changes }
}

/// Those who signed for the body of the draft that is open.
fn signers(app: App, typed: &str) -> Vec<Offer> {
    let id = Route::here().draft.unwrap_or_default();
    let Ok(found) = app.drafts.with_value(|drafts| drafts.open(&id)) else { return Vec::new() };
    let plan = found.draft.plan;
    let format = Format::of(&plan);
    let directory = app.drafts.with_value(|drafts| drafts.directory());
    let signers = directory.body(&plan.issuer).map(|body| body.signers.clone()).unwrap_or_default();
    let wanted = ascii(typed.trim());
    let offer = |Signature { form, authority, title, name, .. }: Signature| {
        let usual = Defaults::of(&plan.issuer, form, &format).signer_title;
        let note = one_line(if title.trim().is_empty() { &usual } else { &title });
        let fills = [
            ("signing-form", form.key().to_owned()),
            ("authority", authority),
            ("signer-title", title),
            (SIGNER, name.clone()),
        ];
        let fills = fills.map(|(id, text)| (id.to_owned(), text)).into();
        Offer { title: name, note, fills, changes: None }
    };
    signers.into_iter().filter(|signer| ascii(&signer.name).contains(&wanted)).map(offer).collect()
}
