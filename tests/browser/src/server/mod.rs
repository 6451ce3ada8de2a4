//! A static server as plain as the cheapest host, which can also be a broken one.

mod fault;
mod kind;

pub use fault::Fault;

use crate::places;
use std::io::Cursor;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use tiny_http::{Header, Request, Response, Server};

/// How the site is served.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// The folder of the address that the site is under, with slashes at both ends; empty is `/`.
    folder: &'static str,
    headers: Vec<(&'static str, String)>,
    plain_wasm: bool,
}

impl Site {
    /// The site in a folder of a larger one, as `/some/sub/path/`; nothing else is there.
    #[must_use]
    pub fn under(folder: &'static str) -> Self {
        Self { folder, ..Self::default() }
    }

    /// Sends another header with every file.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    /// Serves wasm as `application/octet-stream`, as hosts do that do not know it.
    #[must_use]
    pub fn plain_wasm(mut self) -> Self {
        self.plain_wasm = true;
        self
    }

    fn folder(&self) -> &'static str {
        if self.folder.is_empty() { "/" } else { self.folder }
    }
}

/// What is asked of the server and what it does wrong.
#[derive(Default)]
struct Log {
    asked: Vec<String>,
    faults: Vec<(String, Fault)>,
}

/// A server at work until it is dropped.
pub(crate) struct Running {
    server: Arc<Server>,
    site: Site,
    log: Arc<Mutex<Log>>,
    hands: Vec<JoinHandle<()>>,
}

impl Running {
    /// Starts serving at a port that is free.
    pub(crate) fn start(site: &Site) -> Self {
        let server = Arc::new(Server::http("127.0.0.1:0").expect("a free port of this machine"));
        let log = Arc::<Mutex<Log>>::default();
        let folder = places::site();
        let hands = (0..4).map(|_| {
            let (server, site, log, folder) = (server.clone(), site.clone(), log.clone(), folder.clone());
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    answer(request, &site, &log, &folder);
                }
            })
        });
        let hands = hands.collect();
        Self { server, site: site.clone(), log, hands }
    }

    /// The scheme, host and port.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.server.server_addr())
    }

    /// The address of the page.
    pub(crate) fn address(&self) -> String {
        self.origin() + self.site.folder()
    }

    /// The paths that were asked for.
    pub(crate) fn asked(&self) -> Vec<String> {
        lock(&self.log).asked.clone()
    }

    /// Lets a file be wrong from now on; its name is the end of its path.
    pub(crate) fn break_file(&self, file: &str, fault: Fault) {
        lock(&self.log).faults.push((file.to_owned(), fault));
    }

    /// Makes every file right again.
    pub(crate) fn mend(&self) {
        lock(&self.log).faults.clear();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.hands.iter().for_each(|_| self.server.unblock());
        for hand in self.hands.drain(..) {
            // A hand that panicked has said so.
            let _ = hand.join();
        }
    }
}

fn answer(request: Request, site: &Site, log: &Mutex<Log>, root: &Path) {
    let path = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
    let fault = {
        let mut log = lock(log);
        log.asked.push(path.clone());
        log.faults.iter().find(|(file, _)| path.ends_with(file)).map(|(_, fault)| *fault)
    };
    let file = path.strip_prefix(site.folder()).map(|rest| if rest.is_empty() { "index.html" } else { rest });
    let body = file.and_then(|file| std::fs::read(root.join(file)).ok());
    let body = match (body, fault) {
        (Some(body), Some(fault)) => fault.of(body),
        (body, _) => body,
    };
    let mut response = match body {
        Some(body) => Response::new(200.into(), Vec::new(), Cursor::new(body.clone()), Some(body.len()), None),
        None => Response::from_string("not found").with_status_code(404),
    };
    let kind = if site.plain_wasm && path.ends_with(".wasm") { "application/octet-stream" } else { kind::of(file.unwrap_or_default()) };
    let fixed = [("Content-Type", kind), ("Cache-Control", "no-store")];
    for (name, value) in fixed.into_iter().chain(site.headers.iter().map(|(n, v)| (*n, v.as_str()))) {
        response.add_header(Header::from_bytes(name, value).expect("a header of plain letters"));
    }
    // A browser that went away does not mind.
    let _ = request.respond(response);
}

fn lock(log: &Mutex<Log>) -> std::sync::MutexGuard<'_, Log> {
    log.lock().unwrap_or_else(PoisonError::into_inner)
}
