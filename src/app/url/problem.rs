//! What can be wrong with a link.

use crate::i18n::Msg;

/// How much of a bad value is shown to the reader.
const MAX_SHOWN_CHARS: usize = 60;

/// A value that a link, a host page or a story gave and that the page could not take as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UrlProblem {
    /// The key.
    pub key: &'static str,
    /// The value, cut where it is long.
    pub value: String,
    /// The message with `{key}` and `{value}`; its key is the problem's code.
    pub message: Msg,
}

impl UrlProblem {
    /// The problem of a value.
    #[must_use]
    pub fn new(key: &'static str, value: &str, message: Msg) -> Self {
        let mut shown: String = value.chars().filter(|c| !c.is_control()).take(MAX_SHOWN_CHARS).collect();
        if value.chars().nth(MAX_SHOWN_CHARS).is_some() {
            shown.push('…');
        }
        Self { key, value: shown, message }
    }

    /// The problem of a `sel` that names nothing on the map, which only the map can find out.
    #[must_use]
    pub fn missing(selection: &super::super::Selection) -> Self {
        Self::new("sel", &selection.to_string(), Msg::ProblemUrlMissing)
    }

    /// The values for the message's placeholders.
    #[must_use]
    pub fn values(&self) -> [(&'static str, &str); 2] {
        [("key", self.key), ("value", &self.value)]
    }
}
