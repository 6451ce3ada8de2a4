//! Where the built site, the browsers, their drivers and axe are: as variables say, or where they usually are.

use crate::engine::Engine;
use std::env;
use std::path::{Path, PathBuf};

/// The built site.
pub(crate) fn site() -> PathBuf {
    let site = variable("SITE_DIR").unwrap_or_else(|| root().join("dist"));
    assert!(site.join("index.html").is_file(), "no built site in {}; `cargo xtask dist` builds it", site.display());
    site
}

/// The driver of an engine.
pub(crate) fn driver(engine: Engine) -> PathBuf {
    let (name, usual) = match engine {
        Engine::Chromium => ("CHROMEDRIVER", "chromedriver"),
        Engine::Firefox => ("GECKODRIVER", "geckodriver"),
        Engine::WebKit => ("WEBKITDRIVER", "WebKitWebDriver"),
    };
    variable(name).unwrap_or_else(|| usual.into())
}

/// The browser of an engine, where it is not the one that the driver finds.
pub(crate) fn browser(engine: Engine) -> Option<PathBuf> {
    match engine {
        Engine::Chromium => variable("CHROMIUM"),
        Engine::Firefox => {
            variable("FIREFOX").or_else(|| Some("/usr/bin/firefox-esr".into()).filter(|p: &PathBuf| p.is_file()))
        }
        Engine::WebKit => variable("MINIBROWSER").or_else(minibrowser),
    }
}

/// What gives WebKit a screen.
pub(crate) fn screen() -> PathBuf {
    variable("XVFB").unwrap_or_else(|| "Xvfb".into())
}

/// The small browser of WebKitGTK, which is on no PATH.
fn minibrowser() -> Option<PathBuf> {
    let folders = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/libexec", "/usr/lib"];
    let versions = ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"];
    let mut files = folders.iter().flat_map(|f| versions.iter().map(move |v| Path::new(f).join(v).join("MiniBrowser")));
    files.find(|file| file.is_file())
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
