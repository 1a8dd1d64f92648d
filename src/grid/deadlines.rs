//! Ways to say a deadline, to begin with.

use crate::vietnamese::ascii;

/// How deadlines begin; what ends in `…` goes on.
const USUAL: [&str; 10] = [
    "Trước ngày …",
    "Ngày …",
    "Tháng …",
    "Quý …",
    "Năm …",
    "Thường xuyên",
    "Hằng năm",
    "Hằng quý",
    "Hằng tháng",
    "Định kỳ 6 tháng",
];

/// What goes on from the text of a deadline: the usual ways, or the months, quarters and years of a plan
/// of `year`.
///
/// ```
/// use ke_hoach::grid::deadlines;
/// assert_eq!(deadlines("thuong", 2026), ["Thường xuyên"]);
/// assert_eq!(deadlines("Quý ", 2026)[0], "Quý I/2026");
/// ```
pub fn deadlines(text: &str, year: u16) -> Vec<String> {
    let plain = ascii(text);
    let typed = plain.trim();
    let fits = |offered: &String| {
        let whole = ascii(offered);
        whole.starts_with(typed) && whole != typed
    };
    let next = year.saturating_add(1);
    let within = match typed.split(' ').next() {
        Some("quy") => {
            ["I", "II", "III", "IV"].iter().map(|quarter| format!("Quý {quarter}/{year}")).collect()
        }
        Some("thang") => (1..=12)
            .map(|month| {
                if month <= 2 {
                    format!("Tháng {month:02}/{year}")
                } else {
                    format!("Tháng {month}/{year}")
                }
            })
            .collect(),
        Some("nam") => vec![
            format!("Năm {year}"),
            format!("Năm {next}"),
            format!("Giai đoạn {year} - {}", year.saturating_add(4)),
        ],
        _ => Vec::new(),
    };
    let within: Vec<String> =
        within.into_iter().filter(|offered| fits(offered) || ascii(offered).starts_with("giai")).collect();
    if !within.is_empty() {
        return within;
    }
    USUAL
        .iter()
        .map(|usual| (*usual).to_owned())
        .filter(fits)
        .filter(|offered| !ends(offered, typed))
        .collect()
}

/// Whether a text already is what an offer begins with.
fn ends(offered: &str, typed: &str) -> bool {
    ascii(offered.trim_end_matches(['…', ' '])) == typed
}
