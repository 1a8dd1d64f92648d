//! The plan that is typed: a published plan of a provincial Party committee, read off its text by
//! the places of its lines. Nothing of the library takes part.

use std::path::Path;

/// A plan as its drafter has it in hand.
pub struct Source {
    lines: Vec<String>,
}

/// A khoản: title, if any, and paragraphs.
pub struct Clause {
    pub title: Option<String>,
    pub paragraphs: Vec<String>,
}

/// Where the sections stand: the line of the heading, then each khoản as the line with its number,
/// whether that line is a title, and the line after its last.
type Place = (usize, &'static [(usize, bool, usize)]);
const SECTIONS: [Place; 3] = [
    (10, &[(11, false, 12), (12, false, 13)]),
    (13, &[(14, true, 18), (18, true, 26), (26, true, 30), (30, true, 33)]),
    (33, &[(34, false, 35), (35, false, 36)]),
];

impl Source {
    pub fn read() -> Source {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plans/dang-uy-khoi-binh-dinh-nq27.txt");
        let text = std::fs::read_to_string(file).expect("the plan is there");
        let lines = text.lines().map(|line| line.trim_matches('*').trim().to_owned());
        // The published text says “Bí”.
        let lines = lines.map(|line| line.replace("PHÓ Bí THƯ", "PHÓ BÍ THƯ"));
        Source { lines: lines.filter(|line| !line.is_empty()).collect() }
    }

    pub fn superior(&self) -> &str {
        &self.lines[0]
    }

    pub fn issuing(&self) -> &str {
        &self.lines[1]
    }

    /// Trích yếu, on its three lines.
    pub fn subject(&self) -> String {
        self.lines[6..9].join("\n")
    }

    pub fn opening(&self) -> &str {
        &self.lines[9]
    }

    /// Title and khoản of section I, II or III, counted from 0.
    pub fn section(&self, at: usize) -> (String, Vec<Clause>) {
        let (heading, clauses) = SECTIONS[at];
        let title = after(&self.lines[heading], "-");
        (title, clauses.iter().map(|(first, titled, end)| self.clause(*first, *titled, *end)).collect())
    }

    /// A section as one selects and copies it.
    pub fn section_as_it_stands(&self, at: usize) -> String {
        let (heading, clauses) = SECTIONS[at];
        let end = clauses.last().map_or(heading + 1, |(_, _, end)| *end);
        self.lines[heading..end].join("\n")
    }

    /// The list of recipients, with its heading and the line of what is kept.
    pub fn recipients_as_they_stand(&self) -> String {
        self.lines[36..43].join("\n")
    }

    fn clause(&self, first: usize, titled: bool, end: usize) -> Clause {
        let numbered = after(&self.lines[first], ".");
        let mut paragraphs: Vec<String> = self.lines[first + 1..end].to_vec();
        // A new page has cut this paragraph in two.
        if let Some(cut) = paragraphs.iter().position(|line| line.starts_with("pháp luật. Thực hiện"))
        {
            let rest = paragraphs.remove(cut);
            paragraphs[cut - 1] = format!("{} {rest}", paragraphs[cut - 1]);
        }
        match titled {
            true => Clause { title: Some(numbered), paragraphs },
            false => Clause { title: None, paragraphs: vec![numbered] },
        }
    }

    /// Nơi nhận and note of each, without the line of what is kept.
    pub fn recipients(&self) -> Vec<(String, String)> {
        let named = self.lines[37..42].iter().map(|line| line.trim_matches(['-', ' ', ',']));
        let parted = named.map(|line| line.split_once(" (").unwrap_or((line, "")));
        parted.map(|(name, note)| (name.to_owned(), note.trim_end_matches(')').to_owned())).collect()
    }

    pub fn retention(&self) -> &str {
        self.lines[42].trim_matches(['-', ' ', '.'])
    }

    pub fn authority(&self) -> &str {
        &self.lines[43]
    }

    pub fn signer_title(&self) -> &str {
        &self.lines[44]
    }

    pub fn signer(&self) -> &str {
        &self.lines[45]
    }

    /// Every word as a page with two columns has it, read cell by cell: at the head, who issues and
    /// the Party's title, then number and date; from KẾ HOẠCH on as in the source.
    pub fn words(&self) -> Vec<String> {
        let head = [0, 1, 3, 2, 4].map(|at| self.lines[at].as_str());
        let lines = head.into_iter().chain(self.lines[5..].iter().map(String::as_str));
        lines.flat_map(words).collect()
    }
}

/// What stands behind the number of a line.
fn after(line: &str, mark: &str) -> String {
    line.split_once(mark).expect("the line has a number").1.trim().to_owned()
}

/// Sequences of letters and digits.
pub fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric());
    parts.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
