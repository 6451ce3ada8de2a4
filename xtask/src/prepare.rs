//! `prepare`, Trunk's first step: the packages that it builds with, and the data and colours that it copies.

use crate::pack;
use crate::project::Project;
use crate::run::run as run_program;
use anyhow::Result;

/// Prepare what Trunk builds with and copies (Trunk calls this)
#[derive(clap::Args)]
pub(crate) struct Args {}

/// Runs the command.
pub(crate) fn run(project: &Project, _args: &Args) -> Result<()> {
    // Trunk calls cargo with --offline, so whatever Cargo.lock names has to be there before it builds. What the standard
    // library needs is fetched for the target that is named, or for this machine only.
    run_program("cargo fetch", project.cargo()?.args(["fetch", "--target", "wasm32-unknown-unknown"]))?;
    run_program("cargo fetch", project.cargo()?.arg("fetch"))?;
    pack::run(&project.path(""))
}
