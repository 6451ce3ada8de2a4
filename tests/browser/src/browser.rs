//! A Chromium with a fresh profile, and the driver that holds it.

use crate::places;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use thirtyfour::prelude::*;

/// How every browser is started: as a plain page sees it, without a window, without a GPU, and
/// without any name but our own host's.
const ARGS: [&str; 12] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--window-size=1440,1000",
];

/// What a visitor has switched off.
#[derive(Clone, Copy, Debug, Default)]
pub struct Habits {
    /// No scripts.
    pub no_scripts: bool,
    /// No WebGL.
    pub no_webgl: bool,
    /// The browser's language; English where it is empty.
    pub language: &'static str,
}

impl Habits {
    fn capabilities(self) -> Value {
        let language = if self.language.is_empty() { "en-GB" } else { self.language };
        let mut args: Vec<String> = ARGS.map(str::to_owned).to_vec();
        args.push(format!("--lang={language}"));
        args.push(format!("--accept-lang={language}"));
        if self.no_webgl {
            args.extend(
                ["--disable-webgl", "--disable-webgl2", "--disable-3d-apis", "--disable-accelerated-2d-canvas"]
                    .map(str::to_owned),
            );
        }
        let mut prefs = json!({ "intl.accept_languages": language });
        if self.no_scripts {
            prefs["profile.default_content_setting_values.javascript"] = json!(2);
        }
        let mut options =
            json!({ "args": args, "prefs": prefs, "perfLoggingPrefs": { "enableNetwork": true, "enablePage": false } });
        if let Some(binary) = places::browser() {
            options["binary"] = json!(binary);
        }
        json!({
            "browserName": "chrome",
            "goog:chromeOptions": options,
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        })
    }
}

/// A browser; dropped, it is gone.
pub(crate) struct Browser {
    driver: Option<WebDriver>,
    process: Process,
}

impl Browser {
    /// Starts one.
    pub(crate) async fn start(habits: Habits) -> Self {
        let process = Process::start();
        let capabilities = match habits.capabilities() {
            Value::Object(map) => Capabilities::from(map),
            _ => Capabilities::new(),
        };
        let driver = WebDriver::new(format!("http://127.0.0.1:{}", process.port), capabilities)
            .await
            .expect("the browser starts");
        Self { driver: Some(driver), process }
    }

    /// What commands it.
    pub(crate) fn driver(&self) -> &WebDriver {
        self.driver.as_ref().expect("it is there until it is dropped")
    }

    /// The driver's process, whose descendants are the browser's.
    pub(crate) fn driver_pid(&self) -> u32 {
        self.process.child.id()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A test that fails unwinds through here, where nothing can be awaited; so the driver is told by hand.
        if let Some(driver) = self.driver.take() {
            self.process.end_session(&driver.session_id().to_string());
            let _ = driver.leak();
        }
    }
}

/// The driver's process, ended with its owner.
struct Process {
    child: Child,
    port: u16,
}

impl Process {
    /// Starts the driver at a port of its own choice.
    fn start() -> Self {
        let program = places::driver();
        let mut child = Command::new(&program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|e| panic!("{} does not start: {e}", program.display()));
        let mut lines = BufReader::new(child.stdout.take().expect("its output is ours")).lines();
        let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
            let (_, port) = line.split_once("started successfully on port ")?;
            port.trim_end_matches('.').parse().ok()
        });
        // What it says later must not fill the pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, port: port.expect("the driver names its port") }
    }

    /// Ends the browser. Where that fails the browser goes with the machine's other leftovers.
    fn end_session(&self, id: &str) {
        let Ok(mut stream) = TcpStream::connect(("127.0.0.1", self.port)) else { return };
        let _ = stream.set_read_timeout(Some(Duration::from_secs(10)));
        let _ = write!(stream, "DELETE /session/{id} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
        let _ = stream.read(&mut [0; 256]);
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
