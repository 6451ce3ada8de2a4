//! The tools that the project needs, in one table: which version, how each is found and how it is installed.

mod find;
mod install;

pub(crate) use find::driver;

use crate::lockfile;
use crate::project::Project;
use anyhow::{Context, Result, bail};
use std::cell::Cell;

/// What a tool is needed for; a later one includes those before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Need {
    /// Making the page: `serve` and `dist`.
    Build,
    /// `test`.
    Test,
    /// `bench`: the maps that ours is measured beside.
    Bench,
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

/// Every tool, in the order in which they are installed.
const TOOLS: &[Tool] = &[
    Tool {
        name: "wasm32-unknown-unknown",
        need: Need::Build,
        version: Version::Any,
        find: Find::Target("wasm32-unknown-unknown"),
        install: Install::Target("wasm32-unknown-unknown"),
        time: "some seconds",
        by_hand: "the Rust target wasm32-unknown-unknown for the compiler on PATH (rustup target add wasm32-unknown-unknown)",
    },
    Tool {
        name: "rust-src",
        need: Need::Build,
        version: Version::Any,
        find: Find::Sysroot("lib/rustlib/src/rust/library/Cargo.lock"),
        install: Install::Component("rust-src"),
        time: "some seconds",
        by_hand: "the source of Rust's standard library for the compiler on PATH (rustup component add rust-src)",
    },
    Tool {
        name: "npm",
        need: Need::Build,
        version: Version::Any,
        find: Find::Says("npm", &["--version"]),
        install: Install::Apt(&["nodejs", "npm"]),
        time: "a minute",
        by_hand: "Node.js 18 or newer with npm (Debian, Ubuntu, Fedora: nodejs npm; Homebrew: node)",
    },
    Tool {
        name: "binaryen",
        need: Need::Build,
        version: Version::Npm,
        find: Find::Npm,
        install: Install::Npm,
        time: "some seconds",
        by_hand: "",
    },
    Tool {
        name: "esbuild",
        need: Need::Build,
        version: Version::Npm,
        find: Find::Npm,
        install: Install::Npm,
        time: "some seconds",
        by_hand: "",
    },
    Tool {
        name: "trunk",
        need: Need::Build,
        version: Version::Exactly("0.21.14"),
        find: Find::Says("trunk", &["--version"]),
        install: Install::Cargo { package: "trunk", locked: true },
        time: "about 4 minutes",
        by_hand: "",
    },
    Tool {
        name: "wasm-bindgen",
        need: Need::Build,
        version: Version::Locked("wasm-bindgen"),
        find: Find::Says("wasm-bindgen", &["--version"]),
        install: Install::Cargo { package: "wasm-bindgen-cli", locked: false },
        time: "1 or 2 minutes",
        by_hand: "",
    },
    Tool {
        name: "rustfmt",
        need: Need::Test,
        version: Version::Any,
        find: Find::Says("cargo", &["fmt", "--version"]),
        install: Install::Component("rustfmt"),
        time: "some seconds",
        by_hand: "rustfmt of the Rust compiler on PATH",
    },
    Tool {
        name: "clippy",
        need: Need::Test,
        version: Version::Any,
        find: Find::Says("cargo", &["clippy", "--version"]),
        install: Install::Component("clippy"),
        time: "some seconds",
        by_hand: "clippy of the Rust compiler on PATH",
    },
    Tool {
        name: "axe-core",
        need: Need::Test,
        version: Version::Npm,
        find: Find::Npm,
        install: Install::Npm,
        time: "some seconds",
        by_hand: "",
    },
    Tool {
        name: "d3-geo",
        need: Need::Test,
        version: Version::Npm,
        find: Find::Npm,
        install: Install::Npm,
        time: "some seconds",
        by_hand: "",
    },
    Tool {
        name: "chromium",
        need: Need::Test,
        version: Version::Any,
        find: Find::Program("CHROMIUM", &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]),
        install: Install::Apt(&["chromium"]),
        time: "a minute",
        by_hand: "Chromium (Debian, Fedora, Arch: chromium), or its path in the variable CHROMIUM",
    },
    Tool {
        name: "chromedriver",
        need: Need::Test,
        version: Version::Any,
        find: Find::Program("CHROMEDRIVER", &["chromedriver"]),
        install: Install::Apt(&["chromium-driver"]),
        time: "some seconds",
        by_hand: "chromedriver of Chromium's version (Debian: chromium-driver), or its path in the variable CHROMEDRIVER",
    },
    Tool {
        name: "Japanese font",
        need: Need::Test,
        version: Version::Any,
        find: Find::Font("ja"),
        install: Install::Apt(&["fontconfig", "fonts-noto-core", "fonts-noto-cjk"]),
        time: "some seconds",
        by_hand: "a font with Japanese letters and fc-list (Debian: fontconfig fonts-noto-core fonts-noto-cjk)",
    },
    Tool {
        name: "nginx",
        need: Need::Test,
        version: Version::Any,
        find: Find::Program("NGINX", &["nginx"]),
        install: Install::AptIfPossible(&["nginx-light"]),
        time: "some seconds",
        by_hand: "nginx (Debian: nginx-light), or its path in the variable NGINX",
    },
    Tool {
        name: "apache2",
        need: Need::Test,
        version: Version::Any,
        find: Find::Program("APACHE2", &["apache2"]),
        install: Install::AptIfPossible(&["apache2-bin"]),
        time: "some seconds",
        by_hand: "Apache's program and modules (Debian: apache2-bin), or its path in the variable APACHE2",
    },
    Tool {
        name: "maplibre-gl",
        need: Need::Bench,
        version: Version::Npm,
        find: Find::Npm,
        install: Install::Npm,
        time: "some seconds",
        by_hand: "",
    },
    Tool {
        name: "ol",
        need: Need::Bench,
        version: Version::Npm,
        find: Find::Npm,
        install: Install::Npm,
        time: "some seconds",
        by_hand: "",
    },
    Tool {
        name: "proj4",
        need: Need::Bench,
        version: Version::Npm,
        find: Find::Npm,
        install: Install::Npm,
        time: "some seconds",
        by_hand: "",
    },
];

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
    for tool in TOOLS.iter().filter(|tool| tool.need <= need) {
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
