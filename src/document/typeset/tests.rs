use super::*;
use crate::document::{Align, Paragraph, Role};
use crate::format::FormatKey;
use crate::plan::{
    Appendix, Basis, IssueDate, Item, Level, Recipient, Section as PlanSection, TableSource, Task,
};

fn texts(document: &Document, role: Role) -> Vec<String> {
    paragraphs(document)
        .into_iter()
        .filter(|paragraph| paragraph.role == role)
        .map(|paragraph| paragraph.runs.iter().map(|run| run.text.as_str()).collect())
        .collect()
}

fn paragraphs(document: &Document) -> Vec<&Paragraph> {
    fn of(block: &Block) -> Vec<&Paragraph> {
        match block {
            Block::Paragraph(paragraph) => vec![paragraph],
            Block::Table(table) => table.rows.iter().flat_map(|row| row.cells.iter().flatten()).collect(),
        }
    }
    document.sections.iter().flat_map(|section| &section.blocks).flat_map(of).collect()
}

/// Words with plain spaces, for comparing with what a reader sees.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

fn item(level: Level, title: &str, text: &str) -> Item {
    Item { level, title: title.into(), text: text.into(), ..Item::default() }
}

fn with_items(format: FormatKey, items: Vec<Item>) -> Plan {
    let section = PlanSection { title: "Nội dung".into(), items, ..PlanSection::default() };
    Plan { format, sections: vec![section], ..Plan::default() }
}

#[test]
fn each_family_writes_number_and_symbol_its_own_way() {
    for (format, symbol, number, printed) in [
        (FormatKey::ND30, "KH-UBND", "5", "Số: 05/KH-UBND"),
        (FormatKey::FRONT, "KH-MTTQ-BTT", "16", "Số: 16/KH-MTTQ-BTT"),
        (FormatKey::PARTY, "KH/ĐU", "05", "Số 05-KH/ĐU"),
        (FormatKey::PARTY, "KH/ĐU", "", "Số       -KH/ĐU"),
    ] {
        let plan = Plan { format, symbol: symbol.into(), number: number.into(), ..Plan::default() };
        assert_eq!(plain(&texts(&typeset(&plan), Role::Number)[0]), printed);
    }
}

#[test]
fn a_zero_stands_before_days_below_ten_and_months_one_and_two_only() {
    let date = |day, month| IssueDate { day, month, year: Some(2026), ..IssueDate::default() };
    for (date, printed) in [
        (date(Some(5), Some(1)), "Hà Nội, ngày 05 tháng 01 năm 2026"),
        (date(Some(27), Some(6)), "Hà Nội, ngày 27 tháng 6 năm 2026"),
        (date(None, Some(12)), "Hà Nội, ngày      tháng 12 năm 2026"),
    ] {
        let plan = Plan { place: "Hà Nội".into(), date, ..Plan::default() };
        assert_eq!(plain(&texts(&typeset(&plan), Role::PlaceDate)[0]), printed);
    }
}

#[test]
fn an_empty_plan_shows_what_is_missing() {
    let document = typeset(&Plan::default());
    assert_eq!(texts(&document, Role::Issuing), ["(CƠ QUAN BAN HÀNH)"]);
    assert_eq!(texts(&document, Role::Subject), ["(trích yếu)"]);
    assert_eq!(texts(&document, Role::Body), ["(nội dung)./."]);
    assert_eq!(texts(&document, Role::SignerName), ["(họ và tên)"]);
    assert_eq!(texts(&document, Role::Recipient), ["- Lưu: VT."]);
}

