//! What a plan may choose within its family: ranges, and the points that the rules leave
//! unsettled (the-thuc.md, sections 1 and 9).
//!
//! A [`Setting`] is one row of [`ALL`]. Its choices come from the family's own [`Span`]s and
//! [`OneOf`]s: a point that a family fixes has no choice and is not offered.

use super::{
    Decimal, Format, HalfPt, HeadingPlace, LineRule, Span, TaskDetails, ToneStyle, Twips, Underscore,
};
use crate::plan::Settings;

/// A point that a plan may settle for itself.
pub struct Setting {
    /// Key in drafts.
    pub key: &'static str,
    /// Name on screen.
    pub name: &'static str,
    choices: fn(&Format) -> Choices,
    take: fn(&mut Format, usize),
}

/// What can be chosen, and which of it the family takes by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// Key in drafts and name on screen of each.
    pub all: Vec<(String, String)>,
    /// The place in `all` of the family's default.
    pub default: usize,
}

impl Setting {
    /// What can be chosen in a family; `None` where the family leaves nothing open.
    pub fn choices(&self, family: &Format) -> Option<Choices> {
        Some((self.choices)(family)).filter(|choices| choices.all.len() > 1)
    }
}

/// Makes the settings the defaults of `format`.
pub(super) fn apply(format: &mut Format, settings: &Settings) {
    let family = *format;
    for setting in &ALL {
        let Some(value) = settings.get(setting.key) else { continue };
        let choices = setting.choices(&family);
        let place = choices.and_then(|choices| choices.all.iter().position(|(key, _)| key == value));
        if let Some(place) = place {
            (setting.take)(format, place);
        }
    }
}

