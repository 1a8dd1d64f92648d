//! The keys under which things are kept. They are what other versions of the app find again.

/// Begins the keys of everything.
pub const ALL: &str = "ke-hoach/";
/// Begins the keys of the drafts: `ke-hoach/draft/<id>/0` and `…/1`.
pub const DRAFT: &str = "ke-hoach/draft/";
/// Begins the keys of the index, an entry a draft.
pub const INDEX: &str = "ke-hoach/index/";
/// Begins the keys of the histories: `…/<id>/base` and `…/<id>/steps`.
pub const HISTORY: &str = "ke-hoach/history/";
/// Begins the keys of who owns a draft: `…/<id>/beat` and `…/<id>/wish`.
pub const OWNER: &str = "ke-hoach/owner/";
/// Begins the keys of what could not be read: `…/<id>/0` and so on.
pub const DAMAGED: &str = "ke-hoach/damaged/";
/// Begins the keys of the choices that the app remembers.
pub const CHOICE: &str = "ke-hoach/choice/";

/// The bodies for which plans were made. Of what is kept besides drafts, as far as backups go.
pub const DIRECTORY: &str = "ke-hoach/directory";
/// A directory that could not be read.
pub const UNREAD_DIRECTORY: &str = "ke-hoach/directory-unread";

/// Begins the keys of the user's own templates, which a backup carries with all that it does not know.
pub const TEMPLATE: &str = "ke-hoach/template/";

/// Whether a key is ours and holds neither drafts nor choices: the directory, or what a later version put there.
pub fn is_other(key: &str) -> bool {
    let known = [DRAFT, INDEX, HISTORY, DAMAGED, CHOICE, OWNER];
    key.starts_with(ALL) && !known.iter().any(|known| key.starts_with(known))
}

/// The slot that holds a draft's revision `rev`; the one before stands in the other.
pub fn slot(id: &str, rev: u64) -> String {
    format!("{DRAFT}{id}/{}", rev % 2)
}

/// The entry of a draft.
pub fn entry(id: &str) -> String {
    format!("{INDEX}{id}")
}

/// The oldest state of a draft's history.
pub fn base(id: &str) -> String {
    format!("{HISTORY}{id}/base")
}

/// The further states.
pub fn steps(id: &str) -> String {
    format!("{HISTORY}{id}/steps")
}

/// The owner of a draft, and that it lives.
pub fn beat(id: &str) -> String {
    format!("{OWNER}{id}/beat")
}

/// The tab that asks for a draft.
pub fn wish(id: &str) -> String {
    format!("{OWNER}{id}/wish")
}

/// All keys of a draft, the slots last.
pub fn of_draft(id: &str) -> [String; 5] {
    [steps(id), base(id), entry(id), slot(id, 0), slot(id, 1)]
}

/// The draft that a key with this beginning is of.
pub fn id_of<'a>(key: &'a str, beginning: &str) -> Option<&'a str> {
    let rest = key.strip_prefix(beginning)?;
    Some(rest.rsplit_once('/').map_or(rest, |(id, _)| id))
}

/// The draft in whose slot a key's text is kept.
pub fn draft_in_slot(key: &str) -> Option<&str> {
    id_of(key, DRAFT)
}
