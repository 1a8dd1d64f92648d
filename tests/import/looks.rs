//! How lines and pages look, whichever part of the file says it.

use ke_hoach::format::Twips;
use ke_hoach::import::look::{Align, Leading, Look, Looks, PageLook, Trait, Under};
use ke_hoach::import::{self, Choices};

use crate::word::{Word, p, paragraph, r, run, table};

/// The looks of a file's lines by their text, and all looks.
fn read(word: Word) -> (Vec<(String, Look)>, Looks) {
    let reading = import::read(&word.bytes(), &Choices::default()).unwrap();
    let look = |line: &import::ReadLine| Some((line.text.clone(), *reading.looks.get(line.look?)?));
    (reading.lines.iter().filter_map(look).collect(), reading.looks)
}

fn first(word: Word) -> Look {
    read(word).0[0].1
}

fn size(look: &Look) -> Option<u16> {
    look.letters[Trait::Size as usize].most
}

const STYLES: &str = "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"24\"/></w:rPr></w:rPrDefault>\
    <w:pPrDefault><w:pPr><w:spacing w:after=\"160\" w:line=\"259\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
    <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:pPr><w:jc w:val=\"both\"/></w:pPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing w:before=\"60\" w:after=\"0\"/>\
    <w:ind w:left=\"284\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"26\"/></w:rPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Inner\"><w:basedOn w:val=\"Base\"/><w:pPr><w:jc w:val=\"center\"/></w:pPr></w:style>";

fn styled(body: &str) -> Word {
    Word::new(body).with("styles", "styles", STYLES)
}

#[test]
fn a_look_comes_from_defaults_styles_and_the_paragraph_in_turn() {
    let plain = first(styled(&p("Kế hoạch năm 2026")));
    assert_eq!((size(&plain), plain.measures.align), (Some(24), Some(Align::Justify)));
    assert_eq!((plain.measures.after, plain.measures.line), (Some(Twips(160)), Some(Leading::Multiple(108))));

    let inner = first(styled(&paragraph(
        "<w:pStyle w:val=\"Inner\"/><w:spacing w:before=\"240\"/>",
        &r("Kế hoạch năm 2026"),
    )));
    assert_eq!((size(&inner), inner.letters[Trait::Bold as usize].most), (Some(26), Some(1)));
    let measures = inner.measures;
    assert_eq!((measures.align, measures.left), (Some(Align::Center), Some(Twips(284))));
    assert_eq!((measures.before, measures.after), (Some(Twips(240)), Some(Twips::ZERO)));
    assert_eq!(measures.line, Some(Leading::Multiple(108)), "the distance of lines goes through");
}

#[test]
fn most_letters_count_and_the_others_are_known() {
    let runs =
        run("<w:sz w:val=\"28\"/>", "Kế hoạch tuyên truyền") + &run("<w:sz w:val=\"26\"/><w:b/>", "2026");
    let look = first(Word::new(&paragraph("", &runs)));
    let spread = look.letters[Trait::Size as usize];
    assert_eq!((spread.most, spread.other), (Some(28), Some(26)));
    let bold = look.letters[Trait::Bold as usize];
    assert_eq!((bold.most, bold.other), (Some(0), Some(1)));
}

#[test]
fn the_measures_of_a_list_stand_between_style_and_paragraph() {
    let numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/>\
        <w:pPr><w:ind w:left=\"720\" w:hanging=\"360\"/></w:pPr></w:lvl></w:abstractNum>\
        <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    let list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
    let read = |properties: &str| {
        let body =
            paragraph(&format!("<w:pStyle w:val=\"Base\"/>{list}{properties}"), &r("Kế hoạch năm 2026"));
        let measures = first(styled(&body).with("numbering", "numbering", numbering)).measures;
        (measures.left, measures.first)
    };
    assert_eq!(read(""), (Some(Twips(720)), Some(Twips(-360))));
    assert_eq!(read("<w:ind w:left=\"0\" w:firstLine=\"567\"/>"), (Some(Twips::ZERO), Some(Twips(567))));
}

#[test]
fn fonts_of_the_theme_have_its_names_or_none() {
    let body = paragraph(
        "",
        &run("<w:rFonts w:asciiTheme=\"minorHAnsi\" w:hAnsiTheme=\"minorHAnsi\"/>", "Kế hoạch"),
    );
    let font = |word: Word| {
        let (lines, looks) = read(word);
        let font = lines[0].1.letters[Trait::Font as usize].most;
        font.and_then(|font| looks.font(font).map(str::to_owned))
    };
    let theme = "<w:themeElements><w:fontScheme><w:majorFont><w:latin typeface=\"Cambria\"/></w:majorFont>\
        <w:minorFont><w:latin typeface=\"Calibri\"/></w:minorFont></w:fontScheme></w:themeElements>";
    assert_eq!(font(Word::new(&body).with("theme", "theme", theme)).as_deref(), Some("Calibri"));
    assert_eq!(font(Word::new(&body)), None);
    assert_eq!(font(Word::new(&p("Kế hoạch"))), None, "what no part says is not known");
}

/// The shape of a line, so many points below the top of the paragraph on which it hangs.
fn drawn(points: i32) -> String {
    format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor xmlns:wp=\"wp\" xmlns:a=\"a\">\
         <wp:positionV relativeFrom=\"paragraph\"><wp:posOffset>{}</wp:posOffset></wp:positionV>\
         <a:prstGeom prst=\"line\"/></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>",
        points * 12_700
    )
}

