//! How every packed file begins: four letters that say what it is, and a byte for the version of its format.

use super::{Code, Problem};

/// Whether a file begins as it must, as far as it goes; one that ends within that is for the reader to call truncated.
///
/// # Errors
/// The problem that says that it is empty, of another kind or of another version.
pub(crate) fn check(file: &str, bytes: &[u8], magic: &[u8; 4], version: u8) -> Result<(), Problem> {
    let fault = |code, args: &[&str]| Err(Problem::of_file(file, code, args));
    let start = bytes.len().min(magic.len());
    if bytes.is_empty() {
        return fault(Code::EmptyFile, &[]);
    }
    if bytes[..start] != magic[..start] {
        return fault(Code::NotPacked, &[]);
    }
    match bytes.get(magic.len()) {
        Some(found) if *found != version => fault(Code::PackedVersion, &[&found.to_string(), &version.to_string()]),
        _ => Ok(()),
    }
}
