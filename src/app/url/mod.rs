//! The state as a link: the key set of query string, fragment, host pages and stories.
//!
//! Defaults are left out, unknown keys are ignored, a bad value falls back to the default and is
//! reported. Reading never fails, whatever the bytes.

mod keys;
mod problem;

pub use keys::{KEYS, Key};
pub use problem::UrlProblem;

use super::{AppState, CARRIED};
use crate::i18n::Msg;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::borrow::Cow;

/// What stays readable in a link besides letters and digits.
const ESCAPED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b':').remove(b',').remove(b'/');

/// More than this of a query or a fragment is not read.
const MAX_PARTS: usize = 256;
/// A longer value is a bad value.
const MAX_VALUE_BYTES: usize = 4096;

/// Reads a link's query and fragment, each with or without its `?` or `#`; the fragment wins.
#[must_use]
pub fn decode(query: &str, fragment: &str) -> (AppState, Vec<UrlProblem>) {
    let query = query.strip_prefix('?').unwrap_or(query);
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let parts = query.split('&').take(MAX_PARTS).chain(fragment.split('&').take(MAX_PARTS));
    let pairs: Vec<(Cow<'_, str>, Cow<'_, str>)> =
        parts.filter_map(|part| part.split_once('=')).map(|(k, v)| (unescape(k), unescape(v))).collect();
    from_pairs(&AppState::default(), pairs.iter().map(|(k, v)| (k.as_ref(), v.as_ref())))
}

/// Writes the state as a fragment, without `#`; empty for the default state.
#[must_use]
pub fn encode(state: &AppState) -> String {
    let mut out = String::new();
    for (key, value) in to_pairs(state) {
        if !out.is_empty() {
            out.push('&');
        }
        out.push_str(key);
        out.push('=');
        out.extend(utf8_percent_encode(&value, ESCAPED));
    }
    out
}

/// Takes over the pairs that are given and leaves the rest of `base`. The last of a key counts; an
/// empty value is the default.
#[must_use]
pub fn from_pairs<'a>(
    base: &AppState,
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> (AppState, Vec<UrlProblem>) {
    let mut given: [Option<&str>; KEYS.len() + CARRIED.len()] = [None; KEYS.len() + CARRIED.len()];
    for (key, value) in pairs {
        if let Some(i) = names().position(|name| name == key) {
            given[i] = Some(value);
        }
    }
    let mut state = base.clone();
    let mut problems = Vec::new();
    for (i, (name, value)) in names().zip(given).enumerate() {
        let Some(value) = value.map(str::trim) else { continue };
        let mut read = |value| match KEYS.get(i) {
            Some(row) => (row.read)(&mut state, value),
            None => (!state.carried.set(name, value)).then_some(Msg::ProblemUrlValue),
        };
        let problem = if value.len() > MAX_VALUE_BYTES {
            read("");
            Some(Msg::ProblemUrlValue)
        } else {
            read(value)
        };
        problems.extend(problem.map(|message| UrlProblem::new(name, value, message)));
    }
    state = state.settle();
    // A view by name alone is that view at home, unless the map was elsewhere.
    if given[KEYS.iter().position(|row| row.name == "at").unwrap_or(0)].is_none()
        && state.stop() != base.stop()
        && base.is_at_home()
    {
        state.at = state.home();
    }
    (state, problems)
}

/// The state as pairs of key and value, defaults left out.
#[must_use]
pub fn to_pairs(state: &AppState) -> Vec<(&'static str, String)> {
    let own = KEYS.iter().filter_map(|row| (row.write)(state).map(|value| (row.name, value)));
    let carried = CARRIED.iter().map(|name| (*name, state.carried.get(name).to_owned()));
    own.chain(carried.filter(|(_, value)| !value.is_empty())).collect()
}

/// Every key, in the order of a link.
pub fn names() -> impl Iterator<Item = &'static str> {
    KEYS.iter().map(|row| row.name).chain(CARRIED)
}

/// Undoes percent-escapes; bytes that are not UTF-8 become U+FFFD.
fn unescape(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8_lossy()
}
