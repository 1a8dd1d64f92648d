//! Who does a task and by when (the-thuc.md, section 5, item 5).

use reactive_stores::Store;

use super::{Extra, lines, one_line};
use crate::vietnamese::ascii;

/// Who does a task and by when.
#[derive(Clone, Debug, Default, PartialEq, Store)]
pub struct Task {
    /// Đơn vị chủ trì.
    pub lead: String,
    /// Đơn vị phối hợp.
    pub support: String,
    /// Thời gian thực hiện, as it is to be printed: `trước ngày 30/7/2026`, `Thường xuyên`.
    pub deadline: String,
    /// Sản phẩm, kết quả.
    pub deliverable: String,
    /// How the details are said where not in the usual words and order, one a line: a label
    /// (`Thời gian hoàn thành`), or the end of the text around a detail (`(Hoàn thành {})`).
    pub labels: String,
    /// Fields of a later version of the app, kept as they came.
    pub extra: Extra,
}

/// What a task says beside what is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Đơn vị chủ trì.
    Lead,
    /// Đơn vị phối hợp.
    Support,
    /// Thời gian thực hiện.
    Deadline,
    /// Sản phẩm.
    Deliverable,
}

/// Where the detail stands in a label around it.
pub const SLOT: &str = "{}";

/// What offices call the details of tasks, without marks; each kind's usual name first.
const NAMES: [(Detail, &str, &[&str]); 4] = [
    (
        Detail::Lead,
        "Đơn vị chủ trì",
        &[
            "don vi chu tri",
            "co quan chu tri",
            "co quan chu tri tham muu",
            "don vi chu tri tham muu",
            "don vi co quan chu tri",
            "co quan don vi chu tri",
            "don vi chu tri thuc hien",
            "co quan chu tri thuc hien",
            "bo phan chu tri",
            "to chuc chu tri",
            "chu tri thuc hien",
            "chu tri",
            "ban chu tri",
            "don vi tham muu",
            "co quan tham muu",
            "don vi thuc hien",
            "co quan thuc hien",
        ],
    ),
    (
        Detail::Support,
        "Đơn vị phối hợp",
        &[
            "don vi phoi hop",
            "co quan phoi hop",
            "don vi co quan phoi hop",
            "co quan don vi phoi hop",
            "don vi phoi hop thuc hien",
            "co quan phoi hop thuc hien",
            "bo phan phoi hop",
            "to chuc phoi hop",
            "phoi hop thuc hien",
            "phoi hop",
        ],
    ),
    (
        Detail::Deadline,
        "Thời gian thực hiện",
        &[
            "thoi gian thuc hien",
            "thoi gian hoan thanh",
            "thoi gian thuc hien hoan thanh",
            "thoi gian trien khai",
            "thoi han hoan thanh",
            "thoi han thuc hien",
            "thoi han",
            "tien do thuc hien",
            "tien do hoan thanh",
            "lo trinh thuc hien",
            "hoan thanh",
            "thoi gian",
        ],
    ),
    (
        Detail::Deliverable,
        "Sản phẩm",
        &[
            "san pham",
            "ket qua",
            "ket qua san pham",
            "san pham ket qua",
            "san pham hoan thanh",
            "san pham du kien",
            "san pham dau ra",
            "ket qua dau ra",
            "ket qua thuc hien",
            "ket qua du kien",
        ],
    ),
];

impl Detail {
    /// Every detail, in the order in which they are usually said.
    pub const ALL: [Detail; 4] = [Detail::Lead, Detail::Support, Detail::Deadline, Detail::Deliverable];

    /// The usual name: `Đơn vị chủ trì`.
    pub fn label(self) -> &'static str {
        NAMES[self as usize].1
    }

    /// What a label names, whatever its case and marks.
    ///
    /// ```
    /// use ke_hoach::plan::Detail;
    /// assert_eq!(Detail::of("Thời hạn hoàn thành"), Some(Detail::Deadline));
    /// assert_eq!(Detail::of("Kết quả (sản phẩm)"), Some(Detail::Deliverable));
    /// assert_eq!(Detail::of("Địa điểm"), None);
    /// ```
    pub fn of(label: &str) -> Option<Detail> {
        let label = label.split_once(SLOT).map_or(label, |(before, _)| before);
        let plain = ascii(label);
        let words: Vec<&str> =
            plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let plain = words.join(" ");
        NAMES.iter().find(|(.., names)| names.contains(&plain.as_str())).map(|(detail, ..)| *detail)
    }
}

impl Task {
    /// A detail's field.
    pub fn detail(&self, detail: Detail) -> &str {
        match detail {
            Detail::Lead => &self.lead,
            Detail::Support => &self.support,
            Detail::Deadline => &self.deadline,
            Detail::Deliverable => &self.deliverable,
        }
    }

    /// A detail's field, to be filled in.
    fn detail_mut(&mut self, detail: Detail) -> &mut String {
        match detail {
            Detail::Lead => &mut self.lead,
            Detail::Support => &mut self.support,
            Detail::Deadline => &mut self.deadline,
            Detail::Deliverable => &mut self.deliverable,
        }
    }

    /// Fills in a detail.
    pub fn set(&mut self, detail: Detail, text: String) {
        *self.detail_mut(detail) = text;
    }

    /// Fills in a detail that a text says in words of its own.
    pub fn say(&mut self, detail: Detail, label: &str, value: &str) {
        *self.detail_mut(detail) = value.to_owned();
        if !self.labels.is_empty() {
            self.labels.push('\n');
        }
        self.labels.push_str(label);
    }

    /// The details that are filled in, each on one line with the label that it has: first those
    /// that this task says in its own words, in their order, then the others in theirs.
    pub fn details(&self) -> impl Iterator<Item = (&str, String)> {
        let own = || lines(&self.labels).filter_map(|label| Some((label, Detail::of(label)?)));
        let usual = Detail::ALL
            .into_iter()
            .filter(move |detail| own().all(|(_, own)| own != *detail))
            .map(|detail| (detail.label(), detail));
        own()
            .chain(usual)
            .map(|(label, detail)| (label, one_line(self.detail(detail))))
            .filter(|(_, value)| !value.is_empty())
    }
}
