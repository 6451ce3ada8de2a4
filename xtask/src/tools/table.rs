//! Every tool that the project needs.

use super::{Find, Install, Need, Tool, Version};

/// Every tool, in the order in which they are installed.
pub(super) const TOOLS: &[Tool] = &[
    tool(Need::Build, "wasm32-unknown-unknown", Find::Target("wasm32-unknown-unknown"), Install::Target("wasm32-unknown-unknown")).or_by_hand("the Rust target wasm32-unknown-unknown for the compiler on PATH (rustup target add wasm32-unknown-unknown)"),
    tool(Need::Build, "rust-src", Find::Sysroot("lib/rustlib/src/rust/library/Cargo.lock"), Install::Component("rust-src")).or_by_hand("the source of Rust's standard library for the compiler on PATH (rustup component add rust-src)"),
    tool(Need::Build, "npm", Find::Says("npm", &["--version"]), Install::Apt(&["nodejs", "npm"])).takes("a minute").or_by_hand("Node.js 18 or newer with npm (Debian, Ubuntu, Fedora: nodejs npm; Homebrew: node)"),
    npm(Need::Build, "binaryen"),
    npm(Need::Build, "esbuild"),
    tool(Need::Build, "trunk", Find::Says("trunk", &["--version"]), Install::Cargo { package: "trunk", locked: true }).of(Version::Exactly("0.21.14")).takes("about 4 minutes"),
    tool(Need::Build, "wasm-bindgen", Find::Says("wasm-bindgen", &["--version"]), Install::Cargo { package: "wasm-bindgen-cli", locked: false }).of(Version::Locked("wasm-bindgen")).takes("1 or 2 minutes"),
    tool(Need::Test, "rustfmt", Find::Says("cargo", &["fmt", "--version"]), Install::Component("rustfmt")).or_by_hand("rustfmt of the Rust compiler on PATH"),
    tool(Need::Test, "clippy", Find::Says("cargo", &["clippy", "--version"]), Install::Component("clippy")).or_by_hand("clippy of the Rust compiler on PATH"),
    npm(Need::Test, "axe-core"),
    npm(Need::Test, "d3-geo"),
    tool(Need::Test, "chromium", Find::Program("CHROMIUM", &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]), Install::Apt(&["chromium"])).takes("a minute").or_by_hand("Chromium (Debian, Fedora, Arch: chromium), or its path in the variable CHROMIUM"),
    tool(Need::Test, "chromedriver", Find::Program("CHROMEDRIVER", &["chromedriver"]), Install::Apt(&["chromium-driver"])).or_by_hand("chromedriver of Chromium's version (Debian: chromium-driver), or its path in the variable CHROMEDRIVER"),
    tool(Need::Firefox, "firefox", Find::Program("FIREFOX", &["firefox-esr", "firefox"]), Install::Apt(&["firefox-esr"])).takes("a minute").or_by_hand("Firefox (Debian: firefox-esr), or its path in the variable FIREFOX"),
    tool(Need::Firefox, "geckodriver", Find::Program("GECKODRIVER", &["geckodriver"]), Install::Cargo { package: "geckodriver", locked: true }).takes("1 or 2 minutes"),
    tool(Need::WebKit, "WebKitWebDriver", Find::Program("WEBKITDRIVER", &["WebKitWebDriver"]), Install::Apt(&["webkit2gtk-driver"])).takes("a minute").or_by_hand("WebKitGTK's driver and small browser (Debian: webkit2gtk-driver), or their paths in the variables WEBKITDRIVER and MINIBROWSER"),
    tool(Need::WebKit, "Xvfb", Find::Program("XVFB", &["Xvfb"]), Install::Apt(&["xvfb"])).or_by_hand("a screen for WebKit that nobody sees (Debian: xvfb), or its path in the variable XVFB"),
    tool(Need::Test, "Japanese font", Find::Font("ja"), Install::Apt(&["fontconfig", "fonts-noto-core", "fonts-noto-cjk"])).or_by_hand("a font with Japanese letters and fc-list (Debian: fontconfig fonts-noto-core fonts-noto-cjk)"),
    tool(Need::Test, "nginx", Find::Program("NGINX", &["nginx"]), Install::AptIfPossible(&["nginx-light"])).or_by_hand("nginx (Debian: nginx-light), or its path in the variable NGINX"),
    tool(Need::Test, "apache2", Find::Program("APACHE2", &["apache2"]), Install::AptIfPossible(&["apache2-bin"])).or_by_hand("Apache's program and modules (Debian: apache2-bin), or its path in the variable APACHE2"),
    npm(Need::Bench, "maplibre-gl"),
    npm(Need::Bench, "ol"),
    npm(Need::Bench, "proj4"),
];

/// A tool of any version, installed in some seconds.
const fn tool(need: Need, name: &'static str, find: Find, install: Install) -> Tool {
    Tool { name, need, version: Version::Any, find, install, time: "some seconds", by_hand: "" }
}

/// A package of the project's npm folder.
const fn npm(need: Need, name: &'static str) -> Tool {
    tool(need, name, Find::Npm, Install::Npm).of(Version::Npm)
}

impl Tool {
    const fn of(self, version: Version) -> Self {
        Self { version, ..self }
    }

    const fn takes(self, time: &'static str) -> Self {
        Self { time, ..self }
    }

    const fn or_by_hand(self, by_hand: &'static str) -> Self {
        Self { by_hand, ..self }
    }
}
