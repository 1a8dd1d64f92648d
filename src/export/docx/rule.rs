//! The drawn line under the motto, the issuing body and the subject.
//!
//! Officials draw this line as a shape and reviewers look for one, so it is a shape here.
//! It is anchored in a low paragraph of its own right under the text, and placed from that
//! paragraph's top. Anchored in the text itself it would have to be placed either from the
//! top of the paragraph, where it crosses the letters as soon as the text wraps otherwise
//! than foreseen, or from the "line" of its anchor, which LibreOffice counts from the bottom
//! of the line and ONLYOFFICE from its top. A border of an empty paragraph would look the
//! same, but no one finds it with the mouse.
//!
//! Word 2010 and later read the DrawingML, older ones and some viewers the VML behind it.

use super::properties::FONT;
use super::xml::Node;
use crate::format::{Decimal, Twips};

/// English metric units in a twip.
const EMU: i64 = 635;
/// 0.75 pt in English metric units.
const THICKNESS: i64 = 9525;
/// Where Word begins to count the layers of shapes.
const LAYER: usize = 251_658_240;

/// A line to be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DrawnRule {
    pub length: Twips,
    /// From the top of the paragraph that holds it.
    pub gap: Twips,
    /// From the left edge of the column or cell; `None` is in its middle.
    pub left: Option<Twips>,
}

/// Draws the lines of a document and numbers them from 1.
#[derive(Debug, Default)]
pub(super) struct Shapes(usize);

impl Shapes {
    /// The run that draws this line.
    pub fn draw(&mut self, rule: &DrawnRule) -> Node<'static> {
        self.0 += 1;
        Node::Raw(run(self.0, rule).into())
    }
}

fn run(number: usize, rule: &DrawnRule) -> String {
    let emu = |length: Twips| i64::from(length.0) * EMU;
    let (length, gap) = (emu(rule.length), emu(rule.gap));
    let layer = LAYER + number;
    let across = match rule.left {
        None => "<wp:align>center</wp:align>".to_owned(),
        Some(left) => format!("<wp:posOffset>{}</wp:posOffset>", emu(left)),
    };
    let (vml_align, vml_left) = match rule.left {
        None => ("center", 0.0),
        Some(left) => ("absolute", left.to_pt()),
    };
    let (vml_right, vml_gap) = (Decimal(vml_left + rule.length.to_pt()), Decimal(rule.gap.to_pt()));
    let vml_left = Decimal(vml_left);
    format!(
        concat!(
            "<w:r><w:rPr><w:rFonts w:ascii=\"{FONT}\" w:hAnsi=\"{FONT}\" w:cs=\"{FONT}\" w:eastAsia=\"{FONT}\"/>",
            "<w:noProof/></w:rPr><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>",
            "<wp:anchor distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" simplePos=\"0\" relativeHeight=\"{layer}\"",
            " behindDoc=\"0\" locked=\"0\" layoutInCell=\"1\" allowOverlap=\"1\"><wp:simplePos x=\"0\" y=\"0\"/>",
            "<wp:positionH relativeFrom=\"column\">{across}</wp:positionH>",
            "<wp:positionV relativeFrom=\"paragraph\"><wp:posOffset>{gap}</wp:posOffset></wp:positionV>",
            "<wp:extent cx=\"{length}\" cy=\"0\"/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/><wp:wrapNone/>",
            "<wp:docPr id=\"{number}\" name=\"Đường kẻ {number}\"/><wp:cNvGraphicFramePr/><a:graphic>",
            "<a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp>",
            "<wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{length}\" cy=\"0\"/></a:xfrm>",
            "<a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom><a:ln w=\"{THICKNESS}\"><a:solidFill>",
            "<a:srgbClr val=\"000000\"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData>",
            "</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>",
            "<v:line id=\"line{number}\" style=\"position:absolute;z-index:{layer};visibility:visible;",
            "mso-wrap-style:square;mso-wrap-distance-left:0;mso-wrap-distance-top:0;mso-wrap-distance-right:0;",
            "mso-wrap-distance-bottom:0;mso-position-horizontal:{vml_align};",
            "mso-position-horizontal-relative:text;mso-position-vertical:absolute;",
            "mso-position-vertical-relative:text\" from=\"{vml_left}pt,{vml_gap}pt\" to=\"{vml_right}pt,{vml_gap}pt\"",
            " strokecolor=\"black\" strokeweight=\".75pt\"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
        ),
        FONT = FONT,
        layer = layer,
        across = across,
        gap = gap,
        length = length,
        number = number,
        THICKNESS = THICKNESS,
        vml_align = vml_align,
        vml_left = vml_left,
        vml_gap = vml_gap,
        vml_right = vml_right,
    )
}