/// Every setting, in the order in which the form shows them.
pub const ALL: [Setting; 16] = [
    Setting {
        key: "header-size",
        name: "Cỡ chữ phần đầu trang",
        // "Cỡ chữ trong cùng một văn bản tăng, giảm phải thống nhất" (NĐ 30/2020/NĐ-CP, Phụ lục I,
        // ghi chú dưới mục V): Quốc hiệu 13 with Tiêu ngữ and date 14, or 12 with 13 and 13.
        choices: |family| {
            sizes(family.emblem.title_type.size, |size| match family.emblem.motto {
                Some(_) => format!("Quốc hiệu {size}, Tiêu ngữ và ngày tháng {}", size + 1),
                None => size.to_string(),
            })
        },
        take: |format, place| {
            let title = &mut format.emblem.title_type.size;
            *title = at(*title, place);
            let (small, large) = (title.default, HalfPt(title.default.0 + 2));
            for rule in [&mut format.superior, &mut format.issuing] {
                rule.size = nearest(rule.size, small);
            }
            if let Some((_, motto)) = &mut format.emblem.motto {
                motto.size = nearest(motto.size, large);
            }
            format.place_date.size = nearest(format.place_date.size, large);
        },
    },
    Setting {
        key: "body-size",
        name: "Cỡ chữ nội dung",
        choices: |family| sizes(family.body.letters.size, |size| size.to_string()),
        take: |format, place| {
            let before = format.body.letters.size.default.0;
            let chosen = at(format.body.letters.size, place).default.0;
            for rule in [
                &mut format.title,
                &mut format.subject,
                &mut format.basis.letters,
                &mut format.body.letters,
                &mut format.body.section,
                &mut format.body.item_title,
                &mut format.signature.authority,
                &mut format.signature.title,
                &mut format.signature.name,
                &mut format.appendix.title,
                &mut format.appendix.reference,
                &mut format.page.number,
            ] {
                let size = (rule.size.default.0 + chosen).saturating_sub(before);
                rule.size = nearest(rule.size, HalfPt(size));
            }
        },
    },
    Setting {
        key: "line-spacing",
        name: "Khoảng cách dòng",
        choices: |family| {
            let steps = lines_between(family.body.line);
            one_of(&steps, family.body.line.default, |rule| match rule {
                LineRule::Multiple(hundredths) => {
                    let lines = Decimal(f32::from(*hundredths) / 100.0);
                    (lines.to_string(), format!("{} dòng", lines.to_string().replace('.', ",")))
                }
                LineRule::Exactly(distance) => {
                    let points = distance.0 / 20;
                    (points.to_string(), format!("đúng {points} pt"))
                }
            })
        },
        take: |format, place| format.body.line.default = lines_between(format.body.line)[place],
    },
    Setting {
        key: "margin-top",
        name: "Lề trên",
        choices: |family| millimetres(family.page.top),
        take: |format, place| format.page.top.default = further(format.page.top, place),
    },
    Setting {
        key: "margin-bottom",
        name: "Lề dưới",
        choices: |family| millimetres(family.page.bottom),
        take: |format, place| format.page.bottom.default = further(format.page.bottom, place),
    },
    Setting {
        key: "margin-left",
        name: "Lề trái",
        choices: |family| millimetres(family.page.left),
        take: |format, place| format.page.left.default = further(format.page.left, place),
    },
    Setting {
        key: "margin-right",
        name: "Lề phải",
        choices: |family| millimetres(family.page.right),
        take: |format, place| format.page.right.default = further(format.page.right, place),
    },
    Setting {
        key: "first-line",
        name: "Lùi đầu dòng",
        choices: |family| {
            let rule = family.body.first_line;
            one_of(rule.all, rule.default, |indent| {
                let tenths = Decimal((to_mm(*indent) * 10.0).round() / 10.0);
                (tenths.to_string(), format!("{} mm", tenths.to_string().replace('.', ",")))
            })
        },
        take: |format, place| format.body.first_line.default = format.body.first_line.all[place],
    },
    Setting {
        key: "paragraph-space",
        name: "Khoảng cách đoạn",
        choices: |family| {
            let rule = family.body.before;
            let all: Vec<i32> = (rule.min.0 / 20..=rule.max.0 / 20).collect();
            one_of(&all, rule.default.0 / 20, |points| (points.to_string(), format!("{points} pt")))
        },
        take: |format, place| {
            let before = &mut format.body.before;
            before.default = before.min + Twips::pt(1) * i32::try_from(place).unwrap_or(0);
        },
    },
    Setting {
        key: "section-mark",
        name: "Số thứ tự của mục",
        choices: |family| {
            let rule = family.body.section_mark;
            one_of(rule.all, rule.default, |mark| ((*mark).to_owned(), format!("I{mark}")))
        },
        take: |format, place| format.body.section_mark.default = format.body.section_mark.all[place],
    },
    Setting {
        key: "heading",
        name: "Vị trí tên mục",
        choices: |family| {
            let rule = family.body.heading;
            one_of(rule.all, rule.default, |place| {
                let (key, name) = match place {
                    HeadingPlace::Indented => ("indented", "Lùi đầu dòng như nội dung"),
                    HeadingPlace::Left => ("left", "Sát lề trái"),
                    HeadingPlace::Centred => ("centred", "Giữa trang"),
                };
                (key.to_owned(), name.to_owned())
            })
        },
        take: |format, place| format.body.heading.default = format.body.heading.all[place],
    },
    Setting {
        key: TaskDetails::KEY,
        name: "Chủ trì, thời gian của nhiệm vụ",
        choices: |family| {
            let rule = family.body.task_details;
            one_of(rule.all, rule.default, |details| match details {
                TaskDetails::Everywhere => ("text".into(), "In dưới nhiệm vụ".into()),
                TaskDetails::Table => (TaskDetails::TABLE.into(), "Chỉ in trong bảng phụ lục".into()),
            })
        },
        take: |format, place| format.body.task_details.default = format.body.task_details.all[place],
    },
    Setting {
        key: "basis-end",
        name: "Dấu cuối căn cứ cuối cùng",
        choices: |family| punctuation(family.basis.last_end.all, family.basis.last_end.default),
        take: |format, place| format.basis.last_end.default = format.basis.last_end.all[place],
    },
    Setting {
        key: "recipient-end",
        name: "Dấu cuối mỗi nơi nhận",
        choices: |family| punctuation(family.recipients.end.all, family.recipients.end.default),
        take: |format, place| format.recipients.end.default = format.recipients.end.all[place],
    },
    Setting {
        key: "subject-mark",
        name: "Dưới trích yếu",
        choices: |family| {
            let rule = family.under_subject;
            one_of(rule.all, rule.default, |mark| match mark {
                Underscore::Line(_) => ("line".into(), "Đường kẻ".into()),
                Underscore::Text(text) => ("text".into(), (*text).into()),
            })
        },
        take: |format, place| format.under_subject.default = format.under_subject.all[place],
    },
    Setting {
        key: "tone",
        name: "Dấu thanh trong chữ do ứng dụng ghi",
        choices: |family| {
            one_of(family.tone.all, family.tone.default, |style| match style {
                ToneStyle::First => ("first".into(), "ủy, hòa".into()),
                ToneStyle::Second => ("second".into(), "uỷ, hoà".into()),
            })
        },
        take: |format, place| format.tone.default = format.tone.all[place],
    },
];

fn one_of<T: PartialEq>(all: &[T], default: T, words: impl Fn(&T) -> (String, String)) -> Choices {
    let default = all.iter().position(|value| *value == default).unwrap_or(0);
    Choices { all: all.iter().map(words).collect(), default }
}

