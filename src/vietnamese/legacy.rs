//! Text in the encodings from before Unicode: TCVN3, VNI-Windows, Windows-1258.
//!
//! In a Word file the first two are the Latin-1 letters that the font draws as Vietnamese
//! ones (the-thuc.md, section 7), so the font's name says which it is.

use super::compose::{compose, is_mark, is_vowel};
use super::upper;

/// An encoding that is bound to fonts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Legacy {
    /// TCVN3, as in `.VnTime`.
    Tcvn3,
    /// TCVN3 in a font that draws every letter as a capital, as `.VnTimeH`.
    Tcvn3Capitals,
    /// VNI-Windows, as in `VNI-Times`.
    Vni,
}

impl Legacy {
    /// The encoding of the text that a font draws; `None` for a font of Unicode.
    ///
    /// ```
    /// use ke_hoach::vietnamese::Legacy;
    /// assert_eq!(Legacy::of_font(".VnTimeH"), Some(Legacy::Tcvn3Capitals));
    /// assert_eq!(Legacy::of_font("Times New Roman"), None);
    /// ```
    pub fn of_font(name: &str) -> Option<Legacy> {
        let begins = |start: &str| name.get(..start.len()).is_some_and(|own| own.eq_ignore_ascii_case(start));
        match () {
            () if begins(".vn") && name.ends_with('H') => Some(Legacy::Tcvn3Capitals),
            () if begins(".vn") => Some(Legacy::Tcvn3),
            () if begins("vni-") => Some(Legacy::Vni),
            () => None,
        }
    }

    /// The text in Unicode. Characters that the encoding does not have stay.
    ///
    /// ```
    /// use ke_hoach::vietnamese::Legacy;
    /// assert_eq!(Legacy::Tcvn3.unicode("Uû ban nh©n d©n"), "Uỷ ban nhân dân");
    /// assert_eq!(Legacy::Vni.unicode("UÛy ban nhaân daân"), "Ủy ban nhân dân");
    /// ```
    pub fn unicode(self, text: &str) -> String {
        match self {
            Legacy::Tcvn3 => text.chars().map(tcvn3).collect(),
            Legacy::Tcvn3Capitals => upper(&text.chars().map(tcvn3).collect::<String>()),
            Legacy::Vni => vni(text),
        }
    }
}

/// TCVN3 from 0xA0 on, sixteen codes a row; a space where it has no letter.
const TCVN3: [&str; 6] = [
    " ĂÂÊÔƠƯĐăâêôơưđ ",
    "     àảãáạ ằẳẵắ ",
    "      ặầẩẫấậè ẻẽ",
    "éẹềểễếệìỉ   ĩíịò",
    " ỏõóọồổỗốộờởỡớợù",
    " ủũúụừửữứựỳỷỹýỵ ",
];

fn tcvn3(letter: char) -> char {
    let code = u32::from(letter);
    if !(0xa0..=0xff).contains(&code) {
        return letter;
    }
    let known = TCVN3.iter().flat_map(|row| row.chars()).nth(code as usize - 0xa0);
    known.filter(|known| *known != ' ').unwrap_or(letter)
}

/// Letters of VNI-Windows that stand by themselves.
const VNI_LETTERS: [(char, char); 8] =
    [('ñ', 'đ'), ('ì', 'ì'), ('í', 'í'), ('æ', 'ỉ'), ('ó', 'ĩ'), ('ò', 'ị'), ('ô', 'ơ'), ('ö', 'ư')];

/// Marks of VNI-Windows behind a vowel, as Unicode combines them.
const VNI_MARKS: [(char, &str); 17] = [
    ('ø', "\u{300}"),
    ('ù', "\u{301}"),
    ('û', "\u{309}"),
    ('õ', "\u{303}"),
    ('ï', "\u{323}"),
    ('â', "\u{302}"),
    ('à', "\u{302}\u{300}"),
    ('á', "\u{302}\u{301}"),
    ('å', "\u{302}\u{309}"),
    ('ã', "\u{302}\u{303}"),
    ('ä', "\u{302}\u{323}"),
    ('ê', "\u{306}"),
    ('è', "\u{306}\u{300}"),
    ('é', "\u{306}\u{301}"),
    ('ú', "\u{306}\u{309}"),
    ('ü', "\u{306}\u{303}"),
    ('ë', "\u{306}\u{323}"),
];

