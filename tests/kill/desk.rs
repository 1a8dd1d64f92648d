//! One browser after another on the same profile, and the draft that is typed in it.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::thread;
use std::time::{Duration, Instant};

use crate::chance::Chance;
use crate::driving::{Browser, Control, Ground, Kind, keys, until};
use crate::killer::kill_after;
use crate::round::{Beginning, Round};
use crate::typist::{Text, type_on};

const STEP: &str = "Tên kế hoạch";
const FIELD: &str = "Trích yếu";

/// What the list calls a draft in which nothing was typed.
const UNTITLED: &str = "Kế hoạch chưa có trích yếu";

/// What a round came to.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// The draft was found again: keys typed into it in all, those of them that survived, and the time from
    /// the last that did, or from the first of the round, to the end of the browser.
    Found { typed: usize, survived: usize, lost: Duration },
    /// The draft was not found, could not be opened, or held what was never typed.
    Gone(String),
}

/// A browser that is started again and again.
pub struct Desk {
    kind: Kind,
    ground: Rc<Ground>,
    /// How many profiles were begun.
    profiles: usize,
    /// How many drafts there are in this one.
    drafts: usize,
    browser: Option<Browser>,
    /// When each key that the draft holds was struck.
    keys: Vec<Instant>,
}

impl Desk {
    pub fn new(kind: Kind, ground: &Rc<Ground>) -> Desk {
        Desk { kind, ground: ground.clone(), profiles: 0, drafts: 0, browser: None, keys: Vec::new() }
    }

    /// Plays a round: types, is killed, looks what was kept.
    pub fn play(&mut self, round: &Round, chance: &mut Chance) -> Outcome {
        let browser = self.begin(round.beginning);
        let text = self.text();
        field(&browser).press("");
        if round.two_tabs {
            // Whatever it says of a draft that is open elsewhere: it is only to be there.
            browser.in_another_tab(|| {
                open(&browser, text, self.keys.len(), self.drafts).unwrap_or_else(|why| panic!("{why}"));
                until(|| browser.page().all("button", Some("Mở tệp")).is_empty().then_some(()));
            });
        }
        browser.strike(keys::END).expect("the browser takes keys");

        let process = browser.process();
        let before = self.keys.len();
        let told = thread::scope(|scope| {
            let killer = scope.spawn(move || kill_after(round.typing, process));
            let (times, refused) = type_on(&browser, text, before, chance);
            let (killed, told) = killer.join().expect("the killer does its work");
            assert!(refused > killed, "the browser took no more keys before it was killed");
            self.keys.extend(times);
            told
        });
        drop(browser);

        let typed = self.keys.len();
        let browser = self.start();
        let read = catch_unwind(AssertUnwindSafe(|| {
            open(&browser, text, typed, self.drafts)?;
            browser.page().go(STEP);
            Ok(field(&browser).value())
        }));
        self.browser = Some(browser);
        let held = match read.unwrap_or_else(|panic| Err(said(&*panic))) {
            Ok(held) if text.after(typed).starts_with(&held) => held,
            Ok(held) => return self.gone(format!("it holds “{held}”")),
            Err(why) => return self.gone(why),
        };
        let survived = held.len();
        // Before the round nothing was typed for a while: none of its keys is there when the first is lost.
        let since = self.keys[if survived == before { before } else { survived.saturating_sub(1) }];
        self.keys.truncate(survived);
        Outcome::Found { typed, survived, lost: told.saturating_duration_since(since) }
    }

    /// A browser with the draft of the round open at the step with the field.
    fn begin(&mut self, beginning: Beginning) -> Browser {
        let new_profile = beginning == Beginning::NewProfile
            || self.browser.is_none()
            // Two drafts without a title could not be told apart.
            || (beginning == Beginning::NewDraft && self.keys.is_empty());
        if new_profile {
            self.browser = None;
            self.profiles += 1;
            self.drafts = 0;
        }
        let browser = self.browser.take().unwrap_or_else(|| self.start());
        if new_profile || beginning == Beginning::NewDraft {
            if self.drafts > 0 {
                browser.page().go_home();
            }
            browser.page().click("Soạn kế hoạch mới");
            browser.page().go(STEP);
            self.drafts += 1;
            self.keys.clear();
        }
        browser
    }

    fn start(&self) -> Browser {
        Browser::on(self.kind, &self.ground, &format!("{:?}-{}", self.kind, self.profiles))
    }

    fn text(&self) -> Text {
        Text { draft: self.drafts - 1 }
    }

    /// Says what became of the draft; the next round begins in a new profile.
    fn gone(&mut self, what: String) -> Outcome {
        self.browser = None;
        Outcome::Gone(what)
    }
}

/// Opens the draft from the list of drafts.
fn open(browser: &Browser, text: Text, typed: usize, drafts: usize) -> Result<(), String> {
    let page = browser.page();
    let typed = text.after(typed);
    let mut listed = Vec::new();
    // The titles of drafts are what was typed; whatever else stands there as a heading has letters.
    let title =
        |heading: &String| heading == UNTITLED || heading.bytes().all(|byte| !byte.is_ascii_alphabetic());
    let all_there = until(|| {
        listed = page.headings().into_iter().filter(title).collect();
        (listed.len() == drafts).then_some(())
    });
    if all_there.is_none() {
        return Err(format!("of {drafts} drafts the list has {listed:?}"));
    }
    let ours =
        listed.iter().filter(|heading| typed.starts_with(*heading)).max_by_key(|heading| heading.len());
    page.inside(ours.map_or(UNTITLED, String::as_str)).click("Mở");
    Ok(())
}

/// What a failed wait for the page says.
fn said(panic: &(dyn Any + Send)) -> String {
    panic.downcast_ref::<String>().cloned().unwrap_or_else(|| "it could not be opened".to_owned())
}

fn field(browser: &Browser) -> Control<'_> {
    browser.page().field(FIELD)
}
