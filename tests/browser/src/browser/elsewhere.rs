//! Whoever is asked for what is not ours: a proxy that knows nobody and remembers every name.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// A proxy at work until it is dropped.
pub(super) struct Elsewhere {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
    over: Arc<AtomicBool>,
}

impl Elsewhere {
    /// Starts listening.
    pub(super) fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port of this machine");
        let address = listener.local_addr().expect("a port");
        let (asked, over) = (Arc::<Mutex<Vec<String>>>::default(), Arc::<AtomicBool>::default());
        let (shared, ended) = (asked.clone(), over.clone());
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if ended.load(Ordering::Relaxed) {
                    return;
                }
                if let Some(what) = refuse(&stream) {
                    shared.lock().unwrap_or_else(PoisonError::into_inner).push(what);
                }
            }
        });
        Self { address, asked, over }
    }

    /// The port to name as the proxy's.
    pub(super) fn port(&self) -> u16 {
        self.address.port()
    }

    /// What was asked for since the last call: addresses, or names with a port.
    pub(super) fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.asked.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Elsewhere {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        // Wakes the listener, which then ends.
        let _ = TcpStream::connect(self.address);
    }
}

/// What a request asks for, which is not given.
fn refuse(mut stream: &TcpStream) -> Option<String> {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let first = lines.next()?;
    lines.take_while(|line| !line.is_empty()).for_each(drop);
    // A browser that goes away before it has its answer does not mind.
    let _ = stream.write_all(b"HTTP/1.1 502 Nobody\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    first.split(' ').nth(1).map(str::to_owned)
}
