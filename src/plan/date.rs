//! The date of issue.

use reactive_stores::Store;
use serde::{Deserialize, Serialize};

/// Day, month and year of issue; each may be blank until the document is signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Store)]
#[serde(default)]
pub struct IssueDate {
    /// Day of the month.
    pub day: Option<u8>,
    /// Month, 1–12.
    pub month: Option<u8>,
    /// Year of four digits.
    pub year: Option<u16>,
}

impl IssueDate {
    /// Whether the parts that are filled in can stand together: a month of 1–12 and a
    /// day that this month has (29 February while the year is blank).
    ///
    /// ```
    /// # use ke_hoach::plan::IssueDate;
    /// assert!(IssueDate { day: Some(29), month: Some(2), year: Some(2024) }.is_possible());
    /// assert!(!IssueDate { day: Some(29), month: Some(2), year: Some(2026) }.is_possible());
    /// assert!(IssueDate { day: None, month: Some(9), year: None }.is_possible());
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
