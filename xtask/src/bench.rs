//! `bench`: how fast the built site draws beside other maps in the same browser, and the native benches.

use crate::dist;
use crate::project::Project;
use crate::run::{output, run as run_program};
use crate::tools::{self, Need};
use anyhow::{Context, Result};
use std::num::NonZero;
use std::{env, fs, thread};

/// Measure the built site beside d3-geo in a browser, and the library's own benches
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Only what is measured in the browser
    #[arg(long, conflicts_with = "native")]
    browser: bool,
    /// Only the library's own benches
    #[arg(long)]
    native: bool,
    /// Keep what the browser measured in benches/RESULTS.md
    #[arg(long)]
    write: bool,
    /// Measure the site that is in dist/ as it is
    #[arg(long)]
    as_built: bool,
}

/// Runs the command.
pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    tools::ensure(project, Need::Test)?;
    if !args.native {
        if !args.as_built {
            dist::run(project, &dist::Args::default())?;
        }
        let table = browser(project)?;
        println!("{table}");
        if args.write {
            keep(project, &table)?;
        }
    }
    if !args.browser {
        let benches = ["bench", "--locked", "--package", "arctic-cable-map", "--benches"];
        run_program("cargo", project.cargo()?.args(benches))?;
    }
    Ok(())
}

/// What the bench printed.
fn browser(project: &Project) -> Result<String> {
    let (driver, browser) = tools::driver(project)?;
    let mut command = project.cargo()?;
    command.args(["run", "--quiet", "--locked", "--package", "browser-tests", "--bin", "bench"]);
    command.env("SITE_DIR", project.path("dist")).env("CHROMEDRIVER", driver).env("CHROMIUM", browser);
    command.env("NPM_DIR", project.npm());
    println!("» measuring in the browser (takes about 2 minutes)");
    output("the bench", &mut command)
}

/// Writes the table with what it was measured on.
fn keep(project: &Project, table: &str) -> Result<()> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let (os, arch) = (env::consts::OS, env::consts::ARCH);
    let text = format!(
        "# What `cargo xtask bench --write` measured last\n\n\
         On {cores} cores, {os}, {arch}. Times hold for that machine only; the ratios are what to compare.\n\n{table}"
    );
    let path = project.path("benches/RESULTS.md");
    fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))
}
