//! stub
/// stub
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Face {
    /// stub
    pub bold: bool,
    /// stub
    pub italic: bool,
}
/// Width of `text` in points.
pub fn text_width(text: &str, face: Face, size_pt: f32) -> f32 {
    let _ = face;
    text.chars().count() as f32 * size_pt * 0.45
}