#[test]
fn the_last_body_named_is_bold_and_closed_off_by_the_family_s_mark() {
    let mut plan = Plan { format: FormatKey::FRONT, ..Plan::default() };
    plan.issuer.issuing = "Ủy ban MTTQ Việt Nam\nxã Lương Minh".into();
    plan.issuer.standing = "Ban Thường trực".into();
    let document = typeset(&plan);
    assert_eq!(texts(&document, Role::Superior), ["ỦY BAN MTTQ VIỆT NAM", "XÃ LƯƠNG MINH"]);
    assert_eq!(texts(&document, Role::Issuing), ["BAN THƯỜNG TRỰC"]);
    let last = paragraphs(&document).into_iter().find(|p| p.role == Role::Issuing);
    assert!(last.is_some_and(|p| p.runs[0].bold && p.rule.is_some()));

    plan.format = FormatKey::PARTY;
    assert_eq!(texts(&typeset(&plan), Role::Issuing), ["BAN THƯỜNG TRỰC", "*"]);
}

#[test]
fn items_are_numbered_by_their_level_and_place() {
    let plan = with_items(
        FormatKey::ND30,
        vec![
            item(Level::Clause, "Mục đích", "Một."),
            item(Level::Subclause, "", "Hai.\nBa."),
            item(Level::Point, "", "Bốn."),
            item(Level::Dash, "", "Năm."),
            item(Level::Clause, "", "Sáu."),
        ],
    );
    let document = typeset(&plan);
    let body: Vec<String> = paragraphs(&document)
        .into_iter()
        .filter(|p| matches!(p.role, Role::SectionHeading | Role::ItemHeading(_) | Role::Body | Role::Dash))
        .map(|p| plain(&p.runs[0].text))
        .collect();
    assert_eq!(
        body,
        ["I. NỘI DUNG", "1. Mục đích", "Một.", "1.1. Hai.", "Ba.", "a) Bốn.", "- Năm.", "2. Sáu./."]
    );
}

#[test]
fn the_end_mark_replaces_what_the_text_ends_with() {
    for (format, closing, printed) in [
        (FormatKey::ND30, "Trên đây là Kế hoạch", "Trên đây là Kế hoạch./."),
        (FormatKey::FRONT, "Trên đây là Kế hoạch./", "Trên đây là Kế hoạch./."),
        (FormatKey::PARTY, "Trên đây là Kế hoạch ./.", "Trên đây là Kế hoạch."),
    ] {
        let plan = Plan { format, closing: closing.into(), ..Plan::default() };
        assert_eq!(texts(&typeset(&plan), Role::Closing), [printed]);
    }
}

#[test]
fn legal_bases_end_with_a_semicolon_and_the_last_with_a_full_stop() {
    let basis = |text: &str| Basis { text: text.into(), ..Basis::default() };
    let bases = vec![basis("Căn cứ Luật A."), basis("  "), basis("- Căn cứ Luật B;"), basis("Căn cứ Luật C")];
    let plan = Plan { bases, ..Plan::default() };
    assert_eq!(texts(&typeset(&plan), Role::Basis), ["Căn cứ Luật A;", "Căn cứ Luật B;", "Căn cứ Luật C."]);
    let party = Plan { format: FormatKey::PARTY, ..plan };
    assert_eq!(plain(&texts(&typeset(&party), Role::Basis)[1]), "- Căn cứ Luật B;");
}

#[test]
fn recipients_are_punctuated_and_end_with_the_retention_line() {
    let recipient =
        |name: &str, note: &str| Recipient { name: name.into(), note: note.into(), ..Recipient::default() };
    let recipients = vec![recipient("- Ban Thường vụ Tỉnh ủy,", "b/c"), recipient("Website ĐUK", "")];
    let plan =
        Plan {
            format: FormatKey::PARTY, recipients, retention: "Lưu VP, BTGĐUK.".into(), ..Plan::default()
        };
    assert_eq!(
        texts(&typeset(&plan), Role::Recipient),
        ["- Ban Thường vụ Tỉnh ủy (b/c);", "- Website ĐUK;", "- Lưu VP, BTGĐUK."]
    );
}

