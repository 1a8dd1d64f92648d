//! Documents that the text names: symbols, dates, what each mention has to say.

use crate::check::finding::Severity::Error;
use crate::check::manuscript::{Frame, Paragraph};
use crate::check::rule::{Report, Rule, Run};

const SYMBOL: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 3";

pub(super) const RULES: &[Rule] = &[Rule {
    id: "citation.symbol.space",
    severity: Error,
    families: &[],
    clause: SYMBOL,
    what: "Dấu cách trong số, ký hiệu",
    mends: true,
    run: Run::Paragraph(space),
}];

fn space(paragraph: &Paragraph, _: &Frame, report: &mut Report) {
    for mention in &paragraph.mentions {
        let typed = &paragraph.text[mention.number_at.clone()];
        if typed.contains(' ') && !typed.contains(['…', '[']) {
            let message = "Số, ký hiệu viết liền, không có dấu cách.";
            report.mend(paragraph, mention.number_at.clone(), typed.replace(' ', ""), message);
        }
    }
}
