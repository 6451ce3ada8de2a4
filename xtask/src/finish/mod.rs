//! `finish`, Trunk's last step: one hashed script and one hashed wasm, a strict policy, the poster, and no leftovers.

mod assets;
mod html;
mod policy;
mod shorten;

use crate::project::Project;
use crate::{pack, poster};
use anyhow::{Context, Result, bail};
use assets::Staging;
use std::env;
use std::fs;

/// Finish the page that Trunk has just built (Trunk calls this)
#[derive(clap::Args)]
pub(crate) struct Args {}

/// The script that starts the application; `{js}`, `{wasm}` and `{integrity}` are filled in.
const START: &str = include_str!("start.js");

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
    let app = html::app(page)?;
    if staging.release {
        staging.strip(&app.wasm)?;
        staging.shorten(&app.wasm, &app.js)?;
    }
    let wasm = staging.rename_by_content(&app.wasm, "arctic-cable-map", "wasm")?;
    let start = START.replace("{js}", &app.js).replace("{wasm}", &wasm.name).replace("{integrity}", &wasm.integrity);
    let script = staging.bundle(&start, "arctic-cable-map", "js")?;
    staging.remove_leftovers(&app.js)?;
    let mut page = html::start(page, &script, &wasm)?;

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
    page = poster::insert(&page, &pack::world(&project.path(""), poster::KM_PER_PX)?);

    let offences = policy::offences(&page)?;
    if !offences.is_empty() {
        bail!("the page's own policy forbids what is in it:\n    {}", offences.join("\n    "));
    }
    policy::write(&page, staging.release)
}
