//! What is particular to Vietnamese text.

mod ascii;
mod binding;
mod case;
mod compose;
mod legacy;
mod names;
mod numerals;
mod phrases;
mod strange;
mod suspicion;
mod syllable;
mod telex;
mod tone;

pub use ascii::{ascii, slug};
pub use binding::{NBSP, bind};
pub use case::{lower, lower_letter, sentence_case, upper, upper_letter};
pub use compose::compose;
pub(crate) use compose::is_vowel;
pub use legacy::{Legacy, windows_1252, windows_1258};
pub use names::{break_costs, official_case};
pub use numerals::number_in_words;
pub use strange::strange;
pub use suspicion::suspect;
pub use syllable::is_syllable;
pub(crate) use syllable::toneless;
pub use telex::telex;
pub use tone::{second_vowel_tones, tone_in_place};
