//! Tables that are not of tasks: figures, lists, timetables.

use super::{Extra, lines};

/// A table: rows of cells over columns that all rows share.
///
/// However it was made, it has a row and a column, the cells of each row together take all its
/// columns, and a cell that goes on from above stands under one of the same columns, with no text
/// of its own.
///
/// ```
/// use ke_hoach::plan::{Table, TableCell};
///
/// let cell = |text: &str| TableCell { text: text.into(), ..TableCell::default() };
/// let table = Table::new(1, vec![vec![cell("TT"), cell("Đơn vị")], vec![cell("1")]]);
/// assert_eq!(table.columns(), 2);
/// assert_eq!(table.rows()[1][1].text, "");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub(super) heads: u32,
    pub(super) shares: Vec<u32>,
    pub(super) rows: Vec<Vec<TableCell>>,
    pub(super) extra: Extra,
}

/// A cell of a [`Table`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableCell {
    /// Its paragraphs, one a line.
    pub text: String,
    /// How many columns it takes; 0 counts as 1.
    pub span: u32,
    /// Whether the cell above goes on into it.
    pub merged: bool,
    /// Fields of a later version of the app, kept as they came.
    pub extra: Extra,
}

/// A change of the rows and columns of a [`Table`], counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableEdit {
    /// A blank row under this one.
    AddRow(usize),
    /// Takes this row away, unless it is the only one.
    RemoveRow(usize),
    /// A blank column behind this one.
    AddColumn(usize),
    /// Takes this column away, unless it is the only one.
    RemoveColumn(usize),
}

/// Word has no more columns in a table.
const MOST_COLUMNS: usize = 63;

impl Default for Table {
    /// One blank cell.
    fn default() -> Table {
        Table::new(0, Vec::new())
    }
}

impl Table {
    /// A table of these rows, the first `heads` of which are heads of its columns; its columns
    /// are as wide as their content asks for.
    pub fn new(heads: u32, rows: Vec<Vec<TableCell>>) -> Table {
        Table { heads, shares: Vec::new(), rows, extra: Extra::new() }.tidied()
    }

    /// A table without text, with one row of heads.
    pub fn blank(rows: usize, columns: usize) -> Table {
        Table::new(1, vec![vec![TableCell::default(); columns]; rows])
    }

    /// How many rows at the top are heads of its columns.
    pub fn heads(&self) -> usize {
        self.heads as usize
    }

    /// How many columns it has.
    pub fn columns(&self) -> usize {
        self.rows.first().map_or(0, |row| row.iter().map(|cell| cell.span as usize).sum())
    }

    /// How wide its columns are, as shares of the whole; empty where that follows from what
    /// stands in them.
    pub fn shares(&self) -> &[u32] {
        &self.shares
    }

    /// The rows, top to bottom.
    pub fn rows(&self) -> &[Vec<TableCell>] {
        &self.rows
    }

    /// How many rows the cell takes that begins at this row and column.
    pub fn height(&self, row: usize, column: usize) -> usize {
        let below = self.rows.iter().skip(row + 1);
        1 + below.take_while(|row| merged_at(row, column).is_some()).count()
    }

    /// The cells of a row with the columns, counted from 0, at which they begin.
    pub fn placed(row: &[TableCell]) -> impl Iterator<Item = (usize, &TableCell)> {
        row.iter().scan(0, |next, cell| {
            let start = *next;
            *next += cell.span as usize;
            Some((start, cell))
        })
    }

