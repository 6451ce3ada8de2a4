//! A static server as plain as the cheapest host, which can also be a broken one.

mod fault;
mod kind;

pub use fault::Fault;

use crate::disk::begin_with;
use crate::places;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

/// How the site is served.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// The folder of the address that the site is under, with slashes at both ends; empty is `/`.
    folder: &'static str,
    headers: Vec<(&'static str, String)>,
    plain_wasm: bool,
    /// What is served beside the site: the beginning of the path, and the file or folder it stands for.
    beside: Vec<(&'static str, PathBuf)>,
    /// Pages that are in no file: path and text.
    pages: Vec<(&'static str, String)>,
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

    /// Serves a file, or with a slash at the end a folder, beside the site.
    #[must_use]
    pub fn beside(mut self, path: &'static str, place: PathBuf) -> Self {
        self.beside.push((path, place));
        self
    }

    /// Serves a text beside the site.
    #[must_use]
    pub fn page(mut self, path: &'static str, text: impl Into<String>) -> Self {
        self.pages.push((path, text.into()));
        self
    }

    /// The text that a path stands for.
    fn text(&self, path: &str) -> Option<Vec<u8>> {
        self.pages.iter().find(|(name, _)| *name == path).map(|(_, text)| text.clone().into_bytes())
    }

    /// The file on disk that a path stands for.
    pub(crate) fn file(&self, root: &Path, path: &str) -> Option<PathBuf> {
        if let Some((start, place)) = self.beside.iter().find(|(start, _)| path.starts_with(start)) {
            let rest = &path[start.len()..];
            return Some(if rest.is_empty() { place.clone() } else { place.join(rest) });
        }
        let rest = path.strip_prefix(self.folder())?;
        Some(root.join(if rest.is_empty() { "index.html" } else { rest }))
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
    /// Files that have other bytes than on the disk.
    changed: Vec<(String, Vec<u8>)>,
    is_down: bool,
    /// Scripts that run before those of every page.
    before: Vec<String>,
}

/// The path of what runs before the scripts of a page; it is nothing of the site and not among what is asked.
const BEFORE: &str = "/.before.js";

/// A server at work until it is dropped: a thread a request, a connection a request, so that no
/// request waits for another.
pub(crate) struct Running {
    host: Arc<Host>,
    address: SocketAddr,
}

/// What the threads share.
struct Host {
    site: Site,
    root: PathBuf,
    log: Mutex<Log>,
    over: AtomicBool,
}

impl Running {
    /// Starts serving at a port that is free.
    pub(crate) fn start(site: &Site) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port of this machine");
        let address = listener.local_addr().expect("a port");
        let host = Arc::new(Host {
            site: site.clone(),
            root: places::site(),
            log: Mutex::default(),
            over: AtomicBool::new(false),
        });
        let shared = host.clone();
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if shared.over.load(Ordering::Relaxed) {
                    return;
                }
                let host = shared.clone();
                // A browser that goes away before it has its answer does not mind.
                thread::spawn(move || host.answer(stream).ok());
            }
        });
        Self { host, address }
    }

    /// The scheme, host and port.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The address of the page.
    pub(crate) fn address(&self) -> String {
        self.origin() + self.host.site.folder()
    }

    /// The paths that were asked for.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.host.log().asked.clone()
    }

    /// Lets a file be wrong from now on; its name is the end of its path.
    pub(crate) fn break_file(&self, file: &str, fault: Fault) {
        self.host.log().faults.push((file.to_owned(), fault));
    }

    /// Serves other bytes in the place of a file from now on; its name is the end of its path.
    pub(crate) fn change_file(&self, file: &str, bytes: Vec<u8>) {
        self.host.log().changed.push((file.to_owned(), bytes));
    }

    /// Whether the server hangs up on everybody from now on, as where there is no network.
    pub(crate) fn set_down(&self, is_down: bool) {
        self.host.log().is_down = is_down;
    }

    /// Lets every page begin with a script, which a policy of scripts of the own host allows.
    pub(crate) fn put_before(&self, script: &str) {
        self.host.log().before.push(script.to_owned());
    }

    /// Makes every file right again.
    pub(crate) fn mend(&self) {
        self.host.log().faults.clear();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.host.over.store(true, Ordering::Relaxed);
        // Wakes the listener, which then ends.
        let _ = TcpStream::connect(self.address);
    }
}

impl Host {
    fn log(&self) -> MutexGuard<'_, Log> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn answer(&self, mut stream: TcpStream) -> std::io::Result<()> {
        let Some(path) = requested(&stream)? else { return Ok(()) };
        let (fault, changed, before) = {
            let mut log = self.log();
            if log.is_down {
                return Ok(());
            }
            if path == BEFORE {
                return send_script(&mut stream, &log.before.join(";\n"));
            }
            log.asked.push(path.clone());
            let changed = log.changed.iter().rfind(|(file, _)| path.ends_with(file)).map(|(_, bytes)| bytes.clone());
            let fault = log.faults.iter().find(|(file, _)| path.ends_with(file)).map(|(_, fault)| *fault);
            (fault, changed, !log.before.is_empty())
        };
        let file = self.site.file(&self.root, &path);
        let body = changed.or_else(|| self.site.text(&path));
        let body = body.or_else(|| file.as_ref().and_then(|file| std::fs::read(file).ok()));
        let is_page = before && file.as_deref().is_some_and(|file| kind::of(file).starts_with("text/html"));
        let tag = format!("<script src=\"{BEFORE}\"></script>");
        let body = if is_page { body.map(|body| begin_with(body, &tag)) } else { body };
        let full = body.as_ref().map_or(0, Vec::len);
        let body = match (body, fault) {
            (Some(body), Some(fault)) => fault.of(body),
            (body, _) => body,
        };
        let status = if body.is_some() { "200 OK" } else { "404 Not Found" };
        let body = body.unwrap_or_else(|| b"not found".to_vec());
        let length = if fault == Some(Fault::CutOff) { full } else { body.len() };
        let plain = self.site.plain_wasm && path.ends_with(".wasm");
        let kind = if plain { "application/octet-stream" } else { file.as_deref().map_or("", kind::of) };
        let mut head = format!(
            "HTTP/1.1 {status}\r\nConnection: close\r\nCache-Control: no-store\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n"
        );
        for (name, value) in &self.site.headers {
            head += &format!("{name}: {value}\r\n");
        }
        stream.write_all((head + "\r\n").as_bytes())?;
        stream.write_all(&body)
    }
}

fn send_script(stream: &mut TcpStream, text: &str) -> std::io::Result<()> {
    let length = text.len();
    let head = "HTTP/1.1 200 OK\r\nConnection: close\r\nCache-Control: no-store\r\nContent-Type: text/javascript; charset=utf-8";
    stream.write_all(format!("{head}\r\nContent-Length: {length}\r\n\r\n{text}").as_bytes())
}

/// The path that a request asks for; nothing when the connection was opened in vain.
fn requested(stream: &TcpStream) -> std::io::Result<Option<String>> {
    let mut lines = BufReader::new(stream).lines();
    let first = lines.next().transpose()?;
    // The rest of the head must be read, or closing would reset the connection.
    lines.map_while(Result::ok).take_while(|line| !line.is_empty()).for_each(drop);
    Ok(first.and_then(|line| Some(line.split(' ').nth(1)?.split(['?', '#']).next()?.to_owned())))
}
