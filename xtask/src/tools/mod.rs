//! The tools that the project needs, in one table: which version, how each is found and how it is installed.

mod find;
mod install;
mod table;

pub(crate) use find::{driver, variables};

use crate::lockfile;
use crate::project::Project;
use anyhow::{Context, Result, bail};
use std::cell::Cell;
use table::TOOLS;

/// What a tool is needed for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// Making the page: `serve` and `dist`.
    Build,
    /// `test`.
    Test,
    /// `bench`: the maps that ours is measured beside.
    Bench,
    /// `test` in Firefox.
    Firefox,
    /// `test` in WebKit.
    WebKit,
}

impl Need {
    /// Whether what is needed for something includes what is needed for another: all of it the build, most of it the tests.
    fn includes(self, other: Self) -> bool {
        self == other || other == Self::Build || (other == Self::Test && self != Self::Build)
    }
}

/// One row of the table.
pub(crate) struct Tool {
    pub(crate) name: &'static str,
    pub(crate) need: Need,
    version: Version,
    find: Find,
    install: Install,
    /// How long the installation takes, roughly, on two cores.
    time: &'static str,
    /// Shown where the tool cannot be installed from here.
    by_hand: &'static str,
}

/// Which version will do.
enum Version {
    Any,
    Exactly(&'static str),
    /// The one that Cargo.lock names for this package.
    Locked(&'static str),
    /// The one that xtask/tools/package.json names for the package of the tool's name.
    Npm,
}

/// How a tool is looked for.
enum Find {
    /// A program on PATH that prints its version with these arguments.
    Says(&'static str, &'static [&'static str]),
    /// A target of the compiler in use.
    Target(&'static str),
    /// A file in the folder of the compiler in use.
    Sysroot(&'static str),
    /// A package in the project's npm folder.
    Npm,
    /// One of these programs, or the file that the variable names.
    Program(&'static str, &'static [&'static str]),
    /// A font that can write this language.
    Font(&'static str),
}

/// How a tool is installed.
enum Install {
    /// `rustup target add`
    Target(&'static str),
    /// `rustup component add`
    Component(&'static str),
    /// `cargo install` into the project's folder; `locked` when the crate's own Cargo.lock builds.
    Cargo { package: &'static str, locked: bool },
    /// `npm ci` of xtask/tools, all packages at once.
    Npm,
    /// Packages of Debian and its relatives.
    Apt(&'static [&'static str]),
    /// The same, but the tests do without it where they cannot be installed, and say so.
    AptIfPossible(&'static [&'static str]),
}

/// What is installed and what is not, one line a tool; fails when something is missing.
pub(crate) fn check(project: &Project) -> Result<()> {
    let mut missing = 0;
    for tool in TOOLS {
        let version = tool.version(project)?;
        if let Some(found) = find::find(project, tool, version.as_deref())? {
            println!("  ready    {} ({found})", tool.label(version.as_deref()));
        } else {
            missing += usize::from(!tool.is_wish());
            println!("  missing  {} (installing it takes {})", tool.label(version.as_deref()), tool.time);
        }
    }
    if missing == 0 {
        Ok(())
    } else {
        bail!("{missing} of {} tools are missing; `cargo xtask setup` installs them", TOOLS.len())
    }
}

/// Installs what is missing of the tools for `need`; says nothing where nothing is missing.
pub(crate) fn ensure(project: &Project, need: Need) -> Result<()> {
    let apt_lists_are_fresh = Cell::new(false);
    for tool in TOOLS.iter().filter(|tool| need.includes(tool.need)) {
        let version = tool.version(project)?;
        if find::find(project, tool, version.as_deref())?.is_some() {
            continue;
        }
        let label = tool.label(version.as_deref());
        let title = format!("installing {label} (takes {} on two cores)", tool.time);
        let done =
            crate::run::timed(&title, || install::install(project, tool, version.as_deref(), &apt_lists_are_fresh));
        if let (Err(reason), true) = (&done, tool.is_wish()) {
            println!("  without {label}, its test is skipped: {reason}");
            continue;
        }
        done?;
        find::find(project, tool, version.as_deref())?.with_context(|| {
            format!("{label} was installed but is still not found; please install {}", tool.by_hand())
        })?;
    }
    Ok(())
}

impl Tool {
    fn version(&self, project: &Project) -> Result<Option<String>> {
        Ok(match self.version {
            Version::Any => None,
            Version::Exactly(version) => Some(version.to_owned()),
            Version::Locked(package) => Some(lockfile::version(&project.read("Cargo.lock")?, package)?.to_owned()),
            Version::Npm => Some(find::npm_version(&project.read("xtask/tools/package.json")?, self.name)?),
        })
    }

    fn label(&self, version: Option<&str>) -> String {
        version.map_or_else(|| self.name.to_owned(), |version| format!("{} {version}", self.name))
    }

    /// Whether the tests do without it where it cannot be had.
    fn is_wish(&self) -> bool {
        matches!(self.install, Install::AptIfPossible(_))
    }

    fn by_hand(&self) -> &'static str {
        if self.by_hand.is_empty() { self.name } else { self.by_hand }
    }
}
