//! Every rule can be broken: files that are right, spoilt in one place each.

use crate::anatomy::Case;
use crate::effective::Line;
use crate::package::{Block, Paragraph, Table};
use crate::plans::{factors, plan};
use crate::rules::{self, Rule};
use crate::verdict::{breaches, case};

/// A way to spoil a file, and its name.
type Spoiler = (&'static str, fn(&mut Case));

fn each(blocks: &mut [Block], visit: &mut dyn FnMut(&mut Paragraph)) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => visit(paragraph),
            Block::Table(table) => {
                for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
                    each(&mut cell.blocks, visit);
                }
            }
        }
    }
}

/// Changes the paragraphs, headers and footers included, whose text begins so.
fn at(case: &mut Case, begins: &str, change: impl Fn(&mut Paragraph)) {
    for section in &mut case.docx.sections {
        let around = section.headers.values_mut().chain(section.footers.values_mut());
        for blocks in std::iter::once(&mut section.blocks).chain(around) {
            each(blocks, &mut |paragraph| {
                if paragraph.text().starts_with(begins) {
                    change(paragraph);
                }
            });
        }
    }
}

fn reword(case: &mut Case, from: &str, to: &str) {
    at(case, "", |paragraph| {
        for run in &mut paragraph.runs {
            run.text = run.text.replace(from, to);
        }
    });
}

fn each_table(case: &mut Case, change: impl Fn(&mut Table)) {
    fn visit(blocks: &mut [Block], change: &impl Fn(&mut Table)) {
        for block in blocks {
            if let Block::Table(table) = block {
                change(table);
                table
                    .rows
                    .iter_mut()
                    .flat_map(|row| &mut row.cells)
                    .for_each(|cell| visit(&mut cell.blocks, change));
            }
        }
    }
    case.docx.sections.iter_mut().for_each(|section| visit(&mut section.blocks, &change));
}

fn resize(case: &mut Case, begins: &str, size: f32) {
    at(case, begins, |paragraph| paragraph.runs.iter_mut().for_each(|run| run.letters.size = size));
}

fn all_sizes(case: &mut Case, size: f32) {
    resize(case, "", size);
}

fn bolder(case: &mut Case) {
    at(case, "", |paragraph| paragraph.runs.iter_mut().for_each(|run| run.letters.bold = true));
}

fn lines(case: &mut Case, factor: f32) {
    at(case, "", |paragraph| paragraph.drawn.iter_mut().for_each(|line| line.length *= factor));
}

