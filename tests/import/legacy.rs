//! Fonts and encodings from before Unicode.

use ke_hoach::import::{self, Embedded, decode};

use crate::word::{Word, p, paragraph, run};

fn in_font(font: &str, text: &str) -> String {
    paragraph("", &run(&format!("<w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\"/>"), text))
}

#[test]
fn text_in_fonts_of_tcvn3_and_vni_becomes_unicode() {
    let body = in_font(".VnTimeH", "kÕ ho¹ch")
        + &in_font(".VnTime", "thùc hiÖn NghÞ quyÕt cña §¶ng bé x·")
        + &in_font("VNI-Times", "Caên cöù Nghò quyeát cuûa Ñaûng boä xaõ;")
        + &p("I. NỘI DUNG")
        + &in_font("VNI-Times", "1. Tuyeân truyeàn; vaän ñoäng.");
    let plan = Word::new(&body).read().plan;
    assert_eq!(plan.subject, "thực hiện Nghị quyết của Đảng bộ xã");
    assert_eq!(plan.bases[0].text, "Căn cứ Nghị quyết của Đảng bộ xã;");
    assert_eq!(plan.sections[0].items[0].text, "Tuyên truyền; vận động.");
}

#[test]
fn the_font_may_come_from_a_style_and_a_mark_may_stand_in_the_next_run() {
    let styles = "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"VNI-Times\" w:hAnsi=\"VNI-Times\"/></w:rPr>\
                  </w:rPrDefault></w:docDefaults>";
    let body =
        paragraph("", &(run("", "KE") + &run("", "Á HOAÏCH"))) + &p("thöïc hieän coâng taùc daân vaän");
    let plan = Word::new(&body).with("styles", "styles", styles).read().plan;
    assert_eq!(plan.subject, "thực hiện công tác dân vận");
}

#[test]
fn unicode_in_an_old_font_stays() {
    let body = in_font(".VnTime", "KẾ HOẠCH") + &in_font(".VnTime", "thực hiện các Nghị quyết của Đảng");
    assert_eq!(Word::new(&body).read().plan.subject, "thực hiện các Nghị quyết của Đảng");
}

#[test]
fn letters_in_pieces_are_composed() {
    let body = p("KE\u{302}\u{301} HOA\u{323}CH")
        + &paragraph("", &(run("", "thu\u{31b}") + &run("<w:b/>", "\u{323}c hiện Nghị quyết")));
    assert_eq!(Word::new(&body).read().plan.subject, "thực hiện Nghị quyết");
    assert_eq!(import::text("KẾ HOẠCH\nthư\u{323}c hiê\u{323}n").plan.subject, "thực hiện");
}

#[test]
fn a_text_file_is_read_in_each_encoding_that_windows_saves() {
    let text = "KẾ HOẠCH\r\nthực hiện Nghị quyết của Đảng bộ xã";
    let wide = |unit: fn(u16) -> [u8; 2], mark: [u8; 2]| -> Vec<u8> {
        mark.into_iter().chain(text.encode_utf16().flat_map(unit)).collect()
    };
    let windows = b"K\xca\xec HOA\xf2CH\r\nth\xfd\xf2c hi\xea\xf2n Nghi\xf2 quy\xea\xect cu\xd2a \xd0a\xd2ng b\xf4\xf2 xa\xde";
    for bytes in [
        text.as_bytes().to_vec(),
        [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        wide(u16::to_le_bytes, [0xff, 0xfe]),
        wide(u16::to_be_bytes, [0xfe, 0xff]),
        windows.to_vec(),
    ] {
        assert_eq!(decode(&bytes).unwrap(), text);
    }
    let imported = import::text(&decode(windows).unwrap());
    assert_eq!(imported.plan.subject, "thực hiện Nghị quyết của Đảng bộ xã");
    assert_eq!(imported.embedded, Embedded::None);
}

#[test]
fn text_in_tcvn3_or_vni_is_read_as_it_stands_and_not_converted() {
    let bytes = |text: &str| text.chars().map(|letter| u32::from(letter) as u8).collect::<Vec<_>>();
    for text in ["KÕ ho¹ch thùc hiÖn NghÞ quyÕt", "Keá hoaïch thöïc hieän Nghò quyeát"] {
        assert_eq!(decode(&bytes(text)).unwrap(), text);
    }
    let error = decode(&bytes("KÕ ho¹ch")).unwrap_err().to_string();
    assert!(error.contains("Unicode"), "{error}");
    assert!(decode(b"\x00\x01\x02\xff\xfe\x80").is_err());
}
