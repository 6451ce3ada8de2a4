//! `bench`: how fast the built site draws beside other maps in the same browser, and the native benches.

use crate::dist;
use crate::project::Project;
use crate::run::run as run_program;
use crate::tools::{self, Need};
use anyhow::Result;

/// Measure the built site beside d3-geo in a browser, and the library's own benches
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Only what is measured in the browser
    #[arg(long, conflicts_with = "native")]
    browser: bool,
    /// Only the library's own benches
    #[arg(long)]
    native: bool,
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
        browser(project)?;
    }
    if !args.browser {
        let benches = ["bench", "--locked", "--package", "arctic-cable-map", "--benches"];
        run_program("cargo", project.cargo()?.args(benches))?;
    }
    Ok(())
}

fn browser(project: &Project) -> Result<()> {
    let (driver, browser) = tools::driver(project)?;
    let mut command = project.cargo()?;
    command.args(["run", "--quiet", "--locked", "--release", "--package", "browser-tests", "--bin", "bench"]);
    command.env("SITE_DIR", project.path("dist")).env("CHROMEDRIVER", driver).env("CHROMIUM", browser);
    command.env("NPM_DIR", project.npm());
    run_program("the bench", &mut command)
}
