//! What a page loads, as a server that compresses well would send it.

use crate::places;
use crate::server::Site;
use std::collections::BTreeSet;
use std::path::Path;

/// Bytes in brotli of quality 11.
pub(super) struct Weight {
    /// Page, scripts, styles, wasm, words.
    pub(super) code: usize,
    /// What is drawn.
    pub(super) data: usize,
}

/// Weighs what was asked for, each file once. The page itself is named by its link, which may be empty.
pub(super) fn weigh(site: &Site, asked: &[String], page: &str) -> Weight {
    let mut weight = Weight { code: 0, data: 0 };
    let paths: BTreeSet<&String> = asked.iter().collect();
    for path in paths {
        let Some(bytes) = site.file(&places::site(), path).and_then(|file| std::fs::read(file).ok()) else {
            panic!("{page} asks for {path}, which is not there");
        };
        let is_data = Path::new(path).starts_with("/geodata");
        *(if is_data { &mut weight.data } else { &mut weight.code }) += compressed(&bytes);
    }
    weight
}

fn compressed(bytes: &[u8]) -> usize {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &params).expect("memory can be written");
    out.len()
}
