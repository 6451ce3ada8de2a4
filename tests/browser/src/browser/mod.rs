//! A browser with a fresh profile, the driver that holds it, and what differs between the engines' drivers.

mod bidi;
mod capabilities;
mod elsewhere;
mod process;

use crate::engine::Engine;
pub(crate) use bidi::Bidi;
use elsewhere::Elsewhere;
use process::{Process, Screen};
use serde_json::{Value, json};
use std::env;
use std::fs;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use thirtyfour::prelude::*;

/// What a page says and nobody catches, kept at `window.__told`.
pub(crate) const RECORDER: &str = include_str!("recorder.js");

/// Firefox tells what a policy forbids to its own window only.
const POLICY: &str = "() => document.addEventListener('securitypolicyviolation', (e) => console.error(`${e.violatedDirective} forbids ${e.blockedURI}`))";

/// The small browser of WebKitGTK has a row of buttons that is wider than a phone: they shrink to nothing.
const NO_BUTTONS: &str = "* { font-size: 1px; padding: 0; margin: 0; border-width: 0; min-width: 0; min-height: 0; -gtk-icon-transform: scale(0.01); }";

/// The screen of a WebKit in CSS pixels: larger than any window of a test, which stands in its middle.
const SCREEN: (u32, u32) = (1600, 1400);

/// What a visitor has switched off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Habits {
    /// No scripts.
    pub no_scripts: bool,
    /// No WebGL.
    pub no_webgl: bool,
    /// The browser's language; English where it is empty.
    pub language: &'static str,
}

impl Habits {
    fn language(self) -> &'static str {
        if self.language.is_empty() { "en-GB" } else { self.language }
    }
}

/// A browser; dropped, it is gone.
pub(crate) struct Browser {
    driver: Option<WebDriver>,
    process: Process,
    /// Firefox's other connection.
    pub(crate) bidi: Option<Bidi>,
    elsewhere: Option<Elsewhere>,
    /// The screen of a WebKit, which is larger where its pixels are smaller, and its settings.
    _screen: Option<Screen>,
    settings: Option<PathBuf>,
    visits: u32,
    /// Scripts that Firefox runs before those of every page, which a visit has brought.
    scripts: Mutex<Vec<Value>>,
}

/// Browsers of plain habits between two visits: a start costs more than a visit does.
static IDLE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// After so many visits a browser is replaced by a new one.
const MOST_VISITS: u32 = 25;

impl Browser {
    /// One for a visit, with a window that knows nothing of another visit: its site has an origin of its own as well, since
    /// each visit's server has a port of its own.
    pub(crate) async fn for_visit(habits: Habits, ratio: f64) -> Self {
        let plain = habits == Habits::default() && (Engine::chosen() != Engine::WebKit || ratio.round() <= 1.0);
        let idle = plain.then(|| IDLE.lock().unwrap_or_else(PoisonError::into_inner).pop()).flatten();
        let Some(mut browser) = idle else {
            let mut browser = Self::start(habits, ratio).await;
            browser.visits = if plain { 1 } else { MOST_VISITS };
            return browser;
        };
        browser.visits += 1;
        browser.open_fresh_window().await;
        browser
    }

    /// Keeps it for another visit after one that went well.
    pub(crate) fn keep(self) {
        if self.visits < MOST_VISITS {
            IDLE.lock().unwrap_or_else(PoisonError::into_inner).push(self);
        }
    }

    async fn open_fresh_window(&self) {
        let driver = self.driver();
        driver.enter_default_frame().await.expect("the last page");
        let fresh = driver.new_tab().await.expect("another window");
        driver.close_window().await.expect("the last window closes");
        driver.switch_to_window(fresh).await.expect("the other window");
        if let Some(bidi) = &self.bidi {
            for script in std::mem::take(&mut *self.scripts.lock().unwrap_or_else(PoisonError::into_inner)) {
                bidi.command("script.removePreloadScript", &script);
            }
        }
        // What the last page said when it went is not this visit's.
        crate::noise::console(self).await;
        crate::noise::elsewhere(self, &[]).await;
    }

    /// Starts the engine of `ENGINE`, whose screen has `ratio` pixels for a CSS pixel where that is fixed at the start.
    pub(crate) async fn start(habits: Habits, ratio: f64) -> Self {
        let engine = Engine::chosen();
        let elsewhere = (engine != Engine::Chromium).then(Elsewhere::start);
        let (screen, settings, variables) = if engine == Engine::WebKit { desktop(ratio) } else { Default::default() };
        let process = Process::start(engine, &variables);
        let wanted = capabilities::of(engine, habits, elsewhere.as_ref().map_or(0, Elsewhere::port));
        let capabilities = match wanted {
            Value::Object(map) => Capabilities::from(map),
            _ => Capabilities::new(),
        };
        // Each test has a runtime of its own, beyond which no connection lives.
        let client = reqwest::Client::builder().pool_max_idle_per_host(0).build().expect("a client");
        let driver = WebDriver::builder(format!("http://127.0.0.1:{}", process.port), capabilities)
            .client(client)
            .connect()
            .await
            .unwrap_or_else(|e| panic!("{} does not start: {e}", engine.name()));
        driver.set_script_timeout(crate::page::LONGEST_SCRIPT).await.expect("time for scripts");
        let bidi = (engine == Engine::Firefox).then(|| listen(&driver));
        Self {
            driver: Some(driver),
            process,
            bidi,
            elsewhere,
            _screen: screen,
            settings,
            visits: 0,
            scripts: Mutex::default(),
        }
    }

    /// What commands it.
    pub(crate) fn driver(&self) -> &WebDriver {
        self.driver.as_ref().expect("it is there until it is dropped")
    }

