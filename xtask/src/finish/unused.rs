//! What is in every wasm though no page calls it.
//!
//! Leptos brings functions that stream answers of a server. wasm-streams exports three classes for them, so that no tool
//! can tell that nobody here uses them; with what they need they are 2 kB of brotli in each application. Both the wasm and
//! its script lose them before the wasm is optimised.

use super::section::{Input, with_sections, write_leb};
use anyhow::Result;
use wasmparser::Payload;

/// The classes, and how the names of their exports begin after what wasm-bindgen puts before.
const CLASSES: [&str; 3] = ["IntoUnderlyingByteSource", "IntoUnderlyingSink", "IntoUnderlyingSource"];
const EXPORTS: [&str; 2] = ["intounderlying", "__wbg_intounderlying"];

/// The wasm without the exports of those classes.
pub(super) fn without_exports(module: &[u8]) -> Result<Vec<u8>> {
    with_sections(
        module,
        |payload, content| {
            if let Payload::ExportSection(_) = payload { kept(content) } else { Ok(content.to_vec()) }
        },
    )
}

/// An export section without those names.
fn kept(section: &[u8]) -> Result<Vec<u8>> {
    let mut input = Input(section);
    let (mut count, mut entries) = (0, Vec::with_capacity(section.len()));
    for _ in 0..input.leb()? {
        let (name, kind, index) = (input.text()?, input.byte()?, input.leb()?);
        if !EXPORTS.iter().any(|start| name.starts_with(start)) {
            count += 1;
            write_leb(&mut entries, name.len());
            entries.extend(name.bytes());
            entries.push(kind);
            write_leb(&mut entries, index);
        }
    }
    let mut out = Vec::with_capacity(section.len());
    write_leb(&mut out, count);
    out.extend(entries);
    Ok(out)
}

/// wasm-bindgen's script without those classes: each a block that ends with a brace of its own line, and two statements.
pub(super) fn without_classes(script: &str) -> String {
    let begins = |line: &str, before: &str| {
        line.strip_prefix(before).is_some_and(|rest| CLASSES.iter().any(|class| rest.starts_with(class)))
    };
    let mut out = String::with_capacity(script.len());
    let mut until = None;
    for line in script.split_inclusive('\n') {
        let end = line.trim_end();
        if until.is_none() {
            until = match () {
                () if begins(line, "export class ") => Some("}"),
                () if begins(line, "const ") || begins(line, "if (Symbol.dispose) ") => Some(";"),
                () => None,
            };
        }
        match until {
            None => out.push_str(line),
            Some(last) if end == "}" || (last == ";" && end.ends_with(';')) => until = None,
            Some(_) => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_go_with_all_that_belongs_to_them() {
        let script = "import 'a';\n\
            export class IntoUnderlyingSink {\n    free() {\n    }\n}\n\
            if (Symbol.dispose) IntoUnderlyingSink.prototype[Symbol.dispose] = IntoUnderlyingSink.prototype.free;\n\
            export class Seabed {\n    free() {\n    }\n}\n\
            const IntoUnderlyingSinkFinalization = (typeof FinalizationRegistry === 'undefined')\n    ? {}\n    : new X();\n\
            const other = 1;\n";
        let kept = without_classes(script);
        assert_eq!(kept, "import 'a';\nexport class Seabed {\n    free() {\n    }\n}\nconst other = 1;\n");
    }

    #[test]
    fn exports_of_the_classes_go_and_the_others_stay() {
        let mut section = vec![3];
        for name in ["main", "__wbg_intounderlyingsink_free", "intounderlyingsink_write"] {
            write_leb(&mut section, name.len());
            section.extend(name.bytes());
            section.extend([0, 7]);
        }
        let mut module = b"\0asm\x01\0\0\0\x07".to_vec();
        write_leb(&mut module, section.len());
        module.extend(&section);
        assert_eq!(without_exports(&module).unwrap(), b"\0asm\x01\0\0\0\x07\x08\x01\x04main\0\x07");
        assert!(without_exports(b"\0asm").is_err());
    }
}
