//! Short names between the script and the wasm.
//!
//! wasm-bindgen names each of some two hundred imports and exports by crate, type and hash, in the wasm and again in its
//! script; that is 4 kB of brotli which nobody reads. Both get the same short names here. What a page may call keeps its
//! name: only names that wasm-bindgen makes are touched.

use super::section::{Input, with_sections, write_leb};
use anyhow::{Result, bail};
use std::collections::BTreeMap;
use wasmparser::Payload;

/// Names that wasm-bindgen makes begin so.
const MADE: [&str; 2] = ["__wb", "wasm_bindgen_"];

/// The wasm and its script with short names.
pub(super) fn shorten(module: &[u8], script: &str) -> Result<(Vec<u8>, String)> {
    let mut names = Names::default();
    let out = with_sections(module, |payload, content| match payload {
        Payload::ImportSection(_) => rename(content, 2, &mut names),
        Payload::ExportSection(_) => rename(content, 1, &mut names),
        _ => Ok(content.to_vec()),
    })?;
    Ok((out, names.apply(script)))
}

/// The short name of each name met so far.
#[derive(Default)]
struct Names(BTreeMap<String, String>);

impl Names {
    fn short(&mut self, name: &str) -> String {
        if !MADE.iter().any(|made| name.starts_with(made)) {
            return name.to_owned();
        }
        let next = self.0.len();
        self.0.entry(name.to_owned()).or_insert_with(|| format!("${}", base36(next))).clone()
    }

    /// The script with every whole word that has a short name replaced.
    fn apply(&self, script: &str) -> String {
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
        let mut out = String::with_capacity(script.len());
        let mut rest = script;
        while let Some(start) = rest.find(is_word) {
            let (before, from) = rest.split_at(start);
            let (word, after) = from.split_at(from.find(|c| !is_word(c)).unwrap_or(from.len()));
            out.push_str(before);
            out.push_str(self.0.get(word).map_or(word, String::as_str));
            rest = after;
        }
        out.push_str(rest);
        out
    }
}

fn base36(mut n: usize) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(b"0123456789abcdefghijklmnopqrstuvwxyz"[n % 36]);
        n /= 36;
        if n == 0 {
            return digits.into_iter().rev().map(char::from).collect();
        }
    }
}

/// An import or export section with its names shortened: of the texts before each entry's kind, the last is the name.
fn rename(section: &[u8], texts: usize, names: &mut Names) -> Result<Vec<u8>> {
    let mut input = Input(section);
    let mut out = Vec::with_capacity(section.len());
    let count = input.leb()?;
    write_leb(&mut out, count);
    for _ in 0..count {
        for i in 0..texts {
            let text = input.text()?;
            let text = if i + 1 == texts { names.short(text) } else { text.to_owned() };
            write_leb(&mut out, text.len());
            out.extend(text.bytes());
        }
        let kind = input.byte()?;
        if texts == 2 && kind != 0 {
            bail!("an import of kind {kind}; only functions are expected");
        }
        out.push(kind);
        write_leb(&mut out, input.leb()?);
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasmparser::Parser;

    fn section(id: u8, content: &[u8]) -> Vec<u8> {
        let mut out = vec![id];
        write_leb(&mut out, content.len());
        out.extend_from_slice(content);
        out
    }

    fn module() -> Vec<u8> {
        let mut out = b"\0asm\x01\0\0\0".to_vec();
        out.extend(section(1, &[1, 0x60, 0, 0]));
        out.extend(section(2, b"\x01\x04./bg\x08__wbg_ab\x00\x00"));
        out.extend(section(7, b"\x03\x08__wbindg\x00\x00\x04main\x00\x00\x12wasm_bindgen_20__f\x00\x00"));
        out
    }

    #[test]
    fn script_and_wasm_agree_on_the_short_names() {
        let script = "const i={__wbg_ab:f,__wbg_abc:g};wasm.__wbindg(); wasm.main();wasm.wasm_bindgen_20__f()";
        let (short, script) = shorten(&module(), script).unwrap();
        assert_eq!(script, "const i={$0:f,__wbg_abc:g};wasm.$1(); wasm.main();wasm.$2()");
        assert!(short.windows(2).any(|w| w == b"$0") && short.windows(4).any(|w| w == b"main"));
        assert!(!short.windows(4).any(|w| w == b"__wb" || w == b"wasm"));
        assert!(Parser::new(0).parse_all(&short).all(|p| p.is_ok()));
    }

    #[test]
    fn damage_is_an_error() {
        assert!(shorten(b"\0asm", "").is_err());
        let mut broken = b"\0asm\x01\0\0\0".to_vec();
        broken.extend(section(7, b"\x05\x08__wb"));
        assert!(shorten(&broken, "").is_err());
    }
}
