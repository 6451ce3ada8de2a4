//! The files whose names stay the same, because pages of other people name them: the embed script, its types, and an
//! example of a page that holds the map.

use super::assets::Staging;
use anyhow::Result;

/// Files of `www/` that are copied as they are.
const COPIED: [&str; 4] = ["embed.d.ts", "example.html", "example.css", "example.js"];

/// Writes them.
pub(super) fn write(staging: &Staging<'_>) -> Result<()> {
    staging.write("embed.js", staging.minified("embed.js", &[])?.as_bytes())?;
    for name in COPIED {
        staging.write(name, staging.source(name)?.as_bytes())?;
    }
    Ok(())
}
