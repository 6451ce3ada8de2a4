//! The page as a visitor knows it.

mod finding;
mod hands;
mod map;
mod panels;
mod reach;

pub use map::{Point, Problem, Stats};

use crate::browser::{Browser, Habits, RECORDER};
use crate::disk::Disk;
use crate::engine::Engine;
use crate::noise;
use crate::places;
use crate::server::{Fault, Running};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::cell::{OnceCell, RefCell};
use std::time::{Duration, Instant};
use thirtyfour::prelude::*;

/// How long anything may take. A machine that is busy with other things is slow: `PATIENCE` has more seconds.
fn patience() -> Duration {
    Duration::from_secs(std::env::var("PATIENCE").ok().and_then(|seconds| seconds.parse().ok()).unwrap_or(30))
}

/// How long one script may take.
pub(crate) const LONGEST_SCRIPT: Duration = Duration::from_secs(110);

/// A script whose body may wait; WebKit's driver takes the body of a plain function only.
const AWAITED: &str = "return (async function () { BODY\n}).apply(null, arguments)";

/// The page in its browser.
pub struct Page {
    browser: Browser,
    server: Running,
    other: Option<Running>,
    expected: RefCell<Vec<String>>,
    also_own: RefCell<Vec<String>>,
    habits: Habits,
    /// Scripts before those of pages, where the server puts them there: in WebKit.
    before: RefCell<Vec<String>>,
    /// What pages said that are gone, where the driver has no log: in WebKit.
    told: RefCell<Vec<String>>,
    /// The site on a disk.
    disk: OnceCell<Disk>,
    in_frame: RefCell<bool>,
}

impl Page {
    pub(crate) async fn new(browser: Browser, server: Running, other: Option<Running>, habits: Habits) -> Self {
        let page = Self {
            browser,
            server,
            other,
            expected: RefCell::default(),
            also_own: RefCell::default(),
            habits,
            before: RefCell::default(),
            told: RefCell::default(),
            disk: OnceCell::new(),
            in_frame: RefCell::default(),
        };
        if Engine::chosen() == Engine::WebKit {
            page.before_scripts(RECORDER).await;
            if !habits.language.is_empty() {
                // Its language is the system's, and a bare machine has but one.
                let languages = "Object.defineProperty(Navigator.prototype, 'languages', { get: () => ['LANG'] });
                    Object.defineProperty(Navigator.prototype, 'language', { get: () => 'LANG' })";
                page.before_scripts(&languages.replace("LANG", habits.language)).await;
            }
        }
        page
    }

    /// The browser, without the page and its hosts.
    pub(crate) fn leave(self) -> Browser {
        self.browser
    }

    pub(crate) fn browser(&self) -> &Browser {
        &self.browser
    }

    pub(crate) fn driver(&self) -> &WebDriver {
        self.browser.driver()
    }

    pub(crate) fn driver_pid(&self) -> u32 {
        self.browser.driver_pid()
    }

    pub(crate) fn expected(&self) -> Vec<String> {
        self.expected.borrow().clone()
    }

    pub(crate) fn also_own(&self) -> Vec<String> {
        self.also_own.borrow().clone()
    }

    /// Opens the page with a fragment (`#at=…`), a query (`?at=…#…`) or nothing, from the start.
    pub async fn open(&self, link: &str) {
        self.gather().await;
        self.driver().goto("about:blank").await.expect("an empty page");
        let address = self.server.address() + link;
        self.driver().goto(&address).await.unwrap_or_else(|e| panic!("{address} does not open: {e}"));
    }

    /// Opens any address, which may be asked for besides those of the hosts.
    pub async fn open_address(&self, address: &str) {
        let bare = address.split(['#', '?']).next().unwrap_or(address);
        self.also_own.borrow_mut().push(bare.to_owned());
        self.gather().await;
        self.driver().goto(address).await.unwrap_or_else(|e| panic!("{address} does not open: {e}"));
        if Engine::chosen() == Engine::WebKit {
            // Pages of other servers do not begin with it.
            let _: Value = self.script(RECORDER, vec![]).await;
        }
    }

    /// Lets the page ask for addresses that begin so.
    pub fn allow(&self, start: &str) {
        self.also_own.borrow_mut().push(start.trim_end_matches('/').to_owned());
    }

