//! Sorting, and gathering in order, in little code.
//!
//! The standard library writes a sort out anew for each kind of thing and each way to compare: three
//! kilobytes of the program each, and as many where a map or a set is collected at once. Here one sort,
//! of places in a list, serves all.

use std::cmp::Ordering;

/// Sorts as [`slice::sort_by`] does: what compares equal stays in its order.
pub fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let mut sorted = places(items.len(), &mut |a, b| compare(&items[a], &items[b]));
    for at in 0..sorted.len() {
        // What stood there may have gone elsewhere to make room for what came before.
        let mut from = sorted[at];
        while from < at {
            from = sorted[from];
        }
        sorted[at] = from;
        items.swap(at, from);
    }
}

/// Sorts as [`slice::sort_by_key`] does.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts as [`slice::sort`] does.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// What stands at one place of the order of a sorted list: `place` tells how a thing lies to it.
pub fn run_of<T>(sorted: &[T], place: impl Fn(&T) -> Ordering) -> &[T] {
    let from = sorted.partition_point(|item| place(item).is_lt());
    let count = sorted[from..].partition_point(|item| place(item).is_eq());
    &sorted[from..from + count]
}

/// Gathers what is to be in order in a map or a set.
pub fn gather<C: Default + Extend<T>, T>(items: impl IntoIterator<Item = T>) -> C {
    let mut all = C::default();
    items.into_iter().for_each(|item| all.extend(Some(item)));
    all
}

/// The places of a list in the order of what stands there.
fn places(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(items: Vec<(u8, u8)>) {
            let (mut ours, mut theirs) = (items.clone(), items.clone());
            sort_by_key(&mut ours, |(key, _)| *key);
            theirs.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(&ours, &theirs);
            sort(&mut ours);
            theirs.sort();
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn it_gathers_what_the_standard_library_collects(items: Vec<(u8, u8)>) {
            let (map, set): (BTreeMap<u8, u8>, BTreeSet<(u8, u8)>) = (gather(items.clone()), gather(items.clone()));
            prop_assert_eq!(map, items.iter().copied().collect());
            prop_assert_eq!(set, items.into_iter().collect());
        }
    }
}
