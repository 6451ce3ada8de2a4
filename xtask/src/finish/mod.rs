//! `finish`, Trunk's last step: one hashed script and one hashed wasm, a strict policy, the poster, and no leftovers.

mod assets;
mod html;
mod names;
mod policy;
mod section;
mod shorten;
mod unused;

use crate::project::Project;
use crate::{pack, poster};
use anyhow::{Context, Result, bail};
use assets::{Asset, Staging};
use html::App;
use std::env;
use std::fs;

/// Finish the page that Trunk has just built (Trunk calls this)
#[derive(clap::Args)]
pub(crate) struct Args {}

/// The scripts that start the applications; `{js}`, `{wasm}` and `{integrity}` are filled in.
const START: &str = include_str!("start.js");
const START_DESK: &str = include_str!("start_desk.js");
const START_SEABED: &str = include_str!("../../../src/main/seabed.js");

/// The applications that `www/index.html` has Trunk build without putting them into the page: name and start script. The map
/// finds each by an attribute of its own.
const BESIDE: [(&str, &str); 2] = [("desk", START_DESK), ("seabed", START_SEABED)];

/// Runs the command on the folder that Trunk names.
pub(crate) fn run(project: &Project, _args: &Args) -> Result<()> {
    let folder = env::var_os("TRUNK_STAGING_DIR").context("`finish` is called by Trunk, which names its folder")?;
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let staging = Staging::new(project, folder.into(), release);
    let path = staging.path("index.html");
    let page = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let page = finish(project, &staging, &page)?;
    fs::write(&path, page).with_context(|| format!("{} cannot be written", path.display()))
}

fn finish(project: &Project, staging: &Staging<'_>, page: &str) -> Result<String> {
    let (script, wasm) = application(staging, &html::app(page)?, "arctic-cable-map", START)?;
    let mut page = html::start(page, &script, &wasm)?;
    for (name, start) in BESIDE {
        let (script, _) = application(staging, &App::beside(name), name, start)?;
        page = html::name_application(&page, name, &script)?;
    }
    staging.remove_leftovers()?;
    let seas = project.read(&format!("geodata/{}", names::FILE))?;
    names::add(&staging.path("locales"), seas.as_bytes())?;

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

    let offences = policy::offences(&page)?;
    if !offences.is_empty() {
        bail!("the page's own policy forbids what is in it:\n    {}", offences.join("\n    "));
    }
    policy::write(&page, staging.release)
}

/// Makes one script and one wasm of an application, named by their content.
fn application(staging: &Staging<'_>, app: &App, stem: &str, start: &str) -> Result<(Asset, Asset)> {
    if staging.release {
        staging.optimise(&app.wasm, &app.js)?;
        staging.strip(&app.wasm, stem)?;
        staging.shorten(&app.wasm, &app.js)?;
    }
    let wasm = staging.rename_by_content(&app.wasm, stem, "wasm")?;
    let start = start.replace("{js}", &app.js).replace("{wasm}", &wasm.name).replace("{integrity}", &wasm.integrity);
    let script = staging.bundle(&start, stem, "js")?;
    staging.remove(&app.js)?;
    Ok((script, wasm))
}