const SPOILERS: &[Spoiler] = &[
    ("a page on its side", |case| case.docx.sections[0].page.width = 16838),
    ("a margin of 10 mm", |case| case.docx.sections.iter_mut().for_each(|section| section.page.left = 567)),
    ("a margin that nobody chose", |case| {
        case.docx.sections.iter_mut().for_each(|section| section.page.top += 57)
    }),
    ("Arial for eastern letters", |case| {
        at(case, "Trên đây", |paragraph| paragraph.runs[0].letters.fonts[3] = "Arial".into())
    }),
    ("English", |case| {
        at(case, "Trên đây", |paragraph| paragraph.runs[0].letters.language = "en-US".into())
    }),
    ("a page number on the left", |case| at(case, "2", |paragraph| paragraph.measures.align = "left".into())),
    ("a number on page 1", |case| {
        case.docx.sections.iter_mut().for_each(|section| section.page.title_page = false)
    }),
    ("a number at 5 mm", |case| case.docx.sections.iter_mut().for_each(|section| section.page.header = 283)),
    ("appendices that count on", |case| {
        case.docx.sections.iter_mut().for_each(|s| s.page.first_number = None)
    }),
    ("letters of 20 pt", |case| all_sizes(case, 20.0)),
    ("letters of 13 pt", |case| all_sizes(case, 13.0)),
    ("all bold", bolder),
    ("a dash in the motto", |case| reword(case, "lập - Tự", "lập – Tự")),
    ("lines as long as half", |case| lines(case, 0.5)),
    ("lines twice as long", |case| lines(case, 2.0)),
    ("dashed lines", |case| at(case, "", |p| p.drawn.iter_mut().for_each(|line| line.dashed = true))),
    ("no lines", |case| at(case, "", |paragraph| paragraph.drawn.clear())),
    ("space under the names", |case| at(case, "", |paragraph| paragraph.measures.after = 200)),
    ("one and a quarter lines", |case| {
        at(case, "", |paragraph| paragraph.measures.line = Line::Multiple(1.25))
    }),
    ("two lines", |case| at(case, "", |paragraph| paragraph.measures.line = Line::Multiple(2.0))),
    ("a space in the symbol", |case| reword(case, "/KH", "/ KH")),
    ("a space in the Party's symbol", |case| reword(case, "-KH/", "- KH/")),
    ("a zero too few", |case| reword(case, "ngày 05", "ngày 5")),
    ("the number lower than the date", |case| spoil_number_row(case)),
    ("borders", |case| each_table(case, |table| table.borders = vec!["top".into(), "insideV".into()])),
    ("no borders", |case| each_table(case, |table| table.borders.clear())),
    ("columns that do not add up", |case| each_table(case, |table| table.grid[0] += 20)),
    ("small letters", |case| {
        at(case, "", |paragraph| paragraph.runs.iter_mut().for_each(|run| run.text = run.text.to_lowercase()))
    }),
    ("capitals", |case| {
        at(case, "", |paragraph| paragraph.runs.iter_mut().for_each(|run| run.text = run.text.to_uppercase()))
    }),
    ("narrow cells", |case| narrow(case)),
    ("another mark under the name", |case| reword(case, "*", "–")),
    ("everything on the left", |case| at(case, "", |paragraph| paragraph.measures.align = "left".into())),
    ("everything in the middle", |case| at(case, "", |paragraph| paragraph.measures.align = "center".into())),
    ("lines that part", |case| at(case, "", |paragraph| paragraph.measures.keep_next = false)),
    ("a first line of 5 mm", |case| at(case, "", |paragraph| paragraph.measures.first_line = 283)),
    ("no space over paragraphs", |case| at(case, "", |paragraph| paragraph.measures.before = 0)),
    ("single lines at the edges of pages", |case| {
        at(case, "", |paragraph| paragraph.measures.widow_control = false)
    }),
    ("headings that Word does not know", |case| at(case, "", |paragraph| paragraph.measures.outline = None)),
    ("a second section I", |case| reword(case, "II.\u{a0}", "I.\u{a0}")),
    ("no letter đ", |case| reword(case, "đ)", "e)")),
    ("căn cứ without ends", |case| reword(case, ";", "")),
    ("no end mark", |case| reword(case, "./.", "./")),
    ("no full stops", |case| {
        at(case, "", |p| p.runs.iter_mut().for_each(|run| run.text = run.text.replace('.', "")))
    }),
    ("tabs", |case| reword(case, ":", ":\t")),
    ("an empty paragraph", |case| {
        let empty = Block::Paragraph(Paragraph::default());
        case.docx.sections[0].blocks.insert(3, empty);
    }),
    ("underlined text", |case| {
        at(case, "KẾ HOẠCH", |paragraph| paragraph.runs[0].letters.underline = true);
    }),
    ("ordinary spaces", |case| reword(case, "\u{a0}", " ")),
    ("rows that may be cut, no head", |case| {
        each_table(case, |table| {
            table.rows.iter_mut().for_each(|row| (row.cant_split, row.header) = (false, false));
        })
    }),
    ("codes of another family", |case| {
        reword(case, "TM. ", "T/M ");
        reword(case, "T/M BAN THƯỜNG VỤ", "TM. BAN THƯỜNG VỤ");
    }),
    ("another title", |case| reword(case, "BÍ THƯ", "THƯ KÝ")),
    ("another name", |case| reword(case, "Vi Thị Hoa", "TS. Vi Thị Hoa")),
    ("recipients elsewhere", |case| reword(case, "Nơi nhận:", "Nơi gửi:")),
    ("no VT", |case| reword(case, "Lưu: VT", "Lưu VP")),
    ("VT in the Party", |case| reword(case, "Lưu Văn phòng", "Lưu: VT, Văn phòng")),
    ("no frames", |case| each_table(case, |table| table.rows.iter_mut().for_each(|row| row.height = None))),
    ("another draft", |case| reword(case, "Dự thảo lần 2", "Dự thảo 2")),
    ("no urgency", |case| reword(case, "KHẨN", "")),
    ("no limits", |case| reword(case, "XEM XONG TRẢ LẠI", "")),
    ("one mark more", |case| at(case, "Số", |paragraph| paragraph.runs[0].text = "Số".into())),
    ("small letters of the drafter", |case| reword(case, "PL", "pl")),
    ("no foot", |case| case.docx.sections.iter_mut().for_each(|section| section.footers.clear())),
    ("a foot everywhere", |case| {
        let feet = case.docx.sections[0].footers.clone();
        case.docx.sections.iter_mut().for_each(|section| section.footers = feet.clone());
    }),
    ("appendices by Arabic numbers", |case| reword(case, "Phụ lục II", "Phụ lục 2")),
    ("the reference to another plan", |case| reword(case, "(Kèm theo Kế hoạch số", "(Kèm theo Kế hoạch")),
    ("a style without a name", |case| at(case, "KẾ HOẠCH", |paragraph| paragraph.style_name = None)),
    ("no author", |case| _ = case.docx.core.insert("dc:creator".into(), "unknown".into())),
    ("a stored part", |case| case.docx.entries[1].method = 0),
    ("an old mode", |case| case.docx.settings.children.clear()),
];

