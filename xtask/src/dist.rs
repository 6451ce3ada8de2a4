//! `dist`: the finished static site, as plain files for any web server, and what a release has beside it.

mod twice;

use crate::finish::SITE_URL;
use crate::project::Project;
use crate::release;
use crate::run::{run as run_program, timed};
use crate::tools::{self, Need};
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Write the finished static site to dist/
#[derive(clap::Args)]
#[command(visible_alias = "build")]
pub(crate) struct Args {
    /// The folder to write to; what is in it is replaced
    #[arg(long, default_value = "dist")]
    out: PathBuf,
    /// The address that the site will have, for previews of its links: `https://example.org/arctic/`
    #[arg(long)]
    url: Option<String>,
    /// Build twice, from nothing the second time, and compare every byte
    #[arg(long)]
    check: bool,
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
        Self { out: "dist".into(), url: None, check: false }
    }
}

/// Runs the command.
pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    tools::ensure(project, Need::Build)?;
    let site = project.path(&args.out);
    build(project, args, &site)?;
    if args.check {
        twice::check(project, &site, |again| build(project, args, again))?;
    }
    println!("The site is in {}/: plain files for any web server.", args.out.display());
    Ok(())
}

/// Builds the site and what a release has beside it.
fn build(project: &Project, args: &Args, site: &Path) -> Result<()> {
    let mut trunk = trunk(project)?;
    trunk.envs(SMALL).env(SITE_URL, args.url.as_deref().unwrap_or_default());
    trunk.args(["build", "--release", "--dist"]).arg(site);
    timed("building the site", || run_program("trunk build", &mut trunk))?;
    timed("the release", || release::write(project, site))
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