    /// The driver's process, whose descendants are the browser's.
    pub(crate) fn driver_pid(&self) -> u32 {
        self.process.id
    }

    /// Gives the page another size in CSS pixels. WebKit has its pixels from the start.
    pub(crate) async fn resize(&self, (width, height): (u32, u32), ratio: f64) {
        match (Engine::chosen(), &self.bidi) {
            (Engine::WebKit, _) => self.resize_window(width, height).await,
            (_, Some(bidi)) => {
                let viewport = json!({ "width": width, "height": height });
                let params = json!({ "context": bidi.window(), "viewport": viewport, "devicePixelRatio": ratio });
                bidi.command("browsingContext.setViewport", &params);
            }
            _ => {
                let params = json!({ "width": width, "height": height, "deviceScaleFactor": ratio, "mobile": false });
                let cdp = self.driver().cdp();
                cdp.send_raw("Emulation.setDeviceMetricsOverride", params).await.expect("another size");
                // Of several windows one has the focus: in the others nothing would be told of focus and blur.
                let params = json!({ "enabled": true });
                cdp.send_raw("Emulation.setFocusEmulationEnabled", params).await.expect("the focus of a window");
            }
        }
    }

    /// The window is higher than the page by what the browser has above it, and stays about the middle of the screen, where
    /// the pointer is: a screen without a window manager gives the keys to the window below it.
    async fn resize_window(&self, width: u32, height: u32) {
        let bars: u32 = self.number("return outerHeight - innerHeight").await;
        let (x, y) = (SCREEN.0.saturating_sub(width) / 2, SCREEN.1.saturating_sub(height) / 2);
        self.driver().set_window_rect(i64::from(x), i64::from(y), width, height + bars).await.expect("another size");
        for _ in 0..100 {
            if self.number("return innerWidth").await == width && self.number("return innerHeight").await == height {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        panic!("the window does not become {width}×{height}");
    }

    async fn number(&self, script: &str) -> u32 {
        let value = self.driver().execute(script, vec![]).await.expect("a size");
        value.json().as_u64().and_then(|number| number.try_into().ok()).unwrap_or_default()
    }

    /// Runs a script before those of every page from now on; false where the server must put it into pages.
    pub(crate) async fn before_scripts(&self, script: &str) -> bool {
        match (Engine::chosen(), &self.bidi) {
            (Engine::WebKit, _) => return false,
            (_, Some(bidi)) => {
                let params = json!({ "functionDeclaration": format!("() => {{ {script} }}") });
                let id = bidi.command("script.addPreloadScript", &params);
                self.scripts.lock().unwrap_or_else(PoisonError::into_inner).push(id);
            }
            _ => {
                let params = json!({ "source": script });
                let cdp = self.driver().cdp();
                cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", params).await.expect("a script of ours");
            }
        }
        true
    }

    /// Gives the page the keys that Firefox has for itself.
    pub(crate) async fn focus_page(&self) {
        let window = self.driver().window().await.expect("the page's window");
        self.driver().switch_to_window(window).await.expect("the page's window");
    }

    /// What was asked of names that are not ours, where the driver does not tell it. Firefox does, and asks for news of its
    /// own by the same way.
    pub(crate) fn asked_elsewhere(&self) -> Vec<String> {
        let told = self.bidi.is_some();
        self.elsewhere.as_ref().filter(|_| !told).map(Elsewhere::asked).unwrap_or_default()
    }
}

/// A screen, a folder of settings and the variables that name them.
fn desktop(ratio: f64) -> (Option<Screen>, Option<PathBuf>, Vec<(&'static str, String)>) {
    let scale = if ratio > 2.5 { 3 } else { 1 + u32::from(ratio > 1.5) };
    let screen = Screen::start((SCREEN.0 * scale, SCREEN.1 * scale));
    let settings = env::temp_dir().join(format!("arctic-cable-map-gtk-{}-{}", std::process::id(), &screen.name[1..]));
    fs::create_dir_all(settings.join("gtk-3.0")).expect("a folder for settings");
    fs::write(settings.join("gtk-3.0/gtk.css"), NO_BUTTONS).expect("settings");
    let folder = settings.display().to_string();
    let variables = vec![
        ("DISPLAY", screen.name.clone()),
        ("GDK_BACKEND", "x11".into()),
        ("GDK_SCALE", scale.to_string()),
        ("XDG_CONFIG_HOME", folder.clone()),
        ("XDG_CACHE_HOME", folder.clone()),
        ("XDG_DATA_HOME", folder),
        // There is no graphics card to put layers together with; one that is imitated takes half of the time.
        ("WEBKIT_DISABLE_COMPOSITING_MODE", "1".into()),
        // Build servers run as root, who has no sandbox.
        ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1".into()),
    ];
    (Some(screen), Some(settings), variables)
}

/// Connects to Firefox and hears what its console says and what pages ask for.
fn listen(driver: &WebDriver) -> Bidi {
    let address = driver.capabilities().get("webSocketUrl").and_then(Value::as_str).expect("Firefox speaks BiDi");
    let bidi = Bidi::connect(address);
    bidi.command("session.subscribe", &json!({ "events": ["log.entryAdded", "network.beforeRequestSent"] }));
    bidi.command("script.addPreloadScript", &json!({ "functionDeclaration": POLICY }));
    bidi
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A test that fails unwinds through here, where nothing can be awaited; so the driver is told by hand.
        if let Some(driver) = self.driver.take() {
            self.process.end_session(&driver.session_id().to_string());
            let _ = driver.leak();
        }
        if let Some(folder) = &self.settings {
            let _ = fs::remove_dir_all(folder);
        }
    }
}
