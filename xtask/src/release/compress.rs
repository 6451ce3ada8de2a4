//! `.br` and `.gz` beside each file that they make smaller, for nginx (`gzip_static`, `brotli_static`), Apache and others.

use super::{hex, put};
use crate::project::Project;
use anyhow::{Context, Result};
use flate2::{Compression, GzBuilder};
use sha2::{Digest, Sha256};
use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::Path;

/// Endings of what compresses; pictures and archives are compressed already.
const ENDINGS: [&str; 16] = [
    "html",
    "css",
    "js",
    "mjs",
    "ts",
    "json",
    "geojson",
    "webmanifest",
    "svg",
    "wasm",
    "acmp",
    "acml",
    "acmg",
    "md",
    "txt",
    "csv",
];
/// A smaller file travels in one packet as it is.
const LEAST_BYTES: usize = 1000;
/// Above this a file is nothing that the page waits for, and the last percent is not worth the minutes.
const SLOW_UP_TO_BYTES: usize = 1_000_000;

/// Writes them; what an earlier build has compressed already comes from `target/compressed/`.
pub(super) fn run(project: &Project, site: &Path) -> Result<()> {
    let kept = project.path("target/compressed");
    fs::create_dir_all(&kept).with_context(|| format!("{} cannot be made", kept.display()))?;
    folder(site, &kept)
}

fn folder(folder_: &Path, kept: &Path) -> Result<()> {
    for entry in fs::read_dir(folder_).with_context(|| format!("{} cannot be read", folder_.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            folder(&path, kept)?;
        } else if path.extension().and_then(OsStr::to_str).is_some_and(|ending| ENDINGS.contains(&ending)) {
            file(&path, kept)?;
        }
    }
    Ok(())
}

fn file(path: &Path, kept: &Path) -> Result<()> {
    let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    if bytes.len() < LEAST_BYTES {
        return Ok(());
    }
    let hash = hex(&Sha256::digest(&bytes));
    for (ending, squeeze) in [("br", brotli as fn(&[u8]) -> Result<Vec<u8>>), ("gz", gzip)] {
        let cached = kept.join(format!("{hash}.{ending}"));
        let small = match fs::read(&cached) {
            Ok(small) => small,
            Err(_) => {
                let small = squeeze(&bytes)?;
                put(&cached, &small)?;
                small
            }
        };
        // A few bytes less are not worth another file.
        if small.len() * 20 < bytes.len() * 19 {
            let name = path.file_name().map(OsStr::to_string_lossy).unwrap_or_default();
            put(&path.with_file_name(format!("{name}.{ending}")), &small)?;
        }
    }
    Ok(())
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let quality = if bytes.len() <= SLOW_UP_TO_BYTES { 11 } else { 9 };
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, quality, 22);
    writer.write_all(bytes).context("brotli failed")?;
    Ok(writer.into_inner())
}

/// Without a time in its head, so that the same bytes give the same bytes.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    writer.write_all(bytes).context("gzip failed")?;
    writer.finish().context("gzip failed")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_is_compressed_is_the_same_bytes() {
        let text = b"arctic cable ".repeat(500);
        let mut out = Vec::new();
        flate2::read::GzDecoder::new(&gzip(&text).unwrap()[..]).read_to_end(&mut out).unwrap();
        assert_eq!(out, text);
        out.clear();
        brotli::Decompressor::new(&brotli(&text).unwrap()[..], 4096).read_to_end(&mut out).unwrap();
        assert_eq!(out, text);
        assert_eq!(gzip(&text).unwrap()[4..8], [0; 4], "a time is written");
    }
}
