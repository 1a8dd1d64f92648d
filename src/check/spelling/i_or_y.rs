//! Syllables that are written with i or with y.

/// One that is, as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) struct IOrY {
    /// Which of [`I_OR_Y`] it is.
    pub pair: usize,
    /// Whether it has the y.
    pub is_y: bool,
}

/// Each with y and with i.
pub(in crate::check) const I_OR_Y: [[&str; 2]; 12] = [
    ["kỹ", "kĩ"],
    ["kỳ", "kì"],
    ["kỷ", "kỉ"],
    ["lý", "lí"],
    ["mỹ", "mĩ"],
    ["sỹ", "sĩ"],
    ["tỷ", "tỉ"],
    ["hy", "hi"],
    ["ký", "kí"],
    ["ly", "li"],
    ["quý", "quí"],
    ["kỵ", "kị"],
];

impl IOrY {
    /// What is known of a word in small letters.
    pub(in crate::check) fn of(small: &str) -> Option<IOrY> {
        let mut pairs = I_OR_Y.iter().enumerate();
        pairs.find_map(|(pair, ways)| ways.contains(&small).then(|| IOrY { pair, is_y: ways[0] == small }))
    }

    /// Whether no word of official texts has to have the other letter: tỉ mỉ, li ti and mỹ thuật beside Mỹ do.
    pub(in crate::check) fn is_sure(self) -> bool {
        matches!(I_OR_Y[self.pair][0], "kỹ" | "kỳ" | "kỷ" | "lý" | "quý")
    }
}
