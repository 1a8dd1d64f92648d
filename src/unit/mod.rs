//! Đơn vị hành chính: the 34 provinces and 3,321 communes in force from 01/7/2025 (Quyết định
//! 19/2025/QĐ-TTg), found by what one types of their names.
//!
//! ```
//! use ke_hoach::unit::communes;
//! let found = communes("luong minh", "");
//! assert_eq!(found[0].written(), "xã Lương Minh");
//! assert_eq!(found[0].province(), Some("tỉnh Quảng Ninh"));
//! ```

mod search;
mod table;

pub use search::{commune, communes, communes_named, province, provinces};

use crate::vietnamese::upper_letter;

/// A unit of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its common noun in small letters; blank where that is part of the name.
    noun: &'static str,
    name: &'static str,
    province: Option<&'static str>,
}

impl Unit {
    /// The unit as it is written inside a sentence: `xã Lương Minh`, `Phường 2 Bảo Lộc`
    /// (NĐ 30/2020/NĐ-CP, Phụ lục II, mục III: the common noun is small before a name, and a
    /// capital before a number and in "Thành phố Hồ Chí Minh").
    pub fn written(&self) -> String {
        let Unit { noun, name, .. } = self;
        let numbered = name.starts_with(|c: char| c.is_ascii_digit());
        let mut letters = noun.chars();
        match letters.next() {
            None => (*name).to_owned(),
            Some(first) if numbered => format!("{}{} {name}", upper_letter(first), letters.as_str()),
            Some(_) => format!("{noun} {name}"),
        }
    }

    /// Its name without the common noun.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Its common noun in small letters; blank where that is part of the name.
    pub fn noun(&self) -> &'static str {
        self.noun
    }

    /// The province of a commune as it is written inside a sentence; a province has none.
    pub fn province(&self) -> Option<&'static str> {
        self.province
    }
}

#[cfg(test)]
mod tests;
