//! Numbers of sections and items: I., 1., 1.1., a), -.

use crate::plan::Level;

/// The letters that number points, in the order of the Vietnamese alphabet
/// (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 6, điểm đ; ă, â, ê, ô, ơ, ư are not used).
pub const POINT_LETTERS: [&str; 23] = [
    "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v",
    "x", "y",
];

/// A Roman number.
///
/// ```
/// use ke_hoach::format::numbering::roman;
/// assert_eq!((roman(4), roman(19)), ("IV".into(), "XIX".into()));
/// ```
pub fn roman(number: usize) -> String {
    const DIGITS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number;
    let mut roman = String::new();
    for (value, digits) in DIGITS {
        while rest >= value {
            roman.push_str(digits);
            rest -= value;
        }
    }
    roman
}

/// The letter of the `n`th point, counted from 1: `a`, `b`, `c`, `d`, `đ` …; after `y` come `aa`, `ab` ….
pub fn point_letter(n: usize) -> String {
    let n = n.saturating_sub(1);
    let (round, letter) = (n / POINT_LETTERS.len(), n % POINT_LETTERS.len());
    match round {
        0 => POINT_LETTERS[letter].into(),
        _ => format!("{}{}", point_letter(round), POINT_LETTERS[letter]),
    }
}

/// Gives the items of one section their numbers, in reading order.
///
/// ```
/// use ke_hoach::{format::numbering::Counter, plan::Level::*};
/// let mut counter = Counter::default();
/// let marks: Vec<_> = [Clause, Subclause, Subclause, Clause, Point, Dash, Point, Text]
///     .map(|level| counter.mark(level).unwrap_or_default())
///     .into();
/// assert_eq!(marks, ["1.", "1.1.", "1.2.", "2.", "a)", "-", "b)", ""]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Counter {
    clause: usize,
    subclause: usize,
    point: usize,
}

impl Counter {
    /// The mark of the next item at `level`, or `None` for plain text.
    /// An item of an outer level begins the inner ones anew.
    pub fn mark(&mut self, level: Level) -> Option<String> {
        match level {
            Level::Clause => {
                *self = Counter { clause: self.clause + 1, ..Counter::default() };
                Some(format!("{}.", self.clause))
            }
            Level::Subclause => {
                self.subclause += 1;
                self.point = 0;
                Some(match self.clause {
                    // A subclause with no clause before it: numbered as if there were one level only.
                    0 => format!("{}.", self.subclause),
                    clause => format!("{clause}.{}.", self.subclause),
                })
            }
            Level::Point => {
                self.point += 1;
                Some(format!("{})", point_letter(self.point)))
            }
            Level::Dash => Some("-".into()),
            Level::Text => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fifth_point_is_d_with_stroke() {
        assert_eq!((point_letter(4), point_letter(5), point_letter(6)), ("d".into(), "đ".into(), "e".into()));
    }

    #[test]
    fn points_go_on_after_the_alphabet() {
        assert_eq!(
            (point_letter(23), point_letter(24), point_letter(25)),
            ("y".into(), "aa".into(), "ab".into())
        );
    }
}
