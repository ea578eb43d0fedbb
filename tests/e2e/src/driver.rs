//! Chromium under its driver: one driver and one fresh profile a story, both gone with it.

use std::env;
use std::future::Future;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::json;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{CapabilitiesHelper, ChromeCapabilities, DesiredCapabilities, WebDriver};
use tokio::runtime::{Builder, Runtime};

const ARGUMENTS: [&str; 11] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--window-size=1440,900",
    "--lang=zh-CN",
    // Nothing but this machine is to be had: what asks for more fails and is complained of.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    // Headless, it finds no mouse and takes the machine for a telephone.
    "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4",
];

/// A browser and what drives it.
pub(crate) struct Driver {
    runtime: Runtime,
    session: Option<WebDriver>,
    // Ends after the session.
    process: Process,
}

impl Driver {
    /// Starts a driver on a free port, and Chromium under it.
    pub(crate) fn start(folder: &Folder) -> Self {
        let (process, port) = Process::start();
        let address = format!("http://127.0.0.1:{port}");
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let wishes = capabilities(folder).expect("the wishes for the browser can be written");
        let session = runtime.block_on(WebDriver::new(address, wishes)).expect("Chromium starts");
        Self { runtime, session: Some(session), process }
    }

    pub(crate) fn session(&self) -> &WebDriver {
        self.session.as_ref().expect("there is a session until the driver is dropped")
    }

    /// The id of the driver's process, above all those of the browser.
    pub(crate) fn process(&self) -> u32 {
        self.process.child.id()
    }

    /// Waits for an answer of the driver.
    #[track_caller]
    pub(crate) fn get<T>(&self, answer: impl Future<Output = WebDriverResult<T>>) -> T {
        match self.runtime.block_on(answer) {
            Ok(got) => got,
            Err(error) => panic!("the browser answers: {error}"),
        }
    }

    /// An answer that nothing hangs on.
    pub(crate) fn try_get<T>(&self, answer: impl Future<Output = WebDriverResult<T>>) -> Option<T> {
        self.runtime.block_on(answer).ok()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            // A browser that is gone already needs no quitting.
            drop(self.runtime.block_on(session.quit()));
        }
    }
}

/// A chromedriver, ended when dropped.
struct Process {
    child: Child,
    // It would end when nobody reads what it says.
    said: BufReader<ChildStdout>,
}

impl Process {
    /// Starts one, and says on which port it listens.
    fn start() -> (Self, u16) {
        // It looks for a port that is free, and gives up when another takes it first.
        for _ in 0..5 {
            let mut process = Self::spawn();
            if let Some(port) = process.port() {
                return (process, port);
            }
        }
        panic!("chromedriver found no port in five attempts");
    }

    fn spawn() -> Self {
        let program = variable("CHROMEDRIVER");
        let mut command = Command::new(&program);
        let spawned = command.arg("--port=0").stdout(Stdio::piped()).spawn();
        let mut child = spawned.unwrap_or_else(|error| panic!("{}: {error}", program.display()));
        let said = BufReader::new(child.stdout.take().expect("its output is piped"));
        Self { child, said }
    }

    /// The port that it took; nothing where it ended without one.
    fn port(&mut self) -> Option<u16> {
        let mut line = String::new();
        while self.said.read_line(&mut line).is_ok_and(|bytes| bytes > 0) {
            if let Some((_, port)) = line.split_once("successfully on port ") {
                return port.trim().trim_end_matches('.').parse().ok();
            }
            line.clear();
        }
        None
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn capabilities(folder: &Folder) -> WebDriverResult<ChromeCapabilities> {
    let mut wishes = DesiredCapabilities::chrome();
    wishes.set_binary(&variable("CHROMIUM").to_string_lossy())?;
    for argument in ARGUMENTS {
        wishes.add_arg(argument)?;
    }
    wishes.add_arg(&format!("--user-data-dir={}", folder.inside("profile").display()))?;
    let preferences = json!({
        "download.default_directory": folder.inside("downloads"),
        "download.prompt_for_download": false,
        "profile.default_content_setting_values.automatic_downloads": 1,
    });
    wishes.add_experimental_option("prefs", preferences)?;
    wishes.set("goog:loggingPrefs", json!({ "browser": "ALL", "performance": "ALL" }))?;
    Ok(wishes)
}

/// A path that `cargo xtask test e2e` hands over.
pub(crate) fn variable(name: &str) -> PathBuf {
    let found = env::var_os(name).unwrap_or_else(|| panic!("{name} is not set; run `cargo xtask test e2e`"));
    PathBuf::from(found)
}

/// A folder for a story's files, gone with it.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("gaozhi-e2e-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = Self(env::temp_dir().join(name));
        for inside in ["profile", "downloads", "site"] {
            std::fs::create_dir_all(folder.inside(inside)).expect("a temporary folder");
        }
        folder
    }

    pub(crate) fn inside(&self, path: impl AsRef<Path>) -> PathBuf {
        self.0.join(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left behind is in the system's own folder for such things.
        drop(std::fs::remove_dir_all(&self.0));
    }
}
