//! Nơi nhận that plans of a kind of body usually have.

use super::{BodyKind, Format, ToneStyle};
use crate::plan::{Plan, lines};
use crate::vietnamese::{lower, second_vowel_tones};

/// The recipients of the plan's kind of body that the plan does not have yet: name and note.
///
/// ```
/// use ke_hoach::{format::usual_recipients, plan::Plan};
/// let mut plan = Plan::default();
/// (plan.issuer.kind, plan.issuer.province) = ("dang-uy".into(), "thành phố Hà Nội".into());
/// assert_eq!(usual_recipients(&plan)[0], ("Ban Thường vụ Thành ủy".into(), "để báo cáo".into()));
/// ```
pub fn usual_recipients(plan: &Plan) -> Vec<(String, String)> {
    let kind = BodyKind::find(&plan.issuer.kind).map_or(&BodyKind::NONE, |(_, kind)| kind);
    let is_city = begins(&plan.issuer.province, "thành phố");
    let commune = ["phường", "đặc khu"].into_iter().find(|noun| begins(&plan.issuer.commune, noun));
    let marks = [
        ("{cấp tỉnh}", if is_city { "thành phố" } else { "tỉnh" }),
        ("{Tỉnh}", if is_city { "Thành" } else { "Tỉnh" }),
        ("{cấp xã}", commune.unwrap_or("xã")),
    ];
    let style = Format::of(plan).tone.default;
    let filled = |text: &str| {
        let text = marks.into_iter().fold(text.to_owned(), |text, (mark, word)| text.replace(mark, word));
        match style {
            ToneStyle::First => text,
            ToneStyle::Second => second_vowel_tones(&text),
        }
    };
    let recipients = lines(kind.recipients).map(|line| {
        let (name, note) = line.split_once('|').unwrap_or((line, ""));
        (filled(name), filled(note))
    });
    let is_there = |name: &str| plan.recipients.iter().any(|there| plain(&there.name) == plain(name));
    recipients.filter(|(name, _)| !is_there(name)).collect()
}

fn begins(unit: &str, noun: &str) -> bool {
    lower(unit.trim_start()).starts_with(noun)
}

/// A name as it is compared: wherever the tone marks of ủy stand.
fn plain(name: &str) -> String {
    second_vowel_tones(&lower(name.trim_matches([' ', '-', ';', '.', ','])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::FormatKey;
    use crate::plan::Recipient;

    fn plan(kind: &str, province: &str, commune: &str) -> Plan {
        let (format, _) = BodyKind::find(kind).unwrap();
        let mut plan = Plan::new(FormatKey(format.key.into()));
        plan.issuer.kind = kind.into();
        (plan.issuer.province, plan.issuer.commune) = (province.into(), commune.into());
        plan
    }

    #[test]
    fn every_kind_of_body_that_has_an_own_symbol_has_recipients_of_its_own_level() {
        for (format, kind) in BodyKind::all().filter(|(_, kind)| !kind.symbol.is_empty()) {
            let usual = usual_recipients(&plan(kind.key, "tỉnh Nghệ An", "phường Vinh"));
            assert!(usual.len() >= 2, "{}, {}", format.key, kind.name);
            for (name, note) in usual {
                let text = format!("{name} {note}");
                assert!(
                    !text.contains(['{', '}', '|']) && !text.contains("xã ") && !text.ends_with("xã "),
                    "{text}"
                );
                assert!(!text.contains("huyện"), "there is none since 01/7/2025: {text}");
                assert!(["", "để báo cáo", "để phối hợp", "để thực hiện"].contains(&note.as_str()), "{note}");
            }
        }
    }

    #[test]
    fn a_front_reports_to_the_party_and_to_the_front_above() {
        let usual = usual_recipients(&plan("mttq", "tỉnh Nghệ An", "đặc khu Lý Sơn"));
        let to_report: Vec<_> =
            usual.iter().filter(|(_, note)| note == "để báo cáo").map(|(name, _)| name.as_str()).collect();
        assert_eq!(to_report, ["Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh", "Thường trực Đảng ủy đặc khu"]);
    }

    #[test]
    fn who_is_there_already_is_not_offered_again_however_that_is_written() {
        let mut plan = plan("ubnd", "tỉnh Nghệ An", "xã Lượng Minh");
        let before = usual_recipients(&plan).len();
        let name = "- Thường trực Đảng uỷ xã;".to_owned();
        plan.recipients.push(Recipient { name, ..Recipient::default() });
        assert_eq!(usual_recipients(&plan).len(), before - 1);
        for (name, note) in usual_recipients(&plan) {
            plan.recipients.push(Recipient { name, note, ..Recipient::default() });
        }
        assert_eq!(usual_recipients(&plan), []);
    }

    #[test]
    fn the_words_follow_the_chosen_place_of_tone_marks() {
        let mut plan = plan("chi-bo", "", "");
        plan.settings.set("tone", "second");
        assert_eq!(usual_recipients(&plan)[0].0, "Thường trực Đảng uỷ xã");
    }
}
