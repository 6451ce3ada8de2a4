//! `test`: every check of the project, in the order in which they are quickest to fail.

use crate::project::Project;
use crate::run::{Spent, run as run_program};
use crate::tools::{self, Need};
use crate::{data, dist, size};
use anyhow::{Context, Result};
use std::process::Command;
use std::time::Instant;

/// The page's target.
const WASM: &str = "wasm32-unknown-unknown";

/// Run every check: format, lints, tests, data, the built site, its size, and the site in a browser
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Leave out everything that needs the built site or a browser
    #[arg(long)]
    quick: bool,
}

/// One check with its name.
struct Step {
    name: &'static str,
    /// Whether `--quick` does it too.
    quick: bool,
    work: fn(&Project) -> Result<()>,
}

/// Every check, in order.
const STEPS: &[Step] = &[
    Step { name: "format", quick: true, work: |project| cargo(project, &["fmt", "--all", "--check"]) },
    Step {
        name: "lints of the native code",
        quick: true,
        work: |project| cargo(project, &["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"]),
    },
    Step {
        name: "lints of the page's code",
        quick: false,
        work: |project| {
            let page = ["--package", "arctic-cable-map", "--target", WASM, "--lib", "--bins"];
            cargo(project, &[&["clippy", "--locked"], &page[..], &["--", "-D", "warnings"]].concat())
        },
    },
    Step {
        name: "native tests",
        quick: true,
        work: |project| cargo(project, &["test", "--locked", "--workspace", "--exclude", "browser-tests"]),
    },
    Step { name: "data", quick: true, work: data::check },
    Step { name: "the site", quick: false, work: |project| dist::run(project, &dist::Args::default()) },
    Step { name: "the site's size", quick: false, work: |project| size::run(project, &size::Args::default()) },
    Step { name: "the site in a browser", quick: false, work: browser },
];

/// Runs the command.
pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let start = Instant::now();
    println!("» tools");
    tools::ensure(project, Need::Test)?;
    let steps: Vec<&Step> = STEPS.iter().filter(|step| step.quick || !args.quick).collect();
    let mut times = Vec::new();
    for (number, step) in steps.iter().enumerate() {
        println!("\n» {} of {}: {}", number + 1, steps.len(), step.name);
        let start = Instant::now();
        let done = (step.work)(project);
        times.push((step.name, start.elapsed()));
        done.with_context(|| format!("the check \"{}\" failed after {}", step.name, Spent(start.elapsed())))?;
    }
    println!("\nEvery check passed in {}:", Spent(start.elapsed()));
    for (name, time) in times {
        println!("{:>13}  {name}", Spent(time).to_string());
    }
    Ok(())
}

fn cargo(project: &Project, args: &[&str]) -> Result<()> {
    run_program("cargo", project.cargo()?.args(args))
}

/// The built site in a browser. The tests learn from variables where the site, the browser and axe are.
fn browser(project: &Project) -> Result<()> {
    let (driver, browser) = tools::driver(project)?;
    let mut command: Command = project.cargo()?;
    command.args(["test", "--locked", "--package", "browser-tests"]);
    command.env("SITE_DIR", project.path("dist")).env("CHROMEDRIVER", driver).env("CHROMIUM", browser);
    command.env("AXE", project.npm().join("node_modules/axe-core/axe.min.js"));
    run_program("cargo", &mut command)
}
