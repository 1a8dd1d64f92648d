//! Changes of which tasks there are, and where they stand. A task takes along what stands under it.

use super::{Column, Place, item, item_mut};
use crate::plan::{Item, Level, Plan, RowId, Task};

/// Where an item stands in the plan: its section and its place in that.
#[derive(Clone, Copy, PartialEq, Eq)]
struct At {
    section: usize,
    item: usize,
}

fn find(plan: &Plan, id: RowId) -> Option<At> {
    plan.sections.iter().enumerate().find_map(|(section, rows)| {
        let item = rows.items.iter().position(|item| item.id == id)?;
        Some(At { section, item })
    })
}

fn items(plan: &Plan, section: usize) -> &[Item] {
    plan.sections.get(section).map_or(&[], |section| &section.items)
}

/// Where what stands under an item ends.
fn end(items: &[Item], at: usize) -> usize {
    let Some(level) = items.get(at).map(|item| item.level) else { return items.len() };
    let below = items.iter().skip(at + 1).take_while(|item| item.level > level).count();
    at + 1 + below
}

/// What an item stands under.
fn above(items: &[Item], at: usize) -> Option<usize> {
    let level = items.get(at)?.level;
    items.get(..at)?.iter().rposition(|item| item.level < level)
}

fn blank(id: RowId, level: Level) -> Item {
    Item { id, level, task: Some(Task::default()), ..Item::default() }
}

/// A blank task under another, of its level and behind all that stands under it.
pub fn add_below(plan: &mut Plan, after: RowId) -> Option<RowId> {
    let at = find(plan, after)?;
    let level = items(plan, at.section).get(at.item)?.level;
    let end = end(items(plan, at.section), at.item);
    let id = plan.new_row();
    plan.sections.get_mut(at.section)?.items.insert(end, blank(id, level));
    Some(id)
}

/// A blank task as the last of a place: the last item there, where that is blank still.
pub fn add_to(plan: &mut Plan, place: Place) -> Option<RowId> {
    let (section, end, level) = last_of(plan, place)?;
    let last = plan.sections.get_mut(section)?.items.get_mut(..end)?.last_mut();
    let blank_yet = |last: &&mut Item| {
        let id = last.id;
        **last == Item { id, level, ..Item::default() } && Some(id) != place.under
    };
    if let Some(last) = last.filter(blank_yet) {
        last.task = Some(Task::default());
        return Some(last.id);
    }
    let id = plan.new_row();
    plan.sections.get_mut(section)?.items.insert(end, blank(id, level));
    Some(id)
}

/// Where a task is put that becomes the last of a place, and its level: that of the tasks there, else of
/// the items there.
fn last_of(plan: &Plan, place: Place) -> Option<(usize, usize, Level)> {
    let section = plan.sections.iter().position(|section| section.id == place.section)?;
    let items = items(plan, section);
    let (parent, range) = match place.under {
        None => (None, 0..items.len()),
        Some(id) => {
            let parent = items.iter().position(|item| item.id == id)?;
            (Some(parent), parent + 1..end(items, parent))
        }
    };
    let children =
        || range.clone().rev().filter(|at| above(items, *at) == parent).filter_map(|at| items.get(at));
    let usual = match parent.and_then(|parent| items.get(parent)) {
        None => Level::Clause,
        Some(parent) if parent.level < Level::Dash => Level::Dash,
        Some(_) => Level::Text,
    };
    let level = children()
        .find(|item| item.task.is_some())
        .or_else(|| children().find(|item| item.level != Level::Text))
        .map_or(usual, |item| item.level);
    // At the end, an item of a level inside of the last one's would stand under that.
    let outermost = children().map(|item| item.level).min().unwrap_or(level);
    Some((section, range.end, level.min(outermost)))
}

/// Takes a task away. What stands under it stays, as when an item of the outline is taken away.
pub fn remove(plan: &mut Plan, id: RowId) -> bool {
    let Some(at) = find(plan, id) else { return false };
    let Some(section) = plan.sections.get_mut(at.section) else { return false };
    section.items.remove(at.item);
    true
}

/// Puts a task, with what stands under it, before the task above or behind the one below: of the same
/// place, else of the next one. Says whether there was one.
pub fn shift(plan: &mut Plan, id: RowId, up: bool) -> bool {
    shifted(plan, id, up).is_some()
}

