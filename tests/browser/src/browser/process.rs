//! A driver's process, and the screen of a browser that cannot do without one.

use crate::engine::Engine;
use crate::places;
use std::io::{BufRead, BufReader, Lines, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

/// Starts a program and names it, and ends it with all that it has started when the input closes: when its owner is dropped or
/// is gone itself, however that came to be.
const WATCH: &str = "\"$@\" & echo $!; exec > /dev/null; cat; kill -- -$$";

/// A program in a group of its own that does not outlive its owner.
struct Watched {
    child: Child,
}

impl Watched {
    fn start(program: &Path, args: &[String], variables: &[(&str, String)]) -> Self {
        let mut command = Command::new("sh");
        command.args(["-c", WATCH, "sh"]).arg(program).args(args);
        command.envs(variables.iter().map(|(name, value)| (name, value))).process_group(0);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let child = command.spawn().unwrap_or_else(|e| panic!("sh does not start {}: {e}", program.display()));
        Self { child }
    }

    fn lines(&mut self) -> Lines<BufReader<ChildStdout>> {
        BufReader::new(self.child.stdout.take().expect("its output is ours")).lines()
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        // It may have ended by itself.
        let _ = self.child.wait();
    }
}

/// The driver's process, ended with its owner.
pub(super) struct Process {
    _watched: Watched,
    /// The driver's number.
    pub(super) id: u32,
    pub(super) port: u16,
}

impl Process {
    /// Starts the engine's driver at a port of its own.
    pub(super) fn start(engine: Engine, variables: &[(&str, String)]) -> Self {
        let program = places::driver(engine);
        let free = free_port();
        let (args, before_port) = match engine {
            Engine::Chromium => (vec!["--port=0".to_owned()], "started successfully on port "),
            Engine::Firefox => {
                (["--port=0", "--websocket-port=0"].map(str::to_owned).to_vec(), "Listening on 127.0.0.1:")
            }
            // It says nothing.
            Engine::WebKit => (vec![format!("--port={free}")], ""),
        };
        let mut watched = Watched::start(&program, &args, variables);
        let mut lines = watched.lines();
        let (mut id, mut port) = (None, (engine == Engine::WebKit).then_some(free));
        while id.is_none() || port.is_none() {
            let line = lines.next().and_then(Result::ok);
            let line = line.unwrap_or_else(|| panic!("{} does not start", program.display()));
            match line.split_once(before_port).filter(|_| port.is_none()) {
                Some((_, number)) => port = number.trim_end_matches('.').parse().ok(),
                None => id = id.or_else(|| line.parse().ok()),
            }
        }
        // What it says later must not fill the pipe.
        thread::spawn(move || lines.for_each(drop));
        let port = port.unwrap_or_default();
        assert!(answers(port), "{} does not answer", program.display());
        Self { _watched: watched, id: id.unwrap_or_default(), port }
    }

    /// Ends the browser. Where that fails it ends with the driver.
    pub(super) fn end_session(&self, id: &str) {
        let Ok(mut stream) = TcpStream::connect(("127.0.0.1", self.port)) else { return };
        let _ = stream.set_read_timeout(Some(Duration::from_secs(10)));
        let _ = write!(stream, "DELETE /session/{id} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
        let _ = stream.read(&mut [0; 256]);
    }
}

/// A screen that nobody sees.
pub(super) struct Screen {
    _watched: Watched,
    /// Its name, for the variable `DISPLAY`.
    pub(super) name: String,
}

impl Screen {
    /// Starts one of this many pixels.
    pub(super) fn start((width, height): (u32, u32)) -> Self {
        let size = format!("{width}x{height}x24");
        let args = ["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", &size].map(str::to_owned);
        let mut watched = Watched::start(&places::screen(), &args, &[]);
        // The process's number, then the screen's.
        let number = watched.lines().map_while(Result::ok).nth(1);
        let number = number.expect("Xvfb does not start; `cargo xtask setup` installs it");
        Self { _watched: watched, name: format!(":{}", number.trim()) }
    }
}

fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).and_then(|l| l.local_addr()).expect("a free port").port()
}

/// Waits until somebody listens at a port.
fn answers(port: u16) -> bool {
    let start = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if start.elapsed() > Duration::from_secs(20) {
            return false;
        }
        sleep(Duration::from_millis(20));
    }
    true
}
