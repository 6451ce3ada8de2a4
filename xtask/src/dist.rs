//! `dist`: the finished static site, as plain files for any web server.

use crate::project::Project;
use crate::run::{run as run_program, timed};
use crate::tools::{self, Need};
use anyhow::Result;
use std::path::PathBuf;
use std::process::Command;

/// Write the finished static site to dist/
#[derive(clap::Args)]
#[command(visible_alias = "build")]
pub(crate) struct Args {
    /// The folder to write to; what is in it is replaced
    #[arg(long, default_value = "dist")]
    out: PathBuf,
}

/// What makes the shipped wasm a sixth smaller than the standard library as it comes allows: the library is compiled
/// with the application, for size, and a panic stops at once instead of formatting a message that no reader of the page
/// would see. Cargo and rustc call these settings unstable; `RUSTC_BOOTSTRAP` lets the stable compiler take them. The
/// development build has none of it, and keeps its messages.
const SMALL: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none",
    ),
];

impl Default for Args {
    fn default() -> Self {
        Self { out: "dist".into() }
    }
}

/// Runs the command.
pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    tools::ensure(project, Need::Build)?;
    let mut trunk = trunk(project)?;
    trunk.envs(SMALL);
    trunk.args(["build", "--release", "--dist"]).arg(&args.out);
    timed("building the site", || run_program("trunk build", &mut trunk))?;
    println!("The site is in {}/: plain files for any web server.", args.out.display());
    Ok(())
}

/// Trunk, forbidden to download anything: `setup` has installed its tools and a hook fetches the packages.
pub(crate) fn trunk(project: &Project) -> Result<Command> {
    let mut trunk = project.command("trunk")?;
    // The hooks of Trunk.toml call this very program by its name.
    if let Some(folder) = std::env::current_exe()?.parent() {
        let path = project.search_path()?;
        let folders = std::iter::once(folder.to_path_buf()).chain(std::env::split_paths(&path));
        trunk.env("PATH", std::env::join_paths(folders)?);
    }
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true").env("TRUNK_OFFLINE", "true").env("RUST_LIB_BACKTRACE", "0");
    // Trunk reads NO_COLOR as true or false, others only whether it is there.
    trunk.env_remove("NO_COLOR").args(["--log", "error,trunk=warn"]);
    Ok(trunk)
}
