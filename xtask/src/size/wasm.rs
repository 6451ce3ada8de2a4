//! Takes the names of functions out of a wasm file before it is published, and keeps a copy with them for `size`.

use crate::project::Project;
use anyhow::{Context, Result};
use std::fs;
use std::ops::Range;
use std::path::PathBuf;
use wasmparser::{Parser, Payload};

/// Where the copy with names of an application is kept.
pub(crate) fn named_copy(project: &Project, stem: &str) -> PathBuf {
    project.path(format!("target/named/{stem}.wasm"))
}

/// The same module without its custom sections (names, producers, features), which no browser needs.
pub(crate) fn without_names(module: &[u8]) -> Result<Vec<u8>> {
    let mut bare = module.get(..8).context("a wasm file of less than eight bytes")?.to_vec();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.context("the wasm file is damaged")?;
        if matches!(payload, Payload::CustomSection(_)) {
            continue;
        }
        if let Some((id, range)) = payload.as_section() {
            let (start, end) = (usize::try_from(range.start)?, usize::try_from(range.end)?);
            bare.push(id);
            leb128(&mut bare, length(&range));
            bare.extend_from_slice(module.get(start..end).context("a wasm section ends outside the file")?);
        }
    }
    Ok(bare)
}

/// Keeps the module with its names for `size`.
pub(crate) fn keep_named(project: &Project, stem: &str, module: &[u8]) -> Result<()> {
    let path = named_copy(project, stem);
    fs::create_dir_all(project.path("target/named")).context("target/named/ cannot be made")?;
    fs::write(&path, module).with_context(|| format!("{} cannot be written", path.display()))
}

/// How many bytes a section takes.
pub(super) fn length(range: &Range<u64>) -> usize {
    usize::try_from(range.end.saturating_sub(range.start)).unwrap_or(usize::MAX)
}

fn leb128(out: &mut Vec<u8>, mut value: usize) {
    loop {
        let low = u8::try_from(value & 0x7f).unwrap_or_default();
        value >>= 7;
        out.push(if value == 0 { low } else { low | 0x80 });
        if value == 0 {
            return;
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A module with two functions of 2 and 5 bytes and a name for each.
    pub(in crate::size) fn module(first: &str, second: &str) -> Vec<u8> {
        let mut names = vec![2, 0];
        leb128(&mut names, first.len());
        names.extend_from_slice(first.as_bytes());
        names.push(1);
        leb128(&mut names, second.len());
        names.extend_from_slice(second.as_bytes());
        let mut custom = b"\x04name\x01".to_vec();
        leb128(&mut custom, names.len());
        custom.extend(names);
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        let sections: [(u8, &[u8]); 4] = [
            (1, &[1, 0x60, 0, 0]),
            (3, &[2, 0, 0]),
            (10, &[2, 2, 0, 0x0b, 5, 0, 0x01, 0x01, 0x01, 0x0b]),
            (0, &custom),
        ];
        for (id, content) in sections {
            module.push(id);
            leb128(&mut module, content.len());
            module.extend_from_slice(content);
        }
        module
    }

    #[test]
    fn names_go_and_the_rest_stays() {
        let long = "core::fmt::".repeat(20);
        let module = module("arctic::a", &long);
        let bare = without_names(&module).unwrap();
        assert_eq!(bare, module[..bare.len()]);
        assert!(bare.ends_with(&[0x01, 0x0b]) && !bare.windows(6).any(|window| window == b"arctic"));
    }

    #[test]
    fn damage_is_an_error() {
        assert!(without_names(b"\0asm").is_err());
        assert!(without_names(b"\0asm\x01\0\0\0\x0a\xff").is_err());
    }
}
