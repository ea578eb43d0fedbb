//! The page: where it is, what it shows, what it says of itself.

use std::fs;
use std::path::Path;
use std::thread;

use serde_json::{Value, json};

use crate::driver::{Driver, Folder, variable};
use crate::site;
use crate::wait::{say, wait};

/// What a story wants to be otherwise before the page is opened.
#[derive(Default)]
pub struct Setup<'a> {
    /// Files beside the app's own, by name.
    pub files: &'a [(&'a str, &'a str)],
    /// Runs in every document before any script of the page.
    pub before: Option<&'a str>,
    /// What follows the address.
    pub hash: &'a str,
}

/// The app in a browser of its own.
pub struct Page {
    pub(crate) driver: Driver,
    pub(crate) folder: Folder,
    origin: String,
}

impl Page {
    /// Opens home in a new browser.
    #[must_use]
    pub fn open_home() -> Self {
        Self::open(&Setup::default())
    }

    /// Opens the page in a new browser.
    #[must_use]
    pub fn open(setup: &Setup) -> Self {
        let folder = Folder::new();
        let mut files = folder.inside("site");
        if setup.files.is_empty() {
            files = variable("GAOZHI_DIST");
        } else {
            copy(&variable("GAOZHI_DIST"), &files);
        }
        for (name, text) in setup.files {
            fs::write(files.join(name), text).expect("a file beside the app");
        }
        let listener = site::listen(0).expect("a free port");
        let origin = format!("http://{}", listener.local_addr().expect("the listener has an address"));
        thread::spawn(move || site::serve(&listener, &files));
        let page = Self { driver: Driver::start(&folder), folder, origin };
        if let Some(script) = setup.before {
            page.cdp("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": script }));
        }
        page.go_to(setup.hash);
        page
    }

    /// Loads the page anew at that place, and waits until it takes input.
    pub fn go_to(&self, hash: &str) {
        self.load(hash);
        self.wait_ready();
    }

    /// Loads the page anew at that place.
    pub fn load(&self, hash: &str) {
        // Through an empty page: going to another hash of the same address would load nothing.
        self.driver.get(self.driver.session().goto("about:blank"));
        self.driver.get(self.driver.session().goto(format!("{}/{hash}", self.origin)));
    }

    /// Loads what is open anew.
    pub fn reload(&self) {
        self.driver.get(self.driver.session().refresh());
        self.wait_ready();
    }

    /// Closes the tab and opens the same address in another; gives what the address was.
    pub fn close_tab_and_come_back(&self) -> String {
        let session = self.driver.session();
        let address = self.driver.get(session.current_url()).to_string();
        let new = self.driver.get(session.new_tab());
        self.driver.get(session.close_window());
        self.driver.get(session.switch_to_window(new));
        self.driver.get(session.goto(address.as_str()));
        self.wait_ready();
        address
    }

    /// Waits until the page takes input.
    pub fn wait_ready(&self) {
        wait("html[data-ready]", || self.exists("html[data-ready]").then_some(()));
    }

    /// The part of the address after `#`.
    #[must_use]
    pub fn hash(&self) -> String {
        self.text_of("return location.hash", &[])
    }

    /// Runs a script in the page and gives what it returns.
    #[track_caller]
    pub fn run(&self, script: &str, arguments: &[Value]) -> Value {
        self.driver.get(self.driver.session().execute(script, arguments.to_vec())).json().clone()
    }

    #[track_caller]
    pub(crate) fn text_of(&self, script: &str, arguments: &[Value]) -> String {
        self.run(script, arguments).as_str().unwrap_or_default().to_owned()
    }

    /// Sends a command of the DevTools protocol.
    #[track_caller]
    pub fn cdp(&self, command: &str, parameters: &Value) -> Value {
        self.driver.get(self.driver.session().cdp().send_raw(command, parameters))
    }

    /// What the page complained of, and which addresses but its own it asked.
    #[must_use]
    pub fn complaints(&self) -> Vec<String> {
        let session = self.driver.session();
        let console = self.driver.get(session.browser_log()).into_iter();
        let mut found: Vec<String> =
            console.filter(|entry| entry.level == "SEVERE").map(|entry| entry.message).collect();
        for entry in self.driver.get(session.get_log("performance")) {
            let Ok(event) = serde_json::from_str::<Value>(&entry.message) else { continue };
            let event = &event["message"];
            let address = event["params"]["request"]["url"].as_str().unwrap_or_default();
            let own = ["about:", "chrome:", "data:", "blob:", self.origin.as_str()];
            let asked = event["method"] == "Network.requestWillBeSent";
            if asked && !own.iter().any(|start| address.starts_with(start)) {
                found.push(format!("asked for {address}"));
            }
        }
        found
    }

    /// How many files the page fetched, those of its workers left out.
    #[must_use]
    pub fn fetched(&self) -> u64 {
        self.run("return performance.getEntriesByType('resource').length + 1", &[])
            .as_u64()
            .unwrap_or_default()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if !thread::panicking() {
            return;
        }
        // The story failed: leave what its reader will want to see.
        let story = thread::current().name().unwrap_or("story").replace("::", "-");
        let picture = std::env::temp_dir().join(format!("gaozhi-e2e-{story}.png"));
        let session = self.driver.session();
        if self.driver.try_get(session.screenshot(&picture)).is_some() {
            say(format!("the page as it failed: {}", picture.display()));
        }
        for entry in self.driver.try_get(session.browser_log()).unwrap_or_default() {
            say(format!("console: {} {}", entry.level, entry.message));
        }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder for a copy of the site");
    for entry in fs::read_dir(from).expect("the site can be read") {
        let entry = entry.expect("the site can be listed").path();
        let target = to.join(entry.file_name().expect("a name"));
        if entry.is_dir() {
            copy(&entry, &target);
        } else {
            fs::copy(&entry, target).expect("a file of the site can be copied");
        }
    }
}
