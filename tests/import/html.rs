//! HTML as programs put it on the clipboard, after the browser's parser.

use std::fs;

use ke_hoach::document::typeset;
use ke_hoach::export;
use ke_hoach::import::{self, Imported};

use crate::outline;
use crate::samples::{SAMPLES, at};

fn read(body: &str) -> Imported {
    let head =
        "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\">";
    import::html(&format!("{head}<head><meta charset=\"utf-8\" /></head><body>{body}</body></html>")).unwrap()
}

#[test]
fn a_real_plan_pasted_from_libreoffice_is_that_of_its_word_file() {
    for name in SAMPLES {
        let html = fs::read_to_string(at(&format!("import/pasted/{name}.xhtml"))).unwrap();
        let pasted = import::html(&html).unwrap();
        let word = import::docx(&fs::read(at(&format!("plans/{name}.docx"))).unwrap()).unwrap();
        let printed = |plan| export::text(&typeset(plan));
        assert_eq!(printed(&pasted.plan), printed(&word.plan), "{name}");
        assert!(pasted.plan == word.plan, "{name}: the same in print, and yet another plan");
        assert_eq!(pasted.leftover, word.leftover, "{name}");
    }
}

/// A paragraph of a list as Word writes it: its number is text that stands in the paragraph.
fn word_list(number: &str, text: &str) -> String {
    format!(
        "<p class=\"MsoListParagraph\" style=\"text-indent:-18.0pt;mso-list:l0 level1 lfo1\"><!--[if !supportLists]-->\
         <span style=\"mso-bidi-font-weight:bold\"><span style=\"mso-list:Ignore\">{number}<span \
         style=\"font:7.0pt &quot;Times New Roman&quot;\">\u{a0}\u{a0}\u{a0}\u{a0} </span></span></span>\
         <!--[endif]-->{text}<o:p></o:p></p>"
    )
}

