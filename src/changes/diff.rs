//! Which things of one row are those of another, in the same order.

use crate::order;

/// Pairs of places at which the same thing stands in both rows, rising in both: by the things
/// that each row has once, then between those by the fewest differences.
pub fn common(a: &[u64], b: &[u64]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let (mut from_a, mut from_b) = (0, 0);
    for (to_a, to_b) in unique(a, b).into_iter().chain([(a.len(), b.len())]) {
        let between = fewest(&a[from_a..to_a], &b[from_b..to_b]);
        pairs.extend(between.into_iter().map(|(i, j)| (from_a + i, from_b + j)));
        if to_a < a.len() {
            pairs.push((to_a, to_b));
        }
        (from_a, from_b) = (to_a + 1, to_b + 1);
    }
    pairs
}

/// The things that stand once in each row: the longest run of them that rises in both.
pub fn unique(a: &[u64], b: &[u64]) -> Vec<(usize, usize)> {
    rising(&once_in_both(a, b))
}

/// The places of the things that stand once in each row, by their place in the first.
pub fn once_in_both(a: &[u64], b: &[u64]) -> Vec<(usize, usize)> {
    let (a, b) = (once(a), once(b));
    let mut pairs = Vec::new();
    let mut others = b.iter().peekable();
    for (key, place) in &a {
        while others.next_if(|(other, _)| other < key).is_some() {}
        if let Some((_, other)) = others.next_if(|(other, _)| other == key) {
            pairs.push((*place, *other));
        }
    }
    order::sort(&mut pairs);
    pairs
}

/// The things that a row has once, sorted, with their places.
fn once(row: &[u64]) -> Vec<(u64, usize)> {
    let mut all: Vec<(u64, usize)> = row.iter().copied().zip(0..).collect();
    order::sort(&mut all);
    all.chunk_by(|(a, _), (b, _)| a == b).filter(|same| same.len() == 1).map(|same| same[0]).collect()
}

/// The longest part of pairs, sorted by their first, that rises in the second as well.
pub fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // The pair that ends the best run of each length, and the pair before each pair in its run.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (place, (_, second)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end].1 < *second);
        before.push(length.checked_sub(1).map(|last| ends[last]));
        if length == ends.len() {
            ends.push(place);
        } else {
            ends[length] = place;
        }
    }
    let mut next = ends.last().copied();
    let mut run: Vec<_> = std::iter::from_fn(|| {
        let place = next?;
        next = before[place];
        Some(pairs[place])
    })
    .collect();
    run.reverse();
    run
}

/// More differences than one wants to see told one by one: past them two rows have nothing in
/// common but how they begin and end.
const MOST: usize = 400;

