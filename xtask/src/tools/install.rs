//! Installs a tool, into the project's own folder wherever that is possible.

use super::{Install, Tool};
use crate::project::Project;
use crate::run::{output, run};
use anyhow::{Context, Result, bail};
use std::cell::Cell;
use std::fs;

/// The build profile for tools: they run for seconds, so they are built quickly rather than well.
const QUICK: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
];

/// Installs one tool; fails with the exact thing to install by hand where this machine does not allow it.
pub(super) fn install(project: &Project, tool: &Tool, version: Option<&str>, fresh: &Cell<bool>) -> Result<()> {
    match tool.install {
        Install::Target(target) => rustup(project, tool, &["target", "add", target]),
        Install::Component(component) => rustup(project, tool, &["component", "add", component]),
        Install::Cargo { package, locked } => cargo(project, package, version, locked),
        Install::Npm => npm(project),
        Install::Apt(packages) | Install::AptIfPossible(packages) => apt(project, tool, packages, fresh),
    }
}

fn rustup(project: &Project, tool: &Tool, args: &[&str]) -> Result<()> {
    if project.which("rustup")?.is_none() {
        bail!("rustup is not on PATH, so {} cannot be installed; please install {}", tool.name, tool.by_hand());
    }
    run("rustup", project.command("rustup")?.args(args))
}

fn cargo(project: &Project, package: &str, version: Option<&str>, locked: bool) -> Result<()> {
    let build = project.tools().join("build");
    let mut command = project.cargo()?;
    command.args(["install", package, "--force", "--root"]).arg(project.tools());
    command.arg("--target-dir").arg(&build).envs(QUICK);
    // A target directory or flags meant for the project must not reach the tools.
    command.env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS").env_remove("CARGO_BUILD_TARGET");
    if let Some(version) = version {
        command.args(["--version", version]);
    }
    if locked {
        command.arg("--locked");
    }
    run(&format!("installing {package}"), &mut command)?;
    fs::remove_dir_all(&build).with_context(|| format!("{} cannot be removed", build.display()))
}

fn npm(project: &Project) -> Result<()> {
    let folder = project.npm();
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    for name in ["package.json", "package-lock.json", ".npmrc"] {
        let from = project.path("xtask/tools").join(name);
        fs::copy(&from, folder.join(name)).with_context(|| format!("{} cannot be copied", from.display()))?;
    }
    // No package needs its install script: esbuild and binaryen carry what they run.
    run("npm ci", project.command("npm")?.args(["ci", "--ignore-scripts", "--loglevel=error"]).current_dir(&folder))
}

fn apt(project: &Project, tool: &Tool, packages: &[&str], fresh: &Cell<bool>) -> Result<()> {
    let names = packages.join(" ");
    if project.which("apt-get")?.is_none() {
        bail!("{} is missing and this system has no apt-get; please install {}", tool.name, tool.by_hand());
    }
    if output("id", project.command("id")?.arg("-u"))?.trim() != "0" {
        bail!(
            "{} is missing and only root may install it; please run: sudo apt-get install {names}\n  (what is needed is {})",
            tool.name,
            tool.by_hand()
        );
    }
    if !fresh.replace(true) {
        run("apt-get update", project.command("apt-get")?.args(["update", "-qq"]))?;
    }
    let mut install = project.command("apt-get")?;
    install.args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages);
    // A server that is installed for the tests must not start on this machine.
    install.env("DEBIAN_FRONTEND", "noninteractive").env("RUNLEVEL", "1");
    run(&format!("apt-get install {names}"), &mut install)
}