    /// The address of a file of the built site on this machine's disk.
    pub fn on_disk(&self, file: &str) -> String {
        let mut place = places::site().canonicalize().expect("the site's folder");
        if Engine::chosen() == Engine::WebKit {
            let disk = self.disk.get_or_init(|| Disk::with(&self.before.borrow().join(";\n")));
            place.clone_from(&disk.folder);
        }
        format!("file://{}/{file}", place.display())
    }

    /// The text of a file of the built site.
    pub fn built(&self, file: &str) -> String {
        std::fs::read_to_string(places::site().join(file)).unwrap_or_else(|e| panic!("{file}: {e}"))
    }

    /// Opens the page of the other host, with the map's address as its fragment.
    pub async fn open_other(&self) {
        self.open_other_with("").await;
    }

    /// The same, with more after the site's address.
    pub async fn open_other_with(&self, more: &str) {
        let other = self.other.as_ref().expect("Setup::held_by names another host").origin();
        self.open_address(&format!("{other}/page.html#{}{more}", self.server.address())).await;
    }

    /// Opens the page of the other host with a text as its query.
    pub async fn open_pasted(&self, text: &str) {
        let other = self.other.as_ref().expect("Setup::held_by names another host").origin();
        let escaped: String = text.bytes().map(|b| format!("%{b:02X}")).collect();
        self.open_address(&format!("{other}/page.html?{escaped}")).await;
    }

    /// Scripts and looks go to the page's first frame from now on.
    pub async fn enter_frame(&self) {
        self.driver().enter_frame(0).await.expect("a frame");
        self.in_frame.replace(true);
    }

    /// Scripts and looks go to the page itself again.
    pub async fn leave_frame(&self) {
        self.driver().enter_default_frame().await.expect("the page");
        self.in_frame.replace(false);
    }

    /// What the console says, of pages that are gone too.
    pub(crate) async fn console(&self) -> Vec<String> {
        self.gather().await;
        let mut said = noise::console(&self.browser).await;
        said.append(&mut self.told.borrow_mut());
        said
    }

    /// Keeps what the page and its frames have said, where the driver has no log of it.
    async fn gather(&self) {
        if Engine::chosen() != Engine::WebKit {
            return;
        }
        let take = "return window.__told?.splice(0) ?? []";
        self.driver().enter_default_frame().await.expect("the page");
        let mut said: Vec<String> = self.script(take, vec![]).await;
        let frames: u16 = self.script("return frames.length", vec![]).await;
        for frame in 0..frames {
            // One that has no page yet says nothing.
            if self.driver().enter_frame(frame).await.is_ok() {
                said.extend(self.script::<Vec<String>>(take, vec![]).await);
            }
            self.driver().enter_default_frame().await.expect("the page");
        }
        if *self.in_frame.borrow() {
            self.driver().enter_frame(0).await.expect("the frame");
        }
        self.told.borrow_mut().append(&mut said);
    }

    /// Opens the page and waits until its map can be used.
    pub async fn open_ready(&self, link: &str) {
        self.open(link).await;
        self.wait_ready().await;
    }

    /// Waits until the interactive map has painted and what is loaded later is there too.
    pub async fn wait_ready(&self) {
        self.wait_for("the map is ready", "return document.querySelector('#map')?.dataset.state === 'ready'").await;
        self.wait_for("all is loaded", "return (document.querySelector('.progress')?.textContent ?? '') === ''").await;
        let open = "return ['#desk-details', '#find-lists'].every((place) => document.querySelector(place)?.dataset.state !== undefined)";
        self.wait_for("the applications beside the map are open, or cannot be", open).await;
        self.settled().await;
    }

    /// Waits until frames are painted, labels have settled and the address is written.
    pub async fn settled(&self) {
        let wait = "return new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))), 420))";
        let _: bool = self.script(wait, vec![]).await;
    }

    /// Opens a link and waits until a panel beside the map has answered what it asks.
    pub async fn open_panel(&self, id: &str, link: &str) {
        self.open_ready(link).await;
        self.answered(id).await;
    }

    /// Waits until a panel beside the map, by its id, has answered.
    pub async fn answered(&self, id: &str) {
        let script = format!("return document.querySelector('#{id}')?.getAttribute('aria-busy') === 'false'");
        self.wait_for("the panel has answered", &script).await;
        self.settled().await;
    }

    /// Waits until a script returns true.
    pub async fn wait_for(&self, what: &str, script: &str) {
        assert!(self.comes_true(script).await, "waited in vain until {what}: {script}");
    }