fn sizes(rule: Span<HalfPt>, name: impl Fn(u16) -> String) -> Choices {
    let all: Vec<u16> = (rule.min.0 / 2..=rule.max.0 / 2).collect();
    one_of(&all, rule.default.0 / 2, |size| (size.to_string(), name(*size)))
}

/// The `place`th whole size of a range as its default.
fn at(rule: Span<HalfPt>, place: usize) -> Span<HalfPt> {
    let more = u16::try_from(place).unwrap_or(0) * 2;
    nearest(rule, HalfPt(rule.min.0.saturating_add(more)))
}

/// The size as the default of a range, or the end of the range that is nearest to it.
fn nearest(rule: Span<HalfPt>, size: HalfPt) -> Span<HalfPt> {
    Span { default: size.clamp(rule.min, rule.max), ..rule }
}

fn to_mm(length: Twips) -> f32 {
    length.0 as f32 * 25.4 / 1440.0
}

fn millimetres(rule: Span<Twips>) -> Choices {
    let mm = |length: Twips| to_mm(length).round() as i32;
    let all: Vec<i32> = (mm(rule.min)..=mm(rule.max)).collect();
    one_of(&all, mm(rule.default), |mm| (mm.to_string(), format!("{mm} mm")))
}

/// The smallest length of a range and `place` millimetres.
fn further(rule: Span<Twips>, place: usize) -> Twips {
    Twips::mm(to_mm(rule.min).round() as i32 + i32::try_from(place).unwrap_or(0))
}

/// The line rules that a range offers: tenths of a line, or whole points.
fn lines_between(rule: Span<LineRule>) -> Vec<LineRule> {
    match (rule.min, rule.max) {
        (LineRule::Multiple(min), LineRule::Multiple(max)) => {
            (min..=max).step_by(10).map(LineRule::Multiple).collect()
        }
        (LineRule::Exactly(min), LineRule::Exactly(max)) => {
            (min.0..=max.0).step_by(20).map(|twips| LineRule::Exactly(Twips(twips))).collect()
        }
        _ => vec![rule.default],
    }
}

fn punctuation(all: &[char], default: char) -> Choices {
    one_of(all, default, |mark| {
        let name = match mark {
            ';' => "Dấu chấm phẩy (;)",
            ',' => "Dấu phẩy (,)",
            _ => "Dấu chấm (.)",
        };
        (mark.to_string(), name.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{self, FormatKey};

    fn set(key: &FormatKey, setting: &str, value: &str) -> Format {
        let mut settings = Settings::default();
        settings.set(setting, value);
        Format::with(key, &settings)
    }

    #[test]
    fn the_default_of_every_setting_changes_nothing() {
        for family in format::ALL {
            for setting in &ALL {
                let Some(choices) = setting.choices(family) else { continue };
                let chosen = set(&FormatKey(family.key.into()), setting.key, &choices.all[choices.default].0);
                let same = format!("{chosen:?}") == format!("{family:?}");
                assert!(same, "{}, {}", family.key, setting.key);
            }
        }
    }

    #[test]
    fn every_other_choice_changes_something() {
        for family in format::ALL {
            for setting in &ALL {
                let Some(choices) = setting.choices(family) else { continue };
                for (place, (value, _)) in choices.all.iter().enumerate() {
                    let chosen = set(&FormatKey(family.key.into()), setting.key, value);
                    let same = format!("{chosen:?}") == format!("{family:?}");
                    assert_eq!(same, place == choices.default, "{}, {}: {value}", family.key, setting.key);
                }
            }
        }
    }

    #[test]
    fn what_a_family_fixes_or_does_not_know_has_no_effect() {
        for (setting, value) in [("basis-end", ","), ("margin-top", "30"), ("body-size", "x"), ("hue", "1")] {
            let chosen = set(&FormatKey::ND30, setting, value);
            assert!(format!("{chosen:?}") == format!("{:?}", FormatKey::ND30.format()), "{setting}");
        }
    }

    #[test]
    fn sizes_go_up_and_down_together() {
        let small = set(&FormatKey::ND30, "header-size", "12");
        let motto = small.emblem.motto.map(|(_, rule)| rule.size.default);
        assert_eq!(small.emblem.title_type.size.default, HalfPt::pt(12));
        assert_eq!((motto, small.place_date.size.default), (Some(HalfPt::pt(13)), HalfPt::pt(13)));
        let small = set(&FormatKey::ND30, "body-size", "13");
        assert_eq!(
            (small.body.section.size.default, small.title.size.default),
            (HalfPt::pt(13), HalfPt::pt(13))
        );
    }
}
