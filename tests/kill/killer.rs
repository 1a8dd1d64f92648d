//! Ends a browser as a power cut does: nothing in it is asked or told.

use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Waits, then kills a process and all that come of it: when it was begun, and when all were told.
pub fn kill_after(wait: Duration, process: u32) -> (Instant, Instant) {
    sleep(wait);
    let family = family(process);
    let begun = Instant::now();
    // One after another in this order: the browser itself first, so that it sees none of the others end.
    let mut kill = Command::new("kill");
    kill.arg("-9").args(family.iter().map(u32::to_string)).stderr(Stdio::null());
    // It complains of those that went with the first.
    kill.status().expect("kill can be run");
    let told = Instant::now();
    while family.iter().any(|process| runs(*process)) {
        sleep(Duration::from_millis(5));
    }
    (begun, told)
}

/// The process, and all that come of it, the elder first.
fn family(process: u32) -> Vec<u32> {
    let mut children: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for entry in fs::read_dir("/proc").expect("Linux tells of processes there").flatten() {
        let Some(id) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else { continue };
        if let Some((_, parent)) = state_and_parent(id) {
            children.entry(parent).or_default().push(id);
        }
    }
    let mut family = vec![process];
    let mut at = 0;
    while let Some(member) = family.get(at) {
        family.extend(children.remove(member).unwrap_or_default());
        at += 1;
    }
    family
}

/// Whether a process still runs. One that has ended and whose parent was not told yet does not.
fn runs(process: u32) -> bool {
    state_and_parent(process).is_some_and(|(state, _)| state != 'Z')
}

/// proc(5): after the name in parentheses stand the state and the parent.
fn state_and_parent(process: u32) -> Option<(char, u32)> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
    Some((fields.next()?.chars().next()?, fields.next()?.parse().ok()?))
}
