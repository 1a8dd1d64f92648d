//! Vietnamese letters without their marks, for searching and for file names.

use super::lower_letter;

/// Lower-case text without Vietnamese marks, composed or combining: what search compares.
///
/// ```
/// assert_eq!(ke_hoach::vietnamese::ascii("Đảng ủy xã Lương Minh"), "dang uy xa luong minh");
/// ```
pub fn ascii(text: &str) -> String {
    text.chars()
        .filter(|letter| !('\u{300}'..='\u{36f}').contains(letter))
        .map(lower_letter)
        .map(plain)
        .collect()
}

/// A small letter without its marks. Unicode has those of each vowel side by side.
fn plain(letter: char) -> char {
    match letter {
        'à'..='ã' | 'ă' | 'ạ'..='ặ' => 'a',
        'đ' => 'd',
        'è'..='ê' | 'ẹ'..='ệ' => 'e',
        'ì' | 'í' | 'ĩ' | 'ỉ'..='ị' => 'i',
        'ò'..='õ' | 'ơ' | 'ọ'..='ợ' => 'o',
        'ù' | 'ú' | 'ũ' | 'ư' | 'ụ'..='ự' => 'u',
        'ý' | 'ỳ'..='ỹ' => 'y',
        _ => letter,
    }
}

/// A name for files and addresses: ASCII letters and digits joined by hyphens, at most
/// `longest` bytes, cut between words.
///
/// ```
/// use ke_hoach::vietnamese::slug;
/// assert_eq!(slug("80-KH/ĐUK: thực hiện Nghị quyết", 80), "80-kh-duk-thuc-hien-nghi-quyet");
/// assert_eq!(slug("thực hiện Nghị quyết", 12), "thuc-hien");
/// ```
pub fn slug(text: &str, longest: usize) -> String {
    let plain = ascii(text);
    let mut slug = String::new();
    for word in plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        let join = usize::from(!slug.is_empty());
        if slug.len() + join + word.len() > longest {
            break;
        }
        if join > 0 {
            slug.push('-');
        }
        slug.push_str(word);
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn combining_marks_and_precomposed_letters_read_the_same() {
        assert_eq!(ascii("Lu\u{31b}ơ\u{309}ng"), ascii("Lưởng"));
    }

    #[test]
    fn a_text_without_letters_has_no_slug() {
        assert_eq!(slug("… 🎉 /", 20), "");
    }
}
