//! What can be wrong with a catalogue.

use super::Msg;
use std::fmt;

/// One thing wrong with a catalogue; English stands in for what it costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CatalogueProblem {
    /// The file is not a JSON object; `reason` says where it breaks.
    NotAnObject {
        /// The parser's words.
        reason: String,
    },
    /// The value is not a text, or an empty one.
    NotText {
        /// The key.
        key: String,
    },
    /// The application has no such message.
    UnknownKey {
        /// The key.
        key: String,
    },
    /// A message that the application has is not there.
    MissingKey {
        /// The key.
        key: String,
    },
    /// The placeholders are not those of the English text.
    Placeholders {
        /// The key.
        key: String,
        /// The English text's placeholders.
        expected: String,
        /// This text's placeholders.
        found: String,
    },
}

impl CatalogueProblem {
    /// The message that explains it to a reader; `message().key()` is its code.
    #[must_use]
    pub const fn message(&self) -> Msg {
        match self {
            Self::NotAnObject { .. } => Msg::ProblemCatalogueJson,
            Self::NotText { .. } => Msg::ProblemCatalogueText,
            Self::UnknownKey { .. } => Msg::ProblemCatalogueUnknown,
            Self::MissingKey { .. } => Msg::ProblemCatalogueMissing,
            Self::Placeholders { .. } => Msg::ProblemCataloguePlaceholders,
        }
    }

    /// The key that it is about, if it is about one.
    pub(super) fn key(&self) -> Option<&str> {
        match self {
            Self::NotAnObject { .. } => None,
            Self::NotText { key }
            | Self::UnknownKey { key }
            | Self::MissingKey { key }
            | Self::Placeholders { key, .. } => Some(key),
        }
    }

    /// What scripts know it by: its message's key without the prefix of all problems.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.message().key().trim_start_matches("problem-")
    }

    /// The values for that message's placeholders.
    #[must_use]
    pub fn values(&self) -> Vec<(&'static str, &str)> {
        match self {
            Self::NotAnObject { reason } => vec![("reason", reason)],
            Self::NotText { key } | Self::UnknownKey { key } | Self::MissingKey { key } => vec![("key", key)],
            Self::Placeholders { key, expected, found } => {
                vec![("key", key), ("expected", expected), ("found", found)]
            }
        }
    }
}

impl fmt::Display for CatalogueProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnObject { reason } => write!(f, "the catalogue is not a JSON object: {reason}"),
            Self::NotText { key } => write!(f, "`{key}` is not a text"),
            Self::UnknownKey { key } => write!(f, "`{key}` is not a message of the application"),
            Self::MissingKey { key } => write!(f, "`{key}` is missing"),
            Self::Placeholders { key, expected, found } => {
                write!(f, "`{key}` has the placeholders `{found}`, English has `{expected}`")
            }
        }
    }
}

impl std::error::Error for CatalogueProblem {}
