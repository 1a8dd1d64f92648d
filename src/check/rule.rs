//! What a rule is, and how it tells what it found.

use std::fmt;
use std::hash::{DefaultHasher, Hash};
use std::ops::Range;

use super::finding::{Fix, Found, Severity};
use super::manuscript::{Frame, Manuscript, Paragraph};

/// A rule: what it looks for, why, and the function that looks.
pub struct Rule {
    /// Its name. Begins with the kind of error that it finds: `citation.conflict.date`.
    pub id: &'static str,
    /// How sure its findings are.
    pub severity: Severity,
    /// The keys of the formats for which it holds; empty for all.
    pub families: &'static [&'static str],
    /// The clause that asks for it, or the reason.
    pub clause: &'static str,
    /// What it finds, in a few words for the user.
    pub what: &'static str,
    /// Whether it may offer a change that mends what it found.
    pub mends: bool,
    /// The function that looks.
    pub run: Run,
    /// Whether it looks at files alone: of a plan the format writes what it is about.
    pub of_files: bool,
    /// Where none of these stands in a paragraph, it has nothing to find there; none where that cannot be said.
    pub signs: &'static [char],
}

/// The figures, without which nothing is counted or dated.
pub(super) const DIGITS: &[char] = &['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/// What a rule has to see.
#[derive(Clone, Copy)]
pub enum Run {
    /// One paragraph: a change elsewhere changes nothing of what it finds.
    Paragraph(fn(&Paragraph, &Frame, &mut Report)),
    /// All of the text, and what it reads of each paragraph: it looks again once that has changed.
    Document(fn(&Manuscript, &mut Report), Reads),
}

/// Notes all that a rule reads of a paragraph but where it stands there. A paragraph in which the rule has
/// found something is always read again.
pub(super) type Reads = fn(&Paragraph, &Manuscript, &mut Notes);

/// What was read.
pub(super) type Notes = DefaultHasher;

/// What a rule reads that does not say so.
fn all(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    paragraph.text.hash(notes);
}

impl Rule {
    /// A rule for all formats that offers no change.
    pub(super) const fn new(
        severity: Severity,
        id: &'static str,
        clause: &'static str,
        what: &'static str,
        run: Run,
    ) -> Rule {
        Rule { id, severity, families: &[], clause, what, mends: false, run, of_files: false, signs: &[] }
    }

    /// The rule that looks at one paragraph after the other.
    pub(super) const fn each(
        severity: Severity,
        id: &'static str,
        clause: &'static str,
        what: &'static str,
        look: fn(&Paragraph, &Frame, &mut Report),
    ) -> Rule {
        Rule::new(severity, id, clause, what, Run::Paragraph(look))
    }

    /// The rule that looks at all of the text.
    pub(super) const fn whole(
        severity: Severity,
        id: &'static str,
        clause: &'static str,
        what: &'static str,
        look: fn(&Manuscript, &mut Report),
    ) -> Rule {
        Rule::new(severity, id, clause, what, Run::Document(look, all))
    }

    /// The same rule, which offers changes.
    pub(super) const fn mends(self) -> Rule {
        Rule { mends: true, ..self }
    }

    /// The same rule for some formats alone.
    pub(super) const fn only(self, families: &'static [&'static str]) -> Rule {
        Rule { families, ..self }
    }

    /// The same rule of one paragraph, which finds nothing where none of these stands.
    pub(super) const fn near(self, signs: &'static [char]) -> Rule {
        Rule { signs, ..self }
    }

    /// The same rule of all of the text, which reads no more of a paragraph than this.
    pub(super) const fn reading(self, reads: Reads) -> Rule {
        match self.run {
            Run::Document(look, _) => Rule { run: Run::Document(look, reads), ..self },
            Run::Paragraph(_) => self,
        }
    }

    /// The same rule for files alone.
    pub(super) const fn of_files(self) -> Rule {
        Rule { of_files: true, ..self }
    }

    /// Whether it holds for a format.
    pub fn holds_for(&self, family: &str) -> bool {
        self.families.is_empty() || self.families.contains(&family)
    }

    /// Whether it looks at a text.
    pub(super) fn looks_at(&self, frame: &Frame) -> bool {
        self.holds_for(&frame.family) && (frame.is_source || !self.of_files)
    }
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Rule) -> bool {
        self.id == other.id
    }
}

/// Takes what a rule finds.
pub struct Report<'a> {
    pub(super) rule: &'static Rule,
    /// Each with the place of its paragraph among those of the manuscript.
    pub(super) found: &'a mut Vec<(usize, Found)>,
}

impl Report<'_> {
    /// Tells of some bytes of a paragraph, in a sentence that does not quote them: they stand beside it.
    pub fn tell(&mut self, paragraph: &Paragraph, range: Range<usize>, message: impl Into<String>) {
        self.found.push((paragraph.index, Found::new(self.rule, &paragraph.text, range, message.into())));
    }

    /// The same with what has to stand there instead.
    pub fn mend(
        &mut self,
        paragraph: &Paragraph,
        range: Range<usize>,
        replacement: impl Into<String>,
        message: impl Into<String>,
    ) {
        self.tell(paragraph, range.clone(), message);
        if let Some((_, found)) = self.found.last_mut().filter(|_| paragraph.is_as_typed()) {
            found.fix = Some(Fix { range, replacement: replacement.into() });
        }
    }

    /// The same where only part of what is told is replaced.
    pub fn mend_part(
        &mut self,
        paragraph: &Paragraph,
        range: Range<usize>,
        part: Range<usize>,
        replacement: impl Into<String>,
        message: impl Into<String>,
    ) {
        self.mend(paragraph, range, replacement, message);
        if let Some(fix) = self.found.last_mut().and_then(|(_, found)| found.fix.as_mut()) {
            fix.range = part;
        }
    }
}
