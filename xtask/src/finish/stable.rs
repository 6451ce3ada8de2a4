//! The files whose names stay the same, because pages of other people or browsers name them: the embed script with its
//! types and example, and the page that keeps the map on a device.

use super::assets::Staging;
use anyhow::Result;

/// Files of `www/` that are copied as they are.
const COPIED: [&str; 8] = [
    "embed.d.ts",
    "example.html",
    "example.css",
    "example.js",
    "offline.html",
    "offline.js",
    "sw-remove.js",
    "manifest.webmanifest",
];

/// Writes them.
pub(super) fn write(staging: &Staging<'_>) -> Result<()> {
    staging.write("embed.js", staging.minified("embed.js", &[])?.as_bytes())?;
    for name in COPIED {
        staging.write(name, staging.source(name)?.as_bytes())?;
    }
    Ok(())
}