#[test]
fn a_task_says_who_does_it_and_by_when_under_its_text() {
    let task = Task { lead: "Công an xã".into(), deadline: "Thường xuyên.".into(), ..Task::default() };
    let plan =
        with_items(FormatKey::ND30, vec![Item { task: Some(task), ..item(Level::Clause, "", "Tuần tra.") }]);
    let document = typeset(&plan);
    let lines: Vec<String> = texts(&document, Role::Dash).iter().map(|line| plain(line)).collect();
    assert_eq!(lines, ["- Đơn vị chủ trì: Công an xã.", "- Thời gian thực hiện: Thường xuyên./."]);
}

#[test]
fn a_table_of_tasks_follows_the_body_and_leaves_blank_columns_out() {
    let task = Task { lead: "Công an xã".into(), ..Task::default() };
    let mut plan =
        with_items(FormatKey::ND30, vec![Item { task: Some(task), ..item(Level::Clause, "Tuần tra", "x") }]);
    plan.appendices = vec![Appendix { table: TableSource::Tasks, ..Appendix::default() }];
    let document = typeset(&plan);
    assert_eq!(document.sections.len(), 2);
    assert_eq!(texts(&document, Role::AppendixLabel), ["Phụ lục"]);
    assert_eq!(texts(&document, Role::TableHead), ["TT", "Nội dung nhiệm vụ", "Chủ trì", "Phối hợp"]);
    assert_eq!(texts(&document, Role::TableCell), ["1", "Tuần tra", "Công an xã", ""]);
}

#[test]
fn columns_of_every_table_fill_the_width_between_the_margins() {
    for format in crate::format::ALL {
        let mut plan = Plan::new(FormatKey(format.key.into()));
        plan.appendices = vec![Appendix { table: TableSource::Rows, ..Appendix::default() }];
        for section in typeset(&plan).sections {
            for block in &section.blocks {
                if let Block::Table(table) = block {
                    let width: Twips = table.columns.iter().copied().sum();
                    assert_eq!(width, section.page.text_width(), "{} {:?}", format.key, table.kind);
                }
            }
        }
    }
}

#[test]
fn lines_of_a_long_subject_are_of_like_length_and_its_rule_fits_the_longest_and_the_last() {
    let subject = "thực hiện Nghị quyết số 27-NQ/TW ngày 09/11/2022 của Ban Chấp hành Trung ương Đảng khóa XIII về \
                   tiếp tục xây dựng và hoàn thiện Nhà nước pháp quyền xã hội chủ nghĩa Việt Nam";
    for words in 8..subject.split(' ').count() {
        let subject = subject.split(' ').take(words).collect::<Vec<_>>().join(" ");
        let page = crate::document::paginate(&typeset(&Plan { subject, ..Plan::default() })).remove(0);
        let lines: Vec<f32> = page
            .lines
            .iter()
            .filter(|line| line.role == Role::Subject)
            .map(|line| line.segments.iter().map(|segment| segment.width).sum())
            .collect();
        let longest = lines.iter().copied().fold(0.0, f32::max);
        assert!(lines.iter().all(|line| *line > longest * 0.45), "{lines:?}");
        let under = page.lines.iter().rfind(|line| line.role == Role::Subject).unwrap().baseline;
        let rule = page.rules.iter().find(|rule| rule.y1 > under).unwrap();
        let length = rule.x2 - rule.x1;
        let fits = |line: f32| (0.33..0.505).contains(&(length / line));
        assert!(fits(longest), "{length} under {lines:?}");
        assert!(
            fits(*lines.last().unwrap()) || lines.last().unwrap() * 1.45 < longest,
            "{length} under {lines:?}"
        );
    }
}

#[test]
fn a_document_named_without_the_words_is_led_in_by_them() {
    let texts_of = |format: FormatKey| {
        let bases =
            ["Luật Lâm nghiệp ngày 15/11/2017", "- Căn cứ Luật Đất đai;", "Xét đề nghị của Công an xã"]
                .map(|text| Basis { text: text.into(), ..Basis::default() });
        let plan = Plan { format, bases: bases.into(), ..Plan::default() };
        texts(&typeset(&plan), Role::Basis).iter().map(|text| plain(text)).collect::<Vec<_>>()
    };
    assert_eq!(
        texts_of(FormatKey::ND30),
        ["Căn cứ Luật Lâm nghiệp ngày 15/11/2017;", "Căn cứ Luật Đất đai;", "Xét đề nghị của Công an xã."]
    );
    assert_eq!(texts_of(FormatKey::PARTY)[0], "- Căn cứ Luật Lâm nghiệp ngày 15/11/2017;");
}

