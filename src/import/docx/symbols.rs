//! Signs of symbol fonts as Unicode has them.

/// The sign that a symbol font draws for a code. Unknown ones are bullets to whoever reads them:
/// the code itself says nothing without its font.
pub fn symbol(font: &str, code: u32) -> char {
    // Symbol fonts are addressed from U+F000 on, some programs leave that out.
    let code = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    let font = font.to_ascii_lowercase();
    let known = match font.as_str() {
        "symbol" => SYMBOL,
        "wingdings" => WINGDINGS,
        "wingdings 2" => WINGDINGS_2,
        _ => &[],
    };
    match known.iter().find(|(own, _)| *own == code) {
        Some((_, sign)) => *sign,
        None if font.starts_with("wingdings") || font.starts_with("webdings") || font == "symbol" => '•',
        None => char::from_u32(code).filter(|sign| !sign.is_control()).unwrap_or('•'),
    }
}

/// Symbol, where it differs from ASCII.
const SYMBOL: &[(u32, char)] = &[
    (0x2d, '-'),
    (0x61, 'α'),
    (0x62, 'β'),
    (0x67, 'γ'),
    (0x6d, 'μ'),
    (0x70, 'π'),
    (0xa3, '≤'),
    (0xa5, '∞'),
    (0xac, '←'),
    (0xae, '→'),
    (0xb0, '°'),
    (0xb1, '±'),
    (0xb2, '″'),
    (0xb3, '≥'),
    (0xb4, '×'),
    (0xb7, '•'),
    (0xb8, '÷'),
    (0xb9, '≠'),
    (0xbb, '≈'),
    (0xbc, '…'),
    (0xd7, '⋅'),
    (0xde, '⇒'),
    (0xe5, '∑'),
];

const WINGDINGS: &[(u32, char)] = &[
    (0x28, '☎'),
    (0x2a, '✉'),
    (0x6c, '●'),
    (0x6e, '■'),
    (0x6f, '□'),
    (0x71, '❑'),
    (0x72, '❒'),
    (0x76, '❖'),
    (0x9f, '•'),
    (0xa7, '▪'),
    (0xa8, '□'),
    (0xd8, '➢'),
    (0xe0, '→'),
    (0xe8, '➔'),
    (0xf0, '⇨'),
    (0xfb, '✗'),
    (0xfc, '✓'),
    (0xfd, '☒'),
    (0xfe, '☑'),
];

const WINGDINGS_2: &[(u32, char)] = &[(0x50, '✓'), (0x52, '☑'), (0x54, '☒'), (0x97, '•'), (0xa3, '□')];
