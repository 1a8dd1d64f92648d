//! What holds whatever is read.

use std::time::{Duration, Instant};

use ke_hoach::document::typeset;
use ke_hoach::export::{self, DocxOptions};
use ke_hoach::import::ReadError;
use ke_hoach::plan::Plan;

/// The longest that a reading may take.
const LONGEST: Duration = Duration::from_secs(2);

/// Runs a reading, which must not take long. One that does is run again: what is measured may
/// be another program.
pub fn in_time<T>(read: impl Fn() -> T) -> T {
    let timed = || {
        let started = Instant::now();
        (read(), started.elapsed())
    };
    let (read, mut took) = timed();
    for _ in 0..3 {
        if took > LONGEST {
            took = took.min(timed().1);
        }
    }
    assert!(took <= LONGEST, "{took:?}");
    read
}

/// A refusal is one sentence.
pub fn says_what_is_wrong(error: &ReadError) {
    let sentence = error.to_string();
    assert!(sentence.ends_with('.') && !sentence.contains('\n'), "{sentence}");
}

/// What was read can be printed, and saved for Word.
pub fn prints(plan: &Plan) {
    // Printing takes longer than reading, and packing longer than both: some of the plans will do.
    let which = plan.opening.len() + plan.subject.len() + plan.sections.len();
    if which % 4 != 0 {
        return;
    }
    let document = typeset(plan);
    let text = export::text(&document);
    if text.len() % 16 == 0 {
        let file = export::docx(&document, &DocxOptions::default());
        assert!(file.is_ok_and(|file| file.starts_with(b"PK")));
    }
}
