//! `ask`: questions to the network of cables, answered in words or as JSON.

mod compare;
mod cut;
mod gauge;
mod options;
mod plan;
mod shape;
mod validate;
mod weak;
mod words;
mod world;

use crate::project::Project;
use anyhow::{Result, bail};
use clap::Subcommand;
use options::Options;
use world::World;

/// Ask the network of cables: ways between two places, cuts, weak points, how good the model is
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    question: Question,
    #[command(flatten)]
    options: Options,
}

/// What is asked.
#[derive(Subcommand)]
enum Question {
    /// The best way from one place to another over each corridor, side by side
    Compare {
        /// A place or a landing by its id, as helsinki or landing:tomakomai-jp, or a position as lon,lat
        #[arg(allow_hyphen_values = true)]
        from: String,
        /// The other end
        #[arg(allow_hyphen_values = true)]
        to: String,
    },
    /// What a cut does: before and after, for pairs of places and by country
    Cut {
        /// What is cut, as in a link: cable:…, segment:…, chokepoint:…, landing:…
        #[arg(required = true)]
        cuts: Vec<String>,
        /// A pair of places to look at besides the usual ones
        #[arg(long, num_args = 2, value_names = ["FROM", "TO"])]
        pair: Vec<String>,
    },
    /// An incident of the past as it would be modelled; without an id, the list of them
    Incident {
        /// The event's id
        id: Option<String>,
        /// A pair of places to look at besides the usual ones
        #[arg(long, num_args = 2, value_names = ["FROM", "TO"])]
        pair: Vec<String>,
    },
    /// Single points of failure, the most serious first
    Weak {
        /// How many are shown
        #[arg(long, default_value_t = 25)]
        count: usize,
    },
    /// The most ways between two places that share nothing, and what they hang on
    Paths {
        /// A place or a landing, or a position
        #[arg(allow_hyphen_values = true)]
        from: String,
        /// The other end
        #[arg(allow_hyphen_values = true)]
        to: String,
    },
    /// A cable of your own from shore to shore by the shortest way through water, and what it would change
    Plan(plan::Args),
    /// Geodesics between points that follow each other: length, bearing, the time of light
    Measure {
        /// Places, landings or positions, as in plan
        #[arg(required = true, allow_hyphen_values = true)]
        points: Vec<String>,
    },
    /// Depths, ice and chokepoints along a cable or a segment
    Profile {
        /// Its id, as polar-connect or segment:c-lion1/helsinki-fi--rostock-de
        id: String,
    },
    /// Modelled round trips against published ones
    Validate {
        /// Write the table into README.md
        #[arg(long)]
        write: bool,
    },
}

/// Runs the command.
pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let mut world = World::read(&project.path("geodata"))?;
    let options = &args.options;
    match &args.question {
        Question::Compare { from, to } => {
            let ends = options::ends(&mut world, from, to)?;
            compare::run(&world, options, ends)
        }
        Question::Cut { cuts, pair } => {
            let pair = pair_of(&mut world, pair)?;
            cut::run(&world, options, cuts, pair)
        }
        Question::Incident { id, pair } => {
            let pair = pair_of(&mut world, pair)?;
            cut::replay(&world, options, id.as_deref(), pair)
        }
        Question::Weak { count } => weak::run(&world, options, *count),
        Question::Paths { from, to } => {
            let ends = options::ends(&mut world, from, to)?;
            weak::paths(&world, options, ends)
        }
        Question::Plan(wished) => plan::run(&project.path(""), &world, options, wished),
        Question::Measure { points } => gauge::measure(&world, options, points),
        Question::Profile { id } => gauge::profile(&world, options, id),
        Question::Validate { write } => {
            let readme = project.path("README.md");
            validate::run(&world, options, write.then_some(readme.as_path()))
        }
    }
}

fn pair_of(world: &mut World, pair: &[String]) -> Result<Option<[usize; 2]>> {
    match pair {
        [] => Ok(None),
        [from, to] => options::ends(world, from, to).map(Some),
        _ => bail!("--pair takes two places"),
    }
}
