//! The date of issue.

use reactive_stores::Store;

use super::Extra;

/// Day, month and year of issue; each may be blank until the document is signed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Store)]
pub struct IssueDate {
    /// Day of the month.
    pub day: Option<u8>,
    /// Month, 1–12.
    pub month: Option<u8>,
    /// Year of four digits.
    pub year: Option<u16>,
    /// Fields of a later version of the app, kept as they came.
    pub extra: Extra,
}

impl IssueDate {
    /// Whether the parts that are filled in can stand together: a month of 1–12 and a
    /// day that this month has (29 February while the year is blank).
    ///
    /// ```
    /// # use ke_hoach::plan::IssueDate;
    /// let leap_day = |year| IssueDate { day: Some(29), month: Some(2), year, ..IssueDate::default() };
    /// assert!(leap_day(Some(2024)).is_possible() && !leap_day(Some(2026)).is_possible());
    /// assert!(leap_day(None).is_possible());
    /// ```
    pub fn is_possible(&self) -> bool {
        let leap =
            |year: u16| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match self.month {
            Some(2) if self.year.is_none_or(leap) => 29,
            Some(2) => 28,
            Some(4 | 6 | 9 | 11) => 30,
            None | Some(1..=12) => 31,
            Some(_) => return false,
        };
        self.day.is_none_or(|day| (1..=days).contains(&day))
    }
}