#[test]
fn a_line_closes_off_the_text_under_which_it_is_drawn() {
    let under =
        |body: &str| -> Vec<Under> { read(Word::new(body)).0.iter().map(|(_, look)| look.under).collect() };
    let (drawn_below, above) =
        (paragraph("", &(r("BAN THƯỜNG TRỰC") + &drawn(17))), paragraph("", &(r("Số: 12/KH") + &drawn(1))));
    assert_eq!(under(&(drawn_below + &p("Số: 12/KH"))), [Under::Drawn, Under::Nothing]);
    assert_eq!(under(&(p("BAN THƯỜNG TRỰC") + &above)), [Under::Drawn, Under::Nothing]);
    let blank = paragraph("", &drawn(17));
    assert_eq!(under(&(p("BAN THƯỜNG TRỰC") + &blank + &p("Số"))), [Under::Drawn, Under::Nothing]);
    let border = "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\"/></w:pBdr>";
    assert_eq!(under(&paragraph(border, &r("BAN THƯỜNG TRỰC"))), [Under::Drawn]);
    assert_eq!(under(&paragraph(&border.replace("single", "nil"), &r("BAN THƯỜNG TRỰC"))), [Under::Nothing]);
    assert_eq!(under(&(p("ĐẢNG ỦY XÃ") + &p("*"))), [Under::Typed]);
    let vml = "<w:r><w:pict><v:line from=\"22pt,1.4pt\" to=\"149pt,1.4pt\"/></w:pict></w:r>";
    assert_eq!(
        under(&(p("BAN THƯỜNG TRỰC") + &paragraph("", &(vml.to_owned() + &r("Số"))))),
        [Under::Drawn, Under::Nothing]
    );
    let connector = "<w:r><w:pict><v:shape type=\"#_x0000_t32\" style=\"margin-left:3pt;margin-top:18pt\"/></w:pict></w:r>";
    assert_eq!(under(&paragraph("", &(r("BAN THƯỜNG TRỰC") + connector))), [Under::Drawn]);
}

#[test]
fn lines_in_tables_and_sections_are_known_as_such() {
    let header = table(&[&[&p("ỦY BAN NHÂN DÂN"), &p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]]);
    let body =
        header + &p("KẾ HOẠCH") + "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>" + &p("PHỤ LỤC") + "<w:sectPr/>";
    let places: Vec<_> =
        read(Word::new(&body)).0.iter().map(|(_, look)| (look.in_table, look.section)).collect();
    assert_eq!(places, [(true, 0), (true, 0), (false, 0), (false, 1)]);
}

/// The pages of a file whose footer or header holds this paragraph.
fn pages(kind: &str, root: &str, content: &str, section: &str) -> PageLook {
    // The first part of a file gets the number 2.
    let reference =
        format!("<w:sectPr><w:{kind}Reference w:type=\"default\" r:id=\"part2\"/>{section}</w:sectPr>");
    read(Word::new(&(p("KẾ HOẠCH") + &reference)).with(kind, root, content)).1.pages[0]
}

const SIMPLE: &str = "<w:fldSimple w:instr=\" PAGE \\* MERGEFORMAT \"><w:r><w:rPr><w:sz w:val=\"26\"/></w:rPr><w:t>2</w:t></w:r></w:fldSimple>";
const LONG: &str = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>\
    <w:r><w:rPr><w:sz w:val=\"26\"/></w:rPr><w:fldChar w:fldCharType=\"end\"/></w:r>";

#[test]
fn page_numbers_are_found_where_they_stand() {
    let centred = paragraph("<w:jc w:val=\"center\"/>", LONG);
    let look = pages("header", "hdr", &centred, "<w:titlePg/>");
    let number = look.number.unwrap();
    assert_eq!((number.top, number.align, number.size), (true, Some(Align::Center), Some(26)));
    assert!(!look.first_numbered);

    let framed = paragraph("<w:framePr w:xAlign=\"right\"/>", SIMPLE);
    let look = pages("footer", "ftr", &framed, "");
    let number = look.number.unwrap();
    assert_eq!((number.top, number.align), (false, Some(Align::Right)));
    assert!(look.first_numbered);

    let tabbed = paragraph("", &("<w:r><w:tab/></w:r>".to_owned() + LONG));
    assert_eq!(
        pages("footer", "ftr", &tabbed, "").number.unwrap().align,
        None,
        "a tab moves it, nobody knows where"
    );
    let total = LONG.replace("PAGE", "NUMPAGES");
    assert_eq!(pages("footer", "ftr", &paragraph("", &total), "").number, None);
}

#[test]
fn paper_and_margins_are_read_in_twips_with_the_gutter() {
    let section = "<w:sectPr><w:pgSz w:w=\"11907\" w:h=\"16840\"/><w:pgMar w:top=\"1134\" w:bottom=\"2cm\" w:left=\"1418\" w:right=\"851\" w:gutter=\"283\"/></w:sectPr>";
    let look = read(Word::new(&(p("KẾ HOẠCH") + section))).1.pages[0];
    assert_eq!((look.width, look.height), (Some(Twips(11907)), Some(Twips(16840))));
    assert_eq!(look.margins, [Twips(1134), Twips(1134), Twips(1701), Twips(851)].map(Some));
    assert_eq!((look.number, look.first_numbered), (None, false));
    assert_eq!(read(Word::new(&(p("KẾ HOẠCH") + "<w:sectPr/>"))).1.pages[0].width, None);
}
