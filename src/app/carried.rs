//! What the map keeps for the panels beside it and does not read: filters, the ends of a comparison, cuts, the step of a story, a
//! planned cable.

/// The keys, in the order of a link.
pub const CARRIED: [&str; 13] =
    ["status", "owner", "year", "country", "length", "through", "from", "to", "via", "cut", "story", "step", "plan"];

/// A text for each of [`CARRIED`]; empty for its default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried([String; CARRIED.len()]);

impl Carried {
    /// The value of a key; empty too for a key that is none.
    #[must_use]
    pub fn get(&self, key: &str) -> &str {
        place(key).map_or("", |i| &self.0[i])
    }

    /// Keeps a value; says whether that is a key, and the value a text that a link can hold.
    pub fn set(&mut self, key: &str, value: &str) -> bool {
        let place = place(key).filter(|_| !value.contains(char::is_control));
        if let Some(i) = place {
            value.clone_into(&mut self.0[i]);
        }
        place.is_some()
    }
}

fn place(key: &str) -> Option<usize> {
    CARRIED.iter().position(|name| *name == key)
}