/// The pairs that leave the fewest things without another (E. W. Myers, 1986).
fn fewest(a: &[u64], b: &[u64]) -> Vec<(usize, usize)> {
    let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (rest_a, rest_b) = (&a[head..], &b[head..]);
    let tail = rest_a.iter().rev().zip(rest_b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (mid_a, mid_b) = (&rest_a[..rest_a.len() - tail], &rest_b[..rest_b.len() - tail]);
    let mut pairs: Vec<_> = (0..head).map(|place| (place, place)).collect();
    pairs.extend(middle(mid_a, mid_b).into_iter().map(|(i, j)| (head + i, head + j)));
    pairs.extend((0..tail).map(|place| (a.len() - tail + place, b.len() - tail + place)));
    pairs
}

fn middle(a: &[u64], b: &[u64]) -> Vec<(usize, usize)> {
    if a.is_empty() || b.is_empty() {
        return Vec::new();
    }
    let (width, height) = (signed(a.len()), signed(b.len()));
    // How far in `a` each diagonal `k`, counted from -d, was reached with d differences.
    let mut reached: Vec<Vec<isize>> = Vec::new();
    for d in 0..=MOST {
        let last = reached.last().map_or(&[][..], Vec::as_slice);
        let mut now = Vec::with_capacity(2 * d + 1);
        for place in 0..=2 * d {
            let k = signed(place) - signed(d);
            // Every second diagonal is out of reach.
            if place % 2 == 1 {
                now.push(0);
                continue;
            }
            let (mut x, _) = start(last, d, place);
            let mut y = x - k;
            while x < width && y < height && at(a, x) == at(b, y) {
                x += 1;
                y += 1;
            }
            now.push(x);
            if x >= width && y >= height {
                reached.push(now);
                return back(&reached, width, height);
            }
        }
        reached.push(now);
    }
    Vec::new()
}

/// Where the way begins that is furthest on a diagonal after `d` differences, and the place of the
/// diagonal that it comes from.
fn start(last: &[isize], d: usize, place: usize) -> (isize, Option<usize>) {
    // The diagonals of `last` are counted from one further in.
    let left = place.checked_sub(2).map(|place| (last.get(place).copied().unwrap_or(0) + 1, place));
    let right = last.get(place).map(|x| (*x, place));
    match (left, right) {
        _ if d == 0 => (0, None),
        (Some(left), Some(right)) if left.0 <= right.0 => (right.0, Some(right.1)),
        (Some(left), _) => (left.0, Some(left.1)),
        (None, Some(right)) => (right.0, Some(right.1)),
        (None, None) => (0, None),
    }
}

/// The pairs on the way back from the end.
fn back(reached: &[Vec<isize>], width: isize, height: isize) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let (mut x, mut y) = (width, height);
    for d in (0..reached.len()).rev() {
        let last = d.checked_sub(1).map_or(&[][..], |d| reached[d].as_slice());
        let place = usize::try_from(x - y + signed(d)).unwrap_or(0);
        let (from, before) = start(last, d, place);
        while x > from {
            x -= 1;
            y -= 1;
            pairs.push((usize::try_from(x).unwrap_or(0), usize::try_from(y).unwrap_or(0)));
        }
        if let Some(before) = before {
            x = last[before];
            y = x - (signed(before) - signed(d - 1));
        }
    }
    pairs.reverse();
    pairs
}

fn signed(number: usize) -> isize {
    isize::try_from(number).unwrap_or(isize::MAX)
}

fn at(row: &[u64], place: isize) -> Option<&u64> {
    row.get(usize::try_from(place).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<u64> {
        text.bytes().map(u64::from).collect()
    }

    fn shown(a: &str, b: &str) -> String {
        common(&keys(a), &keys(b))
            .into_iter()
            .map(|(i, j)| {
                assert_eq!(a.as_bytes()[i], b.as_bytes()[j]);
                a.as_bytes()[i] as char
            })
            .collect()
    }

    #[test]
    fn what_both_rows_have_in_one_order_is_found() {
        assert_eq!(shown("abc", "abc"), "abc");
        assert_eq!(shown("abcd", "abXd"), "abd");
        assert_eq!(shown("", "abc"), "");
        assert_eq!(shown("aabbaa", "aacaa"), "aaaa");
        assert_eq!(shown("abcabba", "cbabac").len(), 4);
    }

    #[test]
    fn long_rows_without_anything_in_common_take_no_time() {
        let a: Vec<u64> = (0..30_000).map(|n| n % 2).collect();
        let b: Vec<u64> = (0..30_000).map(|n| n % 2 + 2).collect();
        assert_eq!(common(&a, &b), []);
    }

    proptest::proptest! {
        #[test]
        fn pairs_rise_and_are_the_same_and_as_many_as_can_be_where_all_repeats(
            a in proptest::collection::vec(0..4_u64, 0..14), b in proptest::collection::vec(0..4_u64, 0..14),
        ) {
            let pairs = fewest(&a, &b);
            proptest::prop_assert!(pairs.iter().all(|(i, j)| a[*i] == b[*j]));
            proptest::prop_assert!(pairs.is_sorted_by(|p, q| p.0 < q.0 && p.1 < q.1));
            let mut longest = vec![vec![0; b.len() + 1]; a.len() + 1];
            for i in 0..a.len() {
                for j in 0..b.len() {
                    longest[i + 1][j + 1] = if a[i] == b[j] { longest[i][j] + 1 }
                        else { longest[i][j + 1].max(longest[i + 1][j]) };
                }
            }
            proptest::prop_assert_eq!(pairs.len(), longest[a.len()][b.len()]);
            let pairs = common(&a, &b);
            proptest::prop_assert!(pairs.iter().all(|(i, j)| a[*i] == b[*j]));
            proptest::prop_assert!(pairs.is_sorted_by(|p, q| p.0 < q.0 && p.1 < q.1));
        }
    }
}
