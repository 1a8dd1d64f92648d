//! The letters of Times New Roman, measured.

mod widths;

use widths::{ADVANCES, ASCENT, DESCENT, KINDS, LINE_GAP, RANGES, SYMBOLS, UNITS_PER_EM};

/// One of the four faces of Times New Roman.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Face {
    /// Đậm.
    pub bold: bool,
    /// Nghiêng.
    pub italic: bool,
}

/// From the baseline to the top of the letters, in ems.
pub(super) const ASCENT_EM: f32 = ASCENT as f32 / UNITS_PER_EM as f32;
/// From the baseline to the bottom of the letters, in ems.
pub(super) const DESCENT_EM: f32 = DESCENT as f32 / UNITS_PER_EM as f32;
/// Between the letters of one line and the next at single spacing, in ems.
pub(super) const LINE_GAP_EM: f32 = LINE_GAP as f32 / UNITS_PER_EM as f32;

/// Width of `text` in points, set in letters of `size_pt` points without kerning, as Word
/// sets it. Line breaks have no width.
pub fn text_width(text: &str, face: Face, size_pt: f32) -> f32 {
    let units: u32 = text.chars().map(|letter| u32::from(advance(letter, face))).sum();
    units as f32 * size_pt / f32::from(UNITS_PER_EM)
}

/// Width of one character in ems.
pub(super) fn char_width(letter: char, face: Face) -> f32 {
    f32::from(advance(letter, face)) / f32::from(UNITS_PER_EM)
}

fn advance(letter: char, face: Face) -> u16 {
    match kind(u32::from(letter)) {
        Some(kind) => ADVANCES[usize::from(kind)][usize::from(face.bold) + 2 * usize::from(face.italic)],
        None => fallback(letter),
    }
}

/// The place of a character's widths in [`ADVANCES`].
fn kind(code: u32) -> Option<u8> {
    let mut place = 0;
    for (first, last) in RANGES.map(|(first, last)| (u32::from(first), u32::from(last))) {
        if (first..=last).contains(&code) {
            return KINDS.get(place + (code - first) as usize).copied();
        }
        place += (last - first + 1) as usize;
    }
    let symbol = SYMBOLS.iter().position(|&symbol| u32::from(symbol) == code)?;
    KINDS.get(place + symbol).copied()
}

/// What stands in for a character that is not in the tables.
fn fallback(letter: char) -> u16 {
    match u32::from(letter) {
        // A tab that strayed into a text is set as a space.
        0x09 => UNITS_PER_EM / 4,
        // Controls, combining marks, joiners, variation selectors.
        0x00..=0x1F | 0x7F..=0x9F | 0x0300..=0x036F | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF => 0,
        0x2060..=0x206F | 0x20D0..=0x20FF | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F | 0xFEFF => 0,
        // Signs and emoji, East Asian scripts and full-width forms.
        0x2600..=0x27BF | 0x1F000..=0x1FAFF => UNITS_PER_EM,
        0x1100..=0x115F | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF => UNITS_PER_EM,
        0xFE30..=0xFE4F | 0xFF00..=0xFF60 | 0x20000..=0x3FFFF => UNITS_PER_EM,
        _ => UNITS_PER_EM / 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REGULAR: Face = Face { bold: false, italic: false };
    const BOLD: Face = Face { bold: true, italic: false };
    const ITALIC: Face = Face { bold: false, italic: true };

    #[test]
    fn the_quoc_hieu_in_13_pt_bold_is_271_pt_wide_without_kerning() {
        let width = text_width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", BOLD, 13.0);
        assert!((width - 271.2).abs() < 0.1, "{width}");
    }

    #[test]
    fn marks_do_not_widen_a_letter_but_horns_do() {
        for (marked, plain) in [("ế", "e"), ("Ặ", "A"), ("ỹ", "y"), ("e\u{302}\u{301}", "e"), ("đ", "d")]
        {
            assert_eq!(text_width(marked, REGULAR, 14.0), text_width(plain, REGULAR, 14.0), "{marked}");
        }
        assert!(text_width("ứ", REGULAR, 14.0) > text_width("u", REGULAR, 14.0));
        assert_eq!(text_width("ứ", ITALIC, 14.0), text_width("ư", ITALIC, 14.0));
    }

    #[test]
    fn faces_have_widths_of_their_own() {
        assert!(text_width("KẾ HOẠCH", BOLD, 14.0) > text_width("KẾ HOẠCH", ITALIC, 14.0));
        assert_eq!(text_width("0123456789", BOLD, 14.0), 70.0, "a figure is half an em in every face");
    }

    #[test]
    fn spaces_and_hyphens_that_do_not_break_are_as_wide_as_those_that_do() {
        assert_eq!(text_width("\u{a0}", REGULAR, 14.0), text_width(" ", REGULAR, 14.0));
        assert_eq!(text_width("\u{2011}", REGULAR, 14.0), text_width("-", REGULAR, 14.0));
    }

    #[test]
    fn what_does_not_print_has_no_width() {
        assert_eq!(text_width("\n\u{200b}\u{ad}\u{feff}\u{301}", REGULAR, 14.0), 0.0);
    }

    #[test]
    fn unknown_characters_have_a_width_by_their_script() {
        assert_eq!(text_width("漢字", REGULAR, 10.0), 20.0);
        assert_eq!(text_width("ก", REGULAR, 10.0), 5.0);
    }
}
