//! The media types of the site's files, as a common server knows them.

/// The `Content-Type` of a file, by the end of its name.
pub(super) fn of(file: &str) -> &'static str {
    match file.rsplit_once('.').map_or("", |(_, end)| end) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "geojson" => "application/geo+json",
        "svg" => "image/svg+xml",
        "wasm" => "application/wasm",
        "" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
