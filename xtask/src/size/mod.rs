//! `size`: what the finished site weighs, file by file and crate by crate, and whether it keeps its limits.

mod crates;
mod first_load;
pub(crate) mod wasm;
mod weigh;

use crate::project::Project;
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use weigh::Weight;

/// The applications of the page by the stems of their files, and the most that the scripts and the wasm of each may weigh,
/// in bytes of brotli: the map, which is fetched first; the desk and what finds, fetched when they
/// are wanted or there is time; the lab, fetched when it is asked for; the seabed, fetched with the grids of depths; the press, which draws what the map draws and what stands
/// around it, fetched when something is exported; the lab, which reads all the data as the desk does and builds a network of
/// it, the planner and its waters, stage and class, fetched when somebody asks for them.
const APPLICATIONS: [(&str, usize); 10] = [
    ("arctic-cable-map", 150_000),
    ("desk", 150_000),
    ("find", 150_000),
    ("lab", 170_000),
    ("plan", 150_000),
    ("waters", 60_000),
    ("stage", 150_000),
    ("class", 150_000),
    ("seabed", 50_000),
    ("press", 150_000),
];

/// The most that is fetched until the first interactive map, in bytes of brotli.
const FIRST_MAP_LIMIT: usize = 250_000;

/// How many crates are listed by name; the rest are added up.
const CRATES: usize = 24;

/// Print what the site in dist/ weighs, and fail when it is over its limits
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The folder of the finished site
    #[arg(long, default_value = "dist")]
    site: PathBuf,
}

impl Default for Args {
    fn default() -> Self {
        Self { site: "dist".into() }
    }
}

/// Runs the command.
pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let site = project.path(&args.site);
    ensure!(site.join("index.html").is_file(), "there is no site in {}; `cargo xtask dist` writes it", site.display());
    let mut weights = BTreeMap::new();
    // What is compressed already, for servers, is the same files again.
    for name in files(&site)?.into_iter().filter(|name| !name.ends_with(".br") && !name.ends_with(".gz")) {
        let path = site.join(&name);
        let bytes = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        weights.insert(name, Weight::of(&bytes)?);
    }
    println!("{:>11} {:>11} {:>11}  file", "raw", "gzip -9", "brotli 11");
    for (name, weight) in &weights {
        println!("{weight}  {name}");
    }
    println!("{}  all files", weights.values().sum::<Weight>());
    for (stem, _) in APPLICATIONS {
        by_crate(project, stem)?;
    }
    limits(&site, &weights)
}

/// Prints what each crate adds to the wasm of an application in the last release build.
fn by_crate(project: &Project, stem: &str) -> Result<()> {
    let path = wasm::named_copy(project, stem);
    let Ok(bytes) = fs::read(&path) else {
        println!("\nWhat each crate adds to {stem} is known after `cargo xtask dist` only.");
        return Ok(());
    };
    let report = crates::attribute(&bytes)?;
    println!("\nWhat each crate adds to the wasm of {stem}, raw bytes of functions (before compression):");
    let (named, rest) = report.crates.split_at(CRATES.min(report.crates.len()));
    let total: usize = report.crates.iter().map(|(_, bytes)| bytes).sum();
    for (name, bytes) in named {
        println!("{bytes:>11} {:>6.1} %  {name}", percent(*bytes, total));
    }
    let rest_bytes: usize = rest.iter().map(|(_, bytes)| bytes).sum();
    if rest_bytes > 0 {
        println!("{rest_bytes:>11} {:>6.1} %  {} more crates", percent(rest_bytes, total), rest.len());
    }
    println!("{total:>11} {:>6.1} %  all functions", 100.0);
    println!("{:>11}           data: strings and tables of all crates", report.data);
    println!("{:>11}           types, imports, exports and other sections", report.other);
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "a share in per cent, printed with one decimal")]
fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

/// Compares the two sums with their limits.
fn limits(site: &Path, weights: &BTreeMap<String, Weight>) -> Result<()> {
    let mut first_map = Weight::default();
    for name in first_load::files(site)? {
        let weight = weights.get(&name);
        first_map +=
            *weight.with_context(|| format!("the page loads {name} at once, but the site has no such file"))?;
    }
    println!("\nLimits, in bytes of brotli:");
    let codes = APPLICATIONS.map(|(stem, limit)| (format!("code of {stem}"), code(weights, stem), limit));
    let over: Vec<String> = codes
        .into_iter()
        .chain([("first map".to_owned(), first_map, FIRST_MAP_LIMIT)])
        .filter_map(|(what, weight, limit)| {
            let kept = weight.brotli <= limit;
            println!("{:>11} of {limit} {}  {what}", weight.brotli, if kept { "kept" } else { "OVER" });
            (!kept).then_some(what)
        })
        .collect();
    if over.is_empty() { Ok(()) } else { bail!("over the size limit: {}", over.join(", ")) }
}

/// What the scripts and the wasm of an application weigh.
fn code(weights: &BTreeMap<String, Weight>, stem: &str) -> Weight {
    let is_code = |name: &str| name.ends_with(".js") || name.ends_with(".wasm");
    weights.iter().filter(|(name, _)| name.starts_with(stem) && is_code(name)).map(|(_, weight)| weight).sum()
}

/// Every file of a folder, as paths relative to it with slashes.
fn files(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            names.extend(files(&entry.path())?.into_iter().map(|inner| format!("{name}/{inner}")));
        } else {
            names.push(name);
        }
    }
    Ok(names)
}
