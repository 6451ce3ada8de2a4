//! What each crate adds to a wasm file: the sizes of its functions, added up by the crate that their names point to.
//!
//! The names come from the file's own name section. A function belongs to the crate in which its path begins
//! (`leptos::…`, `<web_sys::… as …>::…`). A generic function of the standard library belongs to the first other crate in
//! its parameters, because it is there for that crate's sake. Inlined code counts where it ended up.

use super::wasm::length;
use anyhow::{Context, Result};
use rustc_demangle::demangle;
use std::collections::HashMap;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// Crates of the standard library, counted as one.
const STANDARD: [&str; 9] =
    ["core", "alloc", "std", "__rustc", "compiler_builtins", "dlmalloc", "hashbrown", "panic_abort", "rustc_demangle"];

/// Where functions go whose name shows no crate: the glue that wasm-bindgen and the compiler generate.
const GLUE: &str = "(generated glue)";

/// The bytes of a wasm file by origin.
pub(super) struct Report {
    /// Crates with the bytes of their functions, largest first.
    pub(super) crates: Vec<(String, usize)>,
    /// Bytes of the data section.
    pub(super) data: usize,
    /// Bytes of all other sections that are published.
    pub(super) other: usize,
}

/// Adds up the functions of a module by crate.
pub(super) fn attribute(module: &[u8]) -> Result<Report> {
    let (mut imported, mut bodies, mut names) = (0_u32, Vec::new(), HashMap::new());
    let (mut data, mut other) = (0, 0);
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.context("the wasm file is damaged")?;
        match &payload {
            Payload::ImportSection(imports) => {
                for import in imports.clone().into_imports() {
                    imported += u32::from(matches!(import.context("a damaged import")?.ty, TypeRef::Func(_)));
                }
                other += length(&imports.range());
            }
            Payload::CodeSectionEntry(body) => bodies.push(length(&body.range())),
            Payload::DataSection(section) => data += length(&section.range()),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(section) = section.as_known() {
                    for part in section {
                        if let Name::Function(functions) = part.context("a damaged name section")? {
                            for naming in functions {
                                let naming = naming.context("a damaged name")?;
                                names.insert(naming.index, crate_of(naming.name));
                            }
                        }
                    }
                }
            }
            _ => other += payload.as_section().filter(|(id, _)| *id != 10).map_or(0, |(_, range)| length(&range)),
        }
    }
    let mut crates = HashMap::<String, usize>::new();
    for (index, bytes) in (imported..).zip(bodies) {
        let name = names.get(&index).cloned().unwrap_or_else(|| GLUE.to_owned());
        *crates.entry(name).or_default() += bytes;
    }
    let mut crates: Vec<(String, usize)> = crates.into_iter().collect();
    crates.sort_by(|(a, bytes_a), (b, bytes_b)| bytes_b.cmp(bytes_a).then_with(|| a.cmp(b)));
    Ok(Report { crates, data, other })
}

/// The crate that a function's name points to.
fn crate_of(name: &str) -> String {
    let readable = without_hashes(&format!("{:#}", demangle(name)));
    let roots: Vec<&str> = roots(&readable);
    let own = roots.iter().find(|root| !STANDARD.contains(root));
    match (roots.first(), own) {
        (_, Some(own)) => (*own).to_owned(),
        (Some(_), None) => "std".to_owned(),
        // A path without a crate is a method of a built-in type: `<char>::is_alphabetic`.
        (None, None) if readable.starts_with('<') => "std".to_owned(),
        (None, None) => GLUE.to_owned(),
    }
}

/// Takes away the `[0123456789abcdef]` that some demanglers write after the name of a crate.
fn without_hashes(name: &str) -> String {
    let mut parts = name.split('[');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((hash, rest)) if hash.len() >= 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
                plain.push_str(rest);
            }
            _ => {
                plain.push('[');
                plain.push_str(part);
            }
        }
    }
    plain
}

/// The first word of each path in a name: `<a::B<c::D> as e::F>::g` has the roots a, c, e.
fn roots(name: &str) -> Vec<&str> {
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let mut roots = Vec::new();
    for (at, _) in name.match_indices("::") {
        let before = &name[..at];
        let start = before.rfind(|letter| !is_word(letter)).map_or(0, |last| last + 1);
        let word = &before[start..];
        let is_root =
            !before[..start].ends_with("::") && word.starts_with(|letter: char| letter.is_lowercase() || letter == '_');
        if is_root && !word.is_empty() {
            roots.push(word);
        }
    }
    roots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_crate_where_its_path_begins() {
        assert_eq!(crate_of("_ZN6leptos5mount4main17h0123456789abcdefE"), "leptos");
        assert_eq!(crate_of("arctic_cable_map::carto::project::h0123456789abcdef"), "arctic_cable_map");
        assert_eq!(crate_of("<web_sys::Node as core::clone::Clone>::clone"), "web_sys");
        assert_eq!(crate_of("<tachys::view::Tuple<A,B> as tachys::Render>::{{closure}}"), "tachys");
    }

    #[test]
    fn generics_of_the_standard_library_belong_to_whom_they_serve() {
        assert_eq!(crate_of("core::ptr::drop_in_place<alloc::vec::Vec<serde_json::Value>>"), "serde_json");
        assert_eq!(crate_of("<alloc::string::String as core::fmt::Write>::write_str"), "std");
        assert_eq!(crate_of("core::fmt::Formatter::pad"), "std");
    }

    #[test]
    fn hashes_of_crates_and_built_in_types_do_not_confuse() {
        assert_eq!(
            crate_of("<dlmalloc[e24a27700634d609]::Dlmalloc<dlmalloc[e24a27700634d609]::System>>::malloc"),
            "std"
        );
        assert_eq!(crate_of("__rustc[b7974e8690430dd9]::__rust_realloc"), "std");
        assert_eq!(crate_of("geo[b7974e8690430dd9]::area::<[f64; 2]>"), "geo");
        assert_eq!(crate_of("<char>::escape_debug_ext"), "std");
    }

    #[test]
    fn nameless_things_are_glue() {
        assert_eq!(crate_of("__wbindgen_malloc"), GLUE);
        assert_eq!(crate_of("memcpy"), GLUE);
    }

    #[test]
    fn bodies_are_added_up_by_crate() {
        let report = attribute(&crate::size::wasm::tests::module("geo::area", "core::fmt::write")).unwrap();
        assert_eq!(report.crates, [("std".to_owned(), 5), ("geo".to_owned(), 2)]);
        assert_eq!((report.data, report.other), (0, 7));
    }
}