const WORD_STYLES: &str =
    "<style>&lt;!-- /* Font Definitions */ @font-face {font-family:\".VnTime\"; panose-1:2 11;}
    p.MsoNormal, li.MsoNormal {mso-style-unhide:no; margin:0cm; font-family:\".VnTime\",sans-serif;}
    p.MsoListParagraph {font-family:\"Times New Roman\",serif;} span.Upper {text-transform:uppercase;}
    @page WordSection1 {size:21.0cm 842.0pt;} div.WordSection1 {page:WordSection1;}
    @list l0:level1 {mso-level-number-format:roman-upper; mso-level-text:\"%1\\.\";} --&gt;</style>";

#[test]
fn a_plan_pasted_from_word_has_each_number_once_and_its_old_font_in_unicode() {
    let body = [
        "<!--StartFragment--><div class=\"WordSection1\">",
        "<p class=\"MsoNormal\" align=\"center\"><b style=\"mso-bidi-font-weight:normal\"><span class=\"Upper\"><span style=\"font-size:14.0pt\">KÕ ho¹ch</span></span></b></p>",
        "<p class=\"MsoNormal\">thùc hiÖn NghÞ quyÕt cña §¶ng<a style=\"mso-footnote-id:ftn1\" href=\"#_ftn1\" name=\"_ftnref1\"><span style=\"mso-special-character:footnote\"><!--[if !supportFootnotes]-->[1]<!--[endif]--></span></a></p>",
        &word_list("I.", "<b>NỘI DUNG</b>"),
        &word_list("1.", "Tuyên truyền; <del>cổ động</del><ins>vận động</ins>."),
        &word_list("<span style=\"font-family:Symbol\">·</span>", "Ở thôn"),
        &word_list("<span style=\"font-family:&quot;Courier New&quot;\">o</span>", "Ở xóm"),
        "<p class=\"MsoListParagraph\">2.<span style=\"mso-tab-count:1\">\u{a0}\u{a0}\u{a0} </span>Vận động<br clear=\"all\" style=\"mso-special-character:line-break\" />Nhân dân.</p>",
        "</div><div style=\"mso-element:footnote-list\"><br clear=\"all\" /><hr align=\"left\" size=\"1\" width=\"33%\" />",
        "<div style=\"mso-element:footnote\" id=\"ftn1\"><p class=\"MsoFootnoteText\"><a style=\"mso-footnote-id:ftn1\" href=\"#_ftnref1\" name=\"_ftn1\">[1]</a> Đại hội II</p></div></div><!--EndFragment-->",
    ];
    let imported = read(&(WORD_STYLES.to_owned() + &body.concat()));
    assert_eq!(imported.plan.subject, "thực hiện Nghị quyết của Đảng (Đại hội II)");
    assert_eq!(
        outline(&imported.plan),
        ["I. NỘI DUNG", "1. [Tuyên truyền; vận động.]", "- Ở thôn", "- Ở xóm", "2. Vận động Nhân dân."]
    );
    assert_eq!(imported.leftover, Vec::<String>::new());
}

#[test]
fn a_plan_pasted_from_google_docs_is_not_all_bold_and_has_its_lists() {
    let span = |text: &str, weight: u32| {
        format!(
            "<span style=\"font-size:14pt;font-family:'Times New Roman';font-weight:{weight};white-space:pre-wrap;\">{text}</span>"
        )
    };
    let p =
        |text: &str, weight| format!("<p dir=\"ltr\" style=\"line-height:1.38;\">{}</p>", span(text, weight));
    let li = |kind: &str, text: &str| {
        format!(
            "<li dir=\"ltr\" style=\"list-style-type:{kind};\" aria-level=\"1\"><p dir=\"ltr\" role=\"presentation\">{}</p></li>",
            span(text, 400)
        )
    };
    let body = [
        "<b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\">",
        &p("KẾ HOẠCH", 700),
        &p("thực hiện công tác dân vận ", 700),
        "<br />",
        &p("I. NỘI DUNG", 700),
        &format!("<ul style=\"margin-top:0;\">{}</ul>", li("disc", "Ở thôn")),
        &format!(
            "<ol style=\"margin-top:0;\">{}{}</ol>",
            li("decimal", "Tuyên truyền"),
            li("decimal", "Vận động")
        ),
        "</b><br class=\"Apple-interchange-newline\" />",
    ];
    let plan = read(&body.concat()).plan;
    assert_eq!(plan.subject, "thực hiện công tác dân vận");
    assert_eq!(outline(&plan), ["I. NỘI DUNG", "- Ở thôn", "1. Tuyên truyền", "2. Vận động"]);
}

#[test]
fn a_message_whose_lines_only_breaks_part_is_read_line_by_line() {
    let lines =
        ["KẾ HOẠCH", "thực hiện công tác dân vận", "", "I. NỘI DUNG", "1. Tuyên truyền", "2. Vận động"];
    for body in [
        format!("<div><span id=\"message\">{}</span></div>", lines.join("<br />")),
        lines
            .map(|line| format!("<div dir=\"auto\">{}</div>", if line.is_empty() { "<br />" } else { line }))
            .concat(),
    ] {
        let plan = read(&body).plan;
        assert_eq!(plan.subject, lines[1]);
        assert_eq!(outline(&plan), lines[3..]);
    }
}

#[test]
fn a_pasted_table_of_tasks_becomes_rows_with_cells_that_go_on_below() {
    let table = "<table><tbody><tr><td>TT</td><td>Nội dung</td><td>Đơn vị chủ trì</td><td>Thời gian</td></tr>\
                 <tr><td>1</td><td>Tuyên truyền</td><td rowspan=\"2\">Ban Công tác</td><td>Quý I</td></tr>\
                 <tr><td>2</td><td>Vận động</td><td>Quý II</td></tr></tbody></table>";
    let head = "<p>KẾ HOẠCH</p><p>thực hiện công tác dân vận</p><p>I. NỘI DUNG</p><p>1. Tuyên truyền.</p>";
    let imported = read(&format!("{head}<p>PHỤ LỤC</p>{table}"));
    let rows: Vec<_> = imported
        .plan
        .appendices
        .iter()
        .flat_map(|appendix| &appendix.rows)
        .map(|row| (row.content.as_str(), row.task.lead.as_str(), row.task.deadline.as_str()))
        .collect();
    assert_eq!(rows, [("Tuyên truyền", "Ban Công tác", "Quý I"), ("Vận động", "Ban Công tác", "Quý II")]);
}
