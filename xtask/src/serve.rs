//! `serve`: the map on this machine, built again after every change.

use crate::dist;
use crate::project::Project;
use crate::run::run as run_program;
use crate::tools::{self, Need};
use anyhow::{Context, Result};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

/// Show the map on this machine and build it again after every change
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The port to listen on
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Build as for publication: slower to build, faster to run
    #[arg(long)]
    release: bool,
}

/// Runs the command; it ends when the person ends it.
pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, args.port));
    drop(TcpListener::bind(address).with_context(|| {
        format!(
            "port {} is taken; choose another one: cargo xtask serve --port {}",
            args.port,
            args.port.wrapping_add(1)
        )
    })?);
    tools::ensure(project, Need::Build)?;
    println!("» building the map; it will be at http://{address}/ (Ctrl+C stops it)");
    thread::spawn(move || announce(address));
    let folder = project.path("target/serve");
    std::fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let mut trunk = dist::trunk(project)?;
    trunk.args(["serve", "--disable-address-lookup", "--address", "127.0.0.1"]);
    trunk.args(["--port", &args.port.to_string(), "--dist"]).arg(&folder);
    if args.release {
        trunk.arg("--release");
    }
    run_program("trunk serve", &mut trunk)
}

/// Waits until the page is answered and says where it is.
fn announce(address: SocketAddr) {
    loop {
        thread::sleep(Duration::from_millis(300));
        match answers(address) {
            Some(true) => {
                return println!("\nThe map is ready: open http://{address}/ in a browser. It follows every change.");
            }
            Some(false) => {
                return println!("\nThe page could not be built yet. After the next change look at http://{address}/");
            }
            None => {}
        }
    }
}

/// Whether the server answers with a page, or nothing while it does not listen.
fn answers(address: SocketAddr) -> Option<bool> {
    let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(1)).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(2))).ok()?;
    write!(stream, "GET / HTTP/1.0\r\nHost: {address}\r\n\r\n").ok()?;
    let mut first = [0; 12];
    stream.read_exact(&mut first).ok()?;
    Some(first.ends_with(b"200"))
}
