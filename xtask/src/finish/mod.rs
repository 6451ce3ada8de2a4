//! `finish`, Trunk's last step: hashed scripts and wasm, a strict policy, the poster, the whole map in one
//! file, and no leftovers.

mod accessibility;
mod assets;
mod catalogues;
mod head;
mod html;
mod inside;
mod maths;
mod names;
mod offline;
mod policy;
mod section;
mod shorten;
mod single;
mod stable;
mod unused;

pub(crate) use head::SITE_URL;

use crate::project::Project;
use crate::{pack, poster};
use anyhow::{Context, Result, bail};
use assets::{Asset, Staging};
use html::App;
use inside::{Inside, Packed, Place};
use std::env;
use std::fs;

/// Finish the page that Trunk has just built (Trunk calls this)
#[derive(clap::Args)]
pub(crate) struct Args {}

/// The scripts that start the applications; `{js}`, `{wasm}` and `{integrity}` are filled in.
const START: &str = include_str!("start.js");
const START_DESK: &str = include_str!("start_desk.js");
const START_FIND: &str = include_str!("start_find.js");
const START_LAB: &str = include_str!("start_lab.js");
const START_PLAN: &str = include_str!("start_plan.js");
const START_WATERS: &str = include_str!("../../../src/main/waters.js");
const START_STAGE: &str = include_str!("start_stage.js");
const START_CLASS: &str = include_str!("start_class.js");
const START_SEABED: &str = include_str!("../../../src/main/seabed.js");
const START_PRESS: &str = include_str!("start_press.js");

/// The applications that `www/index.html` has Trunk build without putting them into the page: name and start script. The map
/// finds each by an attribute of its own.
const BESIDE: [(&str, &str); 9] = [
    ("desk", START_DESK),
    ("find", START_FIND),
    ("lab", START_LAB),
    ("plan", START_PLAN),
    ("waters", START_WATERS),
    ("stage", START_STAGE),
    ("class", START_CLASS),
    ("seabed", START_SEABED),
    ("press", START_PRESS),
];

/// Those that are on the site only: ways through water are found by a worker, which a page that may not fetch cannot have.
const SITE_ONLY: [&str; 2] = ["plan", "waters"];

/// The style sheet of an application, by its name in `www/`: stage and class look alike, and so do lab and planner.
fn sheet_of(name: &str) -> &str {
    match name {
        "class" => "stage",
        "plan" => "lab",
        _ => name,
    }
}

/// Runs the command on the folder that Trunk names.
pub(crate) fn run(project: &Project, _args: &Args) -> Result<()> {
    let folder = env::var_os("TRUNK_STAGING_DIR").context("`finish` is called by Trunk, which names its folder")?;
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let staging = Staging::new(project, folder.into(), release);
    let path = staging.path("index.html");
    let page = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let page = finish(project, &staging, &page)?;
    fs::write(&path, page).with_context(|| format!("{} cannot be written", path.display()))?;
    if release { offline::write(&staging) } else { Ok(()) }
}

fn finish(project: &Project, staging: &Staging<'_>, page: &str) -> Result<String> {
    let mut inside = Inside::new(staging)?;
    let frame = inside.module(staging, &staging.source("frame.js")?, "frame")?;
    let start = START.replace("{frame}", &frame.name);
    let (script, wasm) = application(staging, &mut inside, &html::app(page)?, "arctic-cable-map", &start)?;
    let mut page = html::start(page, &script, &wasm)?;
    for (name, start) in BESIDE {
        let (script, _) = application(staging, &mut inside, &App::beside(name), name, start)?;
        page = html::name_application(&page, name, &script, staging.style_of(sheet_of(name))?.as_ref())?;
    }
    staging.remove_leftovers()?;
    let seas = project.read(&format!("geodata/{}", names::FILE))?;
    names::add(&staging.path("locales"), seas.as_bytes())?;
    stable::write(staging)?;
    accessibility::write(project, staging)?;

    if staging.release {
        for href in html::styles(&page)? {
            let style = staging.minify_style(&href)?;
            page = html::replace_style(&page, &href, &style)?;
        }
    }
    let mut names = Vec::new();
    for text in html::inline_scripts(&page)? {
        names.push(staging.write_by_content(policy::live_reload(&text).as_bytes(), "inline", "js")?.name);
    }
    page = html::externalise(&page, &names)?;
    let (world, atlas) = pack::world(&project.path(""), poster::KM_PER_PX)?;
    page = poster::insert(&page, &world, &atlas);
    if staging.release {
        let files = single_file(project, staging, &inside, (&page, &script.name))?;
        let all = inside.script(&script.name, &files, Place::Beside)?;
        let all = staging.write_by_content(all.as_bytes(), "inside", "js")?;
        let apart = staging.write_by_content(staging.minified("apart.js", &[])?.as_bytes(), "apart", "js")?;
        page = html::step_in(&page, &apart, &all)?;
        page = head::write(project, staging, &page)?;
    }

    let offences = policy::offences(&page)?;
    if !offences.is_empty() {
        bail!("the page's own policy forbids what is in it:\n    {}", offences.join("\n    "));
    }
    policy::write(&page, staging.release, &head::site()?)
}

/// Writes the single file with tiers as fine as its limit allows; answers what went inside.
fn single_file(
    project: &Project,
    staging: &Staging<'_>,
    inside: &Inside,
    (page, first): (&str, &str),
) -> Result<Packed> {
    let (world, _) = pack::world(&project.path(""), poster::ALONE_KM_PER_PX)?;
    let poster = poster::picture(&world);
    for most_bytes in inside::TIERS_UP_TO {
        let files = inside.files(staging, most_bytes)?;
        if single::write(staging, page, &poster, &inside.script(first, &files, Place::Alone)?)? {
            return Ok(files);
        }
    }
    bail!("{} is over {} bytes, even with coarse tiers", single::NAME, single::LIMIT)
}

/// Makes one script and one wasm of an application, named by their content.
fn application(
    staging: &Staging<'_>,
    inside: &mut Inside,
    app: &App,
    stem: &str,
    start: &str,
) -> Result<(Asset, Asset)> {
    staging.make_small(app, stem)?;
    let wasm = staging.rename_by_content(&app.wasm, stem, "wasm")?;
    let script = inside.application(staging, (start, stem), app, &wasm)?;
    staging.remove(&app.js)?;
    Ok((script, wasm))
}
