//! `setup`: installs every tool that the other commands need.

use crate::project::Project;
use crate::run::timed;
use crate::tools::{self, Need};
use anyhow::Result;

/// Install the tools that the other commands need (they call this themselves)
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Only list what is there and what is missing
    #[arg(long)]
    check: bool,
}

/// Runs the command.
pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    if args.check {
        return tools::check(project);
    }
    timed("tools", || {
        [Need::Bench, Need::Firefox, Need::WebKit].into_iter().try_for_each(|need| tools::ensure(project, need))
    })?;
    tools::check(project)
}
