//! The numbers of the families, written again from the-thuc.md, section 1, and from the original
//! text of the decree: nothing here comes from the library.

use ke_hoach::plan::{Plan, SigningForm};

use crate::effective::Letters;

/// A family of formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    State,
    Party,
    Front,
    Youth,
}

use Family::{Front, Party, State, Youth};

/// Those that follow the State's decree, of themselves or by analogy.
pub const BY_DECREE: &[Family] = &[State, Front, Youth];
/// Those under Quốc hiệu and Tiêu ngữ.
pub const UNDER_MOTTO: &[Family] = &[State, Front];
pub const PARTY: &[Family] = &[Party];
pub const YOUTH: &[Family] = &[Youth];
pub const ALL: &[Family] = &[State, Party, Front, Youth];

/// How the letters of a component have to look; sizes in points.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    pub sizes: (f32, f32),
    pub bold: bool,
    pub italic: bool,
    pub underline: bool,
}

impl Look {
    pub const fn upright(least: f32, most: f32) -> Look {
        Look { sizes: (least, most), bold: false, italic: false, underline: false }
    }

    pub const fn bold(self) -> Look {
        Look { bold: true, ..self }
    }

    pub const fn italic(self) -> Look {
        Look { italic: true, ..self }
    }

    pub const fn underlined(self) -> Look {
        Look { underline: true, ..self }
    }

    /// Whether letters look so.
    pub fn fits(&self, letters: &Letters) -> bool {
        let (least, most) = self.sizes;
        (least..=most).contains(&letters.size)
            && (letters.bold, letters.italic, letters.underline) == (self.bold, self.italic, self.underline)
    }
}

/// Numbers of a family.
#[derive(Debug)]
pub struct Numbers {
    /// Top, bottom, left, right in millimetres.
    pub margins: [(f32, f32); 4],
    pub page_number: (f32, f32),
    pub superior: Look,
    pub issuing: Look,
    pub number: Look,
    pub date: Look,
    pub title: Look,
    pub subject: Look,
    pub basis: Look,
    pub body: Look,
    /// First line of paragraphs in twips: 10 mm is 567, 12.7 mm is 720.
    pub first_line: &'static [i32],
    pub recipients: Look,
    pub recipient_list: Look,
    pub authority: Look,
    pub signer_title: Look,
    pub signer_name: Look,
    pub urgency: Look,
    pub circulation: Look,
    pub draft: Look,
    pub address: Look,
    pub appendix_label: Look,
    pub appendix_title: Look,
    pub appendix_reference: Look,
    /// TM., KT., TL., TUQ., Q. as the family writes them; blank where it has none.
    pub codes: [&'static str; 5],
}

const fn pt(least: f32, most: f32) -> Look {
    Look::upright(least, most)
}

const STATE: Numbers = Numbers {
    margins: [(20.0, 25.0), (20.0, 25.0), (30.0, 35.0), (15.0, 20.0)],
    page_number: (13.0, 14.0),
    superior: pt(12.0, 13.0),
    issuing: pt(12.0, 13.0).bold(),
    number: pt(13.0, 13.0),
    date: pt(13.0, 14.0).italic(),
    title: pt(13.0, 14.0).bold(),
    subject: pt(13.0, 14.0).bold(),
    basis: pt(13.0, 14.0).italic(),
    body: pt(13.0, 14.0),
    first_line: &[567, 720],
    recipients: pt(12.0, 12.0).bold().italic(),
    recipient_list: pt(11.0, 11.0),
    authority: pt(13.0, 14.0).bold(),
    signer_title: pt(13.0, 14.0).bold(),
    signer_name: pt(13.0, 14.0).bold(),
    urgency: pt(13.0, 14.0).bold(),
    circulation: pt(13.0, 14.0).bold(),
    draft: pt(13.0, 14.0).italic(),
    address: pt(11.0, 12.0),
    appendix_label: pt(14.0, 14.0).bold(),
    appendix_title: pt(13.0, 14.0).bold(),
    appendix_reference: pt(13.0, 14.0).italic(),
    codes: ["TM. ", "KT. ", "TL. ", "TUQ. ", "Q. "],
};

const OF_PARTY: Numbers = Numbers {
    margins: [(20.0, 20.0), (20.0, 20.0), (30.0, 30.0), (15.0, 15.0)],
    page_number: (14.0, 14.0),
    superior: pt(14.0, 14.0),
    issuing: pt(14.0, 14.0).bold(),
    number: pt(14.0, 14.0),
    date: pt(14.0, 14.0).italic(),
    title: pt(15.0, 16.0).bold(),
    subject: pt(14.0, 15.0).bold(),
    basis: pt(14.0, 15.0),
    body: pt(14.0, 15.0),
    first_line: &[567],
    recipients: pt(14.0, 14.0).underlined(),
    recipient_list: pt(12.0, 12.0),
    authority: pt(14.0, 14.0).bold(),
    signer_title: pt(14.0, 14.0),
    signer_name: pt(14.0, 14.0).bold(),
    urgency: pt(14.0, 14.0).bold(),
    circulation: pt(12.0, 12.0).bold(),
    draft: pt(14.0, 14.0).italic(),
    address: pt(10.0, 10.0),
    appendix_label: pt(14.0, 15.0).bold(),
    appendix_title: pt(14.0, 15.0).bold(),
    appendix_reference: pt(13.0, 14.0).italic(),
    codes: ["T/M ", "K/T ", "T/L ", "", "Q. "],
};

const OF_YOUTH: Numbers =
    Numbers { margins: [(20.0, 20.0), (20.0, 20.0), (30.0, 30.0), (20.0, 20.0)], ..STATE };

impl Family {
    pub fn of(plan: &Plan) -> Family {
        match plan.format.0.as_ref() {
            "party" => Party,
            "front" => Front,
            "youth" => Youth,
            _ => State,
        }
    }

