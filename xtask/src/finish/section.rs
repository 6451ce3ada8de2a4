//! The numbers and names in a section of a wasm file.

use anyhow::{Context, Result, bail};
use wasmparser::{Parser, Payload};

/// The wasm with the content of each section as `change` makes it.
pub(super) fn with_sections(
    module: &[u8],
    mut change: impl FnMut(&Payload<'_>, &[u8]) -> Result<Vec<u8>>,
) -> Result<Vec<u8>> {
    let mut out = module.get(..8).context("a wasm file of less than eight bytes")?.to_vec();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.context("the wasm file is damaged")?;
        let Some((id, range)) = payload.as_section() else { continue };
        let (start, end) = (usize::try_from(range.start)?, usize::try_from(range.end)?);
        let content = change(&payload, module.get(start..end).context("a wasm section ends outside the file")?)?;
        out.push(id);
        write_leb(&mut out, content.len());
        out.extend(content);
    }
    Ok(out)
}

/// What is still to be read of a section.
pub(super) struct Input<'a>(pub(super) &'a [u8]);

impl<'a> Input<'a> {
    pub(super) fn byte(&mut self) -> Result<u8> {
        let (first, rest) = self.0.split_first().context("a wasm section ends too early")?;
        self.0 = rest;
        Ok(*first)
    }

    pub(super) fn leb(&mut self) -> Result<usize> {
        let mut value = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            value |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        bail!("a number in a wasm section is too long")
    }

    pub(super) fn text(&mut self) -> Result<&'a str> {
        let length = self.leb()?;
        let (text, rest) = self.0.split_at_checked(length).context("a wasm section ends too early")?;
        self.0 = rest;
        std::str::from_utf8(text).context("a name in the wasm is not UTF-8")
    }
}

/// Writes a number as wasm does: seven bits a byte, the lowest first.
pub(super) fn write_leb(out: &mut Vec<u8>, mut value: usize) {
    while value > 0x7f {
        out.push(u8::try_from(value & 0x7f).unwrap_or_default() | 0x80);
        value >>= 7;
    }
    out.push(u8::try_from(value).unwrap_or_default());
}
