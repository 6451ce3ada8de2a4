//! The media types of the site's files, as a common server knows them.

use std::ffi::OsStr;
use std::path::Path;

/// The `Content-Type` of a file, by the end of its name.
pub(super) fn of(file: &Path) -> &'static str {
    match file.extension().and_then(OsStr::to_str).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "geojson" => "application/geo+json",
        "webmanifest" => "application/manifest+json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "wasm" => "application/wasm",
        "" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