    pub fn numbers(self) -> &'static Numbers {
        match self {
            State | Front => &STATE,
            Party => &OF_PARTY,
            Youth => &OF_YOUTH,
        }
    }
}

/// What a commune body signs and how it is called, by the key of its kind (the-thuc.md, sections 1
/// and 2). Kinds that are not here have no words of their own: their plans type them.
pub struct Body {
    /// `{xã}` and `{tỉnh}` stand for the units.
    pub superior: &'static str,
    pub issuing: &'static str,
    pub symbol: &'static str,
    pub collective: &'static str,
    pub head: &'static str,
    pub deputy: &'static str,
}

/// The body of a plan, where its kind says what it is.
pub fn body(kind: &str) -> Option<Body> {
    let body = |superior, issuing, symbol, collective, head, deputy| {
        Some(Body { superior, issuing, symbol, collective, head, deputy })
    };
    match kind {
        "ubnd" => body("", "ỦY BAN NHÂN DÂN {xã}", "KH-UBND", "ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        "hdnd" => {
            body("", "HỘI ĐỒNG NHÂN DÂN {xã}", "KH-HĐND", "HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH", "PHÓ CHỦ TỊCH")
        }
        "dang-uy" => body("ĐẢNG BỘ {tỉnh}", "ĐẢNG ỦY {xã}", "KH/ĐU", "BAN THƯỜNG VỤ", "BÍ THƯ", "PHÓ BÍ THƯ"),
        "chi-bo" => body("ĐẢNG BỘ {xã}", "CHI BỘ", "KH/CB", "CHI BỘ", "BÍ THƯ", "PHÓ BÍ THƯ"),
        "van-phong-dang-uy" => {
            body("ĐẢNG ỦY {xã}", "VĂN PHÒNG", "KH/VPĐU", "", "CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG")
        }
        "mttq" => body(
            "ỦY BAN MTTQ VIỆT NAM {xã}",
            "BAN THƯỜNG TRỰC",
            "KH-MTTQ-BTT",
            "BAN THƯỜNG TRỰC",
            "CHỦ TỊCH",
            "PHÓ CHỦ TỊCH",
        ),
        // Its names follow no pattern: a plan types them.
        "hoi" => body("", "", "", "BAN THƯỜNG VỤ", "CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        "doan" => {
            body("ĐOÀN {tỉnh}", "BAN CHẤP HÀNH ĐOÀN {xã}", "KH/ĐTN", "BAN CHẤP HÀNH", "BÍ THƯ", "PHÓ BÍ THƯ")
        }
        _ => None,
    }
}

/// The lines over the name of the one who signs for a body, joined by `/`; `None` where the family
/// has no such form.
pub fn signing(body: &Body, form: SigningForm, family: Family) -> Option<String> {
    let [for_all, deputy, by_order, authorised, acting] = family.numbers().codes;
    let collective =
        if body.collective.is_empty() { String::new() } else { format!("{for_all}{}/", body.collective) };
    let Body { head, deputy: second, .. } = body;
    // "không K/T trong cấp ủy": a phó bí thư signs for the collective.
    let names_the_head = family != Party || body.collective.is_empty();
    match form {
        SigningForm::Head => Some(format!("{collective}{head}")),
        SigningForm::Deputy if names_the_head => Some(format!("{collective}{deputy}{head}/{second}")),
        SigningForm::Deputy => Some(format!("{collective}{second}")),
        SigningForm::ByOrder => Some(format!("{by_order}{head}/")),
        SigningForm::Authorised if authorised.is_empty() => None,
        SigningForm::Authorised => Some(format!("{authorised}{head}/")),
        SigningForm::Acting => Some(format!("{acting}{head}")),
    }
}
