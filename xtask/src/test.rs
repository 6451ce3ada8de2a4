//! `test`: every check of the project, in the order in which they are quickest to fail.

mod browser;

use crate::project::Project;
use crate::run::{Spent, run as run_program};
use crate::tools::{self, Need};
use crate::{data, dist, size};
use anyhow::{Context, Result};
use browser::{Engine, Engines, Run};
use clap::ValueEnum;
use std::time::Instant;

/// The page's target.
const WASM: &str = "wasm32-unknown-unknown";

/// Run every check: format, lints, tests, data, the built site, its size, and the site in a browser
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Leave out everything that needs the built site or a browser
    #[arg(long)]
    quick: bool,
    /// Run the whole browser suite in this engine, and in no other that is not named too
    #[arg(long, value_enum, conflicts_with = "engines")]
    engine: Vec<Engine>,
    /// Run the browser suite in Firefox and WebKit too: all of it, or its own part of what depends on the engine
    #[arg(long, value_enum)]
    engines: Option<Engines>,
}

impl Args {
    /// The engines to test in, each with how much of the suite.
    fn runs(&self) -> Vec<Run> {
        let whole = |engine: &Engine| Run { engine: *engine, whole: true };
        match (self.engine.as_slice(), self.engines) {
            ([], None) => vec![whole(&Engine::Chromium)],
            ([], Some(Engines::Own)) => {
                Engine::value_variants().iter().map(|e| Run { engine: *e, whole: *e == Engine::Chromium }).collect()
            }
            ([], Some(Engines::All)) => Engine::value_variants().iter().map(whole).collect(),
            (named, _) => named.iter().map(whole).collect(),
        }
    }
}

/// One check with its name.
struct Step {
    name: &'static str,
    /// Whether `--quick` does it too.
    quick: bool,
    work: fn(&Project, &Args) -> Result<()>,
}

/// Every check, in order.
const STEPS: &[Step] = &[
    Step { name: "format", quick: true, work: |project, _| cargo(project, &["fmt", "--all", "--check"]) },
    Step {
        name: "lints of the native code",
        quick: true,
        work: |project, _| {
            cargo(project, &["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"])
        },
    },
    Step {
        name: "lints of the page's code",
        quick: false,
        work: |project, _| {
            let page = ["--package", "arctic-cable-map", "--target", WASM, "--lib", "--bins"];
            cargo(project, &[&["clippy", "--locked"], &page[..], &["--", "-D", "warnings"]].concat())
        },
    },
    Step {
        name: "native tests",
        quick: true,
        work: |project, _| cargo(project, &["test", "--locked", "--workspace", "--exclude", "browser-tests"]),
    },
    Step { name: "data", quick: true, work: |project, _| data::check(project) },
    Step { name: "the site", quick: false, work: |project, _| dist::run(project, &dist::Args::default()) },
    Step { name: "the site's size", quick: false, work: |project, _| size::run(project, &size::Args::default()) },
    Step { name: "the site in a browser", quick: false, work: |project, args| browser::run(project, &args.runs()) },
];

/// Runs the command.
pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let start = Instant::now();
    println!("» tools");
    tools::ensure(project, Need::Test)?;
    if !args.quick {
        browser::ensure(project, &args.runs())?;
    }
    let steps: Vec<&Step> = STEPS.iter().filter(|step| step.quick || !args.quick).collect();
    let mut times = Vec::new();
    for (number, step) in steps.iter().enumerate() {
        println!("\n» {} of {}: {}", number + 1, steps.len(), step.name);
        let start = Instant::now();
        let done = (step.work)(project, args);
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
