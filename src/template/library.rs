//! The templates of the app, one file each.

use std::sync::Arc;

use super::Template;
use crate::draft::Draft;
use crate::plan::Plan;

/// A template of the app.
#[derive(Clone, Debug, PartialEq)]
pub struct BuiltIn {
    /// By which addresses name it: `giam-sat`.
    pub key: &'static str,
    /// The template.
    pub template: Template,
}

macro_rules! files {
    ($($key:literal),* $(,)?) => {
        [$(($key, include_str!(concat!("../../assets/templates/", $key, ".json")))),*]
    };
}

/// Their texts, in the order in which lists show them.
pub(super) const FILES: [(&str, &str); 12] = files![
    "thuc-hien-nghi-quyet",
    "tuyen-truyen",
    "ngay-hoi-dai-doan-ket",
    "giam-sat",
    "phan-bien-xa-hoi",
    "kiem-tra",
    "hiep-thuong-bau-cu",
    "quy-vi-nguoi-ngheo",
    "tiep-cong-dan",
    "phong-chong-thien-tai",
    "chuyen-doi-so",
    "nong-thon-moi",
];

/// Every template of the app.
pub fn all() -> impl Iterator<Item = BuiltIn> {
    // That each of them can be read is tested.
    FILES
        .into_iter()
        .filter_map(|(key, text)| Template::read(text).ok().map(|template| BuiltIn { key, template }))
}

/// A plan that is filled in, to look at. Its commune, its people and its figures are made up.
pub fn example() -> Plan {
    // That it can be read is tested.
    Draft::read(include_str!("../../assets/vi-du.kehoach.json"))
        .map(|opened| Arc::unwrap_or_clone(opened.draft.plan))
        .unwrap_or_default()
}