fn spoil_number_row(case: &mut Case) {
    if let Some(Block::Table(table)) = case.docx.sections[0].blocks.first_mut() {
        let row = table.rows.len() - 1;
        table.rows[row].cells[0].blocks.insert(0, Block::Paragraph(Paragraph::default()));
    }
}

fn narrow(case: &mut Case) {
    each_table(case, |table| {
        table.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(|cell| cell.width = 900)
    });
    for section in &mut case.docx.sections {
        (section.page.left, section.page.right) = (5200, 5200);
    }
}

/// A plan with everything, in each family.
fn bases() -> Vec<Case> {
    let kinds = ["ubnd", "dang-uy", "mttq", "doan"];
    let rows = kinds.map(|kind| {
        let all = ke_hoach::format::BodyKind::all();
        let place = all.enumerate().find(|(_, (_, body))| body.key == kind).map(|(place, _)| place).unwrap();
        // Three căn cứ, number 15, 5 January 2026, the head signs, two appendices, all marks.
        let chosen = [place, 0, 2, 2, 0, 0, 3, 1, 1, 1, 2, 2, 1, 0];
        chosen.into_iter().chain(factors().into_iter().skip(chosen.len()).map(|_| 0)).collect::<Vec<_>>()
    });
    rows.iter().map(|row| plan(row)).map(|(name, plan)| case(&name, &plan)).collect()
}

fn broken(case: &Case) -> Vec<&'static Rule> {
    breaches(case).into_iter().map(|breach| breach.rule).collect()
}

#[test]
fn every_rule_can_be_broken() {
    let bases = bases();
    let mut bitten: Vec<&Rule> = Vec::new();
    for (name, spoil) in SPOILERS {
        let mut bites = 0;
        for base in &bases {
            let before = broken(base);
            let mut spoilt = base.clone();
            spoil(&mut spoilt);
            let new: Vec<&Rule> = broken(&spoilt)
                .into_iter()
                .filter(|rule| !before.iter().any(|old| std::ptr::eq(*old, *rule)))
                .collect();
            bites += new.len();
            bitten.extend(new);
        }
        assert!(bites > 0, "no rule sees: {name}");
    }
    let never = rules::all().filter(|rule| !bitten.iter().any(|bitten| std::ptr::eq(*bitten, *rule)));
    let never: Vec<String> = never.map(|rule| format!("{}: {}", rule.clause, rule.what)).collect();
    assert!(never.is_empty(), "never broken: {never:#?}");
}
