//! Texts by key, in order of the keys.

use crate::json::{Map, Value};

/// A small sorted map: the page's few hundred messages need no tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Texts(Vec<(String, String)>);

impl Texts {
    /// The texts of a JSON object of texts.
    pub(super) fn from_entries(entries: Map) -> Self {
        let mut texts = Self::default();
        for (key, value) in entries {
            if let Value::String(text) = value {
                texts.insert(key, text);
            }
        }
        texts
    }

    fn find(&self, key: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.as_str().cmp(key))
    }

    /// The text of a key.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.find(key).ok().map(|place| self.0[place].1.as_str())
    }

    /// Puts a text in, over the one that may be there.
    pub(super) fn insert(&mut self, key: String, text: String) {
        match self.find(&key) {
            Ok(place) => self.0[place].1 = text,
            Err(place) => self.0.insert(place, (key, text)),
        }
    }

    /// Keeps those whose keys are wanted.
    pub(super) fn retain(&mut self, is_wanted: impl Fn(&str) -> bool) {
        self.0.retain(|(key, _)| is_wanted(key));
    }

    /// Every key with its text.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, text)| (key.as_str(), text.as_str()))
    }
}