    /// Whether a script returns true at last.
    pub async fn comes_true(&self, script: &str) -> bool {
        let start = Instant::now();
        while !self.script::<bool>(script, vec![]).await {
            if start.elapsed() > patience() {
                return false;
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
        true
    }

    /// What a script returns, once its promise is kept.
    pub async fn script<T: DeserializeOwned>(&self, script: &str, args: Vec<Value>) -> T {
        let short: String = script.chars().take(200).collect();
        let value = self.run(script, args).await.unwrap_or_else(|e| panic!("{short}: {e}"));
        serde_json::from_value(value.clone()).unwrap_or_else(|e| panic!("{short} gives {value}: {e}"))
    }

    async fn run(&self, script: &str, args: Vec<Value>) -> Result<Value, String> {
        if let Some(bidi) = self.browser.bidi.as_ref().filter(|_| !self.habits.no_scripts) {
            return bidi.script(script, args, *self.in_frame.borrow());
        }
        let plain = Engine::chosen() != Engine::WebKit;
        let script = if plain { script.to_owned() } else { AWAITED.replace("BODY", script) };
        self.driver().execute(script, args).await.map(|value| value.json().clone()).map_err(|e| e.to_string())
    }

    /// A command of the browser's own protocol; Chromium alone has it.
    pub async fn command(&self, name: &str, params: Value) -> Value {
        self.driver().cdp().send_raw(name, params).await.unwrap_or_else(|e| panic!("{name}: {e}"))
    }

    /// Runs a script before those of every page that is opened from now on.
    pub async fn before_scripts(&self, script: &str) {
        if !self.browser.before_scripts(script).await {
            self.before.borrow_mut().push(script.to_owned());
            for server in [Some(&self.server), self.other.as_ref()].into_iter().flatten() {
                server.put_before(script);
            }
        }
    }

    /// Gives the window's inside another size.
    pub async fn resize(&self, size: (u32, u32), ratio: f64) {
        self.browser.resize(size, ratio).await;
    }

    /// Lets the console say lines with this text.
    pub fn expect_console(&self, text: &str) {
        self.expected.borrow_mut().push(text.to_owned());
    }

    /// Lets the server send a file wrong, and the browser say so.
    pub fn break_file(&self, file: &str, fault: Fault) {
        self.server.break_file(file, fault);
        if Engine::chosen() != Engine::Chromium && matches!(fault, Fault::Missing | Fault::CutOff) {
            // The other engines say the file's name, each in words of its own.
            return self.expect_console(file);
        }
        match fault {
            Fault::Missing => self.expect_console(&format!(
                "{file} - Failed to load resource: the server responded with a status of 404"
            )),
            Fault::CutOff => {
                self.expect_console(&format!("{file} - Failed to load resource: net::ERR_CONTENT_LENGTH_MISMATCH"));
            }
            Fault::Truncated | Fault::Html | Fault::Empty | Fault::Instead(_) => {}
        }
    }

    /// Lets the server send other bytes in the place of a file from now on.
    pub fn change_file(&self, file: &str, bytes: impl Into<Vec<u8>>) {
        self.server.change_file(file, bytes.into());
    }

    /// Lets the page's policy name the site's address beside `'self'`, as `cargo xtask dist --url` writes it.
    pub fn name_address_in_policy(&self) {
        let (policy, named) = ("'self'", format!("'self' {}", self.server.address()));
        let page = self.built("index.html");
        let meta = page.split('>').find(|tag| tag.contains("Content-Security-Policy")).expect("the page's policy");
        self.change_file("/", page.replace(meta, &meta.replace(policy, &named)));
    }

    /// Takes the network away, or gives it back.
    pub fn set_network(&self, is_there: bool) {
        self.server.set_down(!is_there);
    }

    /// Makes every file right again.
    pub fn mend(&self) {
        self.server.mend();
    }

    /// The paths that were asked of the server.
    pub fn asked(&self) -> Vec<String> {
        self.server.asked()
    }

    /// The address in the browser's bar, from `?` or `#` on.
    pub async fn link(&self) -> String {
        self.script("return location.search + location.hash", vec![]).await
    }

    /// Goes back in the history.
    pub async fn back(&self) {
        self.driver().back().await.expect("back");
        self.settled().await;
    }
}
