//! A browser that ends as in a power cut of its own: every process of it at once, without a word.

use std::fs;
use std::process::Command;
use std::thread::{self, JoinHandle};
use std::time::Instant;

use serde_json::json;

use crate::driver::Driver;
use crate::page::Page;

impl Page {
    /// Kills all processes of the browser (SIGKILL) at that moment, whatever the story does meanwhile; gives when.
    #[must_use]
    pub fn kill_at(&self, moment: Instant) -> JoinHandle<Instant> {
        let driver = self.driver.process();
        thread::spawn(move || {
            thread::sleep(moment.saturating_duration_since(Instant::now()));
            let victims: Vec<String> = below(driver).iter().map(u32::to_string).collect();
            assert!(victims.len() > 2, "the browser has several processes: {victims:?}");
            let now = Instant::now();
            let killed = Command::new("kill").arg("-9").args(&victims).output().expect("kill runs");
            // One that ended by itself meanwhile is no reason to complain.
            assert!(victims.iter().all(|pid| !lives(pid)), "{killed:?}");
            now
        })
    }

    /// Presses a key and lets go of it. Says whether there was a browser to take it.
    #[must_use]
    pub fn try_key(&self, key: char) -> bool {
        let press = |kind: &str| {
            let mut event = json!({ "type": kind, "key": key.to_string() });
            if kind == "keyDown" {
                event["text"] = event["key"].clone();
            }
            self.driver
                .try_get(self.driver.session().cdp().send_raw("Input.dispatchKeyEvent", event))
                .is_some()
        };
        press("keyDown") && press("keyUp")
    }

    /// Starts the browser anew with the same profile, after it was killed.
    pub fn start_again(&mut self) {
        self.driver = Driver::start(&self.folder);
    }
}

/// The processes below one, the nearest first (Linux: from `/proc`).
fn below(root: u32) -> Vec<u32> {
    let parents: Vec<(u32, u32)> = fs::read_dir("/proc")
        .expect("/proc can be listed")
        .flatten()
        .filter_map(|entry| {
            let pid = entry.file_name().to_str()?.parse().ok()?;
            Some((pid, parent(pid)?))
        })
        .collect();
    let mut found = vec![root];
    let mut at = 0;
    while let Some(&above) = found.get(at) {
        found.extend(parents.iter().filter(|(_, parent)| *parent == above).map(|(pid, _)| pid));
        at += 1;
    }
    found.split_off(1)
}

/// The fields of `/proc/<pid>/stat` behind the name, which may hold anything: state, parent and so on.
fn stat(pid: &str) -> Option<String> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    Some(stat.rsplit_once(") ")?.1.to_owned())
}

fn parent(pid: u32) -> Option<u32> {
    stat(&pid.to_string())?.split(' ').nth(1)?.parse().ok()
}

/// Whether a process still does anything; one that only waits to be noticed by its parent does not.
fn lives(pid: &str) -> bool {
    let until = Instant::now() + std::time::Duration::from_secs(2);
    while stat(pid).is_some_and(|stat| !stat.starts_with(['Z', 'X'])) {
        if Instant::now() > until {
            return true;
        }
        thread::sleep(std::time::Duration::from_millis(5));
    }
    false
}
