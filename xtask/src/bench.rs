//! `bench`: how fast the built site draws beside other maps in the same browser, and the native benches.

use crate::dist;
use crate::project::Project;
use crate::run::{output, run as run_program};
use crate::tools::{self, Need};
use anyhow::{Context, Result};
use std::num::NonZero;
use std::path::Path;
use std::{env, fs, thread};

/// Measure the built site beside other maps in a browser, and the library's own benches
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
    /// Fewer frames, one load of each page, memory after five seconds of motion instead of a minute
    #[arg(long)]
    quick: bool,
    /// Only maps whose name in the tables holds this; may be given more than once
    #[arg(long, value_name = "PART")]
    only: Vec<String>,
}

/// What `--quick` changes.
const QUICK: [(&str, &str); 3] = [("BENCH_FRAMES", "90"), ("BENCH_SECONDS", "5"), ("BENCH_LOADS", "1")];

/// The contenders that come as many modules, which their documentation has bundled.
const BUNDLED: [&str; 2] = ["d3", "openlayers"];

/// Runs the command.
pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    tools::ensure(project, Need::Bench)?;
    if !args.native {
        if !args.as_built {
            dist::run(project, &dist::Args::default())?;
        }
        let table = browser(project, args)?;
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
fn browser(project: &Project, args: &Args) -> Result<String> {
    let (driver, browser) = tools::driver(project)?;
    let work = project.path("target/bench");
    bundle(project, &work.join("bundle"))?;
    let mut command = project.cargo()?;
    command.args(["run", "--quiet", "--locked", "--package", "browser-tests", "--bin", "bench"]);
    command.env("SITE_DIR", project.path("dist")).env("CHROMEDRIVER", driver).env("CHROMIUM", browser);
    command.env("NPM_DIR", project.npm()).env("BENCH_DIR", work).env("BENCH_ONLY", args.only.join(","));
    if args.quick {
        command.envs(QUICK);
    }
    println!("» measuring in the browser (takes {})", if args.quick { "about 2 minutes" } else { "about 15 minutes" });
    output("the bench", &mut command)
}

/// Bundles the scripts of contenders as their users do: only what is used, minified.
fn bundle(project: &Project, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    for name in BUNDLED {
        let mut esbuild = project.command("esbuild")?;
        esbuild.arg(project.path(format!("benches/compare/{name}.js")));
        esbuild.args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning"]);
        esbuild.arg(format!("--outfile={}", folder.join(format!("{name}.js")).display()));
        esbuild.env("NODE_PATH", project.npm().join("node_modules"));
        run_program("esbuild", &mut esbuild)?;
    }
    Ok(())
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
