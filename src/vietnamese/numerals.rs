//! Numbers in words: "tám mươi triệu", "một trăm linh năm".

use super::case::lower;

/// The number that a text says in words and in nothing else; `None` where it is no number, or too large.
///
/// ```
/// use ke_hoach::vietnamese::number_in_words;
///
/// assert_eq!(number_in_words("Tám mươi lăm triệu hai trăm nghìn"), Some(85_200_000));
/// assert_eq!(number_in_words("một trăm linh năm"), Some(105));
/// assert_eq!(number_in_words("mười người"), None);
/// ```
pub fn number_in_words(text: &str) -> Option<u64> {
    let text = lower(text);
    let mut words = text.split_whitespace().peekable();
    words.peek()?;
    // What stands before "tỷ", what stands behind it before the next scale, what is below a thousand, and
    // the figure that waits for its place.
    let (mut billions, mut section, mut group) = (0_u64, 0_u64, 0_u64);
    let mut figure: Option<u64> = None;
    let mut below = u64::MAX;
    for word in words {
        if let Some(value) = digit(word) {
            if figure.replace(value).is_some() {
                return None;
            }
            continue;
        }
        match word {
            "mười" if figure.is_none() => group = group.checked_add(10)?,
            "mươi" => group = group.checked_add(figure.take()?.checked_mul(10)?)?,
            "trăm" => group = group.checked_add(figure.take()?.checked_mul(100)?)?,
            "lẻ" | "linh" if figure.is_none() && section + group > 0 => {}
            "nghìn" | "ngàn" | "triệu" => {
                let scale = if word == "triệu" { 1_000_000 } else { 1_000 };
                group = group.checked_add(figure.take().unwrap_or(0))?;
                if scale >= below || group == 0 {
                    return None;
                }
                below = scale;
                section = section.checked_add(group.checked_mul(scale)?)?;
                group = 0;
            }
            "tỷ" | "tỉ" => {
                section = section.checked_add(group)?.checked_add(figure.take().unwrap_or(0))?;
                if billions > 0 || section == 0 {
                    return None;
                }
                billions = section.checked_mul(1_000_000_000)?;
                (section, group, below) = (0, 0, u64::MAX);
            }
            _ => return None,
        }
    }
    billions.checked_add(section)?.checked_add(group)?.checked_add(figure.unwrap_or(0))
}

/// The figure that a word says, as it is said in any place.
fn digit(word: &str) -> Option<u64> {
    Some(match word {
        "không" => 0,
        "một" | "mốt" => 1,
        "hai" => 2,
        "ba" => 3,
        "bốn" | "tư" => 4,
        "năm" | "lăm" | "nhăm" => 5,
        "sáu" => 6,
        "bảy" | "bẩy" => 7,
        "tám" => 8,
        "chín" => 9,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_said() {
        let said = [
            ("năm", 5),
            ("mười lăm", 15),
            ("hai mươi mốt", 21),
            ("bốn mươi tư", 44),
            ("ba trăm", 300),
            ("hai nghìn không trăm linh sáu", 2_006),
            ("một triệu năm trăm nghìn", 1_500_000),
            ("bốn mươi lăm triệu", 45_000_000),
            ("ba tỷ hai trăm triệu", 3_200_000_000),
            ("hai nghìn tỷ", 2_000_000_000_000),
        ];
        for (words, number) in said {
            assert_eq!(number_in_words(words), Some(number), "{words}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for words in ["", "hai ba", "mươi", "nghìn", "năm 2020", "ba bộ", "hai triệu ba triệu", "tỷ"]
        {
            assert_eq!(number_in_words(words), None, "{words}");
        }
        assert_eq!(number_in_words(&"chín trăm nghìn tỷ ".repeat(40)), None);
    }
}