fn vni(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        let small = super::lower_letter(letter);
        let base = out.chars().next_back().map(super::lower_letter);
        // A mark stands behind a letter without one; `ô` and `ö` are ơ and ư in themselves.
        let marked = base.filter(|base| "aeouyơư".contains(*base)).and_then(|base| {
            let (_, marks) = VNI_MARKS.iter().find(|(mark, _)| *mark == small)?;
            let shaped = marks.starts_with(['\u{302}', '\u{306}']);
            let fits = match base {
                'a' => true,
                'e' | 'o' => !marks.starts_with('\u{306}'),
                _ => !shaped,
            };
            fits.then_some(*marks)
        });
        let alone = VNI_LETTERS.iter().find(|(code, _)| *code == small).map(|(_, letter)| *letter);
        match (marked, alone) {
            (Some(marks), _) => {
                let last: String = out.pop().into_iter().collect();
                out.push_str(&compose(&(last + marks)));
            }
            (None, Some(alone)) if small == letter => out.push(alone),
            (None, Some(alone)) => out.push(super::upper_letter(alone)),
            (None, None) if small == 'î' => out.push(if small == letter { 'ỵ' } else { 'Ỵ' }),
            (None, None) => out.push(letter),
        }
    }
    out
}

/// Windows-1252 from 0x80 to 0x9F, as Windows-1258 has them; a space where it has none.
const UPPER_CONTROLS: &str = "€ ‚ƒ„…†‡ˆ‰ ‹Œ    ‘’“”•–—˜™ ›œ  Ÿ";

/// Windows-1258 where it differs from Latin-1.
const WINDOWS_1258: [(u8, char); 14] = [
    (0xc3, 'Ă'),
    (0xcc, '\u{300}'),
    (0xd0, 'Đ'),
    (0xd2, '\u{309}'),
    (0xd5, 'Ơ'),
    (0xdd, 'Ư'),
    (0xde, '\u{303}'),
    (0xe3, 'ă'),
    (0xec, '\u{301}'),
    (0xf0, 'đ'),
    (0xf2, '\u{323}'),
    (0xf5, 'ơ'),
    (0xfd, 'ư'),
    (0xfe, '₫'),
];

/// Text in Windows-1252: Latin-1 with the signs of Windows, where text in TCVN3 and VNI has them, too.
pub fn windows_1252(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| windows_1252_letter(*byte)).collect()
}

fn windows_1252_letter(byte: u8) -> char {
    match byte {
        0x80..=0x9f => UPPER_CONTROLS.chars().nth(usize::from(byte - 0x80)).unwrap_or(' '),
        _ => char::from(byte),
    }
}

