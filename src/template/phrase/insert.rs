//! A sentence into the outline of a section.

use crate::plan::{Item, Level, RowId, insert_after};

/// Puts a text behind the item `after`, or behind the last one: into that item if it is blank, else as a
/// new one, `id`, at its level, or as a dash under one that has a title. A blank text is always a new item
/// at the level of the one before it. Gives back which item has the text.
///
/// ```
/// use ke_hoach::plan::{Item, Level, RowId};
/// use ke_hoach::template::phrase::insert;
///
/// let title = Item { id: RowId(1), level: Level::Clause, title: "Mục đích".into(), ..Item::default() };
/// let mut items = vec![title];
/// assert_eq!(insert(&mut items, None, RowId(2), "Nâng cao nhận thức.".into()), RowId(2));
/// assert_eq!((items[1].level, items[1].text.as_str()), (Level::Dash, "Nâng cao nhận thức."));
/// ```
pub fn insert(items: &mut Vec<Item>, after: Option<RowId>, id: RowId, text: String) -> RowId {
    let new = !text.is_empty();
    let at = items.iter().position(|item| Some(item.id) == after).or(items.len().checked_sub(1));
    let level = match at.and_then(|at| items.get_mut(at)) {
        Some(item) if new && item.is_blank() => {
            item.text = text;
            return item.id;
        }
        Some(item) if new && !item.title.trim().is_empty() => Level::Dash,
        Some(item) => item.level,
        None => Level::Clause,
    };
    insert_after(items, Item { id, level, text, ..Item::default() }, after);
    id
}
