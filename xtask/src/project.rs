//! Where the project's files are, and how its commands are started: with the project's own tools first on PATH.

use anyhow::{Context, Result, ensure};
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The checked-out project.
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// Finds the project from the manifest that Cargo is running.
    pub(crate) fn find() -> Result<Self> {
        let manifest =
            env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        let root = manifest
            .ancestors()
            .find(|folder| folder.join("Trunk.toml").is_file())
            .with_context(|| format!("no Trunk.toml in {} or above it", manifest.display()))?;
        Ok(Self { root: root.to_path_buf() })
    }

    /// A path inside the project.
    pub(crate) fn path(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.root.join(relative)
    }

    /// `.tools`, where the project keeps the tools that it installs for itself; not in git.
    pub(crate) fn tools(&self) -> PathBuf {
        self.path(".tools")
    }

    /// The folder in which the npm packages of `xtask/tools/package.json` are installed.
    pub(crate) fn npm(&self) -> PathBuf {
        self.tools().join("npm")
    }

    /// PATH with the project's tools before everything else.
    pub(crate) fn search_path(&self) -> Result<OsString> {
        let mut folders = vec![self.tools().join("bin"), self.npm().join("node_modules/.bin")];
        if let Some(path) = env::var_os("PATH") {
            folders.extend(env::split_paths(&path));
        }
        env::join_paths(folders).context("PATH has a folder with a separator in its name")
    }

    /// The first file of that name on the project's PATH.
    pub(crate) fn which(&self, name: &str) -> Result<Option<PathBuf>> {
        let path = self.search_path()?;
        Ok(env::split_paths(&path).map(|folder| folder.join(name)).find(|file| is_executable(file)))
    }

    /// A program that runs in the project's folder and finds the project's tools first.
    pub(crate) fn command(&self, program: &str) -> Result<Command> {
        let mut command = Command::new(self.which(program)?.unwrap_or_else(|| program.into()));
        command.current_dir(&self.root).env("PATH", self.search_path()?);
        Ok(command)
    }

    /// Cargo, the one that runs this tool.
    pub(crate) fn cargo(&self) -> Result<Command> {
        self.command("cargo")
    }

    /// Reads a file of the project as text.
    pub(crate) fn read(&self, relative: &str) -> Result<String> {
        let path = self.path(relative);
        ensure!(path.is_file(), "{relative} is missing in {}", self.root.display());
        std::fs::read_to_string(&path).with_context(|| format!("{relative} cannot be read"))
    }
}

#[cfg(unix)]
fn is_executable(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata().is_ok_and(|about| about.is_file() && about.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(file: &Path) -> bool {
    file.is_file()
}