/// Text in Windows-1258, its letters composed; `None` where the bytes make no Vietnamese
/// words, so that text in TCVN3 or VNI is not taken for it.
///
/// ```
/// use ke_hoach::vietnamese::windows_1258;
/// assert_eq!(windows_1258(b"K\xea\xec ho\xe1ch"), Some("Kế hoách".into()));
/// assert_eq!(windows_1258(b"K\xd5 ho\xb9ch"), None); // TCVN3
/// ```
pub fn windows_1258(bytes: &[u8]) -> Option<String> {
    let decoded: String = bytes
        .iter()
        .map(|byte| {
            let own = WINDOWS_1258.iter().find(|(code, _)| code == byte);
            own.map_or_else(|| windows_1252_letter(*byte), |(_, letter)| *letter)
        })
        .collect();
    let letters: Vec<char> = decoded.chars().collect();
    let misplaced = letters.windows(2).enumerate().any(|(at, pair)| {
        let mark = is_mark(pair[1]) && !is_vowel(pair[0]);
        let sign = ('\u{a1}'..='\u{bf}').contains(&pair[1])
            && pair[0].is_alphabetic()
            && letters.get(at + 2).is_some_and(|next| next.is_alphabetic());
        mark || sign
    });
    (!misplaced && !letters.first().is_some_and(|first| is_mark(*first))).then(|| compose(&decoded))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tcvn3_letters_are_those_of_the_standard() {
        // the-thuc.md, section 7: code and letter.
        let codes = "B5 à B8 á B6 ả B7 ã B9 ạ A8 ă BB ằ BE ắ BC ẳ BD ẵ C6 ặ A9 â C7 ầ CA ấ C8 ẩ C9 ẫ CB ậ AE đ CC è \
                     D0 é CE ẻ CF ẽ D1 ẹ AA ê D2 ề D5 ế D3 ể D4 ễ D6 ệ D7 ì DD í D8 ỉ DC ĩ DE ị DF ò E3 ó E1 ỏ E2 õ \
                     E4 ọ AB ô E5 ồ E8 ố E6 ổ E7 ỗ E9 ộ AC ơ EA ờ ED ớ EB ở EC ỡ EE ợ EF ù F3 ú F1 ủ F2 ũ F4 ụ AD ư \
                     F5 ừ F8 ứ F6 ử F7 ữ F9 ự FA ỳ FD ý FB ỷ FC ỹ FE ỵ A1 Ă A2 Â A7 Đ A3 Ê A4 Ô A5 Ơ A6 Ư";
        let codes: Vec<&str> = codes.split(' ').collect();
        assert_eq!(codes.len(), 2 * 74);
        for pair in codes.chunks(2) {
            let typed = char::from(u8::from_str_radix(pair[0], 16).unwrap());
            assert_eq!(Legacy::Tcvn3.unicode(&typed.to_string()), pair[1], "{}", pair[0]);
        }
    }

    #[test]
    fn a_font_of_capitals_draws_small_codes_as_capitals() {
        assert_eq!(Legacy::Tcvn3Capitals.unicode("kÕ ho¹ch"), "KẾ HOẠCH");
    }

    #[test]
    fn vni_marks_go_to_the_vowel_before_them() {
        for (typed, read) in [
            ("Thöïc hieän Nghò quyeát", "Thực hiện Nghị quyết"),
            ("ÑAÛNG UÛY XAÕ LÖÔNG MINH", "ĐẢNG ỦY XÃ LƯƠNG MINH"),
            (
                "töôûng, ñöôïc, muøa möa, khoâng, kyø, kyû, lyù, lòch",
                "tưởng, được, mùa mưa, không, kỳ, kỷ, lý, lịch",
            ),
            (
                "taêng cöôøng, baèng, ñaët, maãu, luaät, Kyõ thuaät",
                "tăng cường, bằng, đặt, mẫu, luật, Kỹ thuật",
            ),
            ("toå chöùc; goùp yù; trieån khai; bieát", "tổ chức; góp ý; triển khai; biết"),
        ] {
            assert_eq!(Legacy::Vni.unicode(typed), read);
        }
    }

    #[test]
    fn windows_1258_is_told_from_tcvn3_and_vni() {
        let typed = b"U\xd2y ban nh\xe2n d\xe2n xa\xde, \x93h\xf4\xf2i\x94 2 m\xb2";
        assert_eq!(windows_1258(typed).unwrap(), "Ủy ban nhân dân xã, “hội” 2 m²");
        for typed in ["Uû ban nh©n d©n", "Nghò quyeát, kyø hoïp"] {
            let bytes: Vec<u8> = typed.chars().map(|letter| u32::from(letter) as u8).collect();
            assert_eq!(windows_1258(&bytes), None, "{typed}");
        }
    }
}
