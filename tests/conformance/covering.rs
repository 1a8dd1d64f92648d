//! A selection of combinations in which every two values of every two factors meet.

/// A generator of numbers that are spread out and the same each time.
pub struct Numbers(u64);

impl Numbers {
    pub fn new(seed: u64) -> Numbers {
        Numbers(seed)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        // The step of Knuth's MMIX; its high bits are the good ones.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

/// Pairs of values that have not met yet.
struct Open {
    /// Where the values of each factor begin when all are counted through.
    starts: Vec<usize>,
    total: usize,
    open: Vec<bool>,
    left: usize,
}

impl Open {
    fn new(factors: &[usize]) -> Open {
        let mut starts = Vec::new();
        let mut total = 0;
        for count in factors {
            starts.push(total);
            total += count;
        }
        let mut open = vec![false; total * total];
        let mut left = 0;
        for (one, one_count) in factors.iter().enumerate() {
            for (other, other_count) in factors.iter().enumerate().skip(one + 1) {
                for i in 0..*one_count {
                    for j in 0..*other_count {
                        open[(starts[one] + i) * total + starts[other] + j] = true;
                        left += 1;
                    }
                }
            }
        }
        Open { starts, total, open, left }
    }

    fn place(&self, row: &[usize], one: usize, other: usize) -> usize {
        (self.starts[one] + row[one]) * self.total + self.starts[other] + row[other]
    }

    /// Calls `visit` on the place of every pair of a row that has not met yet.
    fn meeting(&self, row: &[usize]) -> Vec<usize> {
        let pairs = (0..row.len()).flat_map(|one| (one + 1..row.len()).map(move |other| (one, other)));
        pairs.map(|(one, other)| self.place(row, one, other)).filter(|place| self.open[*place]).collect()
    }
}

/// At least `least` rows; each takes of each factor one value below its count.
pub fn rows(factors: &[usize], least: usize) -> Vec<Vec<usize>> {
    /// Of so many at random the one that brings most new pairs together is taken.
    const CANDIDATES: usize = 40;
    let mut numbers = Numbers::new(30);
    let mut open = Open::new(factors);
    let mut rows = Vec::new();
    let mut random = || factors.iter().map(|count| numbers.below(*count)).collect::<Vec<_>>();
    while open.left > 0 {
        let mut best = (0..CANDIDATES).map(|_| random()).max_by_key(|row| open.meeting(row).len()).unwrap();
        if open.meeting(&best).is_empty() {
            best = around_an_open_pair(&open, factors, random());
        }
        for place in open.meeting(&best) {
            open.open[place] = false;
            open.left -= 1;
        }
        rows.push(best);
    }
    while rows.len() < least {
        rows.push(random());
    }
    rows
}

/// `row` with two of its values those of a pair that has not met yet.
fn around_an_open_pair(open: &Open, factors: &[usize], mut row: Vec<usize>) -> Vec<usize> {
    let place = open.open.iter().position(|open| *open).unwrap_or(0);
    for value in [place / open.total, place % open.total] {
        let factor = open.starts.iter().rposition(|start| *start <= value).unwrap_or(0);
        row[factor] = (value - open.starts[factor]).min(factors[factor] - 1);
    }
    row
}

#[test]
fn every_two_values_meet() {
    let factors = [10, 2, 3, 7, 4];
    let rows = rows(&factors, 0);
    assert!(rows.len() < 10 * 7 * 2, "{} rows", rows.len());
    for one in 0..factors.len() {
        for other in one + 1..factors.len() {
            for (i, j) in (0..factors[one]).flat_map(|i| (0..factors[other]).map(move |j| (i, j))) {
                assert!(rows.iter().any(|row| (row[one], row[other]) == (i, j)), "{one}:{i} {other}:{j}");
            }
        }
    }
}
