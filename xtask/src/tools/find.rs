//! Looks whether a tool is there, in the version that is wanted.

use super::table::TOOLS;
use super::{Find, Need, Tool};
use crate::project::Project;
use crate::run::output;
use anyhow::{Context, Result};
use serde_json::Value;
use std::env;
use std::path::PathBuf;
use std::process::Command;

/// Where or in which version the tool was found, or nothing.
pub(super) fn find(project: &Project, tool: &Tool, version: Option<&str>) -> Result<Option<String>> {
    Ok(match tool.find {
        Find::Says(program, args) => says(project, program, args)?.filter(|said| fits(said, version)),
        Find::Target(target) => target_folder(project, target)?,
        Find::Sysroot(file) => sysroot_file(project, file)?,
        Find::Npm => npm_folder(project, tool.name, version),
        Find::Program(variable, names) => program(project, variable, names)?.map(|path| path.display().to_string()),
        Find::Font(language) => font(project, language)?,
    })
}

/// The driver of the browser that the tests use, and the browser, where a variable or PATH names them.
pub(crate) fn driver(project: &Project) -> Result<(PathBuf, PathBuf)> {
    let mut found = Vec::new();
    for wanted in ["chromedriver", "chromium"] {
        let tool = TOOLS.iter().find(|tool| tool.name == wanted);
        let Some(Tool { find: Find::Program(variable, names), .. }) = tool else {
            continue;
        };
        found.extend(program(project, variable, names)?);
    }
    let [driver, browser]: [PathBuf; 2] =
        found.try_into().ok().context("no Chromium with its driver; `cargo xtask setup` installs them")?;
    Ok((driver, browser))
}

/// The variables that tell the browser tests where a browser, its driver and its screen are.
pub(crate) fn variables(project: &Project, need: Need) -> Result<Vec<(&'static str, PathBuf)>> {
    let mut found = Vec::new();
    for tool in TOOLS.iter().filter(|tool| need.includes(tool.need)) {
        if let Find::Program(variable, names) = tool.find {
            found.extend(program(project, variable, names)?.map(|path| (variable, path)));
        }
    }
    Ok(found)
}

/// The version that a package.json pins a package to.
pub(super) fn npm_version(package_json: &str, package: &str) -> Result<String> {
    let json: Value = serde_json::from_str(package_json).context("xtask/tools/package.json is no JSON")?;
    let version = json["devDependencies"][package].as_str();
    Ok(version.with_context(|| format!("xtask/tools/package.json names no {package}"))?.to_owned())
}

/// What a program prints when it is asked for its version; nothing when it is not there or fails.
fn says(project: &Project, program: &str, args: &[&str]) -> Result<Option<String>> {
    if project.which(program)?.is_none() {
        return Ok(None);
    }
    let said = output(program, project.command(program)?.args(args));
    Ok(said.ok().and_then(|said| said.lines().next().map(|line| line.trim().to_owned())))
}

/// Whether a version number stands as a word in what a program said.
fn fits(said: &str, version: Option<&str>) -> bool {
    version.is_none_or(|version| said.split_whitespace().any(|word| word == version))
}

fn target_folder(project: &Project, target: &str) -> Result<Option<String>> {
    let folder = sysroot(project)?.join("lib/rustlib").join(target).join("lib");
    Ok(folder.is_dir().then(|| folder.display().to_string()))
}

fn sysroot_file(project: &Project, file: &str) -> Result<Option<String>> {
    let path = sysroot(project)?.join(file);
    Ok(path.is_file().then(|| path.display().to_string()))
}

/// The folder of the compiler in use.
fn sysroot(project: &Project) -> Result<PathBuf> {
    let folder = output("rustc", project.command("rustc")?.args(["--print", "sysroot"]))?;
    Ok(PathBuf::from(folder.trim()))
}

fn npm_folder(project: &Project, package: &str, version: Option<&str>) -> Option<String> {
    let about = project.npm().join("node_modules").join(package).join("package.json");
    let json: Value = serde_json::from_str(&std::fs::read_to_string(&about).ok()?).ok()?;
    let found = json["version"].as_str()?;
    version.is_none_or(|version| version == found).then(|| format!("{found} in .tools/npm"))
}

fn program(project: &Project, variable: &str, names: &[&str]) -> Result<Option<PathBuf>> {
    if let Some(named) = env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file()) {
        return Ok(Some(named));
    }
    for name in names {
        if let Some(path) = project.which(name)? {
            return Ok(Some(path));
        }
    }
    Ok(None)
}

fn font(project: &Project, language: &str) -> Result<Option<String>> {
    if project.which("fc-list")?.is_none() {
        return Ok(None);
    }
    let mut command: Command = project.command("fc-list")?;
    let fonts = output("fc-list", command.args([&format!(":lang={language}"), "family"]))?;
    Ok(fonts.lines().next().map(|family| family.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_a_whole_word() {
        assert!(fits("trunk 0.21.14", Some("0.21.14")));
        assert!(fits("wasm-opt version 132 (version_132)", Some("132")));
        assert!(!fits("trunk 0.21.14-beta", Some("0.21.14")));
        assert!(!fits("wasm-bindgen 0.2.130", Some("0.2.13")));
        assert!(fits("anything", None));
    }

    #[test]
    fn npm_versions_are_pinned_in_one_file() {
        let json = r#"{"devDependencies": {"esbuild": "0.28.2"}}"#;
        assert_eq!(npm_version(json, "esbuild").ok().as_deref(), Some("0.28.2"));
        assert!(npm_version(json, "d3-geo").is_err());
        assert!(npm_version("{", "esbuild").is_err());
    }
}