fn shifted(plan: &mut Plan, id: RowId, up: bool) -> Option<()> {
    let at = find(plan, id)?;
    let here = items(plan, at.section);
    let (own_end, parent) = (end(here, at.item), above(here, at.item));
    let is_task = |item: &Item| item.task.is_some();
    let sibling = |other: &usize| here.get(*other).is_some_and(is_task) && above(here, *other) == parent;
    let brother = if up { (0..at.item).rev().find(sibling) } else { (own_end..here.len()).find(sibling) };
    let (target, level) = if let Some(brother) = brother {
        let to = if up { brother } else { end(here, brother) };
        (At { section: at.section, item: to }, here.get(brother)?.level)
    } else if up {
        let (section, other) = (0..=at.section).rev().find_map(|section| {
            let before = if section == at.section { at.item } else { items(plan, section).len() };
            Some((section, items(plan, section).get(..before)?.iter().rposition(is_task)?))
        })?;
        let items = items(plan, section);
        let around = section == at.section && end(items, other) > at.item;
        let to = if around { other } else { end(items, other) };
        (At { section, item: to }, items.get(other)?.level)
    } else {
        let (section, other) = (at.section..plan.sections.len()).find_map(|section| {
            let after = if section == at.section { own_end } else { 0 };
            let further = items(plan, section).get(after..)?.iter().position(is_task)?;
            Some((section, after + further))
        })?;
        (At { section, item: other }, items(plan, section).get(other)?.level)
    };
    put(plan, at, target, level)
}

/// Puts a task, with what stands under it, at the end of another place. Says whether it could go there.
pub fn carry(plan: &mut Plan, id: RowId, place: Place) -> bool {
    carried(plan, id, place).is_some()
}

fn carried(plan: &mut Plan, id: RowId, place: Place) -> Option<()> {
    let at = find(plan, id)?;
    let own_end = end(items(plan, at.section), at.item);
    let inside = place.under.and_then(|under| find(plan, under));
    if inside.is_some_and(|under| under.section == at.section && (at.item..own_end).contains(&under.item)) {
        return None;
    }
    let (section, item, level) = last_of(plan, place)?;
    put(plan, at, At { section, item }, level)
}

/// Takes an item with what stands under it to another place, where it has another level.
fn put(plan: &mut Plan, from: At, to: At, level: Level) -> Option<()> {
    let section = plan.sections.get_mut(from.section)?;
    let end = end(&section.items, from.item);
    let mut block: Vec<Item> = section.items.drain(from.item..end).collect();
    let gone = if to.section == from.section && to.item >= end { block.len() } else { 0 };
    relevel(&mut block, level);
    let items = &mut plan.sections.get_mut(to.section)?.items;
    let at = (to.item - gone).min(items.len());
    items.splice(at..at, block);
    Some(())
}

/// Gives a block another level; what stands under its first item still does, as far as there are levels.
fn relevel(block: &mut [Item], level: Level) {
    let Some((first, below)) = block.split_first_mut() else { return };
    let place = |level: Level| Level::ALL.iter().position(|other| *other == level).unwrap_or(0);
    let (before, now) = (place(first.level), place(level));
    first.level = level;
    for item in below.iter_mut().filter(|item| item.level != Level::Text) {
        let moved = (place(item.level) + now).saturating_sub(before).max(now + 1);
        // A dash has only paragraphs under it.
        let deepest = if now >= place(Level::Dash) { Level::Text } else { Level::Dash };
        item.level = Level::ALL.get(moved.min(place(deepest))).copied().unwrap_or(deepest);
    }
}

/// Writes into a cell what stands in the one above it in the table.
pub fn copy_from_above(plan: &mut Plan, id: RowId, column: Column) -> bool {
    let tasks: Vec<&Item> = plan.tasks().map(|(item, _)| item).collect();
    let at = tasks.iter().position(|item| item.id == id);
    let above = at.and_then(|at| at.checked_sub(1)).and_then(|above| tasks.get(above));
    let Some(text) = above.map(|above| column.text(above).to_owned()) else { return false };
    if item(plan, id).is_none_or(|item| column.text(item) == text) {
        return false;
    }
    item_mut(plan, id).is_some_and(|item| {
        column.write(item, text);
        true
    })
}