    /// The texts of all cells, row by row, a line each.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().flatten().flat_map(|cell| lines(&cell.text))
    }

    /// Writes the text of a cell, if there is such a cell and it is not part of one above.
    pub fn set_text(&mut self, row: usize, cell: usize, text: String) {
        let cell = self.rows.get_mut(row).and_then(|row| row.get_mut(cell));
        if let Some(cell) = cell.filter(|cell| !cell.merged) {
            cell.text = text;
        }
    }

    /// Says how many rows at the top are heads.
    pub fn set_heads(&mut self, heads: u32) {
        self.heads = heads;
        self.tidy();
    }

    /// Adds or takes away a row or a column.
    pub fn edit(&mut self, edit: TableEdit) {
        match edit {
            TableEdit::AddRow(at) => self.add_row(at),
            TableEdit::RemoveRow(at) => self.remove_row(at),
            TableEdit::AddColumn(at) => self.add_column(at),
            TableEdit::RemoveColumn(at) => self.remove_column(at),
        }
        self.tidy();
    }

    fn add_row(&mut self, at: usize) {
        let Some(above) = self.rows.get(at) else { return };
        let goes_on = |start| self.rows.get(at + 1).is_some_and(|below| merged_at(below, start).is_some());
        let row = Table::placed(above).map(|(start, cell)| TableCell {
            span: cell.span,
            merged: goes_on(start),
            ..TableCell::default()
        });
        let row = row.collect();
        self.rows.insert(at + 1, row);
        // A row among the heads is one of them; under the last it is not.
        self.heads += u32::from(at + 1 < self.heads());
    }

    fn remove_row(&mut self, at: usize) {
        if at >= self.rows.len() || self.rows.len() == 1 {
            return;
        }
        let gone = self.rows.remove(at);
        self.heads -= u32::from(at < self.heads());
        let Some(below) = self.rows.get_mut(at) else { return };
        let gone: Vec<(usize, TableCell)> =
            Table::placed(&gone).map(|(start, cell)| (start, cell.clone())).collect();
        for (start, cell) in gone.into_iter().filter(|(_, cell)| !cell.merged) {
            // What went on into the row below now begins there.
            if let Some(place) = merged_at(below, start) {
                below[place] = cell;
            }
        }
    }

    fn add_column(&mut self, at: usize) {
        let columns = self.columns();
        for row in &mut self.rows {
            let Some((place, end)) = around(row, at) else { continue };
            // A cell over all columns goes over the new one, too.
            if end > at + 1 || row.len() == 1 && columns > 1 {
                row[place].span += 1;
            } else {
                row.insert(place + 1, TableCell { span: 1, ..TableCell::default() });
            }
        }
        self.shares.clear();
    }

    fn remove_column(&mut self, at: usize) {
        if at >= self.columns() || self.columns() == 1 {
            return;
        }
        for row in &mut self.rows {
            let Some((place, _)) = around(row, at) else { continue };
            if row[place].span > 1 {
                row[place].span -= 1;
            } else {
                row.remove(place);
            }
        }
        if at < self.shares.len() {
            self.shares.remove(at);
        }
    }

    /// The table with everything made to fit, whatever a file or an edit says.
    pub(super) fn tidied(mut self) -> Table {
        self.tidy();
        self
    }

    fn tidy(&mut self) {
        self.rows.retain(|row| !row.is_empty());
        if self.rows.is_empty() {
            self.rows.push(vec![TableCell::default()]);
        }
        self.heads = self.heads.min(u32::try_from(self.rows.len()).unwrap_or(u32::MAX));
        self.tidy_columns();
        self.tidy_merges();
    }

    /// Leaves only the columns at whose edge some cell ends: so no span is larger than the number
    /// of cells.
    fn tidy_columns(&mut self) {
        // Where columns end: as many as there can be, and one more to know of the others.
        let mut edges = vec![0];
        let mut all = 0;
        for end in self.rows.iter().flat_map(|row| ends(row)) {
            all = all.max(end);
            if let Err(at) = edges.binary_search(&end) {
                edges.insert(at, end);
                edges.truncate(MOST_COLUMNS + 2);
            }
        }
        let given = std::mem::take(&mut self.shares);
        if given.len() as u64 == all && edges.len() <= MOST_COLUMNS + 1 {
            let sum = |from: u64, to: u64| {
                let shares = given.iter().skip(from as usize).take((to - from) as usize);
                shares.fold(0_u32, |sum, share| sum.saturating_add(*share))
            };
            self.shares = edges.windows(2).map(|edge| sum(edge[0], edge[1])).collect();
        }
        let place = |edge: u64| edges.partition_point(|other| *other < edge).min(MOST_COLUMNS);
        for row in &mut self.rows {
            let ends: Vec<u64> = ends(row).collect();
            let short = ends.last().is_none_or(|end| *end < all);
            let (mut start, mut kept) = (0, Vec::<TableCell>::with_capacity(row.len()));
            let cells = row.drain(..).zip(ends).chain(short.then(|| (TableCell::default(), all)));
            for (mut cell, end) in cells {
                let end = place(end);
                match kept.last_mut() {
                    // What stands beyond the last column that there can be joins it.
                    Some(last) if end == start => join(&mut last.text, &cell.text),
                    _ => {
                        cell.span = (end - start) as u32;
                        kept.push(cell);
                    }
                }
                start = end;
            }
            *row = kept;
        }
    }

    /// Takes back what goes on from nothing, and rows that only go on.
    fn tidy_merges(&mut self) {
        let mut rows: Vec<Vec<TableCell>> = Vec::with_capacity(self.rows.len());
        // Where the text stands of each cell of the row above: its start, row and place.
        let mut above: Vec<(usize, usize, usize)> = Vec::new();
        let heads = self.heads();
        for (at, mut row) in std::mem::take(&mut self.rows).into_iter().enumerate() {
            let (mut start, mut here) = (0, Vec::with_capacity(row.len()));
            for (place, cell) in row.iter_mut().enumerate() {
                let origin = above
                    .iter()
                    .find(|(column, row, place)| *column == start && rows[*row][*place].span == cell.span);
                // Heads are repeated on each page, so that nothing goes on from them.
                let origin = origin.filter(|_| cell.merged && at != heads);
                cell.merged = origin.is_some();
                if let Some(&(_, row, place)) = origin {
                    join(&mut rows[row][place].text, &std::mem::take(&mut cell.text));
                }
                here.push(origin.copied().unwrap_or((start, rows.len(), place)));
                start += cell.span as usize;
            }
            if row.iter().all(|cell| cell.merged) {
                self.heads -= u32::from(at < heads);
            } else {
                above = here;
                rows.push(row);
            }
        }
        self.rows = rows;
    }
}

