//! Units of length and of type size.

use std::fmt;
use std::ops::{Add, Div, Mul, Neg, Sub};

/// A length in twips, Word's unit: 1/20 point, 1/1440 inch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Twips(pub i32);

impl Twips {
    /// Nothing.
    pub const ZERO: Twips = Twips(0);

    /// From whole or half millimetres, given in tenths to stay exact: `Twips::mm10(127)` is 12.7 mm.
    pub const fn mm10(tenths: i32) -> Twips {
        Twips((tenths * 1440 + 127) / 254)
    }

    /// From whole millimetres.
    pub const fn mm(mm: i32) -> Twips {
        Twips::mm10(mm * 10)
    }

    /// From whole points.
    pub const fn pt(points: i32) -> Twips {
        Twips(points * 20)
    }

    /// In points.
    pub fn to_pt(self) -> f32 {
        self.0 as f32 / 20.0
    }

    /// From points, to the nearest twip.
    pub fn from_pt(points: f32) -> Twips {
        Twips((points * 20.0).round() as i32)
    }
}

impl Add for Twips {
    type Output = Twips;
    fn add(self, other: Twips) -> Twips {
        Twips(self.0 + other.0)
    }
}

impl Sub for Twips {
    type Output = Twips;
    fn sub(self, other: Twips) -> Twips {
        Twips(self.0 - other.0)
    }
}

impl Neg for Twips {
    type Output = Twips;
    fn neg(self) -> Twips {
        Twips(-self.0)
    }
}

impl Mul<i32> for Twips {
    type Output = Twips;
    fn mul(self, times: i32) -> Twips {
        Twips(self.0 * times)
    }
}

impl Div<i32> for Twips {
    type Output = Twips;
    fn div(self, parts: i32) -> Twips {
        Twips(self.0 / parts)
    }
}

impl std::iter::Sum for Twips {
    fn sum<I: Iterator<Item = Twips>>(lengths: I) -> Twips {
        lengths.fold(Twips::ZERO, Add::add)
    }
}

/// A type size in half points, Word's unit: `HalfPt::pt(13)` is 13 pt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HalfPt(pub u16);

impl HalfPt {
    /// From whole points.
    pub const fn pt(points: u16) -> HalfPt {
        HalfPt(points * 2)
    }

    /// In points.
    pub fn to_pt(self) -> f32 {
        f32::from(self.0) / 2.0
    }
}

/// A number as styles and attributes have it: to the thousandth, without zeros at its end. Rust's
/// own way to write a float weighs 4 KB in the first visit.
///
/// ```
/// use ke_hoach::format::Decimal;
/// assert_eq!(Decimal(12.5).to_string(), "12.5");
/// assert_eq!(Decimal(-0.0625).to_string(), "-0.063");
/// assert_eq!(Decimal(14.0).to_string(), "14");
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Decimal(pub f32);

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let thousandths = (self.0 * 1000.0).round() as i32;
        let sign = if thousandths < 0 { "-" } else { "" };
        let (whole, mut part) = (thousandths.unsigned_abs() / 1000, thousandths.unsigned_abs() % 1000);
        let mut places = 3;
        while places > 0 && part.is_multiple_of(10) {
            (part, places) = (part / 10, places - 1);
        }
        match places {
            0 => write!(f, "{sign}{whole}"),
            _ => write!(f, "{sign}{whole}.{part:0places$}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a4_is_210_by_297_millimetres() {
        assert_eq!((Twips::mm(210), Twips::mm(297)), (Twips(11906), Twips(16838)));
    }

    #[test]
    fn a_first_line_of_ten_millimetres_is_that_of_the_official_form() {
        assert_eq!(Twips::mm(10), Twips(567));
        assert_eq!(Twips::mm10(127), Twips(720));
    }
}
