//! The messages, made from `www/locales/en.json` by `build.rs`: one constant each, so that a mistyped key does not compile.
//!
//! A constant has its English with it, and what no code names is not in the program: each of the page's applications
//! carries the words that it says, and no others.

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Entry {
    key: &'static str,
    english: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Forms {
    key: &'static str,
    one: &'static str,
    other: &'static str,
}

// A message is a reference, so that a call passes one word.

/// A message. Its key and its English are in `www/locales/en.json`, its words in other languages beside that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Msg(&'static Entry);

/// A message that counts. Its catalogue keys end in a plural category: `…-one`, `…-other`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Plural(&'static Forms);

impl Msg {
    /// The key in a catalogue file.
    #[must_use]
    pub const fn key(self) -> &'static str {
        self.0.key
    }

    /// The English text.
    #[must_use]
    pub const fn english(self) -> &'static str {
        self.0.english
    }
}

impl Plural {
    /// The key in a catalogue file, without the category.
    #[must_use]
    pub const fn key(self) -> &'static str {
        self.0.key
    }

    /// The English text for one.
    #[must_use]
    pub const fn one(self) -> &'static str {
        self.0.one
    }

    /// The English text for none and for more than one.
    #[must_use]
    pub const fn other(self) -> &'static str {
        self.0.other
    }
}

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_has_its_key_and_its_english() {
        assert_eq!((Msg::Close.key(), Msg::Close.english()), ("close", "Close"));
        assert_eq!(Plural::ProblemsCount.key(), "problems-count");
        assert_eq!(Plural::ProblemsCount.one(), "{count} problem with the data");
        assert_eq!(Plural::ProblemsCount.other(), "{count} problems with the data");
        assert!(Msg::Close != Msg::Back && Msg::ALL.contains(&Msg::Close));
    }

    #[test]
    fn every_entry_is_one_message_or_a_form_of_one() {
        assert_eq!(ENTRIES.len(), Msg::ALL.len() + 2 * Plural::ALL.len());
        assert!(Msg::ALL.iter().all(|m| ENTRIES.contains(&(m.key(), m.english()))));
        assert!(NAMES_OF_DATA.contains(&Msg::LayerLand) && NAMES_OF_DATA.len() < 60);
    }
}
