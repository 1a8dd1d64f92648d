//! What the annex was given to read.

use leptos::prelude::Set;

use super::{Read, superior};
use crate::app::{App, Route, platform};
use crate::check::ReviewSheet;
use crate::draft::Draft;
use crate::import::Embedded;
use crate::intake::{self, Answer, Request};

/// What a source is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To go on working on it.
    Open,
    /// To get it back in the official format.
    PutRight,
    /// To make a plan of one's own after it.
    Superior,
}

impl Purpose {
    /// The purpose by its place, as the app names it to the annex.
    pub fn at(place: u8) -> Purpose {
        [Purpose::Open, Purpose::PutRight, Purpose::Superior]
            .into_iter()
            .find(|own| *own as u8 == place)
            .unwrap_or(Purpose::Open)
    }
}

/// Something to be read.
#[derive(Clone)]
pub struct Source {
    /// The name of the file, or what it is.
    pub name: String,
    /// What it is read for.
    pub purpose: Purpose,
    /// The file, or the text.
    pub bytes: Vec<u8>,
}

impl Source {
    /// What was understood of it.
    pub fn ask(&self, request: &Request) -> Result<Answer, String> {
        intake::answer(&self.bytes, request).map_err(|error| error.to_string())
    }

    /// What a careful văn thư would send it back for.
    pub fn reviewed(&self, request: &Request) -> Result<ReviewSheet, String> {
        intake::reviewed(&self.bytes, request).map_err(|error| error.to_string())
    }
}

/// Reads a source and goes where what was understood of it is shown.
pub fn read(app: App, source: Source, mut request: Request) -> Result<(), String> {
    if source.purpose == Purpose::Superior {
        superior::begin(app, &mut request);
    }
    let answer = source.ask(&request)?;
    if answer.embedded == Embedded::Same && source.purpose == Purpose::Open {
        // It is a plan of the app itself, word by word: there is nothing to look through.
        open(&Draft { plan: answer.plan.into(), ..Draft::default() });
        return Ok(());
    }
    app.notices.clear();
    app.read.set(Some(Read { source, request, answer }));
    Route::review().go();
    Ok(())
}

/// Has the app keep a draft and go there.
pub fn open(draft: &Draft) {
    platform::annex::hand_draft(&draft.write());
}
