//! Every command of the project; `cargo xtask --help` lists them with the first line of their documentation.

mod ask;
mod attribution;
mod bench;
mod changes;
mod data;
mod dist;
mod fine_land;
mod finish;
mod geotiff;
mod import;
mod lockfile;
mod markup;
mod natural_earth;
mod pack;
mod picture;
mod poster;
mod prepare;
mod project;
mod release;
mod route;
mod run;
mod serve;
mod setup;
mod size;
mod style;
mod test;
mod tiers;
mod tools;

use anyhow::Result;
use clap::{Parser, Subcommand};
use project::Project;
use std::process::ExitCode;

/// The tool of the Arctic Cable Map.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// The list of commands: one variant, one file.
#[derive(Subcommand)]
enum Command {
    Serve(serve::Args),
    Test(test::Args),
    Dist(dist::Args),
    Size(size::Args),
    Bench(bench::Args),
    Setup(setup::Args),
    Data(data::Args),
    Ask(Box<ask::Args>),
    Picture(Box<picture::Args>),
    #[command(hide = true)]
    Prepare(prepare::Args),
    #[command(hide = true)]
    Finish(finish::Args),
}

fn main() -> ExitCode {
    match command(Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\ncargo xtask stopped: {error}");
            for cause in error.chain().skip(1) {
                eprintln!("  because {cause}");
            }
            ExitCode::FAILURE
        }
    }
}

fn command(cli: Cli) -> Result<()> {
    let project = Project::find()?;
    match cli.command {
        Command::Serve(args) => serve::run(&project, &args),
        Command::Test(args) => test::run(&project, &args),
        Command::Dist(args) => dist::run(&project, &args),
        Command::Size(args) => size::run(&project, &args),
        Command::Bench(args) => bench::run(&project, &args),
        Command::Setup(args) => setup::run(&project, &args),
        Command::Data(args) => data::run(&project, &args),
        Command::Ask(args) => ask::run(&project, &args),
        Command::Picture(args) => picture::run(&project, &args),
        Command::Prepare(args) => prepare::run(&project, &args),
        Command::Finish(args) => finish::run(&project, &args),
    }
}

#[cfg(test)]
mod tests {
    use super::Cli;
    use clap::CommandFactory;

    #[test]
    fn every_command_says_what_it_does() {
        Cli::command().debug_assert();
        for command in Cli::command().get_subcommands() {
            assert!(command.get_about().is_some(), "{} has no help line", command.get_name());
        }
    }
}
