//! Places in the texts of a plan that are still to be filled in: `[điền số]`.

use crate::plan::{Plan, TextPlace, each_text, one_line};
use crate::template::blank_ranges;

/// A place that is still to be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blank {
    /// The place with its brackets.
    pub text: String,
    /// The place among the words around it.
    pub around: String,
    /// Where it begins in its text, in the units in which browsers count.
    pub at: usize,
    /// The text in which it stands.
    pub place: TextPlace,
}

/// So many words stand on each side of a place.
const AROUND: usize = 6;

/// Every place of the plan that is still to be filled in, in the order of the page.
pub(super) fn find(plan: &Plan) -> Vec<Blank> {
    let mut blanks = Vec::new();
    each_text(plan, &mut |place, text| {
        for range in blank_ranges(text) {
            let (before, after) = (&text[..range.start], &text[range.end..]);
            let at = before.encode_utf16().count();
            let blank = &text[range];
            blanks.push(Blank { text: blank.to_owned(), around: around(before, blank, after), at, place });
        }
    });
    blanks
}

/// The words around a place, with `…` where more stand.
fn around(before: &str, blank: &str, after: &str) -> String {
    let (mut before, mut after) = (before, after);
    let (mut begins, mut ends) = ("", "");
    if let Some((at, _)) = before.rmatch_indices(char::is_whitespace).nth(AROUND) {
        (before, begins) = (&before[at..], "…");
    }
    if let Some((at, _)) = after.match_indices(char::is_whitespace).nth(AROUND) {
        (after, ends) = (&after[..at], " …");
    }
    one_line(&[begins, before, blank, after, ends].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blanks(text: &str) -> Vec<Blank> {
        find(&Plan { opening: text.into(), ..Plan::default() })
    }

    #[test]
    fn a_place_is_shown_among_its_words() {
        let found = blanks(
            "Thực hiện Nghị quyết số [điền số] ngày [điền ngày] của Ban Chấp hành Đảng bộ xã về công tác cán bộ",
        );
        let around: Vec<&str> = found.iter().map(|blank| blank.around.as_str()).collect();
        assert_eq!(
            around,
            [
                "Thực hiện Nghị quyết số [điền số] ngày [điền ngày] của Ban Chấp …",
                "… Nghị quyết số [điền số] ngày [điền ngày] của Ban Chấp hành Đảng bộ …",
            ]
        );
    }

    #[test]
    fn a_place_is_found_again_where_its_text_has_letters_of_two_units() {
        let text = "𝄞 Đơn vị [điền tên]";
        let [blank] = &blanks(text)[..] else { panic!("one place") };
        let units: Vec<u16> = text.encode_utf16().skip(blank.at).collect();
        assert_eq!(String::from_utf16_lossy(&units), blank.text);
    }

    #[test]
    fn mentions_of_documents_and_numbers_of_notes_are_no_places() {
        assert_eq!(blanks("Theo [[Kế hoạch số 90-KH/TU]] và tài liệu [1], [[Luật Lâm nghiệp]]."), []);
    }
}
