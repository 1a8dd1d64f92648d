//! A document as plain text.

use crate::document::{Block, Document, Paragraph};

/// The text of a document: a paragraph a line, tables row by row and cell by cell.
///
/// A line broken inside its paragraph is joined again with a space. What stands at the foot of
/// a section's first page comes behind the section.
pub fn text(document: &Document) -> String {
    let mut out = String::new();
    for section in &document.sections {
        for block in &section.blocks {
            match block {
                Block::Paragraph(paragraph) => push_line(&mut out, paragraph),
                Block::Table(table) => table
                    .rows
                    .iter()
                    .flat_map(|row| row.cells.iter().flatten())
                    .for_each(|paragraph| push_line(&mut out, paragraph)),
            }
        }
        section.foot.iter().for_each(|paragraph| push_line(&mut out, paragraph));
    }
    out
}

fn push_line(out: &mut String, paragraph: &Paragraph) {
    let letters = paragraph.runs.iter().flat_map(|run| run.text.chars());
    out.extend(letters.map(|c| if matches!(c, '\n' | '\u{B}') { ' ' } else { c }));
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::typeset;
    use crate::format::FormatKey;
    use crate::plan::Plan;

    #[test]
    fn a_plan_reads_from_the_first_row_of_its_header_to_the_signature() {
        let text = text(&typeset(&Plan::new(FormatKey::ND30)));
        let places = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số:", "KẾ HOẠCH", "Nơi nhận:"]
            .map(|words| text.lines().position(|line| line.contains(words)).unwrap());
        assert!(places.is_sorted(), "{places:?}");
    }

    #[test]
    fn the_agency_s_address_comes_behind_the_plan_and_before_its_appendices() {
        let mut plan = Plan::new(FormatKey::ND30);
        plan.markings.address = "Thôn Minh Tiến".into();
        plan.appendices = vec![crate::plan::Appendix::default()];
        let text = text(&typeset(&plan));
        let places = ["Nơi nhận:", "Thôn Minh Tiến", "Phụ lục"]
            .map(|words| text.lines().position(|line| line.contains(words)).unwrap());
        assert!(places.is_sorted(), "{places:?}");
    }

    #[test]
    fn a_paragraph_is_one_line_even_where_the_page_breaks_it() {
        let mut document = typeset(&Plan::new(FormatKey::FRONT));
        for block in &mut document.sections[0].blocks {
            if let Block::Paragraph(paragraph) = block {
                paragraph.runs.iter_mut().for_each(|run| run.text = "một\nhai\u{B}ba".into());
            }
        }
        let paragraphs =
            document.sections[0].blocks.iter().filter(|block| matches!(block, Block::Paragraph(_)));
        let lines = text(&document).lines().filter(|line| line.contains("một hai ba")).count();
        assert_eq!(lines, paragraphs.count());
    }
}
