//! Where the built site, the browser, its driver and axe are: as variables say, or where they usually are.

use std::env;
use std::path::{Path, PathBuf};

/// The built site.
pub(crate) fn site() -> PathBuf {
    let site = variable("SITE_DIR").unwrap_or_else(|| root().join("dist"));
    assert!(site.join("index.html").is_file(), "no built site in {}; `cargo xtask dist` builds it", site.display());
    site
}

/// The driver of the browser.
pub(crate) fn driver() -> PathBuf {
    variable("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into())
}

/// The browser, where it is not the one that the driver finds.
pub(crate) fn browser() -> Option<PathBuf> {
    variable("CHROMIUM")
}

/// The text of axe.
pub(crate) fn axe() -> String {
    let path = variable("AXE").unwrap_or_else(|| root().join(".tools/npm/node_modules/axe-core/axe.min.js"));
    std::fs::read_to_string(&path)
        .unwrap_or_else(|e| panic!("axe is not in {}: {e}; `cargo xtask setup` installs it", path.display()))
}

fn variable(name: &str) -> Option<PathBuf> {
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// The project's folder.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
