//! What can be wrong with a file that a server sends.

/// A fault of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not there: 404.
    Missing,
    /// It ends half-way, and the server does not know.
    Truncated,
    /// The connection breaks half-way.
    CutOff,
    /// It is a page of a host that says "not found" with status 200.
    Html,
    /// It is empty.
    Empty,
    /// It is these bytes instead.
    Instead(&'static str),
}

impl Fault {
    /// What is sent instead of the file; nothing when it is not there.
    pub(super) fn of(self, mut body: Vec<u8>) -> Option<Vec<u8>> {
        match self {
            Self::Missing => return None,
            Self::Truncated | Self::CutOff => body.truncate(body.len() / 2),
            Self::Html => body = b"<!doctype html><title>Oops</title><h1>Nothing here</h1>".to_vec(),
            Self::Empty => body.clear(),
            Self::Instead(text) => body = text.into(),
        }
        Some(body)
    }
}
