//! Units by what one types of their names.

use super::Unit;
use super::table::{ROWS, Row, words};
use crate::order;
use crate::vietnamese::{ascii, lower};

/// So many are found at most: what one looks through in a list.
const MOST: usize = 8;

/// The provinces that a text may mean, the likeliest first; all of them for a blank one.
pub fn provinces(query: &str) -> Vec<Unit> {
    let query = Query::new(query);
    if query.words.is_empty() {
        return by_name(&|row| row.unit.province.is_none());
    }
    let provinces = ROWS.iter().filter(|row| row.unit.province.is_none());
    best(provinces.filter_map(|row| Some((query.badness(row, &[])?, row))).collect())
}

/// The communes that a text may mean, the likeliest first; those of `province`, which is as
/// somebody typed it, before all others. The province may be named behind the commune: `lương
/// minh nghệ an`. A blank text means all communes of the province.
pub fn communes(query: &str, province: &str) -> Vec<Unit> {
    let query = Query::new(query);
    let home = row_of_province(province).map(|row| row.province);
    if query.words.is_empty() {
        return by_name(&|row| row.unit.province.is_some() && Some(row.province) == home);
    }
    let communes = ROWS.iter().filter(|row| row.unit.province.is_some());
    let found = communes.filter_map(|row| {
        let behind = ROWS.get(row.province).map_or(&[][..], |province| &province.words);
        let badness = query.badness(row, behind)?;
        let elsewhere = u32::from(home.is_some_and(|home| home != row.province));
        Some(((elsewhere, badness), row))
    });
    best(found.collect())
}

/// The province that a field names, with or without its common noun.
pub fn province(text: &str) -> Option<Unit> {
    row_of_province(text).map(|row| row.unit)
}

/// The commune that a field names together with its common noun, in a province.
pub fn commune(text: &str, province: &str) -> Option<Unit> {
    let (named, home) = (words(text), row_of_province(province)?.province);
    let named = |row: &&Row| row.unit.province.is_some() && row.province == home && row.words == named;
    ROWS.iter().find(named).map(|row| row.unit)
}

/// The communes with this name, in whichever province; the name as it is written, without its noun.
pub fn communes_named(name: &str) -> impl Iterator<Item = Unit> {
    let named = words(name);
    let own = move |row: &&Row| row.unit.province.is_some() && row.words.get(row.noun..) == Some(&named[..]);
    ROWS.iter().filter(own).map(|row| row.unit)
}

fn row_of_province(text: &str) -> Option<&'static Row> {
    let named = words(text);
    let mut provinces = ROWS.iter().filter(|row| row.unit.province.is_none());
    provinces.find(|row| named == row.words || row.words.get(row.noun..) == Some(&named[..]))
}

/// The units that are chosen, by their names.
fn by_name(chosen: &dyn Fn(&Row) -> bool) -> Vec<Unit> {
    let mut rows: Vec<&Row> = ROWS.iter().filter(|row| chosen(row)).collect();
    order::sort_by(&mut rows, |a, b| a.words.get(a.noun..).cmp(&b.words.get(b.noun..)));
    rows.into_iter().map(|row| row.unit).collect()
}

/// The units that are found best, in the order of the list where that is the same.
fn best<B: Ord>(mut found: Vec<(B, &Row)>) -> Vec<Unit> {
    order::sort_by(&mut found, |(a, _), (b, _)| a.cmp(b));
    found.into_iter().take(MOST).map(|(_, row)| row.unit).collect()
}

/// What is asked for.
struct Query {
    words: Vec<String>,
    /// As it was typed, where that has marks: whoever types them means them.
    marked: Option<String>,
}

impl Query {
    fn new(text: &str) -> Query {
        let text = lower(text.trim());
        Query { words: words(&text), marked: (text != ascii(&text)).then_some(text) }
    }

    /// How badly this fits a unit, `None` where it does not: each word has to be the beginning of a word
    /// of the unit, or of its province `behind`, in this order.
    fn badness(&self, row: &Row, behind: &[String]) -> Option<u32> {
        // A word may be the noun, or the name may begin with it: xã Xa Dung.
        [0, row.noun].into_iter().filter_map(|start| self.badness_from(start, row, behind)).min()
    }

    fn badness_from(&self, start: usize, row: &Row, behind: &[String]) -> Option<u32> {
        let mut of_unit = row.words.iter().chain(behind).enumerate().skip(start);
        let (mut first, mut named, mut before) = (None, 0, None);
        let (mut torn, mut part) = (false, false);
        for word in &self.words {
            let (at, own) = of_unit.find(|(_, own)| own.starts_with(word.as_str()))?;
            torn |= before.is_some_and(|before| before + 1 != at);
            part |= own != word;
            before = Some(at);
            if (row.noun..row.words.len()).contains(&at) {
                first = first.or(Some(at));
                named += 1;
            }
        }
        // A noun alone, or a province, is no commune of that name.
        let first = first?;
        let unmarked =
            self.marked.as_ref().is_some_and(|marked| !lower(&row.unit.written()).contains(marked));
        let flaws = [unmarked, first != row.noun, torn, part, named < row.words.len() - row.noun];
        Some(flaws.into_iter().fold(0, |badness, flaw| badness * 2 + u32::from(flaw)))
    }
}
