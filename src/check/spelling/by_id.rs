//! Things of the lexicon by one of their syllables.

use super::lexicon::Id;
use crate::order;

/// Things by one of their syllables: each word of a text is asked for, so none is searched for.
#[derive(Debug)]
pub struct ById<T> {
    all: Vec<T>,
    /// Where those of each syllable begin, and where the last ones end.
    starts: Vec<usize>,
}

impl<T: Ord> ById<T> {
    /// Things, each with its syllable, of a lexicon of so many.
    pub fn new(mut all: Vec<(Id, T)>, syllables: usize) -> ById<T> {
        order::sort(&mut all);
        let start = |own| all.partition_point(|(id, _)| usize::from(*id) < own);
        let starts = (0..=syllables).map(start).collect();
        ById { all: all.into_iter().map(|(_, thing)| thing).collect(), starts }
    }

    /// Those of a syllable, in their order.
    pub fn of(&self, own: Id) -> &[T] {
        match self.starts.get(usize::from(own)..).unwrap_or_default() {
            [from, to, ..] => self.all.get(*from..*to).unwrap_or_default(),
            _ => &[],
        }
    }
}

impl<T> Default for ById<T> {
    fn default() -> ById<T> {
        ById { all: Vec::new(), starts: Vec::new() }
    }
}