#[test]
fn settings_choose_between_what_the_family_leaves_open() {
    let mut plan = with_items(FormatKey::PARTY, vec![item(Level::Clause, "", "Việc")]);
    plan.bases = vec![Basis { text: "Căn cứ Điều lệ Đảng".into(), ..Basis::default() }];
    plan.recipients = vec![Recipient { name: "Các chi bộ".into(), ..Recipient::default() }];
    for (key, value) in
        [("section-mark", "-"), ("basis-end", ","), ("recipient-end", ","), ("heading", "centred")]
    {
        plan.settings.set(key, value);
    }
    let document = typeset(&plan);
    assert_eq!(plain(&texts(&document, Role::SectionHeading)[0]), "I- NỘI DUNG");
    assert_eq!(plain(&texts(&document, Role::Basis)[0]), "- Căn cứ Điều lệ Đảng,");
    assert_eq!(texts(&document, Role::Recipient)[0], "- Các chi bộ,");
    let heading = paragraphs(&document).into_iter().find(|p| p.role == Role::SectionHeading).unwrap();
    assert_eq!((heading.align, heading.first_line), (Align::Center, Twips::ZERO));
}

#[test]
fn what_stands_side_by_side_has_one_baseline() {
    for format in crate::format::ALL {
        for (size, place) in [("12", "Hà Nội"), ("13", "Phường Điện Biên Phủ")] {
            let mut plan =
                Plan { format: FormatKey(format.key.into()), place: place.into(), ..Plan::default() };
            plan.settings.set("header-size", size);
            plan.signature.authority = "TM. ỦY BAN NHÂN DÂN".into();
            let lines = crate::document::paginate(&typeset(&plan)).remove(0).lines;
            let baseline = |role| lines.iter().find(|line| line.role == role).unwrap().baseline;
            for (left, right) in [(Role::Number, Role::PlaceDate), (Role::RecipientsHeading, Role::Authority)]
            {
                let apart = (baseline(left) - baseline(right)).abs();
                assert!(apart < 0.06, "{}: {left:?} and {right:?} are {apart} pt apart", format.key);
            }
        }
    }
}

#[test]
fn two_lines_of_text_at_least_stay_with_the_signature() {
    let items = ["Một đoạn.", "Đoạn trước.", "Trên đây là Kế hoạch"].map(|text| item(Level::Text, "", text));
    let short = with_items(FormatKey::ND30, items.into());
    let kept = |plan: &Plan| {
        let document = typeset(plan);
        let body = paragraphs(&document).into_iter().filter(|p| p.role == Role::Body).map(|p| p.keep_next);
        body.collect::<Vec<_>>()
    };
    assert_eq!(kept(&short), [false, true, true]);
    let mut long = short.clone();
    long.sections[0].items[2].text = "Trên đây là Kế hoạch ".repeat(8);
    assert_eq!(kept(&long), [false, false, true], "two lines of its own");
}

#[test]
fn an_appendix_names_the_issuing_body_as_a_sentence_does() {
    let mut plan =
        Plan { format: FormatKey::FRONT, appendices: vec![Appendix::default()], ..Plan::default() };
    plan.issuer.issuing = "ỦY BAN MTTQ VIỆT NAM\nTỈNH NAM ĐỊNH".into();
    plan.issuer.standing = "BAN THƯỜNG TRỰC".into();
    let reference = plain(&texts(&typeset(&plan), Role::AppendixReference)[0]).replace('\n', " ");
    assert!(reference.ends_with("của Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Nam Định)"), "{reference}");
}