/// Where each cell of a row ends, however large its span says that it is.
fn ends(row: &[TableCell]) -> impl Iterator<Item = u64> {
    row.iter().scan(0, |end, cell| {
        *end += u64::from(cell.span.max(1));
        Some(*end)
    })
}

/// Place of the cell that starts at a column and goes on from above.
fn merged_at(row: &[TableCell], column: usize) -> Option<usize> {
    Table::placed(row).position(|(start, cell)| start == column && cell.merged)
}

/// Place and end of the cell that takes a column.
fn around(row: &[TableCell], column: usize) -> Option<(usize, usize)> {
    let ends = Table::placed(row).map(|(start, cell)| start + cell.span as usize);
    ends.enumerate().find(|(_, end)| *end > column)
}

fn join(text: &mut String, more: &str) {
    if lines(more).next().is_some() {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(more);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str) -> TableCell {
        TableCell { text: text.into(), ..TableCell::default() }
    }

    fn wide(text: &str, span: u32) -> TableCell {
        TableCell { span, ..cell(text) }
    }

    fn below() -> TableCell {
        TableCell { merged: true, ..TableCell::default() }
    }

    /// A row as text: `a|b*2|^`.
    fn drawn(table: &Table) -> Vec<String> {
        let cell = |cell: &TableCell| {
            let text = if cell.merged { "^" } else { &cell.text };
            if cell.span == 1 { text.to_owned() } else { format!("{text}*{}", cell.span) }
        };
        table.rows().iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join("|")).collect()
    }

    /// | TT | Kết quả    |
    /// |    | Nam  | Nữ  |
    /// | 1  | a    | b   |
    /// |    | c    | d   |
    fn grid() -> Table {
        Table::new(
            2,
            vec![
                vec![cell("TT"), wide("Kết quả", 2)],
                vec![below(), cell("Nam"), cell("Nữ")],
                vec![cell("1"), cell("a"), cell("b")],
                vec![below(), cell("c"), cell("d")],
            ],
        )
    }

    #[test]
    fn short_rows_get_a_blank_cell_and_empty_ones_go() {
        let table = Table::new(9, vec![vec![], vec![cell("a"), cell("b"), cell("c")], vec![cell("d")]]);
        assert_eq!(drawn(&table), ["a|b|c", "d|*2"]);
        assert_eq!(table.heads(), 2);
        assert_eq!(drawn(&Table::default()), [""]);
    }

    #[test]
    fn columns_in_which_no_cell_ends_are_none() {
        let rows = vec![vec![wide("a", 0), wide("b", u32::MAX)], vec![wide("c", 1), wide("d", u32::MAX)]];
        assert_eq!(drawn(&Table::new(0, rows)), ["a|b", "c|d"]);
    }

    #[test]
    fn words_beyond_the_columns_of_word_join_the_last() {
        let table = Table::new(0, vec![(0..100).map(|i| cell(&i.to_string())).collect()]);
        assert_eq!(table.columns(), 63);
        assert_eq!(table.texts().count(), 100);
    }

    #[test]
    fn a_cell_goes_on_only_from_one_of_its_own_columns() {
        let hidden = TableCell { text: "x".into(), ..below() };
        let table = Table::new(
            0,
            vec![
                vec![below(), wide("a", 2)],
                vec![hidden, below(), cell("b")],
                vec![below(), below(), below()],
            ],
        );
        assert_eq!(drawn(&table), ["x|a*2", "^||b"], "the last row only went on");
        assert_eq!(drawn(&Table::new(1, vec![vec![cell("a")], vec![below()]])), ["a", ""]);
    }

    #[test]
    fn shares_follow_the_columns() {
        let table = |rows| Table { shares: vec![1, 2, 4], ..Table::new(0, rows) }.tidied();
        assert_eq!(table(vec![vec![wide("a", 1), wide("b", 1), wide("c", 1)]]).shares(), [1, 2, 4]);
        assert_eq!(table(vec![vec![wide("a", 1), wide("b", 1)]]).shares(), [0; 0]);
    }

    #[test]
    fn rows_and_columns_come_and_go_with_what_goes_over_them() {
        let edited = |edit| {
            let mut table = grid();
            table.edit(edit);
            (drawn(&table), table.heads())
        };
        assert_eq!(edited(TableEdit::AddRow(2)).0[2..], ["1|a|b", "^||", "^|c|d"]);
        assert_eq!(
            edited(TableEdit::AddRow(0)),
            (["TT|Kết quả*2", "^|*2", "^|Nam|Nữ", "1|a|b", "^|c|d"].map(Into::into).into(), 3)
        );
        assert_eq!(edited(TableEdit::RemoveRow(0)).0[..2], ["TT|Nam|Nữ", "1|a|b"]);
        assert_eq!(edited(TableEdit::RemoveRow(2)).0[1..], ["^|Nam|Nữ", "1|c|d"]);
        assert_eq!(edited(TableEdit::AddColumn(1)).0[..2], ["TT|Kết quả*3", "^|Nam||Nữ"]);
        assert_eq!(edited(TableEdit::RemoveColumn(2)).0[..3], ["TT|Kết quả", "^|Nam", "1|a"]);
        assert_eq!(edited(TableEdit::RemoveColumn(0)).0[1..3], ["Nam|Nữ", "a|b"]);
    }

    #[test]
    fn a_cell_is_as_high_as_it_goes_on() {
        let table = grid();
        assert_eq!([table.height(0, 0), table.height(0, 1), table.height(2, 0)], [2, 1, 2]);
    }

    #[test]
    fn the_last_row_and_column_stay() {
        let mut table = Table::new(0, vec![vec![cell("a")]]);
        for edit in [TableEdit::RemoveRow(0), TableEdit::RemoveColumn(0), TableEdit::AddRow(7)] {
            table.edit(edit);
        }
        assert_eq!(drawn(&table), ["a"]);
    }
}
