//! Reads from Cargo.lock which version of a package the project is built with.

use anyhow::{Context, Result};

/// The version of `package` in the text of a Cargo.lock.
pub(crate) fn version<'a>(lock: &'a str, package: &str) -> Result<&'a str> {
    lock.split("[[package]]")
        .find(|entry| field(entry, "name") == Some(package))
        .and_then(|entry| field(entry, "version"))
        .with_context(|| format!("Cargo.lock names no package {package}"))
}

/// The SHA-256 of the published package of that version; nothing for packages of the project itself.
pub(crate) fn checksum<'a>(lock: &'a str, package: &str, version: &str) -> Option<&'a str> {
    let is_it = |entry: &&str| field(entry, "name") == Some(package) && field(entry, "version") == Some(version);
    field(lock.split("[[package]]").find(is_it)?, "checksum")
}

fn field<'a>(entry: &'a str, name: &str) -> Option<&'a str> {
    entry.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = \"")?.strip_suffix('"'))
}

#[cfg(test)]
mod tests {
    use super::version;

    const LOCK: &str = r#"
version = 4

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.9"
dependencies = [
 "wasm-bindgen",
]

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
source = "registry"
"#;

    #[test]
    fn finds_the_package_of_exactly_that_name() {
        assert_eq!(version(LOCK, "wasm-bindgen").ok(), Some("0.2.130"));
        assert_eq!(version(LOCK, "wasm-bindgen-macro").ok(), Some("0.2.9"));
    }

    #[test]
    fn says_which_package_is_missing() {
        assert!(version(LOCK, "leptos").is_err_and(|error| error.to_string().contains("leptos")));
    }
}
